"""What a card tells of a figure or a name: one script a document, loaded when one of its cards is opened.

A script, because a page that lies on a disk may load nothing else. Its links are relative to it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

import msgspec
from msgspec import Struct

from core.fragments import text_fragment
from core.model import (
    Asset,
    Bound,
    Evidence,
    Metadata,
    Observation,
    ProjectMention,
    SourceProfile,
    Span,
)
from core.urls import evidence_url, relative, source_url
from core.wording import MEASURE_NAMES, STATUS, UNKNOWN, say, say_date, say_period, without_breaks
from pages.marks import Mention, mentions_of
from pages.places import Places
from pages.views import Citation, Doubt

BOUNDS: Final[dict[Bound, str]] = {"=": "", ">": "只说了下限", "<": "只说了上限", "~": "约数"}


class Quote(Struct, frozen=True, omit_defaults=True):
    """A sentence, and its address on the page that published it."""

    text: str
    original: str | None = None


class Against(Struct, frozen=True, omit_defaults=True):
    """A value that stands against another one."""

    id: str
    said: str
    url: str
    period: str
    source: str


class Dispute(Struct, frozen=True, omit_defaults=True):
    """Why a value is not to be taken alone."""

    word: str
    told: str
    url: str
    rivals: tuple[Against, ...] = ()


class Card(Struct, frozen=True, omit_defaults=True):
    """One fact: `rows` are labels with what is told, `at` where in its sentence the words stand."""

    mark: str
    name: str
    quote: int  # the place of its sentence among the quotes
    at: tuple[int, int] | None
    said: str | None = None  # None: it is no figure
    status: str | None = None
    tone: str | None = None  # the status as the stylesheet knows it
    period: str | None = None
    rows: tuple[tuple[str, str], ...] = ()
    doubts: tuple[Dispute, ...] = ()


class Origin(Struct, frozen=True, omit_defaults=True):
    """The document."""

    url: str
    title: str
    date: str
    publisher: str | None = None
    tags: tuple[str, ...] = ()
    retells: str | None = None  # what a digest retells
    original: str | None = None


class DocumentEvidence(Struct, frozen=True):
    """All cards of one document, by id of the fact."""

    source: Origin
    quotes: tuple[Quote, ...]
    facts: dict[str, Card]


def evidence_script(source: SourceProfile, places: Places) -> Asset:
    """sources/<id>.evidence.js: the cards of all figures and names of one document."""
    told = msgspec.json.encode(evidence_of(source, places)).decode()
    return Asset(evidence_url(source.document.id), f"parkbriefEvidence({told});\n")


def evidence_of(source: SourceProfile, places: Places) -> DocumentEvidence:
    """The cards of one document."""
    quotes = _Quotes(source)
    figures = {each.id: _figure(each, quotes, places) for each in source.facts.observations}
    names = {
        each.id: _name(each, quotes, places) for each in mentions_of(source.facts) if _shown(each, places)
    }
    return DocumentEvidence(
        source=_origin(source, places.citations[source.document.id]),
        quotes=quotes.all,
        facts=figures | names,
    )


def original_url(metadata: Metadata) -> str | None:
    """The page that published the document."""
    return metadata.url if metadata.url and metadata.url.startswith(("https://", "http://")) else None


def original_place(source: SourceProfile, sentence: Sequence[Span]) -> str | None:
    """A sentence on the page that published it; None for a digest, which says it in words of its own."""
    url = original_url(source.document.metadata)
    if url is None or source.document.metadata.kind == "digest":
        return None
    return text_fragment(url, source.document.text, Span(sentence[0].start, sentence[-1].end))


class _Quotes:
    """The sentences of one document, each held once."""

    def __init__(self, source: SourceProfile) -> None:
        self._source = source
        self._held: dict[Quote, int] = {}
        self._originals: dict[tuple[Span, ...], str | None] = {}

    @property
    def all(self) -> tuple[Quote, ...]:
        return tuple(self._held)

    def place(self, evidence: Evidence) -> tuple[int, tuple[int, int] | None]:
        """The place of a sentence, and where in it the words stand; None where they stand outside."""
        before, words, after = _parts(self._source.document.text, evidence)
        quote = Quote(before + words + after, self._original(evidence.sentence))
        at = (len(before), len(before) + len(words)) if words else None
        return self._held.setdefault(quote, len(self._held)), at

    def _original(self, sentence: tuple[Span, ...]) -> str | None:
        if sentence not in self._originals:
            self._originals[sentence] = original_place(self._source, sentence)
        return self._originals[sentence]


def _parts(text: str, evidence: Evidence) -> tuple[str, str, str]:
    """The sentence up to the words, the words, and the rest of it, without line breaks."""
    span, pieces = evidence.span, evidence.sentence
    if not any(piece.start <= span.start and span.end <= piece.end for piece in pieces):
        return evidence.quote, "", ""
    before = "".join(
        text[piece.start : min(piece.end, span.start)] for piece in pieces if piece.start < span.start
    )
    after = "".join(text[max(piece.start, span.end) : piece.end] for piece in pieces if piece.end > span.end)
    said = without_breaks(text[span.start : span.end])
    return without_breaks(before).lstrip(), said, without_breaks(after).rstrip()


def _shown(mention: Mention, places: Places) -> bool:
    return mention.id in places.evidence


def _figure(observation: Observation, quotes: _Quotes, places: Places) -> Card:
    quote, at = quotes.place(observation.evidence)
    here = source_url(observation.evidence.document)
    return Card(
        mark=_mark(places.evidence[observation.id]),
        name=observation.indicator,
        quote=quote,
        at=at,
        said=say(observation),
        status=STATUS[observation.status],
        tone=observation.status,
        period=say_period(observation.period),
        rows=tuple((label, each) for label, each in _rows(observation) if each),
        doubts=tuple(_dispute(each, here) for each in places.doubts.get(observation.id, ())),
    )


def _rows(observation: Observation) -> Iterator[tuple[str, str | None]]:
    yield "主体", observation.subject
    yield "量度", MEASURE_NAMES[observation.measure]
    yield "界限", BOUNDS[observation.bound]
    yield "口径", observation.scope
    yield "性质", None if observation.basis == STATUS[observation.status] else observation.basis
    yield "依据", observation.note or f"规则 {observation.rule}，把握 {observation.confidence:g}"


def _dispute(doubt: Doubt, here: str) -> Dispute:
    return Dispute(
        word=doubt.word,
        told=doubt.told,
        url=relative(here, doubt.url),
        rivals=tuple(
            Against(each.id, each.text, relative(here, each.url), each.period.text, each.source)
            for each in doubt.rivals
        ),
    )


def _name(mention: Mention, quotes: _Quotes, places: Places) -> Card:
    quote, at = quotes.place(mention.evidence)
    return Card(mark=_mark(places.evidence[mention.id]), name=name_of(mention, places), quote=quote, at=at)


def name_of(mention: Mention, places: Places) -> str:
    """What the words of a mention were taken for. One sentence may prove several stages of a project."""
    if isinstance(mention, ProjectMention):
        return f"项目：{mention.name}"
    return places.homes[mention.id].text


def _mark(url: str) -> str:
    return url.partition("#")[2]


def _origin(source: SourceProfile, cited: Citation) -> Origin:
    metadata = source.document.metadata
    retold = metadata.digest_of
    told = f"《{retold.title}》{retold.publisher or ''}，{say_date(retold.date)}" if retold else None
    return Origin(
        url=relative(cited.url, cited.url),
        title=cited.title,
        date=cited.published.text if cited.published.iso else f"日期{UNKNOWN}",
        publisher=cited.publisher,
        tags=tuple(word for word, holds in (("摘编", cited.digest), ("转载", cited.reprint)) if holds),
        retells=told,
        original=original_url(metadata),
    )


def finding_anchor(observation: str) -> str:
    """The id of what a figure was read as, on the page of its document."""
    return f"f-{observation}"


def name_anchor(mention: str) -> str:
    """The id of what a name was read as, on the page of its document."""
    return f"n-{mention}"
