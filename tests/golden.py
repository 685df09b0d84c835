"""Writes tests/golden/site anew from tests/golden/content: `python -m tests.golden`, then read the diff."""

from __future__ import annotations

import contextlib
import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path

import pypdfium2

from build import SHIPPED, build
from cache import Memory, unwatched
from core.problems import ContentError, Problem
from sources import Shipped, read_sources

GOLDEN = Path(__file__).parent / "golden"
CONTENT = GOLDEN / "content"
BROUGHT = Shipped(lexicon=SHIPPED.lexicon, accuracy=GOLDEN / "accuracy.json")  # scores that stay as they are
SITE = GOLDEN / "site"
COPIED = "static"  # as it stands in templates/: nothing is gained by keeping it twice


def build_sample(content: Path, output: Path) -> int:
    """Build a site as the command line does, in this process and with nothing remembered."""
    sources = read_sources(content, shipped=BROUGHT, strict=True)
    return build(sources, output, memory=Memory(None, 1, unwatched), tell=refuse)


def refuse(notices: Sequence[Problem]) -> None:
    """The sample has nothing to complain of."""
    if notices:
        raise ContentError(notices)


def files(folder: Path) -> dict[str, str]:
    """Every file that is made rather than copied, by its path; of a PDF, what stands in its place here."""
    return {
        path.relative_to(folder).as_posix(): _text_of(path)
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.relative_to(folder).parts[0] != COPIED
    }


def _text_of(path: Path) -> str:
    content = path.read_bytes()
    if not content.startswith(b"%PDF"):
        return content.decode("utf-8")
    with contextlib.closing(pypdfium2.PdfDocument(content)) as document:
        return f"A PDF stands here, pages: {len(document)}\n"


def rewrite() -> None:
    """Build the site and put it where the test looks for it."""
    with tempfile.TemporaryDirectory() as folder:
        built = Path(folder) / "site"
        build_sample(CONTENT, built)
        shutil.rmtree(built / COPIED)
        for path in built.rglob("*.pdf"):
            path.write_text(_text_of(path), "utf-8")
        shutil.rmtree(SITE, ignore_errors=True)
        shutil.copytree(built, SITE)


if __name__ == "__main__":
    rewrite()
