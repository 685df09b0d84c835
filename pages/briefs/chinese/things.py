"""Parks, industries, projects, policies and honours said in Chinese."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec.structs import replace

from core.blocks import Counted, Line, Name, Registered, Table, When, Words
from core.model import Observation, ParkProfile
from core.urls import project_url
from core.wording import printed_text, say_date
from pages.briefs import layouts
from pages.briefs.chinese.figures import stated, when
from pages.briefs.chinese.terms import COLUMNS, NOT_TOLD, STAGES, TABLES
from pages.briefs.contents import Distinction, Grant, Role, Standing
from pages.briefs.layouts import DATE, UNTOLD, PolicyTold
from pages.briefs.lines import Parts, listed, tidy
from pages.briefs.naming import OTHER, place_of, titled
from pages.briefs.proofs import Proofs
from pages.briefs.standings import by_stage
from pages.figures import notes
from pages.references import in_words
from pages.views import Citation

REGISTER = "名录，未注明出处"
MORE = {
    "projects": ("个", "项目"),
    "policies": ("项", "政策"),
    "grants": ("项", "政策工具"),
    "honours": ("项", "荣誉"),
}
PAID = "（已兑付）"

# -- who the park is ------------------------------------------------------------------------------


def identity(park: ParkProfile) -> Line:
    """云泽高新区是国家级高新技术产业开发区（级别据《……》），位于江苏云泽。"""
    entry = park.entry
    kind = "" if park.kind == OTHER or (park.name.endswith(park.kind) and not park.level) else park.kind
    parts: Parts = [Name(park.name)]
    if kind:
        parts += [Words("是"), *_level(park), Name(kind), *_source_of_level(park)]
    if place := place_of(park):
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


def as_of(stated: str | None, newest: str | None, documents: int) -> Line:
    """资料截至2025年2月28日，依据2篇资料; 依据2篇资料，最新一篇发表于2025年2月18日"""
    count: Parts = [Counted(f"{documents}篇"), Words("资料")]
    if stated:
        return (Words("资料截至"), date(stated), Words("，依据"), *count)
    if newest is None:
        return (Words("依据"), *count, Words("，日期未知"))
    published = "，发表于" if documents == 1 else "，最新一篇发表于"
    return (Words("依据"), *count, Words(published), date(newest))


def source(cited: Citation) -> Line:
    """《岚江经开区迈上新台阶》岚江日报，2025年2月18日"""
    return (Name(in_words(cited)),)


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
    """Named projects, a row each, in the order of their stages."""
    cells: dict[str, Callable[[Standing], Line]] = {
        "project": _project,
        "stage": _stage,
        "date": lambda each: (when(each.date),) if each.date else UNTOLD,
        "money": lambda each: money(each.money, proofs),
        "evidence": lambda each: proofs.together(layouts.facts_of_project(each)),
    }
    return layouts.projects(told).table(TABLES, COLUMNS, cells)


def _stage(told: Standing) -> Line:
    return (Words(STAGES.get(told.stage or "", told.stage or NOT_TOLD)),)


def _project(told: Standing) -> Line:
    company = layouts.company_beside(told.project)
    behind = (Words("（"), Name(company), Words("）")) if company else ()
    return (_linked(told), *behind)


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
    stages = by_stage(told)
    if not stages:
        names = listed([[_linked(each)] for each in told], between="、")
        marks = proofs.together(each.proof for each in told)
        return tidy([Words("资料提到的载体与设施有"), *names, *marks, Words("。")])
    clauses = [_at_stage(stage, same, proofs) for stage, same in stages]
    return tidy([Words("资料提到的载体与设施："), *listed(clauses, between="；"), Words("。")])


def _at_stage(stage: str | None, told: Sequence[Standing], proofs: Proofs) -> Parts:
    names = [[_linked(each)] for each in told]
    lead = f"{STAGES.get(stage, stage)}的有" if stage else "没有注明阶段的有"
    return [Words(lead), *listed(names, between="、"), *proofs.together(each.proof for each in told)]


# -- policies and honours -------------------------------------------------------------------------


def policies_table(told: Sequence[PolicyTold], proofs: Proofs) -> Table:
    """Policies, a row each."""
    cells: dict[str, Callable[[PolicyTold], Line]] = {
        "policy": lambda each: (Name(titled(each[0].name), proofs.home(each[1])),),
        "kind": lambda each: (Words(each[0].kind),),
        "date": lambda each: (date(each[0].date),) if each[0].date else UNTOLD,
        "evidence": lambda each: (proofs.proof(each[1]),),
    }
    return layouts.policies(told).table(TABLES, COLUMNS, cells)


def grants_table(told: Sequence[Grant], proofs: Proofs) -> Table:
    """Instruments, a row each."""
    cells: dict[str, Callable[[Grant], Line]] = {
        "grant": lambda each: (Words(f"{each.instrument.kind}{PAID if each.instrument.paid else ''}"),),
        "policy": lambda each: _named(titled(each.policy) if each.policy else None),
        "target": lambda each: _named(each.instrument.target),
        "amount": lambda each: amounts(each, proofs) or (Words(NOT_TOLD),),
        "condition": lambda each: _named(each.instrument.condition),
        "deadline": _deadline,
        "evidence": lambda each: proofs.together(layouts.facts_of_grant(each)),
    }
    return layouts.grants(told).table(TABLES, COLUMNS, cells)


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
