"""`build.py serve`: over a real socket, with real files, and in a browser where there is one."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from typing import TypeVar
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from core.keeping import InMind
from core.problems import ContentError, Problem
from preview import Preview, Server, changes, is_loopback
from publish import Theme, publish
from tests.conftest import ROOT, Run, WriteFiles
from tests.golden import CONTENT, files
from tests.test_browser import CHROMIUM, FLAGS
from tests.test_publish import TEMPLATES, sample_pages

T = TypeVar("T")
PATIENCE = 20.0  # seconds; a machine that is busy must not fail a test
HTML = (
    '<!doctype html><html lang="zh-Hans"><head><title>岚江</title>\n'
    '<meta http-equiv="Content-Security-Policy" content="default-src &#39;none&#39;; style-src \'self\'">\n'
    '</head><body><h1>{}</h1><a href="parks/index.html">园区</a></body></html>\n'
)


class Site:
    """A tiny site in a folder, whose next build may fail."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.failure: Exception | None = None
        self.told: list[Problem] = []
        self.builds = 0
        self.preview = Preview(folder, self.build, self.tell)

    def build(self) -> None:
        if self.failure:
            raise self.failure
        self.builds += 1
        for url in ("index.html", "404.html", "parks/index.html"):
            path = self.folder / url
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(HTML.format(f"第{self.builds}版"), "utf-8")
        (self.folder / "changes.xml").write_text("<feed/>", "utf-8")

    def tell(self, problems: Sequence[Problem]) -> None:
        self.told += problems


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return Site(tmp_path / "site")


@contextmanager
def listening(preview: Preview) -> Iterator[str]:
    """Host and port where the preview is served."""
    with Server(preview, "127.0.0.1", 0) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield urlsplit(server.url).netloc
        server.shutdown()


@pytest.fixture
def served(site: Site) -> Iterator[str]:
    site.preview.rebuild()
    with listening(site.preview) as place:
        yield place


def ask(place: str, url: str, *, method: str = "GET", host: str | None = None) -> tuple[HTTPResponse, str]:
    """The answer to a request, and its text."""
    connection = HTTPConnection(place, timeout=PATIENCE)
    connection.request(method, url, headers={"Host": host or place})
    answer = connection.getresponse()
    text = answer.read().decode()
    connection.close()
    return answer, text


class Events:
    """What a page hears."""

    def __init__(self, place: str) -> None:
        self.connection = HTTPConnection(place, timeout=PATIENCE)
        self.connection.request("GET", "/-/events")
        self.stream = self.connection.getresponse()

    def next(self) -> str:
        while not (line := self.stream.readline().decode()).startswith("data: "):
            assert line, "the server hung up"
        return line.removeprefix("data: ").strip()


# -- what is sent ----------------------------------------------------------------------------------


def test_a_page_reloads_itself_and_its_file_knows_nothing_of_it(site: Site, served: str):
    answer, page = ask(served, "/index.html")

    assert answer.status == 200
    assert answer.headers["Content-Type"] == "text/html; charset=utf-8"
    assert answer.headers["Cache-Control"] == "no-store"
    assert f'<script src="/-/reload.js" data-version="{site.preview.version}"></script>\n</body>' in page
    assert "content=\"connect-src 'self'; default-src" in page
    assert (site.folder / "index.html").read_text("utf-8") == HTML.format("第1版")


@pytest.mark.parametrize(
    ("url", "status", "kind"),
    [
        ("/", 200, "text/html; charset=utf-8"),
        ("/parks/", 200, "text/html; charset=utf-8"),
        ("/parks", 301, None),
        ("/changes.xml", 200, "text/xml; charset=utf-8"),
        ("/-/reload.js", 200, "text/javascript; charset=utf-8"),
        ("/-/problems.css", 200, "text/css; charset=utf-8"),
        ("/nothing.html", 404, "text/html; charset=utf-8"),
        ("/../preview.py", 404, "text/html; charset=utf-8"),
        ("/%2e%2e/%2e%2e/etc/passwd", 404, "text/html; charset=utf-8"),
        ("/a%00b", 404, "text/html; charset=utf-8"),
    ],
)
def test_every_address_is_answered(served: str, url: str, status: int, kind: str | None):
    answer, _ = ask(served, url)

    assert (answer.status, answer.headers["Content-Type"] if kind else None) == (status, kind)


