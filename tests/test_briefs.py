"""What briefs tell: which facts are chosen, in which sections, with which evidence."""

from __future__ import annotations

import dataclasses
from decimal import Decimal
from pathlib import Path
from typing import Any, get_args

import pytest
from msgspec.structs import replace

from core.blocks import Block, Box, Brief, Heading, Inline, Paragraph, Proof, Stated, Unseen, Worked
from core.judgement import CheckedNote, Judgement
from core.model import IndustryClaim, IndustryProfile, Settings, SourceProfile
from pages import Beside, plan_pages
from pages.briefs import compose_briefs
from pages.briefs.claims import Context, make_claims, sayable
from pages.briefs.held import Held, archive_of
from pages.briefs.standings import is_carrier
from pages.doubts import doubts_of
from pages.places import find_places
from publish import check_site, publish
from tests.briefing import (
    EDITION,
    PARK,
    a_promise,
    earlier,
    figure,
    figures,
    later,
    lines_of,
    mentions,
    rich_briefs,
    rich_held,
    rich_judgement,
    rich_notes,
    rich_profiles,
    rich_translator,
    section,
)
from tests.factories import (
    a_chart,
    a_document,
    a_mention,
    a_park,
    a_project,
    an_observation,
    evidence_of,
    facts_of,
    profiles_of,
)
from tests.test_publish import TEMPLATES

INVESTMENT = "parks/lanjiang/investment.html"


def held_of(*found: Any, judgement: Judgement | None = None, **fields: Any) -> Held:
    """A park with these figures, all of the later document."""
    document = later()
    park = a_park(found, id="lanjiang", name=PARK, **fields)
    source = SourceProfile(document, facts_of(document, found))
    profiles = profiles_of(source, parks=(park,), park_of={each.id: park.id for each in found})
    return Held(park, archive_of(profiles, judgement or Judgement(), find_places(profiles)))


def both(held: Held) -> tuple[Brief, Brief]:
    investment, policy = compose_briefs(held, (), EDITION)
    return investment, policy


def headings(brief: Brief) -> list[str]:
    return [block.id for block in brief.blocks if isinstance(block, Heading)]


def text_of(brief: Brief) -> str:
    return "\n".join(line for block in brief.blocks for line in lines_of(block))


# -- the whole ------------------------------------------------------------------------------------


def test_a_rich_park_has_every_section_of_both_briefs() -> None:
    investment, policy = rich_briefs()

    assert headings(investment) == [
        "economy", "industries", "promotion", "projects", "space", "innovation",
        "goals", "conflicts", "news", "gaps",
    ]  # fmt: skip
    assert headings(policy) == ["policies", "grants", "services", "honours", "goals", "news"]


def test_the_investment_brief_reads_as_agreed() -> None:
    investment, _ = rich_briefs()

    assert section(investment, "economy") == [
        "2024年，地区生产总值335.3亿元（2023年为310.5亿元），增长8.2%；"
        "规上工业总产值约650亿元（2023年为602亿元），推算增长8.0%（650 ÷ 602 − 1 = 8.0%）。"
        "2023年，税收收入20.8亿元。"
    ]
    assert section(investment, "projects")[1:] == [
        "澜光芯片项目 | 已签约 | — | 未注明 | ",
        "星河动力电池项目 | 已开工 | 2024年 | 50亿元（计划） | ",
    ]
    assert section(investment, "innovation") == ["2024年，高新技术企业98家（另有报道称120家，截至2023年）。"]
    assert section(investment, "goals") == [
        "地区生产总值突破400亿元 | 2025年 | 2024年为335.3亿元 | "
        "进行中，相当于目标的83.8%（335.3 ÷ 400 = 83.8%） | "
    ]
    assert section(investment, "news") == [
        "2025年2月18日的资料中首次出现的项目名称：澜光芯片项目、云帆产业园。",
        "星河动力电池项目：此前报道为已签约，新的报道为已开工。",
        "2023年，税收收入：最初的报道是20.5亿元，后来的报道是20.8亿元。",
    ]


