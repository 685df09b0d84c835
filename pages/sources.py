"""Pages of documents, and the list of them: the sentences that everything else leads to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from msgspec.structs import replace

from core.model import Document, Facts, Leftover, Metadata, Observation, Page, Profiles, SourceProfile
from core.urls import SOURCES, source_url
from core.wording import UNKNOWN, say_share, without_breaks
from pages import figures
from pages.evidence import evidence_script, finding_anchor, name_anchor, name_of, original_place, original_url
from pages.marks import Mark, mentions_of
from pages.places import Places, date
from pages.reading import sentences_only, whole_text
from pages.related import RelatedLine, related_lines
from pages.views import (
    Citation,
    Finding,
    LeftoverGroup,
    LeftoverText,
    Link,
    NameRead,
    Original,
    Paragraph,
    Recall,
    Site,
    SourceLine,
    View,
)

Shown = Literal["full", "quotes"]
AROUND = 10  # characters shown on either side of a leftover quantity


class SourcesView(View, frozen=True, kw_only=True):
    """sources/index.html"""

    sources: tuple[SourceLine, ...]


class SourceView(View, frozen=True, kw_only=True):
    """sources/<id>.html"""

    title: str
    citation: Citation
    authors: tuple[str, ...]
    licence: str | None
    original: str | None
    digest_of: Original | None
    full: bool
    paragraphs: tuple[Paragraph, ...]
    findings: tuple[Finding, ...]
    names: tuple[NameRead, ...]
    recall: Recall
    parks: tuple[Link, ...]
    industries: tuple[Link, ...]
    original_here: Citation | None  # the document that this one reprints
    reprints: tuple[Citation, ...]  # the documents that reprint this one
    words: tuple[Link, ...]  # keywords
    related: tuple[RelatedLine, ...]


def sources_page(profiles: Profiles, places: Places, site: Site) -> Page:
    """sources/index.html: every document, newest first."""
    view = SourcesView(
        site=site,
        section="sources",
        sources=tuple(source_line(each, places) for each in profiles.sources),
    )
    return Page(SOURCES, "sources.html", "来源", view)


def source_line(source: SourceProfile, places: Places) -> SourceLine:
    """A document in a list."""
    return SourceLine(
        citation=places.citations[source.document.id],
        parks=places.parks_of[source.document.id],
        figures=len(source.facts.observations),
    )


def source_page(source: SourceProfile, places: Places, site: Site, shown: Shown) -> Page:
    """sources/<id>.html: metadata, marked text, recall."""
    document, facts = source.document, source.facts
    cited, metadata = places.citations[document.id], document.metadata
    full = shown == "full" or metadata.kind == "digest"
    view = SourceView(
        site=site,
        section="sources",
        title=cited.title,
        citation=cited,
        authors=metadata.authors
        or tuple(dict.fromkeys(who for each in facts.articles for who in each.authors)),
        licence=metadata.licence,
        original=original_url(metadata),
        digest_of=_original(metadata),
        full=full,
        paragraphs=_text(source, places, full=full, title=cited.title),
        findings=_findings(source, places),
        names=_names(source, places),
        recall=recall(document, facts),
        parks=places.parks_of[document.id],
        industries=places.industries_told(source_url(document.id)),
        original_here=places.citations.get(places.reprints.get(document.id, "")),
        reprints=tuple(
            places.citations[each] for each, of in sorted(places.reprints.items()) if of == document.id
        ),
        words=places.words.get(source_url(document.id), ()),
        related=related_lines(document.id, places),
    )
    script = evidence_script(source, places)
    return Page(source_url(document.id), "source.html", cited.title, view, assets=(script,))


def _text(source: SourceProfile, places: Places, *, full: bool, title: str) -> tuple[Paragraph, ...]:
    """The text that is shown; a first line that only repeats the title is left out."""
    read = whole_text if full else sentences_only
    paragraphs = read(source.document.text, source.facts, places)
    first = paragraphs[0].runs if paragraphs and full else ()
    shown = paragraphs[1:] if [run.text for run in first if not run.mark] == [title] else paragraphs
    return tuple(_led_on(shown, source, places))


def _led_on(paragraphs: Sequence[Paragraph], source: SourceProfile, places: Places) -> Iterator[Paragraph]:
    """Each with links to what it was read as and to where it was published, as far as it has marks."""
    facts = {each.id: each for each in (*source.facts.observations, *mentions_of(source.facts))}
    marks = {mark.anchor: mark for mark in places.marks[source.document.id]}
    for paragraph in paragraphs:
        held = [marks[run.mark] for run in paragraph.runs if run.mark]
        sentences = [facts[fact].evidence.sentence for mark in held for fact in _facts_of(mark)]
        first = min(sentences, default=())
        yield replace(
            paragraph,
            reading=_reading(held[0]) if held else None,
            original=original_place(source, first) if first else None,
        )


def _facts_of(mark: Mark) -> tuple[str, ...]:
    return (*mark.observations, *mark.mentions)


def _reading(mark: Mark) -> str:
    return finding_anchor(mark.observations[0]) if mark.observations else name_anchor(mark.mentions[0])


def _original(metadata: Metadata) -> Original | None:
    original = metadata.digest_of
    if original is None:
        return None
    return Original(original.title, original.publisher or f"刊物{UNKNOWN}", date(original.date))


def _findings(source: SourceProfile, places: Places) -> tuple[Finding, ...]:
    """What each marked quantity was read as, in the order of the text."""
    in_order = sorted(source.facts.observations, key=lambda each: each.evidence.span)
    return tuple(_finding(each, source_url(source.document.id), places) for each in in_order)


def _finding(observation: Observation, url: str, places: Places) -> Finding:
    said = figures.value(observation, places, url)
    return Finding(
        anchor=finding_anchor(observation.id),
        value=said,
        indicator=observation.indicator,
        notes=figures.notes(observation),
        subject=observation.subject,
        period=figures.period(observation.period),
        rule=observation.rule,
        confidence=f"{observation.confidence:g}",
        note=observation.note,
        placed=said.anchor is None or observation.id in places.repeats,
    )


def _names(source: SourceProfile, places: Places) -> tuple[NameRead, ...]:
    """What each marked name was read as, in the order of the text."""
    shown = [each for each in mentions_of(source.facts) if each.id in places.evidence]
    return tuple(
        NameRead(
            anchor=name_anchor(each.id),
            text=without_breaks(each.evidence.text),
            url=places.evidence[each.id],
            home=replace(places.homes[each.id], text=name_of(each, places)),
        )
        for each in sorted(shown, key=lambda each: each.evidence.span)
    )


def recall(document: Document, facts: Facts) -> Recall:
    """How many of the document's quantities became facts, and why the others did not."""
    stated = {each.evidence.span for each in facts.observations}
    left = [each for each in facts.leftovers if each.span not in stated]
    total = len(stated) + len(left)
    return Recall(
        quantities=total,
        facts=len(stated),
        percent=say_share(len(stated), total) if total else "",
        working=f"{len(stated)} ÷ {total}",
        leftovers=_by_reason(document.text, left),
    )


def _by_reason(text: str, leftovers: Sequence[Leftover]) -> tuple[LeftoverGroup, ...]:
    reasons: dict[str, list[LeftoverText]] = {}
    for each in leftovers:
        reasons.setdefault(each.reason, []).append(_in_context(text, each))
    most_first = sorted(reasons.items(), key=lambda found: (-len(found[1]), found[0]))
    return tuple(LeftoverGroup(reason, len(texts), tuple(texts)) for reason, texts in most_first)


def _in_context(text: str, leftover: Leftover) -> LeftoverText:
    start, end = leftover.span.start, leftover.span.end
    before = text[max(0, start - AROUND) : start].rpartition("\n")[2]
    after = text[end : end + AROUND].partition("\n")[0]
    return LeftoverText(before.strip(), without_breaks(text[start:end]), after.strip())
