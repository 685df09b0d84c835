"""Which figures of several parks compare, in what order they stand, and what sets the others apart."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, get_args

from core.agreement import agreed
from core.amounts import in_base_unit
from core.comparison import Apart, Comparison, Hindrance, IndicatorProfile, Standing
from core.judgement import Conflict
from core.lexicon import Indicator
from core.model import Measure, Observation, ParkProfile, Profiles
from core.periods import UNKNOWN
from profiles.ids import name_all
from profiles.likeness import Ground, Likeness, flaws_of, ground_of, likeness_of
from profiles.order import by_sound

# a gap is told from a level that the figure does not name: two gaps never compare
MEASURES: Final[tuple[Measure, ...]] = ("level", "growth", "increment", "share", "rank")
SEVERITY: Final[tuple[Hindrance, ...]] = get_args(Hindrance)

Figures = Mapping[str, Sequence[Observation]]  # by park's id, in the order of the parks


@dataclass(frozen=True, slots=True)
class Said:
    """What a park says in one likeness: one figure, or the sides of a dispute."""

    likeness: Likeness
    observations: tuple[Observation, ...]
    flaws: tuple[Hindrance, ...]  # that keep it from comparing with anything


def profile_indicators(
    profiles: Profiles, indicators: Sequence[Indicator], conflicts: Sequence[Conflict] = ()
) -> tuple[IndicatorProfile, ...]:
    """Every indicator that a park itself reports: those of the lexicon in its order, then the free ones."""
    ground = ground_of(profiles, indicators, conflicts)
    found = _by_indicator(profiles.parks)
    entries = {each.name: each for each in indicators}
    names = [*entries, *sorted(found.keys() - entries.keys(), key=by_sound)]
    ids = dict(zip(names, _ids(list(entries), names[len(entries) :]), strict=True))
    return tuple(
        IndicatorProfile(
            id=ids[name],
            name=name,
            entry=entries.get(name),
            reports=tuple((park, tuple(said)) for park, said in found[name].items()),
            comparisons=tuple(_comparisons(ids[name], found[name], ground)),
        )
        for name in names
        if name in found
    )


def _ids(known: Sequence[str], free: Sequence[str]) -> tuple[str, ...]:
    """The lexicon's names get theirs first, so that no article can change them."""
    first = name_all([(name,) for name in known], ())
    return (*first, *name_all([(name,) for name in free], first))


def _by_indicator(parks: Iterable[ParkProfile]) -> dict[str, dict[str, list[Observation]]]:
    """The figures that are about the parks themselves, by indicator and park."""
    found: dict[str, dict[str, list[Observation]]] = defaultdict(dict)
    for park in parks:
        for series in park.series:
            if series.subject == park.name:
                found[series.indicator].setdefault(park.id, []).extend(series.points)
    return found


# -- what compares --------------------------------------------------------------------------------


def _comparisons(indicator_id: str, figures: Figures, ground: Ground) -> Iterator[Comparison]:
    for measure in MEASURES:
        told = {
            park: _told(park, kept, ground)
            for park, said in figures.items()
            if (kept := [each for each in said if each.measure == measure])
        }
        for likeness in _references(told):
            yield _comparison(f"{indicator_id}-{measure}", likeness, told)


def _told(park: str, figures: Iterable[Observation], ground: Ground) -> list[Said]:
    """What a park says, once for each likeness; a figure that cannot compare stands for itself."""
    sound: dict[Likeness, list[Observation]] = defaultdict(list)
    told: list[Said] = []
    for each in figures:
        if flaws := tuple(flaws_of(park, each, ground)):
            told.append(Said(likeness_of(each), ground.disputes.get(each.id, (each,)), flaws))
        else:
            sound[likeness_of(each)].append(each)
    for likeness, said in sound.items():
        one = agreed(said)
        told.append(Said(likeness, (one,), ()) if one else Said(likeness, tuple(said), ("disputed",)))
    return told


def _references(told: Mapping[str, Sequence[Said]]) -> list[Likeness | None]:
    """Each likeness that two parks share, the newest first; else the newest there is, or none."""
    parks: dict[Likeness, int] = defaultdict(int)
    for said in told.values():
        for each in said:
            parks[each.likeness] += not each.flaws
    held = sorted((each for each in parks if parks[each]), key=_newest_first)
    shared = [each for each in held if parks[each] > 1]
    if not told:
        return []
    return [*shared] or [held[0] if held else None]


def _newest_first(likeness: Likeness) -> tuple[object, ...]:
    covered = likeness.reach
    newness = [-part for part in covered.last]
    limits = (likeness.unit, likeness.scope or "", likeness.basis or "")
    return (newness, covered.first, covered.as_of, *limits)


# -- one comparison -------------------------------------------------------------------------------


def _comparison(name: str, likeness: Likeness | None, told: Mapping[str, Sequence[Said]]) -> Comparison:
    inside = {
        park: each.observations[0]
        for park, said in told.items()
        for each in said
        if each.likeness == likeness and not each.flaws
    }
    one = next(iter(inside.values()), None) or next(iter(told.values()))[0].observations[0]
    return Comparison(
        id=f"{name}-{_digest(likeness)}",
        indicator=one.indicator,
        measure=one.measure,
        unit=likeness.unit if likeness else None,
        scope=likeness.scope if likeness else None,
        basis=likeness.basis if likeness else None,
        period=min(each.period or "" for each in inside.values()) if inside else None,
        standings=_standings(inside, first_is_best=one.measure == "rank"),
        apart=tuple(_apart(park, said, likeness) for park, said in told.items() if park not in inside),
    )


def _standings(inside: Mapping[str, Observation], *, first_is_best: bool) -> tuple[Standing, ...]:
    values = sorted((in_base_unit(each) for each in inside.values()), reverse=not first_is_best)
    found = (Standing(park, each, values.index(in_base_unit(each)) + 1) for park, each in inside.items())
    return tuple(sorted(found, key=lambda each: each.place))


def _apart(park: str, said: Sequence[Said], reference: Likeness | None) -> Apart:
    """What comes nearest: the fewest differences, of those the lightest, then the newest."""

    def distance(each: tuple[Said, tuple[Hindrance, ...]]) -> tuple[object, ...]:
        kept, differences = each
        heaviest = [SEVERITY.index(one) for one in differences]
        covered = kept.likeness.reach
        newness = [0] if covered == UNKNOWN else [-part for part in covered.last]
        return (len(differences), [-place for place in heaviest], newness, kept.observations[0].id)

    told = [(each, tuple(_differences(each, reference))) for each in said]
    nearest, differences = min(told, key=distance)
    return Apart(park, nearest.observations, differences)


def _differences(said: Said, reference: Likeness | None) -> Iterator[Hindrance]:
    """In the order of their weight."""
    found = set(said.flaws)
    own = said.likeness
    if reference:
        found |= {"unit"} if own.unit != reference.unit else set()
        found |= {"coverage"} if (own.scope, own.basis) != (reference.scope, reference.basis) else set()
        found |= {"period"} if own.reach not in (reference.reach, UNKNOWN) else set()
    if "period" in found:
        found -= {"unfinished", "span"}  # another period is reason enough
    yield from (each for each in SEVERITY if each in found)


def _digest(likeness: Likeness | None) -> str:
    """Tells one comparison of an indicator from another, and stays when parks come and go."""
    return hashlib.sha256(repr(likeness).encode()).hexdigest()[:6]
