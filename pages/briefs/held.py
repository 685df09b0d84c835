"""All that is held of one park and can be proven: what has no mark on a source page is not told."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from core.judgement import Audit, Conflict, Derived, Judgement, Promise, Retelling, Rung
from core.model import (
    Honour,
    HonourProfile,
    IndustryClaim,
    Observation,
    ParkProfile,
    PlacedInstrument,
    PolicyMention,
    PolicyProfile,
    Profiles,
)
from core.urls import park_url, project_url
from pages.briefs.claims import Claim, Context, make_claims
from pages.briefs.contents import Remark
from pages.doubts import is_revised
from pages.figures import newness
from pages.lines import by_kind
from pages.parks import observations_of
from pages.places import Places

T = TypeVar("T")
Newness = tuple[int, int, int]
NEVER: Newness = (0, 0, 0)
M = TypeVar("M", PolicyMention, Honour)


class Fact(Protocol):
    """Anything that an article states."""

    @property
    def id(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Archive:
    """All that is held of all parks, by a park's id. Made once for a site."""

    places: Places
    reprints: Mapping[str, str]  # document -> the one that it reprints
    ladders: Mapping[str, Sequence[Rung]]  # by project
    policies: Mapping[str | None, Sequence[PolicyProfile]]
    honours: Mapping[str | None, Sequence[HonourProfile]]
    industries: Mapping[str | None, Sequence[tuple[str, str, IndustryClaim]]]  # role, name, claim
    instruments: Mapping[str | None, Sequence[PlacedInstrument]]
    conflicts: Mapping[str | None, Sequence[Conflict]]
    audits: Mapping[str | None, Sequence[Audit]]
    promises: Mapping[str | None, Sequence[Promise]]
    derived: Mapping[str | None, Sequence[Derived]]
    retellings: Mapping[str | None, Sequence[Retelling]]


def archive_of(profiles: Profiles, judgement: Judgement, places: Places) -> Archive:
    """Sort everything by park."""
    claims = [
        (park, (role, industry.name, claim))
        for industry in profiles.industries
        for park, role, claim in industry.claims
    ]
    return Archive(
        places=places,
        reprints=profiles.reprints,
        ladders=judgement.ladders,
        policies=_by_park((each.park, each) for each in profiles.policies),
        honours=_by_park((each.park, each) for each in profiles.honours),
        industries=_by_park(claims),
        instruments=_by_park((each.park, each) for each in profiles.instruments),
        conflicts=_by_park((each.park, each) for each in judgement.conflicts),
        audits=_by_park((each.park, each) for each in judgement.audits),
        promises=_by_park((each.park, each) for each in judgement.promises),
        derived=_by_park((each.park, each) for each in judgement.derived),
        retellings=_by_park((each.park, each) for each in judgement.retellings),
    )


def _by_park(things: Iterable[tuple[str | None, T]]) -> dict[str | None, list[T]]:
    found: dict[str | None, list[T]] = {}
    for park, each in things:
        found.setdefault(park, []).append(each)
    return found


