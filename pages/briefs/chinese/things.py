"""Parks, industries, projects, policies and honours said in Chinese."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import groupby
from typing import TypeVar

from msgspec.structs import replace

from core.blocks import Column as Col
from core.blocks import Counted, Line, Name, Registered, Table, When, Words
from core.model import Observation, ParkProfile, PolicyMention, PolicyProfile
from core.urls import project_url
from core.wording import printed_text, say_date
from pages.briefs.chinese.figures import stated, when
from pages.briefs.chinese.terms import COLUMNS, NOT_TOLD, STAGES, TABLES
from pages.briefs.contents import Distinction, Grant, Role, Standing
from pages.briefs.lines import Parts, listed, tidy
from pages.briefs.proofs import Proofs
from pages.figures import notes

T = TypeVar("T")
PolicyTold = tuple[PolicyProfile, PolicyMention]

DATE = re.compile(r"\d{4}(?:-\d{2}){0,2}")
DOCUMENT = re.compile(
    r"(?:条|办法|措施|意见|方案|规划|规定|细则|条例|通知|决定|目录|纲要)(?:[（(][^（()]*[)）])?$"
)
QUOTED = re.compile(r"[《》“”]")
REGISTER = "名录，未注明出处"
OTHER = "其他"
MORE = {
    "projects": ("个", "项目"),
    "policies": ("项", "政策"),
    "grants": ("项", "政策工具"),
    "honours": ("项", "荣誉"),
}
PAID = "（已兑付）"
UNTOLD: Line = (Words("—"),)

# -- who the park is ------------------------------------------------------------------------------


def identity(park: ParkProfile) -> Line:
    """云泽高新区是国家级高新技术产业开发区（级别据《……》），位于江苏云泽。"""
    entry = park.entry
    kind = "" if park.kind == OTHER or (park.name.endswith(park.kind) and not park.level) else park.kind
    parts: Parts = [Name(park.name)]
    if kind:
        parts += [Words("是"), *_level(park), Name(kind), *_source_of_level(park)]
    if place := _place(park):
        parts += [Words("，位于" if kind else "位于"), Name(place)]
    if entry and entry.approved:
        parts += [Words("，批准时间为"), _registered(entry.approved.value, entry.approved.source)]
    if len(parts) == 1:
        return (Name(park.name), Words("的类型和所在地未知。"))
    behind = "。" if entry else "。名录没有收录这个园区，以上据资料暂列。"
    return tidy([*parts, Words(behind)])


def _level(park: ParkProfile) -> Parts:
    level = park.entry.level if park.entry else None
    if level:
        return [_registered(level.value, level.source)]
    return [Name(park.level)] if park.level else []


def _source_of_level(park: ParkProfile) -> Parts:
    level = park.entry.level if park.entry else None
    if level is None:
        return []
    return [Words("（级别据"), Name(level.source or REGISTER), Words("）")]


def _registered(value: str, source: str | None) -> Registered:
    said = say_date(value) if DATE.fullmatch(value) else value
    return Registered(said, source or REGISTER)


def _place(park: ParkProfile) -> str:
    parts = dict.fromkeys(filter(None, (park.province, park.city, park.county)))
    return "".join(parts)


def as_of(stated: str | None, newest: str | None, documents: int) -> Line:
    """资料截至2025年2月28日，依据2篇资料; 依据2篇资料，最新一篇发表于2025年2月18日"""
    count: Parts = [Counted(f"{documents}篇"), Words("资料")]
    if stated:
        return (Words("资料截至"), date(stated), Words("，依据"), *count)
    if newest is None:
        return (Words("依据"), *count, Words("，日期未知"))
    published = "，发表于" if documents == 1 else "，最新一篇发表于"
    return (Words("依据"), *count, Words(published), date(newest))


def byline(role: str, on: str, about: Name | None) -> Line:
    """行业分析师 · 2025年3月1日 · 关于澜光芯片项目"""
    subject: Parts = [Words(" · 关于"), about] if about else []
    return tidy([Name(role), Words(" · "), date(on), *subject])


# -- industries -----------------------------------------------------------------------------------


def roles(told: Sequence[Role], proofs: Proofs) -> Line:
    """主导产业为电子信息、装备制造；新兴产业为……；另提到……。"""
    clauses = [_role(each, proofs, first=not place) for place, each in enumerate(told)]
    return tidy([*listed(clauses, between="；"), Words("。")])


def _role(role: Role, proofs: Proofs, *, first: bool) -> Parts:
    other = "资料提到的产业有" if first else "另提到"
    lead = other if role.role == OTHER else f"{role.role}产业为"
    names = [[Name(name)] for name, _ in role.industries]
    marks = proofs.together(claim for _, claim in role.industries)
    return [Words(lead), *listed(names, between="、"), *marks]


# -- projects -------------------------------------------------------------------------------------


def projects_table(told: Sequence[Standing], proofs: Proofs) -> Table:
    """Named projects, a row each, in the order of their stages; date and money only where any is known."""
    shown: list[tuple[Col, Callable[[Standing], Line]]] = [
        (Col(COLUMNS["project"], share=9), _project),
        (Col(COLUMNS["stage"], share=3), _stage),
    ]
    if any(each.date for each in told):
        shown.append(
            (Col(COLUMNS["date"], share=4), lambda each: (when(each.date),) if each.date else UNTOLD)
        )
    if any(each.money for each in told):
        shown.append((Col(COLUMNS["money"], share=4), lambda each: money(each.money, proofs)))
    shown.append((Col(COLUMNS["evidence"], share=2), lambda each: _project_proofs(each, proofs)))
    return _table("projects", shown, told)


def _table(key: str, shown: Sequence[tuple[Col, Callable[[T], Line]]], told: Sequence[T]) -> Table:
    rows = tuple(tuple(cell(each) for _, cell in shown) for each in told)
    return Table(TABLES[key], tuple(column for column, _ in shown), rows)


def _stage(told: Standing) -> Line:
    return (Words(STAGES.get(told.stage or "", told.stage or NOT_TOLD)),)


def _project_proofs(told: Standing, proofs: Proofs) -> Line:
    return proofs.together([told.proof, *([told.money] if told.money else [])])


def _project(told: Standing) -> Line:
    company = told.project.company
    if company is None or company in told.project.name:
        return (_linked(told),)
    return (_linked(told), Words("（"), Name(company), Words("）"))


def _linked(told: Standing) -> Name:
    return Name(told.project.name, project_url(told.project.id))


def money(observation: Observation | None, proofs: Proofs) -> Line:
    """An amount as printed with its kind: 50亿元（计划）."""
    if observation is None:
        return (Words(NOT_TOLD),)
    limits = "，".join(notes(observation))
    return (stated(observation, proofs), *((Name(f"（{limits}）"),) if limits else ()))


def date(iso: str) -> When:
    """A date in words."""
    return When(say_date(iso), iso)


def more(things: str, count: int) -> Line:
    """另有5个项目没有列出。"""
    unit, noun = MORE[things]
    return (Words("另有"), Counted(f"{count}{unit}"), Words(f"{noun}没有列出。"))


def carriers(told: Sequence[Standing], proofs: Proofs) -> Line:
    """资料提到的载体与设施：在建的有……；已运营的有……。"""
    if not any(each.stage for each in told):
        names = listed([[_linked(each)] for each in told], between="、")
        marks = proofs.together(each.proof for each in told)
        return tidy([Words("资料提到的载体与设施有"), *names, *marks, Words("。")])
    clauses = [
        _at_stage(stage, tuple(same), proofs) for stage, same in groupby(told, lambda each: each.stage)
    ]
    return tidy([Words("资料提到的载体与设施："), *listed(clauses, between="；"), Words("。")])


def _at_stage(stage: str | None, told: Sequence[Standing], proofs: Proofs) -> Parts:
    names = [[_linked(each)] for each in told]
    lead = f"{STAGES.get(stage, stage)}的有" if stage else "没有注明阶段的有"
    return [Words(lead), *listed(names, between="、"), *proofs.together(each.proof for each in told)]


# -- policies and honours -------------------------------------------------------------------------


def titled(policy: str) -> str:
    """The name of a policy in a sentence; that of a document stands in 《》."""
    return f"《{policy}》" if DOCUMENT.search(policy) and not QUOTED.search(policy) else policy


def policies_table(told: Sequence[PolicyTold], proofs: Proofs) -> Table:
    """Policies, a row each; dates only where any is known."""
    shown: list[tuple[Col, Callable[[PolicyTold], Line]]] = [
        (Col(COLUMNS["policy"], share=12), lambda each: _policy(each, proofs)),
        (Col(COLUMNS["kind"], share=4), lambda each: (Words(each[0].kind),)),
    ]
    if any(policy.date for policy, _ in told):
        shown.append((Col(COLUMNS["date"], share=4), lambda each: _policy_date(each[0])))
    shown.append((Col(COLUMNS["evidence"], share=2), lambda each: (proofs.proof(each[1]),)))
    return _table("policies", shown, told)


def _policy(told: PolicyTold, proofs: Proofs) -> Line:
    return (Name(titled(told[0].name), proofs.home(told[1])),)


def _policy_date(policy: PolicyProfile) -> Line:
    return (date(policy.date),) if policy.date else UNTOLD


def grants_table(told: Sequence[Grant], proofs: Proofs) -> Table:
    """Instruments: type × target × amount × condition × deadline; a column only where one tells it."""
    shown: list[tuple[Col, Callable[[Grant], Line]]] = [(Col(COLUMNS["grant"], share=4), _kind)]
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


def _kind(told: Grant) -> Line:
    return (Words(f"{told.instrument.kind}{PAID if told.instrument.paid else ''}"),)


def amounts(told: Grant, proofs: Proofs) -> Line:
    """What is given: 比例10%，30万元（每人），封顶100万元; nothing where no figure tells it."""
    parts: list[Parts] = []
    if told.rate:
        parts.append([Words("比例"), replace(stated(told.rate, proofs), text=printed_text(told.rate))])
    if told.amount:
        per: Parts = [Name(f"（{told.instrument.per}）")] if told.instrument.per else []
        parts.append([stated(told.amount, proofs), *per])
    if told.limit:
        parts.append([Words("封顶"), stated(told.limit, proofs)])
    return tidy(listed(parts, between="，"))


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


def rank_beside(told: Distinction) -> Observation | None:
    """The figure of a rank, unless the name of the honour tells it: 国家高新区32强."""
    rank = told.rank
    return rank if rank and printed_text(rank) not in told.honour.name else None


def _rank(rank: Observation | None, proofs: Proofs) -> Line:
    return (stated(rank, proofs),) if rank else UNTOLD
