"""All that is judged once the facts are merged: conflicts, checks, promises, stages."""

from __future__ import annotations

from core.judgement import Judgement
from core.model import Profiles
from profiles.clock import calendar_of
from profiles.ladders import build_ladder, tell_stages
from profiles.promises import track_promises


def judge(profiles: Profiles) -> Judgement:
    """What the facts of all documents say of one another."""
    calendar = calendar_of(profiles)
    stages = tell_stages(profiles, calendar.dates)
    return Judgement(
        promises=track_promises(profiles, stages, calendar),
        ladders={project: build_ladder(each) for project, each in stages.items()},
    )
