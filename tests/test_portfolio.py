"""What projects show: stages, signs of strength, criteria, doubts."""

from __future__ import annotations

from pathlib import Path

import pytest
from pages import AS_OF
from portfolios import ASKED, RULES, portfolio, report_on

from gapcheck import Analyzer
from gapcheck.documents import read_document
from gapcheck.report.advice_wording import this_week
from gapcheck.report.portfolio_model import ProjectPart
from gapcheck.report.strengths import strengths
from gapcheck.resume import EntryKind
from gapcheck.skills.quotes import quote
from gapcheck.taxonomy import Taxonomy, TaxonomyError, load_taxonomy
from gapcheck.text.claims import Claims
from gapcheck.text.phrases import Phrases
from gapcheck.text.tokenizer import tokens_of


def project(analyzer: Analyzer, *lines: str, title: str = "Tram Delays | 2025") -> ProjectPart:
    (one,) = portfolio(analyzer, *lines, title=title).entries
    return one


MODEL = "Trained a random forest in scikit-learn to predict delays"


# ------------------------------------------------------------------------------------------------- one project


@pytest.mark.parametrize(
    ("line", "stage"),
    [
        ("Scraped the timetable pages with BeautifulSoup", "collection"),
        ("Collected readings with two sensors on my balcony", "collection"),
        ("Cleaned the table: filled gaps and dropped broken stops", "preprocessing"),
        ("Engineered lag features for each stop", "preprocessing"),
        ("Scored it on a held-out month", "evaluation"),
        ("Served the model with FastAPI", "deployment"),
        ("Put online as a small page for the riders", "deployment"),
    ],
)
def test_stage_is_shown_with_its_line(line: str, stage: str, analyzer: Analyzer) -> None:
    shown = {one.id: one.proof.quote for one in project(analyzer, MODEL, line).stages}
    assert line[:20] in shown[stage]


@pytest.mark.parametrize(
    ("line", "stage"),
    [
        ("It is not deployed and does not run on a server", "deployment"),
        ("Planning to put it online as a live demo", "deployment"),
        ("The readings were collected by the city", "collection"),
        ("Ate three sandwiches", "collection"),
    ],
)
def test_stage_that_is_denied_hoped_for_or_others_is_not_shown(line: str, stage: str, analyzer: Analyzer) -> None:
    assert stage not in [one.id for one in project(analyzer, MODEL, line).stages]


def test_web_service_without_a_model_is_no_deployed_model(analyzer: Analyzer) -> None:
    one = project(
        analyzer, "Drew the numbers of riders with pandas and matplotlib", "Ran the page in Docker with Flask"
    )
    assert "deployment" not in [stage.id for stage in one.stages]


@pytest.mark.parametrize(
    ("line", "holds"),
    [
        ("Used 24,000 tram records", True),
        ("Used 1.3 million single trips of the city", True),
        ("Used 120k labelled images", True),
        ("Used five years of police reports", True),
        ("Used open data of the county", True),
        ("Photographed 180 hen eggs, and marked the cracks", True),
        ("Drew on 1,300 field diaries with the keepers' own words", True),
        ("Used 2000 pictures of gulls", True),
        ("Used 60,000 question and answer pairs", True),
        ("Sorted 5,000 scanned bills", True),
        ("Used 90 GB of whale song", True),
        ("Used 12 records", False),
        ("Used no more data: the 300 field diaries were read by others", False),
        ("Hope to add 300 field diaries", False),
        ("Since 2023 tables are made by hand", False),
        ("Wrote 900 lines and 120 tests", False),
        ("Shown to 200 guests", False),
        ("Took the AI-900 exams on it", False),
        ("Used three years of experience", False),
        ("Played 200,000 rounds against itself", False),
        ("Used the 70,000 images of MNIST", False),
    ],
)
def test_real_data_has_a_size_or_a_source_and_is_no_tutorial_set(line: str, holds: bool, analyzer: Analyzer) -> None:
    assert (project(analyzer, MODEL, line).data is not None) is holds


