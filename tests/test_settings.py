"""The settings of a site, and what stays out of it: drafts and embargoes."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from core.model import Content, Licence, Settings
from core.problems import ContentError
from core.urls import report_url
from pages import plan_pages
from publish import publish
from sources import read_content, read_settings, read_sources
from tests.conftest import Run, WriteFiles
from tests.factories import sample_profiles
from tests.golden import BROUGHT
from tests.test_publish import TEMPLATES

FULL = """\
title: 岚江开发区简报
publisher: 岚江研究室
contact: desk@example.org
licence: {name: CC BY 4.0, url: https://creativecommons.org/licenses/by/4.0/deed.zh}
icp: 苏ICP备12345678号-1
edition: 2025年第1期
report: https://example.org/report?page={page}&fact={fact}
"""
ARTICLE = "某某高新区签约项目三十个\n\n2024年，某某高新区签约项目30个，总投资120亿元。\n"
OTHER = "某某高新区税收增长\n\n2024年，某某高新区税收收入12亿元。\n"


def settings_of(write_files: WriteFiles, text: str) -> Settings:
    return read_settings(write_files({"site.yaml": text}) / "site.yaml")


def problem_of(write_files: WriteFiles, text: str) -> tuple[str, str, str]:
    """Where (the line), what and how to mend of the one mistake in site.yaml."""
    with pytest.raises(ContentError) as caught:
        settings_of(write_files, text)
    (problem,) = caught.value.problems
    return problem.where.rpartition("/")[2], problem.what, problem.fix


def page_of(settings: Settings, url: str, output: Path, *, base_url: str | None = None) -> str:
    """One page of the sample site under these settings."""
    pages = plan_pages(sample_profiles(), (), settings)
    publish(pages, templates=TEMPLATES, output=output, base_url=base_url)
    return (output / url).read_text("utf-8")


# -- what may be set -------------------------------------------------------------------------------


def test_all_settings_are_read(write_files: WriteFiles):
    settings = settings_of(write_files, FULL)

    assert (settings.contact, settings.icp, settings.edition) == (
        "desk@example.org",
        "苏ICP备12345678号-1",
        "2025年第1期",
    )
    assert settings.licence == Licence("CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/deed.zh")
    assert settings.report == "https://example.org/report?page={page}&fact={fact}"


def test_a_licence_may_be_a_name_alone(write_files: WriteFiles):
    assert settings_of(write_files, "licence: 内部资料\n").licence == Licence("内部资料")


@pytest.mark.parametrize("contact", ["desk@example.org", "https://example.org/contact", "+86 512 5555 0000"])
def test_a_contact_is_an_e_mail_address_a_web_address_or_a_telephone_number(write_files, contact):
    assert settings_of(write_files, f"contact: {contact}\n").contact == contact


@pytest.mark.parametrize(
    ("written", "what"),
    [
        ("contact: javascript:alert(1)", "contact: 'javascript:alert(1)' is neither an e-mail address"),
        ("contact: 我们", "contact: '我们' is neither an e-mail address"),
        ("licence: {name: 甲, url: ftp://example.org}", "url: 'ftp://example.org' is not a web address"),
        ("licence: {url: https://example.org}", "has no name"),
        ("icp: 12345678", "icp: '12345678' is no ICP filing number"),
        ("report: javascript:{page}{fact}", "report: 'javascript:{page}{fact}' is no address to report to"),
        ("report: https://example.org/?{page}", "has not just {page} and {fact} in braces"),
        ("report: https://example.org/?{page}{fact}{who}", "has not just {page} and {fact} in braces"),
        ("report: https://example.org/?{page}{fact", "has not just {page} and {fact} in braces"),
        ("report: mailto:desk@example.org?a b={page}{fact}", "is no address to report to"),
        ("edition: [1]", "edition: expected text, got a list"),
        ("editon: 1", "no field is called 'editon'"),
    ],
)
def test_a_wrong_value_is_told_with_its_line(write_files: WriteFiles, written: str, what: str):
    where, said, fix = problem_of(write_files, f"title: 甲\n\n{written}\n")

    assert where == "site.yaml:3"
    assert what in said
    assert fix


# -- where it is shown -----------------------------------------------------------------------------


def test_the_foot_of_a_page_says_who_answers_for_it(write_files: WriteFiles, tmp_path: Path):
    foot = page_of(settings_of(write_files, FULL), "parks/index.html", tmp_path / "site").partition(
        "<footer"
    )[2]

    assert "岚江研究室" in foot and "2025年第1期" in foot
    assert '<a href="mailto:desk@example.org" rel="external">desk@example.org</a>' in foot
    assert 'href="https://creativecommons.org/licenses/by/4.0/deed.zh"' in foot
    assert '<a href="https://beian.miit.gov.cn/" rel="external">苏ICP备12345678号-1</a>' in foot
    assert 'href="https://example.org/report?page=parks%2Findex.html&amp;fact="' in foot


def test_a_site_that_says_nothing_of_itself_has_no_empty_lines_there(tmp_path: Path):
    foot = page_of(Settings(), "parks/index.html", tmp_path / "site").partition("<footer")[2]

    assert "联系" not in foot and "许可" not in foot and "报告" not in foot and "ICP" not in foot
    assert "<p></p>" not in foot


def test_a_figure_is_reported_beside_its_evidence_with_page_and_fact(write_files: WriteFiles, tmp_path: Path):
    settings = settings_of(write_files, FULL)
    fact = sample_profiles().sources[0].facts.observations[0].id

    page = page_of(
        settings, "sources/yunze-2024.html", tmp_path / "site", base_url="https://example.org/parks"
    )

    assert f'fact={fact}"' in page
    assert "page=https%3A%2F%2Fexample.org%2Fparks%2Fsources%2Fyunze-2024.html&amp;fact=" in page
    assert page.count('title="报告这个数字"') == 5


def test_what_an_address_is_filled_with_is_encoded():
    address = report_url("mailto:desk@example.org?subject=报告&body={page}%20{fact}", "甲/乙.html", "a&b=1")

    assert address.isascii()
    asked = parse_qs(urlsplit(address).query)
    assert asked == {"subject": ["报告"], "body": ["甲/乙.html a&b=1"]}


# -- drafts and embargoes --------------------------------------------------------------------------


def content_of(write_files: WriteFiles, front_matter: str, *, site: str = "") -> tuple[Content, list[str]]:
    """What is read of an article with this front matter beside another one, and what is told."""
    folder = write_files(
        {
            "articles/a.md": f"---\n{front_matter}\n---\n{ARTICLE}",
            "articles/b.md": OTHER,
            "site.yaml": site,
        }
    )
    sources = read_sources(folder, shipped=BROUGHT)
    return sources.content, [each.what for each in sources.notices]


def test_a_draft_stays_out_and_is_told(write_files: WriteFiles):
    content, told = content_of(write_files, "draft: true")

    assert [each.id for each in content.documents] == ["b"]
    assert told == ["is a draft: it stays out of the site"]


@pytest.mark.parametrize(
    ("embargo", "as_of", "shown"),
    [
        ("2025-03-01", "2025-02-28", False),
        ("2025-03-01", "2025-03-01", True),
        ("2025-03-01", "2025-03", True),  # a month as a whole
        ("2025-03", "2025-02", False),
        ("2025", "2025-01-01", True),
    ],
)
def test_an_embargo_is_held_against_as_of(write_files: WriteFiles, embargo: str, as_of: str, shown: bool):
    content, told = content_of(write_files, f"embargo: {embargo}", site=f"as_of: {as_of}\n")

    assert ("a" in [each.id for each in content.documents]) == shown
    assert told == ([] if shown else [f"is embargoed until {embargo}: it stays out of a site as of {as_of}"])


def test_without_as_of_an_embargoed_article_stays_out_and_the_notice_says_so(write_files: WriteFiles):
    content, told = content_of(write_files, "embargo: 2000-01-01")

    assert [each.id for each in content.documents] == ["b"]
    assert told == [
        "is embargoed until 2000-01-01, and no as_of says how far the site has come: it stays out"
    ]


def test_a_wrong_embargo_is_a_mistake(write_files: WriteFiles):
    folder = write_files({"articles/a.md": f"---\nembargo: 2025-13-01\n---\n{ARTICLE}"})

    with pytest.raises(ContentError) as caught:
        read_content(folder)

    assert str(caught.value.problems[0]).startswith(
        f"{folder}/articles/a.md:2: embargo: '2025-13-01' is not a date"
    )


def test_a_correction_of_a_draft_waits_with_it(write_files: WriteFiles):
    entry = "- quote: 签约项目30个\n  number: 30个\n  decision: accept\n  reason: 原文无误\n"
    write_files({"corrections.yaml": entry})

    waiting, _ = content_of(write_files, "draft: true")
    meant, _ = content_of(write_files, "draft: false")

    assert (len(waiting.corrections), len(meant.corrections)) == (0, 1)


def test_drafts_are_told_but_are_no_problem_even_if_strict(write_files: WriteFiles, run: Run):
    folder = write_files({"articles/a.md": f"---\ndraft: true\n---\n{ARTICLE}", "articles/b.md": OTHER})

    done = run("check", "--strict", "--content", folder)

    assert (done.returncode, done.stderr.splitlines()) == (
        0,
        [
            f"{folder}/articles/a.md: is a draft: it stays out of the site",
            "    fix: take draft: away to publish it",
        ],
    )


def test_strict_an_embargo_that_nothing_can_lift_is_a_problem(write_files: WriteFiles, run: Run):
    folder = write_files({"articles/a.md": f"---\nembargo: 2025-01\n---\n{ARTICLE}", "articles/b.md": OTHER})

    done = run("check", "--strict", "--content", folder)

    assert done.returncode == 1
    assert "no as_of says how far the site has come" in done.stderr
