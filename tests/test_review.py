"""The list of doubtful facts: each an entry to be filled in and pasted into corrections.yaml."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
import yaml
from msgspec.structs import replace

from core.model import Correction, Document, Evidence, Observation, Span
from profiles import correct
from review import entries
from sources import read_corrections
from tests.conftest import ROOT, Run, WriteFiles
from tests.factories import SENTENCE, a_document, an_observation, facts_of

PLAIN = "2024年，云泽高新区实现地区生产总值612.5亿元。"
ARTICLE = (
    "云泽高新区去年交出成绩单\n\n2025-02-18 来源：云泽日报\n\n"
    f"{PLAIN}全区税收总收入19亿元。其中，6亿元留在园区。\n"
)


def facts_at(document: Document, words: str) -> list[Observation]:
    """A doubtful fact at every place where the document prints the words."""
    fact = an_observation(document, words, confidence=0.4)
    sentences = [Span(*found.span()) for found in SENTENCE.finditer(document.text)]
    places = [Span(*found.span()) for found in re.finditer(re.escape(words), document.text)]
    return [
        replace(
            fact,
            id=f"o{place.start}",
            evidence=Evidence.at(
                document, place, [max(each for each in sentences if each.start <= place.start)]
            ),
        )
        for place in places
    ]


def listed(document: Document, facts: Sequence[Observation], **options: Any) -> str:
    """The entries for the facts of a document."""
    corrected = correct([facts_of(document, facts)], [document], (), below=0.5)
    return "".join(entries(corrected, [document], **{"everything": False, **options}))


def pasted(text: str, folder: Path) -> tuple[Correction, ...]:
    """The corrections that the entries are, once a reason is filled in."""
    path = folder / "corrections.yaml"
    path.write_text(text.replace("reason: ''", "reason: 看过原文"), "utf-8")
    return read_corrections(path)


# -- what is listed --------------------------------------------------------------------------------


def test_only_doubtful_facts_are_listed_the_most_doubtful_first():
    document = a_document()
    sure, likely, worst = (
        an_observation(document, words, confidence=confidence)
        for words, confidence in (("1135.1亿元", 0.9), ("6.3%", 0.4), ("332亿元", 0.2))
    )

    few, every = (
        [
            each["number"]
            for each in yaml.safe_load(listed(document, [sure, likely, worst], everything=choice))
        ]
        for choice in (False, True)
    )

    assert few == ["332亿元", "6.3%"]
    assert every == ["332亿元", "6.3%", "1135.1亿元"]


def test_what_a_correction_decides_is_listed_no_more():
    document = a_document()
    fact = an_observation(document, confidence=0.4)
    accepted = Correction("c:1", "地区生产总值1135.1亿元", "1135.1亿元", "accept", "看过原文")
    corrected = correct([facts_of(document, [fact])], [document], [accepted], below=0.5)

    assert list(entries(corrected, [document], everything=True)) == []


def test_an_entry_tells_where_a_fact_stands_and_what_it_was_read_as():
    document = a_document(PLAIN)
    fact = an_observation(document, "612.5亿元", confidence=0.4, rule="sentence_before", bound=">")

    assert listed(document, [fact]).splitlines() == [
        f'# "yunze-2024.txt": "{PLAIN}"',
        '# read as "云泽高新区 · 地区生产总值 · 2024 · actual" by sentence_before, confidence 0.4',
        '- quote: "云泽高新区实现地区生产总值612.5亿元"',
        '  number: "612.5亿元"',
        '  article: "yunze-2024"',
        "  decision: accept  # accept | reject | amend",
        "  # set:  # to amend: keep the lines that change",
        '  #   indicator: "地区生产总值"',
        '  #   subject: "云泽高新区"',
        '  #   park: "云泽高新区"',
        '  #   period: "2024"',
        '  #   status: "actual"',
        '  #   measure: "level"',
        '  #   unit: "亿元"',
        '  #   value: "612.5"',
        '  #   bound: ">"',
        "  #   scope: null",
        "  #   basis: null",
        "  reason: ''",
        "",
    ]


# -- what is quoted --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "words", "quotes"),
    [
        ("甲园签约了企业5家，乙园签约了企业5家。", "5家", ["甲园签约了企业5家", "乙园签约了企业5家"]),
        ("产值增长5%，税收增长5%。", "5%", ["产值增长5%", "税收增长5%"]),
        ("今年，新增企业8家。\n\n去年，新增企业8家。", "8家", ["今年，新增企业8家", "去年，新增企业8家"]),
        ("新增企业数达到8家\n\n甲园：新增企业数达到8家。", "8家", None),
        ("企业8家、8家、8家。", "8家", None),
    ],
    ids=["a clause", "a short clause", "more clauses", "a title repeated", "a number repeated"],
)
def test_a_quote_is_as_long_as_it_must_be_to_fit_one_fact_alone(
    text: str, words: str, quotes: list[str] | None, tmp_path: Path
):
    document = a_document(text)
    facts = facts_at(document, words)
    found = pasted(listed(document, facts), tmp_path)

    results = [correct([facts_of(document, facts)], [document], [each], below=0.5) for each in found]

    assert [[fact.id for each in result.facts for fact in each.observations] for result in results] == [
        [fact.id] for fact in facts
    ]
    assert quotes is None or [each.quote for each in found] == quotes


def test_facts_of_one_number_are_told_apart_by_what_they_were_read_as(tmp_path: Path):
    document = a_document()
    facts = [
        an_observation(document, id=name, indicator=name, confidence=0.4) for name in ("甲产值", "乙产值")
    ]

    corrections = pasted(listed(document, facts), tmp_path)
    result = correct([facts_of(document, facts)], [document], corrections, below=0.5)

    assert [each.read_as for each in corrections] == ["甲产值", "乙产值"]
    assert (result.doubtful, result.stale) == ((), ())


def test_no_character_of_an_article_breaks_the_list(tmp_path: Path):
    document = a_document('云泽"高新区": #实现\\产值\x7f\u2028\ufeff\x85😀共计6亿元。')
    facts = facts_at(document, "6亿元")

    corrections = pasted(listed(document, facts), tmp_path)
    result = correct([facts_of(document, facts)], [document], corrections, below=0.5)

    assert (result.doubtful, result.stale) == ((), ())


# -- the command line ------------------------------------------------------------------------------


def test_what_is_pasted_back_with_reasons_decides_every_fact(write_files: WriteFiles, run: Run):
    folder = write_files({"articles/a.txt": ARTICLE})
    every = run("review", "--all")
    doubtful = run("review")
    (folder / "corrections.yaml").write_text(every.stdout.replace("reason: ''", "reason: 看过原文"), "utf-8")

    again, checked = run("review", "--all"), run("check", "--strict")

    assert [entry["number"] for entry in yaml.safe_load(doubtful.stdout)] == ["6亿元"]
    assert [entry["number"] for entry in yaml.safe_load(every.stdout)] == ["6亿元", "612.5亿元", "19亿元"]
    assert (doubtful.returncode, doubtful.stderr) == (0, "")
    assert (again.returncode, again.stdout, again.stderr) == (0, "", "")
    assert (checked.returncode, checked.stderr) == (0, "")


def test_an_entry_can_be_amended_by_taking_comment_signs_away(
    write_files: WriteFiles, tmp_path: Path, run: Run
):
    folder = write_files({"articles/a.txt": ARTICLE})
    entry = run("review").stdout
    for old, new in (
        ("decision: accept", "decision: amend"),
        ("# set:", "set:"),
        ('#   indicator: "税收收入"', '  indicator: "园区留存税收"'),
        ("#   scope: null", '  scope: "全口径"'),
        ("reason: ''", "reason: 看过原文"),
    ):
        assert old in entry
        entry = entry.replace(old, new)
    (folder / "corrections.yaml").write_text(entry, "utf-8")

    done = run("build", "--strict")

    page = (tmp_path / "output/sources/a.html").read_text("utf-8")
    assert (done.returncode, done.stderr) == (0, "")
    assert "园区留存税收" in page and "已更正：看过原文" in page


def test_an_entry_pasted_without_a_reason_is_refused(write_files: WriteFiles, run: Run):
    folder = write_files({"articles/a.txt": ARTICLE})
    (folder / "corrections.yaml").write_text(run("review").stdout, "utf-8")

    done = run("check")

    assert done.returncode == 1
    assert done.stderr.startswith("content/corrections.yaml:3: has no reason\n    fix: ")


def test_the_limit_of_doubt_is_the_one_of_the_settings(write_files: WriteFiles, run: Run):
    write_files({"articles/a.txt": ARTICLE, "site.yaml": "review_below: 0\n"})

    assert run("review").stdout == ""


def test_review_writes_nothing_but_its_memory(write_files: WriteFiles, tmp_path: Path, run: Run):
    write_files({"articles/a.txt": ARTICLE})
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}

    run("review", "--no-cache")

    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before


def test_review_of_content_that_is_broken_tells_the_problems(write_files: WriteFiles, run: Run):
    write_files({"articles/a.txt": ARTICLE, "corrections.yaml": "- quote: [\n"})

    done = run("review")

    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("content/corrections.yaml:2: is not YAML: ")


def test_the_list_is_utf_8_whatever_the_locale(write_files: WriteFiles, tmp_path: Path):
    write_files({"articles/a.txt": ARTICLE})
    environment = {**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"}
    command: list[str | Path] = [sys.executable, ROOT / "build.py", "review", "--no-cache"]

    done = subprocess.run(command, capture_output=True, env=environment, cwd=tmp_path)

    assert yaml.safe_load(done.stdout.decode("utf-8"))[0]["article"] == "a"
