"""Resumes in German, French, Spanish and Portuguese say what their English twin says; other languages are named."""

from __future__ import annotations

from datetime import date

import pytest

from gapcheck import Analyzer, GapReport
from gapcheck.cli.main import app
from gapcheck.documents import read_content
from gapcheck.resume.language import languages_of
from gapcheck.taxonomy import Taxonomy
from gapcheck.taxonomy.in_languages import in_languages

TWINS = {
    "en": """Nora Lindqvist
nora@example.org

Work experience
March 2021 - present  Data scientist, Kestrel Energy
- Developed prediction models in Python and scikit-learn in a cross-functional team
- Containerised the services with Docker
October 2019 - February 2021  Intern data analysis, Tallow Insurance
- Evaluated claims with pandas
- The Kafka pipeline was run by another team

Education
2016 - 2019  Bachelor of Science in statistics, University of Marlow

Skills
Python (very good), Tableau (basic)
No experience with Spark
""",
    "de": """Nora Lindqvist
nora@example.org

Berufserfahrung
März 2021 - heute  Datenwissenschaftlerin, Kestrel Energy
- Entwicklung von Vorhersagemodellen in Python und scikit-learn in einem interdisziplinären Team
- Die Dienste mit Docker in Container gebracht
Oktober 2019 - Februar 2021  Praktikantin Datenanalyse, Tallow Versicherung
- Auswertung von Schäden mit pandas
- Die Kafka-Pipeline wurde von einem anderen Team betrieben

Ausbildung
2016 - 2019  Bachelor of Science in Statistik, Universität Marlow

Kenntnisse
Python (sehr gut), Tableau (Grundkenntnisse)
Keine Erfahrung mit Spark
""",
    "fr": """Nora Lindqvist
nora@example.org

Expérience professionnelle
mars 2021 - aujourd’hui  Data scientist, Kestrel Énergie
- Développement de modèles de prédiction en Python et scikit-learn au sein d’une équipe pluridisciplinaire
- Mise des services en conteneurs avec Docker
octobre 2019 - février 2021  Stagiaire en analyse de données, Assurances Tallow
- Évaluation des sinistres avec pandas
- Le pipeline Kafka a été développé par une autre équipe

Formation
2016 - 2019  Licence de statistique, Université de Marlow

Compétences
Python (très bon niveau), Tableau (notions)
Aucune expérience avec Spark
""",
    "es": """Nora Lindqvist
nora@example.org

Experiencia laboral
marzo de 2021 - actualidad  Científica de datos, Kestrel Energía
- Desarrollo de modelos de predicción en Python y scikit-learn en un equipo multidisciplinar
- Los servicios se pusieron en contenedores con Docker
octubre de 2019 - febrero de 2021  Becaria de análisis de datos, Seguros Tallow
- Evaluación de siniestros con pandas
- El pipeline de Kafka fue desarrollado por otro equipo

Formación académica
2016 - 2019  Grado en Estadística, Universidad de Marlow

Conocimientos
Python (muy bueno), Tableau (básico)
Sin experiencia con Spark
""",
    "pt": """Nora Lindqvist
nora@example.org

Experiência profissional
março de 2021 - presente  Cientista de dados, Kestrel Energia
- Desenvolvimento de modelos de previsão em Python e scikit-learn em uma equipe multidisciplinar
- Os serviços foram colocados em contêineres com Docker
outubro de 2019 - fevereiro de 2021  Estagiária em análise de dados, Seguros Tallow
- Avaliação de sinistros com pandas
- O pipeline de Kafka foi desenvolvido por outra equipe

Formação acadêmica
2016 - 2019  Bacharelado em Estatística, Universidade de Marlow

Competências
Python (muito bom), Tableau (básico)
Sem experiência com Spark
""",
}
UNREAD = {
    "Turkish": "Deniz Yalçın. İş deneyimi. Ocak 2020 ile bugün arasında veri bilimci olarak çalıştım ve Python ile müşteri kaybı için modeller geliştirdim.",  # noqa: E501
    "Polish": "Doświadczenie zawodowe. Od stycznia 2020 do dziś pracuję jako analityk danych i buduję modele w Pythonie oraz przygotowuję raporty w Tableau dla zarządu.",  # noqa: E501
    "Russian": "Опыт работы. С января 2020 года по настоящее время работаю аналитиком данных, строю модели на Python и готовлю отчёты для руководства компании.",  # noqa: E501
    "Greek": "Επαγγελματική εμπειρία. Από τον Ιανουάριο του 2020 έως σήμερα εργάζομαι ως αναλύτρια δεδομένων και αναπτύσσω μοντέλα με Python για την εταιρεία.",  # noqa: E501
    "Hebrew": "ניסיון תעסוקתי. מינואר 2020 ועד היום אני עובדת כמדענית נתונים ומפתחת מודלים בפייתון עבור החברה. כתבתי גם דוחות ב-Tableau והדרכתי עובדים חדשים במחלקה שלי.",  # noqa: E501
    "Dutch": "Werkervaring. Van januari 2020 tot heden werk ik als data-analist bij een verzekeraar en bouw ik modellen in Python voor het voorspellen van schadeclaims.",  # noqa: E501
}


