"""What is avoided, left to others, next on a list or something else by its neighbours, in four languages."""

from __future__ import annotations

import pytest
from cues_said import RESUMES
from skill_resumes import findings_on, found

from gapcheck.taxonomy import load_taxonomy

NOT_COUNTED = {
    "de": [
        ("docker", "Nicht meins: Docker und alles um die Server."),
        ("elasticsearch", "Suche eine Werft, die Elasticsearch einsetzt."),
        ("docker", "Nicht mein Fall: Docker."),
        ("kubernetes", "Um Kubernetes habe ich immer einen Bogen gemacht."),
        ("kafka", "Kafka habe ich gemieden."),
        ("spark", "Spark: null Praxis."),
        ("docker", "Docker, nutze ich nicht."),
        ("airflow", "Zeitplan – vom Dienstleister mit Airflow umgesetzt – in Kraft gesetzt."),
        ("tableau", "Die Fahrtenberichte in Tableau baut bei uns der Einkauf."),
        ("airflow", "Für 2027 vorgemerkt: ein Kurs zu Airflow."),
        ("spark", "Spark kommt als Nächstes dran."),
        ("azure", "Wechsel zu Azure erwünscht."),
        ("spark", "Neugierig, Spark zu probieren."),
        ("oracle-database", "Rechtsstreit einer Reederei gegen Oracle begleitet."),
        ("java", "Kaffee aus Java geröstet"),
        ("kafka", "Lesung zu Kafka im Gemeindesaal"),
        ("pandas", "Rote Pandas gefüttert"),
        ("go", "Pokémon Go im Ferienlager"),
        ("nlp", "NLP-Coach (Neurolinguistisches Programmieren)"),
        ("statistics", "Statistik der Ankünfte geführt"),
        ("kubernetes", "Den Kubernetes-Cluster pflegt Systemtechnik; da bin ich außen vor."),
    ],
    "fr": [
        ("docker", "Pas mon rayon : Docker et les serveurs."),
        ("kubernetes", "J'ai toujours évité Kubernetes."),
        ("spark", "Spark : zéro pratique."),
        ("docker", "Docker, je n'utilise pas."),
        ("pytorch", "Le modèle en PyTorch est dû à Irène Vasseur."),
        ("airflow", "Noté pour 2027 : un cours sur Airflow."),
        ("azure", "Évolution vers Azure souhaitée."),
        ("spark", "Impatiente de manier Spark."),
        ("oracle-database", "Litige d'un armateur contre Oracle suivi jusqu'au jugement."),
        ("java", "Café de Java torréfié sur place"),
        ("kafka", "Lectures de Kafka au foyer rural"),
        ("pandas", "Soins aux pandas roux"),
        ("python", "Vivarium : python réticulé et iguanes"),
        ("docker", "Docker professionnel sur les quais"),
        ("go", "Pokémon Go avec le centre de loisirs"),
        ("nlp", "Praticienne NLP (programmation neurolinguistique)"),
        ("statistics", "Statistiques de fréquentation du port"),
        ("machine-learning", "Diplôme obtenu par VAE"),
        ("kubernetes", "Le cluster Kubernetes tourne à Lille ; je n'y touche pas."),
    ],
    "es": [
        ("docker", "No es lo mío: Docker y los servidores."),
        ("kubernetes", "Siempre he evitado Kubernetes."),
        ("spark", "Spark: cero práctica."),
        ("docker", "Docker, no lo uso."),
        ("pytorch", "El modelo en PyTorch se debe a Irene Valls."),
        ("airflow", "Apuntado para 2027: un curso de Airflow."),
        ("azure", "Paso a Azure deseado."),
        ("spark", "Curiosa por probar Spark."),
        ("oracle-database", "Litigio de una naviera contra Oracle."),
        ("java", "Café de Java tostado en casa"),
        ("kafka", "Montaje de la exposición Kafka del ateneo"),
        ("pandas", "Cuidado de pandas rojos"),
        ("python", "Reptiles: python real e iguanas"),
        ("go", "Pokémon Go con el campamento"),
        ("nlp", "Practitioner en NLP (programación neurolingüística)"),
        ("statistics", "Estadísticas de entradas del puerto"),
        ("kubernetes", "El clúster de Kubernetes corre en Gijón; ahí yo no intervengo."),
    ],
    "pt": [
        ("docker", "Não é a minha praia: Docker e servidores."),
        ("kubernetes", "Sempre evitei Kubernetes."),
        ("spark", "Spark: zero prática."),
        ("docker", "Docker, não uso."),
        ("pytorch", "O modelo em PyTorch deve-se a Irene Valadas."),
        ("airflow", "Marcado para 2027: um curso de Airflow."),
        ("azure", "Passagem para Azure desejada."),
        ("spark", "Curiosa por experimentar Spark."),
        ("oracle-database", "Litígio de um armador contra a Oracle."),
        ("java", "Café de Java torrado em casa"),
        ("kafka", "Montagem da exposição Kafka do ateneu"),
        ("pandas", "Cuidado de pandas vermelhos"),
        ("python", "Répteis: python real e iguanas"),
        ("go", "Pokémon Go com o acampamento"),
        ("nlp", "Practitioner em NLP (programação neurolinguística)"),
        ("unsupervised-learning", "Animadora, Agrupamento de Escolas da Serra"),
        ("kubernetes", "O cluster Kubernetes roda em Faro; aí eu não mexo."),
    ],
}

