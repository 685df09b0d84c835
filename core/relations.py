"""What documents speak of in a few words, and which of them belong together."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct


class Wording(Struct, frozen=True):
    """The words of one document, as keywords are sought in them."""

    document: str
    title: str | None
    text: str  # of its articles alone
    names: tuple[str, ...]  # of the parks and companies that it names: they are no keywords
    openings: tuple[str, ...] = ()  # how the names of its projects begin: mostly with somebody's own name


class Keyword(Struct, frozen=True):
    """A word that says what a text is about."""

    word: str
    count: int  # how often the text says it
    weight: float


class Keywords(Struct, frozen=True):
    """The keywords of one document, the weightiest first."""

    document: str
    words: tuple[Keyword, ...]


class Shared(Struct, frozen=True, order=True):
    """One thing that two documents both speak of."""

    kind: Literal["park", "project", "policy", "company"]
    id: str


class Related(Struct, frozen=True):
    """A document that belongs beside another, and why."""

    document: str
    shared: tuple[Shared, ...]  # what both name, parks first
    words: tuple[str, ...]  # keywords of both, the weightiest first
    score: float


class Relations(Struct, frozen=True):
    """Keywords as they are shown, and the documents that belong together; what has none is left out."""

    keywords: dict[str, tuple[str, ...]] = {}  # by document
    parks: dict[str, tuple[str, ...]] = {}  # by park: words that several of its documents share
    related: dict[str, tuple[Related, ...]] = {}  # by document, the nearest first
