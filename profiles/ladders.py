"""The stage ladder of each project: what sentences about it tell it has reached, and what they promise."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from msgspec.structs import replace

from core.judgement import Rung
from core.model import Observation, Profiles, ProjectMention, ProjectProfile
from core.periods import first_day, last_day, overlap, same_period
from core.stages import STAGES
from core.whitespace import squeezed
from profiles.names import PHASE, project_key
from profiles.order import Dates
from profiles.stages import BREAK, CLAUSE, Told, has_subject, tells_date, told_stages

LISTED = re.compile(r"[“”\"]*(?:[、和与及]|以及)[“”\"]*")  # between names that share what is said of them
PLANNED = re.compile(r"规划|前期|选址|拟建|筹建|筹备|计划建设|谋划")
AT = re.compile(r"(?:在|于|位于|至|到|落户|入驻|进驻)[“”\"]?$")  # before a name that tells only where
LEADS = re.compile(r"(?:签约|签下|开工|动工|奠基|建成|投产|投用|启用)了?[“”\"]*|[^，,。；;]{2,8}的[“”\"]*")
LATE = STAGES.index("在建")  # what lies beyond it, one phase alone does not prove of the whole


@dataclass(frozen=True, slots=True)
class Stages:
    """What is told of one project; each mention with the stage and time that its sentence tells."""

    reached: tuple[ProjectMention, ...]  # the oldest document first
    promised: tuple[ProjectMention, ...]  # likewise; `date` is the period by which it is promised


Named = tuple[str, str]  # a project's name without white space, and its id
Place = tuple[int, int, str]  # where a project is named: start, end, id


def tell_stages(profiles: Profiles, dates: Dates) -> dict[str, Stages]:
    """The stages of every project, by its id. A reprint tells nothing of its own."""
    named = _named(profiles.projects)
    return {each.id: _stages(each, named, dates, profiles.reprints) for each in profiles.projects}


def build_ladder(stages: Stages) -> tuple[Rung, ...]:
    """Every stage in order; what no source tells stands empty, whatever later stages imply."""
    return tuple(_rung(stage, stages) for stage in STAGES)


def rank(mention: ProjectMention) -> int:
    """The place of a stage on the ladder; -1 for none."""
    return STAGES.index(mention.stage) if mention.stage in STAGES else -1


def _rung(stage: str, stages: Stages) -> Rung:
    reached = tuple(each for each in stages.reached if each.stage == stage)
    mentions = reached or tuple(each for each in stages.promised if each.stage == stage)
    told = [each.date for each in mentions if each.date]
    # a plan that was put off is due when the newest document says
    date = min(told, key=first_day, default=None) if reached else next(reversed(told), None)
    return Rung(
        stage=stage,
        date=date,
        mentions=mentions,
        promised=bool(mentions) and not reached,
    )


# -- what sentences tell --------------------------------------------------------------------------


def _named(projects: Iterable[ProjectProfile]) -> dict[str, tuple[Named, ...]]:
    """The projects that each document names, the longest names first."""
    names: dict[str, set[Named]] = defaultdict(set)
    for project in projects:
        for mention in project.mentions:
            names[mention.evidence.document].add((squeezed(mention.name).strip("“”"), project.id))
    return {
        document: tuple(sorted(found, key=lambda each: (-len(each[0]), *each)))
        for document, found in names.items()
    }


def _stages(
    project: ProjectProfile, named: Mapping[str, tuple[Named, ...]], dates: Dates, reprints: Mapping[str, str]
) -> Stages:
    reached: dict[object, ProjectMention] = {}
    promised: dict[object, ProjectMention] = {}
    for mention, of_fact in _sentences(project):
        document = mention.evidence.document
        if document in reprints:
            continue
        text = squeezed(mention.evidence.quote)
        places = _places(text, named.get(document, ()))
        written = dates.by_document[document]
        told = told_stages(text, written)
        claims = [each for each in told if _is_of(each, text, project, places)]
        for found in _reached(mention, claims, of_fact, written):
            reached.setdefault((document, found.stage, found.date), found)
        for found in _promised(mention, claims):
            promised.setdefault((document, found.stage, found.date), found)
    return Stages(_in_order(reached.values(), dates), _in_order(promised.values(), dates))


def _in_order(mentions: Iterable[ProjectMention], dates: Dates) -> tuple[ProjectMention, ...]:
    return tuple(sorted(mentions, key=lambda each: (dates.place(each.evidence), rank(each), each.date or "")))


def _sentences(project: ProjectProfile) -> Iterator[tuple[ProjectMention, bool]]:
    """Mentions, then the other sentences in which its figures stand, as mentions without a stage."""
    known = set()
    for mention in project.mentions:
        known.add((mention.evidence.document, mention.evidence.sentence))
        yield mention, True
    keys = {project_key(name) for name in project.names}
    for each in project.observations:
        place = (each.evidence.document, each.evidence.sentence)
        if place not in known and project_key(each.subject) in keys:
            known.add(place)
            yield _as_mention(each, project), False


def _as_mention(observation: Observation, project: ProjectProfile) -> ProjectMention:
    return ProjectMention(
        id=observation.id,
        name=project.name,
        company=None,
        park=observation.park,
        investment=None,
        stage=None,
        date=None,
        evidence=observation.evidence,
    )


def _reached(
    mention: ProjectMention, claims: Sequence[Told], of_fact: bool, written: str | None
) -> Iterator[ProjectMention]:
    """The mention's own stage, and the earlier ones that its sentence tells too."""
    told = [each for each in claims if not each.promised]
    if of_fact and mention.stage and not _is_inferred(mention, claims):
        yield replace(mention, date=_date_of(mention, claims, written))
    for each in told:
        if not of_fact or STAGES.index(each.stage) < rank(mention):
            yield replace(mention, stage=each.stage, date=each.period)


