"""What tests of several stages share: a folder of content to read, and the command line to run."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

WriteFiles = Callable[[Mapping[str, str | bytes]], Path]
Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def write_files(tmp_path: Path) -> WriteFiles:
    """Writes files by name under tmp_path/content and returns that folder."""
    folder = tmp_path / "content"

    def write(files: Mapping[str, str | bytes]) -> Path:
        folder.mkdir(exist_ok=True)
        for name, text in files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode() if isinstance(text, str) else text)
        return folder

    return write


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Runs `python build.py …` in tmp_path, as a user would, and returns what it printed."""

    def command(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, ROOT / "build.py", *arguments],
            cwd=tmp_path,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=300,
        )

    return command


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    """A copy of the sample content that a test may change."""
    return Path(shutil.copytree(ROOT / "content", tmp_path / "content"))
