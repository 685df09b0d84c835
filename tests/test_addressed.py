"""What only a site with an address has: sitemap, robots.txt, feeds, and what stands beside a shared link."""

from __future__ import annotations

import struct
from pathlib import Path
from xml.etree.ElementTree import Element, fromstring

import pytest
from lxml import html

from charts import draw_card
from charts.card import MOST_LINES, lines_of
from core.about import Entry, Feed
from core.model import Settings
from publish.feeds import atom_of
from publish.sitemap import MOST, Location, sitemap_files
from tests.golden import CONTENT, build_sample
from tests.test_publish import files

BASE = "https://example.org/parks"
ATOM, SITEMAPS = "{http://www.w3.org/2005/Atom}", "{http://www.sitemaps.org/schemas/sitemap/0.9}"
ONLY_THERE = {"robots.txt", "sitemap.xml", "feed.xml", "card.png"}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("addressed") / "site"
    build_sample(CONTENT, folder, BASE)
    return folder


def a_feed(*entries: Entry) -> Feed:
    return Feed("feed.xml", "云泽：最新文章", "sources/index.html", "云泽开发区研究院", entries)


def an_entry(published: str = "2024-07-18", title: str = "云泽高新区上半年招商提速") -> Entry:
    return Entry("sources/a.html", title, published, "载有3项数据。", "云泽日报")


def locations(site: Path) -> dict[str, str | None]:
    root = fromstring((site / "sitemap.xml").read_bytes())
    return {str(each.findtext(f"{SITEMAPS}loc")): each.findtext(f"{SITEMAPS}lastmod") for each in root}


def texts(element: Element, tag: str) -> list[str | None]:
    return [each.text for each in element.iter(f"{ATOM}{tag}")]


def meta(site: Path, url: str) -> dict[str, str]:
    page = html.document_fromstring((site / url).read_text("utf-8"))
    named = page.xpath("//meta[@property or @name]")
    return {each.get("property") or each.get("name"): each.get("content") for each in named}


def test_without_an_address_there_is_none_of_it(tmp_path: Path) -> None:
    build_sample(CONTENT, tmp_path / "site")

    for name, content in files(tmp_path / "site").items():
        assert name.rpartition("/")[2] not in ONLY_THERE
        if name.endswith(".html"):
            told = content.decode()
            assert not [each for each in ("og:", "canonical", "atom+xml", "twitter:") if each in told], name


def test_the_same_input_gives_the_same_bytes_with_an_address_too(site: Path, tmp_path: Path) -> None:
    build_sample(CONTENT, tmp_path / "again", BASE)

    assert files(site) == files(tmp_path / "again")
    assert files(site).keys() >= ONLY_THERE


# -- sitemap --------------------------------------------------------------------------------------


def test_the_sitemap_names_every_page_but_the_one_for_what_is_missing(site: Path) -> None:
    pages = {path.relative_to(site).as_posix() for path in site.rglob("*.html")}

    assert locations(site).keys() == {f"{BASE}/{url}" for url in pages - {"404.html"}}


def test_a_page_was_last_changed_when_its_newest_source_appeared(site: Path) -> None:
    dates = locations(site)

    assert dates[f"{BASE}/sources/2024-07-lanjiang.html"] == "2024-07-22"
    assert dates[f"{BASE}/parks/yunze-hidz/index.html"] == "2025-02-18"
    assert dates[f"{BASE}/index.html"] == "2025-03-06"


def test_a_date_that_is_not_known_to_the_day_is_left_out() -> None:
    listed = [Location("a.html", "2024-07"), Location("b.html", None), Location("c.html", "2024-07-18")]

    written = dict(sitemap_files(listed, BASE))["sitemap.xml"]

    assert written.count("<lastmod>") == 1
    assert "<lastmod>2024-07-18</lastmod>" in written


def test_robots_txt_names_the_sitemap(site: Path) -> None:
    lines = (site / "robots.txt").read_text("utf-8").splitlines()

    assert lines == ["User-agent: *", "Allow: /", "", f"Sitemap: {BASE}/sitemap.xml"]


def test_more_pages_than_one_file_may_hold_are_shared_out() -> None:
    listed = [Location(f"sources/{number}.html", "2024-07-18") for number in range(MOST + 1)]

    written = dict(sitemap_files(listed, BASE))

    index = fromstring(written["sitemap.xml"])
    assert index.tag == f"{SITEMAPS}sitemapindex"
    named = [str(each.findtext(f"{SITEMAPS}loc")) for each in index]
    assert named == [f"{BASE}/sitemap-1.xml", f"{BASE}/sitemap-2.xml"]
    counts = [len(fromstring(written[name.rpartition("/")[2]])) for name in named]
    assert counts == [MOST, 1]


def test_as_many_pages_as_one_file_may_hold_are_in_one() -> None:
    listed = [Location(f"sources/{number}.html", None) for number in range(3)]

    assert [name for name, _ in sitemap_files(listed, BASE, most=3)] == ["robots.txt", "sitemap.xml"]
    assert len(list(sitemap_files(listed, BASE, most=2))) == 4


