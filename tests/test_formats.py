"""Web pages, PDF and Word files: their main text in reading order, and what they say of themselves."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable, Sequence
from importlib.metadata import distribution
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from matplotlib import rc_context
from matplotlib.backends.backend_pdf import PdfPages
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties

from core.model import Document
from core.problems import ContentError
from sources import read_document
from sources.columns import Glyph, passages, reading_order
from sources.tables import table_lines
from tests.conftest import Run, WriteFiles

TITLE = "某某高新区集中签约三十个项目"
FIRST = "近日，某某高新区举行项目集中签约仪式，共签约项目30个，总投资120.5亿元，其中制造业项目18个，占比60%。"
SECOND = "今年以来，全区新开工项目42个，完成投资85.6亿元，同比增长9.3%。"
OTHER_TITLE = "乙经开区前三季度提速"
OTHER = "前三季度，乙经开区完成地区生产总值356.7亿元，增长7.1%；使用外资2.4亿美元，规上工业企业达到128家。"

Read = Callable[[str, bytes], Document]


@pytest.fixture
def read(write_files: WriteFiles) -> Read:
    """Reads bytes as the file of that name."""
    return lambda name, content: read_document(write_files({name: content}) / name)


def problem(read: Read, name: str, content: bytes) -> str:
    with pytest.raises(ContentError) as caught:
        read(name, content)
    [only] = caught.value.problems
    assert only.fix
    return only.what


def a_page(body: str, *, head: str = "", charset: str = "utf-8") -> bytes:
    return (
        f'<!DOCTYPE html><html><head><meta charset="{charset}"><title>{TITLE}_某某新闻网</title>{head}</head>'
        f"<body>{body}</body></html>"
    ).encode("gb18030" if charset.startswith("gb") else charset)


def an_article(*paragraphs: str) -> bytes:
    inner = "".join(f"<p>{text}</p>" for text in (FIRST, *paragraphs, SECOND))
    return a_page(f"<h1>{TITLE}</h1><div class='article'>{inner}</div>")


# -- web pages ------------------------------------------------------------------------------------

PORTAL = f"""
<div class="top-menu"><ul><li><a href="/">首页</a></li><li><a href="/n">新闻</a></li></ul></div>
<div class="crumbs">当前位置：<a href="/">首页</a> &gt; <a href="/n">园区动态</a></div>
<table width="100%"><tr><td>
  <table><tr><td><h1>{TITLE}</h1></td></tr>
    <tr><td>来源：<span>某某日报</span>&nbsp;发布时间：<b>2023-05-06 10:11</b> 浏览：<i>1135</i></td></tr>
    <tr><td><div id="zoom"><p>　　{FIRST}</p><p>　　{SECOND}</p><p>责任编辑：某甲</p></div></td></tr>
    <tr><td><div class="bdsharebuttonbox">分享到：<a>微信</a><a>微博</a></div></td></tr>
  </table></td>
  <td><h3>热门新闻</h3><p><a href="/1">丙开发区总投资999亿元的项目开工，丁开发区签约项目888个</a></p></td>
