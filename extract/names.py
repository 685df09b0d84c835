"""Names of what lies in a park: companies, projects, areas and carriers, found by how they end."""

from __future__ import annotations

import re
from functools import cache

from msgspec import Struct

from core.lexicon import Lexicon
from extract.words import cut

AFFIXES = (
    "级",
    "型",
    "中",
    "西部",
    "东部",
    "北部",
    "南部",
    "中部",
)  # words of names that jieba takes for others
LONGEST = 30  # characters before a head word that may belong to the name
COMPANY = r"(?:有限责任公司|股份有限公司|集团有限公司|有限公司|控股集团|集团公司|集团)"
PROJECT = r"(?:产业化项目|建设项目|基地项目|总部项目|扩建项目|二期项目|一期项目|项目)"
STOP_TAGS = ("v", "vd", "d", "p", "c", "u", "r", "m", "q", "f", "t", "y", "e", "uj", "ul", "zg", "df")
COMPANY_STOPS = ("v", "p", "c", "u", "uj", "d", "r")
PROPER_TAGS = ("ns", "nr", "nz", "nrt", "nt", "x", "eng", "nrfg", "j")
LEADS = re.compile(r"(?:暨|以|为|在|对|把|使|让|如|迎来|其中)*")
EDGE = re.compile(r"[，,。；;：:、！!？?\s“”《》（）()]")
BRACKETS = re.compile(r"[（(][^（）()]*[)）]")
STEM = re.compile(r"(?:项目|建设|产业园区?|基地|中心|园区?)$")
CLASS = re.compile(r"型|等|一批|多个|三级|大")


class Name(Struct, frozen=True):
    """A name at read[start:end]; kind is company, project or zone."""

    start: int
    end: int
    name: str
    kind: str


@cache
def _heads(lexicon: Lexicon) -> re.Pattern[str]:
    zones = "|".join(sorted(map(re.escape, lexicon.list("zone_forms")), key=len, reverse=True))
    return re.compile(
        rf"(?P<company>{COMPANY})|(?P<project>{PROJECT})|(?P<zone>{zones})|(?P<policy>《[^《》]{{4,60}}》)"
    )


def find_names(read: str, lexicon: Lexicon) -> list[Name]:
    """Every name, in order, without overlaps: a head that goes on with a name makes it longer."""
    found: list[Name] = []
    for match in _heads(lexicon).finditer(read):
        kind = match.lastgroup or ""
        if kind == "policy":
            found.append(Name(*match.span(), match.group().strip("《》"), kind))
            continue
        start = _start(read, match.start(), kind, lexicon)
        if found and found[-1].end == match.start():  # 芯片产业园｜项目: the name goes on
            start = found.pop().start
        if start is None or start >= match.start():
            continue
        if found and found[-1].end > start:
            found.pop()
        start += len(LEADS.match(read[start : match.start()]).group())  # type: ignore[union-attr]
        found.append(Name(start, match.end(), read[start : match.end()], kind))
    return [name for name in found if len(name.name.strip("“”")) > 3]


def _start(read: str, head: int, kind: str, lexicon: Lexicon) -> int | None:
    """Where the name begins that ends in this head; None where there is only a class (重大项目)."""
    window = read[max(0, head - LONGEST) : head]
    if kind == "company":
        name = _company(window, lexicon)
        return head - len(name) if len(name) > 1 else None
    if quoted := re.search(r"“[^“”]{2,24}”$", window):
        return head - len(quoted.group())
    veiled = BRACKETS.sub(lambda match: "一" * len(match.group()), window)
    edge = max((match.end() for match in EDGE.finditer(veiled)), default=0)
    words = _name_words(window[edge:], lexicon)
    classes = lexicon.list("project_classes")
    while words and words[0] in classes:
        words.pop(0)
    name = "".join(words)
    return None if len(name) < 2 or all(word in classes for word in words) else head - len(name)


def _name_words(text: str, lexicon: Lexicon) -> list[str]:
    """The words at the end of a text that may belong to a name: nouns, and verbs behind a proper noun."""
    inside, clause = lexicon.list("name_verbs"), lexicon.list("clause_verbs")
    kept: list[tuple[str, bool]] = []  # a word, and whether a name may begin with it
    for word, tag in reversed(cut(text)):
        if word in clause or (tag in STOP_TAGS and tag not in ("v", "vd") and word not in AFFIXES):
            break
        kept.insert(0, (word, tag not in ("v", "vd") or word in inside))
    proper = next((index for index, (_, begins) in enumerate(kept) if begins), len(kept))
    return [word for word, _ in kept[proper:]]


def _company(window: str, lexicon: Lexicon) -> str:
    match = re.search(r"[一-鿿A-Za-z0-9·]{2,}(?:[（(][一-鿿]{2,6}[)）])?[一-鿿A-Za-z0-9·]*$", window)
    kept: list[str] = []
    for word, tag in reversed(cut(match.group() if match else "")):
        if tag in COMPANY_STOPS and len(kept) > 1 and word not in lexicon.list("name_verbs"):
            break
        kept.insert(0, word)
    return "".join(kept).lstrip("的由与和对向在")


def is_specific(name: Name) -> bool:
    """A name of its own, not a class (领军型总部项目): it is named after somebody or somewhere."""
    if name.name.startswith(("国家级", "国家高新", "国家经", "省级", "全国", "全省")):
        return False
    stem = STEM.sub("", name.name)
    proper = any(tag in PROPER_TAGS for _, tag in cut(stem))
    return name.kind in ("company", "policy") or (
        proper and len(stem) > 2 and not CLASS.search(name.name[:4])
    )
