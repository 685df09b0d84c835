"""A page and its template become HTML. Templates compute nothing; links come from one filter."""

from __future__ import annotations

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, pass_context
from jinja2.runtime import Context

from core.model import Page
from core.urls import NOT_FOUND, absolute, relative
from publish.twins import twin_url

POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; script-src 'self'; "
    "base-uri 'none'; form-action 'self'"
)


class Renderer:
    """Renders pages; `base_url` gives canonical links, and the links of the page for what is not there."""

    def __init__(self, templates: Path, base_url: str | None) -> None:
        self._base_url = base_url
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
        return template.render(page=page, view=page.view, canonical=canonical, twin=twin_url(page))

    @pass_context
    def _link(self, context: Context, url: str) -> str:
        here: str = context["page"].url
        if here == NOT_FOUND and self._base_url:
            return absolute(self._base_url, url)  # the page is served under any address that is missing
        return relative(here, url)
