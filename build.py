"""The way of the data, from content/ to output/. The options of the command line are in cli.py."""

from __future__ import annotations

from pathlib import Path

from cache import Memory
from core.problems import Tell
from core.wording_en import say_drawn
from facts import correct_facts
from sources import Shipped, Sources

ROOT, TEMPLATES = Path(__file__).parent, Path(__file__).with_name("templates")
SHIPPED = Shipped(
    lexicon=ROOT / "extract" / "lexicon",
    accuracy=ROOT / "docs" / "accuracy.json",
    scorecards=ROOT / "profiles" / "scorecards.yaml",
)


def build(sources: Sources, output: Path, *, memory: Memory, tell: Tell) -> int:
    """Write the whole site under output, once stale corrections are told; return the number of its pages."""
    # Not at the top of the file: the other commands need none of these.
    from charts import Tongue, draw_charts
    from pages import Beside, plan_pages
    from profiles import compile_profiles, fill_scorecards, judge, profile_indicators
    from publish import Form, publish_editions
    from translate import english_translator

    corrected = correct_facts(sources, memory=memory)
    tell(corrected.stale)
    profiles = compile_profiles(sources.content, corrected.facts, sources.references.lexicon)
    lexicon = sources.references.lexicon.indicators
    judgement = judge(profiles, lexicon)
    indicators = profile_indicators(profiles, lexicon, judgement.conflicts)
    scorecards = fill_scorecards(profiles, sources.forms, lexicon, judgement.conflicts)
    charts = draw_charts(profiles, judgement, indicators)
    beside = Beside(judgement, sources.accuracy, lexicon, indicators, scorecards)
    pages = plan_pages(profiles, charts, sources.content.settings, beside)
    english = english_translator(sources.content, profiles, sources.references.lexicon)
    if english:
        english.draw_with(draw_charts(profiles, judgement, indicators, Tongue(say_drawn, english.label)))
    editions = [english.edition] if english else []
    return publish_editions(pages, output, Form(TEMPLATES, sources.content.settings.base_url, editions))


def main() -> None:
    """The way in: `python build.py`."""
    from cli import parkbrief

    parkbrief(prog_name="build.py")


if __name__ == "__main__":
    main()
