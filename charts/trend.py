"""How one indicator of a park moved from year to year."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise

from matplotlib.axes import Axes

from charts.labels import value_label
from charts.points import own_series
from charts.style import WIDTH, Canvas, Note, area, baseline, dots, line, width_of, write
from core.agreement import agreed
from core.model import Observation, ParkProfile, Series

FEWEST = 3
CALENDAR_YEAR = re.compile(r"\d{4}")
HEIGHT = 190.0
ABOVE, BELOW = 16.0, 16.0  # a value over its dot, a year under the axis
APART = 4.0  # between two labels


def trends(park: ParkProfile) -> list[tuple[Series, tuple[Observation, ...]]]:
    """The series of levels that have enough calendar years, with one point for each year."""
    found = [(series, _yearly(series.points)) for series in own_series(park, "level")]
    return [(series, points) for series, points in found if len(points) >= FEWEST]


def _yearly(points: Sequence[Observation]) -> tuple[Observation, ...]:
    """One point for each year on which all documents agree; nothing where units differ."""
    years: dict[str, list[Observation]] = defaultdict(list)
    for each in points:
        if each.status == "actual" and each.period and CALENDAR_YEAR.fullmatch(each.period):
            years[each.period].append(each)
    if len({each.unit for said in years.values() for each in said}) > 1:
        return ()
    found = (agreed(years[year]) for year in sorted(years))
    return tuple(each for each in found if each is not None)


def canvas_of(labels: Sequence[str]) -> Canvas:
    """Room for half of the first and of the last label beyond their dots."""
    first, last = (width_of(each, bold=True) / 2 for each in (labels[0], labels[-1]))
    return Canvas(height=HEIGHT, left=first + 6, right=last + 6, top=ABOVE * 2, bottom=BELOW * 2)


def draw_trend(axes: Axes, points: Sequence[Observation], labels: Sequence[str]) -> None:
    """Dots over a zero line, joined; a missing year is crossed by a dashed line."""
    years, values = [_year(each) for each in points], [float(each.value) for each in points]
    lowest, highest = min(0.0, *values), max(0.0, *values)
    axes.set_xlim(years[0], years[-1])
    axes.set_ylim(lowest, highest if highest > lowest else 1)
    baseline(axes, [(years[0], 0), (years[-1], 0)])
    places = list(zip(years, values, strict=True))
    for start, end in pairwise(places):
        whole = end[0] - start[0] == 1
        line(axes, [start, end], whole=whole)
        if whole:
            area(axes, [start, end])
    for exact in (True, False):
        alike = [place for place, each in zip(places, points, strict=True) if (each.bound == "=") is exact]
        dots(axes, alike, exact=exact)
    _write_labels(axes, places, points, labels)


def _write_labels(
    axes: Axes, places: list[tuple[int, float]], points: Sequence[Observation], values: Sequence[str]
) -> None:
    canvas = canvas_of(values)
    scale = (WIDTH - canvas.left - canvas.right) / (places[-1][0] - places[0][0])
    at = [(place[0] - places[0][0]) * scale for place in places]
    years = [str(place[0]) for place in places]
    wide = [width_of(value, bold=True) for value in values]
    for number in _without_overlap(at, wide, _telling([up for _, up in places])):
        aside = -BELOW if _in_a_valley(places, number) else ABOVE
        note = Note(values[number], "ink", points[number].id, (0, aside), "center", bold=True)
        write(axes, places[number], note)
    ends_first = [len(at) - 1, 0, *reversed(range(len(at)))]
    for number in _without_overlap(at, [width_of(year) for year in years], ends_first):
        note = Note(years[number], "muted", points[number].id, (0, -BELOW), "center")
        write(axes, (places[number][0], axes.get_ylim()[0]), note)


def _telling(values: Sequence[float]) -> list[int]:
    """What to label where there is no room for all: the newest, the oldest, the highest, the lowest."""
    return [len(values) - 1, 0, values.index(max(values)), values.index(min(values))]


def _without_overlap(at: Sequence[float], widths: Sequence[float], order: Iterable[int]) -> list[int]:
    """Which labels to write: all, or in the order given those that have room beside one another."""

    def room(one: int, other: int) -> bool:
        return abs(at[one] - at[other]) >= (widths[one] + widths[other]) / 2 + APART

    every = range(len(at))
    if all(room(one, other) for one, other in pairwise(every)):
        return list(every)
    kept: list[int] = []
    for number in order:
        if all(room(number, other) for other in kept):  # which also leaves out what is kept already
            kept.append(number)
    return kept


def _in_a_valley(places: list[tuple[int, float]], number: int) -> bool:
    """Whether the line rises to both sides, so that a value above its dot would be crossed."""
    up = [each for _, each in places]
    inside = 0 < number < len(up) - 1
    high = up[number] > max(up) / 3  # nearer to zero it would meet the years
    return inside and high and up[number - 1] > up[number] < up[number + 1]


def _year(point: Observation) -> int:
    return int(point.period or "")


def labels_of(points: Sequence[Observation]) -> tuple[str, ...]:
    """The values without their unit, which stands beside the title, so that many years fit."""
    return tuple(value_label(each).removesuffix(each.unit) for each in points)
