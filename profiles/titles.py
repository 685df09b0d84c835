"""Names of policies taken apart and compared: when two names mean one policy."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from profiles.names import spoken

QUOTED = re.compile(r"^[“\"「‘](?P<term>[^”\"」’]{1,40})[”\"」’](?P<rest>.*)$")
DRAFT = re.compile(r"[（(](?:试行|暂行|征求意见稿?|草案|送审稿|试行稿)[）)]")
YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
TURN = re.compile(  # what tells a policy from the next of its name: 第二批, 2.0, 修订
    r"第?[一二三四五六七八九十\d]+(?:期|批|轮|号)|\d\.\d|升级版|修订|十[一二三四五六七]五|新版"
)
FIVE_YEARS = re.compile(r"^十[一二三四五六七]五$")
ABOUT = re.compile(r"^(?:关于)?(?:印发)?(?:的)?")
OFFICE = re.compile(r"^(?:管委会|管理委员会|党工委)")
ENDS_ANYHOW = re.compile(r"的通知$")
SAYS_NOTHING = re.compile(  # words between a term in quotes and what it is said to be
    r"企业|服务|工作|专项|系列|运行|协调|帮扶|挂钩|长效|营商环境|营商|政务|创新|新型|快速|高效|闭环"
    r"|[一二三四五六七八九十百\d]+[大项个条步]|的"
)
FORMULA = re.compile(r"(?:[一二两三四五六七八九十][^一二两三四五六七八九十]{1,4}){2,}")
MEMBER = re.compile(r"[一二两三四五六七八九十][^一二两三四五六七八九十]{1,4}")
BRAND = "品牌"
OF_THE_STATE = re.compile(
    r"国家级?(?:经济技术开发区|高新技术产业开发区|经开区|高新区)|自由贸易试验区提升|国务院"
)
CLASS = re.compile(  # names a kind of paper, not one of them
    r"(?:控制性)?(?:详细|总体|专项|发展|产业|空间|战略)*规划|(?:行动|实施|总体|工作|改革)?方案|若干(?:政策|措施|意见)"
    r"|实施(?:意见|细则)|(?:扶持|管理|认定|奖励)?办法|(?:三年)?行动计划|专项资金(?:管理办法)?|园区(?:产业)?(?:发展)?规划"
)


@dataclass(frozen=True, slots=True, order=True)
class PolicyName:
    """A policy's name taken apart: “泽心办” + 企业服务品牌, or a title that stands for itself."""

    text: str  # all of it, without the park's name, quotes, 关于 and （试行）
    term: str  # what stands in quotes at its head; "" where nothing does
    head: str  # what the term is said to be, without words that say nothing: 机制
    years: tuple[int, ...]
    turns: tuple[str, ...]

    @property
    def generic(self) -> bool:
        """控制性详细规划 alone names no plan in particular."""
        return not self.term and CLASS.fullmatch(self.text) is not None

    @property
    def of_the_state(self) -> bool:
        """Whether it is about parks of a kind, not about one of them."""
        return OF_THE_STATE.search(self.text) is not None


def policy_name(name: str, park_names: Iterable[str] = ()) -> PolicyName:
    """Take a policy's name apart; `park_names` are those of the park that it was told of."""
    bare = DRAFT.sub("", _without_park(name.strip("《》 "), park_names))
    quoted = QUOTED.match(bare)
    term, rest = (spoken(quoted["term"]), spoken(quoted["rest"])) if quoted else ("", "")
    if FIVE_YEARS.match(term):  # “十四五”规划: its time, not its name
        term = ""
    text = ENDS_ANYHOW.sub("", spoken(YEAR.sub("", bare)))
    return PolicyName(
        text=text.removesuffix("年度") or spoken(bare),
        term=_in_order(term.removesuffix("式")),
        head=SAYS_NOTHING.sub("", rest.removeprefix("式")),
        years=tuple(sorted({int(year) for year in YEAR.findall(bare)})),
        turns=tuple(sorted(set(TURN.findall(unicodedata.normalize("NFKC", bare))))),
    )


def _in_order(term: str) -> str:
    """“一核两翼” and “两翼一核” are one layout, told in another order."""
    return "".join(sorted(MEMBER.findall(term))) if FORMULA.fullmatch(term) else term


def _without_park(name: str, park_names: Iterable[str]) -> str:
    longest = sorted(park_names, key=lambda each: (-len(each), each))
    for each in longest:
        if name.startswith(each) and len(name) > len(each) + 2:
            name = OFFICE.sub("", name[len(each) :])
            break
    return ABOUT.sub("", name)


def same_policy(one: PolicyName, other: PolicyName) -> bool:
    """Whether two names mean one policy, years aside: one title, or one term that is said to be the same."""
    if one.turns != other.turns:
        return False
    if one.text == other.text:
        return True
    if not one.term or one.term != other.term:
        return False
    brand = one.head.endswith(BRAND) or other.head.endswith(BRAND)
    return brand or not one.head or not other.head or one.head == other.head


def covers(years: Sequence[int], date: str | None) -> bool:
    """Whether a date lies within the years of a policy's name."""
    return date is not None and bool(years) and min(years) <= int(date[:4]) <= max(years)
