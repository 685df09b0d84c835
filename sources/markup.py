"""HTML to a tree, and a tree to blocks of text: what a browser would set as a line of its own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from msgspec import Struct

from core.problems import ContentError, Problem
from sources.decoding import is_han
from sources.tables import table_lines, unit_line

MOST_ELEMENTS = 200_000
MOST_CELLS, MOST_COLUMNS = 20_000, 60  # of a table that is read as one
SAVE_AS_TEXT = "copy the article's text into a .txt file"

BLOCK_NAMES = """
    address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure
    footer form h1 h2 h3 h4 h5 h6 header hr li main ol p pre section table tbody td tfoot th thead tr ul
"""
UNSEEN_NAMES = """
    script style noscript template iframe object embed applet svg canvas audio video map head nav
    select button textarea input datalist xml rt rp
"""
BLOCKS, UNSEEN = frozenset(BLOCK_NAMES.split()), frozenset(UNSEEN_NAMES.split())
HIDDEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)
FOOTNOTE = re.compile(r"\s*[\[［【]\s*\d{1,3}\s*[\]］】]\s*")
XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")

INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
SPACES = re.compile(r"[ \t\r\n\f\v\u00a0\u2002-\u200a\u202f\u3000]+")


class Block(Struct, frozen=True):
    """One line of a page. `owner`: the element that it stands in; `apart`: after a blank line."""

    text: str
    words: tuple[str, ...]  # the text as the elements within the line part it
    linked: int  # how many of its characters are a link
    owner: Any
    apart: bool


def parse(page: str, *, where: str) -> Any:
    """The page's tree. Raises ContentError for a page that is empty, too large or too deep."""
    from lxml import etree, html

    # huge_tree: elements may be 2048 deep, not 256; the size of a file is limited where it is read.
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        root = html.document_fromstring(XML_DECLARATION.sub("", page).encode("utf-8", "replace"), parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        raise ContentError([Problem(where, "holds no text", SAVE_AS_TEXT)]) from None
    if any("depth" in str(entry.message) for entry in parser.error_log):
        raise ContentError([Problem(where, "is nested too deep: over 2048 elements", SAVE_AS_TEXT)])
    for count, _ in enumerate(root.iter()):
        if count > MOST_ELEMENTS:
            what = f"is too large a page: over {MOST_ELEMENTS:,} elements"
            raise ContentError([Problem(where, what, SAVE_AS_TEXT)])
    return root


def drop_unseen(root: Any) -> None:
    """Take out what a browser does not show, and the marks of footnotes."""
    for element in list(root.iter()):
        unseen = element.tag in UNSEEN or HIDDEN.search(element.get("style") or "")
        if unseen and element is not root and element.tag != "body":
            remove(element)
        elif element.tag == "sup":
            _raise_index(element)


def remove(element: Any) -> None:
    """Take out an element with all that is in it; the text after it stays."""
    parent, before = element.getparent(), element.getprevious()
    if parent is None:
        return
    if element.tail and before is not None:
        before.tail = (before.tail or "") + element.tail
    elif element.tail:
        parent.text = (parent.text or "") + element.tail
    parent.remove(element)


def _raise_index(element: Any) -> None:
    text = "".join(element.itertext())
    if FOOTNOTE.fullmatch(text):
        remove(element)
    elif text in ("2", "3") and len(element) == 0:
        element.text = "²³"[int(text) - 2]  # m<sup>2</sup>


class _Writer:
    """Gathers the text of one line after the other."""

    def __init__(self, root: Any) -> None:
        self.owners = [root]
        self.blocks: list[Block] = []
        self.apart = True
        self.links = 0
        self._start()

    def _start(self) -> None:
        self.pieces: list[str] = []
        self.linked = 0

    def add(self, text: str | None) -> None:
        if text:
            self.pieces.append(text)
            if self.links:
                self.linked += len("".join(text.split()))

    def end_line(self, *, apart: bool) -> None:
        text = tidy("".join(self.pieces))
        if text:
            words = tuple(word for word in map(tidy, self.pieces) if word)
            self.blocks.append(Block(text, words, min(self.linked, len(text)), self.owners[-1], self.apart))
            self.apart = apart
        self.apart = self.apart or apart
        self._start()


def blocks(root: Any) -> list[Block]:
    """The lines of an element, in order. A table of figures gives a line for each of its rows."""
    from lxml import etree

    writer = _Writer(root)
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        if event == "end":
            _close(writer, element, root)
        elif element.tag == "table" and (rows := _data_rows(element)):
            writer.end_line(apart=True)
            above = writer.blocks[-1].text if writer.blocks else ""
            headed = element.find(".//th") is not None
            for line in table_lines(rows, headed=headed, unit=unit_line(above)):
                writer.blocks.append(Block(line, (line,), 0, element, True))
            walk.skip_subtree()
        else:
            _open(writer, element)
    writer.end_line(apart=True)
    return writer.blocks


def _open(writer: _Writer, element: Any) -> None:
    if element.tag in BLOCKS:
        writer.end_line(apart=True)
        writer.owners.append(element)
    elif element.tag == "br":
        writer.end_line(apart=False)
    writer.links += element.tag == "a"
    writer.add(element.text)


def _close(writer: _Writer, element: Any, root: Any) -> None:
    if element.tag in BLOCKS:
        writer.end_line(apart=True)
        if writer.owners[-1] is element and element is not root:
            writer.owners.pop()
    writer.links -= element.tag == "a"
    if element is not root:
        writer.add(element.tail)


def tidy(text: str) -> str:
    """One line: white space as a browser shows it, without what is invisible."""
    text = SPACES.sub(_space, INVISIBLE.sub("", text))
    return text.strip()


def _space(match: re.Match[str]) -> str:
    """A line break in the source is no space between Han characters; any other white space is one."""
    if "\n" not in match.group() and "\r" not in match.group():
        return " "
    before, after = match.string[: match.start()][-1:], match.string[match.end() :][:1]
    return "" if _wide(before) or _wide(after) or after in ("%", ".", "％") else " "


def _wide(character: str) -> bool:
    return bool(character) and (
        is_han(character) or "\u3000" <= character <= "\u303f" or character > "\uff00"
    )


# -- tables ---------------------------------------------------------------------------------------


def _data_rows(table: Any) -> list[list[str]]:
    """The cells of a table that holds short entries; [] for one that only lays out a page."""
    if table.find(".//table") is not None or table.get("role") == "presentation":
        return []
    rows = [[cell for cell in row if cell.tag in ("td", "th")] for row in table.iter("tr")]
    rows = [row for row in rows if row]
    cells = [cell for row in rows for cell in row]
    if len(rows) < 2 or max(map(len, rows)) < 2 or len(cells) > MOST_CELLS:
        return []
    texts = {cell: _cell_text(cell) for cell in cells}
    if any(len(text) > 120 for text in texts.values()) or _mostly_links(cells, texts.values()):
        return []
    return _grid(rows, texts)


def _cell_text(cell: Any) -> str:
    return " ".join(block.text for block in blocks(cell))


def _mostly_links(cells: Iterable[Any], texts: Iterable[str]) -> bool:
    linked = sum(len("".join(link.itertext())) for cell in cells for link in cell.iter("a"))
    return 2 * linked > sum(map(len, texts))


def _grid(rows: list[list[Any]], texts: dict[Any, str]) -> list[list[str]]:
    """Rows of one text for each column; a cell that spans several is repeated in each.

    [] for more columns than any table of figures has.
    """
    grid: list[list[str]] = []
    hanging: dict[int, tuple[str, int]] = {}  # column -> text that spans further rows, and how many
    for row in rows:
        line: list[str] = []
        left = {index: (text, count - 1) for index, (text, count) in hanging.items() if count > 1}
        for cell in row:
            _hang(line, hanging)
            for _ in range(_span(cell, "colspan")):
                left[len(line)] = (texts[cell], _span(cell, "rowspan") - 1)
                line.append(texts[cell])
        _hang(line, hanging)
        if len(line) > MOST_COLUMNS:
            return []
        hanging = {index: (text, count) for index, (text, count) in left.items() if count > 0}
        grid.append(line)
    return grid


def _hang(line: list[str], hanging: dict[int, tuple[str, int]]) -> None:
    while len(line) in hanging:
        line.append(hanging[len(line)][0])


def _span(cell: Any, name: str) -> int:
    value = (cell.get(name) or "").strip()
    return min(max(int(value), 1), 50) if value.isascii() and value.isdigit() and len(value) < 4 else 1


def ancestors(element: Any) -> Iterator[Any]:
    """The element's parents, nearest first."""
    parent = element.getparent()
    while parent is not None:
        yield parent
        parent = parent.getparent()
