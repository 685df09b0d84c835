"""A small site, compared file by file. `make golden` rewrites it; the diff is reviewed like code."""

from __future__ import annotations

from pathlib import Path

from tests.golden import CONTENT, SITE, build_sample, files


def test_the_sample_site_is_what_we_agreed(tmp_path: Path) -> None:
    build_sample(CONTENT, tmp_path / "site")

    assert files(tmp_path / "site") == files(SITE)
