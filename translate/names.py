"""What parks, places, industries and other things are called in English; the others stay Chinese."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from msgspec import Struct
from pypinyin import lazy_pinyin

from core.lexicon import Lexicon
from core.model import CompanyEntry, Content, ParkProfile, PolicyEntry, Profiles, ProjectEntry, Settings
from core.wording_en import say_unit

SYLLABIC: Final = {  # provinces, regions and cities whose English name is no plain pinyin
    **{"内蒙古": "Inner Mongolia", "陕西": "Shaanxi", "西藏": "Tibet", "香港": "Hong Kong", "澳门": "Macao"},
    **{"台湾": "Taiwan", "西安": "Xi'an", "哈尔滨": "Harbin", "呼和浩特": "Hohhot", "乌鲁木齐": "Urumqi"},
    **{"拉萨": "Lhasa", "重庆": "Chongqing", "长春": "Changchun", "长沙": "Changsha", "厦门": "Xiamen"},
    **{"六安": "Lu'an", "延安": "Yan'an", "雄安": "Xiong'an", "泰安": "Tai'an", "吉安": "Ji'an"},
    **{"鄂尔多斯": "Ordos", "包头": "Baotou", "蚌埠": "Bengbu", "台州": "Taizhou", "绿春": "Lüchun"},
    **{"浦东": "Pudong", "长治": "Changzhi", "番禺": "Panyu", "铅山": "Yanshan", "中国": "China"},
}
FORMS: Final = (  # what a park's name ends with, the longest first
    ("高新技术产业开发区", "High-Tech Industrial Development Zone"),
    ("高新技术产业园区", "High-Tech Industrial Park"),
    ("高新技术开发区", "High-Tech Development Zone"),
    ("经济技术开发区", "Economic and Technological Development Zone"),
    ("自由贸易试验区", "Pilot Free Trade Zone"),
    ("产业转移工业园", "Industrial Transfer Park"),
    ("产业集聚区", "Industrial Cluster Zone"),
    ("综合保税区", "Comprehensive Bonded Zone"),
    ("保税港区", "Bonded Port Area"),
    ("出口加工区", "Export Processing Zone"),
    ("国家高新区", "National High-Tech Zone"),
    ("高新园区", "High-Tech Park"),
    ("高新区", "High-Tech Zone"),
    ("经济开发区", "Economic Development Zone"),
    ("经济合作区", "Economic Cooperation Zone"),
    ("技术开发区", "Technological Development Zone"),
    ("旅游度假区", "Tourist Resort"),
    ("环保科技城", "Environmental Science and Technology City"),
    ("自贸试验区", "Pilot Free Trade Zone"),
    ("自贸片区", "Free Trade Area"),
    ("自贸区", "Free Trade Zone"),
    ("科学城", "Science City"),
    ("科技城", "Science and Technology City"),
    ("生态城", "Eco-City"),
    ("未来城", "Future City"),
    ("经开区", "Economic Development Zone"),
    ("综保区", "Comprehensive Bonded Zone"),
    ("保税区", "Bonded Zone"),
    ("开发区", "Development Zone"),
    ("工业园区", "Industrial Park"),
    ("产业园区", "Industrial Park"),
    ("工业园", "Industrial Park"),
    ("产业园", "Industrial Park"),
    ("软件园", "Software Park"),
    ("科技园", "Science Park"),
    ("物流园", "Logistics Park"),
    ("示范区", "Demonstration Zone"),
    ("试验区", "Pilot Zone"),
    ("园区", "Park"),
    ("新区", "New Area"),
    ("新城", "New Town"),
    ("片区", "Area"),
    ("街道", "Subdistrict"),
    ("镇", "Town"),
    ("区", "District"),
    ("县", "County"),
    ("市", ""),
    ("省", ""),
)
ADMINISTRATIVE: Final = re.compile(r"(?<=..)(?:特别行政区|自治区|自治州|省|市|区|县)$")
APART: Final = re.compile(r"( · |、)")
INITIAL_VOWEL: Final = "aoe"


class Said(Struct, frozen=True):
    """A part of a name: in English, or as it is in Chinese."""

    text: str
    english: bool


class Names(Struct, frozen=True):
    """English names by Chinese ones."""

    terms: dict[str, str] = {}  # general: indicators, industries
    proper: dict[str, str] = {}  # of one thing: parks, and what the registers give an English name
    own: dict[str, str] = {}  # of the site itself
    untold: frozenset[str] = frozenset()  # what the site calls itself, and the settings have no English for
    places: frozenset[str] = frozenset()  # provinces, cities, counties
    parks: frozenset[str] = frozenset()
    titles: frozenset[str] = frozenset()  # of articles

    def english(self, name: str) -> str | None:
        """The English of one name, or of the name of a place; None where there is none."""
        found = self.proper.get(name) or self.terms.get(name) or self.own.get(name)
        if found is None and (name in self.places or name in SYLLABIC):
            return place_name(name)
        return found or self._places_in(name) or say_unit(name)

    def _places_in(self, name: str) -> str | None:
        """Places told one after another: 江苏苏州昆山, the largest first as in Chinese."""
        told: list[str] = []
        while name:
            first = max((each for each in self.places if name.startswith(each)), key=len, default=None)
            if first is None:
                return None
            told.append(place_name(first))
            name = name.removeprefix(first)
        return ", ".join(reversed(told)) or None

    def in_attribute(self, name: str) -> str:
        """A name where no markup can say that it is Chinese: in English, else in pinyin."""
        return self.english(name) or pinyin(name)

    def is_proper(self, name: str) -> bool:
        """Whether it is the name of one thing, such as a park or a place, not a general term."""
        return name not in self.terms and self.english(name) is not None

    def has_page(self, name: str) -> bool:
        """Whether it names a park, an indicator or an industry: its page tells the Chinese name, too."""
        return name in self.proper or name in self.terms


def names_of(content: Content, profiles: Profiles, lexicon: Lexicon) -> Names:
    """What the registers and the lexicon call things, and parks and places by their form."""
    terms: dict[str, str] = {}
    for each in lexicon.indicators:
        terms.setdefault(each.name, each.en)
    for industry in lexicon.industries:
        terms.update(dict.fromkeys((industry.name, *industry.synonyms), industry.en) if industry.en else {})
    proper: dict[str, str] = {}
    for park in profiles.parks:
        proper.update(_of_park(park))
    entries: list[PolicyEntry | CompanyEntry | ProjectEntry] = [*content.policies, *content.companies]
    for entry in [*entries, *content.projects]:
        if entry.en:
            proper.update(dict.fromkeys((entry.name, *entry.aliases), entry.en))
    return Names(
        terms=terms,
        proper=proper,
        own={name: english for name, english in _of_site(content.settings) if english},
        untold=frozenset(name for name, english in _of_site(content.settings) if not english),
        places=frozenset(place for park in profiles.parks for place in _places(park)),
        parks=frozenset(park.name for park in profiles.parks),
        titles=frozenset(filter(None, (each.document.metadata.title for each in profiles.sources))),
    )


def _of_site(settings: Settings) -> Iterator[tuple[str, str | None]]:
    told = (
        (settings.title, settings.title_en),
        (settings.tagline, settings.tagline_en),
        (settings.publisher, settings.publisher_en),
    )
    return ((name.rstrip("。"), english) for name, english in told if name)


def _places(park: ParkProfile) -> Iterator[str]:
    yield from filter(None, (park.province, park.city, park.county))


def _of_park(park: ParkProfile) -> dict[str, str]:
    registered = park.entry.en if park.entry else None
    if not registered:
        return {name: said for name in (park.name,) if (said := by_form(name, tuple(_places(park))))}
    aliases = park.entry.aliases if park.entry else ()
    return dict.fromkeys((park.name, *aliases), registered)


def by_form(name: str, places: Iterable[str] = ()) -> str | None:
    """A park by the form of its name: 云泽高新区 is Yunze High-Tech Zone; None where the form is unknown.

    `places` are those it lies in: 宁州云泽高新区 in 宁州 is Ningzhou Yunze High-Tech Zone.
    """
    if not all(HAN.fullmatch(each) for each in name):
        return None
    for ending, english in FORMS:
        own = name.removesuffix(ending)
        if own and own != name:
            return " ".join((*map(place_name, _apart(own, places)), english))
    return None


HAN: Final = re.compile(r"[一-鿿]")


def _apart(own: str, places: Iterable[str]) -> Iterator[str]:
    """The places that a name begins with, each by itself, and what is left: 江苏省｜宁州市｜云泽."""
    leads = "|".join(sorted(map(re.escape, places), key=len, reverse=True))
    lead = re.compile(rf"(?:{leads})(?:省|自治区|市|地区|州|区|县)?(?=..)") if leads else None
    while lead and (found := lead.match(own)):
        yield found.group()
        own = own[found.end() :]
    yield own


def place_name(name: str) -> str:
    """A place in pinyin, as one word: 苏州 is Suzhou, 陕西 is Shaanxi; 省, 市, 区 and 县 fall away."""
    bare = ADMINISTRATIVE.sub("", name)
    if bare in SYLLABIC:
        return SYLLABIC[bare]
    for length in (3, 2):  # 重庆北碚: a known place before another
        if len(bare) > length and bare[:length] in SYLLABIC:
            return f"{SYLLABIC[bare[:length]]} {place_name(bare[length:])}"
    return _joined(lazy_pinyin(bare)).capitalize()


def _joined(syllables: Iterable[str]) -> str:
    word = ""
    for each in syllables:
        word += ("'" if word and each[:1] in INITIAL_VOWEL else "") + each
    return word


def pinyin(text: str) -> str:
    """The sound of a name, a syllable a word; what is Latin already stays."""
    words = " ".join(lazy_pinyin(text)).split()
    return " ".join(word[:1].upper() + word[1:] for word in words)
