"""The only writer: renders the site beside the old one, checks it, swaps it in whole."""

from __future__ import annotations

from publish.check import check_site
from publish.typeset import PRESS, set_pdf
from publish.write import publish

__all__ = ["PRESS", "check_site", "publish", "set_pdf"]
