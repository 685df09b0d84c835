"""Levels by what they are of: which one a check or a working takes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from core.periods import same_days, same_period
from profiles.claims import Claim

Key = tuple[str | None, str, str]


class Levels:
    """The levels of all documents, actual or estimated, to be asked for by indicator and time."""

    def __init__(self, claims: Iterable[Claim]) -> None:
        self._levels: dict[Key, list[Claim]] = defaultdict(list)
        for claim in claims:
            each = claim.observation
            if each.measure == "level" and each.status != "target":
                self._levels[(claim.park, claim.subject, each.indicator)].append(claim)

    def beside(self, claim: Claim, indicator: str, period: str | None) -> list[Claim]:
        """Levels of the claim's subject that may stand in one sum with it, the best first."""
        found = self._levels.get((claim.park, claim.subject, indicator), ())
        fitting = [level for level in found if _fits(level, claim, period)]
        return sorted(_newest_first(fitting), key=lambda level: _distance(level, claim))


def same_sentence(one: Claim, other: Claim) -> bool:
    """Whether two claims stand in one sentence of one document."""
    a, b = one.observation.evidence, other.observation.evidence
    return a.document == b.document and a.sentence == b.sentence


def _fits(level: Claim, claim: Claim, period: str | None) -> bool:
    each, other = level.observation, claim.observation
    if level.observation.id == claim.observation.id or period is None:
        return False
    if level.voice == claim.voice:  # an undated document tells a year's figures as of the year
        timely = same_days(each.period, period)
    else:
        timely = same_period(each.period, period)
    scoped = each.scope == other.scope or (other.scope is None and same_sentence(level, claim))
    return timely and scoped and (each.basis == other.basis or None in (each.basis, other.basis))


def _newest_first(levels: Iterable[Claim]) -> list[Claim]:
    """As documents are ordered: a date known only in part is older than those within it, none the oldest."""
    by_id = sorted(levels, key=lambda level: level.observation.id)
    return sorted(by_id, key=lambda level: level.written or "", reverse=True)


def _distance(level: Claim, claim: Claim) -> tuple[bool, bool]:
    """Sorts levels: those of the same sentence first, then those of the same document."""
    return (not same_sentence(level, claim), level.voice != claim.voice)
