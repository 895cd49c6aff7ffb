"""Sections of postings that no list of headings knows: they are told by their place, their size and their shape."""

from __future__ import annotations

from pathlib import Path

import pytest
from posting import Read, asked, posting_reader

from gapcheck.skills.reader import SkillReader
from gapcheck.taxonomy import Taxonomy

MUST, NICE = "must intermediate", "nice basic"


@pytest.fixture
def read(tmp_path: Path, taxonomy: Taxonomy, skill_reader: SkillReader) -> Read:
    return posting_reader(tmp_path, taxonomy, skill_reader)


def page(read: Read, text: str) -> dict[str, str]:
    """What a page of Markdown asks for."""
    return asked(read(f"# Data Engineer\n\n{text}\n", "posting.md"))


def table(*rows: str) -> str:
    """A table whose cells are parted by `;`, the first row its head."""
    cells = [f"| {' | '.join(row.split('; '))} |" for row in rows]
    return "\n".join([cells[0], "|---" * len(rows[0].split("; ")) + "|", *cells[1:]])


def test_columns_of_a_table_say_what_is_asked_and_what_is_welcome(read: Read) -> None:
    rows = table(
        "Field; Essential; Desirable",
        "Statistics; Good command of time series; Exposure to Stan",
        "Tools; Strong SQL and some Excel; Tableau",
        "Kitchen; –; Kafka",
    )
    assert page(read, f"## Requirements\n\n{rows}") == {
        "time-series": MUST,
        "pymc": NICE,
        "sql": MUST,
        "excel": "must basic",
        "tableau": NICE,
        "kafka": NICE,
    }


@pytest.mark.parametrize(
    "rows",
    [
        ("Skill; Essential; Desirable", "SQL; 3 years; 5 years", "Kafka; 1 year; 2 years"),
        (
            "Skill; How far; Where used",
            "SQL; good enough to join ten tables; in the mill",
            "Kafka; a first idea of it; at sea",
        ),
    ],
    ids=["levels of the name beside them", "other heads"],
)
def test_cells_that_say_how_much_leave_the_row_whole(rows: tuple[str, ...], read: Read) -> None:
    assert {"sql", "kafka"} <= page(read, f"## Requirements\n\n{table(*rows)}").keys()


def test_unknown_heading_behind_what_is_asked_is_nice_to_have(read: Read) -> None:
    text = (
        "## Requirements\n\n- SQL\n\n## Sprinkles\n\n- Kafka for the tills\n- Rust\n\n## Benefits\n\n- Docker courses"
    )
    assert page(read, text) == {"sql": MUST, "kafka": NICE, "rust": NICE}


@pytest.mark.parametrize(
    "text",
    [
        "## Sprinkles\n\n- A bun each day\n- A tram ticket\n- A lesson on Kafka\n",
        "## Sprinkles\n\n- Kafka\n\n",
        "## Nice to have\n\n- Docker\n\n## Sprinkles\n\n- Kafka for the tills\n- Rust\n",
    ],
    ids=["names few skills", "one line", "something else is nice"],
)
def test_unknown_heading_is_not_taken_for_a_wish(text: str, read: Read) -> None:
    assert page(read, f"## Requirements\n\n- SQL\n\n{text}").get("kafka") is None


def test_skills_right_above_what_is_nice_are_asked_for(read: Read) -> None:
    text = "## Flour, water, salt\n\n- SQL for the tills\n- Kafka\n\n## Nice to have\n\n- Rust"
    assert page(read, text) == {"sql": MUST, "kafka": MUST, "rust": NICE}


def test_smaller_heading_belongs_to_what_the_larger_one_opened(read: Read) -> None:
    text = (
        "## Essential\n\n### A1\n\nSQL in daily use.\n\n### A2\n\nKafka.\n\n"
        "## Desirable\n\n### B1\n\nRust.\n\n## Notes\n\n### N1\n\nScala is spoken at the next desk.\n"
    )
    assert page(read, text) == {"sql": MUST, "kafka": MUST, "rust": NICE}


