"""Parts held against the wholes that they are said to belong to."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from core.excerpts import lead
from core.judgement import Audit, Working
from core.model import Observation
from profiles.arithmetic import in_digits, range_of, sum_range
from profiles.claims import Claim
from profiles.conflicts import finding_id
from profiles.leads import last_clause
from profiles.levels import Levels, same_sentence

OF_WHICH = "其中"
STOPS = ("；", ";", "。")
# what is always a part of what
PART_OF: dict[str, str] = {
    "工业投资": "固定资产投资",
    "制造业投资": "固定资产投资",
    "高技术产业投资": "固定资产投资",
    "基础设施投资": "固定资产投资",
    "房地产开发投资": "固定资产投资",
    "民间投资": "固定资产投资",
    "规上工业总产值": "工业总产值",
    "工业增加值": "地区生产总值",
    "规上工业增加值": "地区生产总值",
    "第一产业增加值": "地区生产总值",
    "第二产业增加值": "地区生产总值",
    "第三产业增加值": "地区生产总值",
    "出口总额": "进出口总额",
    "进口总额": "进出口总额",
    "发明专利授权量": "专利授权量",
    "发明专利申请量": "专利申请量",
    "规上工业企业数": "规上企业数",
}
# what makes up the whole of what
MAKE_UP: dict[str, tuple[str, ...]] = {
    "进出口总额": ("出口总额", "进口总额"),
    "地区生产总值": ("第一产业增加值", "第二产业增加值", "第三产业增加值"),
}
KIN = 2  # characters that the names of a part and of its whole share
NEAR_KIN = 4  # the same where only the sum tells that they belong together
PER = re.compile(r"人均|亩均|地均|均值|平均|万人|每|强度")  # told of one of many, never a part of the sum
COUNTED = re.compile(r"(?:总数|数|总量|量|总额|额)$")

Belonging = tuple[Claim, Claim]  # a part and its whole


def audit_parts(claims: Sequence[Claim], levels: Levels) -> Iterator[Audit]:
    """Checks of single parts, of sums that must be the whole, and of lists that add up to it."""
    told = list(belongings(claims, levels))
    sums = {
        each.checked.id: each for each in (*_made_up(claims, levels), *_listed(told), *_adding_up(claims))
    }
    summed = {each.id for audit in sums.values() for each in audit.working.operands}
    yield from sums.values()
    for part, whole in told:
        if part.observation.id not in summed:
            yield from _within(part, whole)


def belongings(claims: Sequence[Claim], levels: Levels) -> Iterator[Belonging]:
    """Each part that a sentence, or what its name means, puts into a stated whole of the same time."""
    sentences = _by_sentence(claims)
    for claim in claims:
        if claim.observation.measure != "level" or claim.observation.status == "target":
            continue
        whole = _told_whole(claim, sentences[_sentence(claim)]) or _known_whole(claim, levels)
        if whole is not None and whole.amount.unit == claim.amount.unit:
            yield claim, whole


def _within(part: Claim, whole: Claim) -> Iterator[Audit]:
    """A check that says something: the part fits for certain, or for certain it does not."""
    least, most = part.amount.low, part.amount.high
    floor, ceiling = whole.amount.low, whole.amount.high
    fits = most is not None and floor is not None and most <= floor
    exceeds = least is not None and ceiling is not None and least > ceiling
    if fits or exceeds:
        sides = (part.observation, whole.observation)
        small, large = in_digits(sides)
        yield _audit(part, f"{small} {'≤' if fits else '>'} {large}", sides, fits)


def _audit(checked: Claim, formula: str, operands: tuple[Observation, ...], agrees: bool) -> Audit:
    name = finding_id("audit", "parts", checked.observation.id)
    return Audit(name, checked.park, "parts", checked.observation, Working(formula, operands), agrees)


# -- wholes ---------------------------------------------------------------------------------------


def _sentence(claim: Claim) -> tuple[object, ...]:
    evidence = claim.observation.evidence
    return evidence.document, evidence.sentence


def _by_sentence(claims: Iterable[Claim]) -> dict[tuple[object, ...], list[Claim]]:
    sentences: dict[tuple[object, ...], list[Claim]] = defaultdict(list)
    for claim in claims:
        sentences[_sentence(claim)].append(claim)
    return sentences


def _told_whole(part: Claim, sentence: Iterable[Claim]) -> Claim | None:
    """The whole before 其中 in the part's own sentence, where the two are of one kind."""
    words = lead(part.observation)
    at = words.rfind(OF_WHICH)
    if at < 0 or any(stop in words[at:] for stop in STOPS):
        return None
    before = [each for each in sentence if _may_be_whole(each, part) and _ends(each) <= at]
    nearest = max(before, key=_ends, default=None)
    if nearest is None or any(stop in words[_ends(nearest) : at].rstrip("；;") for stop in STOPS):
        return None
    return nearest if _share_words(part, nearest, KIN) else None


