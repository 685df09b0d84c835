"""What scripts show: the evidence cards of a document, and the figures that the search finds."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from core.model import Observation
from core.wording import say
from core.wording_en import STATUS, say_english, say_period
from translate.speech import LISTED, Speech
from translate.text import has_chinese, needs_original

CALL = re.compile(r"(?P<call>[\w.]+)\((?P<told>.*)\);\s*", re.DOTALL)
EVIDENCE, FIGURES = ".evidence.js", "search/figures.js"
Told = dict[str, Any]


class Scripts:
    """Says in English what is in a script; what has no English name stays Chinese, as on a page."""

    def __init__(self, speech: Speech, observations: Mapping[str, Observation]) -> None:
        self._speech = speech
        self._observations = observations

    def translate(self, url: str, text: str) -> str | None:
        """The script of this URL in English; None where it holds no words."""
        found = CALL.fullmatch(text)
        if not found or not (url.endswith(EVIDENCE) or url == FIGURES):
            return None
        told = json.loads(found["told"])
        self._speech.url = url
        said = self._evidence(told) if url.endswith(EVIDENCE) else self._figures(told)
        return f"{found['call']}({json.dumps(said, ensure_ascii=False, separators=(',', ':'))});\n"

    # -- evidence cards ---------------------------------------------------------------------------

    def _evidence(self, told: Told) -> Told:
        facts = {identity: self._card(identity, fact) for identity, fact in told["facts"].items()}
        return told | {"source": self._source(told["source"]), "facts": facts}

    def _source(self, source: Told) -> Told:
        said = source | {"date": self._words(source["date"])}
        return said | ({"tags": [self._words(each) for each in source["tags"]]} if "tags" in source else {})

    def _card(self, identity: str, card: Told) -> Told:
        said = card | {"name": self._name(card["name"])}
        if observation := self._observations.get(identity):
            said |= {
                "said": _with_original(observation),
                "status": STATUS[observation.status],
                "period": say_period(observation.period),
                "rows": [[self._words(label), self._words(text)] for label, text in card.get("rows", ())],
            }
        if "doubts" in card:
            said["doubts"] = [self._doubt(each) for each in card["doubts"]]
        return said

    def _doubt(self, doubt: Told) -> Told:
        said = doubt | {"word": self._words(doubt["word"]), "told": self._speech.plain(doubt["told"])}
        return said | (
            {"rivals": [self._rival(each) for each in doubt["rivals"]]} if "rivals" in doubt else {}
        )

    def _rival(self, rival: Told) -> Told:
        observation = self._observations[rival["id"]]
        return rival | {"said": _with_original(observation), "period": say_period(observation.period)}

    # -- figures that the search finds ------------------------------------------------------------

    def _figures(self, rows: list[Told]) -> list[Told]:
        """The rows are those of the observations, in their order."""
        return [
            row
            | {
                "told": LISTED.join(self._words(each) for each in row["told"].split(LISTED)),
                "said": _with_original(observation),
                "period": say_period(observation.period),
            }
            for row, observation in zip(rows, self._observations.values(), strict=True)
        ]

    # -- words ------------------------------------------------------------------------------------

    def _name(self, name: str) -> str:
        """A name, with what it is a name of: 项目：远山数据中心."""
        kind, mark, own = name.partition("：")
        return f"{self._words(kind)}: {self._words(own)}" if mark else self._words(name)

    def _words(self, text: str) -> str:
        return self._speech.label(text) if has_chinese(text) else text


def _with_original(observation: Observation) -> str:
    """The value, and beside it the Chinese where that has other digits."""
    said, told = say_english(observation), say(observation)
    return f"{said} ({told})" if needs_original(said, told) else said
