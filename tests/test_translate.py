"""Chinese pages become English ones: words by messages, figures by observations, names by registers."""

from __future__ import annotations

import json
import shutil
from html.parser import HTMLParser
from typing import Any

import pytest

from core.editions import has_edition
from core.lexicon import Indicator, Lexicon
from core.model import Content, ParkEntry, Settings
from publish.check import check_site
from publish.conversions import says_the_same
from publish.reading import read_page
from tests.compiling import compiled, facts_in
from tests.factories import PARK, a_document, an_observation
from tests.golden import CONTENT, build_sample
from translate.catalogue import Catalogue, Message
from translate.names import Names, by_form, names_of, pinyin, place_name
from translate.pages import Translator
from translate.text import Token, needs_original, tokenised

MESSAGES = {
    "园区": "Parks",
    "来源": "Sources",
    "column\x04来源": "Source",
    "数值": "Value",
    "未知": "unknown",
    "国家级": "National level",
    "没有找到。": "Nothing found.",
    "{1} 篇来源": ("{1} source", "{1} sources"),
    "{1} 项数据": ("{1} figure", "{1} figures"),
    "最后一次说到，{1}。": "Last mentioned {1}.",
    "距今 {1} 天": ("{1} day ago", "{1} days ago"),
    "报道 {1}（{2}）": "In {2} it was {1}",
    "见<1>来源</1>和<2>园区</2>。": "See <2>Parks</2> and <1>Sources</1>.",
    "{name}的数据": "{name}: figures",
    "占{name}的{1}": "{1} of {name}",
    "{known}<1>没有报道</1>": "{known} <1>not reported</1>",
    "name\x04数字经济": "Digital economy",
}
NAMES = Names(
    terms={"地区生产总值": "Gross regional product"},
    proper={"云泽高新区": "Yunze High-Tech Zone"},
    own={"简报": "The Brief"},
    places=frozenset({"江苏", "苏州"}),
    parks=frozenset({"云泽高新区"}),
    titles=frozenset({"云泽高新区去年交出成绩单"}),
)
FRAME = '<!doctype html>\n<html lang="zh-Hans"><head><title>{title}</title></head><body>{body}</body></html>'


def a_translator(*observations: Any) -> Translator:
    said = {key: Message((text,) if isinstance(text, str) else tuple(text)) for key, text in MESSAGES.items()}
    return Translator(Catalogue(said), NAMES, {each.id: each for each in observations})


def in_english(body: str, *observations: Any, url: str = "parks/index.html") -> str:
    """What becomes of a body."""
    translator = a_translator(*observations)
    page = translator.translate(url, FRAME.format(title="园区", body=body))
    assert translator.edition.problems() == ()
    return page.partition("<body>")[2].partition("</body>")[0]


# -- messages -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("<p>没有找到。</p>", "<p>Nothing found.</p>"),
        ("<p>1 篇来源，163 项数据</p>", "<p>1 source, 163 figures</p>"),
        ("<li><b>2</b> 篇来源</li>", "<li><b>2</b> sources</li>"),
        ("<p>没有找到。没有找到。</p>", "<p>Nothing found. Nothing found.</p>"),
        ("<p>\n没有找到。\n</p>", "<p> Nothing found.\n</p>"),
        (
            '<p>见<a href="a.html">来源</a>和<a href="b.html">园区</a>。</p>',
            '<p>See <a href="b.html">Parks</a> and <a href="a.html">Sources</a>.</p>',
        ),
        (
            '<p>报道 <b>12</b>（<time datetime="2024-07">2024年7月</time>）</p>',
            '<p>In <time datetime="2024-07">July 2024</time> it was <b>12</b></p>',
        ),
        ("<li>国家级<span>没有报道</span></li>", "<li>National level <span>not reported</span></li>"),
        (
            "<p>（<span>未知</span>、<span>未知</span>）</p>",
            "<p> (<span>unknown</span>, <span>unknown</span>) </p>",
        ),
    ],
)
def test_a_segment_is_said_by_its_message(chinese, english):
    assert in_english(chinese) == english


