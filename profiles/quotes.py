"""Words of an article around a number: by them a correction finds its fact. White space does not count."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from core.model import Document, Evidence, Span
from core.whitespace import squeezed

LEAST = 8  # characters of a quote, where possible: fewer are found again too easily
CLAUSE_ENDS = frozenset("，,；;。！？!?：:")


@dataclass(frozen=True, slots=True)
class Setting:
    """Text without white space, and where in it a number stands."""

    text: str
    start: int
    end: int

    def holds(self, quote: str) -> bool:
        """Whether the quote stands in the text, around the number."""
        return self.text.find(quote, max(0, self.end - len(quote)), self.start + len(quote)) >= 0


@dataclass(frozen=True, slots=True)
class Print:
    """A document without its white space."""

    text: str
    places: tuple[int, ...]  # of its characters in the document

    @classmethod
    def of(cls, document: Document) -> Print:
        """The print of a document."""
        places = (place for place, character in enumerate(document.text) if not character.isspace())
        return cls(squeezed(document.text), tuple(places))

    def holds(self, quote: str, evidence: Evidence) -> bool:
        """Whether the quote stands around the number: in the document, or in its sentence's joined pieces."""
        return self.whole(evidence).holds(quote) or self.sentence(evidence).holds(quote)

    def whole(self, evidence: Evidence) -> Setting:
        """The number in the document."""
        number = self._squeezed(evidence.span)
        return Setting(self.text, number.start, number.stop)

    def sentence(self, evidence: Evidence) -> Setting:
        """The number in its sentence, whose pieces are joined."""
        number = self._squeezed(evidence.span)
        pieces = [self._squeezed(piece) for piece in evidence.sentence]
        before = [max(0, min(piece.stop, number.start) - piece.start) for piece in pieces]
        inside = [max(0, min(piece.stop, number.stop) - piece.start) for piece in pieces]
        text = "".join(self.text[piece.start : piece.stop] for piece in pieces)
        return Setting(text, sum(before), sum(inside))

    def quote_for(self, evidence: Evidence, rivals: Iterable[Evidence]) -> str:
        """The fewest whole clauses around a number that the document says once, and around no rival."""
        settings = [setting for each in rivals for setting in (self.whole(each), self.sentence(each))]
        number = squeezed(evidence.text)

        def tells(quote: str) -> bool:
            alone = self.text.count(quote) <= 1 and not any(setting.holds(quote) for setting in settings)
            return number in quote and alone

        clauses = list(filter(tells, _clauses(self.sentence(evidence))))
        quotes = clauses or list(filter(tells, _windows(self.whole(evidence)))) or [self.text]
        return next((quote for quote in quotes if len(quote) >= LEAST), quotes[0])

    def _squeezed(self, span: Span) -> range:
        return range(bisect_left(self.places, span.start), bisect_left(self.places, span.end))


def _clauses(setting: Setting) -> Iterator[str]:
    """Text from clause to clause around the number: the nearest first, then more to the left."""
    ends = [place for place, character in enumerate(setting.text) if character in CLAUSE_ENDS]
    lefts = [place + 1 for place in reversed(ends) if place < setting.start]
    rights = [place for place in ends if place >= setting.end]
    for right in (*rights, len(setting.text)):
        for left in (*lefts, 0):
            yield setting.text[left:right]


def _windows(setting: Setting) -> Iterator[str]:
    """Text before, after and around the number, ever wider: for where no clauses tell it apart."""
    width = 1
    while width < len(setting.text):
        left, right = max(0, setting.start - width), setting.end + width
        yield setting.text[left : setting.end]
        yield setting.text[setting.start : right]
        yield setting.text[left:right]
        width *= 2
