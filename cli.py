"""The command line: what it offers, what it says, how it ends."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from functools import partial
from pathlib import Path
from time import perf_counter

import click
from msgspec.structs import replace

import build as flow
from cache import Memory
from contract import error_line, facts_line
from core.keeping import InMind
from core.model import Document
from core.problems import ContentError, Problem
from core.urls import CHANGES_FEED
from facts import correct_facts, gather_facts
from options import (
    FOLDER,
    articles_option,
    content_option,
    cores,
    own_machine,
    reading_options,
    remembering,
    web_address,
    working_options,
)
from sources import References, Sources, read_document, read_previous, read_references, read_sources
from telling import counted, print_problems, shows_problems, tell


class DefaultsToBuild(click.Group):
    """A group that builds where no command is named."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """`build.py --output x` is `build.py build --output x`."""
        if not args or (args[0].startswith("-") and args[0] not in ctx.help_option_names):
            args = ["build", *args]
        return super().parse_args(ctx, args)


@click.group(cls=DefaultsToBuild, context_settings={"help_option_names": ["-h", "--help"]})
def parkbrief() -> None:
    """Build a site of checked figures from news articles on development zones.

    Articles (.txt, .md, .html, .pdf, .docx) and registers are read from content/, the site is written to
    output/.
    Without a command, `build` is meant.

    \b
      python build.py                        build the site
      python build.py extract a.txt          print the facts of an article as JSON
      python build.py check                  look for mistakes, write nothing
      python build.py serve                  show the site while you write
      python build.py review                 list doubtful facts, to be decided by a person
      python build.py COMMAND --help         more on a command

    Exit codes: 0 done, 1 problems (each is printed with its file, line and remedy), 2 wrong usage.
    """


@parkbrief.command()
@reading_options
@working_options
@click.option(
    "--base-url", callback=web_address, help="Address of the site: adds sitemap, feeds, canonical links."
)
@click.option(
    "--previous", type=FOLDER, help="Folder of an earlier build: gives a page, and a feed, of what changed."
)
@shows_problems
def build(
    content: Path,
    articles: tuple[Path, ...],
    output: Path,
    *,
    strict: bool,
    jobs: int | None,
    cache: Path,
    no_cache: bool,
    base_url: str | None,
    previous: Path | None,
) -> None:
    """Build the site.

    Reads the articles, extracts their facts, merges them into profiles and writes the pages. The new
    site is built beside the old one and takes its place when it is whole; after a failure the old one
    is as it was. Work is remembered, so that the next build takes up only what changed.

    \b
      python build.py --output public
      python build.py --articles ~/news --articles extra.md --strict
      python build.py --output 2025-03 --previous 2025-02 --base-url https://example.org/parks

    Exit codes: 0 the site is written, 1 problems and nothing is written, 2 wrong usage.
    """
    refuse_to_overwrite(output, [content, content / "articles", *articles])
    sources = at_address(read(content, articles, strict=strict), base_url)
    sources = replace(sources, previous=read_previous(previous) if previous else None)
    memory = remembering(jobs, cache, no_cache)
    pages = flow.build(sources, output, memory=memory, tell=partial(tell, strict=strict))
    click.echo(f"{output}: {counted(pages, 'page')} from {articles_of(sources)}")
    if previous and not (output / CHANGES_FEED).exists():
        click.echo(
            f"{output}: no {CHANGES_FEED}: its links need an address (--base-url) and the site a date (as_of)"
        )


@parkbrief.command()
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=FOLDER)
@content_option
@working_options
@click.pass_context
@shows_problems
def extract(
    ctx: click.Context,
    files: tuple[Path, ...],
    *,
    content: Path,
    jobs: int | None,
    cache: Path,
    no_cache: bool,
) -> None:
    """Print the facts of articles as JSON Lines, one object a file.

    This is what was found in the text, before corrections, each fact with its rule and confidence. The
    park register and the lexicon of --content help to name parks and indicators; they may be absent.
    A file that cannot be read gives an object with `error` set; the others are still printed.

    \b
      python build.py extract content/articles/*.md > facts.jsonl
      python build.py extract a.txt | python -m json.tool --json-lines --no-ensure-ascii

    Exit codes: 0 done, 1 a file could not be read, 2 wrong usage.
    """
    given = ctx.get_parameter_source("content") is not click.ParameterSource.DEFAULT
    if given and not content.is_dir():
        fix = "name an existing folder with --content; it may be empty"
        raise ContentError([Problem(str(content), "there is no such folder", fix)])
    references = read_references(content, shipped=flow.SHIPPED)
    memory = remembering(jobs, cache, no_cache, quiet=sys.stdout.isatty())
    if print_facts(files, references, memory):
        ctx.exit(1)


@parkbrief.command()
@reading_options
@shows_problems
def check(content: Path, articles: tuple[Path, ...], output: Path, *, strict: bool) -> None:
    """Look for mistakes and write nothing.

    Reads the settings, the registers, the lexicon, every article and every note, and looks for the fact
    that each correction is about, and for those behind the numbers of notes. Where a site is built, its
    pages are checked as well: links, anchors, and that each number leads to its sentence.

    \b
      python build.py check
      python build.py check --articles ~/news --strict

    Exit codes: 0 no mistakes, 1 problems, 2 wrong usage.
    """
    sources = read(content, articles, strict=strict)
    if sources.content.corrections or sources.content.notes:
        tell(doubts(sources), strict=strict)
    from publish import Theme, check_site, check_theme

    if problems := check_theme(Theme(flow.TEMPLATES, own=content)):
        raise ContentError(problems)
    registered = counted(len(sources.content.parks), "park")
    click.echo(f"{content}: {articles_of(sources)}, {registered} in the register: no mistakes")
    if not output.is_dir():
        click.echo(f"{output}: not built yet")
        return
    if problems := check_site(output):
        raise ContentError(problems)
    click.echo(f"{output}: {counted(len(list(output.rglob('*.html'))), 'page')}: no mistakes")


@parkbrief.command()
@content_option
@articles_option
@click.option("--all", "everything", is_flag=True, help="Every fact that no correction decides.")
@working_options
@shows_problems
def review(
    content: Path,
    articles: tuple[Path, ...],
    *,
    everything: bool,
    jobs: int | None,
    cache: Path,
    no_cache: bool,
) -> None:
    """List the facts that are too doubtful to be shown, as corrections to be filled in.

    A fact whose confidence is below `review_below` of site.yaml is not shown until a person decides. Each
    is printed as an entry for content/corrections.yaml, the most doubtful first. Choose accept, reject or
    amend, give a reason, and paste it there: it finds its fact by its words. Nothing is written.

    \b
      python build.py review
      python build.py review --all --articles new.txt > decisions.yaml

    Exit codes: 0 done, 1 problems, 2 wrong usage.
    """
    from review import entries  # not at the top of the file: the other commands do not need it

    sources = read(content, articles, strict=False)
    memory = remembering(jobs, cache, no_cache, quiet=sys.stdout.isatty())
    corrected = correct_facts(sources, memory=memory)
    tell(corrected.stale, strict=False)
    stdout = sys.stdout.buffer  # UTF-8, as YAML is, whatever the terminal's encoding
    for entry in entries(corrected, sources.content.documents, everything=everything):
        stdout.write(entry.encode())
        stdout.flush()
    if sys.stdout.isatty() and not corrected.doubtful:
        click.echo("no fact is doubtful", err=True)


@parkbrief.command()
@reading_options
@working_options
@click.option("--host", default="127.0.0.1", show_default=True, callback=own_machine, help="Loopback only.")
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="0: any free one."
)
@shows_problems
def serve(
    content: Path,
    articles: tuple[Path, ...],
    output: Path,
    *,
    strict: bool,
    jobs: int | None,
    cache: Path,
    no_cache: bool,
    host: str,
    port: int,
) -> None:
    """Show the site while you write, on this machine only.

    Builds the site and serves it. When a file of --content, an article or a template is saved, the site
    is built anew and every page that is open reloads. After a mistake the site stays as it was, and the
    pages show what is wrong. Ends with Ctrl-C.

    \b
      python build.py serve
      python build.py serve --port 8080 --articles ~/news

    Exit codes: 0 ended by you, 1 it cannot serve, 2 wrong usage.
    """
    from preview import Preview, keep_fresh, listen  # not at the top of the file: only this command serves

    refuse_to_overwrite(output, [content, content / "articles", *articles])
    if not content.is_dir():
        fix = "name the folder that holds parks.yaml and articles/ with --content"
        raise ContentError([Problem(str(content), "there is no such folder", fix)])
    memory = replace(remembering(jobs, cache, no_cache), keeping=InMind())

    def build_again() -> None:
        began = perf_counter()
        sources = read(content, articles, strict=strict)
        pages = flow.build(sources, output, memory=memory, tell=partial(tell, strict=strict))
        took = f"{perf_counter() - began:.2f} s"
        click.echo(f"{output}: {counted(pages, 'page')} from {articles_of(sources)} in {took}")

    preview = Preview(output, build_again, print_problems)
    folders = [content, flow.TEMPLATES, *(each if each.is_dir() else each.parent for each in articles)]
    with listen(preview, host, port) as server:
        click.echo(f"{server.url} shows {output}, on this machine only; Ctrl-C ends")
        keep_fresh(preview, server, [each for each in folders if each.exists()], [output, cache])


def read(content: Path, articles: tuple[Path, ...], *, strict: bool) -> Sources:
    """The sources, with notices of what was passed over printed."""
    sources = read_sources(content, articles, shipped=flow.SHIPPED, strict=strict)
    tell(sources.notices, strict=False)
    return sources


def doubts(sources: Sources) -> tuple[Problem, ...]:
    """Corrections that fit no fact, and numbers in notes that no fact is behind."""
    from profiles import check_notes, compile_profiles

    corrected = correct_facts(sources, memory=Memory(None, cores()))
    profiles = compile_profiles(sources.content, corrected.facts)
    return (*corrected.stale, *check_notes(sources.content.notes, profiles).unseen)


def at_address(sources: Sources, base_url: str | None) -> Sources:
    """The sources of a site that stands at this address, if one is given."""
    content = sources.content
    settings = replace(content.settings, base_url=base_url or content.settings.base_url)
    return replace(sources, content=replace(content, settings=settings))


def print_facts(files: tuple[Path, ...], references: References, memory: Memory) -> int:
    """Print a line for each file; return how many could not be read."""
    opened = [open_file(path) for path in files]
    documents = [each for each in opened if isinstance(each, Document)]
    found = gather_facts(documents, references, memory=memory)
    stdout = sys.stdout.buffer  # JSON is UTF-8, whatever the terminal's encoding
    for each in opened:
        stdout.write(facts_line(each, next(found)) if isinstance(each, Document) else each)
        stdout.flush()
    problems = len(opened) - len(documents)
    if problems:
        click.echo(f"{counted(problems, 'file')} could not be read", err=True)
    return problems


def open_file(path: Path) -> Document | bytes:
    """The document; for a file that cannot be read, the line to print in its place."""
    try:
        return read_document(path)
    except ContentError as error:
        for problem in error.problems:
            click.echo(problem, err=True)
        return error_line(os.fsencode(path.name).decode("utf-8", "replace"), error.problems)


def articles_of(sources: Sources) -> str:
    """2 articles."""
    return counted(len(sources.content.documents), "article")


def refuse_to_overwrite(output: Path, inputs: Iterable[Path]) -> None:
    """The whole of output is replaced: it must hold nothing that is read."""
    site = output.resolve()
    for each in (*inputs, flow.ROOT):
        if each.resolve().is_relative_to(site):
            raise click.UsageError(f"--output {output} would overwrite {each}; name another folder")
