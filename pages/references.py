"""Numbers of documents: short in a table, told in full in the list of sources at the foot of the page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from core.wording import UNKNOWN
from pages.places import Places
from pages.views import Citation, Reference, Source


def number(documents: Iterable[str], places: Places) -> dict[str, Reference]:
    """A number for each document, from 1 in the order given."""
    return {
        document: Reference(place, in_words(places.citations[document]))
        for place, document in enumerate(dict.fromkeys(documents), start=1)
    }


def in_words(citation: Citation) -> str:
    """A citation in one line: 《title》publisher，date, and whether it is a digest."""
    dated = citation.published.text if citation.published.iso else f"日期{UNKNOWN}"
    told = f"《{citation.title}》{citation.publisher or f'刊物{UNKNOWN}'}，{dated}"
    return f"{told}（摘编）" if citation.digest else told


def listed(references: Mapping[str, Reference], places: Places) -> tuple[Source, ...]:
    """The list at the foot of the page."""
    return tuple(Source(each, places.citations[document]) for document, each in references.items())
