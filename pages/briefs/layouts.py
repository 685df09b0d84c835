"""Which columns the tables of a brief have: one that tells nothing is left out, in every language."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from core.blocks import Column, Line, Table, Words
from core.judgement import Promise
from core.model import Observation, PolicyMention, PolicyProfile, ProjectProfile
from core.wording import printed_text
from pages.briefs.contents import Distinction, Grant, Standing
from pages.briefs.proofs import Fact

T = TypeVar("T")
PolicyTold = tuple[PolicyProfile, PolicyMention]

DATE = re.compile(r"\d{4}(?:-\d{2}){0,2}")
EVIDENCE = ("evidence", 2)
UNTOLD: Line = (Words("—"),)


@dataclass(frozen=True, slots=True)
class Layout(Generic[T]):
    """A table without words: its columns with their parts of the width, and what its rows are about."""

    key: str
    shares: tuple[tuple[str, int], ...]
    told: Sequence[T]

    def table(
        self, labels: Mapping[str, str], headings: Mapping[str, str], cells: Mapping[str, Callable[[T], Line]]
    ) -> Table:
        """The same with words: what the table and its columns are called, and what says a cell of each."""
        columns = tuple(Column(headings[key], share=share) for key, share in self.shares)
        rows = tuple(tuple(cells[key](each) for key, _ in self.shares) for each in self.told)
        return Table(labels[self.key], columns, rows)


def _columns(*told: tuple[str, int, bool]) -> tuple[tuple[str, int], ...]:
    return tuple((key, share) for key, share, worth in told if worth)


def projects(told: Sequence[Standing]) -> Layout[Standing]:
    """Named projects; date and money only where any is known."""
    shares = _columns(
        ("project", 9, True),
        ("stage", 4, True),
        ("date", 4, any(each.date for each in told)),
        ("money", 4, any(each.money for each in told)),
    )
    return Layout("projects", (*shares, EVIDENCE), told)


def promises(told: Sequence[Promise]) -> Layout[Promise]:
    """Promises with what came of them."""
    return Layout(
        "promises", (("promise", 7), ("due", 4), ("outcome", 8), ("verdict", 6), ("evidence", 3)), told
    )


def policies(told: Sequence[PolicyTold]) -> Layout[PolicyTold]:
    """Policies; dates only where any is known."""
    dated = any(policy.date for policy, _ in told)
    shares = _columns(("policy", 12, True), ("kind", 4, True), ("date", 4, dated))
    return Layout("policies", (*shares, EVIDENCE), told)


def grants(told: Sequence[Grant]) -> Layout[Grant]:
    """Instruments: type × policy × target × amount × condition × deadline, each where one tells it."""
    given = [each.instrument for each in told]
    shares = _columns(
        ("grant", 4, True),
        ("policy", 6, any(each.policy for each in told)),
        ("target", 6, any(each.target for each in given)),
        ("amount", 5, any(each.rate or each.amount or each.limit for each in told)),
        ("condition", 6, any(each.condition for each in given)),
        ("deadline", 4, any(each.deadline for each in given)),
    )
    return Layout("grants", (*shares, EVIDENCE), told)


def honours(told: Sequence[Distinction], park: str) -> Layout[Distinction]:
    """Honours; holder, rank and year only where they say something."""
    shares = _columns(
        ("honour", 9, True),
        ("holder", 6, any(each.honour.holder != park for each in told)),
        ("rank", 3, any(rank_beside(each) for each in told)),
        ("year", 3, any(year_of(each) for each in told)),
    )
    return Layout("honours", (*shares, EVIDENCE), told)


# -- what a cell is about --------------------------------------------------------------------------


def company_beside(project: ProjectProfile) -> str | None:
    """Whose project it is, unless its name says so."""
    company = project.company
    return None if company is None or company in project.name else company


def facts_of_project(told: Standing) -> list[Fact]:
    """What a row on a project stands on."""
    return [told.proof, *([told.money] if told.money else [])]


def facts_of_grant(told: Grant) -> list[Fact]:
    """What a row on an instrument stands on."""
    return [told.instrument, *(each for each in (told.rate, told.amount, told.limit) if each)]


def rank_beside(told: Distinction) -> Observation | None:
    """The figure of a rank, unless the name of the honour tells it: 国家高新区32强."""
    rank = told.rank
    return rank if rank and printed_text(rank) not in told.honour.name else None


def year_of(told: Distinction) -> str | None:
    """When it was won, as far as it is a date."""
    year = told.honour.year
    return year if year and DATE.fullmatch(year) else None
