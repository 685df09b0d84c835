"""Titles, awards and rankings won: a verb of winning and the list of names behind it.

A place in growth or output is a statistic and stays an observation; a place in a named ranking is an honour.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import chain

from msgspec import Struct
from msgspec.structs import replace

from core.lexicon import Lexicon
from extract.bind import Yield
from extract.named import BRACKETED, QUOTED, YEAR, Told, tell, words
from extract.names import is_specific
from extract.places import place_starting
from extract.scene import Scene

EXAMPLES = {  # sentence -> names, each with rank and year
    "2022年，云泽高新区获评国家知识产权示范园区、某省绿色低碳示范基地。": {
        "国家知识产权示范园区": (None, "2022"),
        "某省绿色低碳示范基地": (None, "2022"),
    },
    "位列2021年全国园区综合竞争力百强第9名、2020年度某省开发区综合考评第十一名。": {
        "全国园区综合竞争力百强": (9, "2021"),
        "某省开发区综合考评": (11, "2020"),
    },
    "云泽高新区跻身国家高新区32强。": {"国家高新区32强": (32, None)},
    "在2021年公布的国家高新区综合评价结果中，云泽高新区位居第31名。": {"国家高新区综合评价": (31, "2021")},
    "顺利通过国家卫生镇复审、某省健康镇验收。": {"国家卫生镇": (None, None), "某省健康镇": (None, None)},
    "某省公布2022年质量标杆名单，云泽精工有限公司成功入选。": {"质量标杆": (None, "2022")},
    "连续两年登顶“长三角开放创新榜”。": {"长三角开放创新榜": (1, None)},
    "云泽高新区是全国首个设在县城的国家高新区。": {"全国首个设在县城的国家高新区": (None, None)},
    "该做法被国家发改委作为典型案例推广。": {"国家发改委典型案例": (None, None)},
    "力争跻身全国百强园区，争创国家级示范区，申报获批省级示范基地。": {},
    "企业获评省级科技奖12项，入选省级瞪羚企业7家、独角兽企业2家。": {},
    "工业增加值增速位居全省第一，出口额列全市第二名。": {},
    "项目通过专家组验收，获得银行贷款，获批用地指标。": {},
}

CLAUSE = re.compile(r"[，,。；;！!？?：:]")
AND = re.compile(r"以及|[、和及与]")
COUNTED = re.compile(r"(?:\d|[多两三四五六七八九十百数几])+(?:余|多)?[家个项件名人户次批](?!额)|一批|一系列")
ONE_OF = re.compile(r"(?P<number>\d+[个家项])?(?P<name>.*)之一$")
OPENING = re.compile(r"^(?:了|为|成为|全部|成功|进入|的|由|工信部|再次|首次|到|至)+")
ENDING = re.compile(
    r"(?:(?:荣誉)?称号|荣誉|牌匾|资质|行列|(?:公示|拟入选|入选)*名单|公示|认定|(?:等次|等级)?的?殊荣|创建(?:资格|名单))$"
)
ETC = re.compile(r"(?<![一二三特头])等(?![级次]).*$")
PASSED = re.compile(r"(?:的)?(?:复审|复评|复核|验收|复查|再认定|评估|认定)$")
PLACE = re.compile(
    r"""(?: 第 (?P<rank> \d+ | [一二三四五六七八九十]+ ) (?:名|位)? | (?P<place> \d+ ) [名位] | 前?(?P<best> \d+ )强
        | (?P<first> 榜首|首位|冠军 ) )$""",
    re.VERBOSE,
)
FIRST = re.compile(
    r"全国(?:首个|首家|唯一|第一个)[^，。；、]{0,24}?(?:国家级?|省级)(?:高新区|经开区|开发区|自贸片区|新区|高新技术产业开发区|经济技术开发区)"
)
CASE = re.compile(
    r"被(?P<who>[^，。；、的]{2,16}?)(?:作为|列为|选为)(?P<case>(?:典型|优秀|示范)(?:案例|经验))"
)
IN_LIST = re.compile(
    r"(?:成功|双双|一同)?(?:入选|上榜|榜上有名|名列其中|位列其中|跻身其中|是其中之一|入围)(?=[，,。；;]|$)"
)
LISTED = re.compile(
    r"(?:公布|公示|发布|揭晓|印发|下发)(?:了|的)?(?P<name>[^，,。；;]{4,50}?)(?:公示|拟入选|入选)*(?:名单|榜单|结果)"
)
BECAME = re.compile(r"成为(?P<name>[^，,。；;]{4,30})")
GRANTS = re.compile(r"(?:联合)?(?:发布|公布|公示|授予|主办|评选|组织|认定|牵头|编制)")
RANKING = re.compile(r"[“\"](?P<name>[^“”\"]{4,30}(?:榜|榜单|排行榜|百强|指数|评价|排名))[”\"]")
GRADE = re.compile(
    r"(?:取得|获得|获评|荣获|评为|获)(?:了|为)?(?P<grade>(?:优秀|良好|一等|A类|先进)(?:等次|等级|单位)?)(?=[，,。；;]|$)"
)
RECENT = re.compile(r"近日|日前|最近|目前公布|今天|昨日|昨天")
DIGITS = {"一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
AFTERWORD = re.compile(r"[）)”]+$|[（(][^（）()]*[)）]")
LONGEST = 40


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


def find_honours(results: Sequence[Yield]) -> list[Award]:
    """The honours of an article, each once."""
    kept: list[Award] = []
    for told in tell(results):
        if told.scene.sentence.paragraph.heading:  # restates what the text says
            continue
        for award in _in_sentence(told):
            if not any(_same(award, known) for known in kept):
                kept.append(award)
    return kept


def _same(one: Award, other: Award) -> bool:
    short, long = sorted((one.name, other.name), key=len)
    return short in long and (one.rank == other.rank or None in (one.rank, other.rank))


def _in_sentence(told: Told) -> Iterator[Award]:
    text = told.text
    veiled = BRACKETED.sub(_veil, QUOTED.sub(_veil, text))
    line = Line(text, veiled)
    lexicon = told.scene.frame.lexicon
    ways = (
        _placed(line, lexicon),
        _titled(line, lexicon),
        _graded(line, lexicon),
        _listed(line),
        _single(line),
    )
    for won in chain.from_iterable(ways):
        yield _award(won, line, told)


def _veil(match: re.Match[str]) -> str:
    return "■" * len(match.group())


# -- whose and when ---------------------------------------------------------------------------------


def _award(won: Won, line: Line, told: Told) -> Award:
    scene, base = told.scene, told.scene.sentence.start
    park = told.park_at(base + won.start)
    return Award(
        name=won.name,
        holder=_holder(won, line, told) or park,
        park=park,
        rank=won.rank,
        year=won.year or _year(won, line, told),
        scene=scene,
        start=base + won.start,
        end=base + won.end,
    )


def _holder(won: Won, line: Line, told: Told) -> str | None:
    """The company, area or project of the same clause or, where the clause names nobody, the one before."""
    base = told.scene.sentence.start
    names = [
        name
        for name in told.scene.names
        if not GRANTS.match(line.text, name.end - base)
        and "■" not in line.veiled[name.start - base : name.end - base]
        if not (base + won.start <= name.start < base + won.end)
        and (name.kind == "company" or is_specific(name))
    ]
    before = [name for name in names if name.end <= base + won.start]
    after = [name for name in names if name.kind == "company" and name.start >= base + won.end]
    if before and not any(
        mention.start > before[-1].end for mention in told.scene.mentions if mention.end <= base + won.start
    ):
        return before[-1].name
    return after[0].name if after and IN_LIST.search(line.veiled, won.end) else None


def _year(won: Won, line: Line, told: Told) -> str | None:
    """The year that the sentence or its paragraph gives; 近日 is the year of the article."""
    base = told.scene.sentence.start
    dated = told.date_at(base + won.start)
    if dated:
        return dated[:4]
    clock = told.scene.frame.clock
    if RECENT.search(line.text, 0, won.start) and clock.year:
        return str(clock.year)
    return told.year


# -- titles behind a verb ---------------------------------------------------------------------------


def _titled(line: Line, lexicon: Lexicon) -> Iterator[Won]:
    for match in _verbs(lexicon).finditer(line.veiled):
        if _hoped(line, match.start(), lexicon) or _counted_before(line, match.start()):
            continue
        parts = list(_parts(line, match.end(), line.clause_end(match.end())))
        if any(
            COUNTED.search(line.veiled[start:end]) and "之一" not in line.text[start:end]
            for start, end in parts
        ):
            continue
        for start, end in parts:
            bare = _title(line.text[start:end], match, lexicon)
            if bare:
                yield bare.won(start)


@cache
def _verbs(lexicon: Lexicon) -> re.Pattern[str]:
    strong, weak = words(lexicon.list("honour_verbs")), words(lexicon.list("honour_verbs_weak"))
    return re.compile(
        rf"(?P<strong>{strong})|(?P<weak>{weak})|(?P<faint>作为(?=首批|第.批)|(?<=[，,目])是(?=[^，。；]*之一))"
    )


@cache
def _hopes(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(words(lexicon.list("honour_hopes")))


def _hoped(line: Line, place: int, lexicon: Lexicon) -> bool:
    """Whether the title is a goal: a hope in its clause, or 力争 and 目标 earlier in the sentence."""
    clause = line.veiled[line.clause_start(place) : place]
    return bool(_hopes(lexicon).search(clause) or re.search(r"力争|争取|目标是|目标：", line.veiled[:place]))


def _counted_before(line: Line, place: int) -> bool:
    """78家企业入选…: a count is an observation."""
    return bool(COUNTED.search(line.veiled, line.clause_start(place), place))


def _parts(line: Line, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The members of a list in text[start:end], where they stand."""
    for match in AND.finditer(line.veiled, start, end):
        yield start, match.start()
        start = match.end()
    yield start, end


