"""Words in English: messages of the catalogue, names, and what they are made of, in the context at hand."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import NamedTuple

from lxml.html import HtmlElement

from core.editions import CHINESE, ENGLISH, FOLDER
from core.problems import Problem
from translate.catalogue import NAMES, PLACE, Catalogue
from translate.names import APART, Names, Said, pinyin
from translate.segments import (
    Piece,
    Segment,
    clauses,
    direct,
    ends_with,
    rebuilt,
    segment_of,
    sentences,
    spanned,
)
from translate.text import Token, has_chinese, punctuated

OPERATOR = re.compile(r"( [÷×+−≈＝=≤≥<>] |[（）；])")
COMPUTED = re.compile(r" [÷×+−≈＝=≤≥<>] ")  # in a working, and in no sentence
LISTED = " · "
COLUMN = "column"  # msgctxt of words that head a column or a row: one source, not the sources
CHART = "chart"  # of what is told of a drawing
BRIEF = "brief"  # of sentences with names in them
TEX = re.compile(r"([&%$#_{}])")
Show = Callable[[HtmlElement], None]
Aside = Callable[[HtmlElement, str], None]
MOST_KEPT = 20_000  # texts that are kept in mind
INITIAL = re.compile(r"(?:<\d+>)*\{(\w+)\}")  # the place that a message begins with
NO_NAMES: Mapping[str, str] = {}


class Step(NamedTuple):
    """A part of a sentence that can be said, and the mark that parts it from the next."""

    say: Callable[[], list[Piece]]
    mark: str = ""


class Speech:
    """Says words in English; `show` translates an element among them, `aside` only its attributes."""

    def __init__(self, catalogue: Catalogue, names: Names, show: Show, aside: Aside) -> None:
        self.names = names
        self.url = ""  # of the page at hand
        self._catalogue = catalogue
        self._show = show
        self._aside = aside
        self.context = ""
        self._missing: dict[str, str] = {}  # message -> the first page that has it
        self._kept: dict[tuple[str, str], str] = {}  # text and context -> what it is in English
        self._names_kept: dict[tuple[str, str], str | None] = {}

    @contextmanager
    def within(self, context: str) -> Iterator[None]:
        """Words of a context, such as the heads of columns; "" changes nothing."""
        outside, self.context = self.context, context or self.context
        yield
        self.context = outside

    def problems(self) -> tuple[Problem, ...]:
        """Every text that has no English, with the line to add."""
        return tuple(
            Problem(
                FOLDER + url,
                f"no English for {text!r}",
                f'add to translate/en.po: msgid {json.dumps(text, ensure_ascii=False)} msgstr "…"',
            )
            for text, url in self._missing.items()
        )

    # -- lines of a page --------------------------------------------------------------------------

    def line(self, line: Sequence[Piece]) -> list[Piece]:
        """A run of words and inline elements, sentence by sentence; Chinese in it says what it is."""
        return [
            spanned(each, CHINESE) if isinstance(each, str) and has_chinese(each) else each
            for each in self._line(line)
        ]

    def _line(self, line: Sequence[Piece]) -> list[Piece]:
        if not has_chinese(direct(line)):
            return self._shown(line)
        if len(line) == 1 and isinstance(line[0], str):
            return self._alone(line[0])
        return self._sentences(line)

    def _alone(self, text: str) -> list[Piece]:
        """Words without elements among them; what was said once is kept."""
        key = (text, self.context)
        if (kept := self._kept.get(key)) is not None:
            return [kept]
        told = len(self._missing)
        said = self._sentences([text])
        if len(self._missing) == told and all(isinstance(each, str) for each in said):
            if len(self._kept) >= MOST_KEPT:
                self._kept.clear()
            self._kept[key] = "".join(map(str, said))
        return said

    def _sentences(self, line: Sequence[Piece]) -> list[Piece]:
        done: list[Piece] = []
        for sentence in sentences(line):
            said = [each for each in self._sentence(sentence) if not isinstance(each, str) or each]
            done += [" ", *said] if _needs_space(done, said) else said
        return done

    def _sentence(self, run: list[Piece]) -> list[Piece]:
        said = self.message(run)
        if said is None:
            self._missing.setdefault(segment_of(run).text, self.url)
            for each in run:
                if not isinstance(each, str):
                    self._show(each)  # its figures and names can be said
            return list(run)
        return said

    def message(self, run: Sequence[Piece]) -> list[Piece] | None:
        """The translation of a run, whole or clause by clause; None where part of it has none."""
        plan = self._plan(run)
        if plan is None:
            return None
        return [piece for step in plan for piece in (*step.say(), punctuated(step.mark))]

    def _plan(self, run: Sequence[Piece]) -> list[Step] | None:
        if not has_chinese(direct(run)):
            return [Step(lambda: self._shown(run))]
        found = segment_of(run)
        if step := self._whole(found):
            return [step]
        if direct(run) == "".join(map(str, run)) and (name := self.names.english(found.text)):
            return [Step(lambda: [found.before, name, found.after])]
        if found.text.rstrip("。") in self.names.untold:
            return [Step(lambda: [spanned(found.text, CHINESE)])]
        for mark, parts in clauses(run):
            plans = [self._plan(part) for part in parts]
            known = [plan for plan in plans if plan is not None]
            if len(known) == len(plans):
                return _joined(known, mark, ends=ends_with(run, mark))
        return None

    def _shown(self, run: Sequence[Piece]) -> list[Piece]:
        """Elements with nothing but marks between them."""
        for each in run:
            if not isinstance(each, str):
                self._show(each)
        return [punctuated(each) if isinstance(each, str) else each for each in run]

    def _whole(self, found: Segment) -> Step | None:
        """How to say a message, if the catalogue has it, or has one with names in it that fits."""
        if message := self._catalogue.find(found.text, self.context):
            form = message.form(found.number())
            return Step(lambda: self._rebuilt(form, found, NO_NAMES))
        matched = self._catalogue.match(
            found.text, self.context, lambda name: self._is_known(found.restored(name))
        )
        if matched is None:
            return None
        named, names = matched[0].form(found.number()), matched[1]
        return Step(lambda: self._rebuilt(named, found, names))

    def _rebuilt(self, form: str, found: Segment, names: Mapping[str, str]) -> list[Piece]:
        first = INITIAL.match(form)
        told = {
            key: self._said_within(found.restored(name), first=bool(first and first[1] == key))
            for key, name in names.items()
        }
        pieces = rebuilt(form, found, lambda key: self._at(key, found, told))
        for element in found.nested.values():
            self._aside(element, ENGLISH)
        return pieces

    def _at(self, key: str, found: Segment, names: Mapping[str, Sequence[Said]]) -> list[Piece]:
        """What stands at a place of a message."""
        if key in names:
            return spans(names[key])
        place = found.places.get(key)
        if place is None:
            return [f"{{{key}}}"]  # a place that a script fills
        if isinstance(place, Token):
            return [spanned(place.said, CHINESE)] if has_chinese(place.said) else [place.said]
        place.tail = None
        self._show(place)
        return [place]

    # -- names ------------------------------------------------------------------------------------

    def said(self, name: str) -> list[Said]:
        """A name in parts, each in English or as it is."""
        if not has_chinese(name):
            return [Said(name, True)]
        if (found := self.known(name)) is not None:
            return [Said(found, True)]
        names = APART.split(name)[::2]
        parts = [self.said(each) for each in names] if len(names) > 1 else []
        if not any(each.english for part in parts for each in part):
            return [Said(name, False)]
        marks = [Said(", " if mark == "、" else mark, True) for mark in APART.split(name)[1::2]]
        first, *others = parts
        return [*first, *(each for mark, part in zip(marks, others, strict=True) for each in (mark, *part))]

    def in_line(self, name: str, *, opens: bool) -> list[Said]:
        """A name where it stands: a general term has no capital within a sentence of a brief."""
        said = self.said(name)
        within = self.context == BRIEF and not opens and said[0].english
        if within and LISTED not in name and not self.names.is_proper(name):
            return [Said(lowered(said[0].text), True), *said[1:]]
        return said

    def cited(self, text: str, title: str) -> str:
        """A citation, in plain words or in BibTeX, with the title and the site's own names in English."""
        for name in sorted({title, *self.names.own} - {""}, key=len, reverse=True):
            said = "".join(each.text for each in self.said(name))
            text = text.replace(name, TEX.sub(r"\\\1", said) if text.startswith("@") else said)
        return text

    def known(self, name: str) -> str | None:
        """The English of a name or of a general term; None where there is none."""
        key = (name, self.context)
        if key not in self._names_kept:
            if len(self._names_kept) >= MOST_KEPT:
                self._names_kept.clear()
            self._names_kept[key] = self._found(name)
        return self._names_kept[key]

    def _found(self, name: str) -> str | None:
        if (english := self.names.english(name)) is not None:
            return english
        found = segment_of([name])
        if message := self._catalogue.find(found.text, self.context, NAMES):
            pieces = rebuilt(message.form(found.number()), found, lambda key: [found.said(key)])
            said = "".join(each for each in pieces if isinstance(each, str))
            return None if has_chinese(said) else said  # the title of an article has no English
        return None

    def _is_known(self, name: str) -> bool:
        return all(each.english for each in self.said(name))

    def _said_within(self, name: str, *, first: bool) -> list[Said]:
        """A name within a sentence: that of an indicator has no capital there, unless it comes first.

        What stands where a name may stand can be words of the page, too.
        """
        said = self.said(name)
        if not any(each.english for each in said) and (words := self.message([name])) is not None:
            return [
                Said(each, True) if isinstance(each, str) else Said(each.text or "", False) for each in words
            ]
        if first or self.names.is_proper(name):
            return said
        return [Said(lowered(each.text), each.english) for each in said]

    # -- workings ---------------------------------------------------------------------------------

    def worked(self, text: str, *, strict: bool) -> list[Piece]:
        """A working, operand by operand; where it is not strict, what is unknown stays Chinese."""
        if strict and not COMPUTED.search(text) and not self._is_said(text):
            return self.line([text])  # words like any other
        pieces: list[Piece] = []
        for part in OPERATOR.split(text):
            if OPERATOR.fullmatch(part):
                pieces.append(punctuated(part))
            elif part:
                pieces += self._operand(part, strict=strict)
        *others, last = pieces
        return [*others, last.rstrip() if isinstance(last, str) else last]  # behind a bracket comes no space

    def _is_said(self, text: str) -> bool:
        """Whether it is a name, or names one after another, some of which are English."""
        return any(each.english for each in self.said(text))

    def _operand(self, text: str, *, strict: bool) -> list[Piece]:
        said = self.said(text)
        if any(each.english for each in said):
            return spans(said)
        if (message := self.message([text])) is not None:
            return message
        return spans(self._one_by_one(text)) if strict else [spanned(text, CHINESE)]

    def _one_by_one(self, text: str) -> list[Said]:
        """Periods, names and values one after another: 2024年工业投资55.6亿元."""
        found = segment_of([text])
        words = [each.strip() for each in PLACE.sub("\x00", found.text).split("\x00")]
        keys = [each[1] for each in PLACE.finditer(found.text)]
        parts = [each for name in words[:1] if name for each in self.said(name)]
        for key, name in zip(keys, words[1:], strict=True):
            parts += [Said(found.said(key), True), *(self.said(name) if name else ())]
        return [each for part in parts for each in (part, Said(" ", True))][:-1]

    # -- words without markup ---------------------------------------------------------------------

    def plain(self, text: str) -> str:
        """Text without markup; names that have no English are told by their sound."""
        if not has_chinese(text):
            return punctuated(text)
        if LISTED in text or text in self.names.titles:
            return self.listed(text)
        if (known := self.known(text)) is not None:
            return known
        return _heard(self.worked(text, strict=True) if COMPUTED.search(text) else self._line([text])).strip()

    def listed(self, text: str) -> str:
        """Names and terms with points between them; a name that is not known is no fault."""
        return LISTED.join(self._part(each) for each in text.split(LISTED))

    def _part(self, text: str) -> str:
        if not has_chinese(text):
            return text
        if (known := self.known(text)) is not None:
            return known
        said = self.message([text])
        return pinyin(text) if said is None else _heard(said)

    def label(self, text: str) -> str:
        """A label of a chart: a name without an English one stays Chinese."""
        if (known := self.known(text)) is not None:
            return known
        said = self.message([text])
        if said is None:
            return text
        return "".join(each if isinstance(each, str) else "".join(each.itertext()) for each in said)