</tr></table>
<div class="related"><h3>相关阅读</h3><p>戊高新区完成产值777亿元，增长6.6%，新增企业55家。</p></div>
<div class="comments"><p>网友评论：某某高新区的333个项目，我看没有那么多，还要再看看。</p></div>
<div class="footer">版权所有：某某新闻网，地址：某某市某某路222号，电话：010-0000。</div>
<script>var fake = "总投资111亿元，增长1%。";</script>
"""


def test_a_portal_page_gives_its_article_and_nothing_around_it(read: Read):
    document = read("a.html", a_page(PORTAL))

    assert document.text == f"{TITLE}\n\n{FIRST}\n\n{SECOND}\n\n责任编辑：某甲"
    assert document.body == 0


def test_the_dateline_beside_the_article_tells_its_source_and_date(read: Read):
    metadata = read("a.htm", a_page(PORTAL)).metadata

    assert (metadata.title, metadata.publisher, metadata.published) == (TITLE, "某某日报", "2023-05-06")


def test_meta_tags_of_government_sites_go_before_datelines(read: Read):
    head = """
        <meta name="SiteName" content="某某市人民政府">
        <meta name="ArticleTitle" content="某某高新区签约项目三十个">
        <meta name="PubDate" content="2024-01-02 09:30"><meta name="ContentSource" content="乙日报">
        <meta name="Author" content="李某"><link rel="canonical" href="https://example.org/a.html">
    """
    metadata = read("a.html", a_page(PORTAL.replace(TITLE, "某某高新区签约项目三十个"), head=head)).metadata

    assert metadata.title == "某某高新区签约项目三十个"
    assert (metadata.publisher, metadata.published) == ("乙日报", "2024-01-02")
    assert (metadata.authors, metadata.url) == (("李某",), "https://example.org/a.html")


@pytest.mark.parametrize(
    ("said", "published"),
    [
        ('<meta property="article:published_time" content="2023-05-05T22:11:00Z">', "2023-05-06"),
        ('<meta property="article:published_time" content="2023-05-06T01:11:00+08:00">', "2023-05-06"),
        ('<meta name="publishdate" content="20230506">', "2023-05-06"),
        (
            '<script type="application/ld+json">{"@graph":[{"datePublished":"2023-05-06"}]}</script>',
            "2023-05-06",
        ),
        ('<script type="application/ld+json">{"datePublished":</script>', None),
        ('<meta name="PubDate" content="2023-02-30">', None),
        ('<script>var ct = "1683339060";</script>', "2023-05-06"),
    ],
)
def test_the_date_that_a_page_states_is_the_day_in_china(read: Read, said, published):
    assert read("a.html", a_page(f"<p>{FIRST}</p><p>{SECOND}</p>", head=said)).metadata.published == published


@pytest.mark.parametrize("name", ["某某网", "高新区", "admin", "佚名"])
def test_a_site_or_office_is_no_author(read: Read, name):
    page = a_page(f"<p>{FIRST}</p><p>{SECOND}</p>", head=f'<meta name="author" content="{name}">')

    assert read("a.html", page).metadata.authors == ()


def test_word_mark_up_leaves_numbers_whole(read: Read):
    word = """
        <p class=MsoNormal style='text-indent:24.0pt;mso-char-indent-count:2.0'>
        <span style='mso-bidi-font-size:12.0pt'>2023</span>年，全区产值<span lang=EN-US>1135</span><span
        lang=EN-US>.1</span>亿元<o:p></o:p>，道路长
        <st1:chmetcnv unitname="公里" w:st="on">5公里</st1:chmetcnv>，绿地12万m<sup>2</sup><sup>[3]</sup>，
        增长&nbsp;9&#37;&mdash;&mdash;新高。</p>
        <!--[if gte mso 9]><xml><w:WordDocument>总投资7亿元</w:WordDocument></xml><![endif]-->
    """
    text = read("a.html", an_article(word)).text

    assert "\n\n2023年，全区产值1135.1亿元，道路长5公里，绿地12万m²，增长 9%——新高。\n\n" in text


def test_full_width_digits_stay_and_a_break_is_a_line(read: Read):
    text = read(
        "a.html",
        an_article("新增企业１２家，其中外资３家，比上年多。<br>新增税收２亿元，增长８％，再创新高。"),
    ).text

    assert "\n\n新增企业１２家，其中外资３家，比上年多。\n新增税收２亿元，增长８％，再创新高。\n\n" in text


@pytest.mark.parametrize("charset", ["utf-8", "gbk", "gb2312", "gb18030"])
def test_the_charset_that_a_page_declares_is_used(read: Read, charset):
    assert FIRST in read("a.html", a_page(PORTAL, charset=charset)).text


def test_a_page_that_declares_the_wrong_charset_is_read_all_the_same(read: Read):
    content = a_page(PORTAL).replace(b'charset="utf-8"', b'charset="gbk"').decode().encode("utf-8-sig")

    assert FIRST in read("a.html", content).text


def test_a_stray_byte_does_not_cost_the_page(read: Read):
    content = a_page(PORTAL, charset="gbk").replace(b"</script>", b"\xff</script>")

    assert FIRST in read("a.html", content).text


def test_text_in_big5_is_read_and_stays_traditional(read: Read):
    text = "某某高新區簽約專案三十個\n\n今年，某某高新區新簽約專案30個，總投資120億元，較上年增長。\n"
    more = "<p>其中製造業專案18個，占六成，均已開工建設，預計明年投產。</p>"
    page = f"<meta charset=big5><title>某某</title><p>{text}</p>{more}".encode("big5")

    assert read("a.txt", text.encode("big5")).text == text
    assert "總投資120億元" in read("a.html", page).text


def test_a_page_without_prose_is_told_and_how_to_mend_it(read: Read):
    links = "<ul>" + "<li><a href='x'>某某高新区签约项目</a></li>" * 50 + "</ul>"

    assert problem(read, "a.html", a_page(links)).startswith("holds no article: ")
    assert problem(read, "b.html", a_page("<div id=app></div>")).startswith("holds no article: ")
    assert problem(read, "c.html", b"") == "holds no text"


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("<div>" * 10_000 + FIRST, "is nested too deep: over 2048 elements"),
        ("<b>x</b>" * 200_001, "is too large a page: over 200,000 elements"),
    ],
    ids=["deep", "wide"],
)
def test_a_page_beyond_all_measure_is_refused(read: Read, body, told):
    assert problem(read, "a.html", a_page(body)) == told


def test_a_file_beyond_all_measure_is_refused_unread(read: Read):
    assert problem(read, "a.html", b" " * 30_000_000) == "is too large: 30 MB, where 20 MB are read"


# -- tables ---------------------------------------------------------------------------------------


def rows(*lines: str) -> list[list[str]]:
    return [line.split("|") for line in lines]


@pytest.mark.parametrize(
    ("table", "lines"),
    [
        (
            rows("指标|2023年|同比增长（%）", "地区生产总值（亿元）|1,120.5|8.2", "高新技术企业|120家|—"),
            ["地区生产总值：2023年 1,120.5亿元；同比增长 8.2%。", "高新技术企业：2023年 120家。"],
        ),
        (
            rows("序号|项目名称|投资额（亿元）|建设单位", "1|某某产业园|12|甲公司"),
            ["某某产业园：投资额 12亿元；建设单位 甲公司。"],
        ),
        (rows("年份|产值|增速", "2019|12亿元|8.2%", "2020|13亿元|7%"),
         ["2019年：产值 12亿元；增速 8.2%。", "2020年：产值 13亿元；增速 7%。"]),
        (
            rows("主要指标|主要指标|主要指标", "单位：亿元||单位：亿元", "指标|绝对量|增长%", "产值|12|8"),
            ["主要指标", "单位：亿元", "产值：12亿元；增长 8%。"],
        ),
        (
            rows("园区|2022年|2022年|2023年", "园区|产值|增速|产值", "甲区|1亿元|2%|3亿元"),
            ["甲区：2022年产值 1亿元；2022年增速 2%；2023年产值 3亿元。"],
        ),
        (rows("园区|类别|数量（家）", "甲|外资|3", "甲|内资|5"), ["甲 外资：3家。", "甲 内资：5家。"]),
        (rows("指标|单位|数值", "产值|亿元|12", "企业|家|300"), ["产值：12亿元。", "企业：300家。"]),
        (rows("面积|12平方公里", "人口|3万人"), ["面积：12平方公里。", "人口：3万人。"]),
        ([], []),
    ],
)  # fmt: skip
def test_a_row_of_a_table_says_its_names_and_units(table, lines):
    assert table_lines(table) == lines


def test_a_table_of_a_page_stands_in_its_place_with_spanning_cells_repeated(read: Read):
    table = """<table><tr><th rowspan=2>园区<th colspan=2>2023年</tr><tr><th>产值（亿元）<th>增速</tr>
        <tr><td>甲区<td>12<td>8%</tr><tr><td>乙区<td><p>34</p><td>5%</tr></table>"""

    assert read("a.html", an_article(table)).text.split("\n\n")[2:4] == [
        "甲区：2023年产值 12亿元；2023年增速 8%。",
        "乙区：2023年产值 34亿元；2023年增速 5%。",
    ]


# -- Word files -----------------------------------------------------------------------------------

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def a_paragraph(*runs: str, style: str = "") -> str:
    marked = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    texts = "".join(f"<w:r><w:rPr><w:b/></w:rPr><w:t>{run}</w:t></w:r>" for run in runs)
    return f"<w:p>{marked}{texts}</w:p>"


def a_word_table(*cells: Sequence[str]) -> str:
    lines = ("".join(f"<w:tc>{a_paragraph(cell)}</w:tc>" for cell in row) for row in cells)
    return f"<w:tbl>{''.join(f'<w:tr>{line}</w:tr>' for line in lines)}</w:tbl>"


def a_word_file(*parts: str, before: str = "", name: str = "word/document.xml") -> bytes:
    file = io.BytesIO()
    xml = f'{before}<w:document xmlns:w="{NAMESPACE}"><w:body>{"".join(parts)}</w:body></w:document>'
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, xml)
    return file.getvalue()


def test_a_word_file_gives_paragraphs_and_tables_in_their_order(read: Read):
    document = read(
        "a.docx",
        a_word_file(
            a_paragraph(TITLE, style="Title"),
            a_paragraph("来源：某某日报　2023年5月6日"),
            a_paragraph("全区产值", "1135", ".1", "亿元，增长8", ".2%。"),
            a_word_table(("指标", "2023年"), ("税收（亿元）", "12.5"), ("企业（家）", "120")),
            "<w:sdt><w:sdtContent>" + a_paragraph("其中外资企业3家。") + "</w:sdtContent></w:sdt>",
            "<w:p><w:del><w:r><w:delText>删去9家。</w:delText></w:r></w:del></w:p>",
        ),
    )

    assert document.text.split("\n\n") == [
        TITLE,
        "来源：某某日报 2023年5月6日",
        "全区产值1135.1亿元，增长8.2%。",
        "税收：2023年 12.5亿元。",
        "企业：2023年 120家。",
        "其中外资企业3家。",
    ]
    metadata = document.metadata
    assert (metadata.title, metadata.publisher, metadata.published) == (TITLE, "某某日报", "2023-05-06")


BOMB = '<!DOCTYPE a [<!ENTITY b "' + "高" * 1000 + '">]>'


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"PK\x03\x04 no zip", "is damaged, or no .docx file"),
        (b"\xd0\xcf\x11\xe0 old", "is an old .doc file, or locked with a password"),
        (a_word_file(name="xl/workbook.xml"), "is no Word file: it has no word/document.xml"),
        (a_word_file("<w:p>"), "is damaged: its text is no well-formed XML"),
        (a_word_file(before=BOMB), "defines entities, as no Word file does"),
        (a_word_file(" " * 40_000_000), "is too large: over 40 MB or 2,000,000 tags of text"),
        (a_word_file(), "holds no text"),
    ],
)
def test_what_is_no_word_file_is_told(read: Read, content, told):
    assert problem(read, "a.docx", content) == told


# -- PDF files ------------------------------------------------------------------------------------

WIDTH, HEIGHT, SIZE, LEAD, ACROSS = 600, 800, 9, 15, 14
FONT = Path(str(distribution("mpl-font").locate_file("mpl_font/fonts/noto/NotoSansCJKsc-Regular.otf")))

Placed = tuple[float, float, str, float]  # left, baseline from above, text, size; in points


def in_columns(paragraphs: Sequence[str], top: float) -> list[Placed]:
    """Three columns of lines of 14 characters."""
    texts = [f"　　{text}" for text in paragraphs]
    lines = [text[at : at + ACROSS] for text in texts for at in range(0, len(text), ACROSS)]
    each = -(-len(lines) // 3)
    return [(40 + 170 * (at // each), top + LEAD * (at % each), line, SIZE) for at, line in enumerate(lines)]


def a_pdf(*pages: Sequence[Placed]) -> bytes:
    """Pages whose content streams print the lines in the order given."""
    file = io.BytesIO()
    with rc_context({"pdf.fonttype": 42}), PdfPages(file) as pdf:
        for page in pages:
            figure = Figure(figsize=(WIDTH / 72, HEIGHT / 72))
            for left, base, text, size in page:
                font = FontProperties(fname=FONT, size=size)
                figure.text(left / WIDTH, 1 - base / HEIGHT, text, fontproperties=font)
            pdf.savefig(figure)
    return file.getvalue()


def test_two_articles_of_three_columns_are_read_one_after_the_other(read: Read):
    upper, lower = in_columns([FIRST, SECOND], 90), in_columns([OTHER, SECOND], 200)
    headlines = [(40, 60, TITLE, 20), (150, 175, OTHER_TITLE, 20), (290, 790, "- 3 -", 8)]

    document = read("a.pdf", a_pdf([*headlines, *upper, *lower]))

    assert document.text.split("\n\n") == [TITLE, FIRST, SECOND, OTHER_TITLE, OTHER, SECOND]
    assert document.metadata.title == TITLE


def test_the_order_of_the_content_stream_does_not_matter(read: Read):
    row_by_row = sorted(in_columns([FIRST, OTHER, SECOND], 90), key=lambda line: (line[1], line[0]))

    document = read("a.pdf", a_pdf([*row_by_row, (40, 60, TITLE, 20)]))

    assert document.text.split("\n\n") == [TITLE, FIRST, OTHER, SECOND]


def test_two_articles_side_by_side_are_read_one_after_the_other(read: Read):
    left = [(40, 90 + LEAD * at, FIRST[25 * at : 25 * at + 25], SIZE) for at in range(3)]
    right = [(330, 90 + LEAD * at, OTHER[25 * at : 25 * at + 25], SIZE) for at in range(3)]

    document = read("a.pdf", a_pdf([(40, 60, TITLE, 14), (330, 60, OTHER_TITLE, 14), *left, *right]))

    assert document.text.split("\n\n") == [TITLE, FIRST, OTHER_TITLE, OTHER]


def test_page_numbers_and_running_heads_are_left_out(read: Read):
    pages = [
        [
            (40, 30, f"某某高新区年报 第{number}页", 8),
            (290, 785, f"- {number} -", 8),
            *in_columns([text, text], 90),
        ]
        for number, text in enumerate([FIRST, SECOND, OTHER], start=1)
    ]

    assert read("a.pdf", a_pdf(*pages)).text.split("\n\n") == [FIRST, FIRST, SECOND, SECOND, OTHER, OTHER]


def test_a_table_in_a_pdf_is_read_by_its_rows(read: Read):
    table = rows("指标|2023年|同比增长（%）", "地区生产总值（亿元）|356.7|7.1", "规上工业企业（家）|128|3.3")
    cells = [
        (60 + 170 * column, 100 + 20 * row, cell, 10)
        for row, line in enumerate(table)
        for column, cell in enumerate(line)
    ]

    assert read("a.pdf", a_pdf(cells)).text.split("\n\n") == [
        "地区生产总值：2023年 356.7亿元；同比增长 7.1%。",
        "规上工业企业：2023年 128家；同比增长 3.3%。",
    ]


def test_a_pdf_of_pictures_is_told_to_need_text_recognition(read: Read):
    assert problem(read, "a.pdf", a_pdf([])) == "has no text layer: its pages are pictures"


def test_what_is_no_pdf_is_told(read: Read):
    assert problem(read, "a.pdf", b"%PDF-1.7 nonsense") == "is damaged, or no PDF"


def printed(text: str, *, left: float, base: float, size: float = 10) -> list[Glyph]:
    return [Glyph(each, left + size * at, left + size * (at + 1), base, size) for at, each in enumerate(text)]


@pytest.mark.parametrize("scale", [0.5, 1, 4])
def test_columns_are_told_at_any_size(scale):
    left = [printed("高新区签约项目三十个，总投", left=0, base=15 * at, size=10) for at in range(5)]
    right = [printed("经开区完成产值一百亿元，同", left=150, base=7 + 15 * at, size=10) for at in range(5)]
    glyphs = [
        Glyph(each.text, each.left * scale, each.right * scale, each.base * scale, each.size * scale)
        for line in zip(left, right, strict=True)
        for side in line
        for each in side
    ]

    assert "".join(text for text, _ in passages(reading_order(glyphs))) == (
        "高新区签约项目三十个，总投" * 5 + "经开区完成产值一百亿元，同" * 5
    )


# -- all of them ----------------------------------------------------------------------------------

TAGS = (
    "<table>",
    "<tr>",
    "<td colspan=9>",
    "</td>",
    "<p>",
    "</div>",
    "<!--",
    "<br",
    "&#x;",
    "<script>",
    "<h1>",
)
WORDS = ("产值12亿元，", "<sup>2</sup>", "<title>")
PIECES = st.sampled_from([tag.encode() for tag in TAGS + WORDS]) | st.sampled_from(
    [b"<meta charset=gbk>", b"\xff"]
)


@given(st.lists(PIECES | st.binary(max_size=6), max_size=30).map(b"".join))
def test_no_page_makes_the_reader_raise_anything_but_a_problem(tmp_path_factory, content):
    path = tmp_path_factory.getbasetemp() / "any.html"
    path.write_bytes(content)

    try:
        document = read_document(path)
    except ContentError as error:
        assert error.problems
    else:
        assert document.text.strip()


WHOLE = {".pdf": a_pdf([(40, 60, FIRST, 9)]), ".docx": a_word_file(a_paragraph(FIRST))}


@settings(max_examples=60)
@given(st.sampled_from(sorted(WHOLE)), st.data())
def test_no_damage_makes_the_reader_raise_anything_but_a_problem(tmp_path_factory, ending, data):
    content = bytearray(WHOLE[ending])
    for at in data.draw(st.lists(st.integers(0, len(content) - 1), min_size=1, max_size=8)):
        content[at] = data.draw(st.integers(0, 255))
    path = tmp_path_factory.getbasetemp() / f"damaged{ending}"
    path.write_bytes(content[: data.draw(st.integers(0, len(content)))])

    try:
        document = read_document(path)
    except ContentError as error:
        assert error.problems
    else:
        assert document.text.strip()


def test_extract_prints_spans_of_the_main_text(read: Read, write_files: WriteFiles, run: Run):
    folder = write_files({"page.html": a_page(PORTAL)})

    facts = json.loads(run("extract", "--no-cache", folder / "page.html").stdout)

    text = read("page.html", a_page(PORTAL)).text
    found = facts["observations"]
    assert {"120.5亿元", "85.6亿元", "9.3%"} <= {each["text"] for each in found}
    assert [each["text"] for each in found] == [text[each["start"] : each["end"]] for each in found]
