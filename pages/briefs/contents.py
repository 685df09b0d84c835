"""What a brief tells of a park: facts chosen, nothing said yet. Whoever says them chooses no more facts."""

from __future__ import annotations

from dataclasses import dataclass

from core.judgement import Audit, CheckedNote, Conflict, Promise, Retelling
from core.model import (
    Chart,
    Honour,
    HonourProfile,
    IndustryClaim,
    Instrument,
    Observation,
    ParkProfile,
    PolicyMention,
    PolicyProfile,
    ProjectMention,
    ProjectProfile,
)
from pages.briefs.claims import Claim


@dataclass(frozen=True, slots=True)
class Standing:
    """A project at the stage that it has reached, as far as anybody tells."""

    project: ProjectProfile
    stage: str | None
    date: str | None
    proof: ProjectMention
    money: Observation | None


@dataclass(frozen=True, slots=True)
class Role:
    """Industries that a park gives the same role, each with the claim that says so."""

    role: str
    industries: tuple[tuple[str, IndustryClaim], ...]


@dataclass(frozen=True, slots=True)
class Estate:
    """A carrier or a company within the park, with what is measured of it."""

    name: str
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Grant:
    """What a policy gives, with the figures that it names."""

    instrument: Instrument
    policy: str | None  # the name that it is known by
    rate: Observation | None
    amount: Observation | None
    limit: Observation | None


@dataclass(frozen=True, slots=True)
class Distinction:
    """An honour, with the mention that proves it and the figure that states its rank."""

    honour: HonourProfile
    proof: Honour
    rank: Observation | None


@dataclass(frozen=True, slots=True)
class Step:
    """A project that has come further since earlier documents."""

    project: ProjectProfile
    before: ProjectMention
    now: ProjectMention


@dataclass(frozen=True, slots=True)
class News:
    """What the newest dated documents tell and the earlier ones do not."""

    date: str  # of the newest documents
    projects: tuple[tuple[ProjectProfile, ProjectMention], ...] = ()
    steps: tuple[Step, ...] = ()
    policies: tuple[tuple[PolicyProfile, PolicyMention], ...] = ()
    honours: tuple[tuple[HonourProfile, Honour], ...] = ()
    revisions: tuple[Retelling, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.projects or self.steps or self.policies or self.honours or self.revisions)


@dataclass(frozen=True, slots=True)
class Remark:
    """An analyst's note on the park, or on one of its projects."""

    checked: CheckedNote
    project: ProjectProfile | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """What both briefs tell."""

    park: ParkProfile
    documents: int  # that speak of the park
    leading: tuple[Claim, ...]  # up to three
    promises: tuple[Promise, ...]
    goals: tuple[Claim, ...]  # targets that no promise tracks
    conflicts: tuple[Conflict, ...]
    audits: tuple[Audit, ...]  # only those that do not agree
    news: News | None
    gaps: tuple[str, ...]  # keys of subjects that no document speaks of
    remarks: tuple[Remark, ...]  # on the park first


@dataclass(frozen=True, slots=True, kw_only=True)
class Investment(Contents):
    """What an investor wants to know."""

    economy: tuple[Claim, ...]
    charts: tuple[Chart, ...]
    roles: tuple[Role, ...]
    industries: tuple[Claim, ...]  # what is measured of industries, and how many companies there are
    promotion: tuple[Claim, ...]  # totals that the park states: never mixed with the projects named
    projects: tuple[Standing, ...]
    more_projects: int  # that are named and not listed
    carriers: tuple[Standing, ...]
    space: tuple[Claim, ...]
    estates: tuple[Estate, ...]
    innovation: tuple[Claim, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy(Contents):
    """What a reader of policies wants to know."""

    policies: tuple[tuple[PolicyProfile, PolicyMention], ...]
    more_policies: int
    grants: tuple[Grant, ...]
    more_grants: int
    services: tuple[Claim, ...]
    honours: tuple[Distinction, ...]
    more_honours: int
    rankings: tuple[Claim, ...]
