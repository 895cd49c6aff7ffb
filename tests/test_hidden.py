"""Text that nobody sees shows no skill."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from pages import (
    INVISIBLE,
    WHITE,
    Fill,
    Mark,
    Text,
    document_of,
    pdf_of,
)
from skill_resumes import Read, found, left_out, skill

from gapcheck import Analyzer
from gapcheck.skills.reader import Findings

# -------------------------------------------------------------------------------------------------------- hidden text

HIDDEN: dict[str, list[Mark]] = {
    "white on white": [Text(60, 300, "Docker PyTorch", color=WHITE)],
    "tiny": [Text(60, 300, "Docker PyTorch", size=1)],
    "outside the page": [Text(700, 300, "Docker PyTorch")],
    "invisible": [Text(60, 300, "Docker PyTorch", mode=INVISIBLE)],
    "dark on dark": [Fill(40, 280, 300, 60, (0.1, 0.1, 0.3)), Text(60, 300, "Docker PyTorch", color=(0.1, 0.1, 0.3))],
}


@pytest.mark.parametrize("marks", HIDDEN.values(), ids=HIDDEN.keys())
def test_hidden_text_never_counts(marks: Sequence[Mark], read: Read) -> None:
    seen = [Text(60, 50, "Mira Sandoval"), Text(60, 80, "Skills", size=14, bold=True), Text(60, 100, "SQL, Excel")]
    findings = read(pdf_of([*seen, *marks]))
    assert found(findings) == {"sql", "excel"}
    assert left_out(findings) == {("docker", "hidden"), ("pytorch", "hidden")}


def test_hidden_text_does_not_raise_a_level(read: Read) -> None:
    seen = [Text(60, 50, "Mira Sandoval"), Text(60, 80, "Skills", size=14, bold=True), Text(60, 100, "SQL")]
    hidden = Text(60, 130, "SQL: expert, 10 years of SQL", color=WHITE)
    assert skill(read(pdf_of([*seen, hidden])), "sql") == skill(read(pdf_of(seen)), "sql")


def test_hidden_text_is_warned_of_in_the_report(analyzer: Analyzer) -> None:
    marks = [Text(60, 50, "Mira Sandoval, SQL"), Text(60, 300, "Docker", color=WHITE)]
    report = analyzer.analyze_document(document_of(pdf_of(marks)))
    assert [(one.id, one.reason) for one in report.not_counted] == [("docker", "hidden")]
    assert any("can't be seen" in warning for warning in report.document.warnings)


def test_document_with_hidden_text_alone_shows_no_skill(read: Read) -> None:
    findings = read(pdf_of([Text(60, 300, "Docker", color=WHITE)]))
    assert (found(findings), left_out(findings)) == (set(), {("docker", "hidden")})


@pytest.mark.parametrize("text", ["mira@example.org", "• •", "+31 555 0142 778"])
def test_document_without_words_shows_no_skill(text: str, read: Read) -> None:
    assert read(pdf_of([Text(60, 300, text)])) == Findings((), ())
