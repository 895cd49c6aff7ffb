"""Lines of an education section → its degrees: what is one more of them, and what tells more of the one above."""

from __future__ import annotations

import pytest
from pages import AS_OF, Mark, Text, document_of, pdf_of, typed

from gapcheck.resume.reader import read_resume
from gapcheck.taxonomy import Taxonomy


def titles(lines: list[tuple[float, str]], taxonomy: Taxonomy) -> list[str]:
    """The titles of the degrees in lines of one look, each with its left edge."""
    marks: list[Mark] = [Text(50, 50, "Mira Sandoval", size=20), Text(50, 90, "Education", size=14, bold=True)]
    marks += [Text(x, 120 + 14 * number, text) for number, (x, text) in enumerate(lines)]
    resume = read_resume(document_of(pdf_of(marks)), taxonomy, AS_OF)
    return [entry.title for _, entry in resume.entries() if entry.kind == "education"]


@pytest.mark.parametrize("name", ["A.S.", "HND", "Foundation degree", "B. E.", "MRes"])
def test_degree_of_whatever_name_is_one_more(name: str, taxonomy: Taxonomy) -> None:
    lines = ["B.S. in Biology, Lake University", f"{name} in Mathematics, Lake University"]
    assert titles([(50, line) for line in lines], taxonomy) == lines


@pytest.mark.parametrize(("below", "count"), [("Diploma, June 2023", 1), ("Master of Biology, June 2023", 2)])
def test_diploma_below_its_high_school_is_one_degree(below: str, count: int, taxonomy: Taxonomy) -> None:
    assert len(titles([(50, "Lakeside High School"), (50, below)], taxonomy)) == count


@pytest.mark.parametrize(
    ("line", "count"),
    [
        ((70, "Year in industry 2014/15"), 1),
        ((70, "Year in industry 2017/18"), 2),
        ((50, "House of rye 2014/15"), 2),
        ((50, "House of rye 2014"), 1),
    ],
    ids=["within", "later", "a range at the edge", "a year at the edge"],
)
def test_time_within_a_degree_is_no_degree(line: tuple[float, str], count: int, taxonomy: Taxonomy) -> None:
    degree = (50, "MEng Mathematics, Lake University (2012 - 2016), 2:1")
    assert len(titles([degree, line], taxonomy)) == count


def test_degree_with_short_years_may_have_a_year_below(taxonomy: Taxonomy) -> None:
    degree = "MEng Mathematics, Lake University (Sep '12 - Jun '16)"
    assert titles([(50, degree), (70, "Year in industry 2014")], taxonomy)[0].startswith("MEng")


PLACES = [
    ("Boston, MA", None),
    ("Lake University\tBoston, MA", None),
    ("Lake University, Boston, MA 02139", None),
    ("B.S., Lake University, Jackson, MS", "bachelor"),
    ("Salvador/BA", None),
    ("Economics, MA", "master"),
    ("Lake University, MA", "master"),
    ("BSc, MA", "master"),
    ("MA Economics", "master"),
]


@pytest.mark.parametrize(("text", "level"), PLACES)
def test_state_behind_a_place_is_no_degree(text: str, level: str | None, taxonomy: Taxonomy) -> None:
    assert taxonomy.entry_words.degree_level([text]) == level
    assert taxonomy.entry_words.names_a_title(text) is (level is not None or "University" in text)


@pytest.mark.parametrize(
    ("lines", "kind"),
    [
        (("MSc Biology, Lake University", "Thesis on the sea"), "education"),
        (("Master thesis, Lake University", "MSc Biology"), "thesis"),
    ],
)
def test_degree_among_jobs_is_no_thesis_though_it_tells_one(
    lines: tuple[str, ...], kind: str, taxonomy: Taxonomy
) -> None:
    marks: list[Mark] = [Text(50, 50, "Mira Sandoval", size=20), Text(50, 90, "Experience", size=14, bold=True)]
    for top, texts in ((120, ("2023 - 2025", *lines)), (180, ("2020 - 2023", "Clerk, Kestrel Foods", "Kept stamps"))):
        marks += [Text(50, top + 14 * number, text) for number, text in enumerate(texts)]
    resume = read_resume(document_of(pdf_of(marks)), taxonomy, AS_OF)
    assert [entry.kind for _, entry in resume.entries()][-2:] == [kind, "job"]


@pytest.mark.parametrize(
    ("line", "count"),
    [
        ("Honours: list of the dean in Fall 2023, Spring 2024", 1),
        ("Diploma of the sea: Fall 2023", 2),
        ("2016 - 2018: house of rye", 2),
    ],
    ids=["more than a date", "another degree", "a label of dates"],
)
def test_dates_behind_a_label_and_words_are_of_no_degree(line: str, count: int, taxonomy: Taxonomy) -> None:
    lines = ["Lake University, Omaha", "Bachelor of Science in Biology, May 2024", line]
    assert len(titles([(50, one) for one in lines], taxonomy)) == count


def test_rows_with_a_year_and_a_mark_behind_it_are_a_degree_each(taxonomy: Taxonomy) -> None:
    rows = ["HSC, Girls Higher Secondary School, 2019 (85%)", "SSLC, Girls High School, 2017 (91%)"]
    assert len(titles([(50, row) for row in rows], taxonomy)) == 2


