"""What each kind of page says of itself in a sentence or two, of the values that it shows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import singledispatch

from pages.changes import ChangesView
from pages.companies import CompaniesView, CompanyView
from pages.compare import CompareView
from pages.conflicts import ConflictsView
from pages.downloads import DataView
from pages.home import HomeView, NotFoundView
from pages.honours import HonoursView
from pages.indicators import IndicatorsView, IndicatorView
from pages.industries import IndustriesView, IndustryView
from pages.method import MethodView
from pages.parks import UNKNOWN_PROVINCE, ParksView, ParkView
from pages.policies import PoliciesView, PolicyView
from pages.projects import ProjectsView, ProjectView
from pages.promises import PromisesView
from pages.regions import RegionsView
from pages.scorecards import ScorecardView
from pages.search import SearchView
from pages.sources import SourcesView, SourceView
from pages.timeline import TimelineView
from pages.views import Citation, Headline, Link, Site, Value, View

LONGEST = 150  # characters of a description, about; a search engine shows half of it
OTHER_KIND = "其他"


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
    company = view.company.text if view.company and view.company.text != view.name else None
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
    told = report_in_words(view.citation, view.recall.facts, [park.text for park in view.parks])
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
def _(view: PoliciesView, title: str) -> str:
    count = sum(len(lines) for _, lines in view.parks)
    return f"{count}项政策、规划和服务品牌，以及写明给谁、给多少的措施，按园区排列。{_as_of(view.site)}。"


@description.register
def _(view: PolicyView, title: str) -> str:
    where = f"，{view.park.text}" if view.park else ""
    given = f"，{len(view.instruments)}条措施" if view.instruments else ""
    return f"{view.name}：类型{view.kind}{where}{given}。{_cited(len(view.sources))}"


@description.register
def _(view: IndustriesView, title: str) -> str:
    return f"{len(view.industries)}个产业，各有哪些园区说以它为主。{_as_of(view.site)}。"


@description.register
def _(view: IndustryView, title: str) -> str:
    parks = dict.fromkeys(each.park.text for each in view.claims if each.park)
    return f"{view.name}：说到它的园区、有关的数据和项目{_listed(parks)}。{_cited(len(view.sources))}"


@description.register
def _(view: CompaniesView, title: str) -> str:
    return f"{len(view.companies)}家企业在各园区的项目、数据和荣誉。{_as_of(view.site)}。"


@description.register
def _(view: CompanyView, title: str) -> str:
    return f"{view.name}在各园区的项目、数据和荣誉{_parks(view.parks)}。{_cited(len(view.sources))}"


@description.register
def _(view: HonoursView, title: str) -> str:
    count = sum(len(lines) for _, lines in view.years)
    return f"园区和企业获得的{count}项荣誉与名次，按年份排列，附原句。{_as_of(view.site)}。"


@description.register
def _(view: TimelineView, title: str) -> str:
    count = sum(len(events) for _, events in view.years)
    return f"项目、政策、荣誉的{count}件事，按时间排列，附原句。{_as_of(view.site)}。"


@description.register
def _(view: PromisesView, title: str) -> str:
    counts = "、".join(f"{word}{count}项" for _, word, count in view.counts if count)
    return f"园区和项目说过要做到的事，与后来的报道对照：{counts or '还没有承诺'}。{_as_of(view.site)}。"


@description.register
def _(view: CompareView, title: str) -> str:
    parks = _listed(each.name for each in view.choice)
    return f"各园区同一指标、同一时期、同一口径的数放在一起；不能比的写明为什么{parks}。"


@description.register
def _(view: IndicatorsView, title: str) -> str:
    names = (line.name for _, lines in view.topics for line in lines)
    return f"园区报道过的指标：意思、各园区的数、哪些能比{_listed(names)}。"


@description.register
def _(view: IndicatorView, title: str) -> str:
    parks = _parks(each.park for each in view.parks)
    return f"{view.name}：意思、各园区的数、能比的排在一起{parks}。{_cited(len(view.sources))}"


@description.register
def _(view: RegionsView, title: str) -> str:
    return (
        f"园区按省、市排列，附主要数据{_listed(each.name for each in view.provinces)}。{_as_of(view.site)}。"
    )


@description.register
def _(view: ScorecardView, title: str) -> str:
    counts = "、".join(f"{word}{count}项" for word, count in view.counts if count)
    return (
        f"{view.park.text}的公开数据，按{view.evaluator}的考评分栏排列：{counts}。{_cited(len(view.sources))}"
    )


@description.register
def _(view: ChangesView, title: str) -> str:
    counts = "、".join(f"{word}{count}处" for word, count in view.counts if count)
    return f"与上一版相比：{counts or '没有变化'}，每处都附原句。{_as_of(view.site)}。"


def _parks(links: Iterable[Link]) -> str:
    return _listed(dict.fromkeys(each.text for each in links))


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


def report_in_words(citation: Citation, figures: int, parks: list[str]) -> str:
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
