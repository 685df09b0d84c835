"""What a park promised, and what came."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from core.agreement import agreed
from core.judgement import Promise
from core.model import Observation, ParkProfile

MOST_OUTCOMES = 4


def held(park: ParkProfile, promises: Iterable[Promise]) -> list[tuple[tuple[Observation, ...], Observation]]:
    """Outcomes, the oldest first, and the target that they are held against; only of the park itself."""
    own = {point.id for series in park.series if series.subject == park.name for point in series.points}
    found = []
    for each in promises:
        if each.park == park.id and each.project is None and each.target and each.target.id in own:
            outcomes = _one_a_period(each.outcomes)[-MOST_OUTCOMES:]
            units = {one.unit for one in (*outcomes, each.target)}
            if outcomes and len(units) == 1:
                found.append((outcomes, each.target))
    return found


def _one_a_period(outcomes: Iterable[Observation]) -> tuple[Observation, ...]:
    """One outcome for each period on which all documents agree."""
    periods: dict[str | None, list[Observation]] = defaultdict(list)
    for each in outcomes:
        periods[each.period].append(each)
    found = (agreed(said) for said in periods.values())
    return tuple(each for each in found if each is not None)
