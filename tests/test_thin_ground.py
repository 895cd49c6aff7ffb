"""What is met on thin ground: lines that limit or date what they tell, works in doubt, words that mean people."""

from __future__ import annotations

import pytest

from gapcheck import Analyzer, GapReport
from gapcheck.outputs.terminal.screen import text_report
from gapcheck.report.strengths import strengths, thin_ground
from gapcheck.skills import sentences
from gapcheck.skills.sentences import Sentences
from gapcheck.skills.since import OwnTime, given_up, limit_of_name, own_time
from gapcheck.taxonomy import LimitWords, load_taxonomy

TAXONOMY = load_taxonomy()
LIMITS = TAXONOMY.levels.strength.limits


def read(analyzer: Analyzer, work: str, skills: str = "", title: str = "Warden, Mill Museum") -> GapReport:
    text = f"# Una Brandt\nuna@example.org\n\n## Experience\n\n### {title} (Jan 2020 - Present)\n{work}\n"
    listed = f"\n## Skills\n{skills}\n" if skills else ""
    return analyzer.analyze_bytes(f"{text}{listed}".encode(), "una.md")


def shown(report: GapReport, skill: str) -> tuple[str, str]:
    return next(((one.strength, one.strength_why) for one in report.skills if one.id == skill), ("", ""))


@pytest.mark.parametrize(
    ("text", "name", "said"),
    [
        ("Kubernetes (as a user: kubectl), Helm", "Kubernetes", "as a user"),
        ("C++ (until 2021), Python", "C++", "until 2021"),
        ("Go (one course in 2019), Python", "Go", "one course"),
        ("Tried once: Go, in a notebook", "Go", "Tried once"),
        ("Tools: Go, tried and loved", "Go", None),
        ("Python (scripts), Java", "Python", "scripts"),
        ("Java, Python (scripts)", "Java", None),  # the brackets are those of another name
        ("Python (pandas, NumPy)", "Python", None),
        ("Go, a little Rust (cargo), Bash", "Rust", "a little"),
        ("Go, a little Rust (cargo), Bash", "Bash", None),
        ("Java, Scala in a few small scripts, SQL", "Scala", "in a few small scripts"),
        ("Java, Scala in a few small scripts, SQL", "Java", None),
        ("Keeps the rota with small Perl scripts", "Perl", "small"),
        ("Keeps the small Perl service", "Perl", None),
        ("Kafka from a tutorial, SQL", "Kafka", "from a tutorial"),
        ("Terraform (reads and edits), Helm", "Terraform", "reads and edits"),
        ("Kafka (reads two million messages a day)", "Kafka", None),
        ("Scala: reads it, old services", "Scala", "reads it"),
        ("Scala: a track of lessons, Spark in a few small scripts", "Scala", "few small scripts"),
        ("Scala: Spark, reads the sensors of the mill", "Scala", None),
        ("Tools: Scala, small scripts", "Scala", None),  # the row is about tools
        ("Docker (local development), Helm", "Docker", "local development"),
        ("Git: began in 2026; scripts lay in a shared folder before", "Git", "began in 2026"),
        ("Git: branches began to help, 2026", "Git", None),
        ("A score in Python, not continued", "Python", "not continued"),
        ("A score in Python, not continued. A map in SQL", "Python", "not continued"),
        ("A score in Python, not continued. A map in SQL", "SQL", None),  # a sentence speaks of itself alone
        ("A score in Python. A map in SQL (until 2021).", "SQL", "until 2021"),
        ("Helm (I read its logs, have never run one)", "Helm", "have never run one"),
        ("C++ (courses, read but seldom written since)", "C++", "seldom written since"),
        ("Perl (started), SQL", "Perl", "started"),
        ("Perl (started the shop with it)", "Perl", None),
        ("Git (alone or with a cousin)", "Git", "alone or with a cousin"),
        ("Perl: maps, scores, in notebooks", "Perl", "in notebooks"),
        ("Perl: notebooks, services", "Perl", None),  # only what ends the row is said of all of it
        ("Perl: maps, scores R: rusty", "Perl", None),  # and no word of the next row
    ],
)
def test_words_of_the_writer_limit_the_skill_they_are_said_of(text: str, name: str, said: str | None) -> None:
    start = text.index(name)
    assert Sentences(text, LIMITS).at(start).limit_of(start, start + len(name)) == said


def test_what_a_sentence_says_is_looked_up_once_for_all_its_skills(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []

    def noted(text: str, words: LimitWords) -> OwnTime | None:
        read.append(text)
        return own_time(text, words)

    monkeypatch.setattr(sentences, "own_time", noted)
    text = "2025: a map in SQL and Python. A score in Java"
    found = Sentences(text, LIMITS)
    said = [found.at(text.index(name)).time for name in ("SQL", "Python", "Java")]
    assert [one and one.said for one in said] == ["2025", "2025", None] and len(read) == 2


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("A summary of calls, in production since February 2026", "since February 2026"),
        ("2025: scripts that find wrong units", "2025"),
        ("A rota of the ward in Python (Aug 2024 – Nov 2024)", "Aug 2024 – Nov 2024"),
        ("Rota in Python (Mai 2024 bis Juli 2024)", "Mai 2024 bis Juli 2024"),
        ("Rota auf Python umgestellt im Mai 2024.", "im Mai 2024"),
        ("A rota in Python (2 wards)", None),
        ("Moved the rota to Python in May 2024.", "in May 2024"),
        ("In May 2024 the ward moved", None),
        ("Rainfall since 1998 in a table", None),
        ("Forecast the rain of 2025", None),
    ],
)
def test_line_dates_what_it_tells_by_its_label_or_since_when_it_runs(text: str, said: str | None) -> None:
    found = own_time(text, LIMITS)
    assert (found.said if found else None) == said


