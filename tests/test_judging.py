"""What contradicts what, why, and what only looks so. Every article, park and number is made up."""

from __future__ import annotations

import itertools
from decimal import Decimal
from typing import Any

import pytest
from msgspec.structs import replace

from core.judgement import Conflict, Judgement
from core.model import ProjectMention
from profiles import judge
from tests import factories
from tests.compiling import PARK
from tests.judging import INDICATORS, Article, compiled, judged, one

FIRMS = "高新技术企业数"


def firms(number: int, period: str, id: str = "a", **fields: Any) -> Article:
    """An article that counts the high-tech enterprises of the park."""
    return one(f"岚江高新区有效高企数达{number}家。", f"{number}家", FIRMS, period=period, id=id, **fields)


def money(amount: str, id: str = "a", indicator: str = "税收收入", **fields: Any) -> Article:
    """An article that tells an amount of money."""
    return one(f"岚江高新区实现{indicator}{amount}。", amount, indicator, id=id, **fields)


def values(conflict: Conflict) -> list[str]:
    return [side.evidence.text for side in conflict.sides]


def the_conflict(found: Judgement) -> Conflict:
    (conflict,) = found.conflicts
    return conflict


# -- what contradicts -----------------------------------------------------------------------------


def test_a_stock_in_the_middle_of_a_year_and_another_for_the_year_conflict_by_their_dates() -> None:
    articles = firms(1211, "@2024", "a"), firms(903, "2024", "b")

    for order in itertools.permutations(articles):
        conflict = the_conflict(judged(*order))
        assert (values(conflict), conflict.cause) == (["1211家", "903家"], "date")
        assert (conflict.subject, conflict.indicator) == (PARK, FIRMS)


@pytest.mark.parametrize(
    ("one_period", "other_period", "conflicts"),
    [
        ("@2024-03", "@2024-08", True),
        ("@2024-03", "@2024-12", False),
        ("@2023-11", "@2024-02", True),
        ("@2023", "2024", False),
        ("2023", "2024", False),
        (None, "2024", False),
    ],
)
def test_a_stock_is_held_to_its_value_for_six_months(
    one_period: str | None, other_period: str, conflicts: bool
) -> None:
    found = judged(
        one("高企1211家。", "1211家", FIRMS, period=one_period, id="a"), firms(903, other_period, "b")
    )

    assert bool(found.conflicts) is conflicts


def test_a_stock_that_has_grown_a_little_from_one_date_to_the_next_is_no_conflict() -> None:
    assert not judged(firms(1100, "@2024-03", "a"), firms(1150, "@2024-08", "b")).conflicts
    assert judged(firms(1150, "@2024-03", "a"), firms(1100, "@2024-08", "b")).conflicts


def test_two_amounts_of_one_year_conflict_and_nobody_knows_why() -> None:
    conflict = the_conflict(judged(money("46.6亿元", "a"), money("58.2亿元", "b")))

    assert (values(conflict), conflict.cause) == (["46.6亿元", "58.2亿元"], "unknown")


@pytest.mark.parametrize(
    ("amount", "other", "cause"),
    [
        ("46.63亿元", "46.63万元", "unit"),
        ("4663万元", "46.63亿元", "unit"),
        ("46.6亿元", "466亿元", "unit"),
        ("46.6亿元", "47.2亿元", "preliminary"),  # nobody knows which was told first
        ("5亿元", "50亿元", "unknown"),  # one digit is alike by chance
    ],
)
def test_the_cause_is_told_from_the_two_values(amount: str, other: str, cause: str) -> None:
    assert the_conflict(judged(money(amount, "a"), money(other, "b"))).cause == cause


@pytest.mark.parametrize(
    ("fields", "cause"),
    [
        ({"scope": "全口径"}, "scope"),
        ({"basis": "到账"}, "basis"),
        ({"basis": "快报"}, "preliminary"),
    ],
)
def test_what_only_one_source_says_of_its_figure_is_the_likely_cause(
    fields: dict[str, str], cause: str
) -> None:
    found = judged(money("46.6亿元", "a", **fields), money("30.1亿元", "b"))

    assert the_conflict(found).cause == cause


def test_a_month_above_its_year_conflicts_for_one_of_them_is_a_running_total() -> None:
    found = judged(money("58亿元", "a", period="2024-06"), money("46.6亿元", "b", period="2024"))

    assert the_conflict(found).cause == "cumulative"


