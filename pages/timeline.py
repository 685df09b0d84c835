"""What happened when: honours, policies, stages of projects and events of a day, the newest first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct

from core.model import HonourProfile, Observation, Page, PolicyProfile, Profiles, ProjectProfile
from core.urls import HONOURS, TIMELINE, anchor, policy_url, project_url
from pages import figures
from pages.lines import honour_line
from pages.places import Places, date, mention_anchor
from pages.views import Citation, Date, Link, Site, Value, View

DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
HAPPENS = re.compile(
    r"签约|开工|落户|落地|竣工|投产|揭牌|启用|开园|成交|挂牌|获批"
)  # what a day's figures are of


class Event(Struct, frozen=True):
    """One line of the timeline; `values` are the figures of a day, each with its indicator."""

    when: str  # "2021-09-23", "2021-07" or "2021"
    date: Date
    kind: str  # 荣誉, 政策, 项目, 事件
    what: str  # the holder, or 公布, 开工 …; "" where the figures say it
    rank: str | None
    thing: Link | None
    park: Link | None
    values: tuple[tuple[str, Value], ...]
    proof: str  # the mark
    quote: str
    citation: Citation


class TimelineView(View, frozen=True, kw_only=True):
    """timeline/index.html"""

    years: tuple[tuple[Date, tuple[Event, ...]], ...]
    undated: int  # honours, steps and stages that no source dates


def timeline_page(profiles: Profiles, places: Places, site: Site) -> Page:
    """timeline/index.html: what no source dates is counted, not guessed at."""
    told = [*_events(profiles, places)]
    dated = sorted((each for each in told if each.when), key=_newest_first, reverse=True)
    years: dict[str, list[Event]] = {}
    for event in dated:
        years.setdefault(event.when[:4], []).append(event)
    view = TimelineView(
        site=site,
        section="timeline",
        years=tuple((date(year), tuple(events)) for year, events in years.items()),
        undated=sum(not each.when for each in told),
    )
    return Page(TIMELINE, "timeline.html", "时间线", view)


def _newest_first(event: Event) -> tuple[str, str, str]:
    return (event.when, event.kind, event.proof)


def _events(profiles: Profiles, places: Places) -> Iterator[Event]:
    for honour in profiles.honours:
        yield _won(honour, places)
    for policy in profiles.policies:
        yield from _steps(policy, places)
    for project in profiles.projects:
        yield from _stages(project, places)
    yield from _days(profiles, places)


def _won(honour: HonourProfile, places: Places) -> Event:
    line = honour_line(honour, places, HONOURS)
    first = honour.mentions[0]
    return Event(
        when=honour.year or "",
        date=date(honour.year),
        kind="荣誉",
        what=honour.holder,
        rank=line.rank,
        thing=Link(anchor(HONOURS, mention_anchor(first)), honour.name),
        park=line.park,
        values=(),
        proof=places.evidence[first.id],
        quote=first.evidence.quote,
        citation=places.citations[first.evidence.document],
    )


def _steps(policy: PolicyProfile, places: Places) -> Iterator[Event]:
    """The steps that mentions tell; the end that a name sets lies ahead and is no event."""
    mentions = {each.id: each for each in policy.mentions}
    for step in policy.steps:
        if step.mention is None:
            continue
        told = mentions[step.mention]
        yield Event(
            when=step.date or "",
            date=date(step.date),
            kind="政策",
            what=step.step,
            rank=None,
            thing=Link(policy_url(policy.id), policy.name),
            park=places.parks.get(policy.park or ""),
            values=(),
            proof=places.evidence[told.id],
            quote=told.evidence.quote,
            citation=places.citations[told.evidence.document],
        )


def _stages(project: ProjectProfile, places: Places) -> Iterator[Event]:
    """Each stage once for each date, as the oldest document tells it."""
    met: set[tuple[str, str]] = set()
    for mention in project.mentions:
        if not mention.stage or (mention.stage, mention.date or "") in met:
            continue
        met.add((mention.stage, mention.date or ""))
        yield Event(
            when=mention.date or "",
            date=date(mention.date),
            kind="项目",
            what=mention.stage,
            rank=None,
            thing=Link(project_url(project.id), project.name),
            park=places.parks.get(project.park or ""),
            values=(),
            proof=places.evidence[mention.id],
            quote=mention.evidence.quote,
            citation=places.citations[mention.evidence.document],
        )


def _days(profiles: Profiles, places: Places) -> Iterator[Event]:
    """Figures of one day, such as those of a signing ceremony: one event for each sentence."""
    for park in profiles.parks:
        points = (each for series in park.series for each in series.points)
        sentences: dict[tuple[object, ...], list[Observation]] = {}
        for each in sorted(points, key=lambda each: (each.evidence.document, each.evidence.span, each.id)):
            if _happened(each):
                sentences.setdefault(
                    (each.period, each.evidence.document, each.evidence.sentence), []
                ).append(each)
        for found in sentences.values():
            yield _day(found, places.parks[park.id], places)


def _happened(each: Observation) -> bool:
    of_a_day = each.period is not None and DAY.fullmatch(each.period) is not None
    return of_a_day and each.status == "actual" and HAPPENS.search(each.indicator) is not None


def _day(found: list[Observation], park: Link, places: Places) -> Event:
    first = found[0]
    return Event(
        when=first.period or "",
        date=date(first.period),
        kind="事件",
        what="",
        rank=None,
        thing=None,
        park=park,
        values=tuple(_each_once((each.indicator, figures.value(each, places)) for each in found)),
        proof=places.evidence[first.id],
        quote=first.evidence.quote,
        citation=places.citations[first.evidence.document],
    )


def _each_once(rows: Iterable[tuple[str, Value]]) -> list[tuple[str, Value]]:
    return list({value.id: (indicator, value) for indicator, value in rows}.values())
