"""Which charts there are, and what each says."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from charts import comparison, growth, projects, promises, trend
from charts.bars import Bar, canvas_of, draw_bars, look_of
from charts.labels import in_lines, series_label, unit_label, value_label
from charts.style import to_svg
from charts.svg import tidy
from core.amounts import in_base_unit
from core.comparison import Comparison, IndicatorProfile
from core.judgement import Judgement
from core.model import Chart, Observation, ParkProfile, Part, Profiles, Series
from core.wording import MEASURE_NAMES, say, say_period

MOST_TRENDS = 6  # of one park; its page has all figures as tables
MOST_PROMISES = 3
NOTHING_FOUND = Judgement()


class Sketch(Struct, frozen=True):
    """A chart that is not drawn yet, and what to draw."""

    chart: Chart
    bars: tuple[Bar, ...] | None  # None: a line through its points


def draw_charts(
    profiles: Profiles,
    judgement: Judgement = NOTHING_FOUND,
    indicators: Sequence[IndicatorProfile] = (),
) -> tuple[Chart, ...]:
    """The charts of every park, then of every indicator; facts that do not compare have none."""
    return tuple(map(draw, sketch_charts(profiles, judgement, indicators)))


def sketch_charts(
    profiles: Profiles, judgement: Judgement, indicators: Sequence[IndicatorProfile]
) -> Iterator[Sketch]:
    """What to draw: the charts of every park, then of every indicator."""
    names = {park.id: park.name for park in profiles.parks}
    for park in profiles.parks:
        yield from _of_park(park, profiles, judgement)
    for each in indicators:
        for found in comparison.drawable(each):
            yield _comparison_chart(each.id, found, names)


def draw(sketch: Sketch) -> Chart:
    """The chart drawn. Hangs on its sketch alone, so that it can be remembered, and a worker may call it."""
    chart, bars = sketch.chart, sketch.bars
    if bars is None:
        svg = to_svg(lambda axes: trend.draw_trend(axes, chart.points), trend.canvas_of(chart.points))
    else:
        svg = to_svg(lambda axes: draw_bars(axes, bars), canvas_of(bars))
    return replace(chart, svg=tidy(svg, chart_id=chart.id, alt=chart.alt))


def _of_park(park: ParkProfile, profiles: Profiles, judgement: Judgement) -> Iterator[Sketch]:
    if rates := growth.growth_rates(park):
        yield _growth_chart(park, rates)
    for series, points in trend.trends(park)[:MOST_TRENDS]:
        yield _trend_chart(park, series, points)
    for outcomes, target in promises.held(park, judgement.promises)[:MOST_PROMISES]:
        yield _promise_chart(park, outcomes, target)
    if sums := projects.investments(park):
        yield _investment_chart(park, [project.name for project, _ in sums], [each for _, each in sums])
    if parts := projects.by_stage(park, judgement.ladders):
        yield _stage_chart(park, parts)
    if parts := projects.by_industry(park, profiles.industries):
        yield _industry_chart(park, parts)


# -- figures of a park ----------------------------------------------------------------------------


def _growth_chart(park: ParkProfile, rates: Sequence[tuple[Series, Observation]]) -> Sketch:
    points = tuple(point for _, point in rates)
    period = say_period(points[0].period)
    told = "，".join(f"{series_label(series)}{say(point)}" for series, point in rates)
    chart = _undrawn(
        f"{park.id}-growth",
        title=f"{period}主要指标增速",
        unit="%",
        alt=f"条形图：{park.name}{period}主要指标增速，{told}。",
    )
    return _with_bars(replace(chart, park=park.id, points=points), growth.bars_of(rates))


def _trend_chart(park: ParkProfile, series: Series, points: Sequence[Observation]) -> Sketch:
    told = "，".join(f"{say_period(each.period)}{value_label(each)}" for each in points)
    key = (series.indicator, series.scope or "", series.basis or "")
    chart = _undrawn(
        f"{park.id}-trend-{_digest(*key)}",
        title=f"{series_label(series)}逐年变化",
        unit=points[0].unit,
        alt=f"折线图：{park.name}历年{series_label(series)}，{told}。",
    )
    return Sketch(replace(chart, park=park.id, points=tuple(points), rows="period"), None)


def _promise_chart(park: ParkProfile, outcomes: Sequence[Observation], target: Observation) -> Sketch:
    name = series_label(target) + MEASURE_NAMES[target.measure]
    told = "，".join(f"{say_period(each.period)}{value_label(each)}" for each in outcomes)
    chart = _undrawn(
        f"{park.id}-promise-{_digest(target.id)}",
        title=f"{name}：目标与实际",
        unit=target.unit,
        alt=f"条形图：{park.name}{name}，{told}；目标是{say_period(target.period)}{value_label(target)}。",
    )
    bars = [_bar((say_period(each.period),), each) for each in outcomes]
    goal = Bar(
        (f"{say_period(target.period)}目标",),
        in_base_unit(target),
        value_label(target),
        target.id,
        "bar-open",
    )
    points = (*outcomes, target)
    return _with_bars(replace(chart, park=park.id, points=points, rows="period"), (*bars, goal))


# -- projects of a park ---------------------------------------------------------------------------


def _investment_chart(park: ParkProfile, names: Sequence[str], sums: Sequence[Observation]) -> Sketch:
    basis = f"（{sums[0].basis}）" if sums[0].basis else ""
    told = "，".join(f"{name}{value_label(each)}" for name, each in zip(names, sums, strict=True))
    chart = _undrawn(
        f"{park.id}-investment",
        title=f"各项目总投资{basis}",
        unit=unit_label(sums),
        alt=f"条形图：{park.name}各项目总投资{basis}，{told}。",
    )
    bars = [_bar(in_lines(name), each) for name, each in zip(names, sums, strict=True)]
    shown = replace(chart, park=park.id, points=tuple(sums), rows="project", names=tuple(names))
    return _with_bars(shown, bars)


def _stage_chart(park: ParkProfile, parts: tuple[Part, ...]) -> Sketch:
    chart = _composition(park, "stage", parts, "见诸报道的项目与载体，按最新阶段")
    return _with_bars(replace(chart, rows="stage"), tuple(projects.bars_of_parts(parts)))


def _industry_chart(park: ParkProfile, parts: tuple[Part, ...]) -> Sketch:
    chart = _composition(park, "industry", parts, "见诸报道的项目与载体，按名称所示的产业")
    return _with_bars(replace(chart, rows="industry"), tuple(projects.bars_of_parts(parts)))


def _composition(park: ParkProfile, kind: str, parts: tuple[Part, ...], title: str) -> Chart:
    told = "，".join(f"{each.label}{len(each.projects)}个" for each in parts)
    alt = f"条形图：{park.name}{title}，{told}。"
    return replace(_undrawn(f"{park.id}-{kind}", title=title, unit="个", alt=alt), park=park.id, parts=parts)


# -- parks side by side ---------------------------------------------------------------------------


def _comparison_chart(indicator: str, found: Comparison, names: Mapping[str, str]) -> Sketch:
    shown = found.standings[: comparison.MOST]
    points = tuple(each.observation for each in shown)
    parks = tuple(names[each.park] for each in shown)
    what = f"{say_period(found.period)}{series_label(found)}{MEASURE_NAMES[found.measure]}"
    told = "，".join(f"{park}{value_label(each)}" for park, each in zip(parks, points, strict=True))
    left_out = f"，列出前{len(shown)}个" if len(shown) < len(found.standings) else ""
    chart = _undrawn(
        f"compare-{found.id}",
        title=f"{what}：{len(found.standings)}个园区{left_out}",
        unit=unit_label(points),
        alt=f"条形图：{what}，{told}。",
    )
    bars = [
        Bar(in_lines(park), in_base_unit(each), value_label(each), each.id, look_of(each.bound))
        for park, each in zip(parks, points, strict=True)
    ]
    return _with_bars(replace(chart, indicator=indicator, points=points, rows="park", names=parks), bars)


# -- sketching ------------------------------------------------------------------------------------


def _undrawn(chart_id: str, *, title: str, unit: str, alt: str) -> Chart:
    return Chart(id=chart_id, park=None, title=title, unit=unit, alt=alt, svg="", points=())


def _with_bars(chart: Chart, bars: Sequence[Bar]) -> Sketch:
    return Sketch(chart, tuple(bars))


def _bar(lines: tuple[str, ...], point: Observation) -> Bar:
    return Bar(lines, in_base_unit(point), value_label(point), point.id, look_of(point.bound))


def _digest(*key: str) -> str:
    """Tells one chart of a park from another, and stays when others come and go."""
    return hashlib.sha256("\x1f".join(key).encode()).hexdigest()[:6]
