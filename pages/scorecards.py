"""Pages of scorecards: a park in the blocks of the official evaluation of its kind."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from msgspec import Struct

from core.model import Observation, Page
from core.scorecard import Block, Line, LineState, Scorecard
from core.urls import scorecard_url
from pages import figures
from pages.comparing import sides
from pages.figures import Host
from pages.places import Places
from pages.references import listed, number
from pages.views import Link, Side, Site, Source, View

STATES: Final[Mapping[LineState, str]] = {
    "stated": "有报道",
    "derived": "可推算",
    "planned": "只有目标或预计",
    "missing": "未见报道",
}


class ScoreLine(Struct, frozen=True):
    """What sources say of one line."""

    label: str
    state: LineState
    state_word: str
    sides: tuple[Side, ...]
    statuses: tuple[str, ...]  # of the sides, where they are no actual values
    working: str | None


class ScoreBlock(Struct, frozen=True):
    """A field of the evaluation."""

    anchor: str
    name: str
    official: bool
    lines: tuple[ScoreLine, ...]


class ScorecardView(View, frozen=True, kw_only=True):
    """parks/<id>/scorecard.html"""

    park: Link
    evaluator: str
    evaluation: str
    document: str | None
    level: str | None  # of the parks that are evaluated, where this park is of another
    own_level: str | None
    counts: tuple[tuple[str, int], ...]
    lines: int
    blocks: tuple[ScoreBlock, ...]
    sources: tuple[Source, ...]


def scorecard_page(scorecard: Scorecard, level: str | None, places: Places, site: Site) -> Page:
    """parks/<id>/scorecard.html of a park of this level."""
    url, form, park = scorecard_url(scorecard.park), scorecard.form, places.parks[scorecard.park]
    lines = [line for block in scorecard.blocks for line in block.lines]
    host = Host(url, places, number((each.evidence.document for each in _shown(lines)), places))
    view = ScorecardView(
        site=site,
        section="parks",
        park=park,
        evaluator=form.evaluator,
        evaluation=form.title,
        document=form.document,
        level=form.level if form.level != level else None,
        own_level=level,
        counts=tuple((word, sum(each.state == state for each in lines)) for state, word in STATES.items()),
        lines=len(lines),
        blocks=tuple(_block(place, each, host) for place, each in enumerate(scorecard.blocks, start=1)),
        sources=listed(host.references, places),
    )
    return Page(url, "scorecard.html", f"{park.text}：按考评分栏", view)


def _shown(lines: list[Line]) -> Iterator[Observation]:
    for line in lines:
        yield from line.observations
        yield from line.working.operands if line.working else ()


def _block(place: int, block: Block, host: Host) -> ScoreBlock:
    lines = tuple(_line(each, host) for each in block.lines)
    return ScoreBlock(f"block-{place}", block.name, block.official, lines)


def _line(line: Line, host: Host) -> ScoreLine:
    operands = line.working.operands if line.working else ()
    said = line.observations or operands
    words = (figures.value(each, host.places).status_word for each in line.observations)
    return ScoreLine(
        label=line.label,
        state=line.state,
        state_word=STATES[line.state],
        sides=sides(said, host),
        statuses=tuple(dict.fromkeys(filter(None, words))),
        working=line.working.formula if line.working else None,
    )