def test_a_site_without_pages_has_a_sitemap_all_the_same() -> None:
    assert len(fromstring(dict(sitemap_files([], BASE))["sitemap.xml"])) == 0


# -- feeds ----------------------------------------------------------------------------------------


def test_a_feed_says_what_atom_asks_for() -> None:
    feed = fromstring(atom_of(a_feed(an_entry(), an_entry("2024-07")), BASE))

    assert feed.tag == f"{ATOM}feed"
    assert texts(feed, "id") == [f"{BASE}/feed.xml"] + [f"{BASE}/sources/a.html"] * 2
    assert texts(feed, "updated") == [
        "2024-07-18T00:00:00+08:00",
        "2024-07-18T00:00:00+08:00",
        "2024-07-01T00:00:00+08:00",
    ]
    assert texts(feed, "published") == ["2024-07-18T00:00:00+08:00"]  # a month is no day
    assert texts(feed, "name") == ["云泽开发区研究院", "云泽日报", "云泽日报"]
    assert texts(feed, "summary") == ["载有3项数据。"] * 2
    links = [(each.get("rel"), each.get("href")) for each in feed.findall(f"{ATOM}link")]
    assert links == [("self", f"{BASE}/feed.xml"), ("alternate", f"{BASE}/sources/index.html")]


@pytest.mark.parametrize(
    ("title", "told"), [("<b>&amp;</b>", "<b>&amp;</b>"), ("]]>", "]]>"), ("云\x00泽\x0c\ufffe", "云泽")]
)
def test_no_title_breaks_a_feed(title: str, told: str) -> None:
    feed = fromstring(atom_of(a_feed(an_entry(title=title)), BASE))

    assert texts(feed, "title")[1] == told


def test_every_feed_is_linked_and_every_page_leads_to_one(site: Path) -> None:
    written = {path.relative_to(site).as_posix() for path in site.rglob("*.xml")} - {"sitemap.xml"}
    linked = set()
    for path in site.rglob("*.html"):
        page = html.document_fromstring(path.read_text("utf-8"))
        page.make_links_absolute(f"{BASE}/{path.relative_to(site).as_posix()}")
        feeds = page.xpath('//link[@rel="alternate"][@type="application/atom+xml"]')
        assert path.name == "404.html" or f"{BASE}/feed.xml" in [each.get("href") for each in feeds]
        assert all(each.get("title") for each in feeds)
        linked |= {each.get("href").removeprefix(f"{BASE}/") for each in feeds}

    assert written == linked
    assert "parks/yunze-hidz/feed.xml" in written


def test_the_feed_of_a_park_holds_only_what_speaks_of_it(site: Path) -> None:
    whole = fromstring((site / "feed.xml").read_bytes())
    park = fromstring((site / "parks/yunze-hidz/feed.xml").read_bytes())

    assert len(whole.findall(f"{ATOM}entry")) == 5
    told = ("2025-02-yunze", "2025-01-yunze-policy")
    assert texts(park, "id")[1:] == [f"{BASE}/sources/{each}.html" for each in told]


# -- shared links ---------------------------------------------------------------------------------


def test_a_shared_link_says_what_the_page_says(site: Path) -> None:
    told = meta(site, "parks/yunze-hidz/index.html")

    assert told["og:title"] == "云泽高新区"
    assert told["og:description"] == told["description"]
    assert told["og:url"] == f"{BASE}/parks/yunze-hidz/index.html"
    assert told["og:site_name"] == "开发区样本"
    assert told["og:locale"] == "zh_CN"
    assert told["og:type"] == "website"
    assert told["og:image"] == f"{BASE}/card.png"
    assert told["twitter:card"] == "summary_large_image"
    assert meta(site, "sources/2025-02-yunze.html")["og:type"] == "article"


def test_the_page_for_what_is_missing_has_no_address_to_share(site: Path) -> None:
    told = meta(site, "404.html")

    assert told["robots"] == "noindex"
    assert not any(name.startswith("og:") for name in told)


def test_the_picture_is_a_png_of_the_size_that_pages_state(site: Path) -> None:
    png = (site / "card.png").read_bytes()
    told = meta(site, "index.html")

    assert png[:8] == b"\x89PNG\r\n\x1a\n"
    assert struct.unpack(">II", png[16:24]) == (1200, 630)
    assert (told["og:image:width"], told["og:image:height"]) == ("1200", "630")
    assert b"Software" not in png and b"tIME" not in png


def test_the_picture_shows_the_title() -> None:
    def drawn(title: str) -> bytes | None:
        picture = draw_card(Settings(title=title, base_url="https://example.org"))
        return picture.png if picture else None

    assert drawn("云泽") == drawn("云泽") != drawn("岚江")
    assert draw_card(Settings(title="云泽")) is None


def test_a_long_title_is_cut_between_words() -> None:
    lines = lines_of("云泽开发区简报 Yunze Development Zones", 76)

    assert lines == ("云泽开发区简报 Yunze", "Development Zones")
    assert lines_of("云泽", 76) == ("云泽",)
    long = lines_of("云" * 100, 76)
    assert len(long) == MOST_LINES
    assert long[-1].endswith("…")
