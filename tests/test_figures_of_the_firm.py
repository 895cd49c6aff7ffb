"""A figure of the firm that fell through somebody's work shows that they think of the business; one of the model or of
the machine does not.
"""

from __future__ import annotations

import pytest

from gapcheck import Analyzer

RESUME = """# Ada Quill
ada@example.com

## Experience
### Data Analyst, Kestrel Insurance | Jan 2022 - Present
- {line}
- Wrote SQL for the reports
"""


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        (
            "Model in Python that flags late payers; the desk calls the top 5% and write-offs fell from 3.1% to 2.4%",
            True,
        ),
        ("Forecast of spare parts in LightGBM that the planners open daily; stock-outs went from 14% to 9%", True),
        ("Trained a random forest in scikit-learn and tested it on the last year; error fell from 8.2% to 6.9%", False),
        ("Retrained the classifier in Python; recall rose from 0.71 to 0.88", False),
        ("Wrote a batch job in Python that rescores all policies; run time fell from 9 hours to 50 minutes", False),
    ],
)
def test_figure_of_the_firm_shows_business_awareness(line: str, shown: bool, analyzer: Analyzer) -> None:
    report = analyzer.analyze_bytes(RESUME.format(line=line).encode(), "ada.md")
    assert ("business-awareness" in {one.id for one in report.skills}) is shown
