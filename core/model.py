"""The frozen types that flow from stage to stage.

Offsets count Unicode characters of `Document.text` and are half-open: `text[start:end]`.
Values are `Decimal`. `None` means "the text does not say", never zero or empty.
A period is a string in the form that `core.periods` defines ("2024", "2024-01/2024-09", "@2021-12").
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Annotated, Literal

from msgspec import UNSET, Meta, Struct, UnsetType

from core.about import About
from core.problems import Problem
from core.relations import Relations
from core.tables import Download

Bound = Literal["=", ">", "<", "~"]
Measure = Literal["level", "growth", "increment", "share", "rank", "gap"]
Status = Literal["actual", "target", "estimate"]
Decision = Literal["accept", "reject", "amend"]
Share = Annotated[float, Meta(ge=0, le=1)]


class Span(Struct, frozen=True, order=True):
    """Half-open range of characters in one document: text[start:end]."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"span [{self.start}, {self.end}) is empty or runs backwards")


# -- what is read ---------------------------------------------------------------------------------


class DigestOf(Struct, frozen=True):
    """The publication that a digest retells in our own words."""

    title: str
    publisher: str | None = None
    date: str | None = None


class Metadata(Struct, frozen=True):
    """What is known of a document as a whole. Unknown stays None and is shown as unknown."""

    title: str | None = None
    publisher: str | None = None
    published: str | None = None  # "2021-12-27", "2024-07" or "2024"
    url: str | None = None
    authors: tuple[str, ...] = ()
    licence: str | None = None
    kind: Literal["article", "digest"] = "article"
    digest_of: DigestOf | None = None
    draft: bool = False  # it stays out of the site
    embargo: str | None = None  # the date before which it stays out; held against `as_of`, never a clock


class Document(Struct, frozen=True):
    """One file of `content/articles/` as text. A newspaper page is one document of several articles."""

    id: str  # from the file name; names the page sources/<id>.html
    name: str  # the file name, as `extract` prints it
    text: str  # .txt, .md: the file decoded, newlines and front matter as they are; else its main text
    body: int  # offset at which the article begins (after front matter), else 0
    metadata: Metadata


class Article(Struct, frozen=True):
    """One news text within a document: its pieces in reading order."""

    title: str | None
    publisher: str | None
    published: str | None
    authors: tuple[str, ...]
    segments: tuple[Span, ...]


# -- what is said ---------------------------------------------------------------------------------


class Evidence(Struct, frozen=True):
    """Where a fact stands in print. Only `at` makes one, so that quote and span agree."""

    document: str
    span: Span  # of the words that state the fact: a number with its unit, or a name
    sentence: tuple[Span, ...]  # the pieces of the sentence, two or more where a column broke it
    text: str
    quote: str

    @classmethod
    def at(cls, document: Document, span: Span, sentence: Sequence[Span]) -> Evidence:
        """Evidence at a span of the document; the quote is its sentence, line breaks taken out."""
        text = document.text
        pieces = "".join(text[piece.start : piece.end] for piece in sentence)
        return cls(
            document=document.id,
            span=span,
            sentence=tuple(sentence),
            text=text[span.start : span.end],
            quote=" ".join(pieces.split()),
        )


class ParkMention(Struct, frozen=True):
    """A park that a document gives facts about. `name` is its fullest name there."""

    name: str
    park_id: str | None  # the register's id, None for a park that it does not know
    aliases: tuple[str, ...]
    province: str | None
    city: str | None
    county: str | None
    kind: str  # 经济技术开发区, 高新技术产业开发区, 保税区, 自贸片区, 新区, 产业园, 其他
    level: str | None  # 国家级, 省级, or None where neither text nor register says


class Observation(Struct, frozen=True):
    """A quantity that states a fact: value, unit, and all that must travel with them (SDMX terms)."""

    id: str
    value: Decimal
    unit: str
    bound: Bound
    measure: Measure
    indicator: str
    subject: str
    park: str | None
    period: str | None
    status: Status
    scope: str | None  # 全口径, 规上, 核心区 …: whom the figure covers
    basis: str | None  # 协议, 计划, 到位, 累计 …: what kind of money or count it is
    rule: str
    confidence: float
    evidence: Evidence
    note: str | None = None  # what a person says who checked or amended it


class Investment(Struct, frozen=True):
    """The money a project is said to cost, as printed."""

    text: str
    value: Decimal
    unit: str
    bound: Bound
    observation: str | None  # id of the observation that states it


