"""PDFs: what they say, how they are made up, and that the same input gives the same bytes."""

from __future__ import annotations

import dataclasses
import re
from functools import cache
from pathlib import Path

import pypdfium2
import pytest
from msgspec.structs import replace

from cache import Memory, Store
from core.blocks import (
    Block,
    Brief,
    Comment,
    Heading,
    Name,
    Paragraph,
    Pdf,
    Print,
    Proof,
    Stated,
    Table,
    Words,
)
from core.editions import in_language
from core.problems import ContentError
from pages.briefs import english, prints
from prints import set_prints
from publish import set_pdf
from tests.briefing import EDITION, PARK, figures, lines_of, rich_briefs, rich_notes, rich_translator, spoken
from tests.factories import a_chart
from tests.test_briefs import inlines, stated_in
from tests.test_publish import TEMPLATES

JOINER = "\u2060"  # keeps the number of evidence on the line of what it proves
LEADER = "....."  # from an entry of a table of contents to its page
TEMPLATE = TEMPLATES.shipped / "brief.typ"


def all_prints() -> list[Print]:
    """Investment brief, policy brief, and the volume of both."""
    return list(prints(briefs(), {}, EDITION))


@cache
def briefs() -> tuple[Brief, ...]:
    """Both briefs, with notes of analysts."""
    return rich_briefs(notes=rich_notes())


@cache
def pdf_of(place: int) -> bytes:
    return set_pdf(all_prints()[place], template=TEMPLATE)


def pages_of(content: bytes) -> list[str]:
    """The text of each page without white space: lines break where they must."""
    document = pypdfium2.PdfDocument(content)
    return [squeezed(document[number].get_textpage().get_text_bounded()) for number in range(len(document))]


def squeezed(text: str) -> str:
    return "".join(text.replace(JOINER, "").split())


def a_print(*words: str, sections: int = 0) -> Print:
    """A brief of these paragraphs, and of so many sections that fill a third of a page."""
    (brief, _) = rich_briefs()
    filling = Paragraph((Words("园区" * 400),))
    blocks: list[Block] = [Paragraph((Words(each),)) for each in words]
    for number in range(sections):
        blocks += [Heading(f"s{number}", "一节" + "甲乙丙丁戊己庚辛壬癸"[number]), filling]
    short = replace(brief, blocks=tuple(blocks), evidence=())
    return next(prints([short], {}, EDITION))


# -- what they say --------------------------------------------------------------------------------


def cells_of(brief: Brief) -> list[str]:
    """All that its blocks say, a cell of a table at a time."""
    lines = [line for block in brief.blocks for line in lines_of(block)]
    return [cell for line in lines for cell in line.split(" | ")]


@pytest.mark.parametrize("place", [0, 1])
def test_every_value_and_every_line_of_a_brief_is_in_its_pdf(place: int) -> None:
    brief = briefs()[place]
    text = re.sub(
        r"第\d+页，共\d+页|\[\d+\]|有出入|核算不符|已修订|此数未见于来源",
        "",
        "".join(pages_of(pdf_of(place))),
    )

    stated, cells = stated_in(brief.blocks), cells_of(brief)

    assert len(stated) > 5 and len(cells) > 20
    assert [each.text for each in stated if squeezed(each.text) not in text] == []
    assert [each for each in cells if squeezed(each) not in text] == []


@pytest.mark.parametrize("place", [0, 1])
def test_a_note_is_set_apart_with_its_author_and_its_figures_flagged(place: int) -> None:
    text = "".join(pages_of(pdf_of(place)))

    assert "行业分析师·2025年3月1日·关于星河动力电池项目" in text
    assert "出口88亿元此数未见于来源。" in text


def test_evidence_and_citation_are_in_the_pdf() -> None:
    brief, text = briefs()[0], "".join(pages_of(pdf_of(0)))
    exhibits = [f"[{each.number}]{each.quote}" for origin in brief.evidence for each in origin.exhibits]
    said = [*(spoken(origin.source) for origin in brief.evidence), *(each.text for each in brief.citations)]

    assert (len(exhibits) > 5, len(said)) == (True, 2 + 2)
    assert [each for each in (*exhibits, *said) if squeezed(each) not in text] == []


