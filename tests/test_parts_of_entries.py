"""Parts of entries, joint headings, scales of columns and lines in capitals → what a resume says with them."""

from __future__ import annotations

import io

import docx
import pytest
from pages import typed

from gapcheck import Analyzer
from gapcheck.documents import ReadOptions, read_content
from gapcheck.report import GapReport
from gapcheck.resume.language import unread_language
from gapcheck.resume.lexicon import lexicon
from gapcheck.taxonomy import SectionKind, Taxonomy
from gapcheck.taxonomy.in_languages import in_languages

PARTS = (
    "# Mira Sandoval\n\n## Work\n\n### Clerk, Orrin Foods (Jan 2020 – Dec 2021)\n\n#### Projects\n\n"
    "- Stock of 40 shops in MATLAB\n\n#### Tools used\n\nExcel\n\n### Porter, Orrin Foods (Jan 2019 – Dec 2019)\n\n"
    "#### Projects\n\n- Routes in MATLAB\n\n## Education\n\nBSc Biology, Halden, 2012 – 2015\n"
)


def report(text: str, name: str = "resume.md") -> GapReport:
    return Analyzer(as_of="2026-11").analyze_bytes(text.encode(), name)


def shown(found: GapReport) -> dict[str, tuple[str, int | None]]:
    return {one.id: (one.how, one.months) for one in found.skills}


# ----------------------------------------------------------------------------------------------------- parts of entries


def test_headings_below_the_titles_of_jobs_open_no_sections() -> None:
    assert report(PARTS).resume.work_months == 36
    assert shown(report(PARTS))["matlab"] == ("demonstrated", 36)


def test_tool_alone_below_its_label_is_a_tool() -> None:
    text = PARTS.replace("#### Projects\n\n- Stock of 40 shops in MATLAB\n\n", "")
    assert shown(report(text))["excel"] == ("demonstrated", 24)
    assert "excel" not in shown(report(text.replace("Tools used", "Awards")))


def test_small_heading_below_the_last_job_opens_its_section() -> None:
    text = PARTS.replace("#### Projects\n\n- Stock of 40 shops in MATLAB\n\n#### Tools used\n\nExcel\n\n", "")
    text = text.replace("#### Projects\n\n- Routes in MATLAB", "- Routes in MATLAB\n\n#### Skills\n\nRedis, Git")
    assert shown(report(text))["redis"][0] == "listed"


# ------------------------------------------------------------------------------------------------------------- headings


@pytest.mark.parametrize(
    ("heading", "code", "kinds"),
    [
        ("Studium und Projekte", "de", ("education", "projects")),
        ("Formation et projets", "fr", ("education", "projects")),
        ("Idiomas e interesses", "pt", ("languages", "interests")),
        ("Studies and projects", "en", ("education", "projects")),
    ],
)
def test_heading_joins_two_kinds_in_its_own_language(
    heading: str, code: str, kinds: tuple[str, ...], taxonomy: Taxonomy
) -> None:
    said = lexicon(in_languages(taxonomy, tuple(dict.fromkeys(("en", code)))).headings).says(heading)
    assert said is not None
    assert (said.whole, tuple(kind.value for kind in said.kinds)) == (True, kinds)


def test_each_side_of_a_semicolon_is_sorted_by_itself() -> None:
    text = (
        "# Mira Sandoval\n\n## Work\n\nPorter, Orrin Foods, 2019 – 2021\n\n"
        "## Skills & Hobbies\n\nRedis, Kafka; chess, hiking\n"
    )
    assert {"redis", "kafka"} <= shown(report(text)).keys()


POSTS = (
    "# Mira Sandoval\n\n## {}Positions {}held\n\nLamp lighter, Orrin, Jan 2020 – Jun 2021\n\n## Degree\n\nBSc Biology\n"
)
CLERK = "Work\n\nClerk, Orrin Foods, Jan 2010 – Dec 2010\n\n## "


@pytest.mark.parametrize(
    ("above", "inside", "months"), [("", "", 18), ("", "I ", 18), (CLERK, "", 12)], ids=["alone", "I held", "beside"]
)
def test_positions_held_are_work_where_no_other_heading_is(above: str, inside: str, months: int) -> None:
    assert report(POSTS.format(above, inside)).resume.work_months == months


