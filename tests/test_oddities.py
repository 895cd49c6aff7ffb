"""Jobs that are unlike each other, and what stands near them that no rule took, are found."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from pages import AS_OF, typed

from gapcheck.resume import Resume
from gapcheck.resume.model import DateRange, EntryKind, KnownBy
from gapcheck.resume.oddities import oddities
from gapcheck.resume.reader import read_resume
from gapcheck.taxonomy import SectionKind, Taxonomy

END = "# Education\n## BSc Statistics, Delft University | 2009 - 2012\n"
TEXT = "- Sang\n- Rowed\n- Filed\n"
ORDERLY = ["Jan 2020 - Mar 2022", "Feb 2018 - Dec 2019", "Mar 2016 - Jan 2018", "May 2014 - Jan 2016"]

Codes = Callable[[str], list[str]]


def found(resume: Resume, taxonomy: Taxonomy) -> list[str]:
    return [one.code for one in oddities(resume, taxonomy.entry_words, ["years", "year", "months"])]


@pytest.fixture
def codes(taxonomy: Taxonomy) -> Codes:
    """A text → what is odd in its reading."""
    return lambda text: found(read_resume(typed(text), taxonomy, AS_OF), taxonomy)


def with_jobs(dates: list[str], title: str = "Analyst, Kestrel Foods", text: str = TEXT) -> str:
    jobs = "".join(f"## {title} | {when}\n{text}" for when in dates)
    return f"Mira Sandoval\n# Experience\n{jobs}{END}"


def test_plain_resume_is_not_odd(codes: Codes) -> None:
    assert codes(with_jobs(ORDERLY)) == codes(with_jobs(ORDERLY[::-1])) == []


DATES = [
    ([ORDERLY[0], ORDERLY[2], ORDERLY[1], ORDERLY[3]], ["job-out-of-order"]),
    ([ORDERLY[1], ORDERLY[3], ORDERLY[0]], ["jobs-in-no-order"]),
    ([ORDERLY[1], ORDERLY[0]], []),
    ([ORDERLY[0], ORDERLY[0]], ["jobs-same-dates"]),
    (["Jan 2020 - present", "Feb 2018 - present"], ["jobs-going-on"]),
    (["Jan 2020 - present", "Feb 2018 - Dec 2019"], []),
    (["Jan 2020 - Mar 2022", "Feb 2019 - Dec 2021", "Mar 2018 - Jan 2021"], ["jobs-at-once"]),
    (["Jan 2020 - Mar 2022", "Feb 2019 - Mar 2020", "Mar 2018 - Mar 2020"], []),  # three months together
    (["Jan 2020, Mar 2022", ORDERLY[1]], ["dates-unjoined"]),
    (["Jan 2020 - today (contract ends May 2027)", ORDERLY[1]], []),
    (["Jan 2020 - today (raised May 2022)", ORDERLY[1]], ["dates-unjoined"]),
    (["Leden 2020 – Brezen 2022"], ["word-at-date"]),
    (["Leden 2020 – May 2022"], ["word-at-date"]),
    (["2020 – 2022"], []),
    (["May 2020 – jetztzeit"], ["end-unread"]),
]


@pytest.mark.parametrize(("dates", "wanted"), DATES)
def test_times_that_do_not_fit_are_found(dates: list[str], wanted: list[str], codes: Codes) -> None:
    got = codes(with_jobs(dates))
    assert set(wanted) <= set(got) and (wanted or not got)


@pytest.mark.parametrize("name", ["Mills", "Clerk, Mills"])
def test_name_before_years_is_no_month(name: str, codes: Codes) -> None:
    assert "word-at-date" not in codes(with_jobs([]).replace(END, f"{name} 2015 – 2018\n{TEXT}{END}"))


LINES = [
    ("5 years as a clerk with Halm", "length-unread", True),
    ("Clerk for 5 years with Halm", "length-unread", False),
    ("Prize of the guild | 2004", "year-left", True),
    ("Prize of the guild | 2021", "year-left", False),
    ("Prize of the guild (June 2004)", "year-left", True),
    ("Prize of the guild, 2003 - 2004", "year-left", True),
    ("Moved the office in 2004 to Delft", "year-left", False),
    ("Taught Word 2004", "year-left", False),
]


@pytest.mark.parametrize(("line", "code", "odd"), LINES)
def test_time_in_the_text_of_a_job_is_found(line: str, code: str, odd: bool, codes: Codes) -> None:
    assert (code in codes(with_jobs(ORDERLY[:1], text=f"{TEXT}- {line}\n"))) is odd


@pytest.mark.parametrize(("title", "odd"), [("The sea by night", True), ("Clerk, Halm", False)])
def test_job_that_names_no_post_is_found(title: str, odd: bool, codes: Codes) -> None:
    assert ("job-unnamed" in codes(with_jobs(ORDERLY[:1], title))) is odd


ELSEWHERE = [
    ("# Projects\n## Engineer of a bus map | Jan 2020 - Jun 2020", True),
    ("# Projects\n## Engineer of a bus map | Jan 2020 - Feb 2020", False),
    ("# Projects\n## A bus map | Jan 2020 - Jun 2020", False),
    ("# Certificates\nForklift operator | Jan 2020 - Jun 2021", True),
    ("# Certificates\nForklift operator, certificate | Jan 2020 - Jun 2021", False),
]


@pytest.mark.parametrize(("part", "odd"), ELSEWHERE)
def test_project_or_certificate_called_like_a_post_for_months_is_found(part: str, odd: bool, codes: Codes) -> None:
    assert ("post-elsewhere" in codes(f"Mira Sandoval\n{part}\n{TEXT}{END}")) is odd


def test_many_more_posts_than_jobs_are_found(codes: Codes) -> None:
    posts = "".join(
        f"Clerk of ward {ward}\nKept the tables of the ward and of all depots in the north\n" for ward in "ABCD"
    )
    assert "posts-many" in codes(with_jobs(ORDERLY[:1], text=posts)) and "posts-many" not in codes(with_jobs(ORDERLY))


def changed(resume: Resume, **how: object) -> Resume:
    """The resume with its jobs, or their section, changed."""
    entry = {key: value for key, value in how.items() if key in ("kind_", "dates", "printed")}
    entry = {key.rstrip("_"): value for key, value in entry.items()}
    rest = {key: value for key, value in how.items() if key in ("kind", "known_by", "heading")}
    return replace(
        resume,
        sections=tuple(
            replace(one, entries=tuple(replace(job, **entry) for job in one.entries), **rest)  # type: ignore[arg-type]
            if one.kind is SectionKind.experience
            else one
            for one in resume.sections
        ),
    )


def test_degrees_among_the_jobs_are_found(taxonomy: Taxonomy) -> None:
    read = changed(read_resume(typed(with_jobs(ORDERLY[:1])), taxonomy, AS_OF), kind_=EntryKind.education)
    assert found(read, taxonomy) == ["degree-below-jobs"]


def test_posts_below_an_unknown_heading_and_of_a_resume_without_jobs_are_found(taxonomy: Taxonomy) -> None:
    job = f"Mira Sandoval\n# Experience\nClerk, Halm\nJan 2020 - Mar 2022\n{TEXT}{END}"
    plain = read_resume(typed(job), taxonomy, AS_OF)
    aside = {"kind": SectionKind.other, "known_by": KnownBy.guessed, "heading": "The sea"}
    texts = changed(plain, kind_=EntryKind.text, dates=None, printed="", **aside)
    assert found(texts, taxonomy) == ["posts-aside", "post-unplaced"]
    spoken = read_resume(typed(job.replace("Clerk, Halm", "spoke for every clerk")), taxonomy, AS_OF)
    assert "posts-aside" not in found(changed(spoken, kind_=EntryKind.text, **aside), taxonomy)
    clubs = changed(plain, kind_=EntryKind.activity, kind=SectionKind.activities, known_by=KnownBy.guessed)
    assert found(clubs, taxonomy) == ["time-unplaced"]
    assert found(changed(plain, kind_=EntryKind.activity, kind=SectionKind.activities), taxonomy) == []
    assert found(changed(plain, kind_=EntryKind.activity, kind=SectionKind.header, heading=""), taxonomy) != []
    short = changed(clubs, dates=DateRange(24240, 24240, 1))
    kept = replace(short, sections=tuple(one for one in clubs.sections if one.kind is not SectionKind.activities))
    assert found(kept, taxonomy) == []


def test_title_set_unlike_the_others_is_found(taxonomy: Taxonomy) -> None:
    resume = read_resume(typed(with_jobs(ORDERLY)), taxonomy, AS_OF)
    (section,) = (one for one in resume.sections if one.kind is SectionKind.experience)
    job = section.entries[1]
    place = job.place
    larger = tuple(word._replace(size=word.size + 3) for word in place.line.words)
    items = (replace(job.items[0], places=(replace(place, line=replace(place.line, words=larger)),)), *job.items[1:])
    entries = (section.entries[0], replace(job, items=items), *section.entries[2:])
    odd = replace(
        resume, sections=tuple(replace(one, entries=entries) if one is section else one for one in resume.sections)
    )
    assert found(odd, taxonomy) == ["job-look"]
