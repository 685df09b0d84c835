"""What a page is about, in the terms of schema.org (JSON-LD): a block of data in its head."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import singledispatchmethod
from typing import Any

from core.about import Crumb, DataFile, Dataset, Place, Report
from core.model import Page
from core.urls import absolute

Thing = dict[str, Any]
CHINA = "CN"
LANGUAGE = "zh-Hans"


def linked(page: Page, base_url: str | None) -> Thing | None:
    """The things of a page; None where there is nothing to say. Without an address nothing has a URL."""
    writer = _Writer(page, base_url)
    things = list(writer.things())
    return {"@context": "https://schema.org", "@graph": things} if things else None


class _Writer:
    def __init__(self, page: Page, base_url: str | None) -> None:
        self._page = page
        self._base_url = base_url

    def things(self) -> Iterator[Thing]:
        if self._page.about.subject:
            yield self._thing(self._page.about.subject)
        if self._page.about.crumbs:
            yield self._breadcrumbs()

    @singledispatchmethod
    def _thing(self, subject: Any) -> Thing:
        raise NotImplementedError(f"no schema.org type for {type(subject).__name__}")

    @_thing.register
    def _(self, place: Place) -> Thing:
        return _known(
            {
                "@type": "Place",
                "name": place.name,
                "alternateName": list(place.other_names),
                "description": self._page.about.description,
                "url": self._address(self._page.url),
                "address": _address(place.regions),
                "containedInPlace": _area(place.regions),
            }
        )

    @_thing.register
    def _(self, report: Report) -> Thing:
        here = self._address(self._page.url)
        if report.is_ours:
            retold = _publication(report.retells) if report.retells else None
            return _publication(report) | _known({"url": here, "citation": retold, "isBasedOn": retold})
        return _publication(report) | _known({"mainEntityOfPage": here})

    @_thing.register
    def _(self, dataset: Dataset) -> Thing:
        terms = {"@type": "CreativeWork", "name": dataset.terms, "url": self._address(dataset.terms_url)}
        years = dataset.years
        return _known(
            {
                "@type": "Dataset",
                "name": dataset.name,
                "description": self._page.about.description,
                "url": self._address(self._page.url),
                "inLanguage": LANGUAGE,
                "license": _known(terms),
                "creator": _organization(dataset.publisher),
                "dateModified": dataset.as_of,
                "temporalCoverage": years and "/".join(str(year) for year in dict.fromkeys(years)),
                "spatialCoverage": [_area((region,)) for region in dataset.regions],
                "distribution": [self._file(each) for each in dataset.files],
            }
        )

    def _file(self, file: DataFile) -> Thing:
        return _known(
            {
                "@type": "DataDownload",
                "name": file.name,
                "encodingFormat": file.media_type,
                "contentUrl": self._address(file.url),
            }
        )

    def _breadcrumbs(self) -> Thing:
        page = self._page
        trail = (*page.about.crumbs, Crumb(page.url, page.title))
        steps = [
            _known(
                {
                    "@type": "ListItem",
                    "position": position,
                    "name": crumb.name,
                    "item": self._address(crumb.url),
                }
            )
            for position, crumb in enumerate(trail, start=1)
        ]
        return {"@type": "BreadcrumbList", "itemListElement": steps}

    def _address(self, url: str) -> str | None:
        return absolute(self._base_url, url) if self._base_url else None


def _publication(report: Report) -> Thing:
    return _known(
        {
            "@type": "NewsArticle" if report.publisher and not report.is_ours else "Article",
            "headline": report.title,
            "datePublished": report.published,
            "author": [{"@type": "Person", "name": name} for name in report.authors],
            "publisher": report.publisher and _organization(report.publisher),
            "url": report.url,
            "inLanguage": LANGUAGE,
        }
    )


def _organization(name: str) -> Thing:
    return {"@type": "Organization", "name": name}


def _address(regions: tuple[str, ...]) -> Thing | None:
    if not regions:
        return None
    region, *rest = regions
    locality = "".join(rest)
    return _known(
        {
            "@type": "PostalAddress",
            "addressCountry": CHINA,
            "addressRegion": region,
            "addressLocality": locality,
        }
    )


def _area(regions: tuple[str, ...]) -> Thing | None:
    """The smallest of these areas, in the next larger one, and so on."""
    if not regions:
        return None
    area = {"@type": "AdministrativeArea", "name": regions[-1], "containedInPlace": _area(regions[:-1])}
    return _known(area)


def _known(thing: Mapping[str, Any]) -> Thing:
    """Without what is unknown."""
    return {name: value for name, value in thing.items() if value not in (None, "", [])}
