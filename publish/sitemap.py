"""What search engines ask for first: the list of all pages, and where that list stands (sitemaps.org)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from xml.etree.ElementTree import Element

from msgspec import Struct

from core.urls import ROBOTS, SITEMAP, absolute
from publish.xml import add, xml_of

SITEMAPS = "http://www.sitemaps.org/schemas/sitemap/0.9"
MOST = 50_000  # addresses in one file, by the protocol; and one index names as many files


class Location(Struct, frozen=True):
    """A page and the newest date of what it shows."""

    url: str
    updated: str | None


def sitemap_files(
    locations: Sequence[Location], base_url: str, most: int = MOST
) -> Iterator[tuple[str, str]]:
    """The files by name: robots.txt, sitemap.xml, and the parts of that where one file is too small."""
    yield ROBOTS, f"User-agent: *\nAllow: /\n\nSitemap: {absolute(base_url, SITEMAP)}\n"
    parts = [locations[start : start + most] for start in range(0, len(locations), most)]
    if len(parts) <= 1:
        yield SITEMAP, _listing("urlset", "url", locations, base_url)
        return
    names = [f"sitemap-{number}.xml" for number in range(1, len(parts) + 1)]
    newest = [max(filter(None, map(_day, part)), default=None) for part in parts]
    index = [Location(name, day) for name, day in zip(names, newest, strict=True)]
    yield SITEMAP, _listing("sitemapindex", "sitemap", index, base_url)
    for name, part in zip(names, parts, strict=True):
        yield name, _listing("urlset", "url", part, base_url)


def _listing(root: str, each: str, locations: Sequence[Location], base_url: str) -> str:
    listing = Element(root, {"xmlns": SITEMAPS})
    for location in locations:
        element = add(listing, each)
        add(element, "loc", absolute(base_url, location.url))
        if day := _day(location):
            add(element, "lastmod", day)
    return xml_of(listing)


def _day(location: Location) -> str | None:
    """The date if it is known to the day; the schema of sitemaps takes no less."""
    return location.updated if location.updated and len(location.updated) == len("2021-12-27") else None
