"""What policies give, in made-up sentences: what is found, with which slots, and what is left alone."""

from __future__ import annotations

import pytest

from core.model import Facts, Instrument
from extract import instruments
from tests.test_extract import read

OPENING = "云泽高新区消息。"


def amount_of(facts: Facts, fact: str | None) -> str | None:
    """The words of the observation that an instrument names."""
    stated = {each.id: each.evidence.text for each in facts.observations}
    return stated[fact] if fact else None


def rows_of(facts: Facts) -> tuple[instruments.Row, ...]:
    return tuple(
        (each.kind, each.target, amount_of(facts, each.amount), each.condition, each.deadline)
        for each in facts.instruments
    )


def only(text: str) -> tuple[Facts, Instrument]:
    facts = read(text)
    (instrument,) = facts.instruments
    return facts, instrument


@pytest.mark.parametrize(("sentence", "wanted"), instruments.EXAMPLES.items())
def test_an_example_of_instruments_holds(sentence: str, wanted: tuple[instruments.Row, ...]) -> None:
    assert rows_of(read(OPENING + sentence)) == wanted


def test_the_examples_show_what_is_left_alone() -> None:
    assert () in instruments.EXAMPLES.values()


MADE_UP: dict[str, tuple[instruments.Row, ...]] = {
    "岚江经开区出台《岚江经开区稳增长若干措施》，对一季度增速超过10%的规上企业，每家奖励5万元。": (
        ("奖励", "规上企业", "5万元", "一季度增速超过10%", None),
    ),
    "符合条件的孵化器，按实际投入的30%给予一次性补助，单个项目最高300万元。": (
        ("补助", "孵化器", "300万元", "符合条件", None),
    ),
    "岚江经开区为留区过年的职工送上贺卡，为中小企业减免房租230万元。": (
        ("租金优惠", "中小企业", "230万元", None, None),
    ),
    "到岚江经开区就业的博士可领取每年6万元生活补贴，连续发放三年。": (
        ("人才", "博士", "6万元", "到岚江经开区就业", None),
    ),
    "岚江经开区拿出3000万元，对智能化改造项目给予贴息支持。": (
        ("贴息", "智能化改造项目", "3000万元", None, None),
    ),
    "截至目前，岚江经开区已兑现惠企奖补资金4.6亿元，惠及企业1200家次。": (
        ("奖励", None, "4.6亿元", None, None),
    ),
    "《意见》提出，企业首次获评国家级绿色工厂的，一次性奖励50万元；获评省级绿色工厂的，一次性奖励20万元。": (
        ("奖励", "企业", "50万元", "企业首次获评国家级绿色工厂", None),
        ("奖励", None, "20万元", "获评省级绿色工厂", None),
    ),
    "岚江经开区发起设立规模20亿元的天使投资基金。": (("基金", None, "20亿元", None, None),),
    "全年为企业减免税收1.8亿元。": (("减免", "企业", "1.8亿元", None, None),),
    "政策有效期至2026年12月31日，对新引进总部企业给予最高1000万元落户奖励。": (
        ("奖励", "总部企业", "1000万元", "新引进", "2026-12-31"),
    ),
    "对2025年12月31日前开工的重大项目，给予固定资产投资额5%的补助。": (
        ("补助", "重大项目", None, "2025年12月31日前开工", None),
    ),
    "岚江经开区财政每年安排1亿元专项资金支持科技创新。": (("专项资金", None, "1亿元", None, None),),
    "出台“新创八条”政策，每年列支2000万元，从房租等方面给予奖励，扶持范围覆盖文创设计企业。": (
        ("奖励", "文创设计企业", "2000万元", None, None),
    ),
    "给予领军人才团队最高1000万元项目资助、200平方米办公场地三年免租。": (
        ("补助", "领军人才团队", "1000万元", None, None),
        ("租金优惠", "领军人才团队", None, None, None),
    ),
    "对企业引进的硕士、博士分别给予每人每月1000元、3000元生活补贴。": (
        ("人才", "硕士、博士", "1000元", "企业引进", None),
        ("人才", "硕士、博士", "3000元", "企业引进", None),
    ),
    "岚江精密股份有限公司对优秀员工奖励10万元。": (),
    "记者采访了获得奖励的三位工人，他们的奖金合计2万元。": (),
    "岚江经开区被授予“优秀园区”称号，获奖励资金200万元。": (),
    "王某某获省科学技术进步奖，奖金100万元。": (),
    "公司成立以来，累计获得各级补助300万元。": (),
    "岚江经开区举办消费券发放活动，带动消费1.2亿元。": (),
    "岚江经开区产业基金招商成效明显，引进基金管理公司12家。": (),
    "企业缴纳的保证金全额返还，工程款支付及时。": (),
    "修订产业专项资金管理办法，完善奖励制度。": (),
}


