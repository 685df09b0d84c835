"""How far a project has come, as far as documents tell."""

from __future__ import annotations

from typing import Final

from core.model import ProjectMention, ProjectProfile

# in the order of a project's life
STAGES: Final = ("规划", "洽谈", "签约", "落户", "开工", "在建", "竣工验收", "投产", "运营")


def latest_mention(project: ProjectProfile) -> ProjectMention | None:
    """The newest mention that tells a stage, else the newest of all; None where there is none."""
    staged = [each for each in project.mentions if each.stage]
    return next(reversed(staged or project.mentions), None)
