"""How a figure finds its subject, park, period and status when its own clause does not say them."""

from __future__ import annotations

import pytest

from core.model import Document, Facts, Metadata
from extract import extract_facts
from tests.test_extract import lexicon

MARCH = "2023-03-05"


def read(text: str, published: str | None = MARCH) -> Facts:
    """The facts of a text without a title."""
    return extract_facts(Document("a", "a.txt", text, 0, Metadata(published=published)), (), lexicon())


def said(text: str, slot: str, published: str | None = MARCH) -> dict[str, object]:
    """What each figure of a text says in one slot."""
    return {fact.evidence.text: getattr(fact, slot) for fact in read(text, published).observations}


def parks_in(text: str) -> list[str]:
    """The parks that a text gives facts about."""
    return [park.name for park in read(text).parks]


def stages_in(text: str) -> dict[str, str | None]:
    """The projects of a text with their stages."""
    return {project.name: project.stage for project in read(text).projects}


# -- targets and plans ------------------------------------------------------------------------------


def test_what_stands_under_an_announced_plan_is_a_target() -> None:
    text = (
        "云泽经开区给2023年定下“路线图”——\n\n"
        "主要指标。工业增加值增长9%以上。\n\n"
        "要素保障。盘活用地1200亩。\n\n"
        "目前，全区已有企业300家。\n"
    )

    assert said(text, "status") == {"9%": "target", "1200亩": "target", "300家": "actual"}


def test_a_report_is_read_by_the_headings_of_its_parts() -> None:
    text = (
        "云泽经开区工作报告\n\n一、2022年工作回顾\n\n新增规上工业企业17户，总数达到94户。\n\n"
        "二、2023年工作安排\n\n工业增加值增长9%。\n\n深化改革，盘活用地300亩。\n"
    )

    assert said(text, "period") == {"17户": "2022", "94户": "2022", "9%": "2023", "300亩": "2023"}
    assert said(text, "status")["300亩"] == "target"


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("云泽高新区提出，2023年新增企业80家。", "80家"),
        ("今年云泽高新区计划完成固定资产投资40亿元。", "40亿元"),
    ],
)
def test_what_is_proposed_or_planned_is_a_target(text: str, number: str) -> None:
    assert said(text, "status") == {number: "target"}


def test_a_whole_year_that_is_not_over_is_ahead() -> None:
    text = "上半年，云泽高新区财政收入5亿元。全年财政收入突破11亿元。"

    assert said(text, "status", "2023-08-20") == {"5亿元": "actual", "11亿元": "target"}


def test_of_a_change_that_is_to_come_the_first_figure_is_the_present() -> None:
    text = "到2025年，云泽高新区建成区面积由18平方公里拓展到25平方公里。"

    assert said(text, "status") == {"18平方公里": "actual", "25平方公里": "target"}


def test_what_a_project_makes_once_it_runs_is_of_no_year() -> None:
    text = "远山光电云泽基地项目2025年投产后可新增产值25亿元。"

    assert said(text, "period") == {"25亿元": None}
    assert said(text, "subject") == {"25亿元": "远山光电云泽基地项目"}


# -- time -------------------------------------------------------------------------------------------


def test_figures_of_an_event_are_of_its_day() -> None:
    text = "2月18日，云泽高新区举行开工仪式。此次集中开工项目42个。"

    assert said(text, "period") == {"42个": "2023-02-18"}


def test_the_end_of_a_year_under_review_is_no_date_ahead() -> None:
    text = "云泽高新区2022年统计公报\n\n2022年，全区工业总产值702亿元。\n\n年末共有规上工业企业214家。\n"

    assert said(text, "status") == {"702亿元": "actual", "214家": "actual"}


@pytest.mark.parametrize(
    ("text", "number", "period"),
    [
        ("2月18日，集中签约仪式举行。此次集中签约项目42个。其中，制造业项目29个。", "29个", "2023-02-18"),
        ("2月18日，集中开工仪式举行。此次集中开工项目42个，年度计划投资71亿元。", "71亿元", "2023"),
        ("3月3日发布。1至2月，出口5亿元、进口3亿元，分别增长7%和5%。", "5%", "2023-01/2023-02"),
        ("1至2月，税收2亿元，因去年同期基数较高，下降4%。", "4%", "2023-01/2023-02"),
        ("2022年通关时间下降。单笔用时由3天变为1天。", "3天", None),
        ("2022年，在最新公布的国家高新区评价中列第96位。", "第96位", None),
        ("去年12月出台的《云泽高新区若干措施》提出，给予最高50万元奖励。", "50万元", "@2023-03"),
        ("远山光电云泽基地6月30日封顶，预计引进企业50家。", "50家", None),
        ("2022年，远山光电有限公司实现营业收入5亿元，解决就业300人。", "300人", "2022"),
    ],
    ids=[
        "parts of a sum", "a year's plan", "respective changes", "a cause", "before a change",
        "a newest ranking", "what a measure grants", "after an event", "a company at work",
    ],
)  # fmt: skip
def test_a_figure_finds_its_own_period(text: str, number: str, period: str | None) -> None:
    assert said(f"云泽高新区消息。\n\n{text}", "period")[number] == period


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("进出口148亿元，是上一年的近11倍。", "growth"),
        ("企业2.1万户，是挂牌前的6.4倍。", "growth"),
        ("工业总产值247亿元，是岚江经开区的2.1倍。", "gap"),
        ("单位能耗0.2吨，只有全省平均水平的四成。", "gap"),
        ("亩均税收24.8万元，比全市平均高出6.5万元。", "gap"),
        ("总投资92亿元，比上年还多出两成。", "growth"),
    ],
)
def test_what_a_multiple_measures_is_told_by_its_base(text: str, measure: str) -> None:
    assert [fact.measure for fact in read(f"云泽高新区消息。{text}").observations][-1] == measure


