"""Lines in other languages with a lone letter → whether it is the programming language of that name."""

from __future__ import annotations

import pytest
from cues_said import RESUMES
from skill_resumes import findings_on

from gapcheck.taxonomy import load_taxonomy

OTHER = {
    "de": ["Führerschein B und C vorhanden", "Führerscheine der Klassen B, BE, C", "Gabe von Vitamin C nach Plan"],
    "fr": ["Permis B et C", "Permis des catégories B, BE, C", "Dosage de la vitamine C"],
    "es": ["Permisos de conducir B y C", "Carnets B, BE, C", "Dosis de vitamina C"],
    "pt": ["Habilitação para veículos B e C", "Cartas B, BE, C", "CNH categoria C"],
}
THE_LANGUAGE = {
    "de": ["Gerätetreiber in C geschrieben", "Kenntnisse: C, Python, SQL", "Zeiger und Speicher, Übung zur Sprache C"],
    "fr": ["Pilotes écrits en C", "Outils : C, Python, SQL", "Pointeurs et mémoire, travaux pratiques du langage C"],
    "es": [
        "Controladores escritos en C",
        "Herramientas: C, Python, SQL",
        "Prácticas de lenguaje C, punteros y memoria",
    ],
    "pt": ["Controladores escritos em C", "Ferramentas: C, Python, SQL", "Aulas de linguagem C, ponteiros e memória"],
}


def _has_c(language: str, line: str) -> bool:
    text = RESUMES[language].replace("{lines}", f"- {line}")
    return any(one.skill == "c" for one in findings_on(text.encode(), "resume.txt", load_taxonomy()).skills)


@pytest.mark.parametrize(("language", "line"), [(code, line) for code, lines in OTHER.items() for line in lines])
def test_letter_of_a_licence_or_a_vitamin_is_no_language(language: str, line: str) -> None:
    assert not _has_c(language, line)


@pytest.mark.parametrize(("language", "line"), [(code, line) for code, lines in THE_LANGUAGE.items() for line in lines])
def test_letter_in_the_company_of_programming_is_the_language(language: str, line: str) -> None:
    assert _has_c(language, line)


@pytest.mark.parametrize(
    ("row", "is_language"), [("Klassen B, BE, C", False), ("Klassen B und C", False), ("R, C, Go", True)]
)
def test_list_of_letters_is_read_to_its_end_among_skills(row: str, is_language: bool) -> None:
    text = RESUMES["de"].replace("{lines}", "") + f"\nKenntnisse\n{row}\n"
    found = {one.skill for one in findings_on(text.encode(), "resume.txt", load_taxonomy()).skills}
    assert ("c" in found) is is_language
