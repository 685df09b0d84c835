"""The grammar of quantities in Chinese text: number, scale, unit, bound.

Works on characters, before any segmentation, so that offsets come from the match. Finds every
number that has a unit, a rank, a fraction or a word such as 翻番; says nothing of what it means.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from core.model import Bound, Span
from core.units import KIND_OF, NOT_AFTER, Kind


class Quantity(Struct, frozen=True):
    """One number in print. `outer` also takes in the bound words around it (超…, …以上)."""

    span: Span
    outer: Span
    text: str
    value: Decimal
    unit: str
    bound: Bound
    kind: Kind
    chinese: bool  # written in Chinese numerals


DIGITS = {
    "零": 0,
    "〇": 0,
    "一": 1,
    "二": 2,
    "两": 2,
    "三": 3,
    "四": 4,
    "五": 5,
    "六": 6,
    "七": 7,
    "八": 8,
    "九": 9,
}
SCALES = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8}


def chinese_number(text: str) -> Decimal:
    """Value of a Chinese numeral (二十五 → 25, 千亿 → 100000000000, 半 → 0.5). Raises ValueError."""
    if text == "半":
        return Decimal("0.5")
    total = section = digit = 0
    for character in text:
        if character in DIGITS:
            digit = DIGITS[character]
        elif character in ("万", "亿"):
            total = (total + section + digit or 1) * SCALES[character]
            section = digit = 0
        elif character in SCALES:
            section += (digit or 1) * SCALES[character]
            digit = 0
        else:
            raise ValueError(f"{text!r} is not a Chinese numeral")
    return Decimal(total + section + digit)


PLAIN = str.maketrans("０１２３４５６７８９．，", "0123456789.,")


def arabic_number(text: str) -> Decimal:
    """Value of digits, full-width ones and thousands separators included."""
    plain = text.translate(PLAIN)
    return Decimal(plain.replace(",", ""))


_UNIT = "|".join(re.escape(unit) for unit in sorted(KIND_OF, key=len, reverse=True))
_DIGIT = "0-9０-９"
_HAN = "零〇一二两三四五六七八九十百千"

QUANTITY = re.compile(
    rf"""
    (?= [{_DIGIT}{_HAN}万亿半] )  # tried nowhere else: fast
    (?: (?P<arabic>
        [{_DIGIT}]{{1,3}} (?: [,，][{_DIGIT}]{{3}} )+ (?![{_DIGIT}]) (?: [.．][{_DIGIT}]+ )?   # 1,135.1
      | [{_DIGIT}]+ (?: [.．][{_DIGIT}]+ )?                                               # 1135.1
    )
    (?: (?P<to> \s*(?:-|—|–|－|~|～|至|到)+\s* ) (?P<upper> [{_DIGIT}]+ (?: [.．][{_DIGIT}]+ )? ) )?
    (?P<more> 多 | 余 | 来 | 几 )?
    (?P<scale> 万亿 | 千亿 | 百亿 | 十亿 | 千万 | 百万 | 十万 | 亿 | 万 | 千(?![伏瓦米克]) | 百 )?
    (?P<more2> 多 | 余 )?
    \s? (?P<unit> {_UNIT} )?
  |
    (?P<hanzi> [{_HAN}万亿]+ | 半 )
    (?P<hmore> 多 | 余 | 来 )?
    (?P<hscale> 万亿 | 亿 | 万 )?
    (?P<hunit> {_UNIT} )?
    )
    """,
    re.VERBOSE,
)
PREFIX = re.compile(
    r"""(?= [超突逾不至大多高站迈登跨冲攀跃踏上破接将直逼近少小低最控约] ) (?:
      (?P<more> 超过|超出|超|突破|逾|不少于|不低于|不小于|不下|至少|大于|多于|高于
          | [站迈登跨冲攀跃踏]上|(?<![以规限])上|(?<=[收值额税资产业])过|(?<![一-鿿])过|冲破|(?<![打突])破 )
    | (?P<less> 接近|将近|直?逼近|近|不足|不到|少于|不超过|不高于|小于|低于|最多|控制在 )
    | (?P<about> 大约|约为|约|大概 )
    ) 了?\s*$""",
    re.VERBOSE,
)
SUFFIX = re.compile(r"(?P<more>及?以上|之多|多(?=[。,，;；]))|(?P<less>以内|以下|之内)|(?P<about>左右|上下)")
CLIMBS = ("站上", "迈上", "登上", "跨上", "冲上", "攀上", "跃上", "踏上", "上")
CAP = re.compile(r"最高(?:可|不超过)?(?:给予|奖励|奖补|补助|补贴|资助|支持|获得?|享受|达)?\s*$")  # 最高给予
CONNECTOR = re.compile(r"\s*(?:-|—|–|－|~|～|至|到)+\s*")
RANK = re.compile(
    rf"第(?P<number>[{_DIGIT}]+|[{_HAN}]+)(?P<unit>名|位)?(?!届|次|批|期|季|产业|一|二|三|中|[{_DIGIT}])"
)
PARTS = re.compile(  # 三次产业结构为5.1:68.4:26.5
    r"(?<![0-9.:：∶])(?P<first>[0-9]{1,2}(?:\.[0-9]+)?)\s?[:：∶]\s?(?P<second>[0-9]{1,2}(?:\.[0-9]+)?)"
    r"\s?[:：∶]\s?(?P<third>[0-9]{1,2}(?:\.[0-9]+)?)(?![0-9:：∶])"
)
WHOLE = (Decimal(99), Decimal(101))  # what the parts of a structure add up to, rounded as they are
NOTHING = re.compile(r"/0+$|^[零〇]+分之")
_NO_TENTHS = "[立为效果功长都员本品就交型套群分因年像绩熟形了链片]"  # 三成立 is no 30 %
TOP = re.compile(r"(?:居|位列|名列|列|排名|跃居|蝉联)[^，,。；;]{0,10}(?P<rank>首位|榜首)")
FIRST = re.compile(
    rf"(?:进入|跻身|挺进|冲刺|迈入|迈进|跃居|闯进|进军|位列|位居|排名|稳居)[^，,。；;]{{0,16}}?"
    rf"(?P<rank>前(?P<number>[{_HAN}]+|[{_DIGIT}]+)(?P<unit>名|位|强)?)(?![个项家年届批期])"
)
WORD = re.compile(
    rf"""
    (?= [翻百半{_DIGIT}{_HAN}] )
    (?: (?P<double> 翻 了? (?P<times> [一二两三四]|[{_DIGIT}] )? 番 | 翻倍 )
  | (?P<tenths> [一二两三四五六七八九1-9][半]? ) 成 (?P<half> [一二三四五六七八九]|半 )? (?! {_NO_TENTHS} )
  | (?<=[占的近超过达约到有]) (?P<even> 一半 | 半数 ) (?! [天年月日小路个] )
  | 百分之 (?P<cent> [{_HAN}]+ | [{_DIGIT}]+ (?: [.．][{_DIGIT}]+ )? )
  | (?P<fraction> (?<![{_DIGIT}/]) [{_DIGIT}]{{1,2}}/[{_DIGIT}]{{1,3}} (?![{_DIGIT}/年月]) )
  | (?<! [{_HAN}] ) (?P<parts> [{_HAN}]{{1,9}} ) 分之 (?P<share> [{_HAN}]+ ) )
    """,
    re.VERBOSE,
)


def find_quantities(text: str, start: int = 0, end: int | None = None) -> list[Quantity]:
    """Every quantity of text[start:end], in order; spans count from the start of `text`."""
    end = len(text) if end is None else end
    found = [*_words(text, start, end), *_ranks(text, start, end), *_structures(text, start, end)]
    taken = {place for quantity in found for place in range(quantity.span.start, quantity.span.end)}
    for quantity in _numbers(text, start, end):
        if quantity.span.start not in taken and quantity.span.end - 1 not in taken:
            found.append(quantity)
    return _as_ranges(text, _sharing_units(text, sorted(found, key=lambda quantity: quantity.span)))


def _sharing_units(text: str, found: list[Quantity]) -> list[Quantity]:
    """2.6个和3.9个百分点: points, both of them; 41个和7个位次: places."""
    for index, (first, second) in enumerate(pairwise(found)):
        shared = first.unit == "个" and second.unit in ("个百分点", "个位次", "个名次")
        if shared and text[first.span.end : second.span.start] in ("和", "、", "与"):
            found[index] = replace(first, unit=second.unit, kind=second.kind)
    return found


def _as_ranges(text: str, found: list[Quantity]) -> list[Quantity]:
    """Give both ends of a range such as 30%—50% their bounds, where each end has a unit of its own."""
    for index, (low, high) in enumerate(pairwise(found)):
        if low.kind == high.kind and CONNECTOR.fullmatch(text, low.span.end, high.span.start):
            found[index] = replace(low, bound=">")
            found[index + 1] = replace(high, bound="<")
    return found


def _words(text: str, start: int, end: int) -> Iterator[Quantity]:
    for match in WORD.finditer(text, start, end):
        if NOTHING.search(match.group()):
            continue  # 零分之一
        yield _bounded(text, _plain(text, Span(*match.span()), _word_value(match), ("%", "percent")))


def _structures(text: str, start: int, end: int) -> Iterator[Quantity]:
    """5.1:68.4:26.5: the shares of three parts that make a whole."""
    for match in PARTS.finditer(text, start, end):
        values = [arabic_number(each) for each in match.groups()]
        if WHOLE[0] <= sum(values) <= WHOLE[1]:
            for place, value in enumerate(values, 1):
                yield _plain(text, Span(*match.span(place)), value, ("%", "percent"))


def _word_value(match: re.Match[str]) -> Decimal:
    if match["double"]:
        times = match["times"] or "一"
        doublings = int(times) if times.isdigit() else int(chinese_number(times))
        return Decimal(100 * (2**doublings - 1))
    if match["tenths"]:
        half = {"半": 5}.get(match["half"] or "", DIGITS.get(match["half"] or "", 0))
        tenths = match["tenths"][0]
        return Decimal(10 * (int(tenths) if tenths.isdigit() else DIGITS[tenths]) + half)
    if match["even"]:
        return Decimal(50)
    if match["cent"]:
        return chinese_number(match["cent"]) if match["cent"][0] in _HAN else arabic_number(match["cent"])
    if match["fraction"]:
        over, under = match["fraction"].split("/")
        return _percent(Decimal(over), Decimal(under))
    return _percent(chinese_number(match["share"]), chinese_number(match["parts"]))


def _percent(over: Decimal, under: Decimal) -> Decimal:
    share = Decimal(0) if under == 0 else over * 100 / under
    return round(share, 2).normalize() if share != share.to_integral_value() else share.quantize(Decimal(1))


def _ranks(text: str, start: int, end: int) -> Iterator[Quantity]:
    for match in TOP.finditer(text, start, end):
        yield _plain(text, Span(*match.span("rank")), Decimal(1), ("名", "rank"))
    for match in FIRST.finditer(text, start, end):  # 力争进入全省前十
        chinese = match["number"][0] in _HAN
        value = chinese_number(match["number"]) if chinese else arabic_number(match["number"])
        span = Span(match.start("number"), match.end("rank"))
        yield _plain(text, span, value, ("名", "rank"))
    for match in RANK.finditer(text, start, end):
        number = match["number"]
        chinese = number[0] in _HAN
        value = chinese_number(number) if chinese else arabic_number(number)
        rank = _plain(text, Span(*match.span()), value, ("名", "rank"))
        yield _bounded(text, replace(rank, chinese=chinese))


def _numbers(text: str, start: int, end: int) -> Iterator[Quantity]:
    for match in QUANTITY.finditer(text, start, end):
        yield from _chinese(text, match) if match["hanzi"] else _arabic(text, match)


def _arabic(text: str, match: re.Match[str]) -> Iterator[Quantity]:
    unit, close = _unit(text, match, "unit")
    scale = match["scale"] or ""
    if not unit and not scale and not match["to"] and match["more"]:
        close = match.end("arabic")
    kind: Kind = KIND_OF.get(unit, "money" if scale.endswith(("亿", "万")) else "bare")
    value = arabic_number(match["arabic"])
    if unit == "个半小时":
        value, unit = value + Decimal("0.5"), "小时"
    whole = _plain(text, Span(match.start(), close), value, (scale + unit, kind))
    if match["to"] is None:
        inner: Bound | None = ">" if match["more"] or match["more2"] else None
        yield _bounded(text, whole, inner)
    elif kind != "bare" or scale:
        low, high = Span(*match.span("arabic")), Span(match.start("upper"), close)
        yield replace(whole, span=low, text=text[low.start : low.end], bound=">")
        upper = arabic_number(match["upper"])
        yield replace(whole, span=high, text=text[high.start : high.end], value=upper, bound="<")


def _chinese(text: str, match: re.Match[str]) -> Iterator[Quantity]:
    numeral, scale = match["hanzi"], match["hscale"] or ""
    unit, close = _unit(text, match, "hunit")
    kind: Kind = KIND_OF.get(unit, "bare")
    if numeral.startswith("零") and unit:  # 零部件, 零件
        return
    if not (unit or scale) or kind in ("energy", "mass", "length"):  # 百度, 一米: no amounts
        return
    if kind == "money" and not scale and numeral in DIGITS:  # 三元材料: no money
        return
    while numeral[-1] in "万亿" and len(numeral) > 1:
        scale, numeral = numeral[-1] + scale, numeral[:-1]
    value = chinese_number(numeral)
    if numeral in ("万", "亿"):
        value, scale = Decimal(1), numeral + scale
    whole = _plain(text, Span(match.start(), close), value, (scale + unit, kind))
    yield _bounded(text, replace(whole, chinese=True), ">" if match["hmore"] else None)


def _unit(text: str, match: re.Match[str], group: str) -> tuple[str, int]:
    """The unit, or "" where its letters begin another word; and where the quantity ends."""
    unit = match[group] or ""
    after = text[match.end() : match.end() + 1]
    if unit and after and after in NOT_AFTER.get(unit, ""):
        return "", match.start(group)
    return unit, match.end()


def _plain(text: str, span: Span, value: Decimal, unit_kind: tuple[str, Kind]) -> Quantity:
    """A quantity in Arabic numerals without a bound."""
    unit, kind = unit_kind
    return Quantity(span, span, text[span.start : span.end], value, unit, "=", kind, False)


def _bounded(text: str, quantity: Quantity, inner: Bound | None = None) -> Quantity:
    """The quantity with the bound that words around it give; `inner` is one inside it (20多亿)."""
    span = quantity.span
    before = PREFIX.search(text, max(0, span.start - 6), span.start)
    after = SUFFIX.match(text, span.end)
    cap: Bound = "<" if CAP.search(text, max(0, span.start - 8), span.start) else "="
    if quantity.kind == "point" or (quantity.kind == "rank" and before and before["more"] in CLIMBS):
        before = None  # 高于全省5个百分点, 攀上第8位: the word is the gap or the climb itself, no bound
    bound = inner or (after and _bound(after)) or (before and _bound(before)) or cap
    outer = Span(before.start() if before else span.start, after.end() if after else span.end)
    return replace(quantity, outer=outer, bound=bound)


def _bound(match: re.Match[str]) -> Bound:
    return ">" if match["more"] else "<" if match["less"] else "~"
