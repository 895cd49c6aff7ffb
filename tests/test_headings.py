"""Headings of a resume: by their words, by their look, in margins and in plain text."""

from __future__ import annotations

import pytest
from pages import Mark, Text, column, pdf_of
from sections_read import FRAME, Understand, entries, kinds, texts

from gapcheck.taxonomy import SectionKind

# ----------------------------------------------------------------------------------------------------------- headings

KNOWN = [
    ("Summary", "summary"),
    ("About Me", "summary"),
    ("Work Experience", "experience"),
    ("PROFESSIONAL EXPERIENCE", "experience"),
    ("Employment History", "experience"),
    ("Internships", "experience"),
    ("Personal Projects", "projects"),
    ("Academic Background", "education"),
    ("Technical Skills", "skills"),
    ("Skills & Tools", "skills"),
    ("Licenses & Certifications", "certifications"),
    ("Publications:", "publications"),
    ("Honors and Awards", "awards"),
    ("Volunteering", "activities"),
    ("Hobbies", "interests"),
    ("Languages", "languages"),
    ("References", "references"),
    ("Professional Chronicle", "experience"),
    ("Case Studies", "projects"),
    ("Courses taught", "experience"),
    ("Continuing Professional Development", "certifications"),
    ("Peer-Reviewed Articles", "publications"),
]


@pytest.mark.parametrize(("heading", "kind"), KNOWN, ids=[heading for heading, _ in KNOWN])
def test_known_heading_opens_a_section_of_its_kind(heading: str, kind: str, understand: Understand) -> None:
    resume = understand(FRAME.format(f"# {heading}\nBaking and sailing in all weathers"))
    assert kinds(resume) == ["header", kind, "education", "interests"]
    assert resume.sections[1].heading == heading.rstrip(":")


def test_part_of_a_heading_that_only_describes_shares_its_last_word(understand: Understand) -> None:
    jobs = "## Clerk, Elm Mills | Jan 2019 - Dec 2020\n- Sums of the week\n"
    resume = understand(FRAME.format(f"# Professional & Volunteer Experience\n{jobs}"))
    assert kinds(resume)[1:3] == ["experience", "activities"]
    assert [entry.kind.value for entry in entries(resume, "experience")] == ["job"]


@pytest.mark.parametrize(("heading", "found"), [("EDUCATION", True), ("Education", False)])
def test_heading_in_capitals_above_the_size_of_the_text_opens_a_main_section(
    heading: str, found: bool, understand: Understand
) -> None:
    marks: list[Mark] = [Text(60, 50, "Mira Sandoval", size=20), Text(60, 80, "Employment history", size=8)]
    marks += [Text(60, 94, "Lock keeper, Elm Canals, Mar 2021 - Feb 2023", size=12, bold=True)]
    marks += [Text(60, 108, "- Ran the gates", size=10), Text(60, 124, "Selected Projects", size=15)]
    marks += [Text(60, 140, "Otter map of the canal", size=10), Text(60, 154, heading, size=12, bold=True)]
    marks += [Text(60, 168, "BSc Biology, Lake University, 2015 - 2018", size=10)]
    assert ("education" in kinds(understand(pdf_of(marks)))) is found


UNKNOWN = [
    ("Selected Data Projects of Mine", "projects"),
    ("Trade Experience in Ovens", "experience"),
    ("Skills I Brag About", "skills"),
]


@pytest.mark.parametrize(("heading", "kind"), UNKNOWN, ids=[heading for heading, _ in UNKNOWN])
def test_unknown_heading_is_told_by_its_look_and_its_words(heading: str, kind: str, understand: Understand) -> None:
    resume = understand(FRAME.format(f"# Summary\nClerk\n# {heading}\nRye and barley loaves for the neighbours"))
    assert kinds(resume) == ["header", "summary", kind, "education", "interests"]


def test_headings_are_found_where_no_list_knows_a_single_one(understand: Understand) -> None:
    rows = [
        Text(60, 50, "Mira Sandoval", size=20),
        Text(60, 75, "Baker"),
        Text(60, 100, "Where I have been", size=14, bold=True),
        Text(60, 118, "Baker, Kestrel Ovens, Jan 2020 - Mar 2021", bold=True),
        Text(60, 132, "Rye and barley loaves for the neighbours"),
        Text(60, 160, "Weekend machines", size=14, bold=True),
        Text(60, 178, "Loaf counter, 2022", bold=True),
        Text(60, 192, "Counts loaves with a camera"),
        Text(60, 220, "Schooldays", size=14, bold=True),
        Text(60, 238, "BSc Biology, Delft University, 2016 - 2019"),
    ]
    headings = [section.heading for section in understand(pdf_of(rows)).sections[1:]]
    assert headings == ["Where I have been", "Weekend machines", "Schooldays"]


