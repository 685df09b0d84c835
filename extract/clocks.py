"""An article's now: its date where that is known, else what its own words leave no doubt of."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from extract.times import PLANS, YEAR, Clock


def infer_clock(published: str | None, read: str) -> Clock:
    """The article's now: its date if known; else the latest year its text speaks of as past or present.

    The month is that of the day on which the article says it was sent or its event took place.
    """
    if published:
        parts = published.split("-")
        month = int(parts[1]) if len(parts) > 1 else None
        return Clock(int(parts[0]), month, "-".join(parts[:2]))
    year = _year_of_a_plan(read) or _latest_year(read)
    if year is None:
        return Clock(None, None, None)
    sent = _sent_in(read)
    if THIS_YEAR.search(read) and _is_over(year, read):
        year += 1
    if sent is None:
        month = next((month for word, month in SEASONS if f"{year}年{word}" in read), None)
        return Clock(year, month, str(year))
    year += _looks_back_on(year, sent, read)
    return Clock(year, sent, f"{year}-{sent:02}")


HEAD = 200  # characters in which an article says when it was
SEASONS = (("初", 1), ("岁末", 12), ("年末", 12))  # 站在2018年初: the article is of January
PLAN_YEAR = re.compile(
    r"(?:今年|本年度?|当前|这一年)(?:既?是|为|正值|正是|恰逢|适逢|进入)[^，。；]{0,6}?[“‘]?(?P<plan>十[一二三四五]五|十五)[”’]?"
    r"(?:规划|时期)?(?:的)?(?P<place>开局|起步|收官|关键|第[一二三四五]年|最后一年)"
)
PLACES = {
    **{"开局": 0, "起步": 0, "第一年": 0, "第二年": 1, "第三年": 2},
    **{"第四年": 3, "收官": 4, "第五年": 4, "最后一年": 4},
}


def _year_of_a_plan(read: str) -> int | None:
    """今年是“十二五”收官之年: the year that the place in a plan tells."""
    said = PLAN_YEAR.search(read)
    if said is None or said["place"] not in PLACES:
        return None
    return PLANS[said["plan"]] + PLACES[said["place"]]


def _latest_year(read: str) -> int | None:
    said = Counter(_past_years(read))
    return max((year for year, count in said.items() if count > 1 or _weighs(year, read)), default=None)


THIS_YEAR = re.compile("(?<!自)今年(?!的?[0-9]{4})")


def _is_over(year: int, read: str) -> bool:
    """Whether a text that says 今年 tells of a year before it as a whole: 2023年，…实现…. 今年一季度….

    No year of which it tells a part (2023年前9个月), and none that only names a meeting or a list.
    """
    return bool(
        re.search(rf"{year}年(?:度)?(?:[，,]|全年|[底末]|实现|完成|共|新增)", read)
    ) and not re.search(
        rf"(?:今年[^。；]{{0,6}}|[（(—–-]\s*){year}年|{year}年(?:以来|{PART_OF_A_YEAR})", read
    )


PART_OF_A_YEAR = (
    r"\s*(?:1[0-2]|0?[1-9])\s*月|前?[一二三四1-4]个?季度|上半年|前[一二两三四五六七八九十0-9]{1,2}个?[月季]"
    r"|1\s*[—–~至到-]+\s*[0-9]+月|开年|伊始|初|春|已?近尾声"
)
SENT = re.compile(  # 某某新闻网4月23日讯（记者…）; 本报讯 1月18日，…召开; 10月19日电
    r"(?:^|[\n）)\s报网社刊端道，。讯电])(?:[一-鿿]{2,8})?(?<![年至到])(?P<month>1[0-2]|0?[1-9])月(?:[1-3]?[0-9])日"
    r"(?=电|讯|[，,上下晚中]|在|由|召|从|举|获|公|发|闭|开|记者|[一-鿿]{2})"
)


def _sent_in(read: str) -> int | None:
    """The month of the first day named in an article's head, where no year stands before it."""
    said = SENT.search(read[:HEAD])
    return int(said["month"]) if said else None


def _looks_back_on(year: int, month: int, read: str) -> bool:
    """Whether an article is of the year after: in January it tells of 2023年前11个月 or of all of 2023."""
    if month > TURN:
        return False
    if re.search(f"过去的?{year}年|{year}年(?:全年|度|第?四季度|下半年|前三季度)", read):
        return True
    told = re.finditer(rf"{year}年(?:前|1\s*[—–~至到-]+\s*)?(?P<month>1[0-2]|[1-9])(?:个?月)", read)
    return any(int(match["month"]) > month for match in told)


TURN = 3  # the month until which an article may look back on the year before
OWN_YEAR = re.compile(r"(?P<year>(?:19|20)\d\d)年(?:度|全年|上半年|前三|[0-9]{1,2}月|[一二三四]季度|以来|，)")


def _weighs(year: int, read: str) -> bool:
    """A year said once is the article's own in its head or as a period, not in somebody's biography."""
    own = {int(match["year"]) for match in OWN_YEAR.finditer(read)}
    return read.find(f"{year}年") < HEAD or year in own


AHEAD = re.compile(r"(?:到|至|力争|目标|规划|计划|预计|前|争取|未来)[^。；，,]{0,6}$")
COMPARED = re.compile(r"(?:[比较与同]|相比|相较)$")
YEAR_SAID = re.compile(rf"(?<![\d-])(?P<year>{YEAR})(?:年|年度)")
FOUNDED = re.compile(
    r"(?:[0-9]{1,2}月)?(?:[0-9]{1,2}日)?(?:，|,)?(?:经|由|获)?[^，。；]{0,6}(?:批准|设立|成立|创办|创建|建区|建园|始建|获批)"
)
TO_COME = re.compile(r"(?:底|末)?前(?![0-9一二两三四])|(?:第.季度)?(?:建成|投产|完工|产值有望)")


def _past_years(read: str) -> Iterator[int]:
    for match in YEAR_SAID.finditer(read):
        before, after = read[max(0, match.start() - 8) : match.start()], read[match.end() : match.end() + 12]
        told = AHEAD.search(before) or FOUNDED.match(after) or TO_COME.match(after)
        if not told and not COMPARED.search(before):
            yield int(match["year"])
