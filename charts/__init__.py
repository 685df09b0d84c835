"""Charts: profiles to SVG by matplotlib, in one house style; and the picture of the site."""

from charts.card import draw_card
from charts.draw import draw_charts

__all__ = ["draw_card", "draw_charts"]
