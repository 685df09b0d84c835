"""The numbered evidence of a brief: a number for each sentence that something said stands on."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Protocol

from core.blocks import Doubt, Exhibit, Line, Origin, Proof, Stated
from core.model import Evidence, Observation
from core.urls import source_url
from core.wording import without_breaks
from pages.places import Places
from pages.views import Citation

LONG = 100  # characters of a sentence, above which clauses that prove nothing are left out
CLAUSE = re.compile(r".+?(?:[，。；！？,;](?!\d)|$)")
LEFT_OUT = "……"

Sentence = tuple[str, int]  # document, offset at which the sentence begins


class Fact(Protocol):
    """Anything that an article states."""

    @property
    def id(self) -> str: ...
    @property
    def evidence(self) -> Evidence: ...


class Proofs:
    """Gives the evidence of facts its numbers, and keeps what was asked for.

    Numbers follow the list at the foot of the brief: document by document, each in its own order. Since
    that order is known only when all is said, a brief is said twice: once to a draft, once for good.
    """

    def __init__(self, places: Places, numbers: Mapping[Sentence, int] | None = None) -> None:
        self._places = places
        self._numbers = numbers or {}
        self._used: dict[Sentence, list[Fact]] = {}

    def has(self, fact: Fact) -> bool:
        """Whether a fact can be proven: it has a mark on the page of its document."""
        return fact.id in self._places.evidence

    def url(self, fact: Fact) -> str:
        """The mark of a fact."""
        return self._places.evidence[fact.id]

    def doubts(self, fact: Fact) -> tuple[Doubt, ...]:
        """The marks that a value carries wherever it is shown."""
        found = self._places.doubts.get(fact.id, ())
        return tuple(Doubt(each.word, each.told, each.url) for each in found)

    def stated(self, text: str, each: Observation, *, against: Observation | None = None) -> Stated:
        """A value in words, with the marks that it carries.

        Where it stands beside the value that it disputes, the mark of that one speaks for both.
        """
        doubts = self.doubts(each)
        told = {doubt.url for doubt in self.doubts(against)} if against else set[str]()
        rival = next((doubt.url.rpartition("#")[2] for doubt in doubts if doubt.url in told), None)
        own = tuple(doubt for doubt in doubts if rival is None or doubt.url.rpartition("#")[2] != rival)
        return Stated(text, each.id, self.url(each), self.number(each), own, rival)

    def home(self, fact: Fact) -> str | None:
        """The page of what a fact is about; None where it has none of its own."""
        home = self._places.homes.get(fact.id)
        return home.url.partition("#")[0] if home else None

    def number(self, fact: Fact) -> int:
        """The number of a fact's evidence; 0 in a draft."""
        sentence = _sentence(fact.evidence)
        self._used.setdefault(sentence, []).append(fact)
        return self._numbers.get(sentence, 0)

    def proof(self, fact: Fact) -> Proof:
        """The number of a fact's evidence, to be set behind what was said."""
        return Proof(self.number(fact))

    def together(self, facts: Iterable[Fact]) -> tuple[Proof, ...]:
        """The numbers of several facts' evidence, each once, in ascending order."""
        return tuple(Proof(number) for number in sorted({self.number(each) for each in facts}))

    def settled(self) -> Proofs:
        """Proofs that know the numbers of all that this draft was asked for."""
        documents = list(dict.fromkeys(document for document, _ in self._used))
        order = sorted(self._used, key=lambda sentence: (documents.index(sentence[0]), sentence[1]))
        return Proofs(self._places, {sentence: place for place, sentence in enumerate(order, start=1)})

    def origins(self, say: Callable[[Citation], Line]) -> tuple[Origin, ...]:
        """The list of evidence, by document; `say` puts a citation into words."""
        documents: dict[str, list[Exhibit]] = {}
        for sentence in sorted(self._used, key=lambda each: self._numbers[each]):
            documents.setdefault(sentence[0], []).append(self._exhibit(sentence))
        return tuple(
            Origin(say(self._places.citations[document]), source_url(document), tuple(exhibits))
            for document, exhibits in documents.items()
        )

    def _exhibit(self, sentence: Sentence) -> Exhibit:
        facts = sorted(self._used[sentence], key=lambda each: each.evidence.span)
        first = facts[0].evidence
        text = self._places.texts[first.document]
        quote = _joined("".join(text[piece.start : piece.end] for piece in first.sentence))
        quote = excerpt(quote, {_joined(each.evidence.text) for each in facts})
        return Exhibit(self._numbers[sentence], quote, self.url(facts[0]))


def _joined(text: str) -> str:
    """Words of a source on one line; a number that a line broke is whole again."""
    return " ".join(without_breaks(text.strip()).split())


def _sentence(evidence: Evidence) -> Sentence:
    return (evidence.document, evidence.sentence[0].start)


def excerpt(quote: str, stated: set[str]) -> str:
    """A long sentence without the clauses that state nothing; the clause before a statement stays."""
    if len(quote) <= LONG:
        return quote
    clauses = CLAUSE.findall(quote)
    telling = [any(each in clause for each in stated) for clause in clauses]
    if any(not any(each in clause for clause in clauses) for each in stated):
        return quote  # a statement runs over two clauses: nothing is cut
    kept = [now or after for now, after in zip(telling, [*telling[1:], False], strict=True)]
    shown = [clause if keep else LEFT_OUT for clause, keep in zip(clauses, kept, strict=True)]
    return re.sub(f"(?:{LEFT_OUT})+", LEFT_OUT, "".join(shown))
