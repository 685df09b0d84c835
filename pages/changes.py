"""What is new, revised and withdrawn since an earlier build: a page, and a feed of it."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from core.model import Page, Profiles
from core.periods import reach
from core.snapshot import Cause, Change, ChangeKind, Changes, Record
from core.urls import CHANGES, CHANGES_FEED
from core.wording import STATUS
from pages import figures
from pages.places import Places, date
from pages.references import listed, number
from pages.views import Claim, Date, Link, Period, Reference, Site, Source, Value, View

KINDS: dict[ChangeKind, str] = {"revised": "修订", "withdrawn": "撤下", "new": "新增", "confirmed": "印证"}
WHY: dict[Cause, str] = {
    "new_source": "新来源",
    "known_source": "原有来源改动，或新识别出",
    "edited": "来源有改动",
    "reread": "同一句话，读法有变",
    "another_source": "新来源另有一说",
    "progress": "新来源报道了进展",
    "source_gone": "来源已撤下",
    "no_longer_said": "来源不再这样说，或识别有变",
}
NO_PARK = "未归入园区"


class Former(Struct, frozen=True):
    """A value of the earlier build that this one no longer has."""

    text: str
    told: str  # where it stood: 上一版，据《…》某某日报


class ChangeLine(Struct, frozen=True):
    """What became of one fact."""

    anchor: str
    kind: ChangeKind
    word: str  # the kind in words
    subject: str | None  # None: the park itself
    indicator: str
    notes: tuple[str, ...]
    period: Period | None
    before: Value | Claim | Former | None
    after: Value | Claim | None
    why: str
    formerly: Former | None  # as what the same words were read before
    note: str | None  # what a person says who checked or amended it
    source: Reference | None
    former_source: str | None  # the title of a document, where the fact is withdrawn


class ChangeGroup(Struct, frozen=True):
    """The changes of one park."""

    anchor: str
    park: Link | None
    name: str
    counts: tuple[tuple[str, int], ...]
    lines: tuple[ChangeLine, ...]
    digest: str  # tells these changes from others of the same park


class ChangesView(View, frozen=True, kw_only=True):
    """changes/index.html and changes/feed.xml"""

    previous: Date
    previous_edition: str | None
    counts: tuple[tuple[str, int], ...]
    groups: tuple[ChangeGroup, ...]
    sources: tuple[Source, ...]
    updated: str  # of the feed: the day that the site is as of


def changes_pages(changes: Changes, profiles: Profiles, places: Places, site: Site) -> Iterator[Page]:
    """The page, and its feed where the site has an address and a date."""
    references = number(_documents(changes.changes), places)
    view = ChangesView(
        site=site,
        section="changes",
        previous=date(changes.previous_as_of),
        previous_edition=changes.previous_edition,
        counts=_counts(changes.changes),
        groups=tuple(_groups(changes.changes, profiles, places, references)),
        sources=listed(references, places),
        updated=day(site.as_of.iso) if site.as_of.iso else "",
    )
    yield Page(CHANGES, "changes.html", "变化", view)
    if site.feed:
        yield Page(CHANGES_FEED, "feed.xml", "变化", view)


def day(iso: str) -> str:
    """The first day of a date: a feed needs one."""
    return "{:04}-{:02}-{:02}".format(*reach(iso).first)


def _documents(changes: Iterable[Change]) -> Iterator[str]:
    for each in changes:
        if each.after:
            yield each.after.document


def _counts(changes: Iterable[Change]) -> tuple[tuple[str, int], ...]:
    found = Counter(each.kind for each in changes)
    return tuple((word, found[kind]) for kind, word in KINDS.items() if found[kind])


def _groups(
    changes: Sequence[Change], profiles: Profiles, places: Places, references: Mapping[str, Reference]
) -> Iterator[ChangeGroup]:
    """The changes park by park, in the order of parks; of parks that are gone, and of none, last."""
    parks: dict[str, list[Change]] = {park.id: [] for park in profiles.parks}
    for each in changes:
        record = _record(each)
        parks.setdefault(record.park or "", []).append(each)
    for park, found in parks.items():
        if found:
            kinds = list(KINDS)
            found.sort(key=lambda each: kinds.index(each.kind))
            yield ChangeGroup(
                anchor=f"park-{park}" if park else "unplaced",
                park=places.parks.get(park),
                name=_record(found[0]).park_name or NO_PARK,
                counts=_counts(found),
                lines=tuple(_line(each, places, references) for each in found),
                digest=_digest(found),
            )


def _record(change: Change) -> Record:
    record = change.after or change.before
    if record is None:
        raise ValueError("a change of nothing")
    return record


def _line(change: Change, places: Places, references: Mapping[str, Reference]) -> ChangeLine:
    record = _record(change)
    return ChangeLine(
        anchor=f"c-{record.id}",
        kind=change.kind,
        word="进展" if change.cause == "progress" else KINDS[change.kind],
        subject=None if record.subject == record.park_name else record.subject,
        indicator=record.indicator,
        notes=_notes(record),
        period=_period(record),
        before=_before(change, places),
        after=_shown(change.after, places) if change.after else None,
        why=WHY[change.cause],
        formerly=_formerly(change),
        note=change.after.note if change.after else None,
        source=references[change.after.document] if change.after else None,
        former_source=None if change.after else record.title,
    )


def _notes(record: Record) -> tuple[str, ...]:
    said = (record.scope, record.basis)
    return tuple(each for each in said if each and each not in (*STATUS.values(), record.indicator))


def _period(record: Record) -> Period | None:
    return None if record.kind == "stage" and record.period is None else figures.period(record.period)


def _shown(record: Record, places: Places) -> Value | Claim:
    if record.kind == "stage":
        return Claim(
            record.said, places.evidence[record.fact], record.quote, None
        )  # its own column has the date
    return figures.value(places.stated[record.fact], places)


def _before(change: Change, places: Places) -> Value | Claim | Former | None:
    """The earlier value: a fact, where its article says it still; else what is remembered of it."""
    if change.before is None or change.cause == "reread":
        return None
    if change.both:
        return _shown(change.before, places)
    return Former(change.before.said, _told(change.before))


def _formerly(change: Change) -> Former | None:
    """As what the words were read: only what differs."""
    before, after = change.before, change.after
    if change.cause != "reread" or before is None or after is None:
        return None
    pairs = (
        (before.indicator, after.indicator),
        (before.subject, after.subject),
        (figures.period(before.period).text, figures.period(after.period).text),
        (STATUS[before.status], STATUS[after.status]),
        (before.scope or "", after.scope or ""),
        (before.basis or "", after.basis or ""),
        (before.said, after.said),
    )
    return Former("，".join(old for old, new in pairs if old and old != new) or before.said, _told(before))


def _told(record: Record) -> str:
    return f"上一版，据《{record.title}》{record.publisher or ''}"


def _digest(changes: Iterable[Change]) -> str:
    said = [
        f"{each.kind} {each.before.id if each.before else ''} {each.after.id if each.after else ''}"
        for each in changes
    ]
    return hashlib.sha256("\n".join(said).encode()).hexdigest()[:12]
