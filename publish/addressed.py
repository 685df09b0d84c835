"""The files that only a site with an address of its own has: feeds, picture, sitemap, robots.txt."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from core.about import About
from publish.feeds import atom_of
from publish.sitemap import Location, sitemap_files


def write_addressed(folder: Path, told: Mapping[str, About], base_url: str) -> None:
    """Write the files beside the pages of a built site; `told` is what is told of each, by URL."""
    feeds = {feed.url: feed for url, about in told.items() for feed in about.feeds if feed.page == url}
    for feed in feeds.values():
        _write(folder / feed.url, atom_of(feed, base_url).encode())
    for picture in {about.picture for about in told.values() if about.picture}:
        _write(folder / picture.url, picture.png)
    listed = [Location(url, about.updated) for url, about in told.items() if about.listed]
    for name, text in sitemap_files(listed, base_url):
        _write(folder / name, text.encode())


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
