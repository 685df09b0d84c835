"""Named investment projects, carriers and facilities: a stage, an investment, or a list of their kind.

Two ways lead to a name: by its own head (…项目, …产业园, …研究院), and as a member of a list that is called
projects (A、B等重点项目签约). A company is a project only where it is said to come.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from core.lexicon import Lexicon
from core.stages import STAGES
from extract.bind import Reading, Yield
from extract.builders import company_of
from extract.listed import CLAUSE, lists
from extract.mentions import is_aside
from extract.names import CLASS, Name, is_specific
from extract.scene import Scene
from extract.stages import stage_told, stage_words
from extract.subjects import SPOT

NEAR = 8  # characters between a name and the stage said of it
TITLED = re.compile(r"^(?:国家级|省级|市级|国家|省|市|全国|全省).*(?:基地|园区?|示范区|区|城|奖)$")


class Project(Struct, frozen=True):
    """A project as one sentence tells it: its name stands at read[start:end] of the scene's paragraph."""

    name: str
    company: str | None
    park: str | None
    reading: Reading | None  # its investment
    stage: str | None
    date: str | None
    scene: Scene
    start: int
    end: int
    listed: bool = False  # a member of a list that is called projects
    guessed: bool = False  # its stage is only what comes before one that is still to come


def find_projects(results: Sequence[Yield]) -> list[Project]:
    """The named projects of an article, each once, at its latest stage, with its investment."""
    found: dict[str, Project] = {}
    known = Known()
    batch: str | None = None  # 集中签约: what an article says of all its projects
    for result in results:
        batch = _batch(result.scene) or batch
        for each in _in_sentence(result):
            project = _with_batch(each, batch)
            named = (
                each.name.endswith("项目") and not each.listed
            )  # a project by its own name counts at any stage
            if project.stage is None and project.reading is None and not (each.listed or named):
                continue
            key = known.key(project.name)
            found[key] = _later(found[key], project) if key in found else project
    return list(found.values())


BATCH = re.compile(
    r"(?:集中|现场|集体)(?P<verb>签约|开工|竣工|投产)|(?P<rite>签约|开工|奠基|竣工|投产)(?:仪式|活动|现场|的?[0-9]+个项目)"
    r"|(?:此次|本次|这次|这批|当天|当日)(?:集中)?(?P<these>签约|开工)的?项目"
)
OF_A_BATCH = {"奠基": "开工", "竣工": "竣工验收"}


def _batch(scene: Scene) -> str | None:
    """The stage of all projects of an article that tells of a batch: 集中签约, 开工仪式."""
    match = BATCH.search(scene.read, scene.sentence.start, scene.sentence.end)
    verb = (match["verb"] or match["rite"] or match["these"]) if match else None
    return OF_A_BATCH.get(verb, verb) if verb else None


def _with_batch(project: Project, batch: str | None) -> Project:
    """A project that is called so or paid for is at the stage of its batch, where it tells no other."""
    told = project.name.endswith("项目") or project.reading is not None
    if batch is None or not told or not (project.guessed or project.stage in (None, "规划")):
        return project
    return replace(project, stage=batch, guessed=False)


class Known:
    """The names under which projects are known already: 远山基地 is 远山基地项目."""

    def __init__(self) -> None:
        self._plain: dict[str, str] = {}
        self._alike: dict[tuple[str, str], list[str]] = {}

    def key(self, name: str) -> str:
        """The name that a project was first told by."""
        plain = name.removesuffix("项目")
        ends = (plain[:SAME], plain[-SAME:])
        alike = self._plain.get(plain) or next(
            (known for known in self._alike.get(ends, ()) if _same(known.removesuffix("项目"), plain)), None
        )
        if alike is None:
            self._plain[plain] = name
            self._alike.setdefault(ends, []).append(name)
        return alike or name


SAME = 3  # characters with which two names of one project begin, and with which they end


def _same(known: str, new: str) -> bool:
    """云泽数据科技产业园 and 云泽数据产业园: the shorter leaves out words of the longer."""
    short, long = sorted((known, new), key=len)
    if short == long or len(short) < 2 * SAME or PHASED.search(short) or PHASED.search(long):
        return short == long
    if short[:SAME] != long[:SAME] or short[-SAME:] != long[-SAME:]:
        return False
    rest = iter(long)
    return all(letter in rest for letter in short)


