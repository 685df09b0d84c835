"""A site under a path of a host: every link of pages, feeds and sitemap leads somewhere, rightly typed."""

from __future__ import annotations

import csv
import io
import json
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urldefrag
from xml.etree.ElementTree import fromstring

import pytest
from lxml import html

from tests.golden import CONTENT, build_sample
from tests.hosting import FEED, documented_types, hosting

PATH = "a/sub-path"


class Answer(NamedTuple):
    """What the host answers."""

    status: int
    kind: str
    body: bytes


class Served(NamedTuple):
    """A site and its address."""

    folder: Path
    base: str


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    root = tmp_path_factory.mktemp("www")
    with hosting(root, PATH) as base:
        build_sample(CONTENT, root / PATH, base)
        yield Served(root / PATH, base)


def get(address: str) -> Answer:
    try:
        with urllib.request.urlopen(address, timeout=10) as answer:
            return Answer(answer.status, answer.headers["Content-Type"], answer.read())
    except urllib.error.HTTPError as error:
        return Answer(error.code, error.headers["Content-Type"], error.read())


def addresses(address: str, answer: Answer) -> set[str]:
    """All that an answer leads to, as addresses without fragments."""
    if answer.kind.startswith("text/html"):
        return {urldefrag(each)[0] for each in _in_page(address, answer.body)}
    if answer.kind in {"application/xml", FEED}:
        root = fromstring(answer.body)
        told = [each.text or "" for each in root.iter() if each.tag.endswith(("}loc", "}id"))]
        return {*told, *(each.get("href", "") for each in root.iter() if each.get("href"))}
    return set()


def _in_page(address: str, body: bytes) -> Iterator[str]:
    page = html.document_fromstring(body.decode("utf-8"))
    page.make_links_absolute(address)
    yield from (link for _, _, link, _ in page.iterlinks())
    yield from page.xpath('//meta[@property="og:url" or @property="og:image"]/@content')
    for block in page.xpath('//script[@type="application/ld+json"]/text()'):
        yield from _urls(json.loads(block)["@graph"])


def _urls(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        for each in value:
            yield from _urls(each)
    elif isinstance(value, str) and value.startswith("http"):
        yield value


def crawl(served: Served) -> tuple[dict[str, Answer], set[str]]:
    """Every answer that can be reached from the first page or the sitemap, and what lies outside."""
    answers: dict[str, Answer] = {}
    outside: set[str] = set()
    ahead = [f"{served.base}/index.html", f"{served.base}/sitemap.xml", f"{served.base}/robots.txt"]
    while ahead:
        address = ahead.pop()
        if address in answers:
            continue
        answers[address] = get(address)
        for each in addresses(address, answers[address]):
            if each.startswith(f"{served.base}/"):
                ahead.append(each)
            else:
                outside.add(each)
    return answers, outside


def test_every_link_that_can_be_reached_leads_somewhere(served: Served) -> None:
    answers, outside = crawl(served)

    assert {address: answer.status for address, answer in answers.items() if answer.status != 200} == {}
    pages = {path.relative_to(served.folder).as_posix() for path in served.folder.rglob("*.html")}
    reached = {address.removeprefix(f"{served.base}/") for address in answers}
    assert pages - {"404.html"} <= reached
    assert {"feed.xml", "sitemap.xml", "card.png", "data/observations.csv", "static/site.css"} <= reached
    assert [each for each in outside if "127.0.0.1" in each] == []


def test_the_crawl_finds_a_link_that_leads_nowhere(served: Served) -> None:
    body = b'<html><body><a href="../gone.html">x</a></body></html>'

    found = addresses(f"{served.base}/parks/index.html", Answer(200, "text/html", body))

    assert found == {f"{served.base}/gone.html"}
    assert [get(each).status for each in found] == [404]


@pytest.mark.parametrize("missing", ["gone.html", "deep/er/missing.html", "parks/no-park/index.html"])
def test_whatever_is_missing_gets_the_page_for_it_with_links_that_hold(served: Served, missing: str) -> None:
    address = f"{served.base}/{missing}"
    answer = get(address)

    assert answer.status == 404
    assert answer.kind == "text/html; charset=utf-8"
    assert "没有这一页" in answer.body.decode()
    links = addresses(address, answer) - {address}  # the page itself, by a fragment
    assert f"{served.base}/static/site.css" in links
    assert {each: get(each).status for each in links if get(each).status != 200} == {}


def test_a_folder_answers_with_its_list(served: Served) -> None:
    assert get(f"{served.base}/parks/").body == get(f"{served.base}/parks/index.html").body


# -- content types --------------------------------------------------------------------------------


def is_csv(body: bytes) -> bool:
    rows = list(csv.reader(io.StringIO(body.decode("utf-8-sig"))))
    return body.startswith(b"\xef\xbb\xbf") and len({len(row) for row in rows}) == 1


def is_json(body: bytes) -> bool:
    return json.loads(body) is not None


def is_xml(root: str) -> Callable[[bytes], bool]:
    return lambda body: fromstring(body).tag.rpartition("}")[2] in root.split()


def is_text(body: bytes) -> bool:
    return bool(body.decode("utf-8").strip()) and b"\r" not in body


def begins(magic: bytes) -> Callable[[bytes], bool]:
    return lambda body: body.startswith(magic)


WHAT_IT_IS: dict[str, Callable[[bytes], bool]] = {
    "text/html; charset=utf-8": begins(b"<!doctype html>"),
    "text/css; charset=utf-8": is_text,
    "text/javascript; charset=utf-8": is_text,
    "text/plain; charset=utf-8": is_text,
    "text/csv; charset=utf-8": is_csv,
    "application/json": is_json,
    "application/xml": is_xml("urlset sitemapindex"),
    "application/atom+xml": is_xml("feed"),
    "application/pdf": begins(b"%PDF-"),
    "image/svg+xml": is_xml("svg"),
    "image/png": begins(b"\x89PNG"),
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": begins(b"PK\x03\x04"),
}


def test_every_file_has_a_documented_type_and_is_what_it_says(served: Served) -> None:
    met = set()
    for path in sorted(served.folder.rglob("*.*")):
        name = path.relative_to(served.folder).as_posix()
        if path.is_file() and not path.name.startswith("."):
            answer = get(f"{served.base}/{name}")
            assert answer.status == 200, name
            assert answer.kind in WHAT_IT_IS, f"{name} is served as {answer.kind}"
            assert WHAT_IT_IS[answer.kind](answer.body), f"{name} is no {answer.kind}"
            met.add(answer.kind)
    assert met >= WHAT_IT_IS.keys() - {"application/pdf"}


def test_the_guide_lists_a_type_for_each_kind_of_file() -> None:
    listed = documented_types()
    written = {"html", "css", "js", "txt", "csv", "json", "xml", "pdf", "svg", "png", "xlsx"}
    kinds = {each.partition(";")[0] for each in WHAT_IT_IS} - {"application/atom+xml"}

    assert listed.keys() == written
    assert set(listed.values()) == kinds
