"""Places at the front of names: their endings fall away, and nothing else of a name does."""

from __future__ import annotations

import pytest

from core.gazetteer import gazetteer, short, with_short_places
from core.model import Document, Facts, Metadata
from extract import extract_facts
from profiles.names import bare_region, park_name
from tests.compiling import compiled, facts_in, seen
from tests.test_extract import lexicon


def read(text: str) -> Facts:
    return extract_facts(Document("a", "a.txt", text, 0, Metadata(published="2024-02-01")), (), lexicon())


def parks_named(*names: str, **where: str) -> list[str]:
    """The names of the parks found where each name stands in a document of its own."""
    facts = [facts_in(str(number), parks=(seen(name, **where),)) for number, name in enumerate(names)]
    return [park.name for park in compiled(*facts).parks]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("市北", "市北"),
        ("津市", "津市"),
        ("津市市", "津市"),
        ("上海市北", "上海市北"),
        ("上海市市北", "上海市北"),
        ("上海市北方", "上海北方"),
        ("荆州市沙市区", "荆州沙市"),
        ("江苏省苏州市相城", "江苏苏州相城"),
        ("县域", "县域"),
        ("岚江市", "岚江市"),  # no place that anybody knows
        ("未来城市", "未来城市"),
        ("", ""),
    ],
)
def test_only_the_ending_of_a_known_place_falls_away(name: str, expected: str) -> None:
    assert with_short_places(name) == expected


def test_a_place_that_only_its_article_tells_loses_its_ending_where_it_is_told() -> None:
    assert with_short_places("岚江市花溪", frozenset({"岚江"})) == "岚江花溪"


def test_a_short_name_is_its_own_short_name() -> None:
    names = {place.short for places in gazetteer().values() for place in places}

    assert {name for name in names if short(name) != name} == set()


@pytest.mark.parametrize(
    ("region", "expected"),
    [("岚江市", "岚江"), ("浦东新区", "浦东"), ("津市市", "津市"), ("市北区", "市北"), (None, "")],
)
def test_a_region_goes_by_its_short_name(region: str | None, expected: str) -> None:
    assert bare_region(region) == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("津市高新区", "津高新区"),
        ("上海市北高新区", "上海北高新区"),
        ("岚江城市产业园", "岚江城产业园"),
        ("青岛市南软件产业园", "青岛南软件产业园"),
    ],
)
def test_a_character_inside_a_name_tells_two_parks_apart(one: str, other: str) -> None:
    assert sorted(parks_named(one, other)) == sorted((one, other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("津市市高新区", "津市高新区"),
        ("上海市市北高新区", "上海市北高新区"),
        ("苏州市岚江高新区", "苏州岚江高新区"),
    ],
)
def test_the_ending_of_a_known_place_tells_no_parks_apart(one: str, other: str) -> None:
    assert len(parks_named(one, other)) == 1


def test_an_unknown_city_may_lose_its_ending_in_a_park_that_lies_there() -> None:
    assert len(parks_named("岚江市高新区", "岚江高新区", city="岚江市")) == 1
    assert len(parks_named("岚江市高新区", "岚江高新区")) == 2


def test_a_park_keeps_its_name_whole() -> None:
    assert (park_name("市北高新区").place, park_name("津市高新区").place) == ("市北", "津市")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "金市岭高新区去年签约项目20个。\n\n今年1月，金市岭高新区与金岭高新区结对，金岭高新区有企业300家。\n",
            {"金市岭高新区", "金岭高新区"},
        ),
        ("津市市高新区去年签约项目20个。\n\n今年1月，津市高新区新增企业30家。\n", {"津市市高新区"}),
    ],
)
def test_an_article_calls_one_park_by_its_place_with_and_without_the_ending(
    text: str, expected: set[str]
) -> None:
    assert {park.name for park in read(text).parks} == expected