@pytest.fixture(scope="module")
def reports(taxonomy: Taxonomy) -> dict[str, GapReport]:
    analyzer = Analyzer(as_of=date(2026, 11, 1), taxonomy=taxonomy)
    return {code: analyzer.analyze_bytes(text.encode(), f"{code}.txt") for code, text in TWINS.items()}


@pytest.mark.parametrize("code", TWINS)
def test_twin_has_the_months_entries_and_skills_of_the_english_one(code: str, reports: dict[str, GapReport]) -> None:
    report = reports[code]
    kinds = [entry.kind for section in report.resume.sections for entry in section.entries]
    assert report.resume.work_months == 86
    assert kinds == ["job", "internship", "education"]
    assert [degree.level for degree in report.resume.degrees] == ["bachelor"]
    named = {"python", "scikit-learn", "docker", "pandas", "tableau", "teamwork"}
    levels = {skill.id: skill.level for skill in report.skills if skill.id in named}
    assert levels == {
        "python": "advanced", "scikit-learn": "advanced", "docker": "advanced", "pandas": "intermediate",
        "tableau": "basic", "teamwork": "advanced",
    }  # fmt: skip


@pytest.mark.parametrize("code", TWINS)
def test_what_is_denied_or_others_did_counts_in_no_language(code: str, reports: dict[str, GapReport]) -> None:
    shown = {skill.id for skill in reports[code].skills}
    assert shown.isdisjoint({"spark", "kafka"})


@pytest.mark.parametrize(("language", "text"), UNREAD.items())
def test_language_that_is_not_read_is_named_and_nothing_is_judged(language: str, text: str, analyzer: Analyzer) -> None:
    report = analyzer.analyze_bytes(text.encode(), "resume.txt")
    assert report.health.verdict == "unread" and language in report.document.warnings[0]
    assert report.summary.readiness is None and report.summary.stage is None
    assert not report.plan and not report.requirements and report.resume.work_months == 0
    assert all(skill.how == "listed" and skill.months == 0 for skill in report.skills)


@pytest.mark.parametrize("text", ["", "Python, SQL", "Card numbers", "Analyst, Kestrel Foods\n- Wrote reports"])
def test_text_with_few_small_words_is_english(text: str, analyzer: Analyzer) -> None:
    document = read_content(f"Mira Sandoval\n{text}\n".encode(), "resume.txt")
    assert languages_of(document, analyzer.taxonomy) == ("en",)


SHORT = {
    "de": "Werdegang\n03/2021 – heute\nEntwicklerin, Halm Software\n- Dienste in Java gepflegt\nStudium\nInformatik",
    "fr": "Expérience professionnelle\n03/2021 – aujourd'hui\nAnalyste, Halm\nFormation\nLicence informatique",
}


@pytest.mark.parametrize(("code", "text"), SHORT.items())
def test_headings_tell_the_language_where_small_words_are_few(code: str, text: str, analyzer: Analyzer) -> None:
    document = read_content(f"Mira Sandoval\n{text}\n".encode(), "resume.txt")
    assert languages_of(document, analyzer.taxonomy) == ("en", code)


