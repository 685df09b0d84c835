"""When documents were written, and how long ago: days are never more than is certain."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from core.model import Observation, Profiles, ProjectMention
from core.periods import first_day, last_day, year
from profiles.order import Dates, dates_of

Fact = Observation | ProjectMention


@dataclass(frozen=True, slots=True)
class Calendar:
    """The dates of documents, and the date of the whole."""

    dates: Dates
    as_of: str | None
    newest_year: Mapping[str, int]  # of each document, the newest that an actual value speaks of

    def written(self, fact: Fact) -> str | None:
        """The date of the document that tells a fact."""
        return self.dates.by_document[fact.evidence.document]

    def time_of(self, fact: Fact) -> str | None:
        """The date of the document; of one without a date, the newest year that it tells of as past."""
        document = fact.evidence.document
        known = self.newest_year.get(document)
        return self.written(fact) or (str(known) if known else None)

    def is_over(self, due: str | None) -> bool:
        """Whether the last day of a period has certainly passed."""
        return bool(due and self.as_of) and first_day(self.as_of or "") > last_day(due or "")

    def days_left(self, due: str | None) -> int | None:
        """Days to the last day of a period, negative when it is over; at least so many."""
        if due is None or self.as_of is None:
            return None
        now = first_day(self.as_of) if self.is_over(due) else last_day(self.as_of)
        return (last_day(due) - now).days

    def last_word(self, told: Iterable[Fact]) -> str | None:
        """The date of the newest document; None where one of them has none, for it may be the newest."""
        written = [self.written(each) for each in told]
        known = [each for each in written if each is not None]
        return max(known, key=last_day) if known and len(known) == len(written) else None

    def quiet_days(self, last_word: str | None) -> int | None:
        """Days since the last word; at least so many."""
        if last_word is None or self.as_of is None:
            return None
        return max(0, (first_day(self.as_of) - last_day(last_word)).days)


def calendar_of(profiles: Profiles) -> Calendar:
    """The calendar of all documents."""
    facts = {each.document.id: each.facts for each in profiles.sources}
    dates = dates_of([each.document for each in profiles.sources], facts)
    newest: dict[str, int] = {}
    for document, each in facts.items():
        told = [year(one.period) for one in each.observations if one.status == "actual"]
        years = [one for one in told if one is not None]
        if years:
            newest[document] = max(years)
    return Calendar(dates, profiles.as_of, newest)


def identity(*parts: str) -> str:
    """A short id made from what a finding is about."""
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:10]