@pytest.mark.parametrize(
    ("heading", "kind"), [("Education and Certifications", "certificate"), ("Education", "education")]
)
def test_line_that_names_no_degree_is_a_certificate_under_a_heading_of_both(
    heading: str, kind: str, taxonomy: Taxonomy
) -> None:
    marks: list[Mark] = [Text(50, 50, "Mira Sandoval", size=20), Text(50, 90, heading, size=14, bold=True)]
    lines = ["Lake University", "BSc Biology, 2015 - 2019", "Six Sigma Green Belt (2021)"]
    marks += [Text(50, 120 + 14 * number, text) for number, text in enumerate(lines)]
    resume = read_resume(document_of(pdf_of(marks)), taxonomy, AS_OF)
    assert [str(entry.kind) for _, entry in resume.entries()][-2:] == ["education", kind]


def test_degree_that_names_its_thesis_behind_it_is_a_degree(taxonomy: Taxonomy) -> None:
    lines = ["M.S., Biology; thesis on bees, Aug 2019 - May 2021", "B.S., Biology, Aug 2015 - May 2019"]
    assert len(titles([(50, line) for line in lines], taxonomy)) == 2


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Training", "certificate"),
        ("Schooling", "education"),
        ("Professional Qualification", "certificate"),
        ("Profesional Qualification", "certificate"),
    ],
)
def test_training_with_no_degree_beside_degrees_is_certificates(heading: str, kind: str, taxonomy: Taxonomy) -> None:
    text = "Mira Sandoval\n# Education\nBSc Biology, Lake University, 2016\n"
    text += f"# {heading}\nSafety at Sea (November 2021)\n# Languages\nDanish\n"
    entries = [entry for _, entry in read_resume(typed(text), taxonomy, AS_OF).entries()]
    assert [entry.kind for entry in entries if entry.title.startswith("Safety")] == [kind]


def set_in_looks(lines: list[tuple[str, bool]], taxonomy: Taxonomy) -> list[tuple[str, str]]:
    """The kinds and titles of what is read in lines of a section of education, bold or not."""
    marks: list[Mark] = [Text(50, 50, "Mira Sandoval", size=20), Text(50, 90, "Education", size=14, bold=True)]
    marks += [Text(50, 120 + 14 * at, text, bold=bold) for at, (text, bold) in enumerate(lines)]
    resume = read_resume(document_of(pdf_of(marks)), taxonomy, AS_OF)
    return [(entry.kind.value, entry.title) for _, entry in resume.entries() if entry.kind.value != "text"]


@pytest.mark.parametrize("bold", [True, False])
def test_names_that_stand_out_with_a_time_each_are_a_degree_each(bold: bool, taxonomy: Taxonomy) -> None:
    lines = [("Higher Baker", True), ("Ostby Ovens", False), ("2014 - 2016", False)]
    lines += [("Rye Technician", bold), ("Delft Mills", False), ("2010 - 2012", False)]
    named = [("education", "Higher Baker"), ("education", "Rye Technician")]
    assert set_in_looks(lines, taxonomy) == (named if bold else named[:1])


def test_name_that_stands_out_without_a_time_is_no_degree_of_its_own(taxonomy: Taxonomy) -> None:
    lines = [("BSc Biology", True), ("Lake University", True), ("2014 - 2016", False)]
    assert set_in_looks(lines, taxonomy) == [("education", "BSc Biology")]


@pytest.mark.parametrize(
    ("when", "kind"),
    [("Oct 2019 - Apr 2020", "education"), ("Oct 2019 - Dec 2019", "certificate"), ("2019", "certificate")],
)
def test_course_of_half_a_year_among_studies_is_one_of_them(when: str, kind: str, taxonomy: Taxonomy) -> None:
    found = set_in_looks([(f"Bread Bootcamp, Ostby Ovens, {when}", False)], taxonomy)
    assert found == [(kind, "Bread Bootcamp, Ostby Ovens")]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Fire safety (2018) · Work at heights (2022) · Forklift, 2023", "certificate"),
        ("Rye growing (2018) · Ovens", "education"),
        ("Rye growing, 2018", "education"),
    ],
)
def test_line_of_several_things_with_their_dates_is_no_degree(line: str, kind: str, taxonomy: Taxonomy) -> None:
    degree = ("BSc Biology, Lake University, 2016", False)
    assert [found for found, _ in set_in_looks([degree, (line, False)], taxonomy)] == ["education", kind]


def test_polytechnic_above_each_degree_is_its_school(taxonomy: Taxonomy) -> None:
    lines = [("Ostby Polytechnic University", False), ("MSc Biology, 2014 - 2016", False)]
    lines += [("Ostby Polytechnic University", False), ("BSc Biology, 2010 - 2014", False)]
    assert [title for _, title in set_in_looks(lines, taxonomy)] == ["Ostby Polytechnic University"] * 2


def test_polytechnic_below_a_degree_that_no_list_knows_is_no_school_of_the_next(taxonomy: Taxonomy) -> None:
    lines = [("Engineer of ovens", False), ("Polytechnic of Ostby", False), ("Matura, Third Hall, 06/2011", False)]
    assert len(set_in_looks(lines, taxonomy)) == 2


def test_year_alone_in_its_cell_begins_a_degree(taxonomy: Taxonomy) -> None:
    lines = [("BSc Biology, Lake University", False), ("'14 - '17", False), ("Studies of rye, '14", False)]
    assert len(set_in_looks(lines, taxonomy)) == 2
