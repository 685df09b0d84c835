"""The ledger, and the marks that lead to it from wherever a value in doubt is shown."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any, cast

import pytest

from core.blocks import Print
from core.model import Page, Settings
from pages import Beside, plan_pages
from pages.conflicts import ConflictLine, ConflictsView
from pages.home import HomeView
from pages.parks import ParkView
from pages.projects import ProjectView
from pages.views import Row, Value
from profiles import judge
from publish import Theme, check_site, publish
from tests import factories
from tests.compiling import PARK
from tests.judging import INDICATORS, Article, compiled, one

TEMPLATES = Theme(Path(__file__).parent.parent / "templates")
LEDGER = "conflicts/index.html"
FIRMS = "高新技术企业数"
STAR = "星河动力电池项目"


def summer() -> Article:
    text = (
        "截至2024年6月，岚江高新区有效高企数达1211家。\n\n2024年进出口总额862.4亿元，其中出口611.9亿元，"
        "进口205.5亿元。\n\n岚江高新区税收收入46.6亿元。\n\n星河动力电池项目总投资50亿元。"
    )
    article = Article("summer", text, published="2025-01-20")
    article.states("1211家", FIRMS, period="@2024-06").states("862.4亿元", "进出口总额")
    article.states("611.9亿元", "出口总额").states("205.5亿元", "进口总额").states("46.6亿元", "税收收入")
    return article.states("50亿元", "项目总投资", subject=STAR, period=None)


def winter() -> Article:
    text = (
        "2024年，岚江高新区有高新技术企业903家。\n\n固定资产投资175.1亿元，其中工业投资55.6亿元。"
        "\n\n税收收入47.1亿元。\n\n星河动力电池项目总投资80亿元。"
    )
    article = Article("winter", text, published="2025-02-10")
    article.states("903家", FIRMS).states("175.1亿元", "固定资产投资").states("55.6亿元", "工业投资")
    article.states("47.1亿元", "税收收入")
    return article.states("80亿元", "项目总投资", subject=STAR, period=None)


def planned(*articles: Article, **found: Any) -> list[Page | Print]:
    profiles = compiled(*articles, **found)
    beside = Beside(judge(profiles, INDICATORS))
    return list(plan_pages(profiles, (), Settings(), beside))


def by_url(planned: Iterable[Page | Print]) -> dict[str, Page]:
    return {page.url: page for page in planned if isinstance(page, Page)}


def pages_of(*articles: Article, **found: Any) -> dict[str, Page]:
    return by_url(planned(*articles, **found))


@pytest.fixture
def whole() -> list[Page | Print]:
    article = summer()
    cost = factories.investment_of(article.observations[-1])
    star = factories.a_mention(article.document, STAR, id="m", name=STAR, park=PARK, investment=cost)
    return planned(article, winter(), projects=(star,))


@pytest.fixture
def pages(whole: list[Page | Print]) -> dict[str, Page]:
    return by_url(whole)


def ledger(pages: dict[str, Page]) -> ConflictsView:
    return cast(ConflictsView, pages[LEDGER].view)


def conflicts(pages: dict[str, Page]) -> list[ConflictLine]:
    return [line for shelf in ledger(pages).conflicts for line in shelf.conflicts]


def park_rows(pages: dict[str, Page]) -> dict[str, Row]:
    view = next(page.view for page in pages.values() if isinstance(page.view, ParkView))
    return {row.values[0].text: row for group in view.own.groups for row in group.rows} if view.own else {}


def doubts(value: Value) -> list[tuple[str, list[str]]]:
    return [(doubt.word, [rival.text for rival in doubt.rivals]) for doubt in value.doubts]


# -- the ledger -----------------------------------------------------------------------------------


def test_both_values_stand_side_by_side_with_the_likely_cause(pages: dict[str, Page]) -> None:
    lines = [
        (line.indicator, [side.value.text for side in line.sides], line.cause) for line in conflicts(pages)
    ]

    assert lines == [
        (FIRMS, ["1211家", "903家"], "起因可能是：两个数的时点不同，其间数量有变化。"),
        ("项目总投资", ["50亿元", "80亿元"], "起因可能是：两篇报道的时间不同，其间计划可能有变。"),
    ]


def test_a_conflict_names_its_park_and_whom_it_is_about(pages: dict[str, Page]) -> None:
    assert [shelf.park and shelf.park.text for shelf in ledger(pages).conflicts] == [PARK]
    assert [line.subject for line in conflicts(pages)] == [None, STAR]


def test_each_side_quotes_the_clauses_around_its_number(pages: dict[str, Page]) -> None:
    line = conflicts(pages)[0]

    assert [side.excerpt for side in line.sides] == [
        "截至2024年6月，岚江高新区有效高企数达1211家",
        "2024年，岚江高新区有高新技术企业903家",
    ]


@pytest.mark.parametrize(
    ("fields", "cause"),
    [
        ({"scope": "全口径"}, "起因可能是：口径不同，一处写明“全口径”，另一处没有写明。"),
        ({"basis": "到账"}, "起因可能是：性质不同，一处写明“到账”，另一处没有写明。"),
        ({}, "起因不明：所说的时期和口径都相同，要对照原文核实。"),
    ],
)
def test_a_cause_names_what_only_one_source_says(fields: dict[str, str], cause: str) -> None:
    some = one("税收收入46.6亿元。", "46.6亿元", "税收收入", **fields)
    other = one("税收收入30.1亿元。", "30.1亿元", "税收收入", id="b")

    assert [line.cause for line in conflicts(pages_of(some, other))] == [cause]


def test_revisions_checks_and_counts_stand_below(pages: dict[str, Page]) -> None:
    view = ledger(pages)
    revised = [
        [told.value.text for told in line.reports] for shelf in view.revisions for line in shelf.revisions
    ]
    mistakes = [(line.working, line.kind) for shelf in view.mistakes for line in shelf.mistakes]
    agreed = [line.working for shelf in view.agreements for line in shelf.agreements]

    assert revised == [["46.6亿元", "47.1亿元"]]
    assert mistakes == [("611.9 + 205.5 ≠ 862.4", "部分与总体")]
    assert agreed == ["55.6 ≤ 175.1"]
    assert [count for _, count, _ in view.counts] == [2, 1, 1, 1, 0]


def test_a_site_without_conflicts_has_a_ledger_that_says_so(tmp_path: Path) -> None:
    empty = planned(one("税收收入46.6亿元。", "46.6亿元", "税收收入"))
    publish(empty, templates=TEMPLATES, output=tmp_path / "site", base_url=None)

    assert conflicts(by_url(empty)) == []
    assert "没有发现互相矛盾的数。" in (tmp_path / "site" / LEDGER).read_text("utf-8")


# -- marks ----------------------------------------------------------------------------------------


def test_a_value_in_dispute_carries_its_mark_and_the_other_value(pages: dict[str, Page]) -> None:
    rows = park_rows(pages)

    assert doubts(rows["1211家"].values[0]) == [("有出入", ["903家"])]
    assert doubts(rows["903家"].values[0]) == [("有出入", ["1211家"])]
    assert rows["903家"].values[0].doubts[0].url == f"{LEDGER}#{conflicts(pages)[0].id}"
    assert rows["903家"].values[0].doubts[0].told == (
        "另一处说是1211家（截至2024年6月，《云泽高新区去年交出成绩单》）"
    )


def test_a_value_that_a_check_does_not_bear_out_carries_the_working(pages: dict[str, Page]) -> None:
    (doubt,) = park_rows(pages)["862.4亿元"].values[0].doubts

    assert (doubt.word, doubt.working) == ("核算不符", "611.9 + 205.5 ≠ 862.4")


def test_of_two_reports_the_earlier_is_marked_as_revised(pages: dict[str, Page]) -> None:
    rows = park_rows(pages)

    assert doubts(rows["46.6亿元"].values[0]) == [("已修订", ["47.1亿元"])]
    assert doubts(rows["47.1亿元"].values[0]) == []


def test_a_headline_shows_the_value_that_holds(pages: dict[str, Page]) -> None:
    view = next(page.view for page in pages.values() if isinstance(page.view, ParkView))

    assert "47.1亿元" in [each.value.text for each in view.headlines]
    assert "46.6亿元" not in [each.value.text for each in view.headlines]


def test_the_cost_of_a_project_carries_its_mark_on_the_projects_page(pages: dict[str, Page]) -> None:
    view = next(page.view for page in pages.values() if isinstance(page.view, ProjectView))

    assert view.investment is not None
    assert doubts(view.investment) == [("有出入", ["80亿元"])]


def test_a_derived_value_stands_in_the_row_of_its_part_with_its_working(pages: dict[str, Page]) -> None:
    row = park_rows(pages)["55.6亿元"]

    assert [(each.text, each.working) for each in row.derived] == [
        ("占固定资产投资的31.8%", "55.6 ÷ 175.1 ≈ 31.8%")
    ]


def test_the_first_page_lists_conflicts_only_where_there_are_any(pages: dict[str, Page]) -> None:
    home = cast(HomeView, pages["index.html"].view)
    empty = pages_of(one("税收收入46.6亿元。", "46.6亿元", "税收收入"))

    assert [line.indicator for _, line in home.conflicts] == [FIRMS, "项目总投资"]
    assert home.more_conflicts == 0
    assert cast(HomeView, empty["index.html"].view).conflicts == ()


# -- the built site -------------------------------------------------------------------------------


@pytest.fixture
def site(tmp_path: Path, whole: list[Page | Print]) -> Path:
    publish(whole, templates=TEMPLATES, output=tmp_path / "site", base_url=None)
    return tmp_path / "site"


def test_a_site_with_doubts_passes_its_own_check(site: Path) -> None:
    assert check_site(site) == []


MARK = re.compile(r' <a class="doubt" data-doubt="(?P<fact>[^"]+)"[^>]*>(?P<word>[^<]+)</a>')


def pages_with_marks(site: Path) -> list[Path]:
    found = [path for path in site.rglob("*.html") if MARK.search(path.read_text("utf-8"))]
    return sorted(found)


def test_marks_stand_on_pages_of_parks_projects_sources_and_lists(site: Path) -> None:
    folders = {path.relative_to(site).parts[0] for path in pages_with_marks(site)}

    assert folders == {"index.html", "parks", "projects", "sources", "regions"}


def test_a_missing_mark_is_found_wherever_it_is_missing(site: Path) -> None:
    for path in pages_with_marks(site):
        whole = path.read_text("utf-8")
        for mark in MARK.finditer(whole):
            path.write_text(whole[: mark.start()] + whole[mark.end() :], "utf-8")
            found = [problem.what for problem in check_site(site)]
            assert any(f"fact {mark['fact']} " in what and "carries no mark" in what for what in found), path
        path.write_text(whole, "utf-8")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (">有出入</a>", "></a>"),  # a mark that nobody sees
        (f"{LEDGER}#conflict-", f"{LEDGER}#conflicts-"),  # a mark that leads elsewhere
    ],
)
def test_a_mark_must_be_words_that_lead_to_the_ledger(site: Path, old: str, new: str) -> None:
    park = next(
        path for path in pages_with_marks(site) if "parks" in path.parts and path.parent.name != "parks"
    )
    html = park.read_text("utf-8")
    assert old in html
    park.write_text(html.replace(old, new), "utf-8")

    assert any("carries no mark" in problem.what for problem in check_site(site))


def test_a_rival_without_a_link_to_the_ledger_is_a_value_that_stands_alone(site: Path) -> None:
    home = site / "index.html"
    html = home.read_text("utf-8")
    home.write_text(re.sub(r'<a class="doubt" href="[^"]+">对照</a>', "", html), "utf-8")

    assert any("carries no mark" in problem.what for problem in check_site(site))


def test_an_entry_that_is_missing_on_the_ledger_is_found(site: Path) -> None:
    path = site / LEDGER
    html = path.read_text("utf-8")
    id = re.search(r'<article class="ledger" id="(conflict-[^"]+)"', html)
    assert id is not None
    path.write_text(html.replace(f'class="ledger" id="{id[1]}"', 'class="ledger"'), "utf-8")

    assert any("a place that is not there" in problem.what for problem in check_site(site))