def test_data_set_of_tutorials_is_named(analyzer: Analyzer) -> None:
    found = project(analyzer, MODEL, "Used the passenger list of the Titanic").practice_set
    assert found is not None and "Titanic" in found.quote


@pytest.mark.parametrize(
    ("line", "holds"),
    [
        ("It reaches 87% test accuracy", True),
        ("F1 rose from 0.81 to 0.88.", True),
        ("Mean absolute error of 2.1 minutes against 3.4 for the timetable", True),
        ("Used by 300 classmates", True),
        ("Brought the wait from 40 to 7 minutes", True),
        ("Brought the bill from 9,600 to 2,250 dollars", True),
        ("Did not bring the wait from 40 to 7 minutes", False),
        ("Went from 3 to 4 stops", False),
        ("It makes the accuracy better", False),
        ("Improved the model; worked 3.5 weeks on it", False),
        ("Compared 14 stops", False),
    ],
)
def test_result_is_a_measure_with_a_figure_in_its_clause(line: str, holds: bool, analyzer: Analyzer) -> None:
    assert (project(analyzer, MODEL, line).result is not None) is holds


@pytest.mark.parametrize(
    ("lines", "holds"),
    [
        (("Code: github.com/adaquill/trams",), True),
        (("A live demo shows the next hour",), False),
        (("https://github.com/adaquill/trams",), True),
        (("Tests run in GitHub Actions",), False),
    ],
)
def test_link_stands_in_a_line_or_alone_below_the_project(lines: tuple[str], holds: bool, analyzer: Analyzer) -> None:
    assert (project(analyzer, MODEL, *lines).link is not None) is holds


def test_link_below_one_project_is_not_that_of_the_next(analyzer: Analyzer) -> None:
    text = (
        f"# Projects\n## Tram Delays | 2025\n- {MODEL}\nhttps://example.com/trams\n\n## Bus Delays | 2024\n- {MODEL}\n"
    )
    first, second = report_on(analyzer, text).portfolio.entries
    assert first.link and not second.link


def test_project_of_another_field_is_named_and_not_reviewed(analyzer: Analyzer) -> None:
    found = portfolio(analyzer, "A page in HTML, CSS and JavaScript", title="Study Timer | 2025")
    assert found.entries == () and found.other_projects == ("Study Timer",) and found.projects == 1


def test_project_of_another_field_keeps_its_link_and_is_not_reviewed(analyzer: Analyzer) -> None:
    text = "A page in HTML, CSS and JavaScript", "Code: github.com/adaquill/timer"
    found = portfolio(analyzer, *text, title="Study Timer | 2025")
    (timer,) = found.entries
    assert timer.link and not timer.of_field and timer.missing == () and found.other_projects == ()
    counted = {one.id: one.count for one in found.criteria if one.count}
    assert counted == {"documentation": 1} and found.strong == 0  # code is code, whatever it is about


def test_open_source_activity_is_reviewed_and_another_is_not(analyzer: Analyzer) -> None:
    text = (
        "# Activities\n## Contributor, Kite Forecast | 2025\n- Merged pull requests to an open-source tool in PyTorch"
        "\n\n## Volunteer, Night School | 2024\n- Taught pandas to beginners\n"
    )
    assert [one.title for one in report_on(analyzer, text).portfolio.entries] == ["Contributor, Kite Forecast"]


def test_strong_project_needs_stages_and_signs(analyzer: Analyzer) -> None:
    lines = [MODEL, "Cleaned 24,000 tram records", "F1 of 0.88 on a held-out month"]
    assert project(analyzer, *lines).strong
    assert not project(analyzer, lines[0], lines[2]).strong


# ------------------------------------------------------------------------------------------------- criteria