def test_every_page_has_its_running_head_and_number() -> None:
    for place, title in ((0, f"{PARK}投资简报"), (1, f"{PARK}政策简报")):
        texts = pages_of(pdf_of(place))

        for number, text in enumerate(texts, start=1):
            assert title in text and "岚江研究" in text
            assert f"第{number}页，共{len(texts)}页" in text


def test_the_volume_has_one_table_of_contents_that_names_each_brief_with_its_page() -> None:
    first, *others = pages_of(pdf_of(2))

    assert "目录" in first and LEADER in first
    assert LEADER not in "".join(others)
    for title in (f"{PARK}投资简报", f"{PARK}政策简报"):
        entry = re.search(rf"{title}\.*(\d+)", first)
        assert entry
        assert others[int(entry[1]) - 2].startswith(title)


@pytest.mark.parametrize(("sections", "has_contents"), [(1, False), (3, False), (9, True)])
def test_a_table_of_contents_comes_with_the_third_page(sections: int, has_contents: bool) -> None:
    texts = pages_of(set_pdf(a_print(sections=sections), template=TEMPLATE))

    assert (len(texts) > 2) is has_contents
    assert ("目录" in texts[0]) is has_contents
    if has_contents:
        assert re.search(r"一节甲\.*1", texts[0]) and re.search(r"一节庚\.*3", texts[0])


# -- in English ------------------------------------------------------------------------------------

IN_ENGLISH = dataclasses.replace(EDITION, grammar=english, folder="en/")
IN_FULL = "Lanjiang Economic Development Zone"
TITLES = (f"Investment brief · {IN_FULL}", f"Policy brief · {IN_FULL}")
HAN = re.compile(r"[㐀-䶿一-鿿]")


@cache
def english_prints() -> list[Print]:
    """The same three prints, as they are set for the English edition."""
    edition = rich_translator().edition
    waiting = prints(rich_briefs(IN_ENGLISH, rich_notes()), {}, IN_ENGLISH)
    return [in_language(each, [edition]) for each in waiting]


@cache
def english_pdf(place: int) -> bytes:
    return set_pdf(english_prints()[place], template=TEMPLATE)


@pytest.mark.parametrize("place", [0, 1])
def test_an_english_pdf_says_all_that_its_tree_says(place: int) -> None:
    (brief,) = english_prints()[place].briefs
    marks = r"Page\d+of\d+|\[\d+\]|disputed|doesnotaddup|revised|innosource"
    text = re.sub(marks, "", "".join(pages_of(english_pdf(place))))
    values = stated_in(brief.blocks)
    originals = {squeezed(each.original) for each in values if each.original}
    text = re.sub("|".join(sorted(map(re.escape, originals), key=len, reverse=True)), "", text)
    cells = [re.sub("|".join(map(re.escape, originals)), "", squeezed(each)) for each in cells_of(brief)]

    assert len(values) > 5 and len(cells) > 20 and originals
    assert [each for each in cells if each not in text] == []


def test_an_original_stands_behind_a_value_of_other_digits_and_no_other() -> None:
    text = "".join(pages_of(english_pdf(0)))

    assert "stoodatCNY33.53bn335.3亿元" in text
    assert "up8.2%" in text and "up8.2%8.2" not in text


def test_chinese_in_an_english_tree_is_a_name_a_quote_an_original_or_a_comment() -> None:
    for (brief,) in (each.briefs for each in english_prints()[:2]):
        apart = [block for block in brief.blocks if not isinstance(block, Comment)]
        pieces = inlines((apart, brief.as_of, brief.evidence))
        said = [each.text for each in pieces if not isinstance(each, Name | Proof)]
        marks = [doubt.word for each in pieces if isinstance(each, Stated) for doubt in each.doubts]
        heads = [block.text for block in brief.blocks if isinstance(block, Heading)]
        columns = [column.heading for block in apart if isinstance(block, Table) for column in block.columns]
        frame = [brief.title, brief.subject, *brief.labels.values(), *(each.text for each in brief.citations)]

        assert len(said) > 20 and heads and columns
        assert [each for each in (*said, *marks, *heads, *columns, *frame) if HAN.search(each)] == []


def test_names_that_have_english_ones_are_told_in_english() -> None:
    first, second, volume = english_prints()

    assert (first.title, second.title) == TITLES
    assert (volume.title, volume.publisher) == ("Briefs on development zones", "Lanjiang Research")
    assert first.briefs[0].subject == IN_FULL
    assert "In 2024, gross regional product stood at" in "".join(cells_of(first.briefs[0]))


