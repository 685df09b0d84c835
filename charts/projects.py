"""What a park's projects cost, how far they have come, and what they make."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from charts.bars import Bar, Look
from charts.labels import in_lines
from core.agreement import agreed
from core.amounts import base_unit, in_base_unit
from core.judgement import Rung
from core.model import IndustryProfile, Observation, ParkProfile, Part, ProjectMention, ProjectProfile
from core.stages import STAGES, latest_mention
from core.units import KIND_OF

FEWEST_SUMS, MOST_SUMS = 3, 10
FEWEST_PROJECTS, FEWEST_PARTS, FEWEST_IN_LARGEST = 5, 2, 2
TRADE = re.compile(r"(?:产业|制造业|制造|业)$")  # 半导体产业 makes what 半导体项目 makes
UNKNOWN_STAGE, UNKNOWN_INDUSTRY = "阶段未知", "未能归类"

Place = tuple[str | None, ProjectMention]  # the part that a project belongs to, and who says so


# -- investment -----------------------------------------------------------------------------------


def investments(park: ParkProfile) -> tuple[tuple[ProjectProfile, Observation], ...]:
    """Sums of one currency, basis and status, the largest first; the kind that most projects have."""
    kinds: dict[tuple[str | None, ...], list[tuple[ProjectProfile, Observation]]] = defaultdict(list)
    shared = Counter(each for project in park.projects for each in _sums(project))
    for project in park.projects:
        own = (each for number, each in _sums(project).items() if shared[number] == 1)
        for kind, sums in _by_kind(own).items():
            if (one := agreed(sums)) is not None:
                kinds[kind].append((project, one))
    most = max(kinds.values(), key=len, default=[])
    if len(most) < FEWEST_SUMS:
        return ()
    return tuple(sorted(most, key=lambda found: -in_base_unit(found[1]))[:MOST_SUMS])


def _sums(project: ProjectProfile) -> dict[str, Observation]:
    """The sums that mentions give for the project, by id; one that two projects have is the sum of both."""
    stated = {each.id: each for each in project.observations}
    named = [each.investment.observation for each in project.mentions if each.investment]
    return {each: stated[each] for each in named if each in stated}


def _by_kind(sums: Iterable[Observation]) -> dict[tuple[str | None, ...], list[Observation]]:
    kinds: dict[tuple[str | None, ...], list[Observation]] = defaultdict(list)
    for each in sums:
        currency, _ = base_unit(each.unit)
        if KIND_OF.get(currency) == "money":
            kinds[(currency, each.basis, each.scope, each.status)].append(each)
    return kinds


# -- composition ----------------------------------------------------------------------------------


def by_stage(park: ParkProfile, ladders: Mapping[str, Sequence[Rung]]) -> tuple[Part, ...]:
    """Projects by the stage that they have reached; nothing where few tell theirs."""

    def stage(project: ProjectProfile) -> Place:
        reached = [each for each in ladders.get(project.id, ()) if each.mentions and not each.promised]
        if reached:
            return reached[-1].stage, reached[-1].mentions[-1]
        latest = latest_mention(project.mentions)
        return latest.stage, latest

    return _parts(park, stage, (*STAGES, UNKNOWN_STAGE))


def by_industry(park: ParkProfile, industries: Sequence[IndustryProfile]) -> tuple[Part, ...]:
    """Projects by the industry that their names tell, the largest first; nothing where few names tell one."""
    words = [(TRADE.sub("", name), each.name) for each in industries for name in (each.name, *each.names)]
    words = sorted({pair for pair in words if len(pair[0]) > 1}, key=lambda pair: (-len(pair[0]), pair))

    def industry(project: ProjectProfile) -> Place:
        found = (name for word, name in words if word in project.name)
        return next(found, UNKNOWN_INDUSTRY), latest_mention(project.mentions)

    parts = _parts(park, industry, ())
    told = sum(len(each.projects) for each in parts if each.label != UNKNOWN_INDUSTRY)
    most_are_told = 3 * told >= 2 * sum(len(each.projects) for each in parts)
    return parts if most_are_told else ()


def _parts(
    park: ParkProfile, place: Callable[[ProjectProfile], Place], order: Sequence[str]
) -> tuple[Part, ...]:
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for project in park.projects:
        if project.mentions:  # else only the register knows it
            label, mention = place(project)
            found[label or UNKNOWN_STAGE].append((project.id, mention.id))
    known = {label: members for label, members in found.items() if not _is_unknown(label)}
    counts = [len(members) for members in known.values()]
    if len(counts) < FEWEST_PARTS or sum(counts) < FEWEST_PROJECTS or max(counts) < FEWEST_IN_LARGEST:
        return ()
    labels = [each for each in order if each in found] or sorted(found, key=lambda each: -len(found[each]))
    labels.sort(key=_is_unknown)
    return tuple(Part(label, tuple(found[label])) for label in labels)


def _is_unknown(label: str) -> bool:
    return label in (UNKNOWN_STAGE, UNKNOWN_INDUSTRY)


def bars_of_parts(parts: Iterable[Part]) -> Iterator[Bar]:
    """A bar for each part; what is unknown stays open."""
    for each in parts:
        count = len(each.projects)
        look: Look = "bar-open" if _is_unknown(each.label) else "bar"
        yield Bar(in_lines(each.label), Decimal(count), str(count), None, look)
