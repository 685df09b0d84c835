"""The picture beside a shared link: the name of the site and what it promises, 1200 by 630 pixels."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO

import matplotlib as mpl
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from charts.style import LABEL, RULES, font, width_of
from core.about import Picture
from core.model import Settings
from core.urls import PICTURE

WIDTH, HEIGHT, PER_INCH = 1200, 630, 100
POINT = 72 / PER_INCH  # of a pixel
PAPER, INK, SOFT, ACCENT, MARK = "#fbfaf6", "#1d2120", "#565e5b", "#17545a", "#e9b44c"
LEFT, RIGHT = 96, 96
LEADING = 1.35
MOST_LINES = 2
PROMISE = "每个数字都能回到它的原句"
WORDS = re.compile(r"[A-Za-z0-9.,'&+-]+\s*|.\s*")  # what no line break may cut


@dataclass(frozen=True, slots=True)
class Lettering:
    """How lines are set; the size in pixels."""

    size: float
    colour: str
    bold: bool = False


TITLE, TAGLINE, PUBLISHER = Lettering(76, INK, bold=True), Lettering(40, SOFT), Lettering(30, SOFT)


def draw_card(settings: Settings) -> Picture | None:
    """The picture of the whole site, none where it has no address. The same settings give the same bytes."""
    if settings.base_url is None:
        return None
    with mpl.rc_context(), warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="Glyph .* missing")  # drawn as a box: no fault of the build
        mpl.rcdefaults()  # no reader's matplotlibrc may change a byte
        mpl.rcParams.update(RULES)
        figure = Figure(figsize=(WIDTH / PER_INCH, HEIGHT / PER_INCH), dpi=PER_INCH, facecolor=PAPER)
        _draw(figure, settings)
        out = BytesIO()
        figure.savefig(out, format="png", metadata={"Software": None})
    return Picture(PICTURE, f"{settings.title}：{settings.tagline or PROMISE}", out.getvalue())


def _draw(figure: Figure, settings: Settings) -> None:
    _fill(figure, (0, 0, 28, HEIGHT), ACCENT)
    under = _write(figure, settings.title, 210, TITLE)
    _fill(figure, (LEFT, under, 120, 8), MARK)
    _write(figure, settings.tagline or PROMISE, under + 70, TAGLINE)
    if settings.publisher:
        _write(figure, lines_of(settings.publisher, PUBLISHER.size)[0], HEIGHT - 50, PUBLISHER)


def _fill(figure: Figure, box: tuple[float, float, float, float], colour: str) -> None:
    """A box, given by left, top, width and height in pixels."""
    left, top, width, height = box
    corner = (left / WIDTH, 1 - (top + height) / HEIGHT)
    figure.add_artist(Rectangle(corner, width / WIDTH, height / HEIGHT, facecolor=colour, linewidth=0))


def _write(figure: Figure, text: str, middle: float, lettering: Lettering) -> float:
    """Write lines, the first at this height; return where they end."""
    for line in lines_of(text, lettering.size):
        figure.text(
            LEFT / WIDTH,
            1 - middle / HEIGHT,
            line,
            color=lettering.colour,
            verticalalignment="center_baseline",
            fontproperties=font(bold=lettering.bold, size=lettering.size * POINT),
        )
        middle += lettering.size * LEADING
    return middle - lettering.size * LEADING / 4


def lines_of(text: str, size: float) -> tuple[str, ...]:
    """The text in lines that fit across the picture; what is longer than the last ends with …."""
    lines = tuple(_broken(text, (WIDTH - LEFT - RIGHT) / size * LABEL))
    if len(lines) <= MOST_LINES:
        return lines
    return (*lines[: MOST_LINES - 1], f"{lines[MOST_LINES - 1][:-1]}…")


def _broken(text: str, width: float) -> Iterator[str]:
    """Lines no wider than so many units at the size of a chart's label."""
    line = ""
    for word in WORDS.findall(" ".join(text.split())):
        if line and width_of((line + word).rstrip(), bold=True) > width:
            yield line.rstrip()
            line = ""
        line += word
    yield line.rstrip()