@dataclass(frozen=True, slots=True)
class Held:
    """What is held of one park."""

    park: ParkProfile
    archive: Archive

    @property
    def places(self) -> Places:
        """Where everything stands."""
        return self.archive.places

    @property
    def documents(self) -> tuple[str, ...]:
        """The documents that speak of it, newest first; a reprint counts where its original does not.

        Of one and the same date, the one that tells of later periods comes first.
        """
        all_of_them, originals = set(self.park.documents), self.archive.reprints
        told = [each for each in self.park.documents if originals.get(each) not in all_of_them]
        dates = [self.date_of(each) for each in told]
        until = self._told_until()

        def order(document: str) -> tuple[object, ...]:
            newest = tuple(-part for part in until.get(document, NEVER))
            return (dates.index(self.date_of(document)), newest)

        return tuple(sorted(told, key=order))

    def _told_until(self) -> dict[str, Newness]:
        """The last day that the results of each document speak of."""
        until: dict[str, Newness] = {}
        for _, each in observations_of(self.park):
            if each.status != "target":
                document = each.evidence.document
                until[document] = max(until.get(document, NEVER), newness(each))
        return until

    def date_of(self, document: str) -> str | None:
        """When a document was published, as far as it is known: "2024-07-18", "2024-07" or "2024"."""
        return self.places.citations[document].published.iso

    @property
    def newest(self) -> str | None:
        """The newest date of its documents; None where none is dated."""
        return max(filter(None, map(self.date_of, self.documents)), default=None)

    def claims(self) -> tuple[Claim, ...]:
        """All figures that may be said."""
        context = Context(
            park=self.park.name,
            age={document: rank for rank, document in enumerate(self.documents)},
            dates={each: date for each in self.documents if (date := self.date_of(each))},
            marked=self.places.evidence,
            conflicts=self.conflicts(),
            derived=self._own(self.archive.derived),
        )
        said = [(subject, each) for subject, each in observations_of(self.park) if self._holds(each)]
        return make_claims(said, context)

    def _holds(self, each: Observation) -> bool:
        """False where a later report tells another value in its place."""
        return not is_revised(self.places.doubts.get(each.id, ()))

    def policies(self) -> tuple[tuple[PolicyProfile, PolicyMention], ...]:
        """Its policies, the newest first, those without a date last."""
        own = self._own(self.archive.policies)
        told = [(each, mention) for each in own if (mention := self._newest(each.mentions))]
        return tuple(sorted(told, key=lambda each: each[0].date or "", reverse=True))

    def honours(self) -> tuple[tuple[HonourProfile, Honour], ...]:
        """Its honours, the newest first, those without a year last."""
        own = self._own(self.archive.honours)
        told = [(each, mention) for each in own if (mention := self._newest(each.mentions))]
        return tuple(sorted(told, key=lambda each: each[0].year or "", reverse=True))

    def industries(self) -> tuple[tuple[str, str, IndustryClaim], ...]:
        """Role, industry and claim of what it says it builds on, the newest document first, as printed."""
        age = {document: rank for rank, document in enumerate(self.documents)}
        own = [each for each in self._own(self.archive.industries) if each[2].evidence.document in age]

        def order(told: tuple[str, str, IndustryClaim]) -> tuple[object, ...]:
            _, name, claim = told
            place = next((at for at, each in enumerate(claim.names) if name in each or each in name), 0)
            return (age[claim.evidence.document], claim.evidence.span, place)

        return tuple(sorted((each for each in own if self.marked(each[2])), key=order))

    def instruments(self) -> tuple[PlacedInstrument, ...]:
        """What it promises, then what it has paid, kind by kind."""
        own = self._own(self.archive.instruments)
        return tuple(by_kind(each for each in own if self.marked(each.instrument)))

    def conflicts(self) -> tuple[Conflict, ...]:
        """Conflicts of its figures, all sides of which can be shown."""
        return tuple(each for each in self._own(self.archive.conflicts) if self.marked(*each.sides))

    def audits(self) -> tuple[Audit, ...]:
        """Checks of its figures that came out wrong."""
        wrong = [each for each in self._own(self.archive.audits) if not each.agrees]
        return tuple(each for each in wrong if self.marked(each.checked, *each.working.operands))

    def promises(self) -> tuple[Promise, ...]:
        """Promises of the park and of its projects."""
        own = self._own(self.archive.promises)
        return tuple(each for each in own if (said := each.target or each.stage) and self.marked(said))

    def revisions(self) -> tuple[Retelling, ...]:
        """Figures that later documents put right."""
        own = [each for each in self._own(self.archive.retellings) if each.kind == "revision"]
        return tuple(each for each in own if self.marked(*each.reports))

    def remarks(self) -> tuple[Remark, ...]:
        """What analysts say of the park, then of its projects, as their pages show it."""
        notes = self.places.notes
        own = [Remark(each, None) for each in notes.get(park_url(self.park.id), ())]
        on_projects = [
            Remark(each, project)
            for project in self.park.projects
            for each in notes.get(project_url(project.id), ())
        ]
        return (*own, *on_projects)

    def ladder(self, project: str) -> Sequence[Rung]:
        """The stages of a project, as far as anybody judged them."""
        return self.archive.ladders.get(project, ())

    def marked(self, *facts: Fact) -> bool:
        """Whether each of these has a mark on the page of its document."""
        return all(each.id in self.places.evidence for each in facts)

    def stated(self, observation: str | None) -> Observation | None:
        """An observation that can be proven, by its id."""
        found = self.places.stated.get(observation) if observation else None
        return found if found and self.marked(found) else None

    def _own(self, things: Mapping[str | None, Sequence[T]]) -> Sequence[T]:
        return things.get(self.park.id, ())

    def _newest(self, mentions: Sequence[M]) -> M | None:
        return next((each for each in reversed(mentions) if self.marked(each)), None)
