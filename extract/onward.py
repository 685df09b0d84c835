"""Ways from a number without a noun of its own to what the text told before it."""

from __future__ import annotations

import re

from core.lexicon import Lexicon
from core.model import Measure
from core.quantities import Quantity
from extract.ahead import EARNS, LINKED
from extract.elisions import as_written
from extract.indicators import (
    ending,
    head_phrase,
    left_phrase,
    name_indicator,
    opening,
)
from extract.rules import way
from extract.scene import Scene

Names = tuple[str, ...] | None

STAGED = re.compile(r"(?P<stage>签约|开工|动工|竣工|投产|落地|在建|在谈)(?:了|的)?$")


@way(
    confidence=0.9,
    examples={
        "推进产业项目建设，开工41个、竣工33个。": {"41个": "开工项目数", "33个": "竣工项目数"},
        "招引企业，开工率达90%。": {"90%": None},
        "投产企业19家，在建22家。": {"22家": "在建企业数"},
    },
)
def of_a_stage(quantity: Quantity, scene: Scene, measure: Measure, previous: str | None) -> Names:
    """开工41个: projects, where the sentence speaks of them."""
    staged = STAGED.search(scene.left(quantity)) if quantity.kind == "count" else None
    if not staged or scene.right(quantity)[:1] not in ("", "、", "，", "和", "。", "；"):
        return None
    projects = bool(re.search("项目|工程", scene.before(quantity)))
    firms = (previous or "").endswith("企业数") and (not projects or quantity.unit in ("家", "户"))
    if not (firms or projects or (previous or "").endswith("项目数")):
        return None
    return (f"{staged['stage'].replace('动工', '开工')}{'企业' if firms else '项目'}数",)


AMOUNT = re.compile(
    r"(?P<amount>(?:总?投资|固定资产投资|年?产值|年?税收|纳税|年?营业?收入?)?(?:超过?|过|突破)?[0-9.一二三四五六七八九十百千]*(?:千万|百万|亿|万)?(?:美元|欧元|元)(?:以上)?)的?(?:有|达)?$"
)


@way(
    confidence=0.9,
    examples={
        "引进项目47个，其中投资千万元以上的29个。": {"29个": "投资千万元以上项目数"},
        "新签约项目27个，其中5亿元以上12个。": {"12个": "5亿元以上项目数"},
    },
)
def of_a_class(quantity: Quantity, scene: Scene, measure: Measure, previous: str | None) -> Names:
    """其中5亿元以上12个: of what was counted before, those of a size."""
    if quantity.kind != "count" or not (previous or "").endswith(("项目数", "企业数")):
        return None
    amount = AMOUNT.search(scene.left(quantity))
    return (amount["amount"] + previous[-3:],) if amount and previous and "元" in amount["amount"] else None


@way(
    confidence=0.9,
    examples={
        "固定资产投资70亿元，增长7.3%。": {"7.3%": "固定资产投资"},
        "出口额占比重达60%、高于全省9个百分点。": {"9个百分点": "出口总额"},
        "上市企业75家，比上年增加23家。": {"23家": "上市企业数"},
        "出口额60亿元，土地出让收入只有预算的18%。": {"18%": "土地出让收入"},
        "人均产值从98万元提高到目前的163万元。": {"163万元": "人均产值"},
        "固定资产投资下降2%，工业增加值由负转正，增长4.3%。": {"4.3%": "工业增加值"},
    },
)
def goes_on(quantity: Quantity, scene: Scene, measure: Measure, previous: str | None) -> Names:
    """A change, gap or share without a noun of its own is about the number before it."""
    linked = LINKED.fullmatch(scene.left(quantity).strip())
    if not linked and measure not in ("growth", "gap", "share", "increment"):
        return None
    if previous == "研发投入" and measure == "share" and EARNS.search(scene.left(quantity)):
        return ("研发投入强度",)
    lexicon = scene.frame.lexicon
    own = None if linked else head_phrase(scene.left(quantity), lexicon)
    if own:  # 土地出让收入只有年初预算的18%
        return (name_indicator(own, quantity.kind, lexicon),)
    turned = None if linked else _turned(scene.turns(quantity), scene)
    return (turned,) if turned else (previous,) if previous else None


TURNS = re.compile(
    r"(?:由|受|持续|保持|逆势|依然|仍|也|继续|大幅|明显|快速|稳步|稳中|扭|止|企稳|回|首次|增势|势头|表现|较快|更)"
)