def test_growth_of_one_period_told_in_two_ways_conflicts() -> None:
    def growth(words: str, id: str) -> Article:
        fields = {"measure": "growth", "unit": "%"}
        return one(f"税收收入同比增长{words}。", words, "税收收入", id=id, **fields)

    assert the_conflict(judged(growth("6.3%", "a"), growth("9.1%", "b"))).measure == "growth"


# -- what does not --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("amount", "other"),
    [
        (("500亿元", {"bound": ">"}), ("551.89亿元", {})),
        (("46.6亿元", {}), ("46.63亿元", {})),
        (("47亿元", {}), ("46.63亿元", {})),
        (("46.63亿元", {}), ("466300万元", {})),
        (("50亿元", {"bound": "~"}), ("48.2亿元", {})),
        (("40亿元", {"bound": ">"}), ("50亿元", {"bound": "<"})),
    ],
)
def test_bounds_units_and_rounding_reconcile(
    amount: tuple[str, dict[str, Any]], other: tuple[str, dict[str, Any]]
) -> None:
    found = judged(money(amount[0], "a", **amount[1]), money(other[0], "b", **other[1]))

    assert not found.conflicts


@pytest.mark.parametrize(
    ("amount", "other"),
    [
        (("40亿元", {"bound": ">"}), ("39.6亿元", {})),
        (("50亿元", {"bound": "<"}), ("60亿元", {"bound": ">"})),
        (("12亿元", {}), ("13亿元", {})),
    ],
)
def test_bounds_and_rounding_reconcile_no_more_than_they_allow(
    amount: tuple[str, dict[str, Any]], other: tuple[str, dict[str, Any]]
) -> None:
    found = judged(money(amount[0], "a", **amount[1]), money(other[0], "b", **other[1]))

    assert found.conflicts


@pytest.mark.parametrize(
    "fields",
    [
        {"period": "2023"},
        {"period": "2024-06"},  # part of the year
        {"period": "2024-01/2024-06"},
        {"period": "@2024"},  # an event, or a running total
        {"period": None},
        {"status": "target"},
        {"status": "estimate"},
        {"indicator": "出口总额"},
        {"subject": "星河科创园"},
        {"measure": "increment"},
        {"scope": "亿元以上"},  # some of them
    ],
)
def test_what_differs_in_one_slot_is_another_thing(fields: dict[str, Any]) -> None:
    sentence = "岚江高新区实现税收收入30.1亿元。"
    other = one(sentence, "30.1亿元", **{"indicator": "税收收入", "id": "b", **fields})

    assert not judged(money("46.6亿元", "a"), other).conflicts


def test_two_limits_that_differ_are_two_things() -> None:
    found = judged(money("46.6亿元", "a", scope="全口径"), money("30.1亿元", "b", scope="地方"))

    assert not found.conflicts


def test_projects_signed_at_one_event_and_in_half_a_year_are_two_things() -> None:
    event = one("共计23个项目集中签约。", "23个", "签约项目数", period="@2024", id="a")
    half = one("上半年签约项目57个。", "57个", "签约项目数", period="2024-01/2024-06", id="b")
    quarter = one("三季度签约项目31个。", "31个", "签约项目数", period="2024-07/2024-09", id="c")

    assert not judged(event, half, quarter).conflicts


def test_the_year_so_far_is_part_of_the_year() -> None:
    so_far = one("今年以来，岚江高新区已签约项目62个。", "62个", "签约项目数", id="a")
    further = one("今年以来，岚江高新区已签约项目80个。", "80个", "签约项目数", id="b")
    year = one("2024年，岚江高新区签约项目149个。", "149个", "签约项目数", id="c")

    assert not judged(so_far, further, year).conflicts


def test_shares_in_two_wholes_are_two_shares() -> None:
    text = "岚江高新区整机产量占全国的{}%，占全球的{}%。"
    fields = {"measure": "share", "unit": "%"}
    first = Article("a", text.format(58.6, 20.1))
    first.states("58.6%", "整机产量", **fields).states("20.1%", "整机产量", **fields)
    second = one("岚江高新区整机产量占全国的比重达55%。", "55%", "整机产量", id="b", **fields)

    assert [values(each) for each in judged(first, second).conflicts] == [["58.6%", "55%"]]


