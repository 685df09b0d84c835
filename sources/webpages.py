"""Web pages: the article's text, and what the page says of it."""

from __future__ import annotations

import re

from core.model import Metadata
from core.problems import ContentError, Problem
from sources.bylines import FULL_WIDTH, read_credits
from sources.decoding import decode_page
from sources.mainbody import is_prose, main_blocks
from sources.markup import Block, blocks, drop_unseen, parse
from sources.webmeta import Stated, read_stated

DATELINE = re.compile(r"来源|稿源|时间|日期|发布|作者|记者|通讯员|(?:19|20)\d\d\s*[-/.年]")
SIGNATURE = re.compile(
    r"^\W*(?:信息|稿件|文章)?(?:来源|稿源|作者|记者|通讯员)"
)  # a date there is another article's
NO_ARTICLE = "holds no article: its text is written by a script, or it is a list of links"


def read_page(content: bytes, *, where: str) -> tuple[str, Metadata]:
    """The main text, its title first, and what meta tags and datelines say. Raises ContentError."""
    page = decode_page(content, where=where)
    root = parse(page, where=where)
    stated = read_stated(root, page)
    drop_unseen(root)
    lines = blocks(root)
    article = main_blocks(root, lines) or _all_but_links(lines)
    if not article:
        fix = "open it in a browser and copy the article's text into a .txt file"
        raise ContentError([Problem(where, NO_ARTICLE, fix)])
    title = stated.title_among(_headings(lines))
    body = [lines[index] for index in article]
    while body and title and _same(body[0].text, title):
        body = body[1:]
    credits = read_credits(
        "\n".join([title or "", *_datelines(lines, article), *(line.text for line in body)])
    )
    text = _joined(body)
    return (f"{title}\n\n{text}" if title else text), _metadata(stated, title, credits)


def _all_but_links(lines: list[Block]) -> list[int]:
    """For a page without prose: everything that is no link, if it is more than the links are."""
    kept = [index for index, line in enumerate(lines) if 2 * line.linked < len(line.text)]
    plain = sum(len(lines[index].text) for index in kept)
    return kept if plain >= 40 and plain > sum(line.linked for line in lines) else []


def _headings(lines: list[Block]) -> list[str]:
    """Lines that may be the page's headline: headings, and short lines before the prose."""
    first = next((index for index, line in enumerate(lines) if is_prose(line)), len(lines))
    marked = [line.text for line in lines if line.owner.tag in ("h1", "h2", "h3") and len(line.text) <= 100]
    return marked + [line.text for line in lines[:first] if len(line.text) <= 60 and not line.linked]


def _datelines(lines: list[Block], article: list[int]) -> list[str]:
    """Lines outside the article that may carry its date or source: the six before it, the three after."""
    before = [line for line in lines[: article[0]] if _credits(line, DATELINE)][-6:]
    # A date after the article that nothing labels is another article's.
    after = [line for line in lines[article[-1] + 1 :][:6] if _credits(line, SIGNATURE)][:3]
    return [" ".join(line.words) for line in (*before, *after)]


def _credits(line: Block, words: re.Pattern[str]) -> bool:
    short = len(line.text) <= 120 and line.linked <= len(line.text) / 2
    return short and bool(words.search(line.text.translate(FULL_WIDTH)))


def _joined(body: list[Block]) -> str:
    """Paragraphs with a blank line between, lines within one without."""
    parts: list[str] = []
    for line in body:
        parts += [("\n\n" if line.apart else "\n") if parts else "", line.text]
    return "".join(parts)


def _same(line: str, title: str) -> bool:
    return "".join(line.split()) == "".join(title.split())


def _metadata(stated: Stated, title: str | None, credits: Metadata) -> Metadata:
    """What meta tags say outright, then what datelines say, then what is only likely."""
    return Metadata(
        title=title or credits.title,
        publisher=stated.source or credits.publisher or stated.site,
        published=stated.published or credits.published or stated.maybe_published,
        url=stated.url,
        authors=stated.authors or credits.authors,
    )
