"""Sentences of briefs: each test gives facts and reads what is made of them."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from core.blocks import Proof, Stated
from core.judgement import Conflict, Derived, Judgement, Working
from core.model import Document, Observation, SourceProfile
from pages.briefs.chinese.figures import (
    at_time,
    clause,
    estate,
    goals,
    indicator_name,
    label,
    paragraphs,
    worked,
)
from pages.briefs.chinese.findings import conflict, gaps
from pages.briefs.chinese.terms import LABELS
from pages.briefs.chinese.things import as_of, carriers, identity, roles
from pages.briefs.citing import bibtex, gbt_7714, work
from pages.briefs.claims import Claim
from pages.briefs.contents import Role, Standing
from pages.briefs.naming import titled
from pages.briefs.proofs import Proofs, excerpt
from pages.places import find_places
from tests.briefing import rich_profiles, spoken
from tests.factories import (
    PARK,
    a_document,
    a_mention,
    a_park,
    a_park_entry,
    a_project,
    an_observation,
    facts_of,
    profiles_of,
)

Fields = dict[str, Any]


def proofs_of(*observations: Observation, document: Document, conflicts: tuple[Conflict, ...] = ()) -> Proofs:
    """Proofs of figures of one document."""
    source = SourceProfile(document, facts_of(document, observations))
    return Proofs(find_places(profiles_of(source), Judgement(conflicts=conflicts)))


def told(sentence: str, *figures: tuple[str, Fields]) -> tuple[list[Observation], Proofs]:
    """The figures that a sentence states, and their proofs."""
    document = a_document(sentence)
    found = [replace(an_observation(document, words), **fields) for words, fields in figures]
    return found, proofs_of(*found, document=document)


def said(sentence: str, *figures: tuple[str, Fields], **beside: Any) -> str:
    """One claim of these figures, without its period."""
    found, proofs = told(sentence, *figures)
    return spoken(clause(Claim(PARK, tuple(found), **beside), proofs))


# -- one claim ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sentence", "words", "fields", "expected"),
    [
        ("实现地区生产总值12亿元。", "12亿元", {}, "地区生产总值12亿元"),
        (
            "总投资超12亿元。",
            "12亿元",
            {"indicator": "签约项目总投资", "bound": ">"},
            "签约项目总投资超12亿元",
        ),
        ("面积近90亩。", "90亩", {"indicator": "供地面积", "bound": "<"}, "供地面积近90亩"),
        ("供地约90亩。", "90亩", {"indicator": "供地面积", "bound": "~"}, "供地面积约90亩"),
        ("投资20多亿元。", "20多亿元", {"indicator": "工业投资", "bound": ">"}, "工业投资20多亿元"),
        ("预计完成12亿元。", "12亿元", {"status": "estimate", "basis": "预计"}, "地区生产总值预计12亿元"),
        ("高企856家。", "856家", {"indicator": "高新技术企业数"}, "高新技术企业856家"),
        ("引才423人。", "423人", {"indicator": "领军人才数"}, "领军人才423人"),
        ("从业人数3万人。", "3万人", {"indicator": "从业人数", "unit": "万人"}, "从业人数3万人"),
        ("事项41项。", "41项", {"indicator": "审批事项数"}, "审批事项41项"),
        ("招商140余批次。", "140余批次", {"indicator": "招商批次", "unit": "批次"}, "招商140余批次"),
        ("招商10余场。", "10余场", {"indicator": "招商批次", "unit": "场"}, "招商活动10余场"),
        (
            "制定标准4家。",
            "4家",
            {"indicator": "参与制定国家标准企业数"},
            "参与制定国家标准的企业4家",
        ),
        ("扩产5次。", "5次", {"indicator": "增资扩产次数"}, "增资扩产5次"),
        ("签约62个。", "62个", {"indicator": "签约项目数", "basis": "累计"}, "签约项目累计62个"),
        ("签约62个。", "62个", {"indicator": "签约项目数", "scope": "亿元以上"}, "签约项目（亿元以上）62个"),
        ("税收46亿元。", "46亿元", {"indicator": "税收收入", "scope": "全口径"}, "全口径税收收入46亿元"),
        ("投资5亿元。", "5亿元", {"indicator": "项目投资额", "basis": "计划"}, "项目投资额（计划）5亿元"),
        ("小巨人3家。", "3家", {"indicator": "小巨人企业数", "scope": "国家级"}, "国家级小巨人企业3家"),
        ("增加3家。", "3家", {"indicator": "瞪羚企业数", "measure": "increment"}, "瞪羚企业增加3家"),
        (
            "为新增的97家。",
            "97家",
            {"indicator": "高新技术企业数", "measure": "increment"},
            "高新技术企业新增97家",
        ),
        (
            "前移30个名次。",
            "30个名次",
            {"indicator": "高新区评价", "measure": "increment", "unit": "个名次"},
            "高新区评价排名前移30个名次",
        ),
        ("增长6.3%。", "6.3%", {"measure": "growth"}, "地区生产总值增长6.3%"),
        ("下降3%。", "3%", {"measure": "growth", "value": Decimal(-3)}, "地区生产总值下降3%"),
        ("增速6.3%。", "6.3%", {"measure": "growth", "indicator": "产值增速"}, "产值增长6.3%"),
        ("外资翻番。", "翻番", {"measure": "growth", "indicator": "实际使用外资"}, "实际使用外资翻番"),
        (
            "占67.7%。",
            "67.7%",
            {"measure": "share", "indicator": "高新技术产业产值"},
            "高新技术产业产值占比67.7%",
        ),
        ("占三成。", "三成", {"measure": "share", "indicator": "服务业增加值"}, "服务业增加值占比三成"),
        ("产值占比67.7%。", "67.7%", {"measure": "share", "indicator": "产值占比"}, "产值占比67.7%"),
        (
            "位列第31名。",
            "第31名",
            {"measure": "rank", "indicator": "国家高新区综合评价"},
            "在国家高新区综合评价中列第31名",
        ),
        (
            "升至第18位。",
            "第18位",
            {"measure": "rank", "indicator": "全省综评排名升至"},
            "全省综评排名第18位",
        ),
        ("跻身前30强。", "30强", {"measure": "rank", "indicator": "国家高新区排名"}, "位列国家高新区前30强"),
        ("位列第9名。", "第9名", {"measure": "rank", "indicator": "位列全国千强镇"}, "在全国千强镇中列第9名"),
    ],
)
def test_a_figure_is_said_as_a_reader_says_it(
    sentence: str, words: str, fields: Fields, expected: str
) -> None:
    assert said(sentence, (words, fields)) == expected


def test_growth_and_increment_join_their_level() -> None:
    rise = ("6.3%", {"measure": "growth", "unit": "%"})

    assert said("总值12亿元，增长6.3%。", ("12亿元", {}), rise) == "地区生产总值12亿元，增长6.3%"
    more = ("7家", {"measure": "increment", "indicator": "瞪羚企业数"})
    all_of_them = ("50家", {"indicator": "瞪羚企业数"})
    assert said("瞪羚企业50家，新增7家。", all_of_them, more) == "瞪羚企业50家，新增7家"


def test_a_share_whose_whole_is_not_told_does_not_follow_a_level() -> None:
    firms: Fields = {"indicator": "高新技术企业数"}
    share = ("1/4以上", {**firms, "measure": "share", "unit": ""})

    assert said("高企856家，占1/4以上。", ("856家", firms), share) == "高新技术企业856家"


@pytest.mark.parametrize(
    ("sentence", "indicator", "period", "expected"),
    [
        ("签约项目12个。", "签约项目数", "2024", "2024年，签约项目12个。"),
        ("2024年以来签约项目12个。", "签约项目数", "2024", "2024年以来，签约项目12个。"),
        ("今年以来签约项目12个。", "签约项目数", "2024", "2024年以来，签约项目12个。"),
        ("今年以来签约项目12个。", "签约项目数", "2024-01/2024-06", "2024年上半年，签约项目12个。"),
        ("2023年以来建成12个。", "项目数", "2024", "2024年，项目12个。"),
        ("签约项目12个。", "签约项目数", "@2024", "据2024年的报道，签约项目12个。"),
        ("高企12个。", "高新技术企业数", "@2024", "截至2024年，高新技术企业12个。"),
        ("高企12个。", "高新技术企业数", None, "高新技术企业12个（未注明时间）。"),
    ],
)
def test_a_sentence_says_no_more_of_the_time_than_its_source(
    sentence: str, indicator: str, period: str | None, expected: str
) -> None:
    fields: Fields = {"unit": "个", "indicator": indicator, "period": period}
    (each,), proofs = told(sentence, ("12个", fields))

    assert [spoken(line) for line in paragraphs([Claim(PARK, (each,))], proofs)] == [expected]


def test_the_value_of_an_earlier_period_stands_beside_its_level() -> None:
    (now, before), proofs = told(
        "2024年12亿元，增长6.3%，2023年11亿元。", ("12亿元", {}), ("11亿元", {"period": "2023"})
    )

    text = spoken(clause(Claim(PARK, (now,), before=before), proofs))

    assert text == "地区生产总值12亿元（2023年为11亿元）"


def test_another_report_is_told_with_its_own_time() -> None:
    fields = {"indicator": "高新技术企业数"}
    (one, other), _ = told(
        "856家，又称1119家。", ("856家", fields), ("1119家", {**fields, "period": "@2024"})
    )
    dispute = Conflict("c-1", "yunze", PARK, one.indicator, "level", (one, other), "date")
    proofs = proofs_of(one, other, document=a_document("856家，又称1119家。"), conflicts=(dispute,))

    parts = clause(Claim(PARK, (one,), rivals=(other,)), proofs)

    assert spoken(parts) == "高新技术企业856家（另有报道称1119家，截至2024年）"
    first, second = [each for each in parts if isinstance(each, Stated)]
    assert ([each.word for each in first.doubts], first.rival) == (["有出入"], None)
    assert (second.doubts, second.rival) == ((), "c-1")  # the mark of the first speaks for both


def test_a_derived_value_tells_its_working() -> None:
    (now, before), proofs = told(
        "2024年12亿元，2023年11亿元。", ("12亿元", {}), ("11亿元", {"period": "2023"})
    )
    working = Working("12 ÷ 11 − 1 = 9.1%", (now, before))
    derived = Derived("d", "yunze", PARK, now.indicator, "growth", "2024", Decimal("9.1"), "%", working)

    text = spoken(clause(Claim(PARK, (now,), derived=(derived,)), proofs))

    assert text == "地区生产总值12亿元，推算增长9.1%（12 ÷ 11 − 1 = 9.1%）"


@given(
    st.decimals(min_value="0.01", max_value=100000, places=2),
    st.sampled_from(["=", ">", "<", "~"]),
    st.sampled_from(["level", "growth", "increment", "share"]),
    st.sampled_from(["actual", "estimate", "target"]),
)
def test_no_sentence_changes_a_digit(number: Decimal, bound: str, measure: str, status: str) -> None:
    fields = {"bound": bound, "measure": measure, "status": status, "value": number}

    text = said(f"达到{number}亿元。", (f"{number}亿元", fields))

    assert text.count(str(number)) == 1


# -- names ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("indicator", "unit", "expected"),
    [
        ("高新技术企业数", "家", "高新技术企业"),
        ("景气指数", "家", "景气指数"),
        ("从业人数", "万人", "从业人数"),
        ("车位数", "万个", "车位"),
        ("园区数", "个", "园区"),
        ("户数", "户", "户数"),
        ("数字经济规模", "亿元", "数字经济规模"),
    ],
)
def test_a_count_drops_the_word_for_number_before_its_value(indicator: str, unit: str, expected: str) -> None:
    assert indicator_name(an_observation(indicator=indicator, unit=unit)) == expected


def test_a_label_without_a_sentence_keeps_what_a_sentence_says_by_adverb() -> None:
    assert label(an_observation(indicator="签约项目数", unit="个", basis="累计")) == "签约项目（累计）"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("岚江经开区人才十条", "《岚江经开区人才十条》"),
        ("岚江经开区扶持办法（试行）", "《岚江经开区扶持办法（试行）》"),
        ("“马上办”服务", "“马上办”服务"),
        ("“放管服”改革方案", "“放管服”改革方案"),
        ("“智改数转”", "“智改数转”"),
    ],
)
def test_a_document_stands_in_title_marks_and_a_brand_does_not(name: str, expected: str) -> None:
    assert titled(name) == expected


# -- sentences and paragraphs ---------------------------------------------------------------------


def claims(sentence: str, *figures: tuple[str, Fields]) -> tuple[list[Claim], Proofs]:
    found, proofs = told(sentence, *figures)
    return [Claim(each.subject, (each,)) for each in found], proofs


def test_a_sentence_opens_with_its_period_and_the_next_one_refers_to_it() -> None:
    names = ["产值", "税收", "出口", "进口", "投资", "外资"]
    values = [(f"{number}亿元", {"indicator": f"工业{name}"}) for number, name in enumerate(names, 11)]
    text = "。".join(f"{name}{value}" for name, (value, _) in zip(names, values, strict=True))
    all_claims, proofs = claims(f"{text}。", *values)

    (line,) = paragraphs(all_claims, proofs)

    assert spoken(line) == (
        "2024年，工业产值11亿元；工业税收12亿元；工业出口13亿元；工业进口14亿元。"
        "同期，工业投资15亿元；工业外资16亿元。"
    )


def test_short_figures_of_one_sentence_are_read_on_with_a_comma() -> None:
    signed = ("46个", {"indicator": "签约项目数"})
    money = ("280亿元", {"indicator": "签约项目总投资"})
    all_claims, proofs = claims("签约46个，总投资280亿元。", signed, money)

    (line,) = paragraphs(all_claims, proofs)

    assert spoken(line) == "2024年，签约项目46个，签约项目总投资280亿元。"


def test_the_newest_period_comes_first() -> None:
    older = ("11亿元", {"period": "2022"})
    all_claims, proofs = claims("12亿元，11亿元。", older, ("12亿元", {"period": "@2024-09"}))

    (line,) = paragraphs(all_claims, proofs)

    assert spoken(line) == "截至2024年9月，地区生产总值12亿元。2022年，地区生产总值11亿元。"


def test_an_unknown_time_is_told() -> None:
    all_claims, proofs = claims("面积9亩。", ("9亩", {"indicator": "供地面积", "period": None}))

    assert spoken(paragraphs(all_claims, proofs)[0]) == "供地面积9亩（未注明时间）。"


def test_the_proof_stands_once_behind_all_that_shares_it() -> None:
    one: tuple[str, Fields] = ("12亿元", {})
    two = ("13亿元", {"indicator": "工业投资"})
    three = ("14亿元", {"indicator": "出口总额"})
    all_claims, draft = claims("总值12亿元，投资13亿元。出口14亿元。", one, two, three)
    paragraphs(all_claims, draft)

    (line,) = paragraphs(all_claims, draft.settled())

    kinds = [each.evidence for each in line if isinstance(each, Proof)]
    assert kinds == [1, 2]
    assert isinstance(line[-2], Proof)


def test_targets_are_told_by_the_time_until_when() -> None:
    goal: Fields = {"status": "target"}
    later = ("15亿元", {**goal, "period": "2027"})
    open_end = ("16亿元", {**goal, "period": "@2024-02", "indicator": "工业投资"})
    sooner = ("6%以上", {**goal, "period": "2025", "measure": "growth"})
    all_claims, proofs = claims("15亿元，16亿元，增长6%以上。", later, open_end, sooner)

    lines = [spoken(line) for line in goals(all_claims, PARK, proofs)]

    assert lines == [
        "2025年目标：地区生产总值增长6%以上。",
        "2027年目标：地区生产总值15亿元。",
        "未注明期限的目标：工业投资16亿元。",
    ]


def test_the_owner_of_a_target_is_named_once() -> None:
    goal: Fields = {"status": "target", "period": "2027", "subject": "澜光芯片项目"}
    all_claims, proofs = claims(
        "产值15亿元，税收1亿元。",
        ("15亿元", {**goal, "indicator": "产值"}),
        ("1亿元", {**goal, "indicator": "税收"}),
    )

    (line,) = goals(all_claims, PARK, proofs)

    assert spoken(line) == "2027年目标：澜光芯片项目的产值15亿元；税收1亿元。"


def test_a_place_within_the_park_does_not_repeat_its_name() -> None:
    area = ("90亩", {"indicator": "创新港规划面积", "subject": "云泽创新港"})
    all_claims, proofs = claims("创新港90亩。", area)

    assert spoken(estate("云泽创新港", all_claims, proofs)) == "云泽创新港：2024年，规划面积90亩。"


# -- parks, industries, carriers ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        (
            {},
            "云泽高新区是国家级高新技术产业开发区（级别据开发区目录（2018年版）），位于江苏云泽，批准时间为1994年。",
        ),
        (
            {"entry": a_park_entry(level=None, approved=None), "level": None},
            "云泽高新区是高新技术产业开发区，位于江苏云泽。",
        ),
        (
            {"entry": None, "kind": "新区", "name": "云泽新区", "level": None},
            "云泽新区位于江苏云泽。名录没有收录这个园区，以上据资料暂列。",
        ),
        (
            {"entry": None, "kind": "其他", "level": None, "province": None, "city": None},
            "云泽高新区的类型和所在地未知。",
        ),
        (
            {"entry": None, "kind": "保税区", "level": "省级", "province": "上海", "city": "上海"},
            "云泽高新区是省级保税区，位于上海。名录没有收录这个园区，以上据资料暂列。",
        ),
    ],
)
def test_who_a_park_is_is_told_as_far_as_it_is_known(fields: Fields, expected: str) -> None:
    assert spoken(identity(a_park(**fields))) == expected


def test_industries_are_told_by_role() -> None:
    profiles = rich_profiles()
    proofs = Proofs(find_places(profiles))
    by_role: dict[str, list[Any]] = {}
    for industry in profiles.industries:
        for _, role, claim in industry.claims:
            by_role.setdefault(role, []).append((industry.name, claim))
    all_roles = [Role(role, tuple(told)) for role, told in by_role.items()]

    assert spoken(roles(all_roles, proofs)) == "主导产业为新能源、电子信息；另提到低空经济。"
    assert spoken(roles(all_roles[1:], proofs)) == "资料提到的产业有低空经济。"


def test_carriers_are_told_by_stage() -> None:
    document = a_document("云帆产业园在建，星河创新港运营，澜光中心。")
    names = {"云帆产业园": "在建", "星河创新港": "运营", "澜光中心": None}
    mentions = [a_mention(document, name, stage=stage) for name, stage in names.items()]
    projects = [a_project([each], id=f"p{place}") for place, each in enumerate(mentions)]
    source = SourceProfile(document, facts_of(document, projects=tuple(mentions)))
    proofs = Proofs(find_places(profiles_of(source, projects=tuple(projects))))
    standings = [
        Standing(project, mention.stage, None, mention, None)
        for project, mention in zip(projects, mentions, strict=True)
    ]

    assert spoken(carriers(standings, proofs)) == (
        "资料提到的载体与设施：在建的有云帆产业园；已运营的有星河创新港；没有注明阶段的有澜光中心。"
    )
    assert spoken(carriers(standings[2:], proofs)) == "资料提到的载体与设施有澜光中心。"


# -- findings -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("cause", "behind"),
    [("date", "可能的原因：统计的时点不同。"), ("unknown", "原因不明。")],
)
def test_a_conflict_tells_both_sides_and_its_cause(cause: Any, behind: str) -> None:
    fields = {"indicator": "高新技术企业数"}
    sides, proofs = told("856家，又称1119家。", ("856家", fields), ("1119家", {**fields, "period": "@2024"}))
    found = Conflict("c", "yunze", PARK, "高新技术企业数", "level", tuple(sides), cause)

    assert spoken(conflict(found, proofs)) == f"高新技术企业：2024年为856家；截至2024年为1119家。{behind}"


def test_a_gap_is_told_without_claiming_that_nothing_was_published() -> None:
    text = spoken(gaps(["foreign-capital", "trade"]))

    assert text == "在所用资料中没有读到：利用外资、进出口。没有读到，不等于没有公布。"


@pytest.mark.parametrize(
    ("stated", "documents", "expected"),
    [
        ("2025-02-28", 2, "资料截至2025年2月28日，依据2篇资料"),
        (None, 2, "依据2篇资料，最新一篇发表于2025年2月"),
        (None, 1, "依据1篇资料，发表于2025年2月"),
    ],
)
def test_a_brief_says_when_its_facts_end(stated: str | None, documents: int, expected: str) -> None:
    assert spoken(as_of(stated, "2025-02", documents)) == expected


def test_a_brief_of_undated_documents_says_so() -> None:
    assert spoken(as_of(None, None, 2)) == "依据2篇资料，日期未知"


# -- evidence and citation ------------------------------------------------------------------------


def test_a_long_sentence_is_cut_to_the_clauses_that_state_something() -> None:
    before, middle = "园区坚持稳中求进的工作总基调，" * 4, "各项工作有序推进，" * 4
    quote = f"{before}全年实现产值12亿元，增长6.3%，{middle}全区签约项目46个，{before}"

    assert excerpt(quote, {"12亿元", "46个"}) == (
        "……园区坚持稳中求进的工作总基调，全年实现产值12亿元，……各项工作有序推进，全区签约项目46个，……"
    )


def test_a_sentence_is_kept_whole_where_a_cut_would_part_a_statement() -> None:
    quote = "园区坚持稳中求进，" * 20 + "总额1，518件。"

    assert excerpt(quote, {"进，总额1，518件"}) == quote


def test_a_citation_names_the_edition_and_never_today() -> None:
    brief = ("云泽高新区投资简报", "parks/yunze/investment.html")
    printed = work(*brief, publisher="云泽研究", edition=("2025-02-28", None))
    online = work(*brief, publisher="云泽研究", edition=("2025-02-28", "https://example.org/"))

    assert gbt_7714(printed, LABELS) == "云泽研究. 云泽高新区投资简报（2025-02-28版）[R]. 2025."
    assert gbt_7714(online, LABELS) == (
        "云泽研究. 云泽高新区投资简报（2025-02-28版）[R/OL]. (2025-02-28)[引用日期]. "
        "https://example.org/parks/yunze/investment.html."
    )
    assert bibtex(online, LABELS).splitlines() == [
        "@techreport{yunze-investment-2025-02-28,",
        "  title = {{云泽高新区投资简报}},",
        "  institution = {{云泽研究}},",
        "  year = {2025},",
        "  note = {2025-02-28版},",
        "  url = {https://example.org/parks/yunze/investment.html},",
        "}",
    ]


def test_a_citation_without_a_date_has_none() -> None:
    undated = work(
        "云泽高新区投资简报", "parks/yunze/investment.html", publisher="云泽研究", edition=(None, None)
    )

    assert gbt_7714(undated, LABELS) == "云泽研究. 云泽高新区投资简报[R]."
    assert "year" not in bibtex(undated, LABELS)


@pytest.mark.parametrize(
    ("words", "fields", "expected"),
    [
        ("856家", {"indicator": "高新技术企业数"}, "2024年为856家"),
        ("50亿元", {"bound": ">"}, "2024年超50亿元"),
        ("6.3%", {"measure": "growth"}, "2024年增长6.3%"),
        ("百亿元", {}, "2024年为百亿元"),
        ("第31名", {"measure": "rank"}, "2024年为第31名"),
    ],
)
def test_a_value_at_a_time_takes_a_verb_only_where_it_has_none(
    words: str, fields: Fields, expected: str
) -> None:
    (found,), proofs = told(f"达到超{words}。", (words, fields))

    assert spoken(at_time(found, proofs)) == expected


def test_a_derived_share_names_its_whole() -> None:
    (part, whole), proofs = told(
        "工业投资5亿元，固定资产投资10亿元。",
        ("5亿元", {"indicator": "工业投资"}),
        ("10亿元", {"indicator": "固定资产投资"}),
    )
    working = Working("5 ÷ 10 = 50%", (part, whole))
    derived = Derived("d", "yunze", PARK, "工业投资", "share", "2024", Decimal(50), "%", working)

    assert worked(derived, proofs).text == "占固定资产投资的50%（5 ÷ 10 = 50%）"
