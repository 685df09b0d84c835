"""What became of the facts of an earlier build. Facts are found again by what they say, never by offsets."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from core.snapshot import Change, Changes, Record, Snapshot

Key = Callable[[Record], tuple[Any, ...]]


def compare(previous: Snapshot | None, current: Snapshot) -> Changes | None:
    """How the current facts differ from those of an earlier build; None where there is none."""
    if previous is None:
        return None
    matching = _match(previous.facts, _under_old_names(previous, current))
    found = [
        *(change for before, after in matching.pairs if (change := _changed(before, after))),
        *_added(matching, previous),
        *(_withdrawn(each, current) for each in matching.old),
    ]
    place = {each.id: number for number, each in enumerate(current.facts)}
    found.sort(key=lambda each: place[each.after.id] if each.after else len(place))
    return Changes(previous.as_of, previous.edition, tuple(found))


# -- finding facts again ---------------------------------------------------------------------------


@dataclass(slots=True)
class _Matching:
    """Facts of both builds that say the same, and those left on either side."""

    old: list[Record]
    new: list[tuple[Record, str]]  # with its document's id in the earlier build
    pairs: list[tuple[Record, Record]] = field(default_factory=list)

    def pair(self, key: Key, *, alone: bool) -> None:
        """Pair what is left and has one key; `alone`: only where a key is found once on either side."""
        old: dict[tuple[Any, ...], list[Record]] = defaultdict(list)
        new: dict[tuple[Any, ...], list[tuple[Record, str]]] = defaultdict(list)
        for each in self.old:
            old[(each.kind, each.document, *key(each))].append(each)
        for row in self.new:
            new[(row[0].kind, row[1], *key(row[0]))].append(row)
        paired_old, paired_new = set(), set()
        for found in old.keys() & new.keys():
            if alone and (len(old[found]) > 1 or len(new[found]) > 1):
                continue
            for before, (after, _) in zip(old[found], new[found], strict=False):
                self.pairs.append((before, after))
                paired_old.add(before.id)
                paired_new.add(after.id)
        self.old = [each for each in self.old if each.id not in paired_old]
        self.new = [row for row in self.new if row[0].id not in paired_new]


def _match(old: Sequence[Record], new: Iterable[tuple[Record, str]]) -> _Matching:
    matching = _Matching(list(old), list(new))
    # the same sentence says the same of the same
    matching.pair(lambda each: (_quote(each), *_meaning(each), each.number), alone=False)
    # the sentence was edited, or the file, and says the same still
    matching.pair(lambda each: (*_meaning(each), each.number), alone=False)
    # the same sentence, read otherwise
    matching.pair(lambda each: (_quote(each), each.number, each.indicator), alone=True)
    matching.pair(lambda each: (_quote(each), each.number), alone=True)
    matching.pair(lambda each: (_whose(each), each.indicator, each.measure, each.number), alone=True)
    # another number for the same
    matching.pair(_meaning, alone=True)
    return matching


def _under_old_names(previous: Snapshot, current: Snapshot) -> Iterator[tuple[Record, str]]:
    """Facts with their document's id in the earlier build: a file renamed is known by its title."""
    gone: dict[str, list[str]] = defaultdict(list)
    for document, title in previous.documents.items():
        if document not in current.documents:
            gone[title].append(document)
    for each in current.facts:
        renamed = gone[each.title] if each.document not in previous.documents else []
        yield each, renamed[0] if len(renamed) == 1 else each.document


def _quote(record: Record) -> str:
    return "".join(record.quote.split())


def _whose(record: Record) -> str | None:
    """Whom it is about; None for the park itself, which may have got another name."""
    return None if record.subject == record.park_name else record.subject


def _meaning(record: Record) -> tuple[Any, ...]:
    """All that must be the same for two numbers to be about the same."""
    if record.kind == "stage":
        return (_whose(record), record.indicator)
    return (
        _whose(record), record.indicator, record.measure, record.period, record.status, record.scope,
        record.basis,
    )  # fmt: skip


# -- what became of them ---------------------------------------------------------------------------


def _changed(before: Record, after: Record) -> Change | None:
    if before.number != after.number:
        return Change("revised", "edited", before, after)
    same = (before.value, before.unit, before.bound) == (after.value, after.unit, after.bound)
    if same and _meaning(before) == _meaning(after):
        return None
    return Change("revised", "reread", before, after)


def _withdrawn(before: Record, current: Snapshot) -> Change:
    still = before.document in current.documents or before.title in current.documents.values()
    return Change("withdrawn", "no_longer_said" if still else "source_gone", before, None)


def _added(matching: _Matching, previous: Snapshot) -> Iterator[Change]:
    """Each is new, or says of a point that was known the same, or another number."""
    held = {before.id: after for before, after in matching.pairs if _changed(before, after) is None}
    points = _points(previous.facts)
    beside = _points(each for each, _ in matching.new)
    for each, document in matching.new:
        known = points.get(_point(each), ())
        newest = max(known, key=lambda other: (other.published or "", other.document, other.id), default=None)
        if document in previous.documents:
            yield Change("new", "known_source", None, each)
        elif newest is None:
            yield Change("new", "new_source", None, each)
        elif each.kind == "stage":
            yield Change("new", "progress", held.get(newest.id, newest), each, both=newest.id in held)
        elif _amount(each) in {_amount(other) for other in known}:
            yield Change("confirmed", "new_source", None, each)
        elif _one_amount(known) and _one_amount(beside[_point(each)]):
            before = held.get(newest.id, newest)
            yield Change("revised", "another_source", before, each, both=newest.id in held)
        else:
            yield Change("new", "new_source", None, each)


def _points(records: Iterable[Record]) -> dict[tuple[Any, ...] | None, list[Record]]:
    found: dict[tuple[Any, ...] | None, list[Record]] = defaultdict(list)
    for each in records:
        if (point := _point(each)) is not None:
            found[point].append(each)
    return found


def _point(record: Record) -> tuple[Any, ...] | None:
    """What two documents may say the same of; None where nothing tells that they do."""
    if record.park is None or (record.kind == "figure" and record.period is None):
        return None
    return (record.kind, record.park, *_meaning(record), record.unit)


def _amount(record: Record) -> tuple[Any, ...]:
    return record.value, record.bound


def _one_amount(records: Sequence[Record]) -> bool:
    return len({_amount(each) for each in records}) == 1
