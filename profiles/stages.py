"""Which stages of a project a sentence tells: those reached, and those promised, each with its time."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import zip_longest

from msgspec import Struct
from msgspec.structs import replace

from core.periods import DAY_PARTS, first_day, last_day

BESIDE = 4  # characters from one stage word to the next: 建成投产
PROMISED = frozenset({"签约", "落户", "开工", "竣工验收", "投产", "运营"})  # what one can promise to reach

WORD = re.compile(
    r"""
      (?P<洽谈> 正在洽谈 | 洽谈中 | 在谈 )
    | (?P<签约> 签约(?!项目|额|金额|总) | 签署 | 签订 | 签下 )
    | (?P<落户> 落户 | 落地(?!生根|率|项目) | 落子 | 入驻(?!企业|率|商户|[0-9]) | 进驻 )
    | (?P<开工> 开工(?!率|项目) | 动工 | 奠基 | 破土 | 开建 | 启动建设 )
    | (?P<在建> 如火如荼 | 热火朝天 | 紧锣密鼓 | 封顶 | (?:正在|紧张|加紧|抓紧|主体)施工
          | (?:正在|加快|加速|加紧|抓紧|全力|全面)(?:推进)?建设 | 建设中 | 在建(?!项目|工程)
          | 桩基 | 打桩 | 土建 | 吊装 | 设备(?:安装|进场|调试) | 安装调试
          | (?:正在|加快|快速|稳步|有序|全力)推进 )
    | (?P<竣工验收> 竣工(?!项目) | 完工(?!项目) | 通过(?:专家|竣工|最终)?验收 | 建成(?!区)
          | 完成(?:全部|全面|整体|主体)?(?:工程)?建设 )
    | (?P<投产> 投产(?!项目) | 试生产 | 试产 | 量产 | 达产(?!规模|产值|率|期|年|税收) | 下线 | 调试生产 )
    | (?P<运营> 投运 | 投用 | 投入(?:使用|运营|运行) | 启用 | 开业 | 开园 | 通车 | 并网 | 正式运行
          | 运营(?!商|总监|经理|模式|平台|公司|团队|管理|中心|收入|成本|部|人员|主体|能力|服务) )
    """,
    re.VERBOSE,
)
CLAUSE = re.compile(r"[，,。；;：:！!？?…]")
BREAK = re.compile(r"[。；;！!？?…]")
TO_COME = re.compile(
    r"将(?!军|来)|预计|预期|计划|力争|争取|确保|有望|可望|即将|拟(?!定|合)|目标|明年|后年|下个?月|年内|[年月]底前|[可能]以?够?$"
)
FIRM = re.compile(r"将|预计|计划|拟")  # says what is to be, even where it says no date
WISHED = re.compile(r"推动|促进|力促|加快|尽快|早日|尽早|快$|[未不没]有?$|尚未|等待|帮助|支持")
NOW = re.compile(r"已|目前|现已|正在|日前|近日|刚刚|顺利|成功|于")
THEREAFTER = re.compile(r"(?:达产|投产|运营|使用|投用|验收)*(?:之?后|以后|前|时)(?!期|景|沿)|需|可(?!以)")
ALONE = re.compile(
    r"(?:并|且)?(?:投产|投用|投运|达产|运营|使用|验收|投入|建设|生产|运行|[并和及、])*(?=[，,。；;！!]|$)"
)

YEAR_WORD = {"今年": 0, "本年": 0, "当年": 0, "去年": -1, "上年": -1, "前年": -2, "明年": 1, "后年": 2}
HAN = "一二三四五六七八九十"
TIME = re.compile(
    rf"""
      (?: (?: (?P<year> 20\d\d ) 年 | (?P<word> {"|".join(YEAR_WORD)} ) ) 的? )?
      (?: 第?(?P<quarter> [一二三四1-4] ) 季度
        | (?P<half> 上半年 | 下半年 )
        | (?P<month> 1[0-2] | 0?[1-9] | 十[一二] | [{HAN}] ) 月份?
          (?: (?P<day> [12]\d | 3[01] | 0?[1-9] ) [日号] )?
        | (?P<next> 下个?月 )
        | (?P<end> 年?(?:底|末|内) )
      )?
    """,
    re.VERBOSE,
)
BEFORE_YEAR = re.compile(r"(?:(?<![0-9])年内|(?<![0-9])年底|(?<![0-9])年末)")
FILLER = re.compile(
    r"预计|预期|计划|力争|争取|确保|有望|可望|即将|明年|后年|目标|将|拟|已经?|目前|现已?|正式?|正在|正处于|日前|近日|近期|随后|此后"
    r"|顺利|成功|全面|全部|整体|全线|陆续|先后|相继|同步|如期|提前|率先|刚刚|当[天日]|今[天日]|均|都|也|又|还|并|且|即|就|便|仍|可"
    r"|进入|处于|实现|完成|达到|开始|启动|转入|迎来|举行|于|在|到|至|从|自|前|内|底|初|中旬|上旬|下旬|末|左右|年|月|日|份|间"
    r"|(?:该|本|这个|整个)?(?:项目|工程)(?:建设)?|[一二三首]期|它|其|[、和与及了的“”\"（）()\s]"
    r"|在\S{2,12}[区园市县镇]"
)
SPOKEN = re.compile(
    r"(?:[0-9]{1,2}[日号])?(?:电|讯|消息|[^，,。；;]{0,12}(?:介绍|表示|获悉|透露|通报|公布|发布会))"
)
THAT_YEAR = re.compile(rf"(?<![较比])(?:{'|'.join(YEAR_WORD)}|过去一年|一年来|年内)(?!同期|同月|末|底)")
OWN_CLAUSE = re.compile(
    rf"(?:早在|在此之前的|此前的|就在|到|至)?(?:20\d\d年|{'|'.join(YEAR_WORD)})?\S{{0,6}}[年月日旬季度半底初末]"
)


class Told(Struct, frozen=True):
    """One stage that a text tells, at `place` of the text."""

    stage: str
    place: int
    clause: int  # where its clause begins
    promised: bool
    period: str | None  # when it was reached, or by when it is promised


def told_stages(text: str, written: str | None) -> list[Told]:
    """Every stage that a text tells of whatever it is about; `written` is the date of its document.

    What only follows a stage (投产后可实现 …) tells of none. A promise is told by a word of the future,
    by a time to come, or by standing behind another promise of the same sentence.
    """
    found: list[Told] = []
    for match in WORD.finditer(text):
        told = _read(text, match, written, found)
        if told is not None and not any(_again(told, each) for each in found):
            found.append(told)
    return list(_furthest(found, text))


def _read(text: str, match: re.Match[str], written: str | None, before: list[Told]) -> Told | None:
    stage = match.lastgroup or ""
    start = _clause_start(text, match.start())
    lead = text[start : match.start()]
    if THEREAFTER.match(text, match.end()) or (stage != "在建" and WISHED.search(lead)):
        return None
    # 已开工，将于年底竣工: of a clause that tells two stages, the words between them speak of the second
    said = [each.place for each in before if each.clause == start]
    since = text[said[-1] : match.start()] if said else lead
    period = period_in(since, written) or period_in(lead, written) or _time_before(text, start, written)
    carried = _carried(text, start, before) and not NOW.search(since)
    promised = bool(TO_COME.search(since)) or _is_ahead(period, written) or carried
    if promised and not _is_firm(stage, period, since, ALONE.match(text, match.end()) is not None):
        return None
    return Told(stage, match.start(), start, promised, period)


def _again(told: Told, other: Told) -> bool:
    """破土动工 says one thing twice."""
    return (told.stage, told.clause, told.promised) == (other.stage, other.clause, other.promised)


def _is_firm(stage: str, period: str | None, lead: str, alone: bool) -> bool:
    """A stage that can be promised, with a time, or at least as a plan that ends with it."""
    return stage in PROMISED and (period is not None or (alone and bool(FIRM.search(lead))))


def _time_before(text: str, start: int, written: str | None) -> str | None:
    """去年12月底，项目奠基: the time is a clause of its own."""
    clause = text[_clause_start(text, start - 1) : start - 1] if start > 1 else ""
    return period_in(clause, written) if clause and OWN_CLAUSE.fullmatch(clause) else None


def _clause_start(text: str, place: int) -> int:
    return max((match.end() for match in CLAUSE.finditer(text, 0, place)), default=0)


def _carried(text: str, start: int, before: list[Told]) -> bool:
    """预计年底竣工，明年投产: the second clause is promised with the first."""
    if not before or not before[-1].promised or before[-1].clause == start:
        return bool(before) and before[-1].promised and before[-1].clause == start
    return not BREAK.search(text, before[-1].place, start)


def _is_ahead(period: str | None, written: str | None) -> bool:
    return bool(period and written) and first_day(period or "") > last_day(written or "")


def _furthest(found: Sequence[Told], text: str) -> Iterator[Told]:
    """建成投产 promises one thing, not two: words that stand together in a promise tell the furthest."""
    carried: str | None = None
    for each, later in zip_longest(found, found[1:]):
        period = each.period or carried
        carried = None
        if later is not None and each.promised and _stand_together(each, later, text):
            carried = period
            continue
        yield replace(each, period=period)


def _stand_together(each: Told, later: Told, text: str) -> bool:
    between = text[each.place : later.place]
    beside = later.promised and later.clause == each.clause and len(between) <= BESIDE
    return beside and "、" not in between


def has_subject(text: str, told: Told) -> bool:
    """Whether the words of a clause before its stage name something besides times and "the project"."""
    return bool(FILLER.sub("", TIME.sub("", WORD.sub("", text[told.clause : told.place]))))


# -- times ----------------------------------------------------------------------------------------


def period_in(clause: str, written: str | None) -> str | None:
    """The last time that a clause tells, as a period; a relative one needs the document's date."""
    found = [period for match in TIME.finditer(clause) if (period := _period(match, clause, written))]
    return found[-1] if found else None