def test_the_policy_brief_reads_as_agreed() -> None:
    _, policy = rich_briefs()

    assert (
        "《岚江经开区人才十条》对新引进的博士给予30万元补贴（条件：签订三年合同；期限：2025年6月30日）。"
        in text_of(policy).splitlines()
    )
    assert section(policy, "grants") == [
        "补贴 | 《岚江经开区人才十条》 | 新引进的博士 | 30万元 | 签订三年合同 | 2025年6月30日 | "
    ]
    assert section(policy, "honours") == [
        "国家级绿色园区 | — | 2024年 | ",
        "国家级经开区综合评价 | 第58名 | 2024年 | ",
    ]
    assert section(policy, "services") == ["2024年，审批事项28项。"]


def test_a_park_that_no_document_speaks_of_has_no_brief() -> None:
    profiles = profiles_of(parks=(a_park(),))

    assert (
        compose_briefs(
            Held(profiles.parks[0], archive_of(profiles, Judgement(), find_places(profiles))), (), EDITION
        )
        == ()
    )


def test_a_value_in_dispute_is_marked_in_its_brief(tmp_path: Path) -> None:
    html = (rich_site(tmp_path / "site") / INVESTMENT).read_text("utf-8")
    fact = figures()["high-tech"].id
    shown, marks = html.count(f'data-fact="{fact}"'), html.count(f'data-doubt="{fact}"')

    assert f'<a class="doubt" data-doubt="{fact}" href="../../conflicts/index.html#c"' in html
    assert shown == marks + html.count(f'data-fact="{fact}" data-rival="c"')  # or stands beside its rival


def test_a_value_that_two_others_dispute_tells_both_in_each_language() -> None:
    said = figures()
    third = replace(said["high-tech"], id="third", value=Decimal(111), evidence=evidence_of(later(), "28项"))
    conflict = replace(
        rich_judgement().conflicts[0], sides=(said["high-tech-2023"], said["high-tech"], third)
    )
    evidence = find_places(rich_profiles()).evidence | {"third": "sources/lanjiang-2025.html#q1"}
    citations = find_places(rich_profiles()).citations
    doubts = doubts_of(Judgement(conflicts=(conflict,)), evidence, citations)

    (doubt,) = doubts[said["high-tech"].id]
    assert doubt.told.count("另一处说是") == 2 and "；另一处说是" in doubt.told
    translator = rich_translator()
    page = f"<html><head><title>x</title></head><body><p title='{doubt.told}'>x</p></body></html>"
    assert translator.translate("a.html", page).count("elsewhere") == 2
    assert translator.edition.problems() == ()


def test_what_is_told_in_a_line_or_two_is_not_told_in_a_box_before() -> None:
    few, _ = both(held_of(figure("335.3亿元"), figure("46个", indicator="签约项目数", unit="个")))

    assert [type(block) for block in few.blocks if not isinstance(block, Heading | Paragraph)] == []
    assert section(few, "economy") == ["2024年，地区生产总值335.3亿元。"]


@pytest.mark.parametrize(
    ("sentence", "words", "indicator"),
    [
        ("力争签约项目每年增加十个。", "十个", "签约项目数"),
        ("每万人拥有发明专利45件。", "45件", "发明专利拥有量"),
        ("云帆、星河等10家高新技术企业入驻。", "10家", "高新技术企业数"),
    ],
)
def test_a_number_that_its_indicator_tells_by_half_is_not_said(
    sentence: str, words: str, indicator: str
) -> None:
    document = a_document(sentence)

    assert not sayable(an_observation(document, words, indicator=indicator), own=True)


def test_each_role_of_industries_is_told_as_the_newest_document_tells_it() -> None:
    rich, old = rich_profiles(), earlier()
    proof = evidence_of(old, "星河动力电池项目")
    claim = IndustryClaim("industry-old", PARK, "主导", ("汽车零部件",), proof)
    held_before = IndustryProfile("cars", "汽车零部件", claim.names, (("lanjiang", "主导", claim),))
    sources = [
        replace(each, facts=replace(each.facts, industries=(claim,))) if each.document.id == old.id else each
        for each in rich.sources
    ]
    profiles = replace(rich, sources=tuple(sources), industries=(*rich.industries, held_before))

    investment, _ = both(
        Held(profiles.parks[0], archive_of(profiles, rich_judgement(), find_places(profiles)))
    )

    assert section(investment, "industries")[0] == "主导产业为新能源、电子信息；另提到低空经济。"


def test_the_summary_says_nothing_that_the_sections_do_not() -> None:
    for brief in rich_briefs():
        boxes = [block for block in brief.blocks if isinstance(block, Box)]
        rest = [block for block in brief.blocks if not isinstance(block, Box)]

        assert facts_in(boxes)
        assert facts_in(boxes) <= facts_in(rest)


