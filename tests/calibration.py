"""How often each way to an indicator is right: `python -m tests.calibration [FOLDER...]`.

The ways' confidences come from it. The environment variable PARKBRIEF_EVAL names the folder of
tests/accuracy.py; further folders of articles with a gold standard may be given. The made-up articles
that are held out stay out.
"""

from __future__ import annotations

import importlib.util
import json
import sys
from collections import defaultdict
from pathlib import Path
from types import ModuleType
from typing import Any

from extract.rules import RULES
from tests.accuracy import MADE_UP, ROOT, SETS, extract, files_of, folder

HELD_OUT = "c"  # the part of the made-up articles of which no miss is read
WEIGHT = 10  # figures of the average share that every way is taken to have named besides its own
STEP = 0.05

Tally = dict[str, list[bool]]


def scorer(where: Path) -> ModuleType:
    """The score.py of a folder, as a module."""
    spec = importlib.util.spec_from_file_location("score", where / "score.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def tally(files: Path, score: ModuleType, counts: Tally) -> None:
    """Add whether each figure of a set is right, under the way that named it; optional ones do not count."""
    for line in extract(files, ROOT / "content").splitlines():
        given = json.loads(line)
        if files == MADE_UP and given["doc"].startswith(HELD_OUT):
            continue
        gold = json.loads((files / given["doc"]).with_suffix(".json").read_text("utf-8"))
        for figure, right in judged(gold, given, files, score):
            counts[figure["rule"]].append(right)


def judged(
    gold: dict[str, Any], given: dict[str, Any], files: Path, score: ModuleType
) -> list[tuple[dict[str, Any], bool]]:
    """Each figure that was found, and whether number, measure, indicator and park are right."""
    by_hand = score.Scorer()
    text = (files / given["doc"]).read_bytes().decode("utf-8")
    parks = {
        score.plain(name): score.plain(park["name"])
        for park in gold["parks"]
        for name in [park["name"], *park.get("aliases", [])]
    }
    wanted = [dict(each, **by_hand._place(each, text)) for each in gold["observations"]]
    found = []
    for figure in given["observations"]:
        fitting = [
            each for each in wanted if by_hand._meets(each, figure) and score.same_quantity(each, figure)
        ]
        if any(each["optional"] for each in fitting):
            continue
        hits = [by_hand._slot_hits(each, figure, parks) for each in fitting]
        found.append(
            (figure, any(all(hit[slot] for slot in ("measure", "indicator", "park")) for hit in hits))
        )
    return found


def main() -> int:
    """Print for each way its figures, the share that is right, and the confidence that it should have."""
    where = folder()
    if where is None:
        print("PARKBRIEF_EVAL names no folder", file=sys.stderr)
        return 2
    score, counts = scorer(where), defaultdict[str, list[bool]](list)
    for files in [*(files_of(name, where) for name in SETS), *map(Path, sys.argv[1:])]:
        tally(files, score, counts)
    every = [right for rights in counts.values() for right in rights]
    average = sum(every) / len(every)
    print(f"{'way':18} figures   right   drawn to {average:.3f}   now")
    for name, rights in sorted(counts.items(), key=lambda pair: -len(pair[1])):
        drawn = (sum(rights) + WEIGHT * average) / (len(rights) + WEIGHT)
        rounded = round(drawn / STEP) * STEP
        share = sum(rights) / len(rights)
        print(f"{name:18} {len(rights):7} {share:7.3f} {rounded:16.2f} {RULES[name].confidence:7g}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
