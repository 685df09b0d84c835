"""Ways from a sum of money to what it is given, lent, spent or let off for."""

from __future__ import annotations

import re

from core.model import Measure
from core.quantities import Quantity
from extract.indicators import (
    name_indicator,
    right_phrase,
)
from extract.rules import way
from extract.scene import Scene
from extract.sizes import known_left

Names = tuple[str, ...] | None

RELIEF = re.compile(r"(?:减免|免除|减征|减收|免收|缓缴|返还)(?!率|比例|事项)[^，,。；]{0,12}$")


@way(
    confidence=0.85,
    examples={"累计减免小微企业房租2130万元、税费1.4亿元。": {"2130万元": "减免金额", "1.4亿元": "减免金额"}},
)
def of_a_relief(quantity: Quantity, scene: Scene, measure: Measure, previous: str | None) -> Names:
    """减免小微企业房租…万元: what is let off is relief, whatever it was."""
    listed = previous == "减免金额" and scene.left(quantity).startswith(("、", "和"))
    own = quantity.kind == "money" and measure == "level" and RELIEF.search(scene.left(quantity))
    return ("减免金额",) if own or (listed and quantity.kind == "money") else None


LENDS = re.compile(r"(?P<act>放款|放贷|授信)(?:了|共|已|累计|达|达到)*$")
GRANTS = re.compile(r"(?:兑付|兑现|拨付|列支)(?:资金)?(?:了|共|已|累计|达|达到)*$")
SUPPORTS = re.compile(r"的?(?:资金)?(?:支持|资助|扶持)(?=[，,。；;]|$)")


@way(
    confidence=0.85,
    examples={
        "“云帆贷”为58家企业授信6.2亿元。": {"6.2亿元": "授信金额"},
        "对顶尖团队给予最高3000万元支持，三年来累计兑付1.16亿元。": {
            "3000万元": "政策资金",
            "1.16亿元": "政策资金",
        },
        "支持企业40家。": {"40家": None},
    },
)
def of_a_grant(quantity: Quantity, scene: Scene, measure: Measure, previous: str | None) -> Names:
    """授信6.2亿元, 累计兑付1.16亿元: money named by the act of giving it."""
    left = scene.left(quantity)
    if quantity.kind != "money":
        return None
    if lends := LENDS.search(left):
        return (f"{lends['act']}金额",)
    gives = SUPPORTS.match(scene.right(quantity)) and re.search("给予|最高|提供|获", left)
    paid = GRANTS.search(left) and not re.match("[一-鿿]", scene.right(quantity))
    return ("政策资金",) if gives or paid else None


FUND = re.compile(r"的?[^，,。；;、0-9]{0,14}?(?P<fund>基金|资金池)(?![管公会小产经投的])")


@way(
    confidence=0.9,
    examples={
        "设立总规模20亿元的云帆母基金。": {"20亿元": "基金规模"},
        "设立5000万元信贷风险资金池。": {"5000万元": "资金池规模"},
        "设立8000万元专项资金。": {"8000万元": None},
    },
)
def of_a_fund(quantity: Quantity, scene: Scene, measure: Measure, previous: str | None) -> Names:
    """设立20亿元的…基金: how large it is."""
    fund = FUND.match(scene.right(quantity)) if quantity.kind == "money" else None
    sized = fund and re.search(
        r"(?:设立|组建|成立|发起|规模|首期|总额)[^，,。；;]{0,8}$", scene.left(quantity)
    )
    return (f"{fund['fund']}规模",) if fund and sized else None


@way(
    confidence=0.6,
    examples={
        "向企业兑现260万元奖补资金。": {"260万元": "奖励资金"},
        "当地签下一个12亿元的隔膜项目。": {"12亿元": "项目总投资"},
    },
)
def after_money(quantity: Quantity, scene: Scene, measure: Measure, previous: str | None) -> Names:
    """Money before what it is for: 110万元奖补资金."""
    if quantity.kind in ("count", "rank", "point") or known_left(quantity, scene):
        return None
    lexicon = scene.frame.lexicon
    if AWARD.match(scene.right(quantity)):
        return ("奖励资金",)
    if quantity.kind == "money" and A_PROJECT.match(scene.right(quantity)):
        return ("项目总投资",)  # 12亿元的隔膜项目
    phrase = right_phrase(re.sub("^的", "", scene.right(quantity)), lexicon, counted=False)
    return (name_indicator(phrase, quantity.kind, lexicon),) if phrase else None


AWARD = re.compile(
    r"的?(?:一次性|现金|财政|资金|专项|高企|认定|研发|科技|人才|创新|技改|上市|政府|企业|省级|市级|区级){0,3}(?:奖励|奖补|奖金)(?!项目|政策|办法)"
)
A_PROJECT = re.compile(r"的[^，,。；;、]{2,20}?项目(?![^，,。；;、]{0,2}[数个])")


@way(confidence=0.7, examples={"投入3.1亿元实施老旧小区改造。": {"3.1亿元": "投入资金"}})
def of_an_outlay(quantity: Quantity, scene: Scene, measure: Measure, previous: str | None) -> Names:
    """投入…亿元实施…: money spent on what is done with it."""
    if quantity.kind != "money":
        return None
    spent = re.search(r"(?:投入|斥资|筹资|拿出|耗资)(?:资金)?$", scene.left(quantity))
    return ("投入资金",) if spent else None