def _period(match: re.Match[str], clause: str, written: str | None) -> str | None:
    if not match.group():
        return None
    year = _year(match, clause, written)
    if year is None:
        return None
    if quarter := match["quarter"]:
        first = 3 * (_number(quarter) - 1) + 1
        return f"{year}-{first:02}/{year}-{first + 2:02}"
    if match["half"]:
        return f"{year}-01/{year}-06" if match["half"] == "上半年" else f"{year}-07/{year}-12"
    if match["month"]:
        month = f"{year}-{_number(match['month']):02}"
        return f"{month}-{int(match['day']):02}" if match["day"] else month
    if match["next"]:
        return _next_month(written)
    return str(year)


def _year(match: re.Match[str], clause: str, written: str | None) -> int | None:
    if match["year"]:
        return int(match["year"])
    if written is None:
        return None
    now = int(written[:4])
    if match["word"]:
        return now + YEAR_WORD[match["word"]]
    if match["end"]:  # 年底 alone; not the 年底 of another year, nor 年 of 多年内
        return now if BEFORE_YEAR.match(clause, match.start()) else None
    if match["month"]:
        return _year_of_month(_number(match["month"]), clause, written)
    return now


def _year_of_month(month: int, clause: str, written: str) -> int:
    """A bare month is the one nearest to the document, on the side that the clause speaks of."""
    year, parts = int(written[:4]), written.split("-")
    if len(parts) == 1:
        return year
    if TO_COME.search(clause):
        return year + 1 if month < int(parts[1]) else year
    return year - 1 if month > int(parts[1]) else year


def _next_month(written: str | None) -> str | None:
    if written is None or "-" not in written:
        return None
    day = date(int(written[:4]), int(written[5:7]), 28)
    return f"{day.year + day.month // 12}-{day.month % 12 + 1:02}"


def _number(text: str) -> int:
    if text.isdigit():
        return int(text)
    return sum(10 if each == "十" else HAN.index(each) + 1 for each in text)


def tells_date(sentence: str, period: str) -> bool:
    """Whether a sentence prints the time that a stage is dated with, however it words the year.

    The day on which somebody spoke is not the stage's; nor is the year that a figure is compared with.
    """
    parts = period.split("-")
    if len(parts) == 1:
        return parts[0] in sentence or THAT_YEAR.search(sentence) is not None
    words = (
        rf"0?{int(parts[2])}[日号]"
        if len(parts) > DAY_PARTS
        else rf"(?:0?{int(parts[1])}|{_han(int(parts[1]))})月"
    )
    said = re.finditer(rf"(?<![0-9十]){words}", sentence)
    return any(not SPOKEN.match(sentence, match.end()) for match in said)


def _han(month: int) -> str:
    return HAN[month - 1] if month <= len(HAN) else "十" + HAN[month - len(HAN) - 1]
