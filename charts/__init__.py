"""Charts: profiles to SVG by matplotlib, in one house style."""

from charts.draw import draw_charts, draw_park

__all__ = ["draw_charts", "draw_park"]
