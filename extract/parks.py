"""Parks by the form of their names (place + 高新区, 经开区, 开发区 …), known to the register or not.

Every form in which a document names one park is one group: 宁州云泽经济开发区, 云泽经济开发区 and 云泽.
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
from extract.forms import Form, find_forms, form_words, without_trades
from extract.names import find_names
from extract.places import (
    Place,
    chain_ending,
    chain_starting,
    gazetteer,
    locate,
    place_ending,
    place_starting,
    province_in_full,
)
from extract.search import Words, beginning, words_of

WEAK = ("新区", "产业园")  # may be a part of a park: one of its own only where no other kind is named


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


# -- groups of a document ---------------------------------------------------------------------------


def group_parks(
    reads: Sequence[str], entries: Sequence[ParkEntry], lexicon: Lexicon, signed: Sequence[str] = ()
) -> list[Group]:
    """The parks of a document, the most often named first; `signed` is who published it."""
    full = "\n".join(reads)
    forms = [(full[form.start : form.end], form) for form in _trimmed(list(find_forms(full, lexicon)))]
    signs = [(name[form.start : form.end], form) for name in signed for form in find_forms(name, lexicon)]
    sets = _merge([*forms, *signs])
    groups = [_group(members, full, entries, lexicon) for members in sets]
    groups = [_signed(group, [name for name, _ in signs]) for group in _without_shorts(groups)]
    groups = [group for group in groups if _is_told(group, reads, full)]
    groups = _own_shorts(_one_an_entry(_with_register(groups, full, entries)))
    chosen: list[Group] = []
    for rank in (0, 1, 2):  # parks by their kind, then new areas and estates, then what may be part of either
        of_rank = [group for group in groups if _rank(group) == rank]
        chosen += _weighty(of_rank, chosen, reads) if chosen else of_rank
    groups = [*_ruling(chosen, reads), *chosen] or _about(full, lexicon)
    return sorted(groups, key=lambda group: (-group.count, full.find(group.forms[-1])))


def _without_shorts(groups: Sequence[Group]) -> list[Group]:
    """Without groups that are only the short name of another: 云泽产业园 beside 云泽新材料产业园."""
    shorts = {form for group in groups for form in group.forms if form != group.name}
    return [group for group in groups if group.name not in shorts or len(group.forms) > len(shorts)]


def _signed(group: Group, signs: Sequence[str]) -> Group:
    return replace(group, signed=True) if any(form in signs for form in group.forms) else group


def _rank(group: Group) -> int:
    if group.entry or (group.kind not in WEAK):
        return 0
    return 2 if group.minor else 1


def _trimmed(forms: Sequence[Form]) -> list[Form]:
    """Names with words too many before them, cut to the one that another place of the text is sure of."""
    sure = {(form.body, form.kind) for form in forms if form.sure}
    return [form if form.sure else _cut_to(form, sure) for form in forms]


def _cut_to(form: Form, sure: set[tuple[str, str]]) -> Form:
    for start in range(1, len(form.body) - 1):
        if (form.body[start:], form.kind) in sure:
            return replace(form, start=form.start + start, body=form.body[start:], sure=True)
    return form


def _is_told(group: Group, reads: Sequence[str], full: str) -> bool:
    """Whether a name is one of a park: placed, known, or told by where and how often it stands."""
    if group.places or group.entry or group.signed:
        return True
    if bool(reads) and group.name in reads[0]:
        return True
    said = sum(full.count(form) for form in group.forms)
    if group.minor:
        said += len(REFERS.findall(full))
        return said > 1 and (group.sure or bool(LANDFORM.search(group.body)))
    return said > 1 or (group.opens if group.sure else _heads_a_line(group, full))


REFERS = re.compile(r"(?<![一-鿿])(?:该?产业园|园区|该园)|[在的为]园区")


LANDFORM = re.compile("[山河湖江海湾岛岭溪泉滩洲坝桥峰林庄村店屯堡塘浦渡潭井沟坪川源陵]")


def _heads_a_line(group: Group, full: str) -> bool:
    return any(
        full[max(0, place - 2) : place].rpartition("\n")[2].strip(" 　") in BULLETS
        for place in _places(full, group.name)
    )


BULLETS = ("", *"▍■●◆▶►★◎【·-—“")


def _weighty(groups: Sequence[Group], strong: Sequence[Group], reads: Sequence[str]) -> list[Group]:
    """New areas and estates that a text is about beside a park in them: titled alone, or named far more."""
    title = reads[0] if reads else ""
    titled = any(form in title for group in strong for form in group.forms if len(form) > len(group.body))
    full = "\n".join(reads)
    said = {group.name: sum(full.count(form) for form in group.forms) for group in (*groups, *strong)}
    most = max((said[group.name] for group in strong), default=0)
    beside = _listed_with(strong, full)
    heads = _heads(reads, strong, titled=titled)

    def weighs(group: Group) -> bool:
        named = any(form in title for form in group.forms)
        if said[group.name] > 1 and any(form in beside for form in group.forms):
            return True
        for head in heads:  # a heading each; where another is in the title, it has to begin with the name
            if any(
                (head.startswith(form) if titled else form in head) for form in group.forms if len(form) > 2
            ):
                return True
        if group.minor:
            return bool(group.places) and named and not titled and said[group.name] > 2 * most
        return bool(group.places) and (said[group.name] > 2 * most or (named and not titled))

    return [group for group in groups if weighs(group)]


def _heads(reads: Sequence[str], strong: Sequence[Group], *, titled: bool) -> list[str]:
    """The beginnings of headings; where the title names a park, only of a row in which it has its own."""
    heads = [read[:HEADED] for read in reads[1:] if len(read) < LONGEST_HEAD]
    if not titled:
        return heads
    marks = [(HEAD_MARK.match(head), head) for head in heads]
    rows = [(mark.group(), head[mark.end() :]) for mark, head in marks if mark]
    own = {mark for mark, head in rows for group in strong if head.startswith(group.forms)}
    return [head for mark, head in rows if mark in own]


def _listed_with(strong: Sequence[Group], full: str) -> str:
    """The words that a text lists with parks: 云泽高新区、岚江经开区、宁海工业园｜三家园区."""
    found: list[str] = []
    told = [group for group in strong if group.count > 1 or group.entry]
    for start, end in words_of(tuple({form: None for group in told for form in group.forms})).find(full):
        if full[end : end + 1] in LISTS and full[end : end + 1]:
            found.append(CLAUSE_HEAD.match(full, end + 1).group())  # type: ignore[union-attr]
        if full[start - 1 : start] in LISTS and start:
            found.append(CLAUSE_TAIL.search(full, max(0, start - 22), start - 1).group())  # type: ignore[union-attr]
    return "、".join(found)


ASIDE = re.compile(  # 比｜云泽高新区, 总部位于｜云泽高新区: named beside what a sentence is about
    r"(?:比|较|高于|低于|超过|不及|落后|领先|仅次于|学习|借鉴|复制|对标|来自|源自|联合|与|[^一-鿿]继|除|同|总部(?:位于|设在|在)|考察|参观)$"
)
BESIDE = re.compile(r"的?(?:之后|经验|做法|模式|相比|考察)|的[近约超]?(?:[0-9.]+|[两三四五六七八九十几])倍")


def is_aside(read: str, mention: Mention) -> bool:
    """Whether a park is only compared with, learned from or come from."""
    return bool(
        ASIDE.search(read, max(0, mention.start - 6), mention.start) or BESIDE.match(read, mention.end)
    )


HEAD_MARK = re.compile(r"^[^\w“《\s]\s*")
HEADED, LONGEST_HEAD = 20, 40  # characters of a heading: up to the end of a park's name in it, and in all


LISTS = ("、", "和", "与")
CLAUSE_HEAD = re.compile("[^，。；、\n]{0,20}")
CLAUSE_TAIL = re.compile("[^，。；、\n]{0,20}$")


def _merge(forms: list[tuple[str, Form]]) -> list[list[tuple[str, Form]]]:
    """Forms of one kind whose bodies end alike (苏州相城, 相城) are one park.

    So are those that name its place in two ways: 郴州云泽, 湘南云泽.
    """
    sets: list[list[tuple[str, Form]]] = []
    known: dict[tuple[str, str], int] = {}  # kind and body, as far as it may be left out -> its set
    for text, form in sorted(forms, key=lambda pair: (-len(pair[1].body), pair[1].start)):
        place = known.get((form.kind, _plain(form.body)), len(sets))
        own = form.body.removeprefix("".join(form.places))
        if place == len(sets) and form.places and len(own) > 1:
            place = known.get((form.kind, own), place)
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


def _group(
    members: list[tuple[str, Form]], full: str, entries: Sequence[ParkEntry], lexicon: Lexicon
) -> Group:
    names = sorted({text for text, _ in members}, key=lambda text: (-len(text), full.find(text)))
    first = max((form for _, form in members), key=lambda form: (len(form.places), len(form.body)))
    shorts = [
        short
        for short in dict.fromkeys(_short_names(first, full, lexicon))
        if short not in names and full.count(short) > sum(name.count(short) for name in names)
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
        tails=tuple(dict.fromkeys(form.tail for _, form in members)),
        minor=all(form.minor for _, form in members),
        sure=any(form.sure for _, form in members),
        opens=any(form.opens for _, form in members),
    )


def _short_names(form: Form, full: str, lexicon: Lexicon) -> Iterator[str]:
    """云泽 and 宁州云泽 for 宁州云泽经济开发区, 云泽园区; never a bare place such as 宁州."""
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
    head = own[: without_trades(own, lexicon)]
    yield from _shortened(own, head, form, full)


SMALL = {  # the form words that a short name may have
    "高新技术产业开发区": ["高新区", "高新园区", "园区", "园", "开发区"],
    "经济技术开发区": ["经开区", "开发区", "园区", "园"],
    "保税区": ["综保区", "保税区", "港区", "园区"],
    "新区": ["新区", "园区", "片区", "示范区", "集聚区", "合作区"],
    "产业园": [
        *("园区", "园", "产业园", "产业园区", "工业园", "工业园区"),
        *("工业区", "加工区", "集中区", "科技园", "新城", "基地"),
    ],
}
COINED_TAIL = re.compile(r"[一-鿿]{1,2}[谷城港湾岛]$")


def _shortened(own: str, head: str, form: Form, full: str) -> Iterator[str]:
    """锦｜屏｜食品加工区 by its head and a small form word, 未来谷产业园 by its coined end."""
    stems = dict.fromkeys(
        stem for stem in (own, head, head[:2] if len(head) > SHORT_HEAD else "") if len(stem) > 1
    )
    small = dict.fromkeys([*SMALL.get(form.kind, []), form.tail])
    longest = max(map(len, small))
    for stem in stems:
        for start in _places(full, stem):
            after = full[start + len(stem) : start + len(stem) + longest]
            yield from (stem + word for word in small if after.startswith(word))
    coined = COINED_TAIL.search(own) if len(own) > SHORT_HEAD else None
    if coined:
        yield coined.group()


SHORT_HEAD = 2  # characters of a head that is not shortened


def _free_trade_names(form: Form) -> Iterator[str]:
    place = form.places[0]
    area = form.body.removeprefix(place)
    names = [
        f"{part}{area}片区"
        for part in (f"{place}自贸区", f"{place}自贸试验区", "自贸区", "自贸试验区", "自贸", "")
    ]
    yield from names if area else [f"{place}自贸区", f"{place}自贸试验区", f"{place}自由贸易试验区"]


def _bracketed(full: str, name: str) -> Iterator[str]:
    """Other names given in brackets: X高新区（宁州…工业园）, …（以下简称“X”）."""
    for place in _places(full, name):
        match = ALIAS.match(full, place + len(name))
        alias = re.sub(r"^(?:以下)?(?:简称|下称)|[“”\"：:]", "", match["alias"]) if match else ""
        if match and (re.fullmatch(r"[一-鿿]{2,18}(?:园|区|港|城)", alias) or "简称" in match["alias"]):
            yield alias


ALIAS = re.compile(r"[（(](?P<alias>[^）)\n]{2,24})[）)]")


def _places(full: str, name: str) -> Iterator[int]:
    """Where a text holds a name."""
    place = full.find(name)
    while place >= 0:
        yield place
        place = full.find(name, place + len(name))


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
    r"(?:基地|产业园区?|科技园|工业园|科技城|产业城|科学城|园区|新城|创新港|小镇|示范区|集聚区|功能区)$"
)
RUN_BY = (
    "(?:管委会|党工委|管理委员会|管理局|管理办|开发公司|工委)"  # what runs a park, and no company's works
)


def _ruling(strong: Sequence[Group], reads: Sequence[str]) -> list[Group]:
    """The territory that a text is about although it names a park in passing: its headline names it."""
    title = reads[0] if reads else ""
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
    families = {name: [other for other in counts if name.endswith(other)] for name in counts}
    weights = {name: sum(counts[other] for other in family) for name, family in families.items()}
    title = full.split("\n", 1)[0]
    run = bool(re.search(f"基地{RUN_BY}", full))
    weights = {
        name: weight
        for name, weight in weights.items()
        if run or not name.endswith("基地") or any(each in title for each in families[name])
    }
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


# -- what a document says of a park as a whole ------------------------------------------------------


def describe(group: Group, full: str, aliases: Sequence[str], province: str | None = None) -> ParkMention:
    """The park as the document shows it: place from its name and the text, level only where it is said.

    `province` is the one that the document comes from.
    """
    entry = group.entry
    place = _lie(group, full, province)
    return ParkMention(
        name=group.name,
        park_id=entry.id if entry else None,
        aliases=tuple(aliases),
        province=(entry and entry.province) or (place.province if place else None) or None,
        city=(entry and entry.city) or (place.city if place else None),
        county=(entry and entry.county) or (place.county if place else None),
        kind=(entry and entry.kind) or group.kind,
        level=_level(group, full) or (entry.level.value if entry and entry.level else None),
    )


def _lie(group: Group, full: str, province: str | None) -> Place | None:
    """Where a park lies: by its name, by what stands beside it, by a city of the text, by the paper."""
    said = _said_beside(group, full)
    place = locate(said or group.places, full, province)
    city = None if place and place.city else _unknown_city(group, full)
    if city is None:
        return place
    return Place(city, city, place.province if place else province or "", city, None)


def _said_beside(group: Group, full: str) -> tuple[str, ...]:
    """The places that a text gives a park: 位于宁州的｜云泽高新区, 云泽高新区｜地处宁州市."""
    for form in (*group.forms, *group.places[:1]):
        for start in _places(full, form):
            led = OF_A_PLACE.search(full, max(0, start - 6), start)
            names = chain_ending(full[max(0, led.start() - 16) : led.start()])[1] if led else ()
            lies = LIES.match(full, start + len(form))
            names = names or (chain_starting(full, lies.end()) if lies else ())
            if names and not set(names) <= set(group.places):
                return names
    return ()


OF_A_PLACE = re.compile(r"(?:下辖|所辖|境内|辖内)?的$")
LIES = re.compile(r"[^，。；\n]{0,2}[，,]?(?:地处|位于|坐落于|坐落在|坐落)")


def _unknown_city(group: Group, full: str) -> str | None:
    """宁州 of 宁州高新区, where the text speaks of a 宁州市 that the gazetteer does not know."""
    body = group.body[:OWN_CITY]
    for size in range(len(body), 1, -1):
        name = body[:size]
        if f"{name}市" in full and name not in gazetteer() and f"{name}市" not in gazetteer():
            return name
    return None


OWN_CITY = 3  # characters of a city's short name at the begin of a park's


def regions_around(group: Group | None, full: str, province: str | None = None) -> dict[str, str]:
    """What 全市, 全省 and 全县 mean in a text about a park, or about many in a province."""
    place = locate(group.places, full) if group and group.places else None
    if place is None:
        return {"全省": province_in_full(province)} if group is None and province else {}
    named = {"全市": place.city, "全省": province_in_full(place.province), "全县": place.county}
    endings = {"全市": "市", "全省": "省", "全县": "县"}
    return {
        word: name if name.endswith(("市", "省", "县", "区", "州")) else name + endings[word]
        for word, name in named.items()
        if name
    }


LEVEL = re.compile(
    r"(?P<level>国家级?|省级|自治区级)(?:高新技术产业开发区|高新技术产业园区|高新区|经济技术开发区|经济开发区|经开区|开发区|新区|综合保税区|综保区"
    r"|自贸试验区|边境经济合作区|产业园区|工业园区|工业园|产业园|园区|高技术产业基地|化工园区|重点园区)"
)
STANDS = re.compile(
    r"位居|位列|排名|跻身|第[0-9一二三四五六七八九十]+[名位]|[0-9]+强|升级|升格|获批|批准|设立|一流|最年轻|之一|首批|是|获评|作为|诞生|晋升|[这那][个座家]"
)
GRANTED = re.compile(
    r"(?P<nation>国务院|国家)[^，。；]{0,8}?(?:批准|批复|同意)|(?:省|自治区|市)(?:委、省)?(?:人民)?政府[^，。；]{0,6}?(?:批准|批复|同意)"
)
GOAL = re.compile(r"(?:创建|争创|力争|冲刺|争取|申创|申报)[^，。；]{0,6}$")
SOUGHT = re.compile(
    r"(?:创建|争创|创成|申报|力争|冲刺|争取|升级为?|建成|建设|申创|迈向|全国|全省|[0-9]+[家个])[^，。；]{0,4}$"
)


def _level(group: Group, full: str) -> str | None:
    """The level at which the text sets the park: it stands among 国家高新区, it was raised to one."""
    for sentence in _of_levels(full):
        named = any(form in sentence for form in group.forms)
        for said in LEVEL.finditer(sentence):
            before = sentence[max(0, said.start() - 16) : said.start()]
            one = ONE.search(before)
            if said.group() in group.forms or not (named or one):
                continue
            if GOAL.search(before):
                continue
            if not SOUGHT.search(before) or _ranks(sentence):
                return "国家级" if said["level"].startswith("国") else "省级"
        granted = GRANTED.search(sentence) if named else None
        if granted:
            return "国家级" if granted["nation"] else "省级"
    return None


ONE = re.compile(
    r"(?:[这那][个座家]|作为|是|升格为|晋升为)(?:全[省市州县])?(?:首批|唯一的?|首个|一[个家座])?$"
)


def _ranks(sentence: str) -> bool:
    """Whether a park stands among its like: 在全国218家国家级经开区中排名第97位."""
    return bool(
        re.search(r"位居|位列|排名|跻身|列第|升格|升级为|获批|第[0-9一二三四五六七八九十]+[名位]", sentence)
    )


@lru_cache(maxsize=4)
def _of_levels(full: str) -> tuple[str, ...]:
    """The sentences of a text that set somebody at a level."""
    sentences = re.split(r"[。！!？?\n]", full)
    return tuple(
        each
        for each in sentences
        if (LEVEL.search(each) and STANDS.search(each)) or ("政府" in each or "国务院" in each)
    )
