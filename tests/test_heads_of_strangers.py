"""Headings, heads of entries and times in texts, set in ways that few use."""

from __future__ import annotations

import pytest
from pages import AS_OF, Mark, Text, pdf_of, typed
from sections_read import Understand, dates, entries, kinds

from gapcheck.resume.health import health_of
from gapcheck.resume.model import Resume
from gapcheck.resume.reader import read_resume
from gapcheck.taxonomy import Taxonomy

EDUCATION = "# Education\nBSc Biology, Delft University | 2009 - 2012\n"
Line = tuple[str, bool, float]  # what it says, whether it is bold, and the white space above it


def page(*lines: Line, set_in: float = 0.0) -> bytes:
    """Lines below a name; those that begin with `>` are set in, bullets further; `# ` are larger."""
    marks: list[Mark] = [Text(60, 50, "Mira Sandoval", size=20), Text(60, 78, "Delft, by the fjord", size=11)]
    top = 78.0
    for text, bold, space in lines:
        top += 12 + space
        x = 90 if text.startswith("•") else 60 + set_in * text.startswith(">")
        size = 14 if text.startswith("# ") else 11
        marks.append(Text(x, top, text.lstrip(">").removeprefix("# "), bold=bold, size=size))
    return pdf_of(marks)


def headings(resume: Resume) -> list[str]:
    return [section.heading for section in resume.sections if section.heading]


# ------------------------------------------------------------------------------------------------------------ headings

SEASONS = [
    ("Where I come from", True, 14),
    ("I bake in the winter and sail in the summer, and in between I paint.", False, 4),
    ("Seasons so far", True, 12),
    ("May 2022 - Sep 2023: Baker, Kestrel Foods. Rye bread for the town.", False, 4),
    ("Jan 2020 - Apr 2022: Cook, Halm Ltd. The cold kitchen of an inn.", False, 4),
    ("Education", True, 12),
    ("BSc Biology, Delft University, 2016 - 2019", False, 4),
    ("Talk to me in", True, 12),
    ("Danish, Dutch, English, some Frisian", False, 4),
]


def test_bold_lines_that_only_part_texts_are_headings(understand: Understand) -> None:
    resume = understand(page(*SEASONS))
    assert headings(resume) == [text for text, bold, _ in SEASONS if bold]
    assert [one.dates for one in entries(resume, "experience")] == [
        dates((2022, 5), (2023, 9)),
        dates((2020, 1), (2022, 4)),
    ]


@pytest.mark.parametrize(
    "lines",
    [
        [("Seasons so far", True, 20), ("Rye bread by night", True, 12)],  # a title below its heading
        [("Seasons so far", True, 2)],  # no nearer to what stands below it
    ],
)
def test_bold_lines_are_titles_where_one_does_not_part_texts(lines: list[Line], understand: Understand) -> None:
    resume = understand(page(*SEASONS[:2], *lines, *SEASONS[3:]))
    assert headings(resume) == ["Education"]


@pytest.mark.parametrize(("mark", "heading"), [("▌", True), ("", False)])
def test_mark_that_headings_share_makes_none_a_bullet(mark: str, heading: bool, taxonomy: Taxonomy) -> None:
    text = (
        f"Mira Sandoval\n# {mark}Experience\nBaker, Kestrel Foods | Jan 2020 - Mar 2022\n"
        f"# ▌Loaves I am proud of\nA dark rye with honey\n{EDUCATION.replace('# ', f'# {mark}')}"
        "# Skills\nExcel\n# Languages\nDanish\n"
    )
    assert ("Loaves I am proud of" in headings(read_resume(typed(text), taxonomy, AS_OF))) is heading


@pytest.mark.parametrize("heading", ["Courses and diplomas", "Courses and examinations"])
def test_courses_and_what_they_end_with_are_certificates(heading: str, understand: Understand) -> None:
    text = f"Mira Sandoval\n{EDUCATION}# {heading}\nNatural dyes, Halm House, 2019\nThe cold kitchen, Fjord House, 2021"
    assert kinds(understand(text))[-1] == "certifications"


TWO_HEADINGS = """Mira Sandoval
Delft, by the fjord
# {first}
{lines}
# Previous Posts
Cook, Halm Ltd | Mar 2016 - Dec 2019
- The cold kitchen of an inn
# Education
BSc Biology, Delft University | 2009 - 2012
"""


