"""Links to words of somebody else's page: text fragments (WICG), as browsers read them.

A fragment names its words by where they begin and end. Browsers match whole words only, and where Chinese
is cut into words is anybody's guess; so fragments begin and end where a clause does.
"""

from __future__ import annotations

import re
from urllib.parse import quote

from core.model import Span
from core.whitespace import squeezed
from core.wording import without_breaks

CLAUSE_END = re.compile(r"[，。；：！？、…]+|[,;:!?]+(?!\d)")  # 1,135.1 is one number
STARTS = re.compile(r"(?<=[，。；：！？、…])|(?<=[,;:!?])(?!\d)")
WHOLE = 24  # characters: so short a quote is named in full
ENOUGH = 8  # characters that a beginning or an end must have


def text_fragment(url: str, text: str, place: Span) -> str:
    """The address of the words at `place` of `text` on the page at `url`, percent-encoded.

    What stands before or after them is named, too, where the text has their beginning more than once.
    """
    words = without_breaks(text[place.start : place.end]).strip()
    first, last = _first(words), _last(words)
    short = len(words) <= WHOLE or len(first) + len(last) >= len(words)
    named = [_encoded(each) for each in ((words,) if short else (first, last))]
    plain, start = squeezed(text), squeezed(words if short else first)
    if plain.count(start) > 1:
        before, after = _last(_line_before(text, place.start)), _first(_line_after(text, place.end))
        unlike = before and plain.count(squeezed(before) + start) == 1
        named = ([f"{_encoded(before)}-"] if before else []) + named
        named += [f"-{_encoded(after)}"] if after and not unlike else []
    return f"{url}{'' if '#' in url else '#'}:~:text={','.join(named)}"


def _first(words: str) -> str:
    """The clauses that it begins with, as few as are enough to be found by."""
    ends = (found.start() for found in CLAUSE_END.finditer(words))
    return next((words[:end] for end in ends if end >= ENOUGH), words)


def _last(words: str) -> str:
    """The clauses that it ends with, likewise."""
    starts = [found.start() for found in STARTS.finditer(words)]
    return next((words[at:] for at in reversed(starts) if len(words) - at >= ENOUGH), words).strip()


def _line_before(text: str, start: int) -> str:
    lines = text[:start].rstrip().splitlines()
    return lines[-1].strip() if lines else ""


def _line_after(text: str, end: int) -> str:
    lines = text[end:].lstrip().splitlines()
    return lines[0].strip() if lines else ""


def _encoded(words: str) -> str:
    return quote(words, safe="").replace("-", "%2D")  # a bare - or , says how the parts belong
