"""The page that lists parks by province and city."""

from __future__ import annotations

from msgspec import Struct

from core.model import Page, ParkProfile, Profiles
from core.urls import REGIONS
from pages.parks import UNKNOWN_PROVINCE, park_line
from pages.places import Places
from pages.views import ParkLine, Site, View

HEADLINES = 4
UNKNOWN_CITY = "所在城市未知"
NATIONAL = "国家级"


class City(Struct, frozen=True):
    """The parks of one city."""

    name: str
    parks: tuple[ParkLine, ...]


class Province(Struct, frozen=True):
    """The cities of one province."""

    anchor: str
    name: str
    parks: int
    national: int  # of them of the national level
    cities: tuple[City, ...]


class RegionsView(View, frozen=True, kw_only=True):
    """regions/index.html"""

    provinces: tuple[Province, ...]


def regions_page(profiles: Profiles, places: Places, site: Site) -> Page:
    """regions/index.html: parks by province and city, with their key figures."""
    provinces: dict[str, dict[str, list[ParkProfile]]] = {}
    for park in profiles.parks:
        cities = provinces.setdefault(park.province or UNKNOWN_PROVINCE, {})
        cities.setdefault(park.city or UNKNOWN_CITY, []).append(park)
    found = tuple(
        _province(f"region-{number}", name, cities, places)
        for number, (name, cities) in enumerate(provinces.items(), start=1)
    )
    view = RegionsView(site=site, section="regions", provinces=found)
    return Page(REGIONS, "regions.html", "地区", view)


def _province(anchor: str, name: str, cities: dict[str, list[ParkProfile]], places: Places) -> Province:
    parks = [park for each in cities.values() for park in each]
    return Province(
        anchor=anchor,
        name=name,
        parks=len(parks),
        national=sum(park.level == NATIONAL for park in parks),
        cities=tuple(
            City(city, tuple(park_line(park, places, HEADLINES) for park in found))
            for city, found in sorted(cities.items(), key=lambda pair: pair[0] == UNKNOWN_CITY)
        ),
    )
