"""The terms of schema.org that pages use: each type with its properties, and what these may hold.

After https://schema.org/docs/full.html; a term that is not here has to be looked up there and added.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

PARENTS = {
    "CreativeWork": "Thing",
    "Article": "CreativeWork",
    "NewsArticle": "Article",
    "Dataset": "CreativeWork",
    "MediaObject": "CreativeWork",
    "DataDownload": "MediaObject",
    "Place": "Thing",
    "AdministrativeArea": "Place",
    "PostalAddress": "Thing",
    "Organization": "Thing",
    "Person": "Thing",
    "BreadcrumbList": "Thing",
    "ListItem": "Thing",
}
PROPERTIES: dict[str, dict[str, set[str]]] = {
    "Thing": {
        "name": {"Text"},
        "alternateName": {"Text"},
        "description": {"Text"},
        "url": {"URL"},
        "mainEntityOfPage": {"URL", "CreativeWork"},
    },
    "CreativeWork": {
        "headline": {"Text"},
        "datePublished": {"Date"},
        "dateModified": {"Date"},
        "author": {"Person", "Organization"},
        "creator": {"Person", "Organization"},
        "publisher": {"Person", "Organization"},
        "inLanguage": {"Language"},
        "license": {"URL", "CreativeWork"},
        "citation": {"CreativeWork"},
        "isBasedOn": {"URL", "CreativeWork"},
        "temporalCoverage": {"Interval"},
        "spatialCoverage": {"Place"},
    },
    "Dataset": {"distribution": {"DataDownload"}},
    "MediaObject": {"encodingFormat": {"MediaType"}, "contentUrl": {"URL"}},
    "Place": {"address": {"PostalAddress"}, "containedInPlace": {"Place"}},
    "PostalAddress": {"addressCountry": {"Country"}, "addressRegion": {"Text"}, "addressLocality": {"Text"}},
    "BreadcrumbList": {"itemListElement": {"ListItem"}},
    "ListItem": {"position": {"Integer"}, "item": {"URL"}},
}
REQUIRED = {
    "Article": {"headline"},
    "Dataset": {"name", "description", "license", "distribution", "creator"},
    "Place": {"name"},
    "ListItem": {"position", "name"},
    "Organization": {"name"},
    "Person": {"name"},
}
FORMS = {
    "Text": re.compile(r"\S(.*\S)?", re.DOTALL),
    "URL": re.compile(r"https?://[\w.:-]+(/[!#-;=?-Z_a-z~%\[\]]*)?", re.ASCII),
    "Language": re.compile(r"[a-z]{2}(-[A-Z][a-z]{3})?"),
    "Country": re.compile(r"[A-Z]{2}"),
    "MediaType": re.compile(r"[a-z]+/[a-z0-9.+-]+"),
    "Interval": re.compile(r"\d{4}(/\d{4})?"),
}


def mistakes(thing: Any, where: str = "") -> Iterator[str]:
    """What breaks the terms, each with the path to it."""
    kind = thing.get("@type") if isinstance(thing, dict) else None
    if kind != "Thing" and kind not in PARENTS:
        yield f"{where}: {kind!r} is no type"
        return
    here = f"{where}/{kind}"
    lineage = list(_lineage(kind))
    allowed = {name: kinds for each in lineage for name, kinds in PROPERTIES.get(each, {}).items()}
    for missing in sorted(set().union(*(REQUIRED.get(each, set()) for each in lineage)) - thing.keys()):
        yield f"{here}: no {missing}"
    for name, value in thing.items():
        if name == "@type":
            continue
        if name not in allowed:
            yield f"{here}: {name} is no property of it"
            continue
        for each in value if isinstance(value, list) else [value]:
            yield from _misfits(each, allowed[name], f"{here}.{name}")


def _misfits(value: Any, kinds: set[str], where: str) -> Iterator[str]:
    if isinstance(value, dict):
        if kinds.isdisjoint(_lineage(value.get("@type"))):
            yield f"{where}: {value.get('@type')} is not among {sorted(kinds)}"
        yield from mistakes(value, where)
    elif not any(_fits(value, kind) for kind in kinds):
        yield f"{where}: {value!r} is not among {sorted(kinds)}"


def _lineage(kind: Any) -> Iterator[str]:
    while kind in PARENTS:
        yield kind
        kind = PARENTS[kind]
    yield "Thing"


def _fits(value: Any, kind: str) -> bool:
    if kind == "Integer":
        return isinstance(value, int) and value > 0
    if kind == "Date":
        return isinstance(value, str) and _is_date(value)
    return isinstance(value, str) and kind in FORMS and FORMS[kind].fullmatch(value) is not None


def _is_date(text: str) -> bool:
    """A day, a month or a year of ISO 8601 that exists."""
    if not re.fullmatch(r"\d{4}(-\d{2}){0,2}", text):
        return False
    try:
        date(*[int(part) for part in (*text.split("-"), "1", "1")[:3]])
    except ValueError:
        return False
    return True
