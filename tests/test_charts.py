"""Which facts are drawn together, and what the drawing is made of."""

from __future__ import annotations

import subprocess
import sys
from decimal import Decimal
from pathlib import Path
from xml.etree import ElementTree

import matplotlib as mpl
import pytest
from msgspec.structs import replace

from charts import draw_charts
from charts.labels import in_lines
from charts.style import width_of
from core.model import Chart, Measure, Observation, ParkProfile, Series
from tests.factories import a_document, a_park, an_observation, profiles_of

SVG = "{http://www.w3.org/2000/svg}"
ROOT = Path(__file__).parent.parent


def a_rate(indicator, words="6.3%", /, **changes):
    """A growth rate of the park in 2024, printed as `words`."""
    value = Decimal(words.removesuffix("%"))
    document = a_document(f"{indicator}增长{words}。")
    return an_observation(
        document,
        words,
        **{"indicator": indicator, "measure": "growth", "value": value, "unit": "%", **changes},
    )


def a_level(year, words="1135.1亿元", /, **changes):
    """The park's product of a year, printed as `words`."""
    return an_observation(a_document(f"{year}年，地区生产总值{words}。"), words, period=year, **changes)


def park_of(*observations: Observation, **changes) -> ParkProfile:
    """A park with these facts, each under an id of its own, in their series."""
    rows: dict[tuple[str, str, Measure, str | None, str | None], list[Observation]] = {}
    for number, each in enumerate(observations):
        key = (each.subject, each.indicator, each.measure, each.scope, each.basis)
        rows.setdefault(key, []).append(replace(each, id=f"o{number}"))
    series = tuple(Series(*key, tuple(points)) for key, points in rows.items())
    return a_park(series=series, **changes)


def charts_of(*observations: Observation, **changes) -> tuple[Chart, ...]:
    return draw_charts(profiles_of(parks=(park_of(*observations, **changes),)))


def only_chart(*observations: Observation) -> Chart:
    (chart,) = charts_of(*observations)
    return chart


def texts(chart: Chart) -> list[str]:
    return [each.text or "" for each in ElementTree.fromstring(chart.svg).iter(f"{SVG}text")]


RATES = (a_rate("地区生产总值", "6.3%"), a_rate("工业投资", "11%"), a_rate("税收收入", "4.4%"))
LEVELS = (a_level("2022", "980亿元"), a_level("2023", "1068亿元"), a_level("2024", "1135.1亿元"))


# -- what is drawn together: growth ---------------------------------------------------------------


@pytest.mark.parametrize(
    "change",
    [
        {"period": "2023"},
        {"period": "2024-01/2024-09"},
        {"period": None},
        {"period": "@2024-12"},
        {"status": "target"},
        {"status": "estimate"},
        {"unit": "个百分点"},
        {"subject": "云泽数字港"},
        {"measure": "share"},
        {"indicator": "工业投资", "value": Decimal(9)},  # contradicts the other rate: neither is drawn
    ],
    ids=repr,
)
def test_growth_that_does_not_compare_is_not_drawn(change):
    assert charts_of(*RATES[:2], replace(RATES[2], **change)) == ()


def test_growth_rates_of_one_period_stand_side_by_side_the_fastest_first():
    chart = only_chart(*RATES)

    assert chart.title == "2024年主要指标增速"
    assert (chart.unit, chart.park) == ("%", "yunze")
    assert [point.indicator for point in chart.points] == ["工业投资", "地区生产总值", "税收收入"]
    assert chart.alt == (
        "条形图：云泽高新区2024年主要指标增速，工业投资增长11%，地区生产总值增长6.3%，税收收入增长4.4%。"
    )


def test_the_newest_period_with_enough_rates_is_drawn():
    older = [replace(each, period="2023") for each in RATES]
    few = replace(RATES[0], period="2025-01/2025-03")

    assert {point.period for point in only_chart(*older, *RATES, few).points} == {"2024"}


def test_a_rate_told_twice_is_drawn_once_and_the_exact_one_before_the_vague():
    vague = replace(RATES[1], value=Decimal(10), bound=">")

    chart = only_chart(vague, *RATES, RATES[0])
    assert [(point.indicator, point.bound) for point in chart.points] == [
        ("工业投资", "="),
        ("地区生产总值", "="),
        ("税收收入", "="),
    ]