# ---------------------------------------------------------------------------------------------------------------- posts


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        ("Volunteer Manager (salaried), Orrin Shelter", None),
        ("Volunteer Manager (full-time), Orrin Shelter", None),
        ("Volunteer Manager, Orrin Shelter", "activity"),
        ("Volunteer (expenses paid), Orrin Shelter", "activity"),
    ],
)
def test_paid_post_among_volunteers_is_a_job(head: str, kind: str | None, taxonomy: Taxonomy) -> None:
    assert taxonomy.entry_words.kind_of(head, SectionKind.experience) == kind


def test_dates_in_cells_that_a_dash_alone_joins_are_one_range() -> None:
    cells = [
        ("March 2020", "May 2021", "Miller", "Ground in Java"),
        ("May 2018", "June 2019", "Baker", "Baked in MATLAB"),
    ]
    rows = "".join(
        f"<tr><td>{begin}<br>–<br>{end}</td><td><b>{post}, Orrin</b><br>{text}</td></tr>"
        for begin, end, post, text in cells
    )
    found = report(
        f"<h1>Mira Sandoval</h1><h2>Work</h2><table>{rows}</table><h2>Education</h2><p>BSc, 2012</p>", "a.html"
    )
    assert found.resume.work_months == 29
    assert shown(found)["matlab"] == ("demonstrated", 14)


@pytest.mark.parametrize(
    ("line", "level"),
    [
        ("Working: Kafka, Redis", "intermediate"),
        ("Working knowledge: Kafka, Redis", "basic"),
        ("Hard-working Kafka, Redis", "basic"),
    ],
)
def test_working_rates_a_list_but_no_person(line: str, level: str) -> None:
    job = "## Work\n\nClerk, Orrin, Jan 2020 – Mar 2020\n\n- Orders through Kafka\n"
    found = report(f"# Mira Sandoval\n\n## Skills\n\n- {line}\n\n{job}")
    assert {one.level for one in found.skills if one.id == "kafka"} == {level}


# ------------------------------------------------------------------------------------------------------ Word documents


def lines_of(document: docx.document.Document) -> list[str]:
    kept = io.BytesIO()
    document.save(kept)
    read = read_content(kept.getvalue(), "resume.docx", ReadOptions())
    return [line.text for page in read.pages for line in page.lines]


@pytest.mark.parametrize("mark", ["✓", "x"])
def test_tick_in_a_scale_of_columns_says_what_its_column_does(mark: str) -> None:
    document = docx.Document()
    table = document.add_table(rows=3, cols=4)
    cells = [("Tool", "Novice", "Good", "Expert"), ("Redis", "", mark, ""), ("Kafka", mark, mark, "")]
    for row, texts in zip(table.rows, cells, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    assert lines_of(document)[1:] == ["Redis\tGood", f"Kafka\t{mark}\t{mark}"]


def test_short_line_that_word_draws_in_capitals_is_read_so() -> None:
    document = docx.Document()
    for text in ("Further skills", "Wrote the whole stock ledger in Go"):
        document.add_paragraph().add_run(text).font.small_caps = True
    document.add_paragraph("Plain words")
    assert lines_of(document) == ["FURTHER SKILLS", "Wrote the whole stock ledger in Go", "Plain words"]


# ------------------------------------------------------------------------------------------------------------ languages


def test_short_resume_with_foreign_names_shows_its_english_by_headings_and_months(taxonomy: Taxonomy) -> None:
    text = (
        "Nils Okonkwo\nExperience\nJunior baker, Murgtal Brot | September\n2024 – February 2025 | 12 hrs/wk\n"
        "Education\nBachelor Informatik, FH Murgtal, 2021 – 2024"
    )
    assert unread_language(typed(text), taxonomy) is None


def test_r_that_was_taught_is_the_language() -> None:
    text = (
        "# Mira Sandoval\n\n## Work\n\nTutor, Orrin College, Jan 2020 – Jun 2021\n\n- Taught R to 30 students a term\n"
    )
    assert shown(report(text))["r"] == ("demonstrated", 18)
