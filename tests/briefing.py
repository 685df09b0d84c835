"""A made-up park of which much is known, its judgement, and briefs as plain text."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from msgspec.structs import replace

from build import SHIPPED
from core.blocks import (
    Block,
    Box,
    Brief,
    Bullets,
    Comment,
    Figure,
    Heading,
    Inline,
    KeyFigures,
    Paragraph,
    Proof,
    Table,
)
from core.judgement import (
    Audit,
    CheckedNote,
    Conflict,
    Derived,
    Judgement,
    Progress,
    Promise,
    Retelling,
    Rung,
    Working,
)
from core.model import (
    Content,
    Document,
    Honour,
    HonourProfile,
    IndustryClaim,
    IndustryProfile,
    Instrument,
    Note,
    Observation,
    ParkProfile,
    PlacedInstrument,
    PolicyMention,
    PolicyProfile,
    Profiles,
    ProjectMention,
    Settings,
    SourceProfile,
)
from pages.briefs import Edition, compose_briefs
from pages.briefs.held import Held, archive_of
from pages.briefs.proofs import Proofs
from pages.places import find_places
from profiles import check_notes
from sources import read_lexicon
from tests.factories import (
    a_document,
    a_mention,
    a_park,
    a_park_entry,
    a_project,
    an_observation,
    evidence_of,
    facts_of,
    investment_of,
    profiles_of,
)
from translate import Translator, english_translator

PARK = "岚江经开区"
EARLIER = (
    "岚江经开区晒出年度答卷\n\n"
    "2023年，岚江经开区实现地区生产总值310.5亿元，同比增长5.8%；规上工业总产值602亿元，税收收入20.5亿元。\n\n"
    "到2025年，力争地区生产总值突破400亿元。全区高新技术企业达120家。\n\n"
    "星河动力电池项目签约，计划总投资50亿元。\n"
)
LATER = (
    "岚江经开区迈上新台阶\n\n"
    "2024年，岚江经开区实现地区生产总值335.3亿元，同比增长8.2%；规上工业总产值约650亿元。"
    "实际使用外资1.2亿美元。签约项目46个，总投资超280亿元。2023年税收收入核定为20.8亿元。\n\n"
    "全区高新技术企业达98家。主导产业为新能源和电子信息，布局低空经济。\n\n"
    "星河动力电池项目开工，澜光芯片项目签约。云帆产业园规划面积近900亩。\n\n"
    "《岚江经开区人才十条》对新引进的博士给予30万元补贴，须签订三年合同，2025年6月30日前申报。\n\n"
    "在国家级经开区综合评价中位列第58名，获评国家级绿色园区。审批事项压减到28项。\n"
)


def earlier() -> Document:
    """The document of January 2024."""
    return a_document(
        EARLIER,
        id="lanjiang-2024",
        title="岚江经开区晒出年度答卷",
        publisher="岚江日报",
        published="2024-01-20",
    )


def later() -> Document:
    """The document of February 2025."""
    return a_document(
        LATER, id="lanjiang-2025", title="岚江经开区迈上新台阶", publisher="岚江日报", published="2025-02-18"
    )


def figure(words: str, *, of: Document | None = None, **fields: Any) -> Observation:
    """A figure of the park."""
    return replace(an_observation(of or later(), words, subject=PARK, park=PARK), **fields)


def figures() -> dict[str, Observation]:
    """What both documents state, by a short name."""
    old: dict[str, Any] = {"of": earlier(), "period": "2023"}
    return {
        "grp": figure("335.3亿元"),
        "grp-growth": figure("8.2%", measure="growth", unit="%"),
        "grp-2023": figure("310.5亿元", **old),
        "grp-goal": figure("400亿元", of=earlier(), period="2025", status="target", bound=">"),
        "output": figure("650亿元", indicator="规上工业总产值", bound="~"),
        "output-2023": figure("602亿元", indicator="规上工业总产值", **old),
        "taxes-first": figure("20.5亿元", indicator="税收收入", **old),
        "taxes": figure("20.8亿元", indicator="税收收入", period="2023"),
        "foreign": figure("1.2亿美元", indicator="实际使用外资", unit="亿美元"),
        "signed": figure("46个", indicator="签约项目数", unit="个"),
        "signed-money": figure("280亿元", indicator="签约项目总投资", bound=">"),
        "high-tech": figure("98家", indicator="高新技术企业数", unit="家"),
        "high-tech-2023": figure(
            "120家", of=earlier(), indicator="高新技术企业数", unit="家", period="@2023"
        ),
        "cost": figure(
            "50亿元",
            of=earlier(),
            indicator="项目总投资",
            subject="星河动力电池项目",
            basis="计划",
            period=None,
        ),
        "area": figure("900亩", indicator="规划面积", subject="云帆产业园", unit="亩", bound="<"),
        "rank": figure("第58名", indicator="国家级经开区综合评价", measure="rank", unit="名"),
        "permits": figure("28项", indicator="审批事项数", unit="项"),
        "grant": figure("30万元", indicator="博士补贴", period=None),
    }


def mentions() -> dict[str, ProjectMention]:
    """Projects as both documents name them."""
    cost = figures()["cost"]
    return {
        "battery-2024": a_mention(
            earlier(), "星河动力电池项目", park=PARK, stage="签约", investment=investment_of(cost)
        ),
        "battery-2025": a_mention(later(), "星河动力电池项目", park=PARK, stage="开工", date="2024"),
        "chip": a_mention(later(), "澜光芯片项目", park=PARK, stage="签约"),
        "estate": a_mention(later(), "云帆产业园", park=PARK, stage=None),
    }


def policy() -> PolicyMention:
    """The policy that the later document names."""
    proof = evidence_of(later(), "《岚江经开区人才十条》")
    return PolicyMention("policy", "岚江经开区人才十条", PARK, "人才", None, proof)


def instrument() -> Instrument:
    """What the policy gives."""
    return Instrument(
        id="instrument",
        kind="补贴",
        target="新引进的博士",
        amount=figures()["grant"].id,
        condition="签订三年合同",
        deadline="2025-06-30",
        park=PARK,
        policy="岚江经开区人才十条",
        evidence=evidence_of(later(), "补贴"),
    )


def honour(name: str = "国家级绿色园区", **fields: Any) -> Honour:
    """An honour that the later document tells."""
    known = {
        "holder": PARK,
        "park": PARK,
        "rank": None,
        "year": "2024",
        "evidence": evidence_of(later(), name),
    }
    return Honour(id=f"honour-{name}", name=name, **{**known, **fields})


def industry(*names: str, role: str = "主导") -> IndustryClaim:
    """What the park says it builds on."""
    return IndustryClaim(f"industry-{role}", PARK, role, names, evidence_of(later(), names[0]))


def rich_park() -> ParkProfile:
    """The park, with its projects."""
    said, told = figures(), mentions()
    projects = (
        a_project(
            [told["battery-2024"], told["battery-2025"]], [said["cost"]], id="battery", park="lanjiang"
        ),
        a_project([told["chip"]], id="chip", park="lanjiang"),
        a_project([told["estate"]], id="estate", park="lanjiang"),
    )
    entry = a_park_entry(id="lanjiang", name=PARK, kind="经济技术开发区", province="浙江", city="岚江")
    return a_park(
        list(said.values()),
        id="lanjiang",
        name=PARK,
        names=(),
        entry=entry,
        kind="经济技术开发区",
        province="浙江",
        city="岚江",
        projects=projects,
        documents=("lanjiang-2025", "lanjiang-2024"),
    )


def rich_profiles() -> Profiles:
    """Both documents, merged."""
    park, said, told = rich_park(), list(figures().values()), list(mentions().values())
    by_document = {each.id: each for each in (later(), earlier())}
    ranked = honour("国家级经开区综合评价", rank=58)
    industries = ((("新能源", "电子信息"), "主导"), (("低空经济",), "其他"))
    of_later: dict[str, Any] = {
        "policies": (policy(),),
        "honours": (honour(), ranked),
        "industries": tuple(industry(*names, role=role) for names, role in industries),
        "instruments": (instrument(),),
    }
    sources = [
        SourceProfile(
            document,
            facts_of(
                document,
                [each for each in said if each.evidence.document == id],
                projects=tuple(each for each in told if each.evidence.document == id),
                **(of_later if id == "lanjiang-2025" else {}),
            ),
        )
        for id, document in by_document.items()
    ]
    return profiles_of(
        *sources,
        parks=(park,),
        projects=park.projects,
        park_of={each.id: park.id for each in said},
        instruments=(PlacedInstrument(instrument(), park.id, "talents"),),
        policies=(
            PolicyProfile(
                id="talents",
                name=policy().name,
                names=(policy().name,),
                park=park.id,
                kind="人才",
                date=None,
                mentions=(policy(),),
                instruments=(instrument(),),
            ),
        ),
        honours=tuple(
            HonourProfile(each.id, each.name, each.holder, park.id, each.rank, each.year, (each,))
            for each in (honour(), ranked)
        ),
        industries=tuple(
            IndustryProfile(name, name, (name,), ((park.id, role, industry(*names, role=role)),))
            for names, role in industries
            for name in names
        ),
    )


def rich_judgement() -> Judgement:
    """One finding of each kind."""
    said, told = figures(), mentions()
    growth = Working("650 ÷ 602 − 1 = 8.0%", (said["output"], said["output-2023"]))
    checked = Working("335.3 ÷ 310.5 − 1 = 8.0%", (said["grp"], said["grp-2023"]))
    progress = Progress("335.3 ÷ 400 = 83.8%", (said["grp"], said["grp-goal"]), Decimal("83.8"), "%", "=")
    rungs = (
        Rung("签约", "2024-01", (told["battery-2024"],)),
        Rung("开工", "2024", (told["battery-2025"],)),
        Rung("投产", "2026", (told["battery-2025"],), promised=True),
    )
    return Judgement(
        derived=(
            Derived("d", "lanjiang", PARK, "规上工业总产值", "growth", "2024", Decimal("8.0"), "%", growth),
        ),
        retellings=(Retelling("r", "lanjiang", "revision", (said["taxes-first"], said["taxes"])),),
        conflicts=(
            Conflict(
                "c",
                "lanjiang",
                PARK,
                "高新技术企业数",
                "level",
                (said["high-tech-2023"], said["high-tech"]),
                "date",
            ),
        ),
        audits=(Audit("a", "lanjiang", "growth", said["grp-growth"], checked, agrees=False),),
        promises=(
            a_promise(target=said["grp-goal"], due="2025", outcomes=(said["grp"],), progress=progress),
        ),
        ladders={"battery": rungs},
    )


def a_promise(**fields: Any) -> Promise:
    """A promise that is on its way."""
    known: dict[str, Any] = {
        "id": "p",
        "park": "lanjiang",
        "project": None,
        "target": None,
        "stage": None,
        "due": None,
        "outcomes": (),
        "unlike": (),
        "reached": (),
        "verdict": "on_way",
        "progress": None,
        "quiet_days": None,
        "subject": PARK,
    }
    return Promise(**{**known, **fields})


def rich_notes() -> tuple[CheckedNote, ...]:
    """A note on the park, which tells a figure that no source states, and one on a project."""
    known: dict[str, Any] = {"where": "content/notes/n.md", "role": "行业分析师", "date": "2025-03-01"}
    on_park = Note(
        id="park",
        park="lanjiang",
        project=None,
        title="总量335.3亿元之后",
        text="2024年地区生产总值335.3亿元，出口**88亿元**。\n\n- 看新能源\n- 看招商",
        **known,
    )
    on_project = Note(
        id="battery", park=None, project="battery", title="开工不等于投产", text="总投资50亿元。", **known
    )
    return check_notes([on_park, on_project], rich_profiles()).notes


# -- briefs ---------------------------------------------------------------------------------------

EDITION = Edition(date="2025-02-28", stated=True, publisher="岚江研究", base_url=None)


def rich_held(judgement: Judgement | None = None, notes: Iterable[CheckedNote] = ()) -> Held:
    """All that is held of the made-up park."""
    profiles = rich_profiles()
    found = rich_judgement() if judgement is None else judgement
    return Held(profiles.parks[0], archive_of(profiles, found, find_places(profiles, found, notes=notes)))


def rich_briefs(edition: Edition = EDITION, notes: Iterable[CheckedNote] = ()) -> tuple[Brief, ...]:
    """Its investment brief and its policy brief."""
    return compose_briefs(rich_held(notes=notes), (), edition)


def rich_translator() -> Translator:
    """Says the made-up park in English."""
    settings = Settings(languages=("zh", "en"), publisher="岚江研究", publisher_en="Lanjiang Research")
    lexicon = read_lexicon(SHIPPED.lexicon, None)
    translator = english_translator(Content(settings, (), (), ()), rich_profiles(), lexicon)
    assert translator
    return translator


def proofs_for(*documents: Document) -> Proofs:
    """Proofs that can prove what these documents state."""
    return Proofs(find_places(profiles_of(*(SourceProfile(each, facts_of(each)) for each in documents))))


# -- as text --------------------------------------------------------------------------------------


def spoken(parts: Iterable[Inline]) -> str:
    """A line as it is read aloud, without the numbers of evidence."""
    return "".join(each.text for each in parts if not isinstance(each, Proof))


def lines_of(block: Block) -> list[str]:
    """What a block says, line by line; a row of a table is one line."""
    match block:
        case Heading():
            return [block.text]
        case Paragraph():
            return [spoken(block.line)]
        case Bullets():
            return [spoken(each) for each in block.lines]
        case KeyFigures():
            return [f"{spoken(each.label)} {each.value.text} {spoken(each.under)}" for each in block.figures]
        case Table():
            return [" | ".join(spoken(cell) for cell in row) for row in block.rows]
        case Figure():
            return [block.title, *lines_of(block.table)]
        case Box() | Comment():
            return [*_head_of(block), *all_lines(block.blocks)]


def _head_of(block: Box | Comment) -> list[str]:
    return [block.heading] if isinstance(block, Box) else [spoken(block.title), spoken(block.by)]


def all_lines(blocks: Iterable[Block]) -> list[str]:
    """What blocks say, line by line."""
    return [line for block in blocks for line in lines_of(block)]


def section(brief: Brief, key: str) -> list[str]:
    """What stands under a heading; nothing where there is none."""
    found: list[str] = []
    inside = False
    for block in brief.blocks:
        if isinstance(block, Heading):
            inside = block.id == key
        elif inside:
            found += lines_of(block)
    return found
