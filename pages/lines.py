"""Rows that several pages show: policies, what they give, honours, claims; each with its proof."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from msgspec.structs import replace

from core.model import HonourProfile, IndustryClaim, Instrument, Observation, PlacedInstrument, PolicyProfile
from core.urls import anchor, policy_url
from core.wording import printed_text
from pages import figures
from pages.marks import Mention
from pages.places import Places, date, mention_anchor
from pages.views import (
    Amount,
    ClaimLine,
    HonourLine,
    InstrumentLine,
    Link,
    PolicyLine,
    Proof,
    Reference,
    Value,
)

References = Mapping[str, Reference]  # by document
ROLES = ("主导", "先导", "特色", "新兴", "未来", "其他")  # from what a park is to what it may be
KINDS = ("奖励", "补贴", "补助", "贴息", "减免", "租金优惠", "人才", "基金", "专项资金", "服务")


def proof(
    mention: Mention, places: Places, here: str | None = None, references: References | None = None
) -> Proof:
    """The words that a mention stands on. With `here`, the page that is its home, they get its anchor."""
    own = mention_anchor(mention)
    at_home = here is not None and places.homes[mention.id].url == anchor(here, own)
    document = mention.evidence.document
    return Proof(
        anchor=own if at_home else None,
        url=places.evidence[mention.id],
        quote=mention.evidence.quote,
        citation=places.citations[document],
        source=references[document] if references else None,
    )


# -- policies -------------------------------------------------------------------------------------


def policy_line(policy: PolicyProfile, places: Places, references: References | None = None) -> PolicyLine:
    """A policy in a list, by the last step that a mention tells, else by its newest mention."""
    mentions = {each.id: each for each in policy.mentions}
    told = [each for each in policy.steps if each.mention in mentions]
    step = told[-1] if told else None
    mention = mentions[step.mention or ""] if step else policy.mentions[-1]
    return PolicyLine(
        url=policy_url(policy.id),
        name=policy.name,
        kind=policy.kind,
        step=step.step if step else None,
        date=date(step.date) if step and step.date else None,
        instruments=len(policy.instruments),
        proof=proof(mention, places, references=references),
    )


def instrument_line(
    placed: PlacedInstrument, places: Places, here: str, references: References | None = None
) -> InstrumentLine:
    """What a policy gives, in a row."""
    given = placed.instrument
    return InstrumentLine(
        kind=given.kind,
        paid=given.paid,
        target=given.target,
        amounts=_amounts(given, places),
        condition=given.condition,
        deadline=figures.period(given.deadline) if given.deadline else None,
        park=places.parks.get(placed.park or ""),
        policy=places.policies.get(placed.policy or ""),
        proof=proof(given, places, here, references),
    )


def by_kind(placed: Iterable[PlacedInstrument]) -> list[PlacedInstrument]:
    """What is promised before what was paid; by kind within each, and the newest document first."""
    last = len(KINDS)

    def order(each: PlacedInstrument) -> tuple[bool, int]:
        kind = each.instrument.kind
        return (each.instrument.paid, KINDS.index(kind) if kind in KINDS else last)

    return sorted(placed, key=order)


def _amounts(given: Instrument, places: Places) -> tuple[Amount, ...]:
    """The share, the amount and the most that is given, as far as observations state them."""
    found: list[Amount] = []
    for fact, note in ((given.rate, "比例"), (given.amount, given.per), (given.limit, "封顶")):
        stated = places.stated.get(fact or "")
        if stated and stated.id in places.evidence:
            found.append(Amount(_amount(stated, places), note))
    return tuple(found)


def _amount(stated: Observation, places: Places) -> Value:
    value = figures.value(stated, places)
    return replace(value, text=printed_text(stated)) if stated.measure == "share" else value


# -- honours --------------------------------------------------------------------------------------


def honour_line(
    honour: HonourProfile, places: Places, here: str, references: References | None = None
) -> HonourLine:
    """An honour in a list, with all that tell it."""
    park = places.parks.get(honour.park or "")
    own = park is not None and park.text == honour.holder
    return HonourLine(
        name=honour.name,
        holder=park if own else places.companies.get(honour.id),
        holder_name=honour.holder,
        rank=_rank(honour),
        year=figures.period(honour.year),
        park=park,
        proofs=tuple(proof(each, places, here, references) for each in honour.mentions),
    )


def _rank(honour: HonourProfile) -> str | None:
    """A place in a ranking; the 40 of 40强 is told by the name."""
    if honour.rank is None or f"{honour.rank}强" in honour.name:
        return None
    return f"第{honour.rank}名"


# -- industries -----------------------------------------------------------------------------------


def claim_lines(
    claims: Iterable[IndustryClaim], places: Places, here: str, references: References
) -> tuple[ClaimLine, ...]:
    """The industries of one park by role; what several documents say alike is one row."""
    rows: dict[tuple[str, tuple[Link, ...]], list[IndustryClaim]] = {}
    for claim in sorted(claims, key=role_order):
        rows.setdefault((claim.role, _named_as_printed(claim, places)), []).append(claim)
    return tuple(
        ClaimLine(said_role(role), links, tuple(proof(each, places, here, references) for each in said))
        for (role, links), said in rows.items()
    )


def said_role(role: str) -> str | None:
    """The role as a page prints it; 其他 is no role."""
    return None if role == ROLES[-1] else role


def role_order(claim: IndustryClaim) -> int:
    """主导 before 先导 before all others."""
    return ROLES.index(claim.role) if claim.role in ROLES else len(ROLES)


def _named_as_printed(claim: IndustryClaim, places: Places) -> tuple[Link, ...]:
    """The industries that a claim names, in the order of its words."""
    links = places.industries_of[claim.id]
    return tuple(sorted(links, key=lambda link: _position(link.text, claim.names)))


def _position(name: str, printed: Sequence[str]) -> int:
    return next((at for at, each in enumerate(printed) if name in each or each in name), len(printed))
