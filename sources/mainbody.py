"""Which part of a web page is its article.

Prose decides: lines with sentence marks and few links vote for the elements above them. What menus, share
bars, lists of other articles, comments and footers say is told by their links and by the names that makers of
pages use.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import islice
from typing import Any

from msgspec import Struct

from sources.markup import Block, ancestors

SENTENCE_MARK = re.compile(r"[，。；！？、,;]|：.")
NAMES_FURNITURE = re.compile(
    r"""
    (?: ^ | [-_\s] )
    (?: nav\w* | \w*menu | top-?bar | tools? | tool-?bar | login\w* | search\w* | font-?size | print\w*
      | foot\w* | copyright | friend-?links? | statement | disclaimer | declare
      | bd-?share\w* | share\w* | qr-?code\w* | ewm
      | \w*related?\w* | xgwz | xgyd | xgxw | recommend\w* | tuijian
      | ranking\w* | hot | hot-?(?:news|list)\w*
      | comments? | comment-?\w* | pinglun | reply\w*
      | crumbs? | bread-?crumbs? | dqwz | pager | pagination | prev\w* | next\w*
      | side-?bar | aside | adverts?\w* | ads? | ad-\w+ | guanggao
    )
    (?: $ | [-_\s\d] )
    """,
    re.VERBOSE | re.IGNORECASE,
)
NAMES_ARTICLE = re.compile(
    r"article|content|detail|\bzoom\b|trs_editor|ucap|\bmain\b|\btext\b|story|post|rich_media", re.IGNORECASE
)
OTHER_ARTICLES = re.compile(
    r"""^\W*(?:
      最近更新 | 最新(?:更新|文章|资讯|新闻)
    | 相关(?:新闻|阅读|文章|链接|推荐|报道|附件|稿件|信息|解读)
    | (?:推荐|延伸|拓展|猜你|为你)(?:阅读|喜欢|推荐)
    | (?:热门|精彩|编辑|热点)(?:新闻|推荐|文章|排行|阅读|评论)
    | 更多(?:新闻|阅读|精彩|文章) | 新闻排行\S* | 排行榜 | 网友评论 | 我要评论 | 友情链接
    )\W*$""",
    re.VERBOSE,
)
TOOLS = re.compile(
    r"""^\W*(?:
      (?:上|下)一[篇条](?:[:：].*)? | 扫[一码]\S{0,16} | 分享(?:到|至)?\W{0,9}\w{0,20}
    | 返回(?:顶部|首页|列表|上一页) | 关闭(?:窗口|本页)
    | (?:(?:打印|收藏|关闭|字体|字号|大|中|小|放大|缩小)[】\]：:\s|]*){1,8}
    | (?:点赞|评论|转发)\W*\d* | 我要纠错.* | 版权所有.*
    | (?:当前|您的|您的当前|您所在的)?位置\s*[:：].*
    )\W*$""",
    re.VERBOSE,
)
END = re.compile(r"^\W*(?:责任编辑|责编|编辑\s*[:：]|(?P<notice>(?:免责|版权|特别)?声明\s*[:：]|免责声明))")
LONG = 20  # characters beside links from which a line with sentence marks is prose


class Counted(Struct):
    """Characters of an element and all that is in it."""

    prose: int = 0
    plain: int = 0
    linked: int = 0

    def add(self, other: Counted) -> None:
        self.prose += other.prose
        self.plain += other.plain
        self.linked += other.linked

    @property
    def link_share(self) -> float:
        return self.linked / max(self.linked + self.plain, 1)


def main_blocks(root: Any, lines: Sequence[Block]) -> list[int]:
    """Indexes of the lines that are the article, in order; [] for a page without any."""
    counts, furniture = _count(root, lines)
    chosen = _chosen(lines, counts, furniture)
    if not chosen:
        return []
    inside = {each for element in chosen for each in element.iter()}
    outside = {each for element in furniture & inside for each in element.iter()}
    kept = [index for index, line in enumerate(lines) if line.owner in inside and line.owner not in outside]
    return _without_tools(lines, kept)


def is_prose(line: Block) -> bool:
    """A line of running text: not short, with sentence marks, and hardly a link."""
    plain = len(line.text) - line.linked
    return plain >= LONG and 3 * line.linked <= plain and bool(SENTENCE_MARK.search(line.text))


def _count(root: Any, lines: Sequence[Block]) -> tuple[dict[Any, Counted], set[Any]]:
    """What each element holds, and the elements that are furniture, whose text counts for none above them."""
    elements = list(root.iter())
    counts = {element: Counted() for element in elements}
    for line in lines:
        plain = len(line.text) - line.linked
        counts[line.owner].add(Counted(plain if is_prose(line) else 0, plain, line.linked))
    total = sum(each.prose for each in counts.values())
    furniture: set[Any] = set()
    for element in reversed(elements):  # children before their parents
        if _is_furniture(element) and 3 * counts[element].prose <= total:
            furniture.add(element)
        elif (parent := element.getparent()) is not None:
            counts[parent].add(counts[element])
    return counts, furniture


def _is_furniture(element: Any) -> bool:
    return element.tag in ("footer", "aside", "form") or bool(NAMES_FURNITURE.search(_names(element)))


def _names(element: Any) -> str:
    return f"{(element.get('class') or '')[:200]} {(element.get('id') or '')[:100]}"


def _chosen(lines: Sequence[Block], counts: dict[Any, Counted], furniture: set[Any]) -> list[Any]:
    """The element that holds the article, with those beside it that hold more prose."""
    scores = _scores(lines, counts, furniture)
    if not scores:
        return []
    best = _widened(max(scores, key=lambda element: scores[element]), counts)
    parent = best.getparent()
    if parent is None:
        return [best]
    return [each for each in parent if each is best or _goes_with(each, counts, furniture)]


def _scores(lines: Sequence[Block], counts: dict[Any, Counted], furniture: set[Any]) -> dict[Any, float]:
    scores: dict[Any, float] = {}
    owned = Counter(line.owner for line in lines)
    for line in filter(is_prose, lines):
        chain = [line.owner, *islice(ancestors(line.owner), 4)]
        if not furniture.isdisjoint(chain):
            continue
        # A paragraph votes for its parent; lines that only <br> parts vote for the element they stand in.
        voted = chain if owned[line.owner] > 1 else chain[1:]
        for element, share in zip(voted, (1.0, 0.5, 0.2, 0.1), strict=False):
            scores[element] = scores.get(element, 0) + share * (len(line.text) - line.linked)
    for element in scores:
        named = 1.3 if NAMES_ARTICLE.search(_names(element)) else 1.0
        scores[element] *= named * (1 - counts[element].link_share)
    return scores


def _widened(element: Any, counts: dict[Any, Counted]) -> Any:
    """The element, or one above it that holds much more prose and few links: an article in several parts."""
    best = element
    for height, above in enumerate(islice(ancestors(element), 5)):
        if above.tag == "html":
            break
        more = Counted(
            counts[above].prose - counts[best].prose,
            counts[above].plain - counts[best].plain,
            counts[above].linked - counts[best].linked,
        )
        if more.prose >= counts[best].prose * (0.4, 0.5, 0.7, 1, 1)[height] and more.link_share < 0.3:
            best = above
    return best


def _goes_with(element: Any, counts: dict[Any, Counted], furniture: set[Any]) -> bool:
    count = counts[element]
    return count.prose >= 40 and count.link_share < 0.2 and element not in furniture


def _without_tools(lines: Sequence[Block], kept: Sequence[int]) -> list[int]:
    """Without links that stand alone, share bars, and the lists of other articles at the end."""
    kept = _to_the_end(lines, kept)
    last_prose = max((index for index in kept if is_prose(lines[index])), default=-1)
    found: list[int] = []
    for index in kept:
        line = lines[index]
        if OTHER_ARTICLES.match(line.text):
            if index > last_prose:
                break
            continue
        if not (TOOLS.match(line.text) or 10 * line.linked >= 7 * len(line.text)):
            found.append(index)
    return found


def _to_the_end(lines: Sequence[Block], kept: Sequence[int]) -> Sequence[int]:
    """Up to the editor's name or the site's disclaimer, unless most of the prose comes after it."""
    prose = [len(lines[index].text) if is_prose(lines[index]) else 0 for index in kept]
    for number, index in enumerate(kept):
        end = END.match(lines[index].text)
        if end and sum(prose[:number]) > sum(prose) / 2:
            return kept[: number if end["notice"] else number + 1]
    return kept
