"""Which facts may stand side by side in one drawing."""

from __future__ import annotations

from collections.abc import Iterable

from core.model import Measure, Observation, ParkProfile, Series


def own_series(park: ParkProfile, measure: Measure) -> list[Series]:
    """The series of one measure that are about the park itself, not about what lies in it."""
    return [each for each in park.series if each.subject == park.name and each.measure == measure]


def agreed(observations: Iterable[Observation]) -> Observation | None:
    """The fact that all of them state, the exact before the vague; None where they contradict each other."""
    found = sorted(observations, key=lambda each: each.bound != "=")
    first = found[0]
    return first if all(_reconcilable(first, each) for each in found) else None


def _reconcilable(one: Observation, other: Observation) -> bool:
    if one.unit != other.unit:
        return False
    if (one.bound, one.value) == (other.bound, other.value):
        return True
    reached = {">": one.value >= other.value, "<": one.value <= other.value}
    return one.bound == "=" and reached.get(other.bound, False)
