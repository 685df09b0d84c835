"""Ids of what no register knows: pinyin of the name, syllable by syllable."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Sequence

from pypinyin import lazy_pinyin

LONGEST = 80  # characters of an id; a file name and a URL stay handy
RESERVED = frozenset({"index", "con", "aux", "nul", "prn"})  # a listing page; names that Windows refuses


def slug(name: str) -> str:
    """A name in ASCII: lower-case syllables and words with hyphens between; may be empty."""
    plain = unicodedata.normalize("NFKD", name)  # é becomes e and an accent, Ａ becomes A
    words = (
        " ".join(lazy_pinyin(re.sub(r"[^\w\u0300-\u036f]+", " ", plain)))
        .encode("ascii", "ignore")
        .decode()
        .lower()
    )
    syllables = re.findall(r"[a-z0-9]+", words)
    text = "-".join(syllables)
    while len(text) > LONGEST and len(syllables) > 1:
        syllables.pop()
        text = "-".join(syllables)
    return text[:LONGEST]


def name_all(keys: Sequence[tuple[str, ...]], taken: Collection[str]) -> tuple[str, ...]:
    """One id for each key, whose first part is a name; the whole key must tell any two apart.

    Whoever shares a slug gets a suffix made from the whole key, all of them alike,
    so that no id hangs on the order in which documents were read.
    """
    slugs = [slug(key[0]) for key in keys]
    uses = Counter(slugs)
    free = [text and uses[text] == 1 and text not in taken and text not in RESERVED for text in slugs]
    return tuple(
        text if alone else "-".join(filter(None, (text, _digest(key))))
        for text, key, alone in zip(slugs, keys, free, strict=True)
    )


def ids_of(
    registered: Sequence[str | None], keys: Sequence[tuple[str, ...]], ties: Sequence[str]
) -> tuple[str, ...]:
    """The registered id of each, else one made of its key; a tie tells those apart that share a key."""
    rows = [(key, tie) for known, key, tie in zip(registered, keys, ties, strict=True) if known is None]
    uses = Counter(key for key, _ in rows)
    apart = [(*key, tie) if uses[key] > 1 else key for key, tie in rows]
    derived = iter(name_all(apart, {known for known in registered if known is not None}))
    return tuple(next(derived) if known is None else known for known in registered)


def _digest(key: tuple[str, ...]) -> str:
    return hashlib.sha256("\x1f".join(key).encode()).hexdigest()[:6]
