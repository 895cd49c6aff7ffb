"""The component `gapcheck_skills` in pipelines of other people, and the examples in docstrings."""

from __future__ import annotations

import doctest
import importlib
import re
from pathlib import Path

import pytest
import spacy
from spacy.language import Language

ROOT = Path(__file__).parents[1]
WITH_EXAMPLES = sorted(
    path.relative_to(ROOT).with_suffix("").as_posix().replace("/", ".").removesuffix(".__init__")
    for path in (ROOT / "gapcheck").rglob("*.py")
    if ">>> " in path.read_text(encoding="utf-8")
)


@pytest.fixture(scope="module")
def nlp() -> Language:
    nlp = spacy.blank("en")
    nlp.add_pipe("gapcheck_skills", config={"spans_key": "found"})
    return nlp


def test_spans_carry_the_skill_and_why_it_does_not_count(nlp: Language) -> None:
    doc = nlp("Wrote Python reports (the SQL was written by a colleague).\nNo experience with Kafka")
    assert [(span.text, span.label_, span._.not_counted) for span in doc.spans["found"]] == [
        ("Python", "python", None),
        ("SQL", "sql", "other-person"),
        ("Kafka", "kafka", "negated"),
    ]
    assert doc._.skills == ("python",)


@pytest.mark.parametrize("text", ["  Built \t REST  APIs   in  Flask ", "Flask", "", "\n \n", "Flask\r\nFlask"])
def test_spans_stand_where_the_words_stand_whatever_the_white_space(text: str, nlp: Language) -> None:
    doc = nlp(text)
    spans = [span for span in doc.spans["found"] if span.label_ == "flask"]
    assert [text[span.start_char : span.end_char] for span in spans] == ["Flask"] * text.count("Flask")


def test_spans_are_widened_to_tokens_of_another_tokenizer(nlp: Language) -> None:
    doc = nlp("We wrote it in C++17-based tools")
    assert ["C++" in span.text for span in doc.spans["found"] if span.label_ == "cpp"] == [True]


def test_page_for_spacy_users_runs(capsys: pytest.CaptureFixture[str]) -> None:
    page = (ROOT / "docs" / "spacy.md").read_text(encoding="utf-8")
    exec("\n".join(re.findall(r"```python\n(.*?)```", page, re.DOTALL)), {})
    printed = capsys.readouterr().out
    assert (
        "PyTorch pytorch None\n" in printed
        and "Kafka kafka negated\n" in printed
        and "SQL sql other-person\n" in printed
    )


@pytest.mark.parametrize("name", WITH_EXAMPLES)
def test_examples_in_docstrings_give_what_they_say(name: str) -> None:
    assert doctest.testmod(importlib.import_module(name)).failed == 0
