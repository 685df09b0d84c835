"""The charts of all parks, remembered from build to build: a park is drawn anew when its profile changed."""

from __future__ import annotations

from pathlib import Path

from cache import Memory, Task, fingerprint
from charts import draw_park
from core.model import Chart, Profiles

ROOT = Path(__file__).parent


def draw_charts(profiles: Profiles, *, memory: Memory) -> tuple[Chart, ...]:
    """The charts of every park, in its order."""
    code = fingerprint([ROOT / "charts", ROOT / "core"], packages=["matplotlib", "mpl-font", "msgspec"])
    task = Task(draw_park, tuple[Chart, ...], "charts", code)
    return tuple(chart for drawn in memory.map(task, profiles.parks) for chart in drawn)
