"""Analysts' notes on the pages of parks and projects: apart from facts, every number linked or flagged."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape

import nh3
from markdown import markdown

from core.commentary import UNSEEN
from core.judgement import CheckedNote, NoteFigure
from core.model import Observation
from core.urls import relative
from core.wording import printed_text
from pages import figures
from pages.places import Places, date
from pages.views import Doubt, NoteView, Value

EXTENSIONS = ["tables", "sane_lists", "fenced_code"]
TAGS = {
    "p", "br", "hr", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "strong", "em", "code", "pre",
    "blockquote", "table", "thead", "tbody", "tr", "th", "td", "a",
}  # fmt: skip
ABOVE = 3  # the level of a note's title on a page; its highest heading comes right below
EMPTY_LINK = re.compile(r'<a(?: [a-z]+="[^"]*")*></a>')
OPEN, CLOSE = "\ue000", "\ue001"  # private-use characters around the number of a figure
PLACED = re.compile(f"{OPEN}(\\d+){CLOSE}")
TAG = re.compile(r"""<(?P<close>/)?(?P<name>[a-z][a-z0-9]*)(?:[^>"]|"[^"]*")*>""")
HEADING = re.compile(r"(?<=<h)[1-6](?=[ >])|(?<=</h)[1-6](?=>)")


def notes_on(url: str, places: Places) -> tuple[NoteView, ...]:
    """The notes that stand on a page."""
    return tuple(_view(each, places, url) for each in places.notes.get(url, ()))


def _view(checked: CheckedNote, places: Places, here: str) -> NoteView:
    note = checked.note
    title = escape(with_places(note.title, checked.title))
    return NoteView(
        anchor=f"note-{note.id}",
        title=_linked(title, checked.title, places, here),
        role=note.role,
        date=date(note.date),
        html=_linked(safe_html(checked), checked.figures, places, here),
    )


def safe_html(checked: CheckedNote) -> str:
    """The text as HTML that is safe to publish, with a placeholder for each of its figures."""
    html = markdown(with_places(checked.note.text, checked.figures), extensions=EXTENSIONS)
    safe = nh3.clean(
        html,
        tags=TAGS,
        attributes={"a": {"href"}, "ol": {"start"}},
        url_schemes={"http", "https", "mailto"},
        link_rel="external noopener nofollow",
    )
    lower = ABOVE + 1 - min(map(int, HEADING.findall(safe)), default=1)
    return HEADING.sub(lambda found: str(min(6, int(found[0]) + lower)), safe)


def with_places(text: str, found: Sequence[NoteFigure]) -> str:
    """The text with its figures replaced by their numbers between two characters that no text keeps."""
    parts, start = [], 0
    for number, each in enumerate(found):
        parts += [_without_marks(text[start : each.span.start]), f"{OPEN}{number}{CLOSE}"]
        start = each.span.end
    return "".join((*parts, _without_marks(text[start:])))


def _without_marks(text: str) -> str:
    return text.replace(OPEN, "").replace(CLOSE, "")


# -- figures in their places -----------------------------------------------------------------------


def _linked(html: str, found: Sequence[NoteFigure], places: Places, here: str) -> str:
    """HTML with its figures: each a link to its sentence, or flagged. A link around one is parted."""
    shown = [_figure(each, places, here) for each in found]
    parts, start, link = [], 0, ""
    for tag in TAG.finditer(html):
        parts.append(_in_text(html[start : tag.start()], shown, link))
        said = PLACED.sub(lambda place: escape(found[int(place[1])].text), tag[0])
        parts.append("<code data-name>" if said == "<code>" else said)
        if tag["name"] == "a":
            link = "" if tag["close"] else said
        start = tag.end()
    return EMPTY_LINK.sub("", "".join((*parts, _in_text(html[start:], shown, link))))


def _in_text(text: str, shown: Sequence[str], link: str) -> str:
    before, after = ("</a>", link) if link else ("", "")
    return PLACED.sub(lambda place: before + shown[int(place[1])] + after, text)


def _figure(figure: NoteFigure, places: Places, here: str) -> str:
    text = escape(figure.text)
    if figure.fact is None:
        return f'<span class="unseen" data-unseen>{text}<span class="tag tag--unseen">{UNSEEN}</span></span>'
    if figure.as_printed:
        return _fact(figure.fact, figure.text, places, here)
    printed = printed_text(figure.fact)
    link = _fact(figure.fact, printed, places, here)
    return f'<span data-derived="来源作{escape(printed)}">{text}</span>（来源作{link}）'


def _fact(fact: Observation, text: str, places: Places, here: str) -> str:
    said = figures.value(fact, places)
    link, title = escape(relative(here, said.url)), escape(f"原句：{said.quote}")
    status = f' <span class="tag tag--{said.status}">{said.status_word}</span>' if said.status_word else ""
    return (
        f'<a class="value value--{said.status}" data-fact="{escape(said.id)}" href="{link}" title="{title}">'
        f"{escape(text)}</a>{status}{''.join(_doubt(each, said, here) for each in said.doubts)}"
    )


def _doubt(doubt: Doubt, said: Value, here: str) -> str:
    """The mark that stands beside a value in dispute, as beside the same value anywhere else."""
    told, word = escape(doubt.told), escape(doubt.word)
    return (
        f' <a class="doubt" data-doubt="{escape(said.id)}" href="{escape(relative(here, doubt.url))}" '
        f'title="{told}" aria-label="{word}：{told}">{word}</a>'
    )