def test_text_under_an_unknown_heading_is_kept(understand: Understand) -> None:
    resume = understand(FRAME.format("# Summary\nClerk\n# Bread I Baked\nRye and barley loaves for the neighbours"))
    below = next(section for section in resume.sections if section.heading == "Bread I Baked")
    assert [item.text for entry in below.entries for item in entry.items] == [
        "Rye and barley loaves for the neighbours"
    ]


def test_letter_spaced_headings_are_known(understand: Understand) -> None:
    resume = understand(
        pdf_of(
            [
                Text(60, 50, "Mira Sandoval", size=18),
                Text(60, 90, "EDUCATION", size=12, spacing=5),
                Text(60, 110, "BSc Biology, Delft University, 2016 - 2019"),
                Text(60, 150, "W O R K   E X P E R I E N C E", size=12),
                Text(60, 170, "Clerk, Lark Library, Jan 2020 - Mar 2020"),
            ]
        )
    )
    assert kinds(resume) == ["header", "education", "experience"]


def headings_in_the_margin() -> bytes:
    blocks = {
        "Experience": [
            "Clerk, Lark Library, Jan 2020 - Mar 2020",
            "• Sorted the returned books of the whole town",
            "• Read to children on Saturdays",
        ],
        "Education": ["BSc Biology, Delft University, 2016 - 2019"],
        "Skills": ["Python, SQL and spreadsheets of every kind"],
        "Interests": ["Sailing, baking rye bread"],
    }
    marks: list[Mark] = [Text(60, 50, "Mira Sandoval", size=18)]
    y = 100.0
    for heading, lines in blocks.items():
        marks += [Text(60, y, heading, bold=True), *column(170, y, lines)]
        y += 15 * len(lines) + 12
    return pdf_of(marks)


def test_headings_in_the_margin_open_sections(understand: Understand) -> None:
    resume = understand(headings_in_the_margin())
    assert kinds(resume) == ["header", "experience", "education", "skills", "interests"]


def test_line_beside_a_heading_in_the_margin_belongs_to_its_section(understand: Understand) -> None:
    (job,) = entries(understand(headings_in_the_margin()), "experience")
    assert job.title == "Clerk, Lark Library"
    assert texts(job)[1:] == ["• Sorted the returned books of the whole town", "• Read to children on Saturdays"]


def test_plain_text_has_headings_alone_on_their_lines(understand: Understand) -> None:
    resume = understand(
        """
        Mira Sandoval

        Experience
        Clerk, Lark Library, Jan 2020 - Mar 2020
        - Sorted the returned books

        Education
        BSc Biology, Delft University, 2016 - 2019

        Skills
        Python, SQL
        """
    )
    assert kinds(resume) == ["header", "experience", "education", "skills"]


def test_headings_in_capitals_are_told_by_them(understand: Understand) -> None:
    resume = understand(
        """
        Mira Sandoval
        EXPERIENCE
        Clerk, Lark Library, Jan 2020 - Mar 2020
        - Sorted the returned books, gained experience
        SKILLS
        Python, SQL
        """
    )
    assert kinds(resume) == ["header", "experience", "skills"]


def test_word_of_a_heading_inside_a_sentence_opens_nothing(understand: Understand) -> None:
    resume = understand(FRAME.format("# Summary\nClerk with experience in projects,\neducation and skills for life"))
    assert kinds(resume) == ["header", "summary", "education", "interests"]


def test_name_above_the_first_heading_is_the_header(understand: Understand) -> None:
    resume = understand(FRAME.format(""))
    assert resume.sections[0].kind is SectionKind.header
    assert texts(resume.sections[0].entries[0]) == ["Mira Sandoval"]


def test_sidebar_does_not_leak_into_the_text_beside_it(understand: Understand) -> None:
    side = ["Skills", "Python", "SQL", "Tableau", "Languages", "Dutch", "English", "Frisian"]
    main = [
        "Experience",
        "Clerk, Lark Library, Jan 2020 - Mar 2020",
        "Sorted the returned books of the whole town by hand,",
        "wrote the weekly report for managers of twelve shops",
        "while reading stories to the children on Saturdays.",
        "Education",
        "BSc Biology, Delft University, 2016 - 2019",
    ]
    marks = [
        Text(mark.x, mark.y, mark.text, bold=mark.text in ("Skills", "Languages", "Experience", "Education"))
        for mark in [*column(40, 100, side, leading=17), *column(200, 100, main)]
    ]
    resume = understand(pdf_of([Text(60, 50, "Mira Sandoval", size=18), *marks]))
    assert kinds(resume) == ["header", "skills", "languages", "experience", "education"]
    assert texts(entries(resume, "skills")[0]) == ["Python", "SQL", "Tableau"]


