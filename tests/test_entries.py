"""What an entry is, when it was, and in which script."""

from __future__ import annotations

import pytest
from entries_read import EDUCATION, Read, jobs, months, resume_with
from pages import AS_OF, document_of, resume_pdf, typed

from gapcheck.documents import ReadOptions, read_content
from gapcheck.resume import read_resume
from gapcheck.resume.language import unread_language
from gapcheck.taxonomy import SectionKind, Taxonomy
from gapcheck.taxonomy.models.entry_rules import any_word


@pytest.fixture
def read(taxonomy: Taxonomy) -> Read:
    """A resume as plain text → what is understood of it."""
    return lambda text: read_resume(read_content(text.encode(), "typed.txt", ReadOptions()), taxonomy, AS_OF)


@pytest.fixture
def printed(taxonomy: Taxonomy) -> Read:
    """A resume in the notation of `resume_pdf` → what is understood of it."""
    return lambda text: read_resume(document_of(resume_pdf(text)), taxonomy, AS_OF)


# ----------------------------------------------------------------------------------------------------- what an entry is

KINDS = [
    ("Cook, Elm Rowing Club", None),
    ("Cook, Elm Rowing Club; its treasurer", None),
    ("Treasurer, Elm Rowing Club", "activity"),
    ("Membership Officer, Elm Rowing Club Ltd", None),
    ("Secretary, Elm Rowing Club (paid)", None),
    ("Manager, Elm Rowing Club (employed)", None),
    ("Coordinator, Student Mentorship Programme", "activity"),
    ("Contest Coordinator, Elm Fair", None),
    ("Competition Economist, Office for Open Markets", None),
    ("Hackathon Team Captain", "competition"),
    ("Contest Coordinator, Elm Olympiad Office", None),
    ("Events Manager, Elm Olympiad Foundation", None),
    ("Tutor, Elm Olympiad School", None),
    ("Full-time carer for a parent", "leave"),
    ("Elm Olympiad, Foundation course", "competition"),
    ("Olympiad finalist; coordinator of Elm Office", "competition"),
    ("Web Developer, Elm Building Society", None),
    ("Web Developer, Elm Film Society", "activity"),
    ("Receptions at the Elm Health Club", None),
    ("Competition Law Analyst, Elm Office", None),
    ("Team lead at the Elm Hackathon", "competition"),
    ("Hackathon Team Lead, Elm", "competition"),
    ("Capture-the-Flag evening, Elm", "competition"),
    ("Data Analytics Bootcamp, Elm Code School", "certificate"),
    ("Bootcamp instructor, Elm Code School", None),
    ("Elm Winter Challenge (bronze medal)", "competition"),
    ("Challenge Desk, Elm", None),
    ("Premier Elm League\nData Analyst", None),
    ("Ticket desk, Premier Elm League", None),
]


@pytest.mark.parametrize(("head", "kind"), KINDS, ids=[head for head, _ in KINDS])
def test_head_under_experience_says_whether_it_was_work(head: str, kind: str | None, taxonomy: Taxonomy) -> None:
    assert taxonomy.entry_words.kind_of(head, SectionKind.experience) == kind


def test_posts_in_bold_open_jobs_though_their_text_has_the_same_mark(printed: Read) -> None:
    text = (
        "Mira Solheim\n# Experience\n"
        "## • Analyst, Kestrel Foods | Jan 2020 - Dec 2020\n- Baked\n- Milled\n- Sold\n"
        "## • Clerk, Lark Books | Jan 2019 - Jun 2019\n- Counted\n- Sorted\n- Read\n"
        "# Education\n## BSc Biology, Halden University | 2006 - 2010\n"
    )
    assert months(printed(text)) == [12, 6]


def test_posts_with_times_open_jobs_among_marks_alike(read: Read) -> None:
    text = "Mira Solheim\n\nEXPERIENCE\n"
    for post in ("Analyst, Kestrel Foods, Jan 2020 - Dec 2020", "Clerk, Lark Books, Jan 2019 - Jun 2019"):
        text += f"- {post}\n- Baked\n- Milled (May 2020)\n- Sold\n"
    assert months(read(text + EDUCATION)) == [12, 6]


# ---------------------------------------------------------------------------------------------------------- when it was

