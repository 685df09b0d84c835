"""What a person decided of single facts, and what is too doubtful to be shown before a person decides."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import msgspec
from msgspec import UNSET
from msgspec.structs import replace

from core.model import (
    Corrected,
    Correction,
    Document,
    Facts,
    Investment,
    Leftover,
    Observation,
    ProjectMention,
)
from core.problems import Problem
from profiles.finding import Library, agree
from profiles.stale import corrected_twice, why_stale

DOUBTFUL = "待核对"
REJECTED = "已剔除"
AMENDED = "已更正"
ACCEPTED = "已核对"

Decided = Mapping[str, Correction]  # by the id of an observation


def correct(
    facts: Sequence[Facts],
    documents: Sequence[Document],
    corrections: Sequence[Correction],
    *,
    below: float,
) -> Corrected:
    """Facts as they are shown: corrected, and without those of less confidence than `below`.

    A correction finds its fact by words, so that it outlives new rules, renamed files and edits elsewhere.
    """
    stale: list[Problem] = []
    decided = _decide(corrections, Library(facts, documents), stale)
    settled = [_settle(each, decided, below) for each in facts]
    return Corrected(
        facts=tuple(each for each, _ in settled),
        doubtful=tuple(each for _, doubtful in settled for each in doubtful),
        stale=tuple(stale),
    )


def _decide(corrections: Iterable[Correction], library: Library, stale: list[Problem]) -> Decided:
    decided: dict[str, Correction] = {}
    for correction in corrections:
        found = library.fitting(correction)
        if not agree(found):
            stale.append(why_stale(correction, found, library))
            continue
        for each in found:
            if (first := decided.setdefault(each.id, correction)) is not correction:
                stale.append(corrected_twice(correction, first))
    return decided


# -- applying --------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Sorted:
    """The observations of one document by what becomes of them."""

    kept: tuple[Observation, ...]
    doubtful: tuple[Observation, ...]
    leftovers: tuple[Leftover, ...]


def _settle(facts: Facts, decided: Decided, below: float) -> tuple[Facts, tuple[Observation, ...]]:
    """The facts that are shown, and the doubtful ones that are not."""
    found = _sort(facts.observations, decided, below)
    if found.kept == facts.observations:
        return facts, ()
    settled = replace(
        facts,
        observations=found.kept,
        projects=tuple(_costing(each, found.kept, facts) for each in facts.projects),
        leftovers=tuple(sorted((*facts.leftovers, *found.leftovers), key=lambda each: each.span)),
    )
    lost = _parks_with_facts(facts) - _parks_with_facts(settled)
    return replace(
        settled, parks=tuple(park for park in facts.parks if park.name not in lost)
    ), found.doubtful


def _sort(observations: Sequence[Observation], decided: Decided, below: float) -> _Sorted:
    kept, doubtful, leftovers = [], [], []
    for each in observations:
        correction = decided.get(each.id)
        if correction is None and each.confidence < below:
            doubtful.append(each)
            leftovers.append(_leftover(each, DOUBTFUL))
        elif correction and correction.decision == "reject":
            leftovers.append(_leftover(each, f"{REJECTED}：{correction.reason}"))
        else:
            kept.append(_corrected(each, correction) if correction else each)
    return _Sorted(tuple(kept), tuple(doubtful), tuple(leftovers))


def _corrected(observation: Observation, correction: Correction) -> Observation:
    said = AMENDED if correction.decision == "amend" else ACCEPTED
    changes = {
        name: value for name, value in msgspec.structs.asdict(correction.set).items() if value is not UNSET
    }
    return replace(observation, **changes, confidence=1.0, note=f"{said}：{correction.reason}")


def _leftover(observation: Observation, reason: str) -> Leftover:
    return Leftover(observation.evidence.span, observation.evidence.text, reason)


def _costing(project: ProjectMention, kept: Sequence[Observation], before: Facts) -> ProjectMention:
    """The project with its investment as corrected; without it, where that is no longer held of it."""
    stated = project.investment and project.investment.observation
    read = next((each for each in before.observations if each.id == stated), None)
    held = next((each for each in kept if each.id == stated), None)
    if read is None or project.investment is None or held == read:
        return project
    return replace(project, investment=_investment(project, read, held) if held else None)


def _investment(project: ProjectMention, read: Observation, held: Observation) -> Investment | None:
    same_subject = held.subject in (read.subject, project.name)
    if not same_subject or (held.indicator != read.indicator and "投资" not in held.indicator):
        return None
    return Investment(held.evidence.text, held.value, held.unit, held.bound, held.id)


def _parks_with_facts(facts: Facts) -> set[str | None]:
    return set(_parks(facts))


def _parks(facts: Facts) -> Iterator[str | None]:
    for found in (facts.observations, facts.projects, facts.policies, facts.honours, facts.industries):
        yield from (each.park for each in found)
