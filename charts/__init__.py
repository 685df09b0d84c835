"""Charts: profiles to SVG by matplotlib, in one house style; and the picture of the site."""

from charts.card import draw_card
from charts.draw import draw, draw_charts, sketch_charts

__all__ = ["draw", "draw_card", "draw_charts", "sketch_charts"]
