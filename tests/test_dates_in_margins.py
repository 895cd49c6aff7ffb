"""Years below each other in a margin → begin and end of an entry, where its title stands beside the first."""

from __future__ import annotations

from itertools import accumulate

import pytest
from pages import Mark, Text, pdf_of
from reportlab.pdfbase.pdfmetrics import stringWidth
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


ENDS = [
    ([("02.2025", "today"), ("09.2022", "12.2024"), ("2019", "2020")], [(2025, 2), (2022, 9), (2019, 1)]),
    ([("05/2025", "08/2026"), ("2024 (6 months)", "")], [(2025, 5)]),
]


@pytest.mark.parametrize(("times", "begun"), ENDS, ids=["present and years", "one row below a head"])
def test_begin_and_end_side_by_side_are_a_range(
    times: list[tuple[str, str]], begun: list[tuple[int, int]], understand: Understand
) -> None:
    rows = [("Function", "Client", "Begun", "Ended"), *(("Clerk", "Halm Ltd", *time) for time in times)]
    marks: list[Mark] = [Text(60, 50, "Mira Sandoval", size=20), Text(60, 90, "Work history", size=13, bold=True)]
    for at, row in enumerate(rows):
        marks += [
            Text(x, 110 + 16 * at, cell, bold=not at) for x, cell in zip((60, 180, 320, 440), row, strict=True) if cell
        ]
    marks += [Text(60, 230, "Education", size=13, bold=True), Text(60, 248, "BSc Biology, Lake University, 2012")]
    jobs = [job.dates for job in entries(understand(pdf_of(marks)), "experience") if job.kind.is_work and job.dates]
    found = [divmod(one.first, 12) for one in jobs if one.first is not None and one.months > 1]
    assert [(year, month + 1) for year, month in found] == begun


def test_present_below_the_only_month_in_a_margin_ends_its_range(understand: Understand) -> None:
    marks: list[Mark] = [Text(60, 50, "Mira Sandoval", size=20), Text(130, 90, "Experience", size=13, bold=True)]
    marks += [Text(60, 108, "Oct 2025", size=9), Text(130, 108, "Baker", bold=True)]
    marks += [Text(60, 120, "Present", size=9), Text(130, 120, "Kestrel Foods"), Text(144, 136, "Rye bread for all.")]
    (job,) = entries(understand(pdf_of(marks)), "experience")
    assert job.dates == dates((2025, 10), (2026, 11))


def test_year_with_its_length_in_brackets_dates_a_job(understand: Understand) -> None:
    marks: list[Mark] = [Text(60, 50, "Mira Sandoval", size=20), Text(60, 90, "Experience", size=13, bold=True)]
    heads = [("Kestrel Foods", "Delft"), ("Baker", "Mar 2025 - Present"), ("Halm Ltd", "Delft")]
    for at, (left, right) in enumerate([*heads, ("Trainee Cook", "2024 (5-month contract)")]):
        y = 108 + 12 * at + 22 * (at > 1)
        marks += [Text(60, y, left), Text(535, y, right, right=True)]
    marks += [Text(70, 135, "– Rye bread for the ferry.", unicode=True), Text(70, 182, "– Soup.", unicode=True)]
    marks += [Text(60, 220, "Education", size=13, bold=True), Text(60, 238, "BSc Biology, Lake University, 2012")]
    jobs = [job.dates.months for job in entries(understand(pdf_of(marks)), "experience") if job.dates]
    assert jobs == [21, 5]


@pytest.mark.parametrize("at_edge", [True, False])
def test_time_let_down_to_the_first_bullet_by_a_long_title_is_its_own(at_edge: bool, understand: Understand) -> None:
    edge, told = 520.0, "October 2019 - September 2023"

    def ending_at(right: float, text: str, y: float) -> Text:
        return Text(right - stringWidth(text, "Helvetica", 9), y, text, size=9)

    let_down = ending_at(edge if at_edge else edge - 40, told, 122)
    space = stringWidth(" ", "Helvetica", 9)
    bullet = ending_at(let_down.x - space, "- Counted the loaves that leave all of the shops of", 122)
    marks: list[Mark] = [
        Text(60, 50, "Mira Sandoval", size=20),
        Text(60, 90, "Experience", size=13, bold=True),
        Text(bullet.x, 108, "Counter of loaves and rolls, Kestrel Foods of the Town of Delft", size=9, bold=True),
        bullet,
        let_down,
        Text(bullet.x, 134, "the town by the hour", size=9),
        Text(bullet.x, 160, "Baker, Halm Ltd", size=9, bold=True),
        ending_at(edge, "May 2015 - June 2019", 160),
        Text(bullet.x, 174, "- Rye bread", size=9),
    ]
    jobs = [job.dates for job in entries(understand(pdf_of(marks)), "experience") if job.kind.is_work and job.dates]
    assert (dates((2019, 10), (2023, 9)) in jobs) is at_edge and dates((2015, 5), (2019, 6)) in jobs
