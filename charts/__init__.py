"""Charts: profiles to SVG by matplotlib, in one house style; and the picture of the site."""

from charts.card import draw_card
from charts.draw import Sketch, Tongue, draw, draw_charts, in_tongue, sketch_charts

__all__ = ["Sketch", "Tongue", "draw", "draw_card", "draw_charts", "in_tongue", "sketch_charts"]