def test_the_head_of_a_column_may_have_a_word_of_its_own():
    table = in_english('<table><tbody><tr><th>来源</th><td data-label="来源">来源</td></tr></tbody></table>')

    assert '<th>Source</th><td data-label="Source">Sources</td>' in table


def test_what_no_message_says_is_a_problem_with_its_remedy():
    translator = a_translator()
    translator.translate("parks/a.html", FRAME.format(title="园区", body="<p>没有人译过 3 次这句话</p>"))

    (problem,) = translator.edition.problems()

    assert problem.where == "en/parks/a.html"
    assert problem.what == "no English for '没有人译过 {1} 次这句话'"
    assert 'msgid "没有人译过 {1} 次这句话"' in (problem.fix or "")


@pytest.mark.parametrize(
    ("chinese", "said"),
    [
        ("2024年上半年", "H1 2024"),
        ("截至2021年12月", "as of Dec 2021"),
        ("2022年1—9月", "Jan–Sept 2022"),
        ("2015年8月—2020年10月", "Aug 2015 – Oct 2020"),
        ("2017—2021年", "2017–2021"),
        ("2024年7月5日", "5 July 2024"),
        ("1135.1亿元", "CNY 113.51 bn"),
        ("增长6.3%", "up 6.3%"),
        ("约30亿元", "about CNY 3 bn"),
        ("28", "28"),
        ("第31名", "31st"),
        ("2025-05-27", "2025-05-27"),
    ],
)
def test_dates_values_and_numbers_of_a_text_are_places(chinese, said):
    assert tokenised(f"在{chinese}时")[1:2] == [Token(said, chinese, 28 if said == "28" else None)]


# -- figures and names ----------------------------------------------------------------------------


def test_a_value_is_that_of_its_observation_with_the_original_beside_it():
    figure = an_observation()
    link = f'<a class="value" data-fact="{figure.id}" href="s.html#q1" title="原句：产值。">1135.1亿元</a>'

    assert in_english(link, figure) == (
        f'<a class="value" data-fact="{figure.id}" href="s.html#q1" title="原句：产值。" lang="zh-Hans">'
        '<span lang="en">CNY\u00a0113.51\u00a0bn '
        '<span class="original" lang="zh-Hans">1135.1亿元</span></span></a>'
    )


def test_a_value_without_digits_has_its_original_beside_it_wherever_it_is_said():
    assert needs_original("doubled", "翻番")
    assert needs_original("CNY 113.51 bn", "1135.1亿元")
    assert not needs_original("1,119", "1119家")


def test_a_value_of_the_same_digits_needs_no_original():
    growth = an_observation(a_document("增长6.3%。"), "6.3%", measure="growth")

    assert in_english(f'<p><a data-fact="{growth.id}" href="s.html#q1">增长6.3%</a></p>', growth) == (
        f'<p><a data-fact="{growth.id}" href="s.html#q1">up\u00a06.3%</a></p>'
    )


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("<span data-name>云泽高新区</span>", "<span data-name>Yunze High-Tech Zone</span>"),
        ("<span data-name>江苏 · 苏州</span>", "<span data-name>Jiangsu · Suzhou</span>"),
        (
            "<span data-name>数字经济、远山</span>",
            '<span data-name>Digital economy, <span lang="zh-Hans">远山</span></span>',
        ),
        ("<span data-name>远山项目</span>", '<span data-name lang="zh-Hans">远山项目</span>'),
        (
            "<h1 data-name>云泽高新区</h1>",
            '<h1 data-name>Yunze High-Tech Zone <span class="original" lang="zh-Hans">云泽高新区</span></h1>',
        ),
        (
            "<h1 data-name>远山</h1>",
            '<h1 data-name><span lang="zh-Hans">远山</span> '
            '<span class="original" lang="zh-Latn-pinyin">Yuan Shan</span></h1>',
        ),
        (
            '<span data-period="2024-01/2024-06">2024年上半年</span>',
            '<span data-period="2024-01/2024-06">H1 2024</span>',
        ),
        (
            '<span data-derived="x">占地区生产总值的5%</span>',
            '<span data-derived="x">5% of gross regional product</span>',
        ),
    ],
)
def test_names_and_times_say_what_they_are(chinese, english):
    assert in_english(chinese).replace('data-name=""', "data-name") == english


