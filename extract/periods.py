"""When a figure holds: which expression of time governs it, and what it takes where none does."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct

from core.model import Status
from core.quantities import Quantity
from extract.scene import Scene
from extract.slots import CHANGES
from extract.subjects import MACRO, PROJECT_MONEY
from extract.times import PLAN, Clock, Time, find_times


def time_of(quantity: Quantity, scene: Scene, *, stock: bool = False) -> Time | None:
    """The expression of time that governs the number: the last before it that is no comparison.

    A run of years (近5年) governs a stock only within its own clause.
    """
    clause, end = scene.clause(quantity)
    options = [
        time
        for time in scene.times
        if time.end <= quantity.span.start
        and (time.period or time.now or time.wrong)
        and (
            time.start >= clause or not (time.span_of_years or (stock and SPAN.fullmatch(time.period or "")))
        )
        and not scene.compares(time)
        and not (time.end <= clause and not time.due and FOUNDS.match(scene.read, time.end))
        and not (time.due and _of_another_part(time, clause, scene))
        and not _bracketed(time, quantity, scene)
    ]
    if noted := NOTED.match(scene.read, quantity.span.end):
        inside = [time for time in scene.times if noted.start() < time.start < noted.end() and time.period]
        options += inside[:1]
    marker = scene.read.find("分别", clause, quantity.span.start)
    listed = [each for each in scene.quantities if marker < each.span.start and each.span.end <= end]
    place = next((index for index, each in enumerate(listed) if each.span == quantity.span), None)
    beside = all(after.start - before.end <= 1 for before, after in pairwise(options))
    if marker >= 0 and place is not None and beside and len(options) == len(listed) > 1:
        return options[place]  # 2021年、2022年分别…12亿元、15亿元
    return options[-1] if options else None


NOTED = re.compile(r"[（(][^（）()]{2,16}(?:数据?|口径|年底|年末|年)[)）]")  # 投入强度2.9%（2019年数）


def _bracketed(time: Time, quantity: Quantity, scene: Scene) -> bool:
    """Whether a time stands in brackets that are closed before the number: it is of what they follow."""
    opened = max(scene.read.rfind(mark, scene.sentence.start, time.start) for mark in "（(")
    if opened < 0 or re.search("[)）]", scene.read[opened : time.start]):
        return False
    if any(each.end == opened for each in scene.times):  # 2017年（4—12月）
        return False
    return bool(re.search("[)）]", scene.read[time.end : quantity.span.start]))


def _of_another_part(time: Time, clause: int, scene: Scene) -> bool:
    """…，明年试车；B厂已投产: a date that lies ahead, said within one part, is none of the next part's."""
    head = not any(each.span.end <= time.start for each in scene.quantities)
    return not head and bool(re.search("[；;]", scene.read[time.end : clause]))


DELIVERED = re.compile(
    r"[，,](?:预计|计划|确保|力争|将)?(?P<when>[^，,。；]{2,12}?)(?:前|内)?(?:全部|全面|正式|陆续|可|将)*(?:交付|建成|投用|完工|竣工|投产|完成)"
)


def delivered(quantity: Quantity, scene: Scene) -> Time | None:
    """建设公寓1200套，2025年底前交付: when what is being built is to be there."""
    start, end = scene.clause(quantity)
    if quantity.kind != "count" or not re.search(
        "建设|新建|筹建|改造", scene.read[start : quantity.span.start]
    ):
        return None
    said = DELIVERED.match(scene.read, end, scene.sentence.end)
    if said is None:
        return None
    return next((time for time in scene.times if time.due and end <= time.start < said.end()), None)


SPAN = re.compile(r"\d{4}/\d{4}")
FOUNDS = re.compile(  # 2010年11月｜升级为国家级经开区，…: how a park began dates none of its figures
    r"(?:正式|经[^，。；]{2,8}|由[^，。；]{2,8}|被[^，。；]{2,8}|获|成功)?(?:批准)?(?:设立|成立|升级|晋升|获批|批准|挂牌|创建|建区|始建|揭牌|批复|组建|定名|更名|封关|启用|开园|投运|投用|开业)"
)


