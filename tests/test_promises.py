"""What was promised, held against what came: never against what is unlike it, never on a bare bound."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from msgspec.structs import replace

from core.judgement import Promise
from core.model import Observation, Settings
from profiles import judge
from tests.compiling import PARK, a_document, compiled, facts_in, figure, seen

AS_OF = "2026-03-01"
WRITTEN = {"a": "2022-01-10", "b": "2024-07-05", "c": "2026-02-20"}


def value(id: str, document: str, amount: str, period: str | None = "2025", **fields: Any) -> Observation:
    """A value of the park's tax income, in 亿元 unless it says otherwise."""
    known: dict[str, Any] = {"indicator": "税收收入", "unit": "亿元", **fields}
    return figure(id, document, value=Decimal(amount), period=period, **known)


def target(amount: str = "1000", period: str | None = "2025", **fields: Any) -> Observation:
    """What the oldest document promises."""
    return value(
        "goal", fields.pop("document", "a"), amount, period, **{"status": "target", "bound": ">", **fields}
    )


def promises(*said: Observation, as_of: str | None = AS_OF, **written: str | None) -> tuple[Promise, ...]:
    """The promises of a park of which three documents tell; their dates may be set by name."""
    dates = {**WRITTEN, **written}
    facts = [
        facts_in(
            document,
            parks=(seen(),),
            observations=tuple(each for each in said if each.evidence.document == document),
        )
        for document in dates
    ]
    documents = tuple(a_document(document, date) for document, date in dates.items())
    return judge(compiled(*facts, documents=documents, settings=Settings(as_of=as_of))).promises


def held(*said: Observation, as_of: str | None = AS_OF, **written: str | None) -> Promise:
    """The one promise there is."""
    (promise,) = promises(*said, as_of=as_of, **written)
    return promise


def ids(values: tuple[Observation, ...]) -> list[str]:
    return [each.id for each in values]


# -- what decides ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("amount", "bound", "verdict"),
    [
        ("1200", "=", "met"),
        ("1000", "=", "met"),
        ("999", "=", "missed"),
        ("1000", ">", "met"),
        ("900", ">", "unlike"),  # more than 900 may be less or more than 1000
        ("1000", "<", "missed"),  # 不足1000亿元
        ("1100", "<", "unlike"),
        ("1000", "~", "unlike"),  # 约1000亿元 may be a little less
        ("1100", "~", "met"),
        ("900", "~", "missed"),
    ],
)
def test_a_value_of_the_time_promised_decides_as_far_as_its_bound_proves(amount, bound, verdict):
    promise = held(target(), value("then", "c", amount, bound=bound))

    assert (promise.verdict, ids(promise.outcomes)) == (verdict, ["then"])


def test_other_units_of_money_are_converted():
    promise = held(target("10"), value("then", "c", "99000", unit="万元"))

    assert promise.verdict == "missed"
    assert promise.progress is not None and promise.progress.formula == "9.9 ÷ 10 = 99%"


def test_what_is_counted_is_counted_alike_whatever_the_word():
    found = value("then", "c", "12", unit="户", indicator="高新技术企业数")

    assert held(target("10", unit="家", indicator="高新技术企业数"), found).verdict == "met"


def test_people_are_no_things():
    found = value("then", "c", "12", unit="人", indicator="高层次人才数")

    assert held(target("10", unit="位", indicator="高层次人才数"), found).verdict == "met"
    assert held(target("10", unit="个", indicator="高层次人才数"), found).verdict == "unlike"


def test_areas_of_other_units_are_converted_without_a_remainder():
    found = value("then", "c", "2", unit="平方公里", indicator="供地面积")
    promise = held(target("3000", unit="亩", indicator="供地面积"), found)

    assert promise.verdict == "met"
    assert promise.progress is not None and promise.progress.formula == "3000 ÷ 3000 = 100%"


def test_places_are_places_in_whatever_word_and_no_people():
    goal = target("30", unit="名", measure="rank", bound="=")

    assert held(goal, value("then", "c", "28", unit="位", measure="rank")).verdict == "met"


def test_a_target_told_as_about_so_much_is_reached_where_little_is_missing():
    about = target("30", bound="~")

    assert held(about, value("then", "c", "29")).verdict == "met"
    assert held(about, value("then", "c", "28")).verdict == "missed"


def test_a_rank_is_better_the_lower_it_is():
    goal = target("30", unit="名", measure="rank", bound="=")
    promise = held(goal, value("then", "c", "28", unit="名", measure="rank"))

    assert promise.verdict == "met"
    assert held(goal, value("then", "c", "31", unit="名", measure="rank")).verdict == "missed"


def test_a_fall_is_promised_as_a_fall():
    goal = target("-4", "2025", unit="%", measure="growth", indicator="能耗")

    assert held(goal, value("then", "c", "-5", unit="%", measure="growth", indicator="能耗")).verdict == "met"
    assert (
        held(goal, value("then", "c", "-3", unit="%", measure="growth", indicator="能耗")).verdict == "missed"
    )


