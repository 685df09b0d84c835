"""The arithmetic audit: what sources state, worked out from what else they state."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from core.judgement import Audit
from profiles.claims import Claim
from profiles.growth import audit_growth
from profiles.levels import Levels
from profiles.magnitudes import audit_magnitudes
from profiles.parts import audit_parts
from profiles.ranks import audit_ranks
from profiles.shares import audit_shares
from profiles.vocabulary import Vocabulary


def audit(claims: Sequence[Claim], vocabulary: Vocabulary) -> tuple[Audit, ...]:
    """Every check that says something, by park and by the value that it checks."""
    levels = Levels(claims)
    found = [
        *audit_growth(claims, levels),
        *audit_parts(claims, levels),
        *audit_shares(claims, levels, vocabulary),
        *audit_ranks(claims),
        *audit_magnitudes(claims),
    ]
    told = {claim.observation.id: claim.told for claim in claims}
    return tuple(sorted(found, key=lambda each: (each.park or "", told[each.checked.id], each.id)))


def accused(audits: Iterable[Audit]) -> Iterator[str]:
    """The ids of values that a check does not bear out; of a sum that fails nobody knows which is wrong."""
    for each in audits:
        if not each.agrees:
            yield each.checked.id
            yield from (operand.id for operand in each.working.operands if each.kind == "parts")
