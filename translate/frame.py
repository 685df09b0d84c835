"""The frame of an English page: its links, its switch of languages, what is told of it elsewhere."""

from __future__ import annotations

from lxml.html import HtmlElement

from core.editions import CHINESE, ENGLISH, FOLDER, has_edition
from core.urls import anchor, relative, resolve

LOCALE = "en_US"
LINKS = {"a": "href", "link": "href", "script": "src", "img": "src"}


def reframe(root: HtmlElement, url: str) -> None:
    """Make the frame of the Chinese page of this URL that of its English one."""
    root.set("lang", ENGLISH)
    _relink(root, url)
    _retell(root)
    for each in root.iterfind(".//*[@data-languages]"):
        _switch(each, url)


def _relink(root: HtmlElement, url: str) -> None:
    """Links to what both editions share; those to pages lead on within the edition as they stand."""
    for element in root.iter(*LINKS):
        name = LINKS[element.tag]
        link = element.get(name)
        if not link or ":" in link.split("/", 1)[0] or link.startswith(("//", "#")):
            continue
        target, fragment = resolve(url, link)
        if "hreflang" in element.attrib or not has_edition(target):
            element.set(name, relative(FOLDER + url, anchor(target, fragment) if fragment else target))


def _retell(root: HtmlElement) -> None:
    """The address of the page itself. Its things (JSON-LD) are told of the Chinese page alone."""
    head = root.find("./head")
    own = head.find(f"./link[@hreflang='{ENGLISH}']")
    canonical = head.find("./link[@rel='canonical']")
    if own is not None and canonical is not None:
        canonical.set("href", own.get("href"))
    for each in head.iterfind("./meta[@property]"):
        if each.get("property") == "og:url" and own is not None:
            each.set("content", own.get("href"))
        if each.get("property") == "og:locale":
            each.set("content", LOCALE)
    for each in head.findall("./script[@type='application/ld+json']"):
        head.remove(each)


def _switch(element: HtmlElement, url: str) -> None:
    """The Chinese page becomes the one to go to."""
    chinese, english = element.iter("span", "a")
    chinese.tag, english.tag = "a", "span"
    del chinese.attrib["aria-current"]
    chinese.attrib.update({"href": relative(FOLDER + url, url), "hreflang": CHINESE})
    for name in ("href", "hreflang"):
        del english.attrib[name]
    english.set("aria-current", "true")
