"""The way from a number to the noun phrase before it, and what that phrase leaves out."""

from __future__ import annotations

import re
from functools import cache

from core.lexicon import Lexicon
from core.model import Measure
from core.quantities import Quantity
from extract.indicators import (
    Phrase,
    ending,
    group_before,
    left_phrase,
    name_indicator,
)
from extract.rules import way
from extract.scene import Scene

Names = tuple[str, ...] | None


@way(
    confidence=0.65,
    examples={
        "云片、雾材两大产业产值分别达到32亿元和15亿元。": {"32亿元": "云片产值", "15亿元": "雾材产值"},
        "企业、项目分别增长3%。": {"3%": None},
    },
)
def of_several(quantity: Quantity, scene: Scene, measure: Measure, previous: str | None) -> Names:
    """A、B两大产业产值分别达到…和…: to each number its own of the things listed."""
    start, end = scene.clause(quantity)
    marker = scene.read.find("分别", start, quantity.span.start)
    if marker <= start:
        return None
    listed = [each for each in scene.quantities if marker <= each.span.start and each.span.end <= end]
    if quantity not in listed:
        return None
    things = re.sub("^.*其中", "", scene.read[scene.left_start(listed[0]) : marker])
    part = PART.match(things) if measure == "share" else None
    things = part["part"] if part and part["part"] else things
    parts = re.split(r"[、和与及]", things)
    if len(parts) != len(listed) or len(parts) < 2:
        return None
    last = SUMMED.sub("", parts[-1])
    head = ending(parts[-1], scene.frame.lexicon)
    tail = head[0] if head else ""
    names = [*parts[:-1], last.removesuffix(tail)]
    name = names[listed.index(quantity)]
    known = ending(name, scene.frame.lexicon)
    whole = name.endswith(tail) or (known is not None and known[0] == name)
    mine = Phrase(name if whole else name + tail, "")
    return (name_indicator(mine, quantity.kind, scene.frame.lexicon),) if mine.words else None


SUMMED = re.compile(
    r"[两二三四五六七八九十](?:大|个)?(?:主导|支柱|特色|新兴|优势|重点|主要)?(?:产业|行业|板块|集群|领域)"
)


@way(
    confidence=0.9,
    examples={
        "全年实现地区生产总值880.5亿元。": {"880.5亿元": "地区生产总值"},
        "枢纽经济、临空经济规模都超过300亿元。": {"300亿元": "枢纽经济规模"},
        "海工装备产业完成产值52亿元。": {"52亿元": "海工装备产业产值"},
        "有效高企总量达97家。": {"97家": "高新技术企业数"},
        "其中投资超8亿元的项目共5个。": {"5个": "投资超8亿元项目数"},
        "有市级以上示范基地8家，其中国家级2家。": {"2家": "国家级示范基地数"},
        "科技园有众创空间9个，总面积1.5万平方米。": {"1.5万平方米": "众创空间面积"},
        "为62家企业担保贷款5.3亿元。": {"5.3亿元": "担保贷款"},
        "船舶产业2019年产值53亿元。": {"53亿元": "船舶产业产值"},
        "新修道路14.3公里。": {"14.3公里": "道路"},
    },
)
def before(quantity: Quantity, scene: Scene, measure: Measure, previous: str | None) -> Names:
    """The noun phrase before the number, the words of reaching it left out: 产值｜达到｜50亿元."""
    if previous and LINKED.fullmatch(scene.left(quantity).strip()):
        return None  # 由172个｜精简到｜104个
    left = _own_words(_after_counted(quantity, scene), measure, scene.frame.lexicon)
    classed = CLASSED.search(left)
    phrase = Phrase(classed.group(), "") if classed else left_phrase(left, scene.frame.lexicon)
    if previous and PER_PEOPLE.search(scene.left(quantity)):
        return (f"万人{previous}",)
    if phrase is None or len(phrase.words) < len("产值"):
        return None
    if EACH.search(left) and AND.search(phrase.words):
        parts = [Phrase(words, phrase.before) for words in _shared(phrase.words, scene)]
        return tuple(name_indicator(part, quantity.kind, scene.frame.lexicon) for part in parts)
    if patents := _of_patents(phrase, previous or ""):
        return (patents,)
    name = _after_figure(phrase, previous, scene) or _named(phrase, quantity, previous, scene)
    if measure == "share" and name == "研发投入" and EARNS.search(scene.left(quantity)):
        return ("研发投入强度",)
    return (_by_times(name, phrase, quantity) or _by_kind(name, quantity),)


