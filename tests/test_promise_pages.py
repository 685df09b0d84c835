"""What pages show of promises and stages."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, cast

import pytest
from msgspec import Struct

from core.judgement import Verdict
from core.model import Observation, Page, Profiles, ProjectMention, Settings, SourceProfile
from pages import Beside, plan_pages
from pages.home import HomeView
from pages.parks import ParkView
from pages.projects import ProjectView
from pages.promises import VERDICTS, PromiseLine, PromisesView, say_progress
from profiles import judge
from profiles.proof import progress
from publish import Theme, publish
from tests.factories import (
    a_document,
    a_mention,
    a_park,
    a_project,
    an_observation,
    facts_of,
    profiles_of,
    sample_profiles,
)

TEMPLATES = Theme(Path(__file__).parent.parent / "templates")
NAME = "澜光芯片项目"
TOLD = (
    "目前税收收入突破50亿元。到2025年，税收收入突破100亿元。工业投资增长15%以上。外资达到2亿美元。出口翻番。"
)
LATER = "今年1—9月，工业投资增长17%。"
STAGES = f"{NAME}去年12月开工，正在施工，计划2024年9月建成投产。"


def figure(document: Any, words: str, indicator: str, **fields: Any) -> Observation:
    return an_observation(document, words, indicator=indicator, **fields)


def profiles_with(as_of: str = "2025-02-18", **kinds: Any) -> Profiles:
    """A park that promises, with a project that does; all documents are dated."""
    document = a_document(TOLD, id="told", published="2024-02-18")
    staged = a_document(STAGES, id="staged", published="2024-02")
    later = a_document(LATER, id="later", published="2024-10-20")
    part = figure(later, "17%", "工业投资", measure="growth", period="2024-01/2024-09")
    figures = [
        figure(document, "50亿元", "税收收入", bound=">", period="@2024-02"),
        figure(document, "100亿元", "税收收入", bound=">", period="2025", status="target"),
        figure(document, "15%", "工业投资", measure="growth", bound=">", period="2024", status="target"),
        figure(document, "2亿美元", "实际使用外资", period=None, status="target"),
        figure(document, "翻番", "出口总额", measure="growth", period="2024", status="target"),
    ]
    mention = a_mention(staged, NAME, stage="在建")
    project = a_project([mention])
    sources = (
        SourceProfile(document, facts_of(document, figures)),
        SourceProfile(later, facts_of(later, [part])),
        SourceProfile(staged, facts_of(staged, projects=(mention,))),
    )
    park = a_park([*figures, part], projects=(project,))
    return profiles_of(*sources, parks=(park,), projects=(project,), as_of=as_of, **kinds)


def views_of(profiles: Profiles) -> dict[str, Struct]:
    pages = plan_pages(profiles, (), Settings(), Beside(judge(profiles)))
    return {page.url: page.view for page in pages if isinstance(page, Page)}


def lines() -> dict[str, PromiseLine]:
    """The promises of the page, by indicator or stage."""
    view = cast(PromisesView, views_of(profiles_with())["promises/index.html"])
    return {
        each.indicator or (each.claim.text if each.claim else ""): each
        for _, found in view.parks
        for each in found
    }


def built(profiles: Profiles, folder: Path) -> Path:
    """The site on disk; it has passed its own check."""
    pages = plan_pages(profiles, (), Settings(), Beside(judge(profiles)))
    publish(pages, templates=TEMPLATES, output=folder / "site", base_url=None)
    return folder / "site"


def text_of(page: Path) -> str:
    """What a reader reads."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", page.read_text("utf-8")))


# -- the page of all promises ---------------------------------------------------------------------


def test_every_promise_stands_under_its_park_with_its_verdict() -> None:
    view = cast(PromisesView, views_of(profiles_with())["promises/index.html"])

    assert [park and park.text for park, _ in view.parks] == ["云泽高新区"]
    assert {what: each.word for what, each in lines().items()} == {
        "投产": "到期未见结果",
        "工业投资": "不可比",
        "出口总额": "到期未见结果",
        "税收收入": "进行中",
        "实际使用外资": "尚无后续报道",
    }
    assert [(word, count) for _, word, count in view.counts] == [
        ("进行中", 1),
        ("不可比", 1),
        ("到期未见结果", 2),
        ("尚无后续报道", 1),
    ]


def test_days_and_shares_bring_their_working() -> None:
    line = lines()["税收收入"]

    assert line.progress is not None and line.quiet is not None and line.days_left is not None
    assert (line.progress.text, line.progress.working) == ("至少相当于目标的 50%", "50 ÷ 100 = 50%")
    assert (line.quiet.text, line.quiet.working) == ("距今 366 天", "2024-02-18 至 2025-02-18")
    assert (line.days_left.text, line.days_left.working) == (
        "还有 316 天",
        "2025-02-18 至 2025-12-31",
    )
    assert line.percent == "50"


def test_days_between_dates_known_in_part_are_at_least_so_many() -> None:
    line = lines()["投产"]

    assert line.quiet is not None and line.quiet.text == "距今至少 355 天"
    assert line.days_left is not None and line.days_left.text == "已过 141 天"


