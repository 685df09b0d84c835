"""What no document tells, of the few things that every reader of a brief looks for."""

from __future__ import annotations

import re
from collections.abc import Sequence

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


def policy_gaps(named: bool, instruments: Sequence[Instrument], park: ParkProfile) -> tuple[str, ...]:
    """Keys of what a reader of policies looks for in vain; without a policy, nobody asks for its terms."""
    terms = (
        ("amounts", any(each.amount or each.rate or each.limit for each in instruments)),
        ("targets", any(each.target for each in instruments)),
        ("conditions", any(each.condition for each in instruments)),
        ("deadlines", any(each.deadline for each in instruments)),
    )
    known = (
        ("policies", named),
        *(terms if named or instruments else ()),
        ("goals", any(each.status == "target" for _, each in observations_of(park))),
    )
    return tuple(key for key, told in known if not told)


def _actual(park: ParkProfile) -> list[Observation]:
    return [each for _, each in observations_of(park) if each.status != "target"]
