"""Which names mean one company, in whichever park, and what is said of it.

Two full names in law that differ are two companies. A brand is the company whose full name it begins once
place and form in law are taken away, 澜光 of 云泽澜光半导体有限公司; where several could be meant, none is.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from core.model import CompanyEntry, CompanyProfile, HonourProfile, Observation, ParkProfile, ProjectProfile
from profiles.ids import name_all
from profiles.names import bare_region, park_name, spoken
from profiles.order import PROVINCES, Dates, by_sound, fullest

LEGAL = re.compile(
    r"(?:集团)?(?:股份|控股)?(?:有限)?(?:责任)?(?:总)?公司(?:[一-鿿]{1,6}分公司)?$|集团$|股份$|银行(?:[一-鿿]{1,6}分行)?$"
)
BRACKETS = re.compile(r"[（(【\[][^）)】\]]*[）)】\]]")
ADMINISTRATIVE = re.compile(r"^(?:特别行政区|自治区|自治州|省|市|区|县)")
PARKS_OWN = re.compile(r"^(?:区内)?(?:企业|的|园区企业|重点企业|龙头企业)")
TRADES = re.compile(  # a line of business: 澜光｜半导体, 星河｜电子科技
    r"(?:科技|技术|电子|信息|材料|新材料|光电|半导体|电气|电器|机器人|智能|智造|制造|装备|机械|机电|精密|自动化|软件|网络|数据"
    r"|数字|通信|通讯|能源|新能源|动力|汽车|医疗|医药|生物|药业|制药|食品|化工|环保|检测|仪器|科学|传媒|文化|影视|物流|供应链"
    r"|贸易|商贸|实业|产业|工业|投资|控股|集团|发展|建设|工程|系统|设备|器械|器材|服务|咨询|管理|置业|股份|公司)+"
)
CLASS = re.compile(  # names a kind of company, or a place
    r"(?:国家级?|省级?|市级?|区内?|全国|全球|中国|世界|重点|重大|龙头|知名|工业|企业|项目|总部|园区|基地|研发|创新|该|本|大型)*"
)
SHORTEST = 3  # characters of a brand that stands for a longer name in another park


@dataclass(frozen=True, slots=True)
class Named:
    """A company as one fact names it, and where."""

    name: str
    kind: Literal["project", "observation", "honour"]
    source: str  # its id
    park: str | None
    document: str


@dataclass(frozen=True, slots=True, order=True)
class CompanyName:
    """A name taken apart: 云泽 + 澜光半导体 + 有限公司."""

    text: str  # spoken, without the park's name before it
    stem: str  # without place, brackets and form in law
    legal: bool

    @property
    def shelf(self) -> str:
        """Names that may mean one company share it."""
        return self.stem[:2]


@dataclass(slots=True)
class CompanyGroup:
    """One company: its register entry, if any, and all that name it."""

    entry: CompanyEntry | None
    forms: set[CompanyName]
    found: list[Named] = field(default_factory=list)

    @property
    def name(self) -> str:
        """The register's name, else the fullest, rather one in law."""
        names = [each.name for each in self.found]
        return (
            self.entry.name
            if self.entry
            else fullest([each for each in names if LEGAL.search(each)] or names)
        )

    def sources(self, kind: str) -> tuple[str, ...]:
        """The ids of all facts of one kind that name it, in order."""
        return tuple(sorted({each.source for each in self.found if each.kind == kind}))


