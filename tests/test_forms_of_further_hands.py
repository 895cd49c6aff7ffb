"""Forms of jobs, headings and certificates as further hands write them: each kind with its nearest opposite."""

from __future__ import annotations

import pytest
from pages import Mark, Text, column, pdf_of, typed
from sections_read import Understand, entries, kinds

from gapcheck.resume.lexicon import lexicon
from gapcheck.taxonomy import SectionKind, Taxonomy

STUDIES = "# Education\n## BSc Biology, Delft University | 2009 - 2012\n"
NAME = "Mira Sandoval\n"


def months(text: str, understand: Understand) -> list[int | None]:
    """The months of the jobs of a resume, in order."""
    jobs = (entry for _, entry in understand(NAME + text + STUDIES).entries() if entry.kind.is_work)
    return [job.dates.months if job.dates else None for job in jobs]


# ----------------------------------------------------------------------------------------- sections that are set alike


@pytest.mark.parametrize(
    ("title", "below", "count"),
    [
        ("## Cook", "Halm Ltd, Ostby", 3),
        ("Cook", "Halm Ltd, Ostby", 1),  # set otherwise than the jobs
        ("## Walks by the fjord", "Halm Ltd, Ostby", 1),  # no post
        ("## Cook", "Hackathon of Ostby", 1),  # a contest
    ],
)
def test_unknown_heading_opens_jobs_where_the_first_entry_is_set_as_those_known(
    title: str, below: str, count: int, understand: Understand
) -> None:
    first = "## Baker\nKestrel Foods, Delft\nJan 2020 - Present\n- Rye bread for the town\n"
    second = f"{title}\n{below}\nMar 2016 - Dec 2019\n- Kept the stores\n{title}\n{below}\n2014 - 2015\n- Kept it\n"
    text = f"# Experience\n{first}# Under other flags\n{second}# Skills\nOvens, mills\n"
    resume = understand(NAME + text + STUDIES)
    assert len([one for one in entries(resume, "experience") if one.kind.is_work]) == count
    assert kinds(resume).count("experience") == (2 if count > 1 else 1)


# ------------------------------------------------------------------------------------------------------ when a job was


@pytest.mark.parametrize(
    ("title", "expected"),
    [("Cook, Halm Ltd", [35, 46]), ("of all the menus", [35])],
    ids=["a title", "a sentence that goes on"],
)
def test_bullet_that_ends_with_an_open_word_leaves_the_title_below_alone(
    title: str, expected: list[int], understand: Understand
) -> None:
    marks: list[Mark] = [Text(50, 50, "Mira Sandoval", size=20), Text(50, 90, "Experience", size=14, bold=True)]
    rows = [("Baker, Kestrel Foods", "Jan 2024 - Present"), (title, "Mar 2020 - Dec 2023")]
    for at, (name, when) in enumerate(rows):
        marks += [Text(50, 115 + 45 * at, name), Text(545, 115 + 45 * at, when, right=True)]
        marks += column(56, 130 + 45 * at, ["• Rye bread and all that goes with it from the spring of that year on"])
    found = entries(understand(pdf_of(marks)), "experience")
    assert [job.dates and job.dates.months for job in found] == expected


@pytest.mark.parametrize(
    ("label", "first"),
    [("Period: 10/2023 - now", 38), ("Period: 10/2023 - now, then more", 11), ("Last time away: May 2024", 11)],
)
def test_row_that_says_nothing_but_a_range_is_the_time_of_a_labelled_job(
    label: str, first: int, understand: Understand
) -> None:
    jobs = f"Employer: Kestrel Foods\nJob title: Baker, then Head Baker since 2026\n{label}\nTasks: Rye bread\n"
    jobs += "Employer: Halm Ltd\nJob title: Cook\nPeriod: 3/2020 - 9/2023\nTasks: Cold kitchen\n"
    assert months(f"# Experience\n{jobs}", understand) == [first, 43]


