"""What a line really says of a skill: loose and plain words, whose, when and whether, names, certificates, strength."""

from __future__ import annotations

from datetime import date

import pytest
from senses import NAME, job, levels, levels_in, report

from gapcheck import Analyzer


@pytest.mark.parametrize(
    ("line", "skill"),
    [
        ("Increased inventory accuracy by 8%", "model-evaluation"),
        ("Kept spreadsheets with models of the yearly milk yield", "model-deployment"),
        ("Served the scale models of the ferry to the fair", "model-deployment"),
        ("Deployed the viewer for our CAD models to the yard", "model-deployment"),
        ("Put the operating model into production in two yards", "model-deployment"),
        ("Card numbers are tokenized before they are stored", "data-preprocessing"),
        ("Kept secure communications with the depots running", "communication"),
        ("Drew collision probability on the screens of pilots", "probability"),
        ("Part of the team for device management services", "leadership"),
        ("Trained models of calves for the precision livestock project", "model-evaluation"),
        ("Soil testing of three fields", "testing"),
        ("Exported tables paired with Redis for the shop", "teamwork"),
    ],
)
def test_loose_words_of_another_trade_show_nothing(line: str, skill: str, analyzer: Analyzer) -> None:
    assert skill not in levels_in(analyzer, job(line))


@pytest.mark.parametrize(
    ("line", "skill"),
    [
        ("Made sure the deployed model kept up with new data", "model-monitoring"),
        ("Was responsible for nine people and their shifts", "leadership"),
        ("Measured the fraud classifier on held-out claims: accuracy rose from 82% to 90%", "model-evaluation"),
        ("Tokenised 25,000 complaints for a topic classifier", "data-preprocessing"),
        ("Explained findings to directors who are no engineers", "communication"),
        ("Taught statistics in R to twelve members", "statistics"),
    ],
)
def test_plain_wording_shows_the_skill(line: str, skill: str, analyzer: Analyzer) -> None:
    assert skill in levels_in(analyzer, job(line))


@pytest.mark.parametrize(
    "line",
    [
        "Fitted a late-delivery classifier in scikit-learn; the model was never put into production",
        "Fitted a late-delivery classifier in scikit-learn; the infrastructure team deployed it to production",
    ],
)
def test_phrase_whose_gap_holds_a_cue_is_judged_by_it(line: str, analyzer: Analyzer) -> None:
    found = report(analyzer, job(line))
    assert "scikit-learn" in levels(found)
    assert "model-deployment" not in levels(found)
    assert all(stage.id != "deployment" for work in found.portfolio.entries for stage in work.stages)


@pytest.mark.parametrize(
    ("line", "skill"),
    [
        ("Joined a team with 20+ years of experience in Spark", "spark"),
        ("Worked under an architect who had 14 years of Java", "java"),
        ("Commissioned a forecast tool from a consultancy, built by them in Python", "python"),
        ("The yield model was made by students with TensorFlow", "tensorflow"),
        ("Used Polars instead of pandas", "pandas"),
        ("Received mentoring in Scala from a principal engineer", "scala"),
    ],
)
def test_what_others_know_or_made_is_theirs(line: str, skill: str, analyzer: Analyzer) -> None:
    assert skill not in levels_in(analyzer, job(line))


@pytest.mark.parametrize(
    ("line", "skill"),
    [
        ("Deep learning of routes was tried by the central office", "deep-learning"),
        ("Deep learning for the scheduling was piloted, without me", "deep-learning"),
        ("The scoring (neural network) belongs to the credit bureau of our bank", "neural-networks"),
        ("Demand rebuilt each month from the ledger by the purchasing assistant in Prophet; I read it", "time-series"),
        ("Playlists come from a recommender system of our colleagues", "recommender-systems"),
        ("Risk scoring is a supplier's neural network, we send it the form", "machine-learning"),
    ],
)
def test_work_of_others_shows_nothing_in_whatever_words(line: str, skill: str, analyzer: Analyzer) -> None:
    assert skill not in levels_in(analyzer, job(line))


