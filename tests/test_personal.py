"""What is personal is found in unlikely places too, in texts and on page pictures, and nothing else is taken for it."""

from __future__ import annotations

import io
import sys
from itertools import islice
from pathlib import Path

import pytest
from pages import AS_OF, typed
from personal import PEOPLE, SKILLS
from PIL import Image

from gapcheck import Analyzer
from gapcheck.documents import read_content
from gapcheck.privacy import PersonalDetails, redacted_pictures
from gapcheck.taxonomy import Taxonomy

sys.path.append(str(Path(__file__).parent.parent / "benchmarks"))
from redaction import left_in, left_in_texts, report_on

DRAWN = [name for name, person in PEOPLE.items() if person.drawn]
HEAD = "Maren Vogt\nmaren.vogt@example.org | +44 113 496 0123"
WORK = "Experience\nData Scientist, Kestrel Foods    Jan 2023 - Present\nBuilt models in Python"


@pytest.fixture(scope="module")
def redacting(taxonomy: Taxonomy) -> Analyzer:
    return Analyzer(as_of=AS_OF, taxonomy=taxonomy, redact=True)


@pytest.mark.parametrize("name", PEOPLE)
def test_nothing_personal_is_left_and_no_skill_is_lost(name: str, redacting: Analyzer) -> None:
    report = report_on(PEOPLE[name], redacting)
    assert left_in(report, PEOPLE[name]) == []
    assert {one.id for one in report.skills} >= SKILLS


def test_most_of_them_would_be_quoted_without_redaction(analyzer: Analyzer) -> None:
    """The test above can fail."""
    quoted = (name for name, person in PEOPLE.items() if left_in_texts(person, analyzer))
    assert len(list(islice(quoted, 10))) == 10


@pytest.mark.parametrize("name", DRAWN)
def test_details_that_are_no_text_are_black_on_page_pictures(name: str, analyzer: Analyzer) -> None:
    person = PEOPLE[name]
    details = analyzer.personal_details(read_content(person.content, person.path))
    [picture] = redacted_pictures(person.content, details)
    pixels = Image.open(io.BytesIO(picture.data)).convert("L")
    scale = pixels.width / picture.width
    for box in person.drawn:
        x0, top, x1, bottom = (round(edge * scale) for edge in box)
        assert max(pixels.crop((x0, top, x1, bottom)).tobytes()) < 40
    assert sum(pixels.histogram()[201:]) > 0.8 * pixels.width * pixels.height


NOT_PERSONAL = {
    "grades": "Grade 8.75 / 10, then 9.12/10.00, best of 120",
    "a grade of Italy": "Laurea 110/110, media 28.5/30",
    "amounts": "Trained on 12 000 000 rows and 1.000.000 pictures",
    "percents": "Accuracy 95.25 % 93.10 % 91.75 %",
    "spells of years": "2014-2018 / 2018-2020, 2020 - 2024",
    "an article": "arXiv:2103.12345 and DOI 10.1000/182.4455",
    "a book": "ISBN 978-3-16-148410-0",
    "a day": "Build 20230412 of 20230411, kernel 5.4",
    "a version": "CUDA 11.8.0.1 with 4.18.0-305 kernels",
}


@pytest.mark.parametrize("line", NOT_PERSONAL.values(), ids=NOT_PERSONAL.keys())
@pytest.mark.parametrize("beside", [True, False], ids=["beside an address", "among work"])
def test_number_that_reaches_nobody_stays(line: str, beside: bool, analyzer: Analyzer) -> None:
    document = typed(f"{HEAD}\n{line}\n{WORK}" if beside else f"{HEAD}\n{WORK}\n{line}")
    details: PersonalDetails = analyzer.personal_details(document)
    [found] = [one.details for one in details.lines if one.line.text == line]
    assert found == ()
