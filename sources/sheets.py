"""YAML read into structs, with the line of every mistake."""

from __future__ import annotations

import re
import types
import typing
from collections.abc import Callable, Iterator, Mapping
from difflib import get_close_matches
from typing import Any, TypeVar

import msgspec
import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from core.problems import Problem

T = TypeVar("T", bound=msgspec.Struct)
Adapt = Mapping[str, Callable[[Any], Any]]  # field -> written value to stored value; ValueError says why not

LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the C one is seven times faster
MAX_DEPTH = 20
KINDS = {"str": "text", "array": "a list", "object": "names with values", "bool": "true or false"}
REMEDIES = {
    "str": "write one line of text",
    "array": 'write one value a line, each after "- "',
    "object": 'write one "name: value" a line',
    "bool": "write true or false",
}


class MistakeError(ValueError):
    """What is wrong with a value, and how to mend it. Raised by the functions of an `Adapt`."""

    def __init__(self, what: str, fix: str) -> None:
        super().__init__(what)
        self.fix = fix


class Sheet:
    """One YAML text. `root` is None where it is empty or broken; `problems` grow while it is read."""

    def __init__(self, text: str, *, where: str, first_line: int = 1) -> None:
        self.where = where
        self.first_line = first_line
        self.problems: list[Problem] = []
        self.root = self._compose(text)

    def report(self, node: Node | None, what: str, fix: str) -> None:
        """Note a mistake at the line of a node."""
        self.problems.append(Problem(self.at(node), what, fix))

    def at(self, node: Node | None) -> str:
        """file:line of a node."""
        return f"{self.where}:{self.first_line + (node.start_mark.line if node else 0)}"

    def entries(self, node: Node | None) -> Iterator[Node]:
        """The nodes of a list."""
        if isinstance(node, SequenceNode):
            yield from node.value
        elif node is not None and not _is_null(node):
            self.report(node, "expected a list", 'begin each entry with "- "')

    def fields(self, node: Node | None) -> Iterator[tuple[str, Node, Node]]:
        """Name, name node and value node of each field of a mapping; a name given twice is a mistake."""
        if isinstance(node, MappingNode):
            lines: dict[str, str] = {}
            for key, value in node.value:
                name = str(key.value)
                if name in lines:
                    self.report(key, f"{name!r} is given twice, first at {lines[name]}", "keep one of them")
                lines[name] = self.at(key)
                yield name, key, value
        elif node is not None and not _is_null(node):
            self.report(node, "expected names with values", 'write one "name: value" a line')

    def struct(self, node: Node, kind: type[T], adapt: Adapt | None = None) -> T | None:
        """A struct whose fields are those of the mapping; None, with problems noted, where that fails.

        `adapt` serves the structs within, too. No value (null) is one only for a field that may be UNSET.
        """
        known = {field.name: field for field in msgspec.structs.fields(kind)}
        before = len(self.problems)
        values = {}
        for name, key, value in self.fields(node):
            if name not in known:
                self.report(key, f"no field is called {name!r}", did_you_mean(name, list(known)))
            elif not _is_null(value) or known[name].default is msgspec.UNSET:
                values[name] = self._value(value, known[name], adapt or {})
        if isinstance(node, MappingNode):
            for name in [name for name, field in known.items() if field.required and name not in values]:
                self.report(node, f"has no {name}", f"add a line {name}: …")
        return kind(**values) if len(self.problems) == before and isinstance(node, MappingNode) else None

    def words(self, node: Node) -> tuple[str, ...]:
        """A list of words."""
        kept = []
        for entry in self.entries(node):
            if isinstance(entry, ScalarNode) and isinstance(word := _plain(entry), str):
                kept.append(word)
            else:
                self.report(
                    entry, "expected a word", "write one word a line, in quotes if it is yes, no or ~"
                )
        return tuple(kept)

    def _value(self, node: Node, field: msgspec.structs.FieldInfo, adapt: Adapt) -> Any:
        inner = _struct_in(field.type)
        if inner and isinstance(node, MappingNode):
            return self.struct(node, inner, adapt)
        try:
            value = _plain(node)
            return msgspec.convert(adapt[field.name](value) if field.name in adapt else value, field.type)
        except MistakeError as mistake:
            self.report(node, f"{field.name}: {mistake}", mistake.fix)
        except msgspec.ValidationError as error:
            self.report(node, f"{field.name}: {_explain(str(error))}", _remedy(field, str(error)))
        return None

    def _compose(self, text: str) -> Node | None:
        try:
            root: Node | None = yaml.compose(text, Loader=LOADER)
        except yaml.MarkedYAMLError as error:
            line = self.first_line + (error.problem_mark.line if error.problem_mark else 0)
            what = f"is not YAML: {error.problem or error.context}"
        except yaml.reader.ReaderError as error:
            line = self.first_line + text.count("\n", 0, error.position)
            what = f"is not YAML: {error.reason}"
        else:
            return root if self._is_tree(root) else None
        fix = "check the indentation, and put text that holds ': ' or ' #' in quotes"
        self.problems.append(Problem(f"{self.where}:{line}", what, fix))
        return None

    def _is_tree(self, root: Node | None) -> bool:
        """Aliases (*name) let a few lines stand for millions, or for themselves: they are refused."""
        seen: set[int] = set()
        waiting = [(root, 0)] if root else []
        while waiting:
            node, depth = waiting.pop()
            if id(node) in seen or depth > MAX_DEPTH:
                what = "is nested too deeply" if depth > MAX_DEPTH else "is used again by an alias (*)"
                self.report(node, what, "write the values out, one below the other")
                return False
            if not isinstance(node, ScalarNode):
                seen.add(id(node))
                waiting += [(child, depth + 1) for child in _children(node)]
        return True


