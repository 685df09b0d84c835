"""What is part of a name, whatever language it stands in."""

from __future__ import annotations

import re
from typing import Final

from core.model import Observation, ParkProfile
from core.wording import STATUS
from pages.figures import notes

OTHER: Final = "其他"  # a kind, or a role, that is none of those known
RUNNING_TOTAL: Final = "累计"
RANKING: Final = re.compile(r"(?:排名|排行|名次|位次)$")
VERB_BEFORE: Final = re.compile(r"^(?:位列|位居|列|居|跻身|荣获|入选|获评)(?=.{2})")
VERB_BEHIND: Final = re.compile(r"(?:上升至|提升至|升至|跃升至|达到|达|位列|位居|列)$")
DOCUMENT: Final = re.compile(
    r"(?:条|办法|措施|意见|方案|规划|规定|细则|条例|通知|决定|目录|纲要)(?:[（(][^（()]*[)）])?$"
)
QUOTED: Final = re.compile(r"[《》“”]")


def limits(each: Observation, *, bare: bool) -> list[str]:
    """Whom a figure covers and what kind it is; bare, without what stands beside the value in a sentence."""
    said = {RUNNING_TOTAL, *STATUS.values()} if bare else {*STATUS.values()}
    return [limit for limit in notes(each) if limit not in said]


def ranked_in(name: str) -> str:
    """What a rank is held in, without the verb: 位列全国百强 is 全国百强."""
    short = VERB_BEHIND.sub("", VERB_BEFORE.sub("", name))
    return short if len(short) > 1 else name


def titled(policy: str) -> str:
    """The name of a policy in a sentence; that of a document stands in 《》."""
    return f"《{policy}》" if DOCUMENT.search(policy) and not QUOTED.search(policy) else policy


def place_of(park: ParkProfile) -> str:
    """Where a park lies, the largest place first: 江苏苏州昆山; empty where nobody says."""
    return "".join(dict.fromkeys(filter(None, (park.province, park.city, park.county))))
