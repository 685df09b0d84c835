"""Why a correction fits no fact, or not one alone, and how to mend it."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches

from core.model import Correction, Observation
from core.problems import Problem
from core.whitespace import squeezed
from profiles.finding import Library


def why_stale(correction: Correction, found: Sequence[Observation], library: Library) -> Problem:
    """`found` are the facts that the correction fits: none, or too many."""
    if found:
        return _ambiguous(correction, found)
    meant = library.meant(correction)
    if not meant:
        return _no_article(correction, library)
    near = library.near(correction)
    quote = squeezed(correction.quote)
    if near or any(quote in squeezed(each.text) for each in meant):
        return _unread(correction, near)
    says = f"{correction.article} does not say" if correction.article else "no article says"
    fix = "copy the words from the article, or delete the correction"
    return Problem(correction.where, f"{says} “{correction.quote}”", fix)


def corrected_twice(correction: Correction, first: Correction) -> Problem:
    """A correction of a fact that an earlier one decides."""
    what = f"“{correction.number}” is corrected already at {first.where}, which holds"
    return Problem(correction.where, what, "keep one of the two")


def _ambiguous(correction: Correction, found: Sequence[Observation]) -> Problem:
    evidence = [each.evidence for each in found]
    listed = "; ".join(f"{each.indicator} in {each.evidence.document}" for each in found[:5])
    what = f"“{correction.number}” in this quote is {len(found)} facts: {listed}"
    if len({each.document for each in evidence}) > 1:
        fix = "add article: with the id of the article that is meant"
    elif len({each.span for each in evidence}) > 1:
        fix = "quote more words around the number"
    else:
        fix = f"add read_as: with the indicator that is meant, such as read_as: {found[0].indicator}"
    return Problem(correction.where, what, fix)


def _no_article(correction: Correction, library: Library) -> Problem:
    known = [name for each in library.documents.values() for name in (each.id, each.name)]
    close = get_close_matches(correction.article or "", known, n=1)
    fix = f"did you mean {close[0]!r}?" if close else "write its id or file name, or take article: away"
    return Problem(correction.where, f"no article is called {correction.article!r}", fix)


def _unread(correction: Correction, near: Sequence[Observation]) -> Problem:
    same = [each for each in near if squeezed(each.evidence.text) == squeezed(correction.number)]
    if same:
        names = " and ".join(dict.fromkeys(each.indicator for each in same))
        what = f"“{correction.number}” is read as {names}, not as {correction.read_as}"
        fix = f"write read_as: {same[0].indicator}, or delete the correction"
        return Problem(correction.where, what, fix)
    numbers = "、".join(dict.fromkeys(squeezed(each.evidence.text) for each in near))
    fix = f"write the number as it is read there ({numbers}), or " if numbers else ""
    what = f"“{correction.number}” is read as no fact there"
    return Problem(correction.where, what, f"{fix}delete the correction")
