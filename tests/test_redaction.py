"""Redaction takes who somebody is out of reports and page pictures, and leaves what they can. Everybody is invented."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import pytest
from pages import AS_OF, Picture, Text, column, document_of, pdf_of, resume_pdf, typed
from PIL import Image
from rich.console import Console

from gapcheck import Analyzer, GapReport
from gapcheck.documents import Document
from gapcheck.outputs.html.report import html_report
from gapcheck.outputs.terminal.screen import print_report
from gapcheck.privacy import redacted_pictures
from gapcheck.privacy.names import OwnName
from gapcheck.taxonomy import Taxonomy

ROOT = Path(__file__).parent.parent
SAMPLES = sorted([*(ROOT / "samples").glob("*.pdf"), *(ROOT / "samples" / "corpus" / "resumes").glob("*.pdf")])

WORK = """
# Experience
## Junior Data Scientist, Kestrel Foods | Jan 2023 - Present
- Built churn models in Python with scikit-learn and XGBoost for 20,000 customers, AUC 0.87
- Wrote PostgreSQL queries and deployed the model with Docker on AWS
# Projects
## Plant Doctor | 2024
- Trained a convolutional network in PyTorch on 5,000 leaves
# Skills
Python, SQL, pandas, Git
"""


@dataclass(frozen=True)
class Case:
    """A resume, and the strings in it of which none may be left."""

    content: bytes | str
    planted: tuple[str, ...]
    path: str = "cv.pdf"

    @property
    def document(self) -> Document:
        found = document_of(self.content) if isinstance(self.content, bytes) else typed(self.content)
        return Document(self.path, found.sha256, found.pages, found.reader)


def plain(head: str, more: str = "") -> bytes:
    return resume_pdf(head + WORK + more)


SIDEBAR = pdf_of(
    [
        *column(
            40,
            60,
            ["CONTACT", "18 Rue des Lilas", "69003 Lyon", "06 12 34 56 78", "amelie.durand-", "petit@exemple.fr"],
        ),
        *column(40, 180, ["LinkedIn", "amelie-dp", "Date de naissance", "4 mars 1997", "LANGUAGES", "French, English"]),
        Text(230, 60, "Amélie", size=24, bold=True),
        Text(230, 88, "Durand-Petit", size=24, bold=True),
        Text(230, 115, "Machine Learning Engineer"),
        Text(230, 150, "EXPERIENCE", size=14, bold=True),
        Text(230, 170, "Data Scientist, Kestrel Foods", bold=True),
        Text(530, 170, "Jan 2022 - Present", right=True),
        *column(
            230, 186, ["• Amélie built forecasts in Python with pandas", "• Thanks to Ms Clara Vogel for the review"]
        ),
        Text(230, 230, "SKILLS", size=14, bold=True),
        Text(230, 250, "Python, SQL, Docker"),
        Picture(450, 30, 80, 100),
    ]
)

CASES = {
    "a header in one line": Case(
        plain(
            """
            Maya Lindqvist
            maya.lindqvist@example.com | +31 6 1234 5678 | linkedin.com/in/mayalind | github.com/mlindq
            # Summary
            Maya Lindqvist is an analyst who writes Python. Lindqvist's code is at https://mayalind.example.dev/work.
            """
        ),
        ("Maya", "Lindqvist", "1234 5678", "mayalind", "mlindq", "example.com"),
        "applications/Lindqvist_Maya_CV.pdf",
    ),
    "an address in Britain and a birth date": Case(
        plain(
            """
            Oluwaseun O'Brien-Adeyemi
            Flat 3, 27 Grosvenor Crescent, Leeds LS6 2AB
            Tel: 0113 496 0999 / Mobile 07700 900 461
            seun (at) example (dot) org
            Born: 12.03.1996 | Nationality: Irish | Marital status: married
            """,
            "# References\nDr. Helen Marchbanks, Kestrel Foods, h.marchbanks@example.org",
        ),
        ("Oluwaseun", "Brien", "Adeyemi", "Grosvenor", "LS6", "496 0999", "900 461", "seun", "12.03.1996",
         "Irish", "married", "Marchbanks"),
        "adeyemi-oluwaseun.pdf",
    ),
    "a German letterhead": Case(
        plain(
            """
            Jürgen Müller-Weiß
            Lindenstraße 5 · 10115 Berlin · 0151 23456789 · juergen.mueller@example.de
            Geburtsdatum: 4. März 1988 · Familienstand: ledig · Staatsangehörigkeit: deutsch
            """,
            "# Publications\nJ. Müller-Weiß, K. Sonnleitner. Trees in PyTorch. 2024",
        ),
        ("Jürgen", "Müller", "Weiß", "Lindenstra", "10115", "23456789", "mueller", "1988", "ledig", "deutsch",
         "Sonnleitner"),
    ),
    "an American letterhead": Case(
        plain(
            """
            MARCUS T. WASHINGTON JR.
            1420 West Maple Avenue, Apt 3B, Springfield, IL 62704
            (217) 555-0143 • marcus_w@example.net • www.marcuswash.example.net • DOB: 07/21/1994
            """,
            "# Volunteering\n## Tutor | 2022\n- Washington taught SQL to teens with Mr. Leroy Baptiste",
        ),
        ("Marcus", "Washington", "Maple", "62704", "555-0143", "marcus_w", "marcuswash", "07/21/1994", "Baptiste"),
    ),
    "labels below one another": Case(
        plain(
            """
            Curriculum Vitae
            Name: Fatima Zahra El Idrissi
            Date of birth: 9 July 1999
            Nationality: Moroccan
            Gender: Female
            Address: Derb Sidi Bouloukat, Marrakesh
            Phone: 05 24 44 12 90
            E-mail: fz.idrissi@example.ma
            """
        ),
        ("Fatima", "Zahra", "Idrissi", "9 July 1999", "Moroccan", "Female", "Bouloukat", "44 12 90"),
    ),
    "an Indian resume with a declaration": Case(
        plain(
            """
            VENKATARAMAN SUBRAMANIAM
            Email: venkat.s@example.in | Mob: +91 98765 43210 | H.No. 4-12, MG Road, Pune 411001
            """,
            """
            # Personal Details
            Father's Name: Krishnan Subramaniam
            Date of Birth: 15-08-1998
            Marital Status: Single
            Passport No: Z1234567
            """,
        ),
        ("Venkat", "Subramaniam", "98765", "MG Road", "411001", "Krishnan", "15-08-1998", "Single", "Z1234567"),
    ),
    "a name that is a language": Case(
        plain(
            """
            Julia Swift
            julia.swift@example.org, 555 010 9876
            # Projects
            ## Solver | 2024
            - Built an optimiser in Julia and Python; Julia Swift presented it, see github.com/juliaswift/solver
            """
        ),
        ("julia swift", "julia.swift", "010 9876", "juliaswift"),
    ),
    "a sidebar, a name over two lines and a photograph": Case(
        SIDEBAR, ("Durand", "Lilas", "69003", "34 56 78", "amelie", "4 mars 1997", "Vogel")
    ),
    "a name in small letters, after a title": Case(
        plain(
            """
            curriculum vitae of nadia ferrante-okoye
            ferrante99@example.org | skype: nadia.f
            Single mother, 34 years old
            """
        ),
        ("nadia", "ferrante", "okoye", "34 years"),
    ),
    "a Spanish letterhead": Case(
        plain(
            """
            José Ángel García-López
            C/ Mayor 12, 3º B, 28013 Madrid (España)
            Móvil: 612 345 678, DNI 12345678Z, nacido el 3 de mayo de 1995 en Toledo
            """
        ),
        ("José", "Ángel", "García", "López", "Mayor", "28013", "345 678", "12345678", "3 de mayo", "1995"),
    ),
    "letters of another alphabet": Case(
        "Дмитрий Соколов\ndmitri.sokolov@example.org | @dsokolov_ml | +7 912 345-67-89\nул. Ленина 14, Москва 101000\n"
        + WORK.replace("- ", "• ")
        + "\nСоколов wrote PyTorch code with Prof. Ivan Petrenko",
        ("Дмитрий", "Соколов", "sokolov", "345-67-89", "Ленина", "101000", "Petrenko"),
    ),
    "a name in Chinese and no line of its own": Case(
        "# 张秀英 (Xiuying Ouyang) | Data Scientist | xiuying.ouyang@example.cn | 138 0013 8000\n"
        "ORCID: 0000-0002-1825-0097\n" + WORK,
        ("张秀英", "Xiuying", "Ouyang", "0013 8000", "1825"),
        "ouyang_xiuying.pdf",
    ),
}  # fmt: skip


@pytest.fixture(scope="module")
def redacting(taxonomy: Taxonomy) -> Analyzer:
    return Analyzer(as_of=AS_OF, taxonomy=taxonomy, redact=True)


def terminal_text(report: GapReport) -> str:
    console = Console(file=io.StringIO(), width=400)
    print_report(report, console)
    return str(console.file.getvalue())  # type: ignore[attr-defined]


def judged(report: GapReport) -> object:
    """All that the report says but the resume's own words."""
    return (
        report.summary,
        report.requirements,
        [(one.kind, one.skill, one.from_level, one.to_level, one.hours, one.closes) for one in report.plan],
        (report.schedule.hours, report.schedule.readiness, [one.readiness for one in report.schedule.phases]),
        report.career,
        [(one.id, one.level, one.how, one.entries, one.months, one.why, one.confidence) for one in report.skills],
        [[(line.page, line.line, line.box, line.kind) for line in one.evidence] for one in report.skills],
        [(one.id, one.reason, one.page, one.line) for one in report.not_counted],
        [(one.kind, one.strong, one.skills, one.missing) for one in report.portfolio.entries],
        [(one.kind, one.page, one.line) for one in report.quick_wins],
    )


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_nothing_personal_is_left_in_any_format(case: Case, analyzer: Analyzer, redacting: Analyzer) -> None:
    before = analyzer.analyze_document(case.document)
    after = redacting.analyze_document(case.document)
    for shown in (after.to_json(), terminal_text(after), html_report(after)):
        left = [word for word in case.planted if word.lower() in " ".join(shown.split()).lower()]
        assert not left
    assert judged(after) == judged(before)
    assert "PyTorch" in after.to_json() or case.content == SIDEBAR


