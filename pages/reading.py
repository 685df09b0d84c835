"""The text of a document as paragraphs with marks: whole, or only the sentences that carry facts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from core.model import Article, Evidence, Facts, Span
from core.whitespace import squeezed
from core.wording import BREAK, UNKNOWN, without_breaks
from pages.marks import Mark, mentions_of
from pages.places import Places
from pages.views import Link, Paragraph, Run

Sentence = tuple[Span, ...]
HEADING = re.compile(r"#{1,6}[ \t]+")  # Markdown's
SENTENCE_END = re.compile(r"[。！？!?：:；;…”』」]\s*$")
FULL_LINE = 20  # characters; a shorter line is a title or the last of its paragraph
FULL_PARAGRAPH = 40  # the same, where an empty line follows: a title may be longer than a line


def whole_text(text: str, facts: Facts, places: Places) -> tuple[Paragraph, ...]:
    """Every article in paragraphs; sentences that lie outside them, such as a page's headline, come first."""
    marks = places.marks[facts.document]
    segments = sorted(segment for article in facts.articles for segment in article.segments)
    outside = [
        sentence
        for sentence in _sentences(facts, marks)
        if not all(any(_covers(segment, piece) for segment in segments) for piece in sentence)
    ]
    shown = [piece for sentence in outside for piece in sentence]
    inside = [part for segment in segments for part in _without(segment, shown)]
    lines = [line for part in inside for line in _paragraphs(text, part, marks)]
    shown_as = [_paragraph(text, each, marks, places) for each in (*outside, *((line,) for line in lines))]
    return tuple(_headed(each, facts.articles) for each in shown_as)


def sentences_only(text: str, facts: Facts, places: Places) -> tuple[Paragraph, ...]:
    """The sentences that carry facts, in reading order; where a page holds several articles, under titles."""
    marks = places.marks[facts.document]
    articles: dict[int, list[Sentence]] = {}
    for sentence in sorted(_sentences(facts, marks), key=lambda each: _place(each, facts.articles)):
        articles.setdefault(_place(sentence, facts.articles)[0], []).append(sentence)
    return tuple(
        paragraph
        for place, sentences in articles.items()
        for paragraph in _under_title(
            [_paragraph(text, each, marks, places) for each in sentences], facts.articles, place
        )
    )


def _place(sentence: Sentence, articles: Sequence[Article]) -> tuple[int, int, Span]:
    """The article that a sentence begins in, the segment there; last, what lies outside all of them."""
    first = sentence[0]
    for number, article in enumerate(articles):
        for place, segment in enumerate(article.segments):
            if segment.start <= first.start < segment.end:
                return number, place, first
    return len(articles), 0, first


def _under_title(
    paragraphs: Sequence[Paragraph], articles: Sequence[Article], place: int
) -> Iterator[Paragraph]:
    first, *others = (_headed(each, articles) for each in paragraphs)
    if len(articles) > 1 and place < len(articles) and not first.heading:
        title = articles[place].title or f"（标题{UNKNOWN}）"
        yield Paragraph(runs=(Run(title, None, "", ()),), heading=True)
    yield from (first, *others)


def _headed(paragraph: Paragraph, articles: Sequence[Article]) -> Paragraph:
    """The paragraph as a heading where it is the title of one of several articles."""
    said = squeezed("".join(run.text for run in paragraph.runs))
    titles = {squeezed(article.title) for article in articles if article.title}
    return replace(paragraph, heading=True) if len(articles) > 1 and said in titles else paragraph


def _sentences(facts: Facts, marks: Sequence[Mark]) -> list[Sentence]:
    """Sentences of the marked facts; those that overlap are one, and every mark lies within a piece."""
    shown = {fact for mark in marks for fact in (*mark.observations, *mark.mentions)}
    proofs: list[Evidence] = [each.evidence for each in facts.observations if each.id in shown]
    proofs += [each.evidence for each in mentions_of(facts) if each.id in shown]
    found = {each.sentence for each in proofs}
    loose: list[Sentence] = [
        (mark.span,) for mark in marks if not any(_holds(sentence, mark.span) for sentence in found)
    ]
    return _merge(sorted(found) + loose)


