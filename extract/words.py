"""Words and their kinds, by jieba: for names and noun phrases, after the numbers are found."""

from __future__ import annotations

import logging
from functools import cache, lru_cache

import jieba

jieba.setLogLevel(logging.WARNING)


NOUNS = {"零部件": "n", "零配件": "n", "元器件": "n"}  # which the dictionary takes for numbers or leaves out


@cache
def _tags() -> dict[str, str]:
    """The part of speech of every word of jieba's dictionary (ICTCLAS tags: n noun, v verb, …)."""
    with jieba.get_dict_file() if hasattr(jieba, "get_dict_file") else jieba.dt.get_dict_file() as lines:
        fields = lines.read().decode("utf-8").split()  # word, frequency, tag; and so on
    tags = dict(zip(fields[::3], fields[2::3], strict=True))
    tags.update(NOUNS)
    return tags


@lru_cache(maxsize=65536)
def cut(text: str) -> tuple[tuple[str, str], ...]:
    """(word, tag) for each word of a short text; a word that the dictionary lacks has the tag "x"."""
    tags = _tags()
    return tuple((word, tags.get(word, "x")) for word in jieba.cut(text, HMM=True))
