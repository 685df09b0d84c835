"""What each page tells of itself to those who have not opened it, from the values that it shows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from msgspec.structs import replace

from core.about import About, Crumb, DataFile, Dataset, Entry, Feed, Picture, Place, Report
from core.model import Observation, Page, ParkProfile, Profiles, SourceProfile
from core.periods import reach
from core.urls import FEED, NOT_FOUND, SOURCES, park_feed_url, park_url, source_url
from pages.descriptions import description, report_in_words
from pages.downloads import DataView
from pages.parks import ParkView
from pages.places import cite
from pages.search import KINDS
from pages.sources import SourceView
from pages.views import Citation, Site, View

LONGEST = 150  # characters of a description, about; a search engine shows half of it
FEED_LENGTH = 30  # articles
OTHER_KIND = "其他"
MEDIA_TYPES = {
    "csv": "text/csv",
    "json": "application/json",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
TERMS = "原文的版权归原刊所有；引用时请写明原刊，并写明“据本站整理”和资料截至的日期。"


class Describer:
    """Gives each page what is told of it; `picture` stands beside every link that is shared."""

    def __init__(self, profiles: Profiles, picture: Picture | None) -> None:
        self._picture = picture
        self._profiles = profiles
        self._parks = {park_url(park.id): park for park in profiles.parks}
        self._sources = {source_url(each.document.id): each for each in profiles.sources}
        self._entries = dict(_entries(profiles))

    def described(self, page: Page) -> Page:
        """The page with what is told of it; what it says of that itself stays."""
        view = page.view
        if not isinstance(view, View):
            return page
        about = About(
            description=page.about.description or description(view, page.title),
            updated=newest(view) or view.site.as_of.iso,
            listed=page.about.listed and page.url != NOT_FOUND,
            crumbs=crumbs(page.url, self._parks),
            subject=self._subject(page, view),
            feeds=tuple(self._feeds(page, view.site)),
            picture=self._picture,
        )
        return replace(page, about=about)

    def _subject(self, page: Page, view: View) -> Place | Report | Dataset | None:
        if isinstance(view, ParkView):
            park = self._parks[page.url]
            regions = dict.fromkeys((park.province, park.city, park.county))  # 重庆 is a city of its own
            return Place(park.name, park.names, tuple(filter(None, regions)))
        if isinstance(view, SourceView):
            return _report(view, self._sources[page.url])
        return _dataset(view, self._profiles) if isinstance(view, DataView) else None

    def _feeds(self, page: Page, site: Site) -> Iterator[Feed]:
        publisher = site.imprint.publisher or site.title
        if self._entries:
            yield Feed(FEED, f"{site.title}：最新文章", SOURCES, publisher, _first(self._entries.values()))
        park = self._parks.get(page.url)
        told = [self._entries[each] for each in park.documents if each in self._entries] if park else []
        if park and told:
            yield Feed(park_feed_url(park.id), f"{park.name}：最新文章", page.url, publisher, _first(told))


# -- descriptions ---------------------------------------------------------------------------------


def newest(view: View) -> str | None:
    """The newest date of the documents that a page cites; None where it lists none."""
    cited: list[Citation] = [each.citation for each in getattr(view, "sources", ())]
    cited += [view.citation] if isinstance(view, SourceView) else []
    return max((each.published.iso for each in cited if each.published.iso), default=None)


def crumbs(url: str, parks: dict[str, ParkProfile]) -> tuple[Crumb, ...]:
    """The pages above a page: the list of its kind, and the park whose folder it lies in."""
    folder, _, rest = url.partition("/")
    above = [Crumb(f"{folder}/index.html", KINDS[folder])] if rest and folder in KINDS else []
    park = parks.get(url.rpartition("/")[0] + "/index.html")
    if park:
        above.append(Crumb(park_url(park.id), park.name))
    return tuple(each for each in above if each.url != url)


def _report(view: SourceView, source: SourceProfile) -> Report:
    metadata, citation = source.document.metadata, view.citation
    if not citation.digest:
        return Report(
            citation.title, citation.publisher, citation.published.iso, view.authors, url=view.original
        )
    retold = metadata.digest_of
    original = Report(retold.title, retold.publisher, retold.date, url=view.original) if retold else None
    ours = view.site.imprint.publisher or view.site.title
    return Report(citation.title, ours, citation.published.iso, view.authors, retells=original, is_ours=True)


def _dataset(view: DataView, profiles: Profiles) -> Dataset:
    lines = (*(file for table in view.tables for file in table.files), *view.whole)
    return Dataset(
        name=f"{view.site.title}：数据",
        publisher=view.site.imprint.publisher or view.site.title,
        terms=view.site.imprint.licence or TERMS,
        terms_url=view.site.imprint.licence_url or "data/README.txt",
        files=tuple(_files(line.url for line in lines)),
        years=_years(each for source in profiles.sources for each in source.facts.observations),
        regions=tuple(dict.fromkeys(park.province for park in profiles.parks if park.province)),
        as_of=view.site.as_of.iso,
    )


def _files(urls: Iterable[str]) -> Iterator[DataFile]:
    for url in urls:
        name = url.rpartition("/")[2]
        stem, _, suffix = name.rpartition(".")
        if suffix in MEDIA_TYPES and not stem.endswith(".schema"):
            yield DataFile(url, name, MEDIA_TYPES[suffix])


def _years(observations: Iterable[Observation]) -> tuple[int, int] | None:
    """The first and the last year that actual figures speak of."""
    covered = [reach(each.period) for each in observations if each.period and each.status == "actual"]
    if not covered:
        return None
    return min(each.first for each in covered)[0], max(each.last for each in covered)[0]


def _entries(profiles: Profiles) -> Iterator[tuple[str, Entry]]:
    """The dated documents, newest first, by id."""
    parks: dict[str, list[str]] = {}
    for park in profiles.parks:
        for document in park.documents:
            parks.setdefault(document, []).append(park.name)
    for source in profiles.sources:
        document, citation = source.document.id, cite(source)
        if citation.published.iso:
            figures = len({each.evidence.span for each in source.facts.observations})
            yield (
                document,
                Entry(
                    url=citation.url,
                    title=citation.title,
                    published=citation.published.iso,
                    summary=report_in_words(citation, figures, parks.get(document, [])),
                    publisher=None if citation.digest else citation.publisher,
                ),
            )


def _first(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    return tuple(islice(entries, FEED_LENGTH))
