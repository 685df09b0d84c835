"""Stated shares held against the part and the whole that they speak of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from core.amounts import in_base_unit
from core.judgement import Audit, Working
from core.model import Observation
from profiles.arithmetic import decimals, equals, in_digits, range_of, share_range
from profiles.claims import Claim
from profiles.conflicts import finding_id
from profiles.levels import Levels
from profiles.vocabulary import Vocabulary

OWN = re.compile(r"^(?:全区|新区|园区|该区|全园|开发区|高新区|经开区|区)的?(?=..)")

NATIONAL = re.compile(r"国内|全国|全[省市]")


def audit_shares(claims: Sequence[Claim], levels: Levels, vocabulary: Vocabulary) -> Iterator[Audit]:
    """Checks of shares whose part and whole are stated for the same time."""
    for claim in claims:
        name = whole_of(claim, vocabulary)
        if name is not None and claim.observation.status != "target":
            yield from _check(claim, name, levels)


def whole_of(share: Claim, vocabulary: Vocabulary) -> str | None:
    """The indicator that a share is a share of, where it is one of the subject itself."""
    if share.observation.measure != "share" or NATIONAL.search(share.against):
        return None
    name = vocabulary.canonical(OWN.sub("", share.against)) if share.against else None
    return None if name == share.observation.indicator else name  # its share in that of a wider territory


def share_working(part: Observation, whole: Observation, places: int) -> str:
    """55.6 ÷ 175.1 ≈ 31.8%"""
    over, under = in_digits((part, whole))
    return f"{over} ÷ {under} {equals(in_base_unit(part) / in_base_unit(whole) * 100, places)}%"


def _check(share: Claim, name: str, levels: Levels) -> Iterator[Audit]:
    each = share.observation
    parts, wholes = (_exact(levels.beside(share, of, each.period)) for of in (each.indicator, name))
    if not parts or not wholes or parts[0].amount.unit != wholes[0].amount.unit:
        return
    computed = share_range(parts[0].amount, wholes[0].amount)
    if computed is not None:
        sides = (parts[0].observation, wholes[0].observation)
        working = Working(share_working(*sides, max(1, decimals(each))), sides)
        agrees = computed.meets(range_of(share.amount))
        yield Audit(finding_id("audit", "share", each.id), share.park, "share", each, working, agrees)


def _exact(levels: Sequence[Claim]) -> list[Claim]:
    return [level for level in levels if level.amount.bound == "="]
