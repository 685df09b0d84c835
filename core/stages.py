"""How far a project has come, as far as documents tell."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from core.model import ProjectMention

# in the order of a project's life: what is only planned has not been talked over with anybody yet
STAGES: Final = ("规划", "洽谈", "签约", "落户", "开工", "在建", "竣工验收", "投产", "运营")


def latest_mention(mentions: Sequence[ProjectMention]) -> ProjectMention:
    """Of one or more, the oldest first: the newest that tells a stage, else the newest of all."""
    staged = [each for each in mentions if each.stage]
    return (staged or mentions)[-1]
