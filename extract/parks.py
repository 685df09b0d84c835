"""Parks by the form of their names (place + 高新区, 经开区, 开发区 …), known to the register or not.

Every form in which a document names one park is one group: 昆山花桥经济开发区, 花桥经济开发区 and 花桥.
The group's name is the fullest form. A class (国家高新区, 省级经开区) is no park.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache

from msgspec import Struct
from msgspec.structs import replace

from core.lexicon import Lexicon
from core.model import ParkEntry, ParkMention
from core.words import cut
from extract.names import find_names
from extract.places import gazetteer, locate, place_ending, place_starting
from extract.search import Searched, Words, beginning, searched, words_of

KINDS = {  # list of forms -> the kind of GUIDE and register
    "park_hightech": "高新技术产业开发区",
    "park_economic": "经济技术开发区",
    "park_bonded": "保税区",
    "park_freetrade": "自贸片区",
    "park_newarea": "新区",
    "park_estate": "产业园",
}
WEAK = ("新区", "产业园")  # may be a part of a park: one of its own only where no other kind is named
QUALIFIER = re.compile(r"(?:国家级|国家|省级|市级|国际|现代|综合)+$")
LEFT = re.compile(r"[一-鿿A-Za-z·]*$")
FUNCTION = re.compile(r"[驻赴的了是在和与及为把被将向从由对以于等这那其各到有个家]")
LED = re.compile(r"^.*?[年月日在对与和由到为将把从使让的是了及等向于据](?=[一-鿿]{2,4}$)")  # 2022年｜云泽
OWN_LONGEST = 5
NAME_TAGS = ("ns", "nr", "nz", "nrt", "nt", "x", "nrfg")


class Group(Struct, frozen=True):
    """One park of one document: its forms, fullest first, and where it lies."""

    name: str
    forms: tuple[str, ...]
    kind: str
    body: str
    places: tuple[str, ...]
    entry: ParkEntry | None
    count: int


class Form(Struct, frozen=True):
    """A park's name in print: read[start:end] = body + qualifier + form word."""

    start: int
    end: int
    body: str
    places: tuple[str, ...]
    kind: str


class Mention(Struct, frozen=True):
    """A park named at read[start:end]; a reference (该区, 高新区) has no name of its own yet."""

    start: int
    end: int
    name: str | None
    kind: str | None = None


@cache
def _form_words(lexicon: Lexicon) -> tuple[re.Pattern[str], dict[str, str]]:
    kind_of = {word: kind for key, kind in KINDS.items() for word in lexicon.list(key)}
    words = "|".join(sorted(map(re.escape, kind_of), key=len, reverse=True))
    return re.compile(rf"(?:{words})(?!域|划|间|位(?![居列于次]))"), kind_of


def find_forms(read: str, lexicon: Lexicon) -> Iterator[Form]:
    """Every park named by its form, in order."""
    pattern, kind_of = _form_words(lexicon)
    areas = tuple(_free_trade(read))
    yield from areas
    for match in pattern.finditer(read):
        if any(area.start <= match.start() < area.end for area in areas):
            continue
        left = LEFT.search(read[max(0, match.start() - 16) : match.start()])
        before = re.sub("^.*其中", "", left.group()) if left else ""
        qualifier = QUALIFIER.search(before)
        stem = before[: qualifier.start()] if qualifier else before
        body, places = _body(stem, lexicon)
        if body and not _is_of_a_province(body, match.group()) and not _is_act(body, places, lexicon):
            start = match.start() - len(before) + len(stem) - len(body)
            yield Form(start, match.end(), body, places, kind_of[match.group()])


FREE_TRADE = re.compile(
    r"中国[（(](?P<place>[一-鿿]{2,4})[）)]自由贸易试验区(?:(?P<area>[一-鿿·]{2,6}?)片区)?"
)


