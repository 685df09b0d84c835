"""The ways from a number to its indicator, tried in the order of WAYS; the first that answers names it.

Each answers with the indicators' names (several where one number is shared: 均), or None.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from core.lexicon import Lexicon
from core.model import Measure
from core.quantities import Quantity
from core.words import cut
from extract.deeds import as_said, of_a_structure, of_jobs
from extract.grants import of_a_gift, of_a_rate
from extract.indicators import (
    Phrase,
    ending,
    group_before,
    left_phrase,
    name_indicator,
    opening,
    right_phrase,
)
from extract.rules import way
from extract.scene import Scene

Names = tuple[str, ...] | None
Way = Callable[[Quantity, Scene, Measure, str | None], Names]

BUILT = ("平方米", "㎡", "平米", "方", "平")
COUNTED = ("count",)


@way(
    confidence=0.85,
    examples={
        "当地着力打造千亿元级光电产业集群。": {"千亿元": "产业集群规模"},
        "产值达到千亿元。": {"千亿元": None},
    },
)
def of_a_cluster(quantity: Quantity, scene: Scene, measure: Measure, previous: str | None) -> Names:
    """千亿元级…集群: the size that a cluster is to have."""
    return ("产业集群规模",) if quantity.kind == "money" and CLUSTER.match(scene.right(quantity)) else None


CLUSTER = re.compile("级[^，,。；;]{0,18}?(?:集群|产业|板块|基地|产业园|链|园区|经济区)|级$")


@way(
    confidence=0.7,
    examples={
        "园区建成3.5万平方米的云帆创新中心。": {"3.5万平方米": "载体面积"},
        "形成了8平方公里的智造产业园。": {"8平方公里": "用地面积"},
    },
)
def of_an_area(quantity: Quantity, scene: Scene, measure: Measure, previous: str | None) -> Names:
    """An area before what it belongs to: 6平方公里的产业园, 49万平方米在建安置房."""
    lexicon, right = scene.frame.lexicon, scene.right(quantity)
    if (
        quantity.kind == "area"
        and "平方公里" in quantity.unit
        and re.search(r"建成(?:区)?$", scene.left(quantity))
        and not right.startswith("的")
    ):
        return ("建成区面积",)
    if quantity.kind != "area" or _known_left(quantity, scene):
        return None
    if right.startswith("的"):
        shops = re.match("的[^，,。；;]{0,6}(?:商铺|车间|厂房|门店|店铺|仓库|展馆|卖场)", right)
        return (("建筑面积" if shops else "载体面积") if quantity.unit.endswith(BUILT) else "用地面积",)
    after = right_phrase(right, lexicon)
    if after is None:
        return None
    named = name_indicator(after, quantity.kind, lexicon)
    return (named if named.endswith(("面积", "用地")) else f"{after.words}面积",)


MAKES = re.compile(
    r"年产(?!值|业|量|能)|年可(?:形成|生产|加工|产)|每年可产|生产能力|产能|(?<!去)年(?:处理|加工|封测|维修|组装|制造|检测)"
)


@way(
    confidence=0.85,
    examples={
        "项目投产后可年产10万箱云片。": {"10万箱": "产能"},
        "形成年产2000吨海产品的生产能力。": {"2000吨": "产能"},
    },
)
def of_a_capacity(quantity: Quantity, scene: Scene, measure: Measure, previous: str | None) -> Names:
    """年产…, 形成…生产能力: what a plant can make in a year."""
    if quantity.kind in ("money", "percent", "point", "rank", "time", "area") or quantity.unit in (
        "家",
        "条",
        "人",
        "名",
        "项",
    ):
        return None
    start, end = scene.clause(quantity)
    if not MAKES.search(scene.read[start:end]):
        return None
    left = scene.left(quantity)
    own = left_phrase(left, scene.frame.lexicon)
    if own and own.words.endswith(("产能", "产量")):
        return None
    listed = own and left.startswith(("、", "和")) and len(own.words) == len(left) - 1
    listed = listed and previous != "产能" and (previous or "").endswith("产能")
    return (f"{own.words}产能",) if own and listed else ("产能",)  # 服装…万件、｜鞋｜8000万双


@way(confidence=0.7, examples={"公司建设国内首条3GW组件生产线。": {"3GW": "产能"}})
def of_a_line(quantity: Quantity, scene: Scene, measure: Measure, previous: str | None) -> Names:
    """A physical amount before a production line: its capacity."""
    if quantity.kind not in ("energy", "mass"):
        return None
    return ("产能",) if LINE.match(scene.right(quantity)) else None


LINE = re.compile(r"[^，,。；]{0,10}(?:生产线|产线|电站|产能|项目|基地)")


@way(confidence=0.85, examples={"远山项目4次增资扩产。": {"4次": "增资扩产次数"}})
def of_an_act(quantity: Quantity, scene: Scene, measure: Measure, previous: str | None) -> Names:
    """How often something was done: 5次增资扩产."""
    if quantity.unit not in ("次", "场", "批次"):
        return None
    words = re.match(r"[一-鿿]{2,4}(?=[、，,。；和]|$)", scene.right(quantity))
    return (words.group() + "次数",) if words else None


WHOLE = re.compile(r"(?:占|贡献|创造|集纳|汇聚|集聚|承载|拥有|全[省市国县球区]|[市州省县区]|[、和与])了?的?$")


@way(
    confidence=0.85,
    examples={
        "以不到全省1%的土地面积，创造了全省5%的进出口总额。": {"1%": "土地面积", "5%": "进出口总额"},
        "按设备投资额的8%给予补助。": {"8%": None},
    },
)
def of_a_part(quantity: Quantity, scene: Scene, measure: Measure, previous: str | None) -> Names:
    """贡献了全省4.7%的进出口: what the share is of stands behind it."""
    right = scene.right(quantity)
    if quantity.kind != "percent" or not right.startswith("的"):
        return None
    start, _ = scene.clause(quantity)
    if not WHOLE.search(scene.read[start : quantity.outer.start]):
        return None
    if known := opening(right[1:], scene.frame.lexicon):
        return (known[1].name,)
    phrase = right_phrase(right[1:], scene.frame.lexicon, counted=False)
    return (name_indicator(phrase, quantity.kind, scene.frame.lexicon),) if phrase else None


RELIEF = re.compile(r"(?:减免|免除|减征|减收|免收|缓缴|返还)(?!率|比例|事项)[^，,。；]{0,12}$")


@way(
    confidence=0.85,
    examples={"累计减免小微企业房租2130万元、税费1.4亿元。": {"2130万元": "减免金额", "1.4亿元": "减免金额"}},
)
def of_a_relief(quantity: Quantity, scene: Scene, measure: Measure, previous: str | None) -> Names:
    """减免小微企业房租…万元: what is let off is relief, whatever it was."""
    listed = previous == "减免金额" and scene.left(quantity).startswith(("、", "和"))
    own = quantity.kind == "money" and measure == "level" and RELIEF.search(scene.left(quantity))
    return ("减免金额",) if own or (listed and quantity.kind == "money") else None


LISTS = re.compile(
    r"[^，,。；;、：:]*(?:评价|考评|考核|综评|排名|排行榜?|榜单?|百强县?|千强镇|百强|竞争力|测评|评估|评比)[^，,。；;]{0,4}"
)
PLACED = re.compile(r"(?:位列|位居|居|列|名列|排名|排在|升至|跃居|跻身|进入|挺进|迈进|加快|保持|稳居|蝉联)+")


@way(
    confidence=0.85,
    examples={
        "在全国经开区综合考评中，云泽经开区位居第18名。": {"第18名": "全国经开区综合考评"},
        "跻身国家高新区40强。": {"40强": "国家高新区排名"},
        "出口总额12亿元，位居全市第二。": {"第二": "出口总额"},
    },
)
def of_a_ranking(quantity: Quantity, scene: Scene, measure: Measure, previous: str | None) -> Names:
    """A rank's indicator is the list's name, else what the number before it measured."""
    climbs = measure == "increment" and quantity.unit in ("位", "名", "个名次", "个位次")
    if measure != "rank" and not (climbs and _lists(scene, quantity)):
        return None
    if item := ITEM.search(scene.before(quantity)):
        return (item["item"],)
    part = [piece for piece in PLACED.sub("|", scene.left(quantity)).split("|") if len(piece) > 1]
    lists = _lists(scene, quantity)
    if lists and (single := _single(lists[-1], previous, quantity, scene.frame.lexicon)):
        return (single,)
    if lists and (not part or LISTS.search(part[-1]) or part[-1] in ("全国", "全省", "全市", "国家")):
        return (lists[-1],)
    classed = part and re.search("[区园县镇]前$", part[-1])  # 进入全国综保区前40名
    if part and (quantity.text.endswith("强") or classed):
        return (_list_name(part[-1]) + "排名",)
    if previous and not lists:
        return (previous,)
    if lists:
        return (lists[-1],)
    phrase = left_phrase(part[-1], scene.frame.lexicon) if part else None
    return (name_indicator(phrase, quantity.kind, scene.frame.lexicon),) if phrase else None


RIVALS = re.compile(
    r"^(?:全国|全省|全市|[东中西]部|[0-9多余个家]|国家级?|省级)+(?:地区)?[0-9多余个家]*(?:国家级?|省级)?(?:开发区|高新区|经开区|综保区|园区|保税区|县|市|区)[里]?$"
)
ITEM = re.compile(  # “科技创新”得分全省第3, “绿色发展”一项排在第六
    r"“(?P<item>[^“”]{2,10})”(?:指标|一项|分项|单项)?(?:得分|排名|排位|位次)?[^，,。；;“”0-9]{0,6}(?:第[0-9]+[位名]?[升降跃前]?[至到为]?)?$"
)
SINGLE = re.compile("(?:单项|总量|增速|增幅|规模|总额)?(?:排名|指标)?")


def _single(name: str, previous: str | None, quantity: Quantity, lexicon: Lexicon) -> str | None:
    """实际使用外资｜单项: a ranking by one indicator is of it; one among so many parks, of the last."""
    if previous and not quantity.text.endswith("强") and RIVALS.search(name):
        return previous  # 进出口86亿元，在全国150多个综保区中排名第46位
    known = opening(name, lexicon)
    return known[1].name if known and SINGLE.fullmatch(name[len(known[0]) :]) else None


def ranking_told(scene: Scene) -> str | None:
    """The evaluation that a sentence tells of, for the places that later sentences tell."""
    read = scene.sentence.read
    if not EVALUATES.search(read):
        return None
    found = [_list_name(text) for text in LISTS.findall(read)]
    named = [name for name in found if len(name) > 4 and EVALUATES.search(name)]
    return named[-1] if named else None


EVALUATES = re.compile("评价|考评|考核|综评|评估|竞争力|百强|测评|榜")


def _lists(scene: Scene, quantity: Quantity) -> list[str]:
    """The names of rankings and evaluations before a number, the parks that they are said of taken out."""
    found = [_list_name(text) for text in LISTS.findall(scene.before(quantity))]
    parks = {scene.read[mention.start : mention.end] for mention in scene.mentions if mention.name}
    for park in sorted(parks, key=len, reverse=True):
        found = [name.replace(park, "") for name in found]
    found = [name for name in found if len(name) > 2]
    if found and ending(found[-1], scene.frame.lexicon):
        return found  # …评价中，亩均税收排名第二
    return [name for name in found if EVALUATES.search(name)] or found


def _list_name(text: str) -> str:
    """全国综评排名升至 → 全国综评: the list without what is done to it."""
    name = re.sub(r"[“”]", "", text)
    for _ in range(2):  # 在｜刚刚公布的｜…
        name = re.sub(r"^.*?(?:公布的?|发布的?|在|于|中的|力争|争取|确保|实现|冲刺|锚定|其中)", "", name)
    name = re.sub(r"[0-9]+[家个]|第[0-9一二三四五六七八九十]+.*$", "", name)
    name = re.sub(r"(?:结果)?(?:揭晓|出炉|公布|发布|公示|通报|印发)$", "", name)
    name = re.sub(r"(?:结果|中|里|上|排名|总排名|综合排名|前|攀|冲|跃)+$", "", name)
    return re.sub(r"(?:19|20)\d\d年度?", "", name)


LENDS = re.compile(r"(?P<act>放款|放贷|授信)(?:了|共|已|累计|达|达到)*$")
GRANTS = re.compile(r"(?:兑付|兑现|拨付|列支)(?:资金)?(?:了|共|已|累计|达|达到)*$")
SUPPORTS = re.compile(r"的?(?:资金)?(?:支持|资助|扶持)(?=[，,。；;]|$)")


@way(
    confidence=0.85,
    examples={
        "“云帆贷”为58家企业授信6.2亿元。": {"6.2亿元": "授信金额"},
        "对顶尖团队给予最高3000万元支持，三年来累计兑付1.16亿元。": {
            "3000万元": "政策资金",
            "1.16亿元": "政策资金",
        },
        "支持企业40家。": {"40家": None},
    },
)
def of_a_grant(quantity: Quantity, scene: Scene, measure: Measure, previous: str | None) -> Names:
    """授信6.2亿元, 累计兑付1.16亿元: money named by the act of giving it."""
    left = scene.left(quantity)
    if quantity.kind != "money":
        return None
    if lends := LENDS.search(left):
        return (f"{lends['act']}金额",)
    gives = SUPPORTS.match(scene.right(quantity)) and re.search("给予|最高|提供|获", left)
    paid = GRANTS.search(left) and not re.match("[一-鿿]", scene.right(quantity))
    return ("政策资金",) if gives or paid else None


FUND = re.compile(r"的?[^，,。；;、0-9]{0,14}?(?P<fund>基金|资金池)(?![管公会小产经投的])")


@way(
    confidence=0.9,
    examples={
        "设立总规模20亿元的云帆母基金。": {"20亿元": "基金规模"},
        "设立5000万元信贷风险资金池。": {"5000万元": "资金池规模"},
        "设立8000万元专项资金。": {"8000万元": None},
    },
)
def of_a_fund(quantity: Quantity, scene: Scene, measure: Measure, previous: str | None) -> Names:
    """设立20亿元的…基金: how large it is."""
    fund = FUND.match(scene.right(quantity)) if quantity.kind == "money" else None
    sized = fund and re.search(
        r"(?:设立|组建|成立|发起|规模|首期|总额)[^，,。；;]{0,8}$", scene.left(quantity)
    )
    return (f"{fund['fund']}规模",) if fund and sized else None


STAGED = re.compile(r"(?P<stage>签约|开工|动工|竣工|投产|落地|在建|在谈)(?:了|的)?$")


@way(
    confidence=0.9,
    examples={
        "推进产业项目建设，开工41个、竣工33个。": {"41个": "开工项目数", "33个": "竣工项目数"},
        "招引企业，开工率达90%。": {"90%": None},
        "投产企业19家，在建22家。": {"22家": "在建企业数"},
    },
)
def of_a_stage(quantity: Quantity, scene: Scene, measure: Measure, previous: str | None) -> Names:
    """开工41个: projects, where the sentence speaks of them."""
    staged = STAGED.search(scene.left(quantity)) if quantity.kind == "count" else None
    if not staged or scene.right(quantity)[:1] not in ("", "、", "，", "和", "。", "；"):
        return None
    projects = "项目" in scene.before(quantity)
    firms = (previous or "").endswith("企业数") and (not projects or quantity.unit in ("家", "户"))
    if not (firms or projects or (previous or "").endswith("项目数")):
        return None
    return (f"{staged['stage'].replace('动工', '开工')}{'企业' if firms else '项目'}数",)


AMOUNT = re.compile(
    r"(?P<amount>(?:总?投资|固定资产投资|年?产值|年?税收|纳税|年?营业?收入?)?(?:超过?|过|突破)?[0-9.一二三四五六七八九十百千]*(?:千万|百万|亿|万)?(?:美元|欧元|元)(?:以上)?)的?(?:有|达)?$"
)


@way(
    confidence=0.9,
    examples={
        "引进项目47个，其中投资千万元以上的29个。": {"29个": "投资千万元以上项目数"},
        "新签约项目27个，其中5亿元以上12个。": {"12个": "5亿元以上项目数"},
    },
)
def of_a_class(quantity: Quantity, scene: Scene, measure: Measure, previous: str | None) -> Names:
    """其中5亿元以上12个: of what was counted before, those of a size."""
    if quantity.kind != "count" or not (previous or "").endswith(("项目数", "企业数")):
        return None
    amount = AMOUNT.search(scene.left(quantity))
    return (amount["amount"] + previous[-3:],) if amount and previous and "元" in amount["amount"] else None


@way(
    confidence=0.75,
    examples={
        "8条道路交付使用。": {"8条": "道路交付数"},
        "上半年32个产业项目集中签约。": {"32个": "签约项目数"},
        "新增5家高新技术企业。": {"5家": "高新技术企业数"},
        "全区有高新技术企业83家。": {"83家": None},
        "引进云帆科技等29家高新技术企业。": {"29家": "引进高新技术企业数"},
        "重大项目有18个在建。": {"18个": "在建项目数"},
        "78家企业成为省级星级上云企业。": {"78家": "省级星级上云企业数"},
        "上半年，42家企业享受政策，9家企业复工。": {"42家": "享受政策企业数", "9家": "复工企业数"},
        "为62家企业担保贷款5.3亿元。": {"62家": "担保贷款企业数"},
    },
)
def after(quantity: Quantity, scene: Scene, measure: Measure, previous: str | None) -> Names:
    """The noun that is counted stands behind its classifier: 5条道路."""
    if quantity.kind != "count" or scene.right(quantity).startswith("的"):
        return None
    phrase = right_phrase(scene.right(quantity), scene.frame.lexicon)
    if phrase is None:
        return None
    if "项目" in scene.left(quantity) and phrase.words in ("在建", "开工", "竣工", "投产", "签约", "落地"):
        return (f"{phrase.words}项目数",)  # 项目有18个｜在建
    if quantity.unit in ("家", "户") and phrase.words in STAGE_VERBS:
        return (f"{phrase.words}企业数",)  # 其中8家｜投产
    if phrase.words in ("事项", "高频事项") and _approves(quantity, scene):
        return ("审批事项数",)
    became = _became(scene.right(quantity), phrase, scene)
    if not became and (act := ACTING.match(scene.right(quantity))) and _is_act(act["act"], scene):
        return (f"{act['act']}{act['who']}数",)  # 42家｜企业｜享受政策
    clause = scene.read[scene.clause(quantity)[0] : quantity.outer.start]
    done = DONE.match(scene.right(quantity)[len(phrase.words) :])
    if done and not phrase.words.endswith("项目"):
        return (f"{phrase.words}{done['act']}数",)
    beside = "" if OF_THESE.match(scene.read, quantity.span.end) else phrase.before
    around = became or Phrase(phrase.words, f"{beside}，{clause}")
    return (name_indicator(around, quantity.kind, scene.frame.lexicon),)


STAGE_VERBS = ("投产", "在建", "开工", "竣工", "签约", "落户", "达产", "复工")
OF_THESE = re.compile(  # 126个重点项目｜已开工98个: not all of them were started
    r"[^，,。；;、0-9]{2,12}?项目中?[，,]?(?:目前|现|已经?|有|共)*(?:开复?工|复工|竣工|投产|落地|签约|建成)了?[0-9]"
)


def _approves(quantity: Quantity, scene: Scene) -> bool:
    """Whether the items counted are what is approved: 从下放的审批权限中梳理出101个｜事项."""
    said = scene.read[scene.sentence.start : scene.clause(quantity)[1]]
    merged = re.compile("[^，。；]*(?:整合|优化|精简)").match(scene.read, quantity.span.end)
    return bool(re.search("审批|权限|许可", said)) and not merged


DONE = re.compile(r"(?:已|全部|全面|顺利|如期|建成|正式)*(?P<act>交付|打通|通车|改造|翻新|封顶|入伙)")


ACTING = re.compile(
    r"(?P<who>企业|商户|中小企业|小微企业|单位)(?:已经?|正|均|先后|陆续|成功|顺利|全部|在|集中|现场|相继|正式|全面|当天)*"
    r"(?P<act>[一-鿿“”]{2,9}?)(?:了|过)?(?=[，,。；;、]|$|[0-9])"
)


def _is_act(words: str, scene: Scene) -> bool:
    """Whether words behind 企业 say what they did: a verb first, none of being there or of making."""
    parts = cut(words.replace("“", "").replace("”", ""))
    named = ("实现", "完成", "成为", "达到", "纳税", "产值", "入驻", "落户", "签约", "入园")
    return parts[0][1] in ("v", "vn", "x", "n") and parts[0][0] not in named


def _became(right: str, phrase: Phrase, scene: Scene) -> Phrase | None:
    """78家企业｜成为｜星级上云企业: what they are counted as is what they became."""
    lexicon = scene.frame.lexicon
    match = _becomes(lexicon).match(right) if len(phrase.words) <= 2 else None
    return left_phrase(match["what"], lexicon) if match else None


@cache
def _becomes(lexicon: Lexicon) -> re.Pattern[str]:
    words = "|".join(sorted(lexicon.list("become_words"), key=len, reverse=True))
    return re.compile(rf"(?:企业|公司|单位)(?:已|先后)?(?:{words})(?P<what>[^，,。；;]+)")


@way(
    confidence=0.65,
    examples={
        "云片、雾材两大产业产值分别达到32亿元和15亿元。": {"32亿元": "云片产值", "15亿元": "雾材产值"},
        "企业、项目分别增长3%。": {"3%": None},
    },
)
def of_several(quantity: Quantity, scene: Scene, measure: Measure, previous: str | None) -> Names:
    """A、B两大产业产值分别达到…和…: to each number its own of the things listed."""
    start, end = scene.clause(quantity)
    marker = scene.read.find("分别", start, quantity.span.start)
    if marker <= start:
        return None
    listed = [each for each in scene.quantities if marker <= each.span.start and each.span.end <= end]
    if quantity not in listed:
        return None
    things = re.sub("^.*其中", "", scene.read[scene.left_start(listed[0]) : marker])
    part = PART.match(things) if measure == "share" else None
    things = part["part"] if part and part["part"] else things
    parts = re.split(r"[、和与及]", things)
    if len(parts) != len(listed) or len(parts) < 2:
        return None
    last = SUMMED.sub("", parts[-1])
    head = ending(parts[-1], scene.frame.lexicon)
    tail = head[0] if head else ""
    names = [*parts[:-1], last.removesuffix(tail)]
    name = names[listed.index(quantity)]
    known = ending(name, scene.frame.lexicon)
    whole = name.endswith(tail) or (known is not None and known[0] == name)
    mine = Phrase(name if whole else name + tail, "")
    return (name_indicator(mine, quantity.kind, scene.frame.lexicon),) if mine.words else None


SUMMED = re.compile(
    r"[两二三四五六七八九十](?:大|个)?(?:主导|支柱|特色|新兴|优势|重点|主要)?(?:产业|行业|板块|集群|领域)"
)


@way(
    confidence=0.9,
    examples={
        "全年实现地区生产总值880.5亿元。": {"880.5亿元": "地区生产总值"},
        "枢纽经济、临空经济规模都超过300亿元。": {"300亿元": "枢纽经济规模"},
        "海工装备产业完成产值52亿元。": {"52亿元": "海工装备产业产值"},
        "有效高企总量达97家。": {"97家": "高新技术企业数"},
        "其中投资超8亿元的项目共5个。": {"5个": "投资超8亿元项目数"},
        "有市级以上示范基地8家，其中国家级2家。": {"2家": "国家级示范基地数"},
        "科技园有众创空间9个，总面积1.5万平方米。": {"1.5万平方米": "众创空间面积"},
        "为62家企业担保贷款5.3亿元。": {"5.3亿元": "担保贷款"},
    },
)
def before(quantity: Quantity, scene: Scene, measure: Measure, previous: str | None) -> Names:
    """The noun phrase before the number, the words of reaching it left out: 产值｜达到｜50亿元."""
    left = _own_words(_after_counted(quantity, scene), measure, scene.frame.lexicon)
    classed = CLASSED.search(left)
    phrase = Phrase(classed.group(), "") if classed else left_phrase(left, scene.frame.lexicon)
    if previous and PER_PEOPLE.search(scene.left(quantity)):
        return (f"万人{previous}",)
    if phrase is None:
        return None
    if EACH.search(left) and AND.search(phrase.words):
        parts = [Phrase(words, phrase.before) for words in _shared(phrase.words, scene)]
        return tuple(name_indicator(part, quantity.kind, scene.frame.lexicon) for part in parts)
    if phrase.words == "授权" and (previous or "").endswith("专利申请量"):
        return ((previous or "").replace("申请", "授权"),)
    if phrase.words == "发明专利" and previous in ("专利授权量", "专利申请量"):  # 授权专利89项，其中…
        return (f"发明{previous}",)
    name = _after_figure(phrase, previous, scene) or _named(phrase, quantity, previous, scene)
    if measure == "share" and name == "研发投入" and EARNS.search(scene.left(quantity)):
        return ("研发投入强度",)
    if times := _by_times(name, phrase, quantity):
        return (times,)
    bare_area = quantity.kind == "area" and not name.endswith(("面积", "用地", "占地", "范围", "用海"))
    return (f"{name}面积" if bare_area else name,)


TIMES = ("人次", "批次", "件次", "架次", "班次", "场次", "家次", "户次")
CLASSED = re.compile("[A-DＡ-Ｄ]类$")
PER_PEOPLE = re.compile("每?万人口?(?:均|平均)?(?:拥有量?)?(?:达到?|为)?$")  # 发明专利517件，每万人拥有…件
EACH = re.compile("均|都|双双")
AND = re.compile("[、和与及]")
EARNS = re.compile("GDP|生产总值|营业收入|营收|销售收入|销售额")
OWNERS = (
    "外资",
    "内资",
    "台资",
    "日资",
    "港资",
    "民资",
    "工业",
    "制造业",
    "服务业",
    "农业",
    "产业类",
    "基础设施类",
    "民生类",
)
WHOLES = re.compile(r"[、，,和]?(?:全国|全省|全市|全球|全区|世界|全县)(?:的|占比|比重|份额)*")


def _by_times(name: str, phrase: Phrase, quantity: Quantity) -> str | None:
    """接待客商｜人次, 柔性引才｜人次: what is counted by how often is named by its unit."""
    unit = quantity.unit.lstrip("万")
    if unit not in TIMES or phrase.words.endswith(("项目", "企业")):
        return None
    trips = name == "招商批次" and unit == "人次"  # people are no trips
    return phrase.words + unit if trips or name == f"{phrase.words}数" else None


def _after_counted(quantity: Quantity, scene: Scene) -> str:
    """为62家企业｜担保贷款5.3亿元: what was counted just before is no word of the next figure's name."""
    left = scene.left(quantity)
    counted = scene.read[max(0, scene.left_start(quantity) - 1) : scene.left_start(quantity)] in ("家", "户")
    return FIRMS_FIRST.sub("", left) if counted else left


