"""Skills that lines of German, French, Spanish and Portuguese describe and do not name."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from gapcheck.resume import Entry, EntryKind, Item, Section
from gapcheck.skills.pipeline.described_in_languages import MODEL_FILE, StemsOf, load_described_in
from gapcheck.skills.reader import SkillReader
from gapcheck.taxonomy import SectionKind, load_taxonomy
from gapcheck.text.tokenizer import tokens_of
from gapcheck.training import languages_described
from gapcheck.training.described import VoiceLine, example, fit, lines_in, people_in

ROOT = Path(__file__).parent.parent
DATA = ROOT / "skills_taxonomy"
EXAMPLES = DATA / "described_in_languages"
CODES = ("de", "es", "fr", "pt")


def shown(
    reader: SkillReader, code: str, line: str, *, kind: SectionKind = SectionKind.experience, beside: str = ""
) -> set[str]:
    """The skills that a line of a section shows, and another one `beside` it in its entry."""
    items = tuple(Item(text, (), (0,), bullet=True) for text in (line, beside) if text)
    entry = Entry(EntryKind.job, "", items)
    section = Section(kind, "", (entry,))
    doc = reader.of_languages((code,)).mentions([(section, entry, 0, item) for item in items])
    return {one.skill for one in doc._.mentions if one.reason is None}


@pytest.mark.parametrize(
    ("code", "line", "skill"),
    [
        ("de", "Zwei Lehrlinge und eine Aushilfe eingearbeitet und betreut", "leadership"),
        ("de", "Dem Vorstand gezeigt, dass die neue Tour 60.000 Euro im Jahr spart", "business-awareness"),
        ("fr", "Encadrement de quatre techniciens et de deux apprentis", "leadership"),
        ("fr", "Travail quotidien avec les équipes du magasin et du service après-vente", "teamwork"),
        ("es", "Expliqué a los médicos qué significa la curva, sin tecnicismos", "communication"),
        ("es", "Coordinación de un grupo de seis operarios en el turno de noche", "leadership"),
        ("pt", "Treinei três estagiários e acompanhei o trabalho deles por um ano", "leadership"),
        ("pt", "Trabalho diário com a equipe de vendas e com a oficina", "teamwork"),
        ("de", "Leitung eines Teams von vier Prüferinnen im Labor", "teamwork"),
        ("fr", "Encadrement d'une équipe de cinq monteurs à l'atelier", "teamwork"),
        ("es", "Dirijo un equipo de seis topógrafos en la costa", "teamwork"),
        ("pt", "Lidero uma equipe de sete moleiros no vale", "teamwork"),
        ("de", "Aufbau eines Dashboards in Tableau für die Lagerleitung", "data-visualization"),
        ("fr", "Création d'un tableau de bord pour les chefs de quai", "data-visualization"),
        ("es", "Diseñé un cuadro de mando para los jefes de muelle", "data-visualization"),
        ("pt", "Construção de um painel no Power BI para o cais", "data-visualization"),
        ("de", "Ursache der verspäteten Züge in den Logs gefunden", "problem-solving"),
        ("fr", "Identification de la cause des commandes perdues", "problem-solving"),
        ("es", "Localicé el origen de los pedidos perdidos", "problem-solving"),
        ("pt", "Identifiquei a causa das encomendas perdidas entre o cais e a fábrica", "problem-solving"),
        ("de", "Prüfung des Ergebnisses auf zwei zurückgehaltenen Wochen", "model-evaluation"),
        ("fr", "Contrôle sur deux mois mis de côté", "model-evaluation"),
        ("es", "Comprobado con dos semanas reservadas", "model-evaluation"),
        ("pt", "Conferido com duas semanas reservadas", "model-evaluation"),
    ],
)
def test_what_a_line_describes_counts(code: str, line: str, skill: str, skill_reader: SkillReader) -> None:
    assert skill in shown(skill_reader, code, line)


@pytest.mark.parametrize(
    ("code", "line", "skill"),
    [
        ("de", "Betreuung der Heizung und der Pumpen im Werk", "leadership"),
        ("de", "Pakete an 60 Kunden ausgetragen und die Kasse geführt", "communication"),
        ("fr", "Suivi de la température de quatre cuves et de deux fours", "leadership"),
        ("fr", "Livraison de trois équipements et de leurs pièces", "teamwork"),
        ("es", "Conducción de tres camiones por rutas de montaña", "leadership"),
        ("es", "La empresa facturó cuatro millones en 2021", "business-awareness"),
        ("pt", "Acompanhamento da temperatura de três câmaras frias", "leadership"),
        ("pt", "Limpeza da loja e arrumação das prateleiras", "data-preprocessing"),
        ("de", "Führung der Gästeliste im Foyer", "leadership"),
        ("de", "Termin bei der Leitung der Bücherei", "leadership"),
        ("pt", "Código em Git, revisão em pares", "teamwork"),
    ],
)
def test_the_same_words_of_other_things_do_not(code: str, line: str, skill: str, skill_reader: SkillReader) -> None:
    assert skill not in shown(skill_reader, code, line)


@pytest.mark.parametrize(
    ("code", "line"),
    [
        ("de", "Verpackung der Kasse in einen Docker-Container hinter einem Endpunkt"),
        ("es", "Empaqueté el servicio de la caja en un contenedor para las tiendas"),
    ],
)
def test_words_alone_show_a_skill_of_models_in_an_entry_about_models_only(
    code: str, line: str, skill_reader: SkillReader
) -> None:
    assert "model-deployment" not in shown(skill_reader, code, line)
    assert "model-deployment" in shown(skill_reader, code, line, beside="XGBoost, scikit-learn")


def test_words_alone_show_what_is_done_to_data_beside_a_tool_of_data(skill_reader: SkillReader) -> None:
    line = "Limpieza en {} de los catastros: duplicados, fechas mal cargadas, códigos faltantes"
    found = [shown(skill_reader, "es", line.format(place)) for place in ("pandas", "papel")]
    assert ["data-preprocessing" in one for one in found] == [True, False]


@pytest.mark.parametrize(
    ("skill", "names"),
    [
        ("regular-expressions", ("regulären Ausdrücken", "expressions régulières", "expresiones regulares")),
        ("survey-research", ("Umfragedesign", "conception d'enquêtes", "diseño de encuestas")),
        ("search-engineering", ("Volltextsuche", "recherche plein texte", "búsqueda de texto completo")),
        ("causal-inference", ("kausale Inferenz", "inférence causale", "inferencia causal")),
        ("vector-databases", ("Vektordatenbank", "base de données vectorielle", "base de datos vectorial")),
        ("hyperparameter-tuning", ("Hyperparametersuche", "réglage des hyperparamètres", "ajuste de hiperparámetros")),
    ],
)
def test_skill_has_a_name_in_each_language(skill: str, names: tuple[str, ...], skill_reader: SkillReader) -> None:
    for code, name in zip(("de", "fr", "es"), names, strict=True):
        assert skill in shown(skill_reader, code, name, kind=SectionKind.skills), name


def test_every_name_of_a_method_is_known_in_all_languages_or_in_none() -> None:
    """A method named in one of the four and not in another makes twins differ."""
    taxonomy = load_taxonomy()
    named = {code: set(taxonomy.languages[code].names) for code in CODES}
    lacking = {
        (code, skill)
        for code in CODES
        for skill in set.union(*named.values()) - named[code]
        if taxonomy.skills[skill].category in {"core-ml", "deep-learning", "mathematics", "experimentation", "nlp-llm"}
    }
    assert not lacking


def test_phrase_of_a_language_needs_no_word_of_the_model(skill_reader: SkillReader) -> None:
    """Where nothing else is about models, an English one does: the model takes no phrase of these languages away."""
    line = "Vorhersage der Ernte mit Verkehrszählung, Merkmalsauswahl und Kreuzvalidierung"
    assert "model-evaluation" in shown(skill_reader, "de", line)


def test_line_in_a_section_that_tells_no_deeds_describes_nothing(skill_reader: SkillReader) -> None:
    line = "Zwei Lehrlinge und eine Aushilfe eingearbeitet und betreut"
    assert "leadership" not in shown(skill_reader, "de", line, kind=SectionKind.education)


def test_english_line_of_a_resume_in_another_language_is_read_as_english(skill_reader: SkillReader) -> None:
    assert "business-awareness" in shown(skill_reader, "de", "I showed the board which of our tours lose money")


def test_line_that_tells_no_language_describes_nothing(skill_reader: SkillReader) -> None:
    """It could be of any: English alone would take it for leadership."""
    assert "leadership" not in shown(skill_reader, "fr", "Taught twelve apprentices cabinet making")


Means = Callable[[str, str], tuple[str, ...]]


@pytest.fixture(scope="module")
def means(skill_reader: SkillReader) -> Means:
    stems = {code: StemsOf(skill_reader.taxonomy.languages[code], people_in(DATA).nouns) for code in CODES}
    return lambda code, word: stems[code].means(tokens_of(word), 0)


def test_word_is_read_as_what_it_is_in_english(means: Means) -> None:
    assert "=explain" in means("de", "erklärte") and "=explain" in means("es", "explicando")
    assert means("fr", "xylophage") == ()


def test_word_of_the_dictionary_is_not_taken_for_another_of_its_stem(means: Means) -> None:
    assert "=trade" in means("de", "Handel") and "=trade" not in means("de", "handeln")


def test_word_for_people_is_one_in_every_language(means: Means) -> None:
    assert all("@people" in means(*one) for one in [("de", "Studentin"), ("fr", "ingénieurs"), ("pt", "alunos")])
    assert "@people" not in means("de", "Rechnung")


def test_compound_is_what_its_last_part_is_where_a_language_makes_them(means: Means) -> None:
    assert "=student" in means("de", "Abendschulstudenten")
    assert "=student" not in means("es", "multiestudiante")


def test_model_is_small_and_better_than_phrases_on_voices_it_has_not_seen() -> None:
    file = DATA / MODEL_FILE
    data = json.loads(file.read_text(encoding="utf-8"))
    assert file.stat().st_size < 1_000_000
    assert set(CODES) == set(data["intercepts"])
    for part in (0, 1):  # precision and recall
        assert data["cross-validation"]["with the model"][part] > data["cross-validation"]["phrases alone"][part]
    assert data["cross-validation"]["with the model"][0] > 0.75
    assert all(row["near misses"] >= 20 for row in data["skills"].values())


def test_docs_say_how_right_the_model_is() -> None:
    data = json.loads((DATA / MODEL_FILE).read_text(encoding="utf-8"))
    precision, recall = data["cross-validation"]["with the model"]
    said = (ROOT / "docs" / "accuracy.md").read_text(encoding="utf-8")
    assert f"{data['made from']:,} lines in {data['voices']} voices" in said
    assert f"right in {precision:.2f} of what it says and finds {recall:.2f}" in said


def test_stored_model_knows_the_lines_it_was_taught(skill_reader: SkillReader) -> None:
    taxonomy = skill_reader.taxonomy
    right = total = 0
    models = {code: load_described_in(taxonomy.languages[code]) for code in CODES}
    for line in lines_in(EXAMPLES, taxonomy.skills)[::60]:
        model = models[line.voice[:2]]
        assert model is not None
        features = example(line, skill_reader.of_languages((line.voice[:2],)), model.words).features
        probabilities = model.probabilities(features)
        for skill, column in model.skills.items():
            total += 1
            right += (probabilities[column] >= 0.5) == (skill in line.shows)
    assert right / total > 0.97


def test_every_language_is_taught_by_many_voices() -> None:
    voices = [file.stem[:2] for file in EXAMPLES.glob("*.yaml")]
    assert all(voices.count(code) >= 25 for code in CODES)


def test_language_without_examples_has_no_model(skill_reader: SkillReader) -> None:
    assert load_described_in(skill_reader.taxonomy.languages["en"]) is None


def test_file_of_an_unknown_language_is_told(tmp_path: Path, skill_reader: SkillReader) -> None:
    (tmp_path / "xx_clerk.yaml").write_text("leadership:\n- Zwei Leute angelernt\n", encoding="utf-8")
    with pytest.raises(ValueError, match="'xx' is no language"):
        languages_described.examples_in(tmp_path, people_in(DATA), skill_reader)


def test_fit_learns_a_word_of_one_language_from_another(tmp_path: Path, skill_reader: SkillReader) -> None:
    """What German lines alone tell of apprentices, a Spanish line is judged by as well."""
    lines = "".join(f"- {number} Lehrlinge angelernt\n" for number in range(2, 16))
    others = "".join(f"- {number} Pumpen geschmiert\n" for number in range(2, 16))
    (tmp_path / "de_smith.yaml").write_text(f"leadership:\n{lines}not leadership:\n{others}", encoding="utf-8")
    (tmp_path / "es_smith.yaml").write_text("none:\n- 14 bombas\n", encoding="utf-8")
    english = tmp_path / "english"
    english.mkdir()
    people = people_in(DATA)
    lines_, examples, varied = languages_described.examples_in(tmp_path, people, skill_reader)
    names, weights, _ = fit(examples, varied, ["leadership"])
    weight = {name: row[0] for name, row in zip(names, weights.tolist(), strict=True)}
    assert len(lines_) == 29 and weight["@people"] > 0 > weight["=pump"]


def test_voice_line_is_read_by_the_words_of_its_language(skill_reader: SkillReader) -> None:
    stems = StemsOf(skill_reader.taxonomy.languages["fr"], people_in(DATA).nouns)
    line = VoiceLine("fr_x", "Formé deux stagiaires", frozenset(), frozenset(), frozenset())
    features = example(line, skill_reader.of_languages(("fr",)), stems).features
    assert {"@people", "=intern", "fr:stagiair"} <= features and not any(one.startswith("de:") for one in features)


def test_made_model_says_when_and_from_what(tmp_path: Path, skill_reader: SkillReader) -> None:
    for code in ("de", "fr"):
        for voice in "abc":
            hits = "".join(f"- {voice} {number} Lehrlinge angelernt\n" for number in range(12))
            near = "".join(f"- {voice} {number} Pumpen angelassen\n" for number in range(4))
            unsure = "".join(f"- {voice} {number} Tore bemalt\n" for number in range(12))  # nothing only looks like it
            (tmp_path / f"{code}_{voice}.yaml").write_text(
                f"leadership:\n{hits}not leadership:\n{near}testing:\n{unsure}"
            )
    english = tmp_path / "english"
    english.mkdir()
    (english / "smith.yaml").write_text("leadership:\n- Trained two apprentices\n", encoding="utf-8")
    model = languages_described.train(tmp_path, english, people_in(DATA), skill_reader, date(2026, 11, 29))
    assert (model["made from"], model["voices"], list(model["skills"])) == (168, 6, ["leadership"])
    assert set(model["intercepts"]) == {"de", "fr"} and not any(name.startswith("@in ") for name in model["weights"])
