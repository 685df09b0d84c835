"""Whether a figure is so, is estimated, or is what is aimed at."""

from __future__ import annotations

import re
from typing import NamedTuple

from core.model import Status
from core.quantities import Quantity
from core.words import cut
from extract.periods import WHOLE_YEAR, of_an_event, year_ended
from extract.plans import tells_past
from extract.scene import Scene
from extract.times import Clock, Time

NOW_AT = re.compile(
    r"(?:由|从)(?:现在|目前|当前|原来|过去|此前|上年|去年|[0-9]{4}年底?)的$"
)  # 将由现在的9.8…
ASIDE = re.compile(  # 争取中央资金1.4亿元 has been done
    r"(?<!力)争取(?=[^，,。；]{0,8}(?:资金|补助|贷款|债券|指标)(?:到位|共|累计|约|近|超)?$)|(?:全年|年度|年初|既定|预定)?目标(?:任务|计划)?的|“[^“”，。]{1,16}”|《[^》]*》"
)
TAKES_OBJECT = re.compile(
    r"^[^。；]{2,40}(?:实施|纳入|列为|列入|分解|优化为|整合|变为|作为|转化为|升级为|合并|下放|集中|用于|分为)"
)
GOALS = re.compile(
    r"目标(?:任务)?(?:是|为|[”》]?(?:：|:))|(?:盘算|打算|愿景|蓝图|设想|计划|规划|思路|任务|指标|路线图)[”》]?(?:：|:)"
)
FOR_A_GOAL = re.compile(  # 锚定“跻身前八强”奋斗目标
    r"[^，,。；“”]{1,14}”?的?(?:奋斗|发展|奋进|总体|预期|“?十四五”?)目标(?!任务的|完成)"
)
REACHED = re.compile(r"(?:完成|实现)了?[^，,。；]{0,12}$")
CLUSTER_STANDS = re.compile(r"(?:已|形成|突破|建成)(?![^。；]*(?:擘画|蓝图|打造))")
PLANNED = re.compile(  # 今年计划完成…, not a plan's name
    r"计划(?:再|全年|年内|今年|到)?(?:完成|实现|新增|新建|新开工|开工|引进|新引进|招引|合同|培育|安排|实施|盘活|建成|达到)"
)
OWN_PLAN = re.compile(
    r"计划(?:总投资|投资|用地|占地|总)|规划(?:总?面积|建筑面积|用地|占地|总面积|总用地)|预计总投资"
)


SO_FAR_SAID = re.compile(  # 今年计划实施项目62个，目前已开工28个: no plan any more
    r"[，,](?=(?:截至目前|到目前为止|目前|现|眼下|如今|截至[^，,。；]{1,8})?[，,]?(?:已有?|累计|现有)(?!被?(?:列|纳)入))"
)


def status(quantity: Quantity, scene: Scene, time: Time | None, rule: str) -> Status:
    """target for what is not yet so, estimate for a period still being counted, else actual."""
    lexicon = scene.frame.lexicon
    if rule == "of_a_cluster" and not CLUSTER_STANDS.search(scene.before(quantity)):
        return "target"
    before = scene.before(quantity)
    if NOW_AT.search(before):
        return "actual"
    if GOALS.search(before):
        return "target"
    plain = ASIDE.sub("", OWN_PLAN.sub("", before[_part(before) :]))
    rest = scene.read[quantity.outer.start : scene.sentence.end]
    if (
        PLANNED.search(plain)
        or (FOR_A_GOAL.match(rest) and not REACHED.search(before))
        or _is_to_come(before, time, scene)
        or any(word in plain for word in lexicon.list("target_words"))
        or _will(plain, rest)
    ):
        return "target"
    estimated = next((word for word in lexicon.list("estimate_words") if word in plain), None)
    return _estimated(estimated, plain, time, Counted(quantity, scene)) if estimated else "actual"


