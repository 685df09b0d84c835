"""What stands beside a value that is not to be taken alone: who says otherwise, what a check gives."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from core.judgement import Audit, Conflict, Judgement, Retelling, Working
from core.model import Observation
from core.urls import CONFLICTS, anchor
from core.wording import say, say_derived, say_period
from pages.views import Citation, DerivedValue, Doubt, Operand, Period, Rival

DISPUTED = "有出入"
MISTAKEN = "核算不符"
REVISED = "已修订"


def doubts_of(
    judgement: Judgement, evidence: Mapping[str, str], citations: Mapping[str, Citation]
) -> dict[str, tuple[Doubt, ...]]:
    """The marks of each value by its id: those of conflicts, then of checks, then of revisions."""
    rivals = _Rivals(evidence, citations)
    found: dict[str, list[Doubt]] = defaultdict(list)
    for conflict in judgement.conflicts:
        for observation, doubt in _of_conflict(conflict, rivals):
            found[observation.id].append(doubt)
    for audit in judgement.audits:
        if not audit.agrees:
            found[audit.checked.id].append(_of_audit(audit))
    for retelling in judgement.retellings:
        for observation, doubt in _of_revision(retelling, rivals):
            found[observation.id].append(doubt)
    return {id: tuple(doubts) for id, doubts in found.items()}


def derived_of(judgement: Judgement, evidence: Mapping[str, str]) -> dict[str, tuple[DerivedValue, ...]]:
    """Values that were worked out, by the id of the level or part that they tell more of."""
    found: dict[str, tuple[DerivedValue, ...]] = {}
    for each in judgement.derived:
        id = each.working.operands[0].id
        said = DerivedValue(say_derived(each), each.working.formula, operands_of(each.working, evidence))
        found[id] = (*found.get(id, ()), said)
    return found


def operands_of(working: Working, evidence: Mapping[str, str]) -> tuple[Operand, ...]:
    """The values of a working, in its order, each once."""
    return tuple(dict.fromkeys(Operand(each.id, evidence[each.id]) for each in working.operands))


def is_revised(doubts: Iterable[Doubt]) -> bool:
    """Whether a later report tells another value in place of this one."""
    return any(doubt.revised for doubt in doubts)


class _Rivals:
    """Says observations as rivals of another one."""

    def __init__(self, evidence: Mapping[str, str], citations: Mapping[str, Citation]) -> None:
        self._evidence = evidence
        self._citations = citations

    def __call__(self, observations: Iterable[Observation]) -> tuple[Rival, ...]:
        return tuple(
            Rival(
                id=each.id,
                text=say(each),
                url=self._evidence[each.id],
                quote=each.evidence.quote,
                period=Period(each.period, say_period(each.period)),
                source=self._citations[each.evidence.document].title,
            )
            for each in observations
        )


def _of_conflict(conflict: Conflict, rivals: _Rivals) -> Iterator[tuple[Observation, Doubt]]:
    url = anchor(CONFLICTS, conflict.id)
    for each in (*conflict.sides, *conflict.echoes):
        others = rivals(_others(each, conflict.sides))
        yield each, Doubt(DISPUTED, _told(others), url, others)


def _others(observation: Observation, sides: Sequence[Observation]) -> list[Observation]:
    """The sides that say another value."""
    return [each for each in sides if says_otherwise(each, observation)]


def says_otherwise(one: Observation, other: Observation) -> bool:
    """Whether two observations of one thing print another value."""
    return (one.value, one.unit, one.bound) != (other.value, other.unit, other.bound)


def _told(rivals: Sequence[Rival]) -> str:
    return "；".join(f"另一处说是{each.text}（{_when(each)}《{each.source}》）" for each in rivals)


def _when(rival: Rival) -> str:
    return f"{rival.period.text}，" if rival.period.code else ""


def _of_audit(audit: Audit) -> Doubt:
    told = f"按{audit.working.formula}推算，与此不符"
    return Doubt(MISTAKEN, told, anchor(CONFLICTS, audit.id), working=audit.working.formula)


def _of_revision(retelling: Retelling, rivals: _Rivals) -> Iterator[tuple[Observation, Doubt]]:
    """The value that holds carries no mark: those before it do."""
    last = retelling.reports[-1]
    if retelling.kind == "revision":
        for each in _others(last, retelling.reports):
            latest = rivals([last])
            told = f"后来的报道改为{latest[0].text}（《{latest[0].source}》）"
            place = anchor(CONFLICTS, retelling.id)
            yield each, Doubt(REVISED, told, place, latest, revised=True)