@pytest.mark.parametrize(
    ("text", "number", "indicator"),
    [
        ("远山基地设计年产能5万辆。", "5万辆", "产能"),
        ("远山基地可年产云片300万片、雾刀80万枚。", "80万枚", "产能"),
        ("远山基地二期投资28亿元。", "28亿元", "项目总投资"),
        ("18万平方米的商铺开业。", "18万平方米", "建筑面积"),
        ("协会会员从最初的21家发展到78家。", "78家", "协会会员数"),
        ("规划面积由23平方公里调整为38平方公里。", "38平方公里", "规划面积"),
        ("研发经费支出11亿元，占销售收入的2.1%。", "2.1%", "研发投入强度"),
        ("出台《云泽若干措施》，每年奖励最高500万元。", "500万元", "奖励资金"),
        ("一口气签下9个项目。", "9个", "签约项目数"),
        ("新签约长三角项目29个。", "29个", "长三角签约项目数"),
        ("建成人才公寓480套。", "480套", "人才公寓套数"),
        ("到位内资28亿元、外资5200万美元。", "5200万美元", "实际使用外资"),
        ("参评企业106家，其中A类32家。", "32家", "A类企业数"),
        ("实际利用外资1亿美元，增幅列全省23个开发区首位。", "首位", "实际使用外资"),
        ("进入全国综保区前40名。", "40名", "全国综保区排名"),
        ("从下放的审批权限中梳理出101个事项。", "101个", "审批事项数"),
        ("梳理审批流程，对34个事项、22个环节整合优化。", "34个", "事项数"),
    ],
)
def test_a_figure_finds_its_own_indicator(text: str, number: str, indicator: str) -> None:
    assert said(f"云泽高新区消息。{text}", "indicator")[number] == indicator


def test_what_a_project_is_to_build_is_a_target() -> None:
    text = "云泽高新区的远山光电基地项目位于河东，总投资15亿元，占地500亩，新建厂房30万平方米。"

    assert said(text, "status") == {"15亿元": "actual", "500亩": "actual", "30万平方米": "target"}
    assert set(said(text, "subject").values()) == {"远山光电基地项目"}


def test_full_width_digits_are_digits() -> None:
    text = "云泽日报讯（２０２２年１１月８日　记者某某）今年１至１０月，云泽高新区实际引进内资２８．６亿元。"

    facts = read(text, None).observations
    assert [(fact.evidence.text, float(fact.value), fact.period) for fact in facts] == [
        ("２８．６亿元", 28.6, "2022-01/2022-10")
    ]


# -- subjects and parks -----------------------------------------------------------------------------


def test_the_territorys_own_figure_is_not_the_parks() -> None:
    text = "云泽高新区工业增加值增长8%，同期全市工业增加值增长5%。"

    assert said(text, "park") == {"8%": "云泽高新区", "5%": None}


def test_a_growth_has_the_subject_of_the_level_before_it() -> None:
    text = "2022年，全市地区生产总值完成612亿元，增长6.2%，其中云泽高新区税收3亿元。"

    assert said(text, "subject") == {"612亿元": "全市", "6.2%": "全市", "3亿元": "云泽高新区"}


def test_all_parks_of_a_kind_are_told_from_those_of_one_part_of_the_country() -> None:
    text = (
        "国家级经开区上半年实现进出口3万亿元。国家级经开区税收增长。国家级经开区稳中有进。"
        "东部地区107家国家级经开区实现地区生产总值3.3万亿元。"
    )

    east = "东部地区国家级经开区"
    assert said(text, "subject") == {"3万亿元": "国家级经开区", "107家": east, "3.3万亿元": east}


