"""Dates, headings and names of values that stand beside or below what they say it of → read where they belong."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from pages import AS_OF, Mark, Text, column, document_of, pdf_of, resume_pdf

from gapcheck.documents import Document, Page, Word
from gapcheck.documents.layout.reading_order import lines_in_reading_order
from gapcheck.resume import Entry, Resume
from gapcheck.resume.reader import read_resume
from gapcheck.taxonomy import Taxonomy

RIGHT = 545.0
TEXT = "Baked rye bread for the shops of the town and wrote down what became of it"

Understand = Callable[[bytes | Document], Resume]


@pytest.fixture
def understand(taxonomy: Taxonomy) -> Understand:
    """A PDF or a document → what is understood of it."""

    def read(source: bytes | Document) -> Resume:
        return read_resume(document_of(source) if isinstance(source, bytes) else source, taxonomy, AS_OF)

    return read


def entries(resume: Resume, kind: str) -> list[Entry]:
    return [entry for section, entry in resume.entries() if section.kind.value == kind]


def months(resume: Resume) -> list[int]:
    return [entry.dates.months if entry.dates else 0 for entry in entries(resume, "experience")]


def resume_with(marks: Sequence[Mark], bottom: float) -> bytes:
    """A page of a letterhead, jobs and a last section."""
    head: list[Mark] = [Text(50, 50, "Mira Sandoval", size=20), Text(50, 90, "Experience", size=14, bold=True)]
    foot: list[Mark] = [Text(50, bottom, "Interests", size=14, bold=True), Text(50, bottom + 20, "Sailing, rye bread")]
    return pdf_of([*head, *marks, *foot])


BROKEN = [
    ("Jan 2021 –", "Present"),
    ("Jan 2021 – Jun", "2024"),
    ("January 2021", "– June 2024"),
    ("since January", "2021"),
    ("January 2021", "– June", "2024"),
]


@pytest.mark.parametrize("pieces", BROKEN, ids=["|".join(one) for one in BROKEN])
@pytest.mark.parametrize("side", ["left", "right"])
def test_date_broken_in_a_narrow_cell_is_one_date(pieces: tuple[str, ...], side: str, understand: Understand) -> None:
    marks: list[Mark] = []
    for number, title in enumerate(("Baker", "Miller", "Grocer")):
        y = 112.0 + 70 * number
        lines = [title, "Kestrel Foods, Delft", TEXT, TEXT]
        marks += column(150 if side == "left" else 50, y, lines, leading=13)
        marks += [
            Text(50 if side == "left" else RIGHT, y + 13 * row, piece, right=side == "right")
            for row, piece in enumerate(pieces)
        ]
    resume = understand(resume_with(marks, 360))
    assert len(months(resume)) == 3
    assert set(months(resume)) == ({AS_OF.year * 12 + AS_OF.month - 2021 * 12} if "2024" not in pieces[-1] else {42})


def test_dates_alone_below_each_other_stay_apart(understand: Understand) -> None:
    marks: list[Mark] = []
    for number, (title, year) in enumerate((("Baker", "2021"), ("Miller", "2020"), ("Grocer", "2019"))):
        marks += [Text(50, 112 + 13 * number, title), Text(RIGHT, 112 + 13 * number, year, right=True)]
    assert months(understand(resume_with(marks, 200))) == [12, 12, 12]


def test_dates_in_a_column_of_tall_rows_belong_to_the_titles_beside_them(understand: Understand) -> None:
    marks: list[Mark] = []
    for number, dates in enumerate(("Jan 2022 – Jun 2024", "Jan 2020 – Jun 2021", "Graduated 2019")):
        y = 112 + 90 * number
        marks += column(170, y, ["Baker, Kestrel Foods", *[f"• {TEXT}"] * 4], leading=14)
        marks += [Text(150, y, dates, right=True)]
    assert months(understand(resume_with(marks, 400))) == [30, 18, 12]


@pytest.mark.parametrize("colon", ["name", "value"])
def test_names_of_values_stand_before_their_values(colon: str, understand: Understand) -> None:
    marks: list[Mark] = []
    for number, dates in enumerate(("Jan 2022 – Jun 2024", "Jan 2020 – Jun 2021")):
        y = 112 + 90 * number
        for row, (name, value) in enumerate((("Company", "Kestrel"), ("Post", "Baker"), ("Duration", dates))):
            name, value = (f"{name} :", value) if colon == "name" else (name, f": {value}")
            marks += [Text(50, y + 14 * row, name, bold=True), Text(140, y + 14 * row, value)]
        marks += column(50, y + 42, [f"• {TEXT}", f"• {TEXT}"], leading=14)
    assert months(understand(resume_with(marks, 320))) == [30, 18]


def test_employer_and_time_in_a_cell_belong_to_the_text_beside_them(understand: Understand) -> None:
    cell = ("Kestrel", "Foods", "(Jan 2020 - Dec 2021)")
    marks: list[Mark] = []
    for number, title in enumerate(("Baker of rye", "Miller of oats", "Grocer of tea")):
        y = 112.0 + 70 * number
        marks += [Text(60, y + 13 * row + 12, line, bold=row < 2) for row, line in enumerate(cell)]
        marks += [Text(200, y, title, bold=True), *column(200, y + 14, [f"• {TEXT[:60]}"] * 3, leading=14)]
    assert [
        (one.title, one.dates and one.dates.months)
        for one in entries(understand(resume_with(marks, 350)), "experience")
    ] == [
        ("Kestrel Foods Baker of rye", 24),
        ("Kestrel Foods Miller of oats", 24),
        ("Kestrel Foods Grocer of tea", 24),
    ]


def test_headings_set_sideways_open_what_stands_beside_them(understand: Understand) -> None:
    def line(x: float, y: float, text: str) -> list[Word]:
        words = text.split()
        return [Word(word, x + 40 * at, y, x + 40 * at + 36, y + 10, 10) for at, word in enumerate(words)]

    def sideways(y: float, text: str) -> Word:
        return Word(text, 40, y, 50, y + 7 * len(text), 10, bold=True)

    words = line(90, 30, "Mira Sandoval")
    words += [sideways(60, "PROFILE"), sideways(130, "EXPERIENCE"), sideways(260, "EDUCATION")]
    words += line(90, 61, "Bakes bread and counts")
    words += line(90, 131, "Baker, Kestrel Foods 2019 – 2021") + line(90, 151, "Miller, Wren Mills 2016 – 2018")
    words += line(90, 262, "BSc Biology, Delft University 2013 – 2016")
    page = Page(1, 595, 842, tuple(lines_in_reading_order(words)))
    resume = understand(Document("made.pdf", "0" * 64, (page,), "made"))
    assert months(resume) == [24, 24]
    assert [entry.kind for entry in entries(resume, "education")] == ["education"]


def test_heading_over_two_lines_of_a_margin_is_one(understand: Understand) -> None:
    marks: list[Mark] = [Text(40, 50, "Mira Sandoval", size=20)]
    for y, labels, lines in (
        (100.0, ["Professional", "Experience"], ["Baker, Kestrel Foods, Jan 2022 – Jun 2024", TEXT, TEXT]),
        (180.0, ["Academic", "Background"], ["BSc Biology, Delft University, 2016 – 2019", TEXT]),
        (240.0, ["Interests"], ["Sailing, rye bread", "Long walks"]),
    ):
        marks += [Text(40, y + 13 * row, label, bold=True) for row, label in enumerate(labels)]
        marks += column(150, y, lines, leading=13)
    resume = understand(pdf_of(marks))
    assert [section.heading for section in resume.sections[1:]] == [
        "Professional Experience",
        "Academic Background",
        "Interests",
    ]
    assert months(resume) == [30]


JOBS = """
    Mira Sandoval
    # {heading}
    {jobs}
    # Education
    {education}
    # Interests
    Sailing, rye bread
