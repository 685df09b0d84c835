"""What was promised, held against what came: every promise once, in the order in which they fall due."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from core.judgement import Promise
from core.model import Profiles
from core.periods import last_day
from profiles.clock import Calendar
from profiles.ladders import Stages
from profiles.promised_stages import promises_of_stages
from profiles.promised_values import promises_of_values


def track_promises(
    profiles: Profiles, stages: Mapping[str, Stages], calendar: Calendar
) -> tuple[Promise, ...]:
    """Every promise once, park by park, the soonest due first; those without a time last."""
    found = [*promises_of_values(profiles, calendar)]
    for project in profiles.projects:
        found += promises_of_stages(project, stages[project.id], calendar)
    ranks: dict[str | None, int] = {park.id: place for place, park in enumerate(profiles.parks)}

    def order(each: Promise) -> tuple[object, ...]:
        told = each.target or each.stage
        place = calendar.dates.place(told.evidence) if told else ()
        due = last_day(each.due) if each.due else date.max
        return (ranks.get(each.park, len(ranks)), due, place, each.id)

    return tuple(sorted(found, key=order))