def _may_be_whole(whole: Claim, part: Claim) -> bool:
    a, b = whole.observation, part.observation
    alike = (
        whole.amount.unit == part.amount.unit and a.measure == b.measure == "level" and a.status == b.status
    )
    return alike and whole.park == part.park and a.id != b.id and _may_sum(whole, part)


def _may_sum(one: Claim, other: Claim) -> bool:
    """Whether neither is told of one of many, and not one of a period and the other of a date."""
    words = "".join(each.observation.indicator + last_clause(each.observation) for each in (one, other))
    return not PER.search(words) and {one.flow, other.flow} != {True, False}


def _ends(claim: Claim) -> int:
    return len(lead(claim.observation)) + len("".join(claim.observation.evidence.text.split()))


def _known_whole(part: Claim, levels: Levels) -> Claim | None:
    """The whole that the part's name belongs to, of the same subject, time, scope and document."""
    each = part.observation
    found = levels.beside(part, PART_OF.get(each.indicator, ""), each.period)
    return next((whole for whole in found if whole.voice == part.voice), None)


def _share_words(one: Claim, other: Claim, least: int) -> bool:
    """Whether two indicators have a word in common: 工业投资 and 固定资产投资."""
    a, b = (COUNTED.sub("", claim.observation.indicator) for claim in (one, other))
    return any(a[start : start + least] in b for start in range(len(a) - least + 1))


# -- sums -----------------------------------------------------------------------------------------


def _made_up(claims: Sequence[Claim], levels: Levels) -> Iterator[Audit]:
    """Wholes all of whose parts one document states."""
    for whole in claims:
        names = MAKE_UP.get(whole.observation.indicator, ())
        if not names or whole.observation.measure != "level" or whole.observation.status == "target":
            continue
        found = [levels.beside(whole, name, whole.observation.period) for name in names]
        parts = [same[0] for same in found if same and same[0].voice == whole.voice]
        if len(parts) == len(names) and {part.amount.unit for part in parts} == {whole.amount.unit}:
            agrees = sum_range([part.amount for part in parts]).meets(range_of(whole.amount))
            yield _summed(parts, whole, agrees)


def _listed(told: Iterable[Belonging]) -> Iterator[Audit]:
    """Parts that a sentence puts into a whole and that add up to it: 96, of which 55 and 41."""
    lists: dict[str, list[Belonging]] = defaultdict(list)
    for part, whole in told:
        lists[whole.observation.id].append((part, whole))
    for belonging in lists.values():
        parts, whole = [part for part, _ in belonging], belonging[0][1]
        if len(parts) > 1 and _add_up(parts, whole):
            yield _summed(parts, whole, True)


def _add_up(parts: Sequence[Claim], whole: Claim) -> bool:
    exact = all(claim.amount.bound == "=" for claim in (*parts, whole))
    return exact and sum(part.amount.value for part in parts) == whole.amount.value


def _adding_up(claims: Sequence[Claim]) -> Iterator[Audit]:
    """Lists of one sentence that add up exactly to a whole of the same document.

    Only what adds up tells that the list is of the whole: a list that does not is no mistake.
    """
    wholes: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        wholes[claim.observation.evidence.document].append(claim)
    for sentence in _by_sentence(claims).values():
        for whole in wholes[sentence[0].observation.evidence.document]:
            parts = [each for each in sentence if _may_add_up(each, whole)]
            if len(parts) > 1 and _add_up(parts, whole):
                yield _summed(parts, whole, True)
                break


def _may_add_up(part: Claim, whole: Claim) -> bool:
    exact = part.amount.bound == whole.amount.bound == "=" and part.observation.status != "target"
    own = part.subject == whole.subject and part.observation.indicator != whole.observation.indicator
    known = part.observation.indicator in MAKE_UP.get(whole.observation.indicator, ())
    after = same_sentence(part, whole) and part.observation.evidence.span < whole.observation.evidence.span
    if known or after or not (exact and own and _may_be_whole(whole, part)):
        return False
    return _share_words(part, whole, NEAR_KIN)


def _summed(parts: Sequence[Claim], whole: Claim, agrees: bool) -> Audit:
    operands = (*(part.observation for part in parts), whole.observation)
    *small, large = in_digits(operands)
    formula = f"{' + '.join(small)} {'=' if agrees else '≠'} {large}"
    if agrees and sum(part.amount.value for part in parts) != whole.amount.value:
        formula = formula.replace("=", "≈")
    return _audit(whole, formula, operands, agrees)