def test_an_amount_that_may_not_be_exceeded_is_kept_by_less():
    goal = target("10", bound="<", unit="个工作日", indicator="审批时限")

    assert held(goal, value("then", "c", "5", unit="个工作日", indicator="审批时限")).verdict == "met"
    assert held(goal, value("then", "c", "12", unit="个工作日", indicator="审批时限")).verdict == "missed"


def test_a_level_may_be_reached_before_it_is_due():
    promise = held(target(), value("early", "b", "1010", "2023"), as_of="2024-08-01")

    assert promise.verdict == "met"


def test_of_two_values_of_the_time_promised_the_newer_documents_holds():
    first, revised = value("first", "b", "1010"), value("revised", "c", "990")

    assert held(target(), first, revised, b="2026-01-20").verdict == "missed"


# -- what is unlike -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("change", "differences"),
    [
        ({"period": "2025-01/2025-09"}, ("period",)),
        ({"period": None}, ("period",)),
        ({"scope": "规上"}, ("scope",)),
        ({"basis": "协议"}, ("basis",)),
        ({"unit": "亿美元"}, ("unit",)),
        ({"status": "estimate"}, ("status",)),
        ({"period": "2025-01/2025-09", "scope": "规上"}, ("period", "scope")),
        ({"measure": "growth", "unit": "%"}, ("measure",)),
        ({"period": "2026"}, ("period",)),  # after its time a level says nothing of how it was then
    ],
)
def test_unlike_values_stand_beside_and_prove_nothing(change, differences):
    promise = held(target(), value("then", "c", "2000", **change))

    assert promise.verdict == "unlike"
    assert (ids(promise.outcomes), ids(promise.unlike), promise.differences) == ([], ["then"], (differences,))
    assert promise.progress is None


def test_a_rate_of_another_year_says_nothing_at_all():
    goal = target("8", "2025", unit="%", measure="growth")
    promise = held(goal, value("then", "c", "9", "2024", unit="%", measure="growth"))

    assert (promise.verdict, promise.unlike) == ("overdue", ())


def test_a_rate_of_a_part_of_its_year_is_shown_and_not_compared():
    goal = target("20", "2022", unit="%", measure="growth", bound=">")
    part = value("part", "b", "27.3", "2022-01/2022-09", unit="%", measure="growth")
    promise = held(goal, part, b="2022-10-20")

    assert (promise.verdict, promise.differences) == ("unlike", (("period",),))


def test_a_part_of_the_year_is_later_though_neither_document_is_dated():
    goal = target("1", "2022", indicator="注册外资", unit="亿美元")
    part = value("part", "b", "1.1", "2022-01/2022-09", indicator="注册外资", unit="亿美元")

    assert ids(held(goal, part, a=None, b=None).unlike) == ["part"]


def test_another_subject_or_indicator_is_another_thing():
    promise = held(
        target(),
        value("other", "c", "2000", indicator="工业投资"),
        value("s", "c", "2000", subject="星河公司"),
    )

    assert (promise.verdict, promise.outcomes, promise.unlike) == ("overdue", (), ())


# -- where it began -------------------------------------------------------------------------------


def test_the_value_of_the_promising_document_is_the_start_and_no_result():
    start = value("start", "a", "500", "@2022-01", bound=">")
    promise = held(target(), start, as_of="2025-02-18")

    assert (promise.verdict, promise.start, promise.outcomes) == ("on_way", start, ())
    assert promise.progress is not None
    assert (promise.progress.formula, promise.progress.bound) == ("500 ÷ 1000 = 50%", ">")


def test_a_start_proves_neither_once_the_time_is_over():
    assert held(target(), value("start", "a", "500", "@2022-01")).verdict == "overdue"


def test_a_later_value_short_of_the_target_is_on_the_way():
    start, later = value("start", "a", "500", "2021"), value("later", "b", "750", "2023")
    promise = held(target(), start, later, as_of="2025-02-18")

    assert (promise.verdict, ids(promise.outcomes), promise.start) == ("on_way", ["later"], start)
    assert promise.progress is not None and promise.progress.formula == "750 ÷ 1000 = 75%"


def test_what_a_later_document_retells_of_an_earlier_time_is_no_result():
    assert ids(held(target(), value("old", "c", "2000", "2019")).outcomes) == []


def test_a_document_may_tell_a_target_with_its_result():
    goal = target("6", "2025", unit="%", measure="growth", document="c")

    assert held(goal, value("then", "c", "7", unit="%", measure="growth")).verdict == "met"


def test_the_distance_of_a_rank_is_told_in_places():
    goal = target("30", "2026", unit="名", measure="rank", document="c")
    promise = held(goal, value("start", "c", "31", "2025", unit="名", measure="rank"))

    assert promise.verdict == "on_way"
    assert promise.progress is not None and promise.progress.formula == "31 − 30 = 1位"


