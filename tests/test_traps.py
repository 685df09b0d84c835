"""Sentences of the forms that other extraction libraries misread, each with all that it says.

A number's fact is written "value unit bound measure, indicator, period"; a number that is no fact has
the reason why. Whatever is not written down must not be read.
"""

from __future__ import annotations

import pytest
from _pytest.mark.structures import ParameterSet

from core.model import Document, Facts, Metadata, Observation
from extract import extract_facts
from tests.test_extract import lexicon

PUBLISHED = "2024-10-20"
NOW = "@2024-10"


def read(text: str) -> Facts:
    metadata = Metadata(title="云泽高新区", published=PUBLISHED)
    return extract_facts(Document("trap", "trap.txt", text, 0, metadata), (), lexicon())


def told(fact: Observation) -> str:
    return f"{fact.value} {fact.unit} {fact.bound} {fact.measure}, {fact.indicator}, {fact.period}"


def said(text: str) -> dict[str, str]:
    """Every number of a text, as it was read or with the reason why it is no fact."""
    facts = read(text)
    return {fact.evidence.text: told(fact) for fact in facts.observations} | {
        left.text: left.reason for left in facts.leftovers
    }


def trap(id: str, text: str, expected: dict[str, str]) -> ParameterSet:
    return pytest.param(text, expected, id=id)


def unread(id: str, text: str, expected: dict[str, str], reason: str) -> ParameterSet:
    """A trap that we still fall into."""
    return pytest.param(text, expected, id=id, marks=pytest.mark.xfail(strict=True, reason=reason))


COUNTS_THAT_LOOK_LIKE_YEARS = [
    trap(
        "2021 sensors are no year",
        "云泽高新区布设3159盏路灯、2021个传感器。",
        {"3159盏": f"3159 盏 = level, 路灯数, {NOW}", "2021个": f"2021 个 = level, 传感器数, {NOW}"},
    ),
    trap(
        "1612 patents are no year",
        "2023年，云泽高新区新增专利1612件。",
        {"1612件": "1612 件 = increment, 专利数, 2023"},
    ),
    trap(
        "1999 companies are no year",
        "2023年，云泽高新区有企业1999家。",
        {"1999家": "1999 家 = level, 企业数, 2023"},
    ),
    trap(
        "114.6 hundred million are no month of the year 114",
        "2023年，云泽高新区完成工业投资114.6亿元。",
        {"114.6亿元": "114.6 亿元 = level, 工业投资, 2023"},
    ),
    trap(
        "175.1 hundred million are no month of the year 175",
        "2023年，云泽高新区实现产值175.1亿元。",
        {"175.1亿元": "175.1 亿元 = level, 产值, 2023"},
    ),
]

YEARS_THAT_ARE_NO_DATE = [
    trap(
        "standing at 20 years is not 2020",
        "站在20年的节点上，云泽高新区有企业300家。",
        {"20年": "时长", "300家": f"300 家 = level, 企业数, {NOW}"},
    ),
    trap(
        "striving for 20 years is not 2020",
        "奋进20年，云泽高新区有企业300家。",
        {"20年": "时长", "300家": f"300 家 = level, 企业数, {NOW}"},
    ),
    trap(
        "20 years of development are not 2020",
        "经过20年的开发，云泽高新区有企业300家。",
        {"20年": "时长", "300家": f"300 家 = level, 企业数, {NOW}"},
    ),
]

FRACTIONS = [
    trap(
        "1/4 is no fourth of January",
        "云泽高新区工业产值占全市比重超1/4。",
        {"1/4": f"25 % > share, 工业总产值, {NOW}"},
    ),
    trap(
        "1/4 after a run of years",
        "云泽高新区工业产值连续6年占全市比重超1/4。",
        {"6年": "时长", "1/4": f"25 % > share, 工业总产值, {NOW}"},
    ),
    unread(
        "1/4 after a run of years and a broken line",
        "云泽高新区工业产值连续6年占云州市\n比重超1/4，有企业300家。",
        {
            "6年": "时长",
            "1/4": f"25 % > share, 工业总产值, {NOW}",
            "300家": f"300 家 = level, 企业数, {NOW}",
        },
        "read as a share of 比重, which is no indicator",
    ),
]

MONTHS = [
    trap(
        "a year's months 1-5 are five months",
        "2024年1-5月，云泽高新区实现产值30亿元。",
        {"30亿元": "30 亿元 = level, 产值, 2024-01/2024-05"},
    ),
    trap(
        "this year's months 1—9 are nine months",
        "今年1—9月，云泽高新区实现产值30亿元。",
        {"30亿元": "30 亿元 = level, 产值, 2024-01/2024-09"},
    ),
]

LABELS = [
    trap(
        "line 11 is no day",
        "随着11号线通车，云泽高新区有企业300家。",
        {"11": "无计量单位", "300家": f"300 家 = level, 企业数, {NOW}"},
    ),
    trap(
        "line S1 is no day",
        "随着S1号线通车，云泽高新区有企业300家。",
        {"1": "名称中的数字", "300家": f"300 家 = level, 企业数, {NOW}"},
    ),
    trap(
        "a strategy number one is no day",
        "云泽高新区实施“一号战略”，有企业300家。",
        {"300家": f"300 家 = level, 企业数, {NOW}"},
    ),
    trap(
        "2+3+X, 5G, helium 3 and the editor's ERM417 are no quantities",
        "云泽高新区围绕“2+3+X”体系布局5G和氦3产业，有企业300家。\n责任编辑：ERM417",
        {
            "2": "名称中的数字",
            "3": "无计量单位",
            "5": "名称中的数字",
            "300家": f"300 家 = level, 企业数, {NOW}",
        },
    ),
    trap(
        "a list of 500 is no count of companies",
        "云泽高新区有世界500强企业3家。",
        {"500": "无计量单位", "3家": f"3 家 = level, 世界500强企业数, {NOW}"},
    ),
]

