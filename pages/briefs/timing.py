"""When figures hold, and which of them are told together: decided once for every language."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from core.model import Observation
from core.periods import reach
from pages.briefs.claims import Claim
from pages.figures import newness

DONE: Final = re.compile("签约|新签|落地|落户|引进|洽谈|开工|竣工|招商|供地")  # in a time, not at a time
YEAR: Final = re.compile(r"\d{4}")
SINCE: Final = re.compile(r"(?:(?P<year>\d{4})年|今年)以来")
CLAIMS_IN_PARAGRAPH: Final = 6


@dataclass(frozen=True, slots=True)
class Timing:
    """How a period is told: in it, since it began, or as it was reported in it; None: nobody says."""

    how: Literal["in", "since", "reported"]
    period: str | None


def timing(each: Observation) -> Timing:
    """When a figure holds. That a source told of something done on no date does not say that it was all
    until then; and of a year that its source sees running, it is told since when.
    """
    period = each.period
    if period is None:
        return Timing("in", None)
    if period.startswith("@") and (each.measure == "increment" or DONE.search(each.indicator)):
        return Timing("reported", period[1:])
    running = SINCE.search(each.evidence.quote) if YEAR.fullmatch(period) else None
    since = running is not None and running["year"] in (None, period)
    return Timing("since" if since else "in", period)


def in_paragraphs(claims: Sequence[Claim]) -> list[list[tuple[Timing, list[Claim]]]]:
    """Claims by their time, the newest first, and as many times in a paragraph as one can read in one go."""
    times: dict[Timing, list[Claim]] = {}
    for each in sorted(claims, key=lambda each: newness(each.first), reverse=True):
        times.setdefault(timing(each.first), []).append(each)
    paragraphs: list[list[tuple[Timing, list[Claim]]]] = []
    held = 0
    for when, told in times.items():
        if paragraphs and held + len(told) <= CLAIMS_IN_PARAGRAPH:
            paragraphs[-1].append((when, told))
            held += len(told)
        else:
            paragraphs.append([(when, told)])
            held = len(told)
    return paragraphs


Goal = tuple[str | None, Claim]  # its owner, where one is to be named


def by_due(claims: Sequence[Claim], park: str) -> list[tuple[str | None, list[Goal]]]:
    """Targets by the time until when they are to be met, the nearest first.

    The park's own come first; of another owner, the name is told once.
    """
    periods: dict[str | None, list[Claim]] = {}
    for each in sorted(claims, key=lambda each: reach(_due(each)).last):
        periods.setdefault(_due(each), []).append(each)
    return [(period, _by_owner(told, park)) for period, told in periods.items()]


def _due(goal: Claim) -> str | None:
    """Until when; a date "as of" is when the goal was told."""
    period = goal.first.period
    return None if period is None or period.startswith("@") else period


def _by_owner(claims: Sequence[Claim], park: str) -> list[Goal]:
    owners: dict[str, list[Goal]] = {park: []}
    for each in claims:
        told = owners.setdefault(each.subject, [])
        told.append((None if each.subject == park or told else each.subject, each))
    return [goal for told in owners.values() for goal in told]