@pytest.mark.parametrize(
    ("heading", "when", "count"),
    [
        ("Fjord Post", "Jan 2020 - Present", 2),
        ("Fjord Post", "2020 - Present", 1),
        ("Fjord Nights", "Jan 2020 - Present", 1),
    ],
)
def test_heading_that_ends_with_a_post_opens_jobs_by_months_beside_others(
    heading: str, when: str, count: int, understand: Understand
) -> None:
    lines = f"Rye and Barley, Kestrel House\n{when}\n- Bread for the town"
    assert len(entries(understand(TWO_HEADINGS.format(first=heading, lines=lines)), "experience")) == count


def test_time_inside_of_a_sentence_opens_no_job_below_a_post(understand: Understand) -> None:
    lines = "Rye and barley of the house since May 2020, and honey."
    assert len(entries(understand(TWO_HEADINGS.format(first="Fjord Post", lines=lines)), "experience")) == 1


@pytest.mark.parametrize(
    ("last", "kind"), [("Baker @ Fjord Inn", "experience"), ("Tide tables of the fjord", "projects")]
)
def test_guessed_projects_of_posts_are_jobs_where_no_others_are(last: str, kind: str, understand: Understand) -> None:
    spells = [
        ("Mar 2022 - now", "Baker @ Kestrel"),
        ("Jan 2020 - Feb 2022", last),
        ("Mar 2019 - Nov 2019", "By bicycle"),
    ]
    lines: list[Line] = [("# My story so far", True, 12)]
    for when, title in spells:
        lines += [(when, False, 8), (title, True, 2), ("7,400 km of notes and findings, designs of sites", False, 2)]
    lines += [("# Education", True, 12), ("BSc Biology, Delft University, 2009 - 2012", False, 4)]
    assert kinds(understand(page(*lines)))[1] == kind


# --------------------------------------------------------------------------------------------------------------- heads


@pytest.mark.parametrize(
    ("above", "head", "count"),
    [
        ("keep the peace.", "Baker, Harbour Bread Company. From October 2015 to June", 2),
        ("keep the peace with", "Baker, Harbour Bread Company. From October 2015 to June", 1),
        ("keep the peace.", "Baked for the board again. From September 2014 to March", 1),
    ],
)
def test_paragraph_whose_time_ends_on_its_second_line_is_a_job(
    above: str, head: str, count: int, understand: Understand
) -> None:
    lines: list[Line] = [
        ("Experience", True, 12),
        ("Head Baker, Mill Lane House. From May 2019 to the present I", False, 4),
        (f"bake for the town, plan the ovens of the house, and {above}", False, 4),
        (head, False, 8),
        ("2020 I baked rye bread, led four people and mapped the ovens.", False, 4),
        ("Education", True, 12),
        ("BSc Biology, Delft University, 2009 - 2012", False, 4),
    ]
    found = [one.dates for one in entries(understand(page(*lines)), "experience")]
    assert len(found) == count
    assert (dates((2015, 10), (2020, 6)) in found) is (count > 1)


@pytest.mark.parametrize(
    ("title", "set_in", "count"),
    [
        ("Mission for a mill: the ovens", 14, 2),
        ("Mission for a mill: the ovens", 0, 3),
        ("Head baker of the mill", 14, 3),
    ],
)
def test_titles_that_are_set_in_and_have_no_time_are_parts_of_a_job(
    title: str, set_in: float, count: int, understand: Understand
) -> None:
    lines: list[Line] = [
        ("# Experience", True, 12),
        ("Baker, Kestrel Foods, Delft, Jan 2020 - Present", True, 4),
        ("• Rye bread for the town", False, 4),
        (f">{title}", True, 8),
        ("• Four ovens", False, 4),
        ("Cook, Halm Ltd, Mar 2016 - Dec 2019", True, 8),
        ("• The cold kitchen", False, 4),
        ("# Education", True, 12),
        ("BSc Biology, Delft University, 2009 - 2012", False, 4),
    ]
    assert len(entries(understand(page(*lines, set_in=set_in)), "experience")) == count


