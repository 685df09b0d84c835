"""Near-identical documents: which is the original, and which of its facts a reprint only repeats."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from core.model import Document, Evidence, Facts, Observation
from profiles.names import spoken
from profiles.order import Dates

SHINGLE = 8  # characters
SAMPLE = 0b11  # of all shingles those are compared whose first character has a code that ends so: a quarter
FEWEST = 12  # shared shingles below which two texts are not compared: a slogan, a quotation
OLDEST = 30  # documents that share a shingle are compared with so many: a slogan stands in all of them
ENOUGH = 0.8  # of a reprint's shingles, and of its numbers, stand in the original
NUMBER = re.compile(r"\d+(?:\.\d+)?")
KINDS = ("observations", "projects", "policies", "honours", "industries", "instruments")

Fact = TypeVar("Fact", bound=Struct)


@dataclass(frozen=True, slots=True)
class Print:
    """What is compared of a document."""

    shingles: frozenset[str]
    numbers: frozenset[str]


def find_reprints(documents: Iterable[Document], facts: Mapping[str, Facts], dates: Dates) -> dict[str, str]:
    """Reprint -> original. Of two that hold one another the older is the original, else the fuller."""
    prints = {each.id: _print(each, facts[each.id]) for each in documents}
    originals: dict[str, list[str]] = defaultdict(list)
    for one, other in _near(prints, dates):
        held, holds = _holds(prints[other], prints[one]), _holds(prints[one], prints[other])
        first, second = sorted((one, other), key=lambda each: _age(each, dates))
        if held and holds:
            originals[second].append(first)
        elif held or holds:
            originals[one if held else other].append(other if held else one)
    return {each: _original(each, originals, prints) for each in sorted(originals)}


def _print(document: Document, facts: Facts) -> Print:
    """Of its articles alone: what a page prints around them is not the text."""
    segments = [segment for article in facts.articles for segment in article.segments]
    pieces = [document.text[each.start : each.end] for each in segments] or [document.text[document.body :]]
    text = spoken("".join(pieces))
    places = (place for place in range(len(text) - SHINGLE + 1) if not ord(text[place]) & SAMPLE)
    numbers = NUMBER.findall("".join(pieces))
    return Print(frozenset(text[place : place + SHINGLE] for place in places), frozenset(numbers))


def _near(prints: Mapping[str, Print], dates: Dates) -> list[tuple[str, str]]:
    """Pairs that share enough to be compared, each once; the oldest holders of a shingle stand for all."""
    holders: dict[str, list[str]] = defaultdict(list)
    for document in sorted(prints, key=lambda each: _age(each, dates)):
        for shingle in prints[document].shingles:
            holders[shingle].append(document)
    shared: dict[tuple[str, str], int] = defaultdict(int)
    for documents in holders.values():
        for place, document in enumerate(documents):
            for older in documents[: min(place, OLDEST)]:
                shared[(older, document)] += 1
    return sorted(pair for pair, count in shared.items() if count >= FEWEST)


def _holds(outer: Print, inner: Print) -> bool:
    """Whether one prints nearly all that the other does: the same words with other numbers are no reprint."""
    return _share(outer.shingles, inner.shingles) >= ENOUGH and _share(outer.numbers, inner.numbers) >= ENOUGH


def _share(outer: frozenset[str], inner: frozenset[str]) -> float:
    return len(outer & inner) / len(inner) if inner else 1.0


def _age(document: str, dates: Dates) -> tuple[bool, str, str]:
    date = dates.by_document[document]
    return (date is None, date or "", document)


def _original(document: str, originals: Mapping[str, Sequence[str]], prints: Mapping[str, Print]) -> str:
    """The fullest that it leads to which is itself nobody's reprint."""
    met, at = {document}, document
    while ahead := [each for each in originals.get(at, ()) if each not in met]:
        at = max(ahead, key=lambda each: (each not in originals, len(prints[each].shingles), each))
        met.add(at)
    return at


# -- what counts ----------------------------------------------------------------------------------


def without_repeats(facts: Mapping[str, Facts], reprints: Mapping[str, str]) -> dict[str, Facts]:
    """The facts of each document but for those of a reprint that its original states in the same words."""
    return {
        document: _new_in(each, facts[reprints[document]]) if document in reprints else each
        for document, each in facts.items()
    }


def _new_in(reprint: Facts, original: Facts) -> Facts:
    kept = {kind: tuple(_unsaid(getattr(reprint, kind), getattr(original, kind))) for kind in KINDS}
    return replace(reprint, **kept)


def _unsaid(repeated: Iterable[Fact], said: Iterable[Fact]) -> Iterator[Fact]:
    known = {_words(each) for each in said}
    return (each for each in repeated if _words(each) not in known)


def _words(fact: Struct) -> tuple[object, ...]:
    """What a fact says and the sentence it stands in, spaces and punctuation aside."""
    fields = msgspec.structs.asdict(fact)
    evidence: Evidence = fields["evidence"]
    said = (fields.get("name"), fields.get("kind"), fields.get("names"), fields.get("role"))
    if isinstance(fact, Observation):
        said = (fact.indicator, fact.measure, fact.subject, fact.unit)
    return (spoken(evidence.text), spoken(evidence.quote), *said)
