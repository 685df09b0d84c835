"""Where everything stands: made once, looked up by every page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from core.judgement import Judgement
from core.model import Observation, ParkProfile, Profiles, ProjectMention, ProjectProfile, SourceProfile
from core.urls import anchor, park_url, project_url, source_url
from core.wording import STATUS, say_date, say_period
from pages.doubts import derived_of, doubts_of
from pages.marks import Mark, marks_of
from pages.views import Citation, Date, DerivedValue, Doubt, Link


@dataclass(frozen=True, slots=True)
class Places:
    """Looks up by id of an observation or mention; `marks`, `citations`, `parks_of`, `texts` by document."""

    homes: dict[str, Link]  # the place that a mark leads to, named as the reader knows it
    evidence: dict[str, str]  # the mark that proves it
    marks: dict[str, tuple[Mark, ...]]
    citations: dict[str, Citation]
    parks: dict[str, Link]  # by park id
    parks_of: dict[str, tuple[Link, ...]]  # the parks that a document speaks of
    stated: dict[str, Observation]  # every observation by its id
    texts: dict[str, str]
    doubts: dict[str, tuple[Doubt, ...]]  # of a value in dispute, and of one that a check does not bear out
    derived: dict[str, tuple[DerivedValue, ...]]  # by the level, or part, that they are worked out of


def find_places(profiles: Profiles, judgement: Judgement | None = None) -> Places:
    """Give every fact one home: its project's page, else its park's, else the page of its document."""
    judgement = judgement or Judgement()
    homes = dict(reversed(list(_homes(profiles))))  # the first home wins
    marks = {each.document.id: marks_of(each.facts, homes) for each in profiles.sources}
    evidence = {
        fact: anchor(source_url(document), mark.anchor)
        for document, found in marks.items()
        for mark in found
        for fact in (*mark.observations, *mark.mentions)
    }
    citations = {each.document.id: cite(each) for each in profiles.sources}
    return Places(
        homes=homes,
        evidence=evidence,
        marks=marks,
        citations=citations,
        parks={each.id: _park_link(each) for each in profiles.parks},
        parks_of=_parks_of_documents(profiles),
        stated={each.id: each for source in profiles.sources for each in source.facts.observations},
        texts={each.document.id: each.document.text for each in profiles.sources},
        doubts=doubts_of(judgement, evidence, citations),
        derived=derived_of(judgement),
    )


def _park_link(park: ParkProfile) -> Link:
    return Link(park_url(park.id), park.name)


def _parks_of_documents(profiles: Profiles) -> dict[str, tuple[Link, ...]]:
    found: dict[str, list[Link]] = {each.document.id: [] for each in profiles.sources}
    for park in profiles.parks:
        for document in park.documents:
            found[document].append(_park_link(park))
    return {document: tuple(links) for document, links in found.items()}


def _homes(profiles: Profiles) -> Iterator[tuple[str, Link]]:
    for project in profiles.projects:
        yield from _in_project(project)
    for park in profiles.parks:
        yield from _in_park(park)
    for source in profiles.sources:
        for observation in source.facts.observations:
            yield observation.id, _home(source_url(source.document.id), observation)


def _in_project(project: ProjectProfile) -> Iterator[tuple[str, Link]]:
    url = project_url(project.id)
    for mention in project.mentions:
        told = " · ".join(filter(None, (project.name, mention.stage)))
        yield mention.id, Link(anchor(url, mention_anchor(mention)), f"项目：{told}")
    for observation in project.observations:
        yield observation.id, _home(url, observation)


def _in_park(park: ParkProfile) -> Iterator[tuple[str, Link]]:
    for series in park.series:
        for observation in series.points:
            yield observation.id, _home(park_url(park.id), observation)


def _home(url: str, observation: Observation) -> Link:
    return Link(anchor(url, value_anchor(observation)), read_as(observation))


def read_as(observation: Observation) -> str:
    """What the words of an observation were taken for, in one line."""
    status = None if observation.status == "actual" else STATUS[observation.status]
    told = (observation.subject, observation.indicator, observation.scope, observation.basis)
    return " · ".join(dict.fromkeys(filter(None, (*told, say_period(observation.period), status))))


def value_anchor(observation: Observation) -> str:
    """The id of the value at its home."""
    return f"o-{observation.id}"


def mention_anchor(mention: ProjectMention) -> str:
    """The id of the mention on its project's page."""
    return f"m-{mention.id}"


def cite(source: SourceProfile) -> Citation:
    """A document in few words; what its metadata leave open, its first article may say."""
    metadata, articles = source.document.metadata, source.facts.articles
    first = articles[0] if articles else None
    retold = metadata.digest_of.publisher if metadata.digest_of else None  # the tag 摘编 stands beside it
    return Citation(
        url=source_url(source.document.id),
        title=metadata.title or (first and first.title) or source.document.name,
        publisher=metadata.publisher or retold or (first and first.publisher) or None,
        published=date(metadata.published or (first.published if first else None)),
        digest=metadata.kind == "digest",
    )


def date(iso: str | None) -> Date:
    """A date in words."""
    return Date(iso, say_date(iso))
