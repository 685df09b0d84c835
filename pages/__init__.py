"""Which pages exist, what each shows, and under which URL."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from core.blocks import Brief, Print
from core.judgement import Judgement
from core.model import Accuracy, Chart, Page, Profiles, Settings
from pages.briefs import brief_pages, compose_briefs, edition_of, prints
from pages.briefs.held import Held, archive_of
from pages.companies import company_pages
from pages.conflicts import conflicts_page
from pages.downloads import data_page
from pages.home import home_page, not_found_page
from pages.honours import honours_page
from pages.industries import industry_pages
from pages.method import method_page
from pages.parks import park_page, parks_page
from pages.places import date, find_places
from pages.policies import policy_pages
from pages.projects import project_page, projects_page
from pages.promises import promises_page
from pages.search import search_page
from pages.sources import source_page, sources_page
from pages.timeline import timeline_page
from pages.views import Site

__all__ = ["Beside", "plan_pages"]


class Beside(Struct, frozen=True):
    """What is shown beside the profiles."""

    judgement: Judgement = Judgement()
    accuracy: Accuracy | None = None  # None: not measured


ALONE = Beside()


def plan_pages(
    profiles: Profiles, charts: Sequence[Chart], settings: Settings, beside: Beside = ALONE
) -> Iterator[Page | Print]:
    """Every page of the site, each made when it is asked for; then what is to be printed."""
    judgement = beside.judgement
    places = find_places(profiles, judgement)
    site = Site(
        title=settings.title,
        tagline=settings.tagline,
        publisher=settings.publisher,
        as_of=date(settings.as_of or profiles.as_of),
        as_of_is_stated=settings.as_of is not None,
        undated=sum(each.published.iso is None for each in places.citations.values()),
    )
    drawn = _by_park(charts)
    yield home_page(profiles, judgement, places, site)
    yield parks_page(profiles, places, site)
    edition, drawings = edition_of(settings, profiles), {each.id: each.svg for each in charts}
    archive, printed = archive_of(profiles, judgement, places), list[Brief]()
    for park in profiles.parks:
        own = drawn.get(park.id, ())
        briefs = compose_briefs(Held(park, archive), own, edition)
        yield park_page(park, own, places, site)
        yield from brief_pages(park, briefs, drawings, site)
        printed += briefs
    yield projects_page(profiles, places, site)
    for project in profiles.projects:
        yield project_page(project, places, site)
    yield from policy_pages(profiles, places, site)
    yield from industry_pages(profiles, places, site)
    yield from company_pages(profiles, places, site)
    yield honours_page(profiles, places, site)
    yield timeline_page(profiles, places, site)
    yield promises_page(places, site)
    yield sources_page(profiles, places, site)
    for source in profiles.sources:
        yield source_page(source, places, site=site, shown=settings.sources)
    yield conflicts_page(profiles, judgement, places, site)
    yield method_page(settings, site, beside.accuracy)
    yield data_page(profiles, beside.judgement, places, site)
    yield search_page(profiles, places, site)
    yield not_found_page(site)
    yield from prints(printed, drawings, edition)


def _by_park(charts: Sequence[Chart]) -> dict[str, tuple[Chart, ...]]:
    found: dict[str, tuple[Chart, ...]] = {}
    for chart in charts:
        found[chart.park] = (*found.get(chart.park, ()), chart)
    return found
