"""What a document says of a park as a whole: where it lies, and the level at which it stands."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from core.gazetteer import Place, gazetteer
from core.model import ParkMention
from extract.mentions import Group
from extract.places import chain_ending, chain_starting, locate, province_in_full
from extract.search import places_of


def describe(group: Group, full: str, aliases: Sequence[str], province: str | None = None) -> ParkMention:
    """The park as the document shows it: place from its name and the text, level only where it is said.

    `province` is the one that the document comes from.
    """
    entry = group.entry
    place = _lie(group, full, province)
    return ParkMention(
        name=group.name,
        park_id=entry.id if entry else None,
        aliases=tuple(aliases),
        province=(entry and entry.province) or (place.province if place else None) or None,
        city=(entry and entry.city) or (place.city if place else None),
        county=(entry and entry.county) or (place.county if place else None),
        kind=(entry and entry.kind) or group.kind,
        level=_level(group, full) or (entry.level.value if entry and entry.level else None),
    )


def _lie(group: Group, full: str, province: str | None) -> Place | None:
    """Where a park lies: by its name, by what stands beside it, by a city of the text, by the paper."""
    said = _said_beside(group, full)
    place = locate(said or group.places, full, province)
    city = None if place and place.city else _unknown_city(group, full)
    if city is None:
        return place
    return Place(city, city, place.province if place else province or "", city, None)


def _said_beside(group: Group, full: str) -> tuple[str, ...]:
    """The places that a text gives a park: 位于宁州的｜云泽高新区, 云泽高新区｜地处宁州市."""
    for form in (*group.forms, *group.places[:1]):
        for start in places_of(full, form):
            led = OF_A_PLACE.search(full, max(0, start - 6), start)
            names = chain_ending(full[max(0, led.start() - 16) : led.start()])[1] if led else ()
            lies = LIES.match(full, start + len(form))
            names = names or (chain_starting(full, lies.end()) if lies else ())
            if names and not set(names) <= set(group.places):
                return names
    return ()


OF_A_PLACE = re.compile(r"(?:下辖|所辖|境内|辖内)?的$")
LIES = re.compile(r"[^，。；\n]{0,2}[，,]?(?:地处|位于|坐落于|坐落在|坐落)")


def _unknown_city(group: Group, full: str) -> str | None:
    """宁州 of 宁州高新区, where the text speaks of a 宁州市 that the gazetteer does not know."""
    body = group.body[:OWN_CITY]
    for size in range(len(body), 1, -1):
        name = body[:size]
        if f"{name}市" in full and name not in gazetteer() and f"{name}市" not in gazetteer():
            return name
    return None


OWN_CITY = 3  # characters of a city's short name at the begin of a park's


def regions_around(group: Group | None, full: str, province: str | None = None) -> dict[str, str]:
    """What 全市, 全省 and 全县 mean in a text about a park, or about many in a province."""
    place = locate(group.places, full) if group and group.places else None
    if place is None:
        return {"全省": province_in_full(province)} if group is None and province else {}
    named = {"全市": place.city, "全省": province_in_full(place.province), "全县": place.county}
    endings = {"全市": "市", "全省": "省", "全县": "县"}
    return {
        word: name if name.endswith(("市", "省", "县", "区", "州")) else name + endings[word]
        for word, name in named.items()
        if name
    }


LEVEL = re.compile(
    r"(?P<level>国家级?|省级|自治区级)(?:高新技术产业开发区|高新技术产业园区|高新区|经济技术开发区|经济开发区|经开区|开发区|新区|综合保税区|综保区"
    r"|自贸试验区|边境经济合作区|产业园区|工业园区|工业园|产业园|园区|高技术产业基地|化工园区|重点园区)"
)
STANDS = re.compile(
    r"位居|位列|排名|跻身|第[0-9一二三四五六七八九十]+[名位]|[0-9]+强|升级|升格|获批|批准|设立|一流|最年轻|之一|首批|是|获评|作为|诞生|晋升|[这那][个座家]"
)
GRANTED = re.compile(
    r"(?P<nation>国务院|国家)[^，。；]{0,8}?(?:批准|批复|同意)|(?:省|自治区|市)(?:委、省)?(?:人民)?政府[^，。；]{0,6}?(?:批准|批复|同意)"
)
GOAL = re.compile(r"(?:创建|争创|力争|冲刺|争取|申创|申报)[^，。；]{0,6}$")
SOUGHT = re.compile(
    r"(?:创建|争创|创成|申报|力争|冲刺|争取|升级为?|建成|建设|申创|迈向|全国|全省|[0-9]+[家个])[^，。；]{0,4}$"
)


def _level(group: Group, full: str) -> str | None:
    """The level at which the text sets the park: it stands among 国家高新区, it was raised to one."""
    for sentence in _of_levels(full):
        named = any(form in sentence for form in group.forms)
        for said in LEVEL.finditer(sentence):
            before = sentence[max(0, said.start() - 16) : said.start()]
            one = ONE.search(before)
            if said.group() in group.forms or not (named or one):
                continue
            if GOAL.search(before):
                continue
            if not SOUGHT.search(before) or _ranks(sentence):
                return "国家级" if said["level"].startswith("国") else "省级"
        granted = GRANTED.search(sentence) if named else None
        if granted:
            return "国家级" if granted["nation"] else "省级"
    return None


ONE = re.compile(
    r"(?:[这那][个座家]|作为|是|升格为|晋升为)(?:全[省市州县])?(?:首批|唯一的?|首个|一[个家座])?$"
)


def _ranks(sentence: str) -> bool:
    """Whether a park stands among its like: 在全国218家国家级经开区中排名第97位."""
    return bool(
        re.search(r"位居|位列|排名|跻身|列第|升格|升级为|获批|第[0-9一二三四五六七八九十]+[名位]", sentence)
    )


@lru_cache(maxsize=4)
def _of_levels(full: str) -> tuple[str, ...]:
    """The sentences of a text that set somebody at a level."""
    sentences = re.split(r"[。！!？?\n]", full)
    return tuple(
        each
        for each in sentences
        if (LEVEL.search(each) and STANDS.search(each)) or ("政府" in each or "国务院" in each)
    )
