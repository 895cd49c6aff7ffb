"""Jobs told in sentences, degrees in paragraphs, headings of two kinds, names of values → read for what they are."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pages import AS_OF, Mark, Text, document_of, pdf_of, resume_pdf, typed

from gapcheck import Analyzer
from gapcheck.resume import Entry, Resume
from gapcheck.resume.model import Place
from gapcheck.resume.reader import read_resume
from gapcheck.resume.rows import rows_of
from gapcheck.taxonomy import Taxonomy

SENTENCE = "Baked rye bread for the shops of the town and wrote down what became of it in the end"

Understand = Callable[[bytes], Resume]


@pytest.fixture
def understand(taxonomy: Taxonomy) -> Understand:
    """A PDF → what is understood of it."""
    return lambda source: read_resume(document_of(source), taxonomy, AS_OF)


def entries(resume: Resume, kind: str) -> list[Entry]:
    return [entry for section, entry in resume.entries() if section.kind.value == kind]


def jobs(resume: Resume) -> list[tuple[str, int]]:
    return [(one.title, one.dates.months if one.dates else 0) for _, one in resume.entries() if one.kind.is_work]


def resume_of(text: str) -> bytes:
    return resume_pdf("Mira Sandoval\n" + text)


# ---------------------------------------------------------------------------------------------------------------- jobs

TOLD = {
    "in brackets": ("Worked as baker with Kestrel Foods for years(Nov 2019 to April 2021)", 18),
    "from and to": ("Worked as a baker in the kitchen from Mar 2014 to Mar 2016", 25),
    "a bullet of its own": ("Since- Feb 2015 to July 2015.", 6),
    "years in brackets": ("Worked as baker in Delft (2017 - 2019)", 24),
    "years of something else": ("Wrote the plan 2017 - 2019 with the owner of the mill", 0),
}


@pytest.mark.parametrize(("told", "months"), TOLD.values(), ids=TOLD)
def test_job_without_dates_takes_those_that_its_text_tells(told: str, months: int, understand: Understand) -> None:
    text = f"# Experience\n## Baker, Kestrel Foods\n- {told}\n- {SENTENCE}\n# Hobbies\nSailing, rye bread"
    assert [found for _, found in jobs(understand(resume_of(text)))] == [months]


def test_jobs_whose_first_lines_name_the_same_begin_there(understand: Understand) -> None:
    told = ("Baked there from Jan 2019 to May 2020", "Baked there from Jun 2020 to May 2021")
    firms = "\n".join(
        f"Company name: {firm} Foods\n- {text}\n- {SENTENCE}" for firm, text in zip("AB", told, strict=True)
    )
    found = jobs(understand(resume_of(f"# Experience\n{firms}\n# Hobbies\nSailing, rye bread")))
    assert found == [("A Foods", 17), ("B Foods", 12)]


def test_entry_is_called_by_what_it_was_and_not_by_its_date(understand: Understand) -> None:
    text = f"# Experience\nJan 2019 - May 2020\nBaker, Kestrel Foods\n- {SENTENCE}\nJun 2020 - May 2021\nMiller, Norvik"
    assert [title for title, _ in jobs(understand(resume_of(text)))] == ["Baker, Kestrel Foods", "Miller, Norvik"]


def test_sentence_with_a_year_below_a_title_opens_no_job(understand: Understand) -> None:
    head = [Text(50, 50, "Mira Sandoval", size=20), Text(50, 90, "Experience", size=14, bold=True)]
    lines = [
        "Baked for the shops of the town and for the houses at the harbour of Delft in all those years",
        "Led the kitchen since 2014, grew it from three to six bakers, and wrote the plan of each of the weeks",
        "Bought the flour of two mills and kept the books of both of them for the owner of the house in Delft",
    ]
    body = [Text(74, 136 + 13 * row, line) for row, line in enumerate(lines)]
    found = jobs(understand(pdf_of([*head, Text(50, 120, "Baker Jan 2012 to May 2020"), *body])))
    assert found == [("Baker", 101)]


ALONE = {
    "bullets that name no post": ("# Experience\n- Solved all rooms of Harbour Labs\n- Ranked 12 on Mill Arena", []),
    "a bullet that names one": ("# Experience\n- Baker and assistant at Kestrel Foods", [0]),
}


@pytest.mark.parametrize(("text", "months"), ALONE.values(), ids=ALONE)
def test_bullets_alone_without_a_post_or_a_date_are_no_job(
    text: str, months: list[int], understand: Understand
) -> None:
    found = jobs(understand(resume_of(f"{text}\n# Education\nBSc Biology, Delft University | 2016 - 2019")))
    assert [count for _, count in found] == months


@pytest.mark.parametrize(("heading", "count"), [("Technical Experience", 1), ("Experience", 2)])
def test_under_technical_experience_only_what_names_a_post_is_a_job(
    heading: str, count: int, understand: Understand
) -> None:
    text = f"# {heading}\n## Rye Bread Planner | Jan 2020 - May 2020\n- {SENTENCE}\n## Software Engineer, Norvik | 2021"
    assert len(jobs(understand(resume_of(f"{text}\n- {SENTENCE}\n# Hobbies\nSailing")))) == count


def test_day_at_a_line_s_end_belongs_to_the_month_on_the_next(understand: Understand) -> None:
    text = "# Experience\n- Currently working as a baker in Kestrel Foods. From 28\nAUG 2025\n- Bakes rye bread"
    assert [months for _, months in jobs(understand(resume_of(text + "\n# Hobbies\nSailing")))] == [16]


def test_months_stacked_in_a_margin_are_a_range(understand: Understand) -> None:
    head = [Text(50, 50, "Mira Sandoval", size=20), Text(50, 90, "Experience", size=14, bold=True)]
    marks: list[Mark] = []
    for number, dates in enumerate((("Jul 2024", "Present"), ("Oct 2022", "Jun 2024"), ("Jan 2020", "Sep 2022"))):
        y = 120.0 + 70 * number
        marks += [Text(50, y + 15 * row, date, size=12, bold=True) for row, date in enumerate(dates)]
        marks += [Text(150, y + 13 * row, line) for row, line in enumerate(("Baker", "Kestrel Foods", SENTENCE[:60]))]
    foot = [Text(50, 340, "Hobbies", size=14, bold=True), Text(50, 360, "Sailing, rye bread")]
    assert [months for _, months in jobs(understand(pdf_of([*head, *marks, *foot])))] == [29, 21, 33]


def test_line_that_says_as_much_as_the_next_is_no_employer_of_it(understand: Understand) -> None:
    lines = ("Deputy Warden – Boltwick – Delft | since 06/2025", "Baker – Norvik – Ostby | 09/2025 – 04/2026")
    text = "# Experience\n" + "\n".join(f"## {line}" for line in lines)
    assert len(jobs(understand(resume_of(f"{text}\n# Hobbies\nSailing")))) == 2


@pytest.mark.parametrize(("bold", "body"), [(True, False), (False, True)], ids=["bold", "plain"])
def test_long_first_line_is_text_where_it_is_not_bold(bold: bool, body: bool, taxonomy: Taxonomy) -> None:
    title = "Assistant of the bakery and of the mill of Kestrel Foods of Delft by the sea"
    document = document_of(pdf_of([Text(50, 90, title, bold=bold), Text(50, 104, "Jan 2020 – May 2021")]))
    places = [Place(page.number, line) for page in document.pages for line in page.lines]
    assert rows_of(places, taxonomy.entry_words)[0].body is body


def test_post_before_in_brackets_is_a_spell_of_the_job(understand: Understand) -> None:
    line = "Senior Baker, Jan 2023 - Nov 2024 (Baker, Jan 2021 - Dec 2022)"
    text = f"# Experience\n## Kestrel Foods, Delft\n{line}\n- {SENTENCE}\n# Hobbies\nSailing"
    assert [months for _, months in jobs(understand(resume_of(text)))] == [47]


# ----------------------------------------------------------------------------------------------------------- education


def degrees(marks: list[Mark], understand: Understand) -> list[str]:
    head = [Text(50, 50, "Mira Sandoval", size=20), Text(50, 90, "Education", size=14, bold=True)]
    foot = [Text(50, 400, "Hobbies", size=14, bold=True), Text(50, 420, "Sailing, rye bread")]
    read = understand(pdf_of([*head, *marks, *foot]))
    return [entry.title for entry in entries(read, "education") if entry.kind.value == "education"]


def lines_at(*lines: tuple[float, str]) -> list[Mark]:
    return [Text(50, y, text) for y, text in lines]


def test_paragraphs_that_say_when_are_degrees(understand: Understand) -> None:
    marks = lines_at((120, "Biology and the sea"), (133, "Harbour House, Delft"), (146, "2016 - 2019"),
                     (175, "Chemistry and bread"), (188, "Mill House, Delft"), (201, "2013 - 2016"))  # fmt: skip
    assert degrees(marks, understand) == ["Biology and the sea", "Chemistry and bread"]


def test_year_of_an_exam_beside_its_school_is_no_second_degree(understand: Understand) -> None:
    marks = lines_at((120, "BSc Biology, Delft University, 2016 - 2019"), (133, "Ostby Central College, 2015"),
                     (146, "Advanced Level (2015), 3 A"), (159, "Halden College, 2012"),
                     (172, "Ordinary Level (2012), 9 A"))  # fmt: skip
    assert degrees(marks, understand) == ["BSc Biology, Delft University", "Ostby Central College", "Halden College"]


def test_abbreviation_of_a_degree_on_the_next_line_is_the_same_degree(understand: Understand) -> None:
    marks = lines_at((120, "Master of Business"), (133, "Administration (MBA)"), (146, "Delft University, 2019"))
    assert degrees(marks, understand) == ["Master of Business"]


def test_head_of_a_table_of_degrees_is_none(understand: Understand) -> None:
    cells = [("Course", "College", "Year"), ("BSc Biology", "Delft College", "2019"), ("HSC", "Ostby College", "2016")]
    marks: list[Mark] = [
        Text(x, 120 + 20 * row, cell)
        for row, line in enumerate(cells)
        for x, cell in zip((50, 220, 400), line, strict=True)
    ]
    assert [title.split("\t")[0] for title in degrees(marks, understand)] == [
        "BSc Biology Delft College",
        "HSC Ostby College",
    ]


# ------------------------------------------------------------------------------------------------------------ headings


def kinds(resume: Resume) -> list[str]:
    return [section.kind.value for section in resume.sections if section.heading]


BELOW_JOBS = {
    "degrees": (["M.Sc (first class) in Grain from Delft University in 2012.", "B.Sc in Flour, Ostby, 2010"], 2),
    "a degree": (["M.Sc (first class) in Grain from Delft University in 2012."], 0),
    "products": (["MS Word 2010", "MS Project 2013"], 0),
    "lectures": (["M.Sc lecturer in Grain, Delft University, 2012", "B.Sc lecturer in Flour, Ostby, 2010"], 0),
}


@pytest.mark.parametrize(("lines", "count"), BELOW_JOBS.values(), ids=BELOW_JOBS)
def test_degrees_below_the_jobs_need_no_heading(lines: list[str], count: int, understand: Understand) -> None:
    jobs = f"## Baker, Kestrel Foods | Jan 2019 - Dec 2020\n- {SENTENCE}\n"
    listed = "\n".join(f"- {line}" for line in lines)
    read = understand(resume_of(f"# Experience\n{jobs}- Sold bread\n{listed}\n# Skills\nPython"))
    assert len(entries(read, "education")) == count


def test_name_of_a_value_is_no_heading(understand: Understand) -> None:
    head = [Text(50, 50, "Mira Sandoval", size=20), Text(50, 90, "Experience", size=14, bold=True)]
    rows = [("Date", ": Jan 2020 - May 2021"), ("Position", ": Baker"), ("Employer", ": Kestrel Foods, Delft")]
    marks = [Text(x, 115 + 15 * row, cell, bold=x < 100) for row, cells in enumerate(rows)
             for x, cell in zip((50, 180), cells, strict=True)]  # fmt: skip
    foot = [Text(50, 300, "Education", size=14, bold=True), Text(50, 320, "BSc Biology, Delft University, 2019")]
    read = understand(pdf_of([*head, *marks, *foot]))
    assert kinds(read) == ["experience", "education"]
    assert read.work_months == 17


def test_names_of_values_are_headings_where_there_are_no_others(understand: Understand) -> None:
    rows = [
        (60, "QUALIFICATION", ": BSc Biology, Delft University, 2016 - 2019"),
        (100, "EXPERIENCE", ": From July 2020 - May 2021 Baker, Kestrel Foods"),
        (140, "SKILLS", ": SQL"),
    ]
    marks = [Text(x, y, cell, size=11) for y, *cells in rows for x, cell in zip((50, 200), cells, strict=True)]
    read = understand(pdf_of([Text(50, 30, "Mira Sandoval", size=20), *marks]))
    assert kinds(read)[:3] == ["education", "experience", "skills"]


TWO = {
    "Pr ofessional cert i f i c at e s": ["certifications"],
    "Training and certificates": ["certifications"],
    "Skills / Interests": ["skills", "interests"],
    "Projects & Awards": ["projects", "awards"],
    "Top Skills": ["skills"],
    "Extra - Curricular": ["activities"],
    "Online Education": ["certifications"],
    "SUMMARY OF WORK EXPERIENCE (Delft 6+ Years)": ["experience"],
}


@pytest.mark.parametrize(("heading", "named"), TWO.items(), ids=TWO)
def test_heading_opens_all_that_it_names(heading: str, named: list[str], understand: Understand) -> None:
    text = f"# Education\nBSc Biology, Delft University | 2016 - 2019\n# {heading}\nPython, SQL, Excel\nSailing, music"
    assert kinds(understand(resume_of(text)))[1:] == named


def test_lines_below_a_joint_heading_are_sorted_one_by_one(understand: Understand) -> None:
    text = (
        "# Education\nBSc Biology, Delft University | 2016 - 2019\n# Skills / Interests\nPython, SQL, Excel, Git, R\n"
    )
    read = understand(resume_of(text + "Sailing, music, chess, hiking"))
    assert [entry.items[0].text for entry in entries(read, "skills")] == ["Python, SQL, Excel, Git, R"]


AMONG_JOBS = {
    "Certificates & Employment": ("Certified Scrum Administrator, 2024", ["certificate", "job"]),
    "Work and Awards": ("Apprentice award of Delft, 2024", ["award", "job"]),
    "Education and Experience": ("A-levels, Ostby Sixth Form | 2011 - 2013", ["education", "job"]),
    "Experience": ("Certified Scrum Administrator, 2024", ["job", "job"]),
    "Experience & Education": ("Helper, Ostby College, 2024\n- Weighed flour", ["job", "job"]),
}


@pytest.mark.parametrize("heading", AMONG_JOBS)
def test_entry_under_a_heading_of_jobs_and_others_is_what_it_says(heading: str, understand: Understand) -> None:
    line, told = AMONG_JOBS[heading]
    text = f"# {heading}\n{line}\nMiller, Wren Mills | Jan 2019 - Dec 2020\n- {SENTENCE}\n# Skills\nPython"
    assert [entry.kind.value for _, entry in understand(resume_of(text)).entries()][-3:-1] == told


def test_headings_with_icons_open_sections_that_no_list_knows(taxonomy: Taxonomy) -> None:
    headings = ("Education", "Skills", "Harbours and projects of mine")
    text = "".join(f"# \uf0ca {heading}\n{SENTENCE}\n" for heading in headings)
    assert kinds(read_resume(typed(f"Mira Sandoval\n{text}"), taxonomy, AS_OF)) == ["education", "skills", "projects"]


def test_names_in_two_cells_are_no_heading(understand: Understand) -> None:
    marks: list[Mark] = [Text(50, 40, "Mira Sandoval", size=20)]
    for y, heading in ((80, "Experience"), (140, "Education"), (200, "Referees")):
        marks += [Text(50, y, heading, size=12, bold=True), Text(50, y + 18, SENTENCE)]
    marks += [Text(50, 240, "Elsa Ostby", size=12, bold=True), Text(300, 240, "Jon Halden", size=12, bold=True)]
    marks += [Text(50, 255, "Delft University"), Text(300, 255, "Delft University")]
    assert kinds(understand(pdf_of(marks))) == ["experience", "education", "references"]


# ------------------------------------------------------------------------------------------------------------- columns


def test_heading_of_the_right_column_above_the_left_one_is_its_first_line(understand: Understand) -> None:
    marks: list[Mark] = [Text(120, 40, "Mira Sandoval of the harbour of Delft", size=20)]
    marks += [Text(220, 100, "Experience", size=14, bold=True), Text(220, 120, "Baker Jan 2020 - May 2021")]
    marks += [Text(220, 140 + 13 * row, SENTENCE[:60]) for row in range(12)]
    marks += [Text(40, 140 + 13 * row, "harbour sail") for row in range(9)]
    read = understand(pdf_of(marks))
    (section,) = [one for one in read.sections if one.heading]
    assert "harbour sail" not in " ".join(item.text for entry in section.entries for item in entry.items)


def test_two_headings_on_a_line_own_what_stands_right_below_each(understand: Understand) -> None:
    marks: list[Mark] = [Text(50, 40, "Mira Sandoval", size=20)]
    marks += [Text(35, 107, "EDUCATION", size=16), Text(217, 107, "EXPERIENCE", size=16)]
    marks += [Text(214.5, 127, "DELFT INSTITUTE OF SEA AND BREAD", size=10, right=True), Text(217, 127, "BAKER")]
    marks += [Text(217, 141, "Jan 2020 - May 2021")]
    marks += [Text(x, 155 + 13 * row, text) for row in range(6) for x, text in ((35, "Sea"), (217, SENTENCE[:50]))]
    assert [months for _, months in jobs(understand(pdf_of(marks)))] == [17]


# ------------------------------------------------------------------------------------------------------------- letters


def test_capitals_without_a_name_are_told_by_known_words(taxonomy: Taxonomy) -> None:
    document = typed("""
        Mira Sandoval
        # Experience
        Baker, Jan 2013 – \ue017ay 2013
        • Baked rye bread for the shops
        Miller, \ue018ct 2014 – \ue01aresent
        • Wrote \ue01aython and \ue01aandas
    """)
    read = read_resume(document, taxonomy, AS_OF)
    assert [months for _, months in jobs(read)] == [5, 146]
    assert "Wrote Python and Pandas" in entries(read, "experience")[1].items[-1].text


def test_title_that_goes_on_below_belongs_to_the_dates_under_it(understand: Understand) -> None:
    lines = [
        ("Experience", True),
        ("Postdoctoral researcher, Institute of Bread and of Flour, College", True),
        ("of Halm", False),
        ("10/2021 - 09/2023", False),
        ("Weighed the loaves and wrote down what they lost in the oven", False),
        ("Assistant, Chair of the Mill and of the Wheel, College of", True),
        ("the Delft", False),
        ("10/2019 - 09/2021", False),
        ("Counted the sacks that came in and the sacks that went out", False),
    ]
    marks = [Text(60, 100 + 18 * number, text, bold=bold) for number, (text, bold) in enumerate(lines)]
    read = understand(pdf_of([Text(60, 60, "Mira Sandoval", size=18), *marks]))
    assert [months for _, months in jobs(read)] == [24, 24]
    assert [title.partition(",")[0] for title, _ in jobs(read)] == ["Postdoctoral researcher", "Assistant"]


def test_heading_of_appointments_holds_jobs_though_they_are_academic(understand: Understand) -> None:
    entry = "Fellow of the Bread Guild    Jan 2020 - Dec 2021\n- Weighed the loaves of the whole town\n"
    assert [months for _, months in jobs(understand(resume_of(f"\nAcademic appointments\n{entry}")))] == [24]


@pytest.mark.parametrize(
    ("heading", "line", "months"),
    [
        ("Lately", "Sound engineer, Orrin Hall    2013 - 2024", 132),
        ("Posts I held", "Laboratory assistant, Orrin Clinic    Jan 2020 - Jun 2022", 30),
        ("Voyages", "Lisbon and the islands    Jan 2020 - Jun 2022", 0),
    ],
)
def test_posts_with_times_below_an_unknown_heading_are_work(heading: str, line: str, months: int) -> None:
    text = f"# Mira Sandoval\n\n## {heading}\n\n{line}\n- Kept the books\n\n## Education\n\nBSc Biology, Halden, 2012\n"
    report = Analyzer(as_of="2026-11").analyze_bytes(text.encode(), "resume.md")
    assert report.resume.work_months == months


def test_unknown_heading_beside_known_work_is_left_alone() -> None:
    text = (
        "# Mira Sandoval\n\n## Experience\n\nAnalyst, Orrin Foods    Jan 2020 - Jun 2022\n- Kept the books\n\n"
        "## Beyond\n\nRadio engineer, hobby station    2013 - 2024\n- Kept the mast\n"
    )
    report = Analyzer(as_of="2026-11").analyze_bytes(text.encode(), "resume.md")
    assert report.resume.work_months == 30
