"""How long a brief takes to be set, the first one and each after it, against a plain page of HTML.

`python -m benchmarks.briefs [ROUNDS]`; the promise is 0.3 s for each after the first.
"""

from __future__ import annotations

import resource
import sys
from functools import partial
from statistics import median

from msgspec.structs import replace

from benchmarks.extraction import ROOT, seconds
from charts import draw_charts
from core.blocks import Print
from core.model import Page, Settings
from pages import Beside, plan_pages
from publish import PRESS, Theme, set_pdf
from publish.render import Renderer
from tests.briefing import rich_judgement, rich_profiles, rich_translator

ROUNDS = 30
PROMISED = 0.3  # seconds
TEMPLATES = ROOT / "templates"


def planned() -> list[Page | Print]:
    """The made-up park of the tests, as pages and prints in both languages."""
    profiles = rich_profiles()
    settings = Settings(as_of="2025-02-28", languages=("zh", "en"))
    beside = Beside(judgement=rich_judgement())
    return list(plan_pages(profiles, draw_charts(profiles), settings, beside))


def main() -> None:
    """Print seconds for the first PDF, for each after it, for the volume, for a page, and the ratio."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    pages = planned()
    brief, _, volume, english, *_ = (each for each in pages if isinstance(each, Print))
    in_english = rich_translator().edition.print

    def set_english(other: Print) -> bytes:
        return set_pdf(in_english(other), template=press)

    (page,) = (
        each for each in pages if isinstance(each, Page) and each.url == brief.url.replace("pdf", "html")
    )
    press, renderer = TEMPLATES / PRESS, Renderer(Theme(TEMPLATES), None)

    first = seconds(lambda: set_pdf(brief, template=press))
    others = [replace(brief, title=f"{brief.title}{number}") for number in range(rounds)]
    each = median(seconds(partial(set_pdf, other, template=press)) for other in others)
    plain = median(seconds(lambda: renderer.render(page)) for _ in range(rounds))
    english_ones = [replace(english, title=f"{english.title}{number}") for number in range(rounds)]
    said = median(seconds(partial(set_english, other)) for other in english_ones)
    whole = seconds(lambda: set_pdf(volume, template=press))
    kept = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"first PDF {first:.3f} s, each after it {each:.3f} s ({each / PROMISED:.2f} of what is promised)")
    print(f"an English one, names and all, {said:.3f} s")
    print(f"a PDF takes as long as {each / plain:.0f} pages of {plain:.4f} s")
    print(f"volume of {len(volume.briefs)} briefs {whole:.3f} s; memory at most {kept} MB")


if __name__ == "__main__":
    main()
