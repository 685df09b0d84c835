"""Which pages exist, what each shows, and under which URL."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from core.judgement import CheckedNote, Judgement
from core.model import Accuracy, Chart, Page, Profiles, Settings
from core.snapshot import Changes, Snapshot
from pages.changes import changes_pages
from pages.companies import company_pages
from pages.conflicts import conflicts_page
from pages.downloads import data_page
from pages.home import home_page, not_found_page
from pages.honours import honours_page
from pages.imprint import imprint
from pages.industries import industry_pages
from pages.method import method_page
from pages.parks import park_page, parks_page
from pages.places import date, find_places
from pages.policies import policy_pages
from pages.projects import project_page, projects_page
from pages.search import search_page
from pages.snapshots import with_snapshot
from pages.sources import source_page, sources_page
from pages.timeline import timeline_page
from pages.views import Site

__all__ = ["Beside", "plan_pages"]


class Beside(Struct, frozen=True):
    """What is shown beside the profiles."""

    judgement: Judgement = Judgement()
    accuracy: Accuracy | None = None  # None: not measured
    notes: tuple[CheckedNote, ...] = ()
    snapshot: Snapshot | None = None
    changes: Changes | None = None  # None: there is no earlier build to compare with


ALONE = Beside()


def plan_pages(
    profiles: Profiles, charts: Sequence[Chart], settings: Settings, beside: Beside = ALONE
) -> Iterator[Page]:
    """Every page of the site, each made when it is asked for."""
    judgement = beside.judgement
    places = find_places(profiles, judgement, beside.notes)
    site = Site(
        title=settings.title,
        tagline=settings.tagline,
        imprint=imprint(settings),
        as_of=date(settings.as_of or profiles.as_of),
        as_of_is_stated=settings.as_of is not None,
        undated=sum(each.published.iso is None for each in places.citations.values()),
        changes=beside.changes is not None,
        feed=bool(beside.changes and settings.base_url and (settings.as_of or profiles.as_of)),
    )
    drawn = _by_park(charts)
    yield home_page(profiles, judgement, places, site)
    yield parks_page(profiles, places, site)
    for park in profiles.parks:
        yield park_page(park, drawn.get(park.id, ()), places, site)
    yield projects_page(profiles, places, site)
    for project in profiles.projects:
        yield project_page(project, places, site)
    yield from policy_pages(profiles, places, site)
    yield from industry_pages(profiles, places, site)
    yield from company_pages(profiles, places, site)
    yield honours_page(profiles, places, site)
    yield timeline_page(profiles, places, site)
    yield sources_page(profiles, places, site)
    for source in profiles.sources:
        yield source_page(source, places, site=site, shown=settings.sources)
    if beside.changes:
        yield from changes_pages(beside.changes, profiles, places, site)
    yield conflicts_page(profiles, judgement, places, site)
    yield method_page(settings, site, beside.accuracy)
    yield with_snapshot(data_page(profiles, judgement, places, site), beside.snapshot)
    yield search_page(profiles, places, site)
    yield not_found_page(site)


def _by_park(charts: Sequence[Chart]) -> dict[str, tuple[Chart, ...]]:
    found: dict[str, tuple[Chart, ...]] = {}
    for chart in charts:
        found[chart.park] = (*found.get(chart.park, ()), chart)
    return found
