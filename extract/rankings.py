"""Places in a ranking that has a name: behind a verb, or of a ranking named before in the sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from msgspec.structs import replace

from core.lexicon import Lexicon
from extract.awards import OWNER, Bare, Line, Won, clean, hoped, parts
from extract.named import QUOTED, words
from extract.search import beginning

PLACE = re.compile(
    r"""(?: 第 (?P<rank> \d+ | [一二三四五六七八九十]+ ) (?:名|位)?
        | (?P<place> \d+ ) [名位]
        | 前?(?P<best> \d+ )强
        | 前 (?P<top> \d+ | [一二三四五六七八九十]+ ) [名位]?
        | (?P<first> 榜首|首位|冠军 ) )$""",
    re.VERBOSE,
)
TOPPED = re.compile(r"(?:登顶|问鼎)(?P<name>“[^“”]{2,30}[榜强]”|[^，。；“”]{4,30}榜)")
RANKING = re.compile(r"[“\"](?P<name>[^“”\"]{4,30}(?:榜|榜单|排行榜|百强|指数|评价|排名))[”\"]")
BY_ONE = re.compile(
    "单项|分项|增速|增幅|“[^“”]{2,10}”(?:得分|排名|一项)?$"
)  # a place by one figure is a figure
GRADE = re.compile(
    r"(?:取得|获得|获评|荣获|评为|获)(?:了|为)?(?P<grade>(?:优秀|良好|一等|A类|先进)(?:等次|等级|单位)?)(?=[，,。；;]|$)"
)
DIGITS = {"一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
SCOPE = (  # what a place is told within
    "(?:全国|全省|全市|全区|全自治区|全疆|省内|市内|国内|[东中西]部|东北|西北|西南|中西部|[^，。；、]{2,6}地区"
    "|同类(?:开发区|园区)?|(?:国家级?|省级)(?:开发区|高新区|经开区)?|小组|分组|第[一二三]方阵)"
)
WITHIN = re.compile(rf"\s*(?:{SCOPE})?\s*")
GENERIC = re.compile(  # 综合排名: of which ranking is not said
    "(?:该区|该园|园区|全区|其)?的?(?:综合|总|整体)?(?:实力|发展水平|竞争力)?(?:综合)?"
    "(?:排名|得分|评价|考核|评估|评分|位次)"
)
OF_MANY = re.compile(r"(?:参评的|参加)?[0-9]+余?[家个]")


def placed(line: Line, lexicon: Lexicon) -> Iterator[Won]:
    for match in _ranking_verbs(lexicon).finditer(line.veiled):
        clause = line.text[line.clause_start(match.start()) : match.start()]
        if hoped(line, match.start(), lexicon) or BY_ONE.search(clause):
            continue
        for start, end in parts(line, match.end(), line.clause_end(match.end()), lexicon):
            won = _place(line, start, end, lexicon)
            if won:
                yield won
    for match in TOPPED.finditer(line.text):
        name = match["name"].strip("“”")
        yield Won(*_at(match, name), name, 1)


def _at(match: re.Match[str], name: str) -> tuple[int, int]:
    start = match.start("name") + match["name"].index(name)
    return start, start + len(name)


@cache
def _ranking_verbs(lexicon: Lexicon) -> re.Pattern[str]:
    verbs = lexicon.list("ranking_verbs")
    return re.compile(f"{beginning(verbs)}(?:{words(verbs)})")


OF_A_KIND = 5  # characters of a kind of park: 国家高新区, where 全国 names no ranking


def _place(line: Line, start: int, end: int, lexicon: Lexicon) -> Won | None:
    """全国园区活力百强第9名, 国家高新区45强, or 第31名 in a ranking that is named before."""
    text = line.text[start:end].rstrip()
    match = PLACE.search(text)
    if match is None:
        return None
    head = text[: match.start()]
    bare = WITHIN.fullmatch(head) is not None
    head = text if match["best"] and not bare else head
    if bare:
        before = _ranking_before(line, start, lexicon)
        known = before or not match["best"] or len(head.strip()) < OF_A_KIND
        ranking, start = (before, 0) if known else (clean(text), start)  # 国家高新区45强
    else:
        ranking = clean(head)
    if ranking is None or len(ranking.name) < 4:
        return None
    topped = match["first"] and QUOTED.search(head)
    named = match["best"] or topped or any(word in ranking.name for word in lexicon.list("ranking_words"))
    return ranking.won(start, _rank(match)) if named else None


def _rank(match: re.Match[str]) -> int | None:
    return number_of(match["rank"] or match["place"] or match["best"] or match["top"])


def number_of(digits: str | None) -> int | None:
    """十二 and 12 are twelve; no digits are the top of a list."""
    if digits is None:
        return 1
    if digits.isascii():
        return int(digits)
    tens, _, ones = digits.rpartition("十")
    if "十" not in digits:
        return DIGITS.get(digits)
    return (DIGITS.get(tens, 1) * 10) + DIGITS.get(ones, 0)


@cache
def _rankings(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(
        rf"""(?: ^ | 在 | 的 | 据 | 公布 | 公示 | 发布 | 通报 | 揭晓 | 入围 | 入选 | 跻身
           | [，,。；;：:{OWNER}] )
        [了的]?
        (?P<name> [^，,。；;在据的{OWNER}]{{2,40}}? (?: {words(lexicon.list("ranking_words"))} ) )
        (?: 结果 | 情况 | 排名 | 名单 | 工作 | 榜单 )* (?: 中 | 里 | 上 )?
        (?= [，,位排升名跃列居取获进挺由蝉稳连] | $ )""",
        re.VERBOSE,
    )


def _ranking_before(line: Line, place: int, lexicon: Lexicon) -> Bare | None:
    """The ranking named last before a place: …公布的X评价结果中，位居第31名. It counts in the sentence."""
    quoted = list(RANKING.finditer(line.text, 0, place))
    found = quoted or list(_rankings(lexicon).finditer(line.owned, 0, place))
    if not found:
        return None
    start, end = found[-1].span("name")
    bare = clean(line.text[start:end])
    name = OF_MANY.sub("", bare.name)
    bare = replace(bare, name=name, start=start + bare.start, end=start + bare.end)
    return None if len(bare.name) < 4 or GENERIC.fullmatch(bare.name) else bare


def graded(line: Line, lexicon: Lexicon) -> Iterator[Won]:
    """…通报了X考核情况，某园区取得优秀等次."""
    for grade in GRADE.finditer(line.veiled):
        ranking = _ranking_before(line, grade.start(), lexicon)
        if ranking and not hoped(line, grade.start(), lexicon):
            yield replace(ranking, name=ranking.name + grade["grade"]).won(0)
