"""The lexicon: what is shipped with the rules, and what a user adds to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TypeVar

import msgspec
from msgspec import Struct

from core.lexicon import Indicator, Industry, Lexicon
from core.park_forms import words_of_lists
from core.problems import ContentError, Problem
from sources.registers import open_sheet
from sources.sheets import Sheet

Entry = TypeVar("Entry", "IndicatorEntry", Industry)


class IndicatorEntry(Struct, frozen=True):
    """An indicator as written: one that adds synonyms to a shipped indicator needs nothing but its name."""

    name: str
    en: str | None = None
    unit: str | None = None
    synonyms: tuple[str, ...] = ()
    definition: str | None = None
    source: str | None = None
    flow: bool | None = None


class Folder(Struct, frozen=True):
    """What the files of one lexicon folder say, and what is wrong in them."""

    indicators: dict[str, tuple[str, IndicatorEntry]]  # name -> file:line, entry
    words: dict[str, tuple[str, ...]]
    industries: dict[str, tuple[str, Industry]]  # name -> file:line, entry
    problems: tuple[Problem, ...]


def read_lexicon(shipped: Path, added: Path | None) -> Lexicon:
    """The shipped words, extended by a user's. Raises ContentError with the mistakes of both folders."""
    first = _read_folder(shipped)
    second = _read_folder(added) if added else Folder({}, {}, {}, ())
    industries, mistaken = _joined_industries([first, second])
    problems = [*first.problems, *second.problems, *mistaken]
    indicators: dict[str, Indicator] = {}
    for where, entry in (*first.indicators.values(), *second.indicators.values()):
        if known := indicators.get(entry.name):
            indicators[entry.name] = _extended(known, entry)
        elif entry.en and entry.unit:
            indicators[entry.name] = Indicator(**msgspec.structs.asdict(entry))
        else:
            what = f"the new indicator {entry.name!r} has no {'en' if not entry.en else 'unit'}"
            problems.append(
                Problem(where, what, "add en: (its English name) and unit: (money, count, area …)")
            )
    if problems:
        raise ContentError(problems)
    return Lexicon(
        tuple(indicators.values()), _joined([words_of_lists(), first.words, second.words]), industries
    )


def _read_folder(folder: Path) -> Folder:
    indicators: dict[str, tuple[str, IndicatorEntry]] = {}
    industries: dict[str, tuple[str, Industry]] = {}
    lists: list[dict[str, tuple[str, ...]]] = []
    problems: list[Problem] = []
    for path in sorted(folder.glob("*.yaml")):
        try:
            sheet = open_sheet(path)
        except ContentError as error:
            problems += error.problems
            continue
        if path.name.startswith("indicators"):
            problems += _take_entries(sheet, indicators, IndicatorEntry)
        elif path.name.startswith("industries"):
            problems += _take_entries(sheet, industries, Industry)
        else:
            lists.append({name: sheet.words(value) for name, _, value in sheet.fields(sheet.root)})
        problems += sheet.problems
    return Folder(indicators, _joined(lists), industries, tuple(problems))


def _take_entries(sheet: Sheet, taken: dict[str, tuple[str, Entry]], kind: type[Entry]) -> Iterator[Problem]:
    """Add the sheet's indicators or industries to those taken; a name that is taken is a problem."""
    for node in sheet.entries(sheet.root):
        entry = sheet.struct(node, kind)
        if entry and entry.name in taken:
            noun = "industry" if kind is Industry else "indicator"
            what = f"the {noun} {entry.name!r} is defined at {taken[entry.name][0]} already"
            yield Problem(sheet.at(node), what, "join the two entries")
        elif entry:
            taken[entry.name] = (sheet.at(node), entry)


def _joined_industries(folders: Iterable[Folder]) -> tuple[tuple[Industry, ...], list[Problem]]:
    """Industries of one name in one; a word that means two of them is a problem."""
    joined: dict[str, Industry] = {}
    owner: dict[str, str] = {}
    problems: list[Problem] = []
    for where, entry in (row for folder in folders for row in folder.industries.values()):
        known = joined.get(entry.name)
        synonyms = tuple(dict.fromkeys((*(known.synonyms if known else ()), *entry.synonyms)))
        joined[entry.name] = Industry(entry.name, synonyms, entry.en or (known.en if known else None))
        for word in (entry.name, *entry.synonyms):
            if owner.setdefault(word, entry.name) != entry.name:
                what = f"{word!r} means {entry.name!r} here and {owner[word]!r} elsewhere"
                problems.append(Problem(where, what, "keep the word at the one that it means"))
    return tuple(joined.values()), problems


def _extended(known: Indicator, entry: IndicatorEntry) -> Indicator:
    synonyms = tuple(dict.fromkeys((*known.synonyms, *entry.synonyms)))
    return msgspec.structs.replace(known, synonyms=synonyms)


def _joined(lists: Iterable[dict[str, tuple[str, ...]]]) -> dict[str, tuple[str, ...]]:
    """Lists of one name in one; each word once, in the order in which it came."""
    joined: dict[str, tuple[str, ...]] = {}
    for each in lists:
        for name, words in each.items():
            joined[name] = tuple(dict.fromkeys((*joined.get(name, ()), *words)))
    return joined