def test_planted_strings_are_there_without_redaction(analyzer: Analyzer) -> None:
    """The test above can fail: before redaction most reports quote the person."""

    def is_quoted(case: Case) -> bool:
        shown = analyzer.analyze_document(case.document).to_json().lower()
        return any(word.lower() in shown for word in case.planted)

    assert len(list(islice(filter(is_quoted, CASES.values()), 7))) == 7


def test_name_that_is_a_language_stays_where_it_is_the_language(redacting: Analyzer) -> None:
    report = redacting.analyze_document(CASES["a name that is a language"].document)
    [julia] = [one for one in report.skills if one.id == "julia"]
    assert julia.name == "Julia"
    quotes = [line.quote for line in julia.evidence]
    assert any("in Julia and Python; [name] presented it, see [link]" in quote for quote in quotes)


def test_who_a_reference_is_and_who_wrote_it_are_marked_apart(analyzer: Analyzer) -> None:
    content = plain("Mira Sandoval\nmira@example.org", "# References\nHelen Marchbanks, Kestrel Foods")
    markers = {
        marked.line.text: [detail.marker for detail in marked.details]
        for marked in analyzer.personal_details(document_of(content)).lines
    }
    assert markers["Mira Sandoval"] == ["name"]
    assert markers["Helen Marchbanks, Kestrel Foods"] == ["reference"]


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("M.S. Statistics, Halden University", "M.S. Statistics, Halden University"),
        ("BSc Biology with R.T. Quill, Halden University", "BSc Biology with [name], Halden University"),
    ],
)
def test_letters_of_a_degree_are_no_initials(title: str, shown: str, redacting: Analyzer) -> None:
    content = plain("Mira Sandoval\nmira@example.org", f"# Education\n## {title} | 2016 - 2019")
    (degree,) = redacting.analyze_document(document_of(content)).resume.degrees
    assert degree.title == shown


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        ("/home/anna/cvs/2026/cv.pdf", "/home/[name]/cvs/2026/cv.pdf"),
        ("s3://resumes/Smith_Anna.pdf", "s3://resumes/[name]_[name].pdf"),
        ("cv.zip/annasmith/cv.pdf", "cv.zip/[name]/cv.pdf"),
        ("./annals/blacksmith.pdf", "./annals/blacksmith.pdf"),
    ],
)
def test_name_is_taken_out_of_all_of_the_path(path: str, shown: str) -> None:
    assert OwnName(frozenset({"anna", "smith"}), ()).in_path(path) == shown


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_no_skill_is_lost_on_any_sample(path: Path, analyzer: Analyzer, redacting: Analyzer) -> None:
    before, after = redacting.analyze_for_store(path.read_bytes(), str(path))
    assert judged(after) == judged(before)
    names = {alias.text.lower() for skill in before.skills for alias in analyzer.taxonomy.skills[skill.id].aliases}
    for one, other in zip(before.skills, after.skills, strict=True):
        for line, shown in zip(one.evidence, other.evidence, strict=True):
            lost = names & set(line.quote.lower().split()) - set(shown.quote.lower().split())
            assert not lost, shown.quote


