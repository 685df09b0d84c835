"""The messages of an edition: gettext's .po, with numbered places for what a sentence is about.

`{1}` stands for a figure, a date, a name or a number, `<1>…</1>` for words within an element such as a
link, `{name}`, `{other}` and `{also}` for any words that are a name, `{known}` for one that has an English
name. Where a number decides, the first one picks the plural form.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from babel.messages.pofile import PoFileError, read_po
from msgspec import Struct

from core.problems import ContentError, Problem

PLACE = re.compile(r"\{(\w+)\}|<(\d+)>|</(\d+)>")
FREE = re.compile(r"\\\{(name|other|known|also)\\\}")  # in an escaped text
MARK = "\x04"  # between a context and its text
NAMES = "name"  # the context of general names that articles use, and no page says of its own
PLURAL = 2  # forms of English: one, and others


class Message(Struct, frozen=True):
    """What is said for a text: one form, or one and another for several."""

    said: tuple[str, ...]

    def form(self, number: int | None) -> str:
        """The form for a number; None: no number decides."""
        return self.said[0] if len(self.said) == 1 or number == 1 else self.said[1]


class Pattern(Struct, frozen=True):
    """A message with names in it, as an expression that finds them."""

    expression: re.Pattern[str]
    message: Message
    source: str  # its key in the catalogue
    context: str  # the only one that it is meant in; "" is any


class Catalogue:
    """Messages by text."""

    def __init__(self, messages: Mapping[str, Message]) -> None:
        self._messages = dict(messages)
        self._patterns = sorted(_patterns(messages), key=lambda each: (-len(each.source), each.source))

    def find(self, text: str, *contexts: str) -> Message | None:
        """What is said for a text, places and all; None where nobody has translated it.

        Where a context has a message of its own (msgctxt), that one; the first context counts most.
        """
        keys = (in_context(text, each) if each else text for each in (*contexts, ""))
        return next((self._messages[key] for key in keys if key in self._messages), None)

    def match(
        self, text: str, context: str, is_known: Callable[[str], bool]
    ) -> tuple[Message, dict[str, str]] | None:
        """A message with names whose other words are those of the text, and the names."""
        for pattern in self._patterns:
            found = pattern.expression.fullmatch(text) if pattern.context in ("", context) else None
            if found and ("known" not in found.groupdict() or is_known(found["known"])):
                return pattern.message, found.groupdict()
        return None

    def texts(self) -> tuple[tuple[str, str], ...]:
        """Context and text of every message."""
        return tuple((key.rpartition(MARK)[0], key.rpartition(MARK)[2]) for key in self._messages)


def in_context(text: str, context: str) -> str:
    """The key of a message that is only meant in a context, as in a compiled catalogue."""
    return f"{context}{MARK}{text}"


def _patterns(messages: Mapping[str, Message]) -> Iterator[Pattern]:
    for key, message in messages.items():
        context, _, text = key.rpartition(MARK)
        escaped = re.escape(text)
        if FREE.search(escaped):
            yield Pattern(re.compile(FREE.sub(r"(?P<\1>.+?)", escaped)), message, key, context)


def read_catalogue(path: Path) -> Catalogue:
    """Read a .po file. Raises ContentError with file and line for a message that cannot be used."""
    try:
        with path.open("rb") as file:
            catalogue = read_po(file, abort_invalid=True)
    except (OSError, PoFileError) as error:
        raise ContentError([Problem(str(path), str(error), "mend the file with a .po editor")]) from error
    messages: dict[str, Message] = {}
    problems: list[Problem] = []
    for each in catalogue:
        text = each.id if isinstance(each.id, str) else each.id[0]
        if not text or each.fuzzy:
            continue
        said = (each.string,) if isinstance(each.string, str) else tuple(each.string or ())
        if wrong := _fault(text, said, plural=not isinstance(each.id, str)):
            line = each.lineno or 0
            problems.append(Problem(f"{path.name}:{line}", *wrong))
        messages[in_context(text, each.context) if each.context else text] = Message(tuple(said))
    if problems:
        raise ContentError(problems)
    return Catalogue(messages)


def _fault(text: str, said: tuple[str, ...], *, plural: bool) -> tuple[str, str] | None:
    """What is wrong with a message, and how to mend it."""
    if not all(said) or (plural and len(said) != PLURAL):
        return f"{text!r} is not translated", "fill in msgstr, each form of it"
    asked = set(PLACE.findall(text))
    for form in said:
        if strange := set(PLACE.findall(form)) - asked:
            place = next(filter(None, min(strange)))
            return f"the translation of {text!r} has a place {place!r} that it has not", "use its places"
    return None
