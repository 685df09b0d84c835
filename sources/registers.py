"""The registers, from YAML. A missing file is an empty one."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar

from core.model import CompanyEntry, ParkEntry, PolicyEntry, ProjectEntry
from core.problems import ContentError, Problem
from sources.decoding import decode, place, read_bytes
from sources.sheets import MistakeError, Sheet, did_you_mean

Registered = ParkEntry | ProjectEntry | PolicyEntry | CompanyEntry
Entry = TypeVar("Entry", ParkEntry, ProjectEntry, PolicyEntry, CompanyEntry)

Check = Callable[[Sequence[tuple[str, Entry]]], list[Problem]]

KINDS = ("经济技术开发区", "高新技术产业开发区", "保税区", "自贸片区", "新区", "产业园", "其他")


def _nothing_wrong(_entries: Sequence[tuple[str, Entry]]) -> list[Problem]:
    return []


def read_parks(path: Path) -> tuple[ParkEntry, ...]:
    """The parks that content/parks.yaml registers."""
    return _read_register(
        path, ParkEntry, {"level": _stated, "approved": _stated, "kind": _kind}, check=_wrong_parents
    )


def read_projects(path: Path, parks: Sequence[ParkEntry] | None = None) -> tuple[ProjectEntry, ...]:
    """The projects that content/projects.yaml registers; where parks are given, each lies in one of them."""
    return _read_register(path, ProjectEntry, {"park": _in_one_of(parks)})


def read_policies(path: Path, parks: Sequence[ParkEntry] | None = None) -> tuple[PolicyEntry, ...]:
    """The policies that content/policies.yaml registers; where parks are given, each is of one of them."""
    return _read_register(path, PolicyEntry, {"park": _in_one_of(parks)})


def read_companies(path: Path) -> tuple[CompanyEntry, ...]:
    """The companies that content/companies.yaml registers."""
    return _read_register(path, CompanyEntry, {})


def _in_one_of(parks: Sequence[ParkEntry] | None) -> Callable[[Any], Any]:
    known = None if parks is None else [park.id for park in parks]

    def park(value: Any) -> Any:
        if known is not None and value not in known:
            fix = did_you_mean(str(value), known) if known else "register the park in parks.yaml"
            raise MistakeError(f"no park of parks.yaml has the id {value!r}", fix)
        return value

    return park


def open_sheet(path: Path) -> Sheet:
    """A YAML file as a sheet; empty where there is no file."""
    where = place(path)
    if not path.exists() and not path.is_symlink():
        return Sheet("", where=where)
    return Sheet(decode(read_bytes(path), where=where), where=where)


def _read_register(
    path: Path, kind: type[Entry], adapt: Mapping[str, Any], *, check: Check[Entry] = _nothing_wrong
) -> tuple[Entry, ...]:
    sheet: Sheet = open_sheet(path)
    entries: list[tuple[str, Entry]] = []
    for node in sheet.entries(sheet.root):
        if entry := sheet.struct(node, kind, {"id": _id, **adapt}):
            entries.append((sheet.at(node), entry))
    problems = [*sheet.problems, *_shared_ids(entries), *_shared_names(entries), *check(entries)]
    if problems:
        raise ContentError(problems)
    return tuple(entry for _, entry in entries)


def _shared_ids(entries: Sequence[tuple[str, Registered]]) -> list[Problem]:
    first: dict[str, str] = {}
    problems = []
    for where, entry in entries:
        if (other := first.setdefault(entry.id, where)) != where:
            what = f"the id {entry.id!r} is taken by the entry at {other}"
            problems.append(Problem(where, what, "give each entry an id of its own, or join the two"))
    return problems


def _shared_names(entries: Sequence[tuple[str, Registered]]) -> list[Problem]:
    first: dict[str, tuple[str, str]] = {}
    problems = []
    for where, entry in entries:
        for name in dict.fromkeys((entry.name, *entry.aliases)):
            other, owner = first.setdefault(name, (where, entry.id))
            if owner != entry.id:
                what = f"{name!r} names {entry.id!r} here and {owner!r} at {other}"
                problems.append(Problem(where, what, "keep the name at the one it means"))
    return problems


def _wrong_parents(entries: Sequence[tuple[str, ParkEntry]]) -> list[Problem]:
    """Parents that nobody registers, and parks that lie in themselves, at however many removes."""
    parents = {entry.id: entry.parent for _, entry in entries}
    problems = []
    for where, entry in entries:
        if entry.parent is not None and entry.parent not in parents:
            fix = did_you_mean(entry.parent, [each for each in parents if each != entry.id])
            problems.append(Problem(where, f"parent: no park of this file has the id {entry.parent!r}", fix))
        elif entry.id in _ancestors(entry.id, parents):
            what = f"parent: {entry.id!r} would lie in itself"
            problems.append(Problem(where, what, "name the larger park as parent of the smaller, not both"))
    return problems


def _ancestors(park: str, parents: Mapping[str, str | None]) -> set[str]:
    met: set[str] = set()
    at = parents[park]
    while at is not None and at not in met:
        met.add(at)
        at = parents.get(at)
    return met


def _id(value: Any) -> Any:
    if isinstance(value, str) and not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", value):
        fix = "use lower-case letters, digits and hyphens, such as kunshan-hidz"
        raise MistakeError(f"{value!r} cannot be part of a URL", fix)
    return value


def _kind(value: Any) -> Any:
    if value not in KINDS:
        raise MistakeError(f"{value!r} is no kind of park", did_you_mean(str(value), list(KINDS)))
    return value


def _stated(value: Any) -> Any:
    """A plain value is one without a source."""
    return {"value": value} if isinstance(value, str) else value
