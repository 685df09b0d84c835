"""Sums with the ends that print allows, and workings in the digits of the sources."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

from msgspec import Struct

from core.amounts import Amount, base_unit, places_of
from core.model import Observation
from core.wording import BOUND_WORD


class Range(Struct, frozen=True):
    """The least and the most that a result can be; None is unbounded."""

    low: Decimal | None
    high: Decimal | None

    def meets(self, other: Range) -> bool:
        """Whether the two have a value in common."""
        below = self.high is not None and other.low is not None and self.high < other.low
        above = self.low is not None and other.high is not None and self.low > other.high
        return not (below or above)

    def wider(self, by: Decimal) -> Range:
        """The range with both ends moved outwards."""
        low, high = self.low, self.high
        return Range(None if low is None else low - by, None if high is None else high + by)

    def width(self) -> Decimal | None:
        """How far the ends lie apart; None where one is open."""
        return None if self.low is None or self.high is None else self.high - self.low


def range_of(amount: Amount) -> Range:
    """What an amount allows."""
    return Range(amount.low, amount.high)


def growth_range(now: Amount, before: Amount) -> Range | None:
    """By how many percent one level can exceed another; None where that cannot be told."""
    quotient = _quotient(now, before)
    return quotient and Range(_percent(quotient.low, minus=100), _percent(quotient.high, minus=100))


def share_range(part: Amount, whole: Amount) -> Range | None:
    """How many percent of a whole a part can be; None where that cannot be told."""
    quotient = _quotient(part, whole)
    return quotient and Range(_percent(quotient.low), _percent(quotient.high))


def sum_range(parts: Sequence[Amount]) -> Range:
    """What several amounts can be together."""
    lows, highs = [each.low for each in parts], [each.high for each in parts]
    return Range(
        sum((low or Decimal(0) for low in lows), Decimal(0)),
        None if None in highs else sum((high or Decimal(0) for high in highs), Decimal(0)),
    )


def _quotient(over: Amount, under: Amount) -> Range | None:
    if not (over.low and over.high and under.low and under.high) or over.low < 0 or under.low <= 0:
        return None
    return Range(over.low / under.high, over.high / under.low)


def _percent(quotient: Decimal | None, *, minus: int = 0) -> Decimal | None:
    return None if quotient is None else quotient * 100 - minus


# -- in print -------------------------------------------------------------------------------------


def rounded(value: Decimal, places: int) -> Decimal:
    """The value with so many decimals, halves rounded up as the statistics do."""
    return value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)


def decimals(observation: Observation) -> int:
    """How many decimals a value is printed with."""
    exponent = places_of(observation).as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def in_digits(observations: Sequence[Observation]) -> list[str]:
    """The values as their sources have them, bounds before them; with their units where these differ."""
    same = len({base_unit(each.unit) for each in observations}) == 1
    return [f"{BOUND_WORD[each.bound]}{each.value:f}{'' if same else each.unit}" for each in observations]


def equals(exact: Decimal, places: int) -> str:
    """The sign and the number at the end of a working: "= 4.4" or "≈ 4.4"."""
    shown = rounded(exact, places)
    return f"{'=' if shown == exact else '≈'} {shown:f}"
