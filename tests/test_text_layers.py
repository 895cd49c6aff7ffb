"""A scan's text layer counts where the picture shows its words, and not where the picture shows others."""

from __future__ import annotations

import io
from collections.abc import Sequence
from functools import cache
from typing import Any

import pypdfium2
import pytest
from PIL import ImageFilter
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen import canvas

from gapcheck import Analyzer
from gapcheck.documents import Ocr, Page, read_pdf
from gapcheck.documents.pdf import text_layers

WIDTH, HEIGHT, LEFT, SIDE, FIRST, LEADING = 595, 842, 60, 480, 760, 22
LINES = (
    "Mira Sandoval-Quint",
    "Volunteer work",
    "Drove the van of the food bank on Saturdays, 2019 to 2021",
    "Sorted letters and parcels for the whole neighbourhood",
    "Taught children how to swim and how to ride a bicycle",
    "Wrote the minutes of the garden club, some of them in verse",
    "Hobbies",
    "Weaving, hiking, bread, chess by post",
)
STUFFED = "Kubernetes, PyTorch, TensorFlow, PostgreSQL, Terraform"


@cache
def _picture(lines: Sequence[str], font: str, size: float, blur: float, side: str) -> ImageReader:
    """A page on which lines are printed, as a scanner gives it."""
    file = io.BytesIO()
    pdf = canvas.Canvas(file, pagesize=(WIDTH, HEIGHT))
    pdf.setFont(font, size)
    if side:
        pdf.rect(SIDE - 240, FIRST - 6, WIDTH, 20, stroke=0, fill=1)
        pdf.setFillGray(1)
        pdf.drawString(SIDE, FIRST, side)
        pdf.setFillGray(0)
    for row, line in enumerate(lines):
        pdf.drawString(LEFT, FIRST - LEADING * row, line)
    pdf.save()
    page = pypdfium2.PdfDocument(file.getvalue())[0]
    return ImageReader(page.render(scale=200 / 72, grayscale=True).to_pil().filter(ImageFilter.GaussianBlur(blur)))


def layered(
    said: Sequence[str],
    printed: Sequence[str] = LINES,
    font: str = "Times-Roman",
    size: float = 11,
    drift: float = 0,
    drop: float = 0,
    blur: float = 0.8,
    side: str = "",
) -> bytes:
    """A scan of printed lines with a text layer that says other lines, each as wide as the printed one. `drift` and
    `drop` move the layer by so many points to the right and down. `side` stands in white on a dark box at the right of
    the first line, in both.
    """
    file = io.BytesIO()
    pdf = canvas.Canvas(file, pagesize=(WIDTH, HEIGHT))
    pdf.drawImage(_picture(tuple(printed), font, size, blur, side), 0, 0, WIDTH, HEIGHT)
    places = [
        (LEFT + drift, FIRST - LEADING * row - drop, *pair) for row, pair in enumerate(zip(said, printed, strict=True))
    ]
    for x, y, line, below in [*places, *([(SIDE, FIRST, side, side)] if side else [])]:
        text = pdf.beginText(x, y)
        text.setTextRenderMode(3)
        text.setFont("Helvetica", size)
        text.setHorizScale(100 * stringWidth(below, font, size) / stringWidth(line, "Helvetica", size))
        text.textOut(line)
        pdf.drawText(text)
    pdf.save()
    return file.getvalue()


def read(content: bytes) -> Page:
    (page,) = read_pdf(content, use_ocr=Ocr.never)[0]
    return page


@pytest.mark.parametrize("font", ["Times-Roman", "Helvetica", "Courier", "Times-BoldItalic", "Helvetica-BoldOblique"])
@pytest.mark.parametrize(("drift", "drop"), [(0, 0), (4, 0), (0, 2.5)])
def test_layer_that_says_what_is_printed_is_believed(font: str, drift: float, drop: float) -> None:
    page = read(layered(LINES, font=font, drift=drift, drop=drop))
    assert page.hidden == ()
    assert [line.text for line in page.lines] == list(LINES)


def test_layer_whose_words_have_accents_or_other_letters_is_believed() -> None:
    lines = (*LINES[:6], "Élève à l'école, naïve Übung", "coöperation and café in Malmö")
    page = read(layered(lines, printed=lines))
    assert page.hidden == ()


def test_line_of_other_words_in_a_true_layer_is_not_seen() -> None:
    said = [*LINES[:5], STUFFED, *LINES[6:]]
    page = read(layered(said))
    assert [line.text for line in page.hidden] == [STUFFED]
    assert [line.text for line in page.lines] == [line for line in LINES if line != LINES[5]]


def test_layer_of_other_lines_is_not_seen_at_all() -> None:
    said = ["Joanna Ekström", "Skills", STUFFED, "Airflow, Spark, Kafka, Docker, Linux, Python"]
    said += ["Deployed models with Kubernetes and MLflow", "Fine-tuned transformers in PyTorch on AWS"]
    said += ["Tools", "Flask, FastAPI, Tableau and Snowflake"]
    page = read(layered(said))
    assert page.lines == ()
    assert [line.text for line in page.hidden] == said


def test_skills_that_the_picture_does_not_show_are_not_gained(analyzer: Analyzer) -> None:
    said = [*LINES[:5], STUFFED, *LINES[6:]]
    report = analyzer.analyze_bytes(layered(said), "scan.pdf")
    assert report.skills == analyzer.analyze_bytes(layered(LINES), "scan.pdf").skills
    assert {one.id for one in report.not_counted if one.reason == "hidden"} >= {"kubernetes", "pytorch"}
    assert any("can't be seen" in warning for warning in report.document.warnings)


def test_dark_ground_beside_a_line_is_not_its_ink() -> None:
    printed = ("Amparo Nwosu Lindgren", *LINES[1:])
    page = read(layered(printed, printed, size=13, side="Contact"))
    assert page.hidden == ()
    assert any("Contact" in line.text for line in page.lines)


def test_picture_that_is_too_faint_to_tell_is_believed() -> None:
    page = read(layered(LINES, blur=3.5))
    assert page.hidden == ()


def test_name_set_in_other_letters_than_known_fonts_have_is_no_lie() -> None:
    printed = ("wvwm mvwwmvwv-mvwmw", *LINES[1:])  # a hand
    page = read(layered(LINES, printed=printed))
    assert page.hidden == ()


@pytest.mark.parametrize("text", ["mira@example.org", "example.org/mira", "01 555 0142", "λογισμός", "no"])
def test_addresses_numbers_short_words_and_other_scripts_tell_nothing(text: str) -> None:
    assert not text_layers._can_tell(text_layers._plain(text))
    assert text_layers._can_tell(text_layers._plain("(café),"))


def test_page_of_very_many_words_costs_no_more_than_one_of_some(monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[str] = []
    fit = text_layers._fit

    def counted(*one: Any) -> float:
        looked.append(one[2])
        return fit(*one)

    monkeypatch.setattr(text_layers, "_fit", counted)
    monkeypatch.setattr(text_layers, "_MOST_WORDS", 20)
    assert read(layered(LINES)).hidden == ()
    assert 10 <= len(looked) <= 20
