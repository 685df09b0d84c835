"""The ledger: values that cannot all hold, values that were revised, and what arithmetic says of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar

from msgspec import Struct

from core.excerpts import excerpt
from core.judgement import Audit, AuditKind, Cause, Conflict, Judgement, Retelling
from core.model import Observation, Page, ParkProfile, Profiles
from core.urls import CONFLICTS
from pages import figures
from pages.doubts import says_otherwise
from pages.places import Places
from pages.views import Citation, Link, Period, Site, Value, View

Found = TypeVar("Found", Conflict, Retelling, Audit)

CAUSES: dict[Cause, str] = {
    "unit": "单位或数量级写错（如把万写成亿），两个数的数字相同，大小悬殊。",
    "cumulative": "一个是累计数，一个是其中一段时间的数。",
    "date": "两个数的时点不同，其间数量有变化。",
    "scope": "口径不同，一处写明“{limits}”，另一处没有写明。",
    "basis": "性质不同，一处写明“{limits}”，另一处没有写明。",
    "preliminary": "一个是初步数，一个是后来核定的数。",
    "unknown": "",
}
LIKELY = "起因可能是："
TOLD_LATER = "两篇报道的时间不同，其间计划可能有变。"
UNKNOWN_CAUSE = "起因不明：所说的时期和口径都相同，要对照原文核实。"
CHECKS: dict[AuditKind, str] = {
    "growth": "增减",
    "parts": "部分与总体",
    "share": "占比",
    "rank": "位次",
    "magnitude": "数量级",
}
DISAGREEMENTS: dict[AuditKind, str] = {
    "growth": "按两个时期的数推算，与报道的增减不一致。增速常按可比口径或可比价格计算，不一致未必是差错。",
    "parts": "部分与总体对不上。",
    "share": "按部分和总体推算，与报道的占比不一致。",
    "rank": "按前后两个位次推算，与报道的升降不一致。",
    "magnitude": "与同一指标其他时期的数相差几个数量级，单位可能写错。",
}


class Telling(Struct, frozen=True):
    """One value with its period and limits, the clauses around it, and the document that says it."""

    indicator: str
    value: Value
    place: str | None  # the id of its place on the ledger, for a value that is in doubt
    period: Period
    notes: tuple[str, ...]
    excerpt: str
    citation: Citation


class ConflictLine(Struct, frozen=True):
    """Values of one thing side by side."""

    id: str
    subject: str | None  # None: the park itself
    indicator: str
    sides: tuple[Telling, ...]
    echoes: tuple[Telling, ...]
    cause: str


class RetellingLine(Struct, frozen=True):
    """Reports of one point, the oldest first."""

    id: str
    subject: str | None
    indicator: str
    period: Period
    reports: tuple[Telling, ...]


class AuditLine(Struct, frozen=True):
    """A check and the values that it takes."""

    id: str
    subject: str | None
    indicator: str
    kind: str
    checked: Telling
    operands: tuple[Telling, ...]
    working: str
    told: str  # what a disagreement means


class Shelf(Struct, frozen=True):
    """What was found of one park; None: of no park."""

    park: Link | None
    conflicts: tuple[ConflictLine, ...] = ()
    revisions: tuple[RetellingLine, ...] = ()
    mistakes: tuple[AuditLine, ...] = ()
    agreements: tuple[AuditLine, ...] = ()
    confirmations: tuple[RetellingLine, ...] = ()


class ConflictsView(View, frozen=True, kw_only=True):
    """conflicts/index.html; each part holds the shelves that have something of it."""

    counts: tuple[tuple[str, int, str], ...]  # label, count, anchor
    conflicts: tuple[Shelf, ...]
    revisions: tuple[Shelf, ...]
    mistakes: tuple[Shelf, ...]
    agreements: tuple[Shelf, ...]
    confirmations: tuple[Shelf, ...]


def conflicts_page(profiles: Profiles, judgement: Judgement, places: Places, site: Site) -> Page:
    """conflicts/index.html: everything that was held against something else, park by park."""
    teller = _Teller(profiles, places)
    shelves = [_shelf(park, judgement, teller) for park in (*(each.id for each in profiles.parks), None)]
    parts = ("conflicts", "revisions", "mistakes", "agreements", "confirmations")
    filled = {part: tuple(shelf for shelf in shelves if getattr(shelf, part)) for part in parts}
    labels = ("处有出入", "处修订", "处核算不符", "处核算相符", "处多篇一致")
    counts = tuple(
        (label, sum(len(getattr(shelf, part)) for shelf in shelves), part)
        for label, part in zip(labels, parts, strict=True)
    )
    view = ConflictsView(site=site, section="conflicts", counts=counts, **filled)
    return Page(CONFLICTS, "conflicts.html", "核对", view)


def first_conflicts(
    profiles: Profiles, judgement: Judgement, places: Places, limit: int
) -> tuple[tuple[Link | None, ConflictLine], ...]:
    """The first conflicts with their parks, for a page that lists them in short."""
    teller = _Teller(profiles, places)
    return tuple((teller.park(each.park), teller.conflict(each)) for each in judgement.conflicts[:limit])


def _shelf(park: str | None, judgement: Judgement, teller: _Teller) -> Shelf:
    retold = _of(park, judgement.retellings)
    audits = _of(park, judgement.audits)
    return Shelf(
        park=teller.park(park),
        conflicts=tuple(map(teller.conflict, _of(park, judgement.conflicts))),
        revisions=tuple(teller.retelling(each) for each in retold if each.kind == "revision"),
        mistakes=tuple(teller.audit(each) for each in audits if not each.agrees),
        agreements=tuple(teller.audit(each) for each in audits if each.agrees),
        confirmations=tuple(teller.retelling(each) for each in retold if each.kind == "confirmation"),
    )


def _of(park: str | None, findings: Iterable[Found]) -> list[Found]:
    return [each for each in findings if each.park == park]


class _Teller:
    """Puts findings into words."""

    def __init__(self, profiles: Profiles, places: Places) -> None:
        self._places = places
        self._subjects = dict(_subjects(profiles.parks))

    def park(self, id: str | None) -> Link | None:
        """The link to a park."""
        return self._places.parks.get(id) if id else None

    def conflict(self, conflict: Conflict) -> ConflictLine:
        """A conflict with its cause in a sentence."""
        return ConflictLine(
            id=conflict.id,
            subject=self._subject(conflict.sides[0]),
            indicator=conflict.indicator,
            sides=tuple(self._telling(each, conflict.id) for each in conflict.sides),
            echoes=tuple(self._telling(each, conflict.id) for each in conflict.echoes),
            cause=_cause(conflict),
        )

    def retelling(self, retelling: Retelling) -> RetellingLine:
        """Reports; those that were revised are in doubt."""
        last = retelling.reports[-1]
        revised = retelling.kind == "revision"
        return RetellingLine(
            id=retelling.id,
            subject=self._subject(last),
            indicator=last.indicator,
            period=figures.period(last.period),
            reports=tuple(
                self._telling(each, retelling.id if revised and says_otherwise(each, last) else None)
                for each in retelling.reports
            ),
        )

    def audit(self, audit: Audit) -> AuditLine:
        """A check; the value that it accuses is in doubt."""
        operands = [each for each in audit.working.operands if each.id != audit.checked.id]
        return AuditLine(
            id=audit.id,
            subject=self._subject(audit.checked),
            indicator=audit.checked.indicator,
            kind=CHECKS[audit.kind],
            checked=self._telling(audit.checked, None if audit.agrees else audit.id),
            operands=tuple(self._telling(each) for each in operands),
            working=audit.working.formula,
            told="" if audit.agrees else DISAGREEMENTS[audit.kind],
        )

    def _subject(self, observation: Observation) -> str | None:
        return self._subjects.get(observation.id, observation.subject)

    def _telling(self, observation: Observation, place: str | None = None) -> Telling:
        return Telling(
            indicator=observation.indicator,
            value=figures.value(observation, self._places),
            place=place,
            period=figures.period(observation.period),
            notes=figures.notes(observation),
            excerpt=excerpt(observation),
            citation=self._places.citations[observation.evidence.document],
        )


def _subjects(parks: Iterable[ParkProfile]) -> Iterator[tuple[str, str | None]]:
    """Whom each figure is about, None where that is the park itself."""
    for park in parks:
        for series in park.series:
            for each in series.points:
                yield each.id, None if series.subject == park.name else series.subject


def _cause(conflict: Conflict) -> str:
    """The likely cause in a sentence."""
    if conflict.cause == "unknown":
        return UNKNOWN_CAUSE
    if conflict.cause == "date" and all(each.period is None for each in conflict.sides):
        return LIKELY + TOLD_LATER
    told = [each.scope if conflict.cause == "scope" else each.basis for each in conflict.sides]
    return LIKELY + CAUSES[conflict.cause].format(limits="、".join(dict.fromkeys(filter(None, told))))
