"""The site as a reader meets it: in Chromium, wide and narrow, over HTTP and from the disk."""

from __future__ import annotations

import os
import random
import re
import shutil
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import quote, urlsplit

import pytest
from playwright.sync_api import Browser, Locator, Page, Request, sync_playwright

from core.fragments import text_fragment
from core.model import Span
from publish.search import read_indexed, squeezed
from tests.golden import CONTENT, build_sample
from tests.hosting import hosting
from tests.test_evidence import build_disputed

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
SIZES = {"wide": (1280, 900), "narrow": (390, 844)}
PAPER = {"light": "rgb(249, 250, 248)", "dark": "rgb(19, 24, 25)"}  # --paper in templates/static/site.css
COMPARES = re.compile(r"[\n<>=≥≤]|大于|小于|超过|不足")  # what makes a search one for figures
REPORT_VIOLATIONS = """
window.violations = [];
document.addEventListener(
  "securitypolicyviolation", found => window.violations.push(found.violatedDirective)
);
"""
MARKED = "rgb(253, 238, 187)"  # --mark in templates/static/site.css

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(
        CHROMIUM is None and os.environ.get("PARKBRIEF_BROWSER") != "required",
        reason="no Chromium: install the package chromium to run the browser tests",
    ),
]


class QuietHandler(SimpleHTTPRequestHandler):
    """Serves files and keeps its log to itself."""

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("browser") / "site"
    build_sample(CONTENT, folder)
    return folder


@pytest.fixture(scope="module")
def served(site: Path) -> Iterator[str]:
    """The site's parent folder over HTTP: the site lies under a sub-path."""
    handler = partial(QuietHandler, directory=site.parent)
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/{site.name}/"
        server.shutdown()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    assert CHROMIUM, "PARKBRIEF_BROWSER=required, but there is no Chromium"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(params=["http", "file"])
def base(request: pytest.FixtureRequest, served: str, site: Path) -> str:
    return served if request.param == "http" else site.as_uri() + "/"


