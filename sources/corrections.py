"""What a person decided of single facts: corrections.yaml. A missing file is an empty one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any, get_args

import msgspec
from msgspec import UNSET, Struct
from yaml.nodes import Node

from core.model import Amendment, Bound, Correction, Decision, Measure, ParkEntry, Status
from core.problems import ContentError
from sources.frontmatter import is_date
from sources.registers import open_sheet
from sources.sheets import Adapt, MistakeError, Sheet, did_you_mean

DATE = r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?"
PERIOD = re.compile(rf"@?{DATE}(?:/{DATE})?")
NUMBER = re.compile(r"[+-]?\d+(\.\d+)?")


class CorrectionEntry(Struct, frozen=True):
    """A correction as written."""

    quote: str
    number: str
    decision: Decision
    reason: str
    article: str | None = None
    read_as: str | None = None
    set: Amendment = Amendment()


def read_corrections(path: Path, parks: Sequence[ParkEntry] | None = None) -> tuple[Correction, ...]:
    """The corrections of content/corrections.yaml; where parks are given, `set: park` names one of them."""
    sheet = open_sheet(path)
    adapt: Adapt = {
        "park": _park(parks),
        "period": _period,
        "value": _number,
        "status": _one_of(Status),
        "measure": _one_of(Measure),
        "bound": _one_of(Bound),
    }
    corrections = []
    for node in sheet.entries(sheet.root):
        if entry := sheet.struct(node, CorrectionEntry, adapt):
            _check(entry, node, sheet)
            fields = {name: getattr(entry, name) for name in CorrectionEntry.__struct_fields__}
            corrections.append(Correction(where=sheet.at(node), **fields))
    if sheet.problems:
        raise ContentError(sheet.problems)
    return tuple(corrections)


def _check(entry: CorrectionEntry, node: Node, sheet: Sheet) -> None:
    """What no field says alone."""
    if "".join(entry.number.split()) not in "".join(entry.quote.split()):
        what = f"the quote does not hold the number {entry.number!r}"
        sheet.report(node, what, "quote the words of the article around the number, with the number")
    changes = any(value is not UNSET for value in msgspec.structs.astuple(entry.set))
    if entry.decision == "amend" and not changes:
        sheet.report(node, "an amendment that changes nothing", "add set: with the fields to change")
    if entry.decision != "amend" and changes:
        what = f"decision {entry.decision} takes no set"
        sheet.report(node, what, "write decision: amend, or take set: away")


def _park(parks: Sequence[ParkEntry] | None) -> Callable[[Any], Any]:
    """A park's id, name or alias to its name; nothing: the fact belongs to no park."""
    names = {written: park.name for park in parks or () for written in _names(park)}

    def park(value: Any) -> Any:
        if parks is None or value is None or value in names:
            return names.get(value, value)
        fix = did_you_mean(str(value), list(names)) if names else "register the park in parks.yaml"
        raise MistakeError(f"no park of parks.yaml is called {value!r}", fix)

    return park


def _names(park: ParkEntry) -> Iterator[str]:
    yield from (*park.aliases, park.name, park.id)


def _period(value: Any) -> Any:
    """A period as `core.periods` defines it; nothing: the text does not say."""
    if value is None:
        return None
    match = PERIOD.fullmatch(value) if isinstance(value, str) else None
    first, last = (match.groups()[:3], match.groups()[3:]) if match else ((None,) * 3, (None,) * 3)
    parts = [(year, month, day) for year, month, day in (first, last) if year]
    if not parts or not all(is_date(*part) for part in parts) or parts != sorted(parts, key=_in_time):
        fix = "write it as 2024, 2024-06, 2024-06-30, 2024-01/2024-09 or, as of a date, @2024-06"
        raise MistakeError(f"{value!r} is no period", fix)
    return value


def _in_time(part: tuple[str, str | None, str | None]) -> tuple[str, ...]:
    return tuple(each or "" for each in part)


def _number(value: Any) -> Any:
    if not isinstance(value, str) or not NUMBER.fullmatch(value):
        raise MistakeError(f"{value!r} is not a number", "write digits alone: 500, 3.5 or -2.1")
    return Decimal(value)


def _one_of(choices: Any) -> Callable[[Any], Any]:
    words = list(get_args(choices))

    def choose(value: Any) -> Any:
        if value not in words:
            written = "nothing" if value is None else repr(value)
            listed = ", ".join(f'"{word}"' for word in words)
            raise MistakeError(f"expected one of {listed}, got {written}", "write one of them, in quotes")
        return value

    return choose