FREE_TRADE_AREA = re.compile(
    r"(?P<place>[一-鿿]{2,6})(?:自贸试验区|自贸区|自由贸易试验区)(?P<area>[一-鿿·]{2,6}?)片区"
)


def _free_trade(read: str) -> Iterator[Form]:
    """中国（某省）自由贸易试验区某某片区, 某省自贸试验区某某片区: the names that go on after the form."""
    for match in FREE_TRADE.finditer(read):
        area = match["area"] or ""
        yield Form(*match.span(), match["place"] + area, (match["place"],), "自贸片区")
    if "自贸" not in read and "自由贸易" not in read:
        return
    for match in FREE_TRADE_AREA.finditer(read):
        place = place_ending(match["place"], len(match["place"]))
        if place and not FUNCTION.search(match["area"]):
            start = match.end("place") - len(place)
            yield Form(start, match.end(), place + match["area"], (place,), "自贸片区")


def _is_of_a_province(body: str, form: str) -> bool:
    """云南省开发区, 江西工业园区: all of a province's; and the label of a column (振兴·开发区)."""
    if body.endswith(("·", "省", "自治区")):
        return True
    places = gazetteer().get(body, ())
    return form in ("开发区", "工业园区", "产业园区") and bool(places) and places[0].city is None


def _is_act(body: str, places: tuple[str, ...], lexicon: Lexicon) -> bool:
    """获批省级开发区, 三大开发区: a verb or a number before a class, no name."""
    verbs = (*lexicon.list("clause_verbs"), *lexicon.list("target_words"))
    return not places and (body in verbs or bool(re.match(r"[两二三四五六七八九十]大", body)))


def _body(stem: str, lexicon: Lexicon) -> tuple[str, tuple[str, ...]]:
    """The name part before the form word: places and an own name; "" where it is only a class."""
    readings = list(_placed(stem, lexicon))
    if readings:  # the one that leaves least of the stem over: 云州｜木兰溪, not 兰溪
        start, places = min(readings, key=lambda reading: reading[0])
        return stem[start:], places
    if CLAUSE_NAME.fullmatch(stem) and _is_coined(stem, lexicon):
        return stem, ()
    words = cut(LED.sub("", stem))
    if words and words[-1][1] in NAME_TAGS and len(words[-1][0]) > 1 and _is_name(words[-1][0], lexicon):
        return words[-1][0], ()
    return "", ()


def _placed(stem: str, lexicon: Lexicon) -> Iterator[tuple[int, tuple[str, ...]]]:
    """The ways to read the end of a stem as places and an own name: where they begin, and the places."""
    for own in range(0, min(OWN_LONGEST, len(stem)) + 1):
        end = len(stem) - own
        place = place_ending(stem, end)
        if place and _is_name(stem[end:], lexicon):
            yield _chain(stem, end)


CLAUSE_NAME = re.compile(r"[一-鿿]{2,5}")  # the whole clause before the form: ，琅陌｜经开区


def _is_coined(stem: str, lexicon: Lexicon) -> bool:
    """A word that is in no dictionary and holds no word of function: a name, such as 琅陌."""
    if FUNCTION.search(stem) or re.search(
        r"[一二三四五六七八九十大小新老各多全本该我此某整每双首副主]", stem
    ):
        return False
    words = cut(stem)
    if len(words) > 1 and words[-1][1] == "n" and len(stem) > 3:  # 琅陌｜稀土: a trade behind the name
        words, stem = words[:-1], stem.removesuffix(words[-1][0])
    coined = all(len(word) == 1 or tag == "x" for word, tag in words)
    return coined and len(stem) > 1 and _is_name(stem, lexicon)


def _is_name(own: str, lexicon: Lexicon) -> bool:
    if not own:
        return True
    if FUNCTION.search(own) or own in lexicon.list("class_words"):
        return False
    words = cut(own)
    classes = lexicon.list("class_words")
    return not any(word in classes or tag in ("v", "vd", "d", "p", "c", "u", "r", "m") for word, tag in words)


