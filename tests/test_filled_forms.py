"""Forms that were filled in, tables of events and other official looks → the jobs and headings that stand in them."""

from __future__ import annotations

import pytest
from entries_read import EDUCATION, Read, jobs
from pages import AS_OF, Mark, Text, document_of, pdf_of
from sections_read import Understand, dates, entries, kinds, texts

from gapcheck.documents import ReadOptions, read_content
from gapcheck.resume import read_resume
from gapcheck.taxonomy import Taxonomy

Box = tuple[float, str, str]


@pytest.fixture
def read(taxonomy: Taxonomy) -> Read:
    """A resume as plain text → what is understood of it."""
    return lambda text: read_resume(read_content(text.encode(), "typed.txt", ReadOptions()), taxonomy, AS_OF)


def boxes(y: float, *row: Box) -> list[Mark]:
    """A row of boxes, each with a small label above its value."""
    return [
        mark
        for x, label, value in row
        for mark in (Text(x, y, label, size=7), *([Text(x, y + 10, value)] if value else []))
    ]


def post(y: float, title: str, begin: str, end: str, employer: str) -> list[Mark]:
    """A post of five boxes."""
    times = (60, "Date started", begin), (180, "Date ended", end), (320, "Position held", title)
    firm = (60, "Employer", employer), (320, "Reason for leaving", "Moved house")
    return [
        *boxes(y, *times),
        *boxes(y + 22, *firm),
        *boxes(y + 44, (60, "Main duties", "Kept the book of the harbour.")),
    ]


FORM: list[Mark] = [
    Text(60, 50, "Mira Sandoval", size=16, bold=True),
    Text(60, 80, "SECTION A - APPLICANT", bold=True),
    *boxes(94, (60, "1. Surname", "Sandoval"), (320, "2. Telephone", "555 0110")),
    Text(60, 124, "SECTION C - WORK RECORD (start from the post you hold)", bold=True),
    *post(138, "Harbour Clerk", "05/2021", "Present", "Kestrel Foods, Delft"),
    *post(210, "Night Guard", "09/2016", "04/2021", "Halm Ltd, Ostby"),
    Text(60, 282, "SECTION C - EDUCATION", bold=True),
    *boxes(296, (60, "School", "Fjord High School"), (320, "Dates attended", "2010 - 2014")),
    Text(60, 330, "SECTION D - OTHER SKILLS", bold=True),
    Text(60, 346, "Typing, filing, Excel"),
]


def test_boxes_of_a_form_are_read_row_by_row() -> None:
    lines = [line.text for line in document_of(pdf_of(FORM)).pages[0].lines]
    assert "05/2021\tPresent\tHarbour Clerk" in lines
    assert "Kestrel Foods, Delft\tMoved house" in lines


def test_boxes_stand_in_rows_though_one_side_goes_on_without_the_other() -> None:
    marks = [Text(60, 80, "SECTION B - EMPLOYMENT", bold=True), *post(100, "Clerk", "05/2021", "06/2022", "Halm Ltd")]
    marks += [*post(180, "Guard", "09/2016", "04/2021", "Kestrel Foods"), Text(60, 260, "SECTION C", bold=True)]
    lines = [line.text for line in document_of(pdf_of(marks)).pages[0].lines]
    assert "05/2021\t06/2022\tClerk" in lines
    assert "09/2016\t04/2021\tGuard" in lines


def test_two_columns_of_titles_with_small_lines_above_some_are_no_form() -> None:
    left = boxes(120, (60, "Delft", "Baker at the mill"), (60, "", ""))
    more = [Text(60, 144 + 14 * at, f"Baked rye bread for the town {at}") for at in range(4)]
    right = [Text(320, 120 + 12 * at, f"Sang in the choir of Ostby {at}") for at in range(7)]
    lines = [line.text for line in document_of(pdf_of([*left, *more, *right])).pages[0].lines]
    assert "Baker at the mill" in lines


def test_labels_of_boxes_are_no_titles_and_no_headings(understand: Understand) -> None:
    resume = understand(pdf_of(FORM))
    found = entries(resume, "experience")
    assert [job.dates and job.dates.months for job in found] == [67, 56]
    assert [job.title for job in found] == ["Harbour Clerk", "Night Guard"]
    assert "Main duties" not in " ".join(text for job in found for text in texts(job))
    assert kinds(resume)[1:] == ["other", "experience", "education", "skills"]


def test_small_lines_above_larger_ones_stay_where_no_box_says_when(understand: Understand) -> None:
    marks: list[Mark] = [Text(60, 50, "Mira Sandoval", size=20), Text(60, 90, "Experience", size=13, bold=True)]
    for at, begin in enumerate((2018, 2015)):
        marks += [Text(60, 110 + 40 * at, "Kestrel Foods", size=7), Text(60, 120 + 40 * at, "Baker", bold=True)]
        marks += [Text(400, 120 + 40 * at, f"Jan {begin} - Dec {begin + 1}"), Text(60, 133 + 40 * at, "- Rye bread")]
    assert all("Kestrel Foods" in " ".join(texts(job)) for job in entries(understand(pdf_of(marks)), "experience"))


