"""The slots of a number: measure, period, status, park, subject, scope, basis. Each rule stands alone."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from core.lexicon import Lexicon
from core.model import Measure, Status
from core.quantities import Quantity
from core.words import cut
from extract.plans import tells_past
from extract.scene import Scene
from extract.subjects import PROJECT_MONEY
from extract.times import Clock, Time

TO_LEVEL = re.compile(r"(?:增加|提高|提升|增长|扩大|上升|下降|降低|减少|压缩|缩短|增|升|降)(?:到|至)\s*$")
GROWS_AFTER = re.compile(
    r"以上?的?(?:年均)?(?:增长|增速|增幅|速度)|的?(?:年均)?(?:复合)?(?:增长|增速|增幅|速度)"
)
RATE = re.compile(r"效率|利率|指数|收益率|价|温度|湿度|浓度|精度|转化率")
MOVES = re.compile(r"(?:前进|上升|提升|攀升|跃升|进|前移|晋升|后退|下降|跃进)了?\s*$")  # in a ranking
BASE = re.compile(  # 是全省平均的2.3倍, 只有全省平均水平的四成
    r"(?:是|为|相当于|达到?|接近|只有|不到|仅为|、)(?P<base>[^，,。；、]{2,16}?)的\s*$"
)
EARLIER = re.compile(r"年|同期|之?[前初]$|上[月季]|时$")  # 是2019年的2.4倍, 是挂牌前的5倍
APART = re.compile(
    r"比[^，,。；]{0,14}(?:平均|均值|规定|法定|标准|要求|国标|全国|全省|全市)[^，,。；]{0,6}(?:高|低|多|少|快|慢|压缩|缩短)[出了]?$"
)
MORE = re.compile(r"(?:比|较)[^，,。；、]{0,10}(?:多|少)[一-鿿]{0,3}$")  # 比上年同期多投放
WIDENS = re.compile("(?:扩大|增长|增加|提高|提升|上升|上涨|高出|增|涨|快)(?:了|近|约|超|达)*$")  # 扩大1.6倍
OF_A_RATE = re.compile(
    r"(?<![增降涨幅])(?<!增长)率(?:已|约|近|超|达到?|为|仅|高达|分别|均|保持在|稳定在|超过|突破|[，,])*$"
)
ADDS = re.compile(r"(?:增加|增长|净增|多|减少|下降|新增|增)了?\s*$")


def _has(text: str, words: Sequence[str]) -> bool:
    for word in words:  # noqa: SIM110 - twice as fast as any(…), and asked of every number
        if word in text:
            return True
    return False


# -- measure ----------------------------------------------------------------------------------------


def measure(quantity: Quantity, left: str, right: str, lexicon: Lexicon) -> Measure:
    """What the number measures, by the words between it and the number before it."""
    if quantity.kind == "rank":
        return "rank"
    if quantity.kind == "point":
        return "increment" if quantity.unit in ("个名次", "个位次") else "gap"
    if quantity.unit in ("位", "名") and MOVES.search(left):
        return "increment"
    if APART.search(left):
        return "gap"
    if quantity.kind in ("percent", "multiple"):
        return "growth" if MORE.search(left) else _rate(quantity, left, right, lexicon)
    return _amount(quantity, left, lexicon)


def _amount(quantity: Quantity, left: str, lexicon: Lexicon) -> Measure:
    """Whether a count or a sum is what there is or what was added."""
    if MORE.search(left):
        return "increment"
    if TO_LEVEL.search(left):
        return "level"
    words = ("新增", "净增") if quantity.kind == "money" else lexicon.list("increment_words")
    if _has(left, words) or ADDS.search(left):
        return "increment"
    return "level"


def _rate(quantity: Quantity, left: str, right: str, lexicon: Lexicon) -> Measure:
    widens = quantity.kind == "multiple" and WIDENS.search(left)
    if quantity.text.startswith("翻") or widens:
        return "growth"
    if OF_A_RATE.search(left) and not RATE.search(left):
        return "share"
    base = BASE.search(left)
    if base and (quantity.kind == "multiple" or re.search("平均|均值", base["base"])):
        return "growth" if EARLIER.search(base["base"]) else "gap"
    if re.match("的(?:年均)?(?:复合)?增[长幅速]", right):
        return "growth"  # 10%的增长速度
    if TO_LEVEL.search(left) or CHANGES.match(right):
        return "level" if RATE.search(left) or quantity.kind == "multiple" else "share"
    return "growth" if GROWS_AFTER.match(right) else _by_words(quantity, left, lexicon)


def _by_words(quantity: Quantity, left: str, lexicon: Lexicon) -> Measure:
    """Growth or share, by which of their words stands last before the number."""
    grows = max(
        (left.rfind(word) for word in (*lexicon.list("growth_words"), *lexicon.list("fall_words"))),
        default=-1,
    )
    shares = max(left.rfind(word) for word in lexicon.list("share_words"))
    if grows < 0 and shares < 0:
        return "level" if RATE.search(left) or quantity.kind == "multiple" else "share"
    return "growth" if grows > shares else "share"


SLOWS_TO = re.compile(r"增[速幅长][^，。；]{0,4}(?:回落|收窄|放缓|下降|降)(?:至|到|为)$")  # still a growth


def falls(left: str, lexicon: Lexicon) -> bool:
    """Whether the words before a change say that it goes down."""
    if left.endswith("减免") or SLOWS_TO.search(left):
        return False
    down = max(left.rfind(word) for word in lexicon.list("fall_words"))
    up = max(left.rfind(word) for word in ("增长", "上升", "提升", "提高", "增加"))
    return down > up


# -- status -----------------------------------------------------------------------------------------

NOW_AT = re.compile(
    r"(?:由|从)(?:现在|目前|当前|原来|过去|此前|上年|去年|[0-9]{4}年底?)的$"
)  # 将由现在的9.8…
ASIDE = re.compile(r"(?:全年|年度|年初|既定|预定)?目标(?:任务|计划)?的|“[^“”，。]{1,16}”|《[^》]*》")
TAKES_OBJECT = re.compile(
    r"^[^。；]{2,40}(?:实施|纳入|列为|列入|分解|优化为|整合|变为|作为|转化为|升级为|合并|下放|集中|用于|分为)"
)
GOALS = re.compile(
    r"目标(?:任务)?(?:是|为|：|:)|(?:盘算|打算|愿景|蓝图|设想|计划|规划|思路|任务|指标|路线图)[”》]?(?:：|:)"
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
    plain = ASIDE.sub("", OWN_PLAN.sub("", before[max(before.rfind("；"), before.rfind(";")) + 1 :]))
    rest = scene.read[quantity.outer.start : scene.sentence.end]
    if (
        PLANNED.search(plain)
        or (FOR_A_GOAL.match(rest) and not REACHED.search(before))
        or _is_to_come(before, time, scene)
        or _has(plain, lexicon.list("target_words"))
        or _will(plain, rest)
    ):
        return "target"
    estimated = next((word for word in lexicon.list("estimate_words") if word in plain), None)
    if estimated is None:
        return "actual"
    tail = re.split(r"[，,]", plain)[-1] if estimated == "预计完成" else plain
    if "全年" in plain or (time and not time.due and time.period and not _of_an_event(time, quantity, scene)):
        return "estimate" if estimated in tail else "actual"
    return "target" if estimated == "预计" else "actual"


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


# -- period -----------------------------------------------------------------------------------------


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
    ]
    marker = scene.read.find("分别", clause, quantity.span.start)
    listed = [each for each in scene.quantities if marker < each.span.start and each.span.end <= end]
    place = next((index for index, each in enumerate(listed) if each.span == quantity.span), None)
    if (
        marker >= 0 and place is not None and len(options) == len(listed) > 1
    ):  # 2021年、2022年分别…12亿元、15亿元
        return options[place]
    return options[-1] if options else None


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


AREAS = ("规划面积", "用地面积", "建筑面积", "载体面积")


def period(when: When, quantity: Quantity, scene: Scene) -> str | None:
    """When the figure holds: its own time, its paragraph's, the year under review, the article's date."""
    if when.origin is not None:
        return when.origin.period
    if when.own_time and when.own_time.wrong:
        return None  # 2月30日: no guess
    if _stands(when, quantity, scene):
        return scene.frame.clock.as_of
    if _is_timeless(when, quantity, scene):
        return when.own_time.period if when.own_time and when.own_time.due and not when.after else None
    if when.day and _on_the_day(when, quantity, scene):
        return when.day[:4] if when.indicator == "年度投资" else when.day
    if _is_unsaid(when, quantity, scene):
        return None
    if when.own_time and not when.after:
        return _own_period(when, quantity, scene)
    return _due(when, quantity, scene) if when.status == "target" else _around(when, quantity, scene)


def _stands(when: When, quantity: Quantity, scene: Scene) -> bool:
    """Areas, and what a measure grants: they hold when the article is written, whatever year began them."""
    if when.own and when.indicator in AREAS and when.status == "actual":
        return True
    granted = when.ruled and not when.after and when.status == "actual"
    return (when.indicator in PARK_AREAS or granted) and _long_past(when, quantity, scene)


ONCE = re.compile(r"(?:^|[，。；])“?(?:原先|原来|过去|此前|以前|从前|改革前|之前)[，,]?[^，,。；]*$")
LATEST = re.compile(r"(?:最新|刚刚|新近)[^。；]*$")


def _is_unsaid(when: When, quantity: Quantity, scene: Scene) -> bool:
    """What was so once; a place in the newest ranking; what is to come of an event that is dated."""
    if quantity.kind == "rank" and LATEST.search(scene.before(quantity)):
        return True
    if when.stock and ONCE.search(scene.before(quantity)):
        return True
    time = when.own_time
    return when.own and when.status == "target" and time is not None and _of_an_event(time, quantity, scene)


PARK_AREAS = ("规划面积", "建成区面积", "用地面积", "已开发面积")


def _long_past(when: When, quantity: Quantity, scene: Scene) -> bool:
    """2010年设立，规划面积25平方公里: the year is that of another clause."""
    start, _ = scene.clause(quantity)
    return when.own_time is None or (when.own_time.start < start and not when.own_time.due)


def _is_timeless(when: When, quantity: Quantity, scene: Scene) -> bool:
    """A project's own sums and capacities describe its plan: they are of no period."""
    if when.indicator == "项目总投资":
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
    around = when.paragraph_time.period if when.paragraph_time else review or as_of
    if not around or "全年" not in scene.before(quantity):
        return around
    return around if around.startswith("@") and when.status == "actual" else around.lstrip("@")[:4]


