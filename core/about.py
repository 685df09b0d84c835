"""What is told of a page to those who have not opened it: search engines, feed readers, finders of a link."""

from __future__ import annotations

from msgspec import Struct


class Crumb(Struct, frozen=True):
    """A page that stands above another."""

    url: str
    name: str


class Place(Struct, frozen=True):
    """A park as a place on the map."""

    name: str
    other_names: tuple[str, ...]
    regions: tuple[str, ...]  # that it lies in, the largest first: province, city, county


class Report(Struct, frozen=True):
    """A publication. Unknown stays None."""

    title: str
    publisher: str | None
    published: str | None  # "2021-12-27", "2024-07" or "2024"
    authors: tuple[str, ...] = ()
    url: str | None = None  # the publisher's own, absolute
    retells: Report | None = None  # set for a digest of ours
    is_ours: bool = False  # a digest; its publisher is the site's


class DataFile(Struct, frozen=True):
    """A file to take away."""

    url: str
    name: str
    media_type: str


class Dataset(Struct, frozen=True):
    """All tables that the site hands out."""

    name: str
    publisher: str
    terms: str  # in words: on which terms they may be used
    terms_url: str
    files: tuple[DataFile, ...]
    years: tuple[int, int] | None  # that its actual figures speak of, first and last
    regions: tuple[str, ...]  # provinces
    as_of: str | None


class Entry(Struct, frozen=True):
    """An article in a feed."""

    url: str
    title: str
    published: str  # "2021-12-27", "2024-07" or "2024"
    summary: str
    publisher: str | None  # None: the feed's


class Feed(Struct, frozen=True):
    """The newest articles, newest first."""

    url: str
    title: str
    page: str  # the page that it belongs to
    publisher: str
    entries: tuple[Entry, ...]  # never empty


class Picture(Struct, frozen=True):
    """What stands beside a shared link: a PNG of 1200 by 630 pixels."""

    url: str
    alt: str
    png: bytes


class About(Struct, frozen=True):
    """What is told of one page."""

    description: str = ""
    updated: str | None = None  # the newest date of what it shows; never the clock
    listed: bool = True  # whether search engines should show it
    crumbs: tuple[Crumb, ...] = ()  # the pages above it, the first page of the site not among them
    subject: Place | Report | Dataset | None = None  # what it is about, where that has a form of its own
    feeds: tuple[Feed, ...] = ()  # that its readers may follow; each is written with the page it belongs to
    picture: Picture | None = None
