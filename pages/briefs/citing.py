"""How to cite a brief. Its edition is the day that its facts end with, never the day it was made."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from core.blocks import Citation
from core.urls import absolute

SPECIAL = re.compile(r"([&%$#_{}])")  # of TeX


@dataclass(frozen=True, slots=True)
class Work:
    """What a citation names."""

    key: str
    title: str
    publisher: str
    date: str | None  # ISO: of the edition; None where no date is known
    address: str | None


def work(title: str, url: str, *, publisher: str, edition: tuple[str | None, str | None]) -> Work:
    """A brief at `url` of the site; `edition` is its date and the base URL of the site, if known."""
    date, base_url = edition
    named = [each for each in url.rpartition(".")[0].split("/") if each != "parks"]
    key = "-".join(filter(None, (*named, date)))
    return Work(key, title, publisher, date, absolute(base_url, url) if base_url else None)


def citations(cited: Work, labels: Mapping[str, str]) -> tuple[Citation, ...]:
    """The work in GB/T 7714 and in BibTeX; `labels` say "version", "of-version" and "accessed"."""
    return (Citation("GB/T 7714", gbt_7714(cited, labels)), Citation("BibTeX", bibtex(cited, labels)))


def gbt_7714(cited: Work, labels: Mapping[str, str]) -> str:
    """A report; online, with its address and room for the day on which it was read."""
    edition = labels["of-version"].replace("{date}", cited.date) if cited.date else ""
    title = f"{cited.publisher}. {cited.title}{edition}"
    if cited.address:
        dated = f"({cited.date})" if cited.date else ""
        return f"{title}[R/OL]. {dated}[{labels['accessed']}]. {cited.address}."
    return f"{title}[R]. {cited.date[:4]}." if cited.date else f"{title}[R]."


def bibtex(cited: Work, labels: Mapping[str, str]) -> str:
    """An entry of the type techreport."""
    fields = {
        "title": f"{{{_escaped(cited.title)}}}",
        "institution": f"{{{_escaped(cited.publisher)}}}",
        "year": cited.date[:4] if cited.date else None,
        "note": labels["version"].replace("{date}", cited.date) if cited.date else None,
        "url": cited.address,
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    return "\n".join([f"@techreport{{{cited.key},", *lines, "}"])


def _escaped(text: str) -> str:
    return SPECIAL.sub(r"\\\1", text)
