"""A doctorate that trains and evaluates models for years leaves nobody to learn statistics for weeks."""

from __future__ import annotations

import pytest
from portfolios import report_on

from gapcheck import Analyzer

RESEARCH = "# Experience\n## Doctoral Researcher, Castleby University | Oct 2020 - May 2025\n- {deed}\n\n# Education\n"
NETWORKS = "Trained segmentation networks in PyTorch; ablation studies over five data sets"


@pytest.mark.parametrize(
    ("deed", "degree", "sure"),
    [
        (NETWORKS, "PhD in Computer Vision, Castleby University | 2020 - 2025", True),
        (NETWORKS, "PhD in Computer Vision, Castleby University | 2020 - 2030", True),  # years of it are done
        (NETWORKS, "PhD in Computer Vision, Castleby University | Nov 2023 - Sep 2030", True),  # 36 months today
        (NETWORKS, "PhD in Computer Vision, Castleby University | Dec 2023 - Sep 2030", False),
        (NETWORKS, "PhD in Computer Vision, Castleby University | Jan 2026 - Dec 2030", False),
        (NETWORKS, "PhD in History, Castleby University | 2020 - 2025", False),
        (NETWORKS, "MSc in Computer Vision, Castleby University | 2020 - 2025", False),
        ("Kept the library of the group", "PhD in Computer Vision, Castleby University | 2020 - 2025", False),
    ],
)
def test_statistics_is_settled_by_a_doctorate_on_models(deed: str, degree: str, sure: bool, analyzer: Analyzer) -> None:
    report = report_on(analyzer, f"{RESEARCH.format(deed=deed)}## {degree}\n")
    (row,) = [one for one in report.requirements if one.id == "statistics"]
    settled = row.sure is not None and row.sure.settled and row.sure.level == "intermediate"
    assert settled is sure
    assert ("statistics" in {step.skill for step in report.plan}) is not sure


@pytest.mark.parametrize(
    ("degree", "taught"), [("MSc", {"2026": True, "2027": False}), ("PhD", {"2026": True, "2027": True})]
)
def test_only_a_doctorate_has_taught_before_it_is_there(
    degree: str, taught: dict[str, bool], analyzer: Analyzer
) -> None:
    text = RESEARCH.format(deed="Kept the library") + "## {} in Economics, Castleby | Oct 2022 - Sep {}\n"
    for until, is_taught in taught.items():
        report = report_on(analyzer, text.format(degree, until))
        (row,) = [one for one in report.requirements if one.id == "statistics"]
        assert (row.sure is not None) is is_taught
