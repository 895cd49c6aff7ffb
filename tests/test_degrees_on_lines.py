"""Degrees whose name, school and time stand on lines of their own, or in a row that no list knows → an entry each."""

from __future__ import annotations

import pytest
from sections_read import Understand, entries

from gapcheck.taxonomy import Taxonomy

DEGREES = {
    "school on two lines": ("**BSc Biology**\nOstby Fjord University\nCollege of Lakes\n2010 - 2013", 1),
    "polytechnic below": ("**BS Bread Baking**\nOstby Polytechnic College\n2010 - 2013", 1),
    "diploma below": ("**BSc Biology**\nDiploma in Baking, Ostby College\n2010 - 2013", 2),
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
