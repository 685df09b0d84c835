"""Which pages there are and what each shows, before any template sees it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast

from msgspec import Struct
from msgspec.structs import replace

from core.model import Accuracy, Page, Profiles, Scores, Settings, SourceProfile
from pages import Beside, plan_pages
from pages.home import HomeView
from pages.method import AccuracyView, MethodView, Occasion, ScoreRow
from pages.parks import ParkView
from pages.projects import ProjectView
from pages.views import Row, Statement, Table, Value
from profiles import judge
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
    pages = plan_pages(profiles, charts, settings or Settings(), Beside(judge(profiles)))
    return {page.url: page.view for page in pages if isinstance(page, Page)}


def park_view(profiles: Profiles) -> ParkView:
    return cast(ParkView, views_of(profiles)["parks/yunze/index.html"])


def rows_of(table: Table | None) -> list[Row]:
    return [row for group in table.groups for row in group.rows] if table else []


def texts(values: Iterable[Value]) -> list[str]:
    return [value.text for value in values]


def test_every_kind_of_page_is_planned_once() -> None:
    urls = [page.url for page in plan_pages(sample_profiles(), (), Settings())]

    assert len(urls) == len(set(urls))
    assert {
        "index.html",
        "parks/index.html",
        "parks/yunze/index.html",
        "parks/yunze/investment.html",
        "parks/yunze/policy.html",
        "projects/index.html",
        "projects/languang.html",
        "policies/index.html",
        "industries/index.html",
        "companies/index.html",
        "honours/index.html",
        "timeline/index.html",
        "promises/index.html",
        "compare/index.html",
        "indicators/index.html",
        "regions/index.html",
        "sources/index.html",
        "sources/yunze-2024.html",
        "conflicts/index.html",
        "search/index.html",
        "method/index.html",
        "404.html",
    } <= set(urls)


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


def rows_from(text: str, *figures: tuple[str, dict[str, object]]) -> list[Row]:
    document = a_document(text)
    found = [an_observation(document, words, indicator="税收收入", **fields) for words, fields in figures]
    profiles = profiles_of(SourceProfile(document, facts_of(document, found)), parks=(a_park(found),))
    return rows_of(park_view(profiles).own)


def test_a_growth_shares_the_row_of_its_level_though_only_the_level_says_its_scope() -> None:
    (row,) = rows_from(
        "2024年全口径税收46亿元，增长38%。",
        ("38%", {"measure": "growth"}),
        ("46亿元", {"scope": "全口径"}),
    )

    assert (texts(row.values), row.notes) == (["46亿元", "增长38%"], ("全口径",))


def test_figures_of_two_scopes_stand_in_two_rows() -> None:
    rows = rows_from(
        "2024年全口径税收46亿元，地方口径增长38%。",
        ("38%", {"measure": "growth", "scope": "地方口径"}),
        ("46亿元", {"scope": "全口径"}),
    )

    assert sorted(row.notes for row in rows) == [("全口径",), ("地方口径",)]


def test_a_growth_of_another_sentence_takes_no_scope_from_a_level() -> None:
    rows = rows_from(
        "2024年全口径税收46亿元。税收增长38%。",
        ("38%", {"measure": "growth"}),
        ("46亿元", {"scope": "全口径"}),
    )

    assert [(texts(row.values), row.notes) for row in rows] == [
        (["增长38%"], ()),
        (["46亿元"], ("全口径",)),
    ]


def test_two_levels_of_one_period_stand_in_two_rows_each_with_its_own_growth() -> None:
    rows = rows_from(
        "2024年税收46亿元，增长38%。另一处税收48亿元，增长40%。",
        ("40%", {"measure": "growth"}),
        ("38%", {"measure": "growth"}),
        ("46亿元", {}),
        ("48亿元", {}),
    )

    assert [texts(row.values) for row in rows] == [["46亿元", "增长38%"], ["48亿元", "增长40%"]]


def test_a_word_that_the_status_or_the_indicator_says_is_not_said_twice() -> None:
    (row,) = rows_from(
        "预计税收46亿元。", ("46亿元", {"status": "estimate", "basis": "预计", "scope": "税收"})
    )

    assert (row.values[0].status_word, row.notes) == ("预计", ())


def test_the_table_beside_a_chart_keeps_its_order() -> None:
    document = a_document()
    growth = an_observation(document, "6.3%", measure="growth")
    level = an_observation(document)
    profiles = profiles_of(
        SourceProfile(document, facts_of(document, [level, growth])), parks=(a_park([level, growth]),)
    )
    charts = (a_chart((growth, level)),)

    pages = {page.url: page for page in plan_pages(profiles, charts, Settings())}
    (drawing,) = cast(ParkView, cast(Page, pages["parks/yunze/index.html"]).view).drawings

    assert texts(row.value for row in drawing.rows if row.value) == ["增长6.3%", "1135.1亿元"]


def test_every_row_names_its_source_by_the_number_it_has_at_the_foot_of_the_page() -> None:
    old, new = a_document(id="old", published="2023-01-01"), a_document(id="new", title="新的一篇")
    figures = [an_observation(old, period="2022"), an_observation(new)]
    sources = [
        SourceProfile(each, facts_of(each, [figure]))
        for each, figure in zip((old, new), figures, strict=True)
    ]
    park = replace(a_park(figures), documents=("new", "old"))

    view = park_view(profiles_of(*sources, parks=(park,)))

    assert [row.source.number for row in rows_of(view.own)] == [1, 2]
    assert [(each.reference.number, each.citation.url) for each in view.sources] == [
        (1, "sources/new.html"),
        (2, "sources/old.html"),
    ]
    assert "新的一篇" in view.sources[0].reference.title


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
    elsewhere += [row.value.anchor for each in view.drawings for row in each.rows if row.value]

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


def of_one_article(text: str, **figures: str) -> Profiles:
    """A park and one article: its figures by indicator, as printed."""
    document = a_document(text)
    told = [an_observation(document, words, indicator=name) for name, words in figures.items()]
    return profiles_of(SourceProfile(document, facts_of(document, told)), parks=(a_park(told),))


def test_headlines_put_money_before_counts_and_slight_counts_last() -> None:
    text = "设部门13个，签约项目26个，签约总额114亿元，平台营收40亿元，地区生产总值900亿元。"
    profiles = of_one_article(
        text,
        部门数="13个",
        签约项目数="26个",
        平台营业收入="40亿元",
        签约项目总投资="114亿元",
        地区生产总值="900亿元",
    )
    said = [each.indicator for each in park_view(profiles).headlines]

    assert said == ["地区生产总值", "签约项目总投资", "平台营业收入", "签约项目数"]


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

    assert [step.name for step in view.ladder if step.state == "reached"] == ["签约", "开工"]
    assert [step.name for step in view.ladder if step.state == "implied"] == ["洽谈", "落户"]
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
    assert [park.line.name for park in view.parks] == [PARK]


def test_the_first_page_tells_what_the_newest_document_brought() -> None:
    text = "设部门13个，地区生产总值900亿元。"
    full = of_one_article(text, 部门数="13个", 地区生产总值="900亿元")
    (news,) = cast(HomeView, views_of(full)["index.html"]).news

    assert news.figure is not None
    assert (news.subject, news.figure.value.text, news.source.figures) == (None, "900亿元", 2)


def test_the_first_page_boasts_with_no_slight_count() -> None:
    home = cast(HomeView, views_of(of_one_article("设部门13个。", 部门数="13个"))["index.html"])

    assert [park.figure for park in home.parks] == [None]
    assert [news.figure for news in home.news] == [None]


def test_every_page_says_as_of_when() -> None:
    for view in views_of(sample_profiles()).values():
        assert cast(HomeView, view).site.as_of.text == "2025年2月18日"


def test_a_date_taken_from_the_newest_document_is_told_from_a_stated_one() -> None:
    document = a_document(published=None)
    profiles = profiles_of(SourceProfile(document, facts_of(document)))

    taken = cast(HomeView, views_of(profiles)["index.html"]).site
    stated = cast(HomeView, views_of(profiles, Settings(as_of="2025-02-28"))["index.html"]).site

    assert (taken.as_of_is_stated, taken.undated) == (False, 1)
    assert (stated.as_of_is_stated, stated.as_of.text) == (True, "2025年2月28日")


def test_the_first_page_shows_parks_that_a_document_speaks_of_and_counts_the_others() -> None:
    silent = replace(a_park(), id="silent", name="静水高新区", documents=())
    profiles = sample_profiles()

    view = cast(HomeView, views_of(replace(profiles, parks=(silent, *profiles.parks)))["index.html"])

    assert [park.line.name for park in view.parks] == [PARK]
    assert view.more_parks == 1


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


# -- method ---------------------------------------------------------------------------------------


def accuracy_view(accuracy: Accuracy | None) -> AccuracyView | None:
    (view,) = [
        page.view
        for page in plan_pages(profiles_of(), (), Settings(), Beside(accuracy=accuracy))
        if isinstance(page, Page) and page.title == "方法"
    ]
    return cast(MethodView, view).accuracy


def test_the_method_page_of_what_was_not_measured_gives_no_scores() -> None:
    assert accuracy_view(None) is None


def test_the_method_page_gives_the_scores_as_measured() -> None:
    first = Scores(documents=12, figures=188, f1={"parks": 0.783})
    now = Scores(documents=12, figures=188, f1={"parks": 0.9565}, slots={"indicator": 1.0})

    view = accuracy_view(
        Accuracy(agreement={"observations found": 0.9}, first={"dev": first}, now={"dev": now})
    )

    assert view is not None and view.agreement == ("0.90",)
    assert view.kinds.occasions == (Occasion("首次", ("报刊",)), Occasion("现在", ("报刊",)))
    rows = {row.label: row.scores for group in view.kinds.groups for row in group.rows}
    assert (rows["数字"], rows["园区"], rows["项目"]) == (("188", "188"), ("0.783", "0.957"), ("—", "—"))


def test_a_set_whose_slots_were_not_measured_has_no_column_among_slots() -> None:
    first = Scores(documents=12, figures=188, f1={"parks": 0.783})
    now = Scores(documents=12, figures=188, f1={"parks": 0.957}, slots={"indicator": 1.0})

    view = accuracy_view(Accuracy(agreement={}, first={"dev": first}, now={"dev": now}))

    assert view is not None and view.slots.occasions == (Occasion("现在", ("报刊",)),)
    assert ScoreRow("指标", ("1.000",)) in view.slots.groups[0].rows
