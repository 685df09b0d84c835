"""The investment brief and the policy brief of each park, as pages and as PDFs, from one tree of blocks."""

from __future__ import annotations

import dataclasses
from calendar import timegm
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from msgspec.structs import replace

from core.about import About
from core.blocks import Block, Brief, Figure, Line, Print, Proof
from core.editions import FOLDER
from core.model import Chart, Page, ParkProfile, Profiles, Settings
from core.periods import reach
from core.urls import EDITION, brief_url, park_url
from pages.briefs import chinese, english
from pages.briefs.choose import choose_investment, choose_policy
from pages.briefs.citing import citations, work
from pages.briefs.compose import Composer
from pages.briefs.grammar import Grammar
from pages.briefs.held import Archive, Held
from pages.briefs.proofs import Proofs
from pages.views import Link, Site, View

__all__ = [
    "Edition",
    "all_prints",
    "brief_pages",
    "compose_all",
    "compose_briefs",
    "compose_editions",
    "editions_of",
    "prints",
]

Kind = Literal["investment", "policy"]
GRAMMARS: dict[str, Grammar] = {"en": english}  # beside the Chinese one
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
    folder: str = ""  # that its pages and PDFs stand in

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
            url=self.folder + url,
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


def editions_of(settings: Settings, profiles: Profiles) -> tuple[Edition, ...]:
    """The site in each of its languages, the Chinese one first."""
    chinese_one = Edition(
        date=settings.as_of or profiles.as_of,
        stated=settings.as_of is not None,
        publisher=settings.publisher or settings.title,
        base_url=settings.base_url,
    )
    others = [
        dataclasses.replace(chinese_one, grammar=GRAMMARS[each], folder=FOLDER)
        for each in settings.languages
        if each in GRAMMARS
    ]
    return (chinese_one, *others)


# -- trees ----------------------------------------------------------------------------------------


def compose_all(
    parks: Iterable[ParkProfile], archive: Archive, charts: Iterable[Chart], edition: Edition
) -> dict[str, tuple[Brief, ...]]:
    """The briefs of all parks, by a park's id."""
    drawn: dict[str | None, list[Chart]] = {}
    for each in charts:
        drawn.setdefault(each.park, []).append(each)
    return {park.id: compose_briefs(Held(park, archive), drawn.get(park.id, ()), edition) for park in parks}


def compose_editions(
    parks: Sequence[ParkProfile], archive: Archive, charts: Sequence[Chart], editions: Sequence[Edition]
) -> dict[str, tuple[tuple[Brief, ...], ...]]:
    """The briefs of all parks in each edition, by a park's id."""
    found = [compose_all(parks, archive, charts, each) for each in editions]
    return {park.id: tuple(briefs[park.id] for briefs in found) for park in parks}


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
    title = grammar.title(kind, park.name)
    cited = work(
        title,
        edition.folder + brief_url(park.id, kind),
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
        evidence=proofs.origins(grammar.source),
        citations=citations(cited, grammar.LABELS),
        labels=dict(grammar.LABELS),
    )


# -- pages ----------------------------------------------------------------------------------------


def brief_pages(
    park: ParkProfile, editions: Sequence[Sequence[Brief]], drawings: Mapping[str, str], site: Site
) -> Iterator[Page]:
    """The pages of a park's briefs, the Chinese ones first; `drawings` are SVG by the id of a chart.

    Those in other languages go with the Chinese ones.
    """
    pages = [list(_in_one_language(park, briefs, drawings, site)) for briefs in editions]
    languages = [brief.language for briefs in editions[1:] for brief in briefs[:1]]
    for first, *others in zip(*pages, strict=True):
        yield replace(first, editions=dict(zip(languages, others, strict=True)))


def _in_one_language(
    park: ParkProfile, briefs: Sequence[Brief], drawings: Mapping[str, str], site: Site
) -> Iterator[Page]:
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


def all_prints(
    of_parks: Iterable[Sequence[Sequence[Brief]]],
    drawings: Mapping[str, str],
    editions: Sequence[Edition],
) -> Iterator[Print]:
    """The PDFs of every edition; `of_parks` are the briefs of each park, edition by edition."""
    told = list(of_parks)
    for place, edition in enumerate(editions):
        yield from prints([each for of_park in told for each in of_park[place]], drawings, edition)


def prints(briefs: Sequence[Brief], drawings: Mapping[str, str], edition: Edition) -> Iterator[Print]:
    """The PDF of each brief, and the volume of them all; no volume where there is no brief.

    Names and drawings are Chinese in whichever language, as they are on pages: translate/ says them.
    """
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