class ProjectMention(Struct, frozen=True):
    """A named investment project, carrier or facility, at its latest stage in the document."""

    id: str
    name: str
    company: str | None
    park: str | None
    investment: Investment | None
    stage: str | None  # 签约 落户 开工 在建 竣工验收 投产 运营 规划
    date: str | None
    evidence: Evidence


class PolicyMention(Struct, frozen=True):
    """A named policy, plan, programme or service brand."""

    id: str
    name: str
    park: str | None
    kind: str
    date: str | None
    evidence: Evidence


class Honour(Struct, frozen=True):
    """A title, award or ranking won."""

    id: str
    name: str
    holder: str
    park: str | None
    rank: int | None
    year: str | None
    evidence: Evidence


class IndustryClaim(Struct, frozen=True):
    """What a park says it builds on."""

    id: str
    park: str | None
    role: str  # 主导 先导 特色 新兴 未来 其他
    names: tuple[str, ...]
    evidence: Evidence


class Instrument(Struct, frozen=True):
    """What a policy gives: money, relief, space or service, to whom, on which condition, until when."""

    id: str
    kind: str  # 奖励 补贴 补助 贴息 减免 基金 租金优惠 人才 服务
    target: str | None  # whom it is for, as printed
    amount: str | None  # id of the observation that states it
    condition: str | None  # as printed
    deadline: str | None  # a period
    park: str | None
    policy: str | None  # the name of the policy that grants it
    evidence: Evidence  # of the word that says the kind
    per: str | None = None  # how the amount is meant, as printed: 每人, 每月, 一次性, 总规模
    rate: str | None = None  # id of the observation that states a share: 按投资额的10%
    limit: str | None = None  # id of the observation that states the most that is given, beside `amount`
    paid: bool = False  # the money was given: no promise of what will be


class Leftover(Struct, frozen=True):
    """A quantity of the article that became no fact, and why: the recall that a source page prints."""

    span: Span
    text: str
    reason: str


class Facts(Struct, frozen=True):
    """All that one document says."""

    document: str
    articles: tuple[Article, ...]
    parks: tuple[ParkMention, ...] = ()
    observations: tuple[Observation, ...] = ()
    projects: tuple[ProjectMention, ...] = ()
    policies: tuple[PolicyMention, ...] = ()
    honours: tuple[Honour, ...] = ()
    industries: tuple[IndustryClaim, ...] = ()
    instruments: tuple[Instrument, ...] = ()
    leftovers: tuple[Leftover, ...] = ()


# -- what is registered ---------------------------------------------------------------------------


class Stated(Struct, frozen=True):
    """A value that the register states, with where it comes from; None prints as "unsourced"."""

    value: str
    source: str | None = None


class ParkEntry(Struct, frozen=True):
    """One park of `content/parks.yaml`. The id is written by a person and never changes."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    kind: str | None = None
    level: Stated | None = None
    province: str | None = None
    city: str | None = None
    county: str | None = None
    approved: Stated | None = None  # the year, or date, of approval
    parent: str | None = None  # the id of the park that it lies in


class ProjectEntry(Struct, frozen=True):
    """One project of `content/projects.yaml`: names that mean the same project."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    park: str | None = None  # a park's id


class PolicyEntry(Struct, frozen=True):
    """One policy of `content/policies.yaml`: names that mean the same policy."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    park: str | None = None  # a park's id; None: of whichever park it is told


class CompanyEntry(Struct, frozen=True):
    """One company of `content/companies.yaml`: names that mean the same company, in whichever park."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()


class Amendment(Struct, frozen=True):
    """The fields of a fact that a correction sets; UNSET are those that stay as they were read."""

    indicator: str | UnsetType = UNSET
    subject: str | UnsetType = UNSET
    park: str | UnsetType | None = UNSET
    period: str | UnsetType | None = UNSET
    status: Status | UnsetType = UNSET
    measure: Measure | UnsetType = UNSET
    unit: str | UnsetType = UNSET
    value: Decimal | UnsetType = UNSET
    bound: Bound | UnsetType = UNSET
    scope: str | UnsetType | None = UNSET
    basis: str | UnsetType | None = UNSET


class Correction(Struct, frozen=True):
    """What a person decides of one fact, which is found by words of the article, not by offsets."""

    where: str  # file:line
    quote: str
    number: str  # the words of the fact itself, within the quote
    decision: Decision
    reason: str
    article: str | None = None  # id or name of the document; None: whichever says the quote
    read_as: str | None = None  # the indicator, where a number was read as several
    set: Amendment = Amendment()


