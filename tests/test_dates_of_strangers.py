"""Times and posts as people of other countries and trades write them."""

from __future__ import annotations

import pytest
from pages import AS_OF, Text, document_of, pdf_of, typed

from gapcheck.resume.dates import completes, date_spans, dates_of, states_length, without_dates
from gapcheck.resume.model import EntryKind
from gapcheck.resume.reader import read_resume
from gapcheck.taxonomy import Taxonomy

TODAY = 2026 * 12 + 10

SPANS = [
    ("’13–’16 Baker", ("2013-01", "2015-12")),
    ("'15 - now Baker", ("2015-01", "present")),
    ("Start: September 2021 End: October 2024", ("2021-09", "2024-10")),
    ("Started: May 2019; Ended: June 2020", ("2019-05", "2020-06")),
    ("Start: December 2024 End: current", ("2024-12", "present")),
    ("Hired 02/2014, left 08/2018", ("2014-02", "2018-08")),
    ("Hired 10/2019. Still here.", ("2019-10", "present")),
    ("Joined May 2015; left June 2017", ("2015-05", "2017-06")),
    ("Joined May 2015 and left June 2017", ("2015-05", "2017-06")),
    ("2022-10/..\tRill Energy", ("2022-10", "present")),
    ("VII–IX.2013\tHalm Dairy", ("2013-07", "2013-09")),
    ("3/2021 : Present", ("2021-03", "present")),
    ("From 8/2018 : 2/2021", ("2018-08", "2021-02")),
    ("Feb 2022 -> Sept 2022", ("2022-02", "2022-09")),
    ("2019 => now", ("2019-01", "present")),
    ("2020: Clerk, Halm", ("2020-01", "2020-12")),
    ("2015 : Clerk, Halm", ("2015-01", "2015-12")),
    ("w.e.f. 01.05.2017 till date", ("2017-05", "present")),
    ("Clerk, Halm (current job)\nFebruary 2023", ("2023-02", "present")),
    ("Clerk, Halm\nFebruary 2023 (permanent, current)", ("2023-02", "present")),
    ("Clerk, Halm (now Rill)\nMay 2009", ("2009-05", "2009-05")),
    ("1 year 4 months, until June 2022", ("2021-03", "2022-06")),
    ("Lake University........2010 – 2014", ("2010-01", "2013-12")),
    ("Lake University....Mar 2010", ("2010-03", "2010-03")),
    ("Baker\tearly 2019 - mid-2021", ("2019-01", "2020-12")),
    ("Baker, since late March 2020", ("2020-03", "present")),
    ("Baker. From May 2014 until the end of August 2016 I baked", ("2014-05", "2016-08")),
    ("From the first of June 2021 until the present day I bake", ("2021-06", "present")),
    ("Baker\t02.2018 > 08.2022", ("2018-02", "2022-08")),
    ("Baker\t09.2022 >", ("2022-09", "present")),
    ("Early risers 2012 - 2014", ("2012-01", "2013-12")),
    ("Baker, Halm\nMay 2023, ongoing", ("2023-05", "present")),
    ("Baker, Halm\nMay 2023, present student", ("2023-05", "2023-05")),
]


@pytest.mark.parametrize(("text", "when"), SPANS)
def test_short_years_and_labelled_ends_are_ranges(text: str, when: tuple[str, str]) -> None:
    dates = dates_of([text], TODAY)
    assert dates is not None and dates.as_months(TODAY) == when


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("6 months in 2018", 6),
        ("six weeks in summer", 1),
        ("12 weeks in June 2016", 3),
        ("six weeks in summer break", 1),
        ("9 months in the year 2014", 9),
        ("Clerk, Halm Ltd – 6 months. Files and forms", 6),
    ],
)
def test_length_says_in_which_time_it_was(text: str, months: int) -> None:
    dates = dates_of([text], TODAY)
    assert dates is not None and dates.months == months


