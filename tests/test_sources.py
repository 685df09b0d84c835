"""What the reader makes of files: encodings, front matter, bylines, registers, words."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.lexicon import Indicator, Industry
from core.model import DigestOf, Metadata, ParkEntry, PolicyEntry, ProjectEntry, Scores, Settings, Stated
from core.park_forms import words_of_lists
from core.problems import ContentError
from sources import (
    Shipped,
    read_accuracy,
    read_companies,
    read_content,
    read_document,
    read_lexicon,
    read_parks,
    read_policies,
    read_projects,
    read_settings,
    read_sources,
)
from sources.bylines import read_credits
from sources.documents import ENDINGS, document_id
from tests.conftest import WriteFiles

TITLE = "某某高新区签约项目三十个"
PROSE = "2024年，某某高新区新签约项目30个，总投资120亿元，同比增长6.5%，其中制造业项目18个。"
TEXT = f"{TITLE}\n\n{PROSE}\n"


def problems(read, *arguments, **options) -> list[str]:
    """What reading complains of, as `where: what`, without the folders."""
    with pytest.raises(ContentError) as caught:
        read(*arguments, **options)
    return [re.sub(r"/\S*/", "", f"{each.where}: {each.what}") for each in caught.value.problems]


def shipped_in(folder: Path) -> Shipped:
    """What a program brings along that keeps it in this folder."""
    return Shipped(lexicon=folder, accuracy=folder / "accuracy.json", scorecards=folder / "none.yaml")


def credits_of(*edge_lines: str) -> Metadata:
    """What is read from lines between a title and prose."""
    return read_credits("\n\n".join([TITLE, *edge_lines, PROSE, PROSE, PROSE]))


# -- encodings ------------------------------------------------------------------------------------


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030", "gbk", "gb2312"])
def test_the_encoding_of_an_article_does_not_matter(write_files: WriteFiles, encoding):
    folder = write_files({"a.txt": TEXT.encode(encoding)})

    assert read_document(folder / "a.txt").text == TEXT


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-32", "shift-jis", "euc-kr"])
def test_text_in_any_other_encoding_is_refused_rather_than_misread(write_files: WriteFiles, encoding):
    foreign = {
        "shift-jis": "新しい工業団地の開発計画について、",
        "euc-kr": "경제개발구의 새로운 투자 계획을 ",
    }
    text = foreign.get(encoding, "某某高新区签约项目三十个，总投资一百二十亿元，同比增长。") * 20
    folder = write_files({"a.txt": text.encode(encoding)})

    assert problems(read_document, folder / "a.txt") in (
        ["a.txt: is not Chinese text in UTF-8, UTF-16, GB18030 or Big5"],
        ["a.txt: is a binary file, not text"],
    )


@pytest.mark.parametrize("encoding", ["latin-1", "cp1251", "utf-8"])
def test_a_text_that_is_not_chinese_is_refused(write_files: WriteFiles, encoding):
    text = "Всё о зонах развития" if encoding == "cp1251" else "Été à Besançon, où l’on dévoile « 高新区 »"
    folder = write_files({"a.txt": (text * 9).encode(encoding, "ignore")})

    assert problems(read_document, folder / "a.txt") == [
        "a.txt: is not Chinese text in UTF-8, UTF-16, GB18030 or Big5"
    ]


def test_line_breaks_stay_as_they_are_and_only_the_byte_order_mark_goes(write_files: WriteFiles):
    folder = write_files({"a.txt": b"\xef\xbb\xbf" + f"{TITLE}\r\n\r\n{PROSE}\r{PROSE}\n".encode()})

    assert read_document(folder / "a.txt").text == f"{TITLE}\r\n\r\n{PROSE}\r{PROSE}\n"


def test_a_text_of_blanks_is_empty(write_files: WriteFiles):
    folder = write_files({"a.txt": " \n\u3000\n", "b.md": "---\ntitle: 某某\n---\n\n"})

    assert problems(read_document, folder / "a.txt") == ["a.txt: is empty"]
    assert problems(read_document, folder / "b.md") == ["b.md: has no text after the front matter"]


PIECES = st.sampled_from(
    [b"---\n", b"title: ", b"digest_of: {", b"\xff\xfe", b"\0", "高新区。".encode(), b"\r\n", b"*a"]
)


@given(st.lists(PIECES | st.binary(max_size=8), max_size=12).map(b"".join), st.sampled_from(ENDINGS))
def test_any_bytes_are_a_document_or_a_problem(tmp_path_factory, content, ending):
    path = tmp_path_factory.getbasetemp() / f"any{ending}"
    path.write_bytes(content)

    try:
        document = read_document(path)
    except ContentError as error:
        assert error.problems
    else:
        assert document.text[document.body :].strip()


# -- front matter ---------------------------------------------------------------------------------

FULL = """\
---
title: 某某高新区的一年
publisher: 某某日报
published: 2024-03-05
url: https://example.org/a
authors: [某某, 某甲]
licence: CC BY 4.0
kind: digest
digest_of: {title: 一年, publisher: 某报, date: 2024-03}
---
"""


def test_front_matter_is_read_and_stays_part_of_the_text(write_files: WriteFiles):
    document = read_document(write_files({"a.md": FULL + TEXT}) / "a.md")

    assert document.metadata == Metadata(
        title="某某高新区的一年",
        publisher="某某日报",
        published="2024-03-05",
        url="https://example.org/a",
        authors=("某某", "某甲"),
        licence="CC BY 4.0",
        kind="digest",
        digest_of=DigestOf("一年", "某报", "2024-03"),
    )
    assert (document.text, document.text[document.body :]) == (FULL + TEXT, TEXT)


@pytest.mark.parametrize(
    ("written", "published"),
    [
        ("2021-12-27", "2021-12-27"),
        ('"2021-12-27"', "2021-12-27"),
        ("2021-12-27 13:17:02", "2021-12-27"),
        ("2021-12-27T13:17:02+08:00", "2021-12-27"),
        ("2024-07", "2024-07"),
        ("2024", "2024"),
    ],
)
def test_a_date_may_be_written_in_several_ways(write_files: WriteFiles, written, published):
    folder = write_files({"a.md": f"---\npublished: {written}\n---\n{TEXT}"})

    assert read_document(folder / "a.md").metadata.published == published


@pytest.mark.parametrize("name", ["a.md", "a.txt"])
def test_front_matter_wins_over_the_text_and_the_text_fills_the_rest(write_files: WriteFiles, name):
    text = f"---\r\ntitle: 我们的标题\r\n---\r\n{TITLE}\n\n2024-03-05 09:00 来源：某某日报\n\n{PROSE}\n"
    metadata = read_document(write_files({name: text}) / name).metadata

    assert (metadata.title, metadata.publisher) == ("我们的标题", "某某日报")
    assert metadata.published == "2024-03-05"


def test_a_digest_is_credited_to_nobody_that_its_text_names(write_files: WriteFiles):
    text = f"---\nkind: digest\ndigest_of: {{title: 一年}}\n---\n# {TITLE}\n\n来源：某某日报\n\n{PROSE}\n"
    metadata = read_document(write_files({"a.md": text}) / "a.md").metadata

    assert (metadata.title, metadata.publisher) == (TITLE, None)


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("publishd: 2024", "a.md:2: no field is called 'publishd'"),
        ("published: 2024-02-30", "a.md:2: published: '2024-02-30' is not a date"),
        ("published: [2024]", "a.md:2: published: expected text, got a list"),
        ("title: yes", "a.md:2: title: expected text, got true or false"),
        ("kind: digset", "a.md:2: kind: unknown value 'digset'"),
        ("kind: digest", "a.md:2: a digest has no digest_of"),
        ("digest_of: {titel: 一年}", "a.md:2: no field is called 'titel'"),
        ("digest_of: {publisher: 某报}", "a.md:2: has no title"),
        ("url: javascript:alert(1)", "a.md:2: url: 'javascript:alert(1)' is not a web address"),
        ("authors: {a: b}", "a.md:2: authors: expected a list, got names with values"),
        ("title: 甲\ntitle: 乙", "a.md:3: 'title' is given twice, first at a.md:2"),
        ("just words", "a.md:2: expected names with values"),
        ("title: &a [*a]", "a.md:2: is used again by an alias (*)"),
        ("title: \x07", "a.md:2: is not YAML: control characters are not allowed"),
        ("title: " + "[" * 50 + "]" * 50, "a.md:2: is nested too deeply"),
    ],
)
def test_a_mistake_in_front_matter_names_its_line(write_files: WriteFiles, line, what):
    folder = write_files({"a.md": f"---\n{line}\n---\n{TEXT}"})

    assert what in problems(read_document, folder / "a.md")


def test_front_matter_without_an_end_is_a_mistake_in_markdown_only(write_files: WriteFiles):
    folder = write_files(
        {"a.md": f"---\n{TEXT}", "a.txt": f"---\n{TEXT}", "b.txt": f"---\n{TEXT}---\n{TEXT}"}
    )

    assert problems(read_document, folder / "a.md") == ["a.md:1: the front matter has no end"]
    assert read_document(folder / "a.txt").body == 0
    assert read_document(folder / "b.txt").body == 0


# -- bylines --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "publisher", "published"),
    [
        ("2024-03-05 13:17:02 来源:某某日报", "某某日报", "2024-03-05"),
        ("来源：某某日报　发布时间：2024年3月5日　浏览次数：12", "某某日报", "2024-03-05"),
        ("发布时间：2024年3月5日", None, "2024-03-05"),
        ("稿源：某某融媒体中心", "某某融媒体中心", None),
        ("2024年3月5日 星期二 第05版", None, "2024-03-05"),
        ("２０２４年３月５日", None, "2024-03-05"),
        ("2024年3月", None, "2024-03"),
        ("新华社南京2024年3月5日电 某某高新区昨日签约一批项目。", "新华社", "2024-03-05"),
        ("新华社南京3月5日电 某某高新区昨日签约一批项目。", "新华社", None),
    ],
)
def test_a_dateline_tells_publisher_and_date(line, publisher, published):
    read = credits_of(line)

    assert (read.title, read.publisher, read.published) == (TITLE, publisher, published)


@pytest.mark.parametrize(
    "line",
    [
        "2024年3月5日，某某高新区签约项目30个。",
        "本报讯 2024年3月5日，某某高新区签约项目30个，总投资120亿元。",
        "2024年3月5日某某高新区举行项目集中签约活动",
        "截止日期：2024-03-05",
        "活动于2024年3月5日9:30开始，来宾三百余人到场，签约项目30个。",
        "图片来源：某某高新区",
        "数据来源：某某统计局",
        "来源：本站原创",
        "2024年2月30日",
    ],
)
def test_nothing_is_taken_out_of_prose(line):
    read = credits_of(line)

    assert (read.publisher, read.published) == (None, None)


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("（记者 某某）", ("某某",)),
        ("▶ 本报记者 某某 特约通讯员 某甲", ("某某", "某甲")),
        ("► 某某 某甲", ("某某", "某甲")),
        ("► 某 某 某甲乙", ("某某", "某甲乙")),
        ("本报记者 某某 某甲", ("某某", "某甲")),
        ("记者/某某 编辑/某乙", ("某某",)),
        ("文/某某 图/某乙", ("某某",)),
        ("作者：某某 时间：2024-03-05", ("某某",)),
        ("本报讯（记者 某某 通讯员 某甲）某某高新区昨日签约一批项目。", ("某某", "某甲")),
        ("新华社南京3月5日电（记者某某、某甲）某某高新区昨日签约一批项目。", ("某某", "某甲")),
        ("责任编辑：某某", ()),
        ("本报记者 某某 摄", ()),
        ("（某某高新区供图）", ()),
        ("记者从某某高新区了解到", ()),
        ("▶ 某某高新区签约仪式现场", ()),
    ],
)
def test_a_byline_tells_the_authors(line, authors):
    assert credits_of(line).authors == authors


def test_a_byline_at_the_end_tells_publisher_and_author_before_the_list_of_other_articles():
    lines = [TITLE, *[PROSE] * 9, "(某某经济报记者 某某)", "责任编辑：某乙", "最近更新", *[f"甲{PROSE}"] * 12]

    read = read_credits("\n\n".join([*lines, "2023-01-01 来源：他报"]))

    assert (read.publisher, read.authors, read.published) == ("某某经济报", ("某某",), None)


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (["江苏", "江苏 > 苏州 > 正文", TITLE], TITLE),
        ([f"# {TITLE}"], TITLE),
        ([f"标题：{TITLE}"], TITLE),
        ([f"{TITLE}_某某网"], TITLE),
        (["来源：某某高新区管委会", TITLE], TITLE),
        (["首页 | 新闻中心 | 招商引资", "2024年3月5日 星期二 第05版", TITLE], TITLE),
        ([PROSE, TITLE], None),
        (["某某"], None),
    ],
)
def test_the_title_is_the_first_headline_and_no_menu(lines, title):
    assert read_credits("\n\n".join([*lines, PROSE])).title == title


# -- files and folders ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("003_c76e5886446c49b4.txt", "003-c76e5886446c49b4"),
        ("昆山高新区 2024.md", "kun-shan-gao-xin-qu-2024"),
        ("A&B (1).txt", "a-b-1"),
        ("index.md", "article-index"),
        ("！！.txt", "article-41fa91dd"),
    ],
)
def test_the_id_of_a_document_is_its_file_name_in_ascii(name, expected):
    assert document_id(Path(name)) == expected


def test_two_documents_of_one_id_are_a_problem_that_names_both(write_files: WriteFiles):
    folder = write_files({"articles/a_b.txt": TEXT, "articles/2024/a-b.md": TEXT})

    [what] = problems(read_content, folder)
    assert what == "a-b.md: gets the page sources/a-b.html, as a_b.txt does"


def test_folders_are_read_to_the_bottom_in_order_and_links_that_loop_do_not_hang(write_files: WriteFiles):
    folder = write_files(
        {
            "articles/b.txt": TEXT,
            "articles/deep/er/c.md": TEXT,
            "articles/a.txt": TEXT,
            "articles/.hidden.txt": "",
        }
    )
    (folder / "articles/deep/loop").symlink_to(folder / "articles")

    documents = read_content(folder).documents

    assert [document.name for document in documents] == ["a.txt", "b.txt", "c.md"]


def test_a_file_that_two_places_name_is_read_once(write_files: WriteFiles):
    folder = write_files({"news/a.txt": TEXT, "news/b.txt": TEXT})

    documents = read_content(folder, [folder / "news/b.txt", folder / "news"]).documents

    assert [document.name for document in documents] == ["b.txt", "a.txt"]


def test_other_files_of_a_folder_are_passed_over_with_one_notice(write_files: WriteFiles):
    folder = write_files({"news/a.txt": TEXT, "news/a.json": "{}", "news/scan.png": b"\x89PNG"})

    sources = read_sources(folder, [folder / "news"], shipped=shipped_in(folder))

    assert [document.name for document in sources.content.documents] == ["a.txt"]
    assert [notice.what for notice in sources.notices] == [
        "2 files are not read: a.json, scan.png (supported: .txt, .md, .html, .htm, .pdf, .docx)"
    ]
    assert (
        len(problems(read_sources, folder, [folder / "news"], shipped=shipped_in(folder), strict=True)) == 1
    )


def test_a_file_that_is_asked_for_by_name_must_be_readable(write_files: WriteFiles):
    folder = write_files({"scan.png": b"\x89PNG"})

    assert problems(read_content, folder, [folder / "scan.png"]) == [
        "scan.png: is not read; supported: .txt, .md, .html, .htm, .pdf, .docx"
    ]


def test_a_content_folder_must_exist_but_may_be_empty(write_files: WriteFiles):
    folder = write_files({"a.txt": TEXT})

    assert len(read_content(folder, [folder / "a.txt"]).documents) == 1
    assert problems(read_content, folder) == ["articles: holds no article"]
    assert "none: there is no such folder" in problems(read_content, folder / "none")


# -- registers ------------------------------------------------------------------------------------


def test_a_park_may_say_much_or_little(write_files: WriteFiles):
    folder = write_files(
        {
            "parks.yaml": """\
