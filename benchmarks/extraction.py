"""How fast articles are read, against finding their numbers alone: `python -m benchmarks.extraction`."""

from __future__ import annotations

import resource
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from core.model import Document, Metadata
from core.quantities import find_quantities
from extract import extract_facts
from sources import read_lexicon

ROOT = Path(__file__).parent.parent
LEAST = 200_000  # characters read, so that start-up does not count


def seconds(work: Callable[[], object]) -> float:
    """Seconds of one run on a processor, with those of programs that it starts."""
    start = _spent()
    work()
    return _spent() - start


def _spent() -> float:
    started = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + started.ru_utime + started.ru_stime


def texts(paths: list[Path]) -> list[str]:
    """The articles again and again, LEAST characters or more; lines differ, so nothing is remembered."""
    sample = [path.read_text(encoding="utf-8") for path in paths]
    found: list[str] = []
    while sum(map(len, found)) < LEAST:
        found += ["\n".join(f"{line}（{len(found)}）" for line in text.split("\n")) for text in sample]
    return found


def main() -> None:
    """Print characters a second, the ratio to numbers alone, start-up time and peak memory."""
    paths = [Path(name) for name in sys.argv[1:]] or sorted((ROOT / "content" / "articles").glob("*.md"))
    lexicon = read_lexicon(ROOT / "extract" / "lexicon", None)
    documents = [
        Document(f"d{number}", "d", text, 0, Metadata(published="2023-05"))
        for number, text in enumerate(texts(paths))
    ]
    extract_facts(documents[0], (), lexicon)  # loads jieba's dictionary
    characters = sum(len(document.text) for document in documents)
    numbers = seconds(lambda: [find_quantities(document.text) for document in documents])
    facts = seconds(lambda: [extract_facts(document, (), lexicon) for document in documents])
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    command = [sys.executable, "build.py", "extract", "--no-cache", "--jobs", "1", str(paths[0].resolve())]
    start = seconds(lambda: subprocess.run(command, cwd=ROOT, check=True, capture_output=True))
    print(f"numbers alone  {characters / numbers:12,.0f} characters/s")
    print(f"all facts      {characters / facts:12,.0f} characters/s, {facts / numbers:.1f} times the work")
    print(f"one article, from start to end of the program  {start:.2f} s")
    print(f"peak memory  {peak:.0f} MB")


if __name__ == "__main__":
    main()
