"""What a measure grants, as figures: the rate of a subsidy, the sum of an award, and who is entitled to it.

按设备投资额的6%给予补助，单个项目最高500万元 states a rate and a sum; 对产值首次突破30亿元的企业 states who
gets it, and is no figure of the park.
"""

from __future__ import annotations

import re

from core.model import Measure
from core.quantities import Quantity
from extract.rules import judge, way
from extract.scene import Scene

Names = tuple[str, ...] | None

GIFT = re.compile(
    r"给予|予以|奖励|奖补|补贴|补助|资助|贴息|返还|抵扣|减免|免收|免征|减半|收取|下浮|可享受|可申请|扶持资金"
)
DONE = re.compile(
    r"已|累计(?!最高|不超过|可|补|奖)|兑现|兑付|拨付|去年|今年以来|全年|上半年|共|获得|拿到|争取到"
)
ACT = r"(?P<act>补助|补贴|奖励|奖补|资助|贴息|返还|减免|收取|下浮|上浮|抵扣|补偿)"
RATE_BEHIND = re.compile(
    rf"(?:[、，,](?:最高)?不超过[0-9.]+万?元)?(?:的?(?:比例|标准)?)?(?:[，,]?(?:一次性)?(?:给予|予以|进行|享受|对其))?{ACT}"
)
RATE_AHEAD = re.compile(rf"{ACT}(?:比例|标准|率)?(?:最高|不超过|可达|不高于|为|达|不低于)*$")
MEASURED = re.compile(r"按(?:照|其)?(?P<what>[^，,。；;按]{2,14}?)的?(?:不高于|不超过|最高|不低于)?$")
LOOSE = re.compile(r"^(?:其|实际|当年|年度|新增|上年度?|上一年度?)+|(?:总额|额度|金额|部分|额|资金)$")


@way(
    confidence=0.8,
    examples={
        "对技改项目，按设备投资额的8%给予补助。": {"8%": "设备投资补助比例"},
        "企业研发费用按不超过12%的比例补助。": {"12%": "补助比例"},
        "“云帆贷”贷款贴息比例最高40%。": {"40%": "贴息比例"},
        "全年税收增长8%，减免税费3亿元。": {"8%": None},
    },
)
def of_a_rate(quantity: Quantity, scene: Scene, measure: Measure, previous: str | None) -> Names:
    """按…的8%给予补助: how much of what is granted."""
    if quantity.kind != "percent":
        return None
    left = scene.left(quantity)
    behind = RATE_BEHIND.match(scene.read, quantity.outer.end, scene.sentence.end)
    found = behind or RATE_AHEAD.search(left)
    if found is None or (behind and not re.search("按|可|最高|不", scene.before(quantity)[-24:])):
        return None
    measured = MEASURED.search(left)
    what = LOOSE.sub("", LOOSE.sub("", measured["what"])) if measured else ""
    return (f"{what if re.fullmatch('[一-鿿]{2,8}', what) else ''}{found['act']}比例",)


GIVES = re.compile(
    r"(?:(?P<what>[一-鿿]{2})?(?P<act>奖励|奖补|补贴|补助|资助|给予|予以|抵扣|奖)"
    r"|(?P<cap>封顶|上限为?)$|(?:单个|单户|单企|每[家户人个台亩年月企]|同一|单项|单家|全年|累计|年度)[^，,。；;]{0,10}(?:最高|最多|不超过|封顶|可达|限额|上限))"
    r"(?:最高|不超过|可达|共|了|上限|资金|金额|企业|总额|为|最多|一次性|可|分别|[0-9.万亿元%、和或至]|达|每[年月人家户])*$"
)
LISTED = re.compile(r"^(?:[、和或至]|以及)$")
AWARDED = ("给予", "予以", "奖励", "奖补", "奖")
UNSAID = (
    "一次",
    "再次",
    "分别",
    "发放",
    "最高",
    "可以",
    "将可",
    "企业",
    "每年",
    "另外",
    "给予",
    "每月",
    "并再",
    "追加",
)


