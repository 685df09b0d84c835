"""The look of every chart: size, type, colours and saving. Drawing functions only place things."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from io import StringIO
from typing import Any

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.textpath import text_to_path

from core.fonts import file_of

WIDTH = 440.0  # units of the drawing; narrow, so that a telephone shows its type at nearly full size
PER_INCH = 72.0  # units, so that a unit is a point and font sizes are units too
LABEL, VALUE = 13.0, 13.0  # font sizes
LINE = 17.0  # from one line of a label to the next

ACCENT = "#2b7cae"  # readable on white and on near-black, for pages without a stylesheet
FONTS = "'Noto Sans CJK SC', 'Noto Sans SC', 'PingFang SC', 'Microsoft YaHei', sans-serif"

# what each drawn thing is: its class, for the stylesheet, and its look without one
ROLES: dict[str, dict[str, str]] = {
    "ink": {"class": "chart-ink", "fill": "currentColor"},
    "muted": {"class": "chart-muted", "fill": "currentColor", "fill-opacity": "0.7"},
    "bar": {"class": "chart-bar", "fill": ACCENT},
    "bar-bound": {"class": "chart-bar chart-bound", "fill": ACCENT, "fill-opacity": "0.45"},
    "bar-open": {"class": "chart-open", "fill": "none", "stroke": ACCENT, "stroke-dasharray": "4 3"},
    "axis": {"class": "chart-grid", "fill": "none", "stroke": "currentColor", "stroke-opacity": "0.35"},
    "area": {"class": "chart-area", "fill": ACCENT, "fill-opacity": "0.1"},
    "line": {"class": "chart-line", "fill": "none", "stroke": ACCENT},
    "dot": {"class": "chart-dot", "fill": ACCENT, "stroke": ACCENT},
    "dot-bound": {"class": "chart-dot chart-bound", "fill": "Canvas", "stroke": ACCENT},
}

RULES: dict[Any, Any] = {
    "svg.fonttype": "none",  # text stays text: searchable, small, in the reader's own font
    "svg.hashsalt": "parkbrief",  # ids repeat from run to run
    "text.parse_math": False,  # a $ in a name is a $
    "path.simplify": False,
}


@dataclass(frozen=True, slots=True)
class Canvas:
    """Height of a drawing and the margins around its axes, in units."""

    height: float
    left: float
    right: float
    top: float = 6.0
    bottom: float = 6.0

    @property
    def box(self) -> tuple[float, float, float, float]:
        """The axes' place in fractions of the figure, as matplotlib wants it."""
        across = WIDTH - self.left - self.right
        up = self.height - self.top - self.bottom
        return (self.left / WIDTH, self.bottom / self.height, across / WIDTH, up / self.height)


@dataclass(frozen=True, slots=True)
class Note:
    """A short text beside a place in the data: what it is, which fact it states, how it is set."""

    text: str
    role: str
    fact: str | None  # an observation's id; None where it states a count
    offset: tuple[float, float] = (0.0, 0.0)  # from the place, in units
    align: str = "left"
    bold: bool = False


def to_svg(draw: Callable[[Axes], None], canvas: Canvas) -> str:
    """Draw one chart in the house style; the SVG as matplotlib writes it. Same input, same bytes."""
    with mpl.rc_context(), warnings.catch_warnings():
        # the reader's browser sets the text: a glyph missing from the font we measure with is no fault
        warnings.filterwarnings("ignore", message="Glyph .* missing")
        mpl.rcdefaults()  # no reader's matplotlibrc may change a byte
        mpl.rcParams.update(RULES)
        figure = Figure(figsize=(WIDTH / PER_INCH, canvas.height / PER_INCH), dpi=PER_INCH)
        figure.patch.set_visible(False)
        axes = figure.add_axes(canvas.box)
        axes.set_axis_off()
        draw(axes)
        out = StringIO()
        figure.savefig(out, format="svg", metadata={"Date": None, "Creator": None})
    return out.getvalue()


def mark(role: str, fact: str | None = None) -> str:
    """The gid by which a drawn thing keeps its role, and the fact that it shows, into the SVG."""
    return f"{role} {fact}" if fact else role


def write(axes: Axes, place: tuple[float, float], note: Note) -> None:
    """Set one line of text at a place in the data."""
    axes.annotate(
        note.text,
        place,
        xytext=note.offset,
        textcoords="offset points",
        annotation_clip=False,
        horizontalalignment=note.align,
        verticalalignment="center_baseline",
        fontproperties=font(bold=note.bold),
        gid=mark(note.role, note.fact),
    )


def bar(axes: Axes, end: tuple[float, float], *, thickness: float, role: str) -> None:
    """A horizontal bar from zero: full, paler for a vague value, open for what is not yet so."""
    value, middle = end
    width = 1.5 if role == "bar-open" else 0
    axes.barh(middle, value, height=thickness, gid=mark(role), linewidth=width, clip_on=False)


def line(axes: Axes, places: Sequence[tuple[float, float]], *, whole: bool) -> None:
    """A line through places in the data, dashed where it is not whole."""
    _line(axes, places, "line", linewidth=2.0, linestyle="-" if whole else (0, (3, 3)))


def area(axes: Axes, places: Sequence[tuple[float, float]]) -> None:
    """The ground between a line and zero."""
    (first, _), (last, _) = places[0], places[-1]
    across, up = zip((first, 0.0), *places, (last, 0.0), strict=True)
    axes.fill(across, up, gid=mark("area"), linewidth=0, clip_on=False, zorder=0.4)


def baseline(axes: Axes, places: Sequence[tuple[float, float]]) -> None:
    """The line at zero."""
    _line(axes, places, "axis", linewidth=1.0, zorder=0.5)


def dots(axes: Axes, places: Sequence[tuple[float, float]], *, exact: bool) -> None:
    """Dots in the data; those of vague values are hollow."""
    role = "dot" if exact else "dot-bound"
    if places:
        _line(axes, places, role, linestyle="", marker="o", markersize=7.0, markeredgewidth=2.0, zorder=3)


def _line(axes: Axes, places: Sequence[tuple[float, float]], role: str, **look: Any) -> None:
    across, up = zip(*places, strict=True)
    axes.plot(across, up, gid=mark(role), clip_on=False, solid_capstyle="butt", **look)


@cache
def font(*, bold: bool = False, size: float = LABEL) -> FontProperties:
    """The font that measures labels: by file, since a system font of the same name may differ by a hair."""
    weight = "bold" if bold else "regular"
    return FontProperties(fname=file_of(weight), weight=weight, size=size)


def width_of(text: str, *, bold: bool = False) -> float:
    """How wide a line of text is set, in units."""
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="Glyph .* missing")
        width, _, _ = text_to_path.get_text_width_height_descent(text, font(bold=bold), ismath=False)
    return float(width)
