"""The facts of an earlier build, as its site keeps them."""

from __future__ import annotations

from pathlib import Path

import msgspec

from core.problems import ContentError, Problem
from core.snapshot import FORMAT, Snapshot
from core.urls import FACTS
from sources.decoding import place


class Header(msgspec.Struct):
    """As much of the file as every format has."""

    format: int


def read_previous(site: Path) -> Snapshot:
    """What the site in a folder holds. Raises ContentError where it holds nothing to compare with."""
    path = site / FACTS
    again = "build that site anew, or leave --previous out"
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        what = f"holds no {FACTS}" if site.is_dir() else "there is no such folder"
        fix = f"name the folder of an earlier build, or {again}"
        raise ContentError([Problem(place(site), what, fix)]) from None
    except OSError as error:
        raise ContentError([Problem(place(path), f"cannot be read: {error.strerror}", again)]) from None
    try:
        if (written := msgspec.json.decode(content, type=Header).format) != FORMAT:
            what = f"is in format {written}; this program compares with format {FORMAT}"
            raise ContentError([Problem(place(path), what, again)])
        return msgspec.json.decode(content, type=Snapshot)
    except msgspec.MsgspecError as error:
        raise ContentError([Problem(place(path), f"is damaged: {error}", again)]) from None
