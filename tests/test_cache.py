"""Memory may make work quicker, never different."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from msgspec import Struct

from cache import FEW, Memory, Store, Task, fingerprint, key_of


class Length(Struct, frozen=True):
    """What the tests compute."""

    text: str
    length: Decimal


def measure(text: str) -> Length:
    """Called in this process and in workers."""
    return Length(text, Decimal(len(text)))


def fail(text: str) -> Length:
    """Work that must not be done again."""
    raise AssertionError(f"{text} was computed again")


TEXTS = ["长" * length for length in range(1, FEW + 3)]  # enough of them for workers to be started
EXPECTED = [measure(text) for text in TEXTS]


def results(function, store: Store | None, *, salt: str = "1", jobs: int = 1) -> list[Length]:
    return list(Memory(store, jobs).map(Task(function, Length, "texts", salt), TEXTS))


@pytest.mark.parametrize("jobs", [1, 2])
def test_results_come_in_the_order_of_the_values(tmp_path, jobs):
    assert results(measure, Store(tmp_path), jobs=jobs) == EXPECTED
    assert results(measure, None, jobs=jobs) == EXPECTED


def test_what_is_remembered_is_not_computed_again(tmp_path):
    results(measure, Store(tmp_path))

    assert results(fail, Store(tmp_path)) == EXPECTED


def test_other_circumstances_are_computed_afresh(tmp_path):
    results(measure, Store(tmp_path), salt="1")

    with pytest.raises(AssertionError, match="computed again"):
        results(fail, Store(tmp_path), salt="2")


@pytest.mark.parametrize("damage", [b"", b"rubbish", b"0" * 64 + b"\n\x93"])
def test_a_damaged_memory_is_computed_afresh_and_mended(tmp_path, damage):
    results(measure, Store(tmp_path))
    for path in kept(tmp_path):
        path.write_bytes(damage)

    assert results(measure, Store(tmp_path)) == EXPECTED
    assert results(fail, Store(tmp_path)) == EXPECTED


def test_a_single_flipped_bit_is_noticed(tmp_path):
    results(measure, Store(tmp_path))
    for path in kept(tmp_path):
        content = bytearray(path.read_bytes())
        content[-1] ^= 1
        path.write_bytes(content)

    assert results(measure, Store(tmp_path)) == EXPECTED


def test_memory_that_cannot_be_kept_is_only_slower(tmp_path):
    (tmp_path / "file").write_text("not a folder", "utf-8")

    assert results(measure, Store(tmp_path / "file")) == EXPECTED


def test_a_fingerprint_changes_with_names_and_contents_of_files(tmp_path):
    first = written(tmp_path / "1" / "code", {"a.py": "x = 1"})
    same = written(tmp_path / "2" / "code", {"a.py": "x = 1", "__pycache__/a.pyc": "compiled"})
    changed = written(tmp_path / "3" / "code", {"a.py": "x = 2"})
    renamed = written(tmp_path / "4" / "code", {"b.py": "x = 1"})

    assert fingerprint([first]) == fingerprint([same])
    assert len({fingerprint([folder]) for folder in (first, changed, renamed)}) == 3
    assert fingerprint([first]) != fingerprint([first], packages=["msgspec"])


def test_keys_tell_values_apart_that_only_look_alike():
    assert len({key_of("a", "bc"), key_of("ab", "c"), key_of("abc"), key_of("a", "b", "c")}) == 4


def kept(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def written(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    return folder