FIRMS_FIRST = re.compile(r"^(?:中小|小微)?企业(?=[一-鿿]{2})(?!数|总)")


def _own_words(left: str, measure: Measure, lexicon: Lexicon) -> str:
    """What of the words before a share or a gap names it: 高新产业产值｜占…比重."""
    if measure == "share" and WHOLES.fullmatch(left):
        return ""
    known = ending(left, lexicon)
    if known and "占" in known[0]:
        return left  # 全社会研发投入占比｜3.1%
    part = PART.match(left) if measure == "share" or OF_WHOLE.search(left) else None
    if part:
        return part["part"]
    return re.split(r"高于|低于|快于|高出|慢于|领先|跑赢|落后|比", left)[0] if measure == "gap" else left


PART = re.compile(r"[，,、]?(?P<part>.*?)(?:分别)?占(?!地(?!区|方)|有率)")
OF_WHOLE = re.compile("占(?:全|GDP|比)")
IN_PLACE = ("到位资金", "实际到位", "实际到位资金", "到位", "到账", "实际到账")
OF_A_CLASS = re.compile("[ABCDＡＢＣＤ]类|(?:全国|全省|国内|世界|全球)(?:首创|首例|首家|领先)")


def _after_figure(phrase: Phrase, previous: str | None, scene: Scene) -> str | None:
    """国家级2家, 总面积2万平方米: a word that means what was counted just before."""
    if previous == "内资到位资金" and phrase.words == "外资":
        return "实际使用外资"  # 到位内资28亿元、外资5200万美元
    if phrase.words in IN_PLACE and previous:  # 合同内资4亿元，到位资金2亿元
        return "内资到位资金" if "内资" in previous else "实际使用外资" if "外资" in previous else None
    if previous is None or not previous.endswith("数"):
        return None
    if phrase.words in OWNERS and previous.endswith(("项目数", "企业数")):
        return phrase.words + previous[-3:]
    if phrase.words in scene.frame.lexicon.list("level_words") or OF_A_CLASS.fullmatch(phrase.words):
        return phrase.words + _unlevelled(previous, scene.frame.lexicon)
    bare = not re.search(r"[一-鿿]$", re.sub("总|共|合计", "", phrase.before))  # not 封关｜面积
    return previous.removesuffix("数") + "面积" if bare and phrase.words in ("总面积", "面积") else None