@pytest.mark.parametrize(
    ("target", "found", "said"),
    [
        ({"words": "15%", "measure": "growth"}, {"words": "17%", "measure": "growth"}, "超出 2 个百分点"),
        ({"words": "17%", "measure": "growth"}, {"words": "15%", "measure": "growth"}, "还差 2 个百分点"),
        (
            {"words": "17%", "measure": "growth"},
            {"words": "15%", "measure": "growth", "bound": ">"},
            "最多还差 2 个百分点",
        ),
        (
            {"words": "15%", "measure": "growth"},
            {"words": "17%", "measure": "growth", "bound": ">"},
            "至少超出 2 个百分点",
        ),
        ({"words": "100亿元"}, {"words": "50亿元", "bound": "<"}, "不到目标的 50%"),
        ({"words": "100亿元", "bound": "~"}, {"words": "50亿元"}, "约相当于目标的 50%"),
    ],
)
def test_a_distance_is_said_as_its_bounds_allow(target: Any, found: Any, said: str) -> None:
    document = a_document("目标增长15%，增长17%；100亿元，50亿元。")
    goal, result = (
        figure(document, each.pop("words"), "税收收入", **each) for each in ({**target}, {**found})
    )
    promise = progress(goal, result)

    worked = say_progress(promise, {goal.id: "sources/a.html#q1", result.id: "sources/a.html#q2"})
    assert worked is not None and worked.text == said


def test_an_unlike_value_stands_beside_with_its_reason() -> None:
    (outcome,) = lines()["工业投资"].outcomes

    assert outcome.value is not None and outcome.period is not None
    assert (outcome.label, outcome.value.text, outcome.period.text) == ("不可比", "增长17%", "2024年1—9月")
    assert outcome.reasons == "期不同"


def test_where_a_promise_began_is_called_its_start() -> None:
    (outcome,) = lines()["税收收入"].outcomes

    assert (outcome.label, outcome.value and outcome.value.text) == ("起点", "突破50亿元")


def test_a_promised_stage_says_how_far_the_project_was() -> None:
    line = lines()["投产"]

    assert line.project is not None and line.project.text == NAME
    assert [(each.label, each.claim and each.claim.text) for each in line.outcomes] == [("已到", "在建")]


def test_every_verdict_has_a_word_of_its_own_and_a_definition(tmp_path: Path) -> None:
    text = text_of(built(profiles_of(), tmp_path) / "promises" / "index.html")

    assert set(VERDICTS) == set(Verdict.__args__)  # type: ignore[attr-defined]
    assert len(set(VERDICTS.values())) == len(VERDICTS)
    assert all(word in text for word in VERDICTS.values())


def test_a_site_without_promises_says_so(tmp_path: Path) -> None:
    site = built(profiles_of(as_of=None), tmp_path)

    assert "还没有可以跟踪的承诺" in text_of(site / "promises" / "index.html")
    assert "没有写明期限、还在等结果的承诺" in text_of(site / "index.html")


def test_the_built_pages_pass_the_check_and_tell_the_promises(tmp_path: Path) -> None:
    site = built(profiles_with(), tmp_path)

    page = text_of(site / "promises" / "index.html")
    assert "税收收入 突破100亿元" in page
    assert "算不出过了多久" not in page
    assert "承诺与兑现" in text_of(site / "parks" / "yunze" / "index.html")
    assert 'href="promises/index.html"' in (site / "index.html").read_text("utf-8")


# -- parks, projects, home ------------------------------------------------------------------------


def test_a_park_lists_its_projects_by_stage() -> None:
    view = cast(ParkView, views_of(profiles_with())["parks/yunze/index.html"])

    assert [(stage, [each.name for each in found]) for stage, found in view.projects] == [("在建", [NAME])]
    ((_, (line,)),) = view.projects
    assert line.ahead is not None and line.ahead.period is not None
    assert (line.ahead.text, line.ahead.period.text) == ("投产", "2024年9月")
    assert len(view.promises) == 5


def test_a_project_shows_each_rung_with_its_date_and_evidence() -> None:
    view = cast(ProjectView, views_of(profiles_with())["projects/languang.html"])
    steps = {step.name: step for step in view.ladder}

    assert {name: step.state for name, step in steps.items()} == {
        "洽谈": "implied",
        "签约": "implied",
        "落户": "implied",
        "开工": "reached",
        "在建": "reached",
        "竣工验收": "unsaid",
        "投产": "promised",
        "运营": "unsaid",
    }
    assert [name for name, step in steps.items() if step.latest] == ["在建"]
    begun = steps["开工"].claim
    assert begun is not None and begun.period is not None and begun.period.code == "2023-12"
    assert begun.url == "sources/staged.html#p0"
    assert steps["在建"].told is not None and steps["在建"].told.iso == "2024-02"
    assert steps["投产"].due is not None and steps["投产"].due.text == "已过 141 天"
    assert [(each.stage, each.promised, each.anchor is not None) for each in view.stages] == [
        ("开工", False, True),
        ("在建", False, False),
        ("投产", True, False),
    ]


def test_a_mention_that_tells_no_stage_still_has_its_place() -> None:
    document = a_document(f"{NAME}是重点项目。", id="told")
    mention: ProjectMention = a_mention(document, NAME, stage=None)
    project = a_project([mention])
    profiles = profiles_of(
        SourceProfile(document, facts_of(document, projects=(mention,))), projects=(project,)
    )

    view = cast(ProjectView, views_of(profiles)["projects/languang.html"])
    assert (view.ladder, [each.stage for each in view.stages]) == ((), ["阶段未知"])


@pytest.mark.parametrize("as_of", ["2025-02-18", "2025"])
def test_the_first_page_tells_what_falls_due_and_what_fell_due(as_of: str) -> None:
    view = cast(HomeView, views_of(profiles_with(as_of))["index.html"])

    assert [each.indicator for each in view.due_next] == ["税收收入"]
    assert [each.indicator for each in view.overdue] == [
        "工业投资"
    ]  # of one park, the one that fell due last


def test_no_promise_no_section() -> None:
    view = cast(HomeView, views_of(sample_profiles())["index.html"])

    assert [each.indicator for each in view.due_next] == ["地区生产总值"]
    assert view.overdue == ()