class Reader:
    """Takes names apart, knowing the names of places and parks."""

    def __init__(self, parks: Iterable[ParkProfile]) -> None:
        known = list(parks)
        regions = {bare_region(each) for park in known for each in (park.province, park.city, park.county)}
        regions |= {*PROVINCES.split(), "内蒙古", "黑龙江", "中国", "全国"}
        self._places = sorted(filter(None, regions), key=lambda each: (-len(each), each))
        named = {name for park in known for name in (park.name, *park.names)}
        telling = [
            name for name in named if park_name(name).family
        ]  # 云泽 alone begins many a company's name
        self._parks = sorted(telling, key=lambda each: (-len(each), each))

    def bare(self, name: str) -> str:
        """A name as printed, without the park's name before it."""
        for park in self._parks:
            if name.startswith(park) and len(name) > len(park) + 1:
                return PARKS_OWN.sub("", name[len(park) :])
        return name

    def read(self, name: str) -> CompanyName:
        """A name taken apart."""
        text = spoken(BRACKETS.sub("", name)) or spoken(name)
        legal = LEGAL.search(text)
        return CompanyName(
            spoken(name), self._placeless(LEGAL.sub("", text)), bool(legal and legal[0] != "股份")
        )

    def _placeless(self, text: str) -> str:
        for _ in range(3):  # 江苏苏州昆山…
            place = next((each for each in self._places if text.startswith(each)), None)
            if place is None:
                break
            text = ADMINISTRATIVE.sub("", text[len(place) :])
        return text


def same_company_name(one: str, other: str) -> bool:
    """Of holders within one park: the same, or one holds the other: 澜光, 云泽澜光半导体有限公司."""
    a, b = sorted((spoken(one), spoken(other)), key=len)
    return a == b or (len(a) >= SHORTEST and a in b and not LEGAL.search(a))


# -- grouping -------------------------------------------------------------------------------------


def group_companies(
    register: Sequence[CompanyEntry], found: Iterable[Named], reader: Reader
) -> list[CompanyGroup]:
    """Every company that is named; names that are no more than a class or a place name none."""
    groups = [
        CompanyGroup(each, {reader.read(name) for name in (each.name, *each.aliases)}) for each in register
    ]
    registered = {form.text: group for group in reversed(groups) for form in group.forms}
    alike: dict[CompanyName, list[Named]] = defaultdict(list)
    for each in sorted(found, key=lambda each: (each.name, each.source)):
        form = reader.read(each.name)
        if form.text in registered or not CLASS.fullmatch(form.stem):
            alike[form].append(each)
    shelves: dict[str, list[CompanyGroup]] = defaultdict(list)
    for known in groups:
        _shelve(known, shelves)
    # full names in law first, then the longest: a brand then meets all that it could mean
    for form in sorted(alike, key=lambda each: (not each.legal, -len(each.text), each)):
        group = registered.get(form.text) or _choose(form, alike[form], shelves[form.shelf])
        if group is None:
            group = CompanyGroup(None, set())
            groups.append(group)
        group.forms.add(form)
        _shelve(group, shelves)
        group.found += alike[form]
    return [each for each in groups if each.found]


def _shelve(group: CompanyGroup, shelves: dict[str, list[CompanyGroup]]) -> None:
    for shelf in sorted({form.shelf for form in group.forms}):
        if not any(group is known for known in shelves[shelf]):
            shelves[shelf].append(group)


def _choose(form: CompanyName, found: Sequence[Named], groups: Sequence[CompanyGroup]) -> CompanyGroup | None:
    """The one company meant: of the same document, else of the same park, else of all."""
    fitting = [each for each in groups if any(_same(form, known) for known in each.forms)]
    near: tuple[Callable[[Named], str | None], ...] = (lambda each: each.document, lambda each: each.park)
    for place in near:
        here = {place(each) for each in found} - {None}
        close = [each for each in fitting if here & {place(known) for known in each.found}]
        if close:
            return close[0] if len(close) == 1 else None
    far = [each for each in fitting if any(_sure(form, known) for known in each.forms)]
    return far[0] if len(far) == 1 else None


def _same(one: CompanyName, other: CompanyName) -> bool:
    if one.text == other.text:
        return True
    short, long = sorted((one.stem, other.stem), key=len)
    if (one.legal and other.legal) or TRADES.fullmatch(short) or CLASS.fullmatch(short):
        return False
    rest = long.removeprefix(short)
    return rest != long and (not rest or len(short) > SHORTEST or TRADES.fullmatch(rest) is not None)


