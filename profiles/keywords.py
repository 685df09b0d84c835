"""What an article speaks of, in a few words: nouns, and nouns side by side, that it says more than once.

A word weighs as often as the article says it, times how rare it is in Chinese at large (TF-IDF). What a
longer keyword says is not counted for its parts: where 数字经济 stands, 数字 does not.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from core.lexicon import Lexicon
from core.relations import Keyword, Keywords, Wording
from core.words import cut, rarity

LONGEST = 10  # characters of a keyword
WORDS = 4  # of a keyword
TWICE = 2  # what is said once is no keyword
LENGTH = 2000  # characters of a text; with each so many more a keyword must be said once more
OFTEN = 5  # times that a verbal noun must be said to stand alone: 创业 in an article about it
SPECIFIC = 5.5  # rarity below which a single word says little
UNKNOWN = 9.0  # the rarity of a word that jieba's table lacks
KEPT = 30  # keywords of an article: pages print the first few, likeness needs more
HEADLINE = 1.5  # a word of the title weighs so much more

RUN = re.compile(r"[一-鿿A-Za-z]+")
BREAK = re.compile(r"\s*\n\s*")
COUNTED = re.compile(r"[第一二三四五六七八九十百千万亿两几首]")  # how a word of number begins
MEASURED = re.compile(r"(?:面积|[额值量率价])$")  # how the name of a figure ends
NOUNS = frozenset({"n", "nz", "j"})
BOUND = frozenset({"vn", "an", "l", "b"})  # kinds of words that make a keyword with a noun only
ATTRIBUTE = "b"  # it opens a keyword and ends none: 新型储能
ENDS = frozenset("园城港谷院业链机器车厂所站网群馆")  # that jieba cuts off a name that it does not know

Token = tuple[str, str]  # word, tag
Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Chooser:
    """The word lists by which keywords are chosen."""

    breaks: frozenset[str]
    empty: frozenset[str]
    openers: frozenset[str]
    weak: frozenset[str]
    coinages: frozenset[str]
    measures: frozenset[str]  # names of what is measured; what is counted, 独角兽企业, may be a keyword

    def is_part(self, token: Token) -> bool:
        """Whether a word may be part of a keyword."""
        word, tag = token
        if word in self.coinages:
            return True
        if word in self.breaks or len(word) < TWICE or COUNTED.match(word):
            return False
        return tag in NOUNS or tag in BOUND

    def tells(self, phrase: Phrase, tags: Mapping[str, str], count: int) -> bool:
        """Whether a phrase says something of an article that says it so often."""
        text = "".join(phrase)
        if text in self.measures or MEASURED.search(text):
            return False
        if len(phrase) > 1:
            ends = tags[phrase[-1]] != ATTRIBUTE and phrase[-1] not in self.openers
            return ends and not all(map(self._is_empty, phrase))
        if text in self.empty or text in self.weak:
            return False
        return text in self.coinages or (
            (rarity(text) or 0) >= SPECIFIC
            and (tags[text] in NOUNS or (tags[text] == "vn" and count >= OFTEN))
        )

    def _is_empty(self, word: str) -> bool:
        return word in self.empty or (word[-1] in ENDS and word[:-1] in self.empty)


@cache
def chooser_of(lexicon: Lexicon) -> Chooser:
    """The lists of a lexicon as sets."""
    names = ("keyword_breaks", "keyword_empty", "keyword_openers", "keyword_weak", "keyword_coinages")
    breaks, empty, openers, weak, coinages = (frozenset(lexicon.list(name)) for name in names)
    measures = frozenset(
        name for each in lexicon.indicators if each.unit != "count" for name in (each.name, *each.synonyms)
    )
    return Chooser(breaks, empty, openers, weak, coinages, measures)


def keywords_of(wording: Wording, *, lexicon: Lexicon) -> Keywords:
    """The keywords of a document, the weightiest first; equal ones by code point."""
    chooser = chooser_of(lexicon)
    runs = list(_runs(wording, chooser))
    tags = {word: tag for run in runs for word, tag in run}
    counts = Counter(phrase for run in runs for phrase in _phrases([word for word, _ in run]))
    chosen = _chosen(counts, TWICE + len(wording.text) // LENGTH)
    telling = (
        (each, count)
        for each, count in chosen
        if chooser.tells(each, tags, count) and (each[0] not in wording.openings or len(each) > 1)
    )
    found = [_keyword(each, count, wording.title) for each, count in telling]
    found.sort(key=lambda each: (-each.weight, each.word))
    return Keywords(wording.document, tuple(found[:KEPT]))


def _runs(wording: Wording, chooser: Chooser) -> Iterator[list[Token]]:
    """Stretches of words that may be part of a keyword."""
    text = wording.text
    for name in sorted(wording.names, key=lambda each: (-len(each), each)):
        text = text.replace(name, "。")
    for piece in RUN.findall(BREAK.sub("", text)):
        run: list[Token] = []
        for token in cut(piece):
            if run and token[0] in ENDS:
                run[-1] = (run[-1][0] + token[0], "n")
            elif chooser.is_part(token):
                run.append(token)
            elif run:
                yield run
                run = []
        if run:
            yield run


def _phrases(words: Sequence[str]) -> Iterator[Phrase]:
    for start in range(len(words)):
        for end in range(start + 1, min(start + WORDS, len(words)) + 1):
            yield tuple(words[start:end])


def _chosen(counts: Mapping[Phrase, int], needed: int) -> Iterator[tuple[Phrase, int]]:
    """Phrases with how often they are said outside of a longer one that is said again and again."""
    left = dict(counts)
    said_again = (each for each, count in counts.items() if count >= TWICE and len("".join(each)) <= LONGEST)
    for phrase in sorted(said_again, key=lambda each: (-len(each), each)):
        count = left[phrase]
        if count < TWICE:
            continue
        for inner in set(_phrases(phrase)) - {phrase}:
            left[inner] -= count
        if count >= needed:
            yield phrase, count


def _keyword(phrase: Phrase, count: int, title: str | None) -> Keyword:
    word = "".join(phrase)
    rarest = max(rarity(each) or UNKNOWN for each in phrase)
    stress = HEADLINE if title and word in title else 1.0
    return Keyword(word, count, round(count * rarest * stress, 3))
