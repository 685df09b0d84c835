"""What a person decides of single facts: how it finds its fact, what it changes, when it no longer fits."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any, cast

import pytest
from msgspec.structs import replace

from core.model import (
    Amendment,
    Content,
    Corrected,
    Correction,
    Document,
    Facts,
    Observation,
    Page,
    Settings,
    Span,
)
from core.problems import ContentError
from pages import plan_pages
from pages.sources import SourceView
from profiles import compile_profiles, correct
from sources import read_corrections, read_parks, read_settings
from tests.conftest import Run, WriteFiles
from tests.factories import PARK, a_document, a_mention, an_observation, facts_of, investment_of

SENTENCE = "2024年，云泽高新区实现地区生产总值1135.1亿元，同比增长6.3%。"
QUOTE, NUMBER = "实现地区生产总值1135.1亿元", "1135.1亿元"
DOUBT = 0.4


def a_correction(**fields: Any) -> Correction:
    """A correction that accepts the park's output; its keywords replace what it says."""
    known = {
        "where": "content/corrections.yaml:1",
        "quote": QUOTE,
        "number": NUMBER,
        "decision": "accept",
        "reason": "原文无误",
    }
    return Correction(**{**known, **fields})


def corrected(
    *corrections: Correction, document: Document | None = None, facts: Sequence[Observation] | None = None
) -> Corrected:
    """What becomes of the facts of one document: by default, of one doubtful fact."""
    document = document or a_document()
    found = [an_observation(document, confidence=DOUBT)] if facts is None else facts
    return correct([facts_of(document, found)], [document], corrections, below=0.5)


def shown(result: Corrected) -> list[str]:
    """The words of the facts that may be shown."""
    return [each.evidence.text for facts in result.facts for each in facts.observations]


def left(result: Corrected) -> list[tuple[str, str]]:
    """Words and reason of what was left over."""
    return [(each.text, each.reason) for facts in result.facts for each in facts.leftovers]


def told(result: Corrected) -> list[tuple[str, str, str]]:
    """Where, what and how to mend of each stale correction."""
    return [(each.where, each.what, each.fix) for each in result.stale]


# -- what is decided -------------------------------------------------------------------------------


def test_a_doubtful_fact_is_left_over_until_somebody_decides():
    result = corrected()

    assert (shown(result), left(result)) == ([], [(NUMBER, "待核对")])
    assert [each.evidence.text for each in result.doubtful] == [NUMBER]


def test_a_fact_at_the_limit_is_not_doubtful():
    document = a_document()
    facts = [an_observation(document, confidence=0.5)]

    assert corrected(facts=facts, document=document).facts == (facts_of(document, facts),)


def test_an_accepted_fact_is_shown_as_it_was_read_and_says_who_is_sure():
    document = a_document()
    read = an_observation(document, confidence=DOUBT, rule="sentence_before")

    result = corrected(a_correction(), document=document, facts=[read])

    (held,) = result.facts[0].observations
    assert held == replace(read, confidence=1.0, note="已核对：原文无误")
    assert (result.doubtful, result.stale, left(result)) == ((), (), [])


def test_a_rejected_fact_is_left_over_with_the_reason_however_sure_the_rule_was():
    document = a_document()
    facts = [an_observation(document), an_observation(document, "6.3%", measure="growth")]

    result = corrected(a_correction(decision="reject", reason="说的是全市"), document=document, facts=facts)

    assert (shown(result), left(result)) == (["6.3%"], [(NUMBER, "已剔除：说的是全市")])


def test_an_amendment_changes_the_fields_it_sets_and_no_other():
    document = a_document()
    read = an_observation(document, confidence=DOUBT, scope="全口径", rule="sentence_before")
    changes = Amendment(indicator="规上工业总产值", period="2024-01/2024-09", scope=None, value=Decimal(5))

    result = corrected(a_correction(decision="amend", set=changes), document=document, facts=[read])

    (held,) = result.facts[0].observations
    expected = replace(
        read, indicator="规上工业总产值", period="2024-01/2024-09", scope=None, value=Decimal(5)
    )
    assert held == replace(expected, confidence=1.0, note="已更正：原文无误")


