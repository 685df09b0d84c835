"""What evidence cards are made of: the scripts with the evidence, and links to words of other pages."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from lxml import html
from msgspec.structs import replace

from core.fragments import text_fragment
from core.model import DigestOf, SourceProfile, Span
from core.urls import resolve
from pages.evidence import DocumentEvidence, evidence_of
from pages.places import find_places
from tests.factories import a_document, a_park, an_observation, facts_of, profiles_of, sample_profiles
from tests.golden import CONTENT, build_sample
from tests.test_source_pages import source_view

URL = "https://news.example/a.html"


def fragment(text: str, words: str, url: str = URL) -> str:
    start = text.index(words)
    return text_fragment(url, text, Span(start, start + len(words)))


# -- links to words of other pages ----------------------------------------------------------------


def test_the_words_of_a_short_sentence_are_named_in_full_and_every_sign_is_encoded() -> None:
    words = "“云泽-岚江”带，A&B公司。"
    link = fragment(f"前面一句。{words}后面一句。", words)

    directive = link.removeprefix(f"{URL}#:~:text=")
    assert unquote(directive) == words
    assert not set(directive) & set("-,&，“”。")
    assert "%2D" in directive and "%26" in directive


def test_a_long_sentence_is_named_by_its_first_and_its_last_clauses() -> None:
    words = "2024年，云泽高新区地区生产总值达到1,135.1亿元，比上年增长6.3%；规上工业总产值增长4.4%。"
    first, last = fragment(words, words).partition("text=")[2].split(",")

    assert unquote(first) == "2024年，云泽高新区地区生产总值达到1,135.1亿元"
    assert unquote(last) == "规上工业总产值增长4.4%。"


def test_words_that_stand_there_twice_are_told_apart_by_what_stands_before() -> None:
    text = "甲区税收增长一成。\n全区新增企业20家。\n乙区税收下降一成。\n全区新增企业20家。"
    start = text.rindex("全区")
    link = text_fragment(URL, text, Span(start, len(text)))

    before, words = link.partition("text=")[2].split(",")
    assert before.endswith("-") and unquote(before[:-1]) == "乙区税收下降一成。"
    assert unquote(words) == "全区新增企业20家。"


def test_the_first_words_of_a_text_are_told_apart_by_what_stands_after() -> None:
    text = "全区新增企业20家。\n乙区税收下降一成。\n全区新增企业20家。"
    words, after = (
        text_fragment(URL, text, Span(0, len("全区新增企业20家。"))).partition("text=")[2].split(",")
    )

    assert unquote(words) == "全区新增企业20家。"
    assert after.startswith("-") and unquote(after[1:]) == "乙区税收下降一成"


def test_an_address_that_has_a_fragment_keeps_it() -> None:
    assert fragment("税收50亿元。", "税收50亿元。", f"{URL}#page2").startswith(f"{URL}#page2:~:text=")


def test_a_line_break_in_a_sentence_is_none_on_the_other_page() -> None:
    words = "云泽高新区实现\n税收50亿元。"

    assert unquote(fragment(words, words)).endswith("云泽高新区实现税收50亿元。")


# -- the evidence of one document -----------------------------------------------------------------


def evidence(**metadata: Any) -> tuple[DocumentEvidence, str]:
    document = a_document("云泽高新区盘点。\n2024年，税收超\n50亿元，增长6%。", **metadata)
    figure = an_observation(document, "50亿元", bound=">", scope="全口径", basis="累计")
    sentence = (Span(9, len(document.text)),)
    figure = replace(figure, evidence=replace(figure.evidence, sentence=sentence))
    source = profiles_of(
        SourceProfile(document, facts_of(document, [figure])),
        parks=(a_park([figure]),),
    )
    return evidence_of(source.sources[0], find_places(source)), figure.id


def test_the_words_of_a_figure_are_found_in_its_sentence_without_its_line_breaks() -> None:
    found, id = evidence()
    fact = found.facts[id]
    quote = found.quotes[fact.quote].text

    assert quote == "2024年，税收超50亿元，增长6%。"
    assert fact.at is not None and quote[slice(*fact.at)] == "50亿元"


def test_a_card_tells_all_that_travels_with_a_figure() -> None:
    found, id = evidence()
    fact = found.facts[id]

    assert (fact.said, fact.status, fact.period) == ("超50亿元", "实际", "2024年")
    rows = dict(fact.rows)
    assert (rows["口径"], rows["性质"], rows["界限"]) == ("全口径", "累计", "只说了下限")
    assert "把握" in rows["依据"]


@pytest.mark.parametrize(
    ("metadata", "linked"),
    [
        ({}, False),
        ({"url": URL}, True),
        ({"url": "javascript:alert(1)"}, False),
        # a digest says it in words of its own: they are not on that page
        ({"url": URL, "kind": "digest", "digest_of": DigestOf("原题")}, False),
    ],
)
def test_only_words_that_stand_on_a_known_page_are_linked_to_there(
    metadata: dict[str, Any], linked: bool
) -> None:
    found, id = evidence(**metadata)
    original = found.quotes[found.facts[id].quote].original

    assert (original is not None) == linked
    assert (found.source.original is None) == (metadata.get("url") != URL)


def test_every_paragraph_with_a_mark_leads_on_without_a_script() -> None:
    view = source_view(sample_profiles())
    anchors = [each.anchor for each in view.findings] + [each.anchor for each in view.names]
    marked = [each for each in view.paragraphs if any(run.mark for run in each.runs)]

    assert len(anchors) == len(set(anchors)) == 6
    assert [each.reading for each in marked] == [anchors[at] for at in (0, 2, 5, 4)]


# -- the whole site -------------------------------------------------------------------------------


DISPUTE = """---
title: 云泽高新区再报成绩
publisher: 云泽晚报
published: 2025-03-02
url: https://news.example/yunze
---

