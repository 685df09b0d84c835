"""The facts of all documents, remembered from build to build, and as people have corrected them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from cache import Memory, Task, fingerprint, key_of
from core.model import Corrected, Document, Facts
from extract import extract_facts
from sources import References, Sources

ROOT = Path(__file__).parent


def correct_facts(sources: Sources, *, memory: Memory) -> Corrected:
    """The facts of all documents, as people have corrected them."""
    from profiles import (
        correct,  # not at the top of the file: `extract`, and each of its workers, need it not
    )

    content = sources.content
    facts = gather_facts(content.documents, sources.references, memory=memory)
    return correct(tuple(facts), content.documents, content.corrections, below=content.settings.review_below)


def gather_facts(documents: Sequence[Document], references: References, *, memory: Memory) -> Iterator[Facts]:
    """The facts of each document, in the order of the documents."""
    extract = partial(extract_facts, parks=references.parks, lexicon=references.lexicon)
    code = fingerprint([ROOT / "extract", ROOT / "core"], packages=["jieba", "msgspec"])
    return memory.map(Task(extract, Facts, "articles", key_of(code, references)), documents)
