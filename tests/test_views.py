"""Views of a report: what others wrote stays text in each, and other programs can read them."""

from __future__ import annotations

import csv
import io
import json
import re
import sys
from datetime import date, timedelta
from pathlib import Path

import cmarkgfm
import pytest
from bs4 import BeautifulSoup
from cmarkgfm.cmark import Options
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar
from pages import Text, pdf_of

from gapcheck import Analyzer, GapReport
from gapcheck.documents.characters import readable
from gapcheck.outputs.formats import FORMATS, SUFFIXES, View
from gapcheck.outputs.markdown import code, escaped, linked
from gapcheck.outputs.terminal.console import PlainConsole
from gapcheck.outputs.terminal.explanation import print_explanation
from gapcheck.outputs.terminal.screen import print_report
from gapcheck.report.table import TableRow
from gapcheck.report.wording import step_hours
from gapcheck.safe_text import harmless, harmless_json
from gapcheck.taxonomy import Taxonomy

ROOT = Path(__file__).parent.parent
DRIVING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
NAME = "=\x1b[31mred\x9b2J\u202e[red]<script>|[x](javascript:a)\x7f\r.pdf"
LINES = [
    Text(60, 60, "\x1b[2JMira <script>alert(1)</script>", size=16),
    Text(60, 80, "mira@example.com [x](javascript:alert(1)) ![p](http://evil.example/p.png)"),
    Text(60, 110, "Projects", size=14, bold=True),
    Text(60, 130, "[red]Churn[/red] [/] <img src=x onerror=alert(1)> | a | `b` @octocat www.evil.example 2024 - 2025"),
    Text(60, 146, '=HYPERLINK("http://evil.example","click") with Python, pandas and scikit-learn: F1 0.9'),
    Text(60, 162, "- @octocat built a model in PyTorch ```x``` on www.evil.example"),
    Text(60, 178, "=cmd|calc!A1 SQL queries; no experience with Spark <b>bold</b>"),
    Text(60, 210, "Skills", size=14, bold=True),
    Text(60, 230, "+Git, <i>Zorgblatt</i>, [/link], Keras, Linux"),
]
CHARACTERS = st.sampled_from([*map(chr, range(0x250)), *"●…“漢😀\u061c\u200e\u2028\u202e\u2066\ud800"])


@pytest.fixture(scope="module")
def hostile(analyzer: Analyzer) -> GapReport:
    return analyzer.analyze_bytes(pdf_of(LINES), NAME)


@pytest.fixture(scope="module")
def strong(analyzer: Analyzer) -> GapReport:
    return analyzer.analyze(ROOT / "samples" / "strong.pdf")


def shown(markdown: str | bytes) -> BeautifulSoup:
    """What GitHub's own reader makes of it, raw HTML and all."""
    assert isinstance(markdown, str)
    html = cmarkgfm.github_flavored_markdown_to_html(markdown, options=Options.CMARK_OPT_UNSAFE)
    return BeautifulSoup(html, "lxml")


def links_of(report: GapReport) -> set[str | None]:
    return {one.url for step in report.plan for one in step.resources} | {one.url for one in report.certifications}


# --- the terminal


@pytest.mark.parametrize("details", [False, True])
def test_text_of_others_can_neither_drive_the_terminal_nor_be_read_as_markup(details: bool, hostile: GapReport) -> None:
    stream = io.StringIO()
    print_report(hostile, PlainConsole(file=stream, width=80), details=details)
    said = stream.getvalue()
    assert not DRIVING.search(said) and "␛[31mred" in said and "[red]Churn[/red] [/]" in said
    assert max(map(len, said.splitlines())) <= 80


def test_explanation_fits_the_console_and_says_what_counts(
    analyzer: Analyzer, taxonomy: Taxonomy, tmp_path: Path
) -> None:
    path = tmp_path / "resume.pdf"
    path.write_bytes(pdf_of(LINES))
    stream = io.StringIO()
    for skill in ("pytorch", "spark"):
        print_explanation(analyzer.explain(path, skill), taxonomy, PlainConsole(file=stream, width=80))
    said = stream.getvalue()
    assert "✓ demonstrated: “PyTorch”" in said and "✗ not counted, negated: “Spark”" in said
    assert "Level basic (demonstrated): one entry shows it" in said
    assert max(map(len, said.splitlines())) <= 80 and not DRIVING.search(said)


