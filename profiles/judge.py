"""All that is judged once the facts are merged: conflicts, checks, promises, stages."""

from __future__ import annotations

from collections.abc import Sequence

from core.judgement import Judgement
from core.lexicon import Indicator
from core.model import Profiles
from profiles.audits import accused, audit
from profiles.claims import gather_claims
from profiles.clock import calendar_of
from profiles.conflicts import disputed, find_conflicts
from profiles.derive import derive
from profiles.ladders import build_ladder, tell_stages
from profiles.promises import track_promises
from profiles.retellings import find_retellings, settled_pairs
from profiles.vocabulary import Vocabulary


def judge(profiles: Profiles, indicators: Sequence[Indicator] = ()) -> Judgement:
    """What the facts of all documents say of one another.

    `indicators` are those of the lexicon: they tell a flow from a stock, and one thing from one of many.
    """
    vocabulary = Vocabulary.of(indicators)
    claims = gather_claims(profiles, vocabulary)
    retellings = find_retellings(claims)
    conflicts = find_conflicts(claims, settled_pairs(retellings))
    audits = audit(claims, vocabulary)
    doubtful = {*disputed(conflicts), *accused(audits)}
    calendar = calendar_of(profiles)
    stages = tell_stages(profiles, calendar.dates)
    return Judgement(
        derived=derive(claims, vocabulary, doubtful),
        retellings=retellings,
        conflicts=conflicts,
        audits=audits,
        promises=track_promises(profiles, stages, calendar),
        ladders={project: build_ladder(each) for project, each in stages.items()},
    )