def costing(*corrections: Correction) -> Facts:
    """A project and the fact that states its investment, corrected."""
    document = a_document()
    cost = an_observation(document, "50亿元", indicator="项目总投资", subject="澜光芯片项目")
    facts = facts_of(document, [cost], projects=(a_mention(document, investment=investment_of(cost)),))
    return correct([facts], [document], corrections, below=0.5).facts[0]


def of_the_cost(**fields: Any) -> Correction:
    return a_correction(quote="澜光芯片项目总投资50亿元", number="50亿元", **fields)


def test_a_project_loses_an_investment_that_is_rejected():
    (project,) = costing(of_the_cost(decision="reject")).projects

    assert (project.name, project.investment) == ("澜光芯片项目", None)


def test_a_project_loses_an_investment_that_was_no_investment_or_another_one_s():
    output = costing(of_the_cost(decision="amend", set=Amendment(indicator="年产值")))
    another = costing(of_the_cost(decision="amend", set=Amendment(subject="北岭储能项目")))

    assert [each.projects[0].investment for each in (output, another)] == [None, None]


def test_the_investment_of_a_project_is_amended_with_its_fact():
    facts = costing(of_the_cost(decision="amend", set=Amendment(bound=">", value=Decimal(5))))

    assert facts.projects[0].investment == investment_of(facts.observations[0])
    assert (facts.observations[0].bound, facts.observations[0].value) == (">", Decimal(5))


def test_a_park_that_loses_its_last_fact_to_another_is_no_longer_found_in_the_article():
    from tests.compiling import seen

    document = a_document()
    facts = facts_of(document, [an_observation(document, park="错区")], parks=(seen("错区"), seen("旁观区")))

    moved = a_correction(decision="amend", set=Amendment(park=PARK))
    result = correct([facts], [document], [moved], below=0.5)

    assert [park.name for park in result.facts[0].parks] == ["旁观区"]


# -- how a correction finds its fact ---------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "新的标题\n\n新的一段，讲到别的事，也有别的数42家。\n\n" + SENTENCE,
        SENTENCE.replace("地区", "地\n  区").replace("1135.1亿元", "1135.1 \r\n亿元"),
        SENTENCE.replace("同比增长6.3%", "同比增长7%") + "后来又加了一句。",
    ],
    ids=["edited elsewhere", "broken into other lines", "edited after the quote"],
)
def test_a_correction_survives_edits_that_leave_its_quote(text: str):
    document = a_document(text)
    words = "1135.1 \r\n亿元" if "\r" in text else NUMBER
    fact = an_observation(document, words, confidence=DOUBT)

    result = corrected(a_correction(), document=document, facts=[fact])

    assert (len(shown(result)), result.stale) == (1, ())


def test_white_space_in_the_correction_does_not_count():
    spaced = a_correction(quote=" 实现地区 生产总值\n1135.1亿元 ", number="1135.1 亿元")

    assert corrected(spaced).doubtful == ()


def test_a_correction_without_an_article_survives_a_renamed_file():
    document = a_document(id="renamed")

    result = corrected(a_correction(), document=document, facts=[an_observation(document, confidence=DOUBT)])

    assert (shown(result), result.stale) == ([NUMBER], ())


@pytest.mark.parametrize("article", ["yunze-2024", "yunze-2024.txt"])
def test_an_article_is_named_by_its_id_or_its_file(article: str):
    assert corrected(a_correction(article=article)).stale == ()


def test_new_rules_may_read_other_fields_and_the_correction_still_holds():
    document = a_document()
    fact = an_observation(document, confidence=0.1, indicator="产值", rule="a_new_one", id="another-id")

    assert shown(corrected(a_correction(), document=document, facts=[fact])) == [NUMBER]


def test_a_quote_may_join_the_pieces_of_a_sentence_that_a_column_broke():
    document = a_document("云泽高新区实现地区生产\n别处的标题\n总值1135.1亿元。")
    start = document.text.index("总值")
    fact = an_observation(document, confidence=DOUBT)
    pieces = (Span(0, 11), Span(start, len(document.text)))
    fact = replace(fact, evidence=replace(fact.evidence, sentence=pieces))

    assert shown(corrected(a_correction(), document=document, facts=[fact])) == [NUMBER]