# -- evidence -------------------------------------------------------------------------------------


def inlines(value: object) -> list[Inline]:
    """Every piece of every line in a tree."""
    if isinstance(value, tuple | list):
        return [piece for each in value for piece in inlines(each)]
    if isinstance(value, Inline):
        return [value]
    fields = getattr(value, "__struct_fields__", ())
    return [piece for name in fields for piece in inlines(getattr(value, name))]


def stated_in(tree: object) -> list[Stated]:
    return [each for each in inlines(tree) if isinstance(each, Stated)]


def facts_in(tree: object) -> set[str]:
    return {each.fact for each in stated_in(tree)}


def test_every_number_of_evidence_is_listed_and_every_exhibit_is_used() -> None:
    for brief in rich_briefs(notes=rich_notes()):
        listed = [each.number for origin in brief.evidence for each in origin.exhibits]
        used = {each.evidence for each in inlines(brief.blocks) if isinstance(each, Stated | Proof)}
        worked = {n for each in inlines(brief.blocks) if isinstance(each, Worked) for n in each.evidence}

        assert listed and listed == list(range(1, len(listed) + 1))
        assert used | worked == set(listed)


def test_a_value_stands_in_the_quote_of_its_evidence() -> None:
    texts = {each.id: each.evidence.text for each in figures().values()}
    for brief in rich_briefs():
        quotes = {each.number: each.quote for origin in brief.evidence for each in origin.exhibits}

        stated = stated_in(brief.blocks)

        assert stated
        assert [each.text for each in stated if texts[each.fact] not in quotes[each.evidence]] == []


def test_what_has_no_mark_on_a_source_page_is_not_told() -> None:
    held = rich_held()
    unmarked = {"policy", "honour-国家级绿色园区", "instrument"}
    kept = {fact: url for fact, url in held.places.evidence.items() if fact not in unmarked}
    places = dataclasses.replace(held.places, evidence=kept)

    _, policy = both(Held(held.park, dataclasses.replace(held.archive, places=places)))

    assert headings(policy) == ["services", "honours", "goals", "news", "gaps"]
    assert "岚江经开区人才十条" not in text_of(policy)
    assert "国家级绿色园区" not in text_of(policy)


# -- what is chosen -------------------------------------------------------------------------------


DATES = {"lanjiang-2025": "2025-02-18", "lanjiang-2024": "2024-01-20"}


def context_of(marked: set[str], **fields: Any) -> Context:
    """Both documents, the newer first, in which these facts have marks."""
    known: dict[str, Any] = {
        "age": {"lanjiang-2025": 0, "lanjiang-2024": 1},
        "dates": DATES,
        "marked": marked,
    }
    return Context(PARK, **{**known, **fields})


def claims_of(*found: Any, **context: Any) -> list[list[str]]:
    """The ids of the figures of each claim."""
    marked = {each.id for each in found}
    claims = make_claims([(each.subject, each) for each in found], context_of(marked, **context))
    return [[figure.id for figure in claim.figures] for claim in claims]


@pytest.mark.parametrize(
    "fields",
    [
        {"confidence": 0.6},
        {"indicator": "企业数"},  # of what, only its sentence told
        {"indicator": "项目总投资"},
        {"indicator": "齐发数"},
        {"indicator": "地方一般一般公共预算收入"},
        {"indicator": "其规划面积"},
        {"measure": "gap"},
        {"measure": "rank"},  # of an amount: among whom, nobody tells
    ],
)
def test_what_makes_no_sense_outside_of_its_sentence_is_not_said(fields: dict[str, Any]) -> None:
    assert claims_of(figure("335.3亿元", **fields)) == []


def test_what_a_person_has_checked_is_said_however_sure_the_rule_was() -> None:
    checked = figure("335.3亿元", confidence=0.5, note="核对过")

    assert claims_of(checked) == [[checked.id]]


def test_a_document_that_gives_two_values_for_one_statement_is_not_quoted() -> None:
    assert claims_of(figure("335.3亿元"), figure("650亿元")) == []


def test_of_two_documents_that_agree_the_newest_is_quoted_and_the_exact_before_the_vague() -> None:
    old, new = (
        figure("310.5亿元", of=earlier()),
        replace(figure("335.3亿元"), value=figure("310.5亿元", of=earlier()).value),
    )
    vague = replace(new, bound="~")

    assert claims_of(old, new) == [[new.id]]
    assert claims_of(old, vague) == [[old.id]]


