"""The site while it is being written: built anew at every change, shown at once. On this machine only.

Nothing of this is in the files of the site: the script that reloads a page, and what says why a build
failed, are put into the pages as they are sent.
"""

from __future__ import annotations

import os
import re
import secrets
import socket
import sys
import threading
import time
import traceback
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from html import escape
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address
from mimetypes import MimeTypes
from pathlib import Path
from posixpath import normpath
from urllib.parse import quote, unquote, urlsplit

from watchfiles import Change, DefaultFilter, watch

from core.problems import ContentError, Problem
from core.urls import NOT_FOUND

EVENTS, SCRIPT, STYLE = "/-/events", "/-/reload.js", "/-/problems.css"
HEARTBEAT = 10.0  # seconds between signs of life, by which a connection that is gone is found
STEP, DEBOUNCE = 30, 300  # milliseconds: what is saved so close together is one change; at most
PATIENCE = 1.0  # seconds to wait for a file while a new site is put in the place of the old one
POLICY = re.compile(r'(http-equiv="Content-Security-Policy" content=")(?![^"]*connect-src)')
LOCAL_LINK = re.compile(r'(\b(?:href|src)=")(?![a-z][a-z0-9+.-]*:|[/#])')
KINDS = MimeTypes()  # Python's own table, whatever the machine's says
TEXTS = ("text/", "application/json", "application/xml", "application/javascript", "image/svg+xml")

RELOAD = """\
const version = document.currentScript.dataset.version;
let events = null;
function attend() {
  if (document.hidden) {
    if (events) events.close();
    events = null;
  } else if (!events) {
    events = new EventSource("/-/events");
    events.onmessage = (event) => { if (event.data !== version) location.reload(); };
  }
}
document.addEventListener("visibilitychange", attend);
attend();
"""
PROBLEMS = """\
.preview-problems { position: fixed; inset: auto 0 0 0; z-index: 9; max-height: 60vh; overflow: auto;
  padding: 1rem 1.5rem; background: #5b1010; color: #fff; font: 0.9375rem/1.5 system-ui, sans-serif; }
.preview-problems h2 { margin: 0 0 0.5rem; padding: 0; border: 0; font: inherit; font-weight: 700; }
.preview-problems li { margin: 0 0 0.5rem; list-style: none; }
.preview-problems code { font-size: 1em; white-space: normal; overflow-wrap: anywhere; }
.preview-problems p { margin: 0.5rem 0 0; }
@media print { .preview-problems { display: none; } }
"""


class Preview:
    """A site in a folder, the function that builds it anew, and what the last build complained of."""

    def __init__(
        self, site: Path, build: Callable[[], None], tell: Callable[[Sequence[Problem]], None]
    ) -> None:
        self.site = site
        self.problems: tuple[Problem, ...] = ()
        self.building = False
        self._build, self._tell = build, tell
        self._token, self._count = secrets.token_hex(4), 0
        self._changed = threading.Condition()

    @property
    def version(self) -> str:
        """Differs from build to build, and from one run of the program to the next."""
        return f"{self._token}-{self._count}"

    def rebuild(self) -> None:
        """Build; where that fails, keep what there is to tell. Every page that is open hears of it."""
        self.building = True
        try:
            self._build()
            problems: tuple[Problem, ...] = ()
        except ContentError as error:
            problems = error.problems
        except OSError as error:
            where = os.fsdecode(error.filename) if error.filename else str(self.site)
            fix = "check the permissions and the room on the disk"
            problems = (Problem(where, error.strerror or str(error), fix),)
        except Exception as error:
            traceback.print_exc()
            what = f"{type(error).__name__}: {error}"
            problems = (Problem("build.py", what, "this is a bug; the terminal shows where"),)
        if problems:
            self._tell(problems)
        with self._changed:
            self.building, self.problems = False, problems
            self._count += 1
            self._changed.notify_all()

    def versions(self) -> Iterator[str | None]:
        """The version, and again when it changes; None as a sign of life."""
        told = self.version
        yield told
        while True:
            with self._changed:
                if self.version == told:
                    self._changed.wait(HEARTBEAT)
                version = self.version
            yield version if version != told else None
            told = version

    def page(self, html: str) -> str:
        """A page with the script that reloads it, and with the problems of the last build."""
        style = f'<link rel="stylesheet" href="{STYLE}">\n' if self.problems else ""
        script = f'<script src="{SCRIPT}" data-version="{self.version}"></script>\n'
        html = POLICY.sub(r"\1connect-src 'self'; ", html, count=1)
        html = html.replace("</head>", f"{style}</head>", 1)
        head, mark, tail = html.rpartition("</body>")
        return f"{head}{self._told()}{script}{mark}{tail}"

    def _told(self) -> str:
        if not self.problems:
            return ""
        count = "1 problem" if len(self.problems) == 1 else f"{len(self.problems)} problems"
        rows = "".join(
            f"<li><code>{escape(each.where)}</code>: {escape(each.what)}<br>fix: {escape(each.fix)}</li>\n"
            for each in self.problems
        )
        return (
            f'<div class="preview-problems" role="alert" lang="en"><h2>Not built: {count}</h2>\n<ol>\n{rows}'
            "</ol>\n<p>The site is as it was before. It is built again when a file is saved.</p></div>\n"
        )


