"""A page in English: the words of its elements from the catalogue, its figures from their observations.

What a source or a register says in Chinese, and has no English name, stays Chinese and says so (`lang`).
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping

from lxml import etree, html
from lxml.html import HtmlElement

from core.editions import CHINESE, ENGLISH, FOLDER, UNREAD, Edition
from core.model import Chart, Observation
from core.problems import Problem
from core.urls import relative, resolve
from core.wording import say
from core.wording_en import say_amount, say_date, say_english, say_period
from translate.catalogue import PLACE, Catalogue, Message
from translate.names import APART, Names, Said, pinyin
from translate.segments import (
    Piece,
    Segment,
    clauses,
    content,
    direct,
    fill,
    is_inline,
    is_sealed,
    rebuilt,
    segment_of,
    sentences,
    spanned,
)
from translate.text import Token, has_chinese, punctuated

SKIPPED = frozenset({"script", "style", "template"})
QUOTED = re.compile(r"原句：|据原句：|《")
LOCALE = "en_US"
COLUMN = "column"  # msgctxt of words that head a column or a row: one source, not the sources
CHART, DESCRIPTION = "chart", "description"  # of what is told of a drawing, and of a page
COLUMN_TAGS = frozenset({"th", "dt"})
DIGITS = re.compile(r"\d+(?:\.\d+)?")
OPERATOR = re.compile(r"( [÷×+−≈＝=≤≥] |[（）；])")
LISTED = " · "


class Translator:
    """Makes English pages of Chinese ones; keeps what it could not say."""

    def __init__(
        self,
        catalogue: Catalogue,
        names: Names,
        observations: Mapping[str, Observation],
    ) -> None:
        self._catalogue = catalogue
        self._names = names
        self._observations = observations
        self._drawings: dict[str, str] = {}
        self._missing: dict[str, str] = {}  # message -> the first page that has it
        self._url = ""
        self._context = ""

    def translate(self, url: str, source: str) -> str:
        """The page that stands under en/, of the Chinese page of this URL."""
        self._url = url
        root = html.document_fromstring(source, parser=PARSER)
        root.set("lang", ENGLISH)
        _relink(root, url)
        self._tell(root)
        self._walk(root)
        return str(etree.tostring(root, method="html", encoding="unicode", doctype="<!doctype html>")) + "\n"

    @property
    def edition(self) -> Edition:
        """The edition that this makes."""
        return Edition(ENGLISH, FOLDER, self.translate, self.problems)

    def draw_with(self, charts: Iterable[Chart]) -> None:
        """Show these charts, drawn with English labels, in place of the Chinese ones."""
        self._drawings = {each.id: each.svg for each in charts}

    def label(self, text: str) -> str:
        """A label of a chart: a name without an English one stays Chinese."""
        if (known := self._known(text)) is not None:
            return known
        said = self._message([text])
        return (
            text
            if said is None
            else "".join(each if isinstance(each, str) else "".join(each.itertext()) for each in said)
        )

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

    # -- elements ---------------------------------------------------------------------------------

    def _walk(self, element: HtmlElement) -> None:
        """Translate a block, and the blocks and lines that are in it."""
        if not isinstance(element.tag, str) or element.tag in SKIPPED:
            return
        if element.tag == "svg":
            self._draw(element)
            return
        if element.tag == "title":
            self._title(element)
            return
        if "data-comment" in element.attrib:
            element.set("lang", CHINESE)  # what an analyst wrote
            return
        if "data-languages" in element.attrib or self._sealed(element):
            return
        outside, self._context = self._context, _context_of(element) or self._context
        done: list[Piece] = []
        line: list[Piece] = []
        for piece in content(element):
            if isinstance(piece, str) or is_inline(piece):
                line.append(piece)
                continue
            done += self._line(line)
            line = []
            self._walk(piece)
            done.append(piece)
        fill(element, [*done, *self._line(line)])
        self._attributes(element, ENGLISH)
        self._context = outside

    def _sealed(self, element: HtmlElement) -> bool:
        """Translate an element that says itself what it is; False where it is none, or holds others."""
        if element.tag == "time":
            element.text = say_date(element.get("datetime"))
        elif "data-period" in element.attrib:
            element.text = say_period(element.get("data-period") or None)
        elif "data-fact" in element.attrib:
            self._fact(element)
        elif "data-quote" in element.attrib:
            self._quote(element)
        elif len(element) or is_sealed(element) is False:
            return False
        elif "data-name" in element.attrib:
            self._name(element)
        else:
            self._phrase(element)
        return True

    def _line(self, line: list[Piece]) -> list[Piece]:
        """A run of words and inline elements."""
        done: list[Piece] = []
        for sentence in sentences(line):
            said = [each for each in self._sentence(sentence) if not isinstance(each, str) or each]
            done += [" ", *said] if _needs_space(done, said) else said
        return done

    def _sentence(self, run: list[Piece]) -> list[Piece]:
        if not has_chinese(direct(run)):
            for each in run:
                if not isinstance(each, str):
                    self._walk(each)
            return [punctuated(each) if isinstance(each, str) else each for each in run]
        said = self._message(run)
        if said is None:
            self._missing.setdefault(segment_of(run).text, self._url)
            return list(run)
        return said

    def _message(self, run: list[Piece]) -> list[Piece] | None:
        """The translation of a run, whole or clause by clause; None where part of it has none."""
        plan = self._plan(run)
        if plan is None:
            return None
        done: list[Piece] = []
        for make, mark in plan:
            done += make()
            done += [punctuated(mark)] if mark else []
        return done

    def _plan(self, run: list[Piece]) -> list[tuple[Callable[[], list[Piece]], str]] | None:
        """How to say a run: steps that each make pieces, with the mark that follows."""
        if not has_chinese(direct(run)):
            return [(lambda: self._sentence(run), "")]
        found = segment_of(run)
        if message := self._catalogue.find(found.text, self._context):
            form = message.form(found.number())
            return [(lambda: self._rebuilt(form, found, {}), "")]
        if matched := self._matched(found):
            names = matched[1]
            named_form = matched[0].form(found.number())
            return [(lambda: self._rebuilt(named_form, found, names), "")]
        if not any(not isinstance(each, str) for each in run) and self._names.english(found.text):
            said = self._names.english(found.text) or ""
            return [(lambda: [found.before, said, found.after], "")]
        for mark, parts in clauses(run):
            plans = [self._plan(part) for part in parts]
            if all(plan is not None for plan in plans):
                return _joined([plan for plan in plans if plan is not None], mark, ends=_ends(run, mark))
        return None

    def _matched(self, found: Segment) -> tuple[Message, dict[str, str]] | None:
        """A message with names that fits."""
        return self._catalogue.match(
            found.text, self._context, lambda name: self._is_known(found.restored(name))
        )

    def _rebuilt(self, form: str, found: Segment, names: Mapping[str, str]) -> list[Piece]:
        pieces = rebuilt(form, found, lambda key: self._at(key, found, names))
        for element in found.nested.values():
            self._attributes(element, ENGLISH)
        return pieces

    def _at(self, key: str, found: Segment, names: Mapping[str, str]) -> list[Piece]:
        """What stands at a place of a message."""
        if key in names:
            return _spans(self._within(found.restored(names[key])))
        place = found.places.get(key)
        if place is None:
            return [f"{{{key}}}"]  # a place that a script fills
        if isinstance(place, Token):
            return [spanned(place.said, CHINESE)] if has_chinese(place.said) else [place.said]
        place.tail = None
        self._walk(place)
        return [place]

    # -- figures, names, quotes -------------------------------------------------------------------

    def _fact(self, element: HtmlElement) -> None:
        """A value in English, with the original beside it where the digits differ."""
        told = "".join(element.itertext())
        observation = self._observations[element.get("data-fact", "")]
        said = say_english(observation) if told == say(observation) else say_amount(observation)
        pieces: list[Piece] = [together(said)]
        printed = DIGITS.findall(told)
        if not printed or DIGITS.findall(said.replace(",", "")) != printed:
            pieces = [together(said), " ", spanned(told, CHINESE, "original")]
        fill(element, pieces)
        self._attributes(element, ENGLISH)

    def _name(self, element: HtmlElement) -> None:
        told = element.text or ""
        if other := element.get("data-other"):  # the same thing's Chinese name, where the English stood
            element.set("lang", CHINESE)
            element.text = other
            return
        said = [Said(told, False)] if "data-aliases" in element.attrib else self._said(told)
        if element.tag == "h1":
            fill(element, self._heading(told, said))
        elif all(not each.english for each in said):
            element.set("lang", CHINESE)
        else:
            fill(element, _spans(said))
        self._attributes(element, CHINESE if element.get("lang") == CHINESE else ENGLISH)

    def _heading(self, told: str, said: list[Said]) -> list[Piece]:
        """The name of a page, with the Chinese beside the English, or the sound beside the Chinese."""
        if all(each.english for each in said):
            beside = [" ", spanned(told, CHINESE, "original")] if self._names.has_page(told) else []
            return [*_spans(said), *beside]
        told_by_sound = len(told) <= LONGEST and told not in self._names.titles
        sound = [" ", spanned(pinyin(told), "zh-Latn-pinyin", "original")] if told_by_sound else []
        return [spanned(told, CHINESE), *sound]

    def _said(self, name: str) -> list[Said]:
        """A name in parts, each in English or as it is."""
        if not has_chinese(name):
            return [Said(name, True)]
        if (found := self._known(name)) is not None:
            return [Said(found, True)]
        parts = APART.split(name)
        if len(parts) == 1:
            return [Said(name, False)]
        said = [
            each
            for part in parts
            for each in ([Said(_mark(part), True)] if APART.fullmatch(part) else self._said(part))
        ]
        return said if any(each.english for each in said[::2]) else [Said(name, False)]

    def _within(self, name: str) -> list[Said]:
        """A name within a sentence: that of a park keeps its capitals, that of an indicator does not."""
        said = self._said(name)
        return [
            each if self._names.is_proper(name) else Said(lowered(each.text), each.english) for each in said
        ]

    def _known(self, name: str) -> str | None:
        if (english := self._names.english(name)) is not None:
            return english
        found = segment_of([name])
        if message := self._catalogue.find(found.text, self._context):
            form = message.form(found.number())
            return "".join(
                each
                for each in rebuilt(form, found, lambda key: _words_at(key, found))
                if isinstance(each, str)
            )
        return None

    def _is_known(self, name: str) -> bool:
        return all(each.english for each in self._said(name))

    def _phrase(self, element: HtmlElement) -> None:
        """A working, or what a register states."""
        fill(element, self._worked(element.text or "", strict="data-derived" in element.attrib))
        self._attributes(element, ENGLISH)

    def _worked(self, text: str, *, strict: bool) -> list[Piece]:
        pieces: list[Piece] = []
        for part in OPERATOR.split(text):
            if OPERATOR.fullmatch(part):
                pieces.append(punctuated(part))
            elif part:
                pieces += self._operand(part, strict=strict)
        return pieces

    def _operand(self, text: str, *, strict: bool) -> list[Piece]:
        said = self._said(text)
        if any(each.english for each in said):
            return _spans(said)
        message = self._message([text])
        if message is not None:
            return message
        if strict:
            return _spans(self._pieces(text))
        return [spanned(text, CHINESE)]

    def _pieces(self, text: str) -> list[Said]:
        """Periods, names and values one after another: 2024年工业投资55.6亿元."""
        found = segment_of([text])
        parts: list[Said] = []
        at = 0
        for place in PLACE.finditer(found.text):
            parts += (
                self._said(found.text[at : place.start()].strip())
                if found.text[at : place.start()].strip()
                else []
            )
            parts.append(Said("".join(str(each) for each in _words_at(place[1], found)), True))
            at = place.end()
        rest = found.text[at:].strip()
        parts += self._said(rest) if rest else []
        spaced = [each for part in parts for each in (part, Said(" ", True))]
        return spaced[:-1]

    def _quote(self, element: HtmlElement) -> None:
        """Words of a source: they stay as they are; what is said of them in attributes is English."""
        element.set("lang", CHINESE)
        for each in element.iter("a", "span", "b", "mark"):
            self._attributes(each, CHINESE)

    # -- attributes -------------------------------------------------------------------------------

    def _attributes(self, element: HtmlElement, language: str) -> None:
        """Translate what an element says aside; `language` is that of the words in it."""
        for name, told in element.items():
            if name in UNREAD or not has_chinese(told):
                continue
            if name == "data-labels":
                element.set(name, self._labels(told))
                continue
            if told in self._names.parks:  # as a script, or a narrow screen, shows it
                element.set(name, self._names.in_attribute(told))
            elif name == "data-label":
                outside, self._context = self._context, COLUMN
                element.set(name, self.plain(told))
                self._context = outside
            elif not (QUOTED.match(told) or told in self._names.titles):
                element.set(name, self.plain(told))
        aside = "".join(value for name, value in element.items() if name not in UNREAD)
        if not aside or (language == ENGLISH and not has_chinese(aside)):
            return
        if language == CHINESE and (has_chinese(aside) or element.get("data-quote") is not None):
            return
        if language == ENGLISH:
            _say_language(element, CHINESE, ENGLISH)
        elif element.get("title") or element.get("aria-label"):
            _say_language(element, ENGLISH, CHINESE)

    def _labels(self, told: str) -> str:
        labels = {name: self.plain(each) for name, each in json.loads(told).items()}
        return json.dumps(labels, ensure_ascii=False)

    def plain(self, text: str) -> str:
        """Text without markup; names that have no English are told by their sound."""
        if not has_chinese(text):
            return punctuated(text)
        if LISTED in text or text in self._names.titles:
            return LISTED.join(self._part(each) for each in text.split(LISTED))
        if (known := self._known(text)) is not None:
            return known
        pieces = self._worked(text, strict=True) if OPERATOR.search(text) else self._line([text])
        return "".join(each if isinstance(each, str) else self._sound(each) for each in pieces).strip()

    def _part(self, text: str) -> str:
        if not has_chinese(text):
            return text
        if (known := self._known(text)) is not None:
            return known
        said = self._message([text])
        if said is None:
            return pinyin(text)
        return "".join(each if isinstance(each, str) else self._sound(each) for each in said)

    def _sound(self, span: HtmlElement) -> str:
        told = span.text or ""
        return told if told.startswith("《") else pinyin(told)

    def _title(self, element: HtmlElement) -> None:
        element.text = LISTED.join(self._part(each) for each in (element.text or "").split(LISTED))

    def _tell(self, root: HtmlElement) -> None:
        """What is told of the page to those who have not opened it."""
        own = root.find("./head/link[@rel='canonical']")
        for each in root.iterfind("./head/meta[@property]"):
            if each.get("property") == "og:url" and own is not None:
                each.set("content", own.get("href", ""))
            if each.get("property") == "og:locale":
                each.set("content", LOCALE)
        for each in root.iterfind("./head/script[@type='application/ld+json']"):
            root.find("./head").remove(each)  # its things are those of the Chinese page

    # -- drawings ---------------------------------------------------------------------------------

    def _draw(self, element: HtmlElement) -> None:
        """A chart as it is drawn for this edition; else its labels in English."""
        drawn = self._drawings.get(element.get("data-chart", ""))
        if drawn is not None:
            fresh = html.fragment_fromstring(drawn, parser=PARSER)
            element.attrib.update(fresh.attrib)
            fill(element, list(fresh))
        for label in element.iter("text"):
            if has_chinese(label.text or ""):
                label.set("lang", CHINESE)
        outside, self._context = self._context, CHART
        element.set("aria-label", self.plain(element.get("aria-label", "")))
        self._context = outside


PARSER = html.HTMLParser(remove_comments=True, encoding="utf-8")
LONGEST = 40  # characters of a name that is told by its sound, too


def _context_of(element: HtmlElement) -> str:
    """The context that an element gives to the words in it, and to those that it says aside."""
    if element.tag in COLUMN_TAGS and element.get("scope") != "rowgroup":
        return COLUMN
    told = element.get("name") or element.get("property") or "" if element.tag == "meta" else ""
    return DESCRIPTION if told in ("description", "og:description") else ""


def together(said: str) -> str:
    """A value that no line breaks."""
    return said.replace(" ", "\u00a0")


def lowered(words: str) -> str:
    """Words with a small letter first, unless they begin with an abbreviation."""
    return words[:1].lower() + words[1:] if words[1:2].islower() else words


def _spans(said: list[Said]) -> list[Piece]:
    return [each.text if each.english else spanned(each.text, CHINESE) for each in said]


def _mark(part: str) -> str:
    return ", " if part == "、" else part


def _words_at(key: str, found: Segment) -> list[Piece]:
    place = found.places.get(key)
    return [place.said if isinstance(place, Token) else f"{{{key}}}"]


def _needs_space(done: list[Piece], said: list[Piece]) -> bool:
    """Whether a sentence follows another without a space, as Chinese has none."""
    if not done or not said:
        return False
    last, first = done[-1], said[0]
    tight = not isinstance(last, str) or last[-1:] in (".", "!", "?")
    return tight and not (isinstance(first, str) and first[:1] in (" ", "\n"))


def _ends(run: list[Piece], mark: str) -> bool:
    last = run[-1]
    return isinstance(last, str) and last.endswith(mark)


def _joined(
    plans: list[list[tuple[Callable[[], list[Piece]], str]]], mark: str, *, ends: bool
) -> list[tuple[Callable[[], list[Piece]], str]]:
    steps: list[tuple[Callable[[], list[Piece]], str]] = []
    for number, plan in enumerate(plans, start=1):
        steps += plan
        if number < len(plans) or ends:
            make, _ = steps[-1]
            steps[-1] = (make, mark)
    return steps


def _say_language(element: HtmlElement, own: str, within: str) -> None:
    """An element whose attributes are in one language and whose words are in another."""
    element.set("lang", own)
    pieces = content(element)
    if any(isinstance(each, str) and each.strip() for each in pieces):
        span = spanned("", within)
        fill(span, pieces)
        fill(element, [span])
    else:
        for each in pieces:
            if not isinstance(each, str):
                each.set("lang", each.get("lang", within))
        fill(element, pieces)


# -- the frame ------------------------------------------------------------------------------------


def _relink(root: HtmlElement, url: str) -> None:
    """Links to what both editions share, to the other edition, and of this page itself."""
    here = FOLDER + url
    for element in root.iter("a", "link", "script", "img"):
        name = "href" if element.tag in ("a", "link") else "src"
        link = element.get(name)
        if link is None or ":" in link.split("/", 1)[0] or link.startswith(("//", "#")):
            continue
        target, fragment = resolve(url, link)
        if "hreflang" in element.attrib or not target.endswith(".html"):
            element.set(name, relative(here, target + (f"#{fragment}" if fragment else "")))
    for each in root.iterfind("./head/link[@rel='canonical']"):
        if (own := root.find(f"./head/link[@hreflang='{ENGLISH}']")) is not None:
            each.set("href", own.get("href"))
    for each in root.iterfind(".//*[@data-languages]"):
        _switch(each, here, url)


def _switch(element: HtmlElement, here: str, url: str) -> None:
    """The same page in the other language, from the English one."""
    first, second = _links(element)
    first.tag, second.tag = "a", "span"
    first.attrib.pop("aria-current", None)
    first.attrib.update({"href": relative(here, url), "hreflang": CHINESE})
    for name in ("href", "hreflang"):
        second.attrib.pop(name, None)
    second.set("aria-current", "true")


def _links(element: HtmlElement) -> Iterator[HtmlElement]:
    yield from (each for each in element.iter("a", "span"))
