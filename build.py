"""The way of the data, from content/ to output/. The options of the command line are in cli.py."""

from __future__ import annotations

from pathlib import Path

from msgspec.structs import replace

from cache import Memory
from core.problems import Tell
from facts import correct_facts
from sources import Shipped, Sources

ROOT, TEMPLATES = Path(__file__).parent, Path(__file__).with_name("templates")
SHIPPED = Shipped(
    ROOT / "extract" / "lexicon", ROOT / "docs" / "accuracy.json", ROOT / "profiles" / "scorecards.yaml"
)


def build(sources: Sources, output: Path, *, memory: Memory, tell: Tell) -> int:
    """Write the whole site under output, once what is doubtful is told; return the number of its pages."""
    import profiles  # not at the top of the file: the other commands need none of these
    from charting import draw_charts
    from charts import draw_card, sketch_charts
    from english import english_editions
    from pages import Beside, plan_pages
    from prints import set_prints
    from publish import Theme, publish
    from relating import compile_related

    content, indicators = sources.content, sources.references.lexicon.indicators
    corrected = correct_facts(sources, memory=memory)
    held = compile_related(content, corrected.facts, sources.references.lexicon, memory=memory)
    commentary = profiles.check_notes(content.notes, held)
    tell((*corrected.stale, *commentary.unseen))
    judgement = profiles.judge(held, indicators)
    reported = profiles.profile_indicators(held, indicators, judgement.conflicts)
    scorecards = profiles.fill_scorecards(held, sources.forms, indicators, judgement.conflicts)
    snapshot = profiles.snapshot_of(held, content.settings)
    changes = profiles.compare(sources.previous, snapshot)
    sketches = sketch_charts(held, judgement, reported)
    shown = Beside(judgement, sources.accuracy, indicators, reported, scorecards, commentary.notes)
    beside = replace(shown, snapshot=snapshot, changes=changes, picture=draw_card(content.settings))
    pages = plan_pages(held, draw_charts(sketches, memory=memory), content.settings, beside)
    english = english_editions(sources, held, sketches, memory=memory)
    theme = Theme(TEMPLATES, sources.folder, memory.keeping, english, tell)
    whole = set_prints(pages, theme=theme, memory=memory)
    return publish(whole, templates=theme, output=output, base_url=content.settings.base_url)


def main() -> None:
    """The way in: `python build.py`."""
    from cli import parkbrief

    parkbrief(prog_name="build.py")


if __name__ == "__main__":
    main()
