"""The English edition: its catalogue, its names and its charts, where the settings ask for one."""

from __future__ import annotations

from collections.abc import Sequence

from cache import Memory
from charting import draw_charts
from charts import Sketch, Tongue, in_tongue
from core.editions import Edition
from core.model import Profiles
from core.wording_en import say_drawn
from sources import Sources
from translate import english_translator


def english_editions(
    sources: Sources, profiles: Profiles, sketches: Sequence[Sketch], *, memory: Memory
) -> tuple[Edition, ...]:
    """The English edition with its charts, or nothing. Raises ContentError if the catalogue is wrong."""
    translator = english_translator(sources.content, profiles, sources.references.lexicon)
    if translator is None:
        return ()
    tongue = Tongue(say_drawn, translator.label)
    translator.draw_with(draw_charts([in_tongue(each, tongue) for each in sketches], memory=memory))
    return (translator.edition,)
