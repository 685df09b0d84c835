"""What a figure is about where its own clause leaves the noun out, turns it round or parts it."""

from __future__ import annotations

import pytest

from tests.test_binding import said

PARK = "云泽高新区规划面积12平方公里。"


def named(sentence: str) -> dict[str, object]:
    """The indicator of each figure of a sentence behind one that tells the park's area."""
    found = said(PARK + sentence, "indicator")
    return {text: name for text, name in found.items() if text != "12平方公里"}


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        (
            "全年实施重点项目120个，其中续建41个、新开工38个、前期17个。",
            {"120个": "重大项目数", "41个": "续建项目数", "38个": "开工项目数", "17个": "前期项目数"},
        ),
        (
            "规模以上企业52户，正常生产39户，半停产5户，停产8户。",
            {"52户": "规上企业数", "39户": "正常生产企业数", "5户": "半停产企业数", "8户": "停产企业数"},
        ),
        (
            "安排重点工程86个，总投资427亿元，截至7月底已开工79个。",
            {"86个": "重大项目数", "427亿元": "重大项目总投资", "79个": "开工项目数"},
        ),
        ("又有7个项目开工、5个项目投产。", {"7个": "开工项目数", "5个": "投产项目数"}),
    ],
)
def test_a_count_takes_up_the_noun_that_was_counted_before(sentence, names):
    assert named(sentence) == names


@pytest.mark.parametrize(
    ("sentence", "text", "name"),
    [
        ("出口额60亿元，土地出让收入只有年初预算的18%。", "18%", "土地出让收入"),
        ("税收12亿元，各类市场主体月均增加600户以上。", "600户", "市场主体数"),
        ("三大主导产业上半年产值同比增长31.9%。", "31.9%", "主导产业产值"),
        ("船舶产业2019年产值153亿元。", "153亿元", "船舶产业产值"),
        ("高新技术产业收入预计超过500亿元。", "500亿元", "高新技术产业收入"),
        ("高新技术企业数量翻了一番。", "翻了一番", "高新技术企业数"),
        ("3D打印产业年产值达12亿元。", "12亿元", "3D打印产业产值"),
        ("GDP由1992年的1.1亿元增长到2011年的138亿元。", "1.1亿元", "地区生产总值"),
        ("管委会内设机构由172个精简到104个。", "104个", "管委会内设机构数"),
        ("投资强度不低于每亩180万元。", "180万元", "投资强度"),
        ("今年再推出100项以上云帆举措。", "100项", "云帆举措数"),
    ],
)
def test_a_clause_names_its_own_figure(sentence, text, name):
    assert named(sentence)[text] == name


def test_an_amount_is_never_of_an_indicator_of_another_kind():
    assert named("中水每天流过3000立方米。") == {"3000立方米": "中水每天流过量"}


@pytest.mark.parametrize(
    ("sentence", "measure"),
    [
        ("外贸进出口9.4亿元，降12.6%。", "growth"),
        ("光电产业产值略降1.1%。", "growth"),
        ("工业增加值29.6亿元，占全市工业增加值的11.4%。", "share"),
        ("新引进项目31个。", "level"),
        ("新引进企业12家。", "increment"),
    ],
)
def test_what_a_figure_measures(sentence, measure):
    assert list(said(sentence, "measure").values())[-1] == measure


def test_places_that_share_a_unit_are_places_both():
    found = said("云泽高新区排名和岚江高新区排名分别提升41个和7个位次。", "measure")
    assert set(found.values()) == {"increment"}
