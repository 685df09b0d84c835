"""Lines of a brief, put together without regard to language."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from core.blocks import Inline, Line, Proof, Stated, Words, Worked

Parts = list[Inline]


def proofs_of(parts: Iterable[Inline]) -> tuple[Proof, ...]:
    """The numbers of the evidence that these words stand on, each once, in ascending order."""
    numbers: set[int] = set()
    for each in parts:
        if isinstance(each, Stated):
            numbers.add(each.evidence)
        elif isinstance(each, Worked):
            numbers.update(each.evidence)
    return tuple(Proof(number) for number in sorted(numbers))


def with_proofs(clauses: Sequence[Sequence[Inline]], *, between: str) -> Parts:
    """Clauses in a row; the proof stands behind the last of those that share it."""
    line: Parts = []
    for place, clause in enumerate(clauses):
        proofs = proofs_of(clause)
        following = proofs_of(clauses[place + 1]) if place + 1 < len(clauses) else None
        line += clause
        if proofs != following:
            line += proofs
        if following is not None:
            line.append(Words(between))
    return line


def listed(things: Iterable[Sequence[Inline]], *, between: str) -> Parts:
    """Things in a row."""
    line: Parts = []
    for thing in things:
        if line:
            line.append(Words(between))
        line += thing
    return line


def tidy(parts: Iterable[Inline]) -> Line:
    """A finished line: words that meet are one, numbers of one and the same evidence stand once."""
    line: Parts = []
    for each in parts:
        last = line[-1] if line else None
        if isinstance(each, Words) and isinstance(last, Words) and each.strong == last.strong:
            line[-1] = Words(last.text + each.text, last.strong)
        elif not isinstance(each, Proof) or each != last:
            line.append(each)
    return tuple(line)