WORDS_THAT_LOOK_LIKE_UNITS = [
    trap(
        "40 minutes are no 0.40 yuan",
        "云泽高新区到机场40分钟，有企业300家。",
        {"40分钟": "时长", "300家": f"300 家 = level, 企业数, {NOW}"},
    ),
    trap(
        "the Yangtze delta is no 3 jiao",
        "云泽高新区融入长三角，有企业300家。",
        {"300家": f"300 家 = level, 企业数, {NOW}"},
    ),
    trap(
        "a trinity is no 3 bit",
        "云泽高新区推进三位一体建设，有企业300家。",
        {"三位": "虚指", "300家": f"300 家 = level, 企业数, {NOW}"},
    ),
    trap(
        "a code for all is no yard",
        "云泽高新区上线“一码通”，有企业300家。",
        {"300家": f"300 家 = level, 企业数, {NOW}"},
    ),
    trap("a branch in the Yangtze delta is no money", "云泽高新区引进临江大学长三角分院。", {}),
    trap(
        "a general budget is no number",
        "2023年，云泽高新区一般公共预算收入30亿元。",
        {"30亿元": "30 亿元 = level, 一般公共预算收入, 2023"},
    ),
]

EDGES = [
    trap(
        "a sum ends before full production",
        "远山光电云泽基地项目计划总投资60亿元,达产后年产值90亿元。",
        {"60亿元": "60 亿元 = level, 项目总投资, None", "90亿元": "90 亿元 = level, 产值, None"},
    ),
    trap(
        "to sign for sums is not about a sum",
        "云泽高新区签约亿元以上项目18个。",
        {"亿元": "门槛", "18个": f"18 个 = level, 签约项目数, {NOW}"},
    ),
    trap(
        "more than 20 keeps its scale and its bound",
        "2023年，云泽高新区实现产值20多亿元。",
        {"20多亿元": "20 亿元 > level, 产值, 2023"},
    ),
    trap(
        "to break through is a bound",
        "2023年，云泽高新区产值突破300亿元。",
        {"300亿元": "300 亿元 > level, 产值, 2023"},
    ),
    trap(
        "four hours and a half have their half",
        "云泽高新区审批时间压缩至4个半小时。",
        {"4个半小时": f"4.5 小时 = level, 审批时限, {NOW}"},
    ),
]

WHAT_A_NUMBER_IS_ABOUT = [
    trap(
        "a doubling is a growth of a hundred per cent",
        "2023年，云泽高新区到账外资实现翻番。",
        {"翻番": "100 % = growth, 实际使用外资, 2023"},
    ),
    trap("a run of eight rises is no number", "云泽高新区地区生产总值实现“八连升”。", {}),
    trap(
        "growth behind a part is the part's",
        "2023年，云泽高新区完成投资40亿元,其中工业投资5.8亿元,增长17%。",
        {
            "40亿元": "40 亿元 = level, 年度投资, 2023",
            "5.8亿元": "5.8 亿元 = level, 工业投资, 2023",
            "17%": "17 % = growth, 工业投资, 2023",
        },
    ),
    trap(
        "higher than an average is a gap, not a growth",
        "2023年，云泽高新区工业投资增速高于全市平均值9.2个百分点。",
        {"9.2个百分点": "9.2 个百分点 = gap, 工业投资, 2023"},
    ),
    trap(
        "a year compared with is not the figure's",
        "2023年，云泽高新区企业达75家，比2022年增加23家。",
        {"75家": "75 家 = level, 企业数, 2023", "23家": "23 家 = increment, 企业数, 2023"},
    ),
]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        *COUNTS_THAT_LOOK_LIKE_YEARS,
        *YEARS_THAT_ARE_NO_DATE,
        *FRACTIONS,
        *MONTHS,
        *LABELS,
        *WORDS_THAT_LOOK_LIKE_UNITS,
        *EDGES,
        *WHAT_A_NUMBER_IS_ABOUT,
    ],
)
def test_a_sentence_is_read_as_it_is_meant(text: str, expected: dict[str, str]) -> None:
    assert expected == said(text)


RANKED = "在2023年国家高新区综合评价中，云泽高新区位居第26名，实现“四连升”。"


def test_a_rank_reached_in_a_run_of_rises_is_the_only_number() -> None:
    assert list(said(RANKED)) == ["第26名"]


def test_a_rank_is_of_the_park_that_holds_it() -> None:
    assert [fact.subject for fact in read(RANKED).observations] == ["云泽高新区"]


@pytest.mark.parametrize(
    ("text", "rates", "sizes"),
    [
        ("云泽高新区的远山光电组件转换效率达21.6%(3m²)。", {"21.6%"}, {"3m²"}),
        pytest.param(
            "云泽高新区的远山光电取得单层组件21.6%(3m²)、叠层组件25.4%(900cm²)的转换效率。",
            {"21.6%", "25.4%"},
            {"3m²", "900cm²"},
            marks=pytest.mark.xfail(strict=True, reason="the rate's name stands behind the list"),
        ),
    ],
    ids=["one rate", "two rates"],
)
def test_the_size_of_what_was_measured_is_a_condition_of_its_rate(
    text: str, rates: set[str], sizes: set[str]
) -> None:
    read_as = {fact.evidence.text: fact.measure for fact in read(text).observations}

    assert not sizes & set(read_as)
    assert read_as == dict.fromkeys(rates, "level")


def test_a_threshold_is_the_scope_of_the_count_behind_it() -> None:
    assert [fact.scope for fact in read("云泽高新区签约亿元以上项目18个。").observations] == ["亿元以上"]
