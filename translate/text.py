"""Chinese text without markup: dates, periods, values and numbers become places of a message."""

from __future__ import annotations

import re
from decimal import Decimal

from msgspec import Struct

from core.amounts import SCALES
from core.model import Observation
from core.units import KIND_OF
from core.wording import BOUND_AFTER, BOUND_BEFORE, say
from core.wording_en import (
    BOUND_WORDS,
    DOUBLING,
    MONTHS,
    say_amount,
    say_date,
    say_doubling,
    say_english,
    say_ordinal,
    say_quantity,
)

HAN = re.compile(r"[㐀-䶿一-鿿豈-﫿]")
DIGITS = re.compile(r"\d+(?:\.\d+)?")
HALVES = {"上半年": "H1", "下半年": "H2", "一季度": "Q1", "二季度": "Q2", "三季度": "Q3", "四季度": "Q4"}
SCALE = "|".join(sorted((each for each in SCALES if each), key=lambda each: (-len(each), each)))
UNIT = "|".join(sorted((re.escape(each) for each in KIND_OF), key=lambda each: (-len(each), each)))
UNSCALED = "|".join(
    sorted(
        (re.escape(each) for each, kind in KIND_OF.items() if kind not in ("count", "time")),
        key=lambda each: (-len(each), each),
    )
)
BOUNDS = {  # 不足 -> under
    word: next(said for said, words in BOUND_WORDS[bound] if word in words or not words)
    for bound in BOUND_WORDS
    for word in (*BOUND_BEFORE[bound], *BOUND_AFTER[bound])
} | {"余": "over", "多": "over"}
BEFORE = "|".join(word for words in BOUND_BEFORE.values() for word in words)
AFTER = "|".join(word for words in BOUND_AFTER.values() for word in words)
TENTHS = {digit: value for value, digit in enumerate("一二三四五六七八九", start=1)} | {"两": 2}
DAY = r"(?: \d{1,2}月 (?: \d{1,2}日 )? )?"
TOKEN = re.compile(
    rf"""
    (?P<iso> \d{{4}}-\d\d(?:-\d\d)? )
  | (?P<as_of> 截至 )? (?:
        (?P<years> \d{{4}}—\d{{4}} ) 年
      | (?P<year> \d{{4}} ) 年 (?:
            (?P<part> 上半年 | 下半年 | [一二三四]季度 )
          | (?P<months> \d{{1,2}}—\d{{1,2}} ) 月
          | (?P<first> {DAY} ) (?P<last> — \d{{4}}年 {DAY} )
          | (?P<date> {DAY} )
        )
    )
  | (?P<ahead> {BEFORE} )? (?P<change> 增长 | 下降 )? (?P<bound> {BEFORE} )? (?:
        (?P<number> [-+−]? \d+ (?: [.]\d+ )? )
        (?P<more> 余 | 多 )?
        (?P<unit> (?: {SCALE} ) (?: {UNIT} )? | {UNSCALED} )
      | (?P<tenths> [{"".join(TENTHS)}] ) 成 (?P<half> 半 )? (?! [不立为效功] )
    )
    (?P<after> {AFTER} )?
  | (?P<doubled> {DOUBLING.pattern.replace("?P<times>", "")} )
  | (?P<title> 《[^》]*》 )
  | (?P<ordinal> 第 \d+ 名 )
  | (?P<bare> \d+ (?: [.,]\d+ )* )
    """,
    re.VERBOSE,
)
PUNCTUATION = str.maketrans(
    {
        **{"，": ", ", "、": ", ", "；": "; ", "：": ": ", "。": ". ", "！": "! ", "？": "? "},
        **{"（": " (", "）": ") ", "“": "“", "”": "”", "《": "", "》": "", "～": "–"},
        **{"＝": "=", "＋": "+", "－": "−", "＞": ">", "＜": "<", "％": "%", "\u3000": " "},
    }
)
CHANGES = {"增长": "up", "下降": "down"}
BEFORE_CLOSING = re.compile(r" +(?=[,;:.!?)])")


