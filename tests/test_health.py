"""The reader looks at its own result: what looks odd is found, and told where it makes a wrong reading likely."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from pages import Text, document_of, pdf_of, resume_pdf, typed

from gapcheck import Analyzer
from gapcheck.outputs.terminal.screen import text_report
from gapcheck.resume.health import HealthModel, ReadingTrust, health_of, load_health_model
from gapcheck.resume.health_signs import signs_of
from gapcheck.resume.model import HealthFinding
from gapcheck.resume.reader import read_resume
from gapcheck.taxonomy import Taxonomy

AS_OF = date(2026, 11, 1)
PLAIN = """Mira Sandoval
# Experience
## Data analyst, Kestrel Foods | Jan 2020 - Mar 2022
- Built reports in Python and SQL for the buyers
- Trained a model that forecasts demand
## Junior analyst, Tallow Freight | Feb 2018 - Dec 2019
- Kept the tables of the depots in Excel
# Education
## BSc Statistics, Delft University | 2014 - 2018
# Skills
Python, SQL, Excel
"""
ODD = {
    "dates-outside": PLAIN.replace("# Experience", "# Hobbies"),
    "dates-unread": PLAIN.replace("Feb 2018 - Dec 2019", "Feb 2018 - Dec 2091"),
    "work-outside": PLAIN.replace("# Experience", "# Awards"),
    "no-work": PLAIN.replace("# Experience", "# Awards"),
    "degree-in-work": PLAIN.replace("# Education\n", "").replace("## BSc Statistics", "## Analyst with a BSc"),
    "job-unlike": PLAIN.replace("# Education", "## House of Rye and Barley | Jan 2017 - Dec 2017\n- Sang\n# Education"),
    "education-unlike": PLAIN.replace("# Skills", "## Kestrel Foods | 2019 - 2020\n- Sang\n- Rowed\n- Filed\n# Skills"),
    "text-unplaced": PLAIN.replace("# Experience", "# Hobbies").replace(" | ", " " + "rye and barley " * 20),
    "dates-aside": PLAIN + "# Harbour and Sea\n## House of Rye | Jan 2017 - Dec 2017\nSang\n",
    "jobs-of-a-date": PLAIN.replace(" - Mar 2022", "").replace(" - Dec 2019", ""),
    "dates-left": PLAIN.replace("a model that forecasts demand", "a model | Jan 2016 - Dec 2017"),
    "work-undated": PLAIN.replace(" | Jan 2020 - Mar 2022", "").replace(" | Feb 2018 - Dec 2019", ""),
    "work-nowhere": "Mira Sandoval\n# Experience\nThree summers on the rye fields of Delft\n# Skills\nPython, SQL\n",
    "job-long": PLAIN.replace("Feb 2018 - Dec 2019", "Feb 1985 - Dec 2019"),
}


def codes(text: str, taxonomy: Taxonomy) -> set[str]:
    resume = read_resume(typed(text), taxonomy, AS_OF)
    return {one.code for one in signs_of(resume, taxonomy)}


def test_several_degrees_that_are_a_time_and_no_school_are_odd(taxonomy: Taxonomy) -> None:
    events = "".join(f"## Joined the mill {number} | 201{number}\n" for number in range(3))
    assert "education-unlike" in codes(PLAIN.replace("# Skills", f"{events}# Skills"), taxonomy)
    assert "education-unlike" not in codes(PLAIN.replace("# Skills", f"{events[:28]}# Skills"), taxonomy)


def test_plain_resume_is_fine(taxonomy: Taxonomy) -> None:
    health = health_of(read_resume(typed(PLAIN), taxonomy, AS_OF), taxonomy)
    assert health.verdict is ReadingTrust.fine and not health.findings


def test_each_post_of_a_resume_without_jobs_is_found(taxonomy: Taxonomy) -> None:
    resume = read_resume(typed(PLAIN.replace("# Experience", "# Awards")), taxonomy, AS_OF)
    quotes = [one.quote for one in signs_of(resume, taxonomy) if one.code == "no-work"]
    assert quotes == ["Data analyst, Kestrel Foods", "Junior analyst, Tallow Freight"]


VAGUE = ["forecasts demand for the shops | 2020 - 2022", "forecasts demand. Since March 2021 I lead it"]


@pytest.mark.parametrize("told", VAGUE)
def test_time_that_a_job_tells_vaguely_is_no_doubt(told: str, taxonomy: Taxonomy) -> None:
    assert "dates-left" not in codes(PLAIN.replace("forecasts demand", told), taxonomy)


@pytest.mark.parametrize("title", ["Doctoral researcher, Delft University", "PhD, robotics, Delft University"])
def test_post_for_a_doctorate_is_no_degree_among_jobs(title: str, taxonomy: Taxonomy) -> None:
    post = PLAIN.replace("## Data analyst, Kestrel Foods", f"## {title}")
    assert "degree-in-work" not in codes(post, taxonomy)


def test_jobs_without_dates_among_those_with_are_found(taxonomy: Taxonomy) -> None:
    undated = PLAIN.replace("# Education", "## Sales manager\n- Sold 3 mills\n## Office manager\n- Filed\n# Education")
    resume = read_resume(document_of(resume_pdf(undated)), taxonomy, AS_OF)
    assert [one.quote for one in signs_of(resume, taxonomy) if one.code == "job-undated"] == [
        "Sales manager", "Office manager",
    ]  # fmt: skip


@pytest.mark.parametrize(("title", "found"), [("Rye fields of the north", True), ("Sales manager", False)])
def test_what_has_no_time_below_jobs_is_odd_unless_it_names_a_post(title: str, found: bool, taxonomy: Taxonomy) -> None:
    text = PLAIN.replace("# Education", f"## {title}\n- Sang\n- Rowed\n# Education")
    resume = read_resume(document_of(resume_pdf(text)), taxonomy, AS_OF)
    assert ("entry-undated" in {one.code for one in signs_of(resume, taxonomy)}) is found


UNREAD = [
    "Jan 2O2O - Mar 2O22",
    "Jan MMXX - Mar MMXXII",
    "20200115/20220330",
    "\ue001ug 2020 – \ue002ug 2022",
    "in the 12/2020 olaxi 11/2022 Delft",
    "Jan MCMXCVIII - Mar MMII",
]


@pytest.mark.parametrize("dates", UNREAD)
def test_date_that_was_not_understood_is_found(dates: str, taxonomy: Taxonomy) -> None:
    assert "dates-unread" in codes(PLAIN.replace("Jan 2020 - Mar 2022", dates), taxonomy)


def test_method_of_roman_letters_is_no_date(taxonomy: Taxonomy) -> None:
    assert "dates-unread" not in codes(PLAIN.replace("Built reports in Python", "Built MCMC models"), taxonomy)


@pytest.mark.parametrize(("line", "odd"), [("As of 2026 / 10 / 5", False), ("Jan 2015 - present", True)])
def test_day_of_the_page_in_the_letterhead_is_no_entry(line: str, odd: bool, taxonomy: Taxonomy) -> None:
    assert ("dates-outside" in codes(PLAIN.replace("# Experience", f"{line}\n# Experience"), taxonomy)) is odd


WITHIN = [
    "Ran the season from Jan 2021 to Mar 2021",
    "Stayed with the firm from 2017 to 2023",
    "Project: the northern depots (2020 - 2023)",
    "Since 2015 I have spoken for the buyers of the county in the group on loaves",
    "Wrote reports in SQL Server 2008-2012",
]


@pytest.mark.parametrize("text", WITHIN)
def test_range_within_or_around_the_time_of_a_job_is_not_odd(text: str, taxonomy: Taxonomy) -> None:
    assert "dates-left" not in codes(PLAIN.replace("Trained a model that forecasts demand", text), taxonomy)


@pytest.mark.parametrize(("line", "left"), [("Trainer, Rye Works 2008 - 2012", True), ("Excel 2008 - 2012", False)])
def test_years_behind_a_word_are_left_where_a_post_is_named(line: str, left: bool, taxonomy: Taxonomy) -> None:
    text = PLAIN.replace("Trained a model that forecasts demand", line)
    assert ("dates-left" in codes(text, taxonomy)) is left


@pytest.mark.parametrize(("printed", "left"), [("since Jan 2020", True), ("Jan 2020 - Mar 2022", False)])
def test_dates_alone_on_a_line_that_no_entry_took_are_left(printed: str, left: bool, taxonomy: Taxonomy) -> None:
    resume = read_resume(typed(PLAIN.replace(" | Jan 2020", "\nJan 2020")), taxonomy, AS_OF)
    sections = [
        replace(one, entries=tuple(replace(entry, printed=printed, dates=None) for entry in one.entries))
        if one.kind == "experience"
        else one
        for one in resume.sections
    ]
    read = replace(resume, sections=tuple(sections))
    assert [one.quote for one in signs_of(read, taxonomy) if one.code == "dates-left"][:1] == (
        ["Jan 2020 - Mar 2022"] if left else ["## Junior analyst, Tallow Freight | Feb 2018 - Dec 2019"]
    )


@pytest.mark.parametrize(("dates", "unread"), [("SY18 – SY19", True), ("Delft 10 - ours", False)])
def test_short_form_that_nobody_knows_is_found_where_others_have_their_dates(
    dates: str, unread: bool, taxonomy: Taxonomy
) -> None:
    text = PLAIN.replace("Feb 2018 - Dec 2019", dates)
    resume = read_resume(document_of(resume_pdf(text)), taxonomy, AS_OF)
    assert ("job-unread" in {one.code for one in signs_of(resume, taxonomy)}) is unread


BESIDE = [
    (["Jan 2018 - Dec 2019"], False),
    (["Jan 2018 - Dec 2019", "Jan 2016 - Dec 2017", "freelance"], True),
    (["Jan 2018 - Dec 2019", "2016", "freelance"], False),
    (["2018", "2016", "2014"], True),
    (["Jan 2018 - Dec 2019", "Rye Works, since 2018 its head", "freelance"], False),
]


@pytest.mark.parametrize(("dates", "odd"), BESIDE)
def test_jobs_side_by_side_that_were_read_as_one_are_found(dates: list[str], odd: bool, taxonomy: Taxonomy) -> None:
    rows = [
        ["Baker, Rye Works", "Miller, Oat Mill", "Cook, Barley Inn"][: len(dates)],
        dates,
        ["Baked rye bread for shops"],
    ]
    marks = [Text(60, 60, "Mira Sandoval", size=16), Text(60, 100, "Experience", size=14, bold=True)]
    marks += [
        Text(60 + 170 * at, 125 + 15 * row, cell) for row, cells in enumerate(rows) for at, cell in enumerate(cells)
    ]
    resume = read_resume(document_of(pdf_of(marks)), taxonomy, AS_OF)
    assert ("jobs-beside" in {one.code for one in signs_of(resume, taxonomy)}) is odd


def test_years_of_a_part_of_a_job_may_be_off_by_some_months(taxonomy: Taxonomy) -> None:
    text = PLAIN.replace("Kept the tables of the depots in Excel", "Project: the northern depots ({})")
    odd = {years: "dates-left" in codes(text.format(years), taxonomy) for years in ("2018 - 2019", "2014 - 2015")}
    assert odd == {"2018 - 2019": False, "2014 - 2015": True}


@pytest.mark.parametrize("further", [True, False])
def test_lengths_below_a_job_that_says_only_a_length_are_left(further: bool, taxonomy: Taxonomy) -> None:
    text = PLAIN.replace(" | Jan 2020 - Mar 2022", " (2 years)").replace("## Junior analyst, Tallow Freight", "Junior")
    text = text.replace(" | Feb 2018 - Dec 2019", ", Tallow Freight (20 months)" if further else ", Tallow Freight")
    assert ("dates-left" in codes(text, taxonomy)) is further


@pytest.mark.parametrize("first", [True, False])
def test_only_what_stands_below_a_degree_is_unlike_education(first: bool, taxonomy: Taxonomy) -> None:
    unlike = "## Kestrel Foods | 2019 - 2020\n- Sang\n- Rowed\n- Filed\n"
    degree = "## BSc Statistics, Delft University | 2014 - 2018\n"
    text = PLAIN.replace(degree, unlike + degree if first else degree + unlike)
    assert ("education-unlike" in codes(text, taxonomy)) is not first


@pytest.mark.parametrize(("line", "code"), [("2015 - 2016", "dates-outside"), ("Kestrel 2015 - 2016", "dates-aside")])
def test_dates_alone_under_an_unknown_heading_weigh_more(line: str, code: str, taxonomy: Taxonomy) -> None:
    found = codes(f"{PLAIN}# Harbour and Sea\nHouse of Rye\n{line}\nSang\n", taxonomy)
    assert found & {"dates-outside", "dates-aside"} == {code}


@pytest.mark.parametrize(
    ("line", "odd"),
    [
        ("Engineer's degree in bread | 2008 - 2014", False),
        ("BSc for engineers, Delft | 2008 - 2014", False),
        ("Engineer at Ostby College | 2008 - 2014", True),
        ("Master for engineers | 2008 - 2014\nOstby", False),
        ("2008 - 2014\nDiploma for engineers", False),
        ("Ostby College | 2008 - 2014\nCertification for engineers", False),
    ],
)
def test_degree_that_sounds_like_a_post_is_no_work(line: str, odd: bool, taxonomy: Taxonomy) -> None:
    studied = PLAIN.replace("# Education", f"# Education\n## {line}")
    assert ("work-outside" in codes(studied, taxonomy)) is odd


@pytest.mark.parametrize("code", ODD)
def test_what_looks_odd_is_found(code: str, taxonomy: Taxonomy) -> None:
    assert code in codes(ODD[code], taxonomy) - codes(PLAIN, taxonomy)


def test_doubt_rises_with_each_sign_and_with_several_of_one_but_not_without_end() -> None:
    model = HealthModel({"dates-left": 1.0, "no-work": 0.5, "job-long": -1.0}, -2.0, 0.5)
    dates, work = HealthFinding("dates-left"), HealthFinding("no-work")
    doubts = [model.doubt(found) for found in ([], [dates], [dates, dates], [dates, dates, work])]
    assert doubts == sorted(doubts) and len(set(doubts)) == 4
    assert model.doubt([dates] * 3) == model.doubt([dates] * 30)
    assert [one.code for one in model.telling([HealthFinding("job-long"), work, *[dates] * 9])] == [
        "no-work", "dates-left", "dates-left", "dates-left",
    ]  # fmt: skip


def test_every_sign_has_words_and_every_weight_a_sign(taxonomy: Taxonomy) -> None:
    weights = load_health_model().weights
    assert set(weights) <= set(taxonomy.health.findings)
    package = Path(__file__).parents[1] / "gapcheck" / "resume"
    source = "".join(
        (package / f"{name}.py").read_text("utf-8")
        for name in ("health", "health_signs", "consistency", "oddities", "untold_times")
    )
    assert all(f'"{code}"' in source for code in taxonomy.health.findings)
    assert all(words.text.format(quote="x") and words.remedy for words in taxonomy.health.findings.values())


def test_findings_are_told_with_their_line_and_what_to_do(analyzer: Analyzer) -> None:
    jobs = "2019 - 2021\nKestrel Foods\nMar 2021 - Jan 2024\nTallow Freight\n2024 - 2025\nHarborline\n"
    text = f"Mira Sandoval\n\nWhat I did\n{jobs}"
    report = analyzer.analyze_bytes(text.encode(), "resume.txt")
    assert report.health.verdict == "check"
    first = next(one for one in report.health.findings if one.line is not None)
    assert first.page == 1 and first.text and first.remedy
    shown = " ".join(text_report(report).split())
    assert f"page 1, line {first.line}: {' '.join(first.text.split())}" in shown
    assert json.loads(report.to_json())["health"]["findings"][0]["code"] == report.health.findings[0].code


@pytest.mark.parametrize(
    ("line", "odd"),
    [
        ("Rowing (captain 2018 - 2020), rye bread", False),
        ("Captain of rowing 2018 - 2020", True),
        ("Rye bread, choir since 2015", False),
    ],
)
def test_range_inside_of_a_line_of_interests_is_no_entry(line: str, odd: bool, taxonomy: Taxonomy) -> None:
    assert ("dates-outside" in codes(f"{PLAIN}# Interests\n{line}\n", taxonomy)) is odd


@pytest.mark.parametrize(("post", "odd"), [("Internship", False), ("Clerk", True)])
def test_internship_of_a_month_has_one_date(post: str, odd: bool, taxonomy: Taxonomy) -> None:
    jobs = "".join(f"## {post}, Halm Ltd | {when}\n- Sang\n" for when in ("May 2023", "Dec 2021"))
    assert ("jobs-of-a-date" in codes(f"Mira Sandoval\n# Experience\n{jobs}", taxonomy)) is odd


@pytest.mark.parametrize("code", ["time-in-text", "time-in-cells", "job-unread", "dates-unread"])
def test_finding_that_is_sure_is_told_whatever_the_weights(code: str) -> None:
    model = HealthModel({}, -9.0, 0.5)
    assert model.doubt_of({"job-look": 1}) < 0.5 <= model.doubt_of({"job-look": 1, code: 1})


STUDENT = """Mira Sandoval
# Education
## BSc Statistics, OLU Ostby, Elm Harbour | 2018 - 2022
# Experience
## Web {post}, {body}{school} | {when}
- Kept the pages of the spring fair
# Skills
Python, SQL, Excel
"""


@pytest.mark.parametrize(
    ("post", "body", "school", "when", "told"),
    [
        ("Manager", "The Founders Cell, ", "OLU Ostby", "Mar 2019 - Mar 2020", True),
        ("Secretary", "The Founders Cell, ", "OLU Ostby", "Mar 2019 - Mar 2020", True),
        ("Manager (paid)", "The Founders Cell, ", "OLU Ostby", "Mar 2019 - Mar 2020", False),
        ("Research Manager", "Harbour Group, ", "OLU Ostby", "Mar 2019 - Mar 2020", False),
        ("Developer", "The Founders Cell, ", "OLU Ostby", "Mar 2019 - Mar 2020", False),  # no such post
        ("Manager", "The Founders Cell, ", "OLU Delft", "Mar 2019 - Mar 2020", False),  # another school
        ("Manager", "The Founders Cell, ", "Elm Harbour", "Mar 2019 - Mar 2020", False),  # a town, and no school
        ("Manager", "", "OLU Ostby", "Mar 2019 - Mar 2020", False),  # of the school itself
        ("Manager", "The Founders Cell, ", "OLU Ostby", "Mar 2023 - Mar 2024", False),  # after the studies
        ("Manager", "The Founders Cell, ", "OLU Ostby", "Mar 2016 - Mar 2017", False),  # before them
    ],
)
def test_post_at_a_body_of_the_own_school_is_asked_about_by_itself(
    post: str, body: str, school: str, when: str, told: bool, taxonomy: Taxonomy
) -> None:
    text = STUDENT.format(post=post, body=body, school=school, when=when)
    health = health_of(read_resume(document_of(resume_pdf(text)), taxonomy, AS_OF), taxonomy)
    assert ("post-at-own-school" in [one.code for one in health.findings]) is told
    assert (health.verdict is ReadingTrust.check) is told


@pytest.mark.parametrize(("above", "left"), [("handed it on in", False), ("handed it all over", True)])
def test_year_alone_on_a_line_that_ends_a_sentence_is_no_date_left(above: str, left: bool, taxonomy: Taxonomy) -> None:
    marks = [Text(50, 50, "Mira Sandoval", size=20), Text(50, 90, "Experience", size=14, bold=True)]
    for y, title, when in ((115, "Analyst, Kestrel Foods", "Jan 2020 - Mar 2022"), (160, "Clerk, Halm", "2018 - 2019")):
        marks += [Text(50, y, title, bold=True), Text(545, y, when, right=True)]
    told = f"• Built the reports for all of the buyers of the harbour in three languages, and {above}"
    marks += [Text(56, 128, told), Text(66, 141, "2021"), Text(56, 173, "• Kept the tables of the depots")]
    resume = read_resume(document_of(pdf_of(marks)), taxonomy, AS_OF)
    assert ("dates-left" in {one.code for one in signs_of(resume, taxonomy)}) is left
