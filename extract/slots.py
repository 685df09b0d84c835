"""The slots of a number: measure, period, status, park, subject, scope, basis. Each rule stands alone."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from msgspec import Struct

from core.lexicon import Lexicon
from core.model import Measure, Status
from core.quantities import Quantity
from extract.names import Name, is_specific
from extract.parks import Group
from extract.scene import Scene
from extract.times import Time
from extract.words import cut

TO_LEVEL = re.compile(r"(?:增加|提高|提升|增长|扩大|上升|下降|降低|减少|压缩|缩短|增|升|降)(?:到|至)\s*$")
GROWS_AFTER = re.compile(
    r"以上?的?(?:年均)?(?:增长|增速|增幅|速度)|的?(?:年均)?(?:复合)?(?:增长|增速|增幅|速度)"
)
RATE = re.compile(r"效率|强度|利率|指数|收益率|价|温度|湿度|浓度|精度|转化率")
ADDS = re.compile(r"(?:增加|增长|净增|多|减少|下降|新增|增)了?\s*$")


def _has(text: str, words: Sequence[str]) -> bool:
    return any(word in text for word in words)


# -- measure ----------------------------------------------------------------------------------------


def measure(quantity: Quantity, left: str, right: str, lexicon: Lexicon) -> Measure:
    """What the number measures, by the words between it and the number before it."""
    if quantity.kind == "rank":
        return "rank"
    if quantity.kind == "point":
        return "increment" if quantity.unit in ("个名次", "个位次") else "gap"
    if quantity.kind in ("percent", "multiple"):
        return _rate(quantity, left, right, lexicon)
    if TO_LEVEL.search(left):
        return "level"
    words = ("新增", "净增") if quantity.kind == "money" else lexicon.list("increment_words")
    if _has(left, words) or ADDS.search(left):
        return "increment"
    return "level"


def _rate(quantity: Quantity, left: str, right: str, lexicon: Lexicon) -> Measure:
    if quantity.text.startswith("翻"):
        return "growth"
    if TO_LEVEL.search(left):
        return "share" if _has(left, lexicon.list("share_words")) else "level"
    if GROWS_AFTER.match(right):
        return "growth"
    grows = max(
        (left.rfind(word) for word in (*lexicon.list("growth_words"), *lexicon.list("fall_words"))),
        default=-1,
    )
    shares = max(left.rfind(word) for word in lexicon.list("share_words"))
    if grows < 0 and shares < 0:
        return "level" if RATE.search(left) or quantity.kind == "multiple" else "share"
    return "growth" if grows > shares else "share"


def falls(left: str, lexicon: Lexicon) -> bool:
    """Whether the words before a change say that it goes down."""
    down = max(left.rfind(word) for word in lexicon.list("fall_words"))
    up = max(left.rfind(word) for word in ("增长", "上升", "提升", "提高", "增加"))
    return down > up


# -- status -----------------------------------------------------------------------------------------

ASIDE = re.compile(r"“[^“”，。]{1,16}”|《[^》]*》")
TAKES_OBJECT = re.compile(
    r"^[^。；]{0,40}(?:实施|纳入|列为|列入|分解|优化为|整合|变为|作为|转化为|升级为|合并|下放|集中|用于|分为)"
)
GOALS = re.compile(r"目标(?:任务)?(?:是|为|：|:)")
OWN_PLAN = re.compile(
    r"计划(?:总投资|投资|用地|占地|总)|规划(?:总?面积|建筑面积|用地|占地|总面积|总用地)|预计总投资"
)


def status(quantity: Quantity, scene: Scene, time: Time | None, rule: str) -> Status:
    """target for what is not yet so, estimate for a period still being counted, else actual."""
    lexicon = scene.frame.lexicon
    if rule == "of_a_cluster" and not re.search("已|形成|突破|建成", scene.before(quantity)):
        return "target"
    before = scene.before(quantity)
    if GOALS.search(before):
        return "target"
    reach = re.split(r"[；;]", before)[-1]
    plain = ASIDE.sub("", OWN_PLAN.sub("", reach))
    if time and time.due and time.start >= scene.sentence.start:
        return "target"
    if _has(plain, lexicon.list("target_words")) or _will(plain):
        return "target"
    estimated = next((word for word in lexicon.list("estimate_words") if word in plain), None)
    if estimated is None:
        return "actual"
    tail = re.split(r"[，,]", plain)[-1] if estimated == "预计完成" else plain
    if time and not time.due and time.period:
        return "estimate" if estimated in tail else "actual"
    return "target" if estimated == "预计" else "actual"


def _will(text: str) -> bool:
    """将 before a verb is the future; before a noun it takes an object (将任务分解成19项)."""
    for match in re.finditer("将", text):
        rest = text[match.end() : match.end() + 8]
        words = cut(rest)
        if TAKES_OBJECT.match(text[match.end() :]) and not rest.startswith(("进一步", "继续")):
            continue
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
    clause = scene.clause(quantity)[0]
    options = [
        time
        for time in scene.times
        if time.end <= quantity.span.start
        and (time.period or time.now)
        and (
            time.start >= clause or not (time.span_of_years or (stock and SPAN.fullmatch(time.period or "")))
        )
        and not scene.compares(time)
    ]
    return options[-1] if options else None


SPAN = re.compile(r"\d{4}/\d{4}")


def carries(time: Time) -> bool:
    """Whether later sentences go on in this time: a year or a run of months, no single day."""
    return (
        bool(time.period)
        and not time.now
        and not time.since
        and not time.span_of_years
        and bool(re.fullmatch(r"\d{4}|\d{4}-\d\d/\d{4}-\d\d", time.period or ""))
    )


class When(Struct, frozen=True):
    """The times a number may belong to."""

    own_time: Time | None  # said before it in its sentence
    paragraph_time: Time | None
    year: str | None  # the last year named in the article
    own: bool  # the number is about a project, company or area, not about the park


AREAS = ("规划面积", "用地面积", "建筑面积", "载体面积")


def period(indicator: str, status_: Status, when: When, scene: Scene) -> str | None:
    """When the figure holds: its own time, its paragraph's, the year under review, the article's date."""
    clock = scene.frame.clock
    if when.own and indicator in AREAS and status_ == "actual":
        return clock.as_of
    if when.own and indicator in PROJECT_MONEY:
        return when.own_time.period if when.own_time and when.own_time.due else None
    if when.own_time:
        return when.own_time.period
    if when.own and status_ == "actual" and not when.paragraph_time:
        return clock.as_of
    if status_ == "target":
        return when.year if when.year and clock.year and int(when.year) >= clock.year else None
    if when.paragraph_time:
        return when.paragraph_time.period
    return scene.frame.review or clock.as_of


# -- park and subject -------------------------------------------------------------------------------

LIKENS = re.compile(r"(?:比|较|高于|低于|超过|学习|借鉴|复制|对标|来自|源自|联合|与)$")


def park_of(quantity: Quantity, scene: Scene, current: str | None) -> str | None:
    """The last park named before the number in its sentence, else the one the text is about."""
    named = [
        mention.name
        for mention in scene.mentions
        if mention.name
        and scene.sentence.start <= mention.start
        and mention.end <= quantity.span.start
        and not LIKENS.search(scene.read[max(0, mention.start - 3) : mention.start])
    ]
    if named:
        return named[-1]
    return current


UNKNOWN = "未知"
KIND = re.compile(
    r"(?:全国|全省|全市)?(?:国家级?|省级)"
    r"(?:高新技术产业开发区|高新区|经济技术开发区|经开区|开发区|新区|自贸试验区)"
)


ACTS = r"(?=(?:园区)?(?:数量|总数|共|已|实现|完成|达到|累计|拥有|生产总值|GDP))"


def kind_of(quantity: Quantity, scene: Scene) -> str | None:
    """国家高新区, where all parks of a kind are spoken of: it opens a clause."""
    text = scene.read[scene.sentence.start : quantity.span.end] + scene.right(quantity)[:12]
    acts = ACTS if scene.frame.main else ""  # in a text about one park, its kind has to act to be meant
    opening = re.search(rf"(?:^|[，,；;：:])[^，,；;：:]{{0,8}}(?P<name>{KIND.pattern}){acts}", text)
    return opening["name"] if opening else None


def region_of(scene: Scene) -> str | None:
    """The province, city or county that opens a sentence."""
    match = re.match(
        r"“?(?P<region>[一-鿿]{2,6}[省市县区州])", scene.read[scene.sentence.start : scene.sentence.end]
    )
    return match["region"] if match else None


def main_park(groups: Sequence[Group], reads: Sequence[str], title: str | None) -> Group | None:
    """The park an article is mainly about: named in its headline, else the most often named."""
    full = "\n".join(reads)

    def weight(group: Group) -> int:
        titled = any(form in (title or reads[0] if reads else "") for form in group.forms)
        return (1000 if titled else 0) + sum(full.count(form) for form in group.forms[:1] + group.forms[-1:])

    weighed = [(weight(group), -index, group) for index, group in enumerate(groups)]
    best = max(weighed, key=lambda entry: entry[:2], default=None)
    return best[2] if best and best[0] > 0 else None


PROJECT_MONEY = (
    "项目总投资",
    "产值",
    "税收",
    "产能",
    "用地面积",
    "建筑面积",
    "规划面积",
    "注册资本",
    "年度投资",
)
FOLLOWS = 12  # characters between 总投资20亿元的 and the project's name
REFERENCES = (  # how a clause refers back, and to what kind of name
    ("company", re.compile(r"^(?:目前|如今|现在)?[，,]?(?:该企业|该公司|这家企业|公司)")),
    (
        "project",
        re.compile(r"^(?:目前|如今|现在)?[，,]?(?:该项目|此项目|这个项目|项目(?!建设|化)|首期|一期|二期)"),
    ),
    (
        "zone",
        re.compile(
            r"^(?:目前|如今|现在)?[，,]?该(?:基地|园(?!区)|中心|产业园|科技园|研究院|创新港|平台|产业城|片区)"
        ),
    ),
    ("any", re.compile(r"^(?:目前|如今|现在)?[，,]?其(?!中|他|余|实)")),
    (
        "policy",
        re.compile(
            r"^(?:目前)?[，,]?(?:该办法|该政策|该方案|该意见|该措施|《)|.*(?:原则上|不得低于|应不少于|一次性|最高给予|给予)"
        ),
    ),
)


def subject_of(quantity: Quantity, scene: Scene, indicator: str, last: Mapping[str, Name]) -> Name | None:
    """The project, company, area or policy that the number is about; None where it is about the park itself.

    `last` holds the last name of each kind, to which a clause may refer (该项目, 公司, 其).
    """
    read, span = scene.read, quantity.span
    follows = re.match(r"(?:[（(][^（）()]*[)）])?的", read[span.end :])
    if follows and indicator in (*PROJECT_MONEY, "载体面积"):
        after = [
            name for name in scene.names if 0 <= name.start - span.end <= FOLLOWS and name.kind != "company"
        ]
        if after:
            return after[0]
    if owner := _respective(quantity, scene):
        return owner
    before = [name for name in scene.names if name.end <= span.start and is_specific(name)]
    acting = [name for name in before if _acts(name, scene, indicator)]
    parks = [mention.start for mention in scene.mentions if mention.name and mention.end <= span.start]
    if acting and not any(start > acting[-1].end and read[start - 1] in "，,；;。" for start in parks):
        return acting[-1]
    clauses = re.split(r"[，,；;：:]", read[scene.sentence.start : span.start])
    for kind, pattern in REFERENCES:
        if kind in last and any(pattern.match(clause.lstrip("“ ")) for clause in clauses):
            return last[kind]
    return None


def _respective(quantity: Quantity, scene: Scene) -> Name | None:
    """总投资分别为5亿元和8亿元的A项目和B项目: to each sum its project."""
    start, end = scene.clause(quantity)
    marker = scene.read.find("分别", start, quantity.span.start)
    if marker < 0:
        return None
    listed = [each for each in scene.quantities if marker < each.span.start and each.span.end <= end]
    names = [name for name in scene.names if listed[-1].span.end <= name.start < end]
    return names[listed.index(quantity)] if len(names) >= len(listed) > 1 else None


def _acts(name: Name, scene: Scene, indicator: str) -> bool:
    """Whether a name heads its clause, or is a project and the number is a project's money."""
    read = scene.read
    starts = (
        name.start <= scene.sentence.start
        or read[name.start - 1] in "，,；;。：: "
        or read[: name.start].endswith("其中")
    )
    after = read[name.end : name.end + 1]
    if name.kind == "project":
        return indicator in PROJECT_MONEY and after not in "、等"
    return (
        starts
        and after not in ("、", "等", "和", "与", "的", "内")
        and not read[name.end : name.end + 2].startswith(("等", "以及"))
    )


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
