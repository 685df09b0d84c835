"""The forms after the official evaluations of parks, as `profiles/scorecards.yaml` holds them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from core.problems import ContentError
from core.scorecard import Form
from sources.registers import KINDS, open_sheet
from sources.sheets import Sheet, did_you_mean


def read_forms(path: Path) -> tuple[Form, ...]:
    """The forms of a file, one for each kind of park; none where there is no file."""
    sheet = open_sheet(path)
    forms = tuple(_forms(sheet))
    if sheet.problems:
        raise ContentError(sheet.problems)
    return forms


def _forms(sheet: Sheet) -> Iterator[Form]:
    taken: set[str] = set()
    for node in sheet.entries(sheet.root):
        form = sheet.struct(node, Form)
        if form is None:
            continue
        if form.kind not in KINDS:
            sheet.report(node, f"{form.kind!r} is no kind of park", did_you_mean(form.kind, list(KINDS)))
        if form.kind in taken:
            sheet.report(node, f"a second form for {form.kind}", "join the two")
        taken.add(form.kind)
        for block in form.blocks:
            for line in block.lines:
                if (line.indicator is None) == (line.part is None or line.whole is None):
                    what = f"the line {line.label!r} looks for nothing certain"
                    sheet.report(node, what, "give it an indicator, or a part and a whole")
        yield form
