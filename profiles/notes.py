"""Numbers in analysts' notes, each held against the facts of the note's park or project."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from core.amounts import base_amount, base_unit, converted
from core.commentary import figures_in
from core.judgement import CheckedNote, Commentary, NoteFigure
from core.markdown import Prose, prose_of
from core.model import Note, Observation, Profiles, Span
from core.periods import year
from core.problems import Problem
from core.quantities import Quantity
from core.wording import printed_text, say_period

SENTENCE_END = re.compile(r"[。！？!?；;\n]")
CLAUSE_END = re.compile(r"[，,。！？!?；;：:、（）()\n]")
YEAR = re.compile(r"(?:19|20)\d{2}(?=\s*年|\s*[-—–－~～至到]\s*(?:19|20)\d{2}|\s*[上下全一二三四前])")
# between a level and what its change is: the change is of the same indicator
GOES_ON = re.compile(
    r"[，,、（(]?(?:其中)?(?:比上年|较上年|同比|环比|年均|增速|增幅)*(?:增长|下降|提高|增加|新增|回落|提升|达到|为|约|超|近)*"
)
ENDINGS = re.compile(r"(?:总数|总额|数|额)$")
DIGITS = re.compile(r"\d+(?:[.．,，]\d+)*")


@dataclass(frozen=True, slots=True)
class Pool:
    """The facts that a note may draw on: those of its subject first, the newest document first."""

    name: str
    facts: tuple[Observation, ...]
    indicators: tuple[tuple[str, str], ...]  # as a sentence may name it, indicator

    @classmethod
    def of(cls, name: str, facts: Sequence[Observation]) -> Pool:
        """A pool of these facts."""
        names = dict.fromkeys(each.indicator for each in facts)
        return cls(name, tuple(facts), tuple((ENDINGS.sub("", each), each) for each in names))


def check_notes(notes: Sequence[Note], profiles: Profiles) -> Commentary:
    """Every note with the facts behind its numbers; newest note first. One that has no page is only told."""
    pools = _pools(notes, profiles)
    checked = [_check(note, pools[note.id]) for note in notes if note.id in pools]
    checked.sort(key=lambda each: (each.note.date, each.note.id), reverse=True)
    unseen = [problem for each in checked for problem in _unseen(each, pools[each.note.id])]
    pageless = [_pageless(note) for note in notes if note.id not in pools]
    return Commentary(tuple(checked), (*pageless, *unseen))


def _pools(notes: Sequence[Note], profiles: Profiles) -> dict[str, Pool]:
    """What each note may draw on: a note on a project also on its park."""
    in_park: dict[str | None, list[Observation]] = defaultdict(list)
    for source in profiles.sources:
        for each in source.facts.observations:
            if each.id in profiles.park_of:
                in_park[profiles.park_of[each.id]].append(each)
    parks = {each.id: each for each in profiles.parks}
    projects = {each.id: each for each in profiles.projects}
    pools = {}
    for note in notes:
        if project := projects.get(note.project or ""):
            around = in_park[project.park] if project.park else []
            facts = {each.id: each for each in (*project.observations, *around)}
            pools[note.id] = Pool.of(project.name, list(facts.values()))
        elif note.park in parks:
            pools[note.id] = Pool.of(parks[note.park].name, in_park[note.park])
    return pools


def _check(note: Note, pool: Pool) -> CheckedNote:
    title = Prose(note.title, tuple(range(len(note.title))))
    return CheckedNote(note, tuple(_figures(title, pool)), tuple(_figures(prose_of(note.text), pool)))


def _figures(prose: Prose, pool: Pool) -> Iterator[NoteFigure]:
    named: frozenset[str] = frozenset()
    before = 0
    for quantity in figures_in(prose.text):
        start, end = quantity.span.start, quantity.span.end
        named = _named(prose.text, quantity, before, pool) or (
            named if GOES_ON.fullmatch(prose.text, before, start) else frozenset()
        )
        before = end
        found = [each for each in _alike(quantity, pool) if _fits(each, named, _years(prose.text, start))]
        span = Span(prose.places[start], prose.places[end - 1] + 1)
        exact = [each for each in found if _as_printed(quantity.text, each)]
        fact = next(iter(exact or found), None)
        yield NoteFigure(span, quantity.text, fact, fact is None or bool(exact))


# -- what fits -------------------------------------------------------------------------------------


def _alike(quantity: Quantity, pool: Pool) -> list[Observation]:
    """The facts of the same amount."""
    return [each for each in pool.facts if _same_amount(quantity, each)]


def _same_amount(quantity: Quantity, fact: Observation) -> bool:
    value, unit = converted(abs(quantity.value), quantity.unit, rank=quantity.kind == "rank")
    known, known_unit = base_amount(fact)
    if unit != known_unit:
        return False
    return value == abs(known) or (quantity.bound == "~" and _rounds_to(abs(known), quantity))


def _rounds_to(known: Decimal, quantity: Quantity) -> bool:
    """Whether a known amount is the other's to the digits that it has: 1135.1 is 1135 to those of 1135."""
    told = abs(quantity.value).normalize()
    in_its_unit = known / base_unit(quantity.unit)[1]
    return in_its_unit.quantize(Decimal((0, (1,), int(told.as_tuple().exponent))), ROUND_HALF_UP) == told


