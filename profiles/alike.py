"""Whether two claims speak of the same thing and cannot both hold, and why they may differ."""

from __future__ import annotations

from decimal import Decimal
from typing import get_args

from core.amounts import significant
from core.judgement import Cause
from core.model import Observation
from core.periods import months_apart, reach
from profiles.claims import Claim
from profiles.leads import tells_a_total
from profiles.timing import NEAR_MONTHS, Timing, timing
from profiles.vocabulary import TIMELESS

CAUSES: tuple[Cause, ...] = get_args(Cause)
NARROWER = frozenset({"亿元以上", "省级以上", "国家级", "核心区", "规上", "规模以上", "限额以上", "地方"})
RUNNING = "累计"  # counted from a beginning on: never less than the same thing of a shorter time
EXPRESS = "快报"  # counted in haste, revised later
LITTLE = Decimal("0.05")  # by which a later report of the same period may differ and be its revision
LITTLE_POINTS = Decimal("0.5")  # the same for a growth or share, in percentage points
CLOSE = Decimal("0.10")  # within one document two readings of one thing lie closer than two things do
AKIN = Decimal("0.20")  # the same for two documents and a name that the lexicon does not know
DRIFT = Decimal("0.10")  # by which a stock may have grown between two dates
FEW = 10  # so few are near each other by chance
DIGITS = 3  # so many digits are not alike by chance
SAME_DIGITS = Decimal("0.005")  # by which the same digits, rounded, may differ
SLIPS = tuple(Decimal(10) ** power for power in (1, 2, 3, 4, 8))


def dispute(one: Claim, other: Claim) -> Cause | None:
    """Why the two claims contradict each other; None where they do not."""
    if not _comparable(one, other) or one.amount.meets(other.amount):
        return None
    when = when_told(one, other)
    if when == "apart" or _limits_explain(one, other) or _is_in_order(one, other, when):
        return None
    certain = _within_one_voice if one.voice == other.voice else _between_voices
    return cause(one, other, when) if certain(one, other, when) else None


def when_told(one: Claim, other: Claim) -> Timing:
    """How the times of two claims stand to each other; what is timeless is told when its document is."""
    a, b = one.observation, other.observation
    if is_timeless(one) and is_timeless(other):
        return _when_written(one.written, other.written)
    when = timing(a.period, b.period, measure=a.measure, flow=one.flow)
    if when == "same" and (one.running or other.running):
        return _so_far(one, other)
    return when


def _so_far(one: Claim, other: Claim) -> Timing:
    """A year so far is part of the year; of two nobody knows which goes further."""
    if one.running and other.running:
        return "apart"
    return "part" if one.running else "whole"


def is_timeless(claim: Claim) -> bool:
    """Whether a value holds until another is told, such as the investment of a project."""
    return claim.observation.period is None and claim.observation.indicator in TIMELESS


def _when_written(one: str | None, other: str | None) -> Timing:
    if one is None or other is None:
        return "same"
    months = months_apart(one, other)
    return "apart" if months > NEAR_MONTHS else "near" if months else "same"


def differ_little(one: Claim, other: Claim) -> bool:
    """Whether a first and a later count of one thing may differ so."""
    if one.observation.measure in ("growth", "share", "gap"):
        return abs(one.amount.value - other.amount.value) <= LITTLE_POINTS
    return apart_by(one, other) <= LITTLE


def apart_by(one: Claim, other: Claim) -> Decimal:
    """How far two values lie apart, as a share of the larger."""
    larger = max(abs(one.amount.value), abs(other.amount.value))
    return abs(one.amount.value - other.amount.value) / larger if larger else Decimal(0)


def _comparable(one: Claim, other: Claim) -> bool:
    a, b = one.observation, other.observation
    actual = a.status == b.status == "actual"
    return actual and one.thing == other.thing and _fit(a.scope, b.scope) and _fit(a.basis, b.basis)


def _fit(one: str | None, other: str | None) -> bool:
    """What is not said may be the same."""
    return one == other or one is None or other is None


# -- what reconciles ------------------------------------------------------------------------------


