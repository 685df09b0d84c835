"""What is told of a page to those who have not opened it: true, its own, and never from the clock."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

import pytest
from lxml import html
from msgspec.structs import replace

from core.blocks import Print
from core.model import Page, Settings, SourceProfile
from core.urls import resolve
from pages import plan_pages
from pages.descriptions import LONGEST, description
from pages.parks import ParkView
from pages.views import Doubt, View
from publish.numerals import digits
from tests.factories import (
    a_document,
    a_mention,
    a_park,
    a_project,
    an_observation,
    facts_of,
    investment_of,
    profiles_of,
)
from tests.golden import CONTENT, build_sample
from tests.test_publish import sample_pages

PARK = "parks/yunze/index.html"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("described") / "site"
    build_sample(CONTENT, folder)
    return folder


def pages_of(site: Path) -> dict[str, html.HtmlElement]:
    found = {path.relative_to(site).as_posix(): path for path in sorted(site.rglob("*.html"))}
    return {url: html.document_fromstring(path.read_text("utf-8")) for url, path in found.items()}


def description_of(page: html.HtmlElement) -> str:
    (content,) = page.xpath('//meta[@name="description"]/@content')
    return str(content)


def by_url(planned: Iterable[Page | Print]) -> dict[str, Page]:
    return {page.url: page for page in planned if isinstance(page, Page)}


def test_every_page_has_a_description_of_its_own(site: Path) -> None:
    told = {url: description_of(page) for url, page in pages_of(site).items()}

    assert len(told) == len(set(told.values())) > 10
    assert all(10 < len(each) < 250 for each in told.values())


def test_every_figure_of_a_description_stands_on_its_page(site: Path) -> None:
    checked = 0
    for url, page in pages_of(site).items():
        if url.count("/") and not (url.endswith("index.html") and url.count("/") == 1):
            told = digits(description_of(page).partition("据")[0])  # counts of sources are a list there
            shown = digits(" ".join(page.find(".//main").itertext()))
            assert set(told) <= set(shown), url
            checked += len(told)
    assert checked > 10


def test_a_description_carries_what_must_travel_with_a_value() -> None:
    view = by_url(sample_pages())[PARK].view
    assert isinstance(view, ParkView)
    first = view.headlines[0]
    disputed = replace(first.value, doubts=(Doubt("有出入", "另一处说法不同", "conflicts/index.html#c1"),))
    limited = replace(first, notes=("全口径",), value=disputed)

    told = description(replace(view, headlines=(limited,)), PARK)

    assert "2024年地区生产总值1135.1亿元（全口径，有出入）。" in told


def test_a_target_is_called_one() -> None:
    document = a_document()
    cost = an_observation(document, "50亿元", indicator="项目总投资", status="target")
    mention = a_mention(document, investment=investment_of(cost))
    project = a_project([mention], [cost])
    facts = facts_of(document, [cost], projects=(mention,))
    profiles = profiles_of(SourceProfile(document, facts), projects=(project,))

    page = by_url(plan_pages(profiles, (), Settings()))["projects/languang.html"]

    assert "总投资50亿元（目标）" in page.about.description


def test_a_description_of_many_figures_stays_short() -> None:
    view = by_url(sample_pages())[PARK].view
    assert isinstance(view, ParkView)

    told = description(replace(view, headlines=view.headlines[:1] * 40), PARK)

    assert 100 < len(told) < LONGEST + 30


def test_a_page_of_a_kind_without_words_of_its_own_is_described_by_its_title() -> None:
    site = by_url(sample_pages())[PARK].view.site  # type: ignore[attr-defined]

    assert description(View(site=site, section="parks"), "荣誉") == "荣誉：Parkbrief，最新来源2025年2月18日。"


def test_only_the_page_for_what_is_missing_is_hidden_from_search_engines() -> None:
    pages = by_url(sample_pages()).values()

    assert [page.url for page in pages if not page.about.listed] == ["404.html"]


def test_the_date_of_a_page_is_the_newest_of_what_it_cites() -> None:
    old, new = a_document(id="old", published="2023-05-06"), a_document(id="new", published="2024-07-08")
    figures = [an_observation(old), an_observation(new)]
    sources = [
        SourceProfile(each, facts_of(each, [one]))
        for each, one in zip((new, old), figures[::-1], strict=True)
    ]
    profiles = profiles_of(*sources, parks=(a_park(figures),), as_of="2024-07-08")

    pages = by_url(plan_pages(profiles, (), Settings()))

    assert pages[PARK].about.updated == "2024-07-08"
    assert pages["sources/old.html"].about.updated == "2023-05-06"
    assert pages["method/index.html"].about.updated == "2024-07-08"


def test_where_no_date_is_known_none_is_made_up() -> None:
    document = a_document(published=None)
    profiles = profiles_of(SourceProfile(document, facts_of(document)), as_of=None)

    for page in by_url(plan_pages(profiles, (), Settings())).values():
        assert page.about.updated is None
        assert page.about.feeds == ()


def test_the_pages_above_are_those_that_the_reader_sees_above(site: Path) -> None:
    pages = pages_of(site)
    planned = 0
    for url, page in pages.items():
        links = page.xpath('//p[@class="crumbs"]/a')
        seen = [(resolve(url, each.get("href"))[0], each.text_content()) for each in links]
        blocks = page.xpath('//script[@type="application/ld+json"]/text()')
        told = trail(blocks[0]) if blocks else []
        assert [name for _, name in seen] == told[:-1], url
        assert all(each in pages for each, _ in seen)
        planned += bool(seen)
    assert planned >= 5


def trail(block: str) -> list[str]:
    lists = [each for each in json.loads(block)["@graph"] if each["@type"] == "BreadcrumbList"]
    return [step["name"] for each in lists for step in each["itemListElement"]]


def test_a_feed_holds_the_dated_documents_newest_first_and_no_others() -> None:
    dates = {"a": "2024-07-08", "b": None, "c": "2023"}
    documents = [a_document(id=name, published=date) for name, date in dates.items()]
    sources = [SourceProfile(each, replace(facts_of(each), articles=())) for each in documents]
    profiles = profiles_of(*sources, parks=(a_park(documents=("a", "b")),))

    pages = by_url(plan_pages(profiles, (), Settings()))

    (whole,) = pages["index.html"].about.feeds
    assert [(each.url, each.published) for each in whole.entries] == [
        ("sources/a.html", "2024-07-08"),
        ("sources/c.html", "2023"),
    ]
    park = pages[PARK].about.feeds[1]
    assert park.url == "parks/yunze/feed.xml"
    assert [each.url for each in park.entries] == ["sources/a.html"]