def _sure(one: CompanyName, other: CompanyName) -> bool:
    """Whether the two are one though told of different parks: a short brand is many a company's."""
    return one.text == other.text or one.stem == other.stem or min(len(one.stem), len(other.stem)) > SHORTEST


# -- what is said ---------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Spoken:
    """All that may speak of companies."""

    projects: Sequence[ProjectProfile]
    observations: Sequence[tuple[str | None, Observation]]  # with the id of their park
    honours: Sequence[HonourProfile]
    parks: Sequence[ParkProfile]


def profile_companies(
    register: Sequence[CompanyEntry], said: Spoken, dates: Dates
) -> tuple[CompanyProfile, ...]:
    """What is said of each company across parks; those of most projects first."""
    reader = Reader(said.parks)
    invested = list(_of_projects(said.projects, reader))
    sure = {spoken(each.name) for each in invested}
    measured = list(_of_observations(said.observations, sure, reader))
    awarded = list(_of_honours(said.honours, sure, reader))
    groups = group_companies(register, (*invested, *measured, *awarded), reader)
    observations = {each.id: each for _, each in said.observations}
    order = [each.id for each in said.parks]
    ids = _ids(groups)
    profiles: list[CompanyProfile] = []
    for at, group in enumerate(groups):
        figures = [observations[each] for each in group.sources("observation")]
        parks = {each.park for each in group.found}
        profile = CompanyProfile(
            id=ids[at],
            name=group.name,
            names=tuple(dict.fromkeys((group.name, *sorted(_names(group))))),
            projects=group.sources("project"),
            observations=tuple(sorted(figures, key=dates.in_time)),
            parks=tuple(park for park in order if park in parks),
            honours=group.sources("honour"),
        )
        profiles.append(profile)
    return tuple(sorted(profiles, key=_most_told))


def _names(group: CompanyGroup) -> set[str]:
    registered = (group.entry.name, *group.entry.aliases) if group.entry else ()
    return {*registered, *(each.name for each in group.found)}


def _of_projects(projects: Iterable[ProjectProfile], reader: Reader) -> Iterator[Named]:
    for project in projects:
        for mention in project.mentions:
            if mention.company:
                yield Named(
                    reader.bare(mention.company),
                    "project",
                    project.id,
                    project.park,
                    mention.evidence.document,
                )


def _of_observations(
    rows: Iterable[tuple[str | None, Observation]], sure: set[str], reader: Reader
) -> Iterator[Named]:
    for park, each in rows:
        name = reader.bare(each.subject)
        if LEGAL.search(name) or spoken(name) in sure:
            yield Named(name, "observation", each.id, park, each.evidence.document)


def _of_honours(honours: Iterable[HonourProfile], sure: set[str], reader: Reader) -> Iterator[Named]:
    for each in honours:
        name = reader.bare(each.holder)
        if LEGAL.search(name) or spoken(name) in sure:
            yield Named(name, "honour", each.id, each.park, each.mentions[0].evidence.document)


def _most_told(each: CompanyProfile) -> tuple[object, ...]:
    return (-len(each.projects), -len(each.observations), *by_sound(each.name), each.id)


def _ids(groups: Sequence[CompanyGroup]) -> tuple[str, ...]:
    taken = {each.entry.id for each in groups if each.entry}
    free = [each for each in groups if each.entry is None]
    keys = [(each.name,) for each in free]
    shared = {key for key, uses in Counter(keys).items() if uses > 1}
    apart = [
        (*key, min(named.source for named in each.found)) if key in shared else key
        for key, each in zip(keys, free, strict=True)
    ]
    derived = iter(name_all(apart, taken))
    return tuple(each.entry.id if each.entry else next(derived) for each in groups)
