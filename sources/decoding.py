"""Bytes to text: which encoding a file is in, and whether it holds Chinese at all."""

from __future__ import annotations

import codecs
import os
import re
import stat
from pathlib import Path

from core.problems import ContentError, Problem

LARGEST = 20_000_000  # bytes; no article is larger, and a page saved with its pictures hardly
NOT_CHINESE = "is not Chinese text in UTF-8, UTF-16, GB18030 or Big5"
SAVE_AS_UTF8 = "save the article as UTF-8 text, or take the file away"
LEGACY = ("gb18030", "big5hkscs", "cp950")  # almost any bytes are text in each of them
DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([-\w]{3,20})""", re.IGNORECASE)
COMMON = frozenset(
    "的一是在不了有和人这中大为上个国以要时来用生到作地于出分对成会可主发年动同工也能下过产面方后多行进等部度家力化"
    "高理现实加体制机点业本开合全新建公市区项目企经济投资亿万元"
    "這為個國時來對會發動過產後進現實體製機點業開項經濟資億萬與學將"
)


def place(path: Path) -> str:
    """A path as problems print it; bytes of its name that are no UTF-8 become �."""
    return os.fsencode(path).decode("utf-8", "replace")


def read_bytes(path: Path) -> bytes:
    """The bytes of a regular file. Directories, pipes and what cannot be opened are problems."""
    try:
        status = path.stat()
        mode = status.st_mode
        if stat.S_ISREG(mode) and status.st_size <= LARGEST:
            return path.read_bytes()
    except OSError as error:
        reason = error.strerror or str(error)
        raise ContentError([Problem(place(path), f"cannot be read: {reason}", _remedy(path))]) from None
    if stat.S_ISREG(mode):
        what = f"is too large: {status.st_size / 1e6:,.0f} MB, where {LARGEST / 1e6:.0f} MB are read"
        raise ContentError([Problem(place(path), what, "save the article alone, without pictures")])
    kind = "a directory" if stat.S_ISDIR(mode) else "neither a file nor a directory"
    raise ContentError([Problem(place(path), f"is {kind}, not a text file", "rename it, or take it away")])


def decode(content: bytes, *, where: str) -> str:
    """Text without its byte order mark; line breaks stay as they are."""
    marked = _marked(content)
    if marked != "utf-16" and b"\0" in content:
        raise ContentError([Problem(where, "is a binary file, not text", SAVE_AS_UTF8)])
    text = _decoded(content, marked or "utf-8")
    if text is None and not marked:
        text = _legacy_text(content)
    if text is None or "\0" in text:
        raise ContentError([Problem(where, NOT_CHINESE, SAVE_AS_UTF8)])
    return text.removeprefix("\ufeff")


def decode_page(content: bytes, *, where: str) -> str:
    """A web page: in the encoding that it declares, if it is, else as any text; single bad bytes become �."""
    declared = DECLARED.search(content[:4096])
    if _marked(content) or not declared:
        return decode(content, where=where)
    encoding = _known(declared[1].lower())
    text = _decoded(content, encoding)
    if text is not None and "\0" not in text:
        return text
    try:
        return decode(content, where=where)
    except ContentError:
        text = _decoded(content.replace(b"\0", b""), encoding, errors="replace")
        if text is None or text.count("\ufffd") > len(text) / 200:
            raise
        return text


def require_chinese(text: str, *, where: str) -> None:
    """Raise unless at least a fifth of the letters are Han characters."""
    letters = sum(map(str.isalpha, text))
    if not letters or sum(map(is_han, text)) < letters / 5:
        raise ContentError([Problem(where, NOT_CHINESE, SAVE_AS_UTF8)])


def _remedy(path: Path) -> str:
    if path.is_symlink() and not path.exists():
        return "the link points nowhere: mend it, or take it away"
    return "check its name and permissions"


def _marked(content: bytes) -> str | None:
    """The encoding that a byte order mark tells."""
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    return "utf-8" if content.startswith(codecs.BOM_UTF8) else None


def _known(declared: bytes) -> str:
    """What Chinese pages declare, as the widest encoding of that family: gb2312 pages hold GBK characters."""
    if declared.startswith((b"gb", b"x-gb")):
        return "gb18030"
    return "big5hkscs" if b"big5" in declared else "utf-8"


def _decoded(content: bytes, encoding: str, *, errors: str = "strict") -> str | None:
    try:
        return content.decode(encoding, errors)
    except (UnicodeError, LookupError):
        return None


def _legacy_text(content: bytes) -> str | None:
    """Bytes of many encodings decode as GB18030 or Big5, to any character; real text repeats a few."""
    texts = [text for encoding in LEGACY if (text := _decoded(content, encoding)) is not None]
    best = max(texts, key=_common_share, default=None)
    return best if best is not None and _common_share(best) >= 0.1 else None


def _common_share(text: str) -> float:
    """Of its Han characters, the share that are among the commonest."""
    han = [character for character in text if is_han(character)]
    return sum(character in COMMON for character in han) / len(han) if han else 0.1


def is_han(character: str) -> bool:
    return "\u4e00" <= character <= "\u9fff" or "\u3400" <= character <= "\u4dbf"
