"""Whose a named skill is: the writer's, somebody else's, a wish, what was not done, or another thing of that name."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from gapcheck import Analyzer
from gapcheck.report import GapReport
from gapcheck.skills.pipeline.described import SkillDescribed
from gapcheck.skills.pipeline.described_in_languages import DescribedInLanguages
from gapcheck.skills.pipeline.described_model import People
from gapcheck.skills.pipeline.ownership import SkillOwnership
from gapcheck.skills.pipeline.ownership_in_languages import OwnershipInLanguages
from gapcheck.skills.pipeline.ownership_model import (
    LARGEST,
    MODEL_FILE,
    OWN,
    answer_shares,
    load_ownership_model,
    read_row,
    written_row,
)
from gapcheck.skills.pipeline.weight_rows import WeightRows
from gapcheck.skills.reader import SkillReader
from gapcheck.training import ownership

ROOT = Path(__file__).parent.parent
EXAMPLES = ROOT / "skills_taxonomy" / "ownership_examples"


def report(analyzer: Analyzer, *lines: str) -> GapReport:
    body = "EXPERIENCE\nAnalyst, Orrin Foods    Jan 2020 - Jun 2022\n" + "".join(f"- {line}\n" for line in lines)
    text = f"Mira Sandoval\nmira@example.org\n\n{body}\nEDUCATION\nBSc Biology, Halden University    2016 - 2019\n"
    return analyzer.analyze_bytes(text.encode(), "resume.txt")


@pytest.mark.parametrize(
    ("line", "skill", "reason"),
    [
        ("Models come from the research group, who know TensorFlow well", "tensorflow", "other-person"),
        ("Passed the numbers to a colleague whose R scripts draw the charts", "r", "other-person"),
        ("Got the orders from the vendor's Kafka feed", "kafka", "other-person"),
        ("Waited for the consultants to finish their Snowflake part", "snowflake", "other-person"),
        ("Recruited Java developers for a payments firm", "java", "other-person"),
        ("Texts by me, shop in PHP by a cousin", "php", "other-person"),
        ("An evening class in Rust is booked for spring", "rust", "aspiration"),
        ("Would love to move over to PyTorch one day", "pytorch", "aspiration"),
    ],
)
def test_named_skill_of_somebody_else_or_of_the_future_is_not_shown(
    line: str, skill: str, reason: str, analyzer: Analyzer
) -> None:
    found = report(analyzer, line)
    assert skill not in {one.id for one in found.skills}
    assert reason in {one.reason for one in found.not_counted if one.id == skill}


@pytest.mark.parametrize(
    ("line", "skill"),
    [
        ("Kept Docker alive for everybody on the platform", "docker"),
        ("Drew charts in R that a colleague passed on to the board", "r"),
        ("Loaded the orders of all shops from Kafka into the warehouse", "kafka"),
        ("Finished in Snowflake what the consultants had begun", "snowflake"),
        ("Wrote Java services for sixty customers in one year", "java"),
        ("Coded the shop in PHP; my cousin wrote the texts", "php"),
        ("Rewrote the parser in Rust and halved its time", "rust"),
        ("Trained a network in PyTorch on photos that the rangers took", "pytorch"),
    ],
)
def test_own_skill_counts_beside_words_of_other_people(line: str, skill: str, analyzer: Analyzer) -> None:
    assert skill in {one.id for one in report(analyzer, line).skills}


def test_list_of_names_is_judged_as_one() -> None:
    model = load_ownership_model()
    reader = Analyzer()._skills
    near, far = (
        ownership.example("v", line, OWN, reader, model.people).features
        for line in ("Pipelines in <Spark>", "Pipelines in Kafka, Airflow and <Spark>")
    )
    assert "left 0=in" in near & far


def test_models_of_english_are_left_out_for_other_languages(analyzer: Analyzer) -> None:
    reader = analyzer._skills.of_languages(("de",))
    assert type(analyzer._skills.nlp.get_pipe("skill_ownership")) is SkillOwnership
    assert type(reader.nlp.get_pipe("skill_ownership")) is OwnershipInLanguages
    assert type(analyzer._skills.nlp.get_pipe("skill_described")) is SkillDescribed
    assert type(reader.nlp.get_pipe("skill_described")) is DescribedInLanguages


def test_model_is_small_and_mostly_right_on_voices_it_has_not_seen() -> None:
    file = ROOT / "skills_taxonomy" / MODEL_FILE
    data = json.loads(file.read_text(encoding="utf-8"))
    assert file.stat().st_size < 1_000_000
    assert data["cross-validation"]["precision at threshold"] >= 0.8
    assert data["cross-validation"]["recall at threshold"] >= 0.75


def test_stored_model_knows_the_lines_it_was_taught(skill_reader: SkillReader, tmp_path: Path) -> None:
    model = load_ownership_model()
    for file in sorted(EXAMPLES.glob("*.yaml"))[::15]:
        (tmp_path / file.name).write_text(file.read_text(encoding="utf-8"), encoding="utf-8")
    words = tmp_path / "words.yml"
    words.write_text("{Java: {means: [Wrote Java services], other: [Born in East Java]}}", encoding="utf-8")
    examples = ownership.examples_in(tmp_path, words, skill_reader, model.people)
    right = [(model.probabilities(one.features)[OWN] >= 0.5) == (one.answer == OWN) for one in examples]
    assert len(right) > 200 and sum(right) / len(right) > 0.93
    kinds = json.loads((ROOT / "skills_taxonomy" / MODEL_FILE).read_text(encoding="utf-8"))["weights"]
    written = [f"{kind}={word}" for kind, words in kinds.items() for word in words]
    rows = {name: row for row, name in enumerate(written)}
    weights = np.array([model.weights.row(name) for name in written])
    fitted = ownership.Network(list(model.answers), rows, weights, model.biases, model.outputs, model.output_biases)
    for one in examples[::20]:  # a word that the model does not know counts as it did when it was fitted
        own = fitted.shares(one)[model.answers.index(OWN)]
        assert model.probabilities(one.features)[OWN] == pytest.approx(own)


def test_unit_that_is_not_reached_says_nothing() -> None:
    outputs, biases = np.array([[20, 0], [0, 20]]), np.array([0, 0])
    shares = answer_shares(np.array([20, -40]), outputs, biases, networks=1)
    assert shares == pytest.approx(answer_shares(np.array([20, 0]), outputs, biases, networks=1))
    assert shares[0] == pytest.approx(np.exp(1) / (np.exp(1) + 1))


def test_weights_are_read_as_they_were_written() -> None:
    weights = [-LARGEST, -LARGEST, -1, 0, LARGEST, 1, LARGEST, LARGEST]
    assert WeightRows({"one": written_row(weights)}, len(weights), read_row).row("one").tolist() == weights


@pytest.mark.parametrize("line", ["Wrote SQL all day", "Wrote <SQL> and <Python>", "Wrote <> all day"])
def test_example_needs_one_name_in_brackets(line: str, skill_reader: SkillReader, tmp_path: Path) -> None:
    (tmp_path / "voice.yaml").write_text(json.dumps({OWN: [line]}), encoding="utf-8")
    words = tmp_path / "words.yml"
    words.write_text("{}", encoding="utf-8")
    with pytest.raises(ValueError, match="one name in angle brackets"):
        ownership.examples_in(tmp_path, words, skill_reader, People(frozenset(), frozenset()))


def test_title_of_a_publication_is_no_sentence_about_its_writer(analyzer: Analyzer) -> None:
    found = report(
        analyzer,
        "PUBLICATIONS",
        "[1] S. Ostby, M. Sandoval. A Field Guide to Noisy Labels in Scientific Named Entity Recognition. In",
        "Workshop on Scholarly Texts, 2022.",
    )
    assert "named-entity-recognition" in {one.id for one in found.skills}