"""


def read_jobs(understand: Understand, jobs: str, heading: str = "Experience", education: str = "") -> Resume:
    study = education or "## BSc Biology, Delft University | 2016 - 2019"
    return understand(resume_pdf(JOBS.format(jobs=jobs, heading=heading, education=study)))


def test_date_below_the_text_belongs_to_the_job_above(understand: Understand) -> None:
    jobs = "\n".join(
        f"## {title}, Kestrel Foods\n- Baked bread\n- Sold bread\n{dates}\n"
        for title, dates in (("Baker", "Jan 2022 - Jun 2024"), ("Miller", "Jan 2020 - Jun 2021"))
    )
    resume = read_jobs(understand, jobs)
    assert [
        (entry.title.split(",")[0], entry.dates and entry.dates.months) for entry in entries(resume, "experience")
    ] == [
        ("Baker", 30),
        ("Miller", 18),
    ]


def test_last_of_the_jobs_in_one_line_each_may_have_no_date(understand: Understand) -> None:
    jobs = "## Baker, Kestrel Foods | 2019 - 2021\n## Miller, Wren Mills | 2016 - 2018\n## Grocer, Old Shop"
    assert months(read_jobs(understand, jobs)) == [24, 24, 0]


def test_year_in_a_line_that_goes_on_opens_no_job(understand: Understand) -> None:
    text = f"{TEXT}. Replaced a plan\nfrom 2009 without a day of loss. Sold bread to 300 guests."
    assert months(read_jobs(understand, f"## Baker, Kestrel Foods | 2019 - 2021\n{text}")) == [24]


def test_word_before_a_known_heading_may_say_which(understand: Understand) -> None:
    resume = read_jobs(understand, "## Baker, Kestrel Foods | 2019 - 2021", heading="Earlier Career")
    assert months(resume) == [24]


SCHOOLS = [
    ("## High School Diploma | 2014 - 2016", "Ostby High School, Ostby"),
    ("## Ostby High School, Ostby | 2014 - 2016", "High School Diploma"),
    ("## Senior Secondary (XII) | 2014 - 2016", "Ostby Secondary School, Ostby"),
]


@pytest.mark.parametrize("rows", SCHOOLS, ids=[rows[0] for rows in SCHOOLS])
def test_school_and_its_diploma_are_one_entry(rows: tuple[str, str], understand: Understand) -> None:
    study = "\n".join(("## BSc Biology | 2016 - 2019", "Delft University", *rows))
    resume = read_jobs(understand, "## Baker, Kestrel Foods | 2019 - 2021", education=study)
    assert len(entries(resume, "education")) == 2