def test_a_reprint_counts_for_nothing() -> None:
    assert claims_of(figure("335.3亿元"), age={"lanjiang-2024": 0}) == []


def test_a_reprint_whose_original_speaks_of_another_park_still_gives_briefs() -> None:
    profiles = replace(
        rich_profiles(), reprints={"lanjiang-2025": "elsewhere", "lanjiang-2024": "lanjiang-2025"}
    )
    held = Held(profiles.parks[0], archive_of(profiles, Judgement(), find_places(profiles)))

    assert held.documents == ("lanjiang-2025",)
    assert len(both(held)) == 2


def test_an_earlier_value_compares_only_if_nothing_but_its_year_differs() -> None:
    now = figure("335.3亿元")
    half = figure("310.5亿元", of=earlier(), period="2023-01/2023-06")
    whole = figure("310.5亿元", of=earlier(), period="2023")
    context = context_of({now.id, half.id})

    unlike = make_claims([(PARK, now), (PARK, half)], context)
    like = make_claims([(PARK, now), (PARK, whole)], context)

    assert unlike[0].before is None
    assert like[0].before == whole


@pytest.mark.parametrize("told", ["2024-10-12", None])
def test_a_period_that_was_not_over_when_it_was_told_is_not_compared(told: str | None) -> None:
    now, before = figure("335.3亿元"), figure("310.5亿元", of=earlier(), period="2023")
    dates = {**DATES, **({"lanjiang-2025": told} if told else {})}
    if told is None:
        del dates["lanjiang-2025"]

    claims = make_claims([(PARK, now), (PARK, before)], context_of({now.id, before.id}, dates=dates))

    assert [claim.before for claim in claims] == [None, None]


def test_projects_named_are_told_apart_from_places() -> None:
    document = a_document("云帆产业园、澜光芯片项目、星河动力产业园项目、云帆科技园。")
    named = {
        name: a_project([a_mention(document, name)])
        for name in ("云帆产业园", "澜光芯片项目", "星河动力产业园项目")
    }
    owned = a_project([a_mention(document, "云帆科技园")], company="云帆科技")

    assert [name for name, project in named.items() if is_carrier(project)] == ["云帆产业园"]
    assert not is_carrier(owned)


def test_the_ladder_decides_the_stage_and_a_promised_rung_is_not_reached() -> None:
    investment, _ = both(rich_held())
    _, battery = section(investment, "projects")[1:]

    assert battery.startswith("星河动力电池项目 | 已开工 | 2024年")


def test_a_park_with_more_projects_than_a_table_holds_says_how_many_are_left_out() -> None:
    document = a_document("".join(f"第{number}号芯片项目开工。" for number in range(30)))
    projects = tuple(
        a_project([a_mention(document, f"第{number}号芯片项目")], id=f"p{number}") for number in range(30)
    )
    park = a_park(documents=(document.id,), projects=projects)
    source = SourceProfile(document, facts_of(document, projects=[each.mentions[0] for each in projects]))
    profiles = profiles_of(source, parks=(park,), projects=projects)

    investment, _ = both(Held(park, archive_of(profiles, Judgement(), find_places(profiles))))

    said = section(investment, "projects")
    assert len([line for line in said if "芯片项目 | 已开工" in line]) == 24
    assert said[-1] == "另有6个项目没有列出。"


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"verdict": "met", "outcomes": ("grp",)}, "2024年为335.3亿元 | 已兑现"),
        ({"verdict": "missed", "outcomes": ("grp",)}, "2024年为335.3亿元 | 未达到"),
        (
            {"verdict": "unlike", "unlike": ("grp-2023",), "differences": (("period",),)},
            "2023年为310.5亿元（期不同） | 不可比",
        ),
        ({"verdict": "on_way", "start": "grp-2023"}, "起点：2023年为310.5亿元 | 进行中"),
        ({"verdict": "overdue"}, "没有找到 | 到期未见结果"),
        ({"verdict": "silent", "quiet_days": 405}, "没有找到 | 尚无后续报道"),
    ],
)
def test_a_promise_is_told_with_what_came_of_it(fields: dict[str, Any], expected: str) -> None:
    said = figures()
    named = {"outcomes", "unlike"}
    found = {
        key: tuple(said[each] for each in value) if key in named else said.get(value, value)
        for key, value in fields.items()
        if key != "differences"
    }
    found["differences"] = fields.get("differences", ())
    promise = a_promise(target=said["grp-goal"], due="2025", **found)

    investment, _ = both(rich_held(Judgement(promises=(promise,))))

    assert section(investment, "goals") == [f"地区生产总值突破400亿元 | 2025年 | {expected} | "]


