"""Promised values, held against the later values that are like them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from core.amounts import base_amount
from core.judgement import Difference, Promise, Verdict
from core.model import Observation, Profiles
from core.periods import first_day, last_day, overlap
from profiles.clock import Calendar, identity
from profiles.proof import (
    LASTING,
    basis_of,
    differences,
    is_capped,
    is_final,
    progress,
    proof,
    same_kind_of_period,
)

BY_THE_END = ("年底", "年末", "月底", "季末")  # told in December, 到年底 is still to come
Key = tuple[str | None, str, str]  # park, subject, indicator


def promises_of_values(profiles: Profiles, calendar: Calendar) -> Iterator[Promise]:
    """Every target of parks, of what lies in them, and of no park that is known."""
    project_of = {each.id: project.id for project in profiles.projects for each in project.observations}
    for key, said in _by_thing(profiles).items():
        ordered = sorted(said, key=calendar.dates.in_time)
        targets = [each for each in ordered if each.status == "target" and _is_promise(each, calendar)]
        others = [each for each in ordered if each.status != "target"]
        for told in _one_promise_each(targets, calendar):
            yield _held(key, project_of.get(told[0].id), told, _Results(told, others, calendar))


def _by_thing(profiles: Profiles) -> dict[Key, list[Observation]]:
    """What is said of each indicator of each subject, reprints left out."""
    found: dict[Key, list[Observation]] = defaultdict(list)
    for park in profiles.parks:
        for series in park.series:
            found[(park.id, series.subject, series.indicator)] += series.points
    for each in profiles.unplaced:
        found[(None, each.subject, each.indicator)].append(each)
    return {
        key: [each for each in said if each.evidence.document not in profiles.reprints]
        for key, said in found.items()
    }


def _is_promise(target: Observation, calendar: Calendar) -> bool:
    """False for what already stands, and for what a source expects of a time that has begun."""
    if target.period is None:
        return True
    written = calendar.time_of(target)
    if target.period.startswith("@"):
        ahead = written is not None and first_day(target.period) > last_day(written)
        return ahead or any(word in target.evidence.quote for word in BY_THE_END)
    begun = written is None or first_day(target.period) <= last_day(written)
    return not (target.basis == "预计" and begun)


def _one_promise_each(targets: Sequence[Observation], calendar: Calendar) -> list[list[Observation]]:
    """Targets of the same value for the same time are one promise, the oldest document first."""
    groups: list[list[Observation]] = []
    for each in sorted(targets, key=lambda each: (calendar.dates.place(each.evidence), each.id)):
        same = next((group for group in groups if all(_same_promise(each, other) for other in group)), None)
        if same is None:
            groups.append([each])
        else:
            same.append(each)
    return groups


def _same_promise(one: Observation, other: Observation) -> bool:
    """A telling that leaves the scope or the kind of money unsaid tells the same promise."""
    for a, b in ((one.scope, other.scope), (basis_of(one), basis_of(other))):
        if a is not None and b is not None and a != b:
            return False
    return _promised(one) == _promised(other)


def _promised(target: Observation) -> tuple[object, ...]:
    # not the period as a whole: what lasts is promised by its last day, whenever its time begins
    due = last_day(target.period) if target.period else None
    start = first_day(target.period) if target.period and target.measure not in LASTING else None
    return (target.measure, *base_amount(target), is_capped(target), start, due)


class _Results:
    """What came of one promised value, sorted into what compares and what does not."""

    def __init__(
        self, told: Sequence[Observation], others: Sequence[Observation], calendar: Calendar
    ) -> None:
        self.target, self.told, self.calendar = told[0], told, calendar
        self.like: list[Observation] = []
        self.unlike: list[tuple[Observation, tuple[Difference, ...]]] = []
        of_other_measure: list[tuple[Observation, tuple[Difference, ...]]] = []
        for each in others:
            if not self._is_later(each) or not self._is_near(each):
                continue
            unlike = differences(self.target, each)
            if not unlike:
                self.like.append(each)
            elif unlike == ("measure",):
                of_other_measure.append((each, unlike))
            else:
                self.unlike.append((each, unlike))
        if not self.like and not self.unlike:
            self.unlike = of_other_measure
        self.start = self._start(others)

    def _is_later(self, found: Observation) -> bool:
        """Of the time promised, or of one after the promise was made; its own text tells how it began."""
        target, period = self.target, found.period
        told, written = self.calendar.written(target), self.calendar.written(found)
        own = found.evidence.document == target.evidence.document
        apart = bool(told and written) and first_day(written or "") > last_day(told or "")
        if period is None:
            return apart
        if target.period and last_day(period) >= first_day(target.period):
            return not own or bool(told and last_day(period) < first_day(told))
        if own or told is None:
            return False
        return first_day(period) > last_day(told) or (apart and last_day(period) >= first_day(told))

    def _is_near(self, found: Observation) -> bool:
        """What a rate of one year says nothing of another."""
        target = self.target
        if target.measure in LASTING or target.period is None or found.period is None:
            return True
        return overlap(target.period, found.period)

    def _start(self, others: Sequence[Observation]) -> Observation | None:
        if self.target.measure not in LASTING:
            return None
        found = [
            each
            for each in others
            if each not in self.like
            and not self._is_later(each)
            and not differences(self.target, each)
            and same_kind_of_period(self.target, each)
        ]
        return found[-1] if found else None

    def settled(self) -> Observation | None:
        """The value that decides: one that reaches the target, else one that tells how it ended."""
        final = [each for each in self.like if is_final(self.target, each)]
        if final:
            newest = max(final, key=lambda each: self.calendar.dates.place(each.evidence))
            return newest if proof(self.target, newest) != "open" else None
        reached = (each for each in self.like if proof(self.target, each) == "reached")
        return next(reached, None)

    def on_the_way(self) -> Observation | None:
        """The newest like value short of the target."""
        held = self.like[-1] if self.like else self.start
        return held if held is not None and proof(self.target, held) != "reached" else None

    def verdict(self) -> Verdict:
        """What the values say of the promise at the date of the whole."""
        settled = self.settled()
        if settled is not None and proof(self.target, settled) == "reached":
            return "met"
        open_end = any(
            is_final(self.target, each) and proof(self.target, each) == "open" for each in self.like
        )
        if self.calendar.is_over(self.target.period):
            return "missed" if settled else "unlike" if self.unlike or open_end else "overdue"
        if self.on_the_way() is not None:
            return "on_way"
        return "unlike" if self.unlike else "silent"


def _held(key: Key, project: str | None, told: Sequence[Observation], results: _Results) -> Promise:
    park, subject, _ = key
    target, calendar = told[0], results.calendar
    verdict = results.verdict()
    decisive = results.settled() if verdict in ("met", "missed") else results.on_the_way()
    last_word = calendar.last_word((*told, *results.like, *(each for each, _ in results.unlike)))
    name = (*key, project or "", *map(str, _promised(target)), target.scope or "", basis_of(target) or "")
    return Promise(
        id=identity(*(part or "" for part in name)),
        park=park,
        project=project,
        target=target,
        stage=None,
        due=target.period,
        outcomes=tuple(results.like),
        unlike=tuple(each for each, _ in results.unlike),
        reached=(),
        verdict=verdict,
        progress=progress(target, decisive) if decisive is not None else None,
        quiet_days=calendar.quiet_days(last_word),
        subject=subject,
        retold=tuple(told[1:]),
        start=results.start,
        differences=tuple(unlike for _, unlike in results.unlike),
        last_word=last_word,
        days_left=calendar.days_left(target.period),
    )
