"""What is handed out: every figure with its evidence, in files that open right."""

from __future__ import annotations

import csv
import io
import json
from decimal import Decimal
from pathlib import Path

import msgspec
import openpyxl
import pytest

from core.judgement import Derived, Judgement, Working
from core.model import Page, Settings
from core.tables import DataTable, Download
from pages import Beside, plan_pages
from publish import Theme, publish
from publish.downloads import csv_of, json_of, readme_of, schema_of, workbook_of
from tests import factories
from tests.factories import an_observation, sample_profiles

TEMPLATES = Theme(Path(__file__).parent.parent / "templates")


def a_download(judgement: Judgement | None = None) -> Download:
    beside = Beside(judgement=judgement or Judgement())
    (page,) = [
        each
        for each in plan_pages(sample_profiles(), (), Settings(), beside)
        if each.url == "data/index.html"
    ]
    assert isinstance(page, Page) and page.download
    return page.download


def table(name: str, judgement: Judgement | None = None) -> DataTable:
    (found,) = [each for each in a_download(judgement).tables if each.name == name]
    return found


def derived_growth() -> Judgement:
    later, earlier = an_observation(), an_observation(words="1200亿元")
    working = Working("1135.1 ÷ 1200 − 1 = -5.4%", (later, earlier))
    growth = Derived(
        "d1", "yunze", factories.PARK, "地区生产总值", "growth", "2024", Decimal("-5.4"), "%", working
    )
    return Judgement(derived=(growth,))


def test_a_csv_begins_with_the_mark_that_excel_needs_and_has_chinese_headings():
    text = csv_of(table("observations"))
    rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))

    assert text.startswith("\ufeff编号,")
    assert text.endswith("\r\n")
    assert [row["原文写法"] for row in rows] == [
        "1135.1亿元",
        "增长6.3%",
        "超332亿元",
        "突破1200亿元",
        "50亿元",
    ]
    assert rows[0]["折算值"] == "113510000000"
    assert rows[0]["证据"].startswith("sources/yunze-2024.html#q")


class Row(msgspec.Struct):
    text: str


@pytest.mark.parametrize(
    ("text", "cell"), [("=1+1", "'=1+1"), ("@x", "'@x"), ("=", "="), ("-", "-"), ("产值", "产值")]
)
def test_no_text_is_run_by_a_spreadsheet(text, cell):
    assert csv_of(DataTable("t", "表", Row, (Row(text),))) == f"\ufefftext\r\n{cell}\r\n"


def test_the_rows_are_what_their_schema_says():
    for each in a_download().tables:
        rows, schema = json.loads(json_of(each)), json.loads(schema_of(each))
        (definition,) = schema["$defs"].values()
        assert len(rows) == len(each.rows)
        for row in rows:
            assert row.keys() == definition["properties"].keys() == set(definition["required"])
        assert all(field.get("description") for field in definition["properties"].values())


def test_a_derived_value_is_a_formula_over_the_cells_of_its_operands():
    judgement = derived_growth()
    book = openpyxl.load_workbook(io.BytesIO(workbook_of(a_download(judgement).tables)))
    (formula,) = [
        cell.value for row in book["推算值"].iter_rows() for cell in row if str(cell.value).startswith("=")
    ]
    first, second = formula.removeprefix("=(").removesuffix("-1)*100").split("/")
    cells = [book["观测值"][each.rpartition("!")[2]].value for each in (first, second)]

    assert cells == [113510000000, 120000000000]
    assert formula == f"=({first}/{second}-1)*100"


def test_a_workbook_explains_every_column_and_is_the_same_twice():
    tables = a_download().tables
    book = openpyxl.load_workbook(io.BytesIO(workbook_of(tables)))
    explained = {row[2].value for row in book["栏目说明"].iter_rows(min_row=2)}

    assert {each.title for each in tables} <= set(book.sheetnames)
    assert explained == {column.name for each in tables for column in each.columns}
    assert workbook_of(tables) == workbook_of(tables)


def test_the_readme_tells_the_date_and_every_column():
    text = readme_of(a_download())

    assert "资料截至：2025年2月18日" in text
    assert "界限（bound）" in text


def test_every_page_but_the_empty_ones_has_its_twin(tmp_path: Path):
    pages = plan_pages(sample_profiles(), (), Settings())
    publish(pages, templates=TEMPLATES, output=tmp_path / "site", base_url=None)
    site = tmp_path / "site"
    twins = {path.with_suffix(".html") for path in site.rglob("*.json") if path.with_suffix(".html").exists()}
    twin = json.loads((site / "parks" / "yunze" / "index.json").read_text("utf-8"))

    assert set(site.rglob("*.html")) - twins == {site / "404.html", site / "search" / "index.html"}
    assert twin["url"] == "parks/yunze/index.html"
    assert twin["view"]["headlines"][0]["value"]["text"] == "1135.1亿元"
    assert 'href="index.json"' in (site / "parks" / "yunze" / "index.html").read_text("utf-8")
