"""What a park says it builds on: lists of industries beside 主导产业, 新兴产业, 产业集群 …

Only what the park itself, or nobody else in the sentence, does: a firm's or a sub-park's fields are its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from msgspec import Struct

from core.lexicon import Lexicon
from extract.named import Told, words
from extract.scene import Scene

EXAMPLES = {  # sentence -> role of each name
    "云泽高新区以光电信息、智能装备为主导产业。": {"光电信息": "主导", "智能装备": "主导"},
    "“1”指现代物流、食品加工两大先导产业，“N”指绿色建材、文化旅游等特色产业。": {
        "现代物流": "先导", "食品加工": "先导", "绿色建材": "特色", "文化旅游": "特色",
    },
    "主导产业为生物医药和高端装备制造。": {"生物医药": "主导", "高端装备制造": "主导"},
    "加快布局人工智能、氢能等未来产业，培育壮大生物制药、海洋装备等战略性新兴产业。": {
        "人工智能": "未来", "氢能": "未来", "生物制药": "新兴", "海洋装备": "新兴",
    },
    "形成电子信息、汽车零部件、绿色食品三大产业集群。": {
        "电子信息": "其他", "汽车零部件": "其他", "绿色食品": "其他",
    },
    "打造以“智能家电、新型显示”为先导，“种业、冷链物流”为特色的产业体系。": {
        "智能家电": "先导", "新型显示": "先导", "种业": "特色", "冷链物流": "特色",
    },
    "2022年云泽高新区钟表产业链总产值突破90亿元。": {"钟表": "其他"},
    "绿色食品、现代物流都是云泽高新区的主导产业。": {"绿色食品": "主导", "现代物流": "主导"},
    "片区成为市智能家居特色产业集聚区。": {"智能家居": "特色"},
    "公司生产的配件用于家用电器、轨道交通等重点领域。": {},
    "云泽精工有限公司聚焦新能源、新材料等新兴产业。": {},
    "持续优化教育、医疗、养老等公共服务。": {},
}  # fmt: skip

TOPIC = re.compile("链|顶梁柱|集群|产业|赛道|领域|主导|先导|发展|聚焦")
MARKS = "，,。；;：:！!？?"
COMMA = re.compile(r"、|(?<=[一-鿿])[+＋](?=[一-鿿])")
AND = re.compile(r"以及|(?<![涉普])[和及]")  # between the last two of a list: 汽车及零部件、家电
WITH = re.compile(r"以及|(?<!涉)[和及与]")  # the list's only joint: 养老与康复 in a longer list is one name
ROLES = (
    ("首位", "主导"), ("顶梁柱", "主导"), ("四梁八柱", "主导"), ("主攻", "主导"), ("主打", "主导"),
    ("主导", "主导"), ("支柱", "主导"), ("先导", "先导"), ("特色", "特色"), ("优势", "特色"),
    ("未来", "未来"), ("新兴", "新兴"),
)  # fmt: skip
LOOSE = ("核心", "重点", "引领", "主")  # 以…为核心 is said of much else
NUMBER = r"(?:[一二两三四五六七八九十\d]+[大个类条])?"
ROLE = r"(?:主导|支柱|先导|特色|优势|战略性?新兴|新兴|未来|重点)"
ROLED = re.compile(
    rf"(?=[等一二两三四五六七八九十\d“”主支先特优战新未重])"
    rf"(?P<etc>等)?{NUMBER}[“”]?(?P<role>(?:{ROLE}(?:性|[、和])?)+)[”]?(?:产业|行业|制造业|服务业)(?!园|基地|投资|产值|企业|项目|占|增加值|规模)"
)
FIELDS = re.compile(
    rf"(?=[等一二两三四五六七八九十百千万\d])(?:(?P<etc>等)(?:一批|一系列|多个|多)?|{NUMBER.removesuffix('?')}|(?=[十百千万\d]+亿)){NUMBER}(?:[十百千万\d]+亿元?级?)?[“”]?(?P<role>[一-鿿]{{0,5}}?)(?P<head>新赛道|赛道|产业集群|产业链(?!项目|企业)|集群(?=产值|占|的?产值|实现)|领域|应用场景|突破产业|产业(?!园|基地|化|项目|链项目))"
)
PREDICATE = re.compile(
    rf"(?P<role>{ROLE})(?:性)?产业(?:主要)?(?:为|是|有|包括|涵盖|确定为|定位为|聚焦|：|:)(?P<list>[^。；;，,（）()]{{2,60}})"
)
AS = re.compile(
    rf"""”?为(?P<role> (?:主导|先导|特色|支柱)(?=产业|的|，|,|。|；|、|”)
            | 主(?=的[^，,。；;、]{0, 6}(?:园区|开发区|高新区|经开区|产业))
            | 代表的(?:主导|支柱|先导|特色|优势|战略性?新兴|新兴|未来)(?=产业)
            | (?:核心|重点|引领|主)(?=的?[^{MARKS}]{{0,8}}产业) )""",
    re.VERBOSE,
)
COPULA = re.compile(
    rf"(?=[都均已正成是为])(?:都|均|已|已经|正)?(?:成为|是|为)[^{MARKS}]{{0,16}}?的?(?P<role>主导|支柱|特色|先导)产业"
)
FOCUS = re.compile(
    rf"(?:重点发展|主要发展|大力发展|集中发展|主攻|聚焦|围绕|布局)(?P<list>[^{MARKS}“”]{{2,12}}(?:、[^{MARKS}“”]{{2,12}})+)(?P<role>)(?=[{MARKS}])"
)
GROWN = re.compile(
    rf"(?:发展壮大|做大做强|大力发展|重点发展)(?P<list>[^{MARKS}、“”]{{2,8}}产业)(?P<role>)(?=[{MARKS}])"
)
SINGLE = re.compile(
    r"(?P<verb>打造|形成|擘画|建设|培育|做优|做强|做大|壮大|发展|竞逐|抢滩|抢占|布局|构建|集聚|聚焦)"
    r"[^，,。；;、“”]{0,8}?(?P<list>[一-鿿]{2,12}?)(?P<role>(?:特色|优势|支柱|主导|新兴|未来)产业(?!基地|园)|产业集群|产业聚落|新赛道|产业链条)"
)
CHAIN = re.compile(  # 云泽高新区｜钟表｜产业链总产值突破…
    rf"(?<=[区园县])(?P<list>[一-鿿]{{2,7}}?)(?P<role>)产业链(?:总|年)?(?:产值|规模|营收)(?=[^{MARKS}]{{0,6}}[0-9])"
)
MADE = re.compile(  # 把箱包皮具｜作为首位产业, 将A、B确定为主攻方向
    rf"(?:把|将)(?P<list>[^{MARKS}“”把将]{{2,50}}?)(?:作为|列为|确定为|定位为)[^{MARKS}]{{0,4}}?"
    r"(?P<role>首位|主导|支柱|主攻|特色|先导|优势|未来|战略性?新兴|新兴)(?:产业|方向)"
)
PILLAR = re.compile(  # 家具产业是云泽高新区的“顶梁柱”
    rf"(?<![^{MARKS}])(?P<list>[一-鿿A-Za-z0-9、和及]{{2,30}}?)(?:产业)?是[^{MARKS}]{{0,24}}?“?"
    r"(?P<role>首位产业|顶梁柱|四梁八柱|第一支柱|主打产业|(?:[一二三四五六七八九十两]大)?(?:未来|新兴)产业)"
)
LEADING = re.compile(  # 首位产业｜新能源汽车｜产值
    r"(?P<role>首位|支柱|主导)产业(?P<list>[一-鿿]{2,10}?)(?:产业|业)?(?=产值|增加值|实现|完成|营收|规模)"
)
FIRST = re.compile(  # 紧盯集成电路｜首位产业
    rf"(?:紧盯|聚焦|做强|做大|做优|围绕|发展|壮大)(?P<list>[^{MARKS}、“”]{{2,12}}?)(?P<role>首位)产业"
)
STRUCTURE = re.compile(  # 以船舶为龙头、机床为支撑的产业格局
    rf"以(?P<list>[^{MARKS}、“”]{{2,12}}?)为(?P<role>龙头|主体|核心)、"
    rf"(?P<rest>(?:[^{MARKS}、“”]{{2,12}}?为[^{MARKS}、“”]{{2}}、?)+)的?(?:现代)?(?:产业|工业)(?:格局|体系|布局)"
)
MEMBER = re.compile(
    rf"(?P<list>[^{MARKS}、“”]{{2,12}}?)为(?P<role>支撑|补充|先导|特色|支柱|主导|两翼|配套|引领)"
)
CHAINS = re.compile(  # 围绕工业机器人和航空装备两条新链
    rf"(?:围绕|做强|聚焦|打造|布局|培育|壮大)(?P<list>[^{MARKS}“”]{{2,40}}?)等?[一二两三四五六七八九十0-9]+"
    r"(?P<role>)[条个](?:重点|特色|优势|新|主|核心)?(?:产业)?链(?!主|长|条上)"
)
TALLY = re.compile(r"等?[一二两三四五六七八九十\d]+[大个类条](?:产业|领域)?$|等(?:产业|领域)?$")
JOINS = re.compile(r"[和与及、]$")  # 经济基础和｜新兴产业: no member of the list stands before the role
EDGES = re.compile(rf"[{MARKS}“”（）()《》\s]")
RANKED = re.compile("^(?:省|市(?![场政域]))")  # of a list of the province or the city
SHORT_KEEP = 2  # 文化产业 keeps its 产业: what is left would be too short a name
OWN_NAME = re.compile(r"^[一-鿿A-Za-z0-9+]{2,12}$")
CLASS = re.compile(
    r"(?:新|现代|传统|实体|民营|县域|区域|开放型|外向型|战略性|新兴|高新技术|高端|优势|特色|重点)*(?:经济|产业|制造业?)?"
)
PLACE = re.compile(
    r"被|产业园|(?:基地|园区?|中心|公司|企业|项目|平台|总部|工厂|研究院|城|港|谷|镇|区|体系|改造|转型|(?<!文)化)$"
)
AREA = re.compile(
    r"(?:其中[，,])?(?:在|位于)?[一-鿿]{2,12}(?:园|片区|组团|基地|小镇|社区|街道|新城|港|谷|区块)"
    r"(?=主要|将|重点|聚焦|以|围绕|着力|则|规划|定位|内|作为)"
)
HOPED_FIRM = re.compile(
    r"(?:该|这家|两家|多家|等)?(?:企业|公司|集团)(?=[^，,。；;]{0,6}(?:聚焦|布局|专注|涵盖|涉足|瞄准|深耕))"
)


class Claim(Struct, frozen=True):
    """One list of industries; its words stand at read[start:end]."""

    park: str | None
    role: str
    names: tuple[str, ...]
    scene: Scene
    start: int
    end: int


class Row(Struct, frozen=True):
    """A list at read[start:end] and the role it is given."""

    start: int
    end: int
    role: str
    strict: bool  # every name has to be one of an industry


def find_industries(sentences: Iterable[Told]) -> list[Claim]:
    """The claims of an article: each industry of a park once, in the role it is given first."""
    kept: list[Claim] = []
    seen: set[tuple[str | None, str]] = set()
    for told in sorted(_claims(sentences), key=lambda claim: claim.role == "其他"):
        names = tuple(name for name in told.names if (told.park, name) not in seen)
        seen.update((told.park, name) for name in names)
        if names:
            kept.append(Claim(told.park, told.role, names, told.scene, told.start, told.end))
    return kept


def _claims(sentences: Iterable[Told]) -> Iterator[Claim]:
    for told in sentences:
        taken: list[Row] = []
        for row in _rows(told):
            if any(row.start < other.end and other.start < row.end for other in taken):
                continue
            claim = _claim(row, told)
            if claim:
                taken.append(row)
                yield claim


def _rows(told: Told) -> Iterator[Row]:
    """Where lists stand, the surest ways first."""
    read, start, end = told.scene.read, told.scene.sentence.start, told.scene.sentence.end
    if TOPIC.search(read, start, end):
        yield from _stated(read, start, end)
        yield from _ending(read, start, end)
        yield from _followed(read, start, end)


def _stated(read: str, start: int, end: int) -> Iterator[Row]:
    """以A、B为主导, 主导产业为A、B, A、B都是主导产业."""
    yield from _each(read, start, end)
    for match in AS.finditer(read, start, end):
        yield Row(
            _left(read, start, match.start()), match.start(), _role(match["role"]), match["role"] in LOOSE
        )
    for match in PREDICATE.finditer(read, start, end):
        yield Row(*match.span("list"), _role(match["role"]), False)
    for match in COPULA.finditer(read, start, end):
        yield Row(_left(read, start, match.start()), match.start(), _role(match["role"]), True)


def _each(read: str, start: int, end: int) -> Iterator[Row]:
    """把A作为首位产业, A产业是园区的顶梁柱, 以A为龙头、B为支撑的产业格局."""
    for match in MADE.finditer(read, start, end):
        yield Row(*match.span("list"), _role(match["role"]), True)
    for pattern in (FIRST, LEADING):
        for match in pattern.finditer(read, start, end):
            yield Row(*match.span("list"), "主导", True)
    for match in PILLAR.finditer(read, start, end):
        yield Row(*match.span("list"), _role(match["role"]), True)
    for match in STRUCTURE.finditer(read, start, end):
        yield Row(*match.span("list"), "主导", True)
        for member in MEMBER.finditer(read, *match.span("rest")):
            yield Row(*member.span("list"), _role(member["role"]), True)


def _ending(read: str, start: int, end: int) -> Iterator[Row]:
    """A、B两大主导产业, A、B等领域: the list begins with its clause."""
    for pattern in (ROLED, FIELDS):
        for match in pattern.finditer(read, start, end):
            role = _role(match["role"])
            yield Row(_left(read, start, match.start()), match.start(), role, pattern is FIELDS)


def _followed(read: str, start: int, end: int) -> Iterator[Row]:
    """重点发展A、B; 做大做强A产业; 打造A产业集群."""
    for pattern in (FOCUS, GROWN, SINGLE, CHAIN, CHAINS):
        for match in pattern.finditer(read, start, end):
            yield Row(*match.span("list"), _role(match["role"] or ""), True)


def _role(text: str) -> str:
    return next((role for word, role in ROLES if word in text), "主导" if text == "主" else "其他")


def _left(read: str, start: int, end: int) -> int:
    """Where the clause begins that a list ends; a list in quotes begins with them."""
    last = max((match.end() for match in EDGES.finditer(read, start, end)), default=start)
    return max((match.end() for match in OTHERS.finditer(read, last, end)), default=last)


OTHERS = re.compile(f"(?:{ROLE}产业|产业集群|产业链)(?:[和及]|以及)")  # 三大主导产业和｜A、B两大新兴产业


def _claim(row: Row, told: Told) -> Claim | None:
    read, lexicon = told.scene.read, told.scene.frame.lexicon
    park = told.park_at(row.start)
    spans = list(_names(row, read, lexicon))
    names = [name for _, _, name in spans]
    if park is None or not _holds(names, row, read, lexicon):
        return None
    start = spans[0][0]
    beside = read[row.end : row.end + 16].find("产业之外") >= 0  # 在A、B三大主导产业之外
    if (read[max(0, start - 1) : start] in ("在", "于") and not beside) or _is_others(start, told, lexicon):
        return None
    return Claim(park, row.role, tuple(dict.fromkeys(names)), told.scene, start, spans[-1][1])


def _holds(names: Sequence[str], row: Row, read: str, lexicon: Lexicon) -> bool:
    """Whether enough of the names are names of industries for the list to be one."""
    if JOINS.search(read[row.start : row.end]):
        return False
    if row.strict and any(PLACE.search(name) for name in names):
        return False
    known = sum(_is_industry(name, lexicon) for name in names)
    return known > 0 and (3 * known >= 2 * len(names) if row.strict else 2 * known >= len(names))


def _names(row: Row, read: str, lexicon: Lexicon) -> Iterator[tuple[int, int, str]]:
    """The members of the list, each cut clean, with where they stand."""
    text = TALLY.sub("", read[row.start : row.end])
    start = 0
    for end, after in [*_joints(text), (len(text), len(text))]:
        name = _without_rank(_cut(text[start:end], lexicon, first=start == 0), lexicon)
        place = row.start + start + text[start:end].find(name)
        if OWN_NAME.match(name):
            yield place, place + len(name), name
        start = after


def _without_rank(name: str, lexicon: Lexicon) -> str:
    """市智能家居 is the 智能家居 of a city's list; 市场 and 市政 stay whole."""
    bare = RANKED.sub("", name)
    return bare if len(bare) > SHORT_KEEP and _is_industry(bare, lexicon) else name