@pytest.mark.parametrize(
    ("opening", "expected"),
    [
        ("All of it since March 2015 by way of the Elm agency, with a gap.", [35, 46]),
        ("I have been a baker in the same town since March 2015 by way of the agency.", [141, 35, 46]),
    ],
    ids=["an introduction", "a post"],
)
def test_sentence_above_the_jobs_that_names_no_post_is_none(
    opening: str, expected: list[int], understand: Understand
) -> None:
    jobs = (
        "## Baker, Kestrel Foods | Jan 2024 - Present\n- Rye bread\n## Cook, Halm Ltd | Mar 2020 - Dec 2023\n- Stew\n"
    )
    assert months(f"# Experience\n{opening}\n{jobs}", understand) == expected


@pytest.mark.parametrize(
    ("newest", "before", "expected"),
    [
        ("Apr 2022", "Jan 2020 - Mar 2022", [56, 27]),
        ("Mar 2022", "Jan 2020 - Mar 2022", [57, 27]),
        ("Jun 2022", "Jan 2020 - Mar 2022", [1, 27]),  # with a gap
        ("Apr 2022", "Mar 2022", [1, 1]),  # of one date as all
        ("Apr 2022", "Jan 2020 - Present", [1, 83]),  # beside one that goes on
        ("2022", "2020 - 2022", [12, 24]),
    ],
)
def test_newest_job_that_follows_on_with_its_first_month_alone_goes_on(
    newest: str, before: str, expected: list[int], understand: Understand
) -> None:
    jobs = f"## Baker, Kestrel Foods | {newest}\n- Rye bread\n## Cook, Halm Ltd | {before}\n- Stew\n"
    assert months(f"# Experience\n{jobs}", understand) == expected


def test_years_at_home_are_no_job_whoever_spent_them(understand: Understand) -> None:
    jobs = "## Baker, Kestrel Foods | Jan 2024 - Present\n- Rye bread\n## Stay-at-home mum | Mar 2020 - Dec 2023\n"
    assert months(f"# Experience\n{jobs}", understand) == [35]


@pytest.mark.parametrize(
    ("third", "expected"),
    [("Editor (half-time), Halm Books, May 2022 to June 2024", [71, 26]), ("Halm Books, May 2022 to June 2024", [71])],
    ids=["a post", "a further client"],
)
def test_list_of_clients_ends_at_the_next_post(third: str, expected: list[int], understand: Understand) -> None:
    marks: list[Mark] = [Text(50, 50, "Mira Sandoval", size=20), Text(50, 90, "Experience", size=14, bold=True)]
    marks += column(50, 115, ["Translator, own firm, since January 2021", "Regular clients:"], 14)
    for at, (when, who) in enumerate((("2022–2026", "Ostby Films"), ("2021–2024", "Fjord Turbines"), ("2021", "Quay"))):
        marks += [Text(50, 145 + 16 * at, when), Text(150, 145 + 16 * at, f"{who} – letters and manuals of the year")]
    found = entries(
        understand(pdf_of([*marks, Text(50, 195, third), Text(50, 209, "Read what was sent.")])), "experience"
    )
    assert [job.dates and job.dates.months for job in found] == expected


@pytest.mark.parametrize(("above", "title"), [("in two volumes.", "Clerk"), ("in two volumes with", "October")])
def test_title_that_fills_a_line_stands_above_its_time(above: str, title: str, understand: Understand) -> None:
    first = "Editor, Halm Books, May 2022 to June 2024\nRead and edited what others had written of the sea, " + above
    second = (
        "Clerk of the letters, Office of the Harbour of the North of all Fjords, Ostby,\nOctober 2020 to March 2022"
    )
    found = entries(understand(typed(f"{NAME}# Experience\n{first}\n{second}\n{STUDIES}")), "experience")
    assert [job.title.split(" ")[0].strip(",") for job in found] == ["Editor", title]


