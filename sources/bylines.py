"""Title, publisher, date and authors of a plain text, from its first and last lines.

Only what stands in a dateline, a byline or a label is taken; nothing is taken out of running prose.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from core.model import Metadata
from sources.credits import Credit, bracketed_credits, line_credit
from sources.frontmatter import is_date

EDGE = 8  # lines at either end that may carry a dateline
FULL_WIDTH = str.maketrans("０１２３４５６７８９：／－（）［］【】\u3000\u00a0", "0123456789:/-()[][]  ")

TRAILER = re.compile(
    r"(最近更新|最新(更新|文章|资讯)|相关(新闻|阅读|文章|链接|推荐|报道)|(推荐|延伸|猜你)[阅喜]|热门|上一[篇条]|下一[篇条]|扫[一码]|"
    r"(版权|免责)声明|分享(到|至)|返回顶部)"
)
MENU = re.compile(r"[>›»|]|首页|当前位置|^(打印|字[号体]|分享|放大|缩小|正文|导航)")
NOT_A_TITLE = re.compile(
    r"^\W*(来源|稿源|信息来源|文章来源|稿件来源|图片来源|图源|发布|时间|日期|作者|记者|本报|本网|编辑|责任编辑|责编|校对|浏览|阅读)"
)
TITLE_LABEL = re.compile(r"^(#+\s*|(标题|题目)\s*:\s*)")
SITE_SUFFIX = re.compile(r"\s*[_|—-]+\s*[^_|—\s-]{2,12}(网|报|在线|频道|客户端|门户)$")

SOURCE = re.compile(
    r"""
    (?<! 图片 ) (?<! 数据 ) (?<! 资料 ) (?<! 收入 )
    (?: 来源 | 稿源 | 发布单位 | 发布机构 ) \s* : \s*
    [《“"]? (?P<name> [^\s|,，;；。()\[\]《》“”":]{2,30} )
    """,
    re.VERBOSE,
)
NEXT_LABEL = re.compile(r"(?<=..)(责任编辑|编辑|责编|作者|记者|(发布)?(时间|日期))$")
NO_PUBLISHER = re.compile(r"^(本站|本网|原创|网络|互联网|未知|综合|转载|整理|时间|作者|编辑|发布)")
AGENCY_DATELINE = re.compile(
    r"""
    ^ (?P<name> [\u4e00-\u9fff]{1,8}? (?: 社 | 网 | 报 ) )
    (?! 讯 ) [\u4e00-\u9fff]{0,12}?
    (?P<date> (?: \d{4} 年 )? \d{1,2} 月 \d{1,2} 日 )
    [电讯]
    """,
    re.VERBOSE,
)
DAY = re.compile(  # 2024-03-05, 2024年3月5日, and as archives of papers print it: 2024 年/3 月/5 日
    r"(?<![\d.])(?P<year>(?:19|20)\d{2})\s*(?:[-/.]|年/?)\s*(?P<month>\d{1,2})\s*(?:[-/.]|月/?)\s*(?P<day>\d{1,2})(?!\d)(?:\s*日)?"
)
MONTH = re.compile(r"(?<!\d)(?P<year>(?:19|20)\d{2})\s*[-年]\s*(?P<month>\d{1,2})(?!\d)\s*月?(?P<day>)")
HAN_DATE = re.compile(
    r"[二一][〇○零０O一二三四五六七八九]{3}\s*年(?:\s*[一二三四五六七八九十]{1,3}\s*月(?:\s*[一二三四五六七八九十]{1,3}\s*[日号])?)?"
)
HAN_DIGITS = dict(zip("〇○零０O一二三四五六七八九", "00000123456789", strict=True))
CLOCK = re.compile(r"\d{1,2}:\d{2}(:\d{2})?")
DATE_WORDS = re.compile(r"发布|发表|刊发|发稿|时间|日期|来源|稿源")
OTHER_DATES = re.compile(r"截止|截至|报名|开标|成立|举办|签约|开工")
NAMED = re.compile(  # a paper and its writers beside the date: 2016-11-08 某某时报 记者 某某
    r"《?[\u4e00-\u9fff]{2,10}(?:报|网|社|周刊|月刊|旬刊|导刊|专刊|杂志|在线|客户端|新闻|电视台|广播|融媒|云媒|融媒体中心|发布|观察|头条|视界|公众号)》?(?=\W|记者|$)"
    r"|(?:[\u4e00-\u9fff]{2,10}报)?(?:本报|本网)?(?:首席|实习|特约|全媒体)?(?:记者|通讯员|作者|文)\s*[:/]?\s*"
    r"[\u4e00-\u9fff]{2,4}(?:[、\s]+[\u4e00-\u9fff]{2,4}){0,3}"
)
ORNAMENT = re.compile(r"星期[一二三四五六日天]|周[一二三四五六日]|第?\s*\w{1,3}\s*版|农历\S*|[\W\d_]")


FIELD_GAP = re.compile(r"[\s|]+")
LONGEST_FIELD = 14  # characters of a field of a line that dates a text
LABELLED_FIELD = re.compile(r"[\u4e00-\u9fff]{2,6}:")
PUBLISHES = re.compile(  # a field that only the line of a publisher has
    rf"{NAMED.pattern}|[\u4e00-\u9fff]{{2}}:|星期|周[一二三四五六日]|农历|第?\s*[0-9A-Z一二三四五六七八九十]{{1,3}}\s*版|{CLOCK.pattern}"
)
PROSE_MARKS = re.compile("[。；！？，,]")
BRACKETED = re.compile(r"[(\[](?P<inner>[^()\[\]。]{8,60})[)\]]")
RUN_ON = re.compile(  # a text in one line: 某某高新区开新局 某某日报2021年1月20日三版 1月18日闭幕的…
    rf"(?:报|网|周刊|导刊|客户端)\s*(?P<date>{DAY.pattern})\s*(?=第?\s*[0-9A-Z一二三四五六七八九十]{{1,3}}\s*版|星期|(?:本报|特约|见习|全媒体)*记者|通讯员)"
)
HEAD = 200  # characters of a long line in which it may be dated


def read_credits(text: str) -> Metadata:
    """What the text's first and last lines say of it; what they do not say stays None."""
    lines = [line.strip() for line in re.split(r"[\r\n]+", text)]
    lines = _before_trailer([line for line in lines if line])
    edges = [_plain(line) for line in lines[:EDGE] + lines[EDGE:][-EDGE:]]
    credit = next(_credits(edges), Credit())
    return Metadata(
        title=find_title(lines[:EDGE]),
        publisher=next(_publishers(edges), credit.publisher),
        published=next(_dates(edges), None),
        authors=credit.authors,
    )


