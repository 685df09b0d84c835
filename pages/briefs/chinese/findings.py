"""Promises, contradictions, news and gaps said in Chinese."""

from __future__ import annotations

import re
from collections.abc import Sequence

from core.blocks import Column, Line, Name, Table, Words, Worked
from core.judgement import Audit, Conflict, Promise, Working
from core.model import Observation, ParkProfile, ProjectMention
from pages.briefs.chinese.figures import at_time, label, stated, when
from pages.briefs.chinese.terms import (
    CAUSES,
    CHECKS,
    COLUMNS,
    GAPS,
    NOT_TOLD,
    STAGES,
    TABLES,
    UNLIKE_PERIOD,
    VERDICTS,
)
from pages.briefs.chinese.things import date, titled
from pages.briefs.contents import News, Step
from pages.briefs.lines import Parts, listed, proofs_of, tidy, with_proofs
from pages.briefs.proofs import Fact, Proofs

MOST_OUTCOMES = 2
LONG_QUIET = 90  # days from which on silence is worth telling
RESULT = re.compile("[=≈]")

# -- promises -------------------------------------------------------------------------------------


def promises_table(told: Sequence[Promise], park: ParkProfile, proofs: Proofs) -> Table:
    """Promises with what came of them."""
    columns = (
        Column(COLUMNS["promise"], share=7),
        Column(COLUMNS["due"], share=3),
        Column(COLUMNS["outcome"], share=6),
        Column(COLUMNS["verdict"], share=5),
        Column(COLUMNS["evidence"], share=2),
    )
    return Table(TABLES["promises"], columns, tuple(_promise(each, park, proofs) for each in told))


def _promise(told: Promise, park: ParkProfile, proofs: Proofs) -> tuple[Line, ...]:
    shown = [each for each in _results(told) if proofs.has(each)][-MOST_OUTCOMES:]
    reached = [each for each in told.reached if proofs.has(each)][-1:]
    said: list[Fact] = [*shown, *reached]
    if promised := told.target or told.stage:
        said.append(promised)
    return (
        _promised(told, park, proofs),
        (when(told.due),) if told.due else (Words(NOT_TOLD),),
        _outcome(shown, reached, proofs),
        _verdict(told, proofs),
        proofs.together(said),
    )


def _results(told: Promise) -> Sequence[Observation]:
    """What came later; where nothing did, what stood when the promise was made."""
    later = (*told.outcomes, *told.unlike)
    start = told.progress.operands if told.progress else ()
    return later or tuple(each for each in start if told.target is None or each.id != told.target.id)


def _promised(told: Promise, park: ParkProfile, proofs: Proofs) -> Line:
    names = {each.id: each.name for each in park.projects}
    project = names.get(told.project or "")
    if told.target is None:
        return _promised_stage(project, told.stage)
    owner = project or told.target.subject
    whose: Parts = [] if owner in {park.name, *park.names, told.target.park} else [Name(owner), Words("的")]
    return tidy([*whose, Name(label(told.target)), stated(told.target, proofs)])


def _promised_stage(project: str | None, stage: ProjectMention | None) -> Line:
    name = project or (stage.name if stage else "")
    reached = STAGES.get((stage.stage if stage else None) or "", "").removeprefix("已")
    return (Name(name), Words(f"：计划{reached}"))


def _outcome(shown: Sequence[Observation], reached: Sequence[ProjectMention], proofs: Proofs) -> Line:
    if shown:
        return tidy(listed([at_time(each, proofs) for each in shown], between="；"))
    if reached:
        last = reached[-1]
        dated: Parts = [date(last.date), Words("，")] if last.date else []
        return tidy([*dated, Words(STAGES.get(last.stage or "", last.stage or ""))])
    return (Words("未见报道"),)


def _verdict(told: Promise, proofs: Proofs) -> Line:
    parts: Parts = [Words(_verdict_word(told))]
    if told.progress and all(proofs.has(each) for each in told.progress.operands):
        progress = _progress(told.progress, proofs)
        is_share = RESULT.split(told.progress.formula)[-1].endswith("%")
        parts += [Words("，相当于目标的" if is_share else "，还差"), progress]
    if (told.quiet_days or 0) >= LONG_QUIET and told.verdict in {"silent", "overdue"}:
        quiet = Worked(f"{told.quiet_days}天", "从最近一次提及到资料截止日")
        parts += [Words("，距最近一次提及"), quiet]
    return tidy(parts)


def _verdict_word(told: Promise) -> str:
    if (
        told.verdict == "unlike"
        and told.target
        and all(each.period != told.target.period for each in told.unlike)
    ):
        return UNLIKE_PERIOD
    return VERDICTS[told.verdict]


def _progress(working: Working, proofs: Proofs) -> Worked:
    result = RESULT.split(working.formula)[-1].strip()
    numbers = tuple(sorted({proofs.number(each) for each in working.operands}))
    return Worked(f"{result}（{working.formula}）", working.formula, numbers)


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