def test_links_of_the_page_for_what_is_missing_work_under_any_address(served: str):
    _, page = ask(served, "/parks/deep/nothing.html")

    assert '<a href="/parks/index.html">' in page


def test_a_head_request_has_no_body(served: str):
    answer, text = ask(served, "/index.html", method="HEAD")

    assert (answer.status, text) == (200, "")


@pytest.mark.parametrize(("host", "status"), [("localhost:8000", 200), ("[::1]", 200), ("example.org", 403)])
def test_no_other_host_name_is_answered(served: str, host: str, status: int):
    """A page elsewhere must not read drafts by giving its own name this machine's address."""
    assert ask(served, "/index.html", host=host)[0].status == status


# -- when something changes -------------------------------------------------------------------------


def test_every_open_page_hears_of_a_build(site: Site, served: str):
    one, other = Events(served), Events(served)
    before = (one.next(), other.next())

    site.preview.rebuild()

    after = (one.next(), other.next())
    assert before[0] == before[1] != after[0] == after[1] == site.preview.version
    assert "第2版" in ask(served, "/index.html")[1]


def test_a_page_that_was_not_listening_hears_what_it_missed(site: Site, served: str):
    _, page = ask(served, "/index.html")
    site.preview.rebuild()

    assert Events(served).next() != (re.search(r'data-version="([^"]+)"', page) or [""])[1]


def test_a_failed_build_shows_its_problems_over_the_old_site(site: Site, served: str):
    before = files(site.folder)
    events = Events(served)
    events.next()
    problem = Problem("content/a.md:3", "<b>没有</b> 这个字段", "改成 title")
    site.failure = ContentError([problem])

    site.preview.rebuild()

    events.next()
    page = ask(served, "/index.html")[1]
    assert "第1版" in page
    assert '<div class="preview-problems" role="alert" lang="en"><h2>Not built: 1 problem</h2>' in page
    assert "<code>content/a.md:3</code>: &lt;b&gt;没有&lt;/b&gt; 这个字段<br>fix: 改成 title" in page
    assert '<link rel="stylesheet" href="/-/problems.css">\n</head>' in page
    assert site.told == [problem]
    assert files(site.folder) == before


def test_a_mended_mistake_is_gone_from_the_page(site: Site, served: str):
    site.failure = ContentError([Problem("content/a.md", "is empty", "write it")])
    site.preview.rebuild()
    site.failure = None

    site.preview.rebuild()

    page = ask(served, "/index.html")[1]
    assert "第2版" in page and "preview-problems" not in page


def test_a_bug_is_shown_and_the_server_goes_on(site: Site, served: str, capsys: pytest.CaptureFixture[str]):
    site.failure = KeyError("岚江")

    site.preview.rebuild()

    page = ask(served, "/index.html")[1]
    assert "KeyError: &#x27;岚江&#x27;<br>fix: this is a bug" in page
    assert "Traceback" in capsys.readouterr().err


def test_a_full_disk_is_shown(site: Site, served: str):
    site.failure = OSError(28, "No space left on device", "output")

    site.preview.rebuild()

    assert "<code>output</code>: No space left on device" in ask(served, "/index.html")[1]


def test_where_no_site_was_ever_built_there_is_a_page_of_problems(site: Site):
    site.failure = ContentError([Problem("content/a.md", "is empty", "write it")])
    site.preview.rebuild()

    with listening(site.preview) as place:
        answer, page = ask(place, "/index.html")

    assert answer.status == 503
    assert "content/a.md" in page and '<script src="/-/reload.js"' in page


def test_a_file_that_is_missing_while_sites_are_swapped_is_waited_for(site: Site, served: str):
    aside = site.folder.with_name("aside")
    site.preview.building = True
    site.folder.rename(aside)
    threading.Timer(0.2, lambda: aside.rename(site.folder)).start()

    assert ask(served, "/index.html")[0].status == 200


