"""The command line as a user meets it: commands, what they print, how they end."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT, Run, WriteFiles

LISTS = ["articles", "parks", "observations", "projects", "policies", "honours", "industries"]
LISTS += ["instruments", "leftovers"]


def article(number: int) -> str:
    """An article on a park of its own."""
    return (
        f"昆山高新区签约项目{number}个\n\n2024-03-05 10:00 来源：某某日报\n\n"
        f"2023年，昆山高新区实现地区生产总值{number}.5亿元，同比增长6%。新签约项目{number}个，总投资120亿元。\n"
    )


def files(folder: Path) -> dict[str, bytes]:
    """Every file under a folder by its name."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


# -- build ----------------------------------------------------------------------------------------


@pytest.mark.slow
def test_build_is_meant_where_no_command_is_named(sample, tmp_path, run: Run):
    named = run("build", "--output", "one", "--no-cache")
    unnamed = run("--output", "two", "--no-cache")

    assert (named.returncode, named.stderr) == (0, "")
    assert unnamed.stdout == named.stdout.replace("one", "two")
    assert named.stdout.startswith("one: ") and named.stdout.endswith(" pages from 10 articles\n")
    assert files(tmp_path / "one") == files(tmp_path / "two")


@pytest.mark.slow
def test_remembered_work_gives_the_same_bytes_as_fresh_work(sample, tmp_path, run: Run):
    run("--output", "fresh", "--no-cache")
    run("--output", "first")
    run("--output", "again")

    assert files(tmp_path / "first") == files(tmp_path / "fresh")
    assert files(tmp_path / "again") == files(tmp_path / "fresh")


@pytest.mark.slow
def test_a_failed_build_leaves_the_site_as_it_was(sample, tmp_path, run: Run):
    assert run().returncode == 0
    before = files(tmp_path / "output")
    (sample / "articles/2021-12-huaqiao.md").write_bytes(b"")

    done = run()

    assert done.returncode == 1
    assert done.stderr.startswith("content/articles/2021-12-huaqiao.md: is empty\n    fix: ")
    assert files(tmp_path / "output") == before


@pytest.mark.parametrize("output", [".", "content", "content/articles"])
def test_a_site_never_overwrites_what_it_is_made_of(sample, tmp_path, run: Run, output):
    before = files(tmp_path)

    done = run("--output", output)

    assert done.returncode == 2
    assert f"--output {output} would overwrite content" in done.stderr
    assert files(tmp_path) == before


def test_files_that_are_passed_over_are_a_notice_and_with_strict_a_problem(sample, run: Run):
    (sample / "articles/notes.json").write_text("{}", "utf-8")
    told = "content/articles: 1 file is not read: notes.json (supported: .txt, .md, .html, .htm, .pdf, .docx)"

    lenient, strict = run("check"), run("check", "--strict")

    assert (lenient.returncode, lenient.stderr.splitlines()[0]) == (0, told)
    assert (strict.returncode, strict.stderr.splitlines()[0]) == (1, told)


# -- extract --------------------------------------------------------------------------------------


def test_extract_prints_one_object_a_file_in_the_agreed_form(write_files: WriteFiles, run: Run):
    folder = write_files({"a.txt": article(12), "b.txt": b""})

    done = run("extract", folder / "a.txt", folder / "b.txt")

    first, second = map(json.loads, done.stdout.splitlines())
    assert done.returncode == 1
    assert list(first) == ["doc", "error", *LISTS] == list(second)
    assert (first["doc"], first["error"]) == ("a.txt", None)
    assert second == {"doc": "b.txt", "error": "b.txt: is empty", **{name: [] for name in LISTS}}
    assert "b.txt: is empty\n    fix: " in done.stderr


def test_the_text_of_each_fact_is_what_stands_at_its_place(write_files: WriteFiles, run: Run):
    folder = write_files({"a.txt": article(12).replace("\n", "\r\n")})

    [line] = run("extract", folder / "a.txt").stdout.splitlines()

    text = (folder / "a.txt").read_bytes().decode()
    found = json.loads(line)
    facts = [fact for name in LISTS[2:] for fact in found[name]]
    assert {fact["text"] for fact in found["observations"]} >= {"12.5亿元", "6%", "120亿元"}
    assert all(text[fact["start"] : fact["end"]] == fact["text"] for fact in facts)


def test_values_are_numbers_and_keep_their_digits(write_files: WriteFiles, run: Run):
    folder = write_files({"a.txt": article(1135)})

    done = run("extract", folder / "a.txt")

    assert '"value":1135.5,' in done.stdout
    assert '"value":6,' in done.stdout


