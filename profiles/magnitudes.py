"""Values thousands of times off their neighbours in the series: 万 for 亿, or a digit too many."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal

from core.amounts import in_base_unit
from core.judgement import Audit, Working
from core.model import Observation
from core.periods import reach, same_period
from profiles.arithmetic import rounded
from profiles.claims import Claim
from profiles.conflicts import by_thing, finding_id

OFF = Decimal(1000)  # so many times a value of a series is no longer of its order
NEAR_YEARS = 2  # between a value and its nearest neighbour
KINDRED = Decimal(20)  # so many times neighbours may differ and be of one order


def audit_magnitudes(claims: Sequence[Claim]) -> Iterator[Audit]:
    """Values far off all others of their series, which are of one order; of two values, both."""
    for alike in by_thing(claims).values():
        series: dict[tuple[str | None, ...], list[Observation]] = defaultdict(list)
        for claim in filter(_is_in_a_series, alike):
            each = claim.observation
            series[(claim.park, each.scope, each.basis)].append(each)
        for (park, *_), points in series.items():
            yield from _outliers(park, points)


def _is_in_a_series(claim: Claim) -> bool:
    each = claim.observation
    level = each.measure == "level" and each.status == "actual" and each.value > 0
    return level and each.period is not None and claim.naming == "one"


def _outliers(park: str | None, points: Sequence[Observation]) -> Iterator[Audit]:
    for point in points:
        others = [each for each in points if not same_period(each.period, point.period)]
        if others and _of_one_order(others) and all(_times(point, each) >= OFF for each in others):
            nearest = min(others, key=lambda each: _years_apart(each, point))
            if _years_apart(nearest, point)[0] <= NEAR_YEARS:
                yield _audit(park, point, nearest)


def _audit(park: str | None, point: Observation, nearest: Observation) -> Audit:
    large, small = sorted((point, nearest), key=in_base_unit, reverse=True)
    times = rounded(_times(point, nearest), 0)
    formula = f"{large.value:f}{large.unit} ÷ {small.value:f}{small.unit} ≈ {times:f}"
    working = Working(formula, (large, small))
    return Audit(finding_id("audit", "magnitude", point.id), park, "magnitude", point, working, False)


def _of_one_order(points: Sequence[Observation]) -> bool:
    values = [in_base_unit(each) for each in points]
    return max(values) <= min(values) * KINDRED


def _times(one: Observation, other: Observation) -> Decimal:
    small, large = sorted((in_base_unit(one), in_base_unit(other)))
    return large / small


def _years_apart(one: Observation, other: Observation) -> tuple[int, str]:
    years = abs(reach(one.period).last[0] - reach(other.period).last[0])
    return years, one.id
