"""Real PDF bytes → words, lines in reading order, hidden text, and errors that people understand."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from pages import (
    INVISIBLE,
    WHITE,
    Fill,
    Mark,
    Picture,
    Sheet,
    Text,
    column,
    hidden_of,
    lines_of,
    pdf_of,
    resume_pdf,
    texts_of,
    words_of,
)
from reportlab.pdfbase.pdfmetrics import stringWidth

from gapcheck.documents import PdfReader, read_pdf
from gapcheck.documents.characters import readable

FAST, CAREFUL = PdfReader.fast, PdfReader.careful
both_readers = pytest.mark.parametrize("reader", [FAST, CAREFUL])

HEADLINE = Text(60, 50, "Mira Sandoval", size=18, bold=True)
LEFT = [
    "Designed a demand forecast for bakeries",
    "that halved the waste of bread within",
    "a year, with a small team of planners.",
    "Wrote the weekly report on deliveries",
    "for the managers of twelve shops.",
]
RIGHT = [
    "Taught statistics to evening classes",
    "of nurses, bakers and gardeners, and",
    "marked four hundred pieces of work.",
    "Kept the accounts of a rowing club",
    "and repaired its oldest wooden boats.",
]
WIDE = [
    "Designed a demand forecast for bakeries that halved waste",
    "and wrote the weekly report for managers of twelve shops",
]


# -------------------------------------------------------------------------------------------------------------- words


@both_readers
def test_word_box_encloses_the_drawn_word(reader: PdfReader) -> None:
    hello, world = words_of(pdf_of([Text(100, 200, "Hello world", size=10)]), reader)
    assert (hello.text, world.text) == ("Hello", "world")
    assert hello.x0 == pytest.approx(100, abs=0.5)
    assert hello.x1 == pytest.approx(100 + stringWidth("Hello", "Helvetica", 10), abs=0.5)
    assert world.x1 == pytest.approx(100 + stringWidth("Hello world", "Helvetica", 10), abs=0.5)


@both_readers
def test_word_box_stands_around_its_baseline(reader: PdfReader) -> None:
    (word,) = words_of(pdf_of([Text(100, 200, "Hgp", size=10)]), reader)
    assert 190 <= word.top <= 194
    assert 201 <= word.bottom <= 204


@both_readers
@pytest.mark.parametrize("size", [6, 10, 11.5, 24])
def test_font_size_is_in_points(size: float, reader: PdfReader) -> None:
    (word,) = words_of(pdf_of([Text(100, 200, "Hello", size=size)]), reader)
    assert word.size == pytest.approx(size, abs=0.01)


@both_readers
def test_bold_is_told_from_plain(reader: PdfReader) -> None:
    words = words_of(pdf_of([Text(60, 100, "Clerk", bold=True), Text(60, 120, "Leiden")]), reader)
    assert [(word.text, word.bold) for word in words] == [("Clerk", True), ("Leiden", False)]


@both_readers
def test_box_is_measured_from_the_crop_box(reader: PdfReader) -> None:
    sheet = Sheet([Text(160, 342, "Hello")], crop=(100, 100, 500, 700))
    (word,) = words_of(pdf_of(sheet), reader)
    assert word.x0 == pytest.approx(60, abs=0.5)
    assert word.bottom == pytest.approx(202, abs=1)


SAME_WORDS: dict[str, bytes] = {
    "plain": resume_pdf("Mira Sandoval\n# Skills\nPython, C++, R&D\n# Experience\n## Clerk | 2019 - 2020\nSorted"),
    "columns": pdf_of([HEADLINE, *column(60, 100, LEFT), *column(320, 107, RIGHT)]),
    "sizes": pdf_of([Text(60, 60 + 3 * size * size, "Rye bread", size=size) for size in range(6, 14)]),
    "two pages": pdf_of([Text(60, 60, "First page")], [Text(60, 60, "Second page")]),
    "accents": pdf_of([Text(60, 60, "Zoë Müller, Ångström café – naïve “quotes”")]),
    "ligatures": pdf_of([Text(60, 60, "classi\ufb01cation of \ufb02ows", unicode=True)]),
    "hidden": pdf_of([Text(60, 60, "Seen"), Text(60, 90, "Unseen", color=WHITE)]),
    "cropped": pdf_of(Sheet([Text(160, 342, "Hello there")], crop=(100, 100, 500, 700))),
    "turned by 90": pdf_of(Sheet([Text(60, 60, "Hello there")], rotation=90)),
    "turned by 270": pdf_of(Sheet([Text(60, 60, "Hello there")], rotation=270)),
}


@pytest.mark.parametrize("content", SAME_WORDS.values(), ids=SAME_WORDS.keys())
def test_fast_and_careful_reader_agree_on_words(content: bytes) -> None:
    fast, careful = words_of(content, FAST), words_of(content, CAREFUL)
    assert [word.text for word in fast] == [word.text for word in careful]
    assert [word.bold for word in fast] == [word.bold for word in careful]


@pytest.mark.parametrize("content", SAME_WORDS.values(), ids=SAME_WORDS.keys())
def test_fast_and_careful_reader_agree_on_places(content: bytes) -> None:
    for fast, careful in zip(words_of(content, FAST), words_of(content, CAREFUL), strict=True):
        assert (fast.x0, fast.top, fast.x1, fast.bottom) == pytest.approx(
            (careful.x0, careful.top, careful.x1, careful.bottom), abs=2.0
        )


def test_bullet_of_a_standard_font_is_a_bullet_for_the_careful_reader() -> None:
    assert texts_of(resume_pdf("- Sorted books"), CAREFUL) == ["• Sorted books"]


# --------------------------------------------------------------------------------------------------------- characters


@both_readers
def test_hyphen_at_the_end_of_a_line_is_kept_by_the_reader(reader: PdfReader) -> None:
    content = pdf_of(column(60, 100, ["Designed a demand fore-", "cast for bakeries"]))
    assert texts_of(content, reader) == ["Designed a demand fore-", "cast for bakeries"]


@both_readers
def test_ligatures_are_opened(reader: PdfReader) -> None:
    content = pdf_of([Text(60, 100, "classi\ufb01cation of \ufb02ows", unicode=True)])
    assert texts_of(content, reader) == ["classification of flows"]


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("e\ufb03cient", "efficient"),
        ("o\ufb00er", "offer"),
        ("ba\ufb04e", "baffle"),
        ("e\x1ecient", "efficient"),
        ("\x1cnd", "find"),
        ("\x1dow", "flow"),
        ("co\u00adop", "co-op"),
        ("co\u2011op", "co-op"),
        ("Py\u200bthon", "Python"),
        ("\ufeffPython", "Python"),
        ("Py\n\x0bthon", "Python"),
        ("Zoe\u0308", "Zoë"),
        ("fe \u0301vrier", "février"),
        ("fu¨hrt", "führt"),
        ("Ma¨rz", "März"),
        ("scho¨n", "schön"),
        ("fr´equent", "fréquent"),
        ("k¨onnen", "können"),
        ("´Etude", "Étude"),
        ("D´EBUT", "DÉBUT"),
        ("l´Arctique", "l´Arctique"),
        ("Ｐｙｔｈｏｎ", "Python"),
        ("\x95", "•"),
        ("C++", "C++"),
        ("“naïve”", "“naïve”"),
    ],
)
def test_characters_become_what_a_person_reads(raw: str, text: str) -> None:
    assert readable(raw) == text


@both_readers
@pytest.mark.parametrize(
    "mark",
    [
        Text(60, 100, "EDUCATION", size=12, spacing=4),
        Text(60, 100, "EDUCATION", size=12, spacing=7),
        Text(60, 100, "E D U C A T I O N", size=12),
    ],
    ids=["by 4 points", "by 7 points", "by blanks"],
)
def test_letter_spaced_heading_is_one_word(mark: Text, reader: PdfReader) -> None:
    assert texts_of(pdf_of([mark]), reader) == ["EDUCATION"]


@both_readers
def test_letter_spaced_words_are_parted_where_the_gap_is_wider(reader: PdfReader) -> None:
    content = pdf_of([Text(60, 100, "W O R K   E X P E R I E N C E", size=12)])
    assert texts_of(content, reader) == ["WORK EXPERIENCE"]


@both_readers
def test_single_letters_of_a_list_are_not_joined(reader: PdfReader) -> None:
    assert texts_of(pdf_of([Text(60, 100, "C, R, J, K, Q")]), reader) == ["C, R, J, K, Q"]


# -------------------------------------------------------------------------------------------------- header and footer


def page_of(number: int) -> list[Mark]:
    return [
        Text(60, 30, "Mira Sandoval - resume"),
        Text(60, 100 + 10 * number, f"Body line {number}"),
        Text(60, 400, "A line in the middle of every page"),
        Text(500, 820, f"Page {number} of 2"),
    ]


@both_readers
def test_header_and_footer_of_several_pages_are_marked(reader: PdfReader) -> None:
    lines = lines_of(pdf_of(page_of(1), page_of(2)), reader)
    assert {line.text for line in lines if line.running} == {"Mira Sandoval - resume", "Page 1 of 2", "Page 2 of 2"}


def test_text_in_the_middle_of_every_page_is_no_header() -> None:
    lines = lines_of(pdf_of(page_of(1), page_of(2)))
    assert [line.running for line in lines if "middle" in line.text] == [False, False]


def test_single_page_has_no_running_lines() -> None:
    assert not any(line.running for line in lines_of(pdf_of(page_of(1))))


# -------------------------------------------------------------------------------------------------------- hidden text

DARK = (0.1, 0.1, 0.3)
SEEN = Text(60, 100, "Seen")

HIDDEN: dict[str, Sequence[Mark] | Sheet] = {
    "white on white": [SEEN, Text(60, 200, "Python", color=WHITE)],
    "almost white on white": [SEEN, Text(60, 200, "Python", color=(0.95, 0.95, 0.95))],
    "dark on the same dark": [SEEN, Fill(40, 180, 300, 60, DARK), Text(60, 200, "Python", color=DARK)],
    "black on black": [SEEN, Fill(40, 180, 300, 60, (0, 0, 0)), Text(60, 200, "Python")],
    "under 2 points": [SEEN, Text(60, 200, "Python", size=1.5)],
    "left of the page": [SEEN, Text(-100, 200, "Python")],
    "right of the page": [SEEN, Text(700, 200, "Python")],
    "above the page": [SEEN, Text(60, -20, "Python")],
    "below the page": [SEEN, Text(60, 900, "Python")],
    "outside the crop box": Sheet([Text(160, 300, "Seen"), Text(20, 300, "Python")], crop=(100, 100, 500, 700)),
    "invisible render mode": [SEEN, Text(60, 200, "Python", mode=INVISIBLE)],
    "clipping render mode": [SEEN, Text(60, 200, "Python", mode=7)],
    "transparent": [SEEN, Text(60, 200, "Python", alpha=0)],
}


@pytest.mark.parametrize("sheet", HIDDEN.values(), ids=HIDDEN.keys())
def test_text_that_can_not_be_seen_is_hidden(sheet: Sequence[Mark] | Sheet) -> None:
    content = pdf_of(sheet)
    assert (texts_of(content, FAST), hidden_of(content, FAST)) == (["Seen"], ["Python"])


@pytest.mark.parametrize("sheet", HIDDEN.values(), ids=HIDDEN.keys())
def test_text_that_can_not_be_seen_is_hidden_for_the_careful_reader(sheet: Sequence[Mark] | Sheet) -> None:
    content = pdf_of(sheet)
    assert (texts_of(content, CAREFUL), hidden_of(content, CAREFUL)) == (["Seen"], ["Python"])


@both_readers
def test_text_covered_by_a_box_is_hidden(reader: PdfReader) -> None:
    content = pdf_of([SEEN, Text(60, 200, "Python"), Fill(40, 180, 300, 60, WHITE)])
    assert hidden_of(content, reader) == ["Python"]


VISIBLE: dict[str, Sequence[Mark]] = {
    "white on a dark box": [Fill(40, 180, 300, 60, DARK), Text(60, 200, "Python", color=WHITE)],
    "white on a dark box in a light box": [
        Fill(0, 0, 595, 400, (0.9, 0.9, 0.9)),
        Fill(40, 180, 300, 60, DARK),
        Text(60, 200, "Python", color=WHITE),
    ],
    "white on a picture": [Picture(40, 150, 300, 100), Text(60, 200, "Python", color=WHITE)],
    "grey on white": [Text(60, 200, "Python", color=(0.6, 0.6, 0.6))],
    "of 5 points": [Text(60, 200, "Python", size=5)],
    "black on a light box": [Fill(40, 180, 300, 60, (0.9, 0.9, 1)), Text(60, 200, "Python")],
}


@both_readers
@pytest.mark.parametrize("marks", VISIBLE.values(), ids=VISIBLE.keys())
def test_text_that_can_be_seen_is_not_hidden(marks: Sequence[Mark], reader: PdfReader) -> None:
    content = pdf_of(marks)
    assert (texts_of(content, reader), hidden_of(content, reader)) == (["Python"], [])


# ------------------------------------------------------------------------------------------------------ rotated pages


@both_readers
@pytest.mark.parametrize("rotation", [90, 180, 270])
def test_page_turned_on_screen_reads_as_if_upright(rotation: int, reader: PdfReader) -> None:
    marks = [HEADLINE, *column(60, 100, LEFT)]
    assert texts_of(pdf_of(Sheet(marks, rotation=rotation)), reader) == ["Mira Sandoval", *LEFT]


@both_readers
@pytest.mark.parametrize("rotation", [90, 180, 270])
def test_page_turned_on_screen_has_the_size_that_is_seen(rotation: int, reader: PdfReader) -> None:
    ((page,), _, _) = read_pdf(pdf_of(Sheet([HEADLINE], size=(700, 500), rotation=rotation)), reader)
    assert (page.width, page.height) == pytest.approx((700, 500))


TURNED = [
    (FAST, 90),
    (FAST, 270),
    (CAREFUL, 90),
    (CAREFUL, 180),
    (CAREFUL, 270),
    pytest.param(
        FAST,
        180,
    ),
]


@pytest.mark.parametrize(("reader", "rotation"), TURNED)
def test_box_on_a_turned_page_is_where_it_is_seen(reader: PdfReader, rotation: int) -> None:
    (word,) = words_of(pdf_of(Sheet([Text(100, 200, "Hello")], rotation=rotation)), reader)
    assert (word.x0, word.top, word.x1, word.bottom) == pytest.approx((100, 192, 122.8, 202), abs=2)
