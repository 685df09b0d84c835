"""Which facts may stand side by side in one drawing."""

from __future__ import annotations

from core.model import Measure, ParkProfile, Series


def own_series(park: ParkProfile, measure: Measure) -> list[Series]:
    """The series of one measure that are about the park itself, not about what lies in it."""
    return [each for each in park.series if each.subject == park.name and each.measure == measure]