def _date_of(mention: ProjectMention, claims: Sequence[Told], written: str | None) -> str | None:
    """When the mention's stage was reached: not the date of another sentence, nor of what is to come."""
    own = next((each.period for each in claims if each.stage == mention.stage and not each.promised), None)
    date = mention.date
    if date is None or not tells_date(squeezed(mention.evidence.quote), date):
        return own
    anothers = any(
        overlap(each.period, date)
        if each.promised
        else same_period(each.period, date) and each.stage != mention.stage
        for each in claims
    )
    ahead = written is not None and first_day(date) > last_day(written)
    return own if anothers or ahead else date


def _is_inferred(mention: ProjectMention, claims: Sequence[Told]) -> bool:
    """Whether the stage was only concluded from one that is to come: 将于明年投产 is no word of building."""
    if not any(each.promised for each in claims) or mention.stage not in ("规划", "在建"):
        return False
    if mention.stage == "规划":
        return not PLANNED.search(mention.evidence.quote)
    return not any(each.stage == "在建" and not each.promised for each in claims)


def _promised(mention: ProjectMention, claims: Sequence[Told]) -> Iterator[ProjectMention]:
    for each in claims:
        if each.promised and STAGES.index(each.stage) > rank(mention):
            yield replace(mention, stage=each.stage, date=each.period)


# -- whose stage it is ----------------------------------------------------------------------------


def _is_of(told: Told, text: str, project: ProjectProfile, places: Sequence[Place]) -> bool:
    """Whether a sentence tells the stage of this project, not of something else that it names."""
    end = CLAUSE.search(text, told.place)
    clause = text[told.clause : end.start() if end else len(text)]
    if told.stage in STAGES[LATE + 1 :] and set(PHASE.findall(clause)) - set(PHASE.findall(project.name)):
        return False
    return project.id in _owners(text, told, places) if places else not has_subject(text, told)


def _places(text: str, named: Sequence[Named]) -> list[Place]:
    """Where projects are named. Of names within one another the longest counts."""
    found: list[Place] = []
    for name, project in named:
        for match in re.finditer(re.escape(name), text):
            if not any(start < match.end() and match.start() < end for start, end, _ in found):
                found.append((match.start(), match.end(), project))
    return sorted(found)


def _owners(text: str, told: Told, places: Sequence[Place]) -> set[str]:
    """The projects named in the clause before the stage; else those that it leads in (签约的星河项目).

    A clause without a name goes on with the last one named, unless it has a subject of its own.
    """
    before = [each for each in places if each[1] <= told.place]
    inside = [each for each in before if each[0] >= told.clause and not AT.search(text, 0, each[0])]
    if inside:
        return _group(text, places, inside[-1])
    led = next((each for each in places if each[0] > told.place and _leads_in(text, told, each)), None)
    if led is not None:
        return _group(text, places, led)
    if not before or BREAK.search(text, before[-1][1], told.place) or has_subject(text, told):
        return set()
    return _group(text, places, before[-1])


def _leads_in(text: str, told: Told, place: Place) -> bool:
    """签约的星河项目, 开工星河项目; but 落户星河产业园 says where something else comes."""
    return LEADS.fullmatch(text, told.place, place[0]) is not None


def _group(text: str, places: Sequence[Place], chosen: Place) -> set[str]:
    """The ids of a list of names that the chosen one belongs to."""
    place = places.index(chosen)
    first = last = place
    while first > 0 and LISTED.fullmatch(text, places[first - 1][1], places[first][0]):
        first -= 1
    while last + 1 < len(places) and LISTED.fullmatch(text, places[last][1], places[last + 1][0]):
        last += 1
    return {project for _, _, project in places[first : last + 1]}
