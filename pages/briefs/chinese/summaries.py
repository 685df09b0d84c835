"""A brief in 30 seconds, in Chinese: the first sentence of each section that has one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from core.blocks import Counted, Line, Name, Words
from core.judgement import Promise
from pages.briefs.chinese.figures import goals, sentence, stated, time_of, when
from pages.briefs.chinese.terms import HEADINGS, STAGES
from pages.briefs.chinese.things import amounts, rank_beside, roles, titled
from pages.briefs.claims import Claim
from pages.briefs.contents import Contents, Distinction, Grant, Investment, Policy, Standing
from pages.briefs.lines import Parts, listed, proofs_of, tidy
from pages.briefs.proofs import Proofs
from pages.promises import VERDICTS

AT_ONCE = 2  # figures of a sentence
NAMES = 3
STAGES_TOLD = 4
SEE_GOALS = f"见“{HEADINGS['goals']}”。"
FEW = 3  # projects, from which on they are counted


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
        lines.append(_policies(told, proofs))
    lines += [
        _grant(each, proofs) for each in [each for each in told.grants if each.amount or each.limit][:1]
    ]
    if told.rankings:
        lines.append(sentence(told.rankings[:1], proofs))
    elif told.honours:
        lines.append(_honours(told.honours, told.more_honours, proofs))
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
        count = Counted(f"{len(told.conflicts)}项")
        yield (count, Words(f"数据有不同的说法，见“{HEADINGS['conflicts']}”。"))


def _promises(told: Sequence[Promise]) -> Line:
    """目标与承诺有10项：2项已兑现，8项尚无后续报道，见“目标与兑现”。"""
    counts = Counter(VERDICTS[each.verdict] for each in told)
    said: list[Parts] = [
        [Counted(f"{counts[word]}项"), Words(word)] for word in VERDICTS.values() if counts[word]
    ]
    whole: Parts = [Words("目标与承诺有"), Counted(f"{len(told)}项")]
    if len(counts) == 1:
        return tidy([*whole, Words(f"，{'均' if len(told) > 1 else ''}{next(iter(counts))}，{SEE_GOALS}")])
    return tidy([*whole, Words("："), *listed(said, between="，"), Words(f"，{SEE_GOALS}")])


def _projects(told: Sequence[Standing], more: int) -> Line:
    """资料点名的项目有25个，其中在建8个、已运营5个。"""
    counts = Counter(each.stage for each in told if each.stage)
    whole: Parts = [Words("资料点名的项目有"), Counted(f"{len(told) + more}个")]
    if more or not counts:
        return tidy([*whole, Words("。")])
    if len(counts) == 1 and counts.total() == len(told):
        return tidy([*whole, Words(f"，均{STAGES.get(told[0].stage or '')}。")])
    said: list[Parts] = [
        [Words(STAGES.get(stage, stage)), Counted(f"{count}个")]
        for stage, count in counts.most_common(STAGES_TOLD)
    ]
    return tidy([*whole, Words("，其中"), *listed(said, between="、"), Words("。")])


def _policies(told: Policy, proofs: Proofs) -> Line:
    """资料提到的政策与规划有12项，如A、B、C。"""
    first = told.policies[:NAMES]
    count = Counted(f"{len(told.policies) + told.more_policies}项")
    names = listed([[Name(titled(each.name))] for each, _ in first], between="、")
    behind = "等" if len(told.policies) > NAMES else ""
    marks = proofs.together(mention for _, mention in first)
    return tidy(
        [Words("资料提到的政策与规划有"), count, Words("："), *names, Words(behind), *marks, Words("。")]
    )


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


def _honours(told: Sequence[Distinction], more: int, proofs: Proofs) -> Line:
    first = told[:NAMES]
    names = listed([_honour(each, proofs) for each in first], between="、")
    behind = "等" if len(told) > NAMES else ""
    marks = proofs.together(each.proof for each in first)
    count = Counted(f"{len(told) + more}项")
    return tidy(
        [Words("资料提到的荣誉与评价有"), count, Words("："), *names, Words(behind), *marks, Words("。")]
    )


def _honour(told: Distinction, proofs: Proofs) -> Parts:
    """国家高新区综合评价（第31名）; a name that tells its rank needs no second one."""
    rank = rank_beside(told)
    if rank is None:
        return [Name(told.honour.name)]
    return [Name(told.honour.name), Words("（"), stated(rank, proofs), Words("）")]
