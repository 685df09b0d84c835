"""Ways from a number to what was done: jobs given, a structure's parts, an act without a noun of its own."""

from __future__ import annotations

import re

from core.model import Measure
from core.quantities import PARTS as STRUCTURE
from core.quantities import Quantity
from core.words import cut
from extract.indicators import strip_reach
from extract.rules import way
from extract.scene import Scene

Names = tuple[str, ...] | None

SECTORS = ("第一产业增加值", "第二产业增加值", "第三产业增加值")
OF_SECTORS = re.compile(
    r"(?:三次产业|三产|三大产业|产业)(?:增加值)?(?:的)?(?:结构|比例|比重|占比|构成|之?比)[^。；;]*$"
)


@way(
    confidence=0.9,
    examples={
        "三次产业结构为3.1:61.4:35.5。": {
            "3.1": "第一产业增加值",
            "61.4": "第二产业增加值",
            "35.5": "第三产业增加值",
        },
        "三种产品的销量之比为20:30:50。": {"20": None},
    },
)
def of_a_structure(quantity: Quantity, scene: Scene, measure: Measure, previous: str | None) -> Names:
    """三次产业结构为3.1:61.4:35.5: the share of each sector."""
    if quantity.kind != "percent" or not quantity.text[-1].isdigit():
        return None
    for match in STRUCTURE.finditer(scene.read, scene.sentence.start, scene.sentence.end):
        if match.start() <= quantity.span.start < match.end():
            place = [match.start(each) for each in (1, 2, 3)].index(quantity.span.start)
            said = OF_SECTORS.search(scene.read, scene.sentence.start, match.start())
            return (SECTORS[place],) if said else None
    return None


GIVEN = re.compile(r"(?:吸纳|安排|安置|解决|吸收|带动|拟招)(?P<who>[一-鿿]{2,8})$")
WORK = re.compile(r"(?:就近|就地|家门口)?(?:就业|上岗|务工|用工|实现就业)")


@way(
    confidence=0.85,
    examples={
        "项目建成后可吸纳周边村镇300人左右就业。": {"300人": "就业人数"},
        "该厂安置下岗职工120人。": {"120人": "就业人数"},
        "园区现有员工120人。": {"120人": None},
    },
)
def of_jobs(quantity: Quantity, scene: Scene, measure: Measure, previous: str | None) -> Names:
    """可吸纳周边村镇300人就业: people who get work."""
    if quantity.unit not in ("人", "名", "万人", "余人", "万名"):
        return None
    given = GIVEN.search(scene.left(quantity))
    works = WORK.match(scene.read, quantity.outer.end)
    if given is None or not (works or re.search("工|妇女|村民|农民|群众|劳动力|人员|人口", given["who"])):
        return None
    return None if given["who"] in ("就业", "从业人员", "直接就业") else ("就业人数",)


ADVERBS = re.compile(
    r"^(?:[，,、；;：:\s]|已经?|将|可以?|并|还|又|共|累计|先后|其中|目前|现|另外|同时|一举|成功|全年|当年|年内|共计|只|就|也|都|再|新)+"
)
MAKES = re.compile("^(?:组织|举办|开展|召开|承办|推出|建成|完成|实施|出台|办理|推进)了?(?=.{3})")
KINDS = ("count", "mass", "length", "energy")
NOT_SAID = re.compile(r"达|至|到|为|超|近|约|有|是|在|了$|第|比|较|占|增|减|降|升|于")


@way(
    confidence=0.5,
    examples={
        "全区推出举措40项，其中复制推广18项。": {"18项": "复制推广数"},
        "全区有企业40家，达到50家。": {"50家": None},
    },
)
def as_said(quantity: Quantity, scene: Scene, measure: Measure, previous: str | None) -> Names:
    """验放包裹320万票: an act and its object, where neither is a noun that names the figure."""
    if quantity.kind not in KINDS or measure not in ("level", "increment"):
        return None
    text = MAKES.sub("", ADVERBS.sub("", strip_reach(scene.left(quantity), scene.frame.lexicon)))
    if not re.fullmatch(r"[一-鿿“”A-Za-z]{3,8}", text) or NOT_SAID.search(text):
        return None
    tags = [tag for _, tag in cut(text)]
    acts = tags[0] in ("v", "vn", "vd") and not {"p", "c", "u", "r", "uj", "ul", "m"} & set(tags)
    if not acts:
        return None
    return (f"{text.replace('“', '').replace('”', '')}{'数' if quantity.kind == 'count' else '量'}",)
