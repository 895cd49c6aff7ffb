"""Degrees whose name, school and time stand on lines of their own, or in a row that no list knows → an entry each."""

from __future__ import annotations

import pytest
from pages import Text, document_of, pdf_of, typed
from sections_read import Understand, entries

from gapcheck.resume.model import Place
from gapcheck.resume.rows import rows_of
from gapcheck.resume.white_space import paragraph_gaps
from gapcheck.taxonomy import Taxonomy

DEGREES = {
    "school on two lines": ("**BSc Biology**\nOstby Fjord University\nCollege of Lakes\n2010 - 2013", 1),
    "polytechnic below": ("**BS Bread Baking**\nOstby Polytechnic College\n2010 - 2013", 1),
    "diploma below": ("**BSc Biology**\nDiploma in Baking, Ostby College\n2010 - 2013", 2),
    "season above": ("Baking program, Ostby College, spring 2010\nHalm High School, diploma 2008", 2),
    "year of the school below": (
        "Ostby College, Bread, 180 credits, autumn 2010 - spring 2013\nUpper secondary school: Halm, in 2010",
        2,
    ),
    "diploma of the school": ("Halm High School, 2008 - 2012\nHigh School Diploma, June 2012", 1),
    "year of its exam": ("BSc Biology, Ostby College | 2010 - 2013\nExam of the state, 2012", 1),
    "prize below": ("Fjord Baking\nOstby, June 2013\n**Marks: 3.6**\nDean’s List (Spring 2012)", 1),
    "unknown above": ("F.Ed. Baking, Ostby College, 2008 - 2010\nMatriculation, Halm School, 2010", 2),
}


@pytest.mark.parametrize("layout", DEGREES)
def test_degree_is_one_entry_on_however_many_lines(layout: str, understand: Understand) -> None:
    lines, count = DEGREES[layout]
    text = f"Mira Sandoval\n# Education\n{lines}\n**MSc Fjords**\nDelft University\n2014 - 2016\n# Interests\nSailing"
    found = entries(understand(text), "education")
    assert [entry.kind.value for entry in found] == ["education"] * (count + 1)


@pytest.mark.parametrize("degree", ["Ostby Certificate of Education", "Mittlere Reife"])
def test_certificate_of_a_school_is_a_degree(degree: str, taxonomy: Taxonomy) -> None:
    assert taxonomy.entry_words.degree_level([degree]) == "school"


def test_degrees_that_stand_clear_are_entries_though_most_lines_do(understand: Understand) -> None:
    lines = "Diploma in Fjords\nFrom Ostby Institute\n\nF.E.D. in Bread 2014\nFrom Halm, Delft\n\n"
    text = f"Mira Sandoval\n# Education\n{lines}12th class, Halm 2011\n\n10th class, Halm 2009\n# Interests\nSailing"
    assert len(entries(understand(text), "education")) == 4


def test_capitals_that_a_font_does_not_name_are_no_bullets(understand: Understand) -> None:
    school = "{0}stby {0}choling\n\ue004iology {0}iving\n\ue007rad June {1}\n\n\n"
    lines = school.format("\ue009", 2018) + school.format("\ue008", 2014)
    found = entries(understand(typed(f"Mira Sandoval\n# Education\n{lines}# Interests\nSailing")), "education")
    assert [entry.printed for entry in found] == ["June 2018", "June 2014"]


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("N.L. Degree : Bread Baking", "other"),
        ("Degree in Fjords, Delft", "other"),
        ("Bachelor Degree in Fjords", "bachelor"),
    ],
)
def test_degree_that_says_only_so_is_one(text: str, level: str, taxonomy: Taxonomy) -> None:
    assert taxonomy.entry_words.degree_level([text]) == level


@pytest.mark.parametrize(("tops", "parted"), [((100, 112, 140, 168), {2, 3}), ((100, 112, 126, 140), set())])
def test_white_space_parts_texts_where_it_is_much_more_than_the_least(
    tops: tuple[int, ...], parted: set[int], taxonomy: Taxonomy
) -> None:
    (page,) = document_of(pdf_of([Text(60, top, "Rye of the fjord", size=10) for top in tops])).pages
    rows = rows_of([Place(1, line) for line in page.lines], taxonomy.entry_words)
    assert paragraph_gaps(rows) == parted


@pytest.mark.parametrize(
    "lines",
    [
        "MSc Fjords (evenings, likely done\nMay 2028)\nOstby College\nSince Sep 2024",
        "MSc Fjords (evenings, likely done May 2028)\nOstby College\nSince Sep 2024",
        "MSc Fjords, Ostby College, Sep 2024 - Present (evenings, likely done\nMay 2028)",
    ],
    ids=["on two lines", "on one", "behind the time"],
)
def test_date_that_ends_a_remark_is_not_the_time_of_a_degree(lines: str, understand: Understand) -> None:
    below = "\n**BSc Biology**\nDelft University\nSep 2018 - Jun 2021"
    found = entries(understand(f"Mira Sandoval\n# Education\n{lines}{below}\n# Interests\nSailing"), "education")
    assert [entry.printed for entry in found][1:] == ["Sep 2018 - Jun 2021"]
    assert len(found) == 2


def test_year_behind_a_bracket_is_that_of_a_degree(understand: Understand) -> None:
    lines = "Sep 2014 - Jun 2016, Ostby College, Bread (evenings,\nby the fjord) 2017"
    text = f"Mira Sandoval\n# Education\nBSc Biology, Delft University (honours,\nwith a prize) 2012\n{lines}"
    found = entries(understand(f"{text}\n# Interests\nSailing"), "education")
    assert found[0].printed == "2012"
