"""Pages of projects, and the list of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec.structs import replace

from core.judgement import Promise, Rung
from core.model import Page, Profiles, ProjectMention, ProjectProfile
from core.urls import PROJECTS, project_url
from core.wording import UNKNOWN
from pages import figures
from pages.figures import Host
from pages.notes import notes_on
from pages.places import Places, mention_anchor
from pages.promises import PromiseLine, claim, days_left, documents_of, promise_lines
from pages.references import listed, number
from pages.views import (
    Group,
    Link,
    NoteView,
    ProjectLine,
    Reference,
    Site,
    Source,
    Stage,
    Step,
    Table,
    Value,
    View,
)

SELDOM_TOLD = frozenset({"规划"})  # shown only where a source tells it: not every project passes it
STAGE_UNKNOWN = f"阶段{UNKNOWN}"


class ProjectsView(View, frozen=True, kw_only=True):
    """projects/index.html"""

    parks: tuple[tuple[Link | None, tuple[ProjectLine, ...]], ...]


class ProjectView(View, frozen=True, kw_only=True):
    """projects/<id>.html"""

    name: str
    other_names: tuple[str, ...]
    park: Link | None
    industries: tuple[Link, ...]
    company: Link | None  # without a page of its own its URL is empty
    investment: Value | None
    ladder: tuple[Step, ...]
    stages: tuple[Stage, ...]
    promises: tuple[PromiseLine, ...]
    figures: Table | None
    notes: tuple[NoteView, ...]
    sources: tuple[Source, ...]


def projects_page(profiles: Profiles, places: Places, site: Site) -> Page:
    """projects/index.html: every project, by park."""
    parks: dict[str | None, list[ProjectLine]] = {}
    for project in profiles.projects:
        parks.setdefault(project.park, []).append(project_line(project, places))
    view = ProjectsView(
        site=site,
        section="projects",
        parks=tuple((_park(park, places), tuple(lines)) for park, lines in parks.items()),
    )
    return Page(PROJECTS, "projects.html", "项目", view)


def _park(park: str | None, places: Places) -> Link | None:
    return places.parks.get(park) if park else None


def project_line(
    project: ProjectProfile, places: Places, references: Mapping[str, Reference] | None = None
) -> ProjectLine:
    """A project in a list; with the numbers of documents where the page lists them."""
    latest = _latest(project, places)
    document = latest.evidence.document if latest else None
    ahead = [each for each in _ladder_of(project, places) if each.promised]
    return ProjectLine(
        url=project_url(project.id),
        name=project.name,
        company=None if project.company == project.name else _company(project, places),
        stage=latest.stage if latest else None,
        period=figures.period(latest.date) if latest and latest.date else None,
        ahead=claim(ahead[0].mentions[0], places) if ahead else None,
        investment=_investment(project, places),
        proof=places.evidence[latest.id] if latest else None,
        quote=latest.evidence.quote if latest else "",
        citation=places.citations[document] if document else None,
        source=references[document] if references and document else None,
    )


def _company(project: ProjectProfile, places: Places) -> Link | None:
    """The company as the project's documents name it, with its page."""
    if project.company is None:
        return None
    known = places.companies.get(project.id)
    return Link(known.url if known else "", project.company)


def by_stage(
    projects: Sequence[ProjectProfile], host: Host
) -> tuple[tuple[str, tuple[ProjectLine, ...]], ...]:
    """Projects under the furthest stage that a source tells, the furthest first."""
    lines: dict[str, list[ProjectLine]] = {}
    for project in projects:
        line = project_line(project, host.places, host.references)
        lines.setdefault(line.stage or STAGE_UNKNOWN, []).append(line)
    order = [rung.stage for project in projects[:1] for rung in _ladder_of(project, host.places)]
    ranks = {stage: place for place, stage in enumerate(reversed(order))}
    last = len(ranks)
    ordered = sorted(lines.items(), key=lambda row: (row[0] == STAGE_UNKNOWN, ranks.get(row[0], last)))
    return tuple((stage, tuple(found)) for stage, found in ordered)


def project_page(project: ProjectProfile, places: Places, site: Site) -> Page:
    """projects/<id>.html: all that is held of one project."""
    url = project_url(project.id)
    promises = places.promises_of(project=project.id)
    told = [document for each in promises for document in documents_of(each)]
    host = Host(url, places, number((*project_sources(project), *told), places))
    view = ProjectView(
        site=site,
        section="projects",
        name=project.name,
        other_names=tuple(name for name in project.names if name != project.name),
        park=_park(project.park, places),
        industries=places.industries_told(url),
        company=_company(project, places),
        investment=_investment(project, places),
        ladder=_ladder(project, promises, places, site),
        stages=tuple(_stages(project, places)),
        # the page says whose they are
        promises=tuple(
            replace(each, project=None, subject=None) for each in promise_lines(promises, host, site)
        ),
        figures=figures.table(f"{project.name}的数据", _figures(project, host)),
        notes=notes_on(url, places),
        sources=listed(host.references, places),
    )
    return Page(url, "project.html", project.name, view)


