"""Word files (.docx): paragraphs and tables in their order."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from core.model import Metadata
from core.problems import ContentError, Problem
from sources.bylines import find_title
from sources.markup import tidy
from sources.tables import table_lines, unit_line

LARGEST_PART = 40_000_000  # bytes of the text with its mark-up
MOST_TAGS = 2_000_000
LONGEST_ENTRY = 120  # characters of a cell; a table with longer ones only lays out its page
MAIN_PART = re.compile(r"word/document\d*\.xml")
OLE = b"\xd0\xcf\x11\xe0"  # what .doc files and locked .docx files begin with
TITLE_STYLE = re.compile(r"title|heading\s?1|标题\s?1?|1", re.IGNORECASE)
SILENT = frozenset(
    ("del", "moveFrom", "Fallback", "rt", "pPr", "rPr", "instrText", "delText", "fldData", "sectPr")
)
SIGNS = {"tab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "ptab": " "}


def read_word(content: bytes, *, where: str) -> tuple[str, Metadata]:
    """The text, and its title where a style marks one. Raises ContentError."""
    parts: list[str] = []
    title = None
    for element in _walk(_body(content, where), ("p", "tbl")):
        if _name(element) == "tbl":
            parts += _table(element, parts[-1] if parts else "")
        elif text := _paragraph(element):
            parts.append(text)
            if title is None and len(parts) <= 3 and TITLE_STYLE.fullmatch(_value(element, "pPr/pStyle")):
                title = find_title([text])
    return "\n\n".join(parts), Metadata(title=title)


def _body(content: bytes, where: str) -> Element:
    try:
        return ElementTree.fromstring(_main_part(content, where))
    except (zipfile.BadZipFile, EOFError, NotImplementedError, RuntimeError, OSError, ValueError, zlib.error):
        old = content.startswith(OLE)
        what = "is an old .doc file, or locked with a password" if old else "is damaged, or no .docx file"
    except ElementTree.ParseError:
        what = "is damaged: its text is no well-formed XML"
    raise ContentError([Problem(where, what, "open it in Word and save it as .docx without a password")])


def _main_part(content: bytes, where: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        names = [name for name in archive.namelist() if MAIN_PART.fullmatch(name)]
        if not names:
            raise ContentError(
                [Problem(where, "is no Word file: it has no word/document.xml", "save it as .docx")]
            )
        with archive.open(names[0]) as part:
            xml = part.read(LARGEST_PART + 1)  # the size that the archive states may lie
    if len(xml) > LARGEST_PART or xml.count(b"<") > MOST_TAGS:
        what = f"is too large: over {LARGEST_PART / 1e6:.0f} MB or {MOST_TAGS:,} tags of text"
        raise ContentError([Problem(where, what, "save the article alone")])
    if b"<!DOCTYPE" in xml or b"<!ENTITY" in xml:
        raise ContentError(
            [Problem(where, "defines entities, as no Word file does", "save it again from Word")]
        )
    return xml


# -- elements -------------------------------------------------------------------------------------


def _name(element: Element) -> str:
    """Its name without the namespace: strict and transitional files differ in that."""
    return element.tag.rpartition("}")[2]


def _walk(root: Element, names: Sequence[str]) -> Iterator[Element]:
    """Elements of these names in order, the paragraphs of text boxes after the one that holds them.

    What is found is not searched, but for paragraphs. No recursion: a file may be nested deep.
    """
    todo = list(reversed(root))
    while todo:
        element = todo.pop()
        name = _name(element)
        if name in SILENT:
            continue
        if name in names:
            yield element
        if name not in names or name == "p":
            todo += reversed(element)


def _paragraph(paragraph: Element) -> str:
    """Its runs as one text, without those of text boxes in it; a number may be cut into several runs."""
    pieces: list[str] = []
    todo = list(reversed(paragraph))
    while todo:
        element = todo.pop()
        name = _name(element)
        if name == "t":
            pieces.append(element.text or "")
        elif name in SIGNS:
            pieces.append(SIGNS[name])
        elif name not in SILENT and name != "txbxContent":
            todo += reversed(element)
    lines = map(tidy, "".join(pieces).split("\n"))
    return "\n".join(filter(None, lines))


def _value(element: Element, path: str) -> str:
    """The w:val of the element under a path of names; "" where there is none."""
    for name in path.split("/"):
        below = next((child for child in element if _name(child) == name), None)
        if below is None:
            return ""
        element = below
    return next((value for key, value in element.attrib.items() if key.rpartition("}")[2] == "val"), "on")


def _table(table: Element, above: str) -> list[str]:
    rows = [[cell for cell in row if _name(cell) == "tc"] for row in _walk(table, ("tr",))]
    texts = {cell: list(filter(None, map(_paragraph, _walk(cell, ("p",))))) for row in rows for cell in row}
    entries = [" ".join(text) for text in texts.values()]
    if max(map(len, rows), default=0) < 2 or any(len(entry) > LONGEST_ENTRY for entry in entries):
        return [line for text in texts.values() for line in text]
    return table_lines(_grid(rows, texts), unit=unit_line(above))


def _grid(rows: Sequence[Sequence[Element]], texts: dict[Element, list[str]]) -> list[list[str]]:
    """Rows of one text for each column; a cell that spans several is repeated in each."""
    grid: list[list[str]] = []
    for row in rows:
        line: list[str] = []
        for cell in row:
            text = " ".join(texts[cell])
            if _value(cell, "tcPr/vMerge") in ("on", "continue") and grid and len(line) < len(grid[-1]):
                text = text or grid[-1][len(line)]
            span = _value(cell, "tcPr/gridSpan")
            line += [text] * (min(int(span), 50) if span.isascii() and span.isdigit() else 1)
        grid.append(line)
    return grid
