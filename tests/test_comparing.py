"""Which figures of parks compare, how they stand, and what is said of those that do not."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import permutations
from typing import Any

import pytest

from core.amounts import base_unit, in_base_unit
from core.comparison import Comparison, IndicatorProfile
from core.judgement import Conflict
from core.lexicon import Indicator
from core.model import Observation, ParkProfile, Profiles, SourceProfile
from profiles import profile_indicators
from tests.factories import a_document, a_park, a_park_entry, an_observation, facts_of, profiles_of

LEXICON = (
    Indicator("地区生产总值", en="Gross regional product", unit="money", flow=True),
    Indicator("高新技术企业数", en="High-tech enterprises", unit="count", flow=False),
    Indicator("规上工业总产值", en="Gross output", unit="money", flow=True),
)
PLACES = {"yunze": "云泽高新区", "lanjiang": "岚江经开区", "qingting": "青汀高新区"}


def said(park: str, words: str, /, **changes: Any) -> Observation:
    """A figure of a park for 2024, in a document of its own."""
    name = PLACES[park]
    period = changes.get("period", "2024")
    document = a_document(f"{name}{words}。", id=f"{park}-{words}-{period}")
    return an_observation(document, words, **{"subject": name, "park": name, **changes})


def park_of(park: str, observations: Sequence[Observation], **changes: Any) -> ParkProfile:
    return a_park(
        observations, **{"id": park, "name": PLACES[park], "entry": a_park_entry(id=park), **changes}
    )


def profiles_with(
    *observations: Observation, published: str | None = "2025-02-18", **changes: Any
) -> Profiles:
    """The parks that the figures are about; `changes` to a park by its id."""
    parks = tuple(
        park_of(park, [each for each in observations if each.subject == name], **changes.get(park, {}))
        for park, name in PLACES.items()
        if any(each.subject == name for each in observations)
    )
    documents = {each.evidence.document: each for each in observations}
    sources = (
        SourceProfile(document, facts_of(document, [each]))
        for each in documents.values()
        for document in [a_document("没有数字。", id=each.evidence.document, published=published)]
    )
    return profiles_of(*sources, parks=parks)


def indicators_of(*observations: Observation, **changes: Any) -> tuple[IndicatorProfile, ...]:
    return profile_indicators(profiles_with(*observations, **changes), LEXICON)


def compared(*observations: Observation, **changes: Any) -> Comparison:
    """The one comparison that the figures give."""
    (indicator,) = indicators_of(*observations, **changes)
    (comparison,) = indicator.comparisons
    return comparison


def standing(comparison: Comparison) -> list[tuple[int, str]]:
    return [(each.place, each.park) for each in comparison.standings]


def reasons(comparison: Comparison) -> dict[str, tuple[str, ...]]:
    return {each.park: each.differences for each in comparison.apart}


YUNZE, LANJIANG = said("yunze", "612.5亿元"), said("lanjiang", "438.6亿元")


# -- what does not compare ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"period": "2023"}, ("period",)),
        ({"period": "2024-01/2024-09"}, ("period",)),
        ({"period": "2024-12"}, ("period",)),
        ({"period": "2025", "status": "target"}, ("target", "period")),
        ({"status": "target"}, ("target",)),
        ({"status": "estimate", "basis": "预计"}, ("estimate",)),
        ({"period": None}, ("undated",)),
        ({"scope": "全口径"}, ("coverage",)),
        ({"basis": "协议"}, ("coverage",)),
        ({"unit": "亿美元"}, ("unit",)),
        ({"unit": "亿美元", "scope": "核心区", "period": "2022"}, ("unit", "coverage", "period")),
    ],
)
def test_a_figure_that_differs_is_told_apart_with_all_that_differs(
    changes: dict[str, Any], expected: tuple[str, ...]
) -> None:
    odd = said("qingting", "298.3亿元", **changes)

    comparison = compared(YUNZE, LANJIANG, odd)

    assert standing(comparison) == [(1, "yunze"), (2, "lanjiang")]
    assert reasons(comparison) == {"qingting": expected}
    assert comparison.apart[0].observations == (odd,)


def test_a_year_and_its_first_nine_months_never_rank() -> None:
    comparison = compared(YUNZE, said("lanjiang", "438.6亿元", period="2024-01/2024-09"))

    assert [each.park for each in comparison.standings] == ["yunze"]
    assert reasons(comparison) == {"lanjiang": ("period",)}


def test_a_year_that_was_not_over_when_the_article_was_written_does_not_compare() -> None:
    comparison = compared(YUNZE, LANJIANG, published="2024-11-02")

    assert comparison.standings == ()
    assert reasons(comparison) == {"yunze": ("unfinished",), "lanjiang": ("unfinished",)}


def test_an_article_without_a_date_is_taken_at_its_word() -> None:
    assert len(compared(YUNZE, LANJIANG, published=None).standings) == 2


def test_a_flow_up_to_a_day_does_not_compare_but_a_stock_of_that_day_does() -> None:
    flow = compared(*(said(park, "30亿元", period="@2024-12") for park in ("yunze", "lanjiang")))
    stocks = (
        said(park, words, period="@2024-12", indicator="高新技术企业数")
        for park, words in (("yunze", "318家"), ("lanjiang", "204家"))
    )

    assert reasons(flow) == {"yunze": ("span",), "lanjiang": ("span",)}
    assert standing(compared(*stocks)) == [(1, "yunze"), (2, "lanjiang")]


def test_a_sum_since_nobody_knows_when_does_not_compare() -> None:
    sums = [said(park, "30亿元", basis="累计") for park in ("yunze", "lanjiang")]
    ranges = [said(park, "30亿元", basis="累计", period="2021/2024") for park in ("yunze", "lanjiang")]

    assert compared(*sums).standings == ()
    assert len(compared(*ranges).standings) == 2


def test_a_city_is_no_development_zone() -> None:
    territory = {"entry": None, "kind": "其他"}

    comparison = compared(YUNZE, LANJIANG, said("qingting", "9000亿元"), qingting=territory)

    assert standing(comparison) == [(1, "yunze"), (2, "lanjiang")]
    assert reasons(comparison) == {"qingting": ("territory",)}


def test_a_park_whose_sources_contradict_each_other_takes_no_place_and_shows_both() -> None:
    sides = (said("qingting", "298.3亿元"), said("qingting", "320亿元"))

    comparison = compared(YUNZE, LANJIANG, *sides)

    assert reasons(comparison) == {"qingting": ("disputed",)}
    assert set(comparison.apart[0].observations) == set(sides)


def test_a_side_of_a_conflict_takes_no_place_though_its_period_is_its_own() -> None:
    one, other = said("yunze", "318家", indicator="高新技术企业数"), LANJIANG
    later = said("yunze", "402家", indicator="高新技术企业数", period="@2024-06")
    rival = said("lanjiang", "204家", indicator="高新技术企业数")
    conflict = Conflict("c", "yunze", "云泽高新区", "高新技术企业数", "level", (one, later), "unknown")

    found = profile_indicators(profiles_with(one, later, rival, other), LEXICON, [conflict])
    (comparison,) = next(each for each in found if each.name == "高新技术企业数").comparisons

    assert [each.park for each in comparison.standings] == ["lanjiang"]
    assert comparison.apart[0].observations == (one, later)
    assert "disputed" in comparison.apart[0].differences


def test_gaps_compare_with_nothing() -> None:
    (indicator,) = indicators_of(
        *(said(park, "2%", measure="gap", unit="个百分点") for park in ("yunze", "lanjiang"))
    )

    assert indicator.comparisons == ()


def test_figures_of_what_lies_in_a_park_are_not_the_parks() -> None:
    inside = said("yunze", "12亿元", subject="云泽数字港")
    park = park_of("yunze", [inside])

    assert profile_indicators(profiles_of(parks=(park,)), LEXICON) == ()


# -- what compares --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "changes"),
    [
        ("4386000万元", {}),
        ("438.6亿", {}),
        ("438.6亿元", {"period": "2024-01/2024-12"}),
        ("438.6亿元", {"scope": "生产总值"}),  # says nothing that the name does not say
    ],
)
def test_what_only_looks_different_compares(words: str, changes: dict[str, Any]) -> None:
    assert standing(compared(YUNZE, said("lanjiang", words, **changes))) == [(1, "yunze"), (2, "lanjiang")]


def test_counts_by_another_classifier_are_counts_and_batches_are_not() -> None:
    def of(unit: str) -> Comparison:
        named = {"indicator": "审批事项数", "period": "@2024-12"}
        return compared(said("yunze", "41项", **named), said("lanjiang", f"28{unit}", **named))

    assert len(of("个").standings) == 2
    assert reasons(of("人次")) in ({"lanjiang": ("unit",)}, {"yunze": ("unit",)})


def test_equal_values_share_a_place_and_the_next_one_counts_them() -> None:
    comparison = compared(
        said("yunze", "300亿元"), said("lanjiang", "3000000万元"), said("qingting", "298.3亿元")
    )

    assert standing(comparison) == [(1, "yunze"), (1, "lanjiang"), (3, "qingting")]


def test_the_order_of_what_is_read_makes_no_difference() -> None:
    figures = (YUNZE, LANJIANG, said("qingting", "298.3亿元", period="2023"), said("qingting", "270亿元"))

    expected = compared(*figures)
    assert standing(expected) == [(1, "yunze"), (2, "lanjiang"), (3, "qingting")]
    for found in permutations(figures):
        assert compared(*found) == expected


def test_ranks_stand_from_the_first_to_the_last() -> None:
    ranked = {"measure": "rank", "unit": "名", "indicator": "综合考评排名"}
    comparison = compared(
        said("yunze", "第12名", value=Decimal(12), **ranked),
        said("lanjiang", "第7名", value=Decimal(7), **ranked),
    )

    assert standing(comparison) == [(1, "lanjiang"), (2, "yunze")]


def test_reports_that_agree_but_for_rounding_and_bounds_are_one_figure_the_finest() -> None:
    vague = said("yunze", "600亿元", bound=">")
    rounded = said("yunze", "613亿元")

    comparison = compared(YUNZE, vague, rounded, LANJIANG)

    assert comparison.standings[0].observation == YUNZE


def test_above_500_and_above_600_do_not_contradict_each_other() -> None:
    bounds = [said("yunze", f"{number}亿元", bound=">") for number in (500, 600)]

    comparison = compared(*bounds, LANJIANG)

    assert comparison.standings[0].observation == bounds[1]


def test_each_period_that_two_parks_share_is_a_comparison_the_newest_first() -> None:
    older = [
        said(park, words, period="2023") for park, words in (("yunze", "570亿元"), ("lanjiang", "410亿元"))
    ]
    (indicator,) = indicators_of(YUNZE, LANJIANG, *older, said("qingting", "298.3亿元", period="2022"))

    assert [each.period for each in indicator.comparisons] == ["2024", "2023"]
    assert len({each.id for each in indicator.comparisons}) == 2
    assert [reasons(each) for each in indicator.comparisons] == [{"qingting": ("period",)}] * 2


def test_where_no_two_compare_the_newest_is_what_the_others_are_told_apart_from() -> None:
    comparison = compared(said("yunze", "570亿元", period="2023"), LANJIANG)

    assert (comparison.period, [each.park for each in comparison.standings]) == ("2024", ["lanjiang"])


def test_where_nothing_could_compare_there_is_no_period() -> None:
    comparison = compared(*(said(park, "9亿元", status="target") for park in ("yunze", "lanjiang")))

    assert (comparison.period, comparison.unit, comparison.standings) == (None, None, ())


def test_the_figure_that_comes_nearest_is_shown() -> None:
    near, far = (
        said("qingting", "290亿元", period="2023"),
        said("qingting", "9亿元", period="2021", scope="核心区"),
    )

    comparison = compared(YUNZE, LANJIANG, far, near)

    assert comparison.apart[0].observations == (near,)


# -- indicators -----------------------------------------------------------------------------------


def test_indicators_of_the_lexicon_come_first_and_keep_their_ids_whatever_articles_name() -> None:
    free = said("yunze", "9亿元", indicator="地区 生产总值")  # sounds the same
    found = indicators_of(free, YUNZE, said("lanjiang", "5家", indicator="高新技术企业数"))

    assert [each.name for each in found] == ["地区生产总值", "高新技术企业数", "地区 生产总值"]
    assert found[0].id == "di-qu-sheng-chan-zong-zhi"
    assert found[2].id.startswith("di-qu-sheng-chan-zong-zhi-")
    assert (found[0].entry, found[2].entry) == (LEXICON[0], None)
    assert found[0].reports == (("yunze", (YUNZE,)),)


# -- units ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("unit", "expected"),
    [
        ("亿元", ("元", 10**8)),
        ("万亿元", ("元", 10**12)),
        ("亿", ("元", 10**8)),
        ("亿元人民币", ("元", 10**8)),
        ("千万美元", ("美元", 10**7)),
        ("万家", ("个", 10**4)),
        ("平方公里", ("平方米", 10**6)),
        ("万平方米", ("平方米", 10**4)),
        ("公顷", ("平方米", 10**4)),
        ("百分点", ("个百分点", 1)),
        ("千瓦时", ("千瓦时", 1)),
        ("万千瓦", ("千瓦", 10**4)),
        ("人次", ("人次", 1)),
        ("％", ("%", 1)),
        ("", ("", 1)),
    ],
)
def test_units_are_made_alike(unit: str, expected: tuple[str, int]) -> None:
    name, factor = expected
    assert base_unit(unit) == (name, Decimal(factor))


def test_a_value_in_its_base_unit_is_exact() -> None:
    assert in_base_unit(said("yunze", "612.5亿元")) == Decimal(61_250_000_000)