云泽高新区2024年规模以上工业总产值达到2107.5亿元，其中“智能-装备”产业占一半以上，比上一年又有新的提高。
"""


def build_disputed(folder: Path) -> Path:
    """The sample site with one article more, which disputes a figure, and an address to report figures to."""
    content = Path(shutil.copytree(CONTENT, folder / "content"))
    with (content / "site.yaml").open("a", encoding="utf-8") as settings:
        settings.write("\nreport: https://desk.example/?p={page}&f={fact}\n")
    (content / "articles" / "2025-03-yunze.md").write_text(DISPUTE, "utf-8")
    build_sample(content, folder / "site")
    return folder / "site"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_disputed(tmp_path_factory.mktemp("evidence"))


def scripts(folder: Path) -> dict[str, Any]:
    called = {
        path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in folder.rglob("*.evidence.js")
    }
    opening, closing = "parkbriefEvidence(", ");\n"
    return {url: json.loads(text.removeprefix(opening).removesuffix(closing)) for url, text in called.items()}


def test_every_number_and_every_claim_of_every_page_has_its_card(built: Path) -> None:
    told = scripts(built)
    asked = 0
    for path in built.rglob("*.html"):
        here = path.relative_to(built).as_posix()
        for link in html.document_fromstring(path.read_text("utf-8")).xpath(
            "//a[contains(@class, 'value') or contains(@class, 'claim')]"
        ):
            url, mark = resolve(here, link.get("href"))
            facts = told[url.removesuffix(".html") + ".evidence.js"]["facts"]
            fact = link.get("data-fact")
            asked += 1
            assert facts[fact]["mark"] == mark if fact else mark in {each["mark"] for each in facts.values()}

    assert asked > 300


def test_a_value_in_dispute_names_its_rivals_on_its_card(built: Path) -> None:
    told = scripts(built)["sources/2025-03-yunze.evidence.js"]
    (fact,) = told["facts"].values()
    (doubt,) = fact["doubts"]
    (rival,) = doubt["rivals"]

    assert (fact["said"], doubt["word"]) == ("2107.5亿元", "有出入")
    assert (rival["said"], rival["period"]) == ("1030.8亿元", "2024年")
    assert rival["source"] == "云泽高新区去年交出成绩单"


def test_every_link_of_a_card_leads_somewhere(built: Path) -> None:
    ids: dict[str, set[str]] = {}
    followed = 0
    for here, told in scripts(built).items():
        links = [told["source"]["url"]]
        for fact in told["facts"].values():
            for doubt in fact.get("doubts", ()):
                links += [doubt["url"], *(each["url"] for each in doubt.get("rivals", ()))]
        for link in links:
            url, anchor = resolve(here, link)
            page = html.document_fromstring((built / url).read_text("utf-8"))
            ids.setdefault(url, set(page.xpath("//@id")))
            followed += 1
            assert not anchor or anchor in ids[url]

    assert followed == len(scripts(built)) + 2 * 2  # the two values in dispute: the ledger, and the rival


def test_what_was_worked_out_names_what_it_was_worked_out_of(built: Path) -> None:
    told = scripts(built)
    page = html.document_fromstring((built / "parks/yunze-hidz/index.html").read_text("utf-8"))
    operands = [each for link in page.xpath("//a/@data-operands") for each in link.split()]

    assert len(operands) > 1
    for each in operands:
        fact, _, link = each.partition("=")
        url, mark = resolve("parks/yunze-hidz/index.html", link)
        assert told[url.removesuffix(".html") + ".evidence.js"]["facts"][unquote(fact)]["mark"] == mark
