"""gapcheck from Python: the page that explains it, strangers' files, wrong arguments."""

from __future__ import annotations

import doctest
from pathlib import Path
from typing import Any

import pytest

import gapcheck
from gapcheck import Analyzer, ErrorReport, GapReport, analyze, analyze_many

ROOT = Path(__file__).parent.parent
STRONG = ROOT / "samples" / "strong.pdf"


def test_examples_of_the_page_give_what_they_show(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    failed, tried = doctest.testfile(str(ROOT / "docs" / "python.md"), module_relative=False)
    assert tried > 10 and not failed


def test_many_are_answered_in_order_and_one_that_is_broken_costs_itself_alone() -> None:
    content = STRONG.read_bytes()
    found = list(analyze_many([STRONG, b"%PDF-1.4 nothing", ("mine.pdf", content), "no.pdf"], as_of="2026-11", jobs=2))
    assert [type(one) for one in found] == [GapReport, ErrorReport, GapReport, ErrorReport]
    assert [one.document.path for one in found] == [str(STRONG), "resume 2", "mine.pdf", "no.pdf"]
    assert [one.error.code for one in found if isinstance(one, ErrorReport)] == ["broken", "not-found"]
    assert list(analyze_many([])) == []


WRONG: dict[str, Any] = {
    "as_of takes a date or 'YYYY-MM', not int": lambda: Analyzer(as_of=2026),  # type: ignore[arg-type]
    "as_of takes a date or 'YYYY-MM', not 'soon'": lambda: Analyzer(as_of="soon"),
    "by takes a date or 'YYYY-MM', not list": lambda: Analyzer(by=[]),  # type: ignore[arg-type]
    "profile takes the id of a profile, not PosixPath": lambda: Analyzer(Path("a.yaml")),  # type: ignore[arg-type]
    "hours_a_week takes a number, not str": lambda: Analyzer(hours_a_week="10"),  # type: ignore[arg-type]
    "analyze takes a path; bytes go to analyze_bytes": lambda: analyze(b"%PDF-"),  # type: ignore[arg-type]
    "ocr takes one of auto, always, never, not 'maybe'": lambda: Analyzer(ocr="maybe"),
    "redact takes True or False, not str": lambda: Analyzer(redact="yes"),  # type: ignore[arg-type]
    "passwords takes passwords by path or file name, not list": lambda: Analyzer(passwords=["a"]),  # type: ignore[arg-type]
    "taxonomy takes what load_taxonomy gives, not str": lambda: Analyzer(taxonomy="ours"),  # type: ignore[arg-type]
    "jobs takes a number of processes, not str": lambda: analyze_many([], jobs="2"),  # type: ignore[arg-type]
    "analyze_many takes a list of resumes": lambda: analyze_many("a.pdf"),
    "a resume takes a path, bytes, or (name, bytes), not int": lambda: analyze_many([1]),  # type: ignore[list-item]
}


@pytest.mark.parametrize("said", WRONG)
def test_wrong_argument_is_told_in_one_line(said: str) -> None:
    with pytest.raises((TypeError, ValueError)) as caught:
        WRONG[said]()
    assert said in str(caught.value) and "\n" not in str(caught.value)


def test_all_public_names_are_there() -> None:
    assert all(hasattr(gapcheck, name) for name in gapcheck.__all__)
