"""The names of honours in a sentence: where a list of them stands, what is name and what is not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from msgspec import Struct

from core.lexicon import Lexicon
from extract.named import BRACKETED, QUOTED, YEAR, words

CLAUSE = re.compile(r"[，,。；;！!？?：:]")
AND = re.compile(r"以及|[、和及与]")
VEIL = "■"
COUNTED = re.compile(r"(?:\d|[多两三四五六七八九十百数几])+(?:余|多)?[家个项件名人户次批](?!额)|一批|一系列")
ONE_OF = re.compile(r"(?P<number>\d+[个家项])?(?P<name>.*)之一$")
OPENING = re.compile(r"^(?:入围|入选|跻身|荣登|了|为|成为|全部|成功|进入|的|由|工信部|再次|首次|到|至)+")
ENDING = re.compile(
    r"(?:(?:荣誉)?称号|荣誉|牌匾|资质|行列|(?:公示|拟入选|入选)*名单|公示|认定|(?:等次|等级)?的?殊荣|创建(?:资格|名单))$"
)
ETC = re.compile(r"(?<![一二三特头])等(?![级次]).*$")


class Won(Struct, frozen=True):
    """A name at text[start:end] of a sentence, with its rank."""

    start: int
    end: int
    name: str
    rank: int | None = None
    year: str | None = None


class Bare(Struct, frozen=True):
    """What is left of text[start:end] when its year, its count and 称号 are taken off."""

    name: str
    year: str | None
    start: int
    end: int

    def won(self, base: int, rank: int | None = None) -> Won:
        """The same as an honour, in a sentence where the text begins at `base`."""
        return Won(base + self.start, base + self.end, self.name, rank, self.year)


class Line(Struct, frozen=True):
    """A sentence, and the same with quotes and brackets veiled, so that marks inside them cut nothing."""

    text: str
    veiled: str

    def clause_end(self, place: int) -> int:
        match = CLAUSE.search(self.veiled, place)
        return match.start() if match else len(self.text)

    def clause_start(self, place: int) -> int:
        return max((match.end() for match in CLAUSE.finditer(self.veiled, 0, place)), default=0)


def line_of(text: str) -> Line:
    """A sentence made ready for reading its honours."""
    return Line(text, BRACKETED.sub(_veil, QUOTED.sub(_veil, text)))


def _veil(match: re.Match[str]) -> str:
    return VEIL * len(match.group())


@cache
def _hopes(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(words(lexicon.list("honour_hopes")))


def hoped(line: Line, place: int, lexicon: Lexicon) -> bool:
    """Whether the title is a goal: a hope in its clause, or 力争 and 目标 earlier in the sentence."""
    clause = line.veiled[line.clause_start(place) : place]
    return bool(_hopes(lexicon).search(clause) or re.search(r"力争|争取|目标是|目标：", line.veiled[:place]))


def parts(line: Line, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The members of a list in text[start:end], where they stand."""
    for match in AND.finditer(line.veiled, start, end):
        yield start, match.start()
        start = match.end()
    yield start, end


def clean(text: str) -> Bare:
    """The bare name in a member of a list, and the year that it begins with."""
    one = ONE_OF.match(text)
    bare = ETC.sub("", (one["name"] if one else text).strip())
    bare = OPENING.sub("", bare)
    said = YEAR.search(bare)
    dated = YEAR.match(bare)
    bare = bare[dated.end() :] if dated else bare
    bare = ENDING.sub("", ENDING.sub("", bare))
    if QUOTED.fullmatch(bare):
        bare = bare[1:-1]
    bare = bare.lstrip("的了为")
    start = text.find(bare)
    name = COUNTED.sub("", bare, count=1) if one else bare
    return Bare(name, said["year"] if said else None, start, start + len(bare))
