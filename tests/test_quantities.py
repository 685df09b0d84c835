"""The grammar of quantities, number by number."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.quantities import chinese_number, find_quantities


def read(text: str) -> list[tuple[str, Decimal, str, str]]:
    return [(each.text, each.value, each.unit, each.bound) for each in find_quantities(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("产值1135.5亿元", ("1135.5亿元", "1135.5", "亿元", "=")),
        ("产值1,135.5亿元", ("1,135.5亿元", "1135.5", "亿元", "=")),
        ("企业１２家", ("１２家", "12", "家", "=")),
        ("总投资20多亿元", ("20多亿元", "20", "亿元", ">")),
        ("外出招商130余次", ("130余次", "130", "次", ">")),
        ("规模突破300亿元", ("300亿元", "300", "亿元", ">")),
        ("企业超过80家", ("80家", "80", "家", ">")),
        ("增长6%以上", ("6%", "6", "%", ">")),
        ("不少于15家", ("15家", "15", "家", ">")),
        ("近4万个机架", ("4万个", "4", "万个", "<")),
        ("不足50个", ("50个", "50", "个", "<")),
        ("约30亩", ("30亩", "30", "亩", "~")),
        ("300人左右", ("300人", "300", "人", "~")),
        ("百余家企业", ("百余家", "100", "家", ">")),
        ("上千家企业", ("千家", "1000", "家", ">")),
        ("千亿元级集群", ("千亿元", "1000", "亿元", "=")),
        ("二十五家企业", ("二十五家", "25", "家", "=")),
        ("占三成", ("三成", "30", "%", "=")),
        ("提高三成五", ("三成五", "35", "%", "=")),
        ("实现翻番", ("翻番", "100", "%", "=")),
        ("翻两番", ("翻两番", "300", "%", "=")),
        ("占比超1/4", ("1/4", "25", "%", ">")),
        ("占四分之三", ("四分之三", "75", "%", "=")),
        ("百分之十五", ("百分之十五", "15", "%", "=")),
        ("高于全省9.2个百分点", ("9.2个百分点", "9.2", "个百分点", "=")),
        ("列第31名", ("第31名", "31", "名", "=")),
        ("外资1.5亿美元", ("1.5亿美元", "1.5", "亿美元", "=")),
        ("规划133万平方米", ("133万平方米", "133", "万平方米", "=")),
        ("压缩至4个半小时", ("4个半小时", "4.5", "小时", "=")),
    ],
)
def test_a_quantity_is_read_with_value_unit_and_bound(text: str, expected: tuple[str, str, str, str]) -> None:
    words, value, unit, bound = expected

    assert read(text) == [(words, Decimal(value), unit, bound)]


@pytest.mark.parametrize("text", ["打破3项纪录", "高于9个百分点"])
def test_a_verb_that_only_looks_like_a_bound_is_none(text: str) -> None:
    assert [bound for _, _, _, bound in read(text)] == ["="]


@pytest.mark.parametrize("text", ["长三角", "三位一体", "一码通", "成立", "百度", "三成立"])
def test_turns_of_phrase_hold_no_percentage_money_or_measure(text: str) -> None:
    assert not [each for each in find_quantities(text) if each.kind in ("percent", "money", "energy", "area")]


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [("30%—50%", 30, 50), ("5至6亿元", 5, 6), ("10-15家", 10, 15), ("3亿元到5亿元", 3, 5)],
)
def test_a_range_is_two_quantities_with_opposite_bounds(text: str, low: int, high: int) -> None:
    assert [(int(each.value), str(each.bound)) for each in find_quantities(text)] == [(low, ">"), (high, "<")]


@pytest.mark.parametrize(
    ("text", "value"),
    [("二十", 20), ("一百零五", 105), ("两千三百", 2300), ("千亿", 10**11)],
)
def test_a_chinese_numeral_has_its_value(text: str, value: int) -> None:
    assert chinese_number(text) == value


@given(
    st.text(
        alphabet="一二三四五六七八九十百千万亿零半"
        "0123456789.,，%％多余近超约第翻番成/—至元家个项年月平方米亩翻 ",
        max_size=60,
    )
)
def test_any_text_is_read_without_raising_and_spans_match(text: str) -> None:
    for each in find_quantities(text):
        assert text[each.span.start : each.span.end] == each.text
        assert each.outer.start <= each.span.start < each.span.end <= each.outer.end