def test_ranks_among_different_crowds_are_two_ranks() -> None:
    fields = {"measure": "rank", "unit": "名"}
    national = one(
        "岚江高新区在全国综合考评中列第31名。", "第31名", "综合考评", id="a", value=Decimal(31), **fields
    )
    provincial = one(
        "岚江高新区在全省综合考评中列第3名。", "第3名", "综合考评", id="b", value=Decimal(3), **fields
    )

    assert not judged(national, provincial).conflicts


def test_names_that_stand_for_one_of_many_are_never_in_conflict() -> None:
    found = judged(
        one("园区兑现3家企业的奖励。", "3家", "企业数", id="a"),
        one("园区有企业2300家。", "2300家", "企业数", id="b"),
    )

    assert not found.conflicts


def test_a_name_that_no_lexicon_knows_is_of_one_thing_where_values_nearly_agree() -> None:
    spaces = [one(f"车位{n}个。", f"{n}个", "车位数", id=id) for n, id in ((850, "a"), (910, "b"))]
    roads = [one(f"等{n}条道路交付。", f"{n}条", "道路交付数", id=id) for n, id in ((5, "a"), (18, "b"))]

    assert judged(*spaces).conflicts
    assert not judged(*roads).conflicts


# -- within one document --------------------------------------------------------------------------


def test_members_of_a_list_are_no_conflict() -> None:
    article = Article("a", "签约协会企业项目投资1510.02亿元；签约龙头企业项目投资297.13亿元。")
    article.states("1510.02亿元", "签约项目总投资").states("297.13亿元", "签约项目总投资")

    assert not judged(article).conflicts


def test_two_sentences_on_different_members_are_no_conflict() -> None:
    article = Article("a", "“免申即享”等5项专利获得授权。“碳账户”等2项专利获得授权。")
    article.states("5项", "专利授权量").states("2项", "专利授权量")

    assert not judged(article).conflicts


def test_two_totals_of_one_document_are_two_readings() -> None:
    article = Article("a", "有效高企总数达1211家。\n\n到年底，岚江高新区共有高新技术企业903家。")
    article.states("1211家", FIRMS).states("903家", FIRMS)

    assert values(the_conflict(judged(article))) == ["1211家", "903家"]


def test_digits_out_of_order_within_one_document_are_found() -> None:
    article = Article("a", "岚江高新区税收收入114.6亿元\n\n全年，岚江高新区税收收入116.4亿元。")
    article.states("114.6亿元", "税收收入").states("116.4亿元", "税收收入")

    assert the_conflict(judged(article)).cause == "unknown"


# -- who says it ----------------------------------------------------------------------------------


def test_a_reprint_is_no_side_of_its_own_but_its_value_is_in_dispute_too() -> None:
    articles = firms(1211, "@2024", "a"), firms(1211, "@2024", "b"), firms(903, "2024", "c")

    conflict = the_conflict(judged(*articles, reprints={"b": "a"}))

    assert [side.evidence.document for side in conflict.sides] == ["a", "c"]
    assert [echo.evidence.document for echo in conflict.echoes] == ["b"]


def test_a_value_of_a_reprint_is_in_dispute_though_profiles_count_it_once() -> None:
    articles = firms(1211, "@2024", "a"), firms(1211, "@2024", "b"), firms(903, "2024", "c")
    profiles = compiled(*articles, reprints={"b": "a"})
    (park,) = profiles.parks
    counted = [
        replace(series, points=tuple(each for each in series.points if each.evidence.document != "b"))
        for series in park.series
    ]
    once = replace(profiles, parks=(replace(park, series=tuple(counted)),))

    conflict = the_conflict(judge(once, INDICATORS))

    assert [echo.evidence.document for echo in conflict.echoes] == ["b"]


def test_a_value_told_twice_by_one_document_is_one_side() -> None:
    article = Article("a", "岚江高新区高企1211家\n\n有效高企数达1211家。")
    article.states("1211家", FIRMS, period="@2024").states("1211家", FIRMS, period="@2024")

    conflict = the_conflict(judged(article, firms(903, "2024", "b")))

    assert len(conflict.sides) == 2 and len(conflict.echoes) == 1


def test_three_sources_that_differ_are_one_conflict() -> None:
    found = judged(money("46.6亿元", "a"), money("58.2亿元", "b"), money("70.3亿元", "c"))

    assert values(the_conflict(found)) == ["46.6亿元", "58.2亿元", "70.3亿元"]


