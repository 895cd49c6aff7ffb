"""Real PDF bytes → words, lines in reading order, hidden text, and errors that people understand."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path

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
from reportlab.pdfgen import canvas

from gapcheck.documents import DocumentError, PdfReader, Word, enclosing_box, read_document, read_pdf
from gapcheck.documents.characters import readable
from gapcheck.documents.pdf.reader import looks_broken

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


# ------------------------------------------------------------------------------------------------------------- layout


@both_readers
def test_two_columns_are_read_one_after_the_other(reader: PdfReader) -> None:
    content = pdf_of([HEADLINE, *column(60, 100, LEFT), *column(320, 100, RIGHT)])
    assert texts_of(content, reader) == ["Mira Sandoval", *LEFT, *RIGHT]


@both_readers
def test_two_columns_out_of_step_are_read_one_after_the_other(reader: PdfReader) -> None:
    content = pdf_of([HEADLINE, *column(60, 100, LEFT), *column(320, 107, RIGHT)])
    assert texts_of(content, reader) == ["Mira Sandoval", *LEFT, *RIGHT]


def test_two_columns_are_read_alike_in_any_order_of_drawing() -> None:
    marks = [mark for pair in zip(column(60, 100, LEFT), column(320, 100, RIGHT), strict=True) for mark in pair]
    assert texts_of(pdf_of([*marks, HEADLINE])) == ["Mira Sandoval", *LEFT, *RIGHT]


def test_columns_have_numbers_of_their_own() -> None:
    lines = lines_of(pdf_of([*column(60, 100, LEFT), *column(320, 100, RIGHT)]))
    assert {line.column for line in lines[:5]}.isdisjoint(line.column for line in lines[5:])


@both_readers
def test_sidebar_is_read_apart_from_the_text_beside_it(reader: PdfReader) -> None:
    side = ["Contact", "Delft", "555 0142", "Skills", "Python", "SQL", "Tableau", "Languages", "Dutch", "English"]
    main = ["Experience", *WIDE * 5]
    assert texts_of(pdf_of([*column(40, 100, side, leading=17), *column(200, 100, main)]), reader) == [*side, *main]


@both_readers
def test_right_aligned_dates_stay_on_the_line_of_the_title(reader: PdfReader) -> None:
    jobs = {
        "Data Analyst, Kestrel Foods": "Jan 2020 - Mar 2021",
        "Trainee, Heron Optics": "Jun - Aug 2019",
        "Clerk": "2018",
    }
    marks: list[Mark] = []
    for index, (title, dates) in enumerate(jobs.items()):
        y = 100 + 100 * index
        marks += [Text(60, y, title, bold=True), Text(535, y, dates, right=True), *column(60, y + 15, LEFT)]
    lines = texts_of(pdf_of(marks), reader)
    assert [line for line in lines if "\t" in line] == [f"{title}\t{dates}" for title, dates in jobs.items()]
    assert len(lines) == 18


def dates_in_the_margin() -> bytes:
    rows = {"2020 - 2022": "Data Analyst, Kestrel Foods", "2018 - 2019": "Clerk, Lark Library", "2016 - 2017": "Baker"}
    marks: list[Mark] = []
    for index, (dates, title) in enumerate(rows.items()):
        y = 100 + 60 * index
        marks += [Text(60, y, dates), Text(150, y, title, bold=True), *column(150, y + 15, WIDE)]
    return pdf_of(marks)


@both_readers
def test_dates_in_the_left_margin_label_their_row(reader: PdfReader) -> None:
    lines = lines_of(dates_in_the_margin(), reader)
    assert [line.text for line in lines if line.margin] == [
        "2020 - 2022\tData Analyst, Kestrel Foods",
        "2018 - 2019\tClerk, Lark Library",
        "2016 - 2017\tBaker",
    ]


def test_label_in_the_margin_does_not_indent_its_line() -> None:
    assert {round(line.x0) for line in lines_of(dates_in_the_margin())} == {150}


@both_readers
def test_table_of_labels_and_lists_stays_row_by_row(reader: PdfReader) -> None:
    rows = {
        "Languages": "Python, Java, SQL",
        "Databases": "PostgreSQL, MongoDB",
        "Cloud": "AWS, Docker",
        "Spoken": "Dutch",
    }
    marks: list[Mark] = []
    for index, (label, items) in enumerate(rows.items()):
        marks += [Text(60, 100 + 15 * index, label, bold=True), Text(160, 100 + 15 * index, items)]
    assert texts_of(pdf_of(marks), reader) == [f"{label}\t{items}" for label, items in rows.items()]


def test_lines_are_numbered_from_one_in_reading_order() -> None:
    lines = lines_of(pdf_of([HEADLINE, *column(60, 100, LEFT), *column(320, 100, RIGHT)]))
    assert [line.number for line in lines] == list(range(1, 12))


def test_line_box_encloses_its_words() -> None:
    for line in lines_of(resume_pdf("# Experience\n## Clerk, Lark Library | 2019 - 2020\n- Sorted books")):
        assert line.box == enclosing_box(line.words)
        assert (line.x1, line.top, line.bottom) == line.box[2:3] + line.box[1:2] + line.box[3:4]


@both_readers
def test_words_of_different_size_share_a_line_by_their_baseline(reader: PdfReader) -> None:
    content = pdf_of([Text(60, 100, "Clerk", size=13, bold=True), Text(120, 100, "in Leiden", size=8)])
    assert [text.replace("\t", " ") for text in texts_of(content, reader)] == ["Clerk in Leiden"]


@both_readers
@pytest.mark.parametrize("leading", [11, 12, 20])
def test_lines_set_close_together_stay_apart(leading: float, reader: PdfReader) -> None:
    assert texts_of(pdf_of(column(60, 100, LEFT, leading=leading)), reader) == LEFT


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
        ("Zoe\u0308", "Zoë"),
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


# ------------------------------------------------------------------------------------------------------- broken pages


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
    "drawings alone": (pdf_of([Fill(60, 60, 200, 200, DARK)]), "no-text"),
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
