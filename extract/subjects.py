"""Whom a number is about: the park, a project, a company, an area, a policy, or all parks of a kind."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache

from msgspec import Struct

from core.gazetteer import gazetteer
from core.quantities import Quantity
from extract.firms import SPEAKERS
from extract.mentions import Group, is_aside
from extract.names import Name, find_names, is_specific
from extract.places import province_in_full, provinces
from extract.scene import Frame, Scene


def park_of(quantity: Quantity, scene: Scene, current: str | None) -> str | None:
    """The last park named before the number in its sentence, else the one the text is about."""
    named = [
        mention.name
        for mention in scene.mentions
        if mention.name
        and scene.sentence.start <= mention.start
        and mention.end <= quantity.span.start
        and not is_aside(scene.read, mention)
    ]
    if named:
        return named[-1]
    return current


UNKNOWN = "未知"
KIND = re.compile(
    r"(?=[全国省])(?:全国|全省|全市)?(?:国家级?|省级)"
    r"(?:高新技术产业开发区|高新区|经济技术开发区|经开区|开发区|新区|自贸试验区)"
)


ACTS = r"(?=(?:园区)?(?:数量|总数|共|已|实现|完成|达到|累计|拥有|生产总值|GDP))"


def kind_of(quantity: Quantity, scene: Scene) -> str | None:
    """国家高新区, where all parks of a kind are spoken of: it opens a clause."""
    text = scene.read[scene.sentence.start : quantity.span.end] + scene.right(quantity)[:12]
    if all_parks := ALL_PARKS.search(text):
        return f"{all_parks['region']}{all_parks['name']}"
    if "国家" not in text and "省级" not in text:
        return None
    # in a text about one park, its kind has to act to be meant
    opening = (KIND_ACTS if scene.frame.main else KIND_OPENS).search(text)
    if opening is None or ONE.search(text, 0, opening.start("name")):
        return None
    return f"{opening['area'] or ''}{opening['name']}"


TOGETHER = re.compile(  # 四园合计…, 三个园区共…: the parks of a text taken together
    r"(?:(?<=[，,；;：:。占])|^)(?P<all>(?P<count>[两二三四五六七八九十]|[0-9]{1,2})(?:大|个|家)?(?:产业|工业)?(?:园区|开发区|高新区|经开区|园|区)|各(?:园区|开发区))"
    r"(?=[一-鿿])(?![内外里]|域|别|间|镇)"
)
HAN_COUNT = {"两": 2, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10}


def together_of(quantity: Quantity, scene: Scene) -> str | None:
    """四园, where a text about as many parks speaks of them together, and of none by name after that."""
    count = len(scene.frame.groups)
    if count < FEWEST:
        return None
    said = [
        match
        for match in TOGETHER.finditer(scene.read, scene.sentence.start, quantity.span.start)
        if match["count"] is None or count == (HAN_COUNT.get(match["count"]) or int(match["count"]))
    ]
    named = [each.start for each in scene.mentions if each.name and each.end <= quantity.span.start]
    if not said or any(start > said[-1].end() for start in named):
        return None
    whole = scene.read[said[-1].start() - 1 : said[-1].start()] == "占"  # 占四园总数64家的七成
    told = any(said[-1].end() <= each.span.start < quantity.span.start for each in scene.quantities)
    return None if whole and told else said[-1]["all"]


FEWEST = 2  # parks that a text can speak of together


PARKS_COUNTED = re.compile(
    r"(?P<kind>(?:国家级?|省级)?(?:高新区|经开区|综保区|综合保税区|保税区|经济技术开发区|高新技术产业开发区|开发区|产业园区|工业园区|园区))"
)
AMONG = re.compile(rf"(?P<region>全[国省市州县区]|我[省市]|(?:{'|'.join(provinces())})省?)(?:的|共有?|有)?$")


def counted_of(quantity: Quantity, scene: Scene) -> str | None:
    """Whose parks a number counts: 在全省20家综保区中列第四."""
    kind = PARKS_COUNTED.match(scene.read, quantity.span.end)
    among = AMONG.search(scene.read, scene.sentence.start, quantity.outer.start)
    if quantity.kind != "count" or kind is None or among is None:
        return None
    region = among["region"]
    if region == "全国":
        return kind["kind"]
    known = scene.frame.regions.get(region.replace("我", "全"))
    return known or province_in_full(region.removesuffix("省"))


ALL_PARKS = re.compile(  # 2020年全州12个园区实现…
    r"(?:^|[，,；;：:])[^，,；;：:]{0,8}?(?P<region>全[省市州县盟])(?:的?[0-9]+[个家]|各类|各|所有|的)?(?P<name>(?:省级以上|省级|国家级)?(?:产业|工业)?(?:园区|开发区|高新区|经开区|集聚区))"
    r"(?=(?:共|已|累计|实现|完成|达|拥有|新|有|规|工业|固定|税收|进出口|主营|营业|生产|一般|招商|[0-9]))"
)
ONE = re.compile(r"(?:[这那][个座家]|该|作为|一[个家座])$")  # 这个｜省级开发区
RANKED = "(?!(?:综合|创新)?(?:评价|考核|考评|评估|排名|排行|名单|行列|百强|第|前))"  # 在国家高新区综合评价中
AREA = "(?:东北|[东中西]部)"
KIND_OPENS = re.compile(
    rf"(?:^|[，,；;：:])[^，,；;：:]{{0,8}}?(?P<area>{AREA}地区)?(?:[0-9]+[家个])?(?P<name>{KIND.pattern}){RANKED}"
)
KIND_ACTS = re.compile(KIND_OPENS.pattern + ACTS)


def kind_goes_on(quantity: Quantity, scene: Scene, kind: str | None) -> str | None:
    """The parks spoken of before; where the sentence turns to a part of the country, those: 中部地区63家."""
    part = re.match(rf"(?P<area>{AREA}地区)", scene.read[scene.sentence.start : quantity.span.start])
    return f"{part['area']}{re.sub(f'^{AREA}地区', '', kind)}" if kind and part else kind


def region_of(scene: Scene) -> str | None:
    """The province, city or county that opens a sentence."""
    match = re.match(
        r"“?(?P<region>[一-鿿]{2,6}[省市县区州])", scene.read[scene.sentence.start : scene.sentence.end]
    )
    return match["region"] if match else None


def main_park(groups: Sequence[Group], reads: Sequence[str], title: str | None) -> Group | None:
    """The park an article is mainly about: named in its headline, else the most often named.

    None where the article speaks far more of all parks of a kind (国家级经开区).
    """
    full = "\n".join(reads)

    def weight(group: Group) -> int:
        titled = any(form in (title or reads[0] if reads else "") for form in group.forms)
        return (1000 if titled else 500 if group.signed else 0) + sum(
            full.count(form) for form in group.forms[:1] + group.forms[-1:]
        )

    weighed = [(weight(group), -index, group) for index, group in enumerate(groups)]
    best = max(weighed, key=lambda entry: entry[:2], default=None)
    if best is None or best[0] <= 0:
        return None
    of_all = [match.start() for match in KIND.finditer(full)]
    first = min((full.find(form) for form in best[2].forms if form in full), default=0)
    of_a_kind = len(of_all) > max(2, best[2].count) and of_all[0] < first
    return None if of_a_kind and best[0] < 1000 else best[2]


PROJECT_MONEY = (
    "项目总投资", "产值", "税收", "产能", "用地面积", "建筑面积", "规划面积", "注册资本", "年度投资",
    "从业人员数",
)  # fmt: skip
FOLLOWS = 12  # characters between 总投资20亿元的 and the project's name


@cache
def _region() -> re.Pattern[str]:
    """A clause that opens with a province or city, or with 全市, and not with the parks in it."""
    return re.compile(
        r"^(?:而|但|其中|同期|同时|当年|去年|今年|全年|上半年|前三季度"
        r"|[0-9]{4}年(?:[上下]半年|前?[一二三四]季度)?|[，,、\s])*"
        rf"(?P<region>全[市省县州]|[一-鿿]{{2,3}}(?:省|市|自治区|地区)(?!场)|[一-鿿]{{2,4}}全[市县州]|{'|'.join(provinces())})"
        r"(?!.{0,8}(?:开发区|高新区|经开区|新区|园|第|排名|前))"
    )


def territory_of(quantity: Quantity, scene: Scene, indicator: str) -> str | None:
    """The province or city whose own figure it is: 同期全市地区生产总值增长6.2%."""
    said = _region_said(quantity, scene)
    if said is None or indicator not in MACRO:
        return None
    region = re.sub("全[市县州]$", "", said) or said
    return scene.frame.regions.get(said, region)


def _region_said(quantity: Quantity, scene: Scene) -> str | None:
    start, _ = scene.clause(quantity)
    said = _region().match(scene.read[start : quantity.span.start])
    if said is None:
        return None
    region = said["region"]
    stem = re.sub("全[市县州]$", "", region)
    if stem and stem != region:  # 宜春全市, not 位居全市
        return region if stem in gazetteer() else None
    if region.endswith("地区") and region not in gazetteer():
        return None
    return None if not region or re.search("[列居位增高低比]|.全", region) else region


def without_region(indicator: str, quantity: Quantity, scene: Scene) -> str:
    """重庆市｜进出口总额: what is measured, without the territory that it is of."""
    region = _region_said(quantity, scene)
    plain = re.sub(rf"^(?:同期)?{re.escape(region)}(?:的)?", "", indicator) if region else indicator
    return plain if plain in MACRO else indicator


NOW = (  # what may stand before a reference: 前三季度｜公司…
    r"^(?:目前|眼下|当前|今天|截至目前|如今|现在|据悉|据了解|据介绍|去年|今年|今年以来|上半年|前[一二三四]季度|[一二三四]季度"
    r"|[0-9]{4}年(?:度|以来|上半年|前[一二三四]季度|底)?|到[0-9]{4}年底?|前[0-9]{1,2}个月|由|为|随着)*[，,]?"
)
NOT_THE_PROJECT = (  # 项目方面, 项目审批: projects at large
    "建设|化|审批|数|总数|库|单位|落地|签约|谋划|服务|申报|引进|入驻|招引|推进|用地保障|方面|层面|上|摘牌|备案|全流程|全生命周期"
    "|前期|管家|秘书|专班|专员|经理|包保|为王|攻坚|会战|带动|支撑|集群|招商|引育|质量|储备|结构|总量|集中|观摩|调度|融资|报建|从"
)
AREAS_MEANT = "基地|园(?!区)|中心|产业园|科技园|研究院|院|创新港|平台|产业城|片区|合作园|协会|联盟|基金"
REFERENCES = (  # how a clause refers back, and to what kind of name
    ("company", re.compile(NOW + r"(?:该企业|该公司|这家企业|公司)")),
    ("project", re.compile(NOW + rf"(?:该项目|此项目|这个项目|项目(?!{NOT_THE_PROJECT})|首期|一期|二期)")),
    ("zone", re.compile(NOW + rf"该(?:{AREAS_MEANT})")),
    ("any", re.compile(NOW + r"其(?!中|他|余|实)")),
    (
        "policy",
        re.compile(NOW + r"(?:该办法|该政策|该方案|该意见|该措施|《|[^，]{0,8}(?:放款|授信|发放贷款))"),
    ),
)
GRANTED = re.compile(
    r"补助|补贴|奖励|奖补|资助|贴息|按[^，。；]{2,12}(?:收取|返还|减免)|(?:单个|每[家户人])[^，。；]{0,8}(?:最高|不超过|最多)"
)
PAID_OUT = re.compile(r"已|累计(?!最高|不超过)|兑现|兑付|拨付|获得|拿到|领[取到]|去年|全年|上半年|发放了")
RULED = re.compile(r"原则上|(?<!安排)不得?(?:少|低)于|应不少于|一次性|给予")  # what a measure rules or gives
CONDITION = re.compile(
    r"给予|奖励|补贴|最高|列支|安排|原则上|不少于|不低于|部门|事项|环节|阶段|举措|方面|资助"
)
MACRO = (  # of a territory or a park, never of a project or a company
    "地区生产总值", "规上工业总产值", "工业增加值", "规上工业增加值", "固定资产投资", "工业投资",
    "一般公共预算收入", "财政收入", "社会消费品零售总额", "进出口总额", "出口总额", "进口总额",
    "实际使用外资", "签约项目数", "开工项目数", "竣工项目数", "签约项目总投资", "市场主体数", "技工贸总收入",
    "招商引资到位资金", "规上工业企业数", "审批事项数", "审批时限",
)  # fmt: skip


OFFICIAL = (  # what a park counts or does, never a project or a company
    "服务企业数", "服务项目数", "解决问题数", "高新技术企业数", "科技型中小企业数", "专精特新企业数",
    "专精特新小巨人企业数", "上市企业数", "招商批次", "项目数", "在谈项目数", "投产项目数", "落地项目数",
    "规上企业数", "外资项目数", "重大项目数", "供地面积", "税收收入", "独角兽企业数", "瞪羚企业数",
    "工业总产值", "高新技术产业产值", "战略性新兴产业产值", "规上工业营业收入", "制造业投资", "基础设施投资",
    "高技术产业投资", "数字经济规模", "内资到位资金", "专利授权量", "标准厂房面积", "建成区面积",
)  # fmt: skip


class Told(Struct, frozen=True):
    """What earlier sentences leave to a later one: the last name of each kind, and the paragraph's topic."""

    names: Mapping[str, Name]
    topic: Name | None
    speaker: Name | None = None  # the company whose man speaks in the paragraph


