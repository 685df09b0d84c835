"""Where everything stands: made once, looked up by every page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from msgspec.structs import replace

from core.judgement import CheckedNote, Judgement, Promise, Rung
from core.model import (
    HonourProfile,
    Observation,
    ParkProfile,
    PlacedInstrument,
    PolicyProfile,
    Profiles,
    ProjectProfile,
    SourceProfile,
)
from core.relations import Related
from core.scorecard import Scorecard
from core.urls import (
    HONOURS,
    POLICIES,
    anchor,
    company_url,
    industry_url,
    park_url,
    policy_url,
    project_url,
    source_url,
)
from core.wording import STATUS, say_date, say_period
from pages.belonging import NOWHERE, Belonging, find_belonging
from pages.doubts import derived_of, doubts_of
from pages.marks import Mark, Mention, marks_of
from pages.shelves import ParkThings, by_park
from pages.views import Citation, Date, DerivedValue, Doubt, Link, Site

NOTHING = Judgement()


@dataclass(frozen=True, slots=True)
class Places:
    """Looks up by id of an observation or mention, except where another key is told."""

    homes: dict[str, Link]  # the place that a mark leads to, named as the reader knows it
    evidence: dict[str, str]  # the mark that proves it
    marks: dict[str, tuple[Mark, ...]]  # by document
    citations: dict[str, Citation]  # by document
    parks: dict[str, Link]  # by park id
    doubts: dict[str, tuple[Doubt, ...]]  # of a value in dispute, and of one that a check does not bear out
    derived: dict[str, tuple[DerivedValue, ...]]  # by the level, or part, that they are worked out of
    parks_of: dict[str, tuple[Link, ...]]  # by document: the parks that it speaks of
    stated: dict[str, Observation]
    policies: dict[str, Link]  # by policy id
    named: dict[str, Link]  # by a name, or the quoted words that open it, of one policy alone
    industries_of: dict[str, tuple[Link, ...]]  # by id of a claim
    companies: dict[str, Link]  # by id of a project, an honour, an observation about the company
    things: dict[str, ParkThings]  # by park id
    reprints: dict[str, str]  # document -> the document that it reprints
    repeats: frozenset[str]  # observations that stand in a reprint as they stand in its original
    texts: dict[str, str]  # by document
    promises: tuple[Promise, ...] = ()
    ladders: dict[str, tuple[Rung, ...]] = field(default_factory=dict)  # by project id
    projects: dict[str, str] = field(default_factory=dict)  # names by project id
    scorecards: frozenset[str] = frozenset()  # ids of parks that have one
    notes: dict[str, tuple[CheckedNote, ...]] = field(default_factory=dict)  # by URL of their page
    words: dict[str, tuple[Link, ...]] = field(default_factory=dict)  # keywords, by URL of their page
    related: dict[str, tuple[Related, ...]] = field(default_factory=dict)  # by document
    belonging: Belonging = NOWHERE
    parts_of: dict[str, tuple[ParkProfile, ...]] = field(default_factory=dict)  # parks by id of their parent
    industries: dict[str, Link] = field(default_factory=dict)  # by industry id
    named_companies: dict[str, Link] = field(default_factory=dict)  # by company id

    def industries_told(self, url: str) -> tuple[Link, ...]:
        """The industries that the page of a document, a project or a company belongs to."""
        return tuple(self.industries[each] for each in self.belonging.pages.get(url, ()))

    def promises_of(self, *, park: str | None = None, project: str | None = None) -> tuple[Promise, ...]:
        """The promises of one park, those of its projects included; or of one project."""
        if project is not None:
            return tuple(each for each in self.promises if each.project == project)
        return tuple(each for each in self.promises if each.park == park)


@dataclass(frozen=True, slots=True)
class Common:
    """What pages have in common: where everything stands, and what is said of the whole site."""

    places: Places
    site: Site


def find_places(
    profiles: Profiles,
    judgement: Judgement = NOTHING,
    scorecards: Iterable[Scorecard] = (),
    notes: Iterable[CheckedNote] = (),
) -> Places:
    """Give every fact one home: its project's page, else its park's, else the page of its document."""
    homes = dict(reversed(list(_homes(profiles))))  # the first home wins
    marks = {each.document.id: marks_of(each.facts, homes) for each in profiles.sources}
    evidence = {
        fact: anchor(source_url(document), mark.anchor)
        for document, found in marks.items()
        for mark in found
        for fact in (*mark.observations, *mark.mentions)
    }
    citations = {
        each.document.id: replace(cite(each), reprint=each.document.id in profiles.reprints)
        for each in profiles.sources
    }
    return Places(
        homes=homes,
        evidence=evidence,
        marks=marks,
        citations=citations,
        doubts=doubts_of(judgement, evidence, citations),
        derived=derived_of(judgement, evidence),
        parks={each.id: _park_link(each) for each in profiles.parks},
        parks_of=_parks_of_documents(profiles),
        stated={each.id: each for source in profiles.sources for each in source.facts.observations},
        policies={each.id: Link(policy_url(each.id), each.name) for each in profiles.policies},
        named=_policies_by_name(profiles),
        industries_of=_industries(profiles),
        companies=_companies(profiles),
        things=by_park(profiles),
        reprints=profiles.reprints,
        repeats=_repeats(profiles),
        texts={each.document.id: each.document.text for each in profiles.sources},
        promises=judgement.promises,
        ladders=judgement.ladders,
        projects={each.id: each.name for each in profiles.projects},
        scorecards=frozenset(each.park for each in scorecards),
        notes=_notes(notes),
        belonging=find_belonging(profiles),
        parts_of=_parts(profiles),
        industries={each.id: Link(industry_url(each.id), each.name) for each in profiles.industries},
    )


def _notes(notes: Iterable[CheckedNote]) -> dict[str, tuple[CheckedNote, ...]]:
    found: dict[str, tuple[CheckedNote, ...]] = {}
    for each in notes:
        url = project_url(each.note.project) if each.note.project else park_url(each.note.park or "")
        found[url] = (*found.get(url, ()), each)
    return found


def _parts(profiles: Profiles) -> dict[str, tuple[ParkProfile, ...]]:
    found: dict[str, tuple[ParkProfile, ...]] = {}
    for park in profiles.parks:
        if park.parent:
            found[park.parent] = (*found.get(park.parent, ()), park)
    return found


def _policies_by_name(profiles: Profiles) -> dict[str, Link]:
    found: dict[str, set[str]] = {}
    for policy in profiles.policies:
        for name in policy.names:
            opening = name[: name.find("”") + 1] if name.startswith("“") else name
            for each in (name, opening):
                found.setdefault(each, set()).add(policy.id)
    names = {each.id: each.name for each in profiles.policies}
    return {
        name: Link(policy_url(one), names[one]) for name, ids in found.items() if len(ids) == 1 for one in ids
    }


def _industries(profiles: Profiles) -> dict[str, tuple[Link, ...]]:
    found: dict[str, tuple[Link, ...]] = {}
    for industry in profiles.industries:
        for _, _, claim in industry.claims:
            found[claim.id] = (*found.get(claim.id, ()), Link(industry_url(industry.id), industry.name))
    return found


def _companies(profiles: Profiles) -> dict[str, Link]:
    return {
        fact: Link(company_url(each.id), each.name)
        for each in reversed(profiles.companies)  # a project of several: the one that is told most of
        for fact in (*each.projects, *each.honours, *(figure.id for figure in each.observations))
    }


def _repeats(profiles: Profiles) -> frozenset[str]:
    """What stands in no series and is not without a park either."""
    held = {one.id for park in profiles.parks for series in park.series for one in series.points}
    held |= {one.id for project in profiles.projects for one in project.observations}
    held |= {one.id for one in profiles.unplaced}
    reprints = [each.facts for each in profiles.sources if each.document.id in profiles.reprints]
    return frozenset(one.id for facts in reprints for one in facts.observations if one.id not in held)


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
    for policy in profiles.policies:
        yield from _in_policy(policy)
    for honour in profiles.honours:
        yield from _of_honour(honour)
    for placed in profiles.instruments:
        yield _of_instrument(placed)
    yield from _of_claims(profiles)
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


def _in_policy(policy: PolicyProfile) -> Iterator[tuple[str, Link]]:
    for mention in policy.mentions:
        yield (
            mention.id,
            Link(anchor(policy_url(policy.id), mention_anchor(mention)), f"政策：{policy.name}"),
        )


def _of_honour(honour: HonourProfile) -> Iterator[tuple[str, Link]]:
    told = " · ".join(filter(None, (honour.holder, honour.name)))
    for mention in honour.mentions:
        yield mention.id, Link(anchor(HONOURS, mention_anchor(mention)), f"荣誉：{told}")


def _of_instrument(placed: PlacedInstrument) -> tuple[str, Link]:
    """On its policy's page; what no policy is told to give stands on the list of policies."""
    url = policy_url(placed.policy) if placed.policy else POLICIES
    told = " · ".join(filter(None, (placed.instrument.kind, placed.instrument.target)))
    return placed.instrument.id, Link(anchor(url, mention_anchor(placed.instrument)), f"政策措施：{told}")


def _of_claims(profiles: Profiles) -> Iterator[tuple[str, Link]]:
    """On the park's page; what belongs to no park stands with the first industry that it names."""
    for industry in profiles.industries:
        for park, role, claim in industry.claims:
            url = park_url(park) if park else industry_url(industry.id)
            told = f"{role}产业：{'、'.join(claim.names)}"
            yield claim.id, Link(anchor(url, mention_anchor(claim)), told)


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


def mention_anchor(mention: Mention) -> str:
    """The id of the mention at its home."""
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
