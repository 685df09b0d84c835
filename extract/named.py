"""What named policies, honours and industries share: the park and the time that a sentence stands in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from msgspec import Struct

from core.lexicon import Lexicon
from extract import periods
from extract.bind import Yield
from extract.mentions import is_aside
from extract.scene import Scene

QUOTED = re.compile(r"“[^“”]{1,80}”|「[^「」]{1,80}」|‘[^‘’]{1,40}’|\"[^\"]{1,80}\"")
BRACKETED = re.compile(r"[（(][^（）()]{0,40}[)）]")
YEAR = re.compile(r"(?=[12])(?<!\d)(?P<year>(?:19|20)\d\d)\s*年?度?")
DAY = re.compile(r"\d{4}(?:-\d\d){0,2}")
GOES_ON = re.compile(r"此外|同时|另外|与此同时|还|不仅如此")


class Told(Struct, frozen=True):
    """A sentence, and what earlier ones hand on to it."""

    scene: Scene
    park: str | None  # the last one named before it in its paragraph, else the article's
    year: str | None  # the last year named before it in its paragraph

    @property
    def text(self) -> str:
        return self.scene.read[self.scene.sentence.start : self.scene.sentence.end]

    def park_at(self, place: int) -> str | None:
        """The park that something at this place belongs to: the last named before it, else after it."""
        named = [mention for mention in self.scene.mentions if mention.name]
        own = [each for each in named if not is_aside(self.scene.read, each)]
        before = [each.name for each in own if each.start <= place]
        return before[-1] if before else next((each.name for each in own), self.park)

    def date_at(self, place: int) -> str | None:
        """The day, month or year that governs a place of the sentence; None where it names none."""
        times = [
            time.period
            for time in self.scene.times
            if time.end <= place and time.period and not time.due and not time.now
        ]
        return times[-1] if times and DAY.fullmatch(times[-1]) else None


def tell(results: Sequence[Yield]) -> Iterator[Told]:
    """The sentences of an article in order, each with the park and the year it takes over."""
    paragraph, park, year = None, None, None
    for result in results:
        scene = result.scene
        main = scene.frame.main.name if scene.frame.main else None
        if scene.sentence.paragraph is not paragraph:
            paragraph, park = scene.sentence.paragraph, main
            year = year if GOES_ON.match(scene.read) else None
        yield Told(scene, park, year)
        park = next((mention.name for mention in scene.mentions if mention.name), park)
        carried = [
            time.period
            for time in scene.times
            if periods.carries(time, scene.frame.clock) and not scene.compares(time)
        ]
        year = (carried[-1] or "")[:4] or year if carried else year


@cache
def any_of(name: str, lexicon: Lexicon) -> re.Pattern[str]:
    """Any word of a list, the longest first."""
    return re.compile(words(lexicon.list(name)))


def words(names: Sequence[str]) -> str:
    """An alternation of words for a pattern, longest first."""
    return "|".join(sorted(map(re.escape, names), key=len, reverse=True))
