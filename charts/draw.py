"""Which charts there are, and what each says."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence

from charts import growth, trend
from charts.labels import series_label, value_label
from charts.style import to_svg
from charts.svg import tidy
from core.model import Chart, Observation, ParkProfile, Profiles, Series
from core.wording import say, say_period

MOST_TRENDS = 6  # of one park; its page has all figures as tables


def draw_charts(profiles: Profiles) -> tuple[Chart, ...]:
    """The charts of every park, in its order."""
    return tuple(chart for park in profiles.parks for chart in draw_park(park))


def draw_park(park: ParkProfile) -> tuple[Chart, ...]:
    """The charts of one park; one whose facts do not compare has none. Pure: a worker may call it."""
    return tuple(_charts(park))


def _charts(park: ParkProfile) -> Iterator[Chart]:
    if bars := growth.growth_bars(park):
        yield _growth_chart(park, bars)
    for series, points in trend.trends(park)[:MOST_TRENDS]:
        yield _trend_chart(park, series, points)


def _growth_chart(park: ParkProfile, bars: Sequence[growth.Bar]) -> Chart:
    chart_id = f"{park.id}-growth"
    period = say_period(bars[0].point.period)
    told = "，".join(f"{''.join(each.lines)}{say(each.point)}" for each in bars)
    alt = f"条形图：{park.name}{period}主要指标增速，{told}。"
    svg = to_svg(lambda axes: growth.draw_growth(axes, bars), growth.canvas_of(bars))
    return Chart(
        id=chart_id,
        park=park.id,
        title=f"{period}主要指标增速",
        unit="%",
        alt=alt,
        svg=tidy(svg, chart_id=chart_id, alt=alt),
        points=tuple(each.point for each in bars),
    )


def _trend_chart(park: ParkProfile, series: Series, points: Sequence[Observation]) -> Chart:
    chart_id = f"{park.id}-trend-{_digest(series)}"
    told = "，".join(f"{say_period(each.period)}{value_label(each)}" for each in points)
    alt = f"折线图：{park.name}历年{series_label(series)}，{told}。"
    svg = to_svg(lambda axes: trend.draw_trend(axes, points), trend.canvas_of(points))
    return Chart(
        id=chart_id,
        park=park.id,
        title=f"{series_label(series)}逐年变化",
        unit=points[0].unit,
        alt=alt,
        svg=tidy(svg, chart_id=chart_id, alt=alt),
        points=tuple(points),
    )


def _digest(series: Series) -> str:
    """Tells one series of a park from another, and stays when other series come and go."""
    key = "\x1f".join((series.indicator, series.scope or "", series.basis or ""))
    return hashlib.sha256(key.encode()).hexdigest()[:6]
