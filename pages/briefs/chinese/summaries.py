"""A brief in 30 seconds, in Chinese: the first sentence of each section that has one."""

from __future__ import annotations

from core.blocks import Counted, Line, Name, Words
from pages.briefs import points
from pages.briefs.chinese.figures import goals, sentence, stated, when
from pages.briefs.chinese.terms import HEADINGS, STAGES
from pages.briefs.chinese.things import amounts, roles
from pages.briefs.contents import Distinction, Grant, Role
from pages.briefs.layouts import rank_beside
from pages.briefs.lines import Parts, listed, proofs_of, tidy
from pages.briefs.naming import titled
from pages.briefs.points import Point
from pages.briefs.proofs import Proofs
from pages.promises import VERDICTS

SEE_GOALS = f"见“{HEADINGS['goals']}”。"


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
            return (Counted(f"{told.count}项"), Words(f"数据有不同的说法，见“{HEADINGS['conflicts']}”。"))


def _promises(told: points.Promised) -> Line:
    """目标与承诺有10项：2项已兑现，8项尚无后续报道，见“目标与兑现”。"""
    whole: Parts = [Words("目标与承诺有"), Counted(f"{told.count}项")]
    if len(told.verdicts) == 1:
        word = VERDICTS[told.verdicts[0][0]]
        return tidy([*whole, Words(f"，{'均' if told.count > 1 else ''}{word}，{SEE_GOALS}")])
    said: list[Parts] = [[Counted(f"{count}项"), Words(VERDICTS[each])] for each, count in told.verdicts]
    return tidy([*whole, Words("："), *listed(said, between="，"), Words(f"，{SEE_GOALS}")])


def _projects(told: points.Counted) -> Line:
    """资料点名的项目有25个，其中在建8个、已运营5个。"""
    whole: Parts = [Words("资料点名的项目有"), Counted(f"{told.count}个")]
    said: list[Parts] = [
        [Words(STAGES.get(stage, stage)), Counted(f"{count}个")] for stage, count in told.stages
    ]
    if not said:
        return tidy([*whole, Words("。")])
    (stage, count), *others = told.stages
    if not others and count == told.count:
        return tidy([*whole, Words(f"，均{STAGES.get(stage, stage)}。")])
    return tidy([*whole, Words("，其中"), *listed(said, between="、"), Words("。")])


def _policies(told: points.Policies, proofs: Proofs) -> Line:
    """资料提到的政策与规划有12项，如A、B、C。"""
    names = listed([[Name(titled(each.name))] for each, _ in told.first], between="、")
    marks = proofs.together(mention for _, mention in told.first)
    return _listing("政策与规划", told.count, [*names, *_and_others(told), *marks])


def _listing(things: str, count: int, names: Parts) -> Line:
    lead: Parts = [Words(f"资料提到的{things}有"), Counted(f"{count}项"), Words("：")]
    return tidy([*lead, *names, Words("。")])


def _and_others(told: points.Policies | points.Honours) -> Parts:
    return [Words("等")] if told.count > len(told.first) else []


def _grant(told: Grant, proofs: Proofs) -> Line:
    """《岚江经开区人才十条》对博士给予30万元补贴（条件：……；期限：……）; 政策工具：已兑付奖励110万元."""
    given = told.instrument
    lead: Parts = [Name(titled(told.policy))] if told.policy else [Words("政策工具")]
    if given.target and told.policy and not given.paid:
        lead += [Words("对"), Name(given.target), Words("给予")]
    else:
        lead.append(Words("：已兑付" if given.paid else "："))
    kind, size = Words(given.kind), amounts(told, proofs)
    plain = told.rate is None and told.limit is None and not given.paid
    said = [*lead, *((*size, kind) if plain else (kind, *size)), *_terms(told)]
    return tidy([*said, *proofs_of(said), Words("。")])


def _terms(told: Grant) -> Parts:
    """On which condition and until when: without them, a sentence would promise too much."""
    terms: list[Parts] = []
    if told.instrument.condition:
        terms.append([Words("条件："), Name(told.instrument.condition)])
    if told.instrument.deadline:
        terms.append([Words("期限："), when(told.instrument.deadline)])
    return [Words("（"), *listed(terms, between="；"), Words("）")] if terms else []


def _honours(told: points.Honours, proofs: Proofs) -> Line:
    names = listed([_honour(each, proofs) for each in told.first], between="、")
    marks = proofs.together(each.proof for each in told.first)
    return _listing("荣誉与评价", told.count, [*names, *_and_others(told), *marks])


def _honour(told: Distinction, proofs: Proofs) -> Parts:
    """国家高新区综合评价（第31名）; a name that tells its rank needs no second one."""
    rank = rank_beside(told)
    if rank is None:
        return [Name(told.honour.name)]
    return [Name(told.honour.name), Words("（"), stated(rank, proofs), Words("）")]
