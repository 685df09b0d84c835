"""Small functions that make valid model values; a test changes the one field it is about."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from msgspec.structs import replace

from core.model import (
    Article,
    Chart,
    CompanyProfile,
    Document,
    Evidence,
    Facts,
    Honour,
    HonourProfile,
    IndustryClaim,
    IndustryProfile,
    Instrument,
    Investment,
    Leftover,
    Metadata,
    Observation,
    ParkEntry,
    ParkProfile,
    PolicyMention,
    PolicyProfile,
    Profiles,
    ProjectMention,
    ProjectProfile,
    Series,
    SourceProfile,
    Span,
    Stated,
)

PARK = "云泽高新区"
TEXT = (
    "云泽高新区去年交出成绩单\n\n"
    "2024年，云泽高新区实现地区生产总值1135.1亿元，同比增长6.3%。签约项目总投资超332亿元。\n\n"
    "澜光芯片项目总投资50亿元，已在云泽高新区开工。到2025年，力争地区生产总值突破1200亿元。\n"
)
SENTENCE = re.compile(r"(?:[^。\n]|\n(?!\n))+。?")  # a single line break does not end it


def a_document(text: str = TEXT, *, id: str = "yunze-2024", **metadata: Any) -> Document:
    """A document; keywords go into its metadata."""
    known: dict[str, Any] = {
        "title": "云泽高新区去年交出成绩单",
        "publisher": "云泽日报",
        "published": "2025-02-18",
    }
    return Document(id=id, name=f"{id}.txt", text=text, body=0, metadata=Metadata(**{**known, **metadata}))


def evidence_of(document: Document, words: str, *, skip: int = 0) -> Evidence:
    """Evidence at the first place where the document prints the words, after those to skip."""
    start = document.text.index(words)
    for _ in range(skip):
        start = document.text.index(words, start + 1)
    sentence = next(found for found in SENTENCE.finditer(document.text) if found.end() > start)
    return Evidence.at(document, Span(start, start + len(words)), [Span(sentence.start(), sentence.end())])


def an_observation(document: Document | None = None, words: str = "1135.1亿元", **fields: Any) -> Observation:
    """A figure of the park, printed in the document as `words`."""
    evidence = evidence_of(document or a_document(), words)
    number = re.search(r"\d+(\.\d+)?", words)
    return replace(
        Observation(
            id=f"{evidence.document}-{evidence.span.start}",
            value=Decimal(number[0]) if number else Decimal(100),
            unit=words[number.end() :] if number else "%",
            bound="=",
            measure="level",
            indicator="地区生产总值",
            subject=PARK,
            park=PARK,
            period="2024",
            status="actual",
            scope=None,
            basis=None,
            rule="made-by-hand",
            confidence=1.0,
            evidence=evidence,
        ),
        **fields,
    )


def a_mention(document: Document | None = None, words: str = "澜光芯片项目", **fields: Any) -> ProjectMention:
    """A project named in the document."""
    evidence = evidence_of(document or a_document(), words)
    return replace(
        ProjectMention(
            id=f"{evidence.document}-p{evidence.span.start}",
            name=words,
            company=None,
            park=PARK,
            investment=None,
            stage="开工",
            date=None,
            evidence=evidence,
        ),
        **fields,
    )


def named_in(document: Document, words: str) -> dict[str, Any]:
    """The fields that every mention of the park has: id and evidence at the words."""
    evidence = evidence_of(document, words)
    return {"id": f"{evidence.document}-n{evidence.span.start}", "park": PARK, "evidence": evidence}


def a_policy(document: Document, words: str, **fields: Any) -> PolicyMention:
    """A policy named in the document."""
    return PolicyMention(
        **{**named_in(document, words), "name": words, "kind": "人才", "date": None, **fields}
    )


def an_honour(document: Document, words: str, **fields: Any) -> Honour:
    """A title of the park, told in the document."""
    known = {"name": words, "holder": PARK, "rank": None, "year": "2024"}
    return Honour(**{**named_in(document, words), **known, **fields})


def a_claim(document: Document, words: str, **fields: Any) -> IndustryClaim:
    """Industries that the park builds on, as the document lists them."""
    known = {"role": "主导", "names": tuple(words.split("、"))}
    return IndustryClaim(**{**named_in(document, words), **known, **fields})


def an_instrument(document: Document, words: str = "奖励", **fields: Any) -> Instrument:
    """What the document says that a policy gives."""
    known: dict[str, Any] = {"kind": words, "target": None, "amount": None, "condition": None}
    known |= {"deadline": None, "policy": None}
    return Instrument(**{**named_in(document, words), **known, **fields})


def a_policy_profile(mentions: Sequence[PolicyMention], **fields: Any) -> PolicyProfile:
    """A policy of the park."""
    known: dict[str, Any] = {
        "id": "policy",
        "name": mentions[0].name,
        "names": tuple(dict.fromkeys(each.name for each in mentions)),
        "park": "yunze",
        "kind": mentions[0].kind,
        "date": mentions[0].date,
        "mentions": tuple(mentions),
    }
    return PolicyProfile(**{**known, **fields})


def an_honour_profile(mentions: Sequence[Honour], **fields: Any) -> HonourProfile:
    """An honour of the park."""
    first = mentions[0]
    known: dict[str, Any] = {"id": "honour", "name": first.name, "holder": first.holder, "park": "yunze"}
    known |= {"rank": first.rank, "year": first.year, "mentions": tuple(mentions)}
    return HonourProfile(**{**known, **fields})


def an_industry(claims: Sequence[IndustryClaim], name: str, **fields: Any) -> IndustryProfile:
    """An industry that the park claims."""
    rows = tuple(("yunze", each.role, each) for each in claims)
    known: dict[str, Any] = {"id": f"industry-{len(name)}", "name": name, "names": (name,), "claims": rows}
    return IndustryProfile(**{**known, **fields})


def a_company(name: str, **fields: Any) -> CompanyProfile:
    """A company in the park."""
    known: dict[str, Any] = {"id": "company", "name": name, "names": (name,), "projects": ()}
    known |= {"observations": (), "parks": ("yunze",)}
    return CompanyProfile(**{**known, **fields})


def investment_of(observation: Observation) -> Investment:
    """The money of a project as an observation states it."""
    return Investment(
        text=observation.evidence.text,
        value=observation.value,
        unit=observation.unit,
        bound=observation.bound,
        observation=observation.id,
    )


def facts_of(document: Document, observations: Sequence[Observation] = (), **fields: Any) -> Facts:
    """All that a document says; its one article is the whole text."""
    metadata = document.metadata
    article = Article(
        title=metadata.title,
        publisher=metadata.publisher,
        published=metadata.published,
        authors=metadata.authors,
        segments=(Span(0, len(document.text)),),
    )
    return Facts(document=document.id, articles=(article,), observations=tuple(observations), **fields)


def a_leftover(document: Document, words: str, reason: str = "没有指标") -> Leftover:
    """A quantity of the document that became no fact."""
    evidence = evidence_of(document, words)
    return Leftover(evidence.span, evidence.text, reason)


def series_of(observations: Sequence[Observation]) -> tuple[Series, ...]:
    """One series for each observation, in the order given."""
    return tuple(
        Series(
            subject=each.subject,
            indicator=each.indicator,
            measure=each.measure,
            scope=each.scope,
            basis=each.basis,
            points=(each,),
        )
        for each in observations
    )


def a_park_entry(**fields: Any) -> ParkEntry:
    """A park of the register."""
    known: dict[str, Any] = {
        "id": "yunze",
        "name": PARK,
        "kind": "高新技术产业开发区",
        "level": Stated("国家级", "开发区目录（2018年版）"),
        "province": "江苏",
        "city": "云泽",
        "approved": Stated("1994"),
    }
    return ParkEntry(**{**known, **fields})


def a_park(observations: Sequence[Observation] = (), **fields: Any) -> ParkProfile:
    """A registered park with these figures."""
    known: dict[str, Any] = {
        "id": "yunze",
        "name": PARK,
        "names": ("云泽高新技术产业开发区",),
        "entry": a_park_entry(),
        "kind": "高新技术产业开发区",
        "level": "国家级",
        "province": "江苏",
        "city": "云泽",
        "county": None,
        "series": series_of(observations),
        "projects": (),
        "documents": tuple(dict.fromkeys(each.evidence.document for each in observations)),
    }
    return ParkProfile(**{**known, **fields})


def a_project(
    mentions: Sequence[ProjectMention], observations: Sequence[Observation] = (), **fields: Any
) -> ProjectProfile:
    """A project of the park."""
    known: dict[str, Any] = {
        "id": "languang",
        "name": mentions[0].name,
        "names": tuple(dict.fromkeys(each.name for each in mentions)),
        "park": "yunze",
        "company": None,
        "mentions": tuple(mentions),
        "observations": tuple(observations),
    }
    return ProjectProfile(**{**known, **fields})


def a_chart(points: Sequence[Observation], **fields: Any) -> Chart:
    """A chart of the park with these points."""
    known: dict[str, Any] = {
        "id": "yunze-gdp",
        "park": "yunze",
        "title": "地区生产总值",
        "unit": "亿元",
        "alt": "地区生产总值的柱状图。",
        "svg": '<svg viewBox="0 0 10 10"><text x="1" y="9">1135.1</text></svg>',
        "points": tuple(points),
    }
    return Chart(**{**known, **fields})


def profiles_of(*sources: SourceProfile, **fields: Any) -> Profiles:
    """Everything that pages may show."""
    known: dict[str, Any] = {
        "as_of": "2025-02-18",
        "parks": (),
        "projects": (),
        "sources": sources,
        "park_of": {},
        "unplaced": (),
    }
    return Profiles(**{**known, **fields})


def sample_profiles() -> Profiles:
    """One document on one park with a project: every kind of page has something to show."""
    document = a_document()
    gdp, growth = an_observation(document), an_observation(document, "6.3%", measure="growth")
    signed = an_observation(document, "332亿元", indicator="签约项目总投资", bound=">")
    goal = an_observation(document, "1200亿元", bound=">", period="2025", status="target")
    cost = an_observation(document, "50亿元", indicator="项目总投资", subject="澜光芯片项目", period=None)
    mention = a_mention(document, investment=investment_of(cost))
    project = a_project([mention], [cost])
    figures = [gdp, growth, signed, goal, cost]
    park = a_park(figures, projects=(project,))
    facts = facts_of(
        document, figures, projects=(mention,), leftovers=(a_leftover(document, "2024年", "日期"),)
    )
    return profiles_of(
        SourceProfile(document, facts),
        parks=(park,),
        projects=(project,),
        park_of={each.id: park.id for each in figures},
    )
