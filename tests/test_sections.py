"""Where a section begins: without a heading, with an aside, by its look."""

from __future__ import annotations

from dataclasses import replace

import pytest
from entries_read import EDUCATION, Read, jobs, months, resume_with
from pages import AS_OF, document_of, resume_pdf, typed

from gapcheck.documents import ReadOptions, read_content
from gapcheck.resume import Resume, read_resume
from gapcheck.taxonomy import SectionKind, Taxonomy


@pytest.fixture
def read(taxonomy: Taxonomy) -> Read:
    """A resume as plain text → what is understood of it."""
    return lambda text: read_resume(read_content(text.encode(), "typed.txt", ReadOptions()), taxonomy, AS_OF)


@pytest.fixture
def printed(taxonomy: Taxonomy) -> Read:
    """A resume in the notation of `resume_pdf` → what is understood of it."""
    return lambda text: read_resume(document_of(resume_pdf(text)), taxonomy, AS_OF)


def kinds(resume: Resume) -> list[str]:
    return [section.kind.value for section in resume.sections if section.kind is not SectionKind.header]


# -------------------------------------------------------------------------------------------- what stands in no section

OPEN = {
    "no mark below": "Clerk, Lark Books, Jan 2019 - Dec 2019\nLetters\nBaker, Kestrel, Jan 2018 - Dec 2018\nRye",
    "post, firm, time": "Clerk\nLark Books\nJan 2019 - Dec 2019\n- Letters\nBaker\nKestrel\nJan 2018 - Dec 2018\n- Rye",
    "firm, post, time": "Lark Books\nClerk\nJan 2019 - Dec 2019\n- Letters\nKestrel\nBaker\nJan 2018 - Dec 2018\n- Rye",
}  # fmt: skip


@pytest.mark.parametrize("text", OPEN.values(), ids=OPEN)
def test_jobs_below_the_letterhead_need_no_heading(text: str, read: Read) -> None:
    assert months(read(f"Mira Solheim\nDelft, mira@example.org\n{text}{EDUCATION}")) == [12, 12]


def test_heads_alike_with_lists_below_the_letterhead_are_jobs_whatever_they_are_called(read: Read) -> None:
    lists = (
        "Rower of boats, Elm Ferry\tMar 2008 - Feb 2009\n- Rowed\nKeeper of bees, Elm Farm\tJan 2007 - Feb 2008\n- Kept"
    )
    assert months(read(f"Mira Solheim\nmira@solheim.example\n\n{lists}{EDUCATION}")) == [12, 14]
    plain = lists.replace("- ", "")
    assert months(read(f"Mira Solheim\nmira@solheim.example\n\n{plain}{EDUCATION}")) == []


def test_jobs_below_a_summary_need_no_heading(read: Read) -> None:
    text = "Mira Solheim\n\nSUMMARY\nBakes bread.\nBaker, Kestrel, Jan 2018 - Dec 2018\n- Rye\n"
    assert kinds(read(text + EDUCATION)) == ["summary", "experience", "education"]


def test_sentence_of_a_summary_that_ends_in_a_time_begins_no_job(read: Read) -> None:
    told = (
        "Clerk of nine years at the front desk of a hotel, on my own since March 2021\nwith a small inn by the sea.\n"
    )
    text = f"Mira Solheim\n\nSUMMARY\n{told}\nWORK EXPERIENCE\nBaker, Kestrel, Jan 2018 - Dec 2018\n- Rye\n"
    resume = read(text + EDUCATION)
    assert kinds(resume) == ["summary", "experience", "education"] and months(resume) == [12]


@pytest.mark.parametrize(
    ("line", "below", "found"),
    [
        ("Clerk of nine years at the front desk of a hotel, on my own since March 2021", "with a small inn.", []),
        ("Clerk of nine years at the front desk of a hotel, on my own since March 2021", "With a small inn.", [69]),
        ("Clerk of nine years at the front desk of a hotel, on my own since March 2021", "- with a small inn", [69]),
        ("Clerk at the front desk, since March 2021", "with a small inn.", [69]),
    ],
)
def test_long_line_that_runs_on_is_no_head_of_a_job(line: str, below: str, found: list[int], read: Read) -> None:
    assert months(read(f"Mira Solheim\nDelft, mira@example.org\n{line}\n{below}{EDUCATION}")) == found