def test_an_id_hangs_on_what_the_conflict_is_about() -> None:
    two = judged(money("46.6亿元", "a"), money("58.2亿元", "b"))
    three = judged(money("46.6亿元", "a"), money("58.2亿元", "b"), money("70.3亿元", "c"))
    other_year = judged(money("46.6亿元", "a", period="2023"), money("58.2亿元", "b", period="2023"))

    assert two.conflicts[0].id == three.conflicts[0].id != other_year.conflicts[0].id


def test_ids_differ_where_two_conflicts_are_of_one_thing_and_time() -> None:
    articles = (
        money("46.6亿元", "a", scope="全口径"), money("58.2亿元", "b", scope="全口径"),
        money("20.1亿元", "c", scope="地方"), money("31.7亿元", "d", scope="地方"),
    )  # fmt: skip

    assert len({each.id for each in judged(*articles).conflicts}) == 2


def test_figures_of_no_park_conflict_with_nothing() -> None:
    def unplaced(amount: str, id: str) -> Article:
        return money(amount, id, park=None, subject="全国高新区")

    assert not judged(unplaced("46.6亿元", "a"), unplaced("58.2亿元", "b")).conflicts


# -- told again -----------------------------------------------------------------------------------


def retold(*articles: Article, **how: Any) -> list[tuple[str, list[str]]]:
    found = judged(*articles, **how)
    assert not found.conflicts
    return [(each.kind, [report.evidence.text for report in each.reports]) for each in found.retellings]


def test_the_same_value_from_two_documents_is_a_confirmation() -> None:
    assert retold(money("46.63亿元", "a"), money("46.6亿元", "b")) == [
        ("confirmation", ["46.63亿元", "46.6亿元"])
    ]


def test_neither_a_reprint_nor_a_bound_confirms() -> None:
    assert retold(money("46.6亿元", "a"), money("46.6亿元", "b"), reprints={"b": "a"}) == []
    assert retold(money("40亿元", "a", bound=">"), money("46.6亿元", "b")) == []


def test_a_later_report_that_differs_a_little_is_a_revision() -> None:
    first = money("46.6亿元", "b", published="2025-01-20")
    later = money("47.1亿元", "a", published="2025-03-02")

    assert retold(first, later) == [("revision", ["46.6亿元", "47.1亿元"])]


def test_an_estimate_is_revised_by_the_actual_value() -> None:
    estimate = money("46亿元", "a", published="2024-12-20", status="estimate")
    actual = money("47.1亿元", "b", published="2025-03-02")

    assert retold(estimate, actual) == [("revision", ["46亿元", "47.1亿元"])]


def test_a_later_report_that_differs_much_is_a_conflict() -> None:
    found = judged(
        money("46.6亿元", "a", published="2025-01-20"), money("58.2亿元", "b", published="2025-03-02")
    )

    assert found.conflicts and not found.retellings


# -- the money of a project -----------------------------------------------------------------------


def cost(amount: str, id: str, *, published: str | None = None, text: str = "{}项目总投资{}。") -> Article:
    """An article that tells what a project costs."""
    fields = {"period": None, "subject": "星河动力电池项目", "id": id, "published": published}
    return one(text.format("星河动力电池", amount), amount, "项目总投资", **fields)


def star(article: Article) -> ProjectMention:
    return factories.a_mention(article.document, "星河动力电池", id="m", name="星河动力电池项目", park=PARK)


def of_project(*articles: Article) -> Judgement:
    return judge(compiled(*articles, projects=(star(articles[0]),)), INDICATORS)


def test_two_costs_of_one_project_conflict_though_no_time_is_told() -> None:
    assert of_project(cost("50亿元", "a"), cost("80亿元", "b")).conflicts[0].cause == "unknown"
    near = of_project(
        cost("50亿元", "a", published="2024-03-01"), cost("80亿元", "b", published="2024-05-01")
    )
    assert near.conflicts[0].cause == "date"


def test_a_plan_told_anew_after_half_a_year_is_a_revision() -> None:
    found = of_project(
        cost("50亿元", "a", published="2023-03-01"), cost("80亿元", "b", published="2024-05-01")
    )

    assert not found.conflicts and [each.kind for each in found.retellings] == ["revision"]


def test_the_cost_of_a_phase_is_another_thing_than_that_of_the_whole() -> None:
    found = of_project(cost("50亿元", "a", text="{}项目一期总投资{}。"), cost("80亿元", "b"))

    assert not found.conflicts


def test_costs_of_a_parks_many_projects_are_no_conflict() -> None:
    found = judged(money("50亿元", "a", "项目总投资"), money("80亿元", "b", "项目总投资"))

    assert not found.conflicts
