"""Who ends a degree by the end of next summer is sent to posts for graduates, and to no internship of that time."""

from __future__ import annotations

import pytest
from test_own_work import STALL, read

from gapcheck import Analyzer

STUDY = "## Education\n\n### BSc Computer Science, Castleby University ({dates})\n"


@pytest.mark.parametrize(
    ("dates", "situation"),
    [
        ("Sep 2024 - June 2027", "graduate"),
        ("2024 - 2027", "graduate"),
        ("Sep 2024 - June 2028", "student"),
        ("2024 - 2028", "student"),
        ("2023 - 2026", "newcomer"),  # done by the end of the year at the latest
        ("Sep 2024 - Present", "student"),  # nobody knows from here when it ends
    ],
)
def test_last_year_of_studies_opens_posts_for_graduates(dates: str, situation: str, analyzer: Analyzer) -> None:
    career = read(analyzer, projects=STALL, more=STUDY.format(dates=dates)).career
    assert career.situation.id == situation
    assert any("intern" in one.title.lower() for one in career.titles) == (situation != "graduate")


def test_studies_end_with_the_last_of_them(analyzer: Analyzer) -> None:
    both = (
        STUDY.format(dates="Sep 2024 - June 2027") + "### MSc Statistics, Castleby University (Sep 2026 - June 2029)\n"
    )
    assert read(analyzer, projects=STALL, more=both).career.situation.id == "student"
