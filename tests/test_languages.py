"""Both languages as a reader meets them in Chromium: the switch, cards, the search."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, sync_playwright

from tests.golden import CONTENT, build_sample
from tests.test_browser import CHROMIUM, FLAGS

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(
        CHROMIUM is None and os.environ.get("PARKBRIEF_BROWSER") != "required",
        reason="no Chromium: install the package chromium to run the browser tests",
    ),
]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The golden site in both languages, on the disk."""
    folder = tmp_path_factory.mktemp("languages")
    shutil.copytree(CONTENT, folder / "content")
    with (folder / "content" / "site.yaml").open("a", encoding="utf-8") as settings:
        settings.write("\nlanguages: [zh, en]\n")
    build_sample(folder / "content", folder / "site")
    return folder / "site"


@pytest.fixture
def page() -> Iterator[Page]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser.new_page(viewport={"width": 390, "height": 844})
        browser.close()


def test_the_switch_leads_to_the_same_page_and_back(site: Path, page: Page) -> None:
    page.goto((site / "parks" / "yunze-hidz" / "index.html").as_uri())

    page.get_by_role("link", name="English").click()

    assert page.url.endswith("/en/parks/yunze-hidz/index.html")
    assert page.locator("html").get_attribute("lang") == "en"
    assert page.locator("h1").inner_text().startswith("Yunze")
    page.get_by_role("link", name="中文").click()
    assert page.url.endswith("/site/parks/yunze-hidz/index.html")


def test_a_figure_opens_a_card_in_english_with_its_sentence_in_chinese(site: Path, page: Page) -> None:
    page.goto((site / "en" / "parks" / "yunze-hidz" / "index.html").as_uri())

    page.locator("table.figures a.value").first.click()

    card = page.locator("#evidence")
    card.get_by_text("See the sentence").wait_for()
    assert card.locator("blockquote").get_attribute("lang") == "zh-Hans"
    assert card.get_by_text("Subject").is_visible()


def test_the_english_search_finds_english_words(site: Path, page: Page) -> None:
    page.goto((site / "en" / "search" / "index.html").as_uri())

    page.locator("#search-field").fill("fixed-asset")
    page.locator("#search-form button").click()
    page.locator("#search-results li").first.wait_for()

    assert "Found" in page.locator("#search-status").inner_text()


def test_a_choice_of_parks_is_told_in_english(site: Path, page: Page) -> None:
    page.goto((site / "en" / "compare" / "index.html").as_uri())

    for box in page.locator("[data-choice] input").all()[:2]:
        box.check()

    said = page.get_by_role("status").inner_text()
    assert said.startswith("Only the chosen parks are compared below: Yunze")
    assert not set(said) & set("、。：，")


def test_no_english_page_scrolls_sideways(site: Path, page: Page) -> None:
    wide = []
    for path in sorted((site / "en").rglob("*.html")):
        page.goto(path.as_uri())
        if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
            wide.append(path.relative_to(site).as_posix())

    assert wide == []
