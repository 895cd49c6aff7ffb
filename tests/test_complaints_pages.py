"""What people complain of in tools that read resumes, about the pages: columns, letters, missing text."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from command import gapcheck
from complaining import Report, Understand, found, jobs, pdf, skill
from pages import (
    AS_OF,
    WHITE,
    Fill,
    Mark,
    Picture,
    Text,
    column,
    document_of,
    pdf_of,
    without_characters,
)
from reportlab.pdfbase import pdfmetrics

from gapcheck import Analyzer, DocumentError, GapReport
from gapcheck.documents import PdfReader
from gapcheck.resume.reader import read_resume
from gapcheck.taxonomy import Taxonomy


@pytest.fixture(scope="module")
def report(analyzer: Analyzer) -> Report:
    """A resume as a PDF or in the notation of `resume_pdf` → its gap report."""
    return lambda source: analyzer.analyze_document(document_of(pdf(source)))


@pytest.fixture(scope="module")
def understand(taxonomy: Taxonomy) -> Understand:
    """A resume as a PDF or in the notation of `resume_pdf` → its sections and entries."""
    return lambda source: read_resume(document_of(pdf(source)), taxonomy, AS_OF)


def quotes(report: GapReport) -> set[str]:
    return {line.quote for one in report.skills for line in one.evidence}


# --------------------------------------------------------------------------------------------------------- 6, 7 columns

LEFT = ["Trained nets in PyTorch on images", "of bread, and moved them to", "Docker on two old servers"]
RIGHT = ["Moved the orders of twelve shops", "to PostgreSQL and wrote tests", "with pytest for every query"]


def test_columns_are_not_interleaved(report: Report) -> None:
    """Two-column pages come out with the columns interleaved.

    https://github.com/jsvine/pdfplumber/issues/620
    """
    rows = zip(column(60, 100, LEFT * 2), column(320, 100, RIGHT * 2), strict=True)
    read = report(pdf_of([mark for row in rows for mark in row]))
    assert {"pytorch", "docker", "postgresql"} <= found(read)
    assert quotes(read) <= {*LEFT, *RIGHT}


SIDE = [
    "Skills",
    "Tableau",
    "Excel",
    "Linux",
    "",
    "Languages",
    "Dutch",
    "English",
    "",
    "Interests",
    "Sailing",
    "Rye bread",
]
MAIN = [
    "Experience",
    "Analyst, Kestrel Foods, Jan 2020 - Jun 2022",
    "• Counted the orders of every week in Python for twelve shops",
    "• Moved the orders of all the shops to PostgreSQL",
    "Clerk, Lark Library, Jan 2018 - Dec 2019",
    "• Sorted the returned books of the whole town by hand",
    "• Counted the readers of every week in Excel sheets",
    "Education",
    "BSc Biology, Delft University, 2014 - 2017",
]
HEADINGS = {"Skills", "Languages", "Interests", "Experience", "Education"}


def beside(side: float, main: float) -> bytes:
    """A resume with a sidebar at one x and its main column at another."""
    marks = [
        Text(mark.x, mark.y, mark.text, bold=mark.text in HEADINGS)
        for mark in [*column(side, 100, SIDE), *column(main, 100, MAIN, leading=18)]
        if mark.text
    ]
    return pdf_of([Text(main, 60, "Mira Sandoval", size=18), *marks])


SIDEBARS = pytest.mark.parametrize("content", [beside(40, 190), beside(430, 60)], ids=["sidebar left", "sidebar right"])


@SIDEBARS
def test_resume_of_two_columns_is_read_as_one_of_one_column(content: bytes, report: Report) -> None:
    """Multi-column resumes are not handled; the author says so himself.

    https://github.com/OmkarPathak/ResumeParser/issues/20
    """
    read = report(content)
    assert {one.id: (one.how, one.months) for one in read.skills} == {
        "python": ("demonstrated", 30),
        "postgresql": ("demonstrated", 30),
        "sql": ("implied", 30),
        "excel": ("demonstrated", 24),
        "tableau": ("listed", 0),
        "linux": ("listed", 0),
    }


# -------------------------------------------------------------------------------------------------------- 8 glued words


def test_words_without_blanks_between_them_are_parted(report: Report) -> None:
    """Words are glued together without spaces (reported on a resume).

    https://github.com/jsvine/pdfplumber/issues/334
    """
    marks: list[Mark] = []
    x = 60.0
    for word in ["Maintained", "forecasting", "dashboards", "programmed", "in", "Python", "and", "PostgreSQL"]:
        marks.append(Text(x, 100, word))
        x += pdfmetrics.stringWidth(word, "Helvetica", 10) + 1.8
    assert {"python", "postgresql"} <= found(report(pdf_of(marks)))


# ------------------------------------------------------------------------------------------------- 9 an invented person

WITHOUT_TEXT = {"an empty page": pdf_of([]), "a scan": pdf_of([Picture(0, 0, 595, 842)])}


@pytest.mark.parametrize("content", WITHOUT_TEXT.values(), ids=WITHOUT_TEXT.keys())
def test_pdf_without_text_is_an_error_and_no_person(content: bytes, analyzer: Analyzer, tmp_path: Path) -> None:
    """Scanned or empty PDF: instead of an error the tool shows an invented "John Doe" resume.

    https://github.com/srbhr/Resume-Matcher/issues/791
    """
    file = tmp_path / "resume.pdf"
    file.write_bytes(content)
    with pytest.raises(DocumentError) as caught:
        analyzer.analyze(file)
    assert caught.value.code == "no-text"


def test_command_says_no_text_and_fails(tmp_path: Path) -> None:
    """The same at the command line: exit code 1 and an error object, no report.

    https://github.com/srbhr/Resume-Matcher/issues/791
    """
    file = tmp_path / "resume.pdf"
    file.write_bytes(pdf_of([]))
    answer = json.loads(gapcheck(file, "--format", "json", expect=1).stdout)
    assert list(answer) == ["schema", "document", "error"]
    assert answer["error"]["code"] == "no-text"


# --------------------------------------------------------------------------------------------------------- 15 ligatures


@pytest.mark.parametrize(
    ("text", "name"),
    [("Ran Air\ufb02ow every night", "airflow"), ("Text classi\ufb01cation of letters", "nlp"), ("M\ufb02ow", "")],
    ids=["fl", "fi", "no skill"],
)
def test_ligature_does_not_break_a_word(text: str, name: str, report: Report) -> None:
    """Ligatures break words ("fi", "ffi" become another sign or a replacement character).

    https://github.com/jsvine/pdfplumber/issues/1280
    """
    read = report(pdf_of([Text(60, 60, "Skills", size=14, bold=True), Text(60, 80, text, unicode=True)]))
    assert (name in found(read)) if name else found(read) == set()
    assert not any("\ufb00" <= sign <= "\ufb06" or sign == "\ufffd" for quote in quotes(read) for sign in quote)


# ----------------------------------------------------------------------------------------------------- 16 glyph numbers


CODED = without_characters([*LEFT, *RIGHT, "PACK MY BOX WITH FIVE DOZEN LIQUOR JUGS; 0123456789"])


def test_glyph_numbers_are_told_by_the_careful_reader() -> None:
    """Text arrives as "(cid:49)(cid:52)" instead of letters.

    https://github.com/jsvine/pdfplumber/issues/424
    """
    document = document_of(CODED, PdfReader.careful)
    assert [warning for warning in document.warnings if "page 2" in warning]


def test_glyph_numbers_are_told_by_the_usual_reader() -> None:
    """The same by default: a page of which nothing can be read must not pass as read.

    https://github.com/jsvine/pdfplumber/issues/424
    """
    document = document_of(CODED)
    assert [warning for warning in document.warnings if "page 2" in warning]


LINKEDIN_SIDE = [
    "Contact", "www.example.org/in/mira (LinkedIn)", "", "Top Skills", "Python", "Docker", "PostgreSQL", "",
    "Languages", "Dutch (Native or Bilingual)", "", "Certifications", "AWS Certified Cloud Practitioner",
]  # fmt: skip
LINKEDIN_FIRST = [
    ("Mira Sandoval", 22), ("{headline}", 12), ("Delft, Netherlands", 10), ("", 0), ("Summary", 15),
    ("I write reports for planners.", 11), ("", 0), ("Experience", 15), ("Kestrel Foods", 12), ("Data Analyst", 11.5),
    ("January 2023 - Present (3 years 11 months)", 10), ("Delft, Netherlands", 10),
    ("Moved the reports to Tableau and wrote pandas scripts.", 11), ("", 0), ("Heron Optics", 12),
    ("Junior Analyst", 11.5), ("March 2021 - December 2022 (1 year 10 months)", 10), ("Leiden, Netherlands", 10),
    ("Ran Spark jobs every night.", 11),
]  # fmt: skip
LINKEDIN_SECOND = [
    ("Lark Library", 12), ("Clerk", 11.5), ("2019 - 2020 (1 year)", 10), ("Leiden, Netherlands", 10),
    ("Kept the catalogue in MySQL.", 11), ("", 0), ("Education", 15), ("Castleby University", 12),
    ("Bachelor of Science - BSc, Biology · (2016 - 2019)", 10.5),
]  # fmt: skip


def linkedin(headline: str) -> bytes:
    """Laid out like the PDF of a LinkedIn profile: a dark sidebar, titles by size alone, two pages."""
    first: list[Mark] = [Fill(0, 0, 198, 842, (0.16, 0.24, 0.29))]
    for row, line in enumerate(LINKEDIN_SIDE):
        size = 13 if line in ("Contact", "Top Skills", "Languages", "Certifications") else 10.5
        first += [Text(22, 60 + 17 * row, line, size=size, color=WHITE)] if line else []
    second: list[Mark] = []
    for page, rows in ((first, LINKEDIN_FIRST), (second, LINKEDIN_SECOND)):
        for row, (line, size) in enumerate(rows):
            page += [Text(220, 70 + 19 * row, line.format(headline=headline), size=size)] if line else []
        page.append(Text(500, 815, f"Page {1 if page is first else 2} of 2", size=9))
    return pdf_of(first, second)


def test_linkedin_export_is_read_whole(report: Report, understand: Understand) -> None:
    """LinkedIn export half parsed.

    https://github.com/xitanggg/open-resume/issues/5
    """
    content = linkedin("Data Analyst at Kestrel Foods")
    assert [(entry.title, entry.dates and entry.dates.months) for entry in jobs(understand(content))] == [
        ("Data Analyst", 47),
        ("Junior Analyst", 22),
        ("Clerk", 12),
    ]
    read = report(content)
    assert {(one.id, one.how, one.months) for one in read.skills} >= {
        ("tableau", "demonstrated", 47),
        ("spark", "demonstrated", 22),
        ("mysql", "demonstrated", 12),
        ("docker", "listed", 0),
        ("aws", "certified", 0),
    }
    assert [one.id for one in read.certificates] == ["aws-clf-c02"]


def test_headline_beside_a_sidebar_is_no_certificate(report: Report) -> None:
    """The same export: the headline must not belong to the section at the foot of the sidebar.

    https://github.com/xitanggg/open-resume/issues/5
    """
    assert skill(report(linkedin("Kubernetes enthusiast and analyst")), "kubernetes").how == "listed"


@pytest.mark.parametrize("leading", [9.5, 11, 13])
def test_lines_set_close_together_are_not_merged(leading: float, report: Report) -> None:
    """Two lines merged into one.

    https://github.com/jsvine/pdfplumber/issues/218, https://github.com/jsvine/pdfplumber/issues/1279
    """
    lines = ["Wrote reports in Python", "Ran Docker on two servers", "Moved orders to PostgreSQL"]
    assert quotes(report(pdf_of(column(60, 100, lines, leading=leading)))) == set(lines)


@SIDEBARS
def test_headings_of_a_sidebar_do_not_leak_into_the_skills(content: bytes, understand: Understand) -> None:
    """Sidebar headings leak into the skills block.

    https://github.com/offlinecv/OfflineCV/issues/61
    """
    sections = {section.heading: section for section in understand(content).sections}
    assert set(sections) >= HEADINGS
    listed = [item.text for entry in sections["Skills"].entries for item in entry.items]
    assert listed == ["Tableau", "Excel", "Linux"]


@pytest.mark.parametrize("heading", ["Bread I Baked", "Stuff", "What keeps me busy", "Meine Sachen"])
def test_section_without_a_known_heading_is_read(heading: str, report: Report) -> None:
    """A section without a known heading yields nothing.

    https://github.com/offlinecv/OfflineCV/issues/493
    """
    read = report(f"Mira Sandoval\n# {heading}\nWatched loaves with OpenCV and Docker\n# Education\n## BSc | 2019")
    assert {"opencv", "docker"} <= found(read)