def did_you_mean(name: str, known: list[str]) -> str:
    """The near miss, else all that is known."""
    close = get_close_matches(name, known, n=1)
    return f"did you mean {close[0]!r}?" if close else f"use one of: {', '.join(known)}"


def _children(node: Node) -> list[Node]:
    if isinstance(node, MappingNode):
        return [child for pair in node.value for child in pair]
    return list(node.value)


def _is_null(node: Node) -> bool:
    return isinstance(node, ScalarNode) and (node.tag == "tag:yaml.org,2002:null" or not node.value.strip())


def _plain(node: Node) -> Any:
    """Scalars stay as written, so that a year is text; only true, false and nothing are more than text."""
    if isinstance(node, MappingNode):
        return {str(key.value): _plain(value) for key, value in node.value}
    if isinstance(node, SequenceNode):
        return [_plain(entry) for entry in node.value]
    if _is_null(node):
        return None
    if node.tag == "tag:yaml.org,2002:bool":
        return node.value.lower() in ("yes", "true", "on")
    return node.value.strip()


def _struct_in(kind: Any) -> type[msgspec.Struct] | None:
    """The struct that `X` or `X | None` holds."""
    choices = typing.get_args(kind) if isinstance(kind, types.UnionType) else (kind,)
    structs = [each for each in choices if isinstance(each, type) and issubclass(each, msgspec.Struct)]
    return structs[0] if structs else None


def _explain(message: str) -> str:
    """msgspec's message in the words of someone who writes YAML."""
    message = re.sub(r" - at `.*`$", "", message).replace(" | null", "")
    message = message.replace("Invalid enum value", "unknown value").replace("Expected", "expected")
    return re.sub(r"`(\w+)`", lambda match: KINDS.get(match[1], match[1]), message)


def _choices(kind: Any) -> list[str]:
    """The values that a `Literal` allows, or a list of such."""
    inside = typing.get_args(kind)
    if typing.get_origin(kind) is typing.Literal:
        return list(inside)
    return [each for part in inside for each in _choices(part)]


def _remedy(field: msgspec.structs.FieldInfo, message: str) -> str:
    unknown = re.search(r"Invalid enum value '(.*)'", message)
    if unknown and (choices := _choices(field.type)):
        return did_you_mean(unknown[1], choices)
    if "got `bool`" in message:
        return 'put it in quotes, such as "yes"'
    expected = re.search(r"Expected `(\w+)", message)
    return REMEDIES.get(expected[1] if expected else "", "write one line of text")
