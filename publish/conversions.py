"""Whether a value in English says what its Chinese original says: 113.51 bn is 1135.1亿."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

from core.amounts import SCALES

ENGLISH_SCALES = {
    **dict.fromkeys(("tn", "trillion"), 12),
    **dict.fromkeys(("bn", "billion"), 9),
    **dict.fromkeys(("m", "million"), 6),
}
# m after a number is metres, unless a currency stands before it
ENGLISH = re.compile(
    r"(?P<money>[A-Z]{3} )?(?P<number>\d[\d,]*(?:\.\d+)?)(?: (?P<scale>tn|trillion|bn|billion|m|million)\b)?"
)
SCALED = "|".join(  # 12千升 is no 12 thousand
    each + ("(?![瓦升米克伏卡])" if each.endswith("千") else "")
    for each in sorted(filter(None, SCALES), key=len, reverse=True)
)
CHINESE = re.compile(
    r"(?P<number>\d+(?:\.\d+)?)(?:/(?P<whole>\d+))?(?P<tenths>成)?(?P<more>[余多几来])?"
    rf"(?P<scale>{SCALED})?(?P<half>个?半)?"
)
COMMAS = re.compile(r"(?<=\d),(?=\d{3})")
PERCENT = 100
TENTH = 10  # percent in 一成


def without_commas(text: str) -> str:
    """English numbers without the commas that group their digits."""
    return COMMAS.sub("", text)


def says_the_same(english: str, original: str) -> bool:
    """Whether both give one number; an original without digits (两家, 翻番) has none to compare."""
    stated = _chinese(original)
    return stated is None or stated == _english(english)


def _english(text: str) -> Decimal | None:
    found = ENGLISH.search(text.replace("\u00a0", " "))
    if not found:
        return None
    scale = found["scale"] or ""
    power = 0 if scale == "m" and not found["money"] else ENGLISH_SCALES.get(scale, 0)
    return Decimal(without_commas(found["number"])).scaleb(power)


def _chinese(text: str) -> Decimal | None:
    found = CHINESE.search(without_commas(unicodedata.normalize("NFKC", "".join(text.split()))))
    if not found:
        return None
    number = Decimal(found["number"])
    if found["tenths"]:
        return number * TENTH
    if found["whole"]:
        return number * PERCENT / Decimal(found["whole"])
    return number * SCALES[found["scale"] or ""] + (Decimal("0.5") if found["half"] else 0)
