"""A host on this machine that serves a folder as docs/publishing.md tells servers to."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

GUIDE = Path(__file__).parent.parent / "docs" / "publishing.md"
TYPES = re.compile(r"\btypes \{ (text/html.*?)\}", re.DOTALL)
FEED = "application/atom+xml"
UNKNOWN = "application/octet-stream"


def documented_types() -> dict[str, str]:
    """The content type of each file suffix, as the guide lists them."""
    listing = TYPES.search(GUIDE.read_text("utf-8"))
    assert listing, "the guide lists no content types"
    rows = [row.split() for row in listing[1].split(";") if row.strip()]
    return {suffix: kind for kind, *suffixes in rows for suffix in suffixes}


class Host(SimpleHTTPRequestHandler):
    """The standard library's server with the guide's types and headers, and a page for what is missing."""

    site = ""  # the path below which the site lies

    def guess_type(self, path: object) -> str:
        """By the guide's list alone, whatever this machine knows."""
        name = Path(str(path)).name
        kind = FEED if name == "feed.xml" else documented_types().get(name.rpartition(".")[2], UNKNOWN)
        return f"{kind}; charset=utf-8" if kind.startswith("text/") else kind

    def end_headers(self) -> None:
        """With the header that lets no browser guess."""
        self.send_header("X-Content-Type-Options", "nosniff")
        super().end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """404.html, wherever something is missing."""
        missing = Path(self.directory, self.site, "404.html")
        if code != HTTPStatus.NOT_FOUND or not missing.is_file():
            super().send_error(code, message, explain)
            return
        body = missing.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@contextmanager
def hosting(folder: Path, path: str) -> Iterator[str]:
    """Serve `folder`, in which a site lies at `path`; the address of that site, without a last slash."""
    handler = partial(type("SiteHost", (Host,), {"site": path}), directory=folder)
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/{path}"
        finally:
            server.shutdown()
            thread.join()
