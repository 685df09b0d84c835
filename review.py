"""Facts as entries for content/corrections.yaml: a person fills in what is held of them, and why."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence

from core.model import Amendment, Corrected, Document, Facts, Observation
from profiles import Library

UNPRINTABLE = re.compile(r"[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")  # what YAML does not take as it is


def entries(corrected: Corrected, documents: Sequence[Document], *, everything: bool) -> Iterator[str]:
    """YAML of the doubtful facts, or of every fact that nobody has decided; the most doubtful first."""
    held = [each for facts in corrected.facts for each in facts.observations if each.note is None]
    undecided = [*corrected.doubtful, *held]
    asked = sorted(undecided if everything else corrected.doubtful, key=lambda each: each.confidence)
    library = Library(_as_facts(undecided), documents)
    yield from (_entry(each, library) for each in asked)


def _as_facts(observations: Iterable[Observation]) -> Iterator[Facts]:
    for each in observations:
        yield Facts(document=each.evidence.document, articles=(), observations=(each,))


def _entry(fact: Observation, library: Library) -> str:
    document, rivals = library.documents[fact.evidence.document], library.rivals(fact)
    elsewhere = [each.evidence for each in rivals if each.evidence.span != fact.evidence.span]
    quote = library.print_of(fact).quote_for(fact.evidence, elsewhere)
    lines = [
        f"# {_quoted(document.name)}: {_quoted(fact.evidence.quote)}",
        f"# read as {_quoted(_reading(fact))} by {fact.rule}, confidence {fact.confidence:g}",
        f"- quote: {_quoted(quote)}",
        f"  number: {_quoted(''.join(fact.evidence.text.split()))}",
        f"  article: {_quoted(document.id)}",
        *([f"  read_as: {_quoted(fact.indicator)}"] if len(elsewhere) < len(rivals) else []),
        "  decision: accept  # accept | reject | amend",
        "  # set:  # to amend: keep the lines that change",
        *(f"  #   {name}: {_value(getattr(fact, name))}" for name in Amendment.__struct_fields__),
        "  reason: ''",
    ]
    return "\n".join(lines) + "\n\n"


def _reading(fact: Observation) -> str:
    told = (fact.subject, fact.indicator, fact.period or "period unknown", fact.status)
    return " · ".join(told)


def _value(value: object) -> str:
    return "null" if value is None else _quoted(f"{value}" if isinstance(value, str) else f"{value:f}")


def _quoted(text: str) -> str:
    """Text in double quotes, as both JSON and YAML read it."""
    written = json.dumps(text, ensure_ascii=False)
    return UNPRINTABLE.sub(lambda found: f"\\u{ord(found[0]):04x}", written)
