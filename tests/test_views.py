"""Pages that set parks side by side: comparison, indicators, regions, scorecards, and their charts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any, TypeVar, cast, get_args
from xml.etree import ElementTree

import pytest
from msgspec import Struct

from charts import draw_charts
from core.blocks import Print
from core.comparison import Hindrance
from core.judgement import Judgement, Promise, Rung
from core.lexicon import Indicator
from core.model import Chart, IndustryProfile, Observation, Page, Profiles, Settings, SourceProfile
from core.scorecard import Form, FormBlock, FormLine
from pages import Beside, plan_pages
from pages.compare import CompareRow, CompareView
from pages.comparing import EXPLAINED, WHY
from pages.indicators import IndicatorsView, IndicatorView
from pages.parks import ParkView
from pages.regions import RegionsView
from pages.scorecards import ScorecardView
from profiles import fill_scorecards, profile_indicators
from publish import Theme, publish
from tests.factories import (
    a_document,
    a_mention,
    a_park,
    a_park_entry,
    a_project,
    an_observation,
    facts_of,
    investment_of,
    profiles_of,
)

TEMPLATES = Theme(Path(__file__).parent.parent / "templates")
KIND = "高新技术产业开发区"
LEXICON = (
    Indicator("地区生产总值", "Gross regional product", "money", definition="一年的成果", flow=True),
    Indicator("高新技术企业数", "High-tech enterprises", "count", flow=False),
    Indicator("世界500强企业数", "Fortune Global 500 companies", "count", flow=False),
)
FORM = Form(
    kind=KIND,
    evaluator="某部",
    title="某评价",
    level="国家级",
    blocks=(
        FormBlock(
            "综合",
            (
                FormLine("地区生产总值", indicator="地区生产总值"),
                FormLine("出口占比", part="出口总额", whole="进出口总额"),
                FormLine("高新技术企业", indicator="高新技术企业数"),
                FormLine("研发投入", indicator="研发投入"),
            ),
        ),
    ),
)
PARKS = {"yunze": "云泽高新区", "lanjiang": "岚江高新区", "qingting": "青汀高新区"}
Said = tuple[tuple[str, str, dict[str, Any]], ...]  # park, words, fields of the observation
SAID: Said = (
    ("yunze", "612.5亿元", {}),
    ("lanjiang", "438.6亿元", {"bound": ">"}),
    ("qingting", "298.3亿元", {"period": "2023"}),
    ("yunze", "72亿元", {"indicator": "出口总额"}),
    ("yunze", "96亿元", {"indicator": "进出口总额"}),
    ("lanjiang", "204家", {"indicator": "高新技术企业数", "period": "@2024-12"}),
    ("yunze", "350家", {"indicator": "高新技术企业数", "period": "2025", "status": "target"}),
    ("qingting", "9座", {"indicator": "充电站数"}),
)
View = TypeVar("View", bound=Struct)


def figures_of(park: str, said: Said) -> list[Observation]:
    """The figures of a park, all in its one document."""
    own = [(words, fields) for who, words, fields in said if who == park]
    document = a_document("，".join(words for words, _ in own) + "。", id=park)
    return [
        an_observation(document, words, **{"subject": PARKS[park], "park": PARKS[park], **fields})
        for words, fields in own
    ]


def profiles_with(said: Said = SAID, **changes: Any) -> Profiles:
    """A park for each name in what is said; `changes` to a park by its id."""
    parks, sources = [], []
    for park, name in PARKS.items():
        figures = figures_of(park, said)
        document = a_document("，".join(each.evidence.text for each in figures) + "。", id=park)
        known = {"id": park, "name": name, "names": (), "entry": a_park_entry(id=park, name=name)}
        parks.append(a_park(figures, **{**known, **changes.get(park, {})}))
        sources.append(SourceProfile(document, facts_of(document, figures)))
    return profiles_of(*sources, parks=tuple(parks))


def pages_of(profiles: Profiles) -> Iterator[Page | Print]:
    indicators = profile_indicators(profiles, LEXICON)
    charts = draw_charts(profiles, Judgement(), indicators)
    scorecards = fill_scorecards(profiles, [FORM], LEXICON)
    beside = Beside(lexicon=LEXICON, indicators=indicators, scorecards=scorecards)
    return plan_pages(profiles, charts, Settings(), beside)


def view_of(url: str, kind: type[View], profiles: Profiles | None = None) -> View:
    pages = pages_of(profiles or profiles_with())
    views = {page.url: page.view for page in pages if isinstance(page, Page)}
    view = views[url]
    assert isinstance(view, kind)
    return view


def test_the_pages_pass_the_check_of_every_site(tmp_path: Path) -> None:
    assert publish(pages_of(profiles_with()), templates=TEMPLATES, output=tmp_path / "site", base_url=None)


# -- the comparison -------------------------------------------------------------------------------


def compare_rows(profiles: Profiles | None = None) -> dict[str, CompareRow]:
    view = view_of("compare/index.html", CompareView, profiles)
    return {f"{row.indicator}{row.measure}": row for topic in view.topics for row in topic.rows}


def cells(row: CompareRow) -> dict[str, tuple[tuple[str, ...], str | None]]:
    return {
        cell.park: (tuple(f"{side.value.text} {side.period.text}" for side in cell.sides), cell.why)
        for cell in row.cells
    }


def test_a_cell_has_a_value_or_the_value_and_the_reason_why_it_does_not_compare() -> None:
    row = compare_rows()["地区生产总值"]

    assert (row.period.text, row.alike) == ("2024年", 2)
    assert cells(row) == {
        "yunze": (("612.5亿元 2024年",), None),
        "lanjiang": (("超438.6亿元 2024年",), None),
        "qingting": (("298.3亿元 2023年",), "期不同"),
    }


def test_a_target_says_that_it_is_one_in_words_and_not_twice() -> None:
    row = compare_rows()["高新技术企业数"]
    (target,) = next(cell for cell in row.cells if cell.park == "yunze").sides

    assert cells(row)["yunze"] == (("350家 2025年",), "目标值，期不同")
    assert target.value.status_word is None


def test_what_a_park_of_the_table_does_not_report_is_told() -> None:
    growth = {"measure": "growth"}
    profiles = profiles_with((*SAID, ("qingting", "5%", growth), ("yunze", "6%", growth)))

    assert cells(compare_rows(profiles)["地区生产总值增速"])["lanjiang"] == ((), None)


def test_only_what_two_parks_report_is_compared() -> None:
    assert set(compare_rows()) == {"地区生产总值", "高新技术企业数"}


def test_a_city_has_no_column() -> None:
    profiles = profiles_with(qingting={"entry": None, "kind": "其他"})

    assert set(cells(compare_rows(profiles)["地区生产总值"])) == {"yunze", "lanjiang"}


def test_a_chart_needs_three_parks() -> None:
    third = (*SAID[:2], ("qingting", "298.3亿元", {}))

    assert view_of("compare/index.html", CompareView).drawings == ()
    (drawing,) = view_of("compare/index.html", CompareView, profiles_with(third)).drawings
    assert (drawing.heading, [row.label for row in drawing.rows]) == (
        "园区",
        ["云泽高新区", "岚江高新区", "青汀高新区"],
    )


def test_without_anything_to_compare_the_page_says_so(tmp_path: Path) -> None:
    profiles = profiles_with(SAID[:1])

    assert view_of("compare/index.html", CompareView, profiles).topics == ()
    publish(pages_of(profiles), templates=TEMPLATES, output=tmp_path / "site", base_url=None)
    assert "还没有可以放在一起看的指标" in (tmp_path / "site/compare/index.html").read_text("utf-8")


def test_every_page_loads_one_small_script_beside_that_of_the_cards_and_the_search_its_own(
    tmp_path: Path,
) -> None:
    publish(pages_of(profiles_with()), templates=TEMPLATES, output=tmp_path / "site", base_url=None)

    for path in (tmp_path / "site").rglob("*.html"):
        url = path.relative_to(tmp_path / "site").as_posix()
        scripts = re.findall(r"<script src[^>]*>", path.read_text("utf-8"))
        site, *others = [re.sub(r'src="(\.\./)*', 'src="', each) for each in scripts]
        assert site == '<script src="static/site.js">', url  # before the page is drawn: the theme
        searching = ['<script src="static/search.js" defer>'] if url == "search/index.html" else []
        assert others == [*searching, '<script src="static/cards.js" defer>'], url
    assert (tmp_path / "site" / "static" / "site.js").stat().st_size < 8 * 1024


# -- indicators -----------------------------------------------------------------------------------


def test_a_ranking_states_how_many_parks_and_which() -> None:
    view = view_of("indicators/di-qu-sheng-chan-zong-zhi.html", IndicatorView)
    (ranking,) = view.rankings

    assert ranking.alike == ("云泽高新区", "岚江高新区")
    assert ranking.vague
    assert [(row.place, row.park.text, row.why) for row in ranking.rows] == [
        (1, "云泽高新区", None),
        (2, "岚江高新区", None),
        (None, "青汀高新区", "期不同"),
    ]


def test_what_does_not_compare_is_not_ranked_and_says_why() -> None:
    (ranking,) = view_of("indicators/gao-xin-ji-shu-qi-ye-shu.html", IndicatorView).rankings

    assert ranking.alike == ()
    assert [(row.place, row.park.text, row.why) for row in ranking.rows] == [
        (None, "岚江高新区", None),
        (None, "云泽高新区", "目标值，期不同"),
    ]


def test_an_indicator_gives_its_definition_and_a_source_only_where_the_lexicon_names_one() -> None:
    view = view_of("indicators/di-qu-sheng-chan-zong-zhi.html", IndicatorView)

    assert (view.en, view.unit, view.definition, view.definition_source) == (
        "Gross regional product",
        "金额",
        "一年的成果",
        None,
    )
    assert [each.park.text for each in view.parks] == list(PARKS.values())


def test_a_free_name_of_one_park_has_a_row_and_no_page() -> None:
    view = view_of("indicators/index.html", IndicatorsView)

    assert {each.name for each in view.free} == {"充电站数", "出口总额", "进出口总额"}
    assert "indicators/chong-dian-zhan-shu.html" not in {page.url for page in pages_of(profiles_with())}


def test_a_free_name_of_two_parks_has_a_page() -> None:
    profiles = profiles_with((*SAID, ("yunze", "12座", {"indicator": "充电站数"})))

    view = view_of("indicators/chong-dian-zhan-shu.html", IndicatorView, profiles)

    assert (view.en, view.definition, len(view.parks)) == (None, None, 2)
    free = view_of("indicators/index.html", IndicatorsView, profiles).free
    assert "充电站数" not in {each.name for each in free}


def test_indicators_that_no_park_reports_are_named() -> None:
    assert view_of("indicators/index.html", IndicatorsView).unreported == ("世界500强企业数",)


# -- regions --------------------------------------------------------------------------------------


def test_parks_stand_by_province_and_city() -> None:
    elsewhere = {"province": "浙江", "city": None, "level": "省级"}

    provinces = view_of("regions/index.html", RegionsView, profiles_with(qingting=elsewhere)).provinces

    assert [(each.name, each.parks, each.national) for each in provinces] == [("江苏", 2, 2), ("浙江", 1, 0)]
    assert [city.name for each in provinces for city in each.cities] == ["云泽", "所在城市未知"]
    assert [park.name for park in provinces[0].cities[0].parks] == ["云泽高新区", "岚江高新区"]


# -- scorecards -----------------------------------------------------------------------------------


def test_a_scorecard_tells_what_is_reported_worked_out_promised_and_missing() -> None:
    view = view_of("parks/yunze/scorecard.html", ScorecardView)
    (block,) = view.blocks

    assert [(line.label, line.state_word) for line in block.lines] == [
        ("地区生产总值", "有报道"),
        ("出口占比", "可推算"),
        ("高新技术企业", "只有目标或预计"),
        ("研发投入", "未见报道"),
    ]
    assert block.lines[1].working == "2024年出口总额72亿元 ÷ 2024年进出口总额96亿元 ＝ 75.0%"
    assert block.lines[2].statuses == ("目标",)
    assert view.counts == (("有报道", 1), ("可推算", 1), ("只有目标或预计", 1), ("未见报道", 1))
    assert not block.official


def test_a_park_of_another_level_is_told_that_it_is_not_evaluated() -> None:
    view = view_of("parks/yunze/scorecard.html", ScorecardView, profiles_with(yunze={"level": "省级"}))

    assert (view.level, view.own_level) == ("国家级", "省级")
    assert view_of("parks/yunze/scorecard.html", ScorecardView).level is None


def test_a_park_leads_to_its_scorecard_only_where_there_is_one() -> None:
    profiles = profiles_with(lanjiang={"kind": "新区"})
    urls = {page.url for page in pages_of(profiles)}

    assert view_of("parks/yunze/index.html", ParkView, profiles).scorecard == "parks/yunze/scorecard.html"
    assert view_of("parks/lanjiang/index.html", ParkView, profiles).scorecard is None
    assert "parks/lanjiang/scorecard.html" not in urls


# -- charts of projects and promises --------------------------------------------------------------

PROJECTS = ("远岫光电模组项目", "禾木新材料项目", "衡川传感器项目", "岸青光电项目", "云舟数据中心项目")
STAGES = ("开工", "开工", "投产", "签约", None)
SUMS = ("30亿元", "12亿元", "8.5亿元")


def a_park_with_projects(
    *, bases: tuple[str | None, ...] = (None, None, None), projects: int = 5
) -> Profiles:
    """A document that names the projects and gives the sums of the first three."""
    names = PROJECTS[:projects]
    text = "，".join((*names, *SUMS)) + "。"
    document = a_document(text, id="yunze")
    sums = [
        an_observation(document, words, indicator="项目总投资", subject=name, period=None, basis=basis)
        for words, name, basis in zip(SUMS, names, bases, strict=False)
    ]
    invested = [*map(investment_of, sums), None, None]
    mentions = [
        a_mention(document, name, stage=stage, investment=investment)
        for name, stage, investment in zip(names, STAGES, invested, strict=False)
    ]
    found = tuple(
        a_project([each], sums[place : place + 1], id=f"p{place}") for place, each in enumerate(mentions)
    )
    park = a_park(sums, projects=found)
    facts = facts_of(document, sums, projects=tuple(mentions))
    return profiles_of(SourceProfile(document, facts), parks=(park,), projects=found)


def charts_by_rows(profiles: Profiles, judgement: Judgement | None = None) -> dict[str, Chart]:
    return {each.rows: each for each in draw_charts(profiles, judgement or Judgement())}


def test_sums_of_one_basis_are_drawn_the_largest_first() -> None:
    chart = charts_by_rows(a_park_with_projects())["project"]

    assert (chart.title, chart.unit) == ("各项目总投资", "亿元")
    assert list(zip(chart.names, (each.evidence.text for each in chart.points), strict=True)) == list(
        zip(PROJECTS, SUMS, strict=False)
    )
    assert "远岫光电模组项目30亿元" in chart.alt


@pytest.mark.parametrize("bases", [("计划", None, None), ("协议", "到位", "计划")])
def test_sums_of_unlike_bases_are_not_drawn(bases: tuple[str | None, ...]) -> None:
    assert "project" not in charts_by_rows(a_park_with_projects(bases=bases))


def test_a_sum_that_two_projects_share_is_the_sum_of_neither() -> None:
    profiles = a_park_with_projects()
    (park,) = profiles.parks
    shared = park.projects[0]
    twin = a_project([*shared.mentions], shared.observations, id="twin")
    both = a_park(park.series[0].points, projects=(*park.projects, twin))

    assert "project" not in charts_by_rows(profiles_of(parks=(both,)))


def test_projects_are_counted_by_stage_in_the_order_of_a_projects_life_the_unknown_last() -> None:
    profiles = a_park_with_projects()
    (park,) = profiles.parks
    more = [a_project([a_mention(stage="投产")], id=f"more{number}") for number in range(2)]
    chart = charts_by_rows(profiles_of(parks=(a_park(projects=(*park.projects, *more)),)))["stage"]

    assert [(part.label, len(part.projects)) for part in chart.parts] == [
        ("签约", 1),
        ("开工", 2),
        ("投产", 3),
        ("阶段未知", 1),
    ]
    assert chart.points == ()
    assert chart.alt.endswith("签约1个，开工2个，投产3个，阶段未知1个。")
    assert "chart-open" in chart.svg


def test_few_projects_are_not_counted() -> None:
    assert "stage" not in charts_by_rows(a_park_with_projects(projects=4))


def test_a_ladder_says_how_far_a_project_has_come() -> None:
    projects = [a_project([a_mention(stage="签约")], id=f"p{number}") for number in range(5)]
    reached = Rung("开工", None, projects[0].mentions)
    promised = Rung("投产", None, projects[0].mentions, promised=True)
    ladders: dict[str, tuple[Rung, ...]] = {"p0": (reached, promised, Rung("运营", None, ()))}

    profiles = profiles_of(parks=(a_park(projects=tuple(projects)),))
    chart = charts_by_rows(profiles, Judgement(ladders=ladders))["stage"]

    assert [(part.label, len(part.projects)) for part in chart.parts] == [("签约", 4), ("开工", 1)]


def test_projects_are_counted_by_the_industry_that_their_names_tell() -> None:
    names = ("甲光电项目", "乙光电模组项目", "丙新材料项目", "丁新材料项目", "戊光电基地", "己项目")
    projects = tuple(a_project([a_mention()], id=f"p{place}", name=name) for place, name in enumerate(names))
    industries = (
        IndustryProfile("guang-dian", "光电产业", ("光电产业",), ()),
        IndustryProfile("xin-cai-liao", "新材料", ("新材料",), ()),
    )
    parks = (a_park(projects=projects),)

    chart = charts_by_rows(profiles_of(parks=parks, industries=industries))["industry"]

    assert [(part.label, len(part.projects)) for part in chart.parts] == [
        ("光电产业", 3),
        ("新材料", 2),
        ("未能归类", 1),
    ]
    assert "industry" not in charts_by_rows(profiles_of(parks=parks, industries=industries[:1]))


def a_promise(target: Observation, *outcomes: Observation) -> Judgement:
    promise = Promise("t", "yunze", None, target, None, "2025", outcomes, (), (), "on_way", None, None)
    return Judgement(promises=(promise,))


def test_a_target_is_drawn_with_what_came() -> None:
    goal = an_observation(words="1200亿元", period="2025", status="target", bound=">")
    came = an_observation()

    chart = charts_by_rows(profiles_of(parks=(a_park([came, goal]),)), a_promise(goal, came))["period"]

    assert chart.title == "地区生产总值：目标与实际"
    assert chart.points == (came, goal)
    assert chart.alt == "条形图：云泽高新区地区生产总值，2024年1135.1亿元；目标是2025年突破1200亿元。"
    assert "chart-open" in chart.svg


@pytest.mark.parametrize("change", [{"unit": "万元"}, {"subject": "云泽数字港"}], ids=repr)
def test_a_target_is_not_drawn_with_what_is_unlike_or_not_the_parks(change: dict[str, Any]) -> None:
    goal = an_observation(words="1200亿元", period="2025", status="target", **change)
    came = an_observation()

    assert draw_charts(profiles_of(parks=(a_park([came, goal]),)), a_promise(goal, came)) == ()


def test_a_target_without_an_outcome_is_not_drawn() -> None:
    goal = an_observation(words="1200亿元", period="2025", status="target")

    assert draw_charts(profiles_of(parks=(a_park([goal]),)), a_promise(goal)) == ()


def test_a_chart_of_projects_leads_to_the_words_that_put_each_where_it_is(tmp_path: Path) -> None:
    document = a_document("，".join(PROJECTS) + "，岭北储能项目。", id="yunze")
    mentions = tuple(a_mention(document, name, stage="开工") for name in PROJECTS[:4])
    mentions += tuple(a_mention(document, name, stage="投产") for name in (PROJECTS[4], "岭北储能项目"))
    projects = tuple(a_project([each], id=f"p{place}") for place, each in enumerate(mentions))
    facts = facts_of(document, projects=mentions)
    park = a_park(projects=projects, documents=("yunze",))
    profiles = profiles_of(SourceProfile(document, facts), parks=(park,), projects=projects)

    planned = list(plan_pages(profiles, draw_charts(profiles), Settings()))
    pages = [page for page in planned if isinstance(page, Page)]
    view = cast(ParkView, next(page.view for page in pages if page.url == "parks/yunze/index.html"))
    (drawing,) = view.drawings

    assert [(row.label, [each.name for each in row.members]) for row in drawing.rows] == [
        ("开工", list(PROJECTS[:4])),
        ("投产", [PROJECTS[4], "岭北储能项目"]),
    ]
    assert drawing.rows[0].members[0].proof == "sources/yunze.html#p0"
    publish(planned, templates=TEMPLATES, output=tmp_path / "site", base_url=None)


def test_values_of_other_units_are_drawn_to_one_scale() -> None:
    said: Said = (("yunze", "612.5亿元", {}), ("lanjiang", "4386000万元", {}), ("qingting", "298.3亿元", {}))
    profiles = profiles_with(said)

    (chart,) = draw_charts(profiles, Judgement(), profile_indicators(profiles, LEXICON))

    assert (chart.indicator, chart.park, chart.unit) == ("di-qu-sheng-chan-zong-zhi", None, "亿元、万元")
    assert [each.value for each in chart.points] == [Decimal("612.5"), Decimal(4386000), Decimal("298.3")]
    lengths = [float(path.split()[4]) for path in _bars(chart)]
    assert lengths[0] > lengths[1] > lengths[2]


def _bars(chart: Chart) -> list[str]:
    drawn = ElementTree.fromstring(chart.svg)
    return [each.attrib["d"] for each in drawn if each.get("class") == "chart-bar"]


def test_every_reason_is_explained() -> None:
    assert set(WHY) == set(get_args(Hindrance))
    assert set(WHY.values()) < set(EXPLAINED)
