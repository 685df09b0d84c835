"""The way from a number to the noun that is counted behind it: 5条道路."""

from __future__ import annotations

import re
from functools import cache

from core.lexicon import Lexicon
from core.model import Measure
from core.quantities import Quantity
from core.words import cut
from extract.indicators import (
    Phrase,
    left_phrase,
    name_indicator,
    opening,
    right_phrase,
)
from extract.rules import way
from extract.scene import Scene

Names = tuple[str, ...] | None

WHOLE = re.compile(r"(?:占|贡献|创造|集纳|汇聚|集聚|承载|拥有|全[省市国县球区]|[市州省县区]|[、和与])了?的?$")


@way(
    confidence=0.85,
    examples={
        "以不到全省1%的土地面积，创造了全省5%的进出口总额。": {"1%": "土地面积", "5%": "进出口总额"},
        "按设备投资额的8%给予补助。": {"8%": None},
    },
)
def of_a_part(quantity: Quantity, scene: Scene, measure: Measure, previous: str | None) -> Names:
    """贡献了全省4.7%的进出口: what the share is of stands behind it."""
    right = scene.right(quantity)
    if quantity.kind != "percent" or not right.startswith("的"):
        return None
    start, _ = scene.clause(quantity)
    if not WHOLE.search(scene.read[start : quantity.outer.start]):
        return None
    if known := opening(right[1:], scene.frame.lexicon):
        return (known[1].name,)
    phrase = right_phrase(right[1:], scene.frame.lexicon, counted=False)
    return (name_indicator(phrase, quantity.kind, scene.frame.lexicon),) if phrase else None


@way(
    confidence=0.75,
    examples={
        "8条道路交付使用。": {"8条": "道路交付数"},
        "上半年32个产业项目集中签约。": {"32个": "签约项目数"},
        "新增5家高新技术企业。": {"5家": "高新技术企业数"},
        "全区有高新技术企业83家。": {"83家": None},
        "引进云帆科技等29家高新技术企业。": {"29家": "引进高新技术企业数"},
        "重大项目有18个在建。": {"18个": "在建项目数"},
        "78家企业成为省级星级上云企业。": {"78家": "省级星级上云企业数"},
        "上半年，42家企业享受政策，9家企业复工。": {"42家": "享受政策企业数", "9家": "复工企业数"},
        "为62家企业担保贷款5.3亿元。": {"62家": "担保贷款企业数"},
        "86家企业入驻新区，4家企业在境内外上市。": {"86家": "入驻企业数", "4家": "上市企业数"},
    },
)
def after(quantity: Quantity, scene: Scene, measure: Measure, previous: str | None) -> Names:
    """The noun that is counted stands behind its classifier: 5条道路."""
    if quantity.kind != "count" or scene.right(quantity).startswith("的"):
        return None
    phrase = right_phrase(scene.right(quantity), scene.frame.lexicon)
    if phrase is None:
        return None
    if known := _by_what_they_do(phrase, quantity, scene):
        return (known,)
    became = _became(scene.right(quantity), phrase, scene)
    if not became and (act := ACTING.match(scene.right(quantity))) and _is_act(act["act"], scene):
        return (f"{act['act']}{act['who']}数",)  # 42家｜企业｜享受政策
    clause = scene.read[scene.clause(quantity)[0] : quantity.outer.start]
    done = DONE.match(scene.right(quantity)[len(phrase.words) :])
    if done and not phrase.words.endswith("项目"):
        return (f"{phrase.words}{done['act']}数",)
    beside = "" if OF_THESE.match(scene.read, quantity.span.end) else phrase.before
    around = became or Phrase(phrase.words, f"{beside}，{clause}")
    return (name_indicator(around, quantity.kind, scene.frame.lexicon),)


def _by_what_they_do(phrase: Phrase, quantity: Quantity, scene: Scene) -> str | None:
    """项目有18个｜在建, 8家｜投产, 86家｜企业入驻: what they do is what they are counted by."""
    right, words = scene.right(quantity), phrase.words
    if "项目" in scene.left(quantity) and words in ("在建", "开工", "竣工", "投产", "签约", "落地"):
        return f"{words}项目数"
    if quantity.unit in ("家", "户") and words in STAGE_VERBS:
        return f"{words}企业数"
    if words in ("事项", "高频事项") and _approves(quantity, scene):
        return "审批事项数"
    if words != "企业":
        return None
    return "入驻企业数" if SETTLES.match(right) else "上市企业数" if FLOATED.match(right) else None


FLOATED = re.compile(
    "企业(?:已经?|先后|陆续|相继|正式|成功|集中|分别)*(?:在[^，,。；;]{1,12})?(?:上市|挂牌)(?!公司|企业|后备)"
)
SETTLES = re.compile("企业(?:已经?|先后|陆续|相继|正式|成功|集中)*(?:入驻|进驻|入园|入区|落户)")
STAGE_VERBS = ("投产", "在建", "开工", "竣工", "签约", "落户", "达产", "复工")
OF_THESE = re.compile(  # 126个重点项目｜已开工98个: not all of them were started
    r"[^，,。；;、0-9]{2,12}?项目中?[，,]?(?:目前|现|已经?|有|共)*(?:开复?工|复工|竣工|投产|落地|签约|建成)了?[0-9]"
)


def _approves(quantity: Quantity, scene: Scene) -> bool:
    """Whether the items counted are what is approved: 从下放的审批权限中梳理出101个｜事项."""
    said = scene.read[scene.sentence.start : scene.clause(quantity)[1]]
    merged = re.compile("[^，。；]*(?:整合|优化|精简)").match(scene.read, quantity.span.end)
    return bool(re.search("审批|权限|许可", said)) and not merged


DONE = re.compile(r"(?:已|全部|全面|顺利|如期|建成|正式)*(?P<act>交付|打通|通车|改造|翻新|封顶|入伙)")


ACTING = re.compile(
    r"(?P<who>企业|商户|中小企业|小微企业|单位)(?:已经?|正|均|先后|陆续|成功|顺利|全部|在|集中|现场|相继|正式|全面|当天)*"
    r"(?P<act>[一-鿿“”]{2,9}?)(?:了|过)?(?=[，,。；;、]|$|[0-9])"
)


def _is_act(words: str, scene: Scene) -> bool:
    """Whether words behind 企业 say what they did: a verb first, none of being there or of making."""
    parts = cut(words.replace("“", "").replace("”", ""))
    named = ("实现", "完成", "成为", "达到", "纳税", "产值", "入驻", "落户", "签约", "入园")
    return parts[0][1] in ("v", "vn", "x", "n") and parts[0][0] not in named


def _became(right: str, phrase: Phrase, scene: Scene) -> Phrase | None:
    """78家企业｜成为｜星级上云企业: what they are counted as is what they became."""
    lexicon = scene.frame.lexicon
    match = _becomes(lexicon).match(right) if len(phrase.words) <= 2 else None
    return left_phrase(match["what"], lexicon) if match else None


@cache
def _becomes(lexicon: Lexicon) -> re.Pattern[str]:
    words = "|".join(sorted(lexicon.list("become_words"), key=len, reverse=True))
    return re.compile(rf"(?:企业|公司|单位)(?:已|先后)?(?:{words})(?P<what>[^，,。；;]+)")
