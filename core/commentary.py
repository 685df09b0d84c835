"""Figures in running commentary: the numbers that a reader takes for facts, and so must have one behind them.

Dates, names and turns of phrase are none: 2024年, 5G, 世界500强, “2+3+X”, 三个方面.
"""

from __future__ import annotations

import re

from core.model import Span
from core.quantities import Quantity, find_quantities
from core.units import Kind

UNSEEN = "此数未见于来源"  # what stands beside a figure that no source states
UNSEEN_ENGLISH = "in no source"  # the same on an English page

DATE = re.compile(
    r"""
    (?<!\d) (?: (?:19|20)\d{2} (?: \s*[-—–－~～至到/]\s* (?:(?:19|20)\d{2}|\d{2}) )? \s* (?: 年代? | 财年 )
      | (?:19|20)\d{2} [-/.] \d{1,2} (?: [-/.] \d{1,2} )? (?! [\d.]|[亿万]|个|家|项|% )
      | (?:19|20)\d{2} (?= \s*[-—–－~～至到]\s* (?:19|20)\d{2} )
      | (?:19|20)\d{2} \s* (?= 上半年|下半年|前三季度|[一二三四]季度|全年 )
      | \d{1,2} (?: \s*[-—–－~～至到]\s* \d{1,2} )? \s*
        (?: 月份? (?: \d{1,2} [日号] )? | [日号](?!线) | 季度 | 点钟? | 时 )
      | Q[1-4] (?! \d )
    )
    """,
    re.VERBOSE,
)
TITLE = re.compile(r"《[^《》]{1,60}》")
QUOTED = re.compile(r"[“\"][^“”\"\n]{1,20}[”\"]")
LETTER_BEFORE = re.compile(r"[A-Za-z+＋_/·.#-]$")
LETTER_AFTER = re.compile(r"[A-Za-z+＋_/#]")
NUMBERED = re.compile(r"[强期届号代级版路条款章]|次会议|中全会|大(?=[产集体支主])")  # 世界500强, 2期, 第3号
BRACKETED = re.compile(r"[(（]\d{1,2}[)）]")
ALWAYS: frozenset[Kind] = frozenset(
    {"money", "percent", "point", "area", "multiple"}
)  # in Chinese numerals, too
PLACED = ("名", "位", "强", "首位", "榜首")


def figures_in(text: str) -> list[Quantity]:
    """The figures of a text, in order."""
    apart = [Span(*found.span()) for pattern in (DATE, TITLE) for found in pattern.finditer(text)]
    quoted = [Span(*found.span()) for pattern in (QUOTED, BRACKETED) for found in pattern.finditer(text)]
    return [
        each
        for each in find_quantities(text)
        if not _within(each, apart) and not (_is_bare(each) and _within(each, quoted)) and _counts(each, text)
    ]


def _within(quantity: Quantity, spans: list[Span]) -> bool:
    return any(each.start <= quantity.span.start and quantity.span.end <= each.end for each in spans)


def _is_bare(quantity: Quantity) -> bool:
    return quantity.kind == "bare" or quantity.chinese


def _counts(quantity: Quantity, text: str) -> bool:
    if quantity.kind == "time":
        return False
    if quantity.kind == "rank":
        return quantity.text.endswith(PLACED)
    start, end = quantity.span.start, quantity.span.end
    if quantity.chinese:
        return quantity.kind in ALWAYS and not text.startswith("级", end)
    if quantity.kind != "bare":
        return not LETTER_BEFORE.search(text, max(0, start - 1), start) or quantity.kind in ALWAYS
    return not (
        LETTER_BEFORE.search(text, max(0, start - 1), start)
        or LETTER_AFTER.match(text, end)
        or NUMBERED.match(text, end)
        or text.startswith("第", max(0, start - 1))
    )
