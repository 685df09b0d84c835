"""Analysts' notes: how they are read, which fact is behind a number, how pages and briefs show them."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from pathlib import Path
from typing import Any, cast

import pytest
from msgspec.structs import replace

from core.blocks import (
    Bullets,
    Comment,
    Inline,
    Line,
    Name,
    Paragraph,
    Proof,
    Stated,
    Table,
    Unseen,
    Words,
    Worked,
)
from core.commentary import figures_in
from core.judgement import CheckedNote, Commentary
from core.markdown import prose_of
from core.model import Note, Observation, Page, Profiles, ProjectEntry, Settings
from core.problems import Problem
from pages import Beside, plan_pages
from pages.briefs import chinese, english
from pages.briefs.comments import comment
from pages.briefs.contents import Remark
from pages.briefs.grammar import Grammar
from pages.briefs.proofs import Proofs
from pages.notes import safe_html
from pages.parks import ParkView
from pages.places import find_places
from pages.projects import ProjectView
from profiles import check_notes, judge
from publish import check_site, publish
from sources.notes import NoteShelf, Registers, read_notes
from tests.conftest import Run, WriteFiles
from tests.factories import (
    a_document,
    a_park_entry,
    an_observation,
    facts_of,
    profiles_of,
    sample_profiles,
)
from tests.judging import INDICATORS, Article, compiled
from tests.test_publish import TEMPLATES

FRONT = "---\npark: 云泽高新区\ntitle: 看法\nrole: 行业分析师\ndate: 2025-03-01\n---\n"
REGISTERS = Registers(
    [a_park_entry(aliases=("云泽国家高新区",))], [ProjectEntry("languang", "澜光芯片项目", ("澜光项目",))]
)


def a_note(text: str, **fields: Any) -> Note:
    """A note on the sample park; its keywords replace what it says."""
    known: dict[str, Any] = {
        "id": "n",
        "where": "content/notes/n.md",
        "park": "yunze",
        "project": None,
        "title": "看法",
        "role": "行业分析师",
        "date": "2025-03-01",
        "text_line": 7,
    }
    return Note(text=text, **{**known, **fields})


def checked(text: str, profiles: Profiles | None = None, **fields: Any) -> CheckedNote:
    """The note with the facts behind its numbers."""
    (note,) = check_notes([a_note(text, **fields)], profiles or sample_profiles()).notes
    return note


def behind(text: str, profiles: Profiles | None = None, **fields: Any) -> list[tuple[str, str | None]]:
    """Each number of a note, and the words of the fact behind it."""
    found = checked(text, profiles, **fields).figures
    return [(each.text, each.fact.evidence.text if each.fact else None) for each in found]


def told(commentary: Commentary) -> list[str]:
    return [f"{each.where}: {each.what}" for each in commentary.unseen]


def read(write_files: WriteFiles, **notes: str) -> NoteShelf:
    folder = write_files({f"notes/{name}.md": text for name, text in notes.items()})
    return read_notes(folder / "notes", REGISTERS)


def lines_of(problems: Sequence[Problem]) -> list[str]:
    return [f"{each.where.rpartition('/')[2]}: {each.what}" for each in problems]


# -- reading ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["yunze", "云泽高新区", "云泽国家高新区"])
def test_a_note_is_about_a_park_by_id_name_or_alias(write_files: WriteFiles, name: str):
    (note,) = read(write_files, a=FRONT.replace("云泽高新区", name) + "\n看好。\n").notes

    assert (note.id, note.park, note.project, note.role, note.date) == (
        "a",
        "yunze",
        None,
        "行业分析师",
        "2025-03-01",
    )
    assert (note.title_line, note.text_line, note.text) == (3, 7, "\n看好。\n")


def test_a_note_is_about_a_project_of_the_register(write_files: WriteFiles):
    (note,) = read(write_files, a=FRONT.replace("park: 云泽高新区", "project: 澜光项目") + "看好。").notes

    assert (note.park, note.project) == (None, "languang")


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("看好。", "a.md:1: a note without front matter"),
        ("---\npark: 云泽高新区\n", "a.md:1: a note without front matter"),
        ("---\n---\n看好。", "a.md:1: its front matter is empty"),
        (
            FRONT.replace("云泽高新区", "云泽高兴区") + "看好。",
            "a.md:2: park: no park of parks.yaml is called '云泽高兴区'",
        ),
        (
            FRONT.replace("park: 云泽高新区", "project: 别的项目") + "看好。",
            "a.md:2: project: no project of projects.yaml is called '别的项目'",
        ),
        (FRONT.replace("park: 云泽高新区\n", "") + "看好。", "a.md:2: is about neither a park nor a project"),
        (
            FRONT.replace("title", "project: 澜光项目\ntitle") + "看好。",
            "a.md:2: is about a park and a project",
        ),
        (FRONT.replace("role: 行业分析师\n", "") + "看好。", "a.md:2: has no role"),
        (FRONT.replace("2025-03-01", "三月") + "看好。", "a.md:5: date: '三月' is not a date"),
        (FRONT.replace("role", "rolle") + "看好。", "a.md:4: no field is called 'rolle'"),
        (FRONT + "\n \n", "a.md: has no text after the front matter"),
        (FRONT + "看好。\n\n![图](a.png)", "a.md:9: a picture, which a note cannot show"),
        (FRONT + "看好<script>alert(1)</script>", "a.md:7: <script> is HTML, which a note cannot hold"),
        (FRONT + "\n见[此页](../index.html)", "a.md:8: a link to '../index.html', which is no web address"),
        (
            FRONT + "见[此][1]\n\n[1]: javascript:x",
            "a.md:9: a link to 'javascript:x', which is no web address",
        ),
    ],
)
def test_every_mistake_in_a_note_is_told_with_its_line(write_files: WriteFiles, text: str, what: str):
    shelf = read(write_files, a=text)

    assert shelf.notes == ()
    assert what in lines_of(shelf.problems)
    assert all(each.fix for each in shelf.problems)


def test_what_stands_in_backticks_is_no_html_and_no_link(write_files: WriteFiles):
    assert read(write_files, a=FRONT + "写作 `<b>` 或 `[甲](乙)`。").problems == ()


def test_two_notes_cannot_share_an_anchor(write_files: WriteFiles):
    shelf = read(write_files, **{"a b": FRONT + "看好。", "a-b": FRONT + "看好。"})

    assert lines_of(shelf.problems) == [f"a-b.md: gets the anchor note-a-b, as {shelf.notes[0].where} does"]


def test_other_files_beside_notes_are_told(write_files: WriteFiles):
    folder = write_files({"notes/a.md": FRONT + "看好。", "notes/b.docx": "", "notes/.c": ""})

    assert lines_of(read_notes(folder / "notes", REGISTERS).notices) == [
        "b.docx: is not read: notes are .md files"
    ]


def test_drafts_of_notes_stay_out_and_are_told(write_files: WriteFiles, run: Run):
    folder = write_files(
        {
            "articles/a.txt": "云泽高新区签约\n\n2024年，云泽高新区税收12亿元。",
            "parks.yaml": "- {id: yunze, name: 云泽高新区}\n",
            "notes/a.md": FRONT.replace("---\n", "---\ndraft: true\n", 1) + "税收99亿元。",
        }
    )

    done = run("check", "--strict", "--content", folder)

    assert (done.returncode, done.stderr.splitlines()[0]) == (
        0,
        f"{folder}/notes/a.md: is a draft: it stays out of the site",
    )


# -- which numbers are figures ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("2024年地区生产总值612.5亿元，增长6.1%。", ["612.5亿元", "6.1%"]),
        ("2021—2025年，1—9月，9月23日，2024-06-30，2024年上半年，Q3。", []),
        ("世界500强企业12家，5G、3C与“2+3+X”，《12项措施》。", ["12家"]),
        ("三个方面，第一，第25届，3号楼，近3年。", []),
        ("翻番，三成，两倍，三百亿元，千亿级产业。", ["翻番", "三成", "两倍", "三百亿元"]),
        ("列第31名，居首位，年均增长12.5。", ["第31名", "首位", "12.5"]),
    ],
)
def test_dates_and_names_are_no_figures(text: str, figures: list[str]):
    assert [each.text for each in figures_in(text)] == figures


def test_marks_of_emphasis_part_no_number_from_its_unit():
    prose = prose_of("**1135.1**亿元，_2024_年")

    assert prose.text == "1135.1亿元，2024年"
    assert [figure.text for figure in figures_in(prose.text)] == ["1135.1亿元"]


@pytest.mark.parametrize(
    "text",
    ["`产值99亿元`", "```\n99亿元\n```", "[甲](https://example.org/99亿元)", "<https://example.org/99>"],
)
def test_code_and_addresses_hold_no_figures(text: str):
    assert behind(text) == []


# -- which fact is behind a number -------------------------------------------------------------------


def test_a_number_without_a_fact_is_flagged_and_told_with_its_line():
    commentary = check_notes([a_note("先看总量。\n\n出口达到88亿元。")], sample_profiles())

    assert told(commentary) == [
        "content/notes/n.md:9: 88亿元 is in no source on 云泽高新区, as the note says it"
    ]


def test_a_number_with_a_fact_leads_to_it():
    assert behind("2024年地区生产总值1135.1亿元，增长6.3%。") == [
        ("1135.1亿元", "1135.1亿元"),
        ("6.3%", "6.3%"),
    ]


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("地区生产总值1,135.1亿元", "1135.1亿元"),
        ("地区生产总值11351000万元", "1135.1亿元"),
        ("地区生产总值约1135亿元", "1135.1亿元"),
        ("地区生产总值1135亿元", None),  # nothing says that it is rounded
        ("地区生产总值1135.1万元", None),
        ("地区生产总值1135.1亿美元", None),
        ("签约项目总投资1135.1亿元", None),  # the number of another indicator
        ("2023年地区生产总值1135.1亿元", None),  # of another year
        ("2024年1135.1亿元", "1135.1亿元"),  # nothing is named: the number decides
    ],
)
def test_the_same_amount_of_the_same_thing_is_a_fact_behind_a_number(text: str, fact: str | None):
    assert [each for _, each in behind(text)] == [fact]


def test_a_change_is_of_the_indicator_just_named():
    document = a_document("2024年地区生产总值100亿元，增长6.3%；税收12亿元，增长5.1%。\n")
    facts = [
        an_observation(document, "100亿元"),
        an_observation(document, "6.3%", measure="growth"),
        an_observation(document, "12亿元", indicator="税收收入"),
        an_observation(document, "5.1%", indicator="税收收入", measure="growth"),
    ]
    profiles = with_facts(facts)

    assert behind("地区生产总值100亿元，同比增长6.3%。", profiles)[1] == ("6.3%", "6.3%")
    assert behind("地区生产总值100亿元，同比增长5.1%。", profiles)[1] == ("5.1%", None)


def test_a_rank_is_no_count():
    document = a_document("列第6名。引进6名专家。\n")
    rank = an_observation(document, "第6名", measure="rank", indicator="综合考评", unit="名")
    count = an_observation(document, "6名", indicator="引进专家数", unit="名")

    assert behind("在考评中列第6名", with_facts([rank, count])) == [("第6名", "第6名")]
    assert behind("来了专家6人", with_facts([count, rank])) == [("6人", "6名")]


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("供地2平方公里", "3000亩"),
        ("供地约1.9平方公里", None),
        ("供地3000亩", "3000亩"),
        ("供地约2900亩", None),
    ],
)
def test_an_area_may_be_told_in_another_unit(text: str, fact: str | None):
    document = a_document("全年供地3000亩。\n")
    profiles = with_facts([an_observation(document, "3000亩", indicator="供地面积")])

    assert [each for _, each in behind(text, profiles)] == [fact]


def test_people_are_no_things():
    document = a_document("引进专家6名。\n")
    profiles = with_facts([an_observation(document, "6名", indicator="引进专家数")])

    assert behind("引进专家6位", profiles) == [("6位", "6名")]
    assert behind("引进专家6个", profiles) == [("6个", None)]


def test_a_fact_of_another_park_is_none():
    profiles = with_facts([an_observation(a_document())])
    elsewhere = replace(profiles, park_of=dict.fromkeys(profiles.park_of, "elsewhere"))

    assert behind("地区生产总值1135.1亿元", elsewhere) == [("1135.1亿元", None)]


def test_a_note_on_a_project_draws_on_its_park_too():
    text = "总投资50亿元，而全区地区生产总值1135.1亿元。"

    assert behind(text, park=None, project="languang") == [
        ("50亿元", "50亿元"),
        ("1135.1亿元", "1135.1亿元"),
    ]


def test_a_note_on_a_project_that_no_article_names_is_told_and_left_out():
    commentary = check_notes([a_note("看好。", park=None, project="nobody")], sample_profiles())

    assert commentary.notes == ()
    assert told(commentary)[0].startswith("content/notes/n.md: no article names the project 'nobody'")


def test_numbers_in_a_title_are_held_to_the_same():
    commentary = check_notes([a_note("看好。", title="突破99亿元", title_line=3)], sample_profiles())

    assert told(commentary)[0].startswith("content/notes/n.md:3: 99亿元 is in no source")


def with_facts(facts: Sequence[Observation]) -> Profiles:
    """Profiles in which these are all the facts of the sample park."""
    sample = sample_profiles()
    source = replace(sample.sources[0], facts=facts_of(sample.sources[0].document, facts))
    return profiles_of(
        source, parks=sample.parks, projects=sample.projects, park_of={each.id: "yunze" for each in facts}
    )


# -- on a page ---------------------------------------------------------------------------------------


def built(tmp_path: Path, *notes: Note) -> Path:
    """The sample site with these notes."""
    profiles = sample_profiles()
    beside = Beside(notes=check_notes(notes, profiles).notes)
    publish(
        plan_pages(profiles, (), Settings(), beside),
        templates=TEMPLATES,
        output=tmp_path / "site",
        base_url=None,
    )
    return tmp_path / "site"


def test_a_note_stands_apart_on_the_page_of_its_park_with_role_and_date(tmp_path: Path):
    site = built(tmp_path, a_note("**看好**。", title="看什么"))

    page = (site / "parks/yunze/index.html").read_text("utf-8")
    section = page.partition('<section class="comments"')[2].partition("</section>")[0]
    assert "不是来源所载的事实" in section
    assert 'id="note-n" data-comment' in section
    assert '<span data-name>行业分析师</span> · <time datetime="2025-03-01">2025年3月1日</time>' in section
    assert "<strong>看好</strong>" in section
    assert "看什么" not in (site / "projects/languang.html").read_text("utf-8")


def test_a_page_without_notes_has_no_section_for_them(tmp_path: Path):
    assert "评注" not in (built(tmp_path) / "parks/yunze/index.html").read_text("utf-8")


def test_a_number_with_a_fact_is_a_link_and_one_without_is_flagged(tmp_path: Path):
    text = "地区生产总值1135.1亿元，约1135亿元，出口88亿元。"
    page = (built(tmp_path, a_note(text)) / "parks/yunze/index.html").read_text("utf-8")
    fact = sample_profiles().sources[0].facts.observations[0].id

    comment = page.partition("data-comment")[2].partition("</article>")[0]
    assert f'data-fact="{fact}" href="../../sources/yunze-2024.html#q' in comment
    assert "（来源作<a " in comment
    assert (
        '<span class="unseen" data-unseen>88亿元<span class="tag tag--unseen">此数未见于来源</span></span>'
        in comment
    )


def test_a_number_in_dispute_carries_its_mark_in_a_comment_too(tmp_path: Path):
    one = Article("one", "岚江高新区有高新技术企业856家。").states("856家", "高新技术企业数")
    other = Article("other", "岚江高新区有高新技术企业903家。").states("903家", "高新技术企业数")
    profiles = compiled(one, other)
    (park,) = profiles.parks
    note = a_note("高新技术企业856家，还在增加。", park=park.id)
    beside = Beside(judge(profiles, INDICATORS), notes=check_notes([note], profiles).notes)
    pages = plan_pages(profiles, (), Settings(), beside)
    publish(pages, templates=TEMPLATES, output=tmp_path / "site", base_url=None)

    page = (tmp_path / "site/parks" / park.id / "index.html").read_text("utf-8")
    section = page.partition('<section class="comments"')[2].partition("</section>")[0]
    assert '>856家</a> <a class="doubt" data-doubt="one-12"' in section
    assert "另一处说是903家" in section and ">有出入</a>，还在增加。" in section


def test_a_link_around_a_number_is_parted(tmp_path: Path):
    text = "[总量1135.1亿元，全部](https://example.org/a)与[1135.1亿元](https://example.org/b)"
    page = (built(tmp_path, a_note(text)) / "parks/yunze/index.html").read_text("utf-8")

    comment = page.partition("data-comment")[2].partition("</article>")[0]
    assert comment.count('href="https://example.org/a"') == 2
    assert 'href="https://example.org/b"' not in comment
    assert 'rel="external noopener nofollow"' in comment


@pytest.mark.parametrize(
    ("markdown", "html"),
    [
        ("# 一\n\n### 二", "<h4>一</h4>\n<h6>二</h6>"),
        ("## 二", "<h4>二</h4>"),
        ("看<b onclick='x'>好</b>", "<p>看好</p>"),
        ("[甲](javascript:x)", '<p><a rel="external noopener nofollow">甲</a></p>'),
        ("|甲|乙|\n|-|-:|\n|丙|丁|", "<th>乙</th>"),
    ],
)
def test_html_is_safe_and_below_the_headings_of_the_page(markdown: str, html: str):
    assert html in safe_html(checked(markdown))


def test_private_characters_in_a_note_are_no_placeholders(tmp_path: Path):
    site = built(tmp_path, a_note("甲\ue0007\ue001乙，出口88亿元"))

    assert "此数未见于来源" in (site / "parks/yunze/index.html").read_text("utf-8")


def test_a_number_in_a_comment_that_says_nothing_fails_the_check(tmp_path: Path):
    site = built(tmp_path, a_note("2024年看好。"))
    page = site / "parks/yunze/index.html"
    assert check_site(site) == []
    page.write_text(page.read_text("utf-8").replace("2024年看好", "2024年<b>88</b>亿元"), "utf-8")

    (problem,) = check_site(site)

    assert "the number in '88亿元' does not say what it is" in problem.what


def test_a_flag_that_says_nothing_fails_the_check(tmp_path: Path):
    site = built(tmp_path, a_note("出口88亿元。"))
    page = site / "parks/yunze/index.html"
    page.write_text(page.read_text("utf-8").replace("此数未见于来源", ""), "utf-8")

    (problem,) = check_site(site)

    assert problem.what == "'88亿元' is in no source and does not say so"


def test_views_hold_the_notes_of_their_page_newest_first():
    profiles = sample_profiles()
    notes = [
        a_note("甲", id="old", date="2024"),
        a_note("乙", id="new"),
        a_note("丙", id="p", park=None, project="languang"),
    ]
    beside = Beside(notes=check_notes(notes, profiles).notes)
    planned = plan_pages(profiles, (), Settings(), beside)
    views = {page.url: page.view for page in planned if isinstance(page, Page)}

    park = cast(ParkView, views["parks/yunze/index.html"])
    project = cast(ProjectView, views["projects/languang.html"])
    assert [note.anchor for note in park.notes] == ["note-new", "note-old"]
    assert [note.anchor for note in project.notes] == ["note-p"]


# -- in a brief --------------------------------------------------------------------------------------


def in_a_brief(text: str, grammar: Grammar = chinese, **fields: Any) -> Comment:
    """The note as a brief shows it."""
    profiles = sample_profiles()
    project = next((each for each in profiles.projects if each.id == fields.get("project")), None)
    told = Remark(checked(text, profiles, **fields), project)
    return comment(told, grammar, Proofs(find_places(profiles)))


def words(line: Line) -> str:
    return "".join(cast(Any, each).text for each in line)


def test_a_note_in_a_brief_says_who_comments_and_when() -> None:
    said = in_a_brief("看好。")

    assert said.title == (Words("看法"),)
    assert words(said.by) == "行业分析师 · 2025年3月1日"
    assert said.blocks == (Paragraph((Words("看好。"),)),)


def test_a_note_on_a_project_names_it_in_the_language_of_the_brief() -> None:
    on_project = {"park": None, "project": "languang"}
    said, told = (in_a_brief("看好。", each, **on_project) for each in (chinese, english))

    assert words(said.by) == "行业分析师 · 2025年3月1日 · 关于澜光芯片项目"
    assert words(told.by) == "行业分析师 · 1 Mar 2025 · on 澜光芯片项目"
    assert Name("澜光芯片项目", "projects/languang.html") in told.by
    assert told.blocks == said.blocks


def test_numbers_of_a_note_are_facts_or_flagged_and_its_words_hold_no_digit() -> None:
    said = in_a_brief("2024年地区生产总值**1135.1亿元**，约1135亿元，出口88亿元。")

    line: Sequence[Inline] = cast(Paragraph, said.blocks[0]).line
    fact = sample_profiles().sources[0].facts.observations[0]
    stated = [each for each in line if isinstance(each, Stated)]
    assert [(each.text, each.fact) for each in stated] == [("1135.1亿元", fact.id)] * 2
    assert Worked("1135亿元", "来源作1135.1亿元") in line
    assert Unseen("88亿元", "此数未见于来源") in line
    assert Name("2024年地区生产总值") in line
    assert not any(char.isdigit() for each in line if isinstance(each, Words) for char in each.text)


def test_figures_in_a_row_of_one_sentence_have_its_number_once() -> None:
    line = cast(Paragraph, in_a_brief("地区生产总值1135.1亿元，增长6.3%，出口88亿元。").blocks[0]).line

    assert [type(each) for each in line] == [Words, Stated, Words, Stated, Proof, Words, Unseen, Words]


def test_a_figure_without_a_number_in_the_brief_is_flagged() -> None:
    (note,) = check_notes([a_note("地区生产总值1135.1亿元。")], sample_profiles()).notes
    proofs = Proofs(dataclasses.replace(find_places(sample_profiles()), evidence={}))

    (block,) = comment(Remark(note, None), english, proofs).blocks

    assert Unseen("1135.1亿元", "in no source") in cast(Paragraph, block).line


def test_lists_tables_and_headings_become_blocks():
    said = in_a_brief("## 小结\n\n- 甲\n- 乙\n    - 丙\n\n1. 丁\n\n|指标|数|\n|-|-|\n|出口|88亿元|\n")

    heading, bullets, numbered, table = said.blocks
    assert heading == Paragraph((Words("小结", strong=True),))
    assert bullets == Bullets(((Words("甲"),), (Words("乙"),), (Words("丙"),)))
    assert numbered == Bullets(((Words("丁"),),), numbered=True)
    assert isinstance(table, Table)
    assert [[words(cell) for cell in row] for row in table.rows] == [
        ["指标", "数"],
        ["出口", "88亿元"],
    ]


# -- the command line --------------------------------------------------------------------------------


@pytest.mark.slow
def test_an_unseen_number_is_a_notice_and_with_strict_a_problem(write_files: WriteFiles, run: Run):
    folder = write_files(
        {
            "articles/a.txt": "云泽高新区签约\n\n2023年，云泽高新区实现税收12亿元。\n",
            "parks.yaml": "- {id: yunze, name: 云泽高新区}\n",
            "notes/a.md": FRONT + "税收12亿元，出口99亿元。\n",
        }
    )
    expected = f"{folder}/notes/a.md:7: 99亿元 is in no source on 云泽高新区, as the note says it"

    for command in ("build", "check"):
        lenient = run(command, "--content", folder, "--no-cache" if command == "build" else "--output=x")
        strict = run(command, "--strict", "--content", folder)

        assert (lenient.returncode, lenient.stderr.splitlines()[0]) == (0, expected)
        assert (strict.returncode, strict.stderr.splitlines()[0]) == (1, expected)


def test_a_mistake_in_a_note_stops_the_reading(write_files: WriteFiles, run: Run):
    folder = write_files({"articles/a.txt": "云泽高新区签约项目三十个。", "notes/a.md": "看好。"})

    assert run("check", "--content", folder).stderr.startswith(
        f"{folder}/notes/a.md:1: a note without front matter\n    fix: "
    )


def test_an_unread_register_blames_no_note(write_files: WriteFiles):
    folder = write_files({"notes/a.md": FRONT + "看好。"})

    assert read_notes(folder / "notes", Registers(None, None)).problems == ()