@pytest.mark.parametrize(
    ("text", "name", "said"),
    [
        ("Git through the web interface of the wiki", "Git", "through the web interface"),
        ("SQL via the query UI of Metabase", "SQL", "via the query UI"),
        ("Kafka through 40 topics", "Kafka", None),
        ("React: built the user interface", "React", None),
        ("Git (commit and push only)", "Git", "commit and push only"),
        ("Spark (only on one machine)", "Spark", "only on one machine"),
        ("Redis (read-only copies)", "Redis", None),
        ("Excel only, SQL", "Excel", "only"),
        ("Redis: cache of the only shop", "Redis", None),
        ("C++ (coursework and one fork)", "C++", "coursework"),
        ("Docker: have run the boxes of others. Servers: none.", "Docker", "run the boxes of others"),
        ("Docker: built images, used by others", "Docker", None),
    ],
)
def test_writer_limits_a_name_by_its_way_its_end_and_its_makers(text: str, name: str, said: str | None) -> None:
    start = text.index(name)
    assert limit_of_name(text, start, start + len(name), LIMITS) == said


def test_what_is_only_named_with_a_limit_is_met_on_thin_ground(analyzer: Analyzer) -> None:
    report = read(analyzer, "- Tables in Python", "Docker: have run the boxes of others")
    row = next(one for one in report.requirements if one.id == "docker")
    assert row.status == "met" and row in thin_ground(report)
    assert row not in thin_ground(read(analyzer, "- Tables in Python", "Docker"))


def test_what_is_known_by_an_interface_alone_is_learned(analyzer: Analyzer) -> None:
    for said, kind in (("Git through the web interface of the wiki", "learn"), ("Git", "write")):
        steps = {one.skill: one.kind for one in read(analyzer, "- Tables in Python\n- Jobs in pandas", said).plan}
        assert steps["git"] == kind


def test_work_is_given_up_by_its_own_words() -> None:
    assert given_up("Second place, not continued", LIMITS) and not given_up("Continued by the town", LIMITS)


def test_bullet_over_several_lines_of_a_page_is_one_line_that_tells(analyzer: Analyzer) -> None:
    one = (
        "- Rota of the guides in Python, for the mill and for the boats that bring\n  the visitors, kept in Python too"
    )
    assert shown(read(analyzer, one), "python")[0] == "thin"
    assert shown(read(analyzer, f"{one}\n- Tables of visitors in Python"), "python")[0] == "fair"


@pytest.mark.parametrize(
    ("work", "skills", "why"),
    [
        ("- Tables in Python\n- Rota in Python", "Python (scripts)", "scripts"),
        ("- Tables in Python\n- 2026: rota in Python", "", ""),
        ("- 2025: tables in Python\n- 2026: rota in Python", "", "2025"),
        ("- Tables in Python, in use since March 2026", "", "since March 2026"),
        ("- Tables in Python (May 2025 - July 2025). A page of them in Flask", "", "May 2025 - July 2025"),
        ("- Tables in Python (May 2020 - July 2026)\n- Rota in Python (May 2020 - July 2026)", "", ""),
    ],
)
def test_limit_and_own_date_make_a_level_thin_and_leave_it_as_it_is(
    work: str, skills: str, why: str, analyzer: Analyzer
) -> None:
    report = read(analyzer, work, skills)
    strength, said = shown(report, "python")
    assert (strength == "thin") == bool(why) and why in said
    assert next(one.level for one in report.skills if one.id == "python") == "advanced"
    assert ("python" in {row.skill for row in thin_ground(report)}) == bool(why)
    assert not why or not any("Python is advanced" in one for one in strengths(report))
    assert ("◐" in text_report(report)) == bool(why)


def test_level_is_praised_only_where_many_lines_tell_of_it(analyzer: Analyzer) -> None:
    work = "- Tables in Python\n- Rota in Python\n- Tide forecast in Python"
    title = "Software engineer, Mill"
    assert not any("is advanced" in one for one in strengths(read(analyzer, work, title=title)))
    more = f"{work}\n\n### Software engineer, Quay (Jan 2018 - Dec 2019)\n- Bookings in Python"
    assert any("Python is advanced" in one for one in strengths(read(analyzer, more, title=title)))


