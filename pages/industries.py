"""Pages of industries: which parks claim one, in which role, with which figures and projects."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from msgspec import Struct

from core.model import IndustryProfile, Observation, Page, ParkProfile, Profiles, ProjectProfile
from core.urls import INDUSTRIES, industry_url
from pages import figures
from pages.figures import Host
from pages.lines import proof, role_order, said_role
from pages.parks import observations_of
from pages.places import Places
from pages.projects import by_stage, project_sources
from pages.references import listed, number
from pages.views import Link, ProjectLine, Proof, Site, Source, Table, View


class Claimed(Struct, frozen=True):
    """A park that names the industry in one role."""

    park: Link | None
    role: str | None  # None: its words name the industry and no role
    said_as: str | None  # as its words call it, where that is another name
    proofs: tuple[Proof, ...]


class IndustryLine(Struct, frozen=True):
    """An industry in a list."""

    url: str
    name: str
    other_names: tuple[str, ...]
    parks: tuple[tuple[Link | None, str | None], ...]  # with the role that says most
    figures: int
    projects: int


class IndustriesView(View, frozen=True, kw_only=True):
    """industries/index.html"""

    industries: tuple[IndustryLine, ...]


class IndustryView(View, frozen=True, kw_only=True):
    """industries/<id>.html"""

    name: str
    other_names: tuple[str, ...]
    claims: tuple[Claimed, ...]
    figures: Table | None
    projects: tuple[tuple[str, tuple[ProjectLine, ...]], ...]  # by stage, the furthest first
    sources: tuple[Source, ...]


class Told(Struct, frozen=True):
    """What belongs to an industry besides claims: the indicator's name, or the project's, holds its own."""

    figures: tuple[tuple[str, Observation], ...]  # with the name of the park
    projects: tuple[ProjectProfile, ...]


NOTHING = Told((), ())


def industry_pages(profiles: Profiles, places: Places, site: Site) -> Iterator[Page]:
    """industries/index.html, then a page of each."""
    told = _told(profiles, places)
    view = IndustriesView(
        site=site,
        section="industries",
        industries=tuple(_line(each, told.get(each.id, NOTHING), places) for each in profiles.industries),
    )
    yield Page(INDUSTRIES, "industries.html", "产业", view)
    for industry in profiles.industries:
        yield _industry_page(industry, told.get(industry.id, NOTHING), places, site)


def _line(industry: IndustryProfile, told: Told, places: Places) -> IndustryLine:
    roles: dict[str | None, list[str]] = {}
    for park, role, _ in sorted(industry.claims, key=lambda row: role_order(row[2])):
        roles.setdefault(park, []).append(role)
    order = list(dict.fromkeys(park for park, _, _ in industry.claims))
    return IndustryLine(
        url=industry_url(industry.id),
        name=industry.name,
        other_names=industry.names[1:],
        parks=tuple((places.parks.get(park or ""), said_role(roles[park][0])) for park in order),
        figures=len(told.figures),
        projects=len(told.projects),
    )


def _industry_page(industry: IndustryProfile, told: Told, places: Places, site: Site) -> Page:
    url = industry_url(industry.id)
    documents = [claim.evidence.document for _, _, claim in industry.claims]
    documents += [each.evidence.document for _, each in told.figures]
    documents += [document for each in told.projects for document in project_sources(each)]
    host = Host(url, places, number(documents, places))
    view = IndustryView(
        site=site,
        section="industries",
        name=industry.name,
        other_names=industry.names[1:],
        claims=_claims(industry, host),
        figures=figures.table(f"{industry.name}的数据", figures.by_subject(told.figures, host)),
        projects=by_stage(told.projects, host),
        sources=listed(host.references, places),
    )
    return Page(url, "industry.html", industry.name, view)


def _claims(industry: IndustryProfile, host: Host) -> tuple[Claimed, ...]:
    """Parks in their order; of one park the role that says most first, one row for each."""
    rows: dict[tuple[str | None, str, str | None], list[Proof]] = {}
    order = list(dict.fromkeys(park for park, _, _ in industry.claims))
    by_role = sorted(industry.claims, key=lambda row: (order.index(row[0]), role_order(row[2])))
    for park, role, claim in by_role:
        said = [name for name in claim.names if name in industry.names and name != industry.name]
        other = said[0] if said and industry.name not in claim.names else None
        found = proof(claim, host.places, host.url, host.references)
        rows.setdefault((park, role, other), []).append(found)
    return tuple(
        Claimed(host.places.parks.get(park or ""), said_role(role), other, tuple(proofs))
        for (park, role, other), proofs in rows.items()
    )


# -- what belongs to it ---------------------------------------------------------------------------


def _told(profiles: Profiles, places: Places) -> dict[str, Told]:
    """Figures and projects by industry."""
    measured: dict[str, list[tuple[str, Observation]]] = defaultdict(list)
    built: dict[str, list[ProjectProfile]] = defaultdict(list)
    seen: set[str] = set()
    for park in profiles.parks:
        for owner, each in _of_park(park):
            industry = places.belonging.figures.get(each.id)
            if industry and each.id not in seen:
                seen.add(each.id)
                measured[industry].append((owner, each))
    for project in profiles.projects:
        for industry in places.belonging.projects.get(project.id, ()):
            built[industry].append(project)
    return {each: Told(tuple(measured[each]), tuple(built[each])) for each in {*measured, *built}}


def _of_park(park: ParkProfile) -> Iterator[tuple[str, Observation]]:
    for subject, each in observations_of(park):
        yield (park.name if subject == park.name else f"{park.name} · {subject}"), each
