"""Feeds of the newest articles in Atom (RFC 4287)."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from core.about import Entry, Feed
from core.urls import absolute
from publish.xml import add, xml_of

ATOM = "http://www.w3.org/2005/Atom"
MEDIA_TYPE = "application/atom+xml"
BEIJING = "+08:00"
FIRST = ("0001", "01", "01")


def atom_of(feed: Feed, base_url: str) -> str:
    """The feed as a file of the site at this address."""
    root = Element("feed", {"xmlns": ATOM, "xml:lang": "zh-Hans"})
    here = absolute(base_url, feed.url)
    add(root, "id", here)
    add(root, "title", feed.title)
    add(root, "updated", max(_moment(each.published) for each in feed.entries))
    add(add(root, "author"), "name", feed.publisher)
    add(root, "link", rel="self", type=MEDIA_TYPE, href=here)
    add(root, "link", rel="alternate", type="text/html", href=absolute(base_url, feed.page))
    for entry in feed.entries:
        _add_entry(root, entry, base_url)
    return xml_of(root)


def _add_entry(root: Element, entry: Entry, base_url: str) -> None:
    address = absolute(base_url, entry.url)
    element = add(root, "entry")
    add(element, "id", address)
    add(element, "title", entry.title)
    add(element, "updated", _moment(entry.published))
    if len(entry.published) == len("2021-12-27"):
        add(element, "published", _moment(entry.published))
    if entry.publisher:
        add(add(element, "author"), "name", entry.publisher)
    add(element, "link", rel="alternate", type="text/html", href=address)
    add(element, "summary", entry.summary)


def _moment(date: str) -> str:
    """The first moment of a day, month or year; Atom asks for one, the summary says what is known."""
    parts = date.split("-")
    return "-".join((*parts, *FIRST[len(parts) :])) + f"T00:00:00{BEIJING}"