def _joints(text: str) -> list[tuple[int, int]]:
    """Where one member of a list ends and the next begins."""
    commas = [match.span() for match in COMMA.finditer(text)]
    last = commas[-1][1] if commas else 0
    return commas + [match.span() for match in (AND if commas else WITH).finditer(text, last)]


TRADE_END = re.compile("(?:产业|行业|领域|集群)$")


def _cut(text: str, lexicon: Lexicon, *, first: bool) -> str:
    """A name without the verbs before it and, where enough is left, without 产业 behind it."""
    text = text.strip(" “”\u3000")
    if first or len(text) > 6:
        leads = list(_leads(lexicon).finditer(text))
        text = text[leads[-1].end() :] if leads else text
    bare = TRADE_END.sub("", text)
    return bare if len(bare) > SHORT_KEEP else text


@cache
def _leads(lexicon: Lexicon) -> re.Pattern[str]:
    # A single character leads only where it begins no name: 有色金属, 出口, 在线.
    single = "有(?!色|机)|出(?!口|版)|对(?!外)|在(?!线)|指(?!数)|[为了的以将把由从向到与是即]"
    return re.compile(rf"{words(lexicon.list('industry_leads'))}|[十百千万亿\d]+元?级|{single}")


def _is_industry(name: str, lexicon: Lexicon) -> bool:
    class_or_place = CLASS.fullmatch(name) or PLACE.search(name)
    return not class_or_place and any(word in name for word in lexicon.list("industry_words"))


def _is_others(place: int, told: Told, lexicon: Lexicon) -> bool:
    """Whether a firm, a project or a sub-park is what the list at a place is about."""
    read, start = told.scene.read, told.scene.sentence.start
    before = read[start:place]
    if any(word in before for word in lexicon.list("industry_firms")) or HOPED_FIRM.search(before):
        return True
    mentions = told.scene.mentions
    area = AREA.match(before)
    if area and not any(each.start < area.end() + start for each in mentions if each.name):
        return True
    for name in told.scene.names:
        if name.end > place or any(each.start < name.end and name.start < each.end for each in mentions):
            continue
        opens = name.start == start or read[name.start - 1] in MARKS or read[name.start - 1] in "在 "
        later = any(each.start >= name.end and each.end <= place and each.name for each in mentions)
        if opens and not later:
            return True
    return False
