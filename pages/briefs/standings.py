"""Named projects by the stage that they have reached."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import groupby

from core.model import Observation, ParkProfile, ProjectMention, ProjectProfile
from core.stages import STAGES
from pages.briefs.contents import Standing
from pages.briefs.held import Held

CARRIER = re.compile(
    r"(?:园|区|港|谷|城|镇|中心|基地|平台|研究院|创新院|研发院|分院|社区|学校|小学|中学|大厦|广场|公园|路|桥|楼|馆)"
    r"(?:[（(][^（()）]*[)）])?$"
)
VERB = re.compile(r"^(?:迎来|构建|占地|推进|引进|打造|召开)|召开")
BRACKETS = tuple(zip("“‘《（(", "”’》）)", strict=True))


def is_carrier(project: ProjectProfile) -> bool:
    """Whether it is a place that hosts companies or people rather than an investment of one company."""
    return project.company is None and CARRIER.search(project.name) is not None


def standings(projects: Iterable[ProjectProfile], held: Held) -> tuple[Standing, ...]:
    """Each project at its stage, in the order of stages; what nobody tells a stage of comes last."""
    found = [told for each in projects if _is_name(each.name, held.park) and (told := standing(each, held))]
    return tuple(sorted(found, key=lambda each: (stage_place(each.stage), each.money is None)))


def stage_place(stage: str | None) -> int:
    """How far a stage is up the ladder; beyond its end where it is unknown."""
    return STAGES.index(stage) if stage in STAGES else len(STAGES)


def by_stage(told: Sequence[Standing]) -> tuple[tuple[str | None, tuple[Standing, ...]], ...]:
    """Projects in the order of stages, those of one together; none where nobody tells any."""
    if not any(each.stage for each in told):
        return ()
    return tuple((stage, tuple(same)) for stage, same in groupby(told, lambda each: each.stage))


def standing(project: ProjectProfile, held: Held) -> Standing | None:
    """The highest rung that a source proves, else what the newest document tells."""
    proven = [each for each in project.mentions if held.marked(each)]
    if not proven:
        return None
    rungs = [
        (rung, mentions)
        for rung in held.ladder(project.id)
        if not rung.promised and (mentions := [each for each in rung.mentions if held.marked(each)])
    ]
    money = _money(project, held)
    if rungs:
        rung, mentions = max(rungs, key=lambda each: stage_place(each[0].stage))
        return Standing(project, rung.stage, rung.date, mentions[-1], money)
    latest = ([each for each in proven if each.stage] or proven)[-1]
    return Standing(project, latest.stage, latest.date, latest, money)


def _money(project: ProjectProfile, held: Held) -> Observation | None:
    """The money as the newest document that tells it prints it."""
    stated = (_investment(each, held) for each in reversed(project.mentions))
    own = (
        each
        for each in reversed(project.observations)
        if each.indicator == "项目总投资" and held.marked(each)
    )
    return next((each for each in stated if each), None) or next(own, None)


def _investment(mention: ProjectMention, held: Held) -> Observation | None:
    return held.stated(mention.investment.observation) if mention.investment else None


def _is_name(name: str, park: ParkProfile) -> bool:
    """Not the park itself, no verb, and no bracket or quotation mark that lost its partner."""
    own = any(each.endswith(name) for each in (park.name, *park.names))
    return not own and not VERB.search(name) and all(_is_paired(name, *pair) for pair in BRACKETS)


def _is_paired(name: str, left: str, right: str) -> bool:
    depth = 0
    for each in name:
        depth += (each == left) - (each == right)
        if depth < 0:
            return False
    return depth == 0
