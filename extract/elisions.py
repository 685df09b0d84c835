"""What a figure counts where its own noun is left out, because a figure before it named it.

实施项目120个，其中续建41个: projects; 规上企业52户，停产8户: enterprises. The verb stays, the noun goes on.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from core.lexicon import Lexicon
from core.quantities import Quantity
from core.words import cut
from extract.scene import Scene

FIRMS, PROJECTS = ("户", "家"), ("个", "项")
STAGES = {"新开工": "开工", "动工": "开工", "开复工": "开复工"}
STATE = re.compile(
    r"(?:^|[，,、；;：:和与中]|其中|目前|已经?|现|尚|还|有|正|月底|年底|日)"
    r"(?P<state>(?:正常|半|全面|部分)?(?:生产|停产|减产|投产|开工|复工|歇业|倒闭|亏损|盈利|增产|在产)"
    r"|(?:产值|产量|营收|利润|税收|用电|订单)(?:同比)?(?:下降|增长|下滑|减少|为零|翻番|过亿元?|超亿元?)"
    r"|续建|新建|新开工|开工|动工|开复工|前期|储备|竣工|完工|投产|达产|签约|落地|落户|在建|在谈|洽谈|建成|投运|入库|供地|结转)"
    r"(?:的|了|有|达)*$"
)
NO_STOP = ("产值", "产量", "营收")


def counted_before(name: str, quantity: Quantity, scene: Scene, told: Sequence[str]) -> str:
    """The name of a count that has a state alone: 续建｜41个 → 续建项目数; `told` are the earlier names.

    Any other name stays as it is.
    """
    if quantity.kind != "count" or not quantity.unit.endswith((*FIRMS, *PROJECTS)):
        return name
    right = scene.right(quantity)
    said = STATE.search(scene.left(quantity)) if right[:1] in ENDS_AT else BEHIND.match(right)
    whole = _whole(quantity, told) if said else None
    if said is None or whole is None:
        return name
    state = STAGES.get(said["state"], said["state"])
    return f"{state}{whole}"


ENDS_AT = ("", "、", "，", ",", "和", "。", "；", ";")
BEHIND = re.compile(  # 其中70家｜已经投产
    r"(?:已经?|正在?|即将|将|全部|陆续|先后|实现|正式|顺利|集中)*"
    r"(?P<state>投产|开工|复工|竣工|完工|达产|签约|落地|在建|建成|投运|停产|半停产)(?=[，,。；;、和]|$)"
)


def _whole(quantity: Quantity, told: Sequence[str]) -> str | None:
    """企业数 or 项目数: the last of the earlier figures that counted one of the two."""
    ends = "企业数" if quantity.unit.endswith(FIRMS) else "项目数"
    if any(name.endswith(ends) or (ends == "项目数" and name.endswith("工程数")) for name in reversed(told)):
        return ends
    return None


LONGEST = 10
PARTS = re.compile(r"[，,。；;：:、（）()“”《》\s]|[0-9.]+[%‰]?")
ENDS = {"money": "额", "count": "数", "area": "面积"}
LED = re.compile(r"^(?:其中|目前|现|已经?|共|累计|全年|年|可|将|还|又|也|并|再|有|达|为|的|了|每)+")


def as_written(quantity: Quantity, scene: Scene, lexicon: Lexicon) -> str | None:
    """The words just before a figure, where nothing names it better: 工业增加值耗水｜28.4立方米."""
    words = LED.sub("", PARTS.split(scene.left(quantity))[-1])
    while words and (end := next((word for word in REACHED if words.endswith(word)), "")):
        words = words[: -len(end)]
    if len(words) < len("某量") or len(words) > LONGEST or not any(tag[0] == "n" for _, tag in cut(words)):
        return None
    if words in lexicon.list("empty_nouns"):
        return None
    ends = ENDS.get(quantity.kind, "量")
    return words if words.endswith(("量", "额", "数", "率", "度", "面积", "价", "费")) else words + ends


REACHED = ("达到", "达", "为", "至", "到", "了", "约", "超", "近", "仅", "有", "是")