def test_what_others_use_was_the_writers_work(analyzer: Analyzer) -> None:
    found = levels_in(analyzer, job("Dashboards built in Tableau and used each day by the sales staff"))
    assert "tableau" in found


@pytest.mark.parametrize(
    ("row", "skill", "counts"),
    [
        ("Docker, Git. Kafka: none, we have our own queue", "kafka", False),
        ("Kafka: only from talks and papers", "kafka", False),
        ("Kafka - not yet", "kafka", False),
        ("Kafka ○○○○○ (next year!)", "kafka", False),
        ("Kafka ●●●○○", "kafka", True),
        ("Git, Kafka - not yet", "git", True),
        ("Git; Kafka (next year)", "git", True),
    ],
)
def test_label_behind_a_skill_says_whether_it_is_there(row: str, skill: str, counts: bool, analyzer: Analyzer) -> None:
    found = levels_in(analyzer, f"SKILLS\n{row}\n\n" + job("Kept the books"))
    assert (skill in found) is counts


def test_course_of_two_subjects_that_goes_on_is_none_of_both(analyzer: Analyzer) -> None:
    body = "EDUCATION\nBSc Biology, Halden University, 2025 - present\n- Courses: Calculus, Probability and Statistics"
    done, going_on = (
        levels(analyzer.analyze_bytes((NAME + body + end).encode(), "resume.txt")) for end in ("", " (in progress)")
    )
    assert {"probability", "statistics", "calculus"} <= done.keys()
    assert not {"probability", "statistics"} & going_on.keys()
    assert "calculus" in going_on


@pytest.mark.parametrize(
    ("line", "skill", "counts"),
    [
        ("Snowflake lanterns (paper, folded) for a winter fair", "snowflake", False),
        ("Moved the sales tables to Snowflake", "snowflake", True),
        ("Ported the COBOL batch of the mill to Go", "go", True),
        ("Moved with the family to Rust by the lake", "rust", False),
        ("They moved the feeds to Kafka, so I wrote what reads them", "kafka", True),
        ("Snowflake and Airflow for the sales tables", "snowflake", True),
        ("Azure tiles and ochre bricks for a chapel", "azure", False),
        ("Julia the ferry was repainted", "julia", False),
        ("Costs in R. Julia, Tom and I opened the shop", "julia", False),
        ("Third counsel in R v Barlow", "r", False),
        ("Reward model for sales staff, paid each quarter", "machine-learning", False),
        ("Static analysis of steel frames", "compilers", False),
        ("Smart contract summary for each deed", "solidity", False),
        ("Bootstrap inference for median rents", "css-frameworks", False),
    ],
)
def test_word_that_is_no_tool_here(line: str, skill: str, counts: bool, analyzer: Analyzer) -> None:
    assert (skill in levels_in(analyzer, job(line))) is counts


@pytest.mark.parametrize(
    ("body", "skill"),
    [
        ("SKILLS\nCloud (GCP, Azure), Shell, Git\n", "linux"),
        ("SKILLS\nCloud (GCP, Azure), Shell, Git\n", "gcp"),
        ("SKILLS\nData Build Tool (DBT), Excel\n", "dbt"),
        ("EXPERIENCE\nEngineer, Elm Mills    Jan 2020 - Dec 2022\n- Tested tables with dbt on PostgreSQL\n", "dbt"),
        ("LANGUAGES\nJava\nKotlin\n", "java"),
        ("SKILLS\nExcel, Letters, Problemsolving\n", "problem-solving"),
    ],
)
def test_short_and_broken_names_in_lists_are_skills(body: str, skill: str, analyzer: Analyzer) -> None:
    assert skill in levels_in(analyzer, body + "\n" + job("Kept the books"))


