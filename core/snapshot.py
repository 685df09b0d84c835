"""What a built site holds, in words that outlive it: the next build is compared with it."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from msgspec import Struct

from core.model import Bound, Measure, Status

FORMAT = 1  # of data/facts.json; a higher number is one that cannot be compared with this


class Record(Struct, frozen=True, omit_defaults=True, kw_only=True):
    """One fact with its words: a figure, or the stage that a document tells of a project.

    `id` is made of these words: title, sentence, number and indicator; no offset and no order is in it.
    """

    id: str
    fact: str  # the id of the observation or mention in its build
    kind: Literal["figure", "stage"] = "figure"
    park: str | None = None  # a park's id
    park_name: str | None = None
    subject: str
    indicator: str  # 阶段 for a stage
    said: str  # "超332亿元"; "开工"
    number: str  # as printed; the stage
    value: Decimal | None = None
    unit: str | None = None
    bound: Bound = "="
    measure: Measure = "level"
    period: str | None = None  # for a stage, its date
    status: Status = "actual"
    scope: str | None = None
    basis: str | None = None
    note: str | None = None  # what a person says who checked or amended it
    quote: str
    document: str  # its id
    title: str
    publisher: str | None = None
    published: str | None = None


class Snapshot(Struct, frozen=True, kw_only=True):
    """All facts of one build, in the order of its parks."""

    format: int = FORMAT
    title: str
    edition: str | None
    as_of: str | None
    documents: dict[str, str]  # title by id, of those without a fact, too
    facts: tuple[Record, ...]


ChangeKind = Literal["revised", "withdrawn", "new", "confirmed"]
Cause = Literal[
    "new_source",  # an article that was not there
    "known_source",  # an article that was there says it, or is read so, only now
    "edited",  # the article prints another number
    "reread",  # the same words are read otherwise
    "another_source",  # another article prints another number for the same
    "progress",  # another article tells another stage
    "source_gone",  # the article is no longer there
    "no_longer_said",  # the article no longer says it, or is no longer read so
]


class Change(Struct, frozen=True):
    """What became of one fact."""

    kind: ChangeKind
    cause: Cause
    before: Record | None
    after: Record | None
    both: bool = False  # `before` is a fact of this build, too: its article says it still


class Changes(Struct, frozen=True):
    """How a build differs from an earlier one."""

    previous_as_of: str | None
    previous_edition: str | None
    changes: tuple[Change, ...]  # in the order of the facts; what was withdrawn comes last
