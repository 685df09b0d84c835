"""What the page of a document shows: its text with marks, and how much of it became facts."""

from __future__ import annotations

from typing import cast

from msgspec.structs import replace

from core.model import Article, DigestOf, Profiles, Settings, SourceProfile, Span
from pages.marks import marks_of
from pages.sources import SourceView
from tests.factories import (
    a_document,
    a_leftover,
    a_mention,
    a_park,
    an_observation,
    facts_of,
    profiles_of,
    sample_profiles,
)
from tests.test_pages import views_of


def source_view(profiles: Profiles, settings: Settings | None = None) -> SourceView:
    return cast(SourceView, views_of(profiles, settings)["sources/yunze-2024.html"])


def test_two_figures_on_one_span_share_one_mark_with_a_link_for_each() -> None:
    document = a_document("枢纽经济、临空经济规模都超过500亿元。")
    figures = [an_observation(document, "500亿元", id=name, indicator=name) for name in ("枢纽", "临空")]

    marks = marks_of(facts_of(document, figures), {"枢纽", "临空"})

    assert [(mark.anchor, mark.observations) for mark in marks] == [("q14", ("枢纽", "临空"))]


def test_overlapping_spans_become_one_mark_over_both() -> None:
    document = a_document("产值达5至6亿元，年产100GW光伏项目开工。")
    low, high = an_observation(document, "5至6亿元"), an_observation(document, "6亿元")
    output = an_observation(document, "100GW")
    named = a_mention(document, "年产100GW光伏项目")
    facts = facts_of(document, [low, high, output], projects=(named,))

    marks = marks_of(facts, {low.id, high.id, output.id, named.id})

    assert [(mark.anchor, len(mark.observations), len(mark.mentions)) for mark in marks] == [
        ("q3", 2, 0),
        ("q9", 1, 1),
    ]


def text_of(view: SourceView) -> list[str]:
    return ["".join(run.text for run in paragraph.runs) for paragraph in view.paragraphs]


def test_a_source_page_shows_only_sentences_that_carry_facts() -> None:
    assert text_of(source_view(sample_profiles())) == [
        "2024年，云泽高新区实现地区生产总值1135.1亿元，同比增长6.3%。",
        "签约项目总投资超332亿元。",
        "澜光芯片项目总投资50亿元，已在云泽高新区开工。",
        "到2025年，力争地区生产总值突破1200亿元。",
    ]


def test_a_source_page_shows_the_whole_text_under_its_title_where_the_settings_say_so() -> None:
    assert text_of(source_view(sample_profiles(), Settings(sources="full"))) == [
        "2024年，云泽高新区实现地区生产总值1135.1亿元，同比增长6.3%。签约项目总投资超332亿元。",
        "澜光芯片项目总投资50亿元，已在云泽高新区开工。到2025年，力争地区生产总值突破1200亿元。",
    ]


def test_a_digest_is_shown_whole_and_names_its_original() -> None:
    original = DigestOf("云泽高新区成绩单", "云泽日报", "2025-02")
    document = a_document(kind="digest", digest_of=original)
    profiles = profiles_of(SourceProfile(document, facts_of(document)))

    view = source_view(profiles)

    assert view.full and len(view.paragraphs) == 2
    assert view.digest_of is not None
    assert (view.digest_of.title, view.digest_of.published.text) == ("云泽高新区成绩单", "2025年2月")


def test_marks_are_the_same_in_quotes_and_in_the_whole_text() -> None:
    def marks(view: SourceView) -> list[tuple[str | None, str]]:
        return [(run.mark, run.text) for each in view.paragraphs for run in each.runs if run.mark]

    quotes, full = source_view(sample_profiles()), source_view(sample_profiles(), Settings(sources="full"))

    assert marks(quotes) == marks(full)
    assert [text for _, text in marks(full)] == [
        "1135.1亿元", "6.3%", "332亿元", "澜光芯片项目", "50亿元", "1200亿元",
    ]  # fmt: skip


