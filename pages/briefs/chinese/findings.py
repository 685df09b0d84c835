"""Promises, contradictions, news and gaps said in Chinese."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from core.blocks import Line, Name, Table, Words, Worked
from core.judgement import Audit, Conflict, Promise
from core.model import Observation, ParkProfile, ProjectMention
from core.urls import project_url
from pages.briefs import layouts
from pages.briefs.chinese.figures import at_time, label, stated, when
from pages.briefs.chinese.terms import (
    CAUSES,
    CHECKS,
    COLUMNS,
    GAPS,
    NOT_FOUND,
    NOT_TOLD,
    STAGES,
    TABLES,
)
from pages.briefs.chinese.things import date
from pages.briefs.contents import News, Step
from pages.briefs.lines import Parts, listed, proofs_of, tidy, with_proofs
from pages.briefs.naming import titled
from pages.briefs.outcomes import Outcome, Told, facts_of, is_own, outcomes, progress_of
from pages.briefs.proofs import Fact, Proofs
from pages.figures import notes
from pages.promises import DIFFERENCES, VERDICTS, how_much

# -- promises -------------------------------------------------------------------------------------


def promises_table(told: Sequence[Promise], park: ParkProfile, proofs: Proofs) -> Table:
    """Promises with what came of them."""
    cells: dict[str, Callable[[Promise], Line]] = {
        "promise": lambda each: _promised(each, park, proofs),
        "due": lambda each: (when(each.due),) if each.due else (Words(NOT_TOLD),),
        "outcome": lambda each: _outcomes(each, proofs),
        "verdict": lambda each: _verdict(each, proofs),
        "evidence": lambda each: proofs.together(facts_of(each, outcomes(each, proofs))),
    }
    return layouts.promises(told).table(TABLES, COLUMNS, cells)


def _promised(told: Promise, park: ParkProfile, proofs: Proofs) -> Line:
    if told.target is None:
        aim = told.stage.stage if told.stage else None
        return (_subject(told), Words(f"：{aim}"))
    whose: Parts = [] if is_own(told, park) else [_subject(told), Words("的")]
    return tidy([*whose, Name(label(told.target)), stated(told.target, proofs)])


def _subject(told: Promise) -> Name:
    return Name(told.subject, project_url(told.project) if told.project else None)


def _outcomes(told: Promise, proofs: Proofs) -> Line:
    parts = [_outcome(each, proofs) for each in outcomes(told, proofs)]
    return tidy(listed(parts, between="；")) or (Words(NOT_FOUND),)


def _outcome(told: Told, proofs: Proofs) -> Parts:
    """起点：2023年为310.5亿元; 2024年为950家（口径不同）; 2024年已开工."""
    if not isinstance(told, Outcome):
        return _stage(told)
    lead: Parts = [Words("起点：")] if told.is_start else []
    named = notes(told.value) if told.differences else ()
    limits = "，".join((*named, *(DIFFERENCES[reason] for reason in told.differences)))
    return [*lead, *at_time(told.value, proofs), *([Name(f"（{limits}）")] if limits else [])]


def _stage(reached: ProjectMention) -> Parts:
    dated: Parts = [when(reached.date)] if reached.date else []
    return [*dated, Words(STAGES.get(reached.stage or "", reached.stage or ""))]


def _verdict(told: Promise, proofs: Proofs) -> Line:
    parts: Parts = [Words(VERDICTS[told.verdict])]
    if progress := progress_of(told, proofs):
        numbers = tuple(sorted({proofs.number(each) for each in progress.operands}))
        words = how_much(progress).replace(" ", "")
        parts += [Words("，"), Worked(f"{words}（{progress.formula}）", progress.formula, numbers)]
    return tidy(parts)


# -- contradictions -------------------------------------------------------------------------------


def conflict(told: Conflict, proofs: Proofs) -> Line:
    """高新技术企业：2024年为856家；截至2024年为1119家。可能的原因：统计的时点不同。"""
    first, *others = told.sides
    sides = [_side(first, proofs), *(_side(each, proofs, against=first) for each in others)]
    lead = "" if told.cause == "unknown" else "可能的原因："
    behind = f"。{lead}{CAUSES[told.cause]}。"
    return tidy([Name(label(told.sides[0])), Words("："), *listed(sides, between="；"), Words(behind)])


def _side(each: Observation, proofs: Proofs, *, against: Observation | None = None) -> Parts:
    return [*at_time(each, proofs, against=against), proofs.proof(each)]


def audit(told: Audit, proofs: Proofs) -> Line:
    """规上工业总产值增长4.4%：按两期的数值计算，结果不同：1688.3 ÷ 1600 − 1 = 5.5%。"""
    checked = told.checked
    numbers = tuple(sorted({proofs.number(each) for each in told.working.operands}))
    formula = Worked(told.working.formula, told.working.formula, numbers)
    said: Parts = [when(checked.period), Words("，"), Name(label(checked)), stated(checked, proofs)]
    return tidy([*said, Words("，" + CHECKS[told.kind]), formula, *proofs_of([*said, formula]), Words("。")])


# -- what is new, what is missing -----------------------------------------------------------------


def news(told: News, proofs: Proofs) -> tuple[Line, ...]:
    """2025年2月18日的资料中首次出现的项目名称：……。"""
    firsts: tuple[tuple[str, Sequence[tuple[str, Fact]]], ...] = (
        ("项目", [(project.name, mention) for project, mention in told.projects]),
        ("政策", [(titled(policy.name), mention) for policy, mention in told.policies]),
        ("荣誉", [(honour.name, mention) for honour, mention in told.honours]),
    )
    lines = [_first_told(told.date, kind, things, proofs) for kind, things in firsts if things]
    lines += [_step(each, proofs) for each in told.steps]
    lines += [_revision(each.reports, proofs) for each in told.revisions]
    return tuple(tidy(line) for line in lines)


def _first_told(on: str, kind: str, things: Sequence[tuple[str, Fact]], proofs: Proofs) -> Parts:
    names = listed([[Name(name)] for name, _ in things], between="、")
    marks = proofs.together(fact for _, fact in things)
    return [date(on), Words(f"的资料中首次出现的{kind}名称："), *names, *marks, Words("。")]


def _step(step: Step, proofs: Proofs) -> Parts:
    before, now = (STAGES.get(each.stage or "", "") for each in (step.before, step.now))
    said = Words(f"：此前报道为{before}，新的报道为{now}")
    return [Name(step.project.name), said, *proofs.together([step.before, step.now]), Words("。")]


def _revision(reports: Sequence[Observation], proofs: Proofs) -> Parts:
    """The first report and the last one, which holds."""
    first, last = reports[0], reports[-1]
    values: list[Parts] = [
        [Words("最初的报道是"), stated(first, proofs)],
        [Words("后来的报道是"), stated(last, proofs)],
    ]
    said = with_proofs(values, between="，")
    return [when(first.period), Words("，"), Name(label(first)), Words("："), *said, Words("。")]


def gaps(keys: Sequence[str]) -> Line:
    """在所用资料中没有读到：利用外资、进出口。没有读到不等于没有公布。"""
    missing = "、".join(GAPS[each] for each in keys)
    return (Words(f"在所用资料中没有读到：{missing}。没有读到，不等于没有公布。"),)
