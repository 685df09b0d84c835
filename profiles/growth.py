"""Stated growth held against the two levels that it speaks of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from core.amounts import in_base_unit
from core.judgement import Audit, Working
from core.model import Observation
from core.periods import year_before
from profiles.arithmetic import Range, decimals, equals, growth_range, in_digits, range_of
from profiles.claims import Claim
from profiles.conflicts import finding_id
from profiles.leads import last_clause
from profiles.levels import Levels
from profiles.vocabulary import grows_in_real_terms

PRICES = Decimal(5)  # points by which growth at constant prices may differ from that of two levels
COARSE = Decimal(5)  # points: levels that allow so much between them check nothing
PLAIN = ("", "名义")  # growth over the year before, as two levels give it
NET = re.compile(r"[比较](?:上年|去年|上一年|\d{4}年)[^，,；;。]{0,8}(?:增加|减少|增长)|净增")


def audit_growth(claims: Sequence[Claim], levels: Levels) -> Iterator[Audit]:
    """Checks of growth in percent, and of net increments over the year before."""
    for claim in claims:
        each = claim.observation
        if each.status == "target" or each.period is None or claim.naming == "many":
            continue
        if each.measure == "growth" and claim.amount.unit == "%" and claim.against in PLAIN:
            yield from _best(claim, _growth_checks(claim, levels))
        elif each.measure == "increment" and NET.search(last_clause(each)):
            yield from _best(claim, _increment_checks(claim, levels))


def _two_levels(claim: Claim, levels: Levels) -> Iterator[tuple[Claim, Claim]]:
    """The best level of a claim's time, told exactly, with each level of the year before."""
    for now in levels.beside(claim, claim.observation.indicator, claim.observation.period)[:1]:
        if now.amount.bound == "=" and not now.running:
            yield from ((now, before) for before in year_earlier(now, levels))


def year_earlier(now: Claim, levels: Levels) -> list[Claim]:
    """Levels of the year before a level, told exactly and in one unit with it; the best first."""
    each = now.observation
    found = levels.beside(now, each.indicator, year_before(each.period) if each.period else None)
    exact = [level for level in found if level.amount.bound == "=" and not level.running]
    return [level for level in exact if level.amount.unit == now.amount.unit]


def growth_working(now: Observation, before: Observation, places: int) -> str:
    """1688.3 ÷ 1617.1 − 1 ≈ 4.4%"""
    exact = (in_base_unit(now) / in_base_unit(before) - 1) * 100
    over, under = in_digits((now, before))
    return f"{over} ÷ {under} − 1 {equals(exact, places)}%"


Check = tuple[Working, bool]


def _best(claim: Claim, checks: Iterator[Check]) -> Iterator[Audit]:
    """One audit: a level that agrees clears the claim, else the best level accuses it."""
    found = sorted(checks, key=lambda check: not check[1])
    for working, agrees in found[:1]:
        each = claim.observation
        name = finding_id("audit", "growth", each.id)
        yield Audit(name, claim.park, "growth", each, working, agrees)


def _growth_checks(claim: Claim, levels: Levels) -> Iterator[Check]:
    each = claim.observation
    for now, before in _two_levels(claim, levels):
        computed = growth_range(now.amount, before.amount)
        if computed is None:
            continue
        allowed = computed.wider(PRICES) if grows_in_real_terms(each.indicator) else computed
        agrees = allowed.meets(range_of(claim.amount))
        if not agrees or not _is_coarse(computed):
            sides = (now.observation, before.observation)
            formula = growth_working(*sides, max(1, decimals(each)))
            yield Working(formula, sides), agrees


def _increment_checks(claim: Claim, levels: Levels) -> Iterator[Check]:
    for now, before in _two_levels(claim, levels):
        if now.amount.unit != claim.amount.unit:
            continue
        low, high = _difference(now, before)
        sides = (now.observation, before.observation)
        over, under = in_digits(sides)
        difference = now.observation.value - before.observation.value
        unit = "" if now.observation.unit == before.observation.unit else claim.amount.unit
        total = difference if not unit else now.amount.value - before.amount.value
        formula = f"{over} − {under} = {total:f}{unit}"
        yield Working(formula, sides), Range(low, high).meets(range_of(claim.amount))


def _difference(now: Claim, before: Claim) -> tuple[Decimal | None, Decimal | None]:
    a, b = now.amount, before.amount
    low = None if a.low is None or b.high is None else a.low - b.high
    high = None if a.high is None or b.low is None else a.high - b.low
    return low, high


def _is_coarse(computed: Range) -> bool:
    width = computed.width()
    return width is None or width > COARSE