def test_a_quote_stays_chinese_and_says_so():
    assert in_english('<a data-quote href="s.html">产值30亿元</a>').replace('=""', "") == (
        '<a data-quote href="s.html" lang="zh-Hans">产值30亿元</a>'
    )


def test_a_comment_stays_chinese_but_for_the_marks_beside_its_figures():
    body = (
        "<p data-comment>出口<span data-unseen>88亿元<span>此数未见于来源</span></span>，企业"
        '<a href="a.html">98家</a> <a data-doubt="f" title="园区" href="b.html">园区</a></p>'
    )

    assert in_english(body) == (
        '<p data-comment lang="zh-Hans">出口'
        '<span data-unseen>88亿元<span lang="en">in no source</span></span>，企业'
        '<a href="a.html">98家</a> <a data-doubt="f" title="Parks" href="b.html" lang="en">Parks</a></p>'
    )


def test_the_working_of_a_value_is_said_operand_by_operand():
    working = "2024年地区生产总值55.6亿元 ÷ 2024年远山投资175.1亿元 ＝ 31.8%"

    said = in_english(f'<p data-derived="{working}">{working}</p>')

    assert "2024 Gross regional product CNY 5.56 bn ÷ 2024 " in said
    assert '<span lang="zh-Hans">远山投资</span> CNY 17.51 bn = 31.8%' in said


@pytest.mark.parametrize(
    ("name", "english"),
    [
        ("云泽高新区", "Yunze High-Tech Zone"),
        ("岚江经济技术开发区", "Lanjiang Economic and Technological Development Zone"),
        ("陕西西安高新区", "Shaanxi Xi'an High-Tech Zone"),
        ("远山项目", None),
    ],
)
def test_a_park_without_a_registered_name_is_told_by_its_form(name, english):
    assert by_form(name) == english


@pytest.mark.parametrize(
    ("place", "english"),
    [
        ("苏州", "Suzhou"),
        ("陕西", "Shaanxi"),
        ("山西", "Shanxi"),
        ("内蒙古", "Inner Mongolia"),
        ("西安", "Xi'an"),
    ],
)
def test_places_are_told_in_pinyin_but_for_those_with_a_name_of_their_own(place, english):
    assert place_name(place) == english


def test_pinyin_keeps_what_is_latin():
    assert pinyin("远山AI项目") == "Yuan Shan AI Xiang Mu"


def test_a_registered_name_counts_for_its_aliases():
    entry = ParkEntry("yunze-hidz", PARK, aliases=("云泽国家高新区",), en="Yunze National High-Tech Zone")
    content = Content(settings=Settings(), parks=(entry,), projects=(), documents=())
    lexicon = Lexicon((Indicator("产值", "Output value", "money"),), {})

    names = names_of(content, compiled(facts_in(), parks=(entry,)), lexicon)

    assert names.english("云泽国家高新区") == "Yunze National High-Tech Zone"
    assert names.english("产值") == "Output value"


def test_what_the_site_calls_itself_stays_chinese_without_an_english_title():
    translator = Translator(Catalogue({}), Names(untold=frozenset({"样本"})), {})

    page = translator.translate("a.html", FRAME.format(title="样本", body="<p>样本</p>"))

    assert '<p><span lang="zh-Hans">样本</span></p>' in page
    assert translator.edition.problems() == ()