def test_what_is_missing_of_a_rate_is_bounded_the_other_way_round():
    goal = target("6", unit="%", measure="growth")
    promise = held(goal, value("then", "c", "5.2", unit="%", measure="growth"))

    assert promise.progress is not None
    assert (promise.progress.formula, promise.progress.bound) == ("6% − 5.2% = 0.8个百分点", "=")
    vague = held(goal, value("then", "c", "5", unit="%", measure="growth", bound="<"))
    assert vague.progress is not None and vague.progress.bound == ">"


def test_no_share_is_rounded_up_to_all():
    promise = held(target(), value("then", "c", "999.99"))

    assert promise.progress is not None and promise.progress.formula == "999.99 ÷ 1000 = 99.9%"


# -- one promise ----------------------------------------------------------------------------------


def test_a_promise_told_by_two_documents_is_one():
    again = value("again", "b", "10000000", "@2025-12", unit="万元", status="target", bound="=")

    promise = held(target(scope="全口径"), again)
    assert (promise.target and promise.target.id, ids(promise.retold)) == ("goal", ["again"])  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "change",
    [
        {"amount": "1200"},
        {"period": "2026"},
        {"scope": "规上"},
        {"indicator": "工业投资"},
        {"measure": "increment"},
    ],
)
def test_another_value_time_or_scope_is_another_promise(change):
    fields: dict[str, Any] = {"amount": "1000", "period": "2025", "scope": "全口径", **change}
    amount, period = fields.pop("amount"), fields.pop("period")
    other = value("other", "b", amount, period, status="target", bound=">", **fields)

    assert len(promises(target(scope="全口径"), other)) == 2


def test_the_id_of_a_promise_does_not_hang_on_who_else_promises():
    alone = held(target())
    together = promises(target(), value("other", "b", "7", status="target", indicator="工业投资"))

    assert alone.id in {each.id for each in together}


def test_a_reprint_tells_nothing_of_its_own():
    facts = [
        facts_in("a", parks=(seen(),), observations=(target(),)),
        facts_in("b", parks=(seen(),), observations=(value("then", "b", "1200"),)),
    ]
    profiles = compiled(*facts, documents=(a_document("a", "2022-01-10"), a_document("b", "2026-01-10")))
    assert judge(profiles).promises[0].verdict == "met"
    assert judge(replace(profiles, reprints={"b": "a"})).promises[0].outcomes == ()


# -- what is no promise ---------------------------------------------------------------------------


def test_what_stands_when_the_document_is_written_is_no_promise():
    assert promises(target(period="@2022-01")) == ()


def test_the_end_of_the_year_is_to_come_even_in_december():
    words = "到年底税收收入突破1000亿元。"
    goal = target(period="@2022-01")
    assert promises(goal) == ()
    assert len(promises(replace(goal, evidence=replace(goal.evidence, quote=words)))) == 1


def test_what_is_expected_of_a_year_that_has_begun_is_a_forecast():
    forecast = target(period="2022", basis="预计")

    assert promises(forecast, a="2022-11-05") == ()
    assert len(promises(target(period="2023", basis="预计"))) == 1


def test_an_undated_document_speaks_from_the_newest_year_that_it_tells_of():
    told = value("told", "a", "700", "2024")

    assert promises(target(period="2024", basis="预计"), told, a=None) == ()
    assert len(promises(target(period="2027", basis="预计"), told, a=None)) == 1


# -- time -----------------------------------------------------------------------------------------


def test_a_year_is_over_after_its_last_day():
    assert held(target(), as_of="2025-12-31").verdict == "silent"
    assert held(target(), as_of="2026-01-01").verdict == "overdue"
    assert held(target(), as_of="2025").verdict == "silent"


def test_without_a_date_of_the_whole_nothing_is_over():
    promise = held(target(period="1999"), as_of=None, a=None, b=None, c=None)

    assert (promise.verdict, promise.days_left, promise.quiet_days) == ("silent", None, None)


def test_days_are_counted_from_the_last_word_and_to_the_last_day():
    promise = held(target(), value("later", "b", "750", "2023"), as_of="2025-02-18")

    assert (promise.last_word, promise.quiet_days, promise.days_left) == ("2024-07-05", 228, 316)
    assert held(target(), as_of="2026-03-01").days_left == -60


def test_dates_known_in_part_give_the_fewest_days():
    promise = held(target(), as_of="2025-02", a="2022")

    assert (promise.quiet_days, promise.days_left) == (763, 306)  # 2022-12-31 to 2025-02-01; to 2025-02-28


def test_without_the_date_of_a_document_no_silence_is_counted():
    assert held(target(), a=None).quiet_days is None


def test_promises_stand_by_park_and_time_those_without_time_last():
    found = promises(
        value("x", "a", "1", None, status="target"),
        value("y", "a", "2", "2027", status="target"),
        value("z", "a", "3", "2025", status="target"),
    )

    assert [each.due for each in found] == ["2025", "2027", None]


def test_a_promise_of_no_known_park_is_kept():
    found = judge(compiled(facts_in(observations=(target(park=None, subject="不明园区"),)))).promises

    assert [(each.park, each.subject) for each in found] == [(None, "不明园区")]


def test_the_subject_of_a_promise_has_one_name():
    assert held(target()).subject == PARK
