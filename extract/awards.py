"""The names of honours in a sentence: where a list of them stands, what is name and what is not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from msgspec import Struct

from core.lexicon import Lexicon
from extract.named import BRACKETED, QUOTED, YEAR, words

CLAUSE = re.compile(r"[，,。；;！!？?：:]")
AND = re.compile(r"以及|[、和及与]")
QUOTES_MEET = re.compile("(?<=”)(?=“)")  # “A”“B”
VEIL, OWNER = "■", "□"
COUNTED = re.compile(
    r"(?<!第)(?:\d|(?<!第)[多两三四五六七八九十百数几])+(?:余|多)?[家个项件名人户次批](?!额)|一批|一系列"
)
ONE_OF = re.compile(r"(?P<number>\d+[个家项])?(?P<name>.*)之一$")
OPENING = re.compile(r"^(?:入围|入选|跻身|荣登|了|为|成为|全部|成功|进入|的|由|工信部|再次|首次|到|至)+")
ENDING = re.compile(
    r"(?:的?(?:荣誉)?称号|荣誉|牌匾|奖牌|(?:[多两三四五六七八九十0-9]+[块个项张枚])?(?:国家级|省级)*(?:(?:金字)?招牌|牌子)|资质|行列|(?:公示|拟入选|入选)*名单|公示|认定|(?:等次|等级)?的?殊荣|创建(?:资格|名单))$"
)
ETC = re.compile(r"(?<![一二三特头])等(?![级次]).*$")


class Won(Struct, frozen=True):
    """A name at text[start:end] of a sentence, with its rank."""

    start: int
    end: int
    name: str
    rank: int | None = None
    year: str | None = None
    owner: int | None = None  # where the park stands that it belongs to, if it is not the last before it


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
    """A sentence, and the same with quotes and brackets veiled, so that marks inside them cut nothing.

    In `owned` the parks are veiled too: they own what is told, and belong to no name.
    """

    text: str
    veiled: str
    owned: str

    def clause_end(self, place: int) -> int:
        match = CLAUSE.search(self.veiled, place)
        return match.start() if match else len(self.text)

    def clause_start(self, place: int) -> int:
        return max((match.end() for match in CLAUSE.finditer(self.veiled, 0, place)), default=0)


def line_of(text: str, parks: Sequence[tuple[int, int]] = ()) -> Line:
    """A sentence made ready for reading its honours; `parks` are where parks are named in it."""
    veiled = BRACKETED.sub(_veil, QUOTED.sub(_veil, text))
    owned = veiled
    for start, end in parks:
        owned = owned[:start] + OWNER * (end - start) + owned[end:]
    return Line(text, veiled, owned)


def _veil(match: re.Match[str]) -> str:
    return VEIL * len(match.group())


@cache
def _hopes(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(words(lexicon.list("honour_hopes")))


AIMED = re.compile("力争|争取|目标是|目标：")


def hoped(line: Line, place: int, lexicon: Lexicon) -> bool:
    """Whether the title is a goal: a hope in its clause, or 力争 and 目标 earlier in the sentence."""
    clause = line.veiled[line.clause_start(place) : place]
    return bool(_hopes(lexicon).search(clause) or AIMED.search(line.veiled, 0, place))


def parts(line: Line, start: int, end: int, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """The members of a list in text[start:end], where they stand.

    和 and 与 within a name join nothing: 国家级文化和科技融合示范基地. What stands before them has to end as
    a title or a place does.
    """
    joints = [match.span() for match in AND.finditer(line.veiled, start, end)]
    joints += [match.span() for match in QUOTES_MEET.finditer(line.text, start, end)]
    for stop, after in sorted(joints):
        before = line.text[start:stop].rstrip("）)")
        comma = stop == after or line.text[stop] == "、"
        if comma or before.endswith((*lexicon.list("honour_heads"), "”", *PLACE_ENDS)):
            yield start, stop
            start = after
    yield start, end


PLACE_ENDS = (*"位名强一二三四五六七八九十0123456789", "第", "榜首", "首位")


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
