"""Values that no source states and two stated values give: growth from two levels, a part's share."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from decimal import Decimal

from core.amounts import in_base_unit
from core.judgement import Derived, Working
from core.model import Bound, Measure
from core.periods import Days, days_of, reach, same_period
from profiles.arithmetic import Range, growth_range, rounded, share_range
from profiles.claims import Claim
from profiles.conflicts import finding_id
from profiles.growth import growth_working, year_earlier
from profiles.levels import Levels
from profiles.parts import belongings
from profiles.shares import share_working, whole_of
from profiles.vocabulary import Vocabulary, grows_in_real_terms

CERTAIN = Decimal("0.2")  # percentage points: what allows more is told as 约
FINE = Decimal(1)  # what allows no more is told with a decimal
COARSE = Decimal(3)  # what allows no more is told without; beyond that nothing is told
FEW = 10  # of so few, percent say nothing

Point = tuple[str | None, str, str, Days | None]


def derive(claims: Sequence[Claim], vocabulary: Vocabulary, doubtful: Collection[str]) -> tuple[Derived, ...]:
    """Growth and shares, of values that are actual, exact and not in doubt."""
    sure = [claim for claim in claims if _is_sure(claim, doubtful)]
    found = [*_growths(sure, claims), *_shares(sure, claims, vocabulary)]
    return tuple(sorted(found, key=lambda each: (each.park or "", each.subject, each.id)))


def _is_sure(claim: Claim, doubtful: Collection[str]) -> bool:
    each = claim.observation
    actual = each.measure == "level" and each.status == "actual" and each.bound == "="
    return actual and claim.park is not None and claim.naming != "many" and each.id not in doubtful


# -- growth ---------------------------------------------------------------------------------------


def _growths(sure: Sequence[Claim], claims: Sequence[Claim]) -> Iterable[Derived]:
    """One for each point; of several reports of it the newest."""
    levels = Levels(sure)
    stated = {_point(claim) for claim in claims if claim.observation.measure == "growth"}
    found: dict[Point, Derived] = {}
    for now in sure:
        if now.naming == "one" and _point(now) not in stated and _grows(now):
            for before in year_earlier(now, levels)[:1]:
                found.update((_point(now), each) for each in _growth(now, before))
    return found.values()


def _grows(level: Claim) -> bool:
    """Whether two levels of a year tell its growth: not for what grows at constant prices, nor for events."""
    event = level.flow is not False and reach(level.observation.period).as_of
    return not event and not level.running and not grows_in_real_terms(level.observation.indicator)


def _growth(now: Claim, before: Claim) -> Iterator[Derived]:
    a, b = now.observation, before.observation
    spread = growth_range(now.amount, before.amount)
    places = _places(spread)
    if places is not None and before.amount.value >= FEW:
        exact = (in_base_unit(a) / in_base_unit(b) - 1) * 100
        working = Working(growth_working(a, b, places), (a, b))
        yield _derived(now, "growth", (rounded(exact, places), _bound(spread)), working)


def _point(claim: Claim) -> Point:
    each = claim.observation
    return claim.park, claim.subject, each.indicator, days_of(each.period)


# -- shares ---------------------------------------------------------------------------------------


def _shares(sure: Sequence[Claim], claims: Sequence[Claim], vocabulary: Vocabulary) -> Iterable[Derived]:
    """One for each part; of several reports of it the newest."""
    shares = [claim for claim in claims if claim.observation.measure == "share"]
    stated = {(_point(claim), whole_of(claim, vocabulary)) for claim in shares if claim.against}
    unsaid = {_point(claim) for claim in shares if not claim.against}
    found: dict[Point, Derived] = {}
    for part, whole in belongings(sure, Levels(sure)):
        told = _point(part) in unsaid or (_point(part), whole.observation.indicator) in stated
        if not told and _of_one_time(part, whole):
            found.update((_point(part), each) for each in _share(part, whole))
    return found.values()


def _of_one_time(part: Claim, whole: Claim) -> bool:
    """Whether part and whole are told of one time, and by two names: the share would say nothing else."""
    a, b = part.observation, whole.observation
    return same_period(a.period, b.period) and a.indicator != b.indicator


def _share(part: Claim, whole: Claim) -> Iterator[Derived]:
    a, b = part.observation, whole.observation
    spread = share_range(part.amount, whole.amount)
    places = _places(spread)
    if places is not None and in_base_unit(b) >= FEW and in_base_unit(a) <= in_base_unit(b):
        exact = in_base_unit(a) / in_base_unit(b) * 100
        working = Working(share_working(a, b, places), (a, b))
        yield _derived(part, "share", (rounded(exact, places), _bound(spread)), working)


# -- both -----------------------------------------------------------------------------------------


def _places(spread: Range | None) -> int | None:
    """How many decimals the print of the operands bears; None where it bears no whole percent."""
    width = spread.width() if spread else None
    if width is None or width > COARSE:
        return None
    return 1 if width <= FINE else 0


def _bound(spread: Range | None) -> Bound:
    width = spread.width() if spread else None
    return "=" if width is not None and width <= CERTAIN else "~"


def _derived(of: Claim, measure: Measure, told: tuple[Decimal, Bound], working: Working) -> Derived:
    return Derived(
        id=finding_id("derived", measure, *(operand.id for operand in working.operands)),
        park=of.park,
        subject=of.subject,
        indicator=of.observation.indicator,
        measure=measure,
        period=of.observation.period or "",
        value=told[0],
        unit="%",
        working=working,
        bound=told[1],
    )