@given(st.text(CHARACTERS))
def test_harmless_text_drives_nothing_and_is_otherwise_the_same(text: str) -> None:
    clean = harmless(text)
    assert not DRIVING.search(clean) and len(clean) == len(text)
    assert all(new == old or DRIVING.search(old) for new, old in zip(clean, text, strict=True))


@given(st.text(CHARACTERS))
def test_harmless_json_says_the_same(text: str) -> None:
    written = harmless_json(json.dumps(text, ensure_ascii=False))
    assert json.loads(written) == text and not DRIVING.search(written)


def test_text_of_a_page_has_no_marks_that_turn_the_direction_of_writing() -> None:
    assert readable("Fl\u200eask \u202egnitset\u202c\u2066x\u2069") == "Flask gnitsetx"


# --- Markdown


def test_markdown_renders_as_a_table_tasks_and_links(strong: GapReport) -> None:
    page = shown(FORMATS["markdown"].render(strong, View()))
    assert len(page.find_all("tr")) == 1 + len(strong.requirements)
    assert len(page.select("li > input[type=checkbox]")) == len(strong.quick_wins) + len(strong.plan)
    assert {one["href"] for one in page.find_all("a")} == links_of(strong)
    assert "page 1, line 14: • Wrote the PostgreSQL" in page.get_text()


def test_markdown_makes_nothing_of_what_the_resume_says(hostile: GapReport) -> None:
    text = FORMATS["markdown"].render(hostile, View())
    assert isinstance(text, str) and not DRIVING.search(text)
    page = shown(text)
    assert {one["href"] for one in page.find_all("a")} <= links_of(hostile)
    assert not page.find_all(["script", "img", "b", "i", "del", "em", "pre"])
    assert len(page.find_all("table")) == 1 and len(page.find_all("tr")) == 1 + len(hostile.requirements)
    assert "<img src=x onerror=alert(1)> | a | `b`" in page.get_text()
    for quote in page.find_all("code"):
        quote.decompose()
    assert "octocat" in page.get_text() and "@octocat" not in page.get_text()  # nobody is called


@pytest.mark.parametrize("place", ["{}", "- [ ] **x**: {}  \n  y", "| {} | b |\n| --- | --- |\n| {} | c |"])
@given(
    text=st.text(st.sampled_from("ab1 \\`*_[]<>()|~&$#+-=.:!@/\n\t") | CHARACTERS)
    | st.sampled_from(
        ["https://a.example", "www.a.example", "a@b.example", "<b>x", "&lt;", "1) a", "```", "---", "[a]: b"]
    )
)
def test_escaped_text_is_read_as_it_stands(place: str, text: str) -> None:
    plain = " ".join(harmless(text).split())
    page = shown(place.format(*[escaped(plain)] * place.count("{}")))
    ours = {"html", "body", "p", "ul", "li", "input", "strong", "br"}
    ours |= {"table", "thead", "tbody", "tr", "th", "td"} if "|" in place else set()
    assert {tag.name for tag in page.find_all(True)} <= ours
    assert plain in " ".join(page.get_text().replace("\u2060", "").split())


@given(st.text(CHARACTERS))
def test_code_span_holds_the_text(text: str) -> None:
    plain = " ".join(harmless(text).split())
    (span,) = shown(f"- a: {code(plain)}").find_all("code")
    assert span.get_text().strip() == plain


def test_only_addresses_of_the_web_become_links() -> None:
    assert linked("a", "https://example.org/x") == "[a](<https://example.org/x>)"
    for url in ("javascript:alert(1)", "https://example.org/> <b>", "data:text/html,x", "//example.org", None):
        assert linked("a", url) == "a"


# --- CSV and data frame


