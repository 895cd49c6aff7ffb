"""Lines in German, French, Spanish and Portuguese → whether the skill in them is taken for the writer's own."""

from __future__ import annotations

from collections import Counter
from functools import cache

import pytest
from skill_resumes import findings_on

from gapcheck.taxonomy import load_taxonomy
from gapcheck.text.phrases import Phrases
from gapcheck.text.tokenizer import tokens_of

RESUMES = {
    "de": """Nora Lindqvist
nora@example.org

Berufserfahrung
März 2021 - heute  Sachbearbeiterin, Kestrel Energie GmbH
- Bearbeitung der täglichen Post und Pflege der Kundenakten
{lines}

Ausbildung
2016 - 2019  Bachelor of Arts in Geschichte, Universität Marlow
""",
    "fr": """Nora Lindqvist
nora@example.org

Expérience professionnelle
mars 2021 - aujourd’hui  Chargée de dossiers, Kestrel Énergie
- Traitement du courrier et tenue des dossiers de la clientèle
{lines}

Formation
2016 - 2019  Licence d'histoire, Université de Marlow
""",
    "es": """Nora Lindqvist
nora@example.org

Experiencia laboral
marzo de 2021 - actualidad  Administrativa, Kestrel Energía
- Gestión del correo y de los expedientes de la clientela
{lines}

Formación
2016 - 2019  Grado en Historia, Universidad de Marlow
""",
    "pt": """Nora Lindqvist
nora@example.org

Experiência profissional
março de 2021 - atualmente  Administrativa, Kestrel Energia
- Tratamento do correio e dos processos da clientela
{lines}

Formação acadêmica
2016 - 2019  Licenciatura em História, Universidade de Marlow
""",
}

