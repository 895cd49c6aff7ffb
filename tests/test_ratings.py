"""What a person says of a level: words, dots, bars, stars and titles above a list."""

from __future__ import annotations

import io
import math

import pytest
from pages import (
    WHITE,
    Fill,
    Mark,
    Ring,
    Text,
    column,
    pdf_of,
    typed,
)
from reportlab.pdfgen import canvas
from skill_resumes import Read, case, found, job, left_out, skill, skills_list

from gapcheck.documents.characters import readable

# ------------------------------------------------------------------------------------------------------------ ratings


def rated(line: str) -> str:
    """A resume with this line in its skills section and one project that uses Python, SQL and Docker."""
    return skills_list(line) + "\n# Projects\n## Crust Camera\n- Wrote Python and SQL, ran Docker"


RATED = [
    # words
    ("Python: expert", {"python": "advanced"}),
    ("Python: advanced", {"python": "advanced"}),
    ("Advanced Python", {"python": "advanced"}),
    ("Python (advanced)", {"python": "advanced"}),
    ("Python - Expert", {"python": "advanced"}),
    ("Expert: Python, SQL", {"python": "advanced", "sql": "advanced"}),
    ("Extensive experience with Python", {"python": "advanced"}),
    ("SQL: intermediate", {"sql": "intermediate"}),
    ("Proficient in Python and SQL", {"python": "intermediate", "sql": "intermediate"}),
    ("Proficient: Python", {"python": "intermediate"}),
    ("Strong Python", {"python": "intermediate"}),
    ("Solid SQL", {"sql": "intermediate"}),
    ("Experienced in SQL", {"sql": "intermediate"}),
    ("Docker (basic)", {"docker": "basic"}),
    ("Familiar with Docker", {"docker": "basic"}),
    ("Exposure to Docker", {"docker": "basic"}),
    ("Beginner: Docker", {"docker": "basic"}),
    (
        "Expert in Python, proficient in SQL, familiar with Docker",
        {"python": "advanced", "sql": "intermediate", "docker": "basic"},
    ),
    ("Advanced Python, intermediate SQL", {"python": "advanced", "sql": "intermediate"}),
    case("Python | Expert", {"python": "advanced"}),
    # years
    ("5 years of Python", {"python": "advanced"}),
    ("3+ years of Python", {"python": "advanced"}),
    ("three years of experience with Python", {"python": "advanced"}),
    ("Python (4 years)", {"python": "advanced"}),
    ("2 years of Python", {"python": "basic"}),
    ("Python (3+ years), SQL (1 year)", {"python": "advanced", "sql": "basic"}),
    case("Python (4 yrs)", {"python": "advanced"}),
    ("The head of the team has nine years of Python", {"python": "basic"}),
    ("My mentor brings ten years of experience in Python", {"python": "basic"}),
    ("The billing product has a history of six years of Python", {"python": "basic"}),
    ("My work covers six years of Python", {"python": "advanced"}),
    # fractions and percent
    ("Python 4/5", {"python": "advanced"}),
    ("SQL 3/5", {"sql": "intermediate"}),
    ("Python 2/5", {"python": "basic"}),
    case("Python 3/5", {"python": "intermediate"}),
    ("Python 8/10", {"python": "advanced"}),
    ("Python 9/10, SQL 5/10", {"python": "advanced", "sql": "intermediate"}),
    ("Python 80%", {"python": "advanced"}),
    ("Python: 90 %", {"python": "advanced"}),
    ("Python 60%", {"python": "intermediate"}),
    ("Python 30%", {"python": "basic"}),
    # numbers that rate nothing
    ("Python 3", {"python": "basic"}),
    ("Python 2.7/3.6", {"python": "basic"}),
    ("Python", {"python": "basic"}),
]


@pytest.mark.parametrize(("line", "levels"), RATED)
def test_rating_with_one_entry_is_the_level(line: str, levels: dict[str, str], read: Read) -> None:
    findings = read(rated(line))
    assert {name: skill(findings, name).level.name for name in levels} == levels


DOTS = [
    ("Python ●●●●●", "advanced"),
    ("Python ●●●●○", "advanced"),
    ("Python ●●●○○", "intermediate"),
    ("Python ●●○○○", "basic"),
    ("Python ★★★★☆", "advanced"),
    ("Python ★★★☆☆", "intermediate"),
    ("Python ■■■■□", "advanced"),
    ("Python ▰▰▰▱▱", "intermediate"),
    case("Python ●●●●○ SQL ●●○○○", "advanced"),
    case(f"Python {readable(chr(0xF005) * 4 + chr(0xF006))}", "advanced"),
]


@pytest.mark.parametrize(("line", "level"), DOTS)
def test_dots_rate_by_their_share(line: str, level: str, read: Read) -> None:
    findings = read(
        typed(
            f"""Mira Sandoval
            # Projects
            Crust Camera
            - Wrote Python
            # Skills
            {line}"""
        )
    )
    assert skill(findings, "python").level.name == level


