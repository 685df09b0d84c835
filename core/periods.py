"""Periods as strings, after SDMX's time period: what they cover, how they sort, whether two meet.

"2024" a year · "2024-06" a month · "2022-01-14" a day · "2024-01/2024-09" months, both included ·
"2017/2021" years, both included · "@2021-12" as of a date (a stock).
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

from msgspec import Struct

LAST_MONTH = 12
DAYS = 31
DAY_PARTS = 2  # hyphens of 2024-07-05


class Reach(Struct, frozen=True, order=True):
    """First and last day covered, as (year, month, day); `as_of` marks a stock's date."""

    first: tuple[int, int, int]
    last: tuple[int, int, int]
    as_of: bool


Days = tuple[tuple[int, int, int], tuple[int, int, int]]
UNKNOWN = Reach((9999, 12, 31), (9999, 12, 31), True)  # sorts after everything known


def reach(period: str | None) -> Reach:
    """What a period covers; UNKNOWN for None. Raises ValueError on a malformed string."""
    if period is None:
        return UNKNOWN
    parts = period.lstrip("@").split("/")
    first, last = _numbers(parts[0]), _numbers(parts[-1])
    return Reach(_day(first, 1, 1), _day(last, LAST_MONTH, DAYS), period.startswith("@"))


def _numbers(part: str) -> list[int]:
    return [int(number) for number in part.split("-")]


def _day(known: list[int], month: int, day: int) -> tuple[int, int, int]:
    """Year, month and day, the unknown ones filled in."""
    year, month, day = [*known, *(month, day)[len(known) - 1 :]]
    return year, month, day


def same_period(one: str | None, other: str | None) -> bool:
    """Whether two periods are one, however written: 2024 is 2024-01/2024-12, and not the date @2024.

    An unknown period is like none.
    """
    return one is not None and other is not None and reach(one) == reach(other)


def days_of(period: str | None) -> Days | None:
    """The first and the last day: alike for a period and for a date that is told as of it, 2024 and @2024."""
    return None if period is None else (reach(period).first, reach(period).last)


def same_days(one: str | None, other: str | None) -> bool:
    """Whether two periods cover the same days, be they a span of time or a date; unknown is like none."""
    return one is not None and days_of(one) == days_of(other)


def overlap(one: str | None, other: str | None) -> bool:
    """Whether two periods have a day in common; an unknown period overlaps nothing."""
    if one is None or other is None:
        return False
    a, b = reach(one), reach(other)
    return a.first <= b.last and b.first <= a.last


def year(period: str | None) -> int | None:
    """The year in which a period ends."""
    return None if period is None else reach(period).last[0]


def year_before(period: str) -> str | None:
    """The like period a year earlier; None for a day, and for a span of more than a year."""
    covered = reach(period)
    if period.count("-") > 1 + period.count("/") or covered.first[0] != covered.last[0]:
        return None
    return re.sub(r"\d{4}", lambda found: str(int(found[0]) - 1), period)


def months_apart(one: str, other: str) -> int:
    """By how many months the later period begins after the month in which the earlier one ends.

    0 where they share a month, 1 from a month to the next: 2024-03-31 and 2024-04-01.
    """
    a, b = sorted((reach(one), reach(other)))
    return max(0, _month(b.first) - _month(a.last))


def _month(day: tuple[int, int, int]) -> int:
    return day[0] * LAST_MONTH + day[1]


def first_day(period: str) -> date:
    """The first day of a period, or the earliest that a date known only in part can be."""
    return date(*reach(period).first)


def last_day(period: str) -> date:
    """The last day of a period, or the latest that a date known only in part can be."""
    year, month, day = reach(period).last
    return date(year, month, min(day, monthrange(year, month)[1]))


def is_day(date: str) -> bool:
    """Whether a date is known to the day: "2024-07" is not."""
    return date.count("-") == DAY_PARTS