class Visit:
    """A page in the browser, with all that it complained of and all that it asked for."""

    def __init__(self, page: Page, base: str) -> None:
        self.page = page
        self.complaints: list[str] = []
        self.requests: list[str] = []
        page.on("console", lambda message: self.complaints.append(message.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("requestfailed", self._failed)
        page.on("request", lambda request: self.requests.append(request.url))
        page.goto(base + "index.html")

    def _failed(self, request: Request) -> None:
        if request.failure != "net::ERR_ABORTED":  # the next page was asked for before the icon had come
            self.complaints.append(f"{request.failure}: {request.url}")

    def follow(self, selector: str) -> None:
        """Click the first link that the selector finds, and wait for its page."""
        self.page.locator(selector).first.click()
        self.page.wait_for_load_state("load")

    def open_card(self, selector: str) -> Locator:
        """Click the first number that the selector finds; its card, come to rest."""
        self.page.emulate_media(reduced_motion="reduce")
        self.page.locator(selector).first.click()
        card = self.page.locator("#evidence:popover-open")
        card.wait_for()
        return card

    def look_up(self, selector: str) -> None:
        """Go by the card of a number to its sentence."""
        self.open_card(selector).get_by_role("link", name="看原句").click()
        self.page.wait_for_load_state("load")


@pytest.fixture(params=SIZES)
def visit(request: pytest.FixtureRequest, browser: Browser, base: str) -> Iterator[Visit]:
    width, height = SIZES[request.param]
    context = browser.new_context(viewport={"width": width, "height": height}, color_scheme="light")
    yield Visit(context.new_page(), base)
    context.close()


def test_a_figure_leads_to_its_sentence_in_view_and_highlighted(visit: Visit) -> None:
    visit.follow(".front__name a")
    figure = visit.page.locator(".figures .value").first
    said = figure.inner_text()
    visit.look_up(".figures .value")

    mark = visit.page.locator("mark:target")
    box = mark.bounding_box()
    size = visit.page.viewport_size

    assert mark.inner_text() in said
    assert box and size and box["y"] >= 0 and box["y"] + box["height"] <= size["height"]
    assert mark.evaluate("mark => getComputedStyle(mark).backgroundColor") == MARKED


def test_a_mark_leads_back_to_the_figure_that_it_feeds(visit: Visit) -> None:
    visit.follow(".front__name a")
    visit.look_up(".figures .value")
    visit.follow("mark:target a")

    target = visit.page.locator(".value:target")
    assert target.count() == 1
    assert target.evaluate("value => getComputedStyle(value).backgroundColor") == MARKED


def test_no_page_scrolls_sideways_complains_or_asks_for_anything_outside(
    visit: Visit, site: Path, base: str
) -> None:
    for path in sorted(site.rglob("*.html")):
        url = path.relative_to(site).as_posix()
        visit.page.goto(base + url)
        widths = visit.page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
        assert widths[0] <= widths[1], f"{url} is {widths[0]} wide on a screen of {widths[1]}"

    assert visit.complaints == []
    assert {urlsplit(url)[:2] for url in visit.requests} == {urlsplit(base)[:2]}


def test_the_stylesheet_applies_under_the_strict_policy(visit: Visit) -> None:
    paper = visit.page.evaluate("getComputedStyle(document.body).backgroundColor")

    assert paper == PAPER["light"]


def test_the_policy_has_no_objection_to_json_ld(browser: Browser, tmp_path: Path) -> None:
    """A block of data is no script; a script within a page is, and is reported."""
    with hosting(tmp_path, "sub") as base:
        build_sample(CONTENT, tmp_path / "sub", base)
        context = browser.new_context()
        page = context.new_page()
        page.add_init_script(REPORT_VIOLATIONS)
        blocks = 0
        for path in sorted((tmp_path / "sub").rglob("*.html")):
            page.goto(f"{base}/{path.relative_to(tmp_path / 'sub').as_posix()}")
            blocks += page.locator('script[type="application/ld+json"]').count()
            assert page.evaluate("window.violations") == [], path
        assert blocks > 5

        index = tmp_path / "sub" / "index.html"
        index.write_text(index.read_text("utf-8").replace("</head>", "<script>1</script></head>"), "utf-8")
        page.goto(f"{base}/index.html")
        assert page.evaluate("window.violations") == ["script-src-elem"]
        context.close()


def test_a_chart_keeps_its_colours_under_the_strict_policy(visit: Visit) -> None:
    visit.follow(".front__name a")
    drawn = visit.page.locator(".chart svg")

    assert drawn.count() >= 1
    fills = drawn.first.evaluate(
        "svg => [...svg.querySelectorAll('path, rect')].map(shape => getComputedStyle(shape).fill)"
    )
    assert any(fill not in ("none", "rgb(0, 0, 0)") for fill in fills)


def test_the_keyboard_reaches_the_text_first(visit: Visit) -> None:
    visit.page.keyboard.press("Tab")
    skip = visit.page.locator(".skip:focus")

    assert skip.bounding_box() is not None
    visit.page.keyboard.press("Enter")
    assert visit.page.evaluate("document.activeElement.id") == "main"


def test_on_paper_the_navigation_is_gone_and_the_citations_stay(visit: Visit) -> None:
    visit.follow(".front__name a")
    visit.page.emulate_media(media="print")

    assert not visit.page.locator(".nav").is_visible()
    assert visit.page.locator(".row__cite .ref").first.is_visible()
    assert visit.page.locator(".sources .cite").first.is_visible()


PAPER_WIDTH = 673  # of A4 between its margins, in pixels
CUT_OFF = """() => [...document.querySelectorAll('main *')].filter(each =>
    each.getClientRects().length && !each.closest('.hidden') && getComputedStyle(each).overflowX !== 'visible'
    && each.scrollWidth > each.clientWidth + 1).map(each => each.outerHTML)"""


def test_on_paper_nothing_is_cut_off_or_folded_away(browser: Browser, served: str, site: Path) -> None:
    page = browser.new_page(viewport={"width": PAPER_WIDTH, "height": 1000})
    page.emulate_media(media="print")
    for path in sorted(site.rglob("*.html")):
        url = path.relative_to(site).as_posix()
        page.goto(served + url)
        assert page.evaluate("document.documentElement.scrollWidth") <= PAPER_WIDTH, url
        assert page.evaluate(CUT_OFF) == [], url

    page.goto(served + "data/index.html")
    folded = page.locator("details table")
    assert folded.count() > 0
    assert all(each.evaluate("table => table.getBoundingClientRect().height") > 0 for each in folded.all())
    page.close()


def test_on_paper_no_heading_is_left_behind_and_tables_repeat_theirs(browser: Browser, served: str) -> None:
    page = browser.new_page()
    page.emulate_media(media="print")
    page.goto(served + "parks/yunze-hidz/index.html")
    kept = "each => getComputedStyle(each).breakAfter"
    headings = page.locator("main :is(h1, h2, h3, .table__group)").all()

    assert headings and {each.evaluate(kept) for each in headings} == {"avoid"}
    heads = page.locator("main thead").all()
    assert {each.evaluate("each => getComputedStyle(each).display") for each in heads} == {
        "table-header-group"
    }
    page.close()


# -- search ---------------------------------------------------------------------------------------


def look_for(page: Page, query: str) -> int:
    """How many results the search page tells for a query."""
    page.fill("#search-field", query)
    page.press("#search-field", "Enter")
    page.wait_for_function("q => document.getElementById('search-results').dataset.query === q", arg=query)
    return int(page.get_attribute("#search-results", "data-count") or -1)


def test_every_substring_of_a_page_is_found_and_nothing_else(visit: Visit, site: Path, base: str) -> None:
    texts = [
        squeezed(read_indexed("", path.read_text("utf-8")).text)
        for path in sorted(site.rglob("*.html"))
        if path.name != "404.html" and path.parent.name != "search"
    ]
    choose = random.Random(7)
    every = [text[at : at + choose.randint(2, 6)] for text in texts for at in range(0, len(text), 3)]
    # A word of Latin letters alone may be the pinyin of a name as well, and 超过150亿 asks for figures:
    # those are asked for elsewhere.
    asked = [
        each
        for each in every
        if len(each) > 1 and not COMPARES.search(each) and not (each.isascii() and each.isalpha())
    ]
    visit.page.goto(base + "search/index.html")
    for query in choose.sample(asked, 200):
        assert look_for(visit.page, query) == sum(query in text for text in texts), query


def test_figures_are_found_by_their_size_and_lead_to_their_sentence(visit: Visit, base: str) -> None:
    visit.page.goto(base + "search/index.html")

    assert look_for(visit.page, "总值>10亿") == look_for(visit.page, "总值>1000000000元") > 0
    assert look_for(visit.page, "总值>9999亿") == 0
    look_for(visit.page, "增长>1%")
    visit.look_up("#search-results .value")
    assert visit.page.locator("mark:target").count() == 1


def test_a_search_is_kept_in_the_address_and_filters_narrow_it(visit: Visit, base: str) -> None:
    visit.page.goto(base + "search/index.html#q=高新区&kind=parks")
    visit.page.wait_for_function("document.getElementById('search-results').dataset.query === '高新区'")

    assert set(visit.page.locator("#search-results .tag").all_inner_texts()) == {"园区"}


def ask(page: Page, **wanted: str) -> None:
    """Set filters of the search to what they show, and wait for the answer."""
    page.evaluate("delete document.getElementById('search-results').dataset.query")
    for name, label in wanted.items():
        page.select_option(f"#search-form select[name={name}]", label=label)
    look_for(page, page.input_value("#search-field"))


def found(page: Page) -> set[str]:
    """The pages that the search lists, from the root of the site."""
    links = page.locator("#search-results .found__head > a")
    hrefs = [links.nth(at).get_attribute("href") or "" for at in range(links.count())]
    return {href.removeprefix("../").partition("#")[0] for href in hrefs}


def test_pages_are_found_by_industry_and_year(visit: Visit, base: str) -> None:
    about = {
        "industries/guang-dian-xin-xi.html",
        "parks/yunze-hidz/index.html",
        "sources/2025-01-yunze-policy.html",
    }
    visit.page.goto(base + "search/index.html")
    everywhere = look_for(visit.page, "云泽高新区")
    ask(visit.page, industries="光电信息")

    assert found(visit.page) == about
    ask(visit.page, kind="来源")
    assert found(visit.page) == {"sources/2025-01-yunze-policy.html"}
    ask(visit.page, kind="全部", industries="全部", year="2023")
    assert not found(visit.page) & about
    ask(visit.page, year="全部")
    assert int(visit.page.get_attribute("#search-results", "data-count") or 0) == everywhere > len(about)


def test_filters_alone_list_all_that_they_leave(visit: Visit, base: str) -> None:
    visit.page.goto(base + "search/index.html#kind=industries&industries=guang-dian-xin-xi")
    visit.page.wait_for_selector("#search-results .found")

    assert found(visit.page) == {"industries/guang-dian-xin-xi.html"}
    ask(visit.page, kind="全部", industries="全部")
    assert visit.page.locator("#search-results .found").count() == 0


def test_figures_are_found_by_industry_and_year(visit: Visit, base: str) -> None:
    visit.page.goto(base + "search/index.html")
    look_for(visit.page, "产值>1亿")
    ask(visit.page, industries="光电信息")

    assert found(visit.page) == {"sources/2025-01-yunze-policy.html"}
    assert visit.page.locator("#search-results .value").all_inner_texts() == ["突破260亿元"]
    ask(visit.page, year="2025")
    assert visit.page.get_attribute("#search-results", "data-count") == "0"


def test_the_words_that_were_looked_for_are_marked(visit: Visit, base: str) -> None:
    visit.page.goto(base + "search/index.html")
    look_for(visit.page, "光电信息 云泽高新区")

    assert set(visit.page.locator("#search-results mark").all_inner_texts()) == {"光电信息", "云泽高新区"}


def test_a_related_article_is_one_click_away(visit: Visit, base: str) -> None:
    visit.page.goto(base + "sources/2025-01-yunze-policy.html")
    visit.follow(".related .cite")

    assert visit.page.url.endswith("sources/2025-02-yunze.html")


# -- the choice of parks --------------------------------------------------------------------------

COMPARE = "compare/index.html"
SEEN = ".list--compare tbody tr:visible"


def column_heads(page: Page) -> list[str]:
    """The parks of the first table, without those that are hidden."""
    heads = page.locator(".compare").first.locator("thead th[data-park]:not([hidden])")
    return [text.strip() for text in heads.all_text_contents()]


def test_a_choice_of_parks_narrows_every_table_and_stands_in_the_address(visit: Visit, base: str) -> None:
    visit.page.goto(base + COMPARE)
    for name in ("青汀高新区", "云泽高新区"):
        visit.page.get_by_role("checkbox", name=name).check()

    assert "parks=" in visit.page.url
    status = visit.page.get_by_role("status")
    assert status.inner_text() == "下面只比所选的园区：云泽高新区、青汀高新区。"
    assert status.get_attribute("aria-live") == "polite"
    assert column_heads(visit.page) == ["云泽高新区", "青汀高新区"]
    assert visit.page.locator(SEEN).first.locator("td:visible").count() == 2

    address = visit.page.url
    visit.page.goto(base + "index.html")
    visit.page.goto(address)
    assert visit.page.locator("[data-choice] input:checked").count() == 2
    assert visit.page.locator(SEEN).first.locator("td:visible").count() == 2
    assert visit.complaints == []


def test_the_cells_of_a_choice_say_why_they_do_not_compare_and_what_nobody_reports(
    visit: Visit, base: str
) -> None:
    visit.page.goto(base + COMPARE + "#parks=qing-ting-gao-xin-qu,lan-jiang-jing-kai-qu")
    row = "tr[data-row='gui-shang-gong-ye-zong-chan-zhi-{}'] td:visible".format

    level, growth = (visit.page.locator(row(each)).all_inner_texts() for each in ("level", "growth"))
    assert "902.4亿元" in level[0] and "期不同" in level[1]
    assert growth[1].strip() == "未见报道"


def test_the_choice_is_made_with_the_keyboard_alone_and_undone(visit: Visit, base: str) -> None:
    visit.page.goto(base + COMPARE)
    every = visit.page.locator(SEEN).count()
    visit.page.locator("[data-choice] input").first.focus()
    visit.page.keyboard.press("Space")
    assert visit.page.get_by_role("status").inner_text().startswith("再选至少一个园区")
    assert visit.page.locator(SEEN).count() == every

    visit.page.keyboard.press("Tab")
    visit.page.keyboard.press("Space")
    assert visit.page.locator("[data-choice] input:checked").count() == 2

    clear = visit.page.get_by_role("button", name="显示全部园区")
    clear.focus()
    visit.page.keyboard.press("Enter")
    assert visit.page.locator("[data-choice] input:checked").count() == 0
    assert visit.page.locator(SEEN).count() == every
    assert visit.page.evaluate("document.activeElement.type") == "checkbox"
    assert not clear.is_visible()


def test_going_back_restores_nothing_that_the_address_does_not_say(visit: Visit, base: str) -> None:
    visit.page.goto(base + COMPARE + "#parks=nobody,yunze-hidz,<b>")

    assert visit.page.locator("[data-choice] input:checked").count() == 1
    visit.page.evaluate("location.hash = 'main'")
    assert visit.page.locator("[data-choice] input:checked").count() == 1
    assert visit.complaints == []


def test_without_javascript_every_table_is_there(browser: Browser, base: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(base + COMPARE)

    assert not page.locator("[data-choice]").is_visible()
    assert column_heads(page) == ["云泽高新区", "岚江经开区", "青汀高新区"]
    assert page.locator(".compare table").count() == page.locator(".compare table:visible").count() >= 3
    context.close()


def test_no_more_than_the_limit_can_be_chosen(browser: Browser, served: str, site: Path) -> None:
    few = (site / COMPARE).read_text("utf-8").replace('data-limit="5"', 'data-limit="2"')
    page = browser.new_page()
    page.route(f"**/{COMPARE}", lambda route: route.fulfill(body=few, content_type="text/html"))
    page.goto(served + COMPARE)
    boxes = page.locator("[data-choice] input")
    boxes.nth(0).check()
    boxes.nth(2).check()

    assert boxes.nth(1).is_disabled()
    assert page.get_by_role("status").inner_text().endswith("最多选五个，先去掉一个才能再选。")
    boxes.nth(0).uncheck()
    assert boxes.nth(1).is_enabled()
    page.close()


# -- the first page -------------------------------------------------------------------------------

QUESTIONS = ("newest", "parks", "conflicts", "due")  # what is new, which parks, which conflicts, what is due


def test_the_first_page_answers_in_one_screen(browser: Browser, served: str) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(served + "index.html")
    for name in QUESTIONS:
        answer = page.locator(f"section[aria-labelledby={name}]").bounding_box()
        assert answer and answer["y"] + answer["height"] <= 900, name
    page.close()


def test_on_a_phone_the_first_page_keeps_its_order_in_one_column(browser: Browser, served: str) -> None:
    page = browser.new_page(viewport={"width": 390, "height": 844})
    page.goto(served + "index.html")
    boxes = [page.locator(f"section[aria-labelledby={name}]").bounding_box() for name in QUESTIONS]

    assert all(box and box["x"] == 16 and box["width"] == 390 - 2 * 16 for box in boxes)
    tops = [box["y"] for box in boxes if box]
    assert tops == sorted(tops)
    page.close()


# -- navigation -----------------------------------------------------------------------------------


def test_the_directory_leads_to_every_list_with_the_keyboard_alone(visit: Visit, site: Path) -> None:
    lists = {path.parent.name for path in site.glob("*/index.html")}
    summary = visit.page.locator(".nav__all summary")
    summary.focus()
    visit.page.keyboard.press("Enter")
    listed = visit.page.locator(".nav__all a")

    assert {urlsplit(link.get_attribute("href") or "").path.split("/")[0] for link in listed.all()} == lists
    assert listed.count() == visit.page.locator(".nav__all a:visible").count() == len(lists)
    visit.page.keyboard.press("Tab")
    assert listed.first.evaluate("link => link === document.activeElement")
    visit.page.keyboard.press("Escape")
    assert summary.evaluate("summary => summary === document.activeElement")
    assert listed.first.is_hidden()


def test_the_navigation_tells_where_the_reader_is(visit: Visit, base: str) -> None:
    underlined = "each => getComputedStyle(each).borderBottomColor === 'rgb(23, 84, 90)'"
    for url, name in (("parks/index.html", "园区"), ("regions/index.html", "目录")):
        visit.page.goto(base + url)
        shown = visit.page.locator(".nav__row a:visible, .nav__all summary")
        assert [each.inner_text() for each in shown.all() if each.evaluate(underlined)] == [name]
        assert visit.page.locator(".colophon a[aria-current=page]").count() == 1


def test_the_directory_opens_without_javascript(browser: Browser, base: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(base + "parks/index.html")
    page.locator(".nav__all summary").click()

    assert page.locator(".nav__all a").last.is_visible()
    assert not page.locator(".theme").is_visible()
    assert not page.locator(".masthead__search").is_visible()
    context.close()


def test_the_field_in_the_masthead_leads_to_what_is_found(browser: Browser, base: str) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(base + "parks/index.html")
    page.fill("#masthead-search", "高新区")
    page.press("#masthead-search", "Enter")
    page.locator("#search-results[data-query='高新区']").wait_for(state="attached")

    assert page.input_value("#search-field") == "高新区"
    assert page.locator("#search-results li").count() > 0
    page.close()


# -- the theme ------------------------------------------------------------------------------------

BACKGROUND = "getComputedStyle(document.body).backgroundColor"
BAR = "getComputedStyle(document.querySelector('.chart-bar')).fill"


@pytest.mark.parametrize("system", ["light", "dark"])
def test_the_theme_follows_the_system_until_the_reader_chooses(
    browser: Browser, served: str, system: str
) -> None:
    other = "dark" if system == "light" else "light"
    page = browser.new_page(color_scheme=system)  # type: ignore[arg-type]
    page.goto(served + "parks/yunze-hidz/index.html")
    assert page.evaluate(BACKGROUND) == PAPER[system]
    bar = page.evaluate(BAR)

    page.get_by_role("radio", name={"light": "浅色", "dark": "深色"}[other]).check()
    assert page.evaluate(BACKGROUND) == PAPER[other]
    assert page.evaluate(BAR) != bar

    page.goto(served + "index.html")
    assert page.evaluate(BACKGROUND) == PAPER[other]
    page.emulate_media(media="print")
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"
    page.emulate_media(media="screen")
    page.get_by_role("radio", name="随系统").check()
    assert page.evaluate(BACKGROUND) == PAPER[system]
    page.reload()
    assert page.evaluate(BACKGROUND) == PAPER[system]
    page.close()


def test_a_browser_without_memory_keeps_the_theme_for_the_page(browser: Browser, served: str) -> None:
    page = browser.new_page(color_scheme="light")
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new Error('refused'); } })"
    )
    page.goto(served + "index.html")
    page.get_by_role("radio", name="深色").check()

    assert page.evaluate(BACKGROUND) == PAPER["dark"]
    assert complaints == []
    page.close()


