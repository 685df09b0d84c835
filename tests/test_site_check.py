"""The check of a built site finds what it promises to find: each test spoils one thing of a good site."""

from __future__ import annotations

from pathlib import Path

import pytest

from publish import check_site
from publish.numerals import figures, has_numeral
from tests.test_publish import publish_sample

PARK = "parks/yunze/index.html"
PROJECT = "projects/languang.html"
SOURCE = "sources/yunze-2024.html"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    publish_sample(tmp_path / "site")
    return tmp_path / "site"


def spoil(site: Path, url: str, old: str, new: str) -> list[str]:
    """What the check says after `old` became `new` on one page."""
    path = site / url
    html = path.read_text("utf-8")
    assert old in html, f"{url} has no {old!r}"
    path.write_text(html.replace(old, new, 1), "utf-8")
    return [f"{problem.where}: {problem.what}" for problem in check_site(site)]


def test_a_good_site_has_no_problem(site: Path) -> None:
    assert check_site(site) == []


def test_a_changed_digit_is_found(site: Path) -> None:
    found = spoil(site, PARK, ">增长6.3%</a>", ">增长6.4%</a>")

    assert len(found) == 1
    assert "says '增长6.4%', its source prints '6.3%'" in found[0]
    assert found[0].startswith(f"{PARK}:")


def test_a_digit_changed_in_the_source_is_found(site: Path) -> None:
    found = spoil(site, SOURCE, ">6.3%</a>", ">6.4%</a>")

    assert any("says '增长6.3%', its source prints '6.4%'" in each for each in found)


def test_a_fact_that_says_no_number_is_found(site: Path) -> None:
    found = spoil(site, PARK, ">增长6.3%</a>", ">大幅增长</a>")

    assert any("says '大幅增长'" in each for each in found)


def test_a_dropped_mark_is_found(site: Path) -> None:
    found = spoil(site, SOURCE, '<mark class="q" id="q46">', "<mark>")

    assert any("leads to no mark" in each for each in found)
    assert any("#q46 leads to an anchor" in each for each in found)


def test_a_fact_that_leads_to_the_mark_of_another_is_found(site: Path) -> None:
    found = spoil(site, PARK, 'data-fact="yunze-2024-46"', 'data-fact="yunze-2024-59"')

    assert any("is not its own" in each for each in found)


def test_a_mark_that_feeds_nothing_is_found(site: Path) -> None:
    found = spoil(site, SOURCE, "只摘录", '只摘<mark class="q" id="q9">录</mark>')

    assert found == [f"{SOURCE}:{line_of(site, SOURCE, 'q9')}: mark q9 feeds nothing"]


def test_a_mark_whose_use_does_not_lead_back_is_found(site: Path) -> None:
    value = 'id="o-yunze-2024-59" data-fact="yunze-2024-59" href="../../sources/yunze-2024.html#{}"'

    found = spoil(site, PARK, value.format("q59"), value.format("q46"))

    assert any("mark q59 leads to" in each and "does not lead back" in each for each in found)


@pytest.mark.parametrize("number", ["42", "４２", "%", "翻番", "占三成。", "两倍"])
def test_a_number_that_does_not_say_what_it_is_is_found(site: Path, number: str) -> None:
    found = spoil(site, PARK, '<h2 id="figures">数据</h2>', f'<h2 id="figures">数据{number}</h2>')

    assert len(found) == 1
    assert "does not say what it is" in found[0]


@pytest.mark.parametrize("words", ["一成不变", "第一", "三大产业", "成就"])
def test_chinese_words_that_are_no_values_are_left_alone(words: str) -> None:
    assert not has_numeral(words)


def test_a_derived_number_without_its_working_is_found(site: Path) -> None:
    found = spoil(site, SOURCE, 'data-derived="5 ÷ 6"', 'data-derived=""')

    assert len(found) == 1
    assert "does not say what it is" in found[0]


def test_a_period_that_says_another_time_is_found(site: Path) -> None:
    found = spoil(site, PARK, 'data-period="2024">2024年', 'data-period="2024">2023年')

    assert len(found) == 1
    assert "'2023年' should read '2024年'" in found[0]


