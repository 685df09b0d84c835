"""From what was chosen to a tree of blocks: which sections there are, and in which order.

Every word comes from the grammar of a language, so that the same tree can be said in another one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from core.blocks import (
    Block,
    Box,
    Bullets,
    Column,
    Figure,
    Heading,
    KeyFigures,
    Line,
    Name,
    Paragraph,
    Stated,
    Table,
    Words,
)
from core.model import Chart
from pages.briefs.claims import Claim
from pages.briefs.comments import comment
from pages.briefs.contents import Contents, Estate, Investment, Policy
from pages.briefs.grammar import Grammar
from pages.briefs.points import Point, investment_points, policy_points
from pages.briefs.proofs import Proofs

FEW = 4  # facts, up to which a brief is its own summary
MONEY = (r"计划|规划", r"签约|协议|合同|注册外资", r"到位|到账|实际")  # kinds that are never added


class Composer:
    """Says contents block by block, in one language, with one list of evidence."""

    def __init__(self, grammar: Grammar, proofs: Proofs) -> None:
        self.grammar = grammar
        self.proofs = proofs

    def investment(self, told: Investment) -> tuple[Block, ...]:
        """The investment brief."""
        sections = [
            *self._section("economy", self._economy(told)),
            *self._section("industries", self._industries(told)),
            *self._section("promotion", self._promotion(told.promotion)),
            *self._section("projects", self._projects(told)),
            *self._section("space", self._space(told)),
            *self._section("innovation", self._paragraphs(told.innovation)),
            *self._findings(told),
        ]
        return self._whole(told, investment_points(told), sections, "no-investment")

    def policy(self, told: Policy) -> tuple[Block, ...]:
        """The policy brief."""
        sections = [
            *self._section("policies", self._policies(told)),
            *self._section("grants", self._grants(told)),
            *self._section("services", self._paragraphs(told.services)),
            *self._section("honours", self._honours(told)),
            *self._findings(told),
        ]
        return self._whole(told, policy_points(told), sections, "no-policy")

    # -- the frame --------------------------------------------------------------------------------

    def _whole(
        self, told: Contents, points: Iterable[Point], sections: list[Block], empty: str
    ) -> tuple[Block, ...]:
        summary = tuple(self.grammar.point(each, told.park.name, self.proofs) for each in points)
        blocks: list[Block] = [Paragraph(self.grammar.identity(told.park))]
        worth = _told_in(sections) > FEW
        if summary and worth:
            bullets = Bullets(summary)
            blocks.append(Box(self.grammar.HEADINGS["summary"], (bullets,)))
        if not sections:
            blocks.append(self._note(empty))
        if told.leading and worth:
            figures = (self.grammar.key_figure(each, self.proofs) for each in told.leading)
            blocks.append(KeyFigures(tuple(figures)))
        aside = [
            *self._section("remarks", self._remarks(told)),
            *self._section("gaps", self._gaps(told)),
        ]
        return (*blocks, *sections, *aside)

    def _section(self, key: str, blocks: Iterable[Block]) -> list[Block]:
        """A heading and what stands under it; nothing where nothing does."""
        found = list(blocks)
        return [Heading(key, self.grammar.HEADINGS[key]), *found] if found else []

    def _note(self, key: str) -> Paragraph:
        return Paragraph((Words(self.grammar.NOTES[key]),))

    def _paragraphs(self, claims: tuple[Claim, ...]) -> Iterator[Block]:
        yield from (Paragraph(line) for line in self.grammar.paragraphs(claims, self.proofs))

    # -- what investors read ----------------------------------------------------------------------

    def _economy(self, told: Investment) -> Iterator[Block]:
        yield from self._paragraphs(told.economy)
        yield from (self._figure(each) for each in told.charts)

    def _figure(self, chart: Chart) -> Figure:
        """A chart with its values; they differ in their indicators or in their periods."""
        grammar, of_one_period = self.grammar, chart.rows == "indicator"
        heading = grammar.COLUMNS["indicator" if of_one_period else "period"]
        rows = tuple(
            (
                (Name(grammar.label(each)),) if of_one_period else (grammar.when(each.period),),
                (grammar.stated(each, self.proofs), self.proofs.proof(each)),
            )
            for each in chart.points
        )
        columns = (Column(heading, share=3), Column(grammar.COLUMNS["value"], numeric=True, share=2))
        return Figure(chart.id, chart.title, chart.unit, chart.alt, Table(chart.title, columns, rows))

    def _industries(self, told: Investment) -> Iterator[Block]:
        if told.roles:
            yield Paragraph(self.grammar.roles(told.roles, self.proofs))
        yield from self._paragraphs(told.industries)

    def _promotion(self, claims: tuple[Claim, ...]) -> Iterator[Block]:
        """Totals of projects and money; where they are of several kinds, a word of caution."""
        yield from self._paragraphs(claims)
        names = [f"{each.first.indicator}{each.first.basis or ''}" for each in claims]
        if sum(any(re.search(kind, name) for name in names) for kind in MONEY) > 1:
            yield self._note("money-apart")

    def _projects(self, told: Investment) -> Iterator[Block]:
        if told.projects:
            yield self._note("named-only")
            yield self.grammar.projects_table(told.projects, self.proofs)
        if told.more_projects:
            yield Paragraph(self.grammar.more("projects", told.more_projects))

    def _space(self, told: Investment) -> Iterator[Block]:
        yield from self._paragraphs(told.space)
        if told.carriers:
            yield Paragraph(self.grammar.carriers(told.carriers, self.proofs))
        if told.estates:
            yield Bullets(tuple(self._estate(each) for each in told.estates))

    def _estate(self, each: Estate) -> Line:
        return self.grammar.estate(each.name, each.claims, self.proofs)

    # -- what readers of policies read ------------------------------------------------------------

    def _policies(self, told: Policy) -> Iterator[Block]:
        if told.policies:
            yield self.grammar.policies_table(told.policies, self.proofs)
        if told.more_policies:
            yield Paragraph(self.grammar.more("policies", told.more_policies))

    def _grants(self, told: Policy) -> Iterator[Block]:
        if told.grants:
            yield self.grammar.grants_table(told.grants, self.proofs)
        if told.more_grants:
            yield Paragraph(self.grammar.more("grants", told.more_grants))

    def _honours(self, told: Policy) -> Iterator[Block]:
        yield from self._paragraphs(told.rankings)
        if told.honours:
            yield self.grammar.honours_table(told.honours, told.park.name, self.proofs)
        if told.more_honours:
            yield Paragraph(self.grammar.more("honours", told.more_honours))

    # -- what all read ----------------------------------------------------------------------------

    def _findings(self, told: Contents) -> Iterator[Block]:
        yield from self._section("goals", self._goals(told))
        yield from self._section("conflicts", self._contradictions(told))
        yield from self._section("news", self._news(told))

    def _goals(self, told: Contents) -> Iterator[Block]:
        yield from (Paragraph(line) for line in self.grammar.goals(told.goals, told.park.name, self.proofs))
        if told.promises:
            yield self.grammar.promises_table(told.promises, told.park, self.proofs)

    def _contradictions(self, told: Contents) -> Iterator[Block]:
        lines = [self.grammar.conflict(each, self.proofs) for each in told.conflicts]
        lines += [self.grammar.audit(each, self.proofs) for each in told.audits]
        if lines:
            yield Bullets(tuple(lines))

    def _news(self, told: Contents) -> Iterator[Block]:
        if told.news:
            yield Bullets(self.grammar.news(told.news, self.proofs))

    def _remarks(self, told: Contents) -> Iterator[Block]:
        if told.remarks:
            yield self._note("remarks")
        yield from (comment(each, self.grammar, self.proofs) for each in told.remarks)

    def _gaps(self, told: Contents) -> Iterator[Block]:
        if told.gaps:
            yield Paragraph(self.grammar.gaps(told.gaps))


def _told_in(sections: Iterable[Block]) -> int:
    """How many facts sections tell: a row of a table is one, and so is a value in a sentence."""
    count = 0
    for block in sections:
        if isinstance(block, Table):
            count += len(block.rows)
        elif isinstance(block, Paragraph):
            count += _values(block.line)
        elif isinstance(block, Bullets):
            count += sum(_values(line) or 1 for line in block.lines)
    return count


def _values(line: Line) -> int:
    return sum(isinstance(each, Stated) for each in line)
