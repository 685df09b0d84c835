"""Which names mean one company, in whichever park, and what is said of it.

Where a brand could mean several companies, it means none of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from core.model import CompanyEntry, CompanyProfile, HonourProfile, Observation, ParkProfile, ProjectProfile
from profiles.company_names import CLASS, CompanyName, Reader, is_company, same_company
from profiles.ids import ids_of
from profiles.names import spoken
from profiles.order import Dates, by_sound, fullest

SHORTEST = 3  # characters of a brand that stands for a longer name in another park


@dataclass(frozen=True, slots=True)
class Named:
    """A company as one fact names it, and where."""

    name: str
    kind: Literal["project", "observation", "honour"]
    source: str  # its id
    park: str | None
    document: str


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
            self.entry.name if self.entry else fullest([each for each in names if is_company(each)] or names)
        )

    def sources(self, kind: str) -> tuple[str, ...]:
        """The ids of all facts of one kind that name it, in order."""
        return tuple(sorted({each.source for each in self.found if each.kind == kind}))


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
    fitting = [each for each in groups if any(same_company(form, known) for known in each.forms)]
    near: tuple[Callable[[Named], str | None], ...] = (lambda each: each.document, lambda each: each.park)
    for place in near:
        here = {place(each) for each in found} - {None}
        close = [each for each in fitting if here & {place(known) for known in each.found}]
        if close:
            return close[0] if len(close) == 1 else None
    far = [each for each in fitting if any(_sure(form, known) for known in each.forms)]
    return far[0] if len(far) == 1 else None


def _sure(one: CompanyName, other: CompanyName) -> bool:
    """Whether the two are one though told of different parks: a short brand is many a company's."""
    if one.legal and other.legal:
        return one.text == other.text
    return one.stem == other.stem or min(len(one.stem), len(other.stem)) > SHORTEST


# -- what is said ---------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Spoken:
    """All that may speak of companies."""

    projects: Sequence[ProjectProfile]
    observations: Sequence[tuple[str | None, Observation]]  # with the id of their park
    honours: Sequence[HonourProfile]
    parks: Sequence[ParkProfile]
    reader: Reader


def profile_companies(
    register: Sequence[CompanyEntry], said: Spoken, dates: Dates
) -> tuple[CompanyProfile, ...]:
    """What is said of each company across parks; those of most projects first."""
    reader = said.reader
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
        if is_company(name) or spoken(name) in sure:
            yield Named(name, "observation", each.id, park, each.evidence.document)


def _of_honours(honours: Iterable[HonourProfile], sure: set[str], reader: Reader) -> Iterator[Named]:
    for each in honours:
        name = reader.bare(each.holder)
        if is_company(name) or spoken(name) in sure:
            yield Named(name, "honour", each.id, each.park, each.mentions[0].evidence.document)


def _most_told(each: CompanyProfile) -> tuple[object, ...]:
    return (-len(each.projects), -len(each.observations), *by_sound(each.name), each.id)


def _ids(groups: Sequence[CompanyGroup]) -> tuple[str, ...]:
    return ids_of(
        [each.entry.id if each.entry else None for each in groups],
        [(each.name,) for each in groups],
        [min(named.source for named in each.found) for each in groups],
    )
