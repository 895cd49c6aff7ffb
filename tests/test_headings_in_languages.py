"""What headings, dates and degrees say in the words of other languages."""

from __future__ import annotations

import pytest
from pages import AS_OF, resume_pdf, typed
from skill_resumes import findings_on, left_out

from gapcheck.resume.lexicon import lexicon
from gapcheck.resume.reader import read_resume
from gapcheck.taxonomy import Taxonomy, load_taxonomy
from gapcheck.taxonomy.in_languages import in_languages

HEADINGS = [
    ("de", "Meine Erfahrung", "experience"),
    ("de", "Studienarbeiten", "projects"),
    ("fr", "Travaux de cours", "projects"),
    ("fr", "Contributions", "projects"),
    ("es", "Trabajos de curso", "projects"),
    ("pt", "Trabalhos de curso", "projects"),
    ("de", "Stationen im Beruf", "experience"),
    ("de", "Bisherige Stellen", "experience"),
    ("de", "Stellen", "experience"),
    ("fr", "Où j’ai travaillé", "experience"),
    ("es", "Dónde he trabajado", "experience"),
    ("es", "Dónde trabajé", "experience"),
    ("es", "Puestos de trabajo", "experience"),
    ("pt", "Onde trabalhei", "experience"),
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


WORK_AND_STUDY = {
    "de": ("Berufserfahrung", "Ausbildung", "Berichte mit Excel für die Leitung"),
    "fr": ("Expérience professionnelle", "Formation", "Rapports sous Excel pour la direction"),
    "es": ("Experiencia laboral", "Formación académica", "Informes en Excel para la dirección"),
    "pt": ("Experiência profissional", "Formação acadêmica", "Relatórios em Excel para a direção"),
}
HOPED_FOR_BELOW = [
    ("de", "Nächste Schritte"),
    ("de", "Was noch fehlt"),
    ("fr", "À venir"),
    ("fr", "Où je vais"),
    ("es", "Pendientes"),
    ("es", "Lo que viene"),
    ("pt", "Pendências"),
    ("pt", "Para onde vou"),
]


@pytest.mark.parametrize(("code", "heading"), HOPED_FOR_BELOW)
def test_what_stands_below_a_heading_of_the_future_is_hoped_for(code: str, heading: str) -> None:
    work, study, line = WORK_AND_STUDY[code]
    resume = (
        f"Ada Lind\n# {work}\n## Brassmoor | 2019 - 2021\n- {line}\n# {study}\n## BSc | 2015\n# {heading}\n- Docker"
    )
    assert left_out(findings_on(resume_pdf(resume), "resume.pdf", load_taxonomy())) == {("docker", "aspiration")}
