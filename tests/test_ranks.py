"""The rank of a post holds in titles and pay; what opens doors from years in the field waits for no step."""

from __future__ import annotations

import pytest
from careers import reaching
from portfolios import report_on

from gapcheck import Analyzer, GapReport
from gapcheck.report.advice_wording import apply_for

LINES = """- Built assistants on GPT-4 with LangChain and retrieval for 4,000 weekly users
- Evaluation of language models on 600 questions on each pull request
- Fine-tuned Llama with LoRA, F1 0.86
- Python, FastAPI, Docker on AWS ECS, deployed by GitHub Actions
"""


def worked(analyzer: Analyzer, title: str, lines: str = LINES) -> GapReport:
    return report_on(analyzer, f"# Experience\n## {title}, Tram Company, Dayton, OH | Jan 2021 - Present\n{lines}")


@pytest.mark.parametrize(
    ("title", "first", "pay"),
    [
        ("Senior AI Engineer", "Senior AI Engineer", "Senior Machine Learning Engineer"),
        ("AI Engineer", "AI Engineer", "Mid level"),
    ],
)
def test_who_has_a_rank_keeps_it(title: str, first: str, pay: str, analyzer: Analyzer) -> None:
    career = worked(analyzer, title).career
    assert career.titles[0].title == first
    assert career.pay is not None and career.pay.title == pay


def test_no_title_stands_there_twice_by_its_rank(analyzer: Analyzer) -> None:
    plain = [one.title.lower().removeprefix("senior ") for one in worked(analyzer, "Senior AI Engineer").career.titles]
    assert len(plain) == len(set(plain))


def test_rank_is_that_of_the_last_post_in_the_field(analyzer: Analyzer) -> None:
    before = "# Experience\n## Senior Cook, Ferry Inn | Jan 2015 - Dec 2020\n- Cooked for 90 guests\n"
    text = f"{before}## AI Engineer, Tram Company | Jan 2021 - Present\n{LINES}"
    assert report_on(analyzer, text).career.titles[0].title == "AI Engineer"


RESEARCH = """# Education
## PhD, Computer Vision, Castleby University | Oct 2021 - Sep 2026

# Experience
## Doctoral researcher, Castleby University | Oct 2021 - Sep 2026
- Trained depth networks in PyTorch, convolutional and transformers, error 17% lower than the baseline
- Image augmentation and cleaning of 42,000 frames, evaluated on held-out roads
- Compared convolutional neural networks in PyTorch by an ablation study on four held-out roads
- Deep learning of motion from fog, evaluated against the best method
"""


def test_opening_after_years_in_the_field_waits_for_no_step(analyzer: Analyzer) -> None:
    career = report_on(analyzer, RESEARCH).career
    assert "machine learning engineer" in [one.title.lower() for one in career.titles] and career.title_later is None


def test_data_scientist_is_asked_for_sql(analyzer: Analyzer) -> None:
    job = (
        "# Experience\n## Office manager, Castleby School | Jan 2018 - Present\n- Planned {0} exams of the school{1}\n"
    )
    work = (
        "# Projects\n## Marks | 2026\n- Fitted a regression in scikit-learn to 900 marks of pandas, cross-validated\n"
    )
    work += "- Compared it with a decision tree by statistics of its errors\n"
    titles = [
        {one.title for one in report_on(analyzer, job.format(90, more) + work).career.titles}
        for more in ("", "\n- Wrote the SQL of the time table\n- Kept the SQL of its rooms")
    ]
    assert "Junior data scientist" not in titles[0] and "Junior data scientist" in titles[1]
    assert all("Data analyst in education" in found for found in titles)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (RESEARCH, "; ask for referrals too"),
        ("# Experience\n## Baker, Mill | Jan 2018 - Present\n- Baked\n", "; keep your post until the next is signed"),
        ("# Experience\n## Baker, Mill | Jan 2018 - Dec 2024\n- Baked\n", ""),
        (
            "# Education\n## BSc Informatics, Port | Sep 2025 - Jun 2028\n",
            "; summer internships of the north are given away from autumn to February",
        ),
    ],
)
def test_where_to_begin_asking_stands_behind_the_titles(text: str, said: str, analyzer: Analyzer) -> None:
    line = apply_for(report_on(analyzer, text))
    assert line.endswith(said) if said else "keep your post" not in line


def test_who_has_a_title_open_is_sent_to_none_whose_core_is_lacking() -> None:
    assert [one.title for one in reaching("mlops-engineer", 0.5, 30).titles] == ["MLOps Engineer"]
