"""The words that lead to a number in its sentence, and what they tell that no slot holds."""

from __future__ import annotations

import re

from core.excerpts import CLAUSE_END, lead
from core.model import Measure, Observation

PHASE = re.compile(r"首期|[一二三四]期")
SO_FAR = re.compile(r"以来|截至|至今|目前|累计")
WHOLE_YEAR = re.compile(r"全年|年度")
PART = re.compile(r"首批|首个|第[一二三四]批|其他|其余|另有|另外|新增")
TOTAL = re.compile(r"(?:总[数量额值]|共有|共计|合计|总计|全年|全区|全部)[^，,。；;]{0,12}$")
UNSAID = re.compile(
    r"[比较](?:上年|去年)(?:同期)?|比[重例]?"
)  # says no more than that it is growth, or a share
TAIL = (
    r"(?:的?(?:比重|比例|份额|比|总量|总数|总额|数量))*的?"
    r"(?:分别|已|约|预计|可)*(?:达到?|超过?|突破|提高[到至]|提升[到至]|上升[到至]|升[到至]|降[到至]|为|近|不足|约)*了?$"
)
AGAINST: dict[Measure, re.Pattern[str]] = {
    "share": re.compile(rf"占(?P<whole>[^，,；;。]{{1,24}}?){TAIL}"),
    "gap": re.compile(
        r"(?:高于|低于|高出|低出|快于|超出|领先|比|较)(?P<whole>[^，,；;。]{1,20}?)[高低快慢多少约]*$"
    ),
    "growth": re.compile(
        r"(?P<whole>两年平均|年均|环比|名义|可比|同口径|(?:(?<!同)比|较)[^，,；;。]{2,8}?)[^，,；;。]{0,6}$"
    ),
    "rank": re.compile(
        r"(?P<whole>全球|世界|全国|全省|全市|全区|国家级?|省级?|市级?|[^，,；;。]{2,3}[省市])[^省市国]*$"
    ),
}


def last_clause(observation: Observation) -> str:
    """The words between the last mark before the number and the number."""
    return CLAUSE_END.split(lead(observation))[-1]


def phase(observation: Observation) -> str | None:
    """The phase of a project that the number speaks of, such as 一期."""
    found = PHASE.findall(observation.subject + last_clause(observation))
    return found[-1].replace("首", "一") if found else None


def tells_a_total(observation: Observation) -> bool:
    """Whether the words before a number call it a total, and not one of several parts."""
    clause = last_clause(observation)
    return bool(TOTAL.search(clause)) and not PART.search(clause)


def counts_so_far(observation: Observation) -> bool:
    """Whether a count of a year is one of the year so far."""
    words = lead(observation)
    return bool(SO_FAR.search(words) or observation.basis == "累计") and not WHOLE_YEAR.search(words)


def against(observation: Observation) -> str:
    """What a share is a share of, what a gap, rank or growth is measured by; empty where it is not said."""
    if observation.measure not in AGAINST:
        return ""
    found = AGAINST[observation.measure].search(last_clause(observation))
    said = found["whole"] if found else ""
    return "" if UNSAID.fullmatch(said) else said
