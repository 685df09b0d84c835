"""Titles and places of made-up parks, in the words that news on development zones uses for them."""

from __future__ import annotations

import pytest

from tests.test_extract import read

TITLES = {  # sentence -> the names of what is won
    "今年3月，云泽高新区被国家发展改革委、财政部确定为园区循环化改造示范试点园区。": [
        "园区循环化改造示范试点园区"
    ],
    "2023年，园区被某省人民政府批准为省级化工园区。": ["省级化工园区"],
    "云泽高新区成功创建国家知识产权示范园区。": ["国家知识产权示范园区"],
    "园区先后荣获“国家绿色物流示范基地”“国家外贸转型升级基地”“省级绿色园区”等称号。": [
        "国家绿色物流示范基地",
        "国家外贸转型升级基地",
        "省级绿色园区",
    ],
    "园区拥有国家火炬计划特色产业基地、国家绿色物流示范基地等多块国家级牌子。": [
        "国家火炬计划特色产业基地",
        "国家绿色物流示范基地",
    ],
    "云泽高新区成为全省唯一入选国家级文化和科技融合示范基地的开发区。": ["国家级文化和科技融合示范基地"],
    "云泽高新区获评全国模范劳动关系和谐工业园区。": ["全国模范劳动关系和谐工业园区"],
    "区人社局获得“全国人社系统优质服务窗口”称号。": ["全国人社系统优质服务窗口"],
    "云泽高新区被列入国家第三批增量配电业务改革试点。": ["国家第三批增量配电业务改革试点"],
    "云泽高新区孵化器连续五年获评国家级科技企业孵化器A类（优秀）。": ["国家级科技企业孵化器A类（优秀）"],
    "云泽高新区被商务部、财政部等八部门认定为全国供应链创新与应用示范园区。": [
        "全国供应链创新与应用示范园区"
    ],
    "云泽高新区获中国某某促进会颁发的“中国产学研合作创新示范基地”称号。": ["中国产学研合作创新示范基地"],
    "园区还摘得“省级智慧园区”“省级数字化转型示范园区”两块金字招牌。": [
        "省级智慧园区",
        "省级数字化转型示范园区",
    ],
    "云泽高新区成功入列国家首批知识产权强国建设示范园区。": ["国家首批知识产权强国建设示范园区"],
    "云泽高新区获国家发改委批复，成为国家级临空经济示范区。": ["国家级临空经济示范区"],
    "2024年1月，“国家级循环经济试点园区”花落云泽高新区。": ["国家级循环经济试点园区"],
    "两项经验入选某省园区招商典型案例。": ["某省园区招商典型案例"],
    "三次获评“某省最美工业园区”。": ["某省最美工业园区"],
    "1997年升级为国家级高新区。": ["国家级高新区"],
    "2002年被批准为省级开发区。": [],
    "到2025年，建成全国最大的木工机械基地。": [],
    "力争进入全国百强，创成国家级绿色园区。": [],
    "全区累计培育国家级绿色工厂26家，入选省级绿色工厂12家。": [],
}
PLACES = {  # text -> the place in each ranking
    "2023年国家高新区综合评价结果出炉。云泽高新区列第28位，较上年提升3位。": {"国家高新区综合评价": 28},
    "某省商务厅通报2023年度全省开发区考核评价结果。云泽高新区综合排名由上年的第15位跃升至第8位。": {
        "全省开发区考核评价": 8,
    },
    "某省公布2023年全省园区综合考评结果，全省60家园区参评。云泽高新区居第16位，西部第3。": {
        "全省园区综合考评": 16,
    },
    "某研究院发布《园区高质量发展百强（2023）》，云泽高新区位居第39位。": {"园区高质量发展百强": 39},
    "在2023年度全省开发区高质量发展综合考核中，云泽高新区排名全省第六、全市第一。": {
        "全省开发区高质量发展综合考核": 6,
    },
    "云泽高新区在全国178家国家高新区综合排名中位居第66位，首次进入全国前70强。": {
        "全国国家高新区综合排名": 66
    },
    "在全省开发区综合考评中连续三年位居前五名。": {"全省开发区综合考评": 5},
    "在2023年园区创新活力百强（某某）中，云泽高新区位列第27位。": {"园区创新活力百强": 27},
    "在国家级园区综合考评中排第73位，比上年跃升6位。": {"国家级园区综合考评": 73},
    "云泽高新区跻身国家高新区45强。": {"国家高新区45强": 45},
    "全省园区综合考评结果公布。工业增加值增速列第2位，出口额居第3位。": {},
    "全省园区综合考评结果公布。力争明年云泽高新区列第2位。": {},
}


@pytest.mark.parametrize(("sentence", "wanted"), TITLES.items())
def test_what_is_won_is_named(sentence: str, wanted: list[str]) -> None:
    assert [honour.name for honour in read(f"云泽高新区消息。{sentence}").honours] == wanted


@pytest.mark.parametrize(("text", "wanted"), PLACES.items())
def test_a_place_is_one_of_the_ranking_told_before_it(text: str, wanted: dict[str, int]) -> None:
    honours = read(f"云泽高新区消息。{text}").honours

    assert {honour.name: honour.rank for honour in honours} == wanted


def test_places_in_one_ranking_are_those_of_the_parks_before_them() -> None:
    text = "某省公布2023年全省园区综合考评结果。云泽高新区第17位、岚江经开区第52位，分别提升4个和9个位次。"

    assert {(honour.park, honour.rank) for honour in read(text).honours} == {
        ("云泽高新区", 17),
        ("岚江经开区", 52),
    }


def test_places_told_apart_are_each_its_parks() -> None:
    text = "在全省园区年度考评中，云泽高新区、岚江经开区分列第13和第28位。"

    assert {(honour.park, honour.rank) for honour in read(text).honours} == {
        ("云泽高新区", 13),
        ("岚江经开区", 28),
    }


def test_one_title_of_two_companies_is_two_honours() -> None:
    text = "云泽高新区消息。远山光电有限公司获评国家级绿色工厂，岚野精工有限公司获评国家级绿色工厂。"

    assert {honour.holder for honour in read(text).honours} == {"远山光电有限公司", "岚野精工有限公司"}


def test_what_was_won_year_after_year_is_of_none() -> None:
    (honour,) = read("云泽高新区2022年产值5亿元。该区连续三年获评全省先进开发区。").honours

    assert honour.year is None
