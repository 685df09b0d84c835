"""The indicator a number is about: a canonical name of the lexicon, else the shortest natural noun phrase.

A canonical name is given only where the phrase is no narrower: 高企 → 高新技术企业数, but 日资项目 stays
日资项目数. Where a narrower phrase ends in an indicator's words, it keeps its own words before the
canonical name: 新能源汽车产业 + 产值.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from msgspec import Struct

from core.lexicon import Indicator, Lexicon
from core.words import cut

NOUN_TAGS = (
    "n",
    "nr",
    "ns",
    "nt",
    "nz",
    "nrt",
    "nrfg",
    "ng",
    "vn",
    "an",
    "j",
    "x",
    "b",
    "eng",
    "l",
    "i",
    "s",
    "g",
    "k",
    "h",
)
LINKS = ("、", "和", "与", "及", "以及", "或")
PARTED = re.compile(r"[\s:：,，、]")
PUNCTUATION = re.compile(r"[，,。；;：:！!？?、\s（）()]+")
QUOTED_NOUN = re.compile(r"“(?P<name>[^“”]{2,14})”(?P<head>[一-鿿]{1,8})$")  # “云帆英才”计划
QUOTES = re.compile(r"[“”‘’\"]")
TURNS_INTO = re.compile(
    r"(?:大幅|进一步|快速|已|将)*(?:发展|扩充|精简|调整|压缩|压减|增加|减少|扩大|扩展|提高|提升|上升|下降|变|缩短|减|增|升|降)"
    r"[到至为成]"
)
TRADES = ("产业", "行业", "服务业", "产业链", "产业集群")
UNSAID = (
    "办理",
    "落实",
    "预计",
    "初步",
    "统计",
    "力争",
    "计划",
    "规划建设",
    "发放",
    "获得",
)  # words before an indicator that are none of it
CAUSE = re.compile(r"受[^，,受]{2,16}(?:影响|冲击|带动|拉动)$")
OWNER = re.compile(
    r"^[，,、]?(?:该公司|[他她它我]们?的?公司|公司|该企业|园区|全区|该区|我区|区内|该园区|全园|该项目|该(?:中心|基地|产业园|园|平台|研究院|工厂|厂|片区|市场|小镇|集团|街区))(?=[一-鿿]{2})"
)
FIVE_HUNDRED = "五百强"  # the one number that is a word of its phrase
HAVING = re.compile(r"^.*[^国所私拥持现享公共特具固]有(?![效限色机线力关])(?=..)")  # 科技园有｜众创空间
COMPARISON = re.compile(
    r"(?:较|比|同)(?:上年|去年|前年|上一年|年初|上季度|上半年|同期|上届|上次|上期|前届|往年|“?十[一二三四五]五”?[末初]|\d{4}年)[^，,、]{0,8}?(?=增|提|下|上|减|回|升|降|$)"
)
BASED = re.compile(r"要?在(?:\d{4}年|现有|原有|去年|上年|此|[^，,。；]{0,6})的?基础上")
COUNT_TAIL = re.compile(
    r"(?:保有量|总数量|总数|总量|数量|总额|总规模|总户数|家数|户数|数目|个数|人数|套数|数)$"
)
STAGES = (
    ("签约", "签约项目数"),
    ("签下", "签约项目数"),
    ("开工", "开工项目数"),
    ("动工", "开工项目数"),
    ("破土", "开工项目数"),
    ("奠基", "开工项目数"),
    ("投产", "投产项目数"),
    ("竣工", "竣工项目数"),
    ("落地", "落地项目数"),
    ("落户", "落地项目数"),
    ("在建", "在建项目数"),
    ("在谈", "在谈项目数"),
    ("洽谈", "洽谈项目数"),
)
CONDITION = re.compile(
    r"(?:其中|其)?(?P<amount>(?:(?:总|计划总?|固定资产|协议|年|年主营业务|年营业|实缴|入库)?(?:投资额?|产值|营收|收入|税收|纳税额?|创税|税|销售额?|产出|估值|市值))?(?:超过?|突破|达|过)?(?:[0-9.]+|[一二三五两]?(?=[十百千万亿]))(?:十|百|千)?(?:万|亿|千万)?(?:美|欧)?元(?:及?以上)?)的?(?P<noun>[一-鿿]{0,4}(?:项目|企业))$"
)
SIZE = re.compile(r"[一二三五]?[十百千]?[十百千万]亿元?级?$")  # 百亿级｜企业
GROUPS = re.compile(r"(?:产业|企业|行业|服务业|制造业|工业|农业|业|集群|园区|项目|板块|经济|高企)$")
MOST_WORDS = 7


INVESTORS = ("x", "nr", "nt", "nz", "ns", "nrt", "nrfg")
UNCOUNTED = ("人口", "数", "量", "得分", "评分", "总分", "次", "能力", "规模", "率")


class Phrase(Struct, frozen=True):
    """A noun phrase beside a number: its words, and what stands before it in the clause."""

    words: str
    before: str


@cache
def _by_word(lexicon: Lexicon) -> dict[str, Indicator]:
    table: dict[str, Indicator] = {}
    for indicator in lexicon.indicators:
        for word in (indicator.name, *indicator.synonyms):
            table.setdefault(word, indicator)
            table.setdefault(word.removesuffix("数") if indicator.unit == "count" else word, indicator)
    return table


@cache
def _by_tail(lexicon: Lexicon) -> dict[str, tuple[str, ...]]:
    """The indicators' words under their last two characters, the longest first."""
    return _grouped((word for word in _by_word(lexicon) if len(word) > 1), slice(-2, None))


