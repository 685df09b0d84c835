"""Numbers that state no fact of the field, and why: times, labels, thresholds, turns of phrase.

Each filter answers with the reason it gives on the source page, or None. The first that answers decides.
"""

from __future__ import annotations

import re
from decimal import Decimal

from core.model import Span
from core.quantities import Quantity
from extract.grants import entitling
from extract.rules import judge
from extract.scene import Scene, within

RANK_VERB = re.compile(
    r"(?:居|列|位|排名|排在|排|跃居|升至|升到|进至|名列|上升到|前进到|荣获|获|综合|保持|稳居|蝉联)[^，,。；]{0,14}$"
)
STRONG_VERB = re.compile(
    r"(?:跻身|进入|进军|位列|入围|挺进|晋级|迈入|迈进|冲进|冲刺|跨入|列|前)[^，,。；]{0,14}$"
)
TITLES = re.compile(r"《[^《》]{2,60}》")
QUOTED = re.compile(r"“[^“”]{1,20}”")
ENDS = re.compile(r"[，,。；;、！!？?）)\s”]|$")
THRESHOLD = re.compile(
    r"(?:元)?(?:及以上|以上|以下|级)?的?(?P<noun>[^，,。；;、0-9]{0,10}?(?:项目|企业|产业集群|集群|产业|公司|园区|工程|龙头|集团|总部|平台|楼宇|大户|市场主体))"
)
LETTER_BEFORE = re.compile(r"[A-Za-z+＋\-_/·.]")
LETTER_AFTER = re.compile(r"[A-Za-z+＋\-_/]")
SMALL = Decimal(10)
NEVER = ("第", "一", "半")


@judge(
    examples={
        "2021年实现产值30亿元。": {"30亿元": None},
        "经过20年建设，产值30亿元。": {"20年": "时长"},
        "审批时限压缩至3个工作日。": {"3个工作日": None},
    }
)
def time(quantity: Quantity, scene: Scene) -> str | None:
    if within(quantity, [(each.start, each.end) for each in scene.times]):
        return "时间"
    if quantity.kind != "time":
        return None
    if quantity.unit.endswith(("年", "周")):
        return "时长"
    if TAKES.search(scene.before(quantity)):
        return None
    start, end = scene.clause(quantity)
    near = scene.read[max(scene.sentence.start, start - 20) : end + 10]
    return None if any(word in near for word in scene.frame.lexicon.list("approval_words")) else "时长"


TAKES = re.compile(  # 报关查验时间由20小时｜缩至3小时
    r"(?:申报|通关|办理|审批|验放|开办|放行|交付|登记|注册|查验|办结|接电|报装|提离|周转)(?:平均)?(?:时间|时限|用时|时长|周期)"
    r"(?:平均)?(?:由|从|为|压缩|缩短|缩|降|仅|只需|约|[0-9.]+(?:个工作日|小时|天|分钟)|到|至|[升减少了的原来])*$"
)


@judge(
    examples={
        "“2+3+X”产业体系带动产值30亿元。": {"2": "名称中的数字"},
        "布局5G基站120个，GDP21.6亿元。": {"120个": None, "21.6亿元": None},
    }
)
def label(quantity: Quantity, scene: Scene) -> str | None:
    read, span = scene.read, quantity.span
    before, after = read[max(0, span.start - 1) : span.start], read[span.end : span.end + 1]
    if (
        (LETTER_BEFORE.fullmatch(before) and not read.endswith("GDP", 0, span.start))
        or (not quantity.unit and LETTER_AFTER.fullmatch(after))
        or after in ("+", "＋")
    ):
        return "名称中的数字"
    start, end = scene.sentence.start, scene.sentence.end
    if within(quantity, [match.span() for match in TITLES.finditer(read, start, end)]):
        return "名称中的数字"
    if within(
        quantity, [(name.start, name.end) for name in scene.names if not _counts(quantity, name.start)]
    ):
        return "名称中的数字"
    if quantity.unit == "千伏" and re.match(
        "[^，,。；]{0,4}(?:变电|输变电|线路|输电|升压|专线|配电)", read[span.end :]
    ):
        return "名称中的数字"  # 110千伏变电站
    if quantity.text in ("万元", "亿元", "百元") and PER_OUTPUT.match(read, span.end):
        return "名称中的数字"  # 万元GDP能耗
    quoted = [match.span() for match in QUOTED.finditer(read, start, end)]
    if within(quantity, quoted) and (quantity.chinese or not quantity.unit):
        return "名称中的数字"
    return None


