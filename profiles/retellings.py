"""Points that several documents state: told alike, or revised by a later report."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from core.judgement import Retelling
from core.model import Observation
from core.periods import months_apart
from profiles.alike import differ_little, is_timeless, may_be_one, when_told
from profiles.claims import Claim
from profiles.conflicts import by_thing, finding_id, first_print_first
from profiles.timing import NEAR_MONTHS


def find_retellings(claims: Sequence[Claim]) -> tuple[Retelling, ...]:
    """Confirmations and revisions, by park, subject, indicator and time."""
    points = (point for alike in by_thing(claims).values() for point in _points(alike))
    found = [each for point in points for each in _retellings(_by_voice(point))]
    return tuple(sorted(found, key=_place))


def settled_pairs(retellings: Iterable[Retelling]) -> Iterator[frozenset[str]]:
    """The ids of any two reports that a revision takes together."""
    for each in retellings:
        if each.kind == "revision":
            for pair in combinations(each.reports, 2):
                yield frozenset(report.id for report in pair)


def _place(retelling: Retelling) -> tuple[str, ...]:
    first = retelling.reports[0]
    return (retelling.park or "", first.subject, first.indicator, first.period or "", retelling.id)


def _points(alike: Sequence[Claim]) -> Iterator[list[Claim]]:
    """Claims of one thing, scope, basis and time; each list in order of its documents' dates."""
    points: dict[tuple[str | None, ...], list[Claim]] = defaultdict(list)
    for claim in alike:
        each = claim.observation
        if each.status != "target" and (each.period is not None or is_timeless(claim)):
            points[(each.scope, each.basis, each.period)].append(claim)
    yield from (point for point in points.values() if len({claim.voice for claim in point}) > 1)


def _by_voice(point: Sequence[Claim]) -> list[Claim]:
    """One claim for each document; one that tells two values of one thing is no witness to either."""
    voices: dict[str, list[Claim]] = defaultdict(list)
    for claim in point:
        voices[claim.voice].append(claim)
    sure = (claims for claims in voices.values() if len({claim.amount.value for claim in claims}) == 1)
    return sorted((min(claims, key=first_print_first) for claims in sure), key=lambda claim: claim.told)


def _retellings(reports: Sequence[Claim]) -> Iterator[Retelling]:
    for alike in _agreeing(reports):
        yield _retelling("confirmation", alike)
    chain: list[Claim] = []
    for claim in reports:
        if chain and not _revises(claim, chain[-1]):
            yield from _revision(chain)
            chain = []
        chain.append(claim)
    yield from _revision(chain)


def _agreeing(reports: Sequence[Claim]) -> Iterator[list[Claim]]:
    """Groups of reports that tell one value."""
    left = [claim for claim in reports if claim.observation.status == "actual" and claim.amount.bound == "="]
    while left:
        alike = [claim for claim in left if claim.amount.meets(left[0].amount)]
        if len(alike) > 1:
            yield alike
        left = [claim for claim in left if claim not in alike]


def _revises(later: Claim, earlier: Claim) -> bool:
    """Whether a later report tells the same point a little differently, or confirms it."""
    if None in (later.written, earlier.written) or later.written == earlier.written:
        return False
    turned = (earlier.observation.status, later.observation.status)
    if turned not in (("actual", "actual"), ("estimate", "actual"), ("estimate", "estimate")):
        return False
    if _is_told_anew(later, earlier):
        return True
    of_one = later.naming == "one" or may_be_one(later, earlier)
    alike = later.amount.meets(earlier.amount) or differ_little(later, earlier)
    return alike and of_one and when_told(later, earlier) in ("same", "near")


def _is_told_anew(later: Claim, earlier: Claim) -> bool:
    """Whether what holds until another value is told was told so long ago that the plan has changed."""
    return is_timeless(later) and months_apart(later.written or "", earlier.written or "") > NEAR_MONTHS


def _revision(chain: Sequence[Claim]) -> Iterator[Retelling]:
    if any(not one.amount.meets(other.amount) for one, other in combinations(chain, 2)):
        yield _retelling("revision", chain)


def _retelling(kind: str, claims: Sequence[Claim]) -> Retelling:
    reports: tuple[Observation, ...] = tuple(claim.observation for claim in claims)
    first = claims[0]
    about = (first.park, first.subject, *map(str, first.thing[2:]), reports[0].scope, reports[0].basis)
    value = "" if kind == "revision" else str(first.amount.value)
    return Retelling(
        id=finding_id(kind, *about, reports[0].period, value),
        park=first.park,
        kind="revision" if kind == "revision" else "confirmation",
        reports=reports,
    )