def test_a_carrier_is_taken_up_by_its_last_word() -> None:
    text = "云泽高新区建成云岭大数据中心。这座去年投运的中心已有机架8600个。"

    assert said(text, "subject") == {"8600个": "云岭大数据中心"}


def test_members_of_a_list_of_sums_are_projects_whatever_they_are_called() -> None:
    text = "总投资20亿元的远山微型器件、总投资8亿元的宁海电机等5个项目落户云泽高新区。"

    assert said(text, "subject") == {"20亿元": "远山微型器件", "8亿元": "宁海电机", "5个": "云泽高新区"}


@pytest.mark.parametrize(
    ("text", "number", "subject"),
    [
        ("风机产业园集聚企业76家。", "76家", "风机产业园"),
        ("走进远山科创谷，研发楼面积38万平方米。", "38万平方米", "远山科创谷"),
        ("总投资4亿元的人才公寓二期破土动工。", "4亿元", "人才公寓二期"),
        ("总投资18亿元、年产5万吨的铝箔材料项目开工。", "18亿元", "铝箔材料项目"),
        ("投资3亿元打造的远山算力中心启用。", "3亿元", "远山算力中心"),
        ("电缆附件项目总投资2900万元。", "2900万元", "电缆附件项目"),
        ("远山轴承材料四期项目推进。据介绍，该项目总投资26亿元。", "26亿元", "远山轴承材料四期项目"),
        ("远山光电有限公司成立于1998年。前三季度公司利润3亿元。", "3亿元", "远山光电有限公司"),
        ("远山光电云泽基地项目开工。目前，已为127个项目配备专员。", "127个", "云泽高新区"),
    ],
    ids=[
        "an estate that does something", "what one walks into", "a phase", "a second attribute", "a builder",
        "a project that is paid for", "a phase taken up", "a company taken up", "what only a park counts",
    ],
)  # fmt: skip
def test_a_figure_finds_its_own_subject(text: str, number: str, subject: str) -> None:
    assert said(f"云泽高新区消息。{text}", "subject")[number] == subject


@pytest.mark.parametrize(
    ("text", "number", "subject"),
    [
        ("推出“园保通贷”，去年放款3亿元。", "3亿元", "“园保通贷”"),
        ("“云贷”去年惠及企业23家。", "23家", "“云贷”"),
        ("出台“暖企十条”，对落户企业给予最高50万元奖励。", "50万元", "“暖企十条”"),
        ("出台“暖企十条”，去年兑现资金2亿元。", "2亿元", "云泽高新区"),
        ("实施“育苗工程”，现有院士工作站7个。", "7个", "云泽高新区"),
    ],
    ids=[
        "what a loan gave",
        "two characters",
        "what a measure grants",
        "what the park paid",
        "what came of it",
    ],
)
def test_a_measure_owns_what_it_grants_not_what_came_of_it(text: str, number: str, subject: str) -> None:
    assert said(f"云泽高新区消息。{text}", "subject")[number] == subject


@pytest.mark.parametrize(
    ("text", "park"),
    [
        ("上半年，琅陌经开区税收2亿元。", "琅陌经开区"),
        ("云南自贸试验区澜西口片区进出口2亿元。", "云南自贸试验区澜西口片区"),
        ("云泽高新区与远山科技有限公司签约，投资5亿元。", "云泽高新区"),
    ],
    ids=["a coined place", "an area of a free-trade zone", "a partner"],
)
def test_a_park_is_found_by_its_form(text: str, park: str) -> None:
    assert parks_in(text) == [park]


@pytest.mark.parametrize(
    "text", ["云南省开发区税收2亿元。", "江西工业园区税收3亿元。", "三大开发区税收3亿元。"]
)
def test_all_parks_of_a_province_are_no_park(text: str) -> None:
    assert parks_in(text) == []


# -- stages -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("远山光电云泽基地项目去年9月开工，达产后年产值60亿元。", "开工"),
        ("远山光电云泽基地项目已完成场地平整，计划年底投产。", "在建"),
        ("远山光电云泽基地项目计划明年开工。", "规划"),
        ("8月投产的远山光电云泽基地项目总投资26亿元。", "投产"),
    ],
    ids=["what follows production is to come", "before its end", "before its start", "said before the name"],
)
def test_a_stage_is_one_that_is_reached(text: str, stage: str) -> None:
    assert stages_in(f"云泽高新区消息。{text}") == {"远山光电云泽基地项目": stage}


