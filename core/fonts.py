"""The Chinese font that charts are measured with and briefs are set in: the one that mpl-font carries."""

from __future__ import annotations

import importlib.util
from functools import cache
from pathlib import Path

FAMILY = "Noto Sans CJK SC"


@cache
def folder() -> Path:
    """The folder of its files."""
    package = importlib.util.find_spec("mpl_font")  # found, not imported: importing it starts pyplot
    if package is None or not package.submodule_search_locations:
        raise ModuleNotFoundError("mpl_font, which carries the Chinese font, is not installed")
    return Path(package.submodule_search_locations[0]) / "fonts" / "noto"


def file_of(weight: str) -> Path:
    """The file of one weight: "regular" or "bold"."""
    return folder() / f"NotoSansCJKsc-{weight.title()}.otf"