@pytest.mark.parametrize(
    ("text", "found"),
    [("6 months in 2018", 1), ("Trainee - Halm Inn - 6 months in 2018", 1), ("Baked 6 months in 2018", 0)],
)
def test_year_of_a_length_stands_by_itself(text: str, found: int) -> None:
    assert len(date_spans(text)) == found


def test_list_of_summers_goes_on_in_the_next_line() -> None:
    dates = dates_of(["Waiter, Rye Inn, summers 2010 &", "2011. Carried plates"], TODAY)
    assert dates is not None and dates.months == 6
    assert completes("Waiter, Rye Inn, summers 2010 &", "2011. Carried plates")


def test_months_of_one_year_are_roman_only_where_a_cell_begins() -> None:
    dates = dates_of(["Part I-II.2013"], TODAY)
    assert dates is not None and dates.months == 1


@pytest.mark.parametrize(("text", "states"), [("6 months in 2018", True), ("6 months in Halm", False)])
def test_length_of_a_stay_may_name_its_year(text: str, states: bool) -> None:
    assert states_length(text) is states


def test_dots_that_lead_to_a_date_are_no_part_of_a_title() -> None:
    assert without_dates("Lake University.........2010 – 2014") == "Lake University"


SHIPS = [
    ("Vessel", "Rank", "Sign on", "Sign off", "Engine"),
    ("MT Golden Rill", "Third engineer", "04 Feb 2022", "28 Aug 2022", "K 650"),
    ("MV Heron of Halm", "Fourth engineer", "11 Mar 2021", "19 Oct 2021", "K 650"),
    ("MV Star", "Cadet", "06 Jul 2020", "20 Nov 2020", "D 6"),
]


def test_columns_of_begin_and_end_may_stand_inside_of_a_table(taxonomy: Taxonomy) -> None:
    marks = [
        Text(x, 130 + 16 * at, cell, bold=not at)
        for at, row in enumerate(SHIPS)
        for x, cell in zip((60, 190, 300, 380, 460), row, strict=True)
    ]
    assert [months for _, months in jobs(marks, taxonomy)] == [7, 8, 5]


def test_word_for_about_when_may_end_the_line_above_its_date() -> None:
    dates = dates_of(["Baker, Halm. From June 2017 to the end of", "March 2021 I baked"], TODAY)
    assert dates is not None and dates.as_months(TODAY) == ("2017-06", "2021-03")


@pytest.mark.parametrize("text", ["in late March 2021 the oven broke", "Baker <02.2018>"])
def test_words_and_marks_around_a_date_make_no_range(text: str) -> None:
    assert not any(is_range for *_, is_range in date_spans(text))


@pytest.mark.parametrize("text", ["Class of ’18", "the ’90s - ’00s", "Team ’23", "the crew, ’23 at sea"])
def test_short_year_alone_is_no_date(text: str) -> None:
    assert date_spans(text) == []


def jobs(marks: list[Text], taxonomy: Taxonomy) -> list[tuple[str, int]]:
    head = [Text(60, 60, "Mira Sandoval", size=16), Text(60, 100, "Experience", size=14, bold=True)]
    resume = read_resume(document_of(pdf_of([*head, *marks])), taxonomy, AS_OF)
    return [(job.printed, job.dates.months) for _, job in resume.entries() if job.kind.is_work and job.dates]


@pytest.mark.parametrize(("end", "printed"), [("Present", "Apr 2024 – Present"), ("Mar 2025", "Apr 2024 – Mar 2025")])
def test_dash_on_a_line_of_its_own_joins_a_date_and_the_present(end: str, printed: str, taxonomy: Taxonomy) -> None:
    marks: list[Text] = []
    for at, (title, begin, until) in enumerate([("Baker", "Apr 2024", end), ("Miller", "Jun 2022", "Mar 2024")]):
        top = 125 + 60 * at
        marks += [
            Text(60, top, title, bold=True),
            Text(60, top + 12, "Rye Works"),
            Text(75, top + 24, "• Baked rye bread for the shops of the county"),
        ]
        marks += [Text(480, top, begin), Text(510, top + 12, "–"), Text(480, top + 24, until)]
    assert jobs(marks, taxonomy)[0][0] == printed