def test_the_quote_must_stand_around_the_number_itself():
    document = a_document("云泽高新区建成厂房5家，签约企业15家。另有企业5家。")
    first, last = an_observation(document, "5家"), an_observation(document, "5家。")
    start = document.text.rindex("5家")
    last = replace(last, id="last", evidence=replace(last.evidence, span=Span(start, start + 2), text="5家"))

    result = corrected(
        a_correction(quote="另有企业5家", number="5家", decision="reject"),
        document=document,
        facts=[first, last],
    )

    assert [each.id for each in result.facts[0].observations] == [first.id]


def test_a_reprint_of_the_sentence_is_corrected_with_it():
    first, second = a_document(id="first"), a_document("另一个标题\n\n" + SENTENCE, id="second")
    facts = [facts_of(each, [an_observation(each, confidence=DOUBT)]) for each in (first, second)]

    result = correct(facts, [first, second], [a_correction()], below=0.5)

    assert (shown(result), result.stale) == ([NUMBER, NUMBER], ())


# -- what no longer fits ---------------------------------------------------------------------------

WHERE = "content/corrections.yaml:1"


def test_a_quote_that_no_article_says_is_reported():
    assert told(corrected(a_correction(quote="实现产值1135.1亿元"))) == [
        (
            WHERE,
            "no article says “实现产值1135.1亿元”",
            "copy the words from the article, or delete the correction",
        )
    ]


def test_a_quote_that_its_own_article_does_not_say_is_reported_though_another_says_it():
    there, other = a_document(id="there"), a_document("云泽高新区签约项目26个。", id="other")
    facts = [facts_of(there, [an_observation(there)]), facts_of(other)]

    result = correct(facts, [there, other], [a_correction(article="other")], below=0.5)

    assert [what for _, what, _ in told(result)] == [f"other does not say “{QUOTE}”"]


def test_an_article_that_is_not_there_is_reported_with_the_near_miss():
    assert told(corrected(a_correction(article="yunze-2025"))) == [
        (WHERE, "no article is called 'yunze-2025'", "did you mean 'yunze-2024'?")
    ]


def test_a_number_that_is_no_longer_read_is_reported():
    (unread,) = told(corrected(a_correction(), facts=[]))

    assert unread == (WHERE, f"“{NUMBER}” is read as no fact there", "delete the correction")


def test_a_number_that_is_read_otherwise_is_reported_as_it_is_read():
    document = a_document()
    facts = [an_observation(document, "1135.1亿")]

    (otherwise,) = told(corrected(a_correction(), document=document, facts=facts))

    assert otherwise[2] == "write the number as it is read there (1135.1亿), or delete the correction"


def test_a_quote_that_fits_several_facts_changes_none_and_is_reported():
    one, other = a_document(SENTENCE, id="one"), a_document(SENTENCE.replace("2024年", "去年"), id="other")
    facts = [facts_of(each, [an_observation(each)]) for each in (one, other)]

    result = correct(facts, [one, other], [a_correction(decision="reject")], below=0.5)

    assert shown(result) == [NUMBER, NUMBER]
    assert told(result) == [
        (
            WHERE,
            "“1135.1亿元” in this quote is 2 facts: 地区生产总值 in one; 地区生产总值 in other",
            "add article: with the id of the article that is meant",
        )
    ]


def test_two_facts_of_one_number_are_told_apart_by_what_they_were_read_as():
    document = a_document()
    facts = [an_observation(document, id=name, indicator=name) for name in ("甲产值", "乙产值")]

    unclear = corrected(a_correction(decision="reject"), document=document, facts=facts)
    clear = corrected(a_correction(decision="reject", read_as="乙产值"), document=document, facts=facts)
    gone = corrected(a_correction(decision="reject", read_as="丙产值"), document=document, facts=facts)

    assert [fix for _, _, fix in told(unclear)] == [
        "add read_as: with the indicator that is meant, such as read_as: 甲产值"
    ]
    assert [each.indicator for each in clear.facts[0].observations] == ["甲产值"]
    assert [what for _, what, _ in told(gone)] == ["“1135.1亿元” is read as 甲产值 and 乙产值, not as 丙产值"]