def test_extract_needs_no_register(write_files: WriteFiles, tmp_path, run: Run):
    (tmp_path / "empty").mkdir()
    folder = write_files({"a.txt": article(12)})

    done = run("extract", "--content", "empty", folder / "a.txt")

    assert done.returncode == 0
    assert [park["park_id"] for park in json.loads(done.stdout)["parks"]] == [None]


def test_extract_refuses_a_content_folder_that_is_not_there(write_files: WriteFiles, run: Run):
    folder = write_files({"a.txt": article(12)})

    done = run("extract", "--content", "nowhere", folder / "a.txt")

    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("nowhere: there is no such folder\n    fix: ")


@pytest.mark.slow
def test_workers_change_neither_the_facts_nor_their_order(write_files: WriteFiles, tmp_path, run: Run):
    folder = write_files({f"{number}.txt": article(number) for number in range(10, 40)})
    given = sorted(folder.iterdir())

    alone = run("extract", *given, "--jobs", "1", "--no-cache")
    together = run("extract", *given, "--jobs", "3")

    assert alone.returncode == 0
    assert [json.loads(line)["doc"] for line in alone.stdout.splitlines()] == [path.name for path in given]
    assert together.stdout == alone.stdout
    assert run("extract", *given).stdout == alone.stdout
    assert len(files(tmp_path / ".cache/parkbrief")) == len(given)


def test_output_is_utf_8_whatever_the_locale(write_files: WriteFiles):
    folder = write_files({"a.txt": article(12)})
    environment = {**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"}

    done = subprocess.run(
        [sys.executable, ROOT / "build.py", "extract", "--no-cache", folder / "a.txt"],
        capture_output=True,
        env=environment,
        cwd=folder,
    )

    assert json.loads(done.stdout.decode("utf-8"))["doc"] == "a.txt"


def test_a_closed_pipe_ends_without_a_traceback(write_files: WriteFiles):
    folder = write_files({f"{number}.txt": article(number) * 40 for number in range(10, 40)})
    command = [sys.executable, str(ROOT / "build.py"), "extract", "--no-cache", "--jobs", "1"]

    with subprocess.Popen(
        [*command, *map(str, sorted(folder.iterdir()))],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=folder.parent,
    ) as child:
        assert child.stdout and child.stderr
        child.stdout.readline()
        child.stdout.close()
        told = child.stderr.read().decode()

    assert told == ""


# -- check ----------------------------------------------------------------------------------------


def test_check_says_what_it_checked_and_writes_nothing(sample, tmp_path, run: Run):
    before = files(tmp_path)

    done = run("check")

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines() == [
        "content: 10 articles, 8 parks in the register: no mistakes",
        "output: not built yet",
    ]
    assert files(tmp_path) == before


@pytest.mark.slow
def test_check_looks_at_the_built_site_too(sample, tmp_path, run: Run):
    run("build")
    sound = run("check")
    (tmp_path / "output/parks/index.html").unlink()

    damaged = run("check")

    assert (sound.returncode, sound.stdout.splitlines()[1][-13:]) == (0, ": no mistakes")
    assert damaged.returncode == 1
    assert "leads to no file of the site" in damaged.stderr


# -- usage ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "arguments",
    [
        ["biuld"],
        ["--colour"],
        ["extract"],
        ["build", "--jobs", "0"],
        ["--base-url", "example.org"],
        ["check", "x"],
    ],
)
def test_wrong_usage_ends_with_2(run: Run, arguments):
    done = run(*arguments)

    assert (done.returncode, done.stdout) == (2, "")
    assert "Usage: build.py" in done.stderr


@pytest.mark.parametrize(
    "arguments", [["--help"], ["-h"], ["build", "--help"], ["extract", "-h"], ["check", "-h"]]
)
def test_help_teaches_with_an_example_and_the_exit_codes(run: Run, arguments):
    done = run(*arguments)

    assert done.returncode == 0
    assert "  python build.py" in done.stdout
    assert "Exit codes: 0 " in done.stdout


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_a_full_disk_is_told_without_a_traceback() -> None:
    with Path("/dev/full").open("wb") as full:
        command = [sys.executable, str(ROOT / "build.py"), "check", "--content", str(ROOT / "content")]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, timeout=300)

    assert done.returncode == 1
    assert "No space left on device" in done.stderr and "Traceback" not in done.stderr
