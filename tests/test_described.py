"""Skills that are described rather than named: whose they are, what loose words mean by what the entry and the resume
are about, and what the lines that teach the model are taken to show.
"""

from __future__ import annotations

import pytest
from skill_resumes import findings_on

from gapcheck import Analyzer
from gapcheck.skills.pipeline.described_model import load_described_model
from gapcheck.skills.reader import SkillReader
from gapcheck.training.described import VoiceLine, completed, example

FIELD = "Data Scientist, Orrin Mills    Jan 2020 - Jun 2022\n- Trained a random forest in scikit-learn\n"
OTHER = "Clerk, Orrin Mills    Jan 2020 - Jun 2022\n- Kept the books of the branch\n"


def shown_by(analyzer: Analyzer, line: str, *, entry: str, skills: str = "Excel") -> set[str]:
    school = "EDUCATION\nBSc Biology, Halden University    2016 - 2019\n"
    text = f"Mira Sandoval\nmira@example.org\n\nEXPERIENCE\n{entry}- {line}\n\n{school}\nSKILLS\n{skills}\n"
    return {one.skill for one in findings_on(text.encode(), "resume.txt", analyzer.taxonomy).skills}


@pytest.mark.parametrize(
    ("line", "skill"),
    [
        ("Left model serving to the infrastructure people", "model-deployment"),
        ("Delivered the weights; the customer's IT put the model into production", "model-deployment"),
        ("Gave the trained network to the client, who deployed it", "model-deployment"),
        ("Model was passed to the integrator for deployment", "model-deployment"),
        ("Deployment of the model was the duty of the cloud team", "model-deployment"),
        ("The start-up folded before the model was deployed", "model-deployment"),
        ("Left the firm before drift alerts were introduced", "model-monitoring"),
        ("Nobody monitored the model after launch", "model-monitoring"),
        ("Rollout and monitoring of the models in production were the supplier's duty", "model-monitoring"),
        ("Monitoring of models in production remained with the bank's risk unit", "model-monitoring"),
    ],
)
def test_described_skill_of_somebody_else_or_not_done_is_not_shown(line: str, skill: str, analyzer: Analyzer) -> None:
    assert skill not in shown_by(analyzer, line, entry=FIELD)


@pytest.mark.parametrize(
    ("line", "skill"),
    [
        ("Monitored the live model for drift, which nobody had done before", "model-monitoring"),
        ("Took monitoring of the model over from the contractor", "model-monitoring"),
        ("Built drift alerts that the vendor's tool lacked", "model-monitoring"),
        ("Deployed the model that the research team had trained", "model-deployment"),
        ("Deployed the model, and never had to roll back", "model-deployment"),
        ("Handed over the deployed model to operations with a run book", "model-deployment"),
    ],
)
def test_own_described_skill_counts_beside_words_of_others(line: str, skill: str, analyzer: Analyzer) -> None:
    assert skill in shown_by(analyzer, line, entry=FIELD)


@pytest.mark.parametrize(
    ("line", "skill"),
    [
        ("Replicated state from the leader to its followers", "leadership"),
        ("When the leader dies, a follower takes its place within a second", "leadership"),
        ("Brought five sofa models to production in Vietnam", "model-deployment"),
        ("Rolled out a new care model on eleven wards", "model-deployment"),
        ("Stress tests of the insurer's balance sheet", "testing"),
        ("Marked unit tests of year nine", "testing"),
        ("Tokenisation of card data at the till", "data-preprocessing"),
        ("Reported AUC and clearance of the antibody in monkeys", "model-evaluation"),
        ("Cross-validated the ELISA with the reference lab", "model-evaluation"),
        ("Organised the recall of 4,000 prams", "model-evaluation"),
        ("Kept F2 and F3 lathes within tolerance", "model-evaluation"),
        ("Trained models for the Precision Orchard Group", "model-evaluation"),
    ],
)
def test_loose_words_mean_nothing_of_models_in_another_trade(line: str, skill: str, analyzer: Analyzer) -> None:
    assert skill not in shown_by(analyzer, line, entry=OTHER)


@pytest.mark.parametrize(
    ("line", "skill"),
    [
        ("Put the leaf disease classifier in production on tractors", "supervised-learning"),
        ("Balanced precision with recall, as a missed leak is costly", "model-evaluation"),
        ("Reached an AUC of 0.91 on patients of another clinic", "model-evaluation"),
        ("Filled in missing readings and scaled the rest", "data-preprocessing"),
        ("Tokenised court rulings for a topic classifier", "nlp"),
        ("Brought the yield model live in the growers' app", "model-deployment"),
    ],
)
def test_the_same_words_count_in_an_entry_about_models(line: str, skill: str, analyzer: Analyzer) -> None:
    assert skill in shown_by(analyzer, line, entry=FIELD)


def test_what_reads_web_pages_makes_an_entry_about_no_models(analyzer: Analyzer) -> None:
    entry = "Reporter, Orrin Mills    Jan 2020 - Jun 2022\n- Collected the rents of 40 towns with BeautifulSoup\n"
    line = "Put the table live on the paper's website each night"
    assert "model-deployment" not in shown_by(analyzer, line, entry=entry, skills="SQL, Excel")


FORECASTS = [
    "I predict from six years of past ferries how many cabins each boat will sell per week",
    "I predict from three years of past bookings how many rooms each house will sell per week",
    "From ten years of past harvests I say how many pickers each farm will need next week",
]


@pytest.mark.parametrize("line", FORECASTS)
def test_forecast_shows_time_series_and_nothing_that_learned(line: str, analyzer: Analyzer) -> None:
    shown = shown_by(analyzer, line, entry=OTHER, skills="SQL, Excel")
    assert "time-series" in shown
    assert shown.isdisjoint({"machine-learning", "supervised-learning"})


@pytest.mark.parametrize("line", FORECASTS)
def test_forecast_in_an_entry_about_models_learned(line: str, analyzer: Analyzer) -> None:
    entry = "Data Scientist, Orrin Mills    Jan 2020 - Jun 2022\n- Tuned a neural network\n"
    assert "supervised-learning" in shown_by(analyzer, line, entry=entry)


def test_line_that_teaches_shows_all_work_with_models_that_its_phrases_name(skill_reader: SkillReader) -> None:
    people = load_described_model().words

    def shows(key: str, text: str, *, looks_like: str = "") -> frozenset[str]:
        line = VoiceLine("v", text, frozenset(key.split()), frozenset(looks_like.split()), frozenset())
        return completed(example(line, skill_reader, people), skill_reader.taxonomy).line.shows

    text = "Put the rust classifier into production"
    assert shows("model-deployment", text) == {"model-deployment", "supervised-learning"}
    assert shows("model-deployment", text, looks_like="supervised-learning") == {"model-deployment"}
    assert shows("teamwork", "Together with the classifier of gravel") == {"teamwork"}


@pytest.mark.parametrize(
    "line",
    [
        "Lamps went out on the left side only. Crossed out one cable after another",
        "Wet sacks on Mondays only. In the end it was the hose of the neighbour",
    ],
)
def test_trouble_and_its_cause_in_two_sentences_are_one_deed(line: str, analyzer: Analyzer) -> None:
    assert "problem-solving" in shown_by(analyzer, line, entry=OTHER)
    assert all("problem-solving" not in shown_by(analyzer, part, entry=OTHER) for part in line.split(". "))


def test_what_a_person_is_like_is_not_told_across_sentences(skill_reader: SkillReader) -> None:
    across = skill_reader.taxonomy.entry_words.told_across
    assert "problem-solving" in across and "continuous-learning" not in across
