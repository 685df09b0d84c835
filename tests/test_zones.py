"""Parks in parks and areas in parks: each with its own figures and projects, none of them the park's."""

from __future__ import annotations

from pathlib import Path
from typing import cast

import pytest
from msgspec.structs import replace

from core.model import Facts, ParkEntry, Profiles, Settings, SourceProfile, Zone
from pages import plan_pages
from pages.parks import ParkView
from profiles.zones import is_area
from publish import Theme, publish
from tests.compiling import compiled, facts_in, only_park, seen
from tests.factories import (
    PARK,
    a_document,
    a_mention,
    a_park,
    a_park_entry,
    a_project,
    an_observation,
    facts_of,
    profiles_of,
)
from tests.test_pages import rows_of, texts, views_of

TEMPLATES = Theme(Path(__file__).parent.parent / "templates")
TEXT = (
    "2024年，云泽高新区实现地区生产总值600亿元。云泽光电产业园入驻企业120家。"
    "澜光芯片项目落户云泽光电产业园，北岭电池项目开工，光电产业园二期项目开工。"
)
ZONE = "云泽光电产业园"


def told() -> Facts:
    document = a_document(TEXT)
    total = an_observation(document, "600亿元")
    firms = an_observation(document, "120家", indicator="入驻企业数", subject=ZONE)
    named = ("澜光芯片项目", "北岭电池项目", "光电产业园二期项目")
    return facts_of(document, [total, firms], projects=tuple(a_mention(document, each) for each in named))


def held() -> Profiles:
    """A park with an area in it, and another park that lies in it."""
    facts = told()
    document = a_document(TEXT)
    total, firms = facts.observations
    projects = tuple(a_project([each], id=f"p{place}") for place, each in enumerate(facts.projects))
    zone = Zone(ZONE, None, (firms,), ("p0",))
    park = a_park([total, firms], projects=projects, zones=(zone,))
    child = replace(
        a_park(id="hudong", name="云泽湖东片区", names=(), entry=a_park_entry(id="hudong", parent="yunze")),
        parent="yunze",
    )
    return profiles_of(
        SourceProfile(document, facts),
        parks=(park, child),
        projects=projects,
        park_of={total.id: "yunze", firms.id: "yunze"},
    )


def view(url: str, profiles: Profiles | None = None) -> ParkView:
    return cast(ParkView, views_of(profiles or held())[url])


# -- what is a zone -------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["光电产业园", "湖东片区", "云泽创新港", "“4+6”十大园区", "湖东新城"])
def test_an_area_is_known_by_how_its_name_ends(name: str) -> None:
    assert is_area(name)


@pytest.mark.parametrize(
    "name",
    ["园区", "产业园区", "特色产业园区", "湿地公园", "澜光有限公司", "芯片生产线", "这是湖东新城"],
)
def test_areas_in_general_and_other_things_are_none(name: str) -> None:
    assert not is_area(name)


def test_an_area_has_its_figures_and_the_projects_that_lie_there() -> None:
    profiles = compiled(replace(told(), parks=(seen(PARK),)), documents=(a_document(TEXT),))

    (zone,) = only_park(profiles).zones
    names = {each.id: each.name for each in profiles.projects}

    assert zone.name == ZONE
    assert [each.evidence.text for each in zone.figures] == ["120家"]
    assert {names[each] for each in zone.projects} == {"澜光芯片项目", "光电产业园二期项目"}


def test_an_area_of_which_nothing_is_told_is_no_section() -> None:
    document = a_document("云泽光电产业园开工建设。", id="a")
    facts = facts_of(document, parks=(seen(PARK),), projects=(a_mention(document, ZONE),))

    assert only_park(compiled(facts, documents=(document,))).zones == ()


# -- parents --------------------------------------------------------------------------------------

REGISTER = (
    ParkEntry(id="lanjiang", name="岚江高新区"),
    ParkEntry(id="hudong", name="湖东片区", parent="lanjiang"),
)


def parents(*names: str, register: tuple[ParkEntry, ...] = REGISTER) -> dict[str, str | None]:
    profiles = compiled(facts_in(parks=tuple(map(seen, names))), parks=register)
    return {park.name: park.parent for park in profiles.parks}


def test_a_park_lies_where_the_register_says() -> None:
    assert parents() == {"岚江高新区": None, "湖东片区": "lanjiang"}


def test_a_park_that_no_register_knows_lies_in_the_one_that_opens_its_name() -> None:
    assert parents("岚江高新区科技园", "岚江经开区")["岚江高新区科技园"] == "lanjiang"
    assert parents("岚江高新区科技园", "岚江经开区")["岚江经开区"] is None


def test_a_registered_park_lies_nowhere_unless_the_register_says_so() -> None:
    register = (REGISTER[0], ParkEntry(id="keji", name="岚江高新区科技园"))

    assert parents(register=register)["岚江高新区科技园"] is None


# -- pages ----------------------------------------------------------------------------------------


def test_a_figure_of_a_zone_is_none_of_its_park() -> None:
    shown = view("parks/yunze/index.html")
    (zone,) = shown.zones

    assert [texts(row.values) for row in rows_of(zone.figures)] == [["120家"]]
    assert [texts(row.values) for row in rows_of(shown.own)] == [["600亿元"]]
    assert shown.inside is None
    assert [line.name for _, lines in zone.projects for line in lines] == ["澜光芯片项目"]


def test_a_park_lists_the_parks_in_it_and_each_names_its_parent() -> None:
    shown, child = view("parks/yunze/index.html"), view("parks/hudong/index.html")

    assert [(each.name, each.url) for each in shown.parts] == [("云泽湖东片区", "parks/hudong/index.html")]
    assert child.parent and child.parent.text == PARK
    assert shown.parent is None and child.parts == ()


def test_a_site_with_zones_passes_its_check(tmp_path: Path) -> None:
    site = tmp_path / "site"

    assert publish(plan_pages(held(), (), Settings()), templates=TEMPLATES, output=site, base_url=None)
    assert "所属园区" in (site / "parks/hudong/index.html").read_text("utf-8")
    assert "园区内的片区" in (site / "parks/yunze/index.html").read_text("utf-8")
