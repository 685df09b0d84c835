"""Horizontal bars from a common zero, named at the left, with their values at the right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from matplotlib.axes import Axes

from charts.style import LINE, Canvas, Note, bar, baseline, width_of, write

GAP = 10.0  # between a label and what it labels
PITCH = 32.0  # from row to row, where labels take one line
BAR = 15.0

Look = Literal["bar", "bar-bound", "bar-open"]  # exact; a bound or an estimate; not yet so


@dataclass(frozen=True, slots=True)
class Bar:
    """One row: its name in lines, how far it reaches, and the value as printed."""

    lines: tuple[str, ...]
    value: Decimal
    label: str
    fact: str | None = None  # id of the observation that states it
    look: Look = "bar"


def look_of(bound: str) -> Look:
    """How the bar of an actual value is filled."""
    return "bar" if bound == "=" else "bar-bound"


def canvas_of(bars: Sequence[Bar]) -> Canvas:
    """As high as the rows need, with room for the widest name on the left, the widest value on the right."""
    names = max(width_of(line) for each in bars for line in each.lines)
    values = max(width_of(each.label, bold=True) for each in bars)
    return Canvas(height=sum(_pitches(bars)), left=names + GAP, right=values + GAP, top=0.0, bottom=0.0)


def draw_bars(axes: Axes, bars: Sequence[Bar]) -> None:
    """The bars in the order given, from the top."""
    lowest = min(0.0, *(float(each.value) for each in bars))
    highest = max(0.0, *(float(each.value) for each in bars))
    height = sum(_pitches(bars))
    axes.set_xlim(lowest, highest if highest > lowest else 1)
    axes.set_ylim(height, 0)
    baseline(axes, [(0, 0), (0, height)])
    top = 0.0
    for each, pitch in zip(bars, _pitches(bars), strict=True):
        middle = top + pitch / 2
        top += pitch
        end = float(each.value)
        bar(axes, (end, middle), thickness=BAR, role=each.look)
        # a fall's bar runs to the left of zero: the room for its value is at the right
        value = Note(each.label, "ink", each.fact, (GAP * 0.7, 0), "left", bold=True)
        write(axes, (max(end, 0.0), middle), value)
        _write_name(axes, each, (lowest, middle))


def _write_name(axes: Axes, each: Bar, place: tuple[float, float]) -> None:
    for number, line in enumerate(each.lines):
        raised = ((len(each.lines) - 1) / 2 - number) * LINE
        write(axes, place, Note(line, "ink", each.fact, (-GAP, raised), "right"))


def _pitches(bars: Sequence[Bar]) -> list[float]:
    return [PITCH + (len(each.lines) - 1) * LINE * 0.75 for each in bars]
