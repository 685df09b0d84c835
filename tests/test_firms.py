"""A firm that builds a project is told by its form: no class, level, measure, act, place or thing is one."""

from __future__ import annotations

import pytest

from tests.test_extract import read

FIRMS = {  # what is paid for, with the firm that its name holds
    "澜川光电模组生产基地项目": "澜川光电",
    "韶岳大型铸锻件项目": "韶岳",
    "澜粮进口大豆加工项目": "澜粮",
    "绿野糖业番茄制品加工项目": "绿野糖业",
    "澜医医药冷链物流基地项目": "澜医",
    "澜氢固态储氢材料项目一期": "澜氢",
    "云泽高新区澜野机器人项目": "澜野",
    "港资项目澜晟液晶模组项目": "澜晟",
    "澜川中国智能座舱项目": "澜川中国",
}
NO_FIRMS = (
    "省重点研发项目",
    "苏州工业提升项目",
    "战略性新兴产业项目",
    "飞机总装项目",
    "污水处理扩容项目",
    "第二产业项目",
    "粤北新能源客车项目",
    "AMOLED显示屏生产基地项目",
    "云泽自贸区资本项目",
    "澜川智谷项目",
    "“零碳澜”技改项目",
)


def firms(sentence: str) -> set[str | None]:
    """The companies of the projects that a sentence tells of."""
    return {project.company for project in read(sentence).projects}


@pytest.mark.parametrize(("name", "firm"), FIRMS.items())
def test_a_project_is_its_firms(name: str, firm: str) -> None:
    assert firms(f"云泽高新区推进建设。总投资8亿元的{name}开工。") == {firm}


@pytest.mark.parametrize("name", NO_FIRMS)
def test_what_is_no_firm_by_its_form_builds_nothing(name: str) -> None:
    assert firms(f"云泽高新区推进建设。总投资8亿元的{name}开工。") == {None}


def test_a_measure_in_a_list_of_firms_is_none_of_them() -> None:
    told = read("云泽高新区引进占地170余亩、澜川光电、岚野精工等企业。").projects

    assert [project.name for project in told] == ["澜川光电", "岚野精工"]


def test_the_first_of_a_list_begins_behind_its_verb() -> None:
    told = read("云泽高新区迎来澜川光电、岚野精工等企业落户。").projects

    assert [(project.name, project.company) for project in told] == [
        ("澜川光电", "澜川光电"),
        ("岚野精工", "岚野精工"),
    ]