def speaker_of(read: str, frame: Frame) -> Name | None:
    """The company that the first man quoted in a paragraph speaks for: “我们…，”远山光电董事长说."""
    if "“" not in read or not SPEAKS.search(read):
        return None
    firms = (name for name in find_names(read, frame.lexicon, frame.shorts) if name.kind == "company")
    return next((name for name in firms if SPEAKS.match(read, name.end)), None)


SPEAKS = re.compile(f"(?:的)?(?:联合)?(?:{SPEAKERS})")
FIRST_PERSON = re.compile(
    r"(?:^|[，,。；“])[^，,。；“”]{0,8}?(?:我们|我司|咱们|我公司)(?!区|市|县|国|省|园|开发区|管委会|高新区|经开区)"
)


def subject_of(quantity: Quantity, scene: Scene, indicator: str, told: Told) -> Name | None:
    """The project, company, area or policy that the number is about; None where it is the park itself."""
    return (
        _respective(quantity, scene)
        or _bracketed(quantity, scene)
        or _following(quantity, scene, indicator)
        or _acting(quantity, scene, indicator)
        or _spoken(quantity, scene, told.speaker)
        or _referred(quantity, scene, told.names)
        or _topical(quantity, scene, indicator, told.topic)
    )


def _spoken(quantity: Quantity, scene: Scene, speaker: Name | None) -> Name | None:
    """我们去年产值突破5亿元: said by a company's man."""
    said = scene.read[scene.sentence.start : quantity.outer.start]
    return speaker if speaker and FIRST_PERSON.search(said) else None