def _merge(sentences: Iterable[Sentence]) -> list[Sentence]:
    merged: list[Sentence] = []
    for sentence in sentences:
        touching = [other for other in merged if _overlap(other, sentence)]
        merged = [other for other in merged if other not in touching]
        merged.append(_union(sentence, touching) if touching else sentence)
    return merged


def _union(sentence: Sentence, touching: Iterable[Sentence]) -> Sentence:
    pieces: list[Span] = []
    for piece in sorted([*sentence, *(piece for other in touching for piece in other)]):
        if pieces and piece.start < pieces[-1].end:
            pieces[-1] = Span(pieces[-1].start, max(pieces[-1].end, piece.end))
        else:
            pieces.append(piece)
    return tuple(pieces)


def _overlap(one: Sentence, other: Sentence) -> bool:
    return any(a.start < b.end and b.start < a.end for a in one for b in other)


def _holds(sentence: Sentence, span: Span) -> bool:
    return any(_covers(piece, span) for piece in sentence)


def _covers(outer: Span, inner: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _without(segment: Span, taken: Iterable[Span]) -> list[Span]:
    """The parts of a segment that no taken span covers."""
    parts, start = [], segment.start
    for span in sorted(taken):
        if span.end > start and span.start < segment.end:
            if span.start > start:
                parts.append(Span(start, span.start))
            start = span.end
    if start < segment.end:
        parts.append(Span(start, segment.end))
    return parts


def _paragraphs(text: str, part: Span, marks: Sequence[Mark]) -> Iterator[Span]:
    """Lines of a part; a line that stops in mid-sentence, or within a mark, runs on into the next."""
    start = part.start
    for found in BREAK.finditer(text, part.start, part.end):
        if _runs_on(text, Span(start, found.end()), found) or _splits_a_mark(found, marks):
            continue
        if text[start : found.start()].strip():
            yield Span(start, found.start())
        start = found.end()
    if text[start : part.end].strip():
        yield Span(start, part.end)


def _runs_on(text: str, line: Span, found: re.Match[str]) -> bool:
    least = FULL_PARAGRAPH if found[0].count("\n") > 1 else FULL_LINE
    if found.start() - line.start < least:
        return False
    return not SENTENCE_END.search(text, line.start, found.start())


def _splits_a_mark(found: re.Match[str], marks: Sequence[Mark]) -> bool:
    return any(mark.span.start < found.start() and found.end() < mark.span.end for mark in marks)


def _paragraph(text: str, pieces: Sentence, marks: Sequence[Mark], places: Places) -> Paragraph:
    heading = HEADING.match(text, pieces[0].start, pieces[0].end)
    if heading and heading.end() < pieces[0].end:
        pieces = (Span(heading.end(), pieces[0].end), *pieces[1:])
    return Paragraph(
        runs=tuple(run for piece in pieces for run in _runs(text, piece, marks, places)),
        heading=heading is not None,
    )


def _runs(text: str, piece: Span, marks: Sequence[Mark], places: Places) -> Iterator[Run]:
    start = piece.start
    for mark in marks:
        if not _covers(piece, mark.span):
            continue
        if mark.span.start > start:
            yield Run(without_breaks(text[start : mark.span.start]), None, "", ())
        yield Run(
            without_breaks(text[mark.span.start : mark.span.end]), mark.anchor, mark.kind, _uses(mark, places)
        )
        start = mark.span.end
    if start < piece.end:
        yield Run(without_breaks(text[start : piece.end]), None, "", ())


def _uses(mark: Mark, places: Places) -> tuple[Link, ...]:
    return tuple(places.homes[fact] for fact in (*mark.observations, *mark.mentions))
