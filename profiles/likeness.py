"""What figures must share to compare, and what keeps a figure from comparing with anything."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from core.amounts import base_amount, base_unit, in_base_unit
from core.comparison import Difference
from core.judgement import Conflict
from core.lexicon import Indicator
from core.model import Observation, ParkProfile, Profiles, SourceProfile
from core.periods import UNKNOWN, Reach, reach
from core.wording import STATUS

NO_PARK: Final = "其他"
CUMULATIVE: Final = "累计"


@dataclass(frozen=True, slots=True)
class Likeness:
    """What figures of one indicator and measure must share to compare."""

    unit: str
    scope: str | None
    basis: str | None
    reach: Reach


@dataclass(frozen=True, slots=True)
class Ground:
    """What decides beside the figure itself."""

    published: Mapping[str, str | None]  # by document
    territories: frozenset[str]  # ids of profiles that are no development zones
    flows: Mapping[str, bool | None]  # by indicator
    disputes: Mapping[str, tuple[Observation, ...]]  # all sides, by id of an observation


def ground_of(profiles: Profiles, indicators: Sequence[Indicator], conflicts: Sequence[Conflict]) -> Ground:
    """The ground on which the figures of all parks are compared."""
    return Ground(
        published={each.document.id: _published(each) for each in profiles.sources},
        territories=frozenset(each.id for each in profiles.parks if _is_territory(each)),
        flows={each.name: each.flow for each in indicators},
        disputes={side.id: each.sides for each in conflicts for side in each.sides},
    )


def _published(source: SourceProfile) -> str | None:
    dates = [each.published for each in source.facts.articles if each.published]
    return source.document.metadata.published or max(dates, default=None)


def _is_territory(park: ParkProfile) -> bool:
    """A city or district that a document gives figures about; the register knows no such thing."""
    return park.entry is None and park.kind == NO_PARK


def likeness_of(observation: Observation) -> Likeness:
    """What the figure would have to share with another."""

    def telling(limit: str | None) -> str | None:
        """规上 of 规上工业总产值, 预计 of an estimate: they say nothing that is not said already."""
        said = limit is None or limit in observation.indicator or limit == STATUS[observation.status]
        return None if said else limit

    return Likeness(
        unit=base_amount(observation)[1],
        scope=telling(observation.scope),
        basis=telling(observation.basis),
        reach=reach(observation.period),
    )


def flaws_of(park: str, observation: Observation, ground: Ground) -> Iterator[Difference]:
    """What keeps a figure of a park from comparing with anything."""
    if park in ground.territories:
        yield "territory"
    if observation.id in ground.disputes:
        yield "disputed"
    if observation.status != "actual":
        yield "target" if observation.status == "target" else "estimate"
    if observation.period is None:
        yield "undated"
    elif observation.status == "actual":
        yield from _flaws_of_period(observation, reach(observation.period), ground)


def _flaws_of_period(observation: Observation, covered: Reach, ground: Ground) -> Iterator[Difference]:
    stock = ground.flows.get(observation.indicator) is False and observation.measure != "growth"
    flow = ground.flows.get(observation.indicator) is True or observation.measure in ("growth", "increment")
    since_when = observation.basis == CUMULATIVE and not stock and "/" not in (observation.period or "")
    if since_when or (flow and covered.as_of):
        yield "span"
    elif flow and covered.last > _last_day(ground.published.get(observation.evidence.document)):
        yield "unfinished"  # 今年以来: a year in which the article was written


def _last_day(published: str | None) -> tuple[int, int, int]:
    return UNKNOWN.last if published is None else reach(published).last


def agreed(figures: Sequence[Observation]) -> Observation | None:
    """The figure that all sources state, the exact before the vague; None where they contradict."""
    first = min(figures, key=_vagueness)
    return first if all(_reconciled(first, each) for each in figures) else None


def _vagueness(observation: Observation) -> tuple[bool, Decimal, Decimal]:
    """Sorts the exact first, the finest of them first; of bounds the tightest."""
    value = in_base_unit(observation)
    tightness = {">": -value, "<": value}.get(observation.bound, Decimal(0))
    return (observation.bound != "=", _grain(observation), tightness)


def _reconciled(first: Observation, other: Observation) -> bool:
    """Whether both can hold: equal but for rounding, or the one within the other's bound."""
    value, told = in_base_unit(first), in_base_unit(other)
    if abs(value - told) <= _grain(other) / 2:
        return True
    if first.bound == "=":
        return {">": value >= told, "<": value <= told}.get(other.bound, False)
    return first.bound == other.bound and first.bound != "~"  # above 500 is above 400


def _grain(observation: Observation) -> Decimal:
    """The step of the last digit printed, in the common unit."""
    exponent = observation.value.as_tuple().exponent
    step = Decimal(1).scaleb(min(exponent, 0)) if isinstance(exponent, int) else Decimal(1)
    return step * base_unit(observation.unit)[1]
