"""The shipped word lists: nothing twice in one list, no list that no rule reads."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[1]
FILES = sorted((ROOT / "extract" / "lexicon").glob("*.yaml"))


def lists_of(path: Path) -> dict[str, list[str]]:
    """The plain word lists of a file: name -> words."""
    read = yaml.safe_load(path.read_text(encoding="utf-8"))
    if not isinstance(read, dict):
        return {}
    return {name: words for name, words in read.items() if words and isinstance(words[0], str)}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_no_word_stands_twice_in_a_list(path: Path) -> None:
    twice = {
        name: [word for word, count in Counter(words).items() if count > 1]
        for name, words in lists_of(path).items()
    }
    assert {name: words for name, words in twice.items() if words} == {}


def test_every_list_is_read_by_a_rule() -> None:
    names = [name for path in FILES for name in lists_of(path)]
    assert len(names) > 50
    folders = [ROOT / folder for folder in ("core", "extract", "profiles", "charts", "pages", "publish")]
    paths = [*ROOT.glob("*.py"), *(path for folder in folders for path in folder.rglob("*.py"))]
    code = "\n".join(path.read_text(encoding="utf-8") for path in paths)
    assert [name for name in names if f'"{name}"' not in code and f"'{name}'" not in code] == []
