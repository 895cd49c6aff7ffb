"""Headings that no list knows, above jobs: found by the posts and the times below them."""

from __future__ import annotations

import pytest
from pages import typed
from sections_read import Understand, dates, entries

from gapcheck.resume import month_number
from gapcheck.resume.headings import Heading
from gapcheck.resume.model import KnownBy
from gapcheck.resume.reader import lines_to_read
from gapcheck.resume.unheaded_jobs import with_work_of_years
from gapcheck.taxonomy import SectionKind, Taxonomy

FRAME = """Mira Sandoval
# How I go about it
I open the mill before the town wakes, and the dough rests for a night.
# {heading}
{lines}
# {other}
{below}
# Education
BSc Biology, Delft University | 2009 - 2012
"""
PROSE = (
    "Baker, Kestrel Foods, Delft (Jan 2020 - Present). Rye bread for the town and for the ferry of the fjord.\n"
    "Cook, Halm Ltd, Ostby (Mar 2016 - Dec 2019). Took over the cold kitchen and wrote the menus of two summers."
)
TEACHING = ("Teaching", "Lecturer in Bread, Delft College, Aug 2014 - Feb 2016\n- Two groups a term")
INTERESTS = ("Interests", "Sailing")


@pytest.mark.parametrize("other", [INTERESTS, TEACHING], ids=["no other job", "beside another job"])
def test_lines_that_open_with_a_post_and_its_time_are_jobs(other: tuple[str, str], understand: Understand) -> None:
    heading, below = other
    text = FRAME.format(heading="So far, so good", lines=PROSE, other=heading, below=below)
    found = [job.dates for job in entries(understand(text), "experience")]
    assert found[:2] == [dates((2020, 1), (2026, 11)), dates((2016, 3), (2019, 12))]
    assert len(found) == (3 if other is TEACHING else 2)


@pytest.mark.parametrize(
    "lines",
    [
        "Treasurer, Fjord Choir Club, Jan 2020 - Present\nSecretary, Rowing Club, Mar 2016 - Dec 2019",
        "Baker, Kestrel Foods, 2020 - Present\nCook, Halm Ltd, 2016 - 2019",
        "Fjord walks, Jan 2020 - Present\nThe lakes by boat, Mar 2016 - Dec 2019",
    ],
    ids=["clubs", "years", "no post"],
)
def test_beside_jobs_an_unknown_heading_needs_posts_by_months(lines: str, understand: Understand) -> None:
    heading, below = TEACHING
    text = FRAME.format(heading="So far, so good", lines=lines, other=heading, below=below)
    assert len(entries(understand(text), "experience")) == 1


@pytest.mark.parametrize(("third", "count"), [("Jan 2014 - Feb 2016", 4), ("2014 - 2016", 4)])
def test_beside_jobs_most_posts_below_an_unknown_heading_are_told_by_months(
    third: str, count: int, understand: Understand
) -> None:
    lines = (
        "Baker, Kestrel Foods, Jan 2020 - Present\n- Rye bread for the town\nCook, Halm Ltd, Mar 2016 - Dec 2019\n"
        f"- Cold kitchen\nPorter, Quay Ltd, {third}\n- Crates of the ferry"
    )
    text = FRAME.format(heading="So far, so good", lines=lines, other=TEACHING[0], below=TEACHING[1])
    assert len(entries(understand(text), "experience")) == count


@pytest.mark.parametrize(
    ("heading", "second", "count"),
    [
        ("Stage Work", "Cook, Halm Ltd", 3),
        ("Staff Positions", "Cook, Halm Ltd", 3),
        ("Stage Nights", "Cook, Halm Ltd", 1),
        ("Stage Work", "Fjord by boat", 1),
    ],
)
def test_jobs_of_years_stand_below_a_heading_that_ends_with_work(
    heading: str, second: str, count: int, understand: Understand
) -> None:
    lines = f"Baker, Kestrel Foods, 2020 - Present\n- Rye bread for the town\n{second}, 2016 - 2019\n- Cold kitchen"
    text = FRAME.format(heading=heading, lines=lines, other=TEACHING[0], below=TEACHING[1])
    assert len(entries(understand(text), "experience")) == count


@pytest.mark.parametrize(("other", "count"), [("Fjord Employment Notes", 4), ("Work Experience", 2)])
def test_jobs_below_staff_positions_stand_beside_what_is_but_guessed(
    other: str, count: int, understand: Understand
) -> None:
    lines = (
        "Baker, Kestrel Foods, 2020 - Present\n- Rye bread for the town\nCook, Halm Ltd, 2016 - 2019\n- Cold kitchen"
    )
    below = "Ostby Inn, bread for weddings, 2021 - 2023\nHalm Hall, cakes, 2018 - 2020"
    text = FRAME.format(heading="Staff Positions", lines=lines, other=other, below=below)
    assert len(entries(understand(text), "experience")) == count


