"""Expressions of time against the article's date."""

from __future__ import annotations

import pytest

from extract.clocks import infer_clock
from extract.times import Clock, find_times

OCTOBER_2022 = Clock(2022, 10, "2022-10")


@pytest.mark.parametrize(
    ("text", "words", "period"),
    [
        ("今年1—9月，完成", "今年1—9月", "2022-01/2022-09"),
        ("2024年1-5月实现", "2024年1-5月", "2024-01/2024-05"),
        ("上半年签约", "上半年", "2022-01/2022-06"),
        ("前三季度", "前三季度", "2022-01/2022-09"),
        ("今年前5个月", "今年前5个月", "2022-01/2022-05"),
        ("去年12月底，", "去年12月底", "2021-12"),
        ("9月23日上午", "9月23日", "2022-09-23"),
        ("2020年度省级", "2020年度", "2020"),
        ("2019-2023年", "2019-2023年", "2019/2023"),
        ("近5年来，", "近5年来", "2018/2022"),
        ("今年以来", "今年以来", "2022"),
        ("2021年以来", "2021年以来", "2021/2022"),
        ("截至目前，", "截至目前", "@2022-10"),
        ("截至2022年6月底", "截至2022年6月底", "@2022-06"),
        ("“十四五”期间", "“十四五”期间", "2021/2025"),
    ],
)
def test_an_expression_of_time_becomes_a_period(text: str, words: str, period: str) -> None:
    found = [(text[time.start : time.end], time.period) for time in find_times(text, OCTOBER_2022)]

    assert found == [(words, period)]


@pytest.mark.parametrize(
    "text",
    [
        "2021个传感器",
        "11号线",
        "114.6亿元",
        "1518件",
        "占比重超1/4",
        "长三角",
        "S1号线",
        "“一号战略”",
        "“4+6”园区",
    ],
)
def test_numbers_that_only_look_like_dates_are_none(text: str) -> None:
    assert find_times(text, OCTOBER_2022) == ()


@pytest.mark.parametrize("text", ["站在20年的刻度上", "经过20年的开发", "奋进20年"])
def test_a_length_of_time_is_no_year(text: str) -> None:
    assert not [time for time in find_times(text, OCTOBER_2022) if time.period]


@pytest.mark.parametrize("text", ["到2025年，产值", "2027年产值", "年底前建成", "到2023年底"])
def test_a_date_ahead_is_due(text: str) -> None:
    assert [time.due for time in find_times(text, OCTOBER_2022)] == [True]


def test_an_article_without_a_date_takes_the_latest_year_it_speaks_of_as_past() -> None:
    clock = infer_clock(None, "2023年，园区完成投资5亿元。到2027年，力争翻番。")

    assert clock.year == 2023


def test_an_article_without_any_year_has_no_now() -> None:
    assert infer_clock(None, "今年完成投资5亿元。").as_of is None
