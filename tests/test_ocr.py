"""Scans: pages without text are read from their picture, and what is said where they are not."""

from __future__ import annotations

import ctypes
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psutil
import pytest
from pages import Picture, Sheet, Text, pdf_of, without_characters
from typer.testing import CliRunner

from gapcheck import Analyzer
from gapcheck.cli.main import app
from gapcheck.documents import Document, DocumentError, Ocr, Page, ReadLimits, read_content, read_pdf
from gapcheck.documents.ocr import reader as ocr
from gapcheck.extras import how_to_install

pytest.importorskip("rapidocr_onnxruntime")
sys.path.append(str(Path(__file__).parent.parent / "benchmarks"))
from scans import scan_of

SAMPLES = Path(__file__).parent.parent / "samples"
FEW_WORDS = [Text(60, 60, "Skills", 14), Text(60, 90, "Python and SQL in the backend"), Text(60, 110, "PyTorch, 2024")]


@dataclass(frozen=True)
class Sample:
    """The file of a sample, its scan, and what OCR reads there."""

    content: bytes
    scan: bytes
    read: Document


@pytest.fixture(scope="module", params=["beginner.pdf"])
def sample(request: pytest.FixtureRequest) -> Sample:
    content = (SAMPLES / request.param).read_bytes()
    scan = scan_of(content)
    return Sample(content, scan, read_content(scan, "scan.pdf"))


@pytest.fixture(scope="module")
def small_scan() -> bytes:
    return scan_of(pdf_of(FEW_WORDS, FEW_WORDS))


def texts_of(pages: Iterable[Page]) -> list[list[str]]:
    return [[line.text for line in page.lines] for page in pages]


def test_scan_that_lies_askew_shows_the_skills_of_its_text(analyzer: Analyzer, sample: Sample) -> None:
    text = {skill.id: skill.level for skill in analyzer.analyze_bytes(sample.content, "text.pdf").skills}
    read = {skill.id: skill.level for skill in analyzer.analyze_document(sample.read).skills}
    both = text.keys() & read.keys()
    assert 2 * len(both) / (len(text) + len(read)) >= 0.9
    assert sum(text[skill] == read[skill] for skill in both) / len(both) >= 0.9


def test_report_says_that_a_page_was_read_by_ocr_and_how_surely(sample: Sample) -> None:
    assert sample.read.reader == "ocr"
    (warning,) = sample.read.warnings
    assert warning.startswith("page 1 was read by OCR with confidence 0.9")


def test_word_stands_where_it_is_printed(sample: Sample) -> None:
    printed = [word for line in read_content(sample.content, "text").pages[0].lines for word in line.words]
    read = [word for line in sample.read.pages[0].lines for word in line.words]
    once = {
        text for words in (printed, read) for text, count in Counter(word.text for word in words).items() if count == 1
    }
    places = {word.text: word for word in read}
    known = [word for word in printed if word.text in once and word.text in places and word.text.isalpha()]
    assert len(known) > 50
    # the whole page was turned about its middle by one degree, and turned back
    far = [
        word.text
        for word in known
        if abs(places[word.text].x0 - word.x0) > 4
        or abs(places[word.text].bottom - word.bottom) > 4
        or abs(places[word.text].size - word.size) > 0.1 * word.size
    ]
    assert len(far) <= 0.05 * len(known), far


@pytest.mark.parametrize("turn", [180, 90])
def test_scan_on_its_head_or_side_is_turned_and_read(turn: float) -> None:
    content = pdf_of(FEW_WORDS)
    assert texts_of(read_pdf(scan_of(content, turn))[0]) == texts_of(read_pdf(content)[0])


def test_page_that_would_end_too_late_is_not_begun(small_scan: bytes) -> None:
    pages, _, warnings = read_pdf(small_scan, limits=ReadLimits(ocr_seconds=0))
    assert [bool(page.lines) for page in pages] == [True, False]
    assert warnings[1].startswith("page 2 and what follows were not read") and "--limit ocr-seconds=" in warnings[1]