PHASED = re.compile("[一二三四五六]期|[甲乙丙ABC]区|[0-9]")


def _later(known: Project, new: Project) -> Project:
    newer = new.stage is not None and (
        known.stage is None or STAGES.index(new.stage) > STAGES.index(known.stage)
    )
    base, other = (new, known) if newer else (known, new)
    return replace(
        base,
        company=base.company or other.company,
        park=base.park or other.park,
        reading=known.reading or new.reading,
        date=base.date or other.date,
    )


# -- names ------------------------------------------------------------------------------------------


def _in_sentence(result: Yield) -> Iterator[Project]:
    scene = result.scene
    if scene.sentence.paragraph.heading and not any(
        each.indicator == "项目总投资" for each in result.readings
    ):
        return
    listed = list(lists(scene))
    for name, stage in listed:
        yield replace(_project(name, result, stage), listed=True)
    for name in scene.names:
        if not any(other.start < name.end and name.start < other.end for other, _ in listed):
            yield from _alone(name, result)


def _alone(name: Name, result: Yield) -> Iterator[Project]:
    """A name that stands by itself, if it is a project."""
    scene = result.scene
    if name.kind == "zone" and SPOT.match(scene.read, name.end) and not SITE.match(scene.read, name.end):
        return  # at a corner of 云泽大道
    if name.kind in ("zone", "project") and (_is_park(name, scene) or _is_class(name, scene)):
        return
    if name.kind == "company":
        if coming := _coming(name, scene):
            yield _project(name, result, coming)
    elif name.kind != "policy":
        stage = stage_told(_said_of(name, scene), _lead(name, scene), scene.frame.lexicon)
        project = replace(_project(name, result, stage.stage), guessed=stage.guessed)
        if _is_project(name, project, scene.frame.lexicon):
            yield project


SITE = re.compile("(?:项目)?(?:建设|施工)(?:现场|工地)")


def _is_park(name: Name, scene: Scene) -> bool:
    """Whether a name is a park's own, or its park's projects in general: 云泽高新区项目签约仪式."""
    stem = name.start + len(name.name.removesuffix("项目"))
    if name.kind == "project" and name.told:
        return False
    return any(
        each.name and each.start <= name.start and stem <= each.end for each in scene.mentions
    ) or name.name in {form for group in scene.frame.groups for form in (group.name, *group.forms)}


COUNTED_BEHIND = re.compile("(?:已|共|累计|总数|数量|数)*(?:达到?|有|为)?[0-9]+[余多]?[个家条项座]")
COUNTED_BEFORE = re.compile("[0-9一二两三四五六七八九十]+[余多]?[个家条项座](?:[一-鿿]{0,4})$")
BOASTED = re.compile("(?:重要|最大|领先|一流|知名|核心|有影响力|先进|级|规模)的$")
MEN_OF = re.compile("(?:负责人|经理|总监|服务|相关|建设者|工作)")


def _is_class(name: Name, scene: Scene) -> bool:
    """Whether a name is one of many that are counted, a boast or the words before 项目负责人."""
    read, before = scene.read, scene.read[max(scene.sentence.start, name.start - 12) : name.start]
    counted = COUNTED_BEHIND.match(read, name.end) or COUNTED_BEFORE.search(before)
    if counted and name.name.endswith(("项目", "生产线", "厂房")):
        return True
    if name.kind == "zone" and BOASTED.search(before):
        return True
    if name.name.endswith(("重大项目", "重点项目")) and not name.told:
        return True
    stem = name.name.removesuffix("项目")
    return name.kind == "project" and stem.endswith(("公司", "集团")) and bool(MEN_OF.match(read, name.end))


COMES = re.compile(r"(?:已|正式|成功|也|先后)*(?P<verb>签约|落户|入驻|落地|揭牌)")