def test_a_promised_stage_is_told_with_the_stage_that_was_reached() -> None:
    told = mentions()
    promise = a_promise(
        project="battery",
        subject="星河动力电池项目",
        stage=told["battery-2025"],
        reached=(told["battery-2025"],),
        verdict="met",
    )

    investment, _ = both(rich_held(Judgement(promises=(promise,))))

    assert section(investment, "goals")[-1] == "星河动力电池项目：开工 | 未注明 | 2024年已开工 | 已兑现 | "


def test_targets_that_no_promise_tracks_are_listed() -> None:
    investment, policy = both(rich_held(Judgement()))

    assert (
        section(investment, "goals") == section(policy, "goals") == ["2025年目标：地区生产总值突破400亿元。"]
    )


def test_money_of_several_kinds_carries_a_word_of_caution() -> None:
    caution = "计划、签约与到位的资金是不同的口径，不能相加。"
    one_kind = held_of(figures()["signed-money"])

    assert caution in text_of(both(rich_held())[0])
    assert caution not in text_of(both(one_kind)[0])


def test_nothing_is_new_where_no_older_document_is_dated() -> None:
    investment, policy = both(held_of(figures()["grp"]))

    assert "news" not in headings(investment) + headings(policy)


def test_a_thing_that_an_undated_document_tells_is_not_called_new() -> None:
    held, rich = rich_held(), rich_profiles()
    undated = a_document("澜光芯片项目签约。", id="undated", published=None)
    mention = a_mention(undated, "澜光芯片项目", park=PARK)
    projects = tuple(
        replace(each, mentions=(mention, *each.mentions)) if each.id == "chip" else each
        for each in held.park.projects
    )
    park = replace(held.park, projects=projects, documents=(*held.park.documents, "undated"))
    source = SourceProfile(undated, facts_of(undated, projects=(mention,)))
    profiles = replace(rich, parks=(park,), projects=projects, sources=(*rich.sources, source))

    investment, _ = both(Held(park, archive_of(profiles, Judgement(), find_places(profiles))))

    assert section(investment, "news")[0] == "2025年2月18日的资料中首次出现的项目名称：云帆产业园。"


def test_gaps_are_told_of_basics_only_and_go_when_they_are_filled() -> None:
    poor, _ = both(held_of(figures()["permits"]))
    (line,) = section(poor, "gaps")

    assert line.startswith("在所用资料中没有读到：地区生产总值、工业产值、固定资产投资、")
    assert "地区生产总值" not in section(rich_briefs()[0], "gaps")[0]


def test_a_park_without_policies_is_not_asked_for_their_terms() -> None:
    _, policy = both(held_of(figures()["grp"]))

    assert section(policy, "gaps") == [
        "在所用资料中没有读到：有名称的政策、发展目标。没有读到，不等于没有公布。"
    ]
    assert "所用资料中没有读到政策、荣誉或目标。" in text_of(policy)


# -- comments -------------------------------------------------------------------------------------


def test_both_briefs_hold_the_notes_on_the_park_and_its_projects_apart_from_facts() -> None:
    for brief in rich_briefs(notes=rich_notes()):
        assert section(brief, "remarks") == [
            "分析人员的看法，不是来源所载的事实。来源里没有的数，都已标出。",
            "总量335.3亿元之后",
            "行业分析师 · 2025年3月1日",
            "2024年地区生产总值335.3亿元，出口88亿元。",
            "看新能源",
            "看招商",
            "开工不等于投产",
            "行业分析师 · 2025年3月1日 · 关于星河动力电池项目",
            "总投资50亿元。",
        ]
        assert [each.text for each in inlines(brief.blocks) if isinstance(each, Unseen)] == ["88亿元"]


def test_a_brief_without_notes_has_no_section_for_them() -> None:
    investment, policy = rich_briefs()

    assert "remarks" not in headings(investment) + headings(policy)


