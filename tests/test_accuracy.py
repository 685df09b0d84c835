"""The accuracy that docs/accuracy.md and the method page state is what was measured, and does not slip."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from msgspec.structs import replace

from core.model import Scores
from pages.method import KINDS, SETS, SLOTS
from sources import read_document
from tests import accuracy
from tests.accuracy import GUIDE, ROOT, below, digest, extract, files_of, folder, recorded, score, with_tables

EVAL = folder()
PINNED = recorded()
needs_articles = pytest.mark.skipif(
    EVAL is None, reason="PARKBRIEF_EVAL names no folder of hand-marked articles"
)


@pytest.mark.slow
@needs_articles
@pytest.mark.parametrize("name", accuracy.SETS)
@pytest.mark.parametrize("register", ["with the sample register", "with an empty register"])
def test_scores_stay_above_their_floors(name: str, register: str, tmp_path: Path) -> None:
    assert EVAL is not None
    content = ROOT / "content" if "sample" in register else tmp_path
    files = files_of(name, EVAL)
    if name == "made-up":
        assert PINNED.now[name].digest == digest(files), "the made-up articles changed: measure again"
    elif PINNED.now[name].digest != digest(files):
        pytest.skip(f"the articles of {name} are not those that the floors were measured on: measure again")
    found = score(files, extract(files, content), EVAL)

    assert not below(found, PINNED.now[name])


@pytest.mark.slow
@needs_articles
@pytest.mark.parametrize("name", accuracy.SETS)
def test_every_span_is_its_text(name: str) -> None:
    assert EVAL is not None
    files = files_of(name, EVAL)
    for line in extract(files, ROOT / "content").splitlines():
        facts = json.loads(line)
        path = files / facts["doc"]
        plain = path.suffix == ".txt"  # of a web page, spans count in the text that is read of it
        text = path.read_bytes().decode("utf-8") if plain else read_document(path).text
        for fact in facts["observations"]:
            assert text[fact["start"] : fact["end"]] == fact["text"]


def test_the_tables_of_the_guide_are_what_was_measured() -> None:
    guide = GUIDE.read_text("utf-8")

    assert with_tables(guide, PINNED) == guide


def test_tables_follow_the_scores() -> None:
    guide = GUIDE.read_text("utf-8")
    worse = replace(PINNED.now["dev"], f1={**PINNED.now["dev"].f1, "parks": 0.123}, slots={"bound": 0.456})

    changed = with_tables(guide, replace(PINNED, now={**PINNED.now, "dev": worse}))

    assert "0.123" in changed and "0.456" in changed
    assert changed.startswith(guide.partition("<!--")[0])
    assert changed.endswith(guide.rpartition("<!-- end -->")[2])


def test_every_set_that_is_measured_is_recorded_and_has_a_digest() -> None:
    assert set(PINNED.now) == set(accuracy.SETS)
    assert all(scores.digest and scores.slots for scores in PINNED.now.values())
    assert all(tuple(scores.f1) == accuracy.KINDS for scores in PINNED.now.values())


def test_everything_that_is_measured_has_a_name_on_the_method_page() -> None:
    named = {name for labels in (KINDS, SLOTS) for group in labels.values() for name in group}

    measured = [*PINNED.first.values(), *PINNED.now.values()]

    assert {name for scores in measured for name in (*scores.f1, *scores.slots)} <= named
    assert {*PINNED.first, *PINNED.now} <= set(SETS)


def test_a_kind_below_its_floor_is_told_with_both_scores() -> None:
    floor = Scores(documents=1, figures=9, f1={"parks": 0.9, "projects": 0.8})

    assert below(replace(floor, f1={"parks": 0.9, "projects": 0.7}), floor) == {"projects": (0.7, 0.8)}
    assert below(replace(floor, f1={"parks": 0.95, "projects": 0.8}), floor) == {}
    assert below(floor, None) == {}