def _coming(name: Name, scene: Scene) -> str | None:
    """A company's own coming: 与某公司签约, 某公司落户."""
    behind = COMES.match(scene.read, name.end)
    if behind is None:
        return None
    return "签约" if behind["verb"] == "签约" else "落户"


def _is_project(name: Name, project: Project, lexicon: Lexicon) -> bool:
    """A name of its own that is built, signed, run or paid for; no class and no title won."""
    before = _lead(name, project.scene)
    if any(word in before[-12:] for word in lexicon.list("honour_words")) or NO_WORKS.search(name.name):
        return False
    short = not name.told or len(name.name) < LONG
    if (short and name.name.startswith(lexicon.list("carrier_classes"))) or (TITLED.match(name.name)):
        return False
    wide = name.name.endswith(("片区", "街道", "集群", "小镇", "组团", "新城", "园区", "城"))
    if (
        name.kind == "zone"
        and wide
        and not name.told
        and project.stage not in ("开工", "在建", "竣工验收", "运营")
    ):
        return False
    behind = project.scene.read[name.end : name.end + NEAR]
    told = any(word in behind for _, word in stage_words(lexicon))
    if name.kind == "project" and not is_specific(name, lexicon):
        return False
    return is_specific(name, lexicon) or (told and not CLASS.search(name.name[:4]))


NO_WORKS = re.compile("(?:基金|资金)$|^[一二三四五六]期[0-9]")
LONG = 8  # characters of a name that may begin with a word of classes where it is paid for


def _said_of(name: Name, scene: Scene) -> str:
    """What the sentence says of a name: up to the clause that turns to another."""
    others = [other.start for other in scene.names if other.start >= name.end]
    said, place = "", name.end
    for clause in CLAUSE.split(scene.read[name.end : scene.sentence.end]):
        turns = [start for start in others if place <= start < place + len(clause)]
        if said and (turns or scene.read[place - 1 : place] in ("；", ";") or PARTNERED.match(clause)):
            break
        apart = [start for start in turns if not LISTED_ON.search(scene.read[max(0, start - 24) : start])]
        said += _marked(scene, place, apart[0] if apart else place + len(clause)) + ("" if apart else "，")
        place += len(clause) + 1
    return said


PARTNERED = re.compile(r"[与由和同][^，。；]{2,24}(?:共建|合建|合作)的")  # 与某大学共建的…: another project
LISTED_ON = re.compile(r"[、和与及](?:[^、，。；和与]{0,8}[0-9.]+[^、，。；]{0,4}[元亩]的)?$")


def _marked(scene: Scene, start: int, end: int) -> str:
    """The words of a sentence, with 将 behind each time that lies ahead: 10月｜将｜投用."""
    today, read = scene.frame.clock.today or "9999", scene.read
    ahead = [
        time.end
        for time in scene.times
        if start <= time.start and time.end <= end and (time.due or _is_ahead(time.period, today))
    ]
    cuts = [start, *ahead, end]
    return "将".join(read[first:last] for first, last in pairwise(cuts))


def _is_ahead(period: str | None, today: str) -> bool:
    """Whether a period begins after the month of an article."""
    return period is not None and not period.startswith("@") and period[: len(today)] > today


def _lead(name: Name, scene: Scene) -> str:
    """The words of the clause before a name."""
    start = max(
        (match.end() for match in CLAUSE.finditer(scene.read, scene.sentence.start, name.start)),
        default=scene.sentence.start,
    )
    text = scene.read[start : name.start]
    return text if text.endswith("的") else _marked(scene, start, name.start)  # 8月投产的: it is


def _project(name: Name, result: Yield, stage: str | None) -> Project:
    scene = result.scene
    money = _money(name, result)
    park = _park_before(name, scene) or next((reading.park for reading in result.readings), None)
    return Project(
        name=unquoted(name.name),
        company=company_of(name, scene),
        park=park or _park(scene),
        reading=money,
        stage=stage,
        date=_date(scene) if stage else None,
        scene=scene,
        start=name.start,
        end=name.end,
    )


def unquoted(name: str) -> str:
    """A name without the quotes that it stands in; those within it stay."""
    return name[1:-1] if name[:1] == "“" and name.find("”") == len(name) - 1 else name


