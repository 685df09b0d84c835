"""Names of parks in print: places and a name of its own, up to a form word (云泽｜高新区).

What stands left of the form word is read in this order: as places that the gazetteer knows, as a county
or city that it does not (岚泽县｜江口｜工业园区), as a part of a province (皖南｜云泽), as a coined name that
opens its clause. A class (国家高新区, 省级经开区, 各类园区) is no name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import accumulate

from msgspec import Struct

from core.gazetteer import gazetteer
from core.lexicon import Lexicon
from core.words import cut
from extract.places import chain_ending, place_ending, place_starting, region_starting
from extract.search import beginning

KINDS = {  # list of forms -> the kind of GUIDE and register
    "park_hightech": "高新技术产业开发区",
    "park_economic": "经济技术开发区",
    "park_bonded": "保税区",
    "park_freetrade": "自贸片区",
    "park_newarea": "新区",
    "park_estate": "产业园",
    "park_other": "其他",
    "park_minor": "产业园",
}
QUALIFIER = re.compile(r"(?:国家级|国家|省级|市级|自治区级|国际|现代|综合)+$")
LEFT = re.compile(r"[一-鿿A-Za-z·]*\Z")  # not $, which also stands before a line break
LONGEST = 20  # characters before a form word that may belong to the name
OWN_LONGEST = 6
FUNCTION = re.compile(r"[驻赴的了是在和与及为把被将向从由对以于等这那其各到有个家]")
LED = re.compile(r"^.*?[年月日在对与和由到为将把从使让的是了及等向于据比跟](?=[一-鿿]{2,})")  # 2022年｜云泽
ORGAN = re.compile(  # 省商务厅｜开发区处, 商务部｜国家级经开区: whose office or list it is
    r"(?:厅|局|委员会|委|办公室|处|署|(?:商务|科技|科学技术|工信|信息化|财政|资源|环境|交通|组织|宣传|商贸|住建)部)$"
)
BEFORE = re.compile(r"^[指给驻赴原到在与和同跟比对为由从向离距据以让使把被将等](?=[一-鿿]{2})")  # 在｜云泽
NAME_TAGS = ("ns", "nr", "nz", "nrt", "nt", "x", "nrfg")
STOPS = ("v", "vd", "p", "d", "c", "u", "r", "m", "q", "t", "f", "y", "uj", "ul")
COUNTED = re.compile(r"[一二三四五六七八九十大小新老各多全本该我此某整每双首副主]")


class Form(Struct, frozen=True):
    """A park's name in print: read[start:end] = body + qualifier + form word."""

    start: int
    end: int
    body: str
    places: tuple[str, ...]
    kind: str
    tail: str  # its form word: 高新区, 产业园
    minor: bool = False  # by a form that estates within a park have as well
    sure: bool = True  # its name is no word of the dictionary, or begins with a place
    opens: bool = True  # its name begins where its clause does, or behind a word that leads to it


class Body(Struct, frozen=True):
    """The name part before a form word: stem[start:], and the places that it begins with."""

    start: int
    places: tuple[str, ...] = ()
    sure: bool = True
    opens: bool = True


@cache
def form_words(lexicon: Lexicon) -> tuple[re.Pattern[str], dict[str, str]]:
    """The pattern of all form words, the longest first, and the kind of each."""
    kind_of = {word: kind for key, kind in reversed(KINDS.items()) for word in lexicon.list(key)}
    words = "|".join(sorted(map(re.escape, kind_of), key=len, reverse=True))
    return re.compile(rf"(?:{words})(?!域|划|间|位(?![居列于次])|[区园](?![区内外里]))"), kind_of


