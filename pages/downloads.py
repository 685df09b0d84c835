"""data/index.html: everything that the site holds, as tables to take away."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Annotated, Literal

from msgspec import Meta, Struct

from core.amounts import unscaled
from core.judgement import Derived, Judgement
from core.model import Observation, Page, Profiles, ProjectProfile
from core.tables import DataTable, Download
from core.urls import DATA, park_url, project_url, source_url
from core.wording import say, say_period
from pages.places import Places
from pages.views import Citation, Site, View

Text = str | None
Number = int | float
MEASURES = "level 水平，growth 变动率，increment 变动量，share 比重，rank 位次，gap 差距"
CAUSES = (
    "unit 单位，cumulative 累计与当期，date 时点，scope 口径，"
    "basis 性质，preliminary 快报与定稿，unknown 不明"
)


class ObservationRow(Struct, frozen=True):
    """One figure as a source states it."""

    id: Annotated[str, Meta(title="编号", description="观测值的编号，网页上锚点 o-编号")]
    park_id: Annotated[Text, Meta(title="园区编号", description="空：不属于任何园区")]
    park: Annotated[Text, Meta(title="园区", description="园区名称")]
    subject: Annotated[str, Meta(title="主体", description="这个数说的是谁")]
    indicator: Annotated[str, Meta(title="指标", description="词表收录的指标用规范名，其余照原文")]
    measure: Annotated[
        Literal["level", "growth", "increment", "share", "rank", "gap"],
        Meta(title="量度", description=MEASURES),
    ]
    value: Annotated[Number, Meta(title="数值", description="按“单位”一栏计")]
    unit: Annotated[str, Meta(title="单位", description="照原文，例如 亿元")]
    value_whole: Annotated[Number, Meta(title="折算值", description="按“基本单位”一栏计，供排序和计算")]
    unit_whole: Annotated[str, Meta(title="基本单位", description="去掉万、亿后的单位")]
    bound: Annotated[
        Literal["=", ">", "<", "~"],
        Meta(title="界限", description="= 正好，> 下限（超、以上），< 上限（不足、近），~ 约"),
    ]
    period: Annotated[Text, Meta(title="时期", description="2024，2024-06，2024-01/2024-09；@ 起首为时点")]
    period_text: Annotated[str, Meta(title="时期（文字）", description="时期的中文写法")]
    status: Annotated[
        Literal["actual", "target", "estimate"],
        Meta(title="状态", description="actual 实际，estimate 预计，target 目标"),
    ]
    scope: Annotated[Text, Meta(title="口径", description="数字覆盖的范围，例如 全口径、规上")]
    basis: Annotated[Text, Meta(title="性质", description="协议、计划、到位、累计等；性质不同的数不能相加")]
    said: Annotated[str, Meta(title="原文写法", description="连同界限的写法")]
    quote: Annotated[str, Meta(title="原句", description="载有这个数的句子")]
    source_id: Annotated[str, Meta(title="来源编号", description="见来源表")]
    source: Annotated[str, Meta(title="来源", description="文章标题")]
    evidence: Annotated[str, Meta(title="证据", description="网站内的位置：来源页上标亮的字句")]
    rule: Annotated[str, Meta(title="规则", description="识别这个数的规则")]
    confidence: Annotated[float, Meta(title="把握", description="0 至 1，规则的属性")]


class ParkRow(Struct, frozen=True):
    """One park."""

    id: Annotated[str, Meta(title="编号", description="园区页的地址里用的编号")]
    name: Annotated[str, Meta(title="园区", description="名录所载名称；名录未收录的，取文中最全的名称")]
    other_names: Annotated[str, Meta(title="又称", description="顿号分隔")]
    kind: Annotated[str, Meta(title="类型", description="例如 高新技术产业开发区")]
    level: Annotated[Text, Meta(title="级别", description="国家级、省级；空：未知")]
    province: Annotated[Text, Meta(title="省份", description="空：未知")]
    city: Annotated[Text, Meta(title="城市", description="空：未知")]
    county: Annotated[Text, Meta(title="区县", description="空：未知")]
    registered: Annotated[bool, Meta(title="名录收录", description="否：据文章暂列")]
    sources: Annotated[int, Meta(title="来源篇数", description="说到这个园区的文章")]
    page: Annotated[str, Meta(title="网页", description="网站内的位置")]


class ProjectRow(Struct, frozen=True):
    """One project."""

    id: Annotated[str, Meta(title="编号", description="项目页的地址里用的编号")]
    name: Annotated[str, Meta(title="项目", description="最全的名称")]
    park_id: Annotated[Text, Meta(title="园区编号", description="空：园区未知")]
    park: Annotated[Text, Meta(title="园区", description="园区名称")]
    company: Annotated[Text, Meta(title="企业", description="投资方或建设方；空：未知")]
    stage: Annotated[Text, Meta(title="阶段", description="最新一篇说到阶段的文章所说的阶段")]
    date: Annotated[Text, Meta(title="日期", description="那个阶段的日期；空：未知")]
    investment: Annotated[Text, Meta(title="总投资", description="照原文；不等于到位资金")]
    quote: Annotated[str, Meta(title="原句", description="说到阶段的句子")]
    source_id: Annotated[str, Meta(title="来源编号", description="见来源表")]
    page: Annotated[str, Meta(title="网页", description="网站内的位置")]


class SourceRow(Struct, frozen=True):
    """One document."""

    id: Annotated[str, Meta(title="编号", description="来源页的地址里用的编号")]
    title: Annotated[str, Meta(title="标题", description="文章标题")]
    publisher: Annotated[Text, Meta(title="刊物", description="空：未知")]
    published: Annotated[Text, Meta(title="日期", description="2021-12-27，2024-07 或 2024；空：未知")]
    digest: Annotated[bool, Meta(title="摘编", description="是：本站用自己的话写的摘编")]
    url: Annotated[Text, Meta(title="原文网址", description="空：未知")]
    licence: Annotated[Text, Meta(title="许可", description="空：未知")]
    page: Annotated[str, Meta(title="网页", description="网站内的位置")]


class DerivedRow(Struct, frozen=True):
    """A value worked out from values that sources state."""

    id: Annotated[str, Meta(title="编号", description="推算值的编号")]
    park_id: Annotated[Text, Meta(title="园区编号", description="空：不属于任何园区")]
    subject: Annotated[str, Meta(title="主体", description="这个数说的是谁")]
    indicator: Annotated[str, Meta(title="指标", description="同观测值表")]
    measure: Annotated[str, Meta(title="量度", description="growth 变动率，share 比重")]
    period: Annotated[str, Meta(title="时期", description="同观测值表")]
    value: Annotated[Number, Meta(title="数值", description="在工作簿里是公式")]
    unit: Annotated[str, Meta(title="单位", description="例如 %")]
    working: Annotated[str, Meta(title="算法", description="用原文的数字写出")]
    operands: Annotated[str, Meta(title="所用观测值", description="观测值编号，空格分隔，按算式次序")]


class ConflictRow(Struct, frozen=True):
    """One side of a conflict between sources."""

    conflict: Annotated[str, Meta(title="冲突编号", description="编号相同的几行说法不一")]
    park_id: Annotated[Text, Meta(title="园区编号", description="空：不属于任何园区")]
    subject: Annotated[str, Meta(title="主体", description="这个数说的是谁")]
    indicator: Annotated[str, Meta(title="指标", description="同观测值表")]
    observation: Annotated[str, Meta(title="观测值编号", description="见观测值表")]
    said: Annotated[str, Meta(title="原文写法", description="连同界限的写法")]
    period: Annotated[str, Meta(title="时期", description="时期的中文写法")]
    cause: Annotated[str, Meta(title="可能的原因", description=CAUSES)]


class FileLine(Struct, frozen=True):
    """A file in the list of downloads."""

    url: str
    name: str
    about: str


class TableLine(Struct, frozen=True):
    """A table in the list of downloads, with its files and its columns."""

    title: str
    rows: int
    files: tuple[FileLine, ...]
    columns: tuple[tuple[str, str, str], ...]  # name, title, description


class DataView(View, frozen=True, kw_only=True):
    """data/index.html"""

    tables: tuple[TableLine, ...]
    whole: tuple[FileLine, ...]


def data_page(profiles: Profiles, judgement: Judgement, places: Places, site: Site) -> Page:
    """data/index.html: what there is to take away, and what each column holds."""
    tables = tuple(_tables(profiles, judgement, places))
    view = DataView(
        site=site,
        section="data",
        tables=tuple(_line(each) for each in tables),
        whole=(
            FileLine("data/parkbrief.xlsx", "parkbrief.xlsx", "全部表格、来源与栏目说明；推算值是活的公式"),
            FileLine("data/README.txt", "README.txt", "怎样读这些数据，许可与引用"),
        ),
    )
    download = Download("data", site.title, site.as_of.text, site.imprint.publisher, tables)
    return Page(DATA, "data.html", "数据下载", view, download=download)


def _line(table: DataTable) -> TableLine:
    files = (
        FileLine(f"data/{table.name}.csv", "CSV", "Excel 可直接打开"),
        FileLine(f"data/{table.name}.json", "JSON", "供程序读取"),
        FileLine(f"data/{table.name}.schema.json", "JSON Schema", "栏目与取值的定义"),
    )
    columns = tuple((each.name, each.title, each.description) for each in table.columns)
    return TableLine(table.title, len(table.rows), files, columns)


def _tables(profiles: Profiles, judgement: Judgement, places: Places) -> Iterator[DataTable]:
    yield DataTable("observations", "观测值", ObservationRow, tuple(_observations(profiles, places)))
    yield DataTable("derived", "推算值", DerivedRow, tuple(_derived(each) for each in judgement.derived))
    yield DataTable("conflicts", "来源不一", ConflictRow, tuple(_conflicts(judgement)))
    yield DataTable("projects", "项目", ProjectRow, tuple(_projects(profiles)))
    yield DataTable("parks", "园区", ParkRow, tuple(_parks(profiles)))
    yield DataTable("sources", "来源", SourceRow, tuple(_sources(profiles, places)))


def _observations(profiles: Profiles, places: Places) -> Iterator[ObservationRow]:
    names = {park.id: park.name for park in profiles.parks}
    for source in profiles.sources:
        citation = places.citations[source.document.id]
        for each in source.facts.observations:
            park = profiles.park_of.get(each.id)
            yield _observation(each, (park, names[park] if park else None), citation, places)


def _observation(
    each: Observation, park: tuple[str | None, str | None], citation: Citation, places: Places
) -> ObservationRow:
    whole, unit = unscaled(each.value, each.unit)
    return ObservationRow(
        id=each.id,
        park_id=park[0],
        park=park[1],
        subject=each.subject,
        indicator=each.indicator,
        measure=each.measure,
        value=number(each.value),
        unit=each.unit,
        value_whole=number(whole),
        unit_whole=unit,
        bound=each.bound,
        period=each.period,
        period_text=say_period(each.period),
        status=each.status,
        scope=each.scope,
        basis=each.basis,
        said=say(each),
        quote=each.evidence.quote,
        source_id=each.evidence.document,
        source=citation.title,
        evidence=places.evidence[each.id],
        rule=each.rule,
        confidence=each.confidence,
    )


def number(value: Decimal) -> Number:
    """A value as JSON and spreadsheets know it: whole where it is whole."""
    return int(value) if value == value.to_integral_value() else float(value)


def _derived(each: Derived) -> DerivedRow:
    return DerivedRow(
        id=each.id,
        park_id=each.park,
        subject=each.subject,
        indicator=each.indicator,
        measure=each.measure,
        period=each.period,
        value=number(each.value),
        unit=each.unit,
        working=each.working.formula,
        operands=" ".join(one.id for one in each.working.operands),
    )


def _conflicts(judgement: Judgement) -> Iterator[ConflictRow]:
    for conflict in judgement.conflicts:
        for side in conflict.sides:
            yield ConflictRow(
                conflict=conflict.id,
                park_id=conflict.park,
                subject=conflict.subject,
                indicator=conflict.indicator,
                observation=side.id,
                said=say(side),
                period=say_period(side.period),
                cause=conflict.cause,
            )


def _projects(profiles: Profiles) -> Iterator[ProjectRow]:
    names = {park.id: park.name for park in profiles.parks}
    for project in profiles.projects:
        if project.mentions:
            yield _project(project, names)


def _project(project: ProjectProfile, names: dict[str, str]) -> ProjectRow:
    latest = ([each for each in project.mentions if each.stage] or project.mentions)[-1]
    money = [each.investment for each in project.mentions if each.investment]
    return ProjectRow(
        id=project.id,
        name=project.name,
        park_id=project.park,
        park=names.get(project.park or ""),
        company=project.company,
        stage=latest.stage,
        date=latest.date,
        investment=money[-1].text if money else None,
        quote=latest.evidence.quote,
        source_id=latest.evidence.document,
        page=project_url(project.id),
    )


def _parks(profiles: Profiles) -> Iterator[ParkRow]:
    for park in profiles.parks:
        yield ParkRow(
            id=park.id,
            name=park.name,
            other_names="、".join(park.names),
            kind=park.kind,
            level=park.level,
            province=park.province,
            city=park.city,
            county=park.county,
            registered=park.entry is not None,
            sources=len(park.documents),
            page=park_url(park.id),
        )


def _sources(profiles: Profiles, places: Places) -> Iterator[SourceRow]:
    for source in profiles.sources:
        document = source.document
        citation = places.citations[document.id]
        yield SourceRow(
            id=document.id,
            title=citation.title,
            publisher=citation.publisher,
            published=citation.published.iso,
            digest=citation.digest,
            url=document.metadata.url,
            licence=document.metadata.licence,
            page=source_url(document.id),
        )
