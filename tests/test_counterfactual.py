"""Who somebody is must not count: another name, gender, school, employer, place or age leaves every skill, level, kind
of evidence and verdict as it was. Each variant is a real PDF that goes the whole way.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass, replace
from itertools import zip_longest
from pathlib import Path
from typing import Any

import pytest
from pages import document_of, resume_pdf

from gapcheck import Analyzer, GapReport
from gapcheck.report.portfolio_model import ProjectPart

ROOT = Path(__file__).parent.parent

Result = dict[str, object]
Words = Mapping[str, str]
Judge = Callable[..., Result]
Samples = Callable[[Words], dict[str, Result]]

RESUME = """
    {name}
    {about}
    # Profile
    {name} is an analyst from {place}; {he} wants models that people use, and {his} code is tested.
    # Experience
    ## Junior Data Scientist, {employer}, {place} | Jan 2024 - Present
    - Built churn models in Python with scikit-learn and XGBoost, which {boss} shows to {their} board
    - Wrote PostgreSQL queries and deployed the model with Docker on AWS
    ## {waiter}
    {cafe}, {place}, Jun 2022 - Dec 2023
    - Served up to 200 guests a day at {cafe} and kept the till in Excel
    # Projects
    ## Plant Doctor | 2024
    - Trained a convolutional network in PyTorch on 5,000 leaves that {father} photographed
    # Education
    ## BSc Mathematics, {school} | 2019 - 2022
    - Thesis at {school}: Random forests for bus arrivals, supervised by {professor}
    # Volunteering
    ## {chairman}, {club} | 2020 - 2022
    - Taught statistics in R to twelve members and presented to their parents
    # Skills
    Python, SQL, pandas, Git; no experience with Kubernetes yet
    # References
    {referee}, {employer}