def test_a_date_that_says_another_day_is_found(site: Path) -> None:
    found = spoil(site, PARK, "2025年2月18日</time>", "2025年2月19日</time>")

    assert len(found) == 1
    assert "should read '2025年2月18日'" in found[0]


def test_a_quote_that_leads_nowhere_is_found(site: Path) -> None:
    found = spoil(site, PARK, '<h2 id="figures">', '<p data-quote>产值5亿元</p><h2 id="figures">')

    assert any("a quote that leads to no source page" in each for each in found)


def test_a_quote_with_a_changed_number_is_found(site: Path) -> None:
    found = spoil(site, PROJECT, ">澜光芯片项目总投资50亿元，", ">澜光芯片项目总投资51亿元，")

    assert len(found) == 1
    assert "the quote has 51" in found[0]


def test_a_chart_without_its_table_is_found(site: Path) -> None:
    found = spoil(site, PARK, 'data-drawing="yunze-gdp-table"', 'data-drawing="yunze-gdp"')

    assert len(found) == 1
    assert "a chart without its table" in found[0]


def test_a_number_drawn_that_the_table_does_not_print_is_found(site: Path) -> None:
    found = spoil(site, PARK, ">1135.1</text>", ">1135.2</text>")

    assert len(found) == 1
    assert "the chart shows 1135.2" in found[0]


def test_a_broken_link_is_found(site: Path) -> None:
    found = spoil(site, PARK, 'href="../../projects/languang.html"', 'href="../../projects/languan.html"')

    assert len(found) == 1
    assert "leads to no file of the site" in found[0]


def test_a_broken_anchor_is_found(site: Path) -> None:
    found = spoil(site, PARK, 'href="#main"', 'href="#mian"')

    assert len(found) == 1
    assert "#mian leads to an anchor" in found[0]


def test_a_link_out_of_the_site_is_found(site: Path) -> None:
    found = spoil(site, "index.html", 'href="parks/index.html"', 'href="../parks/index.html"')

    assert len(found) == 1
    assert "../parks/index.html leads to no file" in found[0]


def test_a_link_from_the_root_of_the_host_is_found(site: Path) -> None:
    found = spoil(site, "index.html", 'href="parks/index.html"', 'href="/parks/index.html"')

    assert len(found) == 1
    assert "hangs on the host's root" in found[0]


def test_an_id_used_twice_is_found(site: Path) -> None:
    found = spoil(site, PARK, '<h2 id="figures">', '<h2 id="main">')

    assert any("id 'main' is used twice" in each for each in found)


def test_an_inline_style_is_found(site: Path) -> None:
    found = spoil(site, PARK, "<text ", '<text style="fill: red" ')

    assert len(found) == 1
    assert "an inline style" in found[0]


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ('<html lang="zh-Hans">', "<html>", "does not say its language"),
        ("<title>方法 · Parkbrief</title>", "<title></title>", "has no title"),
        ('<meta name="description"', '<meta name="author"', "does not say what it is about"),
        ("<h1>方法</h1>", "<p>方法</p>", "has 0 <h1>"),
        ("<h1>方法</h1>", "<h1>方法</h1><h1>又一个</h1>", "has 2 <h1>"),
        ("<h1>方法</h1>", "<h1>方法</h1></p>", "</p> closes another element"),
        ("<h1>方法</h1>", "<h1>方法</h1><main></main>", "has 2 <main>"),
    ],
)
def test_a_page_out_of_form_is_found(site: Path, old: str, new: str, what: str) -> None:
    found = spoil(site, "method/index.html", old, new)

    assert len(found) == 1
    assert what in found[0]


def test_figures_of_a_value_are_its_digits_or_its_chinese_numerals() -> None:
    assert figures("超1,518.5件") == ("1,518.5",)
    assert figures("占三成") == ("三",)
    assert figures("翻番") == ("翻番",)
    assert figures("大幅增长") == ()


def line_of(site: Path, url: str, words: str) -> int:
    lines = (site / url).read_text("utf-8").splitlines()
    return next(number for number, line in enumerate(lines, 1) if words in line)