def _named(phrase: Phrase, quantity: Quantity, previous: str | None, scene: Scene) -> str:
    """The phrase's name, with the group that acts before it: 新能源汽车产业｜实现｜产值."""
    lexicon = scene.frame.lexicon
    named = name_indicator(phrase, quantity.kind, lexicon)
    group = group_before(phrase.before, lexicon)
    if not group and quantity.kind == "money":
        group = _group_goes_on(scene.left(quantity), previous)
    whole = ending(group + phrase.words, lexicon)
    if group and whole and whole[0] == group + phrase.words:  # 规模以上工业企业｜完成｜总产值
        return whole[1].name
    return group + named if group and not named.startswith(group) else named


def _unlevelled(name: str, lexicon: Lexicon) -> str:
    """市级以上示范基地数 → 示范基地数: what a level of its own is put before."""
    return _levels(lexicon).sub("", name)


@cache
def _levels(lexicon: Lexicon) -> re.Pattern[str]:
    levels = sorted(lexicon.list("level_words"), key=len, reverse=True)
    return re.compile(rf"^(?:{'|'.join(levels)})")


def _shared(words: str, scene: Scene) -> list[str]:
    """数字经济、总部经济规模 → 数字经济规模, 总部经济规模: the last part's head is everyone's."""
    parts = re.split(r"[、和与及]", words)
    head = ending(parts[-1], scene.frame.lexicon)
    tail = (
        head[0]
        if head
        else next(
            (tail for tail in ("规模", "产值", "收入", "投资", "总量", "企业") if parts[-1].endswith(tail)),
            "",
        )
    )
    tail = next((short for short in ("规模", "产值", "收入") if tail.endswith(short)), tail)
    return [part if part.endswith(tail) else part + tail for part in parts]


