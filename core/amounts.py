"""What a printed value allows: its unit without 万 or 亿, and how far the value may lie from the print."""

from __future__ import annotations

from decimal import Context, Decimal

from msgspec import Struct

from core.model import Bound, Observation
from core.units import KIND_OF

SCALES: dict[str, int] = {
    "": 1,
    "百": 10**2,
    "千": 10**3,
    "万": 10**4,
    "十万": 10**5,
    "百万": 10**6,
    "千万": 10**7,
    "亿": 10**8,
    "十亿": 10**9,
    "百亿": 10**10,
    "千亿": 10**11,
    "万亿": 10**12,
}
ONE = Decimal(1)
PLACES = "名"  # what a rank counts, in whatever word it is printed: 第6名, 第6位
EXACT = Context(prec=20)  # 3000 亩 are 2000000 平方米, though one of them is 666.666…
# units of one kind, told in one of them; classifiers that only count are one unit
BASES: dict[str, tuple[str, Decimal]] = {
    **dict.fromkeys(("元人民币", "人民币"), ("元", ONE)),
    "美金": ("美元", ONE),
    "港币": ("港元", ONE),
    **dict.fromkeys(("平米", "㎡", "m²", "m2", "平", "方"), ("平方米", ONE)),
    **dict.fromkeys(("平方公里", "平方千米", "km²"), ("平方米", Decimal(10**6))),
    "公顷": ("平方米", Decimal(10**4)),
    "亩": ("平方米", Decimal(2000) / 3),
    **dict.fromkeys(("公里", "千米"), ("米", Decimal(1000))),
    "公斤": ("千克", ONE),
    **dict.fromkeys(("兆瓦", "MW"), ("千瓦", Decimal(1000))),
    **dict.fromkeys(("吉瓦", "GW"), ("千瓦", Decimal(10**6))),
    "kW": ("千瓦", ONE),
    "kWh": ("千瓦时", ONE),
    **dict.fromkeys(("兆瓦时", "MWh"), ("千瓦时", Decimal(1000))),
    "GWh": ("千瓦时", Decimal(10**6)),
    "％": ("%", ONE),
    "‰": ("%", Decimal("0.1")),
    "百分点": ("个百分点", ONE),
    **dict.fromkeys("家户项件所座宗支条种", ("个", ONE)),
    **dict.fromkeys(("名", "位"), ("人", ONE)),
}
LEAST_ABOUT, MOST_ABOUT = Decimal("0.05"), Decimal("0.10")  # how far 约 reaches, of the value


class Amount(Struct, frozen=True):
    """A value in its base unit, and the least and the most that its print allows; None is unbounded."""

    value: Decimal
    low: Decimal | None
    high: Decimal | None
    unit: str
    bound: Bound

    def meets(self, other: Amount) -> bool:
        """Whether one true value could stand behind both. Ends that only touch do not meet."""
        return _reaches(self, other) and _reaches(other, self)


def amount_of(observation: Observation) -> Amount:
    """The amount that an observation states."""
    value, unit = base_amount(observation)
    factor = ONE if observation.measure == "rank" else base_unit(observation.unit)[1]
    low, high = _range(observation, factor)
    return Amount(value, low, high, unit, observation.bound)


def base_unit(unit: str) -> tuple[str, Decimal]:
    """The unit without its scale, and how many of it one of `unit` is: 亿元 is 元 and 100000000."""
    scale, plain = scale_of(unit)
    if not plain and scale >= SCALES["亿"]:
        plain = "元"  # 438.6亿: so many of anything else would be named
    base, factor = BASES.get(plain, (plain, ONE))
    return base, factor * scale


def converted(value: Decimal, unit: str, *, rank: bool = False) -> tuple[Decimal, str]:
    """A value in its base unit, and that unit; a rank counts places and nothing else."""
    if rank:
        return value, PLACES
    base, factor = base_unit(unit)
    return EXACT.multiply(value, factor), base


def base_amount(observation: Observation) -> tuple[Decimal, str]:
    """The value of an observation in the unit that alike ones share, and that unit."""
    return converted(observation.value, observation.unit, rank=observation.measure == "rank")


def in_base_unit(observation: Observation) -> Decimal:
    """The value in the unit that alike observations share."""
    return base_amount(observation)[0]


def unscaled(value: Decimal, unit: str) -> tuple[Decimal, str]:
    """A value without 万 or 亿, in the unit as printed: 12.27 亿元 is 1227000000 元, 3000 亩 stays 亩."""
    scale, plain = scale_of(unit)
    return value * scale, plain


def scale_of(unit: str) -> tuple[int, str]:
    """What the scale of a unit counts, and the unit without it."""
    if unit in KIND_OF:
        return 1, unit
    fitting = [each for each in SCALES if each and unit.startswith(each)]
    told = [each for each in fitting if unit[len(each) :] in KIND_OF]
    scale = max(told or fitting, key=len, default="")
    return SCALES[scale], unit[len(scale) :]


def places_of(observation: Observation) -> Decimal:
    """What the last printed digit counts, in the printed unit: 0.01 of 46.63, 1000 of 两千."""
    exponent = observation.value.as_tuple().exponent
    if not isinstance(exponent, int):
        return ONE
    if not any(character.isdigit() and character.isdecimal() for character in observation.evidence.text):
        return max(ONE, _last_place(observation.value))  # 三成, 千亿, 翻番: no digit after the first counts
    return Decimal(1).scaleb(min(exponent, 0))


def significant(observation: Observation) -> int:
    """How many digits of a value count: 3 of 1150, 1 of 500."""
    return len("".join(map(str, observation.value.normalize().as_tuple().digits)).lstrip("0"))


def _last_place(value: Decimal) -> Decimal:
    """The place of the last digit that is not 0: 100 of 3400."""
    exponent = value.normalize().as_tuple().exponent
    return Decimal(1).scaleb(exponent) if isinstance(exponent, int) else ONE


def _range(observation: Observation, factor: Decimal) -> tuple[Decimal | None, Decimal | None]:
    value, bound = observation.value, observation.bound
    if bound == ">":
        return value * factor, None
    if bound == "<":
        return None, value * factor
    margin = _about(value) if bound == "~" else _rounding(observation)
    return (value - margin) * factor, (value + margin) * factor


def _about(value: Decimal) -> Decimal:
    size = abs(value)
    return min(max(_last_place(value), size * LEAST_ABOUT), size * MOST_ABOUT)


def _rounding(observation: Observation) -> Decimal:
    """Half of the last printed place; none for a rank or a count of single things, which are exact."""
    place = places_of(observation)
    counted = KIND_OF.get(observation.unit) == "count" and place == 1
    return Decimal(0) if counted or observation.measure == "rank" else place / 2


def _reaches(one: Amount, other: Amount) -> bool:
    """Whether `one` begins no later than `other` ends."""
    if one.low is None or other.high is None:
        return True
    points = one.low == one.high or other.low == other.high
    return one.low < other.high or (points and one.low == other.high)
