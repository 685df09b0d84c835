"""What parks say of one indicator, and which of it compares: frozen types, nothing here computes."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from core.lexicon import Indicator
from core.model import Measure, Observation

# why a value does not compare with those that do, from what it is to what it lacks
Hindrance = Literal[
    "territory",  # it is about a city or district, not about a development zone
    "target",  # it has not happened
    "estimate",  # it is not final
    "unit",  # another unit, 万 and 亿 aside
    "coverage",  # another scope or basis
    "undated",  # its period is unknown
    "unfinished",  # its period was not over when it was reported
    "span",  # a sum up to a date, or since nobody knows when
    "period",  # another period
    "disputed",  # the park's sources contradict each other
]


class Standing(Struct, frozen=True):
    """A value that compares, and its place among them."""

    park: str  # a ParkProfile's id
    observation: Observation
    place: int  # from 1; equal values share it


class Apart(Struct, frozen=True):
    """The value of a park that comes nearest, and all that sets it apart."""

    park: str
    observations: tuple[Observation, ...]  # one; of a dispute, all sides
    differences: tuple[Hindrance, ...]


class Comparison(Struct, frozen=True):
    """One indicator and measure in one unit, scope, basis and period: who has it, who has something else.

    `standings` go from the highest to the lowest, ranks from the first to the last. Fewer than two compare
    with nothing; then they are what the others are told apart from. Where there are none, `period` and
    `unit` are None.
    """

    id: str
    indicator: str
    measure: Measure
    unit: str | None  # after conversion: 元, not 亿元
    scope: str | None
    basis: str | None
    period: str | None
    standings: tuple[Standing, ...]
    apart: tuple[Apart, ...]  # in the order of the parks


class IndicatorProfile(Struct, frozen=True):
    """One indicator with what parks say of it themselves."""

    id: str
    name: str
    entry: Indicator | None  # of the lexicon; None: a free name
    reports: tuple[tuple[str, tuple[Observation, ...]], ...]  # park's id, its figures; in the order of parks
    comparisons: tuple[Comparison, ...]  # by measure, the newest period first