def test_csv_has_a_row_for_each_requirement(strong: GapReport) -> None:
    text = FORMATS["csv"].render(strong, View())
    assert isinstance(text, str)
    table = list(csv.DictReader(io.StringIO(text)))
    assert [one["requirement"] for one in table] == [one.id for one in strong.requirements]
    sql = next(one for one in table if one["requirement"] == "sql")
    assert (sql["expected"], sql["found"], sql["status"]) == ("advanced", "intermediate", "below")
    assert (sql["page"], sql["line"], sql["months"]) == ("1", "14", "23") and "PostgreSQL" in sql["quote"]


def test_no_cell_of_a_csv_is_a_formula(hostile: GapReport) -> None:
    text = FORMATS["csv"].render(hostile, View())
    assert isinstance(text, str)
    table = list(csv.reader(io.StringIO(text)))
    assert {len(row) for row in table} == {len(TableRow._fields)}
    cells = [cell for row in table for cell in row]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
    assert any(cell.startswith("'=HYPERLINK") for cell in cells) and any(cell.startswith("'+Git") for cell in cells)


def test_frame_has_the_rows_of_the_csv_as_they_are(hostile: GapReport) -> None:
    frame = hostile.to_frame()
    assert list(frame.columns) == list(TableRow._fields) and len(frame) == len(hostile.requirements)
    assert set(frame["path"]) == {NAME} and frame["weight"].sum() == sum(one.weight for one in hostile.requirements)
    assert frame.set_index("requirement").loc["sql", "quote"].startswith("=cmd")


def test_frame_without_pandas_says_what_to_install(strong: GapReport, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(ImportError, match="pip install pandas"):
        strong.to_frame()


def test_notebook_shows_a_fragment_in_which_text_is_text(hostile: GapReport) -> None:
    html = hostile._repr_html_()
    tags = {tag.name for tag in BeautifulSoup(html, "html.parser").find_all(True)}
    assert tags == {"div", "p", "strong", "br", "progress", "table", "thead", "tbody", "tr", "th", "td", "small"}
    assert "&lt;script&gt;" in html and html.count("<tr>") == 1 + len(hostile.requirements)
    assert not DRIVING.search(html) and "http" not in html


# --- the calendar


def events(report: GapReport) -> dict[str, dict[str, object]]:
    content = FORMATS["ics"].render(report, View())
    assert isinstance(content, bytes)
    found = {}
    for event in Calendar.from_ical(content).walk("VEVENT"):
        found[str(event["uid"])] = {
            "begins": event.decoded("dtstart"),
            "ends": event.decoded("dtend"),
            "summary": str(event["summary"]),
            "description": str(event["description"]),
            "sequence": event.decoded("sequence"),
        }
    return found


def test_calendar_has_an_event_for_each_step(strong: GapReport) -> None:
    found = events(strong)
    assert len(found) == len(strong.plan) > 3
    for step, event in zip(strong.plan, found.values(), strict=True):
        assert (event["begins"], event["ends"]) == (step.begins, step.ends + timedelta(days=1))
        assert step.name in str(event["summary"])
        assert step.kind == "time" or f"About {step_hours(step)}." in str(event["description"])
        assert step.kind == "time" or step.practice in str(event["description"])
        assert all(one.url in str(event["description"]) for one in step.resources)
    assert FORMATS["ics"].render(strong, View()) == FORMATS["ics"].render(strong, View())


def test_later_plan_updates_the_events_of_an_earlier_one(strong: GapReport, taxonomy: Taxonomy) -> None:
    later = Analyzer(as_of=date(2026, 12, 1), taxonomy=taxonomy).analyze(ROOT / "samples" / "strong.pdf")
    before, after = events(strong), events(later)
    both = before.keys() & after.keys()
    assert len(both) > len(strong.plan) / 2
    assert all(int(str(after[one]["sequence"])) > int(str(before[one]["sequence"])) for one in both)


def test_plan_without_steps_gives_a_calendar_without_events(strong: GapReport) -> None:
    assert events(strong.model_copy(update={"plan": ()})) == {}


# --- the registry


def test_each_suffix_stands_for_one_format() -> None:
    suffixes = [suffix for one in FORMATS.values() for suffix in one.suffixes]
    assert len(set(suffixes)) == len(suffixes)
    assert all(SUFFIXES[suffix] == name for name, one in FORMATS.items() for suffix in one.suffixes)
