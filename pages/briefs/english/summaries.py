"""A brief in 30 seconds, in English: the first sentence of each section that has one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from core.blocks import Counted, Line, Name, Words
from core.judgement import Promise
from pages.briefs.chinese.things import rank_beside, titled
from pages.briefs.claims import Claim
from pages.briefs.contents import Contents, Distinction, Grant, Investment, Policy, Standing
from pages.briefs.english.figures import goals, sentence, stated, time_of, when
from pages.briefs.english.terms import HEADINGS, STAGES, VERDICTS
from pages.briefs.english.things import amounts, enumerated, roles
from pages.briefs.lines import Parts, listed, proofs_of, tidy
from pages.briefs.proofs import Proofs

AT_ONCE, NAMES, STAGES_TOLD, FEW = 2, 3, 4, 3
SEE_GOALS = f"see “{HEADINGS['goals']}”."


def investment(told: Investment, proofs: Proofs) -> tuple[Line, ...]:
    """What an investor reads if nothing else."""
    lines: list[Line] = []
    if told.roles:
        lines.append(roles(told.roles[:1], proofs))
    most_telling = (_first(told.economy or told.industries), _first(told.promotion))
    lines += [sentence(each, proofs) for each in most_telling if each]
    if len(told.projects) >= FEW:
        lines.append(_projects(told.projects, told.more_projects))
    return (*lines, *_in_common(told, proofs))


def policy(told: Policy, proofs: Proofs) -> tuple[Line, ...]:
    """What a reader of policies reads if nothing else."""
    lines: list[Line] = []
    if told.policies:
        named = [(titled(each.name), mention) for each, mention in told.policies[:NAMES]]
        names = enumerated([[Name(name)] for name, _ in named])
        marks = proofs.together(mention for _, mention in named)
        lines.append(
            _listing("policies and plans", len(told.policies) + told.more_policies, [*names, *marks])
        )
    with_money = [each for each in told.grants if each.amount or each.limit]
    lines += [_grant(each, proofs) for each in with_money[:1]]
    if told.rankings:
        lines.append(sentence(told.rankings[:1], proofs))
    elif told.honours:
        names = enumerated([_honour(each, proofs) for each in told.honours[:NAMES]])
        marks = proofs.together(each.proof for each in told.honours[:NAMES])
        lines.append(
            _listing("honours and evaluations", len(told.honours) + told.more_honours, [*names, *marks])
        )
    if first := _first(told.services):
        lines.append(sentence(first, proofs))
    return (*lines, *_in_common(told, proofs))


def _first(claims: Sequence[Claim]) -> Sequence[Claim]:
    """The claims of a section that come first, and are of one period."""
    return [each for each in claims if time_of(each.first) == time_of(claims[0].first)][:AT_ONCE]


def _in_common(told: Contents, proofs: Proofs) -> Iterable[Line]:
    if told.promises:
        yield _promises(told.promises)
    else:
        dated = [each for each in told.goals if each.first.period and each.subject == told.park.name]
        yield from goals(dated[:1], told.park.name, proofs)
    if told.conflicts:
        verb = " figure is" if len(told.conflicts) == 1 else " figures are"
        said = f"{verb} told differently by the sources; see “{HEADINGS['conflicts']}”."
        yield (Counted(str(len(told.conflicts))), Words(said))


def _promises(told: Sequence[Promise]) -> Line:
    """Targets and promises: 10, of which 2 kept, 8 no later report; see “Targets and results”."""
    counts = Counter(VERDICTS[each.verdict] for each in told)
    said: list[Parts] = [
        [Words(f"{word}: "), Counted(str(counts[word]))] for word in VERDICTS.values() if counts[word]
    ]
    whole: Parts = [Words("Targets and promises: "), Counted(str(len(told)))]
    return tidy([*whole, Words(" ("), *listed(said, between=", "), Words(f"); {SEE_GOALS}")])


def _projects(told: Sequence[Standing], more: int) -> Line:
    """Projects that the sources name: 25, among them under construction 8, in operation 5."""
    counts = Counter(each.stage for each in told if each.stage)
    whole: Parts = [Words("Projects that the sources name: "), Counted(str(len(told) + more))]
    if more or not counts:
        return tidy([*whole, Words(".")])
    said: list[Parts] = [
        [Words(f"{STAGES.get(stage, stage)}: "), Counted(str(count))]
        for stage, count in counts.most_common(STAGES_TOLD)
    ]
    return tidy([*whole, Words(" ("), *listed(said, between=", "), Words(").")])


def _listing(things: str, count: int, names: Parts) -> Line:
    """Policies and plans that the sources name: 12, such as A, B, C."""
    such = ", such as " if count > NAMES else ": "
    lead: Parts = [Words(f"The sources name {things}: "), Counted(str(count)), Words(such)]
    return tidy([*lead, *names, Words(".")])


def _grant(told: Grant, proofs: Proofs) -> Line:
    """岚江经开区人才十条: CNY 300,000 (subsidy) for doctors; condition: …."""
    given = told.instrument
    lead: Parts = [Name(titled(told.policy))] if told.policy else [Words("A policy instrument")]
    said: Parts = [*lead, Words(": paid out " if given.paid else ": "), *amounts(told, proofs)]
    said += [Words(" ("), Name(given.kind), Words(")")]
    if given.target and not given.paid:
        said += [Words(" for "), Name(given.target)]
    if given.condition:
        said += [Words("; condition: "), Name(given.condition)]
    if given.deadline:
        said += [Words("; deadline: "), when(given.deadline)]
    return tidy([*said, *proofs_of(said), Words(".")])


def _honour(told: Distinction, proofs: Proofs) -> Parts:
    """国家高新区综合评价 (31st); a name that tells its rank needs no second one."""
    rank = rank_beside(told)
    if rank is None:
        return [Name(told.honour.name)]
    return [Name(told.honour.name), Words(" ("), stated(rank, proofs), Words(")")]