def _turned(clause: str, scene: Scene) -> str | None:
    """The indicator that a clause without a number of its own turns to: 出口｜受冲击最大，…."""
    opened = opening(clause.lstrip("其中 "), scene.frame.lexicon)
    return opened[1].name if opened and TURNS.match(clause.lstrip("其中 "), len(opened[0])) else None


TIMED = re.compile(r"(?:时间|时长|周期|用时|时限)$")
REACHES = re.compile(
    r"^(?:、|和|[，,]?(?:压缩|压减|缩短|减少|降低|减|降|精简|优化)(?:到|至|为)?)(?:目前的|现在的)?$"
)


@way(
    confidence=0.85,
    examples={
        "环评手续从前要层层转报，如今6个工作日就能办好。": {"6个工作日": "审批时限"},
        "云片出口申报由36小时缩短为2小时。": {"36小时": "云片出口申报时间", "2小时": "云片出口申报时间"},
    },
)
def of_an_approval(quantity: Quantity, scene: Scene, measure: Measure, previous: str | None) -> Names:
    """A length of time that passed the filter is the time that an approval takes."""
    if quantity.kind != "time":
        return None
    own = left_phrase(scene.left(quantity), scene.frame.lexicon)
    named = own and re.search(r"(?:时间|时长|周期|用时|时限)$", own.words)
    known = own and ending(own.words, scene.frame.lexicon)
    if own and named:
        return (name_indicator(own, quantity.kind, scene.frame.lexicon) if known else own.words,)
    goes = previous and TIMED.search(previous) and REACHES.search(scene.left(quantity))
    if goes and previous:
        return (previous,)
    act = own and ACT_TIMED.search(own.words)
    return (f"{own.words}时间",) if own and act else ("审批时限",)


ACT_TIMED = re.compile("(?:申报|通关|查验|放行|装卸|周转|配送|物流|检测)$")


IN_PLACE_BARE = re.compile("[，,、；]?(?:已|其中)?(?:实际)?(?:到位|到账)(?:资金)?")


@way(confidence=0.55, examples={"全区培育高新技术企业，总数已达88家。": {"88家": "高新技术企业数"}})
def clause_before(quantity: Quantity, scene: Scene, measure: Measure, previous: str | None) -> Names:
    """Where the clause names nothing, the noun phrase that ends the clause before it."""
    if previous and IN_PLACE_BARE.fullmatch(scene.left(quantity)) and "资" in previous:
        return ("实际使用外资" if "外资" in previous else "内资到位资金",)
    if previous and scene.follows_figure(quantity):
        return (previous,)  # 突破50亿元大关，达到52亿元
    clause = scene.previous_clause(quantity)
    if previous and re.match(r"(?:受|因|由于|虽|尽管|面对|剔除|扣除|按)", clause):
        return (previous,)  # 受疫情影响，下降3.2%
    phrase = left_phrase(clause, scene.frame.lexicon)
    if phrase is None:
        turned = _turned(scene.turns(quantity), scene)
        return (turned,) if turned else None
    return (name_indicator(phrase, quantity.kind, scene.frame.lexicon),)


@way(confidence=0.4, examples={"税收总收入19亿元。其中，6亿元留在园区。": {"6亿元": "税收收入"}})
def sentence_before(quantity: Quantity, scene: Scene, measure: Measure, previous: str | None) -> Names:
    """Where nothing near names it, what the number before it was about, if it can be counted so."""
    return (previous,) if previous and can_be(previous, quantity, scene.frame.lexicon) else None


def can_be(name: str, quantity: Quantity, lexicon: Lexicon) -> bool:
    """Whether a figure of this kind can be of that indicator: no cubic metres are an area."""
    if quantity.kind in ("percent", "point", "rank", "bare", "multiple"):
        return True
    known = ending(name, lexicon)
    by_end = "area" if name.endswith("面积") else "count" if name.endswith("数") else None
    unit = known[1].unit if known and known[0] == name else by_end
    return unit not in ("money", "area", "count", "time") or quantity.kind == unit


@way(confidence=0.3, examples={"中水每天流过3000立方米。": {"3000立方米": "中水每天流过量"}})
def last_words(quantity: Quantity, scene: Scene, measure: Measure, previous: str | None) -> Names:
    """Where nothing names it at all, the words before it; too unsure for a page."""
    words = as_written(quantity, scene, scene.frame.lexicon)
    return (words,) if words else None