@pytest.mark.parametrize(
    "text",
    [
        "Skills: Python, R. Data: open data, tools and software. Introduction, publications, portfolio, hobbies",
        "Open source software\n- Tools for open data by a town, with skills of a team of the data service",
    ],
)
def test_words_of_english_headings_tell_no_other_language(text: str, analyzer: Analyzer) -> None:
    document = read_content(f"Mira Sandoval\n{text}\n".encode(), "resume.txt")
    assert languages_of(document, analyzer.taxonomy) == ("en",)


def test_english_is_read_by_the_taxonomy_itself(taxonomy: Taxonomy) -> None:
    assert in_languages(taxonomy, ("en",)) is taxonomy


def test_words_of_a_language_stand_beside_the_english_ones(taxonomy: Taxonomy) -> None:
    both = in_languages(taxonomy, ("en", "de"))
    assert both is in_languages(taxonomy, ("en", "de"))
    assert len(both.context.cues) > len(taxonomy.context.cues)
    names = {alias.text for alias in both.skills["machine-learning"].aliases}
    assert {"machine learning", "maschinelles lernen"} <= names


@pytest.mark.parametrize("suffix", ["txt", "md", "html", "csv", "json"])
def test_unread_resume_gives_every_format(suffix: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    from typer.testing import CliRunner

    folder = tmp_path_factory.mktemp("unread")
    (folder / "resume.txt").write_text(UNREAD["Turkish"], encoding="utf-8")
    target = folder / f"report.{suffix}"
    run = CliRunner().invoke(app, ["analyze", str(folder / "resume.txt"), "-o", str(target)])
    assert run.exit_code == 0
    content = target.read_text(encoding="utf-8")
    assert "%" not in content.replace("100%", "") if suffix in ("txt", "md") else content
    assert suffix == "csv" or "Turkish" in content


LEAVE = {
    "en": ("Experience", "Parental leave", "Data analyst"),
    "de": ("Berufserfahrung", "Elternzeit", "Mitarbeiterin für die Auswertung von Daten bei der"),
    "fr": ("Expérience professionnelle", "Congé parental", "Analyste de données"),
    "es": ("Experiencia laboral", "Permiso parental", "Analista de datos"),
    "pt": ("Experiência profissional", "Licença parental", "Analista de dados"),
}


@pytest.mark.parametrize(("heading", "leave", "post"), LEAVE.values(), ids=LEAVE)
def test_leave_is_told_and_is_no_month_of_work(heading: str, leave: str, post: str, analyzer: Analyzer) -> None:
    text = f"Mira Sandoval\n\n{heading}\n01/2020 - 12/2020  {leave}\n01/2018 - 12/2019  {post}, Halm\n- SQL, Python\n"
    resume = analyzer.analyze_bytes(text.encode(), "resume.txt").resume
    [section] = [one for one in resume.sections if one.kind == "experience"]
    assert [entry.kind for entry in section.entries] == ["leave", "job"] and resume.work_months == 24


@pytest.mark.parametrize(
    ("language", "leave"),
    [
        ("en", "Looking for work, course in sign language"),
        ("en", "Unemployed"),
        ("de", "Arbeitsuchend"),
        ("fr", "Recherche d'emploi"),
        ("es", "Búsqueda de empleo"),
        ("pt", "Procura de emprego"),
        ("de", "Babypause"),
        ("fr", "Congé familial"),
        ("es", "Permiso familiar"),
        ("pt", "Licença familiar"),
    ],
)
def test_time_without_work_among_jobs_is_no_job(language: str, leave: str, analyzer: Analyzer) -> None:
    heading, _, post = LEAVE[language]
    text = f"Mira Sandoval\n\n{heading}\n01/2020 - 12/2020  {leave}\n01/2018 - 12/2019  {post}, Halm\n- SQL, Python\n"
    assert analyzer.analyze_bytes(text.encode(), "resume.txt").resume.work_months == 24


def test_post_with_a_leave_beside_its_title_stays_a_job(analyzer: Analyzer) -> None:
    text = "Mira Sandoval\n\nExperience\nData analyst, Halm (parental leave in spring)  Jan 2018 - Dec 2019\n- SQL\n"
    assert analyzer.analyze_bytes(text.encode(), "resume.txt").resume.work_months == 24


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "Python · Git · Scala: for next spring, not touched yet"),
        ("en", "Python · Scala: planned · Git"),
        ("de", "Python · Scala: noch nicht angefasst · Git"),
        ("de", "Python · Git · Scala: noch nicht angefasst"),
        ("fr", "Python · Git · Scala : pas encore abordé"),
        ("es", "Python · Git · Scala: todavía no lo he tocado"),
        ("pt", "Python · Git · Scala: ainda não experimentei"),
    ],
)
def test_denial_in_a_list_with_middle_dots_is_of_its_own_part(language: str, line: str, analyzer: Analyzer) -> None:
    heading, _, post = LEAVE[language]
    skills = {"en": "Skills", "de": "Kenntnisse", "fr": "Compétences", "es": "Conocimientos", "pt": "Competências"}
    text = f"Mira Sandoval\n\n{heading}\n01/2018 - 12/2019  {post}, Halm\n- SQL\n\n{skills[language]}\n{line}\n"
    shown = {skill.id for skill in analyzer.analyze_bytes(text.encode(), "resume.txt").skills}
    assert {"python", "git"} <= shown and "scala" not in shown


