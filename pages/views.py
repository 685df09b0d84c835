"""What templates are handed: finished strings, in the order in which they are shown."""

from __future__ import annotations

from msgspec import Struct

from core.model import Status


class Date(Struct, frozen=True):
    """A date in words; `iso` is None where it is unknown."""

    iso: str | None
    text: str


class Link(Struct, frozen=True):
    """A name that leads somewhere."""

    url: str
    text: str


class Imprint(Struct, frozen=True):
    """Who answers for the site, and on which terms it may be used."""

    publisher: str | None = None
    contact: Link | None = None
    licence: str | None = None
    licence_url: str | None = None
    edition: str | None = None
    icp: str | None = None
    report: str | None = None  # where a figure is reported: an address with {page} and {fact} in it


class Site(Struct, frozen=True):
    """What every page says of the whole site."""

    title: str
    tagline: str | None
    imprint: Imprint
    as_of: Date
    as_of_is_stated: bool  # by the settings; else it is the date of the newest dated document
    undated: int  # documents without a date
    changes: bool  # whether there is a page of what changed since an earlier build
    feed: bool  # whether there is a feed of it


class Period(Struct, frozen=True):
    """A period in words; `code` is the period string, None where it is unknown."""

    code: str | None
    text: str


class Rival(Struct, frozen=True):
    """What another sentence says of the same thing."""

    id: str  # of the observation
    text: str
    url: str  # the mark on the source page
    quote: str
    period: Period
    source: str  # the document in words


class Doubt(Struct, frozen=True):
    """A mark beside a value that is not to be taken alone, and its place on the ledger."""

    word: str  # 有出入, 核算不符, 已修订
    told: str  # the same in a sentence
    url: str
    rivals: tuple[Rival, ...] = ()
    working: str | None = None  # of a check that disagrees

    @property
    def place(self) -> str:
        """The id of its place on the ledger."""
        return self.url.rpartition("#")[2]


class Value(Struct, frozen=True):
    """One fact as it is said, and where its sentence stands."""

    id: str  # of the observation
    text: str
    url: str  # the mark on the source page
    quote: str
    status: Status
    status_word: str | None  # None for an actual value
    anchor: str | None  # set at the one place of the site that the mark leads back to
    doubts: tuple[Doubt, ...] = ()


class Operand(Struct, frozen=True):
    """A value that another one was worked out of."""

    id: str  # of the observation
    url: str  # the mark on the source page


class DerivedValue(Struct, frozen=True):
    """A value that no source states, and how it was worked out."""

    text: str
    working: str
    operands: tuple[Operand, ...] = ()


class Citation(Struct, frozen=True):
    """A document in few words."""

    url: str
    title: str
    publisher: str | None
    published: Date
    digest: bool
    reprint: bool = False  # it prints what another document prints


class Reference(Struct, frozen=True):
    """The number of a document in the list of sources at the foot of a page."""

    number: int
    title: str  # the citation in words, for those who point at the number

    @property
    def anchor(self) -> str:
        """The id of its line in that list."""
        return f"source-{self.number}"


class Source(Struct, frozen=True):
    """A line of the list of sources at the foot of a page."""

    reference: Reference
    citation: Citation


class Row(Struct, frozen=True):
    """Values of one indicator that one document gives for one period, one for each measure."""

    indicator: str
    span: int  # rows that share the indicator's cell; 0: the cell stands above
    notes: tuple[str, ...]  # scope and basis
    period: Period
    values: tuple[Value, ...]
    status: Status
    source: Reference
    derived: tuple[DerivedValue, ...] = ()


class Group(Struct, frozen=True):
    """Rows under one heading, or under none."""

    heading: str | None
    rows: tuple[Row, ...]
    url: str | None = None  # of the page on whom the heading names


class Table(Struct, frozen=True):
    """A table of figures; `label` names it for those who do not see it."""

    label: str
    groups: tuple[Group, ...]


class Headline(Struct, frozen=True):
    """One figure in large type."""

    indicator: str
    notes: tuple[str, ...]
    period: Period
    value: Value
    source: Reference | None  # None where the page has no list of sources


class Member(Struct, frozen=True):
    """A project that a chart counts, and the mark of the words that put it where it is."""

    name: str
    proof: str


class DrawnRow(Struct, frozen=True):
    """What a chart draws in one row: a figure under a label or a period, or the projects of a part."""

    label: str | None
    notes: tuple[str, ...] = ()
    period: Period | None = None
    value: Value | None = None
    source: Reference | None = None
    members: tuple[Member, ...] = ()


class Drawing(Struct, frozen=True):
    """A chart and what it draws, in its order."""

    id: str
    title: str
    unit: str
    alt: str
    svg: str
    heading: str  # of the column that tells the rows apart
    rows: tuple[DrawnRow, ...]


class Side(Struct, frozen=True):
    """One figure with its period, whom it covers, and its document."""

    value: Value
    period: Period
    notes: tuple[str, ...]
    source: Reference | None  # None where the page has no list of sources


class Statement(Struct, frozen=True):
    """One line of an identity card: what is said, and who says it."""

    label: str
    value: str | None  # None: nobody says
    source: str | None
    source_url: str | None
    unsourced: bool  # the register states it without a source
    date: Date | None  # set where the value is a date