def _title(text: str, verb: re.Match[str], lexicon: Lexicon) -> Bare | None:
    """The name of one member of the list behind a verb; None where it is none of an honour."""
    passed = PASSED.search(text) if verb.group() == "通过" else None
    if (verb.group() == "通过" and passed is None) or PLACE.search(text) or _verbs(lexicon).match(text):
        return None
    bare = _clean(text[: passed.start()] if passed else text)
    name = bare.name
    if not 4 <= len(name) <= LONGEST or CLAUSE.search(name):
        return None
    granted = any(level in name for level in lexicon.list("honour_levels")) or place_starting(name, 0)
    quoted = text.strip().startswith("“") and verb["strong"]
    headed = AFTERWORD.sub("", name).endswith(lexicon.list("honour_heads"))
    sure = verb["strong"] and not passed
    return bare if (headed or quoted) and (granted or sure) else None


def _clean(text: str) -> Bare:
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


# -- places in a ranking ----------------------------------------------------------------------------


def _placed(line: Line, lexicon: Lexicon) -> Iterator[Won]:
    for match in _ranking_verbs(lexicon).finditer(line.veiled):
        if _hoped(line, match.start(), lexicon):
            continue
        for start, end in _parts(line, match.end(), line.clause_end(match.end())):
            won = _place(line, start, end, lexicon)
            if won:
                yield won
    for match in re.finditer(r"(?:登顶|问鼎)(?P<name>“[^“”]{2,30}[榜强]”|[^，。；“”]{4,30}榜)", line.text):
        name = match["name"].strip("“”")
        yield Won(*_at(match, name), name, 1)


