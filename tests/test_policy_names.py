"""Policies and industries of made-up parks in the words of news: what is named, what is only said."""

from __future__ import annotations

import pytest

from tests.test_extract import read

POLICIES = {  # sentence -> names and kinds
    "设立5亿元专利落地引导基金。": {"专利落地引导基金": "资金奖励"},
    "设立2亿元的“智造扬帆”产业引导资金。": {"“智造扬帆”产业引导资金": "资金奖励"},
    "设立2亿元产业引导基金。": {},
    "以“厂房改造攻坚年”为抓手，推行“一站式”服务和项目代办制。": {
        "“厂房改造攻坚年”": "其他",
        "“一站式”服务": "审批服务",
        "项目代办制": "审批服务",
    },
    "紧紧围绕“六十天会战”项目大会战，抢抓机遇。": {"“六十天会战”项目大会战": "其他"},
    "“百厂焕新”深入推进。": {"“百厂焕新”": "其他"},
    "明年将实施“4080”项目攻坚行动。": {"“4080”项目攻坚行动": "其他"},
    "实行“一家企业、一名专员、一抓到底”的“两个一”责任制。": {"“两个一”责任制": "审批服务"},
    "“车边验放”“到站装车”作业模式覆盖率分别达到21%、35%。": {
        "“车边验放”作业模式": "审批服务",
        "“到站装车”作业模式": "审批服务",
    },
    "推行“标准地+承诺制”。": {"“标准地+承诺制”": "审批服务"},
    "发布《云泽高新区促进海洋食品若干措施》（以下简称“海洋食品八条”）。根据“海洋食品八条”，每年安排资金。": {
        "云泽高新区促进海洋食品若干措施": "资金奖励",
    },
    "园区准备了“两补一减”：搬家运费补20%。": {"“两补一减”": "资金奖励"},
    "深化招商体制改革。": {"招商体制改革": "其他"},
    "深化收费管理改革。": {},
    "印发实施云泽高新区“十四五”发展规划。": {"“十四五”发展规划": "规划"},
    "累计出让“标准地”14宗。": {},
    "为打通政策落实的“中梗阻”，变“工厂跑部门”为“部门跑工厂”。": {},
}
INDUSTRIES = {  # sentence -> the role of each
    "智能家电是园区首位产业。": {"智能家电": "主导"},
    "家具产业是云泽高新区的“顶梁柱”。": {"家具": "主导"},
    "云泽高新区把箱包皮具产业作为主攻方向。": {"箱包皮具": "主导"},
    "形成以船舶为龙头、机床为支撑、激光为先导的产业格局。": {
        "船舶": "主导",
        "机床": "其他",
        "激光": "先导",
    },
    "围绕工业机器人和航空装备两条新链招商。": {"工业机器人": "其他", "航空装备": "其他"},
    "海洋装备是云泽高新区重点布局的四大未来产业之一。": {"海洋装备": "未来"},
    "首位产业新能源汽车产值突破500亿元。": {"新能源汽车": "主导"},
    "构建“2+2”现代产业体系，即电子信息、高端装备两大主导产业和现代物流、数字经济两大新兴产业。": {
        "电子信息": "主导",
        "高端装备": "主导",
        "现代物流": "新兴",
        "数字经济": "新兴",
    },
    "石墨烯产业园被认定为某省特色产业集群。": {},
}


@pytest.mark.parametrize(("sentence", "wanted"), POLICIES.items())
def test_what_is_made_is_named(sentence: str, wanted: dict[str, str]) -> None:
    policies = read(f"云泽高新区消息。{sentence}").policies

    assert {policy.name: policy.kind for policy in policies} == wanted


@pytest.mark.parametrize(("sentence", "wanted"), INDUSTRIES.items())
def test_what_a_park_builds_on_is_told_with_its_role(sentence: str, wanted: dict[str, str]) -> None:
    industries = read(f"云泽高新区消息。{sentence}").industries

    assert {name: claim.role for claim in industries for name in claim.names} == wanted
