"""Dates in the words of other languages."""

from __future__ import annotations

import pytest
from dates_read import (
    LANGUAGES,
    NOVEMBER_2026,
    found,
)
from pages import AS_OF, Text, pdf_of, typed
from sections_read import Understand, dates, entries

from gapcheck.resume import DateRange, month_number, read_resume
from gapcheck.resume.dates import grammar_of
from gapcheck.resume.language import languages_of
from gapcheck.taxonomy import load_taxonomy

OTHER_LANGUAGES = [
    ("de", "März 2021 – Juni 2024", 2021, 3, 40),
    ("de", "seit 03/2020", 2020, 3, 81),
    ("de", "seit 01.03.2020", 2020, 3, 81),
    ("de", "09/2020 – heute", 2020, 9, 75),
    ("de", "seit dem 01.03.2020", 2020, 3, 81),
    ("de", "Eintritt: 03/2018, Austritt: 05/2020", 2018, 3, 27),
    ("de", "vom 1. März 2020 bis 31. Juli 2021", 2020, 3, 17),
    ("de", "Okt. 19 – Dez. 21", 2019, 10, 27),
    ("de", "2. Quartal 2020", 2020, 4, 3),
    ("fr", "de janvier 2020 à mars 2021", 2020, 1, 15),
    ("fr", "du 1er janvier 2020 au 31 mars 2022", 2020, 1, 27),
    ("fr", "d'octobre 2019 à juin 2020", 2019, 10, 9),
    ("fr", "janv. 2020 – aujourd’hui", 2020, 1, 83),
    ("fr", "janvier 2020 à ce jour", 2020, 1, 83),
    ("fr", "fevrier 2020 - août 2020", 2020, 2, 7),
    ("fr", "dès le 01.03.2020", 2020, 3, 81),
    ("fr", "Début : 03/2018\nFin : 05/2020", 2018, 3, 27),
    ("es", "Fecha de ingreso: 03/2018 | Fecha de egreso: 05/2020", 2018, 3, 27),
    ("es", "marzo 2020 - a día de hoy", 2020, 3, 81),
    ("es", "septiembre 2020 – actualidad", 2020, 9, 75),
    ("es", "septiembre 2020 - en la actualidad", 2020, 9, 75),
    ("pt", "setembro de 2020 - na atualidade", 2020, 9, 75),
    ("fr", "septembre 2020 – à l'heure actuelle", 2020, 9, 75),
    ("de", "September 2020 – bis zum heutigen Tag", 2020, 9, 75),
    ("es", "de enero de 2020 a marzo de 2021", 2020, 1, 15),
    ("es", "Marzo 2020 a la fecha", 2020, 3, 81),
    ("es", "3 de marzo de 2020 al 15 de abril de 2021", 2020, 3, 14),
    ("pt", "de janeiro de 2020 até o momento", 2020, 1, 83),
    ("pt", "set 2020 – atual", 2020, 9, 75),
    ("pt", "out/2019 – dez/2020", 2019, 10, 15),
    ("pt", "Admissão: 03/2018 Saída: 05/2020", 2018, 3, 27),
    ("pt", "03/2020 – em exercício", 2020, 3, 81),
    ("pt", "2º semestre de 2021", 2021, 7, 6),
]


@pytest.mark.parametrize(("code", "text", "year", "month", "months"), OTHER_LANGUAGES)
def test_other_language_has_its_own_words(code: str, text: str, year: int, month: int, months: int) -> None:
    grammar = grammar_of((LANGUAGES["en"].dates, LANGUAGES[code].dates))
    [dates] = grammar.date_ranges(text, NOVEMBER_2026)
    assert dates == DateRange(month_number(year, month), month_number(year, month) + months - 1, months)
    assert grammar.without_dates(f"Lark, {text}") == "Lark"


TEXTS = {
    (
        "en",
    ): "Analyst in the team of the mills, with reports for Universidad de la Laguna, by a plan that was in use at the\n"
    "port of Los Angeles and on the way to the depot",
    ("en", "de"): "Analystin bei der Bäckerei und im Lager, mit Berichten für die Leitung",
    ("en", "fr"): "Analyste chez un boulanger, avec des rapports pour le directeur et les équipes",
    ("en", "de", "fr"): "Analystin bei der Mühle und im Lager für die Leitung. "
    "Analyste chez une boulangerie avec des équipes pour le pain",
}


@pytest.mark.parametrize("codes", TEXTS)
def test_languages_of_a_document_are_told_by_its_small_words(codes: tuple[str, ...]) -> None:
    assert languages_of(typed(TEXTS[codes]), load_taxonomy()) == codes


def test_dates_of_a_document_are_read_in_its_languages() -> None:
    text = "Analystin bei der Mühle\nExperience\nAnalystin, Bäckerei und Mühle, März 2021 – Dezember 2021"
    resume = read_resume(typed(text), load_taxonomy(), AS_OF)
    assert resume.work_months == 10


def test_words_of_a_language_that_is_not_the_text_s_are_none() -> None:
    assert found("Data set 2019 – 2020") == [(2019, 1, 12)]


def test_range_of_many_small_words_may_break_in_a_narrow_cell(understand: Understand) -> None:
    """`de junio de 2011 a mayo de` are seven words, and the year stands below."""
    rows = [
        ("De junio de 2020 a agosto de", "Panadera, Hornos Alba, Sevilla"),
        ("2024", "Amaso de noche y vendo de mañana."),
        ("De enero de 2016 a febrero de", "Cocinera, Mesa Larga, Cádiz"),
        ("2020", "Llevé los menús de dos temporadas."),
    ]
    texts = [Text(72, 60, "Mira Sandoval"), Text(72, 90, "Experiencia profesional", size=13, bold=True)]
    for row, (left, right) in enumerate(rows):
        texts += [Text(72, 120 + 14 * row, left), Text(260, 120 + 14 * row, right)]
    texts.append(Text(72, 200, "Idiomas", size=13, bold=True))
    texts.append(Text(72, 220, "Español (lengua materna), y también inglés para la panadería"))
    assert [entry.dates for entry in entries(understand(pdf_of(texts)), "experience")] == [
        dates((2020, 6), (2024, 8)),
        dates((2016, 1), (2020, 2)),
    ]
