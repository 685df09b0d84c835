"""Many names looked up at once: where a text holds one of them, and which of them hold one another.

A text may name thousands; comparing each with each would take a time that grows with their square.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

FEW = 64  # words that one pattern finds fast
HEAD = 2  # characters by which words are told apart before they are compared


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