- id: jia-hidz
  name: 甲高新区
  aliases: [甲高新技术产业开发区]
  kind: 高新技术产业开发区
  level: {value: 国家级, source: 某某日报}
  province: 江苏
  approved: {value: 2010, source: null}
- {id: yi, name: 乙园, level: 省级, aliases: }
"""
        }
    )

    assert read_parks(folder / "parks.yaml") == (
        ParkEntry(
            id="jia-hidz",
            name="甲高新区",
            aliases=("甲高新技术产业开发区",),
            kind="高新技术产业开发区",
            level=Stated("国家级", "某某日报"),
            province="江苏",
            approved=Stated("2010"),
        ),
        ParkEntry(id="yi", name="乙园", level=Stated("省级")),
    )


def test_a_park_lies_in_another_and_never_in_itself(write_files: WriteFiles):
    folder = write_files(
        {
            "parks.yaml": "- {id: jia, name: 甲高新区}\n- {id: yi, name: 乙片区, parent: jia}\n",
            "wrong.yaml": "- {id: jia, name: 甲高新区, parent: yi}\n- {id: yi, name: 乙片区, parent: jia}\n"
            "- {id: bing, name: 丙园, parent: bing}\n- {id: ding, name: 丁园, parent: jai}\n"
            "- {id: wu, name: 戊园, parent: yi}\n",
        }
    )

    assert read_parks(folder / "parks.yaml")[1] == ParkEntry(id="yi", name="乙片区", parent="jia")
    assert problems(read_parks, folder / "wrong.yaml") == [
        "wrong.yaml:1: parent: 'jia' would lie in itself",
        "wrong.yaml:2: parent: 'yi' would lie in itself",
        "wrong.yaml:3: parent: 'bing' would lie in itself",
        "wrong.yaml:4: parent: no park of this file has the id 'jai'",
    ]


def test_missing_registers_are_empty_and_missing_settings_are_defaults(tmp_path):
    assert read_parks(tmp_path / "parks.yaml") == ()
    assert read_projects(tmp_path / "projects.yaml") == ()
    assert read_settings(tmp_path / "site.yaml") == Settings()


def test_a_project_lies_in_a_registered_park(write_files: WriteFiles):
    folder = write_files(
        {"projects.yaml": "- {id: p, name: 甲项目, park: jia}\n- {id: q, name: 乙项目, park: jai}\n"}
    )

    assert read_projects(folder / "projects.yaml")[0] == ProjectEntry("p", "甲项目", (), "jia")
    assert problems(read_projects, folder / "projects.yaml", [ParkEntry("jia", "甲")]) == [
        "projects.yaml:2: park: no park of parks.yaml has the id 'jai'"
    ]


def test_policies_and_companies_are_registered_as_projects_are(write_files: WriteFiles):
    folder = write_files(
        {
            "policies.yaml": "- {id: p, name: 办法, aliases: [十条], park: jia}\n"
            "- {id: q, name: 乙, park: jai}\n",
            "companies.yaml": "- {id: c, name: 甲电子有限公司, aliases: [甲电]}\n- {id: c, name: 乙}\n",
        }
    )

    assert read_policies(folder / "policies.yaml")[0] == PolicyEntry("p", "办法", ("十条",), "jia")
    assert problems(read_policies, folder / "policies.yaml", [ParkEntry("jia", "甲")]) == [
        "policies.yaml:2: park: no park of parks.yaml has the id 'jai'"
    ]
    assert problems(read_companies, folder / "companies.yaml") == [
        "companies.yaml:2: the id 'c' is taken by the entry at companies.yaml:1"
    ]


@pytest.mark.parametrize(
    ("entry", "what"),
    [
        ("name: 甲", "has no id"),
        ("id: jia", "has no name"),
        ("{id: Jia, name: 甲}", "id: 'Jia' cannot be part of a URL"),
        ("{id: jia, name: 甲, kind: 高新技术开发区}", "kind: '高新技术开发区' is no kind of park"),
        ("{id: jia, name: 甲, level: {value: 国家级, src: 某}}", "no field is called 'src'"),
        ("{id: jia, name: 甲, aliases: 乙}", "aliases: expected a list, got text"),
        ("甲", "expected names with values"),
    ],
)
def test_a_mistake_in_a_register_names_its_line(write_files: WriteFiles, entry, what):
    folder = write_files({"parks.yaml": f"# the parks\n- {entry}\n"})

    assert problems(read_parks, folder / "parks.yaml") == [f"parks.yaml:2: {what}"]


def test_a_register_that_is_no_list_is_a_mistake(write_files: WriteFiles):
    folder = write_files({"parks.yaml": "parks: []\n"})

    assert problems(read_parks, folder / "parks.yaml") == ["parks.yaml:1: expected a list"]


def test_settings_are_checked(write_files: WriteFiles):
    folder = write_files(
        {"site.yaml": "title: 甲\nas_of: 2024-13-01\nsources: fulll\nbase_url: example.org\n"}
    )

    assert problems(read_settings, folder / "site.yaml") == [
        "site.yaml:2: as_of: '2024-13-01' is not a date",
        "site.yaml:3: sources: unknown value 'fulll'",
        "site.yaml:4: base_url: 'example.org' is not a web address",
    ]


def test_an_unknown_language_is_told_with_those_that_are_known(write_files: WriteFiles):
    folder = write_files({"site.yaml": "title: 甲\nlanguages: [zh, fr]\n"})

    with pytest.raises(ContentError) as caught:
        read_settings(folder / "site.yaml")

    assert [(each.what, each.fix) for each in caught.value.problems] == [
        ("languages: unknown value 'fr'", "use one of: zh, en")
    ]


# -- words ----------------------------------------------------------------------------------------

SHIPPED = {
    "lexicon/indicators.yaml": "- {name: 税收收入, en: Tax, unit: money, synonyms: [税收], flow: true}\n",
    "lexicon/words.yaml": "stages: [签约, 开工]\n",
    "lexicon/more.yaml": "stages: [投产, 签约]\nranks: [强]\n",
}


def test_lists_of_one_name_are_joined_and_a_user_extends_them(write_files: WriteFiles):
    folder = write_files(
        {
            **SHIPPED,
            "own/words.yaml": "stages: [试产]\npark_hightech: [智造谷]\n",
            "own/indicators.yaml": """\
