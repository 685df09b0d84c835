"""Expressions of time, resolved to periods against the article's date.

今年1—9月 in an article of 2022 is "2022-01/2022-09"; 截至目前 is "@" and the article's date; 到2025年
is a year in the future, and says so. What the text leaves open stays None.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct


class Clock(Struct, frozen=True):
    """What an article's "now" is: its date, as known or as its own words leave no doubt."""

    year: int | None
    month: int | None
    today: str | None  # "2021-12", or "2021" where only the year is known

    @property
    def as_of(self) -> str | None:
        return f"@{self.today}" if self.today else None


class Time(Struct, frozen=True):
    """One expression of time: read[start:end]. `due` marks a date by which something is to be."""

    start: int
    end: int
    period: str | None
    due: bool = False
    since: bool = False
    year: int | None = None  # a year that later bare months refer to
    now: bool = False
    span_of_years: bool = False  # 两年内, 未来三年: speaks for its own clause only
    wrong: bool = False  # 2月30日: what the calendar does not have


D = "0-9０-９"
IN_A_PLAN = "期间|时期|以来|期末|末期|末|规划"
YEAR = r"(?:19|20)\d{2}"
TO = r"\s*(?:-|—|–|－|~|～|至|到)+\s*"
FEW = rf"[{D}]{{1,2}}|[一二两三四五六七八九十]{{1,2}}"
HAN_YEAR = {
    "今年": 0,
    "本年": 0,
    "本年度": 0,
    "今年以来": 0,
    "去年": -1,
    "上年": -1,
    "上一年": -1,
    "前年": -2,
    "明年": 1,
    "来年": 1,
}
HALVES = {
    "上半年": ("01", "06"), "下半年": ("07", "12"), "前三季度": ("01", "09"), "前三个季度": ("01", "09"),
    "一季度": ("01", "03"), "二季度": ("04", "06"), "三季度": ("07", "09"), "四季度": ("10", "12"),
    "H1": ("01", "06"), "H2": ("07", "12"), "Q1": ("01", "03"), "Q2": ("04", "06"), "Q3": ("07", "09"),
    "Q4": ("10", "12"), "首季": ("01", "03"), "1季度": ("01", "03"), "前两个季度": ("01", "06"),
    "全年": ("01", "12"),
}  # fmt: skip
PLANS = {
    "九五": 1996,
    "十五": 2001,
    "十一五": 2006,
    "十二五": 2011,
    "十三五": 2016,
    "十四五": 2021,
    "十五五": 2026,
}
HAN_DIGIT = {
    "一": 1,
    "两": 2,
    "二": 2,
    "三": 3,
    "四": 4,
    "五": 5,
    "六": 6,
    "七": 7,
    "八": 8,
    "九": 9,
    "十": 10,
}

