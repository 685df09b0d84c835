"""Charts: profiles to SVG by matplotlib, in one house style."""

from charts.draw import draw_charts
from charts.labels import Tongue

__all__ = ["Tongue", "draw_charts"]
