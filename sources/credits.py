"""Bylines: who wrote an article, and for whom."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct


class Credit(Struct, frozen=True):
    """What one byline says."""

    publisher: str | None = None
    authors: tuple[str, ...] = ()


ROLE = re.compile(
    r"""
    (?: 本报 | 本网 | 本刊 | 本社 | 本台 | 特约 | 见习 | 实习 | 首席 | 驻站 | 全媒体 | 融媒体 | 融媒 | 本版 )*
    (?: 摄影记者 | 记者 | 通讯员 | 作者 | 撰稿人? | 撰文 | 供稿 | 特派员 | 实习生 | 评论员
      | (?P<other> 责任编辑 | 编辑 | 责编 | 校对 | 摄影 | 审核 | 编审 | 监制 | 供图 | 制图 | 通联
        | 图 (?= \s* [:/] ) )
      | (?: 文 (?= \s* [:/] ) )
    )
    \s* [:/]? \s*
    """,
    re.VERBOSE,
)
MARKER = re.compile(r"^[▶►▲△●○◆◇■□⊙◎★☆·•—\-\s]+")
WRAPPING = re.compile(r"^[(\[]|[)\]]$")
BRACKETS = re.compile(r"[(\[](?P<inner>[^()\[\]]{2,60})[)\]]")
MANNER = re.compile(r"\s*((综合|摄影)?报道|文/图|图/文|文图|图文|文|图)$")
PHOTO = re.compile(r"(摄|/摄影|摄影)$")
ORGANISATION = re.compile(r"^[\u4e00-\u9fffA-Za-z·]{1,16}(报|网|社|台|在线|客户端|周刊|杂志|中心|频道|新闻)$")
NAME = re.compile(r"[\u4e00-\u9fff]{2,4}|[\u4e00-\u9fff]{2,8}·[\u4e00-\u9fff]{1,8}")
LABELLED = re.compile(
    rf"(?:作者|记者|撰稿|撰文)\s*:\s*(?P<names>(?:{NAME.pattern})(?:[\s、]+(?:{NAME.pattern}))*)(?=\s|$)"
)
SPREAD_NAME = re.compile(r"(?<![\u4e00-\u9fff])([\u4e00-\u9fff])\s+([\u4e00-\u9fff])(?![\u4e00-\u9fff])")
NO_NAME = re.compile(r"报道|来源|时间|日期|编辑|阅读|浏览|点击|次数|发布|通讯|分享")


def line_credit(line: str) -> Credit | None:
    """The byline that is the whole line; None for any other line. Takes half-width marks."""
    bare = MARKER.sub("", line).strip()
    unwrapped = WRAPPING.sub("", bare).strip()
    credit = _parse(unwrapped)
    if credit is None and bare != line.strip() and (names := names_of(bare)):
        return Credit(authors=names)  # "► 某某 某某"
    return credit


def bracketed_credits(line: str) -> Iterator[Credit]:
    """Bylines in brackets within a line: "本报讯(记者 某某)…", "…。(某某报记者 某某)"."""
    for match in BRACKETS.finditer(line):
        if credit := _parse(match["inner"].strip()):
            yield credit
    if labelled := LABELLED.search(line):  # "作者: 某某 时间: …"
        yield Credit(authors=names_of(labelled["names"]))


def _parse(text: str) -> Credit | None:
    roles = list(ROLE.finditer(text))
    if not roles or len(text) > 80:
        return None
    publisher = text[: roles[0].start()].strip()
    if publisher and not ORGANISATION.match(publisher):
        return None
    authors: list[str] = []
    for role, following in zip(roles, [*roles[1:], None], strict=True):
        part = text[role.end() : following.start() if following else None].strip()
        if role["other"] or PHOTO.search(part):
            continue
        names = names_of(MANNER.sub("", part))
        if not names:
            return None
        authors += names
    return Credit(publisher or None, tuple(dict.fromkeys(authors)))


def names_of(text: str) -> tuple[str, ...]:
    """Names of people, set apart by spaces or 、; () if any piece of the text is none."""
    names = re.split(r"[\s、，,/;；]+", SPREAD_NAME.sub(r"\1\2", text).strip())
    if len(names) > 8 or not all(map(_is_name, names)):
        return ()
    return tuple(names)


def _is_name(text: str) -> bool:
    return bool(NAME.fullmatch(text)) and not NO_NAME.search(text)
