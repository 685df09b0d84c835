"""Parks, industries, projects, policies and honours said in English."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec.structs import replace

from core.blocks import Counted, Inline, Line, Name, Registered, Table, When, Words
from core.model import Observation, ParkProfile
from core.urls import project_url
from core.wording_en import say_amount, say_date
from pages.briefs import layouts
from pages.briefs.contents import Distinction, Grant, Role, Standing
from pages.briefs.english.figures import stated, when
from pages.briefs.english.terms import COLUMNS, LEVELS, MORE, NOT_TOLD, ROLES, STAGES, TABLES, VOWELS
from pages.briefs.layouts import DATE, UNTOLD, PolicyTold
from pages.briefs.lines import Parts, listed, tidy
from pages.briefs.naming import OTHER, place_of, titled
from pages.briefs.proofs import Proofs
from pages.briefs.standings import by_stage
from pages.figures import notes
from pages.views import Citation

REGISTER = "名录，未注明出处"

# -- who the park is ------------------------------------------------------------------------------


def identity(park: ParkProfile) -> Line:
    """Yunze High-Tech Zone is a national-level high-tech industrial development zone in ……"""
    entry = park.entry
    parts: Parts = [Name(park.name), *_kind(park)]
    if place := place_of(park):
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


def source(cited: Citation) -> Line:
    """《岚江经开区迈上新台阶》, 岚江日报, 18 Feb 2025"""
    publisher = Name(cited.publisher) if cited.publisher else Words("publisher unknown")
    published: Inline = date(cited.published.iso) if cited.published.iso else Words("date unknown")
    behind = [Words(" (digest)")] if cited.digest else []
    return tidy([Name(f"《{cited.title}》"), Words(", "), publisher, Words(", "), published, *behind])


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
    """Named projects, a row each, in the order of their stages."""
    cells: dict[str, Callable[[Standing], Line]] = {
        "project": _project,
        "stage": lambda each: (Words(stage(each.stage)),),
        "date": lambda each: (when(each.date),) if each.date else UNTOLD,
        "money": lambda each: money(each.money, proofs),
        "evidence": lambda each: proofs.together(layouts.facts_of_project(each)),
    }
    return layouts.projects(told).table(TABLES, COLUMNS, cells)


def stage(told: str | None) -> str:
    """A stage in words."""
    return STAGES.get(told or "", NOT_TOLD)


def _project(told: Standing) -> Line:
    company = layouts.company_beside(told.project)
    return (linked(told), *in_brackets((company,) if company else ()))


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
    stages = by_stage(told)
    if not stages:
        names = enumerated([[linked(each)] for each in told])
        marks = proofs.together(each.proof for each in told)
        return tidy([Words("The sources name these carriers and facilities: "), *names, *marks, Words(".")])
    clauses = [_at_stage(at, same, proofs) for at, same in stages]
    lead = Words("Carriers and facilities that the sources name – ")
    return tidy([lead, *listed(clauses, between="; "), Words(".")])


def _at_stage(at: str | None, told: Sequence[Standing], proofs: Proofs) -> Parts:
    names = [[linked(each)] for each in told]
    lead = f"{stage(at) if at else 'stage not stated'}: "
    return [Words(lead), *enumerated(names), *proofs.together(each.proof for each in told)]


# -- policies and honours -------------------------------------------------------------------------


def policies_table(told: Sequence[PolicyTold], proofs: Proofs) -> Table:
    """Policies, a row each."""
    cells: dict[str, Callable[[PolicyTold], Line]] = {
        "policy": lambda each: (Name(titled(each[0].name), proofs.home(each[1])),),
        "kind": lambda each: (Name(each[0].kind),),
        "date": lambda each: (date(each[0].date),) if each[0].date else UNTOLD,
        "evidence": lambda each: (proofs.proof(each[1]),),
    }
    return layouts.policies(told).table(TABLES, COLUMNS, cells)


def grants_table(told: Sequence[Grant], proofs: Proofs) -> Table:
    """Instruments, a row each."""
    cells: dict[str, Callable[[Grant], Line]] = {
        "grant": _grant_kind,
        "policy": lambda each: _named(titled(each.policy) if each.policy else None),
        "target": lambda each: _named(each.instrument.target),
        "amount": lambda each: amounts(each, proofs) or (Words(NOT_TOLD),),
        "condition": lambda each: _named(each.instrument.condition),
        "deadline": _deadline,
        "evidence": lambda each: proofs.together(layouts.facts_of_grant(each)),
    }
    return layouts.grants(told).table(TABLES, COLUMNS, cells)


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


def _named(text: str | None) -> Line:
    return (Name(text),) if text else (Words(NOT_TOLD),)


def honours_table(told: Sequence[Distinction], park: str, proofs: Proofs) -> Table:
    """Honours, a row each."""
    cells: dict[str, Callable[[Distinction], Line]] = {
        "honour": lambda each: (Name(each.honour.name, proofs.home(each.proof)),),
        "holder": lambda each: (Name(each.honour.holder),),
        "rank": lambda each: _rank(layouts.rank_beside(each), proofs),
        "year": lambda each: (date(year),) if (year := layouts.year_of(each)) else UNTOLD,
        "evidence": lambda each: (proofs.proof(each.proof),),
    }
    return layouts.honours(told, park).table(TABLES, COLUMNS, cells)


def _rank(rank: Observation | None, proofs: Proofs) -> Line:
    return (stated(rank, proofs),) if rank else UNTOLD
