"""Rules with their examples beside them: what each finds, and what it leaves alone.

A rule is a function of (quantity, scene, …) under a decorator; the test suite runs every example through
the whole reading of a sentence. A name can be taken once.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeVar

from msgspec import Struct

F = TypeVar("F", bound=Callable[..., object])
Examples = Mapping[str, Mapping[str, str | None]]


class Rule(Struct, frozen=True):
    """One rule: `examples` maps a sentence to what it says of each number (an indicator, or a reason)."""

    name: str
    kind: str  # "way": names the indicator; "filter": says why a number is no fact
    confidence: float
    examples: Examples
    module: str


RULES: dict[str, Rule] = {}


def way(*, confidence: float, examples: Examples) -> Callable[[F], F]:
    """Register a way to an indicator. Examples: sentence → number → its indicator (None: not this way)."""
    return _register("way", confidence, examples)


def judge(*, examples: Examples) -> Callable[[F], F]:
    """Register a filter. Examples: sentence → number → the reason it is no fact (None: it may be one)."""
    return _register("filter", 1.0, examples)


def _register(kind: str, confidence: float, examples: Examples) -> Callable[[F], F]:
    def register(function: F) -> F:
        name, module = function.__name__, function.__module__
        if name in RULES:
            raise ValueError(f"rule {name!r} in {module} is already defined in {RULES[name].module}")
        RULES[name] = Rule(name, kind, confidence, examples, module)
        return function

    return register
