"""Names taken apart and compared: when two names mean one park, or one project."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from core.gazetteer import SHORTEST, short, with_short_places
from core.park_forms import ENDINGS

NATIONAL = re.compile(r"国家级|省级|国家(?=$)|^国家")
UNSPOKEN = re.compile(r"[^\w]|_")  # spaces, quotes, brackets, dots
PHASE = re.compile(r"[一二三四五六七八九十\d]+[期号#]")
SHORTEST_PROJECT = 4  # characters that a project's name needs to be looked for in a longer one


def spoken(text: str) -> str:
    """The letters and digits of a name: no width, case, space, quote or bracket makes a difference."""
    return UNSPOKEN.sub("", unicodedata.normalize("NFKC", text)).lower()


def bare_region(name: str | None) -> str:
    """昆山市 and 昆山 alike; "" for None."""
    return short(spoken(name)) if name else ""


# -- parks ----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class ParkName:
    """A park's name taken apart: 昆山 + 高新, in whatever way its kind is written."""

    place: str
    family: str  # "" where the name ends in no known kind: then `place` is all of it
    ending: str

    @property
    def generic(self) -> bool:
        """经开区 alone names no park in particular."""
        return not self.place


@dataclass(frozen=True, slots=True)
class Region:
    """Where a park lies; "" for what is unknown."""

    province: str = ""
    city: str = ""
    county: str = ""

    @classmethod
    def of(cls, province: str | None, city: str | None, county: str | None) -> Region:
        """A region from names as printed."""
        return cls(bare_region(province), bare_region(city), bare_region(county))

    def known(self) -> int:
        """How many of its three levels are known."""
        return sum(map(bool, (self.province, self.city, self.county)))

    def names(self) -> frozenset[str]:
        """The names of its levels that are long enough to be told from another word."""
        return frozenset(name for name in (self.province, self.city, self.county) if len(name) >= SHORTEST)

    def contradicts(self, other: Region) -> bool:
        """Whether no one place can lie in both. A county-level city may be given as city or county."""
        if self.province[:2] and other.province[:2] and self.province[:2] != other.province[:2]:
            return True
        if self.city and other.city and self.city != other.city:
            return self.city != other.county and other.city != self.county
        return bool(self.county and other.county and self.county != other.county)

    def leads(self, prefix: str) -> bool:
        """Whether a prefix such as 江苏苏州 is spelled by this region's names, from large to small."""
        levels = (self.province, self.city, self.county)
        spelled = "".join(f"(?:{re.escape(name)})?" for name in levels if name)
        return bool(spelled and re.fullmatch(spelled, prefix))


NOWHERE = Region()


def park_name(name: str, kind: str | None = None, region: Region = NOWHERE) -> ParkName:
    """Take a park's name apart; `kind` decides what a bare 开发区 is.

    `region` tells places that the gazetteer lacks: 岚江市 of 岚江市高新区 is 岚江 where the park lies there.
    """
    text = spoken(name)
    ending, family = next((row for row in ENDINGS if text.endswith(row[0])), ("", ""))
    if ending == "开发区" and kind == "高新技术产业开发区":
        family = "高新"
    stem = text.removesuffix(ending) if ending else text
    place = NATIONAL.sub("", stem) if family else stem
    return ParkName(with_short_places(place, region.names()), family, ending)


def same_park_name(one: ParkName, other: ParkName, regions: tuple[Region, Region]) -> bool:
    """Same kind and place, where one may carry the names of its region in front: 苏州相城 is 相城."""
    if one.family != other.family or one.generic or other.generic:
        return False
    if one.place == other.place:
        return True
    short, long = sorted((one.place, other.place), key=len)
    prefix = long.removesuffix(short)
    return prefix != long and any(region.leads(prefix) for region in regions)


# -- projects -------------------------------------------------------------------------------------


def project_key(name: str) -> str:
    """A project's name without 项目, quotes, spaces and punctuation."""
    key = spoken(name)
    return key.removesuffix("项目") or key


def same_project_name(one: str, other: str) -> bool:
    """Of two keys: the same, or one holds the other and they name no two phases of one plan."""
    if one == other:
        return True
    short, long = sorted((one, other), key=len)
    if len(short) < SHORTEST_PROJECT or short not in long:
        return False
    return PHASE.findall(short) == PHASE.findall(long)
