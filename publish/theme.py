"""The templates and static files of a site: those that are shipped, and a site's own over them."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

from jinja2 import BaseLoader, ChoiceLoader, FileSystemLoader, PrefixLoader
from msgspec import Struct

from core.editions import Edition
from core.keeping import FORGETTING, Keeping
from core.problems import Tell, refuse

SHIPPED = "parkbrief"  # {% extends "parkbrief:park.html" %}: what an own park.html changes


class Theme(Struct, frozen=True):
    """Where templates and static files are."""

    shipped: Path  # a folder of templates, with static/ in it
    own: Path | None = None  # a folder with templates/ and static/, either of which may be absent
    keeping: Keeping = FORGETTING  # keeps pages in mind where they will be rendered again
    editions: tuple[Edition, ...] = ()  # beside the Chinese one
    tell: Tell = refuse  # what an edition could not say in its language

    def loader(self) -> BaseLoader:
        """Finds a template: a site's own first; what is shipped also under "parkbrief:"."""
        shipped = FileSystemLoader(self.shipped)
        own = [FileSystemLoader(self.own / "templates")] if self.own else []
        return ChoiceLoader([*own, shipped, PrefixLoader({SHIPPED: shipped}, delimiter=":")])

    def own_files(self, kind: str) -> Iterator[tuple[str, Path]]:
        """Name and path of each file of a site's own templates/ or static/; hidden ones are left out."""
        folder = self.own / kind if self.own else None
        if folder is None or not folder.is_dir():
            return
        for path in sorted(folder.rglob("*")):
            name = path.relative_to(folder)
            if path.is_file() and not any(part.startswith(".") for part in name.parts):
                yield name.as_posix(), path

    def write_static(self, target: Path) -> None:
        """Write the static files, a site's own in place of those of the same name."""
        shutil.copytree(self.shipped / "static", target)
        for name, path in self.own_files("static"):
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, target / name)