@pytest.mark.parametrize(("end", "kind"), [("", "project"), (" with the Lecturer of Bread", "job")])
def test_post_in_a_further_sentence_makes_no_job_of_what_is_taught(end: str, kind: str, understand: Understand) -> None:
    lines = f"Physics of Bread II (lectures, 2020 to 2023){end}. Main supervisor of nine theses."
    text = FRAME.format(heading="Experience", lines="## Baker, Halm | 2014 - Present", other="Teaching", below=lines)
    assert entries(understand(text), "experience")[-1].kind.value == kind


@pytest.mark.parametrize(("when", "count"), [("Jan 2020 - Present", 2), ("2020 - Present", 1)])
def test_beside_a_heading_of_jobs_an_unknown_one_has_those_by_months(
    when: str, count: int, understand: Understand
) -> None:
    lines = f"Baker, Kestrel Foods, Delft, {when}\n- Rye bread for the town"
    text = FRAME.format(heading="So far, so good", lines=lines, other="Work Experience", below=TEACHING[1])
    assert len(entries(understand(text), "experience")) == count


@pytest.mark.parametrize(("told", "kind"), [("Full-time carer", "leave"), ("HR Generalist", "job")])
def test_leave_that_a_job_is_about_is_none(told: str, kind: str, understand: Understand) -> None:
    job = f"{told}, Delft\nHome Street 4 | Jan 2020 - Dec 2021\nRolled out rules of work\nSick leave halved"
    text = f"Mira Sandoval\n# Experience\n{job}\n# Education\nBSc Biology, Delft University | 2009 - 2012"
    (entry,) = entries(understand(text), "experience")
    assert entry.kind.value == kind


@pytest.mark.parametrize(
    "heading", ["Projects and Work Experience", "Work Experience & Projects", "Research & Internships"]
)
def test_heading_of_projects_and_work_holds_both(heading: str, understand: Understand) -> None:
    lines = (
        "Baker, Kestrel Foods, Jan 2020 - Present\n- Rye bread\nTide tables of the fjord, Mar 2018 - May 2018\n- Sums"
    )
    text = FRAME.format(heading=heading, lines=lines, other="Interests", below="Sailing")
    assert [entry.kind.value for entry in entries(understand(text), "experience")] == ["job", "project"]


NO_HEADING = """Mira Sandoval
mira@example.org
{jobs}
# Education
BSc Biology, Delft University | 2009 - 2012
"""


@pytest.mark.parametrize(
    ("jobs", "count"),
    [
        ("Ward Planner, Elm Infirmary, Mar 2019 - Feb 2021\n- Plans of the wards", 1),
        ("Elm Infirmary Guide, Mar 2019 - Feb 2021\n- Plans of the wards", 0),
        ("Stowage, Alder Line, 07/2020 - 06/2023\n- Lists\nNight Auditor, Fen Inn, 01/2018 - 12/2019\n- Rooms", 2),
    ],
)
def test_jobs_before_any_heading_are_told_by_a_post_or_by_one_alike(
    jobs: str, count: int, understand: Understand
) -> None:
    assert len(entries(understand(NO_HEADING.format(jobs=jobs)), "experience")) == count


@pytest.mark.parametrize(("above", "count"), [("Game Baker\nHiisi Bread Oy", 3), ("Hiisi Bread Oy\nOstby", 1)])
def test_post_stands_two_lines_above_a_time_of_its_own(above: str, count: int, understand: Understand) -> None:
    lines = "\n".join(f"{above}\nMay {year} - Apr {year + 1}\nBread for a ferry {year}." for year in (2018, 2016))
    text = FRAME.format(heading="Levels completed", lines=lines, other=TEACHING[0], below=TEACHING[1])
    assert len(entries(understand(text), "experience")) == count


def test_military_service_is_not_all_the_work_there_is(understand: Understand) -> None:
    service = ("Military Service", "Signal conscript, Jan 2014 - Dec 2014")
    text = FRAME.format(heading="So far, so good", lines=PROSE, other=service[0], below=service[1])
    assert [job.dates for job in entries(understand(text), "experience") if job.kind.is_work][:2] == [
        dates((2020, 1), (2026, 11)),
        dates((2016, 3), (2019, 12)),
    ]


@pytest.mark.parametrize("heading", ["Present Position", "Former Posts", "Current Employment"])
def test_post_now_or_before_is_a_job(heading: str, understand: Understand) -> None:
    held = "Associate Professor of Bread, Halm University, Jan 2020 - Present"
    text = f"Mira Sandoval\n# {heading}\n{held}\n# Degrees\nPhD Bread, Halm University, 2015"
    assert [job.kind.value for job in entries(understand(text), "experience")] == ["job"]