def find_forms(read: str, lexicon: Lexicon) -> Iterator[Form]:
    """Every park named by its form, in order."""
    _, kind_of = form_words(lexicon)
    minor = frozenset(lexicon.list("park_minor"))
    areas = (*_free_trade(read), *_insets(read, lexicon))
    yield from areas
    for match in _endings(lexicon).finditer(read):
        if any(area.start <= match.start() < area.end for area in areas):
            continue
        left = LEFT.search(read, max(0, match.start() - LONGEST), match.start())
        before = re.sub("^.*其中", "", left.group()) if left else ""
        if left and before[:1] in DATE_UNITS and read[left.start() - 1 : left.start()].isdecimal():
            before = before[1:]  # 8月30日｜云州新区
        qualifier = QUALIFIER.search(before)
        stem = before[: qualifier.start()] if qualifier else before
        form = match.group()
        small = form in minor or form in TRADED
        if (small or form.endswith(("城", "港"))) and _goes_on(read, match.end(), lexicon):
            continue
        body = _body(stem, form, lexicon) if stem else None
        if body is None or _is_class(stem[body.start :], form, body.places, lexicon):
            continue
        if BRANCH.match(read, match.end()):
            continue
        if form in TRADED and without_trades(stem, lexicon) in (len(stem), body.start):
            continue  # 公｜园, 电商｜园: of no trade, or of no name
        start = match.start() - len(before) + body.start
        yield Form(
            start,
            match.end(),
            stem[body.start :],
            body.places,
            kind_of.get(form, "产业园"),
            form,
            small,
            body.sure,
            body.opens,
        )


BRANCH = re.compile("[一-鿿]{2,4}(?:分区|分园)")  # 云泽高新区｜岚江分园: a part of it that lies elsewhere


def _goes_on(read: str, end: int, lexicon: Lexicon) -> bool:
    """云泽国际陆港｜物流园, 云泽新城｜生物医药产业园: a longer name has the form within it."""
    pattern, _ = form_words(lexicon)
    goes = _trades_ahead(lexicon).match(read, end)
    return bool(pattern.match(read, end) or (goes and pattern.match(read, goes.end())))


@cache
def _trades_ahead(lexicon: Lexicon) -> re.Pattern[str]:
    words = sorted(lexicon.list("park_trades"), key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(map(re.escape, words))}){{1,3}}")


DATE_UNITS = tuple("年月日号时")
TRADED = ("园", "谷", "港", "岛", "园区")  # endings of a park behind the words of a trade: 云泽｜生命科学｜园


@cache
def _endings(lexicon: Lexicon) -> re.Pattern[str]:
    pattern, kind_of = form_words(lexicon)
    traded = f"(?:{'|'.join(TRADED)})(?![区林艺圃口湾])"
    return re.compile(f"{beginning([*kind_of, *TRADED])}(?:{pattern.pattern}|{traded})")


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
        yield Form(*match.span(), match["place"] + area, (match["place"],), "自贸片区", "片区")
    if "自贸" not in read and "自由贸易" not in read:
        return
    for match in FREE_TRADE_AREA.finditer(read):
        place = place_ending(match["place"], len(match["place"]))
        if place and not FUNCTION.search(match["area"]):
            start = match.end("place") - len(place)
            yield Form(start, match.end(), place + match["area"], (place,), "自贸片区", "片区")


INSET_LOOK = re.compile("[（(][一-鿿]{2,4}[)）][一-鿿]")
BRANCHED = re.compile("[一-鿿]{2,4}(?:园区|片区|分区|分园)")  # 西部（云州）科学城｜岚江园区
INSET = re.compile(  # 中韩（宁州）国际合作示范区, 西部（云州）科学城
    r"(?P<lead>中[一-鿿]|[东西南北中]部|国家|深港|粤澳|粤港|川渝|沪苏)[（(](?P<place>[一-鿿]{2,4})[)）](?P<own>[一-鿿]{0,10})$"
)


def _insets(read: str, lexicon: Lexicon) -> Iterator[Form]:
    """The parks whose names hold their place in brackets, up to a form word."""
    if not INSET_LOOK.search(read):
        return
    _, kind_of = form_words(lexicon)
    for match in _endings(lexicon).finditer(read):
        named = INSET.search(read, max(0, match.start() - LONGEST), match.start())
        if named is None or named["place"] not in gazetteer() or BRANCHED.match(read, match.end()):
            continue
        if form_words(lexicon)[0].search(named["own"]) or not _is_own(named["own"]):
            continue
        body, kind = read[named.start() : match.start()], kind_of.get(match.group(), "产业园")
        yield Form(named.start(), match.end(), body, (named["place"],), kind, match.group())


