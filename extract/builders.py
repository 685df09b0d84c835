"""Who builds a project: the company that pays for it, or the brand that it is named after."""

from __future__ import annotations

import re

from core.gazetteer import gazetteer
from core.lexicon import Lexicon
from core.words import cut
from extract.firms import COMPANY, OWN, TRADED, TRADES, firm_in, is_coined, leading_firm
from extract.names import STAGE, Name
from extract.places import place_starting
from extract.scene import Scene

FACILITY = re.compile(
    r"(?:项目|工程|路|线|高速|大道|大桥|隧道|桥|客专|高铁|铁路|地铁|互通|枢纽|机场|(?<!香)港|码头|东段|西段|南段|北段|学校|中学|小学"
    r"|幼儿园|校区|医院|公园|广场|中心|基地|总部|园|园区|城|厂|工厂|车间|研究院|实验室|酒店|社区|公寓|综合体|水厂|变电站|泵站|平台|楼|大厦|馆|分区|分园|综合体|生产线|产线|标准厂房)"
    r"(?:[（(][^（）()]*[)）])?$"
)


def company_of(name: Name, scene: Scene) -> str | None:
    """The company in the sentence by its full name; else the brand that the project is named after."""
    plain = name.name.strip("“”")
    if name.kind == "company":
        return plain
    lexicon = scene.frame.lexicon
    if whole := NAMED_IN_FULL.match(plain):
        return whole["firm"]
    if investor := _investor(name, scene) or _builder_behind(name, scene):
        return investor
    plain = PHASE_AT_END.sub("", plain)
    full = [other.name for other in scene.names if other.kind == "company" and other.start < name.start]
    owned = OWNED.search(plain)
    if not owned and (FACILITY.search(plain) or plain.endswith(lexicon.list("zone_forms"))):
        return _brand_of_works(plain, name, scene)
    brand = as_firm(_brand(plain[: owned.start()] if owned else plain, lexicon), name, scene)
    brand = brand or leading_firm(plain, lexicon)
    if brand and _is_parks_own(brand, scene):
        return None
    if brand is None:
        return full[-1] if full else None
    return next((company for company in full if brand in company), brand)


NAMED_IN_FULL = re.compile(  # 岚江精工有限公司｜年产3万吨精铸件项目
    rf"(?P<firm>[一-鿿A-Za-z（）()·]{{2,24}}?{COMPANY})(?=[^，。；]{{2}})(?!项目$)"
)
BEHIND = re.compile(  # …项目，由岚江精工有限公司投资3亿元建设
    rf"[^，,。；;、]{{0,10}}[，,。]?(?:该项目)?由(?P<who>[一-鿿A-Za-z（）()·]{{2,24}}?(?:{COMPANY}|(?:{TRADES})))(?:全资|独资|共同|联合|计划|拟)*(?:投资|出资|承建|建设|打造|实施)"
)


def _builder_behind(name: Name, scene: Scene) -> str | None:
    match = BEHIND.match(scene.read, name.end)
    return match["who"] if match else None


PHASE_AT_END = re.compile(f"(?<=项目){STAGE}$")


def as_firm(brand: str | None, name: Name, scene: Scene) -> str | None:
    """What of a brand can be a firm's name by its form; None where it is a class, a thing or an act."""
    if brand is None:
        return None
    rest = brand
    for mention in scene.mentions:  # 岚江经开区｜远山光电
        park = scene.read[mention.start : mention.end]
        inside = mention.name and name.start <= mention.start < name.end and park.endswith("区")
        rest = rest.removeprefix(park) if inside else rest
    return firm_in(rest, scene.frame.lexicon, whole=rest == brand)


def _brand_of_works(plain: str, name: Name, scene: Scene) -> str | None:
    """The coined brand that an estate or a facility is named after: 远塔｜人工智能产业园."""
    brand = as_firm(_brand(plain, scene.frame.lexicon), name, scene)
    if brand is None or brand == plain or len(brand) > LONGEST_BRAND:
        return None
    return brand if is_coined(brand) and not _is_parks_own(brand, scene) else None


LONGEST_BRAND = 4  # characters of a brand that a facility is named after


def _is_parks_own(brand: str, scene: Scene) -> bool:
    """云泽双创 is named after its park, and after nobody else."""
    main = scene.frame.main
    bodies = (main.body, main.body[-2:]) if main and len(main.body) > 1 else ()
    rest = next((brand.removeprefix(body) for body in bodies if brand.startswith(body)), None)
    return rest is not None and all(tag[0] in "nvb" for _, tag in cut(rest))


