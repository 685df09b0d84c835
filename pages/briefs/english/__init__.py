"""The grammar of briefs in English: it says what was chosen, and chooses nothing."""

from __future__ import annotations

from pages.briefs.english.figures import estate, goals, key_figure, label, paragraphs, stated, when
from pages.briefs.english.findings import audit, conflict, gaps, news, promises_table
from pages.briefs.english.summaries import point
from pages.briefs.english.terms import COLUMNS, HEADINGS, LABELS, NOTES, TITLES
from pages.briefs.english.things import (
    as_of,
    byline,
    carriers,
    grants_table,
    honours_table,
    identity,
    more,
    policies_table,
    projects_table,
    roles,
    source,
)

LANGUAGE = "en"


def title(kind: str, park: str) -> str:
    """Investment brief · 云泽高新区: the page says the park in English"""
    return f"{TITLES[kind]} · {park}"


__all__ = [
    "COLUMNS",
    "HEADINGS",
    "LABELS",
    "LANGUAGE",
    "NOTES",
    "TITLES",
    "as_of",
    "audit",
    "byline",
    "carriers",
    "conflict",
    "estate",
    "gaps",
    "goals",
    "grants_table",
    "honours_table",
    "identity",
    "key_figure",
    "label",
    "more",
    "news",
    "paragraphs",
    "point",
    "policies_table",
    "projects_table",
    "promises_table",
    "roles",
    "source",
    "stated",
    "title",
    "when",
]
