"""How fast a park grows: its growth rates of one period, side by side."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from charts.bars import Bar, look_of
from charts.labels import in_lines, series_label, value_label
from charts.points import own_series
from core.agreement import agreed
from core.model import Observation, ParkProfile, Series
from core.periods import reach

FEWEST, MOST = 3, 10


def growth_rates(park: ParkProfile) -> tuple[tuple[Series, Observation], ...]:
    """Growth rates of the newest period that has enough of them, the fastest first; else nothing."""
    periods: dict[str, list[tuple[Series, Observation]]] = defaultdict(list)
    for series in own_series(park, "growth"):
        for period, point in _by_period(series.points).items():
            periods[period].append((series, point))
    enough = [period for period, rates in periods.items() if len(rates) >= FEWEST]
    if not enough:
        return ()
    newest = max(enough, key=lambda period: (reach(period).last, reach(period).first))
    # a park's series stand in the order in which its newest article tells them: the first are the headlines
    return tuple(sorted(periods[newest][:MOST], key=lambda rate: -rate[1].value))


def bars_of(rates: Sequence[tuple[Series, Observation]]) -> tuple[Bar, ...]:
    """A bar for each rate."""
    return tuple(
        Bar(in_lines(series_label(series)), point.value, value_label(point), point.id, look_of(point.bound))
        for series, point in rates
    )


def _by_period(points: Sequence[Observation]) -> dict[str, Observation]:
    """The rate of each period on which all documents agree; a rate as of a day is a rate of no period."""
    periods: dict[str, list[Observation]] = defaultdict(list)
    for each in points:
        if each.status == "actual" and each.unit == "%" and each.period and not each.period.startswith("@"):
            periods[each.period].append(each)
    found = {period: agreed(said) for period, said in periods.items()}
    return {period: point for period, point in found.items() if point is not None}
