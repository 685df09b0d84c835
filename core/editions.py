"""Editions of the site in other languages: the same tree in a folder of its own, made page by page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from core.blocks import Print
from core.problems import Problem
from core.urls import NOT_FOUND

CHINESE, ENGLISH = "zh-Hans", "en"
FOLDER = "en/"
STATIC = "static/"


def _unchanged(told: Print) -> Print:
    return told


@dataclass(frozen=True, slots=True)
class Edition:
    """An edition beside the Chinese one."""

    language: str
    folder: str  # "en/"
    translate: Callable[[str, str], str]  # the URL of a Chinese page and its HTML; the HTML of its twin
    rewrite: Callable[[str, str], str | None]  # of a script; None: it has no words
    problems: Callable[[], Sequence[Problem]]  # what stays Chinese, once all pages are made
    print: Callable[[Print], Print] = _unchanged  # a PDF of the edition, as far as it is not in its language


def has_edition(url: str) -> bool:
    """Whether a page, or a PDF, is there in each language.

    The page for what is missing is served by its address; what stands under static/ is shared.
    """
    return url.endswith((".html", ".pdf")) and url != NOT_FOUND and not url.startswith(STATIC)


def in_language(told: Print, editions: Iterable[Edition]) -> Print:
    """A print wholly in its language."""
    own = next((each for each in editions if each.language == told.language), None)
    return own.print(told) if own else told


UNREAD = frozenset(  # attributes whose words no reader meets
    {"data-derived", "data-register", "data-row", "data-fact", "href", "src", "id", "class", "value", "name"}
    | {"data-other", "data-en", "srcset", "type", "d"}
)


def in_chinese(url: str) -> str:
    """The page that an English page is made of; a Chinese one is its own."""
    return url.removeprefix(FOLDER)


def speaks_chinese(language: str) -> bool:
    """Whether a `lang` attribute says Chinese: zh-Hans, zh; not zh-Latn-pinyin, which is no Han script."""
    return language.startswith("zh") and "Latn" not in language
