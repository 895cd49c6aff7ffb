"""Entries of a resume and their dates."""

from __future__ import annotations

import pytest
from pages import Mark, Text, column, document_of, pdf_of, typed
from sections_read import FRAME, Understand, dates, entries, kinds, texts

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
