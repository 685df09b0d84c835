"""What figures must share to compare, and what keeps a figure from comparing with anything."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from core.amounts import base_amount
from core.comparison import Hindrance
from core.judgement import Conflict
from core.lexicon import Indicator
from core.model import Observation, ParkProfile, Profiles
from core.periods import UNKNOWN, Reach, reach
from core.wording import STATUS
from profiles.order import date_of

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
        published={each.document.id: date_of(each.document, each.facts) for each in profiles.sources},
        territories=frozenset(each.id for each in profiles.parks if _is_territory(each)),
        flows={each.name: each.flow for each in indicators},
        disputes={side.id: each.sides for each in conflicts for side in each.sides},
    )


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


def flaws_of(park: str, observation: Observation, ground: Ground) -> Iterator[Hindrance]:
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


def _flaws_of_period(observation: Observation, covered: Reach, ground: Ground) -> Iterator[Hindrance]:
    stock = ground.flows.get(observation.indicator) is False and observation.measure != "growth"
    flow = ground.flows.get(observation.indicator) is True or observation.measure in ("growth", "increment")
    since_when = observation.basis == CUMULATIVE and not stock and "/" not in (observation.period or "")
    if since_when or (flow and covered.as_of):
        yield "span"
    elif flow and covered.last > _last_day(ground.published.get(observation.evidence.document)):
        yield "unfinished"  # 今年以来: a year in which the article was written


def _last_day(published: str | None) -> tuple[int, int, int]:
    return UNKNOWN.last if published is None else reach(published).last
