"""The grammar of briefs in Chinese: it says what was chosen, and chooses nothing."""

from __future__ import annotations

from pages.briefs.chinese.figures import estate, goals, key_figure, label, paragraphs, stated, when
from pages.briefs.chinese.findings import audit, conflict, gaps, news, promises_table
from pages.briefs.chinese.summaries import point
from pages.briefs.chinese.terms import COLUMNS, HEADINGS, LABELS, NOTES, TITLES
from pages.briefs.chinese.things import (
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

LANGUAGE = "zh-Hans"


def title(kind: str, park: str) -> str:
    """云泽高新区投资简报"""
    return f"{park}{TITLES[kind]}"


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
