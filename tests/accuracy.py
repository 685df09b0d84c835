"""Accuracy on hand-marked articles, pinned so that it cannot slip unseen.

The environment variable PARKBRIEF_EVAL names a folder that holds score.py and two sets of real articles
that are not part of the project; the third set is the made-up articles beside this file. Each set is a
folder of articles with their gold standard, known by the digest of its files. `python -m tests.accuracy`
prints the scores and raises the floors in floors.json; floors only sink with --lower.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
FLOORS = Path(__file__).parent / "floors.json"
MADE_UP = Path(__file__).parent / "articles"
SETS = ("seeds", "dev", "made-up")
KINDS = (
    "observations found",
    "observations core",
    "observations strict",
    "parks",
    "projects",
    "policies",
    "honours",
    "industries",
)
SLACK = 0.0005  # floors are written with three digits


def folder() -> Path | None:
    """The evaluation folder, if the environment names one that is there."""
    named = os.environ.get("PARKBRIEF_EVAL")
    path = (ROOT / named).resolve() if named else None
    return path if path and path.is_dir() else None


def files_of(name: str, where: Path) -> Path:
    """The folder of a set."""
    return MADE_UP if name == "made-up" else where / name


def digest(files: Path) -> str:
    """A digest over the names and bytes of a set's articles and their gold standard."""
    whole = hashlib.sha256()
    for path in sorted([*files.glob("*.txt"), *files.glob("*.json")]):
        whole.update(f"{path.name} {hashlib.sha256(path.read_bytes()).hexdigest()}\n".encode())
    return whole.hexdigest()[:16]


def extract(files: Path, content: Path) -> str:
    """What `build.py extract` prints for a set, with the register of a content folder."""
    articles = [str(path) for path in sorted(files.glob("*.txt"))]
    command = [sys.executable, "build.py", "extract", "--no-cache", "--content", str(content), *articles]
    return subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout


def score(files: Path, facts: str, where: Path) -> dict[str, float]:
    """The F1 of each kind of fact, by the score.py of a folder."""
    command = [sys.executable, str(where / "score.py"), str(files), "-", "--json"]
    printed = subprocess.run(command, input=facts, check=True, capture_output=True, text=True).stdout
    scores: dict[str, Any] = json.loads(printed)["scores"]
    return {kind: round(scores[kind]["f1"], 3) for kind in KINDS}


def main() -> int:
    """Print the scores; raise the floors, or with --lower set them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--lower", action="store_true", help="let floors sink to what is measured")
    lower: bool = parser.parse_args().lower
    where = folder()
    if where is None:
        parser.error("PARKBRIEF_EVAL names no folder")
    floors: dict[str, Any] = json.loads(FLOORS.read_text()) if FLOORS.exists() else {}
    for name in SETS:
        files = files_of(name, where)
        found = score(files, extract(files, ROOT / "content"), where)
        old = floors.get(name, {}).get("f1", {})
        kept = {kind: value if lower else max(value, old.get(kind, 0)) for kind, value in found.items()}
        floors[name] = {"digest": digest(files), "f1": kept}
        print(name, found)
    FLOORS.write_text(json.dumps(floors, indent=1) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
