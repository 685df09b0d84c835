"""The investment brief and the policy brief of each park, as pages and as PDFs, from one tree of blocks."""

from __future__ import annotations

from calendar import timegm
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from core.about import About
from core.blocks import Block, Brief, Figure, Line, Print, Proof
from core.model import Chart, Page, ParkProfile, Profiles, Settings
from core.periods import reach
from core.urls import EDITION, brief_url, park_url
from pages.briefs import chinese
from pages.briefs.choose import choose_investment, choose_policy
from pages.briefs.citing import citations, work
from pages.briefs.compose import Composer
from pages.briefs.grammar import Grammar
from pages.briefs.held import Archive, Held
from pages.briefs.proofs import Proofs
from pages.views import Link, Site, View

__all__ = ["Edition", "brief_pages", "compose_all", "compose_briefs", "edition_of", "prints"]

Kind = Literal["investment", "policy"]
KINDS: tuple[Kind, ...] = ("investment", "policy")


class BriefView(View, frozen=True, kw_only=True):
    """parks/<id>/investment.html and policy.html"""

    brief: Brief
    park: Link
    pdf: str
    other: Link  # the park's other brief
    svg: dict[str, str]  # by the id of its chart


@dataclass(frozen=True, slots=True)
class Edition:
    """What all briefs of a site share."""

    date: str | None  # ISO; the settings', else the newest document's
    stated: bool  # by the settings
    publisher: str
    base_url: str | None
    grammar: Grammar = chinese

    def composer(self, proofs: Proofs) -> Composer:
        """Says briefs in the language of the edition."""
        return Composer(self.grammar, proofs)

    def as_of(self, documents: int, newest: str | None) -> Line:
        """On how many documents the facts stand, and when they end: where nobody says, with the newest."""
        return self.grammar.as_of(self.date if self.stated else None, newest, documents)

    def print(self, url: str, title: str, briefs: Sequence[Brief], drawings: Mapping[str, str]) -> Print:
        """A PDF of these briefs."""
        documents = {origin.url for brief in briefs for origin in brief.evidence}
        return Print(
            url=url,
            title=title,
            language=self.grammar.LANGUAGE,
            as_of=self.as_of(len(documents), self.date),
            publisher=self.publisher,
            briefs=tuple(briefs),
            drawings=_drawn(briefs, drawings),
            timestamp=_timestamp(self.date),
            base_url=self.base_url,
            labels=dict(self.grammar.LABELS),
        )


def edition_of(settings: Settings, profiles: Profiles) -> Edition:
    """The edition that a site is."""
    return Edition(
        date=settings.as_of or profiles.as_of,
        stated=settings.as_of is not None,
        publisher=settings.publisher or settings.title,
        base_url=settings.base_url,
    )


# -- trees ----------------------------------------------------------------------------------------


def compose_all(
    parks: Iterable[ParkProfile], archive: Archive, charts: Iterable[Chart], edition: Edition
) -> dict[str, tuple[Brief, ...]]:
    """The briefs of all parks, by a park's id."""
    drawn: dict[str | None, list[Chart]] = {}
    for each in charts:
        drawn.setdefault(each.park, []).append(each)
    return {park.id: compose_briefs(Held(park, archive), drawn.get(park.id, ()), edition) for park in parks}


def compose_briefs(held: Held, charts: Sequence[Chart], edition: Edition) -> tuple[Brief, ...]:
    """Both briefs of a park; none of a park that no document speaks of."""
    if not held.documents:
        return ()
    investment, policy = choose_investment(held, charts), choose_policy(held)
    return (
        _brief("investment", lambda proofs: edition.composer(proofs).investment(investment), held, edition),
        _brief("policy", lambda proofs: edition.composer(proofs).policy(policy), held, edition),
    )


def _brief(kind: Kind, say: Callable[[Proofs], tuple[Block, ...]], held: Held, edition: Edition) -> Brief:
    grammar, park = edition.grammar, held.park
    draft = Proofs(held.places)
    say(draft)
    proofs = draft.settled()
    blocks = say(proofs)
    title = f"{park.name}{grammar.TITLES[kind]}"
    cited = work(
        title,
        brief_url(park.id, kind),
        publisher=edition.publisher,
        edition=(edition.date, edition.base_url),
    )
    return Brief(
        kind=kind,
        park=park.id,
        language=grammar.LANGUAGE,
        title=title,
        subject=park.name,
        as_of=edition.as_of(len(held.documents), held.newest),
        blocks=blocks,
        evidence=proofs.origins(),
        citations=citations(cited),
        labels=dict(grammar.LABELS),
    )


# -- pages ----------------------------------------------------------------------------------------


def brief_pages(
    park: ParkProfile, briefs: Sequence[Brief], drawings: Mapping[str, str], site: Site
) -> Iterator[Page]:
    """The pages of a park's briefs; `drawings` are SVG by the id of a chart."""
    for brief, other in zip(briefs, reversed(briefs), strict=True):
        view = BriefView(
            site=site,
            section="parks",
            brief=brief,
            park=Link(park_url(park.id), park.name),
            pdf=brief_url(park.id, brief.kind, suffix=".pdf"),
            other=Link(brief_url(park.id, other.kind), other.title),
            svg=_drawn([brief], drawings),
        )
        told = "".join(each.text for each in brief.as_of if not isinstance(each, Proof))
        about = About(description=f"{brief.title}：{told}。")
        yield Page(brief_url(park.id, brief.kind), "brief.html", brief.title, view, about=about)


# -- prints ---------------------------------------------------------------------------------------


def prints(briefs: Sequence[Brief], drawings: Mapping[str, str], edition: Edition) -> Iterator[Print]:
    """The PDF of each brief, and the volume of them all; no volume where there is no brief."""
    for brief in briefs:
        url = brief_url(brief.park, brief.kind, suffix=".pdf")
        yield edition.print(url, brief.title, [brief], drawings)
    if briefs:
        yield edition.print(EDITION, edition.grammar.LABELS["edition"], briefs, drawings)


def _drawn(briefs: Sequence[Brief], drawings: Mapping[str, str]) -> dict[str, str]:
    charts = [block.chart for brief in briefs for block in brief.blocks if isinstance(block, Figure)]
    return {each: drawings[each] for each in charts}


def _timestamp(date: str | None) -> int | None:
    """The first second of a day, UTC; of a month or year, of its first day."""
    if date is None:
        return None
    year, month, day = reach(date).first
    return timegm((year, month, day, 0, 0, 0))
