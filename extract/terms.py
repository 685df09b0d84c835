"""Terms in “ ” that name a policy.

The words behind a term say so (“X”服务机制), or it ends as a policy does (“X计划”), or it is known over
the whole country (“放管服”), or a verb of policy governs it (推行“X”).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from msgspec import Struct

from core.lexicon import Lexicon
from core.words import cut
from extract.named import QUOTED, Told, words

CLAUSE = "，,。；;：:！!？?"
SPEECH = re.compile(r"[。！!？?]|我|你|您|他们")
SAID = re.compile(r"[：:]\s*$")
SHORT_FOR = re.compile("(?:以下)?简?称(?:为)?$")  # a title's short name
TURNED = re.compile("(?:变|变为|转为|从|由)$")  # 变“工厂跑部门”为“部门跑工厂”
SLOGAN = re.compile(r"^[一二两三四五六七八九十]个[一-鿿]{1,4}$|^(?:\d|[+＋XNx])+$|时代$|之[都城]$")
OF_QUOTED = re.compile(
    "的“[^“”]{2,10}”[^，。；]{0,4}(?:制|机制|工作法|模式)"
)  # “A、B、C”的“四个一”机制: spells it out
BY_A_FORMULA = re.compile(
    "[一-鿿]{0,4}(?:机制|工作法|服务法|行动|工程|计划|改革|大会战|责任制)"
)  # “三个一”推进机制, “2+1+N”机制
FIVE_YEARS = re.compile(r"^十[一二三四五六七]五$")
PLAN = re.compile("(?:发展|产业|产业发展|空间|总体|专项)?规划")
OWN_PLAN = re.compile(r"(?:区|园|市|县|镇|编制|制定)的?$")
FORMULA = re.compile(r"^([一二两双三四五六七八九十])[^一二两双三四五六七八九十]{1,3}(?:\1[^，。]{1,3})+$")
NUMBERED = re.compile(r"[\d一二三四五六七八九十]条$|^[一二两双三四五六七八九十].建设$")
RELIEFS = re.compile(  # 两补一减, 两免三减半
    "[一二两三四五六七八九十][补免减奖返贴](?:[一二两三四五六七八九十][补免减奖返贴]半?)+$"
)
JOINED = r"(?:[、和或及与]?(?:“[^“”]{1,20}”))*等?"
LISTED = re.compile(r"[、，,]")  # “政府引导、市场运作”的模式 describes, and names nothing
FUNDS = re.compile(r"[一-鿿]{2,6}[贷券]$")
CHOSEN = re.compile(
    rf"{JOINED}(?:入选|列入|获评|被评为|成为|获)[^，,。；;“”]{{0,20}}案例"
)  # “A”“B”等入选…案例
GOES_ON = re.compile("(?:持续|深入|加快|全面|扎实|纵深|有序)+推进(?=[，,。；;]|$)")  # “百厂焕新”深入推进
COUNTED = re.compile("[0-9]+[余多]?[宗个家项]")
LEVER = re.compile(r"[^，,。；;]{1,8}为(?:抓手|突破口|载体|牵引|契机)")
SHORT = 3  # characters of a term that may be a word of another's name by chance


class Found(Struct, frozen=True):
    """A name at read[start:end]; `name` leaves out what is said between its parts."""

    start: int
    end: int
    name: str


class Quote(Struct, frozen=True):
    """Words in quotes, and the sentence before and after them."""

    start: int
    end: int
    text: str
    before: str
    after: str


def find_terms(told: Told) -> Iterator[Found]:
    read, sentence = told.scene.read, told.scene.sentence
    lexicon = told.scene.frame.lexicon
    last: Found | None = None
    for match in QUOTED.finditer(read, sentence.start, sentence.end):
        if last and match.start() < last.end:
            continue
        quote = Quote(
            *match.span(),
            match.group()[1:-1],
            read[sentence.start : match.start()],
            read[match.end() : sentence.end],
        )
        follows = last is not None and read[last.end : match.start()] in ("", "、", "和", "、市", "、省")
        if _is_speech(quote, lexicon):
            continue
        found = _named(quote, lexicon) or (_bare(quote) if follows and not _no_head(quote, lexicon) else None)
        if found:
            last = found
            yield found


def _is_speech(quote: Quote, lexicon: Lexicon) -> bool:
    """What somebody says, a slogan or a label: no name of a policy."""
    text = quote.text
    if SHORT_FOR.search(quote.before) or OF_QUOTED.match(quote.after) or TURNED.search(quote.before):
        return True
    if SPEECH.search(text) or SAID.search(quote.before) or SLOGAN.search(text):
        return not (quote.after.startswith(("配套文件", "系列")) or BY_A_FORMULA.match(quote.after))
    if FIVE_YEARS.match(text):
        return not (OWN_PLAN.search(quote.before) and PLAN.match(quote.after))
    return text in lexicon.list("policy_slogans") or text in lexicon.list("policy_heads")


def _bare(quote: Quote) -> Found:
    return Found(quote.start, quote.end, f"“{quote.text}”")


def _named(quote: Quote, lexicon: Lexicon) -> Found | None:
    """The name that begins with these words in quotes; None where they are no policy."""
    return _by_head(quote, lexicon) or _by_words(quote, lexicon)


def _by_head(quote: Quote, lexicon: Lexicon) -> Found | None:
    """“X”服务机制, “X”的审批方式, “X”是…打造的服务品牌: named by what it is said to be."""
    match = _tail(lexicon).match(quote.after)
    if match is None:
        return None
    noun = match["noun"]
    if not noun.endswith(lexicon.list("policy_heads")) and not _serves(quote, noun, lexicon):
        return None
    if _has_verb(noun.removesuffix(match["head"]), lexicon) or noun.startswith("产业"):
        return None
    if match["of"] and noun == match["head"] and LISTED.search(quote.text):
        return None
    if "“" in match["others"] and not match["others"].startswith("或"):  # “A”“B”等改革: each by itself
        return Found(quote.start, quote.end, f"“{quote.text}”{noun}")
    return Found(quote.start, quote.end + match.end(), f"“{quote.text}”{noun}")


@cache
def _tail(lexicon: Lexicon) -> re.Pattern[str]:
    strong, weak = words(lexicon.list("policy_heads")), words(lexicon.list("policy_heads_weak"))
    return re.compile(
        rf"""(?P<others>{JOINED})
        (?P<of> 是?[^{CLAUSE}、“”（）()]{{0,24}}? 的 )?                     # 四位一体的, 是…打造的
        (?P<noun> [^{CLAUSE}、“”（）()《》\s的]{{0,12}}
           (?P<head> {strong} | {weak} ) )
        (?! [员会团局馆站办点力化] | 现场 | 自觉 | 机遇 | 指南 | 步伐
          | 大赛 | 论坛 | 单列 | 企业 | 名单 | 典型 | 中心 )""",
        re.VERBOSE,
    )


def _has_verb(noun: str, lexicon: Lexicon) -> bool:
    """Whether a clause of its own stands between the quote and the head: “X”帮助企业推进改革."""
    nominal = lexicon.list("nominal_verbs")
    verbs = lexicon.list("clause_verbs")
    return any((word in verbs and word not in nominal) or tag == "p" for word, tag in cut(noun))


def _serves(quote: Quote, noun: str, lexicon: Lexicon) -> bool:
    approval = any(word in quote.text + noun for word in lexicon.list("policy_kind_approval"))
    return approval or _governed(quote, lexicon) or bool(LEVER.match(quote.after))


def _governed(quote: Quote, lexicon: Lexicon) -> bool:
    """Whether a verb of policy has the quote for its object: 推行证照“X”."""
    return bool(_verb(lexicon).search(quote.before))


@cache
def _verb(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"(?:{words(lexicon.list('policy_verbs'))})了?(?!的)[^{CLAUSE}、“”]{{0,6}}$")


PARTED = re.compile(r"[、，,·\s]")
BROKEN = re.compile(r"[，,—\d]")


def _by_words(quote: Quote, lexicon: Lexicon) -> Found | None:
    """“X计划”, “放管服”, “一企一策”, 推行“X”: named by its own words or by the verb before it."""
    if FUNDS.match(quote.text):
        return _bare(quote)
    if _no_head(quote, lexicon):
        return None
    if CHOSEN.match(quote.after) or GOES_ON.match(quote.after):
        return _bare(quote)
    if COUNTED.match(quote.after):  # 出让“标准地”14宗
        return None
    text = PARTED.sub("", quote.text)
    ends = text.endswith(lexicon.list("policy_endings")) and len(text) > SHORT
    term = (
        text in lexicon.list("policy_terms")
        or FORMULA.match(text)
        or NUMBERED.search(text)
        or RELIEFS.match(text)
    )
    short = len(text) <= 14 and not BROKEN.search(quote.text)
    return _bare(quote) if ends or term or (short and _governed(quote, lexicon)) else None


def _no_head(quote: Quote, lexicon: Lexicon) -> bool:
    match = _others(lexicon).match(quote.after)
    return match is not None and not any(tag == "v" for _, tag in cut(match["noun"]))


@cache
def _others(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(
        rf"等?的?(?P<noun>[^{CLAUSE}、“”的]{{0,4}}?)(?:{words(lexicon.list('policy_no_heads'))})"
    )
