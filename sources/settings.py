"""The settings: site.yaml. A missing file is an empty one."""

from __future__ import annotations

import re
from pathlib import Path
from string import Formatter
from typing import Any

from core.model import Settings
from core.problems import ContentError
from sources.frontmatter import web_address, written_date
from sources.registers import open_sheet
from sources.sheets import MistakeError

E_MAIL = re.compile(r"[^@\s:/]+@[^@\s:/]+\.[^@\s:/]+")
TELEPHONE = re.compile(r"\+?[\d\s()（）-]{5,25}")
PROVINCES = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼"
ICP = re.compile(rf"[{PROVINCES}]ICP[备证]\d{{6,8}}号(-\d{{1,3}})?")
REPORTED = frozenset({"page", "fact"})  # what an address to report to is filled with


def read_settings(path: Path) -> Settings:
    """content/site.yaml, defaults where it says nothing."""
    sheet = open_sheet(path)
    settings = Settings()
    if sheet.root:
        adapt = {
            "as_of": written_date,
            "base_url": web_address,
            "review_below": _share,
            "contact": _contact,
            "licence": _named,
            "url": web_address,
            "icp": _icp,
            "report": _report,
        }
        settings = sheet.struct(sheet.root, Settings, adapt) or settings
    if sheet.problems:
        raise ContentError(sheet.problems)
    return settings


def _share(value: Any) -> Any:
    if not isinstance(value, str) or not re.fullmatch(r"0?\.\d+|[01](\.0+)?", value):
        raise MistakeError(f"{value!r} is not a number from 0 to 1", "write it as 0.5")
    return float(value)


def _contact(value: Any) -> Any:
    if isinstance(value, str) and not (E_MAIL.fullmatch(value) or TELEPHONE.fullmatch(value)):
        try:
            return web_address(value)
        except MistakeError:
            what = f"{value!r} is neither an e-mail address, a web address nor a telephone number"
            raise MistakeError(what, "write one of them, such as desk@example.org") from None
    return value


def _named(value: Any) -> Any:
    """A plain value is the name of a licence."""
    return {"name": value} if isinstance(value, str) else value


def _icp(value: Any) -> Any:
    if isinstance(value, str) and not ICP.fullmatch(value):
        raise MistakeError(f"{value!r} is no ICP filing number", "write it as 苏ICP备12345678号-1")
    return value


def _report(value: Any) -> Any:
    """An address with {page} and {fact} in it, and nothing else in braces."""
    if not isinstance(value, str):
        return value
    if not re.match(r"https?://[^\s/]|mailto:[^@\s]+@", value) or re.search(r"\s", value):
        what = f"{value!r} is no address to report to"
        raise MistakeError(what, "begin it with https:// or mailto:, without spaces")
    try:
        named = {name for _, name, _, _ in Formatter().parse(value) if name is not None}
    except ValueError:
        named = set()
    if named != REPORTED:
        what = f"{value!r} has not just {{page}} and {{fact}} in braces"
        raise MistakeError(what, "write such as mailto:desk@example.org?subject={page}%20{fact}")
    return value
