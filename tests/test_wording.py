import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.wording import say, say_date, say_period, say_share, without_breaks
from tests.factories import a_document, an_observation


def said(sentence: str, words: str, **fields: object) -> str:
    return say(an_observation(a_document(sentence), words, **fields))


@pytest.mark.parametrize(
    ("sentence", "words", "fields", "expected"),
    [
        ("实现地区生产总值1135.1亿元。", "1135.1亿元", {}, "1135.1亿元"),
        ("授权专利1,518件。", "1,518件", {}, "1,518件"),
        ("授权专利１５１８件。", "１５１８件", {}, "１５１８件"),
        ("总投资超332亿元。", "332亿元", {"bound": ">"}, "超332亿元"),
        ("规模均突破500亿元。", "500亿元", {"bound": ">"}, "突破500亿元"),
        ("规划面积近4500亩。", "4500亩", {"bound": "<"}, "近4500亩"),
        ("用时不足50分钟。", "50分钟", {"bound": "<"}, "不足50分钟"),
        ("供地约3400亩。", "3400亩", {"bound": "~"}, "约3400亩"),
        ("投资50亿元以上。", "50亿元", {"bound": ">"}, "50亿元以上"),
        ("总投资20多亿元的项目。", "20多亿元", {"bound": ">"}, "20多亿元"),
        ("产值达5至6亿元。", "6亿元", {"bound": "<"}, "不超过6亿元"),
        ("最高500万元奖励。", "500万元", {"bound": "<"}, "最高500万元"),
        ("最高给予500万元奖励。", "500万元", {"bound": "<"}, "不超过500万元"),
        ("在创新榜上居榜首。", "榜首", {"measure": "rank"}, "榜首"),
        ("产值居全省首位。", "首位", {"measure": "rank"}, "首位"),
        ("同比增长6.3%。", "6.3%", {"measure": "growth"}, "增长6.3%"),
        ("同比增长约20%。", "20%", {"measure": "growth", "bound": "~"}, "增长约20%"),
        ("同比增速为-3.2%。", "-3.2%", {"measure": "growth", "value": Decimal("-3.2")}, "下降3.2%"),
        ("同比下降3.2%。", "3.2%", {"measure": "growth", "value": Decimal("-3.2")}, "下降3.2%"),
        ("外资实现翻番。", "翻番", {"measure": "growth"}, "翻番"),
        ("占全区三成。", "三成", {"measure": "share"}, "占三成"),
        ("产值占比67.7%。", "67.7%", {"measure": "share"}, "占67.7%"),
        ("位列第31名。", "第31名", {"measure": "rank"}, "第31名"),
        ("位列第31名。", "31名", {"measure": "rank"}, "第31名"),
        ("力争进入前30强。", "30强", {"measure": "rank"}, "前30强"),
        ("跻身百强县32强。", "32强", {"measure": "rank"}, "32强"),
        ("高于全省8个百分点。", "8个百分点", {"measure": "gap"}, "高8个百分点"),
        ("低于全省8个百分点。", "8个百分点", {"measure": "gap", "value": Decimal(-8)}, "低8个百分点"),
        ("高企97家为新增。", "97家", {"measure": "increment"}, "新增97家"),
        ("企业净增超97家。", "97家", {"measure": "increment", "bound": ">"}, "净增超97家"),
        ("企业97家退出。", "97家", {"measure": "increment", "value": Decimal(-97)}, "减少97家"),
        ("排名30个名次。", "30个名次", {"measure": "increment", "unit": "个名次"}, "提升30个名次"),
    ],
)
def test_a_value_is_said_with_all_that_limits_it(
    sentence: str, words: str, fields: dict[str, object], expected: str
) -> None:
    assert said(sentence, words, **fields) == expected


@pytest.mark.parametrize("words", ["1135.1\n亿元", "1135.\n1亿元", "11\r\n35.1亿元"])
def test_a_number_broken_over_two_lines_is_said_in_one_piece(words: str) -> None:
    assert said(f"生产总值超{words}。", words, bound=">") == "超1135.1亿元"


def test_a_space_within_a_number_stays_as_it_was_printed() -> None:
    assert said("生产总值突破1135.1 亿元。", "1135.1 亿元", bound=">") == "突破1135.1 亿元"


def test_taking_out_a_line_break_parts_words_but_not_numbers() -> None:
    assert without_breaks("地区\n生产 总值") == "地区生产 总值"
    assert without_breaks("OpenText\nCloud") == "OpenText Cloud"
    assert without_breaks("12\n34") == "1234"


@given(
    st.decimals(min_value="0.01", max_value=100000, places=2),
    st.sampled_from(["=", ">", "<", "~"]),
    st.sampled_from(["level", "growth", "increment", "share", "gap"]),
)
def test_no_wording_changes_a_digit(number: Decimal, bound: str, measure: str) -> None:
    words = f"{number}亿元"

    text = said(f"达到{words}。", words, bound=bound, measure=measure)

    assert re.findall(r"[\d.]+", text) == [str(number)]


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        ("2024", "2024年"),
        ("2024-06", "2024年6月"),
        ("2022-01-14", "2022年1月14日"),
        ("2024-01/2024-09", "2024年1—9月"),
        ("2024-01/2024-06", "2024年上半年"),
        ("2024-07/2024-12", "2024年下半年"),
        ("2024-01/2024-03", "2024年一季度"),
        ("2024-10/2024-12", "2024年四季度"),
        ("2023-10/2024-03", "2023年10月—2024年3月"),
        ("2017/2021", "2017—2021年"),
        ("@2021-12", "截至2021年12月"),
        ("@2021", "截至2021年"),
        (None, "时期未知"),
    ],
)
def test_a_period_is_said_as_a_reader_says_it(period: str | None, expected: str) -> None:
    assert say_period(period) == expected


@pytest.mark.parametrize(
    ("date", "expected"),
    [("2021-12-27", "2021年12月27日"), ("2024-07", "2024年7月"), ("2024", "2024年"), (None, "未知")],
)
def test_a_date_is_said_as_exactly_as_it_is_known(date: str | None, expected: str) -> None:
    assert say_date(date) == expected


def test_a_share_short_of_all_is_never_said_to_be_all() -> None:
    assert say_share(999, 1000) == "99%"
    assert say_share(1000, 1000) == "100%"


def test_a_share_above_none_is_never_said_to_be_none() -> None:
    assert say_share(1, 1000) == "1%"
    assert say_share(0, 1000) == "0%"
    assert say_share(1, 2) == "50%"
