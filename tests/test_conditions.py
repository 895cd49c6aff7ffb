"""What a word means by the place it stands in: a tool's name without company, a name over a line's end, labels."""

from __future__ import annotations

import pytest
from senses import levels, levels_in, report

from gapcheck import Analyzer
from gapcheck.taxonomy import Taxonomy
from gapcheck.text.phrases import Phrases
from gapcheck.text.tokenizer import tokens_of


def jobs(line: str, beside: str, elsewhere: str) -> str:
    return (
        "EXPERIENCE\n"
        f"Night Desk, Orrin Water    Jan 2020 - Jun 2022\n- {line}\n- {beside}\n"
        f"Porter, Halden Harbour    Jan 2018 - Dec 2019\n- {elsewhere}\n"
    )


@pytest.mark.parametrize(
    ("line", "beside", "elsewhere", "counts"),
    [
        # resume, entry and place speak of tools
        ("Minded a Kafka queue that dates from 2014", "Mended loaders in Java", "Carried bags", True),
        # resume and place do, and the model does not speak against it
        ("Minded a Kafka queue", "Answered the phone", "Moved old files into MongoDB", True),
        # the place does not: it may be a person
        ("Talked to Kafka through the night", "Mended loaders in Java", "Carried bags", False),
        # a line that says nothing else is a list of one
        ("Kafka", "Answered the phone", "Moved old files into MongoDB", True),
        # nothing speaks of tools: one of them is not enough
        ("Kafka", "Answered the phone", "Carried bags", False),
        ("Kept the Kafka shelf tidy", "Answered the phone", "Counted bags in Excel", False),
        ("Staged a play after Kafka", "Sold tickets, counted them in Excel", "Carried bags", False),
        # what the model surely takes for something else stays so among tools
        ("Ran the Kafka museum by night", "Mended loaders in Java", "Carried bags", False),
    ],
)
def test_tools_name_needs_no_company_where_all_around_speaks_of_tools(
    line: str, beside: str, elsewhere: str, counts: bool, analyzer: Analyzer
) -> None:
    assert ("kafka" in levels_in(analyzer, jobs(line, beside, elsewhere))) is counts


@pytest.mark.parametrize(
    ("title", "line", "counts"),
    [
        ("Data Engineer, Ostby Salmon", "Gauge readings into Kafka", True),
        ("Backend Developer - Ostby Salmon", "Orders of all shops in Kafka", True),
        ("Salmon Grader, Ostby Fish", "Gauge readings into Kafka", False),  # no post of the trade
        ("Night Porter, Data House", "Gauge readings into Kafka", False),  # the firm's name alone
        ("Data Engineer, Ostby Salmon", "Staged plays of Kafka", False),  # surely somebody
        ("Data Engineer, Ostby Salmon", "Charts that Kafka shows to the board", False),  # who does it may be a person
    ],
)
def test_tools_name_needs_no_company_in_a_post_of_the_trade(
    title: str, line: str, counts: bool, analyzer: Analyzer
) -> None:
    found = report(analyzer, f"EXPERIENCE\n{title}    Jan 2020 - Jun 2022\n- {line}\n- Answered the phone\n")
    assert ("kafka" in levels(found)) is counts


def test_tools_of_every_office_tell_nothing_of_the_words_beside_them(taxonomy: Taxonomy, analyzer: Analyzer) -> None:
    assert "excel" in taxonomy.entry_words.office_tools
    for tool, counts in (("Excel", False), ("PostgreSQL", True)):
        found = report(analyzer, jobs("Restarted Helm jobs by hand", f"Lists in {tool}", "Carried bags"))
        assert ("helm" in levels(found)) is counts


@pytest.mark.parametrize(
    ("line", "counts"),
    [
        ("Wiped rags, sent letters to agents and locked up", False),
        ("RAG over letters, with agents that look up the tenant", True),
        ("RAGs over letters, and agents that look up the tenant", True),
    ],
)
def test_abbreviation_is_company_only_as_it_is_written(line: str, counts: bool, analyzer: Analyzer) -> None:
    assert ("ai-agents" in levels_in(analyzer, jobs(line, "Kept the keys", "Carried bags"))) is counts


@pytest.mark.parametrize(
    ("line", "counts"),
    [
        ("Letters drafted with GPT-4o over its API", False),
        ("Letters drafted with GPT 5 over its API", False),
        ("Trained a GPT on letters of tenants", True),
        ("Trained a GPT-style network on letters of tenants", True),
    ],
)
def test_model_that_is_only_called_is_no_transformer_that_was_made(line: str, counts: bool, analyzer: Analyzer) -> None:
    assert ("transformers" in levels_in(analyzer, jobs(line, "Kept the keys", "Carried bags"))) is counts


