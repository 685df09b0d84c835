"""Titles, awards and rankings won: a verb of winning and the list of names behind it.

A place in growth or output is a statistic and stays an observation; a place in a named ranking is an honour.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import chain

from msgspec import Struct
from msgspec.structs import replace

from core.lexicon import Lexicon
from core.words import cut
from extract.awards import CLAUSE, COUNTED, VEIL, Bare, Line, Won, clean, hoped, line_of, parts
from extract.named import YEAR, Told, words
from extract.names import is_specific
from extract.places import place_starting
from extract.placings import Ranking, announced, carried
from extract.rankings import PLACE, graded, placed
from extract.scene import Scene
from extract.search import Nested, beginning

EXAMPLES = {  # sentence -> names, each with rank and year
    "2022年，云泽高新区获评国家绿色物流示范园区、某省绿色低碳示范基地。": {
        "国家绿色物流示范园区": (None, "2022"),
        "某省绿色低碳示范基地": (None, "2022"),
    },
    "位列2020年全国园区综合实力五十强第7名、2019年度某省开发区年度考评第十二名。": {
        "全国园区综合实力五十强": (7, "2020"),
        "某省开发区年度考评": (12, "2019"),
    },
    "云泽高新区跻身全国开发区40强。": {"全国开发区40强": (40, None)},
    "在2021年公布的省级开发区综合评价结果中，云泽高新区位居第3名。": {"省级开发区综合评价": (3, "2021")},
    "通过国家生态园区复查、某省文明单位验收。": {"国家生态园区": (None, None), "某省文明单位": (None, None)},
    "某省发布2022年绿色工厂名单，云泽精工有限公司榜上有名。": {"绿色工厂": (None, "2022")},
    "连续两年登顶“长三角开放创新榜”。": {"长三角开放创新榜": (1, None)},
    "云泽高新区是全国首个设在县城的国家高新区。": {"全国首个设在县城的国家高新区": (None, None)},
    "这项改革被商务部作为典型案例印发。": {"商务部典型案例": (None, None)},
    "力争跻身全国百强园区，争创国家级示范区，申报获批省级示范基地。": {},
    "企业获评省级科技奖12项，入选省级单项冠军企业6家、绿色工厂2家。": {},
    "工业增加值增速位居全省第一，出口额列全市第二名。": {},
    "项目通过专家组验收，获得银行贷款，获批用地指标。": {},
}
PASSED = re.compile(r"(?:的)?(?:复审|复评|复核|验收|复查|再认定|评估|认定)$")
FIRST = re.compile(
    r"全国(?:首个|首家|唯一|第一个)[^，。；、]{0,24}?(?:国家级?|省级)(?:高新区|经开区|开发区|自贸片区|新区|高新技术产业开发区|经济技术开发区)"
)
CASE = re.compile(
    r"被(?P<who>[^，。；、的]{2,16}?)(?:作为|列为|选为)(?P<case>(?:典型|优秀|示范)(?:案例|经验))"
)
IN_LIST = re.compile(
    r"(?=[成双一入上榜名位跻是])(?:成功|双双|一同)?(?:入选|上榜|榜上有名|名列其中|位列其中|跻身其中|是其中之一|入围)(?=[，,。；;]|$)"
)
LISTED = re.compile(
    r"(?:公布|公示|发布|揭晓|印发|下发)(?:了|的)?(?P<name>[^，,。；;]{4,50}?)(?:公示|拟入选|入选)*(?:名单|榜单|结果)"
)
BECAME = re.compile(r"成为(?P<name>[^，,。；;]{4,30})")
GRANTS = re.compile(r"(?:联合)?(?:发布|公布|公示|授予|主办|评选|组织|认定|牵头|编制)")
HOW = re.compile(
    r"(?:等|均|都|还|也|并|先后|连续|成功|相继|双双|再次|首次|顺利|正式|累计|已|共|年|两|三|多|次|度)+$"
)
NOBODY = (
    "目前", "近日", "日前", "同时", "此外", "成果", "园区", "企业", "项目", "全区", "区内", "规模", "工作",
)  # fmt: skip
LATEST = re.compile("(?:最新|刚刚|新近)[^，。；]*$")
ADDED = re.compile("先后|陆续|相继|连续[两三四五六七八九十0-9]+[年届]|(?<!连续)[两三四五六七八九十]次")
RECENT = re.compile(r"近日|日前|最近|目前公布|今天|昨日|昨天")
AFTERWORD = re.compile(r"[）)”]+$|[（(][^（）()]*[)）]")
LONGEST = 40
Ranges = Sequence[tuple[int, int]]  # of characters in the sentence


class Award(Struct, frozen=True):
    """An honour as one sentence tells it; its name stands at read[start:end]."""

    name: str
    holder: str | None
    park: str | None
    rank: int | None
    year: str | None
    scene: Scene
    start: int
    end: int


def find_honours(sentences: Iterable[Told]) -> list[Award]:
    """The honours of an article, each once."""
    kept: list[Award] = []
    names = Nested()
    ranking: Ranking | None = None
    for told in sentences:
        if told.scene.sentence.paragraph.heading:  # restates what the text says
            continue
        line = line_of(told.text, _parks(told))
        awards = list(_in_sentence(line, told))
        ranking = announced(line, told.scene.frame.lexicon) or ranking
        awards += _carried(line, told, ranking) if ranking else ()
        for award in awards:
            if not any(_same(award, kept[place]) for place in names.near(award.name)):
                names.add(award.name, len(kept))
                kept.append(award)
    return kept


def _parks(told: Told) -> list[tuple[int, int]]:
    """Where parks are named in a sentence."""
    base = told.scene.sentence.start
    return [(each.start - base, each.end - base) for each in told.scene.mentions if each.name]


def _carried(line: Line, told: Told, ranking: Ranking) -> Iterator[Award]:
    for won in carried(line, ranking, told.scene.frame.lexicon):
        yield _award(won, line, told, [(won.start, won.end)])


def _same(one: Award, other: Award) -> bool:
    """Whether two are one honour told twice; a park has one place in a ranking, the first that is told."""
    short, long = sorted((one.name, other.name), key=len)
    if short not in long:
        return False
    if None not in (one.rank, other.rank):
        return one.rank == other.rank or (one.park == other.park and one.year == other.year)
    won = (one.holder, other.holder)
    others = one.rank is other.rank is None and None not in won and won[0] != won[1]
    return not (others and one.holder != one.park and other.holder != other.park)


def _in_sentence(line: Line, told: Told) -> Iterator[Award]:
    lexicon = told.scene.frame.lexicon
    ways = (
        placed(line, lexicon),
        _titled(line, lexicon),
        _called(line, lexicon),
        graded(line, lexicon),
        _listed(line),
        _single(line),
    )
    found = list(chain.from_iterable(ways))
    for won in found:
        yield _award(won, line, told, [(each.start, each.end) for each in found])


# -- whose and when ---------------------------------------------------------------------------------


def _award(won: Won, line: Line, told: Told, titles: Ranges) -> Award:
    scene, base = told.scene, told.scene.sentence.start
    park = told.park_at(base + (won.start if won.owner is None else won.owner))
    return Award(
        name=won.name,
        holder=_holder(won, line, told, titles) or park,
        park=park,
        rank=won.rank,
        year=won.year or _year(won, line, told),
        scene=scene,
        start=base + won.start,
        end=base + won.end,
    )


def _holder(won: Won, line: Line, told: Told, titles: Ranges) -> str | None:
    """The company, area or project of the same clause or, where the clause names nobody, the one before.

    `titles` are where all that the sentence awards stands: none of it is a holder.
    """
    base = told.scene.sentence.start
    names = [
        name
        for name in told.scene.names
        if not name.name.startswith(("国家", "全国", "中国", "省", "市"))
        and not GRANTS.match(line.text, name.end - base)
        and VEIL not in line.veiled[name.start - base : name.end - base]
        if not any(base + start <= name.start < base + end for start, end in titles)
        and (name.kind == "company" or is_specific(name, told.scene.frame.lexicon))
    ]
    before = [name for name in names if name.end <= base + won.start]
    after = [name for name in names if name.kind == "company" and name.start >= base + won.end]
    subject = _subject(won, line, told)
    if subject:
        return subject
    if before and not any(
        mention.start > before[-1].end for mention in told.scene.mentions if mention.end <= base + won.start
    ):
        return before[-1].name
    return after[0].name if after and IN_LIST.search(line.veiled, won.end) else None


def _subject(won: Won, line: Line, told: Told) -> str | None:
    """Who opens the clause, where it is somebody with a plain name: 某某电子等｜获批, 湿地项目｜入选."""
    verb = _verbs(told.scene.frame.lexicon).search(line.veiled, line.clause_start(won.start), won.start)
    if verb is None:
        return None
    said = HOW.sub("", line.text[line.clause_start(won.start) : verb.start()]).strip()
    base = told.scene.sentence.start + line.clause_start(won.start)
    if any(base <= mention.start < base + len(said) for mention in told.scene.mentions):
        return None
    plain = all(tag[0] in "nxjlav" and word not in NOBODY for word, tag in cut(said))
    return said if 3 <= len(said) <= 16 and plain else None


def _year(won: Won, line: Line, told: Told) -> str | None:
    """The year that the sentence or its paragraph gives; 近日 is the year of the article."""
    base = told.scene.sentence.start
    if LATEST.search(line.text, 0, won.start):  # a ranking of which the year is not said
        return None
    dated = told.date_at(base + won.start)
    if dated:
        return dated[:4]
    if ADDED.search(line.veiled, line.clause_start(won.start), won.start):  # each in a year of its own
        return None
    clock = told.scene.frame.clock
    if RECENT.search(line.text, 0, won.start) and clock.year:
        return str(clock.year)
    return told.year


# -- titles behind a verb ---------------------------------------------------------------------------


def _titled(line: Line, lexicon: Lexicon) -> Iterator[Won]:
    for match in _verbs(lexicon).finditer(line.veiled):
        if hoped(line, match.start(), lexicon) or _counted_before(line, match.start()):
            continue
        members = list(parts(line, match.end(), line.clause_end(match.end()), lexicon))
        if any(
            COUNTED.search(line.veiled[start:end]) and not _is_one_of(line.text[start:end])
            for start, end in members
        ):
            continue
        for start, end in members:
            bare = _title(line.text[start:end], match, lexicon)
            if bare:
                yield bare.won(start)


def _is_one_of(text: str) -> bool:
    """Whether what is counted is the title itself: 首批12家示范园区之一, “A”“B”两块金字招牌."""
    return "之一" in text or bool(SIGNS.search(text))


SIGNS = re.compile("(?:国家级|省级)*(?:荣誉)?(?:称号|牌匾|(?:金字)?招牌|牌子|桂冠|殊荣|头衔)$")


@cache
def _verbs(lexicon: Lexicon) -> re.Pattern[str]:
    strong, weak = words(lexicon.list("honour_verbs")), words(lexicon.list("honour_verbs_weak"))
    given, within = words(lexicon.list("honour_grants")), f"[^，,。；;：:“”{VEIL}]"
    first = [*lexicon.list("honour_verbs"), *lexicon.list("honour_verbs_weak"), *"作是被获"]
    return re.compile(
        rf"{beginning(first)}(?:(?P<strong>{strong}"
        rf"|被{within}{{2,30}}?(?:{given})|获(?:得|颁)?{within}{{2,24}}?(?:颁发|授予|评选|认定)的)"
        rf"|(?P<weak>{weak}|获(?=[{VEIL}国全中省市])|成为(?=国家|全国首批|首批|第.批|省级|[{VEIL}]|继))"
        rf"|(?P<faint>作为(?=首批|第.批)|(?<=[，,目])是(?=[^，。；]*之一)))"
    )


def _counted_before(line: Line, place: int) -> bool:
    """78家企业入选…: a count is an observation; 三项做法入选…典型案例 is none."""
    counted = COUNTED.search(line.veiled, line.clause_start(place), place)
    if counted and counted.group().endswith("次"):  # 五次获评
        return False
    return counted is not None and not OWN_WORKS.match(line.veiled, counted.end(), place)


OWN_WORKS = re.compile("(?:制度|改革|创新|工作|典型|特色|优秀)*(?:做法|经验|案例|成果)")


def _title(text: str, verb: re.Match[str], lexicon: Lexicon) -> Bare | None:
    """The name of one member of the list behind a verb; None where it is none of an honour."""
    passed = PASSED.search(text) if verb.group() == "通过" else None
    if (verb.group() == "通过" and passed is None) or PLACE.search(text) or _verbs(lexicon).match(text):
        return None
    text = OF_A_PARK.sub("", text)
    bare = clean(text[: passed.start()] if passed else text)
    name = bare.name
    if not 4 <= len(name) <= LONGEST or CLAUSE.search(name) or BOASTS.search(name):
        return None
    if KIND_OF_PARK.fullmatch(name) and not verb.group().startswith(RISES):
        return None  # 1992年批准为省级开发区: how it began
    granted = _is_granted(name, lexicon)
    quoted = ("“" in (text.strip()[0], name[-1]) or text.endswith("”")) and verb["strong"]
    headed = _is_headed(name, lexicon) or (verb["strong"] and ON_A_LIST.search(text))
    sure = verb["strong"] and not passed
    return bare if (headed or quoted) and (granted or sure) else None


BOASTS = re.compile("最大|领先|唯一|一流|重要的")  # 全国最大的…基地
KIND_OF_PARK = re.compile(
    "(?:国家级?|省级?|自治区级?|市级)(?:A类)?(?:经济|工业|产业)?(?:技术)?(?:开发区|高新区|经开区|园区)"
)
RISES = ("升级", "升格", "晋升", "获批")
OF_A_PARK = re.compile(
    r"(?<=[一-鿿]{4})的(?:国家级|省级)?(?:开发区|园区|高新区|经开区|产业园区?|单位|城市|地区|企业)$"
)
ON_A_LIST = re.compile(r"(?<!项目)(?<!计划)(?<!候选)(?<!推荐)(?:名单|榜单|目录)$")
GRADES = re.compile(r"(?:[A-D]类|[一二三四五]星级?)?(?:[（(][^（）()]*[)）])?$")


def _is_granted(name: str, lexicon: Lexicon) -> bool:
    """Whether a name says who grants it: a country, a province, a city."""
    return any(level in name for level in lexicon.list("honour_levels")) or bool(place_starting(name, 0))


def _is_headed(name: str, lexicon: Lexicon) -> bool:
    """Whether a name ends as titles do; a grade may follow: 科技企业孵化器A类（优秀）."""
    bare = AFTERWORD.sub("", GRADES.sub("", name))
    return bare.endswith(lexicon.list("honour_heads")) or bool(A_ZONE.search(bare))


A_ZONE = re.compile("(?<![地城市社片校小])区$")


SEVERAL = r"等?(?:[多两三四五六七八九十0-9]+[块个项张枚顶])?(?:国家级|省级)*(?:荣誉)?"
SIGN = "称号|牌匾|(?:金字)?招牌|牌子|桂冠|殊荣|头衔"
CALLED = re.compile(rf"(?P<list>{VEIL}[、和{VEIL}]*){SEVERAL}(?:{SIGN}|花落)")  # “A”“B”称号
HELD = re.compile(  # 拥有A、B等多块国家级牌子
    rf"(?:拥有|手握|坐拥|集|收获|揽获)了?(?P<list>[^，,。；;]{{6,80}}?){SEVERAL}(?:{SIGN}|名片)"
)
OWNED = re.compile(
    rf"(?:^|[，,。；;：:“])(?P<list>[国全中省首][^，,。；;：:“”]{{5,40}})的(?:{SIGN})"
)  # 某某基地的牌子


def _called(line: Line, lexicon: Lexicon) -> Iterator[Won]:
    """Titles by what they are called: “A”“B”等称号, 拥有C、D等多块国家级牌子, “E”花落某地."""
    if not any(word in line.text for word in SIGNED):
        return
    for pattern in (CALLED, HELD, OWNED):
        for match in pattern.finditer(line.veiled):
            if hoped(line, match.start(), lexicon) or _counted_before(line, match.start()):
                continue
            for start, end in parts(line, *match.span("list"), lexicon):
                bare = clean(line.text[start:end])
                if (
                    4 <= len(bare.name) <= LONGEST
                    and _is_headed(bare.name, lexicon)
                    and _is_granted(bare.name, lexicon)
                ):
                    yield bare.won(start)


SIGNED = ("称号", "牌", "桂冠", "殊荣", "头衔", "花落", "名片")


# -- other ways -------------------------------------------------------------------------------------


def _listed(line: Line) -> Iterator[Won]:
    """公布X名单，某公司入选; in X公示名单中上榜，成为Y."""
    match = IN_LIST.search(line.veiled)
    named = LISTED.search(line.veiled)
    if match is None or named is None or named.start() > match.start():
        return
    chosen = BECAME.search(line.veiled, match.end()) or named
    start, end = chosen.span("name")
    bare = clean(line.text[start:end])
    said = YEAR.search(named["name"])
    if len(bare.name) > 3 and COUNTED.search(bare.name) is None:
        yield replace(bare, year=bare.year or (said["year"] if said else None)).won(start)


def _single(line: Line) -> Iterator[Won]:
    for match in FIRST.finditer(line.text):
        yield Won(*match.span(), match.group())
    for match in CASE.finditer(line.text):
        yield Won(match.start("who"), match.end("case"), match["who"] + match["case"])
