"""How the kinds of parks are written: the one table that reading and judging share.

Forms of one family are ways to write one kind: 云泽高新区 and 云泽高新技术产业开发区 are one park. Each
family belongs to a list of the lexicon, which a user may extend by forms that only reading knows.
"""

from __future__ import annotations

from typing import Final

FORMS: Final[dict[str, dict[str, tuple[str, ...]]]] = {  # list of the lexicon -> family -> forms
    "park_hightech": {
        "高新": (
            *("高新技术产业开发区", "高新技术产业园区", "高新技术开发区", "新技术产业开发区", "新技术开发区"),
            *("高新产业开发区", "高新产业园区", "高新开发区", "高新园区", "高新区"),
        ),
    },
    "park_economic": {
        "经开": (*("经济技术开发区", "经济技术开发新区", "经济开发区", "技术开发区", "经开区", "开发区"),),
    },
    "park_bonded": {
        "综保": ("综合保税区", "综保区"),
        "保税港": ("保税港区",),
        "保税": ("保税区",),
        "保税物流": ("保税物流园区",),
        "出口加工": ("出口加工区",),
    },
    "park_freetrade": {
        "自贸": ("自由贸易试验区", "自由贸易区", "自贸试验区", "自贸片区", "自贸区", "片区自贸区"),
        "自贸港": ("自贸港",),
    },
    "park_newarea": {
        "新区": ("新区",),
    },
    "park_estate": {
        "工业园": ("工业园区", "工业园"),
        "产业园": ("产业园区",),
        "科技园": ("科技园区",),
    },
    "park_minor": {  # forms that estates within a park have as well
        "产业园": ("产业园",),
        "科技园": ("科技园",),
    },
}


def words_of_lists() -> dict[str, tuple[str, ...]]:
    """The forms as lists of the lexicon."""
    return {name: tuple(form for forms in of.values() for form in forms) for name, of in FORMS.items()}


# longest first: 高新区 ends in 新区, 经济技术开发区 in 开发区
ENDINGS: Final = sorted(
    ((form, family) for of in FORMS.values() for family, forms in of.items() for form in forms),
    key=lambda row: (-len(row[0]), row[0]),
)
