"""How values and times are said in English."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from core.model import Observation
from core.wording_en import say_date, say_drawn, say_english, say_ordinal, say_period, say_quantity, say_unit
from tests.factories import a_document, an_observation


def observed(text: str, quote: str, **fields: Any) -> Observation:
    """A figure that a sentence states."""
    return an_observation(a_document(quote), text, **fields)


@pytest.mark.parametrize(
    ("value", "unit", "said"),
    [
        ("1135.1", "亿元", "CNY 113.51 bn"),
        ("112.345", "亿元", "CNY 11.2345 bn"),
        ("112.0", "亿元", "CNY 11.20 bn"),
        ("500", "亿元", "CNY 50 bn"),
        ("5.8", "亿元", "CNY 580 m"),
        ("12.33", "万亿元", "CNY 12.33 tn"),
        ("2000", "万元", "CNY 20 m"),
        ("20", "万元", "CNY 200,000"),
        ("438.6", "亿", "CNY 43.86 bn"),
        ("7.1", "亿美元", "USD 710 m"),
        ("500", "元/人", "CNY 500 per person"),
        ("8", "万吨/日", "80,000 tonnes per day"),
        ("3.5", "万元/亩", "CNY 35,000 per mu"),
        ("1119", "家", "1,119"),
        ("8.5", "万个", "85,000"),
        ("490", "万家", "4.9 million"),
        ("1.2", "亿人次", "120 million visits"),
        ("1", "人", "1 person"),
        ("1000", "名", "1,000 people"),
        ("3000", "亩", "3,000 mu (200 ha)"),
        ("170", "亩", "170 mu"),
        ("133", "万平方米", "1.33 million m²"),
        ("12", "平方公里", "12 km²"),
        ("1", "个月", "1 month"),
        ("5", "个工作日", "5 working days"),
        ("4.5", "小时", "4.5 hours"),
        ("19.2", "个百分点", "19.2 percentage points"),
        ("2", "GW", "2 GW"),
        ("26.36", "%", "26.36%"),
    ],
)
def test_a_quantity_keeps_every_digit(value, unit, said):
    assert say_quantity(Decimal(value), unit) == said


@pytest.mark.parametrize(
    ("text", "quote", "fields", "said"),
    [
        ("332亿元", "产值超332亿元。", {"value": "332", "unit": "亿元", "bound": ">"}, "over CNY 33.2 bn"),
        ("20多亿元", "投资20多亿元。", {"value": "20", "unit": "亿元", "bound": ">"}, "over CNY 2 bn"),
        ("130家", "130家以上。", {"value": "130", "unit": "家", "bound": ">"}, "at least 130"),
        ("100家", "近100家。", {"value": "100", "unit": "家", "bound": "<"}, "nearly 100"),
        ("100家", "不足100家。", {"value": "100", "unit": "家", "bound": "<"}, "under 100"),
        ("100家", "最高100家。", {"value": "100", "unit": "家", "bound": "<"}, "up to 100"),
        ("30亿元", "约30亿元。", {"value": "30", "unit": "亿元", "bound": "~"}, "about CNY 3 bn"),
        ("6.3%", "增长6.3%。", {"value": "6.3", "unit": "%", "measure": "growth"}, "up 6.3%"),
        ("6.3%", "下降6.3%。", {"value": "-6.3", "unit": "%", "measure": "growth"}, "down 6.3%"),
        (
            "6%",
            "增长6%以上。",
            {"value": "6", "unit": "%", "measure": "growth", "bound": ">"},
            "up at least 6%",
        ),
        ("翻番", "产值翻番。", {"value": "100", "unit": "%", "measure": "growth"}, "doubled"),
        ("翻两番", "产值翻两番。", {"value": "300", "unit": "%", "measure": "growth"}, "quadrupled"),
        ("28家", "新增28家。", {"value": "28", "unit": "家", "measure": "increment"}, "28 added"),
        (
            "10个名次",
            "提升10个名次。",
            {"value": "10", "unit": "个名次", "measure": "increment"},
            "up 10 places",
        ),
        ("67.7%", "占67.7%。", {"value": "67.7", "unit": "%", "measure": "share"}, "67.7% share"),
        ("31名", "第31名。", {"value": "31", "unit": "名", "measure": "rank"}, "31st"),
        ("30名", "前30名。", {"value": "30", "unit": "名", "measure": "rank"}, "top 30"),
        ("首位", "居首位。", {"value": "1", "unit": "名", "measure": "rank"}, "1st"),
        (
            "2个百分点",
            "高于全省2个百分点。",
            {"value": "2", "unit": "个百分点", "measure": "gap"},
            "2 percentage points higher",
        ),
        (
            "2个百分点",
            "低2个百分点。",
            {"value": "-2", "unit": "个百分点", "measure": "gap"},
            "2 percentage points lower",
        ),
    ],
)
def test_a_value_is_said_with_its_measure_and_bound(text, quote, fields, said):
    observation = observed(text, quote, **(fields | {"value": Decimal(fields["value"])}))

    assert say_english(observation) == said


def test_a_chart_needs_no_up_at_every_bar():
    growth = observed("6.3%", "增长6.3%。", value=Decimal("6.3"), unit="%", measure="growth")
    fall = observed("2%", "下降2%。", value=Decimal(-2), unit="%", measure="growth")

    assert (say_drawn(growth), say_drawn(fall)) == ("6.3%", "−2%")


@pytest.mark.parametrize(
    ("number", "said"),
    [(1, "1st"), (2, "2nd"), (3, "3rd"), (4, "4th"), (11, "11th"), (112, "112th"), (23, "23rd")],
)
def test_ordinals(number, said):
    assert say_ordinal(number) == said


@pytest.mark.parametrize(
    ("period", "said"),
    [
        (None, "period unknown"),
        ("2024", "2024"),
        ("2024-07", "July 2024"),
        ("2021-12-27", "27 Dec 2021"),
        ("@2021-12", "as of Dec 2021"),
        ("2024-01/2024-06", "H1 2024"),
        ("2023-07/2023-09", "Q3 2023"),
        ("2022-01/2022-09", "Jan–Sept 2022"),
        ("2017/2021", "2017–2021"),
        ("2015-08/2020-10", "Aug 2015 – Oct 2020"),
    ],
)
def test_periods(period, said):
    assert say_period(period) == said


def test_an_unknown_date_says_so():
    assert say_date(None) == "unknown"


@pytest.mark.parametrize(
    ("unit", "said"),
    [("亿美元", "USD"), ("万平方米", "m²"), ("万吨/日", "tonnes per day"), ("千里眼", None), ("元/次", None)],
)
def test_a_unit_by_itself(unit, said):
    assert say_unit(unit) == said


def test_a_fraction_stays_one():
    told = observed("1/3", "占比1/3以上", value=Decimal("33.33"), unit="%", bound=">", measure="share")
    assert say_english(told) == "at least 1/3 share"