def test_a_comment_keeps_its_words_and_its_marks_are_english() -> None:
    text = "".join(pages_of(english_pdf(0)))

    assert "行业分析师·1Mar2025·on星河动力电池项目" in text
    assert "2024年地区生产总值335.3亿元[1]，出口88亿元innosource。" in text


def test_every_english_page_has_its_running_head_and_number() -> None:
    for place, title in enumerate(TITLES):
        texts = pages_of(english_pdf(place))

        assert texts
        for number, text in enumerate(texts, start=1):
            assert text.startswith(squeezed(title) + "LanjiangResearch")
            assert f"Page{number}of{len(texts)}" in text


def test_the_english_volume_names_each_brief_with_its_page() -> None:
    first, *others = pages_of(english_pdf(2))

    assert "Contents" in first
    for title in map(squeezed, TITLES):
        entry = re.search(rf"{title}\.*(\d+)", first)
        assert entry
        assert others[int(entry[1]) - 2].startswith(title)


def test_an_english_pdf_stands_beside_its_page_and_cites_it() -> None:
    online = dataclasses.replace(IN_ENGLISH, base_url="https://example.org/")
    waiting = list(prints(rich_briefs(online), {}, online))

    assert [each.url for each in waiting] == [
        "en/parks/lanjiang/investment.pdf", "en/parks/lanjiang/policy.pdf", "en/edition.pdf",
    ]  # fmt: skip
    plain, bibtex = in_language(waiting[0], [rich_translator().edition]).briefs[0].citations
    assert plain.text == (
        f"Lanjiang Research. {TITLES[0]} (edition of 2025-02-28)[R/OL]. (2025-02-28)[date of access]. "
        "https://example.org/en/parks/lanjiang/investment.html."
    )
    assert bibtex.text.startswith("@techreport{en-lanjiang-investment-2025-02-28,")


def test_an_english_pdf_says_that_it_is_english_and_accessible() -> None:
    content = english_pdf(0)

    assert b"pdfuaid:part>1<" in content or b'pdfuaid:part="1"' in content
    assert b"/Lang(en" in content.replace(b" ", b"")
    assert pypdfium2.PdfDocument(content).get_metadata_dict()["Title"] == TITLES[0]
    assert pypdfium2.PdfDocument(content)[0].get_size() == pypdfium2.PdfDocument(pdf_of(0))[0].get_size()
    fonts = set(re.findall(rb"/FontName/(?:[A-Z]{6}\+)?([\w-]+)", content.replace(b" ", b"")))
    assert fonts == {b"NotoSansCJKsc-Regular", b"NotoSansCJKsc-Bold"}


def test_english_pdfs_are_as_short_as_the_chinese_ones() -> None:
    counts = [(len(pages_of(english_pdf(place))), len(pages_of(pdf_of(place)))) for place in range(3)]

    assert all(1 <= english <= chinese + 1 for english, chinese in counts), counts


@pytest.mark.parametrize("place", [0, 1, 2])
def test_the_same_english_brief_gives_the_same_bytes(place: int) -> None:
    english_prints.cache_clear()

    assert set_pdf(english_prints()[place], template=TEMPLATE) == english_pdf(place)


def test_charts_of_an_english_pdf_are_the_english_ones() -> None:
    translator = rich_translator()
    chart = a_chart(list(figures().values())[:2], id="grp", svg="<svg>english</svg>")
    translator.draw_with([chart])
    waiting = replace(english_prints()[0], drawings={"grp": "<svg>中文</svg>", "other": "<svg>其他</svg>"})

    drawn = translator.edition.print(waiting).drawings

    assert drawn == {"grp": "<svg>english</svg>", "other": "<svg>其他</svg>"}


# -- how they are made up -------------------------------------------------------------------------


def test_a_pdf_says_that_it_is_accessible_and_in_which_language() -> None:
    content = pdf_of(0)

    assert b"pdfuaid:part>1<" in content or b'pdfuaid:part="1"' in content
    assert b"/Lang(zh" in content.replace(b" ", b"")
    assert pypdfium2.PdfDocument(content).get_metadata_dict()["Title"] == f"{PARK}投资简报"