class Token(Struct, frozen=True):
    """What a place of a message stands for, in English; its number where one could decide the plural."""

    said: str
    source: str = ""  # as it stands in Chinese
    number: int | None = None


def needs_original(said: str, told: str) -> bool:
    """Whether the Chinese of a value stands beside its English: where it has other digits, or none."""
    digits = DIGITS.findall(told)
    return not digits or DIGITS.findall(said.replace(",", "")) != digits


def value_in_english(observation: Observation, shown: str) -> tuple[str, str | None]:
    """A value as it is shown, in English, and the original where that has other digits, or none.

    It stays Chinese where its unit has no English name.
    """
    told = say(observation)
    if shown == told:
        said = say_english(observation)
    elif not has_chinese(shown):
        said = shown  # a brief is written in English
    else:
        said, told = say_amount(observation), shown
    if has_chinese(said):  # a unit without an English name
        return told, None
    unbroken = said.replace(" ", "\u00a0")  # no line breaks a value
    return unbroken, told if needs_original(said, told) else None


def has_chinese(text: str) -> bool:
    """Whether any Han character stands in the text."""
    return bool(HAN.search(text))


def tokenised(text: str) -> list[str | Token]:
    """The text in pieces: words as they are, and tokens for dates, periods, values and numbers."""
    pieces: list[str | Token] = []
    at = 0
    for found in TOKEN.finditer(text):
        if text[at : found.start()]:
            pieces.append(text[at : found.start()])
        pieces.append(_token(found))
        at = found.end()
    if text[at:]:
        pieces.append(text[at:])
    return pieces


def _token(found: re.Match[str]) -> Token:
    if found["years"] or found["year"]:
        return Token(_period(found), found[0])
    if found["unit"] or found["tenths"]:
        return Token(_value(found), found[0])
    if found["ordinal"]:
        return Token(say_ordinal(int(found["ordinal"][1:-1])), found[0])
    if found["doubled"]:
        return Token(say_doubling(found[0]) or found[0], found[0])
    return Token(found[0], found[0], int(found[0]) if found[0].isdigit() else None)


def _period(found: re.Match[str]) -> str:
    before = "as of " if found["as_of"] else ""
    if found["years"]:
        return before + found["years"].replace("—", "–")
    year = found["year"]
    if found["part"]:
        return f"{before}{HALVES[found['part']]} {year}"
    if found["months"]:
        return before + "–".join(MONTHS[int(each) - 1] for each in found["months"].split("—")) + f" {year}"
    if found["last"]:
        return f"{before}{say_date(_iso(year + '年' + found['first']))} – {say_date(_iso(found['last'][1:]))}"
    return before + say_date(_iso(year + "年" + (found["date"] or "")))


def _iso(date: str) -> str:
    return "-".join(f"{int(each):02}" for each in re.findall(r"\d+", date))


def _value(found: re.Match[str]) -> str:
    quantity = _share(found) or say_quantity(Decimal(found["number"].replace("−", "-")), found["unit"])
    bound = next((BOUNDS[found[each]] for each in ("ahead", "bound", "more", "after") if found[each]), "")
    change = CHANGES.get(found["change"] or "", "")
    return " ".join(filter(None, (change, bound, quantity)))


def _share(found: re.Match[str]) -> str:
    """三成 as 30%; nothing where the number is in figures."""
    tenths = found["tenths"]
    return f"{TENTHS[tenths] * 10 + (5 if found['half'] else 0)}%" if tenths else ""


def punctuated(text: str) -> str:
    """Text that is punctuation and Latin letters, punctuated as English is; without spaces that double."""
    if text.isascii():
        return text
    return BEFORE_CLOSING.sub("", re.sub(" +", " ", text.translate(PUNCTUATION)))
