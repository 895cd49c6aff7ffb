"""What people complain of most in tools that read resumes, a test each: the theme is its name, the docstring has the
complaint and a public address of it. How long a reading takes is measured in `benchmarks/`, not here.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
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
    resume_pdf,
    typed,
    without_characters,
)
from reportlab.pdfbase import pdfmetrics

from gapcheck import Analyzer, DocumentError, GapReport
from gapcheck.documents import PdfReader
from gapcheck.gap.compare import compare
from gapcheck.plan import certifications_for
from gapcheck.report.skills_model import SkillPart
from gapcheck.resume import Entry, Resume
from gapcheck.resume.reader import read_resume
from gapcheck.taxonomy import Taxonomy, load_taxonomy

ROOT = Path(__file__).parent.parent
COMMAND = Path(sys.executable).with_name("gapcheck")

Report = Callable[[str | bytes], GapReport]
Understand = Callable[[str | bytes], Resume]


def pdf(source: str | bytes) -> bytes:
    """The PDF itself, or the one that this text in the notation of `resume_pdf` makes."""
    return resume_pdf(source) if isinstance(source, str) else source


@pytest.fixture(scope="module")
def report(analyzer: Analyzer) -> Report:
    """A resume as a PDF or in the notation of `resume_pdf` → its gap report."""
    return lambda source: analyzer.analyze_document(document_of(pdf(source)))


@pytest.fixture(scope="module")
def understand(taxonomy: Taxonomy) -> Understand:
    """A resume as a PDF or in the notation of `resume_pdf` → its sections and entries."""
    return lambda source: read_resume(document_of(pdf(source)), taxonomy, AS_OF)


def job(*lines: str) -> str:
    """A resume with one job that says these lines."""
    return "\n".join(
        ["Mira Sandoval", "# Experience", "## Analyst, Kestrel Foods | Jan 2020 - Mar 2020"]
        + [f"- {line}" for line in lines]
        + ["# Education", "## BSc Biology, Delft University | 2016 - 2019"]
    )


def skills_list(*lines: str) -> str:
    """A resume with these lines in its skills section and nothing that uses them."""
    return "\n".join(["Mira Sandoval", "# Skills", *lines, "# Education", "## BSc Biology, Delft University | 2019"])


def found(report: GapReport) -> set[str]:
    return {one.id for one in report.skills}


def skill(report: GapReport, name: str) -> SkillPart:
    return next(one for one in report.skills if one.id == name)


def quotes(report: GapReport) -> set[str]:
    return {line.quote for one in report.skills for line in one.evidence}


def jobs(resume: Resume) -> list[Entry]:
    return [entry for _, entry in resume.entries() if entry.kind.is_work]


def run(
    *command: object, cwd: Path = ROOT, expect: int = 0, environment: dict[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        [*map(str, command)],
        capture_output=True,
        text=True,
        cwd=cwd,
        env={**os.environ, **(environment or {})},
        check=False,
    )
    assert done.returncode == expect, done.stderr
    return done


def wrong(value: str, reason: str) -> Any:
    """A case that the program does not get right yet."""
    return pytest.param(value, marks=pytest.mark.xfail(strict=True, reason=reason))


# -------------------------------------------------------------------------------------------------- 1 it does not start

OFFLINE = """
import socket, spacy, sys
def refuse(*_, **__): raise AssertionError("no network and no trained model")
socket.socket.connect = socket.create_connection = socket.getaddrinfo = spacy.load = refuse
from gapcheck import analyze
print(len(analyze(sys.argv[1]).skills))
"""


def test_it_starts_without_a_trained_model_and_without_a_network() -> None:
    """The parser does not start: its trained model needs a spaCy that current Python cannot install.

    https://github.com/OmkarPathak/pyresparser/issues/46
    """
    assert int(run(sys.executable, "-c", OFFLINE, "samples/strong.pdf").stdout) > 20


# ------------------------------------------------------------------------------------------ 2 stated, and yet "missing"


@pytest.mark.parametrize(
    "line", ["Python (primary), Java", "Python (primary)", "Languages: Python (primary)", "Primary: Python"]
)
def test_skill_with_a_remark_in_brackets_is_not_missing(line: str, report: Report) -> None:
    """A skill the resume states is reported as missing: "Python (primary)" is not equal to "python".

    https://github.com/StevSant/HireSense/issues/26
    """
    (row,) = [row for row in report(skills_list(line)).requirements if row.any_of == ("python",)]
    assert (row.status, row.skill) == ("below", "python")


# ---------------------------------------------------------------------------------------------------- 3 pieces of words

PIECES = [
    "Ran the platform of the station",
    "Scaled the golden cargo rapidly",
    "Sparkling wine, category pythonic",
    "Wrote in Javanese and Goan of scalars",
    "Argued against rustic gitters, exceled and reacted",
]


@pytest.mark.parametrize("line", PIECES)
def test_piece_of_a_word_is_no_skill(line: str, report: Report) -> None:
    """Pieces of words count as skills: "platform" yields "Tform".

    https://github.com/Refer-d/resume_scanner_open_source/issues/4
    """
    assert found(report(job(line))) == set()


# ----------------------------------------------------------------------------------------------- 4 one-letter languages

LETTERS = [
    "Led R&D for new bread",
    "Wrote to R. Jansen and to C. Lind every week",
    "Wrote to Anna and C. Lind every week",
    wrong("Worked with R. Lind every week", "a letter after 'with' is R, though it is short for a name"),
    "Measured vitamin C in hall C, row R",
    "Reported to C-level readers in Plan C",
    "Kept ISO class C rooms at 20 °C",
]


@pytest.mark.parametrize("line", LETTERS)
def test_letter_is_no_language(line: str, report: Report) -> None:
    """R and C are found in every document.

    https://github.com/bjherger/ResumeParser/issues/42
    """
    assert not {"r", "c"} & found(report(job(line)))


def test_letter_among_languages_is_one(report: Report) -> None:
    """The other half of it: R and C must still be found where they are meant.

    https://github.com/bjherger/ResumeParser/issues/42
    """
    assert {"r", "c"} <= found(report(skills_list("Python, R, C, SQL")))


# ------------------------------------------------------------------------------------------- 5 words of everyday speech

SPEECH = [
    ("Going forward, wrote shorter reports", "go"),
    ("Go forward with the plan, go live on Monday", "go"),
    ("Raised red flags early", "r"),
    ("Red flags: late trains", "r"),
    ("Ready to go, swift to react, eager to excel", "go"),
    ("Ready to go, swift to react, eager to excel", "swift"),
    ("Ready to go, swift to react, eager to excel", "react"),
    ("Ready to go, swift to react, eager to excel", "excel"),
]


@pytest.mark.parametrize(("line", "name"), SPEECH, ids=[f"{name} in {line}" for line, name in SPEECH])
def test_everyday_phrase_is_neither_evidence_nor_a_gap(line: str, name: str, report: Report) -> None:
    """ "Going forward" counts as Go and "Red flags" as R, and both appear as evidence or gaps.

    https://github.com/rithikreddy680/planned-port/issues/6
    """
    assert name not in found(report(job(line)))


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
    answer = json.loads(run(COMMAND, file, "--format", "json", expect=1).stdout)
    assert list(answer) == ["schema", "document", "error"]
    assert answer["error"]["code"] == "no-text"


# ----------------------------------------------------------------------------------------------- 10, 11 jobs and months

FOUR_JOBS = """
    Mira Sandoval
    # Experience
    ## Data Analyst, Kestrel Foods | Jan 2023 - Present
    - Built reports in Tableau
    ## Analyst, Heron Optics | Mar 2021 - Dec 2022
    - Ran Spark jobs every night
    ## Junior Analyst, Finch Bakery | Jan 2020 - Feb 2021
    - Wrote pandas scripts
    ## Clerk, Lark Library | 2017 - 2019
    - Kept the catalogue in MySQL
    # Education
    ## BSc Biology, Delft University | 2014 - 2017
