"""Documents that say things of parks, and what the judge makes of them."""

from __future__ import annotations

from typing import Any

from msgspec.structs import replace

from core.model import (
    Content,
    Document,
    Facts,
    Observation,
    ParkMention,
    ParkProfile,
    Profiles,
    ProjectMention,
    Settings,
)
from profiles import compile_profiles
from tests import factories

PARK = "岚江高新区"
TEXT = "2024年，岚江高新区实现产值12亿元，星河动力电池项目开工。另有产值13亿元，产值14亿元。"


def a_document(id: str = "a", published: str | None = "2024-07") -> Document:
    """A document by its id and date."""
    return factories.a_document(TEXT, id=id, published=published)


def seen(name: str = PARK, **fields: Any) -> ParkMention:
    """A park as a document knows it."""
    park = ParkMention(
        name, park_id=None, aliases=(), province=None, city=None, county=None, kind="其他", level=None
    )
    return replace(park, **fields)


def figure(id: str = "o1", document: str = "a", *, words: str = "12亿元", **fields: Any) -> Observation:
    """A figure of the park, as a document states it."""
    known = {"id": id, "indicator": "工业总产值", "subject": PARK, "park": PARK}
    return factories.an_observation(a_document(document), words, **{**known, **fields})


def project(name: str = "星河动力电池项目", document: str = "a", **fields: Any) -> ProjectMention:
    """A project of the park, as a document names it."""
    known = {"id": f"{document}-{name}", "name": name, "park": PARK}
    return factories.a_mention(a_document(document), "星河动力电池项目", **{**known, **fields})


def facts_in(document: str = "a", **found: Any) -> Facts:
    """All that a document says; its article bears no date of its own."""
    return factories.facts_of(a_document(document, None), **found)


def compiled(*facts: Facts, **content: Any) -> Profiles:
    """The profiles made of these facts; keywords replace what was read beside them."""
    documents = tuple(a_document(each.document) for each in facts)
    read: dict[str, Any] = {"settings": Settings(), "parks": (), "projects": (), "documents": documents}
    return compile_profiles(Content(**{**read, **content}), facts)


def only_park(profiles: Profiles) -> ParkProfile:
    """The one park there is."""
    (park,) = profiles.parks
    return park