def _fits(fact: Observation, named: frozenset[str], years: tuple[int, ...]) -> bool:
    """Whether it is of an indicator that the sentence names, and of a time that it speaks of."""
    if named and fact.indicator not in named:
        return False
    known = year(fact.period)
    return known is None or not years or min(years) <= known <= max(years)


def _named(text: str, quantity: Quantity, before: int, pool: Pool) -> frozenset[str]:
    """The indicators that the words between the last figure and this one name, else those just after it."""
    ends = [found.end() for found in SENTENCE_END.finditer(text, before, quantity.span.start)]
    led = text[ends[-1] if ends else before : quantity.span.start]
    clause_end = CLAUSE_END.search(text, quantity.span.end)
    followed = text[quantity.span.end : clause_end.start() if clause_end else len(text)]
    return _indicators(led, pool) or _indicators(followed, pool)


def _indicators(words: str, pool: Pool) -> frozenset[str]:
    """Those whose names stand there; 工业投资 names itself, and no 投资."""
    keys = {key for key, _ in pool.indicators if key and key in words}
    longest = {key for key in keys if not any(key != other and key in other for other in keys)}
    return frozenset(name for key, name in pool.indicators if key in longest)


def _years(text: str, at: int) -> tuple[int, ...]:
    """The years that the sentence around a place speaks of."""
    ends = [found.end() for found in SENTENCE_END.finditer(text, 0, at)]
    end = SENTENCE_END.search(text, at)
    found = YEAR.findall(text, ends[-1] if ends else 0, end.start() if end else len(text))
    return tuple(int(each) for each in found)


def _as_printed(text: str, fact: Observation) -> bool:
    """Whether the source prints these very digits."""
    printed = printed_text(fact)
    digits = DIGITS.findall(text)
    if not digits:
        return text in printed
    return set(digits) <= set(DIGITS.findall(printed))


# -- what is told ----------------------------------------------------------------------------------


def _unseen(checked: CheckedNote, pool: Pool) -> Iterator[Problem]:
    note = checked.note
    for each in checked.title:
        if each.fact is None:
            yield _problem(f"{note.where}:{note.title_line}", each.text, pool)
    for each in checked.figures:
        if each.fact is None:
            line = note.text_line + note.text.count("\n", 0, each.span.start)
            yield _problem(f"{note.where}:{line}", each.text, pool)


def _pageless(note: Note) -> Problem:
    what = f"no article names the project {note.project!r}, so that the note has no page to stand on"
    return Problem(note.where, what, "add an article that names it, or write park: in place of project:")


def _problem(where: str, text: str, pool: Pool) -> Problem:
    alike = [fact for quantity in figures_in(text) for fact in _alike(quantity, pool)]
    fix = "correct it, or add the article that says it; the page marks it as unseen"
    if alike:
        said = f"{alike[0].indicator}, {say_period(alike[0].period)}"
        fix = f"the sources say it of {said}: correct the sentence; the page marks the number as unseen"
    return Problem(where, f"{text} is in no source on {pool.name}, as the note says it", fix)
