"""Whose a named skill is, in lines of German, French, Spanish and Portuguese that no cue tells of."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from skill_resumes import findings_on

from gapcheck.resume import Entry, EntryKind, Item, Section
from gapcheck.skills.pipeline.ownership_in_languages import (
    MODEL_FILE,
    OwnershipInLanguages,
    load_languages_ownership_model,
)
from gapcheck.skills.pipeline.ownership_model import OWN
from gapcheck.skills.pipeline.ownership_words import WordsOf, features_in
from gapcheck.skills.reader import SkillReader
from gapcheck.taxonomy import SectionKind, load_taxonomy
from gapcheck.text.tokenizer import tokens_of
from gapcheck.training import languages_ownership

ROOT = Path(__file__).parent.parent
EXAMPLES = ROOT / "skills_taxonomy" / "ownership_in_languages"


def reasons(
    reader: SkillReader,
    code: str,
    line: str,
    skill: str,
    *,
    upto: str = "skill_ownership",
    kind: SectionKind = SectionKind.experience,
) -> set[str | None]:
    """Why a skill does not count in a line of a section, None among it where it does."""
    item = Item(line, (), (0,))
    entry = Entry(EntryKind.job, "", (item,))
    section = Section(kind, "", (entry,))
    doc = reader.of_languages((code,)).mentions([(section, entry, 0, item)], upto=upto)
    return {one.reason and one.reason.value for one in doc._.mentions if one.skill == skill}


NOT_OWN = [
    ("de", "Die Bereitstellung in {skill} übernahm am Ende die Plattformgruppe der Bank", "Kubernetes", "kubernetes"),
    ("fr", "La base {skill} est tenue par une filiale de Nantes", "MongoDB", "mongodb"),
    ("fr", "Le cluster {skill} incombe à la production informatique", "Kubernetes", "kubernetes"),
    ("pt", "A tela em {skill} é da Clara", "React", "react"),
    ("pt", "O envio para a {skill} é feito pela turma de plataforma", "AWS", "aws"),
]

OWN_LINES = [
    ("de", "Messdaten der Mühle mit {skill} ausgewertet", "pandas", "pandas"),
    ("de", "Für den Vertrieb ein Werkzeug in {skill} gebaut, das alle Filialen nutzen", "Python", "python"),
    ("de", "Niemand in der Gruppe kannte {skill}, deshalb habe ich es eingeführt", "Docker", "docker"),
    ("fr", "Service de calcul des primes écrit en {skill} et relu par les actuaires", "Python", "python"),
    ("fr", "Tableau de bord {skill} pour les chefs de magasin", "Power BI", "power-bi"),
    ("es", "Programa en {skill} que ordena las facturas de la cooperativa", "Python", "python"),
    ("es", "Con dos compañeras monté el almacén en {skill}", "PostgreSQL", "postgresql"),
    ("pt", "Relatórios em {skill} para a diretoria, lidos por todas as lojas", "SQL", "sql"),
    ("pt", "Desenhei o serviço em {skill} que os parceiros chamam", "FastAPI", "fastapi"),
]


@pytest.mark.parametrize(("code", "line", "name", "skill"), NOT_OWN)
def test_skill_of_somebody_else_does_not_count(
    code: str, line: str, name: str, skill: str, skill_reader: SkillReader
) -> None:
    line = line.format(skill=name)
    assert reasons(skill_reader, code, line, skill, upto="skill_context") == {None}  # no cue tells it
    found = reasons(skill_reader, code, line, skill)
    assert found and None not in found


@pytest.mark.parametrize(("code", "line", "name", "skill"), OWN_LINES)
def test_own_skill_counts(code: str, line: str, name: str, skill: str, skill_reader: SkillReader) -> None:
    assert reasons(skill_reader, code, line.format(skill=name), skill) == {None}


def test_subjects_of_a_degree_are_left_alone(skill_reader: SkillReader) -> None:
    code, line, name, skill = NOT_OWN[-1]
    found = reasons(skill_reader, code, line.format(skill=name), skill, kind=SectionKind.education)
    assert found == {None}


def test_line_in_english_is_left_alone(skill_reader: SkillReader) -> None:
    assert reasons(skill_reader, "de", "The sister company and the vendor look after the Kubernetes", "kubernetes") == {
        None
    }


def test_model_is_small_and_mostly_right_on_voices_it_has_not_seen() -> None:
    file = ROOT / "skills_taxonomy" / MODEL_FILE
    data = json.loads(file.read_text(encoding="utf-8"))
    assert file.stat().st_size < 300_000
    assert data["cross-validation"]["precision at threshold"] >= 0.75
    assert data["cross-validation"]["recall at threshold"] >= 0.45


def test_stored_model_knows_the_lines_it_was_taught(skill_reader: SkillReader, tmp_path: Path) -> None:
    model = load_languages_ownership_model()
    for file in sorted(EXAMPLES.glob("*_office.yaml")):
        (tmp_path / file.name).write_text(file.read_text(encoding="utf-8"), encoding="utf-8")
    examples = languages_ownership.examples_in(tmp_path, skill_reader.taxonomy)
    assert {one.voice for one in examples} == {"office"}  # one voice in all languages
    right = [(model.probabilities(one.features)[OWN] >= 0.5) == (one.answer == OWN) for one in examples]
    assert len(right) > 80 and sum(right) / len(right) > 0.9


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("xx_office.yaml", {OWN: ["<SQL>"]}, "named by its language"),
        ("de.yaml", {OWN: ["<SQL>"]}, "named by its language"),
        ("de_office.yaml", {"mine": ["<SQL>"]}, "is none of"),
        ("de_office.yaml", {OWN: ["SQL"]}, "one name in angle brackets"),
    ],
)
def test_examples_are_checked(
    name: str, data: dict[str, list[str]], message: str, skill_reader: SkillReader, tmp_path: Path
) -> None:
    (tmp_path / name).write_text(json.dumps(data), encoding="utf-8")
    with pytest.raises(ValueError, match=message):
        languages_ownership.examples_in(tmp_path, skill_reader.taxonomy)


def test_word_itself_tells_its_class_before_its_ending(skill_reader: SkillReader) -> None:
    words = WordsOf(skill_reader.taxonomy.languages["pt"])
    assert "@my_verb" in words.said_of("montei") and "@my_verb" not in words.said_of("ei")
    assert words.said_of("meu")[0] == "@det" and "@me" in words.said_of("meu")
    assert words.said_of("tabela") == ("tabel",)


def test_list_of_names_is_judged_as_one(skill_reader: SkillReader) -> None:
    words = WordsOf(skill_reader.taxonomy.languages["de"])
    tokens = tokens_of("Dienste in Kafka, Spark und Java")
    first, last = (
        set(features_in(words, tokens, at, at + 1, range(len(tokens)), {2, 4, 6}, frozenset(["und"]))) for at in (2, 6)
    )
    assert {"left 0=in", "right 0=^"} <= first & last


@pytest.mark.parametrize(
    ("code", "line", "skill"),
    [
        ("de", "Befunde für Angehörige verständlich aufbereitet", "communication"),
        ("de", "Ausbildung von drei Technikern", "leadership"),
        ("de", "Bereinigung der Pegeldaten", "data-preprocessing"),
        ("fr", "J'explique les fractions à des collégiens", "communication"),
        ("fr", "Présentations trimestrielles à la direction", "communication"),
        ("fr", "Encadrement de deux apprentis", "leadership"),
        ("es", "Presento los avances cada trimestre ante la gerencia", "communication"),
        ("es", "Siete técnicos a mi cargo", "leadership"),
        ("es", "Limpieza de las lecturas", "data-preprocessing"),
        ("pt", "Apresento os números à diretoria", "communication"),
        ("pt", "Quatro operadores a meu cargo", "leadership"),
        ("pt", "Preparação dos registros", "data-preprocessing"),
    ],
)
def test_deed_with_its_object_describes_a_skill(code: str, line: str, skill: str, skill_reader: SkillReader) -> None:
    assert None in reasons(skill_reader, code, line, skill)


def test_what_the_resume_lists_is_not_doubted_sooner_than_what_it_does_not(
    skill_reader: SkillReader, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of others by a little less than the model asks for: the writer's, listed or not."""
    others = load_languages_ownership_model().threshold - 0.02
    shares = {OWN: 1 - others, "other-person": others, "negated": 0.0, "aspiration": 0.0, "other-meaning": 0.0}
    monkeypatch.setattr(OwnershipInLanguages, "_shares", lambda *_: shares)
    text = "Nora Lind\n\nBerufserfahrung\nMärz 2021 - heute  Kauffrau, Kestrel\n- Die Tabellen in Excel für das Team\n"
    listed = "\nKenntnisse\nExcel, SQL, Git\n"
    for resume in (text, text + listed):
        found = {one.skill: one.how.value for one in findings_on(resume.encode(), "resume.txt", load_taxonomy()).skills}
        assert found["excel"] == "demonstrated"
