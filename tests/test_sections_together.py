"""Sections read with what the others hold: courses, exams, schools and what was earned there."""

from __future__ import annotations

import pytest
from sections_read import Understand, entries, texts

from gapcheck.resume import Resume

WORK = ("Experience", "## Baker, Kestrel Foods | Jan 2020 - Present\n- Baked rye bread")
SCHOOLS = "Lake University, Delft | 2010 - 2014\nOstby Boys School | 2003 - 2009"
EARNED = "Certified Fjord Baker 2019\nBSc Biology (Second Class) 2014\nSenior Secondary Certificate 2009"


def read(understand: Understand, *sections: tuple[str, str]) -> Resume:
    told = "\n".join(f"# {heading}\n{lines}" for heading, lines in [WORK, *sections, ("Interests", "Sailing")])
    return understand(f"Mira Sandoval\n{told}")


def kinds(resume: Resume) -> list[str]:
    return [entry.kind.value for entry in entries(resume, "education")]


@pytest.mark.parametrize(
    ("heading", "degrees"), [("Coursework", 1), ("Coursework and Other", 1), ("Education and Coursework", 2)]
)
def test_below_a_heading_of_courses_is_no_degree_beside_others(
    heading: str, degrees: int, understand: Understand
) -> None:
    degree = "## BSc Biology, Lake University | 2010 - 2013"
    resume = read(understand, ("Education", degree), (heading, "Secondary Education\n- Sums of bread\n- Tides"))
    assert kinds(resume).count("education") == degrees


def test_below_the_only_heading_of_studies_is_a_degree(understand: Understand) -> None:
    resume = read(understand, ("Coursework", "## BSc Biology, Lake University | 2010 - 2013"))
    assert kinds(resume) == ["education"]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Fjord Tester Foundation | Nov 2016", "certificate"),
        ("Fjord Studies, Halm | 2016", "education"),
        ("Fjord Studies | 2012 - 2016", "education"),
        ("A levels in sums | 2012", "education"),
    ],
)
@pytest.mark.parametrize(
    "heading",
    [
        "Qualifications",
        "Qualifications obtained with dates",
        "Education & Training",
        "Academic Record",
        "Qualification Details",
    ],
)
def test_exam_among_qualifications_is_a_certificate(heading: str, line: str, kind: str, understand: Understand) -> None:
    resume = read(understand, (heading, f"## BSc Biology, Lake University | 2010 - 2013\n## {line}"))
    found = kinds(resume)
    assert found == ["education", "education" if heading in ("Academic Record", "Qualification Details") else kind]


def test_degree_goes_to_the_school_that_was_left_in_its_year(understand: Understand) -> None:
    resume = read(understand, ("Institutions attended with dates", SCHOOLS), ("Qualifications obtained", EARNED))
    found = entries(resume, "education")
    assert [entry.kind.value for entry in found] == ["education", "education", "certificate"]
    assert "BSc Biology" in " ".join(texts(found[0])) and "Secondary Certificate" in " ".join(texts(found[1]))


@pytest.mark.parametrize(
    ("schools", "earned"),
    [
        (SCHOOLS.replace("Lake University", "MSc Bread, Lake University"), EARNED),
        (SCHOOLS, EARNED.replace("Biology", "Biology, Halm College")),
        (SCHOOLS.replace("2014", "2012"), EARNED.replace("2009", "2007")),
    ],
    ids=["degrees above", "schools below", "other years"],
)
def test_degrees_of_other_schools_are_more_degrees(schools: str, earned: str, understand: Understand) -> None:
    resume = read(understand, ("Institutions attended with dates", schools), ("Qualifications obtained", earned))
    assert kinds(resume).count("education") == 4
