"""Companies that a text calls by a coined name alone: 云帆传感, without 公司.

A coined stem before a word of trade is a company where the text says so once: somebody speaks for it, it is
called so, it raises money or employs people. Its stem alone then means it as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from core.gazetteer import gazetteer
from core.words import cut
from extract.names import SPEAKERS, TRADES

MORE_TRADES = (
    "传感|芯片|芯|封测|测控|动力|电池|储能|制药|酒业|茶业|农业|牧业|纸业|石化|轮胎|玻璃|陶瓷|家纺|服装|鞋业|轴承|电缆|阀门|泵业"
    "|模具|基因|诊断|器械|铜业|锂业|稀土|磁材|新能|能科|数科|微电|微纳|智驾|智联|航天|船舶|机床|电机|糖业|粮油|饲料|种业|印染|制衣"
)
CALLED = r"(?:叫做?|名叫|名为|企业|公司|厂商|龙头|集团旗下的?|客商)“?"
DOES = (
    rf"(?:的)?(?:{SPEAKERS})|(?:也|已|又|今年|去年|年内|成功|先后)*(?:入选|获评|融资|完成(?:[A-F]\+?轮|数?[千百亿]|股改|注册|上市)|成立于|创立于"
    r"|专注|主营|自主研发|员工|现有员工|申请[^，。]{0,6}专利|拥有[^，。]{0,6}专利|增资|扩产|挂牌新三板|上市|投资[0-9]|总投资|年产|做的是|主要生产|主打)"
)
NAMED = re.compile(
    rf"(?:{CALLED}(?P<called>[一-鿿]{{2,3}}?(?:{TRADES}|{MORE_TRADES}))(?=[，,。；;、”（(]|$))"
    rf"|(?P<doing>[一-鿿]{{2,3}}?(?:{TRADES}|{MORE_TRADES}))(?={DOES})"
)
TRADE = re.compile(rf"(?:{TRADES}|{MORE_TRADES})$")
COMMON = re.compile(
    "^(?:新型|高端|智能|现代|绿色|先进|精细|数字|生物|有色|航空|精密|新|大|小|全|各|该|本|我|其|的|和|与|在)|[的和与及等级型类家区市县省]"
)


def coined_firms(reads: Iterable[str]) -> dict[str, str]:
    """Companies by coined names, and the stems that alone mean them, each with its full name."""
    text = "\n".join(reads)
    found: dict[str, str] = {}
    for match in NAMED.finditer(text):
        name = match["called"] or match["doing"]
        stem = TRADE.sub("", name)
        if stem == name or len(stem) != STEM or COMMON.search(stem) or not _is_coined(stem):
            continue
        found[name] = name
        if text.count(stem) > text.count(name) + 1 and stem not in gazetteer():
            found[stem] = name
    return found


STEM = 2  # characters of a coined stem


def _is_coined(stem: str) -> bool:
    """Whether a stem is no word of the language: it falls apart, or looks like somebody's name."""
    words = cut(stem)
    return len(words) > 1 or words[0][1] in ("x", "nr", "nz", "nrt")
