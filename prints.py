"""The PDFs of all that is to be printed, remembered from build to build."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path

from msgspec.structs import replace

from cache import Memory, Task, fingerprint
from core.blocks import Pdf, Print
from core.editions import in_language
from core.model import Page
from core.problems import ContentError, Problem
from publish import PRESS, Theme, set_pdf

ROOT = Path(__file__).parent
EPOCH = "SOURCE_DATE_EPOCH"  # reproducible-builds.org: the time that a build must claim, in seconds


def set_prints(pages: Iterable[Page | Print], *, theme: Theme, memory: Memory) -> Iterator[Page | Pdf]:
    """The pages as they come, then the PDFs: set anew only where anything in them has changed."""
    waiting: list[Print] = []
    for page in pages:
        if isinstance(page, Page):
            yield page
        else:
            waiting.append(in_language(page, theme.editions))
    press = theme.shipped / PRESS
    code = fingerprint(
        [press, ROOT / "publish" / "typeset.py", ROOT / "core" / "fonts.py"],
        packages=["typst", "mpl-font", "fonttools", "msgspec"],
    )
    epoch = _epoch()
    timed = waiting if epoch is None else [replace(each, timestamp=epoch) for each in waiting]
    task = Task(partial(set_pdf, template=press), bytes, "PDFs", code)
    for each, content in zip(timed, memory.map(task, timed), strict=True):
        yield Pdf(each.url, content)


def _epoch() -> int | None:
    """The time that the environment asks for. Raises ContentError where it is no number."""
    said = os.environ.get(EPOCH)
    if not said:
        return None
    if not said.isdecimal():
        raise ContentError([Problem(EPOCH, f"{said!r} is no number of seconds", "unset it, or give seconds")])
    return int(said)
