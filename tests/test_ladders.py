"""The stage ladder: what sentences tell of a project, what they promise of it, and what came of that."""

from __future__ import annotations

import re
from typing import Any

import pytest

from core.judgement import Judgement, Promise, Rung
from core.model import Document, Facts, Settings
from core.stages import STAGES
from extract.stages import LISTS
from pages.briefs.chinese import terms as chinese
from pages.briefs.english import terms as english
from pages.briefs.standings import stage_place
from profiles import judge
from profiles.stages import told_stages
from tests import factories
from tests.compiling import PARK, compiled, seen

NAME = "星河动力电池项目"
OTHER = "澜光芯片项目"
AS_OF = "2026-03-01"


def telling(text: str, stage: str | None = None, *, id: str = "a", name: str = NAME, **fields: Any) -> Facts:
    """What a document of this one sentence says of a project."""
    document = factories.a_document(text, id=id)
    mention = factories.a_mention(document, name, stage=stage, park=PARK, id=f"{id}-{name}", **fields)
    return factories.facts_of(document, parks=(seen(),), projects=(mention,))


def judged(*facts: Facts, as_of: str | None = AS_OF, **published: str | None) -> Judgement:
    """What is made of documents, dated by name; those not named are of July 2024."""
    documents = tuple(document_of(each, published.get(each.document, "2024-07-05")) for each in facts)
    return judge(compiled(*facts, documents=documents, settings=Settings(as_of=as_of)))


def document_of(facts: Facts, published: str | None) -> Document:
    return factories.a_document(facts.projects[0].evidence.quote, id=facts.document, published=published)


def ladder(*facts: Facts, **published: str | None) -> dict[str, Rung]:
    """The rungs of the one project that sources tell something of."""
    (rungs,) = judged(*facts, **published).ladders.values()
    return {rung.stage: rung for rung in rungs if rung.mentions}


def promised(*facts: Facts, **published: str | None) -> Promise:
    """The one promise there is."""
    (promise,) = judged(*facts, **published).promises
    return promise


# -- sentences ------------------------------------------------------------------------------------

READ = {
    "项目已于去年签约、今年3月开工。": [("签约", False, "2023"), ("开工", False, "2024-03")],
    "项目一期2023年7月破土。": [("开工", False, "2023-07")],
    "去年11月中旬，占地百亩的项目动工。": [("开工", False, "2023-11")],
    "此前的5月，项目正式签约落户。": [("签约", False, "2024-05"), ("落户", False, "2024-05")],
    "项目正在加快建设，计划2025年第四季度完工投产。": [
        ("在建", False, None),
        ("投产", True, "2025-10/2025-12"),
    ],
    "项目转入设备调试，争取下个月完工投产。": [("在建", False, None), ("投产", True, "2024-08")],
    "项目预计年底竣工，明年上半年投产。": [("竣工验收", True, "2024"), ("投产", True, "2025-01/2025-06")],
    "项目已开工，将于2026年投用。": [("开工", False, None), ("运营", True, "2026")],
    "项目力争9月投产。": [("投产", True, "2024-09")],
    "项目力争3月投产。": [("投产", True, "2025-03")],
    "项目2025年底建成投产。": [("投产", True, "2025")],
    "项目2023年底投产。": [("投产", False, "2023")],
    "项目今年内投产。": [("投产", True, "2024")],
    "有望2025年完成整体建设。": [("竣工验收", True, "2025")],
    "项目年底前可投产。": [("投产", True, "2024")],
    "项目即将投产。": [("投产", True, None)],
}


@pytest.mark.parametrize(("text", "expected"), READ.items(), ids=READ)
def test_a_sentence_tells_stages_with_their_times(text, expected):
    told = told_stages(text, "2024-07-05")

    assert [(each.stage, each.promised, each.period) for each in told] == expected


