"""Evidence for a skill: its kind, its entries and months, and the line that it quotes."""

from __future__ import annotations

import pytest
from pages import (
    document_of,
    resume_pdf,
)
from skill_resumes import Read, found, job, skill, skills_list, summary

from gapcheck.taxonomy import Taxonomy

# ---------------------------------------------------------------------------------------------- evidence and its kind


def test_skill_only_listed_is_basic(read: Read) -> None:
    docker = skill(read(skills_list("Docker")), "docker")
    assert (docker.level.name, docker.how.value, docker.entries, docker.months) == ("basic", "listed", 0, 0)


def test_skill_in_the_summary_is_listed(read: Read) -> None:
    docker = skill(read(summary("Analyst who runs Docker.")), "docker")
    assert (docker.level.name, docker.how.value, docker.entries) == ("basic", "listed", 0)


def test_skill_under_an_unknown_heading_is_listed(read: Read) -> None:
    docker = skill(read(summary("Analyst.") + "\n# Bread I Baked\nUsed Docker for ovens"), "docker")
    assert docker.how.value == "listed"


def test_skill_of_a_course_is_studied(read: Read) -> None:
    studied = skill(read(job("Sorted books") + "\n- Courses: linear algebra, SQL"), "sql")
    assert (studied.level.name, studied.how.value, studied.entries) == ("basic", "studied", 0)


def test_skill_of_a_certificate_is_certified(read: Read) -> None:
    findings = read(skills_list("SQL") + "\n# Certifications\nAWS Certified Cloud Practitioner, 2023")
    assert (skill(findings, "aws").level.name, skill(findings, "aws").how.value) == ("basic", "certified")


def test_certificate_and_one_entry_make_intermediate(read: Read) -> None:
    findings = read(job("Ran servers on AWS") + "\n# Certifications\nAWS Certified Cloud Practitioner, 2023")
    assert (skill(findings, "aws").level.name, skill(findings, "aws").how.value) == ("intermediate", "demonstrated")


ENTRIES = {
    "a job": ("# Experience\n## Analyst | Jan 2020 - Mar 2020\n- Ran Docker", 3),
    "an internship": ("# Experience\n## Data Intern | Jan 2020 - Mar 2020\n- Ran Docker", 3),
    "a teaching assistant": ("# Experience\n## Teaching Assistant | Jan 2020 - Mar 2020\n- Ran Docker", 3),
    "a job without dates": ("# Experience\n## Analyst, Kestrel Foods\n- Ran Docker", 0),
    "a project": ("# Projects\n## Crust Camera | Jan 2020 - Mar 2020\n- Ran Docker", 0),
    "a thesis": ("# Education\n## BSc Biology | 2016 - 2019\nThesis: Counting yeast with Docker", 0),
    "a competition": ("# Projects\n## Kaggle competition on bread prices\n- Ran Docker", 0),
    "a publication": ("# Publications\n1. M. Sandoval. Ovens run by Docker. Journal of Ovens, 2021.", 0),
    "a talk": ("# Talks\nOvens run by Docker, Bakers' Day, 2021", 0),
    "a volunteer role": ("# Volunteering\n## Coach, Wren School | Jan 2020 - Mar 2020\n- Ran Docker", 0),
    "an open-source role": ("# Experience\n## Open Source Contributor | 2019 - 2021\n- Ran Docker", 0),
}


@pytest.mark.parametrize(("section", "months"), ENTRIES.values(), ids=ENTRIES.keys())
def test_entry_demonstrates_a_skill_and_only_dated_jobs_add_months(section: str, months: int, read: Read) -> None:
    docker = skill(read(f"Mira Sandoval\n{section}\n# Interests\nSailing"), "docker")
    assert (docker.how.value, docker.entries, docker.months) == ("demonstrated", 1, months)


def test_skill_named_often_in_one_entry_is_one_entry(read: Read) -> None:
    assert skill(read(job("Wrote Python", "Taught Python", "Python, Python")), "python").entries == 1


def test_line_of_tools_below_a_job_belongs_to_it(read: Read) -> None:
    docker = skill(read(job("Sorted books").replace("# Education", "Tech: Docker, Linux\n# Education")), "docker")
    assert (docker.how.value, docker.months) == ("demonstrated", 3)


def test_months_of_two_overlapping_jobs_count_once(read: Read) -> None:
    findings = read(
        """
        Mira Sandoval
        # Experience
        ## Analyst, Kestrel Foods | Jan 2020 - Jun 2020
        - Wrote reports in Python
        ## Tutor, Wren College | Apr 2020 - Sep 2020
        - Corrected homework in Python
        # Interests
        Sailing
        """
    )
    python = skill(findings, "python")
    assert (python.entries, python.months) == (2, 9)


def test_months_of_jobs_without_the_skill_do_not_count(read: Read) -> None:
    findings = read(
        """
        Mira Sandoval
        # Experience
        ## Analyst, Kestrel Foods | Jan 2020 - Jun 2020
        - Wrote reports in Python
        ## Clerk, Lark Library | Jan 2015 - Dec 2018
        - Sorted the returned books
        # Interests
        Sailing
        """
    )
    assert skill(findings, "python").months == 6


def test_two_years_of_jobs_make_advanced(read: Read) -> None:
    findings = read(job("Wrote Python").replace("Mar 2020", "Dec 2021"))
    assert (skill(findings, "python").months, skill(findings, "python").level.name) == (24, "advanced")


def test_years_of_data_are_not_months_of_the_skill(read: Read) -> None:
    findings = read(
        "Mira Sandoval\n# Experience\n## Analyst, Kestrel Foods\nMaintained 10 years of weather records in Python\n"
        "# Education\n## BSc Biology | 2016 - 2019"
    )
    assert (skill(findings, "python").months, skill(findings, "python").level.name) == (0, "basic")


def test_skill_broken_over_two_lines_is_found(read: Read) -> None:
    assert "machine-learning" in found(read(job("Sorted orders with machine\nlearning")))


def test_prefixes_that_were_looked_up_before_do_not_hide_those_of_a_resume(taxonomy: Taxonomy) -> None:
    assert "scikit" not in taxonomy.entry_words.prefixes
    assert "scikit" in taxonomy.entry_words.with_prefixes(frozenset(["scikit"])).prefixes


def test_skill_broken_at_its_hyphen_is_found(read: Read) -> None:
    assert "scikit-learn" in found(read(job("Sorted orders with scikit-").replace("scikit-", "scikit-\nlearn")))


def test_evidence_is_the_line_that_names_the_skill(read: Read) -> None:
    (evidence,) = skill(read(job("Sorted books", "Ran Docker on two servers")), "docker").evidence
    assert evidence.quote == "• Ran Docker on two servers"
    assert (evidence.page, evidence.section, evidence.kind.value) == (1, "Experience", "demonstrated")


def test_evidence_box_is_that_of_its_line(read: Read) -> None:
    document = document_of(resume_pdf(job("Sorted books", "Ran Docker on two servers")))
    (evidence,) = skill(read(document), "docker").evidence
    (line,) = [line for line in document.pages[0].lines if "Docker" in line.text]
    assert (evidence.line, evidence.box) == (line.number, line.box)


def test_every_skill_has_evidence_and_a_reason(read: Read) -> None:
    findings = read(job("Trained nets in PyTorch and pandas") + "\n# Skills\nDocker, SQL: expert, R")
    assert all(one.evidence and one.why for one in findings.skills)