HEADS = {
    "month at a line's end": ("Keeper of stores at Minster Milk, cold store and shops, May\n2019 to June 2020", [14]),
    "from at a line's end": ("Keeper of stores at Minster Milk, cold store, shop, from\nMay 2019 to\nJune 2020", [14]),
    "since at a line's end": ("Keeper of the stores at Minster Milk, cold store and shops, since\nMay 2026", [7]),
    "month below a short line": ("Keeper, Minster Milk, May\n2019 to June 2020", [14]),
    "to, and the end below": ("Keeper\t  May 2019 to\nMinster Milk, Delft\t  June 2020", [14]),
    "to, and the present below": ("Keeper\t  May 2026 to\nMinster Milk, Delft\t  present", [7]),
    "post and employer dated": ("Developer\t  May 2019 - Jun 2019\nMinster Milk\t  May 2020 - Jul 2020", [5]),
    "firm and post dated": ("Minster Milk\t  May 2019 - Jun 2019\nDeveloper, Halm\t  May 2020 - Jul 2020", [2, 3]),
    "rise within the time": ("Minster Milk, Jan 2019 - Dec 2020\nManager since Jan 2020", [24]),
    "post of another firm since": ("Minster Milk, Jan 2019 - Dec 2020\nManager, Halm, since Dec 2020", [24, 72]),
}  # fmt: skip


@pytest.mark.parametrize(("head", "lengths"), HEADS.values(), ids=HEADS)
def test_head_over_lines_has_the_time_that_it_says(head: str, lengths: list[int], read: Read) -> None:
    text = f"Mira Solheim\n\nEXPERIENCE\nBaker, Kestrel Foods, Jan 2012 - Dec 2012\n- Baked\n{head}\n- Counted\n"
    assert months(read(text + EDUCATION)) == [12, *lengths]


IN_TEXT = {
    "a year in front": ["2019: moved forty ovens to the yard", "2020 was the year of the new mill"],
    "a year at the end": ["Introduced the second weighing and a book for all the ovens (2019)."],
    "a range that wraps": [
        "Weighed rye for all the bakers of the town and sat in the court of bakers",
        "from 2017 to 2019.",
    ],
}


@pytest.mark.parametrize("lines", IN_TEXT.values(), ids=IN_TEXT)
def test_years_in_the_text_of_a_job_open_no_other(lines: list[str], read: Read) -> None:
    told = "\n".join(lines)
    text = f"Mira Solheim\n\nEXPERIENCE\nBaker, Kestrel Foods\tMar 2016 - Feb 2020\n{told}\n"
    assert months(read(f"{text}Clerk, Lark Books\tJan 2015 - Dec 2015\n- Read{EDUCATION}")) == [48, 12]


def test_teaching_counts_where_it_names_a_post_or_pay(read: Read) -> None:
    work = "APPOINTMENTS\nBaker, Kestrel Foods, Jan 2016 - Dec 2016\n- Rye\n\nTEACHING\n"
    lines = "Statistics for sailors (master level), 2014 - 2015\nAlgebra, Ostby School, 2012 - 2013\n"
    lines += "Private lessons (self-employed), 2010 - 2012"
    assert months(read(f"Mira Solheim\n\n{work}{lines}{EDUCATION}")) == [12, 12, 24]


def test_certificate_of_an_institute_among_degrees_is_one(read: Read) -> None:
    found = read(f"Mira Solheim{EDUCATION}Certificate in Rye, Ostby Institute, 2011\n")
    assert [entry.kind.value for _, entry in found.entries()][1:] == ["education", "certificate"]


def test_numbered_jobs_may_say_only_how_long_they_were(read: Read) -> None:
    jobs = (
        "1. Baker, Kestrel Foods (4 years)\n2. Clerk, Lark Books (2 years 6 months)\n3. Miller, Elm Mills (18 months)"
    )
    assert months(read(f"Mira Solheim\n\nEXPERIENCE\n{jobs}{EDUCATION}")) == [48, 30, 18]


def test_sentence_below_a_job_told_in_sentences_is_a_job(read: Read) -> None:
    text = (
        "Mira Solheim\n\nEXPERIENCE\nBaker at Kestrel Foods, Delft, May 2021 to Jun 2022. Worked at night.\n"
        "From May 2019 to Jun 2020 I worked as clerk at Lark Books.\n"
    )
    assert months(read(text + EDUCATION)) == [14, 14]


def test_year_of_a_certificate_on_the_next_line_is_no_other_one(printed: Read) -> None:
    text = resume_with(("Certificates", "Skills", "Education"))
    found = printed(
        text.replace(
            "Baker, Kestrel Foods | Jan 2018 - Dec 2019\n- Baked rye bread for the town",
            "Rye Exam (Feb\n2018)\nOat Exam (May\n2019)",
        )
    )
    assert sum(entry.kind.value == "certificate" for _, entry in found.entries()) == 2