def _chain(stem: str, end: int) -> tuple[int, tuple[str, ...]]:
    """Place names that follow one another up to end: 江苏省苏州市相城 → 3 places, and where they begin."""
    places: list[str] = []
    while place := place_ending(stem, end):
        places.append(place)
        end -= len(place)
    return end, tuple(reversed(places))


# -- groups of a document ---------------------------------------------------------------------------


def group_parks(reads: Sequence[str], entries: Sequence[ParkEntry], lexicon: Lexicon) -> list[Group]:
    """The parks of a document, the most often named first."""
    full = "\n".join(reads)
    said = searched(full)
    forms = [(full[form.start : form.end], form) for form in find_forms(full, lexicon)]
    sets = _merge(forms)
    groups = [_group(members, said, entries) for members in sets]
    groups = [group for group in groups if group.places or group.entry or _is_named(group, said)]
    groups = _own_shorts(_one_an_entry(_with_register(groups, full, entries)))
    strong = [group for group in groups if group.kind not in WEAK or group.entry]
    strong += _weighty(groups, strong, reads)
    groups = [*_ruling(strong, reads), *strong] or groups or _about(full, lexicon)
    return sorted(groups, key=lambda group: (-group.count, said.find(group.forms[-1])))


def _weighty(groups: Sequence[Group], strong: Sequence[Group], reads: Sequence[str]) -> list[Group]:
    """New areas and estates that a text is about beside a park in them: titled alone, or named far more."""
    title = searched(reads[0] if reads else "")
    titled = any(form in title for group in strong for form in group.forms if len(form) > len(group.body))
    full = searched("\n".join(reads))
    said = {group.name: sum(full.count(form) for form in group.forms) for group in groups}
    most = max((said[group.name] for group in strong), default=0)
    beside = searched(_listed_with(strong, full.text))
    known = set(strong)
    return [
        group
        for group in groups
        if group not in known
        and (
            (said[group.name] > 1 and any(form in beside for form in group.forms))
            or (group.places and said[group.name] > 2 * most)
            or (group.places and not titled and any(form in title for form in group.forms))
        )
    ]


def _listed_with(strong: Sequence[Group], full: str) -> str:
    """The words that a text lists with parks: 云泽高新区、岚江经开区、宁海工业园｜三家园区."""
    found: list[str] = []
    for start, end in words_of(tuple({form: None for group in strong for form in group.forms})).find(full):
        if full[end : end + 1] in LISTS and full[end : end + 1]:
            found.append(CLAUSE_HEAD.match(full, end + 1).group())  # type: ignore[union-attr]
        if full[start - 1 : start] in LISTS and start:
            found.append(CLAUSE_TAIL.search(full, max(0, start - 22), start - 1).group())  # type: ignore[union-attr]
    return "、".join(found)


LISTS = ("、", "和", "与")
CLAUSE_HEAD = re.compile("[^，。；、\n]{0,20}")
CLAUSE_TAIL = re.compile("[^，。；、\n]{0,20}$")


def _merge(forms: list[tuple[str, Form]]) -> list[list[tuple[str, Form]]]:
    """Forms of one kind whose bodies end alike (苏州相城, 相城) are one park."""
    sets: list[list[tuple[str, Form]]] = []
    known: dict[tuple[str, str], int] = {}  # kind and body, as far as it may be left out -> its set
    for text, form in sorted(forms, key=lambda pair: (-len(pair[1].body), pair[1].start)):
        place = known.get((form.kind, _plain(form.body)), len(sets))
        if place < len(sets):
            sets[place].append((text, form))
            continue
        sets.append([(text, form)])
        for body in _short_bodies(_plain(form.body)):
            known.setdefault((form.kind, body), place)
    return sets


