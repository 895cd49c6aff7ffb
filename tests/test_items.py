"""Items below an entry, and the months of work."""

from __future__ import annotations

import pytest
from pages import typed
from sections_read import FRAME, Understand, dates, entries, texts

from gapcheck.documents import Line, Word
from gapcheck.resume import Place
from gapcheck.resume.items import items_of
from gapcheck.taxonomy import Taxonomy

# -------------------------------------------------------------------------------------------------------------- items

HYPHENS = [
    ("Improved the fore-", "cast of bread", "Improved the forecast of bread"),
    ("Worked in a cross-", "functional team", "Worked in a cross-functional team"),
    ("Wrote in plain-", "language sheets", "Wrote in plain-language sheets"),
    ("Compared by t-", "tests", "Compared by t-tests"),
    ("Read real-", "time data", "Read real-time data"),
    ("Wrote end-to-", "end tests", "Wrote end-to-end tests"),
    ("Studied state-of-the-", "art ovens", "Studied state-of-the-art ovens"),
    ("Worked for Heron-", "Optics", "Worked for Heron-Optics"),
    ("Read books -", "and sorted them", "Read books - and sorted them"),
]


@pytest.mark.parametrize(("first", "second", "joined"), HYPHENS, ids=[joined for *_, joined in HYPHENS])
def test_line_broken_at_a_hyphen_is_joined(first: str, second: str, joined: str, understand: Understand) -> None:
    resume = understand(FRAME.format(f"# Experience\n## Clerk | Jan 2020 - Mar 2020\n- {first}\n{second}"))
    assert texts(entries(resume, "experience")[0])[1] == f"• {joined}"


def test_name_with_a_hyphen_keeps_it_at_the_end_of_a_line(understand: Understand) -> None:
    resume = understand(FRAME.format("# Experience\n## Clerk | Jan 2020 - Mar 2020\n- Trained with scikit-\nlearn"))
    assert texts(entries(resume, "experience")[0])[1] == "• Trained with scikit-learn"


def test_bullet_over_two_lines_is_one_item(understand: Understand) -> None:
    resume = understand(
        FRAME.format("# Experience\n## Clerk | Jan 2020 - Mar 2020\n- Sorted the returned\nbooks of the town\n- Read")
    )
    assert texts(entries(resume, "experience")[0])[1:] == ["• Sorted the returned books of the town", "• Read"]


def below(text: str, *, x: float = 60.0, bold: bool = False, mark: bool = False) -> Place:
    """A line at `x`, behind a mark in the margin if there is one."""
    words = [Word("•", 50.0, 0.0, 53.0, 10.0, 10.0)] if mark else []
    for part in text.split():
        words.append(Word(part, x, 0.0, x + 5.0 * len(part), 10.0, 10.0, bold))
        x += 5.0 * len(part) + 3.0
    return Place(1, Line(tuple(words), f"•\t{text}" if mark else text, margin=int(mark)))


FULL = "Kept the water of nine villages clean with pumps and with"
HANGING = {
    "below the text": (FULL, below("Nora Halm and her two dogs"), True),
    "below a short line": ("Kept the water clean", below("Nora Halm and her two dogs"), False),
    "bold": (FULL, below("Nora Halm", bold=True), False),
    "left of the text": (FULL, below("Nora Halm and her two dogs", x=50.0), False),
}


@pytest.mark.parametrize(("first", "second", "joined"), HANGING.values(), ids=HANGING.keys())
def test_line_right_below_the_text_of_a_mark_in_the_margin_goes_on_a_full_line(
    first: str, second: Place, joined: bool
) -> None:
    items = items_of([below(first, mark=True), second], frozenset())
    assert (len(items) == 1) is joined


def test_lines_of_a_list_stay_apart(understand: Understand) -> None:
    lines = ["Languages: Python, SQL", "Tools: Docker, Git", "Methods: regression"]
    resume = understand(FRAME.format("\n".join(["# Skills", *lines])))
    assert texts(entries(resume, "skills")[0]) == lines