def _group_goes_on(left: str, previous: str | None) -> str:
    """总部企业实现销售额…、实现税收…: the group that acts goes on through the list."""
    if not previous or previous.endswith("数") or not left.startswith(("实现", "完成", "、实现", "、完成")):
        return ""
    match = re.match(r"(?P<group>.{2,10}?(?:企业|产业|行业|集群))", previous)
    return match["group"] if match and len(match["group"]) < len(previous) else ""


@way(
    confidence=0.9,
    examples={
        "固定资产投资70亿元，增长7.3%。": {"7.3%": "固定资产投资"},
        "出口额占比重达60%、高于全省9个百分点。": {"9个百分点": "出口总额"},
        "上市企业75家，比上年增加23家。": {"23家": "上市企业数"},
        "人均产值从98万元提高到目前的163万元。": {"163万元": "人均产值"},
        "固定资产投资下降2%，工业增加值由负转正，增长4.3%。": {"4.3%": "工业增加值"},
    },
)
def goes_on(quantity: Quantity, scene: Scene, measure: Measure, previous: str | None) -> Names:
    """A change, gap or share without a noun of its own is about the number before it."""
    linked = LINKED.fullmatch(scene.left(quantity).strip())
    if not linked and measure not in ("growth", "gap", "share", "increment"):
        return None
    if previous == "研发投入" and measure == "share" and EARNS.search(scene.left(quantity)):
        return ("研发投入强度",)
    turned = None if linked else _turned(scene.turns(quantity), scene)
    return (turned,) if turned else (previous,) if previous else None


