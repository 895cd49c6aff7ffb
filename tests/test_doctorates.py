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
        (NETWORKS, "PhD in Computer Vision, Castleby University | 2020 - 2030", False),
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
