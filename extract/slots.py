"""The measure, scope and basis of a number, and whether it falls. Each rule stands alone."""

from __future__ import annotations

import re
from collections.abc import Sequence

from core.lexicon import Lexicon
from core.model import Measure
from core.quantities import Quantity

TO_LEVEL = re.compile(r"(?:增加|提高|提升|增长|扩大|上升|下降|降低|减少|压缩|缩短|增|升|降)(?:到|至)\s*$")
GROWS_AFTER = re.compile(
    r"以上?的?(?:年均)?(?:增长|增速|增幅|速度)|的?(?:年均)?(?:复合)?(?:增长|增速|增幅|速度)"
)
RATE = re.compile(r"效率|利率|指数|收益率|价|温度|湿度|浓度|精度|转化率")
MOVES = re.compile(r"(?:前进|上升|提升|攀升|跃升|进|前移|晋升|后退|下降|跃进)了?\s*$")  # in a ranking
BASE = re.compile(  # 是全省平均的2.3倍, 只有全省平均水平的四成
    r"(?:是|为|相当于|达到?|接近|只有|不到|仅为|、)(?P<base>[^，,。；、]{2,16}?)的\s*$"
)
EARLIER = re.compile(r"年|同期|之?[前初]$|上[月季]|时$")  # 是2019年的2.4倍, 是挂牌前的5倍
APART = re.compile(
    r"比[^，,。；]{0,14}(?:平均|均值|规定|法定|标准|要求|国标|全国|全省|全市)[^，,。；]{0,6}(?:高|低|多|少|快|慢|压缩|缩短)[出了]?$"
)
MORE = re.compile(r"(?:比|较)[^，,。；、]{0,10}(?:多|少)[一-鿿]{0,3}$")  # 比上年同期多投放
WIDENS = re.compile("(?:扩大|增长|增加|提高|提升|上升|上涨|高出|增|涨|快)(?:了|近|约|超|达)*$")  # 扩大1.6倍
OF_A_RATE = re.compile(
    r"(?<![增降涨幅])(?<!增长)率(?:已|约|近|超|达到?|为|仅|高达|分别|均|保持在|稳定在|超过|突破|[，,])*$"
)
CHANGES = re.compile(
    r"[^，,。；;]{0,8}?(?:压缩|压减|压[到至]|缩短|缩[到至]|提高|提升|增加|增至|升[至到为]|上升|降|扩展|拓展|拓宽|扩大|扩充"
    r"|跃升|跃居|做[到大强]|迈[上向进]|拓[到至]|提[到至]|拉[到至]|发展|精简|减少|减[为至到]|增长|攀升|变[为成]|冲[到至]|调整|涨[到至]|[跌落砍翻招补]?[跌落砍翻招][到至])"
)
ADDS = re.compile(r"(?:增加|增长|净增|多|减少|下降|新增|增收|减收|增)了?\s*$")


def _has(text: str, words: Sequence[str]) -> bool:
    for word in words:  # noqa: SIM110 - twice as fast as any(…), and asked of every number
        if word in text:
            return True
    return False


# -- measure ----------------------------------------------------------------------------------------


def measure(quantity: Quantity, left: str, right: str, lexicon: Lexicon) -> Measure:
    """What the number measures, by the words between it and the number before it."""
    if quantity.kind == "rank":
        return "rank"
    if quantity.kind == "point":
        return "increment" if quantity.unit in ("个名次", "个位次") else "gap"
    if quantity.unit in ("位", "名") and MOVES.search(left):
        return "increment"
    if APART.search(left):
        return "gap"
    if quantity.kind in ("percent", "multiple"):
        return "growth" if MORE.search(left) else _rate(quantity, left, right, lexicon)
    return _amount(quantity, left, lexicon)


NEW_PROJECTS = re.compile("新(?:引进|签约?|开工|建成|落地|招引|引入|谋划|投产|竣工|挂牌)[^，,。；]{0,8}项目")


def _amount(quantity: Quantity, left: str, lexicon: Lexicon) -> Measure:
    """Whether a count or a sum is what there is or what was added."""
    if MORE.search(left):
        return "increment"
    if TO_LEVEL.search(left):
        return "level"
    flows = quantity.kind == "money" or NEW_PROJECTS.search(left)  # 新引进项目31个 are the period's
    words = ("新增", "净增") if flows else lexicon.list("increment_words")
    if _has(left, words) or ADDS.search(left):
        return "increment"
    return "level"


def _rate(quantity: Quantity, left: str, right: str, lexicon: Lexicon) -> Measure:
    widens = quantity.kind == "multiple" and WIDENS.search(left)
    if quantity.text.startswith("翻") or widens:
        return "growth"
    if OF_A_RATE.search(left) and not RATE.search(left):
        return "share"
    base = BASE.search(left)
    if base and (quantity.kind == "multiple" or re.search("平均|均值", base["base"])):
        return "growth" if EARLIER.search(base["base"]) else "gap"
    if re.match("的(?:年均)?(?:复合)?增[长幅速]", right):
        return "growth"  # 10%的增长速度
    if TO_LEVEL.search(left) or CHANGES.match(right):
        return "level" if RATE.search(left) or quantity.kind == "multiple" else "share"
    return "growth" if GROWS_AFTER.match(right) else _by_words(quantity, left, lexicon)


NAMED_BY_GROWTH = re.compile("增加值|增值税?|增收|增量|减税降费|降本")  # the words of growth that are none


def _by_words(quantity: Quantity, left: str, lexicon: Lexicon) -> Measure:
    """Growth or share, by which of their words stands last before the number."""
    left = NAMED_BY_GROWTH.sub("", left)
    grows = max(
        (left.rfind(word) for word in (*lexicon.list("growth_words"), *lexicon.list("fall_words"))),
        default=-1,
    )
    shares = max(left.rfind(word) for word in lexicon.list("share_words"))
    if grows < 0 and shares < 0:
        return "level" if RATE.search(left) or quantity.kind == "multiple" else "share"
    return "growth" if grows > shares else "share"


SLOWS_TO = re.compile(r"增[速幅长][^，。；]{0,4}(?:回落|收窄|放缓|下降|降)(?:至|到|为)$")  # still a growth


def falls(left: str, lexicon: Lexicon) -> bool:
    """Whether the words before a change say that it goes down."""
    if left.endswith("减免") or SLOWS_TO.search(left):
        return False
    down = max(left.rfind(word) for word in lexicon.list("fall_words"))
    up = max(left.rfind(word) for word in ("增长", "上升", "提升", "提高", "增加"))
    return down > up


# -- scope and basis --------------------------------------------------------------------------------

SCOPES = (
    "全口径",
    "规模以上",
    "规上",
    "限额以上",
    "核心区",
    "全社会",
    "地方",
    "亿元以上",
    "省级以上",
    "国家级",
)
BASES = re.compile(r"协议|合同|计划(?=总|投资|用地)|到账|到位|累计|快报|预计|实际(?!增)|意向|存量|可比")


def scope(left: str, indicator: str) -> str | None:
    """Whom the figure covers, where the words before it say so and the indicator's name does not."""
    found = next((word for word in SCOPES if word in left), None)
    return (
        None
        if found is None or found in indicator or (found == "规模以上" and "规上" in indicator)
        else found
    )


def basis(left: str) -> str | None:
    """What kind of money or count it is, where the words before it say so."""
    found = BASES.search(left)
    return found.group() if found else None
