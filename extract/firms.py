"""What a company may be called: the one judge of firms by the form of their names.

Three forms are known: a full name that ends in 公司 or 集团; a coined stem before a word of trade (云帆传感);
and a stem alone, where the text tells whose it is. What holds a measure, a quote, an estate, a level or an
act is no firm, whatever stands around it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from core.gazetteer import gazetteer
from core.lexicon import Lexicon
from core.words import cut
from extract.places import place_starting

COMPANY = (
    r"(?:有限责任公司|股份有限公司|集团有限公司|有限公司|控股集团|集团公司|集团"
    r"|(?<![该子分总母家各类等市])公司)"
)
COMPANY_OPENS = "有股集控公"  # the characters that COMPANY begins with
TRADES = (  # what a firm's short name may end in
    "科技|电子|医疗|医药|药业|生物|纺织|能源|新能源|光电|半导体|机械|装备|重工|材料|新材|新材料|化工|股份|食品|汽车|信息"
    "|软件|智能|智造|环保|钢铁|铝业|乳业|物流|航空|精密|激光|储能|微电子|集成|机器人|光学|精工|重科|电驱|电气|电器|家居|服饰"
    "|传感|芯片|芯|封测|测控|动力|电池|制药|酒业|茶业|农业|牧业|纸业|石化|轮胎|玻璃|陶瓷|家纺|服装|鞋业|轴承|电缆|阀门|泵业"
    "|模具|基因|诊断|器械|铜业|锂业|硅业|钛业|镁业|管业|化纤|稀土|磁材|新能|能科|数科|微电|微纳|智驾|智联|航天|船舶|机床|电机|机电"
    "|糖业|粮油|饲料|种业|印染|制衣|声学"
)
SPEAKERS = "创始人|董事长|董事|总经理|副总|负责人|首席|总裁|厂长|工程师|相关负责人|生产车间|车间|厂区|厂房"
PROPER = ("x", "eng", "nz", "nr", "nrt", "nrfg", "nt", "ns", "j")  # tags of proper nouns
OWN = tuple(tag for tag in PROPER if tag not in ("ns", "j"))  # … that are no place and no abbreviation
TRADED = re.compile(f"(?:{TRADES})$")

# -- what is no firm --------------------------------------------------------------------------------

NO_FIRMS = re.compile(
    r"[0-9]+[余多]?(?:万|亿|亩|个|家|项|条|座|平方|公里|米|吨|台|套|人|户|元|年|月|日|%)"  # 占地170余亩
    r"|^[0-9.]+$"
    r"|[“”《》（）()的、，]|项目|园区"
    r"|^(?:开发区|高新区|经开区|临[港空江海]$|滨[海江湖]$|沿[海江]$|第[一二三四五六七八九十0-9]|新(?:开工|建|增|签|引进|上马|投产)|总.$|区内|市内|省内|国内|全[国省市区县]|[国省市]级)"
    r"|(?:谷|苑|镇|村|街道|新城|片区|组团|社区|口岸|开发区|高新区|经开区|自贸区|保税区|综保区)$"
    r"|^(?:中国|全国|国家|东盟|亚太|亚洲|欧洲|世界)$"
)
PRODUCTS = re.compile(  # 聚甲醛, 油页岩: what is made
    "..(?:[甲乙丙丁苯酚醛酮醇烯烷酸碱盐胺酯氨钠钾钙镁钛钨钼钒镍锰岩矿煤焦棉麻革瓶膜箱片]|[负正]极材料|扩能|扩产|技改|加工|制品|设备|装置|产品)$"
)


def is_no_firm(text: str, lexicon: Lexicon) -> bool:
    """Whether words have the form of something else: a measure, a quote, an estate, a level, a product."""
    if NO_FIRMS.search(text) or text in lexicon.list("product_letters"):
        return True
    return bool(PRODUCTS.search(text)) or text in lexicon.list("product_words")


# -- what may be one --------------------------------------------------------------------------------

CALLED = re.compile("^.*(?:企业|项目|公司|集团)(?=[^、，]{2})")  # 港资项目｜远山液晶
INDUSTRIAL = re.compile("(?<=^[一-鿿]{2}[^产行工农企就创商作专]业).+")  # 绿野糖业｜番茄制品
LED_BY = ("p", "u", "uj", "c")
BESIDE = re.compile(r"[京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川蜀黔滇藏陕甘青宁新][东西南北中]部?")
COMMON = "省市县区国全新老大小总中上下本各多双第"  # characters that make no name of a word beside them
FIRM_ENDS = re.compile(rf"(?:{TRADES}|[堂坊斋]|..中国|(?<![产行工农企就创商作专])业)$")


def firm_in(brand: str, lexicon: Lexicon, *, whole: bool = True) -> str | None:
    """What of a brand can be a firm's name by its form; None where it is a class, a thing or an act.

    It is not `whole` where words were taken off before it: a noun that is left is then no name.
    """
    shown, brand = brand, INDUSTRIAL.sub("", CALLED.sub("", brand))
    parts = cut(brand)
    first = max((place for place, (_, tag) in enumerate(parts, 1) if tag in LED_BY), default=0)
    while first < len(parts) - 1 and parts[first][1] == "v" and len(parts[first][0]) > 1:
        first += 1  # 迎来｜远山光电
    parts = parts[first:]
    while len(parts) > 1 and parts[-1][1] == "ns" and parts[-1][0] in gazetteer():
        parts = parts[:-1]  # 远山光电｜宁州
    firm = "".join(word for word, _ in parts)
    if len(firm) < 2 or is_no_firm(firm, lexicon) or not _is_proper(parts):
        return None
    cropped = not whole or len(firm) < len(shown)
    return None if cropped and parts[0][1] in ("n", "a") and len(parts) == 1 else firm


def leading_firm(name: str, lexicon: Lexicon) -> str | None:
    """The coined word that a project begins with, with its place and its trade: 宁州远野光电｜刀片电池.

    None where what follows it is coined as well, for then its end is not to be told.
    """
    parts = cut(name)
    first = 1 if len(parts) > 1 and parts[0][1] == "ns" and parts[0][0] in gazetteer() else 0
    word, tag = parts[first]
    if tag not in OWN or not 2 <= len(word) <= 4 or not re.fullmatch("[一-鿿]+", word):
        return None
    end = first + 1
    if end < len(parts) and TRADED.fullmatch(parts[end][0]):
        end += 1
    if end < len(parts) and parts[end][1] in OWN:
        return None
    firm = "".join(each for each, _ in parts[:end])
    return None if is_no_firm(firm, lexicon) or firm == name else firm


def _is_proper(parts: Sequence[tuple[str, str]]) -> bool:
    """Whether words hold a proper noun, a character of its own or a firm's ending; or are one alone."""
    named = any(
        tag in PROPER and word not in gazetteer() and not BESIDE.fullmatch(word) for word, tag in parts
    )
    own = len(parts) in (2, 3) and any(len(word) == 1 and word not in COMMON for word, _ in parts)
    alone = len(parts) == 1 and len(parts[0][0]) == 2 and parts[0][1] in ("n", "a")  # 浪潮
    return named or own or alone or bool(FIRM_ENDS.search("".join(word for word, _ in parts)))


