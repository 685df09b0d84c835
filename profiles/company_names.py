"""Names of companies taken apart, and the one judgement whether two of them mean one company.

Two full names in law that differ are two companies, but for a place that one of them leaves out. A brand is
a company whose full name it begins once place and form in law are taken away, where nothing else is left
than its trade or a place: 澜光 is 云泽澜光半导体有限公司, and not 澜光方半导体有限公司.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from core.gazetteer import gazetteer
from profiles.names import bare_region, park_name, spoken
from profiles.order import PROVINCES

LEGAL = re.compile(
    r"(?:集团)?(?:股份|控股)?(?:有限)?(?:责任)?(?:总)?公司(?:[一-鿿]{1,6}分公司)?$|集团$|股份$|(?<=银行)[一-鿿]{1,6}分行$"
)
FULL, BANK = "公司", "银行"  # how a full name in law ends; 澜光集团 and 岚江银行 are brands
BRACKETS = re.compile(r"[（(【\[][^）)】\]]*[）)】\]]")
ADMINISTRATIVE = re.compile(r"^(?:特别行政区|自治区|自治州|省|市|区|县)")
PARKS_OWN = re.compile(r"^(?:区内)?(?:企业|的|园区企业|重点企业|龙头企业)")
TRADES = re.compile(  # a line of business: 澜光｜半导体, 星河｜电子科技
    r"(?:科技|技术|电子|信息|材料|新材料|光电|半导体|芯片|电气|电器|电机|电缆|电池|储能|机器人|智能|智造|制造|装备|机械|机电|机床"
    r"|精密|模具|轴承|阀门|自动化|软件|网络|数据|数字|通信|通讯|能源|新能源|动力|汽车|轮胎|船舶|航空|航天|医疗|医药|生物|基因|诊断|制药"
    r"|食品|饲料|粮油|化工|石化|玻璃|陶瓷|纺织|服装|家居|环保|水务|检测|仪器|科学|传媒|文化|影视|物流|供应链|贸易|商贸|[药种酒茶牧纸鞋泵铜铝锂钢矿糖乳农林渔实产工置]业"
    r"|重工|投资|控股|集团|发展|建设|工程|系统|设备|器械|器材|服务|咨询|管理|银行|股份|公司)+"
)
CLASS = re.compile(  # names a kind of company, or a place
    r"(?:国家级?|省级?|市级?|区内?|全国|全球|中国|世界|重点|重大|龙头|知名|工业|企业|项目|总部|园区|基地|研发|创新|该|本|大型)*"
)
COUNTRY = ("中国", "全国")


@dataclass(frozen=True, slots=True, order=True)
class CompanyName:
    """A name taken apart: 云泽 + 澜光半导体 + 有限公司."""

    text: str  # spoken, without the park's name before it
    places: tuple[str, ...]  # at its front
    own: str  # the text without them
    stem: str  # without place, brackets and form in law
    legal: bool  # a full name in law

    @property
    def shelf(self) -> str:
        """Names that may mean one company share it."""
        return self.stem[:2]


def same_company(one: CompanyName, other: CompanyName) -> bool:
    """Whether two names mean one company, as far as names tell."""
    if one.text == other.text:
        return True
    if one.legal and other.legal:
        return one.own == other.own and not (one.places and other.places)
    if one.places and other.places and not set(one.places) & set(other.places):
        return False
    short, long = sorted((one.stem, other.stem), key=len)
    if short == long and one.places == other.places:
        return bool(short)
    if TRADES.fullmatch(short) or CLASS.fullmatch(short):
        return False
    return long.startswith(short) and _names_nothing(long.removeprefix(short))


def _names_nothing(rest: str) -> bool:
    """Whether what a longer name has more is only a trade or a place."""
    place = TRADES.sub("", rest)
    large = (each for each in gazetteer().get(place, ()) if each.county is None)
    return not place or place in COUNTRY or any(large)


def is_company(name: str) -> bool:
    """Whether a name ends as those of companies do."""
    return bool(LEGAL.search(name)) or name.endswith(BANK)


class Reader:
    """Takes names apart, knowing the names of parks and of the places where they lie."""

    def __init__(self, places: Iterable[str | None] = (), parks: Iterable[str] = ()) -> None:
        regions = {*map(bare_region, places), *PROVINCES.split(), "内蒙古", "黑龙江", *COUNTRY}
        self._places = sorted(filter(None, regions), key=lambda each: (-len(each), each))
        telling = {
            name for name in parks if park_name(name).family
        }  # 云泽 alone begins many a company's name
        self._parks = sorted(telling, key=lambda each: (-len(each), each))
        self._read: dict[str, CompanyName] = {}

    def bare(self, name: str) -> str:
        """A name as printed, without the park's name before it."""
        for park in self._parks:
            if name.startswith(park) and len(name) > len(park) + 1:
                return PARKS_OWN.sub("", name[len(park) :])
        return name

    def read(self, name: str) -> CompanyName:
        """A name taken apart."""
        if name not in self._read:
            self._read[name] = self._take_apart(name)
        return self._read[name]

    def same(self, one: str, other: str) -> bool:
        """Whether two names as printed mean one company, with a park's name before them or without."""
        return same_company(self.read(self.bare(one)), self.read(self.bare(other)))

    def _take_apart(self, name: str) -> CompanyName:
        whole = spoken(name)
        text = spoken(BRACKETS.sub("", name)) or whole
        plain = LEGAL.sub("", text)
        stem, places = plain, []
        for _ in range(3):  # 江苏苏州昆山…
            place = next((each for each in self._places if stem.startswith(each)), None)
            if place is None:
                break
            stem = ADMINISTRATIVE.sub("", stem[len(place) :])
            places.append(place)
        own = whole.removeprefix(plain[: len(plain) - len(stem)])
        return CompanyName(whole, tuple(places), own, stem, text.endswith(FULL))
