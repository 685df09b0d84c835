"""Whether figures of one thing agree, which of them is shown, and which ids and dates things share."""

from __future__ import annotations

import itertools

import pytest

from core.agreement import agreed
from core.whitespace import squeezed
from profiles.ids import ids_of
from profiles.order import date_of
from tests.factories import a_document, an_observation, facts_of


def told(*figures: str) -> str | None:
    """The figure that all of these state, each with its bound before it."""
    text = "，".join(figures)
    document = a_document(f"{text}。\n")
    seen = [
        an_observation(document, each.lstrip("><~"), bound=each[0] if each[0] in "><~" else "=")
        for each in figures
    ]
    found = {one.evidence.text if (one := agreed(order)) else None for order in itertools.permutations(seen)}
    (only,) = found
    return only


@pytest.mark.parametrize(
    ("figures", "expected"),
    [
        (("46.63亿元",), "46.63亿元"),
        (("46.63亿元", "46.6亿元"), "46.63亿元"),  # rounded
        (("46.63亿元", "466300万元"), "466300万元"),  # the finer print
        (("46.63亿元", ">40亿元"), "46.63亿元"),
        (("46.63亿元", ">50亿元"), None),
        ((">500亿元", ">400亿元"), "500亿元"),
        (("46.63亿元", "46.5亿元"), None),
        (("46.63亿元", "46.63亿美元"), None),
        (("6人", "6家"), None),
    ],
)
def test_figures_agree_but_for_rounding_and_bounds_and_the_exact_one_is_taken(
    figures: tuple[str, ...], expected: str | None
) -> None:
    assert told(*figures) == expected


def test_what_is_registered_keeps_its_id_and_the_others_are_told_apart() -> None:
    keys = [("云泽",), ("岚江",), ("岚江",), ("云泽",)]

    first, second, third, fourth = ids_of(["yz", None, None, None], keys, ["", "a", "b", "c"])

    assert (first, fourth) == ("yz", "yun-ze")
    assert second != third and {second[:10], third[:10]} == {"lan-jiang-"}


def test_a_document_without_a_date_is_as_old_as_its_newest_article() -> None:
    dated, undated = a_document(published="2024-02"), a_document(published=None)
    facts = facts_of(a_document(published="2024-03"))

    assert (date_of(dated, facts), date_of(undated, facts)) == ("2024-02", "2024-03")
    assert date_of(undated, facts_of(undated)) is None


def test_text_is_told_without_white_space() -> None:
    assert squeezed(" 云\n泽\u3000高新区 ") == "云泽高新区"
