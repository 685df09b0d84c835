"""Forms of real papers and of government sites: what each of their sentences says, and what it does not."""

from __future__ import annotations

import pytest

from core.model import Document, Facts, Metadata
from core.quantities import find_quantities
from extract import extract_facts
from extract.firms import coined_firms
from extract.times import Clock, find_times
from tests.test_extract import lexicon

JULY = "2023-07-05"


def read(text: str, published: str | None = JULY) -> Facts:
    """The facts of a text without a title."""
    return extract_facts(Document("a", "a.txt", text, 0, Metadata(published=published)), (), lexicon())


def said(text: str, slot: str, published: str | None = JULY) -> dict[str, object]:
    """What each figure of a text says in one slot."""
    return {fact.evidence.text: getattr(fact, slot) for fact in read(text, published).observations}


# -- numbers ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("设计规模6万吨/日", [("6万吨/日", 6, "万吨/日")]),
        ("亩均税收35.5万元/亩", [("35.5万元/亩", 35.5, "万元/亩")]),
        ("查验邮包740万票", [("740万票", 740, "万票")]),
        ("占全市的一半以上", [("一半", 50, "%")]),
        ("一半给了小镇", []),
        ("产业结构为3.1:61.4:35.5", [("3.1", 3.1, "%"), ("61.4", 61.4, "%"), ("35.5", 35.5, "%")]),
        ("比分为10:20:30", []),
    ],
)
def test_a_number_is_read_with_its_unit(text: str, expected: list[tuple[str, float, str]]) -> None:
    found = [(each.text, float(each.value), each.unit) for each in find_quantities(text) if each.unit]

    assert found == expected


def test_above_in_a_word_is_no_bound() -> None:
    assert [each.bound for each in find_quantities("其中规上17户，突破30户")] == ["=", ">"]


# -- times ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "clock", "period", "due"),
    [
        ("去年底的问卷", Clock(2023, 7, "2023-07"), "2022", False),
        ("新的一年，", Clock(2023, 2, "2023-02"), "2023", True),
        ("新的一年，", Clock(2023, 12, "2023-12"), "2024", True),
        ("年初以来，", Clock(2023, 7, "2023-07"), "2023", False),
        ("今年H1，", Clock(2023, 7, "2023-07"), "2023-01/2023-06", False),
    ],
)
def test_a_time_is_resolved(text: str, clock: Clock, period: str, due: bool) -> None:
    assert [(time.period, time.due) for time in find_times(text, clock)] == [(period, due)]


def test_the_same_year_is_a_year_that_was_said() -> None:
    assert find_times("其中当年新认定16家", Clock(2023, 2, "2023-02"))[0].period is None
    assert find_times("2021年封关，当年进出口", Clock(2023, 2, "2023-02"))[-1].period == "2021"


def test_a_founding_date_dates_no_figure() -> None:
    text = "云泽高新区2010年11月升级为国家级高新区，常住人口18.6万人。"

    assert said(text, "period") == {"18.6万人": "@2023-07"}


def test_a_date_ahead_keeps_to_its_part() -> None:
    text = "云泽高新区引进项目5个，甲厂明年试车；乙厂已投产，新增企业3家。"

    assert said(text, "status")["3家"] == "actual"
    assert said("到2025年，云泽高新区产值达到30亿元；企业达到40家。", "period")["40家"] == "2025"


# -- indicators -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "number", "indicator"),
    [
        ("云泽高新区有26个亿元以上项目。", "26个", "亿元以上项目数"),
        ("云泽高新区税收过千万元的企业27家。", "27家", "税收过千万元企业数"),
        ("云泽高新区合同外资7300万美元，实际到位2750万美元。", "2750万美元", "实际使用外资"),
        ("云泽高新区合同利用内资7.5亿元，到位资金3.6亿元。", "3.6亿元", "内资到位资金"),
        ("云泽高新区发明专利拥有量517件，每万人拥有24.1件。", "24.1件", "万人发明专利拥有量"),
        ("云泽高新区接待客商1400余人次。", "1400余人次", "接待客商人次"),
        ("云泽高新区投产企业17家，在建13家。", "13家", "在建企业数"),
        ("云泽高新区签约项目12个，总额97.3亿元。", "97.3亿元", "签约项目总投资"),
        ("云泽高新区新增小微企业园5个。", "5个", "小微企业园数"),
        ("云泽高新区研发经费支出占地区生产总值2.64%。", "2.64%", "研发投入强度"),
        ("云泽高新区规上工业总产值冲刺1000亿元。", "1000亿元", "规上工业总产值"),
        ("云泽高新区日处理能力7万吨。", "7万吨", "日处理能力"),
    ],
)
def test_a_figure_is_named_by_what_it_is_of(text: str, number: str, indicator: str) -> None:
    assert said(text, "indicator")[number] == indicator


def test_projects_at_a_stage_are_no_project() -> None:
    facts = read("云泽高新区新开工项目31个，竣工投产项目24个。")

    assert not facts.projects
    assert {fact.subject for fact in facts.observations} == {"云泽高新区"}


@pytest.mark.parametrize(
    "text", ["云泽高新区万元GDP能耗下降4%。", "云泽高新区建成110千伏变电站3座。", "云泽高新区比赛用时8分。"]
)
def test_a_number_in_a_name_is_no_figure(text: str) -> None:
    assert not {"万元", "110千伏", "8分"} & set(said(text, "value"))


# -- places -----------------------------------------------------------------------------------------


