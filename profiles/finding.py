"""Which fact a correction means: the one whose number its quote surrounds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from core.model import Correction, Document, Facts, Observation
from core.whitespace import squeezed
from profiles.quotes import Print


class Library:
    """Documents and their facts, to be looked up by words; a print is made when it is first asked for."""

    def __init__(self, facts: Iterable[Facts], documents: Iterable[Document]) -> None:
        self.documents = {each.id: each for each in documents}
        self._by_number: dict[str, list[Observation]] = defaultdict(list)
        self._prints: dict[str, Print] = {}
        for each in facts:
            for observation in each.observations:
                self._by_number[squeezed(observation.evidence.text)].append(observation)

    def meant(self, correction: Correction) -> list[Document]:
        """The documents that a correction may be about."""
        return [each for each in self.documents.values() if _names(correction, each)]

    def fitting(self, correction: Correction) -> list[Observation]:
        """The facts that a correction fits."""
        found = self._quoted(correction, [squeezed(correction.number)])
        return [each for each in found if correction.read_as in (None, each.indicator)]

    def near(self, correction: Correction) -> list[Observation]:
        """The facts that the quote surrounds, whatever their numbers."""
        return self._quoted(correction, self._by_number)

    def _quoted(self, correction: Correction, numbers: Iterable[str]) -> list[Observation]:
        quote = squeezed(correction.quote)
        return [
            each
            for number in numbers
            if number in quote
            for each in self._by_number.get(number, ())
            if _names(correction, self.documents[each.evidence.document])
            and self.print_of(each).holds(quote, each.evidence)
        ]

    def rivals(self, observation: Observation) -> list[Observation]:
        """The other facts of the same document whose number reads the same."""
        alike = self._by_number[squeezed(observation.evidence.text)]
        document = observation.evidence.document
        return [each for each in alike if each.evidence.document == document and each.id != observation.id]

    def print_of(self, observation: Observation) -> Print:
        """The document of a fact without its white space."""
        document = observation.evidence.document
        if document not in self._prints:
            self._prints[document] = Print.of(self.documents[document])
        return self._prints[document]


def _names(correction: Correction, document: Document) -> bool:
    return correction.article in (None, document.id, document.name)


def agree(found: Sequence[Observation]) -> bool:
    """One fact, or one of each of several documents that print the same sentence: a reprint."""
    documents = {each.evidence.document for each in found}
    sentences = {squeezed(each.evidence.quote) for each in found}
    return bool(found) and len(documents) == len(found) and len(sentences) == 1
