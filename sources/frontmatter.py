"""The YAML between two lines of --- at the very start of an article."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from core.model import Metadata
from core.problems import Problem
from sources.sheets import MistakeError, Sheet

FRONT_MATTER = re.compile(
    r"""
    \A --- [ \t]* \r?\n
    (?P<yaml> (?: .*? \r?\n )?? )
    --- [ \t]* (?: \r?\n | \Z )
    """,
    re.VERBOSE | re.DOTALL,
)
OPENING = re.compile(r"\A---[ \t]*\r?\n")
FIRST_FIELD = re.compile(r"\s*(#.*\n\s*)*\w+[ \t]*:")
DATE = re.compile(
    r"""
    (?P<year> (?:19|20) \d{2} )
    (?: - (?P<month> \d{2} )
        (?: - (?P<day> \d{2} )
            (?: [ T] \d{2} : \d{2} (?: : \d{2} )? .* )?   # a clock time is let go
        )?
    )?
    """,
    re.VERBOSE,
)


def split_front_matter(text: str, *, required: bool) -> tuple[str, int]:
    """Its YAML and the offset of the body; ("", 0) where there is none.

    Not required (.txt): lines of --- that enclose no "name: value" belong to the text.
    """
    match = FRONT_MATTER.match(text)
    if not match or not (required or FIRST_FIELD.match(match["yaml"])):
        return "", 0
    return match["yaml"], match.end()


def read_front_matter(text: str, *, where: str, required: bool) -> tuple[Metadata, int, list[Problem]]:
    """What the front matter states, the offset of the body, and every mistake in it."""
    yaml, body = split_front_matter(text, required=required)
    if not body:
        return Metadata(), 0, _unclosed(text, where) if required else []
    sheet = Sheet(yaml, where=where, first_line=2)
    metadata = Metadata()
    if sheet.root:
        adapt = {
            "published": written_date,
            "authors": as_list,
            "url": web_address,
            "embargo": written_date,
        }
        metadata = sheet.struct(sheet.root, Metadata, adapt) or metadata
    if metadata.kind == "digest" and not metadata.digest_of:
        fix = "add digest_of: with the title, publisher and date of the publication it retells"
        sheet.report(sheet.root, "a digest has no digest_of", fix)
    return metadata, body, sheet.problems


def written_date(value: Any) -> Any:
    """A date as the model writes it: "2021-12-27", "2021-12" or "2021"."""
    if not isinstance(value, str):
        return value
    match = DATE.fullmatch(value)
    if not match or not is_date(match["year"], match["month"], match["day"]):
        raise MistakeError(f"{value!r} is not a date", "write it as 2021-12-27, 2021-12 or 2021")
    return "-".join(part for part in match.group("year", "month", "day") if part)


def is_date(year: str, month: str | None, day: str | None) -> bool:
    """Whether the calendar has that day (or month, or year)."""
    try:
        date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return False
    return True


def as_list(value: Any) -> Any:
    """Authors may be written as one line: "某某、某某"."""
    return re.split(r"\s*[、，,;；]\s*", value) if isinstance(value, str) else value


def web_address(value: Any) -> Any:
    """Only http and https: pages link to it."""
    if isinstance(value, str) and not re.match(r"https?://[^\s/]", value):
        raise MistakeError(f"{value!r} is not a web address", "begin it with http:// or https://")
    return value


def _unclosed(text: str, where: str) -> list[Problem]:
    if not OPENING.match(text):
        return []
    return [Problem(f"{where}:1", "the front matter has no end", "close it with a line of ---")]