TOLD = [
    "From March 2021 I also led the night desk of the mill.",
    "Since March 2021 I also led the night desk of the mill.",
    "2019 - 2020 saw the largest order book of the whole firm",
    "Moved the readings of 2010 to 2019 into a new archive",
    "Compared the sales from January 2010 to May 2019 in tables.",
    "Referee: Jan Brandt, tel. 2014 2018",
    "Mobile: 2014-2018",
]


@pytest.mark.parametrize("line", TOLD)
def test_time_that_a_line_of_a_job_tells_opens_no_other_job(line: str, read: Read) -> None:
    text = f"Mira Solheim\n\nEXPERIENCE\nBaker, Kestrel Foods, Jan 2020 - Dec 2021\nSold bread.\n{line}\n"
    assert jobs(read(text + EDUCATION)) == [("Baker, Kestrel Foods", 24)]


def test_sentences_that_begin_with_their_time_are_jobs_where_no_title_stands(read: Read) -> None:
    told = "From {} I baked rye bread for Kestrel Foods."
    text = "Mira Solheim\n\nEXPERIENCE\n" + "\n".join(
        told.format(when) for when in ("May 2019 to Jun 2020", "May 2017 to Apr 2018")
    )
    assert months(read(text + EDUCATION)) == [14, 12]


# ------------------------------------------------------------------------------------------------------------ languages

ENGLISH = (
    "Developer, Achaia Ferries (Αχαΐα Πλοία), Patras. Boarding events through Kafka, ports and ships, tickets of boats."
)
GREEK = "Ελένη Μάρκου, Οδός Ερμού 14, Πάτρα"


def test_names_in_another_script_do_not_make_the_language(taxonomy: Taxonomy) -> None:
    assert unread_language(typed(f"{GREEK}\n{ENGLISH}"), taxonomy) is None


def test_text_in_another_script_is_told_beside_english_names(taxonomy: Taxonomy) -> None:
    text = "Μηχανικός λογισμικού στα πλοία της Αχαΐας, με Python και Kafka και Docker για τα εισιτήρια των επιβατών"
    assert unread_language(typed(text), taxonomy) == "Greek"


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("from May to August 2017: Intern, Penwick Council", [69, 4]),
        ("from May 2017 to August 2017      Intern, Penwick Council", [69, 4]),
        ("from May to August 2017 for the council of Penwick", [69]),
    ],
    ids=["a label", "a cell", "text that goes on"],
)
def test_dates_before_a_colon_open_an_entry_though_a_small_word_opens_them(
    line: str, found: list[int], read: Read
) -> None:
    head = "Ada Quill\nSystems administrator\n\nExperience\nSince March 2021: Engineer, Kestrel Cloud\n"
    assert months(read(f"{head}- Kept the containers running\n{line}\n- New printers and phones\n")) == found


@pytest.mark.parametrize(
    ("first", "second", "months"),
    [
        ("2023- Baker, Kestrel Foods", "2020-2022 Cook, Halm Ltd", [36, 24]),
        ("2023 - Baker, Kestrel Foods", "2020-2022 Cook, Halm Ltd", [12, 24]),
        ("2023- Baker, Kestrel Foods", "2021- Cook, Halm Ltd", [12, 12]),
        ("2020-2022 Cook, Halm Ltd", "2023- Baker, Kestrel Foods", [24, 36]),
        ("2020-2022 Cook, Halm Ltd\n2018- Waiter, Quay Inn", "2015-2017 Porter, Orrin Inn", [24, 12, 24]),
        ("10.2023 -  Baker, Kestrel Foods", "01.2020 - 12.2021 Cook, Halm Ltd", [38, 24]),
        ("10.2023 - Baker, Kestrel Foods", "01.2020 - Cook, Halm Ltd", [1, 1]),
    ],
    ids=["glued", "apart", "no range", "the last", "between others", "a month", "months and no range"],
)
def test_newest_year_with_its_dash_goes_on_beside_ranges(
    first: str, second: str, months: list[int], read: Read
) -> None:
    text = f"Mira Solheim\n\nEXPERIENCE\n{first}\n{second}\n\nSKILLS\nBaking, Docker{EDUCATION}"
    assert [length for _, length in jobs(read(text))] == months


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Head of two Data Centres", "Data Centres"),  # the longest, in the plural, however it is cased
        ("DATA", "DATA"),
        ("Datacentre, metadata, c", None),
        ("C++ at home", "C++"),
        ("c.e.", None),
    ],
)
def test_words_are_found_whole_and_the_longest_first(text: str, found: str | None) -> None:
    match = any_word(("data", "data centre", "Dean", "C++")).search(text)
    assert (match[0] if match else None) == found
