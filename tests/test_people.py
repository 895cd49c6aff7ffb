"""Names of people in a resume: each is one, in the order of the page."""

from __future__ import annotations

import pytest
from pages import AS_OF, typed

from gapcheck.resume.reader import read_resume
from gapcheck.skills.reader import SkillReader
from gapcheck.taxonomy import Taxonomy


@pytest.mark.parametrize(
    "line",
    [
        "Reported to Dr. Anna Falk and Mr. Zofia Lund",
        "Reported to Mr. Anna Falk on Mondays, Ms. Zofia Lund on Fridays",
    ],
)
def test_words_of_a_name_are_one_name_and_two_people_on_a_line_are_two(
    line: str, taxonomy: Taxonomy, skill_reader: SkillReader
) -> None:
    text = f"Mira Sandoval\n# Experience\n## Baker, Kestrel Foods | Jan 2020 - May 2021\n- {line}\n# Skills\nPython"
    people = skill_reader.read(read_resume(typed(text), taxonomy, AS_OF)).people
    assert [one.name for one in people] == ["Mira Sandoval", "Anna Falk", "Zofia Lund"]