def _is_class(body: str, form: str, places: tuple[str, ...], lexicon: Lexicon) -> bool:
    """云南省开发区, 获批省级开发区, 三大开发区: all of a province's; a verb or a number before a class."""
    return _is_of_a_province(body, form, places, lexicon) or _is_act(body, places, lexicon)


def _is_of_a_province(body: str, form: str, places: tuple[str, ...], lexicon: Lexicon) -> bool:
    """云南省开发区, 江西工业园区: all of a province's; and the label of a column (振兴·开发区)."""
    if body.endswith(("·", "省", "自治区")):
        return True
    found = gazetteer().get(places[-1], ()) if places else ()
    if not found or found[0].city is not None:
        return False
    own = body.removeprefix("".join(places))
    if form in lexicon.list("park_minor"):  # of a trade it is one park: 海南生态软件园
        return not own
    return form in ("开发区", "工业园区", "产业园区") and not own[: without_trades(own, lexicon)]


def _is_act(body: str, places: tuple[str, ...], lexicon: Lexicon) -> bool:
    """获批省级开发区, 三大开发区: a verb or a number before a class, no name."""
    verbs = (*lexicon.list("clause_verbs"), *lexicon.list("target_words"))
    if ORGAN.search(body) and not (places and body.endswith(places[-1])):
        return True
    return not places and (body in verbs or bool(re.match(r"[两二三四五六七八九十]大", body)))


# -- the name before the form word --------------------------------------------------------------------


@lru_cache(maxsize=4096)
def _body(stem: str, form: str, lexicon: Lexicon) -> Body | None:
    """The name part before the form word; None where it is only a class."""
    led = _led(stem, lexicon)
    readings = [*_placed(stem, led, lexicon), *_divided(stem, led, lexicon)]
    whole = _coined(stem, led, form, lexicon)
    if readings:  # the one that leaves least of the stem over: 云州｜木兰溪, not 兰溪
        best = min(readings, key=lambda reading: reading.start)
        return whole if whole and _holds(whole, best, stem) else _without_township(best, stem)
    if whole:
        return whole
    words = cut(LED.sub("", stem[: without_trades(stem, lexicon)]))
    last, tag = words[-1] if words else ("", "")
    proper = tag in NAME_TAGS and len(last) > 1 and not CLASS.match(last)
    return Body(stem.rfind(last), opens=False) if proper and _is_name(last, lexicon) else None


TOWNSHIP = re.compile(r"[一-鿿]{2,3}[镇乡](?=[一-鿿]{2})")


def _without_township(body: Body, stem: str) -> Body:
    """宁州市云泽区河口镇｜木棉产业园: behind a county, a township is where a park lies, not its name."""
    behind = body.start + len("".join(body.places))
    match = (
        TOWNSHIP.match(stem, behind) if body.places and stem.startswith(body.places[0], body.start) else None
    )
    return Body(match.end(), body.places, body.sure, body.opens) if match else body


NO_HEAD = re.compile(
    "[日月年号时起底末初前后中内外上下个家位名户的了是在和与及对为从向由等共也又再已现据至到使让把被将记者讯电市县区省州]"
)


def _holds(whole: Body, best: Body, stem: str) -> bool:
    """木｜莲花, 玛｜河北: a single character left over belongs to a name that only ends like a place."""
    return whole.start + 1 == best.start and bool(best.places) and not NO_HEAD.match(stem, whole.start)


@lru_cache(maxsize=4096)
def _led(stem: str, lexicon: Lexicon) -> int:
    """Where the stem begins behind the words that lead to a name: 走进｜云泽, 随着｜云泽, 今年｜云泽."""
    said = [match.end() for match in _verbs(lexicon).finditer(stem)]
    said += [match.end() for match in WHEN.finditer(stem)]
    said += [match.end() for match in CORPS.finditer(stem)]
    place, start, head = 0, max(said, default=0), without_trades(stem, lexicon)
    for word, tag in cut(stem):
        place += len(word)
        if place > head:
            break  # 前海｜现代服务业, where 现代 is taken for a time
        if word in LEADS or (tag in STOPS and len(word) > 1):
            start = max(start, place)
    glued = [
        match.end() for match in GLUED.finditer(stem, start)
    ]  # 记者从｜琅陌, where 从琅 is taken for a word
    start = glued[-1] if glued else start
    while start < len(stem) and (match := BEFORE.match(stem[start:])):
        start += match.end()
    return start