@pytest.mark.parametrize(
    "text",
    [
        "项目投产后，一年能产电池10万套。",
        "项目达产产值约20亿元。",
        "帮助企业早日开工、早日投产。",
        "项目尚未开工。",
        "力争早日投产。",
        "将建成全国最大的电池基地。",
        "签约项目32个，开工项目18个，投产项目9个。",
        "引进了一家运营商。",
        "项目完成后，可开工生产线36条。",
    ],
)
def test_what_only_follows_a_stage_or_wishes_for_it_tells_of_none(text):
    assert told_stages(text, "2024-07-05") == []


def test_a_relative_time_in_an_undated_document_stays_unknown():
    assert [(each.stage, each.period) for each in told_stages("计划明年投产，2026年达产。", None)] == [
        ("投产", None),
        ("投产", "2026"),
    ]


# -- rungs ----------------------------------------------------------------------------------------


def test_every_stage_is_a_rung_and_only_what_is_told_is_evidence():
    (rungs,) = judged(telling(f"{NAME}已经投产。", "投产")).ladders.values()

    assert [each.stage for each in rungs] == [
        "规划",
        "洽谈",
        "签约",
        "落户",
        "开工",
        "在建",
        "竣工验收",
        "投产",
        "运营",
    ]
    assert [each.stage for each in rungs if each.mentions] == ["投产"]


def test_the_words_of_every_stage_and_its_names_on_pages_keep_the_one_order():
    assert [stage for stage in STAGES if stage in LISTS] == list(LISTS)
    for names in (chinese.STAGES, english.STAGES):
        assert set(names) == set(STAGES)
    assert [stage_place(each) for each in (*STAGES, None)] == list(range(len(STAGES) + 1))


def test_a_project_that_is_only_planned_may_be_promised_to_be_signed():
    found = ladder(telling(f"{NAME}正在规划，计划2025年签约。", "规划"))

    assert {stage: (each.promised, each.date) for stage, each in found.items()} == {
        "规划": (False, None),
        "签约": (True, "2025"),
    }


def test_rungs_gather_what_all_documents_tell_the_oldest_first():
    found = ladder(
        telling(f"{NAME}2023年5月签约。", "签约", id="a", date="2023-05"),
        telling(f"{NAME}开工建设。", "开工", id="b"),
        telling(f"{NAME}于2024年2月开工。", "开工", id="c", date="2024-02"),
        a="2023-06-01",
        b="2024-03-01",
        c="2024-04-01",
    )

    assert {stage: each.date for stage, each in found.items()} == {"签约": "2023-05", "开工": "2024-02"}
    assert [each.evidence.document for each in found["开工"].mentions] == ["b", "c"]


def test_a_sentence_tells_the_earlier_stages_too():
    found = ladder(telling(f"{NAME}去年签约、今年3月开工，目前正在施工。", "在建"))

    assert {stage: each.date for stage, each in found.items()} == {
        "签约": "2023",
        "开工": "2024-03",
        "在建": None,
    }


def test_a_stage_beyond_the_one_that_was_read_is_not_believed():
    assert set(ladder(telling(f"{NAME}开工，周边配套已投用。", "开工"))) == {"开工"}


def test_the_date_of_another_sentence_is_not_the_stages_date():
    found = ladder(telling(f"{NAME}举行投产仪式。", "投产", date="2023-07"))

    assert found["投产"].date is None


def test_a_stage_concluded_from_a_promise_is_no_evidence():
    found = ladder(telling(f"{NAME}将于2026年6月投产。", "在建"))

    assert {stage: each.promised for stage, each in found.items()} == {"投产": True}
    assert found["投产"].date == "2026-06"


def test_a_promised_rung_becomes_a_reached_one():
    found = ladder(
        telling(f"{NAME}计划2025年6月投产。", "在建", id="a"),
        telling(f"{NAME}2025年5月投产。", "投产", id="b", date="2025-05"),
        b="2025-06-01",
    )

    assert (found["投产"].promised, found["投产"].date) == (False, "2025-05")


def test_a_promised_rung_is_due_when_the_newest_document_says():
    found = ladder(
        telling(f"{NAME}计划2025年6月投产。", "在建", id="a"),
        telling(f"{NAME}计划2026年6月投产。", "在建", id="b"),
        b="2025-03-01",
    )

    assert found["投产"].date == "2026-06"


