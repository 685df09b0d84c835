"""A page and its template become HTML. Templates compute nothing; links come from one filter."""

from __future__ import annotations

from functools import partial
from types import CodeType
from typing import Any

import msgspec
from jinja2 import BytecodeCache, Environment, StrictUndefined, TemplateNotFound, pass_context
from jinja2.bccache import Bucket
from jinja2.meta import find_referenced_templates
from jinja2.runtime import Context
from msgspec import Struct

from core.about import Report
from core.model import Page
from core.problems import Problem
from core.urls import NOT_FOUND, absolute, relative, report_url
from publish.linked import linked
from publish.overrides import blame, check_templates
from publish.theme import Theme
from publish.twins import twin_url

# connect-src: tools that audit a page read robots.txt through it; the site's own scripts fetch nothing
POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; script-src 'self'; "
    "connect-src 'self'; base-uri 'none'; form-action 'self'"
)


class Compiled(BytecodeCache):
    """Templates as code, kept while the program runs: one that builds again compiles only what changed."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, str], CodeType] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give the code of a template, if its text is the same."""
        bucket.code = self._kept.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code of a template."""
        if bucket.code:
            self._kept[bucket.key, bucket.checksum] = bucket.code


COMPILED = Compiled()


class Renderer:
    """Renders pages; `base_url` gives canonical links, and the links of the page for what is not there."""

    def __init__(self, theme: Theme, base_url: str | None) -> None:
        self._theme = theme
        self.base_url = base_url
        self._texts: dict[str, dict[str, str]] = {}  # of each template that pages were rendered with
        self._environment = Environment(
            loader=theme.loader(),
            bytecode_cache=COMPILED,
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            auto_reload=False,
        )
        self._environment.filters["link"] = self._link
        self._environment.filters["kind"] = _kind
        self._environment.filters["reporting"] = self._reporting
        self._environment.filters["address"] = self._address
        self._environment.globals["policy"] = POLICY
        self._environment.policies["json.dumps_kwargs"] = {"ensure_ascii": False}  # tojson: Chinese as it is

    def problems(self) -> list[Problem]:
        """All that is wrong with a site's own templates."""
        return check_templates(self._theme, self._environment)

    def render(self, page: Page) -> str:
        """The HTML of one page. Raises ContentError where a site's own template fails."""
        return self._theme.keeping.get(
            f"rendered {page.url}",
            lambda: self._made_of(page),
            lambda: self._rendered(page),
        )

    def _made_of(self, page: Page) -> bytes:
        """All that a page hangs on."""
        if page.template not in self._texts:
            self._texts[page.template] = self._texts_of(page.template)
        return msgspec.msgpack.encode((self._texts[page.template], self.base_url, page), enc_hook=repr)

    def _texts_of(self, name: str) -> dict[str, str]:
        """A template and all that it refers to, directly or not."""
        found: dict[str, str] = {}
        waiting = [name]
        while waiting:
            each = waiting.pop()
            if each not in found:
                found[each] = source = self._source(each)
                waiting += self._theme.keeping.get(
                    f"references {each}", source.encode, partial(self._references, source)
                )
        return found

    def _source(self, name: str) -> str:
        try:
            return self._theme.loader().get_source(self._environment, name)[0]
        except TemplateNotFound:  # an include may allow for that
            return ""

    def _references(self, source: str) -> list[str]:
        named = list(find_referenced_templates(self._environment.parse(source)))
        if None in named:  # computed: any
            return self._environment.list_templates(extensions=["html", "xml"])
        return [each for each in named if each]

    def _rendered(self, page: Page) -> str:
        try:
            template = self._environment.get_template(page.template)
            return template.render(page=page, view=page.view, twin=twin_url(page), **self._told(page))
        except Exception as error:
            raise blame(error, self._theme) or error from None

    def _told(self, page: Page) -> dict[str, Any]:
        """What is told of the page to those who have not opened it; of what is missing, nothing."""
        base_url = self.base_url if page.url != NOT_FOUND else None
        picture = page.about.picture
        return {
            "canonical": base_url and absolute(base_url, page.url),
            "kind": "article" if isinstance(page.about.subject, Report) else "website",
            "picture": base_url and picture and absolute(base_url, picture.url),
            "feeds": page.about.feeds if base_url else (),
            "linked": linked(page, base_url),
        }

    @pass_context
    def _link(self, context: Context, url: str) -> str:
        here: str = context["page"].url
        if here == NOT_FOUND and self.base_url:
            return absolute(self.base_url, url)  # the page is served under any address that is missing
        return relative(here, url)

    @pass_context
    def _reporting(self, context: Context, template: str, fact: str = "") -> str:
        """The link to report the page, or a figure of it; without a base URL it names the file."""
        here: str = context["page"].url
        page = absolute(self.base_url, here) if self.base_url else here
        return report_url(template, page, fact)

    def _address(self, url: str) -> str:
        """The absolute address of a page: for what is read elsewhere, such as a feed."""
        if not self.base_url:
            raise ValueError(f"{url} has no address: the site has no base URL")
        return absolute(self.base_url, url)


def _kind(block: Struct) -> str:
    """The tag of a block of a brief, or of a piece of its lines."""
    return str(type(block).__struct_config__.tag)


def check_theme(theme: Theme) -> list[Problem]:
    """All that is wrong with a site's own templates, without a page to render."""
    return Renderer(theme, None).problems()