def _short_bodies(body: str) -> Iterator[str]:
    """苏州相城 → 相城; 包头乌兰稀土 → 乌兰, where only a trade stands behind."""
    yield from (body[start:] for start in range(len(body)))
    for end in range(2, len(body) - 1):
        trade = cut(body[end:])
        if len(trade) == 1 and trade[0][1] == "n":
            yield from (body[start:end] for start in range(end - 1))


def _plain(body: str) -> str:
    return re.sub(r"[省市县区]", "", body) or body


def _group(members: list[tuple[str, Form]], full: Searched, entries: Sequence[ParkEntry]) -> Group:
    names = sorted({text for text, _ in members}, key=lambda text: (-len(text), full.find(text)))
    first = max((form for _, form in members), key=lambda form: (len(form.places), len(form.body)))
    shorts = [
        short for short in _short_names(first) if full.count(short) > sum(name.count(short) for name in names)
    ]
    brackets = [alias for name in names for alias in _bracketed(full, name)]
    forms = tuple(dict.fromkeys([*names, *brackets, *shorts]))
    entry = find_entry(forms, entries)
    return Group(
        names[0],
        forms,
        first.kind,
        first.body,
        first.places,
        entry,
        sum(full.count(form) for form in names[-1:] + shorts),
    )


def _short_names(form: Form) -> Iterator[str]:
    """花桥 and 昆山花桥 for 昆山花桥经济开发区; never a bare place such as 昆山."""
    if form.kind == "自贸片区" and form.places:
        yield from _free_trade_names(form)
        return
    places = "".join(form.places)
    own = form.body.removeprefix(places)
    if len(own) > 1 and own not in gazetteer() and not all(tag == "n" for _, tag in cut(own)):
        if form.places:
            yield form.body
        yield own
    elif not form.places and len(form.body) > 1:
        yield form.body


def _free_trade_names(form: Form) -> Iterator[str]:
    place = form.places[0]
    area = form.body.removeprefix(place)
    names = [
        f"{part}{area}片区"
        for part in (f"{place}自贸区", f"{place}自贸试验区", "自贸区", "自贸试验区", "自贸", "")
    ]
    yield from names if area else [f"{place}自贸区", f"{place}自贸试验区", f"{place}自由贸易试验区"]


def _bracketed(full: Searched, name: str) -> Iterator[str]:
    """Other names given in brackets: X高新区（肇庆…工业园）, …（以下简称“X”）."""
    for place in full.places(name):
        match = ALIAS.match(full.text, place + len(name))
        alias = re.sub(r"^(?:以下)?(?:简称|下称)|[“”\"：:]", "", match["alias"]) if match else ""
        if match and (re.fullmatch(r"[一-鿿]{2,18}(?:园|区|港|城)", alias) or "简称" in match["alias"]):
            yield alias


ALIAS = re.compile(r"[（(](?P<alias>[^）)\n]{2,24})[）)]")


def find_entry(names: Iterable[str], entries: Sequence[ParkEntry]) -> ParkEntry | None:
    """The register's park that has one of these names."""
    wanted = set(names)
    return next((entry for entry in entries if wanted & {entry.name, *entry.aliases}), None)


def _with_register(groups: list[Group], full: str, entries: Sequence[ParkEntry]) -> list[Group]:
    """Parks that the document names only by a name the register gives."""
    taken = {group.entry.id for group in groups if group.entry}
    for entry in entries:
        names = [name for name in (entry.name, *entry.aliases) if name in full]
        if (
            entry.id not in taken
            and names
            and not any(name in group.name for name in names for group in groups)
        ):
            longest = max(names, key=len)
            places = tuple(place for place in (entry.province, entry.city, entry.county) if place)
            groups.append(
                Group(
                    longest, tuple(names), entry.kind or "其他", longest, places, entry, full.count(longest)
                )
            )
    return groups


def _is_named(group: Group, full: Searched) -> bool:
    """A name without a place in it is one where it comes twice or opens a clause."""
    opens = any(OPENS.search(full.text[max(0, place - 2) : place]) for place in full.places(group.name))
    return opens or sum(full.count(form) for form in group.forms) > 1