def words_with(document: Document, planted: Sequence[str]) -> list[tuple[int, tuple[float, float, float, float]]]:
    """Pages and boxes of the words that hold a planted string of one word."""
    wanted = [word.lower() for word in planted if re.fullmatch(r"\w+", word)]
    return [
        (page.number, (word.x0, word.top, word.x1, word.bottom))
        for page in document.pages
        for line in page.lines
        for word in line.words
        if any(one in word.text.lower() for one in wanted)
    ]


@pytest.mark.parametrize("name", ["a sidebar, a name over two lines and a photograph", "a header in one line"])
def test_personal_words_are_black_on_page_pictures(name: str, analyzer: Analyzer) -> None:
    case = CASES[name]
    assert isinstance(case.content, bytes)
    [picture] = redacted_pictures(case.content, analyzer.personal_details(case.document))
    pixels = Image.open(io.BytesIO(picture.data)).convert("L")
    scale = pixels.width / picture.width
    boxes = words_with(case.document, case.planted)
    assert len(boxes) >= 4
    photographs = [(1, (450.0, 30.0, 530.0, 130.0))] if case.content == SIDEBAR else []
    for _, box in boxes + photographs:
        x0, top, x1, bottom = (round(edge * scale) for edge in box)
        assert max(pixels.crop((x0 + 1, top + 1, x1 - 1, bottom - 1)).tobytes()) < 40
    assert sum(pixels.histogram()[201:]) > 0.8 * pixels.width * pixels.height
