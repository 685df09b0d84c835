"""What policies give: money, relief, space or service; to whom, how much, on which condition, until when.

The word that says the kind (奖励, 补贴, 减免 …) is the anchor. It counts where somebody gives: a verb
of giving governs it, or an amount follows it. What a firm got, papers and prizes are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from msgspec import Struct

from core.lexicon import Lexicon
from core.units import Kind
from extract.bind import Reading, Yield
from extract.giving import Part, deadline, is_told_of_others, parts, per, was_paid, whom
from extract.named import Told, words
from extract.policies import Policy
from extract.scene import Scene
from extract.search import beginning

Row = tuple[str, str | None, str | None, str | None, str | None]
EXAMPLES: dict[str, tuple[Row, ...]] = {  # sentence -> kind, target, amount, condition, deadline of each
    "对新认定的高新技术企业，一次性给予20万元奖励。": (("奖励", "高新技术企业", "20万元", "新认定", None),),
    "对首次入选独角兽企业的，给予最高500万元奖励。": (
        ("奖励", "独角兽企业", "500万元", "首次入选独角兽企业", None),
    ),
    "对企业技术改造项目，按设备投资额的10%给予补助，最高不超过1000万元。": (
        ("补助", "企业技术改造项目", "1000万元", None, None),
    ),
    "企业租用标准厂房的，前三年免收租金。": (("租金优惠", "企业", None, "企业租用标准厂房", None),),
    "对引进的博士给予每人30万元安家补贴。": (("人才", "博士", "30万元", "引进", None),),
    "对省级、市级研发中心分别给予50万元、20万元资助。": (
        ("补助", "省级、市级研发中心", "50万元", None, None),
        ("补助", "省级、市级研发中心", "20万元", None, None),
    ),
    "设立总规模50亿元的产业引导基金，重点支持生物医药产业。": (("基金", None, "50亿元", None, None),),
    "向8家外贸企业兑现年度奖励共计260万元。": (("奖励", "8家外贸企业", "260万元", None, None),),
    "累计减免房租1200万元，惠及企业300家。": (("租金优惠", None, "1200万元", None, None),),
    "符合条件的企业可享受贷款贴息，2026年6月30日前申报。": (
        ("贴息", "企业", None, "符合条件", "2026-06-30"),
    ),
    "为入驻企业免费提供检测服务。": (("服务", "企业", None, "入驻", None),),
    "公司获得省级奖励资金50万元，3人获颁科技奖励。": (),
    "出台产业扶持政策，落实各项补贴政策，完善奖励机制。": (),
    "云泽精工有限公司设立5亿元产业基金，开展基金招商。": (),
    "基地应当替创客无偿请来导师。": (),
    "企业说，奖励来得及时，补助也到了账。": (),
}

KINDS = {
    "instrument_rewards": "奖励",
    "instrument_subsidies": "补贴",
    "instrument_grants": "补助",
    "instrument_interests": "贴息",
    "instrument_reliefs": "减免",
    "instrument_pools": "专项资金",
    "instrument_funds": "基金",
    "instrument_services": "服务",
}
PERSONAL = ("奖励", "补贴", "补助")  # with a word such as 安家 before it, it is 人才
ON_ALL = re.compile(
    r"比例|按照?|最高|不超过|单个|每[家户人个]|同一|上限|总额|规模|首期|一期|累计|合计|年度|且"
)
BUDGET = re.compile(r"列支|安排|拿出|筹集|统筹|投入")
BEHIND = re.compile(  # between the kind and an amount behind it: 奖励资金共计｜110万元
    r"(?:资金|金额|总额|总计|共计|合计|累计|分别|达到?|为|约|近|超过?|最高|不超过|每[家户人个]|了|企业|单位|个人"
    r"|房租|租金|场租|费用|税费|各类|税收|[一-鿿]{0,4}(?:税|费))*"
)
OBJECT = re.compile(  # what is remitted where no amount is told: 免收｜三年租金, 租金｜减半
    r"(?:全部|部分|相应|厂房|办公|场地|用房|[一二三]年|[一二三四五六]个月)*的?"
    r"(?:租金|房租|场租|[一-鿿]{0,6}费|[一-鿿]{0,4}税)"
)
LISTED = re.compile(r"[、和及与或，]|分别")


class Head(Struct, frozen=True):
    """A word that says a kind, at read[start:end], and the clause that it stands in."""

    start: int
    end: int
    kind: str
    clause: tuple[int, int]


class Given(Struct, frozen=True):
    """One instrument as one sentence tells it; the word that says its kind stands at read[start:end]."""

    kind: str
    target: str | None
    condition: str | None
    deadline: str | None
    per: str | None
    amount: Reading | None
    rate: Reading | None
    limit: Reading | None
    paid: bool
    park: str | None
    policy: str | None
    scene: Scene
    start: int
    end: int


class Money(Struct, frozen=True):
    """The figures of one head: amounts, one for each instrument, and what holds for all of them."""

    amounts: tuple[Reading | None, ...]
    rate: Reading | None = None
    limit: Reading | None = None
    per: str | None = None


def find_instruments(
    results: Sequence[Yield], sentences: Sequence[Told], policies: Sequence[Policy]
) -> list[Given]:
    """The instruments of an article, as its sentences tell them; headlines only repeat the text."""
    found: list[Given] = []
    for result, told in zip(results, sentences, strict=True):
        if not told.scene.sentence.paragraph.heading:
            for part in parts(told, result.readings):
                found += _each_once(_in_part(part, policies))
    return found


def _each_once(givens: Iterator[Given]) -> list[Given]:
    """Without those that repeat another of the same part and say no more: 前三年免收租金，后两年租金减半."""
    kept: dict[tuple[object, ...], Given] = {}
    for each in givens:
        said = (each.kind, each.target, each.condition, each.deadline, id(each.amount or each.rate))
        kept.setdefault(said, each)
    return list(kept.values())


def _in_part(part: Part, policies: Sequence[Policy]) -> Iterator[Given]:
    heads = _heads(part)
    for place, head in enumerate(heads):
        start = max(head.clause[0], heads[place - 1].end if place else part.start)
        stop = min(head.clause[1], heads[place + 1].start if place + 1 < len(heads) else part.end)
        money = _money(head, (start, stop), part, heads)
        if _is_given(head, money, part):
            yield from _givens(head, money, part, _policy(head, part, policies))


def _givens(head: Head, money: Money, part: Part, policy: str | None) -> Iterator[Given]:
    target, condition = whom(part, head.start)
    if not (any(money.amounts) or money.rate or target or policy):
        return  # it says of nobody that he gets anything
    for amount in money.amounts:
        yield Given(
            kind=_kind(head, part),
            target=target,
            condition=condition,
            deadline=deadline(part),
            per=money.per,
            amount=amount,
            rate=money.rate,
            limit=money.limit,
            paid=was_paid(part, head.start, head.end),
            park=part.told.park_at(head.start),
            policy=policy,
            scene=part.told.scene,
            start=head.start,
            end=head.end,
        )


# -- the word that says the kind ----------------------------------------------------------------------


def _heads(part: Part) -> list[Head]:
    """Words of giving in a part that stand in no title and no quotes, and do not name a paper."""
    pattern = _kinds(part.lexicon)
    return [
        Head(*match.span(), KINDS[str(match.lastgroup)], part.clause(match.start()))
        for match in pattern.finditer(part.read, part.start, part.end)
        if not part.is_quoted(match.start())
    ]


@cache
def _kinds(lexicon: Lexicon) -> re.Pattern[str]:
    longest = sorted(
        ((word, name) for name in KINDS for word in lexicon.list(name)), key=lambda row: -len(row[0])
    )
    groups = [f"(?P<{name}>{words(lexicon.list(name))})" for name in dict.fromkeys(row[1] for row in longest)]
    opening = beginning(row[0] for row in longest)
    return re.compile(f"{opening}(?:{'|'.join(groups)})(?!{words(lexicon.list('instrument_no_heads'))})")


def _kind(head: Head, part: Part) -> str:
    """The kind, told closer by what is remitted and by what the money is for."""
    lexicon = part.lexicon
    near = part.read[max(head.clause[0], head.start - 6) : head.start]
    about = near + part.read[head.start : min(head.clause[1], head.end + 6)]
    rents = lexicon.list("instrument_rents")
    if head.kind in ("减免", "补贴", "补助") and any(word in about for word in rents):
        return "租金优惠"
    own = re.split("[元的]", near)[-1]
    if head.kind in PERSONAL and any(word in own for word in lexicon.list("instrument_talents")):
        return "人才"
    return head.kind


# -- whether it is given ------------------------------------------------------------------------------


def _is_given(head: Head, money: Money, part: Part) -> bool:
    before = part.read[head.clause[0] : head.start]
    if is_told_of_others(part, head.start):
        return False
    if head.kind in ("基金", "专项资金"):
        return any(verb in before for verb in part.lexicon.list("instrument_founds"))
    if head.kind == "服务":
        return True
    if any(verb in before for verb in part.lexicon.list("instrument_gives")):
        return True
    after = part.read[head.end : head.clause[1]]
    itself = any(money.amounts) or money.rate
    return bool(itself or (head.kind == "减免" and (OBJECT.match(after) or OBJECT.search(before[-8:]))))


# -- how much -----------------------------------------------------------------------------------------


def _money(head: Head, span: tuple[int, int], part: Part, heads: Sequence[Head]) -> Money:
    start, stop = span
    before = part.readings(start, head.start, "money")
    behind = part.readings(head.end, stop, "money")
    behind = [each for each in behind[:1] if BEHIND.fullmatch(part.read[head.end : _begin(each)])]
    amounts = _listed(before or behind, part)
    shares = part.readings(start, head.start, "percent")
    rate = shares[-1] if shares else _next(head, part, heads, "percent")
    limit = _next(head, part, heads, "money")
    if not amounts and (budget := None if rate else _budget(head, part, heads)):
        amounts = [budget]
    if not amounts and limit:
        amounts, limit = [limit], None
    first = amounts[0] if amounts else None
    return Money(
        amounts=tuple(amounts) or (None,),
        rate=rate,
        limit=limit,
        per=per(part, _begin(first), part.clause(_begin(first))[0]) if first else None,
    )


def _begin(reading: Reading) -> int:
    return reading.quantity.span.start


def _listed(found: Sequence[Reading], part: Part) -> list[Reading | None]:
    """The last amount, with those before it that are listed with it: 分别给予50万元、20万元."""
    kept: list[Reading | None] = []
    for each in reversed(found):
        if kept and kept[0]:
            between = part.read[each.quantity.span.end : _begin(kept[0])]
            if LISTED.sub("", between):
                break
        kept.insert(0, each)
    return kept


def _next(head: Head, part: Part, heads: Sequence[Head], kind: Kind) -> Reading | None:
    """What the clauses behind it say of all of it: …给予补助，比例为10%，最高不超过1000万元."""
    end = head.clause[1]
    while end + 1 < part.end:
        start, end = part.clause(end + 1)
        if any(start <= each.start < end for each in heads) or not ON_ALL.search(part.read, start, end):
            return None
        if found := part.readings(start, end, kind):
            return found[0]
    return None


def _budget(head: Head, part: Part, heads: Sequence[Head]) -> Reading | None:
    """What is set aside for it, told by the clause before: 每年安排3000万元，…给予奖励."""
    if head.clause[0] <= part.start:
        return None
    start, end = part.clause(head.clause[0] - 2)
    if any(start <= each.start < end for each in heads) or not BUDGET.search(part.read, start, end):
        return None
    found = part.readings(start, end, "money")
    return found[-1] if found else None


# -- by which policy ----------------------------------------------------------------------------------

REFERS = re.compile(
    r"(?:该|这项|此|上述|这一|本|“?新)(?:项)?(?:政策|办法|措施|政|意见|方案|规定|文件)|^(?:其中|对|凡|还)"
)
RULES_ALL = re.compile(r"[》”]?(?:规定|明确|提出|指出|要求|[：:])")  # 《办法》规定：对…；对…


def _policy(head: Head, part: Part, policies: Sequence[Policy]) -> str | None:
    """The policy named before it; beyond its part only one that it refers to, or that rules all parts."""
    sentence = part.told.scene.sentence
    same = [each for each in policies if each.scene.sentence.paragraph is sentence.paragraph]
    before = sorted((each for each in same if each.start < head.start), key=lambda each: each.start)
    if not before:
        return None
    again = [each for each in same if each.name in part.read[part.start : head.start]]
    if again:  # told before, and named again here
        return again[-1].name
    last = before[-1]
    rules = last.start >= sentence.start and RULES_ALL.match(part.read, last.end)
    refers = REFERS.search(part.read[part.start : part.end])
    return last.name if last.start >= part.start or rules or refers else None
