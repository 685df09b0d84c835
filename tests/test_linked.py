"""What a page is about in the terms of schema.org: only terms that exist, nothing unknown made up."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from core.model import DigestOf, Page, Settings, SourceProfile
from pages import plan_pages
from publish import publish
from publish.linked import linked
from publish.render import Renderer
from tests.factories import a_document, a_park, an_observation, facts_of, profiles_of
from tests.golden import CONTENT, build_sample
from tests.schema_org import mistakes
from tests.test_publish import TEMPLATES, sample_pages

BASE = "https://example.org/parks"
PARK, SOURCE, DATA = "parks/yunze/index.html", "sources/yunze-2024.html", "data/index.html"


def things_of(page: Page, base_url: str | None = BASE) -> dict[str, Any]:
    """The things of a page by their type."""
    found = linked(page, base_url)
    return {each["@type"]: each for each in found["@graph"]} if found else {}


def page_at(url: str, pages: Any = None) -> Page:
    planned = pages or sample_pages()
    return next(page for page in planned if isinstance(page, Page) and page.url == url)


def source_page(**metadata: Any) -> Page:
    document = a_document(**metadata)
    profiles = profiles_of(SourceProfile(document, facts_of(document)))
    return page_at(SOURCE, plan_pages(profiles, (), Settings(publisher="云泽开发区研究院")))


def blocks_of(path: Path) -> list[Any]:
    page = html.document_fromstring(path.read_text("utf-8"))
    return [json.loads(each) for each in page.xpath('//script[@type="application/ld+json"]/text()')]


@pytest.mark.parametrize("base_url", [None, BASE])
def test_every_page_uses_only_terms_that_exist(tmp_path: Path, base_url: str | None) -> None:
    build_sample(CONTENT, tmp_path / "site", base_url)

    things = []
    for path in sorted((tmp_path / "site").rglob("*.html")):
        for block in blocks_of(path):
            assert block["@context"] == "https://schema.org"
            assert block.keys() == {"@context", "@graph"}
            things += block["@graph"]
    assert [mistake for each in things for mistake in mistakes(each)] == []
    assert {each["@type"] for each in things} == {
        "Place",
        "Dataset",
        "NewsArticle",
        "Article",
        "BreadcrumbList",
    }


def test_without_an_address_no_page_of_the_site_has_a_url() -> None:
    for page in sample_pages():
        if not isinstance(page, Page):
            continue
        told = json.dumps(linked(page, None))
        assert "://" not in told.replace("https://schema.org", "")


def test_a_park_is_a_place_in_its_regions() -> None:
    place = things_of(page_at(PARK))["Place"]

    assert place["name"] == "云泽高新区"
    assert place["alternateName"] == ["云泽高新技术产业开发区"]
    assert place["url"] == f"{BASE}/{PARK}"
    assert place["address"] == {
        "@type": "PostalAddress",
        "addressCountry": "CN",
        "addressRegion": "江苏",
        "addressLocality": "云泽",
    }
    assert place["containedInPlace"]["name"] == "云泽"
    assert place["containedInPlace"]["containedInPlace"] == {"@type": "AdministrativeArea", "name": "江苏"}


def test_a_park_whose_place_nobody_states_has_none() -> None:
    park = a_park(province=None, city=None, names=())
    page = page_at(PARK, plan_pages(profiles_of(parks=(park,)), (), Settings()))

    assert things_of(page)["Place"].keys() == {"@type", "name", "description", "url"}


def test_a_city_that_is_its_own_province_is_named_once() -> None:
    park = a_park(province="重庆", city="重庆", kind="其他", level=None, entry=None)
    page = page_at(PARK, plan_pages(profiles_of(parks=(park,)), (), Settings()))

    assert things_of(page)["Place"]["containedInPlace"] == {"@type": "AdministrativeArea", "name": "重庆"}
    assert page.about.description == "云泽高新区：位于重庆。还没有来源。"


def test_an_article_is_the_publishers_and_leads_to_the_original() -> None:
    page = source_page(authors=("记者 某某",), url="https://example.com/a.html")

    assert things_of(page)["NewsArticle"] == {
        "@type": "NewsArticle",
        "headline": "云泽高新区去年交出成绩单",
        "datePublished": "2025-02-18",
        "author": [{"@type": "Person", "name": "记者 某某"}],
        "publisher": {"@type": "Organization", "name": "云泽日报"},
        "url": "https://example.com/a.html",
        "inLanguage": "zh-Hans",
        "mainEntityOfPage": f"{BASE}/{SOURCE}",
    }


def test_a_digest_is_ours_and_cites_what_it_retells() -> None:
    retold = DigestOf("云泽高新区亮出年度答卷", "云泽日报", "2025-02")
    page = source_page(kind="digest", digest_of=retold, publisher=None, published="2025-03")

    article = things_of(page)["Article"]

    assert article["publisher"]["name"] == "云泽开发区研究院"
    assert article["url"] == f"{BASE}/{SOURCE}"
    assert article["citation"] == article["isBasedOn"]
    assert article["citation"] == {
        "@type": "NewsArticle",
        "headline": "云泽高新区亮出年度答卷",
        "datePublished": "2025-02",
        "publisher": {"@type": "Organization", "name": "云泽日报"},
        "inLanguage": "zh-Hans",
    }


def test_what_an_article_leaves_open_is_left_out() -> None:
    page = source_page(publisher=None, published=None)

    assert things_of(page)["Article"].keys() == {"@type", "headline", "inLanguage", "mainEntityOfPage"}


def test_the_data_are_a_dataset_whose_files_are_there(tmp_path: Path) -> None:
    publish(sample_pages(), templates=TEMPLATES, output=tmp_path / "site", base_url=BASE)
    dataset = things_of(page_at(DATA))["Dataset"]

    files = {each["contentUrl"].removeprefix(f"{BASE}/"): each for each in dataset["distribution"]}

    assert all((tmp_path / "site" / url).is_file() for url in files)
    assert {"data/observations.csv", "data/observations.json", "data/parkbrief.xlsx"} <= files.keys()
    assert files["data/observations.csv"]["encodingFormat"] == "text/csv"
    assert (tmp_path / "site" / dataset["license"]["url"].removeprefix(f"{BASE}/")).is_file()
    assert dataset["spatialCoverage"] == [{"@type": "AdministrativeArea", "name": "江苏"}]
    assert dataset["dateModified"] == "2025-02-18"


def test_the_years_of_the_data_are_those_of_actual_figures() -> None:
    document = a_document()
    figures = [
        an_observation(document, period="2019/2021"),
        an_observation(document, "6.3%", period="2024-01/2024-06"),
        an_observation(document, "1200亿元", period="2035", status="target"),
    ]
    profiles = profiles_of(SourceProfile(document, facts_of(document, figures)), parks=(a_park(figures),))

    page = page_at(DATA, plan_pages(profiles, (), Settings()))

    assert things_of(page)["Dataset"]["temporalCoverage"] == "2019/2024"


def test_the_trail_ends_with_the_page_itself() -> None:
    trail = things_of(page_at(PARK))["BreadcrumbList"]["itemListElement"]

    assert [(each["position"], each["name"], each["item"]) for each in trail] == [
        (1, "园区", f"{BASE}/parks/index.html"),
        (2, "云泽高新区", f"{BASE}/{PARK}"),
    ]


@pytest.mark.parametrize("odd", ["</script><script>alert(1)</script>", "<!--<script>", "\u2028&amp;'\"\\"])
def test_no_title_breaks_out_of_its_block(tmp_path: Path, odd: str) -> None:
    rendered = Renderer(TEMPLATES, BASE).render(source_page(title=odd))
    (tmp_path / "page.html").write_text(rendered, "utf-8")

    (block,) = blocks_of(tmp_path / "page.html")

    assert block["@graph"][0]["headline"] == odd
    scripts = Renderer(TEMPLATES, BASE).render(source_page(title="云泽")).count("<script")
    assert len(re.findall("<script", rendered)) == scripts
    assert len(re.findall("</script", rendered)) == scripts


@pytest.mark.parametrize(
    ("thing", "mistake"),
    [
        ({"@type": "Park", "name": "云泽"}, ": 'Park' is no type"),
        ({"@type": "Place"}, "/Place: no name"),
        ({"@type": "Place", "name": ""}, "/Place.name: '' is not among ['Text']"),
        ({"@type": "Place", "name": "云泽", "headline": "云泽"}, "/Place: headline is no property of it"),
        (
            {"@type": "Article", "headline": "云泽", "datePublished": "2024-02-31"},
            "/Article.datePublished: '2024-02-31' is not among ['Date']",
        ),
        (
            {"@type": "Place", "name": "云泽", "url": "parks/index.html"},
            "/Place.url: 'parks/index.html' is not among ['URL']",
        ),
        (
            {"@type": "Place", "name": "云泽", "containedInPlace": {"@type": "Person", "name": "某某"}},
            "/Place.containedInPlace: Person is not among ['Place']",
        ),
    ],
)
def test_the_table_of_terms_finds_what_is_wrong(thing: dict[str, Any], mistake: str) -> None:
    assert list(mistakes(thing)) == [mistake]
