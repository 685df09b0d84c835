"""Parks by the form of their names (place + 高新区, 经开区, 开发区 …), known to the register or not.

Every form in which a document names one park is one group: 宁州云泽经济开发区, 云泽经济开发区 and 云泽.
The group's name is the fullest form. A class (国家高新区, 省级经开区) is no park.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from core.gazetteer import gazetteer, with_short_places
from core.lexicon import Lexicon
from core.model import ParkEntry
from core.words import cut
from extract.abouts import about, ruling
from extract.forms import Form, find_forms, without_trades
from extract.mentions import Group
from extract.search import places_of, words_of

WEAK = ("新区", "产业园")  # may be a part of a park: one of its own only where no other kind is named


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
    groups = [*ruling(chosen, reads), *chosen] or about(full, lexicon)
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
        for place in places_of(full, group.name)
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
            referred = said[group.name] + len(REFERS.findall(full))
            return bool(group.places) and named and not titled and referred > 2 * most
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
    told = frozenset(re.sub("[省市县区]$", "", place) for _, form in forms for place in form.places)
    known: dict[tuple[str, str], int] = {}  # kind and body, as far as it may be left out -> its set
    for text, form in sorted(forms, key=lambda pair: (-len(pair[1].body), pair[1].start)):
        body = with_short_places(form.body, told)
        place = known.get((form.kind, body), len(sets))
        own = form.body.removeprefix("".join(form.places))
        if place == len(sets) and form.places and len(own) > 1:
            place = known.get((form.kind, own), place)
        if place < len(sets):
            sets[place].append((text, form))
            continue
        sets.append([(text, form)])
        for short in _short_bodies(body):
            known.setdefault((form.kind, short), place)
    return sets


def _short_bodies(body: str) -> Iterator[str]:
    """苏州相城 → 相城; 包头乌兰稀土 → 乌兰, where only a trade stands behind."""
    yield from (body[start:] for start in range(len(body)))
    for end in range(2, len(body) - 1):
        trade = cut(body[end:])
        if len(trade) == 1 and trade[0][1] == "n":
            yield from (body[start:end] for start in range(end - 1))


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
        for start in places_of(full, stem):
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
    for place in places_of(full, name):
        match = ALIAS.match(full, place + len(name))
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