OF_NOW = ("次", "家", "户", "人", "名", "场")  # counted as they are, not as they are to be
SO_FAR = re.compile("已|累计|目前|现|截至|今年|完成|实现")  # of a project: what is so by now
WHOLE_YEAR = re.compile(r"全年(?<![上去]全年)(?<![上去]年全年)(?!度|计划|目标|任务|预算|进度)")
YEARLY = ("产值", "税收", "年度投资", "从业人员数")


def _in_a_year(when: When, quantity: Quantity, scene: Scene) -> bool:
    """2014年实现产值31亿元: what a carrier made in a year, not what it is to make."""
    time = when.own_time
    near = time is not None and not time.now and not _of_an_event(time, quantity, scene)
    return near and when.indicator in YEARLY and when.status == "actual"


def _due(when: When, quantity: Quantity, scene: Scene) -> str | None:
    """When a target without a time of its own is due: this year, or the year that the text looks ahead to."""
    year = scene.frame.clock.year
    if when.own or year is None:
        return None
    if WHOLE_YEAR.search(scene.before(quantity)) or when.indicator == "年度投资":
        return str(year)
    return when.year if when.year and int(when.year) >= year else None


EVENT = re.compile(
    r"此次|本次|当天|当日|同日|现场|(?:项目|企业)集中(?:签约|开工|竣工)|集中(?:签约|开工|竣工)的?项目"
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


def _of_an_event(time: Time, quantity: Quantity, scene: Scene) -> bool:
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
        return time.period[5:]
    return time.period


PERIODS_YEAR = re.compile(r"@?(?P<year>\d{4})")
DAY = re.compile(r"\d{4}-\d\d-\d\d")
ORIGIN = re.compile(r"(?:由|从)(?P<then>[^，,。；;]{0,10})$")
CHANGES = re.compile(
    r"[^，,。；;]{0,8}?(?:压缩|压减|压[到至]|缩短|缩[到至]|提高|提升|增加|增至|升[至到为]|上升|降|扩展|拓展|拓宽|扩大|扩充"
    r"|跃升|跃居|做[到大强]|迈[上向进]|拓[到至]|提[到至]|拉[到至]|发展|精简|减少|减[为至到]|增长|攀升|变[为成]|冲[到至]|调整|涨[到至])"
)


TO_COME = re.compile(r"(?:将|力争|到20\d\d年|计划|目标)[^，,。；;]{0,20}$|到20\d\d年，[^。；;]*$")


def origin_of(quantity: Quantity, scene: Scene) -> Time | None:
    """Of "由A提高到B", A's time: what is said of it (由2020年的), the present for 现在的, else unknown."""
    origin = ORIGIN.search(scene.before(quantity))
    if origin is None or not CHANGES.match(scene.read, quantity.span.end):
        return None
    start = quantity.outer.start
    said = [time for time in scene.times if time.end <= start and start - time.end <= 2 and time.period]
    if said:
        return said[-1]
    now = re.search("现在|目前|当前|如今", origin["then"]) or TO_COME.search(scene.before(quantity))
    return Time(start, start, scene.frame.clock.as_of if now else None)


# -- scope and basis --------------------------------------------------------------------------------

SCOPES = (
    "全口径",
    "规模以上",
    "规上",
    "限额以上",
    "核心区",
    "全社会",
    "地方",
    "亿元以上",
    "省级以上",
    "国家级",
)
BASES = re.compile(r"协议|合同|计划(?=总|投资|用地)|到账|到位|累计|快报|预计|实际(?!增)|意向|存量|可比")


def scope(left: str, indicator: str) -> str | None:
    """Whom the figure covers, where the words before it say so and the indicator's name does not."""
    found = next((word for word in SCOPES if word in left), None)
    return (
        None
        if found is None or found in indicator or (found == "规模以上" and "规上" in indicator)
        else found
    )


def basis(left: str) -> str | None:
    """What kind of money or count it is, where the words before it say so."""
    found = BASES.search(left)
    return found.group() if found else None


def review_year(frame_year: int | None, periods: Sequence[str]) -> str | None:
    """The year most figures of an article are about, where it is the year before its date."""
    if frame_year is None or not periods:
        return None
    counts = {
        year: sum(period.startswith(year) for period in periods)
        for year in (str(frame_year - 1), str(frame_year))
    }
    last, this = counts[str(frame_year - 1)], counts[str(frame_year)]
    return str(frame_year - 1) if last >= 3 and last > this else None