@way(
    confidence=0.75,
    examples={
        "年产值首次突破20亿元的企业，一次性奖励60万元。": {"60万元": "奖励资金"},
        "新获批省级技术中心的，分别给予80万元、20万元。": {"80万元": "奖励资金", "20万元": "奖励资金"},
        "按设备投资额的8%给予补助，单个项目最高400万元。": {"400万元": "政策资金"},
        "对引进的博士，每人每月发放生活补贴2000元。": {"2000元": "生活补贴"},
        "对用电大户，每千瓦时补贴0.03元。": {"0.03元": "补贴标准"},
        "公司累计获得奖励60万元。": {"60万元": None},
    },
)
def of_a_gift(quantity: Quantity, scene: Scene, measure: Measure, previous: str | None) -> Names:
    """分别给予80万元、20万元: what somebody is to get, named by the act of giving it."""
    if quantity.kind != "money":
        return None
    start = max(scene.read.rfind(mark, scene.sentence.start, quantity.span.start) for mark in "；;") + 1
    part = scene.read[max(start, scene.sentence.start) : quantity.outer.start]
    clause = re.split("[，,：:]", part)[-1]
    gives = GIVES.search(clause)
    if gives is None or DONE.search(part) or not GIFT.search(scene.read[max(start, 0) : scene.sentence.end]):
        return None
    if given := GIVEN_THING.match(scene.read, quantity.outer.end, scene.sentence.end):
        return (_named(given["thing"]),)
    act = gives["act"] or _act_before(part)
    if act in AWARDED or act is None:
        return ("奖励资金",)
    what = gives["what"] or ""
    if re.search(r"每(?:千瓦时|度|吨|平方米|立方米|亩|标箱|箱|柜)", clause):
        return (f"{act}标准",)
    if PERSONAL.fullmatch(what):
        return (f"{what}{act}",)
    return ("政策资金",)


PERSONAL = re.compile("生活|购房|租房|安家|住房|稳岗|培训|用电|物流|研发|就业|社保|交通|岗位|仓储|租金")


def _act_before(part: str) -> str | None:
    """The act that a cap belongs to: …给予｜补助，单个项目最高…."""
    acts = re.findall("奖励|奖补|补贴|补助|资助|抵扣", part)
    return acts[-1] if acts else None


GIVEN_THING = re.compile(  # 分别给予30万元、10万元｜购房补贴
    r"(?:[、和或至]|以及|最高|不超过|[0-9.]+[万亿]*元)*的?(?:一次性)?(?P<thing>[一-鿿]{0,6}?(?:奖励|奖补|奖金|补贴|补助|资助|支持|扶持|贷款|贴息|担保|启动资金|经费|资金))"
)


def _named(thing: str) -> str:
    """What is given, by the name that facts carry."""
    if thing.endswith(("奖励", "奖补", "奖金")):
        return "奖励资金"
    if thing.endswith(("支持", "扶持")):
        return "政策资金"
    return f"{thing}资金" if thing in ("补助", "资助") else "政策资金" if thing in ("补贴", "资金") else thing


CONDITIONS = ("money", "area", "percent", "energy", "mass", "count")
AT_ONCE = re.compile(
    r"(?:及?以上|以下)?的[^，,。；;]{0,16}?(?:企业|项目|单位|机构|个人|团队|平台)(?:按|给予|予以|一次性|每|奖励|最高|补贴|补助)"
)
ONES_THAT = re.compile("(?:突破|达到|超过|满|以上)[^，,。；;]{0,24}的(?:企业|项目|机构|单位|个人|团队|平台)$")
FOR_THOSE = re.compile(r"\s*(?:[0-9]{1,2}[.．、])?(?:再|并)?(?:对于?(?![外口接标美欧日韩东应])|凡|若|如)")


@judge(
    examples={
        "对固定资产投资4亿元以上的项目，按设备投资额的8%给予补助。": {"4亿元": "享受条件", "8%": None},
        "年产值首次突破20亿元、40亿元的，分别奖励60万元、90万元。": {"20亿元": "享受条件", "90万元": None},
        "全年固定资产投资70亿元，兑现奖励3000万元。": {"70亿元": None},
        "对外贸易额达到40亿元，发放补贴800万元。": {"40亿元": None},
    }
)
def entitling(quantity: Quantity, scene: Scene) -> str | None:
    """对年产值超过20亿元的企业，给予奖励: the sum says who gets it."""
    if quantity.kind not in CONDITIONS or (quantity.kind == "count" and quantity.bound == "="):
        return None
    start, end = scene.clause(quantity)
    if FOR_THOSE.match(scene.read, start, end) and AT_ONCE.match(scene.read, quantity.outer.end, end):
        return "享受条件"  # 对用电超2亿千瓦时的企业按…给予补贴
    rest = scene.read[end : scene.sentence.end]
    following = re.split("[；;]", rest)[0]
    if not GIFT.search(following) or DONE.search(following):
        return None
    clause = scene.read[start:end].rstrip("，, ")
    if GIFT.search(scene.read[start : quantity.span.start]):
        return None
    those = FOR_THOSE.match(clause) or clause.endswith("的") or ONES_THAT.search(clause)
    return "享受条件" if those else None