def test_at_most_ten_rates_are_drawn_those_told_first():
    rates = [
        a_rate(f"{name}产业产值", f"{number}%") for number, name in enumerate("甲乙丙丁戊己庚辛壬癸子丑")
    ]

    assert [int(point.value) for point in only_chart(*rates).points] == list(range(9, -1, -1))


def test_a_vague_rate_says_so_in_its_label():
    vague = an_observation(
        a_document("工业投资增长超20%。"), "20%", indicator="工业投资", measure="growth", bound=">"
    )

    chart = only_chart(*RATES[::2], vague)
    assert "超20%" in texts(chart)
    assert "chart-bar chart-bound" in chart.svg


def test_a_label_says_whom_a_rate_covers_unless_its_name_says_so():
    rates = (a_rate("规上工业产值", scope="规上"), a_rate("出口总额", "2%", scope="全口径", basis="快报"))

    assert {"规上工业产值", "出口总额", "（全口径，快报）"} <= set(texts(only_chart(RATES[0], *rates)))


def test_a_fall_is_a_bar_to_the_left_of_zero():
    fall = a_rate("出口总额", "4.2%", value=Decimal("-4.2"))

    chart = only_chart(*RATES, fall)
    assert "下降4.2%" in texts(chart)
    bars = [each for each in ElementTree.fromstring(chart.svg) if each.get("class") == "chart-bar"]
    numbers = [bar.attrib["d"].split() for bar in bars]  # M zero top L end top …
    assert len({each[1] for each in numbers}) == 1
    assert [float(each[4]) > float(each[1]) for each in numbers] == [True, True, True, False]


# -- what is drawn together: trends ---------------------------------------------------------------


@pytest.mark.parametrize(
    "change",
    [
        {"period": "2024-01/2024-09"},
        {"period": "@2024-12"},
        {"period": None},
        {"period": "2023", "value": Decimal(1)},  # contradicts the other value of 2023
        {"status": "target"},
        {"unit": "万元"},
        {"subject": "云泽数字港"},
        {"scope": "全口径"},
        {"measure": "increment"},
    ],
    ids=repr,
)
def test_levels_that_make_no_row_of_years_are_not_drawn(change):
    assert charts_of(*LEVELS[:2], replace(LEVELS[2], **change)) == ()


def test_three_years_of_one_indicator_make_a_trend():
    chart = only_chart(*LEVELS)

    assert (chart.title, chart.unit) == ("地区生产总值逐年变化", "亿元")
    assert texts(chart) == ["980", "1068", "1135.1", "2022", "2023", "2024"]
    assert (
        chart.alt == "折线图：云泽高新区历年地区生产总值，2022年980亿元，2023年1068亿元，2024年1135.1亿元。"
    )


def test_a_missing_year_is_crossed_by_a_dashed_line():
    assert "stroke-dasharray" not in only_chart(*LEVELS).svg
    assert "stroke-dasharray" in only_chart(replace(LEVELS[0], period="2019"), *LEVELS[1:]).svg


def test_many_years_leave_out_labels_before_they_overlap():
    chart = only_chart(*(a_level(str(year), f"{year * 0.7:.2f}亿元") for year in range(1995, 2025)))

    ends: dict[str, float] = {}
    labels = sorted(
        ElementTree.fromstring(chart.svg).iter(f"{SVG}text"), key=lambda each: float(each.attrib["x"])
    )
    for each in labels:
        half = width_of(each.text or "", bold="font-weight" in each.attrib) / 2
        row = each.get("class", "")
        assert float(each.attrib["x"]) - half > ends.get(row, -1)
        ends[row] = float(each.attrib["x"]) + half
    assert {"1995", "2024", f"{1995 * 0.7:.2f}", f"{2024 * 0.7:.2f}"} <= {each.text for each in labels}
    assert len(chart.points) == 30


def test_a_park_without_facts_has_no_chart():
    assert charts_of() == ()


# -- what the drawing is made of ------------------------------------------------------------------

ALL = (
    *RATES,
    a_rate("出口总额", "2%", bound="~", value=Decimal(-2)),
    *LEVELS,
    a_level("2019", "700亿元", bound="<"),
)