def test_dated_things_among_pastimes_were_done(analyzer: Analyzer) -> None:
    body = "INTERESTS\n{}A game in PyTorch that plays itself.\n\n" + job("Kept the books")
    assert "pytorch" not in levels_in(analyzer, body.format(""))
    assert "pytorch" in levels_in(analyzer, body.format("Snake\n2024\n"))


def test_line_of_a_job_that_names_a_late_year_makes_its_resume_new() -> None:
    for year, is_new in ((2025, True), (2027, False)):  # what is to come tells of no day that was
        work = job("Kept the books", f"Moved them (Aug {year})", title="Clerk, Orrin Foods    Jan 2020 - present")
        found = Analyzer(as_of=date(2026, 11, 28)).analyze_bytes(f"{NAME}\n{work}".encode(), "resume.txt")
        assert (not [one for one in found.document.warnings if "still hold" in one]) is is_new


@pytest.mark.parametrize(
    ("title", "foot", "asks"),
    [
        ("Analyst, Orrin Foods    Jan 2020 - present", "Last updated March 2022", "2022-12"),
        ("Analyst, Orrin Foods    Jan 2020 - present", "", "2020-01"),
        ("Analyst, Orrin Foods    Jan 2025 - present", "", None),
        ("Analyst, Orrin Foods    Jan 2020 - present", "Last updated October 2026", None),
        ("Analyst, Orrin Foods    Jan 2018 - Mar 2019", "", None),
    ],
)
def test_present_of_an_old_resume_is_asked_about(title: str, foot: str, asks: str | None) -> None:
    text = f"{NAME}{foot}\n\n{job('Kept the books', title=title)}"
    found = Analyzer(as_of=date(2026, 11, 28)).analyze_bytes(text.encode(), "resume.txt")
    asked = [one for one in found.document.warnings if "still hold" in one]
    assert len(asked) == (asks is not None)
    assert asks is None or f"newer than {asks}" in asked[0]


def test_thesis_tells_what_was_done(analyzer: Analyzer) -> None:
    line = "Thesis: Clusters of bank customers with k-means in Python; chose the features by mutual information"
    text = f"{NAME}EDUCATION\nMSc Statistics, Halden University    2019 - 2021\n{line}\n"
    assert "feature-engineering" in levels(analyzer.analyze_bytes(text.encode(), "resume.txt"))


def test_what_a_certificate_implies_by_the_catalogue_is_certified_too(analyzer: Analyzer) -> None:
    found = report(analyzer, "CERTIFICATIONS\nMachine Learning Specialization, Coursera, 2025\n\n" + job("Kept books"))
    assert {one.how for one in found.skills if one.id in ("tensorflow", "deep-learning")} == {"certified"}


def test_doubtful_reading_makes_levels_less_sure() -> None:
    from gapcheck.skills.confidence import Finding, load_confidence_model

    def sure(*, misread: bool) -> float:
        finding = Finding("demonstrated", 1, 30, False, 2, 2, False, False, described=False, misread=misread)
        return load_confidence_model().level.probability(finding.features())

    assert sure(misread=False) >= 0.9 > sure(misread=True)


@pytest.mark.parametrize(
    ("line", "skill"),
    [
        ("Wrote Spark jobs, 4 years of Spark experience", "spark"),
        ("Labelled traces as fault or no fault and trained a random forest", "random-forests"),
        ("Two trainees are mentored by me", "leadership"),
    ],
)
def test_cue_does_not_reach_what_is_the_writers_own(line: str, skill: str, analyzer: Analyzer) -> None:
    assert skill in levels_in(analyzer, job(line))


def test_course_inside_a_job_is_study_and_adds_no_months(analyzer: Analyzer) -> None:
    found = report(analyzer, job("Took a training of ten weeks that covered AWS, Linux, Python"))
    python = next(one for one in found.skills if one.id == "python")
    assert (python.level, python.how, python.months) == ("basic", "studied", 0)
