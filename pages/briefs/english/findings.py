"""Promises, contradictions, news and gaps said in English."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from core.blocks import Line, Name, Table, Words, Worked
from core.judgement import Audit, Conflict, Promise
from core.model import Observation, ParkProfile, ProjectMention
from core.urls import project_url
from pages.briefs import layouts
from pages.briefs.contents import News, Step
from pages.briefs.english.figures import at_time, label, named, stated, when
from pages.briefs.english.terms import (
    CAUSES,
    CHECKS,
    COLUMNS,
    GAPS,
    NOT_FOUND,
    NOT_TOLD,
    TABLES,
    VERDICTS,
)
from pages.briefs.english.things import date, enumerated, in_brackets, stage
from pages.briefs.lines import Parts, listed, proofs_of, tidy, with_proofs
from pages.briefs.naming import titled
from pages.briefs.outcomes import Outcome, Told, facts_of, is_own, outcomes, progress_of
from pages.briefs.proofs import Fact, Proofs
from pages.figures import notes
from pages.promises import DIFFERENCES, how_much

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
        return (_subject(told), Words(f": {stage(told.stage.stage if told.stage else None)}"))
    whose: Parts = [] if is_own(told, park) else [_subject(told), Words(": ")]
    return tidy([*whose, Name(label(told.target)), Words(" "), stated(told.target, proofs)])


def _subject(told: Promise) -> Name:
    return Name(told.subject, project_url(told.project) if told.project else None)


def _outcomes(told: Promise, proofs: Proofs) -> Line:
    parts = [_outcome(each, proofs) for each in outcomes(told, proofs)]
    return tidy(listed(parts, between="; ")) or (Words(NOT_FOUND),)


def _outcome(told: Told, proofs: Proofs) -> Parts:
    """Starting point CNY 31.05 bn in 2023; 950 in 2024 (other scope); construction started, 2024."""
    if not isinstance(told, Outcome):
        return _stage(told)
    lead: Parts = [Words("starting point ")] if told.is_start else []
    named = notes(told.value) if told.differences else ()
    limits = (*named, *(DIFFERENCES[reason] for reason in told.differences))
    return [*lead, *at_time(told.value, proofs), *in_brackets(limits)]


def _stage(reached: ProjectMention) -> Parts:
    dated: Parts = [Words(", "), when(reached.date)] if reached.date else []
    return [Words(stage(reached.stage)), *dated]


def _verdict(told: Promise, proofs: Proofs) -> Line:
    parts: Parts = [Words(VERDICTS[told.verdict])]
    if progress := progress_of(told, proofs):
        numbers = tuple(sorted({proofs.number(each) for each in progress.operands}))
        text = f"{how_much(progress)}（{progress.formula}）"  # a working is put into English on the page
        parts += [Words(", "), Worked(text, progress.formula, numbers)]
    return tidy(parts)


# -- contradictions -------------------------------------------------------------------------------


def conflict(told: Conflict, proofs: Proofs) -> Line:
    """High-tech enterprises: 856 in 2024; 1,119 as of 2024. Likely cause: they count on different dates."""
    first, *others = told.sides
    sides = [_side(first, proofs), *(_side(each, proofs, against=first) for each in others)]
    behind = f". Likely cause: {CAUSES[told.cause]}."
    return tidy([Name(label(first)), Words(": "), *listed(sides, between="; "), Words(behind)])


def _side(each: Observation, proofs: Proofs, *, against: Observation | None = None) -> Parts:
    return [*at_time(each, proofs, against=against), proofs.proof(each)]


def audit(told: Audit, proofs: Proofs) -> Line:
    """Gross output (2024), up 4.4%: the figures of the two periods give another result: ……."""
    checked = told.checked
    numbers = tuple(sorted({proofs.number(each) for each in told.working.operands}))
    formula = Worked(told.working.formula, told.working.formula, numbers)
    said: Parts = [*named(checked), Words(", "), when(checked.period), Words(": "), stated(checked, proofs)]
    return tidy([*said, Words("; " + CHECKS[told.kind]), formula, *proofs_of([*said, formula]), Words(".")])


# -- what is new, what is missing -----------------------------------------------------------------


def news(told: News, proofs: Proofs) -> tuple[Line, ...]:
    """Project names that first appear in the sources of 18 Feb 2025: ……."""
    firsts: tuple[tuple[str, Sequence[tuple[str, Fact]]], ...] = (
        ("Projects", [(project.name, mention) for project, mention in told.projects]),
        ("Policies", [(titled(policy.name), mention) for policy, mention in told.policies]),
        ("Honours", [(honour.name, mention) for honour, mention in told.honours]),
    )
    lines = [_first_told(told.date, kind, things, proofs) for kind, things in firsts if things]
    lines += [_step(each, proofs) for each in told.steps]
    lines += [_revision(each.reports, proofs) for each in told.revisions]
    return tuple(tidy(line) for line in lines)


def _first_told(on: str, kind: str, things: Sequence[tuple[str, Fact]], proofs: Proofs) -> Parts:
    names = enumerated([[Name(name)] for name, _ in things])
    marks = proofs.together(fact for _, fact in things)
    return [
        Words(f"{kind} that first appear in the sources of "),
        date(on),
        Words(": "),
        *names,
        *marks,
        Words("."),
    ]


def _step(step: Step, proofs: Proofs) -> Parts:
    said = Words(f": formerly {stage(step.before.stage)}, now {stage(step.now.stage)}")
    return [Name(step.project.name), said, *proofs.together([step.before, step.now]), Words(".")]


def _revision(reports: Sequence[Observation], proofs: Proofs) -> Parts:
    """The first report and the last one, which holds."""
    first, last = reports[0], reports[-1]
    values: list[Parts] = [
        [Words("first reported as "), stated(first, proofs)],
        [Words("later as "), stated(last, proofs)],
    ]
    said = with_proofs(values, between=", ")
    return [Name(label(first)), Words(", "), when(first.period), Words(": "), *said, Words(".")]


def gaps(keys: Sequence[str]) -> Line:
    """The sources used do not tell: foreign capital, imports and exports. ……"""
    missing = ", ".join(GAPS[each] for each in keys)
    behind = "What was not found may still have been published."
    return (Words(f"The sources used do not tell: {missing}. {behind}"),)
