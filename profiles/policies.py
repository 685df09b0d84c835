"""Which mentions, in which documents, mean one policy, and what is said of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from core.model import Instrument, PlacedInstrument, PolicyEntry, PolicyMention, PolicyProfile
from profiles.ids import ids_of
from profiles.lives import steps_of
from profiles.names import spoken
from profiles.order import Dates, by_sound, fullest, most_frequent
from profiles.titles import PolicyName, covers, policy_name, same_policy

ParkId = str | None
NamesOf = Mapping[str, Sequence[str]]  # of each park, by id


@dataclass(frozen=True, slots=True)
class NamedAlike:
    """All mentions within one park whose names are the same but for marks and the park's own name."""

    park: ParkId
    name: PolicyName
    mentions: tuple[PolicyMention, ...]


@dataclass(slots=True)
class PolicyGroup:
    """One policy: its register entry, if any, and all mentions found to mean it."""

    park: ParkId
    entry: PolicyEntry | None
    names: set[PolicyName]
    mentions: list[PolicyMention] = field(default_factory=list)

    @property
    def name(self) -> str:
        """The register's name, else the fullest."""
        return self.entry.name if self.entry else fullest(each.name for each in self.mentions)

    def add(self, found: NamedAlike) -> None:
        """Take in mentions; a register entry without a park takes theirs."""
        self.names.add(found.name)
        self.mentions.extend(found.mentions)
        self.park = self.park or found.park

    def fits(self, found: NamedAlike, dates: Dates) -> bool:
        """Whether the names agree, no document tells the two apart, and no years in a name contradict."""
        if not any(self._agrees(name, found, dates) for name in self.names):
            return False
        documents = {each.evidence.document for each in self.mentions}
        return documents.isdisjoint(each.evidence.document for each in found.mentions)

    def _agrees(self, name: PolicyName, found: NamedAlike, dates: Dates) -> bool:
        if not same_policy(name, found.name):
            return False
        if name.years == found.name.years:
            return True
        # 《…措施（2024—2026）》 and 《…措施》, told between 2024 and 2026
        years = name.years or found.name.years
        undated = found.mentions if name.years else self.mentions
        unsaid = not (name.years and found.name.years)
        return unsaid and all(covers(years, dates.by_document[each.evidence.document]) for each in undated)


def gather_policies(
    register: Sequence[PolicyEntry],
    placed: Iterable[tuple[ParkId, PolicyMention]],
    names: NamesOf,
    dates: Dates,
) -> tuple[PolicyGroup, ...]:
    """Every policy of the register that is told, and every other that documents name."""
    groups = [PolicyGroup(each.park, each, _names(each, names)) for each in register]
    registered = {(each.park, spoken(name)): each for each in reversed(groups) for name in _registered(each)}
    by_park: dict[ParkId, list[PolicyGroup]] = defaultdict(list)
    for each in groups:
        by_park[each.park].append(each)
    for found in _named_alike(placed, names):
        printed = sorted({spoken(each.name) for each in found.mentions})
        stated = (registered.get((park, name)) for park in (found.park, None) for name in printed)
        group = next(filter(None, stated), None) or _choose(found, by_park[found.park], dates)
        if group is None:
            group = PolicyGroup(found.park, None, set())
            by_park[found.park].append(group)
            groups.append(group)
        group.add(found)
    return tuple(each for each in groups if each.mentions)


def _named_alike(placed: Iterable[tuple[ParkId, PolicyMention]], names: NamesOf) -> list[NamedAlike]:
    alike: dict[tuple[object, ...], list[PolicyMention]] = defaultdict(list)
    for park, mention in sorted(placed, key=lambda row: row[1].id):
        name = policy_name(mention.name, names.get(park or "", ()))
        whose = None if name.of_the_state else park  # 国家级经开区 are no park's own
        own = mention.evidence.document if name.generic else None  # 控制性详细规划: whichever it names
        alike[(whose, name, own)].append(mention)
    found = [NamedAlike(park, name, tuple(each)) for (park, name, _), each in alike.items()]  # type: ignore[arg-type]
    # the longest name first: a short one then meets all that it could be short for
    return sorted(
        found, key=lambda each: (-len(each.name.text), each.name, each.park or "", each.mentions[0].id)
    )


def _choose(found: NamedAlike, groups: Sequence[PolicyGroup], dates: Dates) -> PolicyGroup | None:
    """The one policy of the same park that fits; none where several do: a guess is worse."""
    if found.name.generic:
        return None
    fitting = [group for group in groups if group.fits(found, dates)]
    return fitting[0] if len(fitting) == 1 else None


def _registered(group: PolicyGroup) -> tuple[str, ...]:
    return (group.entry.name, *group.entry.aliases) if group.entry else ()


def _names(entry: PolicyEntry, names: NamesOf) -> set[PolicyName]:
    own = names.get(entry.park or "", ())
    return {policy_name(name, own) for name in (entry.name, *entry.aliases)}


# -- what is said ---------------------------------------------------------------------------------


def profile_policies(
    groups: Sequence[PolicyGroup], instruments: Sequence[tuple[ParkId, Instrument]], dates: Dates
) -> tuple[tuple[PolicyProfile, ...], tuple[PlacedInstrument, ...]]:
    """What is said of each policy, by name, and every instrument with its policy, newest document first."""
    ids = _ids(groups)
    told = {
        (each.evidence.document, each.name): ids[at]
        for at, group in enumerate(groups)
        for each in group.mentions
    }
    placed = sorted(
        (
            PlacedInstrument(each, park, told.get((each.evidence.document, each.policy or "")))
            for park, each in instruments
        ),
        key=lambda each: (dates.appearance(each.instrument.evidence), each.instrument.id),
    )
    profiles = (
        _profile(policy_id, group, placed, dates) for policy_id, group in zip(ids, groups, strict=True)
    )
    return tuple(sorted(profiles, key=lambda each: (*by_sound(each.name), each.id))), tuple(placed)


def _profile(
    policy_id: str, group: PolicyGroup, placed: Iterable[PlacedInstrument], dates: Dates
) -> PolicyProfile:
    mentions = tuple(sorted(group.mentions, key=lambda each: (dates.place(each.evidence), each.id)))
    given = [each.instrument for each in placed if each.policy == policy_id]
    return PolicyProfile(
        id=policy_id,
        name=group.name,
        names=tuple(dict.fromkeys((group.name, *sorted(_said(group))))),
        park=group.park,
        kind=most_frequent(each.kind for each in mentions if each.kind != "其他") or "其他",
        date=min((each.date for each in mentions if each.date), default=None),
        mentions=mentions,
        steps=steps_of(mentions, [year for name in group.names for year in name.years]),
        instruments=tuple(sorted(given, key=lambda each: (dates.place(each.evidence), each.id))),
    )


def _said(group: PolicyGroup) -> Iterator[str]:
    yield from _registered(group)
    yield from (each.name for each in group.mentions)


def _ids(groups: Sequence[PolicyGroup]) -> tuple[str, ...]:
    return ids_of(
        [each.entry.id if each.entry else None for each in groups],
        [(each.name, each.park or "") for each in groups],
        [min((mention.id for mention in each.mentions), default="") for each in groups],
    )
