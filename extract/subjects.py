"""Whom a number is about: the park, a project, a company, an area, a policy, or all parks of a kind."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from core.quantities import Quantity
from extract.names import Name, is_specific
from extract.parks import Group
from extract.scene import Scene

LIKENS = re.compile(r"(?:比|较|高于|低于|超过|学习|借鉴|复制|对标|来自|源自|联合|与)$")


def park_of(quantity: Quantity, scene: Scene, current: str | None) -> str | None:
    """The last park named before the number in its sentence, else the one the text is about."""
    named = [
        mention.name
        for mention in scene.mentions
        if mention.name
        and scene.sentence.start <= mention.start
        and mention.end <= quantity.span.start
        and not LIKENS.search(scene.read[max(0, mention.start - 3) : mention.start])
    ]
    if named:
        return named[-1]
    return current


UNKNOWN = "未知"
KIND = re.compile(
    r"(?:全国|全省|全市)?(?:国家级?|省级)"
    r"(?:高新技术产业开发区|高新区|经济技术开发区|经开区|开发区|新区|自贸试验区)"
)


ACTS = r"(?=(?:园区)?(?:数量|总数|共|已|实现|完成|达到|累计|拥有|生产总值|GDP))"


def kind_of(quantity: Quantity, scene: Scene) -> str | None:
    """国家高新区, where all parks of a kind are spoken of: it opens a clause."""
    text = scene.read[scene.sentence.start : quantity.span.end] + scene.right(quantity)[:12]
    acts = ACTS if scene.frame.main else ""  # in a text about one park, its kind has to act to be meant
    opening = re.search(rf"(?:^|[，,；;：:])[^，,；;：:]{{0,8}}(?P<name>{KIND.pattern}){acts}", text)
    return opening["name"] if opening else None


def region_of(scene: Scene) -> str | None:
    """The province, city or county that opens a sentence."""
    match = re.match(
        r"“?(?P<region>[一-鿿]{2,6}[省市县区州])", scene.read[scene.sentence.start : scene.sentence.end]
    )
    return match["region"] if match else None


def main_park(groups: Sequence[Group], reads: Sequence[str], title: str | None) -> Group | None:
    """The park an article is mainly about: named in its headline, else the most often named."""
    full = "\n".join(reads)

    def weight(group: Group) -> int:
        titled = any(form in (title or reads[0] if reads else "") for form in group.forms)
        return (1000 if titled else 0) + sum(full.count(form) for form in group.forms[:1] + group.forms[-1:])

    weighed = [(weight(group), -index, group) for index, group in enumerate(groups)]
    best = max(weighed, key=lambda entry: entry[:2], default=None)
    return best[2] if best and best[0] > 0 else None


PROJECT_MONEY = (
    "项目总投资", "产值", "税收", "产能", "用地面积", "建筑面积", "规划面积", "注册资本", "年度投资",
    "从业人员数",
)  # fmt: skip
FOLLOWS = 12  # characters between 总投资20亿元的 and the project's name
NOW = r"^(?:目前|如今|现在|据悉|据了解)?[，,]?"
REFERENCES = (  # how a clause refers back, and to what kind of name
    ("company", re.compile(NOW + r"(?:该企业|该公司|这家企业|公司)")),
    ("project", re.compile(NOW + r"(?:该项目|此项目|这个项目|项目(?!建设|化)|首期|一期|二期)")),
    ("zone", re.compile(NOW + r"该(?:基地|园(?!区)|中心|产业园|科技园|研究院|创新港|平台|产业城|片区)")),
    ("any", re.compile(NOW + r"其(?!中|他|余|实)")),
    (
        "policy",
        re.compile(
            NOW + r"(?:该办法|该政策|该方案|该意见|该措施|《)"
            r"|.*(?:原则上|不得低于|应不少于|一次性|最高给予|给予)"
        ),
    ),
)
CONDITION = re.compile(r"给予|奖励|补贴|最高|列支|安排|原则上|不少于|不低于|部门|事项|环节|阶段|举措|方面")


def subject_of(quantity: Quantity, scene: Scene, indicator: str, last: Mapping[str, Name]) -> Name | None:
    """The project, company, area or policy that the number is about; None where it is about the park itself.

    `last` holds the last name of each kind, to which a clause may refer (该项目, 公司, 其).
    """
    return (
        _following(quantity, scene, indicator)
        or _respective(quantity, scene)
        or _acting(quantity, scene, indicator)
        or _referred(quantity, scene, last)
    )


def _following(quantity: Quantity, scene: Scene, indicator: str) -> Name | None:
    """总投资20亿元的｜远山基地项目."""
    follows = re.match(r"(?:[（(][^（）()]*[)）])?的", scene.read[quantity.span.end :])
    if not follows or indicator not in (*PROJECT_MONEY, "载体面积"):
        return None
    names = [name for name in scene.names if 0 <= name.start - quantity.span.end <= FOLLOWS]
    return next((name for name in names if name.kind != "company"), None)


def _acting(quantity: Quantity, scene: Scene, indicator: str) -> Name | None:
    """The last name before the number that heads a clause, unless a park heads a later one."""
    read, stop = scene.read, quantity.span.start
    acting = [
        name
        for name in scene.names
        if name.end <= stop
        and is_specific(name, scene.frame.lexicon)
        and _acts(name, quantity, scene, indicator)
    ]
    if not acting:
        return None
    parks = [mention.start for mention in scene.mentions if mention.name and mention.end <= stop]
    return (
        None
        if any(start > acting[-1].end and read[start - 1] in "，,；;。" for start in parks)
        else acting[-1]
    )


def _referred(quantity: Quantity, scene: Scene, last: Mapping[str, Name]) -> Name | None:
    clauses = re.split(r"[，,；;：:]", scene.read[scene.sentence.start : quantity.span.start])
    for kind, pattern in REFERENCES:
        if kind in last and any(pattern.match(clause.lstrip("“ ")) for clause in clauses):
            return last[kind]
    return None


def _respective(quantity: Quantity, scene: Scene) -> Name | None:
    """总投资分别为5亿元和8亿元的A项目和B项目: to each sum its project."""
    start, end = scene.clause(quantity)
    marker = scene.read.find("分别", start, quantity.span.start)
    if marker < 0:
        return None
    listed = [each for each in scene.quantities if marker < each.span.start and each.span.end <= end]
    names = [name for name in scene.names if listed[-1].span.end <= name.start < end]
    return names[listed.index(quantity)] if len(names) >= len(listed) > 1 else None


def _acts(name: Name, quantity: Quantity, scene: Scene, indicator: str) -> bool:
    """Whether a name heads its clause, or is a project and the number is a project's money."""
    read = scene.read
    start, end = scene.clause(quantity)
    after = read[name.end : name.end + 1]
    if name.kind == "policy":
        return bool(CONDITION.search(read[start:end]))
    if name.kind == "project":
        return indicator in PROJECT_MONEY and (after == "" or after not in "、等")
    starts = (
        name.start <= scene.sentence.start
        or read[name.start - 1] in "，,；;。：: "
        or read[: name.start].endswith("其中")
    )
    own = re.split(r"[，,；;。：:]", read[name.end :])[0]
    listed = start > name.end and bool(re.search("、|等", own))  # one of many, said of in its own clause only
    return (
        starts
        and not listed
        and after not in ("、", "等", "和", "与", "的", "内")
        and not own.startswith("以及")
    )
