"""A site's own templates and static files: they change what they name, and what changes nothing is told."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from msgspec.structs import replace

from core.model import Page, Settings
from core.problems import ContentError, Problem
from pages import plan_pages
from publish import Theme, check_theme, publish
from tests.conftest import Run, WriteFiles
from tests.factories import sample_profiles
from tests.test_publish import TEMPLATES

PARK = "parks/yunze/index.html"


def built(content: Path, output: Path) -> Path:
    """The sample site with the templates and static files of a content folder."""
    pages = plan_pages(sample_profiles(), (), Settings())
    theme = Theme(TEMPLATES.shipped, own=content)
    publish(pages, templates=theme, output=output / "site", base_url=None)
    return output / "site"


def problems(content: Path, output: Path) -> list[Problem]:
    with pytest.raises(ContentError) as caught:
        built(content, output)
    assert not (output / "site").exists()
    return list(caught.value.problems)


def the_problem(content: Path, output: Path) -> tuple[str, str, str]:
    (problem,) = problems(content, output)
    return str(Path(problem.where).relative_to(content)), problem.what, problem.fix


# -- templates -------------------------------------------------------------------------------------


def test_one_block_of_a_page_is_replaced_and_the_rest_stays(write_files: WriteFiles, tmp_path: Path):
    own = '{% extends "parkbrief:park.html" %}{% block title %}{{ view.name }}手册{% endblock %}\n'
    site = built(write_files({"templates/park.html": own}), tmp_path)

    page = (site / PARK).read_text("utf-8")
    assert "<title>云泽高新区手册</title>" in page
    assert "1135.1亿元" in page
    assert "手册" not in (site / "index.html").read_text("utf-8")


def test_a_block_may_hold_what_it_replaces(write_files: WriteFiles, tmp_path: Path):
    own = '{% extends "parkbrief:park.html" %}{% block main %}{{ super() }}<p>内部资料。</p>{% endblock %}'
    page = (built(write_files({"templates/park.html": own}), tmp_path) / PARK).read_text("utf-8")

    assert "1135.1亿元" in page and "<p>内部资料。</p>" in page


def test_every_page_stands_in_the_base_of_the_site(write_files: WriteFiles, tmp_path: Path):
    """The shipped templates extend base.html by its name: the site's own comes first."""
    own = '{% extends "parkbrief:base.html" %}{% block title %}{{ page.title }} — 岚江{% endblock %}'
    site = built(write_files({"templates/base.html": own}), tmp_path)

    assert "— 岚江</title>" in (site / PARK).read_text("utf-8")
    assert "— 岚江</title>" in (site / "sources/index.html").read_text("utf-8")


def test_a_template_may_be_replaced_whole_and_a_partial_too(write_files: WriteFiles, tmp_path: Path):
    folder = write_files(
        {
            "templates/404.html": '{% extends "base.html" %}{% block main %}<h1>没有</h1>{% endblock %}',
            "templates/_imprint.html": "<p>岚江研究室</p>\n",
        }
    )
    site = built(folder, tmp_path)

    assert "<h1>没有</h1>" in (site / "404.html").read_text("utf-8")
    assert "<p>岚江研究室</p>" in (site / PARK).read_text("utf-8")


def test_a_template_of_its_own_serves_another(write_files: WriteFiles, tmp_path: Path):
    folder = write_files(
        {
            "templates/_imprint.html": '{% include "_ours.html" %}',
            "templates/_ours.html": "<p>岚江研究室</p>",
        }
    )

    assert "岚江研究室" in (built(folder, tmp_path) / PARK).read_text("utf-8")


def test_macros_may_be_changed_one_by_one(write_files: WriteFiles, tmp_path: Path):
    shipped = (TEMPLATES.shipped / "_figures.html").read_text("utf-8")
    kept = [name for name in re.findall(r"{% macro (\w+)", shipped) if name != "period"]
    own = (
        '{% import "parkbrief:_figures.html" as shipped with context %}'
        + "".join(f"{{% set {name} = shipped.{name} %}}" for name in kept)
        + "{% macro period(it) %}<b data-period=\"{{ it.code or '' }}\">{{ it.text }}</b>{% endmacro %}"
    )
    page = (built(write_files({"templates/_figures.html": own}), tmp_path) / PARK).read_text("utf-8")

    assert '<b data-period="2024">2024年</b>' in page


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("prak.html", ("overrides no template of this name", "did you mean 'park.html'? Else include it")),
        ("x/own.html", ("overrides no template of this name", "include it from another template")),
        ("park.txt", ("is no template; those end in .html or .xml", "keep it elsewhere")),
    ],
)
def test_a_file_that_overrides_nothing_is_told(
    write_files: WriteFiles, tmp_path: Path, name: str, told: tuple[str, str]
):
    where, what, fix = the_problem(write_files({f"templates/{name}": "<p>岚江</p>"}), tmp_path)

    assert (where, what) == (f"templates/{name}", told[0])
    assert fix.startswith(told[1])