# ----------------------------------------------------------------------------------------------------------- headings


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("What I have been doing", SectionKind.experience),
        ("Places where I've worked so far", SectionKind.experience),
        ("Where I studied", SectionKind.education),
        ("Things I use", SectionKind.skills),
        ("What I have won", SectionKind.awards),
        ("Where I have been", None),
        ("What the team has been doing", None),  # not the writer
        ("What I have been doing at Halm", None),  # of one place
        ("Career Background (newest first)", SectionKind.experience),
        ("Career Snapshot", None),  # a summary
        ("Work", SectionKind.experience),
        ("Computer Science", None),
        ("Personal Details Further", None),
    ],
)
def test_what_a_heading_says_of_the_writer_tells_its_kind(
    text: str, kind: SectionKind | None, taxonomy: Taxonomy
) -> None:
    said = lexicon(taxonomy.headings).says(text, slips=False)
    assert (said.kinds[0] if said and said.whole else None) is kind


SMALL = [
    ("who I am", "Baker of rye bread, and of the news of the town."),
    ("what I have been doing", "Baker, Kestrel Foods, Jan 2020 - Present"),
    ("{}", "The Salt and the Rye (2019), Halm Books"),
    ("where I studied", "BSc Biology, Delft University, 2014 - 2018"),
    ("tools", "Ovens, mills, stoves"),
]


@pytest.mark.parametrize(
    ("unknown", "gap", "found"),
    [
        ("shelf of mine", 12, True),
        ("shelf of mine", 3, False),  # not as clear of the line above
        ("Shelf of mine", 12, False),  # otherwise begun
        ("shelf of mine,", 12, False),  # goes on
        ("shelf since May 2019", 12, False),  # a time
    ],
)
def test_white_space_tells_a_heading_in_small_letters_that_no_list_knows(
    unknown: str, gap: int, found: bool, understand: Understand
) -> None:
    marks: list[Mark] = [Text(50, 50, "Mira Sandoval", size=20)]
    y = 70.0
    for heading, line in SMALL:
        text = heading.format(unknown)
        y += gap if "{" in heading else 12
        marks += column(50, y, [text, line], 14)
        y += 28
    headings = [section.heading for section in understand(pdf_of(marks)).sections]
    assert (unknown.strip(",") in headings) is found
    assert "what I have been doing" in headings


# -------------------------------------------------------------------------------------------------------- certificates


@pytest.mark.parametrize(
    ("heading", "lines", "kind"),
    [
        ("Papers", "First aid course, Ostby, 2022\nCrane driver, grade 2, 2019", "certifications"),
        ("Papers", "The salt of rye, Journal of Bread, 2022\nA course of rye, 2019", "publications"),
        ("Papers", "“A course of rye”, Ostby, 2022", "publications"),
        ("Papers", "The salt of rye, 2022", "publications"),
        ("Diplomas", "Rye teaching, 2022\nCrane driver, 2019", "certifications"),
    ],
)
def test_papers_that_were_earned_are_certificates(heading: str, lines: str, kind: str, understand: Understand) -> None:
    assert kinds(understand(f"{NAME}# {heading}\n{lines}\n{STUDIES}"))[1] == kind


@pytest.mark.parametrize(
    ("first", "kind"), [("National Certificate in Baking", "certifications"), ("Diploma in Baking", "education")]
)
def test_certificates_called_like_a_degree_are_none_where_another_heading_has_the_school(
    first: str, kind: str, understand: Understand
) -> None:
    text = f"{NAME}Lives in Delft\n# Training and tickets\n- {first}, 2012\n- Cranes, 2015\n- First aid course, 2025\n"
    assert kinds(understand(f"{text}# Schooling\nOstby Harbour High School, 2004 to 2008\n"))[1] == kind


# ---------------------------------------------------------------------------------------------------------- the layout


