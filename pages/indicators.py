"""Pages of indicators, and the list of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from core.comparison import Comparison, IndicatorProfile
from core.lexicon import Indicator
from core.model import Chart, Observation, Page
from core.urls import INDICATORS, indicator_url
from pages import figures
from pages.comparing import limits, measure_name, sides, why
from pages.drawings import drawing
from pages.figures import Host, period
from pages.places import Common, Places
from pages.references import listed, number
from pages.topics import READING_ORDER, prominence, topic_of
from pages.views import Drawing, Headline, Link, Period, Row, Side, Site, Source, View

COUNTED_BY: Mapping[str, str] = {
    "money": "金额",
    "count": "个数",
    "area": "面积",
    "percent": "百分比",
    "rank": "位次",
    "time": "时长",
    "capacity": "产能",
}
SPANS: Mapping[bool | None, str] = {
    True: "一段时期之内的数（流量）",
    False: "某一时点的数（存量）",
    None: "因事而定",
}
PARKS_NAMED = 3


class IndicatorLine(Struct, frozen=True):
    """An indicator in the list; `alike` parks compare in one period, 0 where none do."""

    name: str
    url: str
    en: str | None
    parks: tuple[Link, ...]  # some
    more_parks: int
    figures: int
    alike: int


class FreeLine(Struct, frozen=True):
    """A free indicator that one park alone reports."""

    name: str
    park: Link
    newest: Headline


class IndicatorsView(View, frozen=True, kw_only=True):
    """indicators/index.html"""

    topics: tuple[tuple[str, tuple[IndicatorLine, ...]], ...]
    free: tuple[FreeLine, ...]
    unreported: tuple[str, ...]  # indicators of the lexicon that no park reports


class RankedRow(Struct, frozen=True):
    """A park in a ranking, or below it; `place` is None for what is not ranked."""

    place: int | None
    park: Link
    kind: str
    sides: tuple[Side, ...]
    why: str | None


class Ranking(Struct, frozen=True):
    """One measure in one period and coverage."""

    id: str
    measure: str
    period: Period
    notes: tuple[str, ...]
    alike: tuple[str, ...]  # names of the parks that compare
    order: str
    vague: bool  # a value is a bound or an estimate
    rows: tuple[RankedRow, ...]


class ParkRows(Struct, frozen=True):
    """All that one park reports of the indicator."""

    park: Link
    kind: str
    rows: tuple[Row, ...]


class IndicatorView(View, frozen=True, kw_only=True):
    """indicators/<id>.html"""

    name: str
    en: str | None
    unit: str | None
    span: str | None
    synonyms: tuple[str, ...]
    definition: str | None
    definition_source: str | None
    rankings: tuple[Ranking, ...]
    drawings: tuple[Drawing, ...]
    parks: tuple[ParkRows, ...]
    sources: tuple[Source, ...]


def has_page(indicator: IndicatorProfile) -> bool:
    """A free name that one park alone uses needs none."""
    return indicator.entry is not None or len(indicator.reports) > 1


def indicators_page(
    indicators: Sequence[IndicatorProfile], lexicon: Sequence[Indicator], places: Places, site: Site
) -> Page:
    """indicators/index.html: every indicator that a park reports, by topic."""
    topics: dict[str, list[IndicatorLine]] = {}
    for each in sorted(filter(has_page, indicators), key=lambda each: prominence(each.name)):
        topics.setdefault(topic_of(each.name), []).append(_line(each, places))
    reported = {each.name for each in indicators}
    view = IndicatorsView(
        site=site,
        section="indicators",
        topics=tuple((name, tuple(topics[name])) for name in READING_ORDER if name in topics),
        free=tuple(_free_line(each, places) for each in indicators if not has_page(each)),
        unreported=tuple(each.name for each in lexicon if each.name not in reported),
    )
    return Page(INDICATORS, "indicators.html", "指标", view)


def _line(indicator: IndicatorProfile, places: Places) -> IndicatorLine:
    alike = max((len(each.standings) for each in indicator.comparisons), default=0)
    parks = [places.parks[park] for park, _ in indicator.reports]
    return IndicatorLine(
        name=indicator.name,
        url=indicator_url(indicator.id),
        en=indicator.entry.en if indicator.entry else None,
        parks=tuple(parks[:PARKS_NAMED]),
        more_parks=len(parks[PARKS_NAMED:]),
        figures=sum(len(said) for _, said in indicator.reports),
        alike=alike if alike > 1 else 0,
    )


def _free_line(indicator: IndicatorProfile, places: Places) -> FreeLine:
    ((park, said),) = indicator.reports
    newest = max(said, key=lambda each: (each.status == "actual", figures.newness(each), each.id))
    return FreeLine(indicator.name, places.parks[park], figures.headline(newest, places))


# -- one indicator --------------------------------------------------------------------------------


def indicator_page(
    indicator: IndicatorProfile, charts: Sequence[Chart], kinds: Mapping[str, str], common: Common
) -> Page:
    """indicators/<id>.html: what it means, who reports it, and who stands where; `kinds` of parks by id."""
    places, site = common.places, common.site
    url, entry = indicator_url(indicator.id), indicator.entry
    host = Host(url, places, number(_documents(indicator), places))
    view = IndicatorView(
        site=site,
        section="indicators",
        name=indicator.name,
        en=entry.en if entry else None,
        unit=COUNTED_BY.get(entry.unit, entry.unit) if entry else None,
        span=SPANS[entry.flow] if entry else None,
        synonyms=entry.synonyms if entry else (),
        definition=entry.definition if entry else None,
        definition_source=entry.source if entry else None,
        rankings=tuple(_ranking(each, host, kinds) for each in indicator.comparisons if _parks(each) > 1),
        drawings=tuple(drawing(each, host) for each in charts),
        parks=tuple(
            ParkRows(places.parks[park], kinds[park], figures.rows(said, host))
            for park, said in indicator.reports
        ),
        sources=listed(host.references, places),
    )
    return Page(url, "indicator.html", indicator.name, view)


def _documents(indicator: IndicatorProfile) -> Iterator[str]:
    """In the order in which the page comes to them."""
    for comparison in indicator.comparisons:
        yield from (each.observation.evidence.document for each in comparison.standings)
    for _, said in indicator.reports:
        yield from (each.evidence.document for each in said)


def _parks(comparison: Comparison) -> int:
    return len(comparison.standings) + len(comparison.apart)


def _ranking(comparison: Comparison, host: Host, kinds: Mapping[str, str]) -> Ranking:
    ranked = len(comparison.standings) > 1
    parks = host.places.parks

    def row(park: str, said: tuple[Observation, ...], place: int | None, reason: str | None) -> RankedRow:
        return RankedRow(place, parks[park], kinds[park], sides(said, host), reason)

    inside = (
        row(each.park, (each.observation,), each.place if ranked else None, None)
        for each in comparison.standings
    )
    outside = (row(each.park, each.observations, None, why(each.differences)) for each in comparison.apart)
    return Ranking(
        id=comparison.id,
        measure=measure_name(comparison),
        period=period(comparison.period),
        notes=limits(comparison),
        alike=tuple(parks[each.park].text for each in comparison.standings) if ranked else (),
        order="按位次从前到后" if comparison.measure == "rank" else "从高到低",
        vague=any(each.observation.bound != "=" for each in comparison.standings),
        rows=(*inside, *outside),
    )
