"""What the judge knows of an indicator's name: whether it is a flow, and whether it names one thing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from core.lexicon import Indicator

Naming = Literal["one", "many", "unknown"]  # things that a name may mean of one subject at one time

# a park has many of these at one time: each figure may be of another one
OF_MANY = frozenset(
    {
        "企业数", "项目数", "人才数", "审批时限", "奖励资金", "专项资金", "减免金额", "政策资金", "投资强度",
    }
)  # fmt: skip
# one project or company has one, a park has as many as it has projects
OF_ONE_PROJECT = frozenset(
    {
        "项目总投资", "年度投资", "完成投资", "产值", "税收", "产能", "用地面积", "建筑面积", "注册资本",
    }
)  # fmt: skip
TIMELESS = frozenset({"项目总投资", "注册资本"})  # told without a time, and true until told otherwise
# grows at constant prices, while levels are told at current ones
REAL = ("生产总值", "增加值")


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The indicators of the lexicon by name."""

    by_name: dict[str, Indicator]

    @classmethod
    def of(cls, indicators: Iterable[Indicator]) -> Vocabulary:
        """The vocabulary that these indicators make."""
        return cls({each.name: each for each in indicators})

    def flow(self, name: str) -> bool | None:
        """True for what is of a period, False for a stock; a narrower name is as the name it ends in."""
        known = self.by_name.get(name) or self._ending(name)
        return known.flow if known else None

    def naming(self, name: str, *, of_project: bool) -> Naming:
        """Whether two figures of this name, subject and time must be of the same thing."""
        if name in OF_MANY or (name in OF_ONE_PROJECT and not of_project):
            return "many"
        return "one" if name in self.by_name else "unknown"

    def canonical(self, words: str) -> str | None:
        """The name of the indicator that these words mean: GDP is 地区生产总值."""
        if words in self.by_name:
            return words
        return next((each.name for each in self.by_name.values() if words in each.synonyms), None)

    def _ending(self, name: str) -> Indicator | None:
        """The indicator whose name a narrower name ends in: 新能源汽车产业产值 ends in 产值."""
        fitting = (each for each in self.by_name.values() if name.endswith(each.name))
        return max(fitting, key=lambda each: len(each.name), default=None)


def grows_in_real_terms(indicator: str) -> bool:
    """Whether its growth is told at constant prices, so that two levels do not give it exactly."""
    return indicator.endswith(REAL)
