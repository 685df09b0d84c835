"""Whether figures of one thing at one time agree, and which of them states it best."""

from __future__ import annotations

from collections.abc import Collection
from decimal import Decimal

from core.amounts import base_amount, base_unit, in_base_unit
from core.model import Observation


def agreed(figures: Collection[Observation]) -> Observation | None:
    """Of one or more, what all of them state, the exact before the vague; None where they contradict."""
    first = min(figures, key=_vagueness)
    return first if all(_reconciled(first, each) for each in figures) else None


def _vagueness(observation: Observation) -> tuple[bool, Decimal, Decimal]:
    """Sorts the exact first, the finest of them first; of bounds the tightest."""
    value = in_base_unit(observation)
    tightness = {">": -value, "<": value}.get(observation.bound, Decimal(0))
    return (observation.bound != "=", _grain(observation), tightness)


def _reconciled(first: Observation, other: Observation) -> bool:
    """Whether both can hold: equal but for rounding, or the one within the other's bound."""
    (value, unit), (told, unit_told) = base_amount(first), base_amount(other)
    if unit != unit_told:
        return False
    if abs(value - told) <= _grain(other) / 2:
        return True
    if first.bound == "=":
        return {">": value >= told, "<": value <= told}.get(other.bound, False)
    return first.bound == other.bound and first.bound != "~"  # above 500 is above 400


def _grain(observation: Observation) -> Decimal:
    """The step of the last digit printed, in the common unit."""
    exponent = observation.value.as_tuple().exponent
    step = Decimal(1).scaleb(min(exponent, 0)) if isinstance(exponent, int) else Decimal(1)
    return step * base_unit(observation.unit)[1]
