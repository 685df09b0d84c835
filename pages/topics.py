"""In which order figures are read: topics, and the indicators that come first."""

from __future__ import annotations

from core.model import Measure, Observation

# the first topic with a matching word takes the indicator: narrow words before wide ones
TOPICS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("排名与评价", ("评价", "考评", "综评", "排名", "百强", "千强")),
    ("土地与空间", ("面积", "用地", "供地", "载体", "容积率")),
    (
        "服务与政策",
        ("审批", "事项", "奖励", "专项资金", "减免", "政策资金", "服务企业", "服务项目", "解决问题", "时限"),
    ),
    (
        "创新与人才",
        ("专利", "研发", "人才", "高新技术企业", "科技型", "技术合同", "创新平台", "孵化", "从业人员"),
    ),
    ("企业", ("企业数", "市场主体", "单项冠军", "小巨人", "独角兽", "瞪羚", "总部企业")),
    ("投资与项目", ("投资", "项目", "招商", "外资", "内资", "签约", "资本")),
    (
        "经济总量",
        (
            "生产总值",
            "产值",
            "增加值",
            "收入",
            "税收",
            "零售",
            "进出口",
            "出口",
            "进口",
            "利润",
            "规模",
            "销售额",
        ),
    ),
)
READING_ORDER = (
    "经济总量",
    "投资与项目",
    "企业",
    "创新与人才",
    "土地与空间",
    "服务与政策",
    "排名与评价",
    "其他",
)

# topics whose counts say little of how much a park is: 审批事项数, 部门数, a place in a ranking
SLIGHT_TOPICS = frozenset({"服务与政策", "排名与评价", "其他"})

FIRST_INDICATORS = (
    "地区生产总值",
    "规上工业总产值",
    "工业总产值",
    "规上工业增加值",
    "一般公共预算收入",
    "固定资产投资",
    "工业投资",
    "实际使用外资",
    "进出口总额",
    "税收收入",
    "签约项目总投资",
    "高新技术企业数",
    "签约项目数",
)


def topic(observation: Observation) -> str:
    """The heading under which a figure is shown."""
    return topic_of(observation.indicator, observation.measure)


def topic_of(indicator: str, measure: Measure = "level") -> str:
    """The heading under which an indicator is shown."""
    if measure == "rank" and not indicator.endswith("数"):
        return "排名与评价"
    for name, words in TOPICS:
        if any(word in indicator for word in words):
            return name
    return "其他"


def is_slight(observation: Observation) -> bool:
    """True for a figure that does not tell how much a park is."""
    return topic(observation) in SLIGHT_TOPICS


def prominence(indicator: str) -> int:
    """How early an indicator is shown: 0 is first; all that are not listed share the last place."""
    return FIRST_INDICATORS.index(indicator) if indicator in FIRST_INDICATORS else len(FIRST_INDICATORS)
