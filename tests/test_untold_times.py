"""Where the times of a resume do not add up: found by a second count, and by the years of which it tells nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from pages import typed

from gapcheck.resume.model import HealthFinding, KnownBy
from gapcheck.resume.reader import read_resume
from gapcheck.resume.untold_times import untold_times
from gapcheck.taxonomy import Taxonomy

AS_OF = date(2026, 11, 1)
DEGREE = "## BSc Statistics, Delft University | 2014 - 2018\n"
PLAIN = f"""Mira Sandoval
# Experience
## Data analyst, Kestrel Foods | Jan 2020 - Mar 2022
- Built reports in Python and SQL for the buyers
- Trained a model that forecasts demand
## Junior analyst, Tallow Freight | Feb 2018 - Dec 2019
- Kept the tables of the depots in Excel
# Education
{DEGREE}# Skills
Python, SQL, Excel
"""
COURSE = "# Certificates\nExcel, Delft Academy, Apr 2026\n"
WORK = PLAIN[PLAIN.index("# Experience") : PLAIN.index("# Education")]


def found(text: str, taxonomy: Taxonomy) -> list[HealthFinding]:
    return list(untold_times(read_resume(typed(text), taxonomy, AS_OF), taxonomy.entry_words))


def codes(text: str, taxonomy: Taxonomy) -> set[str]:
    return {one.code for one in found(text, taxonomy)}


def test_resume_whose_times_add_up_is_not_odd(taxonomy: Taxonomy) -> None:
    assert not found(PLAIN, taxonomy)


@pytest.mark.parametrize(
    ("line", "odd"),
    [
        ("Rye Works | Jan 2016 - Dec 2017", True),
        ("Rye Works | Jan 2021 - Dec 2021", False),  # a job has these months
        ("Rye Works | Dec 2017 - Mar 2018", False),  # and most of these: two more are few
        ("Rye Works | Nov 2017 - Mar 2018", True),
        ("Rye Works | since Jan 2016", False),  # as a licence is
        ("Rye Works (BSc) | Jan 2012 - Dec 2014", False),
        ("Rye Works | Jan 2028 - Dec 2028", False),
        ("Sang Jan 2016 - Dec 2017 in the choir", False),
        ("Sang in the choir of the mill, in that of the house, and at harbours | Jan 2016 - Dec 2017", False),
    ],
)
def test_time_that_no_job_has_is_found(line: str, odd: bool, taxonomy: Taxonomy) -> None:
    told = [one.quote for one in found(f"{PLAIN}# Hobbies\n{line}\n", taxonomy) if one.code == "time-uncounted"]
    assert told == ([line] if odd else [])


@pytest.mark.parametrize(("line", "odd"), [("BSc Statistics", False), ("Rye Works", True)])
def test_time_near_a_degree_is_that_of_a_degree(line: str, odd: bool, taxonomy: Taxonomy) -> None:
    assert ("time-uncounted" in codes(f"{PLAIN}{line}\nJan 2010 - Dec 2012\n", taxonomy)) is odd


def test_two_lines_of_one_time_are_found_once(taxonomy: Taxonomy) -> None:
    text = f"{PLAIN}# Hobbies\nRye Works | Jan 2016 - Dec 2017\nOat Works | Mar 2016 - Nov 2017\n"
    assert [one.code for one in found(text, taxonomy)] == ["time-uncounted"]


@pytest.mark.parametrize(("heading", "odd"), [("Activities", False), ("Projects", False), ("Hobbies", True)])
def test_entries_of_their_own_have_a_time_of_their_own(heading: str, odd: bool, taxonomy: Taxonomy) -> None:
    text = f"{PLAIN}# {heading}\n## House of Rye | Jan 2010 - Dec 2012\n- Sang\n"
    assert ("time-uncounted" in codes(text, taxonomy)) is odd


def test_volunteer_among_jobs_is_counted_nowhere_and_is_not_odd(taxonomy: Taxonomy) -> None:
    text = PLAIN.replace("# Education", "## Volunteer reader, Delft Library | Jan 2016 - Nov 2017\n- Read\n# Education")
    assert "time-uncounted" not in codes(text, taxonomy)


@pytest.mark.parametrize(("printed", "odd"), [("2020 - 2022", False), ("Jan 2020 - Mar 2022", True)])
def test_years_alone_may_be_off_by_months(printed: str, odd: bool, taxonomy: Taxonomy) -> None:
    text = PLAIN.replace("Jan 2020 - Mar 2022", printed).replace("a model that forecasts demand", "a model")
    text = text.replace("- Trained a model\n", "- Trained a model\n- Project: depots (Jan 2020 - Nov 2022)\n")
    assert ("time-uncounted" in codes(text, taxonomy)) is odd


@pytest.mark.parametrize(
    ("studied", "worked", "odd"),
    [
        ("2010 - 2014", "Feb 2018 - Dec 2019", True),
        ("2010 - 2014", "Dec 2017 - Dec 2019", False),  # 35 months after the end of 2014
        ("Sep 2010 - Dec 2014", "Jan 2018 - Dec 2019", True),
        ("Sep 2010 - Jan 2015", "Jan 2018 - Dec 2019", False),
    ],
)
def test_years_before_the_first_job_of_which_nothing_is_told_are_odd(
    studied: str, worked: str, odd: bool, taxonomy: Taxonomy
) -> None:
    text = PLAIN.replace("2014 - 2018", studied).replace("Feb 2018 - Dec 2019", worked)
    assert ("time-untold" in codes(text, taxonomy)) is odd


@pytest.mark.parametrize(
    ("further", "odd"),
    [
        ("", False),  # the resume may be of 2022
        (COURSE, True),
        (
            "# Certificates\nExcel, Delft Academy, Apr 2026\n# Activities\n## Trainer, House of Rye | May 2022 - now\n",
            False,
        ),
    ],
)
def test_years_behind_the_last_job_are_odd_where_the_resume_is_newer(
    further: str, odd: bool, taxonomy: Taxonomy
) -> None:
    assert ("time-untold" in codes(PLAIN + further, taxonomy)) is odd


@pytest.mark.parametrize(
    ("studied", "further", "odd"),
    [
        ("2014 - 2018", "", False),
        ("2014 - 2018", COURSE, True),
        ("Sep 2020 - Mar 2024", COURSE, True),
        ("Sep 2020 - Apr 2024", COURSE, False),  # 23 months
        ("2014 - present", COURSE, False),
    ],
)
def test_degree_of_long_ago_without_a_job_is_odd(studied: str, further: str, odd: bool, taxonomy: Taxonomy) -> None:
    text = PLAIN.replace(WORK, "").replace("2014 - 2018", studied) + further
    assert "work-none" in codes(text, taxonomy)
    assert ("work-untold" in codes(text, taxonomy)) is odd


def test_jobs_that_say_only_how_long_they_took_are_work(taxonomy: Taxonomy) -> None:
    text = PLAIN.replace(" | Jan 2020 - Mar 2022", " (2 years)").replace(" | Feb 2018 - Dec 2019", " (20 months)")
    text = text.replace("2014 - 2018", "2004 - 2008") + COURSE
    assert not codes(text, taxonomy) & {"work-none", "work-untold", "time-untold"}


@pytest.mark.parametrize(("heading", "odd"), [("Experience", False), ("Stations of mine", True)])
def test_jobs_below_a_heading_that_nobody_knows_are_a_guess(heading: str, odd: bool, taxonomy: Taxonomy) -> None:
    assert ("work-guessed" in codes(PLAIN.replace("# Experience", f"# {heading}"), taxonomy)) is odd


@pytest.mark.parametrize(("known_by", "odd"), [(KnownBy.listed, False), (KnownBy.guessed, True)])
def test_heading_of_jobs_that_is_guessed_is_a_guess(known_by: KnownBy, odd: bool, taxonomy: Taxonomy) -> None:
    resume = read_resume(typed(PLAIN), taxonomy, AS_OF)
    sections = tuple(replace(one, known_by=known_by) for one in resume.sections)
    told = [one.quote for one in untold_times(replace(resume, sections=sections), taxonomy.entry_words)]
    assert told == (["Experience"] if odd else [])


@pytest.mark.parametrize(
    ("told", "odd"),
    [
        ("From May 2014 to June 2016 I ran a depot of", True),
        ("From March 2018 to June 2019 I ran a depot of", False),  # a job has these months
        ("From 2014 to 2016 there was a depot of", False),  # as of a product: years alone
        ("Tables of SQL 2008-2012 for a depot of", False),
        ("I have run, since May 2023, a depot of", True),
        ("I have run, since 2023, a depot of", False),
    ],
)
def test_months_in_the_whole_text_of_a_job_that_no_job_has_are_odd(told: str, odd: bool, taxonomy: Taxonomy) -> None:
    *words, last = told.split()
    text = PLAIN.replace("# Education", f"- The mill was old. {' '.join(words)}\n{last} rye.\n# Education")
    quoted = [one.quote for one in found(text, taxonomy) if one.code == "time-in-text"]
    assert [told in quote for quote in quoted] == ([True] if odd else [])


def test_months_told_twice_in_texts_are_odd_once(taxonomy: Taxonomy) -> None:
    line = "- The mill was old. From May 2014 to June 2016 I ran a depot of rye there.\n"
    assert [
        one.code
        for one in found(PLAIN.replace("# Education", f"{line}{line}# Education"), taxonomy)
        if one.code == "time-in-text"
    ] == ["time-in-text"]


def test_months_in_the_text_of_a_volunteer_are_not_odd(taxonomy: Taxonomy) -> None:
    text = "## Volunteer reader, Delft Library | Jan 2012 - Nov 2012\n- Old. From May 2014 to June 2016 I read there.\n"
    assert "time-in-text" not in codes(PLAIN.replace("# Education", f"{text}# Education"), taxonomy)


@pytest.mark.parametrize(
    ("rows", "odd"),
    [
        ("Rill\t04 Feb 2014\t28 Aug 2014\nHeron\t11 Mar 2015\t19 Oct 2015\n", True),
        ("Rill\t04 Feb 2014\t28 Aug 2014\n", False),  # one row may be a passport
        ("Rill\t04 Feb 2019\t28 Aug 2019\nHeron\t11 Mar 2020\t19 Oct 2020\n", False),  # in jobs
        ("Rill\t2014\t2015\nHeron\t2015\t2016\n", False),
        ("Rill\t04 Feb 2014 Delft 28 Aug 2014\nHeron\t11 Mar 2015 Delft 19 Oct 2015\n", False),
    ],
)
def test_two_days_in_cells_of_several_rows_without_an_entry_are_odd(rows: str, odd: bool, taxonomy: Taxonomy) -> None:
    resume = read_resume(typed(f"{PLAIN}# Hobbies\n{rows}"), taxonomy, AS_OF)
    *others, hobbies = resume.sections
    lines = rows.strip().splitlines()
    items = tuple(
        replace(one, places=(replace(one.places[0], line=replace(one.places[0].line, text=line)),))
        for one, line in zip((hobbies.entries[0].items * 2), lines, strict=False)
    )
    tabled = replace(hobbies, entries=(replace(hobbies.entries[0], items=items),))
    resume = replace(resume, sections=(*others, tabled))
    assert ("time-in-cells" in {one.code for one in untold_times(resume, taxonomy.entry_words)}) is odd
