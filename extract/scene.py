"""All that stands around a number when its slots are filled: its sentence and what was found in it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from core.lexicon import Lexicon
from core.quantities import Quantity
from extract.layout import Sentence
from extract.mentions import Group, Mention, is_aside
from extract.names import Name, is_specific
from extract.times import Clock, Time

MARKS = re.compile(r"[，,；;：:。！!？?]")
PARTS = re.compile(r"[，,；;：:]")
BRACKETS = re.compile(r"[（(][^（）()]*[)）]")
ORIGIN = re.compile(
    r"(?<=[一-鿿A-Za-z])(?:已经?|将|可|却)?(?:由|从)(?:[^，,。；;]{0,12}(?:的|年|底|初|末|时|期)|原来|最初|过去|目前|现在|约|近)?\Z"
)
ATTRIBUTE = re.compile(  # 2017年投运的中心: when the thing began, not when the figure holds
    r"(?:刚刚?|新|已|正式|成功|首批)?(?:[经由][^，,。；]{2,8}?(?:批准|同意)?)?(?:投运|落户|成立|开业|建成|投产|启用|开工|获批|签约|引进|入驻|动工|设立|挂牌|开园|竣工|投用|出台|印发|发布|推出|修订)"
    r"[^，,。；]{0,4}(?:的|[^，,。；]{0,20}的(?=园区|企业|公司|项目|高新区|经开区|开发区|中心|基地))"
)
FOUNDED = re.compile(r"(?=[成始创建设诞启])(?:成立|始建|创建|建|设立|创办|诞生|启动)于$")
COMPARES = re.compile(r"(?=[比较与同从由自相高低快])(?:比|较|与|同|从|由|自|相比|高于|低于|快于)\s*$")


KINDS = re.compile(
    r"(?=[国省])(?:国家级?|省级)(?:高新区|经开区|经济技术开发区|高新技术产业开发区)(?=[一-鿿])(?!数|个)"
)


class Frame(Struct, frozen=True):
    """What holds for a whole article."""

    lexicon: Lexicon
    clock: Clock
    groups: tuple[Group, ...]
    main: Group | None  # the park that the article is mainly about
    review: str | None  # the year that a year-in-review looks back on
    span: str | None = None  # the months that its title says it is about
    shorts: dict[str, str] = {}  # short names of companies, with the full ones
    called: dict[str, str] = {}  # what the text calls a policy for short, with its full title
    regions: dict[str, str] = {}  # 全市, 全省: what the main park lies in


class Memo(Struct):
    """What was asked of one sentence: clauses and contexts of its numbers, by where each begins."""

    clauses: dict[int, tuple[int, int]] = {}
    lefts: dict[int, str] = {}
    starts: dict[int, int] = {}
    rights: dict[int, str] = {}
    compared: dict[int, bool] = {}  # by where each time begins


class Scene(Struct, frozen=True):
    """One sentence with everything found in it. Offsets count in the paragraph's `read`."""

    frame: Frame
    sentence: Sentence
    read: str  # of the sentence's paragraph
    quantities: tuple[Quantity, ...]  # of the sentence, rejected ones too: they bound each other's context
    times: tuple[Time, ...]
    mentions: tuple[Mention, ...]
    names: tuple[Name, ...]
    cuts: tuple[int, ...]  # where the sentence's clauses end, in order
    told: Time | None  # the time that the paragraph has told before the sentence
    memo: Memo  # what was asked of it already: the ways to an indicator ask the same again and again

    def of(self, quantities: tuple[Quantity, ...]) -> Scene:
        """The same sentence with other numbers."""
        return replace(self, quantities=quantities, memo=Memo())

    def clause(self, quantity: Quantity) -> tuple[int, int]:
        """Start and end of the clause that the number stands in, or of the brackets around it."""
        known = self.memo.clauses.get(quantity.span.start)
        if known is None:
            known = self.memo.clauses[quantity.span.start] = self._clause(quantity)
        return known

    def _clause(self, quantity: Quantity) -> tuple[int, int]:
        before, after = bisect_left(self.cuts, quantity.span.start), bisect_left(self.cuts, quantity.span.end)
        start = self.cuts[before - 1] + 1 if before else self.sentence.start
        end = self.cuts[after] if after < len(self.cuts) else self.sentence.end
        for match in BRACKETS.finditer(self.read, start, end):
            if match.start() < quantity.span.start and quantity.span.end < match.end():
                return match.start() + 1, match.end() - 1
        return start, end

    def left(self, quantity: Quantity) -> str:
        """What may name it before it: back to the last number, time or park of the clause."""
        known = self.memo.lefts.get(quantity.span.start)
        if known is None:
            known = self.memo.lefts[quantity.span.start] = self._left(quantity)
        return known

    def _left(self, quantity: Quantity) -> str:
        start, _ = self.clause(quantity)
        inside = [
            each.outer.end for each in self.quantities if start < each.outer.end <= quantity.outer.start
        ]
        origin = ORIGIN.search(self.read, max([start, *inside]), quantity.outer.start)
        if origin and origin.end() == quantity.outer.start:  # 企业由2020年的158家…: what stands before 由
            return _unbracketed(self.read[max([start, *inside]) : origin.start()])
        return _unbracketed(self.read[self.left_start(quantity) : quantity.outer.start])

    def left_start(self, quantity: Quantity) -> int:
        """Where its context to the left begins."""
        known = self.memo.starts.get(quantity.span.start)
        if known is None:
            known = self.memo.starts[quantity.span.start] = self._left_start(quantity)
        return known

    def _left_start(self, quantity: Quantity) -> int:
        start, _ = self.clause(quantity)
        stop = quantity.outer.start
        ends = [other.outer.end for other in self.quantities if other.outer.end <= stop]
        ends += [time.end for time in self.times if time.end <= stop and not self.compares(time)]
        ends += [
            mention.end
            for mention in self.mentions
            if mention.end <= stop and self._stands_alone(mention) and not is_aside(self.read, mention)
        ]
        ends.append(self.read.rfind("》", start, stop) + 1)
        ends += [match.end() for match in KINDS.finditer(self.read, start, stop)]
        ends += [
            name.end
            for name in self.names
            if start <= name.end <= stop - 2
            and name.kind != "policy"
            and is_specific(name, self.frame.lexicon)
        ]
        return max([start, *(end for end in ends if end <= stop)])

    def _stands_alone(self, mention: Mention) -> bool:
        """A park, not the first word of a longer name: 云泽高新区｜实现, but 开发区｜建设 reads on."""
        return (
            mention.name is not None
            or mention.start <= self.sentence.start
            or self.read[mention.start - 1] in "，,；;：:。！!？?"
        )

    def compares(self, time: Time) -> bool:
        """Whether a time is only compared with: 较上年同期, 比2021年."""
        known = self.memo.compared.get(time.start)
        if known is None:
            known = self.memo.compared[time.start] = self._compares(time)
        return known

    def _compares(self, time: Time) -> bool:
        before, after = self.read[self.sentence.start : time.start], self.read[time.end : time.end + 4]
        multiple = after.startswith("的") and before.endswith(
            ("是", "为", "相当于", "达到", "达")
        )  # 是2019年的2.4倍
        multiple = multiple or after.lstrip("的").startswith("基础")  # 在2005年基础上
        led = self.read[time.start] in "从由自" and after.startswith("的")  # 从2020年的27家增加到71家
        told = COMPARES.search(before) or FOUNDED.search(before) or ATTRIBUTE.match(self.read, time.end)
        return led or bool(told) or multiple or after.startswith("同期")

    def right(self, quantity: Quantity) -> str:
        """What may name it after it: up to the end of the clause or the next number."""
        known = self.memo.rights.get(quantity.span.start)
        if known is None:
            known = self.memo.rights[quantity.span.start] = self._right(quantity)
        return known

    def _right(self, quantity: Quantity) -> str:
        _, end = self.clause(quantity)
        starts = [other.outer.start for other in self.quantities if other.outer.start >= quantity.span.end]
        return _unbracketed(self.read[quantity.span.end : min([end, *starts])])

    def before(self, quantity: Quantity) -> str:
        """The sentence up to the number."""
        return self.read[self.sentence.start : quantity.outer.start]

    def follows_figure(self, quantity: Quantity) -> bool:
        """Whether the clause before the number's own states a number of the same kind."""
        start, _ = self.clause(quantity)
        earlier = [each for each in self.quantities if each.span.end <= start and each.kind == quantity.kind]
        return bool(earlier) and not PARTS.search(self.read[earlier[-1].span.end : start - 1])

    def previous_clause(self, quantity: Quantity) -> str:
        """The clause before the number's own, in the same sentence; "" where there is none."""
        start, _ = self.clause(quantity)
        return PARTS.split(self.read[self.sentence.start : max(self.sentence.start, start - 1)])[-1]

    def turns(self, quantity: Quantity) -> str:
        """The clause before the number's own, where it holds no number: 工业增加值由负转正，…."""
        start, _ = self.clause(quantity)
        clause = self.previous_clause(quantity)
        first = start - 1 - len(clause)
        return "" if any(first <= each.span.start < start for each in self.quantities) else clause


def _unbracketed(text: str) -> str:
    return BRACKETS.sub("", text) if "（" in text or "(" in text else text


def clause_cuts(sentence: Sentence, quantities: Sequence[Quantity]) -> tuple[int, ...]:
    """The clause marks of a sentence that are no part of a number (1,135.1) or of brackets (人民币，下同)."""
    read = sentence.paragraph.text.read
    inside = {place for each in quantities for place in range(each.span.start, each.span.end)}
    for match in BRACKETS.finditer(read, sentence.start, sentence.end):
        inside.update(range(*match.span()))
    marks = MARKS.finditer(read, sentence.start, sentence.end)
    return tuple(match.start() for match in marks if match.start() not in inside)


def within(quantity: Quantity, spans: Sequence[tuple[int, int]]) -> bool:
    """Whether the number touches one of these spans."""
    return any(start < quantity.span.end and quantity.span.start < end for start, end in spans)
