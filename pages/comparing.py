"""How comparisons are worded: the reasons why figures do not compare, and figures side by side."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from core.comparison import Comparison, Hindrance
from core.model import Observation
from core.wording import MEASURE_NAMES
from pages import figures
from pages.figures import Host
from pages.views import Side

WHY: Final[dict[Hindrance, str]] = {
    "territory": "非园区",
    "target": "目标值",
    "estimate": "预计值",
    "unit": "单位不同",
    "coverage": "口径不同",
    "undated": "期不明",
    "unfinished": "期未满",
    "span": "起讫不明",
    "period": "期不同",
    "disputed": "说法不一",
}
EXPLAINED: Final[dict[str, str]] = {
    "期不同": "说的是另一段时期：年与年、年与前几个月都不能比",
    "口径不同": "统计范围或者钱的种类不同，例如全口径与规上、协议与到位",
    "目标值": "还没有发生，不与实际数相比",
    "预计值": "时期将满或已过，但还没有核定",
    "单位不同": "换算万、亿和面积以后仍不是同一单位",
    "期未满": "文章写在这段时期结束之前，只是到那时为止的数",
    "起讫不明": "只知道截至哪天，不知道从哪天算起",
    "期不明": "文章没有说是什么时候的数",
    "说法不一": "同一园区的几处报道互相矛盾",
    "非园区": "说的是城市或城区，不是开发区",
    "未见报道": "所收的文章没有说到",
}
LEVEL: Final = "数值"


def why(differences: tuple[Hindrance, ...]) -> str:
    """The reasons in words."""
    return "，".join(WHY[each] for each in differences)


def measure_name(comparison: Comparison) -> str:
    """What is compared of the indicator: 数值, 增速 …"""
    return MEASURE_NAMES[comparison.measure] or LEVEL


def limits(comparison: Comparison) -> tuple[str, ...]:
    """Whom the values that compare cover, and what kind they are."""
    return tuple(each for each in (comparison.scope, comparison.basis) if each)


def sides(observations: tuple[Observation, ...], host: Host) -> tuple[Side, ...]:
    """Figures with their periods; numbered where the page has a list of sources."""
    references: Mapping[str, object] = host.references
    return tuple(
        figures.side(
            each,
            host.places,
            host.references[each.evidence.document] if each.evidence.document in references else None,
        )
        for each in observations
    )
