"""Where a number stands in the sentence that is quoted for it, and the words around it."""

from __future__ import annotations

import re

from core.model import Observation
from core.whitespace import squeezed

CLAUSE_END = re.compile(r"[，,。；;：:！!？?]")
WORDS_BEFORE = 36  # characters of an excerpt before the number; it begins with a clause where one does
WORDS_AFTER = 24


def number_at(observation: Observation) -> tuple[str, int, int]:
    """The sentence without white space, and where in it the number begins and ends."""
    quote, number = squeezed(observation.evidence.quote), squeezed(observation.evidence.text)
    offset = _offset(observation)
    places = [found.start() for found in re.finditer(re.escape(number), quote)]
    start = max((place for place in places if place <= offset), default=min(places, default=0))
    return quote, start, start + len(number)


def lead(observation: Observation) -> str:
    """The sentence up to the number, without white space."""
    quote, start, _ = number_at(observation)
    return quote[:start]


def excerpt(observation: Observation) -> str:
    """The clauses around the number, with … where the sentence goes on."""
    quote, start, end = number_at(observation)
    first = _beginning(quote, start)
    stop = CLAUSE_END.search(quote, end)
    last = min(stop.start() if stop else len(quote), end + WORDS_AFTER)
    return f"{'…' if first else ''}{quote[first:last]}{'…' if last < len(quote.rstrip('。')) else ''}"


def _beginning(quote: str, start: int) -> int:
    """The first clause that begins within reach; in the middle of one where none does."""
    earliest = max(0, start - WORDS_BEFORE)
    if earliest == 0:
        return 0
    ends = [found.end() for found in CLAUSE_END.finditer(quote, earliest, start)]
    return ends[0] if ends else earliest


def _offset(observation: Observation) -> int:
    """Characters of the sentence before the number, white space counted: never fewer than without it."""
    start = observation.evidence.span.start
    return sum(max(0, min(piece.end, start) - piece.start) for piece in observation.evidence.sentence)
