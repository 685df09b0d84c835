"""Pages of projects, and the list of them."""

from __future__ import annotations

from core.model import Page, Profiles, ProjectMention, ProjectProfile
from core.urls import PROJECTS, project_url
from core.wording import UNKNOWN
from pages import figures
from pages.places import Places, date, mention_anchor
from pages.views import Citation, Group, Link, ProjectLine, Site, Stage, Step, Table, Value, View

LADDER = ("规划", "签约", "落户", "开工", "在建", "竣工验收", "投产", "运营")


class ProjectsView(View, frozen=True, kw_only=True):
    """projects/index.html"""

    projects: tuple[ProjectLine, ...]


class ProjectView(View, frozen=True, kw_only=True):
    """projects/<id>.html"""

    name: str
    other_names: tuple[str, ...]
    park: Link | None
    company: str | None
    investment: Value | None
    ladder: tuple[Step, ...]
    stages: tuple[Stage, ...]
    figures: Table | None
    sources: tuple[Citation, ...]


def projects_page(profiles: Profiles, places: Places, site: Site) -> Page:
    """projects/index.html: every project."""
    view = ProjectsView(
        site=site,
        section="projects",
        projects=tuple(project_line(each, places) for each in profiles.projects),
    )
    return Page(PROJECTS, "projects.html", "项目", view)


def project_line(project: ProjectProfile, places: Places) -> ProjectLine:
    """A project in a list."""
    latest = _latest(project)
    return ProjectLine(
        url=project_url(project.id),
        name=project.name,
        park=places.parks.get(project.park) if project.park else None,
        company=project.company,
        stage=latest.stage,
        date=date(latest.date) if latest.date else None,
        investment=_investment(project, places),
        latest=_evidence(latest, places),
    )


def project_page(project: ProjectProfile, places: Places, site: Site) -> Page:
    """projects/<id>.html: all that is held of one project."""
    url = project_url(project.id)
    documents = dict.fromkeys(each.evidence.document for each in reversed(project.mentions))
    view = ProjectView(
        site=site,
        section="projects",
        name=project.name,
        other_names=tuple(name for name in project.names if name != project.name),
        park=places.parks.get(project.park) if project.park else None,
        company=project.company,
        investment=_investment(project, places),
        ladder=_ladder(project),
        stages=tuple(_stage(each, places) for each in project.mentions),
        figures=figures.table(f"{project.name}的数据", _figures(project, places, url)),
        sources=tuple(places.citations[each] for each in documents),
    )
    return Page(url, "project.html", project.name, view)


def _figures(project: ProjectProfile, places: Places, url: str) -> tuple[Group, ...]:
    rows = figures.rows(project.observations, places, url)
    return (Group(None, rows),) if rows else ()


def _latest(project: ProjectProfile) -> ProjectMention:
    """The newest mention that tells a stage, else the newest of all."""
    staged = [each for each in project.mentions if each.stage]
    return (staged or project.mentions)[-1]


def _evidence(mention: ProjectMention, places: Places) -> Citation:
    cited = places.citations[mention.evidence.document]
    return Citation(
        url=places.evidence[mention.id],
        title=cited.title,
        publisher=cited.publisher,
        published=cited.published,
        digest=cited.digest,
    )


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
