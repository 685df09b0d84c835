"""From matplotlib's SVG to one that stands inside a page under a strict content security policy."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from charts.style import FONTS, ROLES

SVG = "http://www.w3.org/2000/svg"
DROPPED = {"metadata", "style", "title", "desc"}
COLOURS = {"fill", "stroke", "fill-opacity", "stroke-opacity", "opacity"}
DECIMALS = re.compile(r"-?\d+\.\d+")
NO_TURN = re.compile(r"^rotate\(-?0\b")
REFERENCE = re.compile(r"(?:url\()?#([\w.-]+)\)?")

ElementTree.register_namespace("", SVG)


def tidy(svg: str, *, chart_id: str, alt: str) -> str:
    """Attributes for styles, classes for colours; ids only where needed, and of this chart alone."""
    source = ElementTree.fromstring(svg)
    root = Element(
        f"{{{SVG}}}svg",
        {
            "class": "chart-svg",
            "viewBox": source.attrib["viewBox"],
            "role": "img",
            # not <title>: its numerals would be text of the page, and a tooltip over every label
            "aria-label": alt,
            "data-chart": chart_id,
            "font-family": FONTS,
            "stroke-linejoin": "round",
        },
    )
    for child in source:
        root.extend(_clean(child, (), chart_id))
    return ElementTree.tostring(root, encoding="unicode")


def _clean(element: Element, marks: tuple[str, ...], prefix: str) -> Iterator[Element]:
    """The element as it should be: nothing, itself, or, for a group that says nothing, its children."""
    tag = _local(element.tag)
    if tag in DROPPED:
        return
    marks = _marks(element) or marks
    attributes = _attributes(element, marks, prefix)
    children = [each for child in element for each in _clean(child, marks, prefix)]
    if tag in {"g", "defs"} and not children:
        return
    if tag == "g" and not attributes:
        yield from children
        return
    cleaned = Element(element.tag, attributes)
    cleaned.text = element.text if tag == "text" else None
    cleaned.extend(children)
    yield cleaned


def _marks(element: Element) -> tuple[str, ...]:
    """Role and fact that a drawing function put on a group by `style.mark`."""
    role, _, fact = element.get("id", "").partition(" ")
    return (role, fact) if role in ROLES else ()


def _attributes(element: Element, marks: tuple[str, ...], prefix: str) -> dict[str, str]:
    tag = _local(element.tag)
    found = {_local(name): value for name, value in element.attrib.items() if name not in {"style", "id"}}
    found |= _style(element.get("style", ""))
    found = {name: _value(name, value, prefix) for name, value in found.items()}
    if NO_TURN.match(found.get("transform", "")):
        del found["transform"]
    if element.get("id") and tag not in {"g", "svg"}:
        # a shape that <use> repeats: it takes its colours from there
        uncoloured = {name: value for name, value in found.items() if name not in COLOURS}
        return {"id": f"{prefix}-{element.attrib['id']}", **uncoloured}
    if marks and tag not in {"g", "defs"}:
        role, fact = marks
        found = {name: value for name, value in found.items() if name not in COLOURS} | ROLES[role]
        if fact and tag == "text":
            found["data-point"] = fact
    return found


def _style(style: str) -> dict[str, str]:
    pairs = (declaration.partition(":") for declaration in style.split(";") if declaration.strip())
    return {name.strip(): value.strip() for name, _, value in pairs if name.strip() != "font-family"}


def _value(name: str, value: str, prefix: str) -> str:
    if name in {"href", "clip-path"}:
        return REFERENCE.sub(lambda found: found[0].replace("#", f"#{prefix}-"), value)
    if name == "font-size":
        return value.removesuffix("px")
    # two decimals: all the eye can tell, and no machine's last digit shows
    return " ".join(DECIMALS.sub(lambda found: _number(float(found[0])), value).split())


def _number(number: float) -> str:
    return f"{round(number, 2) + 0.0:.2f}".rstrip("0").rstrip(".")  # + 0.0: no "-0"


def _local(name: str) -> str:
    return name.rpartition("}")[2]