def _at(match: re.Match[str], name: str) -> tuple[int, int]:
    start = match.start("name") + match["name"].index(name)
    return start, start + len(name)


@cache
def _ranking_verbs(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(words(lexicon.list("ranking_verbs")))


def _place(line: Line, start: int, end: int, lexicon: Lexicon) -> Won | None:
    """全国综合竞争力百强第9名, 国家高新区32强, or 第31名 in a ranking that is named before."""
    text = line.text[start:end].rstrip()
    match = PLACE.search(text)
    if match is None:
        return None
    head = text if match["best"] else text[: match.start()]
    if not head.strip():
        ranking, start = _ranking_before(line, start, lexicon), 0
    else:
        ranking = _clean(head)
    if ranking is None or len(ranking.name) < 4:
        return None
    named = match["best"] or any(word in ranking.name for word in lexicon.list("ranking_words"))
    return ranking.won(start, _rank(match)) if named else None


def _rank(match: re.Match[str]) -> int | None:
    digits = match["rank"] or match["place"] or match["best"]
    if digits is None:
        return 1
    if digits.isascii():
        return int(digits)
    tens, _, ones = digits.rpartition("十")
    if "十" not in digits:
        return DIGITS.get(digits)
    return (DIGITS.get(tens, 1) * 10) + DIGITS.get(ones, 0)


@cache
def _rankings(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(
        rf"""(?: ^ | 在 | 的 | 据 | 公布 | 公示 | 发布 | 通报 | 揭晓 | [，,] ) [了的]?
        (?P<name> [^，,。；;在据的]{{2,40}}? (?: {words(lexicon.list("ranking_words"))} ) )
        (?: 结果 | 情况 | 排名 | 名单 | 工作 | 榜单 )* (?: 中 | 里 | 上 )? (?= [，,] | 位 | 排 | 升 | 名 | 跃 | 列 | 居 | 取 | 获 | $ )""",
        re.VERBOSE,
    )


def _ranking_before(line: Line, place: int, lexicon: Lexicon) -> Bare | None:
    """The ranking named last before a place: …公布的X评价结果中，位居第31名. It counts in the sentence."""
    quoted = [each for each in RANKING.finditer(line.text, 0, place)]
    found = quoted or list(_rankings(lexicon).finditer(line.veiled, 0, place))
    if not found:
        return None
    start, end = found[-1].span("name")
    bare = _clean(line.text[start:end])
    bare = replace(bare, start=start + bare.start, end=start + bare.end)
    return bare if len(bare.name) > 3 else None


# -- other ways -------------------------------------------------------------------------------------


def _graded(line: Line, lexicon: Lexicon) -> Iterator[Won]:
    """…通报了X考核情况，某园区取得优秀等次."""
    for grade in GRADE.finditer(line.veiled):
        ranking = _ranking_before(line, grade.start(), lexicon)
        if ranking and not _hoped(line, grade.start(), lexicon):
            yield replace(ranking, name=ranking.name + grade["grade"]).won(0)


def _listed(line: Line) -> Iterator[Won]:
    """公布X名单，某公司入选; in X公示名单中上榜，成为Y."""
    match = IN_LIST.search(line.veiled)
    named = LISTED.search(line.veiled)
    if match is None or named is None or named.start() > match.start():
        return
    chosen = BECAME.search(line.veiled, match.end()) or named
    start, end = chosen.span("name")
    bare = _clean(line.text[start:end])
    said = YEAR.search(named["name"])
    if len(bare.name) > 3 and COUNTED.search(bare.name) is None:
        yield replace(bare, year=bare.year or (said["year"] if said else None)).won(start)


def _single(line: Line) -> Iterator[Won]:
    for match in FIRST.finditer(line.text):
        yield Won(*match.span(), match.group())
    for match in CASE.finditer(line.text):
        yield Won(match.start("who"), match.end("case"), match["who"] + match["case"])
