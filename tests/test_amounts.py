"""What a printed value allows, in a unit that can be compared; and periods side by side."""

from __future__ import annotations

from decimal import Decimal

import pytest

from core.amounts import amount_of, base_amount, base_unit
from core.model import Bound, Observation
from core.periods import months_apart, same_days, same_period, year_before
from tests.factories import a_document, an_observation


def printed(number: str, unit: str, bound: Bound = "=", **fields: object) -> Observation:
    words = f"{number}{unit}"
    value = Decimal(number) if number.replace(".", "").isdigit() else fields.pop("value")
    return an_observation(a_document(f"共{words}。"), words, value=value, unit=unit, bound=bound, **fields)


@pytest.mark.parametrize(
    ("unit", "base", "factor"),
    [
        ("亿元", "元", 10**8),
        ("万亿元人民币", "元", 10**12),
        ("亿美元", "美元", 10**8),
        ("万平方米", "平方米", 10**4),
        ("万方", "平方米", 10**4),
        ("平方公里", "平方米", 10**6),
        ("千瓦", "千瓦", 1),  # 千 is no scale here
        ("万千瓦时", "千瓦时", 10**4),
        ("家", "个", 1),
        ("人次", "人次", 1),  # not people
        ("万台", "台", 10**4),
        ("个百分点", "个百分点", 1),
        ("％", "%", 1),
    ],
)
def test_a_unit_is_told_without_its_scale(unit: str, base: str, factor: int) -> None:
    assert base_unit(unit) == (base, Decimal(factor))


@pytest.mark.parametrize(
    ("observation", "low", "high"),
    [
        (printed("46.63", "亿元"), "46.625", "46.635"),
        (printed("725", "亿元"), "724.5", "725.5"),
        (printed("500", "亿元", ">"), "500", None),
        (printed("4500", "亿元", "<"), None, "4500"),
        (printed("8.7", "亿元", "~"), "8.265", "9.135"),
        (printed("3400", "亿元", "~"), "3230", "3570"),
        (printed("1000", "亿元", "~"), "900", "1100"),
        (printed("千", "亿元", value=Decimal(1000)), "500", "1500"),
    ],
)
def test_print_allows_half_of_its_last_place(
    observation: Observation, low: str | None, high: str | None
) -> None:
    amount = amount_of(observation)

    assert amount.low == (low and Decimal(low) * 10**8)
    assert amount.high == (high and Decimal(high) * 10**8)


@pytest.mark.parametrize(
    ("observation", "expected"),
    [
        (printed("6", "名", measure="rank"), (6, "名")),
        (printed("6", "位", measure="rank"), (6, "名")),
        (printed("6", "名"), (6, "人")),
        (printed("6", "位"), (6, "人")),
        (printed("6", "户"), (6, "个")),
        (printed("3000", "亩"), (2_000_000, "平方米")),
        (printed("1.5", "万亿元"), (15 * 10**11, "元")),
    ],
)
def test_a_value_in_its_base_unit_is_exact_and_a_rank_counts_places(
    observation: Observation, expected: tuple[object, str]
) -> None:
    assert base_amount(observation) == expected
    assert (amount_of(observation).value, amount_of(observation).unit) == expected


def test_single_things_and_ranks_are_counted_exactly() -> None:
    for exact in (printed("1211", "家"), printed("31", "名", measure="rank")):
        assert amount_of(exact).low == amount_of(exact).high


@pytest.mark.parametrize(
    ("one", "other", "meet"),
    [
        (printed("47", "亿元"), printed("46.63", "亿元"), True),
        (printed("46", "亿元"), printed("47", "亿元"), False),  # 46.5 ends one and begins the other
        (printed("1211", "家"), printed("1211", "户"), True),
        (printed("1211", "家"), printed("1212", "家"), False),
        (printed("500", "亿元", ">"), printed("551.89", "亿元"), True),
        (printed("500", "亿元", ">"), printed("500", "亿元", "<"), False),
        (printed("500", "亿元", ">"), printed("400", "亿元", ">"), True),
        (printed("1.2", "万人"), printed("12034", "人"), True),
        (printed("1.2", "万人"), printed("13034", "人"), False),
    ],
)
def test_two_amounts_meet_where_one_true_value_could_stand_behind_both(
    one: Observation, other: Observation, meet: bool
) -> None:
    assert amount_of(one).meets(amount_of(other)) is meet
    assert amount_of(other).meets(amount_of(one)) is meet


@pytest.mark.parametrize(
    ("period", "before"),
    [
        ("2024", "2023"),
        ("2024-01/2024-09", "2023-01/2023-09"),
        ("@2024-06", "@2023-06"),
        ("2024-06", "2023-06"),
        ("2017/2021", None),
        ("2024-06-01", None),
    ],
)
def test_the_like_period_of_the_year_before(period: str, before: str | None) -> None:
    assert year_before(period) == before


def test_months_between_two_periods() -> None:
    assert months_apart("@2021-12", "@2022-05") == 5
    assert months_apart("@2022-05", "@2021-12") == 5
    assert months_apart("2024", "@2024-06") == 0
    assert months_apart("2024-01", "2024-02") == 1
    assert months_apart("2024-03-31", "2024-04-01") == 1


@pytest.mark.parametrize(
    ("one", "other", "period", "days"),
    [
        ("2024", "2024", True, True),
        ("2024", "2024-01/2024-12", True, True),
        ("2024", "@2024", False, True),
        ("@2024", "@2024-12", False, False),
        ("2024", "2024-06", False, False),
        (None, None, False, False),
        ("2024", None, False, False),
    ],
)
def test_periods_are_one_or_only_cover_the_same_days(
    one: str | None, other: str | None, period: bool, days: bool
) -> None:
    for pair in ((one, other), (other, one)):
        assert (same_period(*pair), same_days(*pair)) == (period, days)