COUNTED = {
    "de": [
        ("docker", "Nichts geht ohne Docker an die Kunden."),
        ("elasticsearch", "Suche über alle Frachtbriefe mit Elasticsearch gebaut."),
        ("rust", "Werkzeug in Rust geschrieben."),
        ("generative-ai", "Frachtbriefe mit einem großen Sprachmodell zusammengefasst."),
        ("ab-testing", "Drei A/B-Versuche mit Anschreiben."),
        ("oracle-database", "Bestand gegen Oracle abgeglichen."),
        ("kubernetes", "Wechsel zu Kubernetes, gewünscht von der Werft und in drei Monaten geschafft."),
    ],
    "fr": [
        ("docker", "Aucun programme ne part sans Docker."),
        ("docker", "Docker au quotidien."),
        ("ab-testing", "Trois essais A/B de courriers."),
        ("oracle-database", "Stocks rapprochés contre Oracle."),
        ("pytorch", "Gain sous PyTorch, dû à un meilleur découpage."),
        ("lstm", "Relevé des noms et des personnes dans les registres. Un réseau LSTM servait de comparaison."),
        ("mysql", "Offre de service testée contre MySQL."),
    ],
    "es": [
        ("c", "Intérprete de órdenes programado en C."),
        ("ab-testing", "Tres ensayos A/B de cartas."),
        ("oracle-database", "Existencias cotejadas contra Oracle."),
        ("pytorch", "La mejora en PyTorch se debe a un mejor corte."),
        ("docker", "El plano de cada barco se guarda con su contenedor de Docker."),
        ("gitlab-ci", "La entrega nocturna la lanza GitLab CI."),
        ("linux", "Una placa con Linux recibe las medidas de los silos."),
        ("kubernetes", "Lo siguiente que hice fue migrar a Kubernetes."),
        ("mysql", "En la agenda de la clínica (MySQL) añadí recordatorios."),
    ],
    "pt": [
        ("c", "Interpretador de comandos programado em C."),
        ("ab-testing", "Três ensaios A/B de cartas."),
        ("oracle-database", "Estoques conferidos contra a Oracle."),
        ("pytorch", "A melhora em PyTorch deve-se a um corte melhor."),
        ("selenium", "Na agenda de testes usei Selenium."),
        ("postgresql", "Processo de carga validado contra PostgreSQL."),
    ],
}


def _skills_beside(language: str, line: str) -> set[str]:
    resume = RESUMES[language].replace("{lines}", f"- {line}")
    return found(findings_on(resume.encode(), "resume.txt", load_taxonomy()))


def _cases(of: dict[str, list[tuple[str, str]]]) -> list[tuple[str, str, str]]:
    return [(language, skill, line) for language, lines in of.items() for skill, line in lines]


@pytest.mark.parametrize(("language", "skill", "line"), _cases(NOT_COUNTED))
def test_what_is_avoided_hoped_for_left_to_others_or_something_else_is_not_counted(
    language: str, skill: str, line: str
) -> None:
    assert skill not in _skills_beside(language, line)


@pytest.mark.parametrize(("language", "skill", "line"), _cases(COUNTED))
def test_words_like_those_of_a_denial_leave_what_the_writer_did(language: str, skill: str, line: str) -> None:
    assert skill in _skills_beside(language, line)
