"""Accuracy on hand-marked articles, pinned so that it cannot slip unseen.

The environment variable PARKBRIEF_EVAL names a folder that holds score.py and two sets of real articles
that are not part of the project; the third set is the made-up articles beside this file. Each set is a
folder of articles with their gold standard, known by the digest of its files. `python -m tests.accuracy`
measures, and writes what it measured to docs/accuracy.json, which the method page shows, and into the
tables of docs/accuracy.md. What the file says is the floor: it only sinks with --lower. First
measurements, and how far annotators agreed, stand there as well; they are written by hand and stay.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import msgspec
from msgspec.structs import replace

from core.model import Accuracy, Scores
from sources import read_accuracy

ROOT = Path(__file__).parent.parent
RECORD = ROOT / "docs" / "accuracy.json"
GUIDE = ROOT / "docs" / "accuracy.md"
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
SLACK = 0.0005  # scores are written with three digits
TABLE = re.compile(r"(<!-- (\w+): written by tests/accuracy\.py -->\n).*?(<!-- end -->)", re.DOTALL)


def folder() -> Path | None:
    """The evaluation folder, if the environment names one that is there."""
    named = os.environ.get("PARKBRIEF_EVAL")
    path = (ROOT / named).resolve() if named else None
    return path if path and path.is_dir() else None


def recorded() -> Accuracy:
    """What docs/accuracy.json says."""
    record = read_accuracy(RECORD)
    assert record, f"{RECORD} is not there"
    return record


# -- measuring ------------------------------------------------------------------------------------


def files_of(name: str, where: Path) -> Path:
    """The folder of a set."""
    return MADE_UP if name == "made-up" else where / name


def articles(files: Path) -> list[Path]:
    """The articles of a set: each has its gold standard beside it."""
    return sorted(path for path in files.iterdir() if path.suffix in {".txt", ".html"})


def digest(files: Path) -> str:
    """A digest over the names and bytes of a set's articles and their gold standard."""
    whole = hashlib.sha256()
    for path in sorted([*articles(files), *files.glob("*.json")]):
        whole.update(f"{path.name} {hashlib.sha256(path.read_bytes()).hexdigest()}\n".encode())
    return whole.hexdigest()[:16]


def extract(files: Path, content: Path) -> str:
    """What `build.py extract` prints for a set, with the register of a content folder."""
    paths = map(str, articles(files))
    command = [sys.executable, "build.py", "extract", "--no-cache", "--content", str(content), *paths]
    return subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout


def score(files: Path, facts: str, where: Path) -> Scores:
    """The F1 of each kind of fact and the accuracy of each slot, by the score.py of a folder."""
    command = [sys.executable, str(where / "score.py"), str(files), "-", "--json"]
    printed = subprocess.run(command, input=facts, check=True, capture_output=True, text=True).stdout
    report: dict[str, Any] = json.loads(printed)
    return Scores(
        documents=len(articles(files)),
        figures=report["scores"]["observations found"]["gold"],
        f1={kind: round(report["scores"][kind]["f1"], 3) for kind in KINDS},
        slots={slot: round(row["accuracy"], 3) for slot, row in report["slots"].items()},
        digest=digest(files),
    )


def measure(name: str, where: Path) -> Scores:
    """The scores of a set as things stand."""
    files = files_of(name, where)
    return score(files, extract(files, ROOT / "content"), where)


def below(found: Scores, floor: Scores | None) -> dict[str, tuple[float, float]]:
    """The kinds of which less was found than there was before, with both scores."""
    floors = floor.f1 if floor else {}
    return {
        kind: (share, floors[kind]) for kind, share in found.f1.items() if share < floors.get(kind, 0) - SLACK
    }


# -- writing --------------------------------------------------------------------------------------


def with_tables(guide: str, accuracy: Accuracy) -> str:
    """The guide with its tables made anew."""
    taken = {f"{name}, first": scores for name, scores in accuracy.first.items()}
    taken |= {f"{name}, now": scores for name, scores in accuracy.now.items()}
    kinds = {name: _counts(scores) | _shares(scores.f1) for name, scores in taken.items()}
    agreed = {kind: f"{share:.2f}" for kind, share in accuracy.agreement.items()}
    tables = {
        "kinds": _table(kinds | {"two annotators": agreed}),
        "slots": _table({name: _shares(scores.slots) for name, scores in taken.items() if scores.slots}),
    }
    return TABLE.sub(lambda found: found[1] + tables[found[2]] + found[3], guide)


def _counts(scores: Scores) -> dict[str, str]:
    return {"documents": str(scores.documents), "figures": str(scores.figures)}


def _shares(shares: Mapping[str, float]) -> dict[str, str]:
    return {name: f"{share:.3f}" for name, share in shares.items()}


def _table(columns: Mapping[str, Mapping[str, str]]) -> str:
    """A table in Markdown, with a row for each name that any column has."""
    names = dict.fromkeys(name for column in columns.values() for name in column)
    lines = [["", *columns], ["---"] * (len(columns) + 1)]
    lines += [[name, *(column.get(name, "") for column in columns.values())] for name in names]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def write(accuracy: Accuracy) -> None:
    """Record the scores, and put them into the tables of the guide."""
    RECORD.write_bytes(msgspec.json.format(msgspec.json.encode(accuracy), indent=1) + b"\n")
    GUIDE.write_text(with_tables(GUIDE.read_text("utf-8"), accuracy), "utf-8")


def main() -> int:
    """Print the scores, and write them unless one sank; with --lower even then."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--lower", action="store_true", help="let scores sink to what is measured")
    lower: bool = parser.parse_args().lower
    where = folder()
    if where is None:
        parser.error("PARKBRIEF_EVAL names no folder")
    record, measured = recorded(), {}
    for name in SETS:
        measured[name] = measure(name, where)
        print(name, measured[name].f1)
    sunk = {name: fell for name in SETS if (fell := below(measured[name], record.now.get(name)))}
    if sunk and not lower:
        print(f"nothing is written: these sank (now, before), which takes --lower: {sunk}")
        return 1
    write(replace(record, now=measured))
    return 0


if __name__ == "__main__":
    sys.exit(main())
