"""Which pages exist, what each shows, and under which URL."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from core.about import Picture
from core.blocks import Print
from core.comparison import IndicatorProfile
from core.judgement import CheckedNote, Judgement
from core.lexicon import Indicator
from core.model import Accuracy, Chart, Page, Profiles, Settings
from core.scorecard import Scorecard
from core.snapshot import Changes, Snapshot
from pages.briefs import all_prints, brief_pages, compose_editions, editions_of
from pages.briefs.held import archive_of
from pages.changes import changes_pages
from pages.companies import company_pages
from pages.compare import compare_page
from pages.conflicts import conflicts_page
from pages.describe import Describer
from pages.downloads import data_page
from pages.home import home_page, not_found_page
from pages.honours import honours_page
from pages.imprint import imprint
from pages.indicators import has_page, indicator_page, indicators_page
from pages.industries import industry_pages
from pages.method import method_page
from pages.parks import park_page, parks_page
from pages.places import Common, date, find_places
from pages.policies import policy_pages
from pages.projects import project_page, projects_page
from pages.promises import promises_page
from pages.regions import regions_page
from pages.related import with_relations
from pages.scorecards import scorecard_page
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
    lexicon: tuple[Indicator, ...] = ()  # every indicator that is known, reported or not
    indicators: tuple[IndicatorProfile, ...] = ()  # those that parks report
    scorecards: tuple[Scorecard, ...] = ()
    notes: tuple[CheckedNote, ...] = ()
    snapshot: Snapshot | None = None
    changes: Changes | None = None  # None: there is no earlier build to compare with
    picture: Picture | None = None  # None: the site has no address under which links are shared


ALONE = Beside()


def plan_pages(
    profiles: Profiles, charts: Sequence[Chart], settings: Settings, beside: Beside = ALONE
) -> Iterator[Page | Print]:
    """Every page of the site, each made when it is asked for, with what is told of it; then the prints."""
    describer = Describer(profiles, beside.picture)
    for each in _pages(profiles, charts, settings, beside):
        yield describer.described(each) if isinstance(each, Page) else each


def _pages(
    profiles: Profiles, charts: Sequence[Chart], settings: Settings, beside: Beside
) -> Iterator[Page | Print]:
    judgement = beside.judgement
    places = find_places(profiles, judgement, beside.scorecards, beside.notes)
    places = with_relations(places, profiles)
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
    drawn = _by_page(charts)
    yield home_page(profiles, judgement, places, site)
    yield parks_page(profiles, places, site)
    editions, drawings = editions_of(settings, profiles), {each.id: each.svg for each in charts}
    briefs = compose_editions(profiles.parks, archive_of(profiles, judgement, places), charts, editions)
    for park in profiles.parks:
        yield park_page(park, drawn.get((park.id, None), ()), places, site)
        yield from brief_pages(park, briefs[park.id], drawings, site)
    yield projects_page(profiles, places, site)
    for project in profiles.projects:
        yield project_page(project, places, site)
    yield from policy_pages(profiles, places, site)
    yield from industry_pages(profiles, places, site)
    yield from company_pages(profiles, places, site)
    yield honours_page(profiles, places, site)
    yield timeline_page(profiles, places, site)
    yield promises_page(places, site)
    yield from _views(profiles, beside, drawn, Common(places, site))
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
    yield from all_prints(briefs.values(), drawings, editions)


Drawn = dict[tuple[str | None, str | None], tuple[Chart, ...]]  # by park's id, indicator's id


def _views(profiles: Profiles, beside: Beside, drawn: Drawn, common: Common) -> Iterator[Page]:
    """Pages that lay out anew what the pages of parks hold: side by side, by indicator, by region."""
    places, site = common.places, common.site
    kinds = {park.id: park.kind for park in profiles.parks}
    levels = {park.id: park.level for park in profiles.parks}
    charts = [chart for found in drawn.values() for chart in found]
    yield compare_page(profiles, beside.indicators, charts, common)
    yield indicators_page(beside.indicators, beside.lexicon, places, site)
    for indicator in filter(has_page, beside.indicators):
        yield indicator_page(indicator, drawn.get((None, indicator.id), ()), kinds, common)
    yield regions_page(profiles, places, site)
    for scorecard in beside.scorecards:
        yield scorecard_page(scorecard, levels[scorecard.park], places, site)


def _by_page(charts: Sequence[Chart]) -> Drawn:
    found: Drawn = {}
    for chart in charts:
        place = (chart.park, chart.indicator)
        found[place] = (*found.get(place, ()), chart)
    return found