OPENS = re.compile(r"(?:^|[，,。；;、：:\s\n]|其中|落户|走进|来自|位于)$")


def _own_shorts(groups: Sequence[Group]) -> list[Group]:
    """A short name that two parks of a document share (宁州 for its 经开区 and its 综保区) names neither."""
    counts = Counter(form for group in groups for form in group.forms)
    return [
        replace(group, forms=tuple(form for form in group.forms if counts[form] == 1 or form == group.name))
        for group in groups
    ]


def _one_an_entry(groups: Sequence[Group]) -> list[Group]:
    """Groups that the register knows as one park are one: its official name and a bracketed one."""
    merged: dict[str, Group] = {}
    for group in groups:
        key = group.entry.id if group.entry else f"name {group.name}"
        known = merged.get(key)
        forms = tuple(dict.fromkeys((*known.forms, *group.forms))) if known else group.forms
        merged[key] = replace(known or group, forms=forms)
    return list(merged.values())


ESTATE = re.compile(
    r"(?:产业基地|产业园区?|科技园|工业园|科技城|产业城|科学城|园区|新城|创新港|小镇|示范区|集聚区|功能区)$"
)


def _ruling(strong: Sequence[Group], reads: Sequence[str]) -> list[Group]:
    """The territory that a text is about although it names a park in passing: its headline names it."""
    title = searched(reads[0] if reads else "")
    if not strong or any(form in title for group in strong for form in group.forms):
        return []
    territory = _territory("\n".join(reads))
    if not territory:
        return []
    titled = any(form in title for form in territory[0].forms)
    return territory if titled and territory[0].count > 2 * max(group.count for group in strong) else []


def _about(full: str, lexicon: Lexicon) -> list[Group]:
    """Where no park is named by its form: the estate or the territory that the text is mainly about."""
    options = [*_estates(full, lexicon), *_territory(full)]
    return options


def _estates(full: str, lexicon: Lexicon) -> list[Group]:
    names = [
        name.name for name in find_names(full, lexicon) if name.kind == "zone" and ESTATE.search(name.name)
    ]
    counts = Counter(name for name in names if not re.search(r"[大个型级等]", name[:3]))
    families = {name: [name[i:] for i in range(len(name)) if name[i:] in counts] for name in counts}
    weights = {name: sum(counts[other] for other in family) for name, family in families.items()}
    best = max(weights, key=lambda name: (weights[name], len(name), name), default=None)
    if best is None or weights[best] < 2:
        return []
    forms = tuple(sorted(families[best], key=len, reverse=True))
    place = place_starting(best, 0)
    return [Group(best, forms, "产业园", best, (place,) if place else (), None, weights[best])]


def _territory(full: str) -> list[Group]:
    counts: Counter[str] = Counter()
    for match in re.finditer(r"[一-鿿]{1,6}?[省市县区州旗]", full):
        place = place_ending(match.group(), len(match.group()))
        if place and not place.endswith("省"):
            counts[place] += 1
    if not counts:
        return []
    name, count = max(counts.items(), key=lambda pair: (pair[1], len(pair[0]), pair[0]))
    short = re.sub(r"[市县区州旗]$", "", name)
    forms = (name, short) if len(short) > 1 and full.count(short) > full.count(name) else (name,)
    return [Group(name, forms, "其他", name, (name,), None, full.count(forms[-1]))] if count > 1 else []


# -- mentions in a paragraph ------------------------------------------------------------------------


class Naming:
    """The parks of a text made ready to be found by all their forms; of two that have one, the first."""

    def __init__(self, groups: Sequence[Group]) -> None:
        self.park_of = {form: group for group in reversed(groups) for form in group.forms}
        self.words = Words(tuple(self.park_of))


