"""Imports go one way: stages import core and themselves, and commands load only what they need."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
STAGES = {"sources", "extract", "profiles", "charts", "pages", "translate", "publish"}
TOP = {path.stem for path in ROOT.glob("*.py")}
STAGE_FILES = sorted(path for stage in STAGES for path in (ROOT / stage).rglob("*.py"))
CORE_FILES = sorted((ROOT / "core").rglob("*.py"))


def imports(path: Path) -> set[str]:
    """The first part of every module that a file imports, at its top or within a function."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path} imports relatively; name the stage"
            found.add(str(node.module).split(".")[0])
    return found


def loaded_by(statement: str) -> set[str]:
    """The modules that a fresh Python has loaded after a statement."""
    code = f"{statement}\nimport sys\nprint(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    return set(done.stdout.split())


@pytest.mark.parametrize("path", STAGE_FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_stage_imports_no_other_stage(path):
    own = path.relative_to(ROOT).parts[0]

    assert imports(path) & (STAGES | TOP) <= {own}


@pytest.mark.parametrize("path", CORE_FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_core_imports_no_stage(path):
    assert not imports(path) & (STAGES | TOP)


def test_every_stage_is_there_to_be_checked():
    assert {path.relative_to(ROOT).parts[0] for path in STAGE_FILES} == STAGES


@pytest.mark.parametrize("path", STAGE_FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_only_publish_renders_templates_and_only_charts_draw(path):
    own = path.relative_to(ROOT).parts[0]

    assert own == "publish" or "jinja2" not in imports(path)
    assert own == "charts" or "matplotlib" not in imports(path)


@pytest.mark.parametrize("module", ["build", "cli", "extract", "sources"])
def test_extracting_a_text_loads_no_heavy_library(module):
    heavy = {"matplotlib", "jinja2", "markdown", "rich", "lxml", "pypdfium2"}

    assert not loaded_by(f"import {module}") & heavy


def test_build_is_a_table_of_contents():
    assert len((ROOT / "build.py").read_text("utf-8").splitlines()) < 60
