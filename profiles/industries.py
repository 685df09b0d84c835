"""Which names mean one industry, and which parks claim it. What sounds alike is one only by the lexicon."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from core.lexicon import Industry
from core.model import IndustryClaim, IndustryProfile
from profiles.ids import name_all
from profiles.names import spoken
from profiles.order import Dates, by_sound

ParkId = str | None
GENERIC = re.compile(r"(?:产业|行业|领域|产业链|产业集群|集群)$|(?<=制造)业$|(?<=服务)业$")
SHORTEST = 2  # characters that are left of a name without 产业


@dataclass(slots=True)
class IndustryGroup:
    """One industry: its lexicon's entry, if any, and all claims that name it."""

    entry: Industry | None
    names: list[str] = field(default_factory=list)
    claims: list[tuple[ParkId, IndustryClaim]] = field(default_factory=list)

    @property
    def name(self) -> str:
        """The lexicon's name, else the one printed most often, the shortest on a tie."""
        if self.entry:
            return self.entry.name
        counts = Counter(self.names)
        return min(counts, key=lambda name: (-counts[name], len(name), name))


def industry_key(name: str) -> str:
    """A name without 产业 and the like behind it, and without spaces and marks."""
    key = spoken(name)
    bare = GENERIC.sub("", key)
    return bare if len(bare) >= SHORTEST else key


def gather_industries(
    placed: Iterable[tuple[ParkId, IndustryClaim]],
    lexicon: Sequence[Industry],
    ranks: Mapping[str, int],
    dates: Dates,
) -> tuple[IndustryProfile, ...]:
    """Every industry that is claimed, the most claimed first; `ranks` gives the order of parks by id."""
    entries = {industry_key(name): entry for entry in lexicon for name in (entry.name, *entry.synonyms)}
    groups: dict[str, IndustryGroup] = {}
    for park, claim in sorted(placed, key=lambda row: row[1].id):
        named: dict[str, list[str]] = defaultdict(list)
        for name in claim.names:
            entry = entries.get(industry_key(name))
            named[industry_key(entry.name if entry else name)].append(name)
        for key, names in named.items():
            group = groups.setdefault(key, IndustryGroup(entries.get(key)))
            group.names += names
            group.claims.append((park, claim))
    keys = sorted(groups)
    ids = name_all([(groups[key].name, key) for key in keys], ())
    profiles = [_profile(ids[at], groups[key], ranks, dates) for at, key in enumerate(keys)]
    return tuple(sorted(profiles, key=_most_claimed))


def _profile(
    industry_id: str, group: IndustryGroup, ranks: Mapping[str, int], dates: Dates
) -> IndustryProfile:
    def place(row: tuple[ParkId, IndustryClaim]) -> tuple[object, ...]:
        park, claim = row
        return (ranks.get(park or "", len(ranks)), dates.appearance(claim.evidence), claim.id)

    return IndustryProfile(
        id=industry_id,
        name=group.name,
        names=tuple(dict.fromkeys((group.name, *sorted(set(group.names))))),
        claims=tuple((park, claim.role, claim) for park, claim in sorted(group.claims, key=place)),
    )


def _most_claimed(each: IndustryProfile) -> tuple[object, ...]:
    parks = {park for park, _, _ in each.claims if park}
    return (-len(parks), *by_sound(each.name), each.id)
