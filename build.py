"""The way of the data, from content/ to output/. The options of the command line are in cli.py."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from msgspec.structs import replace

from cache import Memory, Task, fingerprint, key_of
from core.model import Document, Facts
from extract import extract_facts
from sources import References, Sources

ROOT = Path(__file__).parent
LEXICON = ROOT / "extract" / "lexicon"  # the words shipped with the rules


def build(sources: Sources, output: Path, *, memory: Memory, base_url: str | None = None) -> int:
    """Write the whole site under output; return the number of its pages."""
    # Not at the top of the file: `extract`, and each of its workers, need none of these.
    from charts import draw_charts
    from pages import plan_pages
    from profiles import compile_profiles
    from publish import publish

    content = sources.content
    settings = replace(content.settings, base_url=base_url or content.settings.base_url)
    facts = tuple(gather_facts(content.documents, sources.references, memory=memory))
    profiles = compile_profiles(content, facts)
    charts = draw_charts(profiles)
    pages = plan_pages(profiles, charts, settings)
    return publish(pages, templates=ROOT / "templates", output=output, base_url=settings.base_url)


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
