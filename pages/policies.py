"""Pages of policies, and the list of them with all that they give."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from msgspec import Struct

from core.model import Page, PlacedInstrument, PolicyProfile, PolicyStep, Profiles
from core.urls import POLICIES, policy_url
from pages.lines import by_kind, instrument_line, policy_line, proof
from pages.places import Places, date
from pages.references import listed, number
from pages.views import Date, InstrumentLine, Link, PolicyLine, Proof, Site, Source, View

LIFE = ("公布", "实施", "修订", "期满")
AT_THE_END = "废止"
ELSEWHERE = 8  # comparable measures, and policies of a like name, that a page shows
SAYS_LITTLE = re.compile(  # words that many names hold
    r"关于|若干|政策|办法|措施|计划|行动|机制|模式|服务|企业|产业|改革|方案|规划|创新|发展|建设|项目|工作|管理|品牌|园区|活动|平台"
    r"|营商|环境|全流程|高质量|支持|促进|加快|推进|实施|[^一-鿿A-Za-z]"
)
LIKE = 2  # pairs of characters that like names share at least


class LifeStep(Struct, frozen=True):
    """A step in the life of a policy; `told` says that a source, or the policy's name, tells it."""

    name: str
    told: bool
    date: Date | None
    proof: str | None  # the mark that tells it


class Told(Struct, frozen=True):
    """What one document says of a policy."""

    name: str | None  # as it calls the policy, where that is another name
    date: Date | None
    proof: Proof


class Elsewhere(Struct, frozen=True):
    """A policy of another park that has a like name."""

    policy: Link
    park: Link | None
    kind: str


class PoliciesView(View, frozen=True, kw_only=True):
    """policies/index.html"""

    instruments: tuple[InstrumentLine, ...]
    parks: tuple[tuple[Link | None, tuple[PolicyLine, ...]], ...]


class PolicyView(View, frozen=True, kw_only=True):
    """policies/<id>.html"""

    name: str
    other_names: tuple[str, ...]
    kind: str
    park: Link | None
    life: tuple[LifeStep, ...]
    instruments: tuple[InstrumentLine, ...]
    mentions: tuple[Told, ...]
    measures_elsewhere: tuple[InstrumentLine, ...]  # of the same kinds, promised by other parks
    like_named: tuple[Elsewhere, ...]
    sources: tuple[Source, ...]


class Held(Struct, frozen=True):
    """What policies are compared with."""

    instruments: tuple[PlacedInstrument, ...]
    pairs: dict[str, list[PolicyProfile]]  # pair of characters -> policies whose name holds it


def policy_pages(profiles: Profiles, places: Places, site: Site) -> Iterator[Page]:
    """policies/index.html, then a page of each."""
    yield _policies_page(profiles, places, site)
    pairs: dict[str, list[PolicyProfile]] = {}
    for policy in profiles.policies:
        for pair in _pairs(policy, places):
            pairs.setdefault(pair, []).append(policy)
    held = Held(profiles.instruments, pairs)
    for policy in profiles.policies:
        yield _policy_page(policy, held, places, site)


def _policies_page(profiles: Profiles, places: Places, site: Site) -> Page:
    """Every policy by park, in the order of parks; those of no park last."""
    by_park: dict[str | None, list[PolicyLine]] = {}
    rank = {park.id: rank for rank, park in enumerate(profiles.parks)}
    for policy in sorted(profiles.policies, key=lambda each: rank.get(each.park or "", len(rank))):
        by_park.setdefault(policy.park, []).append(policy_line(policy, places))
    view = PoliciesView(
        site=site,
        section="policies",
        instruments=tuple(instrument_line(each, places, POLICIES) for each in by_kind(profiles.instruments)),
        parks=tuple((places.parks.get(park or ""), tuple(lines)) for park, lines in by_park.items()),
    )
    return Page(POLICIES, "policies.html", "政策", view)


def _policy_page(policy: PolicyProfile, held: Held, places: Places, site: Site) -> Page:
    url = policy_url(policy.id)
    measures = _measures_elsewhere(policy, held)
    documents = [each.evidence.document for each in reversed(policy.mentions)]
    documents += [each.evidence.document for each in policy.instruments]
    documents += [each.instrument.evidence.document for each in measures]
    references = number(documents, places)
    placed = [PlacedInstrument(each, policy.park, policy.id) for each in policy.instruments]
    view = PolicyView(
        site=site,
        section="policies",
        name=policy.name,
        other_names=tuple(name for name in policy.names if name != policy.name),
        kind=policy.kind,
        park=places.parks.get(policy.park or ""),
        life=_life(policy, places),
        instruments=tuple(instrument_line(each, places, url, references) for each in by_kind(placed)),
        mentions=tuple(
            Told(
                name=each.name if each.name != policy.name else None,
                date=date(each.date) if each.date else None,
                proof=proof(each, places, url, references),
            )
            for each in policy.mentions
        ),
        measures_elsewhere=tuple(instrument_line(each, places, url, references) for each in measures),
        like_named=_like_named(policy, held, places),
        sources=listed(references, places),
    )
    return Page(url, "policy.html", policy.name, view)


def _life(policy: PolicyProfile, places: Places) -> tuple[LifeStep, ...]:
    """Every step that a policy may take, told or not; nothing where none is told."""
    told = {each.step: each for each in policy.steps}
    names = LIFE + ((AT_THE_END,) if AT_THE_END in told else ())
    return tuple(_step(name, told.get(name), places) for name in names) if told else ()  # type: ignore[call-overload]


def _step(name: str, step: PolicyStep | None, places: Places) -> LifeStep:
    return LifeStep(
        name=name,
        told=step is not None,
        date=date(step.date) if step and step.date else None,
        proof=places.evidence[step.mention] if step and step.mention else None,
    )


def _measures_elsewhere(policy: PolicyProfile, held: Held) -> list[PlacedInstrument]:
    """What other parks promise of the same kinds; money that was paid is no measure to compare with."""
    mine = {each.kind for each in policy.instruments}
    others = [
        each
        for each in held.instruments
        if each.park
        and each.park != policy.park
        and not each.instrument.paid
        and each.instrument.kind in mine
    ]
    return by_kind(others)[:ELSEWHERE]


def _like_named(policy: PolicyProfile, held: Held, places: Places) -> tuple[Elsewhere, ...]:
    """Policies of other parks whose names share what tells theirs from most; those of most pairs first."""
    shared: Counter[str] = Counter()
    known: dict[str, PolicyProfile] = {}
    for pair in _pairs(policy, places):
        for each in held.pairs[pair]:
            if each.park is not None and each.park != policy.park:
                shared[each.id] += 1
                known[each.id] = each
    nearest = sorted((-count, each) for each, count in shared.items() if count >= LIKE)
    found = [known[each] for _, each in nearest[:ELSEWHERE]]
    return tuple(
        Elsewhere(places.policies[each.id], places.parks.get(each.park or ""), each.kind) for each in found
    )


def _pairs(policy: PolicyProfile, places: Places) -> set[str]:
    """Pairs of characters of a name, without its park's name and words that say little."""
    park = places.parks.get(policy.park or "")
    parts = SAYS_LITTLE.split(policy.name.replace(park.text, "") if park else policy.name)
    return {part[at : at + 2] for part in parts for at in range(len(part) - 1)}
