"""What sources state, worked out from what else they state; and values that only the sum gives."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from core.judgement import Judgement
from tests.judging import Article, judged, one

PERCENT = {"unit": "%"}
GROWTH: dict[str, Any] = {"measure": "growth", **PERCENT}
SHARE: dict[str, Any] = {"measure": "share", **PERCENT}


def audits(found: Judgement) -> list[tuple[str, bool, str]]:
    return [(each.kind, each.agrees, each.working.formula) for each in found.audits]


def derived(found: Judgement) -> list[tuple[str, str, str]]:
    return [(each.indicator, f"{each.bound}{each.value}%", each.working.formula) for each in found.derived]


# -- growth ---------------------------------------------------------------------------------------


def year_with_growth(growth: str, indicator: str = "税收收入", **fields: Any) -> Article:
    article = Article("b", f"2024年，岚江高新区{indicator}168.8亿元，同比增长{growth}。")
    article.states("168.8亿元", indicator)
    return article.states(growth, indicator, **{**GROWTH, **fields})


def year_before(amount: str = "161.7亿元", indicator: str = "税收收入") -> Article:
    return one(f"2023年，岚江高新区{indicator}{amount}。", amount, indicator, period="2023")


def test_growth_is_held_against_a_level_of_another_document() -> None:
    found = judged(year_before(), year_with_growth("4.4%"))

    assert audits(found) == [("growth", True, "168.8 ÷ 161.7 − 1 ≈ 4.4%")]
    (audit,) = found.audits
    assert audit.checked.evidence.text == "4.4%"
    assert [each.evidence.text for each in audit.working.operands] == ["168.8亿元", "161.7亿元"]


def test_of_two_reports_the_newer_is_taken_and_a_year_is_older_than_its_months() -> None:
    reports = [
        Article(id, f"2023年，岚江高新区税收收入{words}。", published=published).states(
            words, "税收收入", period="2023"
        )
        for id, words, published in (
            ("c", "162亿元", "2024-07"),
            ("e", "161.7亿元", "2024"),
            ("d", "161.7亿元", None),
        )
    ]
    now = one("2024年，岚江高新区税收收入168.8亿元。", "168.8亿元", "税收收入")

    (found,) = derived(judged(*reports, now))

    assert found[2] == "168.8 ÷ 162 − 1 ≈ 4.2%"


def test_a_year_told_by_its_months_is_the_year_before() -> None:
    months = one("去年，岚江高新区税收收入161.7亿元。", "161.7亿元", "税收收入", period="2023-01/2023-12")

    assert audits(judged(months, year_with_growth("4.4%"))) == [("growth", True, "168.8 ÷ 161.7 − 1 ≈ 4.4%")]


def test_growth_that_two_levels_do_not_give_is_found() -> None:
    assert audits(judged(year_before(), year_with_growth("6.1%"))) == [
        ("growth", False, "168.8 ÷ 161.7 − 1 ≈ 4.4%")
    ]


@pytest.mark.parametrize(
    ("before", "growth", "agrees"),
    [
        ("161.7亿元", "4.5%", True),  # 168.85 ÷ 161.65 − 1 = 4.45 %
        ("161.7亿元", "4.6%", False),
        ("162亿元", "4.5%", True),  # 161.5 … 162.5
        ("1617000万元", "4.4%", True),
    ],
)
def test_tolerance_comes_from_the_printed_digits(before: str, growth: str, agrees: bool) -> None:
    assert [each[1] for each in audits(judged(year_before(before), year_with_growth(growth)))] == [agrees]


def test_units_stand_in_the_working_where_they_differ() -> None:
    found = judged(year_before("1617000万元"), year_with_growth("4.4%"))

    assert audits(found)[0][2] == "168.8亿元 ÷ 1617000万元 − 1 ≈ 4.4%"


def test_a_bound_of_the_growth_is_held_to() -> None:
    assert audits(judged(year_before(), year_with_growth("4%", bound=">")))[0][1] is True
    assert audits(judged(year_before(), year_with_growth("5%", bound=">")))[0][1] is False


def test_growth_at_constant_prices_may_differ_from_that_of_two_levels() -> None:
    gdp = "地区生产总值"

    assert audits(judged(year_before(indicator=gdp), year_with_growth("6.3%", gdp)))[0][1] is True
    assert audits(judged(year_before(indicator=gdp), year_with_growth("16.3%", gdp)))[0][1] is False


@pytest.mark.parametrize(
    "fields",
    [
        {"period": "2022"},
        {"period": "2023-01/2023-09"},
        {"bound": ">"},
        {"scope": "全口径"},
        {"status": "target"},
        {"indicator": "出口总额"},
        {"subject": "星河科创园"},
    ],
)
def test_a_level_that_is_not_like_checks_nothing(fields: dict[str, Any]) -> None:
    before = one("岚江高新区税收收入161.7亿元。", "161.7亿元", **{"indicator": "税收收入", **fields})

    assert audits(judged(before, year_with_growth("9.9%"))) == []


@pytest.mark.parametrize("words", ["两年平均增长", "年均增长", "环比增长", "按可比口径增长"])
def test_growth_of_another_kind_is_not_held_against_the_year_before(words: str) -> None:
    article = Article("b", f"2024年，岚江高新区税收收入168.8亿元，{words}9.9%。")
    article.states("168.8亿元", "税收收入").states("9.9%", "税收收入", **GROWTH)

    assert audits(judged(year_before(), article)) == []


def test_the_year_so_far_is_not_held_against_the_year_before() -> None:
    article = Article("b", "今年以来，岚江高新区税收收入68.8亿元，同比增长4.4%。")
    article.states("68.8亿元", "税收收入").states("4.4%", "税收收入", **GROWTH)

    found = judged(year_before(), article)
    assert (audits(found), derived(found)) == ([], [])


def test_one_of_two_reports_of_the_year_before_clears_the_growth() -> None:
    other = one("2023年税收收入150.3亿元。", "150.3亿元", "税收收入", period="2023", id="c")

    assert audits(judged(year_before(), other, year_with_growth("4.4%")))[0][1] is True


def test_a_net_increase_is_held_against_two_counts() -> None:
    now = Article("b", f"税超千万元企业达75家，比2023年增加{23}家。")
    now.states("75家", "高新技术企业数").states("23家", "高新技术企业数", measure="increment")
    before = one("2023年有50家。", "50家", "高新技术企业数", period="2023")

    assert audits(judged(before, now)) == [("growth", False, "75 − 50 = 25")]


def test_new_ones_are_no_net_increase() -> None:
    now = Article("b", "新认定高新技术企业23家，总数达75家。")
    now.states("75家", "高新技术企业数").states("23家", "高新技术企业数", measure="increment")
    before = one("2023年有60家。", "60家", "高新技术企业数", period="2023")

    assert audits(judged(before, now)) == []


# -- parts and wholes -----------------------------------------------------------------------------


def investment(whole: str, part: str, **fields: Any) -> Article:
    article = Article("a", f"固定资产投资{whole}，同比增长5.6%，其中工业投资{part}。")
    return article.states(whole, "固定资产投资").states(part, "工业投资", **fields)


def test_a_part_is_held_against_the_whole_that_its_sentence_names() -> None:
    assert audits(judged(investment("175.1亿元", "55.6亿元"))) == [("parts", True, "55.6 ≤ 175.1")]
    assert audits(judged(investment("175.1亿元", "185.6亿元"))) == [("parts", False, "185.6 > 175.1")]


def test_a_part_whose_bound_leaves_it_open_is_not_judged() -> None:
    assert audits(judged(investment("175.1亿元", "55.6亿元", bound=">"))) == []


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("签约项目149个；其中一期用工500个。", "用工数"),
        ("签约项目149个，其中就业岗位500个。", "岗位数"),
        ("签约项目149个；落地项目500个。", "落地项目数"),
        ("签约项目149个，其中每平方公里项目500个。", "每平方公里项目数"),
        ("签约项目149个，其中每平方公里落地项目500个。", "落地项目数"),
    ],
)
def test_what_is_no_part_of_the_whole_is_not_held_against_it(text: str, part: str) -> None:
    article = Article("a", text).states("149个", "签约项目数").states("500个", part)

    assert audits(judged(article)) == []


def test_a_list_that_adds_up_to_its_whole_is_told_as_a_sum() -> None:
    article = Article("a", "重点项目96个，其中续建重点项目41个、新开工重点项目55个。")
    article.states("96个", "重点项目数").states("41个", "续建重点项目数").states("55个", "新开工重点项目数")

    assert audits(judged(article)) == [("parts", True, "41 + 55 = 96")]


def test_a_headline_is_checked_by_the_list_that_adds_up_to_it() -> None:
    article = Article("a", "岚江高新区省级以上质量标杆企业32家\n\n国家级质量标杆企业3个，省质量标杆29个。")
    article.states("32家", "省级以上质量标杆企业数", period="@2024")
    article.states("3个", "国家级质量标杆企业数").states("29个", "省质量标杆数")

    assert audits(judged(article)) == [("parts", True, "3 + 29 = 32")]


@pytest.mark.parametrize(("imports", "formula", "agrees"), [
    ("250.5亿元", "611.9 + 250.5 = 862.4", True),
    ("250.4亿元", "611.9 + 250.4 ≈ 862.4", True),
    ("205.5亿元", "611.9 + 205.5 ≠ 862.4", False),
])  # fmt: skip
def test_parts_that_make_up_a_whole_must_add_up(imports: str, formula: str, agrees: bool) -> None:
    article = Article("a", f"进出口总额862.4亿元，其中出口611.9亿元，进口{imports}。")
    article.states("862.4亿元", "进出口总额").states("611.9亿元", "出口总额").states(imports, "进口总额")

    assert audits(judged(article)) == [("parts", agrees, formula)]


# -- shares, ranks, orders of magnitude -----------------------------------------------------------


def share(percent: str, whole: str = "GDP") -> Article:
    article = Article("a", f"地区生产总值725亿元。高新技术产业产值296.8亿元，占{whole}比重达到{percent}。")
    article.states("725亿元", "地区生产总值").states("296.8亿元", "高新技术产业产值")
    return article.states(percent, "高新技术产业产值", **SHARE)


def test_a_share_is_held_against_its_part_and_its_whole() -> None:
    assert audits(judged(share("40.9%"))) == [("share", True, "296.8 ÷ 725 ≈ 40.9%")]
    assert audits(judged(share("49.0%"))) == [("share", False, "296.8 ÷ 725 ≈ 40.9%")]


@pytest.mark.parametrize("whole", ["全国GDP", "国内生产总值", "岚江市GDP", "全市"])
def test_a_share_of_a_wider_territory_is_not_held_against_the_parks_own_whole(whole: str) -> None:
    assert audits(judged(share("3.1%", whole))) == []


def rank(words: str, value: int, **fields: Any) -> dict[str, Any]:
    return {
        "words": words,
        "indicator": "综合考评",
        "measure": "rank",
        "unit": "名",
        "value": Decimal(value),
        **fields,
    }


def rise(words: str, value: int) -> dict[str, Any]:
    steps = {"measure": "increment", "unit": "位次"}
    return {"words": words, "indicator": "综合考评", "value": Decimal(value), **steps}


def test_a_rise_is_held_against_two_ranks_of_its_sentence() -> None:
    article = Article("a", "综合考评由第40名升至第31名，上升8个位次。")
    article.states(**rank("第40名", 40, period="2023")).states(**rank("第31名", 31)).states(
        **rise("8个位次", 8)
    )

    assert audits(judged(article)) == [("rank", False, "40 − 31 = 9")]


def test_a_rise_is_held_against_the_rank_of_the_year_before() -> None:
    article = Article("a", "2024年综合考评列第31名，前移4个位次。")
    article.states(**rank("第31名", 31)).states(**rise("4个位次", 4))
    before = Article("b", "2023年综合考评列第35名。").states(**rank("第35名", 35, period="2023"))

    assert audits(judged(article, before)) == [("rank", True, "35 − 31 = 4")]
    assert audits(judged(article)) == []


def test_a_value_thousands_of_times_off_its_series_is_found() -> None:
    years = [
        one(f"税收收入{amount}。", amount, "税收收入", period=year, id=year)
        for year, amount in (("2021", "41.2亿元"), ("2022", "44.8万元"), ("2023", "47.5亿元"))
    ]

    assert audits(judged(*years)) == [("magnitude", False, "41.2亿元 ÷ 44.8万元 ≈ 9196")]


def test_of_two_values_far_apart_nobody_knows_which_is_wrong() -> None:
    found = judged(level("41.2亿元", "2021", "a"), level("44.8万元", "2022", "b"))

    assert [each.checked.evidence.text for each in found.audits] == ["41.2亿元", "44.8万元"]
    assert audits(judged(level("41.2亿元", "2001", "a"), level("44.8万元", "2022", "b"))) == []


def test_a_series_that_grows_fast_is_of_one_order() -> None:
    years = [
        one(f"税收收入{amount}。", amount, "税收收入", period=year, id=year)
        for year, amount in (("2021", "0.2亿元"), ("2022", "3.1亿元"), ("2023", "47.5亿元"))
    ]

    assert not [each for each in judged(*years).audits if each.kind == "magnitude"]


# -- derived values -------------------------------------------------------------------------------


def level(amount: str, period: str, id: str, indicator: str = "税收收入", **fields: Any) -> Article:
    return one(f"岚江高新区{indicator}{amount}。", amount, indicator, period=period, id=id, **fields)


@pytest.mark.parametrize(
    ("now", "before", "told"),
    [
        ("168.8亿元", "161.7亿元", "=4.4%"),
        ("16.9亿元", "16.2亿元", "~4%"),
        ("168.8亿元", "62.4亿元", "~170.5%"),
        ("150.0亿元", "161.7亿元", "=-7.2%"),
    ],
)
def test_growth_is_worked_out_as_finely_as_the_print_bears(now: str, before: str, told: str) -> None:
    assert [each[1] for each in derived(judged(level(before, "2023", "a"), level(now, "2024", "b")))] == [
        told
    ]


def test_growth_is_worked_out_between_like_months() -> None:
    found = judged(level("68.8亿元", "2024-01/2024-06", "a"), level("61.7亿元", "2023-01/2023-06", "b"))

    assert derived(found) == [("税收收入", "~11.5%", "68.8 ÷ 61.7 − 1 ≈ 11.5%")]


@pytest.mark.parametrize(
    ("now", "before"),
    [
        (("17亿元", {}), ("16亿元", {})),  # the print bears no whole percent
        (("168.8亿元", {"bound": ">"}), ("161.7亿元", {})),
        (("168.8亿元", {"status": "estimate"}), ("161.7亿元", {})),
        (("168.8亿元", {"scope": "全口径"}), ("161.7亿元", {})),
        (("168.8亿元", {"indicator": "地区生产总值"}), ("161.7亿元", {"indicator": "地区生产总值"})),
        (("168.8亿元", {"indicator": "项目总投资"}), ("161.7亿元", {"indicator": "项目总投资"})),
    ],
)
def test_growth_is_not_worked_out_of_what_does_not_bear_it(
    now: tuple[str, dict[str, Any]], before: tuple[str, dict[str, Any]]
) -> None:
    articles = level(before[0], "2023", "a", **before[1]), level(now[0], "2024", "b", **now[1])

    assert derived(judged(*articles)) == []


def test_growth_that_a_source_states_is_not_worked_out() -> None:
    assert derived(judged(year_before(), year_with_growth("6.1%"))) == []


def test_nothing_is_worked_out_of_a_value_in_dispute() -> None:
    articles = (
        level("161.7亿元", "2023", "a"),
        level("168.8亿元", "2024", "b"),
        level("190.2亿元", "2024", "c"),
    )

    assert derived(judged(*articles)) == []


def test_nothing_is_worked_out_of_a_sum_that_fails() -> None:
    article = Article("a", "进出口总额862.4亿元，其中出口611.9亿元，进口205.5亿元。")
    article.states("862.4亿元", "进出口总额").states("611.9亿元", "出口总额").states("205.5亿元", "进口总额")

    assert derived(judged(article)) == []


def test_the_share_of_a_part_is_worked_out() -> None:
    assert derived(judged(investment("175.1亿元", "55.6亿元"))) == [
        ("工业投资", "=31.8%", "55.6 ÷ 175.1 ≈ 31.8%")
    ]


def test_a_share_that_the_source_states_is_not_worked_out() -> None:
    article = Article("a", "固定资产投资175.1亿元，其中工业投资55.6亿元，占比31.8%。")
    article.states("175.1亿元", "固定资产投资").states("55.6亿元", "工业投资")
    article.states("31.8%", "工业投资", **SHARE)

    assert derived(judged(article)) == []


@pytest.mark.parametrize("fields", [{"bound": ">"}, {"status": "target"}])
def test_the_share_of_an_uncertain_part_is_not_worked_out(fields: dict[str, Any]) -> None:
    assert derived(judged(investment("175.1亿元", "55.6亿元", **fields))) == []


def test_an_id_is_that_of_what_was_worked_out() -> None:
    found = judged(investment("175.1亿元", "55.6亿元"))

    assert found.derived[0].id != found.audits[0].id
    assert judged(investment("175.1亿元", "55.6亿元")).derived[0].id == found.derived[0].id