# -- evidence cards -------------------------------------------------------------------------------

YUNZE = "parks/yunze-hidz/index.html"
DISPUTED = ".figures .value:has(+ .doubt)"


@pytest.fixture(scope="module")
def dispute(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A site on which two sources say different things, from the disk."""
    return build_disputed(tmp_path_factory.mktemp("dispute")).as_uri() + "/"


def test_a_card_shows_the_sentence_with_the_number_marked_and_where_it_stands(
    visit: Visit, base: str
) -> None:
    visit.page.goto(base + YUNZE)
    number = visit.page.locator(".figures .value").first
    sentence, said = (number.get_attribute("title") or "").removeprefix("原句："), number.inner_text()
    card = visit.open_card(".figures .value")

    assert card.get_attribute("role") == "dialog"
    assert card.locator("blockquote").inner_text().strip("…") in sentence
    assert card.locator("blockquote mark").inner_text() in said
    assert card.locator(".evidence__source").inner_text().startswith("《")
    assert "年" in card.locator(".evidence__source .evidence__from").inner_text()
    assert card.locator(".evidence__about").inner_text().endswith("实际")
    assert "主体" in card.locator("dt").all_inner_texts()
    assert number.get_attribute("aria-expanded") == "true"
    box, size = card.bounding_box(), visit.page.viewport_size
    assert box and size and box["x"] >= 0 and box["x"] + box["width"] <= size["width"]
    assert box["y"] >= 0 and box["y"] + box["height"] <= size["height"]
    below = number.bounding_box()
    assert below and 0 <= below["y"] <= size["height"]
    assert visit.complaints == []


def test_escape_closes_the_card_and_returns_the_focus_to_its_number(visit: Visit, base: str) -> None:
    visit.page.goto(base + YUNZE)
    number = visit.page.locator(".figures .value").nth(1)
    number.focus()
    visit.page.keyboard.press("Enter")
    card = visit.page.locator("#evidence:popover-open")
    card.wait_for()
    assert visit.page.evaluate("document.activeElement.id") == "evidence"
    visit.page.keyboard.press("Escape")
    card.wait_for(state="detached")

    assert number.evaluate("number => number === document.activeElement")
    assert number.get_attribute("aria-expanded") is None
    assert (number.get_attribute("title") or "").startswith("原句：")


def test_a_second_click_and_a_click_with_ctrl_follow_the_link(visit: Visit, base: str) -> None:
    visit.page.goto(base + YUNZE)
    number = visit.page.locator(".figures .value").first
    with visit.page.context.expect_page() as opened:
        number.click(modifiers=["Control"])
    opened.value.wait_for_load_state("load")
    assert opened.value.locator("mark:target").count() == 1
    assert visit.page.locator("#evidence:popover-open").count() == 0

    visit.open_card(".figures .value")
    number.click()
    visit.page.wait_for_url("**/sources/**")
    assert visit.page.locator("mark:target").count() == 1


def test_the_card_of_a_disputed_number_names_its_rival_and_leads_to_its_card(
    visit: Visit, dispute: str
) -> None:
    visit.page.goto(dispute + YUNZE)
    said = visit.page.locator(DISPUTED).first.inner_text()
    card = visit.open_card(DISPUTED)
    rival = card.locator(".evidence__doubt .value").first
    other = rival.inner_text()

    assert other != said and "《" in card.locator(".evidence__rival").first.inner_text()
    rival.click()
    card.locator(".evidence__said", has_text=other).wait_for()
    card.get_by_role("button", name="返回").click()
    assert card.locator(".evidence__said").inner_text() == said
    card.get_by_role("link", name="对照").click()
    visit.page.wait_for_url("**/conflicts/index.html#*")
    assert visit.page.locator(".ledger:target").count() == 1


def test_words_that_are_no_number_have_a_card_too(visit: Visit, base: str) -> None:
    visit.page.goto(base + "projects/index.html")
    card = visit.open_card("td .claim")

    assert card.locator(".evidence__name").inner_text().startswith("项目：")
    assert card.locator("blockquote mark").count() == 1


def test_the_card_of_a_number_that_was_worked_out_shows_what_it_was_worked_out_of(
    visit: Visit, base: str
) -> None:
    visit.page.goto(base + YUNZE)
    card = visit.open_card("a.derived")
    working = card.locator(".evidence__working").inner_text()
    used = card.locator(".evidence__operands .value").all_inner_texts()

    assert len(used) == 2
    assert all("".join(each for each in text if each in "0123456789.") in working for text in used)
    card.locator(".evidence__operands .value").first.click()
    card.locator("blockquote mark").wait_for()


def test_days_are_told_from_when_to_when_by_keyboard_too(visit: Visit, base: str) -> None:
    visit.page.goto(base + "promises/index.html")
    days = visit.page.get_by_role("button").filter(has_text="天").first
    days.focus()
    visit.page.keyboard.press("Space")

    assert "至" in visit.page.locator("#evidence:popover-open .evidence__working").inner_text()


def test_a_figure_is_reported_from_its_card_where_the_settings_say_how(visit: Visit, dispute: str) -> None:
    visit.page.goto(dispute + YUNZE)
    fact = visit.page.locator(DISPUTED).first.get_attribute("data-fact")
    card = visit.open_card(DISPUTED)

    address = f"https://desk.example/?p={quote(YUNZE, safe='')}&f={fact}"
    assert card.get_by_role("link", name="报告这个数字").get_attribute("href") == address


def test_a_card_is_not_printed(visit: Visit, base: str) -> None:
    visit.page.goto(base + YUNZE)
    card = visit.open_card(".figures .value")
    visit.page.emulate_media(media="print")

    assert not card.is_visible()


def test_where_the_evidence_does_not_come_the_number_is_the_link_it_was(
    browser: Browser, served: str
) -> None:
    page = browser.new_page()
    page.route("**/*.evidence.js", lambda route: route.abort())
    page.goto(served + YUNZE)
    page.locator(".figures .value").first.click()
    page.wait_for_url("**/sources/**")

    assert page.locator("mark:target").count() == 1
    page.close()


def test_without_a_script_the_number_leads_to_its_sentence_and_on_to_what_it_was_read_as(
    browser: Browser, dispute: str
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(dispute + YUNZE)
    said = page.locator(DISPUTED).first.inner_text()
    page.locator(DISPUTED).first.click()
    page.wait_for_url("**/sources/**")
    assert page.locator("mark:target").inner_text() in said

    paragraph = page.locator("p:has(mark:target)")
    paragraph.get_by_role("link", name="读法").click()
    assert page.locator(".list--findings tr:target").is_visible()
    assert page.locator(".list--findings tr", has_text=said).locator(".rival").first.is_visible()
    context.close()


def test_a_link_to_words_of_another_page_is_understood_by_the_browser(
    browser: Browser, served: str, site: Path
) -> None:
    lines = ["甲报讯，“云泽-岚江”产业带建成。", *["无关的话。"] * 200, "乙报讯，“云泽-岚江”产业带建成。"]
    text = "\n".join(lines)
    (site / "original.html").write_text(
        f"<!doctype html><meta charset=utf-8>{''.join(f'<p>{each}</p>' for each in lines)}", "utf-8"
    )
    start = text.rindex("“云泽")
    url = text_fragment(served + "original.html", text, Span(start, len(text)))
    page = browser.new_page()
    page.goto(url)
    page.wait_for_function("scrollY > 0")

    assert page.locator("p").last.evaluate("p => p.getBoundingClientRect().top < innerHeight")
    page.close()
    (site / "original.html").unlink()