def test_nothing_in_the_drawing_is_dropped_by_a_strict_policy():
    for chart in charts_of(*ALL):
        elements = list(ElementTree.fromstring(chart.svg).iter())
        assert {each.tag.removeprefix(SVG) for each in elements} <= {
            "svg",
            "path",
            "defs",
            "use",
            "text",
            "g",
        }
        names = {name for each in elements for name in each.attrib}
        assert not names & {"style", "onload", "onclick", "width", "height", "clip-path"}
        assert "ns0:" not in chart.svg
        assert "<!" not in chart.svg


def test_ids_belong_to_one_chart_and_every_reference_finds_its_target():
    charts = charts_of(*ALL)

    assert len(charts) == 2
    for chart in charts:
        elements = list(ElementTree.fromstring(chart.svg).iter())
        ids = [each.attrib["id"] for each in elements if "id" in each.attrib]
        links = {each.attrib["href"] for each in elements if "href" in each.attrib}
        assert len(ids) == len(set(ids))
        assert all(each.startswith(f"{chart.id}-") for each in ids)
        assert links == {f"#{each}" for each in ids}


def test_the_drawing_scales_and_says_what_it_shows():
    for chart in charts_of(*ALL):
        root = ElementTree.fromstring(chart.svg)
        assert root.attrib["viewBox"].startswith("0 0 440 ")
        assert (root.get("role"), root.get("aria-label"), root.get("data-chart")) == (
            "img",
            chart.alt,
            chart.id,
        )


def test_every_text_names_the_fact_that_it_is_about():
    for chart in charts_of(*ALL):
        named = {each.get("data-point") for each in ElementTree.fromstring(chart.svg).iter(f"{SVG}text")}
        assert named == {point.id for point in chart.points}


def test_every_text_takes_the_colour_of_its_page():
    for chart in charts_of(*ALL):
        written = list(ElementTree.fromstring(chart.svg).iter(f"{SVG}text"))
        assert {each.get("fill") for each in written} == {"currentColor"}
        assert {each.get("class") for each in written} <= {"chart-ink", "chart-muted"}


def test_long_names_take_two_lines_and_stay_within_the_drawing():
    name = "战略性新兴产业与高新技术产业投资合计"
    chart = only_chart(a_rate(name), *RATES)

    lines = in_lines(name)
    assert len(lines) == 2
    assert set(lines) <= set(texts(chart))
    for each in ElementTree.fromstring(chart.svg).iter(f"{SVG}text"):
        x, width = float(each.attrib["x"]), width_of(each.text or "", bold="font-weight" in each.attrib)
        left = {"end": x - width, "start": x, "middle": x - width / 2}[each.attrib["text-anchor"]]
        assert left >= 0
        assert left + width <= 440


@pytest.mark.parametrize(
    ("label", "lines"),
    [
        ("地区生产总值", ("地区生产总值",)),
        ("高技术制造业增加值（规上）", ("高技术制造业", "增加值（规上）")),
        ("R&D经费投入占GDP的比重一项", ("R&D经费投入占", "GDP的比重一项")),
        ("ABCDEFGHIJKLMNOPQRSTUVWXYZ", ("ABCDEFGHIJKLMNOPQRSTUVWXYZ",)),
    ],
)
def test_a_label_is_cut_into_lines_of_about_one_length_and_never_within_a_word(label, lines):
    assert in_lines(label) == lines


@pytest.mark.parametrize("name", ["R&D <投入>", "$产值$与$税收$", "“双招双引”🚀", "𰻞面产值"])
def test_a_name_is_written_as_it_is_whatever_its_characters(name):
    assert name in texts(only_chart(a_rate(name), *RATES))


def test_the_same_facts_give_the_same_bytes_in_any_process():
    script = "import tests.test_charts as t; print(*(c.svg for c in t.charts_of(*t.ALL)), sep='')"
    drawn = [
        subprocess.run(
            [sys.executable, "-c", script],
            cwd=ROOT,
            env={"PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8", "MPLBACKEND": backend},
            capture_output=True,
            check=True,
        ).stdout.decode()
        for seed, backend in (("1", "agg"), ("2", "svg"))
    ]

    assert drawn[0] == drawn[1]
    assert drawn[0].strip() == "".join(chart.svg for chart in charts_of(*ALL))


def test_no_matplotlib_setting_of_the_reader_changes_a_byte():
    expected = charts_of(*ALL)

    with mpl.rc_context({"font.size": 40, "axes.xmargin": 0.4, "lines.linewidth": 9, "svg.fonttype": "path"}):
        assert charts_of(*ALL) == expected
