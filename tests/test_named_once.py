"""What a resume names in one line alone: a tool or a method that may be another thing, or somebody else's."""

from __future__ import annotations

import pytest

from gapcheck import Analyzer
from gapcheck.report import GapReport

SKILLS = "SKILLS\nPython, PostgreSQL, Docker, Linux"
ON_CNN = "- My report on the harbour strike ran on CNN"
ON_THE_PORT = "- Sorted letters by k-means\n- Showed school classes where deep learning came from"
METHODS = "- Sorted letters by k-means, random forests, gradient boosting, AdaBoost and logistic regression"
BOOKED = "Customers book through our pages on"
DRAWN = "- Wrote the page of berths. It draws them in Tableau for the pilots."
KEPT = "- Kept the scripts in Python"
CALLS = "- Compared a GRU in Keras with trees for finding quay calls; average precision 0.62 against 0.48"
OF_RIVALS = "- Collected rivals’ fares from their pages with"
BY_SHOPS = "- Shops pull our exports into Snowflake at night"


def of_job(analyzer: Analyzer, title: str, text: str) -> GapReport:
    resume = f"Mira Sandoval\nmira@example.org\n\nEXPERIENCE\n{title}, Halden Mills    Jan 2020 - Jun 2022\n{text}\n"
    return analyzer.analyze_bytes(resume.encode(), "resume.txt")


@pytest.mark.parametrize(
    ("title", "text", "skill", "is_shown"),
    [
        ("Accountant", f"- {BOOKED} Azure", "azure", False),
        ("Accountant", f"- {BOOKED} Azure with PostgreSQL", "azure", True),
        ("Network Engineer", "- The shops had their lists in Excel", "excel", True),
        ("Accountant", "- The shops had their lists in Excel", "excel", False),
        ("Accountant", "- Valves driven from Scala", "scala", True),
        ("Accountant", "- Wrote with the shops what their REST API has to do", "rest-apis", True),
        ("Accountant", "- I let two shops send us cards by a REST API", "rest-apis", True),
        ("Accountant", "- Two shops send us cards by a REST API", "rest-apis", False),
        ("Data Engineer", f"{DRAWN}\n\n{SKILLS}", "tableau", True),
        ("Accountant", "- Counted the stock of four shops in Excel", "excel", True),
        ("Clerk", "- Counted atlases in Excel", "excel", True),
        ("Data Engineer", f"{BY_SHOPS}\n\n{SKILLS}", "snowflake", False),
        ("Data Engineer", BY_SHOPS, "snowflake", True),
        ("Data Engineer", f"{BY_SHOPS}\n- Tuned Snowflake for the weekly report\n\n{SKILLS}", "snowflake", True),
        ("Data Engineer", f"{OF_RIVALS} Beautiful Soup\n\n{SKILLS}", "beautifulsoup", False),
        ("Data Engineer", f"{OF_RIVALS} Python and Beautiful Soup\n{KEPT}\n\n{SKILLS}", "beautifulsoup", True),
        ("Data Engineer", f"{OF_RIVALS} Python for Beautiful Soup\n{KEPT}\n\n{SKILLS}", "beautifulsoup", False),
        ("Data Engineer", f"{ON_THE_PORT}\n\n{SKILLS}", "deep-learning", False),
        ("Data Engineer", ON_THE_PORT, "deep-learning", True),
        ("Reporter", ON_CNN, "cnn", False),
        ("Reporter", f"{ON_CNN}, my charts in Python", "cnn", True),
        ("Reporter", "- Sorted letters by sender with a neural network", "neural-networks", True),
        ("Reporter", f"{METHODS}\n{ON_CNN}", "cnn", True),
        ("Data Engineer", f"- Orders of customers by our exports in Snowflake\n\n{SKILLS}", "snowflake", True),
        ("Data Scientist", f"{CALLS}\n\n{SKILLS}", "model-evaluation", True),
        ("Reporter", "- Fitted the tide by decision trees", "decision-trees", True),
        ("Reporter", "- Wrote of the tide by decision trees", "decision-trees", False),
        ("Reporter", "- Wrote and ran three years of gate counts by NLP, with my own code", "nlp", True),
        ("Reporter", "- Told of three years of gate counts by NLP", "nlp", False),
    ],
    ids=[
        "a tool told of others", "beside a tool", "in a post that needs tools", "in one that needs none",
        "more likely the writer's", "what the writer did", "the writer speaks", "what others do", "what was made",
        "surely the writer's",
        "hardly another thing",
        "a tool of others in a resume that lists its own", "in one that lists none", "named elsewhere",
        "alone among what rivals have", "joined to one that is borne out", "beside one and not joined to it",
        "a method in a resume that lists its tools", "in one that has no list",
        "a method in another trade", "beside a language", "where models are told of",
        "among methods",
        "where no verb tells what others do",
        "told in other words than its name",
        "a method with which something is fitted", "with which nothing is",
        "a method that is the writer's beyond doubt", "one that hardly is",
    ],
)  # fmt: skip
def test_what_one_line_alone_names_has_to_be_surely_the_writers(
    title: str, text: str, skill: str, is_shown: bool, analyzer: Analyzer
) -> None:
    assert (skill in {one.id for one in of_job(analyzer, title, text).skills}) is is_shown


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Deep Learning fell away twice for want of a teacher, so I never had it.", "negated"),
        ("Signed up for Deep Learning in spring.", "aspiration"),
        ("Deep Learning with a paper on reefs.", None),
        ("Deep Learning by guests of the port.", None),  # who teaches it has not had it for the writer
        ("Deep Learning was given by a guest of the port.", "other-person"),
    ],
)
def test_course_that_was_never_had_is_not_studied(line: str, reason: str | None, analyzer: Analyzer) -> None:
    text = f"EDUCATION\nBSc Biology, Halden University    2016 - 2019\nCourses: statistics, databases. {line}\n"
    found = analyzer.analyze_bytes(f"Mira Sandoval\nmira@example.org\n\n{text}".encode(), "resume.txt")
    assert "statistics" in {one.id for one in found.skills}
    assert ("deep-learning" in {one.id for one in found.skills}) is (reason is None)
    assert {one.reason for one in found.not_counted if one.id == "deep-learning"} == {reason} - {None}


def test_what_the_resume_bears_out_is_the_writers_in_a_line_on_others_too(analyzer: Analyzer) -> None:
    used = "- Tuned Snowflake for the weekly report"
    of_others = f"- {BOOKED} Snowflake"
    (one,) = (one for one in of_job(analyzer, "Accountant", f"{used}\n{of_others}").skills if one.id == "snowflake")
    assert len(one.evidence) == 2


def test_pumps_for_pain_are_no_method(analyzer: Analyzer) -> None:
    line = "- Filled PCA pumps at night and showed two newcomers the alarms"
    assert not {one.id for one in of_job(analyzer, "Staff Nurse", line).skills} & {"pca", "unsupervised-learning"}