def test_degree_below_the_letterhead_is_no_job(read: Read) -> None:
    text = "Mira Solheim\nDelft\nMSc Engineer Course, Halden University, Jan 2011 - Dec 2012\n- Thesis on rye\n"
    assert months(read(text + EDUCATION)) == []


# ------------------------------------------------------------------------------------------------------------- headings

ASIDES = [
    ("Experience: where I was useful", "Skills, most used first", "Education | the long way"),
    ("experience / what I did so far", "skills / what I also know", "education / where I learned"),
]


@pytest.mark.parametrize("headings", ASIDES, ids=[first for first, *_ in ASIDES])
def test_heading_with_an_aside_is_the_heading(headings: tuple[str, str, str], printed: Read) -> None:
    assert kinds(printed(resume_with(headings))) == ["experience", "skills", "education"]


BEGUN = {
    "skills": ("Technical skills used in the last five years", "Python, SQL", ["experience", "skills", "education"]),
    "no list": (
        "Technical skills used in the last five years",
        "Led the mill through a hard winter.",
        ["experience", "education"],
    ),
    "named before": (
        "Experience of ovens and mills",
        "Clerk, Lark Books\tJan 2015 - Dec 2015",
        ["experience", "education"],
    ),
}


@pytest.mark.parametrize(("line", "below", "sections"), BEGUN.values(), ids=BEGUN)
def test_heading_that_goes_on_is_told_by_what_stands_below(
    line: str, below: str, sections: list[str], read: Read
) -> None:
    job = "Experience\nBaker, Kestrel Foods\tJan 2018 - Dec 2018\n- Rye"
    assert kinds(read(f"Mira Solheim\n{job}\n{line}\n{below}\nEducation\nBSc Biology, Halden University")) == sections


def test_heading_larger_than_those_that_are_known_opens_a_section(taxonomy: Taxonomy) -> None:
    studies = "# Education\nBSc Biology, Halden University, 2006 - 2010\n# Skills\nPython\n"
    document = typed(f"Mira Solheim\nLives in Halden\n{studies}# Ways and mills\nBaker, Jan 2018 - Dec 2018\n- Rye")
    (page,) = document.pages
    larger = tuple(
        replace(line, words=tuple(word._replace(size=16) for word in line.words)) if "mills" in line.text else line
        for line in page.lines
    )
    found = read_resume(replace(document, pages=(replace(page, lines=larger),)), taxonomy, AS_OF)
    assert kinds(found) == ["education", "skills", "experience"]


def test_list_behind_a_label_is_no_aside(printed: Read) -> None:
    text = resume_with(("Experience", "Skills", "Education")).replace(
        "- Baked", "## Tools: python, docker, git\n- Baked"
    )
    assert kinds(printed(text)) == ["experience", "skills", "education"]


def test_headings_smaller_than_the_text_are_told_by_their_words(taxonomy: Taxonomy) -> None:
    document = typed(resume_with(("experience", "skills", "education"), mark=""))
    (page,) = document.pages
    small = tuple(
        replace(line, words=tuple(word._replace(size=8) for word in line.words))
        if line.text in ("experience", "skills", "education")
        else line
        for line in page.lines
    )
    found = read_resume(replace(document, pages=(replace(page, lines=small),)), taxonomy, AS_OF)
    assert kinds(found) == ["experience", "skills", "education"]


def test_headings_that_no_list_knows_are_told_by_bold_type(taxonomy: Taxonomy) -> None:
    lines = (
        "Mira Solheim", "Lives in Halden", "Ways so far", "Baker, Kestrel Foods, Jan 2018 - Dec 2018", "Tools used",
        "Ovens, Docker", "Clerk, Lark Books, Jan 2017 - Dec 2017", "Read", "What I master", "Python, SQL, R",
        "Learned at", "BSc Biology, 2010",
    )  # fmt: skip
    document = typed("\n".join(lines))
    (page,) = document.pages
    bold = tuple(
        replace(line, words=tuple(word._replace(bold=True) for word in line.words))
        if line.text in ("Ways so far", "What I master", "Learned at")
        else line
        for line in page.lines
    )
    found = read_resume(replace(document, pages=(replace(page, lines=bold),)), taxonomy, AS_OF)
    assert [section.heading for section in found.sections[1:]] == ["Ways so far", "What I master", "Learned at"]
    assert months(found) == [12, 12]


