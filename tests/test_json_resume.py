"""JSON Resume is taken as it states itself."""

from __future__ import annotations

import json

import pytest
from formats_read import resume_in, skills_in, texts_of
from resume_files import RESUMES, as_json

from gapcheck import Analyzer
from gapcheck.taxonomy import Taxonomy

"""The other resumes have sections that JSON Resume does not know."""


# -------------------------------------------------------------------------------------------------------- JSON Resume


def test_json_resume_dates_become_entries_with_months(taxonomy: Taxonomy) -> None:
    resume = resume_in(as_json(RESUMES["strong"]), taxonomy)
    dated = {entry.title: entry.dates.months for _, entry in resume.entries() if entry.dates and entry.kind.is_work}
    assert dated == {"Machine Learning Engineer": 23, "Machine Learning Intern, R&D": 3}


STATED = {
    "basics": {"name": "Mira Sandoval", "summary": "Since 2019 she bakes rye."},
    "work": [
        {
            "company": "Kestrel Foods", "title": "Analyst", "startDate": "2020-01", "endDate": "2022-06",
            "summary": "In 2017 the mill won a prize.", "technologies": ["Spark", "Kafka"], "keywords": ["PyTorch"],
            "highlights": ["Education", "Jan 2015 - Dec 2016 archive moved", "Reports for 2018"],
            "url": "https://example.org/kestrel",
        },
        {"name": "Lark Library", "position": "Data Intern", "startDate": "June 2019", "endDate": "08/2019"},
    ],
    "projects": [{"name": "Bread Counter", "keywords": ["OpenCV"], "url": "https://github.com/mira/bread"}],
    "certificates": [{"name": "First Aid", "date": "2021-05"}],
    "skills": ["Tableau", {"name": "Web", "keywords": ["React", None, {"x": 1}]}],
}  # fmt: skip


def test_json_resume_is_taken_as_it_states_itself(taxonomy: Taxonomy) -> None:
    resume = resume_in(json.dumps(STATED).encode(), taxonomy)
    found = [(entry.kind.value, entry.title, entry.dates and entry.dates.months) for _, entry in resume.entries()]
    assert [one for one in found if one[0] != "text"] == [
        ("job", "Analyst", 30),
        ("internship", "Data Intern", 3),
        ("project", "Bread Counter", None),
        ("certificate", "First Aid", 1),
    ]
    assert {section.known_by.value for section in resume.sections} == {"stated"}
    assert [section.kind.value for section in resume.sections] == [
        "header", "summary", "experience", "projects", "skills", "certifications",
    ]  # fmt: skip


def test_json_resume_lists_under_other_keys_belong_to_their_entry(analyzer: Analyzer) -> None:
    skills = skills_in(json.dumps(STATED).encode(), analyzer)
    assert {skills[name][1] for name in ("spark", "kafka", "pytorch", "opencv")} == {"demonstrated"}
    assert {skills[name][1] for name in ("tableau", "react")} == {"listed"}


@pytest.mark.parametrize(
    "skills",
    ["Tableau; R", "Tableau\nR", {"dataTools": ["Tableau", "R"]}, {"charts": "Tableau", "languages": "R, Swedish"}],
)
def test_json_resume_skills_in_one_text_or_by_name_are_listed(skills: object, analyzer: Analyzer) -> None:
    found = skills_in(json.dumps({"basics": {"name": "Mira Sandoval"}, "skills": skills}).encode(), analyzer)
    assert {name: how for name, (_, how) in found.items()} == {"tableau": "listed", "r": "listed"}


def test_json_resume_levels_of_skills_are_ratings(analyzer: Analyzer) -> None:
    rated = {"Master": "intermediate", "Advanced": "intermediate", "Intermediate": "basic", "Beginner": "basic"}
    skills = [{"name": "Tools", "level": level, "keywords": [name]} for level, name in zip(rated, NAMES, strict=True)]
    own = [{"name": name, "level": level} for level, name in zip(rated, OWN_NAMES, strict=True)]
    found = skills_in(json.dumps({"basics": {"name": "Mira Sandoval"}, "skills": [*skills, *own]}).encode(), analyzer)
    for names in (("python", "docker", "sql", "git"), ("pytorch", "aws", "airflow", "spark")):
        assert [found[name][0] for name in names] == list(rated.values())


NAMES = ("Python", "Docker", "SQL", "Git")
OWN_NAMES = ("PyTorch", "AWS", "Airflow", "Spark")


def test_json_resume_without_end_goes_on() -> None:
    work = [
        {"position": "Clerk", "startDate": "2020-02-01"},
        {"position": "Baker", "startDate": "2018", "endDate": "2019"},
    ]
    assert texts_of(json.dumps({"work": work})) == ["Experience", "Clerk\tFeb 2020 – present", "Baker\t2018 – 2019"]