def _bracketed(quantity: Quantity, scene: Scene) -> Name | None:
    """远山片区（12平方公里）: what stands in brackets is of the name before them."""
    opened = max(scene.read.rfind(mark, scene.sentence.start, quantity.outer.start) for mark in "（(")
    if opened < 0 or re.search("[）)]", scene.read[opened : quantity.outer.start]):
        return None
    return next((name for name in scene.names if name.end == opened and name.kind != "policy"), None)


def _following(quantity: Quantity, scene: Scene, indicator: str) -> Name | None:
    """总投资20亿元的｜远山基地项目; 面积1.1万平方米的｜交易中心."""
    follows = ATTRIBUTES.match(scene.read, quantity.span.end, scene.sentence.end)
    if indicator == "项目总投资" and not follows:
        follows = BUILDS.match(scene.read, quantity.span.end, scene.sentence.end)
    if not follows or indicator in MACRO or quantity.kind == "count":
        return None
    names = [name for name in scene.names if 0 <= name.start - follows.end() <= FOLLOWS]
    return next((name for name in names if name.kind != "company"), None)


BUILDS = re.compile(  # 投资5亿元建设…基地; 投资15亿元，建设…物流园
    "(?:以上|左右)?(?:投资)?(?:在区内|在园区)?(?:(?:新建|兴建|建设|投建|打造|建)|[，,](?:建设|打造|兴建)(?!的))(?:一[个座条])?"
)
ATTRIBUTES = re.compile(  # 总投资18亿元、年产5万吨的, 投资9亿元打造的
    r"(?:[（(][^（）()]*[)）])?(?:、[^，。；：、的]{2,12})*(?:在区内|共同|联合)?(?:建设|打造|兴建|引进)?的"
)