class Worked(Struct, frozen=True):
    """Words with a number that no source states, and how it was worked out."""

    text: str
    working: str
    operands: tuple[Operand, ...] = ()  # empty: it was worked out of dates


class Claim(Struct, frozen=True):
    """A stage as words of a source tell it."""

    text: str
    url: str  # the mark on the source page
    quote: str
    period: Period | None  # None: no time is told


class ParkLine(Struct, frozen=True):
    """A park in a list."""

    url: str
    name: str
    kind: str
    level: str | None
    place: str | None
    provisional: bool
    documents: int
    figures: int
    headlines: tuple[Headline, ...]


class ProjectLine(Struct, frozen=True):
    """A project in a list; `proof` is the mark of the words that state its stage, in `citation`."""

    url: str
    name: str
    company: Link | None  # without a page of its own its URL is empty
    stage: str | None
    period: Period | None
    ahead: Claim | None  # the stage that is promised next
    investment: Value | None
    proof: str | None  # None: no document names it
    quote: str
    citation: Citation | None
    source: Reference | None  # None where the page has no list of sources


class Original(Struct, frozen=True):
    """The publication that a digest retells."""

    title: str
    publisher: str
    published: Date


class SourceLine(Struct, frozen=True):
    """A document in a list."""

    citation: Citation
    parks: tuple[Link, ...]
    figures: int


class Run(Struct, frozen=True):
    """A stretch of text: plain, or a mark with the places that it feeds."""

    text: str
    mark: str | None  # the anchor
    kind: str  # "q" a quantity, "p" a name, "" plain
    uses: tuple[Link, ...]


class Paragraph(Struct, frozen=True):
    """Runs that are read in one go."""

    runs: tuple[Run, ...]
    heading: bool
    reading: str | None = None  # the id of what its first mark was read as, on the same page
    original: str | None = None  # the address of its words on the page that published them


class Finding(Struct, frozen=True):
    """What one marked quantity was read as, and how surely."""

    anchor: str
    value: Value
    indicator: str
    notes: tuple[str, ...]
    subject: str
    period: Period
    rule: str
    confidence: str
    note: str | None  # what a person says who checked or amended it: it stands in place of the confidence
    placed: bool  # False: it belongs to no park and no project


class NameRead(Struct, frozen=True):
    """What marked words were read as, where they are no quantity."""

    anchor: str
    text: str
    url: str  # the mark
    home: Link  # what it was read as, and the place that it feeds


class LeftoverText(Struct, frozen=True):
    """A quantity with a few characters on either side."""

    before: str
    text: str
    after: str


class LeftoverGroup(Struct, frozen=True):
    """Quantities that became no fact for one and the same reason."""

    reason: str
    count: int
    texts: tuple[LeftoverText, ...]


class Recall(Struct, frozen=True):
    """How much of a document became facts."""

    quantities: int
    facts: int
    percent: str
    working: str
    leftovers: tuple[LeftoverGroup, ...]


class NoteView(Struct, frozen=True):
    """An analyst's note; title and text are finished HTML."""

    anchor: str
    title: str
    role: str
    date: Date
    html: str


class Stage(Struct, frozen=True):
    """One piece of evidence for the stage of a project."""

    anchor: str | None  # set where the mark of the project's name leads to
    stage: str | None
    promised: bool
    period: Period | None
    url: str
    quote: str
    citation: Citation


class Step(Struct, frozen=True):
    """One rung of the stage ladder."""

    name: str
    state: str  # reached, promised, implied (a later one is reached), unsaid
    latest: bool
    claim: Claim | None  # the words that tell it first, with the time that they tell
    told: Date | None  # the date of their document, where no time is told
    due: Worked | None  # of a promised rung: the days left


class Proof(Struct, frozen=True):
    """The words of one document that say a thing, and the mark that they carry there."""

    anchor: str | None  # set at the one place of the site that the mark leads back to
    url: str  # the mark on the source page
    quote: str
    citation: Citation
    source: Reference | None  # None where the page has no list of sources


class Amount(Struct, frozen=True):
    """What is given, and how that is meant: 每人, 比例, 封顶."""

    value: Value
    note: str | None


class InstrumentLine(Struct, frozen=True):
    """What a policy gives, in a row; what no sentence says is None."""

    kind: str
    paid: bool
    target: str | None
    amounts: tuple[Amount, ...]
    condition: str | None
    deadline: Period | None
    park: Link | None
    policy: Link | None
    proof: Proof


class PolicyLine(Struct, frozen=True):
    """A policy in a list; `step` is the last one told, with its date."""

    url: str
    name: str
    kind: str
    step: str | None
    date: Date | None
    instruments: int
    proof: Proof


class HonourLine(Struct, frozen=True):
    """An honour in a list."""

    name: str
    holder: Link | None  # the park or a company; None: no page is about the holder
    holder_name: str
    rank: str | None
    year: Period
    park: Link | None
    proofs: tuple[Proof, ...]


class ClaimLine(Struct, frozen=True):
    """Industries that a park names in one role, and who says so."""

    role: str | None  # None: its words name the industries and no role
    industries: tuple[Link, ...]
    proofs: tuple[Proof, ...]


class View(Struct, frozen=True, kw_only=True):
    """What every page shows; each module of pages adds its own.

    `section` names the entry of the navigation that the page belongs to.
    """

    site: Site
    section: str
