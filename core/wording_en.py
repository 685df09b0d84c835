"""How values are said in English. No digit is lost: 112.345亿元 is CNY 11.2345 bn."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from core.amounts import SCALES, scale_of
from core.model import Bound, Measure, Observation, Status
from core.units import KIND_OF
from core.wording import printed_text, say

UNKNOWN: Final = "unknown"
UNKNOWN_PERIOD: Final = "period unknown"
STATUS: Final[dict[Status, str]] = {"actual": "actual", "estimate": "estimate", "target": "target"}
MEASURE_NAMES: Final[dict[Measure, str]] = {  # of a column or row of figures
    "level": "",
    "growth": "growth",
    "increment": "increase",
    "share": "share",
    "rank": "rank",
    "gap": "gap",
}
MONTHS: Final = ("Jan", "Feb", "Mar", "Apr", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec")
QUARTERS: Final = {(1, 3): "Q1", (4, 6): "Q2", (7, 9): "Q3", (10, 12): "Q4", (1, 6): "H1", (7, 12): "H2"}

CURRENCIES: Final = {
    **dict.fromkeys(("元", "元人民币", "人民币"), "CNY"),
    **dict.fromkeys(("美元", "美金"), "USD"),
    **dict.fromkeys(("港元", "港币"), "HKD"),
    **{"欧元": "EUR", "日元": "JPY", "英镑": "GBP", "韩元": "KRW", "新元": "SGD"},
}
MONEY_STEPS: Final = ((12, "tn"), (9, "bn"), (6, "m"))
COUNT_STEPS: Final = ((12, "trillion"), (9, "billion"), (6, "million"))
SYMBOLS: Final = {  # of units that have no plural
    **dict.fromkeys(("平方公里", "平方千米", "km²"), "km²"),
    **dict.fromkeys(("平方米", "平米", "㎡", "m²", "m2", "方", "平"), "m²"),
    **{"公顷": "ha", "亩": "mu", "cm²": "cm²", "立方米": "m³", "海里": "nautical miles"},
    **dict.fromkeys(("公里", "千米"), "km"),
    **{"米": "m", "厘米": "cm", "毫米": "mm", "微米": "μm", "纳米": "nm"},
    **dict.fromkeys(("公斤", "千克"), "kg"),
    **{"千升": "kL", "升": "L", "克": "g", "斤": "jin", "延长米": "m"},
    **dict.fromkeys(("标准箱", "标箱", "TEU"), "TEU"),
    **{"千瓦时": "kWh", "度": "kWh", "兆瓦时": "MWh", "千瓦": "kW", "兆瓦": "MW", "吉瓦": "GW", "瓦": "W"},
    **{"千伏安": "kVA", "千伏": "kV", "大卡": "kcal", "摄氏度": "°C"},
}
NOUNS: Final = {  # one of it, and several
    **dict.fromkeys(("个百分点", "百分点"), ("percentage point", "percentage points")),
    **dict.fromkeys(("个名次", "个位次", "名次", "位次"), ("place", "places")),
    "个基点": ("basis point", "basis points"),
    **dict.fromkeys(("个工作日", "工作日"), ("working day", "working days")),
    **dict.fromkeys(("个半小时", "个小时", "小时"), ("hour", "hours")),
    **{"分钟": ("minute", "minutes"), "秒": ("second", "seconds"), "天": ("day", "days")},
    **dict.fromkeys(("个月", "个多月"), ("month", "months")),
    **{"年": ("year", "years"), "周年": ("year", "years"), "周": ("week", "weeks")},
    **dict.fromkeys(("吨标准煤", "吨标煤"), ("tonne of standard coal", "tonnes of standard coal")),
    **{"吨": ("tonne", "tonnes"), "倍": ("time", "times"), "辆": ("vehicle", "vehicles")},
    **dict.fromkeys(("人", "名", "位"), ("person", "people")),
    **{
        "台": ("unit", "units"),
        "台套": ("set", "sets"),
        "套": ("set", "sets"),
        "架": ("aircraft", "aircraft"),
    },
    **{
        "人次": ("visit", "visits"),
        "箱": ("box", "boxes"),
        "间": ("room", "rooms"),
        "张": ("sheet", "sheets"),
    },
}
EACH: Final = {  # of what a rate is told by
    **{"人": "person", "户": "household", "家": "company", "亩": "mu", "吨": "tonne", "度": "kWh"},
    **{"日": "day", "天": "day", "月": "month", "年": "year", "小时": "hour"},
    **{"平方米": "m²", "立方米": "m³", "千瓦时": "kWh"},
}
ACRE: Final = Decimal(15)  # mu in a hectare

BOUND_WORDS: Final[dict[Bound, tuple[tuple[str, tuple[str, ...]], ...]]] = {
    "=": (("", ()),),
    ">": (("at least", ("不低于", "不少于", "以上")), ("over", ())),
    "<": (
        ("nearly", ("将近", "接近", "近")),
        ("under", ("不足", "不到", "少于", "低于")),
        ("up to", ()),
    ),
    "~": (("about", ()),),
}
DOUBLED: Final = {"": "doubled", "一": "doubled", "1": "doubled"}
QUADRUPLED: Final = {"两": "quadrupled", "二": "quadrupled", "2": "quadrupled"}
TIMES_DOUBLED: Final = {**DOUBLED, **QUADRUPLED, "三": "rose eightfold", "3": "rose eightfold"}
DOUBLING: Final = re.compile(r"翻了?(?P<times>[一二两三1-3]?)番|翻倍")
FRACTION: Final = re.compile(r"\d+/\d+")
TEENS: Final = range(11, 14)
ORDINALS: Final = {1: "st", 2: "nd", 3: "rd"}


# -- values ---------------------------------------------------------------------------------------


def say_doubling(told: str) -> str | None:
    """翻番 as "doubled", 翻两番 as "quadrupled"; None for other words."""
    doubled = DOUBLING.fullmatch(told)
    return TIMES_DOUBLED.get(doubled["times"] or "", "multiplied") if doubled else None


def say_english(observation: Observation) -> str:
    """The value with its measure, bound and unit: "over CNY 33.2 bn", "up 6.3%", "31st", "67.7% share"."""
    told = say(observation)
    if doubled := say_doubling(told):
        return doubled
    if observation.measure == "rank":
        return _rank(observation.value, told)
    return _measured(say_amount(observation), observation, told)


def say_drawn(observation: Observation) -> str:
    """The value as a chart shows it: of what grows, the rate; the sign tells a fall."""
    if observation.measure == "growth" and not DOUBLING.fullmatch(say(observation)):
        return ("−" if observation.value < 0 else "") + say_amount(observation)
    return say_english(observation)


def say_amount(observation: Observation) -> str:
    """The value with its bound and unit, without what it measures."""
    bound = bound_word(observation.bound, say(observation))
    size = abs(observation.value) if observation.measure in ("growth", "gap") else observation.value
    printed = FRACTION.fullmatch(printed_text(observation))  # 1/3 is no 33.33%
    return f"{bound} {printed[0] if printed else say_quantity(size, observation.unit)}".strip()


def bound_word(bound: Bound, told: str) -> str:
    """The English of the word that bounds a value in Chinese: at least, over, nearly, under, up to, about."""
    fitting = (word for word, signs in BOUND_WORDS[bound] if not signs or any(each in told for each in signs))
    return next(fitting)


def _measured(amount: str, observation: Observation, told: str) -> str:
    rises = observation.value >= 0
    match observation.measure:
        case "growth":
            return f"{'up' if rises else 'down'} {amount}"
        case "increment" if told.startswith(("新增", "净增")):
            return f"{amount} added"
        case "increment":
            return f"{'up' if rises else 'down'} {amount.replace('-', '')}"
        case "share":
            return f"{amount} share"
        case "gap":
            return f"{amount} {'higher' if rises else 'lower'}"
    return amount


def _rank(value: Decimal, told: str) -> str:
    return f"top {value:f}" if told.startswith("前") or told.endswith("强") else say_ordinal(int(value))


def say_ordinal(number: int) -> str:
    """31 as 31st."""
    ending = "th" if number % 100 in TEENS else ORDINALS.get(number % 10, "th")
    return f"{number:,}{ending}"


def say_quantity(value: Decimal, unit: str) -> str:
    """A number with a unit as Chinese prints it: 1135.1 and 亿元 as "CNY 113.51 bn"; bare counts lose it."""
    if rate := _per(value, unit):
        return rate
    scale, plain = scale_of(unit)
    power = len(str(scale)) - 1
    if not plain and scale >= SCALES["亿"]:
        plain = "元"  # 438.6亿: so many of anything else would be named
    if currency := CURRENCIES.get(plain):
        return f"{currency} {_stepped(value, power, MONEY_STEPS)}"
    if plain in ("%", "％", "‰"):
        return f"{_number(value, power)}{'‰' if plain == '‰' else '%'}"
    return _with_unit(value, power, plain)


def say_unit(unit: str) -> str | None:
    """What a column of amounts is in, scales left out: 亿美元 as USD; None where it has no English name."""
    amount, mark, each = unit.partition("/")
    plain = scale_of(amount)[1]
    said = CURRENCIES.get(plain) or SYMBOLS.get(plain) or (NOUNS[plain][1] if plain in NOUNS else None)
    return f"{said} per {EACH[each]}" if said and mark and each in EACH else None if mark else said


def _with_unit(value: Decimal, power: int, plain: str) -> str:
    number = _stepped(value, power, COUNT_STEPS)
    if plain == "亩":
        return f"{number} mu{_in_hectares(value.scaleb(power))}"
    if symbol := SYMBOLS.get(plain):
        return f"{number} {symbol}"
    if nouns := NOUNS.get(plain):
        return f"{number} {nouns[0 if number == '1' else 1]}"
    return number if KIND_OF.get(plain, "count") == "count" else f"{number} {plain}"


def _per(value: Decimal, unit: str) -> str | None:
    """A rate: 500 and 元/人 as CNY 500 per person; None for what is none, or has no English."""
    amount, mark, each = unit.partition("/")
    return f"{say_quantity(value, amount)} per {EACH[each]}" if mark and each in EACH else None


def _in_hectares(mu: Decimal) -> str:
    """In hectares, where that comes out even."""
    hectares = mu / ACRE
    even = hectares == hectares.quantize(Decimal("0.01"))
    return f" ({hectares.normalize():,f} ha)" if even else ""


def _stepped(value: Decimal, power: int, steps: tuple[tuple[int, str], ...]) -> str:
    size = abs(value.scaleb(power))
    for step, word in steps:
        if size >= Decimal(10) ** step:
            return f"{_number(value, power - step)} {word}"
    return _number(value, power)


def _number(value: Decimal, power: int) -> str:
    """All printed digits, the point moved; zeros that only moving it made are left out."""
    moved = f"{value.scaleb(power):,f}"
    exponent = value.as_tuple().exponent
    printed_point = isinstance(exponent, int) and exponent < 0
    return moved if printed_point or "." not in moved else moved.rstrip("0").rstrip(".")


# -- times ----------------------------------------------------------------------------------------


def say_date(date: str | None) -> str:
    """ "2021-12-27" as 27 Dec 2021, "2024-07" as July 2024; None as unknown."""
    if date is None:
        return UNKNOWN
    year, *rest = date.split("-")
    words = [MONTHS[int(rest[0]) - 1], year] if rest else [year]
    return " ".join([str(int(rest[1])), *words] if len(rest) > 1 else words)


def say_period(period: str | None) -> str:
    """A period string as `core.periods` defines it, in words: "2024-01/2024-06" as H1 2024."""
    if period is None:
        return UNKNOWN_PERIOD
    if period.startswith("@"):
        return "as of " + say_period(period[1:])
    first, _, last = period.partition("/")
    return _range(first, last) if last else say_date(first)


def _range(first: str, last: str) -> str:
    if "-" not in first + last:
        return f"{first}–{last}"
    start, end = first.split("-"), last.split("-")
    if len(start) == len(end) == 2 and start[0] == end[0]:
        months = (int(start[1]), int(end[1]))
        return f"{QUARTERS.get(months) or '–'.join(MONTHS[each - 1] for each in months)} {start[0]}"
    return f"{say_date(first)} – {say_date(last)}"
