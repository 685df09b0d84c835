"""Whom a figure is about and when it holds, in made-up sentences of parks that no register knows."""

from __future__ import annotations

import pytest

from core.model import Document, Facts, Metadata
from extract import extract_facts
from extract.clocks import infer_clock
from extract.times import Clock
from sources.bylines import read_credits
from tests.test_extract import lexicon


def read(text: str, published: str | None = "2022-08-01", publisher: str | None = None) -> Facts:
    """The facts of an article whose first line is its headline."""
    metadata = Metadata(title=text.split("\n")[0], published=published, publisher=publisher)
    return extract_facts(Document("a", "a.txt", text, 0, metadata), (), lexicon())


def said(text: str, slot: str, published: str | None = "2022-08-01") -> dict[str, object]:
    """A slot of each figure, by how the figure is printed."""
    return {fact.evidence.text: getattr(fact, slot) for fact in read(text, published).observations}


# -- when an article was written --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("岚江园区周刊　2015年5月18日　星期一　B1　要闻·协同　投稿邮箱：zk@0000.com", "2015-05-18"),
        ("云泽高新区导刊  2025年3月24日  星期一  A06版", "2025-03-24"),
        ("来源：云泽工业集中区管委会办公室    2012-07-25    信息员：某某", "2012-07-25"),
        ("云泽日报讯（２００６年１１月８日　记者某某）园区企业又添新军，园区一派繁忙。", "2006-11-08"),
        ("云泽开新局 记者 某某 岚江日报2021年1月20日三版 1月18日闭幕的会议披露，产值创新高。", "2021-01-20"),
        ("岚江见闻 稿件来源：云泽周报 2009年8月20日 本报记者 某某 高新区逆势而上。", "2009-08-20"),
        ("云泽日报/2023 年/5 月/6 日/第 003 版", "2023-05-06"),
        ("二〇二三年五月十六日", "2023-05-16"),
        ("岚江管委会 二○一九年十二月三十一日", "2019-12-31"),
        ("截止日期：2024年3月5日 星期二", None),
        ("2024年3月5日 云泽高新区一批项目集中签约", None),
    ],
)  # fmt: skip
def test_an_article_is_dated_by_its_lines_of_credit(line: str, published: str | None) -> None:
    text = "\n\n".join(["云泽高新区签约一批新项目", line, "园区企业开足马力，一派繁忙景象。"])

    assert published == read_credits(text).published


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("云泽网4月23日讯（记者 某某）2024年一季度，全市产值增长8%。", Clock(2024, 4, "2024-04")),
        ("本报讯 1月18日，岚江高新区召开会议，2023年前11个月产值增长8%。", Clock(2024, 1, "2024-01")),
        ("今年是“十二五”收官之年。园区产值增长8%。", Clock(2015, None, "2015")),
        ("2023年，园区产值80亿元。今年一季度增长8%。", Clock(2024, None, "2024")),
        ("2023年上半年，园区产值80亿元。今年7月又有两个项目开工。", Clock(2023, None, "2023")),
        ("一季度，园区通关时间较2017年压缩三成。", Clock(None, None, None)),
    ],
)  # fmt: skip
def test_an_undated_article_tells_its_now(text: str, clock: Clock) -> None:
    assert clock == infer_clock(None, text)


def test_a_year_that_is_only_compared_with_dates_nothing_behind_it() -> None:
    text = "云泽综保区提速\n云泽综合保税区进口通关时间较2017年压缩71.6%。一季度新增注册企业204家。\n"

    assert said(text, "period", None) == {"71.6%": None, "204家": None}


# -- parks ------------------------------------------------------------------------------------------


def test_a_base_with_an_office_of_its_own_is_a_park() -> None:
    text = (
        "青岭煤化工基地：变废为宝\n"
        "前7个月，青岭煤化工基地完成工业总产值46.8亿元。基地管委会主任说，基地入园企业63家。\n"
    )

    assert said(text, "park") == {"46.8亿元": "青岭煤化工基地", "63家": "青岭煤化工基地"}