def test_running_header_is_no_part_of_the_text(understand: Understand) -> None:
    first = [Text(60, 30, "Mira Sandoval, page 1"), Text(60, 100, "Experience", size=14, bold=True)]
    second = [Text(60, 30, "Mira Sandoval, page 2"), *column(60, 100, ["- Read to children", "- Mended books"])]
    body = column(60, 120, ["Clerk, Lark Library, Jan 2020 - Mar 2020", "- Sorted the returned books"])
    (job,) = entries(understand(pdf_of([*first, *body], second)), "experience")
    assert texts(job)[1:] == ["- Sorted the returned books", "- Read to children", "- Mended books"]


def test_headings_in_small_letters_are_headings(understand: Understand) -> None:
    resume = understand(
        "Mira Sandoval\nDelft\n# code\n## Developer, Kestrel Web | 2020 - 2021\n- Fixed it\n"
        "# projects\n## rosterbot\n- Plans\n# kitchens\n## Cook, Salt Shed | 2010 - 2019\n- Cooked"
    )
    assert [section.heading for section in resume.sections[1:]] == ["code", "projects", "kitchens"]


def test_heading_that_says_more_is_one_where_its_look_tells(understand: Understand) -> None:
    body = "# EXPERIENCE\n## Cook, Gull Inn | Jan 2020 - Mar 2021\n- Ran it\n# {}\nPython, SQL\n# EDUCATION\n## BSc"
    for saying in ("WITH WHAT I FEEL AT HOME BY NOW", "THINGS I HAVE BEEN ASKED TO SHOW"):
        resume = understand("Ada Quill\n" + body.format(saying))
        assert saying in [section.heading for section in resume.sections]


@pytest.mark.parametrize(
    ("heading", "is_one"),
    [
        ("Training in nets (evenings, since January 2025)", True),
        ("Training in nets (Jan 2025 - Mar 2025)", False),  # of one course
        ("Training in nets, January 2025 (evenings)", False),
    ],
)
def test_heading_may_say_since_when_in_a_remark(heading: str, is_one: bool, understand: Understand) -> None:
    resume = understand(
        "Ada Quill\n# Experience\n## Cook, Gull Inn | Jan 2020 - Mar 2021\n- Ran it\n"
        f"# {heading}\n- Nets by hand\n- Nets by mill\n# Education\n## BSc"
    )
    assert (heading.rstrip(")") in [section.heading.rstrip(")") for section in resume.sections]) is is_one


def test_headings_of_a_column_are_larger_than_its_own_text(understand: Understand) -> None:
    rows = ["Top Skills", "Planning", "SAP", "Languages", "Shona", "English", "Certifications", "Rye Baker, level 2"]
    marks: list[Mark] = []
    for at, row in enumerate(rows):
        heads = row in ("Top Skills", "Languages", "Certifications")
        marks.append(Text(20, 60 + 18 * at + 5 * heads, row, size=11 if heads else 9))
    marks += [Text(200, 50, "Mira Sandoval", size=20), Text(200, 100, "Experience", size=14)]
    lines = ["Buyer, Kestrel Foods", "Jan 2020 - Mar 2021", "Bought rye and barley for all of the ovens of the county"]
    lines += ["and kept the book of the mill by the river, day by day, for the"] * 8
    marks += [Text(200, 130 + 16 * at, line, size=11.5) for at, line in enumerate(lines)]
    assert {"skills", "languages", "certifications"} <= set(kinds(understand(pdf_of(marks))))


@pytest.mark.parametrize("time", ["July 2013 – July 2015 | Delft", "Delft, in the summer"])
def test_title_above_a_line_that_opens_with_its_time_is_no_heading(time: str, understand: Understand) -> None:
    titled = time.startswith("July")
    lines = [
        ("EDUCATION", 16.0),
        ("BSc Biology, Lake University, 2012", 10.0),
        ("EXPERIENCE", 16.0),
        ("KESTREL FOODS | RYE BREAD", 12.0),
        (time, 10.0),
        ("SKILLS", 16.0),
        ("PROGRAMMING", 12.0),
        ("Python, Go", 10.0),
        ("CERTIFICATES", 12.0),
        ("Bread of the fjord", 10.0),
    ]
    marks: list[Mark] = [Text(60, 50, "Mira Sandoval", size=30)]
    marks += [Text(60, 90 + 24 * at, line, size=size, bold=size == 12.0) for at, (line, size) in enumerate(lines)]
    resume = understand(pdf_of(marks))
    assert ("KESTREL FOODS | RYE BREAD" in [section.heading for section in resume.sections]) is not titled
    assert len(entries(resume, "experience")) == (1 if titled else 0)


def test_period_of_experience_labels_a_part_of_a_job(understand: Understand) -> None:
    text = FRAME.format("# Experience\nKestrel Foods\n# Period of experience\nDelft Mar 2019 - Sep 2020")
    (job,) = entries(understand(text), "experience")
    assert job.dates is not None and job.dates.months == 19
