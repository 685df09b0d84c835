"""The accuracy that docs/accuracy.md states does not slip."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.accuracy import FLOORS, ROOT, SETS, SLACK, digest, extract, files_of, folder, score

EVAL = folder()
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(EVAL is None, reason="PARKBRIEF_EVAL names no folder of hand-marked articles"),
]
PINNED = json.loads(FLOORS.read_text())


@pytest.mark.parametrize("name", SETS)
@pytest.mark.parametrize("register", ["with the sample register", "with an empty register"])
def test_scores_stay_above_their_floors(name: str, register: str, tmp_path: Path) -> None:
    assert EVAL is not None
    content = ROOT / "content" if "sample" in register else tmp_path
    files = files_of(name, EVAL)
    if name == "made-up":
        assert PINNED[name]["digest"] == digest(files), "the made-up articles changed: measure again"
    elif PINNED[name]["digest"] != digest(files):
        pytest.skip(f"the articles of {name} are not those that the floors were measured on: measure again")
    found = score(files, extract(files, content), EVAL)

    below = {
        kind: (value, PINNED[name]["f1"][kind])
        for kind, value in found.items()
        if value < PINNED[name]["f1"][kind] - SLACK
    }
    assert not below


@pytest.mark.parametrize("name", SETS)
def test_every_span_is_its_text(name: str) -> None:
    assert EVAL is not None
    files = files_of(name, EVAL)
    for line in extract(files, ROOT / "content").splitlines():
        facts = json.loads(line)
        text = (files / facts["doc"]).read_bytes().decode("utf-8")
        for fact in facts["observations"]:
            assert text[fact["start"] : fact["end"]] == fact["text"]
