"""A brief in 30 seconds, in English: the first sentence of each section that has one."""

from __future__ import annotations

from core.blocks import Counted, Line, Name, Words
from pages.briefs import points
from pages.briefs.contents import Distinction, Grant, Role
from pages.briefs.english.figures import goals, sentence, stated, when
from pages.briefs.english.terms import HEADINGS, STAGES, VERDICTS
from pages.briefs.english.things import amounts, enumerated, roles
from pages.briefs.layouts import rank_beside
from pages.briefs.lines import Parts, listed, proofs_of, tidy
from pages.briefs.naming import titled
from pages.briefs.points import Point
from pages.briefs.proofs import Proofs

SEE_GOALS = f"see “{HEADINGS['goals']}”."


def point(told: Point, park: str, proofs: Proofs) -> Line:  # noqa: C901  # one case for each kind of point
    """A point of a summary in a sentence."""
    match told:
        case Role():
            return roles([told], proofs)
        case points.Figures():
            return sentence(told.claims, proofs)
        case points.Counted():
            return _projects(told)
        case points.Policies():
            return _policies(told, proofs)
        case Grant():
            return _grant(told, proofs)
        case points.Honours():
            return _honours(told, proofs)
        case points.Promised():
            return _promises(told)
        case points.Aim():
            return goals([told.claim], park, proofs)[0]
        case points.Disputed():
            return _disputed(told)


def _disputed(told: points.Disputed) -> Line:
    verb = " figure is" if told.count == 1 else " figures are"
    said = f"{verb} told differently by the sources; see “{HEADINGS['conflicts']}”."
    return (Counted(str(told.count)), Words(said))


def _promises(told: points.Promised) -> Line:
    """Targets and promises: 10 (kept: 2, no later report: 8); see “Targets and results”."""
    said: list[Parts] = [[Words(f"{VERDICTS[each]}: "), Counted(str(count))] for each, count in told.verdicts]
    whole: Parts = [Words("Targets and promises: "), Counted(str(told.count))]
    return tidy([*whole, Words(" ("), *listed(said, between=", "), Words(f"); {SEE_GOALS}")])


def _projects(told: points.Counted) -> Line:
    """Projects that the sources name: 25 (under construction: 8, in operation: 5)."""
    said: list[Parts] = [
        [Words(f"{STAGES.get(stage, stage)}: "), Counted(str(count))] for stage, count in told.stages
    ]
    behind: Parts = [Words(" ("), *listed(said, between=", "), Words(")")] if said else []
    return tidy([Words("Projects that the sources name: "), Counted(str(told.count)), *behind, Words(".")])


def _policies(told: points.Policies, proofs: Proofs) -> Line:
    names = enumerated([[Name(titled(each.name))] for each, _ in told.first])
    marks = proofs.together(mention for _, mention in told.first)
    return _listing("policies and plans", told, [*names, *marks])


def _honours(told: points.Honours, proofs: Proofs) -> Line:
    names = enumerated([_honour(each, proofs) for each in told.first])
    marks = proofs.together(each.proof for each in told.first)
    return _listing("honours and evaluations", told, [*names, *marks])


def _listing(things: str, told: points.Policies | points.Honours, names: Parts) -> Line:
    """The sources name policies and plans: 12, such as A, B and C."""
    such = ", such as " if told.count > len(told.first) else ": "
    lead: Parts = [Words(f"The sources name {things}: "), Counted(str(told.count)), Words(such)]
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
