"""Where an article comes from: the publisher, the lines that name a source, the papers at its edges.

A park that no sentence names may have published the article itself (来源：云泽高新区管委会), and the
name of a paper tells the province that 全省 means (皖南…报).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from core.gazetteer import gazetteer
from core.model import Document
from extract.layout import Line
from extract.places import province_of_paper

SOURCE = re.compile(
    r"(?:来源|稿源|供稿|供图|主办|承办|发布单位|发布机构|主办单位|作者单位)[:：]\s*(?P<name>[^\s|,，。；;()（）《》]{2,30})"
)
PAPER = re.compile(
    r"[一-鿿]{2,10}?(?:日报|晚报|时报|商报|早报|晨报|[一-鿿]报|新闻网?|网|观察|发布|电视台|广播|在线|融媒|客户端)(?=$|[^一-鿿]|记者|讯)"
)
SAID = re.compile(r"(?:发布于|IP属地[:：]?)\s*(?P<name>[一-鿿]{2,3})")
EDGE = 6  # lines at either end of a text in which a paper is named
SHORT_LINE = 60  # characters of a line that is no running text


def origins(document: Document, found: tuple[Line, ...]) -> tuple[str, ...]:
    """The names of who published the text or is its source, the surest first."""
    publisher = document.metadata.publisher
    return tuple(dict.fromkeys([*([publisher] if publisher else []), *_named(found)]))


def _named(found: tuple[Line, ...]) -> Iterator[str]:
    for line in (*found[:EDGE], *found[EDGE:][-EDGE:]):
        if line.role == "body" and len(line.text) > SHORT_LINE:
            continue
        for pattern in (SOURCE, SAID):
            yield from (match["name"] for match in pattern.finditer(line.text))
        if line.role != "body":
            yield from (match.group() for match in PAPER.finditer(line.text))


def province_of(names: tuple[str, ...]) -> str | None:
    """The province that the first of these names tells."""
    told = (province_of_paper(name) for name in names if PAPER.search(name) or name in gazetteer())
    return next(filter(None, told), None)
