"""Renders beside the old site, checks, swaps in: a failure leaves the old site as it was."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path

from msgspec.structs import replace

from core.about import About
from core.blocks import Pdf, Print
from core.editions import Edition, has_edition, in_chinese, in_language
from core.keeping import Keeping
from core.model import Page
from core.problems import ContentError, Problem
from publish.addressed import write_addressed
from publish.check import check_built, read_site
from publish.downloads import write_downloads
from publish.overrides import unused_static
from publish.render import Renderer
from publish.search import write_index
from publish.theme import Theme
from publish.twins import twin_of, twin_url
from publish.typeset import PRESS, set_pdf

MARKER = ".parkbrief"  # says that a folder is ours to replace


def publish(
    pages: Iterable[Page | Print | Pdf], *, templates: Theme, output: Path, base_url: str | None
) -> int:
    """Write the whole site to `output`; return the number of pages, PDFs not counted.

    What is to be printed and nobody has set yet is set here. What an edition could not say in its language
    is told, once all pages are made; it stays Chinese there and says so.
    Raises ContentError if the folder holds anything else, if a template of the site's own is wrong,
    or if the site fails its own check.
    """
    output = output.resolve()
    refuse_foreign_folder(output)
    beside = output.with_name(f".{output.name}.new-{os.getpid()}")
    try:
        renderer = Renderer(templates, base_url)
        if problems := renderer.problems():
            raise ContentError(problems)
        count = _write(pages, renderer, beside, templates)
        templates.tell([problem for edition in templates.editions for problem in edition.problems()])
        templates.write_static(beside / "static")
        built = read_site(beside, templates.keeping)
        if problems := [*check_built(built), *unused_static(templates, built.pages, beside)]:
            raise ContentError(problems)
        _swap(beside, output)
    finally:
        shutil.rmtree(beside, ignore_errors=True)
    return count


def refuse_foreign_folder(output: Path) -> None:
    """Raise ContentError unless `output` is free, empty, or a site that was published here."""
    if not output.exists():
        return
    if not output.is_dir():
        what, fix = "this is a file, not a folder", "choose another output folder"
    elif any(output.iterdir()) and not (output / MARKER).is_file():
        what = "this folder holds files that are no Parkbrief site; they would be lost"
        fix = "choose an empty or a new folder for the output"
    else:
        return
    raise ContentError([Problem(str(output), what, fix)])


def _write(pages: Iterable[Page | Print | Pdf], renderer: Renderer, folder: Path, theme: Theme) -> int:
    folder.mkdir(parents=True)
    (folder / MARKER).write_text("This folder is a Parkbrief site. It is replaced as a whole.\n", "utf-8")
    told: dict[str, About] = {}  # pages in HTML: a feed is none
    for page in pages:
        if isinstance(page, Page):
            told |= _write_page(page, renderer, folder, theme)
        else:
            _write_bytes(folder / page.url, _content(page, theme))
    if renderer.base_url:
        write_addressed(folder, told, renderer.base_url)
    for within in ("", *(edition.folder for edition in theme.editions)):
        urls = [url.removeprefix(within) for url in told if url == within + in_chinese(url)]
        write_index(folder / within, urls, theme.keeping)
    return len(told)


def _write_page(page: Page, renderer: Renderer, folder: Path, theme: Theme) -> Iterator[tuple[str, About]]:
    """Write a page in each language, and yield what is told of it."""
    rendered = renderer.render(page)
    _write_text(folder / page.url, rendered)
    _write_beside(folder, page, theme.keeping)
    if page.url.endswith(".html"):
        yield page.url, page.about
    for edition in theme.editions if has_edition(page.url) else ():
        own = page.editions.get(edition.language)
        source = renderer.render(replace(own, about=page.about)) if own else rendered
        yield from _write_edition(folder, page, source, edition)


def _write_edition(folder: Path, page: Page, rendered: str, edition: Edition) -> Iterator[tuple[str, About]]:
    url = edition.folder + page.url
    _write_text(folder / url, edition.translate(page.url, rendered))
    for asset in page.assets:
        if (rewritten := edition.rewrite(asset.url, asset.text)) is not None:
            _write_text(folder / edition.folder / asset.url, rewritten)
    yield url, replace(page.about, feeds=(), picture=None)


def _write_beside(folder: Path, page: Page, keeping: Keeping) -> None:
    """The files that go with a page in whichever language."""
    for asset in page.assets:
        _write_text(folder / asset.url, asset.text)
    if page.download:
        write_downloads(folder, page.download, keeping)
    if twin := twin_url(page):
        _write_text(folder / twin, twin_of(page))


def _content(pdf: Print | Pdf, theme: Theme) -> bytes:
    if isinstance(pdf, Pdf):
        return pdf.content
    return set_pdf(in_language(pdf, theme.editions), template=theme.shipped / PRESS)


def _write_text(path: Path, text: str) -> None:
    _write_bytes(path, text.encode("utf-8"))


def _write_bytes(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def _swap(new: Path, output: Path) -> None:
    old = output.with_name(f".{output.name}.old-{os.getpid()}")
    if output.exists():
        output.rename(old)
    try:
        new.rename(output)
    except BaseException:  # an interrupt, too, must not leave the reader without a site
        if old.exists() and not output.exists():
            old.rename(output)
        raise
    shutil.rmtree(old, ignore_errors=True)
