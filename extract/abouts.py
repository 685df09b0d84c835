"""What a text is about that names no park by its form: an estate, a territory, a zone by its bare name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from core.gazetteer import gazetteer
from core.lexicon import Lexicon
from core.words import cut
from extract.forms import NAME_TAGS, form_words
from extract.mentions import Group
from extract.names import find_names
from extract.places import place_ending, place_starting

ESTATE = re.compile(
    r"(?:基地|产业园区?|科技园|工业园|科技城|产业城|科学城|园区|新城|创新港|小镇|示范区|集聚区|功能区)$"
)
RUN_BY = (
    "(?:管委会|党工委|管理委员会|管理局|管理办|开发公司|工委)"  # what runs a park, and no company's works
)


def ruling(strong: Sequence[Group], reads: Sequence[str]) -> list[Group]:
    """The territory that a text is about although it names a park in passing: its headline names it."""
    title = reads[0] if reads else ""
    if not strong or any(form in title for group in strong for form in group.forms):
        return []
    territory = _territory("\n".join(reads))
    if not territory:
        return []
    titled = any(form in title for form in territory[0].forms)
    return territory if titled and territory[0].count > 2 * max(group.count for group in strong) else []


def about(full: str, lexicon: Lexicon) -> list[Group]:
    """Where no park is named by its form: the estate or the territory that the text is mainly about."""
    return [*_estates(full, lexicon), *_territory(full)] or _bare(full, lexicon)


RULES = re.compile(  # 新区党工委, 高新区管委会: a zone that is run, by its form alone
    rf"(?<![一-鿿])(?P<form>新区|高新区|经开区|开发区|园区|示范区|合作区|保税区|综保区){RUN_BY}"
)
AT = re.compile(  # 放到｜赤岭, 来到｜赤岭, 赤岭｜招商局: where something is, or whose office
    r"(?:放到|放在|落户|落子|落地|来到|走进|选址|扎根|投向|布局|牵手|签约)(?P<place>[一-鿿]{2,3})(?=[，。、的；“”！]|$)"
    r"|(?:^|[，。；是“\n])(?P<owner>[一-鿿]{2,3})(?=(?:招商|投资促进|投促|企业服务|政务服务|行政审批)[一-鿿]{0,4}(?:局|中心|专班|办))"
)


def _bare(full: str, lexicon: Lexicon) -> list[Group]:
    """The zone that a text calls by its name without a form: 落户赤岭, beside 新区党工委."""
    run = RULES.search(full)
    if run is None:
        return []
    said = Counter(match["place"] or match["owner"] for match in AT.finditer(full))
    names = [name for name in said if name not in gazetteer() and _is_proper(name) and full.count(name) > 1]
    best = max(names, key=lambda name: (said[name], full.count(name)), default=None)
    if best is None:
        return []
    return [
        Group(
            best, (best,), form_words(lexicon)[1].get(run["form"], "其他"), best, (), None, full.count(best)
        )
    ]


def _is_proper(name: str) -> bool:
    """Whether a word is a name: unknown to the dictionary, or known as one."""
    words = cut(name)
    return all(len(word) == 1 or tag in NAME_TAGS for word, tag in words)


def _estates(full: str, lexicon: Lexicon) -> list[Group]:
    names = [
        name.name for name in find_names(full, lexicon) if name.kind == "zone" and ESTATE.search(name.name)
    ]
    counts = Counter(name for name in names if not re.search(r"[大个型级等]", name[:3]))
    families = {name: [other for other in counts if name.endswith(other)] for name in counts}
    weights = {name: sum(counts[other] for other in family) for name, family in families.items()}
    title = full.split("\n", 1)[0]
    run = bool(re.search(f"基地{RUN_BY}", full))
    weights = {
        name: weight
        for name, weight in weights.items()
        if run or not name.endswith("基地") or any(each in title for each in families[name])
    }
    best = max(weights, key=lambda name: (weights[name], len(name), name), default=None)
    if best is None or weights[best] < 2:
        return []
    forms = tuple(sorted(families[best], key=len, reverse=True))
    place = place_starting(best, 0)
    return [Group(best, forms, "产业园", best, (place,) if place else (), None, weights[best])]


def _territory(full: str) -> list[Group]:
    counts: Counter[str] = Counter()
    for match in re.finditer(r"[一-鿿]{1,6}?[省市县区州旗]", full):
        place = place_ending(match.group(), len(match.group()))
        if place and not place.endswith("省"):
            counts[place] += 1
    if not counts:
        return []
    name, count = max(counts.items(), key=lambda pair: (pair[1], len(pair[0]), pair[0]))
    short = re.sub(r"[市县区州旗]$", "", name)
    forms = (name, short) if len(short) > 1 and full.count(short) > full.count(name) else (name,)
    return [Group(name, forms, "其他", name, (name,), None, full.count(forms[-1]))] if count > 1 else []
