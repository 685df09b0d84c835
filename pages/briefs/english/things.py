"""Parks, industries, projects, policies and honours said in English."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import groupby
from typing import TypeVar

from msgspec.structs import replace

from core.blocks import Column as Col
from core.blocks import Counted, Inline, Line, Name, Registered, Table, When, Words
from core.model import Observation, ParkProfile, PolicyMention, PolicyProfile
from core.urls import project_url
from core.wording_en import say_amount, say_date
from pages.briefs.chinese.things import DATE, OTHER, rank_beside, titled
from pages.briefs.contents import Distinction, Grant, Role, Standing
from pages.briefs.english.figures import stated, when
from pages.briefs.english.terms import COLUMNS, LEVELS, MORE, NOT_TOLD, ROLES, STAGES, TABLES, VOWELS
from pages.briefs.lines import Parts, listed, tidy
from pages.briefs.proofs import Proofs
from pages.figures import notes

T = TypeVar("T")
PolicyTold = tuple[PolicyProfile, PolicyMention]

REGISTER = "名录，未注明出处"
UNTOLD: Line = (Words("—"),)

# -- who the park is ------------------------------------------------------------------------------


def identity(park: ParkProfile) -> Line:
    """Yunze High-Tech Zone is a national-level high-tech industrial development zone in ……"""
    entry = park.entry
    parts: Parts = [Name(park.name), *_kind(park)]
    if place := "".join(dict.fromkeys(filter(None, (park.province, park.city, park.county)))):
        parts += [Words(" lies in " if len(parts) == 1 else " in "), Name(place)]
    if entry and entry.approved:
        parts += [Words("; it was approved in "), _registered(entry.approved.value, entry.approved.source)]
    if len(parts) == 1:
        return (Name(park.name), Words(" is of unknown kind and location."))
    behind = "." if entry else ". It is not in the register; this is what articles say."
    return tidy([*parts, Words(behind)])


def _kind(park: ParkProfile) -> Parts:
    if park.kind == OTHER:
        return []
    level = park.entry.level if park.entry else None
    if level:
        said = Registered(LEVELS.get(level.value, level.value), level.source or REGISTER)
        source: Parts = (
            [Words(" (level according to "), Name(level.source), Words(")")] if level.source else []
        )
        return [Words(" is a "), said, Words(" "), Name(park.kind), *source]
    if park.level:
        return [Words(f" is a {LEVELS.get(park.level, '')} "), Name(park.kind)]
    return [Words(" is an " if park.kind in VOWELS else " is a "), Name(park.kind)]


def _source(told: str | None) -> Parts:
    return [Words(" (level according to "), Name(told), Words(")")] if told else []


def _registered(value: str, source: str | None) -> Registered:
    return Registered(say_date(value) if DATE.fullmatch(value) else value, source or REGISTER)


def as_of(stated_on: str | None, newest: str | None, documents: int) -> Line:
    """Data as of 28 Feb 2025, from 2 sources; From 2 sources, the newest published 18 Feb 2025"""
    count: Parts = [Counted(str(documents)), Words(" source" if documents == 1 else " sources")]
    if stated_on:
        return (Words("Data as of "), date(stated_on), Words(", from "), *count)
    if newest is None:
        return (Words("From "), *count, Words(" without a date"))
    published = ", published " if documents == 1 else ", the newest published "
    return (Words("From "), *count, Words(published), date(newest))


def byline(role: str, on: str, about: Name | None) -> Line:
    """行业分析师 · 1 Mar 2025 · on 澜光芯片项目"""
    subject: Parts = [Words(" · on "), about] if about else []
    return tidy([Name(role), Words(" · "), date(on), *subject])


# -- industries -----------------------------------------------------------------------------------


def roles(told: Sequence[Role], proofs: Proofs) -> Line:
    """Its leading industries are electronic information, equipment manufacturing; …; also named are …."""
    clauses = [_role(each, proofs, first=not place) for place, each in enumerate(told)]
    return tidy([*listed(clauses, between="; "), Words(".")])


def _role(role: Role, proofs: Proofs, *, first: bool) -> Parts:
    count = len(role.industries)
    verb = "industry is" if count == 1 else "industries are"
    lead = f"{'Its' if first else 'its'} {ROLES.get(role.role, '')} {verb} "
    if role.role == OTHER:
        lead = f"{'Also' if first else 'also'} named {'is' if count == 1 else 'are'} "
    names = [[Name(name)] for name, _ in role.industries]
    marks = proofs.together(claim for _, claim in role.industries)
    return [Words(lead), *enumerated(names), *marks]


def enumerated(things: Sequence[Sequence[Inline]]) -> Parts:
    """A, B and C."""
    *others, last = things
    return [*listed(others, between=", "), *([Words(" and ")] if others else []), *last]


# -- projects -------------------------------------------------------------------------------------


def projects_table(told: Sequence[Standing], proofs: Proofs) -> Table:
    """Named projects, a row each, in the order of their stages; date and money only where any is known."""
    shown: list[tuple[Col, Callable[[Standing], Line]]] = [
        (Col(COLUMNS["project"], share=9), _project),
        (Col(COLUMNS["stage"], share=3), lambda each: (Words(stage(each.stage)),)),
    ]
    if any(each.date for each in told):
        dated = Col(COLUMNS["date"], share=4)
        shown.append((dated, lambda each: (when(each.date),) if each.date else UNTOLD))
    if any(each.money for each in told):
        shown.append((Col(COLUMNS["money"], share=4), lambda each: money(each.money, proofs)))
    shown.append((Col(COLUMNS["evidence"], share=2), lambda each: _project_proofs(each, proofs)))
    return _table("projects", shown, told)


def stage(told: str | None) -> str:
    """A stage in words."""
    return STAGES.get(told or "", NOT_TOLD)


def _table(key: str, shown: Sequence[tuple[Col, Callable[[T], Line]]], told: Sequence[T]) -> Table:
    rows = tuple(tuple(cell(each) for _, cell in shown) for each in told)
    return Table(TABLES[key], tuple(column for column, _ in shown), rows)


def _project_proofs(told: Standing, proofs: Proofs) -> Line:
    return proofs.together([told.proof, *([told.money] if told.money else [])])


def _project(told: Standing) -> Line:
    company = told.project.company
    if company is None or company in told.project.name:
        return (linked(told),)
    return (linked(told), Words(" ("), Name(company), Words(")"))


def linked(told: Standing) -> Name:
    """The name of a project, with its page."""
    return Name(told.project.name, project_url(told.project.id))


def money(observation: Observation | None, proofs: Proofs) -> Line:
    """An amount with its kind: CNY 5 bn (planned)."""
    if observation is None:
        return (Words(NOT_TOLD),)
    return (stated(observation, proofs), *in_brackets(notes(observation)))


def in_brackets(names: Sequence[str]) -> Line:
    """Names in brackets; nothing where there are none."""
    return (Words(" ("), *listed([[Name(each)] for each in names], between=", "), Words(")")) if names else ()


def date(iso: str) -> When:
    """A date in words."""
    return When(say_date(iso), iso)


def more(things: str, count: int) -> Line:
    """5 more projects are not listed."""
    one, several = MORE[things]
    said = f" more {one} is not listed." if count == 1 else f" more {several} are not listed."
    return (Counted(str(count)), Words(said))


def carriers(told: Sequence[Standing], proofs: Proofs) -> Line:
    """Carriers and facilities that the sources name – under construction: …; in operation: …."""
    if not any(each.stage for each in told):
        names = enumerated([[linked(each)] for each in told])
        marks = proofs.together(each.proof for each in told)
        return tidy([Words("The sources name these carriers and facilities: "), *names, *marks, Words(".")])
    clauses = [_at_stage(at, tuple(same), proofs) for at, same in groupby(told, lambda each: each.stage)]
    lead = Words("Carriers and facilities that the sources name – ")
    return tidy([lead, *listed(clauses, between="; "), Words(".")])


def _at_stage(at: str | None, told: Sequence[Standing], proofs: Proofs) -> Parts:
    names = [[linked(each)] for each in told]
    lead = f"{stage(at) if at else 'stage not stated'}: "
    return [Words(lead), *enumerated(names), *proofs.together(each.proof for each in told)]


# -- policies and honours -------------------------------------------------------------------------


def policies_table(told: Sequence[PolicyTold], proofs: Proofs) -> Table:
    """Policies, a row each; dates only where any is known."""
    shown: list[tuple[Col, Callable[[PolicyTold], Line]]] = [
        (Col(COLUMNS["policy"], share=12), lambda each: (Name(titled(each[0].name), proofs.home(each[1])),)),
        (Col(COLUMNS["kind"], share=4), lambda each: (Name(each[0].kind),)),
    ]
    if any(policy.date for policy, _ in told):
        dated = Col(COLUMNS["date"], share=4)
        shown.append((dated, lambda each: (date(each[0].date),) if each[0].date else UNTOLD))
    shown.append((Col(COLUMNS["evidence"], share=2), lambda each: (proofs.proof(each[1]),)))
    return _table("policies", shown, told)


def grants_table(told: Sequence[Grant], proofs: Proofs) -> Table:
    """Instruments: type × target × amount × condition × deadline; a column only where one tells it."""
    shown: list[tuple[Col, Callable[[Grant], Line]]] = [(Col(COLUMNS["grant"], share=4), _grant_kind)]
    optional: tuple[tuple[str, int, Callable[[Grant], Line]], ...] = (
        ("policy", 6, lambda each: _named(titled(each.policy) if each.policy else None)),
        ("target", 6, lambda each: _named(each.instrument.target)),
        ("amount", 5, lambda each: amounts(each, proofs) or (Words(NOT_TOLD),)),
        ("condition", 6, lambda each: _named(each.instrument.condition)),
        ("deadline", 4, _deadline),
    )
    shown += [
        (Col(COLUMNS[key], share=share), cell)
        for key, share, cell in optional
        if any(cell(each) != (Words(NOT_TOLD),) for each in told)
    ]
    shown.append((Col(COLUMNS["evidence"], share=2), lambda each: _grant_proofs(each, proofs)))
    return _table("grants", shown, told)


def _grant_kind(told: Grant) -> Line:
    return (Name(told.instrument.kind), *([Words(" (paid out)")] if told.instrument.paid else []))


def amounts(told: Grant, proofs: Proofs) -> Line:
    """What is given: 10%, CNY 300,000 (per person), up to CNY 1 m; nothing where no figure tells it."""
    parts: list[Parts] = []
    if told.rate:
        parts.append([replace(stated(told.rate, proofs), text=say_amount(told.rate))])
    if told.amount:
        per = in_brackets((told.instrument.per,)) if told.instrument.per else ()
        parts.append([stated(told.amount, proofs), *per])
    if told.limit:
        parts.append([Words("at most "), stated(told.limit, proofs)])
    return tidy(listed(parts, between=", "))


def _deadline(told: Grant) -> Line:
    deadline = told.instrument.deadline
    return (when(deadline),) if deadline else (Words(NOT_TOLD),)


def _grant_proofs(told: Grant, proofs: Proofs) -> Line:
    figures = [each for each in (told.rate, told.amount, told.limit) if each]
    return proofs.together([told.instrument, *figures])


def _named(text: str | None) -> Line:
    return (Name(text),) if text else (Words(NOT_TOLD),)


def honours_table(told: Sequence[Distinction], park: str, proofs: Proofs) -> Table:
    """Honours, a row each; holder, rank and year only where they say something."""
    shown: list[tuple[Col, Callable[[Distinction], Line]]] = [
        (Col(COLUMNS["honour"], share=9), lambda each: (Name(each.honour.name, proofs.home(each.proof)),))
    ]
    if any(each.honour.holder != park for each in told):
        shown.append((Col(COLUMNS["holder"], share=6), lambda each: (Name(each.honour.holder),)))
    if any(rank_beside(each) for each in told):
        shown.append((Col(COLUMNS["rank"], share=3), lambda each: _rank(rank_beside(each), proofs)))
    if any(_year(each) != UNTOLD for each in told):
        shown.append((Col(COLUMNS["year"], share=3), _year))
    shown.append((Col(COLUMNS["evidence"], share=2), lambda each: (proofs.proof(each.proof),)))
    return _table("honours", shown, told)


def _year(told: Distinction) -> Line:
    year = told.honour.year
    return (date(year),) if year and DATE.fullmatch(year) else UNTOLD


def _rank(rank: Observation | None, proofs: Proofs) -> Line:
    return (stated(rank, proofs),) if rank else UNTOLD
