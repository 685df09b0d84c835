"""The facts of the site as a file that programs read: the next build is compared with it."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from core.model import File
from core.snapshot import Snapshot
from core.urls import FACTS

ENCODER = msgspec.json.Encoder(decimal_format="number")


def plan_files(snapshot: Snapshot) -> Iterator[File]:
    """The files of the site that are no pages."""
    yield File(FACTS, _lines(snapshot))


def _lines(snapshot: Snapshot) -> bytes:
    """JSON with a line for each fact, so that two of them can be compared by any tool."""
    head = ENCODER.encode(msgspec.structs.replace(snapshot, facts=()))
    facts = b",\n".join(map(ENCODER.encode, snapshot.facts))
    return head.removesuffix(b"[]}") + b"[\n" + facts + b"\n]}\n"
