"""Sentences of briefs in English: each test gives facts and reads what is made of them."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from core.blocks import Name
from pages.briefs import chinese, english
from pages.briefs.claims import Claim
from pages.briefs.english.figures import at_time, clause, goals, paragraphs
from pages.briefs.english.findings import gaps
from pages.briefs.english.things import as_of, enumerated, more
from tests.briefing import spoken
from tests.test_brief_grammar import told

Fields = dict[str, Any]

FALL: Fields = {"indicator": "产值", "measure": "growth", "value": Decimal(-6)}
RANK: Fields = {"indicator": "综合评价", "measure": "rank", "unit": "名", "value": Decimal(5)}
AIM: Fields = {"period": "2025", "status": "target", "bound": ">"}


@pytest.mark.parametrize(
    ("sentence", "words", "fields", "expected"),
    [
        ("产值30亿元。", "30亿元", {"indicator": "产值"}, "产值 stood at CNY 3 bn"),
        (
            "签约项目累计46个。",
            "46个",
            {"indicator": "签约项目数", "basis": "累计"},
            "签约项目数 totalled 46",
        ),
        (
            "产值预计30亿元。",
            "30亿元",
            {"indicator": "产值", "status": "estimate"},
            "产值 had an estimated value of CNY 3 bn",
        ),
        ("产值增长6%。", "6%", {"indicator": "产值", "measure": "growth"}, "产值 rose by 6%"),
        (
            "产值下降6%。",
            "6%",
            {"indicator": "产值", "measure": "growth", "value": Decimal(-6)},
            "产值 fell by 6%",
        ),
        ("新增企业3家。", "3家", {"indicator": "企业数", "measure": "increment"}, "企业数 grew by 3"),
        ("占60%。", "60%", {"indicator": "产值", "measure": "share"}, "产值 accounted for 60%"),
        (
            "综合评价列第5名。",
            "第5名",
            {"indicator": "综合评价", "measure": "rank", "unit": "名", "value": Decimal(5)},
            "it ranked 5th in 综合评价",
        ),
    ],
)
def test_a_figure_is_said_as_an_english_reader_says_it(
    sentence: str, words: str, fields: Fields, expected: str
) -> None:
    (figure,), proofs = told(sentence, (words, fields))

    assert spoken(clause(Claim(figure.subject, (figure,)), proofs)) == expected


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        ("2024", "In 2024, 产值 stood at CNY 3 bn"),
        ("2024-01/2024-06", "In H1 2024, 产值 stood at CNY 3 bn"),
        ("2024-05-08", "On 8 May 2024, 产值 stood at CNY 3 bn"),
        ("@2021-12", "By latest count, as of Dec 2021, 产值 stood at CNY 3 bn"),
        (None, "At a time that is not stated, 产值 stood at CNY 3 bn"),
    ],
)
def test_a_sentence_opens_with_its_time(period: str | None, expected: str) -> None:
    (figure,), proofs = told("产值30亿元。", ("30亿元", {"indicator": "产值", "period": period}))

    (line,) = paragraphs([Claim(figure.subject, (figure,))], proofs)

    assert spoken(line).startswith(expected)
    assert spoken(line).endswith(".")


def test_a_rank_is_told_without_the_verb_of_its_sentence() -> None:
    (rank,), proofs = told("位列全国百强第5名。", ("第5名", {**RANK, "indicator": "位列全国百强"}))

    assert spoken(clause(Claim(rank.subject, (rank,)), proofs)) == "it ranked 5th in 全国百强"


def test_growth_follows_its_level() -> None:
    (level, growth), proofs = told("产值30亿元，增长6%。", ("30亿元", {}), ("6%", {"measure": "growth"}))

    assert spoken(clause(Claim(level.subject, (level, growth)), proofs)).endswith("stood at CNY 3 bn, up 6%")


def test_a_value_beside_its_time() -> None:
    (year, date), proofs = told("30亿元，40亿元。", ("30亿元", {}), ("40亿元", {"period": "@2024"}))

    assert spoken(at_time(year, proofs)) == "CNY 3 bn in 2024"
    assert spoken(at_time(date, proofs)) == "CNY 4 bn as of 2024"


def test_targets_are_told_by_the_time_until_when() -> None:
    (goal,), proofs = told("到2025年，产值突破40亿元。", ("40亿元", AIM))

    (line,) = goals([Claim(goal.subject, (goal,))], goal.subject, proofs)

    assert spoken(line).startswith("Targets for 2025: 地区生产总值 over CNY 4 bn")


@pytest.mark.parametrize(
    ("names", "expected"), [(["A"], "A"), (["A", "B"], "A and B"), (["A", "B", "C"], "A, B and C")]
)
def test_lists_have_an_and(names: list[str], expected: str) -> None:
    assert spoken(enumerated([[Name(name)] for name in names])) == expected


def test_one_and_several_agree() -> None:
    assert spoken(more("projects", 1)) == "1 more project is not listed."
    assert spoken(more("policies", 2)) == "2 more policies are not listed."
    assert spoken(as_of(None, "2025-02-18", 1)) == "From 1 source, published 18 Feb 2025"
    assert spoken(as_of("2025-02-28", None, 2)) == "Data as of 28 Feb 2025, from 2 sources"


def test_what_is_missing_is_told() -> None:
    assert spoken(gaps(["output", "trade"])) == (
        "The sources used do not tell: gross regional product, imports and exports. "
        "What was not found may still have been published."
    )


def test_both_grammars_know_the_same_words() -> None:
    for name in ("TITLES", "HEADINGS", "COLUMNS", "LABELS", "NOTES"):
        assert getattr(english, name).keys() == getattr(chinese, name).keys()
