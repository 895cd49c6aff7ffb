"""What the tests of projects share."""

from __future__ import annotations

from pages import document_of, resume_pdf

from gapcheck import Analyzer
from gapcheck.report.model import GapReport
from gapcheck.report.portfolio_model import PortfolioPart
from gapcheck.taxonomy import load_taxonomy

TAXONOMY = load_taxonomy()
RULES = TAXONOMY.portfolio
PROFILES = sorted(TAXONOMY.profiles.values(), key=lambda profile: profile.id)
ASKED = sorted({skill for profile in PROFILES for rule in profile.requirements for skill in rule.any_of})


def report_on(analyzer: Analyzer, text: str) -> GapReport:
    return analyzer.analyze_document(document_of(resume_pdf(f"Ada Quill\nada@example.com\n\n{text}")))


def portfolio(analyzer: Analyzer, *lines: str, title: str = "Tram Delays | 2025") -> PortfolioPart:
    bullets = "\n".join(line if line.startswith("http") else f"- {line}" for line in lines)
    return report_on(analyzer, f"# Projects\n## {title}\n{bullets}\n").portfolio