@cache
def _verbs(lexicon: Lexicon) -> re.Pattern[str]:
    """落户｜岚江, where 落户 is a noun of the dictionary; never a word of trade (加工, 服务)."""
    trades = {*lexicon.list("park_trades"), *lexicon.list("park_minor")}
    words = (*lexicon.list("clause_verbs"), *lexicon.list("park_leads"))
    verbs = [word for word in words if not any(word in trade for trade in trades)]
    longest = "|".join(sorted(map(re.escape, verbs), key=len, reverse=True))
    return re.compile(f"{beginning(verbs)}(?:{longest})")


WHEN = re.compile(
    r"年度|年初|年[底末]|全年|[今去前当明]年|[上下]半年|季度|月份|目前|当前|如今|现在|近年|同期|期间|以来|日前|近日|昨[日天]|今[日天]"
)
CORPS = re.compile("(?:兵团)?第?[一二三四五六七八九十]{1,3}师(?=[一-鿿]{2})")  # 第七师｜胡杨河
GLUED = re.compile(r"[从在与据把被](?=[一-鿿]{2})")
LEADS = frozenset("给在对与和由到为将把从使让的是了及等向于据比跟赴驻说")


def without_trades(text: str, lexicon: Lexicon) -> int:
    """Where the words of trade at a text's end begin: 云泽｜生物医药."""
    trades, end = _trades(lexicon), len(text)
    while match := trades.search(text, 0, end):
        end = match.start()
    return end


@cache
def _trades(lexicon: Lexicon) -> re.Pattern[str]:
    words = sorted({*lexicon.list("park_trades"), *lexicon.list("park_minor")}, key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(map(re.escape, words))})$")


def _placed(stem: str, led: int, lexicon: Lexicon) -> Iterator[Body]:
    """The ways to read the end of a stem as places and an own name."""
    head = without_trades(stem, lexicon)
    for end in range(len(stem), max(0, head - OWN_LONGEST) - 1, -1):
        place = place_ending(stem, end)
        own = stem[end : max(head, end)]
        if not place or place in lexicon.list("park_trades") or not _is_own_name(own, place, lexicon):
            continue
        start, places = chain_ending(stem[:end])
        start -= len(PAIR.search(stem, 0, start).group())  # type: ignore[union-attr] # 中新｜天津
        if start > led and start not in _edges(stem):  # 复｜合肥: no place, but a part of a word
            continue
        if len(stem) - end == 1 and led >= start:  # 洛川｜岭: a name that begins like a place
            yield Body(start, places[:-1], sure=True)
        else:
            yield Body(start, places)
    if region := region_starting(stem, led):
        own = stem[led + len(region) : max(head, led + len(region))]
        if len(stem) - led - len(region) > 1 and len(own) <= OWN_LONGEST and _is_name(own, lexicon):
            yield Body(led, (region,))


@lru_cache(maxsize=4096)
def _edges(stem: str) -> frozenset[int]:
    """Where the words of a stem begin."""
    return frozenset(accumulate((len(word) for word, _ in cut(stem)), initial=0))


PAIR = re.compile(  # two that share a park, before where it lies
    "(?:中[新德以韩日意法瑞奥荷俄哈白欧马泰英美加澳比丹芬]|深港|粤澳|粤港|粤桂|沪苏|苏皖|川渝|鲁渝|京津|苏陕|闽宁|苏滁)?$"
)
DIVISION = re.compile(r"(?P<name>[一-鿿]{1,4}?[市县区州旗盟镇])(?P<own>.*)$")
NO_DIVISION = re.compile(
    r"^(?:[全各我本该此每某两三四五六七八九十多省外老新同]|县市|市县|市区|市州|州市)|^.?[城超都股上]市$"
)
NO_AREA = re.compile(
    r"(?:园|社|城|地|山|景|灾|厂|库|港|校|片|街|辖|战|牧|林|矿|市|发|新|税|易|作|验|范|聚|中|能|工|济|界|郊)区$"
)


