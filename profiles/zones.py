"""What lies within a park: other parks of which it is the parent, and areas that sources name inside it.

A zone's figures are never the park's: they stand under the zone's own name, and no sum takes in both.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from core.model import Observation, ProjectMention, ProjectProfile, Series, Zone
from profiles.names import bare_region, park_name, spoken
from profiles.parks import Park, all_names

AREA = re.compile(  # how the name of an area ends; a 公园 or a 生产线 is none
    r"(?:园区|(?<![公校花家乐果庄])园|片区|组团|小镇|新城|(?:产业|科技|科学|汽车|未来|创新|科创|金融|智慧|软件|医药|航空)城"
    r"|(?:创新|科创|数字|数谷|云)港|(?:创新|科创|数字|智造|智|药|光|硅|数|云)谷|核心区|起步区|启动区|示范区|合作区|集聚区|功能区|商务区|综保区|保税区)$"
)
CLASS = re.compile(  # an area in general, or many of them: 园区, 产业园, 特色产业园区
    r"(?:全|该|本|各|我|老|新|大|小|其他|多个|若干|特色|专业|重点|工业|产业|科技|现代|高新|高新技术|开发|主|全省|全市|全国)*"
    r"(?:园区|园|片区|组团|小镇|新城|核心区|起步区|启动区|示范区|合作区|集聚区|功能区|商务区)$"
)
WITHIN = r"(?:(?:位|坐落|落户|落地|选址|布局|设)[于在]|落户|落地|选址|入驻|进驻|建在)"
POINTING = "这该本其那"  # 这是…科技城: words of a sentence, no name
SHORTEST = 4  # characters of an area's name


# -- parks in parks -------------------------------------------------------------------------------


def parents_of(parks: Sequence[Park]) -> dict[str, str]:
    """The parent of each park that has one: as registered, else the park whose name opens its own.

    A registered park without a parent lies in none; a name that two parks bear opens nothing.
    """
    names: dict[str, set[str]] = defaultdict(set)
    for park in parks:
        for name in all_names(park):
            names[spoken(name)].add(park.id)
    found: dict[str, str] = {}
    for park in parks:
        parent = park.entry.parent if park.entry else _named_within(park, names)
        if parent is not None:
            found[park.id] = parent
    return found


def _named_within(park: Park, names: Mapping[str, set[str]]) -> str | None:
    text = spoken(park.name)
    for end in range(len(text) - 1, 1, -1):
        others, front = names.get(text[:end], set()) - {park.id}, park_name(text[:end])
        if others and front.family and not front.generic:  # no city: 南湖市 is no parent of 南湖市高新区
            return min(others) if len(others) == 1 else None
    return None


# -- areas ----------------------------------------------------------------------------------------


def zones_of(park: Park, series: Sequence[Series], projects: Sequence[ProjectProfile]) -> tuple[Zone, ...]:
    """The areas within a park of which sources tell more than the name, as a reader meets them."""
    figures: dict[str, list[Observation]] = defaultdict(list)
    names: dict[str, str] = {}
    own = {_bare(name, park) for name in all_names(park)}
    for name in [*(each.subject for each in series), *(each.name for each in projects)]:
        if is_area(name) and _bare(name, park) not in own:
            names.setdefault(_bare(name, park), name)
    for each in series:
        if (key := _bare(each.subject, park)) in names:
            figures[key] += (one for one in each.points if one not in figures[key])
    carriers = {_bare(name, park): each for each in reversed(projects) for name in each.names}
    zones = [
        Zone(
            name=carriers[key].name if key in carriers else name,
            project=carriers[key].id if key in carriers else None,
            figures=tuple(figures[key]),
            projects=tuple(_within(key, name, carriers.get(key), projects)),
        )
        for key, name in names.items()
    ]
    return tuple(each for each in zones if each.figures or each.projects)


def is_area(name: str) -> bool:
    """Whether a name is that of one area: 岚江科创产业园, but not 特色产业园区."""
    told = len(name) >= SHORTEST and name[0] not in POINTING
    return told and bool(AREA.search(name)) and not CLASS.fullmatch(name)


def _bare(name: str, park: Park) -> str:
    """A name without those of its park or place in front: 岚江高新区数字产业园 is 数字产业园."""
    text = spoken(name)
    entry = park.entry
    places = (entry.province, entry.city, entry.county) if entry else ()
    fronts = {*map(spoken, all_names(park)), *(park_name(each, None).place for each in all_names(park))}
    fronts |= {bare_region(each) for each in places}
    for front in sorted(filter(None, fronts), key=len, reverse=True):
        rest = text.removeprefix(front)
        if rest != text and is_area(rest):
            return rest
    return text


def _within(
    key: str, name: str, carrier: ProjectProfile | None, projects: Sequence[ProjectProfile]
) -> Iterator[str]:
    """Projects that bear the area's name, or of which a sentence says that they lie there."""
    there = re.compile(rf"{WITHIN}[^，。；、]{{0,12}}?{re.escape(name)}")
    for project in projects:
        if project is carrier:
            continue
        if any(key in spoken(each) for each in project.names) or any(
            _lies(mention, there) for mention in project.mentions
        ):
            yield project.id


def _lies(mention: ProjectMention, there: re.Pattern[str]) -> bool:
    """Whether the clause that names the project says where it lies."""
    at = mention.evidence.quote.find(mention.evidence.text)
    found = there.search(mention.evidence.quote, max(at, 0))
    between = mention.evidence.quote[at + len(mention.evidence.text) : found.start()] if found else ""
    return found is not None and at >= 0 and not re.search(r"[。；、]|项目", between)
