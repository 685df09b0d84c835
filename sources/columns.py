"""The order in which a printed page is read, from where its characters stand.

A page is cut into bands by white rows, bands into columns by white gutters that run through several of them,
and so on in each column. All measures are multiples of the page's own character size, none is in points.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from statistics import median

from msgspec import Struct
from msgspec.structs import replace

from sources.decoding import is_han
from sources.tables import table_lines

GUTTER = 0.9  # character sizes of white that part two columns
HEADLINE = 1.2  # times the size of the region's characters
DEEPEST = 30  # cuts within cuts
INNER_MARK = re.compile(r"[，。；]")
CLOSED = re.compile(r"[。！？!?…：；][”’」』）)]*$")
NEVER_FIRST = re.compile(r"[，。、；：！？）》”’」』%％,.;:!?)]")

Gap = tuple[float, float]


class Glyph(Struct, frozen=True):
    """One printed character: left and right edge, baseline counted downwards, size; all in points."""

    text: str
    left: float
    right: float
    base: float
    size: float
    spaced: bool = False  # a space is printed before it

    @property
    def top(self) -> float:
        return self.base - 0.75 * self.size


class Printed(Struct, frozen=True):
    """One line as printed in its column, and what tells whether a paragraph begins or ends with it."""

    text: str
    size: float
    begins: bool  # is indented, or stands apart from the line before
    ends: bool  # leaves the end of its column free


class Band(Struct, frozen=True):
    """Characters between two white rows, and the white gaps across."""

    glyphs: tuple[Glyph, ...]
    gaps: tuple[Gap, ...]

    @property
    def top(self) -> float:
        return min(glyph.top for glyph in self.glyphs)

    @property
    def bottom(self) -> float:
        return max(glyph.base for glyph in self.glyphs)


def reading_order(glyphs: Sequence[Glyph], depth: int = 0) -> list[Printed]:
    """The lines of a page, or of a part of it, in the order in which they are read."""
    if not glyphs:
        return []
    size = median(glyph.size for glyph in glyphs)
    groups = _groups(_bands(glyphs, size), size)
    if depth == DEEPEST or (len(groups) == 1 and not _gutters(groups[0])):
        return _column(glyphs)
    found: list[Printed] = []
    for group in groups:
        part = _group_lines(group, size, depth)
        found += [replace(line, begins=True) if number == 0 else line for number, line in enumerate(part)]
    return found


def passages(lines: Sequence[Printed]) -> Iterator[tuple[str, float]]:
    """Lines joined to paragraphs, each with the size of its characters."""
    text, last = "", None
    for line in lines:
        parted = last and (line.begins or last.ends or not _alike(line.size, last.size))
        if last and parted and not NEVER_FIRST.match(line.text):
            yield text, last.size
            text = ""
        text = _glued(text, line.text)
        last = line
    if last:
        yield text, last.size


def lines_of(glyphs: Sequence[Glyph]) -> Iterator[tuple[str, list[Glyph]]]:
    """Lines right across, as one reads a page without columns, with their characters."""
    for row in _rows(glyphs):
        yield _text(row), row


# -- bands and columns ----------------------------------------------------------------------------


def _bands(glyphs: Sequence[Glyph], size: float) -> list[Band]:
    left, right = min(glyph.left for glyph in glyphs), max(glyph.right for glyph in glyphs)
    rows: list[list[Glyph]] = []
    bottom = float("-inf")
    for glyph in sorted(glyphs, key=lambda each: each.top):
        if glyph.top > bottom:
            rows.append([])
        rows[-1].append(glyph)
        bottom = max(bottom, glyph.base)
    return [Band(tuple(row), _gaps(row, (left, right), GUTTER * size)) for row in rows]


def _gaps(glyphs: Sequence[Glyph], edges: Gap, least: float) -> tuple[Gap, ...]:
    """White from edge to edge of the region, at least so wide; the outermost may touch an edge."""
    found: list[Gap] = []
    reached = edges[0]
    for glyph in sorted(glyphs, key=lambda each: each.left):
        if glyph.left - reached >= least:
            found.append((reached, glyph.left))
        reached = max(reached, glyph.right)
    if edges[1] - reached >= least:
        found.append((reached, edges[1]))
    return tuple(found)


def _shared(one: Sequence[Gap], other: Sequence[Gap], least: float) -> tuple[Gap, ...]:
    both = ((max(a, c), min(b, d)) for a, b in one for c, d in other)
    return tuple((left, right) for left, right in both if right - left >= least)


def _groups(bands: Sequence[Band], size: float) -> list[Band]:
    """Bands that share their columns, as one; a headline that stands alone opens a group of its own."""
    apart = [below.top - above.bottom for above, below in pairwise(bands)]
    most = (median(apart) if apart else 0.0) + 3 * size
    groups = _joined(bands, most, lambda above, below: _union(above, below, size))
    # A wide space within a single line is no gutter: such a line stays with the text around it.
    return _joined(groups, most, lambda above, below: _columnless_union(above, below, size))


def _joined(bands: Sequence[Band], most: float, join: Callable[[Band, Band], Band | None]) -> list[Band]:
    groups: list[Band] = []
    for band in bands:
        near = bool(groups) and band.top - groups[-1].bottom <= most
        if near and (union := join(groups[-1], band)):
            groups[-1] = union
        else:
            groups.append(band)
    return groups


def _union(group: Band, band: Band, size: float) -> Band | None:
    """Both as one band, where they have the same columns or neither has any."""
    if _is_headline(band, size) != _is_headline(group, size):
        return None
    union = Band(group.glyphs + band.glyphs, _shared(group.gaps, band.gaps, GUTTER * size))
    columns = bool(_gutters(group)), bool(_gutters(band))
    return union if _gutters(union) or not any(columns) else None


def _columnless_union(group: Band, band: Band, size: float) -> Band | None:
    columns = any(_gutters(each) and not _is_one_line(each, size) for each in (group, band))
    if columns or _is_headline(group, size) != _is_headline(band, size):
        return None
    return Band(group.glyphs + band.glyphs, ())


def _is_headline(band: Band, size: float) -> bool:
    large = sum(glyph.size >= HEADLINE * size for glyph in band.glyphs)
    return 2 * large > len(band.glyphs) and not _gutters(band)


def _gutters(band: Band) -> list[Gap]:
    """Gaps with characters on both sides."""
    left, right = min(each.left for each in band.glyphs), max(each.right for each in band.glyphs)
    return [gap for gap in band.gaps if left <= gap[0] and gap[1] <= right]


def _is_one_line(band: Band, size: float) -> bool:
    bases = [glyph.base for glyph in band.glyphs]
    return max(bases) - min(bases) < 0.5 * size


def _group_lines(group: Band, size: float, depth: int) -> list[Printed]:
    gutters = _gutters(group)
    if not gutters or _is_one_line(group, size):
        return _column(group.glyphs)
    columns = _split(group.glyphs, gutters)
    if not _are_text(columns, size) and (rows := _table_rows(columns, size)):
        return [Printed(line, size, begins=True, ends=True) for line in table_lines(rows)]
    found: list[Printed] = []
    for column in columns:
        lines = reading_order(column, depth + 1)
        if found and lines and _goes_on(found[-1], lines[0], column):
            lines[0] = replace(lines[0], begins=False)
        found += lines
    return found


def _split(glyphs: Sequence[Glyph], gutters: Sequence[Gap]) -> list[list[Glyph]]:
    columns: list[list[Glyph]] = [[] for _ in range(len(gutters) + 1)]
    for glyph in glyphs:
        columns[sum(glyph.left >= gap[1] - 0.01 for gap in gutters)].append(glyph)
    return list(filter(None, columns))


def _are_text(columns: Sequence[Sequence[Glyph]], size: float) -> bool:
    """Whether columns hold running text: with marks within its lines, or lines that fill the column."""
    lines = [_text(row) for column in columns for row in _rows(column)]
    marked = sum(bool(INNER_MARK.search(line)) for line in lines)
    return marked >= len(lines) / 4 or all(_is_filled(column, size) for column in columns)


def _is_filled(column: Sequence[Glyph], size: float) -> bool:
    """Most lines of running text reach from edge to edge; entries of a table do not."""
    widths = [row[-1].right - row[0].left for row in _rows(column)]
    width = max(each.right for each in column) - min(each.left for each in column)
    return width >= 6 * size and median(widths) >= 0.75 * width and len(widths) >= 2


def _goes_on(last: Printed, first: Printed, column: Sequence[Glyph]) -> bool:
    """Whether a column begins in the middle of the paragraph that the column before broke off."""
    top = _rows(column)[0]
    indented = top[0].left - min(glyph.left for glyph in column) > 1.2 * first.size
    return not indented and not last.ends and _alike(last.size, first.size)


def _table_rows(columns: Sequence[Sequence[Glyph]], size: float) -> list[list[str]]:
    """The cells of a table, row by row; [] where the columns hardly ever stand side by side."""
    owner = {id(glyph): number for number, column in enumerate(columns) for glyph in column}
    grid: list[list[str]] = []
    for row in _bands([glyph for column in columns for glyph in column], size):
        cells: list[list[Glyph]] = [[] for _ in columns]
        for glyph in row.glyphs:
            cells[owner[id(glyph)]].append(glyph)
        grid.append(["".join(_text(line) for line in _rows(cell)) for cell in cells])
    beside = sum(sum(map(bool, row)) > 1 for row in grid)
    return grid if len(grid) >= 3 and beside >= 0.6 * len(grid) else []


# -- one column -----------------------------------------------------------------------------------


def _column(glyphs: Sequence[Glyph]) -> list[Printed]:
    """The lines of a column from top to bottom."""
    rows = _rows(glyphs)
    left, right = min(row[0].left for row in rows), max(row[-1].right for row in rows)
    steps = [below[0].base - above[0].base for above, below in pairwise(rows)]
    usual = median(steps) if steps else 0.0
    free = [(row[0].left - left, right - row[-1].right) for row in rows]
    size = median(glyph.size for glyph in glyphs)
    centred = len(rows) <= 4 and all(abs(before - after) < size for before, after in free)  # a headline
    found: list[Printed] = []
    for row, step, (before, after) in zip(rows, [0.0, *steps], free, strict=True):
        begins = not found or step > 1.3 * usual or (before > 1.2 * size and not centred)
        text = _text(row)
        # Numbers and marks that may not be parted leave lines uneven: a full stop, or much white, ends one.
        free_end = after > (1.6 * size if CLOSED.search(text) else 0.4 * (right - left))
        found.append(Printed(text, median(glyph.size for glyph in row), begins, free_end and not centred))
    return found


def _rows(glyphs: Sequence[Glyph]) -> list[list[Glyph]]:
    """Characters on one baseline, from left to right."""
    rows: list[list[Glyph]] = []
    for glyph in sorted(glyphs, key=lambda each: each.base):
        if rows and glyph.base - rows[-1][0].base < 0.45 * max(glyph.size, rows[-1][0].size):
            rows[-1].append(glyph)
        else:
            rows.append([glyph])
    return [sorted(row, key=lambda each: each.left) for row in rows]


def _text(row: Sequence[Glyph]) -> str:
    """A line's characters, with a space where they stand apart."""
    text = row[0].text
    for before, glyph in pairwise(row):
        narrow = not (_is_wide(before.text) or _is_wide(glyph.text))
        apart = glyph.left - before.right > (0.15 if narrow else 0.6) * glyph.size
        text += " " + glyph.text if apart or glyph.spaced else glyph.text
    return text


def _is_wide(text: str) -> bool:
    return is_han(text[-1:]) or text[-1:] > "\u2fff"


def _glued(before: str, after: str) -> str:
    """Two lines of one paragraph: words of letters keep a space between, Chinese and numbers do not."""
    words = before[-1:].isascii() and before[-1:].isalpha() and after[:1].isascii() and after[:1].isalpha()
    return f"{before} {after}" if words else before + after


def _alike(one: float, other: float) -> bool:
    return abs(one - other) <= 0.12 * max(one, other)
