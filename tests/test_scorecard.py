"""Parks in the blocks of the official evaluations: the forms, and how they are filled."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from build import SHIPPED
from core.lexicon import Indicator
from core.model import Observation, SourceProfile
from core.problems import ContentError
from core.scorecard import Form, FormBlock, FormLine, Line
from profiles import fill_scorecards
from sources import read_forms
from tests.conftest import WriteFiles
from tests.factories import a_document, a_park, an_observation, facts_of, profiles_of

KIND = "高新技术产业开发区"
LEXICON = tuple(
    Indicator(name, en=name, unit="money", flow=True) for name in ("地区生产总值", "出口总额", "进出口总额")
)


def said(words: str, indicator: str = "地区生产总值", **changes: Any) -> Observation:
    period = changes.get("period", "2024")
    document = a_document(f"{indicator}{words}。", id=f"{indicator}-{words}-{period}")
    return an_observation(document, words, indicator=indicator, **changes)


def filled(line: FormLine, *observations: Observation, published: str = "2025-02-18") -> Line:
    """The line as it is filled from these figures of the park."""
    form = Form(kind=KIND, evaluator="某部", title="某评价", blocks=(FormBlock("一栏", (line,)),))
    ids = {each.evidence.document for each in observations}
    documents = [a_document("没有数字。", id=each, published=published) for each in sorted(ids)]
    sources = [SourceProfile(each, facts_of(each)) for each in documents]
    (card,) = fill_scorecards(profiles_of(*sources, parks=(a_park(observations),)), [form], LEXICON)
    return card.blocks[0].lines[0]


LEVEL = FormLine("地区生产总值", indicator="地区生产总值")
GROWTH = FormLine("地区生产总值增速", indicator="地区生产总值", measure="growth")
SHARE = FormLine("出口占进出口的比重", part="出口总额", whole="进出口总额")


# -- what is never said ---------------------------------------------------------------------------


def test_a_park_of_another_kind_has_no_scorecard() -> None:
    form = Form(kind="经济技术开发区", evaluator="某部", title="某评价", blocks=())

    assert fill_scorecards(profiles_of(parks=(a_park(),)), [form], LEXICON) == ()


def test_what_no_source_gives_is_missing() -> None:
    assert filled(LEVEL) == Line("地区生产总值", "missing")
    assert filled(LEVEL, said("12亿元", subject="云泽数字港")).state == "missing"
    assert filled(LEVEL, said("5%", measure="growth", unit="%")).state == "missing"


def test_a_target_is_no_result() -> None:
    goal = said("700亿元", status="target", period="2025")

    assert filled(LEVEL, goal) == Line("地区生产总值", "planned", (goal,))


@pytest.mark.parametrize(
    "change",
    [
        {"period": "2023"},
        {"scope": "核心区"},
        {"unit": "亿美元"},
        {"bound": ">"},
        {"status": "estimate"},
        {"basis": "合同"},
    ],
    ids=repr,
)
def test_a_share_is_not_worked_out_from_what_is_unlike(change: dict[str, Any]) -> None:
    assert (
        filled(SHARE, said("72亿元", "出口总额", **change), said("96亿元", "进出口总额")).state == "missing"
    )


def test_a_part_greater_than_its_whole_gives_no_share() -> None:
    assert filled(SHARE, said("98亿元", "出口总额"), said("96亿元", "进出口总额")).state == "missing"


@pytest.mark.parametrize(
    ("now", "before", "published"),
    [
        ({}, {"period": "2022"}, "2025-02-18"),
        ({"period": "2024-01/2024-09"}, {"period": "2023"}, "2025-02-18"),
        ({}, {"period": "2023", "scope": "核心区"}, "2025-02-18"),
        ({}, {"period": "2023"}, "2024-10-08"),  # the year was not over
    ],
    ids=repr,
)
def test_a_growth_is_not_worked_out_from_what_is_unlike(
    now: dict[str, Any], before: dict[str, Any], published: str
) -> None:
    line = filled(GROWTH, said("612.5亿元", **now), said("577.3亿元", **before), published=published)

    assert line.state == "missing"


# -- what is said ---------------------------------------------------------------------------------


def test_the_newest_actual_figure_fills_a_line() -> None:
    newest = said("612.5亿元")

    line = filled(LEVEL, said("577.3亿元", period="2023"), newest, said("9亿元", period=None))

    assert line == Line("地区生产总值", "stated", (newest,))


def test_figures_that_contradict_each_other_both_fill_the_line() -> None:
    sides = {said("612.5亿元"), said("598亿元")}

    assert set(filled(LEVEL, *sides).observations) == sides


def test_a_share_shows_its_working() -> None:
    part, whole = said("72亿元", "出口总额"), said("960000万元", "进出口总额")

    line = filled(SHARE, part, whole)

    assert line.state == "derived"
    assert line.working is not None
    assert line.working.formula == "2024年出口总额72亿元 ÷ 2024年进出口总额960000万元 ＝ 75.0%"
    assert line.working.operands == (part, whole)


def test_a_growth_worked_out_says_at_which_prices() -> None:
    now, before = said("612.5亿元"), said("577.3亿元", period="2023")

    working = filled(GROWTH, now, before).working

    assert working is not None
    assert working.formula == (
        "2024年地区生产总值612.5亿元 ÷ 2023年地区生产总值577.3亿元 － 1 ＝ 6.1%（按当年价）"
    )


def test_a_growth_that_is_stated_is_not_worked_out() -> None:
    rate = said("5.2%", measure="growth", unit="%")

    line = filled(GROWTH, said("612.5亿元"), said("577.3亿元", period="2023"), rate)

    assert line == Line("地区生产总值增速", "stated", (rate,))


# -- the forms ------------------------------------------------------------------------------------


def test_the_shipped_forms_are_for_the_two_kinds_that_are_evaluated() -> None:
    forms = {each.kind: each for each in read_forms(SHIPPED.scorecards)}

    assert set(forms) == {"经济技术开发区", KIND}
    assert [each.name for each in forms["经济技术开发区"].blocks] == [
        "对外开放",
        "发展质量",
        "科技创新",
        "绿色发展",
        "统筹协调",
    ]
    assert all(block.official for block in forms["经济技术开发区"].blocks)
    assert not any(block.official for block in forms[KIND].blocks)
    assert forms[KIND].document is None


def test_no_form_bears_a_weight() -> None:
    text = SHIPPED.scorecards.read_text("utf-8")

    assert "weight:" not in text and "权重" not in text and "%" not in text


A_FORM = "- {kind: 新区, evaluator: a, title: b, blocks: []}"


@pytest.mark.parametrize(
    ("text", "what"),
    [
        (A_FORM.replace("新区", "高新园"), "'高新园' is no kind of park"),
        (A_FORM.replace("[]", "[{name: c, lines: [{label: d}]}]"), "nothing certain"),
        (f"{A_FORM}\n{A_FORM}", "a second form for 新区"),
        (A_FORM.replace("title: b, ", ""), "has no title"),
        (A_FORM.replace("[]", "[{name: c, lines: 5}]"), "blocks"),
    ],
)
def test_a_mistake_in_a_form_is_told_with_its_line(write_files: WriteFiles, text: str, what: str) -> None:
    folder = write_files({"scorecards.yaml": text})

    with pytest.raises(ContentError) as caught:
        read_forms(folder / "scorecards.yaml")

    (problem,) = caught.value.problems
    assert what in problem.what
    assert "scorecards.yaml:" in problem.where


def test_without_a_file_there_are_no_forms(tmp_path: Path) -> None:
    assert read_forms(tmp_path / "scorecards.yaml") == ()