def project_sources(project: ProjectProfile) -> list[str]:
    """The documents that speak of a project, newest first."""
    telling = [each.evidence.document for each in reversed(project.mentions)]
    telling += [each.evidence.document for each in project.observations]
    return list(dict.fromkeys(telling))


def _figures(project: ProjectProfile, host: Host) -> tuple[Group, ...]:
    rows = figures.rows(project.observations, host)
    return (Group(None, rows),) if rows else ()


def _investment(project: ProjectProfile, places: Places) -> Value | None:
    """The money as the newest document that tells it prints it."""
    for mention in reversed(project.mentions):
        stated = mention.investment and mention.investment.observation
        if stated and stated in places.stated:
            return figures.value(places.stated[stated], places)
    return None


# -- stages ---------------------------------------------------------------------------------------


def _ladder_of(project: ProjectProfile, places: Places) -> tuple[Rung, ...]:
    return places.ladders.get(project.id, ())


def _furthest(ladder: Sequence[Rung]) -> int:
    """The place of the furthest rung that is reached; -1 for none."""
    return max(
        (place for place, each in enumerate(ladder) if each.mentions and not each.promised), default=-1
    )


def _latest(project: ProjectProfile, places: Places) -> ProjectMention | None:
    """The newest words on the furthest stage reached, else the newest words that name the project."""
    ladder = _ladder_of(project, places)
    reached = _furthest(ladder)
    if reached >= 0:
        dated = [each for each in ladder[reached].mentions if each.date]
        return (dated or ladder[reached].mentions)[-1]
    if ladder:
        return _unstaged(project.mentions[-1]) if project.mentions else None
    staged = [each for each in project.mentions if each.stage]  # not judged: what the documents say
    return next(reversed(staged or project.mentions), None)


def _unstaged(mention: ProjectMention) -> ProjectMention:
    """The mention without a stage: what it tells of one, the ladder does not hold."""
    return replace(mention, stage=None, date=None)


def _ladder(
    project: ProjectProfile, promises: Sequence[Promise], places: Places, site: Site
) -> tuple[Step, ...]:
    ladder = _ladder_of(project, places)
    if not any(each.mentions for each in ladder):
        return ()
    furthest = _furthest(ladder)
    shown = [
        (place, each) for place, each in enumerate(ladder) if each.mentions or each.stage not in SELDOM_TOLD
    ]
    return tuple(_step(each, place - furthest, promises, (places, site)) for place, each in shown)


def _step(rung: Rung, ahead: int, promises: Sequence[Promise], on: tuple[Places, Site]) -> Step:
    places, site = on
    first = _first(rung)
    state = (
        "promised" if rung.promised else "reached" if rung.mentions else "implied" if ahead < 0 else "unsaid"
    )
    held = next((each for each in promises if _is_at(each, rung)), None)
    return Step(
        name=rung.stage,
        state=state,
        latest=ahead == 0,
        claim=claim(first, places) if first else None,
        told=places.citations[first.evidence.document].published if first and not first.date else None,
        due=days_left(held, site) if held and rung.promised else None,
    )


def _is_at(promise: Promise, rung: Rung) -> bool:
    return promise.stage is not None and (promise.stage.stage, promise.due) == (rung.stage, rung.date)


def _first(rung: Rung) -> ProjectMention | None:
    """The words that tell the date of a rung, else the oldest."""
    dated = [each for each in rung.mentions if each.date == rung.date]
    return next(iter(dated or rung.mentions), None)


def _stages(project: ProjectProfile, places: Places) -> Iterator[Stage]:
    """All evidence, rung by rung; then the mentions that tell no stage. Each mention has one anchor."""
    anchored: set[str] = set()
    ids = {each.id for each in project.mentions}
    ladder = _ladder_of(project, places)
    for rung in ladder:
        for each in rung.mentions:
            new = each.id in ids and each.id not in anchored
            anchored.add(each.id)
            yield _stage(each, places, promised=rung.promised, anchored=new)
    for each in project.mentions:
        if each.id not in anchored:
            yield _stage(_unstaged(each) if ladder else each, places, promised=False, anchored=True)


def _stage(mention: ProjectMention, places: Places, *, promised: bool, anchored: bool) -> Stage:
    return Stage(
        anchor=mention_anchor(mention) if anchored else None,
        stage=mention.stage or STAGE_UNKNOWN,
        promised=promised,
        period=figures.period(mention.date) if mention.date else None,
        url=places.evidence[mention.id],
        quote=mention.evidence.quote,
        citation=places.citations[mention.evidence.document],
    )
