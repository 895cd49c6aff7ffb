"""Years below each other in a margin → begin and end of an entry, where its title stands beside the first."""

from __future__ import annotations

from itertools import accumulate

import pytest
from pages import Mark, Text, pdf_of
from sections_read import Understand, dates, entries

from gapcheck.documents import Line, Word
from gapcheck.resume.labels_beside import labels_at_their_text
from gapcheck.resume.lexicon import lexicon
from gapcheck.resume.model import Place
from gapcheck.taxonomy import Taxonomy

ROWS = [
    ("2012", "BSc Biology"),
    ("2016", "Lake University"),
    ("2018", "MSc Statistics"),
    ("2020", "Fjord University"),
]


@pytest.mark.parametrize("titled", [True, False])
def test_two_years_beside_title_and_school_are_begin_and_end(titled: bool, understand: Understand) -> None:
    marks: list[Mark] = [Text(60, 50, "Mira Sandoval", size=20), Text(130, 90, "Education", size=13, bold=True)]
    for at, (year, text) in enumerate(ROWS):
        y = 108 + 12 * at + 8 * (at > 1)
        marks += [Text(60, y, year, size=9), Text(130, y, text, bold=titled and not at % 2)]
    found = [entry.dates for entry in entries(understand(pdf_of(marks)), "education") if entry.dates]
    both = [dates((2012, 1), (2015, 12)), dates((2018, 1), (2019, 12))]
    assert (found == both) is titled


def test_end_below_what_stands_beside_the_begin_is_found(understand: Understand) -> None:
    marks: list[Mark] = [Text(60, 50, "Mira Sandoval", size=20), Text(60, 90, "Experience", size=13, bold=True)]
    for at, (begin, end) in enumerate((("Aug 2021", "May 2023"), ("Feb 2018", "Jul 2021"))):
        y = 110 + 60 * at
        marks += [Text(60, y, begin, size=9, bold=True), Text(150, y, "Kestrel Foods", size=9, bold=True)]
        marks += [Text(150, y + 13, "Baker of the town", size=9), Text(60, y + 17, end, size=13, bold=True)]
        marks += [Text(150, y + 30, "Rye bread for the ferry.", size=9)]
    jobs = [job.dates for job in entries(understand(pdf_of(marks)), "experience") if job.kind.is_work]
    assert jobs == [dates((2021, 8), (2023, 5)), dates((2018, 2), (2021, 7))]


def test_year_below_a_month_and_its_comma_ends_the_range(understand: Understand) -> None:
    source = (
        "Mira Sandoval\n\n# Experience\n\n"
        "Baker - Kestrel Foods, Delft (June, 2019 – September,\n2021)\n\n- Rye bread\n\n"
        "Cook - Halm Ltd (March, 2015 – May, 2019)\n\n- Soup\n\n# Education\n\nBSc Biology, Lake University, 2012"
    )
    jobs = [job.dates for job in entries(understand(source), "experience") if job.kind.is_work]
    assert jobs == [dates((2019, 6), (2021, 9)), dates((2015, 3), (2019, 5))]


def line(text: str, x: float, top: float, column: int) -> Place:
    """A line in a column of the first page."""
    starts = [x + 5 * len(before) for before in accumulate((f"{word} " for word in text.split()), initial="")][:-1]
    words = (Word(word, at, top, at + 5 * len(word), top + 9, 9) for word, at in zip(text.split(), starts, strict=True))
    return Place(1, Line(tuple(words), text, column=column))


def test_column_of_dates_belongs_to_the_side_that_most_of_them_stand_beside(taxonomy: Taxonomy) -> None:
    times = ["11/2023 – 07/2024", "11/2021 – 10/2023", "08/2019 – 10/2021"]
    posts = [line(f"Nurse at the inn {at}", 40, 100 + 50 * at, 1) for at in range(3)]
    texts = [line(f"Led the shift {at} of the ward", 54, 115 + 50 * at, 1) for at in range(3)]
    dated = [line(text, 290, 100 + 50 * at, 2) for at, text in enumerate(times)]
    side = [line("Docker", 412, 150, 3), line("Excel", 412, 163, 3)]
    found = labels_at_their_text([*posts, *texts, *dated, *side], lexicon(taxonomy.headings))
    assert [f"{post.line.text}\t{time}" for post, time in zip(posts, times, strict=True)] == [
        place.line.text for place in found if "Nurse" in place.line.text
    ]
