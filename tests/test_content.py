"""The sample content: it must read without a mistake, and its digests must be our own."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from sources import read_content

ROOT = Path(__file__).parent.parent
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

    assert 150 <= len(re.findall(r"[\u4e00-\u9fff]", body)) <= 1000  # a short item has a short digest
    assert len(re.split(r"\n\s*\n", body.strip())) >= 3
    assert not re.search(r"[\u4e00-\u9fff][,;:?!]|[,;:?!][\u4e00-\u9fff]", body)
