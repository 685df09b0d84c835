"""PDF files: their characters in reading order, without running heads and page numbers."""

from __future__ import annotations

import math
import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from statistics import median
from typing import Any

from msgspec import Struct

from core.model import Metadata
from core.problems import ContentError, Problem
from sources.bylines import find_title
from sources.columns import Glyph, lines_of, passages, reading_order
from sources.decoding import is_han

MOST_PAGES = 300
MOST_GLYPHS = 60_000  # on one page
EDGE = 0.09  # of a page's height, above and below, where running heads stand
PAGE_NUMBER = re.compile(r"\W*(?:第\s*)?\d{1,4}\s*页?(?:\s*[/／共]\s*\d{1,4}\s*页?)?\W*")
NO_TEXT = "has no text layer: its pages are pictures"


class Sheet(Struct, frozen=True):
    """One page: its height and characters."""

    height: float
    glyphs: tuple[Glyph, ...]


def read_pdf(content: bytes, *, where: str) -> tuple[str, Metadata]:
    """The text in reading order, and the headline. Raises ContentError."""
    sheets = _sheets(content, where)
    if sum(is_han(glyph.text) for sheet in sheets for glyph in sheet.glyphs) < 10:
        letters = any(sheet.glyphs for sheet in sheets)
        what = "holds hardly any Chinese text" if letters else NO_TEXT
        fix = "run text recognition (OCR) over it first, or save the article as a .txt file"
        raise ContentError([Problem(where, what, fix)])
    lines = [line for sheet in _without_running_heads(sheets) for line in reading_order(sheet.glyphs)]
    found = list(passages(lines))
    text = "\n\n".join(text for text, _ in found)
    return text, Metadata(title=_headline(found))


def _headline(found: Sequence[tuple[str, float]]) -> str | None:
    """The first of the largest lines, if it is larger than the text."""
    usual = median(size for text, size in found for _ in text)
    titles = [(size, text) for text, size in found if size > 1.15 * usual and find_title([text])]
    largest = max((size for size, _ in titles), default=0.0)
    return next((find_title([text]) for size, text in titles if size >= 0.97 * largest), None)


# -- characters -----------------------------------------------------------------------------------


def _sheets(content: bytes, where: str) -> list[Sheet]:
    from pypdfium2 import PdfDocument, PdfiumError

    try:
        document = PdfDocument(content)
    except PdfiumError as error:
        locked = "password" in str(error).lower()
        what = "is locked with a password" if locked else "is damaged, or no PDF"
        fix = (
            "save it again without a password"
            if locked
            else "save it again from its program, or take it away"
        )
        raise ContentError([Problem(where, what, fix)]) from None
    try:
        if len(document) > MOST_PAGES:
            what = f"has {len(document)} pages, where {MOST_PAGES} are read"
            raise ContentError([Problem(where, what, "save the article's pages alone")])
        return [_sheet(document, number, where) for number in range(len(document))]
    except PdfiumError:
        fix = "save it again from its program, or take it away"
        raise ContentError([Problem(where, "is damaged: a page cannot be read", fix)]) from None
    finally:
        document.close()


def _sheet(document: Any, number: int, where: str) -> Sheet:
    page = document[number]
    width, height = page.get_size()
    text = page.get_textpage()
    try:
        count = text.count_chars()
        if count > MOST_GLYPHS:
            what = f"page {number + 1} has {count} characters, where {MOST_GLYPHS} are read"
            raise ContentError([Problem(where, what, "save the article as a .txt file")])
        turned = [(angle, glyph) for angle, glyph in _glyphs(text, count, height) if glyph.left < width]
    finally:
        text.close()
        page.close()
    upright = [glyph for angle, glyph in turned if not angle]  # what is turned is a watermark
    return Sheet(height, tuple(_without_doubles(upright)))


def _glyphs(page: Any, count: int, height: float) -> Iterator[tuple[bool, Glyph]]:
    """Every visible character, and whether it is turned."""
    from ctypes import byref, c_double

    from pypdfium2 import raw

    box, matrix, x, y = raw.FS_RECTF(), raw.FS_MATRIX(), c_double(), c_double()
    spaced = False
    for index in range(count):
        code = raw.FPDFText_GetUnicode(page, index)
        generated = raw.FPDFText_IsGenerated(page, index) == 1
        if generated or not (text := plain_character(code)):
            spaced = spaced or (code == ord(" ") and not generated)
            continue
        raw.FPDFText_GetLooseCharBox(page, index, byref(box))
        raw.FPDFText_GetCharOrigin(page, index, byref(x), byref(y))
        raw.FPDFText_GetMatrix(page, index, byref(matrix))
        size = raw.FPDFText_GetFontSize(page, index) * math.hypot(matrix.c, matrix.d)
        if (
            size > 0.5
            and box.right > box.left
            and all(map(math.isfinite, (box.left, box.right, y.value, size)))
        ):
            turned = abs(math.sin(raw.FPDFText_GetCharAngle(page, index))) > 0.05
            yield turned, Glyph(text, box.left, box.right, height - y.value, size, spaced)
        spaced = False


def plain_character(code: int) -> str:
    """The character as articles write it; "" for white space, control codes and what no font names."""
    text = chr(code) if code < sys.maxunicode else ""
    if "\u2e80" <= text <= "\u2fdf" or "\uf900" <= text <= "\ufaff":  # radicals that stand for characters
        text = unicodedata.normalize("NFKC", text)
    return "" if text.isspace() or unicodedata.category(text or "\0")[0] == "C" else text


def _without_doubles(glyphs: Sequence[Glyph]) -> Iterator[Glyph]:
    """Each character once: some programs make bold type by printing twice, a hair apart."""
    seen: set[tuple[str, int, int]] = set()
    for glyph in glyphs:
        column, row = round(glyph.left / glyph.size * 2), round(glyph.base / glyph.size * 2)
        if not any((glyph.text, column + dx, row + dy) in seen for dx in (-1, 0, 1) for dy in (-1, 0, 1)):
            yield glyph
        seen.add((glyph.text, column, row))


# -- running heads --------------------------------------------------------------------------------


def _without_running_heads(sheets: Sequence[Sheet]) -> list[Sheet]:
    """Pages without page numbers, and without lines at the edge that several pages share."""
    edges = [_edge_lines(sheet) for sheet in sheets]
    shared = Counter(key for lines in edges for key in {_masked(line) for line in lines})
    found: list[Sheet] = []
    for sheet, lines in zip(sheets, edges, strict=True):
        dropped = {
            id(glyph)
            for text, glyphs in lines.items()
            if PAGE_NUMBER.fullmatch(text) or 2 <= shared[_masked(text)] >= len(sheets) / 3
            for glyph in glyphs
        }
        found.append(Sheet(sheet.height, tuple(each for each in sheet.glyphs if id(each) not in dropped)))
    return found


def _edge_lines(sheet: Sheet) -> dict[str, list[Glyph]]:
    edge = EDGE * sheet.height
    glyphs = [each for each in sheet.glyphs if each.base < edge or each.base > sheet.height - edge]
    return dict(lines_of(glyphs))


def _masked(text: str) -> str:
    return re.sub(r"\d+", "#", text)
