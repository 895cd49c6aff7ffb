"""A document → sections by their headings, entries with kinds, titles and dates, and items of text."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pages import AS_OF, Mark, Text, column, document_of, pdf_of, resume_pdf, typed

from gapcheck.documents import Document
from gapcheck.resume import DateRange, Entry, Resume, month_number
from gapcheck.resume.reader import read_resume
from gapcheck.taxonomy import SectionKind, Taxonomy

Understand = Callable[[str | bytes | Document], Resume]

FRAME = """
    Mira Sandoval
    {}
    # Education
    ## BSc Biology, Delft University | 2016 - 2019
    # Interests
    Sailing, rye bread
"""


@pytest.fixture
def understand(taxonomy: Taxonomy) -> Understand:
    """A resume in the notation of `resume_pdf`, as a PDF or as a document → what is understood of it."""

    def read(source: str | bytes | Document) -> Resume:
        if isinstance(source, str):
            source = resume_pdf(source)
        document = document_of(source) if isinstance(source, bytes) else source
        return read_resume(document, taxonomy, AS_OF)

    return read


def kinds(resume: Resume) -> list[str]:
    return [section.kind.value for section in resume.sections]


def entries(resume: Resume, kind: str) -> list[Entry]:
    return [entry for section, entry in resume.entries() if section.kind.value == kind]


def texts(entry: Entry) -> list[str]:
    return [item.text for item in entry.items]


def dates(first: tuple[int, int], last: tuple[int, int]) -> DateRange:
    begin, end = month_number(*first), month_number(*last)
    return DateRange(begin, end, end - begin + 1)


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
]


@pytest.mark.parametrize(("heading", "kind"), KNOWN, ids=[heading for heading, _ in KNOWN])
def test_known_heading_opens_a_section_of_its_kind(heading: str, kind: str, understand: Understand) -> None:
    resume = understand(FRAME.format(f"# {heading}\nBaking and sailing in all weathers"))
    assert kinds(resume) == ["header", kind, "education", "interests"]
    assert resume.sections[1].heading == heading.rstrip(":")


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


# ------------------------------------------------------------------------------------------------------------ entries


def test_entry_has_title_and_dates(understand: Understand) -> None:
    resume = understand(FRAME.format("# Experience\n## Clerk, Lark Library | Jan 2020 - Mar 2020\n- Sorted books"))
    (job,) = entries(resume, "experience")
    assert (job.title, job.dates) == ("Clerk, Lark Library", dates((2020, 1), (2020, 3)))


def test_every_job_is_kept(understand: Understand) -> None:
    titles = [f"Clerk, {bird} Library" for bird in ("Lark", "Wren", "Finch", "Heron", "Kestrel", "Swift", "Robin")]
    jobs = [f"## {title} | Jan {2014 + n} - Mar {2014 + n}\n- Sorted books" for n, title in enumerate(titles)]
    resume = understand(FRAME.format("\n".join(["# Experience", *jobs])))
    assert [job.title for job in entries(resume, "experience")] == titles


def test_sections_side_by_side_are_read_one_after_the_other(understand: Understand) -> None:
    marks: list[Mark] = [Text(60, 60, "Mira Sandoval", size=16)]
    for x, lines in (
        (60, ["Skills", "Python, SQL", "Git, Docker"]),
        (330, ["Awards", "Prize of the guild", "Silver loaf"]),
    ):
        marks += [Text(x, 100, lines[0], size=14, bold=True), *column(x, 120, lines[1:])]
    resume = understand(pdf_of(marks))
    assert kinds(resume) == ["header", "skills", "awards"]
    assert [text for entry in entries(resume, "skills") for text in texts(entry)] == ["Python, SQL", "Git, Docker"]


def test_each_school_with_its_years_is_an_entry_though_no_degree_is_named(understand: Understand) -> None:
    schools = "Halden University, Biology | 2012 - 2014\nDelft University, Statistics | 2014 - 2016"
    resume = understand(typed(f"Mira Sandoval\n# Education\n{schools}"))
    assert [one.title for one in entries(resume, "education")] == [
        "Halden University, Biology",
        "Delft University, Statistics",
    ]


KINDS = [
    ("Experience", "Data Analyst, Kestrel Foods", "job"),
    ("Experience", "Machine Learning Intern, Heron Optics", "internship"),
    ("Experience", "Trainee Baker, Finch Bakery", "internship"),
    ("Experience", "Teaching Assistant, Delft University", "job"),
    ("Experience", "Research Assistant, Delft University", "job"),
    ("Experience", "Volunteer, Lark Library", "activity"),
    ("Experience", "Open Source Contributor, breadlib", "activity"),
    ("Experience", "Internal Auditor, Kestrel Foods", "job"),
    ("Volunteering", "Coding Coach, Wren School", "activity"),
    ("Projects", "Bread Forecast", "project"),
    ("Projects", "Bachelor Thesis: Yeast in Motion", "thesis"),
    ("Projects", "Kaggle competition on bread prices", "competition"),
    ("Education", "BSc Biology, Delft University", "education"),
    ("Certifications", "AWS Certified Cloud Practitioner", "certificate"),
    ("Publications", "Yeast in motion. Journal of Ovens", "publication"),
    ("Awards", "Best Baker of Delft", "award"),
]


@pytest.mark.parametrize(("heading", "title", "kind"), KINDS, ids=[title for _, title, _ in KINDS])
def test_kind_of_entry_follows_from_its_section_and_title(
    heading: str, title: str, kind: str, understand: Understand
) -> None:
    resume = understand(f"Mira Sandoval\n# {heading}\n## {title} | 2021\n- Did it well\n# Interests\nSailing")
    (entry,) = resume.sections[1].entries
    assert (entry.kind.value, entry.title) == (kind, title)


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Thesis: Counting yeast with OpenCV", "thesis"),
        ("Bachelor's dissertation on yeast", "thesis"),
        ("Senior capstone (2019): counted yeast", "project"),
        ("Final year project: a yeast counter", "project"),
    ],
)
def test_own_work_under_a_degree_is_an_entry_of_its_own(line: str, kind: str, understand: Understand) -> None:
    resume = understand(
        f"Mira Sandoval\n# Education\n## BSc Biology, Delft | 2016 - 2019\n{line}\n# Interests\nSailing"
    )
    assert [entry.kind.value for entry in entries(resume, "education")] == ["education", kind]


@pytest.mark.parametrize("mark", ["## ", ""], ids=["bold title", "plain title"])
def test_employer_above_a_dated_title_opens_the_entry(mark: str, understand: Understand) -> None:
    divider = " | " if mark else ", "
    resume = understand(
        FRAME.format(
            f"""# Experience
            Kestrel Foods, Delft
            {mark}Data Analyst{divider}Jan 2020 - Mar 2021
            - Wrote reports
            - Built dashboards
            Lark Library, Leiden
            {mark}Clerk{divider}Jan 2018 - Mar 2019
            - Sorted books"""
        )
    )
    first, second = entries(resume, "experience")
    assert (first.title, first.organisation) == ("Data Analyst", "Kestrel Foods, Delft")
    assert first.dates == dates((2020, 1), (2021, 3))
    assert (second.title, second.organisation) == ("Clerk", "Lark Library, Leiden")
    assert second.dates == dates((2018, 1), (2019, 3))
    assert texts(first)[-1] == "• Built dashboards"


def test_dates_below_the_title_belong_to_the_entry(understand: Understand) -> None:
    resume = understand(
        FRAME.format(
            """# Experience
            ## Data Analyst
            Kestrel Foods, Jan 2020 - Mar 2021
            - Wrote reports
            ## Clerk
            Lark Library, Jan 2018 - Mar 2019
            - Sorted books"""
        )
    )
    jobs = entries(resume, "experience")
    assert [(job.title, job.dates and job.dates.months) for job in jobs] == [("Data Analyst", 15), ("Clerk", 15)]


TOOL_LABELS = ["Tech", "Technologies", "Tools", "Stack", "Tech stack", "Environment", "Built with", "Skills"]


@pytest.mark.parametrize("label", TOOL_LABELS)
def test_line_of_tools_stays_with_its_entry(label: str, understand: Understand) -> None:
    resume = understand(
        FRAME.format(
            f"""# Experience
            ## Data Analyst, Kestrel Foods | Jan 2020 - Mar 2021
            - Wrote reports
            {label}: Python, Flask
            ## Clerk, Lark Library | Jan 2018 - Mar 2019
            - Sorted books
            # Projects
            ## Bread Forecast
            - Forecast sales
            {label}: pandas"""
        )
    )
    assert [texts(entry)[-1] for entry in entries(resume, "experience") + entries(resume, "projects")] == [
        f"{label}: Python, Flask",
        "• Sorted books",
        f"{label}: pandas",
    ]


def test_projects_without_bullets_are_told_by_their_bold_titles(understand: Understand) -> None:
    resume = understand(
        FRAME.format(
            """# Projects
            ## Bread Forecast
            Forecast the sales of twelve shops for a year.
            ## Crust Camera
            Watched loaves in the oven with a camera.
            ## Yeast Counter
            Counted yeast cells under a microscope."""
        )
    )
    titles = [entry.title for entry in entries(resume, "projects")]
    assert titles == ["Bread Forecast", "Crust Camera", "Yeast Counter"]


def test_bulleted_list_of_projects_is_one_entry_each(understand: Understand) -> None:
    resume = understand(
        FRAME.format("# Projects\n- Bread Forecast: sales of shops\n- Crust Camera: loaves\n- Yeast Counter: cells")
    )
    assert len(entries(resume, "projects")) == 3


def test_certificates_are_one_entry_a_line(understand: Understand) -> None:
    resume = understand(
        FRAME.format("# Certifications\nAWS Certified Cloud Practitioner, 2023\nDeep Learning Specialization, 2022")
    )
    titles = [entry.title for entry in entries(resume, "certifications")]
    assert titles == ["AWS Certified Cloud Practitioner", "Deep Learning Specialization"]


@pytest.mark.parametrize("numbers", [("[1]", "[2]", "[3]"), ("1.", "2.", "3."), ("(1)", "(2)", "(3)")], ids=str)
def test_numbered_publications_are_one_entry_each(numbers: tuple[str, str, str], understand: Understand) -> None:
    first, second, third = numbers
    resume = understand(
        FRAME.format(
            f"""# Publications
            {first} M. Sandoval, A. Lind. Forecasting bread demand with neural net-
            works in small towns. Journal of Ovens, 2021.
            {second} A. Lind, M. Sandoval. Crusts seen by cameras. Proc. of Ovens,
            2022.
            {third} M. Sandoval. Yeast in motion. Proc. of Crumbs, 2023."""
        )
    )
    papers = entries(resume, "publications")
    assert [len(paper.items) for paper in papers] == [1, 1, 1]
    assert texts(papers[0])[0].endswith("neural networks in small towns. Journal of Ovens, 2021.")


# -------------------------------------------------------------------------------------------------------------- items

HYPHENS = [
    ("Improved the fore-", "cast of bread", "Improved the forecast of bread"),
    ("Worked in a cross-", "functional team", "Worked in a cross-functional team"),
    ("Read real-", "time data", "Read real-time data"),
    ("Wrote end-to-", "end tests", "Wrote end-to-end tests"),
    ("Studied state-of-the-", "art ovens", "Studied state-of-the-art ovens"),
    ("Worked for Heron-", "Optics", "Worked for Heron-Optics"),
    ("Read books -", "and sorted them", "Read books - and sorted them"),
]


@pytest.mark.parametrize(("first", "second", "joined"), HYPHENS, ids=[joined for *_, joined in HYPHENS])
def test_line_broken_at_a_hyphen_is_joined(first: str, second: str, joined: str, understand: Understand) -> None:
    resume = understand(FRAME.format(f"# Experience\n## Clerk | Jan 2020 - Mar 2020\n- {first}\n{second}"))
    assert texts(entries(resume, "experience")[0])[1] == f"• {joined}"


def test_name_with_a_hyphen_keeps_it_at_the_end_of_a_line(understand: Understand) -> None:
    resume = understand(FRAME.format("# Experience\n## Clerk | Jan 2020 - Mar 2020\n- Trained with scikit-\nlearn"))
    assert texts(entries(resume, "experience")[0])[1] == "• Trained with scikit-learn"


def test_bullet_over_two_lines_is_one_item(understand: Understand) -> None:
    resume = understand(
        FRAME.format("# Experience\n## Clerk | Jan 2020 - Mar 2020\n- Sorted the returned\nbooks of the town\n- Read")
    )
    assert texts(entries(resume, "experience")[0])[1:] == ["• Sorted the returned books of the town", "• Read"]


def test_lines_of_a_list_stay_apart(understand: Understand) -> None:
    lines = ["Languages: Python, SQL", "Tools: Docker, Git", "Methods: regression"]
    resume = understand(FRAME.format("\n".join(["# Skills", *lines])))
    assert texts(entries(resume, "skills")[0]) == lines


def test_item_knows_the_line_of_each_of_its_words(understand: Understand) -> None:
    resume = understand(
        FRAME.format("# Experience\n## Clerk | Jan 2020 - Mar 2020\n- Sorted the returned\nbooks of the town\n- Read")
    )
    item = entries(resume, "experience")[0].items[1]
    assert item.place_at(item.text.index("returned")).line.text == "• Sorted the returned"
    assert item.place_at(item.text.index("town")).line.text == "books of the town"


@pytest.mark.parametrize("contact", ["mira@example.org", "https://example.org/mira", "+31 555 0142 778"])
def test_contact_line_is_no_text_of_the_resume(contact: str, understand: Understand) -> None:
    resume = understand(FRAME.format(contact))
    assert contact not in texts(resume.sections[0].entries[0])


@pytest.mark.parametrize(
    "numbers", ["01/2024 - 12/2024", "(01/2024 - 12/2024)", "2024 - 2025", "2024-01-01 - 2024-12-31"]
)
def test_line_of_numeric_dates_is_the_date_of_its_entry(numbers: str, understand: Understand) -> None:
    [job] = entries(
        understand(FRAME.format(f"# Experience\n    Analyst, Kestrel Foods\n    {numbers}\n    * Counted pots")),
        "experience",
    )
    assert job.dates == dates((2024, 1), (2024, 12))


def test_document_without_text_in_it_is_a_resume_without_sections(understand: Understand) -> None:
    assert understand(typed("mira@example.org")).sections == ()


# -------------------------------------------------------------------------------------------------------- work months

JOBS = {
    "one job": ("## Clerk | Jan 2020 - Mar 2020", 3),
    "two jobs in a row": ("## Clerk | Jan 2020 - Mar 2020\n- Sorted\n## Cook | Apr 2020 - Jun 2020", 6),
    "two jobs with a gap": ("## Clerk | Jan 2020 - Mar 2020\n- Sorted\n## Cook | Jan 2021 - Jun 2021", 9),
    "overlapping jobs": ("## Clerk | Jan 2020 - Jun 2020\n- Sorted\n## Cook | Apr 2020 - Sep 2020", 9),
    "a job inside another": ("## Clerk | Jan 2020 - Dec 2020\n- Sorted\n## Cook | Apr 2020 - Jun 2020", 12),
    "a job without dates": ("## Clerk | Jan 2020 - Mar 2020\n- Sorted\n## Cook, Finch Bakery", 3),
    "a job that goes on": ("## Clerk | Jun 2024 - Present", 30),
    "a job by years": ("## Clerk | 2019 - 2021", 24),
    "a stated length": ("## Temp, Finch Bakery (6 months)", 6),
    "an internship": ("## Data Intern | Jun 2020 - Aug 2020", 3),
    "a volunteer": ("## Volunteer, Lark Library | Jan 2020 - Mar 2020", 0),
    "an open-source role": ("## Open Source Contributor | 2019 - 2021", 0),
}


@pytest.mark.parametrize(("jobs", "months"), JOBS.values(), ids=JOBS.keys())
def test_work_months_are_those_of_dated_jobs(jobs: str, months: int, understand: Understand) -> None:
    assert understand(FRAME.format(f"# Experience\n{jobs}\n- Worked well")).work_months == months


def test_months_of_study_and_projects_are_no_work(understand: Understand) -> None:
    resume = understand(FRAME.format("# Projects\n## Bread Forecast | Jan 2020 - Dec 2021\n- Forecast sales"))
    assert resume.work_months == 0


def test_years_named_in_the_text_of_a_job_are_not_its_length(understand: Understand) -> None:
    resume = understand(FRAME.format("# Experience\n## Analyst, Kestrel Foods\nMaintained 10 years of weather records"))
    assert resume.work_months == 0


def test_headings_in_small_letters_are_headings(understand: Understand) -> None:
    resume = understand(
        "Mira Sandoval\nDelft\n# code\n## Developer, Kestrel Web | 2020 - 2021\n- Fixed it\n"
        "# projects\n## rosterbot\n- Plans\n# kitchens\n## Cook, Salt Shed | 2010 - 2019\n- Cooked"
    )
    assert [section.heading for section in resume.sections[1:]] == ["code", "projects", "kitchens"]


def test_numbered_titles_hold_their_bullets(understand: Understand) -> None:
    resume = understand(
        "Mira Sandoval\n# Projects\n1. Crust Camera (Python)\n- Looked at loaves\n"
        "2. Yeast Counter (R)\n- Counted yeast\n# Interests\nSailing"
    )
    assert [len(entry.items) for entry in entries(resume, "projects")] == [2, 2]


def test_year_at_the_end_of_a_sentence_opens_no_entry(understand: Understand) -> None:
    resume = understand(
        "Mira Sandoval\n# Experience\n## Statistician, Kestrel Trials | Oct 2019 - Dec 2020\n"
        "Planned trials of bread; the interim analysis was introduced at my suggestion in\n2020.\n- Wrote reports\n"
        "# Interests\nSailing"
    )
    (entry,) = entries(resume, "experience")
    assert entry.dates is not None and entry.dates.months == 15


def cv_with_labels(*rows: tuple[str, str]) -> bytes:
    """A curriculum whose labels end at 128 points, right before the text they label, as in a common template."""
    marks: list[Mark] = [Text(60, 50, "Mira Sandoval", size=24), Text(137, 90, "Experience", size=14)]
    for number, (label, text) in enumerate(rows):
        y = 112 + 14 * number
        marks += [Text(128 + 1.5 * label.endswith("–"), y, label, right=True)] if label else []
        marks += [Text(137, y, text)] if text else []
    return pdf_of(
        [*marks, Text(137, 130 + 14 * len(rows), "Interests", size=14), Text(137, 150 + 14 * len(rows), "Sailing")]
    )


def test_dates_broken_in_a_margin_are_one_range(understand: Understand) -> None:
    """A dash at the end of a label hangs over towards the text, and the range goes on in the row below."""
    content = cv_with_labels(
        ("07/2024–", "Data Scientist, Kestrel Foods, Delft"),
        ("present", "Forecasts bread for the shops of the town and the villages around it"),
        ("", "and writes reports for the bakers"),
        ("07/2023–", "Data Intern, Wren Bank, Utrecht, in the team for small loans"),
        ("09/2023", "Wrote queries and reports for the credit team of the bank in Utrecht"),
        ("10/2022–", "Teaching assistant, Castleby University, chair of bread statistics"),
        ("02/2023", "Ran the weekly labs of statistics for first-year students of biology"),
    )
    assert [entry.dates and entry.dates.months for entry in entries(understand(content), "experience")] == [29, 3, 5]


def test_labels_that_end_at_their_text_are_no_column(understand: Understand) -> None:
    labels = ["2025", "2023", "languages", "tools", "Polish", "English", "German", "climbing", "reading"]
    text = "and what there is to say of it, in a line that is about as long as the page is wide"
    content = cv_with_labels(*((label, text) for label in labels))
    lines = [line.text for line in document_of(content).pages[0].lines]
    assert [f"{label}\t{text}" for label in labels] == [line for line in lines if text in line]


def test_indented_line_with_a_year_opens_no_entry(understand: Understand) -> None:
    marks: list[Mark] = [
        Text(60, 50, "Mira Sandoval", size=20),
        Text(60, 80, "Work", size=14, bold=True),
        Text(60, 100, "Developer, Kestrel Web", bold=True),
        Text(520, 100, "Apr 2023 - Mar 2024", right=True),
        *column(
            72, 114, ["Built the planner of the bakers", "Took over the oven service in 2024", "Works with the shops"]
        ),
        Text(60, 160, "Intern, Wren Bank", bold=True),
        Text(520, 160, "Jan 2022 - Mar 2022", right=True),
        *column(72, 174, ["Wrote reports"]),
        Text(60, 200, "Interests", size=14, bold=True),
        Text(60, 216, "Sailing"),
    ]
    found = entries(understand(pdf_of(marks)), "experience")
    assert [entry.dates and entry.dates.months for entry in found] == [12, 3]


def test_research_post_among_projects_is_a_job(understand: Understand) -> None:
    resume = understand(
        "Mira Sandoval\n# Research\n## Graduate Research Assistant, Yeast Lab | Sep 2025 - Dec 2025\n- Counted yeast\n"
        "# Projects\n## Yeast Camera | 2024\n- Looked at yeast\n# Interests\nSailing"
    )
    assert [entry.kind.value for section in resume.sections for entry in section.entries][1:3] == ["job", "project"]
