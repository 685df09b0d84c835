"""Whether a later value is like a promised one, what it proves of it, and how far it has come."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Context, Decimal
from typing import Final, Literal

from core.amounts import base_amount, base_unit, in_base_unit
from core.judgement import Difference, Progress
from core.model import Bound, Measure, Observation
from core.periods import first_day, last_day, reach, same_days
from core.wording import say

Proof = Literal["reached", "short", "open"]  # open: its bound decides neither

ABOUT = Decimal("0.05")  # what 约 leaves open on either side
TENTH = Decimal("0.1")
HUNDRED = Decimal(100)
SHOWN = Context(prec=12)  # digits of a value told in the unit of another: 2 平方公里 are 3000 亩
NO_BASIS = frozenset({"预计", "计划", "目标", "预期"})  # what the status says already
LASTING: Final[frozenset[Measure]] = frozenset(
    {"level", "share", "rank"}
)  # may be reached before they are due
LESS_IS_BETTER = ("能耗", "水耗", "电耗", "排放", "浓度", "时限", "用时", "负债率", "失业率", "事故")
CAPPED_BEFORE, CAPPED_AFTER = ("不超过", "少于", "低于"), ("以内", "以下")
MIRRORED: Final[dict[Bound, Bound]] = {"=": "=", "~": "~", ">": "<", "<": ">"}


def differences(target: Observation, found: Observation) -> tuple[Difference, ...]:
    """Why a value of the same thing does not compare with the target; empty: it does."""
    if found.measure != target.measure:
        return ("measure",)
    told: tuple[tuple[Difference, bool], ...] = (
        ("period", not same_kind_of_period(target, found)),
        ("scope", found.scope != target.scope),
        ("basis", basis_of(found) != basis_of(target)),
        ("unit", base_amount(found)[1] != base_amount(target)[1]),
        ("status", found.status != "actual"),
    )
    return tuple(name for name, differs in told if differs)


def basis_of(observation: Observation) -> str | None:
    """The kind of money or count, as far as it says more than the status does."""
    return None if observation.basis in NO_BASIS else observation.basis


# -- periods --------------------------------------------------------------------------------------


def same_kind_of_period(target: Observation, found: Observation) -> bool:
    """Whether a value speaks of the time of the target or, where a level lasts, of a time like it before.

    A part of a year is not like the year.
    """
    if found.period is None:
        return False
    if target.period is not None and same_days(target.period, found.period):
        return True
    if found.measure not in LASTING:
        return False
    in_time = target.period is None or last_day(found.period) <= last_day(target.period)
    return in_time and (_is_date(found.period) or _is_whole(found.period, target.period))


def is_final(target: Observation, found: Observation) -> bool:
    """Whether a value tells how things stood when the target was due."""
    if target.period is None or found.period is None:
        return False
    if not found.period.startswith("@"):
        return same_days(target.period, found.period)
    due, seen = last_day(target.period), first_day(found.period)
    return last_day(found.period) <= due and (seen.year, seen.month) == (due.year, due.month)


def _is_date(period: str) -> bool:
    return period.startswith("@")


def _is_whole(found: str, promised: str | None) -> bool:
    """A whole year, or as long as the period promised: quarter by quarter."""
    if promised is None or _is_date(promised):
        return _is_year(found)
    return _is_year(found) if _is_year(promised) else _months(found) == _months(promised)


def _is_year(period: str) -> bool:
    return _months(period) == 12 and reach(period).first[1] == 1


def _months(period: str) -> int:
    first, last = reach(period).first, reach(period).last
    return 12 * (last[0] - first[0]) + last[1] - first[1] + 1


# -- proof ----------------------------------------------------------------------------------------


def proof(target: Observation, found: Observation) -> Proof:
    """What a like value proves. A bound that leaves it open proves nothing."""
    goal, value = in_base_unit(target), in_base_unit(found)
    bound, leeway = found.bound, ABOUT if _is_about(target) else Decimal(0)
    if is_capped(target):  # seen from below: -5 is more than -6
        goal, value, bound = -goal, -value, MIRRORED[bound]
    elif goal < 0:  # 下降4%以上: a fall is promised, and its bounds are those of the fall
        goal, value = -goal, -value
    goal -= abs(goal) * leeway
    if bound == "~":
        span = abs(value) * ABOUT
        return "reached" if value - span >= goal else "short" if value + span < goal else "open"
    if bound == ">":
        return "reached" if value >= goal else "open"
    if bound == "<":
        return "short" if value <= goal else "open"
    return "reached" if value >= goal else "short"


def is_capped(target: Observation) -> bool:
    """Whether less is better: a rank, an amount that may not be exceeded, a use of energy."""
    if target.measure == "rank" or _is_limit(target):
        return True
    rises = target.measure not in ("growth", "increment")
    return rises and any(word in target.indicator for word in LESS_IS_BETTER)


def _is_limit(target: Observation) -> bool:
    if target.bound != "<":
        return False
    said = say(target)
    return said.startswith(CAPPED_BEFORE) or said.endswith(CAPPED_AFTER)


def _is_about(target: Observation) -> bool:
    """约30亿元 and 近万人 are reached where little is missing."""
    return target.bound == "~" or (target.bound == "<" and not _is_limit(target))


# -- progress -------------------------------------------------------------------------------------


def progress(target: Observation, found: Observation) -> Progress | None:
    """What was reached as a share of the target; of rates and ranks, what is missing."""
    if target.measure in ("growth", "share", "gap"):
        return _missing(target, found, "个百分点")
    if target.measure == "rank":
        return _missing(target, found, "位")
    goal, value = in_base_unit(target), in_base_unit(found)
    if is_capped(target) or goal == 0:
        return None
    share = _rounded(value / goal * HUNDRED)
    formula = f"{plain(_in_unit_of(target, found))} ÷ {plain(target.value)} = {plain(share)}%"
    return Progress(formula, (found, target), share, "%", _joined(found, target))


def _missing(target: Observation, found: Observation, unit: str) -> Progress:
    ranks = target.measure == "rank"
    sign = "" if ranks else target.unit
    first, second = (found, target) if ranks else (target, found)
    missing = first.value - second.value
    formula = f"{plain(first.value)}{sign} − {plain(second.value)}{sign} = {plain(missing)}{unit}"
    bound = _joined(found, target)
    return Progress(formula, (first, second), missing, unit, bound if ranks else MIRRORED[bound])


def _joined(found: Observation, target: Observation) -> Bound:
    """The bound of what was found, for the target is a threshold; of about so much, all is about."""
    return "~" if found.bound == "=" and _is_about(target) else found.bound


def _rounded(percent: Decimal) -> Decimal:
    """To a tenth; what falls short is never rounded up to all: 99.96 is 99.9."""
    rounded = percent.quantize(TENTH, ROUND_HALF_UP)
    return HUNDRED - TENTH if percent < HUNDRED <= rounded else rounded


def _in_unit_of(target: Observation, found: Observation) -> Decimal:
    if found.unit == target.unit:
        return found.value
    return SHOWN.divide(in_base_unit(found), base_unit(target.unit)[1]).normalize()


def plain(value: Decimal) -> str:
    """Digits as they are printed: no exponent, no zeros at the end of a fraction, a true minus."""
    text = format(value, "f").replace("-", "−")
    return text.rstrip("0").rstrip(".") if "." in text else text