def find_title(lines: Sequence[str]) -> str | None:
    """The first headline: no menu, no label, and before the prose begins."""
    for line in lines:
        plain = line.translate(FULL_WIDTH).strip()
        label = TITLE_LABEL.match(plain)
        title = SITE_SUFFIX.sub("", line[label.end() :] if label else line).strip()
        if len(title) > 60 or title.endswith(("。", "；", ";", ":", "：")):
            if not label:
                return None
        elif _is_headline(title, plain):
            return title
    return None


def _plain(line: str) -> str:
    """A line with half-width marks and its dates in digits: 二〇二三年五月六日 is 2023年5月6日."""
    return HAN_DATE.sub(_in_digits, line.translate(FULL_WIDTH))


def _in_digits(said: re.Match[str]) -> str:
    year, rest = said.group().split("年", 1)
    parts = re.sub("[一二三四五六七八九十]+", lambda number: str(_of_han(number.group())), rest)
    return "".join(HAN_DIGITS[digit] for digit in year.strip()) + "年" + parts


def _of_han(number: str) -> int:
    """十二 is 12, 三十一 is 31."""
    tens, ten, ones = number.rpartition("十")
    return (int(HAN_DIGITS[tens[-1]]) if tens else 1) * 10 * bool(ten) + int(HAN_DIGITS.get(ones[-1:], "0"))