LINKED = re.compile(
    r"[、和与及]|以及|[，,]?(?:已|共|并)?(?:达到?|为|增至|升至)"
    r"|[，,]?(?:提高|提升|增加|增长|压缩|压减|缩短|减少|降低|下降|扩充|扩大|发展|上升|调整|精简|扩展|变|减|降|升)[到至为成]"
    r"(?:了?(?:目前|现在|如今)的)?|的"  # 提高到目前｜的163万元
)
TURNS = re.compile(
    r"(?:由|受|持续|保持|逆势|依然|仍|也|继续|大幅|明显|快速|稳步|稳中|扭|止|企稳|回|首次|增势|势头|表现|较快|更)"
)


def _turned(clause: str, scene: Scene) -> str | None:
    """The indicator that a clause without a number of its own turns to: 出口｜受冲击最大，…."""
    opened = opening(clause.lstrip("其中 "), scene.frame.lexicon)
    return opened[1].name if opened and TURNS.match(clause.lstrip("其中 "), len(opened[0])) else None


TIMED = re.compile(r"(?:时间|时长|周期|用时|时限)$")
REACHES = re.compile(
    r"^(?:、|和|[，,]?(?:压缩|压减|缩短|减少|降低|降|精简|优化)(?:到|至|为)?)(?:目前的|现在的)?$"
)