NOT_OWN = {
    "de": [
        ("cpp", "Eine Koautorin rechnet die Gezeiten in C++."),
        ("flask", "Die Seiten der Werft schrieb ein Teamkollege in Flask."),
        ("dbt", "Die Tabellen der Fähren hat das Data-Platform-Team mit dbt angelegt."),
        ("pytorch", "Netze in PyTorch trainiert bei uns das Nachbarteam, nicht meine Abteilung."),
        ("kafka", "Ich komme aus der Statistik; mit Kafka dagegen habe ich nie gearbeitet."),
        ("kubernetes", "Kubernetes: noch nie angefasst."),
        ("kubernetes", "Der Betrieb des Kubernetes-Clusters lag beim Plattformteam."),
        ("spark", "Die Spark-Jobs schrieb der Kollege aus Hamburg, ich las nur die Ergebnisse."),
        ("pytorch", "Das Modell in PyTorch hat unser Werkstudent trainiert."),
        ("tableau", "Die Berichte in Tableau erstellte das Controlling."),
        ("tensorflow", "Mein Doktorvater entwickelte das Netz in TensorFlow."),
        ("kafka", "Anschluss an Kafka durch einen externen Berater."),
        ("docker", "Nächstes Ziel: Docker lernen."),
        ("spark", "Für 2027 ist ein Kurs zu Spark geplant."),
        ("spark", "Geplant: die Zahlen mit Spark laden"),
        ("aws", "Eine AWS-Zertifizierung strebe ich an."),
        ("scala", "Auf Scala bin ich neugierig."),
        ("kubernetes", "Kubernetes kenne ich nur vom Hörensagen."),
        ("java", "Java war in diesem Projekt nicht nötig."),
        ("tensorflow", "TensorFlow wurde verworfen, bevor wir anfingen."),
        ("mongodb", "Die Ablösung von MongoDB war schon vor meiner Zeit abgeschlossen."),
        ("databricks", "Das Unternehmen kaufte Lizenzen für Databricks."),
        ("snowflake", "Unsere Kunden setzen Snowflake ein."),
        ("power-bi", "Verkauf von Power-BI-Lizenzen an Mittelständler."),
        ("docker", "Die Nachbarabteilung arbeitet mit Docker."),
        ("kubernetes", "Einführung von Kubernetes vertagt."),
        ("airflow", "Um die Pipelines in Airflow kümmerte sich ein Kollege."),
        ("pytorch", "Die neuronalen Netze (PyTorch) trainierte eine Doktorandin; ich lieferte die Messdaten."),
        ("kubernetes", "Hosting auf Kubernetes übernahm der Provider."),
        ("react", "Das Frontend kam von einer Agentur und war in React geschrieben."),
        ("tableau", "Unser Controlling wertete die Zahlen in Tableau aus."),
        ("docker", "Ab Frühjahr 2027: Docker und Kubernetes lernen."),
        ("spark", "Gern würde ich mit Spark arbeiten."),
        ("azure", "Vorsatz für das nächste Jahr: Azure-Zertifikat."),
        ("r", "R habe ich nie gelernt."),
        ("java", "In Java fehlt mir jede Praxis."),
        ("snowflake", "Bestellung von Snowflake-Lizenzen für drei Standorte."),
        ("spark", "Die Hochrechnung erstellte das Controlling in Spark."),
        ("power-bi", "Verkauf von Power BI an Mittelständler."),
        ("databricks", "Beratung zu Lizenzen für Databricks."),
        ("excel", "Berichte ganz ohne Excel erstellt."),
        ("docker", "Ohne Praxis in Docker."),
    ],
    "fr": [
        ("docker", "Prévu : mettre la caisse dans un conteneur Docker"),
        ("docker", "Prévu l’an prochain : Docker"),
        ("kubernetes", "Envoi des plans aux techniciens, qui exploitent Kubernetes."),
        ("flask", "Une coéquipière a écrit les pages du chantier avec Flask."),
        ("mlflow", "Nous envisageons d'introduire MLflow au printemps."),
        ("kubernetes", "Planifié pour le semestre prochain : arrivée de Kubernetes."),
        ("aws", "Du nuage (AWS, Azure) je n'ai aucune expérience."),
        ("kubernetes", "Kubernetes : jamais touché."),
        ("kubernetes", "Le cluster Kubernetes était géré par l'équipe plateforme."),
        ("spark", "Les traitements Spark étaient écrits par un collègue de Lyon."),
        ("pytorch", "Le modèle PyTorch a été entraîné par notre stagiaire."),
        ("docker", "Les images Docker sont fournies par un prestataire."),
        ("airflow", "La DSI administre Airflow ; je consulte les résultats."),
        ("tableau", "Le contrôle de gestion produisait les rapports Tableau."),
        ("tensorflow", "Mon directeur de thèse a développé le réseau sous TensorFlow."),
        ("kafka", "Raccordement à Kafka confié à un consultant externe."),
        ("docker", "Objectif 2027 : apprendre Docker."),
        ("spark", "Formation Spark prévue au printemps prochain."),
        ("aws", "Je vise la certification AWS."),
        ("kubernetes", "Je ne connais Kubernetes que de nom."),
        ("tensorflow", "TensorFlow a été écarté avant le lancement."),
        ("mongodb", "La migration depuis MongoDB était terminée avant mon arrivée."),
        ("databricks", "La société a acheté des licences Databricks."),
        ("power-bi", "Vente de licences Power BI aux PME."),
        ("docker", "Le service voisin travaille avec Docker."),
        ("kubernetes", "Passage à Kubernetes reporté."),
        ("airflow", "C'est un collègue qui s'occupait des pipelines Airflow."),
        ("pytorch", "Les réseaux (PyTorch) étaient entraînés par une doctorante ; je fournissais les mesures."),
        ("kubernetes", "L'hébergeur prend en charge Kubernetes."),
        ("react", "Le site venait d'une agence et tournait sous React."),
        ("tableau", "Notre direction suit les chiffres dans Tableau."),
        ("sql", "Requêtes SQL reçues toutes prêtes du service informatique."),
        ("docker", "Printemps 2027 : apprendre Docker et Kubernetes."),
        ("spark", "J'aurais plaisir à travailler avec Spark."),
        ("azure", "Résolution pour l'an prochain : certificat Azure."),
        ("r", "R, je ne l'ai jamais appris."),
        ("java", "En Java, la pratique me manque."),
        ("mongodb", "MongoDB avait été envisagé, mais n'a pas été retenu."),
        ("snowflake", "Commande de licences Snowflake pour trois sites."),
        ("spark", "Calculs réalisés par un prestataire avec Spark."),
        ("pytorch", "Modèle PyTorch entraîné par une équipe."),
        ("spark", "Calculs réalisés par une équipe sous Spark."),
        ("power-bi", "Vente de Power BI aux PME."),
        ("docker", "Docker je ne pratique guère."),
        ("excel", "Rapports produits sans Excel."),
        ("docker", "Sans pratique de Docker."),
        ("docker", "Docker prévu pour la rentrée."),
    ],
    "es": [
        ("airflow", "Los horarios de los barcos corren en Airflow, que montó y cuida un compañero de sistemas."),
        ("docker", "Previsto: empaquetar la caja en un contenedor de Docker"),
        ("kubernetes", "Envío de los planos a las técnicas, que manejan Kubernetes."),
        ("mlflow", "Prevemos adoptar MLflow en primavera."),
        ("kubernetes", "Planificado para el semestre que viene: llegada de Kubernetes."),
        ("aws", "Con servidores (AWS, Azure) no tengo mucha experiencia."),
        ("kafka", "Nunca he probado: Kafka."),
        ("mongodb", "Conozco varias bases, solo MongoDB yo nunca la toqué."),
        ("kubernetes", "El clúster de Kubernetes lo administraba el equipo de plataforma."),
        ("spark", "Los procesos de Spark los escribía un compañero de Bilbao."),
        ("pytorch", "El modelo en PyTorch fue entrenado por nuestro becario."),
        ("docker", "Las imágenes de Docker las entrega un proveedor."),
        ("airflow", "Airflow está a cargo del departamento de sistemas."),
        ("tableau", "El área de control de gestión preparaba los informes en Tableau."),
        ("tensorflow", "Mi director de tesis desarrolló la red en TensorFlow."),
        ("kafka", "Conexión con Kafka encargada a un consultor externo."),
        ("docker", "Meta para 2027: aprender Docker."),
        ("spark", "Curso de Spark previsto para la primavera."),
        ("kubernetes", "Kubernetes solo lo conozco de oídas."),
        ("tensorflow", "TensorFlow se descartó antes de empezar."),
        ("mongodb", "La migración desde MongoDB terminó antes de mi llegada."),
        ("databricks", "La empresa compró licencias de Databricks."),
        ("power-bi", "Venta de licencias de Power BI a pymes."),
        ("docker", "El departamento vecino trabaja con Docker."),
        ("kubernetes", "Paso a Kubernetes aplazado."),
        ("airflow", "De los flujos en Airflow se encargaba un compañero."),
        ("pytorch", "Las redes (PyTorch) las entrenaba una doctoranda; yo aportaba las mediciones."),
        ("kubernetes", "El alojamiento en Kubernetes corre por cuenta del proveedor."),
        ("react", "La web vino de una agencia y funcionaba con React."),
        ("tableau", "Nuestra dirección sigue las cifras en Tableau."),
        ("sql", "Consultas de SQL recibidas ya hechas desde informática."),
        ("docker", "Primavera de 2027: aprender Docker y Kubernetes."),
        ("spark", "Me encantaría trabajar con Spark."),
        ("azure", "Propósito para el próximo año: certificado de Azure."),
        ("r", "R no lo aprendí nunca."),
        ("java", "En Java me falta práctica."),
        ("mongodb", "Se pensó en MongoDB, pero no se llegó a usar."),
        ("snowflake", "Pedido de licencias de Snowflake para tres sedes."),
        ("spark", "Cálculos realizados por un proveedor con Spark."),
        ("pytorch", "Modelo en PyTorch entrenado por un equipo externo."),
        ("spark", "Cálculos hechos por un equipo externo en Spark."),
        ("power-bi", "Venta de Power BI a pymes."),
        ("excel", "Informes hechos sin Excel."),
        ("docker", "Sin práctica en Docker."),
        ("docker", "Docker previsto para otoño."),
    ],
    "pt": [
        ("airflow", "Os horários dos barcos rodam no Airflow, que o colega da sede montou e cuida."),
        ("docker", "Previsto: colocar o caixa em um contêiner Docker"),
        ("kubernetes", "Envio das plantas às técnicas, que operam o Kubernetes."),
        ("mlflow", "Tencionamos introduzir o MLflow na primavera."),
        ("kubernetes", "Previsto para o semestre que vem: chegada do Kubernetes."),
        ("aws", "Da nuvem (AWS, Azure) não tenho experiência."),
        ("docker", "Docker: jamais mexi."),
        ("mongodb", "De bancos conheço vários, só MongoDB eu nunca toquei."),
        ("kubernetes", "O cluster Kubernetes era administrado pela equipe de plataforma."),
        ("spark", "As rotinas em Spark eram escritas por um colega do Porto."),
        ("pytorch", "O modelo em PyTorch foi treinado pelo nosso estagiário."),
        ("docker", "As imagens Docker são entregues por um fornecedor."),
        ("airflow", "O Airflow está a cargo do departamento de TI."),
        ("tableau", "A controladoria preparava os relatórios em Tableau."),
        ("kafka", "Ligação ao Kafka entregue a um consultor externo."),
        ("docker", "Meta para 2027: aprender Docker."),
        ("spark", "Curso de Spark previsto para a primavera."),
        ("kubernetes", "Kubernetes só conheço de nome."),
        ("tensorflow", "O TensorFlow foi descartado antes do início."),
        ("mongodb", "A migração do MongoDB terminou antes da minha chegada."),
        ("databricks", "A empresa comprou licenças do Databricks."),
        ("power-bi", "Venda de licenças Power BI a pequenas empresas."),
        ("docker", "O setor vizinho trabalha com Docker."),
        ("kubernetes", "Passagem para Kubernetes adiada."),
        ("airflow", "Dos fluxos no Airflow cuidava um colega."),
        ("pytorch", "As redes (PyTorch) eram treinadas por uma doutoranda; eu fornecia as medições."),
        ("kubernetes", "A hospedagem em Kubernetes fica por conta do provedor."),
        ("react", "O site veio de uma agência e rodava em React."),
        ("tableau", "A nossa direção acompanha os números no Tableau."),
        ("sql", "Consultas SQL recebidas prontas da informática."),
        ("docker", "Primavera de 2027: aprender Docker e Kubernetes."),
        ("spark", "Adoraria trabalhar com Spark."),
        ("azure", "Plano para o próximo ano: certificado Azure."),
        ("r", "R eu nunca aprendi."),
        ("java", "Em Java falta-me prática."),
        ("mongodb", "Pensou-se em MongoDB, mas não chegou a ser usado."),
        ("snowflake", "Encomenda de licenças Snowflake para três unidades."),
        ("airflow", "Era um colega que operava o Airflow."),
        ("spark", "Cálculos feitos por um fornecedor em Spark."),
        ("pytorch", "Modelo em PyTorch treinado por uma equipe externa."),
        ("spark", "Cálculos feitos por uma equipe externa em Spark."),
        ("power-bi", "Venda de Power BI a pequenas empresas."),
        ("excel", "Relatórios feitos sem Excel."),
        ("docker", "Sem prática em Docker."),
        ("docker", "Docker previsto para o outono."),
    ],
}

