"""Reading made-up articles: what each number says, and of whom."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.lexicon import Lexicon
from core.model import Document, Facts, Metadata, ParkEntry
from extract import extract_facts
from extract.rules import RULES, Rule
from sources import read_lexicon

ROOT = Path(__file__).parent.parent


@cache
def lexicon() -> Lexicon:
    return read_lexicon(ROOT / "extract" / "lexicon", None)


def read(text: str, *, published: str | None = "2023-03-05", parks: tuple[ParkEntry, ...] = ()) -> Facts:
    metadata = Metadata(title="云泽高新区", published=published)
    return extract_facts(Document("made-up", "made-up.txt", text, 0, metadata), parks, lexicon())


def said(text: str, slot: str, **known: str | None) -> dict[str, object]:
    """The slot of each number of a text about the made-up park 云泽高新区."""
    return {fact.evidence.text: getattr(fact, slot) for fact in read(text, **known).observations}  # type: ignore[arg-type]


# -- rules ------------------------------------------------------------------------------------------

EXAMPLES = [(rule, sentence, wanted) for rule in RULES.values() for sentence, wanted in rule.examples.items()]


@pytest.mark.parametrize(
    ("rule", "sentence", "wanted"), EXAMPLES, ids=[f"{r.name}: {s}" for r, s, _ in EXAMPLES]
)
def test_an_example_beside_a_rule_holds(rule: Rule, sentence: str, wanted: dict[str, str | None]) -> None:
    facts = read(f"云泽高新区消息。{sentence}")
    if rule.kind == "filter":
        got = {left.text: left.reason for left in facts.leftovers}
    else:
        got = {}
        for fact in facts.observations:
            if fact.rule == rule.name:
                got.setdefault(fact.evidence.text, fact.indicator)

    assert {number: got.get(number) for number in wanted} == wanted


@pytest.mark.parametrize("rule", RULES.values(), ids=list(RULES))
def test_every_rule_has_an_example(rule: Rule) -> None:
    assert rule.examples


# -- slots ------------------------------------------------------------------------------------------


def test_growth_after_a_level_is_about_the_same_indicator() -> None:
    text = "2022年，云泽高新区完成固定资产投资40亿元，增长27.3%，其中工业投资5.8亿元，增长17%。"

    assert said(text, "indicator") == {
        "40亿元": "固定资产投资", "27.3%": "固定资产投资", "5.8亿元": "工业投资", "17%": "工业投资",
    }  # fmt: skip
    assert said(text, "measure") == {
        "40亿元": "level",
        "27.3%": "growth",
        "5.8亿元": "level",
        "17%": "growth",
    }


def test_a_fall_is_a_negative_growth() -> None:
    assert said("云泽高新区出口总额12亿元，同比下降3.5%。", "value")["3.5%"] == -3.5


def test_a_list_of_goals_is_a_list_of_targets_of_its_year() -> None:
    text = "2023年，云泽高新区主要预期目标是：地区生产总值增长6%以上；工业投资增长15%以上；到账外资实现翻番。"

    assert set(said(text, "status").values()) == {"target"}
    assert set(said(text, "period").values()) == {"2023"}


def test_what_is_expected_of_a_period_that_is_over_is_an_estimate() -> None:
    assert said("今年1—2月，云泽高新区预计完成工业总产值170亿元。", "status") == {"170亿元": "estimate"}


def test_a_projects_own_investment_is_no_target() -> None:
    assert said("远山光电云泽基地项目计划总投资50亿元，将于年底开工。", "status") == {"50亿元": "actual"}


def test_new_ones_are_an_increment_through_a_list() -> None:
    text = "云泽高新区新增专精特新企业3家、高新技术企业12家，市场主体总数达900户。"

    assert said(text, "measure") == {"3家": "increment", "12家": "increment", "900户": "level"}


@pytest.mark.parametrize(
    ("text", "number", "period"),
    [
        ("2022年，云泽高新区实现税收3亿元。", "3亿元", "2022"),
        ("去年，云泽高新区实现税收3亿元。", "3亿元", "2022"),
        ("今年1—2月，云泽高新区实现税收3亿元。", "3亿元", "2023-01/2023-02"),
        ("截至目前，云泽高新区有企业300家。", "300家", "@2023-03"),
        ("到2025年，云泽高新区企业达到300家。", "300家", "2025"),
    ],
)
def test_a_number_takes_the_time_said_before_it(text: str, number: str, period: str) -> None:
    assert said(text, "period") == {number: period}


def test_a_comparison_names_another_year_and_does_not_move_the_figure_there() -> None:
    assert said("2022年，云泽高新区企业达75家，比2021年增加23家。", "period") == {
        "75家": "2022",
        "23家": "2022",
    }


def test_two_parks_in_one_text_keep_their_own_figures() -> None:
    text = "云泽高新区实现产值30亿元。\n临江经开区实现产值20亿元。"

    assert said(text, "park") == {"30亿元": "云泽高新区", "20亿元": "临江经开区"}


def test_a_text_without_date_or_year_leaves_the_period_unknown() -> None:
    assert said("云泽高新区实现税收3亿元。", "period", published=None) == {"3亿元": None}


# -- parks ------------------------------------------------------------------------------------------


def parks_of(text: str) -> list[str]:
    return [park.name for park in read(text).parks]


def test_forms_of_one_name_are_one_park_under_its_fullest_name() -> None:
    text = "苏州相城经济技术开发区签约项目12个。相城经开区完成投资3亿元。"

    assert parks_of(text) == ["苏州相城经济技术开发区"]


def test_a_class_of_parks_is_no_park() -> None:
    assert parks_of("国家高新区数量达到178家。云泽高新区是省级高新区，企业300家。") == ["云泽高新区"]


def test_the_short_name_of_a_park_is_found_where_its_full_name_is_given() -> None:
    text = "昆山花桥经济开发区发展迅速。目前，花桥有总部企业80家。花桥还在前进。"

    assert [(park.name, "花桥" in park.aliases) for park in read(text).parks] == [
        ("昆山花桥经济开发区", True)
    ]


def test_the_register_gives_its_id_and_place() -> None:
    entry = ParkEntry(
        "yunze-hidz", "云泽高新技术产业开发区", aliases=("云泽高新区",), province="江苏", city="云州"
    )
    park = read("云泽高新区完成投资3亿元。", parks=(entry,)).parks[0]

    assert (park.park_id, park.name, park.city) == ("yunze-hidz", "云泽高新区", "云州")


# -- pages ------------------------------------------------------------------------------------------

PAGE = """云泽高新区 签约项目12个