def test_pages_kept_in_mind_are_the_same_as_fresh_ones(tmp_path: Path):
    keeping = Theme(TEMPLATES.shipped, keeping=InMind())
    for name, theme in (("fresh", TEMPLATES), ("first", keeping), ("again", keeping)):
        publish(sample_pages(), templates=theme, output=tmp_path / name, base_url=None)

    assert files(tmp_path / "first") == files(tmp_path / "fresh")
    assert files(tmp_path / "again") == files(tmp_path / "fresh")


def test_a_template_that_changes_is_rendered_anew(write_files: WriteFiles, tmp_path: Path):
    keeping = InMind()

    def home(text: str) -> str:
        folder = write_files({"templates/_imprint.html": text})
        theme = Theme(TEMPLATES.shipped, own=folder, keeping=keeping)
        publish(sample_pages(), templates=theme, output=tmp_path / "site", base_url=None)
        return (tmp_path / "site/index.html").read_text("utf-8")

    assert "甲" in home("<p>甲</p>")
    assert "乙" in home("<p>乙</p>")


def test_only_pages_of_a_changed_template_are_rendered_anew(write_files: WriteFiles, tmp_path: Path):
    made: list[str] = []

    class Watched(InMind):
        def get(self, name: str, made_of: Callable[[], bytes], make: Callable[[], T]) -> T:
            def noted() -> T:
                made.append(name)
                return make()

            return super().get(name, made_of, noted)

    keeping = Watched()
    for text in ("甲", "乙"):
        made.clear()
        sections = (TEMPLATES.shipped / "_park_sections.html").read_text("utf-8")
        folder = write_files({"templates/_park_sections.html": f"{sections}<p>{text}</p>\n"})
        theme = Theme(TEMPLATES.shipped, own=folder, keeping=keeping)
        publish(sample_pages(), templates=theme, output=tmp_path / "site", base_url=None)

    assert [name for name in made if name.startswith("rendered ")] == ["rendered parks/yunze/index.html"]
    assert "<p>乙</p>" in (tmp_path / "site/parks/yunze/index.html").read_text("utf-8")


# -- what is watched --------------------------------------------------------------------------------


def test_what_is_saved_is_noticed_and_what_is_built_or_hidden_is_not(tmp_path: Path):
    content, output = tmp_path / "content", tmp_path / "content/output"
    output.mkdir(parents=True)
    noticed = threading.Event()

    def watch() -> None:
        for _ in changes([content], [output]):
            noticed.set()

    threading.Thread(target=watch, daemon=True).start()
    wait_until(lambda: touch(content / "ready.md") and noticed.wait(0.3))
    time.sleep(0.5)  # what was saved last is told, too
    noticed.clear()

    (output / "index.html").write_text("a")
    (content / ".a.md.swp").write_text("a")
    (content / "a.md~").write_text("a")
    assert not noticed.wait(0.7)
    touch(content / "a.md")
    assert noticed.wait(PATIENCE)


def touch(path: Path) -> bool:
    path.write_text(str(time.monotonic_ns()))
    return True


def wait_until(holds: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < deadline, "it never came"


# -- the command line -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("host", "own"),
    [
        ("127.0.0.1", True),
        ("127.8.8.8", True),
        ("::1", True),
        ("localhost", True),
        ("0.0.0.0", False),
        ("::", False),
        ("192.168.1.5", False),
        ("example.org", False),
        ("", False),
    ],
)
def test_only_this_machine_is_served(host: str, own: bool):
    assert is_loopback(host) == own


def test_an_address_that_others_reach_is_wrong_usage(run: Run):
    done = run("serve", "--host", "0.0.0.0")

    assert done.returncode == 2
    assert "serves this machine only: write 127.0.0.1, ::1 or localhost" in done.stderr


def test_a_port_that_is_taken_is_told(write_files: WriteFiles, run: Run):
    folder = write_files({"articles/a.txt": "云泽高新区签约项目三十个。"})
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        done = run("serve", "--content", folder, "--port", str(port))

    assert done.returncode == 1
    assert done.stderr.startswith(f"127.0.0.1:{port}: cannot be listened at: ")


