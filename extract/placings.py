"""Places in a ranking that the text has told of before: 考评结果公布。…云泽高新区列第31位."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from core.lexicon import Lexicon
from extract.awards import OWNER, VEIL, Line, Won, hoped
from extract.named import YEAR
from extract.rankings import OF_MANY, SCOPE, number_of


class Ranking(Struct, frozen=True):
    """A ranking or evaluation that a text tells of, for the places that it tells of later."""

    name: str
    year: str | None


STRONG = (
    "综合评价|考核评价|评价考核|综合考评|综合考核|考评|考核|综评|评价|评估|评比|测评|竞争力|综合实力|排行榜|榜单|百强榜|百强|千强"
    "|发展指数|指数|综合排名|总排名"
)
RESULTS = "(?:排行|综合)?(?:结果|情况|名单|榜单|排名|报告|通报|排序|成绩单)"
ANNOUNCED = (
    re.compile(  # 商务厅公布2023年度某省开发区综合考评结果
        r"(?:公布|发布|通报|揭晓|公示|印发|晒出|反馈)(?:了|的)?"
        rf"(?P<name>[^，,。；;]{{3,40}}?(?:{STRONG}))(?:{RESULTS})?(?=[，,。；;：:！（({VEIL}]|$|中|显示|出炉)"
    ),
    re.compile(  # 2023年度某省开发区综合考评结果出炉
        rf"(?:^|[，,。：:—■])(?P<name>[^，,。；;：:—■{OWNER}]{{3,40}}?(?:{STRONG}))(?:{RESULTS})?"
        r"(?:近日|日前|今日|昨日|正式|新鲜|[于由][^，,。]{2,16})*(?:公布|发布|揭晓|出炉|放榜|印发|通报|公示)"
    ),
    re.compile(
        rf"(?:^|在|从)(?P<name>[^，,。；;在从{OWNER}]{{4,40}}?(?:{STRONG}))(?:{RESULTS})?{VEIL}*中(?=[，,{OWNER}{VEIL}排位列居获名由综取夺])"
    ),
)
TITLED = re.compile(  # 发布《园区高质量发展百强（2023）》
    r"(?:公布|发布|推出|编制)[^，。；《]{0,12}《(?P<name>[^《》]{4,40}(?:百强|排行榜|榜单|榜|竞争力|指数|评价|[0-9]强)[^《》]{0,12})》"
)
REPORT = re.compile(r"(?:研究|评价|发展|分析)*(?:报告|榜单|蓝皮书|名单)$")
LAST_GIVEN = re.compile("^.*(?:公布|发布|揭晓|出炉|通报)的")


def announced(line: Line, lexicon: Lexicon) -> Ranking | None:
    """The ranking or evaluation that a sentence tells of, of which later ones tell the places."""
    if not any(word in line.text for word in ANNOUNCING):
        return None
    found = TITLED.search(line.text)
    if found is None:
        told = (match for pattern in ANNOUNCED for match in pattern.finditer(line.owned))
        found = next((match for match in told if not hoped(line, match.start(), lexicon)), None)
    if found is None:
        return None
    text = LAST_GIVEN.sub("", line.text[slice(*found.span("name"))])
    said = YEAR.search(text) or YEAR.search(line.text, 0, found.start("name"))
    name = OF_MANY.sub("", YEAR.sub("", text)).lstrip("的度了")
    name = REPORT.sub("", re.sub(r"[（(]年?度?[)）]", "", name))
    return Ranking(name, said["year"] if said else None) if len(name) > SHORTEST else None


ANNOUNCING = ("公布", "发布", "通报", "揭晓", "公示", "印发", "出炉", "放榜", "晒出", "反馈", "中")
SHORTEST = 4  # characters of a ranking's name that may tell which it is not
NEUTRAL = re.compile(  # what may stand before a place that is none of one figure alone
    rf"[{OWNER}■—·\-\s：:0-9.]+|在[^，,。；;在]{{4,40}}[中里]|[A-D]类|连续[两三四五六七八九十0-9]+年|第[0-9一二三四五六七八九十]+[位名]?|{SCOPE}"
    r"|该区|该园区?|园区|我区|全区|本区|新区|开发区|经开区|高新区|集中区|保税区|综保区|示范区|园区|再次|首次|成功|继续|分别|综合|总分|总|排名|得分|位次|名次|成绩|整体|实力|升至|稳居|保持|跃升至|上升[至到]|前进至"
    r"|晋升至|攀升至|进至|下滑至|退至|滑落至|降至|落至|位列|位居|分列|分居|排在|名列|跃居|取得|获得|荣获|夺得|上一年度?|上年度?|去年|前年|上期|同期|考核|考评|评价|评估"
    r"|[年则也还又以的分并列居排获由从、和与]"
)
PLACES = re.compile(
    r"(?<![与比较距离前])第(?P<rank>[0-9]{1,3}|[一二三四五六七八九十]{1,3})(?:[位名](?!次)|(?=[，,。；;、和]|$))|(?P<first>榜首|首位)(?=[，,。；;]|$)"
)
MOVED = re.compile("(?:由|从).*(?:至|到|为|居|列)")
APART = re.compile("分列|分别|分居")


def carried(line: Line, ranking: Ranking, lexicon: Lexicon) -> Iterator[Won]:
    """The places in a ranking that an earlier sentence told of: 云泽高新区列第31位, 由第30位升至第12位."""
    if "第" not in line.text and "位" not in line.text and "榜首" not in line.text:
        return
    start = 0
    for match in (*CLAUSES.finditer(line.owned), None):
        end = match.start() if match else len(line.text)
        if not hoped(line, end, lexicon):
            yield from _in_clause(line, start, end, ranking)
        start = match.end() if match else end


CLAUSES = re.compile("[，,。；;：:！]|(?<=[位名0-9])、(?=□)")


def _in_clause(line: Line, start: int, end: int, ranking: Ranking) -> Iterator[Won]:
    places = list(PLACES.finditer(line.owned, start, end))
    if not places or NEUTRAL.sub("", line.owned[start : places[0].start()]):
        return
    pairs: list[tuple[int | None, re.Match[str]]]
    owners = [match.start() for match in OWNERS.finditer(line.owned, start, places[0].start())]
    if len(owners) == len(places) > 1 and APART.search(line.owned, start, end):
        pairs = list(zip(owners, places, strict=True))
    else:
        place = places[-1] if MOVED.search(line.owned, start, end) else places[0]
        pairs = [(owners[-1] if owners else None, place)]
    for owner, place in pairs:
        yield Won(*place.span(), ranking.name, number_of(place["rank"]), ranking.year, owner)


OWNERS = re.compile(f"{OWNER}+")
