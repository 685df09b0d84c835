"""Names and file names in ASCII, as parts of a URL."""

from __future__ import annotations

import re
import unicodedata

LONGEST = 80  # characters; a file name and a URL stay handy
RESERVED = frozenset({"index", "con", "aux", "nul", "prn"})  # a listing page; names that Windows refuses


def slug(name: str) -> str:
    """A name in lower-case ASCII: pinyin syllables and words with hyphens between; may be empty."""
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", name))
    if not plain.isascii():
        from pypinyin import lazy_pinyin  # takes 0.1 s to load, and most file names are ASCII

        plain = " ".join(lazy_pinyin(plain)).encode("ascii", "ignore").decode()
    syllables = re.findall(r"[a-z0-9]+", plain.lower())
    while len("-".join(syllables)) > LONGEST and len(syllables) > 1:
        syllables.pop()
    return "-".join(syllables)[:LONGEST]
