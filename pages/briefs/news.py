"""What is new: told by the newest dated documents of a park, and by none before them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import TypeVar

from core.model import Honour, HonourProfile, PolicyMention, PolicyProfile, ProjectMention, ProjectProfile
from pages.briefs.contents import News, Step
from pages.briefs.held import Held
from pages.briefs.standings import stage_place

MOST = 8  # of one kind

P = TypeVar("P", PolicyProfile, HonourProfile, ProjectProfile)
M = TypeVar("M", PolicyMention, Honour, ProjectMention)


def investment_news(held: Held, projects: Collection[str]) -> News | None:
    """What is new of these projects, and figures that were revised."""
    dated = _newest(held)
    if dated is None:
        return None
    date, newest = dated
    own = [each for each in held.park.projects if each.id in projects]
    news = News(
        date=date,
        projects=tuple(_first_told([(each, each.mentions) for each in own], newest, held))[:MOST],
        steps=tuple(_steps(own, newest, held))[:MOST],
        revisions=tuple(each for each in held.revisions() if each.reports[-1].evidence.document in newest)[
            :MOST
        ],
    )
    return news if news else None


def policy_news(held: Held) -> News | None:
    """What is new of policies and honours."""
    dated = _newest(held)
    if dated is None:
        return None
    date, newest = dated
    policies = [(each, each.mentions) for each, _ in held.policies()]
    honours = [(each, each.mentions) for each, _ in held.honours()]
    news = News(
        date=date,
        policies=tuple(_first_told(policies, newest, held))[:MOST],
        honours=tuple(_first_told(honours, newest, held))[:MOST],
    )
    return news if news else None


def _newest(held: Held) -> tuple[str, frozenset[str]] | None:
    """The newest date of the park's documents, and which bear it; None where none is older."""
    dates = {each: held.date_of(each) for each in held.documents}
    known = sorted({date for date in dates.values() if date})
    if len(known) < 2:
        return None
    return known[-1], frozenset(document for document, date in dates.items() if date == known[-1])


def _first_told(
    things: Sequence[tuple[P, Sequence[M]]], newest: Collection[str], held: Held
) -> Iterator[tuple[P, M]]:
    """Things that the newest documents alone speak of."""
    for thing, mentions in things:
        proven = [each for each in mentions if held.marked(each)]
        if proven and all(each.evidence.document in newest for each in mentions):
            yield thing, proven[-1]


def _steps(projects: Sequence[ProjectProfile], newest: Collection[str], held: Held) -> Iterator[Step]:
    for project in projects:
        staged = [each for each in project.mentions if each.stage and held.marked(each)]
        before = [each for each in staged if each.evidence.document not in newest]
        now = [each for each in staged if each.evidence.document in newest]
        if before and now and stage_place(now[-1].stage) > max(stage_place(each.stage) for each in before):
            yield Step(project, before[-1], now[-1])
