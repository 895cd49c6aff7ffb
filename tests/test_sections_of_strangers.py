"""Sections, entries and headings as people of other trades write them, whom no list knows."""

from __future__ import annotations

import pytest
from entries_read import jobs, months
from pages import AS_OF, Mark, Text, pdf_of, texts_of, typed
from sections_read import Understand, entries, kinds

from gapcheck.resume.heading_model import heading_features, load_heading_model
from gapcheck.resume.model import EntryKind, Resume
from gapcheck.resume.reader import read_resume
from gapcheck.taxonomy import SectionKind, Taxonomy


def read(text: str, taxonomy: Taxonomy) -> Resume:
    return read_resume(typed(text), taxonomy, as_of=AS_OF)


def of_kind(resume: Resume, kind: EntryKind) -> list[str]:
    return [entry.title for section in resume.sections for entry in section.entries if entry.kind is kind]


@pytest.mark.parametrize(
    ("heading", "lines", "kind"),
    [
        ("Where the years went", ["Cook, Hotel Rill\tMay 2014 - June 2019", "Trained two apprentices."], "experience"),
        ("Behind me", ["Diploma in Forestry, Halm College, 2009 - 2011", "Ostby Upper School, 2008"], "education"),
        ("Allowed to", ["Forklift licence, valid until 2028", "First aid certificate, 2025"], "certifications"),
        ("Hung on walls", ["Solo exhibition, Gallery Fjord, 2019", "Article in Stone Monthly, vol. 4"], "publications"),
        ("After six", ["Chess, choir, cycling along the river, baking with my daughter"], "interests"),
    ],
)  # fmt: skip
def test_unusual_headings_are_told_by_what_stands_below(
    heading: str, lines: list[str], kind: str, taxonomy: Taxonomy
) -> None:
    model = load_heading_model()
    assert model.kind_of(heading, heading_features(heading, lines, taxonomy)) is SectionKind(kind)


def test_guessed_jobs_need_a_post_or_months(taxonomy: Taxonomy) -> None:
    degree = "# Education\nBSc Biology, Lake University, 2012 - 2015"
    text = f"Mira Sandoval\n\n{degree}\n\n# Travel\nOne year in Peru\t2016 - 2017"
    assert not jobs(read(text, taxonomy))


@pytest.mark.parametrize(("post", "count"), [("Ward Planner", 1), ("Ward Rounds", 0)])
def test_guessed_jobs_told_in_years_need_a_post_or_what_ends_like_one(
    post: str, count: int, taxonomy: Taxonomy
) -> None:
    degree = "# Education\nBSc Biology, Lake University, 2012 - 2015"
    work = f"# Where the years went\n{post}, Elm Infirmary\t2016 - 2018\n- Led a team of six\n- Kept the rota"
    assert len(jobs(read(f"Mira Sandoval\n\n{degree}\n\n{work}", taxonomy))) == count


@pytest.mark.parametrize("line", ["family break: at home with two children", "Trip through Iceland by bicycle"])
def test_time_without_work_between_jobs_is_leave(line: str, taxonomy: Taxonomy) -> None:
    jobs = ["2019 - 2021\tBaker, Halm Mills", f"2018 - 2019\t{line}", "2016 - 2018\tClerk, Rill Inn"]
    text = "\n".join(["Mira Sandoval\n\n# Experience", *jobs])
    resume = read(text, taxonomy)
    assert months(resume) == [24, 24] and of_kind(resume, EntryKind.leave) == [line]


@pytest.mark.parametrize("employer", ["Show Manager, Ostby Show Society", "Administration Officer, Halm Golf Club"])
def test_society_may_be_an_employer(employer: str, taxonomy: Taxonomy) -> None:
    text = f"Mira Sandoval\n\n# Employment history\n{employer}\tFeb 2015 - Nov 2016\n- Ran the gate"
    assert months(read(text, taxonomy)) == [22]


def test_employer_above_two_posts_told_again_is_no_job(taxonomy: Taxonomy) -> None:
    overview = "Rill Foods, Plant Manager\tMay 2016 - March 2020\nRill Foods, Foreman\tJuly 2011 - April 2016"
    told = "Rill Foods, Halm\nPlant Manager\n- Ran two sites\nForeman\n- Led the night shift"
    resume = read(f"Mira Sandoval\n\n# Experience\n{overview}\n\n# Career detail\n{told}", taxonomy)
    assert months(resume) == [47, 58]


@pytest.mark.parametrize(
    "line", ["Tours: Lakes 2012, Hills 2014 and 2016, Coast 2019. Long Service", "Rill Mills (founded 2001), Halm"]
)
def test_years_inside_of_a_text_open_no_job(line: str, taxonomy: Taxonomy) -> None:
    text = f"Mira Sandoval\n\n# Experience\nDriver, Elm Regiment\tMay 2010 - April 2014\n{line}\n\n# Hobbies\nTea"
    assert months(read(text, taxonomy)) == [48]


