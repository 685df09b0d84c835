"""Named policies, honours and industries of made-up articles: what is found, and what is left alone."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract import honours, industries, policies
from tests.test_extract import read

OPENING = "云泽高新区消息。"


@pytest.mark.parametrize(("sentence", "wanted"), policies.EXAMPLES.items())
def test_an_example_of_policies_holds(sentence, wanted):
    facts = read(OPENING + sentence)

    assert {fact.name: fact.kind for fact in facts.policies} == wanted


@pytest.mark.parametrize(("sentence", "wanted"), honours.EXAMPLES.items())
def test_an_example_of_honours_holds(sentence, wanted):
    facts = read(OPENING + sentence, published=None)

    assert {fact.name: (fact.rank, fact.year) for fact in facts.honours} == wanted


@pytest.mark.parametrize(("sentence", "wanted"), industries.EXAMPLES.items())
def test_an_example_of_industries_holds(sentence, wanted):
    facts = read(OPENING + sentence)

    assert {name: fact.role for fact in facts.industries for name in fact.names} == wanted


@pytest.mark.parametrize("examples", [policies.EXAMPLES, honours.EXAMPLES, industries.EXAMPLES])
def test_examples_show_what_is_left_alone(examples):
    assert {} in examples.values()


# -- policies ---------------------------------------------------------------------------------------


def test_a_policy_told_twice_is_one_with_its_fullest_name():
    text = "云泽高新区推行“管家式”机制。今年又实施“管家”式服务2.0，“管家式”企业帮扶机制覆盖全区。"

    assert [fact.name for fact in read(text).policies] == ["“管家式”企业帮扶机制"]


def test_a_policy_belongs_to_the_park_of_its_sentence():
    text = "云泽高新区推行“一窗通”改革。岚江经开区实施“青鸟人才计划”。岚江经开区加快建设。"
    facts = read(text)

    assert {fact.name: fact.park for fact in facts.policies} == {
        "“一窗通”改革": "云泽高新区",
        "“青鸟人才计划”": "岚江经开区",
    }


def test_the_newest_ranking_is_of_no_year() -> None:
    text = "2022年，云泽高新区税收5亿元。在最新公布的国家高新区评价中，云泽高新区位列第96名。"

    assert [(fact.rank, fact.year) for fact in read(text).honours] == [(96, None)]


def test_a_policy_is_dated_by_its_own_sentence():
    text = "2022年3月，云泽高新区印发《云泽高新区产业扶持办法》。推行“一窗通”改革。"

    assert {fact.name: fact.date for fact in read(text).policies} == {
        "云泽高新区产业扶持办法": "2022-03",
        "“一窗通”改革": None,
    }


# -- honours ----------------------------------------------------------------------------------------


def test_an_honour_is_held_by_the_company_of_its_clause():
    text = "2022年，云泽精工股份有限公司获评国家级绿色工厂，云泽高新区获评国家级绿色园区。"

    assert {fact.name: fact.holder for fact in read(text).honours} == {
        "国家级绿色工厂": "云泽精工股份有限公司",
        "国家级绿色园区": "云泽高新区",
    }


def test_a_title_of_a_list_is_no_holder_of_the_next_one():
    text = "2024年，云泽高新区获评国家电子商务示范基地、江苏省大数据产业园和江苏省绿色园区。"

    assert {fact.holder for fact in read(text).honours} == {"云泽高新区"}


def test_recently_is_the_year_of_the_article():
    (honour,) = read("近日，云泽高新区获评国家级绿色园区。", published="2023-03-05").honours

    assert honour.year == "2023"


def test_what_was_won_one_after_another_is_of_the_year_that_its_clause_names():
    before = "2021年，云泽高新区产值增长8%。"

    (later,) = read(f"{before}该区先后获批国家知识产权试点园区。").honours
    (dated,) = read(f"{before}该区2020年先后获批国家知识产权试点园区。").honours
    (plain,) = read(f"{before}该区获批国家知识产权试点园区。").honours

    assert (later.year, dated.year, plain.year) == (None, "2020", "2021")


def test_an_honour_told_twice_is_one():
    text = "云泽高新区获评国家级绿色园区。作为首批国家级绿色园区，云泽高新区加快发展。"

    assert [fact.name for fact in read(text).honours] == ["国家级绿色园区"]


# -- industries -------------------------------------------------------------------------------------


def test_what_a_sub_park_builds_on_is_not_the_parks():
    text = "云泽高新区产业兴旺。星河产业园聚焦新能源、新材料等新兴产业。"

    assert read(text).industries == ()


def test_an_industry_keeps_the_role_that_says_most():
    text = "云泽高新区聚焦光电信息、智能装备等重点领域。光电信息是云泽高新区的主导产业。"

    assert {name: fact.role for fact in read(text).industries for name in fact.names} == {
        "光电信息": "主导",
        "智能装备": "其他",
    }


# -- all three --------------------------------------------------------------------------------------

PIECES = (
    "“ ” 《 》 ( ) 、 ， 。 获评 第 名 强 为主导产业 产业集群 等 推行 办法 试点 开展 的 和 在 是 之一 入选 "
    "名单 公布 2021年 云泽高新区 x"
)
WORDS = st.sampled_from([*PIECES.split(" "), "\n"])


@settings(max_examples=200, deadline=None)
@given(st.lists(WORDS, max_size=30))
def test_no_text_makes_it_raise_and_every_name_stands_in_its_evidence(words):
    text = "云泽高新区" + "".join(words)
    facts = read(text)

    found = [fact.evidence for named in (facts.policies, facts.honours, facts.industries) for fact in named]
    assert [text[each.span.start : each.span.end] for each in found] == [each.text for each in found]
