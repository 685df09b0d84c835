"""From a document to what can be read: lines with a role, paragraphs, sentences, clauses.

A newspaper page is cut into its articles, and a line that a column broke is joined to the line
that goes on with it. Nothing is copied: a paragraph is a list of spans in reading order.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from msgspec import Struct

from core.model import Document, Span
from core.words import cut

SENTENCE_END = re.compile(r"(?=[。!！?？…;；])(?:[。!！?？]+[”’」』）)]*|…{1,2}(?=[”’]|$)|[;；](?=\s*$))")
CLOSED_END = re.compile(r"[。!！?？…;；:：”’」』》）)]\s*$")
SENTENCE_MARKS = re.compile(r"[。！!？?；;，,、]")
NO_HAN = re.compile(r"[^一-鿿]+")
LONG_LINE = 30  # characters of Han beyond which a line is running text even without a full stop


WIDE = {code: code - 0xFEE0 for code in (0xFF05, 0xFF0E, *range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B))}
WIDE |= {code: code - 0xFEE0 for code in range(0xFF41, 0xFF5B)}
ANY_WIDE = re.compile(f"[{''.join(map(chr, WIDE))}]")


def folded(text: str) -> str:
    """Text with its full-width digits, letters, dots and % made plain; every character keeps its place."""
    return text.translate(WIDE) if ANY_WIDE.search(text) else text


# Characters that are not seen: zero width, soft hyphen, marks of direction. They part no word and no number.
UNSEEN = re.compile("[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]+")
SPACE = " \t\u3000\xa0\u00ad\u200b\u2060\ufeff"


class Text(Struct, frozen=True):
    """Pieces of a document read as one string: offsets of `read` map back to the document.

    A piece ends where its line ends, and before a character that is not seen.
    """

    read: str
    starts: tuple[int, ...]  # offsets of `read` at which a piece begins; the first is 0
    places: tuple[int, ...]  # the offset in the document of each piece
    breaks: tuple[int, ...]  # those of `starts` at which a line begins

    def span(self, start: int, end: int) -> Span:
        """The document's span of read[start:end]; where pieces are apart, from first to last."""
        return Span(self._place(start), self._place(end - 1) + 1)

    def pieces(self, start: int, end: int) -> tuple[Span, ...]:
        """The document's spans of read[start:end], one for each line, in reading order."""
        first, last = bisect_right(self.breaks, start) - 1, bisect_right(self.breaks, end - 1)
        spans = []
        for index in range(first, last):
            begin = max(start, self.breaks[index])
            stop = min(end, self.breaks[index + 1]) if index + 1 < len(self.breaks) else end
            spans.append(Span(self._place(begin), self._place(stop - 1) + 1))
        return tuple(spans)

    def _place(self, offset: int) -> int:
        index = bisect_right(self.starts, offset) - 1
        return self.places[index] + offset - self.starts[index]


class Line(Struct, frozen=True):
    """One line of a document: where it stands, its text without white space around, its role.

    The text leaves out what is not seen, so it may be shorter than the span.
    """

    span: Span
    text: str
    role: str  # heading, body, byline, caption, furniture


class Paragraph(Struct, frozen=True):
    """Running text (or a heading) as it is to be read."""

    text: Text
    heading: bool


class Sentence(Struct, frozen=True):
    """read[start:end] of a paragraph, and its clauses."""

    paragraph: Paragraph
    start: int
    end: int

    @property
    def read(self) -> str:
        return self.paragraph.text.read[self.start : self.end]


FURNITURE = re.compile(
    r"""^(?:
      图片?来源 | 来源[:：] | 责任?编辑 | 责编 | 编辑[:：] | 校对 | 审核[:：] | 监制 | 打印 | 【?字体
    | 字号 | 扫码 | 扫一扫 | 二维码 | 原标题 | 声明[:：] | 免责 | 版权 | Copyright
    | 上一篇 | 下一篇 | 分享到 | 本文来源 | 点击 | 首页 | 当前位置 | 您的位置
    | 浏览次数 | 阅读 | 供图 | 本版 | 摄影 | 图为 | 图/ | 图\s*[:：]
    | \d{4}[-年/]\d{1,2}[-月/]\d{1,2}(?!\d)日?\s*(?:\d|来源|$)
    | 发布时间 | 发布日期 | 时间[:：] | 作者[:：] | 记者[:：]
    )""",
    re.VERBOSE,
)
RELATED = re.compile(
    r"""^(?:
      最近更新 | 相关(?:新闻|阅读|链接|报道|推荐) | 推荐阅读 | 热门(?:新闻|推荐|文章) | 延伸阅读 | 更多新闻
    | 精彩推荐 | 猜你喜欢 | 排行榜 | 网友评论 | 新闻排行
    )[:：]?\s*$""",
    re.VERBOSE,
)
BYLINE = re.compile(
    r"""^[(（【]?[►▶■●◆]?\s*
    (?: [^。，,]{0,14}(?:记者|通讯员|撰稿|报道员|作者)[\s:：/]*[^。，,]{0,40}
      | [►▶■●◆]\s*[一-鿿]{2,4}(?:\s+[一-鿿]{2,4})*
      | [一-鿿]{2,3}(?:[\s、]+[一-鿿]{2,3}){0,3}
    )[)）】]?$""",
    re.VERBOSE,
)
MENU = re.compile(r"[>＞]\s*正文|^\S+\s*>\s*\S+")


