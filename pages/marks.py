"""Marks: the words of a document that facts stand on, each with one anchor."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from msgspec import Struct

from core.model import (
    Facts,
    Honour,
    IndustryClaim,
    Instrument,
    PolicyMention,
    ProjectMention,
    Span,
)

Mention = ProjectMention | PolicyMention | Honour | IndustryClaim | Instrument


class Mark(Struct, frozen=True):
    """Words that one or more facts stand on. Overlapping words share a mark."""

    span: Span
    observations: tuple[str, ...]
    mentions: tuple[str, ...]  # of projects, policies, honours, industries, instruments

    @property
    def anchor(self) -> str:
        """The id on the source page: q and the offset of a quantity, p and the offset of a name."""
        return f"{self.kind}{self.span.start}"

    @property
    def kind(self) -> str:
        """ "q" where a quantity stands, "p" where only a name does."""
        return "q" if self.observations else "p"


def marks_of(facts: Facts, shown: Collection[str]) -> tuple[Mark, ...]:
    """The marks of one document in order of offset, for the facts whose ids are shown somewhere."""
    quantities = [Mark(each.evidence.span, (each.id,), ()) for each in facts.observations if each.id in shown]
    names = [Mark(each.evidence.span, (), (each.id,)) for each in mentions_of(facts) if each.id in shown]
    return tuple(_merge(sorted(quantities + names, key=lambda mark: mark.span)))


def mentions_of(facts: Facts) -> Iterator[Mention]:
    """Every fact of one document that is no figure."""
    yield from facts.projects
    yield from facts.policies
    yield from facts.honours
    yield from facts.industries
    yield from facts.instruments


def _merge(marks: Iterable[Mark]) -> list[Mark]:
    merged: list[Mark] = []
    for mark in marks:
        if merged and mark.span.start < merged[-1].span.end:
            merged[-1] = _join(merged[-1], mark)
        else:
            merged.append(mark)
    return merged


def _join(one: Mark, other: Mark) -> Mark:
    return Mark(
        Span(one.span.start, max(one.span.end, other.span.end)),
        one.observations + other.observations,
        one.mentions + other.mentions,
    )
