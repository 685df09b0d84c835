"""The first page, and the page for what is not there."""

from __future__ import annotations

from core.judgement import Judgement
from core.model import Page, Profiles
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
from pages.conflicts import ConflictLine, first_conflicts
from pages.figures import Host
from pages.parks import park_line
from pages.places import Places
from pages.promises import PromiseLine, what_is_due
from pages.sources import source_line
from pages.views import Link, ParkLine, Site, SourceLine, View

PARKS_SHOWN = 12
SOURCES_SHOWN = 6
CONFLICTS_SHOWN = 4


class HomeView(View, frozen=True, kw_only=True):
    """index.html"""

    counts: tuple[tuple[str, int, str], ...]  # label, count, url
    listings: tuple[Link, ...]  # other ways into what is held
    parks: tuple[ParkLine, ...]
    more_parks: int
    due_next: tuple[PromiseLine, ...]
    overdue: tuple[PromiseLine, ...]
    sources: tuple[SourceLine, ...]
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
        parks=tuple(park_line(park, places) for park in richest),
        more_parks=len(profiles.parks) - len(richest),
        due_next=due_next,
        overdue=overdue,
        sources=tuple(source_line(each, places) for each in profiles.sources[:SOURCES_SHOWN]),
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


def not_found_page(site: Site) -> Page:
    """404.html"""
    return Page(NOT_FOUND, "404.html", "没有这一页", NotFoundView(site=site, section=""))