def test_sentence_of_some_words_above_a_list_is_its_heading(read: Read) -> None:
    text = "Data Engineer\n\nWe ask.\n- SQL\n- Kafka\n\nWe value (not excluding).\n- Rust\n"
    assert asked(read(text)) == {"sql": MUST, "kafka": MUST, "rust": NICE}


def test_last_sentence_of_a_text_opens_the_list_below_it(read: Read) -> None:
    text = "Data Engineer\n\nWe bake for the whole island. What you will need:\n- SQL\n- Kafka\n"
    assert asked(read(text)) == {"sql": MUST, "kafka": MUST}


@pytest.mark.parametrize(
    "line", ["Requirements. SQL, and that is all.", "What you should bring along with you: SQL, and that is all."]
)
def test_words_before_a_text_are_its_heading(line: str, read: Read) -> None:
    assert asked(read(f"Data Engineer\n\nWe bake for the island.\n\n{line}\n")) == {"sql": MUST}


def test_lines_in_quotation_marks_are_a_list(read: Read) -> None:
    said = 'What they can\'t do without, word for word:\n\n"SQL, each day."\n\n"Kafka. No tutorials."\n'
    assert asked(read(f"Data Engineer\n\nHello there.\n\n{said}")) == {"sql": MUST, "kafka": MUST}


@pytest.mark.parametrize("heading", ["What you will not need", "You'll never be asked for", "Things we don't expect"])
def test_heading_that_denies_asks_for_nothing(heading: str, read: Read) -> None:
    assert page(read, f"## Requirements\n\n- SQL\n\n## {heading}\n\nScala. You know Rust.") == {"sql": MUST}


@pytest.mark.parametrize(
    ("heading", "need"),
    [("Good, not necessary", "nice"), ("Useful but not needed", "nice"), ("Not negotiable", "must")],
)
def test_denial_of_a_need_only_welcomes(heading: str, need: str, read: Read) -> None:
    found = page(read, f"## Requirements\n\n- SQL\n\n## {heading}\n\n- Rust")
    assert found["rust"].startswith(need)


def test_word_that_opens_a_demand_is_no_heading_of_demands(read: Read) -> None:
    text = "## Requirements\n\n- SQL\n\n## The good stuff\n\nCourses in Scala, and a bun each day."
    assert page(read, text) == {"sql": MUST}


def test_label_above_asks_for_nothing_that_a_desired_profile_could_not(read: Read) -> None:
    text = "Experience: 2-4 years\n\n## Desired candidate profile\n\n- SQL\n- Kafka\n\n## Good to have\n\n- Rust\n"
    assert page(read, text) == {"sql": MUST, "kafka": MUST, "rust": NICE}


@pytest.mark.parametrize(
    "text",
    [
        "1. The bakery\nWe bake for the island.\n\n2. What we need\n- SQL\n- Docker\n\n"
        "3. Sprinkles\n- Tableau\n- Rust\n\n4. Benefits\n- Buns\n",
        "✅ Must-haves\n✔ SQL\n✔ Docker\n\n✨ Sprinkles\n➕ Tableau\n➕ Rust with Scala\n\n🎁 Benefits\n🍞 Buns\n",
    ],
    ids=["numbers", "signs"],
)
def test_line_with_a_sign_of_its_own_above_a_list_is_a_heading(text: str, read: Read) -> None:
    found = asked(read(f"Data Engineer\n\n{text}"))
    assert (found["sql"], found["docker"], found["tableau"], found["rust"]) == (MUST, MUST, NICE, NICE)


def test_lists_that_stand_apart_below_one_heading_are_one(read: Read) -> None:
    text = "Data Engineer\n\nRequirements\n- SQL\n- Docker\n\n- Tableau\n- Rust\n"
    assert asked(read(text)) == dict.fromkeys(["sql", "docker", "tableau", "rust"], MUST)


def test_labels_inside_of_a_text_part_it(read: Read) -> None:
    text = "Must have: SQL, Docker. Nice to have: Rust. We offer: lessons in Scala, and you need Java for none of it."
    assert asked(read(f"Data Engineer\n\nWe bake.\n\n{text}\n")) == {"sql": MUST, "docker": MUST, "rust": NICE}
