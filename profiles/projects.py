"""Which mentions, in which documents, mean one project, and what is said of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from core.model import Observation, ProjectEntry, ProjectMention, ProjectProfile
from profiles.company_names import Reader
from profiles.ids import ids_of
from profiles.names import project_key, same_project_name
from profiles.order import Dates, by_sound, fullest

ParkId = str | None


@dataclass(frozen=True, slots=True)
class NamedAlike:
    """All mentions within one park whose names are the same but for spaces, marks and 项目."""

    park: ParkId
    key: str
    mentions: tuple[ProjectMention, ...]


@dataclass(slots=True)
class ProjectGroup:
    """One project: its register entry, if any, and all mentions found to mean it."""

    park: ParkId
    entry: ProjectEntry | None
    keys: set[str]
    mentions: list[ProjectMention] = field(default_factory=list)

    @property
    def name(self) -> str:
        """The register's name, else the fullest."""
        return self.entry.name if self.entry else fullest(each.name for each in self.mentions)

    def add(self, found: NamedAlike) -> None:
        """Take in mentions; a register entry without a park takes theirs."""
        self.keys.add(found.key)
        self.mentions.extend(found.mentions)
        self.park = self.park or found.park

    def fits(self, found: NamedAlike, reader: Reader) -> bool:
        """Whether the names agree, no company contradicts, and no document tells the two apart."""
        if not any(same_project_name(found.key, key) for key in self.keys):
            return False
        return not any(_apart(one, other, reader) for one in self.mentions for other in found.mentions)


def gather_projects(
    register: Sequence[ProjectEntry], placed: Iterable[tuple[ParkId, ProjectMention]], reader: Reader
) -> tuple[ProjectGroup, ...]:
    """Every project of the register, mentioned or not, and every other that documents name."""
    groups = [ProjectGroup(each.park, each, _keys(each)) for each in register]
    registered = {(each.park, key): each for each in reversed(groups) for key in each.keys}
    by_park: dict[ParkId, list[ProjectGroup]] = defaultdict(list)
    for each in groups:
        by_park[each.park].append(each)
    for found in _named_alike(placed):
        entry = registered.get((found.park, found.key)) or registered.get((None, found.key))
        group = entry or _choose(found, by_park[found.park], reader)
        if group is None:
            group = ProjectGroup(found.park, None, set())
            by_park[found.park].append(group)
            groups.append(group)
        group.add(found)
    return tuple(groups)


def profile_projects(
    groups: Sequence[ProjectGroup], observations: Iterable[tuple[ParkId, Observation]], dates: Dates
) -> tuple[ProjectProfile, ...]:
    """What is said of each project, by name: mentions oldest first, observations in order of period.

    A project of the register that no document names has no profile: there is nothing to show of it.
    """
    stated = _stated(groups, observations)
    profiles = (
        ProjectProfile(
            id=project_id,
            name=group.name,
            names=tuple(dict.fromkeys((group.name, *sorted(_names(group))))),
            park=group.park,
            company=_company(group.mentions),
            mentions=tuple(sorted(group.mentions, key=lambda each: (dates.place(each.evidence), each.id))),
            observations=tuple(sorted(found, key=dates.in_time)),
        )
        for project_id, group, found in zip(_ids(groups), groups, stated, strict=True)
        if group.mentions
    )
    return tuple(sorted(profiles, key=lambda each: (*by_sound(each.name), each.id)))


# -- grouping -------------------------------------------------------------------------------------


def _named_alike(placed: Iterable[tuple[ParkId, ProjectMention]]) -> list[NamedAlike]:
    alike: dict[tuple[ParkId, str], list[ProjectMention]] = defaultdict(list)
    for park, mention in sorted(placed, key=lambda row: row[1].id):
        alike[(park, project_key(mention.name))].append(mention)
    found = [NamedAlike(park, key, tuple(mentions)) for (park, key), mentions in alike.items()]
    # the longest name first: a short one then meets all that it could be short for
    return sorted(found, key=lambda each: (-len(each.key), each.key, each.park or ""))


def _choose(found: NamedAlike, groups: Sequence[ProjectGroup], reader: Reader) -> ProjectGroup | None:
    """The one project of the same park that fits; none where several do: a guess is worse."""
    fitting = [group for group in groups if found.park and group.fits(found, reader)]
    return fitting[0] if len(fitting) == 1 else None


def _apart(one: ProjectMention, other: ProjectMention, reader: Reader) -> bool:
    """Two companies, or one document that lists both, mean two projects."""
    if one.evidence.document == other.evidence.document:
        return True
    if one.company is None or other.company is None:
        return False
    return not reader.same(one.company, other.company)


def _keys(entry: ProjectEntry) -> set[str]:
    return {project_key(name) for name in (entry.name, *entry.aliases)}


# -- what is said ---------------------------------------------------------------------------------


def _stated(
    groups: Sequence[ProjectGroup], observations: Iterable[tuple[ParkId, Observation]]
) -> list[list[Observation]]:
    """For each project the observations about it, and those that state its investment."""
    by_subject: dict[tuple[ParkId, str], list[Observation]] = defaultdict(list)
    by_id: dict[str, Observation] = {}
    for park, each in observations:
        by_subject[(park, project_key(each.subject))].append(each)
        by_id[each.id] = each
    return [
        list({each.id: each for each in (*_about(group, by_subject), *_invested(group, by_id))}.values())
        for group in groups
    ]


def _about(
    group: ProjectGroup, by_subject: Mapping[tuple[ParkId, str], list[Observation]]
) -> Iterator[Observation]:
    return (each for key in group.keys for each in by_subject.get((group.park, key), ()))


def _invested(group: ProjectGroup, by_id: Mapping[str, Observation]) -> Iterator[Observation]:
    ids = (each.investment.observation for each in group.mentions if each.investment)
    return (by_id[each] for each in ids if each is not None and each in by_id)


def _names(group: ProjectGroup) -> set[str]:
    registered = (group.entry.name, *group.entry.aliases) if group.entry else ()
    return {*registered, *(each.name for each in group.mentions)}


def _company(mentions: Sequence[ProjectMention]) -> str | None:
    companies = [each.company for each in mentions if each.company]
    return fullest(companies) if companies else None


def _ids(groups: Sequence[ProjectGroup]) -> tuple[str, ...]:
    return ids_of(
        [each.entry.id if each.entry else None for each in groups],
        [(each.name, each.park or "") for each in groups],
        [min((mention.id for mention in each.mentions), default="") for each in groups],
    )
