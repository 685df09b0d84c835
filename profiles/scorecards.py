"""Parks in the blocks of the official evaluation of their kind: what sources give, what follows from it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from core.agreement import agreed
from core.amounts import in_base_unit
from core.judgement import Conflict, Working
from core.lexicon import Indicator
from core.model import Measure, Observation, ParkProfile, Profiles
from core.periods import UNKNOWN, reach
from core.scorecard import Block, Form, FormLine, Line, Scorecard
from core.wording import say, say_period
from profiles.likeness import Ground, Likeness, flaws_of, ground_of, likeness_of

TENTH = Decimal("0.1")
MONEY = "元"
Newness = tuple[tuple[int, int, int], tuple[int, int, int]]


class Figures:
    """What a park says itself, by indicator and measure."""

    def __init__(self, park: ParkProfile, ground: Ground) -> None:
        self._park, self._ground = park.id, ground
        self._said: dict[tuple[str, Measure], list[Observation]] = defaultdict(list)
        for series in park.series:
            if series.subject == park.name:
                self._said[(series.indicator, series.measure)].extend(series.points)

    def said(self, indicator: str, measure: Measure) -> Sequence[Observation]:
        """All of it, whatever its status."""
        return self._said.get((indicator, measure), ())

    def levels(self, indicator: str) -> dict[Likeness, Observation]:
        """The levels to reckon with: exact, actual, of a known and finished period, undisputed."""
        found: dict[Likeness, list[Observation]] = defaultdict(list)
        for each in self.said(indicator, "level"):
            if not any(flaws_of(self._park, each, self._ground)):
                found[likeness_of(each)].append(each)
        one = {likeness: agreed(said) for likeness, said in found.items()}
        return {likeness: each for likeness, each in one.items() if each and each.bound == "="}


def fill_scorecards(
    profiles: Profiles,
    forms: Sequence[Form],
    indicators: Sequence[Indicator],
    conflicts: Sequence[Conflict] = (),
) -> tuple[Scorecard, ...]:
    """The scorecard of each park of a kind that has a form."""
    ground = ground_of(profiles, indicators, conflicts)
    by_kind = {each.kind: each for each in forms}
    return tuple(
        _scorecard(park, by_kind[park.kind], Figures(park, ground))
        for park in profiles.parks
        if park.kind in by_kind
    )


def _scorecard(park: ParkProfile, form: Form, figures: Figures) -> Scorecard:
    blocks = (
        Block(block.name, block.official, tuple(_line(line, figures) for line in block.lines))
        for block in form.blocks
    )
    return Scorecard(park.id, form, tuple(blocks))


def _line(line: FormLine, figures: Figures) -> Line:
    said = figures.said(line.indicator, line.measure) if line.indicator else ()
    if actual := [each for each in said if each.status == "actual"]:
        return Line(line.label, "stated", _newest(actual))
    if working := _share(line, figures) or _growth(line, figures):
        return Line(line.label, "derived", working=working)
    if said:
        return Line(line.label, "planned", _newest(said))
    return Line(line.label, "missing")


def _newest(figures: Sequence[Observation]) -> tuple[Observation, ...]:
    """The newest figure; each of its period, scope and basis where sources contradict each other."""
    newest = max(figures, key=lambda each: (_newness(each), each.scope is None, each.id))
    alike = [each for each in figures if likeness_of(each) == likeness_of(newest)]
    one = agreed(alike)
    return (one,) if one else tuple({(in_base_unit(each), each.bound): each for each in alike}.values())


def _newness(observation: Observation) -> Newness:
    """Later is newer; of two that end on one day the longer says more; what is undated is oldest."""
    covered = reach(observation.period)
    if covered == UNKNOWN:
        return ((0, 0, 0), (0, 0, 0))
    year, month, day = covered.first
    return (covered.last, (-year, -month, -day))


# -- what follows ---------------------------------------------------------------------------------


def _share(line: FormLine, figures: Figures) -> Working | None:
    """A part in its whole, both of one period, unit, scope and basis; the newest there is."""
    if line.part is None or line.whole is None:
        return None
    parts, wholes = figures.levels(line.part), figures.levels(line.whole)
    pairs = [(part, wholes[likeness]) for likeness, part in parts.items() if likeness in wholes]
    for part, whole in sorted(pairs, key=lambda pair: _newness(pair[0]), reverse=True):
        if 0 <= in_base_unit(part) <= in_base_unit(whole) != 0:
            share = _percent(in_base_unit(part) / in_base_unit(whole))
            return Working(f"{_spoken(part)} ÷ {_spoken(whole)} ＝ {share}", (part, whole))
    return None


def _growth(line: FormLine, figures: Figures) -> Working | None:
    """The change from one calendar year to the next; of money it is told at the prices of each year."""
    if line.indicator is None or line.measure != "growth":
        return None
    for now, before in sorted(_next_years(figures.levels(line.indicator)), key=_newness_of_pair):
        change = _percent(in_base_unit(now) / in_base_unit(before) - 1)
        prices = "（按当年价）" if likeness_of(now).unit == MONEY else ""
        return Working(f"{_spoken(now)} ÷ {_spoken(before)} － 1 ＝ {change}{prices}", (now, before))
    return None


def _newness_of_pair(pair: tuple[Observation, Observation]) -> int:
    return -int(pair[0].period or "")


def _next_years(levels: Mapping[Likeness, Observation]) -> Iterator[tuple[Observation, Observation]]:
    """Pairs of levels of a calendar year and the one before, alike in all but the year."""
    years = {(_but_period(likeness), each.period): each for likeness, each in levels.items()}
    for (frame, period), now in years.items():
        if period and period.isdigit():
            before = years.get((frame, str(int(period) - 1)))
            if before and in_base_unit(before) > 0:
                yield now, before


def _but_period(likeness: Likeness) -> tuple[str, str | None, str | None]:
    return (likeness.unit, likeness.scope, likeness.basis)


def _percent(share: Decimal) -> str:
    return f"{(share * 100).quantize(TENTH)}%"


def _spoken(observation: Observation) -> str:
    return f"{say_period(observation.period)}{observation.indicator}{say(observation)}"
