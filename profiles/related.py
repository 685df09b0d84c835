"""Which documents belong together: what they name in common, and how alike their keywords are."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from math import sqrt

from core.model import Profiles, SourceProfile
from core.relations import Keyword, Keywords, Related, Relations, Shared, Wording
from profiles.names import bare_region, park_name

SHOWN = 8  # keywords on a page
FEWEST = 2  # keywords that tell a park, and that relate two documents
RELATED = 5  # documents on a page
NEAR = 12  # documents before and after, of those that share a thing or a word, that are looked at
WEIGHTS = {"park": 1.0, "project": 1.0, "policy": 0.5, "company": 0.5}
LIKENESS = 3.0  # what keywords weigh that are the very same
ENOUGH = 1.0  # a park, a project, two companies, or keywords of a cosine of a third
OPENING = 2  # characters
WORDS = 3  # keywords that are told as a reason

Weights = Mapping[str, float]  # by keyword


def wordings_of(profiles: Profiles) -> Iterator[Wording]:
    """The words of every document, without what is printed around its articles."""
    for source in profiles.sources:
        document, facts = source.document, source.facts
        segments = [segment for article in facts.articles for segment in article.segments]
        pieces = [document.text[each.start : each.end] for each in segments]
        names = {name for each in facts.parks for name in (each.name, *each.aliases)}
        names |= {each.company for each in facts.projects if each.company}
        yield Wording(
            document=document.id,
            title=_title(source),
            text="\n".join(pieces or [document.text[document.body :]]),
            names=tuple(sorted(names)),
            openings=tuple(sorted({each.name[:OPENING] for each in facts.projects})),
        )


def _title(source: SourceProfile) -> str | None:
    titles = (each.title for each in source.facts.articles if each.title)
    return source.document.metadata.title or next(titles, None)


def relate(profiles: Profiles, keywords: Iterable[Keywords]) -> Relations:
    """The keywords that are shown and the documents that belong together, reprints of one another aside."""
    known = _telling(profiles, keywords)
    shelf = _shelve(profiles, known)
    shown = {document: _unfolded(words) for document, words in known.items()}
    related = {each.document.id: _nearest(each.document.id, shelf) for each in profiles.sources}
    return Relations(
        keywords={document: words for document, words in shown.items() if words},
        parks=_of_parks(profiles, known),
        related={document: found for document, found in related.items() if found},
    )


# -- keywords -------------------------------------------------------------------------------------


def _telling(profiles: Profiles, keywords: Iterable[Keywords]) -> dict[str, tuple[Keyword, ...]]:
    """Without the names of parks and places, which stand on the page already."""
    names = set(_names(profiles))
    return {each.document: tuple(word for word in each.words if word.word not in names) for each in keywords}


def _names(profiles: Profiles) -> Iterator[str]:
    for park in profiles.parks:
        yield from map(bare_region, (park.province, park.city, park.county))
        for name in (park.name, *park.names):
            yield from (name, park_name(name, park.kind).place)


def _unfolded(words: Sequence[Keyword]) -> tuple[str, ...]:
    """The first of them; of two that hold one another the weightier stands for both."""
    chosen: list[str] = []
    for each in words:
        if len(chosen) < SHOWN and not any(each.word in one or one in each.word for one in chosen):
            chosen.append(each.word)
    return tuple(chosen)


def _of_parks(profiles: Profiles, known: Mapping[str, Sequence[Keyword]]) -> dict[str, tuple[str, ...]]:
    """Words that several documents share which speak of the park alone."""
    parks_of = Counter(document for park in profiles.parks for document in park.documents)
    found: dict[str, tuple[str, ...]] = {}
    for park in profiles.parks:
        own = [each for each in park.documents if parks_of[each] == 1 and each not in profiles.reprints]
        weights: dict[str, list[Keyword]] = defaultdict(list)
        for document in own:
            for word in known.get(document, ()):
                weights[word.word].append(word)
        common = [_sum(words) for words in weights.values() if len(words) > 1]
        words = _unfolded(sorted(common, key=lambda each: (-each.weight, each.word)))
        if len(words) >= FEWEST:
            found[park.id] = words
    return found


def _sum(words: Sequence[Keyword]) -> Keyword:
    count, weight = sum(each.count for each in words), sum(each.weight for each in words)
    return Keyword(words[0].word, count, round(weight, 3))


# -- documents ------------------------------------------------------------------------------------


@dataclass(slots=True)
class Shelf:
    """Documents by what they share, newest first."""

    original: Mapping[str, str]  # of each document: itself, or what it reprints
    ranks: Mapping[str, int]  # of each document, the newest first
    weights: Mapping[str, Weights]
    lengths: Mapping[str, float]
    things: dict[str, list[Shared]] = field(default_factory=lambda: defaultdict(list))  # by document
    holders: dict[Shared | str, list[str]] = field(default_factory=lambda: defaultdict(list))
    places: dict[tuple[Shared | str, str], int] = field(default_factory=dict)

    def beside(self, key: Shared | str, document: str) -> Iterator[str]:
        """Documents near this one that share the thing or the word, but no print of the same text."""
        holders, place = self.holders[key], self.places[(key, document)]
        for other in holders[max(0, place - NEAR) : place + NEAR + 1]:
            if self.original[other] == other != self.original[document]:
                yield other


def _shelve(profiles: Profiles, known: Mapping[str, Sequence[Keyword]]) -> Shelf:
    documents = [each.document.id for each in profiles.sources]
    weights = _weights(known)
    shelf = Shelf(
        original={each: profiles.reprints.get(each, each) for each in documents},
        ranks={each: rank for rank, each in enumerate(documents)},
        weights=weights,
        lengths={each: sqrt(sum(one * one for one in found.values())) for each, found in weights.items()},
    )
    for document, thing in _things(profiles):
        if thing not in shelf.things[document]:
            shelf.things[document].append(thing)
    for document in documents:
        keys: list[Shared | str] = [*shelf.things[document], *weights.get(document, {})]
        for key in keys:
            shelf.places[(key, document)] = len(shelf.holders[key])
            shelf.holders[key].append(document)
    return shelf


def _weights(known: Mapping[str, Sequence[Keyword]]) -> dict[str, Weights]:
    """Weights of keywords; what many of the documents say weighs less, what all say nothing."""
    documents = Counter(word.word for words in known.values() for word in words)
    return {
        document: {each.word: each.weight * (1 - documents[each.word] / (len(known) + 1)) for each in words}
        for document, words in known.items()
    }


def _things(profiles: Profiles) -> Iterator[tuple[str, Shared]]:
    """What each document names, parks first."""
    told: dict[str, set[str]] = {}
    for park in profiles.parks:
        yield from ((each, Shared("park", park.id)) for each in park.documents)
    for project in profiles.projects:
        told[project.id] = {each.evidence.document for each in project.mentions}
        yield from ((each, Shared("project", project.id)) for each in sorted(told[project.id]))
    for policy in profiles.policies:
        documents = sorted({each.evidence.document for each in policy.mentions})
        yield from ((each, Shared("policy", policy.id)) for each in documents)
    for company in profiles.companies:
        found = {each.evidence.document for each in company.observations}
        found |= {document for each in company.projects for document in told.get(each, ())}
        yield from ((each, Shared("company", company.id)) for each in sorted(found))


def _nearest(document: str, shelf: Shelf) -> tuple[Related, ...]:
    """The few that score most, newest first where they score alike."""
    shared: dict[str, list[Shared]] = defaultdict(list)
    products: dict[str, dict[str, float]] = defaultdict(dict)
    for thing in shelf.things[document]:
        for other in shelf.beside(thing, document):
            shared[other].append(thing)
    for word, weight in shelf.weights.get(document, {}).items():
        for other in shelf.beside(word, document):
            products[other][word] = weight * shelf.weights[other][word]
    length = shelf.lengths.get(document, 0.0)
    scores = {
        other: _score(shared.get(other, ()), products.get(other, {}), length * shelf.lengths.get(other, 0.0))
        for other in {*shared, *(each for each, words in products.items() if len(words) >= FEWEST)}
    }
    near = [other for other, score in scores.items() if score >= ENOUGH]
    first = sorted(near, key=lambda each: (-scores[each], shelf.ranks[each]))[:RELATED]
    return tuple(
        Related(
            document=each,
            shared=tuple(shared.get(each, ())),
            words=_weightiest(products.get(each, {})),
            score=scores[each],
        )
        for each in first
    )


def _score(shared: Sequence[Shared], products: Weights, length: float) -> float:
    alike = sum(products.values()) / length if length else 0.0
    return round(sum(WEIGHTS[each.kind] for each in shared) + LIKENESS * alike, 4)


def _weightiest(products: Weights) -> tuple[str, ...]:
    return tuple(sorted(products, key=lambda word: (-products[word], word))[:WORDS])