TIME = re.compile(
    rf"""
    (?= \d{{1,4}}\s*[年月季至到—–－~～-]  # how one begins
      | [今本去上前明同十“‘"第首头下截到至自从次来HQ] | 当年 | 全年 | [一二三四]季 )
    (?P<lead> 截至 | 截止 | 截止到 | 截至到 | 到 | 至 | 自 | 从 )? \s*
    (?:
      [“‘"](?P<plan> 十[一二三四五]五 | 十五 | 九五 )[”’"]\s*(?: {IN_A_PLAN} | 收官 )?
    | (?P<plan2> 十[一二三四五]五 )(?: {IN_A_PLAN} )
    | (?P<year1> {YEAR} ) 年? {TO} (?P<year2> {YEAR} ) (?: 年度? )?
    | (?: (?P<year> {YEAR} ) \s*年(?:度)?
        | (?P<relative> 今年 | 本年度? | 去年 | 上一?年(?!来) | 前年 | 明年 | 来年 | 当年 | 同年 )
      )?
      \s*
      (?:
        (?P<month1> [{D}]{{1,2}} ) 月? {TO} (?P<month2> [{D}]{{1,2}} ) \s*月份?
      | 第?(?P<half> 上半年 | 下半年 | 前三个?季度 | 前两个季度 | [一二三四1]季度 | 首季 | 全年
          | H[12](?![A-Za-z0-9]) | Q[1-4](?![A-Za-z0-9]) )
      | (?: 前 | 头 )(?P<first> [{D}]{{1,2}} | [一二三四五六七八九十]{{1,2}} ) 个月
      | (?P<month> [{D}]{{1,2}} ) \s*月份? (?: \s*(?P<day> [{D}]{{1,2}} ) \s*[日号] )?
      )?
    )
    (?P<edge> 年?(?: 底 | 末 | 初 | 中旬 | 上旬 | 下旬 | 内 ) )?
    (?P<since> 以来 | 起 )?
    (?P<before> 前(?! [{D}一二三四五六七八九十] | 列 | 景 | 沿 | 瞻 | 期 ) )?
    """,
    re.VERBOSE,
)
SPELLED = re.compile(
    rf"""
    (?= [{D}一二两三四五六七八九十过近最未今年截到迄目当现如眼至新开入] )  # how one begins
    (?: (?P<last> 过去一年 | 一年来 )
    | (?P<coming> 新的一年 | 新一年 | 新的年度 )
    | (?P<opening> 年初以来 | 开年以来 | 年初至今 | 入春以来 | 入夏以来 )
    | (?<![0-9０-９]) (?: 近 | 过去 | 最近 )? (?P<years> {FEW} ) 年 (?: 多 )?
      (?P<back> 来 | 间 | 里 | 以来 | (?<![立牌区园批行产关].年)(?=累计|共计|总计) )
    | (?: 近 | 过去 | 最近 ) (?P<years2> {FEW} ) 年 (?: 时间 | 来 )?
    | (?P<ahead> 未来 | 今后 ) (?P<years3> {FEW} ) (?: 至 [{D}一二三四五六七八九十] )? 年
    | (?P<within> (?<![0-9０-９])[一二两三四五六七八九十] | [{D}]{{1,2}} ) 年内
    | (?P<yearend> (?<![0-9０-９今去前明上本当年]) 年底 | (?<=[到至]) 年末 | 年末 (?=前) | 年内 ) (?: 前 )?
    | (?P<now> 截至目前 | 截止目前 | 到目前为止
        | 迄今 | (?<!项)目前 | 当前 | 现有 | 如今 | 眼下 | 至今 | 现在 ) )
    """,
    re.VERBOSE,
)


@lru_cache(maxsize=1024)
def find_times(read: str, clock: Clock) -> tuple[Time, ...]:
    """Every expression of time, in order. A bare month takes the year of the last expression that had one."""
    spans: list[Time] = list(_over_years(read))
    taken = {place for time in spans for place in range(time.start, time.end)}
    for match in SPELLED.finditer(read):
        if taken.isdisjoint(range(*match.span())):
            spans.append(_spelled(match, clock))
    taken = {place for time in spans for place in range(time.start, time.end)}
    year, said = clock.year, 0
    titled = [match.span() for match in TITLED.finditer(read)] if "《" in read else []
    for match in TIME.finditer(read):
        if not _says_time(match) or any(first < match.start() < last for first, last in titled):
            continue
        near = year if not re.search("[。！？!?；;]", read[said : match.start()]) else clock.year or year
        time = _calendar(match, clock, near, said=said > 0)
        if time and taken.isdisjoint(range(time.start, time.end)):
            spans.append(time)
            if time.year and not AGAINST.search(read, max(0, time.start - 4), time.start):
                year, said = time.year, time.end
    return tuple(sorted(spans, key=lambda time: time.start))


TITLED = re.compile(
    "《[^《》]{2,60}》"
)  # 《…行动方案（2025—2027年）》2月印发: no year of what stands behind it
AGAINST = re.compile(
    "(?:[比较与同]|相比|相较于?|对比)$"
)  # 较｜2017年压缩三成: not the year of what comes after
OVER_YEARS = re.compile(
    rf"(?=[自从12])(?P<lead>自|从)?(?P<y1>{YEAR})年(?P<m1>[0-9]{{1,2}})月{TO}(?P<y2>{YEAR})年(?P<m2>[0-9]{{1,2}})月"
)


