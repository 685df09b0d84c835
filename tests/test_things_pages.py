"""Pages of policies, industries, honours, companies, and the timeline: what each shows and leads to."""

from __future__ import annotations

from pathlib import Path
from typing import Any, cast

from msgspec import Struct
from msgspec.structs import replace

from core.model import (
    Document,
    Facts,
    Instrument,
    Observation,
    Page,
    PlacedInstrument,
    PolicyStep,
    Profiles,
    Settings,
    SourceProfile,
)
from pages import plan_pages
from pages.companies import CompanyView
from pages.home import HomeView
from pages.honours import HonoursView
from pages.industries import IndustriesView, IndustryView
from pages.marks import marks_of, mentions_of
from pages.parks import ParkView
from pages.places import find_places
from pages.policies import PoliciesView, PolicyView
from pages.projects import ProjectView
from pages.sources import SourceView
from pages.timeline import TimelineView
from publish import Theme, publish
from tests.factories import (
    PARK,
    a_claim,
    a_company,
    a_document,
    a_mention,
    a_park,
    a_policy,
    a_policy_profile,
    a_project,
    an_honour,
    an_honour_profile,
    an_industry,
    an_instrument,
    an_observation,
    facts_of,
    profiles_of,
)
from tests.test_pages import views_of

TEXT = (
    "云泽高新区印发人才十条，对新引进的博士每人奖励30万元，最高不超过500万元，2025年6月30日前申报。"
    "云泽高新区以光电信息、智能装备为主导产业，光电信息产业产值突破260亿元。"
    "2024年，云泽高新区获评国家级绿色园区，澜光公司的光电信息项目开工。全年发放补贴1.6亿元。"
)
TEMPLATES = Theme(Path(__file__).parent.parent / "templates")
OTHER = replace(a_park(), id="lanjiang", name="岚江经开区", names=(), entry=None)


def document() -> Document:
    return a_document(TEXT)


def amount(words: str, **fields: Any) -> Observation:
    return an_observation(document(), words, indicator="奖励资金", period="2024", **fields)


def a_grant(**fields: Any) -> Instrument:
    known = {"target": "博士", "condition": "新引进", "deadline": "2025-06-30", "policy": "人才十条"}
    return an_instrument(document(), **{**known, **fields})


def held(**changed: Any) -> Profiles:
    """A document that tells one of each thing, merged; keywords replace what is held."""
    printed = document()
    named = a_policy(printed, "人才十条", date="2024-11")
    figures = [amount("30万元"), amount("500万元"), amount("1.6亿元")]
    output = an_observation(printed, "260亿元", indicator="光电信息产业产值", period="2024")
    given = a_grant(amount=figures[0].id, limit=figures[1].id, per="每人")
    paid = an_instrument(printed, "补贴", amount=figures[2].id, paid=True)
    claim = a_claim(printed, "光电信息、智能装备")
    title = an_honour(printed, "国家级绿色园区")
    mention = a_mention(printed, "光电信息项目", company="澜光公司", date="2024-05")
    project = a_project([mention], company="澜光公司")
    facts = facts_of(
        printed,
        [*figures, output],
        projects=(mention,),
        policies=(named,),
        honours=(title,),
        industries=(claim,),
        instruments=(given, paid),
    )
    steps = (PolicyStep("公布", "2024-11", named.id),)
    known: dict[str, Any] = {
        "parks": (a_park([*figures, output], projects=(project,)),),
        "projects": (project,),
        "policies": (a_policy_profile([named], steps=steps, instruments=(given,)),),
        "instruments": (PlacedInstrument(given, "yunze", "policy"), PlacedInstrument(paid, "yunze", None)),
        "honours": (an_honour_profile([title]),),
        "industries": (an_industry([claim], "光电信息"), an_industry([claim], "智能装备业")),
        "companies": (a_company("澜光公司", projects=("languang",)),),
    }
    return profiles_of(SourceProfile(printed, facts), **{**known, **changed})


def view(url: str, profiles: Profiles | None = None) -> Struct:
    return views_of(profiles or held())[url]


def source_facts() -> Facts:
    return held().sources[0].facts


# -- marks ----------------------------------------------------------------------------------------