@cache
def _by_head(lexicon: Lexicon) -> dict[str, tuple[str, ...]]:
    """The indicators' words under their first two characters, the longest first."""
    return _grouped((word for word in _by_word(lexicon) if len(word) > 1), slice(2))


def _grouped(words: Iterable[str], part: slice) -> dict[str, tuple[str, ...]]:
    """Words under a part of each, the longest first."""
    groups: dict[str, list[str]] = {}
    for word in sorted(words, key=len, reverse=True):
        groups.setdefault(word[part], []).append(word)
    return {key: tuple(group) for key, group in groups.items()}


def ending(text: str, lexicon: Lexicon) -> tuple[str, Indicator] | None:
    """The longest indicator word that the text ends with."""
    for word in _by_tail(lexicon).get(text[-2:], ()):
        if text.endswith(word):
            return word, _by_word(lexicon)[word]
    return None


@cache
def _reach(lexicon: Lexicon) -> dict[str, tuple[str, ...]]:
    """Words of reaching under their last character, the longest first."""
    return _grouped(lexicon.list("reach_words"), slice(-1, None))


def opening(text: str, lexicon: Lexicon) -> tuple[str, Indicator] | None:
    """The longest indicator word that the text begins with: 规模以上工业增加值｜由负转正."""
    for word in _by_head(lexicon).get(text[:2], ()):
        if text.startswith(word):
            return word, _by_word(lexicon)[word]
    return None


EACH_ONE = re.compile(
    "(?:不低于|不少于|达到?|为|约)*每(?:亩|平方米|平方公里|公顷|人|户|吨|辆|台|家|个)$"
)  # 投资强度｜每亩


def strip_reach(left: str, lexicon: Lexicon) -> str:
    """What stands before 达到, 同比增长, 实现 … and a number: 固定资产投资同比增长 → 固定资产投资."""
    left = EACH_ONE.sub("", COMPARISON.sub("", BASED.sub("", left)))
    known = ending(left, lexicon)
    while not known and (reach := _reaching(left, lexicon)):
        left = left[:-reach]
        known = ending(left, lexicon)
    return left


def _reaching(left: str, lexicon: Lexicon) -> int:
    """How many characters at the end of a text say that something is reached, or part it from that."""
    words = _reach(lexicon).get(left[-1:], ())
    word = next((word for word in words if left.endswith(word)), "")
    return len(word) or int(bool(PARTED.fullmatch(left[-1:])))


@lru_cache(maxsize=1024)  # each way to an indicator asks it again
def left_phrase(left: str, lexicon: Lexicon) -> Phrase | None:
    """The noun phrase that ends just before a number."""
    if left.endswith("》"):
        return None
    named = QUOTED_NOUN.search(left)
    if named and all(_is_noun(word, tag, lexicon) for word, tag in cut(named["head"])):
        words = named["name"] + named["head"]
        return Phrase(words, left[: named.start()])
    text = strip_reach(QUOTES.sub("", left), lexicon).replace("500强", FIVE_HUNDRED)
    if text.endswith("计划") and not left.endswith("计划"):  # 引资额｜计划｜年均增长
        text = text.removesuffix("计划")
    if able := ABLE.search(text):
        return Phrase(able.group(), text[: able.start()])
    text = HAVING.sub("", OWNER.sub("", CAUSE.sub("", text)))
    if text.endswith(("项目", "企业")) and (match := CONDITION.search(text)):
        return Phrase(match["amount"] + match["noun"], text[: match.start()])
    tail = COUNT_TAIL.search(text)
    stem = text[: tail.start()] if tail and not ending(text, lexicon) else text
    head = ending(stem, lexicon)
    start = len(stem) - len(head[0]) if head else len(stem)
    kept = _nouns_before(stem[:start], lexicon, open_end=head is None)
    words = stem[start - len(kept) :]
    before = stem[: start - len(kept)]
    if size := SIZE.search(before):
        words, before = before[size.start() :] + words, before[: size.start()]
    if not words or words in lexicon.list("empty_nouns"):
        return None
    return Phrase(words.replace(FIVE_HUNDRED, "500强"), before)