def _over_years(read: str) -> Iterator[Time]:
    """2022年9月至2023年3月: months of more than one year."""
    for match in OVER_YEARS.finditer(read):
        first, last = (int(match["y1"]), int(match["m1"])), (int(match["y2"]), int(match["m2"]))
        if first < last and 1 <= first[1] <= 12 and 1 <= last[1] <= 12:
            period = f"{first[0]}-{first[1]:02}/{last[0]}-{last[1]:02}"
            yield Time(*match.span(), period, year=last[0])


SAYS = ("plan", "plan2", "year1", "year", "relative", "month1", "half", "first", "month")


def _says_time(match: re.Match[str]) -> bool:
    if match.lastindex is None or not any(match.group(*SAYS)):
        return False
    if match["month"] and not (match["year"] or match["relative"] or match["day"]):
        return 1 <= _number(match["month"]) <= 12
    return True


def _number(text: str) -> int:
    if text in HAN_DIGIT:
        return HAN_DIGIT[text]
    if text and text[0] == "十":
        return 10 + HAN_DIGIT.get(text[1:], 0)
    return int(text) if text.isdecimal() else 0


def _calendar(match: re.Match[str], clock: Clock, near: int | None, *, said: bool) -> Time | None:
    start, end = match.span()
    text = match.group()
    start += len(text) - len(text.lstrip())
    end -= len(text) - len(text.rstrip())
    if match["plan"] or match["plan2"]:
        return _plan(match, clock, start, end)
    if match["year1"]:
        backwards = match["year2"] < match["year1"]
        period = None if backwards else f"{match['year1']}/{match['year2']}"
        return Time(start, end, period, year=int(match["year2"]))
    year = _year(match, clock, near, near_said=said)
    period = _within(match, year)
    if period is None:
        return Time(start, end, None, wrong=_is_none(match, year))
    if match["lead"] and match["lead"].startswith("截"):
        return Time(start, end, f"@{period}", year=year)
    since = bool(match["since"]) or bool(LATER.match(match.string, match.end()))
    if since and (run := _run_since(period, clock)):
        return Time(start, end, run[0], since=True, year=year)
    return Time(start, end, period, due=_is_due(match, clock, year), year=year)


def _is_none(match: re.Match[str], year: int | None) -> bool:
    """Whether a month or day that is said does not exist: 2月30日, 2023年13月."""
    month, day = _number(match["month"] or ""), _number(match["day"] or "")
    if not match["month"] or not 1 <= month <= 12:
        return bool(match["month"]) and match["year"] is not None
    return day > monthrange(year or LEAP, month)[1]


LEAP = 2024  # a year that has every day
LATER = re.compile(r"[^，,。；]{0,14}以来")  # 2020年投产以来


def _run_since(period: str, clock: Clock) -> tuple[str | None] | None:
    """The run from a month or year to now; nothing where the words give none. A run never goes backwards."""
    if re.fullmatch(YEAR, period):
        if clock.year is None or int(period) > clock.year:
            return None
        return (period if period == str(clock.year) else f"{period}/{clock.year}",)
    if clock.today is None or "/" in period:
        return None
    return (f"{period[:7]}/{clock.today}" if period[:7] <= clock.today else None,)


def _is_due(match: re.Match[str], clock: Clock, year: int | None) -> bool:
    """Whether a time lies ahead: a later year, or the end of this one (到年底, 年内)."""
    if clock.year is None or year is None or year != clock.year:
        return clock.year is not None and year is not None and year > clock.year
    if match["month"] and clock.month and _number(match["month"]) < clock.month:
        return False  # 1月底 in March
    if clock.month is None:  # a text of that year without a date tells of its end as past
        return bool(match["before"])
    led = match["lead"] in ("到", "至") or bool(match["before"])
    return led or (match["edge"] or "")[-1:] in ("底", "末", "内")


def _plan(match: re.Match[str], clock: Clock, start: int, end: int) -> Time:
    first = PLANS[match["plan"] or match["plan2"]]
    if "末" in match.group():
        ahead = clock.year is None or first + 4 > clock.year - (clock.month is not None)
        return Time(start, end, str(first + 4), due=ahead, year=first + 4)
    return Time(start, end, f"{first}/{first + 4}")