def test_a_place_is_of_the_evaluation_told_before() -> None:
    text = "省里公布开发区综合考核评价结果。云泽高新区综合得分78.4分，位列第11名，比上年后退4位。"
    facts = read(text)

    assert said(text, "indicator")["第11名"].endswith("开发区综合考核评价")  # type: ignore[attr-defined]
    assert [(honour.rank, honour.holder) for honour in facts.honours] == [(11, "云泽高新区")]
    assert said(text, "value")["4位"] == -4


def test_a_place_among_so_many_parks_is_of_the_figure_before_it() -> None:
    text = "云泽综保区进出口总额86.3亿元，在全国150多个综保区中排名第46位。"

    assert said(text, "indicator")["第46位"] == "进出口总额"


def test_a_place_by_one_figure_is_no_honour() -> None:
    text = "在全省开发区综合考核中，云泽高新区位列第8名，“科技创新”单项排名第3名。"

    assert [honour.rank for honour in read(text).honours] == [8]


# -- whose it is ------------------------------------------------------------------------------------


def test_a_numbered_name_is_what_its_paragraph_tells_of() -> None:
    text = (
        "云泽高新区集中开工项目2个。\n\n"
        "（1）云帆光学薄膜产业园项目。总投资18亿元，占地260亩。\n\n"
        "（2）岚江净水厂及配套管网项目。总投资5.4亿元，设计规模6万吨/日。\n"
    )

    assert said(text, "subject") == {
        "2个": "云泽高新区",
        "18亿元": "云帆光学薄膜产业园项目",
        "260亩": "云帆光学薄膜产业园项目",
        "5.4亿元": "岚江净水厂及配套管网项目",
        "6万吨/日": "岚江净水厂及配套管网项目",
    }


def test_a_numbered_measure_is_no_name() -> None:
    text = "1. 支持项目落地。云泽高新区引进企业30家。"

    assert said(text, "subject") == {"30家": "云泽高新区"}


def test_a_place_of_an_event_is_not_its_subject() -> None:
    text = "云泽高新区开工仪式在云帆光学项目现场举行。此次集中开工项目12个，总投资83亿元。"

    assert set(said(text, "subject").values()) == {"云泽高新区"}


def test_works_are_named_by_what_is_paid_for_them() -> None:
    facts = read("云泽高新区消息：远山云片加工厂投资2900万元；总投资3.7亿元的雾材出口基地主体封顶。")

    assert [(each.name, each.investment and each.investment.text) for each in facts.projects] == [
        ("远山云片加工厂", "2900万元"),
        ("雾材出口基地", "3.7亿元"),
    ]


def test_a_coined_name_is_a_company_once_the_text_says_so() -> None:
    text = ["这家企业名叫云芯传感，三年前成立。", "云芯专门做芯片。", "云芯去年扩产。"]

    assert coined_firms(text) == {"云芯传感": "云芯传感", "云芯": "云芯传感"}
    assert coined_firms(["生物医药投资20亿元，高端装备年产30万台，智能传感入选名单。"]) == {}


def test_whoever_speaks_for_a_company_means_it() -> None:
    text = "云泽高新区云帆光电。“去年我们产值突破了5亿元。”云帆光电董事长某某说。"

    assert said(text, "subject")["5亿元"] == "云帆光电"
    other = "“我们开发区去年产值突破了50亿元。”云帆光电董事长某某转述云泽高新区的话。"
    assert said(other, "subject")["50亿元"] != "云帆光电"


# -- measures and what they grant -------------------------------------------------------------------


def test_what_a_measure_grants_is_the_measures_and_who_gets_it_is_no_figure() -> None:
    text = (
        "《云泽高新区支持工业若干措施》政策解读\n\n"
        "对固定资产投资4亿元以上的项目，按设备投资额的7%给予补助，单个项目最高2500万元。\n\n"
        "年产值首次突破20亿元、60亿元的企业，分别奖励40万元、150万元。\n\n"
        "“云帆贷”贷款规模扩大。对引进的博士，每人每月发放生活补贴2600元。\n"
    )

    assert said(text, "indicator") == {
        "7%": "设备投资补助比例",
        "2500万元": "政策资金",
        "40万元": "奖励资金",
        "150万元": "奖励资金",
        "2600元": "生活补贴",
    }
    assert set(said(text, "subject").values()) == {"云泽高新区支持工业若干措施"}


def test_what_was_paid_is_the_parks() -> None:
    assert said("云泽高新区累计兑现奖励资金3000万元。", "subject") == {"3000万元": "云泽高新区"}


# -- short lines ------------------------------------------------------------------------------------


def test_short_lines_go_on_with_each_other() -> None:
    text = (
        "上半年，云泽高新区GDP增速\n领先全国1.2个百分点\n\n"
        "规上工业总产值146.8亿元\n同比增长6.4%\n\n全年GDP增长6.5%以上\n规上工业总产值310亿元\n"
    )

    assert said(text, "indicator") == {
        "1.2个百分点": "地区生产总值",
        "146.8亿元": "规上工业总产值",
        "6.4%": "规上工业总产值",
        "6.5%": "地区生产总值",
        "310亿元": "规上工业总产值",
    }
    assert said(text, "status")["310亿元"] == "target"


def test_running_text_starts_anew_with_each_paragraph() -> None:
    text = "云泽高新区实现产值187亿元。\n\n云泽高新区的面貌，比去年，增长7.7%。\n"

    assert said(text, "indicator").get("7.7%") != "产值"
