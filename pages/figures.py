"""Figures in rows, rows in tables: measure, bound, status, unit and period travel with each value."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from core.model import Measure, Observation, Status
from core.periods import reach
from core.wording import STATUS, say, say_period
from pages.places import Places, value_anchor
from pages.topics import READING_ORDER, prominence, topic
from pages.views import Citation, Group, Headline, Period, Row, Table, Value

MEASURES: tuple[Measure, ...] = ("level", "growth", "increment", "share", "rank", "gap")
STATUSES: tuple[Status, ...] = ("actual", "estimate", "target")
Newness = tuple[int, int, int]


def value(observation: Observation, places: Places, here: str | None = None) -> Value:
    """One fact as it is said. With `here`, the page that shows it first, it gets its anchor."""
    anchor = value_anchor(observation)
    at_home = here is not None and places.homes[observation.id].url == f"{here}#{anchor}"
    return Value(
        id=observation.id,
        text=say(observation),
        url=places.evidence[observation.id],
        quote=observation.evidence.quote,
        status=observation.status,
        status_word=None if observation.status == "actual" else STATUS[observation.status],
        anchor=anchor if at_home else None,
    )


def period(code: str | None) -> Period:
    """A period in words."""
    return Period(code, say_period(code))


def notes(observation: Observation) -> tuple[str, ...]:
    """What narrows the figure down: whom it covers, what kind of money or count it is."""
    return tuple(note for note in (observation.scope, observation.basis) if note)


def by_topic(observations: Iterable[Observation], places: Places, here: str) -> tuple[Group, ...]:
    """Rows under the topics that they belong to."""
    topics: dict[str, list[Observation]] = {}
    for observation in observations:
        topics.setdefault(topic(observation), []).append(observation)
    return tuple(Group(name, rows(topics[name], places, here)) for name in READING_ORDER if name in topics)


def by_subject(said: Iterable[tuple[str, Observation]], places: Places, here: str) -> tuple[Group, ...]:
    """Rows under the names of those whom they are about, in the order given."""
    subjects: dict[str, list[Observation]] = {}
    for subject, observation in said:
        subjects.setdefault(subject, []).append(observation)
    return tuple(Group(name, rows(found, places, here)) for name, found in subjects.items())


def table(label: str, groups: tuple[Group, ...]) -> Table | None:
    """A table, or None where it would be empty."""
    return Table(label, groups) if groups else None


def rows(observations: Sequence[Observation], places: Places, here: str | None = None) -> tuple[Row, ...]:
    """One row for what one document says of one indicator and period; newest first, promises last."""
    met = {name: place for place, name in reversed(list(enumerate(each.indicator for each in observations)))}

    def order(each: Observation) -> tuple[object, ...]:
        return (
            prominence(each.indicator),
            met[each.indicator],
            *_kind_of_row(each),
            MEASURES.index(each.measure),
            each.evidence.span,
        )

    ordered = sorted(observations, key=order)
    return tuple(
        row
        for _, found in groupby(ordered, key=lambda each: each.indicator)
        for row in _rows_of_indicator(list(found), places, here)
    )


def _kind_of_row(each: Observation) -> tuple[object, ...]:
    return (
        STATUSES.index(each.status),
        [-part for part in newness(each)],
        each.period or "",
        each.scope or "",
        each.basis or "",
        each.evidence.document,
    )


def newness(observation: Observation) -> Newness:
    """The last day that a figure speaks of; unknown periods are older than all others."""
    return (0, 0, 0) if observation.period is None else reach(observation.period).last


def _rows_of_indicator(ordered: list[Observation], places: Places, here: str | None) -> list[Row]:
    together = [list(found) for _, found in groupby(ordered, key=_kind_of_row)]
    return [
        Row(
            indicator=found[0].indicator,
            span=0 if place else len(together),
            notes=notes(found[0]),
            period=period(found[0].period),
            values=tuple(value(each, places, here) for each in found),
            status=found[0].status,
            citation=citation(found[0], places),
        )
        for place, found in enumerate(together)
    ]


def citation(observation: Observation, places: Places) -> Citation:
    """The document that an observation comes from."""
    return places.citations[observation.evidence.document]


def headlines(observations: Iterable[Observation], places: Places, limit: int) -> tuple[Headline, ...]:
    """The figures that say most: actual levels, the newest of each indicator, best-known indicators first."""
    newest: dict[str, Observation] = {}
    for each in observations:
        if each.measure == "level" and each.status == "actual" and each.period is not None:
            held = newest.get(each.indicator)
            if held is None or newness(each) > newness(held):
                newest[each.indicator] = each
    chosen = sorted(newest.values(), key=lambda each: (prominence(each.indicator), _topic_place(each)))
    return tuple(headline(each, places) for each in chosen[:limit])


def _topic_place(observation: Observation) -> int:
    return READING_ORDER.index(topic(observation))


def headline(observation: Observation, places: Places) -> Headline:
    """One figure in large type."""
    return Headline(
        indicator=observation.indicator,
        notes=notes(observation),
        period=period(observation.period),
        value=value(observation, places),
        citation=citation(observation, places),
    )