def test_every_mention_has_a_mark_and_the_mark_leads_to_its_home() -> None:
    profiles = held()
    places = find_places(profiles)
    facts = source_facts()
    mentions = list(mentions_of(facts))

    homes = {each.evidence.text: places.homes[each.id].url for each in mentions}

    assert {each.id for each in mentions} <= set(places.evidence)
    assert {text: url.partition("#")[0] for text, url in homes.items()} == {
        "人才十条": "policies/policy.html",
        "国家级绿色园区": "honours/index.html",
        "光电信息、智能装备": "parks/yunze/index.html",
        "奖励": "policies/policy.html",
        "补贴": "policies/index.html",
        "光电信息项目": "projects/languang.html",
    }


def test_what_is_shown_nowhere_has_no_mark() -> None:
    facts = source_facts()

    assert [mark.mentions for mark in marks_of(facts, {facts.honours[0].id})] == [(facts.honours[0].id,)]


def test_the_site_of_all_things_passes_its_own_check(tmp_path: Path) -> None:
    pages = list(plan_pages(held(), (), Settings()))
    shown = [each for each in pages if isinstance(each, Page)]

    assert publish(pages, templates=TEMPLATES, output=tmp_path / "site", base_url=None) == len(shown)


def test_a_claim_of_no_park_stands_on_the_page_of_an_industry_that_it_names(tmp_path: Path) -> None:
    claim = source_facts().industries[0]
    industry = replace(an_industry([claim], "光电信息"), claims=((None, "主导", claim),))
    profiles = held(industries=(industry,))

    home = find_places(profiles).homes[claim.id].url
    pages = plan_pages(profiles, (), Settings())

    assert home.startswith("industries/industry-4.html#")
    assert publish(pages, templates=TEMPLATES, output=tmp_path / "site", base_url=None)


def test_the_sentences_of_a_source_page_are_those_of_all_its_facts() -> None:
    shown = cast(SourceView, view("sources/yunze-2024.html"))
    text = "".join(run.text for paragraph in shown.paragraphs for run in paragraph.runs)

    assert "云泽高新区以光电信息、智能装备为主导产业" in text
    assert "获评国家级绿色园区" in text


# -- policies -------------------------------------------------------------------------------------


def test_a_policy_page_lays_out_what_it_gives() -> None:
    (row,) = cast(PolicyView, view("policies/policy.html")).instruments

    assert (row.kind, row.target, row.condition, row.paid) == ("奖励", "博士", "新引进", False)
    assert [(each.note, each.value.text) for each in row.amounts] == [
        ("每人", "30万元"),
        ("封顶", "500万元"),
    ]
    assert row.deadline is not None and row.deadline.text == "2025年6月30日"


def test_what_no_sentence_says_of_an_instrument_stays_unknown() -> None:
    given = a_grant(target=None, condition=None, deadline=None)
    policy = replace(held().policies[0], instruments=(given,))
    facts = replace(source_facts(), instruments=(given,))
    profiles = held(policies=(policy,), instruments=(PlacedInstrument(given, "yunze", "policy"),))
    profiles = replace(profiles, sources=(SourceProfile(document(), facts),))

    (row,) = cast(PolicyView, view("policies/policy.html", profiles)).instruments

    assert (row.target, row.condition, row.deadline, row.amounts) == (None, None, None, ())


def test_an_amount_that_was_withdrawn_is_not_shown() -> None:
    given = a_grant(amount="gone")
    profiles = held(policies=(replace(held().policies[0], instruments=(given,)),))

    (row,) = cast(PolicyView, view("policies/policy.html", profiles)).instruments

    assert row.amounts == ()


def test_the_life_of_a_policy_shows_steps_that_nobody_tells_as_untold() -> None:
    life = cast(PolicyView, view("policies/policy.html")).life

    assert [(step.name, step.told) for step in life] == [
        ("公布", True),
        ("实施", False),
        ("修订", False),
        ("期满", False),
    ]
    assert life[0].date is not None and life[0].date.text == "2024年11月"
    assert life[0].proof is not None and life[0].proof.startswith("sources/yunze-2024.html#")


def test_a_policy_of_which_no_step_is_told_has_no_strip() -> None:
    profiles = held(policies=(replace(held().policies[0], steps=()),))

    assert cast(PolicyView, view("policies/policy.html", profiles)).life == ()


