"""Figures in rows, rows in tables: measure, bound, status, unit and period travel with each value."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from msgspec.structs import replace

from core.model import Measure, Observation, Status
from core.periods import reach
from core.wording import STATUS, say, say_period
from pages.places import Places, value_anchor
from pages.topics import READING_ORDER, is_slight, prominence, topic
from pages.views import Group, Headline, Period, Reference, Row, Side, Table, Value

MEASURES: tuple[Measure, ...] = ("level", "growth", "increment", "share", "rank", "gap")
STATUSES: tuple[Status, ...] = ("actual", "estimate", "target")
Newness = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Host:
    """What figures must know of the page that shows them."""

    url: str
    places: Places
    references: Mapping[str, Reference]  # by document


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
        doubts=places.doubts.get(observation.id, ()),
    )


def period(code: str | None) -> Period:
    """A period in words."""
    return Period(code, say_period(code))


def notes(observation: Observation) -> tuple[str, ...]:
    """Whom the figure covers and what kind it is, unless its name or its status says so already."""
    said = {STATUS[observation.status], ""}
    limits = (observation.scope or "", observation.basis or "")
    return tuple(each for each in limits if each not in said and each not in observation.indicator)


def by_topic(observations: Iterable[Observation], host: Host) -> tuple[Group, ...]:
    """Rows under the topics that they belong to."""
    topics: dict[str, list[Observation]] = {}
    for observation in observations:
        topics.setdefault(topic(observation), []).append(observation)
    return tuple(Group(name, rows(topics[name], host)) for name in READING_ORDER if name in topics)


def by_subject(said: Iterable[tuple[str, Observation]], host: Host) -> tuple[Group, ...]:
    """Rows under the names of those whom they are about, in the order given."""
    subjects: dict[str, list[Observation]] = {}
    for subject, observation in said:
        subjects.setdefault(subject, []).append(observation)
    return tuple(Group(name, rows(found, host), _page_of(found, host)) for name, found in subjects.items())


def _page_of(found: Sequence[Observation], host: Host) -> str | None:
    """The page of the company, or of the policy, that figures are about."""
    about = host.places.companies.get(found[0].id) or host.places.named.get(found[0].subject)
    return about.url if about else None


def table(label: str, groups: tuple[Group, ...]) -> Table | None:
    """A table, or None where it would be empty."""
    return Table(label, groups) if groups else None


def rows(observations: Sequence[Observation], host: Host) -> tuple[Row, ...]:
    """One row for what one document says of one indicator and period; newest first, promises last."""
    met = {name: place for place, name in reversed(list(enumerate(each.indicator for each in observations)))}

    def order(each: Observation) -> tuple[object, ...]:
        return (prominence(each.indicator), met[each.indicator], *_place(each), each.evidence.span)

    ordered = sorted(observations, key=order)
    return tuple(
        row
        for _, found in groupby(ordered, key=lambda each: each.indicator)
        for row in _rows_of_indicator(found, host)
    )


def _place(each: Observation) -> tuple[object, ...]:
    return (
        STATUSES.index(each.status),
        [-part for part in newness(each)],
        each.period or "",
        each.basis or "",
        each.evidence.document,
        each.scope or "",
        MEASURES.index(each.measure),
    )


def newness(observation: Observation) -> Newness:
    """The last day that a figure speaks of; unknown periods are older than all others."""
    return (0, 0, 0) if observation.period is None else reach(observation.period).last


def _rows_of_indicator(ordered: Iterable[Observation], host: Host) -> list[Row]:
    together = in_one_row(ordered)
    return [_row(found, 0 if place else len(together), host) for place, found in enumerate(together)]


def in_one_row(ordered: Iterable[Observation]) -> list[list[Observation]]:
    """Observations that share a row, such as a level and its growth; rather those of one sentence."""
    together: list[list[Observation]] = []
    for each in ordered:
        fitting = [found for found in together if all(_share_a_row(each, other) for other in found)]
        nearest = [found for found in fitting if found[0].evidence.sentence == each.evidence.sentence]
        if fitting:
            (nearest or fitting)[0].append(each)
        else:
            together.append([each])
    return together


def _share_a_row(one: Observation, other: Observation) -> bool:
    if one.measure == other.measure or _statement(one) != _statement(other):
        return False
    # "全口径税收46亿元，增长38%": the growth is of the same scope, though its clause does not repeat it
    unsaid = None in (one.scope, other.scope) and one.evidence.sentence == other.evidence.sentence
    return one.scope == other.scope or unsaid


def _statement(each: Observation) -> tuple[object, ...]:
    return each.status, each.period, each.basis, each.evidence.document


def _row(found: list[Observation], span: int, host: Host) -> Row:
    ordered = sorted(found, key=lambda each: MEASURES.index(each.measure))
    return Row(
        indicator=ordered[0].indicator,
        span=span,
        notes=max((notes(each) for each in ordered), key=len),
        period=period(ordered[0].period),
        values=tuple(value(each, host.places, host.url) for each in ordered),
        status=ordered[0].status,
        source=host.references[ordered[0].evidence.document],
        derived=tuple(each for one in ordered for each in host.places.derived.get(one.id, ())),
    )


def side(observation: Observation, places: Places, source: Reference | None = None) -> Side:
    """One figure in a cell of its own, where words beside it say what its status tag would say."""
    return Side(
        value=replace(value(observation, places), status_word=None),
        period=period(observation.period),
        notes=notes(observation),
        source=source,
    )


def best_known(observations: Iterable[Observation], limit: int) -> list[Observation]:
    """The figures that say most: actual levels, the newest of each indicator.

    Money comes before counts, the best-known indicators first; figures of slight topics come last.
    """
    newest: dict[str, Observation] = {}
    for each in observations:
        if each.measure == "level" and each.status == "actual" and each.period is not None:
            held = newest.get(each.indicator)
            if held is None or newness(each) > newness(held):
                newest[each.indicator] = each
    return sorted(newest.values(), key=_weight)[:limit]


def _weight(each: Observation) -> tuple[bool, bool, int, int]:
    return is_slight(each), not each.unit.endswith("元"), prominence(each.indicator), _topic_place(each)


def _topic_place(observation: Observation) -> int:
    return READING_ORDER.index(topic(observation))


def headline(observation: Observation, places: Places, source: Reference | None = None) -> Headline:
    """One figure in large type."""
    return Headline(
        indicator=observation.indicator,
        notes=notes(observation),
        period=period(observation.period),
        value=value(observation, places),
        source=source,
    )