def test_row_of_a_table_whose_first_cells_wrap_keeps_each_cell_whole(taxonomy: Taxonomy) -> None:
    marks: list[Text] = []
    rows = [
        ("11/2020 –", "10/2022", "Harborline Bank,", "Clerk"),
        ("03/2017 –", "09/2020", "Larvo Council,", "Driver"),
        ("02/2014 –", "01/2017", "Kestrel Foods,", "Baker"),
    ]
    for at, (begin, end, firm, post) in enumerate(rows):
        top = 125 + 50 * at
        marks += [Text(60, top, begin), Text(60, top + 12, end), Text(130, top, firm), Text(130, top + 12, post)]
        marks += [
            Text(240, top + 12 * line, "Kept the daily register of deliveries and of returns to the")
            for line in range(3)
        ]
    assert jobs(marks, taxonomy) == [("11/2020 – 10/2022", 24), ("03/2017 – 09/2020", 43), ("02/2014 – 01/2017", 36)]


@pytest.mark.parametrize(
    ("title", "kind"), [("HR Generalist", "job"), ("HR Business Partner", "job"), ("Night bus map", "project")]
)
def test_post_of_staff_under_work_and_projects_is_a_job(title: str, kind: str, taxonomy: Taxonomy) -> None:
    text = f"Mira Sandoval\n# Work & Projects\n## {title}, Halm | Jan 2020 - Mar 2022\n- Ran the leave of all\n- Sang\n"
    kinds = {entry.kind for _, entry in read_resume(typed(text), taxonomy, AS_OF).entries()}
    assert EntryKind(kind) in kinds


@pytest.mark.parametrize("heading", ["Labour activity", "Places of work"])
def test_years_of_firms_below_a_heading_of_work_are_jobs(heading: str, taxonomy: Taxonomy) -> None:
    text = f"Mira Sandoval\n# {heading}\n## Oyelade Holdings, Lagos (2019 – 2021)\n- Sang\n- Rowed\n# Skills\nExcel\n"
    assert read_resume(typed(text), taxonomy, AS_OF).work_months == 24


def test_posts_behind_semicolons_are_jobs_of_their_own(taxonomy: Taxonomy) -> None:
    lines = "Manager; Halm; 07/2023–11/2025\n\nOfficer; Patel; 12/2021–04/2023\n\nClerk; Tuan; 01/2019–10/2021\n"
    read = read_resume(typed(f"Mira Sandoval\n# Employment history\n{lines}"), taxonomy, AS_OF)
    assert [job.dates.months for _, job in read.entries() if job.dates] == [29, 17, 34]


def test_jobs_may_end_with_their_time_and_place(taxonomy: Taxonomy) -> None:
    told = [
        ("Baker, Rye Works", "November 2021 to the present day, Halm"),
        ("Clerk, Larvo Inn", "June 2018 to September 2021, Halm"),
        ("Guide, Rill Tours", "January 2016 to December 2018, Ostby"),
    ]
    marks = [Text(60, 60, "Mira Sandoval", size=16), Text(60, 100, "Experience", size=14, bold=True)]
    for at, (title, end) in enumerate(told):
        top = 125 + 60 * at
        marks += [
            Text(60, top, title, bold=True),
            Text(60, top + 12, "Sells rooms to agents of two countries, and wins more guests by itself each year than"),
            Text(60, top + 24, "ten to twenty of a hundred with a small, honest letter."),
            Text(60, top + 36, end),
        ]
    read = read_resume(document_of(pdf_of(marks)), taxonomy, AS_OF)
    found = [entry for _, entry in read.entries() if entry.kind.is_work]
    assert [(job.title, job.dates and job.dates.months) for job in found] == [
        ("Baker, Rye Works", 61),
        ("Clerk, Larvo Inn", 40),
        ("Guide, Rill Tours", 36),
    ]