RECENT = 3  # years; what is further back is history, told in passing


def carries(time: Time, clock: Clock) -> bool:
    """Whether later sentences go on in this time: a year or a run of months, not a day, nothing long past."""
    past = clock.year is not None and time.year is not None and time.year < clock.year - RECENT
    return not past and (
        bool(time.period)
        and not time.now
        and not time.since
        and not time.span_of_years
        and bool(YEAR_OR_MONTHS.fullmatch(time.period or ""))
    )


YEAR_OR_MONTHS = re.compile(r"\d{4}|\d{4}-\d\d/\d{4}-\d\d")


class When(Struct, frozen=True):
    """What is known of a number, and the times it may belong to."""

    indicator: str
    status: Status
    own_time: Time | None  # said before it in its sentence
    paragraph_time: Time | None
    year: str | None  # the last year named in the article
    origin: Time | None  # of the first figure of a change: 由2020年的158家增至371家
    own: bool  # the number is about a project, company or area, not about the park
    stock: bool  # the indicator is a stock "as of" a date
    day: str | None = None  # the last day that the text has told of
    after: bool = False  # 2025年投产后: the time is of what comes before the figure
    firm: bool = False  # the number is about a company
    planned: bool = False  # the number is about a project
    ruled: bool = False  # the number is what a measure grants
    ranked: str | None = None  # the year of the evaluation that the text tells of
    batch: bool = False  # the sum goes with projects that are counted before it


YEARLY_GROWTH = re.compile(r"年(?:平?均|均复合)|复合(?:年均)?增[长速]")
GROWS_SINCE = re.compile(r"[^，,。；]{0,3}(?:增长|翻|提高|提升|扩大|增加|上升)")


def _run_of_growth(quantity: Quantity, scene: Scene) -> str | None:
    """由2005年的8亿元增加到2010年的61亿元，年均增长47%: the growth is of all the years between."""
    if quantity.kind not in ("percent", "multiple"):
        return None
    start, _ = scene.clause(quantity)
    before = [time for time in scene.times if time.end <= start and YEAR_ONLY.fullmatch(time.period or "")]
    if len(before) < TWO or any(
        time.start >= start for time in scene.times if time.end <= quantity.span.start
    ):
        return None
    first, last = before[-2], before[-1]
    led = scene.read[max(0, first.start - 1) : first.start] in ("由", "从")
    grows = YEARLY_GROWTH.search(scene.read, start, quantity.span.start) or GROWS_SINCE.match(
        scene.read, start
    )
    near = not re.search("[。；;]", scene.read[first.end : start])
    if not (led and grows and near) or "同比" in scene.read[start : quantity.span.start]:
        return None
    return f"{first.period}/{last.period}" if (first.period or "") < (last.period or "") else None


TWO = 2
YEAR_ONLY = re.compile(r"\d{4}")
AREAS = ("规划面积", "用地面积", "建筑面积", "载体面积")


def period(when: When, quantity: Quantity, scene: Scene) -> str | None:
    """When the figure holds: its own time, its paragraph's, the year under review, the article's date."""
    if when.origin is not None:
        return when.origin.period
    if when.own_time and when.own_time.wrong:
        return None  # 2月30日: no guess
    if run := _run_of_growth(quantity, scene):
        return run
    if _stands(when, quantity, scene):
        return scene.frame.clock.as_of
    if _is_timeless(when, quantity, scene):
        return when.own_time.period if when.own_time and when.own_time.due and not when.after else None
    if when.day and _on_the_day(when, quantity, scene):
        return when.day[:4] if when.indicator == "年度投资" else when.day
    return None if _is_unsaid(when, quantity, scene) else _said_or_around(when, quantity, scene)


def _said_or_around(when: When, quantity: Quantity, scene: Scene) -> str | None:
    if when.own_time and not when.after:
        return _own_period(when, quantity, scene)
    if when.status == "target":
        return _due(when, quantity, scene)
    placed = quantity.kind == "rank" or quantity.unit in PLACES
    if placed and EVALUATION.search(when.indicator):
        around = when.paragraph_time.period if when.paragraph_time else scene.frame.review
        # no evaluation is of the day on which it is told of, nor of the months told of before
        return when.ranked or (around if YEAR_ONLY.fullmatch(around or "") else None)
    return _around(when, quantity, scene)


