"""Words and their kinds, by jieba: for names and noun phrases, after the numbers are found."""

from __future__ import annotations

import logging
from functools import cache, lru_cache

import jieba

jieba.setLogLevel(logging.WARNING)


NOUNS = dict.fromkeys(
    ("零部件", "零配件", "元器件", "园", "包裹", "诉求", "清单", "保费", "桩", "站", "合同", "名录"), "n"
)  # which the dictionary takes for numbers or leaves out


@cache
def _tags() -> dict[str, str]:
    """The part of speech of every word of jieba's dictionary (ICTCLAS tags: n noun, v verb, …)."""
    tags: dict[str, str] = {}
    with jieba.get_dict_file() if hasattr(jieba, "get_dict_file") else jieba.dt.get_dict_file() as lines:
        for line in lines:
            word, _, tag = line.decode("utf-8").rstrip().split(" ")
            tags[word] = tag
    return tags | NOUNS


@lru_cache(maxsize=65536)
def cut(text: str) -> tuple[tuple[str, str], ...]:
    """(word, tag) for each word of a short text; a word that the dictionary lacks has the tag "x"."""
    tags = _tags()
    return tuple((word, tags.get(word, "x")) for word in jieba.cut(text, HMM=True))