def test_stages_of_another_project_in_the_sentence_are_the_others():
    text = f"{NAME}已经开工，{OTHER}预计2026年投产。"
    document = factories.a_document(text, id="a")
    mentions = tuple(
        factories.a_mention(document, name, stage=stage, park=PARK, id=name)
        for name, stage in ((NAME, "开工"), (OTHER, "在建"))
    )
    facts = factories.facts_of(document, parks=(seen(),), projects=mentions)

    found = judged(facts)
    assert [(each.subject, each.due) for each in found.promises] == [(OTHER, "2026")]


def test_a_list_shares_what_is_said_of_it():
    text = f"{NAME}、{OTHER}预计2026年投产。"
    document = factories.a_document(text, id="a")
    mentions = tuple(
        factories.a_mention(document, name, stage="在建", park=PARK, id=name) for name in (NAME, OTHER)
    )

    found = judged(factories.facts_of(document, parks=(seen(),), projects=mentions))
    assert {each.subject for each in found.promises} == {NAME, OTHER}


@pytest.mark.parametrize(
    "text",
    [
        f"{NAME}已经封顶，国际供应链中心开工建设。",  # no project that is known, yet a subject of its own
        f"{NAME}已经封顶，全区另有12个项目投产。",
        f"海源公司研究院在{NAME}揭牌并正式入驻。",
        f"海源公司研究院落户{NAME}。",
        f"{NAME}已经封顶……又一批企业签约。",
    ],
)
def test_what_is_said_of_something_else_is_not_the_projects(text):
    assert set(ladder(telling(text, "运营"))) == {"运营"} | ({"在建"} if "封顶" in text else set())


@pytest.mark.parametrize(
    "text", [f"签约的{NAME}占地百亩。", f"当天开工{NAME}。", f"{NAME}占地百亩，目前该项目已经开工。"]
)
def test_a_name_may_follow_its_stage_or_stand_in_the_clause_before(text):
    assert len(ladder(telling(text, "运营"))) == 2


def test_one_phase_that_produces_is_not_the_whole_project():
    assert set(ladder(telling(f"{NAME}一期已经投产，全部工程正在施工。", "在建"))) == {"在建"}


def test_the_sentence_of_a_figure_tells_of_its_project():
    text = f"{NAME}去年12月奠基。该项目正在加快建设，力争2025年第四季度完工投产，年产值可达100亿元。"
    document = factories.a_document(text, id="a")
    mention = factories.a_mention(document, NAME, stage="开工", park=PARK, id="m")
    output = factories.an_observation(
        document, "100亿元", id="o", indicator="产值", subject=NAME, park=PARK, status="target", period=None
    )
    facts = factories.facts_of(document, [output], parks=(seen(),), projects=(mention,))

    found = judged(facts)
    (rungs,) = found.ladders.values()
    told = {each.stage: (each.date, [one.id for one in each.mentions]) for each in rungs if each.mentions}
    assert told == {"开工": ("2023-12", ["m"]), "在建": (None, ["o"]), "投产": ("2025-10/2025-12", ["o"])}
    assert [(each.stage is None, each.due) for each in found.promises] == [
        (False, "2025-10/2025-12"),
        (True, None),
    ]


# -- promised stages ------------------------------------------------------------------------------

PROMISE = telling(f"{NAME}计划2025年6月投产。", "在建", id="a")


def test_a_later_document_that_tells_the_stage_keeps_the_promise():
    promise = promised(
        PROMISE, telling(f"{NAME}2025年5月投产。", "投产", id="b", date="2025-05"), b="2025-08-01"
    )

    assert (promise.verdict, [each.stage for each in promise.reached]) == ("met", ["投产"])


def test_a_stage_beyond_keeps_it_too_and_an_undated_one_is_not_called_late():
    promise = promised(PROMISE, telling(f"{NAME}已经投入运营。", "运营", id="b"), b="2025-08-01")

    assert promise.verdict == "met"


