"""Pages of companies: their projects, figures and honours across parks."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from core.model import CompanyProfile, HonourProfile, Page, Profiles, ProjectProfile
from core.urls import COMPANIES, company_url
from pages import figures
from pages.figures import Host
from pages.lines import honour_line
from pages.places import Places
from pages.projects import project_line, project_sources
from pages.references import listed, number
from pages.views import Group, HonourLine, Link, ProjectLine, Site, Source, Table, View


class CompanyLine(Struct, frozen=True):
    """A company in a list."""

    url: str
    name: str
    parks: tuple[Link, ...]
    projects: int
    figures: int
    honours: int


class CompaniesView(View, frozen=True, kw_only=True):
    """companies/index.html"""

    companies: tuple[CompanyLine, ...]


class CompanyView(View, frozen=True, kw_only=True):
    """companies/<id>.html"""

    name: str
    other_names: tuple[str, ...]
    parks: tuple[Link, ...]
    industries: tuple[Link, ...]
    projects: tuple[tuple[Link | None, tuple[ProjectLine, ...]], ...]  # by park
    figures: Table | None
    honours: tuple[HonourLine, ...]
    sources: tuple[Source, ...]


class Held(Struct, frozen=True):
    """What company pages look up by id."""

    projects: dict[str, ProjectProfile]
    honours: dict[str, HonourProfile]


def company_pages(profiles: Profiles, places: Places, site: Site) -> Iterator[Page]:
    """companies/index.html, then a page of each."""
    view = CompaniesView(
        site=site,
        section="companies",
        companies=tuple(_line(each, places) for each in profiles.companies),
    )
    yield Page(COMPANIES, "companies.html", "企业", view)
    held = Held({each.id: each for each in profiles.projects}, {each.id: each for each in profiles.honours})
    for company in profiles.companies:
        yield _company_page(company, held, places, site)


def _line(company: CompanyProfile, places: Places) -> CompanyLine:
    return CompanyLine(
        url=company_url(company.id),
        name=company.name,
        parks=tuple(places.parks[park] for park in company.parks),
        projects=len(company.projects),
        figures=len(company.observations),
        honours=len(company.honours),
    )


def _company_page(company: CompanyProfile, held: Held, places: Places, site: Site) -> Page:
    url = company_url(company.id)
    projects = [held.projects[each] for each in company.projects]
    honours = [held.honours[each] for each in company.honours]
    documents = [document for each in projects for document in project_sources(each)]
    documents += [each.evidence.document for each in company.observations]
    documents += [each.evidence.document for honour in honours for each in honour.mentions]
    host = Host(url, places, number(documents, places))
    by_park: dict[str | None, list[ProjectLine]] = {}
    for project in projects:
        line = replace(project_line(project, places, host.references), company=None)
        by_park.setdefault(project.park, []).append(line)
    rows = figures.rows(company.observations, host)
    view = CompanyView(
        site=site,
        section="companies",
        name=company.name,
        other_names=company.names[1:],
        parks=tuple(places.parks[park] for park in company.parks),
        industries=places.industries_told(url),
        projects=tuple((places.parks.get(park or ""), tuple(lines)) for park, lines in by_park.items()),
        figures=figures.table(f"{company.name}的数据", (Group(None, rows),) if rows else ()),
        honours=tuple(honour_line(each, places, url, host.references) for each in honours),
        sources=listed(host.references, places),
    )
    return Page(url, "company.html", company.name, view)
