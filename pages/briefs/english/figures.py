"""Figures said in English: In 2024, gross regional product stood at CNY 113.51 bn, up 6.3%; …."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from core.blocks import Inline, KeyFigure, Line, Name, Stated, When, Words
from core.model import Observation
from core.periods import is_day, reach
from core.units import KIND_OF
from core.wording import STATUS, STEPS
from core.wording_en import say_amount, say_english, say_period
from pages.briefs.chinese.figures import DONE, RANKING, SINCE, YEAR, worked
from pages.briefs.chinese.figures import stated as stated_in_chinese
from pages.briefs.claims import Claim
from pages.briefs.lines import Parts, listed, proofs_of, tidy, with_proofs
from pages.briefs.proofs import Proofs
from pages.figures import newness, notes

RUNNING_TOTAL: Final = "累计"
AGAIN: Final = ("In the same period, ", "In addition, ")
CLAUSES_IN_SENTENCE, CLAIMS_IN_PARAGRAPH = 3, 6

# -- one claim ------------------------------------------------------------------------------------


def clause(claim: Claim, proofs: Proofs) -> Parts:
    """A claim without its period: gross regional product stood at CNY 113.51 bn, up 6.3%."""
    first, *others = claim.figures
    parts = [*_opening(first, proofs), *_aside(claim, proofs)]
    for each in others:
        if each.measure != "share":  # of what, its sentence tells and the fact does not
            rank = [Words("ranked ")] if each.measure == "rank" else []
            parts += [Words(", "), *rank, stated(each, proofs)]
    for derived in claim.derived:
        parts += [Words(", that is "), worked(derived, proofs)]
    return parts


def _opening(first: Observation, proofs: Proofs) -> Parts:
    if first.measure == "rank":
        return [Words("it ranked "), stated(first, proofs), Words(" in "), *named(first, bare=True)]
    value = stated(first, proofs)
    verb, text = _said(first)
    said = Stated(text, value.fact, value.url, value.evidence, value.doubts, value.rival)
    return [*named(first, bare=True), Words(f" {verb} " if verb else " "), said]


def _said(first: Observation) -> tuple[str, str]:
    """The verb, and the value that follows it. Past tenses agree with one thing and with several."""
    amount, rises = say_amount(first).removeprefix("-"), first.value >= 0
    if first.measure == "growth":
        said = say_english(first)
        if not said.startswith(("up ", "down ")):
            return ("", said)  # doubled
        return ("rose" if rises else "fell", f"by {amount}")
    if first.measure == "increment":
        return ("grew" if rises else "shrank", f"by {amount}")
    if first.measure == "share":
        return ("accounted for", amount)
    if first.status == "estimate":
        return ("had an estimated value of", amount)
    return ("totalled" if RUNNING_TOTAL in notes(first) else "stood at", amount)


def _aside(claim: Claim, proofs: Proofs) -> Parts:
    """In brackets behind a level: that of the period before, and what other reports say."""
    asides: list[Parts] = []
    if claim.before:
        asides.append([*at_time(claim.before, proofs)])
    if claim.rivals:
        asides.append([Words("other reports say "), *_rivals(claim, proofs)])
    return [Words(" ("), *listed(asides, between="; "), Words(")")] if asides else []


def _rivals(claim: Claim, proofs: Proofs) -> Parts:
    parts: Parts = []
    for each in claim.rivals:
        parts += [Words(", ")] if parts else []
        parts.append(stated(each, proofs, against=claim.first))
        if each.period != claim.first.period and each.period is not None:
            parts += [Words(", "), when(each.period)]
    return parts


def stated(each: Observation, proofs: Proofs, *, against: Observation | None = None) -> Stated:
    """A value in English, with the marks that it carries wherever it is shown."""
    told = stated_in_chinese(each, proofs, against=against)
    text = say_amount(each) if each.measure == "share" else say_english(each)
    return Stated(text, told.fact, told.url, told.evidence, told.doubts, told.rival)


def at_time(each: Observation, proofs: Proofs, *, against: Observation | None = None) -> Parts:
    """856 in 2024; over CNY 50 bn as of Dec 2021."""
    value = stated(each, proofs, against=against)
    if each.period is None:
        return [value]
    return [value, Words(" " if each.period.startswith("@") else f" {_in(each.period)} "), when(each.period)]


def when(period: str | None) -> When:
    """A period in words."""
    return When(say_period(period), period)


def _in(period: str) -> str:
    return "on" if is_day(period) and "/" not in period else "in"


def time_of(each: Observation) -> tuple[Inline, ...]:
    """When a figure holds, to open a sentence: In 2024; As of Dec 2021; Since 2022; As reported in 2024."""
    period = each.period
    if period is None:
        return ()
    if period.startswith("@"):
        if each.measure == "increment" or DONE.search(each.indicator):
            return (Words(f"As reported {_in(period[1:])} "), when(period[1:]))
        return (Words("By latest count, "), when(period))
    running = SINCE.search(each.evidence.quote) if YEAR.fullmatch(period) else None
    if running and running["year"] in (None, period):
        return (Words("Since "), when(period))
    return (Words(f"{_in(period).title()} "), when(period))


# -- names of indicators --------------------------------------------------------------------------


def label(each: Observation) -> str:
    """What was measured, with whom and what it covers, as a list of names."""
    return "、".join((each.indicator, *_limits(each, {*STATUS.values()})))


def named(each: Observation, *, bare: bool = False) -> Parts:
    """The same in a sentence; bare, it leaves out what stands beside the value."""
    limits = _limits(each, {*STATUS.values(), *((RUNNING_TOTAL,) if bare else ())})
    asides: Parts = [Words(" ("), *listed([[Name(limit)] for limit in limits], between=", "), Words(")")]
    rank: Parts = [Words("the rank in ")] if each.unit in STEPS and not RANKING.search(each.indicator) else []
    return [*rank, Name(each.indicator), *(asides if limits else [])]


def _limits(each: Observation, said: set[str]) -> list[str]:
    return [limit for limit in notes(each) if limit not in said]


def is_count(unit: str) -> bool:
    """Whether a unit counts things."""
    return KIND_OF.get(re.sub(r"^[千百十]?[万亿]", "", unit)) == "count"


# -- sentences ------------------------------------------------------------------------------------


def paragraphs(claims: Sequence[Claim], proofs: Proofs) -> tuple[Line, ...]:
    """Sentences period by period, the newest first."""
    periods: dict[tuple[Inline, ...], list[Claim]] = {}
    for each in sorted(claims, key=lambda each: newness(each.first), reverse=True):
        periods.setdefault(time_of(each.first), []).append(each)
    lines: list[Parts] = []
    held = 0
    for period, told in periods.items():
        sentences = _of_period(period, told, proofs)
        if lines and held + len(told) <= CLAIMS_IN_PARAGRAPH:
            lines[-1] += [Words(" "), *sentences]
            held += len(told)
        else:
            lines.append(sentences)
            held = len(told)
    return tuple(tidy(line) for line in lines)


def _of_period(period: tuple[Inline, ...], claims: Sequence[Claim], proofs: Proofs) -> Parts:
    """In 2024, …; …. In the same period, …. In addition, …."""
    parts: Parts = []
    for number, start in enumerate(range(0, len(claims), CLAUSES_IN_SENTENCE)):
        clauses = [clause(each, proofs) for each in claims[start : start + CLAUSES_IN_SENTENCE]]
        lead: Parts = [*period, Words(", ")] if number == 0 else [Words(AGAIN[min(number, 2) - 1])]
        if not period:
            lead = [Words("At a time that is not stated, " if number == 0 else AGAIN[1])]
        parts += [*([Words(" ")] if parts else []), *lead, *with_proofs(clauses, between="; "), Words(".")]
    return parts


# -- elsewhere ------------------------------------------------------------------------------------


def sentence(claims: Sequence[Claim], proofs: Proofs) -> Line:
    """Claims of one or more periods in one sentence each: for a summary."""
    lines = paragraphs(claims, proofs)
    return tidy(part for place, line in enumerate(lines) for part in ((Words(" "),) * bool(place) + line))


def goals(claims: Sequence[Claim], park: str, proofs: Proofs) -> tuple[Line, ...]:
    """Targets by the time until when they are to be met, the nearest first: Targets for 2025: …; …."""
    periods: dict[str | None, list[Claim]] = {}
    for each in sorted(claims, key=lambda each: reach(_due(each)).last):
        periods.setdefault(_due(each), []).append(each)
    return tuple(_goals_of(period, told, park, proofs) for period, told in periods.items())


def _due(goal: Claim) -> str | None:
    """Until when; a date "as of" is when the goal was told."""
    period = goal.first.period
    return None if period is None or period.startswith("@") else period


def _goals_of(period: str | None, claims: Sequence[Claim], park: str, proofs: Proofs) -> Line:
    lead: Parts = [Words("Targets without a due date: ")]
    if period is not None:
        lead = [Words("Targets for "), when(period), Words(": ")]
    owners: dict[str, list[Parts]] = {park: []}
    for each in claims:
        said = owners.setdefault(each.subject, [])
        owner: Parts = [] if each.subject == park or said else [Name(each.subject), Words(": ")]
        said.append([*owner, *_goal(each, proofs)])
    clauses = [each for told in owners.values() for each in told]
    return tidy([*lead, *with_proofs(clauses, between="; "), Words(".")])


def _goal(claim: Claim, proofs: Proofs) -> Parts:
    parts: Parts = [*named(claim.first)]
    for each in claim.figures:
        parts += [Words(", " if each is not claim.first else " "), stated(each, proofs)]
    return parts


def estate(name: str, claims: Sequence[Claim], proofs: Proofs) -> Line:
    """What is measured of a place within the park."""
    return tidy([Name(name), Words(": "), *sentence(claims, proofs)])


def key_figure(claim: Claim, proofs: Proofs) -> KeyFigure:
    """A figure in large type: what it measures above, its growth and period below."""
    first, value = claim.first, stated(claim.first, proofs)
    under: Parts = [when(first.period)] if first.period else []
    for each in claim.figures[1:2]:
        under += [Words(", "), stated(each, proofs)]
    if claim.rivals:
        under += [Words("; other reports say "), *_rivals(claim, proofs)]
    return KeyFigure(tuple(named(first)), value, tidy([*under, *proofs_of([value, *under])]))
