"""Sets briefs as PDFs with Typst: A4, tagged for PDF/UA-1, the same bytes on every machine."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
import typst
from fontTools.ttLib import TTFont
from msgspec.structs import replace

from core import fonts
from core.blocks import Print

PRESS = "brief.typ"  # the template
NO_DATE = 0
INK, GROUND = "#1a1a1a", "#ffffff"  # what a page takes from its reader's colours
SURE = re.compile(
    r"[\x20-\x7e\u3000-\u303f\u4e00-\u9fa5\uff01-\uff5e—…“”‘’·×÷−\n\r\t]+"
)  # in every Chinese font
UNSEEN = re.compile(  # controls, joiners, variation selectors, skin tones: nothing is drawn for them
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b-\u200f\u2060\ufe00-\ufe0f\ufeff]"
    r"|[\U0001f3fb-\U0001f3ff\U000e0000-\U000e01ff]"
)
MISSING = "〓"  # what Chinese and Japanese printers set where a sort is missing


def set_pdf(print_: Print, *, template: Path) -> bytes:
    """The bytes of a PDF. A character that the font has not is set as 〓; none is dropped in silence."""
    drawn = replace(print_, drawings={key: _for_paper(svg) for key, svg in print_.drawings.items()})
    text = msgspec.json.encode(_printable(msgspec.to_builtins(drawn))).decode()
    content = _compiler(template).compile(
        format="pdf",
        sys_inputs={"print": text},
        pdf_standards="ua-1",
        timestamp=NO_DATE if print_.timestamp is None else print_.timestamp,
    )
    assert isinstance(content, bytes)
    return content


@cache
def _compiler(template: Path) -> typst.Compiler:
    """One for each process: fonts are read once. System fonts would make bytes differ."""
    carried = typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(fonts.folder())]
    )
    return typst.Compiler(
        str(template), root=str(template.parent), font_paths=carried, ignore_system_fonts=True
    )


def _for_paper(svg: str) -> str:
    return svg.replace("currentColor", INK).replace('"Canvas"', f'"{GROUND}"')


def _printable(tree: Any) -> Any:
    """The same tree with nothing in its strings that the font cannot draw."""
    if isinstance(tree, dict):
        return {key: _printable(value) for key, value in tree.items()}
    if isinstance(tree, list | tuple):
        return [_printable(each) for each in tree]
    return _drawable(tree) if isinstance(tree, str) else tree


def _drawable(text: str) -> str:
    text = UNSEEN.sub("", text)
    doubtful = set(SURE.sub("", text))
    if not doubtful:
        return text
    return text.translate({ord(each): MISSING for each in doubtful if ord(each) not in _coverage()})


@cache
def _coverage() -> frozenset[int]:
    """The code points that the font draws in both its weights."""
    return frozenset.intersection(*(_drawn_in(weight) for weight in ("regular", "bold")))


def _drawn_in(weight: str) -> frozenset[int]:
    with TTFont(fonts.file_of(weight), lazy=True) as font:
        return frozenset(font.getBestCmap())
