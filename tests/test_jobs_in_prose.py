"""Jobs that are told in sentences → an entry each, with its time."""

from __future__ import annotations

import pytest
from pages import Mark, Text, pdf_of
from sections_read import Understand, dates, entries

from gapcheck.taxonomy import Taxonomy

FIRST = ["Baker at Kestrel Foods, Delft, June 2021 to present. Rye bread for the town and for the ferry of the fjord."]
SECOND = [
    "From March 2018 to April 2021 I worked as a cook at Halm Ltd in Delft. Took over the cold kitchen and the",
    "orders of the week, wrote the menus of two summers.",
]
THIRD = [
    "From May 2016 to February 2018 I worked as a waiter at Ostby Inn. Counted the till every evening of the week."
]
PART = ["From March 2022 I also led the team of the morning and wrote the plan of the week for all of the bakers."]


def page(*paragraphs: list[str]) -> bytes:
    marks: list[Mark] = [Text(60, 50, "Mira Sandoval", size=20), Text(60, 90, "Experience", size=13, bold=True)]
    y = 108.0
    for paragraph in paragraphs:
        marks += [Text(60, y + 12 * at, line, size=9) for at, line in enumerate(paragraph)]
        y += 12 * len(paragraph) + 4
    marks += [Text(60, y + 20, "Education", size=13, bold=True), Text(60, y + 38, "BSc Biology, Lake University, 2012")]
    return pdf_of(marks)


def test_sentences_that_begin_with_the_time_of_a_post_are_a_job_each(understand: Understand) -> None:
    jobs = [job.dates for job in entries(understand(page(FIRST, SECOND, THIRD)), "experience")]
    assert jobs == [dates((2021, 6), (2026, 11)), dates((2018, 3), (2021, 4)), dates((2016, 5), (2018, 2))]


def test_sentence_without_an_end_tells_of_the_job_above(understand: Understand) -> None:
    title = ["Baker, Kestrel Foods, Delft, June 2021 to present"]
    assert len(entries(understand(page(title, PART, PART)), "experience")) == 1


@pytest.mark.parametrize("marked", [True, False])
def test_paragraph_tells_since_when_a_job_goes_on_and_a_bullet_does_not(marked: bool, understand: Understand) -> None:
    mark = "- " if marked else ""
    source = (
        "Mira Sandoval\n# Experience\n**Head Chef, Kestrel Inn, Delft**\n\n"
        f"{mark}I have been the chef here since April 2023. Sixty covers and a menu that changes.\n\n"
        "**Cook, Halm Ltd** Mar 2018 - Mar 2023\n\n# Education\nBSc Biology, Lake University, 2012"
    )
    first, second = entries(understand(source), "experience")
    assert (first.dates == dates((2023, 4), (2026, 11))) is not marked
    assert second.dates == dates((2018, 3), (2023, 3))


@pytest.mark.parametrize(
    "degree", ["Certificate III in Bread Baking, Delft TAFE", "Higher Certificate in Culinary Arts", "NVQ Level 3"]
)
def test_vocational_certificate_is_a_degree(degree: str, taxonomy: Taxonomy) -> None:
    assert taxonomy.entry_words.degree_level([degree]) == "other"


@pytest.mark.parametrize(("told", "kinds"), [("Certified in Fjord Bread", ["text"]), ("With Fjord Bakers", ["job"])])
def test_how_long_a_certificate_holds_dates_no_job(told: str, kinds: list[str], understand: Understand) -> None:
    lines = f"- Rye bread for the town\n- Sang in the hall\n- {told}, Dec 2014 - Dec 2016."
    source = f"Mira Sandoval\n# Experience\n{lines}\n# Education\nBSc Biology, Lake University, 2012"
    assert [entry.kind.value for entry in entries(understand(source), "experience")] == kinds


def test_sentence_of_the_writer_that_names_a_year_begins_no_entry(understand: Understand) -> None:
    told = [
        "I draw the maps of the valley in R and, since 2024, the large ones in Julia. I bring each of the maps down to",
        "a handful of colours, and I compare the years.",
    ]
    marks: list[Mark] = [Text(60, 50, "Mira Sandoval", size=20), Text(60, 90, "Experience", size=13, bold=True)]
    marks += [Text(60, 108, "October 2022 –", size=9), Text(160, 108, "Map maker (paid post)", size=9)]
    marks += [Text(60, 120, "present", size=9), Text(160, 120, "Institute for Valleys, Halden", size=9)]
    marks += [Text(60, 132 + 12 * at, line, size=9) for at, line in enumerate(told)]
    marks += [
        Text(60, 180, "Education", size=13, bold=True),
        Text(60, 198, "BSc Biology, Lake University, 2012", size=9),
    ]
    (job,) = entries(understand(pdf_of(marks)), "experience")
    assert job.dates == dates((2022, 10), (2026, 11))


HEADED = "Steward with Elm Lines, July 2018 to May 2020: the sums of the bar, and who works which night of the week."


@pytest.mark.parametrize(
    ("told", "count"),
    [(HEADED, 2), (HEADED.replace("Steward with", "Sailed there with"), 1), (HEADED.replace("2020:", "2020, with"), 1)],
)
def test_post_with_its_time_before_a_colon_is_a_job_of_its_own(told: str, count: int, understand: Understand) -> None:
    above = ["Baker at Kestrel Foods (06/2021 to 05/2023). Rye bread for the town and for the ferry, and", "its crew."]
    assert len(entries(understand(page(above, [told])), "experience")) == count