def is_coined(stem: str) -> bool:
    """Whether a stem is no word of the language and no place: all of it is unknown or looks like a name."""
    return not place_starting(stem, 0) and all(tag in OWN for _, tag in cut(stem))


def falls_apart(stem: str) -> bool:
    """Whether a stem of two characters is no word: it falls apart, or is coined."""
    return len(cut(stem)) > 1 or is_coined(stem)


# -- firms that a text calls by a coined name alone -------------------------------------------------

NAMING = r"(?:叫做?|名叫|名为|企业|公司|厂商|龙头|集团旗下的?|客商)“?"
DOES = (
    rf"(?:的)?(?:{SPEAKERS})|(?:也|已|又|今年|去年|年内|成功|先后)*(?:入选|获评|融资|完成(?:[A-F]\+?轮|数?[千百亿]|股改|注册|上市)|成立于|创立于"
    r"|专注|主营|自主研发|员工|现有员工|申请[^，。]{0,6}专利|拥有[^，。]{0,6}专利|增资|扩产|挂牌新三板|上市|投资[0-9]|总投资|年产|做的是|主要生产|主打)"
)
NAMED = re.compile(
    rf"(?:{NAMING}(?P<called>[一-鿿]{{2,3}}?(?:{TRADES}))(?=[，,。；;、”（(]|$))"
    rf"|(?P<doing>[一-鿿]{{2,3}}?(?:{TRADES}))(?={DOES})"
)
NO_STEM = re.compile(
    "^(?:新型|高端|智能|现代|绿色|先进|精细|数字|生物|有色|航空|精密|新|大|小|全|各|该|本|我|其|的|和|与|在)|[的和与及等级型类家区市县省]"
)
STEM = 2  # characters of a coined stem


def coined_firms(reads: Iterable[str]) -> dict[str, str]:
    """Companies by coined names, and the stems that alone mean them, each with its full name.

    The text says once of each that somebody speaks for it, that it is called so, raises money or employs
    people; its stem alone then means it as well.
    """
    text = "\n".join(reads)
    found: dict[str, str] = {}
    for match in NAMED.finditer(text):
        name = match["called"] or match["doing"]
        stem = TRADED.sub("", name)
        if stem == name or len(stem) != STEM or NO_STEM.search(stem) or not falls_apart(stem):
            continue
        found[name] = name
        if text.count(stem) > text.count(name) + 1 and stem not in gazetteer():
            found[stem] = name
    return found


# -- short names of firms that a text names in full -------------------------------------------------

SHORT = re.compile(
    r"^(?P<core>.+?)(?:[（(][一-鿿]{2,6}[)）])?"
    rf"(?:{TRADES}|实业|产业|网络|数据|投资|建设|发展|控股|制造|技术|仪器|科学|置业)*"
    r"(?:股份|集团|有限责任|有限)*(?:公司|集团)$"
)


def short_names(companies: Iterable[str]) -> dict[str, str]:
    """Short names that a text may use for companies it names in full: 远山光电 → 宁州远山光电材料有限公司."""
    shorts: dict[str, str] = {}
    for company in sorted(set(companies), key=len):
        match = SHORT.match(company)
        core = match["core"] if match else ""
        place = place_starting(core, 0)
        core = core.removeprefix(place) if place else core
        for length in (4, 3):
            short = company[company.find(core) :][:length] if core else ""
            if len(short) == length and short not in gazetteer():
                shorts.setdefault(short, company)
    return shorts
