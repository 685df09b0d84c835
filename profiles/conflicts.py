"""The conflict ledger: values of one thing that cannot all hold, each conflict with its likely cause."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from msgspec.structs import replace

from core.judgement import Cause, Conflict
from core.model import Observation
from profiles.alike import dispute, in_time, surest, when_told
from profiles.claims import Claim, Thing

Pair = tuple[Claim, Claim]


def find_conflicts(claims: Sequence[Claim], settled: Iterable[frozenset[str]] = ()) -> tuple[Conflict, ...]:
    """Every conflict, by park, subject and indicator.

    `settled` are pairs of ids of which the later report revises the earlier: they are no conflict.
    """
    known = set(settled)
    found = [
        _conflict(group, causes, alike)
        for alike in by_thing(claims).values()
        for group, causes in _groups(_disputes(alike, known))
    ]
    named = (replace(each, id=name) for each, name in zip(found, _ids(found), strict=True))
    return tuple(sorted(named, key=lambda each: (each.park or "", each.subject, each.indicator, each.id)))


def by_thing(claims: Iterable[Claim]) -> dict[Thing, list[Claim]]:
    """Claims of one thing, in the order given."""
    things: dict[Thing, list[Claim]] = defaultdict(list)
    for claim in claims:
        things[claim.thing].append(claim)
    return things


def finding_id(kind: str, *about: str | None) -> str:
    """An id made of what a finding is about: the same in every build that finds it."""
    key = "\x1f".join(each or "" for each in about)
    return f"{kind}-{hashlib.sha256(key.encode()).hexdigest()[:10]}"


def _disputes(alike: Sequence[Claim], settled: set[frozenset[str]]) -> Iterator[tuple[Pair, Cause]]:
    for one, other in combinations(alike, 2):
        if frozenset((one.observation.id, other.observation.id)) not in settled and (
            why := dispute(one, other)
        ):
            yield (one, other), why


def _groups(disputes: Iterable[tuple[Pair, Cause]]) -> list[tuple[list[Claim], set[Cause]]]:
    """Claims that are in dispute with one another, directly or through a third."""
    groups: list[tuple[list[Claim], set[Cause]]] = []
    for pair, why in disputes:
        touched = [group for group in groups if any(claim in group[0] for claim in pair)]
        claims = list(dict.fromkeys(claim for group in touched for claim in group[0]))
        claims += [claim for claim in pair if claim not in claims]
        groups = [group for group in groups if group not in touched]
        groups.append((claims, {why, *(cause for group in touched for cause in group[1])}))
    return groups


def _conflict(group: Sequence[Claim], causes: set[Cause], alike: Sequence[Claim]) -> Conflict:
    sides = sorted(_sides(group), key=lambda claim: (in_time(claim.observation), claim.told))
    echoes = [
        claim for claim in alike if claim not in sides and any(_says_again(claim, side) for side in sides)
    ]
    first = sides[0]
    return Conflict(
        id="",
        park=first.park,
        subject=first.subject,
        indicator=first.observation.indicator,
        measure=first.observation.measure,
        sides=tuple(claim.observation for claim in sides),
        cause=surest(causes),
        echoes=tuple(claim.observation for claim in echoes),
    )


def _sides(group: Sequence[Claim]) -> list[Claim]:
    """One claim for each value and voice; the first print stands for its reprints."""
    sides: dict[tuple[object, ...], Claim] = {}
    for claim in sorted(
        group, key=lambda each: (each.observation.evidence.document != each.voice, each.told)
    ):
        sides.setdefault(_said(claim), claim)
    return list(sides.values())


def first_print_first(claim: Claim) -> tuple[object, ...]:
    """Sorts claims: no reprint first, then by the date of their documents."""
    return claim.observation.evidence.document != claim.voice, claim.told


def _said(claim: Claim) -> tuple[object, ...]:
    return claim.voice, claim.amount.value, claim.amount.bound


def _says_again(claim: Claim, side: Claim) -> bool:
    return _said(claim) == _said(side) and when_told(claim, side) in ("same", "near")


def _ids(conflicts: Sequence[Conflict]) -> list[str]:
    """Ids of the thing and its first time; of the sides too where two conflicts share these."""
    plain = [
        finding_id("conflict", each.park, each.subject, each.indicator, each.measure, each.sides[0].period)
        for each in conflicts
    ]
    uses = Counter(plain)
    return [
        finding_id("conflict", name, *sorted(side.id for side in each.sides)) if uses[name] > 1 else name
        for name, each in zip(plain, conflicts, strict=True)
    ]


def disputed(conflicts: Iterable[Conflict]) -> Mapping[str, Observation]:
    """Every value in dispute, by its id."""
    return {each.id: each for conflict in conflicts for each in (*conflict.sides, *conflict.echoes)}
