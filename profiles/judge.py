"""All that is judged once the facts are merged: conflicts, checks, promises, stages."""

from __future__ import annotations

from core.judgement import Judgement
from core.model import Profiles


def judge(profiles: Profiles) -> Judgement:
    """What the facts of all documents say of one another."""
    return Judgement()
