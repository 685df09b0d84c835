"""Writes tests/golden/site anew from tests/golden/content: `python -m tests.golden`, then read the diff."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path

from msgspec.structs import replace

from build import SHIPPED, build
from cache import Memory, unwatched
from cli import at_address
from core.problems import ContentError, Problem
from sources import read_sources

GOLDEN = Path(__file__).parent / "golden"
CONTENT = GOLDEN / "content"
BROUGHT = replace(SHIPPED, accuracy=GOLDEN / "accuracy.json")  # scores that stay as they are
SITE = GOLDEN / "site"
KEPT = {".html", ".xml"}  # what readers see; the other files are made of the same values


def build_sample(content: Path, output: Path, base_url: str | None = None) -> int:
    """Build a site as the command line does, in this process and with nothing remembered."""
    sources = at_address(read_sources(content, shipped=BROUGHT, strict=True), base_url)
    return build(sources, output, memory=Memory(None, 1, unwatched), tell=refuse)


def refuse(notices: Sequence[Problem]) -> None:
    """The sample has nothing to complain of."""
    if notices:
        raise ContentError(notices)


def files(folder: Path) -> dict[str, str]:
    """Every file that is kept, by its path."""
    return {
        path.relative_to(folder).as_posix(): path.read_text("utf-8")
        for path in sorted(folder.rglob("*"))
        if path.suffix in KEPT
    }


def rewrite() -> None:
    """Build the site and put it where the test looks for it."""
    with tempfile.TemporaryDirectory() as folder:
        built = Path(folder) / "site"
        build_sample(CONTENT, built)
        shutil.rmtree(SITE, ignore_errors=True)
        for name, text in files(built).items():
            path = SITE / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8", newline="\n")


if __name__ == "__main__":
    rewrite()