def test_every_open_criterion_has_a_suggestion_and_every_met_one_its_lines(analyzer: Analyzer) -> None:
    for sample in ("strong", "beginner", "stuffed", "two_column"):
        found = analyzer.analyze(Path(__file__).parent.parent / "samples" / f"{sample}.pdf").portfolio
        for one in found.criteria:
            assert one.met == (one.count >= one.least) == (one.suggestion is None)
            assert len(one.evidence) == one.count


def test_work_counts_for_what_was_done_there_and_not_as_a_project(analyzer: Analyzer) -> None:
    job = "# Experience\n## Data Scientist, Tram Company | Jan 2024 - Dec 2025\n"
    text = f"{job}- {MODEL}\n- Deployed the model with FastAPI\n"
    found = {one.id: one for one in report_on(analyzer, text).portfolio.criteria}
    assert found["deployed"].met and "quality" not in found and not found["in-use"].met


def test_proof_is_the_line_on_the_page(analyzer: Analyzer) -> None:
    path = Path(__file__).parent.parent / "samples" / "strong.pdf"
    lines = {(page.number, line.number): line.text for page in read_document(path).pages for line in page.lines}
    for one in analyzer.analyze(path).portfolio.entries:
        for proof in (one.data, one.result, *(stage.proof for stage in one.stages)):
            assert proof is None or proof.quote == quote(lines[proof.page, proof.line])


# ------------------------------------------------------------------------------------------------- doubts

GOOD = (
    "Collected 9,000 timetables, cleaned them and trained a random forest; scored against a baseline by folds",
    "F1 of 0.81; code at https://github.com/example/tram",
)


@pytest.mark.parametrize(
    ("line", "doubt"),
    [
        ("Reached 97% accuracy after SMOTE oversampling of the full data set", "oversampled-before-split"),
        ("Oversampled the rare class before splitting; recall of 0.91", "oversampled-before-split"),
        ("Applied SMOTE to the training folds only, not to the full data set", None),
        ("Used SMOTE inside the folds; recall of 0.91", None),
        ("Scaled all columns before the train-test split", "fitted-before-split"),
        ("Scaled all columns in a pipeline fitted on the training part", None),
        ("Cleaned the full data set", None),
        ("Tuned on the test set until the F1 rose to 0.91", "tuned-on-test"),
        ("Reported the score on the test set, which no choice had seen", None),
        ("Reached 99% accuracy on the training pictures", "measured-on-training"),
        ("Reached 99% accuracy on the training set, 91% on the test set", None),
        ("Trained on the training set of the town", None),
    ],
)
def test_method_that_an_interviewer_will_take_apart_is_asked_about_and_not_praised(
    line: str, doubt: str | None, analyzer: Analyzer
) -> None:
    report = report_on(analyzer, "# Projects\n## Tram Delays | 2025\n" + "".join(f"- {one}\n" for one in (*GOOD, line)))
    asked = {one.ask for one in report.portfolio.doubts}
    assert asked == {one.ask for one in RULES.doubts if one.id == doubt}
    assert report.portfolio.entries[0].strong == (doubt is None)
    praised = " ".join(strengths(report))
    assert ("strong project" in praised) == (doubt is None)
    assert doubt is None or "Model evaluation" not in praised
    assert bool(doubt) == any(said.startswith("Worth checking") for said in this_week(report))


@pytest.mark.parametrize(("on", "level"), [("held-out", "intermediate"), ("training", "basic")])
def test_score_on_the_training_data_is_no_evaluation(on: str, level: str, analyzer: Analyzer) -> None:
    tram = f"# Projects\n## Tram Delays | 2025\n- Trained a random forest; accuracy of 0.97 on the {on} days\n"
    other = "## Tide Tables | 2024\n- Trained a ridge regression and cross-validated its error\n"
    (skill,) = [one for one in report_on(analyzer, tram + other).skills if one.id == "model-evaluation"]
    assert skill.level == level


