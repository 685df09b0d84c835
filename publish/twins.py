"""The twin of a page for programs: what the page shows, as JSON, with the ids of its evidence."""

from __future__ import annotations

from typing import Any

import msgspec

from core.model import Page
from core.urls import NOT_FOUND, SEARCH

DRAWN = "svg"  # for the eye; its values stand beside it
WITHOUT = frozenset({NOT_FOUND, SEARCH})  # pages that say nothing of their own


def twin_url(page: Page) -> str | None:
    """parks/yunze/index.html has its twin in parks/yunze/index.json; None for a page without."""
    if page.url in WITHOUT or not page.url.endswith(".html"):
        return None
    return page.url.removesuffix(".html") + ".json"


def twin_of(page: Page) -> str:
    """The view of a page as JSON; URLs in it are told from the root of the site."""
    told = {"url": page.url, "title": page.title, "view": _told(msgspec.to_builtins(page.view))}
    return msgspec.json.format(msgspec.json.encode(told), indent=1).decode() + "\n"


def _told(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _told(each) for name, each in value.items() if name != DRAWN}
    if isinstance(value, list | tuple):
        return [_told(each) for each in value]
    return value
