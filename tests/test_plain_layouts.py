"""Resumes that hardly use looks: plain headings, bullets set apart, titles told by an edge, jobs under no heading."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from formats_read import resume_in
from pages import AS_OF, Mark, Text, document_of, pdf_of, resume_pdf

from gapcheck.resume import Resume, month_number
from gapcheck.resume.dates import date_spans
from gapcheck.resume.lexicon import lexicon
from gapcheck.resume.reader import lines_to_read, read_resume
from gapcheck.taxonomy import Taxonomy

SENTENCE = "Baked rye bread for the shops of the town and wrote down what became of it in the end"
STUDIES = ["Education", "BSc Biology, Delft University, 2016 - 2019"]
HEAD = Text(50, 50, "Mira Sandoval", size=20)

Understand = Callable[[bytes], Resume]


@pytest.fixture
def understand(taxonomy: Taxonomy) -> Understand:
    """A PDF → what is understood of it."""
    return lambda source: read_resume(document_of(source), taxonomy, AS_OF)


def plain(*lines: str, leading: float = 14) -> bytes:
    """Lines that all look alike; those that begin with `>` are set in."""
    return pdf_of(
        [Text(50 + 24 * line.startswith(">"), 50 + leading * row, line.lstrip("> ")) for row, line in enumerate(lines)]
    )


def kinds(resume: Resume) -> list[str]:
    return [section.kind.value for section in resume.sections if section.heading]


def titles(resume: Resume, kind: str) -> list[str]:
    return [entry.title for _, entry in resume.entries() if entry.kind.value == kind]


def months(resume: Resume) -> list[int]:
    return [entry.dates.months for _, entry in resume.entries() if entry.kind.is_work and entry.dates]


# ------------------------------------------------------------------------------------------------------------ headings


def test_plain_headings_are_read_where_only_a_few_stand_out(understand: Understand) -> None:
    job = ["Experience", "Baker, Kestrel Foods, Jan 2020 - May 2021", f"> {SENTENCE}"]
    resume = understand(plain("Mira Sandoval", *job, *STUDIES, "Skills", "Rye bread", "VOLUNTEER WORK", "Choir, 2019"))
    assert kinds(resume) == ["experience", "education", "skills", "activities"]


def test_name_does_not_stand_in_the_lower_half_of_a_page(understand: Understand) -> None:
    lines = [("Mira Sandoval", 10), ("Experience", 10), ("Baker, Jan 2020 - May 2021", 10), (SENTENCE, 10)]
    below = [("Clerk, Jan 2018 - Mar 2019", 10), ("Ostby Library", 13), (SENTENCE, 10)]
    marks = [Text(50, 50 + 60 * row, text, size=size) for row, (text, size) in enumerate([*lines, *below])]
    resume = understand(pdf_of(marks))
    assert resume.person == ("mira", "sandoval")
    assert months(resume) == [17, 15]


def test_qualifications_without_a_degree_are_skills(understand: Understand) -> None:
    listed = "# Qualifications\nDatabase Server 2012\nLeadership of bakers\nRye bread"
    text = f"{listed}\n# Education\nBSc Biology, Delft University, 2019"
    resume = understand(resume_pdf(f"Mira Sandoval\n{text}\n# Hobbies\nSailing"))
    assert kinds(resume) == ["skills", "education", "interests"]
    only = understand(
        resume_pdf("Mira Sandoval\n# Qualifications\nBSc Biology, Delft University, 2019\n# Hobbies\nTea")
    )
    assert kinds(only) == ["education", "interests"]


# ------------------------------------------------------------------------------------------------------- bullets apart


@pytest.mark.parametrize(("signs", "marked"), [("••", 2), ("•", 0), ("•▪", 0)], ids=["a list", "one", "icons"])
def test_bullets_set_apart_stand_before_their_texts(signs: str, marked: int) -> None:
    marks: list[Mark] = [HEAD]
    for row, sign in enumerate(signs):
        marks += [Text(50, 100 + 40 * row, sign, size=4), Text(62, 103 + 40 * row, SENTENCE)]
    lines = lines_to_read(document_of(pdf_of(marks)))
    assert sum(place.line.text.startswith("•") for place in lines) == marked


# ---------------------------------------------------------------------------------------------------------------- jobs


@pytest.mark.parametrize(
    ("lines", "count"),
    [
        (["Project Engineer", f"> {SENTENCE}"], 2),
        (["Bread and more", f"> {SENTENCE}"], 1),
        (["> Project Engineer", f"> {SENTENCE}"], 1),
    ],
    ids=["a post at the edge", "no post", "set in"],
)
def test_undated_job_is_told_by_its_edge(lines: Sequence[str], count: int, understand: Understand) -> None:
    job = ["Experience", "Baker, Kestrel Foods, Jan 2020 - May 2021", f"> {SENTENCE}", f"> {SENTENCE}."]
    resume = understand(plain("Mira Sandoval", *STUDIES, *job, *lines, "Skills", "Rye bread"))
    assert len(titles(resume, "job")) == count


@pytest.mark.parametrize(("x", "jobs"), [(75, [48, 36]), (55, [48, 36, 48])], ids=["set in", "at the edge of titles"])
def test_dated_line_of_a_list_of_tools_is_no_job(x: float, jobs: list[int], understand: Understand) -> None:
    marks: list[Mark] = [HEAD, Text(50, 90, "Experience", size=14, bold=True)]
    for row, years in enumerate(("2018-2022", "2015-2018")):
        y = 115.0 + 80 * row
        marks += [Text(50, y, f"Baker of Kestrel Foods ({years})", size=12, bold=True), Text(50, y + 18, SENTENCE)]
        marks += [Text(75, y + 32, "Ovens"), Text(x, y + 45, "Rye mills 2008-2012" if row else "Rye mills")]
    resume = understand(pdf_of([*marks, Text(50, 300, "Education", size=14, bold=True), Text(50, 320, STUDIES[1])]))
    assert months(resume) == jobs


def test_paragraph_below_a_full_one_is_text(understand: Understand) -> None:
    long = f"{SENTENCE} of it."
    text = (
        f"# Experience\n## Baker, Kestrel Foods | Jan 2020 - May 2021\n{long}\n\n{long[:-1]}\nand so on\n# Hobbies\nTea"
    )
    assert titles(understand(resume_pdf(f"Mira Sandoval\n{text}")), "job") == ["Baker, Kestrel Foods"]


UNHEADED = [
    Text(50, 110, "Since June 2019 with Kestrel Foods, Delft as Trainer/Faculty", bold=True),
    Text(50, 130, "Key Achievements", bold=True),
    Text(60, 145, f"• {SENTENCE}"),
    Text(50, 180, "Since May 2016 to May 2019 with Norvik Ltd as clerk", bold=True),
    Text(50, 200, "Key Achievements", bold=True),
    Text(60, 215, f"• {SENTENCE}"),
]


def test_jobs_under_no_heading_open_with_their_time(understand: Understand) -> None:
    foot = [Text(50, 260, "EDUCATION", bold=True), Text(50, 275, STUDIES[1])]
    resume = understand(pdf_of([HEAD, Text(50, 80, SENTENCE), *UNHEADED, *foot]))
    assert months(resume) == [90, 37]
    assert kinds(resume) == ["education"]


def test_jobs_under_no_heading_may_stand_below_their_time(understand: Understand) -> None:
    jobs = ["Aug 2019 - Jan 2024", "Controls Engineer - Halm Cranes", "Jun 2017 - Jul 2019", "Clerk - Ostby Power"]
    drawn = [Text(50, 110 + 30 * number, text, bold=number % 2 == 1) for number, text in enumerate(jobs)]
    told = [Text(60, 155 + 60 * number, f"• {SENTENCE}") for number in range(2)]
    foot = [Text(50, 260, "EDUCATION", bold=True), Text(50, 275, STUDIES[1])]
    assert months(understand(pdf_of([HEAD, Text(50, 80, SENTENCE), *drawn, *told, *foot]))) == [54, 26]


def test_one_time_alone_under_no_heading_is_no_job(understand: Understand) -> None:
    foot = [Text(50, 260, "EDUCATION", bold=True), Text(50, 275, STUDIES[1])]
    assert months(understand(pdf_of([HEAD, Text(50, 80, SENTENCE), *UNHEADED[:1], *foot]))) == []


def test_line_without_a_time_is_a_label_where_titles_begin_with_one(understand: Understand) -> None:
    jobs = "## Jan 2020 - May 2021 Baker\nBread\n- {0}\n## Rye and more\n- {0}\n## Jan 2018 - Mar 2019 Clerk\n- {0}"
    text = f"Mira Sandoval\n# Experience\n{jobs.format(SENTENCE)}\n# Hobbies\nSailing"
    assert titles(understand(resume_pdf(text)), "job") == ["Baker", "Clerk"]


def test_marked_posts_below_a_label_are_told_apart(understand: Understand) -> None:
    posts = "- Teaching Assistant, Delft University, Aug 2020 - May 2021\n- Captain of the choir, Apr 2019 - Mar 2020"
    text = (
        f"# Positions of Responsibility\n## Head of the choir | 2018\n- {SENTENCE}\n## Others\n{posts}\n# Hobbies\nTea"
    )
    resume = understand(resume_pdf(f"Mira Sandoval\n{text}"))
    assert (titles(resume, "job"), months(resume)) == (["Teaching Assistant, Delft University"], [10])


def test_researcher_among_research_is_a_job(understand: Understand) -> None:
    text = f"# Research\n## Delft Bread Lab, Researcher | Jan 2020 - May 2021\n- {SENTENCE}\n# Hobbies\nSailing"
    assert months(understand(resume_pdf(f"Mira Sandoval\n{text}"))) == [17]


@pytest.mark.parametrize(
    ("text", "is_range"),
    [
        ("12/2014 ol 11/2016", True),
        ("12/2014 olaxi 11/2016", False),
        ("12/2016 ol 11/2014", False),
        ("2014 ol 2016", False),
    ],
)
def test_short_word_that_nobody_knows_joins_two_months(text: str, is_range: bool) -> None:
    assert (date_spans(text) == [(0, len(text), True)]) is is_range


# ----------------------------------------------------------------------------------------------------------- education


def degrees(marks: Sequence[Mark], understand: Understand) -> list[str]:
    head = [HEAD, Text(50, 90, "Education", size=14, bold=True)]
    foot = [Text(50, 400, "Hobbies", size=14, bold=True), Text(50, 420, "Sailing, rye bread")]
    return titles(understand(pdf_of([*head, *marks, *foot])), "education")


def test_undated_paragraphs_that_each_name_a_degree_are_degrees(understand: Understand) -> None:
    lines = [(120, "BSc Biology"), (133, "Delft Institute of Bread"), (146, "Delft University"), (175, "Diploma"),
             (188, "Ostby College")]  # fmt: skip
    assert degrees([Text(50, y, text) for y, text in lines], understand) == ["BSc Biology", "Diploma"]


def test_long_line_below_a_school_is_its_degree(understand: Understand) -> None:
    degree = "Delft by the sea of Norvik in the north Biology and bread {} of Science Biology"
    lines = ["Institute of Delft", degree.format("Master"), "University of Ostby", degree.format("Bachelor")]
    marks = [Text(50, 120 + 13 * row, text) for row, text in enumerate(lines)]
    assert len(degrees(marks, understand)) == 2


def test_year_in_the_look_of_the_titles_is_of_a_further_degree(understand: Understand) -> None:
    lines = [("Delft University, 2021 - 2025", True), ("BSc Biology", False), ("Ostby College, 2005 - 2018", True),
             ("Ordinary exam (2019)", False), ("Norvik Training, 2018", True), ("Bread for all", False)]  # fmt: skip
    marks = [Text(50, 120 + 13 * row, text, bold=bold) for row, (text, bold) in enumerate(lines)]
    assert len(degrees(marks, understand)) == 3


def test_degree_among_certificates_is_one(understand: Understand) -> None:
    lines = "- Bread certificate, Norvik, 2018\n- Bachelor of Science, Delft University, 2013"
    resume = understand(resume_pdf(f"Mira Sandoval\n# Certifications\n{lines}\n# Hobbies\nSailing"))
    assert len(titles(resume, "education")) == 1


@pytest.mark.parametrize(
    ("line", "count"),
    [
        ("Certificate in Bread Safety, Norvik Baking Institute, 2019", 1),
        ("Postgraduate Certificate in Education, Norvik University, 2019", 2),
        ("Leaving Certificate, Ostby, 540 points, 2012", 2),
        ("Norvik Institute, Certificate in Bread Safety, 2019", 2),
    ],
)
def test_certificate_of_a_school_is_no_degree_where_it_opens_its_line(
    line: str, count: int, understand: Understand
) -> None:
    text = f"Mira Sandoval\n# Education\nBSc Biology, Delft University, 2016\n{line}\n# Hobbies\nSailing"
    read = understand(resume_pdf(text))
    assert sum(one.kind == "education" for _, one in read.entries()) == count


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Certified Bread Professional (2018), Norvik Loaf Exam (2016)", "certifications"),
        ("Loaves, rolls, rye and barley", "skills"),
        ("Norvik School of Bread, course of 2018", "education"),
    ],
)
def test_qualifications_beside_degrees_are_what_they_name(line: str, kind: str, understand: Understand) -> None:
    text = f"Mira Sandoval\n# Education\nBSc Biology, Delft University, 2016\n# Professional Qualifications\n{line}"
    assert understand(resume_pdf(text)).sections[-1].kind == kind


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Pr ofessional cert i f ic at e s", "certifications"),
        ("Re le vant Ca re er Emp loy ment", "experience"),
        ("In the war ma ny loa ves", None),
        ("Ofcourse experience", None),
    ],
)
def test_heading_in_pieces_is_spelt_out(heading: str, kind: str | None, taxonomy: Taxonomy) -> None:
    said = lexicon(taxonomy.headings).says(heading)
    assert (said.kinds[0] if said and said.whole else None) == kind


def test_name_of_a_value_behind_a_number_is_no_heading(understand: Understand) -> None:
    marks: list[Mark] = [HEAD, Text(50, 90, "Education", size=14, bold=True)]
    for row, degree in enumerate(("M.Sc. Biology", "B.Sc. Biology")):
        y = 115 + 60 * row
        marks += [Text(50, y, f"{'ab'[row]}."), Text(75, y, "Degree"), Text(180, y, f": {degree}")]
        marks += [Text(75, y + 13, "Institute"), Text(180, y + 13, ": University of Delft"),
                  Text(75, y + 26, "Session"), Text(180, y + 26, f": {2014 - 2 * row}-{2016 - 2 * row}")]  # fmt: skip
    marks += [Text(50, 260, "Experience", size=14, bold=True), Text(50, 280, "Baker, Kestrel Foods, 2018 - 2020"),
              Text(50, 300, "Skills", size=14, bold=True), Text(50, 320, "Bread")]  # fmt: skip
    read = understand(pdf_of(marks))
    assert len(titles(read, "education")) == 2
    assert [one.kind for one in read.sections if one.kind != "header"] == ["education", "experience", "skills"]


SENTENCES = {
    "The share of stale loaves fell by more than half between 2019 and 2021.": 1,
    "Since 2019 I speak for the bakers in the group that plans the season of loaves.": 1,
    "Baker, Heron Mill, between 2014 and 2016": 2,
}


@pytest.mark.parametrize(("line", "count"), SENTENCES.items())
@pytest.mark.parametrize(
    "head", ["Baker, Kestrel Foods, Jan 2018 - May 2022", "01/2018 - 05/2022 Baker, Kestrel Foods"]
)
def test_years_that_a_sentence_of_a_job_tells_are_no_job(
    head: str, line: str, count: int, understand: Understand
) -> None:
    text = f"Mira Sandoval\n# Experience\n## {head}\n{SENTENCE}\n{line}\n# Hobbies\nSailing"
    assert len(titles(understand(resume_pdf(text)), "job")) == count


def test_class_that_india_counts_as_two_more_years_is_a_degree(taxonomy: Taxonomy) -> None:
    assert taxonomy.entry_words.degree_level(["+2 (Maths stream)"]) == "school"


def test_titles_below_two_columns_keep_their_times(understand: Understand) -> None:
    marks: list[Mark] = [HEAD, Text(50, 90, "Profile", size=14, bold=True)]
    for row in range(6):
        marks += [Text(50, 115 + 13 * row, SENTENCE[:45]), Text(310, 115 + 13 * row, SENTENCE[:48])]
    marks += [Text(50, 220, "Experience", size=14, bold=True), Text(50, 240, "Kestrel Foods", bold=True),
              Text(540, 240, "Delft", right=True), Text(50, 254, "Baker"),
              Text(540, 254, "Jan 2020 - May 2021", right=True), Text(50, 275, SENTENCE + " and more of it"),
              Text(50, 288, SENTENCE + " and more of it"), Text(50, 301, SENTENCE + " and more of it")]  # fmt: skip
    foot = [Text(50, 340, "Education", size=14, bold=True), Text(50, 360, STUDIES[1])]
    resume = understand(pdf_of([*marks, *foot]))
    assert (months(resume), titles(resume, "job")) == ([17], ["Baker"])


def test_firms_listed_once_more_are_no_jobs(understand: Understand) -> None:
    job = f"# Experience\n## Clerk, Kestrel Foods | Jan 2020 - May 2021\n- {SENTENCE}"
    text = f"Mira Sandoval\n{job}\n# Work History\nKestrel Foods\nNorvik Ltd\n# Hobbies\nSailing"
    assert titles(understand(resume_pdf(text)), "job") == ["Clerk, Kestrel Foods"]
    alone = f"Mira Sandoval\n# Work History\nKestrel Foods\nNorvik Ltd\n# Education\n{STUDIES[1]}"
    assert titles(understand(resume_pdf(alone)), "job")


def test_marked_year_below_a_marked_degree_is_of_it(understand: Understand) -> None:
    lines = "- Diploma in baking\n- (July 1996)\n- BSc Biology, Delft University\n- (May 2001)"
    resume = understand(resume_pdf(f"Mira Sandoval\n# Education\n{lines}\n# Hobbies\nSailing"))
    assert len(titles(resume, "education")) == 2


def test_each_line_that_begins_with_its_year_is_a_degree(understand: Understand) -> None:
    lines = [
        "Summer 2002 – 2005 English and bread",
        "2009 – Done with the school of Ostby",
        "2010 – 2014 bread in Delft",
    ]
    marks = [Text(50, 120 + 13 * row, text) for row, text in enumerate(lines)]
    assert len(degrees(marks, understand)) == 3


def test_time_below_many_lines_of_a_head_is_that_of_the_entry(understand: Understand) -> None:
    lines = [
        "## Clerk",
        "Kestrel Foods",
        "Delft",
        "Norvik",
        "by the sea",
        "Jan 2020 - May 2021, Delft",
        f"- {SENTENCE}",
    ]
    text = "\n".join(["Mira Sandoval", "# Experience", *lines, "# Hobbies", "Sailing"])
    assert months(understand(resume_pdf(text))) == [17]


@pytest.mark.parametrize(
    ("blank", "kinds"),
    [("", ["header", "experience", "education"]), ("\n", ["header", "experience", "projects", "education"])],
)
def test_label_that_stands_close_below_a_job_is_no_heading(blank: str, kinds: list[str], taxonomy: Taxonomy) -> None:
    text = (
        "Mira Sandoval\n\nExperience\nLock Keeper, Alder Canals, Feb 2021 - Jan 2022\n- Ran the gates\n- Kept the log\n"
        f"{blank}Projects:\n- Moved the logs to MongoDB\n\nEducation\nBSc Biology, Lake University, 2012 - 2015\n"
    )
    assert [one.kind.value for one in resume_in(text.encode(), taxonomy).sections] == kinds


def test_heading_without_a_colon_may_stand_close_below_a_job(taxonomy: Taxonomy) -> None:
    text = (
        "Mira Sandoval\n\nExperience\nLock Keeper, Alder Canals, Feb 2021 - Jan 2022\n- Ran the gates\n- Kept the log\n"
        "Projects\n- Moved the logs to MongoDB\n\nEducation\nBSc Biology, Lake University, 2012 - 2015\n"
    )
    found = [one.kind.value for one in resume_in(text.encode(), taxonomy).sections]
    assert found == ["header", "experience", "projects", "education"]


def test_year_in_the_name_of_an_event_below_a_job_begins_no_other(taxonomy: Taxonomy) -> None:
    text = "Mira Sandoval\n\nExperience\nTicket Clerk    Mar 2021 - Aug 2021\nGarden Show {}, Delft\n- Counts\n"
    for year, count in ((2023, 1), (2019, 2)):
        jobs = [one for _, one in resume_in(text.format(year).encode(), taxonomy).entries() if one.dates]
        assert len(jobs) == count


@pytest.mark.parametrize(
    ("heads", "begins"),
    [
        (("Clerk    Jan 2019 - Dec 2020\nLark Books (since 1998), Delft",), [(2019, 1)]),
        (("Clerk\nLark Books (since 2019), Delft", "Cook\nHalm Ltd (2016), Delft"), [(2019, 1), (2016, 1)]),
    ],
)
def test_year_in_brackets_behind_a_firm_dates_a_job_without_another_time(
    heads: tuple[str, ...], begins: list[tuple[int, int]], taxonomy: Taxonomy
) -> None:
    jobs = "".join(f"{head}\n- Orders of the shop\n" for head in heads)
    text = f"Mira Sandoval\n\nEXPERIENCE\n{jobs}\nEDUCATION\nBSc Biology, Lake University, 2012\n"
    found = [one.dates for _, one in resume_in(text.encode(), taxonomy).entries() if one.kind.is_work and one.dates]
    assert [dates.first for dates in found] == [month_number(*begin) for begin in begins]
