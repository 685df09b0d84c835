"""Which places a text names, and where they lie."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache, lru_cache

from core.gazetteer import SHORTEST, Place, gazetteer, longest
from extract.search import searched


@cache
def provinces() -> tuple[str, ...]:
    """The short names of the provinces."""
    return tuple(sorted({place.province for places in gazetteer().values() for place in places}))


def province_in_full(name: str) -> str:
    """河南 → 河南省, 广西 → 广西壮族自治区; a name that is no province's stays as it is."""
    return next((place.name for place in gazetteer().get(name, ()) if place.province == place.short), name)


# the one character that a province goes by, alone only in compounds: 皖南, 鄂东
PROVINCES_BY_SIGN = (
    "皖安徽 苏江苏 鲁山东 豫河南 鄂湖北 湘湖南 赣江西 粤广东 桂广西 琼海南 "
    "川四川 蜀四川 渝重庆 黔贵州 滇云南 陕陕西 秦陕西 甘甘肃 陇甘肃 青青海 "
    "宁宁夏 新新疆 藏西藏 蒙内蒙古 晋山西 冀河北 辽辽宁 吉吉林 黑黑龙江 浙浙江 "
    "闽福建 津天津 沪上海 京北京"
)
CITIES_BY_SIGN = (
    "邕南宁 甬宁波 穗广州 榕福州 鹭厦门 蓉成都 筑贵阳 杭杭州 昆昆明 沈沈阳 郑郑州 锡无锡 温温州 泉泉州"
)
PROVINCE_SIGNS = {pair[0]: pair[1:] for pair in PROVINCES_BY_SIGN.split()}
CITY_SIGNS = {pair[0]: pair[1:] for pair in CITIES_BY_SIGN.split()}
REGION = re.compile(rf"(?P<sign>[{''.join(PROVINCE_SIGNS | CITY_SIGNS)}])[东南西北中](?:[南北]部?)?")
# by which papers and sites call the province that they are of
PROVINCES_BY_EPITHET = (
    "齐鲁=山东 三晋=山西 燕赵=河北 荆楚=湖北 楚天=湖北 三湘=湖南 潇湘=湖南 "
    "八桂=广西 八闽=福建 江淮=安徽 中原=河南 南粤=广东 岭南=广东 南海=海南 "
    "巴蜀=四川 天府=四川 巴渝=重庆 三秦=陕西 陇原=甘肃 陇上=甘肃 塞上=宁夏 "
    "辽沈=辽宁 龙江=黑龙江 白山松水=吉林 钱江=浙江 之江=浙江 赣鄱=江西 "
    "红土地=江西 云岭=云南 七彩云南=云南 天山=新疆 北疆=内蒙古 津门=天津 "
    "津云=天津 申城=上海 京华=北京 江汉=湖北 海峡=福建 扬子=江苏 大众=山东"
)
EPITHETS = dict(pair.split("=") for pair in PROVINCES_BY_EPITHET.split())


def region_starting(text: str, start: int) -> str | None:
    """A part of a province or city that starts at text[start]: 皖南, 豫西; None if there is none."""
    match = REGION.match(text, start)
    return match.group() if match and match.group() not in gazetteer() else None


def province_of_paper(name: str) -> str | None:
    """The province that the name of a paper or site tells: 齐鲁…报, 赣东…网, 某某云报 of 广西."""
    inside = [province for province in provinces() if province in name]
    if inside:
        return inside[0]
    match = REGION.search(name)
    if match:
        return PROVINCE_SIGNS.get(match["sign"]) or _lying_under(CITY_SIGNS[match["sign"]])
    told = [province for word, province in EPITHETS.items() if name.startswith(word)]
    if told:
        return told[0]
    place = place_starting(name, 0)
    options = {option.province for option in gazetteer()[place]} if place else set()
    return options.pop() if len(options) == 1 else None


def _lying_under(city: str) -> str:
    return gazetteer()[city][0].province


def place_ending(text: str, end: int) -> str | None:
    """The longest place name that ends at text[end]; None if there is none."""
    for length in range(min(longest(), end), SHORTEST - 1, -1):
        if text[end - length : end] in gazetteer():
            return text[end - length : end]
    return None


def place_starting(text: str, start: int) -> str | None:
    """The longest place name that starts at text[start]; None if there is none."""
    for length in range(min(longest(), len(text) - start), SHORTEST - 1, -1):
        if text[start : start + length] in gazetteer():
            return text[start : start + length]
    return None


def chain_ending(text: str) -> tuple[int, tuple[str, ...]]:
    """Place names that follow one another up to a text's end, and where they begin: 江苏省｜苏州市｜相城."""
    places: list[str] = []
    end = len(text)
    while place := place_ending(text, end):
        places.append(place)
        end -= len(place)
    return end, tuple(reversed(places))


def chain_starting(text: str, start: int) -> tuple[str, ...]:
    """Place names that follow one another from text[start]."""
    places: list[str] = []
    while place := place_starting(text, start):
        places.append(place)
        start += len(place)
    return tuple(places)


def locate(names: tuple[str, ...], context: str, province: str | None = None) -> Place | None:
    """The division that place names mean together; where no city is named, the city of the context.

    `province` is where the text comes from, for names that tell none.

    A name that contradicts those before it is no place here: 江夏 in 荆门江夏湖, 天山 in 哈密天山北.
    """
    names = tuple(map(_plain_name, names))
    for last in range(len(names), 0, -1):
        options = gazetteer().get(names[last - 1], ())
        fitting = [place for place in options if all(_lies_in(place, name) for name in names[: last - 1])]
        if fitting:
            if last == 1 and _strays(fitting, province, context):
                continue
            best = max(
                fitting,
                key=lambda place: (
                    _support(place, context) + (place.province == province),
                    -options.index(place),
                ),
            )
            return best if best.city else _in_context(best, context)
    told = province or _province_said(context)
    return _in_context(gazetteer()[told][0] if told else None, context)


def _strays(fitting: list[Place], province: str | None, context: str) -> bool:
    """A county of another province than the text is of, which the text names nowhere: a name alike."""
    if any(place.county is None for place in fitting):
        return False
    told = province or _province_said(context)
    elsewhere = told is not None and all(place.province != told for place in fitting)
    return elsewhere and not any(_support(place, context) for place in fitting)


@lru_cache(maxsize=4)
def _province_said(context: str) -> str | None:
    """The one province that a text names as such: 云南省, 广西壮族自治区, 在云南."""
    counts = Counter(match.group() for match in _province_names().finditer(context))
    best = counts.most_common(2)
    return best[0][0] if best and (len(best) == 1 or best[0][1] > best[1][1]) else None


@cache
def _province_names() -> re.Pattern[str]:
    names = "|".join(provinces())
    return re.compile(rf"(?:{names})(?=省|自治区|壮族|回族|维吾尔)|(?<=在)(?:{names})(?=[，,])")


def _plain_name(name: str) -> str:
    """皖南 → 安徽, 邕北 → 南宁; any other name as it is."""
    match = REGION.fullmatch(name)
    if match is None or name in gazetteer():
        return name
    return PROVINCE_SIGNS.get(match["sign"]) or CITY_SIGNS[match["sign"]]


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
    count, start = 0, text.find(name)
    while start >= 0:
        ends_another = text[max(0, start - 1) : start + 1] in gazetteer()
        count += not ends_another and not WIRE.match(text, start)
        start = text.find(name, start + len(name))
    return count


WIRE = re.compile(r"北京(?:[0-9]{1,2}月)?[0-9]{1,2}日[电讯]")  # where an agency writes, not what it writes of
