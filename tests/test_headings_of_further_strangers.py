"""Headings in small capitals, in capitals before a remark, of several things, and larger than titles but not clear."""

from __future__ import annotations

import pytest
from pages import Mark, Text, pdf_of, typed
from sections_read import Understand, entries, kinds

from gapcheck.documents import Word
from gapcheck.resume.heading_looks import look_of

JOB = "# Experience\nBaker, Kestrel Foods, Jan 2021 - Dec 2022\n• Rye bread\n"


def page(*lines: tuple[str, float, bool]) -> bytes:
    """Lines of one size and weight each, all as close to each other."""
    marks: list[Mark] = [Text(60, 50, "Mira Sandoval", size=20)]
    marks += [Text(60, 80 + 18 * row, text, size=size, bold=bold) for row, (text, size, bold) in enumerate(lines)]
    return pdf_of(marks)


def word(text: str, size: float) -> Word:
    return Word(text, 0, 0, 10, size, size, bold=False)


@pytest.mark.parametrize(
    ("sizes", "size"),
    [((14, 9.75, 9.75), 14), ((14, 14, 9.75), 14), ((14, 13, 13), 13), ((14, 5, 5), 5)],
)
def test_small_capitals_are_as_large_as_their_capitals(sizes: tuple[float, ...], size: float) -> None:
    second = "I" if sizes[1] == 14 else "we"
    words = [word(text, one) for text, one in zip(("What", second, "studied"), sizes, strict=True)]
    assert look_of(words)[0] == size


FRAME = (
    ("EXPERIENCE", 16, True),
    ("Baker, Kestrel Foods\tMar 2021 - Aug 2023", 10, True),
    ("• Kept the rye records", 10, False),
    ("EDUCATION", 12, True),
    ("BSc Zoology, University of Halm, 2016 - 2019", 10, False),
)


@pytest.mark.parametrize(
    ("heading", "size", "bold", "found"),
    [
        ("SKILLS & tools at hand", 9, True, True),  # capitals before a remark
        ("SKILLS at a glance", 13, True, True),  # bold, and larger than titles
        ("Skills at a glance", 10, True, False),  # bold as titles are
        ("SKILLS & Tools at hand", 9, True, False),  # what follows is no remark
        ("Skills", 10, False, False),
    ],
)
def test_heading_that_stands_close_is_told_by_capitals_or_size(
    heading: str, size: float, bold: bool, found: bool, understand: Understand
) -> None:
    source = page(*FRAME, (heading, size, bold), ("Julia and sailing", 10, False))
    assert ("skills" in kinds(understand(source))) is found


@pytest.mark.parametrize(
    ("heading", "below", "found"),
    [
        ("Technical Skills", "Python, Docker, sailing, rye", True),
        ("Technical Skills", "Python and rye", False),
        ("Skills", "Python, Docker, sailing, rye", False),
    ],
)
def test_plain_heading_between_a_list_and_one_with_commas_opens_skills(
    heading: str, below: str, found: bool, understand: Understand
) -> None:
    head = (("Employment History", 15, True), ("Baker, Kestrel Foods, Mar 2020 - Feb 2022", 11, False))
    text = (("• Night shifts", 11, False), (heading, 11, False), (below, 11, False))
    foot = (("Education", 15, True), ("BSc Biology, Halm University, 2016 - 2019", 11, False))
    assert ("skills" in kinds(understand(page(*head, *text, *foot)))) is found


def test_heading_of_courses_and_more_is_no_title(understand: Understand) -> None:
    lines = f"{JOB.upper()}# EDUCATION\nHalm High School, 2002 - 2006\n# COURSES AND DOCUMENTS\nOven certificate (2013)"
    assert kinds(understand(typed(f"Mira Sandoval\n{lines}")))[-1] == "certifications"


@pytest.mark.parametrize("heading", ["Contract History", "Contracts"])
def test_contracts_are_jobs(heading: str, understand: Understand) -> None:
    lines = f"# {heading}\nBaker, Kestrel Foods, Jan 2021 - Dec 2022\n• Rye bread\n# Education\nBSc Bread, Halm, 2015"
    assert kinds(understand(typed(f"Mira Sandoval\n{lines}")))[1] == "experience"


WORKS = (
    "1) 2006 - 2008: Halm Oto, apprentice baker. I weighed flour and rye and I learned",
    "the oven from master Ost.",
    "2) 04.2010 - 12.2014: Kestrel Bread Company, baker. Night work at the ovens of",
    "sixty shops of the old city.",
)
TIME_INSIDE = ("I weighed flour and rye at the ovens of the bakery (2006 - 2008) and I learned it there", "and rowed.")


@pytest.mark.parametrize(("below", "months"), [(WORKS, [24, 57]), (TIME_INSIDE, [])])
def test_works_i_did_are_jobs_that_begin_with_their_time(
    below: tuple[str, ...], months: list[int], understand: Understand
) -> None:
    school = (("EDUCATION", 10.0, True), ("Halm High School, 2002 - 2006", 10.0, False))
    works = [(line, 10.0, False) for line in ("WORKS I DID", *below)]
    resume = understand(page(*school, *works, ("LANGUAGE", 10.0, True), ("Turkish", 10.0, False)))
    assert [one.dates.months for one in entries(resume, "experience") if one.dates] == months


def test_civic_work_is_honorary(understand: Understand) -> None:
    lines = f"{JOB}# Civic work\nFree bread every first Saturday, House of Halm, since 2016"
    assert kinds(understand(typed(f"Mira Sandoval\n{lines}")))[-1] == "activities"


RUN_IN = """Mira Sandoval

{work} Head of bread, Kestrel Foods, May 2019 - present. I keep the ovens of six shops.
    Baker, Halm Ltd, Mar 2013 - Apr 2019. I baked rye.

{school} BSc Biology, Delft University, 2012.

{skills} Rye, ovens, stock of flour, calm talks.
"""


@pytest.mark.parametrize(
    ("work", "school", "skills", "apart"),
    [
        ("Experience.", "Education.", "Skills\n\nSkills.", False),  # a heading of its own stands there
        ("Experience.", "Education.", "Skills.", True),
        ("Work experience.", "Education.", "Skills.", True),
        ("Experience.", "Education.", "Rye.", False),  # two words may open sentences
    ],
)
def test_headings_that_run_into_their_text_are_headings_where_several_do(
    work: str, school: str, skills: str, apart: bool, understand: Understand
) -> None:
    resume = understand(RUN_IN.format(work=work, school=school, skills=skills))
    kinds = [section.kind.value for section in resume.sections]
    assert (kinds == ["header", "experience", "education", "skills"]) is apart
    assert (resume.work_months == 165) is apart
