"""The page that sets parks side by side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from core.comparison import Comparison, IndicatorProfile
from core.model import Chart, Page, ParkProfile, Profiles
from core.urls import COMPARE, indicator_url, park_url
from core.wording import MEASURE_NAMES
from pages.comparing import EXPLAINED, limits, sides, why
from pages.drawings import documents_of, drawing
from pages.figures import Host, period
from pages.identity import place
from pages.places import Common
from pages.references import listed, number
from pages.topics import READING_ORDER, prominence, topic_of
from pages.views import Drawing, Period, Side, Source, View

MOST_DRAWINGS = 6  # the pages of indicators have all


class ComparedPark(Struct, frozen=True):
    """A park that can be chosen, and the column that it heads."""

    id: str
    name: str
    url: str
    kind: str
    place: str | None


class CompareCell(Struct, frozen=True):
    """What one park has in one row; no sides: nothing. `why` it does not compare, None where it does."""

    park: str  # id
    name: str
    sides: tuple[Side, ...]
    why: str | None


class CompareRow(Struct, frozen=True):
    """One indicator and measure, in one period and coverage."""

    group: str  # rows of one indicator and measure share it
    indicator: str
    url: str
    measure: str  # empty for a level
    period: Period
    notes: tuple[str, ...]
    alike: int  # parks whose values compare
    cells: tuple[CompareCell, ...]


class CompareTopic(Struct, frozen=True):
    """A table: the parks that report anything of one topic, and what they report."""

    anchor: str
    heading: str
    parks: tuple[ComparedPark, ...]
    rows: tuple[CompareRow, ...]


class CompareView(View, frozen=True, kw_only=True):
    """compare/index.html"""

    choice: tuple[ComparedPark, ...]
    topics: tuple[CompareTopic, ...]
    alike: int  # rows in which two parks or more compare
    drawings: tuple[Drawing, ...]
    sources: tuple[Source, ...]
    reasons: tuple[tuple[str, str], ...]


def compare_page(
    profiles: Profiles, indicators: Sequence[IndicatorProfile], charts: Sequence[Chart], common: Common
) -> Page:
    """compare/index.html: fixed tables of all parks, from which a reader may choose some."""
    places, site = common.places, common.site
    kept = sorted(_kept(indicators), key=lambda found: prominence(found[0].name))
    drawn = [each for found, _ in kept for each in charts if each.indicator == found.id]
    drawn = list(dict.fromkeys(drawn))[:MOST_DRAWINGS]
    host = Host(COMPARE, places, number((one for each in drawn for one in documents_of(each)), places))
    bare = Host(COMPARE, places, {})
    topics = tuple(_topics(kept, profiles.parks, bare))
    met = {park.id: park for each in topics for park in each.parks}
    view = CompareView(
        site=site,
        section="compare",
        choice=tuple(met[park.id] for park in profiles.parks if park.id in met),
        topics=topics,
        alike=sum(row.alike > 1 for each in topics for row in each.rows),
        drawings=tuple(drawing(each, host) for each in drawn),
        sources=listed(host.references, places),
        reasons=tuple(EXPLAINED.items()),
    )
    return Page(COMPARE, "compare.html", "比较", view)


Kept = tuple[IndicatorProfile, Comparison]


def _kept(indicators: Iterable[IndicatorProfile]) -> Iterator[Kept]:
    """What at least two parks report, and one of them so that it could compare."""
    for indicator in indicators:
        for each in indicator.comparisons:
            parks = len(each.standings) + sum("territory" not in one.differences for one in each.apart)
            if each.standings and parks > 1:
                yield indicator, each


def _topics(kept: Sequence[Kept], parks: Sequence[ParkProfile], host: Host) -> Iterator[CompareTopic]:
    topics: dict[str, list[Kept]] = {}
    for found in kept:
        topics.setdefault(topic_of(found[1].indicator, found[1].measure), []).append(found)
    for heading in READING_ORDER:
        if heading in topics:
            rows = [(found, _cells_of(found[1], host)) for found in topics[heading]]
            columns = [park for park in parks if any(park.id in cells for _, cells in rows)]
            yield CompareTopic(
                anchor=f"topic-{READING_ORDER.index(heading)}",
                heading=heading,
                parks=tuple(_park(each) for each in columns),
                rows=tuple(_row(found, cells, columns) for found, cells in rows),
            )


def _park(park: ParkProfile) -> ComparedPark:
    return ComparedPark(park.id, park.name, park_url(park.id), park.kind, place(park))


def _cells_of(comparison: Comparison, host: Host) -> dict[str, tuple[tuple[Side, ...], str | None]]:
    """The figures of each park that has any, and why they do not compare."""
    alike = {each.park: (sides((each.observation,), host), None) for each in comparison.standings}
    apart = {
        each.park: (sides(each.observations, host), why(each.differences))
        for each in comparison.apart
        if "territory" not in each.differences
    }
    return {**alike, **apart}


def _row(
    found: Kept, cells: dict[str, tuple[tuple[Side, ...], str | None]], columns: Iterable[ParkProfile]
) -> CompareRow:
    indicator, comparison = found
    return CompareRow(
        group=f"{indicator.id}-{comparison.measure}",
        indicator=indicator.name,
        url=indicator_url(indicator.id),
        measure=MEASURE_NAMES[comparison.measure],
        period=period(comparison.period),
        notes=limits(comparison),
        alike=len(comparison.standings),
        cells=tuple(CompareCell(park.id, park.name, *cells.get(park.id, ((), None))) for park in columns),
    )