@pytest.mark.parametrize(
    ("code", "plain", "rated"),
    [
        ("de", "erfahrung mit", "solide erfahrung mit"),
        ("fr", "expérience en", "solide expérience en"),
        ("es", "experiencia con", "sólida experiencia con"),
        ("pt", "experiência com", "sólida experiência com"),
    ],
)
def test_experience_alone_rates_nothing(code: str, plain: str, rated: str, taxonomy: Taxonomy) -> None:
    """As in English, where `experience with` says no level and `solid experience with` does."""
    phrases = in_languages(taxonomy, (code,)).levels.phrases
    assert rated in phrases.intermediate
    assert plain not in {*phrases.basic, *phrases.intermediate, *phrases.advanced}


def test_post_at_the_end_of_one_word_is_one_where_a_language_makes_them(taxonomy: Taxonomy) -> None:
    titles = ["Junior-Datenanalystin", "Versuchsingenieur", "Datenanalyst", "Datenblatt"]
    german, french = (in_languages(taxonomy, (code,)).entry_words for code in ("de", "fr"))
    assert [german.names_a_post(title) for title in titles] == [True, True, True, False]
    assert not any(map(french.names_a_post, titles))


def test_number_words_stand_for_numbers_in_phrases_of_their_language(taxonomy: Taxonomy) -> None:
    signs = {alias.text for alias in in_languages(taxonomy, ("fr",)).skills["teamwork"].signs}
    [counted] = [text for text in signs if text.startswith("équipe|équipes de ")]
    places = counted.split()[-1].split("|")
    assert {"#", "trois", "douze"} <= set(places) and "une" not in places


TEAM = {
    "de": "Mein Team programmiert in Java; ich werte mit SQL aus und berichte der Leitung.",
    "fr": "Mon équipe programme en Java ; moi, j'analyse en SQL pour la direction.",
    "es": "Mi equipo programa en Java; yo analizo con SQL para la dirección.",
    "pt": "A minha equipa programa em Java; eu analiso em SQL para a direção.",
}
SUMMARY = {"de": "Profil", "fr": "Profil", "es": "Perfil", "pt": "Perfil"}


@pytest.mark.parametrize(("code", "text"), TEAM.items())
def test_what_only_the_team_uses_is_not_counted(code: str, text: str, analyzer: Analyzer) -> None:
    whole = f"Mira Sandoval\n\n{SUMMARY[code]}\n{text}\n\n{LEAVE[code][0]}\n01/2018 - 12/2019  {LEAVE[code][2]}, Halm\n"
    found = {skill.id for skill in analyzer.analyze_bytes(whole.encode(), "resume.txt").skills}
    assert "sql" in found and "java" not in found


def test_words_without_their_accents_are_understood(analyzer: Analyzer) -> None:
    education = "AUSBILDUNG UND STUDIUM\nMaster Informatik, Universitaet Halden, 2019\n"
    skills = "KENNTNISSE\nMaschinelles Lernen\nIch interessiere mich fuer Rust und moechte gern Scala lernen\n"
    found = analyzer.analyze_bytes(f"Mira Sandoval\n\n{education}\n{skills}".encode(), "resume.txt").skills
    ids = {skill.id for skill in found}
    assert "machine-learning" in ids and not {"rust", "scala"} & ids


