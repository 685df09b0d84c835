"""Keywords say what an article speaks of, and documents stand beside one another for a reason."""

from __future__ import annotations

from pathlib import Path
from typing import cast

import pytest
from msgspec.structs import replace

from core.lexicon import Lexicon
from core.model import Profiles
from core.relations import Keyword, Keywords, Relations, Wording
from core.urls import relative, search_url
from pages.parks import ParkView
from pages.sources import SourceView
from profiles import keywords_of, relate, wordings_of
from sources import read_lexicon
from tests.compiling import compiled, facts_in, project, seen
from tests.factories import sample_profiles
from tests.test_pages import views_of

ROOT = Path(__file__).parent.parent
OWN = seen("岚江高新区")
OTHER = seen("云泽经开区")


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return read_lexicon(ROOT / "extract" / "lexicon", None)


def words_of(
    text: str, lexicon: Lexicon, *, names: tuple[str, ...] = (), title: str | None = None
) -> list[str]:
    found = keywords_of(Wording("a", title, text, names), lexicon=lexicon)
    return [each.word for each in found.words]


# -- keywords -------------------------------------------------------------------------------------


def test_what_is_said_once_is_no_keyword(lexicon: Lexicon) -> None:
    assert words_of("园区引来集成电路企业，也有了数字经济。", lexicon) == []


def test_nouns_side_by_side_are_one_keyword_and_their_parts_are_none(lexicon: Lexicon) -> None:
    text = "数字经济有了新面貌。这里发展数字经济，数字经济的企业来了。"

    assert words_of(text, lexicon) == ["数字经济"]


@pytest.mark.parametrize(
    "text",
    [
        "2024年2024年，第一第一，三家三家，12亿元12亿元。",
        "项目建设加快推进，项目建设加快推进，高质量发展，高质量发展。",
        "企业创新，企业创新，产业经济，产业经济，技术平台，技术平台。",
        "工业总产值增长，工业总产值再增长，载体面积，载体面积。",
    ],
)
def test_numbers_figures_and_words_of_every_article_are_no_keywords(text: str, lexicon: Lexicon) -> None:
    assert words_of(text, lexicon) == []


def test_names_of_parks_and_brands_are_no_keywords(lexicon: Lexicon) -> None:
    text = "岚江海苔高新区的半导体。岚江海苔高新区的半导体。蓝鲸机器人，蓝鲸机器人，蓝鲸，蓝鲸。"
    told = Wording("a", None, text, ("岚江海苔高新区",), ("蓝鲸",))

    words = [each.word for each in keywords_of(told, lexicon=lexicon).words]

    assert set(words) == {"半导体", "机器人"}


def test_a_longer_text_must_say_a_keyword_more_often(lexicon: Lexicon) -> None:
    said = "这里有半导体，那里也有半导体。"

    assert words_of(said, lexicon) == ["半导体"]
    assert words_of(said + "的" * 4000, lexicon) == []


def test_a_word_of_the_title_comes_first(lexicon: Lexicon) -> None:
    text = "碳化硅，碳化硅。钙钛矿，钙钛矿。"

    assert words_of(text, lexicon, title="说说钙钛矿")[0] == "钙钛矿"
    assert words_of(text, lexicon, title="说说碳化硅")[0] == "碳化硅"


def test_a_line_break_within_a_word_makes_no_difference(lexicon: Lexicon) -> None:
    assert words_of("半导\n体，半导体。", lexicon) == words_of("半导体，半导体。", lexicon) == ["半导体"]


# -- documents ------------------------------------------------------------------------------------


def told(document: str, **words: float) -> Keywords:
    return Keywords(document, tuple(Keyword(word, 2, weight) for word, weight in words.items()))


def related(profiles: Profiles, *keywords: Keywords) -> dict[str, list[str]]:
    found = relate(profiles, keywords).related
    return {document: [each.document for each in others] for document, others in found.items()}


def test_documents_that_share_nothing_are_not_related() -> None:
    profiles = compiled(facts_in("a", parks=(OWN,)), facts_in("b", parks=(OTHER,)))

    assert related(profiles, told("a", 半导体=20, 算力=9), told("b", 海苔=20, 算力=9)) == {}