PLACES = ("位", "名", "个名次", "个位次")
EVALUATION = re.compile("评价|考核|考评|评估|评比")


def _stands(when: When, quantity: Quantity, scene: Scene) -> bool:
    """Areas, and what a measure grants: they hold when the article is written, whatever year began them."""
    if when.own and when.indicator in AREAS and when.status == "actual":
        return True
    granted = when.ruled and not when.after
    held = when.status == "actual" and (when.indicator in PARK_AREAS or granted)
    return held and _long_past(when, quantity, scene)


ONCE = re.compile(r"(?:^|[，。；])“?(?:原先|原来|过去|此前|以前|从前|改革前|之前)[，,]?[^，,。；]*$")
LATEST = re.compile(r"(?:最新|刚刚|新近)[^。；]*$")


def _is_unsaid(when: When, quantity: Quantity, scene: Scene) -> bool:
    """What was so once; a place in the newest ranking; what is to come of an event that is dated."""
    if quantity.kind == "rank" and LATEST.search(scene.before(quantity)):
        return True
    if when.stock and ONCE.search(scene.before(quantity)):
        return True
    time = when.own_time
    return when.own and when.status == "target" and time is not None and of_an_event(time, quantity, scene)


PARK_AREAS = ("规划面积", "建成区面积", "用地面积", "已开发面积")


def _long_past(when: When, quantity: Quantity, scene: Scene) -> bool:
    """2010年设立，规划面积25平方公里: the year is that of another clause."""
    start, _ = scene.clause(quantity)
    return when.own_time is None or (when.own_time.start < start and not when.own_time.due)


def _is_timeless(when: When, quantity: Quantity, scene: Scene) -> bool:
    """A project's own sums and capacities describe its plan: they are of no period."""
    if when.indicator == "项目总投资" and not when.batch:
        return True
    if not when.own or when.indicator not in PROJECT_MONEY or _in_a_year(when, quantity, scene):
        return False
    return not when.firm or when.status != "actual" or when.indicator not in YEARLY  # a company is at work


def _around(when: When, quantity: Quantity, scene: Scene) -> str | None:
    """The period of a figure that has no time of its own."""
    as_of, review = scene.frame.clock.as_of, scene.frame.review
    plan = when.planned and quantity.kind != "money" and quantity.unit.lstrip("万") not in OF_NOW
    if plan and not SO_FAR.search(scene.before(quantity)):
        return None
    if when.own or when.stock:
        return review if when.stock and not when.own and review else as_of
    around = when.paragraph_time.period if when.paragraph_time else review or scene.frame.span or as_of
    if not around or "全年" not in scene.before(quantity):
        return around
    if ended := None if when.paragraph_time else year_ended(scene):
        return ended
    return around if around.startswith("@") and when.status == "actual" else around.lstrip("@")[:4]


YEAR_END = re.compile(r"(?P<year>20\d\d)年[底末]")


def year_ended(scene: Scene) -> str | None:
    """The year whose end the paragraph has told of last before the sentence: 截至2024年末…。全年…."""
    ends = YEAR_END.findall(scene.read, 0, scene.sentence.start)
    year, now = ends[-1] if ends else None, scene.frame.clock.year
    return year if year and now is not None and int(year) < now else None


OF_NOW = ("次", "家", "户", "人", "名", "场")  # counted as they are, not as they are to be
SO_FAR = re.compile("已|累计|(?<!项)目前|现|截至|今年|完成|实现")  # of a project: what is so by now
WHOLE_YEAR = re.compile(r"全年(?<![上去]全年)(?<![上去]年全年)(?!度|计划|目标|任务|预算|进度)")
YEARLY = ("产值", "税收", "年度投资", "从业人员数")