- {name: 税收收入, synonyms: [全口径税收]}
- {name: 绿电占比, en: Green, unit: share}
""",
        }
    )

    lexicon = read_lexicon(folder / "lexicon", folder / "own")

    forms = words_of_lists()
    assert lexicon.words == {
        **forms,
        "park_hightech": (*forms["park_hightech"], "智造谷"),
        "stages": ("投产", "签约", "开工", "试产"),
        "ranks": ("强",),
    }
    assert lexicon.indicators == (
        Indicator("税收收入", "Tax", "money", ("税收", "全口径税收"), flow=True),
        Indicator("绿电占比", "Green", "share"),
    )


def test_names_of_one_industry_are_joined_and_a_user_extends_them(write_files: WriteFiles):
    folder = write_files(
        {
            **SHIPPED,
            "lexicon/industries.yaml": "- {name: 轨道交通, en: Rail, synonyms: [轨交]}\n",
            "own/industries.yaml": "- {name: 轨道交通, synonyms: [轨道装备]}\n- {name: 氢能}\n",
        }
    )

    lexicon = read_lexicon(folder / "lexicon", folder / "own")

    assert lexicon.industries == (
        Industry("轨道交通", ("轨交", "轨道装备"), "Rail"),
        Industry("氢能"),
    )


def test_a_word_that_means_two_industries_is_a_problem(write_files: WriteFiles):
    written = "- {name: 轨道交通, synonyms: [轨交]}\n- {name: 交通装备, synonyms: [轨交]}\n- name: 轨道交通\n"
    folder = write_files({**SHIPPED, "own/industries.yaml": written})

    assert problems(read_lexicon, folder / "lexicon", folder / "own") == [
        "industries.yaml:2: '轨交' means '交通装备' here and '轨道交通' elsewhere",
        "industries.yaml:3: the industry '轨道交通' is defined at industries.yaml:1 already",
    ]


def test_mistakes_in_word_lists_name_their_line(write_files: WriteFiles):
    folder = write_files(
        {
            **SHIPPED,
            "own/words.yaml": "stages:\n  - 签约\n  - {a: b}\nranks: 强\n",
            "own/indicators.yaml": "- {name: 甲, unit: 个}\n- {name: 乙, en: B, unit: 个}\n- name: 乙\n",
        }
    )

    assert problems(read_lexicon, folder / "lexicon", folder / "own") == [
        "indicators.yaml:1: the new indicator '甲' has no en",
        "indicators.yaml:3: the indicator '乙' is defined at indicators.yaml:2 already",
        "words.yaml:3: expected a word",
        "words.yaml:4: expected a list",
    ]


def test_the_shipped_lexicon_reads_without_a_mistake():
    lexicon = read_lexicon(Path(__file__).parent.parent / "extract" / "lexicon", None)

    assert "地区生产总值" in {indicator.name for indicator in lexicon.indicators}


# -- scores ---------------------------------------------------------------------------------------


def test_scores_are_read_where_there_are_any(write_files: WriteFiles):
    written = (
        '{"agreement": {}, "first": {}, "now": {"dev": {"documents": 2, "figures": 9, "f1": {"parks": 0.5}}}}'
    )
    folder = write_files({"a.txt": TEXT, "accuracy.json": written})

    sources = read_sources(folder, [folder / "a.txt"], shipped=shipped_in(folder))

    assert sources.accuracy is not None
    assert sources.accuracy.now == {"dev": Scores(documents=2, figures=9, f1={"parks": 0.5})}
    assert read_accuracy(folder / "missing.json") is None


@pytest.mark.parametrize(
    ("written", "what"),
    [
        ("{", "Input data was truncated"),
        ("{}", "Object missing required field `agreement`"),
        ('{"agreement": {"parks": 98}}', "Expected `float` <= 1.0 - at `$.agreement[...]`"),
        (b"\xff", "JSON is malformed: invalid character (byte 0)"),
        (
            b'{"agreement": {"\xff": 1}}',
            "'utf-8' codec can't decode byte 0xff in position 0: invalid start byte",
        ),
    ],
)
def test_a_file_of_scores_that_holds_none_is_a_problem(write_files: WriteFiles, written, what):
    folder = write_files({"a.txt": TEXT, "accuracy.json": written})

    found = problems(read_sources, folder, [folder / "a.txt"], shipped=shipped_in(folder))

    assert found == [f"accuracy.json: holds no scores: {what}"]
