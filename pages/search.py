"""The page for the search, and the figures that it can be asked for."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from core.amounts import unscaled
from core.model import Asset, Observation, Page, Profiles
from core.periods import reach
from core.urls import PROJECTS, SEARCH
from core.wording import STATUS, say, say_period
from pages.downloads import number
from pages.places import Places
from pages.views import Site, View

FIGURES = "search/figures.js"
KINDS = {  # the first part of a page's URL, and what its pages are called
    "parks": "园区",
    "projects": "项目",
    "policies": "政策",
    "industries": "产业",
    "indicators": "指标",
    "companies": "企业",
    "honours": "荣誉",
    "regions": "地区",
    "timeline": "时间线",
    "compare": "比较",
    "conflicts": "核对",
    "promises": "承诺",
    "changes": "更新",
    "data": "数据",
    "sources": "来源",
    "method": "方法",
    "home": "首页",
}


class SearchView(View, frozen=True, kw_only=True):
    """search/index.html"""

    labels: str  # JSON: what the script calls each kind of page
    kinds: tuple[tuple[str, str], ...]
    parks: tuple[tuple[str, str], ...]  # id, name
    industries: tuple[tuple[str, str], ...]
    years: tuple[int, ...]


def search_page(profiles: Profiles, places: Places, site: Site) -> Page:
    """search/index.html: an empty form; a script fills in what is found."""
    years = {year for each in _observations(profiles) if each.period for year in _years(each.period)}
    view = SearchView(
        site=site,
        section="search",
        labels=json.dumps(KINDS, ensure_ascii=False),
        kinds=tuple((kind, name) for kind, name in KINDS.items() if kind != "home"),
        parks=tuple((each.id, each.name) for each in profiles.parks),
        industries=tuple((each.id, each.name) for each in profiles.industries),
        years=tuple(sorted(years, reverse=True)),
    )
    return Page(SEARCH, "search.html", "搜索", view, assets=(_figures(profiles, places),))


def _figures(profiles: Profiles, places: Places) -> Asset:
    """search/figures.js: every figure with its value in whole units, for queries such as 投资>10亿."""
    names = {park.id: park.name for park in profiles.parks}
    rows = [_row(each, profiles, names, places) for each in _observations(profiles)]
    told = ",\n".join(json.dumps(row, ensure_ascii=False, separators=(",", ":")) for row in rows)
    return Asset(FIGURES, f"parkbriefIndex.figures([{told}]);\n")


def _row(
    observation: Observation, profiles: Profiles, names: dict[str, str], places: Places
) -> dict[str, object]:
    value, unit = unscaled(observation.value, observation.unit)
    park = profiles.park_of.get(observation.id)
    whose = names[park] if park else None
    subject = None if observation.subject == observation.park else observation.subject
    status = None if observation.status == "actual" else STATUS[observation.status]
    told = (whose, subject, observation.indicator, observation.scope, observation.basis, status)
    return {
        "told": " · ".join(dict.fromkeys(filter(None, told))),
        "value": number(value),
        "unit": unit,
        "measure": observation.measure,
        "said": say(observation),
        "url": places.evidence[observation.id],
        "period": say_period(observation.period),
        "kind": re.split("/", places.homes[observation.id].url, maxsplit=1)[0],
        "parks": [park] if park else [],
        "industries": _industries(observation, places),
        "years": _years(observation.period) if observation.period else [],
    }


def _industries(observation: Observation, places: Places) -> list[str]:
    """The industry that its indicator is of, else those of the project that it is a figure of."""
    own = places.belonging.figures.get(observation.id)
    home = places.homes[observation.id].url.partition("#")[0]
    project = home.startswith(f"{PROJECTS.partition('/')[0]}/")
    return [own] if own else list(places.belonging.pages.get(home, ()) if project else ())


def _years(period: str) -> list[int]:
    reached = reach(period)
    return list(range(reached.first[0], reached.last[0] + 1))


def _observations(profiles: Profiles) -> Iterator[Observation]:
    for source in profiles.sources:
        yield from source.facts.observations
