"""The only judge: facts of all documents, corrected and merged into what we hold of parks and projects."""

from profiles.comparing import profile_indicators
from profiles.compile import compile_profiles
from profiles.corrections import correct
from profiles.finding import Library
from profiles.judge import judge
from profiles.scorecards import fill_scorecards

__all__ = ["Library", "compile_profiles", "correct", "fill_scorecards", "judge", "profile_indicators"]
