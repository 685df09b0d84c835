"""Chooses what a brief tells: from all that is held of a park to what its reader came for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from core.judgement import Conflict, Promise
from core.model import Chart, Honour, HonourProfile, IndustryClaim, PlacedInstrument
from pages.briefs.claims import Claim, sayable
from pages.briefs.contents import Distinction, Estate, Grant, Investment, Policy, Role, Standing
from pages.briefs.gaps import investment_gaps, policy_gaps
from pages.briefs.held import Held
from pages.briefs.naming import OTHER
from pages.briefs.news import investment_news, policy_news
from pages.briefs.standings import is_carrier, standings
from pages.figures import newness
from pages.topics import topic

LEADING = 3
MOST_CLAIMS = 12  # of one section
MOST_ROWS = 24  # of one table
MOST_ESTATES = 6
MOST_CHARTS = 2
ROLES = ("主导", "先导", "支柱", "特色", "新兴", "未来", OTHER)
POLICY_TOPICS = frozenset({"服务与政策", "排名与评价"})
NOBODY = re.compile(r"相关|上述|该|其")  # a holder that only the sentence before could name
OF_ECONOMY = re.compile(r"(?:固定资产|工业|制造业|民间|基础设施|高技术产业|房地产开发)投资$")
OF_INDUSTRY = re.compile(r"产业|集群|(?:数字|总部|平台|低空)经济")


# -- the investment brief -------------------------------------------------------------------------


def choose_investment(held: Held, charts: Sequence[Chart]) -> Investment:
    """What an investor wants to know of a park."""
    claims, roles = held.claims(), _roles(held)
    own = _results(claims, held.park.name)
    economy, promotion = _under(own, "经济总量"), _under(own, "投资与项目")
    industries, space = _under(own, "产业", "企业"), _under(own, "土地与空间")
    innovation = _under(own, "创新与人才")
    named = standings([each for each in held.park.projects if not is_carrier(each)], held)
    projects = tuple(each for each in named if each.stage or each.date or each.money)
    carriers = standings([each for each in held.park.projects if is_carrier(each)], held)
    promises = tuple(each for each in held.promises() if _is_for_investors(each, held))
    return Investment(
        park=held.park,
        documents=len(held.documents),
        leading=_leading((*economy, *promotion, *industries, *innovation, *space)),
        promises=promises[:MOST_ROWS],
        goals=_goals([each for each in claims if heading(each) not in POLICY_TOPICS], held.promises()),
        conflicts=_conflicts(held, of_policy=False),
        audits=held.audits(),
        news=investment_news(held, {each.project.id for each in (*projects, *carriers)}),
        gaps=investment_gaps(held.park, roles),
        remarks=held.remarks(),
        economy=_newest(economy),
        charts=tuple(each for each in charts if each.rows in ("indicator", "period"))[:MOST_CHARTS],
        roles=roles,
        industries=_newest(industries),
        promotion=_newest(promotion),
        projects=_best(projects),
        more_projects=max(0, len(projects) - MOST_ROWS),
        carriers=_best(carriers),
        space=_newest(space),
        estates=_estates(claims, held),
        innovation=_newest(innovation),
    )


def _roles(held: Held) -> tuple[Role, ...]:
    """The industries that the park says it builds on; an industry of two roles stands under the first.

    A role is told as the newest document tells it: two lists of two years make no third one.
    """
    roles: dict[str, dict[str, IndustryClaim]] = {}
    telling: dict[str, str] = {}
    for role, name, claim in held.industries():
        document = claim.evidence.document
        if role == OTHER or telling.setdefault(role, document) == document:
            roles.setdefault(role, {}).setdefault(name, claim)
    met: set[str] = set()
    found = []
    for role in sorted(roles, key=lambda each: ROLES.index(each) if each in ROLES else len(ROLES)):
        fresh = tuple((name, claim) for name, claim in roles[role].items() if name not in met)
        met.update(name for name, _ in fresh)
        if fresh:
            found.append(Role(role, fresh))
    return tuple(found)


def _best(projects: Sequence[Standing]) -> tuple[Standing, ...]:
    """As many as a table holds: rather those of which money and date are known."""
    known = sorted(projects, key=lambda each: (each.money is None, each.date is None, each.stage is None))
    kept = {each.project.id for each in known[:MOST_ROWS]}
    return tuple(each for each in projects if each.project.id in kept)


def _estates(claims: Iterable[Claim], held: Held) -> tuple[Estate, ...]:
    """Places within the park, with what is measured of them; a project's figures are its own."""
    carriers = {each.name for each in held.park.projects if is_carrier(each)}
    projects = {name for each in held.park.projects if not is_carrier(each) for name in each.names}
    found: dict[str, list[Claim]] = {}
    for each in claims:
        place = each.subject in carriers or PLACE.search(each.subject)
        if each.subject not in {held.park.name} | projects and place and each.first.status != "target":
            found.setdefault(each.subject, []).append(each)
    return tuple(Estate(name, tuple(told)) for name, told in found.items())[:MOST_ESTATES]


PLACE = re.compile(r"(?:园|园区|片区|港|谷|城|中心|基地|镇)$")


# -- the policy brief -----------------------------------------------------------------------------


