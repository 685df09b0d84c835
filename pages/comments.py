"""Analysts' notes as blocks of a brief: the same text as on a page, every number linked or flagged."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from html.parser import HTMLParser

from msgspec import Struct
from msgspec.structs import replace

from core.blocks import (
    Block,
    Box,
    Bullets,
    Column,
    Inline,
    Line,
    Name,
    Paragraph,
    Stated,
    Table,
    Words,
    Worked,
)
from core.commentary import UNSEEN
from core.judgement import CheckedNote, NoteFigure
from core.model import Observation
from core.wording import printed_text, say_date
from pages.notes import PLACED, safe_html, with_places

HEADING = "评注"
NUMERAL = re.compile(
    r"[^\s，。；、：（）]*\d[^\s，。；、：（）]*"
)  # a date or a name, with what it clings to
Cite = Callable[[Observation], Stated]  # gives a fact its number in the evidence of the brief


class Piece(Struct, frozen=True):
    """A stretch of text in one style; `name`: it is shown as it is, digits and all."""

    text: str
    strong: bool = False
    name: bool = False


def comment_box(checked: CheckedNote, cite: Cite) -> Box:
    """A note as a box: its title, who comments and when, then its text."""
    note = checked.note
    title = _line([Piece(with_places(note.title, checked.title), strong=True)], checked.title, cite)
    by = (*_plain(Piece(note.role)), Words(" · "), Name(say_date(note.date)))
    reader = _Reader(lambda pieces: _line(pieces, checked.figures, cite))
    reader.feed(safe_html(checked))
    reader.close()
    return Box("comment", HEADING, (Paragraph(title), Paragraph(by), *reader.blocks))


# -- a line ----------------------------------------------------------------------------------------


def _line(pieces: Iterable[Piece], found: Sequence[NoteFigure], cite: Cite) -> Line:
    line: list[Inline] = []
    for piece in pieces:
        for place, text in enumerate(PLACED.split(piece.text)):  # text, number, text, number … text
            if place % 2:
                line += _figure(found[int(text)], cite)
            else:
                line += _plain(replace(piece, text=text))
    return tuple(line)


def _figure(figure: NoteFigure, cite: Cite) -> Line:
    if figure.fact is None:
        return (Worked(f"{figure.text}（{UNSEEN}）", f"评注所写，{UNSEEN}"),)
    stated = cite(figure.fact)
    if figure.as_printed:
        return (replace(stated, text=figure.text),)
    printed = printed_text(figure.fact)
    told = Worked(figure.text, f"来源作{printed}")
    return (told, Words("（来源作"), replace(stated, text=printed), Words("）"))


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

    def __init__(self, line: Callable[[Sequence[Piece]], Line]) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[Block] = []
        self._line = line
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
        line = self._line(self._pieces)
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