def lines(document: Document) -> list[Line]:
    """Every line that is not blank, with its role; after a list of related news all is furniture."""
    found: list[Line] = []
    over = False
    for match in re.finditer(r"[^\r\n]+", document.text[document.body :]):
        raw = match.group()
        whole = raw.strip(SPACE)
        text = UNSEEN.sub("", whole)
        if not text:
            continue
        start = document.body + match.start() + raw.index(whole)
        over = over or bool(RELATED.match(text))
        role = "furniture" if over else _role(text)
        found.append(Line(Span(start, start + len(whole)), text, role))
    return found


def joined(found: Sequence[Line], text: str) -> Text:
    """Lines of a document's text read on as one string."""
    parts: list[str] = []
    starts: list[int] = []
    places: list[int] = []
    breaks: list[int] = []
    length = 0
    for line in found:
        breaks.append(length)
        place, stop = line.span.start, line.span.end
        unseen = UNSEEN.finditer(text, place, stop) if len(line.text) < stop - place else ()
        for match in [*unseen, None]:
            end = match.start() if match else stop
            if end > place:
                starts.append(length)
                places.append(place)
                parts.append(text[place:end])
                length += end - place
            place = match.end() if match else end
    return Text("".join(parts), tuple(starts), tuple(places), tuple(breaks))


MARKED_HEAD = re.compile(  # ■ 云泽产业园：掉了两位，问题出在哪
    r"[■◆●▶►★◎▍]\s*[^，。：:；！？]{2,20}[：:](?![^。]*[0-9](?:%|亿|万))[^。；：:]{2,}(?<![。！!；;：:”])$"
)


def _role(text: str) -> str:
    han = len(NO_HAN.sub("", text))
    if han < LONG_LINE and (FURNITURE.match(text) or MENU.search(text)):
        return "furniture"
    if len(text) <= 48 and BYLINE.match(text):
        return "byline"
    if han < LONG_LINE and MARKED_HEAD.match(text):
        return "heading"
    if SENTENCE_MARKS.search(text) and not CLOSED_END.search(text) and _breaks_off(text):
        return "body"
    if (SENTENCE_MARKS.search(text) and re.search(r"[。！!？?；;…：:]", text)) or han >= LONG_LINE:
        return "body"
    return "heading"


OPENS = re.compile(r"^(?:本报讯|近年来|今年|去年|据|此次|下一步|目前|截至|同时|近日|日前|[0-9]{4}年|为|在)")


def _breaks_off(text: str) -> bool:
    """Whether a short line reads like running text that a column cut: 近年来，某某区为发展壮大."""
    word, tag = cut(text[-20:])[-1]
    return (
        bool(OPENS.match(text)) or tag in ("d", "p", "c", "u") or (len(word) == 1 and tag in ("v", "g", "x"))
    )


def sentences(paragraph: Paragraph) -> Iterator[Sentence]:
    """The sentences of a paragraph, each with its closing marks."""
    read, start = paragraph.text.read, 0
    led = RUN_IN.match(read)  # （1）云帆产业园项目。总投资5亿元…: read on as one sentence
    for match in SENTENCE_END.finditer(read, led.end() if led else 0):
        yield from _parts(paragraph, start, match.end())
        start = match.end()
    yield from _parts(paragraph, start, len(read))


RUN_IN = re.compile(  # a numbered name of what the sentence behind it tells
    r"(?:[（(][0-9一二三四五六七八九十]{1,3}[)）]|[0-9]{1,2}[.．、]|[一二三四五六七八九十]{1,2}、|[①-⑳●◆■▶►])\s*"
    r"(?P<name>[^，,。；;：:！？]{3,40}(?:项目|工程|园|基地|中心|厂|城|港|线|平台|总部|小镇))(?:[（(][^（）()]{1,20}[)）])?。(?=.)"
)
LONGEST_SENTENCE = 800  # characters; what has no full stop for longer is cut at its clauses
CUTS = "；;，,、：: "


def _parts(paragraph: Paragraph, start: int, end: int) -> Iterator[Sentence]:
    """A sentence, in parts where it is longer than any that is written to be read."""
    read = paragraph.text.read
    while end - start > LONGEST_SENTENCE:
        stop = start + LONGEST_SENTENCE
        cut_at = max(read.rfind(mark, start + LONGEST_SENTENCE // 2, stop) for mark in CUTS) + 1 or stop
        yield Sentence(paragraph, start, cut_at)
        start = cut_at
    if read[start:end].strip():
        yield Sentence(paragraph, start, end)
