"""How fast a park grows: its growth rates of one period, side by side."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from matplotlib.axes import Axes

from charts.labels import in_lines, series_label, value_label
from charts.points import agreed, own_series
from charts.style import LINE, Canvas, Note, bar, baseline, width_of, write
from core.model import Observation, ParkProfile
from core.periods import reach

FEWEST, MOST = 3, 10
GAP = 10.0  # between a label and what it labels
PITCH = 32.0  # from row to row, where labels take one line
BAR = 15.0


@dataclass(frozen=True, slots=True)
class Bar:
    """One row: what grew, and the fact that says by how much."""

    lines: tuple[str, ...]
    point: Observation

    @property
    def value(self) -> float:
        return float(self.point.value)

    @property
    def label(self) -> str:
        return value_label(self.point)


def growth_bars(park: ParkProfile) -> tuple[Bar, ...]:
    """Growth rates of the newest period that has enough of them, the fastest first; else nothing."""
    periods: dict[str, list[Bar]] = defaultdict(list)
    for series in own_series(park, "growth"):
        for period, point in _by_period(series.points).items():
            periods[period].append(Bar(in_lines(series_label(series)), point))
    enough = [period for period, bars in periods.items() if len(bars) >= FEWEST]
    if not enough:
        return ()
    newest = max(enough, key=lambda period: (reach(period).last, reach(period).first))
    # a park's series stand in the order in which its newest article tells them: the first are the headlines
    return tuple(sorted(periods[newest][:MOST], key=lambda each: -each.value))


def _by_period(points: Sequence[Observation]) -> dict[str, Observation]:
    """The rate of each period on which all documents agree; a rate as of a day is a rate of no period."""
    periods: dict[str, list[Observation]] = defaultdict(list)
    for each in points:
        if each.status == "actual" and each.unit == "%" and each.period and not each.period.startswith("@"):
            periods[each.period].append(each)
    found = {period: agreed(said) for period, said in periods.items()}
    return {period: point for period, point in found.items() if point is not None}


def canvas_of(bars: Sequence[Bar]) -> Canvas:
    """As high as the rows need, with room for the widest name on the left, the widest value on the right."""
    names = max(width_of(line) for each in bars for line in each.lines)
    values = max(width_of(each.label, bold=True) for each in bars)
    return Canvas(height=sum(_pitches(bars)), left=names + GAP, right=values + GAP, top=0.0, bottom=0.0)


def draw_growth(axes: Axes, bars: Sequence[Bar]) -> None:
    """Bars from a common zero, named at the left, with their values at the right."""
    lowest, highest = min(0.0, bars[-1].value), max(0.0, bars[0].value)
    height = sum(_pitches(bars))
    axes.set_xlim(lowest, highest if highest > lowest else 1)
    axes.set_ylim(height, 0)
    baseline(axes, [(0, 0), (0, height)])
    top = 0.0
    for each, pitch in zip(bars, _pitches(bars), strict=True):
        middle = top + pitch / 2
        top += pitch
        bar(axes, (each.value, middle), thickness=BAR, exact=each.point.bound == "=")
        # a fall's bar runs to the left of zero: the room for its value is at the right
        value = Note(each.label, "ink", each.point.id, (GAP * 0.7, 0), "left", bold=True)
        write(axes, (max(each.value, 0.0), middle), value)
        _write_name(axes, each, (lowest, middle))


def _write_name(axes: Axes, each: Bar, place: tuple[float, float]) -> None:
    for number, line in enumerate(each.lines):
        raised = ((len(each.lines) - 1) / 2 - number) * LINE
        write(axes, place, Note(line, "ink", each.point.id, (-GAP, raised), "right"))


def _pitches(bars: Sequence[Bar]) -> list[float]:
    return [PITCH + (len(each.lines) - 1) * LINE * 0.75 for each in bars]
