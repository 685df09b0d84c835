"""A site's own templates and static files: each must be one that the site uses, or it is told."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path
from types import TracebackType
from typing import TypeVar

from jinja2 import Environment, TemplateNotFound, TemplateSyntaxError, nodes

from core.problems import ContentError, Problem
from core.urls import resolve
from publish.reading import BuiltPage
from publish.theme import SHIPPED, Theme

TEMPLATES = (".html", ".xml")
SPEAKING = (".css", ".js")  # static files that may name others
REFERENCE = (nodes.Extends, nodes.Include, nodes.Import, nodes.FromImport)
N = TypeVar("N", bound=nodes.Node)


def check_templates(theme: Theme, environment: Environment) -> list[Problem]:
    """All that is wrong with a site's own templates, before any page is rendered."""
    shipped = sorted(path.name for path in theme.shipped.iterdir() if path.suffix in TEMPLATES)
    problems: list[Problem] = []
    read: dict[str, Own] = {}
    for name, path in theme.own_files("templates"):
        try:
            read[name] = Own(name, path, environment)
        except ContentError as error:
            problems += error.problems
    used = {each for own in read.values() for each, _ in own.references()}
    for own in read.values():
        if own.name not in shipped and own.name not in used:
            fix = _near(own.name, shipped, "include it from another template, or delete it")
            problems.append(Problem(str(own.path), "overrides no template of this name", fix))
        problems += _check(own, environment)
    return problems


class Own:
    """One of a site's own templates, parsed. Raises ContentError where that fails."""

    def __init__(self, name: str, path: Path, environment: Environment) -> None:
        self.name, self.path = name, path
        if path.suffix not in TEMPLATES:
            what = f"is no template; those end in {' or '.join(TEMPLATES)}"
            raise ContentError([Problem(str(path), what, "keep it elsewhere, such as in static/")])
        try:
            source = path.read_text("utf-8")
            self.tree = environment.parse(source, name, str(path))
            environment.compile(source, name, str(path))  # finds filters that do not exist
        except UnicodeDecodeError:
            raise ContentError([Problem(str(path), "is not UTF-8 text", "save it as UTF-8")]) from None
        except TemplateSyntaxError as error:
            what = f"is not a Jinja template: {error.message}"
            raise ContentError([self.problem(error.lineno, what, "correct that line")]) from None

    def problem(self, line: int, what: str, fix: str) -> Problem:
        """A problem at a line of the file."""
        return Problem(f"{self.path}:{line}", what, fix)

    def references(self) -> Iterator[tuple[str, int]]:
        """The templates that it names, and where."""
        for node in self.tree.find_all(REFERENCE):
            if isinstance(node, nodes.Include) and node.ignore_missing:
                continue
            named = node.template  # type: ignore[attr-defined]  # each of them has one
            for each in named.items if isinstance(named, nodes.Tuple | nodes.List) else [named]:
                if isinstance(each, nodes.Const) and isinstance(each.value, str):
                    yield each.value, node.lineno


def _check(own: Own, environment: Environment) -> Iterator[Problem]:
    for name, line in own.references():
        if not _exists(name, environment):
            known = [each for each in environment.list_templates() if each.endswith(TEMPLATES)]
            fix = _near(name, known, "name a template that exists")
            yield own.problem(line, f"there is no template {name!r}", fix)
    parents = [node for node in own.tree.body if isinstance(node, nodes.Extends)]
    if parents:
        yield from _check_child(own, parents[0], environment)
    else:
        yield from _check_macros(own, environment)


def _check_child(own: Own, extends: nodes.Extends, environment: Environment) -> Iterator[Problem]:
    """A template that extends another: only blocks that the other has are shown."""
    known: set[str] = set()
    for name, tree in _chain(own.tree, environment):
        if name == own.name:
            fix = f'write {{% extends "{SHIPPED}:{name}" %}} to change what is shipped'
            yield own.problem(extends.lineno, "extends itself", fix)
            return
        known |= {block.name for block in tree.find_all(nodes.Block)}
    for node in own.tree.body:
        if isinstance(node, nodes.Block) and node.name not in known:
            fix = _near(node.name, sorted(known), f"use one of: {', '.join(sorted(known))}")
            what = f"overrides a block {node.name!r}, which the template it extends has not"
            yield own.problem(node.lineno, what, fix)
        elif isinstance(node, nodes.Output) and _has_text(node):
            what = "text outside of blocks, which a template that extends another does not show"
            yield own.problem(node.lineno, what, "put it into a block")


