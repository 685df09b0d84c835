"""Charts on a page: the drawing, and the table that gives what it draws."""

from __future__ import annotations

from collections.abc import Iterator

from core.model import Chart, Observation
from pages import figures
from pages.figures import Host
from pages.views import Drawing, DrawnRow, Member

HEADINGS = {
    "indicator": "指标",
    "period": "时期",
    "project": "项目",
    "park": "园区",
    "stage": "阶段",
    "industry": "产业",
}


def drawing(chart: Chart, host: Host) -> Drawing:
    """A chart with a row for each of its figures, or for each of its parts."""
    return Drawing(
        id=chart.id,
        title=chart.title,
        unit=chart.unit,
        alt=chart.alt,
        svg=chart.svg,
        heading=HEADINGS[chart.rows],
        rows=tuple(_parts(chart, host) if chart.parts else _points(chart, host)),
    )


def documents_of(chart: Chart) -> Iterator[str]:
    """The documents that a chart's table refers to by number."""
    return (each.evidence.document for each in chart.points)


def _points(chart: Chart, host: Host) -> Iterator[DrawnRow]:
    labels = chart.names or tuple(each.indicator for each in chart.points)
    for label, each in zip(labels, chart.points, strict=True):
        yield DrawnRow(
            label=label if chart.rows != "period" else None,
            notes=_notes(chart, each),
            period=figures.period(each.period) if chart.rows == "period" else None,
            value=figures.value(each, host.places),
            source=host.references[each.evidence.document],
        )


def _notes(chart: Chart, observation: Observation) -> tuple[str, ...]:
    """The title of a chart of one indicator says whom it covers; one of many says it row by row."""
    return figures.notes(observation) if chart.rows == "indicator" else ()


def _parts(chart: Chart, host: Host) -> Iterator[DrawnRow]:
    for part in chart.parts:
        yield DrawnRow(
            label=part.label,
            members=tuple(
                Member(host.places.projects[project], host.places.evidence[mention])
                for project, mention in part.projects
            ),
        )
