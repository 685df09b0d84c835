"""Which figures of a park a brief may say in a sentence, and which of them are said in one breath."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from core.judgement import Conflict, Derived
from core.model import Observation
from core.periods import reach
from pages.doubts import says_otherwise
from pages.figures import MEASURES, in_one_row, newness
from pages.topics import prominence, topic

FLOOR = 0.75  # confidence below which a figure stands on the park's page only
LONGEST_NAME = 32
EVALUATION = re.compile(
    r"(?:评价|考评|综评|测评|评比|考核|排名|排行|竞争力|榜|百强县?|千强镇?|强县|强镇|强)$"
)
# names so wide that only the words around them told what was meant
PLACES_IN_A_RANKING = frozenset({"位", "名次", "个名次", "位次", "个位次"})
WIDE = re.compile(
    r"(?:企业|项目|人)数|(?:用地|规划|建设)?面积|(?:产业集群)?规模|产值|产能"
    r"|(?:营业)?收入|利润总额|(?:项目|计划)?总投资|(?:年度|计划|年度计划)?投资额?|资金"
)
SPOILT = re.compile(
    r"(.{2,})\1|^(?:事项|部门|环节|阶段|证书|数据产品)数$|[，。、；：:…！？!?\s]|^[其该这那及和与在将以为被把的]|^官宣|成数$|[^比升下改先]的$"
)

# the words before a number that its indicator does not tell: 每年上升十位, 每万人拥有45件, 甲、乙等10家
UNTOLD = (
    (re.compile(r"(?:每年|年均|逐年|每月|每季度|每天)[^，,。；;]{0,10}$"), re.compile("每|年均|月均|日均")),
    (
        re.compile(r"(?:每(?:万人口?|平方公里|[亩人户家])|[人户亩]均)[^，。；]{0,14}$"),
        re.compile("每|均|万人"),
    ),
    (re.compile(r"等[共计]*$"), re.compile("(?!)")),
)

Key = tuple[str, str, str, str | None, str | None, str | None, str]  # subject first


@dataclass(frozen=True, slots=True)
class Claim:
    """Figures of one subject, indicator, period and status, one for each measure, its level first."""

    subject: str
    figures: tuple[Observation, ...]
    rivals: tuple[Observation, ...] = ()  # what other reports say in its place
    derived: tuple[Derived, ...] = ()  # worked out from its level and another
    before: Observation | None = None  # the level of the newest earlier period that is like its own

    @property
    def first(self) -> Observation:
        """The figure that leads: the level, if there is one."""
        return self.figures[0]

    @property
    def followers(self) -> tuple[Observation, ...]:
        """What is said behind it; of what a share is, its sentence tells and the fact does not."""
        return tuple(each for each in self.figures[1:] if each.measure != "share")

    @property
    def everything(self) -> tuple[Observation, ...]:
        """All figures that are said."""
        return (*self.figures, *self.rivals, *((self.before,) if self.before else ()))


@dataclass(frozen=True, slots=True)
class Context:
    """What bears on the figures of a park: age of its documents, conflicts, derived values."""

    park: str  # its name
    age: Mapping[str, int]  # rank of each document, 0 for the newest; a reprint has none
    dates: Mapping[str, str]  # ISO, of the documents that have one
    marked: Collection[str]  # ids of facts that have a mark on their source page: what has none is not said
    conflicts: Sequence[Conflict] = ()
    derived: Sequence[Derived] = ()


def make_claims(said: Iterable[tuple[str, Observation]], context: Context) -> tuple[Claim, ...]:
    """All that may be said of (subject, figure) pairs: prominent indicators first, of each the newest."""
    pairs = [(subject, each) for subject, each in said if _counts(each, context)]
    chosen = [
        (subject, each)
        for subject, each in _settled(pairs, context)
        if sayable(each, own=subject == context.park)
    ]
    rivals, derived, earlier = _rivals(context.conflicts), _by_operand(context.derived), _by_likeness(chosen)
    told: set[str] = set()
    claims: list[Claim] = []
    for subject, row in _rows(chosen, context):
        if row[0].id in told:
            continue
        others = tuple(each for each in rivals.get(row[0].id, ()) if each.id in context.marked)
        told.update(each.id for each in others)
        worked = _derived(row, derived)
        before = _before(row[0], earlier.get(_likeness(subject, row[0]), ()), context)
        claims.append(Claim(subject, row, others, worked, before))
    return tuple(claims)


def _counts(each: Observation, context: Context) -> bool:
    return each.evidence.document in context.age and each.id in context.marked


def sayable(each: Observation, *, own: bool) -> bool:
    """Whether a figure, of the park itself or of what lies in it, makes sense outside of its sentence."""
    sure = each.confidence >= FLOOR or each.note is not None
    return sure and _has_sense(each, own=own) and not _is_cut(each) and topic(each) != "其他"


def _is_cut(each: Observation) -> bool:
    """Whether the words before the number make it another one than the fact tells."""
    told = "".join(filter(None, (each.indicator, each.scope, each.basis)))
    sentence, _, _ = each.evidence.quote.partition(each.evidence.text)
    return any(before.search(sentence) and not own.search(told) for before, own in UNTOLD)


def _has_sense(each: Observation, *, own: bool) -> bool:
    """Whether it can be named by its indicator."""
    name = each.indicator
    if each.measure == "gap" or SPOILT.search(name) or len(name) > LONGEST_NAME:
        return False  # a gap to what, the fact does not tell
    if each.measure == "rank" or each.unit in PLACES_IN_A_RANKING:
        return EVALUATION.search(name) is not None  # a rank among whom, only an evaluation tells
    return not (own and WIDE.fullmatch(name))


# -- one figure for what several documents say ----------------------------------------------------


def _settled(pairs: Iterable[tuple[str, Observation]], context: Context) -> list[tuple[str, Observation]]:
    """One figure for each statement: of the newest document; where none differ, the exact before the vague.

    A document that gives several values for one statement is not understood, and not quoted.
    """
    stated: dict[Key, list[Observation]] = defaultdict(list)
    for subject, each in pairs:
        stated[_key(subject, each)].append(each)
    found = ((key[0], _choose(same, context)) for key, same in stated.items())
    return [(subject, each) for subject, each in found if each is not None]


def _key(subject: str, each: Observation) -> Key:
    return (subject, each.indicator, each.measure, each.scope, each.basis, each.period, each.status)


def _choose(same: Sequence[Observation], context: Context) -> Observation | None:
    values: dict[str, set[tuple[object, ...]]] = defaultdict(set)
    for each in same:
        values[each.evidence.document].add((each.value, each.unit, each.bound))
    clear = [each for each in same if len(values[each.evidence.document]) == 1]
    agree = len({(each.value, each.unit) for each in clear if each.bound == "="}) <= 1

    def order(each: Observation) -> tuple[object, ...]:
        return (agree and each.bound != "=", context.age[each.evidence.document], each.evidence.span)

    return min(clear, key=order, default=None)


# -- what is said in one breath -------------------------------------------------------------------


def _rows(
    chosen: Iterable[tuple[str, Observation]], context: Context
) -> list[tuple[str, tuple[Observation, ...]]]:
    indicators: dict[tuple[str, str], list[Observation]] = defaultdict(list)
    for subject, each in chosen:
        indicators[(subject, each.indicator)].append(each)
    rows = [
        (subject, tuple(row))
        for (subject, _), same in indicators.items()
        for row in in_one_row(sorted(same, key=lambda each: MEASURES.index(each.measure)))
    ]

    def order(row: tuple[str, tuple[Observation, ...]]) -> tuple[object, ...]:
        first, evidence = row[1][0], row[1][0].evidence
        newest = tuple(-part for part in newness(first))
        return (prominence(first.indicator), newest, context.age[evidence.document], evidence.span)

    return sorted(rows, key=order)


def _rivals(conflicts: Iterable[Conflict]) -> dict[str, tuple[Observation, ...]]:
    found: dict[str, tuple[Observation, ...]] = {}
    for conflict in conflicts:
        for side in (*conflict.sides, *conflict.echoes):
            others = tuple(each for each in conflict.sides if says_otherwise(each, side))
            found[side.id] = found.get(side.id, ()) + others
    return found


def _by_operand(derived: Iterable[Derived]) -> dict[str, list[Derived]]:
    found: dict[str, list[Derived]] = defaultdict(list)
    for each in derived:
        for operand in each.working.operands:
            found[operand.id].append(each)
    return found


def _derived(row: Sequence[Observation], derived: Mapping[str, Sequence[Derived]]) -> tuple[Derived, ...]:
    """What was worked out for the period of a level, unless a source states it."""
    first, stated = row[0], {each.measure for each in row}
    if first.measure != "level" or first.status != "actual":
        return ()
    return tuple(
        each
        for each in derived.get(first.id, ())
        if (each.indicator, each.period) == (first.indicator, first.period) and each.measure not in stated
    )


def _by_likeness(chosen: Iterable[tuple[str, Observation]]) -> dict[tuple[object, ...], list[Observation]]:
    found: dict[tuple[object, ...], list[Observation]] = defaultdict(list)
    for subject, each in chosen:
        found[_likeness(subject, each)].append(each)
    return found


def _likeness(subject: str, each: Observation) -> tuple[object, ...]:
    """What two levels that compare have in common: all but their year."""
    return (
        subject,
        each.indicator,
        each.measure,
        each.unit,
        each.scope,
        each.basis,
        each.status,
        _season(each),
    )


def _season(each: Observation) -> tuple[object, ...]:
    """What two periods have in common that differ in nothing but their year."""
    covered = reach(each.period)
    return (covered.first[1:], covered.last[1:], covered.last[0] - covered.first[0], covered.as_of)


def _before(first: Observation, like: Iterable[Observation], context: Context) -> Observation | None:
    """The newest earlier level that compares. A period that was not over when it was told does not."""
    if first.measure != "level" or first.status != "actual" or not _is_over(first, context):
        return None
    earlier = [each for each in like if newness(each) < newness(first) and _is_over(each, context)]
    return max(earlier, key=newness, default=None)


def _is_over(each: Observation, context: Context) -> bool:
    told = context.dates.get(each.evidence.document)
    if each.period is None or told is None:
        return False
    covered = reach(each.period)
    return covered.as_of or covered.last <= reach(told).first