SEMICOLON = re.compile("[；;]")
GOES_ON = re.compile(  # 计划引进项目50项；工业总产值突破100亿元: bare, as the plan's other aims are
    r"(?!.*(?:已|(?<!项)目前|截至|同比|现有|去年|上年|累计|[0-9]{4}年|建成了|被|获))[^。；;]*?(?:突破|达到?|增长|新增|提高到?|超过|力争|引进|完成|实现|建成|培育)[^。；;]*$"
    r"|[^，,。；;0-9]{2,14}$"
)
AIMS = re.compile("计划(?=再|全年|年内|完成|实现|新增|新建|开工|引进|招引|培育|实施|建成)|力争|确保|争取")


def _part(before: str) -> int:
    """Where the part of a sentence begins whose words say what a figure is: behind a semicolon, or a 目前已.

    A plan reaches past a semicolon where what follows it is as bare as an aim.
    """
    so_far = max((match.start() + 1 for match in SO_FAR_SAID.finditer(before)), default=0)
    marks = [match.end() for match in SEMICOLON.finditer(before, so_far)]
    for start in reversed(marks):
        led = before[max([so_far, *(mark for mark in marks if mark < start)]) : start]
        if not (AIMS.search(led) and GOES_ON.match(before, start)):
            return start
    return so_far


class Counted(NamedTuple):
    """A number, and where it stands."""

    quantity: Quantity
    scene: Scene


LATE = 7  # the month from which more of a year is over than to come


def _estimated(word: str, plain: str, time: Time | None, counted: Counted) -> Status:
    """What 预计 makes of a figure: an estimate of a period that is over or nearly so, else a target."""
    frame = counted.scene.frame
    if word == "预计完成" and word not in re.split(r"[，,]", plain)[-1]:
        return "actual"
    if time and (time.due or of_an_event(time, counted.quantity, counted.scene)):
        return "target"
    time = time or counted.scene.told
    year = time.year if time and time.year else None
    told = year or (int(frame.review) if frame.review else frame.clock.year)
    if told is None or frame.clock.year is None:
        return "estimate" if time else "target"
    if told != frame.clock.year:
        return "estimate" if told < frame.clock.year else "target"
    part = bool(time and time.period and "-" in time.period)
    return (
        "estimate"
        if part or ((frame.clock.month or LATE) >= LATE and (time or "全年" in plain))
        else "target"
    )


def _is_to_come(before: str, time: Time | None, scene: Scene) -> bool:
    """Whether the time of a figure lies ahead."""
    if time and time.due and time.start >= scene.sentence.start:
        return True
    return _proposed(before, time, scene.frame.clock) or _whole_year_to_come(before, time, scene)


PROPOSED = re.compile(r"提出[，,：:]?(?P<what>.*)$")


def _proposed(before: str, time: Time | None, clock: Clock) -> bool:
    """园区提出，2025年新增…: what is proposed for this year or a later one."""
    proposed = PROPOSED.search(before)
    if proposed is None or time is None or time.year is None or clock.year is None:
        return False
    return time.year >= clock.year and not tells_past(proposed["what"])


def _whole_year_to_come(before: str, time: Time | None, scene: Scene) -> bool:
    """全年增长18%以上, in the middle of that year: it cannot be counted yet."""
    clock = scene.frame.clock
    said = WHOLE_YEAR.search(before)
    if said is None or clock.month is None or not 2 <= clock.month <= 11 or scene.frame.review:
        return False
    if year_ended(scene):
        return False
    told = time or scene.told  # 2023年，签约项目12个。全年税收60亿元: of the year told before
    here = told is None or told.now or told.year == clock.year or told.period is None
    return (
        here
        and not re.search("预计|去年|上年|已|年初", before)
        and not before[: said.start()].endswith(("年", "度"))
    )


def _will(text: str, rest: str) -> bool:
    """将 before a verb is the future; before a noun it takes an object (将清单拆成7类)."""
    place = text.find("将") + 1
    while place:
        end, place = place, text.find("将", place) + 1
        if TAKES_OBJECT.match(text[end:] + rest) and not text.startswith(("进一步", "继续"), end):
            continue
        words = cut(text[end : end + 8])
        if words and (
            words[0][1] in ("v", "d", "p", "vd", "zg") or words[0][0] in ("进一步", "力争", "达到", "在")
        ):
            return True
    return False
