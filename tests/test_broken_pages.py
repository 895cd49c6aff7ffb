"""PDF pages that are broken, locked or empty → what can still be read of them, and errors that people understand."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from pages import (
    Fill,
    Mark,
    Picture,
    Sheet,
    Text,
    column,
    hidden_of,
    pdf_of,
    resume_pdf,
    texts_of,
)
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen import canvas
from test_documents import CAREFUL, DARK, FAST, LEFT, RIGHT, both_readers

from gapcheck.documents import DocumentError, PdfReader, Word, read_document, read_pdf
from gapcheck.documents.pdf.reader import looks_broken


def row_with_gaps(share: float) -> list[Mark]:
    """Words placed one by one, a gap of this share of the font size between them and no blank in the file."""
    marks: list[Mark] = []
    x = 60.0
    for word in ["Designed", "forecasting", "pipelines", "evaluating", "seasonal", "demand"]:
        marks.append(Text(x, 100, word))
        x += stringWidth(word, "Helvetica", 10) + 10 * share
    return marks


GLUED = pdf_of(row_with_gaps(0.18))


def test_page_whose_fast_text_is_glued_goes_to_the_careful_reader() -> None:
    assert texts_of(GLUED, FAST) == ["Designedforecastingpipelinesevaluatingseasonaldemand"]
    pages, reader, warnings = read_pdf(GLUED)
    assert reader == "careful"
    assert [line.text for line in pages[0].lines] == ["Designed forecasting pipelines evaluating seasonal demand"]
    assert warnings == []


def test_page_that_stays_garbled_is_warned_of() -> None:
    _, _, warnings = read_pdf(pdf_of(row_with_gaps(0.05)))
    assert len(warnings) == 1
    assert "page 1" in warnings[0]


def test_only_the_broken_page_goes_to_the_careful_reader() -> None:
    pages, reader, _ = read_pdf(pdf_of(column(60, 100, LEFT), row_with_gaps(0.18), column(60, 100, RIGHT)))
    assert reader == "fast"
    assert [page.number for page in pages] == [1, 2, 3]
    assert [line.text for line in pages[1].lines] == ["Designed forecasting pipelines evaluating seasonal demand"]


def test_sound_page_is_read_by_the_fast_reader() -> None:
    assert read_pdf(pdf_of(column(60, 100, LEFT)))[1] == "fast"


def test_chosen_reader_is_used() -> None:
    content = pdf_of(column(60, 100, LEFT))
    assert (read_pdf(content, FAST)[1], read_pdf(content, CAREFUL)[1]) == ("fast", "careful")


def words(*texts: str) -> list[Word]:
    return [Word(text, 10, 10, 50, 20, 10) for text in texts]


def pieces(*texts: str, gap: float) -> list[Word]:
    return [Word(text, 50 * at, 10, 50 * (at + 1) - gap, 20, 10) for at, text in enumerate(texts)]


@pytest.mark.parametrize(
    ("page", "broken"),
    [
        pytest.param([], False, id="an empty page"),
        pytest.param(words("Designed", "a", "forecast"), False, id="plain words"),
        pytest.param(words("(cid:49)(cid:52)", "(cid:7)"), True, id="glyph numbers"),
        pytest.param(words("\ue001\ue002\ue003", "of", "\uf0b7\uf0b8"), True, id="private characters"),
        pytest.param(words("\ufffd\ufffd", "Clerk", "in"), True, id="replacement characters"),
        pytest.param(words("\uf0b7", *["Designed", "forecasts"] * 20), False, id="one icon among many words"),
        pytest.param(words("Designedforecastingpipelinesevaluatingdemand", "a"), True, id="glued words"),
        pytest.param(words("https://example.org/mira-sandoval/all-the-bread", "a"), False, id="a long address"),
        pytest.param(words("mira.sandoval.of.the.long.name@example.org"), False, id="a long mail address"),
        pytest.param(words("Donaudampfschifffahrts", "a"), False, id="a long word"),
        pytest.param(words("....................................", "3"), False, id="a row of dots"),
        pytest.param([Word("Clerk", 10, 10, 10, 20, 10)] * 3, True, id="boxes without width"),
        pytest.param([Word("Clerk", 10, 20, 50, 20, 10)] * 3, True, id="boxes without height"),
        pytest.param(pieces("Wo", "rks", "in", "g", gap=0.2), True, id="words in pieces that touch"),
        pytest.param(pieces("Works", "in", "a", "mill", gap=0.5), False, id="words with narrow spaces"),
        pytest.param(pieces("Works", ",", "mill", ",", gap=0), False, id="marks that touch words"),
        pytest.param([*words("a", "b", "c"), Word("d", 9, 9, 9, 9, 10)], False, id="one box without area"),
    ],
)
def test_broken_page_is_told_from_a_sound_one(page: list[Word], broken: bool) -> None:
    assert looks_broken(page) is broken


# ------------------------------------------------------------------------------------------------------------- errors

SOUND = resume_pdf("Mira Sandoval\n# Skills\nPython\n# Experience\n## Clerk | 2019 - 2020\n- Sorted books")

UNREADABLE: dict[str, tuple[bytes, str]] = {
    "a file of numbers": (bytes(range(1, 32)) * 20, "not-a-resume-file"),
    "an empty file": (b"", "not-a-resume-file"),
    "a picture": (b"\x89PNG\r\n\x1a\n" + bytes(200), "not-a-resume-file"),
    "a header alone": (b"%PDF-1.4\n", "broken"),
    "a header and rubbish": (b"%PDF-1.7\n" + bytes(range(256)) * 20, "broken"),
    "cut in half": (SOUND[: len(SOUND) // 2], "broken"),
    "cut near its beginning": (SOUND[:60], "broken"),
    "locked by a password": (pdf_of([Text(60, 100, "Python")], password="rye"), "encrypted"),
    "a scan": (pdf_of([Picture(0, 0, 595, 842)]), "no-text"),
    "a scan of two pages": (pdf_of([Picture(0, 0, 595, 842)], [Picture(0, 0, 595, 842)]), "no-text"),
    "an empty page": (pdf_of([]), "no-text"),
    "drawings alone": (pdf_of(Sheet([Fill(20, 20, 60, 60, DARK)], (200, 140))), "no-text"),
}
PROGRAMMERS_WORDS = (
    "traceback",
    "exception",
    "errno",
    "pdfium",
    "pdfplumber",
    "pdfminer",
    "none",
    "0x",
    'file "',
    "{",
    "<",
)


def assert_is_for_people(error: DocumentError) -> None:
    message = error.message
    assert message
    assert "\n" not in message
    assert len(message) <= 160
    assert not [word for word in PROGRAMMERS_WORDS if word in message.lower()]


@pytest.mark.parametrize(("content", "code"), UNREADABLE.values(), ids=UNREADABLE.keys())
def test_file_that_can_not_be_read_has_a_code_and_a_plain_message(content: bytes, code: str, tmp_path: Path) -> None:
    file = tmp_path / "resume.pdf"
    file.write_bytes(content)
    with pytest.raises(DocumentError) as caught:
        read_document(file)
    assert caught.value.code == code
    assert_is_for_people(caught.value)


@pytest.mark.parametrize("code", ["broken", "encrypted", "no-text"])
def test_careful_reader_has_the_same_codes(code: str) -> None:
    for content in [content for content, known in UNREADABLE.values() if known == code]:
        with pytest.raises(DocumentError) as caught:
            read_pdf(content, CAREFUL)
        assert caught.value.code == code


def test_missing_file_is_not_found(tmp_path: Path) -> None:
    with pytest.raises(DocumentError) as caught:
        read_document(tmp_path / "nothing.pdf")
    assert caught.value.code == "not-found"
    assert_is_for_people(caught.value)


def test_folder_read_as_a_file_is_unreadable(tmp_path: Path) -> None:
    with pytest.raises(DocumentError) as caught:
        read_document(tmp_path)
    assert caught.value.code == "unreadable"
    assert_is_for_people(caught.value)


def test_format_is_recognised_by_content_not_by_name(tmp_path: Path) -> None:
    file = tmp_path / "resume.txt"
    file.write_bytes(b"\n\n" + SOUND)
    assert read_document(file).pages[0].lines[0].text == "Mira Sandoval"


def test_document_knows_its_path_and_digest(tmp_path: Path) -> None:
    file = tmp_path / "resume.pdf"
    file.write_bytes(SOUND)
    document = read_document(file)
    assert document.path == str(file)
    assert len(document.sha256) == 64
    assert document.sha256 == read_document(file).sha256


@both_readers
def test_file_locked_only_against_changes_is_read(reader: PdfReader) -> None:
    assert texts_of(pdf_of([Text(60, 100, "Python")], owner="rye"), reader) == ["Python"]


@both_readers
@pytest.mark.parametrize("tenths", range(10))
def test_truncated_file_is_read_or_refused_and_nothing_else(tenths: int, reader: PdfReader) -> None:
    try:
        pages, _, _ = read_pdf(SOUND[: len(SOUND) * tenths // 10], reader)
    except DocumentError as error:
        assert_is_for_people(error)
    else:
        assert pages


def test_page_size_that_is_no_number_is_refused_by_the_careful_reader() -> None:
    content = SOUND.replace(b"/MediaBox [ 0 0 595 842 ]", b"/MediaBox [ 0 0 5X5 842 ]")
    assert content != SOUND
    with pytest.raises(DocumentError) as caught:
        read_pdf(content, CAREFUL)
    assert caught.value.code == "broken"


def test_text_in_the_box_of_which_only_an_edge_is_painted_can_be_seen() -> None:
    """The rule under a heading may be a frame around it, painted after it through a clip that leaves one edge."""
    file = io.BytesIO()
    pdf = canvas.Canvas(file, invariant=1)
    pdf.drawString(60, 700, "Employment")
    pdf.saveState()
    clip = pdf.beginPath()
    clip.rect(50, 694, 400, 1)
    pdf.clipPath(clip, stroke=0)
    frame = pdf.beginPath()
    frame.rect(50, 694, 400, 20)
    pdf.drawPath(frame, stroke=0, fill=1)
    pdf.restoreState()
    pdf.save()
    assert texts_of(file.getvalue()) == ["Employment"] and hidden_of(file.getvalue()) == []
