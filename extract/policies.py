"""Named policies, plans, programmes and service brands: titles in 《》, terms in “ ”, and plans that are made.

What stands in “ ” is a policy where the words behind it say so (“X”服务机制), where it ends as one (“X计划”),
where it is a term of the whole country (“放管服”), or where a verb of policy governs it (推行“X”).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from msgspec import Struct

from core.lexicon import Lexicon
from extract.bind import Yield
from extract.named import QUOTED, Told, tell, words
from extract.scene import Scene
from extract.words import cut

EXAMPLES = {  # sentence -> names and kinds
    "云泽高新区印发《云泽高新区支持人才创业的若干措施（试行）》。": {
        "云泽高新区支持人才创业的若干措施（试行）": "人才",
    },
    "持续擦亮“泽心办”营商服务品牌。": {"“泽心办”营商服务品牌": "营商环境品牌"},
    "“泽心办”是云泽高新区倾力打造的企业服务品牌。": {"“泽心办”企业服务品牌": "营商环境品牌"},
    "推行“厂房一件事”，建立“五证联审”的快速审批方式。": {
        "“厂房一件事”": "审批服务",
        "“五证联审”快速审批方式": "审批服务",
    },
    "实施科技企业“攀峰计划”，开展“三比”活动。": {"“攀峰计划”": "创新", "“三比”活动": "其他"},
    "深化“放管服”改革，完成北片区水系等专项规划。": {
        "“放管服”改革": "审批服务",
        "北片区水系专项规划": "规划",
    },
    "及时将成长型企业纳入总部企业培育库。": {"总部企业培育库": "产业"},
    "打通服务企业“最后一公里”，树立“人人都是窗口”的理念，构建“2+3+X”产业体系。": {},
    "他说：“我们实施这个计划。”《云泽日报》报道，“云泽杯”大赛举行。": {},
    "出台一系列相关配套实施细则，引进“小巨人”企业。": {},
}

CLAUSE = "，,。；;：:！!？?"
TITLE = re.compile(r"《(?P<title>[^《》]{4,60})》")
DRAFT = re.compile(r"[（(][^（）()]{2,12}[)）]$")
SPEECH = re.compile(r"[。！!？?]|我|你|您|他们")
SAID = re.compile(r"[：:]\s*$")
SLOGAN = re.compile(r"^[一二两三四五六七八九十]个|^(?:\d|[+＋XNx])+$|时代$|之[都城]$")
FIVE_YEARS = re.compile(r"^十[一二三四五六七]五$")
OWN_PLAN = re.compile(r"(?:区|园|市|县|镇|编制|制定)的?$")
FORMULA = re.compile(r"^([一二两双三四五六七八九十])[^一二两双三四五六七八九十]{1,3}(?:\1[^，。]{1,3})+$")
NUMBERED = re.compile(r"[\d一二三四五六七八九十]条$|^[一二两双三四五六七八九十].建设$")
JOINED = r"(?:[、和或及与]?(?:“[^“”]{1,20}”))*等?"
STORE = re.compile(
    r"(?:纳入|建立|设立|进入)了?(?P<name>[^，。；：、“”《》\s]{3,14}(?:储备库|项目库|培育库|名录库|服务库))"
)
TRIAL = re.compile(
    r"(?:开展|启动|推进)了?(?P<name>[^，。；：“”《》\s]{4,40}试点)(?!企业|资格|区|城市|园|单位|基地)"
)
TRIALS = re.compile(r"以及|、|和")
LISTED = re.compile(r"[、，,]")  # “政府引导、市场运作”的模式 describes, and names nothing
LEVER = re.compile(r"[^，,。；;]{1,8}为(?:抓手|突破口|载体|牵引|契机)")
SHORT = 3  # characters of a term that may be a word of another's name by chance


class Policy(Struct, frozen=True):
    """A named policy as one sentence tells it; the name stands at read[start:end], maybe shortened."""

    name: str
    park: str | None
    kind: str
    date: str | None
    scene: Scene
    start: int
    end: int


class Found(Struct, frozen=True):
    """A name at read[start:end]; `name` leaves out what is said between its parts."""

    start: int
    end: int
    name: str


def find_policies(results: Sequence[Yield]) -> list[Policy]:
    """The policies of an article, each once, by the fullest name it is given."""
    kept: list[Policy] = []
    for told in tell(results):
        for found in _in_sentence(told):
            policy = _policy(found, told)
            if policy.park or not QUOTED.match(policy.name):  # of nobody: a festival, a campaign of a shop
                _keep(policy, kept)
    return sorted(
        kept, key=lambda policy: policy.scene.sentence.paragraph.text.span(policy.start, policy.end)
    )


def _policy(found: Found, told: Told) -> Policy:
    return Policy(
        name=found.name,
        park=told.park_at(found.start),
        kind=_kind(found, told),
        date=told.date_at(found.start),
        scene=told.scene,
        start=found.start,
        end=found.end,
    )


def _in_sentence(told: Told) -> Iterator[Found]:
    read, start, end = told.scene.read, told.scene.sentence.start, told.scene.sentence.end
    titles = list(_titles(told))
    inside = [range(match.start(), match.end()) for match in TITLE.finditer(read, start, end)]
    yield from titles
    yield from (found for found in _quoted(told) if not any(found.start in title for title in inside))
    yield from _plain(told)


# -- each once --------------------------------------------------------------------------------------


def _keep(policy: Policy, kept: list[Policy]) -> None:
    """Add a policy; one that is known already only gives it a fuller name."""
    for index, known in enumerate(kept):
        if not _same(known.name, policy.name):
            continue
        headline = known.scene.sentence.paragraph.heading
        if len(policy.name) > len(known.name) or headline:
            kept[index] = policy
        return
    kept.append(policy)


def _same(one: str, other: str) -> bool:
    terms = [_term(name) for name in (one, other)]
    short, long = sorted(terms, key=len)
    return short == long or (len(short) > SHORT and short in long)


def _term(name: str) -> str:
    """What tells a policy from others: the words in quotes, else all of its name."""
    quoted = QUOTED.search(name)
    return re.sub(r"[\s“”\"「」]", "", quoted.group() if quoted else name).removesuffix("式")


# -- titles in 《》 ----------------------------------------------------------------------------------


def _titles(told: Told) -> Iterator[Found]:
    lexicon = told.scene.frame.lexicon
    for match in TITLE.finditer(told.scene.read, told.scene.sentence.start, told.scene.sentence.end):
        title = match["title"].strip()
        bare = DRAFT.sub("", title)
        if bare.endswith(lexicon.list("policy_titles")):
            yield Found(match.start() + 1, match.end() - 1, title)


# -- terms in “ ” -----------------------------------------------------------------------------------


class Quote(Struct, frozen=True):
    """Words in quotes, and the sentence before and after them."""

    start: int
    end: int
    text: str
    before: str
    after: str


def _quoted(told: Told) -> Iterator[Found]:
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
    if SPEECH.search(text) or SAID.search(quote.before) or SLOGAN.search(text):
        return not quote.after.startswith(("配套文件", "系列"))
    if FIVE_YEARS.match(text):
        return not (OWN_PLAN.search(quote.before) and quote.after.startswith("规划"))
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
    name = f"“{quote.text}”{match['others'].removesuffix('等')}{noun}"
    return Found(quote.start, quote.end + match.end(), name)


@cache
def _tail(lexicon: Lexicon) -> re.Pattern[str]:
    strong, weak = words(lexicon.list("policy_heads")), words(lexicon.list("policy_heads_weak"))
    return re.compile(
        rf"""(?P<others>{JOINED})
        (?P<of> 是?[^{CLAUSE}、“”（）()]{{0,24}}? 的 )?                     # 四位一体的, 是…打造的
        (?P<noun> [^{CLAUSE}、“”（）()《》\s的]{{0,12}}
           (?P<head> {strong} | {weak} ) )
        (?! [员会团局馆站办点] | 现场 | 自觉 | 机遇 | 指南 | 步伐 | 力 | 大赛 | 论坛 | 单列 | 企业 | 名单 | 典型 | 中心 | 化 )""",
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
    return re.compile(rf"(?:{words(lexicon.list('policy_verbs'))})了?[^{CLAUSE}、“”]{{0,6}}$")


def _by_words(quote: Quote, lexicon: Lexicon) -> Found | None:
    """“X计划”, “放管服”, “一企一策”, 推行“X”: named by its own words or by the verb before it."""
    if _no_head(quote, lexicon):
        return None
    text = re.sub(r"[、，,·\s]", "", quote.text)
    ends = text.endswith(lexicon.list("policy_endings")) and len(text) > SHORT
    term = text in lexicon.list("policy_terms") or FORMULA.match(text) or NUMBERED.search(text)
    short = len(text) <= 14 and not re.search(r"[，,—\d]", quote.text)
    return _bare(quote) if ends or term or (short and _governed(quote, lexicon)) else None


def _no_head(quote: Quote, lexicon: Lexicon) -> bool:
    match = _others(lexicon).match(quote.after)
    return match is not None and not any(tag == "v" for _, tag in cut(match["noun"]))


@cache
def _others(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(
        rf"等?的?(?P<noun>[^{CLAUSE}、“”的]{{0,4}}?)(?:{words(lexicon.list('policy_no_heads'))})"
    )


# -- plans without marks ----------------------------------------------------------------------------


def _plain(told: Told) -> Iterator[Found]:
    """编制…专项规划, 开展…试点, 纳入…储备库, 推行链长制."""
    read, start, end = told.scene.read, told.scene.sentence.start, told.scene.sentence.end
    lexicon = told.scene.frame.lexicon
    for match in _made(lexicon).finditer(read, start, end):
        name = re.sub(r"等(?=[一-鿿]{4,}$)", "", match["name"])
        if len(re.sub(words(lexicon.list("plain_classes")), "", name)) > 5:
            yield Found(*match.span("name"), name)
    for match in STORE.finditer(read, start, end):
        yield Found(*match.span("name"), match["name"])
    for match in TRIAL.finditer(read, start, end):
        yield from _trials(match)
    for match in _systems(lexicon).finditer(read, start, end):
        yield Found(*match.span("name"), match["name"])


@cache
def _made(lexicon: Lexicon) -> re.Pattern[str]:
    makers, heads = words(lexicon.list("policy_makers")), words(lexicon.list("plain_heads"))
    return re.compile(
        rf"(?:{makers})了?(?P<name>[^{CLAUSE}、“”《》（）()\s]{{0,24}}?(?:{heads}))(?!建设|面积|引领|确定|明确|编制)"
    )


@cache
def _systems(lexicon: Lexicon) -> re.Pattern[str]:
    verbs = words(lexicon.list("policy_verbs"))
    return re.compile(
        rf"(?:{verbs})了?[^{CLAUSE}、“”]{{0,4}}?(?P<name>{words(lexicon.list('plain_terms'))})(?!项目|企业)"
    )


def _trials(match: re.Match[str]) -> Iterator[Found]:
    """A和B的试点 are two trials where both are long enough to be names."""
    parts = TRIALS.split(re.sub(r"的?试点$", "", match["name"]))
    whole = len(parts) == 1 or min(map(len, parts)) < 6
    for part in [match["name"].removesuffix("试点").removesuffix("的")] if whole else parts:
        start = match.start("name") + match["name"].index(part)
        yield Found(start, start + len(part), f"{part}试点")


# -- kind -------------------------------------------------------------------------------------------

KINDS = (
    ("policy_kind_brand", "营商环境品牌"),
    ("policy_kind_talent", "人才"),
    ("policy_kind_other", "其他"),
    ("policy_kind_approval", "审批服务"),
    ("policy_kind_money", "资金奖励"),
    ("policy_kind_plan", "规划"),
    ("policy_kind_innovation", "创新"),
    ("policy_kind_industry", "产业"),
)
BY_CLAUSE = ("其他", "审批服务", "人才", "规划", "创新", "产业")
PARK = re.compile(r"[一-鿿]{2,10}(?:开发区|高新区|经开区|新区|科技城)")
ACTS = re.compile(r"创新(?:推出|实施|开展|推行|建立|打造)?|建设|布局|项目服务")
PURPOSE = re.compile(
    r"(?<![成作认])为了?(?=发展|推动|促进|支持|加快|破解|解决|优化|鼓励)|按照|根据|围绕|针对"
)


def _kind(found: Found, told: Told) -> str:
    """By words of the name, else by words of its clause and of a purpose or ground before it."""
    lexicon = told.scene.frame.lexicon
    named = _first(PARK.sub("", found.name), [kind for _, kind in KINDS], lexicon)
    return named or _first(ACTS.sub("", PARK.sub("", _near(found, told))), BY_CLAUSE, lexicon) or "其他"


def _first(text: str, kinds: Sequence[str], lexicon: Lexicon) -> str | None:
    return next(
        (kind for key, kind in KINDS if kind in kinds and any(word in text for word in lexicon.list(key))),
        None,
    )


def _near(found: Found, told: Told) -> str:
    read, sentence = told.scene.read, told.scene.sentence
    before = re.split(f"[{CLAUSE}]", read[sentence.start : found.start])
    after = re.split(f"[{CLAUSE}]", read[found.end : sentence.end])[0]
    purpose = before[-2] if len(before) > 1 and PURPOSE.search(before[-2]) else ""
    return purpose + before[-1] + read[found.start : found.end] + after
