"""Which mentions are one park, and what the judge holds of each."""

from __future__ import annotations

import itertools
import random

import msgspec
import pytest

from core.model import ParkEntry, Settings, Stated
from profiles.ids import slug
from tests.compiling import a_document, compiled, facts_in, figure, only_park, project, seen


def parks_named(*names, register=(), **fields):
    """The names of the parks found where each name stands in a document of its own."""
    facts = [facts_in(str(number), parks=(seen(name, **fields),)) for number, name in enumerate(names)]
    return [park.name for park in compiled(*facts, parks=register).parks]


# -- parks ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("岚江高新区", "岚江经开区"),
        ("岚江高新区", "滨海高新区"),
        ("岚江经开区", "岚江综合保税区"),
        ("岚江新区", "岚江高新区"),
        ("江北高新区", "岚江北高新区"),  # ends alike, but 临 is no region
        ("岚江花溪经济开发区", "岚江经济开发区"),
        ("岚江高新区", "高新区"),
    ],
)
def test_likeness_alone_never_makes_two_parks_one(one, other):
    assert len(parks_named(one, other)) == 2


@pytest.mark.parametrize(
    "names",
    [
        (
            "岚江高新技术产业开发区",
            "岚江高新区",
            "岚江国家高新技术产业开发区",
            "岚江市高新区",
            "“岚江” 高新区",
        ),
        ("岚江经济技术开发区", "岚江经开区", "岚江国家级经济技术开发区"),
        ("岚江经济开发区", "岚江开发区"),
        ("岚江工业园区", "岚江工业园"),
    ],
)
def test_the_ways_to_write_one_kind_name_one_park(names):
    for order in itertools.permutations(names):
        assert len(parks_named(*order, city="岚江市")) == 1


def test_a_park_is_known_with_and_without_its_city_in_front():
    assert parks_named("东州花溪经开区", "花溪经济技术开发区", city="东州") == ["花溪经济技术开发区"]


def test_parks_of_one_name_in_two_cities_stay_two_and_the_one_without_a_city_joins_neither():
    facts = [
        facts_in("a", parks=(seen("城南高新区", city="东州"),)),
        facts_in("b", parks=(seen("城南高新区", city="西州"),)),
        facts_in("c", parks=(seen("城南高新区"),)),
    ]

    for order in itertools.permutations(facts):
        parks = compiled(*order).parks
        assert [park.documents for park in parks if park.city] in ([("a",), ("b",)], [("b",), ("a",)])
        assert len({park.id for park in parks}) == 3


def test_a_zone_of_the_province_is_not_the_zone_of_the_state_beside_it():
    facts = [
        facts_in("a", parks=(seen("岚江经济技术开发区", level="国家级"),)),
        facts_in("b", parks=(seen("岚江经济开发区", level="省级"),)),
    ]

    assert len(compiled(*facts).parks) == 2


def test_a_bare_kind_means_the_park_of_its_own_document_only():
    assert parks_named("经开区", "经开区") == ["经开区", "经开区"]


def test_an_alias_that_names_place_and_kind_joins_documents():
    facts = [
        facts_in("a", parks=(seen("岚江高新区", aliases=("大桥产业转移工业园", "高新区")),)),
        facts_in("b", parks=(seen("大桥产业转移工业园"),)),
    ]

    park = only_park(compiled(*facts))
    assert park.documents == ("a", "b")
    assert "高新区" not in park.names


ENTRY = ParkEntry(
    id="lanjiang-hidz",
    name="岚江高新技术产业开发区",
    aliases=("岚江科学城",),
    kind="高新技术产业开发区",
    level=Stated("国家级"),
    province="浙江",
)


def test_the_register_names_the_park_whatever_documents_call_it():
    assert parks_named("岚江高新区", "岚江科学城", register=(ENTRY,)) == [ENTRY.name]


def test_the_registers_level_and_place_win_over_the_documents():
    mention = seen("岚江高新区", level="省级", city="东州", kind="产业园")

    park = only_park(compiled(facts_in(parks=(mention,)), parks=(ENTRY,)))
    assert (park.id, park.level, park.kind, park.province, park.city) == (
        "lanjiang-hidz",
        "国家级",
        "高新技术产业开发区",
        "浙江",
        "东州",
    )


