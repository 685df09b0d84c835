"""Which pages there are and what each shows, before any template sees it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast

from msgspec import Struct
from msgspec.structs import replace

from core.model import Profiles, Settings, SourceProfile
from pages import plan_pages
from pages.home import HomeView
from pages.parks import ParkView
from pages.projects import ProjectView
from pages.views import Row, Statement, Table, Value
from tests.factories import (
    PARK,
    a_chart,
    a_document,
    a_mention,
    a_park,
    a_park_entry,
    a_project,
    an_observation,
    evidence_of,
    facts_of,
    investment_of,
    profiles_of,
    sample_profiles,
)


def views_of(profiles: Profiles, settings: Settings | None = None) -> dict[str, Struct]:
    charts = [a_chart(park.series[0].points) for park in profiles.parks[:1] if park.series]
    return {page.url: page.view for page in plan_pages(profiles, charts, settings or Settings())}


def park_view(profiles: Profiles) -> ParkView:
    return cast(ParkView, views_of(profiles)["parks/yunze/index.html"])


def rows_of(table: Table | None) -> list[Row]:
    return [row for group in table.groups for row in group.rows] if table else []


def texts(values: Iterable[Value]) -> list[str]:
    return [value.text for value in values]


def test_every_kind_of_page_is_planned_once() -> None:
    assert list(views_of(sample_profiles())) == [
        "index.html",
        "parks/index.html",
        "parks/yunze/index.html",
        "projects/index.html",
        "projects/languang.html",
        "sources/index.html",
        "sources/yunze-2024.html",
        "method/index.html",
        "404.html",
    ]


def test_a_site_of_nothing_still_has_its_pages() -> None:
    urls = [page.url for page in plan_pages(profiles_of(as_of=None), (), Settings())]

    assert "index.html" in urls and "404.html" in urls


# -- parks ----------------------------------------------------------------------------------------


def test_values_that_one_document_gives_for_one_period_share_a_row() -> None:
    rows = rows_of(park_view(sample_profiles()).own)

    assert [(row.indicator, row.period.text, texts(row.values)) for row in rows] == [
        ("地区生产总值", "2024年", ["1135.1亿元", "增长6.3%"]),
        ("地区生产总值", "2025年", ["突破1200亿元"]),
        ("签约项目总投资", "2024年", ["超332亿元"]),
    ]


def test_a_target_says_that_it_is_one_and_stands_after_what_was_reached() -> None:
    reached, goal, _ = rows_of(park_view(sample_profiles()).own)

    assert [reached.status, reached.values[0].status_word] == ["actual", None]
    assert [goal.status, goal.values[0].status_word] == ["target", "目标"]


def test_figures_of_a_project_stand_on_its_page_and_not_among_those_of_the_park() -> None:
    views = views_of(sample_profiles())
    park = cast(ParkView, views["parks/yunze/index.html"])
    project = cast(ProjectView, views["projects/languang.html"])

    assert park.inside is None
    assert [texts(row.values) for row in rows_of(project.figures)] == [["50亿元"]]


def test_figures_of_what_lies_in_a_park_stand_apart_under_its_name() -> None:
    document = a_document()
    of_harbour = an_observation(document, "332亿元", subject="云泽创新港")
    profiles = profiles_of(
        SourceProfile(document, facts_of(document, [of_harbour])), parks=(a_park([of_harbour]),)
    )

    view = park_view(profiles)

    assert view.own is None
    assert view.inside is not None
    assert [group.heading for group in view.inside.groups] == ["云泽创新港"]


def test_scope_and_basis_travel_with_the_value() -> None:
    document = a_document()
    figure = an_observation(document, scope="规上", basis="快报")
    profiles = profiles_of(SourceProfile(document, facts_of(document, [figure])), parks=(a_park([figure]),))

    assert rows_of(park_view(profiles).own)[0].notes == ("规上", "快报")


def test_a_value_has_its_anchor_at_one_place_only() -> None:
    view = park_view(sample_profiles())

    in_table = [value.anchor for row in rows_of(view.own) for value in row.values]
    elsewhere = [each.value.anchor for each in view.headlines]
    elsewhere += [value.anchor for each in view.drawings for row in each.rows for value in row.values]

    assert None not in in_table
    assert len(set(in_table)) == len(in_table)
    assert elsewhere and set(elsewhere) == {None}


def test_headlines_are_actual_levels_of_the_newest_period() -> None:
    document = a_document("2023年地区生产总值1000亿元，2024年1100亿元，增长10%，2025年力争1200亿元。")
    old = an_observation(document, "1000亿元", period="2023")
    new = an_observation(document, "1100亿元", period="2024")
    growth = an_observation(document, "10%", period="2024", measure="growth")
    goal = an_observation(document, "1200亿元", period="2025", status="target")
    figures = [goal, old, growth, new]
    profiles = profiles_of(SourceProfile(document, facts_of(document, figures)), parks=(a_park(figures),))

    assert [each.value.text for each in park_view(profiles).headlines] == ["1100亿元"]


def identity_of(**fields: object) -> dict[str, Statement]:
    profiles = profiles_of(parks=(replace(a_park(), **fields),))
    return {line.label: line for line in park_view(profiles).identity}


def test_a_register_fact_carries_its_source_or_is_marked_unsourced() -> None:
    lines = identity_of()

    assert (lines["级别"].value, lines["级别"].source) == ("国家级", "开发区目录（2018年版）")
    assert (lines["批准时间"].value, lines["批准时间"].unsourced) == ("1994", True)


def test_what_nobody_states_is_unknown() -> None:
    lines = identity_of(entry=a_park_entry(level=None, approved=None), level=None)

    assert (lines["级别"].value, lines["级别"].unsourced) == (None, False)
    assert lines["批准时间"].value is None


def test_a_park_that_no_register_knows_says_so() -> None:
    view = park_view(profiles_of(parks=(a_park(entry=None),)))

    assert view.provisional
    assert [line.source for line in view.identity if line.value] == ["文章", "文章", "文章"]


# -- projects -------------------------------------------------------------------------------------


def test_a_project_stands_at_the_stage_that_its_newest_mention_tells() -> None:
    signed = a_document("澜光芯片项目签约云泽高新区。", id="signed", published="2023-05-01")
    started = a_document("澜光芯片项目开工。", id="started", published="2024-05-01")
    mentions = [a_mention(signed, stage="签约"), a_mention(started, stage="开工")]
    project = a_project(mentions)
    sources = [
        SourceProfile(document, facts_of(document, projects=(mention,)))
        for document, mention in zip((signed, started), mentions, strict=True)
    ]

    view = cast(ProjectView, views_of(profiles_of(*sources, projects=(project,)))["projects/languang.html"])

    assert [step.name for step in view.ladder if step.reached] == ["签约", "开工"]
    assert [step.name for step in view.ladder if step.latest] == ["开工"]
    assert [stage.url for stage in view.stages] == ["sources/signed.html#p0", "sources/started.html#p0"]


def test_the_investment_of_a_project_leads_to_its_sentence() -> None:
    view = cast(ProjectView, views_of(sample_profiles())["projects/languang.html"])

    assert view.investment is not None
    assert view.investment.text == "50亿元"
    assert view.investment.url.startswith("sources/yunze-2024.html#q")


# -- home -----------------------------------------------------------------------------------------


def test_the_first_page_counts_what_there_is() -> None:
    view = cast(HomeView, views_of(sample_profiles())["index.html"])

    assert [(label, count) for label, count, _ in view.counts] == [
        ("个园区", 1), ("个项目", 1), ("篇来源", 1), ("项数据", 5),
    ]  # fmt: skip
    assert [park.name for park in view.parks] == [PARK]


def test_every_page_says_as_of_when() -> None:
    for view in views_of(sample_profiles()).values():
        assert cast(HomeView, view).site.as_of.text == "2025年2月18日"


def test_an_investment_without_its_own_figure_is_left_out_rather_than_shown_unproved() -> None:
    document = a_document()
    cost = replace(investment_of(an_observation(document, "50亿元")), observation=None)
    mention = a_mention(document, investment=cost)
    profiles = profiles_of(
        SourceProfile(document, facts_of(document, projects=(mention,))), projects=(a_project([mention]),)
    )

    assert cast(ProjectView, views_of(profiles)["projects/languang.html"]).investment is None


def test_evidence_is_found_by_the_offset_of_its_first_character() -> None:
    document = a_document()

    assert evidence_of(document, "332亿元").text == "332亿元"
