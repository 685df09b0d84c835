"""Promised stages of projects, held against the stages that later documents tell."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date

from core.judgement import Promise, Verdict
from core.model import ProjectMention, ProjectProfile
from core.periods import first_day, last_day
from core.stages import STAGES
from profiles.clock import Calendar, identity
from profiles.ladders import Stages, rank

STARTED = STAGES.index("开工")


def promises_of_stages(project: ProjectProfile, stages: Stages, calendar: Calendar) -> Iterator[Promise]:
    """The promised stages of one project; the same stage by another time is another promise."""
    groups: dict[tuple[str | None, date | None], list[ProjectMention]] = defaultdict(list)
    for each in stages.promised:
        groups[(each.stage, last_day(each.date) if each.date else None)].append(each)
    for (stage, due), told in groups.items():
        dated = [key for key in groups if key[0] == stage and key[1] is not None]
        if due is None and dated:
            continue  # told with its time elsewhere
        untimed = groups.get((stage, None), []) if due is not None and dated == [(stage, due)] else []
        again = [each for each in stages.promised if each.stage == stage and each not in told]
        yield _stage_held(project, [*told, *untimed], stages, (again, calendar))


def _stage_held(
    project: ProjectProfile,
    told: Sequence[ProjectMention],
    stages: Stages,
    rest: tuple[Sequence[ProjectMention], Calendar],
) -> Promise:
    again, calendar = rest
    promised = told[0]
    documents = {each.evidence.document for each in told}
    reached = [
        each
        for each in stages.reached
        if rank(each) >= rank(promised) and each.evidence.document not in documents
    ]
    short = [each for each in stages.reached if STARTED <= rank(each) < rank(promised)]
    # of equally far ones the newest document's
    under_way = max(reversed(short), key=rank, default=None)
    verdict = _stage_verdict(promised, (reached, short, again), calendar)
    last_word = calendar.last_word((*told, *stages.reached, *project.mentions))
    return Promise(
        id=identity(project.id, promised.stage or "", promised.date or ""),
        park=project.park,
        project=project.id,
        target=None,
        stage=promised,
        due=promised.date,
        outcomes=(),
        unlike=(),
        reached=tuple(reached),
        verdict=verdict,
        progress=None,
        quiet_days=calendar.quiet_days(last_word),
        subject=project.name,
        retold=tuple(told[1:]),
        under_way=under_way,
        last_word=last_word,
        days_left=calendar.days_left(promised.date),
    )


def _stage_verdict(
    promised: ProjectMention,
    told: tuple[Sequence[ProjectMention], Sequence[ProjectMention], Sequence[ProjectMention]],
    calendar: Calendar,
) -> Verdict:
    """Met, unless a source dates the stage after its time; missed, where a source of after it tells less."""
    reached, short, again = told
    due = promised.date
    if reached:
        return "missed" if _came_late(promised, reached, calendar) else "met"
    if not calendar.is_over(due):
        return "on_way" if short else "silent"
    building = [each for each in short if each.stage == "在建"]
    return (
        "missed" if any(_is_after(due, calendar.written(each)) for each in (*building, *again)) else "overdue"
    )


def _came_late(promised: ProjectMention, reached: Sequence[ProjectMention], calendar: Calendar) -> bool:
    due = promised.date
    in_time = any(
        due and when and last_day(when) <= last_day(due)
        for each in reached
        for when in (each.date, calendar.written(each))
    )
    late = any(each.stage == promised.stage and _is_after(due, each.date) for each in reached)
    return late and not in_time


def _is_after(due: str | None, when: str | None) -> bool:
    return bool(due and when) and first_day(when or "") > last_day(due or "")
