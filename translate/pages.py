"""A page in English: the words of its elements from the catalogue, its figures from their observations.

What a source or a register says in Chinese, and has no English name, stays Chinese and says so (`lang`).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from copy import deepcopy

from lxml import etree, html
from lxml.html import HtmlElement

from core.commentary import UNSEEN_ENGLISH
from core.editions import CHINESE, ENGLISH, FOLDER, UNREAD, Edition
from core.model import Chart, Observation
from core.wording_en import say_date, say_period
from translate.catalogue import Catalogue
from translate.frame import reframe
from translate.names import Names, Said, pinyin
from translate.prints import Prints
from translate.scripts import Scripts
from translate.segments import Piece, content, fill, is_inline, is_sealed, spanned
from translate.speech import BRIEF, CHART, COLUMN, Speech, spans
from translate.text import has_chinese, punctuated, value_in_english

PARSER = html.HTMLParser(remove_comments=True, encoding="utf-8")
SKIPPED = frozenset({"script", "style", "template"})
QUOTED = re.compile(r"原句：|据原句：|《")
DESCRIPTION = "description"  # msgctxt of what is told of a page
PRINTED = "printed"  # the class of the page of a brief
COLUMN_TAGS = frozenset({"th", "dt"})
NAMED = frozenset({"og:title", "og:site_name"})
DESCRIBING = frozenset({"description", "og:description"})
WORKING = "data-derived"  # a card shows it
WAYS_ON = "text__on"
PINYIN = "zh-Latn-pinyin"
MOST_NAVIGATION = 200
LONGEST = 40  # characters of a name that is told by its sound, too


class Translator:
    """Makes English pages of Chinese ones; keeps what it could not say."""

    def __init__(self, catalogue: Catalogue, names: Names, observations: Mapping[str, Observation]) -> None:
        self._speech = Speech(catalogue, names, self._show, self._aside)
        self._scripts = Scripts(self._speech, observations)
        self._observations = observations
        self._drawings: dict[str, str] = {}
        self._prints = Prints(self._speech, observations, self._drawings)
        self._title = ""  # of the page at hand, in Chinese
        self._navigation: dict[str, HtmlElement] = {}  # in Chinese, and what it is in English

    @property
    def edition(self) -> Edition:
        """The edition that this makes."""
        return Edition(
            language=ENGLISH,
            folder=FOLDER,
            translate=self.translate,
            rewrite=self._scripts.translate,
            problems=self._speech.problems,
            print=self._prints.translate,
        )

    def label(self, text: str) -> str:
        """A label of a chart: a name without an English one stays Chinese."""
        return self._speech.label(text)

    def draw_with(self, charts: Iterable[Chart]) -> None:
        """Show these charts, drawn with English labels, in place of the Chinese ones."""
        self._drawings.update((each.id, each.svg) for each in charts)

    def translate(self, url: str, source: str) -> str:
        """The page that stands under en/, of the Chinese page of this URL."""
        self._speech.url = url
        root = html.document_fromstring(source, parser=PARSER)
        self._title = root.findtext(".//h1") or ""
        reframe(root, url)
        self._show(root)
        return str(etree.tostring(root, method="html", encoding="unicode", doctype="<!doctype html>")) + "\n"

    # -- elements ---------------------------------------------------------------------------------

    def _show(self, element: HtmlElement) -> None:
        """Translate an element, and all that is in it."""
        if element.tag in SKIPPED or "data-languages" in element.attrib:
            return
        if element.tag == "svg":
            self._draw(element)
        elif element.tag == "title":
            element.text = self._speech.listed(element.text or "")
        elif "data-comment" in element.attrib:
            self._comment(element)
        elif element.tag == "pre" and has_chinese(element.text or ""):
            self._cite(element)
        elif element.tag == "nav" and not self._speech.context:
            self._navigate(element)
        elif not self._sealed(element):
            self._said(element)

    def _comment(self, element: HtmlElement) -> None:
        """What an analyst wrote stays Chinese; the marks that stand beside figures are words of the page."""
        element.set("lang", CHINESE)
        for flag in element.iterfind(".//*[@data-unseen]/span"):
            flag.text = UNSEEN_ENGLISH
            flag.set("lang", ENGLISH)
        for doubt in element.iterfind(".//*[@data-doubt]"):
            self._said(doubt)
            doubt.set("lang", doubt.get("lang", ENGLISH))

    def _cite(self, element: HtmlElement) -> None:
        """How to cite the page; what of it has no English stays Chinese."""
        element.text = self._speech.cited(element.text or "", self._title)
        if has_chinese(element.text):
            element.set("lang", CHINESE)

    def _said(self, element: HtmlElement) -> None:
        with self._speech.within(_context_of(element)):
            self._words(element)
            self._aside(element, ENGLISH)

    def _navigate(self, element: HtmlElement) -> None:
        """The same lists stand on every page of a folder: said once, then copied."""
        key = str(etree.tostring(element, encoding="unicode", with_tail=False))
        if key not in self._navigation:
            if len(self._navigation) >= MOST_NAVIGATION:
                self._navigation.clear()
            self._said(element)
            self._navigation[key] = deepcopy(element)
            return
        said = deepcopy(self._navigation[key])
        element.attrib.update(said.attrib)
        element.text = said.text
        element[:] = list(said)

    def _words(self, element: HtmlElement) -> None:
        """The lines of an element, and the blocks between them."""
        children = list(element)
        if not has_chinese((element.text or "") + "".join([each.tail or "" for each in children])):
            self._between(element, children)
            return
        done: list[Piece] = []
        line: list[Piece] = []
        for piece in content(element):
            if isinstance(piece, str) or is_inline(piece):
                line.append(piece)
                continue
            done += self._speech.line(line)
            line = []
            self._show(piece)
            done.append(piece)
        fill(element, [*done, *self._speech.line(line)])

    def _between(self, element: HtmlElement, children: list[HtmlElement]) -> None:
        """Elements with nothing but marks between them: they stay where they are."""
        if element.text and not element.text.isascii():
            element.text = punctuated(element.text)
        for each in children:
            self._show(each)
            if each.tail and not each.tail.isascii():
                each.tail = punctuated(each.tail)

    def _sealed(self, element: HtmlElement) -> bool:
        """Translate an element that says itself what it is; False where it is none, or holds others."""
        if element.tag == "time" or "data-period" in element.attrib:
            self._time(element)
        elif "data-fact" in element.attrib:
            self._fact(element)
        elif "data-quote" in element.attrib:
            self._quote(element)
        elif len(element) or not is_sealed(element):
            return False
        elif "data-name" in element.attrib:
            self._name(element)
        else:
            fill(element, self._speech.worked(element.text or "", strict="data-derived" in element.attrib))
            self._aside(element, ENGLISH)
        return True

    # -- figures, names, quotes -------------------------------------------------------------------

    def _time(self, element: HtmlElement) -> None:
        """A date or a period by its code, unless it is said in English already."""
        if has_chinese(element.text or ""):
            code = element.get("datetime") if element.tag == "time" else element.get("data-period")
            element.text = (say_date if element.tag == "time" else say_period)(code or None)

    def _fact(self, element: HtmlElement) -> None:
        """A value in English, with the original beside it where the digits differ."""
        observation = self._observations[element.get("data-fact", "")]
        said, original = value_in_english(observation, "".join(element.itertext()))
        pieces: list[Piece] = [spanned(said, CHINESE) if has_chinese(said) else said]
        if original:
            pieces += [" ", spanned(original, CHINESE, "original")]
        fill(element, pieces)
        self._aside(element, ENGLISH)

    def _name(self, element: HtmlElement) -> None:
        if english := element.get("data-en"):
            element.text = english
            return
        told = element.get("data-other") or element.text or ""  # the Chinese, where the English stood
        stays = "data-other" in element.attrib or "data-aliases" in element.attrib
        said = [Said(told, False)] if stays else self._speech.in_line(told, opens=_opens(element))
        if element.tag == "h1":
            fill(element, self._heading(told, said))
        elif any(each.english for each in said):
            fill(element, spans(said))
        else:
            element.set("lang", CHINESE)
            element.text = told
        self._aside(element, CHINESE if element.get("lang") == CHINESE else ENGLISH)

    def _heading(self, told: str, said: list[Said]) -> list[Piece]:
        """The name of a page, with the Chinese beside the English, or the sound beside the Chinese."""
        names = self._speech.names
        if all(each.english for each in said):
            return [
                *spans(said),
                *([" ", spanned(told, CHINESE, "original")] if names.has_page(told) else ()),
            ]
        short = len(told) <= LONGEST and told not in names.titles
        return [spanned(told, CHINESE), *([" ", spanned(pinyin(told), PINYIN, "original")] if short else ())]

    def _quote(self, element: HtmlElement) -> None:
        """Words of a source: they stay as they are; what is said aside of them is English."""
        element.set("lang", CHINESE)
        for each in element.iter("a", "span", "b", "mark"):
            if each.get("class") == WAYS_ON:
                self._show(each)  # words of the page, which lead on from the sentence
                each.set("lang", ENGLISH)
            else:
                self._aside(each, CHINESE)

    # -- attributes -------------------------------------------------------------------------------

    def _aside(self, element: HtmlElement, language: str) -> None:
        """Translate what an element says aside; `language` is that of the words in it."""
        if not element.attrib:
            return
        for name, told in element.items():
            if element.get("property") in NAMED:
                element.set(name, self._speech.listed(told))
            elif (name not in UNREAD or name == WORKING) and has_chinese(told):
                element.set(name, self._attribute(name, told))
        told_aside = [value for name, value in element.items() if name in ("title", "aria-label")]
        read = [value for name, value in element.items() if name not in UNREAD]
        if language == ENGLISH and any(map(has_chinese, read)):
            _say_languages(element, CHINESE, ENGLISH)
        elif language == CHINESE and told_aside and not any(map(has_chinese, told_aside)):
            _say_languages(element, ENGLISH, CHINESE)

    def _attribute(self, name: str, told: str) -> str:
        names = self._speech.names
        if name == "data-labels":
            labels = {key: self._speech.plain(each) for key, each in json.loads(told).items()}
            return json.dumps(labels, ensure_ascii=False)
        if told in names.parks:  # as a script, or a narrow screen, shows it
            return names.in_attribute(told)
        if QUOTED.match(told) or told in names.titles:
            return told
        with self._speech.within(COLUMN if name == "data-label" else ""):
            return self._speech.plain(told)

    # -- drawings ---------------------------------------------------------------------------------

    def _draw(self, element: HtmlElement) -> None:
        """A chart as it is drawn for this edition."""
        drawn = self._drawings.get(element.get("data-chart", ""))
        if drawn is not None:
            fresh = html.fragment_fromstring(drawn, parser=PARSER)
            element.attrib.update(fresh.attrib)
            fill(element, list(fresh))
        for label in element.iter("text"):
            if has_chinese(label.text or ""):
                label.set("lang", CHINESE)
        with self._speech.within(CHART):
            told = self._speech.plain(element.get("aria-label", ""))
        element.set("aria-label", told)
        if has_chinese(told):
            element.set("lang", CHINESE)
            for label in element.iter("text"):
                label.set("lang", CHINESE if has_chinese(label.text or "") else ENGLISH)


def _context_of(element: HtmlElement) -> str:
    """The context that an element gives to the words in it, and to those that it says aside."""
    if element.get("class") == PRINTED:
        return BRIEF
    if element.tag in COLUMN_TAGS and element.get("scope") != "rowgroup":
        return COLUMN
    told = (element.get("name"), element.get("property")) if element.tag == "meta" else ()
    return "" if DESCRIBING.isdisjoint(told) else DESCRIPTION


def _opens(element: HtmlElement) -> bool:
    """Whether nothing stands before an element in its line."""
    return element.getprevious() is None and not (element.getparent().text or "").strip()


def _say_languages(element: HtmlElement, own: str, within: str) -> None:
    """An element that says one language aside and holds words in another."""
    element.set("lang", own)
    pieces = content(element)
    if any(isinstance(each, str) and each.strip() for each in pieces):
        span = spanned("", within)
        fill(span, pieces)
        pieces = [span]
    for each in pieces:
        if not isinstance(each, str):
            each.set("lang", each.get("lang", within))
    fill(element, pieces)
