"""The life of a policy as far as it is told: published, in force, revised, at its end."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from core.model import PolicyMention, PolicyStep

Step = Literal["公布", "实施", "修订", "期满", "废止"]
ORDER: tuple[Step, ...] = ("公布", "实施", "修订", "期满", "废止")
# what the words beside a policy's name say of it; the first that fits
VERBS: tuple[tuple[Step, re.Pattern[str]], ...] = (
    ("废止", re.compile(r"废止|停止执行|失效")),
    ("修订", re.compile(r"修订|修改")),
    ("公布", re.compile(r"印发|出台|发布|公布|颁布|批复|批准|制定|制订|编制|推出")),
    ("实施", re.compile(r"实施|施行|推行|执行|落实|启动|兑现|开展|推进|深化|建立|擦亮|打响|推广|规定")),
)
HOPED = re.compile(r"将|拟|计划|力争|即将|准备|有望")
AROUND = 24  # characters before a name, within its clause, and
BEHIND = 6  # behind it, in which its verb stands


def steps_of(mentions: Sequence[PolicyMention], years: Iterable[int]) -> tuple[PolicyStep, ...]:
    """The steps that mentions tell, oldest document first, and the end that the years of a name set."""
    found: dict[Step, PolicyStep] = {}
    for mention in mentions:
        if step := _step(mention):
            known = found.get(step)
            if known is None or (known.date is None and mention.date):
                found[step] = PolicyStep(step, mention.date, mention.id)
    ends = sorted(set(years))
    if len(ends) > 1:  # （2024—2026）: from the one to the other
        found["期满"] = PolicyStep("期满", str(ends[-1]), None)
    return tuple(found[step] for step in ORDER if step in found)


def _step(mention: PolicyMention) -> Step | None:
    """What the clause around a name says is done with it."""
    quote, said = mention.evidence.quote, " ".join(mention.evidence.text.split())
    place = quote.find(said)
    if place < 0:
        return None
    before = re.split(r"[，,。；;：:、]", quote[max(0, place - AROUND) : place].rstrip("《“"))[-1]
    after = re.split(r"[，,。；;]", quote[place + len(said) :][:BEHIND].lstrip("》”"))[0]
    return next(_verbs(before + "｜" + after), None)


def _verbs(words: str) -> Iterator[Step]:
    if not HOPED.search(words):
        yield from (step for step, verb in VERBS if verb.search(words))