def test_a_policy_page_names_like_measures_of_other_parks_and_none_of_its_own() -> None:
    elsewhere = PlacedInstrument(a_grant(id="elsewhere"), "lanjiang", None)
    paid = PlacedInstrument(a_grant(id="paid", paid=True), "lanjiang", None)
    facts = source_facts()
    facts = replace(facts, instruments=(*facts.instruments, elsewhere.instrument, paid.instrument))
    profiles = held(parks=(*held().parks, OTHER), instruments=(*held().instruments, elsewhere, paid))
    profiles = replace(profiles, sources=(SourceProfile(document(), facts),))

    rows = cast(PolicyView, view("policies/policy.html", profiles)).measures_elsewhere

    assert [(row.kind, row.park and row.park.text) for row in rows] == [("奖励", "岚江经开区")]


def test_a_policy_page_names_policies_of_like_names_in_other_parks() -> None:
    mine = a_policy_profile([a_policy(document(), "人才十条", name="“青鸟归巢”计划")])
    like = a_policy_profile(
        [a_policy(document(), "人才十条", name="“青鸟归巢”行动")], id="b", park="lanjiang"
    )
    other = a_policy_profile(
        [a_policy(document(), "人才十条", name="“英才”行动计划")], id="c", park="lanjiang"
    )
    profiles = held(parks=(*held().parks, OTHER), policies=(mine, like, other))

    rows = cast(PolicyView, view("policies/policy.html", profiles)).like_named

    assert [row.policy.text for row in rows] == ["“青鸟归巢”行动"]


def test_the_list_of_policies_puts_promises_before_money_that_was_paid() -> None:
    shown = cast(PoliciesView, view("policies/index.html"))

    assert [(row.kind, row.paid, row.policy and row.policy.text) for row in shown.instruments] == [
        ("奖励", False, "人才十条"),
        ("补贴", True, None),
    ]
    ((park, rows),) = shown.parks
    assert park is not None and park.text == PARK
    assert [(row.name, row.step, row.instruments) for row in rows] == [("人才十条", "公布", 1)]


# -- industries -----------------------------------------------------------------------------------


def test_an_industry_page_tells_who_claims_it_with_figures_and_projects_that_name_it() -> None:
    shown = cast(IndustryView, view("industries/industry-4.html"))

    assert [(row.park and row.park.text, row.role) for row in shown.claims] == [(PARK, "主导")]
    assert shown.figures is not None
    assert [row.indicator for group in shown.figures.groups for row in group.rows] == ["光电信息产业产值"]
    assert [each.name for _, lines in shown.projects for each in lines] == ["光电信息项目"]


def test_documents_projects_and_companies_tell_the_industries_that_they_belong_to() -> None:
    profiles = held()
    pages = ["sources/yunze-2024.html", "projects/languang.html", "companies/company.html"]

    told = {url: [link.text for link in find_places(profiles).industries_told(url)] for url in pages}

    assert told == {
        "sources/yunze-2024.html": ["光电信息", "智能装备业"],
        "projects/languang.html": ["光电信息"],
        "companies/company.html": ["光电信息"],
    }
    assert not find_places(held(industries=())).industries_told("projects/languang.html")


def test_an_industry_of_which_nothing_else_is_told_says_so() -> None:
    shown = cast(IndustryView, view("industries/industry-5.html"))

    assert (shown.figures, shown.projects) == (None, ())


def test_a_figure_of_a_longer_name_is_not_of_the_industry_that_begins_it() -> None:
    printed = document()
    cars = an_observation(printed, "260亿元", indicator="新能源汽车产业产值", period="2024")
    claim = a_claim(printed, "光电信息、智能装备", names=("新能源",))
    profiles = held(parks=(a_park([cars]),), industries=(an_industry([claim], "新能源"),), projects=())
    profiles = replace(profiles, companies=())

    assert cast(IndustryView, view("industries/industry-3.html", profiles)).figures is None


def test_the_list_of_industries_gives_each_park_with_the_role_that_says_most() -> None:
    printed = document()
    loose = a_claim(printed, "光电信息", id="loose", role="其他")
    chief = a_claim(printed, "光电信息、智能装备")
    facts = replace(source_facts(), industries=(loose, chief))
    profiles = held(industries=(an_industry([loose, chief], "光电信息"),))
    profiles = replace(profiles, sources=(SourceProfile(printed, facts),))

    (line,) = cast(IndustriesView, view("industries/index.html", profiles)).industries

    assert [(park and park.text, role) for park, role in line.parks] == [(PARK, "主导")]