def test_of_two_corrections_of_one_fact_the_first_holds_and_the_second_is_reported():
    second = a_correction(where="content/corrections.yaml:7", decision="reject")

    result = corrected(a_correction(), second)

    assert shown(result) == [NUMBER]
    assert told(result) == [
        (
            "content/corrections.yaml:7",
            f"“{NUMBER}” is corrected already at {WHERE}, which holds",
            "keep one of the two",
        )
    ]


# -- what pages show -------------------------------------------------------------------------------


def source_view(*corrections: Correction) -> SourceView:
    """The source page of a document whose one fact is doubtful."""
    document = a_document(SENTENCE)
    content = Content(Settings(), (), (), (document,), corrections)
    result = corrected(*corrections, document=document, facts=[an_observation(document, confidence=DOUBT)])
    profiles = compile_profiles(content, result.facts)
    pages = {page.url: page for page in plan_pages(profiles, (), content.settings)}
    return cast(SourceView, cast(Page, pages["sources/yunze-2024.html"]).view)


def test_a_doubtful_fact_is_counted_and_left_over_on_its_source_page_and_marked_nowhere():
    view = source_view()

    assert (view.findings, view.paragraphs) == ((), ())
    assert (view.recall.quantities, view.recall.facts) == (1, 0)
    assert [(group.reason, group.count) for group in view.recall.leftovers] == [("待核对", 1)]


def test_a_source_page_says_what_a_person_changed_and_why_in_place_of_the_confidence():
    amended = source_view(a_correction(decision="amend", reason="口径不同", set=Amendment(scope="全口径")))

    assert [(each.rule, each.note) for each in amended.findings] == [("made-by-hand", "已更正：口径不同")]
    assert amended.recall.leftovers == ()


# -- the file --------------------------------------------------------------------------------------

PARKS = "- id: yunze-hidz\n  name: 云泽高新区\n  aliases: [云泽高新]\n"


def read(write_files: WriteFiles, text: str) -> tuple[Correction, ...]:
    folder = write_files({"corrections.yaml": text, "parks.yaml": PARKS})
    return read_corrections(folder / "corrections.yaml", read_parks(folder / "parks.yaml"))


def test_a_missing_file_corrects_nothing(tmp_path: Path):
    assert read_corrections(tmp_path / "corrections.yaml") == ()


def test_a_correction_is_read_with_its_line_and_its_park_by_id_name_or_alias(write_files: WriteFiles):
    (read_one,) = read(
        write_files,
        f"# 核对于六月\n- quote: {QUOTE}\n  number: {NUMBER}\n  decision: amend\n  reason: 口径为全口径\n"
        '  set: {park: yunze-hidz, period: , value: 3.50, bound: ">"}\n',
    )

    assert Path(read_one.where).name == "corrections.yaml:2"
    assert replace(read_one, where="") == a_correction(
        where="",
        decision="amend",
        reason="口径为全口径",
        set=Amendment(park=PARK, period=None, value=Decimal("3.50"), bound=">"),
    )


MISTAKES = {
    "decison: reject": "no field is called 'decison'",
    "decision: maybe": "decision: unknown value 'maybe'",
    "decision: amend": "an amendment that changes nothing",
    "decision: reject\n  set: {unit: 家}": "decision reject takes no set",
    "decision: amend\n  set: {value: 五百}": "value: '五百' is not a number",
    "decision: amend\n  set: {rule: before}": "no field is called 'rule'",
    "decision: amend\n  set: {status: done}": (
        'status: expected one of "actual", "target", "estimate", got \'done\''
    ),
    "decision: amend\n  set: {bound: ~}": 'bound: expected one of "=", ">", "<", "~", got nothing',
    "decision: amend\n  set: {period: 2024-13}": "period: '2024-13' is no period",
    "decision: amend\n  set: {period: 2024-09/2024-01}": "period: '2024-09/2024-01' is no period",
    "decision: amend\n  set: {park: 云泽}": "park: no park of parks.yaml is called '云泽'",
    "decision: amend\n  set: {indicator: }": "indicator: expected text, got null",
    "decision: reject\n  quote: 别的话": "the quote does not hold the number '1135.1亿元'",
}


