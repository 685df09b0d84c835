"""The measured scores, as `python -m tests.accuracy` writes them."""

from __future__ import annotations

from pathlib import Path

import msgspec

from core.model import Accuracy
from core.problems import ContentError, Problem
from sources.decoding import place, read_bytes


def read_accuracy(path: Path) -> Accuracy | None:
    """The scores in a file; None where there is none."""
    if not path.exists() and not path.is_symlink():
        return None
    try:
        return msgspec.json.decode(read_bytes(path), type=Accuracy)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        fix = "restore the file, or take it away: the page on method then gives no scores"
        raise ContentError([Problem(place(path), f"holds no scores: {error}", fix)]) from None
