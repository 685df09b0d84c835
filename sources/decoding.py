"""Bytes to text: which encoding a file is in, and whether it holds Chinese at all."""

from __future__ import annotations

import codecs
import os
import stat
from pathlib import Path

from core.problems import ContentError, Problem

NOT_CHINESE = "is not Chinese text in UTF-8, UTF-16 or GB18030"
SAVE_AS_UTF8 = "save the article as UTF-8 text, or take the file away"
COMMON = frozenset(
    "的一是在不了有和人这中大为上个国以要时来用生到作地于出分对成会可主发年动同工也能下过产面方后多行进等部度家力化"
    "高理现实加体制机点业本开合全新建公市区项目企经济投资亿万元"
)


def place(path: Path) -> str:
    """A path as problems print it; bytes of its name that are no UTF-8 become �."""
    return os.fsencode(path).decode("utf-8", "replace")


def read_bytes(path: Path) -> bytes:
    """The bytes of a regular file. Directories, pipes and what cannot be opened are problems."""
    try:
        mode = path.stat().st_mode
        if stat.S_ISREG(mode):
            return path.read_bytes()
    except OSError as error:
        reason = error.strerror or str(error)
        raise ContentError([Problem(place(path), f"cannot be read: {reason}", _remedy(path))]) from None
    kind = "a directory" if stat.S_ISDIR(mode) else "neither a file nor a directory"
    raise ContentError([Problem(place(path), f"is {kind}, not a text file", "rename it, or take it away")])


def decode(content: bytes, *, where: str) -> str:
    """Text without its byte order mark; line breaks stay as they are."""
    encodings = _encodings(content)
    if "utf-16" not in encodings and b"\0" in content:
        raise ContentError([Problem(where, "is a binary file, not text", SAVE_AS_UTF8)])
    for encoding in encodings:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text and (encoding != "gb18030" or _reads_like_chinese(text)):
            return text.removeprefix("\ufeff")
    raise ContentError([Problem(where, NOT_CHINESE, SAVE_AS_UTF8)])


def require_chinese(text: str, *, where: str) -> None:
    """Raise unless at least a fifth of the letters are Han characters."""
    letters = sum(map(str.isalpha, text))
    if not letters or sum(map(_is_han, text)) < letters / 5:
        raise ContentError([Problem(where, NOT_CHINESE, SAVE_AS_UTF8)])


def _remedy(path: Path) -> str:
    if path.is_symlink() and not path.exists():
        return "the link points nowhere: mend it, or take it away"
    return "check its name and permissions"


def _encodings(content: bytes) -> tuple[str, ...]:
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return ("utf-16",)
    if content.startswith(codecs.BOM_UTF8):
        return ("utf-8",)
    return ("utf-8", "gb18030")


def _reads_like_chinese(text: str) -> bool:
    """Bytes of many encodings decode as GB18030, to any of its characters; real text repeats a few."""
    han = [character for character in text if _is_han(character)]
    return sum(character in COMMON for character in han) >= len(han) / 10


def _is_han(character: str) -> bool:
    return "\u4e00" <= character <= "\u9fff" or "\u3400" <= character <= "\u4dbf"
