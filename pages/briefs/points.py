"""A brief in 30 seconds: which points it makes. A language says each of them in a sentence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from core.judgement import Verdict
from core.model import PolicyMention, PolicyProfile
from pages.briefs.claims import Claim
from pages.briefs.contents import Contents, Distinction, Grant, Investment, Policy, Role, Standing
from pages.briefs.timing import timing
from pages.promises import VERDICTS

AT_ONCE = 2  # figures of a sentence
NAMES = 3
STAGES_TOLD = 4
FEW = 3  # projects, from which on they are counted


@dataclass(frozen=True, slots=True)
class Figures:
    """Figures of one period."""

    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Counted:
    """How many projects the sources name, and how many of them stand at which stage."""

    count: int
    stages: tuple[tuple[str, int], ...] = ()  # most first; none where not all are listed


@dataclass(frozen=True, slots=True)
class Policies:
    """How many policies the sources name, and the first of them."""

    count: int
    first: tuple[tuple[PolicyProfile, PolicyMention], ...]


@dataclass(frozen=True, slots=True)
class Honours:
    """How many honours the sources name, and the first of them."""

    count: int
    first: tuple[Distinction, ...]


@dataclass(frozen=True, slots=True)
class Promised:
    """How many promises there are, and how many of each verdict."""

    count: int
    verdicts: tuple[tuple[Verdict, int], ...]


@dataclass(frozen=True, slots=True)
class Aim:
    """A target of the park that no promise tracks."""

    claim: Claim


@dataclass(frozen=True, slots=True)
class Disputed:
    """How many figures sources tell differently."""

    count: int


Point = Role | Figures | Counted | Policies | Grant | Honours | Promised | Aim | Disputed


def investment_points(told: Investment) -> Iterator[Point]:
    """What an investor reads if nothing else."""
    yield from told.roles[:1]
    for claims in (_first(told.economy or told.industries), _first(told.promotion)):
        if claims:
            yield Figures(claims)
    if len(told.projects) >= FEW:
        yield _counted(told.projects, told.more_projects)
    yield from _in_common(told)


def policy_points(told: Policy) -> Iterator[Point]:
    """What a reader of policies reads if nothing else."""
    if told.policies:
        yield Policies(len(told.policies) + told.more_policies, told.policies[:NAMES])
    yield from [each for each in told.grants if each.amount or each.limit][:1]
    if told.rankings:
        yield Figures(told.rankings[:1])
    elif told.honours:
        yield Honours(len(told.honours) + told.more_honours, told.honours[:NAMES])
    if first := _first(told.services):
        yield Figures(first)
    yield from _in_common(told)


def _first(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The claims of a section that come first, and are of one period."""
    return tuple(each for each in claims if timing(each.first) == timing(claims[0].first))[:AT_ONCE]


def _counted(told: Sequence[Standing], more: int) -> Counted:
    counts = Counter(each.stage for each in told if each.stage)
    return Counted(len(told) + more, () if more else tuple(counts.most_common(STAGES_TOLD)))


def _in_common(told: Contents) -> Iterator[Point]:
    if told.promises:
        counts = Counter(each.verdict for each in told.promises)
        verdicts = tuple((each, counts[each]) for each in VERDICTS if counts[each])
        yield Promised(len(told.promises), verdicts)
    else:
        dated = [each for each in told.goals if each.first.period and each.subject == told.park.name]
        yield from (Aim(each) for each in dated[:1])
    if told.conflicts:
        yield Disputed(len(told.conflicts))
