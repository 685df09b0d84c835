"""What of a promise is told: whose it is, what came of it, how far it has come."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from core.judgement import Difference, Progress, Promise
from core.model import Observation, ParkProfile, ProjectMention
from pages.briefs.proofs import Fact, Proofs

MOST_OUTCOMES = 2


@dataclass(frozen=True, slots=True)
class Outcome:
    """A later value, or the value that stood when the promise was made."""

    value: Observation
    is_start: bool = False
    differences: tuple[Difference, ...] = ()  # why it does not compare with what was promised


Told = Outcome | ProjectMention  # a mention tells the stage that was reached


def fact_of(told: Told) -> Observation | ProjectMention:
    """The fact that an outcome is."""
    return told.value if isinstance(told, Outcome) else told


def outcomes(promise: Promise, proofs: Proofs) -> tuple[Told, ...]:
    """What came later; where nothing that compares did, what stood when the promise was made, too."""
    found: list[Told] = []
    if promise.start and not promise.outcomes:
        found.append(Outcome(promise.start, is_start=True))
    found += [Outcome(each) for each in promise.outcomes]
    unlike = zip(promise.unlike, promise.differences, strict=True)
    found += [Outcome(each, differences=tuple(reasons)) for each, reasons in unlike]
    found += _proof_of_stage(promise)
    return tuple(each for each in found if proofs.has(fact_of(each)))[-MOST_OUTCOMES:]


def _proof_of_stage(promise: Promise) -> Sequence[ProjectMention]:
    """The mention that proves the promised stage, else the furthest stage on the way to it."""
    if promise.reached:
        same = [each for each in promise.reached if promise.stage and each.stage == promise.stage.stage]
        return (same or promise.reached)[:1]
    return (promise.under_way,) if promise.under_way else ()


def facts_of(promise: Promise, told: Sequence[Told]) -> list[Fact]:
    """What a promise and its outcomes stand on."""
    promised = promise.target or promise.stage
    return [*map(fact_of, told), *([promised] if promised else [])]


def is_own(promise: Promise, park: ParkProfile) -> bool:
    """Whether the park itself promised it."""
    return promise.project is None and promise.subject in {park.name, *park.names, ""}


def progress_of(promise: Promise, proofs: Proofs) -> Progress | None:
    """How far it has come, if all that this was worked out from can be proven."""
    progress = promise.progress
    return progress if progress and all(proofs.has(each) for each in progress.operands) else None
