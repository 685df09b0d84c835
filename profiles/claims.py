"""Every figure with all that comparing it needs: whose it is, its amount, who says it and when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from msgspec import Struct

from core.amounts import Amount, amount_of
from core.model import Observation, Profiles
from profiles.leads import against, counts_so_far, phase
from profiles.order import Dates, Place, dates_of
from profiles.vocabulary import Naming, Vocabulary

Thing = tuple[str | None, str, str, str, str, str, str | None]


class Claim(Struct, frozen=True, dict=True):
    """What one document says of one thing at one time."""

    observation: Observation
    park: str | None  # a ParkProfile's id
    subject: str  # under one name in all documents
    flow: bool | None  # of the indicator
    naming: Naming  # how many things the indicator's name may mean of the subject
    voice: str  # the document, or the one that it reprints
    told: Place  # sorts by the date of its document, then by where it stands
    written: str | None  # the date of its document

    @cached_property
    def amount(self) -> Amount:
        """The value with the ends that its print allows."""
        return amount_of(self.observation)

    @cached_property
    def running(self) -> bool:
        """Whether a flow is told of a year that was not over: 今年以来, 截至目前."""
        each = self.observation
        year = each.period is not None and len(each.period) == len("2024")
        return year and self.flow is not False and counts_so_far(each)

    @cached_property
    def against(self) -> str:
        """What a share is of, what a gap, rank or growth is measured by."""
        return against(self.observation)

    @cached_property
    def thing(self) -> Thing:
        """What is spoken of: claims of one thing may be held against each other."""
        each = self.observation
        money = phase(each) if "投资" in each.indicator else None
        return (
            self.park, self.subject, each.indicator, each.measure, self.amount.unit, self.against, money,
        )  # fmt: skip


def gather_claims(profiles: Profiles, vocabulary: Vocabulary) -> tuple[Claim, ...]:
    """A claim for every figure, in the order of their documents' dates; each once."""
    maker = _Maker(profiles, vocabulary)
    claims = {claim.observation.id: claim for claim in maker.of_parks()}
    for claim in (*maker.unplaced(), *maker.repeated(claims.values())):
        claims.setdefault(claim.observation.id, claim)
    return tuple(sorted(claims.values(), key=lambda claim: (claim.told, claim.observation.id)))


class _Maker:
    def __init__(self, profiles: Profiles, vocabulary: Vocabulary) -> None:
        self._profiles = profiles
        self._vocabulary = vocabulary
        self._dates = _dates(profiles)
        self._projects = _invested_in(profiles)
        self._makers = {
            *(name for project in profiles.projects for name in project.names),
            *(name for company in profiles.companies for name in company.names),
        }

    def of_parks(self) -> Iterator[Claim]:
        for park in self._profiles.parks:
            for series in park.series:
                for observation in series.points:
                    yield self._claim(observation, park.id, series.subject)

    def unplaced(self) -> Iterator[Claim]:
        """Figures of no park: only a document itself says whom it means, so that each keeps its own."""
        for each in self._profiles.unplaced:
            yield self._claim(each, None, f"{each.subject}@{each.evidence.document}")

    def repeated(self, claims: Iterable[Claim]) -> Iterator[Claim]:
        """Figures of reprints that profiles count once, with what they repeat."""
        first = {_wording(claim.voice, claim.observation): claim for claim in claims}
        for source in self._profiles.sources:
            voice = _first_print(source.document.id, self._profiles.reprints)
            for each in source.facts.observations if voice != source.document.id else ():
                if twin := first.get(_wording(voice, each)):
                    yield self._claim(each, twin.park, twin.subject)

    def _claim(self, observation: Observation, park: str | None, subject: str) -> Claim:
        subject = self._projects.get(observation.id, subject)
        name, document = observation.indicator, observation.evidence.document
        return Claim(
            observation=observation,
            park=park,
            subject=subject,
            flow=self._vocabulary.flow(name),
            naming=self._vocabulary.naming(name, of_project=subject in self._makers),
            voice=_first_print(document, self._profiles.reprints),
            told=self._dates.place(observation.evidence),
            written=self._dates.by_document[document],
        )


def _dates(profiles: Profiles) -> Dates:
    facts = {each.document.id: each.facts for each in profiles.sources}
    return dates_of([each.document for each in profiles.sources], facts)


def _invested_in(profiles: Profiles) -> dict[str, str]:
    """The project whose investment an observation states, though its subject is a company or a park."""
    return {
        mention.investment.observation: project.name
        for project in profiles.projects
        for mention in project.mentions
        if mention.investment and mention.investment.observation
    }


def _wording(voice: str, observation: Observation) -> tuple[str | None, ...]:
    """What a reprint repeats of a figure."""
    each = observation
    return voice, each.indicator, each.measure, each.period, each.subject, each.evidence.text


def _first_print(document: str, reprints: Mapping[str, str]) -> str:
    met = {document}
    while (first := reprints.get(document)) is not None and first not in met:
        met.add(first)
        document = first
    return document