PER_OUTPUT = re.compile(
    "GDP|地区生产总值|国内生产总值|生产总值|(?:规上|规模以上)?工业增加值|增加值|工业产值|产值"
)


def _counts(quantity: Quantity, start: int) -> bool:
    """A number that begins a name counts it (32个重大项目) rather than belongs to it."""
    return quantity.span.start <= start < quantity.span.end and bool(quantity.unit)


MEASURED = re.compile(r"[%％]\s*[（(]\s*$")


@judge(examples={"组件转换效率达21.6%(3m²)。": {"3m²": "测量条件"}})
def condition(quantity: Quantity, scene: Scene) -> str | None:
    """21.6%(3m²): the size of what was measured."""
    before = scene.read[max(0, quantity.span.start - 4) : quantity.span.start]
    return "测量条件" if quantity.kind == "area" and MEASURED.search(before) else None


OF_ALL = re.compile("(?:全国|全省|全市|全区|全球|全州|世界|国内)(?:同类|同行业)?$")  # 得分全省第3


@judge(examples={"第25届云帆周签约项目12个。": {"25": "序数"}, "综合考评列全省第6名。": {"第6名": None}})
def ordinal(quantity: Quantity, scene: Scene) -> str | None:
    read, span = scene.read, quantity.span
    if quantity.kind == "rank":
        shared = re.match(r"(?:和|、|与)第?[0-9]+[位名]", read[span.end :])  # 分列第21和第35位
        first = read[span.start - 1 : span.start] == "前" and not quantity.text.startswith(
            "第"
        )  # 进入全省前十
        named = quantity.text.endswith(("名", "位", "强", "榜首")) or shared or first
        before = read[max(scene.sentence.start, span.start - 20) : span.start]
        if (
            named
            or (ENDS.match(read, span.end) and OF_ALL.search(before))
            or (RANK_VERB.search(before) and ENDS.match(read, span.end))
        ):
            return None
        return "序数"
    return "序数" if read[max(0, span.start - 1) : span.start] in ("第", "No", "№") else None


@judge(examples={"世界500强企业12家。": {"500": "无计量单位"}})
def unitless(quantity: Quantity, scene: Scene) -> str | None:
    if quantity.unit == "分" and not SCORED.search(
        scene.read[scene.sentence.start : quantity.outer.start][-12:]
    ):
        return "无计量单位"  # 8分, of a time or a share
    if quantity.kind != "bare" or quantity.unit:
        return None
    return None if _strong(quantity, scene) else "无计量单位"


SCORED = re.compile("得分|评分|总分|分值|均分|测评|满意度|打分|考评|考核")


def _strong(quantity: Quantity, scene: Scene) -> bool:
    """32强 as a place reached; 世界500强 is a class."""
    read, span = scene.read, quantity.span
    if read[span.end : span.end + 1] != "强" or quantity.value >= 500:
        return False
    return bool(STRONG_VERB.search(read[max(scene.sentence.start, span.start - 20) : span.start]))


def as_rank(quantity: Quantity, scene: Scene) -> Quantity:
    """A place such as 32强 or 排名升至18位, read as a rank."""
    read, span = scene.read, quantity.span
    if quantity.kind == "bare" and _strong(quantity, scene):
        return _rank(quantity, Span(span.start, span.end + 1), read)
    before = read[max(scene.sentence.start, span.start - 14) : span.start]
    if (
        quantity.unit in ("位", "名")
        and quantity.value == int(quantity.value)
        and re.search(r"(?:排名|位次|名次|位列|位居|居|列|升至|跃居)[^，,。；0-9]{0,8}$", before)
        and ENDS.match(read, span.end)
    ):
        return _rank(quantity, span, read)
    return quantity


