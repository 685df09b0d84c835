"""Policies and industries of made-up parks in the words of news: what is named, what is only said."""

from __future__ import annotations

import pytest

from tests.test_extract import read

POLICIES = {  # sentence -> names and kinds
    "设立5亿元科技成果转化引导基金。": {"科技成果转化引导基金": "资金奖励"},
    "设立2亿元的“装备腾飞”产业引导资金。": {"“装备腾飞”产业引导资金": "资金奖励"},
    "设立2亿元产业引导基金。": {},
    "以“项目建设攻坚年”为抓手，推行“一站式”服务和项目代办制。": {
        "“项目建设攻坚年”": "其他",
        "“一站式”服务": "审批服务",
        "项目代办制": "审批服务",
    },
    "紧紧围绕“百日攻坚”项目大会战，抢抓机遇。": {"“百日攻坚”项目大会战": "其他"},
    "“千企改造”深入推进。": {"“千企改造”": "产业"},
    "明年将实施“3050”项目攻坚行动。": {"“3050”项目攻坚行动": "其他"},
    "实行“一个项目、一名领导、一抓到底”的“两个一”责任制。": {"“两个一”责任制": "审批服务"},
    "“船边提货”“抵港装船”作业模式覆盖率分别达到37%、44.5%。": {
        "“船边提货”作业模式": "审批服务",
        "“抵港装船”作业模式": "审批服务",
    },
    "推行“标准地+承诺制”。": {"“标准地+承诺制”": "审批服务"},
    "发布《云泽高新区促进生物制造若干措施》（以下简称“生物制造十条”）。根据“生物制造十条”，每年安排资金。": {
        "云泽高新区促进生物制造若干措施": "资金奖励",
    },
    "园区准备了“三补一免”：设备运费补30%。": {"“三补一免”": "资金奖励"},
    "深化亩均效益改革。": {"亩均效益改革": "产业"},
    "深化外汇管理改革。": {},
    "印发实施云泽高新区“十四五”发展规划。": {"“十四五”发展规划": "规划"},
    "累计出让“标准地”27宗。": {},
    "为打通政策落实的“中梗阻”，变“企业找政策”为“政策找企业”。": {},
}
INDUSTRIES = {  # sentence -> the role of each
    "新能源材料是园区首位产业。": {"新能源材料": "主导"},
    "汽车产业是云泽高新区的“顶梁柱”。": {"汽车": "主导"},
    "云泽高新区把纺织服装产业作为主攻方向。": {"纺织服装": "主导"},
    "形成以整车为龙头、零部件为支撑、氢能为先导的产业格局。": {
        "整车": "主导",
        "零部件": "其他",
        "氢能": "先导",
    },
    "围绕硅光伏和新能源电池两条新链招商。": {"硅光伏": "其他", "新能源电池": "其他"},
    "生物制造是云泽高新区重点布局的四大未来产业之一。": {"生物制造": "未来"},
    "首位产业新能源汽车产值突破500亿元。": {"新能源汽车": "主导"},
    "构建“2+2”现代产业体系，即电子信息、高端装备两大主导产业和现代物流、数字经济两大新兴产业。": {
        "电子信息": "主导",
        "高端装备": "主导",
        "现代物流": "新兴",
        "数字经济": "新兴",
    },
    "碳纤维产业园被认定为某省特色产业集群。": {},
}


@pytest.mark.parametrize(("sentence", "wanted"), POLICIES.items())
def test_what_is_made_is_named(sentence: str, wanted: dict[str, str]) -> None:
    policies = read(f"云泽高新区消息。{sentence}").policies

    assert {policy.name: policy.kind for policy in policies} == wanted


@pytest.mark.parametrize(("sentence", "wanted"), INDUSTRIES.items())
def test_what_a_park_builds_on_is_told_with_its_role(sentence: str, wanted: dict[str, str]) -> None:
    industries = read(f"云泽高新区消息。{sentence}").industries

    assert {name: claim.role for claim in industries for name in claim.names} == wanted
