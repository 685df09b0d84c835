"""How the command line tells of problems: on standard error, without a traceback."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Iterable, Sequence
from functools import wraps
from typing import ParamSpec, TypeVar

import click

from core.problems import ContentError, Problem

P = ParamSpec("P")
R = TypeVar("R")


def shows_problems(command: Callable[P, R]) -> Callable[P, R]:
    """A command that prints what an author can put right, without a traceback, and ends with 1."""

    @wraps(command)
    def run(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            return command(*args, **kwargs)
        except ContentError as error:
            print_problems(error.problems)
            raise click.exceptions.Exit(1) from None
        except OSError as error:
            if error.filename is None and error.errno != errno.ENOSPC:
                raise  # a closed pipe, which click ends quietly, or a bug
            where = os.fsdecode(error.filename) if error.filename else "output"
            fix = "check the permissions and the room on the disk"
            print_problems([Problem(where, error.strerror or str(error), fix)])
            raise click.exceptions.Exit(1) from None

    return run


def print_problems(problems: Iterable[Problem]) -> None:
    """Each problem, then how many they are, on standard error."""
    told = sorted(dict.fromkeys(problems), key=lambda problem: _in_reading_order(problem.where))
    for problem in told:
        click.echo(problem, err=True)
    click.echo(counted(len(told), "problem"), err=True)


def _in_reading_order(where: str) -> tuple[str, int]:
    file, _, line = where.rpartition(":")
    return (file, int(line)) if line.isdigit() else (where, 0)


def counted(number: int, noun: str) -> str:
    """1 page, 2 pages."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def tell(notices: Sequence[Problem], *, strict: bool) -> None:
    """Print notices; strict, they are problems."""
    if strict and notices:
        raise ContentError(notices)
    for notice in notices:
        click.echo(notice, err=True)
