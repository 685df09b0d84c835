"""Named investment projects, carriers and facilities: a name with a stage or an investment beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from extract.bind import Reading, Yield
from extract.names import Name, is_specific
from extract.scene import Scene

STAGES = (  # the latest stage wins; words after GUIDE's list of stages
    ("规划", ("规划建设", "拟建", "计划建设", "规划打造", "选址")),
    ("签约", ("签约", "签署", "签订", "签下")),
    ("落户", ("落户", "落地", "入驻", "揭牌", "引进", "引入")),
    ("开工", ("开工", "奠基", "启动建设", "动工", "破土")),
    ("在建", (
        "在建", "建设中", "加快建设", "正在建设", "主体施工", "如火如荼", "加速建设", "全力建设", "稳步推进",
        "有序推进", "封顶", "建设提速", "推进建设",
    )),
    ("竣工验收", ("竣工", "通过验收", "验收", "建成")),
    ("投产", ("投产", "试生产", "量产", "达产")),
    ("运营", (
        "投运", "运营", "开园", "启用", "投入使用", "交付使用", "开业", "成立", "正式运行", "建成投用",
    )),
)  # fmt: skip
SIGNED_LANDED = re.compile(r"签约(?:落户|落地)")
FUTURE = re.compile(r"(?:将|预计|计划|力争|确保|有望|争取|推动|力促|促进|帮助|加快推动)[^，,。；]{0,14}$")


class Project(Struct, frozen=True):
    """A project as one sentence tells it."""

    name: str
    company: str | None
    park: str | None
    reading: Reading | None  # its investment
    stage: str | None
    date: str | None
    scene: Scene
    start: int
    end: int


def find_projects(results: Sequence[Yield]) -> list[Project]:
    """The named projects of an article, each once, at its latest stage, with its investment."""
    found: dict[str, Project] = {}
    for result in results:
        for project in _in_sentence(result):
            known = found.get(project.name)
            found[project.name] = _later(known, project) if known else project
    return [project for project in found.values() if project.stage or project.reading]


def _later(known: Project, new: Project) -> Project:
    order = [name for name, _ in STAGES]
    newer = new.stage is not None and (
        known.stage is None or order.index(new.stage) > order.index(known.stage)
    )
    base, other = (new, known) if newer else (known, new)
    return Project(
        base.name, base.company or other.company, base.park or other.park, known.reading or new.reading,
        base.stage, base.date or other.date, base.scene, base.start, base.end,
    )  # fmt: skip


def _in_sentence(result: Yield) -> Iterator[Project]:
    scene = result.scene
    candidates = [name for name in scene.names if name.kind == "project" and is_specific(name)]
    candidates += [name for name in scene.names if name.kind == "zone" and is_specific(name)]
    for name in sorted(candidates, key=lambda name: name.start):
        money = next(
            (
                reading
                for reading in result.readings
                if reading.indicator == "项目总投资" and reading.subject == name.name
            ),
            None,
        )
        stage, date = _stage(name, scene)
        park = next((reading.park for reading in result.readings), None) or (
            scene.frame.main.name if scene.frame.main else None
        )
        yield Project(name.name, _company(name, scene), park, money, stage, date, scene, name.start, name.end)


def _stage(name: Name, scene: Scene) -> tuple[str | None, str | None]:
    """The latest stage said of a project in its sentence, and when."""
    read = scene.read
    after = read[name.end : scene.sentence.end]
    before = read[scene.sentence.start : name.start]
    best: str | None = None
    for stage, words in STAGES:
        for word in words:
            place = after.find(word)
            if (place >= 0 and not FUTURE.search(after[:place])) or (
                best is None and word in before[-24:] and not FUTURE.search(before[: before.rfind(word)])
            ):
                best = stage
    if best == "落户" and SIGNED_LANDED.search(after + before):
        best = "签约"
    dates = [time for time in scene.times if time.period and not time.due and not time.now]
    return best, _date(dates[0].period) if dates and best else None


def _date(period: str | None) -> str | None:
    return period if period and re.fullmatch(r"\d{4}(?:-\d\d){0,2}", period) else None


def _company(name: Name, scene: Scene) -> str | None:
    """The company that a project's name begins with, by its full name where the sentence gives it."""
    full = next((other.name for other in scene.names if other.kind == "company"), None)
    return full