@pytest.mark.parametrize(
    ("second", "joined"),
    [("Not yet, but the ticket is paid: Kafka", False), ("Power BI, boats and Azure: all of these, Excel", True)],
)
def test_row_that_a_remark_labels_does_not_go_on_the_list_above(
    second: str, joined: bool, understand: Understand
) -> None:
    lines = ["Git, Docker, Airflow, Linux, MySQL, PostgreSQL, Kubernetes, Terraform", second]
    resume = understand(FRAME.format("\n".join(["# Skills", *lines])))
    assert texts(entries(resume, "skills")[0]) == ([" ".join(lines)] if joined else lines)


@pytest.mark.parametrize(("label", "joined"), [("Not yet done here :", True), ("What I have not yet done :", False)])
def test_colon_that_stands_apart_is_no_word_of_its_label(label: str, joined: bool, understand: Understand) -> None:
    lines = [label, "Docker and sailing"]
    resume = understand(FRAME.format("\n".join(["# Skills", *lines])))
    assert texts(entries(resume, "skills")[0]) == ([" ".join(lines)] if joined else lines)


def test_list_goes_on_behind_the_label_at_its_end(understand: Understand) -> None:
    lines = ["Python · SQL · Git · Scala:", "next spring, not before"]
    resume = understand(FRAME.format("\n".join(["# Skills", *lines])))
    assert texts(entries(resume, "skills")[0]) == [" ".join(lines)]


@pytest.mark.parametrize(("opens", "closes"), [("(", ")"), ("[", "]")])
def test_list_goes_on_in_the_line_that_closes_its_bracket(opens: str, closes: str, understand: Understand) -> None:
    lines = [f"Databases; dashboards {opens}Tableau / Power", f"BI{closes}; reports"]
    resume = understand(FRAME.format("\n".join(["# Skills", *lines])))
    assert texts(entries(resume, "skills")[0]) == [" ".join(lines)]


def test_bracket_that_nothing_closes_keeps_no_lines_together(understand: Understand) -> None:
    lines = ["Dashboards (Tableau, Power", "Databases (two)"]
    resume = understand(FRAME.format("\n".join(["# Skills", *lines])))
    assert texts(entries(resume, "skills")[0]) == lines


def test_item_knows_the_line_of_each_of_its_words(understand: Understand) -> None:
    resume = understand(
        FRAME.format("# Experience\n## Clerk | Jan 2020 - Mar 2020\n- Sorted the returned\nbooks of the town\n- Read")
    )
    item = entries(resume, "experience")[0].items[1]
    assert item.place_at(item.text.index("returned")).line.text == "• Sorted the returned"
    assert item.place_at(item.text.index("town")).line.text == "books of the town"


@pytest.mark.parametrize("contact", ["mira@example.org", "https://example.org/mira", "+31 555 0142 778"])
def test_contact_line_is_no_text_of_the_resume(contact: str, understand: Understand) -> None:
    resume = understand(FRAME.format(contact))
    assert contact not in texts(resume.sections[0].entries[0])


@pytest.mark.parametrize(
    "numbers", ["01/2024 - 12/2024", "(01/2024 - 12/2024)", "2024 - 2025", "2024-01-01 - 2024-12-31"]
)
def test_line_of_numeric_dates_is_the_date_of_its_entry(numbers: str, understand: Understand) -> None:
    [job] = entries(
        understand(FRAME.format(f"# Experience\n    Analyst, Kestrel Foods\n    {numbers}\n    * Counted pots")),
        "experience",
    )
    assert job.dates == dates((2024, 1), (2024, 12))


def test_document_without_text_in_it_is_a_resume_without_sections(understand: Understand) -> None:
    assert understand(typed("mira@example.org")).sections == ()


WRAPPED = "Halm N. (2024). Wells at scale. Tides in Water 8. The chart that names the wells was"


