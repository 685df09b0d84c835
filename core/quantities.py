"""The grammar of quantities in Chinese text: number, scale, unit, bound.

Works on characters, before any segmentation, so that offsets come from the match. Finds every
number that has a unit, a rank, a fraction or a word such as 翻番; says nothing of what it means.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from core.model import Bound, Span

Kind = Literal[
    "money",
    "percent",
    "point",
    "area",
    "length",
    "mass",
    "energy",
    "time",
    "count",
    "rank",
    "multiple",
    "bare",
]


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


UNITS: dict[Kind, tuple[str, ...]] = {
    "money": (
        "元人民币", "人民币", "美元", "美金", "欧元", "日元", "港元", "港币", "英镑", "韩元", "新元", "元",
    ),
    "percent": ("%", "％", "‰"),
    "point": ("个百分点", "百分点", "个名次", "个位次", "个基点"),
    "area": ("平方公里", "平方千米", "平方米", "平米", "公顷", "㎡", "m²", "m2", "km²", "cm²", "亩", "方", "平"),
    "length": ("公里", "千米", "海里", "厘米", "毫米", "微米", "纳米", "米"),
    "mass": ("立方米", "公斤", "千克", "标准箱", "标箱", "TEU", "吨", "升", "克", "斤"),
    "energy": (
        "千瓦时", "兆瓦时", "千瓦", "兆瓦", "吉瓦", "GWh", "MWh", "kWh", "GW", "MW", "kW", "千伏安", "千伏",
        "大卡", "摄氏度", "PFLOPS", "P", "TB", "PB", "GB", "瓦", "度",
    ),
    "time": ("个工作日", "工作日", "个半小时", "个小时", "小时", "分钟", "秒", "个月", "个多月", "天", "周年", "年", "周"),
    "multiple": ("倍",),
    "count": (
        "台（套）", "台(套)", "家（次）", "家(次)", "批次", "人次", "家次", "户次", "件次", "场次", "架次", "班次", "车次",
        "个次", "项次", "台套", "套次", "户", "家", "个", "项", "件", "名", "人", "位", "次", "套", "批", "台", "条", "所",
        "座", "宗", "种", "类", "处", "场", "款", "支", "间", "栋", "幢", "股", "辆", "架", "艘", "列", "份", "本", "张",
        "片", "块", "对", "门", "例", "层", "颗", "只", "头", "株", "棵", "席", "盏", "根", "册", "堂", "幅", "篇", "剂",
        "床", "证", "证书", "村", "镇", "站", "井", "环", "线", "步", "部", "口", "匹", "节", "桩", "孔", "枚", "艘次",
    ),
}  # fmt: skip
KIND_OF: dict[str, Kind] = {unit: kind for kind, units in UNITS.items() for unit in units}
# words that begin like a unit but are none: 5个人 is people, 3方面 no area, 2度创新 no degree
NOT_AFTER = {
    "方": "面式案向法针便位阵圆",
    "平": "台方安均等衡行原",
    "度": "假",
    "年": "",
    "天": "然津",
    "周": "边围年期",
    "人": "工才民",
    "家": "庭乡",
    "片": "区",
    "次": "序",
    "元": "宇旦",
    "类": "似型",
    "条": "件例",
    "节": "点能假",
    "环": "节境保",
    "线": "上下索性",
    "门": "户类槛",
    "村": "镇",
    "站": "点式",
    "部": "门分署",
    "对": "外于接应",
    "层": "次面级",
    "口": "岸",
    "步": "走骤",
    "所": "有",
    "项": "目",
    "件": "",
    "站式": "",
    "证": "据券",
    "P": "PPCa",
    "株": "洲",
    "头": "部雁",
    "米": "其",
    "克": "隆拉",
    "升": "级至到",
    "根": "本据",
    "批": "准复发",
    "座": "谈",
    "处": "理于",
    "位": "于居列次置",
    "名": "为列单录",
    "张": "家江",
    "本": "地土次报",
    "场": "所景馆",
    "台": "湾州阶",
    "股": "份权",
    "支": "持撑付",
    "款": "项",
    "间": "接",
    "种": "植子",
    "块": "链",
    "份": "额",
    "列": "为入",
    "床": "位",
    "席": "位",
    "对外": "",
    "瓦": "",
    "斤": "",
    "秒": "",
    "倍": "增",
    "井": "",
}  # fmt: skip

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


def arabic_number(text: str) -> Decimal:
    """Value of digits, full-width ones and thousands separators included."""
    plain = text.translate(str.maketrans("０１２３４５６７８９．，", "0123456789.,"))
    return Decimal(plain.replace(",", ""))


_UNIT = "|".join(re.escape(unit) for unit in sorted(KIND_OF, key=len, reverse=True))
_DIGIT = "0-9０-９"
_HAN = "零〇一二两三四五六七八九十百千"

QUANTITY = re.compile(
    rf"""
    (?P<arabic>
        [{_DIGIT}]{{1,3}} (?: [,，][{_DIGIT}]{{3}} )+ (?![{_DIGIT}]) (?: [.．][{_DIGIT}]+ )?   # 1,135.1
      | [{_DIGIT}]+ (?: [.．][{_DIGIT}]+ )?                                               # 1135.1
    )
    (?: (?P<to> \s*(?:-|—|–|－|~|～|至|到)+\s* ) (?P<upper> [{_DIGIT}]+ (?: [.．][{_DIGIT}]+ )? ) )?
    (?P<more> 多 | 余 | 来 | 几 )?
    (?P<scale> 万亿 | 千亿 | 百亿 | 十亿 | 千万 | 百万 | 十万 | 亿 | 万 | 千 | 百 )?
    (?P<more2> 多 | 余 )?
    \s? (?P<unit> {_UNIT} )?
  |
    (?P<hanzi> [{_HAN}万亿]+ | 半 )
    (?P<hmore> 多 | 余 | 来 )?
    (?P<hscale> 万亿 | 亿 | 万 )?
    (?P<hunit> {_UNIT} )?
    """,
    re.VERBOSE,
)
PREFIX = re.compile(
    r"""(?:
      (?P<more> 超过|超出|超|突破|逾|不少于|不低于|不小于|不下|至少|大于|多于|高于|上|(?<![打突])破 )
    | (?P<less> 接近|将近|近|不足|不到|少于|不超过|不高于|小于|低于|最多|控制在 )
    | (?P<about> 大约|约为|约|大概 )
    ) 了?\s*$""",
    re.VERBOSE,
)
SUFFIX = re.compile(r"(?P<more>及?以上|之多|多(?=[。,，;；]))|(?P<less>以内|以下|之内)|(?P<about>左右|上下)")
CONNECTOR = re.compile(r"\s*(?:-|—|–|－|~|～|至|到)+\s*")
RANK = re.compile(
    rf"第(?P<number>[{_DIGIT}]+|[{_HAN}]+)(?P<unit>名|位)?(?!届|次|批|期|季|产业|一|二|三|中|[{_DIGIT}])"
)
WORD = re.compile(
    rf"""
    (?P<double> 翻 (?P<times> [一二两三四]|[{_DIGIT}] )? 番 | 翻倍 )
  | (?P<tenths> [一二三四五六七八九][半]? ) 成 (?P<half> [一二三四五六七八九]|半 )? (?! [立为效果功长都员本品就交型套群分因年像绩熟形了链片] )
  | 百分之 (?P<cent> [{_HAN}]+ | [{_DIGIT}.]+ )
  | (?P<fraction> (?<![{_DIGIT}/]) [{_DIGIT}]{{1,2}}/[{_DIGIT}]{{1,3}} (?![{_DIGIT}/年月]) )
  | (?P<parts> [{_HAN}]+ ) 分之 (?P<share> [{_HAN}]+ )
    """,
    re.VERBOSE,
)


def find_quantities(text: str, start: int = 0, end: int | None = None) -> list[Quantity]:
    """Every quantity of text[start:end], in order; spans count from the start of `text`."""
    end = len(text) if end is None else end
    found = [*_words(text, start, end), *_ranks(text, start, end)]
    taken = {place for quantity in found for place in range(quantity.span.start, quantity.span.end)}
    for quantity in _numbers(text, start, end):
        if quantity.span.start not in taken and quantity.span.end - 1 not in taken:
            found.append(quantity)
    return _as_ranges(text, sorted(found, key=lambda quantity: quantity.span))


def _as_ranges(text: str, found: list[Quantity]) -> list[Quantity]:
    """Give both ends of a range such as 30%—50% their bounds, where each end has a unit of its own."""
    for index, (low, high) in enumerate(pairwise(found)):
        if low.kind == high.kind and CONNECTOR.fullmatch(text, low.span.end, high.span.start):
            found[index] = replace(low, bound=">")
            found[index + 1] = replace(high, bound="<")
    return found


def _words(text: str, start: int, end: int) -> Iterator[Quantity]:
    for match in WORD.finditer(text, start, end):
        span = Span(*match.span())
        yield _quantity(text, span, _word_value(match), "%", "percent")


def _word_value(match: re.Match[str]) -> Decimal:
    if match["double"]:
        times = match["times"] or "一"
        doublings = int(times) if times.isdigit() else int(chinese_number(times))
        return Decimal(100 * (2**doublings - 1))
    if match["tenths"]:
        half = {"半": 5}.get(match["half"] or "", DIGITS.get(match["half"] or "", 0))
        return Decimal(10 * DIGITS[match["tenths"][0]] + half)
    if match["cent"]:
        return _either(match["cent"])
    if match["fraction"]:
        over, under = match["fraction"].split("/")
        return _percent(Decimal(over), Decimal(under))
    return _percent(chinese_number(match["share"]), chinese_number(match["parts"]))


def _percent(over: Decimal, under: Decimal) -> Decimal:
    share = Decimal(0) if under == 0 else over * 100 / under
    return round(share, 2).normalize() if share != share.to_integral_value() else share.quantize(Decimal(1))


def _either(text: str) -> Decimal:
    return chinese_number(text) if text[0] in _HAN else Decimal(text)


def _ranks(text: str, start: int, end: int) -> Iterator[Quantity]:
    for match in RANK.finditer(text, start, end):
        number = match["number"]
        value = chinese_number(number) if number[0] in _HAN else arabic_number(number)
        yield _quantity(text, Span(*match.span()), value, "名", "rank", chinese=number[0] in _HAN)


def _numbers(text: str, start: int, end: int) -> Iterator[Quantity]:
    for match in QUANTITY.finditer(text, start, end):
        yield from _chinese(text, match) if match["hanzi"] else _arabic(text, match)


def _arabic(text: str, match: re.Match[str]) -> Iterator[Quantity]:
    unit, close = _unit(text, match, "unit")
    scale = match["scale"] or ""
    if not unit and not scale and not match["to"] and match["more"]:
        close = match.end("arabic")
    kind: Kind = KIND_OF.get(unit, "money" if scale.endswith(("亿", "万")) else "bare")
    more = ">" if match["more"] or match["more2"] else None
    value = arabic_number(match["arabic"])
    if unit == "个半小时":
        value, unit = value + Decimal("0.5"), "小时"
    if match["to"] is None:
        yield _quantity(text, Span(match.start(), close), value, scale + unit, kind, inner=more)
        return
    if kind == "bare" and not scale:
        return
    low = Span(*match.span("arabic"))
    high = Span(match.start("upper"), close)
    yield Quantity(
        low, Span(match.start(), close), text[low.start : low.end], value, scale + unit, ">", kind, False
    )
    upper = arabic_number(match["upper"])
    yield Quantity(
        high, Span(match.start(), close), text[high.start : high.end], upper, scale + unit, "<", kind, False
    )


def _chinese(text: str, match: re.Match[str]) -> Iterator[Quantity]:
    numeral, scale = match["hanzi"], match["hscale"] or ""
    unit, close = _unit(text, match, "hunit")
    if not unit and not scale:
        return
    while numeral and numeral[-1] in "万亿" and len(numeral) > 1:
        scale, numeral = numeral[-1] + scale, numeral[:-1]
    try:
        value = chinese_number(numeral)
    except ValueError:
        return
    if numeral in ("万", "亿"):
        value, scale = Decimal(1), numeral + scale
    kind: Kind = KIND_OF.get(unit, "bare")
    if kind in ("energy", "mass", "length"):  # 百度, 三方, 一米: no amounts
        return
    inner = ">" if match["hmore"] else None
    yield _quantity(text, Span(match.start(), close), value, scale + unit, kind, inner=inner, chinese=True)


def _unit(text: str, match: re.Match[str], group: str) -> tuple[str, int]:
    """The unit, or "" where its letters begin another word; and where the quantity ends."""
    unit = match[group] or ""
    after = text[match.end() : match.end() + 1]
    if unit and after and after in NOT_AFTER.get(unit, ""):
        return "", match.start(group)
    return unit, match.end()


def _quantity(
    text: str,
    span: Span,
    value: Decimal,
    unit: str,
    kind: Kind,
    *,
    inner: str | None = None,
    chinese: bool = False,
) -> Quantity:
    before = PREFIX.search(text, max(0, span.start - 6), span.start)
    after = SUFFIX.match(text, span.end)
    if kind == "point":  # 高于全省5个百分点: the word is the gap itself, no bound
        before = None
    bound = inner or (after and _bound(after)) or (before and _bound(before)) or "="
    outer = Span(before.start() if before else span.start, after.end() if after else span.end)
    words = text[span.start : span.end]
    return Quantity(span, outer, words, value, unit, bound, kind, chinese)  # type: ignore[arg-type]


def _bound(match: re.Match[str]) -> Bound:
    return ">" if match["more"] else "<" if match["less"] else "~"
