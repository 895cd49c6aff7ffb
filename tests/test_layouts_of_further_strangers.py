"""Sections, jobs and degrees where pages are set in ways that few people choose."""

from __future__ import annotations

from io import BytesIO

import pytest
from pages import AS_OF, Mark, Text, column, pdf_of, typed
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen import canvas
from sections_read import Understand, dates, entries, kinds

from gapcheck.documents import Word
from gapcheck.documents.layout.sideways import by_direction
from gapcheck.resume.dates import completes, dates_of, states_length
from gapcheck.resume.health import health_of
from gapcheck.resume.health_signs import signs_of
from gapcheck.resume.reader import read_resume
from gapcheck.resume.untold_times import untold_times
from gapcheck.taxonomy import Taxonomy

TODAY = 2026 * 12 + 10
DEGREE = "# Education\nBSc Biology, Delft University, 2006 - 2010\n"
WORK = "# Experience\n## Baker, Kestrel Foods | Jan 2018 - Dec 2019\n- Baked rye bread for the town\n"
PITCH = 20


# --------------------------------------------------------------------------------------------------------------- dates


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("Mrach 2019 - Arpil 2020", ("2019-03", "2020-04")),  # letters changed places
        ("Match 2019", ("2019-01", "2019-12")),  # another word
        ("No v. 2012 - Dec. 2015", ("2012-11", "2015-12")),
        ("Feb ruary 2014 to A pril 2015", ("2014-02", "2015-04")),
        ("Said no. Valid 2012", ("2012-01", "2012-12")),
    ],
)
def test_months_are_read_though_turned_or_torn(text: str, when: tuple[str, str]) -> None:
    found = dates_of([text], TODAY)
    assert found is not None and found.as_months(TODAY) == when


@pytest.mark.parametrize(("above", "ends"), [("Cook | Rill Inn | May 2019 - Setpember", True), ("Cook, Rill", False)])
def test_mistyped_month_at_the_end_of_a_line_goes_on_in_the_next(above: str, ends: bool) -> None:
    assert completes(above, "2020") is ends


@pytest.mark.parametrize(
    ("line", "stated"),
    [
        ("➢ 2 years 4 months as baker, Kestrel Foods", True),
        ("* 3 years as cook", True),
        ("Baked for 3 years as a cook", False),  # a sentence
        ("3 years of bread", False),
    ],
)
def test_length_before_a_post_stands_by_itself(line: str, stated: bool) -> None:
    assert states_length(line) is stated


@pytest.mark.parametrize(
    ("lines", "months"),
    [
        (("➢ 2 years 4 months as baker, Kestrel Foods.", "➢ 7 months as waiter, Rill Inn."), [28, 7]),
        (("1) Baker, Kestrel Foods", "Duration: 2 years", "2) Cook, Rill Inn", "Duration: 3 years 2 months"), [24, 38]),
    ],
    ids=["before the post", "below the post"],
)
def test_jobs_may_only_tell_how_long_they_were(
    lines: tuple[str, ...], months: list[int], understand: Understand
) -> None:
    resume = understand(typed("Mira Sandoval\n# Experience\n" + "\n".join(lines) + f"\n{DEGREE}"))
    assert [job.dates and job.dates.months for job in entries(resume, "experience")] == months


def test_label_of_a_time_says_no_more_than_the_time(understand: Understand) -> None:
    job = "{}\n{}\nKept the ovens and the stock of the shop in good order.\nPeriod: {}\n"
    text = "".join(
        job.format(*one)
        for one in [
            ("Kestrel Foods", "Head baker", "May 2016 – June 2020"),
            ("Rill Inn", "Cook", "March 2013 – April 2016"),
        ]
    )
    jobs = entries(understand(typed(f"Mira Sandoval\n# Experience\n{text}{DEGREE}")), "experience")
    assert [(job.title, job.dates) for job in jobs] == [
        ("Head baker", dates((2016, 5), (2020, 6))),
        ("Cook", dates((2013, 3), (2016, 4))),
    ]


# -------------------------------------------------------------------------------------------------------------- leaves


