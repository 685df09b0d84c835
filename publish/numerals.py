"""What counts as a number in running text."""

from __future__ import annotations

import re

# values that Chinese writes without digits: 翻番, 三成, 两倍; not 一成不变
CHINESE_VALUE = re.compile(
    r"翻(?:了?[一二两三四五]?)番|[一二两三四五六七八九]成(?=以上|以下|左右|多|[，。；、）\s]|$)|[一二两三四五六七八九十百]+倍"
)
NUMERAL = re.compile(r"\d|[%％‰]")
DIGITS = re.compile(r"\d+(?:[.．,，]\d+)*")
BREAK = re.compile(r"\s*[\r\n\u200b\u200c\u200d\u2060\ufeff]\s*")  # what parts a number, and is not seen
CHINESE_DIGITS = re.compile(r"[零〇一二两三四五六七八九十百千万亿半]+|翻番|榜首|首位")


def has_numeral(text: str) -> bool:
    """Whether a reader would take something in the text for a number."""
    return bool(NUMERAL.search(text) or CHINESE_VALUE.search(text))


def digits(text: str) -> tuple[str, ...]:
    """The numbers that a text writes in digits, as printed."""
    return tuple(DIGITS.findall(BREAK.sub("", text)))


def figures(text: str) -> tuple[str, ...]:
    """The numbers of a value as printed: its digits, or its Chinese numerals where it has none."""
    return digits(text) or tuple(CHINESE_DIGITS.findall(BREAK.sub("", text)))
