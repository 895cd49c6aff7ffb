"""Scans: pages without text are read from their picture, and what is said where they are not."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from pages import Picture, Text, pdf_of
from typer.testing import CliRunner

from gapcheck import Analyzer
from gapcheck.cli import app
from gapcheck.documents import DocumentError, Ocr, PdfReader, read_content, read_pdf

pytest.importorskip("rapidocr_onnxruntime")
sys.path.append(str(Path(__file__).parent.parent / "benchmarks"))
from scans import scan_of

SAMPLES = Path(__file__).parent.parent / "samples"


def skills_of(analyzer: Analyzer, content: bytes) -> dict[str, str]:
    report = analyzer.analyze_bytes(content, "resume.pdf")
    return {skill.id: skill.level for skill in report.skills}


@pytest.fixture(scope="module")
def beginner_scan() -> bytes:
    return scan_of((SAMPLES / "beginner.pdf").read_bytes())


def test_scan_that_lies_askew_shows_the_skills_of_its_text(analyzer: Analyzer) -> None:
    content = (SAMPLES / "strong.pdf").read_bytes()
    text, read = skills_of(analyzer, content), skills_of(analyzer, scan_of(content))
    both = text.keys() & read.keys()
    assert 2 * len(both) / (len(text) + len(read)) >= 0.9
    assert sum(text[skill] == read[skill] for skill in both) / len(both) >= 0.9


def test_report_says_that_a_page_was_read_by_ocr_and_how_surely(analyzer: Analyzer, beginner_scan: bytes) -> None:
    document = analyzer.analyze_bytes(beginner_scan, "scan.pdf").document
    assert document.reader == "ocr"
    (warning,) = (line for line in document.warnings if "OCR" in line)
    assert warning.startswith("page 1 was read by OCR with confidence 0.9")


def test_word_stands_where_it_is_printed(beginner_scan: bytes) -> None:
    printed = read_content((SAMPLES / "beginner.pdf").read_bytes(), "text").pages[0]
    read = read_content(beginner_scan, "scan").pages[0]
    places = {word.text: word for line in read.lines for word in line.words}
    for text in ("Bachelor", "JavaScript", "Volunteer,"):
        (word,) = (word for line in printed.lines for word in line.words if word.text == text)
        # the whole page was turned about its middle by one degree, and turned back
        assert abs(places[text].x0 - word.x0) < 4 and abs(places[text].bottom - word.bottom) < 4
        assert abs(places[text].size - word.size) < 0.1 * word.size


@pytest.mark.parametrize("turn", [180, 90])
def test_scan_on_its_head_or_side_is_turned_and_read(analyzer: Analyzer, turn: float) -> None:
    content = (SAMPLES / "stuffed.pdf").read_bytes()
    assert skills_of(analyzer, scan_of(content, turn)) == skills_of(analyzer, content)


@pytest.fixture
def no_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    """As on a machine where the extra was not installed."""
    monkeypatch.setitem(sys.modules, "rapidocr_onnxruntime", None)


@pytest.mark.usefixtures("no_extra")
def test_without_the_extra_a_scan_costs_one_line_that_says_what_to_install(beginner_scan: bytes) -> None:
    with pytest.raises(DocumentError) as caught:
        read_pdf(beginner_scan)
    assert caught.value.code == "no-text"
    assert "pip install 'gapcheck[ocr]'" in caught.value.message and "export it as text" in caught.value.message


@pytest.mark.usefixtures("no_extra")
def test_without_the_extra_always_is_wrong_usage() -> None:
    result = CliRunner().invoke(app, ["analyze", str(SAMPLES / "beginner.pdf"), "--ocr", "always"])
    assert result.exit_code == 2
    assert "gapcheck[ocr]" in result.stderr


def test_never_leaves_a_scan_unread(beginner_scan: bytes) -> None:
    with pytest.raises(DocumentError) as caught:
        read_pdf(beginner_scan, PdfReader.auto, Ocr.never)
    assert caught.value.code == "no-text" and "--ocr never" in caught.value.message


def test_blank_page_among_others_needs_no_ocr() -> None:
    pages, reader, warnings = read_pdf(pdf_of([Text(60, 60, "Python and SQL")], []))
    assert len(pages) == 2 and reader == "fast" and not warnings


def test_picture_among_pages_with_text_is_named_where_it_is_not_read() -> None:
    _, reader, warnings = read_pdf(
        pdf_of([Text(60, 60, "Python")], [Picture(0, 0, 500, 800)]), PdfReader.auto, Ocr.never
    )
    assert reader == "fast" and warnings == ["page 2 is a picture and was not read: leave out --ocr never"]
