"""The sentence around a word of giving: its parts and clauses, for whom, under what condition, until when."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from core.lexicon import Lexicon
from core.units import Kind
from extract.bind import Reading
from extract.named import QUOTED, Told, any_of

SEMICOLON = re.compile("[；;]")
TITLE = re.compile(r"《[^《》]{2,80}》")
ENDS = "，,；;：:。！!？?"
END = re.compile(f"[{ENDS}]")
VERBS = (
    "给予|予以|发放|兑现|拨付|下达|提供|减免|免收|免征|免费|享受|奖励|补贴|补助|资助|降低|减"
    "|按|一次性|最高|分别|每[年月人家户个]|可|将|再"
)
TO = re.compile(
    rf"""(?: 对于? (?!接|外|标|口|照|应|此)
          | (?<![方面导]) 向 (?!前|上|着)
          | (?<![成作认定因评称名分以]) 为 (?!了|主|目的|核心|期|重点|抓手)
          | (?<!供) 给 (?!予) )
    (?P<who> [^{ENDS}]{{2,40}}? )
    (?= 的?[，,] | 的?(?:{VERBS}) )""",
    re.VERBOSE,
)
GIVE = re.compile(r"给予(?P<who>[^，,。；;：:\d]{2,20}?)(?=最高|最多|每|一次性|不超过|\d)")
COVERS = re.compile(
    r"(?:扶持|支持|奖励|补贴|补助|资助)(?:范围|对象)(?:覆盖|包括|包含|涵盖|为|是)(?P<who>[^，,。；;]{2,60})"
)
THOSE = re.compile(rf"(?<![^{ENDS}])(?P<who>[^{ENDS}]{{4,40}})的(?=[，,])")  # 企业租用厂房的，…
SUBJECT = re.compile(
    rf"(?<![^{ENDS}])凡?(?P<who>[^{ENDS}]{{2,40}}?)(?:均|都|还|即|就)?(?:可|将|能)(?:以|够)?[^{ENDS}]{{0,6}}?(?:享受|获得|申请|获|领取)"
)
THESE = re.compile(  # 符合条件的孵化器，按…给予补助
    rf"(?<![^{ENDS}])(?P<who>[^{ENDS}]{{2,30}}的[^{ENDS}]{{2,12}})(?=[，,](?:按|给予|予以|一次性|最高|每[家户人个]|可|奖励|补助|补贴))"
)
BECOMES = re.compile(
    r"^(?:首次|新|当年|年内|成功)*(?:通过|被|获)?(?:认定为|评定为|评为|获评|入选|列入|纳入|获批|成为|升级为)(?P<who>.{2,24})$"
)
PER = re.compile(
    r"(?:每(?:年|月|人|家|户|个|平方米|亩|度|千瓦时|吨|项|件|台|辆|班|次|车次|架次))+(?:列支|安排)?"
    r"|列支|安排|一次性|总规模|首期|总额|人均|户均|共计|合计|累计"
)
FOR_ALL = re.compile(r"可(?:以)?(?:享受|获得|申请|领取|申领|获)")
DUTY = re.compile(r"必须|应当|应该|须|不得|严禁|不予|取消|清退|没有|无")
FOR_FIRM = re.compile(r"(?:[向对为给和与、让使助]|帮助|支持|给予)$")
UNTIL = re.compile(r"日?(?:之前|以前|前|止|为止|截止|到期)")
UNTIL_THEN = re.compile(r"前$")
VALID = re.compile(r"(?:有效|实施|执行|施行|申报|受理|截止|期限)[^，,。；;]{0,10}(?:至|到|为|截至|截止)?\s*$")
APPLIES = re.compile(r"申报|申请|提交|有效|执行|实施|施行|受理|截止|兑现|到期|期限")


class Part(Struct, frozen=True):
    """read[start:end] of a sentence, up to a semicolon: what one provision says."""

    told: Told
    start: int
    end: int
    figures: tuple[Reading, ...]

    @property
    def read(self) -> str:
        return self.told.scene.read

    @property
    def lexicon(self) -> Lexicon:
        return self.told.scene.frame.lexicon

    def clause(self, place: int) -> tuple[int, int]:
        """Start and end of the clause that a place lies in."""
        cuts = [each for each in self.told.scene.cuts if self.start <= each < self.end]
        start = max((each + 1 for each in cuts if each < place), default=self.start)
        return start, min((each for each in cuts if each >= place), default=self.end)

    def readings(self, start: int, end: int, kind: Kind) -> list[Reading]:
        """The figures of one kind between two places, in order."""
        inside = [
            each
            for each in self.figures
            if start <= each.quantity.span.start and each.quantity.span.end <= end
        ]
        return [each for each in inside if each.quantity.kind == kind]

    def is_quoted(self, place: int) -> bool:
        """Whether a place lies within a title or quotes."""
        found = (match for pattern in (TITLE, QUOTED) for match in pattern.finditer(self.read, *self.span))
        return any(match.start() < place < match.end() for match in found)

    @property
    def span(self) -> tuple[int, int]:
        return self.told.scene.sentence.start, self.told.scene.sentence.end


def parts(told: Told, figures: Sequence[Reading]) -> Iterator[Part]:
    """The parts of a sentence between its semicolons."""
    read, start, end = told.scene.read, told.scene.sentence.start, told.scene.sentence.end
    for match in SEMICOLON.finditer(read, start, end):
        yield Part(told, start, match.start(), tuple(figures))
        start = match.end()
    if start < end:
        yield Part(told, start, end, tuple(figures))


# -- whose it is --------------------------------------------------------------------------------------


def is_told_of_others(part: Part, place: int) -> bool:
    """Whether the words before a place say that somebody got it, must give it, or that a firm gives it."""
    clause = _without_whom(part, part.clause(place)[0], place)
    gives = any_of("instrument_gives", part.lexicon).search(clause)
    said = clause if gives else _without_whom(part, part.start, place)
    got = any_of("instrument_gets", part.lexicon).search(FOR_ALL.sub("", said))
    return bool(got or DUTY.search(clause)) or _firm_gives(part, place)


def _without_whom(part: Part, start: int, end: int) -> str:
    """read[start:end] without the words that say for whom: what he has won is a condition."""
    kept, place = "", start
    for match in (*TO.finditer(part.read, start, part.end), *THOSE.finditer(part.read, start, part.end)):
        if place <= match.start("who") and match.end("who") <= end:
            kept += part.read[place : match.start("who")]
            place = match.end("who")
    return kept + part.read[place:end]


def _firm_gives(part: Part, place: int) -> bool:
    return any(
        name.kind == "company"
        and part.start <= name.start < place
        and not FOR_FIRM.search(part.read[max(0, name.start - 2) : name.start])
        for name in part.told.scene.names
    )


def was_paid(part: Part, start: int, end: int) -> bool:
    """Whether it says that the money was given, not that it will be."""
    before = part.read[part.start : start]
    said = part.read[start:end]
    given = any_of("instrument_given", part.lexicon)
    promised = TO.search(before) and re.search(r"(?:^|[，,])(?:凡|对)", before)
    return not promised and (given.search(before) is not None or said.startswith("降低"))


# -- for whom, under what condition -------------------------------------------------------------------


def whom(part: Part, place: int) -> tuple[str | None, str | None]:
    """Target and condition, as the part prints them beside a place; None where it does not say."""
    for who, those in _said_whom(part, place):
        target, condition = _taken_apart(who, part.lexicon, those=those)
        if target or condition:
            return target, condition
    covers = COVERS.search(part.read, place, part.end)
    return (covers["who"] if covers else None), None


def _said_whom(part: Part, place: int) -> Iterator[tuple[str, bool]]:
    """Words that may say for whom, the surest first, and whether they end as 企业租用厂房的 does."""
    read, start, end = part.read, part.start, part.end
    for match in reversed([each for each in TO.finditer(read, start, end) if each.end("who") <= place]):
        yield match["who"], read.startswith("的", match.end("who"))
    for match in GIVE.finditer(read, start, end):
        yield match["who"], False
    for match in SUBJECT.finditer(read, start, place):
        yield match["who"], False
    for match in THOSE.finditer(read, start, place):
        yield match["who"], True
    for match in THESE.finditer(read, start, place):
        yield match["who"], False


def _taken_apart(who: str, lexicon: Lexicon, *, those: bool = False) -> tuple[str | None, str | None]:
    """新认定的高新技术企业: who it is for, and what must be so of him."""
    who = who.strip("“”")
    modifier, of, noun = who.rpartition("的")
    if of and len(noun) > 1 and _target(noun, lexicon):
        return noun, modifier
    if became := BECOMES.match(who):
        return _target(became["who"], lexicon), who
    if those:
        opening = any_of("instrument_targets", lexicon).match(who)
        return (opening[0] if opening else None), who
    entered = re.match(r"(?P<state>入驻|落户|符合条件|在孵|新引进|引进|新落户)(?P<noun>.{2,})", who)
    if entered and _target(entered["noun"], lexicon):
        return entered["noun"], entered["state"]
    return _target(who, lexicon), None


def _target(text: str, lexicon: Lexicon) -> str | None:
    return text if text.endswith(lexicon.list("instrument_targets")) else None


# -- how it is meant, until when ----------------------------------------------------------------------


def per(part: Part, place: int, start: int) -> str | None:
    """How an amount is meant, by the words between the start of its clause and it: 每人, 每月, 一次性."""
    found = PER.findall(part.read[start:place])
    return found[-1] if found else None


def deadline(part: Part) -> str | None:
    """The day, month or year until which it is given or asked for; None where the part names none."""
    read = part.read
    for time in part.told.scene.times:
        if not (time.period and part.start <= time.start < part.end) or time.since or time.now:
            continue
        after, before = read[time.end : time.end + 3], read[max(part.start, time.start - 16) : time.start + 2]
        ends = UNTIL.match(after) or UNTIL_THEN.search(read[time.start : time.end])
        if (ends and APPLIES.search(read, part.start, part.end)) or VALID.search(before):
            return time.period.lstrip("@").rpartition("/")[2]
    return None