def test_job_that_publishes_its_code_counts_for_code_and_explanation(analyzer: Analyzer) -> None:
    job = (
        "# Experience\n## Researcher, Castleby University | 2021 - 2025\n- Trained a CNN on tiles of radar pictures{}\n"
    )
    for said, count in (("", 0), ("; released it at github.com/example/tiles", 1)):
        found = {one.id: one.count for one in report_on(analyzer, job.format(said)).portfolio.criteria}
        assert found["documentation"] == count


@pytest.mark.parametrize(
    ("lines", "asked"),
    [
        (("Churn model in scikit-learn on 7,000 customers", "97% accuracy"), True),
        (("Churn model in scikit-learn on 7,000 customers", "97% accuracy, recall of 0.61"), False),
        (("Churn model in scikit-learn on 7,000 customers", "97% accuracy; always predicting no has 73%"), False),
        (("Classifier of tram pictures in scikit-learn", "97% accuracy"), False),
        (("Churn model in scikit-learn on 7,000 customers", "AUC of 0.84"), False),
    ],
)
def test_accuracy_alone_on_what_is_rare_is_asked_about(lines: tuple[str, ...], asked: bool, analyzer: Analyzer) -> None:
    found = portfolio(analyzer, *lines).doubts
    assert [one.quote.strip("•- ") for one in found] == (["97% accuracy"] if asked else [])


# ------------------------------------------------------------------------------------------------- the data


def test_phrase_counts_whole_and_not_inside_a_word() -> None:
    index = Claims({"x": ["web app"]}, (), ())
    assert index.hits("A web app.") and not index.hits("A web apparatus") and not index.hits("cobweb app")


def test_phrase_is_not_found_where_the_text_ends_in_the_middle_of_it() -> None:
    phrases: Phrases[str] = Phrases([("whole", ["web app store"]), ("part", ["web app", "web"])])
    found = phrases.everywhere(tokens_of("a web app"))
    assert [(one.meaning, one.start, one.end) for one in found] == [("part", 1, 2), ("part", 1, 3)]


def test_kinds_of_entries_exist(taxonomy: Taxonomy) -> None:
    assert all(EntryKind(kind) for kind in taxonomy.portfolio.kinds)


FAULTS = {
    "unknown skill of an idea": ("ideas:\n- {id: agent, skills: [pyton, numpy, git, sql]}\n", 2, "no skill pyton"),
    "unknown skill of a stage": ("stages:\n- {id: training, skills: [trainig]}\n", 2, "no skill trainig"),
    "criterion that asks for nothing": ("criteria:\n- {id: quality, asks: beauty}\n", 1, "asks for beauty"),
    "braces that mean nothing": ('criteria:\n- {id: quality, advice: "see {where}"}\n', 2, "use only {project}"),
    "too many skills for one project": (
        f"ideas:\n- {{id: prediction-service, skills: {[*ASKED[:13]]}}}\n".replace("'", ""),
        2,
        "12",
    ),
    "misspelt field": ("ideas:\n- {id: prediction-service, skils: [python]}\n", 2, "did you mean skills"),
}


@pytest.mark.parametrize("name", FAULTS)
def test_fault_is_named_with_its_file_and_line(name: str, tmp_path: Path) -> None:
    text, line, words = FAULTS[name]
    file = tmp_path / "portfolio.yaml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(TaxonomyError) as raised:
        load_taxonomy((tmp_path,))
    assert str(raised.value).startswith(f"{file}:{line}:") and words in str(raised.value)


def test_mentor_may_lay_own_numbers_over_ours(tmp_path: Path) -> None:
    (tmp_path / "portfolio.yaml").write_text("strong: {stages: 1, signs: 0}\n", encoding="utf-8")
    lenient = Analyzer(as_of=AS_OF, taxonomy=load_taxonomy((tmp_path,)))
    assert project(lenient, MODEL).strong
