"""From what all documents say to what we hold: one pass, no disk, no clock."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from msgspec.structs import replace

from core.lexicon import Lexicon
from core.model import (
    Content,
    Facts,
    IndustryClaim,
    Instrument,
    Observation,
    ParkProfile,
    PlacedInstrument,
    PolicyMention,
    PolicyProfile,
    Profiles,
    ProjectMention,
    ProjectProfile,
    SourceProfile,
)
from profiles.companies import Spoken, profile_companies
from profiles.company_names import Reader
from profiles.honours import Placed, gather_honours
from profiles.industries import gather_industries
from profiles.names import bare_region, project_key
from profiles.order import Dates, by_province, dates_of, fullest
from profiles.parks import Park, Places, all_names, gather_parks, kind_of, level_of, places_of, region_of
from profiles.policies import gather_policies, profile_policies
from profiles.projects import ParkId, gather_projects, profile_projects
from profiles.reprints import find_reprints, without_repeats
from profiles.series import make_series
from profiles.zones import parents_of, zones_of

Thing = TypeVar("Thing")
NO_WORDS = Lexicon((), {})


@dataclass(frozen=True, slots=True)
class Judged:
    """What was found out before any park's profile is written."""

    facts: Mapping[str, Facts]  # by document
    counted: Mapping[str, Facts]  # the same without what a reprint only repeats
    dates: Dates
    places: Places
    observations: Mapping[ParkId, Sequence[Observation]]
    projects: Mapping[ParkId, Sequence[ProjectProfile]]
    parents: Mapping[str, str]  # of parks, by id
    reader: Reader  # of companies' names


def compile_profiles(content: Content, facts: Sequence[Facts], lexicon: Lexicon = NO_WORDS) -> Profiles:
    """Merge the facts of all documents; the order in which they come makes no difference."""
    by_document = _by_document(content, facts)
    dates = dates_of(content.documents, by_document)
    reprints = find_reprints(content.documents, by_document, dates)
    counted = without_repeats(by_document, reprints)
    parks = gather_parks(content.parks, by_document.values(), dates)
    places = places_of(parks)
    observations = _placed(places, (one for each in counted.values() for one in each.observations))
    mentions = _placed(places, (one for each in counted.values() for one in each.projects))
    reader = Reader(
        (place for park in parks for place in region_of(park)),
        (name for park in parks for name in all_names(park)),
    )
    projects = profile_projects(gather_projects(content.projects, mentions, reader), observations, dates)
    projects_in = _by_park((each.park, each) for each in projects)
    parents = parents_of(parks)
    judged = Judged(by_document, counted, dates, places, _by_park(observations), projects_in, parents, reader)
    profiles = tuple(sorted((_profile(park, judged) for park in parks), key=by_province))
    held = Profiles(
        as_of=content.settings.as_of or dates.newest(),
        parks=profiles,
        projects=_in_order(projects, profiles),
        sources=_sources(content, judged),
        park_of=_park_of(judged),
        unplaced=_unplaced(judged),
        reprints=reprints,
    )
    return _with_things(held, content, judged, lexicon)


Told = TypeVar("Told", Observation, ProjectMention, PolicyMention, IndustryClaim, Instrument)


def _placed(places: Places, facts: Iterable[Told]) -> list[tuple[ParkId, Told]]:
    """Each fact with the park that its document means."""
    return [(places.find(each.evidence.document, each.park), each) for each in facts]


def _park_of(judged: Judged) -> dict[str, str]:
    every = (one for each in judged.facts.values() for one in each.observations)
    return {each.id: park for park, each in _placed(judged.places, every) if park is not None}


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


# -- what is not a park ---------------------------------------------------------------------------


def _with_things(held: Profiles, content: Content, judged: Judged, lexicon: Lexicon) -> Profiles:
    """With the policies, honours, industries and companies that are told of parks."""
    counted, dates = judged.counted.values(), judged.dates
    policies, instruments = _policies(held, content, judged)
    honours = gather_honours(_honours(held, judged), dates)
    claims = _placed(judged.places, (one for each in counted for one in each.industries))
    ranks = {park.id: rank for rank, park in enumerate(held.parks)}
    figures = [(park, each) for park, found in judged.observations.items() for each in found]
    said = Spoken(held.projects, figures, honours, held.parks, judged.reader)
    return replace(
        held,
        policies=policies,
        instruments=instruments,
        honours=honours,
        industries=gather_industries(claims, lexicon.industries, ranks, dates),
        companies=profile_companies(content.companies, said, dates),
    )


def _policies(
    held: Profiles, content: Content, judged: Judged
) -> tuple[tuple[PolicyProfile, ...], tuple[PlacedInstrument, ...]]:
    counted = judged.counted.values()
    names = {park.id: (park.name, *park.names) for park in held.parks}
    mentions = _placed(judged.places, (one for each in counted for one in each.policies))
    groups = gather_policies(content.policies, mentions, names, judged.dates)
    given = _placed(judged.places, (one for each in counted for one in each.instruments))
    return profile_policies(groups, given, judged.dates)


def _honours(held: Profiles, judged: Judged) -> Iterator[Placed]:
    parks = {park.id: park for park in held.parks}
    for facts in judged.counted.values():
        for each in facts.honours:
            park = judged.places.find(facts.document, each.park)
            own = park is not None and judged.places.find(facts.document, each.holder) == park
            profile = parks.get(park or "")
            region = (profile.province, profile.city) if profile else ()
            holder = profile.name if profile and own else judged.reader.bare(each.holder)
            yield Placed(
                park=park,
                holder=holder,
                company=judged.reader.read(holder),
                own=own,
                honour=each,
                region=tuple(bare_region(name) for name in region),
            )


# -- one park -------------------------------------------------------------------------------------


def _profile(park: Park, judged: Judged) -> ParkProfile:
    observations = judged.observations.get(park.id, ())
    projects = tuple(judged.projects.get(park.id, ()))
    province, city, county = region_of(park)
    subjects = _subjects(park, observations, judged)
    series = make_series(zip(subjects, observations, strict=True), own=park.name, dates=judged.dates)
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
        series=series,
        projects=projects,
        documents=judged.dates.newest_first(_documents(park, observations, projects)),
        parent=judged.parents.get(park.id),
        zones=zones_of(park, series, projects),
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
