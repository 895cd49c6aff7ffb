"""What headings, dates and degrees say in the words of other languages."""

from __future__ import annotations

import pytest
from pages import AS_OF, typed

from gapcheck.resume.lexicon import lexicon
from gapcheck.resume.reader import read_resume
from gapcheck.taxonomy import Taxonomy
from gapcheck.taxonomy.in_languages import in_languages

HEADINGS = [
    ("de", "Meine Erfahrung", "experience"),
    ("fr", "Mon parcours", "experience"),
    ("fr", "Mes études", "education"),
    ("es", "Mis estudios", "education"),
    ("pt", "Minha formação", "education"),
]


@pytest.mark.parametrize(("code", "heading", "kind"), HEADINGS)
def test_heading_may_say_whose_it_is(code: str, heading: str, kind: str, taxonomy: Taxonomy) -> None:
    said = lexicon(in_languages(taxonomy, ("en", code)).headings).says(heading)
    assert said is not None
    assert (said.whole, list(said.kinds)) == (True, [kind])


FRENCH = """Maude Rivard
# EXPÉRIENCE PROFESSIONNELLE
Ingénieure de données chez les Moulins du Lac, avec une équipe de trois personnes
CDI - de mars 2022 à ce jour
# FORMATION
2022 – 2024 | Classe préparatoire
Lycée du Lac
Juin 2023 | Baccalauréat général
"""


def test_year_within_the_time_of_a_school_is_no_part_of_it(taxonomy: Taxonomy) -> None:
    resume = read_resume(typed(FRENCH), taxonomy, AS_OF)
    assert [entry.printed for _, entry in resume.entries() if entry.kind == "education"] == ["2022 – 2024", "Juin 2023"]


def test_range_behind_a_hyphen_opens_with_a_small_word(taxonomy: Taxonomy) -> None:
    assert read_resume(typed(FRENCH), taxonomy, AS_OF).work_months == 57