@pytest.mark.parametrize("options", [[], ["-j", "2"]], ids=["alone", "in workers"])
def test_scans_are_read_by_the_command_alone_and_in_workers(
    options: list[str], small_scan: bytes, tmp_path: Path
) -> None:
    names = ("one.pdf", "two.pdf")[: 1 + len(options) // 2]
    for name in names:
        (tmp_path / name).write_bytes(small_scan + f"\n% {name}".encode())  # the same bytes would be read once
    arguments = ["analyze", str(tmp_path), "-f", "json", "--limit", "ocr-seconds=600", *options]  # others run beside it
    if options:
        done = CliRunner().invoke(app, arguments)
        code, said = done.exit_code, done.stderr
    else:  # in a process that has not read a picture yet: a copy of one that has may wait for its threads
        alone = subprocess.run(
            [sys.executable, "-m", "gapcheck", *arguments], capture_output=True, text=True, check=False
        )
        code, said = alone.returncode, alone.stderr
    assert code == 0, said
    assert said.count("page 2 was read by OCR") == len(names)


def test_always_reads_the_picture_where_the_text_of_the_file_is_garbled() -> None:
    line = "Worked on models in Python and SQL; PACK MY BOX WITH FIVE DOZEN LIQUOR JUGS"
    content = without_characters([line])
    assert "page 2 is garbled in the file: try --ocr always" in " ".join(read_pdf(content)[2])
    pages, reader, warnings = read_pdf(content, use_ocr=Ocr.always)
    assert reader == "ocr" and not any("garbled" in warning for warning in warnings)
    assert texts_of(pages)[1] == [line]


@pytest.fixture
def no_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    """As on a machine where the extra was not installed."""
    monkeypatch.setitem(sys.modules, "rapidocr_onnxruntime", None)


@pytest.mark.usefixtures("no_extra")
def test_without_the_extra_a_scan_costs_one_line_that_says_what_to_install(small_scan: bytes) -> None:
    with pytest.raises(DocumentError) as caught:
        read_pdf(small_scan)
    assert caught.value.code == "no-text"
    assert how_to_install("ocr") in caught.value.message and "export it as text" in caught.value.message


@pytest.mark.usefixtures("no_extra")
def test_without_the_extra_always_is_wrong_usage() -> None:
    result = CliRunner().invoke(app, ["analyze", str(SAMPLES / "beginner.pdf"), "--ocr", "always"])
    assert result.exit_code == 2
    assert how_to_install("ocr") in " ".join(result.stderr.replace("│", " ").split())


def test_never_leaves_a_scan_unread(small_scan: bytes) -> None:
    with pytest.raises(DocumentError) as caught:
        read_pdf(small_scan, use_ocr=Ocr.never)
    assert caught.value.code == "no-text" and "--ocr never" in caught.value.message


def test_strip_of_paper_is_looked_at_as_large_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    session = ocr._engine().text_det.infer
    shapes = []

    def seen(picture: Any) -> Any:
        shapes.append(picture.shape[2:])
        return session(picture)

    monkeypatch.setattr(ocr._engine().text_det, "infer", seen)
    strip = Sheet([Text(10, 30 + 300 * row, "Python and SQL", 8) for row in range(3)], size=(100, 1000))
    read_content(scan_of(pdf_of(strip), turn=0), "scan.pdf")
    assert shapes and all(across * down < 300_000 for across, down in shapes)  # 6 million where it is drawn out


def test_memory_of_ocr_is_given_back(small_scan: bytes) -> None:
    read_content(small_scan, "scan.pdf")
    before = psutil.Process().memory_info().rss
    trimmed = getattr(ctypes.CDLL(None), "malloc_trim", None)
    if trimmed is None:
        pytest.skip("another C library")
    trimmed(0)
    assert before - psutil.Process().memory_info().rss < 20_000_000  # 130 million where it is kept


def test_blank_page_among_others_needs_no_ocr() -> None:
    pages, reader, warnings = read_pdf(pdf_of([Text(60, 60, "Python and SQL")], []))
    assert len(pages) == 2 and reader == "fast" and not warnings


def test_picture_among_pages_with_text_is_named_where_it_is_not_read() -> None:
    content = pdf_of([Text(60, 60, "Python")], [Picture(0, 0, 500, 800)])
    _, reader, warnings = read_pdf(content, use_ocr=Ocr.never)
    assert reader == "fast" and warnings == ["page 2 is a picture and was not read: leave out --ocr never"]