def _rank(quantity: Quantity, span: Span, read: str) -> Quantity:
    return Quantity(
        span, span, read[span.start : span.end], quantity.value, "名", "=", "rank", quantity.chinese
    )


CLASS_OF = re.compile("(?:及?以上|以下)的?(?:有|达|共|已有)?(?=[0-9]+[余多]?[个家项户])")
CLASS_OF_SIZE = re.compile("级的?[^，,。；;、0-9]{0,6}(?:项目|企业)")
THE_CLASS = re.compile("的(?=[0-9]+[余多]?[个家项户])")


@judge(
    examples={
        "签约投资超5亿元项目6个。": {"5亿元": "门槛", "6个": None},
        "总投资30多亿元的远山数据中心项目开工。": {"30多亿元": None},
    }
)
def threshold(quantity: Quantity, scene: Scene) -> str | None:
    """亿元以上项目27个, 投资超5亿元项目6个: the amount says which projects are counted."""
    if quantity.kind not in ("money", "area") and quantity.unit not in ("亿", "万"):
        return None
    read = scene.read
    bare = quantity.chinese and not quantity.text.strip("十百千万亿美欧元")  # 千万元以上项目
    if CLASS_OF.match(read, quantity.span.end):
        return "门槛"
    if quantity.bound == ">" and THE_CLASS.match(read, quantity.span.end):
        return "门槛"  # 年产值超亿元的11家
    match = THRESHOLD.match(read, quantity.span.end)
    if match is None:
        return "门槛" if bare and read.startswith(("以上", "级"), quantity.span.end) else None
    if CLASS_OF_SIZE.match(read, quantity.span.end):
        return "门槛"  # 50亿元级项目2个
    if bare and not (quantity.value > 1 and read.startswith("级", quantity.span.end)):
        return "门槛"  # 千亿元级 is what a cluster is to be
    if quantity.bound not in (">", "<"):
        return None
    after = read[match.end() : match.end() + 10]
    counted = re.match(r"[^，,。；;、]{0,6}?[0-9０-９一二两三四五六七八九十]+[多余]?[个家项户条座]", after)
    before = read[max(scene.sentence.start, quantity.outer.start - 14) : quantity.outer.start]
    led = re.search(
        r"[0-9０-９一二两三四五六七八九十]+[多余]?[个家项](?:总投资|投资|产值|营收|年?纳税|创税|年?营业收入|税收|固定资产投资|计划投资)?(?:额)?$",
        before,
    )
    return "门槛" if counted or led else None


@judge(examples={"推进三个转变。": {"三个": "虚指"}, "新引进三家企业。": {"三家": None}})
def chinese(quantity: Quantity, scene: Scene) -> str | None:
    """Small Chinese numerals are figures only where they count a noun of the field: not 三个转变."""
    if not quantity.chinese or quantity.kind in ("money", "percent", "area", "rank"):
        return None
    led = scene.read[max(0, quantity.span.start - 1) : quantity.span.start]
    vague = quantity.text[0] in "百千万亿" and quantity.bound == "="
    if led in ("数", "几", "成") or vague:
        return "虚指"
    if (quantity.text[0] in NEVER and quantity.value <= SMALL) or quantity.text.startswith(
        ("十个", "百个", "一百个", "一万个")
    ):
        return "虚指"
    if quantity.value > SMALL or quantity.unit[:1] in ("万", "亿") or quantity.unit in ("名次", "证"):
        return None
    read, span = scene.read, quantity.span
    near = read[span.end : span.end + 6]
    nouns = scene.frame.lexicon.list("counted_nouns")
    counted = quantity.unit in ("家", "项", "座", "条", "名", "位", "个", "所", "件")
    if counted and (
        any(noun in near for noun in nouns) or (ENDS.match(read, span.end) and quantity.unit in ("家", "位"))
    ):
        return None
    return "虚指"


def why_not(quantity: Quantity, scene: Scene) -> str | None:
    """Why a number is no fact; None where it may be one."""
    for each in (time, label, ordinal, unitless, threshold, entitling, condition, chinese):
        if reason := each(quantity, scene):
            return reason
    return None
