"""The forms of parks: what reading knows as one kind, judging knows as one family, and the other way."""

from __future__ import annotations

import itertools

import pytest

from core.park_forms import ENDINGS, FORMS, words_of_lists
from extract.forms import KINDS, find_forms
from profiles.names import park_name
from tests.compiling import compiled, facts_in, seen
from tests.test_extract import lexicon

FAMILIES = {
    family: tuple(form for of in FORMS.values() for form in of.get(family, ()))
    for family in dict.fromkeys(family for of in FORMS.values() for family in of)
}


def parks(*names: str) -> int:
    """How many parks there are where each name stands in a document of its own."""
    return len(compiled(*(facts_in(str(at), parks=(seen(name),)) for at, name in enumerate(names))).parks)


def test_the_lexicon_holds_every_form_in_its_list() -> None:
    for name, forms in words_of_lists().items():
        assert set(forms) <= set(lexicon().list(name))


def test_no_form_is_of_two_families() -> None:
    assert len({form for form, _ in ENDINGS}) == len(ENDINGS)


@pytest.mark.parametrize("name", FORMS)
def test_what_is_read_as_a_kind_is_judged_as_its_family(name: str) -> None:
    for family, forms in FORMS[name].items():
        for form in forms:
            (found,) = find_forms(f"云泽{form}", lexicon())
            assert (found.kind, found.tail, found.body) == (KINDS[name], form, "云泽")
            assert park_name(f"云泽{form}").family == family
            assert park_name(f"云泽{form}").place == "云泽"


@pytest.mark.parametrize("family", FAMILIES)
def test_forms_of_one_family_name_one_park(family: str) -> None:
    assert parks(*(f"云泽{form}" for form in FAMILIES[family])) == 1


@pytest.mark.parametrize(("one", "other"), [*itertools.combinations(FAMILIES, 2)])
def test_forms_of_two_families_name_two_parks(one: str, other: str) -> None:
    assert parks(f"云泽{FAMILIES[one][0]}", f"云泽{FAMILIES[other][0]}") == 2
