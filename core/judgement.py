"""What the judge finds in the facts of all documents: frozen types, nothing here computes.

Observations are carried whole, so that whoever shows a finding can show each value with its evidence.
Ids are stable: made from what a finding is about, never from the order in which it was found.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from msgspec import Struct

from core.model import Bound, Measure, Note, Observation, ProjectMention, Span
from core.problems import Problem

# why two values of one thing may differ, from the most to the least certain
Cause = Literal[
    "unit",  # one is ten, a hundred … ten thousand times the other: 万 for 亿
    "cumulative",  # a period within the other's: a month, a quarter, the year so far
    "date",  # two dates within the time that both speak of
    "scope",  # one source says whom it covers, the other does not
    "basis",  # one source says what kind of count or money it is, the other does not
    "preliminary",  # a later report of the same period differs by little
    "unknown",
]
AuditKind = Literal["growth", "parts", "share", "rank", "magnitude"]
Verdict = Literal[
    "met",  # reached, and in time as far as the sources say
    "missed",  # the time is over and an actual value of it falls short
    "on_way",  # a like value is there, short of the target, the time is not over
    "unlike",  # later values are there, but of another period, scope or basis: not comparable
    "overdue",  # the time is over and nothing tells the outcome
    "silent",  # the time is not over, or not told, and nothing was said since
]
# why a later value does not compare with what was promised
Difference = Literal["period", "scope", "basis", "measure", "unit", "status"]


class Working(Struct, frozen=True):
    """How a value was worked out, in the digits of its sources: "1688.3 ÷ 1617.1 − 1 = 4.4%"."""

    formula: str
    operands: tuple[Observation, ...]  # in the order in which the formula has them


class Derived(Struct, frozen=True):
    """A value that no source states, worked out from values that sources state."""

    id: str
    park: str | None  # a ParkProfile's id
    subject: str
    indicator: str
    measure: Measure  # "growth" from two levels, "share" of a part in its whole
    period: str
    value: Decimal
    unit: str
    working: Working
    bound: Bound = "="  # "~" where the print of the operands bears no more


class Retelling(Struct, frozen=True):
    """One point of a series that several independent documents state."""

    id: str
    park: str | None
    kind: Literal["confirmation", "revision"]
    reports: tuple[Observation, ...]  # the oldest document first; of a revision, the last one holds


class Conflict(Struct, frozen=True):
    """Values for one subject, indicator, measure, unit, scope and basis that cannot all hold."""

    id: str  # names the anchor on conflicts/index.html
    park: str | None
    subject: str
    indicator: str
    measure: Measure
    sides: tuple[Observation, ...]  # two or more, in order of period, then of document
    cause: Cause
    echoes: tuple[Observation, ...] = ()  # the same values said again: by the same document, or a reprint


class Audit(Struct, frozen=True):
    """An arithmetic check of what sources state."""

    id: str
    park: str | None
    kind: AuditKind
    checked: Observation  # the value that the mark stands beside
    working: Working  # with the expected value at its end
    agrees: bool  # within what rounding and bounds allow


class Progress(Working, frozen=True):
    """How far a value has come towards a promised one."""

    value: Decimal
    unit: str  # "%" of the target; or what is missing, in 个百分点 or 位 (negative: beyond it)
    bound: Bound  # ">" at least, "<" less than, "~" about: as the bounds of the operands allow


class Promise(Struct, frozen=True):
    """A target of a park, or a stage, date or output promised of a project, held against what came.

    A document that tells the same promise again makes no second promise. A date that is known only in
    part counts with the day that gives the fewest days.
    """

    id: str
    park: str | None
    project: str | None  # a ProjectProfile's id
    target: Observation | None  # the promised value; None where a stage is promised
    stage: (
        ProjectMention | None
    )  # the words that promise a stage, `date` its period; None: a value is promised
    due: str | None  # period by whose end it is promised; None where nobody says
    outcomes: tuple[Observation, ...]  # later facts that are like it, the oldest first
    unlike: tuple[Observation, ...]  # later facts of the same thing that do not compare
    reached: tuple[ProjectMention, ...]  # mentions that prove the promised stage, or one beyond it
    verdict: Verdict
    progress: Progress | None  # what was reached as a share of the target, where that says something
    quiet_days: int | None  # from the last word on it to `as_of`; None: a document has no date
    subject: str = ""  # whom it is about, under one name in all documents
    retold: tuple[Observation | ProjectMention, ...] = ()  # the same promise in other documents, or again
    start: Observation | None = None  # the newest like value from before the time promised
    under_way: ProjectMention | None = None  # the furthest stage that a source tells, short of the promised
    differences: tuple[tuple[Difference, ...], ...] = ()  # for each of `unlike`, why it does not compare
    last_word: str | None = None  # date of the newest document on it
    days_left: int | None = None  # from `as_of` to the last day of `due`; negative: so many days over


class Rung(Struct, frozen=True):
    """A stage of a project with all that proves it.

    A mention here carries the stage and date that its sentence tells for this rung. Where a sentence
    tells more stages than its fact does, the mention bears that fact's id, and so leads to its mark.
    """

    stage: str  # 洽谈 签约 落户 规划 开工 在建 竣工验收 投产 运营
    date: (
        str | None
    )  # the earliest that a source tells for it, a period; of a promised rung, the newest time told
    mentions: tuple[ProjectMention, ...]  # the oldest document first; empty: no source tells it
    promised: bool = False  # all that sources tell is that it is to come


class Judgement(Struct, frozen=True):
    """All that the judge finds."""

    derived: tuple[Derived, ...] = ()
    retellings: tuple[Retelling, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    audits: tuple[Audit, ...] = ()
    promises: tuple[Promise, ...] = ()
    ladders: dict[str, tuple[Rung, ...]] = {}  # by id of the project


class NoteFigure(Struct, frozen=True):
    """A number that a note states, and the fact behind it."""

    span: Span  # in the Markdown of the note, or in its title
    text: str
    fact: Observation | None  # None: no source says it of the note's park or project
    as_printed: bool = True  # False: the source prints the same amount in other digits


class CheckedNote(Struct, frozen=True):
    """A note whose numbers were looked for among the facts; figures are in order of their spans."""

    note: Note
    title: tuple[NoteFigure, ...]
    figures: tuple[NoteFigure, ...]


class Commentary(Struct, frozen=True):
    """The notes, newest first, and what to tell of numbers that no fact is behind."""

    notes: tuple[CheckedNote, ...] = ()
    unseen: tuple[Problem, ...] = ()