@pytest.mark.parametrize(
    ("text", "stages"),
    [
        ("远山光电云泽基地项目主体完工。", {"远山光电云泽基地项目": "在建"}),
        ("远山光电云泽基地项目已封顶，10月投用。", {"远山光电云泽基地项目": "在建"}),
        ("远山光电云泽基地项目今年6月底热试成功。", {"远山光电云泽基地项目": "在建"}),
        ("远山光电云泽基地项目1月底热试成功。", {"远山光电云泽基地项目": "投产"}),
        ("远山光电云泽基地项目运营总监某某说。", {"远山光电云泽基地项目": None}),
        (
            "投资8亿元的远山冷链中心、投资5亿元的宁海保税仓等6个项目签约。",
            {"远山冷链中心": "签约", "宁海保税仓": "签约"},
        ),
        (
            "着力打造远山科创园、宁海科创园两大特色园区，以及琅陌科创园、岚江科创园两大培育园区，加快建设。",
            {"远山科创园": "运营", "宁海科创园": "运营", "琅陌科创园": "运营", "岚江科创园": "运营"},
        ),
    ],
    ids=[
        "shell",
        "ahead",
        "later month",
        "earlier month",
        "a person's office",
        "sums in a list",
        "lists of estates",
    ],
)
def test_a_stage_is_told_from_what_only_sounds_like_one(text: str, stages: dict[str, str | None]) -> None:
    assert stages_in(f"云泽高新区消息。{text}") == stages


@pytest.mark.parametrize(
    ("text", "company"),
    [
        ("远塔联创集团投资45亿元的膜电极材料项目开工。", "远塔联创集团"),
        ("江苏企业塔峻储能签约的液流基地开工。", "塔峻储能"),
        ("宁州泓塔生物的多肽制剂项目签约。", "宁州泓塔生物"),
        ("塔峻人工智能产业园开工。", "塔峻"),
        ("云泽物流基地二期封顶。", None),
        ("汽车线束项目总投资3亿元。", None),
    ],
    ids=["who pays", "who signs", "whose", "a brand", "the park's own", "a thing"],
)
def test_who_builds_a_project_is_told(text: str, company: str | None) -> None:
    assert [project.company for project in read(f"云泽高新区消息。{text}").projects] == [company]


def test_a_project_told_by_a_shorter_name_is_one() -> None:
    text = "云泽高新区消息。云泽数据科技产业园开工。云泽数据产业园项目总投资20亿元。"

    assert list(stages_in(text)) == ["云泽数据科技产业园"]


def test_a_carrier_with_tenants_is_running() -> None:
    assert stages_in("云泽高新区的云岭创新港入驻企业120家。") == {"云岭创新港": "运营"}


# -- quantities -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "number", "bound"),
    [
        ("云泽高新区给予企业最高500万元奖励。", "500万元", "<"),
        ("云泽高新区出口增长两成。", "两成", "="),
    ],
)
def test_a_cap_is_an_upper_bound(text: str, number: str, bound: str) -> None:
    assert said(text, "bound") == {number: bound}


@pytest.mark.parametrize(
    ("text", "indicator", "bound"),
    [
        ("利润总额逼近90亿元。", "利润总额", "<"),
        ("财政收入站上33亿元台阶。", "财政收入", ">"),
        ("在全国经开区综合考评中攀上第88位。", "全国经开区综合考评", "="),
    ],
)
def test_a_verb_of_reaching_names_no_indicator(text: str, indicator: str, bound: str) -> None:
    (fact,) = read(f"云泽高新区消息。{text}").observations

    assert (fact.indicator, fact.bound) == (indicator, bound)


def test_two_gaps_share_a_unit() -> None:
    text = "云泽高新区工业增加值增长20%，分别高出全省、全市2.6个和3.9个百分点。"

    facts = read(text).observations
    assert [fact.unit for fact in facts] == ["%", "个百分点", "个百分点"]


# -- found by readers of the code -------------------------------------------------------------------


def test_the_whole_of_a_year_told_before_is_no_target() -> None:
    text = "云泽高新区晒成绩单\n\n2023年，云泽高新区签约项目12个。全年税收收入60亿元。"
    assert said(text, "status", "2024-03-10") == {"12个": "actual", "60亿元": "actual"}
    assert said(text, "period", "2024-03-10") == {"12个": "2023", "60亿元": "2023"}
    ahead = "云泽高新区今年开局良好。全年税收收入增长5%以上。"
    assert said(ahead, "status", "2024-03-10") == {"5%": "target"}


@pytest.mark.parametrize("form", ["软件园区", "科技园区", "创业园区", "智造园区"])
def test_an_estate_whose_form_ends_in_a_longer_one_is_named_whole(form: str) -> None:
    text = f"云泽高新区今年提速\n\n云泽高新区规划面积12平方公里。云泽{form}入驻企业120家。"
    assert said(text, "subject")["120家"] == f"云泽{form}"


def test_a_park_is_not_taken_for_an_estate_in_its_name() -> None:
    text = "云泽高新技术产业园区规划面积12平方公里。"
    assert said(text, "subject") == {"12平方公里": "云泽高新技术产业园区"}
    assert parks_in(text) == ["云泽高新技术产业园区"]
