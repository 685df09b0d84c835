"""The only judge: facts of all documents, corrected and merged into what we hold of parks and projects."""

from profiles.changes import compare
from profiles.comparing import profile_indicators
from profiles.compile import compile_profiles
from profiles.corrections import correct
from profiles.finding import Library
from profiles.judge import judge
from profiles.keywords import keywords_of
from profiles.notes import check_notes
from profiles.related import relate, wordings_of
from profiles.scorecards import fill_scorecards
from profiles.snapshots import snapshot_of

__all__ = [
    "Library",
    "check_notes",
    "compare",
    "compile_profiles",
    "correct",
    "fill_scorecards",
    "judge",
    "keywords_of",
    "profile_indicators",
    "relate",
    "snapshot_of",
    "wordings_of",
]
