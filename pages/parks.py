"""Pages of parks, and the list of them."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from core.model import Chart, Observation, Page, ParkProfile, Profiles, Zone
from core.urls import EDITION, PARKS, anchor, brief_url, park_url, project_url, scorecard_url
from pages import figures
from pages.doubts import is_revised
from pages.drawings import drawing
from pages.figures import Host
from pages.identity import identity, place
from pages.lines import by_kind, claim_lines, honour_line, instrument_line, policy_line
from pages.notes import notes_on
from pages.places import Places, value_anchor
from pages.projects import by_stage, project_sources
from pages.promises import PromiseLine, documents_of, promise_lines
from pages.references import listed, number
from pages.views import (
    ClaimLine,
    Drawing,
    Group,
    Headline,
    HonourLine,
    InstrumentLine,
    Link,
    NoteView,
    ParkLine,
    PolicyLine,
    ProjectLine,
    Site,
    Source,
    Statement,
    Table,
    View,
)

HEADLINES = 4  # on the page of a park
HEADLINES_IN_LIST = 2
UNKNOWN_PROVINCE = "所在省份未知"


class ZoneView(Struct, frozen=True):
    """An area within a park."""

    name: str
    url: str | None  # of its page as a project
    anchor: str
    figures: Table | None
    projects: tuple[tuple[str, tuple[ProjectLine, ...]], ...]  # by stage, the furthest first


class ParksView(View, frozen=True, kw_only=True):
    """parks/index.html"""

    provinces: tuple[tuple[str, tuple[ParkLine, ...]], ...]
    edition: str | None  # all briefs in one volume; None where there is none


class ParkView(View, frozen=True, kw_only=True):
    """parks/<id>/index.html"""

    name: str
    provisional: bool
    identity: tuple[Statement, ...]
    other_names: tuple[str, ...]
    briefs: tuple[str, ...]  # their pages, the investment brief first; none where no document speaks of it
    scorecard: str | None  # its URL, for a park of a kind that is evaluated
    headlines: tuple[Headline, ...]
    drawings: tuple[Drawing, ...]
    own: Table | None
    parent: Link | None  # the park that it lies in
    parts: tuple[ParkLine, ...]  # parks that lie in it
    zones: tuple[ZoneView, ...]
    inside: Table | None
    claims: tuple[ClaimLine, ...]
    policies: tuple[PolicyLine, ...]
    instruments: tuple[InstrumentLine, ...]
    honours: tuple[HonourLine, ...]
    promises: tuple[PromiseLine, ...]
    projects: tuple[tuple[str, tuple[ProjectLine, ...]], ...]  # by stage, the furthest first
    notes: tuple[NoteView, ...]
    sources: tuple[Source, ...]
    words: tuple[Link, ...]  # that several of its documents share


def parks_page(profiles: Profiles, places: Places, site: Site) -> Page:
    """parks/index.html: every park, by province."""
    provinces: dict[str, list[ParkLine]] = {}
    for park in profiles.parks:
        provinces.setdefault(park.province or UNKNOWN_PROVINCE, []).append(park_line(park, places))
    view = ParksView(
        site=site,
        section="parks",
        provinces=tuple((name, tuple(lines)) for name, lines in provinces.items()),
        edition=EDITION if any(park.documents for park in profiles.parks) else None,
    )
    return Page(PARKS, "parks.html", "园区", view)


def park_line(park: ParkProfile, places: Places, headlines: int = HEADLINES_IN_LIST) -> ParkLine:
    """A park in a list, with that many of its figures."""
    return ParkLine(
        url=park_url(park.id),
        name=park.name,
        kind=park.kind,
        level=park.level,
        place=place(park),
        provisional=park.entry is None,
        documents=sum(each not in places.reprints for each in park.documents),
        figures=sum(1 for _ in observations_of(park)),
        headlines=tuple(figures.headline(each, places) for each in leading_figures(park, places, headlines)),
    )


def park_page(park: ParkProfile, charts: tuple[Chart, ...], places: Places, site: Site) -> Page:
    """parks/<id>/index.html: all that is held of one park."""
    url = park_url(park.id)
    things = places.things[park.id]
    promises = places.promises_of(park=park.id)
    told = [document for each in promises for document in documents_of(each)]
    host = Host(url, places, number((*_documents(park), *things.documents(), *told), places))
    zoned = {each.id for zone in park.zones for each in zone.figures}
    inside = [
        (subject, each)
        for subject, each in observations_of(park)
        if subject != park.name and each.id not in zoned and _at_home(each, url, places)
    ]
    view = ParkView(
        site=site,
        section="parks",
        name=park.name,
        provisional=park.entry is None,
        identity=identity(park),
        other_names=park.names,
        briefs=tuple(brief_url(park.id, kind) for kind in ("investment", "policy") if park.documents),
        scorecard=scorecard_url(park.id) if park.id in places.scorecards else None,
        headlines=_headlines(park, host),
        drawings=tuple(drawing(chart, host) for chart in charts),
        own=figures.table(f"{park.name}的数据", _own_groups(park, host)),
        parent=places.parks.get(park.parent or ""),
        parts=tuple(park_line(each, places) for each in places.parts_of.get(park.id, ())),
        zones=tuple(_zone(place, each, park, host) for place, each in enumerate(park.zones, 1)),
        inside=figures.table(f"{park.name}之内的数据", figures.by_subject(inside, host)),
        claims=claim_lines(things.claims.values(), places, url, host.references),
        policies=tuple(policy_line(each, places, host.references) for each in things.policies),
        instruments=tuple(
            instrument_line(each, places, url, host.references) for each in by_kind(things.instruments)
        ),
        honours=tuple(honour_line(each, places, url, host.references) for each in things.honours),
        promises=promise_lines(promises, host, site),
        projects=by_stage(park.projects, host),
        notes=notes_on(url, places),
        sources=listed(host.references, places),
        words=places.words.get(url, ()),
    )
    return Page(url, "park.html", park.name, view)


def _zone(place: int, zone: Zone, park: ParkProfile, host: Host) -> ZoneView:
    """An area with its own figures and projects; what stands on its page as a project is shown again."""
    rows = figures.rows(zone.figures, host)
    return ZoneView(
        name=zone.name,
        url=project_url(zone.project) if zone.project else None,
        anchor=f"zone-{place}",
        figures=figures.table(f"{zone.name}的数据", (Group(None, rows),) if rows else ()),
        projects=by_stage([each for each in park.projects if each.id in zone.projects], host),
    )


def _documents(park: ParkProfile) -> Iterator[str]:
    yield from park.documents
    for _, observation in observations_of(park):
        yield observation.evidence.document
    for project in park.projects:
        yield from project_sources(project)


def _headlines(park: ParkProfile, host: Host) -> tuple[Headline, ...]:
    return tuple(
        figures.headline(each, host.places, host.references[each.evidence.document])
        for each in leading_figures(park, host.places, HEADLINES)
    )


def _own_groups(park: ParkProfile, host: Host) -> tuple[Group, ...]:
    here = [each for each in _own(park) if _at_home(each, host.url, host.places)]
    return figures.by_topic(here, host)


def observations_of(park: ParkProfile) -> Iterator[tuple[str, Observation]]:
    """Every figure of a park and of what lies in it, once, with the name of whom it is about."""
    met: set[str] = set()
    for series in park.series:
        for observation in series.points:
            if observation.id not in met:
                met.add(observation.id)
                yield series.subject, observation


def _own(park: ParkProfile) -> list[Observation]:
    return [each for subject, each in observations_of(park) if subject == park.name]


def leading_figures(park: ParkProfile, places: Places, limit: int) -> list[Observation]:
    """Of the park's own figures those that say most, without what a later report has revised."""
    holding = [each for each in _own(park) if not is_revised(places.doubts.get(each.id, ()))]
    return figures.best_known(holding, limit)


def _at_home(observation: Observation, url: str, places: Places) -> bool:
    """False for a project's figure: it stands on the project's page."""
    return places.homes[observation.id].url == anchor(url, value_anchor(observation))