def _of_patents(phrase: Phrase, previous: str) -> str | None:
    """授权专利89项，其中｜发明专利: what goes on with the patents counted before."""
    if phrase.words == "授权" and previous.endswith("专利申请量"):
        return previous.replace("申请", "授权")
    return f"发明{previous}" if phrase.words == "发明专利" and previous in PATENTS else None


def _by_kind(name: str, quantity: Quantity) -> str:
    """An area is one by its name; of 新修｜道路｜14.3公里 the road is what is measured."""
    if quantity.kind == "length" and (road := ROAD.search(name)):
        return road["what"]
    bare = quantity.kind == "area" and not name.endswith(("面积", "用地", "占地", "范围", "用海"))
    return f"{name}面积" if bare else name


PATENTS = ("专利授权量", "专利申请量")
ROAD = re.compile(
    "(?:新建|新修|修建|修筑|建成|铺设|改造|拓宽|架设|敷设|整治|疏浚)?(?P<what>[一-鿿]{0,6}(?:道路|公路|路网|路|管网|管道|管线|铁路|专线|河道|绿道|线路|电缆|光缆|岸线|渠|堤))(?:总长度?|全长|长度|总里程|里程)?$"
)
TIMES = ("人次", "批次", "件次", "架次", "班次", "场次", "家次", "户次")
CLASSED = re.compile("[A-DＡ-Ｄ]类(?:企业|项目|事项)?$")
PER_PEOPLE = re.compile("每?万人口?(?:均|平均)?(?:拥有量?)?(?:达到?|为)?$")  # 发明专利517件，每万人拥有…件
EACH = re.compile("均|都|双双")
AND = re.compile("[、和与及]")
EARNS = re.compile("GDP|生产总值|营业收入|营收|销售收入|销售额")
OWNERS = (
    "外资",
    "内资",
    "台资",
    "日资",
    "港资",
    "民资",
    "工业",
    "制造业",
    "服务业",
    "农业",
    "产业类",
    "基础设施类",
    "民生类",
)
WHOLES = re.compile(r"[、，,和]?(?:全国|全省|全市|全球|全区|世界|全县)(?:的|占比|比重|份额)*")


def _by_times(name: str, phrase: Phrase, quantity: Quantity) -> str | None:
    """接待客商｜人次, 柔性引才｜人次: what is counted by how often is named by its unit."""
    unit = quantity.unit.lstrip("万")
    if unit not in TIMES or phrase.words.endswith(("项目", "企业")):
        return None
    trips = name == "招商批次" and unit == "人次"  # people are no trips
    return phrase.words + unit if trips or name == f"{phrase.words}数" else None


def _after_counted(quantity: Quantity, scene: Scene) -> str:
    """为62家企业｜担保贷款5.3亿元: what was counted just before is no word of the next figure's name."""
    left = scene.left(quantity)
    counted = scene.read[max(0, scene.left_start(quantity) - 1) : scene.left_start(quantity)] in ("家", "户")
    return FIRMS_FIRST.sub("", left) if counted else left


FIRMS_FIRST = re.compile(r"^(?:中小|小微)?企业(?=[一-鿿]{2})(?!数|总)")


def _own_words(left: str, measure: Measure, lexicon: Lexicon) -> str:
    """What of the words before a share or a gap names it: 高新产业产值｜占…比重."""
    if measure == "share" and WHOLES.fullmatch(left):
        return ""
    known = ending(left, lexicon)
    if known and "占" in known[0]:
        return left  # 全社会研发投入占比｜3.1%
    part = PART.match(left) if measure == "share" or OF_WHOLE.search(left) else None
    if part:
        return part["part"]
    return re.split(r"高于|低于|快于|高出|慢于|领先|跑赢|落后|比", left)[0] if measure == "gap" else left


PART = re.compile(r"[，,、]?(?P<part>.*?)(?:分别)?占(?!地(?!区|方)|有率)")
OF_WHOLE = re.compile("占(?:全|GDP|比)")
DIVISIONS = ("行政村", "村", "乡镇", "镇", "街道", "社区", "自然村", "居委会")
IN_PLACE = ("到位资金", "实际到位", "实际到位资金", "到位", "到账", "实际到账")
OF_A_CLASS = re.compile("[ABCDＡＢＣＤ]类|(?:全国|全省|国内|世界|全球)(?:首创|首例|首家|领先)")


