"""All that can be wrong with what a user writes, in one run: each mistake is told once, with its place."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from tests.conftest import Run, WriteFiles

ARTICLE = "某某高新区签约项目三十个\n\n2024年，某某高新区签约项目30个，总投资120亿元。\n"
PARKS = """\
- id: jia-hidz
  name: 甲高新区
- id: yi-hidz
  name: 乙高新区
  aliases: [乙国家高新区, 甲高新区]
- id: jia-hidz
  nmae: 丙高新区
  name: 丙高新区
- id: ding-hidz
  name: 丁高新区
- id: ding-hidz
  name: 戊高新区
"""


@pytest.fixture
def broken(write_files: WriteFiles) -> Path:
    folder = write_files(
        {
            "articles/good.txt": ARTICLE,
            "articles/empty.txt": b"",
            "articles/binary.txt": b"\x7fELF\x02\x01\x01\x00\x00\x00\x10\xff\xfe",
            "articles/directory.txt/inner.txt": ARTICLE,
            "articles/latin.txt": "Un texte français, écrit à la main, déjà très long.".encode("latin-1"),
            "articles/broken.md": "---\ntitle: 甲: 乙\n---\n" + ARTICLE,
            "articles/typo.md": "---\ntitle: 甲\npublishd: 2024-01-02\n---\n" + ARTICLE,
            "parks.yaml": PARKS,
            "projects.yaml": "- id: p\n  name: [\n",
        }
    )
    (folder / "articles/unreadable.txt").symlink_to("nowhere.txt")
    return folder


EXPECTED = [
    ("content/articles/binary.txt", "is a binary file, not text"),
    ("content/articles/broken.md:2", "is not YAML: mapping values are not allowed in this context"),
    ("content/articles/directory.txt", "is a directory, not a text file"),
    ("content/articles/empty.txt", "is empty"),
    ("content/articles/latin.txt", "is not Chinese text in UTF-8, UTF-16, GB18030 or Big5"),
    ("content/articles/typo.md:3", "no field is called 'publishd'"),
    ("content/articles/unreadable.txt", "cannot be read: No such file or directory"),
    ("content/parks.yaml:3", "'甲高新区' names 'yi-hidz' here and 'jia-hidz' at content/parks.yaml:1"),
    ("content/parks.yaml:7", "no field is called 'nmae'"),
    ("content/parks.yaml:11", "the id 'ding-hidz' is taken by the entry at content/parks.yaml:9"),
    ("content/projects.yaml:3", "is not YAML: did not find expected node content"),
]


def test_every_mistake_is_told_once_with_its_place_and_remedy(broken, run: Run):
    done = run("build")

    told = done.stderr.splitlines()
    assert told[0:-1:2] == [f"{where}: {what}" for where, what in EXPECTED]
    assert all(line.startswith("    fix: ") for line in told[1:-1:2])
    assert told[-1] == f"{len(EXPECTED)} problems"
    assert (done.returncode, done.stdout) == (1, "")


def test_a_near_miss_is_suggested(broken, run: Run):
    told = run("check").stderr.splitlines()

    after = dict(pairwise(told))
    assert after["content/articles/typo.md:3: no field is called 'publishd'"] == (
        "    fix: did you mean 'published'?"
    )


def test_the_old_site_stays_as_it_was(broken, tmp_path, run: Run):
    old = tmp_path / "output" / "index.html"
    old.parent.mkdir()
    old.write_text("the old site", "utf-8")

    done = run("--output", "output")

    assert done.returncode == 1
    assert [path.name for path in old.parent.iterdir()] == ["index.html"]
    assert old.read_text("utf-8") == "the old site"


def test_extract_prints_the_readable_file_and_an_error_for_each_other(broken, run: Run):
    files = sorted((broken / "articles").iterdir())
    (broken / "parks.yaml").unlink()

    done = run("extract", *files)

    lines = [line for line in done.stdout.splitlines() if '"error":null' in line]
    assert done.returncode == 1
    assert len(done.stdout.splitlines()) == len(files)
    assert [line[:19] for line in lines] == ['{"doc":"good.txt","']


def test_no_mistake_shows_a_traceback(broken, run: Run):
    for command in (
        ["build"],
        ["check"],
        ["extract", broken / "articles/empty.txt"],
        ["extract", "none.txt"],
    ):
        assert "Traceback" not in run(*command).stderr
