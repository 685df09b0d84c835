"""The only reader: files to documents, registers to entries, word lists to a lexicon."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from msgspec import Struct

from core.lexicon import Lexicon
from core.model import (
    Accuracy,
    CompanyEntry,
    Content,
    Correction,
    Document,
    Metadata,
    Note,
    ParkEntry,
    PolicyEntry,
    ProjectEntry,
    Settings,
)
from core.problems import ContentError, Problem
from core.scorecard import Form
from core.snapshot import Snapshot
from sources.accuracy import read_accuracy
from sources.corrections import read_corrections
from sources.decoding import place
from sources.documents import SUPPORTED, Shelf, read_document, read_shelf
from sources.notes import Registers, read_notes
from sources.previous import read_previous
from sources.registers import read_companies, read_parks, read_policies, read_projects
from sources.scorecards import read_forms
from sources.settings import read_settings
from sources.withholding import still_meant, why_withheld
from sources.words import read_lexicon

__all__ = [
    "References",
    "Shipped",
    "Sources",
    "read_accuracy",
    "read_companies",
    "read_content",
    "read_corrections",
    "read_document",
    "read_forms",
    "read_lexicon",
    "read_parks",
    "read_policies",
    "read_previous",
    "read_projects",
    "read_references",
    "read_settings",
    "read_sources",
]

T = TypeVar("T")


class Shipped(Struct, frozen=True):
    """Where the program keeps what it brings along."""

    lexicon: Path  # a folder
    accuracy: Path  # a file; may be absent
    scorecards: Path  # a file; may be absent


class References(Struct, frozen=True):
    """What an article is read with: the register's names and the words of the field."""

    parks: tuple[ParkEntry, ...]
    lexicon: Lexicon


class Sources(Struct, frozen=True):
    """All that the site is a pure function of, and notices of files that were passed over."""

    content: Content
    references: References
    accuracy: Accuracy | None  # None: not measured
    forms: tuple[Form, ...]  # of scorecards
    notices: tuple[Problem, ...]
    previous: Snapshot | None = None  # of an earlier build, to compare with
    folder: Path | None = None  # holds the site's own templates/ and static/


@dataclass(frozen=True, slots=True)
class Told:
    """What there is to tell of the files; it grows while they are read."""

    problems: list[Problem] = field(default_factory=list)
    oversights: list[Problem] = field(default_factory=list)  # nobody wished it: files that are passed over
    wishes: list[Problem] = field(default_factory=list)  # drafts, embargoes


def read_sources(
    folder: Path, articles: Sequence[Path] = (), *, shipped: Shipped, strict: bool = False
) -> Sources:
    """Everything under a content folder; `articles` stand in place of its articles/.

    Raises one ContentError with the problems of all files. Strict: so are the notices of what nobody wished.
    """
    told = Told()
    content = _read(folder, articles, told)
    lexicon = _read_lexicon(folder, shipped, told.problems)
    accuracy = _try(told.problems, lambda: read_accuracy(shipped.accuracy), None)
    forms: tuple[Form, ...] = ()
    forms = _try(told.problems, lambda: read_forms(shipped.scorecards), forms)
    if strict:
        told.problems.extend(told.oversights)
    if told.problems:
        raise ContentError(told.problems)
    notices = (*told.oversights, *told.wishes)
    references = References(content.parks, lexicon)
    return Sources(content, references, accuracy, forms, notices, folder=folder)


def read_content(folder: Path, articles: Sequence[Path] = ()) -> Content:
    """The registers, the settings and all articles; one ContentError holds the problems of all files."""
    told = Told()
    content = _read(folder, articles, told)
    if told.problems:
        raise ContentError(told.problems)
    return content


def read_references(folder: Path, *, shipped: Shipped) -> References:
    """The park register and the lexicon alone. Raises one ContentError with the problems of both."""
    problems: list[Problem] = []
    parks: tuple[ParkEntry, ...] = ()
    parks = _try(problems, lambda: read_parks(folder / "parks.yaml"), parks)
    lexicon = _read_lexicon(folder, shipped, problems)
    if problems:
        raise ContentError(problems)
    return References(parks, lexicon)


def _read_lexicon(folder: Path, shipped: Shipped, problems: list[Problem]) -> Lexicon:
    return _try(problems, lambda: read_lexicon(shipped.lexicon, folder / "lexicon"), Lexicon((), {}))


def _read(folder: Path, articles: Sequence[Path], told: Told) -> Content:
    problems = told.problems
    if not folder.is_dir():
        fix = "name the folder that holds parks.yaml and articles/ with --content"
        problems.append(Problem(place(folder), "there is no such folder", fix))
    parks: tuple[ParkEntry, ...] | None = _try(problems, lambda: read_parks(folder / "parks.yaml"), None)
    projects: tuple[ProjectEntry, ...] | None = None
    projects = _try(problems, lambda: read_projects(folder / "projects.yaml", parks), projects)
    policies: tuple[PolicyEntry, ...] = ()
    policies = _try(problems, lambda: read_policies(folder / "policies.yaml", parks), policies)
    companies: tuple[CompanyEntry, ...] = ()
    companies = _try(problems, lambda: read_companies(folder / "companies.yaml"), companies)
    corrections: tuple[Correction, ...] = ()
    corrections = _try(problems, lambda: read_corrections(folder / "corrections.yaml", parks), corrections)
    settings = _try(problems, lambda: read_settings(folder / "site.yaml"), Settings())
    shelf = _read_articles(folder, articles)
    noted = read_notes(folder / "notes", Registers(parks, projects))
    problems += (*shelf.problems, *noted.problems)
    told.oversights.extend((*shelf.notices, *noted.notices))
    shown: list[Document] = []
    hidden: list[Document] = []
    for each in shelf.documents:
        is_shown = _is_shown(each.metadata, shelf.where[each.id], settings, told)
        (shown if is_shown else hidden).append(each)
    return Content(
        settings,
        parks or (),
        projects or (),
        tuple(shown),
        still_meant(corrections, shown, hidden) if hidden else corrections,
        policies,
        companies,
        tuple(each for each in noted.notes if _is_shown(each, each.where, settings, told)),
    )


def _is_shown(text: Metadata | Note, where: str, settings: Settings, told: Told) -> bool:
    """False for what stays out of the site, which is told."""
    withheld = why_withheld(text, where, settings.as_of)
    if withheld:
        (told.oversights if withheld.mistaken else told.wishes).append(withheld.notice)
    return withheld is None


def _read_articles(folder: Path, articles: Sequence[Path]) -> Shelf:
    own = folder / "articles"
    shelf = read_shelf(articles or ([own] if own.exists() else []))
    if shelf.documents or shelf.problems or not (articles or folder.is_dir()):
        return shelf
    where = place(articles[0] if articles else own)
    empty = Problem(where, "holds no article", f"put an article there; {SUPPORTED}")
    return Shelf((), (empty,), shelf.notices)


def _try(problems: list[Problem], read: Callable[[], T], otherwise: T) -> T:
    """What is read; where that fails its problems are kept, so that the reading can go on."""
    try:
        return read()
    except ContentError as error:
        problems += error.problems
        return otherwise
