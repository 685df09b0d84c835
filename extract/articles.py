"""A document's articles: a newspaper page is cut into its texts, and broken columns are joined again.

A headline that is followed by a byline or by 本报讯 opens an article. A line that a column broke in
mid-sentence waits for the line that goes on with it: one that names its park, else the next line that
opens no sentence of its own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from msgspec import Struct

from core.model import Article, Document, Span
from extract.layout import CLOSED_END, Line, Paragraph, joined, lines

DATELINE = re.compile(r"^(?:本报讯|本报.{2,8}讯|.{2,6}讯\s|[（(]?本报记者|新华社.{2,12}电)")
SIGNED = re.compile(
    r"[。”]\s+(?P<names>[一-鿿]{2,3}(?:\s[一-鿿]{2,3})*)$|[(（](?:记者|通讯员)?\s?[一-鿿]{2,3}(?:\s[一-鿿]{2,3})*[)）]$"
)
OPENER = re.compile(
    r"^(?:本报讯|近年来|今年|去年|据|此次|下一步|目前|截至|同时|近日|日前|[0-9]{4}年|为|在|“)"
)


class Draft:
    """An article while its lines are being gathered; internal to this module."""

    def __init__(self, title: Line | None, park: str | None) -> None:
        self.title = title
        self.park = park
        self.lines: list[Line] = [title] if title else []
        self.body = title if title and title.role == "body" else None  # its last line of running text
        self.closed = False

    def add(self, line: Line) -> None:
        """Go on with a line; one that signs the article closes it."""
        self.lines.append(line)
        self.body = line if line.role == "body" else self.body
        if (line.role == "byline" and self.body) or SIGNED.search(line.text):
            self.closed = True

    @property
    def waits(self) -> bool:
        """Its last line of running text was broken off."""
        return self.body is not None and not self.closed and not CLOSED_END.search(self.body.text)


class ArticleText(Struct, frozen=True):
    """One article, and its paragraphs in reading order."""

    article: Article
    paragraphs: tuple[Paragraph, ...]


def split(document: Document, park_names: Sequence[str]) -> list[ArticleText]:
    """The articles of a document, in the order in which they begin."""
    found = _lines(document)
    starts = _starts(found, park_names)
    drafts = _gather(found, starts, park_names) if len(starts) > 1 else [_whole(found)]
    return [_article(draft, document, alone=len(drafts) == 1) for draft in drafts if draft.lines]


@lru_cache(maxsize=1)
def _lines(document: Document) -> tuple[Line, ...]:
    """The lines of a document, which is split twice: to learn its parks, and by them."""
    return tuple(lines(document))


def _whole(found: Sequence[Line]) -> Draft:
    draft = Draft(None, None)
    draft.lines = list(found)
    return draft


def _starts(found: Sequence[Line], park_names: Sequence[str]) -> dict[int, str | None]:
    """Indexes of the headlines that open an article, with the park each names."""
    starts: dict[int, str | None] = {}
    for index, line in enumerate(found):
        after = [other for other in found[index + 1 : index + 4] if other.role != "furniture"]
        if line.role != "heading" or not after:
            continue
        opens = after[0].role == "body" and DATELINE.match(after[0].text)
        if opens or (index < 3 and after[0].role == "byline"):
            starts[index] = _named(line.text, park_names)
    return starts


def _named(text: str, park_names: Sequence[str]) -> str | None:
    return next((name for name in park_names if name in text), None)


def _gather(found: Sequence[Line], starts: dict[int, str | None], park_names: Sequence[str]) -> list[Draft]:
    drafts: list[Draft] = []
    open_ones: list[Draft] = []
    current = Draft(None, None)
    for index, line in enumerate(found):
        if index in starts or not drafts:
            current = Draft(line, starts.get(index))
            drafts.append(current)
            open_ones.append(current)
            continue
        if line.role == "body":
            current = _owner(line, current, open_ones, drafts[-2:])
            if not current.lines:  # begun by this line
                drafts.append(current)
                open_ones.append(current)
        current.add(line)
        if current.closed and current in open_ones:
            open_ones.remove(current)
    return drafts


def _owner(line: Line, current: Draft, open_ones: Sequence[Draft], latest: Sequence[Draft]) -> Draft:
    """The article that a line of running text goes on with."""
    if DATELINE.match(line.text):
        return current
    named = [draft for draft in open_ones if draft.park and draft.park in line.text]
    waiting = [draft for draft in open_ones if draft.waits]
    if len(named) == 1 and (
        named[0] in waiting or OPENER.match(line.text) or named[0] is current or not waiting
    ):
        return named[0]
    if waiting and not OPENER.match(line.text):
        return waiting[0]
    if not current.closed:
        return current
    left = [draft for draft in latest if not draft.closed and draft.title and draft.lines[1:]]
    return left[0] if len(left) == 1 else Draft(None, None)  # the one beside it that is not signed yet


# -- from lines to paragraphs -----------------------------------------------------------------------


def _article(draft: Draft, document: Document, *, alone: bool) -> ArticleText:
    known = document.metadata
    title = known.title if alone else (draft.title.text if draft.title else None)
    bylines = [line.text for line in draft.lines if line.role == "byline"]
    authors = known.authors if alone else _names(bylines, draft.lines)
    article = Article(
        title=title,
        publisher=known.publisher,
        published=known.published,
        authors=authors,
        segments=_segments(draft.lines),
    )
    return ArticleText(article, tuple(_paragraphs(draft.lines, document.text)))


def _names(bylines: Sequence[str], found: Sequence[Line]) -> tuple[str, ...]:
    words = [re.sub(r"[►▶■●◆()（）【】]|本报|特约|记者|通讯员|[:：/]", " ", text).split() for text in bylines]
    signed = [
        match["names"].split() for line in found if (match := SIGNED.search(line.text)) and match["names"]
    ]
    return tuple(
        name for names in [*words, *signed] for name in names if re.fullmatch(r"[一-鿿·]{2,8}", name)
    )


def _segments(found: Sequence[Line]) -> tuple[Span, ...]:
    """Runs of lines that stand together in the document; a gap of white space does not part them."""
    spans: list[Span] = []
    for line in found:
        if spans and spans[-1].end <= line.span.start <= spans[-1].end + 4:
            spans[-1] = Span(spans[-1].start, line.span.end)
        else:
            spans.append(line.span)
    return tuple(spans)


def _paragraphs(found: Sequence[Line], text: str) -> list[Paragraph]:
    runs: list[list[Line]] = []
    readable = [line for line in found if line.role in ("body", "heading")]
    for before, line in pairwise([None, *readable]):
        if before and line and _goes_on(before, line, text):
            runs[-1].append(line)
        elif line:
            runs.append([line])
    return [_paragraph(run, text) for run in runs]


def _goes_on(before: Line, line: Line, text: str) -> bool:
    """Whether a line finishes the sentence that the line before left open."""
    if CLOSED_END.search(before.text) or SIGNED.search(before.text):
        return False
    if before.role == "body":
        adjacent = (
            not text[before.span.end : line.span.start]
            .replace("\r", "")
            .strip(" \t\u3000")
            .replace("\n", "", 1)
        )
        return line.role == "body" or adjacent
    return before.role == "heading" and before.text.endswith((",", "，", "、"))


def _paragraph(run: Sequence[Line], text: str) -> Paragraph:
    return Paragraph(joined(run, text), heading=all(line.role == "heading" for line in run))
