"""XML files in one way: UTF-8, a declaration, one element a line."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element, indent, tostring

FORBIDDEN = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # by XML 1.0, in any form


def add(parent: Element, tag: str, text: str | None = None, **attributes: str) -> Element:
    """A new last child of an element."""
    child = Element(tag, {name: FORBIDDEN.sub("", value) for name, value in attributes.items()})
    child.text = None if text is None else FORBIDDEN.sub("", text)
    parent.append(child)
    return child


def xml_of(root: Element) -> str:
    """The file whose outermost element this is."""
    indent(root, space="")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{tostring(root, encoding="unicode")}\n'