def _chain(tree: nodes.Template, environment: Environment) -> Iterator[tuple[str, nodes.Template]]:
    """The templates that one extends, directly or not; it ends where a name comes again."""
    met: set[str] = set()
    while True:
        parent = next((node for node in tree.body if isinstance(node, nodes.Extends)), None)
        if parent is None or not isinstance(parent.template, nodes.Const):
            return
        name = parent.template.value
        if name in met or not _exists(name, environment):
            return
        met.add(name)
        tree = _tree(name, environment)
        yield name, tree


def _check_macros(own: Own, environment: Environment) -> Iterator[Problem]:
    """A template in place of one of macros must have them all: other templates use them."""
    shipped = f"{SHIPPED}:{own.name}"
    if not _exists(shipped, environment):
        return
    targets = [node.target for node in own.tree.body if isinstance(node, nodes.Assign)]
    mine = _macros(own.tree) | {target.name for target in targets if isinstance(target, nodes.Name)}
    for name in sorted(_macros(_tree(shipped, environment)) - mine):
        what = f"has no macro {name!r}, which other templates use"
        taken = f'{{% import "{shipped}" as shipped with context %}}{{% set {name} = shipped.{name} %}}'
        yield own.problem(1, what, f"copy it, or write {taken}")


def _macros(tree: nodes.Template) -> set[str]:
    return {node.name for node in tree.body if isinstance(node, nodes.Macro)}


def _exists(name: str, environment: Environment) -> bool:
    try:
        _source(name, environment)
    except TemplateNotFound:
        return False
    return True


def _tree(name: str, environment: Environment) -> nodes.Template:
    return environment.parse(_source(name, environment), name)


def _source(name: str, environment: Environment) -> str:
    if environment.loader is None:
        raise TemplateNotFound(name)
    return environment.loader.get_source(environment, name)[0]


def _has_text(output: nodes.Output) -> bool:
    return any(not isinstance(each, nodes.TemplateData) or each.data.strip() for each in output.nodes)


def _near(name: str, known: list[str], otherwise: str) -> str:
    close = get_close_matches(name, known, n=1, cutoff=0.7)  # the endings alone make names alike
    return f"did you mean {close[0]!r}? Else {otherwise}" if close else otherwise


# -- while pages are rendered ----------------------------------------------------------------------


def blame(error: Exception, theme: Theme) -> ContentError | None:
    """The error of a page as a mistake in a site's own template, if one has a part in it."""
    own = {str(path): path for _, path in theme.own_files("templates")}
    at = [place for place in _places(error.__traceback__) if place[0] in own]
    if isinstance(error, TemplateSyntaxError) or not at:
        return None
    where, line = at[-1]
    what = f"cannot be rendered: {error}"
    return ContentError([Problem(f"{where}:{line}", what, "correct that line, or delete the template")])


def _places(traceback: TracebackType | None) -> Iterator[tuple[str, int]]:
    while traceback:
        yield traceback.tb_frame.f_code.co_filename, traceback.tb_lineno
        traceback = traceback.tb_next


# -- once the site stands --------------------------------------------------------------------------


def unused_static(theme: Theme, pages: Mapping[str, BuiltPage], site: Path) -> Iterator[Problem]:
    """A site's own static files that replace none and that nothing refers to."""
    added = {
        f"static/{name}": path
        for name, path in theme.own_files("static")
        if not (theme.shipped / "static" / name).exists()
    }
    if not added:
        return
    linked = {resolve(page.url, link)[0] for page in pages.values() for _, link in page.links}
    speaking = [path for path in sorted((site / "static").rglob("*")) if path.suffix in SPEAKING]
    texts = [(path, path.read_text("utf-8", errors="replace")) for path in speaking]
    shipped = [path.name for path in (theme.shipped / "static").iterdir()]
    for url, path in added.items():
        named = any(
            re.search(rf"(?<![\w.-]){re.escape(path.name)}(?![\w-])", text)
            for other, text in texts
            if other != site / url
        )
        if url not in linked and not named:
            fix = _near(path.name, shipped, "link to it from a template or a stylesheet, or delete it")
            what = "replaces no static file, and nothing refers to it"
            yield Problem(str(path), what, fix)