本报讯 近日，云泽高新区集中签约项目12个，其中远山光电半导体研

临江经开区 新增企业30家

本报讯 今年以来，临江经开区持续优化服务，新增企业30家，建立起“立项阶段

发中心项目总投资6亿元。
记者 某某

、施工阶段、验收阶段”的服务流程，审批事项减少到18项。
记者 某某
"""


def test_a_newspaper_page_is_cut_into_its_articles_and_broken_sentences_are_joined() -> None:
    facts = read(PAGE)
    joined = next(fact for fact in facts.observations if fact.evidence.text == "6亿元")

    assert [article.title for article in facts.articles] == [
        "云泽高新区 签约项目12个",
        "临江经开区 新增企业30家",
    ]
    assert (joined.park, len(joined.evidence.sentence)) == ("云泽高新区", 2)
    assert "半导体研发中心项目" in joined.evidence.quote


@pytest.mark.parametrize(
    "tail",
    [
        "最近更新\n远处高新区投资10亿元！",
        "责任编辑：某某 电话12345678",
        "图片来源：云泽高新区",
        "扫码查看更多报道2023",
    ],
)
def test_what_is_not_part_of_the_article_gives_no_facts(tail: str) -> None:
    assert [fact.evidence.text for fact in read(f"云泽高新区企业达75家。\n{tail}\n").observations] == ["75家"]


# -- any text ---------------------------------------------------------------------------------------


ODD = "云泽高新区项目企业完成增长达，。、；“”（）《》\n\r\t 0123456789亿元%" + "家个2023年月目前力争将第名比"


@settings(deadline=None, max_examples=150)
@given(st.text(alphabet=ODD, max_size=200))
def test_no_text_raises_and_every_span_is_its_text(text: str) -> None:
    facts = read(text)

    for fact in facts.observations:
        assert text[fact.evidence.span.start : fact.evidence.span.end] == fact.evidence.text
    for leftover in facts.leftovers:
        assert leftover.text.replace("\n", "") in text.replace("\n", "") or leftover.span.end <= len(text)


def test_every_number_is_a_fact_or_has_a_reason_why_not() -> None:
    facts = read("第25届云泽高新区大会上，2022年签约项目12个，世界500强企业3家，“2+3”体系形成。")
    spans = {fact.evidence.span for fact in facts.observations} | {left.span for left in facts.leftovers}

    assert len(spans) == len(facts.observations) + len(facts.leftovers) == 6
