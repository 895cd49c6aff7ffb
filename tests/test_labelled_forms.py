"""Forms that name each value of a job before it or in the margin → jobs, each with its own employer."""

from __future__ import annotations

from pages import AS_OF, Mark, Text, document_of, pdf_of

from gapcheck.resume.reader import read_resume
from gapcheck.taxonomy import Taxonomy

FORM = [
    ("Dates", "03/2021 - Present"),
    ("Position held", "Baker"),
    ("Main activities", "Baked the bread of the town, of rye and of barley, by day and by night"),
    ("Employer", "Kestrel Foods, Halden"),
    ("Dates", "01/2018 - 02/2021"),
    ("Position held", "Porter"),
    ("Main activities", "Carried the letters of the town, by day and by night, up the hill"),
    ("Employer", "Orrin Post, Halden"),
    ("Dates", "earlier"),
    ("Position held", "Clerk"),
    ("Main activities", "Kept the stamps of the town in order, by day and by night, for years"),
    ("Employer", "Halm Ltd, Halden"),
]


def test_jobs_of_a_form_begin_where_its_first_label_stands_again(taxonomy: Taxonomy) -> None:
    marks: list[Mark] = [Text(50, 50, "Mira Sandoval", size=20), Text(50, 90, "Work experience", size=14, bold=True)]
    for number, (label, value) in enumerate(FORM):
        marks += [Text(150, 130 + 16 * number, label, right=True), Text(165, 130 + 16 * number, value)]
    resume = read_resume(document_of(pdf_of(marks)), taxonomy, AS_OF)
    jobs = [(entry.title, entry.organisation) for _, entry in resume.entries() if entry.kind.is_work]
    assert jobs == [
        ("Baker", "Kestrel Foods, Halden"),
        ("Porter", "Orrin Post, Halden"),
        ("Clerk", "Halm Ltd, Halden"),
    ]


def test_employer_named_twice_in_the_margin_is_no_label(taxonomy: Taxonomy) -> None:
    marks: list[Mark] = [Text(50, 50, "Mira Sandoval", size=20), Text(50, 90, "Work experience", size=14, bold=True)]
    rows = [("Halm Bank", "Director, loans"), ("Halm Bank", "Manager, loans"), ("Orrin Post", "Clerk, letters")]
    for number, (label, value) in enumerate(rows):
        top = 130 + 30 * number
        marks += [Text(50, top, label), Text(165, top, value), Text(420, top, f"{2020 - number} - {2021 - number}")]
        marks += [Text(165, top + 13, "Told the town of the bread, by day and by night")]
    resume = read_resume(document_of(pdf_of(marks)), taxonomy, AS_OF)
    assert len([entry for _, entry in resume.entries() if entry.kind.is_work]) == len(rows)


def test_times_in_the_margin_are_no_labels(taxonomy: Taxonomy) -> None:
    marks: list[Mark] = [Text(50, 50, "Mira Sandoval", size=20), Text(50, 90, "Work experience", size=14, bold=True)]
    rows = [
        ("2019 - 2020", "Baker, Kestrel Foods"),
        ("2017 - 2018", "Porter, Orrin Post"),
        ("2019 - 2020", "Clerk, Halm"),
    ]
    for number, (label, value) in enumerate(rows):
        marks += [Text(50, 130 + 30 * number, label), Text(165, 130 + 30 * number, value)]
        marks += [Text(165, 143 + 30 * number, "Told the town of the bread, by day and by night")]
    resume = read_resume(document_of(pdf_of(marks)), taxonomy, AS_OF)
    assert len([entry for _, entry in resume.entries() if entry.kind.is_work]) == len(rows)


def test_post_that_a_label_names_is_a_job_though_it_is_set_in_and_undated(taxonomy: Taxonomy) -> None:
    marks: list[Mark] = [Text(50, 50, "Mira Sandoval", size=20), Text(50, 90, "Work experience", size=14, bold=True)]
    lines = [(50, "Organization: Orrin Post"), (50, "Position: Clerk"), (50, "Dates: Jan 2019 - Dec 2019")]
    lines += [(50, "Duties:"), (64, "Kept the stamps of the town, by day and by night, for the post of the north")]
    lines += [(58, "Organization: Halm Ltd"), (58, "Position: Baker"), (64, "Baked the rye bread of the town by night")]
    marks += [Text(x, 130 + 15 * number, text) for number, (x, text) in enumerate(lines)]
    resume = read_resume(document_of(pdf_of(marks)), taxonomy, AS_OF)
    assert [entry.title for _, entry in resume.entries() if entry.kind.is_work] == ["Clerk", "Baker"]
