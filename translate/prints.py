"""A print in English: what its grammar left in Chinese, which is names, workings and what charts say.

The tree is the one that the English page is made of, so that page and print say the same.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from core.blocks import (
    Block,
    Box,
    Brief,
    Bullets,
    Comment,
    Doubt,
    Figure,
    Inline,
    KeyFigure,
    KeyFigures,
    Line,
    Name,
    Origin,
    Paragraph,
    Print,
    Registered,
    Stated,
    Table,
    Worked,
)
from core.editions import FOLDER
from core.model import Observation
from translate.segments import Piece
from translate.speech import BRIEF, CHART, COLUMN, Speech
from translate.text import value_in_english


class Prints:
    """Says prints in English; `drawings` are the charts of the edition, by their ids."""

    def __init__(
        self, speech: Speech, observations: Mapping[str, Observation], drawings: Mapping[str, str]
    ) -> None:
        self._speech = speech
        self._observations = observations
        self._drawings = drawings

    def translate(self, told: Print) -> Print:
        """The print with all in English that has any; sentences of sources and of analysts stay."""
        self._speech.url = told.url.removeprefix(FOLDER)
        with self._speech.within(BRIEF):
            return replace(
                told,
                title=self._named(told.title),
                publisher=self._named(told.publisher),
                as_of=self._line(told.as_of),
                briefs=tuple(self._brief(each) for each in told.briefs),
                drawings={key: self._drawings.get(key, svg) for key, svg in told.drawings.items()},
            )

    def _brief(self, brief: Brief) -> Brief:
        citations = [
            replace(each, text=self._speech.cited(each.text, brief.title)) for each in brief.citations
        ]
        return replace(
            brief,
            title=self._named(brief.title),
            subject=self._named(brief.subject),
            as_of=self._line(brief.as_of),
            blocks=tuple(self._block(each) for each in brief.blocks),
            evidence=tuple(self._origin(each) for each in brief.evidence),
            citations=tuple(citations),
        )

    def _origin(self, origin: Origin) -> Origin:
        return replace(origin, source=self._line(origin.source))

    # -- blocks -----------------------------------------------------------------------------------

    def _block(self, block: Block) -> Block:
        match block:
            case Paragraph():
                return replace(block, line=self._line(block.line))
            case Bullets():
                return replace(block, lines=tuple(self._line(each) for each in block.lines))
            case KeyFigures():
                return replace(block, figures=tuple(self._key_figure(each) for each in block.figures))
            case Table():
                return self._table(block)
            case Figure():
                return self._figure(block)
            case Box():
                return replace(block, blocks=tuple(self._block(each) for each in block.blocks))
            case Comment():
                marked = tuple(self._marked(each) for each in block.blocks)
                return replace(block, by=self._line(block.by), title=self._marks(block.title), blocks=marked)
        return block

    def _marked(self, block: Block) -> Block:
        """A block of a comment: all but the marks beside its figures is what an analyst wrote."""
        match block:
            case Paragraph():
                return replace(block, line=self._marks(block.line))
            case Bullets():
                return replace(block, lines=tuple(self._marks(each) for each in block.lines))
            case Table():
                return replace(block, rows=tuple(tuple(map(self._marks, row)) for row in block.rows))
        return block

    def _marks(self, line: Line) -> Line:
        return tuple(
            replace(each, doubts=tuple(map(self._doubt, each.doubts))) if isinstance(each, Stated) else each
            for each in line
        )

    def _key_figure(self, told: KeyFigure) -> KeyFigure:
        label = self._line(told.label, COLUMN)
        return replace(told, label=label, value=self._stated(told.value), under=self._line(told.under))

    def _table(self, table: Table) -> Table:
        return replace(
            table,
            label=self._speech.plain(table.label),
            rows=tuple((self._line(row[0], COLUMN), *map(self._line, row[1:])) for row in table.rows),
        )

    def _figure(self, figure: Figure) -> Figure:
        with self._speech.within(CHART):
            alt = self._speech.plain(figure.alt)
        return replace(
            figure,
            title=_text(self._speech.line([figure.title])),
            unit=_text(self._speech.line([figure.unit])),
            alt=alt,
            table=self._table(figure.table),
        )

    # -- lines ------------------------------------------------------------------------------------

    def _line(self, line: Line, context: str = "") -> Line:
        with self._speech.within(context):
            return tuple(self._inline(each, opens=not place) for place, each in enumerate(line))

    def _inline(self, each: Inline, *, opens: bool) -> Inline:
        match each:
            case Name():
                said = self._speech.in_line(each.text, opens=opens)
                return replace(each, text="".join(part.text for part in said))
            case Stated():
                return self._stated(each)
            case Worked():
                return replace(each, text=_text(self._speech.worked(each.text, strict=True)))
            case Registered():
                return replace(each, text=_text(self._speech.worked(each.text, strict=False)))
        return each

    def _stated(self, told: Stated) -> Stated:
        said, original = value_in_english(self._observations[told.fact], told.text)
        doubts = tuple(self._doubt(each) for each in told.doubts)
        return replace(told, text=said, original=original, doubts=doubts)

    def _doubt(self, doubt: Doubt) -> Doubt:
        return replace(
            doubt, word=_text(self._speech.line([doubt.word])), told=self._speech.plain(doubt.told)
        )

    def _named(self, name: str) -> str:
        return "".join(each.text for each in self._speech.said(name))


def _text(pieces: Sequence[Piece]) -> str:
    """The words of pieces; on paper, no markup says that those of a source are Chinese."""
    return "".join(each if isinstance(each, str) else "".join(each.itertext()) for each in pieces)
