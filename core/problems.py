"""Mistakes an author can put right: where, what, how to mend. Collected, then raised once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One mistake: `where` is a file, or file:line; `fix` ends with what to do."""

    where: str
    what: str
    fix: str

    def __str__(self) -> str:
        return f"{self.where}: {self.what}\n    fix: {self.fix}"


class ContentError(Exception):
    """What an author can put right. Shown without a traceback; anything else is a bug."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(problems))
        super().__init__("\n".join(map(str, self.problems)))


def refuse(problems: Sequence[Problem]) -> None:
    """Tell whoever waits that nothing comes of it. Raises a ContentError where there are problems."""
    if problems:
        raise ContentError(problems)


Tell = Callable[[Sequence[Problem]], None]  # to whom it concerns; may refuse to go on with a ContentError
