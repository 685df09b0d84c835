"""Figures said in English: In 2024, gross regional product stood at CNY 113.51 bn, up 6.3%; …."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from core.blocks import Inline, KeyFigure, Line, Name, Stated, When, Words
from core.model import Observation
from core.periods import is_day
from core.wording import STEPS
from core.wording_en import say_amount, say_english, say_period
from pages.briefs.chinese.figures import worked
from pages.briefs.claims import Claim
from pages.briefs.lines import Parts, listed, proofs_of, tidy, with_proofs
from pages.briefs.naming import RANKING, RUNNING_TOTAL, limits, ranked_in
from pages.briefs.proofs import Proofs
from pages.briefs.timing import Goal, Timing, by_due, in_paragraphs
from pages.figures import notes

AGAIN: Final = ("In the same period, ", "In addition, ")
CLAUSES_IN_SENTENCE: Final = 3

# -- one claim ------------------------------------------------------------------------------------


def clause(claim: Claim, proofs: Proofs) -> Parts:
    """A claim without its period: gross regional product stood at CNY 113.51 bn, up 6.3%."""
    parts = [*_opening(claim.first, proofs), *_aside(claim, proofs)]
    for each in claim.followers:
        rank = [Words("ranked ")] if each.measure == "rank" else []
        parts += [Words(", "), *rank, stated(each, proofs)]
    for derived in claim.derived:
        parts += [Words(", that is "), worked(derived, proofs)]
    return parts


def _opening(first: Observation, proofs: Proofs) -> Parts:
    if first.measure == "rank":
        return [Words("it ranked "), stated(first, proofs), Words(" in "), *named(first, bare=True)]
    verb, text = _said(first)
    said = proofs.stated(text, first)
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
    text = say_amount(each) if each.measure == "share" else say_english(each)
    return proofs.stated(text, each, against=against)


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


def time_of(told: Timing) -> tuple[Inline, ...]:
    """When a figure holds, to open a sentence: In 2024; As of Dec 2021; Since 2022; As reported in 2024."""
    if told.period is None:
        return ()
    if told.how == "reported":
        return (Words(f"As reported {_in(told.period)} "), when(told.period))
    if told.how == "since":
        return (Words("Since "), when(told.period))
    lead = "By latest count, " if told.period.startswith("@") else f"{_in(told.period).title()} "
    return (Words(lead), when(told.period))


# -- names of indicators --------------------------------------------------------------------------


def label(each: Observation) -> str:
    """What was measured, with whom and what it covers, as a list of names."""
    return "、".join((_indicator(each), *limits(each, bare=False)))


def named(each: Observation, *, bare: bool = False) -> Parts:
    """The same in a sentence; bare, it leaves out what stands beside the value."""
    told = limits(each, bare=bare)
    asides: Parts = [Words(" ("), *listed([[Name(limit)] for limit in told], between=", "), Words(")")]
    rank: Parts = [Words("the rank in ")] if each.unit in STEPS and not RANKING.search(each.indicator) else []
    return [*rank, Name(_indicator(each)), *(asides if told else [])]


def _indicator(each: Observation) -> str:
    return ranked_in(each.indicator) if each.measure == "rank" else each.indicator


# -- sentences ------------------------------------------------------------------------------------


def paragraphs(claims: Sequence[Claim], proofs: Proofs) -> tuple[Line, ...]:
    """Sentences period by period, the newest first."""
    return tuple(
        tidy(listed([_of_period(when, told, proofs) for when, told in paragraph], between=" "))
        for paragraph in in_paragraphs(claims)
    )


def _of_period(time: Timing, claims: Sequence[Claim], proofs: Proofs) -> Parts:
    """In 2024, …; …. In the same period, …. In addition, …."""
    parts: Parts = []
    for number, start in enumerate(range(0, len(claims), CLAUSES_IN_SENTENCE)):
        clauses = [clause(each, proofs) for each in claims[start : start + CLAUSES_IN_SENTENCE]]
        sentence = [*_lead(time, number), *with_proofs(clauses, between="; "), Words(".")]
        parts += [*([Words(" ")] if parts else []), *sentence]
    return parts


def _lead(time: Timing, number: int) -> Parts:
    """What opens the first, second, third sentence on one period."""
    if time.period is None:
        return [Words("At a time that is not stated, " if number == 0 else AGAIN[1])]
    return [*time_of(time), Words(", ")] if number == 0 else [Words(AGAIN[min(number, 2) - 1])]


# -- elsewhere ------------------------------------------------------------------------------------


def sentence(claims: Sequence[Claim], proofs: Proofs) -> Line:
    """Claims of one or more periods in one sentence each: for a summary."""
    lines = paragraphs(claims, proofs)
    return tidy(part for place, line in enumerate(lines) for part in ((Words(" "),) * bool(place) + line))


def goals(claims: Sequence[Claim], park: str, proofs: Proofs) -> tuple[Line, ...]:
    """Targets by the time until when they are to be met, the nearest first: Targets for 2025: …; …."""
    return tuple(_goals_of(period, told, proofs) for period, told in by_due(claims, park))


def _goals_of(period: str | None, told: Sequence[Goal], proofs: Proofs) -> Line:
    lead: Parts = [Words("Targets without a due date: ")]
    if period is not None:
        lead = [Words("Targets for "), when(period), Words(": ")]
    clauses = [[*_whose(owner), *_goal(claim, proofs)] for owner, claim in told]
    return tidy([*lead, *with_proofs(clauses, between="; "), Words(".")])


def _whose(owner: str | None) -> Parts:
    return [Name(owner), Words(": ")] if owner else []


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
