"""A park laid out as the official evaluation of its kind does: the form, and the form filled in."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from core.judgement import Working
from core.model import Measure, Observation

LineState = Literal[
    "stated",  # a source gives it
    "derived",  # sources give what it is worked out from
    "planned",  # sources give a target or an estimate, nothing more
    "missing",  # no source gives it
]


class FormLine(Struct, frozen=True):
    """What is looked for: a measure of an indicator, or the share of one indicator in another."""

    label: str
    indicator: str | None = None
    measure: Measure = "level"
    part: str | None = None  # with `whole`: a share
    whole: str | None = None


class FormBlock(Struct, frozen=True):
    """A field of the evaluation; `official` where its name is certain to be the evaluator's own."""

    name: str
    lines: tuple[FormLine, ...]
    official: bool = False


class Form(Struct, frozen=True):
    """The blocks of one evaluation, for the parks of one kind."""

    kind: str  # of parks
    evaluator: str
    title: str  # of the evaluation
    blocks: tuple[FormBlock, ...]
    document: str | None = None  # that names the blocks; None where it cannot be named for certain
    level: str | None = None  # of the parks that are evaluated


class Line(Struct, frozen=True):
    """One line filled in."""

    label: str
    state: LineState
    observations: tuple[Observation, ...] = ()  # one; several where sources contradict each other
    working: Working | None = None  # where the value is worked out


class Block(Struct, frozen=True):
    """One field filled in."""

    name: str
    official: bool
    lines: tuple[Line, ...]


class Scorecard(Struct, frozen=True):
    """A park in the blocks of the evaluation of its kind."""

    park: str  # a ParkProfile's id
    form: Form
    blocks: tuple[Block, ...]