def _nouns_before(text: str, lexicon: Lexicon, *, open_end: bool) -> str:
    """The run of nouns that the text ends with; `open_end` where the last must be a noun itself."""
    kept: list[str] = []
    words = cut(text)
    for index in range(len(words) - 1, -1, -1):
        word, tag = words[index]
        before = words[index - 1] if index else ("", "")
        linked = word in LINKS and bool(kept) and before[1] in NOUN_TAGS and before[0] not in LINKS
        headed = bool(kept) and ((len(kept[0]) == 1 and kept[0] in "量率数额值度业") or kept[0] in TRADES)
        bound = tag == "v" and headed  # 结算｜量, 打印｜产业
        noun = (
            bound or _is_noun(word, tag, lexicon) or ((bool(kept) or not open_end) and _qualifies(word, tag))
        )
        if len(kept) >= MOST_WORDS or not (noun or linked):
            break
        kept.insert(0, word)
    while kept and (
        kept[0] in LINKS
        or kept[0] in UNSAID
        or kept[0] in lexicon.list("target_words")
        or kept[0] in ("级", "以上", "等")
    ):
        kept.pop(0)
    return "".join(kept)


DIGITS = re.compile(r"[0-9０-９.．%％]+")


def _is_noun(word: str, tag: str, lexicon: Lexicon) -> bool:
    if PUNCTUATION.fullmatch(word) or DIGITS.fullmatch(word) or word in ("等", "中", "其中", "—"):
        return False
    return tag in NOUN_TAGS or word in lexicon.list("nominal_verbs") or word in ("率", "时限")


def _qualifies(word: str, tag: str) -> bool:
    """Words that may stand before a noun in its phrase: 首次认定, 省级以上."""
    return tag == "a" or word in ("级", "以上", "级以上", "首次", "一级", "二级", "三级")


BOUNDED = re.compile("^(?:及?以上|左右|以内|上下)的?(?=[一-鿿]{2})")  # 100项以上｜创新举措


AMONG = re.compile("(?:当中|之中|中)(?:有|的)?$")


def right_phrase(right: str, lexicon: Lexicon, *, counted: bool = True) -> Phrase | None:
    """The noun phrase that begins just after a number with its classifier: 5条｜道路｜交付使用."""
    right = BOUNDED.sub("", right)
    if TURNS_INTO.match(right):
        return None  # 21家｜发展到78家
    text = QUOTES.sub("", right)[:40].replace("500强", FIVE_HUNDRED)
    if counted and (of_a_size := OF_A_SIZE.match(text)):
        return _sized(of_a_size["size"], right_phrase(text[of_a_size.end() :], lexicon, counted=False))
    phrase = "".join(_nouns_behind(text, lexicon, counted=counted)).replace(FIVE_HUNDRED, "500强")
    phrase = AMONG.sub("", phrase)  # 24户｜规上企业｜中有9户停产
    phrase = phrase.removesuffix("建设") if BEING_BUILT.search(phrase) else phrase
    if len(phrase) < 2 or phrase in lexicon.list("empty_nouns"):
        return None
    return Phrase(phrase, text[len(phrase) : len(phrase) + 10])


def _nouns_behind(text: str, lexicon: Lexicon, *, counted: bool) -> list[str]:
    """The run of nouns that a text begins with; `counted` where a verb may lead it: 2312套｜安置房."""
    words = cut(text)
    kept: list[str] = []
    for index, (word, tag) in enumerate(words[:MOST_WORDS]):
        noun_next = index + 1 < len(words) and _is_noun(*words[index + 1], lexicon)
        leads = counted and index == 0 and tag == "v" and noun_next  # 28个｜审批事项, 2312套｜安置房
        if kept and word.startswith(lexicon.list("predicate_words")):
            break
        if kept and TURNS_INTO.match(text, sum(map(len, kept))):
            break  # 28个事项｜精简为9项
        if kept and tag in ("i", "l") and not word.endswith(("企业", "产业", "项目", "基地")):
            break  # 研发楼｜拔地而起
        linked = bool(kept) and word in LINKS and noun_next
        noun = _is_noun(word, tag, lexicon) or (_qualifies(word, tag) and (tag != "a" or noun_next))
        if not (leads or noun or linked):
            break
        kept.append(word)
    while kept and kept[-1] in ("级", "以上", "首次"):
        kept.pop()
    return kept


