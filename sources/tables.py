"""Tables as lines to read: every row says its own name and its columns' names, so that figures keep both.

A row of 指标 | 2023年 | 同比增长（%） reads "地区生产总值：2023年 120.5亿元；同比增长 8.2%。": a unit that
stands in a heading, in a column of units or above the table is written behind the figure it belongs to.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

UNIT = (
    r"(?:[十百千万亿]*(?:元|美元|平方米|平方公里|公顷|亩|吨|千瓦时|人次?|家|户|个|项|件|台|辆|套|公里|米|标准箱|标箱)"
    r"|[%％‰]|百分点|[万亿])"
)
NAMED_UNIT = re.compile(
    rf"\s*(?:[（(]\s*(?:单位[:：])?\s*(?P<bracketed>{UNIT})\s*[）)]|[±]?(?P<bare>[%％‰]))\s*$"
)
UNIT_LINE = re.compile(rf"^[（(]?\s*(?:计量)?单位\s*[:：]\s*(?P<unit>{UNIT})\s*[）)]?$")
BARE_FIGURE = re.compile(r"[-+−－]?\s*[\d０-９][\d０-９,，]*(?:[.．][\d０-９]+)?")
FIGURE = re.compile(rf"{BARE_FIGURE.pattern}\s*(?:{UNIT})?")
PERIOD = re.compile(r"(?:19|20)\d{2}\s*(?:年.*|[-.]\d{1,2})?|\d{1,2}(?:[-—~至]\d{1,2})?月.*")
OF_ANOTHER_UNIT = re.compile(r"增长|增速|增幅|同比|比重|占比|比率|[^效汇]率$|位次|排名|名次|排位")
HEADINGS = re.compile(
    r"^(?:指\s*标|项\s*目|名\s*称|单\s*位|地\s*区|园区|区域|序\s*号|类\s*别|年\s*份|时间|企业|内容)"
)
NUMBERING = re.compile(r"^(?:序\s*号|编\s*号|No\.?)$", re.IGNORECASE)
UNITS = re.compile(r"^(?:计量)?单\s*位$")
PLAIN_VALUE = re.compile(r"^(?:数\s*值|指标值|数\s*据|数\s*量|绝对[量值]|内\s*容|情\s*况)?$")
NOTHING = re.compile(r"^[-—–/\\…·*]*$")


class Column(Struct, frozen=True):
    """What a column is called and what it holds: a label of the row, the unit of its figures, or values."""

    name: str
    unit: str | None
    holds: str  # label, unit, value, numbering


def table_lines(rows: Sequence[Sequence[str]], *, headed: bool = False, unit: str | None = None) -> list[str]:
    """A line for each row. Cells that span several places are repeated there; `unit` stands above it."""
    rows = _trimmed(rows)
    lines: list[str] = []
    while rows and len(set(rows[0]) - {""}) == 1 and len(rows[0]) > 1:
        caption = next(cell for cell in rows[0] if cell)
        unit = unit_line(caption) or unit
        lines.append(caption)
        rows = rows[1:]
    heading = _heading_rows(rows, headed=headed)
    columns = _columns(rows[:heading], rows[heading:]) if heading else []
    for row in rows[heading:]:
        lines.append(_headed_row(row, columns, unit) if columns else _plain_row(row))
    return [line for line in lines if line]


def unit_line(text: str) -> str | None:
    """The unit that a line above a table states for all of it: 单位：亿元."""
    match = UNIT_LINE.match(text.strip())
    return match["unit"] if match else None


def _trimmed(rows: Sequence[Sequence[str]]) -> list[list[str]]:
    """Rows of one length, without empty rows and columns."""
    width = max(map(len, rows), default=0)
    full = [[" ".join(cell.split()) for cell in row] + [""] * (width - len(row)) for row in rows]
    full = [row for row in full if any(row)]
    used = [index for index in range(width) if any(row[index] for row in full)]
    return [[row[index] for index in used] for row in full]


def _is_figure(cell: str) -> bool:
    return bool(FIGURE.fullmatch(cell)) and not PERIOD.fullmatch(cell)


def _heading_rows(rows: Sequence[Sequence[str]], *, headed: bool) -> int:
    """How many rows at the top name the columns."""
    if len(rows) < 2 or len(rows[0]) < 2:
        return 0
    figures = [sum(map(_is_figure, row)) for row in rows]
    names_columns = headed or bool(HEADINGS.match(rows[0][0]))
    if figures[0] or not (names_columns or (len(rows[0]) > 2 and any(figures))):
        return 0
    count = 1
    # A second row of headings goes on under a cell that spans both rows, or several columns.
    while count < 3 and count < len(rows) - 1 and not figures[count] and _spans(rows[count - 1], rows[count]):
        count += 1
    return count


def _spans(upper: Sequence[str], lower: Sequence[str]) -> bool:
    repeated = any(cell and cell == after for cell, after in pairwise(upper))
    return repeated or bool(upper[0] and upper[0] == lower[0])


def _columns(heading: Sequence[Sequence[str]], rows: Sequence[Sequence[str]]) -> list[Column]:
    columns: list[Column] = []
    names_rows = True  # the first column of words does, and the next one where its cells repeat
    for index in range(len(heading[0])):
        words = dict.fromkeys(row[index] for row in heading if row[index])
        name, unit = _name_and_unit("".join(map(_as_year, words)))
        cells = [row[index] for row in rows if row[index]]
        holds = _holds(name, cells, names_rows=names_rows)
        columns.append(Column(name, unit, holds))
        if holds in ("label", "value"):
            names_rows = holds == "label" and len(set(cells)) < len(cells)
    if not any(column.holds == "label" for column in columns):
        columns[0] = Column(columns[0].name, None, "label")
    return columns


def _holds(name: str, cells: Sequence[str], *, names_rows: bool) -> str:
    if NUMBERING.match(name):
        return "numbering"
    if UNITS.match(name) and all(re.fullmatch(UNIT, cell) or NOTHING.match(cell) for cell in cells):
        return "unit"
    words = 2 * sum(map(_is_figure, cells)) < len(cells)
    return "label" if names_rows and words else "value"


def _name_and_unit(text: str) -> tuple[str, str | None]:
    match = NAMED_UNIT.search(text)
    if not match:
        return text, None
    return text[: match.start()].strip(), match["bracketed"] or match["bare"]


def _as_year(text: str) -> str:
    return f"{text}年" if re.fullmatch(r"(?:19|20)\d{2}", text) else text


def _headed_row(row: Sequence[str], columns: Sequence[Column], unit: str | None) -> str:
    labels = dict.fromkeys(
        _as_year(cell) for cell, column in zip(row, columns, strict=True) if column.holds == "label" and cell
    )
    if len(set(row) - {""}) == 1:
        return next(cell for cell in row if cell)  # a heading between the rows
    name, own = _name_and_unit(" ".join(labels))
    stated = [cell for cell, column in zip(row, columns, strict=True) if column.holds == "unit"]
    own = next((cell for cell in stated if not NOTHING.match(cell)), own)
    values = "；".join(_values(row, columns, own, unit))
    if not values:
        return name
    return f"{name}：{values}。" if name else f"{values}。"


def _values(
    row: Sequence[str], columns: Sequence[Column], own: str | None, unit: str | None
) -> Iterator[str]:
    for cell, column in zip(row, columns, strict=True):
        if column.holds != "value" or NOTHING.match(cell):
            continue
        measured = column.unit if OF_ANOTHER_UNIT.search(column.name) else own or column.unit or unit
        value = cell.rstrip("。；;")
        if measured and BARE_FIGURE.fullmatch(value):
            value = f"{value}{measured}"
        yield value if PLAIN_VALUE.match(column.name) else f"{column.name} {value}"


def _plain_row(row: Sequence[str]) -> str:
    """A row of a table without headings: 名：值。 or its cells as clauses."""
    cells = [cell.rstrip("。；;") for cell in dict.fromkeys(row) if not NOTHING.match(cell)]
    if len(cells) < 2:
        return "".join(cells)
    name, unit = _name_and_unit(cells[0])
    if unit and BARE_FIGURE.fullmatch(cells[1]):
        cells[:2] = [name, cells[1] + unit]
    if len(cells) == 2:
        return f"{cells[0].rstrip(':：')}：{cells[1]}。"
    return "，".join(cells) + "。"