# -- honours --------------------------------------------------------------------------------------


def test_honours_stand_by_year_and_the_unknown_year_last() -> None:
    printed = document()
    known, unknown = an_honour(printed, "国家级绿色园区"), an_honour(printed, "绿色园区", id="u", year=None)
    facts = replace(source_facts(), honours=(known, unknown))
    rows = (an_honour_profile([known]), an_honour_profile([unknown], id="unknown"))
    profiles = replace(held(honours=rows), sources=(SourceProfile(printed, facts),))

    shown = cast(HonoursView, view("honours/index.html", profiles))

    assert [(year.code, [line.name for line in lines]) for year, lines in shown.years] == [
        ("2024", ["国家级绿色园区"]),
        (None, ["绿色园区"]),
    ]


def test_a_place_is_told_unless_the_name_tells_it() -> None:
    printed = document()
    title = an_honour(printed, "国家级绿色园区")
    placed = an_honour_profile([title], rank=7)
    named = an_honour_profile([title], id="b", name="全国40强", rank=40)

    shown = cast(HonoursView, view("honours/index.html", held(honours=(placed, named))))

    assert [line.rank for _, lines in shown.years for line in lines] == ["第7名", None]


# -- companies ------------------------------------------------------------------------------------


def test_a_company_page_puts_its_projects_under_their_parks() -> None:
    ((park, rows),) = cast(CompanyView, view("companies/company.html")).projects

    assert (park and park.text, [row.name for row in rows]) == (PARK, ["光电信息项目"])


def test_the_company_of_a_project_leads_to_its_page() -> None:
    shown = cast(ProjectView, view("projects/languang.html"))

    assert shown.company is not None
    assert (shown.company.text, shown.company.url) == ("澜光公司", "companies/company.html")


def test_a_company_without_a_page_is_only_named() -> None:
    shown = cast(ProjectView, view("projects/languang.html", held(companies=())))

    assert shown.company is not None
    assert (shown.company.text, shown.company.url) == ("澜光公司", "")


def test_figures_of_a_company_lead_to_its_page_from_the_parks() -> None:
    figure = an_observation(document(), "260亿元", subject="澜光公司")
    company = a_company("澜光公司", observations=(figure,))
    profiles = held(parks=(a_park([figure]),), companies=(company,), projects=(), industries=())

    inside = cast(ParkView, view("parks/yunze/index.html", profiles)).inside

    assert inside is not None
    assert [(group.heading, group.url) for group in inside.groups] == [("澜光公司", "companies/company.html")]


def test_figures_of_a_policy_lead_to_its_page_from_the_parks() -> None:
    figure = an_observation(document(), "500万元", subject="“青鸟”")
    named = a_policy(document(), "人才十条", name="“青鸟”计划")
    profiles = held(parks=(a_park([figure]),), policies=(a_policy_profile([named]),), companies=())

    inside = cast(ParkView, view("parks/yunze/index.html", replace(profiles, projects=()))).inside

    assert inside is not None
    assert [(group.heading, group.url) for group in inside.groups] == [("“青鸟”", "policies/policy.html")]


# -- parks and home -------------------------------------------------------------------------------


def test_a_park_page_has_its_industries_policies_and_honours() -> None:
    shown = cast(ParkView, view("parks/yunze/index.html"))

    assert [(row.role, [link.text for link in row.industries]) for row in shown.claims] == [
        ("主导", ["光电信息", "智能装备业"])
    ]
    assert [row.name for row in shown.policies] == ["人才十条"]
    assert [row.kind for row in shown.instruments] == ["奖励", "补贴"]
    assert [row.name for row in shown.honours] == ["国家级绿色园区"]


def test_a_park_of_which_none_is_told_has_none() -> None:
    shown = cast(ParkView, view("parks/lanjiang/index.html", held(parks=(*held().parks, OTHER))))

    assert (shown.claims, shown.policies, shown.instruments, shown.honours) == ((), (), (), ())


def test_every_reference_of_a_park_page_is_in_its_list_of_sources() -> None:
    shown = cast(ParkView, view("parks/yunze/index.html", held(parks=(replace(held().parks[0], series=()),))))

    proofs = [each for row in shown.claims for each in row.proofs] + [row.proof for row in shown.policies]
    listed = {each.reference.number for each in shown.sources}
    assert {each.source.number for each in proofs if each.source} <= listed


