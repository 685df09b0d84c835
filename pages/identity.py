"""Who a park is, line by line, and who says so."""

from __future__ import annotations

import re

from core.model import ParkProfile, Stated
from pages.places import date
from pages.views import Statement

ADDRESS = re.compile(r"https?://\S+")
ISO_DATE = re.compile(r"\d{4}(-\d{2}){0,2}")
REGISTER = "名录"
ARTICLES = "文章"


def identity(park: ParkProfile) -> tuple[Statement, ...]:
    """The identity card. What nobody states is None; what the register states unsourced says so."""
    entry = park.entry
    return (
        _known("类型", park.kind, REGISTER if entry and entry.kind else ARTICLES),
        _stated("级别", entry.level if entry else None, otherwise=park.level),
        _known("所在地", place(park), REGISTER if entry and entry.province else ARTICLES),
        _stated("批准时间", entry.approved if entry else None, otherwise=None),
    )


def place(park: ParkProfile) -> str | None:
    """Province, city, county; None where none is known."""
    return " · ".join(filter(None, (park.province, park.city, park.county))) or None


def _known(label: str, value: str | None, speaker: str) -> Statement:
    return Statement(
        label=label,
        value=value,
        source=speaker if value and speaker == ARTICLES else None,
        source_url=None,
        unsourced=bool(value) and speaker == REGISTER,
        date=None,
    )


def _stated(label: str, stated: Stated | None, *, otherwise: str | None) -> Statement:
    if stated is None:
        return _known(label, otherwise, ARTICLES)
    is_address = stated.source is not None and ADDRESS.fullmatch(stated.source) is not None
    return Statement(
        label=label,
        value=stated.value,
        source=stated.source,
        source_url=stated.source if is_address else None,
        unsourced=stated.source is None,
        date=date(stated.value) if ISO_DATE.fullmatch(stated.value) else None,
    )