@pytest.mark.parametrize(
    ("first", "second", "papers"),
    [
        (WRAPPED, "drawn by T. Vale on the boat.", 2),
        (WRAPPED, "Drawn by T. Vale on the boat (2023).", 3),
        (f"{WRAPPED}.", "drawn by T. Vale on the boat (2023).", 3),
        ("Halm N. (2024). Wells", "drawn by T. Vale on the boat (2023).", 3),
    ],
)
def test_sentence_that_the_margin_breaks_goes_on_in_a_list_of_papers(
    first: str, second: str, papers: int, understand: Understand
) -> None:
    others = "Halm N. (2022). Springs of the north and of the south. Tides in Water 6, Orrin."
    resume = understand(FRAME.format(f"# Publications\n{others}\n{first}\n{second}"))
    assert len(entries(resume, "publications")) == papers


@pytest.mark.parametrize(
    ("lines", "kind"),
    [
        ("## Tide clock | 2024\n- Drew the dial in Python", "project"),
        ("## Tide clock | 2024\nDrew the dial in Python", "text"),
        ("- Tide clock, 2024\n- Drew the dial in Python", "text"),
        ("Tide clock\n- Drew the dial in Python", "text"),
    ],
)
def test_pastime_with_a_time_and_a_list_of_what_was_done_is_a_project(
    lines: str, kind: str, understand: Understand
) -> None:
    resume = understand(FRAME.replace("Sailing, rye bread", lines).format(""))
    assert [entry.kind.value for entry in entries(resume, "interests")] == [kind]


# -------------------------------------------------------------------------------------------------------- work months

JOBS = {
    "one job": ("## Clerk | Jan 2020 - Mar 2020", 3),
    "two jobs in a row": ("## Clerk | Jan 2020 - Mar 2020\n- Sorted\n## Cook | Apr 2020 - Jun 2020", 6),
    "two jobs with a gap": ("## Clerk | Jan 2020 - Mar 2020\n- Sorted\n## Cook | Jan 2021 - Jun 2021", 9),
    "overlapping jobs": ("## Clerk | Jan 2020 - Jun 2020\n- Sorted\n## Cook | Apr 2020 - Sep 2020", 9),
    "a job inside another": ("## Clerk | Jan 2020 - Dec 2020\n- Sorted\n## Cook | Apr 2020 - Jun 2020", 12),
    "a job without dates": ("## Clerk | Jan 2020 - Mar 2020\n- Sorted\n## Cook, Finch Bakery", 3),
    "a job that goes on": ("## Clerk | Jun 2024 - Present", 30),
    "a job by years": ("## Clerk | 2019 - 2021", 24),
    "a stated length": ("## Temp, Finch Bakery (6 months)", 6),
    "an internship": ("## Data Intern | Jun 2020 - Aug 2020", 3),
    "a volunteer": ("## Volunteer, Lark Library | Jan 2020 - Mar 2020", 0),
    "an open-source role": ("## Open Source Contributor | 2019 - 2021", 0),
}


@pytest.mark.parametrize(("jobs", "months"), JOBS.values(), ids=JOBS.keys())
def test_work_months_are_those_of_dated_jobs(jobs: str, months: int, understand: Understand) -> None:
    assert understand(FRAME.format(f"# Experience\n{jobs}\n- Worked well")).work_months == months


def test_months_of_study_and_projects_are_no_work(understand: Understand) -> None:
    resume = understand(FRAME.format("# Projects\n## Bread Forecast | Jan 2020 - Dec 2021\n- Forecast sales"))
    assert resume.work_months == 0


def test_years_named_in_the_text_of_a_job_are_not_its_length(understand: Understand) -> None:
    resume = understand(FRAME.format("# Experience\n## Analyst, Kestrel Foods\nMaintained 10 years of weather records"))
    assert resume.work_months == 0


def test_words_of_a_resume_are_added_without_making_anew_what_is_computed_of_all(taxonomy: Taxonomy) -> None:
    first, second = (taxonomy.entry_words.with_prefixes(frozenset({word})) for word in ("rye", "oat"))
    assert "rye" in first.prefixes and "oat" not in first.prefixes and "oat" in second.prefixes
    assert first._patterns is second._patterns
