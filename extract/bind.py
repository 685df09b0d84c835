"""Binding: the number is the anchor, and every slot is filled from what stands around it.

A paragraph is read sentence by sentence. What a number does not say itself it takes from the number,
the clause, the sentence before it; `rule` on each fact names the way its indicator was found.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from core.lexicon import Lexicon
from core.model import Measure, Status
from core.quantities import Quantity, find_quantities
from extract import periods, slots, statuses, subjects
from extract.elisions import counted_before
from extract.filters import as_rank, why_not
from extract.indicators import Phrase, ending, is_stock, left_phrase, name_indicator
from extract.layout import Paragraph, Sentence, sentences
from extract.mentions import Mention, find_mentions
from extract.names import Name, find_names, is_specific
from extract.onward import can_be, last_words
from extract.placing import evaluates, ranking_told
from extract.plans import Section, announces, section_of, tells_past
from extract.scene import Frame, Memo, Scene, clause_cuts
from extract.times import Time, find_times
from extract.ways import find_indicators


class Reading(Struct, frozen=True):
    """A number with its slots filled: an observation before it has evidence and id."""

    quantity: Quantity  # its value negative where the text says that something fell
    measure: Measure
    indicator: str
    subject: str
    park: str | None
    period: str | None
    status: Status
    scope: str | None
    basis: str | None
    rule: str


class State(Struct):
    """What later sentences take from earlier ones. The one thing here that changes."""

    park: str | None
    time: Time | None = None  # of the paragraph
    section: Section | None = None  # 一、2021年工作回顾: kept until the next such heading
    plans: bool = False  # the text says what is to be: under 主要目标, 路线图
    headed: bool = False  # the paragraph before was a heading
    year: str | None = None  # the last year named, kept over paragraphs for targets
    day: str | None = None  # the last day told of, kept over paragraphs
    names: dict[str, Name] = {}  # the last name of each kind
    topic: Name | None = None  # what the paragraph is about, where it is not the park
    kind: str | None = None  # 国家高新区, where the text speaks of all parks of a kind
    last: Reading | None = None  # the last reading of the paragraph, or of the short line before
    lead: Phrase | None = None  # what a short line names for the lines behind it
    aims: bool = False  # the short line before told a target
    titled: bool = False  # the policy last named stands in a headline: the text is about it
    ranking: str | None = None  # the evaluation that the text tells of
    ranked: str | None = None  # its year
    speaker: Name | None = None  # the company whose man speaks in the paragraph: 我们 is it
    told: tuple[Reading, ...] = ()  # the readings of the last sentence of the paragraph that had any


class Yield(Struct, frozen=True):
    """What one sentence gave."""

    scene: Scene
    readings: tuple[Reading, ...]
    rejected: tuple[tuple[Quantity, str], ...]


class Anchor(Struct, frozen=True):
    """A number that may be a fact, with all that its slots are filled from."""

    quantity: Quantity
    scene: Scene
    state: State
    done: tuple[Reading, ...]  # the readings of the sentence so far

    @property
    def left(self) -> str:
        return self.scene.left(self.quantity)

    @property
    def previous(self) -> Reading | None:
        """The reading before it in the sentence."""
        return self.done[-1] if self.done else None

    @property
    def near(self) -> Reading | None:
        """The reading before it in the paragraph."""
        return self.previous or self.state.last


# -- the flow ---------------------------------------------------------------------------------------


def bind_paragraph(paragraph: Paragraph, frame: Frame, state: State) -> Iterator[Yield]:
    """Read one paragraph; the state goes on to the next."""
    state.told = ()
    lined = state.headed and paragraph.heading  # one of several short lines, each a figure
    state.last = state.last if lined else None
    state.lead = state.lead if lined else None
    state.aims = state.last is not None and state.last.status == "target" and state.last.measure != "gap"
    state.time = state.time if lined else None
    state.topic = state.topic if state.headed else None
    state.headed = paragraph.heading
    state.section = section_of(paragraph.text.read) or state.section
    if state.section and not state.section.ahead:
        frame = replace(frame, review=state.section.year)
    _go_on(paragraph.text.read, state)
    state.speaker = subjects.speaker_of(paragraph.text.read, frame)
    state.kind = state.kind if frame.main is None else None
    for scene in _scenes(paragraph, frame, state):
        result = _bind(scene, state)
        yield result
        _remember(result, state)


def _go_on(read: str, state: State) -> None:
    """Plans go on until the text tells of the past; under a heading of plans, until the next heading."""
    ahead = state.section is not None and state.section.ahead
    state.plans = ahead or (state.plans and not tells_past(read))


def _scenes(paragraph: Paragraph, frame: Frame, state: State) -> Iterator[Scene]:
    read = paragraph.text.read
    quantities = find_quantities(read)
    times = find_times(read, frame.clock)
    mentions = find_mentions(read, frame.groups, frame.lexicon)
    names = [_in_full(each, frame) for each in find_names(read, frame.lexicon, frame.shorts)]
    places = [each.span.start for each in quantities]
    for sentence in sentences(paragraph):
        first, last = bisect_left(places, sentence.start), bisect_left(places, sentence.end)
        inside = tuple(quantities[first:last])
        scene = Scene(
            frame=frame,
            sentence=sentence,
            read=read,
            quantities=inside,
            cuts=clause_cuts(sentence, inside),
            times=_inside(times, sentence),
            mentions=_inside(mentions, sentence),
            names=_inside(names, sentence),
            told=state.time,
            memo=Memo(),
        )
        yield scene.of(tuple(as_rank(each, scene) for each in scene.quantities))


def _in_full(name: Name, frame: Frame) -> Name:
    """A policy by its title, where the text calls it by a shorter name: “云泽十条”."""
    full = frame.called.get(name.name.strip("“”《》")) if name.kind == "policy" else None
    return replace(name, name=full) if full else name


Placed = TypeVar("Placed", Time, Mention, Name)


def _inside(found: Sequence[Placed], sentence: Sentence) -> tuple[Placed, ...]:
    """Of what was found in a paragraph, in order, what begins in the sentence."""
    first = bisect_left(found, sentence.start, key=lambda each: each.start)
    last = bisect_left(found, sentence.end, key=lambda each: each.start)
    return tuple(found[first:last])


def _bind(scene: Scene, state: State) -> Yield:
    judged = [(quantity, why_not(quantity, scene)) for quantity in scene.quantities]
    rejected = [(quantity, reason) for quantity, reason in judged if reason]
    kept = tuple(quantity for quantity, reason in judged if not reason)
    # What is no figure bounds no context: 5G stays in its phrase.
    scene = scene.of(kept)
    readings: list[Reading] = []
    for quantity in kept:
        found = _read(Anchor(quantity, scene, state, tuple(readings)))
        readings += found
        if not found:
            rejected.append((quantity, "找不到指标"))
    state.last = readings[-1] if readings else state.last
    state.told = tuple(readings) or state.told
    return Yield(scene, tuple(readings), tuple(rejected))


def _remember(result: Yield, state: State) -> None:
    scene = result.scene
    for time in scene.times:
        if DAY.fullmatch(time.period or "") and not scene.compares(time):
            state.day = time.period
        if periods.carries(time, scene.frame.clock) and not scene.compares(time):
            state.time, state.year = state.time if time.due else time, (time.period or "")[:4]
    _go_on(scene.sentence.read, state)
    state.plans = state.plans or announces(scene)
    state.topic = subjects.topic_of(scene, state.topic)
    _remember_ranking(scene, state)
    if scene.sentence.paragraph.heading:
        state.lead = state.lead if scene.quantities else _named_last(scene)
    named = [mention.name for mention in scene.mentions if mention.name]
    if named:
        told = [reading.park for reading in result.readings if reading.park]
        state.park, state.kind = (told or named)[-1 if told else 0], None
    for name in scene.names:
        if is_specific(name, scene.frame.lexicon) and not _is_beside(name, scene, state):
            state.names[name.kind] = state.names["any"] = name


def _remember_ranking(scene: Scene, state: State) -> None:
    """The evaluation that a sentence tells of, and its year where it tells that."""
    ranking = _ranking(ranking_told(scene), state.ranking)
    if ranking is None:
        return
    said = [each.period for each in scene.times if periods.YEAR_ONLY.fullmatch(each.period or "")]
    state.ranked = said[-1] if said else state.ranked if ranking == state.ranking else None
    state.ranking = ranking


def _is_beside(name: Name, scene: Scene, state: State) -> bool:
    """Whether a name is only one thing in the policy that a text is about: “云帆贷” in 《…若干措施》."""
    if name.kind != "policy":
        return False
    title = scene.read[name.start] == "《"
    headed = scene.sentence.paragraph.heading or EXPLAINED.match(scene.read, name.end)
    state.titled = state.titled or bool(title and headed)
    return state.titled and not title


EXPLAINED = re.compile("的?(?:政策)?(?:解读|问答|全文|图解|新闻发布)")


def _named_last(scene: Scene) -> Phrase | None:
    """The figure that a short line without a number speaks of: 上半年，云泽高新区GDP增速."""
    start = max((each.end for each in scene.mentions if each.name), default=scene.sentence.start)
    phrase = left_phrase(scene.read[start : scene.sentence.end].rstrip("：:"), scene.frame.lexicon)
    return phrase if phrase and ending(phrase.words, scene.frame.lexicon) else None


# -- one number -------------------------------------------------------------------------------------


def _read(anchor: Anchor) -> list[Reading]:
    """The readings of one number: none where nothing names it, several where it is shared (均)."""
    measure = _measure(anchor)
    near = _compared(anchor)
    found = find_indicators(anchor.quantity, anchor.scene, measure, near.indicator if near else None)
    found = found or _found_further(anchor, measure)
    told = anchor.state.ranking
    if (
        anchor.quantity.kind == "rank"
        and told
        and not (found and _placed(found[0][0], told, anchor.scene.frame.lexicon))
    ):
        found = (told,), "of_a_ranking"
    if found is None:
        return []
    names, rule = found
    owner = _respective(anchor)
    if rule in INHERITS and anchor.quantity.kind == "money" and names[0].endswith("项目数"):
        names = ("总额",)  # 签约项目9个，总额97亿元
    names = (owner.indicator,) if owner else tuple(_of_what_was_told(name, anchor) for name in names)
    names = tuple(subjects.without_region(name, anchor.quantity, anchor.scene) for name in names)
    falling = measure in ("growth", "increment") or (measure == "gap" and SHORTER.search(anchor.left))
    below = measure == "gap" and BELOW.search(anchor.left)
    back = measure == "increment" and BACK.search(anchor.left)
    if below or back or (falling and slots.falls(anchor.left, anchor.scene.frame.lexicon)):
        anchor = replace(anchor, quantity=replace(anchor.quantity, value=anchor.quantity.value.copy_negate()))
    return [_of_one_subject(_reading(anchor, measure, name, rule), anchor, owner) for name in names]


def _found_further(anchor: Anchor, measure: Measure) -> tuple[tuple[str, ...], str] | None:
    """What a short line before names, what an earlier figure of its kind was about, or its own words."""
    lexicon = anchor.scene.frame.lexicon
    if anchor.state.lead:
        return (name_indicator(anchor.state.lead, anchor.quantity.kind, lexicon),), "clause_before"
    for each in reversed((*anchor.state.told, *anchor.done)):
        if can_be(each.indicator, anchor.quantity, lexicon):
            return (each.indicator,), "sentence_before"
    names = last_words(anchor.quantity, anchor.scene, measure, None)
    return (names, "last_words") if names else None


INHERITS = ("goes_on", "clause_before", "sentence_before")


def _ranking(told: str | None, before: str | None) -> str | None:
    """The evaluation that places are of: a list of the best (百强) is no better than one that has a name."""
    weak = told is not None and before is not None and not NAMED.search(told) and NAMED.search(before)
    return before if told is None or weak else told


ONE_OF = re.compile("[一两]家|[里中]列?数$")
NAMED = re.compile("评价|考评|考核|综评|评估|测评|评比")


def _placed(name: str, told: str, lexicon: Lexicon) -> bool:
    """Whether a place has a list or a figure of its own: no score, no list told before and shortened."""
    if ONE_OF.search(name) and not (evaluates(name) or ending(name, lexicon)):
        return False  # 只有岚江经开区一家｜进入前30强
    letters = iter(told)
    shortened = 3 < len(name) < len(told) and all(letter in letters for letter in name)
    return not (name.endswith(("得分", "评分", "总分")) or shortened)


RIVALS = re.compile(r"(?:开发区|高新区|经开区|园区|保税区|综保区|集聚区|市|县|区)中?列?数$")


def _compared(anchor: Anchor) -> Reading | None:
    """The reading that a number goes on with; of a rank, not how many it is ranked among."""
    if anchor.quantity.kind == "rank":
        done = [each for each in anchor.done if not RIVALS.search(each.indicator)]
        return done[-1] if done else anchor.state.last
    return anchor.near


BELOW = re.compile(
    "(?<!幅)(?:低于|慢于|逊于|落后)[^，,。；]{0,14}$|比[^，,。；幅]{2,14}(?:低|慢|少)[了出]?近?$"
)
BACK = re.compile("(?:后退|退后|下滑|下降|退|跌)了?$")
SHORTER = re.compile("(?:压缩|缩短|压减|减少)了?近?$")  # 比法定时限压缩64%


def _is_day(time: Time, quantity: Quantity) -> bool:
    return time.end <= quantity.span.start and bool(DAY.fullmatch(time.period or ""))


def _of_one_subject(reading: Reading, anchor: Anchor, owner: Reading | None) -> Reading:
    """产值12亿元，增长8%: a change is of the same subject as the figure it goes on with."""
    scene, start = anchor.scene, anchor.quantity.span.start
    goes_on = reading.rule == "goes_on" and anchor.previous and reading.indicator == anchor.previous.indicator
    previous = owner or (anchor.previous if goes_on else None)
    if previous is None:
        return _of_a_part(reading, anchor)
    after = previous.quantity.span.end
    turns = [each.start for each in scene.mentions] + [each.start for each in scene.names]
    if any(after <= turn < start for turn in turns):
        return reading
    status = previous.status if previous.status == "estimate" else reading.status
    timed = any(after <= each.start < start and not scene.compares(each) for each in scene.times)
    own = timed or reading.measure != "growth" or periods.SPAN.fullmatch(reading.period or "")
    period = reading.period if own else previous.period
    return replace(reading, subject=previous.subject, park=previous.park, status=status, period=period)


PARTS = re.compile(r"其中|(?:签约|开工|投产|竣工)的?项目中|这些项目中?")


def _of_a_part(reading: Reading, anchor: Anchor) -> Reading:
    """签约项目42个。其中，制造业项目29个: a sentence of parts is of the time of what it parts."""
    scene, start = anchor.scene, anchor.quantity.span.start
    wholes = [each for each in anchor.state.told if each.indicator != "年度投资"]
    told = [each for each in wholes if each.quantity.kind == anchor.quantity.kind] or wholes
    timed = any(each.start < start and not scene.compares(each) for each in scene.times)
    if not told or timed or not PARTS.match(scene.read, scene.sentence.start) or reading.period is None:
        return reading
    return replace(reading, period=told[-1].period) if reading.status == told[-1].status else reading


def _reading(anchor: Anchor, measure: Measure, indicator: str, rule: str) -> Reading:
    quantity, scene, state = anchor.quantity, anchor.scene, anchor.state
    stock = measure == "level" and is_stock(indicator, scene.frame.lexicon)
    time = periods.time_of(quantity, scene, stock=stock) or periods.delivered(quantity, scene)
    said = statuses.status(quantity, scene, time, rule)
    origin = periods.origin_of(
        quantity, scene, periods.Change(said == "target", state.ranked or scene.frame.review)
    )
    name = _name(anchor, indicator)
    indicator = _of_whom(indicator, name, time, anchor)
    status = _status(anchor, said, origin)
    if name and name.kind != "policy" and PROJECTED.search(scene.before(quantity)):
        status = "target"
    if indicator == "年度投资" and YEAR_PLAN.search(anchor.left):
        status = "target"
    makes = indicator == "产能" and name is not None and name.kind in ("project", "zone")
    if makes and origin is None and not _runs(anchor):
        status = "target"
    if indicator.endswith("项目总投资") and measure == "level" and not WISHED.search(scene.before(quantity)):
        status = "actual"  # the sum describes the plan itself
    wider = _wider(anchor, indicator) if name is None else None
    park = None if wider else subjects.park_of(quantity, scene, state.park)
    when = periods.When(
        indicator=indicator,
        status=status,
        own_time=time,
        paragraph_time=state.time,
        year=state.year,
        origin=origin,
        day=next((each.period for each in reversed(scene.times) if _is_day(each, quantity)), state.day),
        after=bool(time and periods.AFTERWARDS.search(scene.read, time.end, quantity.span.start)),
        own=name is not None,
        firm=name is not None and name.kind == "company",
        ruled=name is not None and name.kind == "policy",
        ranked=state.ranked,
        batch=_counted_before(anchor) is not None and name is None,
        planned=name is not None and name.kind == "project",
        stock=stock,
    )
    return Reading(
        quantity=quantity,
        measure=measure,
        indicator=indicator,
        subject=name.name if name else wider or park or subjects.region_of(scene) or subjects.UNKNOWN,
        park=park,
        period=_a_year_before(anchor) or periods.period(when, quantity, scene),
        status=status,
        scope=slots.scope(anchor.left, indicator),
        basis=slots.basis(anchor.left),
        rule=rule,
    )


def _name(anchor: Anchor, indicator: str) -> Name | None:
    """The project, company, area or policy that the number is about.

    None where the parks of the text are spoken of together, or where the figure goes on with one of the park.
    """
    quantity, scene, state = anchor.quantity, anchor.scene, anchor.state
    if subjects.together_of(quantity, scene):
        return None
    name = subjects.subject_of(
        quantity, scene, indicator, subjects.Told(state.names, state.topic, state.speaker)
    )
    name = name or _granted_too(anchor)
    before = anchor.previous
    of_the_park = before is not None and before.subject == before.park  # 签约项目26个，履约率69%
    named = any(each.end <= quantity.span.start for each in scene.names)
    return None if name is state.topic and of_the_park and not named else name


CAPS = re.compile(
    r"[，,；;、]?(?:最高|最多|不超过|封顶|上限|再|另|给予|每[户家个年月人]|一次性|[硕博]士|本科|购房|租房)"
)


def _granted_too(anchor: Anchor) -> Name | None:
    """按投入的30%补助，最高3000万元: the measure that grants the one grants the other."""
    policy, before = anchor.state.names.get("policy"), anchor.previous
    if policy is None or before is None or before.subject != policy.name:
        return None
    between = anchor.scene.read[before.quantity.span.end : anchor.quantity.outer.start]
    near = len(between) < NEAR and not re.search("已|累计|共|兑现|[。]", between)
    return policy if near and (between in ("、", "和") or CAPS.match(between)) else None


NEAR = 16  # characters between what a measure grants and how far
RUNS = re.compile(
    "(?:已|全部|全面|正式|建成|试|年初|年底|月|日)?(?:投产|投运|投用|试生产|试产|试运行|运行|竣工|满产|达产|投料|建成|投入(?:运营|使用|生产))(?!后|之后|以后|前)|(?<!项)目前|现有|当前|已形成"
)


def _runs(anchor: Anchor) -> bool:
    """Whether what makes 年产5万吨 is said to run; a works that is being built is to make it."""
    scene, end = anchor.scene, anchor.quantity.span.end
    part = re.split("[；;]", scene.before(anchor.quantity))[-1]
    whole = part + re.split("[；;]", scene.read[end : scene.sentence.end])[0]
    return bool(RUNS.search(whole)) and not re.search("预计|计划(?!总?投资)|将|力争|拟|明年", whole)


def _a_year_before(anchor: Anchor) -> str | None:
    """The months of the figure before, a year earlier: 保税混矿84万吨，去年同期为51万吨."""
    near = anchor.near.period if anchor.near else None
    said = near and not near.startswith("@") and periods.of_same_time_before(anchor.quantity, anchor.scene)
    return periods.a_year_before(near) if near and said else None


def _counted_before(anchor: Anchor) -> Reading | None:
    """The projects or firms whose sum a number is: 农机装备类6个，总投资31.5亿元."""
    before = anchor.previous
    counted = before is not None and before.quantity.kind == "count" and before.quantity.value > 1
    if before is None or not counted or before.quantity.unit not in ("个", "家", "项", "户"):
        return None
    between = anchor.scene.read[before.quantity.span.end : anchor.quantity.span.start]
    return before if BATCH.fullmatch(between) else None


BATCH = re.compile(
    "[^，,。；;]{0,8}[，,、（(](?:计划|预计|协议|合同|概算|合计|累计)?总?投资(?:总?额|总量)?[一-鿿]{0,4}"
)


def _status(anchor: Anchor, said: Status, origin: Time | None) -> Status:
    """What the sentence says, or what it stands under; where a change starts from is so already."""
    state, read = anchor.state, anchor.scene.sentence.read
    under = (said == "actual" and state.plans) or (state.aims and anchor.previous is None)
    status: Status = "target" if under and not tells_past(read) else said
    # 由现有的18平方公里拓展到25平方公里
    return "actual" if origin is not None and origin.period and status == "target" else status


def _of_whom(indicator: str, name: Name | None, time: Time | None, anchor: Anchor) -> str:
    """The indicator by whose it is: a park's tax is its revenue; what a year's investment is."""
    if indicator in ("税收", "税") and name is None:
        return "税收收入"
    if indicator != "完成投资" or time is None or time.period is None or time.now:
        return indicator  # without a year it is what has been invested so far
    so_far = time.period.startswith("@") and (name is not None or "累计" in anchor.left)
    return indicator if so_far else "年度投资"


PROJECTED = re.compile(  # 计划总投资3亿元，占地50亩，新建厂房9万平方米
    r"总投资[^。；]*?[，,、](?:将|可|拟)?(?:规划建设|建设|新建|新上|购置|引进)(?!用地)[^，。；、]{0,16}(?:、[^，。；]{1,16})*$"
)
WISHED = re.compile(
    "力争|确保|争取|目标|冲刺|不[低少]于|全年[^，,。；;]*预计|预计(?!总?投资|年)"
)  # 力争签约项目总投资超百亿元
YEAR_PLAN = re.compile(r"(?:年度|年内|全年|今年|当年)计划(?:完成)?投资额?\D{0,3}$")
DAY = re.compile(r"\d{4}-\d\d-\d\d")


def _wider(anchor: Anchor, indicator: str) -> str | None:
    """All parks of a kind, or the territory, where they and no park are what the figure is about."""
    quantity, scene, state = anchor.quantity, anchor.scene, anchor.state
    several = subjects.together_of(quantity, scene) or subjects.counted_of(quantity, scene)
    if several:
        return several
    named = [each.start for each in scene.mentions if each.name and each.start < quantity.span.start]
    kind = subjects.kind_of(quantity, scene) or subjects.kind_goes_on(quantity, scene, state.kind)
    kind = None if named else kind
    state.kind = kind if scene.frame.main is None else None
    if kind or (named and named[-1] >= scene.clause(quantity)[0]):
        return kind
    return subjects.territory_of(quantity, scene, indicator)


BETWEEN = re.compile(r"[、和与，,]|以及|[-—–~至]+")
OF_THEM = re.compile(r"[，,；;]?其中(?!总|累计)")
HALTS = re.compile(r"总|达|突破|共|累计|至|有|的|现")


def _measure(anchor: Anchor) -> Measure:
    """The measure of the number, or of the list it goes on with: 新增A3家、B32家; 分别增长20%、9.4%."""
    quantity, left, previous = anchor.quantity, anchor.left, anchor.previous
    lexicon = anchor.scene.frame.lexicon
    own = slots.measure(quantity, left, anchor.scene.right(quantity), lexicon)
    if previous is None or quantity.kind != previous.quantity.kind:
        return own
    if BETWEEN.fullmatch(left.strip()):
        return previous.measure
    if own == "level" and previous.measure == "increment" and OF_THEM.match(left):
        return "increment"
    if (
        previous.measure != "increment"
        or own != "level"
        or not re.match(r"[、，,和及]", left)
        or HALTS.search(left)
    ):
        return own
    phrase = left_phrase(left, lexicon)
    bare = phrase is not None and not phrase.before.strip("、，,和及")
    return "increment" if bare or left[0] not in "，," else own


SEVERAL = re.compile("[一-鿿](?:、|和|与|及|以及)[一-鿿]")  # 增加值、投资｜分别…: of its own clause
AGAINST = re.compile("分别(?:高于|低于|高出|快于|慢于|领先|落后|跑赢|比)")  # 分别高于全市、全省3个和8个百分点


def _respective(anchor: Anchor) -> Reading | None:
    """分别增长12%、7.1%: each belongs to its own of as many numbers before."""
    quantity, scene = anchor.quantity, anchor.scene
    start, end = scene.clause(quantity)
    marker = scene.read.find("分别", start, quantity.span.start)
    if marker < 0 or SEVERAL.search(scene.read, start, marker) or AGAINST.match(scene.read, marker):
        return None
    listed = [each for each in scene.quantities if marker < each.span.start and each.span.end <= end]
    before = [each for each in anchor.done if each.quantity.span.end <= marker]
    owners = [each for each in before if each.measure in ("level", "increment")][-len(listed) :]
    if len(owners) != len(listed) or len(listed) < 2:
        return None
    pairs = zip(owners, listed, strict=True)
    fits = all(each.kind in ("percent", "point", owner.quantity.kind) for owner, each in pairs)
    return owners[listed.index(quantity)] if fits else None


def _of_what_was_told(indicator: str, anchor: Anchor) -> str:
    """A sum of the projects counted before, a count of what was counted before."""
    told = [each.indicator for each in (*anchor.state.told, *anchor.done)]
    return counted_before(_of_projects(indicator, anchor), anchor.quantity, anchor.scene, told)


def _of_projects(indicator: str, anchor: Anchor) -> str:
    """总投资 after a count of projects signed is theirs together."""
    previous, scene = anchor.previous, anchor.scene
    if indicator not in ("项目总投资", "总额", "金额", "合计") or previous is None:
        return indicator
    between = scene.read[previous.quantity.span.end : anchor.quantity.span.start]
    counted = previous.quantity.kind == "count" and previous.indicator.endswith("项目数")
    if not counted or re.search("其中|；", between):
        return indicator
    if previous.indicator == "签约项目数" or "签约" in scene.before(anchor.quantity):
        return "签约项目总投资"
    return f"{previous.indicator.removesuffix('数')}总投资"