def _sized(size: str, rest: Phrase | None) -> Phrase | None:
    """39个｜亿元以上项目: a class by size, of projects or enterprises only."""
    if rest is None or not rest.words.endswith(("项目", "企业", "泊位", "码头")):
        return None
    return Phrase(size + rest.words, rest.before)


OF_A_SIZE = re.compile(
    r"(?P<size>(?:(?:总|计划总?|固定资产|协议)?投资额?|年?产值|年?营业?收入?|年?税收|年?纳税)?(?:超过?|过|突破|达到?)?"
    r"[0-9.一二三四五六七八九十百千]*(?:千万|百万|亿|万)?(?:美|欧)?元(?:及?以上)?|[0-9.]+万?吨级(?:以上)?)的?(?=[一-鿿])(?!的)"
)
ABLE = re.compile(  # 日处理能力, 冷藏能力
    r"(?:污水|垃圾|鲜奶|货物|旅客)?(?:日|年|月)?(?:污水|垃圾|鲜奶|货物|旅客)?(?:处理|加工|供热|供水|供气|供电|供餐|通过|吞吐|接待"
    r"|仓储|储存|冷藏|预冷|运输|发电|装卸|承载|封测|检测|维修|住宿|灌装|冶炼|屠宰|印染)+能力$"
)
BEING_BUILT = re.compile("(?:项目|工程|中心|平台|基地)建设$")


def name_indicator(phrase: Phrase, kind: str, lexicon: Lexicon) -> str:
    """The name facts carry: canonical where the phrase is no narrower, else the phrase itself."""
    words = phrase.words
    counted = kind == "count"
    if counted and words.endswith("项目"):
        return _projects(phrase, lexicon)
    head = ending(words, lexicon)
    if counted and words.endswith(HOMES):
        return f"{words}套数"
    if head is None:
        return f"{words}数" if counted and not words.endswith(UNCOUNTED) else words
    word, indicator = head
    prefix = words[: len(words) - len(word)]
    if counted:
        return _counted(Phrase(prefix, phrase.before), word, indicator, lexicon)
    if indicator.unit == "count":
        return (
            words
            if kind in ("money", "area", "time")
            else _counted(Phrase(prefix, ""), word, indicator, lexicon)
        )
    return _measured(prefix, word, indicator, lexicon)


HOMES = ("公寓", "住房", "住宅", "商品房", "安置房")


PEOPLE = ("员工", "职工", "工人", "产业工人")


def _counted(prefix: Phrase, word: str, indicator: Indicator, lexicon: Lexicon) -> str:
    """The name of a count; `prefix` is what stands before the indicator's word in its phrase."""
    generic = _is_generic(prefix.words, lexicon)
    if indicator.unit == "capacity":  # 设计年产能5万辆
        return indicator.name if generic or prefix.words == "设计" else prefix.words + indicator.name
    if indicator.flow is False and (act := _act(prefix.before, lexicon)):
        return f"{act}{prefix.words}{word}数"
    if indicator.unit != "count" or (not generic and word in PEOPLE):
        return f"{prefix.words}{word}数"  # 当地员工数
    return indicator.name if generic else prefix.words + indicator.name


def _measured(prefix: str, word: str, indicator: Indicator, lexicon: Lexicon) -> str:
    """The name of an amount, an area or a share."""
    narrower = not _is_generic(prefix, lexicon)
    if narrower and word in ("补贴", "财政补贴", "奖励", "扶持资金", "补助"):
        return prefix + word  # 生活补贴 is no 生活 + 政策资金
    if narrower and indicator.name in ("建筑面积", "载体面积") and not word.endswith("面积"):
        return f"{prefix}{word}面积"  # 标准厂房 is not 标准 + 建筑面积
    if indicator.name == "项目总投资":  # 远山项目总投资 is 总投资; 技改投资 is something else
        phased = re.fullmatch("[一二三四五六]期(?:工程|项目)?", prefix)
        investor = any(tag in INVESTORS for _, tag in cut(prefix))  # 法国企业｜投资, 远山光电｜投资
        other = narrower and word == "投资" and not investor and not phased
        return prefix + word if other else indicator.name
    return prefix + indicator.name if narrower else indicator.name