def test_documents_on_one_park_are_related_and_say_why() -> None:
    profiles = compiled(*(facts_in(each, parks=(OWN,), projects=(project(document=each),)) for each in "ab"))

    (found,) = relate(profiles, (told("a", 半导体=20), told("b", 半导体=9))).related["a"]

    assert found.document == "b"
    assert [each.kind for each in found.shared] == ["park", "project"]
    assert found.words == ("半导体",)


def test_documents_on_two_parks_are_related_where_their_keywords_are_alike() -> None:
    alone = [facts_in("a", parks=(OWN,)), facts_in("b", parks=(OTHER,)), facts_in("c")]
    profiles = compiled(*alone)
    alike = (told("a", 半导体=20, 碳化硅=9), told("b", 半导体=15, 碳化硅=9), told("c", 海苔=9))

    assert related(profiles, *alike) == {"a": ["b"], "b": ["a"]}


def test_a_reprint_is_no_related_document() -> None:
    profiles = compiled(*(facts_in(each, parks=(OWN,)) for each in "abc"))

    assert related(replace(profiles, reprints={"b": "a", "c": "a"})) == {}
    assert related(replace(profiles, reprints={"b": "a"})) == {"a": ["c"], "b": ["c"], "c": ["a"]}


def test_the_nearest_stands_first_and_the_order_of_keywords_makes_no_difference() -> None:
    profiles = compiled(*(facts_in(each, parks=(OWN,)) for each in "abc"))
    words = [told("a", 半导体=20, 算力=5), told("b", 海苔=9), told("c", 半导体=9)]

    assert related(profiles, *words)["a"] == ["c", "b"]
    assert relate(profiles, words) == relate(profiles, reversed(words))


def test_a_keyword_that_holds_another_stands_for_both() -> None:
    profiles = compiled(facts_in("a", parks=(OWN,)))

    found = relate(profiles, [told("a", 质量标杆=20, 质量标杆企业=18, 海苔=9)])

    assert found.keywords == {"a": ("质量标杆", "海苔")}


def test_the_place_that_a_park_is_named_after_is_no_keyword() -> None:
    profiles = compiled(facts_in("a", parks=(OWN,)))

    assert relate(profiles, [told("a", 岚江=20, 海苔=9, 算力=9)]).keywords == {"a": ("海苔", "算力")}


def test_a_park_is_told_in_words_that_several_documents_say_of_it_alone() -> None:
    alone = [facts_in(each, parks=(OWN,)) for each in "ab"]
    profiles = compiled(*alone, *(facts_in(each, parks=(OWN, OTHER)) for each in "cd"))
    own = next(each.id for each in profiles.parks if each.name == OWN.name)
    words = [told(each, 半导体=20, 算力=9) for each in "ab"] + [told(each, 海苔=30, 紫菜=9) for each in "cd"]

    assert relate(profiles, words).parks == {own: ("半导体", "算力")}


def test_the_words_of_a_document_leave_out_what_is_printed_around_it() -> None:
    (wording,) = wordings_of(sample_profiles())

    assert wording.title == "云泽高新区去年交出成绩单"
    assert "澜光芯片项目" in wording.text


# -- pages ----------------------------------------------------------------------------------------


def test_a_keyword_leads_to_the_search_for_it() -> None:
    assert relative("sources/a.html", search_url("算力")) == "../search/index.html#q=%E7%AE%97%E5%8A%9B"


def test_pages_show_keywords_only_where_there_are_some() -> None:
    profiles = sample_profiles()
    relations = Relations(keywords={"yunze-2024": ("芯片", "算力")}, parks={profiles.parks[0].id: ("芯片",)})
    views = views_of(replace(profiles, relations=relations))
    source, park = views["sources/yunze-2024.html"], views["parks/yunze/index.html"]
    bare = views_of(profiles)["sources/yunze-2024.html"]

    assert [each.text for each in cast(SourceView, source).words] == ["芯片", "算力"]
    assert [each.text for each in cast(ParkView, park).words] == ["芯片"]
    assert not cast(SourceView, bare).words
