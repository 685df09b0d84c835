"""The charts of the site, remembered from build to build: one is drawn anew when what it shows changed."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from cache import Memory, Task, fingerprint
from charts import draw, sketch_charts
from core.comparison import IndicatorProfile
from core.judgement import Judgement
from core.model import Chart, Profiles

ROOT = Path(__file__).parent


def draw_charts(
    profiles: Profiles, judgement: Judgement, indicators: Sequence[IndicatorProfile], *, memory: Memory
) -> tuple[Chart, ...]:
    """The charts of every park, then of every indicator."""
    code = fingerprint([ROOT / "charts", ROOT / "core"], packages=["matplotlib", "mpl-font", "msgspec"])
    sketches = tuple(sketch_charts(profiles, judgement, indicators))
    return tuple(memory.map(Task(draw, Chart, "charts", code), sketches))