def test_cards_that_say_year_and_month_in_numbers_stand_each_under_its_heading(understand: Understand) -> None:
    marks: list[Mark] = [Text(50, 50, "Mira Sandoval", size=20), Text(50, 90, "Jobs", size=14, bold=True)]
    for x, y, title, where, when in (
        (50, 115, "Head Baker", "Kestrel Foods", "2023-09 – ongoing"),
        (300, 115, "Baker", "Kestrel Foods", "2021-03 – 2023-08"),
        (50, 175, "Cook", "Halm Ltd", "2020-08 – 2021-01"),
        (300, 175, "Porter", "Quay Ltd", "2018-06 – 2020-06"),
    ):
        marks += [Text(x, y, title, bold=True), *column(x, y + 13, [where, when, "Rye bread and stew"], 13)]
    marks += [Text(50, 245, "Games", size=14, bold=True)]
    for x, title in ((50, "Moss by Night 2022-12"), (300, "The Lantern 2020-01 – 2020-05")):
        marks += [Text(x, 270, title, bold=True), Text(x, 283, "Made by six in a summer")]
    found = entries(understand(pdf_of(marks)), "experience")
    assert [(job.title, job.dates and job.dates.months) for job in found] == [
        ("Head Baker", 39),
        ("Cook", 6),
        ("Baker", 30),
        ("Porter", 25),
    ]


@pytest.mark.parametrize(
    ("head", "down", "titles"),
    [
        ("Period", 5.5, ["Kestrel", "Halm", "Quay"]),  # in the middle of each cell
        ("From|Until", 5.5, ["Kestrel", "Halm", "Quay"]),
        ("Period", 0, ["Kestrel", "Halm", "Quay"]),
        ("Whenever it was", 5.5, []),
    ],
)
def test_column_of_dates_below_the_head_of_a_table_labels_the_cells_beside_it(
    head: str, down: float, titles: list[str], understand: Understand
) -> None:
    about = "Baker and cook of the north, who bakes for the town, for its schools and for the ferries"
    marks: list[Mark] = [Text(50, 50, "Mira Sandoval", size=20), Text(50, 75, about)]
    marks += [Text(55 + 40 * at, 100, name) for at, name in enumerate(head.split("|"))]
    marks += [Text(300, 100, "Work history")]
    rows = [
        (
            "2021/07 – present",
            "Kestrel Foods, baker. Rye bread for three canteens and one inn, with",
            "the mill each week.",
        ),
        ("2018/10 – 2021/06", "Halm Ltd, cook. Cold kitchen, menus of the summer and all of the", "stores."),
        ("2016/04 – 2018/09", "Quay Ltd, porter. Crates of the ferry, the ropes and the letters of", "the harbour."),
    ]
    for at, (when, first, second) in enumerate(rows):
        y = 120 + 29 * at
        marks += [Text(50, y + down, when), Text(190, y, first), Text(190, y + 11, second)]
    marks += [
        Text(260, 230, "Special skills, hobbies"),
        Text(50, 248, "Ovens, mills. Walks along old canals of the town."),
    ]
    found = entries(understand(pdf_of(marks)), "experience")
    assert [job.title.split()[0] for job in found if job.dates] == titles


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Music teacher, Halm College, forms 1 to 3; chess club", "job"),  # a duty of the post
        ("Chess club of Halm College; forms 1 to 3", "activity"),
        ("Cared for family and saw the coast", "leave"),
        ("Laid off, looked after our twins", "leave"),
        ("Nurse, cared for families, Halm Ward", "job"),
    ],
)
def test_entry_is_what_the_first_part_of_its_head_says(title: str, kind: str, understand: Understand) -> None:
    resume = understand(
        "Ada Quill\n# Experience\n## Cook, Gull Inn | Jan 2020 - Mar 2021\n- Ran it\n"
        f"## {title} | Mar 2018 - Dec 2019\n"
    )
    assert [entry.kind.value for entry in entries(resume, "experience")] == ["job", kind]
