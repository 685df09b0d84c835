"""The list of honours: titles won, places in rankings, by year."""

from __future__ import annotations

from core.model import Page, Profiles
from core.urls import HONOURS
from pages.lines import honour_line
from pages.places import Places
from pages.views import HonourLine, Period, Site, View


class HonoursView(View, frozen=True, kw_only=True):
    """honours/index.html"""

    years: tuple[tuple[Period, tuple[HonourLine, ...]], ...]


def honours_page(profiles: Profiles, places: Places, site: Site) -> Page:
    """honours/index.html: the newest year first, unknown years last; a holder's honours together."""
    years: dict[Period, list[HonourLine]] = {}
    for honour in profiles.honours:
        line = honour_line(honour, places, HONOURS)
        years.setdefault(line.year, []).append(line)
    view = HonoursView(
        site=site,
        section="honours",
        years=tuple((year, tuple(lines)) for year, lines in years.items()),
    )
    return Page(HONOURS, "honours.html", "荣誉", view)