def _in_a_year(when: When, quantity: Quantity, scene: Scene) -> bool:
    """2014年实现产值31亿元: what a carrier made in a year, not what it is to make."""
    time = when.own_time
    near = time is not None and not time.now and not of_an_event(time, quantity, scene)
    if not near or time is None or when.indicator not in YEARLY:
        return False
    start, _ = scene.clause(quantity)
    said = time.start >= start and YEAR_ONLY.fullmatch(time.period or "")  # 预计今年实现产值25亿元
    return when.status == "actual" or bool(said and not when.after)


def _due(when: When, quantity: Quantity, scene: Scene) -> str | None:
    """When a target without a time of its own is due: this year, or the year that the text looks ahead to."""
    year = scene.frame.clock.year
    if when.own or year is None or AFTERWARDS.search(scene.before(quantity)):
        return None
    if WHOLE_YEAR.search(scene.before(quantity)) or when.indicator == "年度投资":
        return str(year)
    if when.year and int(when.year) >= year:
        return when.year
    month = scene.frame.clock.month  # in January a text's aims are the year's
    return str(year) if month is not None and month < TURN and when.indicator in MACRO else None


EVENT = re.compile(
    r"此次|本次|当天|当日|同日|现场|(?:签约|开工|竣工|投产|揭牌|奠基|启动|颁奖|表彰|授牌|推介)(?:仪式|大会|活动|会)|(?:项目|企业)集中(?:签约|开工|竣工)|集中(?:签约|开工|竣工)的?项目"
)


def _on_the_day(when: When, quantity: Quantity, scene: Scene) -> bool:
    """此次集中开工项目42个: on the day of the event, unless the clause says another time."""
    start, end = scene.clause(quantity)
    said = when.own_time is not None and when.own_time.start >= start
    told = EVENT.search(scene.read, scene.sentence.start, end)
    return bool(told) and not said and when.status == "actual" and not when.own and not when.stock


AFTERWARDS = re.compile(
    r"(?:投产|达产|满产|建成|投用|投运|运营|竣工|交付|完工|投入使用)(?:达产)?(?:后|以后|之后)"
)


HAPPENS = re.compile(
    r"[^，,。；;]{0,8}(?:投产|试运营|建成|竣工|开工|投用|投运|启用|封顶|达产|落户|签约|揭牌|奠基|交付|破土)"
)


def of_an_event(time: Time, quantity: Quantity, scene: Scene) -> bool:
    """6月30日封顶，预计引进企业50家: the time is of what happens in its own clause."""
    start, _ = scene.clause(quantity)
    if time.now or time.end > start or "届时" in scene.read[time.end : quantity.span.start]:
        return False
    return bool(HAPPENS.match(scene.read, time.end))


def _own_period(when: When, quantity: Quantity, scene: Scene) -> str | None:
    """The time said before the number; of 全年 after it, its year; of a plan's years, a target's last."""
    time = when.own_time
    if time is None or time.period is None:
        return None
    if when.indicator == "年度投资" and DAY.fullmatch(time.period):
        return time.period[:4]
    year = PERIODS_YEAR.match(time.period)
    if year and WHOLE_YEAR.search(scene.read[max(time.end, scene.sentence.start) : quantity.span.start]):
        return year["year"]
    if when.status == "target" and SPAN.fullmatch(time.period):
        return _of_years_to_come(time, scene.frame.clock)
    return time.period


def _of_years_to_come(time: Time, clock: Clock) -> str:
    """Of a plan's years the last, when its aims are due; 五年累计, of a target, is as many years to come."""
    first, last = int((time.period or "")[:4]), int((time.period or "")[5:])
    backwards = clock.year is not None and last <= clock.year and time.year is None
    return str(last + last - first + 1 if backwards else last)


PERIODS_YEAR = re.compile(r"@?(?P<year>\d{4})")
DAY = re.compile(r"\d{4}-\d\d-\d\d")
ORIGIN = re.compile(r"(?:由|从)(?P<then>[^，,。；;]{0,10})$")
ONCE_SAID = re.compile("原来|原先|原有|过去|此前|以前|从前|最初|规定|法定|初")


