"""Words, their kinds and how rare they are, by jieba; it is loaded with the first word that is asked for."""

from __future__ import annotations

import logging
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

NOUNS = dict.fromkeys(
    ("零部件", "零配件", "元器件", "园", "包裹", "诉求", "清单", "保费", "桩", "站", "合同", "名录"), "n"
)  # which the dictionary takes for numbers or leaves out


@cache
def _jieba() -> Any:
    import jieba

    jieba.setLogLevel(logging.WARNING)
    return jieba


@cache
def _tags() -> dict[str, str]:
    """The part of speech of every word of jieba's dictionary (ICTCLAS tags: n noun, v verb, …)."""
    jieba = _jieba()
    with jieba.get_dict_file() if hasattr(jieba, "get_dict_file") else jieba.dt.get_dict_file() as lines:
        fields = lines.read().decode("utf-8").split()  # word, frequency, tag; and so on
    tags = dict(zip(fields[::3], fields[2::3], strict=True))
    tags.update(NOUNS)
    return tags


@lru_cache(maxsize=65536)
def cut(text: str) -> tuple[tuple[str, str], ...]:
    """(word, tag) for each word of a short text; a word that the dictionary lacks has the tag "x"."""
    tags = _tags()
    return tuple((word, tags.get(word, "x")) for word in _jieba().cut(text, HMM=True))


@cache
def _rarities() -> dict[str, float]:
    # read here: jieba.analyse loads its taggers as well, and leaves the file open
    table = Path(_jieba().__file__).parent / "analyse" / "idf.txt"
    rows = (line.rpartition(" ") for line in table.read_text("utf-8").splitlines())
    return {word: float(value) for word, _, value in rows if word}


def rarity(word: str) -> float | None:
    """The inverse document frequency of a word in jieba's table, 1 to 14; None for one that it lacks."""
    return _rarities().get(word)
