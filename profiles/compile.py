"""From what all documents say to what we hold: one pass, no disk, no clock."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from core.model import Content, Facts, Observation, ParkProfile, Profiles, ProjectProfile, SourceProfile
from profiles.names import project_key
from profiles.order import Dates, by_province, dates_of, fullest
from profiles.parks import Park, Places, all_names, gather_parks, kind_of, level_of, places_of, region_of
from profiles.projects import ParkId, gather_projects, profile_projects
from profiles.series import make_series

Thing = TypeVar("Thing")


@dataclass(frozen=True, slots=True)
class Judged:
    """What was found out before any park's profile is written."""

    facts: Mapping[str, Facts]  # by document
    dates: Dates
    places: Places
    observations: Mapping[ParkId, Sequence[Observation]]
    projects: Mapping[ParkId, Sequence[ProjectProfile]]


def compile_profiles(content: Content, facts: Sequence[Facts]) -> Profiles:
    """Merge the facts of all documents; the order in which they come makes no difference."""
    by_document = _by_document(content, facts)
    dates = dates_of(content.documents, by_document)
    parks = gather_parks(content.parks, by_document.values(), dates)
    places = places_of(parks)
    observations = [
        (places.find(each.document, one.park), one)
        for each in by_document.values()
        for one in each.observations
    ]
    mentions = [
        (places.find(each.document, one.park), one) for each in by_document.values() for one in each.projects
    ]
    projects = profile_projects(gather_projects(content.projects, mentions), observations, dates)
    projects_in = _by_park((each.park, each) for each in projects)
    judged = Judged(by_document, dates, places, _by_park(observations), projects_in)
    profiles = tuple(sorted((_profile(park, judged) for park in parks), key=by_province))
    return Profiles(
        as_of=content.settings.as_of or dates.newest(),
        parks=profiles,
        projects=_in_order(projects, profiles),
        sources=_sources(content, judged),
        park_of={each.id: park for park, each in observations if park is not None},
        unplaced=_unplaced(judged),
    )


def _by_document(content: Content, facts: Sequence[Facts]) -> dict[str, Facts]:
    """Facts of each document, in order of id; nothing found is found too."""
    found = {each.document: each for each in facts}
    ids = {each.id for each in content.documents}
    if strays := sorted(found.keys() - ids):
        raise ValueError(f"facts of documents that were not read: {strays}")
    return {each: found.get(each) or Facts(document=each, articles=()) for each in sorted(ids)}


def _by_park(rows: Iterable[tuple[ParkId, Thing]]) -> dict[ParkId, list[Thing]]:
    by_park: dict[ParkId, list[Thing]] = defaultdict(list)
    for park, each in rows:
        by_park[park].append(each)
    return by_park


def _in_order(projects: Iterable[ProjectProfile], parks: Iterable[ParkProfile]) -> tuple[ProjectProfile, ...]:
    """Projects park by park; those of no park last."""
    rank: dict[ParkId, int] = {park.id: rank for rank, park in enumerate(parks)}
    return tuple(sorted(projects, key=lambda each: rank.get(each.park, len(rank))))


def _sources(content: Content, judged: Judged) -> tuple[SourceProfile, ...]:
    documents = {each.id: each for each in content.documents}
    order = judged.dates.newest_first(documents)
    return tuple(SourceProfile(documents[each], judged.facts[each]) for each in order)


def _unplaced(judged: Judged) -> tuple[Observation, ...]:
    found = judged.observations.get(None, ())
    return tuple(sorted(found, key=lambda each: (judged.dates.appearance(each.evidence), each.id)))


# -- one park -------------------------------------------------------------------------------------


def _profile(park: Park, judged: Judged) -> ParkProfile:
    observations = judged.observations.get(park.id, ())
    projects = tuple(judged.projects.get(park.id, ()))
    province, city, county = region_of(park)
    subjects = _subjects(park, observations, judged)
    return ParkProfile(
        id=park.id,
        name=park.name,
        names=all_names(park)[1:],
        entry=park.entry,
        kind=kind_of(park),
        level=level_of(park),
        province=province,
        city=city,
        county=county,
        series=make_series(zip(subjects, observations, strict=True), own=park.name, dates=judged.dates),
        projects=projects,
        documents=judged.dates.newest_first(_documents(park, observations, projects)),
    )


def _subjects(park: Park, observations: Sequence[Observation], judged: Judged) -> list[str]:
    """Whom each observation is about, under one name in all documents."""
    keys = [project_key(each.subject) for each in observations]
    forms: dict[str, list[str]] = defaultdict(list)
    for key, each in zip(keys, observations, strict=True):
        forms[key].append(each.subject)
    names = {key: fullest(written) for key, written in forms.items()}
    for project in judged.projects.get(park.id, ()):
        names.update({project_key(name): project.name for name in project.names})
    return [
        park.name if judged.places.find(each.evidence.document, each.subject) == park.id else names[key]
        for key, each in zip(keys, observations, strict=True)
    ]


def _documents(
    park: Park, observations: Iterable[Observation], projects: Iterable[ProjectProfile]
) -> Iterator[str]:
    yield from (each.document for each in park.seen)
    yield from (each.evidence.document for each in observations)
    yield from (mention.evidence.document for project in projects for mention in project.mentions)