BASE = '{% extends "base.html" %}{% block main %}\n'


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            '{% extends "parkbrief:park.html" %}\n{% block mian %}{% endblock %}',
            ("overrides a block 'mian', which the template it extends has not", "did you mean 'main'?"),
        ),
        (
            '{% extends "parkbrief:park.html" %}{% block title %}{% endblock %}\n<p>丢失</p>',
            ("text outside of blocks, which a template that", "put it into a block"),
        ),
        ('\n{% extends "park.html" %}', ("extends itself", 'write {% extends "parkbrief:park.html" %}')),
        (
            '\n{% extends "parkbrief:prak.html" %}',
            ("there is no template 'parkbrief:prak.html'", "did you mean 'parkbrief:park.html'?"),
        ),
        (BASE + "{% if %}{% endblock %}", ("is not a Jinja template: Expected an expression", "correct")),
        (
            BASE + "{{ view.name | lnik }}{% endblock %}",
            ("is not a Jinja template: No filter named 'lnik'", "correct that line"),
        ),
        (
            BASE + "<h1>{{ view.nmae }}</h1>{% endblock %}",
            ("cannot be rendered: 'pages.parks.ParkView object' has no attribute", "correct that line"),
        ),
    ],
)
def test_a_mistake_in_a_template_is_told_with_its_line(
    write_files: WriteFiles, tmp_path: Path, text: str, told: tuple[str, str]
):
    where, what, fix = the_problem(write_files({"templates/park.html": text}), tmp_path)

    assert where == "templates/park.html:2"
    assert (what.startswith(told[0]), fix.startswith(told[1])) == (True, True)


def test_a_partial_without_a_macro_that_others_use_is_told(write_files: WriteFiles, tmp_path: Path):
    folder = write_files({"templates/_notes.html": "{% macro other() %}{% endmacro %}"})

    where, what, fix = the_problem(folder, tmp_path)

    assert (where, what) == ("templates/_notes.html:1", "has no macro 'comments', which other templates use")
    assert '{% import "parkbrief:_notes.html" as shipped with context %}' in fix


def test_all_mistakes_are_told_at_once(write_files: WriteFiles, tmp_path: Path):
    folder = write_files({"templates/a.html": "", "templates/b.html": "{% if %}"})

    assert len(problems(folder, tmp_path)) == 2


def test_a_mistake_in_what_is_shipped_is_no_mistake_of_the_author(write_files: WriteFiles, tmp_path: Path):
    """A bug keeps its traceback: nobody is told to correct what is not theirs."""
    folder = write_files({"templates/_imprint.html": "<p>岚江</p>"})
    pages = plan_pages(sample_profiles(), (), Settings())
    broken = next(page for page in pages if isinstance(page, Page) and page.template == "park.html")

    with pytest.raises(Exception, match="has no attribute") as caught:
        publish(
            [replace(broken, template="project.html")],
            templates=Theme(TEMPLATES.shipped, own=folder),
            output=tmp_path / "site",
            base_url=None,
        )

    assert not isinstance(caught.value, ContentError)


# -- static files ----------------------------------------------------------------------------------


def test_a_static_file_replaces_the_shipped_one_of_its_name(write_files: WriteFiles, tmp_path: Path):
    site = built(write_files({"static/site.css": "body { color: #111; }"}), tmp_path)

    assert (site / "static/site.css").read_text() == "body { color: #111; }"
    assert (site / "static/icon.svg").read_bytes() == (TEMPLATES.shipped / "static/icon.svg").read_bytes()


def test_a_static_file_may_be_referred_to_by_a_template_or_a_stylesheet(
    write_files: WriteFiles, tmp_path: Path
):
    folder = write_files(
        {
            "static/logo.svg": "<svg/>",
            "static/own.css": "@font-face { src: url('fonts/own.woff2'); }",
            "static/fonts/own.woff2": b"x",
            "templates/_imprint.html": '<img src="{{ "static/logo.svg" | link }}" alt="岚江">'
            '<link rel="stylesheet" href="{{ "static/own.css" | link }}">',
        }
    )

    assert (built(folder, tmp_path) / "static/fonts/own.woff2").read_bytes() == b"x"


@pytest.mark.parametrize(
    ("name", "told"), [("stie.css", "did you mean 'site.css'?"), ("logo.png", "link to it from a template")]
)
def test_a_static_file_that_serves_nothing_is_told(
    write_files: WriteFiles, tmp_path: Path, name: str, told: str
):
    folder = write_files({f"static/{name}": "x"})

    where, what, fix = the_problem(folder, tmp_path)

    assert (where, what) == (f"static/{name}", "replaces no static file, and nothing refers to it")
    assert fix.startswith(told)


# -- the command line ------------------------------------------------------------------------------


def test_hidden_files_are_left_alone(write_files: WriteFiles):
    folder = write_files({"templates/.DS_Store": b"\xff", "templates/.git/a.html": "{% if %}"})

    assert check_theme(Theme(TEMPLATES.shipped, own=folder)) == []


def test_check_and_build_tell_of_a_template_that_overrides_nothing(write_files: WriteFiles, run: Run):
    folder = write_files(
        {"articles/a.txt": "云泽高新区签约项目三十个。", "templates/prak.html": "<p>岚江</p>"}
    )

    for command in ("check", "build"):
        done = run(command, "--content", folder)

        assert done.returncode == 1
        assert done.stderr.splitlines()[0] == (
            f"{folder}/templates/prak.html: overrides no template of this name"
        )
