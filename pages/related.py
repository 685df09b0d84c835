"""Keywords that lead to the search, and the documents that are read beside one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from msgspec import Struct

from core.model import Profiles
from core.relations import Related, Shared
from core.urls import company_url, park_url, project_url, search_url, source_url
from pages.places import Places
from pages.views import Citation, Link

NAMED = 2  # things besides parks that are told as a reason; the rest is 等


class RelatedLine(Struct, frozen=True):
    """A document that belongs beside another, and why."""

    citation: Citation
    parks: tuple[Link, ...]
    things: tuple[Link, ...]
    more: bool  # both name more than these
    words: tuple[Link, ...]  # keywords of both


def with_relations(places: Places, profiles: Profiles) -> Places:
    """Places that know what every document and park is told of, and what is read beside it."""
    relations = profiles.relations
    words = {source_url(each): _to_search(found) for each, found in relations.keywords.items()}
    words |= {park_url(each): _to_search(found) for each, found in relations.parks.items()}
    companies = {each.id: Link(company_url(each.id), each.name) for each in profiles.companies}
    return replace(places, words=words, related=relations.related, named_companies=companies)


def _to_search(words: Sequence[str]) -> tuple[Link, ...]:
    return tuple(Link(search_url(each), each) for each in words)


def related_lines(document: str, places: Places) -> tuple[RelatedLine, ...]:
    """The documents that are read beside this one, the nearest first."""
    return tuple(_line(each, places) for each in places.related.get(document, ()))


def _line(related: Related, places: Places) -> RelatedLine:
    things = [each for each in related.shared if each.kind != "park"]
    return RelatedLine(
        citation=places.citations[related.document],
        parks=tuple(_link(each, places) for each in related.shared if each.kind == "park"),
        things=tuple(_link(each, places) for each in things[:NAMED]),
        more=len(things) > NAMED,
        words=_to_search(related.words),
    )


def _link(thing: Shared, places: Places) -> Link:
    if thing.kind == "project":
        return Link(project_url(thing.id), places.projects[thing.id])
    known = {"park": places.parks, "policy": places.policies, "company": places.named_companies}
    return known[thing.kind][thing.id]
