"""How the times of two values stand to each other: the same, part and whole, two dates, apart."""

from __future__ import annotations

from typing import Literal

from core.model import Measure
from core.periods import months_apart, overlap, reach, same_period

Timing = Literal[
    "same",
    "part",  # the first lies within the second
    "whole",  # the second lies within the first
    "near",  # two dates, or a date and its year, of a stock
    "apart",  # nothing to compare
]
NEAR_MONTHS = 6


def timing(one: str | None, other: str | None, *, measure: Measure, flow: bool | None) -> Timing:
    """How two periods of one indicator stand to each other. An unknown period is apart from all."""
    if one is None or other is None:
        return "apart"
    if measure == "increment":
        return _of_flow(one, other)
    if measure != "level":
        return "same" if same_period(one, other) else "apart"
    if flow is True:
        return _of_flow(one, other)
    if flow is False:
        return _of_stock(one, other)
    return "same" if same_period(one, other) else "apart"


def _of_flow(one: str, other: str) -> Timing:
    """A flow told as of a date is an event or a running total: like to none."""
    a, b = reach(one), reach(other)
    if a.as_of or b.as_of:
        return "apart"
    if a == b:
        return "same"
    if b.first <= a.first and a.last <= b.last:
        return "part"
    return "whole" if a.first <= b.first and b.last <= a.last else "apart"


def _of_stock(one: str, other: str) -> Timing:
    if same_period(one, other):
        return "same"
    if overlap(one, other):
        return "near"
    dates = reach(one).as_of and reach(other).as_of
    return "near" if dates and months_apart(one, other) <= NEAR_MONTHS else "apart"
