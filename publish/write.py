"""Renders beside the old site, checks, swaps in: a failure leaves the old site as it was."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from core.editions import Edition, has_edition
from core.model import Page
from core.problems import ContentError, Problem
from publish.check import check_site
from publish.downloads import write_downloads
from publish.render import Renderer
from publish.search import write_index
from publish.twins import twin_of, twin_url

MARKER = ".parkbrief"  # says that a folder is ours to replace


@dataclass(frozen=True, slots=True)
class Form:
    """How pages become a site: by which templates, under which address, in which languages beside Chinese."""

    templates: Path
    base_url: str | None = None
    editions: Sequence[Edition] = ()


def publish(pages: Iterable[Page], *, templates: Path, output: Path, base_url: str | None) -> int:
    """Write the whole site to `output`, in Chinese alone; return the number of pages."""
    return publish_editions(pages, output, Form(templates, base_url))


def publish_editions(pages: Iterable[Page], output: Path, form: Form) -> int:
    """Write the whole site to `output` in each of its languages; return the number of pages.

    Raises ContentError if the folder holds anything else, if an edition cannot say a page, or if the site
    fails its own check.
    """
    output = output.resolve()
    refuse_foreign_folder(output)
    beside = output.with_name(f".{output.name}.new-{os.getpid()}")
    try:
        count = _write(pages, form, beside)
        shutil.copytree(form.templates / "static", beside / "static")
        if problems := check_site(beside):
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


def _write(pages: Iterable[Page], form: Form, folder: Path) -> int:
    folder.mkdir(parents=True)
    (folder / MARKER).write_text("This folder is a Parkbrief site. It is replaced as a whole.\n", "utf-8")
    renderer = Renderer(form.templates, form.base_url, form.editions)
    urls = []
    count = 0
    for page in pages:
        rendered = renderer.render(page)
        _write_text(folder / page.url, rendered)
        for edition in form.editions if has_edition(page.url) else ():
            _write_text(folder / edition.folder / page.url, edition.translate(page.url, rendered))
            count += 1
        for asset in page.assets:
            _write_text(folder / asset.url, asset.text)
        if page.download:
            write_downloads(folder, page.download)
        if twin := twin_url(page):
            _write_text(folder / twin, twin_of(page))
        urls.append(page.url)
    if problems := [problem for edition in form.editions for problem in edition.problems()]:
        raise ContentError(problems)
    write_index(folder, urls)
    for edition in form.editions:
        write_index(folder / edition.folder, urls)
    return len(urls) + count


def _write_text(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8", newline="\n")


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
