"""What no document tells, of the few things that every reader of a brief looks for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from core.model import Instrument, Observation, ParkProfile
from pages.briefs.contents import Role
from pages.parks import observations_of

BASICS: tuple[tuple[str, str], ...] = (  # key, the indicators that tell it
    ("output", r"地区生产总值|增加值"),
    ("industrial-output", r"工业.*(?:产值|增加值)"),
    ("fixed-investment", r"固定资产投资|工业投资"),
    ("revenue", r"预算收入|财政收入|税收"),
    ("foreign-capital", r"外资"),
    ("trade", r"进出口|出口|进口"),
    ("land", r"供地|用地|土地"),
)


def investment_gaps(park: ParkProfile, roles: tuple[Role, ...]) -> tuple[str, ...]:
    """Keys of what an investor looks for in vain."""
    told = [each.indicator for each in _actual(park)]
    missing = [key for key, words in BASICS if not any(re.search(words, name) for name in told)]
    priced = any(each.investment for project in park.projects for each in project.mentions)
    signed = any("签约" in name or "项目总投资" in name for name in told)
    return (
        *missing,
        *(() if roles else ("industries",)),
        *(() if priced or signed else ("project-money",)),
    )


def policy_gaps(named: bool, instruments: tuple[Instrument, ...], park: ParkProfile) -> tuple[str, ...]:
    """Keys of what a reader of policies looks for in vain."""
    return tuple(key for key, known in _known_of_policies(named, instruments, park) if not known)


def _known_of_policies(
    named: bool, instruments: tuple[Instrument, ...], park: ParkProfile
) -> Iterator[tuple[str, bool]]:
    yield "policies", named
    yield "amounts", any(each.amount for each in instruments)
    yield "targets", any(each.target for each in instruments)
    yield "conditions", any(each.condition for each in instruments)
    yield "deadlines", any(each.deadline for each in instruments)
    yield "goals", any(each.status == "target" for _, each in observations_of(park))


def _actual(park: ParkProfile) -> list[Observation]:
    return [each for _, each in observations_of(park) if each.status != "target"]
