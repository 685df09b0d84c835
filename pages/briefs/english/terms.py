"""The fixed words of a brief in English: headings, columns, what stages and verdicts are called."""

from __future__ import annotations

from typing import Final

from core.commentary import UNSEEN_ENGLISH
from core.judgement import AuditKind, Cause

TITLES: Final = {"investment": "Investment brief", "policy": "Policy brief"}

HEADINGS: Final = {
    "summary": "In half a minute",
    "economy": "The economy",
    "industries": "Industries and companies",
    "promotion": "Investment promotion",
    "projects": "Projects",
    "space": "Carriers and space",
    "innovation": "Talent and innovation",
    "policies": "Policies and plans",
    "grants": "Policy instruments",
    "services": "Government services",
    "honours": "Honours and evaluations",
    "goals": "Targets and results",
    "conflicts": "Disputed figures and checks",
    "news": "Since earlier reports",
    "remarks": "Comments",
    "gaps": "What was not found",
}

LABELS: Final = {  # of the frame around the blocks
    "contents": "Contents",
    "evidence": "Evidence",
    "citations": "How to cite this brief",
    "page": "Page {page} of {pages}",
    "edition": "Briefs on development zones",
    "pdf": "PDF",
    "version": "edition of {date}",
    "of-version": " (edition of {date})",
    "accessed": "date of access",
    "park": "The park's page",
    "investment": "Investment brief",
    "policy": "Policy brief",
}

COLUMNS: Final = {
    "project": "Project",
    "stage": "Stage",
    "date": "Date",
    "money": "Investment",
    "evidence": "Evidence",
    "promise": "Target or promise",
    "due": "Due",
    "outcome": "Later",
    "verdict": "Verdict",
    "policy": "Policy",
    "kind": "Kind",
    "grant": "Instrument",
    "target": "Recipients",
    "amount": "Amount",
    "condition": "Condition",
    "deadline": "Deadline",
    "honour": "Honour or evaluation",
    "holder": "Holder",
    "rank": "Rank",
    "year": "Year",
    "indicator": "Indicator",
    "period": "Period",
    "value": "Value",
}

TABLES: Final = {
    "projects": "Projects that the sources name",
    "promises": "Targets and promises",
    "policies": "Policies and plans",
    "grants": "Policy instruments",
    "honours": "Honours and evaluations",
}

STAGES: Final = {
    "洽谈": "under negotiation",
    "签约": "signed",
    "落户": "settled",
    "规划": "planned",
    "开工": "construction started",
    "在建": "under construction",
    "竣工验收": "completed",
    "投产": "in production",
    "运营": "in operation",
}

ROLES: Final = {
    "主导": "leading",
    "先导": "pioneering",
    "支柱": "pillar",
    "特色": "distinctive",
    "新兴": "emerging",
    "未来": "future",
}
LEVELS: Final = {"国家级": "national-level", "省级": "provincial-level", "市级": "city-level"}
VOWELS: Final = ("经济技术开发区", "产业园")  # kinds whose English name begins with a vowel

VERDICTS: Final = {
    "met": "kept",
    "missed": "missed",
    "on_way": "under way",
    "unlike": "not comparable",
    "overdue": "due, no result seen",
    "silent": "no later report",
}

CAUSES: Final[dict[Cause, str]] = {
    "unit": "one of the units may be wrong, such as ten thousand for a hundred million",
    "cumulative": "one is cumulative, the other of part of the time",
    "date": "they count on different dates",
    "scope": "they may cover different things",
    "basis": "they may be of a different basis, such as planned, agreed and in place",
    "preliminary": "one may be preliminary, the other final",
    "unknown": "unknown",
}

CHECKS: Final[dict[AuditKind, str]] = {
    "growth": "the figures of the two periods give another result: ",
    "parts": "it does not fit its parts: ",
    "share": "part and whole give another result: ",
    "rank": "it does not fit the ranks: ",
    "magnitude": "its magnitude is doubtful: ",
}

GAPS: Final = {
    "output": "gross regional product",
    "industrial-output": "industrial output",
    "fixed-investment": "fixed-asset investment",
    "revenue": "budget and tax revenue",
    "foreign-capital": "foreign capital",
    "trade": "imports and exports",
    "land": "land supply",
    "industries": "leading industries",
    "project-money": "the investment of projects",
    "policies": "policies by name",
    "amounts": "amounts of rewards and subsidies",
    "targets": "who policies are for",
    "conditions": "conditions of policies",
    "deadlines": "how long policies last",
    "goals": "development goals",
}

MORE: Final = {
    "projects": ("project", "projects"),
    "policies": ("policy", "policies"),
    "grants": ("instrument", "instruments"),
    "honours": ("honour", "honours"),
}

NOT_TOLD: Final = "not stated"
NOT_FOUND: Final = "not found"
NOTES: Final = {
    "no-investment": "The sources used hold no figures or projects for investors.",
    "no-policy": "The sources used tell of no policies, honours or targets.",
    "named-only": (
        "Only projects that the sources name are listed; they are not all there are, "
        "and they are not added to the totals that the park states."
    ),
    "money-apart": "Money planned, agreed and in place is of different bases and cannot be added.",
    "remarks": (
        "Views of analysts, not facts from the sources; they stay in Chinese, as they were written. "
        "Figures that no source states are marked."
    ),
    "unseen": UNSEEN_ENGLISH,
}