def test_rest_of_a_sentence_that_ends_with_a_year_opens_no_job(understand: Understand) -> None:
    told = "Deployments: Lakes 2012, Hills 2014 and 2016, Coast 2019. Given the large Bronze"
    text = f"Mira Sandoval\n# Experience\n## Driver, Elm Regiment | May 2010 - April 2014\n{told}\nFerry Cross, 2016."
    assert months(understand(text)) == [48]


def test_post_between_two_lists_opens_a_job_without_a_time(taxonomy: Taxonomy) -> None:
    above = "Engineer, Quill Logistics\t2013 - 2016\n- Route tables in PostgreSQL"
    resume = read(
        f"Mira Sandoval\n\n# Experience\n{above}\nEarlier: stall keeper, Tarn Market\n- Price lists", taxonomy
    )
    assert [title for title, _ in jobs(resume)][1:] == ["Earlier: stall keeper, Tarn Market"]
    label = read(f"Mira Sandoval\n\n# Experience\n{above}\nNewsletter\n- Price lists", taxonomy)
    assert len(jobs(label)) == 1
    wrapped = read(f"Mira Sandoval\n\n# Experience\n{above}\nDeveloper portal of the depot\n- Price lists", taxonomy)
    assert len(jobs(wrapped)) == 1


def test_degree_with_its_dissertation_behind_the_school_is_one(taxonomy: Taxonomy) -> None:
    line = "2008 - 2012\tPh.D., Sociology, Lake University. Dissertation: Neighbours by Radio"
    resume = read(f"Mira Sandoval\n\n# Education\n{line}", taxonomy)
    assert [entry.kind for entry in entries(resume, "education")] == [EntryKind.education]


def test_diplomas_under_qualifications_beside_a_degree_are_certificates(taxonomy: Taxonomy) -> None:
    listed = "# Qualifications\nGeneral Safety Certificate, 2022\nLevel 5 Diploma in Leadership, 2017"
    degree = "# Education\nBSc Biology, Lake University, 2014"
    assert kinds(read(f"Mira Sandoval\n\n{listed}\n\n{degree}", taxonomy))[1:] == ["certifications", "education"]
    school = "# Education\nHalm High School, 2007"
    assert kinds(read(f"Mira Sandoval\n\n{listed}\n\n{school}", taxonomy))[1:] == ["education", "education"]


ROWS = [
    ("Program", "Institution", "% / CGPA", "Year of completion"),
    ("B.Tech. (Mechanical)", "Ostby Institute of Technology", "8.42", "2026"),
    ("XII (State Board)", "Thiru Vidya School", "94.6%", "2022"),
    ("X (State Board)", "Thiru Vidya School", "97.2%", "2020"),
]


def test_table_of_degrees_right_below_the_name_is_read_by_rows(understand: Understand) -> None:
    marks: list[Mark] = [
        Text(60, 50, "MIRA SANDOVAL OSTBY", size=14, bold=True),
        Text(560, 50, "Roll No: ME22B057", size=14, bold=True, right=True),
        Text(60, 66, "Mechanical Engineering, Ostby Institute of Technology"),
        Text(560, 66, "DOB: 14/08/2004", right=True),
    ]
    for at, row in enumerate(ROWS):
        marks += [Text(x, 90 + 15 * at, cell, bold=not at) for x, cell in zip((60, 190, 400, 470), row, strict=True)]
    assert texts_of(pdf_of(marks))[-len(ROWS) :] == ["\t".join(row) for row in ROWS]
    assert [entry.printed for entry in entries(understand(pdf_of(marks)), "education")] == ["2026", "2022", "2020"]


@pytest.mark.parametrize(("whole", "found"), [("2009 - 2023", [75, 97]), ("2009 - 2016", [84, 75, 97])])
def test_employer_above_its_posts_may_end_within_its_last_year(
    whole: str, found: list[int], understand: Understand
) -> None:
    first = "## Aviation Supervisor, Fort Carrow, NC | July 2017 - Sept 2023\n- Led a crew"
    second = "## Engine Repairer, Fort Dellum, KY | June 2009 - June 2017\n- Mended turbines"
    text = f"Mira Sandoval\n# Career history\n## UNITED FERRY LINE | {whole}\n{first}\n{second}"
    assert months(understand(text)) == found


@pytest.mark.parametrize(
    ("line", "kind"),
    [("Calculus I (recitation leader)", EntryKind.project), ("Recitation leader, Calculus I", EntryKind.job)],
)
def test_role_in_brackets_behind_what_is_taught_is_no_post(line: str, kind: EntryKind, understand: Understand) -> None:
    text = (
        f"Mira Sandoval\n# Experience\n## Baker, Halm | 2014 - Present\n- Rye\n# Courses taught\n## {line} | Fall 2020"
    )
    assert entries(understand(text), "experience")[-1].kind is kind


def test_senior_certificate_of_a_school_is_a_degree(understand: Understand) -> None:
    degree = "## Bachelor of Education, Lake University | 2009 - 2012"
    listed = f"{degree}\n## National Senior Certificate, Umlazi Heights | 2008"
    found = entries(understand(f"Mira Sandoval\n# Qualifications\n{listed}"), "education")
    assert [entry.kind for entry in found] == [EntryKind.education] * 2