@way(confidence=0.85, examples={"环评手续从前要层层转报，如今6个工作日就能办好。": {"6个工作日": "审批时限"}})
def of_an_approval(quantity: Quantity, scene: Scene, measure: Measure, previous: str | None) -> Names:
    """A length of time that passed the filter is the time that an approval takes."""
    if quantity.kind != "time":
        return None
    own = left_phrase(scene.left(quantity), scene.frame.lexicon)
    named = own and re.search(r"(?:时间|时长|周期|用时|时限)$", own.words)
    known = own and ending(own.words, scene.frame.lexicon)
    if own and named:
        return (name_indicator(own, quantity.kind, scene.frame.lexicon) if known else own.words,)
    goes = previous and TIMED.search(previous) and REACHES.search(scene.left(quantity))
    return (previous,) if goes and previous else ("审批时限",)


IN_PLACE_BARE = re.compile("[，,、；]?(?:已|其中)?(?:实际)?(?:到位|到账)(?:资金)?")


@way(confidence=0.55, examples={"全区培育高新技术企业，总数已达88家。": {"88家": "高新技术企业数"}})
def clause_before(quantity: Quantity, scene: Scene, measure: Measure, previous: str | None) -> Names:
    """Where the clause names nothing, the noun phrase that ends the clause before it."""
    if previous and IN_PLACE_BARE.fullmatch(scene.left(quantity)) and "资" in previous:
        return ("实际使用外资" if "外资" in previous else "内资到位资金",)
    if previous and scene.follows_figure(quantity):
        return (previous,)  # 突破50亿元大关，达到52亿元
    clause = scene.previous_clause(quantity)
    if previous and re.match(r"(?:受|因|由于|虽|尽管|面对|剔除|扣除|按)", clause):
        return (previous,)  # 受疫情影响，下降3.2%
    phrase = left_phrase(clause, scene.frame.lexicon)
    if phrase is None:
        turned = _turned(scene.turns(quantity), scene)
        return (turned,) if turned else None
    return (name_indicator(phrase, quantity.kind, scene.frame.lexicon),)