OWN = {
    "de": [
        ("power-bi", "Vorstellung der Fahrpläne vor Kapitänen ohne statistische Kenntnisse anhand von Power BI."),
        ("sas", "Auswertung der Retouren in SAS"),
        ("matlab", "Einkauf der Woche in MATLAB"),
        ("python", "Mit Python gearbeitet, mit der Kasse hatte ich nie zu tun."),
        ("kubernetes", "Der Betrieb des Kubernetes-Clusters lag bei mir."),
        ("spark", "Die Spark-Jobs schrieb ich, der Kollege aus Hamburg las die Ergebnisse."),
        ("pytorch", "Das Modell in PyTorch habe ich mit unserem Werkstudenten trainiert."),
        ("docker", "Docker-Images für den Dienstleister gebaut."),
        ("airflow", "Airflow wird von mir betreut."),
        ("tableau", "Berichte in Tableau für das Controlling erstellt."),
        ("tensorflow", "Für meinen Doktorvater entwickelte ich das Netz in TensorFlow."),
        ("react", "Die Oberfläche in React entwickelte ich für eine Agentur."),
        ("kafka", "Anschluss an Kafka für einen externen Kunden umgesetzt."),
        ("python", "Betreuung eines Praktikanten; Auswertung in Python programmiert."),
        ("docker", "Ziel des Projekts war ein reproduzierbarer Ablauf; umgesetzt mit Docker."),
        ("kubernetes", "Einarbeitung in Kubernetes und Umzug von acht Diensten."),
        ("python", "Nicht nur Berichte geschrieben, sondern auch Abläufe in Python automatisiert."),
        ("sql", "Ohne Vorgaben ein Berichtswesen in SQL aufgebaut."),
        ("mongodb", "MongoDB durch PostgreSQL abgelöst."),
        ("tableau", "Papierlisten durch Tableau ersetzt."),
        ("databricks", "Auswertungen in Databricks für den Einkauf erstellt."),
        ("snowflake", "Daten unserer Kunden in Snowflake zusammengeführt."),
        ("docker", "Zusammen mit der Nachbarabteilung Docker eingeführt."),
        ("git", "Ich habe dem Team gezeigt, wie man mit Git arbeitet."),
    ],
    "fr": [
        ("pytest", "Écriture de 60 tests de non-régression des horaires en Python avec pytest."),
        ("sas", "Contrôle des fiches sous SAS"),
        ("matlab", "Achat des fournitures du mois dans MATLAB"),
        ("kubernetes", "J'ai géré le cluster Kubernetes de l'équipe plateforme."),
        ("spark", "J'ai écrit les traitements Spark qu'un collègue de Lyon exploitait."),
        ("pytorch", "Modèle PyTorch entraîné avec l'aide d'un stagiaire."),
        ("docker", "Images Docker fournies à un prestataire."),
        ("airflow", "J'administre Airflow pour la DSI."),
        ("tableau", "Rapports Tableau produits pour le contrôle de gestion."),
        ("tensorflow", "Développement d'un réseau sous TensorFlow avec mon directeur de thèse."),
        ("react", "Interface React réalisée pour une agence."),
        ("kafka", "Raccordement à Kafka d'un partenaire externe."),
        ("python", "Encadrement d'un stagiaire et analyse des ventes en Python."),
        ("docker", "Objectif du projet : un calcul reproductible, livré avec Docker."),
        ("kubernetes", "Montée en compétences sur Kubernetes puis migration de huit services."),
        ("python", "Non seulement rédigé les rapports, mais automatisé le calcul en Python."),
        ("sql", "Sans cahier des charges, construction d'un reporting en SQL."),
        ("mongodb", "Migration de MongoDB vers PostgreSQL."),
        ("tableau", "Remplacement des rapports papier par Tableau."),
        ("databricks", "Analyses sous Databricks pour le service achats."),
        ("snowflake", "Données de nos clients réunies dans Snowflake."),
        ("docker", "Mise en place de Docker avec le service voisin."),
        ("git", "J'ai appris à l'équipe à utiliser Git."),
    ],
    "es": [
        ("power-bi", "Preparé mis informes de mareas en Power BI, que leen los clientes."),
        ("sas", "Costes del molino en SAS"),
        ("matlab", "Compra de la semana en MATLAB"),
        ("python", "Todavía usado a diario: Python."),
        ("python", "Con Python monté los informes; nunca he pedido ayuda."),
        ("kubernetes", "Administré el clúster de Kubernetes del equipo de plataforma."),
        ("spark", "Escribí los procesos de Spark que usaba un compañero de Bilbao."),
        ("pytorch", "Modelo en PyTorch entrenado con la ayuda de un becario."),
        ("docker", "Imágenes de Docker entregadas a un proveedor."),
        ("airflow", "Airflow está a mi cargo."),
        ("tableau", "Informes en Tableau preparados para el área de control de gestión."),
        ("tensorflow", "Desarrollo de una red en TensorFlow con mi director de tesis."),
        ("react", "Interfaz en React realizada para una agencia."),
        ("kafka", "Conexión con Kafka para un cliente externo."),
        ("python", "Tutor de un becario y análisis de ventas en Python."),
        ("docker", "Objetivo del proyecto: un cálculo reproducible, entregado con Docker."),
        ("kubernetes", "Aprendí Kubernetes y migré ocho servicios."),
        ("python", "No solo redacté los informes, también automaticé el cálculo en Python."),
        ("sql", "Sin especificaciones previas, construí el reporte en SQL."),
        ("mongodb", "Migración de MongoDB a PostgreSQL."),
        ("tableau", "Sustitución de los informes en papel por Tableau."),
        ("databricks", "Análisis en Databricks para el departamento de compras."),
        ("snowflake", "Datos de nuestros clientes reunidos en Snowflake."),
        ("docker", "Puesta en marcha de Docker con el departamento vecino."),
        ("git", "Enseñé al equipo a usar Git."),
    ],
    "pt": [
        ("power-bi", "Preparei os relatórios das marés em Power BI, que os clientes leem."),
        ("matlab", "Compra da semana no MATLAB"),
        ("excel", "Rendas semanais no Excel"),
        ("python", "Relatórios em Python; férias eu nunca tirei."),
        ("kubernetes", "Administrei o cluster Kubernetes da equipe de plataforma."),
        ("spark", "Escrevi as rotinas em Spark que um colega do Porto usava."),
        ("pytorch", "Modelo em PyTorch treinado com a ajuda de um estagiário."),
        ("docker", "Imagens Docker entregues a um fornecedor."),
        ("airflow", "O Airflow está a meu cargo."),
        ("tableau", "Relatórios em Tableau preparados para a controladoria."),
        ("tensorflow", "Desenvolvimento de uma rede em TensorFlow com o meu orientador."),
        ("react", "Interface em React feita para uma agência."),
        ("kafka", "Ligação ao Kafka para um cliente externo."),
        ("python", "Orientação de um estagiário e análise de vendas em Python."),
        ("docker", "Objetivo do projeto: um cálculo reprodutível, entregue com Docker."),
        ("kubernetes", "Aprendi Kubernetes e migrei oito serviços."),
        ("python", "Não só redigi os relatórios, como automatizei o cálculo em Python."),
        ("sql", "Sem especificação prévia, construí os relatórios em SQL."),
        ("mongodb", "Migração do MongoDB para PostgreSQL."),
        ("tableau", "Substituição dos relatórios em papel por Tableau."),
        ("databricks", "Análises em Databricks para o setor de compras."),
        ("snowflake", "Dados dos nossos clientes reunidos no Snowflake."),
        ("docker", "Implantação do Docker com o setor vizinho."),
        ("git", "Ensinei a equipe a usar Git."),
    ],
}

