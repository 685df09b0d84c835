"""Facts as the JSON that `build.py extract` prints: one object a document."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import msgspec

from core.model import Article, Document, Evidence, Facts, Observation, ProjectMention
from core.problems import Problem

ENCODER = msgspec.json.Encoder(decimal_format="number")
LISTS = (
    "articles", "parks", "observations", "projects", "policies", "honours", "industries", "instruments",
    "leftovers",
)  # fmt: skip

Row = dict[str, Any]


def facts_line(document: Document, facts: Facts) -> bytes:
    """One line of JSON Lines: all that a document says."""
    rows: Row = {
        "articles": [_article(each) for each in facts.articles],
        "parks": [msgspec.structs.asdict(each) for each in facts.parks],
        "observations": [_observation(each) for each in facts.observations],
        "projects": [_project(each) for each in facts.projects],
        "policies": [_row(each) for each in facts.policies],
        "honours": [_row(each) for each in facts.honours],
        "industries": [_row(each) for each in facts.industries],
        "instruments": [_row(each) for each in facts.instruments],
        "leftovers": [
            {"start": each.span.start, "end": each.span.end, "text": each.text, "reason": each.reason}
            for each in facts.leftovers
        ],
    }
    return _line(document.name, None, rows)


def error_line(name: str, problems: Iterable[Problem]) -> bytes:
    """One line of JSON Lines for a file that cannot be read."""
    return _line(
        name,
        "; ".join(f"{Path(problem.where).name}: {problem.what}" for problem in problems),
        {key: [] for key in LISTS},
    )


def _line(name: str, error: str | None, rows: Row) -> bytes:
    return ENCODER.encode({"doc": name, "error": error, **rows}) + b"\n"


def _article(article: Article) -> Row:
    spans = [[span.start, span.end] for span in article.segments]
    return {**msgspec.structs.asdict(article), "segments": spans}


def _observation(observation: Observation) -> Row:
    fields = _fields(observation)
    del fields["note"]  # this is what extraction found, before corrections
    return {"id": fields.pop("id"), **_place(observation.evidence), **fields, **_quote(observation.evidence)}


def _project(project: ProjectMention) -> Row:
    row = _row(project)
    if investment := project.investment:
        names = ("text", "value", "unit", "bound", "observation")
        row["investment"] = {name: getattr(investment, name) for name in names}
    return row


def _row(fact: msgspec.Struct) -> Row:
    evidence: Evidence = fact.evidence  # type: ignore[attr-defined]  # every kind of fact has one
    return {**_fields(fact), **_place(evidence), **_quote(evidence)}


def _fields(fact: msgspec.Struct) -> Row:
    fields = msgspec.structs.asdict(fact)
    del fields["evidence"]
    return fields


def _place(evidence: Evidence) -> Row:
    return {"start": evidence.span.start, "end": evidence.span.end, "text": evidence.text}


def _quote(evidence: Evidence) -> Row:
    return {"quote": evidence.quote}
