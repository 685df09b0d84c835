"""Analysts' notes: content/notes/*.md, Markdown with front matter. A missing folder is an empty one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from msgspec import Struct

from core.markdown import without_code
from core.model import Note, ParkEntry, ProjectEntry
from core.problems import ContentError, Problem
from sources.decoding import decode, place, read_bytes
from sources.documents import document_id
from sources.frontmatter import split_front_matter, written_date
from sources.sheets import MistakeError, Sheet, did_you_mean

IMAGE = re.compile(r"!\[")
TAG = re.compile(r"<(?!https?://|mailto:|[^@\s<>]+@[^@\s<>]+>)[A-Za-z/!][^<>\n]*>")
LINK = re.compile(r"\]\(\s*<?(?P<inline>[^)\s>]*)|^ {0,3}\[[^\]\n]+\]:\s*<?(?P<below>[^\s>]+)", re.MULTILINE)
ADDRESS = re.compile(r"https?://[^\s/]|mailto:[^@\s]+@")
BEGIN = "begin it with a line of ---, then park: or project:, title:, role:, date:, and a line of ---"


class NoteEntry(Struct, frozen=True):
    """The front matter of a note as written."""

    title: str
    role: str
    date: str
    park: str | None = None
    project: str | None = None
    draft: bool = False
    embargo: str | None = None


class NoteShelf(Struct, frozen=True):
    """What the folder of notes holds: the notes, what is wrong, and which files were passed over."""

    notes: tuple[Note, ...]
    problems: tuple[Problem, ...]
    notices: tuple[Problem, ...]


class Registers(Struct, frozen=True):
    """Whom notes may be about; None where a register could not be read."""

    parks: Sequence[ParkEntry] | None
    projects: Sequence[ProjectEntry] | None


def read_notes(folder: Path, registers: Registers) -> NoteShelf:
    """The notes of a folder in order of their names."""
    if not folder.is_dir():
        return NoteShelf((), (), ())
    notes: list[Note] = []
    problems: list[Problem] = []
    passed_over = []
    for path in sorted(folder.iterdir()):
        if path.name.startswith("."):
            continue
        if path.suffix.lower() != ".md":
            passed_over.append(path)
            continue
        try:
            notes.append(read_note(path, registers))
        except ContentError as error:
            problems += error.problems
    return NoteShelf(
        tuple(notes), (*problems, *_shared_ids(notes)), tuple(_passed_over(each) for each in passed_over)
    )


def read_note(path: Path, registers: Registers) -> Note:
    """One note. Raises ContentError with every mistake in it."""
    where = place(path)
    written = decode(read_bytes(path), where=where)
    yaml, body = split_front_matter(written, required=True)
    if not body:
        raise ContentError([Problem(f"{where}:1", "a note without front matter", BEGIN)])
    sheet = Sheet(yaml, where=where, first_line=2)
    entry = _entry(sheet, registers)
    first_line = written.count("\n", 0, body) + 1
    text = written[body:]
    problems = [*sheet.problems, *_unshown(text, where, first_line)]
    if not text.strip():
        problems.append(Problem(where, "has no text after the front matter", "write the note, or delete it"))
    if problems or entry is None:
        raise ContentError(problems or [Problem(f"{where}:1", "its front matter is empty", BEGIN)])
    return Note(
        id=document_id(path),
        where=where,
        title_line=_line_of(sheet, "title"),
        text=text,
        text_line=first_line,
        **{name: getattr(entry, name) for name in NoteEntry.__struct_fields__},
    )


def _entry(sheet: Sheet, registers: Registers) -> NoteEntry | None:
    if sheet.root is None:
        return None
    adapt = {
        "park": _known(registers.parks, "park"),
        "project": _known(registers.projects, "project"),
        "date": written_date,
        "embargo": written_date,
    }
    entry = sheet.struct(sheet.root, NoteEntry, adapt)
    if entry and (entry.park is None) == (entry.project is None):
        what = (
            "is about neither a park nor a project" if entry.park is None else "is about a park and a project"
        )
        sheet.report(sheet.root, what, "write park: or project:, one of them")
    return entry


def _known(entries: Sequence[ParkEntry | ProjectEntry] | None, kind: str) -> Callable[[Any], Any]:
    """An id, name or alias of the register to the id."""
    ids = {name: each.id for each in entries or () for name in (*each.aliases, each.name, each.id)}

    def known(value: Any) -> Any:
        if entries is None or value in ids:
            return ids.get(value, value)
        what = f"no {kind} of {kind}s.yaml is called {value!r}"
        near = did_you_mean(str(value), list(ids)) if ids else ""
        fix = near if near.startswith("did you mean") else f"register the {kind} in {kind}s.yaml"
        raise MistakeError(what, fix)

    return known


def _line_of(sheet: Sheet, field: str) -> int:
    nodes = {name: key for name, key, _ in sheet.fields(sheet.root)}
    return sheet.first_line + (nodes[field].start_mark.line if field in nodes else 0)


def _unshown(text: str, where: str, first_line: int) -> Iterator[Problem]:
    """What Markdown allows and a page does not show."""
    prose = without_code(text)

    def problem(at: int, what: str, fix: str) -> Problem:
        return Problem(f"{where}:{first_line + text.count(chr(10), 0, at)}", what, fix)

    for found in IMAGE.finditer(prose):
        yield problem(found.start(), "a picture, which a note cannot show", "describe it, or link to it")
    for found in TAG.finditer(prose):
        what = f"{found[0]} is HTML, which a note cannot hold"
        yield problem(found.start(), what, "write Markdown, or put it between backticks")
    for found in LINK.finditer(prose):
        address = found["inline"] if found["inline"] is not None else found["below"]
        if not ADDRESS.match(address):
            what = f"a link to {address!r}, which is no web address"
            yield problem(found.start(), what, "begin it with https://, http:// or mailto:")


def _shared_ids(notes: Sequence[Note]) -> Iterator[Problem]:
    first: dict[str, str] = {}
    for note in notes:
        if (other := first.setdefault(note.id, note.where)) != note.where:
            yield Problem(
                note.where, f"gets the anchor note-{note.id}, as {other} does", "rename one of them"
            )


def _passed_over(path: Path) -> Problem:
    return Problem(place(path), "is not read: notes are .md files", "save it as .md, or keep it elsewhere")