@pytest.mark.parametrize(("sentence", "wanted"), MADE_UP.items())
def test_a_made_up_sentence_gives_its_instruments_and_nothing_else(
    sentence: str, wanted: tuple[instruments.Row, ...]
) -> None:
    assert rows_of(read("岚江经开区消息。" + sentence)) == wanted


# -- slots ------------------------------------------------------------------------------------------


def test_a_share_and_the_most_that_is_given_stand_beside_each_other() -> None:
    facts, instrument = only(OPENING + "对技术改造项目，按设备投资额的10%给予补助，最高不超过1000万元。")

    assert amount_of(facts, instrument.rate) == "10%"
    assert amount_of(facts, instrument.amount) == "1000万元"


def test_a_monthly_amount_keeps_its_month_and_its_limit() -> None:
    facts, instrument = only(OPENING + "对博士给予每月2000元生活补贴，每人累计不超过10万元。")

    assert (instrument.per, amount_of(facts, instrument.amount)) == ("每月", "2000元")
    assert amount_of(facts, instrument.limit) == "10万元"


def test_money_that_was_given_is_told_from_money_that_is_promised() -> None:
    _, given = only(OPENING + "全年向各类企业发放产业扶持资金1.2亿元。")
    _, promised = only(OPENING + "对新认定的企业，发放扶持资金20万元。")

    assert (given.paid, promised.paid) == (True, False)


def test_an_instrument_names_the_policy_of_its_sentence() -> None:
    _, instrument = only("云泽高新区印发《云泽高新区人才办法》，对引进的博士给予30万元安家补贴。")

    assert (instrument.policy, instrument.park) == ("云泽高新区人才办法", "云泽高新区")


def test_provisions_behind_a_colon_are_all_of_the_policy_that_rules_them() -> None:
    facts = read("《云泽高新区人才办法》规定：对博士给予30万元安家补贴；对硕士给予10万元安家补贴。")

    assert [each.policy for each in facts.instruments] == ["云泽高新区人才办法"] * 2


def test_a_policy_of_another_part_of_the_sentence_is_not_its_policy() -> None:
    _, instrument = only(OPENING + "推行“一窗通”改革；全年向各类企业发放产业扶持资金1.2亿元。")

    assert instrument.policy is None


def test_a_sentence_that_refers_to_the_policy_before_it_is_of_that_policy() -> None:
    _, instrument = only(
        "云泽高新区出台《云泽高新区人才办法》。该办法实施后，对引进的博士给予30万元安家补贴。"
    )

    assert instrument.policy == "云泽高新区人才办法"


def test_a_sentence_that_names_the_policy_again_is_of_that_policy() -> None:
    _, instrument = only(
        "云泽高新区推出“人才十条”政策。园区开放合作。“人才十条”政策每年安排奖励资金200万元。"
    )

    assert instrument.policy == "“人才十条”政策"


def test_an_instrument_stands_on_the_word_that_says_its_kind() -> None:
    text = OPENING + "对新认定的企业，一次性给予20万元奖励。"
    _, instrument = only(text)
    span = instrument.evidence.span

    assert text[span.start : span.end] == instrument.evidence.text == "奖励"
