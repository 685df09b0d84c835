"""Tables of data as they are handed out: rows of one type, whose fields say what they hold."""

from __future__ import annotations

from typing import Any

import msgspec
from msgspec import Struct


class DataTable(Struct, frozen=True):
    """Rows of one Struct type, each field annotated with `Meta(title=…, description=…)`."""

    name: str  # of its files: observations.csv, observations.json
    title: str
    row: type[Struct]
    rows: tuple[Struct, ...]

    @property
    def columns(self) -> tuple[DataColumn, ...]:
        """The fields of a row, in order."""
        return tuple(_column(each) for each in msgspec.structs.fields(self.row))


class DataColumn(Struct, frozen=True):
    """One field of a row."""

    name: str
    title: str
    description: str


class Download(Struct, frozen=True):
    """Tables that a page hands out, and what their README says of the site."""

    folder: str  # from the root of the site
    title: str
    as_of: str
    publisher: str | None
    tables: tuple[DataTable, ...]


def _column(field: msgspec.structs.FieldInfo) -> DataColumn:
    meta: Any = next(iter(getattr(field.type, "__metadata__", ())), msgspec.Meta())
    return DataColumn(field.name, meta.title or field.name, meta.description or "")
