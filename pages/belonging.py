"""Which industries figures, projects and documents belong to: the name of the one opens that of the other."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from core.model import IndustryProfile, Profiles, ProjectProfile
from core.urls import company_url, project_url, source_url

SHORTEST = 3  # characters of an industry's name that is looked for in a project's
GENERIC = re.compile(r"(?:产业|行业|领域)$")
MEASURED = re.compile(  # what may stand between an industry's name and what is measured of it
    r"(?:制造)?业?(?:产业|行业|领域|集群|产业链|链|全链)*(?:总|年|年度|新增|规上|规模以上|实现|核心|入库)*"
    r"(?:产值|产业规模|规模|营业收入|主营业务收入|营收|收入|增加值|企业|项目|投资|税收|销售额|产量|产能|利润|出口|进出口|人才|就业|载体|占比|增速|用地)"
)


@dataclass(frozen=True, slots=True)
class Belonging:
    """Ids of industries, in the order of their list."""

    figures: Mapping[str, str]  # by id of an observation
    projects: Mapping[str, tuple[str, ...]]  # by id of a project
    pages: Mapping[str, tuple[str, ...]]  # by URL of the page of a document, a project, a company


NOWHERE = Belonging({}, {}, {})


def find_belonging(profiles: Profiles) -> Belonging:
    """What belongs to which industry; of several names that fit the longest takes it."""
    names = {_bare(name): each.id for each in reversed(profiles.industries) for name in each.names}
    longest = sorted(names, key=lambda name: (-len(name), name))
    figures: dict[str, str] = {}
    for source in profiles.sources:
        for each in source.facts.observations:
            name = _measures(each.indicator, longest)
            if name:
                figures[each.id] = names[name]
    projects: dict[str, tuple[str, ...]] = {}
    for project in profiles.projects:
        found = {names[name]: None for name in _spoken_of(project, longest)}
        if found:
            projects[project.id] = tuple(found)
    return Belonging(figures, projects, _of_pages(profiles, figures, projects))


def _bare(name: str) -> str:
    bare = GENERIC.sub("", name)
    return bare if len(bare) > 1 else name


def _measures(indicator: str, longest: Sequence[str]) -> str | None:
    """The industry that an indicator is of: its name opens it, and what is measured follows."""
    for name in longest:
        if indicator.startswith(name) and MEASURED.match(indicator, len(name)):
            return name
    return None


def _spoken_of(project: ProjectProfile, longest: Sequence[str]) -> list[str]:
    """The industries that a project's name holds, but none within the name of another."""
    found: list[str] = []
    text = project.name
    for name in longest:
        if len(name) >= SHORTEST and name in text:
            found.append(name)
            text = text.replace(name, "｜")
    return found


# -- pages ----------------------------------------------------------------------------------------


Told = tuple[str, Iterable[str]]  # a page's URL, ids of industries


def _of_pages(
    profiles: Profiles, figures: Mapping[str, str], projects: Mapping[str, tuple[str, ...]]
) -> dict[str, tuple[str, ...]]:
    told: dict[str, set[str]] = defaultdict(set)
    for url, industries in (
        *_of_claims(profiles.industries),
        *_of_figures(profiles, figures),
        *_of_projects(profiles, projects),
    ):
        told[url].update(industries)
    order = [each.id for each in profiles.industries]
    return {url: tuple(each for each in order if each in found) for url, found in told.items() if found}


def _of_claims(industries: Iterable[IndustryProfile]) -> Iterator[Told]:
    for industry in industries:
        for _, _, claim in industry.claims:
            yield source_url(claim.evidence.document), (industry.id,)


def _of_figures(profiles: Profiles, figures: Mapping[str, str]) -> Iterator[Told]:
    for source in profiles.sources:
        for each in source.facts.observations:
            if each.id in figures:
                yield source_url(source.document.id), (figures[each.id],)


def _of_projects(profiles: Profiles, projects: Mapping[str, tuple[str, ...]]) -> Iterator[Told]:
    for project in profiles.projects:
        found = projects.get(project.id, ())
        yield project_url(project.id), found
        for mention in project.mentions:
            yield source_url(mention.evidence.document), found
    for company in profiles.companies:
        for each in company.projects:
            yield company_url(company.id), projects.get(each, ())