def _year(match: re.Match[str], clock: Clock, near: int | None, *, near_said: bool) -> int | None:
    if match["year"]:
        return int(match["year"])
    if match["relative"] in ("当年", "同年"):
        return near if near_said else None
    if match["relative"]:
        return None if clock.year is None else clock.year + HAN_YEAR.get(match["relative"], 0)
    return near


def _within(match: re.Match[str], year: int | None) -> str | None:
    if year is None:
        return None
    if match["month1"]:
        first, last = _number(match["month1"]), _number(match["month2"])
        return f"{year}-{first:02}/{year}-{last:02}" if 1 <= first < last <= 12 else None
    if match["half"] == "全年" and not match["year"] and not match["relative"]:
        return None  # the year that the article is about, or the one that it looks ahead in
    if match["half"]:
        first_month, last_month = HALVES[match["half"]]
        return str(year) if match["half"] == "全年" else f"{year}-{first_month}/{year}-{last_month}"
    if match["first"]:
        months = _number(match["first"])
        return f"{year}-01/{year}-{months:02}" if 2 <= months <= 12 else None
    if match["month"]:
        month, day = _number(match["month"]), _number(match["day"] or "")
        if not 1 <= month <= 12 or day > monthrange(year, month)[1]:
            return None
        return f"{year}-{month:02}-{day:02}" if day else f"{year}-{month:02}"
    return str(year)


SO_FAR = re.compile(  # 年内新签约项目9个, and nothing that says that it is to be
    r"[，,]?(?:已|累计|共|先后|相继|园区|全区|开发区|高新区|新签约|新增|引进|签约|到账|完成|实现|新开工|开工)(?![^。；;]*(?:将|力争|确保|计划|预计|可|有望|拟|争取|目标是|要))"
)


def _spelled(match: re.Match[str], clock: Clock) -> Time:
    start, end = match.span()
    if match["now"]:
        return Time(start, end, clock.as_of, now=True)
    if clock.year is None:
        return Time(start, end, None)
    if year := _spelled_year(match, clock.year, clock.month):
        ahead = bool(match["coming"]) or (bool(match["yearend"]) and clock.month is not None)
        said_of = match.string[max(0, start - 1) : start] in "对凡在"  # 对年内采购…的企业: no date ahead
        if match["yearend"] == "年内" and (SO_FAR.match(match.string, end) or (start > 0 and said_of)):
            ahead = False
        return Time(start, end, str(year), due=ahead, since=bool(match["opening"]))
    if match["ahead"] or match["within"]:  # speaks for its own clause only
        years = _number(match["years3"] or match["within"] or "")
        due = str(clock.year + years - (1 if match["within"] else 0))
        return Time(start, end, due, due=True, span_of_years=True)
    years = _number(match["years"] or match["years2"] or "")
    if not 1 < years <= 50:
        return Time(start, end, None)
    if BEGAN.search(match.string, max(0, start - 6), start):  # 挂牌｜五年来
        return Time(start, end, f"{clock.year - years}/{clock.year}")
    last = _last_of_a_run(years, clock.year, clock.month) if match["years"] else clock.year
    return Time(start, end, f"{last - years + 1}/{last}")


BEGAN = re.compile(
    r"(?:挂牌|成立|设立|建区|建园|获批|运行|开园|封关|批复|组建|升级|创建|运营)(?:的|以来的?)?$"
)


def _last_of_a_run(years: int, year: int, month: int | None) -> int:
    """The last of the years that 五年来 counts: in January the one before, and after a plan the plan's."""
    plan = years == PLAN and (year - 1) % PLAN == 0 and (month or 1) <= LOOKS_BACK
    return year - 1 if plan or (month is not None and month < LOOKS_BACK) else year


PLAN = 5  # years of a plan; it ends with a year that 5 divides


def _spelled_year(match: re.Match[str], year: int, month: int | None) -> int | None:
    """The year that 年底, 年初以来, 过去一年 or 新的一年 mean; None where it is none of them."""
    if match["coming"]:  # said at the turn of the year
        return year + 1 if (month or 1) >= TURN else year
    if match["last"]:
        return year - 1 if (month or 12) <= LOOKS_BACK else year
    return year if match["opening"] or match["yearend"] else None


LOOKS_BACK = 3  # the month until which the past year is the one before
TURN = 10  # the month from which an article's new year is the next one