@pytest.mark.parametrize(
    ("rows", "skill", "counts"),
    [
        # a list that surely goes on over one line's end does so over all
        (
            "Rosters, Yard Plans, Van Loads, Performance\nOptimization, Search Engine\nOptimization, Stock",
            "optimization",
            False,
        ),
        ("Rosters, Route\nOptimization, Stock, Excel", "optimization", False),
        ("Rosters, Yard Plans, Van Loads,\nAlgebra, Docker\nOptimization, Stock", "optimization", False),
        ("Rosters, Algebra, Calculus\nOptimization, Stock", "optimization", True),
        ("Rosters, Convex\nOptimization, Stock", "optimization", True),
        # a remark in brackets stands between two names of a list
        ("Excel (good), Java (basic), Yard plans", "java", True),
        ("Spark (Scala), Yard plans", "scala", True),
        # what else stands in the list says nothing of a name
        ("Yard plans, Machine Learning, Cold chains", "machine-learning", True),
        ("Yard plans, Rosters, Machine\nLearning, Cold chains, Van loads", "machine-learning", True),
    ],
)
def test_list_of_skills_is_read_over_the_end_of_its_lines(
    rows: str, skill: str, counts: bool, analyzer: Analyzer
) -> None:
    assert (skill in levels_in(analyzer, f"SKILLS\n{rows}\n")) is counts


@pytest.mark.parametrize(
    ("row", "counts"),
    [
        ("Not yet, but planned: Julia, Kafka", False),
        ("Have read about, not used: Julia, Kafka", False),
        ("Tools met while studying: Julia, Kafka", True),  # no denial: only those end a label that says more
        ("What the platform house next door of ours had not used: Julia, Kafka", True),  # too long for a label
        ("Never used (though I read of it): Kafka", False),
        ("To learn - after the exams: Kafka", False),
        ("Learning platforms: Kafka", True),
        ("No, Rust and others: Kafka", True),  # a name in it: that is no label
        ("Streams (Kafka, no experience with Flink), Scripts (Python)", True),
        ("Streams (no experience with Kafka), Scripts (Python)", False),
    ],
)
def test_label_with_a_remark_speaks_of_its_row(row: str, counts: bool, analyzer: Analyzer) -> None:
    assert ("kafka" in levels_in(analyzer, f"SKILLS\n{row}\nExcel, Outlook\n")) is counts


@pytest.mark.parametrize(
    ("line", "level"),
    [
        ("Wrote offers for an old desk program built over 18 years in Java", "basic"),
        ("Developed for 4 years in Java", "advanced"),
        ("Services that I have written for 5 years in Java", "advanced"),
    ],
)
def test_years_in_which_a_thing_was_made_rate_nobody(line: str, level: str, analyzer: Analyzer) -> None:
    body = f"EXPERIENCE\nSales Engineer, Orrin Foods    Mar 2022 - May 2022\n- {line}\n"
    assert levels_in(analyzer, body)["java"] == level


def test_initials_of_a_stack_stand_among_apps_and_sites(analyzer: Analyzer) -> None:
    assert "mongodb" in levels_in(analyzer, jobs("Three web shops in MEAN", "Kept the keys", "Carried bags"))
    assert "mongodb" not in levels_in(analyzer, jobs("THE MEAN OF ALL TIDES", "Kept the keys", "Carried bags"))


@pytest.mark.parametrize(
    ("heading", "counts"),
    [
        ("WHAT I WOULD LOVE TO LEARN", False),
        ("LEARNING NEXT", False),
        ("NEVER USED", False),
        ("NOT MINE", False),
        ("NEXT", False),
        ("PLANS FOR 2027", False),
        ("HOPES", False),
        ("WHAT LIES AHEAD", False),
        ("STILL TO SEE", False),
        ("RATHER NOT", False),
        ("KNOWN GAPS", False),
        ("LIMITS", False),
        ("PLANNING TOOLS", True),
        ("WHAT I LEARNED", True),
        ("WHAT I USE", True),
    ],
)
def test_heading_of_a_wish_speaks_of_all_below_it(heading: str, counts: bool, taxonomy: Taxonomy) -> None:
    said = Phrases(taxonomy.context.quiet_headings.items())(tokens_of(heading))
    assert (not said) is counts


def test_below_the_heading_of_a_wish_nothing_counts(analyzer: Analyzer) -> None:
    body = "EXPERIENCE\nPorter, Orrin Water    Jan 2020 - Jun 2022\n- Carried bags\n\n{}\nKafka, Rust\n"
    assert "kafka" not in levels_in(analyzer, body.format("WHAT I WOULD LOVE TO LEARN"))
    assert "kafka" in levels_in(analyzer, body.format("WHAT I WORK WITH"))