def _divided(stem: str, led: int, lexicon: Lexicon) -> Iterator[Body]:
    """A county or city that the gazetteer does not know, by its ending: 江苏省｜岚泽县｜江口."""
    start, places = led, []
    while place := place_starting(stem, start):
        places.append(place)
        start += len(place)
    match = DIVISION.match(stem, start)
    if match and places and len(match["name"]) == TWO:  # 永川｜坝县: no county has a name of one character
        places, match = [], DIVISION.match(stem, led)
    if match is None or len(match["name"]) < 3 - bool(places) or NO_DIVISION.match(match["name"]):
        return
    last = cut(match["name"])[-1]
    word = len(last[0]) > 1 and last[1] not in NAME_TAGS
    if word or NO_AREA.search(match["name"]) or FUNCTION.search(match["name"]):
        return
    own = match["own"]
    if not own or _is_own(own[: without_trades(own, lexicon)]):
        yield Body(led, (*places, match["name"]))


TWO = 2


def _is_own(own: str) -> bool:
    """Whether words behind a county may be a park's own name: no words of function, no sentence."""
    verbs = any(tag in STOPS and len(word) > 1 for word, tag in cut(own))
    return len(own) <= OWN_LONGEST and not FUNCTION.search(own) and not verbs


def _coined(stem: str, led: int, form: str, lexicon: Lexicon) -> Body | None:
    """A name that no dictionary knows, or a word that is none of a class, where its clause begins."""
    head = without_trades(stem, lexicon)
    if head <= led < len(stem) and STRONG.fullmatch(form):  # 海洋经济｜开发区: named by its trade alone
        return Body(led, (), sure=False) if _is_name(stem[led:], lexicon) else None
    own = stem[led:head].replace("·", "")
    if not 2 <= len(own) <= OWN_LONGEST or FUNCTION.search(own) or CLASS.match(own):
        return None
    if not _is_name(own, lexicon):
        return None
    words = cut(own)
    proper = [len(word) == 1 or tag in NAME_TAGS for word, tag in words]
    if all(proper):
        return Body(led, (), sure=not COUNTED.search(own))
    if len(words) == 1 or len(own) <= SHORT:
        plain = bool(STRONG.fullmatch(form)) and not any(tag in LOOSE_TAGS for _, tag in words)
        return Body(led, (), sure=plain)
    behind = len(words) - next((i for i, each in enumerate(reversed(proper)) if not each), 0)
    last = sum(len(word) for word, _ in words[behind:])  # 项目选址｜琅陌
    return Body(head - last, (), opens=False) if last > 1 and len(own) == head - led else None


LOOSE_TAGS = ("a", "ad", "an", "b", "z", "i", "l", "j", "vn", "f", "s")
SHORT = 4  # characters of a name in which words of the dictionary may follow one another: 金色大地
CLASS = re.compile(r"[全本该我此某整每各首]|[一二两三四五六七八九十几]+[大个家]|[大小新老主副双]$")
STRONG = re.compile("(?:高新(?:技术产业开发)?|经济技术开发|经济开发|经开|开发|综合保税|综保)区")


DIRECTION = re.compile(  # 宁州东部｜新区, of a city
    "[东西南北中]部|沿海|沿江|临港|临江|滨海|滨江|环城|城[东西南北]"
)
NUMBERED = re.compile("[一二三四五六七八九](?![大个家座区园期批])[一-鿿]{2,3}$")  # 三龙湾, not 三大


def _is_own_name(own: str, place: str, lexicon: Lexicon) -> bool:
    """Whether words behind a place may be a park's own name: 净月, 东部 of a city, 三龙湾."""
    if _is_name(own, lexicon):
        return True
    if not own or FUNCTION.search(own):
        return False
    lies = gazetteer().get(place, ())
    of_a_city = bool(lies) and lies[0].city is not None
    spelled = len(own) == TWO and all(len(word) == 1 for word, _ in cut(own)) and not CLASS.match(own)
    return of_a_city and (spelled or bool(DIRECTION.fullmatch(own)) or bool(NUMBERED.match(own)))


def _is_name(own: str, lexicon: Lexicon) -> bool:
    if not own:
        return True
    if FUNCTION.search(own) or own in lexicon.list("class_words"):
        return False
    words = cut(own)
    classes = lexicon.list("class_words")
    return not any(word in classes or tag in ("v", "vd", "d", "p", "c", "u", "r", "m") for word, tag in words)
