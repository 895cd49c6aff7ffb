"""Habits of résumé builders, profiles and forms → read for what they are."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pages import AS_OF, Mark, Sheet, Text, document_of, pdf_of, resume_pdf, texts_of

from gapcheck.documents import Word
from gapcheck.documents.layout.letter_spacing import without_letter_spacing
from gapcheck.resume import Entry, Resume
from gapcheck.resume.reader import read_resume
from gapcheck.taxonomy import Taxonomy

SENTENCE = "Weighed the loaves of the whole town and wrote down what they lost"

Understand = Callable[[bytes], Resume]


@pytest.fixture
def understand(taxonomy: Taxonomy) -> Understand:
    """A PDF → what is understood of it."""
    return lambda source: read_resume(document_of(source), taxonomy, AS_OF)


def entries(resume: Resume, kind: str) -> list[Entry]:
    return [entry for section, entry in resume.entries() if section.kind.value == kind]


def jobs(resume: Resume) -> list[tuple[str, int]]:
    return [(one.title, one.dates.months if one.dates else 0) for _, one in resume.entries() if one.kind.is_work]


# ------------------------------------------------------------------------------------------------------------- letters


def pieces(texts: str, pitch: float, gap: float) -> tuple[Word, ...]:
    """Words at 12 points whose letters are `pitch` wide, with a gap between them; both times the size."""
    found: list[Word] = []
    x = 60.0
    for text in texts.split():
        width = 12 * pitch * len(text)
        found.append(Word(text, x, 100, x + width, 112, 12.0))
        x += width + 12 * gap
    return tuple(found)


@pytest.mark.parametrize(
    ("texts", "pitch", "gap", "read"),
    [
        ("EDUC AT I O N", 0.85, 0.155, ["EDUCATION"]),
        ("PROFI LE", 0.85, 0.155, ["PROFILE"]),
        ("DATA AT HALM", 0.85, 0.28, ["DATA", "AT", "HALM"]),
        ("DATA AT HALM", 0.55, 0.155, ["DATA", "AT", "HALM"]),
    ],
    ids=["letters set apart", "but for two", "a space between words", "a narrow space between tight words"],
)
def test_capitals_in_pieces_are_a_word_where_no_space_fits_between_them(
    texts: str, pitch: float, gap: float, read: list[str]
) -> None:
    assert [word.text for word in without_letter_spacing(pieces(texts, pitch, gap))] == read


def test_single_capitals_and_pieces_are_words_parted_by_the_wider_gaps() -> None:
    content = pdf_of([Text(60, 100, "WO R K   E X P E R IE N C E", size=12)])
    assert texts_of(content) == ["WORK EXPERIENCE"]


# ---------------------------------------------------------------------------------------------------------------- jobs


def test_icon_before_a_date_is_no_bullet(understand: Understand) -> None:
    head: list[Mark] = [Text(50, 50, "Mira Sandoval", size=20), Text(50, 90, "Experience", size=14, bold=True)]
    marks: list[Mark] = []
    for number, dates in enumerate(("Jan 2020 - May 2021", "2018 (6 months)")):
        y = 120.0 + 70 * number
        marks += [Text(50, y, "Data Analyst", size=11), Text(50, y + 14, "Kestrel Foods", bold=True)]
        marks += [Text(50, y + 28, f"• {dates}"), Text(250, y + 28, "• Delft")]
        marks += [Text(64, y + 42, SENTENCE[:50]), Text(64, y + 55, SENTENCE[:36])]
    foot = [Text(50, 340, "Hobbies", size=14, bold=True), Text(50, 360, "Sailing, rye bread")]
    assert jobs(understand(pdf_of([*head, *marks, *foot]))) == [("Data Analyst", 17), ("Data Analyst", 6)]


LONG = "Baker in the northern planning department of Kestrel Foods, a company with some 420 people,"


def test_head_of_two_full_lines_below_a_list_opens_a_job(understand: Understand) -> None:
    text = "\n".join(
        f"{LONG}\nDelft ({dates})\n- {SENTENCE}.\n- {SENTENCE}." for dates in ("2019 - 2021", "2016 - 2018")
    )
    assert [months for _, months in jobs(understand(resume_pdf(f"Mira Sandoval\n# Experience\n{text}")))] == [24, 24]


@pytest.mark.parametrize(
    ("end", "count"), [("(February - June 2025)", 2), ("in February and June 2025", 1)], ids=["in brackets", "told"]
)
def test_range_in_brackets_ends_also_a_long_head(end: str, count: int, understand: Understand) -> None:
    long = "Analyst in the new research group of the mill of Halm Ltd, a firm by the sea, in Delft"
    text = f"Baker, Kestrel Foods (Jan - Dec 2024)\n- {SENTENCE}.\n{long} {end}\n- {SENTENCE}."
    assert len(jobs(understand(resume_pdf(f"Mira Sandoval\n# Experience\n{text}")))) == count


def test_labelled_row_in_a_column_opens_a_job_that_has_no_date(understand: Understand) -> None:
    head: list[Mark] = [Text(50, 50, "Mira Sandoval", size=20), Text(50, 90, "Experience", size=14, bold=True)]
    marks: list[Mark] = []
    y = 120.0
    for dates in ("Jan 2020 - May 2021", ""):
        rows = [("Organization", "Kestrel Foods"), ("Designation", "Data Analyst"), ("Duration", dates)]
        for label, value in rows[: 3 if dates else 2]:
            marks += [Text(50, y, label), Text(170, y, f": {value}")]
            y += 14
        marks += [Text(50, y, "Roles & Responsibilities:", bold=True), Text(60, y + 14, f"• {SENTENCE[:50]}")]
        y += 40
    assert jobs(understand(pdf_of([*head, *marks]))) == [("Data Analyst", 17), ("Data Analyst", 0)]


def test_job_is_called_by_the_post_below_the_employer(understand: Understand) -> None:
    text = f"# Experience\nKestrel Foods\nSenior Data Analyst\nJanuary 2021 - Present (5 years)\n{SENTENCE}."
    (job,) = entries(understand(resume_pdf(f"Mira Sandoval\n{text}")), "experience")
    assert (job.title, job.organisation) == ("Senior Data Analyst", "Kestrel Foods")


# --------------------------------------------------------------------------------------------------------------- lists


@pytest.mark.parametrize(("step", "count"), [(4, 2), (0, 3)], ids=["further apart than lines", "all alike"])
def test_certificate_on_two_lines_is_one_where_others_stand_further_apart(
    step: int, count: int, understand: Understand
) -> None:
    marks: list[Mark] = [Text(50, 50, "Mira Sandoval", size=20), Text(50, 90, "Certifications", size=14, bold=True)]
    marks += [
        Text(50, 120, "Google UX Design"),
        Text(50, 132, "Certificate"),
        Text(50, 144 + step, "Scrum Master I of II"),
    ]
    found = entries(understand(pdf_of(marks)), "certifications")
    assert len(found) == count
    assert found[0].title == ("Google UX Design Certificate" if step else "Google UX Design")


def test_certified_associate_has_no_degree(taxonomy: Taxonomy) -> None:
    words = taxonomy.entry_words
    assert words.degree_level(["AWS Certified Developer – Associate"]) is None
    assert words.degree_level(["Associate of Science, Delft"]) == "other"


# --------------------------------------------------------------------------------------------------------------- pages


def test_name_of_a_school_in_the_look_of_headings_is_none(understand: Understand) -> None:
    marks: list[Mark] = [Text(50, 40, "Mira Sandoval", size=20)]
    for number, text in enumerate(("Summary", "Education", "Kestrel Institute of Technology", "Delft Grammar School")):
        y = 80.0 + 50 * number
        marks += [
            Text(50, y, text, size=14),
            Text(50, y + 18, "Master of Science, Bread (2020)" if number else SENTENCE),
        ]
    assert [one.heading for one in understand(pdf_of(marks)).sections if one.heading] == ["Summary", "Education"]


def test_table_with_a_wide_first_column_is_read_row_by_row() -> None:
    rows = [
        ("Course", "Institute", "Year", "Marks"),
        ("Master of Science in Bread and Flour", "Kestrel College", "2020", "80%"),
        ("Bachelor of Science in Mills and Wheels", "Halm College", "2018", "78%"),
        ("Senior Secondary of the whole of Delft", "Delft School", "2014", "76%"),
    ]
    marks = [
        Text(x, 100 + 16 * number, cell)
        for number, row in enumerate(rows)
        for x, cell in zip((50, 260, 400, 460), row, strict=True)
    ]
    assert texts_of(pdf_of(marks)) == ["\t".join(row) for row in rows]


def test_column_goes_on_at_the_same_edge_of_the_next_page(understand: Understand) -> None:
    first: list[Mark] = [Text(40, 40, "Mira Sandoval", size=20)]
    first += [Text(40, 80, "Experience", size=14, bold=True), Text(330, 80, "Hobbies", size=14, bold=True)]
    first += [Text(40, 100, "Baker, Kestrel Foods", bold=True), Text(40, 113, "Jan 2020 - May 2021")]
    first += [Text(40, 130 + 13 * row, SENTENCE[:44]) for row in range(9)]
    first += [Text(330, 100 + 13 * row, "Sailing and rye bread") for row in range(9)]
    second: list[Mark] = [Text(40, 40, "Miller, Halm Ltd", bold=True), Text(40, 53, "Jan 2018 - Dec 2019")]
    second += [Text(40, 70 + 13 * row, SENTENCE[:44]) for row in range(4)]
    read = understand(pdf_of(Sheet(first), Sheet(second)))
    assert jobs(read) == [("Baker, Kestrel Foods", 17), ("Miller, Halm Ltd", 24)]


def test_heading_that_no_list_knows_stands_at_its_text_as_the_others_of_its_column_do(understand: Understand) -> None:
    marks: list[Mark] = [Text(50, 40, "Mira Sandoval", size=20)]
    blocks = ["Education", "Rye and barley", "Languages", "Hobbies"]
    for number, heading in enumerate(blocks):
        y = 90.0 + 70 * number
        marks += [Text(50, y, heading, size=11, bold=True)]
        marks += [Text(190, y + 9 + 13 * row, f"{SENTENCE[:55]} {number}") for row in range(4)]
    found = {one.heading: one for one in understand(pdf_of(marks)).sections}
    assert "1" in " ".join(item.text for entry in found["Rye and barley"].entries for item in entry.items)


# --------------------------------------------------------------------------------------------------------------- dates

TABLE = [
    ("S.No", "Organisation", "Designation", "From", "To"),
    ("1.", "Kestrel Foods", "Data Analyst", "07/2024", "Present"),
    ("2.", "Halm Ltd", "Clerk", "03/2023", "06/2024"),
]


@pytest.mark.parametrize("columns", [("From", "To"), ("Grade", "Rank")], ids=["named", "by their dates"])
def test_columns_for_begin_and_end_are_a_range(columns: tuple[str, str], understand: Understand) -> None:
    marks: list[Mark] = [Text(50, 50, "Mira Sandoval", size=20), Text(50, 90, "Experience", size=14, bold=True)]
    for number, row in enumerate([(*TABLE[0][:3], *columns), *TABLE[1:]]):
        marks += [Text(x, 120 + 16 * number, cell) for x, cell in zip((50, 80, 170, 240, 280), row, strict=True)]
    assert [found for _, found in jobs(understand(pdf_of(marks)))] == [29, 16]


@pytest.mark.parametrize("second", ["", "Halm Ltd"], ids=["end and begin", "two dates of two things"])
def test_end_above_its_begin_in_the_margin_is_a_range(second: str, understand: Understand) -> None:
    marks: list[Mark] = [Text(50, 50, "Mira Sandoval", size=20), Text(50, 90, "Experience", size=14, bold=True)]
    for number, dates in enumerate((("Aug 2025", "May 2024"), ("Aug 2022", "Sep 2021"), ("Aug 2020", "Aug 2019"))):
        y = 120.0 + 70 * number
        marks += [Text(50, y, dates[0]), Text(150, y, "Analyst, Kestrel Foods", bold=True)]
        marks += [Text(50, y + 26, dates[1]), Text(150, y + 26, second or f"• {SENTENCE[:50]}", bold=bool(second))]
        marks += [Text(150, y + 13, f"• {SENTENCE[:50]}")]
    found = [months for _, months in jobs(understand(pdf_of(marks)))]
    assert found == ([1] * 6 if second else [16, 12, 13])


def test_entries_side_by_side_below_their_dates_are_read_one_after_the_other(understand: Understand) -> None:
    marks: list[Mark] = [Text(50, 50, "Mira Sandoval", size=20), Text(50, 90, "Experience", size=14, bold=True)]
    for x, dates, title in ((50, "2020 - 2022", "Data Analyst"), (300, "2018 - 2019", "Clerk")):
        marks += [Text(x, 120, dates), Text(x, 134, title, bold=True), Text(x, 147, "Kestrel Foods")]
        marks += [Text(x + 10, 162 + 13 * row, f"• Weighed loaves {row}") for row in range(3)]
    marks += [Text(50, 230, "Hobbies", size=14, bold=True), Text(50, 250, "Sailing, rye bread and the sea by night")]
    assert jobs(understand(pdf_of(marks))) == [("Data Analyst", 24), ("Clerk", 12)]


# ----------------------------------------------------------------------------------------------------------- education


@pytest.mark.parametrize(
    ("title", "kind"),
    [("Bachelor of Arts, Delft University", "education"), ("Bachelor of Arts and Analyst, Delft University", "job")],
    ids=["a degree and its school", "a post beside them"],
)
def test_degree_among_jobs_is_education(title: str, kind: str, understand: Understand) -> None:
    text = f"# Experience\n## Analyst, Kestrel Foods | Jan 2020 - May 2021\n- {SENTENCE}\n## {title} | 2016 - 2019"
    (_, degree) = entries(understand(resume_pdf(f"Mira Sandoval\n{text}\n- {SENTENCE}")), "experience")
    assert degree.kind.value == kind


@pytest.mark.parametrize(
    ("labels", "months"), [("2022 2024", [24, 12, 12]), ("2022", [12, 12, 12])], ids=["two years", "one year"]
)
def test_two_years_in_a_margin_are_a_range(labels: str, months: list[int], understand: Understand) -> None:
    marks: list[Mark] = [Text(50, 50, "Mira Sandoval", size=20), Text(50, 90, "Experience", size=14, bold=True)]
    for number, label in enumerate((labels, *(("2020 2021", "2018 2019") if " " in labels else ("2020", "2018")))):
        y = 120.0 + 50 * number
        marks += [Text(50, y, label, size=13), Text(150, y, "Analyst, Kestrel Foods", bold=True)]
        marks += [Text(160, y + 13 * row, SENTENCE[:50]) for row in (1, 2)]
    assert [found for _, found in jobs(understand(pdf_of(marks)))] == months


def test_right_column_without_headings_stands_under_those_beside_it(understand: Understand) -> None:
    marks: list[Mark] = [Text(50, 50, "Mira Sandoval", size=20), Text(50, 80, "Experience", size=14, bold=True)]
    for x, title, dates in ((50, "Analyst, Kestrel Foods", "2022 - 2024"), (320, "Clerk, Halm Ltd", "2019 - 2020")):
        marks += [Text(x, 102, title, bold=True), Text(x, 116, dates)]
        marks += [Text(x, 131 + 13.5 * row + (4 if x > 50 else 0), SENTENCE[:44]) for row in range(4)]
    marks += [Text(50, 210, "Education", size=14, bold=True), Text(50, 230, "BSc Rye, Delft University, 2018")]
    marks += [Text(50, 260, "Hobbies", size=14, bold=True), Text(50, 280, "Sailing, rye bread")]
    assert jobs(understand(pdf_of(marks))) == [("Analyst, Kestrel Foods", 24), ("Clerk, Halm Ltd", 12)]


# ------------------------------------------------------------------------------------------------------------ headings


def test_label_between_the_rows_of_a_list_is_neither_heading_nor_job(understand: Understand) -> None:
    marks: list[Mark] = [Text(40, 40, "Mira Sandoval", size=20)]
    for number, heading in enumerate(("EDUCATION", "EXPERIENCE")):
        marks += [Text(40, 80 + 50 * number, heading, bold=True)]
    marks += [Text(40, 98, "BSc Rye, Delft University, 2018")]
    marks += [Text(40, 150, "Analyst, Kestrel Foods, Jan 2020 - May 2021", bold=True)]
    marks += [Text(110, 165 + 12 * row, f"• {SENTENCE[:60]}") for row in range(4)]
    marks += [Text(40, 189 - 6, "IMPACT", bold=True)]
    read = understand(pdf_of(marks))
    assert [one.heading for one in read.sections if one.heading] == ["EDUCATION", "EXPERIENCE"]
    assert len(jobs(read)) == 1


def test_several_known_words_in_capitals_are_a_heading_though_it_is_set_smaller(understand: Understand) -> None:
    marks: list[Mark] = [Text(40, 40, "Mira Sandoval", size=20)]
    for number, heading in enumerate(("EDUCATION", "EXPERIENCE")):
        marks += [Text(40, 80 + 50 * number, heading, size=12, bold=True)]
    marks += [Text(40, 98, "BSc Rye, Delft University, 2018")]
    marks += [Text(40, 148, "Analyst, Kestrel Foods, Jan 2020 - May 2021", bold=True)]
    lines = [f"• {SENTENCE[:60]}", "CERTIFIED COURSES AND WORKSHOPS", "• Bread for everybody, Coursera"]
    marks += [Text(40, 161 + 13 * row, line, bold=line.isupper()) for row, line in enumerate(lines)]
    assert "certifications" in {one.kind.value for one in understand(pdf_of(marks)).sections}


def test_project_is_not_called_by_the_writer_s_part_in_it(understand: Understand) -> None:
    text = f"# Projects\n## Rye Weigher\nRole: Backend Developer\n- {SENTENCE}\n# Hobbies\nSailing"
    (project,) = entries(understand(resume_pdf(f"Mira Sandoval\n{text}")), "projects")
    assert project.title == "Rye Weigher"


def _with_labels(*rows: tuple[str, str, str]) -> bytes:
    """Labels in the margin, dates in a column beside them, and text; a row without a date has its text there too."""
    marks: list[Mark] = [Text(50, 50, "Mira Sandoval", size=20)]
    y = 100.0
    for label, dates, text in rows:
        marks += [Text(50, y, label, bold=True)] if label else []
        marks += [Text(150, y, dates)] if dates else []
        marks += [Text(250, y, text), Text(250, y + 14, SENTENCE[:60])]
        y += 46
    return pdf_of(marks)


@pytest.mark.parametrize("label", ["Experience", "Posts I held"])
def test_label_in_the_margin_opens_a_section_known_or_not(label: str, understand: Understand) -> None:
    source = _with_labels(
        ("Profile", "", "Reporting person by conviction"),
        (label, "05/2021 – 06/2023", "Lead Analyst | Orrin Dairy Group"),
        ("", "02/2018 – 04/2021", "Warehouse worker | Orrin Parcels"),
        ("Education", "2017", "BSc Biology | Halden University"),
    )
    resume = understand(source)
    assert [section.kind.value for section in resume.sections[1:]] == ["summary", "experience", "education"]
    assert [months for _, months in jobs(resume)] == [26, 39]
