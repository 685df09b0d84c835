"""Observations that may stand in one row, put in one row."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import get_args

from core.model import Measure, Observation, Series
from profiles.order import Dates

MEASURES: tuple[str, ...] = get_args(Measure)
Appearance = tuple[int, int, int]
LAST: Appearance = (2**63, 0, 0)

SeriesKey = tuple[str, str, Measure, str | None, str | None]


def make_series(
    observations: Iterable[tuple[str, Observation]], *, own: str, dates: Dates
) -> tuple[Series, ...]:
    """Series of (subject, observation) pairs: the subject `own` first, else as a reader meets them.

    Every observation stays a point, whatever its status and however often it is said.
    """
    rows: dict[SeriesKey, list[Observation]] = defaultdict(list)
    met: dict[tuple[str, ...], Appearance] = defaultdict(lambda: LAST)
    for subject, each in observations:
        rows[(subject, each.indicator, each.measure, each.scope, each.basis)].append(each)
        for said in ((subject,), (subject, each.indicator)):
            met[said] = min(met[said], dates.appearance(each.evidence))

    def place(key: SeriesKey) -> tuple[object, ...]:
        subject, indicator, measure, scope, basis = key
        met_at = (subject != own, met[(subject,)], subject, met[(subject, indicator)], indicator)
        return (*met_at, MEASURES.index(measure), scope or "", basis or "")

    return tuple(
        Series(*key, points=tuple(sorted(rows[key], key=dates.in_time))) for key in sorted(rows, key=place)
    )