@pytest.mark.parametrize(("share", "level"), [(0.9, "advanced"), (0.6, "intermediate")])
def test_drawn_bar_rates_by_its_share(share: float, level: str, read: Read) -> None:
    marks: list[Mark] = [
        Text(60, 50, "Mira Sandoval"),
        Text(60, 80, "Projects", size=14, bold=True),
        Text(60, 95, "Crust Camera", bold=True),
        Text(60, 110, "Wrote Python for it."),
        Text(60, 150, "Skills", size=14, bold=True),
        Text(60, 170, "Python"),
        Fill(150, 163, 100, 7, (0.85, 0.85, 0.85)),
        Fill(150, 163, 100 * share, 7, (0.1, 0.2, 0.6)),
    ]
    assert skill(read(pdf_of(marks)), "python").level.name == level


@pytest.mark.parametrize(("filled", "level"), [(5, "advanced"), (3, "intermediate"), (1, "basic")])
def test_drawn_dots_with_rings_rate_by_their_share(filled: int, level: str, read: Read) -> None:
    """Browsers draw a round mark as a filling and a ring around it, which is a little wider."""
    marks: list[Mark] = [
        Text(60, 50, "Mira Sandoval"),
        Text(60, 80, "Projects", size=14, bold=True),
        Text(60, 95, "Crust Camera", bold=True),
        Text(60, 110, "Wrote Python for it."),
        Text(60, 150, "Skills", size=14, bold=True),
        Text(60, 170, "Python"),
    ]
    for number in range(5):
        marks.append(Fill(151 + 8 * number, 164, 5.2, 5.2, (0.5, 0.2, 0.1) if number < filled else WHITE))
        marks.append(Ring(150.1 + 8 * number, 163.1, 7, 7))
    assert skill(read(pdf_of(marks)), "python").level.name == level


def test_drawn_stars_rate_by_their_share(read: Read) -> None:
    """A star is a shape of ten edges; a filled one and an empty one are as large."""
    file = io.BytesIO()
    pdf = canvas.Canvas(file, invariant=1)
    pdf.setFont("Helvetica-Bold", 14)
    pdf.drawString(60, 760, "Skills")
    pdf.setFont("Helvetica", 10)
    pdf.drawString(60, 740, "Python")
    for number in range(5):
        path = pdf.beginPath()
        for corner in range(10):
            angle, radius = math.pi * (0.5 + corner / 5), 5 if corner % 2 == 0 else 2
            point = (150 + 14 * number + radius * math.cos(angle), 743 + radius * math.sin(angle))
            (path.lineTo if corner else path.moveTo)(*point)
        path.close()
        pdf.setFillColorRGB(*((0.9, 0.7, 0.1) if number < 3 else (0.85, 0.85, 0.85)))
        pdf.drawPath(path, stroke=0, fill=1)
    pdf.save()
    rated = skill(read(file.getvalue()), "python")
    assert rated.support.rating is not None and rated.support.rating.name == "intermediate"


def test_title_above_a_list_rates_all_of_it(read: Read) -> None:
    marks: list[Mark] = [
        Text(60, 50, "Mira Sandoval"),
        Text(60, 80, "Skills", size=14, bold=True),
        Text(60, 100, "Expert", bold=True),
        *column(60, 114, ["Python, SQL,", "Docker"]),
        Text(60, 146, "Familiar", bold=True),
        Text(60, 160, "Tableau"),
        Text(60, 178, "No production experience", bold=True),
        Text(60, 192, "Kubernetes"),
    ]
    findings = read(pdf_of(marks))
    assert {one.skill: one.level.name for one in findings.skills} == {
        "python": "intermediate", "sql": "intermediate", "docker": "intermediate", "tableau": "basic",
    }  # fmt: skip
    assert left_out(findings) == {("kubernetes", "negated")}


def test_spelling_of_britain_and_of_america_is_one(read: Read) -> None:
    for line in ("Quantisation of labelled data modelling", "Quantization of labeled data modeling"):
        assert "quantization" in found(read(job(f"{line} for neural networks")))
    assert "optimization" in found(read(job("Nonlinear optimisation of routes")))


def test_rating_of_advanced_without_an_entry_is_intermediate(read: Read) -> None:
    assert skill(read(skills_list("Python: expert")), "python").level.name == "intermediate"


def test_rating_of_intermediate_without_an_entry_is_basic(read: Read) -> None:
    assert skill(read(skills_list("Proficient in Python")), "python").level.name == "basic"


def test_rating_of_a_narrower_skill_does_not_rate_the_broader(read: Read) -> None:
    findings = read(skills_list("pandas: expert, Python"))
    assert skill(findings, "pandas").level.name == "intermediate"
    assert skill(findings, "python").level.name == "basic"