def test_pages_are_a4() -> None:
    width, height = pypdfium2.PdfDocument(pdf_of(0))[0].get_size()

    assert (round(width), round(height)) == (595, 842)


def test_fonts_are_embedded_and_none_is_a_system_font() -> None:
    fonts = set(re.findall(rb"/FontName/(?:[A-Z]{6}\+)?([\w-]+)", pdf_of(0).replace(b" ", b"")))

    assert fonts and all(each.startswith(b"NotoSansCJKsc-") for each in fonts)


def test_a_value_leads_to_its_evidence_within_the_pdf() -> None:
    assert pdf_of(0).count(b"/Subtype/Link") + pdf_of(0).count(b"/Subtype /Link") > len(
        stated_in(briefs()[0].blocks)
    )


def test_evidence_leads_to_its_page_where_the_site_has_an_address() -> None:
    (online, *_) = prints(rich_briefs(), {}, dataclasses.replace(EDITION, base_url="https://example.org/"))

    assert b"https://example.org/sources/lanjiang-2025.html#q31" in set_pdf(online, template=TEMPLATE)
    assert b"example.org" not in pdf_of(0)


@pytest.mark.parametrize(
    ("words", "printed"),
    [
        ("智慧🚀园区", "智慧〓园区"),
        ("ไทย园区", "〓〓〓园区"),
        ("Ångström 与 Σύστημα", "Ångström与Σ〓στημα"),
        ("한국 · 日本 · 𠮷野", "한국·日本·𠮷野"),
        ("零\u200b宽\ufe0f字符\x07", "零宽字符"),
        ("① → ✓ ㎡ ‰", "①→✓㎡‰"),
    ],
)
def test_what_the_font_cannot_draw_is_set_as_a_mark_that_says_so(words: str, printed: str) -> None:
    texts = pages_of(set_pdf(a_print(words), template=TEMPLATE))

    assert squeezed(printed) in texts[0]


def test_words_of_typst_are_words() -> None:
    words = '#set text(fill: red) *不粗* _不斜_ $x$ @ref <label> "引" \\ 反'

    assert squeezed(words) in pages_of(set_pdf(a_print(words), template=TEMPLATE))[0]


# -- the same bytes -------------------------------------------------------------------------------


@pytest.mark.parametrize("place", [0, 1, 2])
def test_the_same_brief_gives_the_same_bytes(place: int) -> None:
    assert set_pdf(all_prints()[place], template=TEMPLATE) == pdf_of(place)


def test_the_time_of_a_pdf_is_the_day_of_the_edition() -> None:
    made = pypdfium2.PdfDocument(pdf_of(0)).get_metadata_dict()["CreationDate"]

    assert made.startswith("D:20250228000000")


def test_a_pdf_without_a_known_date_has_none() -> None:
    undated = set_pdf(replace(all_prints()[0], timestamp=None), template=TEMPLATE)

    assert pypdfium2.PdfDocument(undated).get_metadata_dict()["CreationDate"] == ""


def test_the_environment_may_set_the_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")

    (pdf,) = finished([all_prints()[0]])

    assert pypdfium2.PdfDocument(pdf.content).get_metadata_dict()["CreationDate"].startswith("D:20231114")


def test_a_time_that_is_no_number_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")

    with pytest.raises(ContentError, match="'yesterday' is no number of seconds"):
        finished([all_prints()[0]])


# -- memory ---------------------------------------------------------------------------------------


def finished(waiting: list[Print], store: Store | None = None) -> list[Pdf]:
    pages = set_prints(waiting, theme=TEMPLATES, memory=Memory(store))
    return [each for each in pages if isinstance(each, Pdf)]


def test_a_brief_that_did_not_change_is_not_set_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = Store(tmp_path)
    first = finished(all_prints(), store)
    asked: list[str] = []

    def note(each: Print, *, template: Path) -> bytes:
        asked.append(each.url)
        return b"new"

    monkeypatch.setattr("prints.set_pdf", note)
    changed = [replace(all_prints()[0], publisher="另一家"), *all_prints()[1:]]

    again = finished(changed, store)

    assert asked == ["parks/lanjiang/investment.pdf"]
    assert [each.content for each in again] == [b"new", *(each.content for each in first[1:])]


def test_no_brief_gives_no_volume() -> None:
    assert list(prints([], {}, EDITION)) == []
