"""A brief as a tree of blocks: one tree, shown as a page and set as a PDF.

The tree is language: every string in it is finished text. URLs are told from the root of the site.
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

# -- within a line --------------------------------------------------------------------------------


class Words(Struct, frozen=True, tag="words"):
    """Text without a fact in it: it holds no figure."""

    text: str
    strong: bool = False


class Name(Struct, frozen=True, tag="name"):
    """A name as printed, digits and all: of a park, project, policy, honour or company."""

    text: str
    url: str | None = None


class Registered(Struct, frozen=True, tag="registered"):
    """What a register states of a park, with who says so; `source` is never empty."""

    text: str
    source: str


class Doubt(Struct, frozen=True):
    """A mark beside a value that is not to be taken alone."""

    word: str  # 有出入, 核算不符, 已修订
    told: str  # the same in a sentence
    url: str  # its place on the ledger


class Stated(Struct, frozen=True, tag="stated"):
    """A value as its source prints it: "超332亿元"."""

    text: str
    fact: str  # id of the observation
    url: str  # its mark on the source page
    evidence: int  # number in the brief's list of evidence
    doubts: tuple[Doubt, ...] = ()
    rival: str | None = None  # the dispute that it is here to show, by its id on the ledger: no mark says so
    original: str | None = None  # in another language, what the source prints where its digits differ


class Counted(Struct, frozen=True, tag="counted"):
    """How many things the brief or the site lists, or a number of an edition: structure, no fact."""

    text: str


class Worked(Struct, frozen=True, tag="worked"):
    """A value that was worked out; its text tells the working, too, since paper has no tooltips."""

    text: str
    working: str
    evidence: tuple[int, ...] = ()


class When(Struct, frozen=True, tag="when"):
    """A period, or a date, in words."""

    text: str
    code: str | None  # as core.periods defines it; None where it is unknown


class Proof(Struct, frozen=True, tag="proof"):
    """The number of a piece of evidence for what was just said in words."""

    evidence: int


class Unseen(Struct, frozen=True, tag="unseen"):
    """A figure of a comment that no source states, and the words that say so beside it."""

    text: str
    flag: str


Inline = Words | Name | Registered | Stated | Counted | Worked | When | Proof | Unseen
Line = tuple[Inline, ...]

# -- blocks ---------------------------------------------------------------------------------------


class Heading(Struct, frozen=True, tag="heading"):
    """A heading; level 2 is a section of the brief."""

    id: str
    text: str
    level: Literal[2, 3] = 2


class Paragraph(Struct, frozen=True, tag="paragraph"):
    """One or more sentences."""

    line: Line


class Bullets(Struct, frozen=True, tag="bullets"):
    """A list."""

    lines: tuple[Line, ...]
    numbered: bool = False


class KeyFigure(Struct, frozen=True):
    """A figure in large type with what it measures and when."""

    label: Line
    value: Stated
    under: Line


class KeyFigures(Struct, frozen=True, tag="key_figures"):
    """Up to three figures side by side."""

    figures: tuple[KeyFigure, ...]


class Column(Struct, frozen=True):
    """A column of a table; numbers are set flush right. `share` is its part of the width."""

    heading: str
    numeric: bool = False
    share: int = 1


class Table(Struct, frozen=True, tag="table"):
    """A table; the first cell of a row names it."""

    label: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Line, ...], ...]


class Figure(Struct, frozen=True, tag="figure"):
    """A chart with its text alternative; its values stand in the table that follows it."""

    chart: str  # the id of a Chart
    title: str
    unit: str
    alt: str
    table: Table


class Box(Struct, frozen=True, tag="box"):
    """Blocks set apart: the brief in 30 seconds."""

    heading: str
    blocks: tuple[Block, ...]


class Comment(Struct, frozen=True, tag="comment"):
    """What an analyst says, apart from facts. Its title and blocks are Chinese in whichever language."""

    title: Line
    by: Line  # who says it, when, and of what
    blocks: tuple[Block, ...]


Block = Heading | Paragraph | Bullets | KeyFigures | Table | Figure | Box | Comment

# -- the brief ------------------------------------------------------------------------------------


class Exhibit(Struct, frozen=True):
    """A line of the numbered evidence: the words of the source around what was stated."""

    number: int
    quote: str
    url: str  # the mark on the source page


class Origin(Struct, frozen=True):
    """A document, with the evidence that was taken from it."""

    source: Line  # the citation in words
    url: str  # its page
    exhibits: tuple[Exhibit, ...]


class Citation(Struct, frozen=True):
    """How to cite the brief in one style: GB/T 7714, BibTeX."""

    style: str
    text: str


class Brief(Struct, frozen=True):
    """A printable document on one park."""

    kind: Literal["investment", "policy"]
    park: str  # a ParkProfile's id
    language: str  # "zh-Hans", "en"
    title: str
    subject: str  # the park's name
    as_of: Line  # 资料截至2025年2月28日
    blocks: tuple[Block, ...]
    evidence: tuple[Origin, ...]
    citations: tuple[Citation, ...]
    labels: dict[str, str]  # what the frame around the blocks says: contents, evidence, citations …


class Print(Struct, frozen=True):
    """A PDF: one brief, or a volume of several under a cover."""

    url: str
    title: str
    language: str
    as_of: Line
    publisher: str
    briefs: tuple[Brief, ...]
    drawings: dict[str, str]  # SVG by the id of its Chart
    timestamp: int | None  # seconds, UTC: the day of the edition; None where no date is known
    base_url: str | None  # of the site; None: evidence is not linked to its page
    labels: dict[str, str]


class Pdf(Struct, frozen=True):
    """A PDF that is set."""

    url: str
    content: bytes
