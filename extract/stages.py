"""The stage that a text says of a project: 签约, 开工, 在建 …, each with whether it is still to come."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from msgspec import Struct

from core.lexicon import Lexicon
from core.stages import STAGES

LISTS = {  # stage -> the list of words that say it
    "规划": "stage_planned",
    "签约": "stage_signed",
    "落户": "stage_landed",
    "开工": "stage_started",
    "在建": "stage_under_way",
    "竣工验收": "stage_completed",
    "投产": "stage_producing",
    "运营": "stage_running",
}
FUTURE = re.compile(
    r"(?:将|预计|计划|力争|确保|有望|争取|推动|力促|促进|帮助|加快推动|即将|拟|明年|后年|下月|下半年|(?<!去)年底|(?<![0-9])月底|年内)[^，,。；]{0,14}$"
)
STARTS = ("签约", "落户", "开工")
SIGNED_LANDED = re.compile(r"签约(?:落户|落地|入驻)")
COUNT = re.compile(
    r"^(?:[两二三四五六七八九十][大个]|[0-9]+[余多]?[家个项条所座]|一批|一大批|多个|多家|一系列|数十[家个])"
)


@cache
def stage_words(lexicon: Lexicon) -> tuple[tuple[str, str], ...]:
    """Each stage with each word that says it, in the order of a project's life."""
    return tuple((stage, word) for stage in STAGES if stage in LISTS for word in lexicon.list(LISTS[stage]))


@cache
def any_stage(lexicon: Lexicon) -> re.Pattern[str]:
    """Any word of a stage."""
    return re.compile("|".join(word for _, word in stage_words(lexicon)))


class Told(Struct, frozen=True):
    """A stage, and whether it is only what comes before one that is still to come."""

    stage: str | None
    guessed: bool = False


def stage_of(after: str, lead: str, lexicon: Lexicon) -> str | None:
    """The latest stage said behind a name, else the one that leads it in."""
    return stage_told(after, lead, lexicon).stage


def stage_told(after: str, lead: str, lexicon: Lexicon) -> Told:
    """The same, with whether the words say it themselves."""
    if stage := _around(after, lead):
        return Told(stage)
    said = [*_said(after, lexicon), *(_said(lead[-24:], lexicon) if lead.endswith("的") else ())]
    reached = [stage for stage, due in said if not due]
    if not reached:
        reached = [stage for stage, due in _said(lead[-24:], lexicon) if not due]
    best = max(reached, key=STAGES.index, default=None)
    if best is None and lead.rstrip("了").endswith(lexicon.list("present_verbs")):
        return Told("运营")
    if best is None and FORMS.search(lead) and not said and COUNT.match(after):
        return Told("运营")
    if best is None and AT_WORK.match(after):
        return Told("运营")
    if best is None:
        return Told(_before_it(stage for stage, due in said if due), guessed=True)
    return Told("签约" if best == "落户" and SIGNED_LANDED.search(lead + after) else best)


# 加快｜某某产业园｜建设, 启动｜某某工程: what is said around a name
SPLIT = (
    (re.compile("(?:谋划|规划|筹划|筹建|拟建|谋划建设|规划建设|计划建设)$"), "规划"),
    (re.compile("(?:启动|开启)$"), "开工"),
    (re.compile("(?:加快|加速|推进|抓好|抓紧|推动|强力推进|全力推进|统筹推进)(?:了)?$"), "在建"),
    (re.compile("(?:完成)$"), "竣工验收"),
)
BUILT = re.compile("[^，,。；;、]{0,12}?建设(?!者|用地|规模|面积|周期|内容|部)")
FIRST_STEPS = re.compile("(?:等[^，,。；;]{0,14})?(?:前期|选址|规划编制|征地)")
AT_WORK = re.compile(  # 某某产业园｜已集聚企业28家
    "(?:目前|现|已|已经|累计|共|现已)*(?:集聚|聚集|汇聚|入驻|集纳|吸引|拥有|孵化|引进|接单|服务)了?[^，,。；;]{0,12}[0-9]"
)


def _around(after: str, lead: str) -> str | None:
    if FUTURE.search(lead):
        return None
    for pattern, stage in SPLIT:
        if pattern.search(lead):
            if FIRST_STEPS.match(after):
                return "规划"
            built = BUILT.match(after) or (stage == "开工" and re.match("[，,。；;等]|$", after))
            return stage if built or stage == "规划" else None
    return None


FORMS = re.compile(r"^[^将拟要]*(?:着力|全力|重点|精心)?打造了?$")  # 着力打造A、B四大园区
TENANTS = re.compile(
    r"企业(?:竞相|纷纷|陆续|相继|已)+入驻|入驻(?:的)?(?:企业|商户|单位|机构|率|[^，。；、]{0,8}(?:企业|率)|[0-9])"
)
NO_STAGE = re.compile(r"运营(?=总监|经理|商|平台|公司|团队|管理|收入|成本|部|人员|模式|主体)|抢滩登陆|成立于")
WORKS = re.compile("主体(?:工程|结构|厂房)?(?:已|基本|全部|均|顺利)*(?:完工|竣工|封顶|建成)")
THEN = re.compile(r"(?:达产)?(?:后|前|时)(?!期|景|沿)")  # 投产后


def _said(text: str, lexicon: Lexicon) -> list[tuple[str, bool]]:
    """The stages that a text says, each with whether it is still to come."""
    if TENANTS.search(text):
        text = TENANTS.sub("，", text) + "，运营"
    text = WORKS.sub("，主体施工", NO_STAGE.sub("，", text))
    found: list[tuple[str, bool]] = []
    if not any_stage(lexicon).search(text):
        return found
    for stage, word in stage_words(lexicon):
        place = text.find(word)
        while place >= 0:
            due = FUTURE.search(text, 0, place) or THEN.match(text, place + len(word))
            found.append((stage, bool(due)))
            place = text.find(word, place + 1)
    return found


def _before_it(stages: Iterable[str]) -> str | None:
    """The stage before one that is to come: planned before its start, under way before its end."""
    first = min(stages, key=STAGES.index, default=None)
    if first is None:
        return None
    return "规划" if first in ("规划", *STARTS) else "在建"
