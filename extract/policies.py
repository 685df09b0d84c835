"""Named policies, plans, programmes and service brands: titles in 《》, terms in “ ”, plans that are made."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from msgspec import Struct

from core.lexicon import Lexicon
from extract.named import QUOTED, Told, any_of, words
from extract.scene import Scene
from extract.search import Nested, beginning
from extract.terms import CLAUSE, RELIEFS, SHORT, Found, find_terms

EXAMPLES = {  # sentence -> names and kinds
    "云泽高新区印发《云泽高新区支持人才创业的若干措施（试行）》。": {
        "云泽高新区支持人才创业的若干措施（试行）": "人才",
    },
    "持续擦亮“泽心办”营商服务品牌。": {"“泽心办”营商服务品牌": "营商环境品牌"},
    "“泽心办”是云泽高新区推出的企业服务品牌。": {"“泽心办”企业服务品牌": "营商环境品牌"},
    "推行“厂房一件事”，建立“五证联审”审批方式。": {
        "“厂房一件事”": "审批服务",
        "“五证联审”审批方式": "审批服务",
    },
    "实施科技企业“攀峰计划”，开展“三比”活动。": {"“攀峰计划”": "创新", "“三比”活动": "其他"},
    "深化“放管服”改革，编制北片区水系等专项规划。": {
        "“放管服”改革": "审批服务",
        "北片区水系专项规划": "规划",
    },
    "把这些公司纳入外贸企业培育库。": {"外贸企业培育库": "产业"},
    "印发《云泽高新区岚江片区开放提质三年行动方案》。": {"云泽高新区岚江片区开放提质三年行动方案": "规划"},
    "出台《云泽高新区鼓励总部企业入驻暂行办法》。": {"云泽高新区鼓励总部企业入驻暂行办法": "资金奖励"},
    "推出“园企贷”，推行“一票多车”改革。": {"“园企贷”": "资金奖励", "“一票多车”改革": "审批服务"},
    "打通服务企业“最后一公里”，树立“人人都是窗口”的理念，构建“2+3+X”产业体系。": {},
    "他说：“我们实施这个计划。”《云泽日报》报道，“云泽杯”大赛举行。": {},
    "出台一系列相关配套实施细则，引进“小巨人”企业。": {},
}
TITLE = re.compile(r"《(?P<title>[^《》]{4,60})》")
DRAFT = re.compile(r"[（(][^（）()]{2,12}[)）]$")
STORE = re.compile(
    r"(?:纳入|建立|设立|进入)了?(?P<name>[^，。；：、“”《》\s]{3,14}(?:储备库|项目库|培育库|名录库|服务库))"
)
TRIAL = re.compile(
    r"(?:开展|启动|推进)了?(?P<name>[^，。；：“”《》\s]{4,40}试点)(?!企业|资格|区|城市|园|单位|基地)"
)
FUND = re.compile(  # 设立2亿元的“智造扬帆”产业引导资金
    r"设立了?(?:总规模|首期规模|规模|首期|总额)*(?:为|达|约|超)?[0-9.]+[万亿]+元(?:规模)?的?"
    r"(?P<name>[一-鿿“”]{4,20}?(?:产业引导基金|引导基金|产业基金|基金|专项资金|产业引导资金|引导资金|发展资金)”?)"
)
REFORM = re.compile(  # 深化｜招商体制改革
    "(?:推行|实施|深化|启动|推进|开展|实行)了?(?P<name>[一-鿿]{4,14}?改革)(?=[，,。；;、]|后|$)"
)
OF_ANY_FUND = re.compile("[产创]业|投资|引导|专项|发展|扶持|风险|补偿|天使|基金|资金|[总母子]")
TRIALS = re.compile(r"以及|、|和")


class Policy(Struct, frozen=True):
    """A named policy as one sentence tells it; the name stands at read[start:end], maybe shortened."""

    name: str
    park: str | None
    kind: str
    date: str | None
    scene: Scene
    start: int
    end: int


def find_policies(sentences: Iterable[Told]) -> list[Policy]:
    """The policies of an article, each once, by the fullest name it is given."""
    kept, aliases = Kept(), set[str]()
    for told in sentences:
        aliases.update(ALIAS.findall(told.text))
        for found in _in_sentence(told):
            if found.name in aliases:  # a title's short name
                continue
            policy = _policy(found, told)
            if policy.park or not QUOTED.match(policy.name):  # of nobody: a festival, a campaign of a shop
                kept.add(policy)
    return sorted(
        kept.policies, key=lambda policy: policy.scene.sentence.paragraph.text.span(policy.start, policy.end)
    )


ALIAS = re.compile("简称(?:为)?(“[^“”]{2,20}”)")


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
    yield from (found for found in find_terms(told) if not any(found.start in title for title in inside))
    yield from _plain(told)


# -- each once --------------------------------------------------------------------------------------


class Kept:
    """Policies as they are found; one that is known already only gives it a fuller name."""

    def __init__(self) -> None:
        self.policies: list[Policy] = []
        self._terms = Nested()

    def add(self, policy: Policy) -> None:
        """Keep a policy, or the fuller name of one."""
        term = _term(policy.name)
        for place in self._terms.near(term):
            known = self.policies[place]
            if _same(_term(known.name), term):
                headline = known.scene.sentence.paragraph.heading
                if len(policy.name) > len(known.name) or headline:
                    self.policies[place] = policy
                    self._terms.add(term, place)
                return
        self._terms.add(term, len(self.policies))
        self.policies.append(policy)


def _same(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
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


# -- plans without marks ----------------------------------------------------------------------------


def _plain(told: Told) -> Iterator[Found]:
    """编制…专项规划, 开展…试点, 纳入…储备库, 推行链长制."""
    read, start, end = told.scene.read, told.scene.sentence.start, told.scene.sentence.end
    lexicon = told.scene.frame.lexicon
    for match in _made(lexicon).finditer(read, start, end):
        name = re.sub(r"等(?=[一-鿿]{4,}$)", "", match["name"])
        if len(any_of("plain_classes", lexicon).sub("", name)) > 5:
            yield Found(*match.span("name"), name)
    for match in STORE.finditer(read, start, end):
        yield Found(*match.span("name"), match["name"])
    yield from _funds(read, start, end)
    yield from _reforms(told)
    for match in TRIAL.finditer(read, start, end):
        yield from _trials(match)
    for match in _systems(lexicon).finditer(read, start, end):
        if read.count("“", start, match.start("name")) > read.count("”", start, match.start("name")):
            continue  # “标准地+承诺制”: a part of a name
        yield Found(*match.span("name"), match["name"])


def _reforms(told: Told) -> Iterator[Found]:
    """深化招商体制改革: one that is known by its name, no reform in general."""
    sentence = told.scene.sentence
    for match in REFORM.finditer(told.scene.read, sentence.start, sentence.end):
        if any(word in match["name"] for word in told.scene.frame.lexicon.list("reforms")):
            yield Found(*match.span("name"), match["name"])


def _funds(read: str, start: int, end: int) -> Iterator[Found]:
    """设立2亿元的“智造扬帆”产业引导资金: a fund by its name."""
    for match in FUND.finditer(read, start, end):
        quoted = match["name"].count("“") == match["name"].count("”")
        if quoted and len(OF_ANY_FUND.sub("", match["name"])) > 1:
            yield Found(*match.span("name"), match["name"])


@cache
def _made(lexicon: Lexicon) -> re.Pattern[str]:
    makers, heads = words(lexicon.list("policy_makers")), words(lexicon.list("plain_heads"))
    return re.compile(
        rf"{beginning(lexicon.list('policy_makers'))}(?:{makers})了?(?P<name>[^{CLAUSE}、“”《》（）()\s]{{0,24}}?(?:{heads}))(?!建设|面积|引领|确定|明确|编制)"
    )


@cache
def _systems(lexicon: Lexicon) -> re.Pattern[str]:
    verbs = words(lexicon.list("policy_verbs"))
    return re.compile(
        rf"{beginning(lexicon.list('policy_verbs'))}(?:{verbs})了?[^{CLAUSE}、]{{0,14}}?(?P<name>{words(lexicon.list('plain_terms'))})(?!项目|企业)"
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


FORMS = (  # what a title's form says of its kind
    (RELIEFS, "资金奖励"),
    (re.compile("作业模式$"), "审批服务"),
    (re.compile(r"(?:攻坚|建设|提升|突破|服务|落实|改革|效能)年(?:活动)?$"), "其他"),
    (re.compile(r".{4}(?:行动计划|行动方案|(?:倍增|发展|提升)计划)(?:[（(][^（）()]*[）)])?$"), "规划"),
    (
        re.compile(
            r"(?:支持|鼓励|促进|帮助|扶持|暖企|惠企).*(?:措施|政策|意见|办法|[一二三四五六七八九十]条)"
        ),
        "资金奖励",
    ),
    (re.compile(r"^.{1,4}[贷券]$|(?:基金|专项资金|引导资金|发展资金|扶持资金|资金池)$"), "资金奖励"),
)
OWN_FIELD = re.compile("人才|英才|科技|科创|创新|审批|营商|产业高质量|产业发展")


def _kind(found: Found, told: Told) -> str:
    """By words of the name, else by words of its clause and of a purpose or ground before it."""
    lexicon = told.scene.frame.lexicon
    bare = re.sub("[“”]", "", PARK.sub("", found.name))
    formed = next((kind for pattern, kind in FORMS if pattern.search(bare)), None)
    if formed and not (formed == "资金奖励" and OWN_FIELD.search(bare)):
        return formed
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
