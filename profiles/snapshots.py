"""A build's facts in words that outlive it, so that the next build can be compared with them."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from msgspec.structs import replace

from core.model import Observation, ParkProfile, Profiles, ProjectMention, ProjectProfile, Settings
from core.snapshot import Record, Snapshot
from core.whitespace import squeezed
from core.wording import printed_text, say

STAGE = "阶段"


@dataclass(frozen=True, slots=True)
class Paper:
    """A document by name."""

    title: str
    publisher: str | None
    published: str | None


def snapshot_of(profiles: Profiles, settings: Settings) -> Snapshot:
    """All figures, and all stages of projects, park by park."""
    papers = _papers(profiles)
    return Snapshot(
        title=settings.title,
        edition=settings.edition,
        as_of=profiles.as_of,
        documents={document: papers[document].title for document in sorted(papers)},
        facts=tuple(_numbered(_records(profiles, papers))),
    )


def _papers(profiles: Profiles) -> dict[str, Paper]:
    found = {}
    for source in profiles.sources:
        metadata, articles = source.document.metadata, source.facts.articles
        retold = metadata.digest_of.publisher if metadata.digest_of else None
        first = articles[0] if articles else None
        found[source.document.id] = Paper(
            title=metadata.title or (first and first.title) or source.document.name,
            publisher=metadata.publisher or retold or (first and first.publisher) or None,
            published=metadata.published or (first and first.published) or None,
        )
    return found


def _records(profiles: Profiles, papers: dict[str, Paper]) -> Iterator[Record]:
    for park in profiles.parks:
        for record in (*_figures(park, papers), *_stages(park.projects, papers)):
            yield replace(record, park=park.id, park_name=park.name)
    for each in profiles.unplaced:
        yield _figure(each, each.subject, papers)
    yield from _stages([each for each in profiles.projects if each.park is None], papers)


def _figures(park: ParkProfile, papers: dict[str, Paper]) -> Iterator[Record]:
    met: set[str] = set()
    for series in park.series:
        for each in series.points:
            if each.id not in met:
                met.add(each.id)
                yield _figure(each, series.subject, papers)


def _figure(observation: Observation, subject: str, papers: dict[str, Paper]) -> Record:
    paper = papers[observation.evidence.document]
    number = "".join(printed_text(observation).split())
    return Record(
        id=_digest(
            paper.title, observation.evidence.quote, number, observation.indicator, observation.measure
        ),
        fact=observation.id,
        subject=subject,
        indicator=observation.indicator,
        said=say(observation),
        number=number,
        value=observation.value,
        unit=observation.unit,
        bound=observation.bound,
        measure=observation.measure,
        period=observation.period,
        status=observation.status,
        scope=observation.scope,
        basis=observation.basis,
        note=observation.note,
        quote=observation.evidence.quote,
        document=observation.evidence.document,
        title=paper.title,
        publisher=paper.publisher,
        published=paper.published,
    )


def _stages(projects: Iterable[ProjectProfile], papers: dict[str, Paper]) -> Iterator[Record]:
    for project in projects:
        for mention in project.mentions:
            if mention.stage:
                yield _stage(mention, mention.stage, project.name, papers[mention.evidence.document])


def _stage(mention: ProjectMention, stage: str, subject: str, paper: Paper) -> Record:
    return Record(
        id=_digest(paper.title, mention.evidence.quote, stage, STAGE, subject),
        fact=mention.id,
        kind="stage",
        subject=subject,
        indicator=STAGE,
        said=stage,
        number=stage,
        period=mention.date,
        quote=mention.evidence.quote,
        document=mention.evidence.document,
        title=paper.title,
        publisher=paper.publisher,
        published=paper.published,
    )


def _digest(*words: str) -> str:
    joined = "\x1f".join(map(squeezed, words))
    return hashlib.sha256(joined.encode()).hexdigest()[:12]


def _numbered(records: Iterator[Record]) -> Iterator[Record]:
    """Two facts of the very same words are told apart by their order."""
    met: Counter[str] = Counter()
    for each in records:
        met[each.id] += 1
        yield each if met[each.id] == 1 else replace(each, id=f"{each.id}-{met[each.id]}")
