"""Analysts' notes as blocks of a brief: the same text as on a page, every number linked or flagged."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from html.parser import HTMLParser

from msgspec import Struct
from msgspec.structs import replace

from core.blocks import (
    Block,
    Bullets,
    Column,
    Comment,
    Inline,
    Line,
    Name,
    Paragraph,
    Proof,
    Stated,
    Table,
    Unseen,
    Words,
    Worked,
)
from core.judgement import NoteFigure
from core.model import Observation
from core.urls import project_url
from core.wording import STATUS, printed_text
from pages.briefs.contents import Remark
from pages.briefs.grammar import Grammar
from pages.briefs.lines import tidy
from pages.briefs.proofs import Proofs
from pages.notes import PLACED, safe_html, with_places

NUMERAL = re.compile(
    r"[^\s，。；、：（）]*\d[^\s，。；、：（）]*"
)  # a date or a name, with what it clings to


class Piece(Struct, frozen=True):
    """A stretch of text in one style; `name`: it is shown as it is, digits and all."""

    text: str
    strong: bool = False
    name: bool = False


def comment(told: Remark, grammar: Grammar, proofs: Proofs) -> Comment:
    """A note: its title, who comments and when, then its text."""
    checked, note = told.checked, told.checked.note
    writer = _Writer(proofs, grammar.NOTES["unseen"])
    about = Name(told.project.name, project_url(told.project.id)) if told.project else None
    reader = _Reader(writer, checked.figures)
    reader.feed(safe_html(checked))
    reader.close()
    title = writer.line([Piece(with_places(note.title, checked.title))], checked.title)
    return Comment(title, grammar.byline(note.role, note.date, about), tuple(reader.blocks))


# -- a line ----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Writer:
    """Writes lines of a comment; `flag` is what stands beside a figure that no source states."""

    proofs: Proofs
    flag: str

    def line(self, pieces: Sequence[Piece], found: Sequence[NoteFigure]) -> Line:
        line: list[Inline] = []
        around = "".join(each.text for each in pieces)
        for piece in pieces:
            for place, text in enumerate(PLACED.split(piece.text)):  # text, number, text, number … text
                if place % 2:
                    line += self._figure(found[int(text)], around)
                else:
                    line += _plain(replace(piece, text=text))
        return _with_proofs(line)

    def _figure(self, figure: NoteFigure, around: str) -> Line:
        fact = figure.fact
        if fact is None or not self.proofs.has(fact):
            return (Unseen(figure.text, self.flag),)
        if figure.as_printed:
            return (self.proofs.stated(figure.text, fact), *_status(fact, around))
        printed = printed_text(fact)
        told = Worked(figure.text, f"来源作{printed}")
        return (
            told,
            Words("（来源作"),
            self.proofs.stated(printed, fact),
            *_status(fact, around),
            Words("）"),
        )


def _with_proofs(line: Sequence[Inline]) -> Line:
    """A number of evidence behind the last of the figures in a row that share it."""
    parts: list[Inline] = []  # from behind
    after: int | None = None
    for each in reversed(line):
        if isinstance(each, Stated):
            if each.evidence != after:
                parts.append(Proof(each.evidence))
            after = each.evidence
        parts.append(each)
    return tidy(reversed(parts))


def _status(fact: Observation, around: str) -> Line:
    """What a value is that is no result, a target or an estimate, unless the words around it say so."""
    word = STATUS[fact.status]
    return () if fact.status == "actual" or word in around else (Words(f"（{word}）"),)


def _plain(piece: Piece) -> Line:
    """Words, and between them the dates and names that hold a digit."""
    if piece.name:
        return (Name(piece.text),)
    line: list[Words | Name] = []
    start = 0
    for found in NUMERAL.finditer(piece.text):
        line += [Words(piece.text[start : found.start()], piece.strong), Name(found[0])]
        start = found.end()
    line.append(Words(piece.text[start:], piece.strong))
    return tuple(each for each in line if each.text)


# -- HTML to blocks --------------------------------------------------------------------------------


class _Reader(HTMLParser):
    """Reads what `safe_html` writes: paragraphs, headings, lists, tables."""

    def __init__(self, writer: _Writer, found: Sequence[NoteFigure]) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[Block] = []
        self._writer = writer
        self._found = found
        self._pieces: list[Piece] = []
        self._open: list[str] = []
        self._lines: list[Line] = []  # of the list that is open
        self._rows: list[list[Line]] = []  # of the table that is open; its first row is its heading

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("ul", "ol", "li"):
            self._end_of_item()  # a list within an item: what stands before it is a line of its own
        if tag == "tr":
            self._rows.append([])
        if tag == "br":
            self._pieces.append(Piece(" "))
        elif tag != "hr":
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in ("td", "th"):
            self._rows[-1].append(self._taken())
        elif tag == "li":
            self._end_of_item()
        elif "li" not in self._open and re.fullmatch(r"p|pre|h[1-6]", tag):
            self._add(Paragraph(line) if (line := self._taken()) else None)
        self._open.pop()
        if tag in ("ul", "ol") and "li" not in self._open:
            self._add(Bullets(tuple(self._lines), numbered=tag == "ol"))
            self._lines = []
        if tag == "table":
            self._add(self._table())
            self._rows = []

    def handle_data(self, data: str) -> None:
        if not data.strip() and not self._pieces:
            return  # the line breaks between elements
        strong = "strong" in self._open or any(re.fullmatch(r"h[1-6]|th", each) for each in self._open)
        self._pieces.append(Piece(data.replace("\n", ""), strong, "code" in self._open))

    def _taken(self) -> Line:
        line = self._writer.line(self._pieces, self._found)
        self._pieces = []
        return line

    def _end_of_item(self) -> None:
        if "li" in self._open and (line := self._taken()):
            self._lines.append(line)

    def _add(self, block: Block | None) -> None:
        if block:
            self.blocks.append(block)

    def _table(self) -> Table:
        """A figure must not stand in a heading, which cannot show where it comes from: it is a row."""
        columns = tuple(Column("") for _ in self._rows[0])
        return Table("评注中的表", columns, tuple(tuple(row) for row in self._rows))