HOPES = {
    "de": ("Kurzprofil\n{lines}", "Ziel: Mitarbeit an Diensten mit Docker", "Nächste Ziele"),
    "fr": ("Profil\n{lines}", "Objectif : un poste autour de Docker", "Objectifs de formation"),
    "es": ("Perfil\n{lines}", "Objetivo: un puesto con Docker", "Metas de aprendizaje"),
    "pt": ("Perfil\n{lines}", "Objetivo: uma vaga com Docker", "Metas de aprendizagem"),
}


@cache
def _counted(language: str, nth: int) -> frozenset[str]:
    """The skills of a resume with the lines that name their skill for the nth time: each line speaks for itself."""
    seen: Counter[str] = Counter()
    lines = []
    for skill, line in (*NOT_OWN[language], *OWN[language]):
        if seen[skill] == nth:
            lines.append(f"- {line}")
        seen[skill] += 1
    return _skills_in(RESUMES[language].replace("{lines}", "\n".join(lines)))


def _skills_in(text: str, name: str = "resume.txt") -> frozenset[str]:
    return frozenset(one.skill for one in findings_on(text.encode(), name, load_taxonomy()).skills)


def _verdicts(of: dict[str, list[tuple[str, str]]]) -> list[tuple[str, int, str, str]]:
    """Language, how often the skill was named before, skill and line of each line."""
    found = []
    for language, lines in of.items():
        seen = Counter(skill for skill, _ in NOT_OWN[language]) if of is OWN else Counter[str]()
        for skill, line in lines:
            found.append((language, seen[skill], skill, line))
            seen[skill] += 1
    return found