def find_mentions(read: str, naming: Naming, lexicon: Lexicon) -> list[Mention]:
    """Where the paragraph names or refers to a park, in order, without overlaps."""
    found = []
    for start, end in naming.words.find(read):
        group = naming.park_of[read[start:end]]
        found.append(Mention(start, end, group.name, group.kind))
    taken = {place for mention in found for place in range(mention.start, mention.end)}
    _, kind_of = _form_words(lexicon)
    for match in _self_words(lexicon).finditer(read):
        if match.start() not in taken and match.end() - 1 not in taken:
            found.append(Mention(*match.span(), None, kind_of.get(match.group().lstrip("该"))))
    return sorted(found, key=lambda mention: mention.start)


@cache
def _self_words(lexicon: Lexicon) -> re.Pattern[str]:
    words = "|".join(sorted(map(re.escape, lexicon.list("self_words")), key=len, reverse=True))
    return re.compile(
        rf"{beginning(lexicon.list('self_words'))}"
        rf"(?<![一-鿿]{{2}}[级类])(?<!国家)(?<!国家级)(?<!省级)(?<![高经])(?<!产业)(?<!工业)(?<!试验)(?<!示范)(?:{words})(?!域)"
    )


# -- what a document says of a park as a whole ------------------------------------------------------

LEVELS = ("国家级", "省级")


def describe(group: Group, full: str, aliases: Sequence[str]) -> ParkMention:
    """The park as the document shows it: place from its name and the text, level only where it is said."""
    place = locate(group.places, full)
    entry = group.entry
    return ParkMention(
        name=group.name,
        park_id=entry.id if entry else None,
        aliases=tuple(aliases),
        province=(entry and entry.province) or (place.province if place else None),
        city=(entry and entry.city) or (place.city if place else None),
        county=(entry and entry.county) or (place.county if place else None),
        kind=(entry and entry.kind) or group.kind,
        level=_level(group, full) or (entry.level.value if entry and entry.level else None),
    )


def regions_around(group: Group, full: str) -> dict[str, str]:
    """What 全市, 全省 and 全县 mean in a text about a park."""
    place = locate(group.places, full) if group.places else None
    if place is None:
        return {}
    named = {"全市": place.city, "全省": place.province, "全县": place.county}
    endings = {"全市": "市", "全省": "省", "全县": "县"}
    return {
        word: name if name.endswith(("市", "省", "县", "区", "州")) else name + endings[word]
        for word, name in named.items()
        if name
    }


LEVEL = re.compile(
    r"(?P<level>国家级?|省级)(?:高新技术产业开发区|高新区|经济技术开发区|经开区|开发区|新区|综合保税区|综保区|自贸试验区)"
)
STANDS = re.compile(
    r"位居|位列|排名|跻身|第[0-9一二三四五六七八九十]+[名位]|[0-9]+强|升级|升格|获批|批准|设立|一流|最年轻|之一|首批|是|获评"
)


def _level(group: Group, full: str) -> str | None:
    """The level at which the text sets the park: it stands among 国家高新区, it was raised to one."""
    sentences = _of_levels(full)
    for start in sorted(
        {sentences.text.rfind("\n", 0, each) for each in _all_places(group.forms, sentences)}
    ):
        sentence = sentences.text[start + 1 : sentences.text.find("\n", start + 1)]
        said = [match for match in LEVEL.finditer(sentence) if match.group() not in group.forms]
        if said:
            return "省级" if said[0]["level"] == "省级" else "国家级"
    return None


def _all_places(words: Iterable[str], text: Searched) -> Iterator[int]:
    return (place for word in words for place in text.places(word))


@lru_cache(maxsize=4)
def _of_levels(full: str) -> Searched:
    """The sentences of a text that set somebody at a level, each with its end of line."""
    sentences = re.split(r"[。！!？?\n]", full)
    return Searched("".join(f"{each}\n" for each in sentences if LEVEL.search(each) and STANDS.search(each)))
