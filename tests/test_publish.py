"""Writing a site: beside the old one, checked, swapped in whole."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from core.blocks import Print
from core.model import Page, PlacedInstrument, Profiles, Settings, SourceProfile, Stated
from core.problems import ContentError
from pages import Beside, plan_pages
from profiles import judge
from publish import Theme, publish
from publish.render import POLICY
from tests.factories import (
    a_chart,
    a_claim,
    a_company,
    a_document,
    a_leftover,
    a_mention,
    a_park,
    a_park_entry,
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
    sample_profiles,
)

TEMPLATES = Theme(Path(__file__).parent.parent / "templates")


def sample_pages(settings: Settings | None = None) -> Iterator[Page | Print]:
    profiles = sample_profiles()
    charts = [a_chart(profiles.parks[0].series[0].points)]
    return plan_pages(profiles, charts, settings or Settings(), Beside(judge(profiles)))


def pages_in(folder: Path) -> int:
    """How many pages a site has."""
    return len(list(folder.rglob("*.html")))


def publish_sample(output: Path, *, base_url: str | None = None, sources: str = "quotes") -> int:
    pages = sample_pages(Settings(sources=sources))  # type: ignore[arg-type]
    return publish(pages, templates=TEMPLATES, output=output, base_url=base_url)


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.mark.parametrize("sources", ["quotes", "full"])
def test_the_sample_passes_its_own_check(tmp_path: Path, sources: str) -> None:
    assert publish_sample(tmp_path / "site", sources=sources) == pages_in(tmp_path / "site")


def test_an_empty_site_passes_its_own_check(tmp_path: Path) -> None:
    pages = plan_pages(profiles_of(as_of=None), (), Settings())

    publish(pages, templates=TEMPLATES, output=tmp_path / "site", base_url=None)

    assert (tmp_path / "site" / "index.html").is_file()


def test_the_same_pages_give_the_same_bytes(tmp_path: Path) -> None:
    publish_sample(tmp_path / "one")
    publish_sample(tmp_path / "two")

    assert files(tmp_path / "one") == files(tmp_path / "two")


def test_an_old_site_is_replaced_whole(tmp_path: Path) -> None:
    site = tmp_path / "site"
    publish_sample(site)
    (site / "parks" / "gone.html").write_text("a park that no longer is")

    publish_sample(site)

    assert not (site / "parks" / "gone.html").exists()
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_an_empty_folder_may_be_filled(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()

    assert publish_sample(tmp_path / "site") == pages_in(tmp_path / "site")


def test_a_folder_with_other_files_is_refused_and_left_alone(tmp_path: Path) -> None:
    (tmp_path / "letters.txt").write_text("dear")

    with pytest.raises(ContentError, match="no Parkbrief site") as error:
        publish_sample(tmp_path)

    assert error.value.problems[0].fix == "choose an empty or a new folder for the output"
    assert files(tmp_path) == {"letters.txt": b"dear"}


def test_a_file_in_the_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "site").write_text("dear")

    with pytest.raises(ContentError, match="a file, not a folder"):
        publish_sample(tmp_path / "site")


def test_a_site_that_fails_its_check_leaves_the_old_one_untouched(tmp_path: Path) -> None:
    site = tmp_path / "site"
    publish_sample(site)
    before = files(site)
    broken = (page for page in sample_pages() if not page.url.startswith("sources/yunze"))

    with pytest.raises(ContentError, match="leads to no file of the site"):
        publish(broken, templates=TEMPLATES, output=site, base_url=None)

    assert files(site) == before
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_page_that_cannot_be_made_leaves_the_old_site_untouched(tmp_path: Path) -> None:
    site = tmp_path / "site"
    publish_sample(site)
    before = files(site)

    def breaking() -> Iterator[Page | Print]:
        yield next(sample_pages())
        raise RuntimeError("no more pages")

    with pytest.raises(RuntimeError, match="no more pages"):
        publish(breaking(), templates=TEMPLATES, output=site, base_url=None)

    assert files(site) == before
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_every_page_carries_a_policy_that_lets_nothing_in_from_outside(tmp_path: Path) -> None:
    publish_sample(tmp_path / "site")

    for path in (tmp_path / "site").rglob("*.html"):
        html = path.read_text("utf-8").replace("&#39;", "'")
        assert f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">' in html
        assert not re.search(r"""(src|href)=["']?(https?:)?//""", html)


def test_canonical_links_are_given_only_with_a_base_url(tmp_path: Path) -> None:
    publish_sample(tmp_path / "plain")
    publish_sample(tmp_path / "based", base_url="https://example.org/parks")

    assert "canonical" not in (tmp_path / "plain" / "index.html").read_text("utf-8")
    html = (tmp_path / "based" / "parks" / "yunze" / "index.html").read_text("utf-8")
    assert '<link rel="canonical" href="https://example.org/parks/parks/yunze/index.html">' in html