def test_name_that_its_language_tells_from_a_person_is_a_tool_there(analyzer: Analyzer) -> None:
    job = "Berufserfahrung\n01/2020 - 12/2021  Entwicklerin, Halm\n"
    for line, found in (("Versand der Belege über Kafka", True), ("Lesungen zu Franz Kafka für die Kunden", False)):
        report = analyzer.analyze_bytes(f"Mira Sandoval\n\n{job}- {line}\n".encode(), "resume.txt")
        assert ("kafka" in {skill.id for skill in report.skills}) == found


def test_small_word_of_portuguese_is_no_english_no(analyzer: Analyzer) -> None:
    job = "Experiência profissional\nJan 2020 - Dez 2021  Programadora, Halm\n"
    text = f"Mira Sandoval\n\n{job}- Builds no Jenkins e painéis no Grafana para a equipa\n"
    assert {"jenkins", "grafana"} <= {skill.id for skill in analyzer.analyze_bytes(text.encode(), "resume.txt").skills}


@pytest.mark.parametrize(
    ("code", "line"),
    [
        ("fr", "Refonte des services de paiement, messages via Kafka"),
        ("pt", "Deteção de desvios e treino mensal com Airflow"),
        ("de", "Umbau der Dienste für die Auswertung mit Snowflake"),
    ],
)
def test_english_word_in_a_line_of_another_language_is_the_tool(code: str, line: str, analyzer: Analyzer) -> None:
    text = f"Mira Sandoval\n\n{LEAVE[code][0]}\n01/2018 - 12/2019  {LEAVE[code][2]}, Halm\n- {line}\n"
    found = {skill.id for skill in analyzer.analyze_bytes(text.encode(), "resume.txt").skills}
    assert line.rpartition(" ")[2].lower() in found


@pytest.mark.parametrize(
    ("code", "heading", "ends"),
    [
        ("de", "Zertifikate", "gültig bis"),
        ("fr", "Certifications", "valable jusqu'en"),
        ("es", "Certificaciones", "válida hasta"),
        ("pt", "Certificações", "válida até"),
    ],
)
def test_certificate_is_held_though_it_runs_out_later(code: str, heading: str, ends: str, analyzer: Analyzer) -> None:
    job = f"{LEAVE[code][0]}\n01/2018 - 12/2019  {LEAVE[code][2]}, Halm\n- Python\n"
    text = f"Mira Sandoval\n\n{job}\n{heading}\nCertified Kubernetes Administrator (CKA), {ends} 2028\n"
    report = analyzer.analyze_bytes(text.encode(), "resume.txt")
    assert [one.id for one in report.certificates] == ["cncf-cka"]


THESES = {
    "de": "Ausbildung\nMaster Informatik, 2019-2021\nUniversität Delft\n"
    "Masterarbeit: Suche in alten Papieren\nKenntnisse\nExcel und Linux\n",
    "es": "Formación\nMáster en Informática, 2019-2021\nUniversidad de Delft\n"
    "Trabajo de fin de máster: búsqueda en papeles antiguos\n",
}


@pytest.mark.parametrize("text", THESES.values(), ids=THESES)
def test_thesis_below_its_degree_is_no_second_degree(text: str, analyzer: Analyzer) -> None:
    report = analyzer.analyze_bytes(f"Ada Quill\n\n{text}".encode(), "resume.txt")
    kinds = [entry.kind for section in report.resume.sections for entry in section.entries]
    assert kinds.count("education") == 1 and kinds.count("thesis") == 1


@pytest.mark.parametrize(
    ("town", "counts"), [("Seilbahnbau Elm GmbH, Rust", False), ("- Seilbahnsteuerung: Rust", True)]
)
def test_name_in_the_head_of_a_job_may_be_its_place(town: str, counts: bool, analyzer: Analyzer) -> None:
    job = f"März 2021 - heute  Obermonteur\n{town}\n- Montage der Stützen und Prüfung der Seile"
    resume = f"Nora Lindqvist\n\nBerufserfahrung\n{job}\n\nAusbildung\n2016 - 2019  Lehre als Schlosser, Elm GmbH\n"
    skills = analyzer.analyze_bytes(resume.encode(), "nora.txt").skills
    assert ("rust" in {one.id for one in skills}) is counts
