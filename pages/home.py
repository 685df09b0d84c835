"""The first page, and the page for what is not there."""

from __future__ import annotations

from msgspec import Struct

from core.judgement import Judgement
from core.model import Page, ParkProfile, Profiles, SourceProfile
from core.urls import (
    COMPANIES,
    COMPARE,
    HOME,
    HONOURS,
    INDICATORS,
    INDUSTRIES,
    METHOD,
    NOT_FOUND,
    PARKS,
    POLICIES,
    PROJECTS,
    REGIONS,
    SOURCES,
    TIMELINE,
)
from pages import figures
from pages.conflicts import ConflictLine, first_conflicts
from pages.doubts import is_revised
from pages.figures import Host
from pages.parks import leading_figures, park_line
from pages.places import Places
from pages.promises import PromiseLine, what_is_due
from pages.sources import source_line
from pages.topics import is_slight
from pages.views import Headline, Link, ParkLine, Site, SourceLine, View

# what fits one screen of 1280 by 900
PARKS_SHOWN = 8
SOURCES_SHOWN = 5
CONFLICTS_SHOWN = 2


class News(Struct, frozen=True):
    """A document and the figure that it says most by."""

    source: SourceLine
    subject: str | None  # whom the figure is about, where the document speaks of several parks
    figure: Headline | None  # None: it has no figure of a park that tells how much the park is


class FrontPark(Struct, frozen=True):
    """A park with the figure that says most of it."""

    line: ParkLine
    figure: Headline | None


class HomeView(View, frozen=True, kw_only=True):
    """index.html"""

    counts: tuple[tuple[str, int, str], ...]  # label, count, url
    listings: tuple[Link, ...]  # other ways into what is held
    parks: tuple[FrontPark, ...]
    more_parks: int
    due_next: tuple[PromiseLine, ...]
    overdue: tuple[PromiseLine, ...]
    news: tuple[News, ...]  # the newest documents
    conflicts: tuple[tuple[Link | None, ConflictLine], ...]  # the first of them, with their parks
    more_conflicts: int
    contents: tuple[tuple[str, int | None, str], ...]  # label, count, url: the lists of the site


class NotFoundView(View, frozen=True, kw_only=True):
    """404.html"""


def home_page(profiles: Profiles, judgement: Judgement, places: Places, site: Site) -> Page:
    """index.html: the parks that most is known of, what is in dispute, and the newest documents."""
    conflicts = first_conflicts(profiles, judgement, places, CONFLICTS_SHOWN)
    told = [park for park in profiles.parks if park.documents]
    richest = sorted(told, key=lambda park: -sum(len(series.points) for series in park.series))[:PARKS_SHOWN]
    due_next, overdue = what_is_due(Host(HOME, places, {}), site)
    view = HomeView(
        site=site,
        section="home",
        counts=(
            ("个园区", len(profiles.parks), PARKS),
            ("个项目", len(profiles.projects), PROJECTS),
            ("篇来源", len(profiles.sources), SOURCES),
            ("项数据", len(places.stated) - len(places.repeats), METHOD),
        ),
        listings=(Link(COMPARE, "比较园区"), Link(INDICATORS, "按指标"), Link(REGIONS, "按地区")),
        parks=tuple(_front(park, places) for park in richest),
        more_parks=len(profiles.parks) - len(richest),
        due_next=due_next,
        overdue=overdue,
        news=tuple(_news(each, places) for each in profiles.sources[:SOURCES_SHOWN]),
        conflicts=conflicts,
        more_conflicts=len(judgement.conflicts) - len(conflicts),
        contents=(
            ("政策", len(profiles.policies), POLICIES),
            ("产业", len(profiles.industries), INDUSTRIES),
            ("企业", len(profiles.companies), COMPANIES),
            ("荣誉", len(profiles.honours), HONOURS),
            ("时间线", None, TIMELINE),
        ),
    )
    return Page(HOME, "home.html", site.title, view)


def _front(park: ParkProfile, places: Places) -> FrontPark:
    telling = [each for each in leading_figures(park, places, 1) if not is_slight(each)]
    figure = figures.headline(telling[0], places) if telling else None
    return FrontPark(park_line(park, places, headlines=0), figure)


def _news(source: SourceProfile, places: Places) -> News:
    parks = places.parks_of[source.document.id]
    names = {each.text for each in parks}
    own = [
        each
        for each in source.facts.observations
        if each.subject in names and not is_slight(each) and not is_revised(places.doubts.get(each.id, ()))
    ]
    best = figures.best_known(own, 1)
    return News(
        source=source_line(source, places),
        subject=best[0].subject if best and len(parks) > 1 else None,
        figure=figures.headline(best[0], places) if best else None,
    )


def not_found_page(site: Site) -> Page:
    """404.html"""
    return Page(NOT_FOUND, "404.html", "没有这一页", NotFoundView(site=site, section=""))