NUMBERED = [
    ("2. LANGUAGES. Begin with your mother tongue.", "Danish, Dutch", "languages"),
    ("3. EMPLOYMENT RECORD. Start with your present post.", "Baker, Kestrel Foods, Jan 2020 - Mar 2021", "experience"),
    ("A. PREVIOUS POSTS", "Cook, Halm Ltd, Jan 2018 - Dec 2019", "experience"),
    ("4. EDUCATION. Give full details in order of time.", "BSc Biology, Lake University, 2014 - 2017", "education"),
    ("PART 5: PUBLICATIONS YOU HAVE WRITTEN", "Rye in the rain, Journal of Mills, 2021", "publications"),
]


def test_headings_of_forms_are_numbered_and_say_what_to_fill_in(understand: Understand) -> None:
    marks: list[Mark] = [Text(60, 50, "Mira Sandoval", size=20)]
    for at, (heading, line, _) in enumerate(NUMBERED):
        marks += [Text(60, 90 + 40 * at, heading, bold=True), Text(60, 106 + 40 * at, line)]
    resume = understand(pdf_of(marks))
    assert kinds(resume) == ["header", *(kind for *_, kind in NUMBERED)]
    assert len(entries(resume, "experience")) == 2


def test_numbered_sentence_of_a_list_is_no_heading(taxonomy: Taxonomy, understand: Understand) -> None:
    text = (
        "Mira Sandoval\n# Experience\n## Baker, Kestrel Foods | Jan 2020 - Mar 2021\n1. Skills. Taught them to all.\n"
    )
    assert "skills" not in kinds(understand(text + "# Education\nBSc Biology, Lake University, 2014 - 2017\n"))


def test_heading_right_above_one_of_its_kind_opens_one_section(understand: Understand) -> None:
    text = "Mira Sandoval\n# Employment\n# Present post\n## Baker, Kestrel Foods | Jan 2020 - Mar 2021\n"
    assert kinds(understand(text + "# Education\nBSc, 2016")).count("experience") == 1


# --------------------------------------------------- tables of events

EVENTS = [
    ("Year", "Month", "Education and work history"),
    ("", "", "Education"),
    ("2007", "4", "Entered Fjord High School"),
    ("2010", "3", "Graduated from Fjord High School"),
    ("", "", "Work history"),
    ("2010", "4", "Joined Kestrel Tools Co., Ltd."),
    ("", "", "Built pumps; since 2014 leader of a team of five, foreman since 2016"),
    ("2018", "9", "Resigned from Kestrel Tools"),
    ("2018", "10", "Joined Halm Robotics Co., Ltd."),
    ("", "", "Keeps forty arms of the mill in order; head since 2023"),
    ("", "", "Present post"),
]


def test_events_go_on_below_and_headings_stand_among_them(understand: Understand) -> None:
    marks: list[Mark] = [Text(60, 50, "Mira Sandoval", size=18, bold=True)]
    for at, row in enumerate(EVENTS):
        centred = row[2] in ("Education", "Work history")
        marks += [
            Text(x + 150 * centred, 100 + 16 * at, cell, bold=not at)
            for x, cell in zip((60, 110, 160), row, strict=True)
            if cell
        ]
    resume = understand(pdf_of([*marks, Text(60, 300, "Skills", bold=True), Text(60, 316, "Git, Excel")]))
    assert [one.dates for one in entries(resume, "education")] == [dates((2007, 4), (2010, 3))]
    found = entries(resume, "experience")
    assert [job.dates and job.dates.months for job in found] == [102, 98]
    assert "leader of a team" in " ".join(texts(found[0]))


# --------------------------------------------------- tables


def test_cells_above_a_table_do_not_make_its_last_column_a_text(understand: Understand) -> None:
    rows = [
        ("Period", "Employer", "Position"),
        ("Feb 2019 to date", "Kestrel Foods of the Northern Harbour", "Manager (before:"),
        ("", "", "senior clerk of the mill)"),
        ("May 2014 to Jan 2019", "Halm Ltd of Ostby and Delft", "Clerk"),
    ]
    marks: list[Mark] = [Text(60, 50, "Mira Sandoval", size=18, bold=True)]
    marks += [Text(60, 90, "Nationality"), Text(180, 90, "Danish"), Text(400, 90, "Seaman's visa")]
    marks += [Text(60, 120, "EMPLOYMENT", size=12, bold=True)]
    marks += [
        Text(x, 140 + 13 * at, cell, bold=not at)
        for at, row in enumerate(rows)
        for x, cell in zip((60, 180, 400), row, strict=True)
        if cell
    ]
    found = entries(understand(pdf_of([*marks, Text(60, 210, "LANGUAGES", size=12, bold=True)])), "experience")
    assert [job.dates and job.dates.months for job in found if job.kind.is_work] == [94, 57]