def _is_headline(title: str, plain: str) -> bool:
    if MENU.search(title) or NOT_A_TITLE.match(plain) or line_credit(plain) or AGENCY_DATELINE.match(plain):
        return False
    if next(_dates([plain]), None) and len(re.findall(r"[\u4e00-\u9fff]", DAY.sub("", title))) < 10:
        return False
    return len(re.findall(r"[\u4e00-\u9fff]", title)) >= 5


def _before_trailer(lines: list[str]) -> list[str]:
    """The lines without the list of other articles that web pages end with."""
    for number, line in enumerate(lines):
        if number > EDGE and len(line) <= 20 and TRAILER.match(line):
            return lines[:number]
    return lines


def _credits(lines: Iterable[str]) -> Iterator[Credit]:
    for line in lines:
        for credit in (line_credit(line), *bracketed_credits(line)):
            if credit and credit.authors:
                yield credit


def _publishers(lines: Iterable[str]) -> Iterator[str]:
    for line in lines:
        if (dateline := AGENCY_DATELINE.match(line)) and not dateline["name"].startswith("本"):
            yield dateline["name"]
        source = SOURCE.search(line)
        if source and len(line) <= 120 and not NO_PUBLISHER.match(source["name"]):
            yield NEXT_LABEL.sub("", source["name"])


def _dates(lines: Sequence[str]) -> Iterator[str]:
    for line in lines:
        dateline = AGENCY_DATELINE.match(line)
        where = dateline["date"] if dateline else line
        for match in (*DAY.finditer(where), *MONTH.finditer(where)):
            if is_date(*match.group("year", "month", "day")) and (dateline or _dates_the_text(line, match)):
                yield _iso(match)
        for match in _in_passing(line):
            if is_date(*match.group("year", "month", "day")):
                yield _iso(match)


def _iso(match: re.Match[str]) -> str:
    return "-".join(part.zfill(2) for part in match.group("year", "month", "day") if part)


def _in_passing(line: str) -> Iterator[re.Match[str]]:
    """Dates beside a paper or its writers within running text: 某某日报讯(2006年11月8日 记者 某某)…."""
    yield from RUN_ON.finditer(line[:HEAD])
    for bracketed in BRACKETED.finditer(line):
        inner = bracketed["inner"]
        match = DAY.search(inner)
        if match and not OTHER_DATES.search(inner):
            rest = inner[: match.start()] + " " + inner[match.end() :]
            yield from (
                [match] if NAMED.search(rest) and len(ORNAMENT.sub("", NAMED.sub("", rest))) <= SLACK else []
            )


SLACK = 6  # characters beside a date and its paper that a line may have


def _is_a_field(line: str, before: str, after: str) -> bool:
    """Whether a date stands by itself among short fields: 某某周刊 2015年5月18日 星期一 B1 要闻."""
    apart = before[-1:] in (" ", "|", ":", "") and after[:1] in (" ", "|", "")
    if not apart or PROSE_MARKS.search(line):
        return False
    fields = [field for field in FIELD_GAP.split(f"{before} {after}") if field]
    short = all(len(field) <= LONGEST_FIELD or LABELLED_FIELD.match(field) for field in fields)
    return short and any(PUBLISHES.search(field) for field in fields)


def _dates_the_text(line: str, match: re.Match[str]) -> bool:
    """Whether a date is the line's whole point, or stands after a label or before a clock time."""
    if len(line) > 120 or line.endswith(("。", "；", "！", "？")) or OTHER_DATES.search(line):
        return False
    before, after = line[: match.start()], line[match.end() :]
    rest = ORNAMENT.sub("", NAMED.sub("", before + " " + after))
    if match["day"] and _is_a_field(line, before, after):
        return True
    if len(rest) <= SLACK:
        return bool(match["day"]) or not rest or bool(DATE_WORDS.search(line))
    if not match["day"]:
        return False
    labelled = bool(before) and DATE_WORDS.search(before[-12:]) is not None
    return labelled or CLOCK.match(after.strip()) is not None or SOURCE.search(after) is not None
