"""Lists of projects: A、B等重点项目签约; 引进了C、D等企业; E、F两大园区; G路、H桥开工."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from core.lexicon import Lexicon
from extract.builders import FACILITY
from extract.firms import is_no_firm
from extract.indicators import right_phrase
from extract.names import Name
from extract.scene import Scene
from extract.stages import COUNT, any_stage, stage_of, stage_words

CLAUSE = re.compile(r"[，,。；;：:！!？?]")
BRACKETS = re.compile(r"[（(][^（）()]*[)）]")
LIST_END = re.compile(
    r"(?=[等两二三四五六七八九十])(?:(?=[两三四五六七八九十]个[^、，,。0-9]{0,6}项目)|等(?![级待候同于差])"
    r"|(?=[两二三四五六七八九十]大[^、，,。]{0,10}(?:园区|载体|平台|基地|板块|中心|项目|功能区|产业园)))"
)
TRADE = re.compile("(?:产业|领域|行业|技术|服务|制造业?)$")


def lists(scene: Scene) -> Iterator[tuple[Name, str | None]]:
    """The members of lists called projects: A、B等重点项目签约; 引进了C、D等企业; E、F两大园区."""
    read, lexicon = scene.read, scene.frame.lexicon
    yield from _staged_lists(scene)
    before = ""
    for match in LIST_END.finditer(read, scene.sentence.start, scene.sentence.end):
        after = read[match.end() : scene.sentence.end]
        kind = _called(after, lexicon)
        if kind is None:
            continue
        items, lead = _items(read, scene.sentence.start, match.start(), lexicon)
        lead = before = _led(lead, before, items[0][0] if items else match.start(), scene)
        stage = stage_of(CLAUSE.split(after)[0], lead, lexicon)
        comes = any(word in lead[-12:] + CLAUSE.split(after)[0] for word in lexicon.list("coming_words"))
        told = stage is not None or lead.endswith(lexicon.list("list_verbs"))
        if not (comes if kind == "company" else (told and len(items) > 1) or stage) or _is_title(
            lead, lexicon
        ):
            continue
        if not _are_of_kind([read[start:end] for start, end in items], kind):
            continue
        for start, end in items:
            start = _after_apposition(read, _after_sum(read, start, end), end)
            end = _before_sum(read, start, end)
            if kind == "company" and is_no_firm(read[start:end], lexicon):
                continue
            if _is_named(read[start:end], lexicon):
                yield Name(start, end, read[start:end], "company" if kind == "company" else "project"), stage


def _are_of_kind(items: Sequence[str], kind: str) -> bool:
    """Whether all members can be what a list says: no trades among firms, works where it says nothing."""
    if kind == "company":
        return not any(TRADE.search(item) for item in items)
    return kind != "facility" or all(FACILITY.search(item) for item in items)


GOES_ON = re.compile("(?:以及|及|和|与)$")
NAMES_SOME = re.compile("^(?:其中)?(?:包括|有|如|涵盖|分别是)")


def _led(lead: str, before: str, start: int, scene: Scene) -> str:
    """What leads a list in: of one that goes on, the words before the first; 包括A、B: the clause before."""
    read = scene.read
    if not lead and before and GOES_ON.search(read[max(0, start - 2) : start]):
        return before
    if NAMES_SOME.match(lead):
        clauses = CLAUSE.split(read[scene.sentence.start : start])
        return (clauses[-2] if len(clauses) > 1 else "") + lead
    return lead


def _is_title(lead: str, lexicon: Lexicon) -> bool:
    return any(word in lead for word in lexicon.list("honour_words")) or bool(LEANS.search(lead))


LEANS = re.compile(r"(?:依托|围绕|聚焦|瞄准|面向|用好|发挥|借助|利用|对标|比如)[^，,]{0,4}$")
APPOSITION = re.compile(
    r"^.*(?:企业|制造商|供应商|服务商|运营商|龙头|巨头|品牌|独角兽)”?(?=[^项总产平基中园载]..?)"
)


SUM = re.compile(r"(?:(?:计划|协议)?总?投资[^的]{2,10}|[约超近逾]*[0-9][^的、]{1,8})元的")


def _after_sum(read: str, start: int, end: int) -> int:
    """Where a name begins behind what is paid for it: 总投资8亿元的｜远山电机."""
    match = SUM.match(read, start, end)
    return match.end() if match else start


SUM_BEHIND = re.compile(r"[（(][^（）()]*[0-9][万亿][^（）()]*元[）)]$")


def _before_sum(read: str, start: int, end: int) -> int:
    """Where a name ends before the sum in brackets behind it: 远山电机项目｜（8亿元）."""
    match = SUM_BEHIND.search(read, start, end)
    return match.start() if match else end


def _after_apposition(read: str, start: int, end: int) -> int:
    """Where a name begins behind what it is: 新材料龙头企业｜远山电子."""
    match = APPOSITION.match(read[start:end])
    return start + match.end() if match else start


def _staged_lists(scene: Scene) -> Iterator[tuple[Name, str | None]]:
    """The members of a list beside a stage: A路、B大桥、C医院｜开工建设; 全面运营｜A谷、B研究院."""
    read, lexicon = scene.read, scene.frame.lexicon
    place = scene.sentence.start
    for clause in CLAUSE.split(read[scene.sentence.start : scene.sentence.end]):
        start, place = place, place + len(clause) + 1
        if "、" not in clause or "等" in clause:
            continue
        close = start + _list_close(clause, lexicon)
        items, lead = _items(read, start, close, lexicon)
        stage = stage_of(read[close : start + len(clause)], lead, lexicon)
        named = [span for span in items if FACILITY.search(read[span[0] : span[1]].strip("“”"))]
        if stage and len(named) == len(items) > 1 and not _is_title(lead, lexicon):
            for opening, close in items:
                begin, end = _after_sum(read, opening, close), _before_sum(read, opening, close)
                if _is_named(read[begin:end], lexicon):
                    yield Name(begin, end, read[begin:end], "project"), stage


ADVERBS = re.compile(r"(?:已|正式|正在|全面|先后|相继|顺利|均|将|同时|陆续)+$")


TALLY = re.compile("[两三四五六七八九十]个项目$")


SUMMED = re.compile(r"“[^“”]*”$|[两二三四五六七八九十]大[^、]*$")


def _list_close(clause: str, lexicon: Lexicon) -> int:
    """Where a list ends: before the stage that follows it, before a sum of it, else with the clause."""
    last = clause.rindex("、")
    stop = any_stage(lexicon).search(clause, last + 2)
    if stop:
        return len(TALLY.sub("", ADVERBS.sub("", clause[: stop.start()])))
    if clause.endswith("建设"):
        return len(clause) - 2
    summed = SUMMED.search(clause[last:])
    return last + summed.start() if summed else len(clause)


def _called(after: str, lexicon: Lexicon) -> str | None:
    """What a list is said to be: project, company, facility where it is not said, None for something else."""
    text = re.split(r"[0-9]", COUNT.sub("", CLAUSE.split(BRACKETS.sub("", after))[0], count=1))[0]
    if not text:
        return "facility"
    if OF_PROJECTS.match(text):
        return "project"
    phrase = right_phrase(text, lexicon)
    words = phrase.words if phrase else text[:6]
    if any(word in words for word in lexicon.list("company_heads")):
        return "company"
    return "project" if words.endswith(lexicon.list("list_heads")) else None


OF_PROJECTS = re.compile(
    "(?!.{0,4}(?:领域|行业|产业|方面))[一-鿿]{0,8}?项目(?!负责人|经理|库)"
)  # 新建项目｜达产达效


@cache
def _verbs(lexicon: Lexicon) -> tuple[str, ...]:
    return (*lexicon.list("list_verbs"), *(word for _, word in stage_words(lexicon)))


LINK = re.compile("(、|以及)")


def _items(read: str, floor: int, end: int, lexicon: Lexicon) -> tuple[list[tuple[int, int]], str]:
    """Spans of the names of a list that ends at `end`, and the words that lead it in."""
    start = max([floor, *(match.end() for match in CLAUSE.finditer(read, floor, end))])
    spans: list[tuple[int, int]] = []
    place = start
    for piece in LINK.split(read[start:end]):
        if piece not in ("、", "以及"):
            spans.append((place, place + len(piece)))
        place += len(piece)
    first, close = spans[0]
    head = read[first : max(first, close - 2)]
    lead = max([head.rfind(verb) + len(verb) for verb in _verbs(lexicon) if verb in head], default=0)
    spans[0] = (first + lead, close)
    return [(begin, stop) for begin, stop in spans if stop > begin], read[start : first + lead]


def _is_named(text: str, lexicon: Lexicon) -> bool:
    """A member of a list that names something: no class, no trade, no act."""
    plain = text.strip("“”")
    if not 2 <= len(plain) <= 28 or NO_NAME.search(plain):
        return False
    return not plain.startswith(lexicon.list("carrier_classes")) and plain not in lexicon.list(
        "project_classes"
    )


NO_NAME = re.compile(
    r"[0-9]+[余多]?[家个项]|^(?:占地|面积|总)?[0-9]+[余多]?(?:[亩米万]|平方|公里)|的|等|500强|^[一二三四五六七八九十两][大个家条座项批]|^(?:区内|园区?$|完善|加强)"
    r"|^(?:道路|路网|管网|管线|水|电|气|水电|电管线|厂房|标准厂房|绿化|供水|供电|供热|供气|通信|通讯|宿舍|食堂)$"
    r"|(?:产业|领域|行业|技术|服务|机制|活动|会|政策|制度|模式|赛道|环节|方面|企业|工作|措施|产品|设备|人才|资源|要素|能力|水平)$"
)