def _act(before: str, lexicon: Lexicon) -> str:
    """引进 …等｜高新技术企业: the act just before a noun phrase, examples of it left out."""
    clause = re.split(r"[，,；;]", before)[0 if before[:1] not in "，," else -1]
    match = _acts(lexicon).search(clause)
    return match["act"] if match else ""


@cache
def _acts(lexicon: Lexicon) -> re.Pattern[str]:
    acts = "|".join(lexicon.list("act_words"))
    return re.compile(rf"(?P<act>{acts})(?:了)?(?:[^，,；;]{{1,16}}等)?$")


def _projects(phrase: Phrase, lexicon: Lexicon) -> str:
    """Counts of projects take their stage from the verb beside them: 签约…项目62个 → 签约项目数."""
    kind = phrase.words.removesuffix("项目")
    stage = _staged(kind)
    rest = kind
    for verb, _ in STAGES:
        rest = rest.replace(verb, "")
    if stage is None:
        beside = re.split(r"[，,。；;]", phrase.before)
        stage = _staged(beside[0][:8]) or _staged(beside[-1])
    if not _is_generic(rest, lexicon):
        known = ending(phrase.words, lexicon)
        whole = known and _is_generic(phrase.words.removesuffix(known[0]), lexicon)
        fits = known and whole and (known[0] == phrase.words or len(known[0]) > 4)
        narrow = rest.removeprefix("新" if cut(rest)[0][0] == "新" else "").removeprefix("了")
        return known[1].name if known and fits else f"{narrow}{stage}" if stage else f"{phrase.words}数"
    if stage:
        return stage
    known = ending(phrase.words, lexicon)
    if known and known[0] == phrase.words and known[0] != "项目":
        return known[1].name  # 重点项目
    return "重大项目数" if "重大" in kind else f"{phrase.words}数"


def _staged(words: str) -> str | None:
    return next((name for verb, name in STAGES if verb in words), None)


def _is_generic(prefix: str, lexicon: Lexicon) -> bool:
    rest = prefix
    while rest:
        words = _modifiers(lexicon).get(rest[0], ())
        match = next((word for word in words if rest.startswith(word)), None)
        if match is None:
            return False
        rest = rest[len(match) :]
    return True


@cache
def _modifiers(lexicon: Lexicon) -> dict[str, tuple[str, ...]]:
    """Modifiers that make a phrase no narrower, under their first character, the longest first."""
    return _grouped(lexicon.list("generic_modifiers"), slice(1))


DETERMINED = re.compile(r"^[，,、\s]*(?:其中|而|但|同时|目前|此外|另外|各类|各项|全部|所有|其|该|的)*")
SHARE_TAIL = re.compile(r"(?:数量|总量|总数|占比|比重|比例|增速|增幅|降幅)+$")


def head_phrase(text: str, lexicon: Lexicon) -> Phrase | None:
    """The noun phrase that a clause begins with, where it says what the clause is about.

    土地出让收入｜只有年初预算的18%; not 增速｜放缓, which goes on with what stands before.
    """
    lead = DETERMINED.match(text)
    plain = text[lead.end() :] if lead else text
    phrase = right_phrase(plain, lexicon, counted=False)
    if phrase is None:
        return None
    words = SHARE_TAIL.sub("", phrase.words)
    known = ending(words, lexicon)
    if (
        len(words) < LEAST_HEAD
        or words in lexicon.list("headless_nouns")
        or words in lexicon.list("self_words")
    ):
        return None
    if known is None and not HEADS.search(words):
        return None
    return Phrase(words, "")


LEAST_HEAD = 3
HEADS = re.compile(
    "(?:收入|支出|企业|项目|主体|客户|产值|产量|销量|额|量|率|数|费|价|力|度|面积|投资|资金|贷款|人口|人数|能耗|用电|水平|规模|指数|进出口|出口|进口)$"
)
GROUP_ACTS = re.compile(r"(?P<who>[^，,。；;：:、]+?)(?:全年|累计|共|已)?(?:实现|完成|创造|贡献|形成)$")


def group_before(before: str, lexicon: Lexicon) -> str:
    """Whose figure it is, where a group acts: …船舶产业实现｜产值 → 船舶产业."""
    match = GROUP_ACTS.search(before) if before.endswith(("实现", "完成", "创造", "贡献", "形成")) else None
    if not match:
        return ""
    who = _nouns_before(match["who"], lexicon, open_end=True)
    return who if GROUPS.search(who) and who not in ("企业", "园区", "项目", "产业", "经济") else ""


def is_stock(name: str, lexicon: Lexicon) -> bool:
    """Whether an indicator is a stock "as of" a date, not a flow of a period."""
    found = _by_word(lexicon).get(name)
    return found is not None and found.flow is False