@pytest.mark.parametrize(("language", "nth", "skill", "line"), _verdicts(NOT_OWN))
def test_skill_that_is_not_the_writers_is_not_counted(language: str, nth: int, skill: str, line: str) -> None:
    assert skill not in _counted(language, nth), line


@pytest.mark.parametrize(("language", "nth", "skill", "line"), _verdicts(OWN))
def test_skill_of_the_writer_is_counted_beside_others(language: str, nth: int, skill: str, line: str) -> None:
    assert skill in _counted(language, nth), line


@pytest.mark.parametrize("language", HOPES)
def test_aim_of_a_profile_is_a_hope(language: str) -> None:
    above, line, _ = HOPES[language]
    resume = RESUMES[language].replace("{lines}", "")
    assert "docker" not in _skills_in(f"{resume}\n{above.replace('{lines}', line)}\n")


@pytest.mark.parametrize("language", HOPES)
def test_what_stands_under_a_heading_of_aims_is_a_hope(language: str) -> None:
    blocks = RESUMES[language].replace("{lines}", "").split("\n\n")
    text = "\n\n## ".join([*blocks, f"{HOPES[language][2]}\n- Docker\n- Spark\n"])
    assert not {"docker", "spark"} & _skills_in(text, "resume.md")


def test_ending_stands_for_words_that_end_so_and_are_longer() -> None:
    phrases = Phrases([("done", ["*ado|hecho .. por"])])
    found = [
        phrases(tokens_of(text)) for text in ("entrenado por", "hecho ayer por", "lado por", "ado por", "entrena por")
    ]
    assert [bool(one) for one in found] == [True, True, False, False, False]
