"""Lines in German, French, Spanish and Portuguese of which a skill is not the writer's, or is: lines in, verdicts out."""

from __future__ import annotations

from collections import Counter
from functools import cache

import pytest

from gapcheck import Analyzer

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
        ("kubernetes", "Der Betrieb des Kubernetes-Clusters lag beim Plattformteam."),
        ("spark", "Die Spark-Jobs schrieb der Kollege aus Hamburg, ich las nur die Ergebnisse."),
        ("pytorch", "Das Modell in PyTorch hat unser Werkstudent trainiert."),
        ("docker", "Die Docker-Images wurden vom Dienstleister gebaut."),
        ("airflow", "Airflow wird von der IT-Abteilung betreut."),
        ("tableau", "Die Berichte in Tableau erstellte das Controlling."),
        ("tensorflow", "Mein Doktorvater entwickelte das Netz in TensorFlow."),
        ("react", "Die Oberfläche in React stammt von einer Agentur."),
        ("kafka", "Anschluss an Kafka durch einen externen Berater."),
        ("python", "Betreuung eines Praktikanten, der die Auswertung in Python programmierte."),
        ("docker", "Nächstes Ziel: Docker lernen."),
        ("kubernetes", "Ich möchte mich künftig in Kubernetes einarbeiten."),
        ("pytorch", "Wunsch: Projekte mit PyTorch."),
        ("spark", "Für 2027 ist ein Kurs zu Spark geplant."),
        ("aws", "Eine AWS-Zertifizierung strebe ich an."),
        ("scala", "Auf Scala bin ich neugierig."),
        ("docker", "Mit Docker habe ich bisher nicht gearbeitet."),
        ("kubernetes", "Kubernetes kenne ich nur vom Hörensagen."),
        ("r", "Keine Kenntnisse in R."),
        ("sql", "SQL beherrsche ich noch nicht."),
        ("java", "Java war in diesem Projekt nicht nötig."),
        ("tensorflow", "TensorFlow wurde verworfen, bevor wir anfingen."),
        ("mongodb", "Die Ablösung von MongoDB war schon vor meiner Zeit abgeschlossen."),
        ("tableau", "Statt Tableau wurde mit Papierlisten gearbeitet."),
        ("databricks", "Das Unternehmen kaufte Lizenzen für Databricks."),
        ("snowflake", "Unsere Kunden setzen Snowflake ein."),
        ("power-bi", "Verkauf von Power-BI-Lizenzen an Mittelständler."),
        ("python", "Stellenbesetzung: drei Entwickler mit Python-Erfahrung eingestellt."),
        ("docker", "Die Nachbarabteilung arbeitet mit Docker."),
        ("kubernetes", "Einführung von Kubernetes vertagt."),
        ("airflow", "Um die Pipelines in Airflow kümmerte sich ein Kollege."),
        ("pytorch", "Die neuronalen Netze (PyTorch) trainierte eine Doktorandin; ich lieferte die Messdaten."),
        ("kubernetes", "Hosting auf Kubernetes übernahm der Provider."),
        ("react", "Das Frontend kam von einer Agentur und war in React geschrieben."),
        ("tableau", "Unser Controlling wertete die Zahlen in Tableau aus."),
        ("sql", "Abfragen in SQL bekam ich fertig aus der IT."),
        ("python", "Ansprechpartnerin für zwei Werkstudenten, die in Python programmierten."),
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
        ("kubernetes", "Le cluster Kubernetes était géré par l'équipe plateforme."),
        ("spark", "Les traitements Spark étaient écrits par un collègue de Lyon."),
        ("pytorch", "Le modèle PyTorch a été entraîné par notre stagiaire."),
        ("docker", "Les images Docker sont fournies par un prestataire."),
        ("airflow", "La DSI administre Airflow ; je consulte les résultats."),
        ("tableau", "Le contrôle de gestion produisait les rapports Tableau."),
        ("tensorflow", "Mon directeur de thèse a développé le réseau sous TensorFlow."),
        ("react", "Interface React réalisée par une agence."),
        ("kafka", "Raccordement à Kafka confié à un consultant externe."),
        ("python", "Encadrement d'un stagiaire qui a programmé l'analyse en Python."),
        ("docker", "Objectif 2027 : apprendre Docker."),
        ("kubernetes", "Je souhaite monter en compétences sur Kubernetes."),
        ("pytorch", "Envie de travailler avec PyTorch."),
        ("spark", "Formation Spark prévue au printemps prochain."),
        ("aws", "Je vise la certification AWS."),
        ("scala", "Curieux de découvrir Scala."),
        ("docker", "Je n'ai jamais utilisé Docker."),
        ("kubernetes", "Je ne connais Kubernetes que de nom."),
        ("r", "Aucune connaissance de R."),
        ("sql", "SQL : je ne maîtrise pas encore."),
        ("java", "Le projet ne nécessitait pas Java."),
        ("tensorflow", "TensorFlow a été écarté avant le lancement."),
        ("mongodb", "La migration depuis MongoDB était terminée avant mon arrivée."),
        ("tableau", "Rapports papier plutôt que Tableau."),
        ("databricks", "La société a acheté des licences Databricks."),
        ("snowflake", "Nos clients utilisent Snowflake."),
        ("power-bi", "Vente de licences Power BI aux PME."),
        ("python", "Recrutement de trois développeurs Python."),
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
        ("kubernetes", "El clúster de Kubernetes lo administraba el equipo de plataforma."),
        ("spark", "Los procesos de Spark los escribía un compañero de Bilbao."),
        ("pytorch", "El modelo en PyTorch fue entrenado por nuestro becario."),
        ("docker", "Las imágenes de Docker las entrega un proveedor."),
        ("airflow", "Airflow está a cargo del departamento de sistemas."),
        ("tableau", "El área de control de gestión preparaba los informes en Tableau."),
        ("tensorflow", "Mi director de tesis desarrolló la red en TensorFlow."),
        ("react", "Interfaz en React realizada por una agencia."),
        ("kafka", "Conexión con Kafka encargada a un consultor externo."),
        ("python", "Tutor de un becario que programó el análisis en Python."),
        ("docker", "Meta para 2027: aprender Docker."),
        ("kubernetes", "Me gustaría formarme en Kubernetes."),
        ("pytorch", "Con ganas de trabajar con PyTorch."),
        ("spark", "Curso de Spark previsto para la primavera."),
        ("aws", "Aspiro a obtener la certificación de AWS."),
        ("scala", "Tengo curiosidad por Scala."),
        ("docker", "Nunca he utilizado Docker."),
        ("kubernetes", "Kubernetes solo lo conozco de oídas."),
        ("r", "Sin conocimientos de R."),
        ("sql", "SQL todavía no lo domino."),
        ("java", "El proyecto no requería Java."),
        ("tensorflow", "TensorFlow se descartó antes de empezar."),
        ("mongodb", "La migración desde MongoDB terminó antes de mi llegada."),
        ("tableau", "Informes en papel en vez de Tableau."),
        ("databricks", "La empresa compró licencias de Databricks."),
        ("snowflake", "Nuestros clientes usan Snowflake."),
        ("power-bi", "Venta de licencias de Power BI a pymes."),
        ("python", "Contratación de tres programadores de Python."),
        ("docker", "El departamento vecino trabaja con Docker."),
        ("kubernetes", "Paso a Kubernetes aplazado."),
        ("airflow", "De los flujos en Airflow se encargaba un compañero."),
        ("pytorch", "Las redes (PyTorch) las entrenaba una doctoranda; yo aportaba las mediciones."),
        ("kubernetes", "El alojamiento en Kubernetes corre por cuenta del proveedor."),
        ("react", "La web vino de una agencia y funcionaba con React."),
        ("tableau", "Nuestra dirección sigue las cifras en Tableau."),
        ("sql", "Consultas de SQL recibidas ya hechas desde informática."),
        ("python", "Responsable de dos practicantes que programaban en Python."),
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
        ("kubernetes", "O cluster Kubernetes era administrado pela equipe de plataforma."),
        ("spark", "As rotinas em Spark eram escritas por um colega do Porto."),
        ("pytorch", "O modelo em PyTorch foi treinado pelo nosso estagiário."),
        ("docker", "As imagens Docker são entregues por um fornecedor."),
        ("airflow", "O Airflow está a cargo do departamento de TI."),
        ("tableau", "A controladoria preparava os relatórios em Tableau."),
        ("tensorflow", "O meu orientador desenvolveu a rede em TensorFlow."),
        ("react", "Interface em React feita por uma agência."),
        ("kafka", "Ligação ao Kafka entregue a um consultor externo."),
        ("python", "Orientação de um estagiário que programou a análise em Python."),
        ("docker", "Meta para 2027: aprender Docker."),
        ("kubernetes", "Gostaria de me aprofundar em Kubernetes."),
        ("pytorch", "Vontade de trabalhar com PyTorch."),
        ("spark", "Curso de Spark previsto para a primavera."),
        ("aws", "Pretendo obter a certificação AWS."),
        ("scala", "Tenho curiosidade por Scala."),
        ("docker", "Nunca utilizei Docker."),
        ("kubernetes", "Kubernetes só conheço de nome."),
        ("r", "Sem conhecimentos de R."),
        ("sql", "SQL ainda não domino."),
        ("java", "O projeto não exigia Java."),
        ("tensorflow", "O TensorFlow foi descartado antes do início."),
        ("mongodb", "A migração do MongoDB terminou antes da minha chegada."),
        ("tableau", "Relatórios em papel em vez de Tableau."),
        ("databricks", "A empresa comprou licenças do Databricks."),
        ("snowflake", "Os nossos clientes usam Snowflake."),
        ("power-bi", "Venda de licenças Power BI a pequenas empresas."),
        ("python", "Contratação de três programadores Python."),
        ("docker", "O setor vizinho trabalha com Docker."),
        ("kubernetes", "Passagem para Kubernetes adiada."),
        ("airflow", "Dos fluxos no Airflow cuidava um colega."),
        ("pytorch", "As redes (PyTorch) eram treinadas por uma doutoranda; eu fornecia as medições."),
        ("kubernetes", "A hospedagem em Kubernetes fica por conta do provedor."),
        ("react", "O site veio de uma agência e rodava em React."),
        ("tableau", "A nossa direção acompanha os números no Tableau."),
        ("sql", "Consultas SQL recebidas prontas da informática."),
        ("python", "Responsável por dois estagiários que programavam em Python."),
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
        ("airflow", "Um die Pipelines in Airflow kümmerte ich mich allein."),
        ("pytorch", "Neuronale Netze (PyTorch) für eine Doktorandin trainiert."),
        ("react", "Oberfläche in React, abgestimmt mit einer Agentur."),
        ("tableau", "Zahlen für das Controlling in Tableau ausgewertet."),
        ("python", "Zwei Werkstudenten in Python unterrichtet."),
        ("docker", "Docker eingeführt, nachdem das Team lange von Hand installiert hatte."),
        ("spark", "Mit Spark gearbeitet, wo andere noch Excel nutzten."),
        ("mongodb", "Entscheidung gegen Oracle und für MongoDB, Umsetzung in drei Monaten."),
        ("sql", "Berichte in SQL, die von der Geschäftsleitung täglich genutzt werden."),
        ("git", "Nie ohne Versionierung gearbeitet: alle Skripte in Git."),
    ],
    "fr": [
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
        ("airflow", "Je m'occupais seule des pipelines Airflow."),
        ("pytorch", "Réseaux (PyTorch) entraînés pour une doctorante."),
        ("react", "Site en React, en lien avec une agence."),
        ("tableau", "Suivi des chiffres dans Tableau pour la direction."),
        ("python", "Cours de Python donnés à deux alternants."),
        ("docker", "Introduction de Docker, l'équipe installait tout à la main."),
        ("spark", "Calculs sous Spark là où d'autres se servaient d'Excel."),
        ("mongodb", "Choix de MongoDB contre Oracle, mise en œuvre en trois mois."),
        ("sql", "Rapports en SQL utilisés chaque jour par la direction."),
        ("git", "Jamais de travail sans gestion de versions : tous les scripts sous Git."),
    ],
    "es": [
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
        ("airflow", "De los flujos en Airflow me encargaba yo."),
        ("pytorch", "Redes (PyTorch) entrenadas para una doctoranda."),
        ("react", "Web en React, en contacto con una agencia."),
        ("tableau", "Seguimiento de cifras en Tableau para la dirección."),
        ("python", "Clases de Python a dos practicantes."),
        ("docker", "Introducción de Docker, cuando el equipo lo instalaba todo a mano."),
        ("spark", "Cálculos en Spark donde otros usaban Excel."),
        ("mongodb", "Elección de MongoDB frente a Oracle y puesta en marcha en tres meses."),
        ("sql", "Informes en SQL que la dirección consulta a diario."),
        ("git", "Nunca trabajé sin control de versiones: todos los scripts en Git."),
    ],
    "pt": [
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
        ("airflow", "Dos fluxos no Airflow cuidava eu."),
        ("pytorch", "Redes (PyTorch) treinadas para uma doutoranda."),
        ("react", "Site em React, em contato com uma agência."),
        ("tableau", "Acompanhamento dos números no Tableau para a direção."),
        ("python", "Aulas de Python a dois estagiários."),
        ("docker", "Introdução do Docker, quando a equipe instalava tudo à mão."),
        ("spark", "Cálculos em Spark onde outros usavam Excel."),
        ("mongodb", "Escolha do MongoDB em vez do Oracle e implantação em três meses."),
        ("sql", "Relatórios em SQL que a direção consulta todos os dias."),
        ("git", "Nunca trabalhei sem controle de versões: todos os scripts no Git."),
    ],
}

HOPES = {
    "de": ("Kurzprofil\n{lines}", "Ziel: Mitarbeit an Diensten mit Docker", "Lernziele\n{lines}"),
    "fr": ("Profil\n{lines}", "Objectif : un poste autour de Docker", "Objectifs de formation\n{lines}"),
    "es": ("Perfil\n{lines}", "Objetivo: un puesto con Docker", "Metas de aprendizaje\n{lines}"),
    "pt": ("Perfil\n{lines}", "Objetivo: uma vaga com Docker", "Metas de aprendizagem\n{lines}"),
}


@cache
def _analyzer() -> Analyzer:
    return Analyzer(as_of="2026-11-01")


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


def _skills_in(text: str) -> frozenset[str]:
    return frozenset(one.id for one in _analyzer().analyze_bytes(text.encode(), "resume.txt").skills)


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
    below = HOPES[language][2].replace("{lines}", "- Docker\n- Spark")
    assert not {"docker", "spark"} & _skills_in(f"{RESUMES[language].replace('{lines}', '')}\n{below}\n")
