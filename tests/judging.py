"""Sentences of made-up articles, the figures in them, and what the judge makes of them together."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from msgspec.structs import replace

from core.judgement import Judgement
from core.lexicon import Indicator
from core.model import Content, Document, Facts, Observation, Profiles, Settings
from profiles import compile_profiles, judge
from tests import factories
from tests.compiling import PARK, seen

INDICATORS = (
    Indicator("地区生产总值", "GRP", "money", ("GDP", "生产总值"), flow=True),
    Indicator("规上工业总产值", "output", "money", ("规模以上工业总产值",), flow=True),
    Indicator("固定资产投资", "investment", "money", flow=True),
    Indicator("工业投资", "industrial investment", "money", flow=True),
    Indicator("税收收入", "tax", "money", flow=True),
    Indicator("进出口总额", "trade", "money", flow=True),
    Indicator("出口总额", "exports", "money", flow=True),
    Indicator("进口总额", "imports", "money", flow=True),
    Indicator("签约项目数", "projects signed", "count", flow=True),
    Indicator("签约项目总投资", "investment signed", "money", flow=True),
    Indicator("项目总投资", "project investment", "money"),
    Indicator("企业数", "enterprises", "count", flow=False),
    Indicator("高新技术企业数", "high-tech enterprises", "count", ("高新技术企业",), flow=False),
    Indicator("高新技术产业产值", "high-tech output", "money", flow=True),
    Indicator("专利授权量", "patents", "count", flow=True),
)
Figure = tuple[str, Mapping[str, Any]]


class Article:
    """A made-up article: its text, and the figures that it is read as stating, by their words."""

    def __init__(self, id: str, text: str, *, published: str | None = None) -> None:
        self.document: Document = factories.a_document(text, id=id, published=published)
        self.observations: list[Observation] = []

    def states(self, words: str, indicator: str, **fields: Any) -> Article:
        """The article with one more figure, at the first place of its words that holds none yet."""
        taken = sum(each.evidence.text == words for each in self.observations)
        evidence = factories.evidence_of(self.document, words, skip=taken)
        known = {"indicator": indicator, "subject": PARK, "park": PARK, "period": "2024"}
        figure = factories.an_observation(self.document, words, **{**known, **fields})
        id = f"{self.document.id}-{evidence.span.start}"
        self.observations.append(replace(figure, id=id, evidence=evidence))
        return self

    def facts(self, **found: Any) -> Facts:
        """All that the article says."""
        return factories.facts_of(self.document, self.observations, **{"parks": (seen(),), **found})


def compiled(*articles: Article, reprints: Mapping[str, str] | None = None, **found: Any) -> Profiles:
    """The profiles made of these articles; keywords are facts of the first one besides its figures."""
    content = Content(Settings(), (), (), tuple(each.document for each in articles))
    facts = [each.facts(**(found if each is articles[0] else {})) for each in articles]
    return replace(compile_profiles(content, facts), reprints=dict(reprints or {}))


def judged(*articles: Article, **how: Any) -> Judgement:
    """What the judge finds in these articles, whatever their order."""
    found = judge(compiled(*articles, **how), INDICATORS)
    assert judge(compiled(*articles, **how), INDICATORS) == found
    return found


def one(text: str, words: str, indicator: str, **fields: Any) -> Article:
    """An article of one figure; `id` and `published` are the document's."""
    id, published = fields.pop("id", "a"), fields.pop("published", None)
    return Article(id, text, published=published).states(words, indicator, **fields)
