"""Texts that no one would write: they raise nothing, and hide no fact that stands beside them."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.model import Evidence, Facts
from core.periods import reach
from tests.test_extract import read

PLAIN = "云泽高新区企业达300家，增长5%。"
FIGURES = {"300": "企业数", "5": "企业数"}
ZERO_WIDTH, JOINER, ISOLATE, END_OF_ISOLATE = "\u200b", "\u200d", "\u2066", "\u2069"


def figures(text: str) -> dict[str, str]:
    """The values of a text, with the indicator of each."""
    return {str(fact.value): fact.indicator for fact in read(text).observations}


def evidence_in(facts: Facts) -> Iterator[Evidence]:
    yield from (fact.evidence for fact in facts.observations)
    yield from (project.evidence for project in facts.projects)
    yield from (policy.evidence for policy in facts.policies)
    yield from (honour.evidence for honour in facts.honours)
    yield from (claim.evidence for claim in facts.industries)


def check(text: str) -> None:
    """Everything that must be true of the facts of any text."""
    facts = read(text)
    for evidence in evidence_in(facts):
        pieces = "".join(text[piece.start : piece.end] for piece in evidence.sentence)
        assert text[evidence.span.start : evidence.span.end] == evidence.text
        assert " ".join(pieces.split()) == evidence.quote
        assert any(piece.start <= evidence.span.start < piece.end for piece in evidence.sentence)
    ids = [fact.id for fact in facts.observations]
    assert len(ids) == len(set(ids))
    assert all(fact.value.is_finite() and fact.indicator and fact.subject for fact in facts.observations)
    assert all(0 <= left.span.start < left.span.end <= len(text) for left in facts.leftovers)


# -- before a plain sentence ------------------------------------------------------------------------

ODD_BEFORE = {
    "a byte order mark": "\ufeff",
    "empty lines": "\n" * 50_000,
    "empty Windows lines": "\r\n" * 50_000,
    "wide spaces": "\u3000" * 50_000,
    "digits": "7" * 10_000 + "。",
    "full-width digits": "７" * 10_000 + "。",
    "digits in groups": "123," * 2_000 + "。",
    "opening titles": "《" * 2_000 + "。",
    "opening quotes": "“" * 2_000 + "。",
    "nested brackets": "（" * 1_000 + "）" * 1_000 + "。",
    "nested titles": "《" * 1_000 + "》" * 1_000 + "。",
    "enumeration commas": "、" * 5_000,
    "ordinals": "第" * 2_000 + "。",
    "ten thousands": "万" * 2_000 + "。",
    "hundred millions": "亿" * 2_000 + "。",
    "Chinese digits": "一" * 1_000 + "。",
    "years": "年" * 2_000 + "。",
    "park suffixes": "高新区" * 1_000 + "。",
    "company suffixes": "有限公司" * 1_000 + "。",
    "projects": "项目" * 1_000 + "。",
    "no marks": "制造业转型升级" * 1_000 + "。",
    "rare characters": "𠮷" * 1_000 + "。",
    "joined emoji": f"👨{JOINER}👩{JOINER}👧" * 500 + "。",
    "combining marks": "e\u0301" * 1_000 + "。",
    "letters": "a" * 5_000 + "。",
    "control characters": "\x00\x01\x1b\x7f。",
}


@pytest.mark.parametrize("before", ODD_BEFORE.values(), ids=list(ODD_BEFORE))
def test_a_sentence_is_read_whatever_stands_before_it(before: str) -> None:
    check(before + PLAIN)

    assert figures(before + PLAIN) == FIGURES


@pytest.mark.parametrize(
    "between", ["\r\n", "\r", "\v", "\f", "\x85", "\u2028", "\u2029"],
    ids=["CR LF", "CR", "vertical tab", "form feed", "NEL", "line separator", "paragraph separator"],
)  # fmt: skip
def test_any_end_of_a_line_parts_two_sentences(between: str) -> None:
    text = f"{PLAIN}{between}{PLAIN}"
    check(text)

    assert [str(fact.value) for fact in read(text).observations] == ["300", "5", "300", "5"]


@pytest.mark.parametrize("space", ["\xa0", "\u3000", "\u2009", "\t"], ids=["no-break", "wide", "thin", "tab"])
def test_a_space_between_number_and_unit_belongs_to_the_number(space: str) -> None:
    fact = read(f"云泽高新区企业达300{space}家。").observations[0]

    assert (fact.evidence.text, fact.unit) == (f"300{space}家", "家")


def test_brackets_within_brackets_hide_no_number() -> None:
    assert figures("云泽高新区" + "（" * 100 + "企业达300家" + "）" * 100 + "，增长5%。") == FIGURES


# -- odd numbers ------------------------------------------------------------------------------------


def test_a_number_of_any_length_keeps_every_digit() -> None:
    digits = "1234567890" * 500

    assert figures(f"云泽高新区企业达{digits}家。") == {digits: "企业数"}


@pytest.mark.parametrize("number", ["1,23,4亿元", "1.2.3亿元", "1..3亿元", "٣٠٠家", "③家"])
def test_what_is_no_number_in_print_is_no_fact(number: str) -> None:
    assert figures(f"云泽高新区产值{number}。") == {}


def test_a_fall_of_any_length_keeps_every_digit() -> None:
    digits = "1234567890" * 5

    assert figures(f"云泽高新区产值下降{digits}%。") == {f"-{digits}": "产值"}


@pytest.mark.parametrize("share", ["1/0", "零分之一"])
def test_a_part_of_nothing_is_no_share(share: str) -> None:
    assert figures(f"云泽高新区产值占比超{share}。") == {}


# -- characters that are not seen -------------------------------------------------------------------

UNSEEN = {
    "in the number": PLAIN.replace("300", f"3{ZERO_WIDTH}00"),
    "before the unit": PLAIN.replace("300", f"300{ZERO_WIDTH}"),
    "before the number": PLAIN.replace("300", f"{ZERO_WIDTH}300"),
    "in the park's name": PLAIN.replace("高新", f"高{ZERO_WIDTH}新"),
    "in the indicator": PLAIN.replace("企业", "企\xad业"),
    "around the number": PLAIN.replace("300", f"{ISOLATE}300{END_OF_ISOLATE}"),
    "around the sentence": f"\u202a{PLAIN}\u202c",
    "everywhere": ZERO_WIDTH.join(PLAIN),
}


@pytest.mark.parametrize("text", UNSEEN.values(), ids=list(UNSEEN))
def test_unseen_characters_break_no_span(text: str) -> None:
    check(text)


@pytest.mark.parametrize("text", UNSEEN.values(), ids=list(UNSEEN))
def test_unseen_characters_change_no_figure(text: str) -> None:
    assert figures(text) == FIGURES


# -- any text ---------------------------------------------------------------------------------------

WORDS = """
云泽高新区 高新区 昆山经开区 中国（某省）自由贸易试验区某某片区 国家级 远山光电 有限公司 项目
总投资 产值 企业 税收 达 超 近 约 突破 不足 第 第一 前十 居全省第 名 届 亿 万 千 百 十 一 二 两 零
半 几 多 余 亿元 元 % ％ 个百分点 个 家 项 平方米 年 月 日 2023年 1900年 2099年 13月 99月 0月 今年
去年 明年 上半年 前三季度 “十四五” 近 未来 来 间 以来 目前 截至 到 至 — - 1/4 99/999 二分之一
百分之百 翻番 三成 成 1 0 00 １２ 1,234 1. ．５ 由 增至 增长 下降 分别 其中 比 高于 位居 获评
示范区 《办法》 推行 “一号战略” 机制 主导产业为 本报讯 记者 最近更新 图片来源： 签约 开工 的 和 与
等 将 力争 预计 左右 以上 。 ， 、 ； ： ！ ？ … （ ） ( ) 《 》 “ ” 【 】 <b> 𠮷 👨 İ ㎡ m² ½ ①
"""
SPACES = ("\n", "\r\n", "\v", "\x85", "\u2028", " ", "\u3000", "\xa0", "\ufeff", ZERO_WIDTH, "\u0301", "\x00")


@settings(deadline=None, max_examples=150)
@given(st.lists(st.sampled_from((*WORDS.split(), *SPACES)), max_size=40).map("".join))
def test_no_mixture_of_what_articles_are_made_of_raises(text: str) -> None:
    check(text)


@pytest.mark.parametrize(
    "text",
    [
        "2021年、2022年，云泽高新区税收分别增长5%、下降3%。",
        "去年、今年云泽高新区产值分别增长5%、下降3%。",
    ],
)
def test_a_fall_among_the_figures_of_several_years_raises_nothing(text: str) -> None:
    check(text)


@pytest.mark.parametrize(
    "text", ["云泽高新区2023—2020年企业达300家。", "2025年6月以来，云泽高新区企业达300家。"]
)
def test_no_period_runs_backwards(text: str) -> None:
    for fact in read(text).observations:
        assert reach(fact.period).first <= reach(fact.period).last


@pytest.mark.parametrize(
    ("words", "period"),
    [
        ("2022年9月至2023年3月", "2022-09/2023-03"),
        ("2023年2月31日", None),
    ],
    ids=["months of two years", "a day that is none"],
)
def test_a_period_is_what_the_calendar_has(words: str, period: str | None) -> None:
    facts = read(f"据介绍，{words}，云泽高新区实现产值30亿元。", published="2024-05-06").observations

    assert [fact.period for fact in facts] == [period]


@pytest.mark.parametrize("date", ["2023年2月30日", "4月31日", "2023年13月"])
def test_a_date_that_the_calendar_lacks_is_left_over(date: str) -> None:
    facts = read(f"云泽高新区消息。{date}，全区签约项目8个。", published="2024-05-06")

    assert [(left.text, left.reason) for left in facts.leftovers] == [(date, "日期不存在")]
    assert [fact.period for fact in facts.observations] == [None]


def test_a_number_that_unseen_characters_part_is_read_whole() -> None:
    text = "云泽高新区产值1\u200b,1\ufeff35.1\xad亿元。"
    (fact,) = read(text).observations

    assert (fact.value, fact.unit, fact.evidence.text) == (Decimal("1135.1"), "亿元", text[7:-1])


def test_a_name_ends_where_its_sentence_ends() -> None:
    found = evidence_in(read("云泽高新区全力推进！’总投资5亿元的光电项目开工。"))

    assert found
    for evidence in found:
        assert evidence.span.end <= evidence.sentence[-1].end