class Note(Struct, frozen=True):
    """What an analyst says of one park or one project: commentary in Markdown, never a fact."""

    id: str  # from the file name; names the anchor note-<id>
    where: str  # the file, as problems print it
    park: str | None  # the id of a registered park; None for a note on a project
    project: str | None  # the id of a registered project
    title: str
    role: str  # the author's: 行业分析师
    date: str  # "2025-03-01", "2025-03" or "2025"
    text: str
    title_line: int = 1
    text_line: int = 1  # the line of the file that the text begins on
    draft: bool = False
    embargo: str | None = None


class Licence(Struct, frozen=True):
    """The terms on which the site may be used."""

    name: str
    url: str | None = None


class Settings(Struct, frozen=True):
    """`content/site.yaml`."""

    title: str = "Parkbrief"
    tagline: str | None = None
    publisher: str | None = None
    contact: str | None = None  # an e-mail address, a web address or a telephone number
    licence: Licence | None = None
    icp: str | None = None  # the ICP filing number of the host: "苏ICP备12345678号-1"
    edition: str | None = None  # "2025年第1期"
    report: str | None = None  # address to report a figure to, with {page} and {fact} in it
    as_of: str | None = None  # "2025-02-28"; else the newest document's date
    sources: Literal["full", "quotes"] = "quotes"
    base_url: str | None = None
    review_below: float = 0.5  # facts of less confidence are not shown until a person has decided


class Content(Struct, frozen=True):
    """All that was read: what the site is a pure function of."""

    settings: Settings
    parks: tuple[ParkEntry, ...]
    projects: tuple[ProjectEntry, ...]
    documents: tuple[Document, ...]
    corrections: tuple[Correction, ...] = ()
    policies: tuple[PolicyEntry, ...] = ()
    companies: tuple[CompanyEntry, ...] = ()
    notes: tuple[Note, ...] = ()


# -- what is measured -----------------------------------------------------------------------------


class Scores(Struct, frozen=True, omit_defaults=True):
    """How well a set of hand-marked documents was read, once; names are those of the scoring program."""

    documents: int
    figures: int  # that people have marked and that count
    f1: dict[str, Share]  # by kind of fact
    slots: dict[str, Share] = {}  # of the facts that were found, the share that is right in this slot
    digest: str | None = None  # of the documents and what people marked in them


class Accuracy(Struct, frozen=True):
    """`docs/accuracy.json`: the scores of sets of documents, by name."""

    agreement: dict[str, Share]  # F1 of two careful annotators, by kind
    first: dict[str, Scores]  # before anybody had read what was missed
    now: dict[str, Scores]


# -- what we hold ---------------------------------------------------------------------------------


class Corrected(Struct, frozen=True):
    """The facts after a person had a say. What is doubtful or rejected is left over, not stated."""

    facts: tuple[Facts, ...]
    doubtful: tuple[Observation, ...]  # of too little confidence, and nobody has decided
    stale: tuple[Problem, ...]  # corrections that fit no fact, or more than one


class Series(Struct, frozen=True):
    """Observations that may stand in one row: the same subject, indicator, measure, scope, basis."""

    subject: str
    indicator: str
    measure: Measure
    scope: str | None
    basis: str | None
    points: tuple[Observation, ...]  # in order of period; unknown periods last


class ProjectProfile(Struct, frozen=True):
    """What all documents say of one project."""

    id: str
    name: str
    names: tuple[str, ...]  # every name it is called by
    park: str | None  # a ParkProfile's id
    company: str | None
    mentions: tuple[ProjectMention, ...]  # oldest document first
    observations: tuple[Observation, ...]


class PolicyStep(Struct, frozen=True):
    """A step in the life of a policy, with the mention that tells it."""

    step: Literal["公布", "实施", "修订", "期满", "废止"]
    date: str | None  # None: it is told without a date
    mention: str | None  # the id of a PolicyMention; None: the policy's own name tells it


class PlacedInstrument(Struct, frozen=True):
    """An instrument with the park and the policy that it was found to belong to."""

    instrument: Instrument
    park: str | None  # a ParkProfile's id
    policy: str | None  # a PolicyProfile's id; None: no source names the policy


class PolicyProfile(Struct, frozen=True):
    """What all documents say of one policy, plan, programme or service brand."""

    id: str
    name: str
    names: tuple[str, ...]  # every name it is called by
    park: str | None  # a ParkProfile's id
    kind: str
    date: str | None  # the earliest that a document tells
    mentions: tuple[PolicyMention, ...]  # oldest document first
    steps: tuple[PolicyStep, ...] = ()  # those that are told, in the order of a policy's life
    instruments: tuple[Instrument, ...] = ()  # what it gives, oldest document first