class Handler(BaseHTTPRequestHandler):
    """Sends the files of the site, and events to its pages."""

    server_version, sys_version = "Parkbrief", ""

    def __init__(self, preview: Preview, *args: object) -> None:
        self.preview = preview
        super().__init__(*args)  # type: ignore[arg-type]  # request, address and server, as they come

    def do_GET(self) -> None:
        """Answer a request."""
        url = unquote(urlsplit(self.path).path)
        if not is_loopback(urlsplit(f"//{self.headers.get('Host', '')}").hostname or ""):
            self._send(HTTPStatus.FORBIDDEN, b"asked for under the name of another host", "text/plain")
        elif url == EVENTS:
            self._send_events()
        elif url == SCRIPT:
            self._send(HTTPStatus.OK, RELOAD.encode(), "text/javascript")
        elif url == STYLE:
            self._send(HTTPStatus.OK, PROBLEMS.encode(), "text/css")
        else:
            self._send_file(url)

    def do_HEAD(self) -> None:
        """The same without the content."""
        self.do_GET()

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: the terminal is for what the build says."""

    def _send_file(self, url: str) -> None:
        path = self.preview.site / normpath("/" + url).lstrip("/")
        if path.is_dir() and not url.endswith("/"):
            self.send_response(HTTPStatus.MOVED_PERMANENTLY)
            self.send_header("Location", quote(url) + "/")
            self.end_headers()
            return
        if url.endswith("/"):
            path /= "index.html"
        if (content := self._read(path)) is not None:
            self._send(HTTPStatus.OK, self._shown(path, content), KINDS.guess_type(path.name)[0])
        else:
            self._send_not_found()

    def _send_not_found(self) -> None:
        """The site's own page for that, its links told from the root: it stands under any address."""
        found = self._read(self.preview.site / NOT_FOUND)
        if found is None:
            bare = (
                '<!doctype html>\n<html lang="en"><head><title>Parkbrief</title></head>\n<body></body></html>'
            )
            self._send(HTTPStatus.SERVICE_UNAVAILABLE, self.preview.page(bare).encode(), "text/html")
            return
        html = LOCAL_LINK.sub(r"\1/", found.decode("utf-8"))
        self._send(HTTPStatus.NOT_FOUND, self.preview.page(html).encode(), "text/html")

    def _read(self, path: Path) -> bytes | None:
        """A file; one that is missing while a site is built may be there in a moment."""
        waited = 0.0
        while True:
            try:
                return path.read_bytes()
            except (FileNotFoundError, NotADirectoryError):
                if not self.preview.building or self.preview.site.exists() or waited >= PATIENCE:
                    return None
            except (IsADirectoryError, PermissionError, ValueError, OSError):
                return None
            time.sleep(0.01)
            waited += 0.01

    def _shown(self, path: Path, content: bytes) -> bytes:
        return self.preview.page(content.decode("utf-8")).encode() if path.suffix == ".html" else content

    def _send(self, status: HTTPStatus, content: bytes, kind: str | None) -> None:
        kind = kind or "application/octet-stream"
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if kind.startswith(TEXTS) else kind)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def _send_events(self) -> None:
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        try:
            self.wfile.write(b"retry: 500\n\n")
            for version in self.preview.versions():
                self.wfile.write(f"data: {version}\n\n".encode() if version else b":\n\n")
        except (BrokenPipeError, ConnectionResetError):
            return  # the page was left


class Server(ThreadingHTTPServer):
    """Answers each request in a thread of its own; none keeps the program from ending."""

    daemon_threads = True

    def __init__(self, preview: Preview, host: str, port: int) -> None:
        self.address_family = socket.AF_INET6 if ":" in host else socket.AF_INET
        super().__init__((host, port), partial(Handler, preview))
        shown = f"[{host}]" if ":" in host else host
        self.url = f"http://{shown}:{self.server_address[1]}/"

    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that no longer listens is no error."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


def listen(preview: Preview, host: str, port: int) -> Server:
    """The server at that place. Raises ContentError where another program has it."""
    try:
        return Server(preview, host, port)
    except OSError as error:
        what = f"cannot be listened at: {error.strerror}"
        raise ContentError([Problem(f"{host}:{port}", what, "name another port with --port")]) from None


def keep_fresh(preview: Preview, server: Server, folders: Sequence[Path], ours: Sequence[Path]) -> None:
    """Serve, build, and build again whenever something in the folders changes; ends with an interrupt.

    `ours` are folders in which only this program writes: what happens there is passed over.
    """
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        preview.rebuild()
        for _ in changes(folders, ours):
            preview.rebuild()
    except KeyboardInterrupt:
        return
    finally:
        server.shutdown()


def is_loopback(host: str) -> bool:
    """Whether a host name means this machine and no other."""
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False


def changes(folders: Sequence[Path], ours: Sequence[Path]) -> Iterator[None]:
    """Once for all that is saved together in the folders; hidden files and those of editors do not count."""
    own = [each.resolve() for each in ours]
    usual = DefaultFilter()

    def counts(change: Change, path: str) -> bool:
        written_here = any(Path(path).is_relative_to(each) for each in own)
        hidden = Path(path).name.startswith(".")
        return not written_here and not hidden and usual(change, path)

    for _ in watch(*folders, watch_filter=counts, debounce=DEBOUNCE, step=STEP, raise_interrupt=True):
        yield
