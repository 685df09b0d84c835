"""What the guides name exists: every path, every test, every make target, every option."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.conftest import Run

ROOT = Path(__file__).parent.parent
GUIDES = sorted([*ROOT.glob("README*.md"), *(ROOT / "docs").glob("*.md")])
FENCE = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
CODE = re.compile(r"`([^`\n]+)`")
LINK = re.compile(r"\]\((?!https?:)([^)#]+)")
TEST = re.compile(r"\btest_\w+")
FILE_NAME = re.compile(r"[\w.-]+\.(?:py|md|yaml|toml|txt|in|html|css|png)")
MADE = {"output/", ".cache/"}  # by the commands


def names(guide: Path) -> list[str]:
    """The names in backticks outside of code blocks."""
    return CODE.findall(FENCE.sub("", guide.read_text("utf-8")))


def paths(guide: Path) -> set[str]:
    """The names that say of themselves that they are paths of this repository."""
    found = {each for each in names(guide) if " " not in each and not TEST.fullmatch(each)}
    return {
        each for each in found if "/" in each.strip("./") or each.endswith("/") or FILE_NAME.fullmatch(each)
    }


def defined_tests() -> str:
    return "\n".join(path.read_text("utf-8") for path in (ROOT / "tests").glob("test_*.py"))


@pytest.mark.parametrize("guide", GUIDES, ids=lambda path: path.name)
def test_every_path_that_a_guide_names_exists(guide: Path) -> None:
    missing = {name for name in paths(guide) - MADE if not (ROOT / name).exists()}

    assert missing == set()


@pytest.mark.parametrize("guide", GUIDES, ids=lambda path: path.name)
def test_every_page_and_picture_that_a_guide_links_to_exists(guide: Path) -> None:
    missing = {link for link in LINK.findall(guide.read_text("utf-8")) if not (guide.parent / link).exists()}

    assert missing == set()


@pytest.mark.parametrize("guide", GUIDES, ids=lambda path: path.name)
def test_every_test_that_a_guide_names_is_there(guide: Path) -> None:
    named = {name for each in names(guide) for name in TEST.findall(each)}
    files = {path.stem for path in (ROOT / "tests").glob("test_*.py")}
    tests = set(re.findall(r"^def (test_\w+)", defined_tests(), re.MULTILINE))

    assert named - files - tests == set()


def test_the_guides_name_paths_and_tests_at_all() -> None:
    invariants = ROOT / "docs" / "invariants.md"

    assert "tests/test_imports.py" in paths(invariants)
    assert any(TEST.fullmatch(each) for each in names(invariants))


def test_every_make_target_that_the_readme_names_is_in_the_makefile() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    targets = re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)

    named = set(re.findall(r"\bmake ([a-z]+)(?:`|\s+#)", readme))

    assert named and named <= set(targets)


def test_every_option_that_the_readme_uses_is_offered(run: Run) -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    commands = ("build", "extract", "check", "review", "serve")
    offered = "".join(run(command, "--help").stdout for command in commands)

    used = {
        option
        for line in re.findall(r"^python build\.py [^#|\n]*", readme, re.MULTILINE)
        for option in re.findall(r"--[a-z-]+", line)
    }

    assert used and used <= set(re.findall(r"--[a-z-]+", offered))
