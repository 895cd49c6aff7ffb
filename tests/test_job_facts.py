"""What a posting says besides skills, and whether to apply; postings in the shapes of ten boards."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from pages import AS_OF
from posting import Read, posting_reader

from gapcheck import Analyzer
from gapcheck.job import Job, read_job
from gapcheck.outputs.markdown import markdown_report
from gapcheck.report.wording import job_answer, job_verdict
from gapcheck.skills.reader import SkillReader
from gapcheck.taxonomy import Taxonomy

ROOT = Path(__file__).parent.parent
BOARDS = ROOT / "tests" / "data" / "postings" / "boards"
LABELLED = sorted(path for path in BOARDS.iterdir() if path.suffix != ".yaml")
STRONG = ROOT / "samples" / "strong.pdf"


@pytest.fixture
def read(tmp_path: Path, taxonomy: Taxonomy, skill_reader: SkillReader) -> Read:
    return posting_reader(tmp_path, taxonomy, skill_reader)


@pytest.fixture(scope="module")
def labelled(taxonomy: Taxonomy, skill_reader: SkillReader) -> list[tuple[dict[str, Any], Job]]:
    return [
        (yaml.safe_load(path.with_suffix(".yaml").read_text(encoding="utf-8")), read_job(path, taxonomy, skill_reader))
        for path in LABELLED
    ]


def pairs(label: dict[str, Any], job: Job) -> list[tuple[dict[str, Any], Any]]:
    """Each labelled requirement with the one that shares most of its skills; none is taken twice."""
    shared = sorted(
        (-len(set(one["any_of"]) & set(other.any_of)) / len(set(one["any_of"]) | set(other.any_of)), row, column)
        for row, one in enumerate(label["requirements"])
        for column, other in enumerate(job.requirements)
        if set(one["any_of"]) & set(other.any_of)
    )
    found: dict[int, int] = {}
    for _, row, column in shared:
        if row not in found and column not in found.values():
            found[row] = column
    return [(label["requirements"][row], job.requirements[column]) for row, column in found.items()]


def test_requirements_of_postings_as_boards_show_them(labelled: list[tuple[dict[str, Any], Job]]) -> None:
    """What a label leaves `open` counts neither way."""
    matched = [(label, job, pairs(label, job)) for label, job in labelled]
    both = [pair for *_, found in matched for pair in found]
    expected = [one for label, *_ in matched for one in label["requirements"]]
    extra = [
        other
        for label, job, found in matched
        for other in job.requirements
        if other not in [one for _, one in found] and not set(other.any_of) <= set(label["open"])
    ]
    lists = [one for one in expected if len(one["any_of"]) > 1]
    levels = [(one, other) for one, other in both if "level" in one]
    assert len(labelled) == 16
    assert len(both) / len(expected) >= 0.93
    assert len(both) / (len(both) + len(extra)) >= 0.93
    assert sum(one["need"] == other.need.value for one, other in both) / len(both) >= 0.95
    assert sum(set(one["any_of"]) == set(other.any_of) for one, other in both if one in lists) / len(lists) >= 0.85
    assert sum(one["level"] == other.level.name for one, other in levels) / len(levels) >= 0.93


def test_facts_of_postings_as_boards_show_them(labelled: list[tuple[dict[str, Any], Job]]) -> None:
    for label, job in labelled:
        facts = job.facts
        degree = facts.degree and {"level": facts.degree.level, "need": "must" if facts.degree.must else "nice"}
        assert job.title == label["title"]
        assert degree == label["degree"] if label["degree"] else degree is None, label["title"]
        assert (facts.years.least if facts.years else None) == label["years"], label["title"]
        assert {one.code for one in facts.languages if one.must} == set(label["languages"]), label["title"]
        pay = [facts.pay.least, facts.pay.most, facts.pay.currency, facts.pay.period] if facts.pay else None
        assert pay == label["pay"], label["title"]
        assert facts.location and label["location"].split(",")[0] in facts.location


@pytest.mark.parametrize(
    ("lines", "degree"),
    [
        ("Bachelor's or Master's degree in statistics", ("bachelor", True, False)),
        ("MS or PhD in Computer Science", ("master", True, False)),
        ("A degree in physics, or equivalent experience", ("bachelor", True, True)),
        ("PhD preferred", ("phd", False, False)),
        ("No PhD needed", None),
        ("MS Office", None),
        ("Enrolled in a Master's programme", None),
        ("Bachelor's degree\n- A Master's degree is a plus", ("bachelor", True, False)),
    ],
)
def test_degree_asked_for(lines: str, degree: tuple[str, bool, bool] | None, read: Read) -> None:
    found = read(f"Data Engineer\n\nRequirements\n- Python\n- {lines}\n").facts.degree
    assert (found and (found.level, found.must, found.equivalent)) == degree


@pytest.mark.parametrize(
    ("line", "years"),
    [
        ("5+ years of experience with Python", (5, None)),
        ("3-5 years in a similar role", (3, 5)),
        ("Up to 2 years of experience", (0, 2)),
        ("Two years of work and 1 year of SQL", (2, None)),
        ("Ten years of Python would be a plus", None),
        ("PhD, or a Master's with 8+ years of work\n- 6+ years of modelling", (6, None)),
        ("Bachelor's degree, or 4 years of work", (4, None)),
    ],
)
def test_years_asked_for(line: str, years: tuple[float, float | None] | None, read: Read) -> None:
    text = f"Data Engineer\n\nWe have been around for 30 years.\n\nRequirements\n- Python\n- {line}\n"
    found = read(text).facts.years
    assert (found and (found.least, found.most)) == years


def test_languages_asked_for_are_no_unknown_words(read: Read) -> None:
    job = read(
        "Data Engineer\n\nRequirements\n- Python, Hetznerix\n- Fluent English; German is a plus\n"
        "- Dutch is not required\n"
    )
    assert [(one.code, one.must) for one in job.facts.languages] == [("en", True), ("de", False)]
    assert [one.text for one in job.unknown] == ["Hetznerix"]


@pytest.mark.parametrize(
    ("line", "pay"),
    [
        ("Salary: €70,000 - €90,000 per year", (70000, 90000, "EUR", "year")),
        ("$185,000—$230,000 USD", (185000, 230000, "USD", "year")),
        ("CTC: ₹18,00,000 - ₹28,00,000 per annum", (1800000, 2800000, "INR", "year")),
        ("15 - 20 LPA, paid in INR", (None, None, None, None)),
        ("42.000 - 55.000 € gross per year", (42000, 55000, "EUR", "year")),
        ("CHF 120k-150k", (120000, 150000, "CHF", "year")),
        ("17.50 € per hour", (17.5, 17.5, "EUR", "hour")),
        ("9 000 - 13 000 PLN net per month", (9000, 13000, "PLN", "month")),
        ("up to £36,500", (None, 36500, "GBP", "year")),
        ("From $160,000 per year", (160000, None, "USD", "year")),
        ("We raised $40 million", (None, None, None, None)),
        ("A referral bonus of $5,000", (None, None, None, None)),
        ("The range is $210,000 - $265,000 per year. We also offer a bonus", (210000, 265000, "USD", "year")),
        ("$115,000-$140,000 with a 12% bonus", (115000, 140000, "USD", "year")),
        ("€1,500 a year for books", (None, None, None, None)),
        ("€40 a month for your ticket", (None, None, None, None)),
        ("NZ$125,000 to NZ$145,000", (125000, 145000, "NZD", "year")),
    ],
)
def test_pay_is_read_as_written(line: str, pay: tuple[float | None, ...], read: Read) -> None:
    found = read(f"Data Engineer\n\nRequirements\n- Python\n\nWhat we offer\n- {line}\n").facts.pay
    assert ((found.least, found.most, found.currency, found.period) if found else (None,) * 4) == pay


@pytest.mark.parametrize(
    ("head", "place"),
    [
        ("Data Scientist, Pricing\nAcme | Leeds, UK", "Leeds, UK"),
        ("Data Scientist\nLocation: Paris", "Paris"),
        ("Data Scientist\nAcme\nRemote (Europe)", "Remote (Europe)"),
        ("Data Scientist\nAcme", None),
        ("Data Scientist\nAcme Rail - Utrecht, Netherlands", "Utrecht, Netherlands"),
    ],
)
def test_place_of_the_job(head: str, place: str | None, read: Read) -> None:
    assert read(f"{head}\n\nRequirements\n- Python\n").facts.location == place


@pytest.mark.parametrize(
    ("requirements", "verdict", "answers"),
    [
        (["Python", "SQL"], "apply", []),
        (["Python", "PhD in physics"], "apply with a letter", ["asks a PhD: you have a bachelor's"]),
        (["Python", "PhD or equivalent experience"], "apply", ["asks a PhD: you have a bachelor's"]),
        (["Python", "A Master's degree is a plus"], "apply", ["welcomes a master's: you have a bachelor's"]),
        (["Python", "12 years of experience"], "not yet", ["asks 12 years of work: you show 2.2"]),
        (["Scala", "Kafka", "Rust", "SAP"], "not yet", []),
        (["Python", "Fluent Welsh or Irish"], "apply", ["asks Irish: the resume does not name it"]),
    ],
)
def test_whether_to_apply(requirements: list[str], verdict: str, answers: list[str], tmp_path: Path) -> None:
    posting = tmp_path / "posting.txt"
    posting.write_text("Data Engineer\n\nRequirements\n" + "".join(f"- {one}\n" for one in requirements), "utf-8")
    report = Analyzer(job=posting, as_of=AS_OF).analyze(STRONG)
    assert report.job is not None and report.job.apply is not None
    assert report.job.apply.verdict == verdict
    assert [job_answer(one) for one in report.job.answers] == answers
    assert job_verdict(report.job.apply) in markdown_report(report)