def test_a_folder_that_is_not_there_is_told(run: Run):
    done = run("serve", "--content", "nowhere")

    assert (done.returncode, done.stderr.splitlines()[0]) == (1, "nowhere: there is no such folder")


class Served:
    """`build.py serve` as a user starts it, on a copy of the golden content."""

    def __init__(self, folder: Path) -> None:
        self.content = folder / "content"
        for path in sorted(CONTENT.rglob("*")):
            if path.is_file():
                target = self.content / path.relative_to(CONTENT)
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(path.read_bytes())
        self.output = folder / "output"
        self.process = subprocess.Popen(
            [sys.executable, ROOT / "build.py", "serve", "--port", "0"],
            cwd=folder,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            env={**os.environ, "PYTHONUNBUFFERED": "1"},
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
        )
        self.url = self.place = ""

    def start(self) -> None:
        """Wait until the site stands."""
        self.url = self.line().partition(" ")[0]
        self.place = urlsplit(self.url).netloc
        built = self.line()
        assert re.fullmatch(r"output: \d+ pages from \d+ articles in \d+\.\d+ s\n", built), built

    def line(self) -> str:
        assert self.process.stdout
        return self.process.stdout.readline()

    def save(self, old: str, new: str) -> None:
        path = self.content / "articles/2025-02-yunze.txt"
        path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")

    def end(self) -> int:
        self.process.send_signal(signal.SIGINT)
        code = self.process.wait(PATIENCE)
        if self.process.stdout:
            self.process.stdout.close()
        return code


@pytest.fixture
def running(tmp_path: Path) -> Iterator[Served]:
    served = Served(tmp_path)
    try:
        served.start()
        yield served
    finally:
        if served.process.poll() is None:
            served.process.kill()
            served.process.wait()
        if served.process.stdout:
            served.process.stdout.close()


@pytest.mark.slow
def test_a_saved_article_is_on_the_page_at_once_and_no_script_in_the_files(running: Served):
    park = "/parks/yunze-hidz/index.html"
    events = Events(running.place)
    events.next()

    running.save("612.5亿元", "615.2亿元")
    events.next()

    assert "615.2亿元" in ask(running.place, park)[1]
    assert all("/-/" not in text for name, text in files(running.output).items() if name.endswith(".html"))
    assert running.end() == 0


@pytest.mark.slow
def test_a_mistake_is_told_in_the_terminal_and_on_the_page_and_the_old_site_stays(running: Served):
    before = files(running.output)
    events = Events(running.place)
    events.next()

    (running.content / "site.yaml").write_text("titel: 岚江\n", "utf-8")
    events.next()

    page = ask(running.place, "/")[1]
    assert "<code>content/site.yaml:1</code>: no field is called &#x27;titel&#x27;" in page
    assert running.line() == "content/site.yaml:1: no field is called 'titel'\n"
    assert files(running.output) == before


# -- in a browser -----------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    assert CHROMIUM, "PARKBRIEF_BROWSER=required, but there is no Chromium"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context()
    yield context.new_page()
    context.close()


@pytest.mark.browser
@pytest.mark.skipif(
    CHROMIUM is None and os.environ.get("PARKBRIEF_BROWSER") != "required",
    reason="no Chromium: install the package chromium to run the browser tests",
)
def test_the_browser_reloads_shows_what_is_wrong_and_forgets_it(page: Page, running: Served):
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.goto(running.url + "parks/yunze-hidz/index.html")

    running.save("612.5亿元", "615.2亿元")
    page.get_by_text("615.2亿元").first.wait_for(timeout=PATIENCE * 1000)
    settings = running.content / "site.yaml"
    sound = settings.read_text("utf-8")
    settings.write_text("titel: 岚江\n", "utf-8")
    page.get_by_role("alert").wait_for(timeout=PATIENCE * 1000)
    box = page.get_by_role("alert").bounding_box()
    colour = page.get_by_role("alert").evaluate("it => getComputedStyle(it).position")
    settings.write_text(sound, "utf-8")
    page.get_by_role("alert").wait_for(state="detached", timeout=PATIENCE * 1000)

    assert box and box["height"] > 50 and colour == "fixed"
    assert complaints == []