def _money(name: Name, result: Yield) -> Reading | None:
    """The figure that says what is paid for a project."""
    read = result.scene.read
    dealt = _dealt(name, result)
    return dealt or next((each for each in result.readings if _pays(each, name, read)), None)


def _pays(reading: Reading, name: Name, read: str) -> bool:
    if reading.indicator == "项目总投资" and reading.subject == name.name:
        return True
    if reading.quantity.kind != "money" or reading.measure != "level":
        return False
    span = reading.quantity.span
    dealt = "分别" in read[max(0, span.start - 20) : span.start]
    ahead = span.end <= name.start and not dealt and PAID_FOR.fullmatch(read, span.end, name.start)
    behind = name.end <= span.start and PAID_BEHIND.fullmatch(read, name.end, span.start)
    return bool(behind) or bool(ahead and not GIVEN.search(read, max(0, span.start - 8), span.start))


PAID_FOR = re.compile("(?:人民币|左右)?(?:建设|打造|兴建|新建)?的“?")  # 9.6亿元的｜远山物流园
PAID_BEHIND = re.compile(
    "”?(?:[（(]|[，,（(]?(?:该?项目)?(?:计划|协议|概算|预计|拟)*(?:总投资|投资)额?(?:达|为|约|超|近|逾)*)"
)
GIVEN = re.compile("产值|税收|营收|收入|基金|贷款|补贴|奖励|资金|注册资本")


def _dealt(name: Name, result: Yield) -> Reading | None:
    """The name's own of sums told in turn: A、B分别投资3亿元和2亿元, 总投资分别为3亿元和2亿元的A、B."""
    scene = result.scene
    read, end = scene.read, scene.sentence.end
    if "分别" not in read[scene.sentence.start : end]:
        return None
    row = _row_of(name, scene)
    sums = [each for each in result.readings if each.quantity.kind == "money"]
    place = next((index for index, each in enumerate(row) if each.start == name.start), None)
    if place is None or len(row) < 2:
        return None
    behind = DEALT.match(read, row[-1].end)
    after = [each for each in sums if behind and each.quantity.span.start >= behind.end()]
    before = [each for each in sums if each.quantity.span.end <= row[0].start]
    if not behind and DEALT_AHEAD.search(read, scene.sentence.start, row[0].start):
        after = before[-len(row) :]
    return after[place] if len(after) >= len(row) else None


DEALT = re.compile("(?:两个项目)?分别(?:计划|拟)?(?:总)?投资")
DEALT_AHEAD = re.compile("投资(?:额)?分别(?:为|达)?[^，。；]{4,60}的$")


def _row_of(name: Name, scene: Scene) -> list[Name]:
    """The names that a name stands among, with nothing but 、 and 和 between them."""
    row: list[Name] = []
    for each in sorted(scene.names, key=lambda one: one.start):
        joined = row and re.fullmatch("[、和与及]|以及", scene.read[row[-1].end : each.start])
        if row and not joined:
            if any(one.start == name.start for one in row):
                break
            row = []
        row.append(each)
    return row


def _park_before(name: Name, scene: Scene) -> str | None:
    """The park named last before a project in its part of the sentence, where it is no member of a list."""
    read = scene.read
    part = max(read.rfind("；", 0, name.start), read.rfind(";", 0, name.start))
    named = [
        each.name
        for each in scene.mentions
        if each.name and max(part, scene.sentence.start) <= each.start and each.end <= name.start
        if not is_aside(read, each) and "、" not in (read[each.end : each.end + 1], read[each.start - 1])
    ]
    return named[-1] if named else None


def _park(scene: Scene) -> str | None:
    listed = "、"
    named = [
        each.name
        for each in scene.mentions
        if each.name and listed not in (scene.read[each.end : each.end + 1], scene.read[each.start - 1])
    ]
    return named[0] if named else (scene.frame.main.name if scene.frame.main else None)


def _date(scene: Scene) -> str | None:
    times = [time for time in scene.times if time.period and not time.due and not time.now]
    period = times[0].period if times else None
    return period if period and re.fullmatch(r"\d{4}(?:-\d\d){0,2}", period) else None
