"""How values are said in Chinese. The digits of a fact stay as its source printed them."""

from __future__ import annotations

import re
from typing import Final

from core.judgement import Derived
from core.model import Bound, Measure, Observation, Status
from core.whitespace import squeezed

UNKNOWN: Final = "未知"
UNKNOWN_PERIOD: Final = "时期未知"
STATUS: Final[dict[Status, str]] = {"actual": "实际", "estimate": "预计", "target": "目标"}

BOUND_WORD: Final[dict[Bound, str]] = {"=": "", ">": "超", "<": "不超过", "~": "约"}
BOUND_BEFORE: Final[dict[Bound, tuple[str, ...]]] = {
    "=": (),
    ">": ("不低于", "不少于", "超过", "突破", "高于", "多于", "超", "逾"),
    "<": (
        *("最高不超过", "最多不超过", "不超过", "不足", "不到", "少于", "低于", "将近", "接近", "近"),
        *("最高", "最多"),
    ),
    "~": ("大约", "约"),
}
BOUND_AFTER: Final[dict[Bound, tuple[str, ...]]] = {
    "=": (),
    ">": ("以上",),
    "<": ("以内", "以下"),
    "~": ("左右", "上下"),
}
BARE: Final = re.compile(r"\d+(?:\.\d+)?")  # a number whose unit stands elsewhere
SCALED_UNIT: Final = re.compile(r"[十百千]?[万亿](?!$)")
BREAK: Final = re.compile(r"\s*[\r\n]\s*")
UNSEEN: Final = re.compile("[\u200b\u200c\u200d\u2060\ufeff]")  # characters without width, left by editors
BOUND_WITHIN: Final = re.compile(r"[多余几超近约逾]|以上|以下|以内|左右|上下")  # 20多亿元, 百余家
MEASURE_WORDS: Final[dict[Measure, tuple[str, str]]] = {  # of a rise, and of a fall
    "level": ("", ""),
    "growth": ("增长", "下降"),
    "increment": ("新增", "减少"),
    "share": ("占", "占"),
    "rank": ("", ""),
    "gap": ("高", "低"),
}
MEASURE_NAMES: Final[dict[Measure, str]] = {  # of a column or row of figures
    "level": "",
    "growth": "增速",
    "increment": "增量",
    "share": "占比",
    "rank": "位次",
    "gap": "差距",
}
CHANGE: Final = re.compile(r"(新增|净增|增加|增长|提升|提高|上升|前移|减少|下降|降低|后移|后退)了?$")
STEPS: Final = frozenset({"个名次", "名次", "个位次", "位次"})  # of a ranking
QUARTERS: Final = {(1, 3): "一季度", (4, 6): "二季度", (7, 9): "三季度", (10, 12): "四季度"}
HALVES: Final = {(1, 6): "上半年", (7, 12): "下半年"}


def say(observation: Observation) -> str:
    """The value with its measure, bound and unit: "超332亿元", "增长6.3%", "第31名", "占67.7%"."""
    printed = printed_text(observation)
    if observation.measure == "rank":
        return _place(printed, squeezed(observation.evidence.quote))
    if printed.endswith("番"):
        return printed  # 翻番 says its own verb
    verb = _verb(observation, printed)
    number = printed.lstrip("+-＋－−") if verb else printed
    return verb + _bounded(number, observation.bound, squeezed(observation.evidence.quote))


def say_derived(derived: Derived) -> str:
    """A value that was worked out: "增长4.4%", "约下降8%", "占固定资产投资的31.8%"."""
    about, number = BOUND_WORD[derived.bound], f"{abs(derived.value):f}{derived.unit}"
    if derived.measure == "share":
        return f"{about}占{derived.working.operands[1].indicator}的{number}"
    return f"{about}{MEASURE_WORDS[derived.measure][0 if derived.value >= 0 else 1]}{number}"


def printed_text(observation: Observation) -> str:
    """The number with its unit as printed, line breaks taken out; 2 of 2至3亿元 with the unit it shares."""
    printed = without_breaks(observation.evidence.text)
    shared = SCALED_UNIT.match(observation.unit) if BARE.fullmatch(printed) else None
    return printed + observation.unit if shared else printed


def without_breaks(text: str) -> str:
    """Text without its line breaks: Chinese and numbers are joined, words in Latin letters keep a space."""
    return UNSEEN.sub("", BREAK.sub(lambda found: " " if _parts_words(text, found) else "", text))


def _parts_words(text: str, found: re.Match[str]) -> bool:
    before, after = text[: found.start()][-1:], text[found.end() :][:1]
    latin = before.isascii() and after.isascii() and before.isalnum() and after.isalnum()
    return latin and (before.isalpha() or after.isalpha())


def _verb(observation: Observation, printed: str) -> str:
    rises = observation.value >= 0
    if observation.measure != "increment":
        return MEASURE_WORDS[observation.measure][0 if rises else 1]
    before = squeezed(observation.evidence.quote).partition(squeezed(printed))[0]
    for word in BOUND_BEFORE[observation.bound]:
        before = before.removesuffix(word)
    if said := CHANGE.search(before):
        return said[1]
    if observation.unit in STEPS:
        return "提升" if rises else "后退"
    return MEASURE_WORDS["increment"][0 if rises else 1]


def _bounded(number: str, bound: Bound, quote: str) -> str:
    if bound == "=" or BOUND_WITHIN.search(number):
        return number
    for word in BOUND_BEFORE[bound]:
        if word + squeezed(number) in quote:
            return word + number
    for word in BOUND_AFTER[bound]:
        if squeezed(number) + word in quote:
            return number + word
    return BOUND_WORD[bound] + number


def _place(printed: str, quote: str) -> str:
    if printed[0] in "第前首榜":  # 首位, 榜首
        return printed
    if f"前{printed}" in quote:
        return f"前{printed}"
    return printed if printed.endswith("强") else f"第{printed}"


def say_date(date: str | None) -> str:
    """ "2021-12-27" as 2021年12月27日, "2024-07" as 2024年7月; None as 未知."""
    if date is None:
        return UNKNOWN
    return "".join(f"{int(part)}{unit}" for part, unit in zip(date.split("-"), "年月日", strict=False))


def say_period(period: str | None) -> str:
    """A period string as `core.periods` defines it, in words: "2024-01/2024-06" as 2024年上半年."""
    if period is None:
        return UNKNOWN_PERIOD
    if period.startswith("@"):
        return "截至" + say_period(period[1:])
    first, _, last = period.partition("/")
    return _range(first, last) if last else say_date(first)


def _range(first: str, last: str) -> str:
    if "-" not in first + last:
        return f"{first}—{last}年"
    start, end = _numbers(first), _numbers(last)
    if len(start) == len(end) == 2 and start[0] == end[0]:
        months = (start[1], end[1])
        return f"{start[0]}年" + (HALVES.get(months) or QUARTERS.get(months) or f"{months[0]}—{months[1]}月")
    return f"{say_date(first)}—{say_date(last)}"


def _numbers(date: str) -> tuple[int, ...]:
    return tuple(int(part) for part in date.split("-"))


def say_share(part: int, whole: int) -> str:
    """A share of a count, as a whole percentage; never 100% short of all, never 0% above none."""
    percent = (200 * part + whole) // (2 * whole)
    if part < whole:
        percent = min(percent, 99)
    return f"{max(percent, 1) if part else 0}%"
