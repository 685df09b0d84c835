"""From a document to its facts. `extract_facts` is the way in; nothing here reads or writes files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, TypeVar

from msgspec.structs import replace

from core.lexicon import Lexicon
from core.model import (
    Document,
    Evidence,
    Facts,
    Honour,
    IndustryClaim,
    Instrument,
    Investment,
    Leftover,
    Observation,
    ParkEntry,
    ParkMention,
    PolicyMention,
    ProjectMention,
)
from extract import periods, subjects
from extract.articles import ArticleText, split
from extract.bind import Reading, State, Yield, bind_paragraph
from extract.clocks import infer_clock
from extract.firms import coined_firms, short_names
from extract.honours import Award, find_honours
from extract.industries import Claim, find_industries
from extract.instruments import Given, find_instruments
from extract.layout import folded, lines
from extract.mentions import Group, find_mentions
from extract.names import called, find_names
from extract.origins import origins, province_of
from extract.parks import group_parks
from extract.policies import Policy, find_policies
from extract.projects import Project, find_projects
from extract.rules import RULES
from extract.scene import Frame
from extract.search import words_of
from extract.sections import Section
from extract.standing import describe, regions_around
from extract.subjects import UNKNOWN
from extract.times import Clock, find_times

__all__ = ["extract_facts"]


def extract_facts(document: Document, parks: Sequence[ParkEntry], lexicon: Lexicon) -> Facts:
    """All that one document says. Pure; never raises on any text."""
    plain = replace(document, text=folded(document.text))
    reads = [paragraph.text.read for text in split(plain, ()) for paragraph in text.paragraphs]
    signed = origins(document, tuple(lines(plain)))
    groups = group_parks(reads, parks, lexicon, signed)
    texts = split(plain, [form for group in groups for form in group.forms])
    observations: list[Observation] = []
    projects: list[ProjectMention] = []
    policies: list[PolicyMention] = []
    honours: list[Honour] = []
    industries: list[IndustryClaim] = []
    instruments: list[Instrument] = []
    leftovers: list[Leftover] = []
    known, taken = list(groups), set[str]()  # ids taken
    clock = infer_clock(document.metadata.published, "\n".join(reads))
    setting = Setting(lexicon, clock, province_of(signed))
    for text in texts:
        own = _groups_of(text, groups, parks, lexicon) if len(texts) > 1 else groups
        known += [] if own is groups else sorted(set(own) - set(known), key=own.index)
        results = list(_read_article(text, own, setting))
        found = {id(reading): fact for reading, fact in _observations(results, document, taken)}
        observations += found.values()
        projects += [_project(project, document, found) for project in find_projects(results)]
        named = find_policies(results)
        policies += [_policy(policy, document) for policy in named]
        instruments += _instruments(find_instruments(results, named), document, found)
        honours += [_honour(award, document) for award in find_honours(results)]
        industries += [_industries(claim, document) for claim in find_industries(results)]
        leftovers += _leftovers(results)
    return Facts(
        document=document.id,
        articles=tuple(text.article for text in texts),
        parks=tuple(_parks(known, reads, setting.province, [*observations, *projects])),
        observations=_in_order(observations),
        projects=_in_order(projects),
        policies=_in_order(policies),
        honours=_in_order(honours),
        industries=_in_order(industries),
        instruments=_in_order(instruments),
        leftovers=tuple(sorted(leftovers, key=lambda leftover: leftover.span)),
    )


Told = TypeVar("Told", Observation, ProjectMention, PolicyMention, Honour, IndustryClaim, Instrument)


def _in_order(facts: Iterable[Told]) -> tuple[Told, ...]:
    """Facts as they stand in the text; one word may give several, and each has an id of its own."""
    told: dict[str, Told] = {}
    for fact in sorted(facts, key=lambda fact: fact.evidence.span):
        name = fact.id
        while name in told:
            name += "b"
        told[name] = fact if name == fact.id else replace(fact, id=name)
    return tuple(told.values())


def _groups_of(
    text: ArticleText, groups: Sequence[Group], parks: Sequence[ParkEntry], lexicon: Lexicon
) -> Sequence[Group]:
    """The parks of a page's article: the page's, or its own where it names none of them."""
    reads = [paragraph.text.read for paragraph in text.paragraphs]
    forms = words_of(tuple(form for group in groups for form in group.forms))
    if any(next(forms.find(read), None) for read in reads):
        return groups
    return [group for group in group_parks(reads, parks, lexicon) if group.kind != "其他"] or groups


class Setting(NamedTuple):
    """What an article is read with: the words, its now, the province that it comes from."""

    lexicon: Lexicon
    clock: Clock
    province: str | None


def _read_article(text: ArticleText, groups: Sequence[Group], setting: Setting) -> Iterator[Yield]:
    lexicon, clock, province = setting
    reads = [paragraph.text.read for paragraph in text.paragraphs]
    main = subjects.main_park(groups, reads, text.article.title)
    told = [time.period for read in reads for time in find_times(read, clock) if time.period and not time.due]
    companies = [name.name for read in reads for name in find_names(read, lexicon) if name.kind == "company"]
    title = text.article.title or (reads[0] if reads else "")
    frame = Frame(
        lexicon=lexicon,
        clock=clock,
        groups=tuple(groups),
        main=main,
        review=periods.review_year(clock, told, title),
        span=periods.span_told(title, clock),
        shorts=coined_firms(reads) | short_names(companies),
        called=called(reads),
        regions=regions_around(main, "\n".join(reads), province),
    )
    state = State(park=main.name if main else None)
    section = Section(groups, title)
    for paragraph in text.paragraphs:
        if paragraph.heading and len(groups) > 1:
            section.read(paragraph, find_mentions(paragraph.text.read, groups, lexicon))
        about = section.park or main
        state.park = section.carried(paragraph, state.park) or (about.name if about else None)
        yield from bind_paragraph(paragraph, replace(frame, main=about) if section.park else frame, state)


def _observations(
    results: Sequence[Yield], document: Document, taken: set[str]
) -> Iterator[tuple[Reading, Observation]]:
    for result in results:
        for reading in result.readings:
            evidence = _evidence(result, document, reading.quantity.span.start, reading.quantity.span.end)
            name = f"{document.id}-{evidence.span.start}"
            while name in taken:
                name += "b"
            taken.add(name)
            yield reading, _observation(reading, name, evidence)


def _observation(reading: Reading, name: str, evidence: Evidence) -> Observation:
    return Observation(
        id=name,
        value=reading.quantity.value,
        unit=reading.quantity.unit,
        bound=reading.quantity.bound,
        measure=reading.measure,
        indicator=reading.indicator,
        subject=reading.subject,
        park=reading.park,
        period=reading.period,
        status=reading.status,
        scope=reading.scope,
        basis=reading.basis,
        rule=reading.rule,
        confidence=RULES[reading.rule].confidence,
        evidence=evidence,
    )


def _evidence(result: Yield, document: Document, start: int, end: int) -> Evidence:
    """Evidence in the document for read[start:end] of a paragraph."""
    sentence, text = result.scene.sentence, result.scene.sentence.paragraph.text
    return Evidence.at(document, text.span(start, end), text.pieces(sentence.start, sentence.end))


def _project(project: Project, document: Document, found: dict[int, Observation]) -> ProjectMention:
    result = Yield(project.scene, (), ())
    evidence = _evidence(result, document, project.start, project.end)
    money = found.get(id(project.reading)) if project.reading else None
    investment = (
        Investment(money.evidence.text, money.value, money.unit, money.bound, money.id) if money else None
    )
    return ProjectMention(
        id=f"{document.id}-p{evidence.span.start}",
        name=project.name.strip("“”"),
        company=project.company,
        park=project.park,
        investment=investment,
        stage=project.stage,
        date=project.date,
        evidence=evidence,
    )


def _policy(policy: Policy, document: Document) -> PolicyMention:
    evidence = _evidence(Yield(policy.scene, (), ()), document, policy.start, policy.end)
    return PolicyMention(
        id=f"{document.id}-y{evidence.span.start}",
        name=policy.name,
        park=policy.park,
        kind=policy.kind,
        date=policy.date,
        evidence=evidence,
    )


def _honour(award: Award, document: Document) -> Honour:
    evidence = _evidence(Yield(award.scene, (), ()), document, award.start, award.end)
    return Honour(
        id=f"{document.id}-h{evidence.span.start}",
        name=award.name,
        holder=award.holder or award.park or UNKNOWN,
        park=award.park,
        rank=award.rank,
        year=award.year,
        evidence=evidence,
    )


def _industries(claim: Claim, document: Document) -> IndustryClaim:
    evidence = _evidence(Yield(claim.scene, (), ()), document, claim.start, claim.end)
    return IndustryClaim(
        id=f"{document.id}-i{evidence.span.start}",
        park=claim.park,
        role=claim.role,
        names=claim.names,
        evidence=evidence,
    )


NO_DAY = "日期不存在"


def _instruments(
    givens: Sequence[Given], document: Document, found: dict[int, Observation]
) -> Iterator[Instrument]:
    for given in givens:
        evidence = _evidence(Yield(given.scene, (), ()), document, given.start, given.end)
        yield Instrument(
            id=f"{document.id}-t{evidence.span.start}",
            kind=given.kind,
            target=given.target,
            amount=_stated(given.amount, found),
            condition=given.condition,
            deadline=given.deadline,
            park=given.park,
            policy=given.policy,
            evidence=evidence,
            per=given.per,
            rate=_stated(given.rate, found),
            limit=_stated(given.limit, found),
            paid=given.paid,
        )


def _stated(reading: Reading | None, found: dict[int, Observation]) -> str | None:
    return found[id(reading)].id if reading else None


def _leftovers(results: Sequence[Yield]) -> Iterator[Leftover]:
    for result in results:
        text = result.scene.sentence.paragraph.text
        for quantity, reason in result.rejected:
            if reason == "时间":  # a date is no quantity
                continue
            span = text.span(quantity.span.start, quantity.span.end)
            yield Leftover(span, quantity.text, reason)
        for time in result.scene.times:
            if time.wrong:
                yield Leftover(
                    text.span(time.start, time.end), result.scene.read[time.start : time.end], NO_DAY
                )


def _parks(
    groups: Sequence[Group],
    reads: Sequence[str],
    province: str | None,
    facts: Sequence[Observation | ProjectMention],
) -> Iterator[ParkMention]:
    """The parks that the document gives facts about, in order of weight."""
    full = "\n".join(reads)
    with_facts = {fact.park for fact in facts}
    for group in groups:
        if group.name in with_facts:
            aliases = [form for form in group.forms if form != group.name and form in full]
            yield describe(group, full, aliases, province)
