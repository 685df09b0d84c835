"""The search index: what stands on the pages, in small files that a page loads as scripts, from disk too.

For every pair of neighbouring characters the index names the pages that have it; a query of two characters
or more is answered by the pages that have all of its pairs, and then held against their text. So every
substring of a page's text is found, and nothing else is.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

from lxml import html
from lxml.html import HtmlElement
from msgspec import Struct
from pypinyin import Style, lazy_pinyin

from core.keeping import FORGETTING, Keeping
from core.periods import reach
from core.urls import NOT_FOUND, SEARCH

FOLDER = "search"
SHARD_PAIRS = 1500  # pairs in a shard, about: 20 to 60 KB
TEXT_SIZE = 60_000  # characters of page text in one file
APART = "\n"  # between blocks: no query matches across it
BLOCKS = frozenset(
    {"address", "article", "aside", "blockquote", "caption", "dd", "details", "dialog", "div", "dl", "dt"}
    | {"fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header"}
    | {"hr", "li", "main", "nav", "ol", "p", "pre", "section", "select", "summary", "svg", "table", "tbody"}
    | {"td", "text", "tfoot", "th", "thead", "tr", "ul"}
)
INVISIBLE = frozenset({"script", "style", "template", "noscript"})
LISTING = "index.html"
PARK_PAGE = re.compile(r"parks/([^/]+)/")


class Indexed(Struct, frozen=True):
    """What is held of one page."""

    url: str
    title: str
    kind: str  # the first part of its URL: "parks", "projects" …
    text: str  # what stands on it, block after block, spaces as they are read
    names: tuple[str, ...]  # what the thing it is about is called
    parks: tuple[str, ...]
    industries: tuple[str, ...]
    years: tuple[int, ...]


def write_index(folder: Path, urls: Iterable[str], keeping: Keeping = FORGETTING) -> None:
    """Write the index of the pages under search/ of the built site, where it has a page for the search."""
    if not (folder / SEARCH).is_file():
        return
    pages = [_indexed(url, folder, keeping) for url in sorted(urls) if url not in {SEARCH, NOT_FOUND}]
    for name, text in index_files(pages):
        (folder / FOLDER / name).write_text(text, "utf-8", newline="\n")


def _indexed(url: str, folder: Path, keeping: Keeping) -> Indexed:
    source = (folder / url).read_text("utf-8")
    return keeping.get(f"indexed {url}", source.encode, lambda: read_indexed(url, source))


def index_files(pages: Sequence[Indexed]) -> Iterator[tuple[str, str]]:
    """The files of the index by name."""
    shards = _shards(pages)
    texts, places = _texts(pages)
    for number, chunk in enumerate(texts):
        yield f"text-{number}.js", _call("text", number, chunk)
    for number, shard in enumerate(shards):
        yield f"pairs-{number}.js", _call("pairs", number, shard)
    described = [
        [page.url, page.title, page.kind, page.names, page.parks, page.industries, page.years, place]
        for page, place in zip(pages, places, strict=True)
    ]
    yield "pages.js", _call("pages", len(shards), described, _sounds(pages))


def _call(name: str, *values: object) -> str:
    told = ",".join(json.dumps(value, ensure_ascii=False, separators=(",", ":")) for value in values)
    return f"parkbriefIndex.{name}({told});\n"


# -- what stands on a page ------------------------------------------------------------------------


def read_indexed(url: str, source: str) -> Indexed:
    """What a built page shows within <main>, and what it says of itself."""
    document = html.document_fromstring(source)
    main = document.find(".//main")
    title = (document.findtext(".//h1") or "") if main is None else _line(main.find(".//h1"))
    return Indexed(
        url=url,
        title=title or url,
        kind=url.split("/", 1)[0] if "/" in url else "home",
        text="" if main is None else text_of(main),
        names=() if main is None else _aliases(main),
        parks=_linked(main, url, "parks"),
        industries=_linked(main, url, "industries"),
        years=_years(main),
    )


def text_of(element: HtmlElement) -> str:
    """The text as it is read: blocks apart, runs of white space as one space."""
    pieces = "".join(_pieces(element)).split(APART)
    return APART.join(filter(None, (" ".join(piece.split()) for piece in pieces)))


def _pieces(element: HtmlElement) -> Iterator[str]:
    if not isinstance(element.tag, str) or element.tag in INVISIBLE or element.get("class") == "hidden":
        yield APART
        return
    apart = APART if element.tag in BLOCKS else ""
    yield apart
    yield from _spoken(element.text)
    for child in element:
        yield APART if child.tag == "br" else ""
        yield from _pieces(child)
        yield from _spoken(child.tail)
    yield apart


def _spoken(text: str | None) -> Iterator[str]:
    if text:
        yield text.replace(APART, " ").replace("\r", " ")


def _line(element: HtmlElement | None) -> str:
    return "" if element is None else " ".join(text_of(element).split())


def _linked(main: HtmlElement | None, url: str, folder: str) -> tuple[str, ...]:
    """Ids of the things of a kind that a page is about: its own, else those that it links to as such.

    That is in its head, or anywhere with data-about: a park's page lists its industries further down.
    """
    if main is None or url.endswith(f"{folder}/{LISTING}"):
        return ()
    own = re.fullmatch(rf"{folder}/(?:([^/]+)/.*|([^/]+)\.html)", url)
    if own:
        return (own[1] or own[2],)
    head = main.find("header")
    links = [*([] if head is None else head.iterfind(".//a")), *main.iterfind(".//a[@data-about]")]
    linked = (each.get("href") or "" for each in links)
    found = (re.search(rf"(?:^|/){folder}/([^/]+?)(?:/{LISTING}|\.html)$", link) for link in linked)
    return tuple(sorted({each[1] for each in found if each and each[1] != "index"}))


def _aliases(main: HtmlElement) -> tuple[str, ...]:
    told = (_line(each) for each in main.iterfind(".//*[@data-aliases]"))
    return tuple(name for each in told for name in each.split("、"))


def _years(main: HtmlElement | None) -> tuple[int, ...]:
    if main is None:
        return ()
    periods = {each.get("data-period") for each in main.iterfind(".//*[@data-period]")}
    reached = [reach(each) for each in periods if each]
    dates = {each.get("datetime", "")[:4] for each in main.iterfind(".//time[@datetime]")}
    years = {year for each in reached for year in range(each.first[0], each.last[0] + 1)}
    return tuple(sorted(years | {int(each) for each in dates if each.isdigit()}, reverse=True))


# -- pairs ----------------------------------------------------------------------------------------


def squeezed(text: str) -> str:
    """What is compared: without width, case and space, character by character; blocks stay apart."""
    return "".join(_plain(each) for each in text)


@lru_cache(maxsize=50_000)
def _plain(character: str) -> str:
    if character == APART:
        return APART
    return "".join(unicodedata.normalize("NFKC", character).lower().split())


def _pairs(text: str) -> set[str]:
    return {one + other for one, other in pairwise(squeezed(text)) if APART not in (one, other)}


def shard_of(pair: str, shards: int) -> int:
    """The shard that holds a pair: the same sum in templates/static/search.js."""
    return (ord(pair[0]) * 31 + ord(pair[1])) % shards


def _shards(pages: Sequence[Indexed]) -> list[dict[str, list[int]]]:
    """For each pair the numbers of its pages, each told as the step from the one before."""
    found: dict[str, list[int]] = defaultdict(list)
    for number, page in enumerate(pages):
        for pair in _pairs(page.text):
            found[pair].append(number)
    count = max(1, round(len(found) / SHARD_PAIRS))
    shards: list[dict[str, list[int]]] = [{} for _ in range(count)]
    for pair in sorted(found):
        numbers = found[pair]
        steps = [numbers[0], *(later - earlier for earlier, later in pairwise(numbers))]
        shards[shard_of(pair, count)][pair] = steps
    return shards


def _texts(pages: Sequence[Indexed]) -> tuple[list[list[str]], list[tuple[int, int]]]:
    """Texts in files of about one size, and for each page its file and its place there."""
    chunks: list[list[str]] = [[]]
    places: list[tuple[int, int]] = []
    size = 0
    for page in pages:
        if size and size + len(page.text) > TEXT_SIZE:
            chunks.append([])
            size = 0
        places.append((len(chunks) - 1, len(chunks[-1])))
        chunks[-1].append(page.text)
        size += len(page.text)
    return chunks, places


# -- sounds ---------------------------------------------------------------------------------------


def _sounds(pages: Sequence[Indexed]) -> Mapping[str, list[int]]:
    """Pinyin and its initials of every name of a page that is about one thing: kunshangaoxinqu, ksgxq."""
    found: dict[str, list[int]] = defaultdict(list)
    for number, page in enumerate(pages):
        if page.kind in {"sources", "home"} or page.url.endswith(f"{page.kind}/{LISTING}"):
            continue
        for name in dict.fromkeys((page.title, *page.names)):
            for sound in _sounds_of(name):
                if number not in found[sound]:
                    found[sound].append(number)
    return {sound: found[sound] for sound in sorted(found)}


@lru_cache(maxsize=50_000)
def _sounds_of(name: str) -> tuple[str, ...]:
    told = (squeezed("".join(lazy_pinyin(name, style=style))) for style in (Style.NORMAL, Style.FIRST_LETTER))
    sounds = (re.sub(r"[^a-z0-9]", "", each) for each in told)
    return tuple(sound for sound in sounds if len(sound) > 1)
