"""The search index finds every substring of what stands on a page, and nothing else."""

from __future__ import annotations

import json
import re
from decimal import Decimal
from itertools import accumulate
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.amounts import unscaled
from publish.search import Indexed, index_files, read_indexed, shard_of, squeezed, write_index
from tests.golden import CONTENT, build_sample

PAGE = """<!doctype html><html lang="zh-Hans"><head><title>云泽高新区</title></head><body>
<nav>园区目录</nav><main><header><h1>云泽高新区</h1><p><a href="../../industries/xinpian.html">芯片</a></p>
<dl><dt>又称</dt><dd data-aliases>云泽高新、云泽<wbr>国家高新区</dd></dl></header>
<p>产值<a href="#">1135.1</a> 亿元，<span class="hidden">看不见</span>增长
6.3%。</p><table><tr><td>甲列</td><td>乙列</td></tr></table>
<span data-period="2023/2024">2023—2024年</span><time datetime="2025-02-18">2月</time></main></body></html>"""


def indexed(text: str, url: str = "parks/a/index.html", **fields) -> Indexed:
    known = {"title": "题", "kind": "parks", "names": (), "parks": (), "industries": (), "years": ()}
    return Indexed(url=url, text=text, **{**known, **fields})


CALL = re.compile(r"parkbriefIndex[.]\w+[(](.*)[)];", re.DOTALL)


def read_calls(files: dict[str, str]) -> dict[str, list]:
    """The arguments that each file of the index hands to the script."""
    return {name: json.loads(f"[{CALL.findall(text)[0]}]") for name, text in files.items()}


def find(query: str, pages: list[Indexed]) -> set[int]:
    """What a reader of the index finds, as the script in the browser does it."""
    calls = read_calls(dict(index_files(pages)))
    shards, described, _ = calls["pages.js"]
    word = squeezed(query)
    found = set(range(len(pages)))
    for pair in (word[place : place + 2] for place in range(len(word) - 1)):
        steps = calls[f"pairs-{shard_of(pair, shards)}.js"][1].get(pair, [])
        found &= set(accumulate(steps))
    places = {number: described[number][-1] for number in found}
    return {
        number for number, (chunk, at) in places.items() if word in squeezed(calls[f"text-{chunk}.js"][1][at])
    }


def test_the_text_of_a_page_is_what_is_read_in_its_main_part():
    page = read_indexed("parks/yunze/index.html", PAGE)

    assert page.title == "云泽高新区"
    assert "产值1135.1 亿元，" in page.text
    assert "增长 6.3%。" in page.text
    assert "目录" not in page.text
    assert "看不见" not in page.text
    assert "甲列乙列" not in squeezed(page.text)


def test_a_page_says_what_it_is_about_and_when():
    page = read_indexed("parks/yunze/index.html", PAGE)

    assert page.names == ("云泽高新", "云泽国家高新区")
    assert page.parks == ("yunze",)
    assert page.industries == ("xinpian",)
    assert page.years == (2025, 2024, 2023)


def test_a_page_is_about_what_it_links_to_as_such_further_down():
    about = '<a data-about href="../../industries/guangdian.html">光电</a>'
    other = '<a href="../../industries/haitai.html">海苔</a>'
    page = read_indexed("parks/yunze/index.html", PAGE.replace("<table>", f"{about}{other}<table>"))

    assert page.industries == ("guangdian", "xinpian")


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("高新", {0, 1}),
        ("高新区", {0}),
        ("HPE国际", {1}),
        ("hpe 国际", {1}),
        ("１２亿", {0}),
        ("区建", set()),
    ],
)
def test_a_substring_is_found_whatever_its_case_width_and_spaces(query, found):
    pages = [indexed("云泽高新区\n建成12亿元的园"), indexed("高新产业，HPE 国际")]

    assert find(query, pages) == found


@given(
    st.lists(st.text("高新区园12a \n", max_size=12), min_size=1, max_size=5),
    st.text("高新区园12a", min_size=2),
)
def test_what_is_found_is_what_stands_there(texts, query):
    pages = [indexed(text, url=f"sources/{number}.html") for number, text in enumerate(texts)]

    assert find(query, pages) == {
        number for number, text in enumerate(texts) if squeezed(query) in squeezed(text)
    }


def test_names_are_found_by_their_sound():
    pages = [indexed("x", title="云泽高新区", names=("云泽高新技术产业开发区",))]
    sounds = read_calls(dict(index_files(pages)))["pages.js"][2]

    assert {"yzgxq", "yunzegaoxinqu", "yzgxjscykfq"} <= sounds.keys()


def test_the_index_leaves_out_only_the_search_itself_and_what_is_missing(tmp_path: Path):
    site = tmp_path / "site"
    build_sample(CONTENT, site)
    described = read_calls({"pages.js": (site / "search" / "pages.js").read_text("utf-8")})["pages.js"][1]
    built = {path.relative_to(site).as_posix() for path in site.rglob("*.html")}

    assert {row[0] for row in described} == built - {"search/index.html", "404.html"}


def test_a_site_without_a_page_for_the_search_has_no_index(tmp_path: Path):
    write_index(tmp_path, [])

    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("value", "unit", "whole"),
    [
        ("12.27", "亿元", (Decimal("1227000000"), "元")),
        ("4", "万个", (Decimal(40000), "个")),
        ("2", "万亿元", (Decimal(2 * 10**12), "元")),
        ("3", "千瓦", (Decimal(3), "千瓦")),
        ("3", "百亿元", (Decimal(3 * 10**10), "元")),
        ("6.3", "%", (Decimal("6.3"), "%")),
    ],
)
def test_values_are_compared_in_whole_units(value, unit, whole):
    assert unscaled(Decimal(value), unit) == whole
