"""What people complain of in tools that read resumes, about crashes, own words, scores without a reason."""

from __future__ import annotations

import json
import os
from itertools import product
from pathlib import Path

import pytest
from command import gapcheck
from complaining import COMMAND, FOUR_JOBS, ROOT, Report, Understand, found, job, jobs, pdf, run, skill
from hypothesis import given, settings
from hypothesis import strategies as st
from pages import (
    AS_OF,
    document_of,
    resume_pdf,
    typed,
)

from gapcheck import Analyzer
from gapcheck.gap.compare import compare
from gapcheck.plan import certifications_for
from gapcheck.resume.reader import read_resume
from gapcheck.taxonomy import Taxonomy, load_taxonomy


@pytest.fixture(scope="module")
def report(analyzer: Analyzer) -> Report:
    """A resume as a PDF or in the notation of `resume_pdf` → its gap report."""
    return lambda source: analyzer.analyze_document(document_of(pdf(source)))


@pytest.fixture(scope="module")
def understand(taxonomy: Taxonomy) -> Understand:
    """A resume as a PDF or in the notation of `resume_pdf` → its sections and entries."""
    return lambda source: read_resume(document_of(pdf(source)), taxonomy, AS_OF)


# -------------------------------------------------------------------------------------------------------- 17 it crashes

ODD = [
    "Learn how to become a professional wedding makeup artist",
    "IDS/IPS sensors are collecting",
    "Must be able to lift at least 50lbs",
    "((((((((((",
    "))) Python ((( C++ ]]] {{{",
    "no no no not never without Python",
    "years of years of 5 years of 99999999999999999999 years",
    "R/R/R/R/C/C/C++/C#/.NET/./../...",
    "Python 99999999/0, SQL 5/0, Docker 0/0, Git 900%",
    "%s %d {0} {name} \\x00 \\n $HOME `ls` <script> & &amp; --",
    "-----------------------------------------------",
    "Jan 0000 - Feb 9999, 13/2020 - 99/99, 2022 - 2019, present - present",
    "of of of and and , , , ; ; ; : : :",
    "a",
    "'",
]


@pytest.mark.parametrize("line", ODD)
def test_odd_sentence_does_not_crash_it(line: str, report: Report) -> None:
    """The extractor crashes on certain sentences.

    https://github.com/AnasAito/SkillNER/issues/68
    """
    text = job(line, "Ran Spark jobs").replace("# Education", f"# {line}\n## {line} | {line}\n{line}\n# Education")
    assert "spark" in found(report(text))


SIGNS = " \t,;:/.()-•–|+#&'\"%\u200b\u00ad\ufb01\u0301\U0001f40d"
TOKENS = [
    "Python",
    "C++",
    "no",
    "learn",
    "Present",
    "2020",
    "years",
    "Skills",
    "by",
    "expert",
    "●●○",
    "4/5",
    "(R)",
    "in",
    "Go",
]
PARTS = st.sampled_from([*SIGNS, *TOKENS, "scikit-", "Thesis:", "Experience"])


@settings(max_examples=40)
@given(st.lists(st.lists(PARTS, max_size=12).map(" ".join), max_size=12))
def test_no_text_at_all_crashes_it(analyzer: Analyzer, lines: list[str]) -> None:
    """The same with any words and signs in any order.

    https://github.com/AnasAito/SkillNER/issues/68
    """
    read = analyzer.analyze_document(typed("\n".join(["# Experience", *lines, "# Skills", "Excel, Tableau"])))
    assert 0 <= (read.summary.readiness or 0.0) <= 1


# --------------------------------------------------------------------------------------------------------- 18 long text


def test_long_resume_is_read_to_its_last_page(report: Report) -> None:
    """A long text takes minutes.

    https://github.com/AnasAito/SkillNER/issues/53
    """
    one = "## Clerk, {name} Library | Jan {year} - Dec {year}\n- Sorted books in {name}\n- Counted {name} in Excel"
    names = ["".join(letters) for letters in product("BDKLMPRSTV", "aeiou", "bdlns")][:240]
    entries = [one.format(name=name, year=1960 + number % 60) for number, name in enumerate(names)]
    last = "## Analyst, Kestrel Foods | Jan 2025 - Jun 2025\n- Ran Spark jobs every night"
    read = report("\n".join(["Mira Sandoval", "# Experience", *entries, last]))
    assert read.document.pages > 12
    assert (skill(read, "excel").entries, skill(read, "spark").months) == (len(names), 6)


def test_long_sentence_is_read_to_its_end(analyzer: Analyzer) -> None:
    """The same for one sentence without an end.

    https://github.com/AnasAito/SkillNER/issues/53
    """
    sentence = " and ".join(["sorted the books, counted the readers, swept the floor"] * 400)
    read = analyzer.analyze_document(typed(f"Mira Sandoval\n# Summary\nI {sentence} and wrote Tableau reports"))
    assert found(read) == {"tableau"}


# -------------------------------------------------------------------------------------------------------- 19 own skills


def test_own_skills_and_own_names_of_ours_are_found(tmp_path: Path) -> None:
    """No own skill list and no own aliases (O*NET, company list).

    https://github.com/AnasAito/SkillNER/issues/46
    """
    (tmp_path / "skills").mkdir()
    (tmp_path / "skills" / "own.yaml").write_text(
        "category: own\ntitle: Our own\nskills:\n- {id: pandas, aliases: [the panda thing]}\n"
        "- {id: kiln-control, name: Kiln control, about: Firing clay, aliases: [kiln control, KC-7],"
        " hours: {basic: 5, intermediate: 10, advanced: 20, basis: judgement, as_of: 2026-01-01}}\n"
    )
    own = Analyzer(as_of=AS_OF, taxonomy=load_taxonomy((tmp_path,)))
    content = resume_pdf(job("Fired clay by KC-7", "Counted pots with the panda thing"))
    assert {"kiln-control", "pandas"} <= found(own.analyze_document(document_of(content)))


