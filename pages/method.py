"""The page on method: how figures are found, how to read them, and how accurate the finding is."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from core.model import Accuracy, Page, Scores, Settings
from core.urls import METHOD
from pages.views import Site, View

NOT_MEASURED = "—"
Labels = Mapping[str, Mapping[str, str]]  # heading -> what is measured -> how it is called

SETS = {"seeds": "样本", "dev": "报刊", "made-up": "自拟"}
SETS |= {f"made-up {part}": f"自拟{name}" for part, name in zip("abcde", "甲乙丙丁戊", strict=True)}
KINDS: Labels = {
    "人工标注": {"documents": "来源", "figures": "数字"},
    "数字": {"observations found": "找到", "observations core": "要点", "observations strict": "全部"},
    "名称": {
        "parks": "园区",
        "projects": "项目",
        "policies": "政策",
        "honours": "荣誉",
        "industries": "产业",
    },
}
SLOTS: Labels = {
    "数字": {
        "measure": "量度",
        "indicator": "指标",
        "park": "园区",
        "subject": "主体",
        "period": "时期",
        "status": "状态",
        "bound": "界限",
    },
    "园区": {"park province": "省份", "park city": "城市", "park kind": "类型", "park level": "级别"},
    "项目": {
        "project park": "园区",
        "project stage": "阶段",
        "project company": "企业",
        "project investment": "投资",
    },
    "政策": {"policy park": "园区", "policy kind": "类型"},
    "荣誉": {"honour park": "园区", "honour rank": "名次", "honour year": "年份"},
    "产业": {"industry park": "园区", "industry role": "定位"},
}


class ScoreRow(Struct, frozen=True):
    """One thing that is measured, with a score for each column."""

    label: str
    scores: tuple[str, ...]


class ScoreGroup(Struct, frozen=True):
    """Rows under one heading."""

    heading: str
    rows: tuple[ScoreRow, ...]


class Occasion(Struct, frozen=True):
    """When was measured, and on which sets: one column each."""

    heading: str
    sets: tuple[str, ...]


class ScoreTable(Struct, frozen=True):
    """Scores by what is measured and by occasion and set."""

    occasions: tuple[Occasion, ...]
    columns: int
    groups: tuple[ScoreGroup, ...]


class AccuracyView(Struct, frozen=True):
    """What was measured; `agreement` of two people, in the order of the ways to count a figure."""

    agreement: tuple[str, ...]
    kinds: ScoreTable
    slots: ScoreTable


class MethodView(View, frozen=True, kw_only=True):
    """method/index.html"""

    full: bool
    accuracy: AccuracyView | None


def method_page(settings: Settings, site: Site, accuracy: Accuracy | None) -> Page:
    """method/index.html: how figures are found and how to read them."""
    view = MethodView(
        site=site,
        section="method",
        full=settings.sources == "full",
        accuracy=_accuracy(accuracy) if accuracy else None,
    )
    return Page(METHOD, "method.html", "方法", view)


def _accuracy(accuracy: Accuracy) -> AccuracyView:
    agreed = tuple(f"{share:.2f}" for share in accuracy.agreement.values())
    return AccuracyView(agreed, _table(accuracy, KINDS), _table(accuracy, SLOTS))


def _table(accuracy: Accuracy, labels: Labels) -> ScoreTable:
    """The table of these labels; sets of which none was measured have no column."""
    asked = {name for group in labels.values() for name in group}
    occasions: list[Occasion] = []
    columns: list[dict[str, str]] = []
    for heading, sets in (("首次", accuracy.first), ("现在", accuracy.now)):
        said = {name: _said(scores) for name, scores in sets.items()}
        shown = {SETS.get(name, name): each for name, each in said.items() if asked & each.keys()}
        if shown:
            occasions.append(Occasion(heading, tuple(shown)))
            columns += shown.values()
    groups = tuple(ScoreGroup(heading, _rows(group, columns)) for heading, group in labels.items())
    return ScoreTable(tuple(occasions), len(columns), groups)


def _rows(labels: Mapping[str, str], columns: list[dict[str, str]]) -> tuple[ScoreRow, ...]:
    return tuple(
        ScoreRow(label, tuple(each.get(name, NOT_MEASURED) for each in columns))
        for name, label in labels.items()
    )


def _said(scores: Scores) -> dict[str, str]:
    """Everything that was measured of a set, by name."""
    counts = {"documents": str(scores.documents), "figures": str(scores.figures)}
    return counts | {name: f"{share:.3f}" for name, share in (scores.f1 | scores.slots).items()}