# -- the frame ------------------------------------------------------------------------------------


def test_links_lead_on_within_the_edition_and_out_to_what_both_share():
    body = '<a href="../sources/a.html#q1">x</a><a href="../data/all.csv">x</a><a href="https://example.org/">x</a>'

    said = in_english(body, url="parks/index.html")

    assert said == (
        '<a href="../sources/a.html#q1">x</a><a href="../../data/all.csv">x</a><a href="https://example.org/">x</a>'
    )


@pytest.mark.parametrize(
    ("url", "there"),
    [
        ("parks/a/investment.html", True), ("parks/a/investment.pdf", True), ("edition.pdf", True),
        ("404.html", False), ("static/plan.pdf", False), ("data/facts.json", False),
    ],
)  # fmt: skip
def test_pages_and_pdfs_are_in_each_language_and_other_files_are_shared(url, there):
    assert has_edition(url) is there


def test_a_citation_tells_title_and_publisher_in_english():
    body = "<h1 data-name>云泽高新区</h1><pre data-structure>{}</pre>"
    told = in_english(body.format("简报. 云泽高新区（2025版）"))
    whole = in_english(body.format("@techreport{yunze, title = {云泽高新区}, institution = {简报}}"))

    assert told.endswith('<pre data-structure lang="zh-Hans">The Brief. Yunze High-Tech Zone（2025版）</pre>')
    assert "{Yunze High-Tech Zone}, institution = {The Brief}}</pre>" in whole and "lang" not in whole[-90:]


def test_the_switch_leads_back_to_the_same_page():
    switch = (
        '<p data-languages><span lang="zh-Hans" aria-current="true">中文</span> '
        '<a lang="en" hreflang="en" href="../en/parks/index.html">English</a></p>'
    )

    said = in_english(switch)

    assert '<a lang="zh-Hans" href="../../parks/index.html" hreflang="zh-Hans">中文</a>' in said
    assert '<span lang="en" aria-current="true">English</span>' in said


