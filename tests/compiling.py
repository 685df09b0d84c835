"""Documents that say things of parks, and what the judge makes of them."""

from __future__ import annotations

from typing import Any

from msgspec.structs import replace

from core.lexicon import Lexicon
from core.model import (
    Content,
    Document,
    Evidence,
    Facts,
    Honour,
    IndustryClaim,
    Instrument,
    Observation,
    ParkMention,
    ParkProfile,
    PolicyMention,
    Profiles,
    ProjectMention,
    Settings,
)
from profiles import compile_profiles
from tests import factories

PARK = "岚江高新区"
NO_WORDS = Lexicon((), {})
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


def policy(name: str, document: str = "a", *, text: str | None = None, **fields: Any) -> PolicyMention:
    """A policy of the park, as a document names it; `text` is what the document prints."""
    known = {"id": f"{document}-y-{name}", "name": name, "park": PARK, "kind": "产业", "date": None}
    return PolicyMention(**{**known, "evidence": _evidence(document, text), **fields})


def honour(name: str, document: str = "a", **fields: Any) -> Honour:
    """An honour of the park, as a document tells it."""
    known = {
        "id": f"{document}-h-{name}",
        "name": name,
        "holder": PARK,
        "park": PARK,
        "rank": None,
        "year": None,
    }
    return Honour(**{**known, "evidence": _evidence(document), **fields})


def claim(*names: str, document: str = "a", **fields: Any) -> IndustryClaim:
    """Industries that a document says the park builds on."""
    known = {"id": f"{document}-i-{names[0]}", "park": PARK, "role": "主导", "names": names}
    return IndustryClaim(**{**known, "evidence": _evidence(document), **fields})


def instrument(kind: str = "奖励", document: str = "a", **fields: Any) -> Instrument:
    """What a document says that a policy of the park gives."""
    known: dict[str, Any] = {"target": "企业", "amount": None, "condition": None, "deadline": None}
    known |= {"id": f"{document}-t-{kind}", "kind": kind, "park": PARK, "policy": None}
    return Instrument(**{**known, "evidence": _evidence(document), **fields})


def _evidence(document: str, text: str | None = None) -> Evidence:
    """Evidence at the park's name, or at all of another text."""
    if text is None:
        return factories.evidence_of(a_document(document), PARK)
    return factories.evidence_of(factories.a_document(text, id=document), text)


def facts_in(document: str = "a", **found: Any) -> Facts:
    """All that a document says; its article bears no date of its own."""
    return factories.facts_of(a_document(document, None), **found)


def compiled(*facts: Facts, lexicon: Lexicon = NO_WORDS, **content: Any) -> Profiles:
    """The profiles made of these facts; keywords replace what was read beside them."""
    documents = tuple(a_document(each.document) for each in facts)
    read: dict[str, Any] = {"settings": Settings(), "parks": (), "projects": (), "documents": documents}
    return compile_profiles(Content(**{**read, **content}), facts, lexicon)


def only_park(profiles: Profiles) -> ParkProfile:
    """The one park there is."""
    (park,) = profiles.parks
    return park
