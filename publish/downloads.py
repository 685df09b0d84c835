"""Tables as files: CSV for Excel, JSON with its schema, one workbook with all of them, a README."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

import msgspec
import xlsxwriter
from msgspec import Struct
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from core.keeping import FORGETTING, Keeping
from core.tables import DataTable, Download

WORKBOOK, README = "parkbrief.xlsx", "README.txt"
YES_NO = {True: "是", False: "否"}
BOM = "\ufeff"  # tells Excel that a CSV is UTF-8
FORMULA = ("=", "+", "-", "@", "\t", "\r")  # a text that begins so would be run by a spreadsheet
CREATED = datetime(2000, 1, 1)  # written into the workbook: the same input gives the same bytes
WIDTHS = {"quote": 60, "source": 40, "said": 16, "working": 44, "title": 40, "name": 30, "evidence": 34}
DERIVED, OBSERVATIONS = "derived", "observations"


def write_downloads(site: Path, download: Download, keeping: Keeping = FORGETTING) -> None:
    """Write the files of all tables into their folder of the site."""
    folder = site / download.folder
    folder.mkdir(parents=True, exist_ok=True)
    for table in download.tables:
        (folder / f"{table.name}.csv").write_text(csv_of(table), "utf-8", newline="")
        (folder / f"{table.name}.json").write_bytes(json_of(table))
        (folder / f"{table.name}.schema.json").write_bytes(schema_of(table))
    workbook = keeping.get(
        f"workbook {download.folder}",
        lambda: msgspec.msgpack.encode(download.tables, enc_hook=repr),
        lambda: workbook_of(download.tables),
    )
    (folder / WORKBOOK).write_bytes(workbook)
    (folder / README).write_text(readme_of(download), "utf-8", newline="\n")


def csv_of(table: DataTable) -> str:
    """The table with Chinese headings; Excel opens it right by a double click."""
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\r\n")
    writer.writerow([each.title for each in table.columns])
    writer.writerows([_csv_cell(each) for each in _cells(row)] for row in table.rows)
    return BOM + written.getvalue()


def json_of(table: DataTable) -> bytes:
    """The rows as objects, as the schema beside it describes them."""
    return msgspec.json.format(msgspec.json.encode(list(table.rows)), indent=1) + b"\n"


def schema_of(table: DataTable) -> bytes:
    """A JSON Schema of the rows."""
    schema = msgspec.json.schema(tuple[table.row, ...])  # type: ignore[name-defined]
    told = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": table.title, **schema}
    return msgspec.json.format(msgspec.json.encode(told), indent=1) + b"\n"


def readme_of(download: Download) -> str:
    """What the files are and how they may be read, in plain text."""
    lines = [
        f"{download.title}：数据",
        "",
        f"资料截至：{download.as_of}",
        *([f"发布：{download.publisher}"] if download.publisher else []),
        "",
        "每个数值都带着它的原句（“原句”栏）和在网站上的位置（“证据”栏）。",
        "数值照原文排印；“折算值”只去掉了万、亿。界限、时期、状态、口径、性质与数值一起读：",
        "它们不同的数不能相比，也不能相加。",
        "推算值是由观测值算出来的，不是来源所载；工作簿里它们是公式，改动所用的数就会重算。",
        "原文的版权归原刊所有；引用时请写明原刊，并写明“据本站整理，资料截至……”。",
        "",
    ]
    for table in download.tables:
        lines += [f"{table.title}（{table.name}）：{len(table.rows)} 行"]
        lines += [f"  {each.title}（{each.name}）：{each.description}" for each in table.columns]
        lines += [""]
    return "\n".join(lines)


# -- workbook -------------------------------------------------------------------------------------


def workbook_of(tables: Sequence[DataTable]) -> bytes:
    """One sheet a table, and one that explains the columns; the values of derived rows are formulas."""
    written = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(written, options) as book:
        book.set_properties({"created": CREATED})
        head = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
        places = _places(tables)
        for table in tables:
            _write_sheet(book.add_worksheet(table.title), table, head, places)
        _write_definitions(book.add_worksheet("栏目说明"), tables, head)
    return written.getvalue()


def _places(tables: Sequence[DataTable]) -> Mapping[str, str]:
    """The cell of each observation's value in whole units, by its id."""
    for table in tables:
        if table.name == OBSERVATIONS:
            column = [each.name for each in table.columns].index("value_whole")
            return {
                row.id: f"'{table.title}'!{xl_rowcol_to_cell(place, column)}"  # type: ignore[attr-defined]
                for place, row in enumerate(table.rows, start=1)
            }
    return {}


def _write_sheet(sheet: Worksheet, table: DataTable, head: Format, places: Mapping[str, str]) -> None:
    sheet.freeze_panes(1, 1)
    for column, each in enumerate(table.columns):
        sheet.write_string(0, column, each.title, head)
        sheet.set_column(column, column, WIDTHS.get(each.name, 14))
    for number, row in enumerate(table.rows, start=1):
        for column, cell in enumerate(_cells(row)):
            if cell is not None:
                sheet.write(number, column, cell)
        if table.name == DERIVED and (formula := _formula(row, places)):
            column = [each.name for each in table.columns].index("value")
            sheet.write_formula(number, column, formula, None, row.value)  # type: ignore[attr-defined]
    if table.rows:
        sheet.autofilter(0, 0, len(table.rows), len(table.columns) - 1)


def _formula(row: Any, places: Mapping[str, str]) -> str | None:
    """A growth from two levels, or a share of a part in its whole, both in percent: later or part first."""
    cells = [places[each] for each in row.operands.split() if each in places]
    if len(cells) != 2:
        return None
    return f"=({cells[0]}/{cells[1]}{'-1' if row.measure == 'growth' else ''})*100"


def _write_definitions(sheet: Worksheet, tables: Sequence[DataTable], head: Format) -> None:
    for column, (title, width) in enumerate((("表", 12), ("栏目", 16), ("字段名", 16), ("说明", 90))):
        sheet.write_string(0, column, title, head)
        sheet.set_column(column, column, width)
    told = [(table.title, each) for table in tables for each in table.columns]
    for number, (title, each) in enumerate(told, start=1):
        for column, text in enumerate((title, each.title, each.name, each.description)):
            sheet.write_string(number, column, text)


def _cells(row: Struct) -> tuple[Any, ...]:
    cells = msgspec.structs.astuple(row)
    return tuple(YES_NO[cell] if isinstance(cell, bool) else cell for cell in cells)


def _csv_cell(cell: Any) -> Any:
    if isinstance(cell, str) and len(cell) > 1 and cell.startswith(FORMULA):
        return f"'{cell}"
    return "" if cell is None else cell
