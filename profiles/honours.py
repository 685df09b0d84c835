"""Which mentions, in which documents, mean one honour: a title of a holder, a place in a year's ranking."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from core.model import Honour, HonourProfile
from profiles.company_names import CompanyName, same_company
from profiles.ids import ids_of
from profiles.names import spoken
from profiles.order import Dates, by_sound, fullest

ParkId = str | None
YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d年?度?")
BATCH = re.compile(r"首批|第[一二三四五六七八九十\d]+批(?:次)?")
NEWLY = re.compile(r"^(?:新认定|新入选|拟认定|拟入选)(?:为|的)?")


@dataclass(frozen=True, slots=True)
class Placed:
    """An honour with the park it belongs to; `holder` is the park's name where the park itself won it."""

    park: ParkId
    holder: str
    company: CompanyName  # the holder's name taken apart
    own: bool  # the park itself won it
    honour: Honour
    region: tuple[str, ...]  # of the park: province and city, bare


@dataclass(slots=True)
class HonourGroup:
    """One honour and all mentions found to mean it."""

    found: list[Placed] = field(default_factory=list)

    def fits(self, other: Placed) -> bool:
        """Whether title, holder, year, rank and batch agree with all that are known."""
        return all(_agree(each, other) for each in self.found)


def gather_honours(placed: Iterable[Placed], dates: Dates) -> tuple[HonourProfile, ...]:
    """Every honour once, by year, the newest first."""
    groups: list[HonourGroup] = []
    shelves: dict[tuple[ParkId, str], list[HonourGroup]] = {}
    # those that say most come first: a mention without a year then meets all that it could mean
    for each in sorted(placed, key=_fullness):
        shelf = shelves.setdefault((each.park, _title(each)), [])
        fitting = [group for group in shelf if group.fits(each)]
        if len(fitting) != 1:
            fitting = [HonourGroup()]
            shelf.append(fitting[0])
            groups.append(fitting[0])
        fitting[0].found.append(each)
    profiles = [
        _profile(honour_id, group, dates) for honour_id, group in zip(_ids(groups), groups, strict=True)
    ]
    return tuple(sorted(profiles, key=_place))


def _fullness(each: Placed) -> tuple[object, ...]:
    honour = each.honour
    return (honour.year is None, honour.rank is None, -len(each.holder), honour.id)


def _place(each: HonourProfile) -> tuple[object, ...]:
    return (-int((each.year or "0")[:4]), *by_sound(each.holder), *by_sound(each.name), each.id)


def _title(each: Placed) -> str:
    """What is won, without year, batch and the name of the province or city that its level says."""
    text = NEWLY.sub("", BATCH.sub("", YEAR.sub("", spoken(each.honour.name))))
    for region, level in zip(each.region, ("省", "市"), strict=False):
        text = text.replace(region + level, level) if region else text
    return text.replace("国家级", "国家").replace("省级", "省").replace("市级", "市").replace("的", "")


def _agree(one: Placed, other: Placed) -> bool:
    a, b = one.honour, other.honour
    facts = ((_year(a), _year(b)), (a.rank, b.rank), (_batch(a), _batch(b)))
    if any(known is not None and told is not None and known != told for known, told in facts):
        return False
    return one.own == other.own and (one.own or same_company(one.company, other.company))


def _year(honour: Honour) -> str | None:
    return honour.year[:4] if honour.year else None


def _batch(honour: Honour) -> str | None:
    batch = BATCH.search(honour.name)
    return batch[0] if batch else None


def _profile(honour_id: str, group: HonourGroup, dates: Dates) -> HonourProfile:
    told = [each.honour for each in group.found]
    return HonourProfile(
        id=honour_id,
        name=fullest(each.name for each in told),
        holder=fullest(each.holder for each in group.found),
        park=group.found[0].park,
        rank=next((each.rank for each in told if each.rank is not None), None),
        year=max((each.year for each in told if each.year), default=None),
        mentions=tuple(sorted(told, key=lambda each: (dates.place(each.evidence), each.id))),
    )


def _ids(groups: Sequence[HonourGroup]) -> tuple[str, ...]:
    ties = [min(found.honour.id for found in each.found) for each in groups]
    return ids_of([None] * len(groups), [_key(each) for each in groups], ties)


def _key(group: HonourGroup) -> tuple[str, ...]:
    told = group.found[0]
    name = fullest(each.honour.name for each in group.found)
    return (name, told.park or "", told.holder, told.honour.year or "", str(told.honour.rank or ""))
