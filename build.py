"""The way of the data, from content/ to output/. The options of the command line are in cli.py."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from cache import Memory, Task, fingerprint, key_of
from core.model import Corrected, Document, Facts
from core.problems import Tell
from extract import extract_facts
from sources import References, Shipped, Sources

ROOT, TEMPLATES = Path(__file__).parent, Path(__file__).with_name("templates")
SHIPPED = Shipped(lexicon=ROOT / "extract" / "lexicon", accuracy=ROOT / "docs" / "accuracy.json")


def build(sources: Sources, output: Path, *, memory: Memory, tell: Tell) -> int:
    """Write the whole site under output, once stale corrections are told; return the number of its pages."""
    # Not at the top of the file: `extract`, and each of its workers, need none of these.
    from charts import draw_charts
    from pages import plan_pages
    from profiles import compile_profiles
    from publish import publish

    corrected = correct_facts(sources, memory=memory)
    tell(corrected.stale)
    profiles = compile_profiles(sources.content, corrected.facts)
    charts = draw_charts(profiles)
    pages = plan_pages(profiles, charts, sources.content.settings, sources.accuracy)
    return publish(pages, templates=TEMPLATES, output=output, base_url=sources.content.settings.base_url)


def correct_facts(sources: Sources, *, memory: Memory) -> Corrected:
    """The facts of all documents, as people have corrected them."""
    from profiles import correct

    content = sources.content
    facts = gather_facts(content.documents, sources.references, memory=memory)
    return correct(tuple(facts), content.documents, content.corrections, below=content.settings.review_below)


def gather_facts(documents: Sequence[Document], references: References, *, memory: Memory) -> Iterator[Facts]:
    """The facts of each document, in the order of the documents."""
    extract = partial(extract_facts, parks=references.parks, lexicon=references.lexicon)
    code = fingerprint([ROOT / "extract", ROOT / "core"], packages=["jieba", "msgspec"])
    return memory.map(Task(extract, Facts, "articles", key_of(code, references)), documents)


def main() -> None:
    """The way in: `python build.py`."""
    from cli import parkbrief

    parkbrief(prog_name="build.py")


if __name__ == "__main__":
    main()