@way(
    confidence=0.6,
    examples={
        "向企业兑现260万元奖补资金。": {"260万元": "奖励资金"},
        "当地签下一个12亿元的隔膜项目。": {"12亿元": "项目总投资"},
    },
)
def after_money(quantity: Quantity, scene: Scene, measure: Measure, previous: str | None) -> Names:
    """Money before what it is for: 110万元奖补资金."""
    if quantity.kind in ("count", "rank", "point") or _known_left(quantity, scene):
        return None
    lexicon = scene.frame.lexicon
    if re.match(r"的?(?:一次性|现金|财政|资金){0,2}(?:奖励|奖补|奖金)(?!项目)", scene.right(quantity)):
        return ("奖励资金",)
    if quantity.kind == "money" and A_PROJECT.match(scene.right(quantity)):
        return ("项目总投资",)  # 12亿元的隔膜项目
    phrase = right_phrase(re.sub("^的", "", scene.right(quantity)), lexicon, counted=False)
    return (name_indicator(phrase, quantity.kind, lexicon),) if phrase else None


A_PROJECT = re.compile(r"的[^，,。；;、]{2,20}?项目(?![^，,。；;、]{0,2}[数个])")


@way(confidence=0.7, examples={"投入3.1亿元实施老旧小区改造。": {"3.1亿元": "投入资金"}})
def of_an_outlay(quantity: Quantity, scene: Scene, measure: Measure, previous: str | None) -> Names:
    """投入…亿元实施…: money spent on what is done with it."""
    if quantity.kind != "money":
        return None
    spent = re.search(r"(?:投入|斥资|筹资|拿出|耗资)(?:资金)?$", scene.left(quantity))
    return ("投入资金",) if spent else None


