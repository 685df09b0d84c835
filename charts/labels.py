"""Labels of facts on a chart: what they measure, and the value as printed."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable

from core.comparison import Comparison
from core.model import Observation, Series
from core.wording import say

LONGEST_LINE = 10.0  # Han characters of a label before it takes a second line
LONGEST_LATIN_LINE = 24  # letters
PIECES = re.compile(r"[A-Za-z0-9.%+-]+|（[^（）]*）|.")  # what no line break may cut


def value_label(observation: Observation) -> str:
    """The value as printed with its bound; a chart of growth need not say 增长 at every bar."""
    return say(observation).removeprefix("增长")


def series_label(series: Series | Observation | Comparison) -> str:
    """The indicator, with whom and what it covers where that is said and its name does not say it."""
    limits = "，".join(each for each in (series.scope, series.basis) if each and each not in series.indicator)
    return f"{series.indicator}（{limits}）" if limits else series.indicator


def unit_label(points: Iterable[Observation]) -> str:
    """The unit as printed; where sources print several, all of them."""
    return "、".join(dict.fromkeys(each.unit for each in points))


def in_lines(label: str) -> tuple[str, ...]:
    """One line, or two of about the same length; words in Latin letters are kept whole."""
    if label.isascii():
        return tuple(textwrap.wrap(label, LONGEST_LATIN_LINE, break_long_words=False)) or (label,)
    pieces = PIECES.findall(label)
    if _length(label) <= LONGEST_LINE or len(pieces) < 2:
        return (label,)
    halves = (("".join(pieces[:cut]), "".join(pieces[cut:])) for cut in range(1, len(pieces)))
    return min(halves, key=lambda lines: max(map(_length, lines)))


def _length(text: str) -> float:
    return sum(0.55 if character.isascii() else 1.0 for character in text)
