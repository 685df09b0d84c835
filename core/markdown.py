"""Markdown as far as more than one stage must know it: what is code in it, and what of it is prose."""

from __future__ import annotations

import re

from msgspec import Struct

FILLER = "\ufffc"  # stands for what is no prose: no digit, no letter, no white space
CODE = re.compile(
    r"^(?P<fence> ```+ | ~~~+ ) .*? ^(?P=fence) | (?P<ticks> `+ ) .+? (?P=ticks)",
    re.MULTILINE | re.DOTALL | re.VERBOSE,
)
NO_PROSE = re.compile(
    r"""
    (?<= \] ) \( [^()\n]* (?: \( [^()\n]* \) [^()\n]* )* \)   # where a link leads
  | <[^<>\s]+>                                                # <https://example.org/2024>
  | https?:// [^\s()<>（）。，；、]+
  | ^ [ ]{0,3} \[ [^\]\n]+ \] : .* $                            # [1]: https://example.org
  | ^ [ ]* (?: > [ ]* )* \d+ \. (?= \s )                       # the number of a list
    """,
    re.MULTILINE | re.VERBOSE,
)
MARKUP = re.compile(r"\\(?=[\\`*_{}\[\]()#+.!-])|[*_~\[\]]+|^ {0,3}(?:#+|>)[ \t]*", re.MULTILINE)


class Prose(Struct, frozen=True):
    """Markdown as it is read: without marks of emphasis, code and addresses; where each character stood."""

    text: str
    places: tuple[int, ...]  # of its characters in the Markdown


def without_code(text: str) -> str:
    """The same Markdown, as long as before, with code filled up."""
    return CODE.sub(_filled, text)


def prose_of(text: str) -> Prose:
    """What a reader reads of Markdown as running text."""
    hidden = NO_PROSE.sub(_filled, without_code(text))
    marks = {place for found in MARKUP.finditer(hidden) for place in range(*found.span())}
    places = tuple(place for place in range(len(hidden)) if place not in marks)
    return Prose("".join(hidden[place] for place in places), places)


def _filled(found: re.Match[str]) -> str:
    return re.sub(r"[^\n]", FILLER, found[0])