@pytest.mark.parametrize(("written", "what"), MISTAKES.items(), ids=range(len(MISTAKES)))
def test_a_mistake_in_a_correction_is_told_with_its_line(write_files: WriteFiles, written: str, what: str):
    entry = f"- number: {NUMBER}\n  reason: 原文\n  {written}\n"
    text = entry if "quote:" in written else f"{entry}  quote: {QUOTE}\n"

    with pytest.raises(ContentError) as caught:
        read(write_files, text)

    first = min(caught.value.problems, key=lambda each: each.what != what)
    assert (first.what, bool(first.fix)) == (what, True)
    assert Path(first.where).name.startswith("corrections.yaml:")


def test_a_correction_without_a_reason_is_a_mistake(write_files: WriteFiles):
    with pytest.raises(ContentError) as caught:
        read(write_files, f"- quote: {QUOTE}\n  number: {NUMBER}\n  decision: reject\n  reason: ''\n")

    assert [each.what for each in caught.value.problems] == ["has no reason"]


@pytest.mark.parametrize(("written", "below"), [("0", 0.0), ("0.75", 0.75), ("1", 1.0)])
def test_the_limit_of_confidence_is_a_setting(write_files: WriteFiles, written: str, below: float):
    folder = write_files({"site.yaml": f"review_below: {written}\n"})

    assert read_settings(folder / "site.yaml").review_below == below


def test_a_limit_that_is_no_share_is_a_mistake(write_files: WriteFiles):
    folder = write_files({"site.yaml": "review_below: 50\n"})

    with pytest.raises(ContentError, match="review_below: '50' is not a number from 0 to 1"):
        read_settings(folder / "site.yaml")


# -- the command line ------------------------------------------------------------------------------

ARTICLE = "云泽高新区去年交出成绩单\n\n2025-02-18 来源：云泽日报\n\n" + SENTENCE + "\n"


def test_a_stale_correction_is_a_notice_and_with_strict_a_failure(
    write_files: WriteFiles, tmp_path: Path, run: Run
):
    stale = f"- quote: 早先的话{NUMBER}\n  number: {NUMBER}\n  decision: reject\n  reason: 原文\n"
    write_files({"articles/a.txt": ARTICLE, "corrections.yaml": stale})
    said = f"content/corrections.yaml:1: no article says “早先的话{NUMBER}”"

    for command in ("check", "build"):
        lenient, strict = run(command), run(command, "--strict", "--output", "strict")

        assert (lenient.returncode, lenient.stderr.splitlines()[0]) == (0, said)
        assert (strict.returncode, strict.stderr.splitlines()[0]) == (1, said)
    assert not (tmp_path / "strict").exists()


def test_extract_prints_what_was_found_whatever_is_corrected(write_files: WriteFiles, run: Run):
    folder = write_files({"articles/a.txt": ARTICLE})
    before = run("extract", folder / "articles/a.txt")
    write_files(
        {"corrections.yaml": f"- {{quote: {QUOTE}, number: {NUMBER}, decision: reject, reason: 原文}}\n"}
    )

    after = run("extract", folder / "articles/a.txt")

    assert (after.returncode, after.stdout) == (0, before.stdout)
    assert f'"text":"{NUMBER}"' in after.stdout and '"confidence":' in after.stdout


@pytest.mark.slow
def test_a_rejected_figure_is_on_no_page_but_its_source_page_as_left_over(
    write_files: WriteFiles, tmp_path: Path, run: Run
):
    rejection = f"- quote: {QUOTE}\n  number: {NUMBER}\n  decision: reject\n  reason: 全市的数\n"
    write_files({"articles/a.txt": ARTICLE, "corrections.yaml": rejection})

    done = run("build")

    pages = {path: path.read_text("utf-8") for path in (tmp_path / "output").rglob("*.html")}
    telling = [path.relative_to(tmp_path).as_posix() for path, text in pages.items() if f">{NUMBER}<" in text]
    assert (done.returncode, done.stderr) == (0, "")
    assert telling == ["output/sources/a.html"]
    assert "已剔除：全市的数" in (tmp_path / telling[0]).read_text("utf-8")
