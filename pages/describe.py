"""What each page tells of itself to those who have not opened it, from the values that it shows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import singledispatch
from itertools import islice

from msgspec.structs import replace

from core.about import About, Crumb, DataFile, Dataset, Entry, Feed, Picture, Place, Report
from core.model import Observation, Page, ParkProfile, Profiles, SourceProfile
from core.periods import reach
from core.urls import FEED, NOT_FOUND, SOURCES, park_feed_url, park_url, source_url
from pages.conflicts import ConflictsView
from pages.downloads import DataView
from pages.home import HomeView, NotFoundView
from pages.method import MethodView
from pages.parks import UNKNOWN_PROVINCE, ParksView, ParkView
from pages.places import cite
from pages.projects import ProjectsView, ProjectView
from pages.search import KINDS, SearchView
from pages.sources import SourcesView, SourceView
from pages.views import Citation, Headline, Site, Value, View

LONGEST = 150  # characters of a description, about; a search engine shows half of it
FEED_LENGTH = 30  # articles
OTHER_KIND = "其他"
MEDIA_TYPES = {
    "csv": "text/csv",
    "json": "application/json",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
TERMS = "原文的版权归原刊所有；引用时请写明原刊，并写明“据本站整理”和资料截至的日期。"


class Describer:
    """Gives each page what is told of it; `picture` stands beside every link that is shared."""

    def __init__(self, profiles: Profiles, picture: Picture | None) -> None:
        self._picture = picture
        self._profiles = profiles
        self._parks = {park_url(park.id): park for park in profiles.parks}
        self._sources = {source_url(each.document.id): each for each in profiles.sources}
        self._entries = dict(_entries(profiles))

    def described(self, page: Page) -> Page:
        """The page with what is told of it; what it says of that itself stays."""
        view = page.view
        if not isinstance(view, View):
            return page
        about = About(
            description=page.about.description or description(view, page.title),
            updated=newest(view) or view.site.as_of.iso,
            listed=page.about.listed and page.url != NOT_FOUND,
            crumbs=crumbs(page.url, self._parks),
            subject=self._subject(page, view),
            feeds=tuple(self._feeds(page, view.site)),
            picture=self._picture,
        )
        return replace(page, about=about)

    def _subject(self, page: Page, view: View) -> Place | Report | Dataset | None:
        if isinstance(view, ParkView):
            park = self._parks[page.url]
            regions = dict.fromkeys((park.province, park.city, park.county))  # 重庆 is a city of its own
            return Place(park.name, park.names, tuple(filter(None, regions)))
        if isinstance(view, SourceView):
            return _report(view, self._sources[page.url])
        return _dataset(view, self._profiles) if isinstance(view, DataView) else None

    def _feeds(self, page: Page, site: Site) -> Iterator[Feed]:
        publisher = site.publisher or site.title
        if self._entries:
            yield Feed(FEED, f"{site.title}：最新文章", SOURCES, publisher, _first(self._entries.values()))
        park = self._parks.get(page.url)
        told = [self._entries[each] for each in park.documents if each in self._entries] if park else []
        if park and told:
            yield Feed(park_feed_url(park.id), f"{park.name}：最新文章", page.url, publisher, _first(told))


# -- descriptions ---------------------------------------------------------------------------------


@singledispatch
def description(view: View, title: str) -> str:
    """A page in a sentence or two."""
    return f"{title}：{view.site.title}，{_as_of(view.site)}。"


@description.register
def _(view: HomeView, title: str) -> str:
    counts = "、".join(f"{count}{label}" for label, count, _ in view.counts)
    promise = (view.site.tagline or "每个数字都能回到它的原句").rstrip("。")
    return f"{promise}。{counts}，{_as_of(view.site)}。"


@description.register
def _(view: ParksView, title: str) -> str:
    count = sum(len(parks) for _, parks in view.provinces)
    listed = _listed(name for name, _ in view.provinces if name != UNKNOWN_PROVINCE)
    return f"{count}个园区的级别、类型、主要数据和来源，按省份排列{listed}。{_as_of(view.site)}。"


@description.register
def _(view: ParkView, title: str) -> str:
    known = {line.label: line.value or "" for line in view.identity}
    kind = known.get("级别", "") + known.get("类型", "").replace(OTHER_KIND, "")
    where = "".join(dict.fromkeys(known.get("所在地", "").split(" · ")))
    card = "，".join(filter(None, (kind, f"位于{where}" if where else None)))
    told = [f"{view.name}：{card}。" if card else f"{view.name}。"]
    figures = list(_while_short(map(_said, view.headlines), LONGEST - len(told[0])))
    told += ["；".join(figures) + "。"] if figures else []
    return "".join([*told, _cited(len(view.sources))])


@description.register
def _(view: ProjectsView, title: str) -> str:
    count = sum(len(projects) for _, projects in view.parks)
    return f"{count}个项目的企业、总投资、最新阶段和出处，按园区排列。{_as_of(view.site)}。"


@description.register
def _(view: ProjectView, title: str) -> str:
    reached = next((step.name for step in view.ladder if step.latest), None)
    company = view.company if view.company != view.name else None
    told = (
        view.park.text if view.park else None,
        f"企业：{company}" if company else None,
        f"总投资{_with_limits(view.investment, ())}" if view.investment else None,
        f"最新阶段：{reached}" if reached else None,
    )
    return f"{view.name}：{'；'.join(filter(None, told)) or '阶段未知'}。{_cited(len(view.sources))}"


@description.register
def _(view: SourcesView, title: str) -> str:
    return (
        f"{len(view.sources)}篇来源，从新到旧：每篇的刊物、日期，说到哪些园区，载有多少数据。"
        f"{_as_of(view.site)}。"
    )


@description.register
def _(view: SourceView, title: str) -> str:
    told = _report_in_words(view.citation, view.recall.facts, [park.text for park in view.parks])
    return f"《{view.title}》，{told}"


@description.register
def _(view: ConflictsView, title: str) -> str:
    counts = "、".join(f"{count}{label}" for label, count, _ in view.counts if count)
    told = counts or "没有发现出入"
    return f"{view.site.title}的核对：各篇来源的数逐一对照，{told}，每个数都附原句。{_as_of(view.site)}。"


@description.register
def _(view: MethodView, title: str) -> str:
    return f"{view.site.title}怎样从文章里读出数字，这些数字该怎样读，读得有多准。"


@description.register
def _(view: DataView, title: str) -> str:
    tables = "、".join(f"{table.title}{table.rows}行" for table in view.tables if table.rows)
    held = tables or "还没有一行"
    return f"{view.site.title}所载的全部数据，连同原句和来源，CSV、JSON、Excel 三种格式：{held}。"


@description.register
def _(view: SearchView, title: str) -> str:
    return f"在{view.site.title}里找字句、园区、项目和来源，也可以按大小找数字。"


@description.register
def _(view: NotFoundView, title: str) -> str:
    return "网址可能写错了，或者这一页已经改名。"


def _said(headline: Headline) -> str:
    """A figure with all that must travel with it: 2024年地区生产总值1135.1亿元."""
    value = _with_limits(headline.value, headline.notes)
    return f"{headline.period.text}{headline.indicator}{value}"


def _with_limits(value: Value, limits: Iterable[str]) -> str:
    told = (*limits, value.status_word, *(doubt.word for doubt in value.doubts))
    words = "，".join(dict.fromkeys(filter(None, told)))
    return f"{value.text}（{words}）" if words else value.text


def _report_in_words(citation: Citation, figures: int, parks: list[str]) -> str:
    """Whose it is, of when, and what it holds; its title stands before it."""
    when = citation.published.text if citation.published.iso else "日期未知"
    if citation.digest:
        told = f"{when}。本站摘编自{citation.publisher}" if citation.publisher else f"{when}。本站摘编"
    else:
        told = f"{citation.publisher or '刊物未知'}，{when}"
    held = f"载有{figures}项数据" if figures else "没有识别到数据"
    spoken = f"，说到{'、'.join(_while_short(parks, LONGEST // 2))}" if parks else ""
    return f"{told}{'，' if citation.digest else '。'}{held}{spoken}。"


def _as_of(site: Site) -> str:
    """When what is shown ends."""
    if site.as_of.iso is None:
        return "来源日期未知"
    return f"{'资料截至' if site.as_of_is_stated else '最新来源'}{site.as_of.text}"


def _cited(sources: int) -> str:
    return f"据{sources}篇来源，每个数字都附原句。" if sources else "还没有来源。"


def _listed(names: Iterable[str]) -> str:
    told = "、".join(_while_short(names, LONGEST // 2))
    return f"：{told}" if told else ""


def _while_short(texts: Iterable[str], limit: int) -> Iterator[str]:
    """The first texts that fit; the very first in any case."""
    length = 0
    for text in texts:
        length += len(text) + 1
        if length > limit and length > len(text) + 1:
            return
        yield text


# -- the rest -------------------------------------------------------------------------------------


def newest(view: View) -> str | None:
    """The newest date of the documents that a page cites; None where it lists none."""
    cited: list[Citation] = [each.citation for each in getattr(view, "sources", ())]
    cited += [view.citation] if isinstance(view, SourceView) else []
    return max((each.published.iso for each in cited if each.published.iso), default=None)


def crumbs(url: str, parks: dict[str, ParkProfile]) -> tuple[Crumb, ...]:
    """The pages above a page: the list of its kind, and the park whose folder it lies in."""
    folder, _, rest = url.partition("/")
    above = [Crumb(f"{folder}/index.html", KINDS[folder])] if rest and folder in KINDS else []
    park = parks.get(url.rpartition("/")[0] + "/index.html")
    if park:
        above.append(Crumb(park_url(park.id), park.name))
    return tuple(each for each in above if each.url != url)


def _report(view: SourceView, source: SourceProfile) -> Report:
    metadata, citation = source.document.metadata, view.citation
    if not citation.digest:
        return Report(
            citation.title, citation.publisher, citation.published.iso, view.authors, url=view.original
        )
    retold = metadata.digest_of
    original = Report(retold.title, retold.publisher, retold.date, url=view.original) if retold else None
    ours = view.site.publisher or view.site.title
    return Report(citation.title, ours, citation.published.iso, view.authors, retells=original, is_ours=True)


def _dataset(view: DataView, profiles: Profiles) -> Dataset:
    lines = (*(file for table in view.tables for file in table.files), *view.whole)
    return Dataset(
        name=f"{view.site.title}：数据",
        publisher=view.site.publisher or view.site.title,
        terms=TERMS,
        terms_url="data/README.txt",
        files=tuple(_files(line.url for line in lines)),
        years=_years(each for source in profiles.sources for each in source.facts.observations),
        regions=tuple(dict.fromkeys(park.province for park in profiles.parks if park.province)),
        as_of=view.site.as_of.iso,
    )


def _files(urls: Iterable[str]) -> Iterator[DataFile]:
    for url in urls:
        name = url.rpartition("/")[2]
        stem, _, suffix = name.rpartition(".")
        if suffix in MEDIA_TYPES and not stem.endswith(".schema"):
            yield DataFile(url, name, MEDIA_TYPES[suffix])


def _years(observations: Iterable[Observation]) -> tuple[int, int] | None:
    """The first and the last year that actual figures speak of."""
    covered = [reach(each.period) for each in observations if each.period and each.status == "actual"]
    if not covered:
        return None
    return min(each.first for each in covered)[0], max(each.last for each in covered)[0]


def _entries(profiles: Profiles) -> Iterator[tuple[str, Entry]]:
    """The dated documents, newest first, by id."""
    parks: dict[str, list[str]] = {}
    for park in profiles.parks:
        for document in park.documents:
            parks.setdefault(document, []).append(park.name)
    for source in profiles.sources:
        document, citation = source.document.id, cite(source)
        if citation.published.iso:
            figures = len({each.evidence.span for each in source.facts.observations})
            yield (
                document,
                Entry(
                    url=citation.url,
                    title=citation.title,
                    published=citation.published.iso,
                    summary=_report_in_words(citation, figures, parks.get(document, [])),
                    publisher=None if citation.digest else citation.publisher,
                ),
            )


def _first(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    return tuple(islice(entries, FEED_LENGTH))
