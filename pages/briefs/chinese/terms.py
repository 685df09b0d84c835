"""The fixed words of a brief in Chinese: headings, columns, what stages and verdicts are called."""

from __future__ import annotations

from typing import Final

from core.commentary import UNSEEN
from core.judgement import AuditKind, Cause

TITLES: Final = {"investment": "投资简报", "policy": "政策简报"}

HEADINGS: Final = {
    "summary": "三十秒速览",
    "economy": "经济运行",
    "industries": "产业与企业",
    "promotion": "招商与投资",
    "projects": "项目进展",
    "space": "载体与空间",
    "innovation": "人才与创新",
    "policies": "政策与规划",
    "grants": "政策工具",
    "services": "政务与服务",
    "honours": "荣誉与评价",
    "goals": "目标与兑现",
    "conflicts": "不同说法与核对",
    "news": "与此前报道相比",
    "remarks": "评注",
    "gaps": "没有读到的内容",
}

LABELS: Final = {  # of the frame around the blocks
    "contents": "目录",
    "evidence": "证据",
    "citations": "引用本简报",
    "page": "第{page}页，共{pages}页",
    "edition": "开发区简报汇编",
    "pdf": "PDF版",
    "version": "{date}版",
    "of-version": "（{date}版）",
    "accessed": "引用日期",
    "park": "园区主页",
    "investment": "投资简报",
    "policy": "政策简报",
}

COLUMNS: Final = {
    "project": "项目",
    "stage": "阶段",
    "date": "时间",
    "money": "投资额",
    "evidence": "证据",
    "promise": "目标或承诺",
    "due": "期限",
    "outcome": "后来",
    "verdict": "结论",
    "policy": "政策",
    "kind": "类型",
    "grant": "方式",
    "target": "对象",
    "amount": "力度",
    "condition": "条件",
    "deadline": "期限",
    "honour": "荣誉或评价",
    "holder": "获得者",
    "rank": "名次",
    "year": "年份",
    "indicator": "指标",
    "period": "时期",
    "value": "数值",
}

TABLES: Final = {
    "projects": "资料点名的项目",
    "promises": "目标与承诺",
    "policies": "政策与规划",
    "grants": "政策工具",
    "honours": "荣誉与评价",
}

STAGES: Final = {  # as an attribute: 已开工的有……
    "洽谈": "在谈",
    "签约": "已签约",
    "落户": "已落户",
    "规划": "规划中",
    "开工": "已开工",
    "在建": "在建",
    "竣工验收": "已竣工",
    "投产": "已投产",
    "运营": "已运营",
}
STAGE_UNKNOWN: Final = "未注明"

CAUSES: Final[dict[Cause, str]] = {
    "unit": "两个数的单位可能有误，如把“亿”写成“万”",
    "cumulative": "一个是累计数，一个是其中一段时间的数",
    "date": "统计的时点不同",
    "scope": "统计的范围可能不同",
    "basis": "口径可能不同，如计划、签约与到位之别",
    "preliminary": "一个可能是快报数，一个是正式数",
    "unknown": "原因不明",
}

CHECKS: Final[dict[AuditKind, str]] = {
    "growth": "按两期的数值计算，结果不同：",
    "parts": "与各分项不符：",
    "share": "按部分与整体计算，结果不同：",
    "rank": "与排名不符：",
    "magnitude": "数量级存疑：",
}

GAPS: Final = {
    "output": "地区生产总值",
    "industrial-output": "工业产值",
    "fixed-investment": "固定资产投资",
    "revenue": "财政与税收收入",
    "foreign-capital": "利用外资",
    "trade": "进出口",
    "land": "土地供应",
    "industries": "主导产业",
    "project-money": "项目的投资额",
    "policies": "有名称的政策",
    "amounts": "奖补的金额",
    "targets": "政策的适用对象",
    "conditions": "享受政策的条件",
    "deadlines": "政策的期限",
    "goals": "发展目标",
}

NOT_TOLD: Final = "未注明"
NOT_FOUND: Final = "没有找到"
NOTES: Final = {
    "no-investment": "所用资料中没有读到可供投资者参考的数据或项目。",
    "no-policy": "所用资料中没有读到政策、荣誉或目标。",
    "named-only": "下表只列资料点名的项目，不是全部项目，也不与园区公布的总数相加。",
    "money-apart": "计划、签约与到位的资金是不同的口径，不能相加。",
    "remarks": "分析人员的看法，不是来源所载的事实。来源里没有的数，都已标出。",
    "unseen": UNSEEN,
}