def test_leave_below_a_table_of_jobs_is_no_part_of_the_last_one(understand: Understand) -> None:
    marks: list[Mark] = [Text(40, 50, "Mira Sandoval", size=20), Text(40, 90, "Experience", size=13, bold=True)]
    rows = [("Post", "House", "Dates"), ("Ward clerk", "Elm House", "03/2018 to 06/2021"),
            ("Porter", "Rill House", "02/2014 to 02/2018")]  # fmt: skip
    for at, row in enumerate(rows):
        for x, cell in zip((42, 200, 380), row, strict=True):
            marks.append(Text(x, 112 + 20 * at, cell, bold=not at))
    marks += [Text(40, 174, "July 2021 to May 2023: parental leave and the sea.")]
    marks += [
        Text(40, 210, "Education", size=13, bold=True),
        Text(40, 230, "BSc Biology, Delft University, 2006 - 2010"),
    ]
    found = entries(understand(pdf_of(marks)), "experience")
    assert [(one.kind.value, one.dates) for one in found if one.dates] == [
        ("job", dates((2018, 3), (2021, 6))),
        ("job", dates((2014, 2), (2018, 2))),
        ("leave", dates((2021, 7), (2023, 5))),
    ]


def test_date_in_a_cell_of_its_own_dates_whatever_sentences_stand_beside_it(understand: Understand) -> None:
    marks: list[Mark] = [Text(48, 50, "Mira Sandoval", size=20), Text(48, 90, "Experience", size=13)]
    y = 112
    for title, told, rest, when in [
        ("Baker", "Bake rye bread, run the ovens, write the lists and keep the stock", "of the shop.", "Feb 2021 –"),
        ("Career break", "Looked after an aunt. Read much.", "", "Jul 2016 – Jan 2021"),
        ("Cook", "Cooked soup and fish for the guests of the inn at the harbour", "", "Apr 2012 – Jun 2016"),
    ]:
        marks += [Text(48, y, title, bold=True), Text(48, y + 15, told), Text(547, y + 15, when, right=True)]
        marks += [Text(48, y + 30, rest)] if rest else []
        y += 46 if rest else 40
    found = entries(understand(pdf_of(marks)), "experience")
    assert [(one.kind.value, one.printed) for one in found] == [
        ("job", "Feb 2021 –"),
        ("leave", "Jul 2016 – Jan 2021"),
        ("job", "Apr 2012 – Jun 2016"),
    ]


# ------------------------------------------------------------------------------------------------------------- columns


def jobs_on_two_pages(edge: float, aside: float) -> bytes:
    """Three jobs in the wide column, beside a narrow one with headings of its own, and a fourth one on the next page,
    over its whole width.
    """

    def job(title: str, when: str, y: float, right: float, lines: int) -> list[Mark]:
        text = column(
            edge + 4, y + 30, [f"• Kept the ovens of the harbour in order, part {at}." for at in range(lines)]
        )
        return [Text(edge, y, title, bold=True), Text(edge, y + 14, "Kestrel Foods"),
                Text(right, y + 14, when, right=True), *text]  # fmt: skip

    first: list[Mark] = [Text(edge, 40, "Mira Sandoval", size=20), Text(edge, 80, "Experience", size=12, bold=True)]
    for at, (title, when) in enumerate([("Head baker", "01/2020 - now"), ("Baker", "03/2016 - 12/2019"),
                                        ("Cook", "05/2013 - 02/2016")]):  # fmt: skip
        first += job(title, when, 100 + 130 * at, edge + 330, 4)
    first += [Text(aside, 80, "Skills", size=12, bold=True), *column(aside, 96, ["Rye", "Ovens", "Stock"])]
    first += [Text(aside, 160, "Certificates", size=12, bold=True), Text(aside, 176, "Food safety, 2019")]
    second = job("Waiter", "02/2011 - 04/2013", 50, edge + 380, 1)
    second += [Text(edge, 120, "Education", size=12, bold=True), Text(edge, 138, "BSc Biology, Delft University, 2010")]
    return pdf_of(first, second)


@pytest.mark.parametrize(("edge", "aside"), [(40, 420), (180, 40)], ids=["right", "left"])
def test_widest_column_goes_on_over_the_whole_next_page(edge: float, aside: float, understand: Understand) -> None:
    resume = understand(jobs_on_two_pages(edge, aside))
    assert [job.title for job in entries(resume, "experience")][-1].startswith("Waiter")
    assert [one.title for one in entries(resume, "certifications")] == ["Food safety"]