def _acting(quantity: Quantity, scene: Scene, indicator: str) -> Name | None:
    """The last name before the number that heads a clause, unless a park heads a later one."""
    read, stop = scene.read, quantity.span.start
    part = max(read.rfind(mark, scene.sentence.start, stop) for mark in "；;")  # each part has its own
    acting = [
        name
        for name in scene.names
        if part <= name.start
        and name.end <= stop
        and (is_specific(name, scene.frame.lexicon) or (name.kind == "zone" and CARRIED.search(indicator)))
        and _acts(name, quantity, scene, indicator)
    ]
    if not acting:
        return None
    parks = [mention.start for mention in scene.mentions if mention.name and mention.end <= stop]
    if any(start > acting[-1].end and read[start - 1] in "，,；;。" for start in parks):
        return None
    return _built_by(acting[-1], quantity, scene) or acting[-1]


CARRIED = re.compile("在孵|毕业企业|孵化|入孵|科技成果转化|转化科技成果")  # what only a carrier has
BUILT = re.compile("(?:建设|新建|兴建|打造|投建|实施)(?:一[个座条])?(?:的|了)?$")


def _built_by(firm: Name, quantity: Quantity, scene: Scene) -> Name | None:
    """某公司投资15亿元，建设云泽物流园，项目占地580亩: what a firm builds owns what is told behind it."""
    if firm.kind != "company":
        return None
    built = [
        name
        for name in scene.names
        if name.kind in ("project", "zone") and firm.end < name.start and name.end < quantity.span.start
    ]
    start, _ = scene.clause(quantity)
    if not built or built[-1].end >= start:
        return None
    return built[-1] if BUILT.search(scene.read, firm.end, built[-1].start) else None


