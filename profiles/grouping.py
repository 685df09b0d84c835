"""Which mentions, in which documents, mean one park."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from core.model import Facts, ParkEntry, ParkMention
from profiles.names import ParkName, Region, park_name, same_park_name

VAGUE = frozenset({"经开区"})  # short for both 经济技术开发区 and 经济开发区


@dataclass(frozen=True, slots=True)
class Seen:
    """A park as one document knows it."""

    document: str
    mention: ParkMention


@dataclass(frozen=True, slots=True)
class Bearer:
    """All mentions that tell names, region and level alike."""

    names: tuple[ParkName, ...]  # its own, then the aliases that tell a place and a kind
    region: Region
    level: str | None
    seen: tuple[Seen, ...]

    @property
    def order(self) -> tuple[object, ...]:
        """Whoever says most comes first: the vague are judged when all others have their place."""
        name, first = self.names[0], self.seen[0]
        fullness = (name.generic, -self.region.known(), self.level is None, -len(name.place))
        return (*fullness, first.mention.name, repr(self), first.document)


@dataclass(slots=True)
class ParkGroup:
    """One park: its register entry, if any, and all who were found to mean it."""

    entry: ParkEntry | None
    bearers: list[Bearer] = field(default_factory=list)

    @property
    def seen(self) -> tuple[Seen, ...]:
        """Every mention of the park."""
        return tuple(each for bearer in self.bearers for each in bearer.seen)

    def fits(self, bearer: Bearer) -> bool:
        """Whether one of its names agrees, and nothing known of it contradicts."""
        alike = any(_same_name(known, bearer) for known in self.bearers)
        return alike and not any(_contradict(known, bearer) for known in self.bearers)

    def is_named(self, bearer: Bearer) -> bool:
        """Whether one who means it has the very same name, place for place."""
        names = {(name.place, name.family) for name in bearer.names}
        return any((name.place, name.family) in names for known in self.bearers for name in known.names)


Shelf = tuple[str, str]  # kind and the end of the place: names that mean one park share both
Shelves = defaultdict[Shelf, list[ParkGroup]]


def group_mentions(register: Sequence[ParkEntry], facts: Iterable[Facts]) -> list[ParkGroup]:
    """The register's parks in its order, then the others; every mention in exactly one of them."""
    groups = [ParkGroup(entry, [_registered(entry)]) for entry in register]
    by_id = {entry.id: group for entry, group in zip(register, groups, strict=True)}
    shelves: Shelves = defaultdict(list)
    for group in groups:
        _shelve(group, group.bearers[0], shelves)
    for bearer in sorted(_bearers(facts), key=lambda each: each.order):
        chosen = by_id.get(bearer.seen[0].mention.park_id or "") or _choose(bearer, shelves)
        if chosen is None:
            chosen = ParkGroup(None)
            groups.append(chosen)
        chosen.bearers.append(bearer)
        _shelve(chosen, bearer, shelves)
    return groups


def _choose(bearer: Bearer, shelves: Mapping[Shelf, list[ParkGroup]]) -> ParkGroup | None:
    """The one group that fits; of several the one of the very same name; else none: a guess is worse."""
    near = {id(group): group for shelf in _shelves(bearer) for group in shelves.get(shelf, ())}
    fitting = [group for group in near.values() if group.fits(bearer)]
    if len(fitting) > 1:
        fitting = [group for group in fitting if group.is_named(bearer)]
    return fitting[0] if len(fitting) == 1 else None


def _shelve(group: ParkGroup, bearer: Bearer, shelves: Shelves) -> None:
    for shelf in _shelves(bearer):
        if not any(group is known for known in shelves[shelf]):
            shelves[shelf].append(group)


def _shelves(bearer: Bearer) -> list[Shelf]:
    return sorted({(name.family, name.place[-2:]) for name in bearer.names if not name.generic})


def _same_name(one: Bearer, other: Bearer) -> bool:
    regions = (one.region, other.region)
    return any(same_park_name(a, b, regions) for a in one.names for b in other.names)


def _contradict(one: Bearer, other: Bearer) -> bool:
    if one.region.contradicts(other.region):
        return True
    a, b = one.names[0], other.names[0]
    # an 经济开发区 of the province may lie beside the 经济技术开发区 of the state
    worded_apart = (
        a.family == b.family == "经开" and a.ending != b.ending and not {a.ending, b.ending} & VAGUE
    )
    return worded_apart and bool(one.level and other.level and one.level != other.level)


def _registered(entry: ParkEntry) -> Bearer:
    region = Region.of(entry.province, entry.city, entry.county)
    names = tuple(park_name(name, entry.kind, region) for name in (entry.name, *entry.aliases))
    return Bearer(names, region, entry.level.value if entry.level else None, ())


def _bearers(facts: Iterable[Facts]) -> Iterator[Bearer]:
    alike: dict[tuple[object, ...], list[Seen]] = defaultdict(list)
    seen = [Seen(each.document, mention) for each in facts for mention in each.parks]
    for each in sorted(seen, key=lambda each: (each.document, repr(each.mention))):
        names, region = _names(each.mention), _region(each.mention)
        # a park that a document calls just 经开区 is that document's own
        own = each.document if names[0].generic else None
        alike[(names, region, each.mention.level, each.mention.park_id, own)].append(each)
    for group in alike.values():
        mention = group[0].mention
        yield Bearer(_names(mention), _region(mention), mention.level, tuple(group))


def _names(mention: ParkMention) -> tuple[ParkName, ...]:
    region = _region(mention)
    name, *aliases = (park_name(each, mention.kind, region) for each in (mention.name, *mention.aliases))
    return (name, *(each for each in aliases if each.family and not each.generic))


def _region(mention: ParkMention) -> Region:
    return Region.of(mention.province, mention.city, mention.county)
