"""Which figures share a series, and which mentions are one project."""

from __future__ import annotations

import itertools
import random
from decimal import Decimal

import pytest

from core.model import Investment, ProjectEntry
from tests.compiling import a_document, compiled, facts_in, figure, only_park, project, seen

# -- series ---------------------------------------------------------------------------------------


def test_two_documents_that_name_one_park_differently_share_its_series():
    long = "岚江高新技术产业开发区"
    facts = [
        facts_in("a", parks=(seen(aliases=("高新区",)),), observations=(figure("o1", subject="高新区"),)),
        facts_in(
            "b",
            parks=(seen(long),),
            observations=(figure("o2", "b", subject=long, park=long, period="2023"),),
        ),
    ]

    (series,) = only_park(compiled(*facts)).series
    assert series.subject == long
    assert [point.id for point in series.points] == ["o2", "o1"]


@pytest.mark.parametrize(
    "change",
    [
        {"indicator": "工业投资"},
        {"measure": "growth"},
        {"scope": "规上"},
        {"basis": "计划"},
        {"subject": "星河公司"},
    ],
)
def test_unlike_observations_never_share_a_series(change):
    observations = (figure("o1"), figure("o2", **change))

    park = only_park(compiled(facts_in(parks=(seen(),), observations=observations)))
    assert [len(series.points) for series in park.series] == [1, 1]


def test_points_stand_in_order_of_time_and_unknown_times_last():
    periods = ["2022", "2023-01/2023-06", "2023-01/2023-09", "2023", "@2023-12", "2024-02-01", None]
    points = [figure(str(number), period=period) for number, period in enumerate(periods)]
    shuffled = tuple(random.Random(4).sample(points, len(points)))

    (series,) = only_park(compiled(facts_in(parks=(seen(),), observations=shuffled))).series
    assert [point.period for point in series.points] == periods


def test_every_observation_stays_reachable_however_often_it_is_said():
    twice = (figure("o1"), figure("o2", words="13亿元"))
    target = figure("o3", words="14亿元", status="target")

    profiles = compiled(facts_in(parks=(seen(),), observations=(*twice, target)))
    (series,) = only_park(profiles).series
    assert [point.id for point in series.points] == ["o1", "o2", "o3"]
    assert profiles.park_of == dict.fromkeys(("o1", "o2", "o3"), "lan-jiang-gao-xin-qu")


def test_what_belongs_to_no_park_is_kept_apart():
    stray = (figure("o1", park=None), figure("o2", park="不明园区"))

    profiles = compiled(facts_in(observations=stray))
    assert [each.id for each in profiles.unplaced] == ["o1", "o2"]
    assert profiles.park_of == {}


# -- projects -------------------------------------------------------------------------------------


def projects_of(*named, **content):
    """The names of each project, where every mention stands in a document of its own."""
    facts = [
        facts_in(document, parks=(seen(),), projects=(project(document=document, **fields),))
        for document, fields in zip("abc", named, strict=False)
    ]
    return [each.names for each in compiled(*facts, **content).projects]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"name": "星河动力电池项目"}, {"name": "星河储能电池项目"}),
        ({"name": "岚江数据中心"}, {"name": "岚江数据中心二期"}),
        ({"name": "数据谷"}, {"name": "岚江数据谷"}),  # three characters fit too much
        ({"name": "研发中心", "company": "星河"}, {"name": "海源研发中心", "company": "海源"}),
        ({"name": "星河动力电池项目"}, {"name": "星河动力电池项目", "park": None}),
    ],
)
def test_two_projects_are_not_made_one(one, other):
    assert len(projects_of(one, other)) == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"name": "星河动力电池项目"}, {"name": "“星河”动力电池"}),
        ({"name": "先进计算产业园"}, {"name": "岚江先进计算产业园"}),
        (
            {"name": "动力电池项目", "company": "星河"},
            {"name": "星河动力电池", "company": "星河（岚江）公司"},
        ),
    ],
)
def test_two_names_of_one_project_are_joined(one, other):
    assert len(projects_of(one, other)) == len(projects_of(other, one)) == 1


def test_a_document_that_lists_two_names_means_two_projects():
    listed = (project("动力电池研发中心"), project("动力电池研发中心配套公寓"))

    assert len(compiled(facts_in(parks=(seen(),), projects=listed)).projects) == 2


def test_a_short_name_that_fits_two_projects_joins_neither():
    three = [{"name": name} for name in ("研发中心", "星河研发中心", "海源研发中心")]

    for order in itertools.permutations(three):
        assert len(projects_of(*order)) == 3


def test_the_register_says_which_names_mean_one_project():
    entry = ProjectEntry(id="galaxy", name="星河谷", aliases=("数字创新谷",), park="lan-jiang-gao-xin-qu")

    joined = projects_of({"name": "“星河谷”项目"}, {"name": "数字创新谷"}, projects=(entry,))
    assert joined == [("星河谷", "“星河谷”项目", "数字创新谷")]


def test_a_project_gathers_what_is_said_of_it_and_the_park_keeps_it_too():
    observations = (
        figure("o1", subject="星河动力电池", indicator="产能"),
        figure("o2", subject="星河公司", indicator="项目总投资"),
        figure("o3", subject="海源公司"),
    )
    invested = Investment("12亿元", Decimal(12), "亿元", "=", "o2")
    facts = facts_in(parks=(seen(),), observations=observations, projects=(project(investment=invested),))

    park = only_park(compiled(facts))
    assert [each.id for each in park.projects[0].observations] == ["o1", "o2"]
    assert {point.id for series in park.series for point in series.points} == {"o1", "o2", "o3"}
    assert "星河动力电池项目" in {series.subject for series in park.series}


def test_a_projects_mentions_begin_with_the_oldest_document():
    facts = [
        facts_in(name, parks=(seen(),), projects=(project(document=name, stage=stage),))
        for name, stage in (("a", "运营"), ("b", "签约"), ("c", None))
    ]
    documents = (a_document("a", "2025-01"), a_document("b", "2023"), a_document("c", None))

    (held,) = compiled(*facts, documents=documents).projects
    assert [mention.stage for mention in held.mentions] == ["签约", "运营", None]