def _after_figure(phrase: Phrase, previous: str | None, scene: Scene) -> str | None:
    """国家级2家, 总面积2万平方米: a word that means what was counted just before."""
    if previous == "内资到位资金" and phrase.words == "外资":
        return "实际使用外资"  # 到位内资28亿元、外资5200万美元
    if phrase.words in IN_PLACE and previous:  # 合同内资4亿元，到位资金2亿元
        return "内资到位资金" if "内资" in previous else "实际使用外资" if "外资" in previous else None
    if previous is None or not previous.endswith("数"):
        return None
    if phrase.words in OWNERS and previous.endswith(("项目数", "企业数")):
        return phrase.words + previous[-3:]
    if phrase.words in scene.frame.lexicon.list("level_words") or OF_A_CLASS.fullmatch(phrase.words):
        return phrase.words + _unlevelled(previous, scene.frame.lexicon)
    bare = not re.search(r"[一-鿿]$", re.sub("总|共|合计", "", phrase.before))  # not 封关｜面积
    bare = bare and not previous.startswith(DIVISIONS)  # 辖38个行政村，总面积72平方公里
    return previous.removesuffix("数") + "面积" if bare and phrase.words in ("总面积", "面积") else None


def _named(phrase: Phrase, quantity: Quantity, previous: str | None, scene: Scene) -> str:
    """The phrase's name, with the group that acts before it: 新能源汽车产业｜实现｜产值."""
    lexicon = scene.frame.lexicon
    named = name_indicator(phrase, quantity.kind, lexicon)
    group = group_before(phrase.before, lexicon)
    if not group and quantity.kind == "money":
        group = _group_goes_on(scene.left(quantity), previous)
    whole = ending(group + phrase.words, lexicon)
    if group and whole and whole[0] == group + phrase.words:  # 规模以上工业企业｜完成｜总产值
        return whole[1].name
    if not group and quantity.kind in ("money", "percent"):
        group = _group_across_time(quantity, scene)
    return group + named if group and not named.startswith(group) else named


def _group_across_time(quantity: Quantity, scene: Scene) -> str:
    """三大主导产业｜上半年｜产值: whose figure it is, where a time parts the two."""
    start, _ = scene.clause(quantity)
    time = next(
        (each for each in scene.times if each.end == scene.left_start(quantity) and each.start > start), None
    )
    if time is None:
        return ""
    phrase = left_phrase(scene.read[start : time.start], scene.frame.lexicon)
    words = NUMBERED.sub("", phrase.words) if phrase else ""
    return words if OF_A_TRADE.search(words) else ""


NUMBERED = re.compile("^[两二三四五六七八九十]大")
OF_A_TRADE = re.compile("..(?:产业|行业|产业链|集群|服务业|制造业|板块)$")


def _unlevelled(name: str, lexicon: Lexicon) -> str:
    """市级以上示范基地数 → 示范基地数: what a level of its own is put before."""
    return _levels(lexicon).sub("", name)


@cache
def _levels(lexicon: Lexicon) -> re.Pattern[str]:
    levels = sorted(lexicon.list("level_words"), key=len, reverse=True)
    return re.compile(rf"^(?:{'|'.join(levels)})")


def _shared(words: str, scene: Scene) -> list[str]:
    """数字经济、总部经济规模 → 数字经济规模, 总部经济规模: the last part's head is everyone's."""
    parts = re.split(r"[、和与及]", words)
    head = ending(parts[-1], scene.frame.lexicon)
    tail = (
        head[0]
        if head
        else next(
            (tail for tail in ("规模", "产值", "收入", "投资", "总量", "企业") if parts[-1].endswith(tail)),
            "",
        )
    )
    tail = next((short for short in ("规模", "产值", "收入") if tail.endswith(short)), tail)
    return [part if part.endswith(tail) else part + tail for part in parts]


def _group_goes_on(left: str, previous: str | None) -> str:
    """总部企业实现销售额…、实现税收…: the group that acts goes on through the list."""
    if not previous or previous.endswith("数") or not left.startswith(("实现", "完成", "、实现", "、完成")):
        return ""
    match = re.match(r"(?P<group>.{2,10}?(?:企业|产业|行业|集群))", previous)
    return match["group"] if match and len(match["group"]) < len(previous) else ""


LINKED = re.compile(
    r"[、和与及]|以及|[，,]?(?:已|共|并)?(?:达到?|为|增至|升至)"
    r"|[，,]?(?:提高|提升|增加|增长|压缩|压减|缩短|减少|降低|下降|扩充|扩大|发展|上升|调整|精简|扩展|变|减|降|升)[到至为成]"
    r"(?:了?(?:目前|现在|如今)的)?|的"  # 提高到目前｜的163万元
)