# ----------------------------------------------------------------------------------------------- 20 score not explained


def test_every_verdict_and_the_score_are_explained(report: Report) -> None:
    """The score is not explained; users want to see per keyword and per section why.

    https://github.com/srbhr/Resume-Matcher/issues/810
    """
    read = report(FOUR_JOBS)
    levels = ["none", "basic", "intermediate", "advanced"]
    reached = 0.0
    for row in read.requirements:
        reached += row.weight * min(1, levels.index(row.found) / levels.index(row.expected))
        if row.status != "missing":
            carried = skill(read, row.skill or "")
            assert carried.why and carried.level == row.found
            assert all(line.quote and line.section and line.page == 1 for line in carried.evidence)
    assert read.summary.met + read.summary.below > 0
    assert read.summary.readiness == pytest.approx(reached / sum(row.weight for row in read.requirements), abs=0.001)


# ========================================================================================================= close behind


def test_title_and_company_of_every_job_are_kept(understand: Understand) -> None:
    """Job titles and company lost.

    https://github.com/xitanggg/open-resume/issues/145
    """
    titles = [
        "Data Analyst, Kestrel Foods",
        "Analyst, Heron Optics",
        "Junior Analyst, Finch Bakery",
        "Clerk, Lark Library",
    ]
    assert [entry.title for entry in jobs(understand(FOUR_JOBS))] == titles


def test_experience_is_no_flat_list_of_lines(understand: Understand) -> None:
    """Experience comes as a flat list of lines.

    https://github.com/OmkarPathak/pyresparser/issues/14
    """
    text = FOUR_JOBS.replace("- Ran Spark jobs every night", "- Ran Spark jobs\nevery night\n- Taught two trainees")
    entries = jobs(understand(text))
    assert [len(entry.items) - 1 for entry in entries] == [1, 2, 1, 1]
    assert entries[1].items[1].text == "• Ran Spark jobs every night"
    assert all(entry.dates for entry in entries)


def test_contact_data_are_not_repeated(report: Report) -> None:
    """Wrong name or telephone: the report has neither, and an address is no evidence.

    https://github.com/OmkarPathak/pyresparser/issues/11
    """
    read = report(job("Ran Spark jobs").replace("# Exp", "mira.python@example.org, +31 555 0142 778\n# Exp"))
    assert found(read) == {"spark"}
    said = read.to_json()
    assert "example.org" not in said and "0142" not in said and "Sandoval" not in said


def test_resume_in_another_language_is_read_or_said_to_be_unread(report: Report) -> None:
    """English only.

    https://github.com/AnasAito/SkillNER/issues/72
    """
    read = report(
        "Mira Sandoval\n# Kenntnisse\nPython, PostgreSQL und Docker\n# Erfahrung\n"
        + "- Ich habe mit der Abteilung für die Planung der Wagen und mit den Fahrern von der Bahn gearbeitet\n" * 5
    )
    assert {"python", "postgresql", "docker"} <= found(read)
    assert read.health.verdict != "unread" and "experience" in {one.kind for one in read.resume.sections}
    dutch = report(
        "Mira Sandoval\n# Vaardigheden\nPython, PostgreSQL en Docker\n# Ervaring\n"
        + "- Ik heb met de afdeling aan de planning van de wagens en met de chauffeurs van het spoor gewerkt\n" * 5
    )
    assert [warning for warning in dutch.document.warnings if "Dutch" in warning]


def test_score_is_the_same_in_every_run(monkeypatch: pytest.MonkeyPatch) -> None:
    """Scores change with the language model used.

    https://github.com/interviewstreet/hiring-agent/issues/18
    """
    command = ("samples/strong.pdf", "-f", "json", "--as-of", "2026-11")
    seed = "2" if os.environ.get("PYTHONHASHSEED") == "1" else "1"
    monkeypatch.chdir(ROOT)
    here, there = gapcheck(*command).stdout, run(COMMAND, *command, environment={"PYTHONHASHSEED": seed}).stdout
    assert here == there and json.loads(here)["summary"]["readiness"] > 0.5


def test_retired_exam_is_no_recommended_step(taxonomy: Taxonomy) -> None:
    """Recommended next steps that contain retired exams.

    https://github.com/susanthgit/aguidetocloud-feedback/discussions/55
    """
    retired = {one.id for one in taxonomy.certifications if one.status != "active"}
    assert retired
    for profile in taxonomy.profiles.values():
        advice = certifications_for(compare(profile, []), (), (), taxonomy)
        assert not retired & {one.certification.id for one in advice}


def test_retired_exam_on_the_resume_is_named_with_its_successor(report: Report) -> None:
    """The other half of it: who has one is told what came after it.

    https://github.com/susanthgit/aguidetocloud-feedback/discussions/55
    """
    read = report("Mira Sandoval\n# Certifications\nMicrosoft Certified: Azure Data Scientist Associate (DP-100), 2024")
    assert [(one.id, one.status, one.replaced_by) for one in read.certificates] == [
        ("ms-dp-100", "retired", "ms-ai-300")
    ]
