"""What in a reading does not fit together is found: titles, dates, headings and sums that contradict each other."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from pages import AS_OF, typed

from gapcheck.resume import Resume
from gapcheck.resume.consistency import contradictions
from gapcheck.resume.model import Entry, KnownBy
from gapcheck.resume.reader import read_resume
from gapcheck.taxonomy import Taxonomy

PLAIN = """Mira Sandoval
# Experience
## Data analyst, Kestrel Foods | Jan 2020 - Mar 2022
- Built reports in Python and SQL for the buyers
- Trained a model that forecasts demand
- Wrote the guide for new buyers
## Junior analyst, Tallow Freight | Feb 2018 - Dec 2019
- Kept the tables of the depots in Excel
- Counted lorries at the depot
- Drew the plan of the yard
# Education
## BSc Statistics, Delft University | 2014 - 2018
# Skills
Python, SQL, Excel
"""
CHAIR = "Chair of the chess club"
SECOND = "Junior analyst, Tallow Freight"

Codes = Callable[[str], list[str]]


def found(resume: Resume, taxonomy: Taxonomy) -> list[str]:
    years = taxonomy.languages["en"].dates.units["year"]
    return [one.code for one in contradictions(resume, taxonomy.entry_words, years, {"experience"})]


@pytest.fixture
def codes(taxonomy: Taxonomy) -> Codes:
    """A text → what in its reading does not fit together."""
    return lambda text: found(read_resume(typed(text), taxonomy, AS_OF), taxonomy)


def with_second_job(resume: Resume, change: Callable[[Entry], Entry]) -> Resume:
    return replace(
        resume,
        sections=tuple(
            replace(one, entries=tuple(change(entry) if entry.title == SECOND else entry for entry in one.entries))
            for one in resume.sections
        ),
    )


def test_plain_resume_fits_together(codes: Codes) -> None:
    assert codes(PLAIN) == []


TITLES = [
    ("Clerk, Halm Ltd (part of", "title-cut"),
    ("Clerk, Halm Ltd November", "title-cut"),
    ("kept the tables of Halm", "title-in-text"),
    ("Kept all the tables for", "title-in-text"),
    ("Halm Ltd,", "title-in-text"),
    ("Clerk, Halm Ltd,", ""),
    ("night clerk at", ""),
    ("Clerk, Halm Ltd. . Kept the tables for", "title-in-text"),
    ("31/12", "title-wordless"),
    ("August 2015", "title-wordless"),
    ("Master of Science", "job-of-degree"),
    ("Practice, Ostby High School", ""),
    ("Higher Secondary", "job-of-degree"),
    ("iOS clerk (Halm Ltd)", ""),
    ("Master baker", ""),
    ("Postdoctoral PhD researcher", ""),
    ("PhD, robotics of the sea", ""),
]


@pytest.mark.parametrize(("title", "code"), TITLES)
def test_title_that_can_be_none_is_found(title: str, code: str, taxonomy: Taxonomy) -> None:
    resume = read_resume(typed(PLAIN), taxonomy, AS_OF)
    assert found(with_second_job(resume, lambda job: replace(job, title=title)), taxonomy) == [code][: bool(code)]


@pytest.mark.parametrize("bold", [True, False])
def test_title_set_apart_may_go_on_in_the_next_line(bold: bool, taxonomy: Taxonomy) -> None:
    def retitled(job: Entry) -> Entry:
        line = job.place.line
        words = tuple(word._replace(bold=bold) for word in line.words)
        first = replace(job.items[0], places=(replace(job.place, line=replace(line, words=words)),))
        return replace(job, title="Kept all the tables for", items=(first, *job.items[1:]))

    resume = with_second_job(read_resume(typed(PLAIN), taxonomy, AS_OF), retitled)
    assert found(resume, taxonomy) == ["title-in-text"][: not bold]


DATES = [
    (["Jan 2020 - Mar 2022", "Feb 2018 - Dec 2019", "2016 - 2017"], ["job-dated-otherwise"]),
    (["01/2020 - 03/2022", "02/2018 - 12/2019", "Jan 2016 - Dec 2017"], ["job-dated-otherwise"]),
    (["2020 - 2022", "2018 - 2019", "2016 - 2017"], []),
    (["Jan 2020 - Mar 2022", "2018 - 2019"], []),
    (["Jan 2020 - Mar 2022", "Feb 2018 - Dec 2019", "Mar 2017"], ["job-of-a-month"]),
    (["Jan 2020 - Mar 2022", "Feb 2018 - Dec 2019", "Mar 2017, Jun 2017"], []),
    (["Jan 2020 - Mar 2022", "Feb 2019"], []),
    (["Apr 2022", "Jan 2020 - Mar 2022", "Feb 2018 - Dec 2019"], ["newest-of-a-date"]),
    (["2020", "2018 - 2019", "2016 - 2017"], ["newest-of-a-date"]),
    (["Mar 2020"], []),
    (["2020 / 03"], []),
    (["2020"], ["job-of-a-year"]),
    (["2020 - 2022", "2018 - 2020", "2017"], ["job-of-a-year"]),
    (["Jan 2020 - Mar 2022", "Feb 2016 - Dec 2017"], ["jobs-gap"]),
    (["Jan 2020 - Mar 2022", "Feb 2016 - Jan 2018"], []),
    (["Jan 2019 - Mar 2022", "Feb 2010 - Dec 2013"], []),  # the degree lies between them
]


@pytest.mark.parametrize(("dates", "wanted"), DATES)
def test_job_dated_unlike_the_others_is_found(dates: list[str], wanted: list[str], codes: Codes) -> None:
    jobs = "".join(f"## Analyst, Kestrel Foods | {when}\n- Sang\n- Rowed\n- Filed\n" for when in dates)
    text = f"Mira Sandoval\n# Experience\n{jobs}# Education\n## BSc Statistics, Delft University | 2014 - 2018\n"
    assert codes(text) == wanted


@pytest.mark.parametrize(("post", "odd"), [("Internship", False), ("Clerk", True)])
def test_internship_may_say_its_only_month(post: str, odd: bool, codes: Codes) -> None:
    assert (
        "job-of-a-month" in codes(PLAIN.replace("# Education", f"## {post}, Halm | Mar 2017\n- Sang\n# Education"))
    ) is odd


HEADINGS = [
    (PLAIN.replace("# Education", "# Projects\n# Education"), ["section-empty"]),
    (PLAIN.replace("## BSc Statistics, Delft University | 2014 - 2018", "The sea by night"), ["education-empty"]),
    (PLAIN.replace("# Education", "# Courses").replace("BSc Statistics, Delft University", "The sea by night"), []),
    (PLAIN.replace("BSc Statistics, Delft University", "M.B.A."), []),
    (PLAIN.replace("BSc Statistics, Delft University", "M.Q.Q."), ["title-wordless"]),
    (PLAIN.replace("# Education", "# Education 2014"), ["heading-dated"]),
    (PLAIN.replace("# Skills", "Mar 2019 - Dec 2019 and the sea by night\n# Skills"), ["dates-elsewhere"]),
    (PLAIN.replace("Python, SQL, Excel", "Excel | Mar 2016 | Dec 2019"), ["dates-elsewhere"]),
    (PLAIN.replace("# Education", f"## {CHAIR} | Jan 2017\n- Sang\n- Rowed\n- Filed\n# Education"), ["club-in-work"]),
]


@pytest.mark.parametrize(("text", "wanted"), HEADINGS)
def test_heading_or_line_that_fits_nothing_is_found(text: str, wanted: list[str], codes: Codes) -> None:
    assert codes(text) == wanted


YEARS = [
    ("Analyst with 12+ years of experience", True),
    ("Analyst with 7 years of experience", False),
    ("Analyst in a mill of 120 years", False),
    ("Analyst of 94 years of weather", False),
]


@pytest.mark.parametrize(("said", "more"), YEARS)
def test_years_that_the_jobs_do_not_have_are_found(said: str, more: bool, codes: Codes) -> None:
    assert codes(PLAIN.replace("Mira Sandoval", f"Mira Sandoval\n# Summary\n{said}")) == ["years-said"][:more]


@pytest.mark.parametrize(("said", "more"), [("Analyst with 12 years of experience", True), ("Single, 38 years", False)])
def test_years_in_the_letterhead_are_an_age_unless_said_to_be_of_work(said: str, more: bool, codes: Codes) -> None:
    assert codes(PLAIN.replace("Mira Sandoval", f"Mira Sandoval\n{said}")) == ["years-said"][:more]


def test_years_that_a_section_without_any_time_tells_are_found(codes: Codes) -> None:
    undated = PLAIN.replace(" | Jan 2020 - Mar 2022", "").replace(" | Feb 2018 - Dec 2019", "")
    told = undated.replace("# Experience", "# Experience\nMore than 3 years of mills")
    assert ("years-said" in codes(told), "years-said" in codes(undated)) == (True, False)


@pytest.mark.parametrize(("guesses", "said"), [(0, 0), (1, 1), (2, 0)])
def test_guessed_work_is_odd_beside_a_heading_of_work_that_is_known(
    guesses: int, said: int, taxonomy: Taxonomy
) -> None:
    resume = read_resume(typed(PLAIN.replace("## Junior", "# Employment\n## Junior")), taxonomy, AS_OF)
    work = [section for section in resume.sections if section.kind == "experience"]
    assert len(work) == 2
    unsure = tuple(replace(one, known_by=KnownBy.guessed) if one in work[:guesses] else one for one in resume.sections)
    assert found(replace(resume, sections=unsure), taxonomy).count("work-twice") == said
