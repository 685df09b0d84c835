"""Pages of projects, and the list of them."""

from __future__ import annotations

from collections.abc import Mapping

from core.model import Page, Profiles, ProjectMention, ProjectProfile
from core.urls import PROJECTS, project_url
from core.wording import UNKNOWN
from pages import figures
from pages.figures import Host
from pages.places import Places, date, mention_anchor
from pages.references import listed, number
from pages.views import Group, Link, ProjectLine, Reference, Site, Source, Stage, Step, Table, Value, View

LADDER = ("规划", "签约", "落户", "开工", "在建", "竣工验收", "投产", "运营")


class ProjectsView(View, frozen=True, kw_only=True):
    """projects/index.html"""

    parks: tuple[tuple[Link | None, tuple[ProjectLine, ...]], ...]


class ProjectView(View, frozen=True, kw_only=True):
    """projects/<id>.html"""

    name: str
    other_names: tuple[str, ...]
    park: Link | None
    company: Link | None  # without a page of its own its URL is empty
    investment: Value | None
    ladder: tuple[Step, ...]
    stages: tuple[Stage, ...]
    figures: Table | None
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
    latest = _latest(project)
    document = latest.evidence.document
    return ProjectLine(
        url=project_url(project.id),
        name=project.name,
        company=None if project.company == project.name else _company(project, places),
        stage=latest.stage,
        date=date(latest.date) if latest.date else None,
        investment=_investment(project, places),
        proof=places.evidence[latest.id],
        quote=latest.evidence.quote,
        citation=places.citations[document],
        source=references[document] if references else None,
    )


def _company(project: ProjectProfile, places: Places) -> Link | None:
    """The company as the project's documents name it, with its page."""
    if project.company is None:
        return None
    known = places.companies.get(project.id)
    return Link(known.url if known else "", project.company)


def project_page(project: ProjectProfile, places: Places, site: Site) -> Page:
    """projects/<id>.html: all that is held of one project."""
    url = project_url(project.id)
    host = Host(url, places, number(project_sources(project), places))
    view = ProjectView(
        site=site,
        section="projects",
        name=project.name,
        other_names=tuple(name for name in project.names if name != project.name),
        park=_park(project.park, places),
        company=_company(project, places),
        investment=_investment(project, places),
        ladder=_ladder(project),
        stages=tuple(_stage(each, places) for each in project.mentions),
        figures=figures.table(f"{project.name}的数据", _figures(project, host)),
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


def _latest(project: ProjectProfile) -> ProjectMention:
    """The newest mention that tells a stage, else the newest of all."""
    staged = [each for each in project.mentions if each.stage]
    return (staged or project.mentions)[-1]


def _investment(project: ProjectProfile, places: Places) -> Value | None:
    """The money as the newest document that tells it prints it."""
    for mention in reversed(project.mentions):
        stated = mention.investment and mention.investment.observation
        if stated and stated in places.stated:
            return figures.value(places.stated[stated], places)
    return None


def _ladder(project: ProjectProfile) -> tuple[Step, ...]:
    reached = {each.stage for each in project.mentions}
    latest = _latest(project).stage
    return tuple(Step(name, name in reached, name == latest) for name in LADDER) if latest else ()


def _stage(mention: ProjectMention, places: Places) -> Stage:
    return Stage(
        anchor=mention_anchor(mention),
        stage=mention.stage or f"阶段{UNKNOWN}",
        date=date(mention.date),
        url=places.evidence[mention.id],
        quote=mention.evidence.quote,
        citation=places.citations[mention.evidence.document],
    )