def test_headings_in_small_letters_stand_clear_in_plain_text(read: Read) -> None:
    job = "employment (since school)\nBaker, Kestrel, Jan 2018 - Dec 2018\n- Rye"
    text = f"Mira Solheim\n\n{job}\n\nskills\nPython\n\neducation\nBSc Biology\n"
    assert kinds(read(text)) == ["experience", "skills", "education"]


def test_labels_in_the_look_of_titles_stay_in_their_job(printed: Read) -> None:
    text = (
        "Mira Solheim\n# Experience\n## Baker, Kestrel Foods | Jan 2018 - Dec 2019\n## Key achievements\n- Rye\n"
        "## Tech stack\nPython, Docker\n## Selected projects\n- Oats\n"
        "## Clerk, Lark Books | Jan 2017 - Dec 2017\n- Read\n"
        "# Education\nBSc Biology, Halden University | 2006 - 2010\n"
    )
    found = printed(text)
    assert kinds(found) == ["experience", "education"]
    assert months(found) == [24, 12]


def test_known_heading_that_ends_a_list_ends_the_job(read: Read, printed: Read) -> None:
    text = resume_with(("Experience", "Skills", "Education"))
    assert kinds(printed(text.replace("# Skills", "## Skills"))) == ["experience", "skills", "education"]


PAGE = (
    "<h1>Mira Solheim</h1><h2>Experience</h2><h3>Baker, Kestrel</h3><p>Jan 2018 - Dec 2018</p><ul><li>Rye</li></ul>"
    "<p><b>{}</b></p><p>Python, Docker</p>{}<h2>Education</h2><p>BSc Biology, Halden University, 2006 - 2010</p>"
)
NEXT = "<h3>Clerk, Lark Books</h3><p>Jan 2017 - Jun 2017</p><ul><li>Sorted</li></ul>"
BETWEEN = [
    ("Tech stack", "", ["experience", "skills", "education"], [("Baker, Kestrel", 12)]),
    ("Tech stack", NEXT, ["experience", "education"], [("Baker, Kestrel", 12), ("Clerk, Lark Books", 6)]),
    ("Skills", NEXT, ["experience", "education"], [("Baker, Kestrel", 12), ("Clerk, Lark Books", 6)]),
]


@pytest.mark.parametrize(("label", "after", "sections", "work"), BETWEEN)
def test_list_between_two_jobs_belongs_to_the_first(
    label: str, after: str, sections: list[str], work: list[tuple[str, int]], taxonomy: Taxonomy
) -> None:
    page = PAGE.format(label, after).encode()
    found = read_resume(read_content(page, "page.html", ReadOptions()), taxonomy, AS_OF)
    assert (kinds(found), jobs(found)) == (sections, work)


def test_rest_of_a_marked_line_is_no_heading(printed: Read) -> None:
    text = resume_with(("Experience", "Hobbies", "Education"))
    rest = text.replace("- Baked rye bread for the town\n", "- Baked rye bread\n## Skills\n- Sold it\n")
    wide = "- Baked rye bread for the shops of the town and for its mill and its ovens, and all that with my many"
    assert kinds(printed(rest.replace("- Baked rye bread", wide))) == ["experience", "interests", "education"]


def test_line_below_a_joint_heading_is_what_its_label_says(read: Read) -> None:
    text = "Mira Solheim\n\nSKILLS & INTERESTS\nInterests: walking, bread\nSkills: Python, Docker\n"
    found = read(text + EDUCATION)
    texts = {
        section.kind.value: [item.text for entry in section.entries for item in entry.items]
        for section in found.sections
    }
    assert texts["interests"] == ["Interests: walking, bread"]
    assert texts["skills"] == ["Skills: Python, Docker"]


@pytest.mark.parametrize(
    ("service", "jobs"),
    [("Done in 2012.", [48, 24]), ("Clerk, Jan 2012 - Jun 2012", [6])],
    ids=["a heading of jobs that says no times", "one that does"],
)
def test_posts_that_each_open_with_a_time_and_a_colon_are_jobs(service: str, jobs: list[int], read: Read) -> None:
    text = (
        "Mira Sandoval\n\nTHE YEARS SO FAR\n2018-2022: Plant Engineer in Halm, Ostby. Kept the presses running.\n"
        "2016-2018: Design Engineer, Kestrel Moulds, Ostby. Drew moulds.\n\n"
        f"MILITARY SERVICE\n{service}\n\nSCHOOLS\nBSc Engineering, Delft University, 2012 - 2016\n"
    )
    assert [length for length in months(read(text)) if length > 1] == jobs
