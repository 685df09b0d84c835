"""What stays out of the site for now: drafts, and what is embargoed. No clock is asked, only `as_of`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct

from core.model import Correction, Document, Metadata, Note
from core.periods import reach
from core.problems import Problem
from core.whitespace import squeezed


class Withheld(Struct, frozen=True):
    """Why something stays out: what to tell, and whether it is a mistake rather than the author's wish."""

    notice: Problem
    mistaken: bool = False


def why_withheld(text: Metadata | Note, where: str, as_of: str | None) -> Withheld | None:
    """Why an article or a note stays out of the site; None for one that does not."""
    if text.draft:
        fix = "take draft: away to publish it"
        return Withheld(Problem(where, "is a draft: it stays out of the site", fix))
    if text.embargo is None:
        return None
    until = f"is embargoed until {text.embargo}"
    if as_of is None:
        what = f"{until}, and no as_of says how far the site has come: it stays out"
        return Withheld(Problem(where, what, "add a line as_of: … to site.yaml"), mistaken=True)
    if reach(text.embargo).first <= reach(as_of).last:
        return None
    what = f"{until}: it stays out of a site as of {as_of}"
    return Withheld(Problem(where, what, f"to publish it, write as_of: {text.embargo} into site.yaml"))


def still_meant(
    corrections: Iterable[Correction], documents: Sequence[Document], withheld: Sequence[Document]
) -> tuple[Correction, ...]:
    """The corrections without those of articles that stay out: they wait with them."""
    shown, hidden = _squeezed(documents), _squeezed(withheld)
    return tuple(each for each in corrections if not _says(each, hidden) or _says(each, shown))


def _squeezed(documents: Iterable[Document]) -> list[tuple[Document, str]]:
    return [(each, squeezed(each.text)) for each in documents]


def _says(correction: Correction, texts: Iterable[tuple[Document, str]]) -> bool:
    quote = squeezed(correction.quote)
    return any(
        quote in text and correction.article in (None, document.id, document.name) for document, text in texts
    )