def test_sentence_of_a_profile_with_a_time_inside_opens_no_job(understand: Understand) -> None:
    profile = "Baker working by the day since 2016, most of it for one inn. Good at\nrye bread and at ovens."
    text = (
        f"Mira Sandoval\n# Profile\n{profile}\n# Experience\n## Cook, Halm | Mar 2016 - Dec 2019\n- Fish\n{EDUCATION}"
    )
    assert kinds(understand(text)) == ["header", "summary", "experience", "education"]


@pytest.mark.parametrize(
    ("title", "kind"), [("Travelled through Asia by bicycle", "leave"), ("Mapped roads of Asia by bicycle", "job")]
)
def test_travels_among_jobs_are_a_leave(title: str, kind: str, understand: Understand) -> None:
    text = f"Mira Sandoval\n# Experience\n## {title} | Mar 2019 - Nov 2019\n- Notes\n{EDUCATION}"
    assert [one.kind.value for one in entries(understand(text), "experience")] == [kind]


def test_bulleted_jobs_may_say_their_length_and_since_when(understand: Understand) -> None:
    lines = (
        "- Site Supervisor (trainee), Rill Works, Delft – 6 months. Checks of bars\n"
        "- Now at the drawing board of Halm Works, Ostby, as a planner since January 2026.\n"
    )
    found = entries(understand(f"Mira Sandoval\n# Experience\n{lines}{EDUCATION}"), "experience")
    assert [one.dates.months if one.dates else 0 for one in found] == [6, 11]


# --------------------------------------------------------------------------------------------------------------- forms


@pytest.mark.parametrize(("said", "months"), [("to the present day", 50), ("present day", 50), ("as before", 1)])
def test_form_of_events_may_set_its_names_apart_and_say_that_work_goes_on(
    said: str, months: int, understand: Understand
) -> None:
    rows = [
        ("Year", "Month", "Work", "History"),
        ("2018", "4", "Joined Kestrel Tools (engineer)"),
        ("2022", "9", "Left Kestrel Tools for personal reasons"),
        ("2022", "10", "Joined Halm Robotics (engineer)"),
        ("", "", f"Employed there {said}"),
        ("Year", "Month", "Licences", "and", "Qualifications"),
        ("2011", "8", "Driving licence"),
    ]
    marks: list[Mark] = [Text(60, 50, "Mira Sandoval", size=20)]
    for at, cells in enumerate(rows):
        columns = (60, 110, 160, 220, 280) if cells[0] != "Year" else (200, 250, 300, 350, 390)
        marks += [Text(x, 100 + 20 * at, cell) for x, cell in zip(columns, cells, strict=False) if cell]
    resume = understand(pdf_of(marks))
    found = entries(resume, "experience")
    assert [one.dates.months if one.dates else 0 for one in found] == [54, months]
    assert "certifications" in kinds(resume)


# --------------------------------------------------------------------------------------------------------- what is told


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("- The mill was old. From May 2010 to June 2014 I ran its depot for rye.", "time-in-text"),
        ("## Miller, Elm Mills. From the first of March two thousand and eight on\n- Rye", "job-unread"),
        ("## Miller, Elm Mills | Feb 2008 - Dec 2091\n- Rye", "dates-unread"),
        ("- The mill was old. For four years I ran its depot for rye.", None),
    ],
)
def test_time_that_no_job_has_is_told_by_itself(
    line: str, code: str | None, understand: Understand, taxonomy: Taxonomy
) -> None:
    jobs = "## Baker, Kestrel Foods | Jan 2020 - Mar 2022\n- Bread\n## Cook, Halm | Feb 2018 - Dec 2019\n- Fish\n"
    resume = understand(
        f"Mira Sandoval\n# Experience\n{jobs}{line}\n# Education\nBSc Biology, Delft University | 2014 - 2017"
    )
    told = {one.code for one in health_of(resume, taxonomy).findings}
    assert (code in told) if code else not told


def test_month_that_opens_the_title_of_an_undated_job_may_be_a_name(understand: Understand, taxonomy: Taxonomy) -> None:
    jobs = "## Baker, Kestrel Foods | Jan 2020 - Mar 2022\n- Bread\n## May Ostby & Sons, bakery\n- Fish\n"
    resume = understand(f"Mira Sandoval\n# Experience\n{jobs}{EDUCATION.replace('2009 - 2012', '2014 - 2017')}")
    assert "job-unread" not in {one.code for one in health_of(resume, taxonomy).findings}
