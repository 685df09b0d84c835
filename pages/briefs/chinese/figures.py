"""Figures said in Chinese: 2024年，地区生产总值1135.1亿元，增长6.3%；……。"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from core.blocks import Inline, KeyFigure, Line, Name, Stated, When, Words, Worked
from core.judgement import Derived
from core.model import Observation
from core.units import KIND_OF
from core.wording import MEASURE_WORDS, STEPS, say, say_period
from pages.briefs.claims import Claim
from pages.briefs.lines import Parts, listed, proofs_of, tidy, with_proofs
from pages.briefs.naming import RANKING, RUNNING_TOTAL, limits, ranked_in
from pages.briefs.proofs import Proofs
from pages.briefs.timing import Goal, Timing, by_due, in_paragraphs, timing
from pages.figures import notes

BEFORE_NAME: Final = ("全口径", "规上", "规模以上", "全社会", "全区")
BEFORE_COUNT: Final = ("国家级", "省级", "市级")
COUNTED: Final = re.compile(r"(?<![指人系参倍分户基])数$")
OCCASION: Final = re.compile(r"^(?:批|场)$|次$")
OCCASIONS: Final = re.compile(r"(?:批次|场次|次)?数?$")
EVENT: Final = re.compile(r"(?:活动|会|赛|展|论坛|沙龙|路演|培训|讲座|演出)$")
CARRIED_OUT: Final = re.compile(  # a verb with its object before who does it: 参与制定国家标准的企业
    r"^((?:参与|承担|入选|列入|通过|获得|获评|获批|拥有|签订|达成).{2,})(企业|单位|机构|项目|人才)$"
)
SCALE: Final = re.compile(r"^[千百十]?[万亿]")
RATE: Final = re.compile(r"(?:增速|增幅|增长率)$")
NEEDS_VERB: Final = re.compile(r"[第\d０-９一二两三四五六七八九十百千万亿]")
SHARE: Final = re.compile(r"(?:占比|比重|比例|占有率|覆盖率|率|强度)$")

CLAUSES_IN_SENTENCE: Final = 4

# -- one claim ------------------------------------------------------------------------------------


def clause(claim: Claim, proofs: Proofs) -> Parts:
    """A claim without its period: 地区生产总值1135.1亿元，增长6.3%."""
    parts = [*_opening(claim.first, proofs), *_aside(claim, proofs)]
    for each in claim.followers:
        parts += [Words("，"), *_follower(each, proofs)]
    for derived in claim.derived:
        parts += [Words("，推算"), worked(derived, proofs)]
    return parts


def _aside(claim: Claim, proofs: Proofs) -> Parts:
    """In brackets behind a level: that of the period before, and what other reports say."""
    asides: list[Parts] = []
    if claim.before:
        asides.append(at_time(claim.before, proofs))
    if claim.rivals:
        asides.append([Words("另有报道称"), *_rivals(claim, proofs)])
    return [Words("（"), *listed(asides, between="；"), Words("）")] if asides else []


def _opening(first: Observation, proofs: Proofs) -> Parts:
    name, value = label(first, bare=True), stated(first, proofs)
    if first.measure == "rank":
        return _ranked(name, value)
    adverbs = [word for word, holds in _adverbs(first) if holds]
    return [Name(name), *(Words(word) for word in adverbs), value]


def _adverbs(each: Observation) -> tuple[tuple[str, bool], ...]:
    """What stands before the verb or the value: 签约项目累计62个, 规上工业总产值预计170亿元."""
    return (("预计", each.status == "estimate"), (RUNNING_TOTAL, RUNNING_TOTAL in notes(each)))


def _ranked(name: str, value: Stated) -> Parts:
    if value.text.endswith("强"):
        return [Words("位列"), Name(RANKING.sub("", name)), value]
    if RANKING.search(name):
        return [Name(name), value]
    return [Words("在"), Name(name), Words("中列"), value]


def _follower(each: Observation, proofs: Proofs) -> Parts:
    value = stated(each, proofs)
    return [Words("列"), value] if each.measure == "rank" and not value.text.startswith("列") else [value]


def _rivals(claim: Claim, proofs: Proofs) -> Parts:
    parts: Parts = []
    for each in claim.rivals:
        if parts:
            parts.append(Words("、"))
        parts.append(stated(each, proofs, against=claim.first))
        if each.period != claim.first.period and each.period is not None:
            parts += [Words("，"), when(each.period)]
    return parts


def stated(each: Observation, proofs: Proofs, *, against: Observation | None = None) -> Stated:
    """A value as printed, with what a sentence needs of its measure."""
    return proofs.stated(value_text(each), each, against=against)


def at_time(each: Observation, proofs: Proofs, *, against: Observation | None = None) -> Parts:
    """2024年为856家; 2024年超500亿元; 2024年增长6.3%."""
    value = stated(each, proofs, against=against)
    verb = [Words("为")] if NEEDS_VERB.match(value.text) else []
    return [*(time_of(timing(each)) or [when(None)]), *verb, value]


def value_text(each: Observation) -> str:
    """The value as `core.wording.say` says it; a share reads 占比67.7% in a sentence."""
    said = say(each)
    if each.measure == "share":
        bare = said.removeprefix("占")
        return bare if SHARE.search(each.indicator) else f"占比{bare}"
    return said


def worked(each: Derived, proofs: Proofs) -> Worked:
    """A value that was worked out, with its working: 增长4.4%（1688.3 ÷ 1617.1 − 1 = 4.4%）.

    A share names its whole: 占固定资产投资的31.8%（55.6 ÷ 175.1 ≈ 31.8%）.
    """
    numbers = tuple(sorted({proofs.number(operand) for operand in each.working.operands}))
    value = f"{abs(each.value):f}{each.unit}"
    if each.measure == "share":
        said = f"占{indicator_name(each.working.operands[-1])}的{value}"
    else:
        rise, fall = MEASURE_WORDS[each.measure]
        said = f"{rise if each.value >= 0 else fall}{value}"
    return Worked(f"{said}（{each.working.formula}）", each.working.formula, numbers)


def when(period: str | None) -> When:
    """A period in words."""
    return When(say_period(period), period)


def time_of(told: Timing) -> tuple[Inline, ...]:
    """When a figure holds: 2024年; 2022年以来; 据2024年的报道."""
    if told.period is None:
        return ()
    if told.how == "reported":
        return (Words("据"), when(told.period), Words("的报道"))
    return (when(told.period), *((Words("以来"),) if told.how == "since" else ()))


# -- names of indicators --------------------------------------------------------------------------


def label(each: Observation, *, bare: bool = False) -> str:
    """What was measured, with whom and what it covers: 全口径税收收入, 签约项目（亿元以上）.

    Bare, it leaves out what stands beside the value in a sentence.
    """
    told = limits(each, bare=bare)
    before = BEFORE_NAME + (BEFORE_COUNT if is_count(each.unit) else ())
    ahead = "".join(sorted((limit for limit in told if limit in before), key=before.index))
    behind = "，".join(limit for limit in told if limit not in before)
    name = f"{ahead}{indicator_name(each)}"
    return f"{name}（{behind}）" if behind else name


def indicator_name(each: Observation) -> str:
    """The indicator as it stands before its value: 高新技术企业数 is 高新技术企业 before 856家."""
    name = each.indicator
    if each.measure == "rank":
        return ranked_in(name)
    if each.measure == "growth":
        return _either(RATE.sub("", name), name)
    if each.unit in STEPS:
        return name if RANKING.search(name) else f"{name}排名"
    if each.measure in {"level", "increment"} and is_count(each.unit):
        return _either(_without_counter(name, SCALE.sub("", each.unit)), name)
    return name


def _without_counter(name: str, unit: str) -> str:
    """招商批次 is 招商 before 140余批次; 签约项目数 is 签约项目 before 62个."""
    if OCCASION.search(unit):
        bare = OCCASIONS.sub("", name)
        return bare if unit != "场" or EVENT.search(bare) else f"{bare}活动"
    return CARRIED_OUT.sub(r"\1的\2", COUNTED.sub("", name))


def is_count(unit: str) -> bool:
    """Whether a unit counts things: 家, 万个."""
    return KIND_OF.get(SCALE.sub("", unit)) == "count"


def _either(short: str, name: str) -> str:
    return short if len(short) >= 2 else name


# -- sentences ------------------------------------------------------------------------------------


def paragraphs(claims: Sequence[Claim], proofs: Proofs) -> tuple[Line, ...]:
    """Sentences period by period, the newest first."""
    return tuple(
        tidy(part for when, told in paragraph for part in _of_period(when, told, proofs))
        for paragraph in in_paragraphs(claims)
    )


def _of_period(time: Timing, claims: Sequence[Claim], proofs: Proofs) -> Parts:
    """2024年，……；……。同期，……。此外，……。"""
    parts: Parts = []
    for number, told in enumerate(_in_sentences(_passages(claims))):
        clauses = [_passage(passage, proofs) for passage in told]
        behind = "。" if time.period else "（未注明时间）。"
        parts += [*_lead(time, number), *with_proofs(clauses, between="；"), Words(behind)]
    return parts


def _lead(time: Timing, number: int) -> Parts:
    """What opens the first, second, third sentence on one period."""
    if time.period is None:
        return []
    if number == 0:
        return [*time_of(time), Words("，")]
    again = "截至同期，" if time.period.startswith("@") else "同期，"
    return [Words(again if number == 1 else "此外，")]


def _passages(claims: Iterable[Claim]) -> list[list[Claim]]:
    """Claims that one sentence of a source makes stay together, in its order."""
    found: dict[tuple[object, ...], list[Claim]] = {}
    for each in claims:
        evidence = each.first.evidence
        found.setdefault((evidence.document, evidence.sentence), []).append(each)
    return [sorted(passage, key=lambda each: each.first.evidence.span) for passage in found.values()]


def _in_sentences(passages: Iterable[list[Claim]]) -> list[list[list[Claim]]]:
    """As many passages in a sentence as one can read in one go; a long passage is cut."""
    sentences: list[list[list[Claim]]] = []
    room = 0
    for passage in passages:
        for start in range(0, len(passage), CLAUSES_IN_SENTENCE):
            part = passage[start : start + CLAUSES_IN_SENTENCE]
            if len(part) > room:
                sentences.append([])
                room = CLAUSES_IN_SENTENCE
            sentences[-1].append(part)
            room -= len(part)
    return sentences


def _passage(claims: Sequence[Claim], proofs: Proofs) -> Parts:
    """Short claims of one sentence are read on with a comma, long ones with a semicolon."""
    parts: Parts = []
    for place, each in enumerate(claims):
        if place:
            short = _is_short(claims[place - 1]) and _is_short(each)
            parts.append(Words("，" if short else "；"))
        parts += clause(each, proofs)
    return parts


def _is_short(claim: Claim) -> bool:
    return len(claim.everything) == 1 and not claim.derived


# -- elsewhere ------------------------------------------------------------------------------------


def sentence(claims: Sequence[Claim], proofs: Proofs) -> Line:
    """Claims of one or more periods in one sentence each: for a summary."""
    return tidy(part for line in paragraphs(claims, proofs) for part in line)


def goals(claims: Sequence[Claim], park: str, proofs: Proofs) -> tuple[Line, ...]:
    """Targets by the time until when they are to be met, the nearest first: 2025年目标：……；……。"""
    return tuple(_goals_of(period, told, proofs) for period, told in by_due(claims, park))


def _goals_of(period: str | None, told: Sequence[Goal], proofs: Proofs) -> Line:
    lead: Parts = [Words("未注明期限的目标：")] if period is None else [when(period), Words("目标：")]
    clauses = [[*_whose(owner), *clause(claim, proofs)] for owner, claim in told]
    return tidy([*lead, *with_proofs(clauses, between="；"), Words("。")])


def _whose(owner: str | None) -> Parts:
    return [Name(owner), Words("的")] if owner else []


def estate(name: str, claims: Sequence[Claim], proofs: Proofs) -> Line:
    """What is measured of a place within the park: 云泽创新港：截至2024年，规划面积……。"""
    said = [part for line in paragraphs(claims, proofs) for part in line]
    return tidy([Name(name), Words("："), *(_shortened(part, name) for part in said)])


def _shortened(part: Inline, owner: str) -> Inline:
    """The name of an indicator without the end of its owner's name: 创新港规划面积 is 规划面积."""
    if not isinstance(part, Name):
        return part
    for length in range(min(len(owner), len(part.text) - 2), 1, -1):
        if part.text.startswith(owner[-length:]):
            return Name(part.text[length:], part.url)
    return part


def key_figure(claim: Claim, proofs: Proofs) -> KeyFigure:
    """A figure in large type: what it measures above, its growth and period below."""
    first, others = claim.first, claim.figures[1:]
    under: Parts = [*time_of(timing(first))]
    for each in others[:1]:
        under += [Words("，"), stated(each, proofs)]
    value = stated(first, proofs)
    if claim.rivals:
        under += [Words("；另有报道称"), *_rivals(claim, proofs)]
    name = label(first)
    return KeyFigure((Name(name),), value, tidy([*under, *proofs_of([value, *under])]))
