"""Which park a paragraph is about where it names none: its section's, or the one told of before it.

A heading that names one park is about that park until the next such heading; in a text about several
parks a paragraph without a name goes on with the park of the one before.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.layout import Paragraph
from extract.mentions import Group, Mention

ORDINAL = re.compile(
    r"\s*(?P<style>[一二三四五六七八九十]+、|[（(][一二三四五六七八九十0-9]+[）)]|[0-9]{1,2}[.．、]|第[一二三四五六七八九十]+[章部节]|[^\w\s“《【（(])?"
)
LEAD = 8  # characters before the park that a heading is about
WIDER = re.compile(r"(?:[0-9]{4}年|去年|今年|一季度|上半年)?[，,]?(?:全[省市县州]|会议|各|据|目前)")


class Section:
    """The park that headings have set; internal to the reading of one article."""

    def __init__(self, groups: Sequence[Group], title: str) -> None:
        titled = [group for group in groups if any(form in title for form in group.forms)]
        self._groups = {group.name: group for group in groups}
        self._several = len(groups) > 1 and len(titled) != 1
        self._style: str | None = None
        self.park: Group | None = None

    def read(self, paragraph: Paragraph, mentions: Sequence[Mention]) -> None:
        """Take a heading in."""
        style = _style(paragraph)
        named = {mention.name for mention in mentions if mention.name}
        if len(named) == 1 and mentions[0].start <= LEAD + len(style):
            self.park, self._style = self._groups.get(named.pop() or ""), style
        elif self.park and (named or (style and style == self._style)):
            self.park = None

    def carried(self, paragraph: Paragraph, before: str | None) -> str | None:
        """The park of the paragraph before, where this one goes on with it."""
        if not self._several or self.park or WIDER.match(paragraph.text.read):
            return None
        return before


def _style(paragraph: Paragraph) -> str:
    match = ORDINAL.match(paragraph.text.read)
    style = (match["style"] if match else None) or ""
    return re.sub(r"[一二三四五六七八九十0-9]+", "一", style)
