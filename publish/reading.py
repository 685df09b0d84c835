"""Reads one built page: what it links to, what it marks, and which of its numbers say what they are."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

from core.commentary import figures_in
from core.wording import say_date, say_period
from publish.numerals import has_numeral

VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"}
)
# what an element may say that the numbers in it are
SPEAKING = frozenset(
    {
        "data-fact",  # checked against its mark
        "data-quote",  # checked against the page it leads to
        "data-period",  # checked against its code
        "data-drawing",  # checked against the table beside it
        "data-derived",
        "data-former",  # a value of an earlier build
        "data-name",
        "data-register",
        "data-structure",
        "data-unseen",  # a comment's own figure: checked for its flag
    }
)
IN_WORDS = frozenset({"data-derived", "data-former", "data-register"})  # how, or who states it: never empty
CHECKED = frozenset(
    {"data-fact", "data-quote", "data-period", "data-drawing", "data-drawn", "data-doubt", "data-unseen"}
)
INLINE = frozenset({"a", "b", "code", "em", "i", "span", "strong", "time"})
GAP = "\ufffc"  # stands in a comment for words that say themselves what they are
CHECKED_TAGS = frozenset({"title", "mark", "time"})
Attributes = dict[str, str | None]


@dataclass(slots=True)
class Element:
    """An element with the text inside it."""

    tag: str
    attributes: Attributes
    line: int
    text: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)

    def get(self, name: str) -> str:
        """The attribute, empty if absent or bare."""
        return self.attributes.get(name) or ""

    def has(self, name: str) -> bool:
        """Whether the attribute is there at all."""
        return name in self.attributes

    def words(self, between: str = "") -> str:
        """The text of the element and of all that is in it."""
        return between.join(self.text)


@dataclass(slots=True)
class BuiltPage:
    """What the check needs to know of one page; `loose` are (line, text) of numbers that say nothing."""

    url: str
    lang: str = ""
    title: str = ""
    description: str = ""
    headings: int = 0
    mains: int = 0
    misnested: list[tuple[int, str]] = field(default_factory=list)  # line, tag that closes another
    ids: dict[str, Element] = field(default_factory=dict)
    repeated: list[Element] = field(default_factory=list)
    links: list[tuple[int, str]] = field(default_factory=list)
    facts: list[Element] = field(default_factory=list)
    quotes: list[Element] = field(default_factory=list)
    marks: list[Element] = field(default_factory=list)
    drawings: list[Element] = field(default_factory=list)
    unseen: list[Element] = field(default_factory=list)
    doubts: list[Element] = field(default_factory=list)  # marks beside values that are in dispute
    misspoken: list[tuple[int, str, str]] = field(default_factory=list)  # line, text, what it should be
    styled: list[int] = field(default_factory=list)  # lines with an inline style
    loose: list[tuple[int, str]] = field(default_factory=list)


class _Reader(HTMLParser):
    def __init__(self, page: BuiltPage) -> None:
        super().__init__(convert_charrefs=True)
        self.page = page
        self.open: list[Element] = []
        self.kept: list[Element] = []  # open elements whose text is checked
        self.speaking = 0  # open elements that say what the numbers in them are
        self.main = 0  # open <main>
        self.comment: Element | None = None  # open, with the text whose dates need not say what they are

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, dict(attrs), self.getpos()[0])
        self._note(element)
        if tag not in VOID:
            self.open.append(element)
            self.speaking += _speaks(element)
            self.main += tag == "main"
            self._comment_on(element)
            if tag in CHECKED_TAGS or not CHECKED.isdisjoint(element.attributes):
                self.kept.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._note(Element(tag, dict(attrs), self.getpos()[0]))  # <path/> in an inline SVG

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open[-1].tag != tag:
            self.page.misnested.append((self.getpos()[0], tag))
            return
        element = self.open.pop()
        self.speaking -= _speaks(element)
        self.main -= tag == "main"
        self._comment_off(element)
        if self.kept and self.kept[-1] is element:
            self.kept.pop()
            self._finish(element)

    def handle_data(self, data: str) -> None:
        for element in self.kept:
            element.text.append(data)
        if self.comment:
            self.comment.text.append(GAP if self.speaking else data)
        elif self.main and not self.speaking and has_numeral(data):
            self.page.loose.append((self.getpos()[0], " ".join(data.split())))

    def _comment_on(self, element: Element) -> None:
        if self.comment and element.tag not in INLINE:
            self.comment.text.append("\n")
        elif element.has("data-comment") and self.main:
            self.comment = element

    def _comment_off(self, element: Element) -> None:
        if self.comment is element:
            loose = figures_in(element.words())
            self.page.loose += [(element.line, figure.text) for figure in loose]
            self.comment = None

    def _note(self, element: Element) -> None:
        page = self.page
        if identity := element.get("id"):
            if identity in page.ids:
                page.repeated.append(element)
            page.ids.setdefault(identity, element)
        for name in ("href", "src"):
            if link := element.get(name):
                page.links.append((element.line, link))
                for each in self.kept:
                    each.links.append(link)
        if element.has("style") or element.tag == "style":
            page.styled.append(element.line)
        self._note_head(element)
        page.headings += element.tag == "h1"
        page.mains += element.tag == "main"

    def _note_head(self, element: Element) -> None:
        if element.tag == "html":
            self.page.lang = element.get("lang")
        if element.tag == "meta" and element.get("name") == "description":
            self.page.description = element.get("content")

    def _finish(self, element: Element) -> None:
        page = self.page
        if element.tag == "title":
            page.title = page.title or element.words().strip()
        if element.tag == "mark":
            page.marks.append(element)
        for name, found in (
            ("data-fact", page.facts),
            ("data-quote", page.quotes),
            ("data-drawing", page.drawings),
            ("data-unseen", page.unseen),
            ("data-doubt", page.doubts),
        ):
            if element.has(name):
                found.append(element)
        if (expected := _expected_words(element)) and element.words().strip() != expected:
            page.misspoken.append((element.line, element.words().strip(), expected))


def _speaks(element: Element) -> bool:
    said = SPEAKING.intersection(element.attributes)
    return element.tag == "time" or any(name not in IN_WORDS or element.get(name) for name in said)


def _expected_words(element: Element) -> str | None:
    """What a date or period must read, told from its machine-readable form."""
    try:
        if element.tag == "time":
            return say_date(element.get("datetime"))
        if element.has("data-period"):
            return say_period(element.get("data-period") or None)
    except ValueError:
        return "a date that can be read"
    return None


def read_page(url: str, html: str) -> BuiltPage:
    """Read one page; `url` is its path from the root of the site."""
    page = BuiltPage(url)
    reader = _Reader(page)
    reader.feed(html)
    reader.close()
    return page
