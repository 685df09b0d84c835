"""The sample content: it must build without a mistake, and its digests must be our own."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml import html

from sources import read_content
from tests.conftest import ROOT, Run

CONTENT = read_content(ROOT / "content")


def test_the_sample_names_eight_parks_with_their_place():
    assert [park.id for park in CONTENT.parks] == [
        "kunshan-huaqiao-edz",
        "xiangcheng-etdz",
        "kunshan-hidz",
        "dalian-hidz",
        "jining-hidz",
        "zhengzhou-hidz",
        "xianyang-hidz",
        "zhaoqing-hidz",
    ]
    assert all(park.province and park.city and park.kind and park.level for park in CONTENT.parks)


def test_the_sample_retells_ten_articles_each_once():
    retold = [document.metadata.digest_of for document in CONTENT.documents]

    assert len({each.title for each in retold if each}) == len(retold) == 10


@pytest.mark.slow
def test_the_sample_builds_without_a_problem_and_shows_figures_of_every_park(tmp_path, run: Run):
    done = run("--content", ROOT / "content", "--output", "site", "--strict", "--no-cache")

    assert (done.returncode, done.stderr) == (0, "")
    shown = {path.parent.name: figures_on(path) for path in (tmp_path / "site/parks").glob("*/index.html")}
    assert set(shown) == {park.id for park in CONTENT.parks}
    assert all(figures >= 3 for figures in shown.values())


def figures_on(page: Path) -> int:
    """How many different figures a page shows."""
    return len(set(html.fromstring(page.read_text("utf-8")).xpath("//main//@data-fact")))


@pytest.mark.parametrize("document", CONTENT.documents, ids=lambda document: document.id)
def test_each_sample_article_is_a_digest_that_names_what_it_retells(document):
    metadata = document.metadata

    assert metadata.kind == "digest"
    assert metadata.digest_of and metadata.digest_of.title != metadata.title
    assert metadata.licence == "CC BY 4.0"
    assert metadata.published == metadata.digest_of.date


@pytest.mark.parametrize("document", CONTENT.documents, ids=lambda document: document.id)
def test_each_sample_article_is_a_readable_length_in_chinese_punctuation(document):
    body = document.text[document.body :]

    assert 150 <= len(re.findall(r"[\u4e00-\u9fff]", body)) <= 1000
    assert len(re.split(r"\n\s*\n", body.strip())) >= 3
    assert not re.search(r"[\u4e00-\u9fff][,;:?!]|[,;:?!][\u4e00-\u9fff]", body)