@way(confidence=0.4, examples={"税收总收入19亿元。其中，6亿元留在园区。": {"6亿元": "税收收入"}})
def sentence_before(quantity: Quantity, scene: Scene, measure: Measure, previous: str | None) -> Names:
    """Where nothing near names it, what the number before it was about."""
    return (previous,) if previous else None


def _known_left(quantity: Quantity, scene: Scene) -> bool:
    return left_phrase(scene.left(quantity), scene.frame.lexicon) is not None


WAYS: tuple[Way, ...] = (
    of_a_cluster,
    of_an_area,
    of_a_capacity,
    of_a_line,
    of_an_act,
    of_an_approval,
    of_a_ranking,
    of_a_structure,
    of_a_rate,
    of_jobs,
    of_a_part,
    of_a_relief,
    of_a_grant,
    of_a_gift,
    of_a_fund,
    of_a_stage,
    of_a_class,
    after,
    of_several,
    before,
    goes_on,
    after_money,
    of_an_outlay,
    as_said,
    clause_before,
    sentence_before,
)


def find_indicators(
    quantity: Quantity, scene: Scene, measure: Measure, previous: str | None
) -> tuple[tuple[str, ...], str] | None:
    """The names of what the number is about, and the way that found them; None where nothing does."""
    for each in WAYS:
        if names := each(quantity, scene, measure, previous):
            return names, each.__name__
    return None
