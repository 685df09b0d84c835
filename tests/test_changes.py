"""What became of the facts since an earlier build: found again by what they say."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import msgspec
import pytest

from build import build
from cache import Memory
from core.model import Page, Settings
from core.problems import ContentError
from core.snapshot import FORMAT, Change, Changes, Record, Snapshot
from core.urls import FACTS
from pages import Beside, plan_pages
from profiles import compare, snapshot_of
from sources import read_previous, read_sources
from tests.conftest import Run, WriteFiles
from tests.factories import sample_profiles
from tests.golden import BROUGHT, CONTENT, refuse

ATOM = "{http://www.w3.org/2005/Atom}"
SENTENCE = "2024年，云泽高新区地区生产总值612.5亿元，税收12亿元。"


def a_record(**fields: Any) -> Record:
    """A figure of the sample park; its keywords replace what it says."""
    known: dict[str, Any] = {
        "id": "r1",
        "fact": "a-10",
        "park": "yunze",
        "park_name": "云泽高新区",
        "subject": "云泽高新区",
        "indicator": "地区生产总值",
        "said": "612.5亿元",
        "number": "612.5亿元",
        "value": Decimal("612.5"),
        "unit": "亿元",
        "period": "2024",
        "quote": SENTENCE,
        "document": "a",
        "title": "云泽高新区去年交出成绩单",
    }
    return Record(**{**known, **fields})


def of(*records: Record, documents: Mapping[str, str] | None = None) -> Snapshot:
    """A build with these facts, whose ids tell them apart."""
    named = documents or {each.document: each.title for each in records}
    return Snapshot(
        title="开发区样本", edition=None, as_of="2025-02-18", documents=dict(named), facts=records
    )


def told(previous: Snapshot, current: Snapshot) -> list[tuple[str, str, str | None, str | None]]:
    """Kind and cause of each change, what was said and what is."""
    changes = compare(previous, current)
    assert changes is not None
    return [_told(each) for each in changes.changes]


def _told(change: Change) -> tuple[str, str, str | None, str | None]:
    before, after = change.before, change.after
    return (change.kind, change.cause, before.said if before else None, after.said if after else None)


# -- what counts as the same --------------------------------------------------------------------------


def test_without_an_earlier_build_there_are_no_changes():
    assert compare(None, of(a_record())) is None


@pytest.mark.parametrize(
    "now",
    [
        a_record(),
        a_record(fact="a-99"),  # an edit elsewhere moved it
        a_record(quote="云泽高新区2024年地区生产总值612.5亿元。"),  # the sentence was edited
        a_record(quote=SENTENCE.replace("，", "，\n ")),
        a_record(document="b"),  # the file was renamed
        a_record(title="云泽高新区成绩单"),  # the title was edited
        a_record(park="yunze-hidz", park_name="云泽高新技术产业开发区", subject="云泽高新技术产业开发区"),
        a_record(said="达612.5亿元"),  # other words for the same
    ],
)
def test_a_fact_that_says_the_same_has_not_changed(now: Record):
    assert told(of(a_record()), of(now)) == []


def test_the_same_fact_twice_in_an_article_is_no_change():
    twice = of(a_record(), a_record(id="r1-2", quote="地区生产总值612.5亿元。"))
    edited = of(a_record(quote="改写过。"), a_record(id="r1-2", quote="也改写过，612.5亿元。"))

    assert told(twice, edited) == []


# -- what became of a fact ----------------------------------------------------------------------------


def test_a_fact_of_a_new_article_is_new():
    other = a_record(id="r2", indicator="税收收入", said="12亿元", document="b", title="公报")

    assert told(of(a_record()), of(a_record(), other)) == [("new", "new_source", None, "12亿元")]


def test_a_fact_that_an_article_says_only_now_is_new_of_a_known_source():
    other = a_record(id="r2", indicator="税收收入", number="12亿元", said="12亿元", quote="税收12亿元。")

    assert told(of(a_record()), of(a_record(), other)) == [("new", "known_source", None, "12亿元")]


def test_another_number_in_the_same_article_is_a_revision():
    now = a_record(
        number="615.2亿元", said="615.2亿元", value=Decimal("615.2"), quote=SENTENCE.replace("612.5", "615.2")
    )

    assert told(of(a_record()), of(now)) == [("revised", "edited", "612.5亿元", "615.2亿元")]


@pytest.mark.parametrize(
    "read_as", [{"period": "2023"}, {"indicator": "工业总产值"}, {"subject": "星河片区"}, {"bound": ">"}]
)
def test_the_same_words_read_otherwise_are_a_revision(read_as: dict[str, str]):
    now = a_record(**read_as)

    assert told(of(a_record()), of(now)) == [("revised", "reread", "612.5亿元", "612.5亿元")]


def test_another_number_of_another_article_for_the_same_is_a_revision_beside_what_stands():
    other = a_record(
        id="r2", fact="b-7", document="b", title="公报", number="620亿元", said="620亿元", value=Decimal(620)
    )

    changes = compare(of(a_record()), of(a_record(fact="a-11"), other))

    assert changes and _told(changes.changes[0]) == ("revised", "another_source", "612.5亿元", "620亿元")
    assert changes.changes[0].both
    assert changes.changes[0].before and changes.changes[0].before.fact == "a-11"  # as it stands now


def test_what_stood_before_and_is_gone_stands_no_longer():
    other = a_record(
        id="r2", document="b", title="公报", number="620亿元", said="620亿元", value=Decimal(620)
    )

    changes = compare(of(a_record()), of(other))

    assert changes and [(each.kind, each.both) for each in changes.changes] == [
        ("revised", False),
        ("withdrawn", False),
    ]


def test_the_same_number_of_another_article_confirms():
    other = a_record(id="r2", document="b", title="公报", quote="总值612.5亿元。")

    assert told(of(a_record()), of(a_record(), other)) == [("confirmed", "new_source", None, "612.5亿元")]


@pytest.mark.parametrize(
    "unlike",
    [{"period": "2023"}, {"period": None}, {"unit": "亿美元"}, {"scope": "全口径"}, {"status": "target"},
     {"park": "lanjiang", "park_name": "岚江高新区", "subject": "岚江高新区"}],
)  # fmt: skip
def test_unlike_is_never_compared(unlike: dict[str, Any]):
    known = {"id": "r2", "document": "b", "title": "公报", "said": "620亿元", "value": Decimal(620)}
    other = a_record(**{**known, "number": "620亿元", **unlike})

    assert told(of(a_record()), of(a_record(), other)) == [("new", "new_source", None, "620亿元")]


def test_two_events_of_a_year_revise_nothing():
    """Two signings in one article: neither is another number for the other, nor for an earlier one."""
    first = a_record(id="r2", document="b", title="甲", number="50亿元", said="50亿元", value=Decimal(50))
    second = a_record(id="r3", document="b", title="甲", number="60亿元", said="60亿元", value=Decimal(60))

    assert [row[0] for row in told(of(a_record()), of(a_record(), first, second))] == ["new", "new"]


def test_a_fact_is_withdrawn_with_its_article_or_alone():
    other = a_record(id="r2", indicator="税收收入", number="12亿元", said="12亿元")

    assert told(of(a_record(), other), of(a_record())) == [("withdrawn", "no_longer_said", "12亿元", None)]
    assert told(of(a_record()), of(documents={"b": "公报"})) == [
        ("withdrawn", "source_gone", "612.5亿元", None)
    ]


def test_an_article_that_has_no_fact_left_is_not_gone():
    empty = of(documents={"a": "云泽高新区去年交出成绩单"})

    assert told(of(a_record()), empty) == [("withdrawn", "no_longer_said", "612.5亿元", None)]
    assert told(empty, of(a_record())) == [("new", "known_source", None, "612.5亿元")]


def test_a_project_gets_on_when_another_article_tells_a_later_stage():
    signed = a_stage("签约", "a")
    begun = a_stage("开工", "b")

    assert told(of(signed), of(signed, begun)) == [("new", "progress", "签约", "开工")]


def test_projects_of_one_sentence_are_told_apart():
    one, other = a_stage("签约", "a"), a_stage("签约", "a", subject="北岭储能项目")

    assert told(of(one, other), of(other, one)) == []


def a_stage(stage: str, document: str, *, subject: str = "澜光芯片项目") -> Record:
    return a_record(
        id=f"{document}-{subject}-{stage}",
        kind="stage",
        subject=subject,
        indicator="阶段",
        said=stage,
        number=stage,
        value=None,
        unit=None,
        period=None,
        quote=f"{subject}等{stage}。" if document != "a" else "两个项目签约。",
        document=document,
        title=f"文章{document}",
    )


# -- the file of facts ---------------------------------------------------------------------------------


def test_a_snapshot_is_written_and_read_back(tmp_path: Path):
    snapshot = snapshot_of(sample_profiles(), Settings(title="开发区样本"))
    pages = plan_pages(sample_profiles(), (), Settings(), Beside(snapshot=snapshot))
    found = [asset for page in pages if isinstance(page, Page) for asset in page.assets]
    (asset,) = (each for each in found if each.url == FACTS)
    path = tmp_path / asset.url
    path.parent.mkdir()
    path.write_text(asset.text, "utf-8")

    assert read_previous(tmp_path) == snapshot
    assert len(asset.text.splitlines()) == len(snapshot.facts) + 2
    assert json.loads(asset.text)["facts"][0]["quote"] == snapshot.facts[0].quote


def test_ids_hang_on_no_offset():
    snapshot = snapshot_of(sample_profiles(), Settings())

    assert len({each.id for each in snapshot.facts}) == len(snapshot.facts) == 6  # five figures, one stage
    assert not any(re.search(r"yunze-2024", each.id) for each in snapshot.facts)


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (None, "holds no data/facts.json"),
        (b"", "is damaged"),
        (b'{"format":1}', "is damaged"),
        (b'{"format":' + str(FORMAT + 1).encode() + b"}", f"is in format {FORMAT + 1}"),
    ],
)
def test_what_cannot_be_compared_with_is_told(tmp_path: Path, content: bytes | None, what: str):
    (tmp_path / "data").mkdir()
    if content is not None:
        (tmp_path / "data/facts.json").write_bytes(content)

    with pytest.raises(ContentError) as caught:
        read_previous(tmp_path)

    (problem,) = caught.value.problems
    assert problem.what.startswith(what)
    assert "--previous" in problem.fix


def test_a_folder_that_is_not_there_is_told(write_files: WriteFiles, run: Run):
    folder = write_files({"articles/a.txt": "云泽高新区签约项目三十个。"})

    done = run("--content", folder, "--previous", "nowhere")

    assert done.returncode == 1
    assert done.stderr.startswith("nowhere: there is no such folder\n    fix: ")


# -- the page and the feed -----------------------------------------------------------------------------


def built(content: Path, output: Path, *, previous: Path | None = None, base_url: str | None = None) -> Path:
    """A site of this content, compared with an earlier one."""
    sources = read_sources(content, shipped=BROUGHT)
    settings = msgspec.structs.replace(sources.content.settings, base_url=base_url)
    sources = msgspec.structs.replace(
        sources,
        content=msgspec.structs.replace(sources.content, settings=settings),
        previous=read_previous(previous) if previous else None,
    )
    build(sources, output, memory=Memory(None), tell=refuse)
    return output


@pytest.fixture
def edited(tmp_path: Path) -> Path:
    """The golden content, edited: a number changed, an article less, an article more."""
    content = tmp_path / "content"
    for path in sorted(CONTENT.rglob("*")):
        if path.is_file() and path.parent.name != "notes" and "lanjiang" not in path.name:
            target = content / path.relative_to(CONTENT)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(path.read_text("utf-8").replace("612.5亿元", "615.2亿元"), "utf-8")
    (content / "articles/2025-06-yunze.txt").write_text(
        "云泽高新区公报\n\n2025-06-18 来源：云泽统计\n\n"
        "2024年，云泽高新区规上工业总产值1042.6亿元。澜光芯片项目已于2025年5月投产。\n",
        "utf-8",
    )
    return content


@pytest.mark.slow
def test_the_page_says_what_changed_by_park_and_why(edited: Path, tmp_path: Path):
    old = built(CONTENT, tmp_path / "old")

    new = built(edited, tmp_path / "new", previous=old)

    page = (new / "changes/index.html").read_text("utf-8")
    rows = [re.sub(r"<[^>]+>|\s+", "", row) for row in re.findall(r"<tr id.*?</tr>", page, re.DOTALL)]
    as_of = json.loads((old / FACTS).read_bytes())["as_of"]
    assert f'（资料截至<time datetime="{as_of}">' in page
    assert "修订地区生产总值2024年612.5亿元→改为615.2亿元来源有改动来源[2]" in rows
    assert "修订规上工业总产值2024年1030.8亿元已修订→改为1042.6亿元新来源另有一说来源[1]" in rows
    assert "进展阶段澜光芯片项目2025年5月开工→改为投产新来源报道了进展来源[1]" in rows
    assert "撤下固定资产投资2024年上半年88.6亿元来源已撤下：《岚江经开区上半年招商提速》" in rows
    assert '<del class="former" data-former="上一版，据《云泽高新区去年交出成绩单》云泽日报"' in page
    assert page.index('id="park-yunze-hidz"') < page.index('id="park-lan-jiang-jing-kai-qu"')
    assert '<a href="changes/index.html">与上一版相比的变化</a>' in (new / "index.html").read_text("utf-8")
    assert not (new / "changes/feed.xml").exists()


@pytest.mark.slow
def test_the_feed_has_absolute_links_and_an_entry_for_each_park(edited: Path, tmp_path: Path):
    old = built(CONTENT, tmp_path / "old")

    new = built(edited, tmp_path / "new", previous=old, base_url="https://example.org/parks")

    feed = ElementTree.fromstring((new / "changes/feed.xml").read_text("utf-8"))
    entries = feed.findall(f"{ATOM}entry")
    links = [each.get("href") or "" for each in feed.iter() if each.get("href")]
    assert feed.findtext(f"{ATOM}updated") == "2025-06-18T00:00:00Z"
    assert [each.findtext(f"{ATOM}title", "").partition("：")[0] for each in entries] == [
        "云泽高新区",
        "岚江经开区",
    ]
    assert len({each.findtext(f"{ATOM}id") for each in entries}) == 2
    assert links and all(link.startswith("https://example.org/parks/changes/") for link in links)
    assert "612.5亿元 → 615.2亿元" in "".join(entries[0].itertext())
    home = (new / "index.html").read_text("utf-8")
    assert '<link rel="alternate" type="application/atom+xml"' in home


@pytest.mark.slow
def test_the_same_content_and_the_same_earlier_build_give_the_same_bytes(edited: Path, tmp_path: Path):
    old = built(CONTENT, tmp_path / "old")
    one = built(edited, tmp_path / "one", previous=old, base_url="https://example.org")
    two = built(edited, tmp_path / "two", previous=old, base_url="https://example.org")

    for name in ("changes/index.html", "changes/feed.xml", "data/facts.json"):
        assert (one / name).read_bytes() == (two / name).read_bytes()


@pytest.mark.slow
def test_nothing_changed_is_said_and_without_an_earlier_build_there_is_no_page(sample, tmp_path, run: Run):
    first = run("--output", "one")
    again = run("--output", "two", "--previous", "one")

    page = (tmp_path / "two/changes/index.html").read_text("utf-8")
    assert "没有变化。" in page and "<table" not in page
    assert not (tmp_path / "one/changes").exists()
    assert "变化" not in (tmp_path / "one/index.html").read_text("utf-8")
    assert first.stdout.count("\n") == 1
    assert again.stdout.splitlines()[1].startswith("two: no changes/feed.xml: its links need an address")


def test_changes_name_the_earlier_edition():
    previous = msgspec.structs.replace(of(a_record()), edition="2025年第1期")

    assert compare(previous, of(a_record())) == Changes("2025-02-18", "2025年第1期", ())