class _Tokens(HTMLParser):
    """What a page is made of besides its words."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in ("span", "script"):
            self.tags.append(tag)


def tags_of(page: str) -> list[str]:
    tokens = _Tokens()
    tokens.feed(page)
    return sorted(tokens.tags)


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """The golden site in both languages, under an address."""
    folder = tmp_path_factory.mktemp("both")
    content = folder / "content"
    shutil.copytree(CONTENT, content)
    settings = content / "site.yaml"
    settings.write_text(settings.read_text("utf-8") + "\nlanguages: [zh, en]\n", "utf-8")
    build_sample(content, folder / "site", "https://example.org/")
    return folder / "site"


def test_every_page_but_the_missing_one_is_there_in_english(site):
    chinese = {path.relative_to(site).as_posix() for path in site.rglob("*.html") if "en" not in path.parts}
    english = {path.relative_to(site / "en").as_posix() for path in (site / "en").rglob("*.html")}

    assert english == chinese - {"404.html"}


def test_every_pdf_is_there_in_english_and_english_pages_lead_to_it(site):
    chinese = {path.relative_to(site).as_posix() for path in site.rglob("*.pdf") if "en" not in path.parts}
    english = {path.relative_to(site / "en").as_posix() for path in (site / "en").rglob("*.pdf")}

    assert len(chinese) > 2 and english == chinese
    page = (site / "en/parks/yunze-hidz/investment.html").read_text("utf-8")
    assert '<a href="investment.pdf" type="application/pdf">PDF</a>' in page
    assert 'href="../edition.pdf"' in (site / "en/parks/index.html").read_text("utf-8")


def test_nothing_is_lost_between_the_languages(site):
    pages = sorted((site / "en").rglob("*.html"))
    assert len(pages) > 20
    for path in pages:
        chinese = site / path.relative_to(site / "en")
        got, meant = tags_of(path.read_text("utf-8")), tags_of(chinese.read_text("utf-8"))
        assert [tag for tag in got if tag not in ("a", "g", "text", "path", "use", "defs")] == [
            tag for tag in meant if tag not in ("a", "g", "text", "path", "use", "defs")
        ], path


FULL = """
languages: [zh, en]
publisher: 岚江研究室
contact: desk@example.org
licence: {name: 署名 4.0 国际, url: "https://creativecommons.org/licenses/by/4.0/"}
icp: 苏ICP备12345678号-1
edition: 2025年第1期
as_of: 2025-03-31
report: "mailto:desk@example.org?subject={page}%20{fact}"
"""
PLANNED = "---\ntitle: 云泽高新区再添新项目\n---\n\n云泽高新区远湖算力项目计划建成投产，总投资12亿元。\n"


def test_a_site_of_every_setting_has_its_english_as_well(tmp_path):
    content = tmp_path / "content"
    shutil.copytree(CONTENT, content)
    (content / "site.yaml").write_text((content / "site.yaml").read_text("utf-8") + FULL, "utf-8")
    parks = (content / "parks.yaml").read_text("utf-8")
    sourced = parks.replace("《云泽高新区去年交出成绩单》", "https://example.org/list")
    assert sourced != parks
    (content / "parks.yaml").write_text(sourced, "utf-8")
    (content / "articles" / "planned.md").write_text(PLANNED, "utf-8")

    build_sample(content, tmp_path / "site")

    english = tmp_path / "site" / "en"

    def written(pattern: str) -> str:
        return "".join(path.read_text("utf-8") for path in sorted(english.glob(pattern)))

    assert ">source</a>" in written("parks/yunze-hidz/index.html")
    assert "no time told" in written("projects/*.html")
    assert ">report</a>" in written("sources/planned.html")
    assert '<span data-name lang="zh-Hans">苏ICP备12345678号-1</span>' in written("index.html")


def test_each_page_names_its_twin(site):
    chinese, english = ((site / f"{each}parks/index.html").read_text("utf-8") for each in ("", "en/"))

    for page in (chinese, english):
        assert '<link rel="alternate" hreflang="zh-Hans" href="https://example.org/parks/index.html">' in page
        assert '<link rel="alternate" hreflang="en" href="https://example.org/en/parks/index.html">' in page
    assert '<link rel="canonical" href="https://example.org/en/parks/index.html">' in english
    assert '<html lang="en">' in english


def test_the_search_of_the_english_pages_finds_them(site):
    pages = (site / "en" / "search" / "pages.js").read_text("utf-8")
    figures = (site / "en" / "search" / "figures.js").read_text("utf-8")

    assert "High-Tech" in pages
    assert "CNY" in figures


def test_evidence_cards_are_english_too(site):
    script = next((site / "en" / "sources").glob("*.evidence.js")).read_text("utf-8")
    told = json.loads(script.removeprefix("parkbriefEvidence(").removesuffix(");\n"))

    card = next(each for each in told["facts"].values() if each.get("status"))
    assert card["status"] in ("actual", "estimate", "target")
    assert card["rows"][0][0] == "Subject"


# -- the check ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("<p>Parks 园区</p>", ["Parks 园区"]),
        ('<p>Parks <span lang="zh-Hans">园区</span></p>', []),
        ('<p title="园区">Parks</p>', ["园区"]),
        ('<p lang="zh-Hans" title="园区"><span lang="en">Parks</span></p>', []),
        ('<p lang="zh-Latn-pinyin">园区</p>', ["园区"]),
    ],
)
def test_chinese_on_an_english_page_says_so_or_is_found(body, found):
    page = read_page("en/a.html", f'<html lang="en"><body><main>{body}</main></body></html>')

    assert [text for _, text in page.foreign] == found


def test_chinese_on_a_chinese_page_is_no_fault():
    assert read_page("a.html", '<html lang="zh-Hans"><body>园区</body></html>').foreign == []


@pytest.mark.parametrize(
    ("english", "original", "same"),
    [
        ("CNY 113.51 bn", "1135.1亿元", True),
        ("CNY 113.5 bn", "1135.1亿元", False),
        ("CNY\u00a0580\u00a0m", "5.8亿元", True),
        ("15,000 m", "1.5万米", True),
        ("over CNY 2 bn", "20多亿元", True),
        ("at least 25% share", "占1/4以上", True),
        ("4.5 hours", "4个半小时", True),
        ("doubled", "翻番", True),
        ("CNY 20 m", "2000亿元", False),
    ],
)
def test_a_conversion_is_held_against_its_original(english, original, same):
    assert says_the_same(english, original) is same


def test_a_site_whose_conversion_is_wrong_is_refused(site, tmp_path):
    shutil.copytree(site, tmp_path / "site")
    page = next(
        path
        for path in sorted((tmp_path / "site" / "en").rglob("*.html"))
        if "CNY\u00a0" in path.read_text("utf-8")
    )
    text = page.read_text("utf-8")
    at = text.index("CNY\u00a0") + 4
    page.write_text(text[:at] + "9" + text[at:], "utf-8")

    problems = check_site(tmp_path / "site")

    assert any("which is not" in problem.what for problem in problems)


# -- no words of the page are told by their sound -------------------------------------------------


def test_words_of_the_page_where_a_name_may_stand_are_said_not_spelled():
    messages = {"有出入：{name}": "disputed: {name}", "另一处说是{1}": "elsewhere {1}"}
    catalogue = Catalogue({key: Message((said,)) for key, said in messages.items()})
    translator = Translator(catalogue, NAMES, {})

    page = translator.translate(
        "a.html", FRAME.format(title="x", body='<p aria-label="有出入：另一处说是3亿元">x</p>')
    )

    assert 'aria-label="disputed: elsewhere CNY 300 m"' in page


def test_an_attribute_without_a_message_is_told_and_never_spelled_out():
    translator = a_translator()
    body = '<form data-empty="请写字；也可以不写。"></form><span data-derived="没有人译过">没有人译过</span>'

    translator.translate("a.html", FRAME.format(title="园区", body=body))

    missing = [problem.what for problem in translator.edition.problems()]
    assert "no English for '请写字；也可以不写。'" in missing
    assert "no English for '没有人译过'" in missing


def test_no_attribute_of_the_golden_site_spells_what_a_template_says(site):
    """Pinyin stands for names alone: the words of templates are in none of it."""
    spelled = {
        pinyin(each) for each in ("另一处说是", "见诸报道的项目与载体", "输入要找的字", "原句", "后来的报道")
    }
    pages = [path.read_text("utf-8") for path in sorted((site / "en").rglob("*.html"))]

    assert [each for each in sorted(spelled) if any(each in page for page in pages)] == []


# -- words of amounts, and names of places --------------------------------------------------------


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ("增长近三成", "up nearly 30%"),
        ("约四成半", "about 45%"),
        ("约下降8%", "down about 8%"),
        ("翻了一番", "doubled"),
        ("不足30亿元", "under CNY 3 bn"),
    ],
)
def test_amounts_in_words_are_places_of_a_message(told, said):
    (token,) = tokenised(told)
    assert not isinstance(token, str)
    assert token.said == said


def test_three_tenths_are_none_in_other_words():
    assert tokenised("一成不变") == ["一成不变"]


def test_a_parks_name_tells_its_places_apart():
    told = by_form("江苏省宁州市云泽经济技术开发区", ("江苏", "宁州"))
    assert told == "Jiangsu Ningzhou Yunze Economic and Technological Development Zone"
    assert by_form("宁州高新区", ("宁州",)) == "Ningzhou High-Tech Zone"