def test_single_date_between_two_gutters_belongs_to_the_title_beside_it(understand: Understand) -> None:
    marks: list[Mark] = [Text(40, 50, "Mira Sandoval", size=22), Text(40, 90, "Experience", size=12, bold=True)]
    jobs = [("Head baker", "01/2020 - present"), ("Baker", "03/2016 - 12/2019"), ("Cook", "05/2013 - 02/2016")]
    for at, (title, when) in enumerate(jobs):
        y = 110.0 + 198 * at
        marks += [Text(40, y, title, bold=True), Text(370, y, when, right=True), Text(40, y + 14, "Kestrel Foods")]
        marks += column(
            46, y + 28, [f"• Kept the ovens in good order, part {part} of many." for part in range(10)], leading=16
        )
    y = 90.0
    for name, lines in [("Contact", ["Delft", "Elm Lane 4, top"]), ("Skills", ["Rye", "Ovens", "Stock", "Lists"]),
                        ("Courses", ["Food safety, 2019", "First aid, 2021"])]:  # fmt: skip
        marks += [Text(410, y, name, size=11, bold=True)]
        marks += [Text(410, y + 16 + 13 * at, line, size=9) for at, line in enumerate(lines)]
        y += 26 + 13 * len(lines)
    found = entries(understand(pdf_of(marks)), "experience")
    assert [job.dates and job.dates.months for job in found] == [83, 46, 34]


# -------------------------------------------------------------------------------------------------------- turned names


def turned(middle: bool, *, down: bool) -> bytes:
    """A page whose names of sections run up or `down` at the left, from the top of their rows on or in the `middle`."""
    content = BytesIO()
    page = canvas.Canvas(content, pagesize=A4)
    page.setFont("Helvetica-Bold", 18)
    page.drawString(45, A4[1] - 50, "Mira Sandoval")
    y = 110.0
    for name, rows in [
        ("WORK", [("Jan 2020 - today", "Baker"), ("Mar 2016 - Dec 2019", "Clerk"), ("May 2013 - Feb 2016", "Cook")]),
        ("STUDY", [("2008 - 2012", "BSc Biology, Delft University"), ("2005 - 2008", "Elm High School")]),
        ("SKILLS", [("Ovens", "Deck, rack"), ("Bread", "Rye, spelt")]),
    ]:  # fmt: skip
        length = 9.0 * len(name)
        foot = y + (PITCH * (len(rows) - 1) + length) / 2 if middle else y + length - 8
        page.saveState()
        page.translate(40 if down else 56, A4[1] - (foot - length if down else foot))
        page.rotate(-90 if down else 90)
        page.setFont("Helvetica-Bold", 12)
        page.drawString(0, 0, name)
        page.restoreState()
        page.setFont("Helvetica", 10)
        for at, (label, text) in enumerate(rows):
            page.drawString(90, A4[1] - y - PITCH * at, label)
            page.drawString(220, A4[1] - y - PITCH * at, text)
        y += PITCH * len(rows) + 40
    page.save()
    return content.getvalue()


@pytest.mark.parametrize("down", [False, True])
@pytest.mark.parametrize("middle", [False, True])
def test_turned_names_at_the_left_of_rows_are_headings(middle: bool, down: bool, understand: Understand) -> None:
    resume = understand(turned(middle, down=down))
    assert kinds(resume) == ["header", "experience", "education", "skills"]
    assert [len(entries(resume, kind)) for kind in ("experience", "education")] == [3, 2]


def test_turned_line_alone_stays_aside() -> None:
    letters = [Word(letter, 40, 200 - 8 * at, 53, 208 - 8 * at, 12) for at, letter in enumerate("DRAFT")]
    text = [Word("Baker", 80, 100 + 20 * at, 110, 110 + 20 * at, 10) for at in range(8)]
    upright, sideways = by_direction([*letters, *text])
    assert [word.text for word in upright] == ["Baker"] * 8
    assert [[word.text for word in run] for run in sideways] == [["DRAFT"]]


def test_upright_letters_below_each_other_are_no_turned_word() -> None:
    grades = [Word(letter, 40, 100 + 12 * at, 47, 112 + 12 * at, 12) for at, letter in enumerate("ABBA")]
    assert by_direction(grades)[0] == grades


# ----------------------------------------------------------------------------------------- what sections turn out to be


@pytest.mark.parametrize(
    ("heading", "lines", "kind"),
    [
        ("Hands-on training at the mill", "03.2013 – 08.2013 Intern, Rill Mills", "experience"),
        ("Hands-on training at the mill", "Kneading by hand, 2013", "certifications"),
        ("SKKILS", "Ovens, mixers, stock lists", "skills"),
        ("I can do", "English, Danish, rope work, soup, kites", "skills"),
        ("What I am good at", "English, Dutch, Danish", "languages"),
        ("Competitions", "Third place, Norvik Loaf Cup, 2019", "awards"),
        ("Competitions", "Norvik Loaf Cup: a loaf of spelt, 2019", "projects"),
        ("Papers", "Fork-lift licence, 2019", "certifications"),
        ("Papers", "On the crust of rye, 2019", "publications"),
        ("Research work", "Final-year project: the crust of rye, 2019", "projects"),
    ],
)
def test_section_is_of_the_kind_of_what_it_holds(heading: str, lines: str, kind: str, understand: Understand) -> None:
    text = f"Mira Sandoval\n{WORK}# {heading}\n{lines}\n{DEGREE}# Languages\nDutch, Norwegian\n"
    assert kinds(understand(typed(text)))[2] == kind


