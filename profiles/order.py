"""In which order things stand: documents, facts, parks. None of it hangs on the order of reading."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pypinyin import lazy_pinyin

from core.model import Document, Evidence, Facts, Observation, ParkProfile
from core.periods import Reach, reach

# the order of GB/T 2260, told by two characters so that 江苏 and 江苏省 are one
PROVINCES = (
    "北京 天津 河北 山西 内蒙 辽宁 吉林 黑龙 上海 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 "
    "广东 广西 海南 重庆 四川 贵州 云南 西藏 陕西 甘肃 青海 宁夏 新疆 台湾 香港 澳门"
)

Place = tuple[bool, str, str, int, int]  # of evidence: date unknown, date, document, offsets


@dataclass(frozen=True, slots=True)
class Dates:
    """When each document was published; a date may be a year or a month only."""

    by_document: Mapping[str, str | None]
    age: Mapping[str, int]  # rank of each document, 0 for the newest; unknown dates last, ties by id

    def newest(self) -> str | None:
        """The newest date known, None where no document has one."""
        return max(filter(None, self.by_document.values()), default=None)

    def newest_first(self, documents: Iterable[str]) -> tuple[str, ...]:
        """Document ids, each once."""
        return tuple(sorted(set(documents), key=lambda each: self.age[each]))

    def place(self, evidence: Evidence) -> Place:
        """Sorts evidence by its document's date (unknown last), then by where it stands."""
        date = self.by_document[evidence.document]
        return (date is None, date or "", evidence.document, evidence.span.start, evidence.span.end)

    def appearance(self, evidence: Evidence) -> tuple[int, int, int]:
        """Sorts evidence as a reader meets it who begins with the newest document."""
        return (self.age[evidence.document], evidence.span.start, evidence.span.end)

    def in_time(self, observation: Observation) -> tuple[Reach, Place, str]:
        """Sorts observations by period (unknown last), then by where they stand."""
        return (reach(observation.period), self.place(observation.evidence), observation.id)


def dates_of(documents: Iterable[Document], facts: Mapping[str, Facts]) -> Dates:
    """The date of each document: its own, else the newest of its articles."""
    dates = {each.id: date_of(each, facts[each.id]) for each in documents}
    newest_first = sorted(sorted(dates), key=lambda each: dates[each] or "", reverse=True)
    return Dates(dates, {document: rank for rank, document in enumerate(newest_first)})


def date_of(document: Document, facts: Facts) -> str | None:
    """When a document was published: as it says itself, else when the newest of its articles was."""
    articles = (each.published for each in facts.articles if each.published)
    return document.metadata.published or max(articles, default=None)


def most_frequent(values: Iterable[str | None]) -> str | None:
    """The value that occurs most often, the first of them on a tie; None where there is none."""
    counts = Counter(value for value in values if value is not None)
    return max(counts, key=lambda value: counts[value], default=None)  # max and Counter keep the first


def fullest(names: Iterable[str]) -> str:
    """The longest name; of equally long ones the most frequent, then the first by code point."""
    counts = Counter(names)
    return min(counts, key=lambda name: (-len(name), -counts[name], name))


def by_sound(name: str) -> tuple[list[str], str]:
    """Sorts names as a dictionary does."""
    return (lazy_pinyin(name), name)


def by_province(park: ParkProfile) -> tuple[int, list[str], str, str]:
    """Sorts parks by province as GB/T 2260 does (unknown last), then by the sound of the name."""
    rank = PROVINCES.find(park.province[:2]) if park.province else -1
    return (rank if rank >= 0 else len(PROVINCES), *by_sound(park.name), park.id)