def test_each_park_of_a_row_of_headings_has_its_figures() -> None:
    text = (
        "省级开发区“成绩单”公布 岚原农业产业园拿下单项第一\n\n"
        "■ 云泽经济开发区：稳中有进\n\n"
        "云泽经济开发区入驻企业46家。\n\n"
        "■ 岚原农业产业园：名次一般\n\n"
        "岚原农业产业园入驻企业31家。\n\n"
        "■ 青阳循环经济产业园：掉了队，问题出在哪\n\n"
        "园区入驻企业22家。\n"
    )

    assert said(text, "park") == {
        "46家": "云泽经济开发区",
        "31家": "岚原农业产业园",
        "22家": "青阳循环经济产业园",
    }


@pytest.mark.parametrize(
    ("text", "park"),
    [
        ("云泽装备制造园区：轻装上阵\n今年以来，云泽装备制造园区入驻企业46家。\n", "云泽装备制造园区"),
        ("玛河北经开区提速\n玛河北经济技术开发区入驻企业46家。\n", "玛河北经济技术开发区"),
        ("电邮：zq@00.com\n\n产业园搬家记\n\n岚江云泽产业园入驻企业46家。产业园热闹。\n", "岚江云泽产业园"),
        ("云泽高新区跻身百强\n省商务厅开发区处说，云泽高新区入驻企业46家。\n", "云泽高新区"),
    ],
)  # fmt: skip
def test_a_park_is_named_whole_and_no_organ_is_one(text: str, park: str) -> None:
    facts = read(text)

    assert [park] == [each.name for each in facts.parks]
    assert {"46家": park} == {each.evidence.text: each.park for each in facts.observations}


def test_two_names_of_where_a_park_lies_make_no_two_parks() -> None:
    text = "湘南云泽高新区出新招\n郴州云泽高新技术产业开发区昨日发布措施。云泽高新区入驻企业46家。\n"

    assert said(text, "park") == {"46家": "郴州云泽高新技术产业开发区"}


# -- periods ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "number", "period"),
    [
        ("云泽高新区产值由2005年的8.9亿元增加到2010年的61.5亿元，年均增长47.2%。", "47.2%", "2005/2010"),
        ("岚江经开区税收由2012年的1亿元增至2016年的3亿元，增长2倍。", "2倍", "2012/2016"),
        ("“十二五”时期，云泽高新区的目标是：产值年均增长30%以上。", "30%", "2015"),
        ("“十二五”时期，岚江经开区力争产值达到350亿元。", "350亿元", "2015"),
        ("云泽高新区挂牌五年来，开工项目46个。", "46个", "2006/2011"),
        ("截至目前，岚江经开区新签约项目136个，总投资820亿元。", "820亿元", "@2011-03"),
        ("云泽高新区将项目审批时限由原来的42个工作日压缩到15个工作日以内。", "42个工作日", None),
    ],
)
def test_a_figure_is_of_its_years(text: str, number: str, period: str | None) -> None:
    assert period == said(f"园区见闻\n{text}\n", "period", "2011-03-09")[number]


def test_five_years_that_a_plan_counted_end_with_the_plan() -> None:
    text = "云泽高新区五年答卷\n5年来，云泽高新区开工建设亿元以上项目97个。\n"

    assert said(text, "period", "2011-03-09") == {"97个": "2006/2010"}
    assert said(text, "period", "2013-07-09") == {"97个": "2009/2013"}


def test_a_report_of_a_year_is_of_that_year() -> None:
    text = "云泽高新区2015年工作情况汇报\n规上工业增加值预计完成23.8亿元，同比增长11.5%。\n"

    assert said(text, "period", "2016-01-08") == {"23.8亿元": "2015", "11.5%": "2015"}
    assert said(text, "status", "2016-01-08") == {"23.8亿元": "estimate", "11.5%": "estimate"}


# -- status -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "published", "statuses"),
    [
        (
            "云泽高新区今年计划实施项目62个，目前已开工28个，开工率45.2%。",
            "2012-04-17",
            {"62个": "target", "28个": "actual", "45.2%": "actual"},
        ),
        ("2011年末，岚江经开区入驻企业138家。", None, {"138家": "actual"}),
        ("云泽高新区预计全年承接企业120家。", "2015-05-18", {"120家": "target"}),
        ("今年，岚江经开区工业总产值预计超过500亿元。", "2010-11-25", {"500亿元": "estimate"}),
        ("今年，岚江经开区工业总产值预计超过500亿元。", "2010-03-25", {"500亿元": "target"}),
    ],
)
def test_a_plan_is_told_from_what_is_so(text: str, published: str | None, statuses: dict[str, str]) -> None:
    assert statuses == said(f"园区见闻\n{text}\n", "status", published)