@pytest.mark.parametrize(
    ("lines", "kind"),
    [("2022 – loafpy: bread in numbers\n2020 ryelib: flour in C", "projects"), ("Rye\nBread", "skills")],
)
def test_programs_with_their_years_are_projects_beside_skills(lines: str, kind: str, understand: Understand) -> None:
    text = f"Mira Sandoval\n{WORK}# Software\n{lines}\n# Skills\nOvens, mixers\n{DEGREE}"
    assert kinds(understand(typed(text)))[2] == kind


@pytest.mark.parametrize("unpaid", ["", " (unpaid)"])
def test_unpaid_post_is_no_job(unpaid: str, understand: Understand) -> None:
    text = f"Mira Sandoval\n{WORK}## Treasurer, Rye Council{unpaid} | Jan 2015 - Dec 2016\n{DEGREE}"
    assert entries(understand(typed(text)), "experience")[-1].kind == ("activity" if unpaid else "job")


def test_summary_whose_lines_are_posts_with_their_time_holds_the_jobs(understand: Understand) -> None:
    jobs = "Baker, Kestrel Foods (2019 to now)\nCook, Rill Inn (2015 to 2019)\n"
    resume = understand(typed(f"Mira Sandoval\n# Skills\nOvens\n# Career in short\n{jobs}{DEGREE}"))
    assert [job.printed for job in entries(resume, "experience")] == ["2019 to now", "2015 to 2019"]


def test_time_behind_a_place_closes_an_entry(understand: Understand) -> None:
    job = "## {}\nKept the ovens and the stock of the shop in good order for years.\nVoss, {}\n"
    jobs = job.format("Head baker", "June 2019 - today") + job.format("Cook", "May 2015 - May 2019")
    found = entries(understand(typed(f"Mira Sandoval\n# Experience\n{jobs}{DEGREE}")), "experience")
    assert [(one.title, one.printed) for one in found] == [
        ("Head baker", "June 2019 - today"),
        ("Cook", "May 2015 - May 2019"),
    ]


def test_bold_line_in_the_middle_is_no_rest_of_the_bullet_above(understand: Understand) -> None:
    marks: list[Mark] = [Text(40, 50, "Mira Sandoval", size=20), Text(40, 90, "Experience", size=13, bold=True)]
    for at, (firm, post, when) in enumerate([("KESTREL FOODS", "Head baker", "June 2019 to May 2022"),
                                             ("RILL INN", "Cook", "May 2015 to May 2019")]):  # fmt: skip
        y = 112 + 80 * at
        marks += [Text(250, y, firm, bold=True), Text(255, y + 14, post), Text(230, y + 28, when)]
        marks += [Text(150, y + 42, "- Bread for the town"), Text(150, y + 56, "- Stock lists")]
    found = entries(understand(pdf_of(marks)), "experience")
    assert [(one.title, one.organisation) for one in found] == [("Head baker", "KESTREL FOODS"), ("Cook", "RILL INN")]


# ------------------------------------------------------------------------------------------------------------- degrees


@pytest.mark.parametrize(
    ("school", "count"), [("Ostby University\tExpected June 2028", 1), ("Ostby Grammar School\t2009", 2)]
)
def test_school_with_the_end_and_degree_with_the_beginning_are_one(
    school: str, count: int, understand: Understand
) -> None:
    first, when = school.split("\t")
    marks: list[Mark] = [Text(40, 50, "Mira Sandoval", size=20), Text(40, 90, "Education", size=13, bold=True)]
    marks += [Text(40, 110, first, bold=True), Text(550, 110, when, right=True)]
    marks += [Text(40, 124, "BSc Biology"), Text(550, 124, "Started October 2024", right=True)]
    marks += [Text(40, 150, "Skills", size=13, bold=True), Text(40, 170, "Ovens, mixers")]
    assert len(entries(understand(pdf_of(marks)), "education")) == count


