"""Headings and dates in a margin, parts of entries that look like titles → what is understood of them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pages import AS_OF, Mark, Text, pdf_of, texts_of, typed
from sections_read import Understand, dates, entries, kinds

from gapcheck.resume import month_number
from gapcheck.resume.reader import read_resume
from gapcheck.taxonomy import Taxonomy

LINES = {
    "EDUCATION": ["Ostby Lake University", "MSc Rye Growing, 2014 – 2016", "BSc Biology, 2011 – 2014"],
    "WORK\nEXPERIENCE": ["Kestrel Foods, Delft", "Baker, Jan 2020 – Present", "Rye bread for the town and the ferry"],
    "FURTHER\nEXPERIENCE": ["Halm Ltd, Ostby", "Cook, Mar 2016 – Dec 2019", "Soup and menus of two summers"],
    "PRIZES &\nGRANTS": ["Bread of the year, 2018", "Given by the bakers of the fjord", "Travel grant, 2015"],
    "CLUBS &\nSOCIETIES": ["Rowing on the lake", "Chess of a town", "Friends of the ferry and of its crew"],
}


@pytest.mark.parametrize("bold", [True, False])
def test_rows_of_a_bold_heading_in_the_margin_are_no_column(bold: bool) -> None:
    marks: list[Mark] = []
    for number, (label, lines) in enumerate(LINES.items()):
        y = 90 + 95 * number
        marks += [Text(50, y + 9.7 * at, part, size=9, bold=bold) for at, part in enumerate(label.split("\n"))]
        long = [*lines, *["Each of it and what is more and what is more and what is more besides"] * 3]
        marks += [Text(140, y + 13 * at, line) for at, line in enumerate(long)]
    assert ("WORK EXPERIENCE\tKestrel Foods, Delft" in texts_of(pdf_of(marks))) is bold


def test_heading_on_top_of_a_page_is_no_title_below_the_time_on_the_page_before(understand: Understand) -> None:
    top: list[Mark] = [Text(60, 50, "Mira Sandoval", size=20), Text(60, 90, "Experience", size=13, bold=True)]
    top += [Text(60, 120, "Baker, Kestrel Foods, Jan 2018 - Dec 2019"), Text(60, 135, "Rye bread for the town")]
    top += [Text(60, 160, "Education", size=13, bold=True), Text(60, 180, "BSc Biology, Delft University")]
    top += [Text(60, 195, "2009 - 2012", size=13)]
    below: list[Mark] = [Text(60, 50, "Fjords and ferries", size=13, bold=True)]
    below += [Text(60, 75 + 15 * at, line) for at, line in enumerate(("By boat, 40 times", "On foot, twice"))]
    assert "Fjords and ferries" in [section.heading for section in understand(pdf_of(top, below)).sections]


@pytest.mark.parametrize("post", ["Baker", "Halsa"])
def test_beside_jobs_the_model_takes_for_work_what_names_a_post(post: str, understand: Understand) -> None:
    more = (
        f"# Career stations\n{post}, Halm Ltd, Jan 2012 - Dec 2013\n- Led six people\n{post}, Rill, May 2009 - Dec 2011"
    )
    job = "# Experience\nCook, Kestrel Foods, Jan 2018 - Dec 2019\n- Soup"
    found = kinds(understand(f"Mira Sandoval\n{job}\n{more}\n# Education\nBSc Biology, Delft University, 2009 - 2012"))
    assert (found.count("experience") == 2) is (post == "Baker")
    alone = kinds(understand(f"Mira Sandoval\n# Interests\nSailing\n{more}\n# Skills\nSQL"))
    assert alone.count("experience") == 1


def test_unknown_headings_look_like_a_known_one_in_capitals_above_the_usual_ones(taxonomy: Taxonomy) -> None:
    document = typed(
        "Mira Sandoval\nLives in Delft\nObjective\nBread\nSKILL SET\nSQL\nWHERE I WENT\n"
        "Baker, Kestrel Foods, Jan 2018 - Dec 2018\n- Rye\nHobbies\nSailing\n"
    )
    sizes = {"Objective": 11, "Hobbies": 11, "SKILL SET": 12, "WHERE I WENT": 12}
    (page,) = document.pages
    set_bold = tuple(
        replace(line, words=tuple(word._replace(size=sizes[line.text], bold=True) for word in line.words))
        if line.text in sizes
        else line
        for line in page.lines
    )
    found = read_resume(replace(document, pages=(replace(page, lines=set_bold),)), taxonomy, AS_OF)
    assert kinds(found) == ["header", "summary", "skills", "experience", "interests"]


# -------------------------------------------------------------------------------------------------------------- degrees

DEGREES = "\n".join(
    (
        "Mira Sandoval", "# Experience", "## Baker, Kestrel Foods | Jan 2018 - Dec 2019", "- Rye bread for the town",
        "{} B.Sc in Biology from Delft University in 2015", "- M.F.T. in Rye from Ostby College in 2012",
        "- A 6 from Halm School of the town in 2009.", "# Interests", "Sailing",
    )
)  # fmt: skip


@pytest.mark.parametrize(("mark", "count"), [("-", 3), ("", 0)])
def test_what_is_listed_below_a_degree_and_names_school_and_year_is_one(
    mark: str, count: int, understand: Understand
) -> None:
    found = entries(understand(DEGREES.format(mark)), "education")
    assert [entry.kind.value for entry in found] == ["education"] * count


def test_line_below_the_last_listed_degree_hides_nothing_of_it(understand: Understand) -> None:
    degrees = "- BSc Biology from Delft University in 2015\n- HSC from Halm School in 2009\n## What else I did"
    found = entries(understand(f"Mira Sandoval\n# Education\n{degrees}\n# Interests\nSailing"), "education")
    assert [entry.kind.value for entry in found] == ["education", "education"]


# ---------------------------------------------------------------------------------------------------- what entries are


@pytest.mark.parametrize(
    ("section", "title", "kind"),
    [
        ("Projects", "Data Engineer Internship, Kestrel Foods | Jan 2018 - May 2018", "internship"),
        ("Projects", "Internship project: routes of a ferry | Jan 2018 - May 2018", "project"),
        ("Projects", "Data Engineer Internship, Kestrel Foods", "project"),
        ("Leadership", "Internship Coordinator, Delft University | Jan 2018 - May 2018", "activity"),
        ("Leadership", "Intern, Kestrel Foods | Jan 2018 - May 2018", "internship"),
        ("Experience", "Certified ScrumMaster, Ostby | Dec 2014 - Dec 2016", "certificate"),
        ("Experience", "Certified Nursing Assistant, Halm Ltd | Dec 2014 - Dec 2016", "job"),
        ("Experience", "Certified Phlebist, Halm Ltd | Dec 2014 - Dec 2016\n- Drew blood", "job"),
    ],
)
def test_entry_is_what_its_title_says(section: str, title: str, kind: str, understand: Understand) -> None:
    text = f"Mira Sandoval\n# {section}\n## {title}\n# Education\nBSc Biology, Delft University | 2009 - 2012"
    found = next(entry for part, entry in understand(text).entries() if part.heading == section)
    assert found.kind.value == kind


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Corporate Exposure", "experience"),
        ("Computer Exposure", "skills"),
        ("International Exposure", "other"),
    ],
)
def test_what_a_writer_was_exposed_to_need_not_be_work(heading: str, kind: str, understand: Understand) -> None:
    job = "# Experience\nBaker, Kestrel Foods, Jan 2018 - Dec 2019\n- Rye"
    text = f"Mira Sandoval\n{job}\n# {heading}\nLakes and towns\n# Education\nBSc Biology, Delft University"
    assert kinds(understand(text))[2] == kind


@pytest.mark.parametrize(("employer", "count"), [("Company Name", 3), ("What I did", 1)])
def test_place_of_an_employer_in_a_form_opens_a_job_each_time(
    employer: str, count: int, understand: Understand
) -> None:
    job = (
        f"Baker, Jan 2018 - Dec 2019\n- Rye bread\n- Ovens\n\n{employer}\n- Soup\n- Menus\n\n{employer}\n- Fish\n- Salt"
    )
    text = f"Mira Sandoval\n# Experience\n{job}\n# Education\nBSc Biology, Delft University | 2009 - 2012"
    assert len(entries(understand(text), "experience")) == count


# ------------------------------------------------------------------------------------------------- dates in the margin


@pytest.mark.parametrize("turned", [True, False])
def test_end_above_its_begin_in_one_label_is_a_range(turned: bool, understand: Understand) -> None:
    marks: list[Mark] = [Text(60, 50, "Mira Sandoval", size=20), Text(60, 90, "Experience", size=13, bold=True)]
    for at, (begin, end) in enumerate((("Aug 2021", "May 2023"), ("Feb 2018", "Jul 2021"), ("Jan 2016", "Mar 2017"))):
        y = 110 + 70 * at
        marks += [Text(60, y, end if turned else "Ostby", size=9), Text(60, y + 10, begin, size=9)]
        marks += [Text(150, y, "Baker of the town, Kestrel Foods, Delft by the sea and the ferry")]
        marks += [Text(150, y + 13 * row, f"• Rye bread and soup for the ferry, run {row}") for row in (1, 2, 3)]
    jobs = [job.dates for job in entries(understand(pdf_of(marks)), "experience") if job.kind.is_work]
    both = [dates((2021, 8), (2023, 5)), dates((2018, 2), (2021, 7)), dates((2016, 1), (2017, 3))]
    assert (jobs == both) is turned


@pytest.mark.parametrize("gap", [24, 0])
def test_tools_that_end_an_entry_are_no_title_of_the_next(gap: int, understand: Understand) -> None:
    marks: list[Mark] = [Text(60, 50, "Mira Sandoval", size=20), Text(60, 90, "Projects", size=13, bold=True)]
    y = 115.0
    for title, time in (("Ferry routes", "Jan 2020 - May 2020"), ("Mill plans", "Jan 2019 - May 2019")):
        marks += [Text(60, y, f"{time}"), Text(180, y, title)]
        marks += [Text(190, y + 12 * row, f"• What the ferry does on its run {row} by the lakes") for row in (1, 2, 3)]
        marks += [Text(180, y + 46, "Ovens      Bread baking      Menus", size=8)]
        y += 60 + gap
    titles = [entry.title for entry in entries(understand(pdf_of(marks)), "projects")]
    assert (titles[:2] == ["Ferry routes", "Mill plans"]) is bool(gap)


@pytest.mark.parametrize(
    ("title", "first", "last"),
    [
        ("Head since 2021, Lake School (September 2015 – present)", (2015, 9), (2026, 11)),
        ("Head since 2013, Lake School (August 2012 – August 2015)", (2012, 8), (2015, 8)),
        ("Head (2013 – 2014), Lake School (2012 – 2015)", (2012, 1), (2014, 12)),
        ("Head (2013 – 2014), Lake School (2014 – 2016)", (2013, 1), (2015, 12)),
        ("Head since 2013, Lake School (August 2014 – August 2015)", (2013, 1), (2025, 12)),
    ],
)
def test_time_of_an_entry_is_the_range_of_its_line_that_the_first_one_lies_in(
    title: str, first: tuple[int, int], last: tuple[int, int], understand: Understand
) -> None:
    text = f"Mira Sandoval\n# Experience\n{title}\n- Rye\n# Education\nBSc Biology, Delft University, 2009 - 2012"
    (job,) = entries(understand(text), "experience")
    assert job.dates is not None
    assert (job.dates.first, job.dates.last) == (month_number(*first), month_number(*last))
