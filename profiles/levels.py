"""Levels by what they are of: which one a check or a working takes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

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
        return sorted(fitting, key=lambda level: _distance(level, claim))


def same_sentence(one: Claim, other: Claim) -> bool:
    """Whether two claims stand in one sentence of one document."""
    a, b = one.observation.evidence, other.observation.evidence
    return a.document == b.document and a.sentence == b.sentence


def _fits(level: Claim, claim: Claim, period: str | None) -> bool:
    each, other = level.observation, claim.observation
    if level.observation.id == claim.observation.id or period is None:
        return False
    if level.voice == claim.voice:  # an undated document tells a year's figures as of the year
        timely = (each.period or "").lstrip("@") == period.lstrip("@")
    else:
        timely = each.period == period
    scoped = each.scope == other.scope or (other.scope is None and same_sentence(level, claim))
    return timely and scoped and (each.basis == other.basis or None in (each.basis, other.basis))


def _distance(level: Claim, claim: Claim) -> tuple[object, ...]:
    """Sorts levels: of the same sentence, of the same document, then the newest report."""
    same_voice = level.voice == claim.voice
    newest_first = [-ord(character) for character in level.written or ""] or [1]
    return (not same_sentence(level, claim), not same_voice, newest_first, level.observation.id)
