"""Checks a built site: every number leads to its sentence, every mark back, no link is broken."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from core.commentary import UNSEEN, UNSEEN_ENGLISH
from core.editions import CHINESE, FOLDER, in_chinese
from core.keeping import FORGETTING, Keeping
from core.problems import Problem
from core.urls import CONFLICTS, NOT_FOUND, SEARCH, resolve
from publish.conversions import says_the_same, without_commas
from publish.numerals import digits, figures
from publish.reading import BuiltPage, Element, read_page

SOURCE_PAGES = "sources/"
MARK = re.compile(r"#[qp]\d")  # of a quantity, or of the name of a project that a chart counts
ASKED = "q="  # how a fragment begins that asks the search for words


@dataclass(frozen=True, slots=True)
class Built:
    """The pages of a site by URL, and every file that is there."""

    pages: dict[str, BuiltPage]
    files: frozenset[str]
    quoted: dict[str, frozenset[str]] = field(default_factory=dict)  # numbers quoted on a source page
    disputed: dict[str, frozenset[str]] = field(default_factory=dict)  # fact -> its places on the ledger


def check_site(folder: Path) -> list[Problem]:
    """All that breaks a promise in the built site; `where` is a page and line within `folder`."""
    return check_built(read_site(folder))


def check_built(built: Built) -> list[Problem]:
    """The same of a site that is read already."""
    return sorted(problem for page in built.pages.values() for problem in _check_page(page, built))


def read_site(folder: Path, keeping: Keeping = FORGETTING) -> Built:
    """All pages of a site, read."""
    files = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    pages = {url: _read(url, folder, keeping) for url in files if url.endswith(".html")}
    quoted = {url: _numbers_quoted(page) for url, page in pages.items() if _is_source(url)}
    return Built(pages, frozenset(files), quoted, _disputed(pages.get(CONFLICTS)))


def _read(url: str, folder: Path, keeping: Keeping) -> BuiltPage:
    html = (folder / url).read_bytes()
    return keeping.get(f"read {url}", lambda: html, lambda: read_page(url, html.decode("utf-8")))


def _is_source(url: str) -> bool:
    return in_chinese(url).startswith(SOURCE_PAGES)


def _numbers_quoted(page: BuiltPage) -> frozenset[str]:
    return frozenset(number for quote in page.quotes for number in digits(quote.words()))


def _disputed(ledger: BuiltPage | None) -> dict[str, frozenset[str]]:
    """The facts that the ledger holds against something else."""
    places: dict[str, set[str]] = defaultdict(set)
    for fact in ledger.facts if ledger else ():
        if fact.has("data-disputed"):
            places[fact.get("data-fact")].add(fact.get("data-disputed"))
    return {fact: frozenset(found) for fact, found in places.items()}


def _check_page(page: BuiltPage, built: Built) -> Iterator[Problem]:
    yield from _check_head(page)
    yield from _check_form(page)
    yield from _check_links(page, built)
    yield from _check_numbers(page)
    for fact in page.facts:
        yield from _check_fact(fact, page, built)
    for quote in page.quotes:
        yield from _check_quote(quote, page, built)
    for mark in page.marks:
        yield from _check_mark(mark, page, built)
    for drawing in page.drawings:
        yield from _check_drawing(drawing, page)
    for figure in page.unseen:
        flag = UNSEEN_ENGLISH if page.is_english else UNSEEN
        if flag not in figure.words():
            what = f"{figure.words()!r} is in no source and does not say so"
            yield _problem(page, figure.line, what, f"write {flag!r} beside it")
    yield from _check_doubts(page, built)


# -- form and links -------------------------------------------------------------------------------


def _check_head(page: BuiltPage) -> Iterator[Problem]:
    if not page.lang:
        yield Problem(page.url, "the page does not say its language", "give <html> a lang attribute")
    if not page.title:
        yield Problem(page.url, "the page has no title", "fill <title>")
    if not page.description:
        yield Problem(page.url, "the page does not say what it is about", "fill its meta description")


def _check_form(page: BuiltPage) -> Iterator[Problem]:
    if page.headings != 1:
        yield Problem(page.url, f"the page has {page.headings} <h1>", "give it exactly one <h1>")
    if page.mains != 1:
        yield Problem(page.url, f"the page has {page.mains} <main>", "put its text into exactly one <main>")
    for line, tag in page.misnested:
        yield _problem(
            page, line, f"</{tag}> closes another element", "close elements in the order they opened"
        )
    for element in page.repeated:
        yield _problem(
            page, element.line, f"id {element.get('id')!r} is used twice", "make the ids of a page differ"
        )
    for line in page.styled:
        yield _problem(
            page, line, "an inline style, which the page's policy drops", "use a class or an attribute"
        )


def _check_links(page: BuiltPage, built: Built) -> Iterator[Problem]:
    for line, link in page.links:
        if urlsplit(link).scheme or link.startswith("//"):
            continue
        url, fragment = resolve(page.url, link)
        if link.startswith("/"):
            if page.url != NOT_FOUND:
                yield _problem(page, line, f"{link} hangs on the host's root", "use the link filter")
        elif url not in built.files:
            yield _problem(page, line, f"{link} leads to no file of the site", "link to a page that is built")
        elif in_chinese(url) == SEARCH and fragment.startswith(ASKED):
            continue  # no anchor: words to look for
        elif fragment and url in built.pages and fragment not in built.pages[url].ids:
            yield _problem(
                page, line, f"{link} leads to an anchor that {url} has not", "link to an id of that page"
            )


# -- numbers --------------------------------------------------------------------------------------


def _check_numbers(page: BuiltPage) -> Iterator[Problem]:
    for line, text in page.foreign:
        what = f"the Chinese {text!r} stands on an English page as if it were English"
        yield _problem(page, line, what, f'translate it in translate/en.po, or mark it lang="{CHINESE}"')
    for line, text in page.loose:
        yield _problem(
            page,
            line,
            f"the number in {text!r} does not say what it is",
            "show it as a fact, or mark it as derived, structure, name, period or quote",
        )
    for line, text, expected in page.misspoken:
        yield _problem(
            page,
            line,
            f"{text!r} should read {expected!r}",
            "take the words from core/wording.py, or wording_en.py",
        )


def _check_fact(fact: Element, page: BuiltPage, built: Built) -> Iterator[Problem]:
    identity, said = fact.get("data-fact"), fact.words()
    mark = _element_at(fact.get("href"), page, built) if fact.tag == "a" else None
    if mark is None or mark.tag != "mark":
        yield _problem(
            page, fact.line, f"fact {identity} ({said}) leads to no mark", "link it to its sentence"
        )
        return
    printed = figures(mark.words())
    if page.is_english:
        original = "".join(fact.original)
        if original not in ("", said) and not says_the_same(said, original):
            what = f"fact {identity} says {said!r}, which is not {original!r}"
            yield _problem(page, fact.line, what, "convert without rounding: see core/wording_en.py")
        said = original or without_commas(said)
    if not figures(said) or any(number not in printed for number in figures(said)):
        what = f"fact {identity} says {said!r}, its source prints {mark.words()!r}"
        yield _problem(page, fact.line, what, "show the digits as the source prints them")
    elif not any(link.partition("#")[2] == f"o-{identity}" for link in mark.links):
        what = f"the mark that fact {identity} ({said}) leads to is not its own"
        yield _problem(page, fact.line, what, "link the fact to the mark made from its evidence")


def _check_quote(quote: Element, page: BuiltPage, built: Built) -> Iterator[Problem]:
    if _is_source(page.url):
        return
    url, _ = resolve(page.url, quote.get("href"))
    if quote.tag != "a" or url not in built.quoted:
        yield _problem(page, quote.line, "a quote that leads to no source page", "link it to its sentence")
        return
    missing = [number for number in digits(quote.words()) if number not in built.quoted[url]]
    if missing:
        what = f"the quote has {missing[0]}, which {url} does not print"
        yield _problem(page, quote.line, what, "quote the words of the source")


def _check_mark(mark: Element, page: BuiltPage, built: Built) -> Iterator[Problem]:
    """Every use of a mark must lead back to it, and there must be one."""
    here = (page.url, mark.get("id"))
    if not mark.links:
        yield _problem(page, mark.line, f"mark {here[1]} feeds nothing", "mark only what a page shows")
    for link in mark.links:
        use = _element_at(link, page, built)
        url, _ = resolve(page.url, link)
        if use is not None and (use.tag != "a" or resolve(url, use.get("href")) != here):
            what = f"mark {here[1]} leads to {link}, which does not lead back"
            yield _problem(page, mark.line, what, "link the value to the mark made from its evidence")


def _check_drawing(drawing: Element, page: BuiltPage) -> Iterator[Problem]:
    """Every number that a chart draws must stand in the table beside it, where it leads to its sentence."""
    table = page.ids.get(drawing.get("data-drawing"))
    if table is None or not any(MARK.search(link) for link in table.links):
        yield _problem(
            page, drawing.line, "a chart without its table", "print the figures it draws beside it"
        )
        return
    printed = digits(" ".join(table.words(" ").split()))  # the ends of rows join no numbers
    for number in digits(drawing.words(" ")):
        if number not in printed:
            what = f"the chart shows {number}, the table beside it does not"
            yield _problem(page, drawing.line, what, "draw the figures of the table")


# -- disputes -------------------------------------------------------------------------------------


def _check_doubts(page: BuiltPage, built: Built) -> Iterator[Problem]:
    """A value in dispute is never shown as if it stood alone."""
    if in_chinese(page.url) == CONFLICTS:
        yield from _check_places(page)
        return
    marks = Counter(mark for doubt in page.doubts for mark in _marked(doubt, page))
    for fact in page.facts:
        for place in sorted(built.disputed.get(fact.get("data-fact"), ())):
            if fact.get("data-rival") == place and _leads_to(place, page):
                continue  # it stands there to show the dispute
            shown = fact.get("data-fact"), place
            marks[shown] -= 1
            if marks[shown] < 0:
                what = f"fact {shown[0]} ({fact.words()}) is in dispute and carries no mark"
                yield _problem(page, fact.line, what, f"mark it with a link to {CONFLICTS}#{place}")


def _check_places(ledger: BuiltPage) -> Iterator[Problem]:
    for fact in ledger.facts:
        if fact.has("data-disputed") and fact.get("data-disputed") not in ledger.ids:
            what = f"fact {fact.get('data-fact')} is in dispute at a place that is not there"
            yield _problem(ledger, fact.line, what, "name the id of its entry on the ledger")


def _marked(doubt: Element, page: BuiltPage) -> Iterator[tuple[str, str]]:
    """The fact that a mark stands beside, and the place on the ledger that it leads to."""
    url, fragment = resolve(page.url, doubt.get("href"))
    if doubt.tag == "a" and in_chinese(url) == CONFLICTS and doubt.words().strip():
        yield doubt.get("data-doubt"), fragment


def _leads_to(place: str, page: BuiltPage) -> bool:
    ledger = CONFLICTS if page.url == in_chinese(page.url) else FOLDER + CONFLICTS
    return any(resolve(page.url, link) == (ledger, place) for _, link in page.links)


def _element_at(link: str, page: BuiltPage, built: Built) -> Element | None:
    url, fragment = resolve(page.url, link)
    target = built.pages.get(url)
    return target.ids.get(fragment) if target else None


def _problem(page: BuiltPage, line: int, what: str, fix: str) -> Problem:
    return Problem(f"{page.url}:{line}", what, fix)
