"""Where a text tells what is to be: under a heading of its own, or after a goal that it announces."""

from __future__ import annotations

import re

from msgspec import Struct

from extract.scene import Scene

ANNOUNCED = re.compile(
    r"(?:定下|确定|明确|提出|设定|制定|锚定)[^。；，,]{0,16}(?:目标|任务书?|路线图|蓝图|计划表)[^。；，,]{0,12}$"
    r"|(?:明确|提出|今年|明年|下一步|[上下]半年|将|要|重点)[^。；]{0,24}(?:抓好|做好|实施|推进|打好|聚焦|干好|突出)[^。；，,]{0,8}"
    r"(?:[0-9]+|[一二两三四五六七八九十]+)(?:件事|件大事|项工作|项重点工作|项任务|个方面|方面|大行动|场硬仗|大工程|场攻坚战)$"
    r"|^[^。；，,]{0,8}(?:主要|预期|工作|发展|奋斗|总体)(?:目标|指标|任务)(?:任务)?$"
)
PAST = re.compile(r"已|截至|截止|(?<!项)目前|同比|去年|上年|过去|来，")  # no 项目前期工作
SECTION = re.compile(
    r"\s*[一二三四五六七八九十]+、(?P<year>20\d\d)年度?的?(?:主要|重点)?(?:工作)?的?(?:总体|主要)?"
    r"(?:回顾|总结|情况|成绩|成效|完成情况|(?P<ahead>安排|打算|目标|任务|重点|计划|思路|要点|部署))"
)


class Section(Struct, frozen=True):
    """A part of a report: what a year brought, or (`ahead`) what is planned for one."""

    year: str
    ahead: bool


def section_of(read: str) -> Section | None:
    """The part of a report that a heading opens: 一、2021年工作回顾."""
    match = SECTION.match(read)
    return Section(match["year"], match["ahead"] is not None) if match else None


def announces(scene: Scene) -> bool:
    """Whether a sentence says that what follows is to be: 给明年定下“路线图”——."""
    read = scene.sentence.read.rstrip("：:—。” \n")
    return bool(ANNOUNCED.search(read)) and not tells_past(read)


def tells_past(read: str) -> bool:
    """Whether a text says what was or is so."""
    return bool(PAST.search(read))
