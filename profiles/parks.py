"""The parks that documents and register know: id, name, place, and which park a name means."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from core.model import Facts, ParkEntry
from profiles.grouping import ParkGroup, Seen, group_mentions
from profiles.ids import ids_of
from profiles.names import park_name
from profiles.order import Dates, fullest, most_frequent

Name = TypeVar("Name")


@dataclass(frozen=True, slots=True)
class Park:
    """One park with its final id and name."""

    id: str
    name: str
    entry: ParkEntry | None
    seen: tuple[Seen, ...]  # newest document first


@dataclass(frozen=True, slots=True)
class Places:
    """Which park a name means: in its document first, elsewhere only where it means one park alone."""

    in_document: Mapping[tuple[str, str], str]
    anywhere: Mapping[str, str]

    def find(self, document: str, name: str | None) -> str | None:
        """A park's id, None where the name means no park, or more than one."""
        if name is None:
            return None
        return self.in_document.get((document, name)) or self.anywhere.get(name)


def gather_parks(register: Sequence[ParkEntry], facts: Iterable[Facts], dates: Dates) -> tuple[Park, ...]:
    """Every park of the register, mentioned or not, and every other that documents give facts about."""
    groups = group_mentions(register, facts)
    age = {document: rank for rank, document in enumerate(dates.newest_first(dates.by_document))}
    found = [tuple(sorted(group.seen, key=lambda each: age[each.document])) for group in groups]
    names = [_name(group.entry, seen) for group, seen in zip(groups, found, strict=True)]
    parts = zip(_ids(groups, names), names, groups, found, strict=True)
    return tuple(Park(park_id, name, group.entry, seen) for park_id, name, group, seen in parts)


def places_of(parks: Sequence[Park]) -> Places:
    """The way from the names that documents use to the parks."""
    names: dict[tuple[str, str], set[str]] = defaultdict(set)
    aliases: dict[tuple[str, str], set[str]] = defaultdict(set)
    anywhere: dict[str, set[str]] = defaultdict(set)
    for park in parks:
        for name in all_names(park):
            anywhere[name].add(park.id)
        for each in park.seen:
            names[(each.document, each.mention.name)].add(park.id)
            for alias in each.mention.aliases:
                aliases[(each.document, alias)].add(park.id)
    # a park's own name wins over another's alias
    return Places({**_certain(aliases), **_certain(names)}, _certain(anywhere))


def _certain(meanings: Mapping[Name, set[str]]) -> dict[Name, str]:
    return {name: min(ids) for name, ids in meanings.items() if len(ids) == 1}


def all_names(park: Park) -> tuple[str, ...]:
    """Every name the park is called by, its own first; 经开区 and the like are no names."""
    entry = (park.entry.name, *park.entry.aliases) if park.entry else ()
    mentioned = (name for each in park.seen for name in (each.mention.name, *each.mention.aliases))
    telling = sorted({name for name in mentioned if not park_name(name).generic})
    return tuple(dict.fromkeys((park.name, *entry, *telling)))


def region_of(park: Park) -> tuple[str | None, str | None, str | None]:
    """Province, city and county: the register's, else what most documents say."""
    entry = park.entry
    return (
        (entry and entry.province) or most_frequent(each.mention.province for each in park.seen),
        (entry and entry.city) or most_frequent(each.mention.city for each in park.seen),
        (entry and entry.county) or most_frequent(each.mention.county for each in park.seen),
    )


def kind_of(park: Park) -> str:
    """The register's kind, else what most documents say; 其他 where nobody does."""
    stated = park.entry.kind if park.entry else None
    return stated or most_frequent(each.mention.kind for each in park.seen) or "其他"


def level_of(park: Park) -> str | None:
    """The register's level, else what most documents say."""
    if park.entry and park.entry.level:
        return park.entry.level.value
    return most_frequent(each.mention.level for each in park.seen)


def _name(entry: ParkEntry | None, seen: tuple[Seen, ...]) -> str:
    return entry.name if entry else fullest(each.mention.name for each in seen)


def _ids(groups: Sequence[ParkGroup], names: Sequence[str]) -> tuple[str, ...]:
    return ids_of(
        [group.entry.id if group.entry else None for group in groups],
        [(name, repr(group.bearers[0].region)) for name, group in zip(names, groups, strict=True)],
        [min((each.document for each in group.seen), default="") for group in groups],
    )