def test_a_register_park_that_no_document_mentions_has_an_empty_profile():
    park = only_park(compiled(parks=(ENTRY,)))

    assert (park.id, park.series, park.projects, park.documents) == ("lanjiang-hidz", (), (), ())


def test_what_most_documents_say_of_a_park_holds_and_the_newest_on_a_tie():
    parks = [seen(level="省级"), seen(level="国家级"), seen(level="国家级")]
    facts = [facts_in(name, parks=(park,)) for name, park in zip("abc", parks, strict=True)]

    assert only_park(compiled(*facts)).level == "国家级"
    assert only_park(compiled(*facts[:2])).level == "省级"


def test_parks_stand_by_province_then_by_sound():
    mentions = (
        seen("中山高新区", province="广东"),
        seen("阿城高新区", province="江苏省"),
        seen("无名高新区"),
        seen("北辰高新区", province="天津"),
        seen("安州高新区", province="江苏"),
    )

    names = [park.name for park in compiled(facts_in(parks=mentions)).parks]
    assert names == ["北辰高新区", "阿城高新区", "安州高新区", "中山高新区", "无名高新区"]


# -- ids ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("岚江高新区", "lan-jiang-gao-xin-qu"),
        ("重庆ABC·12号（二期）", "chong-qing-abc-12-hao-er-qi"),
        ("", ""),
    ],
)
def test_an_id_is_the_sound_of_a_name(name, expected):
    assert slug(name) == expected


def test_an_id_stays_short_and_ends_with_a_whole_syllable():
    assert slug("双" * 60).split("-") == ["shuang"] * 11


def test_a_derived_id_gives_way_to_the_registers():
    entry = ParkEntry(id="lan-jiang-gao-xin-qu", name="别处的园区")

    ids = [park.id for park in compiled(facts_in(parks=(seen(),)), parks=(entry,)).parks]
    assert "lan-jiang-gao-xin-qu" in ids
    assert len(set(ids)) == 2


def test_a_project_called_index_does_not_take_the_place_of_the_list():
    (listed,) = compiled(facts_in(projects=(project(name="Index"),))).projects

    assert listed.id.startswith("index-")


# -- the whole ------------------------------------------------------------------------------------


def test_the_order_of_documents_makes_no_difference():
    names = ("岚江高新区", "东州岚江高新区", "岚江国家高新技术产业开发区", "高新区")
    facts = [
        facts_in(
            document,
            parks=(seen(name, city="东州"),),
            observations=(figure(document, document, subject=name, park=name),),
            projects=(project(document=document, park=name),),
        )
        for document, name in zip("abcd", names, strict=True)
    ]
    documents = tuple(a_document(each) for each in "abcd")

    found = {
        msgspec.json.encode(compiled(*order, documents=tuple(random.Random(7).sample(documents, 4))))
        for order in itertools.permutations(facts)
    }
    assert len(found) == 1


@pytest.mark.parametrize(
    ("stated", "published", "expected"),
    [
        ("2030-01", ("2024-07",), "2030-01"),
        (None, ("2024-07", "2025-02-28", None, "2025"), "2025-02-28"),
        (None, (None, None), None),
    ],
)
def test_the_site_is_as_of_its_setting_or_its_newest_document(stated, published, expected):
    documents = tuple(a_document(str(number), date) for number, date in enumerate(published))

    assert compiled(documents=documents, settings=Settings(as_of=stated)).as_of == expected


def test_a_document_without_a_date_is_as_old_as_its_newest_article():
    undated = facts_in()
    (article,) = undated.articles
    dates = ("2024-03", None, "2024-05")
    articles = tuple(msgspec.structs.replace(article, published=date) for date in dates)
    facts = msgspec.structs.replace(undated, articles=articles)

    assert compiled(facts, documents=(a_document(published=None),)).as_of == "2024-05"


def test_sources_stand_newest_first_and_undated_ones_last():
    dates = {"a": None, "b": "2024", "c": "2025-02", "d": None, "e": "2025-02-03"}
    documents = tuple(a_document(name, date) for name, date in dates.items())

    assert [source.document.id for source in compiled(documents=documents).sources] == [
        "e",
        "c",
        "b",
        "a",
        "d",
    ]


def test_facts_of_a_document_that_was_not_read_are_refused():
    with pytest.raises(ValueError, match="ghost"):
        compiled(facts_in("ghost"), documents=())