# -- who ---------------------------------------------------------------------------------------------


def test_a_zone_called_by_its_bare_name_is_a_park() -> None:
    text = (
        "“链主”来敲门\n"
        "赤岭招商服务中心的专员说，一家企业把总部放到赤岭。新区党工委书记说，全区规上工业企业达到149户。\n"
    )

    assert said(text, "park") == {"149户": "赤岭"}


@pytest.mark.parametrize(
    ("text", "number", "subject"),
    [
        ("一季度，四园合计完成固定资产投资187亿元。", "187亿元", "四园"),
        ("各园区落实减税降费5.7亿元。", "5.7亿元", "各园区"),
        ("云泽高新区完成固定资产投资71亿元。", "71亿元", "云泽高新区"),
    ],
)
def test_the_parks_of_a_text_are_spoken_of_together(text: str, number: str, subject: str) -> None:
    parks = "云泽高新区、岚江经开区、青岭综合保税区、沂川开发区比学赶超。"

    assert said(f"园区比武\n{parks}{text}\n", "subject")[number] == subject


def test_parks_counted_in_a_province_are_the_provinces() -> None:
    text = "江苏云泽综合保税区增速居前\n云泽综合保税区位于江苏省，增幅在全省20家综保区中列第4。\n"

    assert said(text, "subject")["20家"] == "江苏省"
    assert said(text, "park")["20家"] is None


def test_what_a_firm_builds_owns_what_is_told_of_it() -> None:
    text = (
        "云泽经开区签约一批项目\n"
        "岚江远山供应链有限公司在云泽经开区投资15亿元，建设青岭公铁联运物流园，项目占地580亩，建成后年税收1.2亿元。\n"
    )

    assert said(text, "subject") == dict.fromkeys(("15亿元", "580亩", "1.2亿元"), "青岭公铁联运物流园")


def test_projects_at_large_are_no_project() -> None:
    text = (
        "云泽高新区开门红\n"
        "总投资22亿元的远山电解液项目3月点火试产。项目方面，一季度全区新开工项目31个，总投资164亿元。\n"
    )

    assert said(text, "subject") == {
        "22亿元": "远山电解液项目",
        "31个": "云泽高新区",
        "164亿元": "云泽高新区",
    }


@pytest.mark.parametrize(
    ("text", "number", "period"),
    [
        ("保税混矿84万吨，去年同期为51万吨。", "51万吨", "2021-01/2021-03"),
        ("在全国综合保税区绩效评估中，云泽综合保税区列第58位。", "第58位", None),
        ("“十三五”期间，入驻企业由108家增加到213家。", "108家", "2015"),
        ("高新技术企业从2018年的27家增加到71家，R&D投入强度3.06%。", "3.06%", "2022-01/2022-03"),
    ],
)
def test_a_figure_of_an_article_about_a_quarter(text: str, number: str, period: str | None) -> None:
    lead = "云泽综保区一季度外贸开门稳\n云泽综合保税区一季度进出口286.4亿元。"

    assert said(f"{lead}{text}\n", "period")[number] == period


def test_works_that_do_not_run_yet_are_to_make_what_they_make() -> None:
    text = (
        "云泽经开区项目见闻\n"
        "远山聚乳酸项目总投资8亿元，年产聚乳酸8万吨。青岭粮油项目已投产，年产面粉30万吨。\n"
    )

    assert said(text, "status") == {"8亿元": "actual", "8万吨": "target", "30万吨": "actual"}


def test_the_preparation_of_projects_is_no_present() -> None:
    text = (
        "云泽经开区定下目标\n"
        "云泽经开区给2022年定下“路线图”——\n"
        "项目建设。启动12个基础设施项目前期工作。\n"
        "要素保障。盘活闲置土地1200亩。\n"
    )

    assert said(text, "status", "2022-01-12") == {"12个": "target", "1200亩": "target"}