def choose_policy(held: Held) -> Policy:
    """What a reader of policies wants to know of a park."""
    claims = held.claims()
    own = _results(claims, held.park.name)
    services, rankings = _under(own, "服务与政策"), _under(own, "排名与评价")
    policies, instruments = held.policies(), held.instruments()
    given = {each.instrument.amount for each in instruments}
    honours = tuple(
        _distinction(honour, proof, rankings)
        for honour, proof in held.honours()
        if not NOBODY.match(honour.holder)
    )
    promises = tuple(each for each in held.promises() if _is_for_policy(each, held))
    told = {each.rank.id for each in honours if each.rank}
    return Policy(
        park=held.park,
        documents=len(held.documents),
        leading=_leading((*rankings, *services)),
        promises=promises[:MOST_ROWS],
        goals=_goals([each for each in claims if each.subject == held.park.name], held.promises()),
        conflicts=_conflicts(held, of_policy=True),
        audits=(),
        news=policy_news(held),
        gaps=policy_gaps(bool(policies), [each.instrument for each in instruments], held.park),
        remarks=held.remarks(),
        policies=policies[:MOST_ROWS],
        more_policies=max(0, len(policies) - MOST_ROWS),
        grants=tuple(_grant(each, held) for each in instruments[:MOST_ROWS]),
        more_grants=max(0, len(instruments) - MOST_ROWS),
        services=_newest([each for each in services if each.first.id not in given]),
        honours=honours[:MOST_ROWS],
        more_honours=max(0, len(honours) - MOST_ROWS),
        rankings=_newest([each for each in rankings if each.first.id not in told]),
    )


def _grant(placed: PlacedInstrument, held: Held) -> Grant:
    given, known = placed.instrument, held.places.policies.get(placed.policy or "")
    return Grant(
        instrument=given,
        policy=known.text if known else given.policy,
        rate=held.stated(given.rate),
        amount=held.stated(given.amount),
        limit=held.stated(given.limit),
    )


def _distinction(honour: HonourProfile, proof: Honour, rankings: Iterable[Claim]) -> Distinction:
    """An honour with the figure of its sentence that states its rank, if it has one."""
    same = (each.first for each in rankings if each.first.evidence.sentence == proof.evidence.sentence)
    rank = next((each for each in same if honour.rank == each.value), None)
    return Distinction(honour, proof, rank)


# -- both -----------------------------------------------------------------------------------------


def heading(claim: Claim) -> str:
    """The topic that a brief tells a claim under."""
    found = topic(claim.first)
    if found in {"经济总量", "投资与项目", "企业"} and OF_ECONOMY.search(claim.first.indicator):
        return "经济总量"
    if found in {"经济总量", "企业"} and OF_INDUSTRY.search(claim.first.indicator):
        return "产业"
    return found


def _results(claims: Iterable[Claim], subject: str) -> tuple[Claim, ...]:
    """What came out, or is expected to have come out, of the park itself."""
    return tuple(each for each in claims if each.subject == subject and each.first.status != "target")


def _under(claims: Iterable[Claim], *topics: str) -> tuple[Claim, ...]:
    return tuple(each for each in claims if heading(each) in topics)


def _newest(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """As many as a section holds, in their order; the oldest fall out, and what is told beside the newer."""
    beside = {each.before.id for each in claims if each.before}
    told = [each for each in claims if each.first.period and each.first.id not in beside]
    kept = sorted(told, key=lambda each: newness(each.first), reverse=True)[:MOST_CLAIMS]
    ids = {each.first.id for each in kept}
    return tuple(each for each in told if each.first.id in ids)


def _leading(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """The newest level or rank of the indicators that come first, one each."""
    found: dict[str, Claim] = {}
    for each in claims:
        if each.first.measure in {"level", "rank"} and each.first.period and each.first.status == "actual":
            found.setdefault(each.first.indicator, each)
    return tuple(found.values())[:LEADING] if len(found) > 1 else ()  # one alone says nothing of a park


def _goals(claims: Iterable[Claim], promises: Iterable[Promise]) -> tuple[Claim, ...]:
    """Targets that no promise tracks."""
    tracked = {fact.id for each in promises for fact in (each.target, *each.retold) if fact}
    goals = [each for each in claims if each.first.status == "target" and each.first.id not in tracked]
    return tuple(goals[:MOST_CLAIMS])


def _is_for_investors(promise: Promise, held: Held) -> bool:
    """What is promised of a project, or of anything but services and rankings."""
    if promise.project or promise.target is None:
        return promise.project is not None
    of_policy = topic(promise.target) in POLICY_TOPICS
    return not of_policy and sayable(promise.target, own=_is_own(promise, held))


def _is_for_policy(promise: Promise, held: Held) -> bool:
    """What the park promises of itself, as far as it says what it is of."""
    return promise.target is not None and _is_own(promise, held) and sayable(promise.target, own=True)


def _is_own(promise: Promise, held: Held) -> bool:
    return promise.project is None and promise.subject in {held.park.name, *held.park.names}


def _conflicts(held: Held, *, of_policy: bool) -> tuple[Conflict, ...]:
    return tuple(each for each in held.conflicts() if (topic(each.sides[0]) in POLICY_TOPICS) is of_policy)
