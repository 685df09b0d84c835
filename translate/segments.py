"""Segments: the words of a page between two blocks, as a message with places, and back into elements."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from lxml.html import Element, HtmlElement

from translate.catalogue import PLACE
from translate.text import Token, has_chinese, tokenised

Piece: TypeAlias = "str | HtmlElement"
INLINE = frozenset(
    {"a", "abbr", "b", "br", "button", "cite", "code", "em", "i", "input", "kbd", "label", "mark", "meter"}
    | {"q", "s", "small", "span", "strong", "sub", "sup", "time", "u"}
)
SEALED = frozenset(
    {"data-fact", "data-quote", "data-period", "data-name", "data-derived", "data-register", "data-former"}
)
SENTENCE_ENDS = re.compile(r"(?<=[。！？])")
CLAUSE_ENDS = ("。", "；", "：", "，", "、")
SPACES = re.compile(r"\s+")


@dataclass(slots=True)
class Segment:
    """A message as the catalogue knows it, and what its places stand for."""

    text: str = ""
    places: dict[str, Token | HtmlElement] = field(default_factory=dict)
    nested: dict[str, HtmlElement] = field(default_factory=dict)
    before: str = ""  # white space around the words
    after: str = ""

    def number(self) -> int | None:
        """The first whole number: it decides the plural."""
        for place in self.places.values():
            if isinstance(place, Token):
                if place.number is not None:
                    return place.number
            elif (words := "".join(place.itertext()).strip()).isdigit():
                return int(words)
        return None

    def said(self, key: str) -> str:
        """The words of a token; what is none stands for itself."""
        place = self.places.get(key)
        return place.said if isinstance(place, Token) else f"{{{key}}}"

    def restored(self, text: str) -> str:
        """Words of the message with what its places stand for, as in Chinese."""
        return PLACE.sub(lambda found: self._source(found[1] or ""), text)

    def _source(self, key: str) -> str:
        place = self.places.get(key)
        if isinstance(place, Token):
            return place.source
        return "" if place is None else "".join(place.itertext())


def is_inline(element: HtmlElement) -> bool:
    """Whether an element stands within a line, and all that is in it does."""
    return element.tag in INLINE and all(is_inline(each) for each in element)


def is_sealed(element: HtmlElement) -> bool:
    """Whether an element says itself what it is: a figure, a date, a name; never words of a message."""
    return element.tag == "time" or not SEALED.isdisjoint(element.attrib)


def content(element: HtmlElement) -> list[Piece]:
    """What is in an element, in order; tails become pieces of their own."""
    pieces: list[Piece] = [element.text] if element.text else []
    for child in element:
        tail, child.tail = child.tail, None
        pieces.append(child)
        if tail:
            pieces.append(tail)
    return pieces


def fill(element: HtmlElement, pieces: Iterable[Piece]) -> None:
    """Put pieces into an element in place of what is in it."""
    for child in list(element):
        element.remove(child)
    element.text = None
    last: HtmlElement | None = None
    for piece in pieces:
        if not isinstance(piece, str):
            element.append(piece)
            last = piece
        elif last is None:
            element.text = (element.text or "") + piece
        else:
            last.tail = (last.tail or "") + piece


def spanned(words: str, lang: str, kind: str | None = None) -> HtmlElement:
    """A new <span> of words in a language."""
    span: HtmlElement = Element("span")
    span.attrib.update({"class": kind, "lang": lang} if kind else {"lang": lang})
    span.text = words
    return span


def direct(pieces: Iterable[Piece]) -> str:
    """The text of a run that stands in none of its elements."""
    return "".join(each for each in pieces if isinstance(each, str))


def sentences(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """A run cut behind its sentences."""
    return _cut(pieces, SENTENCE_ENDS)


def clauses(pieces: Sequence[Piece]) -> Iterator[tuple[str, list[list[Piece]]]]:
    """Ways to cut a run further, the coarsest first: the mark it is cut behind, and the parts without it."""
    for mark in CLAUSE_ENDS:
        parts = _cut(pieces, re.compile(f"(?<={mark})"))
        if len(parts) > 1 or (mark == CLAUSE_ENDS[0] and ends_with(pieces, mark)):
            yield mark, [_without(part, mark) for part in parts]


def ends_with(pieces: Sequence[Piece], mark: str) -> bool:
    """Whether a run ends with a mark of its own."""
    last = pieces[-1]
    return isinstance(last, str) and last.endswith(mark)


def _cut(pieces: Sequence[Piece], ends: re.Pattern[str]) -> list[list[Piece]]:
    parts: list[list[Piece]] = [[]]
    for piece in pieces:
        if not isinstance(piece, str):
            parts[-1].append(piece)
            continue
        first, *others = ends.split(piece)
        parts[-1].append(first)
        parts.extend([each] for each in others)
    kept = [[each for each in part if each != ""] for part in parts]
    return [part for part in kept if part]


def _without(part: list[Piece], mark: str) -> list[Piece]:
    last = part[-1]
    return [*part[:-1], last.removesuffix(mark)] if isinstance(last, str) else part


def segment_of(pieces: Sequence[Piece]) -> Segment:
    """The message of a run."""
    found = Segment()
    words = SPACES.sub(" ", "".join(_words(pieces, found)))
    found.text = words.strip()
    found.before, found.after = words[: words.startswith(" ")], words[len(words) - words.endswith(" ") :]
    return found


def _words(pieces: Sequence[Piece], found: Segment) -> Iterator[str]:
    for piece in pieces:
        if isinstance(piece, str):
            for each in tokenised(piece):
                yield each if isinstance(each, str) else _place(each, found)
        elif _is_said(piece):
            key = str(len(found.places) + len(found.nested) + 1)
            found.nested[key] = piece
            yield f"<{key}>"
            yield from _words(_peek(piece), found)
            yield f"</{key}>"
        else:
            yield _place(piece, found)


def _place(what: Token | HtmlElement, found: Segment) -> str:
    key = str(len(found.places) + len(found.nested) + 1)
    found.places[key] = what
    return f"{{{key}}}"


def _is_said(element: HtmlElement) -> bool:
    """Whether an element holds words of the sentence that it stands in."""
    return not is_sealed(element) and has_chinese(direct(_peek(element)) + _said_within(element))


def _said_within(element: HtmlElement) -> str:
    return "".join("字" for each in element if _is_said(each))


def _peek(element: HtmlElement) -> list[Piece]:
    """What is in an element, which stays as it is."""
    pieces: list[Piece] = [element.text] if element.text else []
    for child in element:
        pieces.append(child)
        if child.tail:
            pieces.append(child.tail)
    return pieces


def rebuilt(form: str, found: Segment, show: Callable[[str], list[Piece]]) -> list[Piece]:
    """The pieces of a translation; `show` gives what stands at a place."""
    pieces, _ = _rebuilt(form, 0, found, show)
    return [found.before, *pieces, found.after]


def _rebuilt(
    form: str, at: int, found: Segment, show: Callable[[str], list[Piece]]
) -> tuple[list[Piece], int]:
    pieces: list[Piece] = []
    while (place := PLACE.search(form, at)) is not None:
        pieces.append(form[at : place.start()])
        at = place.end()
        if place[3]:
            return pieces, at
        if place[2]:
            inner, at = _rebuilt(form, at, found, show)
            element = found.nested[place[2]]
            element.tail = None
            fill(element, inner)
            pieces.append(element)
        else:
            pieces.extend(show(place[1]))
    return [*pieces, form[at:]], len(form)
