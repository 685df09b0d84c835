"""The facts of the site in words that outlive it: a file beside the data, compared with by a later build."""

from __future__ import annotations

import msgspec
from msgspec.structs import replace

from core.model import Asset, Page
from core.snapshot import Snapshot
from core.urls import FACTS
from pages.downloads import DataView, FileLine

ENCODER = msgspec.json.Encoder(decimal_format="number")


def with_snapshot(page: Page, snapshot: Snapshot | None) -> Page:
    """The page of the data, with the snapshot among its files."""
    if snapshot is None or not isinstance(page.view, DataView):
        return page
    line = FileLine(FACTS, FACTS.rpartition("/")[2], "本版全部事实，留待与下一版对比")
    view = replace(page.view, whole=(*page.view.whole, line))
    return replace(page, view=view, assets=(*page.assets, Asset(FACTS, _lines(snapshot))))


def _lines(snapshot: Snapshot) -> str:
    """JSON with a line for each fact, so that two of them can be compared by any tool."""
    head = ENCODER.encode(replace(snapshot, facts=()))
    facts = b",\n".join(map(ENCODER.encode, snapshot.facts))
    return (head.removesuffix(b"[]}") + b"[\n" + facts + b"\n]}\n").decode()
