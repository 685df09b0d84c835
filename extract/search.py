"""Many names looked up at once: where a text holds one of them, and which of them hold one another.

A text may name thousands; comparing each with each would take a time that grows with their square.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

FEW = 64  # words that one pattern finds fast
HEAD = 2  # characters by which words are told apart before they are compared
LONG_HEAD = 3  # the same where a whole text is told apart


class Words:
    """Words to be found in texts; of two that begin at one place, the longer."""

    def __init__(self, words: tuple[str, ...]) -> None:
        longest = sorted(filter(None, words), key=len, reverse=True)
        self._pattern = re.compile("|".join(map(re.escape, longest))) if 0 < len(longest) <= FEW else None
        self._by_head: dict[str, list[str]] = {}
        for word in longest if len(longest) > FEW else ():
            self._by_head.setdefault(word[:HEAD], []).append(word)

    def find(self, text: str) -> Iterator[tuple[int, int]]:
        """Start and end of each word in a text, in order, without overlaps."""
        if self._pattern:
            yield from (match.span() for match in self._pattern.finditer(text))
            return
        place = 0
        while self._by_head and place < len(text):
            words = (*self._by_head.get(text[place : place + HEAD], ()), *self._by_head.get(text[place], ()))
            found = next((word for word in words if text.startswith(word, place)), None)
            if found:
                yield place, place + len(found)
            place += len(found) if found else 1


@lru_cache(maxsize=16)
def words_of(words: tuple[str, ...]) -> Words:
    """The words made ready once for all paragraphs of a document."""
    return Words(words)


class Searched:
    """A text in which word after word is looked up; once they are many, by where their heads stand.

    A text may name thousands of parks; looking through all of it for each takes a time that grows with
    their product.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self._asked = 0
        self._heads: dict[int, dict[str, list[int]]] = {}  # by their length, and where each stands

    def __contains__(self, word: str) -> bool:
        return next(self.places(word), None) is not None

    def places(self, word: str) -> Iterator[int]:
        """Where the text holds a word, in order, without overlaps."""
        self._asked += 1
        if not word:
            return iter(())
        if len(word) < HEAD or self._asked <= FEW:
            return self._one_by_one(word)
        return self._by_head(word, min(len(word), LONG_HEAD))

    def count(self, word: str) -> int:
        """How often the text holds a word."""
        if self._asked < FEW:
            self._asked += 1
            return self.text.count(word)
        return sum(1 for _ in self.places(word))

    def find(self, word: str) -> int:
        """Where the text holds a word first; -1 where it does not."""
        return next(self.places(word), -1)

    def _one_by_one(self, word: str) -> Iterator[int]:
        place = self.text.find(word)
        while place >= 0:
            yield place
            place = self.text.find(word, place + len(word))

    def _by_head(self, word: str, length: int) -> Iterator[int]:
        heads = self._heads.setdefault(length, {})
        if not heads:
            for place in range(len(self.text) - length + 1):
                heads.setdefault(self.text[place : place + length], []).append(place)
        end = 0
        for place in heads.get(word[:length], ()):
            if place >= end and self.text.startswith(word, place):
                yield place
                end = place + len(word)


@lru_cache(maxsize=8)
def searched(text: str) -> Searched:
    """A text made ready to be looked through, kept while it is read."""
    return Searched(text)


def beginning(words: Iterable[str]) -> str:
    """A look ahead to one of the words' first characters, for the head of a pattern of alternatives.

    The pattern is then tried only where one stands: several times faster than to fail at each of them.
    """
    return f"(?=[{re.escape(''.join(sorted({word[0] for word in words})))}])"


GRAM = 4  # characters of a name under which longer ones are kept


class Nested:
    """Names with their places in a list: which of them are in a new name, or hold it."""

    def __init__(self) -> None:
        self._same: dict[str, list[int]] = {}
        self._holding: dict[str, list[int]] = {}
        self._lengths: set[int] = set()

    def add(self, name: str, place: int) -> None:
        """Keep a name under its place."""
        self._same.setdefault(name, []).append(place)
        self._lengths.add(len(name))
        grams = {name[i : i + size] for size in range(1, GRAM + 1) for i in range(len(name) - size + 1)}
        for gram in grams:
            self._holding.setdefault(gram, []).append(place)

    def near(self, name: str) -> list[int]:
        """The places of names that may hold this one or be held by it, first come first."""
        found = set(self._holding.get(name[:GRAM], ()))
        for size in self._lengths:
            for start in range(len(name) - size + 1):
                found.update(self._same.get(name[start : start + size], ()))
        return sorted(found)


def places_of(full: str, name: str) -> Iterator[int]:
    """Where a text holds a name."""
    place = full.find(name)
    while place >= 0:
        yield place
        place = full.find(name, place + len(name))