@pytest.mark.parametrize(
    ("lines", "is_work"),
    [
        ("Fjord Ferry, Halm (Mar 2016 - Present)\nI moor the boat and count the crates.", True),
        (
            "Fjord Ferry, Halm (May 2012 - Jun 2014)\nI moored the boat.\nQuay Ltd (May 2019)\nCrates of one summer.",
            True,
        ),
        ("Fjord Ferry, Halm (May 2012 - Jun 2014)\nI moored the boat.\nQuay Ltd (2014 - 2015)\nCrates.", True),
        ("Ferry of balsa wood (Mar 2025 - Jul 2025)\nA model with a sail that turns by itself.", False),
        ("Fjord Choir Club, Halm (Mar 2016 - Present)\nTenor, and the tea after it.", False),
        ("Fjord Ferry, Halm (2016 - 2019)\nI moor the boat and count the crates.", False),
        ("BSc Boats, Halm (Mar 2010 - May 2014)\nKeels and sails.", False),
        ("I moor the boat, count the crates\nand mend the nets, all in Halm.\nBoats (Mar 2016 - Present)", False),
    ],
    ids=[
        "to the present",
        "one of two for years",
        "one of two in months",
        "months",
        "club",
        "years alone",
        "degree",
        "below a text",
    ],
)
def test_what_lasted_for_years_below_an_unknown_heading_is_work(lines: str, is_work: bool, taxonomy: Taxonomy) -> None:
    places = lines_to_read(typed(f"What I do\n{lines}"))
    unknown = Heading(0, (SectionKind.other,), "What I do", known_by=KnownBy.guessed)
    found = with_work_of_years([unknown], places, taxonomy.entry_words, month_number(2026, 11))
    assert [heading.kind for heading in found] == [SectionKind.experience if is_work else SectionKind.other]


@pytest.mark.parametrize("known_by", [KnownBy.listed, KnownBy.guessed])
def test_what_lasts_for_years_is_work_only_where_nobody_knows_the_heading(
    known_by: KnownBy, taxonomy: Taxonomy
) -> None:
    kind = SectionKind.other if known_by is KnownBy.listed else SectionKind.interests
    places = lines_to_read(typed("Boats\nFjord Ferry, Halm (Mar 2016 - Present)\nI moor the boat."))
    found = with_work_of_years(
        [Heading(0, (kind,), "Boats", known_by=known_by)], places, taxonomy.entry_words, month_number(2026, 11)
    )
    assert [heading.kind for heading in found] == [kind]


def test_what_lasts_for_years_below_an_unknown_heading_is_read_as_a_job(understand: Understand) -> None:
    lines = "Fjord Ferry, Halm (Mar 2016 - Present)\nI moor the boat and count the crates."
    text = FRAME.format(heading="So far, so good", lines=lines, other="Interests", below="Sailing")
    assert [job.dates for job in entries(understand(text), "experience")] == [dates((2016, 3), (2026, 11))]


def test_beside_known_jobs_what_lasted_for_years_need_not_be_work(understand: Understand) -> None:
    lines = "Fjord Ferry, Halm (Mar 2016 - Present)\nI moor the boat and count the crates."
    known = "Baker, Kestrel Foods, Jan 2020 - Present\n- Rye bread"
    text = FRAME.format(heading="So far, so good", lines=lines, other="Experience", below=known)
    assert len(entries(understand(text), "experience")) == 1


def test_remark_in_brackets_with_the_only_time_of_a_job_is_its_time(understand: Understand) -> None:
    lines = "Baker, Kestrel Foods (night shift, summer 2014)\n- Rye\nCook, Halm Ltd (day shift, May 2013)\n- Soup"
    text = FRAME.format(heading="Work", lines=lines, other="Interests", below="Sailing")
    assert [job.dates for job in entries(understand(text), "experience")] == [
        dates((2014, 6), (2014, 8)),
        dates((2013, 5), (2013, 5)),
    ]


def test_remark_in_brackets_above_another_job_is_the_time_of_its_own(understand: Understand) -> None:
    lines = "Baker, Kestrel Foods (night shift, summer 2014)\nCook, Halm Ltd, Mar 2012 - Dec 2013\n- Soup"
    text = FRAME.format(heading="Work", lines=lines, other="Interests", below="Sailing")
    assert [job.dates for job in entries(understand(text), "experience")] == [
        dates((2014, 6), (2014, 8)),
        dates((2012, 3), (2013, 12)),
    ]