def test_a_stage_reached_after_its_time_is_missed():
    promise = promised(
        PROMISE, telling(f"{NAME}2025年9月投产。", "投产", id="b", date="2025-09"), b="2025-10-01"
    )

    assert (promise.verdict, len(promise.reached)) == ("missed", 1)


def test_a_project_still_built_after_its_time_missed_it():
    promise = promised(PROMISE, telling(f"{NAME}正在施工。", "在建", id="b"), b="2025-08-01")

    assert (promise.verdict, promise.reached) == ("missed", ())


def test_a_project_that_was_signed_long_ago_may_be_running_all_the_same():
    promise = promised(PROMISE, telling(f"{NAME}是前年签约的。", "签约", id="b"), b="2025-08-01")

    assert promise.verdict == "overdue"


def test_a_postponed_promise_is_another_and_the_first_one_missed():
    again = telling(f"{NAME}计划2026年6月投产。", "在建", id="b")
    found = judged(PROMISE, again, b="2025-08-01").promises

    assert [(each.due, each.verdict) for each in found] == [("2025-06", "missed"), ("2026-06", "silent")]


def test_a_promise_told_twice_is_one_and_one_without_a_time_is_the_same():
    again = telling(f"{NAME}计划2025年6月投产。", "在建", id="b")
    untimed = telling(f"{NAME}即将投产。", "在建", id="c")

    promise = promised(PROMISE, again, untimed, as_of="2025-01-01")
    assert (promise.due, len(promise.retold)) == ("2025-06", 2)


def test_a_project_that_is_being_built_is_on_the_way():
    text = f"{NAME}正在施工，计划2025年6月投产。"
    promise = promised(telling(text, "在建"), as_of="2025-01-01")

    assert promise.verdict == "on_way"
    assert promise.under_way is not None and promise.under_way.stage == "在建"
    assert promised(PROMISE, as_of="2025-01-01").verdict == "silent"
    assert promised(telling(text, "在建")).verdict == "overdue"


def test_silence_is_counted_from_the_newest_document_on_the_project():
    promise = promised(PROMISE, telling(f"{NAME}签约于前年。", "签约", id="b"), b="2025-08-01")

    assert (promise.last_word, promise.quiet_days, promise.days_left) == ("2025-08-01", 212, -244)


# -- named projects and totals --------------------------------------------------------------------


def test_totals_that_a_park_states_make_no_rung():
    document = factories.a_document(f"{NAME}开工，全区签约项目32个、投产项目18个。", id="a")
    mention = factories.a_mention(document, NAME, stage="开工", park=PARK)
    total = factories.an_observation(document, "32个", indicator="签约项目数", subject=PARK, park=PARK)
    found = judged(factories.facts_of(document, [total], parks=(seen(),), projects=(mention,)))

    (rungs,) = found.ladders.values()
    assert [each.stage for each in rungs if each.mentions] == ["开工"]
    assert not re.search(
        "32", " ".join(each.text for rung in rungs for one in rung.mentions for each in [one.evidence])
    )


@pytest.mark.parametrize(
    ("text", "date", "believed"),
    [
        (f"2023年7月，{NAME}投产。", "2023-07", True),
        (f"{NAME}5日投产。", "2024-07-05", True),
        (f"{NAME}7月5日投产。", "2024-07", True),
        (f"区招商局局长5日介绍，{NAME}已经投产。", "2024-07-05", False),
        (f"本报云泽7月5日电，{NAME}已经投产。", "2024-07", False),
        (f"过去一年，{NAME}投产。", "2023", True),
        (f"{NAME}2023年7月签约，已经投产。", "2023-07", False),
        (f"{NAME}投产，二期预计2025年6月投产。", "2025-06", False),
        (f"{NAME}投产，产值较去年同期增长两成。", "2023", False),
    ],
)
def test_a_date_counts_where_the_sentence_prints_it_of_the_stage(text, date, believed):
    assert ladder(telling(text, "投产", date=date))["投产"].date == (date if believed else None)
