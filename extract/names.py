"""Names of what lies in a park: companies, projects, areas and carriers, found by how they end."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from types import MappingProxyType

from msgspec import Struct

from core.lexicon import Lexicon
from core.words import cut
from extract.firms import COMPANY, COMPANY_OPENS, PROPER, SPEAKERS, TRADES
from extract.layout import RUN_IN
from extract.search import beginning, words_of

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
STAGE = r"[一二三四五六]期"
PROJECT = (
    rf"(?:产业化项目|建设项目|基地项目|总部项目|扩建项目|{STAGE}(?:工程|项目)|项目"
    rf"|(?<=[一-鿿]{{3}}){STAGE}(?![货刊间待权限盼末初和、与及]))"
)
PROJECT_OPENS = "产建基总扩项一二三四五六"
STOP_TAGS = (
    "v", "vd", "d", "p", "c", "u", "r", "m", "q", "f", "t", "y", "e",
    "uj", "ul", "uv", "ud", "uz", "ug", "df",
)  # fmt: skip
# Numbers, measures, adverbs and the like that a name may well hold: 三元, 第二, 未来, 通用.
HELD = re.compile(
    r"(?:第?[一二三四五六七八九十]+(?:期|元|维|小|中)?|未来|通用|大宗|两岸|[东南西北]方|全球|首座|元|创|特|智|云|用"
    r"|万?千瓦|兆瓦|吉瓦|万?吨|万[台套只辆件])$"
)
COMPANY_STOPS = ("v", "p", "c", "u", "uj", "d", "r")
LEADS = re.compile(r"(?:[◎▶►■●◆—\-*#\s]|[一二三四五六七八]是|暨|以|为|在|对|把|使|让|如|迎来|其中)*")
QUOTED_NAME = re.compile(r"“[^“”。，！？；]{2,24}”(?P<rest>[一-鿿]{0,6})$")
EDGE = re.compile(r"[，,。；;：:、！!？?\s“”‘’《》（）()]|其中")
BRACKETS = re.compile(r"[（(][^（）()]*[)）]")
ENUMERATED = re.compile(r"[（(][一二三四五六七八九十0-9]{1,3}[)）]")
LONG_STEM = 7  # characters of a project's name that need no proper noun to tell it apart
STEM = re.compile(r"(?:项目|建设|产业园区?|基地|中心|园区?)$")
CLASS = re.compile(
    r"^大型|(?<![大新小微中轻重])型|等|一批|多个|三级|^[两二三四五六七八九十]大|^大(?=园区|项目|产业|平台|基地|企业|做|力|批|量|幅)|[两二三四五六七八九十](?=[个家项条座])|^国家(?!能源|电)"
)


CLASSES_OF_PHASES = ("产业园", "工程", "项目", "建设", "开发")
PHASE = re.compile(rf"{STAGE}(?:工程|项目)?")  # 云泽产业园｜二期


class Name(Struct, frozen=True):
    """A name at read[start:end]; kind is company, project or zone.

    `told` where the text itself speaks of it as one thing: it is paid for (总投资3亿元的…项目) or does
    something at the head of a clause (激光产业园集聚企业76家).
    """

    start: int
    end: int
    name: str
    kind: str
    told: bool = False


BRANDED = (  # “云帆贷”, “证照通”主题服务, “聚英”计划2.0版
    r"“[^“”]{1,10}(?:条|贷|管家|券|专员|行动|工程|计划|资金|新政|一件事)”(?:服务)?"
    r"|“[^“”]{2,24}”(?:[一-鿿]{0,4}(?:政策|计划[0-9.]+版|新政|基金|主题服务|白名单)|[一二三四五六七八九十]+条)"
)


@cache
def _heads(lexicon: Lexicon) -> re.Pattern[str]:
    zones = "|".join(sorted(map(re.escape, lexicon.list("zone_forms")), key=len, reverse=True))
    zones = f"(?:{zones})(?:(?<=园)区|(?<=枢纽)港)?"  # 云泽软件园区, never its 软件园
    return re.compile(
        rf"{beginning([*COMPANY_OPENS, *PROJECT_OPENS, *lexicon.list('zone_forms'), *'《“'])}(?:"
        rf"(?P<company>{COMPANY})|(?P<project>{PROJECT})|(?P<zone>{zones})|(?P<policy>《[^《》]{{4,60}}》|{BRANDED}))"
    )


def find_names(read: str, lexicon: Lexicon, shorts: Mapping[str, str] = MappingProxyType({})) -> list[Name]:
    """Every name, in order, without overlaps.

    `shorts` are short names of companies, with the full names they stand for.
    """
    found = _told(read, lexicon)
    return sorted([*found, *_shortened(read, shorts, found)], key=lambda name: name.start)


@lru_cache(maxsize=1024)
def _told(read: str, lexicon: Lexicon) -> tuple[Name, ...]:
    """The names that a text tells by their heads, by who speaks for them, by what is paid for them."""
    run_in = _run_in(read)
    found = [each for each in _headed(read, lexicon) if not run_in or each.start >= run_in.end]
    found = [each for each in found if not (each.name.endswith("车间") and EMPLOYER.search(each.name))]
    found += [run_in] if run_in else []
    found += _employers(read, found)
    found += _paid(read, found)
    return tuple(found)


def _run_in(read: str) -> Name | None:
    """The name that numbers a paragraph: （1）云帆净水厂及配套管网项目。总投资…."""
    led = RUN_IN.match(read)
    if led is None:
        return None
    kind = "project" if led["name"].endswith(("项目", "工程")) else "zone"
    return Name(*led.span("name"), led["name"], kind, told=True)


DEALS = r"(?:去年|今年|20\d\d年|上半年|前三季度)(?:实现|完成|产值|销售|营收)|新上|投资建设|实现产值|实现销售"
EMPLOYED = re.compile(f"(?:{SPEAKERS})|(?:{DEALS})")
EMPLOYER = re.compile(rf"(?P<name>[一-鿿]{{2,6}}?(?:{TRADES}))(?=(?:的)?(?:联合)?(?:{SPEAKERS})|(?:{DEALS}))")
HEADS_OF_WORKS = (  # what is built, by how its name ends
    "厂|线|中心|基地|园|城|港|站|库|院|工程|平台|码头|枢纽|综合体|总部|车间|小镇|市场|酒店|学校|医院|公园|谷"
)
WORKS_GO_ON = (
    r"[，,。；;：:\s（(]|$|(?:要|年初|年底|今年|去年|明年|目前|已|将|要|正|于|在|主体|一期|二期|试|正式|顺利|全面|成功|集中|即将|预计|有望|[0-9])"
    r"|(?:竣工|开工|投产|建成|签约|落户|落地|启动|封顶|投用|投运|进入|动工|破土|奠基|完工|开建|开园|通车|交付|点火|揭牌|加快|进展|全线|贯通|合龙|复工|完成)"
)
PAID_WORKS = re.compile(  # 总投资5亿元的云片加工基地｜主体封顶
    r"投资(?:额)?[^，,。；;、]{0,8}?元(?:人民币)?\s?的\s?"
    rf"(?P<name>[一-鿿A-Za-z0-9·]{{2,22}}?(?:{HEADS_OF_WORKS}))\s?(?={WORKS_GO_ON})"
)
AFTER_PLACE = re.compile(
    "^.*(?:开发区|高新区|经开区|园区|新区|保税区|[县市镇区])(?=.{4})"
)  # 云泽高新区｜云帆科技
WORKS_PAID = re.compile(  # 远山云片厂｜投资2900万元; 某某扩建工程，总投资…
    rf"(?:(?<=[，,。；;：:、的）)\s“])|^)(?P<name>[一-鿿A-Za-z0-9·]{{3,26}}?(?:{HEADS_OF_WORKS})(?:[一二三四]期)?)"
    r"(?:[，,]?(?:该项目)?(?:计划|预计|概算)?总?投资额?(?:为|达|约|近|超)?)(?=[0-9])"
)
WORKS_BORN = re.compile(  # 最大的云片印花中心｜年初投运
    rf"(?:(?<=[，,。；;：:、的\s“])|^)(?P<name>[一-鿿·]{{4,22}}?(?:{HEADS_OF_WORKS}))"
    r"(?=(?:于|在)?(?:年初|今年|去年|明年|20[0-9]{2}年|[0-9]{1,2}月|近日|日前|年底)[^，,。；]{0,8}?"
    r"(?:投运|投用|启用|开园|开业|投产|竣工|封顶|开工|奠基|动工|试产|试运行))"
)
MEASURED_WORKS = re.compile(  # 占地80亩的｜高山净水厂
    rf"[0-9]万?(?:平方米|平米|亩|吨|兆瓦|立方米|千瓦|公里|床)的(?P<name>[一-鿿·]{{3,20}}?(?:{HEADS_OF_WORKS}))"
    rf"(?={WORKS_GO_ON}|让|使|汇集|年底|[有让])"
)
DONE_WORKS = re.compile(  # 云泽第三污水处理厂｜建成投运
    "(?:(?<=[，,。；;：:的])|^)(?P<name>[一-鿿·]{5,18}?(?:厂|中心|泵站|电站|变电站|水库|大桥|隧道|医院|学校|公园|体育馆|展馆|酒店|码头|管廊|研究院|谷|港|城|广场|市场|大厦))"
    "(?=(?:已|也|正式|全面|顺利|如期|一期)*(?:建成投[运用产]|投入运行|投入运营|投入使用|通水|通车|投运|投用|启用|开园|开业|开街|开港|开馆))"
)
ENGINEERED = re.compile(  # 启动｜北片区路网改造工程
    "(?:启动|开工|开工建设|完成|推进|实施|加快|加快推进)了?"
    "(?P<name>[一-鿿·]{2,16}?(?:提升|改造|扩建|新建|整治|配套|管网|道路|路网|供水|供热|供电|污水|绿化|围网|迁建|治理|修复|桥|隧道)工程)"
    "(?=[，,。；;、]|$|建设|[、和等])"
)
SUMMED = re.compile(  # 远山精油（1.6亿元）、…
    r"(?:(?<=[，,。；;：:、的）)])|^)(?P<name>[一-鿿A-Za-z0-9·]{4,26})"
    r"(?=[（(](?:(?:计划|概算|协议)?总?投资(?:额)?(?:约|超|近)?)?[0-9.]+[万亿](?:美|欧)?元[）)])"
)
LED_WORKS = re.compile(
    r"^(?:公司|企业|正在|其中|目前|今年|去年|此外|另外|包括|由|位于.*?的|新建|建设|推进|占地)|[0-9]+[家个项]|^[该本此]|^.{0,3}(?:园区|全区|开发区|高新区|中心)$"
)
PAID = re.compile(
    r"投资(?:额)?[^，,。；;、]{0,4}?元的(?P<name>[一-鿿A-Za-z0-9·]{3,24}?)"
    r"(?=、(?:总)?投资|等(?:[0-9]+|[一二两三四五六七八九十]+)[个大]|等(?:重点|重大|产业)?项目)"
)


def _paid(read: str, found: Sequence[Name]) -> Iterator[Name]:
    """Members of a list of sums, whatever they are called: 总投资20亿元的某某微型器件、…等5个项目."""
    for match in PAID.finditer(read):
        span = match.span("name")
        if not any(each.start < span[1] and span[0] < each.end for each in found):
            yield Name(*span, match["name"], "project")
    for pattern in (PAID_WORKS, WORKS_PAID, WORKS_BORN, MEASURED_WORKS, SUMMED, ENGINEERED, DONE_WORKS):
        for match in pattern.finditer(read):
            span = match.span("name")
            free = not any(each.start < span[1] and span[0] < each.end for each in found)
            if free and not LED_WORKS.search(match["name"]):
                yield Name(*span, match["name"], "project", told=True)


def _employers(read: str, found: Sequence[Name]) -> Iterator[Name]:
    """Companies without 公司, told by who speaks for them: 远山光电｜董事长."""
    if not EMPLOYED.search(read):
        return
    for match in EMPLOYER.finditer(read):
        words = cut(match["name"])
        first = next((i for i in range(len(words), 0, -1) if words[i - 1][1] in COMPANY_STOPS), 0)
        name = AFTER_PLACE.sub("", "".join(word for word, _ in words[first:]).lstrip("的在"))
        start = match.end("name") - len(name)
        if len(name) > 3 and not any(each.start < match.end("name") and start < each.end for each in found):
            yield Name(start, match.end("name"), name, "company")


def _headed(read: str, lexicon: Lexicon) -> tuple[Name, ...]:
    """The names that end in a head word; one that another head follows at once is longer than it seemed."""
    found: list[Name] = []
    for match in _heads(lexicon).finditer(read):
        before = found[-1] if found else None
        goes_on = before is not None and before.end == match.start()  # 芯片产业园｜项目
        start = before.start if before and goes_on else _begin(read, match, lexicon)
        if start is None:
            continue
        while found and found[-1].end > start:
            found.pop()
        kind = match.lastgroup or ""
        phase = PHASE.match(read, match.end()) if kind in ("project", "zone") else None
        end = phase.end() if phase else match.end()
        text = read[start:end]
        plain = text.strip("《》") if kind == "policy" else text
        found.append(Name(start, end, plain, kind, told=_is_told(read, start, end, kind)))
    return tuple(name for name in found if len(name.name.strip("“”")) > (1 if name.kind == "policy" else 3))


PAID_FOR = re.compile(
    r"投资(?:额)?(?:超|约|近|达|为)*[0-9.]+[多余]?[万亿]+[多余]?(?:美|欧)?元(?:、[^，。；、]{2,12}){0,2}(?:的|建设的|打造的)$"
)
PAYS = re.compile(
    r"[，,（(]?(?:(?:计划|预计|概算)?总?投资|(?:规划)?(?:总?占地|用地))|去年落户|正式签约|设计年产|位于|坐落"
)
STANDS = re.compile(
    r"(?:已|现|目前|内|去年|今年|共|累计)*(?:集聚|聚集|汇聚|入驻|占地|总投资|总建筑|建筑面积|规划面积|现有|有|位于|作为"
    r"|拥有|投用|投运|启用|开园|实现|吸引|建成|引进|集纳|完成|成为)"
)
HEAD_OF_CLAUSE = re.compile(r"(?:^|[，,。；;：:！？\s]|走进|来到|步入)$")


def _is_told(read: str, start: int, end: int, kind: str) -> bool:
    """Whether the words around a project or an area speak of it as one thing of its own."""
    paid = PAID_FOR.search(read[max(0, start - 24) : start])
    if kind == "project" or paid:
        return bool(paid or PAYS.match(read, end))
    if kind != "zone" or not HEAD_OF_CLAUSE.search(read[max(0, start - 2) : start]):
        return False
    return bool(STANDS.match(read, end))


def _begin(read: str, match: re.Match[str], lexicon: Lexicon) -> int | None:
    """Where the name of a head word begins; None where it is only a class."""
    if match.lastgroup == "policy":
        return match.start()
    start = _start(read, match.start(), match.lastgroup or "", lexicon)
    if start is None:
        return None
    led = LEADS.match(read, start, match.start())
    start = led.end() if led else start
    return start if start < match.start() else None


def _shortened(read: str, shorts: Mapping[str, str], found: Sequence[Name]) -> Iterator[Name]:
    """Companies by their short names, where no longer name stands."""
    taken = {place for name in found for place in range(name.start, name.end)} if shorts else set()
    for start, end in words_of(tuple(shorts)).find(read):
        if taken.isdisjoint(range(start, end)):
            yield Name(start, end, shorts[read[start:end]], "company")


def _start(read: str, head: int, kind: str, lexicon: Lexicon) -> int | None:
    """Where the name begins that ends in this head; None where there is only a class (重大项目)."""
    window = read[max(0, head - LONGEST) : head]
    if kind == "company":
        name = _company(window, lexicon)
        return head - len(name) if len(name) > 1 else None
    if quoted := QUOTED_NAME.search(window):
        tags = [tag for _, tag in cut(quoted["rest"])]
        if not any(tag in STOP_TAGS for tag in tags):
            return head - len(quoted.group())
    veiled = BRACKETS.sub(_veil, window)
    edge = max((match.end() for match in EDGE.finditer(veiled)), default=0)
    if paid := PAID_WHOLE.search(window, edge):
        return head - len(paid["name"])
    words = _name_words(window[edge:], lexicon)
    classes = lexicon.list("project_classes")
    whole = not all(word in classes for word in words)  # 新基建产业园 keeps its 新
    phased = bool(PHASE.match(read, head))
    while words and words[0] in classes and not (whole and _stays(words[0], phased=phased)):
        words.pop(0)
        while words and words[0] not in classes and cut(words[0])[0][1] in ("v", "vd"):
            words.pop(0)  # 项目｜选址｜某某产业园
    name = "".join(words)
    return None if len(name) < 2 or all(word in classes for word in words) else head - len(name)


PAID_WHOLE = re.compile(  # 投资12亿元的｜封装及检测产业园项目
    "(?:美|欧|港|日)?元(?:人民币)?(?:建设|打造|兴建)?的(?P<name>(?![^，。；]*(?:的|项目|[和与]|等[0-9一二三四五六七八九十]))[一-鿿A-Za-z0-9·/.]{4,26})$"
)


def _veil(bracketed: re.Match[str]) -> str:
    """Brackets belong to a name, （1） before it does not."""
    text = bracketed.group()
    return text if ENUMERATED.fullmatch(text) else "一" * len(text)


def _stays(word: str, *, phased: bool) -> bool:
    """Whether a word of classes belongs to the name that begins with it: 新基建…, 人才公寓二期."""
    return word in ("新", "大") or (phased and cut(word)[0][1] == "n")


def _name_words(text: str, lexicon: Lexicon) -> list[str]:
    """The words at the end of a text that may belong to a name: nouns, and verbs behind a proper noun."""
    inside, clause = lexicon.list("name_verbs"), lexicon.list("clause_verbs")
    kept: list[tuple[str, bool]] = []  # a word, and whether a name may begin with it
    parts = cut(text)
    for index in range(len(parts) - 1, -1, -1):
        word, tag = parts[index]
        mouth = tag == "q" and len(word) == 1 and bool(kept) and index > 0 and parts[index - 1][1] == "ns"
        if (
            word in clause or word in CAUSES or (_ends_name(word, tag, bool(kept)) and not mouth)
        ):  # 怒江｜口｜国际
            break
        kept.insert(0, (word, tag not in ("v", "vd") or word in inside))
    proper = next((index for index, (_, begins) in enumerate(kept) if begins), len(kept))
    return [word for word, _ in kept[proper:]]


CAUSES = ("让", "使", "令", "把", "将", "被")


def _ends_name(word: str, tag: str, inside: bool) -> bool:
    """Whether a word stands before a name, not in it."""
    if tag not in STOP_TAGS or tag in ("v", "vd") or word in AFFIXES:
        return False
    return not (inside and HELD.match(word))


def _company(window: str, lexicon: Lexicon) -> str:
    match = re.search(r"[一-鿿A-Za-z0-9·]{2,}(?:[（(][一-鿿]{2,6}[)）])?[一-鿿A-Za-z0-9·]*$", window)
    kept: list[str] = []
    for word, tag in reversed(cut(match.group() if match else "")):
        if tag in COMPANY_STOPS and len(kept) > 1 and word not in lexicon.list("name_verbs"):
            break
        kept.insert(0, word)
    name = PARTNER.sub("", "".join(kept).lstrip("的由与和对向在"))
    return "" if WHEN_SAID.fullmatch(name) or WHOSE.match(name) else name


WHOSE = re.compile("[他她我您你咱]们|[他她我您你]的|自己|这[家个]|那[家个]")  # 他的公司: nobody's name
WHEN_SAID = re.compile(r"(?:前[一二三四]季度|[上下]半年|[去今前本]年|目前|截至|同期)+")  # 前三季度｜公司


PARTNER = re.compile(r"^.*(?:区|会|局|府|委|市|县|省|院)[与和同](?=.{2})")  # 云泽经开区与｜远山科技


CALLED = re.compile(  # 《…若干措施》（以下简称“云泽十条”）
    r"《(?P<full>[^《》]{4,60})》[（(](?:以下|下)?(?:统?简称|称)(?:为|：|:)?[“《](?P<short>[^”》]{2,20})[”》][）)]"
)


def called(reads: Iterable[str]) -> dict[str, str]:
    """What a text calls its policies for short, with their full titles."""
    return {
        match["short"]: match["full"] for read in reads if "《" in read for match in CALLED.finditer(read)
    }


BEING_COUNTED = re.compile("[0-9]+[条座个栋幢家处]")  # 4条生产线
BEING_ADDED = (
    "新上",
    "新增",
    "购置",
    "拟建",
    "现有",
    "新购",
    "引进",
    "年产",
    "日产",
    "日处理",
    "年处理",
)  # 新上生产线
AT_A_STAGE = re.compile(  # 新开工项目: those at a stage, no name
    "(?:^|[区园县市])(?:新|已|拟|待|续|再|集中|计划)?(?:开工|签约|竣工|投产|续建|在建|落户|落地|引进|入库|储备|谋划|结转|建成|达产|入驻|在谈)+的?项目$"
)
OF_THE_WHOLE = re.compile(  # 园区引进招商项目, “6010”项目, 2.产业集群: a park's all, a class, a heading
    r"(?:园区|全区|开发区|高新区|经开区|新区|我区|该区)(?:执行|实施|引进|重点|重大|新建|续建|在建|签约|开工|招商)|“?[0-9+]+”?(?:项目|工程)$|[0-9]{1,2}[.．、]"
)
QUOTED_CLASS = re.compile("“[^“”]+”[^“”]{0,3}项目")  # “原地长”技改项目: a class told in quotes
CLASS_AT_END = re.compile(  # 省重点项目, 从机关抽调干部组成项目: a class of them, or none at all
    "(?:入区|入园|进区|招商|招商引资|资本|产业转移|转移|新兴产业|工业|组成|引进|转型|民生实事)项目$"
)
AMOUNT = re.compile("[年日][产处][^0-9]{0,2}[0-9]")  # 年产2GW储能电芯项目
OWN_ESTATE = re.compile(r"(?:园|港|城|小镇|片区|中心|院|空间|基地|平台|仓|工厂|车间|生产线|总部|贸易区)$")


@lru_cache(maxsize=8192)
def is_specific(name: Name, lexicon: Lexicon) -> bool:
    """A name of its own, not a class (领军型总部项目): it is named after somebody, somewhere, or a trade."""
    if name.kind in ("company", "policy"):
        return True
    plain = name.name.strip("“”")
    if name.name.count("“") != name.name.count("”"):
        return False
    if QUOTED_CLASS.fullmatch(name.name) and not name.told:
        return False
    if name.kind == "project" and "项目" not in plain and len(plain) > 2 and not PHASE.search(plain):
        return not CLASS.search(plain[:4])  # a member of a list of sums
    if (
        ENUMERATED.match(plain)
        or OF_THE_WHOLE.match(plain)
        or BEING_COUNTED.match(plain)
        or (plain.startswith(BEING_ADDED) and not (name.told and AMOUNT.match(plain)))
        or AT_A_STAGE.search(plain)
        or (CLASS_AT_END.search(plain) and not name.told)
    ):
        return False
    if PHASE.search(plain):
        return PHASE.sub("", plain) not in (*lexicon.list("self_words"), *CLASSES_OF_PHASES)
    return _stands_out(name, plain, lexicon)


def _stands_out(name: Name, plain: str, lexicon: Lexicon) -> bool:
    """Whether a name has words of its own before its head, or is spoken of as one thing."""
    stem = STEM.sub("", PHASE.sub("", plain))
    if CLASS.search(plain[:4]) or plain.startswith(lexicon.list("level_words")):
        return False
    words = cut(stem)
    coined = len(stem) > 2 and words[0][1] in ("x", "nz")  # 云泽｜软件园区
    if name.told and len(stem) >= (4 if name.kind == "project" else 2):
        return bool(OWN_ESTATE.search(plain)) or coined or name.kind == "project"
    if plain.startswith(lexicon.list("carrier_classes")):
        return False
    if name.kind == "project":
        proper = any(tag in PROPER for _, tag in words[:3])
        return len(stem) > 2 and (proper or len(stem) >= LONG_STEM)
    proper = any(tag in PROPER for _, tag in words)
    return len(stem) >= (2 if proper else 3) and (proper or bool(OWN_ESTATE.search(plain)))
