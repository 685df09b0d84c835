"""Ways from a place in a ranking to the list or the figure that it is of."""

from __future__ import annotations

import re
from collections.abc import Sequence

from core.lexicon import Lexicon
from core.model import Measure
from core.quantities import Quantity
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

LISTS = re.compile(
    r"[^，,。；;、：:]*(?:评价|考评|考核|综评|排名|排行榜?|榜单?|百强县?|千强镇|百强|竞争力|测评|评估|评比)[^，,。；;]{0,4}"
)
PLACED = re.compile(r"(?:位列|位居|居|列|名列|排名|排在|升至|跃居|跻身|进入|挺进|迈进|加快|保持|稳居|蝉联)+")


@way(
    confidence=0.85,
    examples={
        "在全国经开区综合考评中，云泽经开区位居第18名。": {"第18名": "全国经开区综合考评"},
        "跻身国家高新区40强。": {"40强": "国家高新区排名"},
        "出口总额12亿元，位居全市第二。": {"第二": "出口总额"},
        "税收收入12亿元，创新能力列全国第20位。": {"第20位": "创新能力"},
    },
)
def of_a_ranking(quantity: Quantity, scene: Scene, measure: Measure, previous: str | None) -> Names:
    """A rank's indicator is the list's name, else what the number before it measured."""
    climbs = measure == "increment" and quantity.unit in ("位", "名", "个名次", "个位次")
    if measure != "rank" and not (climbs and _lists(scene, quantity)):
        return None
    if item := ITEM.search(scene.before(quantity)):
        return (item["item"],)
    part = [piece for piece in PLACED.sub("|", scene.left(quantity)).split("|") if len(piece) > 1]
    lists = _lists(scene, quantity)
    if lists and (single := _single(lists[-1], previous, quantity, scene.frame.lexicon)):
        return (single,)
    if lists and (not part or LISTS.search(part[-1]) or part[-1] in ("全国", "全省", "全市", "国家")):
        return (lists[-1],)
    classed = part and re.search("[区园县镇]前$", part[-1])  # 进入全国综保区前40名
    if part and (quantity.text.endswith("强") or classed):
        return (_list_name(part[-1]) + "排名",)
    if lists:
        return (lists[-1],)
    return _of_a_figure(part, quantity, previous, scene)


def _of_a_figure(part: Sequence[str], quantity: Quantity, previous: str | None, scene: Scene) -> Names:
    """A place by a figure: its clause's own (创新能力列全国第20位), or the one before."""
    lexicon = scene.frame.lexicon
    own = head_phrase(part[0], lexicon) if part else None
    if own is None and previous:
        return (previous,)
    phrase = own or (left_phrase(part[-1], lexicon) if part else None)
    return (name_indicator(phrase, quantity.kind, lexicon),) if phrase else None


RIVALS = re.compile(
    r"^(?:全国|全省|全市|[东中西]部|[0-9多余个家]|国家级?|省级)+(?:地区)?[0-9多余个家]*(?:国家级?|省级)?(?:开发区|高新区|经开区|综保区|园区|保税区|县|市|区)[里]?$"
)
ITEM = re.compile(  # “科技创新”得分全省第3, “绿色发展”一项排在第六
    r"“(?P<item>[^“”]{2,10})”(?:指标|一项|分项|单项)?(?:得分|排名|排位|位次)?[^，,。；;“”0-9]{0,6}(?:第[0-9]+[位名]?[升降跃前]?[至到为]?)?$"
)
SINGLE = re.compile("(?:单项|总量|增速|增幅|规模|总额)?(?:排名|指标)?")


def _single(name: str, previous: str | None, quantity: Quantity, lexicon: Lexicon) -> str | None:
    """实际使用外资｜单项: a ranking by one indicator is of it; one among so many parks, of the last."""
    if previous and not quantity.text.endswith("强") and RIVALS.search(name):
        return previous  # 进出口86亿元，在全国150多个综保区中排名第46位
    known = opening(name, lexicon)
    return known[1].name if known and SINGLE.fullmatch(name[len(known[0]) :]) else None


def ranking_told(scene: Scene) -> str | None:
    """The evaluation that a sentence tells of, for the places that later sentences tell."""
    read = scene.sentence.read
    if not EVALUATES.search(read):
        return None
    found = [_list_name(text) for text in LISTS.findall(read)]
    named = [name for name in found if len(name) > 4 and EVALUATES.search(name)]
    return named[-1] if named else None


EVALUATES = re.compile("评价(?!入库)|考评|考核|综评|评估|竞争力|百强|测评|榜")


def evaluates(name: str) -> bool:
    """Whether a name is one of an evaluation or a list of the best."""
    return bool(EVALUATES.search(name))


def _lists(scene: Scene, quantity: Quantity) -> list[str]:
    """The names of rankings and evaluations before a number, the parks that they are said of taken out."""
    found = [_list_name(text) for text in LISTS.findall(scene.before(quantity))]
    parks = {scene.read[mention.start : mention.end] for mention in scene.mentions if mention.name}
    for park in sorted(parks, key=len, reverse=True):
        found = [name.replace(park, "") for name in found]
    found = [name for name in found if len(name) > 2]
    if found and ending(found[-1], scene.frame.lexicon):
        return found  # …评价中，亩均税收排名第二
    return [name for name in found if EVALUATES.search(name)] or found


def _list_name(text: str) -> str:
    """全国综评排名升至 → 全国综评: the list without what is done to it."""
    name = re.sub(r"[“”]", "", text)
    name = re.sub(
        r"^.*(?:跻身|进入|迈入|迈进|跨入|入围|入列|挺进|有[0-9]*[家个]?)(?=全[国省市]|国家|中国|[东中西]部|省|市)",
        "",
        name,
    )
    for _ in range(2):  # 在｜刚刚公布的｜…
        name = re.sub(r"^.*?(?:公布的?|发布的?|在|于|中的|力争|争取|确保|实现|冲刺|锚定|其中)", "", name)
    name = re.sub(r"[0-9]+[家个]|第[0-9一二三四五六七八九十]+.*$", "", name)
    name = re.sub(r"(?:结果)?(?:揭晓|出炉|公布|发布|公示|通报|印发)$", "", name)
    name = re.sub(r"(?:结果|中|里|上|排名|总排名|综合排名|前|攀|冲|跃)+$", "", name)
    return re.sub(r"(?:19|20)\d\d年度?", "", name)
