"""The only writer: renders the site beside the old one, checks it, swaps it in whole."""

from __future__ import annotations

from publish.check import check_site
from publish.write import Form, publish, publish_editions

__all__ = ["Form", "check_site", "publish", "publish_editions"]