def test_degrees_whose_rows_are_named_alike_begin_with_the_first_name(understand: Understand) -> None:
    marks: list[Mark] = [Text(40, 50, "Mira Sandoval", size=20), Text(40, 90, "Education", size=13, bold=True)]
    rows = ["Qualification", "B.E. (Rye)", "University", "Elm University, Delft", "Year of passing", "June 2012",
            "Qualification", "Higher Secondary (Arts)", "School", "Elm Higher Secondary School",
            "Year of passing", "May 2008"]  # fmt: skip
    for at, (label, value) in enumerate(zip(rows[::2], rows[1::2], strict=True)):
        y = 110 + 19 * at + 5 * (at // 3)
        marks += [Text(52, y, label), Text(152, y, ":"), Text(164, y, value)]
    marks += [Text(40, 250, "Skills", size=13, bold=True), Text(40, 270, "Ovens, mixers")]
    found = entries(understand(pdf_of(marks)), "education")
    assert [one.printed for one in found] == ["June 2012", "May 2008"]


@pytest.mark.parametrize(
    ("other", "kind"),
    [
        ("High School Diploma, Elm High School, 2008", "education"),
        ("BSc Biology, Delft University, 2010", "certificate"),
    ],
)
def test_certificate_of_a_college_is_a_degree_above_no_more_than_school(
    other: str, kind: str, understand: Understand
) -> None:
    text = f"Mira Sandoval\n{WORK}# Education\nCertificate in Rye, Ostby College, 2011\n{other}\n"
    assert entries(understand(typed(text)), "education")[0].kind == kind


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Associate, Norvik Institute of Bakers (2014)\nCertificate in Rye (2016)", "certifications"),
        ("MSc Rye, Norvik Institute (2014)\nCertificate in Rye (2016)", "education"),
    ],
)
def test_certificates_below_qualifications_are_no_degrees_beside_some(
    line: str, kind: str, understand: Understand
) -> None:
    text = f"Mira Sandoval\n{WORK}{DEGREE}# Professional Qualifications\n{line}\n"
    assert kinds(understand(typed(text)))[-1] == kind


# -------------------------------------------------------------------------------------------------------------- health


@pytest.mark.parametrize(
    ("title", "odd"),
    [("Baker, Rill Inn | Jan 2014 - Dec 2016", True), ("Certified Baker | Jan 2014 - Dec 2016", False),
     ("Baker of the year | Jan 2014", False)],
)  # fmt: skip
def test_post_of_some_months_among_certificates_is_asked_about(title: str, odd: bool, taxonomy: Taxonomy) -> None:
    resume = read_resume(typed(f"Mira Sandoval\n{WORK}{DEGREE}# Certificates\n{title}\n"), taxonomy, AS_OF)
    assert ("post-as-paper" in {one.code for one in health_of(resume, taxonomy).findings}) is odd


@pytest.mark.parametrize(("since", "odd"), [("May 2022", True), ("May 2018", False)])
def test_post_that_goes_on_outside_of_all_jobs_is_asked_about(since: str, odd: bool, taxonomy: Taxonomy) -> None:
    text = f"Mira Sandoval\n# Summary\nCook at the Elm Inn. Since {since} with a team of four.\n{WORK}{DEGREE}"
    resume = read_resume(typed(text), taxonomy, AS_OF)
    assert ("post-since" in {one.code for one in untold_times(resume, taxonomy.entry_words)}) is odd


@pytest.mark.parametrize(("first", "odd"), [("Jan 2000", True), ("Oct 2016", False)])
def test_more_time_elsewhere_than_in_jobs_is_asked_about(first: str, odd: bool, taxonomy: Taxonomy) -> None:
    text = f"Mira Sandoval\n{WORK}{DEGREE}# Hobbies\nThe mill | {first} - Dec 2017\n"
    resume = read_resume(typed(text), taxonomy, AS_OF)
    assert ("work-little" in {one.code for one in health_of(resume, taxonomy).findings}) is odd


def test_job_inside_of_another_changes_no_months_and_is_not_asked_about(taxonomy: Taxonomy) -> None:
    text = (
        "Mira Sandoval\n# Experience\n## Doctoral researcher, Delft University | Oct 2020 - Present\n- Rye\n"
        "## Research intern, Kestrel Foods | Mar 2022 - Sep 2022\n- Bread\n# Teaching\n"
        "Classes in baking, 40 students, Feb 2021 - Jun 2025. Supervised two master's theses.\n" + DEGREE
    )
    found = {one.code for one in signs_of(read_resume(typed(text), taxonomy, AS_OF), taxonomy)}
    assert found.isdisjoint({"job-of-degree", "job-unnamed", "jobs-at-once"})
