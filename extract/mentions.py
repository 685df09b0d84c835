"""Where a paragraph names or refers to a park: 云泽高新区, 该区, and 高新区 where one of several is meant."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from msgspec import Struct

from core.lexicon import Lexicon
from core.model import ParkEntry
from extract.forms import form_words
from extract.search import Words, beginning, words_of


class Group(Struct, frozen=True):
    """One park of one document: its forms, fullest first, and where it lies."""

    name: str
    forms: tuple[str, ...]
    kind: str
    body: str
    places: tuple[str, ...]
    entry: ParkEntry | None
    count: int
    tails: tuple[str, ...] = ()  # the form words of its names: 高新区, 产业园
    minor: bool = False  # named only by forms that estates within a park have as well
    sure: bool = True
    opens: bool = True
    signed: bool = False  # it published the document


class Mention(Struct, frozen=True):
    """A park named at read[start:end]; a reference (该区, 高新区) has no name of its own yet."""

    start: int
    end: int
    name: str | None
    kind: str | None = None


ASIDE = re.compile(  # 比｜云泽高新区, 总部位于｜云泽高新区: named beside what a sentence is about
    r"(?:比|较|高于|低于|超过|不及|落后|领先|仅次于|学习|借鉴|复制|对标|来自|源自|联合|与|[^一-鿿]继|除|同|总部(?:位于|设在|在)|考察|参观)$"
)
BESIDE = re.compile(r"的?(?:之后|经验|做法|模式|相比|考察)|的[近约超]?(?:[0-9.]+|[两三四五六七八九十几])倍")


def is_aside(read: str, mention: Mention) -> bool:
    """Whether a park is only compared with, learned from or come from."""
    return bool(
        ASIDE.search(read, max(0, mention.start - 6), mention.start) or BESIDE.match(read, mention.end)
    )


class Vocabulary(Struct, frozen=True, eq=False):
    """How the parks of a document are named and referred to, made ready once for all its paragraphs."""

    named: dict[str, Group]  # each form with the park that it names; the first where two have one
    words: Words
    tails: re.Pattern[str] | None  # the form words of its parks that are no references everywhere: 健康城


@lru_cache(maxsize=16)
def _vocabulary(groups: tuple[Group, ...], lexicon: Lexicon) -> Vocabulary:
    named = {form: group for group in reversed(groups) for form in group.forms}
    tails = {tail for group in groups for tail in group.tails} - set(lexicon.list("self_words"))
    words = "|".join(sorted(map(re.escape, tails), key=lambda word: (-len(word), word)))
    pattern = re.compile(rf"(?:该|(?<![一-鿿])|(?<=[的在由为]))(?:{words})(?!域)") if words else None
    return Vocabulary(named, words_of(tuple(named)), pattern)


def find_mentions(read: str, groups: Sequence[Group], lexicon: Lexicon) -> list[Mention]:
    """Where the paragraph names or refers to a park, in order, without overlaps."""
    known = _vocabulary(tuple(groups), lexicon)
    found = []
    for start, end in known.words.find(read):
        group = known.named[read[start:end]]
        found.append(Mention(start, end, group.name, group.kind))
    taken = {place for mention in found for place in range(mention.start, mention.end)}
    _, kind_of = form_words(lexicon)
    for match in _references(read, known.tails, lexicon):
        if match.start() not in taken and match.end() - 1 not in taken:
            word = match.group().lstrip("该")
            name = (
                None
                if ALL.search(read, max(0, match.start() - 4), match.start())
                else _meant(word, groups, lexicon)
            )
            found.append(Mention(*match.span(), name, kind_of.get(word)))
    return sorted(found, key=lambda mention: mention.start)


def _meant(word: str, groups: Sequence[Group], lexicon: Lexicon) -> str | None:
    """The one of several parks that a reference can mean: 高新区, where one of them is a 高新区."""
    if not 1 < len(groups) <= FEW or word in GENERAL:
        return None
    kind = form_words(lexicon)[1].get(word) if word in ABBREVIATED else None
    fitting = [
        group for group in groups if group.kind == kind or any(form.endswith(word) for form in group.forms)
    ]
    return fitting[0].name if len(fitting) == 1 else None


ALL = re.compile(
    r"(?:全[国省市州县]|国家|国家级|省级|市级|各|兄弟|其他|其它|周边|[0-9一二三四五六七八九十两多几][个家])$"
)
FEW = 12  # parks of a text in which a reference may mean one of them
GENERAL = (
    "园区",
    "新区",
    "全区",
    "该区",
    "我区",
    "本区",
    "片区",
    "基地",
    "区内",
    "辖区",
    "本市",
    "我市",
    "我县",
)
ABBREVIATED = ("高新区", "经开区", "综保区", "保税区", "自贸区", "自贸片区")


def _references(read: str, tails: re.Pattern[str] | None, lexicon: Lexicon) -> Iterator[re.Match[str]]:
    """How a paragraph refers to parks: 园区, 该区, and the form words of their names."""
    yield from _self_words(lexicon).finditer(read)
    if tails:
        yield from tails.finditer(read)


@cache
def _self_words(lexicon: Lexicon) -> re.Pattern[str]:
    words = "|".join(sorted(map(re.escape, lexicon.list("self_words")), key=len, reverse=True))
    return re.compile(
        rf"{beginning(lexicon.list('self_words'))}"
        rf"(?<![一-鿿]{{2}}[级类])(?<!国家)(?<!国家级)(?<!省级)(?<![高经])(?<!产业)(?<!工业)(?<!试验)(?<!示范)(?:{words})(?!域)"
    )
