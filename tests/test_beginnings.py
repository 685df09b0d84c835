"""A pattern tried only where one of its first characters stands finds all that it would find elsewhere."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core import quantities
from extract import (
    honours,
    industries,
    instruments,
    layout,
    listed,
    mentions,
    names,
    policies,
    rankings,
    scene,
    subjects,
    times,
)
from extract.search import beginning
from sources import read_lexicon

LEXICON = read_lexicon(Path(__file__).parent.parent / "extract" / "lexicon", None)
LOOK = re.compile(r"\s*\(\?=\s*\[[^\]]*\]\s*\)(?:\s*#.*)?")
PATTERNS = {
    "names": names._heads(LEXICON),
    "references to parks": mentions._self_words(LEXICON),
    "kinds of instruments": instruments._kinds(LEXICON),
    "verbs of honours": honours._verbs(LEXICON),
    "verbs of rankings": rankings._ranking_verbs(LEXICON),
    "makers of policies": policies._made(LEXICON),
    "systems": policies._systems(LEXICON),
    "in a list": honours.IN_LIST,
    "roles of industries": industries.ROLED,
    "fields of industries": industries.FIELDS,
    "copula": industries.COPULA,
    "ends of lists": listed.LIST_END,
    "ends of sentences": layout.SENTENCE_END,
    "comparisons": scene.COMPARES,
    "foundations": scene.FOUNDED,
    "kinds of parks": scene.KINDS,
    "all parks of a kind": subjects.KIND,
    "spelled times": times.SPELLED,
    "months of years": times.OVER_YEARS,
    "numbers": quantities.QUANTITY,
    "number words": quantities.WORD,
    "bounds": quantities.PREFIX,
}
WORDS = sorted(
    {word for words in LEXICON.words.values() for word in words}
    | set("一二两三四五六七八九十百千万亿半零多余年月日至的等将，、。；！…“”《》（） 0123456789％%")
    | {"翻番", "百分之", "分之", "成", "超过", "接近", "不足", "站上", "大约", "最高", "突破", "有限公司"}
    | {
        "集团",
        "公司",
        "控股集团",
        "二期",
        "项目",
        "基地项目",
        "过去一年",
        "近5年",
        "未来三年",
        "三年内",
        "目前",
    }
    | {
        "年底前",
        "截至目前",
        "2021年",
        "2022年9月至2023年3月",
        "成立于",
        "相比",
        "国家级",
        "省级高新区",
        "其中",
    }
    | {"成功入选", "榜上有名", "以上", "三大", "产业", "产业集群", "都是", "主导产业", "作为首批", "之一"}
)


@pytest.mark.parametrize("name", PATTERNS)
@given(st.lists(st.sampled_from(WORDS), max_size=30).map("".join))
def test_looking_ahead_hides_nothing(name: str, text: str) -> None:
    pattern = PATTERNS[name]
    plain, removed = LOOK.subn("", pattern.pattern, count=1)

    assert removed == 1
    free = re.compile(plain, pattern.flags)
    assert [match.span() for match in free.finditer(text)] == [
        match.span() for match in pattern.finditer(text)
    ]


def test_every_first_character_is_looked_for() -> None:
    assert beginning(["云泽", "岚江", "云帆", "-"]) == r"(?=[\-云岚])"