def _referred(quantity: Quantity, scene: Scene, last: Mapping[str, Name]) -> Name | None:
    if not last:
        return None
    clauses = CLAUSES.split(scene.read[scene.sentence.start : quantity.outer.end])
    heads = [clause.lstrip("“ ") for clause in clauses]
    for kind, pattern in REFERENCES:
        if kind in last and any(map(pattern.match, heads)):
            return last[kind]
    ruled = clauses[-1] + scene.right(quantity)
    if "policy" in last and (
        RULED.search(clauses[-1]) or (GRANTED.search(ruled) and not PAID_OUT.search(ruled))
    ):
        return last["policy"]
    zone = last.get("zone")
    means = _means(zone.name) if zone else None
    return zone if means and any(map(means.match, heads)) else None


CLAUSES = re.compile("[，,；;：:]")


SHORTENED = (
    "协会", "联盟", "平台", "中心", "研究院", "合作园", "产业园", "科创园", "片区", "基金", "街区", "小镇",
)  # fmt: skip


@lru_cache(maxsize=256)
def _means(name: str) -> re.Pattern[str] | None:
    """A clause that takes up a name by its last word: 协会组织…, 这座去年投运的中心…."""
    word = next((word for word in SHORTENED if name.endswith(word)), None)
    if word is None:
        return None
    return re.compile(NOW + rf"(?:这[座个家条片][^，]{{0,12}})?{word}(?=[一-鿿])(?!建设|化|地)")


def _topical(quantity: Quantity, scene: Scene, indicator: str, topic: Name | None) -> Name | None:
    """The paragraph's topic, where the sentence turns to no park and the figure is none of a park's own."""
    if topic is None or indicator in MACRO or _turns(scene, quantity.span.start):
        return None
    if PART.search(scene.read, scene.sentence.start, quantity.span.start):
        return None
    if topic.kind in ("project", "company") and (indicator in OFFICIAL or OF_PROJECTS.search(indicator)):
        return None
    return topic


PART = re.compile("[；;]")
OF_PROJECTS = re.compile(
    "(?:签约|开工|竣工|投产|在建|落地|重点|重大|亿元以上|续建|储备|洽谈|引进)项目(?:数|总投资)$"
)


def _turns(scene: Scene, stop: int) -> bool:
    """Whether the sentence names or refers to a park before a place."""
    return any(mention.start < stop for mention in scene.mentions)


def topic_of(scene: Scene, topic: Name | None) -> Name | None:
    """What the paragraph is about after a sentence: a name that heads it, nothing once it turns to a park."""
    heads = [
        name
        for name in scene.names
        if name.kind in ("project", "zone", "company")
        and not SPOT.match(scene.read, name.end)
        and is_specific(name, scene.frame.lexicon)
        and (_opens(name, scene) or _described(name, scene))
    ]
    if heads:
        return heads[-1]
    return None if _turns(scene, scene.sentence.end) else topic


SPOT = re.compile(  # 在远山项目现场举行: a place, not what is told of
    "(?:施工|建设|项目|开工|生产)?(?:现场|工地)|门口|门前|旁|对面|附近|一侧|以[东西南北]|交[口汇界叉]"
)
CLAUSE_MARK = re.compile("[，,；;。：:]")


