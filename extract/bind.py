"""Binding: the number is the anchor, and every slot is filled from what stands around it.

A paragraph is read sentence by sentence. What a number does not say itself it takes from the number,
the clause, the sentence before it; `rule` on each fact names the way its indicator was found.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from core.model import Measure, Status
from core.quantities import Quantity, find_quantities
from extract import slots
from extract.filters import as_rank, why_not
from extract.indicators import flow
from extract.layout import Paragraph, sentences
from extract.names import Name, find_names
from extract.parks import find_mentions
from extract.scene import Frame, Scene
from extract.times import Time, find_times
from extract.ways import find_indicators


class Reading(Struct, frozen=True):
    """A number with its slots filled: an observation before it has evidence and id."""

    quantity: Quantity  # its value negative where the text says that something fell
    measure: Measure
    indicator: str
    subject: str
    park: str | None
    period: str | None
    status: Status
    scope: str | None
    basis: str | None
    rule: str


class State(Struct):
    """What later sentences take from earlier ones. The one thing here that changes."""

    park: str | None
    time: Time | None = None  # of the paragraph
    year: str | None = None  # the last year named, kept over paragraphs for targets
    name: Name | None = None  # the last project or company of the sentence before
    last: Reading | None = None  # the last reading of the paragraph


class Yield(Struct, frozen=True):
    """What one sentence gave."""

    scene: Scene
    readings: tuple[Reading, ...]
    rejected: tuple[tuple[Quantity, str], ...]


def bind_paragraph(paragraph: Paragraph, frame: Frame, state: State) -> Iterator[Yield]:
    """Read one paragraph; the state goes on to the next."""
    read = paragraph.text.read
    lexicon = frame.lexicon
    quantities = find_quantities(read)
    times = find_times(read, frame.clock)
    mentions = find_mentions(read, frame.groups, lexicon)
    names = find_names(read, lexicon)
    state.time, state.last, state.name = None, None, None
    for sentence in sentences(paragraph):
        inside = [quantity for quantity in quantities if sentence.start <= quantity.span.start < sentence.end]
        scene = Scene(
            frame,
            sentence,
            tuple(inside),
            tuple(time for time in times if sentence.start <= time.start < sentence.end),
            tuple(mention for mention in mentions if sentence.start <= mention.start < sentence.end),
            tuple(name for name in names if sentence.start <= name.start < sentence.end),
        )
        scene = replace(scene, quantities=tuple(as_rank(quantity, scene) for quantity in inside))
        yield _bind(scene, state)
        _remember(scene, state)


def _remember(scene: Scene, state: State) -> None:
    for time in scene.times:
        if slots.carries(time) and not slots.COMPARES.search(scene.read[scene.sentence.start : time.start]):
            state.time = time
            state.year = (time.period or "")[:4]
    named = [mention.name for mention in scene.mentions if mention.name]
    if named:
        state.park = named[0]
    if scene.names:
        state.name = scene.names[-1]


def _bind(scene: Scene, state: State) -> Yield:
    readings: list[Reading] = []
    rejected: list[tuple[Quantity, str]] = []
    kept: list[Quantity] = []
    for quantity in scene.quantities:
        reason = why_not(quantity, scene)
        if reason:
            rejected.append((quantity, reason))
        else:
            kept.append(quantity)
    # times and labels no longer bound a context: 2021年 is cut off as a time, 5G stays in its phrase
    scene = replace(scene, quantities=tuple(kept))
    previous: Reading | None = None
    for quantity in kept:
        found = _read(quantity, scene, state, previous)
        if not found:
            rejected.append((quantity, "找不到指标"))
            continue
        readings += found
        previous = found[-1]
    state.last = previous or state.last
    return Yield(scene, tuple(readings), tuple(rejected))


def _read(quantity: Quantity, scene: Scene, state: State, previous: Reading | None) -> list[Reading]:
    """The readings of one number: none where nothing names it, several where it is shared (均)."""
    lexicon = scene.frame.lexicon
    left = scene.left(quantity)
    measure = _carried(slots.measure(quantity, left, lexicon), quantity, left, previous)
    near = previous or state.last
    found = find_indicators(quantity, scene, measure, near.indicator if near else None)
    if found is None:
        return []
    names, rule = found
    falls = measure in ("growth", "increment") and slots.falls(left, lexicon)
    value = -quantity.value if falls else quantity.value
    return [
        _reading(
            replace(quantity, value=value),
            scene,
            state,
            measure,
            _of_projects(name, scene, quantity, previous),
            rule,
        )
        for name in names
    ]


def _reading(
    quantity: Quantity, scene: Scene, state: State, measure: Measure, indicator: str, rule: str
) -> Reading:
    left = scene.left(quantity)
    time = slots.time_of(quantity, scene)
    status = slots.status(quantity, scene, time, rule)
    if indicator == "项目总投资" and measure == "level":
        status = "actual"
    subject = slots.subject_of(quantity, scene, indicator, state.name)
    park = slots.park_of(quantity, scene, state.park)
    return Reading(
        quantity=quantity,
        measure=measure,
        indicator=indicator,
        subject=subject.name if subject else park or _region(scene) or "未知",
        park=park,
        period=_period(indicator, measure, status, time, scene, state, own=subject is not None),
        status=status,
        scope=slots.scope(left),
        basis=slots.basis(left),
        rule=rule,
    )


def _carried(measure: Measure, quantity: Quantity, left: str, previous: Reading | None) -> Measure:
    """新增A3家、B32家: what was newly added goes on through the list."""
    goes_on = left.startswith(("、", "和", "及")) and not re.search(r"总|达|突破|共|累计|至", left)
    if (
        previous
        and previous.measure == "increment"
        and measure == "level"
        and goes_on
        and quantity.kind == "count"
    ):
        return "increment"
    return measure


def _of_projects(indicator: str, scene: Scene, quantity: Quantity, previous: Reading | None) -> str:
    """总投资 after a count of projects signed is theirs together."""
    if indicator != "项目总投资" or previous is None:
        return indicator
    between = scene.read[previous.quantity.span.end : quantity.span.start]
    together = previous.indicator == "签约项目数" or (
        previous.quantity.kind == "count"
        and "签约" in scene.before(quantity)
        and "项目" in previous.indicator
    )
    return "签约项目总投资" if together and "其中" not in between and "；" not in between else indicator


# -- period -----------------------------------------------------------------------------------------


def _period(
    indicator: str,
    measure: Measure,
    status: Status,
    time: Time | None,
    scene: Scene,
    state: State,
    *,
    own: bool,
) -> str | None:
    if own and indicator in slots.PROJECT_MONEY and measure == "level" and status != "target":
        return None
    if indicator == "项目总投资" and own:
        return None
    if time and not (own and indicator in slots.PROJECT_MONEY and not time.due):
        return time.period
    if (
        own
        and indicator in slots.PROJECT_MONEY
        and indicator not in ("规划面积", "用地面积", "建筑面积", "载体面积")
    ):
        return None
    if own and status == "actual" and not state.time:
        return scene.frame.clock.as_of
    if status == "target":
        return (
            state.year
            if state.year and scene.frame.clock.year and int(state.year) >= scene.frame.clock.year
            else None
        )
    if state.time:
        return state.time.period
    stock = flow(indicator, scene.frame.lexicon)
    return slots.default_period(scene.frame, flow=stock, measure_=measure)


def _region(scene: Scene) -> str | None:
    match = re.match(r"(?:“)?([一-鿿]{2,6}[省市县区])", scene.read[scene.sentence.start : scene.sentence.end])
    return match[1] if match else None