class HonourProfile(Struct, frozen=True):
    """A title, award or rank of a park or of what lies in it, however many documents tell it."""

    id: str
    name: str
    holder: str
    park: str | None
    rank: int | None
    year: str | None
    mentions: tuple[Honour, ...]  # oldest document first


class IndustryProfile(Struct, frozen=True):
    """An industry that parks say they build on; names that the lexicon takes for one are one."""

    id: str
    name: str
    names: tuple[str, ...]
    claims: tuple[tuple[str | None, str, IndustryClaim], ...]  # park's id, role, claim; by park


class CompanyProfile(Struct, frozen=True):
    """A company that invests in parks or that figures are about."""

    id: str
    name: str
    names: tuple[str, ...]
    projects: tuple[str, ...]  # ids
    observations: tuple[Observation, ...]  # about the company itself, in order of period
    parks: tuple[str, ...]  # ids
    honours: tuple[str, ...] = ()  # ids


class Zone(Struct, frozen=True):
    """An area within a park, with what is told of it alone: a 产业园, a 片区."""

    name: str
    project: str | None  # the id of the ProjectProfile that it is itself
    figures: tuple[Observation, ...]
    projects: tuple[str, ...]  # ids of those that lie in it


class ParkProfile(Struct, frozen=True):
    """What all documents, and the register, say of one park."""

    id: str
    name: str
    names: tuple[str, ...]  # every other name it is called by
    entry: ParkEntry | None  # None: no register knows it, the profile is provisional
    kind: str
    level: str | None
    province: str | None
    city: str | None
    county: str | None
    series: tuple[Series, ...]  # of the park itself and of what lies in it, by subject
    projects: tuple[ProjectProfile, ...]
    documents: tuple[str, ...]  # ids, newest first
    parent: str | None = None  # the id of the park that it lies in
    zones: tuple[Zone, ...] = ()  # areas within it that are no parks of their own


class SourceProfile(Struct, frozen=True):
    """One document with all that was found in it."""

    document: Document
    facts: Facts


class Profiles(Struct, frozen=True):
    """Everything that pages may show."""

    as_of: str | None  # newest date known, never the clock
    parks: tuple[ParkProfile, ...]
    projects: tuple[ProjectProfile, ...]
    sources: tuple[SourceProfile, ...]  # newest first
    park_of: dict[str, str]  # observation id -> park id, for those that have a park
    unplaced: tuple[Observation, ...]  # observations that belong to no park
    policies: tuple[PolicyProfile, ...] = ()
    honours: tuple[HonourProfile, ...] = ()
    industries: tuple[IndustryProfile, ...] = ()
    companies: tuple[CompanyProfile, ...] = ()
    instruments: tuple[PlacedInstrument, ...] = ()  # of all parks, the newest document first
    reprints: dict[str, str] = {}  # document -> the document that it reprints; what both say counts once
    relations: Relations = Relations()


# -- what is shown --------------------------------------------------------------------------------


class Part(Struct, frozen=True):
    """A part of a whole of projects: its name, and each project with the mention that puts it there."""

    label: str
    projects: tuple[tuple[str, str], ...]  # a ProjectProfile's id, a ProjectMention's id


class Chart(Struct, frozen=True):
    """One drawn figure, with the observations it shows; the page prints them as a table beside it.

    It belongs to the page of a park or of an indicator. A composition counts projects: it has
    `parts` and no points.
    """

    id: str  # unique in the site; also prefixes every id inside the SVG
    park: str | None  # a ParkProfile's id
    title: str
    unit: str
    alt: str  # what the chart says, in a sentence
    svg: str  # inline SVG without style attributes, scripts or <style>
    points: tuple[Observation, ...]
    rows: Literal["indicator", "period", "project", "park", "stage", "industry"] = "indicator"
    names: tuple[str, ...] = ()  # of the points, where `rows` are projects or parks
    parts: tuple[Part, ...] = ()
    indicator: str | None = None  # an IndicatorProfile's id


class Asset(Struct, frozen=True):
    """A file that goes with a page, as it will stand in the site."""

    url: str
    text: str


class Page(Struct, frozen=True):
    """A URL, a template and the finished values it shows."""

    url: str  # names the file: "parks/kunshan-hidz/index.html"
    template: str
    title: str
    view: Struct
    assets: tuple[Asset, ...] = ()
    download: Download | None = None
    about: About = About()