def test_the_page_for_what_is_missing_finds_its_way_home_from_anywhere(tmp_path: Path) -> None:
    publish_sample(tmp_path / "site", base_url="https://example.org/parks")

    html = (tmp_path / "site" / "404.html").read_text("utf-8")

    assert 'href="https://example.org/parks/static/site.css"' in html
    assert 'href="https://example.org/parks/parks/index.html"' in html


def test_names_full_of_digits_do_not_trouble_the_check(tmp_path: Path) -> None:
    odd = "5G & “3+1” <100%> 翻番"
    document = a_document(title=odd, publisher=odd, authors=(odd,), licence=odd)
    figure = an_observation(document, indicator=odd, subject=odd, scope=odd, basis=odd)
    own = an_observation(document, "332亿元", indicator=odd)
    goal = an_observation(document, "1200亿元", indicator=odd, scope=odd, status="target", period="2025")
    mention = a_mention(document, name=odd, company=odd)
    project = a_project([mention], company=odd, names=(odd, odd + "2"))
    entry = a_park_entry(level=Stated(odd, odd), approved=Stated(odd), province=odd)
    park = a_park([figure, own, goal], entry=entry, kind=odd, province=odd, names=(odd,), projects=(project,))
    left = (a_leftover(document, "50亿元", odd),)
    policy, honour = (
        a_policy(document, "签约项目", name=odd),
        an_honour(document, "芯片", name=odd, holder=odd),
    )
    claim = a_claim(document, "生产总值", names=(odd,), role="其他")
    given = an_instrument(document, "力争", target="2025年", condition="1200亿元", amount=own.id, per=odd)
    facts = facts_of(
        document,
        [figure, own, goal],
        projects=(mention,),
        policies=(policy,),
        honours=(honour,),
        industries=(claim,),
        instruments=(given,),
        leftovers=left,
    )
    profiles = profiles_of(
        SourceProfile(document, facts),
        parks=(park,),
        projects=(project,),
        policies=(a_policy_profile([policy], names=(odd, odd + "2"), instruments=(given,)),),
        instruments=(PlacedInstrument(given, "yunze", "policy"),),
        honours=(an_honour_profile([honour], rank=5),),
        industries=(an_industry([claim], odd, names=(odd, odd + "3")),),
        companies=(a_company(odd, names=(odd, odd + "4"), projects=("languang",), honours=("honour",)),),
    )
    chart = a_chart([own], title=odd, unit=odd, alt=odd, svg="<svg><text>332</text></svg>")
    settings = Settings(title=odd, tagline=odd, publisher=odd)

    pages = plan_pages(profiles, [chart], settings, Beside(judge(profiles)))

    publish(pages, templates=TEMPLATES, output=tmp_path / "site", base_url=None)

    assert (tmp_path / "site" / "index.html").is_file()


def test_a_number_that_a_line_broke_leads_to_its_sentence_all_the_same(tmp_path: Path) -> None:
    document = a_document("云泽高新区地区生产总值突破11\n35.1\n亿元。")
    figure = an_observation(document, "11\n35.1\n亿元", bound=">")
    profiles = profiles_of(SourceProfile(document, facts_of(document, [figure])), parks=(a_park([figure]),))

    publish(
        plan_pages(profiles, (), Settings()), templates=TEMPLATES, output=tmp_path / "site", base_url=None
    )

    assert ">突破1135.1亿元</a>" in (tmp_path / "site" / "parks" / "yunze" / "index.html").read_text("utf-8")


def test_words_of_an_article_are_never_read_as_html(tmp_path: Path) -> None:
    document = a_document("<script>alert(1)</script>", title="<b>标题</b>")
    profiles = profiles_of(SourceProfile(document, facts_of(document)))

    publish(
        plan_pages(profiles, (), Settings(sources="full")),
        templates=TEMPLATES,
        output=tmp_path / "site",
        base_url=None,
    )

    html = (tmp_path / "site" / "sources" / "yunze-2024.html").read_text("utf-8")
    assert "<script>" not in html and "<b>标题" not in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html


def test_an_address_that_is_no_web_address_becomes_no_link(tmp_path: Path) -> None:
    document = a_document(url="javascript:alert(1)")
    profiles = profiles_of(SourceProfile(document, facts_of(document)))

    publish(
        plan_pages(profiles, (), Settings()), templates=TEMPLATES, output=tmp_path / "site", base_url=None
    )

    assert "javascript:" not in (tmp_path / "site" / "sources" / "yunze-2024.html").read_text("utf-8")


def published_home(profiles: Profiles, folder: Path) -> str:
    publish(plan_pages(profiles, (), Settings()), templates=TEMPLATES, output=folder / "site", base_url=None)
    return (folder / "site" / "index.html").read_text("utf-8")


def test_a_first_page_with_little_to_tell_says_what_is_missing(tmp_path: Path) -> None:
    one = published_home(sample_profiles(), tmp_path / "one")
    none = published_home(profiles_of(parks=(a_park(),)), tmp_path / "none")

    assert "只有一篇来源，还没有可以对照的数。" in one
    assert "没有写明期限、还在等结果的承诺。" in one
    assert "还没有文章。把文章放进 content/articles/，再生成一次。" in none
    assert "还没有文章说到园区。" in none
