"""What was promised and what came of it: a page for all promises, and lines for parks, projects and home."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from core.judgement import Difference, Progress, Promise, Verdict
from core.model import Bound, Observation, Page, ProjectMention
from core.periods import is_day, last_day
from core.urls import PROMISES, anchor, project_url
from pages import figures
from pages.doubts import operands_of
from pages.figures import Host
from pages.places import Places
from pages.views import Citation, Claim, Link, Period, Reference, Site, Value, View, Worked

VERDICTS: Final[dict[Verdict, str]] = {
    "met": "已兑现",
    "missed": "未达到",
    "on_way": "进行中",
    "unlike": "不可比",
    "overdue": "到期未见结果",
    "silent": "尚无后续报道",
}
DIFFERENCES: Final[dict[Difference, str]] = {
    "period": "期不同",
    "scope": "口径不同",
    "basis": "性质不同",
    "measure": "量度不同",
    "unit": "单位不同",
    "status": "是预计数，不是实际数",
}
SHARE: Final[dict[Bound, str]] = {"=": "相当于", ">": "至少相当于", "<": "不到", "~": "约相当于"}
MISSING: Final[dict[Bound, str]] = {"=": "还差", ">": "至少还差", "<": "最多还差", "~": "约差"}
BEYOND: Final[dict[Bound, str]] = {
    "=": "超出",
    ">": "最多超出",
    "<": "至少超出",
    "~": "约超出",
}  # a negative rest
SETTLED = frozenset({"met", "missed"})  # no clock runs any more
START, RESULT, UNLIKE = "起点", "结果", "不可比"
WHOLE = Decimal(100)
TELLING = 31  # of days that are at least so many, fewer say nothing
DUE_SHOWN = 2  # on the home page, of what is next and of what is over


class Outcome(Struct, frozen=True):
    """One thing that sources tell about a promise: a value, or a stage."""

    label: str
    period: Period | None
    value: Value | None
    claim: Claim | None
    notes: tuple[str, ...]  # scope and basis
    reasons: str | None  # why it does not compare
    source: Reference | None  # None where the page has no list of sources
    citation: Citation


class PromiseLine(Struct, frozen=True):
    """A promise in a list."""

    id: str
    url: str  # its place on the page of all promises
    park: Link | None
    subject: str | None  # None: the park itself
    project: Link | None
    indicator: str | None  # None: a stage is promised
    notes: tuple[str, ...]
    value: Value | None
    claim: Claim | None
    source: Reference | None
    citation: Citation
    times_told: int
    due: Period | None
    days_left: Worked | None  # None where it is settled
    outcomes: tuple[Outcome, ...]
    verdict: Verdict
    word: str
    explanation: str
    progress: Worked | None
    percent: str | None  # 0 to 100, for a gauge; None where there is no share, or none that is certain
    quiet: Worked | None  # since the last word on it; None where it is settled
    undated: bool  # so that nobody can say how long ago that is


class PromisesView(View, frozen=True, kw_only=True):
    """promises/index.html"""

    counts: tuple[tuple[Verdict, str, int], ...]
    parks: tuple[tuple[Link | None, tuple[PromiseLine, ...]], ...]


def promises_page(places: Places, site: Site) -> Page:
    """promises/index.html: every promise, by park."""
    host = Host(PROMISES, places, {})
    counted = Counter(each.verdict for each in places.promises)
    parks: dict[str | None, list[Promise]] = {}
    for each in places.promises:
        parks.setdefault(each.park, []).append(each)
    view = PromisesView(
        site=site,
        section="promises",
        counts=tuple((key, word, counted[key]) for key, word in VERDICTS.items() if counted[key]),
        parks=tuple(
            (places.parks.get(park or ""), promise_lines(found, host, site)) for park, found in parks.items()
        ),
    )
    return Page(PROMISES, "promises.html", "承诺", view)


def promise_lines(promises: Iterable[Promise], host: Host, site: Site) -> tuple[PromiseLine, ...]:
    """Promises in a list, in the order given; with the numbers of documents where the page lists them."""
    return tuple(_line(each, host, site) for each in promises)


def what_is_due(host: Host, site: Site) -> tuple[tuple[PromiseLine, ...], tuple[PromiseLine, ...]]:
    """What falls due next, and what fell due last without an outcome: one of each park, a few of each."""
    timed = [each for each in host.places.promises if each.days_left is not None]
    ahead = [each for each in timed if (each.days_left or 0) >= 0 and each.verdict != "met"]
    over = [each for each in timed if (each.days_left or 0) < 0 and each.verdict in ("overdue", "unlike")]
    soonest = sorted(ahead, key=lambda each: each.days_left or 0)
    latest = sorted(over, key=lambda each: -(each.days_left or 0))
    return (
        promise_lines(_one_of_each_park(soonest), host, site),
        promise_lines(_one_of_each_park(latest), host, site),
    )


def _one_of_each_park(promises: Iterable[Promise]) -> list[Promise]:
    first: dict[str | None, Promise] = {}
    for each in promises:
        first.setdefault(each.park, each)
    return list(first.values())[:DUE_SHOWN]


def documents_of(promise: Promise) -> Iterator[str]:
    """The documents that a line of a promise names."""
    told: tuple[Observation | ProjectMention | None, ...] = (
        promise.target,
        promise.stage,
        promise.start,
        promise.under_way,
        *promise.outcomes,
        *promise.unlike,
        *promise.reached,
    )
    yield from (each.evidence.document for each in told if each is not None)


# -- one line -------------------------------------------------------------------------------------


def _line(promise: Promise, host: Host, site: Site) -> PromiseLine:
    places = host.places
    park = places.parks.get(promise.park or "")
    told = promise.target or promise.stage
    if told is None:
        raise ValueError(f"promise {promise.id} promises neither a value nor a stage")
    document = told.evidence.document
    settled = promise.verdict in SETTLED
    return PromiseLine(
        id=promise.id,
        url=anchor(PROMISES, promise_anchor(promise)),
        park=park,
        subject=None if park and promise.subject == park.text else promise.subject,
        project=Link(project_url(promise.project), promise.subject) if promise.project else None,
        indicator=promise.target.indicator if promise.target else None,
        notes=figures.notes(promise.target) if promise.target else (),
        value=_untagged(figures.value(promise.target, places)) if promise.target else None,
        claim=claim(promise.stage, places) if promise.stage else None,
        source=host.references.get(document),
        citation=places.citations[document],
        times_told=1 + len({each.evidence.document for each in promise.retold} - {document}),
        due=figures.period(promise.due) if promise.due else None,
        days_left=None if settled else days_left(promise, site),
        outcomes=tuple(_outcomes(promise, host)),
        verdict=promise.verdict,
        word=VERDICTS[promise.verdict],
        explanation=explain(promise),
        progress=say_progress(promise.progress, places.evidence),
        percent=_percent(promise.progress),
        quiet=None if settled else _quiet(promise, site),
        undated=promise.last_word is None,
    )


def promise_anchor(promise: Promise) -> str:
    """The id of a promise on the page of all promises."""
    return f"promise-{promise.id}"


def claim(mention: ProjectMention, places: Places) -> Claim:
    """A stage, and where its words stand."""
    return Claim(
        text=mention.stage or "",
        url=places.evidence[mention.id],
        quote=mention.evidence.quote,
        period=figures.period(mention.date) if mention.date else None,
    )


def _untagged(value: Value) -> Value:
    """A value of a column that says what all its values are."""
    return replace(value, status_word=None)


def _outcomes(promise: Promise, host: Host) -> Iterator[Outcome]:
    if promise.start is not None:
        yield _valued(START, promise.start, host)
    for each in promise.outcomes:
        yield _valued(RESULT, each, host)
    for each, reasons in zip(promise.unlike, promise.differences, strict=True):
        yield _valued(UNLIKE, each, host, reasons)
    if promise.reached:
        proved = [each for each in promise.reached if promise.stage and each.stage == promise.stage.stage]
        yield from (_staged(RESULT, each, host) for each in proved or promise.reached[:1])
    elif promise.under_way is not None:
        yield _staged("已到", promise.under_way, host)


def _valued(label: str, found: Observation, host: Host, reasons: Sequence[Difference] = ()) -> Outcome:
    document = found.evidence.document
    return Outcome(
        label=label,
        period=figures.period(found.period),
        value=figures.value(found, host.places),
        claim=None,
        notes=figures.notes(found),
        reasons="，".join(DIFFERENCES[each] for each in reasons) or None,
        source=host.references.get(document),
        citation=host.places.citations[document],
    )


def _staged(label: str, found: ProjectMention, host: Host) -> Outcome:
    document = found.evidence.document
    said = claim(found, host.places)
    return Outcome(
        label=label,
        period=said.period,
        value=None,
        claim=said,
        notes=(),
        reasons=None,
        source=host.references.get(document),
        citation=host.places.citations[document],
    )


# -- words ----------------------------------------------------------------------------------------


def explain(promise: Promise) -> str:
    """Why the verdict is what it is, in a sentence without numbers; empty where its name says all."""
    return _of_stage(promise) if promise.stage is not None else _of_value(promise)


def _of_value(promise: Promise) -> str:
    unlike = "后来有数，但与目标不是同类的数，不能用来判断。"
    if not promise.unlike:
        unlike = "后来的数只给了界限，不足以判断。"
    explained: dict[Verdict, str] = {
        "met": "后来的实际值达到了目标。",
        "missed": "到期的实际值没有达到目标。",
        "on_way": _how_far(promise),
        "unlike": unlike,
        "overdue": "",
        "silent": "",
    }
    return explained[promise.verdict]


def _how_far(promise: Promise) -> str:
    if promise.outcomes:
        return "还没有到期；最近一次可比的数没有达到目标。"
    return "还没有到期；只有提出目标时的起点，之后没有可比的数。"


def _of_stage(promise: Promise) -> str:
    late = "实现了，但晚于期限。" if promise.reached else "期限过后，报道说还没有到这一步。"
    explained: dict[Verdict, str] = {
        "met": "后来的报道说已经到了这一步。",
        "missed": late,
        "on_way": "还没有到期，项目已经动工。",
        "unlike": "后来的报道说的不是同一件事。",
        "overdue": "",
        "silent": "",
    }
    return explained[promise.verdict]


def say_progress(progress: Progress | None, evidence: Mapping[str, str]) -> Worked | None:
    """How far a value has come, in words that keep to its bounds."""
    if progress is None:
        return None
    return Worked(how_much(progress), progress.formula, operands_of(progress, evidence))


def how_much(progress: Progress) -> str:
    """How far a value has come: 至少相当于目标的 50%."""
    size = f"{abs(progress.value).normalize():f}"
    if progress.unit == "%":
        return f"{SHARE[progress.bound]}目标的 {size}%"
    if progress.value == 0:
        return "正好达到"
    said = MISSING if progress.value > 0 else BEYOND
    return f"{said[progress.bound]} {size} {progress.unit}"


def _percent(progress: Progress | None) -> str | None:
    """A gauge draws what is there: of less than, and of about so much, it would draw too much."""
    if progress is None or progress.unit != "%" or progress.bound in ("<", "~"):
        return None
    return f"{min(progress.value, WHOLE).normalize():f}" if progress.value >= 0 else None


def days_left(promise: Promise, site: Site) -> Worked | None:
    """How long to the last day of its time, or since."""
    if promise.due is None or promise.days_left is None or site.as_of.iso is None:
        return None
    days = promise.days_left
    exact = is_day(site.as_of.iso)
    if not exact and abs(days) < TELLING:
        return None
    least = "" if exact else "至少"
    said = f"{'还有' if days >= 0 else '已过'}{least} {abs(days)} 天"
    return Worked(said, f"{site.as_of.iso} 至 {last_day(promise.due)}")


def _quiet(promise: Promise, site: Site) -> Worked | None:
    if not promise.quiet_days or promise.last_word is None or site.as_of.iso is None:
        return None
    exact = is_day(site.as_of.iso) and is_day(promise.last_word)
    if not exact and promise.quiet_days < TELLING:
        return None
    said = f"距今{'' if exact else '至少'} {promise.quiet_days} 天"
    return Worked(said, f"{promise.last_word} 至 {site.as_of.iso}")
