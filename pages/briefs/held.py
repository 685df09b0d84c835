"""All that is held of one park and can be proven: what has no mark on a source page is not told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from core.judgement import Audit, Conflict, Judgement, Promise
from core.model import (
    Honour,
    HonourProfile,
    Instrument,
    Observation,
    ParkProfile,
    PolicyMention,
    PolicyProfile,
    Profiles,
)
from pages.briefs.claims import Claim, Context, make_claims
from pages.parks import observations_of
from pages.places import Places

M = TypeVar("M", PolicyMention, Honour)


class Fact(Protocol):
    """Anything that an article states."""

    @property
    def id(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Held:
    """What profiles and judgement hold of a park."""

    park: ParkProfile
    profiles: Profiles
    judgement: Judgement
    places: Places

    @property
    def documents(self) -> tuple[str, ...]:
        """The documents that speak of the park, newest first, reprints left out."""
        return tuple(each for each in self.park.documents if each not in self.profiles.reprints)

    def claims(self) -> tuple[Claim, ...]:
        """All figures that may be said."""
        context = Context(
            park=self.park.name,
            age={document: rank for rank, document in enumerate(self.documents)},
            marked=self.places.evidence,
            conflicts=self.conflicts(),
            derived=[each for each in self.judgement.derived if each.park == self.park.id],
        )
        return make_claims(tuple(observations_of(self.park)), context)

    def policies(self) -> tuple[tuple[PolicyProfile, PolicyMention], ...]:
        """Its policies, the newest first, those without a date last."""
        own = [each for each in self.profiles.policies if each.park == self.park.id]
        told = [(each, mention) for each in own if (mention := self._newest(each.mentions))]
        return tuple(sorted(told, key=lambda each: each[0].date or "", reverse=True))

    def honours(self) -> tuple[tuple[HonourProfile, Honour], ...]:
        """Its honours, the newest first, those without a year last."""
        own = [each for each in self.profiles.honours if each.park == self.park.id]
        told = [(each, mention) for each in own if (mention := self._newest(each.mentions))]
        return tuple(sorted(told, key=lambda each: each[0].year or "", reverse=True))

    def instruments(self) -> tuple[Instrument, ...]:
        """What its policies give, the newest document first."""
        names = {self.park.name, *self.park.names}
        policies = {name for policy, _ in self.policies() for name in policy.names}
        return tuple(
            each
            for source in self.profiles.sources
            if source.document.id in self.documents
            for each in source.facts.instruments
            if each.id in self.places.evidence
            and (each.park in names or each.policy in policies or self._is_own(each.amount))
        )

    def _is_own(self, observation: str | None) -> bool:
        return observation is not None and self.profiles.park_of.get(observation) == self.park.id

    def conflicts(self) -> tuple[Conflict, ...]:
        """Conflicts of its figures, all sides of which can be shown."""
        own = [each for each in self.judgement.conflicts if each.park == self.park.id]
        return tuple(each for each in own if self.marked(*each.sides))

    def audits(self) -> tuple[Audit, ...]:
        """Checks of its figures that came out wrong."""
        own = [each for each in self.judgement.audits if each.park == self.park.id and not each.agrees]
        return tuple(each for each in own if self.marked(each.checked, *each.working.operands))

    def promises(self) -> tuple[Promise, ...]:
        """Promises of the park and of its projects."""
        own = [each for each in self.judgement.promises if each.park == self.park.id]
        return tuple(each for each in own if (said := each.target or each.stage) and self.marked(said))

    def marked(self, *facts: Fact) -> bool:
        """Whether each of these has a mark on the page of its document."""
        return all(each.id in self.places.evidence for each in facts)

    def stated(self, observation: str | None) -> Observation | None:
        """An observation that can be proven, by its id."""
        found = self.places.stated.get(observation) if observation else None
        return found if found and self.marked(found) else None

    def _newest(self, mentions: Sequence[M]) -> M | None:
        return next((each for each in reversed(mentions) if self.marked(each)), None)
