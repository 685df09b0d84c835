"""Many names looked up at once find what comparing each with each would find."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from extract.search import FEW, Nested, Searched, Words

LETTERS = st.text("云泽岚江高新区", min_size=1, max_size=6)


def slow(words: list[str], text: str) -> list[tuple[int, int]]:
    """Start and end of the longest word at each place, one after another."""
    found, place = [], 0
    while place < len(text):
        longest = max((len(word) for word in words if text.startswith(word, place)), default=0)
        if longest:
            found.append((place, place + longest))
        place += longest or 1
    return found


@given(st.lists(LETTERS, min_size=1, max_size=9), st.text("云泽岚江高新区，", max_size=60))
def test_few_words_and_many_are_found_alike(words: list[str], text: str) -> None:
    many = (*words, *(f"某{number}" for number in range(FEW)))

    assert list(Words(tuple(words)).find(text)) == list(Words(many).find(text)) == slow(words, text)


@given(st.lists(LETTERS, max_size=12), LETTERS)
def test_every_name_that_holds_another_is_near_it(names: list[str], name: str) -> None:
    nested = Nested()
    for place, known in enumerate(names):
        nested.add(known, place)

    holding = {place for place, known in enumerate(names) if known in name or name in known}
    assert holding <= set(nested.near(name))


@given(st.lists(LETTERS, min_size=1, max_size=9), st.text("云泽岚江高新区，", max_size=60))
def test_a_text_searched_often_answers_as_at_first(words: list[str], text: str) -> None:
    fresh, tired = Searched(text), Searched(text)
    for _ in range(FEW):
        tired.count("云泽")

    for word in words:
        assert text.count(word) == fresh.count(word) == tired.count(word)
        assert text.find(word) == Searched(text).find(word) == tired.find(word)
        assert list(Searched(text).places(word)) == list(tired.places(word))
        assert (word in text) == (word in Searched(text)) == (word in tired)


def test_no_word_stands_nowhere() -> None:
    assert list(Searched("云泽高新区").places("")) == []


def test_no_words_are_found_nowhere() -> None:
    assert list(Words(()).find("云泽高新区")) == []