def _limits_explain(one: Claim, other: Claim) -> bool:
    """Whether one covers part of the other by its scope or basis, and is no larger."""
    a, b = one.observation, other.observation
    if a.scope in NARROWER and b.scope is None:
        return not _exceeds(one, other)
    if b.scope in NARROWER and a.scope is None:
        return not _exceeds(other, one)
    if a.basis == RUNNING != b.basis:
        return not _exceeds(other, one)
    return b.basis == RUNNING != a.basis and not _exceeds(one, other)


def _is_in_order(one: Claim, other: Claim, when: Timing) -> bool:
    """Whether a part is no larger than its whole, or a stock has grown from one date to the next."""
    if when == "part":
        return not _exceeds(one, other)
    if when == "whole":
        return not _exceeds(other, one)
    return when == "near" and one.observation.period is not None and _has_grown(one, other)


def _has_grown(one: Claim, other: Claim) -> bool:
    older, newer = sorted((one, other), key=lambda claim: reach(claim.observation.period).last)
    if reach(older.observation.period).last == reach(newer.observation.period).last:
        return False
    return newer.amount.value >= older.amount.value and apart_by(one, other) <= DRIFT


def _exceeds(part: Claim, whole: Claim) -> bool:
    low, high = part.amount.low, whole.amount.high
    return low is not None and high is not None and low > high


# -- how sure it must be --------------------------------------------------------------------------


def _between_voices(one: Claim, other: Claim, when: Timing) -> bool:
    """Two documents: a name that means one thing, or values so near that they must be of one."""
    return one.naming == "one" or (when == "same" and may_be_one(one, other))


def may_be_one(one: Claim, other: Claim) -> bool:
    """Whether values of a name that the lexicon does not know are too near to be of two things."""
    few = max(one.amount.value, other.amount.value) < FEW
    near = apart_by(one, other) <= AKIN or _slipped(one, other)
    return one.naming == "unknown" and near and not few


def _within_one_voice(one: Claim, other: Claim, when: Timing) -> bool:
    """One document: two sentences, both on the total or nearly alike. A list of members is no conflict."""
    a, b = one.observation, other.observation
    alike = one.naming == "one" and when == "same" and (a.scope, a.basis) == (b.scope, b.basis)
    if not alike or a.evidence.sentence == b.evidence.sentence:
        return False
    if tells_a_total(a) and tells_a_total(b):
        return True
    precise = min(significant(a), significant(b)) >= DIGITS
    return precise and (apart_by(one, other) <= CLOSE or _slipped(one, other))


# -- causes ---------------------------------------------------------------------------------------


def cause(one: Claim, other: Claim, when: Timing) -> Cause:
    """The likeliest cause of two values that contradict each other, the surest first."""
    a, b = one.observation, other.observation
    if _slipped(one, other):
        return "unit"
    if when in ("part", "whole") or RUNNING in (a.basis, b.basis):
        return "cumulative"
    if when == "near":
        return "date"
    if a.scope != b.scope:
        return "scope"
    if a.basis != b.basis:
        return "preliminary" if EXPRESS in (a.basis, b.basis) else "basis"
    return "preliminary" if one.voice != other.voice and differ_little(one, other) else "unknown"


def surest(causes: set[Cause]) -> Cause:
    """Of several causes the surest."""
    return min(causes, key=CAUSES.index)


def _slipped(one: Claim, other: Claim) -> bool:
    """Whether one value is the other with its scale mistaken: the same digits, ten or more times as much."""
    if one.observation.measure != "level" or min(_digits(one), _digits(other)) < 2:
        return False
    small, large = sorted((abs(one.amount.value), abs(other.amount.value)))
    return any(abs(large / (small * slip) - 1) <= SAME_DIGITS for slip in SLIPS)


def _digits(claim: Claim) -> int:
    return significant(claim.observation)


def in_time(observation: Observation) -> tuple[tuple[int, int, int], tuple[int, int, int]]:
    """Sorts observations by the last day that they speak of, unknown times last."""
    covered = reach(observation.period)
    return covered.last, covered.first
