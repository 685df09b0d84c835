"""The words of the field, as data: what `extract/lexicon/*.yaml` and `content/lexicon/*.yaml` hold."""

from __future__ import annotations

from msgspec import Struct


class Indicator(Struct, frozen=True):
    """One canonical indicator: the name that facts carry, and the words that mean it."""

    name: str
    en: str
    unit: str  # the kind of unit: money, count, area, share …
    synonyms: tuple[str, ...] = ()
    definition: str | None = None
    source: str | None = None  # who defines it, only where it can be named for certain
    flow: bool | None = None  # True: of a period; False: a stock; None: either


class Industry(Struct, frozen=True):
    """One industry under its name, and the other names that mean the very same."""

    name: str
    synonyms: tuple[str, ...] = ()
    en: str | None = None


class Lexicon(
    Struct, frozen=True, eq=False
):  # hashed by identity, so that patterns built from it can be kept
    """All word lists. A user's additions extend them, never replace them."""

    indicators: tuple[Indicator, ...]
    words: dict[str, tuple[str, ...]]  # list name -> words, from words.yaml
    industries: tuple[Industry, ...] = ()  # those with more than one name

    def list(self, name: str) -> tuple[str, ...]:
        """The words of one list; a list that no file defines is a bug, not an empty list."""
        return self.words[name]
