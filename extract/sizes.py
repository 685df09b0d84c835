"""Ways from a number to what it measures of a thing: an area, a capacity, the size of a cluster."""

from __future__ import annotations

import re

from core.model import Measure
from core.quantities import Quantity
from extract.indicators import (
    left_phrase,
    name_indicator,
    right_phrase,
)
from extract.rules import way
from extract.scene import Scene

Names = tuple[str, ...] | None

BUILT = ("平方米", "㎡", "平米", "方", "平")
COUNTED = ("count",)


@way(
    confidence=0.85,
    examples={
        "当地着力打造千亿元级光电产业集群。": {"千亿元": "产业集群规模"},
        "产值达到千亿元。": {"千亿元": None},
    },
)
def of_a_cluster(quantity: Quantity, scene: Scene, measure: Measure, previous: str | None) -> Names:
    """千亿元级…集群: the size that a cluster is to have."""
    return ("产业集群规模",) if quantity.kind == "money" and CLUSTER.match(scene.right(quantity)) else None


CLUSTER = re.compile("级[^，,。；;]{0,18}?(?:集群|产业|板块|基地|产业园|链|园区|经济区)|级$")


@way(
    confidence=0.7,
    examples={
        "园区建成3.5万平方米的云帆创新中心。": {"3.5万平方米": "载体面积"},
        "形成了8平方公里的智造产业园。": {"8平方公里": "用地面积"},
    },
)
def of_an_area(quantity: Quantity, scene: Scene, measure: Measure, previous: str | None) -> Names:
    """An area before what it belongs to: 6平方公里的产业园, 49万平方米在建安置房."""
    lexicon, right = scene.frame.lexicon, scene.right(quantity)
    if (
        quantity.kind == "area"
        and "平方公里" in quantity.unit
        and re.search(r"建成(?:区)?$", scene.left(quantity))
        and not right.startswith("的")
    ):
        return ("建成区面积",)
    if quantity.kind != "area" or known_left(quantity, scene):
        return None
    if right.startswith("的"):
        shops = re.match("的[^，,。；;]{0,6}(?:商铺|车间|厂房|门店|店铺|仓库|展馆|卖场)", right)
        return (("建筑面积" if shops else "载体面积") if quantity.unit.endswith(BUILT) else "用地面积",)
    after = right_phrase(right, lexicon)
    if after is None:
        return None
    named = name_indicator(after, quantity.kind, lexicon)
    return (named if named.endswith(("面积", "用地")) else f"{after.words}面积",)


MAKES = re.compile(
    r"年产(?!值|业|量|能)|年可(?:形成|生产|加工|产)|每年可产|生产能力|产能|(?<!去)年(?:处理|加工|封测|维修|组装|制造|检测)"
)


@way(
    confidence=0.85,
    examples={
        "项目投产后可年产10万箱云片。": {"10万箱": "产能"},
        "形成年产2000吨海产品的生产能力。": {"2000吨": "产能"},
    },
)
def of_a_capacity(quantity: Quantity, scene: Scene, measure: Measure, previous: str | None) -> Names:
    """年产…, 形成…生产能力: what a plant can make in a year."""
    if quantity.kind in ("money", "percent", "point", "rank", "time", "area") or quantity.unit in (
        "家",
        "条",
        "人",
        "名",
        "项",
    ):
        return None
    start, end = scene.clause(quantity)
    if not MAKES.search(scene.read[start:end]):
        return None
    left = scene.left(quantity)
    own = left_phrase(left, scene.frame.lexicon)
    if own and own.words.endswith(("产能", "产量")):
        return None
    listed = own and left.startswith(("、", "和")) and len(own.words) == len(left) - 1
    listed = listed and previous != "产能" and (previous or "").endswith("产能")
    return (f"{own.words}产能",) if own and listed else ("产能",)  # 服装…万件、｜鞋｜8000万双


@way(confidence=0.7, examples={"公司建设国内首条3GW组件生产线。": {"3GW": "产能"}})
def of_a_line(quantity: Quantity, scene: Scene, measure: Measure, previous: str | None) -> Names:
    """A physical amount before a production line: its capacity."""
    if quantity.kind not in ("energy", "mass"):
        return None
    return ("产能",) if LINE.match(scene.right(quantity)) else None


LINE = re.compile(r"[^，,。；]{0,10}(?:生产线|产线|电站|产能|项目|基地)")


@way(confidence=0.85, examples={"远山项目4次增资扩产。": {"4次": "增资扩产次数"}})
def of_an_act(quantity: Quantity, scene: Scene, measure: Measure, previous: str | None) -> Names:
    """How often something was done: 5次增资扩产."""
    if quantity.unit not in ("次", "场", "批次"):
        return None
    words = re.match(r"[一-鿿]{2,4}(?=[、，,。；和]|$)", scene.right(quantity))
    return (words.group() + "次数",) if words else None


def known_left(quantity: Quantity, scene: Scene) -> bool:
    return left_phrase(scene.left(quantity), scene.frame.lexicon) is not None
