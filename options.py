"""The options that commands share, and what they stand for."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar

import click

from cache import Memory, Store, unwatched

R = TypeVar("R")

FOLDER = click.Path(path_type=Path)


def content_option(command: Callable[..., R]) -> Callable[..., R]:
    """--content."""
    return click.option(
        "--content",
        type=FOLDER,
        default="content",
        show_default=True,
        help="Folder of site.yaml, the registers (parks.yaml, projects.yaml, policies.yaml, companies.yaml), "
        "corrections.yaml, articles/, notes/, lexicon/, templates/ and static/.",
    )(command)


def articles_option(command: Callable[..., R]) -> Callable[..., R]:
    """--articles."""
    return click.option(
        "--articles",
        type=FOLDER,
        multiple=True,
        help="Folder or file of articles, in place of content/articles; may be given again.",
    )(command)


def reading_options(command: Callable[..., R]) -> Callable[..., R]:
    """--content, --articles, --output, --strict."""
    options = (
        content_option,
        articles_option,
        click.option(
            "--output", type=FOLDER, default="output", show_default=True, help="Folder of the site."
        ),
        click.option(
            "--strict",
            is_flag=True,
            help="What is passed over, corrections that fit no fact and numbers in notes without one are "
            "problems, too.",
        ),
    )
    for option in reversed(options):
        command = option(command)
    return command


def working_options(command: Callable[..., R]) -> Callable[..., R]:
    """--jobs, --cache, --no-cache."""
    options = (
        click.option(
            "--jobs", type=click.IntRange(min=1), help="Processes that read articles.  [default: the cores]"
        ),
        click.option(
            "--cache",
            type=FOLDER,
            default=".cache/parkbrief",
            show_default=True,
            help="Folder of remembered work; may be deleted at any time.",
        ),
        click.option("--no-cache", is_flag=True, help="Remember nothing."),
    )
    for option in reversed(options):
        command = option(command)
    return command


def web_address(_ctx: click.Context, _option: click.Parameter, value: str | None) -> str | None:
    """Refuse what no link can begin with."""
    if value and not value.startswith(("http://", "https://")):
        raise click.BadParameter("begin it with http:// or https://")
    return value


def own_machine(_ctx: click.Context, _option: click.Parameter, value: str) -> str:
    """Refuse an address that others could reach."""
    from preview import is_loopback

    if not is_loopback(value):
        raise click.BadParameter("serves this machine only: write 127.0.0.1, ::1 or localhost")
    return value


def remembering(jobs: int | None, cache: Path, no_cache: bool, *, quiet: bool = False) -> Memory:
    """How the options say that work is done; progress is shown on a terminal only."""
    watch = watch_on_terminal if sys.stderr.isatty() and not quiet else unwatched
    return Memory(None if no_cache else Store(cache), jobs or cores(), watch)


def watch_on_terminal(results: Iterator[Any], name: str, total: int) -> Iterator[Any]:
    """A progress bar on standard error, gone when the work is done."""
    from rich.console import Console
    from rich.progress import track

    console = Console(stderr=True)
    yield from track(results, description=name, total=total, console=console, transient=True)


def cores() -> int:
    """The cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
