"""The charts of the site, remembered from build to build: one is drawn anew when what it shows changed."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from cache import Memory, Task, fingerprint
from charts import Sketch, draw
from core.model import Chart

ROOT = Path(__file__).parent


def draw_charts(sketches: Sequence[Sketch], *, memory: Memory) -> tuple[Chart, ...]:
    """The charts of these sketches, in their order."""
    code = fingerprint([ROOT / "charts", ROOT / "core"], packages=["matplotlib", "mpl-font", "msgspec"])
    return tuple(memory.map(Task(draw, Chart, "charts", code), sketches))