class Change(Struct, frozen=True):
    """What is known of a change whose first figure a number may be: 由43户发展到102户."""

    ahead: bool  # it is still to come: what it starts from is so now
    ranked: str | None  # the year of the evaluation that the text tells of


def origin_of(quantity: Quantity, scene: Scene, change: Change) -> Time | None:
    """Of "由A提高到B", A's time: what is said of it (由2020年的), the present for 现在的, else unknown."""
    origin = ORIGIN.search(scene.before(quantity))
    if origin is None or not CHANGES.match(scene.read, quantity.span.end):
        return None
    start = quantity.outer.start
    said = [time for time in scene.times if time.end <= start and start - time.end <= 2 and time.period]
    if said:
        return _of_the_last(said[-1], origin["then"], change, quantity)
    to_come = change.ahead and not ONCE_SAID.search(origin["then"])
    now = re.search("现在|目前|当前|如今|现有", origin["then"]) or to_come
    return Time(start, start, scene.frame.clock.as_of if now else _begin_of(change, quantity, scene))


def _of_the_last(time: Time, then: str, change: Change, quantity: Quantity) -> Time:
    """由上年的第45位升至第33位, of an evaluation of 2023: the year before it, not before the text."""
    last = change.ranked if quantity.kind == "rank" and re.search("上年|去年|上一", then) else None
    return Time(time.start, time.end, str(int(last) - 1)) if last and "同期" not in then else time


def _begin_of(change: Change, quantity: Quantity, scene: Scene) -> str | None:
    """The year before a plan, and before an evaluation that of the last one."""
    if quantity.kind == "rank" and change.ranked:
        return str(int(change.ranked) - 1)
    told = [time.period for time in scene.times if time.period and time.end <= quantity.span.start]
    years = SPAN.fullmatch(told[-1]) if told else None
    if years is None:
        return None
    first, last = int(years.group()[:4]), int(years.group()[5:])
    return str(first - 1) if last - first == PLAN - 1 and last % PLAN == 0 else None


SAME_TIME = re.compile(r"(?:去年|上年|上一年)同期的?(?:仅?为|只有|是|仅)?$")


def of_same_time_before(quantity: Quantity, scene: Scene) -> bool:
    """Whether a number is said of the same months a year before: 去年同期为51万吨."""
    return bool(SAME_TIME.search(scene.before(quantity)))


def a_year_before(period: str) -> str:
    """2023-01/2023-03 → 2022-01/2022-03."""
    return re.sub(r"(?<!\d)\d{4}(?!\d)", lambda year: str(int(year.group()) - 1), period)


REPORTED = re.compile(
    r"(?P<year>(?:19|20)\d\d)年度?(?![0-9]|[^，。]{0,4}月)(?!.*(?:目标|计划|打算|要点|部署|规划|安排|思路|展望|推介|招商会))"
    r".*(?:公报|总结|汇报|报告|情况|回顾|运行|成绩单|综述|盘点|大事|年鉴|概况)"
)


def span_told(title: str, clock: Clock) -> str | None:
    """The months of its year that an article's title says it is about: 上半年经济运行…."""
    told = [
        time.period
        for time in find_times(title, clock)
        if not time.due and MONTHS.fullmatch(time.period or "")
    ]
    return told[0] if len(told) == 1 else None


MONTHS = re.compile(r"\d{4}-\d\d/\d{4}-\d\d")


def review_year(clock: Clock, periods: Sequence[str], title: str = "") -> str | None:
    """The year most figures of an article are about, where it is the year before its date.

    Its title tells it (2015年工作情况汇报), or what it speaks of.
    """
    if clock.year is None:
        return None
    before = clock.year - 1
    reported = REPORTED.search(title)
    if reported and int(reported["year"]) == before:
        return reported["year"]
    if not periods:
        return None
    last, this = (sum(period.startswith(str(year)) for period in periods) for year in (before, clock.year))
    # at the turn of the year, or where its lead is of the year before
    opens = (clock.month or TURN) < TURN or periods[0].startswith(str(before))
    return str(before) if last >= 3 and last > (this if opens else 2 * this) else None


TURN = 3  # the month from which a text that looks back says so in its lead
