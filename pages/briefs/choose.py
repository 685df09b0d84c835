"""Chooses what a brief tells: from all that is held of a park to what its reader came for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from core.judgement import Conflict, Judgement, Promise
from core.model import (
    Chart,
    Honour,
    HonourProfile,
    IndustryClaim,
    Observation,
    ParkProfile,
    PolicyMention,
    PolicyProfile,
    Profiles,
    ProjectProfile,
)
from pages.briefs.claims import Claim, Context, make_claims
from pages.briefs.contents import Estate, Grant, Investment, Policy, Role
from pages.briefs.gaps import investment_gaps, policy_gaps
from pages.briefs.news import find_news
from pages.briefs.standings import is_carrier, standing, standings
from pages.figures import newness
from pages.parks import observations_of
from pages.places import Places
from pages.topics import topic

LEADING = 3
MOST_CLAIMS = 12  # of one section
MOST_ROWS = 24  # of one table
MOST_ESTATES = 6
MOST_CHARTS = 2
ROLES = ("主导", "先导", "支柱", "特色", "新兴", "未来", "其他")
OF_INDUSTRY = re.compile(r"产业|集群|(?:数字|总部|平台|低空)经济")
OF_ECONOMY = re.compile(r"(?:固定资产|工业|制造业|民间|基础设施|高技术产业|房地产开发)投资$")

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Held:
    """All that is held of a park and may be told."""

    park: ParkProfile
    profiles: Profiles
    judgement: Judgement
    places: Places

    @property
    def documents(self) -> tuple[str, ...]:
        """The documents that speak of the park, newest first, reprints left out."""
        return tuple(each for each in self.park.documents if each not in self.profiles.reprints)

    @property
    def policies(self) -> tuple[tuple[PolicyProfile, PolicyMention], ...]:
        """Its policies that can be proven, the newest first."""
        own = [each for each in self.profiles.policies if each.park == self.park.id]
        proven = [(each, mention) for each in own if (mention := self.proven(each.mentions))]
        return tuple(sorted(proven, key=lambda each: each[0].date or "", reverse=True))

    @property
    def honours(self) -> tuple[tuple[HonourProfile, Honour], ...]:
        """Its honours that can be proven, the newest first; those without a year last."""
        own = [each for each in self.profiles.honours if each.park == self.park.id]
        proven = [(each, mention) for each in own if (mention := self.proven(each.mentions))]
        return tuple(sorted(proven, key=lambda each: each[0].year or "", reverse=True))

    def proven(self, mentions: Sequence[T]) -> T | None:
        """The newest mention that has a mark."""
        marked = [each for each in mentions if getattr(each, "id", None) in self.places.evidence]
        return marked[-1] if marked else None


# -- both briefs ----------------------------------------------------------------------------------


def _claims(held: Held) -> tuple[Claim, ...]:
    judgement, park = held.judgement, held.park
    context = Context(
        park=park.name,
        age={document: rank for rank, document in enumerate(held.documents)},
        marked=held.places.evidence,
        conflicts=[each for each in judgement.conflicts if each.park == park.id],
        derived=[each for each in judgement.derived if each.park == park.id],
    )
    return make_claims(tuple(observations_of(park)), context)


def _own(claims: Iterable[Claim], held: Held) -> tuple[Claim, ...]:
    """What is measured of the park itself, as it came out; not what is to come."""
    return tuple(each for each in claims if each.subject == held.park.name and each.first.status != "target")


def _of_topics(claims: Iterable[Claim], *topics: str) -> tuple[Claim, ...]:
    return tuple(each for each in claims if place_of(each) in topics)


def place_of(claim: Claim) -> str:
    """The topic that a brief tells a claim under."""
    found = topic(claim.first)
    if found in {"经济总量", "投资与项目", "企业"} and OF_ECONOMY.search(claim.first.indicator):
        return "经济总量"
    if found in {"经济总量", "企业"} and OF_INDUSTRY.search(claim.first.indicator):
        return "产业"
    return found


def _newest(claims: Iterable[Claim], most: int = MOST_CLAIMS) -> tuple[Claim, ...]:
    """So many claims, in their order; what falls out is what has no period, then the oldest."""
    told = [each for each in claims if each.first.period is not None]
    before = {each.before.id for each in told if each.before}  # said beside the newer value
    fresh = [each for each in told if each.first.id not in before or len(each.figures) > 1]
    kept = sorted(fresh, key=lambda each: newness(each.first), reverse=True)[:most]
    return tuple(each for each in fresh if each in kept)


def _leading(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """The newest level of the most prominent indicators, each once."""
    found: dict[str, Claim] = {}
    for each in claims:
        if each.first.measure in {"level", "rank"} and each.first.period and each.first.status == "actual":
            found.setdefault(each.first.indicator, each)
    return tuple(found.values())[:LEADING]


def _goals(claims: Iterable[Claim], promises: Iterable[Promise]) -> tuple[Claim, ...]:
    tracked = {each.target.id for each in promises if each.target}
    goals = [each for each in claims if each.first.status == "target" and each.first.id not in tracked]
    return tuple(goals[:MOST_CLAIMS])


def _promises(held: Held) -> list[Promise]:
    own = [each for each in held.judgement.promises if each.park == held.park.id]
    return [each for each in own if _provable(each, held)]


def _provable(promise: Promise, held: Held) -> bool:
    said = promise.target or promise.stage
    return said is not None and said.id in held.places.evidence


def _conflicts(held: Held, topics: Iterable[str], *, inside: bool) -> tuple[Conflict, ...]:
    """Conflicts whose sides all can be proven, of these topics or of all but these."""
    own = [each for each in held.judgement.conflicts if each.park == held.park.id]
    proven = [each for each in own if all(side.id in held.places.evidence for side in each.sides)]
    return tuple(each for each in proven if (topic(each.sides[0]) in topics) is inside)


POLICY_TOPICS = ("服务与政策", "排名与评价")


# -- the investment brief -------------------------------------------------------------------------


def choose_investment(held: Held, charts: Sequence[Chart]) -> Investment:
    """What an investor wants to know of a park."""
    claims = _claims(held)
    own = _own(claims, held)
    economy = _of_topics(own, "经济总量")
    promotion = _of_topics(own, "投资与项目")
    industries = _of_topics(own, "产业", "企业")
    projects, more = _projects(held)
    estates = _estates(claims, held)
    promises = [each for each in _promises(held) if each.project or not _is_policy(each)]
    roles = _roles(held)
    return Investment(
        park=held.park,
        documents=len(held.documents),
        leading=_leading((*economy, *promotion, *industries, *own)),
        promises=tuple(promises[:MOST_ROWS]),
        goals=tuple(each for each in _goals(claims, promises) if place_of(each) not in POLICY_TOPICS),
        conflicts=_conflicts(held, POLICY_TOPICS, inside=False),
        audits=tuple(
            each for each in held.judgement.audits if each.park == held.park.id and not each.agrees
        ),
        news=find_news(held.park, held.profiles, held.judgement, held.places).for_investors(),
        gaps=investment_gaps(held.park, roles),
        economy=_newest(economy),
        charts=tuple(charts[:MOST_CHARTS]),
        roles=roles,
        industries=_newest(industries),
        promotion=_newest(promotion),
        projects=projects,
        more_projects=more,
        carriers=standings(_profiles(held, carriers=True), held.judgement, held.places)[:MOST_ROWS],
        space=_newest(_of_topics(own, "土地与空间")),
        estates=estates,
        innovation=_newest(_of_topics(own, "创新与人才")),
    )