@pytest.mark.parametrize(("year", "counts"), [("2024", True), ("2027", False)])
def test_entry_below_the_heading_of_a_wish_counts_once_its_time_has_come(
    year: str, counts: bool, analyzer: Analyzer
) -> None:
    work = "EXPERIENCE\nPorter, Orrin Water    Jan 2020 - Jun 2022\n- Carried bags\n"
    plan = f"\nPLANNED\nClerk, Orrin Water    Mar {year}\n- Stock lists in Excel\n"
    assert ("excel" in levels_in(analyzer, work + plan)) is counts


@pytest.mark.parametrize(
    ("title", "skill", "counts"),
    [
        ("Porter, CNN Lisbon office", "cnn", False),
        ("CNN Engineer, Lisbon office", "cnn", True),
        ("Data Scientist, CNN group", "cnn", True),
    ],
)
def test_employer_of_another_trade_may_be_called_as_a_method_is(
    title: str, skill: str, counts: bool, analyzer: Analyzer
) -> None:
    body = f"EXPERIENCE\n{title}    Jan 2020 - Jun 2022\n- Carried bags\n"
    assert (skill in levels_in(analyzer, body)) is counts


def test_employer_called_as_a_method_is_believed_where_another_line_bears_it_out(analyzer: Analyzer) -> None:
    work = "EXPERIENCE\nPorter, CNN Lisbon office    Jan 2020 - Jun 2022\n- Carried bags\n"
    made = "\nPROJECTS\nHarbour eye    Mar 2024\n- Trained a CNN in PyTorch on 4,000 pictures of the harbour\n"
    assert levels_in(analyzer, work + made)["cnn"] == "advanced"
    assert levels_in(analyzer, work.replace("CNN ", "") + made)["cnn"] == "basic"


def test_post_is_called_after_what_is_done_there(analyzer: Analyzer) -> None:
    title = "NLP Engineer, Torvald (legal help desk)    Jan 2020 - Jun 2022"
    assert levels_in(analyzer, f"EXPERIENCE\n{title}\n- Carried bags\n")["nlp"] == "advanced"


@pytest.mark.parametrize(
    ("line", "skill", "counts"),
    [
        ("No release without green unit tests", "testing", True),
        ("Released it without unit tests", "testing", False),
        ("Wrote an article about a professor of computer vision", "computer-vision", False),
        ("Worked as a teacher of computer vision", "computer-vision", True),
        ("Shadowed a technician with nine years of PostgreSQL behind her", "postgresql", False),
    ],
)
def test_whose_and_whether_is_told_by_the_words_around_a_cue(
    line: str, skill: str, counts: bool, analyzer: Analyzer
) -> None:
    assert (skill in levels_in(analyzer, jobs(line, "Kept the keys", "Carried bags"))) is counts


@pytest.mark.parametrize(
    "line",
    [
        "Took part in a three-month retraining course (Tableau, Python) that the yard paid",
        "Chosen for the 6-week night academy of the yard (parts: Tableau, Python)",
    ],
)
def test_course_that_one_took_part_in_is_study(line: str, analyzer: Analyzer) -> None:
    found = {one.id: one.how for one in report(analyzer, jobs(line, "Kept the keys", "Carried bags")).skills}
    assert (found["tableau"], found["python"]) == ("studied", "studied")


@pytest.mark.parametrize(("years", "level"), [("1 year", "basic"), ("2 years", "basic"), ("3 years", "advanced")])
def test_fewer_years_than_rate_as_advanced_rate_as_nothing(years: str, level: str, analyzer: Analyzer) -> None:
    body = f"EXPERIENCE\nDeveloper, Orrin Foods    Mar 2022 - May 2022\n- Labels in Java\n\nSKILLS\nJava: {years}\n"
    assert levels_in(analyzer, body)["java"] == level


def test_tools_name_in_a_line_of_another_language_needs_no_mark_of_a_list(analyzer: Analyzer) -> None:
    body = (
        "EXPERIENCIA LABORAL\nIngeniera de software, Barcas del Ebro\nEnero 2020 - Diciembre 2021\n"
        "Colas en Kafka para los billetes de las barcas\n\nFORMACIÓN\nGrado en Biología, Universidad de Lugo\n"
        "2013 - 2017\n"
    )
    assert "kafka" in levels_in(analyzer, body + "\nCOMPETENCIAS\nDocker, Redis\n")
    assert "kafka" not in levels_in(analyzer, body)


@pytest.mark.parametrize(("heading", "counts"), [("OTHER", False), ("SUMMARY", True)])
def test_name_in_an_aside_is_another_thing_where_that_is_likelier(
    heading: str, counts: bool, analyzer: Analyzer
) -> None:
    assert ("django" in levels_in(analyzer, f"{heading}\nRepairs bicycles and old Django records\n")) is counts