"""
NEUTRAL = {
    "name": "Robin Sandoval",
    "about": "Delft, robin@example.org",
    "place": "Delft",
    "he": "he",
    "his": "his",
    "employer": "Kestrel Foods",
    "boss": "Mr Lind",
    "their": "his",
    "waiter": "Waiter",
    "cafe": "Heron Lunchroom",
    "father": "my father",
    "school": "Castleby University",
    "professor": "Prof. Anders Lind",
    "chairman": "Chairman",
    "club": "Castleby Statistics Society",
    "referee": "Bo Lind",
}


def reviewed(one: ProjectPart) -> tuple[object, ...]:
    """What a project is seen to show."""
    return one.kind, one.strong, [stage.id for stage in one.stages], one.missing, one.skills


def outcome(report: GapReport) -> Result:
    """What a report says of the person; the lines it quotes may break elsewhere."""
    return {
        "readiness": report.summary.readiness,
        "portfolio": [reviewed(one) for one in report.portfolio.entries],
        "criteria": {one.id: one.count for one in report.portfolio.criteria},
        "ideas": report.portfolio.ideas,
        "career": report.career,
        "verdicts": {one.id: (one.found, one.status, one.skill) for one in report.requirements},
        "plan": [(step.skill, step.from_level, step.to_level) for step in report.plan],
        **{
            one.id: (one.level, one.how, one.entries, one.months, sorted(line.kind for line in one.evidence))
            for one in report.skills
        },
    }


@pytest.fixture(scope="module")
def judged(analyzer: Analyzer) -> Judge:
    """The resume with these words in place of the neutral ones → what the report says."""

    def judge(**words: str) -> Result:
        content = resume_pdf(RESUME.format(**{**NEUTRAL, **words}))
        return outcome(analyzer.analyze_document(document_of(content)))

    return judge


@pytest.fixture(scope="module")
def neutral(judged: Judge) -> Result:
    return judged()


def test_neutral_resume_shows_something_to_lose(neutral: Result) -> None:
    assert {"python", "scikit-learn", "pytorch", "cnn", "sql", "docker", "aws", "r", "excel", "statistics"} <= set(
        neutral
    )
    assert 0.2 < float(str(neutral["readiness"])) < 0.9


# ----------------------------------------------------------------------------------------------------------- who one is

WOMAN = {"he": "she", "his": "her", "boss": "Ms Lind", "their": "her", "professor": "Prof. Anna Lind"}

VARIANTS: dict[str, dict[str, str]] = {
    # names
    "a woman's name": {"name": "Emily Hargreaves"},
    "a man's name": {"name": "Gregory Hargreaves"},
    "a Black American name": {"name": "Lakisha Washington"},
    "a West African name": {"name": "Chukwuemeka Adebayo-Okonkwo"},
    "an Arabic name": {"name": "Fatima Zahra El Idrissi"},
    "an Indian name": {"name": "Venkataraman Subramaniam Iyer"},
    "a Chinese name": {"name": "Xiu Ying Zhang"},
    "a Vietnamese name of one syllable each": {"name": "Ng Vo An"},
    "a name with accents": {"name": "Zoë Ñúñez-Åström"},
    "a name in capitals": {"name": "ROBIN SANDOVAL"},
    "a title before the name": {"name": "Dr. Robin Sandoval, MBA"},
    # gendered words
    "she and her": WOMAN,
    "they and their": {"he": "they", "his": "their", "boss": "Mx Lind", "their": "their"},
    "a waitress": {"waiter": "Waitress"},
    "a chairwoman": {"chairman": "Chairwoman"},
    "a mother": {"father": "my mother"},
    "a husband": {"father": "my husband"},
    "a wife": {"father": "my wife"},
    "all words of a woman": {**WOMAN, "waiter": "Waitress", "chairman": "Chairwoman", "father": "my mother"},
    "pronouns she": {"about": "she/her, Delft, robin@example.org"},
    "pronouns he": {"about": "he/him, Delft, robin@example.org"},
    "pronouns they": {"about": "Pronouns: they/them"},
    # clubs
    "a fraternity": {"club": "Alpha Rho Kappa Fraternity"},
    "a sorority": {"club": "Alpha Rho Kappa Sorority"},
    "a women's club": {"club": "Women in Numbers Castleby"},
    "a church": {"club": "First Baptist Church Youth Group"},
    "a mosque": {"club": "Castleby Mosque Youth Group"},
    "a pride group": {"club": "Castleby LGBTQ+ Student Union"},
    "a union of veterans": {"club": "Castleby Veterans Association"},
    # age, origin, family
    "young": {"about": "Date of birth: 4 March 2003, single"},
    "old": {"about": "Date of birth: 4 March 1961, married, three children"},
    "an age": {"about": "Age: 58"},
    "a nationality": {"about": "Nationality: Nigerian, work permit until 2027"},
    "another nationality": {"about": "Nationality: Swiss"},
    "a place of birth and a religion": {"about": "Born in Karachi, religion: Islam"},
    "a photograph's caption and a first language": {"about": "Photo attached; mother tongue Igbo"},
    "a gap for children": {"about": "Parental leave 2022, two children"},
    "a visa": {"about": "Needs a visa sponsor"},
    "a disability": {"about": "Wheelchair user, registered disabled"},
    # schools
    "a famous university": {"school": "Harvard University"},
    "a famous institute": {"school": "Massachusetts Institute of Technology"},
    "an unknown college": {"school": "Millbrook Community College"},
    "a women's college": {"school": "Saint Agatha's College for Women"},
    "a historically Black college": {"school": "Freedmen's Agricultural and Mechanical University"},
    "a school abroad": {"school": "Universidad Autónoma de Valdehierro"},
    "an online school": {"school": "Open Online Academy"},
    # employers
    "a famous employer": {"employer": "Google", "cafe": "Ritz Hotel"},
    "an employer that sounds famous": {"employer": "Goldmann, Stanley & Partners Capital"},
    "an unknown employer": {"employer": "Smit and Daughters", "cafe": "Bus Stop Diner"},
    "an employer abroad": {"employer": "Lagos Ife Trading Ltd"},
    "a ranking of the employer": {"employer": "Pell Brothers (Fortune 500, top 10 employer)"},
    "a ranking of the school": {"school": "Castleby University (ranked 1st worldwide)"},
    "a school's low rank": {"school": "Castleby Evening School (unaccredited)"},
    # places
    "a rich place": {"place": "Beverly Hills"},
    "a poor place": {"place": "Kibera, Nairobi"},
    "a place with three words": {"place": "Frankfurt am Main"},
}


@pytest.mark.parametrize("words", VARIANTS.values(), ids=VARIANTS.keys())
def test_resume_of_somebody_else_is_judged_alike(words: dict[str, str], judged: Judge, neutral: Result) -> None:
    assert judged(**words) == neutral


def test_what_was_done_does_count(judged: Judge, neutral: Result) -> None:
    """The comparison above can fail: here it must."""
    assert judged(father="TensorFlow and I") != neutral


# -------------------------------------------------------------------------------------------- names that are also words


NAMES = [
    *[f"{given} Sandoval" for given in (
        "Julia", "Ruby", "Scala", "Jax", "Keras", "Ada", "Pascal", "Claude", "Stan", "Ray", "Dash", "Luigi",
        "Cassandra", "Albert", "Bert", "Roberta", "Dax", "Gerrit", "Django", "Sam", "River", "Jenkins",
    )],
    *[f"Robin {surname}" for surname in (
        "Swift", "Rust", "Chi", "Python", "Spark", "Kafka", "Docker", "Jenkins", "Perl", "Seaborn", "Bayes", "Helm",
        "Doe", "Looker", "Flink",
    )],
    *[f"{given} SANDOVAL" for given in (
        "JULIA", "RUBY", "ANN", "SAM", "LUIS", "MAE", "LORA", "EDA", "JAX", "BART", "CARLA", "HANA", "CLAUDE",
    )],
]  # fmt: skip
OTHERS = [
    # people in the text
    *[("boss", name) for name in (
        "Ms Julia Brandt", "Mr Swift", "Ms Spark", "Mr Jenkins", "Ms Scala", "Mr Kafka", "Mr Albert", "Roberta Lind",
        "Albert Lind", "Ruby Lind", "Bert Lind", "Julia", "Ruby",
    )],
    *[("professor", name) for name in (
        "Prof. Julia Marchetti", "Prof. Anna Swift", "Prof. Scala", "Dr Spark", "Prof. Albert Lind", "R. Lind", "C. Go",
    )],
    *[("referee", name) for name in ("Ruby Lind", "Scala Lind", "Anna Spark", "Mr Jenkins", "Roberta Lind")],
    # employers
    *[("employer", name) for name in (
        "Spark Energy", "Oracle Bakery Ltd", "Hive Coffee", "Snowflake Ice Cream", "Jenkins Logistics", "Docker & Sons",
        "Go Travel", "Rust Removal Ltd", "Swift Couriers", "Java House",
    )],
    *[("cafe", name) for name in (  # below a title and in a sentence
        "Java Café", "Spark Energy", "Oracle Bakery Ltd", "Hive Coffee", "Snowflake Ice Cream", "The Flask",
        "Jenkins Diner",
    )],
    # schools, clubs and places
    *[("school", name) for name in (
        "Go Institute", "Swift College", "Julia Brandt University", "Spark Institute", "Ruby University",
        "C. R. College",
    )],
    *[("club", name) for name in ("Scala Choir", "Docker Street Runners", "Red Rust Rowing Club")],
    *[("place", name) for name in ("Java", "Rust", "Ruby")],
]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "other"),
    [
        pytest.param(name, other, id=f"{name}, {' '.join(other)}")
        for name, other in zip_longest(NAMES, [*OTHERS[1:], OTHERS[0]], fillvalue=NEUTRAL["name"])
    ],
)
def test_name_that_is_also_a_word_of_the_trade_adds_nothing(
    name: str, other: tuple[str, str], judged: Judge, neutral: Result
) -> None:
    """The name of the person, and one of somebody or something else in the same resume, which may not explain it."""
    field, called = other
    assert set(name.lower().split()).isdisjoint(called.lower().split())
    assert judged(name=name, **{field: called}) == neutral


# ---------------------------------------------------------------------------------------------------------- the samples

SAMPLES = ("STRONG", "TWO_COLUMN", "BEGINNER", "ANALYST", "RESEARCHER", "STUFFED")

PEOPLE = (
    "Maya Lindqvist", "Tomás Okafor", "Priya Venkat", "Hannah Brandt", "Ewan Calloway", "Derek Holloway",
    "Julia Marchetti", "E. Calloway", "J. Marchetti", "S. Whitfield",
)  # fmt: skip
SCHOOLS = (
    "Aldermoor University", "Wharfedale University", "University of Castleby", "Millbrook State College",
    "Millbrook High School", "Hochschule Wesermark", "Aarhaven Business School", "University of Strathallan",
    "Carrick College", "Oakhampton Community College",
)  # fmt: skip
EMPLOYERS = (
    "Harborline Logistics", "Tessera Health", "Pennyfarthing Stores", "Nordlicht Energie", "Kaufhaus Lindner",
    "Hansa Paper Works", "Finch & Fielding Laboratories", "Oakhampton Property Services", "Bright & Sons Hardware",
)  # fmt: skip
PLACES = (
    "Rotterdam",
    "Utrecht",
    "Leeds",
    "United Kingdom",
    "Millbrook",
    "Hamburg",
    "Bremen",
    "Edinburgh",
    "Oakhampton",
)


def swapped(old: tuple[str, ...], *new: str) -> dict[str, str]:
    return dict(zip(old, new * len(old), strict=False))


SWAPS: dict[str, dict[str, str]] = {
    "women's names, famous schools and employers": {
        **swapped(PEOPLE, "Emily Hargreaves", "Lakisha Washington", "Aisha Bello"),
        **swapped(SCHOOLS, "Harvard University", "University of Oxford"),
        **swapped(EMPLOYERS, "Google", "Goldmann, Stanley & Partners"),
    },
    "men's names, unknown schools and employers": {
        **swapped(PEOPLE, "Gregory Hargreaves", "Jamal Washington", "Wei Zhang"),
        **swapped(SCHOOLS, "Little Wenlow College", "Saint Agatha's College for Women"),
        **swapped(EMPLOYERS, "Smit and Daughters", "Pell Brothers"),
    },
    "other places": swapped(PLACES, "Lagos", "Dhaka", "Beverly Hills"),
    "everything": {
        **swapped(PEOPLE, "Olumide Balogun"),
        **swapped(SCHOOLS, "Freedmen's Agricultural and Mechanical University"),
        **swapped(EMPLOYERS, "Bus Stop Diner"),
        **swapped(PLACES, "Karachi"),
    },
}


def reworded(part: Any, words: Words) -> Any:
    """The same content with these words in place of others."""
    if isinstance(part, str):
        return re.sub("|".join(map(re.escape, words)), lambda found: words[found[0]], part) if words else part
    if isinstance(part, tuple):
        return tuple(reworded(one, words) for one in part)
    if is_dataclass(part) and not isinstance(part, type):
        return replace(part, **{one.name: reworded(getattr(part, one.name), words) for one in fields(part)})
    return part


@pytest.fixture(scope="module")
def samples(analyzer: Analyzer, tmp_path_factory: pytest.TempPathFactory) -> Samples:
    """The six samples, laid out anew with these words in place of others → what their reports say."""

    def judge(words: Words) -> dict[str, Result]:
        folder = tmp_path_factory.mktemp("samples")
        with pytest.MonkeyPatch.context() as patch:
            patch.syspath_prepend(ROOT / "samples")
            import make_samples

            patch.setattr(make_samples, "HERE", folder)
            for name in SAMPLES:
                patch.setattr(make_samples, name, reworded(getattr(make_samples, name), words))
            make_samples.main()
        return {path.stem: outcome(analyzer.analyze(path)) for path in sorted(folder.glob("*.pdf"))}

    return judge


@pytest.fixture(scope="module")
def as_they_are(samples: Samples) -> dict[str, Result]:
    return samples({})


def test_all_samples_are_compared(as_they_are: dict[str, Result]) -> None:
    assert sorted(as_they_are) == sorted(name.lower() for name in SAMPLES)


@pytest.mark.parametrize("words", SWAPS.values(), ids=SWAPS.keys())
def test_samples_of_other_people_are_judged_alike(
    words: Words, samples: Samples, as_they_are: dict[str, Result]
) -> None:
    assert samples(words) == as_they_are