INVESTS = re.compile(
    r"(?:^|[，,；;：:。]|[0-9]日|企业|由)(?P<who>[一-鿿A-Za-z0-9·（）()]{2,16}?)"
    r"(?:计划|共同|独资|再|增资|联合)?(?:投资|增资|投建|兴建|签约)[^，。；、]{0,12}?"
    r"(?:元|建设|兴建|打造|签约)?(?:在[^，。；]{1,6})?(?:建设|打造|兴建|签约)?的$"
)
INVESTS_TO_BUILD = re.compile(  # 岚江集团拟投资15亿元，建设｜…物流园
    r"(?:^|[，,；;：:。]|客商|企业|由)(?P<who>[一-鿿A-Za-z·（）()]{3,20}?)(?:拟|计划|将|再|共)*投资[^，,。；;、]{2,12}元[，,]?"
    r"(?:在[^，,。；;]{2,12})?(?:规划)?(?:建设|打造|新建|兴建|投建)$"
)
SIGNS_FOR = re.compile(  # 与岚江电子签下总投资7亿元的｜…项目
    r"与(?P<who>[一-鿿A-Za-z·（）()]{3,20}?)(?:成功|正式)?(?:签下|签订|签约)了?[^，,。；;]{0,16}的$"
)
THIS_FIRM = re.compile(  # 公司年初投资1亿元新建的｜…车间
    r"(?:^|[，,。；;：:])(?:该公司|公司|该企业|企业)[^，,。；;]{0,8}?(?:总)?投资[^，,。；;]{2,14}元[^，,。；;]{0,6}的$"
)
FULL_NAME = re.compile(rf"[一-鿿（）()]{{2,20}}?{COMPANY}")


def _firm_before(read: str) -> str | None:
    """The company that 该公司 means: the last that the paragraph names in full."""
    names = [
        found for sentence in re.split("[，,。；;：:、“”]", read) for found in FULL_NAME.findall(sentence)
    ]
    return re.sub("^.*(?:位于|走进|来到|在|的)", "", names[-1]) if names else None


OF = re.compile(rf"(?:^|[，,；;：:。有、]|企业)(?P<who>[一-鿿A-Za-z·]{{2,8}}(?:{TRADES}))的$")
NO_FIRM = re.compile(
    r"^[0-9与]|[合独]资$|之隔|[市县区省州镇]$|政府|管委会|公司的|项目|方$|园区$"
    r"|^(?:目前|同时|其中|今年|去年|全年|上半年|近日|日前|累计|总|计划|预计|园区|开发区|该|本|我|全|一批|重点|新)"
)


def _investor(name: Name, scene: Scene) -> str | None:
    """Who pays for a project, said before it: 远山集团投资5亿元的｜…项目, 远山生物的｜…项目."""
    lead = scene.read[max(scene.sentence.start, name.start - 44) : name.start]
    if this := THIS_FIRM.search(lead):
        return _firm_before(scene.read[: name.start - len(lead) + this.start()])
    match = INVESTS.search(lead) or INVESTS_TO_BUILD.search(lead) or SIGNS_FOR.search(lead) or OF.search(lead)
    if match is None or NO_FIRM.search(match["who"]):
        return None
    who = re.sub("^.*企业", "", match["who"]).lstrip("由与")
    named = any(
        mention.start <= name.start - len(lead) + match.end("who") - len(who) < mention.end
        for mention in scene.mentions
    )
    known = [
        full for short, full in scene.frame.shorts.items() if short in who or who.removesuffix("公司") in full
    ]
    firm = any(other.kind == "company" and other.name.endswith(who) for other in scene.names)
    proper = firm or known or OF.search(f"{who}的") or any(tag in OWN for _, tag in cut(who))
    return None if named or not proper else known[0] if known else who


OWNED = re.compile(r"(?:项目|总部|基地|工厂|分院|分公司|平台|供应链中心)(?:[（(][^（）()]*[)）])?$")


BEHIND_BRAND = re.compile(r"[—·\-（(].*$")


def _brand(text: str, lexicon: Lexicon) -> str | None:
    """The words before the first that describes: 远山光电｜高端智能制造. None for a place or a thing."""
    if place_starting(text, 0) and len(text) <= 8 and TRADED.search(text):
        return text  # 宁州算力科技
    stops = [text.find(word) for word in lexicon.list("descriptive_words") if word in text]
    brand = text[: min(stops)] if stops else text
    brand = BEHIND_BRAND.sub("", brand)
    if not 2 <= len(brand) <= 10 or brand in gazetteer():
        return None
    things = all(tag[0] in "nvb" for _, tag in cut(brand)) and len(brand) > 4
    trade = next((word for word in lexicon.list("industry_words") if word in brand), None)
    return None if trade and (things or brand.startswith(trade)) else brand  # 汽车线束: a thing
