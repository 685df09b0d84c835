"""Units made alike: 万 and 亿 taken into the value, one name for each currency, classifier and area."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from core.model import Observation
from core.units import KIND_OF

SCALES: Final = {
    "万亿": 10**12, "千亿": 10**11, "百亿": 10**10, "十亿": 10**9, "亿": 10**8,
    "千万": 10**7, "百万": 10**6, "十万": 10**5, "万": 10**4, "千": 10**3, "百": 10**2,
}  # fmt: skip
# 41项 and 28个 of one indicator are counts alike; 人次, 批 and the like count something else
CLASSIFIERS: Final = frozenset("个家户项件名人位所座宗支条种")
EACH: Final = "个"
YUAN: Final = "元"
MU: Final = "亩"
NAMES: Final = {
    "": YUAN, "人民币": YUAN, "元人民币": YUAN, "美金": "美元", "港币": "港元",
    "％": "%", "百分点": "个百分点", "千米": "公里", "千克": "公斤",
    **dict.fromkeys(CLASSIFIERS, EACH),
}  # fmt: skip
AREAS: Final = {
    **dict.fromkeys(("平方公里", "平方千米", "km²"), Decimal(1500)),
    **dict.fromkeys(("平方米", "平米", "㎡", "m²", "m2"), Decimal("0.0015")),
    "公顷": Decimal(15),
}  # of which each holds so many 亩, exactly


def common_unit(unit: str) -> tuple[str, Decimal]:
    """The unit that alike ones share, and what a value is multiplied by to be in it: 亿元 is 元, 10⁸."""
    scale = next((each for each in SCALES if unit not in KIND_OF and unit.startswith(each)), "")
    plain, factor = unit.removeprefix(scale), Decimal(SCALES.get(scale, 1))
    if plain in AREAS:
        return MU, factor * AREAS[plain]
    if not plain and not scale:
        return "", factor  # a bare number is no money
    return NAMES.get(plain, plain), factor


def in_common_unit(observation: Observation) -> Decimal:
    """The value in the unit that alike observations share."""
    return observation.value * common_unit(observation.unit)[1]
