"""Whether two names mean one company: one judgement for projects, honours and companies."""

from __future__ import annotations

import pytest

from profiles.company_names import Reader
from tests.compiling import compiled, facts_in, honour, project, seen

READER = Reader(("江苏省", "岚江市", "滨海市"), ("岚江高新区",))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("星河", "星河方科技有限公司"),  # 方 is neither trade nor place nor form
        ("星河", "星河方"),
        ("澜光", "北方澜光半导体有限公司"),
        ("岚江澜光半导体有限公司", "滨海澜光半导体有限公司"),
        ("澜光半导体（江苏）有限公司", "澜光半导体（北京）有限公司"),
        ("澜光半导体有限公司", "澜光半导体（江苏）有限公司"),
        ("澜光科技有限公司", "澜光科技集团有限公司"),
        ("岚江电气", "滨海电气"),
        ("岚江银行", "滨海银行股份有限公司"),
        ("科技", "岚江科技有限公司"),
        ("", "岚江科技有限公司"),
    ],
)
def test_two_companies_stay_two_either_way(one: str, other: str) -> None:
    assert not READER.same(one, other)
    assert not READER.same(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("星河", "星河科技集团"),
        ("星河", "星河北京科技有限公司"),
        ("星河集团", "星河集团有限公司"),
        ("星河种业", "星河"),
        ("澜光", "江苏岚江澜光半导体有限公司"),
        ("澜光半导体有限公司", "岚江澜光半导体有限公司"),  # one leaves its place out
        ("岚江市澜光半导体有限公司", "岚江澜光半导体"),
        ("微云", "微云（中国）有限公司"),
        ("岚江银行", "岚江银行股份有限公司"),
        ("岚江银行", "岚江银行滨海分行"),
        ("岚江高新区企业星河动力", "星河动力"),
    ],
)
def test_one_company_is_one_either_way(one: str, other: str) -> None:
    assert READER.same(one, other)
    assert READER.same(other, one)


def holders(*names: str) -> int:
    """How many honours one title makes that each of these holds in a document of its own."""
    facts = [
        facts_in(str(at), parks=(seen(),), honours=(honour("绿色工厂", str(at), holder=name),))
        for at, name in enumerate(names)
    ]
    return len(compiled(*facts).honours)


def projects(*names: str) -> int:
    """How many projects of names alike there are where each of these builds one in a document of its own."""
    built = [project(f"智造基地{'新楼' * at}项目", str(at), company=name) for at, name in enumerate(names)]
    facts = [facts_in(str(at), parks=(seen(),), projects=(each,)) for at, each in enumerate(built)]
    return len(compiled(*facts).projects)


@pytest.mark.parametrize("count", [holders, projects])
def test_honours_and_projects_are_told_apart_by_the_same_judgement(count) -> None:
    assert count("星河", "星河方科技有限公司") == 2
    assert count("星河", "星河科技有限公司") == 1