def _rest_of_clause(read: str, start: int) -> str:
    """The text from a place up to the next mark."""
    mark = CLAUSE_MARK.search(read, start)
    return read[start : mark.start() if mark else len(read)]


LED_TO = re.compile(r"(?:^|[，,。；;：:])(?:走进|来到|步入|走入|在|位于[^，。；]{1,10}的)$")
HEADS = ("", "，", ",", "；", ";", "：", ":", " ", "“", "▶", "◎")


NUMBERED = re.compile(
    r"\s*(?:[（(][0-9一二三四五六七八九十]{1,3}[)）]|[0-9]{1,2}[.．、]|[一二三四五六七八九十]{1,2}、|[①-⑳●◆■▶►])\s*"
)


def _opens(name: Name, scene: Scene) -> bool:
    """A name at the head of a clause that is no list: 远山基地项目总投资…."""
    read = scene.read
    before = read[max(scene.sentence.start, name.start - 1) : name.start]
    if NUMBERED.fullmatch(read, scene.sentence.start, name.start):
        before = ""
    after = read[name.end : name.end + 1]
    own = _rest_of_clause(read, name.end)
    led = read[max(scene.sentence.start, name.start - 16) : name.start]
    starts = before in HEADS or led.endswith("其中") or (bool(LED_TO.search(led)) and after in ("，", ","))
    return starts and after not in ("、", "和", "与", "等", "内", "的") and "等" not in own[:12]


GOAL = re.compile(r"(?<!^)作为|打造|建设|建成|成为|推进|创建|迈向|获评|获批|入选")


def _described(name: Name, scene: Scene) -> bool:
    """A name with what is said of it before: 今年9月开业的｜某某中心; 链条的起点，是｜某某项目."""
    clause = re.split(r"[，,；;。：:]", scene.read[scene.sentence.start : name.start])[-1]
    after = scene.read[name.end : name.end + 1]
    return (
        clause.endswith(("的", "是"))
        and not GOAL.search(clause)
        and after not in ("、", "和", "与", "等", "的")
    )


def _respective(quantity: Quantity, scene: Scene) -> Name | None:
    """总投资分别为5亿元和8亿元的A项目和B项目: to each sum its project."""
    start, end = scene.clause(quantity)
    marker = scene.read.find("分别", start, quantity.span.start)
    if marker < 0:
        return None
    listed = [each for each in scene.quantities if marker < each.span.start and each.span.end <= end]
    names = [name for name in scene.names if listed[-1].span.end <= name.start < end]
    return names[listed.index(quantity)] if len(names) >= len(listed) > 1 else None


GIVES = re.compile(r"放款|放贷|授信|惠企|兑付|兑现|发放|惠及|支持|受理|减免|贷款|撬动|扩容")
AIMED = re.compile("^到20[0-9]{2}年|力争|目标")
LENT = re.compile(r"(?:贷|券|基金|名单|资金)”?$")


def _brought(name: Name, quantity: Quantity, scene: Scene, indicator: str) -> bool:
    """What a loan, fund or measure gave: “云帆贷”全年放款3亿元，惠及企业23家."""
    read, stop = scene.read, quantity.span.start
    if indicator in MACRO or indicator in OFFICIAL:
        return False
    if any(name.end <= mention.start < stop for mention in scene.mentions):
        return False
    if AIMED.search(read[scene.clause(quantity)[0] : stop]):  # 到2027年产业规模达300亿元: the park's aim
        return False
    before = read[max(scene.sentence.start, name.start - 1) : name.start]
    owns = before in (*HEADS, "的") or LENT.search(name.name)
    return bool(owns and GIVES.search(read, name.end, quantity.span.end + 4))


def _acts(name: Name, quantity: Quantity, scene: Scene, indicator: str) -> bool:
    """Whether the number can be a name's: it heads a clause or is described; no figure of a park's own."""
    read = scene.read
    start, end = scene.clause(quantity)
    if name.kind == "policy":
        return bool(CONDITION.search(read[start:end])) or _brought(name, quantity, scene, indicator)
    if SPOT.match(read, name.end):
        return False
    own = _rest_of_clause(read, name.end)
    listed = start > name.end and bool(re.search("、|等", own))  # one of many, said of in its own clause only
    if (
        name.kind == "project"
        and indicator in PROJECT_MONEY
        and read[name.end : name.end + 1] not in ("、", "等")
    ):
        return True
    return indicator not in MACRO and not listed and (_opens(name, scene) or _described(name, scene))