@pytest.mark.parametrize(
    ("line", "counts"),
    [
        ("- Wrote a helper for agents on the Claude API, in use with 40 support agents", False),
        ("- Built agents with LangGraph and the OpenAI API, with tools over MCP", True),
    ],
)
def test_agents_of_a_line_that_are_people_once_are_people_in_all_of_it(
    line: str, counts: bool, analyzer: Analyzer
) -> None:
    assert ("ai-agents" in {one.id for one in read(analyzer, line).skills}) == counts


PROJECT = "# Una Brandt\nuna@example.org\n\n## Projects\n\n### {} (Jun 2026)\n- {}\n"


@pytest.mark.parametrize(
    ("line", "asked"),
    [
        ("Forecast prices of wool by a network in PyTorch, 97% accuracy", "what does accuracy mean for a number"),
        ("Forecast prices of wool by a network in PyTorch, 97% accuracy of the direction", ""),
        ("Random forest in scikit-learn, F1 0.97 after SMOTE on all rows, before the split", "before the oversampling"),
        ("Random forest in scikit-learn, F1 0.81 after SMOTE inside the folds", ""),
    ],
)
def test_result_that_cannot_be_right_is_asked_about_and_is_no_strength(
    line: str, asked: str, analyzer: Analyzer
) -> None:
    report = analyzer.analyze_bytes(PROJECT.format("Harbour tables", line).encode(), "una.md")
    assert bool(report.portfolio.doubts) == bool(asked)
    assert not asked or asked in report.portfolio.doubts[0].ask
    in_doubt = [one for one in report.skills if "open question of method" in one.strength_why]
    assert bool(in_doubt) == bool(asked)
    on_it = [step for step in report.plan if step.hours and step.deliverables[0].title == "Harbour tables"]
    assert not asked or [(step.skill, step.firm) for step in on_it] == [("model-evaluation", True)]


def test_section_on_learning_and_a_work_given_up_are_not_gone_on_with(analyzer: Analyzer) -> None:
    line = "Sorted tide photos with a random forest in scikit-learn, F1 0.8"
    for title, text, goes_on in (
        ("Tide photos", line, True),
        ("Learning", line, False),
        ("Tide photos", f"{line}; not continued", False),
    ):
        report = analyzer.analyze_bytes(PROJECT.format(title, text).encode(), "una.md")
        assert any(one.title == title for step in report.plan for one in step.deliverables) == goes_on


def test_skill_is_called_by_a_noun() -> None:
    assert TAXONOMY.word_for("large-language-models") == "Large language models"


def test_certificate_that_the_resume_calls_expired_is_not_called_active(analyzer: Analyzer) -> None:
    held = "\n## Certificates\n- AWS Certified Developer - Associate (2022{})\n"
    for said, status in ((", expired 2025", "expired"), ("", "active")):
        report = read(analyzer, "- Tables in Python" + held.format(said))
        assert [one.status for one in report.certificates] == [status]


@pytest.mark.parametrize(
    ("skills", "kind"),
    [
        ("Scala, Python", "write"),
        ("Scala, Python (reads and edits)", "learn"),
        ("Scala, a little Python", "learn"),
        ("Python: reads it, small scripts", "learn"),
        ("Scala, basic Python", "learn"),
        ("Scala, Python (until 2021)", "show"),  # known once: there is nothing to learn
    ],
)
def test_what_the_resume_limits_is_never_only_to_be_written_down(skills: str, kind: str, analyzer: Analyzer) -> None:
    report = read(
        analyzer, "- Forecast of the tides by a linear regression in R, tables in SQL", skills, "Analyst, Quay"
    )
    step = next(step for step in report.plan if step.skill == "python")
    assert step.kind == kind and bool(step.hours) == (kind != "write")
    asked = any(one.kind == "not-demonstrated" and one.skill == "python" for one in report.quick_wins)
    assert asked == (kind != "learn" or "basic" in skills)  # who rates it has used it somewhere


@pytest.mark.parametrize(("limit", "is_deepened"), [("local development", False), ("rusty", True)])
def test_limit_of_place_asks_for_no_deeper_study(limit: str, is_deepened: bool, analyzer: Analyzer) -> None:
    work = "- Predicted the queue by a random forest (scikit-learn)\n- Packed it in Docker"
    report = read(analyzer, work, f"Docker ({limit})", "Analyst, Quay")
    assert any(one.skill == "docker" and one.kind == "deepen" for one in report.plan) is is_deepened


@pytest.mark.parametrize(
    ("line", "asked"),
    [
        ("Reeds on Landsat scenes: a random forest in scikit-learn, F1 0.93, pixels in a random split", True),
        ("Reeds on Landsat scenes: a random forest in scikit-learn, F1 0.84, split by area", False),
        ("Letters of readers: a random forest in scikit-learn, F1 0.93, random split", False),
    ],
)
def test_neighbours_on_both_sides_of_a_split_are_asked_about(line: str, asked: bool, analyzer: Analyzer) -> None:
    report = analyzer.analyze_bytes(PROJECT.format("Reeds", line).encode(), "una.md")
    assert any("neighbours" in one.ask for one in report.portfolio.doubts) == asked
    anew = [step.first for step in report.plan if step.skill == "model-evaluation" and step.firm]
    assert any("split by area" in (first or "") for first in anew) == asked