COLUMNS = [
    ("Name and place\tAttended from\tAttended to\tDegree", True),
    ("Date started\tDate ended\tPosition held", True),
    ("FROM (month/year)\tTO (month/year)\tFUNCTION", True),
    ("Moved from Delft to Ostby\tBaker", False),
    ("From the harbour\tClerk", False),
]


@pytest.mark.parametrize(("text", "named"), COLUMNS)
def test_columns_of_begin_and_end_are_named_at_the_edge_of_a_cell(text: str, named: bool, taxonomy: Taxonomy) -> None:
    assert taxonomy.entry_words.names_period_columns(text) is named


# --------------------------------------------------- headings


def test_heading_on_two_lines_is_one_in_a_narrow_column(understand: Understand) -> None:
    marks: list[Mark] = [Text(40, 50, "Mira Sandoval", size=22)]
    for at, (one, other, line) in enumerate(
        [
            ("PERSONAL", "PROFILE", "Calm planner."),
            ("TECHNICAL", "SKILLS", "Excel, SAP"),
            ("LANGUAGE", "SKILLS", "Danish"),
        ]
    ):
        y = 90 + 60 * at
        marks += [Text(40, y, one, bold=True), Text(40, y + 12, other, bold=True), Text(40, y + 35, line, size=12)]
    marks += [Text(200, 90, "PROFESSIONAL", bold=True), Text(200, 102, "EXPERIENCE", bold=True)]
    for at, (title, when) in enumerate([("Planner", "Mar 2020 – Present"), ("Clerk", "Jan 2016 – Feb 2020")]):
        y = 126 + 80 * at
        marks += [Text(200, y, title, bold=True, size=12), Text(200, y + 14, f"{title}s of Kestrel Foods Ltd", size=12)]
        marks += [Text(200, y + 28, when, size=12), Text(230, y + 54, "• Answered drivers by radio at night", size=12)]
    resume = understand(pdf_of(marks))
    assert {"summary", "skills", "languages", "experience"} <= set(kinds(resume))
    assert [job.dates and job.dates.months for job in entries(resume, "experience")] == [81, 50]
    assert "PROFESSIONAL EXPERIENCE" in [section.heading for section in resume.sections]


def test_posts_below_organizational_experience_are_jobs_only_where_they_are_no_clubs(read: Read) -> None:
    heading = "Mira Solheim\nORGANIZATIONAL EXPERIENCE\n"
    club = "Treasurer, Student Association\nJan 2020 - Dec 2020\n- Kept the books\n\n"
    club += "Teller, Harbour Fair\nJun 2021 - Aug 2021\n- Sold tickets\n"
    work = "Accountant, Kestrel Foods\nJan 2020 - Dec 2021\n- Kept the books\n"
    assert jobs(read(heading + club + EDUCATION)) == []
    assert len(jobs(read(heading + work + EDUCATION))) == 1


# --------------------------------------------------- what belongs to a job

CLIENTS = """Mira Solheim
EXPERIENCE
Owner, Studio Solheim, March 2016 - Present
Shops and small hotels in the towns of the harbour.
Selected clients:
2022 - 2024 Hotel Fjord, Ostby: lobby
2019 - 2021 Brod bakeries: nine shops
{} Town of Halm: library
"""


@pytest.mark.parametrize(("last", "count"), [("2016 - 2018", 1), ("2010 - 2014", 2)])
def test_list_with_times_below_its_name_is_part_of_the_job_it_lies_in(last: str, count: int, read: Read) -> None:
    assert len(jobs(read(CLIENTS.format(last) + EDUCATION))) == count


def test_titles_in_small_letters_behind_their_time_are_jobs(read: Read) -> None:
    text = """Mira Solheim
EXPERIENCE
2018 March - 2022 Nov Crane operator, Kestrel Foods
- Loaded and unloaded trailers
sep 2016 - jan 2018 depot clerk at the mills of Halm and Ostby
- Orders for small shops
"""
    assert [length for _, length in jobs(read(text + EDUCATION))] == [57, 17]


def test_note_with_its_time_in_brackets_is_no_job_where_titles_open_with_theirs(read: Read) -> None:
    text = """Mira Solheim
EXPERIENCE
2019-05 - Present   Boiler operator, Kestrel Heat
Two boilers of the town.
Deputy of the leader (2021-06 to 2021-08).
2012-03 - 2019-04   Plumber, Halm Ltd
Houses and one school.
"""
    assert [length for _, length in jobs(read(text + EDUCATION))] == [91, 86]
