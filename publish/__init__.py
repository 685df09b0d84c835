"""The only writer: renders the site beside the old one, checks it, swaps it in whole."""

from __future__ import annotations

from publish.check import check_site
from publish.render import check_theme
from publish.theme import Theme
from publish.typeset import PRESS, set_pdf
from publish.write import publish

__all__ = ["PRESS", "Theme", "check_site", "check_theme", "publish", "set_pdf"]
