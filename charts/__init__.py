"""Charts: profiles to SVG by matplotlib, in one house style."""

from charts.draw import draw, draw_charts, sketch_charts

__all__ = ["draw", "draw_charts", "sketch_charts"]
