"""Parks side by side: one indicator, measure, unit, scope, basis and period."""

from __future__ import annotations

from collections.abc import Iterator

from core.comparison import Comparison, IndicatorProfile

FEWEST = 3  # two values are read faster in a table
MOST = 15


def drawable(indicator: IndicatorProfile) -> Iterator[Comparison]:
    """The comparisons that a drawing says more of than a table; a rank is no length."""
    for each in indicator.comparisons:
        if each.measure != "rank" and len(each.standings) >= FEWEST:
            yield each