def test_a_note_makes_no_facts_of_its_own() -> None:
    plain, commented = rich_briefs(), rich_briefs(notes=rich_notes())

    for one, other in zip(plain, commented, strict=True):
        assert boxed(one) and boxed(other) == boxed(one)


def boxed(brief: Brief) -> list[str]:
    return [line for block in brief.blocks if isinstance(block, Box) for line in lines_of(block)]


@pytest.mark.parametrize(
    ("page", "flag"),
    [(INVESTMENT, "此数未见于来源"), (f"en/{INVESTMENT}", "in no source")],
)
def test_a_figure_of_a_note_says_on_each_page_that_no_source_states_it(
    tmp_path: Path, page: str, flag: str
) -> None:
    site = rich_site(tmp_path / "site", rich_notes(), languages=("zh", "en"))
    html = (site / page).read_text("utf-8")
    assert check_site(site) == []

    (site / page).write_text(html.replace(f">{flag}</span>", "></span>"), "utf-8")

    assert [each.what for each in check_site(site)] == ["'88亿元' is in no source and does not say so"]


# -- pages ----------------------------------------------------------------------------------------


def rich_site(folder: Path, notes: tuple[CheckedNote, ...] = (), **fields: Any) -> Path:
    """The made-up park as a site: its facts that source pages mark."""
    said = figures()
    svg = '<svg viewBox="0 0 10 10"><text x="1" y="9">335.3</text></svg>'
    chart = a_chart([said["grp-2023"], said["grp"]], id="lanjiang-grp", park="lanjiang", svg=svg, alt=PARK)
    settings = Settings(as_of="2025-02-28", publisher="岚江研究", **fields)
    beside = Beside(judgement=rich_judgement(), notes=notes)
    pages = plan_pages(rich_profiles(), [chart], settings, beside)
    editions = (rich_translator().edition,) if "en" in settings.languages else ()
    theme = replace(TEMPLATES, editions=editions)
    publish(pages, templates=theme, output=folder, base_url=None)
    return folder


def test_the_pages_of_briefs_hold_what_every_page_must(tmp_path: Path) -> None:
    site = rich_site(tmp_path / "site")

    assert check_site(site) == []
    html = (site / INVESTMENT).read_text("utf-8")
    assert "<h1 data-name>岚江经开区投资简报</h1>" in html
    assert 'href="investment.pdf"' in html and 'href="policy.html"' in html
    assert 'data-derived="650 ÷ 602 − 1 = 8.0%"' in html
    assert 'data-drawing="lanjiang-grp-table"' in html


def test_a_park_leads_to_its_briefs_and_the_list_of_parks_to_the_volume(tmp_path: Path) -> None:
    site = rich_site(tmp_path / "site")

    park = (site / "parks/lanjiang/index.html").read_text("utf-8")
    assert 'href="investment.html"' in park and 'href="policy.html"' in park
    assert 'href="../edition.pdf"' in (site / "parks/index.html").read_text("utf-8")


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        (">335.3亿元</a>", ">335.4亿元</a>", "says '335.4亿元'"),
        ('data-derived="650 ÷ 602 − 1 = 8.0%"', 'data-derived=""', "does not say what it is"),
        ('id="evidence-1"', 'id="evidence-0"', "leads to an anchor"),
        ('href="investment.pdf"', 'href="investments.pdf"', "leads to no file"),
        (
            "岚江经开区实现地区生产总值335.3亿元，",
            "岚江经开区实现地区生产总值335.4亿元，",
            "the quote has 335.4",
        ),
    ],
)
def test_a_spoilt_brief_is_found(tmp_path: Path, old: str, new: str, what: str) -> None:
    site = rich_site(tmp_path / "site")
    html = (site / INVESTMENT).read_text("utf-8")
    assert old in html

    (site / INVESTMENT).write_text(html.replace(old, new, 1), "utf-8")

    assert any(what in problem.what for problem in check_site(site))


def test_every_kind_of_block_has_a_macro_and_a_setting() -> None:
    html = (TEMPLATES.shipped / "_blocks.html").read_text("utf-8")
    typst = (TEMPLATES.shipped / "brief.typ").read_text("utf-8")

    for kind in get_args(Block):
        assert f'"{kind.__struct_config__.tag}"' in html
        assert f'"{kind.__struct_config__.tag}"' in typst
    for kind in get_args(Inline):
        assert f'"{kind.__struct_config__.tag}"' in html
