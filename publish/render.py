"""A page and its template become HTML. Templates compute nothing; links come from one filter."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, pass_context
from jinja2.runtime import Context

from core.editions import CHINESE, Edition, has_edition
from core.model import Page
from core.urls import HOME, NOT_FOUND, absolute, relative
from publish.twins import twin_url

POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; script-src 'self'; "
    "base-uri 'none'; form-action 'none'"
)


class Renderer:
    """Renders pages; `base_url` gives canonical links, and the links of the page for what is not there."""

    def __init__(self, templates: Path, base_url: str | None, editions: Sequence[Edition] = ()) -> None:
        self._base_url = base_url
        self._editions = tuple(editions)
        self._environment = Environment(
            loader=FileSystemLoader(templates),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            auto_reload=False,
        )
        self._environment.filters["link"] = self._link
        self._environment.globals["policy"] = POLICY

    def render(self, page: Page) -> str:
        """The HTML of one page."""
        canonical = absolute(self._base_url, page.url) if self._base_url and page.url != NOT_FOUND else None
        template = self._environment.get_template(page.template)
        return template.render(
            page=page,
            view=page.view,
            canonical=canonical,
            twin=twin_url(page),
            alternates=self._alternates(page.url),
            other=self._other(page.url),
        )

    def _other(self, url: str) -> str | None:
        """The page in the other language; None where there is but one."""
        return next((each.folder + (url if has_edition(url) else HOME) for each in self._editions), None)

    def _alternates(self, url: str) -> list[tuple[str, str]]:
        """The page in each language, itself too, and the link to it."""
        if not self._editions or not has_edition(url):
            return []
        there = [(CHINESE, url), *((each.language, each.folder + url) for each in self._editions)]
        base = self._base_url
        return [(code, absolute(base, each) if base else relative(url, each)) for code, each in there]

    @pass_context
    def _link(self, context: Context, url: str) -> str:
        here: str = context["page"].url
        if here == NOT_FOUND and self._base_url:
            return absolute(self._base_url, url)  # the page is served under any address that is missing
        return relative(here, url)
