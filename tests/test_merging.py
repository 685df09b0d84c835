"""Which policies, honours, industries and companies are one, and which documents reprint another."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from typing import Any

import msgspec
import pytest

from core.lexicon import Industry, Lexicon
from core.model import (
    CompanyEntry,
    CompanyProfile,
    Document,
    Facts,
    Honour,
    IndustryClaim,
    PolicyEntry,
    PolicyMention,
    Profiles,
)
from profiles.titles import policy_name, same_policy
from tests import factories
from tests.compiling import (
    PARK,
    a_document,
    claim,
    compiled,
    facts_in,
    figure,
    honour,
    instrument,
    policy,
    project,
    seen,
)

OTHER = "滨海高新区"


def told(**found: Sequence[Any]) -> Profiles:
    """Each fact in a document of its own, which knows its park."""
    facts = []
    for kind, each in [(kind, each) for kind, all_of in found.items() for each in all_of]:
        park = seen(each.park) if each.park else seen()
        facts.append(facts_in(each.evidence.document, parks=(park,), **{kind: (each,)}))
    return compiled(*facts)


def policies(*names: str, **fields: Any) -> list[PolicyMention]:
    return [policy(name, document, **fields) for name, document in zip(names, "abcdef", strict=False)]


def named(*names: str) -> list[str]:
    """The names of the policies found where each name stands in a document of its own."""
    return sorted(each.name for each in told(policies=policies(*names)).policies)


# -- policies -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("岚江高新区人才办法（2021年）", "岚江高新区人才办法（2024年）"),
        ("“星火计划”第一批", "“星火计划”第二批"),
        ("“星火计划”", "“星火计划”2.0"),
        ("“放管服”改革", "岚江高新区深化“放管服”改革若干措施"),
        ("“十四五”规划", "“十四五”人才发展规划"),
        ("“英才”计划", "“英才”驿站工程"),
        ("“马上办”政务服务圈", "“马上办”服务机制"),
        ("岚江高新区人才办法", "岚江高新区人才办法实施细则"),
        ("控制性详细规划", "控制性详细规划"),  # names no plan in particular
        ("“文创十条”", "“文创二十条”"),
    ],
)
def test_policies_that_only_sound_alike_stay_two(one: str, other: str) -> None:
    assert len(named(one, other)) == 2


@pytest.mark.parametrize(
    "names",
    [
        (
            "岚江高新区支持人才创业的若干措施（试行）",
            "支持人才创业的若干措施",
            "《关于支持人才创业的若干措施》",
        ),
        ("“泽心办”企业服务品牌", "“泽心办”", "“泽心办”营商环境品牌"),
        ("“管家式”挂钩服务机制", "“管家”式服务机制"),
        ("“倍增计划”", "倍增计划"),
        ("“两翼一核”空间布局", "“一核两翼”空间布局"),
        ("“制造强区”十大行动", "岚江高新区“制造强区”行动"),
    ],
)
def test_the_ways_to_write_one_policy_name_one_policy(names: tuple[str, ...]) -> None:
    for order in itertools.permutations(names):
        assert len(named(*order)) == 1


def test_policies_of_one_name_in_two_parks_stay_two_with_an_id_each() -> None:
    here, there = policy("人才十条", "a"), policy("人才十条", "b", park=OTHER)

    found = told(policies=[here, there]).policies

    assert [each.name for each in found] == ["人才十条", "人才十条"]
    assert len({each.id for each in found}) == 2


def test_a_policy_on_parks_of_a_kind_is_one_whichever_park_tells_of_it() -> None:
    name = "推动国家级经开区高质量发展工作方案"
    here, there = policy(name, "a"), policy(name, "b", park=OTHER)

    (found,) = told(policies=[here, there]).policies

    assert (found.park, len(found.mentions)) == (None, 2)


def test_a_name_without_years_means_the_policy_of_those_years_that_was_told_within_them() -> None:
    within = Document("b", "b.txt", a_document().text, 0, factories.a_document(published="2025-02").metadata)
    before = Document("c", "c.txt", a_document().text, 0, factories.a_document(published="2021-02").metadata)
    facts = [
        facts_in("a", parks=(seen(),), policies=(policy("创新措施（2024—2026）", "a"),)),
        facts_in("b", parks=(seen(),), policies=(policy("创新措施", "b"),)),
        facts_in("c", parks=(seen(),), policies=(policy("创新措施", "c"),)),
    ]

    joined = compiled(*facts[:2], documents=(a_document("a"), within)).policies
    apart = compiled(facts[0], facts[2], documents=(a_document("a"), before)).policies

    assert (len(joined), len(apart)) == (1, 2)


def test_a_short_name_that_two_policies_could_mean_joins_neither() -> None:
    assert len(named("“英才”计划", "“英才”行动", "“英才”")) == 3


def test_two_policies_that_one_document_lists_are_two() -> None:
    facts = facts_in(parks=(seen(),), policies=(policy("“英才”"), policy("“英才”计划")))

    assert len(compiled(facts).policies) == 2


def test_the_register_says_which_names_are_one_policy() -> None:
    entry = PolicyEntry("talents", "岚江高新区人才新政", ("人才十条",))
    facts = [
        facts_in("a", parks=(seen(),), policies=(policy("岚江高新区人才新政", "a"),)),
        facts_in("b", parks=(seen(),), policies=(policy("人才十条", "b"),)),
    ]

    (found,) = compiled(*facts, policies=(entry,)).policies

    assert (found.id, found.name, len(found.mentions)) == ("talents", "岚江高新区人才新政", 2)


def test_a_registered_policy_that_nobody_tells_of_has_no_profile() -> None:
    assert compiled(policies=(PolicyEntry("talents", "人才新政"),)).policies == ()


@pytest.mark.parametrize(
    ("text", "date", "expected"),
    [
        ("岚江高新区印发人才十条", "2023-05", [("公布", "2023-05")]),
        ("岚江高新区深入实施人才十条", None, [("实施", None)]),
        ("岚江高新区修订人才十条", None, [("修订", None)]),
        ("岚江高新区将出台人才十条", None, []),
        ("岚江高新区建设加快，人才十条", None, []),
    ],
)
def test_a_step_is_told_by_the_verb_beside_the_name(text: str, date: str | None, expected: list[Any]) -> None:
    document = factories.a_document(text + "。", id="a")
    mention = policy("人才十条", evidence=factories.evidence_of(document, "人才十条"), date=date)

    (found,) = told(policies=[mention]).policies

    assert [(step.step, step.date) for step in found.steps] == expected


def test_the_years_of_a_name_set_the_end_of_the_policy() -> None:
    (found,) = told(policies=[policy("创新措施（2024—2026）")]).policies

    assert [(step.step, step.date) for step in found.steps] == [("期满", "2026")]


def test_an_instrument_stands_with_the_policy_that_its_document_names() -> None:
    given, loose = instrument(policy="人才十条"), instrument("补贴")
    facts = facts_in(parks=(seen(),), policies=(policy("人才十条"),), instruments=(given, loose))

    profiles = compiled(facts)

    (found,) = profiles.policies
    assert found.instruments == (given,)
    assert [(each.instrument, each.policy) for each in profiles.instruments] == [
        (given, found.id),
        (loose, None),
    ]


def test_a_name_is_the_same_as_itself_and_agreement_goes_both_ways() -> None:
    names = [policy_name(each) for each in ("“英才”计划", "“英才”", "人才办法", "“十四五”规划")]

    assert all(same_policy(each, each) for each in names)
    assert all(same_policy(a, b) == same_policy(b, a) for a in names for b in names)


# -- honours --------------------------------------------------------------------------------------


def honours(*mentions: Honour) -> list[tuple[str, str | None, int | None, int]]:
    found = told(honours=mentions).honours
    return [(each.name, each.year, each.rank, len(each.mentions)) for each in found]


def test_one_title_told_twice_is_one_and_takes_the_year_that_is_known() -> None:
    assert honours(honour("国家级绿色园区", "a"), honour("国家绿色园区", "b", year="2023")) == [
        ("国家级绿色园区", "2023", None, 2)
    ]


def test_places_in_the_rankings_of_two_years_are_two_and_one_without_a_year_joins_neither() -> None:
    rows = [
        honour("国家高新区综合评价", "a", year="2022", rank=39),
        honour("国家高新区综合评价", "b", year="2023", rank=35),
        honour("国家高新区综合评价", "c"),
    ]

    for order in itertools.permutations(rows):
        assert [row[1:] for row in honours(*order)] == [("2023", 35, 1), ("2022", 39, 1), (None, None, 1)]


def test_two_ranks_of_one_year_are_not_smoothed_into_one() -> None:
    rows = [honour("千强镇", document, year="2021", rank=rank) for document, rank in (("a", 9), ("b", 6))]

    assert len(honours(*rows)) == 2


def test_one_title_of_two_holders_is_two_honours() -> None:
    mine, firm = honour("绿色工厂", "a"), honour("绿色工厂", "b", holder="岚江精工有限公司")

    assert len(honours(mine, firm)) == 2


def test_two_batches_of_one_title_are_two_honours() -> None:
    assert len(honours(honour("首批试点园区", "a"), honour("第二批试点园区", "b"))) == 2
    assert len(honours(honour("首批试点园区", "a"), honour("试点园区", "b"))) == 1


def test_the_park_holds_its_honours_under_its_own_name_whatever_a_document_calls_it() -> None:
    full = "岚江国家高新技术产业开发区"
    facts = [
        facts_in("a", parks=(seen(),), honours=(honour("绿色园区", "a"),)),
        facts_in("b", parks=(seen(full),), honours=(honour("绿色园区", "b", holder=full, park=full),)),
    ]

    (found,) = compiled(*facts).honours

    assert (found.holder, len(found.mentions)) == (full, 2)


# -- industries -----------------------------------------------------------------------------------

WORDS = Lexicon((), {}, (Industry("轨道交通", ("轨交",)),))


def industries(*claims: IndustryClaim) -> dict[str, int]:
    facts = [
        facts_in(each.evidence.document, parks=(seen(each.park or PARK),), industries=(each,))
        for each in claims
    ]
    return {each.name: len(each.claims) for each in compiled(*facts, lexicon=WORDS).industries}


def test_names_of_industries_are_one_only_where_the_lexicon_says_so() -> None:
    assert industries(claim("轨交", document="a"), claim("轨道交通", document="b")) == {"轨道交通": 2}
    assert industries(claim("新一代信息技术", document="a"), claim("信息技术产业", document="b")) == {
        "新一代信息技术": 1,
        "信息技术产业": 1,
    }


def test_what_stands_behind_every_name_of_an_industry_makes_no_difference() -> None:
    names = ("文化产业", "文化"), ("装备制造业", "装备制造"), ("新能源领域", "新能源")

    for one, other in names:
        assert len(industries(claim(one, document="a"), claim(other, document="b"))) == 1


def test_an_industry_that_one_list_names_twice_is_claimed_once() -> None:
    assert industries(claim("轨交", "轨道交通")) == {"轨道交通": 1}


def test_the_industry_that_most_parks_claim_stands_first() -> None:
    rows = [claim("乙", "甲", document="a"), claim("甲", document="b", park=OTHER)]

    assert list(industries(*rows)) == ["甲", "乙"]


# -- companies ------------------------------------------------------------------------------------


def firm(name: str, document: str, park: str = PARK) -> Facts:
    """A project of this company, in a document and park of its own."""
    built = project(f"{document}楼项目", document, company=name, park=park)
    return facts_in(document, parks=(seen(park),), projects=(built,))


def firms(*facts: Facts, **read: Any) -> tuple[CompanyProfile, ...]:
    return compiled(*facts, **read).companies


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("澜光半导体有限公司", "澜光电子有限公司"),
        ("岚江澜光半导体有限公司", "滨海澜光半导体有限公司"),  # two full names in law
        ("星河动力", "星河电池"),
        ("澜光", "北方澜光半导体有限公司"),  # 北方 is no place
        ("科技", "岚江科技有限公司"),
    ],
)
def test_companies_that_only_sound_alike_stay_two(one: str, other: str) -> None:
    assert len(firms(firm(one, "a"), firm(other, "b"))) == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("澜光半导体", "岚江澜光半导体有限公司"),
        ("澜光", "岚江澜光半导体有限公司"),
        ("澜光半导体（江苏）有限公司", "澜光半导体(江苏)有限公司"),
        ("微云", "微云（中国）有限公司"),
        ("岚江高新区企业岚江正方科技有限公司", "岚江正方科技有限公司"),
        ("岚江高新区星河动力", "星河动力"),
    ],
)
def test_a_brand_is_the_company_whose_full_name_it_begins(one: str, other: str) -> None:
    where = {"city": "岚江市", "province": "江苏"}
    for order in itertools.permutations([(one, "a"), (other, "b")]):
        facts = [
            facts_in(
                document,
                parks=(seen(**where),),
                projects=(project(f"{document}楼项目", document, company=name),),
            )
            for name, document in order
        ]
        assert len(firms(*facts)) == 1


def test_a_place_that_a_park_is_also_called_by_stays_with_the_company() -> None:
    park = seen(aliases=("岚江",))
    built = project(company="岚江精工股份有限公司")

    (found,) = firms(facts_in(parks=(park,), projects=(built,)))

    assert found.name == "岚江精工股份有限公司"


def test_a_company_is_one_across_parks() -> None:
    (found,) = firms(firm("星河动力股份有限公司", "a"), firm("星河动力", "b", OTHER))

    assert (found.name, found.names) == ("星河动力股份有限公司", ("星河动力股份有限公司", "星河动力"))
    assert (len(found.projects), len(found.parks)) == (2, 2)


def test_a_brand_of_two_characters_in_another_park_is_no_proof() -> None:
    assert len(firms(firm("澜光电子股份有限公司", "a"), firm("澜光", "b", OTHER))) == 2


def test_a_brand_that_two_full_names_could_mean_joins_neither() -> None:
    facts = [
        firm("星河动力科技有限公司", "a"),
        firm("星河动力电池有限公司", "b"),
        firm("星河动力", "c"),
    ]

    assert len(firms(*facts)) == 3


def test_the_register_says_which_names_are_one_company() -> None:
    entry = CompanyEntry("languang", "澜光电子股份有限公司", ("澜光",))

    (found,) = firms(firm("澜光电子股份有限公司", "a"), firm("澜光", "b", OTHER), companies=(entry,))

    assert (found.id, len(found.projects)) == ("languang", 2)


def test_figures_and_honours_of_a_company_stand_with_it() -> None:
    name = "岚江精工股份有限公司"
    facts = facts_in(
        parks=(seen(),),
        observations=(figure(subject=name), figure("o2", subject=PARK, words="13亿元")),
        honours=(honour("绿色工厂", holder=name),),
    )

    profiles = compiled(facts)

    (found,) = profiles.companies
    assert [each.id for each in found.observations] == ["o1"]
    assert found.honours == tuple(each.id for each in profiles.honours)


@pytest.mark.parametrize("name", ["国家级", "中国", "重点企业", "全国重大"])
def test_a_word_for_a_class_names_no_company(name: str) -> None:
    assert firms(firm(name, "a")) == ()


# -- reprints -------------------------------------------------------------------------------------

NEWS = (
    "岚江高新区去年成绩单出炉，全年实现工业总产值12亿元，同比增长六成，新签约项目一批又一批地落地开花。"
    "记者在现场看到，工人们正加紧安装设备，一条条生产线即将建成，力争年底前全部投入使用，早日见到效益。"
    "园区负责人说，下一步将继续优化营商环境，吸引更多企业前来安家落户，为地方经济发展注入源源不断的活力。"
    "配套道路与厂房同步推进，管线入地，绿化成荫，职工公寓交付在即，学校和医院也已列入今年的建设计划之中。"
)
MORE = (
    "另据了解，邻近的港口今年吞吐量再创新高，码头上吊机林立，货轮往来如梭，夜间作业灯火通明直至天亮。"
    "港务部门介绍，新航线开通之后，货物从这里直达十余个口岸，运输时间大为缩短，企业的物流成本随之下降。"
)


def printed(id: str, text: str, published: str | None) -> tuple[Document, Facts]:
    """A document of this text with one figure: the output that it tells."""
    document = factories.a_document(text, id=id, published=published)
    found = factories.an_observation(
        document, "12亿元" if "12亿元" in text else "13亿元", id=f"{id}-1", subject=PARK, park=PARK
    )
    return document, factories.facts_of(document, [found], parks=(seen(),))


def reprinted(*rows: tuple[Document, Facts]) -> Profiles:
    return compiled(*(facts for _, facts in rows), documents=tuple(document for document, _ in rows))


def test_of_two_that_print_the_same_the_older_is_the_original() -> None:
    old, new, undated = printed("z", NEWS, "2024-01"), printed("a", NEWS, "2024-02"), printed("b", NEWS, None)

    for order in itertools.permutations([old, new, undated]):
        assert reprinted(*order).reprints == {"a": "z", "b": "z"}


def test_of_two_of_which_one_holds_the_other_the_fuller_is_the_original() -> None:
    short, page = printed("a", NEWS, "2024-01"), printed("b", NEWS + MORE, "2024-02")

    assert reprinted(short, page).reprints == {"a": "b"}


def test_punctuation_spaces_and_a_few_words_make_no_second_article() -> None:
    other = NEWS.replace("，", ", ").replace("记者在现场看到", "笔者看到")

    assert reprinted(printed("a", NEWS, "2024-01"), printed("b", other, "2024-02")).reprints == {"b": "a"}


def test_the_same_words_with_other_numbers_are_no_reprint() -> None:
    other = NEWS.replace("12亿元", "13亿元")

    assert reprinted(printed("a", NEWS, "2024-01"), printed("b", other, "2024-02")).reprints == {}


def test_two_pages_that_share_one_article_are_no_reprints_of_each_other() -> None:
    third = (
        "县城东边的湿地公园昨日开园，芦苇荡里白鹭成群，栈道蜿蜒伸向湖心，孩子们举着望远镜数起了候鸟的只数。"
        "管理处介绍，退渔还湿历时多年，水质一年好过一年，周边村民办起了农家乐，周末常常一桌难求，笑声不断。"
    )
    rows = [printed("a", NEWS + MORE, "2024-01"), printed("b", NEWS + third, "2024-01")]

    assert reprinted(*rows).reprints == {}


def test_a_figure_of_a_reprint_counts_once() -> None:
    profiles = reprinted(printed("a", NEWS, "2024-01"), printed("b", NEWS, "2024-02"))

    (park,) = profiles.parks
    assert [[each.id for each in series.points] for series in park.series] == [["a-1"]]
    assert [each.document.id for each in profiles.sources] == ["b", "a"]
    assert set(profiles.park_of) == {"a-1", "b-1"}


def test_what_only_the_reprint_says_is_kept() -> None:
    document, facts = printed("b", NEWS, "2024-02")
    tax = factories.an_observation(document, "12亿元", id="b-2", subject=PARK, park=PARK, indicator="税收")
    both = msgspec.structs.replace(facts, observations=(*facts.observations, tax))

    profiles = reprinted(printed("a", NEWS, "2024-01"), (document, both))

    (park,) = profiles.parks
    assert sorted(each.id for series in park.series for each in series.points) == ["a-1", "b-2"]


def test_the_order_of_documents_makes_no_difference_to_things() -> None:
    facts = [
        facts_in(
            document,
            parks=(seen(),),
            policies=(policy(title, document),),
            honours=(honour("绿色园区", document, year=year),),
            industries=(claim("轨交", industry, document=document),),
            projects=(project(f"{document}楼项目", document, company=company),),
        )
        for document, title, year, industry, company in (
            ("a", "“英才”计划", "2022", "新能源", "星河动力"),
            ("b", "“英才”", None, "文化产业", "星河动力股份有限公司"),
            ("c", "人才办法", "2023", "文化", "澜光"),
        )
    ]

    found = {msgspec.json.encode(compiled(*order)) for order in itertools.permutations(facts)}
    assert len(found) == 1
