"""A stated rise in a ranking held against the two ranks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from core.judgement import Audit, Working
from core.periods import same_period, year_before
from core.wording import STEPS
from profiles.claims import Claim
from profiles.conflicts import finding_id
from profiles.levels import same_sentence

PASSING = re.compile(r"\d{4}年?度?|位列|位居|排名|升至|[公发]布的?|中$|的")  # in the name of a ranking


def audit_ranks(claims: Sequence[Claim]) -> Iterator[Audit]:
    """Checks of places gained or lost, by two ranks of the sentence or by this year's and the last's."""
    ranks = [claim for claim in claims if claim.observation.measure == "rank"]
    for claim in claims:
        each = claim.observation
        moved = each.measure == "increment" and each.unit in STEPS and each.status == "actual"
        pair = _two_ranks(claim, ranks) if moved and each.bound == "=" else None
        if pair is not None:
            yield _audit(claim, *pair)


def _two_ranks(moved: Claim, ranks: Sequence[Claim]) -> tuple[Claim, Claim] | None:
    """The rank before and the rank after; None where they are not both told."""
    here = [rank for rank in ranks if same_sentence(rank, moved) and rank.subject == moved.subject]
    exact = [rank for rank in here if rank.observation.bound == "="]
    if len(exact) == 2:
        first, second = sorted(exact, key=lambda rank: rank.observation.evidence.span)
        return first, second
    if len(exact) != 1 or exact[0].observation.period is None:
        return None
    after = exact[0]
    earlier = year_before(after.observation.period or "")
    alike = [rank for rank in ranks if _same_ranking(rank, after)]
    known = [rank for rank in alike if same_period(rank.observation.period, earlier)]
    return (known[-1], after) if known else None


def _same_ranking(one: Claim, other: Claim) -> bool:
    names = {PASSING.sub("", claim.observation.indicator) for claim in (one, other)}
    same = (one.park, one.subject, one.against) == (other.park, other.subject, other.against)
    return same and len(names) == 1 and one.observation.status == "actual" and one.observation.bound == "="


def _audit(moved: Claim, before: Claim, after: Claim) -> Audit:
    each = moved.observation
    operands = (before.observation, after.observation)
    first, last = (int(operand.value) for operand in operands)
    places = abs(first - last)
    working = Working(f"{max(first, last)} − {min(first, last)} = {places}", operands)
    name = finding_id("audit", "rank", each.id)
    return Audit(name, moved.park, "rank", each, working, places == abs(int(each.value)))