"""


def test_older_jobs_are_kept(report: Report) -> None:
    """Only the newest job is kept, the others vanish, even from a PDF the same tool made.

    https://github.com/xitanggg/open-resume/issues/59
    """
    read = report(FOUR_JOBS)
    months = {name: skill(read, name).months for name in ("tableau", "spark", "pandas", "mysql")}
    assert months == {"tableau": 47, "spark": 22, "pandas": 14, "mysql": 24}
    assert read.portfolio.work_months == 47 + 22 + 14 + 24


LENGTHS = [
    ("Jan 2020 - Jun 2022", 30),
    ("January 2020 – June 2022", 30),
    ("01/2020 - 06/2022", 30),
    ("2020-01 to 2022-06", 30),
    ("Jan. 2020 — Jun. 2022", 30),
    ("Jan '20 - Jun '22", 30),
    ("June 2024 - Present", 30),
    ("06/2024 - today", 30),
    ("2019 - 2021", 24),
    ("Summer 2021", 3),
]


@pytest.mark.parametrize(("dates", "months"), LENGTHS, ids=[dates for dates, _ in LENGTHS])
def test_total_experience_is_not_zero(dates: str, months: int, report: Report) -> None:
    """Total experience is always 0.

    https://github.com/OmkarPathak/pyresparser/issues/62
    """
    content = job("Wrote reports").replace("Jan 2020 - Mar 2020", dates)
    assert report(content).portfolio.work_months == months


# ------------------------------------------------------------------------------------------------------ 12, 13 the list

WELL_KNOWN = {
    "MongoDB": "mongodb",
    "GCP": "gcp",
    "Google Cloud": "gcp",
    "Kubernetes": "kubernetes",
    "Terraform": "terraform",
    "Redis": "redis",
    "GraphQL": "graphql",
    "Power BI": "power-bi",
    "Snowflake": "snowflake",
    "Databricks": "databricks",
    "LangChain": "langchain",
    "Hugging Face": "huggingface",
    "FastAPI": "fastapi",
    "Airflow": "airflow",
    "ChatGPT": "generative-ai",
}


@pytest.mark.parametrize(("name", "id"), WELL_KNOWN.items(), ids=WELL_KNOWN.keys())
def test_well_known_skill_is_known(name: str, id: str, report: Report) -> None:
    """Well-known skills (MongoDB, GCP) are not in the list, so they are not found.

    https://github.com/OmkarPathak/pyresparser/issues/30
    """
    assert id in found(report(skills_list(f"Excel, {name}, Git")))


def test_well_known_skill_is_known_in_a_list_of_others(report: Report) -> None:
    """The same for a name that is short.

    https://github.com/OmkarPathak/pyresparser/issues/30
    """
    assert "dbt" in found(report(skills_list("Excel, dbt, Git")))


def test_skills_are_found_where_nobody_has_edited_a_file(tmp_path: Path) -> None:
    """Nothing is found unless the user edits the skills file by hand.

    https://github.com/OmkarPathak/pyresparser/issues/9
    """
    (tmp_path / "resume.pdf").write_bytes(resume_pdf(FOUR_JOBS))
    home = {"HOME": str(tmp_path), "XDG_CACHE_HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path)}
    answer = json.loads(run(COMMAND, "resume.pdf", "-f", "json", cwd=tmp_path, environment=home).stdout)
    assert {"tableau", "spark", "pandas", "mysql"} <= {one["id"] for one in answer["skills"]}


# ---------------------------------------------------------------------------------------------------- 14 everyday words

EVERYDAY = [
    "Opened the shop at seven, sold bread and cakes, cleaned the oven",
    "Drove the van to schools, parks and hotels in all weathers",
    "Answered the telephone, sorted the post, ordered paper and coffee",
    "Watered plants, fed animals, mended fences, painted the barn",
    "Born in Delft, moved to Leiden, married, two children, one dog",
    "Swam with the rest of the town",
    "Served sparkling water and coffee to the guests",
    "Opened the door for the president of the club",
    "Ran precision tools in a workshop",
    "Loaded ships with the dockers",
]


@pytest.mark.parametrize("line", EVERYDAY)
def test_everyday_words_are_no_skills(line: str, report: Report) -> None:
    """Technical and everyday words are returned as one list of "skills".

    https://github.com/OmkarPathak/pyresparser/issues/41
    """
    assert found(report(job(line))) == set()


def test_skills_of_a_trade_stand_apart_from_those_of_character(report: Report) -> None:
    """The other half of it: what is listed says of which kind it is.

    https://github.com/OmkarPathak/pyresparser/issues/41
    """
    read = report(skills_list("Python, teamwork, communication, PostgreSQL"))
    soft = {one.id for one in read.skills if one.category == skill(read, "teamwork").category}
    assert soft == {"teamwork", "communication"}


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


# -------------------------------------------------------------------------------------------------------- 17 it crashes

ODD = [
    "Learn how to become a professional wedding makeup artist",
    "IDS/IPS sensors are collecting",
    "Must be able to lift at least 50lbs",
    "((((((((((",
    "))) Python ((( C++ ]]] {{{",
    "no no no not never without Python",
    "years of years of 5 years of 99999999999999999999 years",
    "R/R/R/R/C/C/C++/C#/.NET/./../...",
    "Python 99999999/0, SQL 5/0, Docker 0/0, Git 900%",
    "%s %d {0} {name} \\x00 \\n $HOME `ls` <script> & &amp; --",
    "-----------------------------------------------",
    "Jan 0000 - Feb 9999, 13/2020 - 99/99, 2022 - 2019, present - present",
    "of of of and and , , , ; ; ; : : :",
    "a",
    "'",
]


@pytest.mark.parametrize("line", ODD)
def test_odd_sentence_does_not_crash_it(line: str, report: Report) -> None:
    """The extractor crashes on certain sentences.

    https://github.com/AnasAito/SkillNER/issues/68
    """
    text = job(line, "Ran Spark jobs").replace("# Education", f"# {line}\n## {line} | {line}\n{line}\n# Education")
    assert "spark" in found(report(text))


SIGNS = " \t,;:/.()-•–|+#&'\"%\u200b\u00ad\ufb01\u0301\U0001f40d"
TOKENS = [
    "Python",
    "C++",
    "no",
    "learn",
    "Present",
    "2020",
    "years",
    "Skills",
    "by",
    "expert",
    "●●○",
    "4/5",
    "(R)",
    "in",
    "Go",
]
PARTS = st.sampled_from([*SIGNS, *TOKENS, "scikit-", "Thesis:", "Experience"])


@settings(max_examples=40)
@given(st.lists(st.lists(PARTS, max_size=12).map(" ".join), max_size=12))
def test_no_text_at_all_crashes_it(analyzer: Analyzer, lines: list[str]) -> None:
    """The same with any words and signs in any order.

    https://github.com/AnasAito/SkillNER/issues/68
    """
    read = analyzer.analyze_document(typed("\n".join(["# Experience", *lines, "# Skills", "Excel, Tableau"])))
    assert 0 <= (read.summary.readiness or 0.0) <= 1


# --------------------------------------------------------------------------------------------------------- 18 long text


def test_long_resume_is_read_to_its_last_page(report: Report) -> None:
    """A long text takes minutes.

    https://github.com/AnasAito/SkillNER/issues/53
    """
    one = "## Clerk, {name} Library | Jan {year} - Dec {year}\n- Sorted books in {name}\n- Counted {name} in Excel"
    names = ["".join(letters) for letters in product("BDKLMPRSTV", "aeiou", "bdlns")][:240]
    entries = [one.format(name=name, year=1960 + number % 60) for number, name in enumerate(names)]
    last = "## Analyst, Kestrel Foods | Jan 2025 - Jun 2025\n- Ran Spark jobs every night"
    read = report("\n".join(["Mira Sandoval", "# Experience", *entries, last]))
    assert read.document.pages > 12
    assert (skill(read, "excel").entries, skill(read, "spark").months) == (len(names), 6)


def test_long_sentence_is_read_to_its_end(analyzer: Analyzer) -> None:
    """The same for one sentence without an end.

    https://github.com/AnasAito/SkillNER/issues/53
    """
    sentence = " and ".join(["sorted the books, counted the readers, swept the floor"] * 400)
    read = analyzer.analyze_document(typed(f"Mira Sandoval\n# Summary\nI {sentence} and wrote Tableau reports"))
    assert found(read) == {"tableau"}


# -------------------------------------------------------------------------------------------------------- 19 own skills


def test_own_skills_and_own_names_of_ours_are_found(tmp_path: Path) -> None:
    """No own skill list and no own aliases (O*NET, company list).

    https://github.com/AnasAito/SkillNER/issues/46
    """
    (tmp_path / "skills").mkdir()
    (tmp_path / "skills" / "own.yaml").write_text(
        "category: own\ntitle: Our own\nskills:\n- {id: pandas, aliases: [the panda thing]}\n"
        "- {id: kiln-control, name: Kiln control, about: Firing clay, aliases: [kiln control, KC-7],"
        " hours: {basic: 5, intermediate: 10, advanced: 20, basis: judgement, as_of: 2026-01-01}}\n"
    )
    own = Analyzer(as_of=AS_OF, taxonomy=load_taxonomy((tmp_path,)))
    content = resume_pdf(job("Fired clay by KC-7", "Counted pots with the panda thing"))
    assert {"kiln-control", "pandas"} <= found(own.analyze_document(document_of(content)))


# ----------------------------------------------------------------------------------------------- 20 score not explained


def test_every_verdict_and_the_score_are_explained(report: Report) -> None:
    """The score is not explained; users want to see per keyword and per section why.

    https://github.com/srbhr/Resume-Matcher/issues/810
    """
    read = report(FOUR_JOBS)
    levels = ["none", "basic", "intermediate", "advanced"]
    reached = 0.0
    for row in read.requirements:
        reached += row.weight * min(1, levels.index(row.found) / levels.index(row.expected))
        if row.status != "missing":
            carried = skill(read, row.skill or "")
            assert carried.why and carried.level == row.found
            assert all(line.quote and line.section and line.page == 1 for line in carried.evidence)
    assert read.summary.met + read.summary.below > 0
    assert read.summary.readiness == pytest.approx(reached / sum(row.weight for row in read.requirements), abs=0.001)


# ========================================================================================================= close behind


def test_title_and_company_of_every_job_are_kept(understand: Understand) -> None:
    """Job titles and company lost.

    https://github.com/xitanggg/open-resume/issues/145
    """
    titles = [
        "Data Analyst, Kestrel Foods",
        "Analyst, Heron Optics",
        "Junior Analyst, Finch Bakery",
        "Clerk, Lark Library",
    ]
    assert [entry.title for entry in jobs(understand(FOUR_JOBS))] == titles


def test_experience_is_no_flat_list_of_lines(understand: Understand) -> None:
    """Experience comes as a flat list of lines.

    https://github.com/OmkarPathak/pyresparser/issues/14
    """
    text = FOUR_JOBS.replace("- Ran Spark jobs every night", "- Ran Spark jobs\nevery night\n- Taught two trainees")
    entries = jobs(understand(text))
    assert [len(entry.items) - 1 for entry in entries] == [1, 2, 1, 1]
    assert entries[1].items[1].text == "• Ran Spark jobs every night"
    assert all(entry.dates for entry in entries)


def test_contact_data_are_not_repeated(report: Report) -> None:
    """Wrong name or telephone: the report has neither, and an address is no evidence.

    https://github.com/OmkarPathak/pyresparser/issues/11
    """
    read = report(job("Ran Spark jobs").replace("# Exp", "mira.python@example.org, +31 555 0142 778\n# Exp"))
    assert found(read) == {"spark"}
    said = read.to_json()
    assert "example.org" not in said and "0142" not in said and "Sandoval" not in said


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


SYMBOLS = {"C++": "cpp", "C#": "csharp", ".NET": "csharp", "ASP.NET": "csharp", "Node.js": "nodejs"}


@pytest.mark.parametrize(("name", "id"), SYMBOLS.items(), ids=SYMBOLS.keys())
@pytest.mark.parametrize("line", ["{}", "Python, {}", "Python and {}.", "Python ({})", "{}, Python"])
def test_name_that_begins_or_ends_with_a_sign_is_found(line: str, name: str, id: str, report: Report) -> None:
    """C++, C# and .NET never match, because a word boundary follows a symbol.

    https://github.com/career-ops-hq/career-ops/pull/2227
    """
    assert id in found(report(skills_list(line.format(name))))
    assert id in found(report(job(f"Wrote services in {line.format(name)}")))


@pytest.mark.parametrize(
    ("short", "long", "id"), [("k8s", "Kubernetes", "kubernetes"), ("Postgres", "PostgreSQL", "postgresql")]
)
def test_short_name_counts_as_the_long_one(short: str, long: str, id: str, report: Report) -> None:
    """k8s and Postgres reported as gaps against Kubernetes and PostgreSQL.

    https://github.com/career-ops-hq/career-ops/pull/2226
    """
    said = [skill(report(job(f"Ran {name} for the shops")), id) for name in (short, long)]
    assert [(one.level, one.how, one.name) for one in said] == [("basic", "demonstrated", long)] * 2


def test_hyphen_does_not_change_the_score(report: Report) -> None:
    """ "Python-based" found nothing, and the score fell to 12 where the same resume without hyphens got 77.

    https://github.com/Muskankr/AI-Resume-Analyzer/pull/831
    """
    lines = "Wrote Python-based reports", "Ran Docker-based, AWS-hosted services", "Kept a PostgreSQL-backed shop"
    hyphens, blanks = report(job(*lines)), report(job(*(line.replace("-", " ") for line in lines)))
    assert {"python", "docker", "aws", "postgresql"} <= found(hyphens) == found(blanks)
    assert hyphens.summary.readiness == (blanks.summary.readiness or 0.0) > 0


@pytest.mark.parametrize("line", ["JavaScript", "JavaScript, HTML", "Built JavaScript pages", "Javascript (ES6)"])
def test_java_is_not_in_javascript(line: str, report: Report) -> None:
    """Java inside JavaScript.

    https://github.com/swayam03275/SkillsSphere-AI/issues/510
    """
    read = report(skills_list(line))
    assert "javascript" in found(read) and "java" not in found(read)


def test_resume_in_another_language_is_read_or_said_to_be_unread(report: Report) -> None:
    """English only.

    https://github.com/AnasAito/SkillNER/issues/72
    """
    read = report(
        "Mira Sandoval\n# Kenntnisse\nPython, PostgreSQL und Docker\n# Erfahrung\n"
        + "- Ich habe mit der Abteilung für die Planung der Wagen und mit den Fahrern von der Bahn gearbeitet\n" * 5
    )
    assert {"python", "postgresql", "docker"} <= found(read)
    assert read.health.verdict != "unread" and "experience" in {one.kind for one in read.resume.sections}
    dutch = report(
        "Mira Sandoval\n# Vaardigheden\nPython, PostgreSQL en Docker\n# Ervaring\n"
        + "- Ik heb met de afdeling aan de planning van de wagens en met de chauffeurs van het spoor gewerkt\n" * 5
    )
    assert [warning for warning in dutch.document.warnings if "Dutch" in warning]


def test_score_is_the_same_in_every_run() -> None:
    """Scores change with the language model used.

    https://github.com/interviewstreet/hiring-agent/issues/18
    """
    command = (COMMAND, "samples/strong.pdf", "-f", "json", "--as-of", "2026-11")
    first, second = (run(*command, environment={"PYTHONHASHSEED": seed}).stdout for seed in ("1", "2"))
    assert first == second and json.loads(first)["summary"]["readiness"] > 0.5


def test_retired_exam_is_no_recommended_step(taxonomy: Taxonomy) -> None:
    """Recommended next steps that contain retired exams.

    https://github.com/susanthgit/aguidetocloud-feedback/discussions/55
    """
    retired = {one.id for one in taxonomy.certifications if one.status != "active"}
    assert retired
    for profile in taxonomy.profiles.values():
        advice = certifications_for(compare(profile, []), (), (), taxonomy)
        assert not retired & {one.certification.id for one in advice}


def test_retired_exam_on_the_resume_is_named_with_its_successor(report: Report) -> None:
    """The other half of it: who has one is told what came after it.

    https://github.com/susanthgit/aguidetocloud-feedback/discussions/55
    """
    read = report("Mira Sandoval\n# Certifications\nMicrosoft Certified: Azure Data Scientist Associate (DP-100), 2024")
    assert [(one.id, one.status, one.replaced_by) for one in read.certificates] == [
        ("ms-dp-100", "retired", "ms-ai-300")
    ]