def spans(said: Sequence[Said]) -> list[Piece]:
    """The parts of a name; Chinese ones say that they are."""
    return [each.text if each.english else spanned(each.text, CHINESE) for each in said]


def _heard(pieces: Sequence[Piece]) -> str:
    """Pieces where no markup can be: the titles of articles as they are, other names by their sound."""
    return "".join(each if isinstance(each, str) else _sound(each.text or "") for each in pieces)


def _sound(told: str) -> str:
    return told if told.startswith("《") else pinyin(told)


def lowered(words: str) -> str:
    """Words with a small letter first, unless they begin with an abbreviation."""
    return words[:1].lower() + words[1:] if words[1:2].islower() else words


def _needs_space(done: Sequence[Piece], said: Sequence[Piece]) -> bool:
    """Whether a sentence follows another without a space, as Chinese has none."""
    if not done or not said:
        return False
    last, first = done[-1], said[0]
    ends = not isinstance(last, str) or last[-1:] in (".", "!", "?")
    return ends and not (isinstance(first, str) and first[:1] in (" ", "\n"))


def _joined(plans: Sequence[list[Step]], mark: str, *, ends: bool) -> list[Step]:
    """One plan of several, a mark behind each; behind the last only where it `ends` with it."""
    steps: list[Step] = []
    for number, plan in enumerate(plans, start=1):
        *before, last = plan
        marked = number < len(plans) or ends
        steps += [*before, last._replace(mark=last.mark + mark) if marked else last]
    return steps