def test_a_sentence_that_a_column_broke_is_quoted_in_its_two_pieces() -> None:
    document = a_document("实现地区生产总值\n广告：别处的标题\n1135.1亿元。")
    figure = an_observation(document)
    start = document.text.index("1135.1")
    pieces = (Span(0, 8), Span(start, len(document.text)))
    figure = replace(figure, evidence=replace(figure.evidence, sentence=pieces))
    profiles = profiles_of(SourceProfile(document, facts_of(document, [figure])), parks=(a_park([figure]),))

    assert text_of(source_view(profiles)) == ["实现地区生产总值1135.1亿元。"]


def test_a_figure_of_no_park_is_shown_on_the_page_of_its_document() -> None:
    document = a_document()
    figure = an_observation(document, subject="江苏省", park=None)
    profiles = profiles_of(SourceProfile(document, facts_of(document, [figure])), unplaced=(figure,))

    view = source_view(profiles)
    (finding,) = view.findings
    uses = [use.url for paragraph in view.paragraphs for run in paragraph.runs for use in run.uses]

    assert not finding.placed
    assert uses == [f"sources/yunze-2024.html#{finding.value.anchor}"]


def test_a_source_page_lists_what_each_quantity_was_read_as_in_the_order_of_the_text() -> None:
    findings = source_view(sample_profiles()).findings

    assert [(each.value.text, each.indicator, each.period.text) for each in findings] == [
        ("1135.1亿元", "地区生产总值", "2024年"),
        ("增长6.3%", "地区生产总值", "2024年"),
        ("超332亿元", "签约项目总投资", "2024年"),
        ("50亿元", "项目总投资", "时期未知"),
        ("突破1200亿元", "地区生产总值", "2025年"),
    ]
    assert all(each.rule and 0 < float(each.confidence) <= 1 for each in findings)


def test_a_mark_says_what_its_words_were_read_as() -> None:
    view = source_view(sample_profiles())
    said = [use.text for paragraph in view.paragraphs for run in paragraph.runs for use in run.uses]

    assert "云泽高新区 · 地区生产总值 · 2025年 · 目标" in said
    assert "项目：澜光芯片项目 · 开工" in said


def test_quotes_of_a_page_of_several_articles_stand_under_their_titles() -> None:
    text = "头条\n\n云泽地区生产总值100亿元。\n\n岚江签约26个项目\n\n岚江税收30亿元。"
    document = a_document(text)
    figures = [an_observation(document, words) for words in ("100亿元", "26个", "30亿元")]
    cut = text.index("\n岚江签约")
    articles = (
        Article("头条", None, None, (), (Span(0, cut - 1),)),
        Article("岚江签约26个项目", None, None, (), (Span(cut, len(text)),)),
    )
    facts = replace(facts_of(document, figures), articles=articles)

    view = source_view(profiles_of(SourceProfile(document, facts)))
    headings = ["".join(run.text for run in each.runs) for each in view.paragraphs if each.heading]

    assert headings == ["头条", "岚江签约26个项目"]
    assert len(view.paragraphs) == 4


def test_recall_counts_each_quantity_once_and_tells_its_working() -> None:
    document = a_document()
    twice = [an_observation(document, id=name) for name in ("a", "b")]
    left = (
        a_leftover(document, "6.3%"),
        a_leftover(document, "332亿元"),
        a_leftover(document, "50亿元", "名称"),
    )
    profiles = profiles_of(SourceProfile(document, facts_of(document, twice, leftovers=left)))

    recall = source_view(profiles).recall

    assert (recall.quantities, recall.facts, recall.percent, recall.working) == (4, 1, "25%", "1 ÷ 4")
    assert [(group.reason, group.count) for group in recall.leftovers] == [("没有指标", 2), ("名称", 1)]


def test_a_document_without_title_or_date_says_so() -> None:
    document = a_document(title=None, publisher=None, published=None)
    view = source_view(profiles_of(SourceProfile(document, facts_of(document))))

    assert (view.title, view.citation.publisher, view.citation.published.text) == (
        "yunze-2024.txt",
        None,
        "未知",
    )
