"""Projects of made-up parks: which names are projects, who builds them, what is paid, how far they are."""

from __future__ import annotations

import pytest

from tests.test_extract import read

NAMES = {  # sentence -> the projects it names
    "远澄环保、澜盛电子、联岚机械等31个新(扩)建项目达产达效。": ["远澄环保", "澜盛电子", "联岚机械"],
    "确保云泽远川光学薄膜、澜山铸管扩能、岚野晶新陶瓷基板制造三个项目年内投产。": [
        "云泽远川光学薄膜",
        "澜山铸管扩能",
        "岚野晶新陶瓷基板制造",
    ],
    "统筹推进高野工业园、绿色建材产业园、某某开发区云泽分区、北山产业园建设。": [
        "高野工业园",
        "绿色建材产业园",
        "某某开发区云泽分区",
        "北山产业园",
    ],
    "投资3.8亿元的远野模具二厂项目、云泽国际花卉交易中心、岚江木材集散中心三个项目签约入驻。": [
        "远野模具二厂项目",
        "云泽国际花卉交易中心",
        "岚江木材集散中心",
    ],
    "日供水2万吨的高山净水厂8月投用。": ["高山净水厂"],
    "远野精油（1.6亿元）、岚江30万千瓦热电机组（18亿元）等9项竣工。": [
        "远野精油",
        "岚江30万千瓦热电机组",
    ],
    "该公司总投资9亿元的年产2GW储能电芯项目开工。": ["年产2GW储能电芯项目"],
    "投资30亿元的中野新型储能装备产业园主体封顶。": ["中野新型储能装备产业园"],
    "投资2.7亿元的澜野果汁扩能等续建项目全面复工。": ["澜野果汁扩能"],
    "像这样的“原地长”技改项目，今年备案64个。": [],
    "战略性新兴产业项目7个，占到三成。": [],
    "新上吸尘器生产线6条。": [],
    "到2025年，建成全国重要的木工机械生产基地。": [],
    "抽调骨干组成项目服务组。": [],
    "远野光电科技有限公司项目负责人说。": [],
    "举行云泽高新区项目签约仪式。": [],
    "吸引海洋食品、数字技术、仓储服务等企业落户。": [],
}
STAGES = {  # sentence -> the stage of its one project
    "加快远野智能家电产业园建设。": "在建",
    "启动远野创业基地二期建设。": "开工",
    "谋划建设远野轴承产业园。": "规划",
    "远野轴承产业园已集聚企业28家。": "运营",
    "远野轴承项目完成投资4.2亿元。": "在建",
    "远野轴承项目签约入驻。": "签约",
    "集中开工活动举行。远野轴承产业园项目总投资8亿元，建成后年产轴承90万套。": "开工",
}
BUILDERS = {  # sentence -> who builds its one project
    "岚江精工有限公司年产3万吨精铸件项目开工。": "岚江精工有限公司",
    "远野轴承产业园项目开工，由岚江精工有限公司投资3亿元建设。": "岚江精工有限公司",
    "总投资3亿元的聚乙烯醇项目开工。": None,
    "总投资3亿元的竹编家居基地项目开工。": None,
    "总投资3亿元的远澜刀片电池扩能项目开工。": "远澜",
}


@pytest.mark.parametrize(("sentence", "wanted"), NAMES.items())
def test_what_is_built_is_named(sentence: str, wanted: list[str]) -> None:
    assert [project.name for project in read(f"云泽高新区消息。{sentence}").projects] == wanted


@pytest.mark.parametrize(("sentence", "wanted"), STAGES.items())
def test_a_project_is_at_the_stage_that_is_said_around_it(sentence: str, wanted: str) -> None:
    assert [project.stage for project in read(f"云泽高新区消息。{sentence}").projects] == [wanted]


@pytest.mark.parametrize(("sentence", "wanted"), BUILDERS.items())
def test_a_project_is_built_by_the_firm_named_with_it(sentence: str, wanted: str | None) -> None:
    assert [project.company for project in read(f"云泽高新区消息。{sentence}").projects] == [wanted]


@pytest.mark.parametrize(
    "sentence",
    [
        "远野电机项目、岚江滤芯项目分别投资4.2亿元和1.5亿元。",
        "总投资分别为4.2亿元和1.5亿元的远野电机项目、岚江滤芯项目开工。",
        "4.2亿元的远野电机项目、1.5亿元的岚江滤芯项目开工。",
        "远野电机项目（4.2亿元）、岚江滤芯项目（1.5亿元）开工。",
    ],
)
def test_each_project_has_the_sum_that_is_its_own(sentence: str) -> None:
    paid = {
        project.name: project.investment.text if project.investment else None
        for project in read(f"云泽高新区消息。{sentence}").projects
    }

    assert paid == {"远野电机项目": "4.2亿元", "岚江滤芯项目": "1.5亿元"}


def test_a_project_is_the_parks_named_last_before_it() -> None:
    text = "云泽高新区的远野轴承项目（总投资3亿元）开工；岚江经开区的澜川光电项目（总投资2亿元）投产。"

    assert {project.name: project.park for project in read(text).projects} == {
        "远野轴承项目": "云泽高新区",
        "澜川光电项目": "岚江经开区",
    }