def test_the_first_page_leads_to_every_list() -> None:
    contents = cast(HomeView, view("index.html")).contents

    assert [(label, count) for label, count, _ in contents] == [
        ("政策", 1),
        ("产业", 2),
        ("企业", 1),
        ("荣誉", 1),
        ("时间线", None),
    ]
    assert {url for _, _, url in contents} <= set(views_of(held()))


# -- timeline -------------------------------------------------------------------------------------


def test_the_timeline_has_what_is_dated_newest_first_and_counts_the_rest() -> None:
    undated = a_mention(document(), "光电信息项目", id="undated", stage="在建")
    project = held().projects[0]
    facts = replace(source_facts(), projects=(*project.mentions, undated))
    profiles = held(projects=(replace(project, mentions=(*project.mentions, undated)),))
    profiles = replace(profiles, sources=(SourceProfile(document(), facts),))

    shown = cast(TimelineView, view("timeline/index.html", profiles))

    ((year, events),) = shown.years
    assert year.iso == "2024"
    assert [(event.when, event.kind, event.thing and event.thing.text) for event in events] == [
        ("2024-11", "政策", "人才十条"),
        ("2024-05", "项目", "光电信息项目"),
        ("2024", "荣誉", "国家级绿色园区"),
    ]
    assert shown.undated == 1


def test_figures_of_a_day_are_an_event_where_something_happened() -> None:
    signed = an_observation(document(), "260亿元", indicator="签约项目总投资", period="2024-10-27")
    range_ = an_observation(document(), "30万元", indicator="航程", period="2024-10-27")
    promised = an_observation(
        document(), "500万元", indicator="签约项目数", period="2024-10-28", status="target"
    )
    profiles = held(parks=(a_park([signed, range_, promised]),), projects=(), companies=(), industries=())
    figures = replace(source_facts(), observations=(signed, range_, promised))
    profiles = replace(profiles, sources=(SourceProfile(document(), figures),))

    events = [
        event
        for _, found in cast(TimelineView, view("timeline/index.html", profiles)).years
        for event in found
        if event.kind == "事件"
    ]

    assert [[indicator for indicator, _ in event.values] for event in events] == [["签约项目总投资"]]


# -- nothing, and reprints ------------------------------------------------------------------------


def test_lists_of_nothing_say_so_and_pass_the_check(tmp_path: Path) -> None:
    pages = plan_pages(profiles_of(as_of=None), (), Settings())
    publish(pages, templates=TEMPLATES, output=tmp_path / "site", base_url=None)

    for folder in ("policies", "industries", "companies", "honours", "timeline"):
        assert 'class="empty"' in (tmp_path / "site" / folder / "index.html").read_text("utf-8")


def test_a_reprint_says_so_and_leads_to_its_original_and_back(tmp_path: Path) -> None:
    again = replace(document(), id="again", name="again.txt")
    figure = an_observation(again, "260亿元")
    profiles = held(reprints={"again": "yunze-2024"})
    profiles = replace(profiles, sources=(*profiles.sources, SourceProfile(again, facts_of(again, [figure]))))

    reprint = cast(SourceView, view("sources/again.html", profiles))
    original = cast(SourceView, view("sources/yunze-2024.html", profiles))

    assert reprint.original_here is not None and reprint.original_here.url == "sources/yunze-2024.html"
    assert [each.url for each in original.reprints] == ["sources/again.html"]
    assert [finding.placed for finding in reprint.findings] == [True]
    assert publish(
        plan_pages(profiles, (), Settings()), templates=TEMPLATES, output=tmp_path / "s", base_url=None
    )


def test_the_first_page_counts_a_repeated_figure_once() -> None:
    again = replace(document(), id="again", name="again.txt")
    repeated = SourceProfile(again, facts_of(again, [an_observation(again, "260亿元")]))
    profiles = held()
    both = replace(profiles, reprints={"again": "yunze-2024"}, sources=(*profiles.sources, repeated))

    once, twice = (cast(HomeView, view("index.html", each)).counts for each in (profiles, both))

    figures = [[count for label, count, _ in counts if label == "项数据"] for counts in (once, twice)]
    assert figures[0] == figures[1]
